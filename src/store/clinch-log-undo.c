// SPDX-License-Identifier: GPL-3.0-or-later
//
// Undo. A step is taken back by a step of its own that does the opposite of each of its changes,
// last one first. What was done later is never lost for it: where a later step that is still in
// effect touched the same field of the same record, or something lives that could not live without
// a record that would go, the undo is refused and says what stands in the way.
//
// A step may hold 100,000 changes, so both questions are asked of whole steps at once. The second
// is asked when everything is in place; refusing rolls all of it back.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-log.h"

#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Beside the bits of the fields: whether the record lives at all. */
#define LIFE (G_GUINT64_CONSTANT (1) << 63)
#define EVERYTHING (~G_GUINT64_CONSTANT (0))
#define POSITION (G_GUINT64_CONSTANT (1) << CLINCH_OPPORTUNITY_POSITION)

typedef struct
{
  ClinchTxn *txn;
  ClinchDb *db;
  ClinchStep *step;        /* the one to take back: the last of the chain of undos and redos */
  char *label;             /* what the user calls it */
  gint64 first;
  gint64 last;
  guint64 vanishing;       /* kinds of which records go, as bits */
  guint64 returning;       /* kinds of which records come back or change */
  GHashTable *in_effect;   /* later step to whether it counts */
} Undo;

static void
clear_undo (Undo *undo)
{
  g_clear_pointer (&undo->step, clinch_step_free);
  g_clear_pointer (&undo->in_effect, g_hash_table_unref);
  g_free (undo->label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undo, clear_undo)

static gboolean
find_last_of_chain (Undo    *undo,
                    gint64   step_id,
                    GError **error)
{
  gint64 undoer;

  undo->step = clinch_log_step (undo->db, step_id, error);
  if (undo->step == NULL)
    return FALSE;
  undo->label = clinch_step_label (undo->step->action, undo->step->args);
  if (g_str_equal (undo->step->action, CLINCH_ACTION_CREATE_WORKSPACE)
      || g_str_equal (undo->step->action, CLINCH_ACTION_UPDATE_WORKSPACE)
      || g_str_equal (undo->step->action, CLINCH_ACTION_REFRESH_PROFILES))
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” cannot be undone."), undo->label);
      return FALSE;
    }
  if (undo->step->undone_by != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” was undone already."), undo->label);
      return FALSE;
    }

  /* Where it was undone and redone, it is the redo that is taken back. */
  while (TRUE)
    {
      if (!clinch_db_query_int (undo->db, &undoer, NULL, error,
                                "SELECT max (id) FROM step WHERE undoes = ?", "i",
                                undo->step->id))
        return FALSE;
      if (undoer == 0)
        break;
      g_clear_pointer (&undo->step, clinch_step_free);
      undo->step = clinch_log_step (undo->db, undoer, error);
      if (undo->step == NULL)
        return FALSE;
    }

  return clinch_db_query_int (undo->db, &undo->first, NULL, error,
                              "SELECT first_change FROM step WHERE id = ?", "i",
                              undo->step->id) &&
         clinch_db_query_int (undo->db, &undo->last, NULL, error,
                              "SELECT last_change FROM step WHERE id = ?", "i",
                              undo->step->id);
}

/* A later step counts unless it was taken back, or is itself the taking back of another later
 * step. */
static gboolean
is_in_effect (Undo      *undo,
              gint64     step_id,
              gboolean  *in_effect,
              GError   **error)
{
  gpointer known;
  gint64 undoer;
  gint64 undoes;

  if (g_hash_table_lookup_extended (undo->in_effect, &step_id, NULL, &known))
    {
      *in_effect = GPOINTER_TO_INT (known);
      return TRUE;
    }

  if (!clinch_log_undoer (undo->db, step_id, &undoer, error) ||
      !clinch_db_query_int (undo->db, &undoes, NULL, error, "SELECT undoes FROM step WHERE id = ?",
                            "i", step_id))
    return FALSE;
  *in_effect = undoer == 0 && undoes <= undo->step->id;
  g_hash_table_insert (undo->in_effect, g_memdup2 (&step_id, sizeof step_id),
                       GINT_TO_POINTER (*in_effect));

  return TRUE;
}

