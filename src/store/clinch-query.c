// SPDX-License-Identifier: GPL-3.0-or-later
//
// Queries become SQL here. Every identifier comes from the field tables, every value is bound. A
// condition on a path through a reference is "reference IN (SELECT id …)", so that the indexes on
// references serve it.
//
// Order: the sort column, empty values last, then the key in the same direction, which is how the
// indexes stand; SQLite reads them forwards, backwards and with NULLS LAST.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-query.h"

#include "clinch-index.h"
#include "clinch-query-private.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a path stands for. */
typedef struct
{
  const ClinchField *via;   /* the reference it goes through, or NULL */
  const ClinchField *field; /* NULL for the special names */
  const char *column;
  const char *sql; /* an expression in place of a column */
} Path;

/* What is worked out from a record and the stage that it is in, as far as its time limit goes. */
#define STAGE_UNTIL "stage-until"
#define STAGE_UNTIL_SQL \
        "(t.stage_entered_at + 86400 * (SELECT limit_days FROM stage WHERE id = t.stage_id" \
        " AND type = 'open' AND limit_days > 0))"
#define STAGE_UNTIL_FIELDS \
        (G_GUINT64_CONSTANT (1) << CLINCH_STAGE_TYPE | G_GUINT64_CONSTANT (1) << CLINCH_STAGE_LIMIT)

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

