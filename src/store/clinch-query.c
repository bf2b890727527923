// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a query asks for, as data, and its conditions as SQL. clinch-query-run.c carries it out.
//
// Every identifier comes from the field tables, every value is bound.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-query.h"

#include "clinch-index.h"
#include "clinch-query-private.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is worked out from a record and the stage that it is in, as far as its time limit goes. */
#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static const ClinchQuerySpecial specials[] = {
  { CLINCH_KIND_OPPORTUNITY, "stage-until",
    "(t.stage_entered_at + 86400 * (SELECT limit_days FROM stage WHERE id = t.stage_id"
    " AND type = 'open' AND limit_days > 0))",
    FALSE, CLINCH_KIND_STAGE, BIT (CLINCH_STAGE_TYPE) | BIT (CLINCH_STAGE_LIMIT) },
  /* What is still to be reached first. */
  { CLINCH_KIND_OBJECTIVE, "agenda",
    "(iif (t.state = 'open', '0', '1') || ifnull (t.due, ':'))", TRUE, CLINCH_KIND_NONE, 0 },
  /* As clinch_profile_age() has it: the newest tag of a dimension is older than its half-life. */
  { CLINCH_KIND_CUSTOMER, "stale",
    "iif (EXISTS (SELECT 1 FROM customer_tag AS c JOIN tag AS g ON g.id = c.tag_id"
    " JOIN dimension AS d ON d.id = g.dimension_id"
    " WHERE c.customer_id = t.id AND c.deleted_at IS NULL AND d.deleted_at IS NULL"
    " AND d.retired IS NOT 'yes' AND d.known_by = 'tags' AND d.half_life_days > 0 GROUP BY d.id"
    " HAVING date (max (c.since), d.half_life_days || ' days') < clinch_today ()), 'yes', 'no')",
    TRUE, CLINCH_KIND_DIMENSION,
    BIT (CLINCH_DIMENSION_HALF_LIFE) | BIT (CLINCH_DIMENSION_RETIRED)
    | BIT (CLINCH_DIMENSION_KNOWN_BY) },
};

static const char *const comparisons[] = {
  [CLINCH_FILTER_EQUAL] = "= ?",
  [CLINCH_FILTER_NOT_EQUAL] = "IS NOT ?",
  [CLINCH_FILTER_AT_LEAST] = ">= ?",
  [CLINCH_FILTER_AT_MOST] = "<= ?",
  [CLINCH_FILTER_EMPTY] = "IS NULL",
  [CLINCH_FILTER_NOT_EMPTY] = "IS NOT NULL",
};

static void
filter_free (gpointer data)
{
  ClinchQueryFilter *filter = data;

  g_free (filter->path);
  g_free (filter->text);
  g_free (filter->folded);
  g_clear_pointer (&filter->ints, g_array_unref);
  g_clear_pointer (&filter->uids, g_array_unref);
  g_free (filter);
}

static ClinchQueryFilter *
add_filter (ClinchQuery    *self,
            const char     *path,
            ClinchFilterOp  op)
{
  ClinchQueryFilter *filter = g_new0 (ClinchQueryFilter, 1);

  filter->path = g_strdup (path);
  filter->op = op;
  g_ptr_array_add (self->filters, filter);

  return filter;
}

ClinchQuery *
clinch_query_new (ClinchKind kind)
{
  ClinchQuery *self = g_new0 (ClinchQuery, 1);
  const ClinchField *name = clinch_kind_name_field (kind);

  self->kind = kind;
  self->filters = g_ptr_array_new_with_free_func (filter_free);
  self->sort = g_strdup (name != NULL ? name->name : "created");
  self->descending = name == NULL;
  g_atomic_ref_count_init (&self->refs);

  return self;
}

ClinchQuery *
clinch_query_ref (ClinchQuery *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
clinch_query_unref (ClinchQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->filters);
  g_free (self->search);
  g_free (self->match);
  g_free (self->sort);
  g_free (self);
}

