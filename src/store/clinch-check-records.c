// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each record against its history. For one kind after the other, four readers walk side by side in
// the order of keys: the records, their changes, and the rows of both full-text tables. A record
// that was only ever inserted is compared as text with the change that inserted it; the others are
// put together from all their changes.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-change-set.h"
#include "clinch-check-private.h"
#include "clinch-index.h"
#include "clinch-match.h"
#include "clinch-operations.h"
#include "clinch-sort-keys.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  ClinchStatement *statement;
  gboolean has_row;
} Reader;

typedef struct
{
  ClinchCheck *check;
  ClinchKind kind;
  guint64 names;
  guint64 texts;
  gboolean keys_are_current; /* else the next opening for writing makes them anew */
  Reader rows;
  Reader changes;     /* record_id, op, after, when */
  Reader name_index;  /* key */
  Reader text_index;
} Walk;

/* What the history makes of a record. */
typedef struct
{
  ClinchRow *row;
  char *first; /* how it was inserted, while nothing else is known of it */
  gint64 inserted_at;
  gint64 deleted_at;
  gboolean exists;
} Replay;

static void
clear_walk (Walk *walk)
{
  g_clear_pointer (&walk->rows.statement, clinch_statement_release);
  g_clear_pointer (&walk->changes.statement, clinch_statement_release);
  g_clear_pointer (&walk->name_index.statement, clinch_statement_release);
  g_clear_pointer (&walk->text_index.statement, clinch_statement_release);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear_walk)

static void
clear_replay (Replay *replay)
{
  g_clear_pointer (&replay->row, clinch_row_unref);
  g_free (replay->first);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replay, clear_replay)

static gboolean
step_reader (Reader  *reader,
             GError **error)
{
  return clinch_statement_step (reader->statement, &reader->has_row, error);
}

static gboolean
open_reader (Walk        *walk,
             Reader      *reader,
             const char  *sql,
             gint64       first,
             gint64       second,
             GError     **error)
{
  reader->statement = clinch_db_prepare (walk->check->db, sql, error);
  if (reader->statement == NULL)
    return FALSE;
  clinch_statement_bind_int (reader->statement, 1, first);
  clinch_statement_bind_int (reader->statement, 2, second);

  return step_reader (reader, error);
}

/* The record's columns, and behind them the keys that are derived from its name. */
static char *
rows_sql (ClinchKind kind)
{
  return g_strdup_printf ("SELECT %s, %s, %s FROM %s ORDER BY id",
                          clinch_db_row_columns (kind),
                          clinch_kind_name_field (kind) != NULL ? "name_key" : "NULL",
                          kind == CLINCH_KIND_CUSTOMER ? "company_key" : "NULL",
                          clinch_kind_table (kind));
}

static gboolean
open_walk (Walk    *walk,
           GError **error)
{
  g_autofree char *sql = rows_sql (walk->kind);
  gint64 low = CLINCH_INDEX_KEY (walk->kind, 0);
  gint64 high = CLINCH_INDEX_KEY (walk->kind + 1, 0) - 1;

  clinch_index_fields (walk->kind, &walk->names, &walk->texts);

  return open_reader (walk, &walk->rows, sql, 0, 0, error) &&
         open_reader (walk, &walk->changes,
                      "SELECT c.record_id, c.op, c.after, s.at FROM change AS c"
                      " LEFT JOIN step AS s ON s.id = c.step_id"
                      " WHERE c.kind = ?1 AND ?2 = 0 ORDER BY c.record_id, c.id",
                      walk->kind, 0, error) &&
         open_reader (walk, &walk->name_index,
                      "SELECT rowid FROM search_name WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid", low,
                      high, error) &&
         open_reader (walk, &walk->text_index,
                      "SELECT rowid FROM search_text WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid", low,
                      high, error);
}

static void
report (Walk            *walk,
        const ClinchRow *row,
        gint64           id,
        char            *what)
{
  g_autofree char *name = row != NULL ? clinch_operation_name (walk->check->db, row) : NULL;
  char *message;

  if (name == NULL || *name == '\0')
    /* Translators: kind of record, its number, what is wrong with it. */
    message = g_strdup_printf (_("%1$s no. %2$d %3$s"), clinch_kind_label (walk->kind, FALSE),
                               (int) id, what);
  else
    /* Translators: kind of record, its name, what is wrong with it. */
    message = g_strdup_printf (_("%1$s “%2$s” %3$s"), clinch_kind_label (walk->kind, FALSE), name,
                               what);
  clinch_check_report (walk->check, CLINCH_CHECK_RECORDS, walk->kind, id, 0, message);
  g_free (what);
}

