// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-operations.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-line.h"
#include "clinch-profile-operations.h"
#include "clinch-stage-operations.h"
#include "clinch-step-label.h"
#include "clinch-target-operations.h"
#include "clinch-text.h"
#include "clinch-wait-operations.h"

#include <glib/gi18n-lib.h>

#define LABEL_LENGTH 30

char *
clinch_operation_name (ClinchDb        *db,
                       const ClinchRow *row)
{
  if (row->kind == CLINCH_KIND_TARGET || row->kind == CLINCH_KIND_FORECAST)
    return clinch_target_name (db, row);
  if (row->kind == CLINCH_KIND_FOLLOW_UP && !clinch_row_is_null (row, CLINCH_FOLLOW_UP_TEXT))
    return clinch_text_snippet (clinch_row_text (row, CLINCH_FOLLOW_UP_TEXT), "", LABEL_LENGTH);

  return g_strdup (clinch_kind_name_field (row->kind) != NULL ? clinch_row_name (row) : "");
}

static gboolean
fill_me (ClinchTxn  *txn,
         ClinchRow  *row,
         int         field,
         GError    **error)
{
  gint64 me = clinch_txn_me (txn);

  if (!clinch_row_is_null (row, field))
    return TRUE;
  if (me == 0 && !clinch_db_query_int (clinch_txn_db (txn), &me, NULL, error,
                                       "SELECT id FROM member WHERE deleted_at IS NULL ORDER BY id LIMIT 1", ""))
    return FALSE;
  if (me != 0)
    clinch_row_set_int (row, field, me);

  return TRUE;
}

static void
fill_currency (ClinchTxn *txn,
               ClinchRow *row,
               int        field)
{
  g_autofree char *currency = NULL;

  if (!clinch_row_is_null (row, field))
    return;
  currency = clinch_db_get_setting (clinch_txn_db (txn), "currency");
  clinch_row_set_text (row, field, currency != NULL ? currency : "CNY");
}

static gboolean
fill_pipeline (ClinchTxn  *txn,
               ClinchRow  *row,
               GError    **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  gint64 id;

  if (clinch_row_is_null (row, CLINCH_OPPORTUNITY_PIPELINE))
    {
      if (!clinch_row_is_null (row, CLINCH_OPPORTUNITY_STAGE))
        {
          if (!clinch_db_query_int (db, &id, NULL, error,
                                    "SELECT pipeline_id FROM stage WHERE id = ?", "i",
                                    clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE)))
            return FALSE;
        }
      else if (!clinch_db_query_int (db, &id, NULL, error,
                                     "SELECT id FROM pipeline WHERE deleted_at IS NULL ORDER BY position, id LIMIT 1", ""))
        {
          return FALSE;
        }
      if (id != 0)
        clinch_row_set_int (row, CLINCH_OPPORTUNITY_PIPELINE, id);
    }
  if (clinch_row_is_null (row, CLINCH_OPPORTUNITY_STAGE))
    {
      if (!clinch_db_query_int (db, &id, NULL, error,
                                "SELECT id FROM stage WHERE pipeline_id = ? AND deleted_at IS NULL"
                                " ORDER BY type IS NOT 'open', position, id LIMIT 1",
                                "i", clinch_row_int (row, CLINCH_OPPORTUNITY_PIPELINE)))
        return FALSE;
      if (id != 0)
        clinch_row_set_int (row, CLINCH_OPPORTUNITY_STAGE, id);
    }

  return TRUE;
}

gboolean
clinch_operation_top (ClinchDb  *db,
                      gint64     stage_id,
                      gint64    *position,
                      GError   **error)
{
  gboolean found;

  if (!clinch_db_query_int (db, position, &found, error,
                            "SELECT position FROM opportunity WHERE stage_id = ? AND deleted_at IS NULL"
                            " ORDER BY position, id LIMIT 1",
                            "i", stage_id))
    return FALSE;
  if (found)
    *position -= CLINCH_POSITION_GAP;

  return TRUE;
}

