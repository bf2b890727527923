// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the words of a column stand for: proposals, and what the user says.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-exchange-error.h"
#include "clinch-import-plan-private.h"
#include "clinch-table-column.h"
#include "clinch-text.h"

#include <glib/gi18n.h>

#define MAX_VALUES 2000
/* How many distinct values are looked through for the open ones among them. */
#define MAX_DISTINCT 200000
/* How many of the names that would have been right a message lists. */
#define MAX_NAMES 30

void
clinch_import_value_free (ClinchImportValue *value)
{
  g_free (value->target);
  g_free (value);
}

gboolean
clinch_import_is_listed_kind (ClinchKind kind)
{
  return kind == CLINCH_KIND_MEMBER || kind == CLINCH_KIND_TEAM || kind == CLINCH_KIND_CUSTOMER ||
         kind == CLINCH_KIND_PIPELINE || kind == CLINCH_KIND_STAGE;
}

ClinchImportValueState
clinch_import_unknown_state (ClinchKind target)
{
  switch ((int) target)
    {
    case CLINCH_KIND_MEMBER:
    case CLINCH_KIND_TEAM:
    case CLINCH_KIND_CUSTOMER:
    case CLINCH_KIND_CONTACT:
      return CLINCH_IMPORT_VALUE_CREATE;
    default:
      /* A stage says how far an opportunity is: nobody but the user knows where a new one
       * belongs. */
      return CLINCH_IMPORT_VALUE_UNKNOWN;
    }
}

/* The field of a column whose values are a list, or NULL. */
static const ClinchField *
listed_field (ClinchImportPlan *self,
              guint             column)
{
  int target = self->columns[column].target;
  const ClinchField *field = target < CLINCH_MAX_FIELDS
                             ? clinch_import_target_field (self->kind, target) : NULL;

  if (field == NULL)
    return NULL;
  if (field->type == CLINCH_FIELD_CHOICE)
    return field;

  return field->type == CLINCH_FIELD_REFERENCE && clinch_import_is_listed_kind (field->target)
         ? field : NULL;
}

/* The keys of all rows' names, where @field points at records of the file's own kind. */
static GHashTable *
collect_own_names (ClinchImportPlan  *self,
                   const ClinchField *field)
{
  const ClinchField *name = clinch_kind_name_field (self->kind);
  int column = field->target == self->kind && name != NULL
               ? clinch_import_plan_find_target (self, name->index) : -1;
  guint n_rows = column >= 0 ? clinch_table_get_n_rows (self->table) : 0;
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < n_rows; row++)
    {
      const char *cell = clinch_table_get_cell (self->table, row, column);

      if (*cell != '\0')
        g_hash_table_add (names, clinch_import_lookup_key (self->kind, cell));
    }

  return names;
}

static void
describe_chosen (ClinchImportPlan         *self,
                 const ClinchField        *field,
                 const ClinchImportChosen *chosen,
                 ClinchImportValue        *value)
{
  value->state = chosen->state;
  value->is_chosen = TRUE;
  if (chosen->state != CLINCH_IMPORT_VALUE_FOUND)
    return;

  if (field->type == CLINCH_FIELD_REFERENCE)
    {
      const ClinchImportEntry *entry = clinch_import_lookup_by_id (self->lookup, field->target,
                                                                   chosen->entry_id);

      value->target = entry != NULL ? g_strdup (entry->name) : NULL;
      return;
    }
  value->target = g_strdup (chosen->text);
}

static void
describe_found (ClinchImportPlan  *self,
                const ClinchField *field,
                GHashTable        *own_names,
                ClinchImportValue *value)
{
  g_autofree char *key = NULL;
  ClinchImportEntry *entry;

  if (field->type == CLINCH_FIELD_CHOICE)
    {
      value->target = g_strdup (clinch_choice_find (field->choice, value->value));
      value->state = value->target != NULL ? CLINCH_IMPORT_VALUE_FOUND
                     : CLINCH_IMPORT_VALUE_UNKNOWN;
      return;
    }

  switch (clinch_import_lookup_find (self->lookup, field->target,
                                     field->target == CLINCH_KIND_STAGE ? self->pipeline_id : 0,
                                     value->value, &entry))
    {
    case CLINCH_IMPORT_FOUND:
      value->state = CLINCH_IMPORT_VALUE_FOUND;
      value->target = g_strdup (entry->name);
      return;
    case CLINCH_IMPORT_AMBIGUOUS:
      value->state = CLINCH_IMPORT_VALUE_AMBIGUOUS;
      return;
    case CLINCH_IMPORT_NOT_FOUND:
    default:
      break;
    }

  key = clinch_import_lookup_key (field->target, value->value);
  value->state = g_hash_table_contains (own_names, key)
                   ? CLINCH_IMPORT_VALUE_IN_FILE
                   : clinch_import_unknown_state (field->target);
}

