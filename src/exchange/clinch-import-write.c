// SPDX-License-Identifier: GPL-3.0-or-later
//
// Taking a row: deciding what becomes of it, writing it or pretending to, and counting.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include <string.h>

gboolean
clinch_import_shared_insert (ClinchImportShared  *self,
                             ClinchRow           *row,
                             GError             **error)
{
  if (self->txn != NULL)
    return clinch_txn_insert (self->txn, row, error) != 0;

  row->id = --self->last_virtual_id;
  return TRUE;
}

gboolean
clinch_import_shared_update (ClinchImportShared  *self,
                             gint64               id,
                             const ClinchRow     *changes,
                             GError             **error)
{
  return self->txn == NULL || clinch_txn_update (self->txn, id, changes, error);
}

void
clinch_import_session_count_sum (ClinchImportSession *self,
                                 gboolean             is_imported)
{
  const ClinchRow *record = self->record;
  const ClinchImportEntry *stage;

  if (self->kind == CLINCH_KIND_OPPORTUNITY)
    {
      stage = self->refs[CLINCH_OPPORTUNITY_STAGE].entry;
      clinch_import_result_add_sum (self->result,
                                    clinch_row_text (record, CLINCH_OPPORTUNITY_CURRENCY),
                                    stage != NULL ? stage->id : 0,
                                    stage != NULL ? stage->name : NULL,
                                    clinch_row_int (record, CLINCH_OPPORTUNITY_AMOUNT),
                                    is_imported);
    }
  else if (self->kind == CLINCH_KIND_CUSTOMER)
    {
      clinch_import_result_add_sum (self->result,
                                    clinch_row_text (record, CLINCH_CUSTOMER_CURRENCY), 0, NULL,
                                    clinch_row_int (record, CLINCH_CUSTOMER_REVENUE), is_imported);
    }
}

/* Of a row that is not imported only what keeps it out is of interest. */
static void
report_problems (ClinchImportSession *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const ClinchImportProblem *problem = &g_array_index (self->problems, ClinchImportProblem, i);

      if (problem->verdict == CLINCH_IMPORT_REJECTED || !self->is_rejected)
        clinch_import_result_add_problem (self->result, problem->row, problem->column,
                                          problem->verdict, problem->message);
    }
}

void
clinch_import_session_leave_duplicate (ClinchImportSession         *self,
                                       const ClinchImportDuplicate *duplicate)
{
  g_autofree char *message = clinch_import_session_describe_duplicate (self, duplicate);

  /* From here on the identifier in the file means the record that is there. */
  if (self->has_uid && duplicate->entry != NULL && !duplicate->is_same)
    clinch_import_lookup_add_uid (self->lookup, self->kind, &self->record->uid, duplicate->entry);
  clinch_import_result_add_problem (self->result, self->row, -1, CLINCH_IMPORT_DUPLICATE, message);
  self->result->n_duplicates++;
  clinch_import_session_count_sum (self, FALSE);
}

static void
defer_ref (ClinchImportSession *self,
           const ClinchField   *field,
           gint64               id)
{
  const ClinchImportRef *ref = &self->refs[field->index];
  gboolean joins_team = self->kind == CLINCH_KIND_MEMBER && field->index == CLINCH_MEMBER_MANAGER &&
                        self->by_target[CLINCH_MEMBER_TEAM] == NULL;
  ClinchImportLater later = { self, id, field, g_strdup (ref->name), ref->uid, ref->has_uid,
                              clinch_import_session_ref_context (self, field), self->row,
                              joins_team };

  g_array_append_val (self->shared->later, later);
}

void
clinch_import_session_defer_refs (ClinchImportSession *self,
                                  gint64               id)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (self->refs[i].state == CLINCH_IMPORT_REF_LATER)
      defer_ref (self, &fields[i], id);
}

