// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-plan.h"

#include "clinch-exchange-error.h"
#include "clinch-import-plan-private.h"
#include "clinch-money.h"
#include "clinch-text.h"

#include <glib/gi18n.h>

static void
free_chosen (gpointer data)
{
  ClinchImportChosen *chosen = data;

  g_free (chosen->text);
  g_free (chosen);
}

static gboolean
load_lookup (ClinchImportPlan  *self,
             ClinchDb          *db,
             GError           **error)
{
  static const ClinchKind kinds[] = { CLINCH_KIND_MEMBER, CLINCH_KIND_TEAM, CLINCH_KIND_STAGE,
                                      CLINCH_KIND_CUSTOMER };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!clinch_import_lookup_load (self->lookup, db, kinds[i], error))
      return FALSE;

  return TRUE;
}

ClinchImportPlan *
clinch_import_plan_new (ClinchTable  *table,
                        const char   *file_name,
                        ClinchKind    kind,
                        ClinchDb     *db,
                        GError      **error)
{
  g_autoptr(ClinchImportPlan) self = g_new0 (ClinchImportPlan, 1);

  self->table = clinch_table_ref (table);
  self->file_name = g_strdup (file_name != NULL ? file_name : "");
  self->n_columns = clinch_table_get_n_columns (table);
  self->columns = g_new0 (ClinchImportColumn, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_chosen);
  self->lookup = clinch_import_lookup_new ();
  self->currency = clinch_db_get_setting (db, "currency");
  if (!clinch_money_is_currency (self->currency))
    g_set_str (&self->currency, "CNY");
  if (!load_lookup (self, db, error))
    return NULL;

  self->kind = kind != CLINCH_KIND_NONE ? kind : clinch_import_recognise_kind (self);
  clinch_import_recognise_columns (self);

  return g_steal_pointer (&self);
}

void
clinch_import_plan_free (ClinchImportPlan *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_hash_table_unref (self->columns[i].chosen);
  g_free (self->columns);
  clinch_import_lookup_free (self->lookup);
  clinch_table_unref (self->table);
  g_free (self->file_name);
  g_free (self->currency);
  g_free (self->missing_customer);
  g_free (self);
}

ClinchTable *
clinch_import_plan_get_table (ClinchImportPlan *self)
{
  return self->table;
}

const char *
clinch_import_plan_get_file_name (ClinchImportPlan *self)
{
  return self->file_name;
}

ClinchKind
clinch_import_plan_get_kind (ClinchImportPlan *self)
{
  return self->kind;
}

void
clinch_import_plan_set_kind (ClinchImportPlan *self,
                             ClinchKind        kind)
{
  if (self->kind == kind)
    return;

  self->kind = kind;
  clinch_import_recognise_columns (self);
}

int
clinch_import_plan_find_target (ClinchImportPlan *self,
                                int               target)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].target == target)
      return i;

  return -1;
}

int
clinch_import_plan_get_target (ClinchImportPlan *self,
                               guint             column)
{
  g_return_val_if_fail (column < self->n_columns, CLINCH_IMPORT_IGNORE);

  return self->columns[column].target;
}

gboolean
clinch_import_plan_set_target (ClinchImportPlan *self,
                               guint             column,
                               int               target)
{
  int other;

  g_return_val_if_fail (column < self->n_columns, FALSE);

  if (self->kind == CLINCH_KIND_NONE || !clinch_import_target_is_valid (self->kind, target))
    return FALSE;
  if (self->columns[column].target == target)
    return TRUE;

  other = target != CLINCH_IMPORT_IGNORE ? clinch_import_plan_find_target (self, target) : -1;
  if (other >= 0)
    {
      self->columns[other].target = CLINCH_IMPORT_IGNORE;
      g_hash_table_remove_all (self->columns[other].chosen);
    }
  self->columns[column].target = target;
  g_hash_table_remove_all (self->columns[column].chosen);
  clinch_import_recognise_dates (self);

  return TRUE;
}

/* The column that the user calls @heading. */
int
clinch_import_plan_find_column (ClinchImportPlan  *self,
                                const char        *heading,
                                GError           **error)
{
  int column = clinch_table_find_column (self->table, heading);
  g_autoptr(GString) list = NULL;

  if (column >= 0)
    return column;

  list = g_string_new (NULL);
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            clinch_table_get_column_name (self->table, i));
  g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING,
               _("The file has no column “%s”. It has: %s"), heading, list->str);

  return -1;
}

