// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-table-copy.h"

#include "clinch-clock.h"
#include "clinch-field-text.h"
#include "clinch-formula.h"
#include "clinch-money.h"
#include "clinch-page.h"
#include "clinch-reading.h"
#include "clinch-workspace-load.h"

#include <glib/gi18n-lib.h>

/* The text is put together in the store's job, since most of a large selection is not loaded. */
typedef struct
{
  ClinchKind kind;
  GArray *ids;
  const ClinchTableInfo *info;
  GPtrArray *columns; /* const ClinchTableColumn, in the order on the screen */
  char *currency;
  gint64 now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_array_unref (job->ids);
  g_ptr_array_unref (job->columns);
  g_free (job->currency);
  g_free (job);
}

static void
append_headings (GString   *text,
                 const Job *job)
{
  for (guint i = 0; i < job->columns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "",
                            job->info->title (job->columns->pdata[i]));
  g_string_append_c (text, '\n');
}

/* One cell of a spreadsheet each, and never a formula. */
static void
append_row (GString               *text,
            const Job             *job,
            const ClinchLoadedRow *row)
{
  for (guint i = 0; i < job->columns->len; i++)
    {
      const ClinchTableColumn *column = job->columns->pdata[i];
      g_autofree char *cell = job->info->copy (column, row, job->currency, job->now);
      g_autofree char *guarded = NULL;

      g_strdelimit (cell, "\t\r\n", ' ');
      if (!column->numeric)
        guarded = clinch_formula_guard (cell);
      if (i > 0)
        g_string_append_c (text, '\t');
      g_string_append (text, guarded != NULL ? guarded : cell);
    }
  g_string_append_c (text, '\n');
}

static gpointer
read_text (ClinchDb  *db,
           gpointer   data,
           GError   **error)
{
  Job *job = data;
  g_autoptr(GString) text = g_string_new (NULL);
  const gsize step = 500;

  append_headings (text, job);
  for (gsize i = 0; i < job->ids->len; i += step)
    {
      g_autoptr(GPtrArray) rows = clinch_workspace_load_rows (db, job->kind,
                                                              &g_array_index (job->ids, gint64, i),
                                                              MIN (step, job->ids->len - i), error);

      if (rows == NULL)
        return NULL;
      for (guint j = 0; j < rows->len; j++)
        append_row (text, job, rows->pdata[j]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
copy_text (GtkWidget     *widget,
           gconstpointer  data,
           gpointer       answer)
{
  const Job *job = data;
  g_autofree char *text = answer;
  int n = (int) job->ids->len;
  g_autofree char *message = g_strdup_printf (ngettext ("%d row copied", "%d rows copied", n), n);

  clinch_page_copy (widget, text, message);
}

static const ClinchReading text_reading = {
  .load = read_text,
  .show = copy_text,
  .question_free = job_free,
  .answer_free = g_free,
  .is_slow = TRUE,
};

void
clinch_table_copy (GtkWidget       *widget,
                   ClinchWorkspace *workspace,
                   ClinchKind       kind,
                   GArray          *ids,
                   ClinchColumnSet *columns)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->ids = ids;
  job->info = clinch_column_set_get_info (columns);
  job->columns = clinch_column_set_dup_shown (columns);
  job->currency = g_strdup (clinch_workspace_get_currency (workspace));
  job->now = clinch_clock_now ();
  clinch_reading_ask (widget, workspace, &text_reading, job);
}

char *
clinch_table_copy_field (const ClinchLoadedRow *row,
                         int                    field,
                         const char            *currency)
{
  const ClinchField *info = clinch_kind_field (row->row->kind, field);
  const char *own;

  if (info->type == CLINCH_FIELD_REFERENCE)
    return g_strdup (row->names[field] != NULL ? row->names[field] : "");
  if (clinch_row_is_null (row->row, field))
    return g_strdup ("");
  if (info->type == CLINCH_FIELD_MONEY)
    {
      own = clinch_row_text (row->row,
                             clinch_kind_find_field (row->row->kind, "currency")->index);
      if (g_strcmp0 (own, currency) == 0)
        return clinch_money_format_plain (clinch_row_int (row->row, field), own);
    }

  return clinch_field_text_type (row->row, field, NULL);
}