static char *
dup_title (ClinchDb   *db,
           ClinchKind  kind,
           gint64      id)
{
  g_autofree char *name = clinch_kind_name_field (kind) != NULL ? clinch_db_name_of (db, kind, id)
                          : NULL;

  if (name == NULL || *name == '\0')
    return g_strdup (clinch_kind_label (kind, FALSE));

  return g_steal_pointer (&name);
}

static char *
dup_step_label (ClinchDb *db,
                gint64    step_id)
{
  g_autoptr(ClinchStep) step = clinch_log_step (db, step_id, NULL);

  return step != NULL ? clinch_step_label (step->action, step->args) : g_strdup ("");
}

static void
refuse_for_field (Undo        *undo,
                  ClinchKind   kind,
                  gint64       id,
                  guint64      fields,
                  gint64       later_step,
                  GError     **error)
{
  g_autofree char *title = dup_title (undo->db, kind, id);
  g_autofree char *later = dup_step_label (undo->db, later_step);
  int field = g_bit_nth_lsf (fields & ~LIFE, -1);

  if (field < 0)
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 /* Translators: a step, the name of a record, the later step that stands in the
                  * way. */
                 _("“%1$s” cannot be undone: “%2$s” was deleted or restored after it (%3$s). Undo "
                   "that first."), undo->label,
                 title, later);
  else
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 /* Translators: a step, a field, the name of a record, the later step that stands
                  * in the way. */
                 _("“%1$s” cannot be undone: “%2$s” of “%3$s” was changed after it (%4$s). Undo "
                   "that first."), undo->label,
                 clinch_field_label (clinch_kind_field (kind, field)), title, later);
}

static gboolean
op_vanishes (ClinchChangeOp op)
{
  return op == CLINCH_CHANGE_INSERT || op == CLINCH_CHANGE_UNDELETE;
}

/* What follows from other records stands in nobody's way and is not restored: the derive function
 * works it out anew. */
static guint64
without_derived (ClinchKind kind,
                 guint64    mask)
{
  const ClinchField *fields;
  guint64 derived = 0;
  guint64 followers = 0;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (fields[i].flags & CLINCH_FIELD_DERIVED)
        derived |= G_GUINT64_CONSTANT (1) << i;
      if (fields[i].flags & CLINCH_FIELD_FOLLOWER)
        followers |= G_GUINT64_CONSTANT (1) << i;
    }

  return mask & derived ? mask & ~(derived | followers) : mask;
}

static ClinchRow *
read_fields (ClinchKind    kind,
             const char   *json,
             GError      **error)
{
  ClinchRow *row = clinch_row_from_json (kind, json, error);

  if (row != NULL)
    row->mask = without_derived (kind, row->mask);

  return row;
}

static gboolean
read_mask (ClinchKind    kind,
           const char   *json,
           guint64      *fields,
           GError      **error)
{
  g_autoptr(ClinchRow) row = read_fields (kind, json, error);

  if (row == NULL)
    return FALSE;
  *fields = row->mask;

  return TRUE;
}

/* A pair of changes of one record: the step's, and a later one. Where the record would go,
 * everything done to it counts. */
static gboolean
check_pair (Undo             *undo,
            ClinchStatement  *pair,
            GError          **error)
{
  ClinchKind kind = clinch_statement_int (pair, 0);
  gint64 later_step = clinch_statement_int (pair, 4);
  ClinchChangeOp op = clinch_statement_int (pair, 2);
  ClinchChangeOp later_op = clinch_statement_int (pair, 5);
  guint64 fields = op_vanishes (op) ? EVERYTHING : LIFE;
  guint64 later_fields = LIFE;
  gboolean in_effect;

  if (!is_in_effect (undo, later_step, &in_effect, error))
    return FALSE;
  if (!in_effect)
    return TRUE;
  if (op == CLINCH_CHANGE_UPDATE
      && !read_mask (kind, clinch_statement_text (pair, 3), &fields, error))
    return FALSE;
  if (later_op == CLINCH_CHANGE_UPDATE
      && !read_mask (kind, clinch_statement_text (pair, 6), &later_fields, error))
    return FALSE;
  /* A card that was only pushed about in its new column does not keep it there. */
  if (kind == CLINCH_KIND_OPPORTUNITY && later_fields == POSITION && fields != POSITION)
    return TRUE;
  if ((fields & later_fields) == 0)
    return TRUE;

  refuse_for_field (undo, kind, clinch_statement_int (pair, 1), fields & later_fields, later_step,
                    error);
  return FALSE;
}

