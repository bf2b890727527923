// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading the change log. Whether a step is undone is no column but follows from the steps that
// took it back, each of which may have been taken back itself: a step is in effect unless the step
// that undoes it is.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-log.h"

#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

void
clinch_step_free (ClinchStep *step)
{
  g_free (step->action);
  g_free (step->args);
  g_free (step);
}

void
clinch_log_entry_free (ClinchLogEntry *entry)
{
  g_clear_pointer (&entry->before, clinch_row_unref);
  g_clear_pointer (&entry->after, clinch_row_unref);
  g_free (entry);
}

gboolean
clinch_log_undoer (ClinchDb  *db,
                   gint64     step_id,
                   gint64    *undoer,
                   GError   **error)
{
  gint64 direct;
  gint64 next;
  gboolean in_effect = TRUE;

  if (!clinch_db_query_int (db, &direct, NULL, error, "SELECT max (id) FROM step WHERE undoes = ?",
                            "i", step_id))
    return FALSE;

  /* Along the chain of steps that undo one another each is in effect where the next is not. */
  for (gint64 step = direct; step != 0; step = next)
    {
      if (!clinch_db_query_int (db, &next, NULL, error,
                                "SELECT max (id) FROM step WHERE undoes = ?", "i", step))
        return FALSE;
      if (next != 0)
        in_effect = !in_effect;
    }
  *undoer = in_effect ? direct : 0;

  return TRUE;
}

#define STEP_COLUMNS \
  "id, uid, device, hlc, member_id, at, action, args, undoes, last_change - first_change + 1"

static void
read_uid (ClinchStatement *statement,
          int              column,
          ClinchUid       *uid)
{
  gsize length;
  gconstpointer bytes = clinch_statement_blob (statement, column, &length);

  if (bytes != NULL)
    memcpy (uid->bytes, bytes, MIN (length, sizeof uid->bytes));
}

static ClinchStep *
read_step (ClinchDb         *db,
           ClinchStatement  *statement,
           GError          **error)
{
  g_autoptr(ClinchStep) step = g_new0 (ClinchStep, 1);

  step->id = clinch_statement_int (statement, 0);
  read_uid (statement, 1, &step->uid);
  read_uid (statement, 2, &step->device);
  step->hlc = clinch_statement_int (statement, 3);
  step->member_id = clinch_statement_int (statement, 4);
  step->at = clinch_statement_int (statement, 5);
  step->action = g_strdup (clinch_statement_text (statement, 6));
  step->args = g_strdup (clinch_statement_text (statement, 7));
  step->undoes = clinch_statement_int (statement, 8);
  step->n_changes = clinch_statement_int (statement, 9);
  if (!clinch_log_undoer (db, step->id, &step->undone_by, error))
    return NULL;

  return g_steal_pointer (&step);
}

static GPtrArray *
read_steps (ClinchDb         *db,
            ClinchStatement  *statement,
            GError          **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_step_free);
  gboolean has_row;

  while (TRUE)
    {
      ClinchStep *step;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&steps);
      step = read_step (db, statement, error);
      if (step == NULL)
        return NULL;
      g_ptr_array_add (steps, step);
    }
}

GPtrArray *
clinch_log_steps (ClinchDb  *db,
                  gint64     since,
                  gint64     before_id,
                  int        limit,
                  GError   **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  statement = clinch_db_prepare (db,
                                 since > 0
                                 ? "SELECT " STEP_COLUMNS " FROM step WHERE at >= ?1 AND id < ?2"
                                                 " ORDER BY id DESC LIMIT ?3"
                                               : "SELECT " STEP_COLUMNS " FROM step WHERE ?1 = 0 "
                                                                        "AND id < ?2"
                                                 " ORDER BY id DESC LIMIT ?3",
                                 error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, MAX (since, 0));
  clinch_statement_bind_int (statement, 2, before_id > 0 ? before_id : G_MAXINT64);
  clinch_statement_bind_int (statement, 3, limit > 0 ? limit : -1);

  return read_steps (db, statement, error);
}

