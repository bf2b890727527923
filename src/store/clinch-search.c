// SPDX-License-Identifier: GPL-3.0-or-later
//
// Search costs what it shows. Names are taken kind by kind in the order of their keys, a few times
// as many as are shown, and ranked here: a whole name, then a beginning, then anything else. Texts
// come newest first, which is FTS5's own order backwards. Nothing ranks all matches of a common
// word.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-search.h"

#include "clinch-index.h"
#include "clinch-text.h"

#include <string.h>

#define CANDIDATES_PER_HIT 4
#define SNIPPET_LENGTH 60

static const ClinchKind name_kinds[] = {
  CLINCH_KIND_CUSTOMER,
  CLINCH_KIND_OPPORTUNITY,
  CLINCH_KIND_CONTACT,
  CLINCH_KIND_MEMBER,
};

void
clinch_search_hit_free (ClinchSearchHit *hit)
{
  g_free (hit->title);
  g_free (hit->subtitle);
  g_free (hit->snippet);
  g_free (hit);
}

static char *
describe_owner (ClinchDb        *db,
                const ClinchRow *row)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *name = NULL;

      if (!(fields[i].flags & CLINCH_FIELD_PARENT) || clinch_row_is_null (row, i))
        continue;
      name = clinch_db_name_of (db, fields[i].target, clinch_row_int (row, i));
      if (*name == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, " · ");
      g_string_append (out, name);
    }

  return out->len > 0 ? g_strdup (out->str) : NULL;
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
make_hit (ClinchDb        *db,
          const ClinchRow *row,
          const char      *query,
          gboolean         by_text)
{
  ClinchSearchHit *hit = g_new0 (ClinchSearchHit, 1);

  hit->kind = row->kind;
  hit->id = row->id;
  hit->subtitle = describe_owner (db, row);
  if (by_text)
    hit->snippet = find_snippet (row, query);
  if (clinch_kind_name_field (row->kind) != NULL)
    hit->title = g_strdup (clinch_row_name (row));
  else
    hit->title = g_strdup (hit->snippet != NULL ? hit->snippet : "");
  if (row->kind == CLINCH_KIND_FOLLOW_UP)
    hit->at = clinch_row_int (row, CLINCH_FOLLOW_UP_HAPPENED);

  return hit;
}

static int
rank_name (const ClinchRow *row,
           const char      *folded_query)
{
  g_autofree char *name = clinch_text_fold (clinch_row_name (row));

  if (g_str_equal (name, folded_query))
    return 0;
  if (g_str_has_prefix (name, folded_query))
    return 1;
  if (strstr (name, folded_query) != NULL)
    return 2;

  return 3;
}

typedef struct
{
  ClinchRow *row;
  int rank;
} Candidate;

static void
clear_candidate (gpointer data)
{
  clinch_row_unref (((Candidate *) data)->row);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->rank != right->rank)
    return left->rank - right->rank;
  if (left->row->id != right->row->id)
    return left->row->id < right->row->id ? -1 : 1;

  return 0;
}

/* Reads the keys that a prepared search finds and loads their records, at most @limit. */
static GArray *
load_candidates (ClinchDb         *db,
                 ClinchStatement  *statement,
                 const char       *folded_query,
                 GError          **error)
{
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  gboolean has_row;

  g_array_set_clear_func (candidates, clear_candidate);
  while (TRUE)
    {
      Candidate candidate;
      gint64 key;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&candidates);
      key = clinch_statement_int (statement, 0);
      candidate.row = clinch_db_load_row (db, CLINCH_INDEX_KIND (key), CLINCH_INDEX_ID (key),
                                          error);
      if (candidate.row == NULL)
        return NULL;
      candidate.rank = folded_query != NULL ? rank_name (candidate.row, folded_query) : 0;
      g_array_append_val (candidates, candidate);
    }
}

static gboolean
add_names (ClinchDb    *db,
           ClinchKind   kind,
           const char  *text,
           const char  *match,
           int          limit,
           GPtrArray   *hits,
           GError     **error)
{
  g_autofree char *folded = clinch_text_fold (text);
  g_autoptr(ClinchStatement) statement = NULL;
  g_autoptr(GArray) candidates = NULL;

  statement = clinch_db_prepare (db,
                                 "SELECT rowid FROM search_name WHERE search_name MATCH ?1 AND rowid BETWEEN ?2 AND ?3"
                                 " ORDER BY rowid LIMIT ?4",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, match);
  clinch_statement_bind_int (statement, 2, CLINCH_INDEX_KEY (kind, 0));
  clinch_statement_bind_int (statement, 3, CLINCH_INDEX_KEY (kind + 1, 0) - 1);
  clinch_statement_bind_int (statement, 4, limit * CANDIDATES_PER_HIT);
  g_strstrip (folded);
  candidates = load_candidates (db, statement, folded, error);
  if (candidates == NULL)
    return FALSE;

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && i < (guint) limit; i++)
    g_ptr_array_add (hits,
                     make_hit (db, g_array_index (candidates, Candidate, i).row, text, FALSE));

  return TRUE;
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
add_texts (ClinchDb    *db,
           const char  *text,
           const char  *match,
           int          limit,
           GPtrArray   *hits,
           GError     **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  g_autoptr(GArray) candidates = NULL;

  statement = clinch_db_prepare (db,
                                 "SELECT rowid FROM search_text WHERE search_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, match);
  clinch_statement_bind_int (statement, 2, limit);
  candidates = load_candidates (db, statement, NULL, error);
  if (candidates == NULL)
    return FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      const ClinchRow *row = g_array_index (candidates, Candidate, i).row;

      if (!is_hit (hits, row->kind, row->id))
        g_ptr_array_add (hits, make_hit (db, row, text, TRUE));
    }

  return TRUE;
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

  if (match == NULL)
    return g_steal_pointer (&hits);

  for (gsize i = 0; i < G_N_ELEMENTS (name_kinds); i++)
    if (!add_names (db, name_kinds[i], text, match, limit, hits, error))
      return NULL;
  if (!add_texts (db, text, match, limit, hits, error))
    return NULL;

  return g_steal_pointer (&hits);
}
