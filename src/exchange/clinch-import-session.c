// SPDX-License-Identifier: GPL-3.0-or-later
//
// One plan at work: reading the cells of a row.
//
// Cells of columns whose values repeat (dates, words of a list, names of people and customers) are
// read once for each value. That, and looking names up in memory, is what makes an import of a
// hundred thousand rows as quick as writing them.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include "clinch-text.h"

#include <glib/gi18n.h>

static void
free_cached (gpointer data)
{
  ClinchImportCached *cached = data;

  g_free (cached->text);
  g_free (cached->problem);
  g_free (cached);
}

static void
clear_problem (gpointer data)
{
  ClinchImportProblem *problem = data;

  g_free ((char *) problem->message);
}

static gboolean
is_cached (ClinchImportSession *self,
           const ClinchField   *field)
{
  switch (field->type)
    {
    case CLINCH_FIELD_DATE:
    case CLINCH_FIELD_BIRTHDAY:
    case CLINCH_FIELD_CHOICE:
    case CLINCH_FIELD_CURRENCY:
      return TRUE;
    case CLINCH_FIELD_REFERENCE:
      /* Where each row names its own pipeline, a stage's name does not say which stage it is. */
      if (field->target == CLINCH_KIND_STAGE)
        return self->kind == CLINCH_KIND_OPPORTUNITY
               && self->by_target[CLINCH_OPPORTUNITY_PIPELINE] == NULL &&
               self->by_target[CLINCH_IMPORT_UID_OF (CLINCH_OPPORTUNITY_PIPELINE)] == NULL;
      return clinch_import_is_listed_kind (field->target);
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
    case CLINCH_FIELD_INTEGER:
    case CLINCH_FIELD_MONEY:
    case CLINCH_FIELD_PERCENT:
    case CLINCH_FIELD_INSTANT:
    default:
      return FALSE;
    }
}

static void
set_up_columns (ClinchImportSession *self)
{
  ClinchImportPlan *plan = self->plan;

  self->columns = g_new0 (ClinchImportSessionColumn, plan->n_columns + 1);
  for (guint i = 0; i < plan->n_columns; i++)
    {
      ClinchImportSessionColumn *column = &self->columns[self->n_columns];

      if (plan->columns[i].target == CLINCH_IMPORT_IGNORE)
        continue;
      column->index = i;
      column->target = plan->columns[i].target;
      column->field = clinch_import_target_field (self->kind, column->target);
      column->chosen = plan->columns[i].chosen;
      column->reading.order = clinch_import_plan_get_date_order (plan, i, NULL);
      column->reading.unit = plan->columns[i].unit;
      column->reading.currency = plan->currency;
      column->reading.today = self->shared->today;
      column->reading.zone = self->shared->zone;
      self->by_target[column->target] = column;
      self->n_columns++;
    }

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].field != NULL && self->columns[i].target < CLINCH_MAX_FIELDS &&
        is_cached (self, self->columns[i].field))
      self->columns[i].cache = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_cached);
}

static gboolean
load_kinds (ClinchImportSession  *self,
            GError              **error)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].type == CLINCH_FIELD_REFERENCE &&
        (fields[i].target != CLINCH_KIND_OPPORTUNITY || self->by_target[i] != NULL) &&
        !clinch_import_lookup_load (self->lookup, self->db, fields[i].target, error))
      return FALSE;
  if (self->kind == CLINCH_KIND_MEMBER
      && !clinch_import_lookup_load (self->lookup, self->db, CLINCH_KIND_TEAM, error))
    return FALSE;
  if (!clinch_import_lookup_load (self->lookup, self->db, CLINCH_KIND_MEMBER, error))
    return FALSE;

  return clinch_import_lookup_load (self->lookup, self->db, self->kind, error);
}

