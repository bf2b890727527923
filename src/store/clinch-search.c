// SPDX-License-Identifier: GPL-3.0-or-later
//
// Search costs what it shows. Names are taken kind by kind in the order of their keys, a few times
// as many as are shown, and ranked here: a whole name, then a beginning, then anything else. Of
// those that are not shown nothing but the name is read. Texts come newest first, which is FTS5's
// own order backwards. Nothing ranks all matches of a common word.
//
// FTS5 keeps lists for beginnings of one or two letters. Those of a longer one it gathers from all
// words that begin so, before it tells of the first record: that is then done once for all kinds.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-search.h"

#include "clinch-index.h"
#include "clinch-text.h"

#include <string.h>

#define CANDIDATES_PER_HIT 4
#define SNIPPET_LENGTH 60
/* The longest beginning that search_name has lists for. */
#define LISTED_PREFIX 2

static const ClinchKind name_kinds[] = {
  CLINCH_KIND_CUSTOMER,
  CLINCH_KIND_OPPORTUNITY,
  CLINCH_KIND_CONTACT,
  CLINCH_KIND_MEMBER,
  CLINCH_KIND_MATERIAL,
};

#define N_NAME_KINDS G_N_ELEMENTS (name_kinds)

/* A search under way. */
typedef struct
{
  ClinchDb *db;
  const char *text;
  const char *match;
  int limit;
  ClinchStatement *owners[CLINCH_N_KINDS]; /* prepared when first needed */
  GPtrArray *hits;
} Search;

void
clinch_search_hit_free (ClinchSearchHit *hit)
{
  g_free (hit->title);
  g_free (hit->subtitle);
  g_free (hit->snippet);
  g_free (hit);
}

/* The statement for the names of what a record belongs to; %NULL where its kind belongs to nothing
 * that has a name. */
static char *
make_owner_sql (ClinchKind kind)
{
  g_autoptr(GString) names = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!(fields[i].flags & CLINCH_FIELD_PARENT)
          || clinch_kind_name_field (fields[i].target) == NULL)
        continue;
      g_string_append_printf (names, ", (SELECT %s FROM %s WHERE id = t.%s)",
                              clinch_kind_name_field (fields[i].target)->column,
                              clinch_kind_table (fields[i].target), fields[i].column);
    }
  if (names->len == 0)
    return NULL;

  return g_strdup_printf ("SELECT nullif (concat_ws (' · '%s), '') FROM %s AS t WHERE t.id = ?",
                          names->str, clinch_kind_table (kind));
}

static char *
describe_owner (Search     *search,
                ClinchKind  kind,
                gint64      id)
{
  ClinchStatement *statement = search->owners[kind];
  char *owner = NULL;
  gboolean has_row;

  if (statement == NULL)
    {
      g_autofree char *sql = make_owner_sql (kind);

      statement = sql != NULL ? clinch_db_prepare (search->db, sql, NULL) : NULL;
      if (statement == NULL)
        return NULL;
      search->owners[kind] = statement;
    }
  clinch_statement_bind_int (statement, 1, id);
  if (clinch_statement_step (statement, &has_row, NULL) && has_row)
    owner = g_strdup (clinch_statement_text (statement, 0));
  clinch_statement_reset (statement);

  return owner;
}

/* The first text of the record in which a word of the query stands. */
static char *
find_snippet (const ClinchRow *row,
              const char      *query)
{
  const ClinchField *fields;
  const char *first = NULL;
  g_autofree char *folded_query = clinch_text_fold (query);
  g_auto(GStrv) words = g_strsplit (folded_query, " ", -1);
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *folded = NULL;

      if (!(fields[i].flags & CLINCH_FIELD_SEARCH) || clinch_row_is_null (row, i))
        continue;
      if (first == NULL)
        first = clinch_row_text (row, i);
      folded = clinch_text_fold (clinch_row_text (row, i));
      for (int j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0' && strstr (folded, words[j]) != NULL)
          return clinch_text_snippet (clinch_row_text (row, i), query, SNIPPET_LENGTH);
    }

  return first != NULL ? clinch_text_snippet (first, query, SNIPPET_LENGTH) : NULL;
}

