// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-setup-page.h"

#include "clinch-draft-bar.h"
#include "clinch-grade-row.h"
#include "clinch-group-rows.h"
#include "clinch-reading.h"
#include "clinch-record-list.h"
#include "clinch-rule-list.h"
#include "clinch-rule-usage.h"

#include <glib/gi18n-lib.h>

struct _ClinchSetupPage
{
  ClinchPage parent_instance;

  AdwViewStack *stack;
  GtkWidget *add_button;
  AdwBin *dimensions_bin;
  AdwBin *tags_bin;
  AdwComboRow *dimension_combo;
  AdwPreferencesGroup *grades_group;
  ClinchDraftBar *draft_bar;

  ClinchRuleDraft *draft;
  ClinchRuleList *dimensions;
  ClinchRuleList *tags;
  ClinchRecordList *dimension_list;
  ClinchRecordList *grade_list;
  GPtrArray *grade_rows; /* ClinchGradeRow */
  GPtrArray *grades;     /* ClinchRecord, also those on their way */
};

G_DEFINE_FINAL_TYPE (ClinchSetupPage, clinch_setup_page, CLINCH_TYPE_PAGE)

static ClinchWorkspace *
workspace_of (ClinchSetupPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

/* --- The ladder of a dimension */

static void
dimension_changed_cb (ClinchSetupPage *self)
{
  ClinchRecord *dimension = adw_combo_row_get_selected_item (self->dimension_combo);

  if (dimension == NULL || self->tags == NULL)
    return;
  if (clinch_record_is_loaded (dimension))
    clinch_rule_list_set_dimension (self->tags, dimension);
  else
    g_signal_connect_object (dimension, "notify::loaded", G_CALLBACK (dimension_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
open_ladder_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ClinchSetupPage *self = CLINCH_SETUP_PAGE (widget);
  guint position = clinch_record_list_find (self->dimension_list, g_variant_get_int64 (parameter));

  if (position != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (self->dimension_combo, position);
  adw_view_stack_set_visible_child_name (self->stack, "tags");
  gtk_widget_grab_focus (GTK_WIDGET (self->dimension_combo));
}

/* --- Grades */

static gpointer
usage_job (ClinchDb  *db,
           gpointer   data,
           GError   **error)
{
  return clinch_rule_usage_load (db, CLINCH_KIND_GRADE_RULE, error);
}

static void
show_usage (GtkWidget     *widget,
            gconstpointer  question,
            gpointer       answer)
{
  ClinchSetupPage *self = CLINCH_SETUP_PAGE (widget);
  g_autoptr(GHashTable) usage = answer;

  for (guint i = 0; i < self->grade_rows->len; i++)
    {
      ClinchGradeRow *row = self->grade_rows->pdata[i];

      clinch_grade_row_set_usage (row, clinch_rule_usage_get (
                                    usage,
                                    clinch_record_get_id (clinch_grade_row_get_record (row))));
    }
}

static const ClinchReading usage_reading = {
  .load = usage_job,
  .show = show_usage,
  .answer_free = (GDestroyNotify) g_hash_table_unref,
  .is_slow = TRUE,
  .is_quiet = TRUE,
};

static void
load_usage (ClinchSetupPage *self)
{
  clinch_reading_ask (GTK_WIDGET (self), workspace_of (self), &usage_reading, NULL);
}

static void
fill_grades (ClinchSetupPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->grade_list));
  gboolean complete = TRUE;

  g_ptr_array_set_size (self->grades, 0);
  for (guint i = 0; i < n_items; i++)
    {
      ClinchRecord *record = g_list_model_get_item (G_LIST_MODEL (self->grade_list), i);

      g_ptr_array_add (self->grades, record);
      if (!clinch_record_is_loaded (record))
        g_signal_connect_object (record, "notify::loaded", G_CALLBACK (fill_grades), self,
                                 G_CONNECT_SWAPPED);
      complete = complete && clinch_record_is_loaded (record);
    }
  if (!complete)
    return;
  clinch_group_rows_clear (self->grade_rows);
  for (guint i = 0; i < n_items; i++)
    {
      GtkWidget *row = clinch_grade_row_new (workspace_of (self), self->draft,
                                             self->grades->pdata[i]);

      adw_preferences_group_add (self->grades_group, row);
      g_ptr_array_add (self->grade_rows, row);
    }
  load_usage (self);
}

static void
workspace_changed_cb (ClinchSetupPage *self,
                      ClinchChangeSet *changes)
{
  if (clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER))
    load_usage (self);
}

/* --- The page */

static gboolean
shows (ClinchSetupPage *self,
       const char      *name)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), name) == 0;
}

