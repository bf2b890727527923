// SPDX-License-Identifier: GPL-3.0-or-later
//
// All records as CSV files.
//
// Rows go from the database to the disk one by one, whatever their number. The files are written
// into a folder beside those they replace and renamed at the end, so that an export that was
// stopped leaves nothing of itself.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-export.h"

#include "clinch-csv-writer.h"
#include "clinch-date.h"
#include "clinch-exchange-error.h"
#include "clinch-import-target.h"
#include "clinch-money.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Rows between two reports of progress. */
#define ROWS_PER_REPORT 512

/* In the order in which an import needs them. */
static const ClinchKind kinds[] = {
  CLINCH_KIND_PIPELINE, CLINCH_KIND_STAGE, CLINCH_KIND_DIMENSION, CLINCH_KIND_TAG,
  CLINCH_KIND_GRADE_RULE, CLINCH_KIND_TEAM, CLINCH_KIND_MEMBER, CLINCH_KIND_CUSTOMER,
  CLINCH_KIND_CONTACT, CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_MATERIAL, CLINCH_KIND_FOLLOW_UP,
  CLINCH_KIND_STAGE_MOVE, CLINCH_KIND_CUSTOMER_TAG, CLINCH_KIND_ASSESSMENT, CLINCH_KIND_INFLUENCE,
  CLINCH_KIND_FACT,
  CLINCH_KIND_HELP_REQUEST, CLINCH_KIND_OBJECTIVE, CLINCH_KIND_WHITESPACE, CLINCH_KIND_REQUIREMENT,
  CLINCH_KIND_TARGET, CLINCH_KIND_FORECAST, CLINCH_KIND_SAVED_VIEW, CLINCH_KIND_SETTING,
};

typedef struct
{
  ClinchDb *db;
  char *temporary;
  ClinchExportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  gint64 done;
  gint64 total;
} Export;

static void
clear_export (Export *self)
{
  if (self->temporary == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat (clinch_kind_word (kinds[i]), ".csv", NULL);
      g_autofree char *path = g_build_filename (self->temporary, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->temporary);
  g_free (self->temporary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, clear_export)

static gboolean
set_file_error (const char  *path,
                GError     **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO,
               _("“%s” cannot be written: %s. Choose another folder, or make room."), name,
               g_strerror (code));
  return FALSE;
}

static gboolean
is_exported (const ClinchField *field)
{
  return (field->flags & CLINCH_FIELD_COMPUTED) == 0;
}

/* What a reference is shown as; kinds without names are told apart by their identifiers alone. */
static const char *
name_column (ClinchKind kind)
{
  const ClinchField *field = clinch_kind_name_field (kind);

  return field != NULL ? field->column : "NULL";
}

/* The fields, then created_at and uid, then the identifiers of all references. What a reference
 * points at in the recycle bin is as good as nothing. */
static char *
build_sql (ClinchKind kind)
{
  g_autoptr(GString) columns = g_string_new (NULL);
  g_autoptr(GString) joins = g_string_new (NULL);
  g_autoptr(GString) uids = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!is_exported (&fields[i]))
        continue;
      if (fields[i].type != CLINCH_FIELD_REFERENCE)
        {
          g_string_append_printf (columns, "t.%s, ", fields[i].column);
          continue;
        }
      g_string_append_printf (columns, "r%d.%s, ", i, name_column (fields[i].target));
      g_string_append_printf (uids, ", r%d.uid", i);
      g_string_append_printf (joins,
                              " LEFT JOIN %s AS r%d ON r%d.id = t.%s AND r%d.deleted_at IS NULL",
                              clinch_kind_table (fields[i].target), i, i, fields[i].column, i);
    }

  return g_strdup_printf ("SELECT %st.created_at, t.uid%s FROM %s AS t%s WHERE t.deleted_at IS "
                          "NULL ORDER BY t.id", columns->str,
                          uids->str, clinch_kind_table (kind), joins->str);
}

static void
add_heading (ClinchCsvWriter *writer,
             ClinchKind       kind,
             int              target)
{
  g_autofree char *name = clinch_import_target_name (kind, target);

  clinch_csv_writer_add_text (writer, name);
}

static void
add_headings (ClinchCsvWriter *writer,
              ClinchKind       kind)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (is_exported (&fields[i]))
      add_heading (writer, kind, i);
  add_heading (writer, kind, CLINCH_IMPORT_CREATED);
  add_heading (writer, kind, CLINCH_IMPORT_UID);
  for (int i = 0; i < n_fields; i++)
    if (is_exported (&fields[i]) && fields[i].type == CLINCH_FIELD_REFERENCE)
      add_heading (writer, kind, CLINCH_IMPORT_UID_OF (i));
}

static void
add_instant (ClinchCsvWriter *writer,
             gint64           instant)
{
  g_autofree char *text = clinch_instant_to_iso (instant);

  clinch_csv_writer_add_text (writer, text);
}

static void
add_uid (ClinchCsvWriter *writer,
         ClinchStatement *statement,
         int              column)
{
  gsize length;
  const ClinchUid *uid = clinch_statement_blob (statement, column, &length);
  char text[CLINCH_UID_STRING_SIZE] = "";

  if (uid != NULL && length == sizeof *uid)
    clinch_uid_to_string (uid, text);
  clinch_csv_writer_add_text (writer, text);
}

