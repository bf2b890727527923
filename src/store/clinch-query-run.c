// SPDX-License-Identifier: GPL-3.0-or-later
//
// Queries carried out.
//
// The first rows of a list are met on a walk in its order: along an index, or along the index of
// the table that it is sorted through, whose records then are found by their reference. A filter is
// looked at on the way. Where it lets few through, that would be a long walk; so when an index can
// find its records, a handful of them is counted first and sorted, and any other walk that comes to
// no end soon is given up for whatever SQLite thinks best.
//
// Whose records are wanted is asked most often: for the orders that matter most there is an index
// which has each owner's records in that order.
//
// A text that has no sort key stands in its index byte by byte. Such texts say the same few things
// again and again, so its values are put in order here, and the records of each are walked in turn.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-query.h"

#include "clinch-query-order.h"
#include "clinch-text.h"

/* Up to so many records are found and sorted rather than met. */
#define FEW_RECORDS 1000
/* What a walk may cost: some ten thousand records met; a third where an index finds the records as
 * well. */
#define WALK_STEPS 200000
#define SHORT_WALK_STEPS 60000
/* More values than these are no longer the same few. */
#define MAX_VALUES 500

/* What indexes have in order for each record that is referred to. SQLite finds the first rows of
 * many owners by going only so far into the records of each. It is told which index to take,
 * because it thinks that several are equally good. */
static const struct
{
  ClinchKind kind;
  const char *reference;
  const char *sort;
  const char *index;
} indexes_by_reference[] = {
  { CLINCH_KIND_CUSTOMER, "owner", "name", "customer_owner" },
  { CLINCH_KIND_OPPORTUNITY, "owner", "amount", "opportunity_owner_amount" },
  { CLINCH_KIND_OPPORTUNITY, "owner", "expected-date", "opportunity_owner_expected" },
};

/* A query under way. */
typedef struct
{
  const ClinchQuery *query;
  ClinchDb *db;
  const ClinchOrder *order;
  gint64 limit;      /* negative: none */
  const char *value; /* of the walk's turn, where values are walked; NULL for the empty one */
  const char *index; /* that finds the records in their order; NULL where there is none */
  const char *columns; /* of the records and of what is joined to them; NULL for the keys alone */
  const char *joins;
  GArray *ids;
  GPtrArray *rows;
  ClinchQueryRowFunc read_row;
} Run;