static void
visible_changed_cb (ClinchSetupPage *self)
{
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));

  if (self->add_button == NULL)
    return;
  gtk_widget_set_visible (self->add_button, can_write && !shows (self, "grades"));
  gtk_widget_set_tooltip_text (self->add_button,
                               shows (self, "tags") ? _("New Tag") : _("New Dimension"));
}

static void
add_clicked_cb (ClinchSetupPage *self)
{
  clinch_page_add (CLINCH_PAGE (self));
}

static void
clinch_setup_page_add (ClinchPage *page)
{
  ClinchSetupPage *self = CLINCH_SETUP_PAGE (page);

  if (!gtk_widget_get_visible (self->add_button))
    return;
  clinch_rule_list_add (shows (self, "tags") ? self->tags : self->dimensions);
}

static ClinchRecordList *
list_new (ClinchSetupPage *self,
          ClinchKind       kind,
          const char      *sort,
          gboolean         descending)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (kind);

  clinch_query_set_sort (query, sort, descending);

  return clinch_record_list_new (workspace_of (self), query);
}

static void
make_lists (ClinchSetupPage *self)
{
  g_autoptr(GtkExpression) name = gtk_property_expression_new (
    clinch_record_type_for_kind (CLINCH_KIND_DIMENSION), NULL, "name");

  self->dimension_list = list_new (self, CLINCH_KIND_DIMENSION, "position", FALSE);
  self->grade_list = list_new (self, CLINCH_KIND_GRADE_RULE, "least-score", TRUE);
  self->dimensions = CLINCH_RULE_LIST (clinch_rule_list_new (workspace_of (self), self->draft,
                                                             CLINCH_KIND_DIMENSION));
  self->tags = CLINCH_RULE_LIST (clinch_rule_list_new (workspace_of (self), self->draft,
                                                       CLINCH_KIND_TAG));
  adw_bin_set_child (self->dimensions_bin, GTK_WIDGET (self->dimensions));
  adw_bin_set_child (self->tags_bin, GTK_WIDGET (self->tags));
  adw_combo_row_set_expression (self->dimension_combo, name);
  adw_combo_row_set_model (self->dimension_combo, G_LIST_MODEL (self->dimension_list));
  g_signal_connect_object (self->grade_list, "items-changed", G_CALLBACK (fill_grades), self,
                           G_CONNECT_SWAPPED);
}

static void
clinch_setup_page_constructed (GObject *object)
{
  ClinchSetupPage *self = CLINCH_SETUP_PAGE (object);

  G_OBJECT_CLASS (clinch_setup_page_parent_class)->constructed (object);

  make_lists (self);
  clinch_draft_bar_set_draft (self->draft_bar, workspace_of (self), self->draft);
  visible_changed_cb (self);
  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinch_setup_page_dispose (GObject *object)
{
  ClinchSetupPage *self = CLINCH_SETUP_PAGE (object);

  if (self->grade_list != NULL)
    g_signal_handlers_disconnect_by_data (self->grade_list, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_SETUP_PAGE);
  g_clear_pointer (&self->grades, g_ptr_array_unref);
  g_clear_object (&self->dimension_list);
  g_clear_object (&self->grade_list);

  G_OBJECT_CLASS (clinch_setup_page_parent_class)->dispose (object);
}

static void
clinch_setup_page_finalize (GObject *object)
{
  ClinchSetupPage *self = CLINCH_SETUP_PAGE (object);

  g_clear_object (&self->draft);
  g_ptr_array_unref (self->grade_rows);

  G_OBJECT_CLASS (clinch_setup_page_parent_class)->finalize (object);
}

static void
clinch_setup_page_class_init (ClinchSetupPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_setup_page_constructed;
  object_class->dispose = clinch_setup_page_dispose;
  object_class->finalize = clinch_setup_page_finalize;
  CLINCH_PAGE_CLASS (klass)->add = clinch_setup_page_add;

  g_type_ensure (CLINCH_TYPE_DRAFT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/setup/setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchSetupPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchSetupPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchSetupPage, dimensions_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchSetupPage, tags_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchSetupPage, dimension_combo);
  gtk_widget_class_bind_template_child (widget_class, ClinchSetupPage, grades_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchSetupPage, draft_bar);
  gtk_widget_class_bind_template_callback (widget_class, visible_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dimension_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);

  gtk_widget_class_install_action (widget_class, "rule.open-ladder", "x", open_ladder_action);
}

static void
clinch_setup_page_init (ClinchSetupPage *self)
{
  self->draft = clinch_rule_draft_new ();
  self->grade_rows = g_ptr_array_new ();
  self->grades = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