static void
add_field (ClinchCsvWriter   *writer,
           ClinchStatement   *statement,
           const ClinchField *field,
           int                column,
           const char        *currency)
{
  g_autofree char *number = NULL;

  if (clinch_statement_is_null (statement, column))
    {
      clinch_csv_writer_add_text (writer, NULL);
      return;
    }

  switch (field->type)
    {
    case CLINCH_FIELD_MONEY:
      number = clinch_money_format_plain (clinch_statement_int (statement, column), currency);
      clinch_csv_writer_add_number (writer, number);
      break;
    case CLINCH_FIELD_INTEGER:
    case CLINCH_FIELD_PERCENT:
      clinch_csv_writer_add_number (writer, clinch_statement_text (statement, column));
      break;
    case CLINCH_FIELD_INSTANT:
      add_instant (writer, clinch_statement_int (statement, column));
      break;
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
    case CLINCH_FIELD_CURRENCY:
    case CLINCH_FIELD_DATE:
    case CLINCH_FIELD_BIRTHDAY:
    case CLINCH_FIELD_CHOICE:
    case CLINCH_FIELD_REFERENCE:
    default:
      clinch_csv_writer_add_text (writer, clinch_statement_text (statement, column));
      break;
    }
}

/* The column in which the currency of the row's amounts stands, or -1. */
static int
find_currency (const ClinchField *fields,
               int                n_fields)
{
  int column = 0;

  for (int i = 0; i < n_fields; i++)
    {
      if (fields[i].type == CLINCH_FIELD_CURRENCY)
        return column;
      column += is_exported (&fields[i]);
    }

  return -1;
}

static gboolean
write_row (ClinchCsvWriter  *writer,
           ClinchStatement  *statement,
           ClinchKind        kind,
           GCancellable     *cancellable,
           GError          **error)
{
  const ClinchField *fields;
  const char *currency;
  int column = 0;
  int currency_column;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  currency_column = find_currency (fields, n_fields);
  currency = currency_column >= 0 ? clinch_statement_text (statement, currency_column) : NULL;
  for (int i = 0; i < n_fields; i++)
    if (is_exported (&fields[i]))
      add_field (writer, statement, &fields[i], column++, currency != NULL ? currency : "CNY");
  add_instant (writer, clinch_statement_int (statement, column++));
  add_uid (writer, statement, column++);
  for (int i = 0; i < n_fields; i++)
    if (is_exported (&fields[i]) && fields[i].type == CLINCH_FIELD_REFERENCE)
      add_uid (writer, statement, column++);

  return clinch_csv_writer_end_row (writer, cancellable, error);
}

static gboolean
write_rows (Export           *self,
            ClinchCsvWriter  *writer,
            ClinchKind        kind,
            gint64           *n_rows,
            GError          **error)
{
  g_autofree char *sql = build_sql (kind);
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (self->db, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  for (*n_rows = 0; ; (*n_rows)++, self->done++)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (self->progress != NULL && (!has_row || *n_rows % ROWS_PER_REPORT == 0))
        self->progress (self->done, self->total, self->progress_data);
      if (!has_row)
        return TRUE;
      if (!write_row (writer, statement, kind, self->cancellable, error))
        return FALSE;
    }
}

static gboolean
write_kind (Export      *self,
            ClinchKind   kind,
            gint64      *n_rows,
            GError     **error)
{
  g_autofree char *name = g_strconcat (clinch_kind_word (kind), ".csv", NULL);
  g_autofree char *path = g_build_filename (self->temporary, name, NULL);
  g_autoptr(ClinchCsvWriter) writer =
    clinch_csv_writer_new_for_file (path, CLINCH_CSV_WRITER_DEFAULT, error);

  if (writer == NULL)
    return FALSE;
  add_headings (writer, kind);

  return clinch_csv_writer_end_row (writer, self->cancellable, error) &&
         write_rows (self, writer, kind, n_rows, error) &&
         clinch_csv_writer_close (writer, self->cancellable, error);
}

static gboolean
count_rows (Export  *self,
            GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE deleted_at IS NULL",
                                              clinch_kind_table (kinds[i]));
      gint64 n_rows;

      if (!clinch_db_query_int (self->db, &n_rows, NULL, error, sql, ""))
        return FALSE;
      self->total += n_rows;
    }

  return TRUE;
}

static gboolean
make_folders (Export      *self,
              const char  *directory,
              GError     **error)
{
  g_autofree char *pattern = g_build_filename (directory, ".clinch-export-XXXXXX", NULL);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    return set_file_error (directory, error);
  if (g_mkdtemp (pattern) == NULL)
    return set_file_error (directory, error);
  self->temporary = g_steal_pointer (&pattern);

  return TRUE;
}

static gboolean
rename_files (Export      *self,
              const char  *directory,
              GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat (clinch_kind_word (kinds[i]), ".csv", NULL);
      g_autofree char *from = g_build_filename (self->temporary, name, NULL);
      g_autofree char *to = g_build_filename (directory, name, NULL);

      if (g_rename (from, to) != 0)
        return set_file_error (to, error);
    }

  return TRUE;
}

gboolean
clinch_export_run (ClinchDb              *db,
                   const char            *directory,
                   ClinchExportProgress   progress,
                   gpointer               progress_data,
                   GCancellable          *cancellable,
                   ClinchExportResult    *result,
                   GError               **error)
{
  g_auto(Export) self = { db, NULL, progress, progress_data, cancellable, 0, 0 };
  ClinchExportResult ignored;

  if (result == NULL)
    result = &ignored;
  *result = (ClinchExportResult) { 0 };

  if (!count_rows (&self, error) || !make_folders (&self, directory, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!write_kind (&self, kinds[i], &result->n_rows[kinds[i]], error))
      return FALSE;

  return rename_files (&self, directory, error);
}
