// SPDX-License-Identifier: GPL-3.0-or-later
//
// The steps follow each other as pages. Reading the file, making the plan, checking and importing
// are jobs; while one runs nobody else touches the plan. The job that imports is the only one that
// writes, as one step that can be undone.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-import-dialog.h"

#include "clinch-actions.h"
#include "clinch-exchange-error.h"
#include "clinch-import-file.h"
#include "clinch-import-run.h"
#include "clinch-import-steps.h"
#include "clinch-page.h"

#include <glib/gi18n-lib.h>

struct _ClinchImportDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation_view;
  AdwActionRow *file_row;
  GtkWidget *file_spinner;
  AdwComboRow *kind_row;
  AdwComboRow *encoding_row;
  AdwComboRow *delimiter_row;
  GtkWidget *file_error_group;
  GtkLabel *file_error_label;
  GtkWidget *file_next_button;
  AdwPreferencesPage *columns_page;
  AdwPreferencesPage *values_page;
  AdwPreferencesPage *preview_page;
  GtkButton *import_button;
  GtkLabel *working_label;
  GtkProgressBar *progress_bar;
  AdwPreferencesPage *result_page;
  GtkWidget *rejects_button;
  GtkWidget *undo_button;

  ClinchWorkspace *workspace;
  ClinchImportPlan *plan;
  ClinchImportResult *result;
  GCancellable *cancellable;
  AdwAlertDialog *question; /* weak: whether to stop */
  GPtrArray *columns_groups;
  GPtrArray *values_groups;
  GPtrArray *preview_groups;
  GPtrArray *result_groups;
  char *path;
  gint64 step_id;
  guint progress_source;
  int progress; /* in thousandths, written by the worker */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ClinchImportDialog, clinch_import_dialog, ADW_TYPE_DIALOG)

static const ClinchKind kinds[] = {
  CLINCH_KIND_NONE,     CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_CUSTOMER, CLINCH_KIND_CONTACT,
  CLINCH_KIND_FOLLOW_UP, CLINCH_KIND_MEMBER,     CLINCH_KIND_TEAM,
};

static const char *const encodings[] = { NULL, "UTF-8", "GB18030", "Big5", "UTF-16",
                                         "windows-1252" };
static const char delimiters[] = { 0, ',', ';', '\t', '|' };

#define PROGRESS_INTERVAL_MS 80

/* What a job works on; the dialog is held until it is back. */
typedef struct
{
  ClinchImportDialog *dialog;
  char *path;
  const char *encoding;
  char delimiter;
  ClinchKind kind;
  ClinchImportPlan *plan;
  ClinchImportResult *result;
} Job;

static Job *
job_new (ClinchImportDialog *self)
{
  Job *job = g_new0 (Job, 1);

  job->dialog = g_object_ref (self);
  job->path = g_strdup (self->path);
  job->encoding = encodings[adw_combo_row_get_selected (self->encoding_row)];
  job->delimiter = delimiters[adw_combo_row_get_selected (self->delimiter_row)];
  job->kind = kinds[adw_combo_row_get_selected (self->kind_row)];

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->plan, clinch_import_plan_free);
  g_clear_pointer (&job->result, clinch_import_result_free);
  g_object_unref (job->dialog);
  g_free (job->path);
  g_free (job);
}

static void
clear_groups (AdwPreferencesPage *page,
              GPtrArray          *groups)
{
  for (guint i = 0; i < groups->len; i++)
    adw_preferences_page_remove (page, groups->pdata[i]);
  g_ptr_array_set_size (groups, 0);
}

static void
show_step (ClinchImportDialog *self,
           const char         *tag)
{
  adw_navigation_view_push_by_tag (self->navigation_view, tag);
}

static void
show_file_error (ClinchImportDialog *self,
                 const char         *message)
{
  gtk_widget_set_visible (self->file_error_group, message != NULL);
  gtk_label_set_label (self->file_error_label, message != NULL ? message : "");
}

/* The first step: file and plan. */

static gpointer
read_plan (ClinchDb  *db,
           gpointer   data,
           GError   **error)
{
  Job *job = data;
  ClinchCsvOptions options = { job->encoding, job->delimiter, CLINCH_CSV_HEADER_DETECT };
  g_autoptr(ClinchTable) table = NULL;
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *display_name = g_filename_display_name (name);

  table = clinch_import_read_file (job->path, &options, clinch_db_get_cancellable (db), error);
  if (table != NULL)
    job->plan = clinch_import_plan_new (table, display_name, job->kind, db, error);

  return NULL;
}