GPtrArray *
clinch_log_record_steps (ClinchDb    *db,
                         ClinchKind   kind,
                         gint64       id,
                         GError     **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  statement = clinch_db_prepare (db, "SELECT " STEP_COLUMNS " FROM step WHERE id IN"
                                     " (SELECT step_id FROM change WHERE kind = ? AND record_id = ?) ORDER BY id DESC",
                                 error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, kind);
  clinch_statement_bind_int (statement, 2, id);

  return read_steps (db, statement, error);
}

ClinchRow *
clinch_log_row_at (ClinchDb    *db,
                   ClinchKind   kind,
                   gint64       id,
                   gint64       at,
                   GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (kind);
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;
  gboolean lives = FALSE;

  statement = clinch_db_prepare (db, "SELECT c.op, c.after FROM change AS c"
                                     " JOIN step AS s ON s.id = c.step_id"
                                     " WHERE c.kind = ? AND c.record_id = ? AND s.at <= ?"
                                     " ORDER BY c.id", error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, kind);
  clinch_statement_bind_int (statement, 2, id);
  clinch_statement_bind_int (statement, 3, at);
  while (has_row)
    {
      g_autoptr(ClinchRow) after = NULL;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      lives = clinch_statement_int (statement, 0) != CLINCH_CHANGE_DELETE;
      after = clinch_row_from_json (kind, clinch_statement_text (statement, 1), error);
      if (after == NULL)
        return NULL;
      clinch_row_apply (row, after);
    }
  row->id = id;

  return lives ? g_steal_pointer (&row) : NULL;
}

ClinchStep *
clinch_log_step (ClinchDb  *db,
                 gint64     step_id,
                 GError   **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  g_autoptr(GPtrArray) steps = NULL;

  statement = clinch_db_prepare (db, "SELECT " STEP_COLUMNS " FROM step WHERE id = ?", error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, step_id);
  steps = read_steps (db, statement, error);
  if (steps == NULL)
    return NULL;
  if (steps->len == 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                   _("There is no step %d in the history."),
                   (int) CLAMP (step_id, 0, G_MAXINT));
      return NULL;
    }

  return g_ptr_array_steal_index (steps, 0);
}

static ClinchLogEntry *
read_entry (ClinchStatement  *statement,
            gint64            step_id,
            GError          **error)
{
  g_autoptr(ClinchLogEntry) entry = g_new0 (ClinchLogEntry, 1);
  const char *before = clinch_statement_text (statement, 3);
  const char *after = clinch_statement_text (statement, 4);

  entry->step_id = step_id;
  entry->kind = clinch_statement_int (statement, 0);
  entry->record_id = clinch_statement_int (statement, 1);
  entry->op = clinch_statement_int (statement, 2);
  if (before != NULL && (entry->before = clinch_row_from_json (entry->kind, before, error)) == NULL)
    return NULL;
  if (after != NULL && (entry->after = clinch_row_from_json (entry->kind, after, error)) == NULL)
    return NULL;

  return g_steal_pointer (&entry);
}

