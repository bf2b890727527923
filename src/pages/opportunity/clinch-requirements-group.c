// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-requirements-group.h"

#include "clinch-actions.h"
#include "clinch-announce.h"
#include "clinch-page.h"
#include "clinch-record-list.h"
#include "clinch-requirement-row.h"
#include "clinch-requirements.h"

#include <glib/gi18n-lib.h>

/* With more of them than that only those to be looked at first are shown until the rest is asked
 * for. */
#define MANY 6

struct _ClinchRequirementsGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list_box;
  GtkWidget *more_row;
  GtkWidget *add_row;

  ClinchWorkspace *workspace;
  ClinchRecord *record;
  ClinchRecordList *list;
  GHashTable *rows; /* key of a requirement → its row, which the list box holds */
  gboolean urgent;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (ClinchRequirementsGroup, clinch_requirements_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static const ClinchRow *
row_of (GtkListBoxRow *row)
{
  ClinchRecord *record = clinch_requirement_row_get_record (CLINCH_REQUIREMENT_ROW (row));

  return clinch_record_get_row (record);
}

static int
compare (GtkListBoxRow *a,
         GtkListBoxRow *b,
         gpointer       user_data)
{
  ClinchRequirementsGroup *self = user_data;

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *last = i == 0 ? self->add_row : self->more_row;

      if (GTK_WIDGET (a) == last || GTK_WIDGET (b) == last)
        return GTK_WIDGET (a) == last ? 1 : -1;
    }

  if (row_of (a) == NULL || row_of (b) == NULL)
    return (row_of (a) == NULL) - (row_of (b) == NULL);

  return clinch_requirement_compare (row_of (a), row_of (b));
}

static gboolean
has_open_row (ClinchRequirementsGroup *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (adw_expander_row_get_expanded (row))
      return TRUE;

  return FALSE;
}

static void
update_head (ClinchRequirementsGroup *self)
{
  ClinchRequirementCount count = { 0 };
  GHashTableIter iter;
  gpointer row;
  g_autofree char *text = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (row_of (row) != NULL)
      clinch_requirement_count (&count, row_of (row));
  text = clinch_requirement_count_text (&count);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         *text != '\0' ? text : NULL);
}

static void
arrange (ClinchRequirementsGroup *self)
{
  guint n = g_hash_table_size (self->rows);
  g_autofree char *more = NULL;

  if (!has_open_row (self))
    gtk_list_box_invalidate_sort (self->list_box);
  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, i);

      gtk_widget_set_visible (GTK_WIDGET (row), self->all || i < MANY
                              || adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
    }
  more = g_strdup_printf (_("Show All %u Requirements"), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), more);
  gtk_widget_set_visible (self->more_row, !self->all && n > MANY);
}

static void queue_update (ClinchRequirementsGroup *self);

static void
add_missing_row (ClinchRequirementsGroup *self,
                 gint64                   id,
                 guint                    position)
{
  g_autoptr(ClinchRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  GtkWidget *row = clinch_requirement_row_new (self->workspace, record);

  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
  clinch_requirement_row_set_customer (CLINCH_REQUIREMENT_ROW (row),
                                       clinch_record_get_int (self->record,
                                                              CLINCH_OPPORTUNITY_CUSTOMER));
  clinch_requirement_row_set_urgent (CLINCH_REQUIREMENT_ROW (row), self->urgent);
  g_signal_connect_object (record, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
}

/* Rows stay the same as long as their requirement is there, wherever the list has it: one that is
 * being edited is not made anew. */
static void
sync_rows (ClinchRequirementsGroup *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  GHashTableIter iter;
  gpointer id;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (clinch_record_list_find (self->list, *(gint64 *) id) == G_MAXUINT)
      {
        gtk_list_box_remove (self->list_box, row);
        g_hash_table_iter_remove (&iter);
      }
  for (guint i = 0; i < n_items; i++)
    {
      gint64 key = clinch_record_list_get_id (self->list, i);

      if (!g_hash_table_contains (self->rows, &key))
        add_missing_row (self, key, i);
    }
}

static void
update (GtkWidget *widget)
{
  ClinchRequirementsGroup *self = CLINCH_REQUIREMENTS_GROUP (widget);

  sync_rows (self);
  arrange (self);
  update_head (self);
}

/* A step can take a requirement out of the list and put it back in another place. */
static void
queue_update (ClinchRequirementsGroup *self)
{
  clinch_page_update_later (GTK_WIDGET (self), update);
}

static void
show_all_cb (ClinchRequirementsGroup *self)
{
  self->all = TRUE;
  arrange (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, MANY)));
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchRequirementsGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes == NULL)
    {
      clinch_page_report (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  clinch_announce (GTK_WIDGET (self), _("Requirement added"));
}

static void
add_cb (ClinchRequirementsGroup *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (
                                                  GTK_EDITABLE (self->add_row))));
  g_autoptr(ClinchRow) row = NULL;

  if (*name == '\0')
    return;

  row = clinch_row_new (CLINCH_KIND_REQUIREMENT);
  clinch_row_set_text (row, CLINCH_REQUIREMENT_NAME, name);
  clinch_row_set_int (row, CLINCH_REQUIREMENT_OPPORTUNITY, clinch_record_get_id (self->record));
  clinch_action_add (self->workspace, row, NULL, added_cb, g_object_ref (self));
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinchRequirementsGroup) self = user_data;

  if (clinch_page_finish (GTK_WIDGET (self), result, NULL))
    gtk_widget_grab_focus (self->add_row);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchRequirementsGroup *self = CLINCH_REQUIREMENTS_GROUP (widget);
  gint64 id = g_variant_get_int64 (parameter);

  clinch_action_delete (self->workspace, CLINCH_KIND_REQUIREMENT, &id, 1, NULL, deleted_cb,
                        g_object_ref (self));
}