static void
describe_plan (ClinchImportDialog *self)
{
  ClinchTable *table = clinch_import_plan_get_table (self->plan);
  guint n_rows = clinch_table_get_n_rows (table);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s",
                                           clinch_import_plan_get_file_name (self->plan), rows,
                                           clinch_table_get_encoding (table));
  ClinchKind kind = clinch_import_plan_get_kind (self->plan);

  gtk_widget_set_visible (GTK_WIDGET (self->delimiter_row),
                          clinch_table_get_delimiter (table) != 0);
  adw_action_row_set_subtitle (self->file_row, text);
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      adw_combo_row_set_selected (self->kind_row, i);
  self->filling = FALSE;
  show_file_error (self, kind != CLINCH_KIND_NONE
                           ? NULL
                           : _("What the rows are could not be found out from the headings. Choose "
                               "it above."));
  gtk_widget_set_sensitive (self->file_next_button, kind != CLINCH_KIND_NONE);
}

static void
plan_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Job *job = clinch_store_job_data (result);
  ClinchImportDialog *self = job->dialog;
  g_autoptr(GError) error = NULL;
  gpointer nothing = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  g_assert (nothing == NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED))
    return;

  gtk_widget_set_visible (self->file_spinner, FALSE);
  if (error != NULL)
    {
      adw_action_row_set_subtitle (self->file_row, job->path);
      show_file_error (self, error->message);
      return;
    }
  self->plan = g_steal_pointer (&job->plan);
  describe_plan (self);
}

static void
forget_plan (ClinchImportDialog *self)
{
  clear_groups (self->columns_page, self->columns_groups);
  clear_groups (self->values_page, self->values_groups);
  clear_groups (self->preview_page, self->preview_groups);
  g_clear_pointer (&self->plan, clinch_import_plan_free);
}

static void
read_file (ClinchImportDialog *self)
{
  if (self->path == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  forget_plan (self);
  show_file_error (self, NULL);
  gtk_widget_set_sensitive (self->file_next_button, FALSE);
  gtk_widget_set_visible (self->file_spinner, TRUE);
  clinch_store_read_slow_async (clinch_workspace_get_store (self->workspace), read_plan,
                                job_new (self), job_free, NULL,
                                self->cancellable, plan_read_cb, NULL);
}

void
clinch_import_dialog_open (ClinchImportDialog *self,
                           const char         *path)
{
  g_return_if_fail (CLINCH_IS_IMPORT_DIALOG (self));

  g_set_str (&self->path, path);
  adw_combo_row_set_selected (self->kind_row, 0);
  read_file (self);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinchImportDialog) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    clinch_import_dialog_open (self, path);
}

static void
choose_clicked_cb (ClinchImportDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("CSV Files and vCards"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "vcf");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Choose a File to Import"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_chosen_cb,
                        g_object_ref (self));
}

static void
reading_changed_cb (ClinchImportDialog *self)
{
  if (!self->filling && self->workspace != NULL)
    read_file (self);
}

static void
kind_changed_cb (ClinchImportDialog *self)
{
  ClinchKind kind =
    kinds[MIN (adw_combo_row_get_selected (self->kind_row), G_N_ELEMENTS (kinds) - 1)];

  if (self->filling || self->plan == NULL || kind == CLINCH_KIND_NONE)
    return;

  clinch_import_plan_set_kind (self->plan, kind);
  describe_plan (self);
}

static void
file_next_clicked_cb (ClinchImportDialog *self)
{
  clear_groups (self->columns_page, self->columns_groups);
  clinch_import_columns_fill (self->columns_page, self->columns_groups, self->workspace,
                              self->plan);
  show_step (self, "columns");
}

/* The last steps: check, import, result. */

static gboolean
show_progress_cb (gpointer user_data)
{
  ClinchImportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->progress) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
note_progress (guint    done,
               guint    total,
               gpointer user_data)
{
  ClinchImportDialog *self = user_data;

  g_atomic_int_set (&self->progress, total > 0 ? (int) (done * 1000.0 / total) : 0);
}