static gboolean
fill_opportunity (ClinchTxn  *txn,
                  ClinchRow  *row,
                  GError    **error)
{
  g_autoptr(ClinchRow) customer = NULL;
  char today[CLINCH_DATE_SIZE];
  gint64 position;

  if (!clinch_row_is_null (row, CLINCH_OPPORTUNITY_CUSTOMER))
    {
      customer = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_CUSTOMER,
                                     clinch_row_int (row, CLINCH_OPPORTUNITY_CUSTOMER), error);
      if (customer == NULL)
        return FALSE;
      if (clinch_row_is_null (row, CLINCH_OPPORTUNITY_OWNER))
        clinch_row_set_int (row, CLINCH_OPPORTUNITY_OWNER,
                            clinch_row_int (customer, CLINCH_CUSTOMER_OWNER));
      if (clinch_row_is_null (row, CLINCH_OPPORTUNITY_CURRENCY))
        clinch_row_set_text (row, CLINCH_OPPORTUNITY_CURRENCY,
                             clinch_row_text (customer, CLINCH_CUSTOMER_CURRENCY));
    }
  fill_currency (txn, row, CLINCH_OPPORTUNITY_CURRENCY);
  if (!fill_me (txn, row, CLINCH_OPPORTUNITY_OWNER, error) || !fill_pipeline (txn, row, error))
    return FALSE;

  if (clinch_row_is_null (row, CLINCH_OPPORTUNITY_STAGE_ENTERED))
    clinch_row_set_int (row, CLINCH_OPPORTUNITY_STAGE_ENTERED, clinch_txn_now (txn));
  if (clinch_row_is_null (row, CLINCH_OPPORTUNITY_STARTED))
    {
      clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
      clinch_row_set_text (row, CLINCH_OPPORTUNITY_STARTED, today);
    }
  if (clinch_row_is_null (row, CLINCH_OPPORTUNITY_POSITION))
    {
      if (!clinch_operation_top (clinch_txn_db (txn),
                                 clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE), &position, error))
        return FALSE;
      clinch_row_set_int (row, CLINCH_OPPORTUNITY_POSITION, position);
    }

  return TRUE;
}

static gboolean
copy_customer (ClinchTxn   *txn,
               ClinchRow   *row,
               const char  *sql,
               int          field,
               GError     **error)
{
  gint64 id;

  if (!clinch_row_is_null (row, CLINCH_FOLLOW_UP_CUSTOMER) || clinch_row_is_null (row, field))
    return TRUE;
  if (!clinch_db_query_int (clinch_txn_db (txn), &id, NULL, error, sql, "i",
                            clinch_row_int (row, field)))
    return FALSE;
  if (id != 0)
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_CUSTOMER, id);

  return TRUE;
}

static gboolean
fill_follow_up (ClinchTxn  *txn,
                ClinchRow  *row,
                GError    **error)
{
  if (clinch_row_is_null (row, CLINCH_FOLLOW_UP_TYPE))
    clinch_row_set_text (row, CLINCH_FOLLOW_UP_TYPE, "note");
  if (clinch_row_is_null (row, CLINCH_FOLLOW_UP_HAPPENED))
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, clinch_txn_now (txn));

  return fill_me (txn, row, CLINCH_FOLLOW_UP_AUTHOR, error) &&
         copy_customer (txn, row, "SELECT customer_id FROM opportunity WHERE id = ?",
                        CLINCH_FOLLOW_UP_OPPORTUNITY, error) &&
         copy_customer (txn, row, "SELECT customer_id FROM contact WHERE id = ?",
                        CLINCH_FOLLOW_UP_CONTACT, error);
}