/* The contacts of the customer are those who can have asked; and nothing is added to what is in the
 * recycle bin. */
static void
update_record (ClinchRequirementsGroup *self)
{
  gint64 customer_id = clinch_record_get_int (self->record, CLINCH_OPPORTUNITY_CUSTOMER);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    clinch_requirement_row_set_customer (row, customer_id);
  gtk_widget_set_visible (self->add_row, !clinch_workspace_is_read_only (self->workspace)
                          && !clinch_record_is_deleted (self->record));
}

static void
clinch_requirements_group_dispose (GObject *object)
{
  ClinchRequirementsGroup *self = CLINCH_REQUIREMENTS_GROUP (object);

  g_hash_table_remove_all (self->rows);
  g_clear_object (&self->list);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_requirements_group_parent_class)->dispose (object);
}

static void
clinch_requirements_group_finalize (GObject *object)
{
  g_hash_table_unref (CLINCH_REQUIREMENTS_GROUP (object)->rows);

  G_OBJECT_CLASS (clinch_requirements_group_parent_class)->finalize (object);
}

static void
clinch_requirements_group_class_init (ClinchRequirementsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_requirements_group_dispose;
  object_class->finalize = clinch_requirements_group_finalize;

  gtk_widget_class_install_action (widget_class, "requirements.delete", "x", delete_action);
}

static void
clinch_requirements_group_init (ClinchRequirementsGroup *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   clinch_kind_label (CLINCH_KIND_REQUIREMENT, TRUE));
  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "boxed-list");
  gtk_list_box_set_sort_func (self->list_box, compare, self, NULL);
  self->more_row = adw_button_row_new ();
  gtk_widget_set_visible (self->more_row, FALSE);
  g_signal_connect_object (self->more_row, "activated", G_CALLBACK (show_all_cb), self,
                           G_CONNECT_SWAPPED);
  self->add_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("Add a Requirement"));
  g_signal_connect_object (self->add_row, "entry-activated", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, self->more_row);
  gtk_list_box_append (self->list_box, self->add_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list_box));
}

GtkWidget *
clinch_requirements_group_new (ClinchWorkspace *workspace)
{
  ClinchRequirementsGroup *self = g_object_new (CLINCH_TYPE_REQUIREMENTS_GROUP, NULL);

  self->workspace = g_object_ref (workspace);
  self->list = clinch_record_list_new (workspace, NULL);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
clinch_requirements_group_set_record (ClinchRequirementsGroup *self,
                                      ClinchRecord            *record)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_REQUIREMENT);

  g_return_if_fail (CLINCH_IS_REQUIREMENTS_GROUP (self));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  self->all = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  g_signal_connect_object (record, "changed", G_CALLBACK (update_record), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify::deleted", G_CALLBACK (update_record), self,
                           G_CONNECT_SWAPPED);
  clinch_query_filter_int (query, "opportunity", CLINCH_FILTER_EQUAL,
                           clinch_record_get_id (record));
  clinch_record_list_set_query (self->list, query);
  update_record (self);
}

void
clinch_requirements_group_set_urgent (ClinchRequirementsGroup *self,
                                      gboolean                 urgent)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (CLINCH_IS_REQUIREMENTS_GROUP (self));

  self->urgent = urgent;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    clinch_requirement_row_set_urgent (row, urgent);
}
