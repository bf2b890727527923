// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two records become one. What points at a record is found in the tables of fields, so that a kind
// that comes later is covered without a line here.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-merge.h"

#include "clinch-line.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

typedef struct
{
  ClinchTxn *txn;
  ClinchDb *db;
  const ClinchMergeRequest *request;
  ClinchRow *keep;
  ClinchRow *other;
} Merge;

static void
clear_merge (Merge *self)
{
  g_clear_pointer (&self->keep, clinch_row_unref);
  g_clear_pointer (&self->other, clinch_row_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, clear_merge)

gboolean
clinch_merge_is_possible (ClinchKind kind)
{
  return kind == CLINCH_KIND_CUSTOMER || kind == CLINCH_KIND_CONTACT;
}

/* Whoever is known as one of the two is known: that is nobody's choice. */
static gboolean
is_chosen (ClinchKind kind,
           int        field)
{
  return clinch_field_is_editable (clinch_kind_field (kind, field))
         && (kind != CLINCH_KIND_CONTACT || field != CLINCH_CONTACT_KNOWN);
}

gboolean
clinch_merge_differs (const ClinchRow *keep,
                      const ClinchRow *other,
                      int              field)
{
  return is_chosen (keep->kind, field) && !clinch_row_is_null (keep, field)
         && !clinch_row_is_null (other, field) && !clinch_row_field_equal (keep, other, field);
}

/* The fields that say nothing without each other: amounts and their currency, where it differs. */
static guint64
coupled_fields (const ClinchRow *keep,
                const ClinchRow *other)
{
  const ClinchField *fields;
  guint64 coupled = 0;
  gboolean differs = FALSE;
  int n_fields;

  fields = clinch_kind_fields (keep->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!clinch_field_is_editable (&fields[i])
          || (fields[i].type != CLINCH_FIELD_MONEY && fields[i].type != CLINCH_FIELD_CURRENCY))
        continue;
      coupled |= BIT (i);
      if (fields[i].type == CLINCH_FIELD_CURRENCY)
        differs = !clinch_row_field_equal (keep, other, i);
    }

  return differs ? coupled : 0;
}

ClinchMergeRequest
clinch_merge_propose (const ClinchRow *keep,
                      const ClinchRow *other)
{
  ClinchMergeRequest request = { keep->kind, keep->id, other->id, 0, 0 };
  guint64 coupled = coupled_fields (keep, other);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (keep->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!is_chosen (keep->kind, i) || clinch_row_is_null (other, i)
          || (coupled & BIT (i)) != 0)
        continue;
      if (clinch_row_is_null (keep, i))
        request.take |= BIT (i);
      else if (fields[i].type == CLINCH_FIELD_LONG_TEXT && clinch_merge_differs (keep, other, i))
        request.both |= BIT (i);
    }

  return request;
}

/* The condition that any field of @kind points at ?1; "" where none does. */
static char *
build_condition (ClinchKind kind,
                 ClinchKind target)
{
  GString *condition = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].target == target)
      g_string_append_printf (condition, "%s%s = ?1", condition->len > 0 ? " OR " : "",
                              fields[i].column);

  return g_string_free (condition, FALSE);
}

gboolean
clinch_merge_count (ClinchDb    *db,
                    ClinchKind   kind,
                    gint64       id,
                    gint64       counts[CLINCH_N_KINDS],
                    GError     **error)
{
  for (int other = CLINCH_KIND_NONE; other < CLINCH_N_KINDS; other++)
    {
      g_autofree char *condition = NULL;
      g_autofree char *sql = NULL;

      counts[other] = 0;
      if (other == CLINCH_KIND_NONE)
        continue;
      condition = build_condition (other, kind);
      if (*condition == '\0')
        continue;
      sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE (%s) AND deleted_at IS NULL",
                             clinch_kind_table (other), condition);
      if (!clinch_db_query_int (db, &counts[other], NULL, error, sql, "i", id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED, message);

  return FALSE;
}

/* One record cannot stand below itself. */
static gboolean
check_not_below (Merge              *self,
                 const ClinchRow    *row,
                 const ClinchRow    *above,
                 const ClinchField  *field,
                 GError            **error)
{
  g_autoptr(GArray) line = clinch_line_find (self->db, field, row->id, above->id, error);
  g_autofree char *names = NULL;

  if (line == NULL)
    return FALSE;
  if (line->len == 0)
    return TRUE;

  names = clinch_line_describe (self->db, row->kind, line);
  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               /* Translators: name, name, names between them: “Hangang Steel” and “Hangang Group”
                * cannot be merged, …: Hangang Steel → Hangang Metals → Hangang Group. … */
               _("“%1$s” and “%2$s” cannot be merged, because one stands below the other: %3$s. "
                 "Change one of these lines first."),
               clinch_row_name (self->keep), clinch_row_name (self->other), names);
  return FALSE;
}

