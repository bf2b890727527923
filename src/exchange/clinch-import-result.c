// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-result.h"

#include "clinch-csv-writer.h"

#include <glib/gi18n.h>

ClinchImportResult *
clinch_import_result_new (ClinchTable *table,
                          ClinchKind   kind)
{
  ClinchImportResult *self = g_new0 (ClinchImportResult, 1);

  self->table = clinch_table_ref (table);
  self->kind = kind;
  self->n_rows = clinch_table_get_n_rows (table);
  self->problems = g_array_new (FALSE, FALSE, sizeof (ClinchImportProblem));
  self->sums = g_array_new (FALSE, FALSE, sizeof (ClinchImportSum));
  self->texts = g_string_chunk_new (4096);

  return self;
}

void
clinch_import_result_free (ClinchImportResult *self)
{
  clinch_table_unref (self->table);
  g_array_unref (self->problems);
  g_array_unref (self->sums);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
clinch_import_result_add_problem (ClinchImportResult  *self,
                                  guint                row,
                                  int                  column,
                                  ClinchImportVerdict  verdict,
                                  const char          *message)
{
  /* The same sentence is often said of thousands of rows. */
  ClinchImportProblem problem = { row, column, verdict,
                                  g_string_chunk_insert_const (self->texts, message) };

  g_array_append_val (self->problems, problem);
}

static void
add_saturated (gint64 *sum,
               gint64  amount)
{
  if (__builtin_add_overflow (*sum, amount, sum))
    *sum = amount > 0 ? G_MAXINT64 : G_MININT64;
}

void
clinch_import_result_add_sum (ClinchImportResult *self,
                              const char         *currency,
                              gint64              stage_id,
                              const char         *stage,
                              gint64              amount,
                              gboolean            is_imported)
{
  ClinchImportSum *sum = NULL;

  for (guint i = 0; sum == NULL && i < self->sums->len; i++)
    {
      ClinchImportSum *each = &g_array_index (self->sums, ClinchImportSum, i);

      if (each->stage_id == stage_id && g_str_equal (each->currency, currency))
        sum = each;
    }
  if (sum == NULL)
    {
      ClinchImportSum added = { g_string_chunk_insert_const (self->texts, currency), stage_id,
                                g_string_chunk_insert_const (self->texts, stage != NULL ? stage
                                                             : ""), 0, 0, 0, 0 };

      g_array_append_val (self->sums, added);
      sum = &g_array_index (self->sums, ClinchImportSum, self->sums->len - 1);
    }

  if (is_imported)
    {
      sum->n_imported++;
      add_saturated (&sum->imported, amount);
    }
  else
    {
      sum->n_left++;
      add_saturated (&sum->left, amount);
    }
}

guint
clinch_import_result_get_line (const ClinchImportResult  *self,
                               const ClinchImportProblem *problem)
{
  return clinch_table_get_line (self->table, problem->row);
}

const char *
clinch_import_result_get_value (const ClinchImportResult  *self,
                                const ClinchImportProblem *problem)
{
  return problem->column >= 0 ? clinch_table_get_cell (self->table, problem->row, problem->column)
         : "";
}

static gboolean
write_headings (ClinchCsvWriter           *writer,
                const ClinchImportResult  *self,
                GCancellable              *cancellable,
                GError                   **error)
{
  for (guint i = 0; i < clinch_table_get_n_columns (self->table); i++)
    clinch_csv_writer_add_text (writer, clinch_table_get_column_name (self->table, i));
  /* Translators: heading of a column that holds line numbers of the imported file. */
  clinch_csv_writer_add_text (writer, C_("rejects", "line"));
  /* Translators: heading of a column that says why a row was not imported. */
  clinch_csv_writer_add_text (writer, C_("rejects", "reason"));

  return clinch_csv_writer_end_row (writer, cancellable, error);
}

static gboolean
write_row (ClinchCsvWriter           *writer,
           const ClinchImportResult  *self,
           guint                      row,
           const char                *reason,
           const char               **cells,
           GCancellable              *cancellable,
           GError                   **error)
{
  char line[16];

  clinch_table_get_row (self->table, row, cells);
  for (guint i = 0; i < clinch_table_get_n_columns (self->table); i++)
    clinch_csv_writer_add_text (writer, cells[i]);
  g_snprintf (line, sizeof line, "%u", clinch_table_get_line (self->table, row));
  clinch_csv_writer_add_number (writer, line);
  clinch_csv_writer_add_text (writer, reason);

  return clinch_csv_writer_end_row (writer, cancellable, error);
}

gboolean
clinch_import_result_write_rejects (const ClinchImportResult  *self,
                                    const char                *path,
                                    GCancellable              *cancellable,
                                    GError                   **error)
{
  g_autoptr(ClinchCsvWriter) writer =
    clinch_csv_writer_new_for_file (path, CLINCH_CSV_WRITER_DEFAULT, error);
  g_autofree const char **cells = g_new (const char *,
                                         clinch_table_get_n_columns (self->table) + 1);
  g_autoptr(GString) reason = g_string_new (NULL);

  if (writer == NULL || !write_headings (writer, self, cancellable, error))
    return FALSE;

  for (guint i = 0; i < self->problems->len; i++)
    {
      const ClinchImportProblem *problem = &g_array_index (self->problems, ClinchImportProblem, i);
      const ClinchImportProblem *next = problem + 1;

      if (problem->verdict == CLINCH_IMPORT_NOTE)
        continue;
      if (reason->len > 0)
        g_string_append_c (reason, ' ');
      g_string_append (reason, problem->message);
      if (i + 1 < self->problems->len && next->row == problem->row
          && next->verdict != CLINCH_IMPORT_NOTE)
        continue;
      if (!write_row (writer, self, problem->row, reason->str, cells, cancellable, error))
        return FALSE;
      g_string_truncate (reason, 0);
    }

  return clinch_csv_writer_close (writer, cancellable, error);
}