ClinchQuery *
clinch_query_copy (const ClinchQuery *self)
{
  ClinchQuery *copy = clinch_query_new (self->kind);

  for (guint i = 0; i < self->filters->len; i++)
    {
      const ClinchQueryFilter *filter = self->filters->pdata[i];
      ClinchQueryFilter *added = add_filter (copy, filter->path, filter->op);

      added->is_int = filter->is_int;
      added->ints = filter->ints != NULL ? g_array_copy (filter->ints) : NULL;
      added->uids = filter->uids != NULL ? g_array_copy (filter->uids) : NULL;
      added->text = g_strdup (filter->text);
      added->folded = g_strdup (filter->folded);
    }
  clinch_query_set_search (copy, self->search);
  clinch_query_set_sort (copy, self->sort, self->descending);
  copy->deleted = self->deleted;

  return copy;
}

ClinchKind
clinch_query_get_kind (const ClinchQuery *self)
{
  return self->kind;
}

void
clinch_query_filter_int (ClinchQuery    *self,
                         const char     *path,
                         ClinchFilterOp  op,
                         gint64          value)
{
  ClinchQueryFilter *filter = add_filter (self, path, op);

  filter->is_int = TRUE;
  filter->ints = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (filter->ints, value);
}

void
clinch_query_filter_text (ClinchQuery    *self,
                          const char     *path,
                          ClinchFilterOp  op,
                          const char     *value)
{
  ClinchQueryFilter *filter = add_filter (self, path, op);

  filter->text = g_strdup (value);
  if (op == CLINCH_FILTER_CONTAINS)
    filter->folded = clinch_text_fold (value != NULL ? value : "");
}

void
clinch_query_filter_ids (ClinchQuery  *self,
                         const char   *path,
                         const gint64 *values,
                         gsize         n_values)
{
  ClinchQueryFilter *filter = add_filter (self, path, CLINCH_FILTER_IN);

  filter->is_int = TRUE;
  filter->ints = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_values);
  g_array_append_vals (filter->ints, values, n_values);
}

void
clinch_query_filter_within (ClinchQuery     *self,
                            const char      *path,
                            const ClinchUid *uids,
                            gsize            n_uids)
{
  ClinchQueryFilter *filter = add_filter (self, path, CLINCH_FILTER_WITHIN);

  filter->uids = g_array_sized_new (FALSE, FALSE, sizeof (ClinchUid), n_uids);
  if (n_uids > 0)
    g_array_append_vals (filter->uids, uids, n_uids);
}

void
clinch_query_set_search (ClinchQuery *self,
                         const char  *text)
{
  g_set_str (&self->search, text);
  g_free (self->match);
  self->match = text != NULL ? clinch_text_to_match (text) : NULL;
}

void
clinch_query_set_sort (ClinchQuery *self,
                       const char  *path,
                       gboolean     descending)
{
  g_set_str (&self->sort, path);
  self->descending = descending;
}

const char *
clinch_query_get_sort (const ClinchQuery *self,
                       gboolean          *descending)
{
  if (descending != NULL)
    *descending = self->descending;

  return self->sort;
}

void
clinch_query_set_deleted (ClinchQuery *self,
                          gboolean     deleted)
{
  self->deleted = deleted;
}

gboolean
clinch_query_is_filtered (const ClinchQuery *self)
{
  return self->filters->len > 0 || self->match != NULL;
}

static void
set_no_field_error (GError     **error,
                    ClinchKind   kind,
                    const char  *path)
{
  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               /* Translators: kind of record in the plural, name of a field as the user wrote
                * it. */
               _("%1$s have no field “%2$s”."), clinch_kind_label (kind, TRUE), path);
}

