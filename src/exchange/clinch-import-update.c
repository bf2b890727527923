// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows whose record is in the workspace already and takes something from them.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include "clinch-operations.h"

/* Whether the value of @field comes from the file rather than from what an import assumes of new
 * records. */
static gboolean
is_from_file (ClinchImportSession *self,
              int                  field)
{
  if (self->by_target[field] != NULL ||
      (clinch_kind_field (self->kind, field)->type == CLINCH_FIELD_REFERENCE &&
       self->by_target[CLINCH_IMPORT_UID_OF (field)] != NULL))
    return TRUE;
  if (self->kind == CLINCH_KIND_OPPORTUNITY && field == CLINCH_OPPORTUNITY_EXPECTED)
    return self->by_target[CLINCH_OPPORTUNITY_CLOSED] != NULL;
  if (self->kind == CLINCH_KIND_OPPORTUNITY && field == CLINCH_OPPORTUNITY_CLOSED)
    return self->by_target[CLINCH_OPPORTUNITY_EXPECTED] != NULL;

  return FALSE;
}

/* Stages of opportunities are changed by moves; where an opportunity stands in its column is nobody
 * else's business. */
static gboolean
is_moved (ClinchImportSession *self,
          int                  field)
{
  return self->kind == CLINCH_KIND_OPPORTUNITY &&
         (field == CLINCH_OPPORTUNITY_STAGE || field == CLINCH_OPPORTUNITY_PIPELINE ||
          field == CLINCH_OPPORTUNITY_POSITION || field == CLINCH_OPPORTUNITY_STAGE_ENTERED);
}

/* What is empty is filled in; an identifier allows more, and a setting or the rule of a grade is
 * nothing but its values. */
static gboolean
takes_field (ClinchImportSession *self,
             const ClinchRow     *old,
             int                  field,
             gboolean             is_same)
{
  if (!is_from_file (self, field) || is_moved (self, field))
    return FALSE;

  return is_same || self->kind == CLINCH_KIND_SETTING || self->kind == CLINCH_KIND_GRADE_RULE
         || clinch_row_is_null (old, field);
}

static void
copy_field (ClinchRow       *to,
            const ClinchRow *from,
            int              field)
{
  if (clinch_field_is_integer (clinch_kind_field (from->kind, field)))
    clinch_row_set_int (to, field, clinch_row_int (from, field));
  else
    clinch_row_take_text (to, field, g_strdup (clinch_row_text (from, field)));
}

/* An amount means nothing without its currency: where the one comes, so does the other. */
static void
keep_currency (ClinchImportSession *self,
               const ClinchRow     *old,
               ClinchRow           *changes)
{
  gboolean is_opportunity = self->kind == CLINCH_KIND_OPPORTUNITY;
  int money = is_opportunity ? CLINCH_OPPORTUNITY_AMOUNT : CLINCH_CUSTOMER_REVENUE;
  int currency = is_opportunity ? CLINCH_OPPORTUNITY_CURRENCY : CLINCH_CUSTOMER_CURRENCY;

  if ((is_opportunity || self->kind == CLINCH_KIND_CUSTOMER) && clinch_row_has (changes, money) &&
      !clinch_row_field_equal (old, self->record, currency))
    copy_field (changes, self->record, currency);
}

/* A grade that is not the profile's has a reason, and here it is the file. */
void
clinch_import_session_give_reason (ClinchImportSession *self,
                                   const char          *by_profile,
                                   ClinchRow           *changes)
{
  if (!clinch_row_has (changes, CLINCH_CUSTOMER_GRADE)
      || clinch_row_has (changes, CLINCH_CUSTOMER_GRADE_REASON))
    return;

  if (g_strcmp0 (by_profile, clinch_row_text (changes, CLINCH_CUSTOMER_GRADE)) == 0)
    clinch_row_set_null (changes, CLINCH_CUSTOMER_GRADE_REASON);
  else
    clinch_row_set_text (changes, CLINCH_CUSTOMER_GRADE_REASON,
                         clinch_import_shared_imported (self->shared));
}

/* The fields of the row that @old takes. Nothing is emptied: a cell without text says nothing. */
static void
collect_changes (ClinchImportSession *self,
                 const ClinchRow     *old,
                 gboolean             is_same,
                 ClinchRow           *changes)
{
  int n_fields;

  clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (!clinch_row_is_null (self->record, i) && takes_field (self, old, i, is_same)
        && !clinch_row_field_equal (old, self->record, i))
      copy_field (changes, self->record, i);
  keep_currency (self, old, changes);
  if (self->kind == CLINCH_KIND_CUSTOMER)
    clinch_import_session_give_reason (self, clinch_row_text (old, CLINCH_CUSTOMER_AUTO_GRADE),
                                       changes);
}

/* Whether @old comes to stand under something else, now or once that comes. */
static gboolean
moves_place (ClinchImportSession *self,
             const ClinchRow     *old,
             gboolean             is_same)
{
  int field = clinch_import_place_field (self->kind);

  return field >= 0 && takes_field (self, old, field, is_same)
         && (self->refs[field].state == CLINCH_IMPORT_REF_LATER
             || (self->refs[field].state == CLINCH_IMPORT_REF_FOUND
                 && !clinch_row_field_equal (old, self->record, field)));
}

