// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-profile-page.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-menu-label.h"
#include "clinch-profile-radar.h"
#include "clinch-profile-rows.h"
#include "clinch-radar-chart.h"

#include <glib/gi18n-lib.h>

#define YEAR (365 * 24 * 60 * 60)

/* What the profile is compared with, in the order of the list. */
typedef enum
{
  COMPARE_NOTHING,
  COMPARE_GRADE,
  COMPARE_YEAR_AGO,
} Compare;

struct _ClinchProfilePage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkDropDown *compare_drop;
  AdwBin *chart_bin;
  AdwPreferencesGroup *figures_group;
  AdwPreferencesGroup *dimensions_group;

  ClinchRadarData *data;
  GPtrArray *rows; /* those in the groups */
  GPtrArray *dimension_rows;
  ClinchCustomerProfile *profile;
  gint64 customer_id;
  guint stamp; /* of the newest question: older answers come too late */
};

G_DEFINE_FINAL_TYPE (ClinchProfilePage, clinch_profile_page, CLINCH_TYPE_PAGE)

typedef struct
{
  gint64 customer_id;
  gint64 now;
  Compare compare;
  guint stamp;
} Question;

typedef struct
{
  ClinchCustomerProfile *profile;
  ClinchProfileSeries *series;
} Answer;

static void ask (ClinchProfilePage *self);

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->profile, clinch_customer_profile_free);
  g_clear_pointer (&answer->series, clinch_profile_series_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gboolean
load_series (ClinchDb        *db,
             const Question  *question,
             Answer          *answer,
             GError         **error)
{
  g_autoptr(ClinchCustomerProfile) past = NULL;

  switch (question->compare)
    {
    case COMPARE_GRADE:
      if (answer->profile->grade == NULL)
        return TRUE;
      answer->series = clinch_profile_series_of_grade (db, answer->profile->rules,
                                                       answer->profile->grade, error);
      return answer->series != NULL;
    case COMPARE_YEAR_AGO:
      past = clinch_customer_profile_load (db, question->customer_id, question->now - YEAR, TRUE,
                                           error);
      if (past == NULL)
        return FALSE;
      answer->series = clinch_profile_series_of (past);
      return TRUE;
    case COMPARE_NOTHING:
    default:
      return TRUE;
    }
}

static gpointer
load (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const Question *question = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->profile = clinch_customer_profile_load (db, question->customer_id, question->now, FALSE,
                                                  error);
  if (answer->profile == NULL || !load_series (db, question, answer, error))
    return NULL;

  return g_steal_pointer (&answer);
}

/* --- Setting tags */

static void
tagged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchProfilePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes == NULL)
    clinch_page_report (GTK_WIDGET (self), error);
  else
    clinch_page_toast_undo (GTK_WIDGET (self), _("The profile was changed"), changes);
}

static void
set_tag_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (widget);
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  gint64 dimension_id;
  gint64 tag_id;

  g_variant_get (parameter, "(xx)", &dimension_id, &tag_id);
  clinch_action_set_tag (workspace, self->customer_id, dimension_id, tag_id, NULL, tagged_cb,
                         g_object_ref (self));
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

static GMenuModel *
menu_of (const ClinchProfileLine *line)
{
  const ClinchDimensionRule *rule = line->rule;
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) tags = g_menu_new ();
  g_autoptr(GMenu) unknown = g_menu_new ();

  for (guint i = 0; i < rule->tags->len; i++)
    add_choice (tags, rule, rule->tag_names->pdata[i], g_array_index (rule->tags, gint64, i));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (tags));
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

/* --- Showing */

static void
add_row (ClinchProfilePage   *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (ClinchProfilePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (
        gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP));

      adw_preferences_group_remove (group, row);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->dimension_rows, 0);
}

/* Which dimension has the keyboard, -1 for none. */
static int
find_focus (ClinchProfilePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->dimension_rows->len; i++)
    if (focus == self->dimension_rows->pdata[i]
        || gtk_widget_is_ancestor (focus, self->dimension_rows->pdata[i]))
      return i;

  return -1;
}

static void
show_rows (ClinchProfilePage *self)
{
  int focus = find_focus (self);

  remove_rows (self);
  add_row (self, self->figures_group, clinch_profile_score_row (self->profile));
  add_row (self, self->figures_group, clinch_profile_completeness_row (self->profile));
  add_row (self, self->figures_group, clinch_profile_grade_row (self->profile));
  add_row (self, self->figures_group, clinch_profile_priority_row (self->profile));
  for (guint i = 0; i < self->profile->lines->len; i++)
    {
      const ClinchProfileLine *line = self->profile->lines->pdata[i];
      GtkWidget *row = clinch_profile_dimension_row (line);

      make_settable (self, row, line);
      add_row (self, self->dimensions_group, row);
      g_ptr_array_add (self->dimension_rows, row);
      if ((int) i == focus)
        gtk_widget_grab_focus (row);
    }
}

static void
show_chart (ClinchProfilePage         *self,
            const ClinchProfileSeries *series)
{
  gboolean by_grade = gtk_drop_down_get_selected (self->compare_drop) == COMPARE_GRADE;

  clinch_profile_radar_show (self->data, self->profile);
  if (series != NULL)
    clinch_profile_radar_compare (self->data, by_grade ? C_("profile", "Median of the Grade")
                                  : C_("profile", "A Year Ago"), series);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchProfilePage) self = user_data;
  const Question *question = clinch_store_job_data (result);
  guint stamp = question->stamp;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || stamp != self->stamp)
    return;
  if (answer == NULL)
    {
      clinch_page_report (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->profile, clinch_customer_profile_free);
  self->profile = g_steal_pointer (&answer->profile);
  adw_window_title_set_subtitle (self->window_title, clinch_row_name (self->profile->customer));
  show_rows (self);
  show_chart (self, answer->series);
}

static void
ask (ClinchProfilePage *self)
{
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  Question *question = g_new0 (Question, 1);

  question->customer_id = self->customer_id;
  question->now = clinch_clock_now ();
  question->compare = gtk_drop_down_get_selected (self->compare_drop);
  question->stamp = ++self->stamp;
  clinch_store_read_async (clinch_workspace_get_store (workspace), load, question, g_free,
                           answer_free, clinch_page_get_cancellable (CLINCH_PAGE (self)),
                           loaded_cb, g_object_ref (self));
}

static void
compare_changed_cb (ClinchProfilePage *self)
{
  if (self->profile != NULL)
    ask (self);
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

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_PROFILE_PAGE);

  G_OBJECT_CLASS (clinch_profile_page_parent_class)->dispose (object);
}

static void
clinch_profile_page_finalize (GObject *object)
{
  ClinchProfilePage *self = CLINCH_PROFILE_PAGE (object);

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
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, compare_drop);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, figures_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfilePage, dimensions_group);
  gtk_widget_class_bind_template_callback (widget_class, compare_changed_cb);

  gtk_widget_class_install_action (widget_class, "profile.set-tag", "(xx)", set_tag_action);
}

static void
clinch_profile_page_init (ClinchProfilePage *self)
{
  self->data = clinch_radar_data_new ();
  self->rows = g_ptr_array_new ();
  self->dimension_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
