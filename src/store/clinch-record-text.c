// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-record-text.h"

#include "clinch-money.h"
#include "clinch-operations.h"
#include "clinch-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const ClinchField *field;
  const char *text;
} Assignment;

/* A stage is chosen like any field; the operations behind it see to the rest. */
static gboolean
is_writable (const ClinchField *field)
{
  return clinch_field_is_editable (field) ||
         (field->kind == CLINCH_KIND_OPPORTUNITY &&
          (field->index == CLINCH_OPPORTUNITY_STAGE
           || field->index == CLINCH_OPPORTUNITY_PIPELINE));
}

static const ClinchField *
find_field (ClinchKind   kind,
            const char  *assignment,
            gsize        length,
            GError     **error)
{
  g_autofree char *name = g_strndup (assignment, length);
  const ClinchField *field = clinch_kind_find_field (kind, g_strstrip (name));

  if (field == NULL)
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 /* Translators: kind of record, what was taken for a field's name. */
                 _("%1$s has no field “%2$s”."), clinch_kind_label (kind, FALSE), name);
  else if (!is_writable (field))
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 _("“%s” is kept by the program and cannot be set."), clinch_field_label (field));
  else
    return field;

  return NULL;
}

/* Fields that others are read by come first: amounts by the currency, contacts by the customer. */
static int
compare_assignments (gconstpointer a,
                     gconstpointer b)
{
  const ClinchField *a_field = ((const Assignment *) a)->field;
  const ClinchField *b_field = ((const Assignment *) b)->field;
  gboolean a_first = a_field->type == CLINCH_FIELD_CURRENCY
                     || (a_field->flags & CLINCH_FIELD_PARENT) ||
                     a_field->target == CLINCH_KIND_PIPELINE;
  gboolean b_first = b_field->type == CLINCH_FIELD_CURRENCY
                     || (b_field->flags & CLINCH_FIELD_PARENT) ||
                     b_field->target == CLINCH_KIND_PIPELINE;

  if (a_first != b_first)
    return a_first ? -1 : 1;

  return a_field->index - b_field->index;
}

static GArray *
split_assignments (ClinchKind          kind,
                   const char *const  *assignments,
                   GError            **error)
{
  g_autoptr(GArray) split = g_array_new (FALSE, FALSE, sizeof (Assignment));

  for (gsize i = 0; assignments[i] != NULL; i++)
    {
      const char *equals = strchr (assignments[i], '=');
      Assignment assignment;

      if (equals == NULL)
        {
          g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                       _("“%s” is not of the form FIELD=VALUE."),
                       assignments[i]);
          return NULL;
        }
      assignment.field = find_field (kind, assignments[i], equals - assignments[i], error);
      assignment.text = equals + 1;
      if (assignment.field == NULL)
        return NULL;
      g_array_append_val (split, assignment);
    }
  g_array_sort (split, compare_assignments);

  return g_steal_pointer (&split);
}

/* Reads the values into @row, which already holds what they may depend on. */
static guint64
read_values (ClinchTxn  *txn,
             GArray     *assignments,
             ClinchRow  *row,
             GError    **error)
{
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (clinch_txn_db (txn));
  guint64 given = 0;

  for (guint i = 0; i < assignments->len; i++)
    {
      const Assignment *assignment = &g_array_index (assignments, Assignment, i);

      if (!clinch_value_parse (context, assignment->field, assignment->text, row, error))
        return 0;
      given |= G_GUINT64_CONSTANT (1) << assignment->field->index;
    }

  return given;
}

gint64
clinch_record_add (ClinchTxn          *txn,
                   ClinchKind          kind,
                   const char *const  *assignments,
                   GError            **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (kind);
  g_autoptr(GArray) split = split_assignments (kind, assignments, error);

  if (split == NULL || (read_values (txn, split, row, error) == 0 && split->len > 0))
    return 0;

  return clinch_operation_add (txn, row, error);
}

static void
copy_field (const ClinchRow *from,
            ClinchRow       *to,
            int              field)
{
  if (clinch_row_is_null (from, field))
    clinch_row_set_null (to, field);
  else if (clinch_field_is_integer (clinch_kind_field (from->kind, field)))
    clinch_row_set_int (to, field, clinch_row_int (from, field));
  else
    clinch_row_set_text (to, field, clinch_row_text (from, field));
}