gboolean
clinch_query_parse_path (ClinchKind        kind,
                         const char       *text,
                         ClinchQueryPath  *path,
                         GError          **error)
{
  const char *dot = strchr (text, '.');
  g_autofree char *first = dot != NULL ? g_strndup (text, dot - text) : g_strdup (text);

  memset (path, 0, sizeof *path);
  if (g_str_equal (text, "created") || g_str_equal (text, "deleted"))
    {
      path->column = g_str_equal (text, "created") ? "created_at" : "deleted_at";
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (specials); i++)
    if (specials[i].kind == kind && g_str_equal (text, specials[i].name))
      {
        path->special = &specials[i];
        return TRUE;
      }

  path->field = clinch_kind_find_field (kind, first);
  if (path->field != NULL && dot != NULL)
    {
      path->via = path->field;
      path->field = path->via->target != CLINCH_KIND_NONE
                    ? clinch_kind_find_field (path->via->target, dot + 1) : NULL;
    }
  if (path->field == NULL)
    {
      set_no_field_error (error, kind, text);
      return FALSE;
    }
  path->column = path->field->column;

  return TRUE;
}

/* Only a reference has records to be one of. */
static gboolean
may_compare (ClinchKind                kind,
             const ClinchQueryFilter  *filter,
             const ClinchQueryPath    *path,
             GError                  **error)
{
  if (filter->op != CLINCH_FILTER_WITHIN
      || (path->field != NULL && path->field->target != CLINCH_KIND_NONE))
    return TRUE;

  set_no_field_error (error, kind, filter->path);
  return FALSE;
}

/* The reference by which records of a kind are part of each other; NULL where they are not. */
static const ClinchField *
part_of_field (ClinchKind kind)
{
  const ClinchField *field = clinch_kind_find_field (kind, "parent");

  return field != NULL && field->target == kind ? field : NULL;
}

