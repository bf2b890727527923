// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-profile-page.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-group-rows.h"
#include "clinch-menu-label.h"
#include "clinch-profile-actions.h"
#include "clinch-profile-compare.h"
#include "clinch-profile-dialog.h"
#include "clinch-profile-radar.h"
#include "clinch-profile-rows.h"
#include "clinch-radar-chart.h"
#include "clinch-reading.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

struct _ClinchProfilePage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkMenuButton *compare_button;
  AdwBin *chart_bin;
  AdwPreferencesGroup *figures_group;
  AdwPreferencesGroup *dimensions_group;

  ClinchRadarData *data;
  ClinchComparison comparison;
  GSimpleActionGroup *actions;
  ClinchRecordPicker *picker;
  GPtrArray *rows; /* those in the groups */
  GPtrArray *dimension_rows;
  gint64 wanted_dimension; /* the one that the keyboard goes to once it is there, or 0 */
  ClinchCustomerProfile *profile;
  gint64 customer_id;
};

G_DEFINE_FINAL_TYPE (ClinchProfilePage, clinch_profile_page, CLINCH_TYPE_PAGE)

typedef struct
{
  gint64 customer_id;
  gint64 now;
  ClinchComparison comparison;
} Question;

typedef struct
{
  ClinchCustomerProfile *profile;
  GPtrArray *compared; /* ClinchCompared */
} Answer;

static void ask (ClinchProfilePage *self);

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->profile, clinch_customer_profile_free);
  g_clear_pointer (&answer->compared, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const Question *question = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->profile = clinch_customer_profile_load (db, question->customer_id, question->now, FALSE,
                                                  error);
  if (answer->profile == NULL)
    return NULL;
  answer->compared = clinch_comparison_load (&question->comparison, db, answer->profile,
                                             question->now, error);
  if (answer->compared == NULL)
    return NULL;

  return g_steal_pointer (&answer);
}

/* --- Setting tags */

static void
set_tag_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (widget);
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  ClinchTagRequest request = { 0 };
  gint64 tag_id;

  g_variant_get (parameter, "(xx)", &request.dimension_id, &tag_id);
  if (tag_id != 0)
    {
      request.tags = &tag_id;
      request.n_tags = 1;
      request.keeps = TRUE;
    }
  clinch_profile_action_tag (workspace, self->customer_id, &request, clinch_page_done_cb,
                             g_object_ref (self));
}

static void
confirm_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (widget);

  clinch_profile_action_confirm (clinch_page_get_workspace (CLINCH_PAGE (self)), self->customer_id,
                                 g_variant_get_int64 (parameter), clinch_page_done_cb,
                                 g_object_ref (self));
}

static void
dialog_done_cb (ClinchProfilePage     *self,
                const ClinchChangeSet *changes)
{
  clinch_page_toast_undo (GTK_WIDGET (self), NULL, changes);
}

static void
present (ClinchProfilePage   *self,
         ClinchProfileDialog *dialog)
{
  g_signal_connect_object (dialog, "done", G_CALLBACK (dialog_done_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
details_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (widget);
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  gint64 dimension_id = g_variant_get_int64 (parameter);

  for (guint i = 0; self->profile != NULL && i < self->profile->lines->len; i++)
    {
      const ClinchProfileLine *line = clinch_customer_profile_line (self->profile, i);

      if (line->rule->id == dimension_id)
        present (self, clinch_profile_dialog_new_tag (workspace, self->customer_id, line));
    }
}

static void
grade_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (widget);

  if (self->profile != NULL)
    present (self, clinch_profile_dialog_new_grade (clinch_page_get_workspace (CLINCH_PAGE (self)),
                                                    self->profile));
}

static void
add_choice (GMenu                     *menu,
            const ClinchDimensionRule *rule,
            const char                *name,
            gint64                     tag_id)
{
  g_autofree char *label = clinch_menu_label (name);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "profile.set-tag", "(xx)", rule->id, tag_id);
  g_menu_append_item (menu, item);
}

static void
add_command (GMenu                     *menu,
             const ClinchDimensionRule *rule,
             const char                *label,
             const char                *action)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", rule->id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
menu_of (const ClinchProfileLine *line)
{
  const ClinchDimensionRule *rule = line->rule;
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) tags = g_menu_new ();
  g_autoptr(GMenu) more = g_menu_new ();
  g_autoptr(GMenu) unknown = g_menu_new ();

  for (guint i = 0; i < rule->tags->len; i++)
    add_choice (tags, rule, rule->tag_names->pdata[i], g_array_index (rule->tags, gint64, i));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (tags));
  add_command (more, rule, _("With _Source and Date…"), "profile.details");
  if (line->tags->len > 0)
    add_command (more, rule, _("_Still True Today"), "profile.confirm");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  if (line->value >= 0)
    {
      add_choice (unknown, rule, C_("profile", "Unknown"), 0);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (unknown));
    }

  return G_MENU_MODEL (menu);
}