/* Minor units differ between currencies; what people see is the figure, so that stays. */
static gboolean
keep_figures (const ClinchRow  *old,
              ClinchRow        *row,
              guint64          *given,
              GError          **error)
{
  const ClinchField *currency = NULL;
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].type == CLINCH_FIELD_CURRENCY && (*given & (G_GUINT64_CONSTANT (1) << i)) &&
        !clinch_row_is_null (old, i) && !clinch_row_is_null (row, i))
      currency = &fields[i];
  if (currency == NULL)
    return TRUE;

  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *figure = NULL;
      gint64 minor;

      if (fields[i].type != CLINCH_FIELD_MONEY || (fields[i].flags & CLINCH_FIELD_COMPUTED)
          || clinch_row_is_null (old, i) ||
          (*given & (G_GUINT64_CONSTANT (1) << i)))
        continue;
      figure = clinch_money_format_plain (clinch_row_int (old, i),
                                          clinch_row_text (old, currency->index));
      if (!clinch_money_parse (figure, clinch_row_text (row, currency->index), &minor, error))
        return FALSE;
      clinch_row_set_int (row, i, minor);
      *given |= G_GUINT64_CONSTANT (1) << i;
    }

  return TRUE;
}

/* What is said about the outcome goes with the move; what a move does not set stays an edit of its
 * own. */
static gboolean
move_to_stage (ClinchTxn        *txn,
               const ClinchRow  *row,
               guint64           given,
               GError          **error)
{
  ClinchMoveRequest request = { .stage_id = clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE) };

#define GIVEN(field) (given & (G_GUINT64_CONSTANT (1) << (field)))
  if (GIVEN (CLINCH_OPPORTUNITY_LOST_REASON))
    request.reason = clinch_row_text (row, CLINCH_OPPORTUNITY_LOST_REASON);
  if (GIVEN (CLINCH_OPPORTUNITY_COMPETITOR))
    request.competitor = clinch_row_text (row, CLINCH_OPPORTUNITY_COMPETITOR);
  if (GIVEN (CLINCH_OPPORTUNITY_CLOSED))
    request.date = clinch_row_text (row, CLINCH_OPPORTUNITY_CLOSED);
#undef GIVEN

  return clinch_operation_move (txn, &row->id, 1, &request, error);
}

static gboolean
check_pipeline (const ClinchRow  *old,
                const ClinchRow  *row,
                guint64           given,
                GError          **error)
{
  if (clinch_row_field_equal (old, row, CLINCH_OPPORTUNITY_PIPELINE) ||
      (given & (G_GUINT64_CONSTANT (1) << CLINCH_OPPORTUNITY_STAGE)))
    return TRUE;

  g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                       _("Say also in which stage of the other pipeline the opportunity shall "
                         "stand."));
  return FALSE;
}

static gboolean
edit_values (ClinchTxn        *txn,
             const ClinchRow  *old,
             ClinchRow        *row,
             guint64           given,
             GError          **error)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (row->kind);
  guint64 outcome = 0;
  int n_fields;

  if (!keep_figures (old, row, &given, error))
    return FALSE;
  if (row->kind == CLINCH_KIND_OPPORTUNITY)
    {
      if (!check_pipeline (old, row, given, error))
        return FALSE;
      outcome = (G_GUINT64_CONSTANT (1) << CLINCH_OPPORTUNITY_STAGE)
                | (G_GUINT64_CONSTANT (1) << CLINCH_OPPORTUNITY_PIPELINE);
      if ((given & outcome) && !clinch_row_field_equal (old, row, CLINCH_OPPORTUNITY_STAGE) &&
          !move_to_stage (txn, row, given, error))
        return FALSE;
    }

  clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (given & ~outcome & (G_GUINT64_CONSTANT (1) << i))
      copy_field (row, changes, i);
  if (changes->mask == 0)
    return TRUE;

  return clinch_operation_edit (txn, row->kind, &row->id, 1, changes, error);
}

gboolean
clinch_record_edit (ClinchTxn          *txn,
                    ClinchKind          kind,
                    gint64              id,
                    const char *const  *assignments,
                    GError            **error)
{
  g_autoptr(ClinchRow) old = clinch_db_load_row (clinch_txn_db (txn), kind, id, error);
  g_autoptr(ClinchRow) row = NULL;
  g_autoptr(GArray) split = NULL;
  guint64 given;

  if (old == NULL)
    return FALSE;
  if (old->deleted_at != 0)
    {
      g_autofree char *name = clinch_operation_name (clinch_txn_db (txn), old);

      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” lies in the recycle bin. Restore it before changing it."), name);
      return FALSE;
    }
  split = split_assignments (kind, assignments, error);
  if (split == NULL)
    return FALSE;
  row = clinch_row_copy (old);
  given = read_values (txn, split, row, error);

  return given != 0 ? edit_values (txn, old, row, given, error) : split->len == 0;
}

gboolean
clinch_record_edit_field (ClinchTxn          *txn,
                          const ClinchField  *field,
                          gint64              id,
                          const char         *text,
                          GError            **error)
{
  g_autofree char *assignment = g_strconcat (field->name, "=", text != NULL ? text : "", NULL);
  const char *assignments[] = { assignment, NULL };

  return clinch_record_edit (txn, field->kind, id, assignments, error);
}
