// SPDX-License-Identifier: GPL-3.0-or-later
//
// References to records that a later row or file brought, and the order of what stands above what.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include <glib/gi18n.h>

/* The field of a kind by which its records stand above each other, or -1. */
static int
parent_field (ClinchKind kind)
{
  switch ((int) kind)
    {
    case CLINCH_KIND_CUSTOMER:
      return CLINCH_CUSTOMER_PARENT;
    case CLINCH_KIND_TEAM:
      return CLINCH_TEAM_PARENT;
    case CLINCH_KIND_MEMBER:
      return CLINCH_MEMBER_MANAGER;
    case CLINCH_KIND_CONTACT:
      return CLINCH_CONTACT_REPORTS_TO;
    default:
      return -1;
    }
}

static void
note_parent (ClinchImportShared *self,
             ClinchKind          kind,
             gint64              id,
             gint64              parent_id)
{
  g_hash_table_insert (self->parents[kind], g_memdup2 (&id, sizeof id),
                       g_memdup2 (&parent_id, sizeof parent_id));
}

static gboolean
load_parents (ClinchImportShared  *self,
              ClinchKind           kind,
              GError             **error)
{
  const char *column = clinch_kind_field (kind, parent_field (kind))->column;
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s WHERE %s IS NOT NULL", column,
                                          clinch_kind_table (kind), column);
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;

  if (self->parents[kind] != NULL)
    return TRUE;

  self->parents[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  statement = clinch_db_prepare (self->db, sql, error);
  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      note_parent (self, kind, clinch_statement_int (statement, 0),
                   clinch_statement_int (statement, 1));
    }
}

/* Whether @id would come to stand above itself. */
static gboolean
makes_circle (ClinchImportShared *self,
              ClinchKind          kind,
              gint64              id,
              gint64              parent_id)
{
  guint n_steps = 0;

  while (parent_id != 0 && n_steps++ <= g_hash_table_size (self->parents[kind]))
    {
      const gint64 *above;

      if (parent_id == id)
        return TRUE;
      above = g_hash_table_lookup (self->parents[kind], &parent_id);
      parent_id = above != NULL ? *above : 0;
    }

  return parent_id != 0;
}

/* Notes where the row's record stands, once it has its key. */
gboolean
clinch_import_session_note_parent (ClinchImportSession  *self,
                                   GError              **error)
{
  int field = parent_field (self->kind);

  if (field < 0 || self->by_target[field] == NULL)
    return TRUE;
  if (!load_parents (self->shared, self->kind, error))
    return FALSE;
  if (!clinch_row_is_null (self->record, field))
    note_parent (self->shared, self->kind, self->record->id, clinch_row_int (self->record, field));

  return TRUE;
}

gboolean
clinch_import_session_check_parent (ClinchImportSession  *self,
                                    const ClinchField    *field,
                                    gint64                id,
                                    gint64                parent_id,
                                    gboolean             *is_fine,
                                    GError              **error)
{
  *is_fine = TRUE;
  if (field->index != parent_field (self->kind))
    return TRUE;
  if (!load_parents (self->shared, self->kind, error))
    return FALSE;

  *is_fine = !makes_circle (self->shared, self->kind, id, parent_id);
  if (*is_fine)
    note_parent (self->shared, self->kind, id, parent_id);

  return TRUE;
}

char *
clinch_import_session_describe_circle (const ClinchField *field,
                                       const char        *name)
{
  /* Translators: a field (Subsidiary Of) and a name. */
  return g_strdup_printf (_("%1$s: “%2$s” was left out, because each would then stand above the "
                            "other."),
                          clinch_field_label (field), name != NULL ? name : "");
}

static gboolean
find_later (ClinchImportLater   *later,
            ClinchImportEntry  **entry,
            GError             **error)
{
  ClinchImportSession *self = later->session;
  ClinchKind target = later->field->target;
  ClinchImportRef ref = { CLINCH_IMPORT_REF_MAKE, NULL, later->name, later->uid, later->has_uid };

  *entry = NULL;
  if (later->has_uid
      && !clinch_import_lookup_by_uid (self->lookup, self->db, target, &later->uid, NULL, entry,
                                       error))
    return FALSE;
  if (*entry != NULL || later->name == NULL)
    return TRUE;
  if (clinch_import_lookup_find (self->lookup, target, later->context, later->name,
                                 entry) != CLINCH_IMPORT_NOT_FOUND)
    return TRUE;
  if (clinch_import_unknown_state (target) != CLINCH_IMPORT_VALUE_CREATE
      || target == CLINCH_KIND_CONTACT)
    return TRUE;

  *entry = clinch_import_session_make (self, target, &ref, 0, error);
  return *entry != NULL;
}

static void
note_left_out (ClinchImportLater *later,
               char              *message)
{
  const ClinchImportSessionColumn *column = later->session->by_target[later->field->index];

  clinch_import_result_add_problem (later->session->result, later->row,
                                    column != NULL ? column->index : -1,
                                    CLINCH_IMPORT_NOTE, message);
  g_free (message);
}

static gboolean
set_later (ClinchImportLater  *later,
           ClinchImportEntry  *entry,
           GError            **error)
{
  ClinchImportSession *self = later->session;
  g_autoptr(ClinchRow) changes = clinch_row_new (self->kind);
  ClinchImportEntry *team;

  clinch_row_set_int (changes, later->field->index, entry->id);
  if (later->joins_team)
    {
      team = clinch_import_session_team_of (self, entry, error);
      if (team == NULL)
        return FALSE;
      clinch_row_set_int (changes, CLINCH_MEMBER_TEAM, team->id);
    }

  return clinch_import_shared_update (self->shared, later->id, changes, error);
}

static gboolean
settle_one (ClinchImportLater  *later,
            GError            **error)
{
  ClinchImportSession *self = later->session;
  ClinchImportEntry *entry;
  gboolean is_fine;

  /* What is made here belongs to no row, so nothing of the last row may rub off on it. */
  self->row = later->row;
  g_clear_pointer (&self->record, clinch_row_unref);
  self->record = clinch_row_new (self->kind);

  if (!find_later (later, &entry, error))
    return FALSE;
  if (entry == NULL)
    {
      note_left_out (later,
                     g_strdup_printf (_("%1$s: nothing is called “%2$s”."),
                                      clinch_field_label (later->field),
                                             later->name != NULL ? later->name : ""));
      return TRUE;
    }
  if (self->kind == CLINCH_KIND_CONTACT && entry->context != later->context)
    {
      note_left_out (later, g_strdup_printf (_("“%s” works for another customer."), entry->name));
      return TRUE;
    }
  if (!clinch_import_session_check_parent (self, later->field, later->id, entry->id, &is_fine,
                                           error))
    return FALSE;
  if (!is_fine)
    {
      note_left_out (later, clinch_import_session_describe_circle (later->field, entry->name));
      return TRUE;
    }

  return set_later (later, entry, error);
}

gboolean
clinch_import_shared_settle (ClinchImportShared  *self,
                             GError             **error)
{
  for (guint i = 0; i < self->later->len; i++)
    if (!settle_one (&g_array_index (self->later, ClinchImportLater, i), error))
      return FALSE;

  return TRUE;
}
