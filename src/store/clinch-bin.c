// SPDX-License-Identifier: GPL-3.0-or-later
//
// The recycle bin: which records go and come back together.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-txn.h"

#include <glib/gi18n-lib.h>

/* What is called for each record of @kind whose @field points at one record. */
typedef gboolean (*ChildFunc) (ClinchTxn         *self,
                               const ClinchField *field,
                               gint64             parent_id,
                               gint64             step_id,
                               GError           **error);

static gboolean
for_each_reference (ClinchTxn   *self,
                    ClinchKind   target,
                    gint64       id,
                    gint64       step_id,
                    ChildFunc    func,
                    GError     **error)
{
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      const ClinchField *fields;
      int n_fields;

      fields = clinch_kind_fields (kind, &n_fields);
      for (int i = 0; i < n_fields; i++)
        if (fields[i].target == target && !func (self, &fields[i], id, step_id, error))
          return FALSE;
    }

  return TRUE;
}

static GArray *
query_ids (ClinchDb    *db,
           const char  *sql,
           gint64       first,
           gint64       second,
           gint64       third,
           GError     **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, first);
  clinch_statement_bind_int (statement, 2, second);
  clinch_statement_bind_int (statement, 3, third);

  return clinch_statement_ids (statement, error);
}

static gboolean
delete_children (ClinchTxn          *self,
                 const ClinchField  *field,
                 gint64              parent_id,
                 gint64              step_id,
                 GError            **error)
{
  g_autofree char *sql = NULL;
  g_autoptr(GArray) ids = NULL;

  if (!(field->flags & CLINCH_FIELD_PARENT))
    return TRUE;

  sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 AND deleted_at IS NULL",
                         clinch_kind_table (field->kind),
                         field->column);
  ids = query_ids (clinch_txn_db (self), sql, parent_id, 0, 0, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!clinch_txn_delete (self, field->kind, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

/* Runs after the children went: whoever still needs the record now really stays behind without
 * it. */
static gboolean
refuse_if_needed (ClinchTxn          *self,
                  const ClinchField  *field,
                  gint64              id,
                  gint64              step_id,
                  GError            **error)
{
  g_autofree char *sql = NULL;
  gint64 count;

  if (!clinch_field_binds (field))
    return TRUE;

  sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?1 AND deleted_at IS NULL",
                         clinch_kind_table (field->kind),
                         field->column);
  if (!clinch_db_query_int (clinch_txn_db (self), &count, NULL, error, sql, "i", id))
    return FALSE;
  if (count > 0)
    {
      g_autofree char *name = clinch_db_name_of (clinch_txn_db (self), field->target, id);

      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   /* Translators: name, field, kind of records in the plural, how many: “Li Lei”
                    * cannot be deleted … “Owner” (Customers: 12). … */
                   _("“%1$s” cannot be deleted: it is still named as “%2$s” (%3$s: %4$d). Change "
                     "those first."), name,
                   clinch_field_label (field), clinch_kind_label (field->kind, TRUE),
                   (int) MIN (count, G_MAXINT));
      return FALSE;
    }

  return TRUE;
}

gboolean
clinch_txn_delete (ClinchTxn   *self,
                   ClinchKind   kind,
                   gint64       id,
                   GError     **error)
{
  return clinch_txn_set_deleted (self, kind, id, TRUE, error) &&
         for_each_reference (self, kind, id, 0, delete_children, error) &&
         for_each_reference (self, kind, id, 0, refuse_if_needed, error);
}

static gboolean
undelete_tree (ClinchTxn   *self,
               ClinchKind   kind,
               gint64       id,
               gint64       step_id,
               GError     **error);

static gboolean
undelete_children (ClinchTxn          *self,
                   const ClinchField  *field,
                   gint64              parent_id,
                   gint64              step_id,
                   GError            **error)
{
  g_autofree char *sql = NULL;
  g_autoptr(GArray) ids = NULL;

  if (!(field->flags & CLINCH_FIELD_PARENT))
    return TRUE;

  sql =
    g_strdup_printf ("SELECT t.id FROM %s AS t WHERE t.%s = ?1 AND t.deleted_at IS NOT NULL AND ?2 "
                     "="
                         " (SELECT max (step_id) FROM change WHERE record_id = t.id AND kind = ?3 "
                         "AND op = 3)",
                         clinch_kind_table (field->kind), field->column);
  ids = query_ids (clinch_txn_db (self), sql, parent_id, step_id, field->kind, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!undelete_tree (self, field->kind, g_array_index (ids, gint64, i), step_id, error))
      return FALSE;

  return ids != NULL;
}

/* A record cannot be without those that it requires; they come back alone, without what else they
 * took along. */
static gboolean
undelete_alone (ClinchTxn   *self,
                ClinchKind   kind,
                gint64       id,
                GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (clinch_txn_db (self), kind, id, error);
  const ClinchField *fields;
  int n_fields;

  if (row == NULL)
    return FALSE;
  if (row->deleted_at == 0)
    return TRUE;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!clinch_field_binds (&fields[i]) || clinch_row_is_null (row, i))
        continue;
      if (!undelete_alone (self, fields[i].target, clinch_row_int (row, i), error))
        return FALSE;
    }

  return clinch_txn_set_deleted (self, kind, id, FALSE, error);
}

static gboolean
undelete_tree (ClinchTxn   *self,
               ClinchKind   kind,
               gint64       id,
               gint64       step_id,
               GError     **error)
{
  return undelete_alone (self, kind, id, error) &&
         for_each_reference (self, kind, id, step_id, undelete_children, error);
}

gboolean
clinch_txn_undelete (ClinchTxn   *self,
                     ClinchKind   kind,
                     gint64       id,
                     GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (clinch_txn_db (self), kind, id, error);
  gint64 step_id;

  if (row == NULL)
    return FALSE;
  if (row->deleted_at == 0)
    return TRUE;
  if (!clinch_db_query_int (clinch_txn_db (self), &step_id, NULL, error,
                            "SELECT max (step_id) FROM change WHERE record_id = ? AND kind = ? AND "
                            "op = 3", "ii", id,
                            (gint64) kind))
    return FALSE;

  return undelete_tree (self, kind, id, step_id, error);
}