/* References that the record does not take must not make anything either. */
static gboolean
drop_refs (ClinchImportSession *self,
           const ClinchRow     *old,
           gboolean             is_same)
{
  gboolean waits = FALSE;
  int n_fields;

  clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      ClinchImportRef *ref = &self->refs[i];

      if (ref->state != CLINCH_IMPORT_REF_FOUND && !takes_field (self, old, i, is_same))
        ref->state = CLINCH_IMPORT_REF_NONE;
      waits |= ref->state == CLINCH_IMPORT_REF_LATER;
    }

  return waits;
}

/* A stage that was changed in the file is a move like any other. */
static gboolean
move_stage (ClinchImportSession  *self,
            const ClinchRow      *old,
            gboolean             *has_moved,
            GError              **error)
{
  const ClinchRow *record = self->record;
  ClinchMoveRequest request = { 0 };
  const char *reason;

  *has_moved = self->kind == CLINCH_KIND_OPPORTUNITY
               && is_from_file (self, CLINCH_OPPORTUNITY_STAGE) &&
               self->refs[CLINCH_OPPORTUNITY_STAGE].state == CLINCH_IMPORT_REF_FOUND &&
               !clinch_row_field_equal (old, record, CLINCH_OPPORTUNITY_STAGE);
  if (!*has_moved || self->shared->txn == NULL)
    return TRUE;

  reason = clinch_row_text (record, CLINCH_OPPORTUNITY_LOST_REASON);
  request.stage_id = clinch_row_int (record, CLINCH_OPPORTUNITY_STAGE);
  request.before_id = CLINCH_MOVE_BOTTOM;
  request.reason = reason != NULL ? reason : clinch_import_shared_not_recorded (self->shared);
  request.competitor = clinch_row_text (record, CLINCH_OPPORTUNITY_COMPETITOR);
  request.date = clinch_row_text (record, CLINCH_OPPORTUNITY_CLOSED);

  return clinch_operation_move (self->shared->txn, &old->id, 1, &request, error);
}

gboolean
clinch_import_session_update (ClinchImportSession          *self,
                              const ClinchImportDuplicate  *duplicate,
                              GError                      **error)
{
  g_autoptr(ClinchRow) old = clinch_db_load_row (self->db, self->kind, duplicate->id, error);
  g_autoptr(ClinchRow) changes = clinch_row_new (self->kind);
  gboolean has_moved = FALSE;
  gboolean waits;

  if (old == NULL)
    return FALSE;

  waits = drop_refs (self, old, duplicate->is_same);
  if (moves_place (self, old, duplicate->is_same)
      && !clinch_import_session_check_place (self, old->id, error))
    return FALSE;
  if (self->is_rejected)
    return TRUE;

  if (!clinch_import_session_make_refs (self, error)
      || (duplicate->is_same && !move_stage (self, old, &has_moved, error))
      || !clinch_import_session_note_place (self, old->id,
                                            moves_place (self, old, duplicate->is_same), error))
    return FALSE;
  collect_changes (self, old, duplicate->is_same, changes);
  if (changes->mask == 0 && !has_moved && !waits)
    {
      clinch_import_session_leave_duplicate (self, duplicate);
      return TRUE;
    }
  if (changes->mask != 0 && !clinch_import_shared_update (self->shared, old->id, changes, error))
    return FALSE;

  clinch_import_session_defer_refs (self, old->id);
  if (self->has_uid && !duplicate->is_same)
    clinch_import_lookup_add_uid (self->lookup, self->kind, &self->record->uid, duplicate->entry);
  self->result->n_updated++;
  clinch_import_session_count_sum (self, TRUE);

  return TRUE;
}

/* What every new workspace begins with gives way as a whole to what an export brings, unless it is
 * used. */
static const struct
{
  ClinchKind kind;
  ClinchKind parts;
  const char *used;
} templates[] = {
  { CLINCH_KIND_PIPELINE, CLINCH_KIND_STAGE,
    "SELECT id FROM opportunity WHERE pipeline_id = ? LIMIT 1" },
  { CLINCH_KIND_DIMENSION, CLINCH_KIND_TAG,
    "SELECT c.id FROM customer_tag AS c JOIN tag AS t ON t.id = c.tag_id WHERE t.dimension_id = ?"
    " LIMIT 1" },
};

static int
find_template (ClinchKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    if (templates[i].kind == kind)
      return i;

  return -1;
}

gboolean
clinch_import_session_replaces (ClinchImportSession         *self,
                                const ClinchImportDuplicate *duplicate)
{
  int template = find_template (self->kind);
  gboolean is_used = TRUE;
  gint64 id;

  if (template < 0 || !self->has_uid || duplicate->is_same || duplicate->line != 0
      || !self->shared->comes[templates[template].parts])
    return FALSE;

  return clinch_db_query_int (self->db, &id, &is_used, NULL, templates[template].used, "i",
                              duplicate->id) &&
         !is_used;
}

gboolean
clinch_import_session_replace (ClinchImportSession          *self,
                               const ClinchImportDuplicate  *duplicate,
                               GError                      **error)
{
  ClinchKind parts_kind = templates[find_template (self->kind)].parts;
  g_autoptr(GPtrArray) parts = NULL;

  if (!clinch_import_lookup_load (self->lookup, self->db, parts_kind, error))
    return FALSE;
  parts = clinch_import_lookup_all (self->lookup, parts_kind, duplicate->id);
  for (guint i = 0; i < parts->len; i++)
    clinch_import_lookup_forget (self->lookup, parts->pdata[i]);
  clinch_import_lookup_forget (self->lookup, duplicate->entry);

  return self->shared->txn == NULL
         || clinch_txn_delete (self->shared->txn, self->kind, duplicate->id, error);
}
