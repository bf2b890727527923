// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-table-print.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-paper-print.h"
#include "clinch-workspace-load.h"

#include <glib/gi18n-lib.h>

/* What outlives the call: the query for the worker, the rest for the main thread afterwards. */
typedef struct
{
  char *title;
  char *conditions;
  char *order;
  ClinchQuery *query;
  const ClinchTableInfo *info;
  GPtrArray *columns;
  GHashTable *headings;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->title);
  g_free (job->conditions);
  g_free (job->order);
  clinch_query_unref (job->query);
  g_ptr_array_unref (job->columns);
  g_clear_pointer (&job->headings, g_hash_table_unref);
  g_free (job);
}

static char *
describe_order (const ClinchTablePrint *print)
{
  gboolean descending;
  const ClinchTableColumn *column = clinch_column_set_get_sorted (print->columns, &descending);
  const char *title;

  if (column == NULL || print->headings != NULL)
    return NULL;

  title = clinch_column_set_get_info (print->columns)->title (column);
  /* Translators: the heading of a column. */
  return descending ? g_strdup_printf (C_("paper", "sorted by %s, descending"), title)
                    : g_strdup_printf (C_("paper", "sorted by %s"), title);
}

static gboolean
is_stage (gconstpointer column,
          gconstpointer unused)
{
  return ((const ClinchTableColumn *) column)->field == CLINCH_OPPORTUNITY_STAGE;
}

static Job *
job_new (const ClinchTablePrint *print)
{
  Job *job = g_new0 (Job, 1);
  guint stage;

  job->title = g_strdup (print->title);
  job->conditions = g_strdup (print->conditions);
  job->order = describe_order (print);
  job->query = clinch_query_copy (print->query);
  job->info = clinch_column_set_get_info (print->columns);
  job->columns = clinch_column_set_dup_shown (print->columns);
  if (print->headings != NULL)
    {
      job->headings = g_hash_table_ref (print->headings);
      if (g_ptr_array_find_with_equal_func (job->columns, NULL, is_stage, &stage))
        g_ptr_array_remove_index (job->columns, stage);
    }

  return job;
}

static gpointer
load_rows (ClinchDb  *db,
           gpointer   data,
           GError   **error)
{
  const Job *job = data;

  return clinch_workspace_load_page (db, job->query, CLINCH_TABLE_PRINT_ROWS + 1, error);
}

/* --- Composing */

static void
begin_table (ClinchPaper *paper,
             const Job   *job)
{
  ClinchPaperColumn columns[CLINCH_PAPER_MAX_COLUMNS];
  guint n_columns = MIN (job->columns->len, CLINCH_PAPER_MAX_COLUMNS);
  double width = 0;

  for (guint i = 0; i < n_columns; i++)
    width += ((const ClinchTableColumn *) job->columns->pdata[i])->width;
  for (guint i = 0; i < n_columns; i++)
    {
      const ClinchTableColumn *column = job->columns->pdata[i];

      columns[i].title = job->info->title (column);
      columns[i].share = column->width / width;
      columns[i].at_end = column->numeric;
    }
  clinch_paper_begin_table (paper, columns, n_columns);
}

static void
add_row (ClinchPaper  *paper,
         const Job    *job,
         ClinchRecord *record,
         gint64        now)
{
  char *cells[CLINCH_PAPER_MAX_COLUMNS];
  guint n_columns = MIN (job->columns->len, CLINCH_PAPER_MAX_COLUMNS);

  for (guint i = 0; i < n_columns; i++)
    cells[i] = job->info->show (job->columns->pdata[i], record, now);
  clinch_paper_add_row (paper, (const char *const *) cells, 0);
  for (guint i = 0; i < n_columns; i++)
    g_free (cells[i]);
}