static gboolean
append_walked_where (const ClinchQuery  *query,
                     const ClinchField  *valued,
                     GString            *sql,
                     GError            **error)
{
  g_string_append (sql, " WHERE t.deleted_at IS NULL");
  if (valued != NULL)
    g_string_append_printf (sql, " AND t.%s IS ?", valued->column);
  for (guint i = 0; i < query->filters->len; i++)
    {
      const ClinchQueryFilter *filter = query->filters->pdata[i];

      g_string_append (sql, " AND ");
      /* A range of the field that is sorted by is a part of the way. */
      if (!clinch_query_append_filter (query, sql, filter, g_str_equal (filter->path, query->sort),
                                       error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
append_keys (const Run  *run,
             GString    *sql,
             gboolean    walks,
             GError    **error)
{
  const char *table = clinch_kind_table (run->query->kind);
  const ClinchField *walked = walks ? run->order->walked : NULL;

  if (walked != NULL)
    g_string_append_printf (sql, "SELECT t.id FROM %s AS s CROSS JOIN %s AS t ON t.%s = s.id",
                            clinch_kind_table (walked->target), table, walked->column);
  else
    g_string_append_printf (sql, "SELECT t.id FROM %s AS t", table);
  if (run->index != NULL)
    g_string_append_printf (sql, " INDEXED BY %s", run->index);
  if (!(walks ? append_walked_where (run->query, run->order->valued, sql, error)
              : clinch_query_append_where (run->query, sql, error)))
    return FALSE;
  clinch_order_append (run->order, sql, walks);
  g_string_append (sql, " LIMIT ?");

  return TRUE;
}

static gboolean
take_results (Run              *run,
              ClinchStatement  *statement,
              GError          **error)
{
  gboolean has_row;

  while (TRUE)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (run->rows != NULL)
        g_ptr_array_add (run->rows, run->read_row (statement, run->query->kind));
      else
        {
          gint64 id = clinch_statement_int (statement, 0);

          g_array_append_val (run->ids, id);
        }
    }
}

static gboolean
run_form (Run       *run,
          gboolean   walks,
          GError   **error)
{
  g_autoptr(GString) sql = g_string_sized_new (2048);
  g_autoptr(ClinchStatement) statement = NULL;
  int parameter = 1;

  if (run->columns != NULL)
    g_string_append_printf (sql, "SELECT %s FROM (", run->columns);
  if (!append_keys (run, sql, walks, error))
    return FALSE;
  if (run->columns != NULL)
    g_string_append_printf (sql, ") AS p CROSS JOIN %s AS t ON t.id = p.id%s",
                            clinch_kind_table (run->query->kind), run->joins);

  statement = clinch_db_prepare (run->db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  if (walks && run->order->valued != NULL)
    clinch_statement_bind_text (statement, parameter++, run->value);
  clinch_statement_bind_int (statement, clinch_query_bind_where (run->query, statement, parameter),
                             run->limit);

  return take_results (run, statement, error);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return clinch_text_compare (a, b);
}

/* The values of the text that is sorted by, found by leaps along its index. */
static GPtrArray *
list_values (const Run  *run,
             GError    **error)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ClinchStatement) statement = NULL;
  g_autofree char *sql = NULL;
  gboolean has_row;

  sql = g_strdup_printf ("WITH RECURSIVE leap (value) AS ("
                         "SELECT min (%1$s) FROM %2$s WHERE deleted_at IS NULL"
                         " UNION ALL SELECT (SELECT min (%1$s) FROM %2$s WHERE deleted_at IS NULL"
                         " AND %1$s > leap.value) FROM leap WHERE leap.value IS NOT NULL)"
                         " SELECT value FROM leap WHERE value IS NOT NULL LIMIT %3$d",
                         run->order->valued->column, clinch_kind_table (run->query->kind),
                         MAX_VALUES + 1);
  statement = clinch_db_prepare (run->db, sql, error);
  while (statement != NULL)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      g_ptr_array_add (values, g_strdup (clinch_statement_text (statement, 0)));
    }
  if (statement == NULL)
    return NULL;
  g_ptr_array_sort_values (values, compare_values);

  return g_steal_pointer (&values);
}

/* Records of values that nobody tells apart would stand mixed. */
static gboolean
are_walkable (GPtrArray *values)
{
  for (guint i = 1; i < values->len; i++)
    if (clinch_text_compare (values->pdata[i - 1], values->pdata[i]) == 0)
      return FALSE;

  return values->len <= MAX_VALUES;
}

static gboolean
walk_value (Run         *run,
            const char  *value,
            gint64       limit,
            GError     **error)
{
  guint n_found = run->rows != NULL ? run->rows->len : run->ids->len;
  gboolean done;

  if (limit >= 0 && n_found >= limit)
    return TRUE;

  run->value = value;
  run->limit = limit >= 0 ? limit - n_found : -1;
  done = run_form (run, TRUE, error);
  run->limit = limit;

  return done;
}

/* Walks from value to value; the empty one is the last either way. */
static gboolean
walk_values (Run       *run,
             GError   **error)
{
  g_autoptr(GPtrArray) values = list_values (run, error);

  if (values == NULL)
    return FALSE;
  if (!are_walkable (values))
    return run_form (run, FALSE, error);

  for (guint i = 0; i < values->len; i++)
    if (!walk_value (run, values->pdata[run->order->descending ? values->len - 1 - i : i],
                     run->limit, error))
      return FALSE;

  return walk_value (run, NULL, run->limit, error);
}

static gboolean
walk (Run       *run,
      GError   **error)
{
  return run->order->valued != NULL ? walk_values (run, error) : run_form (run, TRUE, error);
}

/* Whether an index leads from the value of a filter to its records. */
static gboolean
is_found_by_index (const ClinchQuery       *query,
                   const ClinchQueryFilter *filter)
{
  ClinchQueryPath path;

  return (filter->op == CLINCH_FILTER_EQUAL || filter->op == CLINCH_FILTER_IN
          || filter->op == CLINCH_FILTER_WITHIN)
         && clinch_query_parse_path (query->kind, filter->path, &path, NULL)
         && path.field != NULL && path.field->type == CLINCH_FIELD_REFERENCE
         && (path.field->flags & CLINCH_FIELD_INDEXED)
         && (path.via == NULL || (path.via->flags & CLINCH_FIELD_INDEXED));
}

/* The index that has in order what a filter finds, or NULL. */
static const char *
index_in_order (const ClinchQuery *query)
{
  for (guint i = 0; i < query->filters->len; i++)
    {
      const ClinchQueryFilter *filter = query->filters->pdata[i];
      g_auto(GStrv) steps = g_strsplit (filter->path, ".", 2);

      if (!is_found_by_index (query, filter))
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (indexes_by_reference); j++)
        if (indexes_by_reference[j].kind == query->kind
            && g_str_equal (indexes_by_reference[j].reference, steps[0])
            && g_str_equal (indexes_by_reference[j].sort, query->sort))
          return indexes_by_reference[j].index;
    }

  return NULL;
}