gboolean
clinch_import_plan_map_column (ClinchImportPlan  *self,
                               const char        *column,
                               const char        *field,
                               GError           **error)
{
  g_autoptr(GString) list = NULL;
  const ClinchField *fields;
  int n_fields;
  int target;
  int index = clinch_import_plan_find_column (self, column, error);

  if (index < 0)
    return FALSE;
  if (self->kind != CLINCH_KIND_NONE && clinch_import_target_find (self->kind, field, &target) &&
      clinch_import_plan_set_target (self, index, target))
    return TRUE;

  list = g_string_new ("ignore");
  fields = self->kind != CLINCH_KIND_NONE ? clinch_kind_fields (self->kind, &n_fields) : NULL;
  for (int i = 0; fields != NULL && i < n_fields; i++)
    if (clinch_import_target_is_valid (self->kind, i))
      g_string_append_printf (list, ", %s", fields[i].name);
  g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING,
               _("There is no field “%s”. There are: %s"), field, list->str);

  return FALSE;
}

/* What the other columns of the file prove counts before what the user says of the file as a
 * whole. */
static ClinchDateOrder
order_of_others (ClinchImportPlan *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].is_proven && self->columns[i].order != CLINCH_DATE_ORDER_YMD)
      return self->columns[i].order;

  return self->order;
}

ClinchDateOrder
clinch_import_plan_get_date_order (ClinchImportPlan *self,
                                   guint             column,
                                   gboolean         *is_doubtful)
{
  const ClinchImportColumn *info = &self->columns[column];
  ClinchDateOrder order;

  g_return_val_if_fail (column < self->n_columns, CLINCH_DATE_ORDER_UNKNOWN);

  order = info->order != CLINCH_DATE_ORDER_UNKNOWN ? info->order : order_of_others (self);
  if (is_doubtful != NULL)
    *is_doubtful = info->is_dates && info->is_open && order == CLINCH_DATE_ORDER_UNKNOWN;

  return order;
}

void
clinch_import_plan_set_date_order (ClinchImportPlan *self,
                                   int               column,
                                   ClinchDateOrder   order)
{
  g_return_if_fail (column < (int) self->n_columns);

  if (column < 0)
    {
      self->order = order;
      return;
    }
  self->columns[column].order = order;
  self->columns[column].is_proven = FALSE;
}

const char *
clinch_import_plan_get_currency (ClinchImportPlan *self)
{
  return self->currency;
}

gboolean
clinch_import_plan_set_currency (ClinchImportPlan *self,
                                 const char       *currency)
{
  if (!clinch_money_is_currency (currency))
    return FALSE;

  g_set_str (&self->currency, currency);
  return TRUE;
}

gint64
clinch_import_plan_get_pipeline (ClinchImportPlan *self)
{
  return self->pipeline_id;
}

gboolean
clinch_import_plan_set_pipeline (ClinchImportPlan *self,
                                 gint64            pipeline_id)
{
  int column = clinch_import_plan_find_target (self, CLINCH_OPPORTUNITY_STAGE);

  if (clinch_import_lookup_by_id (self->lookup, CLINCH_KIND_PIPELINE, pipeline_id) == NULL)
    return FALSE;
  if (pipeline_id == self->pipeline_id)
    return TRUE;

  self->pipeline_id = pipeline_id;
  /* What the words for stages were said to mean were stages of the other pipeline. */
  if (self->kind == CLINCH_KIND_OPPORTUNITY && column >= 0)
    g_hash_table_remove_all (self->columns[column].chosen);

  return TRUE;
}

ClinchImportDuplicates
clinch_import_plan_get_duplicates (ClinchImportPlan *self)
{
  return self->duplicates;
}

void
clinch_import_plan_set_duplicates (ClinchImportPlan       *self,
                                   ClinchImportDuplicates  duplicates)
{
  self->duplicates = duplicates;
}

const char *
clinch_import_plan_get_missing_customer (ClinchImportPlan *self)
{
  return self->missing_customer;
}

void
clinch_import_plan_set_missing_customer (ClinchImportPlan *self,
                                         const char       *name)
{
  g_free (self->missing_customer);
  self->missing_customer = clinch_text_clean_line (name);
}

char *
clinch_import_plan_dup_problem (ClinchImportPlan *self)
{
  const ClinchField *name;

  if (clinch_table_get_n_rows (self->table) == 0)
    return g_strdup (_("The file has no rows."));
  if (self->kind == CLINCH_KIND_NONE)
    return g_strdup (_("The headings do not tell what the rows are. Say whether they are "
                       "customers, contacts, members, "
                       "opportunities or follow-ups."));

  /* Opportunities get a name from their customer and product. */
  name = clinch_kind_name_field (self->kind);
  if (self->kind == CLINCH_KIND_FOLLOW_UP)
    name = clinch_kind_field (self->kind, CLINCH_FOLLOW_UP_TEXT);
  if (name == NULL || self->kind == CLINCH_KIND_OPPORTUNITY
      || clinch_import_plan_find_target (self, name->index) >= 0)
    return NULL;

  /* Translators: %1$s is a field (Name), %2$s a kind of record (Customers). */
  return g_strdup_printf (_("No column gives “%1$s”, which %2$s cannot be without. Say which one "
                            "does."),
                          clinch_field_label (name), clinch_kind_label (self->kind, TRUE));
}
