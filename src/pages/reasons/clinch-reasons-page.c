// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-reasons-page.h"

#include "clinch-clock.h"
#include "clinch-contact-reasons.h"
#include "clinch-group-rows.h"
#include "clinch-material-actions.h"
#include "clinch-menu-label.h"
#include "clinch-plan-page.h"
#include "clinch-profile-page.h"
#include "clinch-reading.h"
#include "clinch-visit-page.h"

#include <glib/gi18n-lib.h>

/* So many reasons are shown until the rest is asked for. */
#define MANY_REASONS 20
#define MANY_TEAMS "30"

struct _ClinchReasonsPage
{
  ClinchPage parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *group;
  GMenu *teams_section;

  GPtrArray *rows; /* those in the group */
  ClinchContactReasons *reasons;
  char *scope;
  gboolean show_all;
};

G_DEFINE_FINAL_TYPE (ClinchReasonsPage, clinch_reasons_page, CLINCH_TYPE_PAGE)

typedef struct
{
  gint64 owner_id;
  gint64 team_id;
  gint64 now;
} Question;

typedef struct
{
  ClinchContactReasons *reasons;
  GPtrArray *teams; /* ClinchRow */
} Answer;

/* What is done about a reason, and how it looks. */
typedef struct
{
  const char *step;
  const char *icon;
} Look;

static const Look looks[CLINCH_N_REASONS] = {
  [CLINCH_REASON_TOUCH] = { NC_ ("reason", "Prepare"), "clinch-visit-symbolic" },
  [CLINCH_REASON_OBJECTIVE] = { NC_ ("reason", "Plan"), "clinch-plan-symbolic" },
  [CLINCH_REASON_RECHECK] = { NC_ ("reason", "Plan"), "clinch-table-symbolic" },
  [CLINCH_REASON_MATERIAL] = { NC_ ("reason", "Share…"), "clinch-library-symbolic" },
  [CLINCH_REASON_STALE] = { NC_ ("reason", "Profile"), "clinch-radar-symbolic" },
  [CLINCH_REASON_BIRTHDAY] = { NC_ ("reason", "Log Contact"), "clinch-birthday-symbolic" },
};

static ClinchWorkspace *
workspace_of (ClinchReasonsPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

/* --- The step that answers a reason */

static void
answer (ClinchReasonsPage      *self,
        const ClinchReasonItem *item)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gint64 customer_id = item->reason.customer;
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));
  ClinchPage *page;

  switch (item->reason.kind)
    {
    case CLINCH_REASON_TOUCH:
      page = clinch_visit_page_new (workspace_of (self), customer_id);
      break;
    case CLINCH_REASON_OBJECTIVE:
    case CLINCH_REASON_RECHECK:
      page = clinch_plan_page_new (workspace_of (self), customer_id);
      break;
    case CLINCH_REASON_STALE:
      page = clinch_profile_page_new (workspace_of (self), customer_id);
      clinch_profile_page_show_dimension (CLINCH_PROFILE_PAGE (page), item->record_id);
      break;
    case CLINCH_REASON_MATERIAL:
      if (can_write)
        clinch_material_share (widget, item->record_id, customer_id);
      else
        clinch_page_open (widget, CLINCH_KIND_MATERIAL, item->record_id);
      return;
    case CLINCH_REASON_BIRTHDAY:
      if (can_write)
        gtk_widget_activate_action (widget, "win.log-contact", "(xx)", item->record_id, (gint64) 0);
      else
        clinch_page_open (widget, CLINCH_KIND_CONTACT, item->record_id);
      return;
    case CLINCH_N_REASONS:
    default:
      g_return_if_reached ();
    }
  clinch_page_push (widget, ADW_NAVIGATION_PAGE (page));
}

static void
answer_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchReasonsPage *self = CLINCH_REASONS_PAGE (widget);
  guint place = g_variant_get_uint32 (parameter);

  if (self->reasons != NULL && place < self->reasons->items->len)
    answer (self, self->reasons->items->pdata[place]);
}

/* --- Showing */

static GtkWidget *
make_row (const ClinchReasonItem *item,
          guint                   place)
{
  const Look *look = &looks[item->reason.kind];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (look->icon);
  GtkWidget *button = gtk_button_new_with_label (g_dpgettext2 (NULL, "reason", look->step));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->customer);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  item->customer, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.answer");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
add_more_row (ClinchReasonsPage *self,
              guint              n)
{
  GtkWidget *row = adw_button_row_new ();
  g_autofree char *label = g_strdup_printf (_("Show All %u Reasons"), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.more");
  clinch_group_rows_add (self->rows, self->group, row);
}

static void
show_rows (ClinchReasonsPage *self)
{
  guint n = self->reasons->items->len;
  guint n_shown = self->show_all ? n : MIN (n, MANY_REASONS);
  g_autofree char *description = NULL;

  clinch_group_rows_clear (self->rows);
  for (guint i = 0; i < n_shown; i++)
    clinch_group_rows_add (self->rows, self->group, make_row (self->reasons->items->pdata[i], i));
  if (n_shown < n)
    add_more_row (self, n);

  if (!self->reasons->complete)
    description =
      g_strdup_printf (ngettext ("The customer of the highest priority was looked at.",
                                 "The %u customers of the highest priority were looked at.",
                                 self->reasons->n_customers), self->reasons->n_customers);
  adw_preferences_group_set_description (self->group, description);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

/* Whose keyboard was on a row finds it on the row in its place. */
static void
show_again (ClinchReasonsPage *self)
{
  int place = clinch_group_rows_find_focus (self->rows);

  show_rows (self);
  clinch_group_rows_focus (self->rows, place);
}

static void
more_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchReasonsPage *self = CLINCH_REASONS_PAGE (widget);

  self->show_all = TRUE;
  show_again (self);
}

static void
show_teams (ClinchReasonsPage *self,
            GPtrArray         *teams)
{
  g_menu_remove_all (self->teams_section);
  for (guint i = 0; i < teams->len; i++)
    {
      const ClinchRow *team = teams->pdata[i];
      g_autofree char *label = clinch_menu_label (clinch_row_name (team));
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, team->id);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "reasons.scope", "s", key);
      g_menu_append_item (self->teams_section, item);
    }
}