static gboolean
fill_defaults (ClinchTxn  *txn,
               ClinchRow  *row,
               GError    **error)
{
  switch (row->kind)
    {
    case CLINCH_KIND_OPPORTUNITY:
      return fill_opportunity (txn, row, error)
             && clinch_operation_fill_wait (txn, row, error);
    case CLINCH_KIND_FOLLOW_UP:
      return fill_follow_up (txn, row, error);
    case CLINCH_KIND_CUSTOMER:
      fill_currency (txn, row, CLINCH_CUSTOMER_CURRENCY);
      return fill_me (txn, row, CLINCH_CUSTOMER_OWNER, error);
    case CLINCH_KIND_MEMBER:
      if (clinch_row_is_null (row, CLINCH_MEMBER_ROLE))
        clinch_row_set_text (row, CLINCH_MEMBER_ROLE, "owner");
      return TRUE;
    case CLINCH_KIND_REQUIREMENT:
      if (clinch_row_is_null (row, CLINCH_REQUIREMENT_IMPORTANCE))
        clinch_row_set_text (row, CLINCH_REQUIREMENT_IMPORTANCE, "should");
      return TRUE;
    case CLINCH_KIND_PIPELINE:
      return clinch_operation_fill_pipeline (txn, row, error);
    case CLINCH_KIND_STAGE:
      return clinch_operation_fill_stage (txn, row, error);
    case CLINCH_KIND_TARGET:
    case CLINCH_KIND_FORECAST:
      return clinch_operation_fill_target (txn, row, error);
    case CLINCH_KIND_NONE:
    case CLINCH_KIND_TEAM:
    case CLINCH_KIND_CONTACT:
    case CLINCH_KIND_STAGE_MOVE:
    case CLINCH_KIND_SAVED_VIEW:
    case CLINCH_KIND_SETTING:
    case CLINCH_KIND_DIMENSION:
    case CLINCH_KIND_TAG:
    case CLINCH_KIND_CUSTOMER_TAG:
    case CLINCH_KIND_GRADE_RULE:
    case CLINCH_KIND_ASSESSMENT:
    case CLINCH_KIND_INFLUENCE:
    case CLINCH_KIND_FACT:
    case CLINCH_KIND_HELP_REQUEST:
    case CLINCH_KIND_OBJECTIVE:
    case CLINCH_KIND_WHITESPACE:
    case CLINCH_KIND_MATERIAL:
    case CLINCH_N_KINDS:
    default:
      return TRUE;
    }
}

static gboolean
record_move (ClinchTxn   *txn,
             gint64       opportunity_id,
             gint64       from,
             gint64       to,
             gint64       at,
             const char  *reason,
             GError     **error)
{
  g_autoptr(ClinchRow) move = clinch_row_new (CLINCH_KIND_STAGE_MOVE);

  clinch_row_set_int (move, CLINCH_STAGE_MOVE_OPPORTUNITY, opportunity_id);
  if (from != 0)
    clinch_row_set_int (move, CLINCH_STAGE_MOVE_FROM, from);
  clinch_row_set_int (move, CLINCH_STAGE_MOVE_TO, to);
  clinch_row_set_int (move, CLINCH_STAGE_MOVE_MOVED, at);
  if (clinch_txn_me (txn) != 0)
    clinch_row_set_int (move, CLINCH_STAGE_MOVE_MEMBER, clinch_txn_me (txn));
  clinch_row_set_text (move, CLINCH_STAGE_MOVE_REASON, reason);

  return clinch_txn_insert (txn, move, error) != 0;
}

/* What was agreed on in a follow-up is what happens next with the opportunity. */
static gboolean
carry_next_step (ClinchTxn        *txn,
                 const ClinchRow  *follow_up,
                 GError          **error)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  if (clinch_row_is_null (follow_up, CLINCH_FOLLOW_UP_OPPORTUNITY))
    return TRUE;
  if (!clinch_row_is_null (follow_up, CLINCH_FOLLOW_UP_NEXT_STEP))
    clinch_row_set_text (changes, CLINCH_OPPORTUNITY_NEXT_STEP,
                         clinch_row_text (follow_up, CLINCH_FOLLOW_UP_NEXT_STEP));
  if (!clinch_row_is_null (follow_up, CLINCH_FOLLOW_UP_NEXT_STEP)
      || !clinch_row_is_null (follow_up, CLINCH_FOLLOW_UP_NEXT_DATE))
    clinch_row_set_text (changes, CLINCH_OPPORTUNITY_NEXT_DATE,
                         clinch_row_text (follow_up, CLINCH_FOLLOW_UP_NEXT_DATE));

  return clinch_txn_update (txn, clinch_row_int (follow_up, CLINCH_FOLLOW_UP_OPPORTUNITY), changes,
                            error);
}