static gboolean
merge_json (Replay      *replay,
            ClinchKind   kind,
            const char  *json,
            GError     **error)
{
  g_autoptr(ClinchRow) after = clinch_row_from_json (kind, json, error);

  if (after == NULL)
    return FALSE;
  if (replay->row == NULL)
    {
      replay->row = clinch_row_new (kind);
      replay->row->created_at = after->created_at != 0 ? after->created_at : replay->inserted_at;
    }
  clinch_row_apply (replay->row, after);

  return TRUE;
}

static gboolean
replay_change (Replay          *replay,
               ClinchKind       kind,
               ClinchChangeOp   op,
               const char      *after,
               gint64           at,
               GError         **error)
{
  switch (op)
    {
    case CLINCH_CHANGE_INSERT:
      replay->exists = TRUE;
      replay->inserted_at = at;
      replay->first = g_strdup (after);
      return TRUE;
    case CLINCH_CHANGE_UPDATE:
      {
        g_autofree char *first = g_steal_pointer (&replay->first);

        return (first == NULL || merge_json (replay, kind, first, error))
               && merge_json (replay, kind, after, error);
      }
    case CLINCH_CHANGE_DELETE:
    case CLINCH_CHANGE_UNDELETE:
      replay->deleted_at = op == CLINCH_CHANGE_DELETE ? at : 0;
      return TRUE;
    case CLINCH_CHANGE_COUNTED:
    default:
      return TRUE;
    }
}

/* Puts together the record @id, or the one with the next changes where there are some before @id. A
 * history that cannot be read is like none: the record will be reported as different. */
static gboolean
replay_record (Walk    *walk,
               gint64   id,
               Replay  *replay,
               GError **error)
{
  ClinchStatement *changes = walk->changes.statement;

  while (walk->changes.has_row && clinch_statement_int (changes, 0) == id)
    {
      g_autoptr(GError) local_error = NULL;

      if (!replay_change (replay, walk->kind, clinch_statement_int (changes, 1),
                          clinch_statement_text (changes, 2), clinch_statement_int (changes, 3),
                          &local_error))
        g_debug ("A change cannot be read: %s", local_error->message);
      if (!step_reader (&walk->changes, error))
        return FALSE;
    }

  return TRUE;
}