ClinchImportSession *
clinch_import_session_new (ClinchImportShared  *shared,
                           ClinchImportPlan    *plan,
                           GError             **error)
{
  g_autoptr(ClinchImportSession) self = g_new0 (ClinchImportSession, 1);

  self->shared = shared;
  self->plan = plan;
  self->table = plan->table;
  self->kind = plan->kind;
  self->db = shared->db;
  self->lookup = shared->lookup;
  self->result = clinch_import_result_new (plan->table, plan->kind);
  self->cells = g_new0 (const char *, plan->n_columns + 1);
  self->problems = g_array_new (FALSE, FALSE, sizeof (ClinchImportProblem));
  g_array_set_clear_func (self->problems, clear_problem);
  self->positions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->instants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  set_up_columns (self);
  if (!load_kinds (self, error) || !clinch_import_session_collect_own (self, error))
    return NULL;
  if (self->kind == CLINCH_KIND_MEMBER)
    clinch_import_session_collect_managers (self);

  return g_steal_pointer (&self);
}

void
clinch_import_session_free (ClinchImportSession *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->columns[i].cache, g_hash_table_unref);
  g_free (self->columns);
  g_clear_pointer (&self->result, clinch_import_result_free);
  g_clear_pointer (&self->own_keys, g_hash_table_unref);
  g_clear_pointer (&self->own_uids, g_hash_table_unref);
  g_clear_pointer (&self->managers, g_hash_table_unref);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->instants);
  g_hash_table_unref (self->seen);
  g_clear_pointer (&self->record, clinch_row_unref);
  g_array_unref (self->problems);
  g_free (self->cells);
  g_free (self);
}

void
clinch_import_session_problem (ClinchImportSession *self,
                               int                  column,
                               ClinchImportVerdict  verdict,
                               char                *message)
{
  ClinchImportProblem problem = { self->row, column, verdict, message };

  g_array_append_val (self->problems, problem);
  if (verdict == CLINCH_IMPORT_REJECTED)
    self->is_rejected = TRUE;
}

gint64
clinch_import_session_noon (ClinchImportSession *self,
                            const char          *date)
{
  gint64 *instant = g_hash_table_lookup (self->instants, date);

  if (instant == NULL)
    {
      instant = g_new (gint64, 1);
      *instant = clinch_date_to_instant (date, 12, self->shared->zone);
      g_hash_table_insert (self->instants, g_strdup (date), instant);
    }

  return *instant;
}

const char *
clinch_import_session_cell (ClinchImportSession *self,
                            int                  target)
{
  const ClinchImportSessionColumn *column = self->by_target[target];

  return column != NULL ? self->cells[column->index] : "";
}

static void
read_uid (ClinchImportSession *self)
{
  const char *cell = clinch_import_session_cell (self, CLINCH_IMPORT_UID);

  self->has_uid = *cell != '\0' && clinch_uid_parse (cell, &self->record->uid);
  if (*cell != '\0' && !self->has_uid)
    clinch_import_session_problem (self, self->by_target[CLINCH_IMPORT_UID]->index,
                                   CLINCH_IMPORT_REJECTED,
                                   g_strdup_printf (_("“%s” is not an identifier."), cell));
}

static void
read_created (ClinchImportSession *self)
{
  const char *cell = clinch_import_session_cell (self, CLINCH_IMPORT_CREATED);
  const ClinchImportSessionColumn *column = self->by_target[CLINCH_IMPORT_CREATED];
  char *problem;

  if (clinch_import_cell_is_empty (NULL, cell))
    return;
  problem = clinch_import_cell_read_instant (cell, &column->reading, &self->record->created_at);
  if (problem != NULL)
    clinch_import_session_problem (self, column->index, CLINCH_IMPORT_REJECTED, problem);
}

/* What the user said about the cell of a field that is no reference: other text, or nothing. */
static const char *
apply_chosen (ClinchImportSession       *self,
              ClinchImportSessionColumn *column,
              const char                *cell)
{
  const ClinchImportChosen *chosen;

  if (g_hash_table_size (column->chosen) == 0)
    return cell;
  chosen = g_hash_table_lookup (column->chosen, cell);
  if (chosen == NULL)
    return cell;
  if (chosen->state == CLINCH_IMPORT_VALUE_FOUND)
    return chosen->text != NULL ? chosen->text : "";

  if (column->field->flags & CLINCH_FIELD_REQUIRED)
    clinch_import_session_problem (self, column->index, CLINCH_IMPORT_REJECTED,
                                   g_strdup_printf (_("Rows with “%s” are left out, as you chose."),
                                                    cell));
  return "";
}