static gboolean
check_records (Merge   *self,
               GError **error)
{
  const ClinchField *fields;
  int n_fields;

  if (self->keep->deleted_at != 0 || self->other->deleted_at != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” lies in the recycle bin. Restore it before merging it."),
                   clinch_row_name (self->keep->deleted_at != 0 ? self->keep : self->other));
      return FALSE;
    }

  fields = clinch_kind_fields (self->request->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].target == self->request->kind
        && (!check_not_below (self, self->keep, self->other, &fields[i], error)
            || !check_not_below (self, self->other, self->keep, &fields[i], error)))
      return FALSE;

  return TRUE;
}

static void
take_value (Merge     *self,
            int        field,
            ClinchRow *changes)
{
  if (clinch_row_is_null (self->other, field))
    clinch_row_set_null (changes, field);
  else if (clinch_field_is_integer (clinch_kind_field (self->request->kind, field)))
    clinch_row_set_int (changes, field, clinch_row_int (self->other, field));
  else
    clinch_row_set_text (changes, field, clinch_row_text (self->other, field));
}

static void
join_texts (Merge     *self,
            int        field,
            ClinchRow *changes)
{
  const char *parts[] = { clinch_row_text (self->keep, field),
                          clinch_row_text (self->other, field), NULL };
  g_autofree char *joined = NULL;

  if (parts[0] == NULL || parts[1] == NULL || g_str_equal (parts[0], parts[1]))
    joined = g_strdup (parts[0] != NULL ? parts[0] : parts[1]);
  else
    joined = g_strjoinv ("\n\n", (char **) parts);
  clinch_row_set_text (changes, field, joined);
}

static gboolean
is_placeholder (const ClinchRow *contact)
{
  return g_strcmp0 (clinch_row_text (contact, CLINCH_CONTACT_KNOWN), "no") == 0;
}

static gboolean
take_values (Merge   *self,
             GError **error)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (self->request->kind);
  guint64 coupled = coupled_fields (self->keep, self->other);
  guint64 take = self->request->take;
  const ClinchField *fields;
  int n_fields;

  if (take & coupled)
    take |= coupled;
  fields = clinch_kind_fields (self->request->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!is_chosen (self->request->kind, i))
        continue;
      if ((self->request->both & BIT (i)) != 0 && fields[i].type == CLINCH_FIELD_LONG_TEXT)
        join_texts (self, i, changes);
      else if (take & BIT (i))
        take_value (self, i, changes);
    }
  if (self->request->kind == CLINCH_KIND_CONTACT && is_placeholder (self->keep)
      && !is_placeholder (self->other))
    clinch_row_set_text (changes, CLINCH_CONTACT_KNOWN, "yes");

  return clinch_txn_update (self->txn, self->keep->id, changes, error);
}

/* Whether @record is nothing but a line between two records of the kind: of one that leads from the
 * one to the other nothing is left. */