#define PAIR_COLUMNS "c.kind, c.record_id, c.op, c.after, l.step_id, l.op, l.after"

/* Nothing that was done later may be overwritten. The shorter side leads, the other is found by its
 * index. */
static gboolean
check_later_changes (Undo    *undo,
                     GError **error)
{
  g_autoptr(ClinchStatement) pairs = NULL;
  gboolean has_row = TRUE;
  gint64 newest;

  if (!clinch_db_query_int (undo->db, &newest, NULL, error, "SELECT max (id) FROM change", ""))
    return FALSE;
  if (newest == undo->last)
    return TRUE;

  pairs = clinch_db_prepare (undo->db, newest - undo->last < undo->last - undo->first
                                         ? "SELECT " PAIR_COLUMNS " FROM change AS l CROSS JOIN "
                                                                  "change AS c"
                                           " ON c.kind = l.kind AND c.record_id = l.record_id AND c.id BETWEEN ?1 AND ?2"
                                           " WHERE l.id > ?2"
                                         : "SELECT " PAIR_COLUMNS " FROM change AS c CROSS JOIN "
                                                                  "change AS l"
                                           " ON l.kind = c.kind AND l.record_id = c.record_id AND l.id > ?2"
                                           " WHERE c.id BETWEEN ?1 AND ?2",
                             error);
  if (pairs == NULL)
    return FALSE;
  clinch_statement_bind_int (pairs, 1, undo->first);
  clinch_statement_bind_int (pairs, 2, undo->last);
  while (has_row)
    {
      if (!clinch_statement_step (pairs, &has_row, error)
          || (has_row && !check_pair (undo, pairs, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_back (Undo             *undo,
           ClinchStatement  *change,
           GError          **error)
{
  ClinchKind kind = clinch_statement_int (change, 0);
  gint64 id = clinch_statement_int (change, 1);
  ClinchChangeOp op = clinch_statement_int (change, 2);
  g_autoptr(ClinchRow) before = NULL;

  if (op_vanishes (op))
    undo->vanishing |= G_GUINT64_CONSTANT (1) << kind;
  else
    undo->returning |= G_GUINT64_CONSTANT (1) << kind;
  if (op != CLINCH_CHANGE_UPDATE)
    return clinch_txn_set_deleted (undo->txn, kind, id, op_vanishes (op), error);

  before = read_fields (kind, clinch_statement_text (change, 3), error);
  return before != NULL && clinch_txn_update (undo->txn, id, before, error);
}

static gboolean
take_back_all (Undo    *undo,
               GError **error)
{
  g_autoptr(ClinchStatement) changes = NULL;
  gboolean has_row = TRUE;

  changes = clinch_db_prepare (undo->db,
                               "SELECT kind, record_id, op, before FROM change WHERE id BETWEEN ? AND ?"
                                         " ORDER BY id DESC",
                               error);
  if (changes == NULL)
    return FALSE;
  clinch_statement_bind_int (changes, 1, undo->first);
  clinch_statement_bind_int (changes, 2, undo->last);
  while (has_row)
    {
      if (!clinch_statement_step (changes, &has_row, error)
          || (has_row && !take_back (undo, changes, error)))
        return FALSE;
    }

  return TRUE;
}

/* Something that lives on may not point at a record that went. */
static gboolean
check_dependants (Undo               *undo,
                  const ClinchField  *field,
                  GError            **error)
{
  g_autofree char *sql = NULL;
  g_autofree char *title = NULL;
  g_autofree char *later = NULL;
  gint64 step;
  gint64 id;

  sql =
    g_strdup_printf ("SELECT r.id FROM change AS c CROSS JOIN %s AS r ON r.%s = c.record_id AND "
                     "r.deleted_at IS NULL"
                         " WHERE c.id BETWEEN ? AND ? AND +c.kind = ? AND c.op IN (1, 4) LIMIT 1",
                         clinch_kind_table (field->kind), field->column);
  if (!clinch_db_query_int (undo->db, &id, NULL, error, sql, "iii", undo->first, undo->last,
                            (gint64) field->target))
    return FALSE;
  if (id == 0)
    return TRUE;

  if (!clinch_db_query_int (undo->db, &step, NULL, error,
                            "SELECT max (step_id) FROM change WHERE kind = ? AND record_id = ?",
                            "ii", (gint64) field->kind, id))
    return FALSE;
  title = dup_title (undo->db, field->kind, id);
  later = dup_step_label (undo->db, step);
  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               /* Translators: a step, kind and name of a record, the later step that made or
                * changed it. */
               _("“%1$s” cannot be undone: %2$s “%3$s” depends on it (%4$s). Undo that or delete "
                 "it first."), undo->label,
               clinch_kind_label (field->kind, FALSE), title, later);
  return FALSE;
}

/* What came back may not point at a record that has gone since. */
static gboolean
check_foundations (Undo               *undo,
                   const ClinchField  *field,
                   GError            **error)
{
  g_autofree char *sql = NULL;
  g_autofree char *title = NULL;
  gint64 id;

  sql =
    g_strdup_printf ("SELECT t.id FROM change AS c CROSS JOIN %s AS r ON r.id = c.record_id AND "
                     "r.deleted_at IS NULL"
                         " CROSS JOIN %s AS t ON t.id = r.%s AND t.deleted_at IS NOT NULL"
                         " WHERE c.id BETWEEN ? AND ? AND +c.kind = ? AND c.op IN (2, 3) LIMIT 1",
                         clinch_kind_table (field->kind), clinch_kind_table (field->target),
                         field->column);
  if (!clinch_db_query_int (undo->db, &id, NULL, error, sql, "iii", undo->first, undo->last,
                            (gint64) field->kind))
    return FALSE;
  if (id == 0)
    return TRUE;

  title = dup_title (undo->db, field->target, id);
  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               /* Translators: a step, kind and name of a record. */
               _("“%1$s” cannot be undone: %2$s “%3$s”, which it needs, lies in the recycle bin. "
                 "Restore that first."),
               undo->label, clinch_kind_label (field->target, FALSE), title);
  return FALSE;
}

static gboolean
check_references (Undo    *undo,
                  GError **error)
{
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      const ClinchField *fields;
      int n_fields;

      fields = clinch_kind_fields (kind, &n_fields);
      for (int i = 0; i < n_fields; i++)
        {
          if (!clinch_field_binds (&fields[i]))
            continue;
          if ((undo->vanishing & (G_GUINT64_CONSTANT (1) << fields[i].target))
              && !check_dependants (undo, &fields[i], error))
            return FALSE;
          if ((undo->returning & (G_GUINT64_CONSTANT (1) << kind))
              && !check_foundations (undo, &fields[i], error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Taking back an undo is a redo, and the other way round; either names what was done in the first
 * place. */
static void
set_action (Undo *undo)
{
  gboolean was_undo = g_str_equal (undo->step->action, CLINCH_ACTION_UNDO);
  gboolean was_redo = g_str_equal (undo->step->action, CLINCH_ACTION_REDO);
  g_autoptr(JsonNode) root = was_undo || was_redo ? json_from_string (undo->step->args, NULL)
                             : NULL;
  JsonArray *inner = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                     : NULL;

  if (inner != NULL && json_array_get_length (inner) >= 2)
    clinch_txn_set_action (undo->txn, was_undo ? CLINCH_ACTION_REDO : CLINCH_ACTION_UNDO,
                           json_array_get_string_element (inner, 0),
                           json_array_get_string_element (inner, 1), NULL);
  else
    clinch_txn_set_action (undo->txn, CLINCH_ACTION_UNDO, undo->step->action, undo->step->args,
                           NULL);
  clinch_txn_set_undoes (undo->txn, undo->step->id);
}

gboolean
clinch_log_undo (ClinchTxn  *txn,
                 gint64      step_id,
                 GError    **error)
{
  g_auto(Undo) undo = { .txn = txn, .db = clinch_txn_db (txn) };

  undo.in_effect = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!find_last_of_chain (&undo, step_id, error) || !check_later_changes (&undo, error)
      || !take_back_all (&undo, error) ||
      !check_references (&undo, error))
    return FALSE;

  set_action (&undo);
  return TRUE;
}