static void
set_add_action (ClinchTxn       *txn,
                const ClinchRow *row)
{
  g_autofree char *name = NULL;

  if (clinch_txn_has_action (txn))
    return;
  if (row->kind == CLINCH_KIND_FOLLOW_UP)
    {
      name = clinch_db_name_of (clinch_txn_db (txn), CLINCH_KIND_CUSTOMER,
                                clinch_row_int (row, CLINCH_FOLLOW_UP_CUSTOMER));
      clinch_txn_set_action (txn, CLINCH_ACTION_LOG, clinch_row_text (row, CLINCH_FOLLOW_UP_TYPE),
                             name, NULL);
      return;
    }
  name = clinch_operation_name (clinch_txn_db (txn), row);
  clinch_txn_set_action (txn, CLINCH_ACTION_ADD, clinch_kind_word (row->kind), name, NULL);
}

gint64
clinch_operation_add (ClinchTxn  *txn,
                      ClinchRow  *row,
                      GError    **error)
{
  if (!fill_defaults (txn, row, error) || clinch_txn_insert (txn, row, error) == 0)
    return 0;
  if (row->kind == CLINCH_KIND_OPPORTUNITY &&
      !record_move (txn, row->id, 0, clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE),
                    clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE_ENTERED), NULL, error))
    return 0;
  if (row->kind == CLINCH_KIND_FOLLOW_UP && !carry_next_step (txn, row, error))
    return 0;
  set_add_action (txn, row);

  return row->id;
}

/* Moves the neighbours above a place apart until there is room; with the usual gaps that takes very
 * few. */