/* Who has a manager is in the team of the manager, unless the file knows teams of its own. */
static gboolean
join_team (ClinchImportSession  *self,
           GError              **error)
{
  const ClinchImportRef *manager = &self->refs[CLINCH_MEMBER_MANAGER];
  ClinchImportEntry *team;

  if (self->kind != CLINCH_KIND_MEMBER || self->by_target[CLINCH_MEMBER_TEAM] != NULL ||
      manager->state != CLINCH_IMPORT_REF_FOUND)
    return TRUE;

  team = clinch_import_session_team_of (self, manager->entry, error);
  return team != NULL && clinch_import_session_set_ref (self, CLINCH_MEMBER_TEAM, team);
}

static const char *
code_of (ClinchImportSession *self)
{
  switch ((int) self->kind)
    {
    case CLINCH_KIND_PIPELINE:
      return clinch_row_text (self->record, CLINCH_PIPELINE_CODE);
    case CLINCH_KIND_STAGE:
      return clinch_row_text (self->record, CLINCH_STAGE_CODE);
    case CLINCH_KIND_OPPORTUNITY:
      return clinch_row_text (self->record, CLINCH_OPPORTUNITY_NUMBER);
    case CLINCH_KIND_DIMENSION:
      return clinch_row_text (self->record, CLINCH_DIMENSION_CODE);
    case CLINCH_KIND_TAG:
      return clinch_row_text (self->record, CLINCH_TAG_CODE);
    case CLINCH_KIND_GRADE_RULE:
      return clinch_row_text (self->record, CLINCH_GRADE_RULE_GRADE);
    case CLINCH_KIND_SETTING:
      return clinch_row_text (self->record, CLINCH_SETTING_NAME);
    default:
      return NULL;
    }
}

/* Makes the new record known to the rows that follow. */
static void
remember (ClinchImportSession *self)
{
  const ClinchRow *record = self->record;
  ClinchImportEntry entry = { self->kind, record->id };
  ClinchImportEntry *added;
  const char *aliases = NULL;

  if (clinch_kind_name_field (self->kind) == NULL && code_of (self) == NULL)
    return;

  entry.name = (char *) clinch_row_name (record);
  entry.line = clinch_table_get_line (self->table, self->row);
  entry.had_uid = self->has_uid;
  switch ((int) self->kind)
    {
    case CLINCH_KIND_MEMBER:
      entry.context = clinch_row_int (record, CLINCH_MEMBER_TEAM);
      break;
    case CLINCH_KIND_TEAM:
      entry.context = clinch_row_int (record, CLINCH_TEAM_MANAGER);
      break;
    case CLINCH_KIND_CUSTOMER:
      aliases = clinch_row_text (record, CLINCH_CUSTOMER_SHORT_NAME);
      break;
    case CLINCH_KIND_CONTACT:
      entry.context = clinch_row_int (record, CLINCH_CONTACT_CUSTOMER);
      break;
    case CLINCH_KIND_PIPELINE:
      entry.other = clinch_row_int (record, CLINCH_PIPELINE_POSITION);
      break;
    case CLINCH_KIND_STAGE:
      entry.context = clinch_row_int (record, CLINCH_STAGE_PIPELINE);
      entry.other = clinch_row_int (record, CLINCH_STAGE_POSITION);
      entry.type = clinch_row_text (record, CLINCH_STAGE_TYPE);
      aliases = clinch_row_text (record, CLINCH_STAGE_SYNONYMS);
      break;
    case CLINCH_KIND_TAG:
      entry.context = clinch_row_int (record, CLINCH_TAG_DIMENSION);
      break;
    case CLINCH_KIND_OPPORTUNITY:
      entry.context = clinch_row_int (record, CLINCH_OPPORTUNITY_CUSTOMER);
      entry.other = clinch_row_int (record, CLINCH_OPPORTUNITY_PIPELINE);
      break;
    default:
      break;
    }

  added = clinch_import_lookup_add (self->lookup, &entry, code_of (self), aliases);
  if (self->has_uid)
    clinch_import_lookup_add_uid (self->lookup, self->kind, &record->uid, added);
}

/* Our own exports bring the moves of an opportunity in a file of their own; others' opportunities
 * begin where they stand. */