/* How far an opportunity is, is too weighty to be taken from another name, such as Engaging,
 * without being shown. */
static gboolean
is_open (const ClinchField       *field,
         const ClinchImportValue *value)
{
  g_autofree char *said = NULL;
  g_autofree char *meant = NULL;

  if (value->is_chosen || (value->state != CLINCH_IMPORT_VALUE_FOUND
                           && value->state != CLINCH_IMPORT_VALUE_IN_FILE))
    return TRUE;
  if (field->target != CLINCH_KIND_STAGE || value->target == NULL)
    return FALSE;

  said = clinch_text_fold (value->value);
  meant = clinch_text_fold (value->target);

  return !g_str_equal (said, meant);
}

GPtrArray *
clinch_import_plan_get_values (ClinchImportPlan *self,
                               guint             column,
                               gboolean          only_open)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_import_value_free);
  const ClinchField *field;
  g_autoptr(GHashTable) own_names = NULL;
  g_autoptr(GArray) distinct = NULL;

  g_return_val_if_fail (column < self->n_columns, values);

  field = self->kind != CLINCH_KIND_NONE ? listed_field (self, column) : NULL;
  if (field == NULL)
    return values;

  own_names = collect_own_names (self, field);
  distinct = clinch_table_column_values (self->table, column, MAX_DISTINCT, NULL);
  for (guint i = 0; i < distinct->len && values->len < MAX_VALUES; i++)
    {
      const ClinchColumnValue *each = &g_array_index (distinct, ClinchColumnValue, i);
      const ClinchImportChosen *chosen = g_hash_table_lookup (self->columns[column].chosen,
                                                              each->value);
      g_autoptr(ClinchImportValue) value = g_new0 (ClinchImportValue, 1);

      value->value = each->value;
      value->count = each->count;
      value->line = each->line;
      if (chosen != NULL)
        describe_chosen (self, field, chosen, value);
      else
        describe_found (self, field, own_names, value);
      if (!only_open || is_open (field, value))
        g_ptr_array_add (values, g_steal_pointer (&value));
    }

  return values;
}

static void
append_name (GString    *list,
             const char *name,
             guint       index)
{
  if (index < MAX_NAMES)
    g_string_append_printf (list, "%s%s", index > 0 ? ", " : "", name);
  else if (index == MAX_NAMES)
    g_string_append (list, ", …");
}

static void
set_unknown_error (ClinchImportPlan   *self,
                   const ClinchField  *field,
                   const char         *target,
                   GError            **error)
{
  g_autoptr(GString) list = g_string_new (NULL);

  if (field->type == CLINCH_FIELD_CHOICE)
    {
      int n_values;
      const ClinchChoiceValue *choices = clinch_choice_values (field->choice, &n_values);

      for (int i = 0; i < n_values; i++)
        append_name (list, choices[i].code, i);
    }
  else
    {
      gint64 context = field->target == CLINCH_KIND_STAGE ? self->pipeline_id : 0;
      g_autoptr(GPtrArray) entries = clinch_import_lookup_all (self->lookup, field->target,
                                                               context);

      for (guint i = 0; i < entries->len; i++)
        append_name (list, ((const ClinchImportEntry *) entries->pdata[i])->name, i);
    }

  g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING,
               /* Translators: a field, what the user wrote, what would be right: Stage: there is no
                * “Closing”. There are: … */
               _("%s: there is no “%s”. There are: %s"), clinch_field_label (field), target,
               list->str);
}