static gboolean
make_room (ClinchTxn        *txn,
           const ClinchRow  *before,
           GError          **error)
{
  gint64 position = clinch_row_int (before, CLINCH_OPPORTUNITY_POSITION);
  g_autoptr(GPtrArray) above = NULL;
  guint n_shifted;

  above = clinch_db_load_rows (clinch_txn_db (txn), error, CLINCH_KIND_OPPORTUNITY,
                               "WHERE stage_id = ? AND deleted_at IS NULL AND (position, id) < (?, ?)"
                               " ORDER BY position DESC, id DESC",
                               "iii", clinch_row_int (before, CLINCH_OPPORTUNITY_STAGE), position, before->id);
  if (above == NULL)
    return FALSE;

  for (n_shifted = 1; n_shifted < above->len; n_shifted++)
    if (position - clinch_row_int (above->pdata[n_shifted],
                                   CLINCH_OPPORTUNITY_POSITION) > 2 * ((gint64) n_shifted + 1))
      break;
  for (guint i = 0; i < n_shifted && i < above->len; i++)
    {
      g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_OPPORTUNITY);
      gint64 low = n_shifted < above->len
                   ? clinch_row_int (above->pdata[n_shifted], CLINCH_OPPORTUNITY_POSITION)
                                          : position - CLINCH_POSITION_GAP * ((gint64) n_shifted
                                                                              + 1);
      gint64 step = (position - low) / ((gint64) n_shifted + 1);

      clinch_row_set_int (changes, CLINCH_OPPORTUNITY_POSITION, position - step * ((gint64) i + 1));
      if (!clinch_txn_update (txn, ((ClinchRow *) above->pdata[i])->id, changes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
position_above (ClinchTxn  *txn,
                gint64      moved_id,
                gint64      before_id,
                gint64     *position,
                GError    **error)
{
  for (int attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr(ClinchRow) before = clinch_db_load_row (clinch_txn_db (txn),
                                                        CLINCH_KIND_OPPORTUNITY, before_id, error);
      gboolean found;
      gint64 above;
      gint64 own;

      if (before == NULL)
        return FALSE;
      own = clinch_row_int (before, CLINCH_OPPORTUNITY_POSITION);
      if (!clinch_db_query_int (clinch_txn_db (txn), &above, &found, error,
                                "SELECT position FROM opportunity WHERE stage_id = ? AND deleted_at IS NULL AND id != ?"
                                " AND (position, id) < (?, ?) ORDER BY position DESC, id DESC LIMIT 1",
                                "iiii", clinch_row_int (before, CLINCH_OPPORTUNITY_STAGE), moved_id, own, before_id))
        return FALSE;
      *position = found ? above + (own - above) / 2 : own - CLINCH_POSITION_GAP;
      if (!found || own - above >= 2)
        return TRUE;
      if (attempt == 0 && !make_room (txn, before, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_position (ClinchTxn                *txn,
               gint64                    moved_id,
               const ClinchMoveRequest  *request,
               gint64                   *position,
               GError                  **error)
{
  gboolean found;

  if (request->before_id > 0)
    return position_above (txn, moved_id, request->before_id, position, error);
  if (request->before_id == 0)
    return clinch_operation_top (clinch_txn_db (txn), request->stage_id, position, error);

  if (!clinch_db_query_int (clinch_txn_db (txn), position, &found, error,
                            "SELECT position FROM opportunity WHERE stage_id = ? AND deleted_at IS NULL"
                            " ORDER BY position DESC, id DESC LIMIT 1",
                            "i", request->stage_id))
    return FALSE;
  if (found)
    *position += CLINCH_POSITION_GAP;

  return TRUE;
}

static gboolean
is_type (const ClinchRow *stage,
         const char      *type)
{
  return g_strcmp0 (clinch_row_text (stage, CLINCH_STAGE_TYPE), type) == 0;
}

static void
carry_percent (const ClinchRow *row,
               int              from,
               int              to,
               ClinchRow       *changes)
{
  if (clinch_row_is_null (row, from))
    clinch_row_set_null (changes, to);
  else
    clinch_row_set_int (changes, to, clinch_row_int (row, from));
  clinch_row_set_null (changes, from);
}

/* A probability of one's own belongs to an open deal; the outcome has one of its own. What was
 * thought is kept: it shows how well its owner judges, and it comes back with the deal. */
static void
carry_prediction (const ClinchRow *row,
                  gboolean         was_open,
                  gboolean         is_open,
                  ClinchRow       *changes)
{
  if (was_open && !is_open)
    carry_percent (row, CLINCH_OPPORTUNITY_PROBABILITY, CLINCH_OPPORTUNITY_PREDICTED, changes);
  else if (is_open && !was_open)
    carry_percent (row, CLINCH_OPPORTUNITY_PREDICTED, CLINCH_OPPORTUNITY_PROBABILITY, changes);
  else
    clinch_row_set_null (changes, CLINCH_OPPORTUNITY_PROBABILITY);
}

static gboolean
fill_outcome (ClinchTxn                *txn,
              const ClinchRow          *row,
              const ClinchRow          *from,
              const ClinchRow          *to,
              const ClinchMoveRequest  *request,
              ClinchRow                *changes,
              GError                  **error)
{
  g_autofree char *reason = clinch_text_clean_line (request->reason);
  char today[CLINCH_DATE_SIZE];

  if (is_type (to, "open") && is_type (from, "open"))
    return TRUE;

  carry_prediction (row, is_type (from, "open"), is_type (to, "open"), changes);
  if (is_type (to, "open"))
    {
      clinch_row_set_null (changes, CLINCH_OPPORTUNITY_CLOSED);
      clinch_row_set_null (changes, CLINCH_OPPORTUNITY_LOST_REASON);
      return TRUE;
    }

  clinch_operation_end_wait (changes);
  if (is_type (to, "lost") && reason == NULL)
    {
      g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NEEDS_REASON,
                           _("A lost opportunity needs a reason. Say why it was lost."));
      return FALSE;
    }
  if (request->date != NULL && !clinch_date_is_valid (request->date))
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED, _("“%s” is not a date."),
                   request->date);
      return FALSE;
    }
  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
  clinch_row_set_text (changes, CLINCH_OPPORTUNITY_CLOSED,
                       request->date != NULL ? request->date : today);
  if (is_type (to, "lost"))
    clinch_row_set_text (changes, CLINCH_OPPORTUNITY_LOST_REASON, reason);
  else
    clinch_row_set_null (changes, CLINCH_OPPORTUNITY_LOST_REASON);
  if (request->competitor != NULL)
    clinch_row_set_text (changes, CLINCH_OPPORTUNITY_COMPETITOR, request->competitor);
  if (request->has_amount)
    clinch_row_set_int (changes, CLINCH_OPPORTUNITY_AMOUNT, request->amount);

  return TRUE;
}

static gboolean
move_one (ClinchTxn                *txn,
          gint64                    id,
          const ClinchRow          *to,
          const ClinchMoveRequest  *request,
          GError                  **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_OPPORTUNITY);
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, CLINCH_KIND_OPPORTUNITY, id, error);
  g_autoptr(ClinchRow) from = NULL;
  gint64 position;

  if (row == NULL)
    return FALSE;
  if (row->deleted_at != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” lies in the recycle bin. Restore it before moving it."),
                   clinch_row_name (row));
      return FALSE;
    }
  if (request->before_id == id)
    return TRUE;
  if (!find_position (txn, id, request, &position, error))
    return FALSE;
  clinch_row_set_int (changes, CLINCH_OPPORTUNITY_POSITION, position);
  if (clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE) == to->id)
    return clinch_txn_update (txn, id, changes, error);

  from = clinch_db_load_row (db, CLINCH_KIND_STAGE, clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE),
                             error);
  if (from == NULL || !fill_outcome (txn, row, from, to, request, changes, error))
    return FALSE;
  clinch_row_set_int (changes, CLINCH_OPPORTUNITY_STAGE, to->id);
  clinch_row_set_int (changes, CLINCH_OPPORTUNITY_PIPELINE,
                      clinch_row_int (to, CLINCH_STAGE_PIPELINE));
  clinch_row_set_int (changes, CLINCH_OPPORTUNITY_STAGE_ENTERED, clinch_txn_now (txn));

  return clinch_txn_update (txn, id, changes, error) &&
         record_move (txn, id, from->id, to->id, clinch_txn_now (txn), request->reason, error);
}

