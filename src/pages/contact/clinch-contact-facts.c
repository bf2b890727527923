// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-contact-facts.h"

#include "clinch-actions.h"
#include "clinch-chain-dialogs.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-page.h"
#include "clinch-record-dialog.h"
#include "clinch-record-list.h"

#include <glib/gi18n-lib.h>

struct _ClinchContactFacts
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list_box;
  ClinchWorkspace *workspace;
  ClinchRecordList *list;
  gint64 contact_id;
};

G_DEFINE_FINAL_TYPE (ClinchContactFacts, clinch_contact_facts, ADW_TYPE_PREFERENCES_GROUP)

static const int fact_fields[] = { CLINCH_FACT_TEXT, CLINCH_FACT_SOURCE, CLINCH_FACT_CONFIDENCE,
                                   CLINCH_FACT_SINCE, -1 };
static const ClinchFormGroup fact_groups[] = { { NULL, fact_fields } };

/* Where it is from, how sure it is, and from when. */
static char *
origin_of (ClinchRecord *fact)
{
  const char *source = clinch_record_get_text (fact, CLINCH_FACT_SOURCE);
  const char *confidence = clinch_choice_label (CLINCH_CHOICE_CONFIDENCE,
                                                clinch_record_get_text (fact,
                                                                        CLINCH_FACT_CONFIDENCE));
  char today[CLINCH_DATE_SIZE];
  g_autofree char *since = NULL;
  const char *parts[4];
  gsize n_parts = 0;

  clinch_clock_today (today);
  since = clinch_date_format (clinch_record_get_text (fact, CLINCH_FACT_SINCE), today);
  if (source != NULL)
    parts[n_parts++] = source;
  if (*confidence != '\0')
    parts[n_parts++] = confidence;
  if (*since != '\0')
    parts[n_parts++] = since;
  parts[n_parts] = NULL;

  return g_strjoinv (" · ", (char **) parts);
}

static void
show_fact (GtkWidget    *row,
           GParamSpec   *pspec,
           ClinchRecord *fact)
{
  const char *text = clinch_record_get_text (fact, CLINCH_FACT_TEXT);
  g_autofree char *origin = origin_of (fact);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text != NULL ? text : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), origin);
}

static void
fact_activated_cb (GtkWidget    *row,
                   ClinchRecord *fact)
{
  ClinchContactFacts *self =
    CLINCH_CONTACT_FACTS (gtk_widget_get_ancestor (row, CLINCH_TYPE_CONTACT_FACTS));

  adw_dialog_present (ADW_DIALOG (clinch_record_dialog_new_edit (self->workspace, fact, fact_groups,
                                                                 G_N_ELEMENTS (fact_groups))),
                      GTK_WIDGET (self));
}

static GtkWidget *
make_fact (gpointer item,
           gpointer user_data)
{
  ClinchContactFacts *self = user_data;
  ClinchRecord *fact = item;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, NULL);
  GtkWidget *button;

  g_signal_connect_object (fact, "notify", G_CALLBACK (show_fact), row, G_CONNECT_SWAPPED);
  show_fact (row, NULL, fact);
  if (clinch_workspace_is_read_only (self->workspace))
    return row;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (fact_activated_cb), fact,
                           G_CONNECT_DEFAULT);
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Delete the Fact"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", clinch_record_get_id (fact));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "facts.delete");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ClinchContactFacts *self = CLINCH_CONTACT_FACTS (widget);

  clinch_chain_dialogs_fact (widget, self->workspace, self->contact_id);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchContactFacts *self = CLINCH_CONTACT_FACTS (widget);
  gint64 id = g_variant_get_int64 (parameter);

  clinch_action_delete (self->workspace, CLINCH_KIND_FACT, &id, 1, NULL, clinch_page_done_cb,
                        g_object_ref (self));
}

static void
clinch_contact_facts_dispose (GObject *object)
{
  ClinchContactFacts *self = CLINCH_CONTACT_FACTS (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  self->list_box = NULL;
  g_clear_object (&self->list);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_contact_facts_parent_class)->dispose (object);
}

static void
clinch_contact_facts_class_init (ClinchContactFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_contact_facts_dispose;

  gtk_widget_class_install_action (widget_class, "facts.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "facts.delete", "x", delete_action);
}

static void
clinch_contact_facts_init (ClinchContactFacts *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *empty = gtk_label_new (_("Nothing is noted about this person yet."));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   C_("decision chain", "What Is Known"));
  gtk_widget_set_tooltip_text (add, _("Add a Fact"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "facts.add");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);

  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_widget_set_margin_top (empty, 12);
  gtk_widget_set_margin_bottom (empty, 12);
  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list_box, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list_box));
}

GtkWidget *
clinch_contact_facts_new (ClinchWorkspace *workspace)
{
  ClinchContactFacts *self = g_object_new (CLINCH_TYPE_CONTACT_FACTS, NULL);

  self->workspace = g_object_ref (workspace);
  self->list = clinch_record_list_new (workspace, NULL);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->list), make_fact, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "facts.add",
                                 !clinch_workspace_is_read_only (workspace));

  return GTK_WIDGET (self);
}

void
clinch_contact_facts_set_contact (ClinchContactFacts *self,
                                  gint64              contact_id)
{
  g_autoptr(ClinchQuery) query = NULL;

  g_return_if_fail (CLINCH_IS_CONTACT_FACTS (self));

  if (self->contact_id == contact_id)
    return;

  self->contact_id = contact_id;
  query = clinch_query_new (CLINCH_KIND_FACT);
  clinch_query_filter_int (query, "contact", CLINCH_FILTER_EQUAL, contact_id);
  clinch_query_set_sort (query, "since", TRUE);
  clinch_record_list_set_query (self->list, query);
}