static ClinchSearchHit *
make_text_hit (Search          *search,
               const ClinchRow *row)
{
  ClinchSearchHit *hit = g_new0 (ClinchSearchHit, 1);

  hit->kind = row->kind;
  hit->id = row->id;
  hit->subtitle = describe_owner (search, row->kind, row->id);
  hit->snippet = find_snippet (row, search->text);
  if (clinch_kind_name_field (row->kind) != NULL)
    hit->title = g_strdup (clinch_row_name (row));
  else
    hit->title = g_strdup (hit->snippet != NULL ? hit->snippet : "");
  if (row->kind == CLINCH_KIND_FOLLOW_UP)
    hit->at = clinch_row_int (row, CLINCH_FOLLOW_UP_HAPPENED);

  return hit;
}

static int
rank_name (const char *name,
           const char *folded_query)
{
  g_autofree char *folded = clinch_text_fold (name);

  if (g_str_equal (folded, folded_query))
    return 0;
  if (g_str_has_prefix (folded, folded_query))
    return 1;
  if (strstr (folded, folded_query) != NULL)
    return 2;

  return 3;
}

typedef struct
{
  gint64 id;
  int rank;
  char *name;
} Candidate;

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *) data)->name);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->rank != right->rank)
    return left->rank - right->rank;
  if (left->id != right->id)
    return left->id < right->id ? -1 : 1;

  return 0;
}

/* Whether the last word is a beginning that FTS5 has no list for. */
static gboolean
has_long_prefix (const char *match)
{
  const char *end = match + strlen (match);
  const char *word;

  if (!g_str_has_suffix (match, "\"*"))
    return FALSE;

  end -= strlen ("\"*");
  for (word = end; word > match && word[-1] != ' ' && word[-1] != '"'; word--)
    ;

  return g_utf8_strlen (word, end - word) > LISTED_PREFIX;
}

static gboolean
collect_all (Search   *search,
             GArray  **ids,
             GError  **error)
{
  guint limit = search->limit * CANDIDATES_PER_HIT;
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;

  statement = clinch_db_prepare (search->db,
                                 "SELECT rowid FROM search_name WHERE search_name MATCH ? ORDER BY rowid",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, search->match);
  while (TRUE)
    {
      gint64 key;
      gint64 id;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      key = clinch_statement_int (statement, 0);
      id = CLINCH_INDEX_ID (key);
      for (gsize i = 0; i < N_NAME_KINDS; i++)
        if (name_kinds[i] == CLINCH_INDEX_KIND (key) && ids[i]->len < limit)
          g_array_append_val (ids[i], id);
    }
}

static gboolean
collect_by_kind (Search   *search,
                 GArray  **ids,
                 GError  **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  statement = clinch_db_prepare (search->db,
                                 "SELECT rowid FROM search_name WHERE search_name MATCH ?1"
                                 " AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT ?4",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, search->match);
  clinch_statement_bind_int (statement, 4, search->limit * CANDIDATES_PER_HIT);
  for (gsize i = 0; i < N_NAME_KINDS; i++)
    {
      gboolean has_row;

      clinch_statement_bind_int (statement, 2, CLINCH_INDEX_KEY (name_kinds[i], 0));
      clinch_statement_bind_int (statement, 3, CLINCH_INDEX_KEY (name_kinds[i] + 1, 0) - 1);
      while (TRUE)
        {
          gint64 id;

          if (!clinch_statement_step (statement, &has_row, error))
            return FALSE;
          if (!has_row)
            break;
          id = CLINCH_INDEX_ID (clinch_statement_int (statement, 0));
          g_array_append_val (ids[i], id);
        }
      clinch_statement_reset (statement);
    }

  return TRUE;
}