static gboolean
finds_few (const Run                *run,
           const ClinchQueryFilter  *filter,
           gboolean                 *few,
           GError                  **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;

  g_string_printf (sql, "SELECT 1 FROM %s AS t WHERE t.deleted_at IS NULL AND ",
                   clinch_kind_table (run->query->kind));
  if (!clinch_query_append_filter (run->query, sql, filter, TRUE, error))
    return FALSE;
  g_string_append_printf (sql, " LIMIT 1 OFFSET %d", FEW_RECORDS);
  statement = clinch_db_prepare (run->db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  clinch_query_bind_filter (filter, statement, 1);
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  *few = !has_row;

  return TRUE;
}

/* A walk past what filters leave out, in the hope that it is short. */
static gboolean
try_walk (Run       *run,
          int        steps,
          gboolean  *arrived,
          GError   **error)
{
  g_autoptr(GError) local_error = NULL;
  gboolean done;

  clinch_db_limit_steps (run->db, steps);
  done = walk (run, &local_error);
  *arrived = !clinch_db_lift_limit (run->db);
  if (!*arrived)
    {
      g_array_set_size (run->ids, 0);
      if (run->rows != NULL)
        g_ptr_array_set_size (run->rows, 0);
      return TRUE;
    }
  if (!done)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return done;
}

static gboolean
carry_out (Run     *run,
           GError **error)
{
  const ClinchQuery *query = run->query;
  gboolean filtered = clinch_query_is_filtered (query);
  gboolean found = FALSE;
  gboolean few = FALSE;
  gboolean arrived;

  /* The indexes hold what lives. */
  if (!run->order->indexed || query->deleted || query->match != NULL)
    return run_form (run, FALSE, error);
  run->index = index_in_order (query);
  if (run->index != NULL || (filtered && run->limit < 0))
    return run_form (run, FALSE, error);
  if (!filtered)
    return walk (run, error);

  for (guint i = 0; i < query->filters->len && !few; i++)
    {
      if (!is_found_by_index (query, query->filters->pdata[i]))
        continue;
      found = TRUE;
      if (!finds_few (run, query->filters->pdata[i], &few, error))
        return FALSE;
    }
  if (few)
    return run_form (run, FALSE, error);
  if (!try_walk (run, found ? SHORT_WALK_STEPS : WALK_STEPS, &arrived, error))
    return FALSE;

  return arrived || run_form (run, FALSE, error);
}

GArray *
clinch_query_ids (const ClinchQuery  *self,
                  ClinchDb           *db,
                  int                 limit,
                  GError            **error)
{
  g_auto(ClinchOrder) order = { 0 };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Run run = { .query = self, .db = db, .order = &order, .limit = limit > 0 ? limit : -1,
              .ids = ids };

  if (!clinch_order_init (&order, self, error) || !carry_out (&run, error))
    return NULL;

  return g_steal_pointer (&ids);
}

GPtrArray *
clinch_query_rows (const ClinchQuery   *self,
                   ClinchDb            *db,
                   int                  limit,
                   const char          *columns,
                   const char          *joins,
                   ClinchQueryRowFunc   read_row,
                   GDestroyNotify       row_free,
                   GError             **error)
{
  g_auto(ClinchOrder) order = { 0 };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Run run = { .query = self, .db = db, .order = &order, .limit = limit > 0 ? limit : -1,
              .columns = columns, .joins = joins, .ids = ids, .rows = rows, .read_row = read_row };

  if (!clinch_order_init (&order, self, error) || !carry_out (&run, error))
    return NULL;

  return g_steal_pointer (&rows);
}

gboolean
clinch_query_count (const ClinchQuery  *self,
                    ClinchDb           *db,
                    gint64             *count,
                    GError            **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;

  *count = 0;
  g_string_printf (sql, "SELECT count (*) FROM %s AS t", clinch_kind_table (self->kind));
  if (!clinch_query_append_where (self, sql, error))
    return FALSE;
  statement = clinch_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  clinch_query_bind_where (self, statement, 1);
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  *count = clinch_statement_int (statement, 0);

  return TRUE;
}

/* Whether @id is asked for; what it is sorted by where it is. */
static gboolean
find_candidate (const ClinchQuery  *self,
                ClinchDb           *db,
                const ClinchOrder  *order,
                gint64              id,
                gboolean           *found,
                ClinchOrderValues  *values,
                GError            **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT ");
  g_autoptr(ClinchStatement) statement = NULL;

  clinch_order_append_terms (order, sql);
  g_string_append_printf (sql, " FROM %s AS t", clinch_kind_table (self->kind));
  if (!clinch_query_append_where (self, sql, error))
    return FALSE;
  g_string_append (sql, " AND t.id = ?");
  statement = clinch_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, clinch_query_bind_where (self, statement, 1), id);
  if (!clinch_statement_step (statement, found, error))
    return FALSE;
  if (*found)
    clinch_order_read (order, statement, values);

  return TRUE;
}