static gboolean
leads_across (Merge             *self,
              const ClinchField *field,
              const ClinchRow   *record)
{
  const ClinchField *fields;
  int n_fields;

  if (!(field->flags & CLINCH_FIELD_REQUIRED))
    return FALSE;

  fields = clinch_kind_fields (field->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (i != field->index && fields[i].target == field->target
        && (fields[i].flags & CLINCH_FIELD_REQUIRED)
        && (clinch_row_int (record, i) == self->keep->id
            || clinch_row_int (record, i) == self->other->id))
      return TRUE;

  return FALSE;
}

/* Whether @index has a living row that differs from that of @id in nothing but pointing at the
 * record that stays. */
static gboolean
find_twin (Merge              *self,
           const ClinchField  *field,
           const char         *index,
           gint64              id,
           gboolean           *found,
           GError            **error)
{
  g_autoptr(ClinchStatement) columns = NULL;
  g_autoptr(GString) sql = g_string_new (NULL);
  gboolean has_row = TRUE;
  gboolean concerns = FALSE;
  gint64 twin;

  *found = FALSE;
  columns = clinch_db_prepare (self->db, "SELECT name FROM pragma_index_info (?)", error);
  if (columns == NULL)
    return FALSE;
  clinch_statement_bind_text (columns, 1, index);
  g_string_printf (sql, "SELECT a.id FROM %1$s AS a JOIN %1$s AS b ON b.id = ?1"
                   " WHERE a.%2$s = ?2 AND a.deleted_at IS NULL", clinch_kind_table (field->kind),
                   field->column);
  while (has_row)
    {
      const char *column;

      if (!clinch_statement_step (columns, &has_row, error))
        return FALSE;
      column = has_row ? clinch_statement_text (columns, 0) : NULL;
      if (g_strcmp0 (column, field->column) == 0)
        concerns = TRUE;
      else if (column != NULL)
        g_string_append_printf (sql, " AND a.%1$s = b.%1$s", column);
    }

  return !concerns
         || clinch_db_query_int (self->db, &twin, found, error, sql->str, "ii", id, self->keep->id);
}

static gboolean
has_twin (Merge              *self,
          const ClinchField  *field,
          gint64              id,
          gboolean           *found,
          GError            **error)
{
  g_autoptr(ClinchStatement) indexes = NULL;
  gboolean has_row = TRUE;

  *found = FALSE;
  indexes = clinch_db_prepare (self->db, "SELECT name FROM pragma_index_list (?)"
                               " WHERE \"unique\" AND origin <> 'pk'", error);
  if (indexes == NULL)
    return FALSE;
  clinch_statement_bind_text (indexes, 1, clinch_kind_table (field->kind));
  while (!*found)
    {
      if (!clinch_statement_step (indexes, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!find_twin (self, field, clinch_statement_text (indexes, 0), id, found, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_record (Merge              *self,
             const ClinchField  *field,
             gint64              id,
             GError            **error)
{
  g_autoptr(ClinchRow) record = clinch_db_load_row (self->db, field->kind, id, error);
  g_autoptr(ClinchRow) changes = clinch_row_new (field->kind);
  gboolean is_double = FALSE;

  if (record == NULL)
    return FALSE;
  if (record->deleted_at == 0)
    {
      is_double = leads_across (self, field, record);
      if (!is_double && !has_twin (self, field, id, &is_double, error))
        return FALSE;
    }
  if (is_double)
    return clinch_txn_delete (self->txn, field->kind, id, error);

  clinch_row_set_int (changes, field->index, self->keep->id);
  return clinch_txn_update (self->txn, id, changes, error);
}

static gboolean
move_references (Merge              *self,
                 const ClinchField  *field,
                 GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ? ORDER BY id",
                                          clinch_kind_table (field->kind), field->column);
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (self->db, sql, error);
  g_autoptr(GArray) ids = NULL;

  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, self->other->id);
  ids = clinch_statement_ids (statement, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!move_record (self, field, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gboolean
move_all (Merge   *self,
          GError **error)
{
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      const ClinchField *fields;
      int n_fields;

      fields = clinch_kind_fields (kind, &n_fields);
      for (int i = 0; i < n_fields; i++)
        if (fields[i].target == self->request->kind && !move_references (self, &fields[i], error))
          return FALSE;
    }

  return TRUE;
}

gboolean
clinch_operation_merge (ClinchTxn                 *txn,
                        const ClinchMergeRequest  *request,
                        GError                   **error)
{
  g_auto(Merge) self = { txn, clinch_txn_db (txn), request, NULL, NULL };

  if (!clinch_merge_is_possible (request->kind))
    return refuse (error, _("Only customers and contacts can be merged."));
  if (request->keep_id == request->other_id)
    return refuse (error, _("A record cannot be merged with itself. Choose two."));

  self.keep = clinch_db_load_row (self.db, request->kind, request->keep_id, error);
  if (self.keep == NULL)
    return FALSE;
  self.other = clinch_db_load_row (self.db, request->kind, request->other_id, error);
  if (self.other == NULL || !check_records (&self, error))
    return FALSE;

  if (!clinch_txn_has_action (txn))
    clinch_txn_set_action (txn, CLINCH_ACTION_MERGE, clinch_kind_word (request->kind),
                           clinch_row_name (self.other), clinch_row_name (self.keep), NULL);

  return take_values (&self, error) && move_all (&self, error)
         && clinch_txn_delete (txn, request->kind, request->other_id, error);
}