static void
compare_fields (Walk            *walk,
                const ClinchRow *row,
                Replay          *replay)
{
  const ClinchField *fields;
  int n_fields;

  if (replay->first != NULL)
    {
      g_autofree char *json = clinch_row_to_log (row, replay->inserted_at);

      if (g_str_equal (json, replay->first))
        return;
      if (!merge_json (replay, walk->kind, replay->first, NULL))
        {
          report (walk, row, row->id, g_strdup (_("has a history that cannot be read.")));
          return;
        }
    }

  if (row->created_at != replay->row->created_at)
    report (walk, row, row->id, g_strdup (_("was created at another time than its history says.")));
  fields = clinch_kind_fields (walk->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (!(fields[i].flags & CLINCH_FIELD_COMPUTED) && !clinch_row_field_equal (row, replay->row, i))
      report (walk, row, row->id,
              /* Translators: goes behind a record's name; a field. */
              g_strdup_printf (_("differs from its history in “%s”."),
                               clinch_field_label (&fields[i])));
}

static void
compare_deletion (Walk            *walk,
                  const ClinchRow *row,
                  const Replay    *replay)
{
  const char *what;

  if (row->deleted_at == replay->deleted_at)
    return;

  if (row->deleted_at == 0)
    what = _("was deleted by its history and lives.");
  else if (replay->deleted_at == 0)
    what = _("lies in the recycle bin without having been deleted.");
  else
    what = _("was deleted at another time than its history says.");
  report (walk, row, row->id, g_strdup (what));
}

static void
compare_keys (Walk            *walk,
              const ClinchRow *row)
{
  int column = 0;
  g_autofree char *name_key = NULL;
  g_autofree char *company_key = NULL;

  if (clinch_kind_name_field (walk->kind) == NULL)
    return;

  clinch_kind_fields (walk->kind, &column);
  column += 4;
  if (walk->keys_are_current)
    name_key = clinch_text_sort_key (clinch_row_name (row));
  if (walk->kind == CLINCH_KIND_CUSTOMER)
    company_key = clinch_company_key (clinch_row_name (row));
  if ((name_key != NULL &&
       g_strcmp0 (name_key, clinch_statement_text (walk->rows.statement, column)) != 0) ||
      g_strcmp0 (company_key, clinch_statement_text (walk->rows.statement, column + 1)) != 0)
    report (walk, row, row->id, g_strdup (_("has a sort key that does not belong to its name.")));
}

static gboolean
compare_index (Walk             *walk,
               Reader           *index,
               const ClinchRow  *row,
               guint64           fields,
               GError          **error)
{
  gint64 key = CLINCH_INDEX_KEY (walk->kind, row->id);
  gboolean expected = row->deleted_at == 0 && clinch_index_is_filled (row, fields);
  gboolean found;

  while (index->has_row && clinch_statement_int (index->statement, 0) < key)
    {
      report (walk, NULL, CLINCH_INDEX_ID (clinch_statement_int (index->statement, 0)),
              g_strdup (_("is in the search index and nowhere else.")));
      if (!step_reader (index, error))
        return FALSE;
    }

  found = index->has_row && clinch_statement_int (index->statement, 0) == key;
  if (found && !step_reader (index, error))
    return FALSE;
  if (expected != found)
    report (walk, row, row->id,
            g_strdup (expected ? _("is missing in the search index.")
                               : _("is in the search index and should not be.")));

  return TRUE;
}

/* History of records that do not exist, up to @id. */
static gboolean
report_missing (Walk    *walk,
                gint64   id,
                GError **error)
{
  while (walk->changes.has_row && clinch_statement_int (walk->changes.statement, 0) < id)
    {
      g_auto(Replay) replay = { NULL };
      gint64 missing = clinch_statement_int (walk->changes.statement, 0);

      if (!replay_record (walk, missing, &replay, error))
        return FALSE;
      report (walk, NULL, missing, g_strdup (_("stands in the history and is missing.")));
    }

  return TRUE;
}

static gboolean
check_row (Walk    *walk,
           GError **error)
{
  g_autoptr(ClinchRow) row = clinch_statement_row (walk->rows.statement, walk->kind);
  g_auto(Replay) replay = { NULL };

  if (!report_missing (walk, row->id, error) || !replay_record (walk, row->id, &replay, error))
    return FALSE;

  if (!replay.exists || (replay.first == NULL && replay.row == NULL))
    {
      report (walk, row, row->id, g_strdup (_("is not in the history.")));
    }
  else
    {
      compare_fields (walk, row, &replay);
      compare_deletion (walk, row, &replay);
    }
  compare_keys (walk, row);

  return compare_index (walk, &walk->name_index, row, walk->names, error) &&
         compare_index (walk, &walk->text_index, row, walk->texts, error);
}

static gboolean
report_left_over (Walk    *walk,
                  Reader  *index,
                  GError **error)
{
  while (index->has_row)
    {
      report (walk, NULL, CLINCH_INDEX_ID (clinch_statement_int (index->statement, 0)),
              g_strdup (_("is in the search index and nowhere else.")));
      if (!step_reader (index, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_kind (ClinchCheck  *self,
            ClinchKind    kind,
            GError      **error)
{
  g_auto(Walk) walk = { .check = self, .kind = kind };

  walk.keys_are_current = clinch_sort_keys_are_current (self->db);
  if (!open_walk (&walk, error))
    return FALSE;
  while (walk.rows.has_row)
    {
      if (!check_row (&walk, error) || !step_reader (&walk.rows, error))
        return FALSE;
    }

  return report_missing (&walk, G_MAXINT64, error)
         && report_left_over (&walk, &walk.name_index, error) &&
         report_left_over (&walk, &walk.text_index, error);
}

gboolean
clinch_check_records (ClinchCheck  *self,
                      GError      **error)
{
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      clinch_check_tell (self, CLINCH_CHECK_RECORDS, (double) (kind - 1) / (CLINCH_N_KINDS - 1));
      if (!check_kind (self, kind, error))
        return FALSE;
    }

  return TRUE;
}