/* Where among @ids the record with @values belongs; @probe reads those of the others. */
static gboolean
search_place (const ClinchOrder        *order,
              ClinchStatement          *probe,
              GArray                   *ids,
              const ClinchOrderValues  *values,
              gint64                   *position,
              GError                  **error)
{
  guint low = 0;
  guint high = ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_auto(ClinchOrderValues) other = { 0 };
      gboolean has_row;

      clinch_statement_bind_int (probe, 1, g_array_index (ids, gint64, middle));
      if (!clinch_statement_step (probe, &has_row, error))
        return FALSE;
      if (has_row)
        clinch_order_read (order, probe, &other);
      clinch_statement_reset (probe);
      if (clinch_order_compare (order, values, &other) < 0)
        high = middle;
      else
        low = middle + 1;
    }
  *position = low;

  return TRUE;
}

gboolean
clinch_query_place (const ClinchQuery  *self,
                    ClinchDb           *db,
                    GArray             *ids,
                    gint64              id,
                    gint64             *position,
                    GError            **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT ");
  g_autoptr(ClinchStatement) probe = NULL;
  g_auto(ClinchOrder) order = { 0 };
  g_auto(ClinchOrderValues) values = { 0 };
  gboolean found;

  *position = -1;
  if (!clinch_order_init (&order, self, error)
      || !find_candidate (self, db, &order, id, &found, &values, error))
    return FALSE;
  if (!found)
    return TRUE;

  clinch_order_append_terms (&order, sql);
  g_string_append_printf (sql, " FROM %s AS t WHERE t.id = ?", clinch_kind_table (self->kind));
  probe = clinch_db_prepare (db, sql->str, error);

  return probe != NULL && search_place (&order, probe, ids, &values, position, error);
}