static gboolean
parse_path (ClinchKind   kind,
            const char  *text,
            Path        *path,
            GError     **error)
{
  const char *dot = strchr (text, '.');
  g_autofree char *first = dot != NULL ? g_strndup (text, dot - text) : g_strdup (text);

  memset (path, 0, sizeof *path);
  if (g_str_equal (text, "created") || g_str_equal (text, "deleted"))
    {
      path->column = g_str_equal (text, "created") ? "created_at" : "deleted_at";
      return TRUE;
    }
  if (kind == CLINCH_KIND_OPPORTUNITY && g_str_equal (text, STAGE_UNTIL))
    {
      path->sql = STAGE_UNTIL_SQL;
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
             const Path               *path,
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

gboolean
clinch_query_check_path (ClinchKind   kind,
                         const char  *path,
                         GError     **error)
{
  Path parsed;

  return parse_path (kind, path, &parsed, error);
}

static void
append_condition (GString                 *sql,
                  const Path              *path,
                  const ClinchQueryFilter *filter)
{
  g_autofree char *column = path->sql != NULL ? g_strdup (path->sql)
                            : g_strconcat (path->via == NULL ? "t." : "", path->column, NULL);

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
      const ClinchQueryFilter *filter = self->filters->pdata[i];
      Path path;

      if (!parse_path (self->kind, filter->path, &path, error)
          || !may_compare (self->kind, filter, &path, error))
        return FALSE;
      g_string_append (sql, " AND ");
      if (path.via != NULL)
        g_string_append_printf (sql, "t.%s IN (SELECT id FROM %s WHERE ", path.via->column,
                                clinch_kind_table (path.via->target));
      append_condition (sql, &path, filter);
      if (path.via != NULL)
        g_string_append_c (sql, ')');
    }
  if (self->match != NULL)
    {
      g_string_append (sql, " AND ");
      append_search (self, sql);
    }

  return TRUE;
}

int
clinch_query_bind_where (const ClinchQuery *self,
                         ClinchStatement   *statement,
                         int                first)
{
  int parameter = first;

  for (guint i = 0; i < self->filters->len; i++)
    {
      const ClinchQueryFilter *filter = self->filters->pdata[i];

      if (filter->op == CLINCH_FILTER_EMPTY || filter->op == CLINCH_FILTER_NOT_EMPTY)
        continue;
      if (filter->op == CLINCH_FILTER_WITHIN)
        {
          for (guint j = 0; j < filter->uids->len; j++)
            clinch_statement_bind_blob (statement, parameter++,
                                        &g_array_index (filter->uids, ClinchUid, j),
                                        sizeof (ClinchUid));
          continue;
        }
      if (!filter->is_int)
        {
          clinch_statement_bind_text (statement, parameter++,
                                      filter->op == CLINCH_FILTER_CONTAINS ? filter->folded
                                      : filter->text);
          continue;
        }
      for (guint j = 0; j < filter->ints->len; j++)
        clinch_statement_bind_int (statement, parameter++, g_array_index (filter->ints, gint64, j));
    }
  if (self->match != NULL)
    {
      int n_matches = count_search_parameters (self);

      for (int i = 0; i < n_matches; i++)
        clinch_statement_bind_text (statement, parameter++, self->match);
    }

  return parameter;
}

/* How values of the sort column compare, which clinch_query_place() does as SQLite would. */
typedef struct
{
  char *sql;
  gboolean is_text;
  gboolean collated;
} SortKey;

static void
clear_sort_key (SortKey *key)
{
  g_free (key->sql);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SortKey, clear_sort_key)

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

static char *
sort_column (const ClinchField *field,
             const char        *alias,
             SortKey           *key)
{
  g_autofree char *column = g_strconcat (alias, field->column, NULL);

  if (field == clinch_kind_name_field (field->kind))
    {
      key->is_text = TRUE;
      return g_strconcat (alias, "name_key", NULL);
    }
  if (field->type == CLINCH_FIELD_REFERENCE && field->target == CLINCH_KIND_STAGE)
    return g_strdup_printf ("(SELECT position FROM stage WHERE id = %s)", column);
  if (field->type == CLINCH_FIELD_REFERENCE && clinch_kind_name_field (field->target) != NULL)
    {
      key->is_text = TRUE;
      return g_strdup_printf ("(SELECT name_key FROM %s WHERE id = %s)",
                              clinch_kind_table (field->target), column);
    }
  if (field->type == CLINCH_FIELD_CHOICE)
    return choice_order (field, column);

  key->is_text = !clinch_field_is_integer (field);
  key->collated = key->is_text && field->type != CLINCH_FIELD_DATE
                  && field->type != CLINCH_FIELD_CURRENCY;
  return g_steal_pointer (&column);
}

static gboolean
make_sort_key (const ClinchQuery  *self,
               SortKey            *key,
               GError            **error)
{
  Path path;

  memset (key, 0, sizeof *key);
  if (!parse_path (self->kind, self->sort, &path, error))
    return FALSE;

  if (path.sql != NULL)
    key->sql = g_strdup (path.sql);
  else if (path.field == NULL)
    key->sql = g_strconcat ("t.", path.column, NULL);
  else if (path.via == NULL)
    key->sql = sort_column (path.field, "t.", key);
  else
    {
      g_autofree char *inner = sort_column (path.field, "v.", key);

      key->sql = g_strdup_printf ("(SELECT %s FROM %s AS v WHERE v.id = t.%s)", inner,
                                  clinch_kind_table (path.via->target), path.via->column);
    }

  return TRUE;
}

GArray *
clinch_query_ids (const ClinchQuery  *self,
                  ClinchDb           *db,
                  int                 limit,
                  GError            **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(ClinchStatement) statement = NULL;
  g_auto(SortKey) key = { 0 };

  if (!make_sort_key (self, &key, error))
    return NULL;
  g_string_printf (sql, "SELECT t.id FROM %s AS t", clinch_kind_table (self->kind));
  if (!clinch_query_append_where (self, sql, error))
    return NULL;
  g_string_append_printf (sql, " ORDER BY %s%s %s, t.id %s LIMIT ?", key.sql,
                          key.collated ? " COLLATE clinch" : "",
                          self->descending ? "DESC" : "ASC NULLS LAST",
                          self->descending ? "DESC" : "ASC");

  statement = clinch_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, clinch_query_bind_where (self, statement, 1),
                             limit > 0 ? limit : -1);

  return clinch_statement_ids (statement, error);
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

typedef struct
{
  gint64 id;
  gint64 integer;
  char *text;
  gboolean is_null;
} SortValue;

static void
clear_sort_value (SortValue *value)
{
  g_free (value->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SortValue, clear_sort_value)

static void
read_sort_value (ClinchStatement *statement,
                 const SortKey   *key,
                 gint64           id,
                 SortValue       *value)
{
  value->id = id;
  value->is_null = clinch_statement_is_null (statement, 0);
  if (value->is_null)
    return;
  if (key->is_text)
    value->text = g_strdup (clinch_statement_text (statement, 0));
  else
    value->integer = clinch_statement_int (statement, 0);
}

/* Negative where @a stands before @b in the list. */
static int
compare_sort_values (const ClinchQuery *self,
                     const SortKey     *key,
                     const SortValue   *a,
                     const SortValue   *b)
{
  int order = 0;

  if (a->is_null != b->is_null)
    return a->is_null ? 1 : -1;
  if (!a->is_null && key->collated)
    order = clinch_text_compare (a->text, b->text);
  else if (!a->is_null && key->is_text)
    order = strcmp (a->text, b->text);
  else if (!a->is_null)
    order = a->integer < b->integer ? -1 : a->integer > b->integer;
  if (order == 0)
    order = a->id < b->id ? -1 : a->id > b->id;

  return self->descending ? -order : order;
}

/* Whether @id is asked for; its sort value where it is. */
static gboolean
find_candidate (const ClinchQuery  *self,
                ClinchDb           *db,
                const SortKey      *key,
                gint64              id,
                gboolean           *found,
                SortValue          *value,
                GError            **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(ClinchStatement) statement = NULL;

  g_string_printf (sql, "SELECT %s FROM %s AS t", key->sql, clinch_kind_table (self->kind));
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
    read_sort_value (statement, key, id, value);

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
  g_autoptr(ClinchStatement) probe = NULL;
  g_autofree char *sql = NULL;
  g_auto(SortKey) key = { 0 };
  g_auto(SortValue) value = { 0 };
  gboolean found;
  guint low = 0;
  guint high = ids->len;

  *position = -1;
  if (!make_sort_key (self, &key, error)
      || !find_candidate (self, db, &key, id, &found, &value, error))
    return FALSE;
  if (!found)
    return TRUE;

  sql = g_strdup_printf ("SELECT %s FROM %s AS t WHERE t.id = ?", key.sql,
                         clinch_kind_table (self->kind));
  probe = clinch_db_prepare (db, sql, error);
  if (probe == NULL)
    return FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 other_id = g_array_index (ids, gint64, middle);
      g_auto(SortValue) other = { 0 };
      gboolean has_row;

      clinch_statement_bind_int (probe, 1, other_id);
      if (!clinch_statement_step (probe, &has_row, error))
        return FALSE;
      if (has_row)
        read_sort_value (probe, &key, other_id, &other);
      clinch_statement_reset (probe);
      if (compare_sort_values (self, &key, &value, &other) < 0)
        high = middle;
      else
        low = middle + 1;
    }
  *position = low;

  return TRUE;
}

static gboolean
path_depends_on (const ClinchQuery *self,
                 const char        *text,
                 gboolean           sorts,
                 ClinchKind         kind,
                 guint64            fields)
{
  Path path;
  const ClinchField *name;

  if (!parse_path (self->kind, text, &path, NULL))
    return FALSE;
  if (path.sql != NULL)
    return kind == CLINCH_KIND_STAGE && (fields & STAGE_UNTIL_FIELDS);
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
  Path path;

  return part_of != NULL && (fields & (G_GUINT64_CONSTANT (1) << part_of->index))
         && parse_path (self->kind, text, &path, NULL) && path.field != NULL
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