/* What @target means for @field. */
static gboolean
resolve_target (ClinchImportPlan    *self,
                const ClinchField   *field,
                const char          *target,
                ClinchImportChosen  *chosen,
                GError             **error)
{
  ClinchImportEntry *entry;

  if (field->type == CLINCH_FIELD_CHOICE)
    {
      chosen->text = g_strdup (clinch_choice_find (field->choice, target));
      if (chosen->text == NULL)
        set_unknown_error (self, field, target, error);
      return chosen->text != NULL;
    }
  if (field->type != CLINCH_FIELD_REFERENCE || !clinch_import_is_listed_kind (field->target))
    {
      chosen->text = clinch_text_clean (target);
      return TRUE;
    }

  if (clinch_import_lookup_find (self->lookup, field->target,
                                 field->target == CLINCH_KIND_STAGE ? self->pipeline_id : 0,
                                 target, &entry) == CLINCH_IMPORT_FOUND)
    {
      chosen->entry_id = entry->id;
      return TRUE;
    }
  /* A record that the file itself makes. */
  if (field->target == self->kind)
    {
      chosen->text = clinch_text_clean_line (target);
      return chosen->text != NULL;
    }
  set_unknown_error (self, field, target, error);

  return FALSE;
}

gboolean
clinch_import_plan_set_value (ClinchImportPlan        *self,
                              guint                    column,
                              const char              *value,
                              ClinchImportValueState   state,
                              const char              *target,
                              GError                 **error)
{
  const ClinchField *field = NULL;
  ClinchImportChosen *chosen;

  g_return_val_if_fail (column < self->n_columns, FALSE);

  if (self->kind != CLINCH_KIND_NONE && self->columns[column].target < CLINCH_MAX_FIELDS)
    field = clinch_import_target_field (self->kind, self->columns[column].target);
  if (field == NULL)
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING,
                   _("The column “%s” becomes no field, so its values mean nothing. Say first "
                     "which field it is."),
                   clinch_table_get_column_name (self->table, column));
      return FALSE;
    }
  if (state == CLINCH_IMPORT_VALUE_CREATE && (field->type != CLINCH_FIELD_REFERENCE ||
                                              (!clinch_import_is_listed_kind (field->target) &&
                                               field->target != CLINCH_KIND_CONTACT) ||
                                              field->target == CLINCH_KIND_PIPELINE))
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING,
                   _("%s: no new one can be made by an import."), clinch_field_label (field));
      return FALSE;
    }

  chosen = g_new0 (ClinchImportChosen, 1);
  chosen->state = state;
  if (state == CLINCH_IMPORT_VALUE_FOUND
      && !resolve_target (self, field, target != NULL ? target : "", chosen, error))
    {
      g_free (chosen->text);
      g_free (chosen);
      return FALSE;
    }
  g_hash_table_insert (self->columns[column].chosen, g_strdup (value), chosen);

  return TRUE;
}

void
clinch_import_plan_clear_value (ClinchImportPlan *self,
                                guint             column,
                                const char       *value)
{
  g_return_if_fail (column < self->n_columns);

  g_hash_table_remove (self->columns[column].chosen, value);
}

static gboolean
map_cell (ClinchImportPlan  *self,
          guint              column,
          const char        *cell,
          const char        *target,
          GError           **error)
{
  if (g_ascii_strcasecmp (target, "create") == 0)
    return clinch_import_plan_set_value (self, column, cell, CLINCH_IMPORT_VALUE_CREATE, NULL,
                                         error);
  if (g_ascii_strcasecmp (target, "skip") == 0)
    return clinch_import_plan_set_value (self, column, cell, CLINCH_IMPORT_VALUE_SKIP, NULL, error);

  return clinch_import_plan_set_value (self, column, cell, CLINCH_IMPORT_VALUE_FOUND, target,
                                       error);
}

gboolean
clinch_import_plan_map_value (ClinchImportPlan  *self,
                              const char        *column,
                              const char        *value,
                              const char        *target,
                              GError           **error)
{
  int index = clinch_import_plan_find_column (self, column, error);
  g_autofree char *folded = clinch_text_fold (value);
  g_autoptr(GArray) distinct = NULL;
  gboolean is_found = FALSE;

  if (index < 0)
    return FALSE;

  /* Who types a value does not look at its case; each spelling in the file is meant. */
  distinct = clinch_table_column_values (self->table, index, MAX_DISTINCT, NULL);
  for (guint i = 0; i < distinct->len; i++)
    {
      const char *cell = g_array_index (distinct, ClinchColumnValue, i).value;
      g_autofree char *folded_cell = clinch_text_fold (cell);

      if (!g_str_equal (folded_cell, folded))
        continue;
      is_found = TRUE;
      if (!map_cell (self, index, cell, target, error))
        return FALSE;
    }
  if (is_found)
    return TRUE;

  g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING,
               _("In the column “%s” nothing is called “%s”."),
               clinch_table_get_column_name (self->table, index), value);
  return FALSE;
}
