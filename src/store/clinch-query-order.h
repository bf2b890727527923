// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query-private.h"

G_BEGIN_DECLS

#define CLINCH_ORDER_MAX_TERMS 4

/* One thing that records are compared by. */
typedef struct
{
  char *sql;              /* for the record's table t */
  const char *walked_sql; /* the same where the table it refers to is walked as s */
  gboolean is_text;
  gboolean collated;
} ClinchOrderTerm;

/* The order of a query: empty values last either way, then the next term; the last is the key, so
 * that the order is total. */
typedef struct
{
  ClinchOrderTerm terms[CLINCH_ORDER_MAX_TERMS];
  int n_terms;
  gboolean descending;
  gboolean indexed;          /* an index stands in this order */
  const ClinchField *walked; /* the reference whose table is walked for it, or NULL */
  const ClinchField *valued; /* the text whose values are walked one by one for it, or NULL */
} ClinchOrder;

/* The values that one record is compared by. */
typedef struct
{
  gboolean is_null[CLINCH_ORDER_MAX_TERMS];
  gint64 integers[CLINCH_ORDER_MAX_TERMS];
  char *texts[CLINCH_ORDER_MAX_TERMS];
} ClinchOrderValues;

/**
 * clinch_order_init:
 * @order: (out): the order
 * @query: a query
 * @error: where an unknown field is named
 *
 * Returns: %TRUE on success; @order is to be cleared either way
 */
gboolean clinch_order_init         (ClinchOrder             *order,
                                    const ClinchQuery       *query,
                                    GError                 **error);

/**
 * clinch_order_clear:
 * @order: an order
 *
 * Frees what it holds.
 */
void     clinch_order_clear        (ClinchOrder             *order);

/**
 * clinch_order_append:
 * @order: an order
 * @sql: where to
 * @walks: whether the table of @order's reference is walked as s, or records of one value
 *
 * Appends " ORDER BY …".
 */
void     clinch_order_append       (const ClinchOrder       *order,
                                    GString                 *sql,
                                    gboolean                 walks);

/**
 * clinch_order_append_terms:
 * @order: an order
 * @sql: where to
 *
 * Appends the terms as result columns for clinch_order_read().
 */
void     clinch_order_append_terms (const ClinchOrder       *order,
                                    GString                 *sql);

/**
 * clinch_order_read:
 * @order: an order
 * @statement: a statement on a row whose first columns are the terms
 * @values: (out): the values, to be cleared
 */
void     clinch_order_read         (const ClinchOrder       *order,
                                    ClinchStatement         *statement,
                                    ClinchOrderValues       *values);

/**
 * clinch_order_values_clear:
 * @values: values
 *
 * Frees what they hold.
 */
void     clinch_order_values_clear (ClinchOrderValues       *values);

/**
 * clinch_order_compare:
 * @order: an order
 * @a: values of a record
 * @b: values of another one
 *
 * Returns: negative where @a stands before @b, positive where it stands behind; as SQLite orders
 */
int      clinch_order_compare      (const ClinchOrder       *order,
                                    const ClinchOrderValues *a,
                                    const ClinchOrderValues *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinchOrder, clinch_order_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinchOrderValues, clinch_order_values_clear)

G_END_DECLS
