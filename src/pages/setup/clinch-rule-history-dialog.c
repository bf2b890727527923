// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-rule-history-dialog.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-page.h"
#include "clinch-rule-history.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ClinchKind kind;
  gint64 id;
} Question;

static gpointer
load (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const Question *question = data;

  return clinch_rule_history_load (db, question->kind, question->id, error);
}

static char *
title_of (const ClinchRuleVersion *version)
{
  const ClinchHistoryChange *change = version->changes->len > 0 ? version->changes->pdata[0] : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (change == NULL || change->op != CLINCH_CHANGE_UPDATE)
    return g_strdup (version->label);

  for (guint i = 0; i < change->values->len; i++)
    {
      const ClinchHistoryValue *value = change->values->pdata[i];

      g_string_append_printf (text, "%s%s: %s → %s", i > 0 ? " · " : "", value->label,
                              *value->before != '\0' ? value->before : "–",
                              *value->after != '\0' ? value->after : "–");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_row (const ClinchRuleVersion *version)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = title_of (version);
  g_autofree char *when = clinch_instant_format (version->step->at, clinch_clock_now (),
                                                 clinch_clock_timezone ());
  g_autoptr(GString) subtitle = g_string_new (when);

  if (*version->member != '\0')
    g_string_append_printf (subtitle, " · %s", version->member);
  if (version->n_regraded > 0)
    {
      g_string_append (subtitle, " · ");
      g_string_append_printf (subtitle, ngettext ("%u customer graded anew",
                                                  "%u customers graded anew",
                                                  version->n_regraded), version->n_regraded);
    }
  if (version->step->undone_by != 0)
    g_string_append_printf (subtitle, " · %s", _("Undone"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);

  return row;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(AdwPreferencesGroup) group = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) versions = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (versions == NULL)
    {
      clinch_page_report (GTK_WIDGET (group), error);
      return;
    }
  for (guint i = 0; i < versions->len; i++)
    adw_preferences_group_add (group, make_row (versions->pdata[i]));
}

static char *
name_of (ClinchRecord *record)
{
  if (clinch_record_get_kind (record) == CLINCH_KIND_GRADE_RULE)
    return g_strdup_printf (_("Grade %s"),
                            clinch_choice_label (CLINCH_CHOICE_GRADE,
                                                 clinch_record_get_text (record,
                                                                         CLINCH_GRADE_RULE_GRADE)));

  return g_strdup (clinch_record_get_name (record));
}

void
clinch_rule_history_dialog_present (GtkWidget       *parent,
                                    ClinchWorkspace *workspace,
                                    ClinchRecord    *record)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = name_of (record);
  Question *question = g_new0 (Question, 1);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (C_("setup", "History"), name));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, C_("setup", "History"));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 520);
  adw_dialog_present (dialog, parent);

  question->kind = clinch_record_get_kind (record);
  question->id = clinch_record_get_id (record);
  clinch_store_read_slow_async (clinch_workspace_get_store (workspace), load, question, g_free,
                                (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb,
                                g_object_ref (group));
}