static void
start_working (ClinchImportDialog *self,
               const char         *message)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->progress, 0);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_label_set_label (self->working_label, message);
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_INTERVAL_MS, show_progress_cb, self);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  show_step (self, "working");
}

static void
stop_working (ClinchImportDialog *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (self->question != NULL)
    adw_dialog_force_close (ADW_DIALOG (self->question));
  adw_navigation_view_pop (self->navigation_view);
}

static void
report_failure (ClinchImportDialog *self,
                const GError       *error)
{
  if (g_error_matches (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      clinch_page_toast (GTK_WIDGET (self), _("Cancelled. Nothing was imported."));
      return;
    }
  clinch_page_report (GTK_WIDGET (self), error);
}

static gpointer
check_plan (ClinchDb  *db,
            gpointer   data,
            GError   **error)
{
  Job *job = data;

  job->result = clinch_import_check (job->dialog->plan, db, note_progress, job->dialog,
                                     clinch_db_get_cancellable (db), error);
  return NULL;
}

static void
show_preview (ClinchImportDialog       *self,
              const ClinchImportResult *result)
{
  guint n_written = result->n_new + result->n_updated;
  g_autofree char *label =
    g_strdup_printf (ngettext ("_Import %u Row", "_Import %u Rows", n_written), n_written);

  clear_groups (self->preview_page, self->preview_groups);
  clinch_import_report_fill (self->preview_page, self->preview_groups, result, FALSE);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), n_written > 0);
  show_step (self, "preview");
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Job *job = clinch_store_job_data (result);
  ClinchImportDialog *self = job->dialog;
  g_autoptr(GError) error = NULL;
  gpointer nothing = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  g_assert (nothing == NULL);
  stop_working (self);
  if (job->result == NULL)
    report_failure (self, error);
  else
    show_preview (self, job->result);
}

static void
start_check (ClinchImportDialog *self)
{
  start_working (self, _("Looking at every row…"));
  clinch_store_read_slow_async (clinch_workspace_get_store (self->workspace), check_plan,
                                job_new (self), job_free, NULL,
                                self->cancellable, checked_cb, NULL);
}

static void
columns_next_clicked_cb (ClinchImportDialog *self)
{
  g_autofree char *problem = clinch_import_plan_dup_problem (self->plan);

  if (problem != NULL)
    {
      clinch_page_toast (GTK_WIDGET (self), problem);
      return;
    }
  clear_groups (self->values_page, self->values_groups);
  if (clinch_import_values_fill (self->values_page, self->values_groups, self->workspace,
                                 self->plan))
    show_step (self, "values");
  else
    start_check (self);
}

static void
values_next_clicked_cb (ClinchImportDialog *self)
{
  start_check (self);
}

static gboolean
run_plan (ClinchTxn  *txn,
          gpointer    data,
          GError    **error)
{
  Job *job = data;

  job->result = clinch_import_run (job->dialog->plan, txn, note_progress, job->dialog,
                                   clinch_db_get_cancellable (clinch_txn_db (txn)), error);
  return job->result != NULL;
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Job *job = clinch_store_job_data (result);
  ClinchImportDialog *self = job->dialog;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_store_write_finish (CLINCH_STORE (object), result,
                                                                  &error);

  stop_working (self);
  if (changes == NULL)
    {
      report_failure (self, error);
      return;
    }

  self->result = g_steal_pointer (&job->result);
  self->step_id = changes->step_id;
  clinch_import_report_fill (self->result_page, self->result_groups, self->result, TRUE);
  gtk_widget_set_visible (self->rejects_button,
                          self->result->n_rejected + self->result->n_duplicates > 0);
  gtk_widget_set_visible (self->undo_button, self->step_id != 0);
  show_step (self, "result");
}

static void
import_clicked_cb (ClinchImportDialog *self)
{
  start_working (self, _("Importing…"));
  clinch_store_write_async (clinch_workspace_get_store (self->workspace), run_plan, job_new (self),
                            job_free,
                            self->cancellable, imported_cb, NULL);
}