static gboolean
insert_first_move (ClinchImportSession  *self,
                   GError              **error)
{
  g_autoptr(ClinchRow) move = NULL;

  if (self->kind != CLINCH_KIND_OPPORTUNITY || self->has_uid)
    return TRUE;

  move = clinch_row_new (CLINCH_KIND_STAGE_MOVE);
  move->created_at = self->record->created_at;
  clinch_row_set_int (move, CLINCH_STAGE_MOVE_OPPORTUNITY, self->record->id);
  clinch_row_set_int (move, CLINCH_STAGE_MOVE_TO,
                      clinch_row_int (self->record, CLINCH_OPPORTUNITY_STAGE));
  clinch_row_set_int (move, CLINCH_STAGE_MOVE_MOVED,
                      clinch_row_int (self->record, CLINCH_OPPORTUNITY_STAGE_ENTERED));
  clinch_row_set_int (move, CLINCH_STAGE_MOVE_MEMBER,
                      clinch_row_int (self->record, CLINCH_OPPORTUNITY_OWNER));

  return clinch_import_shared_insert (self->shared, move, error);
}

/* A record with this identifier lies in the recycle bin: it comes back and becomes what the row
 * says. */
static gboolean
bring_back (ClinchImportSession  *self,
            gint64                deleted_id,
            GError              **error)
{
  int n_fields;

  self->record->id = deleted_id;
  if (self->shared->txn == NULL)
    return TRUE;

  clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (clinch_row_is_null (self->record, i))
      clinch_row_set_null (self->record, i);

  return clinch_txn_set_deleted (self->shared->txn, self->kind, deleted_id, FALSE, error) &&
         clinch_txn_update (self->shared->txn, deleted_id, self->record, error);
}

static gboolean
insert_row (ClinchImportSession  *self,
            gint64                deleted_id,
            GError              **error)
{
  if (!clinch_import_session_check_place (self, 0, error))
    return FALSE;
  if (self->is_rejected)
    return TRUE;

  if (!clinch_import_session_make_refs (self, error) || !join_team (self, error))
    return FALSE;
  if (deleted_id != 0 ? !bring_back (self, deleted_id, error)
                      : !clinch_import_shared_insert (self->shared, self->record, error))
    return FALSE;
  if (!insert_first_move (self, error)
      || !clinch_import_session_note_place (self, self->record->id, TRUE, error))
    return FALSE;

  clinch_import_session_defer_refs (self, self->record->id);
  remember (self);
  self->result->n_new++;
  clinch_import_session_count_sum (self, TRUE);

  return TRUE;
}

/* The record is another one, so it cannot have the identifier of the one that is there. */
static void
forget_uid (ClinchImportSession *self)
{
  memset (&self->record->uid, 0, sizeof self->record->uid);
  self->has_uid = FALSE;
}

static gboolean
take_valid_row (ClinchImportSession  *self,
                GError              **error)
{
  ClinchImportDuplicate duplicate;

  if (!clinch_import_session_find_duplicate (self, &duplicate, error))
    return FALSE;
  if (duplicate.is_found && clinch_import_session_replaces (self, &duplicate))
    {
      if (!clinch_import_session_replace (self, &duplicate, error))
        return FALSE;
      duplicate.is_found = FALSE;
    }
  if (!duplicate.is_found)
    return insert_row (self, duplicate.deleted_id, error);

  if (self->plan->duplicates == CLINCH_IMPORT_DUPLICATES_CREATE)
    {
      if (duplicate.is_same)
        forget_uid (self);
      return insert_row (self, 0, error);
    }
  if (self->plan->duplicates == CLINCH_IMPORT_DUPLICATES_UPDATE && duplicate.line == 0)
    return clinch_import_session_update (self, &duplicate, error);

  clinch_import_session_leave_duplicate (self, &duplicate);
  return clinch_import_session_note_place (self, duplicate.id, FALSE, error);
}

gboolean
clinch_import_session_take_row (ClinchImportSession  *self,
                                GError              **error)
{
  if (!self->is_rejected && !take_valid_row (self, error))
    return FALSE;

  if (self->is_rejected)
    {
      if (!clinch_import_session_note_place (self, 0, FALSE, error))
        return FALSE;
      self->result->n_rejected++;
      clinch_import_session_count_sum (self, FALSE);
    }
  report_problems (self);

  return TRUE;
}