static GArray *
rank_names (Search      *search,
            ClinchKind   kind,
            GArray      *ids,
            const char  *folded_query,
            GError     **error)
{
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr(ClinchStatement) statement = NULL;
  g_autofree char *sql = NULL;

  g_array_set_clear_func (candidates, clear_candidate);
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", clinch_kind_name_field (kind)->column,
                         clinch_kind_table (kind));
  statement = clinch_db_prepare (search->db, sql, error);
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      Candidate candidate = { .id = g_array_index (ids, gint64, i) };
      gboolean has_row;

      clinch_statement_bind_int (statement, 1, candidate.id);
      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (has_row)
        {
          candidate.name = g_strdup (clinch_statement_text (statement, 0));
          candidate.rank = rank_name (candidate.name, folded_query);
          g_array_append_val (candidates, candidate);
        }
      clinch_statement_reset (statement);
    }
  g_array_sort (candidates, compare_candidates);

  return g_steal_pointer (&candidates);
}

static gboolean
add_names (Search      *search,
           ClinchKind   kind,
           GArray      *ids,
           const char  *folded_query,
           GError     **error)
{
  g_autoptr(GArray) candidates = rank_names (search, kind, ids, folded_query, error);

  if (candidates == NULL)
    return FALSE;

  for (guint i = 0; i < candidates->len && i < (guint) search->limit; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      ClinchSearchHit *hit = g_new0 (ClinchSearchHit, 1);

      hit->kind = kind;
      hit->id = candidate->id;
      hit->title = g_steal_pointer (&candidate->name);
      hit->subtitle = describe_owner (search, kind, candidate->id);
      g_ptr_array_add (search->hits, hit);
    }

  return TRUE;
}

static gboolean
add_all_names (Search  *search,
               GError **error)
{
  g_autofree char *folded = clinch_text_fold (search->text);
  GArray *ids[N_NAME_KINDS];
  gboolean done;

  g_strstrip (folded);
  for (gsize i = 0; i < N_NAME_KINDS; i++)
    ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  done = (has_long_prefix (search->match) ? collect_all : collect_by_kind) (search, ids, error);
  for (gsize i = 0; i < N_NAME_KINDS; i++)
    {
      done = done && add_names (search, name_kinds[i], ids[i], folded, error);
      g_array_unref (ids[i]);
    }

  return done;
}

static gboolean
is_hit (GPtrArray *hits,
        ClinchKind kind,
        gint64     id)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const ClinchSearchHit *hit = hits->pdata[i];

      if (hit->kind == kind && hit->id == id)
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_texts (Search  *search,
           GError **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;

  statement = clinch_db_prepare (search->db,
                                 "SELECT rowid FROM search_text WHERE search_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, search->match);
  clinch_statement_bind_int (statement, 2, search->limit);
  while (TRUE)
    {
      g_autoptr(ClinchRow) row = NULL;
      gint64 key;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      key = clinch_statement_int (statement, 0);
      if (is_hit (search->hits, CLINCH_INDEX_KIND (key), CLINCH_INDEX_ID (key)))
        continue;
      row = clinch_db_load_row (search->db, CLINCH_INDEX_KIND (key), CLINCH_INDEX_ID (key), error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add (search->hits, make_text_hit (search, row));
    }
}

GPtrArray *
clinch_search_run (ClinchDb    *db,
                   const char  *text,
                   int          limit,
                   GError     **error)
{
  g_autoptr(GPtrArray) hits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_search_hit_free);
  g_autofree char *match = clinch_text_to_match (text);
  Search search = { .db = db, .text = text, .match = match, .limit = limit, .hits = hits };
  gboolean done;

  if (match == NULL)
    return g_steal_pointer (&hits);

  done = add_all_names (&search, error) && add_texts (&search, error);
  for (gsize i = 0; i < G_N_ELEMENTS (search.owners); i++)
    g_clear_pointer (&search.owners[i], clinch_statement_release);

  return done ? g_steal_pointer (&hits) : NULL;
}
