// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order of a query, in SQL and in C: SQLite sorts by it, clinch_query_place() compares by it.
//
// What a field is sorted by follows from its type. A name has its sort key. A reference stands by
// the name of what it points at, then by its key, so that two customers of one name do not mix; a
// stage stands by its position, and an opportunity within it where it stands on the board. The
// indexes stand in these orders; SQLite reads them forwards, backwards and with NULLS LAST.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-query-order.h"

#include "clinch-text.h"

#include <string.h>

static ClinchOrderTerm *
add_term (ClinchOrder *order,
          char        *sql,
          const char  *walked_sql,
          gboolean     is_text)
{
  ClinchOrderTerm *term = &order->terms[order->n_terms++];

  g_assert (order->n_terms <= CLINCH_ORDER_MAX_TERMS);
  term->sql = sql;
  term->walked_sql = walked_sql;
  term->is_text = is_text;

  return term;
}

static char *
choice_order (const ClinchField *field,
              const char        *column)
{
  GString *sql = g_string_new ("CASE ");
  const ClinchChoiceValue *values;
  int n_values;

  values = clinch_choice_values (field->choice, &n_values);
  g_string_append (sql, column);
  for (int i = 0; i < n_values; i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %d", values[i].code, i);
  g_string_append (sql, " END");

  return g_string_free (sql, FALSE);
}

static void
add_reference (ClinchOrder       *order,
               const ClinchField *field,
               const char        *alias)
{
  gboolean by_position = field->target == CLINCH_KIND_STAGE;
  const char *key = by_position ? "position" : "name_key";

  add_term (order,
            g_strdup_printf ("(SELECT %s FROM %s WHERE id = %s%s)", key,
                             clinch_kind_table (field->target), alias, field->column),
            by_position ? "s.position" : "s.name_key", !by_position);
  add_term (order, g_strconcat (alias, field->column, NULL), "s.id", FALSE);
  if (by_position && field->kind == CLINCH_KIND_OPPORTUNITY)
    add_term (order, g_strconcat (alias, "position", NULL), "t.position", FALSE);
}

/* The figures of a customer that are not empty but 0 while there is nothing to tell: NULL in their
 * place, so that they stand last. */
static char *
tell_unknown (const ClinchField *field,
              const char        *alias)
{
  if (field->kind != CLINCH_KIND_CUSTOMER)
    return NULL;

  switch (field->index)
    {
    case CLINCH_CUSTOMER_SCORE:
    case CLINCH_CUSTOMER_COMPLETENESS:
      return g_strdup_printf ("iif (%1$sfilled > 0, %1$s%2$s, NULL)", alias, field->column);
    case CLINCH_CUSTOMER_OPEN_VALUE:
    case CLINCH_CUSTOMER_WON_VALUE:
      return g_strdup_printf ("nullif (%s%s, 0)", alias, field->column);
    default:
      return NULL;
    }
}

static void
add_field (ClinchOrder       *order,
           const ClinchField *field,
           const char        *alias)
{
  g_autofree char *column = g_strconcat (alias, field->column, NULL);
  /* Descending, 0 is last anyway, and an index serves. */
  g_autofree char *known = order->descending ? NULL : tell_unknown (field, alias);
  ClinchOrderTerm *term;

  if (known != NULL)
    add_term (order, g_steal_pointer (&known), NULL, FALSE);
  else if (field == clinch_kind_name_field (field->kind))
    add_term (order, g_strconcat (alias, "name_key", NULL), NULL, TRUE);
  else if (field->type == CLINCH_FIELD_REFERENCE && clinch_kind_name_field (field->target) != NULL)
    add_reference (order, field, alias);
  else if (field->type == CLINCH_FIELD_CHOICE)
    add_term (order, choice_order (field, column), NULL, FALSE);
  else
    {
      term = add_term (order, g_steal_pointer (&column), NULL, !clinch_field_is_integer (field));
      term->collated = term->is_text && field->type != CLINCH_FIELD_DATE
                       && field->type != CLINCH_FIELD_CURRENCY;
    }
}

static gboolean
may_be_unknown (const ClinchField *field)
{
  g_autofree char *known = tell_unknown (field, "");

  return known != NULL;
}

/* Turns what belongs to the referred record into values of the record that refers to it. */
static void
look_through (ClinchOrder       *order,
              const ClinchField *via)
{
  for (int i = 0; i < order->n_terms; i++)
    {
      g_autofree char *inner = order->terms[i].sql;

      order->terms[i].sql = g_strdup_printf ("(SELECT %s FROM %s AS v WHERE v.id = t.%s)", inner,
                                             clinch_kind_table (via->target), via->column);
    }
}

gboolean
clinch_order_init (ClinchOrder        *order,
                   const ClinchQuery  *query,
                   GError            **error)
{
  ClinchQueryPath path;

  memset (order, 0, sizeof *order);
  order->descending = query->descending;
  if (!clinch_query_parse_path (query->kind, query->sort, &path, error))
    return FALSE;

  if (path.special != NULL)
    add_term (order, g_strdup (path.special->sql), NULL, path.special->is_text);
  else if (path.field == NULL)
    add_term (order, g_strconcat ("t.", path.column, NULL), NULL, FALSE);
  else
    add_field (order, path.field, path.via != NULL ? "v." : "t.");
  if (path.via != NULL)
    look_through (order, path.via);
  else if (path.field != NULL && (path.field->flags & CLINCH_FIELD_INDEXED)
           && (order->descending || !may_be_unknown (path.field)))
    {
      /* Whoever has no such reference would not be met on the walk. */
      gboolean refers = path.field->type == CLINCH_FIELD_REFERENCE;

      order->indexed = !refers || (path.field->flags & CLINCH_FIELD_REQUIRED);
      order->walked = refers && order->indexed ? path.field : NULL;
      /* An index holds texts byte by byte, which nobody reads as an order. */
      order->valued = order->terms[0].collated ? path.field : NULL;
    }
  add_term (order, g_strdup ("t.id"), NULL, FALSE);

  return TRUE;
}

void
clinch_order_clear (ClinchOrder *order)
{
  for (int i = 0; i < order->n_terms; i++)
    g_free (order->terms[i].sql);
}

void
clinch_order_append (const ClinchOrder *order,
                     GString           *sql,
                     gboolean           walks)
{
  int first = walks && order->valued != NULL ? 1 : 0;

  for (int i = first; i < order->n_terms; i++)
    {
      const ClinchOrderTerm *term = &order->terms[i];

      g_string_append (sql, i == first ? " ORDER BY " : ", ");
      g_string_append (sql, walks && term->walked_sql != NULL ? term->walked_sql : term->sql);
      if (term->collated)
        g_string_append (sql, " COLLATE clinch");
      /* Descending, empty values are last anyway; on a walk only the first may be empty. */
      g_string_append (sql, order->descending ? " DESC"
                       : (walks && i > 0) || i == order->n_terms - 1 ? " ASC" : " ASC NULLS LAST");
    }
}

void
clinch_order_append_terms (const ClinchOrder *order,
                           GString           *sql)
{
  for (int i = 0; i < order->n_terms; i++)
    {
      if (i > 0)
        g_string_append (sql, ", ");
      g_string_append (sql, order->terms[i].sql);
    }
}

void
clinch_order_read (const ClinchOrder *order,
                   ClinchStatement   *statement,
                   ClinchOrderValues *values)
{
  memset (values, 0, sizeof *values);
  for (int i = 0; i < order->n_terms; i++)
    {
      values->is_null[i] = clinch_statement_is_null (statement, i);
      if (order->terms[i].is_text)
        values->texts[i] = g_strdup (clinch_statement_text (statement, i));
      else
        values->integers[i] = clinch_statement_int (statement, i);
    }
}

void
clinch_order_values_clear (ClinchOrderValues *values)
{
  for (int i = 0; i < CLINCH_ORDER_MAX_TERMS; i++)
    g_free (values->texts[i]);
}

int
clinch_order_compare (const ClinchOrder       *order,
                      const ClinchOrderValues *a,
                      const ClinchOrderValues *b)
{
  for (int i = 0; i < order->n_terms; i++)
    {
      int result;

      if (a->is_null[i] && b->is_null[i])
        continue;
      if (a->is_null[i] || b->is_null[i])
        return a->is_null[i] ? 1 : -1;
      if (order->terms[i].collated)
        result = clinch_text_compare (a->texts[i], b->texts[i]);
      else if (order->terms[i].is_text)
        result = strcmp (a->texts[i], b->texts[i]);
      else
        result = a->integers[i] < b->integers[i] ? -1 : a->integers[i] > b->integers[i];
      if (result != 0)
        return order->descending ? -result : result;
    }

  return 0;
}