static void
cancel_clicked_cb (ClinchImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
question_answered_cb (ClinchImportDialog *self,
                      const char         *response)
{
  if (g_str_equal (response, "stop"))
    g_cancellable_cancel (self->cancellable);
}

/* Closing it, or the window under it, does not stop the work without a word. */
static void
close_attempt_cb (ClinchImportDialog *self)
{
  AdwAlertDialog *question;

  if (self->question != NULL)
    return;
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Stop the Import?"),
                                                     _("Nothing of it will be kept.")));
  adw_alert_dialog_add_responses (question, "continue", _("_Continue"), "stop", _("_Stop"), NULL);
  adw_alert_dialog_set_response_appearance (question, "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "continue");
  g_signal_connect_object (question, "response", G_CALLBACK (question_answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, question);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

static void
rejects_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(ClinchImportDialog) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return;
  if (clinch_import_result_write_rejects (self->result, path, NULL, &error))
    clinch_page_toast (GTK_WIDGET (self), _("The rejected rows were saved"));
  else
    clinch_page_report (GTK_WIDGET (self), error);
}

static void
rejects_clicked_cb (ClinchImportDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Save Rejected Rows"));
  gtk_file_dialog_set_initial_name (dialog, _("rejected.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        rejects_chosen_cb,
                        g_object_ref (self));
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes == NULL)
    {
      clinch_page_report (GTK_WIDGET (self), error);
      gtk_widget_set_sensitive (self->undo_button, TRUE);
      return;
    }
  clinch_page_toast (GTK_WIDGET (self), _("The import was undone"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
undo_clicked_cb (ClinchImportDialog *self)
{
  gtk_widget_set_sensitive (self->undo_button, FALSE);
  clinch_action_undo (self->workspace, self->step_id, NULL, undone_cb, g_object_ref (self));
}

static void
done_clicked_cb (ClinchImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
clinch_import_dialog_dispose (GObject *object)
{
  ClinchImportDialog *self = CLINCH_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->question);
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (clinch_import_dialog_parent_class)->dispose (object);
}

static void
clinch_import_dialog_finalize (GObject *object)
{
  ClinchImportDialog *self = CLINCH_IMPORT_DIALOG (object);

  g_clear_pointer (&self->plan, clinch_import_plan_free);
  g_clear_pointer (&self->result, clinch_import_result_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_ptr_array_unref (self->columns_groups);
  g_ptr_array_unref (self->values_groups);
  g_ptr_array_unref (self->preview_groups);
  g_ptr_array_unref (self->result_groups);
  g_free (self->path);

  G_OBJECT_CLASS (clinch_import_dialog_parent_class)->finalize (object);
}

static void
clinch_import_dialog_class_init (ClinchImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_import_dialog_dispose;
  object_class->finalize = clinch_import_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/import/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, file_spinner);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, file_error_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, file_error_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, file_next_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, columns_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, values_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, preview_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, working_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, result_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, rejects_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchImportDialog, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, values_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rejects_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
}

static void
fill_choices (ClinchImportDialog *self)
{
  const char *encoding_names[] = { _("Found Out"), "UTF-8", _("GB18030 (Excel in Chinese)"), "Big5",
                                   "UTF-16",
                                   _("Windows (Western)"), NULL };
  const char *delimiter_names[] = { _("Found Out"), _("Comma"), _("Semicolon"), _("Tab"), _("Bar"),
                                    NULL };
  g_autoptr(GtkStringList) kind_list = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) encoding_list = gtk_string_list_new (encoding_names);
  g_autoptr(GtkStringList) delimiter_list = gtk_string_list_new (delimiter_names);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (kind_list,
                            kinds[i] == CLINCH_KIND_NONE ? _("Found Out")
                            : clinch_kind_label (kinds[i], TRUE));

  self->filling = TRUE;
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kind_list));
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (encoding_list));
  adw_combo_row_set_model (self->delimiter_row, G_LIST_MODEL (delimiter_list));
  self->filling = FALSE;
}

static void
clinch_import_dialog_init (ClinchImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
  self->columns_groups = g_ptr_array_new ();
  self->values_groups = g_ptr_array_new ();
  self->preview_groups = g_ptr_array_new ();
  self->result_groups = g_ptr_array_new ();
  fill_choices (self);
}

ClinchImportDialog *
clinch_import_dialog_new (ClinchWorkspace *workspace)
{
  ClinchImportDialog *self = g_object_new (CLINCH_TYPE_IMPORT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}