static void
add_records (ClinchPaper *paper,
             const Job   *job,
             GPtrArray   *records)
{
  gint64 now = clinch_clock_now ();
  gint64 group = -1;

  for (guint i = 0; i < records->len; i++)
    {
      gint64 stage = job->headings != NULL
                     ? clinch_record_get_int (records->pdata[i], CLINCH_OPPORTUNITY_STAGE) : 0;

      if (stage != group)
        {
          if (i > 0)
            clinch_paper_end_table (paper);
          if (job->headings != NULL)
            clinch_paper_add_text (paper, CLINCH_PAPER_HEADING,
                                   g_hash_table_lookup (job->headings, &stage));
          begin_table (paper, job);
          group = stage;
        }
      add_row (paper, job, records->pdata[i], now);
    }
  if (records->len > 0)
    clinch_paper_end_table (paper);
  else
    clinch_paper_add_text (paper, CLINCH_PAPER_TEXT, C_("paper", "Nothing is shown here."));
}

static char *
describe (const Job *job,
          guint      n_rows,
          gboolean   complete)
{
  g_autoptr(GStrvBuilder) facts = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  g_strv_builder_add (facts, job->conditions != NULL ? job->conditions
                             : C_("paper", "without a filter"));
  if (job->order != NULL)
    g_strv_builder_add (facts, job->order);
  if (complete)
    g_strv_builder_take (facts, g_strdup_printf (ngettext ("%'d row", "%'d rows", (int) n_rows),
                                                 (int) n_rows));
  else
    g_strv_builder_take (facts, g_strdup_printf (C_("paper", "only the first %'d rows"),
                                                 CLINCH_TABLE_PRINT_ROWS));
  parts = g_strv_builder_end (facts);

  return g_strjoinv (" · ", parts);
}

static ClinchPaper *
compose (const Job *job,
         GPtrArray *records)
{
  gboolean complete = records->len <= CLINCH_TABLE_PRINT_ROWS;
  char today[CLINCH_DATE_SIZE];
  g_autofree char *date = NULL;
  g_autofree char *facts = NULL;
  ClinchPaper *paper;

  if (!complete)
    g_ptr_array_set_size (records, CLINCH_TABLE_PRINT_ROWS);
  clinch_clock_today (today);
  date = clinch_date_format_full (today);
  facts = describe (job, records->len, complete);
  paper = clinch_paper_new_wide (job->title, date);
  clinch_paper_add_text (paper, CLINCH_PAPER_TITLE, job->title);
  clinch_paper_add_text (paper, CLINCH_PAPER_SMALL, facts);
  add_records (paper, job, records);

  return paper;
}

void
clinch_table_paper_async (ClinchWorkspace        *workspace,
                          const ClinchTablePrint *print,
                          GCancellable           *cancellable,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  clinch_store_read_slow_async (clinch_workspace_get_store (workspace), load_rows, job_new (print),
                                job_free, (GDestroyNotify) g_ptr_array_unref, cancellable,
                                callback, user_data);
}

ClinchPaper *
clinch_table_paper_finish (ClinchWorkspace  *workspace,
                           GAsyncResult     *result,
                           GError          **error)
{
  g_autoptr(GPtrArray) rows = clinch_store_read_finish (clinch_workspace_get_store (workspace),
                                                        result, error);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    return NULL;

  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (records, clinch_workspace_take_row (workspace, rows->pdata[i]));

  return compose (clinch_store_job_data (result), records);
}

/* --- The dialog */

static void
laid_out_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;
  const Job *job = clinch_store_job_data (result);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchPaper) paper = NULL;

  paper = clinch_table_paper_finish (clinch_page_get_workspace (CLINCH_PAGE (page)), result,
                                     &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (paper == NULL
      || (gtk_widget_get_root (page) != NULL
          && !clinch_paper_print (g_steal_pointer (&paper), job->title, page, &error)))
    clinch_page_report (page, error);
}

void
clinch_table_print (ClinchPage             *page,
                    const ClinchTablePrint *print)
{
  clinch_table_paper_async (clinch_page_get_workspace (page), print,
                            clinch_page_get_cancellable (page), laid_out_cb, g_object_ref (page));
}