/* --- Reading */

static void
answer_free (gpointer data)
{
  Answer *found = data;

  g_clear_pointer (&found->reasons, clinch_contact_reasons_free);
  g_clear_pointer (&found->teams, g_ptr_array_unref);
  g_free (found);
}

static gpointer
load_job (ClinchDb  *db,
          gpointer   data,
          GError   **error)
{
  const Question *question = data;
  g_autoptr(ClinchRow) team = NULL;
  g_autoptr(ClinchQuery) query = NULL;
  Answer *found;

  if (question->team_id != 0)
    {
      team = clinch_db_load_row (db, CLINCH_KIND_TEAM, question->team_id, error);
      if (team == NULL)
        return NULL;
    }
  query = clinch_contact_reasons_query (question->owner_id, team != NULL ? &team->uid : NULL);
  found = g_new0 (Answer, 1);
  found->reasons = clinch_contact_reasons_load (db, query, question->now, error);
  if (found->reasons != NULL)
    found->teams = clinch_db_load_rows (db, error, CLINCH_KIND_TEAM,
                                        "WHERE deleted_at IS NULL ORDER BY name_key, id LIMIT "
                                        MANY_TEAMS, "");
  if (found->teams == NULL)
    g_clear_pointer (&found, answer_free);

  return found;
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       data)
{
  ClinchReasonsPage *self = CLINCH_REASONS_PAGE (widget);
  Answer *found = data;

  g_clear_pointer (&self->reasons, clinch_contact_reasons_free);
  self->reasons = g_steal_pointer (&found->reasons);
  show_teams (self, found->teams);
  show_again (self);
  answer_free (found);
}

static const ClinchReading reasons_reading = {
  .load = load_job,
  .show = show,
  .question_free = g_free,
  .answer_free = answer_free,
};

static void
ask (ClinchReasonsPage *self)
{
  ClinchWorkspace *workspace = workspace_of (self);
  ClinchRecord *me = clinch_workspace_get_me (workspace);
  Question *question = g_new0 (Question, 1);

  question->now = clinch_clock_now ();
  if (g_str_equal (self->scope, "me"))
    question->owner_id = me != NULL ? clinch_record_get_id (me) : 0;
  else if (!g_str_equal (self->scope, "all"))
    question->team_id = g_ascii_strtoll (self->scope, NULL, 10);
  clinch_reading_ask (GTK_WIDGET (self), workspace, &reasons_reading, question);
}

static void
workspace_changed_cb (ClinchReasonsPage *self,
                      ClinchChangeSet   *changes)
{
  static const ClinchKind kinds[] = {
    CLINCH_KIND_CUSTOMER, CLINCH_KIND_CONTACT, CLINCH_KIND_FOLLOW_UP, CLINCH_KIND_OPPORTUNITY,
    CLINCH_KIND_OBJECTIVE, CLINCH_KIND_WHITESPACE, CLINCH_KIND_MATERIAL, CLINCH_KIND_CUSTOMER_TAG,
    CLINCH_KIND_DIMENSION, CLINCH_KIND_GRADE_RULE, CLINCH_KIND_TEAM, CLINCH_KIND_MEMBER,
  };

  if (clinch_change_set_touches_any (changes, kinds, G_N_ELEMENTS (kinds)))
    ask (self);
}

static void
scope_action (GSimpleAction *action,
              GVariant      *value,
              gpointer       user_data)
{
  ClinchReasonsPage *self = user_data;

  g_simple_action_set_state (action, value);
  g_set_str (&self->scope, g_variant_get_string (value, NULL));
  self->show_all = FALSE;
  ask (self);
}

static void
clinch_reasons_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = {
    { .name = "scope", .parameter_type = "s", .state = "'me'", .change_state = scope_action },
  };
  ClinchReasonsPage *self = CLINCH_REASONS_PAGE (object);
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  G_OBJECT_CLASS (clinch_reasons_page_parent_class)->constructed (object);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reasons", G_ACTION_GROUP (group));
  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ask (self);
}

static void
clinch_reasons_page_dispose (GObject *object)
{
  ClinchReasonsPage *self = CLINCH_REASONS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_REASONS_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, clinch_contact_reasons_free);
  g_clear_pointer (&self->scope, g_free);

  G_OBJECT_CLASS (clinch_reasons_page_parent_class)->dispose (object);
}

static void
clinch_reasons_page_class_init (ClinchReasonsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_reasons_page_constructed;
  object_class->dispose = clinch_reasons_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/reasons/reasons-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchReasonsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchReasonsPage, group);
  gtk_widget_class_bind_template_child (widget_class, ClinchReasonsPage, teams_section);
  gtk_widget_class_install_action (widget_class, "page.answer", "u", answer_action);
  gtk_widget_class_install_action (widget_class, "page.more", NULL, more_action);
}

static void
clinch_reasons_page_init (ClinchReasonsPage *self)
{
  self->rows = g_ptr_array_new ();
  self->scope = g_strdup ("me");
  gtk_widget_init_template (GTK_WIDGET (self));
}