/* A dimension that is known by tags opens the list of them; the others follow from records. */
static void
make_settable (ClinchProfilePage       *self,
               GtkWidget               *row,
               const ClinchProfileLine *line)
{
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  g_autoptr(GMenuModel) menu = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (line->rule->measure != CLINCH_MEASURE_NONE || clinch_workspace_is_read_only (workspace))
    return;

  menu = menu_of (line);
  button = gtk_menu_button_new ();
  label = g_strdup_printf (_("Set “%s”"), line->rule->name);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_grade_row (ClinchProfilePage *self)
{
  GtkWidget *row = clinch_profile_grade_row (self->profile);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  if (clinch_workspace_is_read_only (clinch_page_get_workspace (CLINCH_PAGE (self))))
    return row;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.set-grade");
  gtk_widget_set_tooltip_text (button, _("Set the Grade by Hand"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Set the Grade by Hand"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

/* --- Comparing */

static const char *const compare_actions[CLINCH_N_COMPARE] = {
  [CLINCH_COMPARE_GRADE] = "grade",
  [CLINCH_COMPARE_PAST] = "past",
  [CLINCH_COMPARE_CUSTOMER] = "customer",
};

static void
compare (ClinchProfilePage *self,
         ClinchCompare      with,
         gboolean           is_on)
{
  clinch_comparison_set (&self->comparison, with, is_on);
  for (guint i = 0; i < CLINCH_N_COMPARE; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                    compare_actions[i]);
      gboolean has = clinch_comparison_has (&self->comparison, i);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (has));
    }
  ask (self);
}

static void
picked_cb (ClinchProfilePage *self,
           gint64             id)
{
  self->comparison.customer_id = id;
  compare (self, CLINCH_COMPARE_CUSTOMER, id != 0);
}

static void
pick_customer (ClinchProfilePage *self)
{
  if (self->picker == NULL)
    {
      self->picker = clinch_record_picker_new (clinch_page_get_workspace (CLINCH_PAGE (self)),
                                               CLINCH_KIND_CUSTOMER);
      clinch_record_picker_set_excluded (self->picker, self->customer_id);
      gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self->compare_button));
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
compare_state_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       user_data)
{
  ClinchProfilePage *self = user_data;
  gboolean is_on = g_variant_get_boolean (value);

  for (guint i = 0; i < CLINCH_N_COMPARE; i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), compare_actions[i]))
      {
        if (i == CLINCH_COMPARE_CUSTOMER && is_on)
          pick_customer (self);
        else
          compare (self, i, is_on);
      }
}