static void
append_within (GString    *sql,
               ClinchKind  kind,
               guint       n_uids)
{
  const char *table = clinch_kind_table (kind);
  const ClinchField *part_of = part_of_field (kind);

  g_string_append (sql, " IN (");
  if (part_of != NULL)
    g_string_append (sql, "WITH RECURSIVE part (id) AS (");
  g_string_append_printf (sql, "SELECT id FROM %s WHERE uid IN (", table);
  for (guint i = 0; i < n_uids; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  if (part_of != NULL)
    g_string_append_printf (sql,
                            " UNION SELECT p.id FROM %s AS p JOIN part ON p.%s = part.id)"
                            " SELECT id FROM part",
                            table, part_of->column);
  g_string_append_c (sql, ')');
}

static void
append_comparison (GString                 *sql,
                   const char              *column,
                   const ClinchQueryPath   *path,
                   const ClinchQueryFilter *filter)
{
  switch (filter->op)
    {
    case CLINCH_FILTER_CONTAINS:
      g_string_append_printf (sql, "clinch_contains (%s, ?)", column);
      break;
    case CLINCH_FILTER_IN:
      g_string_append_printf (sql, "%s IN (", column);
      for (guint i = 0; filter->ints != NULL && i < filter->ints->len; i++)
        g_string_append (sql, i > 0 ? ", ?" : "?");
      g_string_append_c (sql, ')');
      break;
    case CLINCH_FILTER_WITHIN:
      g_string_append (sql, column);
      append_within (sql, path->field->target, filter->uids->len);
      break;
    case CLINCH_FILTER_EQUAL:
    case CLINCH_FILTER_NOT_EQUAL:
    case CLINCH_FILTER_AT_LEAST:
    case CLINCH_FILTER_AT_MOST:
    case CLINCH_FILTER_EMPTY:
    case CLINCH_FILTER_NOT_EMPTY:
    default:
      g_string_append_printf (sql, "%s %s", column, comparisons[filter->op]);
    }
}

/* Whether an index of the table that a path goes through finds what a filter wants there, so that
 * it is cheaper to list than to look up for each record met. */
static gboolean
is_listed (const ClinchQueryPath   *path,
           const ClinchQueryFilter *filter)
{
  return (path->field->flags & CLINCH_FIELD_INDEXED)
         && (filter->op == CLINCH_FILTER_EQUAL || filter->op == CLINCH_FILTER_IN
             || filter->op == CLINCH_FILTER_WITHIN);
}

gboolean
clinch_query_append_filter (const ClinchQuery        *self,
                            GString                  *sql,
                            const ClinchQueryFilter  *filter,
                            gboolean                  by_index,
                            GError                  **error)
{
  g_autofree char *column = NULL;
  ClinchQueryPath path;

  if (!clinch_query_parse_path (self->kind, filter->path, &path, error)
      || !may_compare (self->kind, filter, &path, error))
    return FALSE;

  if (path.special != NULL)
    {
      append_comparison (sql, path.special->sql, &path, filter);
      return TRUE;
    }
  if (path.via == NULL)
    {
      column = g_strconcat (by_index ? "t." : "+t.", path.column, NULL);
      append_comparison (sql, column, &path, filter);
      return TRUE;
    }
  if (by_index || is_listed (&path, filter))
    g_string_append_printf (sql, "%st.%s IN (SELECT v.id FROM %s AS v WHERE ", by_index ? "" : "+",
                            path.via->column, clinch_kind_table (path.via->target));
  else
    g_string_append_printf (sql, "EXISTS (SELECT 1 FROM %s AS v WHERE v.id = t.%s AND ",
                            clinch_kind_table (path.via->target), path.via->column);
  column = g_strconcat ("v.", path.column, NULL);
  append_comparison (sql, column, &path, filter);
  g_string_append_c (sql, ')');

  return TRUE;
}

static void
append_matching (GString    *sql,
                 const char *index,
                 ClinchKind  kind)
{
  g_string_append_printf (sql,
                          "SELECT rowid & %" G_GINT64_FORMAT " FROM %s WHERE %s MATCH ? AND rowid BETWEEN %" G_GINT64_FORMAT
                          " AND %" G_GINT64_FORMAT,
                          CLINCH_INDEX_ID (G_MAXINT64), index, index, CLINCH_INDEX_KEY (kind, 0),
                          CLINCH_INDEX_KEY (kind + 1, 0) - 1);
}

/* A record is also found by the name of what it belongs to: the opportunities of a customer. */
static gboolean
lends_its_name (const ClinchField *field)
{
  return (field->flags & CLINCH_FIELD_PARENT) && clinch_kind_name_field (field->target) != NULL;
}

/* How often append_search() asks for the words. */
static int
count_search_parameters (const ClinchQuery *self)
{
  const ClinchField *fields;
  int n_fields;
  int n_parameters = 2;

  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    n_parameters += lends_its_name (&fields[i]);

  return n_parameters;
}

static void
append_search (const ClinchQuery *self,
               GString           *sql)
{
  const ClinchField *fields;
  int n_fields;

  g_string_append (sql, "(t.id IN (");
  append_matching (sql, "search_name", self->kind);
  g_string_append (sql, " UNION ALL ");
  append_matching (sql, "search_text", self->kind);
  g_string_append_c (sql, ')');
  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!lends_its_name (&fields[i]))
        continue;
      g_string_append_printf (sql, " OR t.%s IN (", fields[i].column);
      append_matching (sql, "search_name", fields[i].target);
      g_string_append_c (sql, ')');
    }
  g_string_append_c (sql, ')');
}

gboolean
clinch_query_append_where (const ClinchQuery  *self,
                           GString            *sql,
                           GError            **error)
{
  g_string_append_printf (sql, " WHERE t.deleted_at IS %sNULL", self->deleted ? "NOT " : "");

  for (guint i = 0; i < self->filters->len; i++)
    {
      g_string_append (sql, " AND ");
      if (!clinch_query_append_filter (self, sql, self->filters->pdata[i], TRUE, error))
        return FALSE;
    }
  if (self->match != NULL)
    {
      g_string_append (sql, " AND ");
      append_search (self, sql);
    }

  return TRUE;
}