GPtrArray *
clinch_log_entries (ClinchDb    *db,
                    gint64       step_id,
                    ClinchKind   kind,
                    gint64       record_id,
                    int          limit,
                    GError     **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  g_autoptr(GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_log_entry_free);
  gboolean has_row;

  /* One record is found by the index of records, however long the step is. */
  statement = clinch_db_prepare (db, record_id != 0
                                       ? "SELECT kind, record_id, op, before, after FROM change "
                                         "WHERE step_id = ?1"
                                         " AND kind = ?2 AND record_id = ?3 ORDER BY id LIMIT ?4"
                                       : "SELECT kind, record_id, op, before, after FROM change"
                                         " WHERE id BETWEEN (SELECT first_change FROM step WHERE id = ?1)"
                                         " AND (SELECT last_change FROM step WHERE id = ?1)"
                                         " AND (?2 = 0 OR +kind = ?2) AND ?3 = 0 ORDER BY id LIMIT ?4",
                                 error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, step_id);
  clinch_statement_bind_int (statement, 2, kind);
  clinch_statement_bind_int (statement, 3, record_id);
  clinch_statement_bind_int (statement, 4, limit > 0 ? limit : -1);

  while (TRUE)
    {
      ClinchLogEntry *entry;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      entry = read_entry (statement, step_id, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
}

/* What a step of “Undo” or “Redo” is about. */
static char *
inner_label (const char *args)
{
  g_autoptr(JsonNode) root = args != NULL ? json_from_string (args, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                     : NULL;

  if (array == NULL || json_array_get_length (array) < 2)
    return g_strdup ("");

  return clinch_step_label (json_array_get_string_element (array, 0),
                            json_array_get_string_element (array, 1));
}

gboolean
clinch_log_undoable (ClinchDb  *db,
                     gint64    *step_id,
                     char     **label,
                     GError   **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  *step_id = 0;
  if (label != NULL)
    *label = NULL;
  statement = clinch_db_prepare (db, "SELECT id, action, args FROM step WHERE action NOT IN"
                                     " ('" CLINCH_ACTION_UNDO "', '" CLINCH_ACTION_REDO "', '"
                                     CLINCH_ACTION_CREATE_WORKSPACE "', '"
                                     CLINCH_ACTION_UPDATE_WORKSPACE "', '"
                                     CLINCH_ACTION_REFRESH_PROFILES "') ORDER BY id DESC",
                                 error);
  if (statement == NULL)
    return FALSE;

  while (has_row)
    {
      gint64 undoer;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      if (!clinch_log_undoer (db, clinch_statement_int (statement, 0), &undoer, error))
        return FALSE;
      if (undoer != 0)
        continue;
      *step_id = clinch_statement_int (statement, 0);
      if (label != NULL)
        *label = clinch_step_label (clinch_statement_text (statement, 1),
                                    clinch_statement_text (statement, 2));
      break;
    }

  return TRUE;
}

gboolean
clinch_log_redoable (ClinchDb  *db,
                     gint64    *step_id,
                     char     **label,
                     GError   **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;

  *step_id = 0;
  if (label != NULL)
    *label = NULL;
  statement = clinch_db_prepare (db, "SELECT id, action, args FROM step ORDER BY id DESC", error);
  if (statement == NULL)
    return FALSE;

  /* Redone undos and what redid them are passed over; the first thing that somebody really did ends
   * the search. */
  while (TRUE)
    {
      const char *action;
      gint64 undoer;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      action = has_row ? clinch_statement_text (statement, 1) : "";
      if (g_str_equal (action, CLINCH_ACTION_REDO))
        continue;
      if (!g_str_equal (action, CLINCH_ACTION_UNDO))
        return TRUE;
      if (!clinch_log_undoer (db, clinch_statement_int (statement, 0), &undoer, error))
        return FALSE;
      if (undoer == 0)
        break;
    }

  *step_id = clinch_statement_int (statement, 0);
  if (label != NULL)
    *label = inner_label (clinch_statement_text (statement, 2));

  return TRUE;
}

void
clinch_log_hash_change (GChecksum      *checksum,
                        ClinchKind      kind,
                        gint64          id,
                        ClinchChangeOp  op,
                        const char     *before,
                        const char     *after)
{
  char head[64];
  int length = g_snprintf (head, sizeof head, "%d|%" G_GINT64_FORMAT "|%d|", kind, id, op);

  g_checksum_update (checksum, (const guint8 *) head, length);
  if (before != NULL)
    g_checksum_update (checksum, (const guint8 *) before, -1);
  g_checksum_update (checksum, (const guint8 *) "|", 1);
  if (after != NULL)
    g_checksum_update (checksum, (const guint8 *) after, -1);
  g_checksum_update (checksum, (const guint8 *) "\n", 1);
}

void
clinch_log_hash_step (GChecksum        *checksum,
                      const ClinchStep *step,
                      guint8            hash[CLINCH_STEP_HASH_SIZE])
{
  g_autofree char *text = NULL;
  gsize length = CLINCH_STEP_HASH_SIZE;

  text = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT
                          "|%" G_GINT64_FORMAT "|%s|%s|%" G_GINT64_FORMAT,
                          step->id, step->hlc, step->member_id, step->at, step->action, step->args,
                          step->undoes);
  g_checksum_update (checksum, step->uid.bytes, sizeof step->uid.bytes);
  g_checksum_update (checksum, step->device.bytes, sizeof step->device.bytes);
  g_checksum_update (checksum, (const guint8 *) text, -1);
  g_checksum_get_digest (checksum, hash, &length);
}