static gboolean
set_move_action (ClinchTxn        *txn,
                 const gint64     *ids,
                 gsize             n_ids,
                 const ClinchRow  *to,
                 GError          **error)
{
  g_autoptr(ClinchRow) row = NULL;
  g_autofree char *count = NULL;

  if (clinch_txn_has_action (txn))
    return TRUE;
  if (n_ids != 1)
    {
      count = g_strdup_printf ("%" G_GSIZE_FORMAT, n_ids);
      clinch_txn_set_action (txn, CLINCH_ACTION_MOVE_MANY, count, clinch_row_name (to), NULL);
      return TRUE;
    }

  row = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_OPPORTUNITY, ids[0], error);
  if (row == NULL)
    return FALSE;
  if (clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE) == to->id)
    clinch_txn_set_action (txn, CLINCH_ACTION_REORDER, clinch_row_name (row), NULL);
  else
    clinch_txn_set_action (txn, CLINCH_ACTION_MOVE, clinch_row_name (row), clinch_row_name (to),
                           NULL);

  return TRUE;
}

gboolean
clinch_operation_move (ClinchTxn                *txn,
                       const gint64             *ids,
                       gsize                     n_ids,
                       const ClinchMoveRequest  *request,
                       GError                  **error)
{
  g_autoptr(ClinchRow) to = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_STAGE,
                                                request->stage_id, error);

  if (to == NULL || !set_move_action (txn, ids, n_ids, to, error))
    return FALSE;

  /* On top the last goes first, so that they stand in the order given. */
  for (gsize i = 0; i < n_ids; i++)
    if (!move_one (txn, ids[request->before_id == 0 ? n_ids - 1 - i : i], to, request, error))
      return FALSE;

  return TRUE;
}

/* The field that a label names: the only one that is given, else none. */
static const char *
only_field (const ClinchRow *changes)
{
  const ClinchField *fields;
  const char *name = "";
  int n_fields;
  int n_given = 0;

  fields = clinch_kind_fields (changes->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!clinch_row_has (changes, i))
        continue;
      name = fields[i].name;
      n_given++;
    }

  return n_given == 1 ? name : "";
}