int
clinch_query_bind_filter (const ClinchQueryFilter *filter,
                          ClinchStatement         *statement,
                          int                      first)
{
  int parameter = first;

  if (filter->op == CLINCH_FILTER_EMPTY || filter->op == CLINCH_FILTER_NOT_EMPTY)
    return parameter;
  if (filter->op == CLINCH_FILTER_WITHIN)
    {
      for (guint i = 0; i < filter->uids->len; i++)
        clinch_statement_bind_blob (statement, parameter++,
                                    &g_array_index (filter->uids, ClinchUid, i),
                                    sizeof (ClinchUid));
      return parameter;
    }
  if (!filter->is_int)
    clinch_statement_bind_text (statement, parameter++,
                                filter->op == CLINCH_FILTER_CONTAINS ? filter->folded
                                : filter->text);
  for (guint i = 0; filter->is_int && i < filter->ints->len; i++)
    clinch_statement_bind_int (statement, parameter++, g_array_index (filter->ints, gint64, i));

  return parameter;
}

int
clinch_query_bind_where (const ClinchQuery *self,
                         ClinchStatement   *statement,
                         int                first)
{
  int parameter = first;

  for (guint i = 0; i < self->filters->len; i++)
    parameter = clinch_query_bind_filter (self->filters->pdata[i], statement, parameter);
  if (self->match != NULL)
    {
      int n_matches = count_search_parameters (self);

      for (int i = 0; i < n_matches; i++)
        clinch_statement_bind_text (statement, parameter++, self->match);
    }

  return parameter;
}

static gboolean
path_depends_on (const ClinchQuery *self,
                 const char        *text,
                 gboolean           sorts,
                 ClinchKind         kind,
                 guint64            fields)
{
  ClinchQueryPath path;
  const ClinchField *name;

  if (!clinch_query_parse_path (self->kind, text, &path, NULL))
    return FALSE;
  if (path.special != NULL)
    return kind == path.special->on && (fields & path.special->fields) != 0;
  if (path.field == NULL)
    return FALSE;
  if (path.via != NULL && path.via->target == kind
      && (fields & (G_GUINT64_CONSTANT (1) << path.field->index)))
    return TRUE;
  if (!sorts || path.field->target != kind || kind == CLINCH_KIND_NONE)
    return FALSE;

  /* Sorted by the name, or by the position, of what it points at. */
  name = clinch_kind_name_field (kind);
  if (kind == CLINCH_KIND_STAGE)
    return (fields & (G_GUINT64_CONSTANT (1) << CLINCH_STAGE_POSITION)) != 0;

  return name != NULL && (fields & (G_GUINT64_CONSTANT (1) << name->index));
}

/* Whether what is part of what may have changed. */
static gboolean
parts_depend_on (const ClinchQuery *self,
                 const char        *text,
                 ClinchKind         kind,
                 guint64            fields)
{
  const ClinchField *part_of = part_of_field (kind);
  ClinchQueryPath path;

  return part_of != NULL && (fields & (G_GUINT64_CONSTANT (1) << part_of->index))
         && clinch_query_parse_path (self->kind, text, &path, NULL) && path.field != NULL
         && path.field->target == kind;
}

gboolean
clinch_query_depends_on (const ClinchQuery *self,
                         ClinchKind         kind,
                         guint64            fields)
{
  const ClinchField *own;
  int n_fields;

  for (guint i = 0; i < self->filters->len; i++)
    {
      const ClinchQueryFilter *filter = self->filters->pdata[i];

      if (path_depends_on (self, filter->path, FALSE, kind, fields)
          || (filter->op == CLINCH_FILTER_WITHIN
              && parts_depend_on (self, filter->path, kind, fields)))
        return TRUE;
    }
  if (path_depends_on (self, self->sort, TRUE, kind, fields))
    return TRUE;
  if (self->match == NULL)
    return FALSE;

  own = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if ((own[i].flags & CLINCH_FIELD_PARENT) && own[i].target == kind
        && clinch_index_concerns (kind, fields))
      return TRUE;

  return FALSE;
}
