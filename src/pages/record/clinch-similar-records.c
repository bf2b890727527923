// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-similar-records.h"

#include "clinch-duplicates.h"
#include "clinch-group-rows.h"
#include "clinch-page.h"
#include "clinch-workspace-load.h"

#include <glib/gi18n-lib.h>

#define MAX_SHOWN 3

struct _ClinchSimilarRecords
{
  AdwBin parent_instance;

  ClinchWorkspace *workspace;
  AdwPreferencesGroup *group;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (ClinchSimilarRecords, clinch_similar_records, ADW_TYPE_BIN)

#define RECORD_KEY "clinch-record"

static gpointer
find_similar (ClinchDb  *db,
              gpointer   data,
              GError   **error)
{
  const ClinchRow *draft = data;
  g_autoptr(GArray) ids = clinch_find_duplicates (db, draft, error);

  if (ids == NULL)
    return NULL;

  return clinch_workspace_load_rows (db, draft->kind, (gint64 *) ids->data,
                                     MIN (ids->len, MAX_SHOWN), error);
}

static void
row_activated_cb (ClinchSimilarRecords *self,
                  GtkWidget            *row)
{
  ClinchRecord *record = g_object_get_data (G_OBJECT (row), RECORD_KEY);
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  clinch_page_open (GTK_WIDGET (self), clinch_record_get_kind (record),
                    clinch_record_get_id (record));
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static char *
describe (ClinchRecord *record)
{
  switch ((int) clinch_record_get_kind (record))
    {
    case CLINCH_KIND_CUSTOMER:
      /* Translators: who looks after a customer. */
      return g_strdup_printf (_("Owner: %s"),
                              clinch_record_get_reference_name (record, CLINCH_CUSTOMER_OWNER));
    case CLINCH_KIND_CONTACT:
      return g_strdup (clinch_record_get_text (record, CLINCH_CONTACT_TITLE));
    case CLINCH_KIND_OPPORTUNITY:
      return g_strdup (clinch_record_get_reference_name (record, CLINCH_OPPORTUNITY_STAGE));
    default:
      return NULL;
    }
}

static GtkWidget *
make_row (ClinchSimilarRecords *self,
          ClinchRecord         *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), clinch_record_get_name (record));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Open This One Instead"));
  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (record), g_object_unref);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (row_activated_cb), self);

  return row;
}

static void
show_similar (ClinchSimilarRecords *self,
              GPtrArray            *loaded)
{
  clinch_group_rows_clear (self->rows);

  g_ptr_array_set_free_func (loaded, NULL);
  for (guint i = 0; i < loaded->len; i++)
    {
      g_autoptr(ClinchRecord) record = clinch_workspace_take_row (self->workspace,
                                                                  loaded->pdata[i]);
      GtkWidget *row = make_row (self, record);

      clinch_group_rows_add (self->rows, self->group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), loaded->len > 0);
  if (loaded->len > 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_preferences_group_get_title (self->group),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) loaded = clinch_store_read_finish (CLINCH_STORE (object), result, &error);
  guint n_found;

  if (loaded == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  n_found = loaded->len;
  show_similar (g_task_get_source_object (task), loaded);
  g_task_return_int (task, n_found);
}

static void
clinch_similar_records_dispose (GObject *object)
{
  ClinchSimilarRecords *self = CLINCH_SIMILAR_RECORDS (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_similar_records_parent_class)->dispose (object);
}

static void
clinch_similar_records_finalize (GObject *object)
{
  g_ptr_array_unref (CLINCH_SIMILAR_RECORDS (object)->rows);

  G_OBJECT_CLASS (clinch_similar_records_parent_class)->finalize (object);
}

static void
clinch_similar_records_class_init (ClinchSimilarRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinch_similar_records_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinch_similar_records_finalize;
}

static void
clinch_similar_records_init (ClinchSimilarRecords *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Already There?"));
  adw_preferences_group_set_description (self->group,
                                         _("One of these may be what you are entering."));
  gtk_widget_add_css_class (GTK_WIDGET (self->group), "similar-records");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
clinch_similar_records_new (ClinchWorkspace *workspace)
{
  ClinchSimilarRecords *self = g_object_new (CLINCH_TYPE_SIMILAR_RECORDS, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

void
clinch_similar_records_look_async (ClinchSimilarRecords *self,
                                   const ClinchRow      *draft,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  GTask *task;

  g_return_if_fail (CLINCH_IS_SIMILAR_RECORDS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, clinch_similar_records_look_async);
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), find_similar,
                           clinch_row_copy (draft),
                           (GDestroyNotify) clinch_row_unref, (GDestroyNotify) g_ptr_array_unref,
                           NULL, found_cb, task);
}

gboolean
clinch_similar_records_look_finish (ClinchSimilarRecords  *self,
                                    GAsyncResult          *result,
                                    guint                 *n_found,
                                    GError               **error)
{
  gssize found = g_task_propagate_int (G_TASK (result), error);

  *n_found = found > 0 ? found : 0;
  return found >= 0;
}