/* Sets an action that names one record, or says how many there are. */
static gboolean
set_action_for (ClinchTxn     *txn,
                const char    *action_one,
                const char    *action_many,
                ClinchKind     kind,
                const gint64  *ids,
                gsize          n_ids,
                const char    *field,
                GError       **error)
{
  g_autoptr(ClinchRow) row = NULL;
  g_autofree char *text = NULL;

  if (clinch_txn_has_action (txn))
    return TRUE;
  if (n_ids == 1)
    {
      row = clinch_db_load_row (clinch_txn_db (txn), kind, ids[0], error);
      if (row == NULL)
        return FALSE;
      text = clinch_operation_name (clinch_txn_db (txn), row);
    }
  else
    {
      text = g_strdup_printf ("%" G_GSIZE_FORMAT, n_ids);
    }
  clinch_txn_set_action (txn, n_ids == 1 ? action_one : action_many, clinch_kind_word (kind), text,
                         field, NULL);

  return TRUE;
}

/* A subsidiary, team or member that came to stand above itself would be in no tree at all. The
 * reporting lines of contacts are looked at when the step is committed, whoever writes them. */
static gboolean
refuse_circles (ClinchTxn        *txn,
                gint64            id,
                const ClinchRow  *changes,
                GError          **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  const ClinchField *fields;
  int n_fields;

  if (changes->kind == CLINCH_KIND_CONTACT)
    return TRUE;
  fields = clinch_kind_fields (changes->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autoptr(GArray) circle = NULL;

      if (fields[i].type != CLINCH_FIELD_REFERENCE || fields[i].target != changes->kind
          || clinch_row_is_null (changes, i))
        continue;
      circle = clinch_line_find (db, &fields[i], clinch_row_int (changes, i), id, error);
      if (circle == NULL)
        return FALSE;
      if (circle->len == 0)
        continue;
      g_array_prepend_val (circle, id);
      clinch_line_set_circle_error (db, changes->kind, circle, error);
      return FALSE;
    }

  return TRUE;
}

/* What the edit of one record comes to. */
static gboolean
edit_one (ClinchTxn        *txn,
          gint64            id,
          const ClinchRow  *changes,
          GError          **error)
{
  g_autoptr(ClinchRow) settled = NULL;

  if (!refuse_circles (txn, id, changes, error))
    return FALSE;
  if (changes->kind == CLINCH_KIND_OPPORTUNITY)
    settled = clinch_operation_settle_wait (txn, id, changes, error);
  else if (changes->kind == CLINCH_KIND_CUSTOMER)
    settled = clinch_operation_settle_grade (txn, id, changes, error);
  else if (changes->kind == CLINCH_KIND_TARGET || changes->kind == CLINCH_KIND_FORECAST)
    settled = clinch_operation_settle_target (txn, id, changes, error);
  else
    settled = clinch_row_copy (changes);

  return settled != NULL && clinch_txn_update (txn, id, settled, error);
}

gboolean
clinch_operation_edit (ClinchTxn        *txn,
                       ClinchKind        kind,
                       const gint64     *ids,
                       gsize             n_ids,
                       const ClinchRow  *changes,
                       GError          **error)
{
  if (kind == CLINCH_KIND_OPPORTUNITY && n_ids == 1
      && !clinch_operation_label_wait (txn, ids[0], changes, error))
    return FALSE;
  if (!set_action_for (txn, CLINCH_ACTION_EDIT, CLINCH_ACTION_EDIT_MANY, kind, ids, n_ids,
                       only_field (changes), error))
    return FALSE;

  for (gsize i = 0; i < n_ids; i++)
    if (!edit_one (txn, ids[i], changes, error))
      return FALSE;

  return TRUE;
}

gboolean
clinch_operation_delete (ClinchTxn     *txn,
                         ClinchKind     kind,
                         const gint64  *ids,
                         gsize          n_ids,
                         GError       **error)
{
  if (!set_action_for (txn, CLINCH_ACTION_DELETE, CLINCH_ACTION_DELETE_MANY, kind, ids, n_ids, NULL,
                       error))
    return FALSE;

  for (gsize i = 0; i < n_ids; i++)
    if (!clinch_txn_delete (txn, kind, ids[i], error))
      return FALSE;

  return TRUE;
}

gboolean
clinch_operation_restore (ClinchTxn   *txn,
                          ClinchKind   kind,
                          gint64       id,
                          GError     **error)
{
  return set_action_for (txn, CLINCH_ACTION_RESTORE, CLINCH_ACTION_RESTORE, kind, &id, 1, NULL,
                         error) &&
         clinch_txn_undelete (txn, kind, id, error);
}