static void
make_compare_actions (ClinchProfilePage *self)
{
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < CLINCH_N_COMPARE; i++)
    {
      g_autoptr(GSimpleAction) action =
        g_simple_action_new_stateful (compare_actions[i], NULL, g_variant_new_boolean (FALSE));

      g_signal_connect (action, "change-state", G_CALLBACK (compare_state_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare", G_ACTION_GROUP (self->actions));
}

/* --- Showing */

static void
show_rows (ClinchProfilePage *self)
{
  int focus = clinch_group_rows_find_focus (self->dimension_rows);

  clinch_group_rows_clear (self->rows);
  g_ptr_array_set_size (self->dimension_rows, 0);
  clinch_group_rows_add (self->rows, self->figures_group, clinch_profile_score_row (self->profile));
  clinch_group_rows_add (self->rows, self->figures_group,
                         clinch_profile_completeness_row (self->profile));
  clinch_group_rows_add (self->rows, self->figures_group, make_grade_row (self));
  clinch_group_rows_add (self->rows, self->figures_group,
                         clinch_profile_priority_row (self->profile));
  for (guint i = 0; i < self->profile->lines->len; i++)
    {
      const ClinchProfileLine *line = self->profile->lines->pdata[i];
      GtkWidget *row = clinch_profile_dimension_row (line);

      make_settable (self, row, line);
      clinch_group_rows_add (self->rows, self->dimensions_group, row);
      g_ptr_array_add (self->dimension_rows, row);
      if (self->wanted_dimension != 0 ? line->rule->id == self->wanted_dimension : (int) i == focus)
        gtk_widget_grab_focus (row);
    }
  self->wanted_dimension = 0;
}

static void
show_chart (ClinchProfilePage *self,
            GPtrArray         *all)
{
  g_autoptr(GString) names = g_string_new (NULL);

  clinch_profile_radar_show (self->data, self->profile);
  for (guint i = 0; i < all->len; i++)
    {
      const ClinchCompared *compared = all->pdata[i];

      clinch_profile_radar_compare (self->data, compared->name, compared->series);
      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", compared->name);
    }
  /* The legend shows it; this says it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->compare_button),
                               all->len > 0 ? names->str : _("Compare With"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compare_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, names->str, -1);
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       data)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (widget);
  g_autoptr(Answer) answer = data;

  g_clear_pointer (&self->profile, clinch_customer_profile_free);
  self->profile = g_steal_pointer (&answer->profile);
  adw_window_title_set_subtitle (self->window_title, clinch_row_name (self->profile->customer));
  show_rows (self);
  show_chart (self, answer->compared);
}

static const ClinchReading profile_reading = {
  .load = load,
  .show = show,
  .question_free = g_free,
  .answer_free = answer_free,
};

static void
ask (ClinchProfilePage *self)
{
  Question *question = g_new0 (Question, 1);

  question->customer_id = self->customer_id;
  question->now = clinch_clock_now ();
  question->comparison = self->comparison;
  clinch_reading_ask (GTK_WIDGET (self), clinch_page_get_workspace (CLINCH_PAGE (self)),
                      &profile_reading, question);
}

static void
workspace_changed_cb (ClinchProfilePage *self,
                      ClinchChangeSet   *changes)
{
  if (clinch_change_set_find (changes, CLINCH_KIND_CUSTOMER, self->customer_id) != NULL
      || clinch_change_set_touches (changes, CLINCH_KIND_DIMENSION)
      || clinch_change_set_touches (changes, CLINCH_KIND_TAG)
      || clinch_change_set_touches (changes, CLINCH_KIND_GRADE_RULE))
    ask (self);
}

static void
axis_activated_cb (ClinchProfilePage *self,
                   guint              axis)
{
  if (axis < self->dimension_rows->len)
    {
      gtk_widget_grab_focus (self->dimension_rows->pdata[axis]);
      gtk_widget_activate (self->dimension_rows->pdata[axis]);
    }
}

static void
clinch_profile_page_constructed (GObject *object)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (object);
  GtkWidget *chart = clinch_radar_chart_new ();

  G_OBJECT_CLASS (clinch_profile_page_parent_class)->constructed (object);

  clinch_chart_set_data (CLINCH_CHART (chart), CLINCH_CHART_DATA (self->data));
  adw_bin_set_child (self->chart_bin, chart);
  g_signal_connect_object (chart, "axis-activated", G_CALLBACK (axis_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clinch_page_get_workspace (CLINCH_PAGE (self)), "changed",
                           G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
clinch_profile_page_dispose (GObject *object)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->picker, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_PROFILE_PAGE);

  G_OBJECT_CLASS (clinch_profile_page_parent_class)->dispose (object);
}

static void
clinch_profile_page_finalize (GObject *object)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->data);
  g_clear_pointer (&self->profile, clinch_customer_profile_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->dimension_rows);

  G_OBJECT_CLASS (clinch_profile_page_parent_class)->finalize (object);
}

static void
clinch_profile_page_class_init (ClinchProfilePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_profile_page_constructed;
  object_class->dispose = clinch_profile_page_dispose;
  object_class->finalize = clinch_profile_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/profile/profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, figures_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, dimensions_group);

  gtk_widget_class_install_action (widget_class, "profile.confirm", "x", confirm_action);
  gtk_widget_class_install_action (widget_class, "profile.details", "x", details_action);
  gtk_widget_class_install_action (widget_class, "profile.set-grade", NULL, grade_action);
  gtk_widget_class_install_action (widget_class, "profile.set-tag", "(xx)", set_tag_action);
}

static void
clinch_profile_page_init (ClinchProfilePage *self)
{
  self->data = clinch_radar_data_new ();
  self->rows = g_ptr_array_new ();
  self->dimension_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_compare_actions (self);
}

ClinchPage *
clinch_profile_page_new (ClinchWorkspace *workspace,
                         gint64           customer_id)
{
  ClinchProfilePage *self = g_object_new (CLINCH_TYPE_PROFILE_PAGE, "workspace", workspace, NULL);

  self->customer_id = customer_id;
  ask (self);

  return CLINCH_PAGE (self);
}

void
clinch_profile_page_show_dimension (ClinchProfilePage *self,
                                    gint64             dimension_id)
{
  g_return_if_fail (CLINCH_IS_PROFILE_PAGE (self));

  self->wanted_dimension = dimension_id;
}