static void
read_fresh_cell (ClinchImportSession       *self,
                 ClinchImportSessionColumn *column,
                 const char                *text,
                 const char                *cell)
{
  char *problem = clinch_import_cell_read (column->field, text, &column->reading, self->record);
  ClinchImportCached *cached;

  if (column->cache != NULL)
    {
      cached = g_new0 (ClinchImportCached, 1);
      cached->problem = g_strdup (problem);
      if (problem == NULL)
        cached->text = g_strdup (clinch_row_text (self->record, column->field->index));
      g_hash_table_insert (column->cache, (gpointer) cell, cached);
    }
  if (problem != NULL)
    clinch_import_session_problem (self, column->index, CLINCH_IMPORT_REJECTED, problem);
}

static void
read_cell (ClinchImportSession       *self,
           ClinchImportSessionColumn *column)
{
  const char *cell = self->cells[column->index];
  const ClinchImportCached *cached;
  const char *text;

  if (clinch_import_cell_is_empty (column->field, cell) && g_hash_table_size (column->chosen) == 0)
    return;

  cached = column->cache != NULL ? g_hash_table_lookup (column->cache, cell) : NULL;
  if (cached != NULL && cached->problem != NULL)
    {
      clinch_import_session_problem (self, column->index, CLINCH_IMPORT_REJECTED,
                                     g_strdup (cached->problem));
      return;
    }
  if (cached != NULL)
    {
      clinch_row_take_text (self->record, column->field->index, g_strdup (cached->text));
      return;
    }

  text = apply_chosen (self, column, cell);
  if (!clinch_import_cell_is_empty (column->field, text))
    read_fresh_cell (self, column, text, cell);
}

/* Amounts are read in the currency of their row, so that comes first. */
static void
read_currency (ClinchImportSession *self)
{
  const ClinchField *fields;
  const char *currency = NULL;
  int n_fields;

  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].type == CLINCH_FIELD_CURRENCY)
      {
        if (self->by_target[i] != NULL)
          read_cell (self, self->by_target[i]);
        if (clinch_row_is_null (self->record, i))
          clinch_row_set_text (self->record, i, self->plan->currency);
        currency = clinch_row_text (self->record, i);
      }

  for (guint i = 0; currency != NULL && i < self->n_columns; i++)
    self->columns[i].reading.currency = currency;
}

static gboolean
read_references (ClinchImportSession  *self,
                 GError              **error)
{
  const ClinchField *fields;
  int n_fields;

  /* In the order of the field tables: a customer comes before the contact that is looked for under
   * it. */
  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].type == CLINCH_FIELD_REFERENCE
        && !clinch_import_session_read_ref (self, &fields[i], error))
      return FALSE;

  return TRUE;
}

gboolean
clinch_import_session_read_row (ClinchImportSession  *self,
                                GError              **error)
{
  char *shape;

  clinch_table_get_row (self->table, self->row, self->cells);
  g_clear_pointer (&self->record, clinch_row_unref);
  self->record = clinch_row_new (self->kind);
  memset (self->refs, 0, sizeof self->refs);
  g_array_set_size (self->problems, 0);
  self->has_uid = FALSE;
  self->is_rejected = FALSE;
  self->has_made_name = FALSE;

  shape = clinch_table_dup_row_problem (self->table, self->row);
  if (shape != NULL)
    clinch_import_session_problem (self, -1, CLINCH_IMPORT_REJECTED, shape);

  read_uid (self);
  read_created (self);
  read_currency (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      ClinchImportSessionColumn *column = &self->columns[i];

      if (column->field != NULL && column->target < CLINCH_MAX_FIELDS &&
          column->field->type != CLINCH_FIELD_REFERENCE
          && column->field->type != CLINCH_FIELD_CURRENCY)
        read_cell (self, column);
    }

  return read_references (self, error);
}
