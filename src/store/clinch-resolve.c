// SPDX-License-Identifier: GPL-3.0-or-later
//
// From what people call a record to the record. Exact names come from the index of sort keys. What
// is spelt differently or only begun comes from the full-text index, which holds folded names, and
// is compared here. The recycle bin is not in that index; there all names are looked at.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-resolve.h"

#include "clinch-index.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMED 5
#define MAX_SUGGESTED 3

/* So many names that share a word are compared for a suggestion; a common word is in all of
 * them. */
#define MAX_COMPARED 2000

/* Two names are alike enough to be meant where they share so many of their pairs of characters, in
 * percent. */
#define ALIKE 40

typedef struct
{
  ClinchDb *db;
  ClinchKind kind;
  const ClinchField *scope; /* only those in which this field … */
  gint64 scope_id;          /* … points at this record */
  gboolean deleted;
  const char *text;
  char *folded;
} Search;

typedef struct
{
  gint64 id;
  char *name;
  char *other; /* short name, or other names of a stage apart by "|" */
  char *code;
  int likeness;
} Candidate;

static void
free_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->name);
  g_free (candidate->other);
  g_free (candidate->code);
  g_free (candidate);
}

/* The columns beside the name under which records of a kind are known. */
static const char *
other_column (ClinchKind kind)
{
  if (kind == CLINCH_KIND_CUSTOMER)
    return "short_name";

  return kind == CLINCH_KIND_STAGE ? "synonyms" : "NULL";
}

static const char *
code_column (ClinchKind kind)
{
  if (kind == CLINCH_KIND_OPPORTUNITY)
    return "number";

  return kind == CLINCH_KIND_STAGE || kind == CLINCH_KIND_PIPELINE ? "code" : "NULL";
}

/* Candidates that satisfy @condition, in which ?1 is @value and ?2 the scope. */
static GPtrArray *
load_candidates (Search      *search,
                 const char  *condition,
                 const char  *value,
                 GError     **error)
{
  g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func (free_candidate);
  g_autoptr(ClinchStatement) statement = NULL;
  g_autoptr(GString) sql = g_string_new (NULL);
  gboolean has_row;

  g_string_printf (sql, "SELECT id, %s, %s, %s FROM %s WHERE deleted_at IS %s AND (%s)",
                   clinch_kind_name_field (search->kind)->column, other_column (search->kind),
                   code_column (search->kind),
                   clinch_kind_table (search->kind), search->deleted ? "NOT NULL" : "NULL",
                   condition);
  if (search->scope != NULL)
    g_string_append_printf (sql, " AND %s = ?2", search->scope->column);
  g_string_append (sql, " ORDER BY id");
  statement = clinch_db_prepare (search->db, sql->str, error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_text (statement, 1, value);
  if (search->scope != NULL)
    clinch_statement_bind_int (statement, 2, search->scope_id);

  while (TRUE)
    {
      Candidate *candidate;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&candidates);
      candidate = g_new0 (Candidate, 1);
      candidate->id = clinch_statement_int (statement, 0);
      candidate->name = g_strdup (clinch_statement_text (statement, 1));
      candidate->other = g_strdup (clinch_statement_text (statement, 2));
      candidate->code = g_strdup (clinch_statement_text (statement, 3));
      g_ptr_array_add (candidates, candidate);
    }
}

/* Those whose names match an expression of FTS5, @limit at the most unless it is negative; in the
 * bin, all. */
static GPtrArray *
load_matching (Search      *search,
               const char  *match,
               int          limit,
               GError     **error)
{
  g_autofree char *condition = NULL;

  if (search->deleted)
    return load_candidates (search, "?1 IS NOT NULL", "", error);

  condition =
    g_strdup_printf ("id IN (SELECT rowid - %" G_GINT64_FORMAT " FROM search_name WHERE "
                                                               "search_name MATCH ?1"
                               " AND rowid BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT " LIMIT %d)",
                               CLINCH_INDEX_KEY (search->kind, 0),
                               CLINCH_INDEX_KEY (search->kind, 0),
                               CLINCH_INDEX_KEY (search->kind + 1, 0) - 1, limit);
  return load_candidates (search, condition, match, error);
}

typedef gboolean (*FitFunc) (const Search    *search,
                             const Candidate *candidate);

static gboolean
fits_exactly (const Search    *search,
              const Candidate *candidate)
{
  return g_strcmp0 (candidate->name, search->text) == 0;
}

static gboolean
fits_code (const Search    *search,
           const Candidate *candidate)
{
  g_autofree char *folded = candidate->code != NULL ? clinch_text_fold (candidate->code) : NULL;

  return g_strcmp0 (folded, search->folded) == 0;
}

static gboolean
fits_folded (const Search    *search,
             const Candidate *candidate)
{
  g_autofree char *name = clinch_text_fold (candidate->name);

  return g_str_equal (name, search->folded);
}

static gboolean
fits_other (const Search    *search,
            const Candidate *candidate)
{
  g_autofree char *other = candidate->other != NULL ? clinch_text_fold (candidate->other) : NULL;
  g_auto(GStrv) words = NULL;

  if (other == NULL)
    return FALSE;
  words = g_strsplit (other, "|", -1);
  return g_strv_contains ((const char *const *) words, search->folded);
}

static gboolean
fits_beginning (const Search    *search,
                const Candidate *candidate)
{
  g_autofree char *name = clinch_text_fold (candidate->name);

  return g_str_has_prefix (name, search->folded);
}

/* The identifiers that settle an ambiguity. */
static char *
describe_candidates (Search    *search,
                     GPtrArray *fitting)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < fitting->len && i < MAX_NAMED; i++)
    {
      const Candidate *candidate = fitting->pdata[i];
      g_autoptr(ClinchRow) row = clinch_db_load_row (search->db, search->kind, candidate->id, NULL);
      char uid[CLINCH_UID_STRING_SIZE] = "";

      if (row != NULL)
        clinch_uid_to_string (&row->uid, uid);
      g_string_append_printf (out, "%s%s (%s)",
                              i > 0 ? C_("between the items of a list", ", ") : "", candidate->name,
                              uid);
    }
  if (fitting->len > MAX_NAMED)
    g_string_append (out, " …");

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether exactly one of @candidates fits. Several are an error, none is not: then the next way of
 * fitting is tried. */
static gboolean
choose (Search     *search,
        GPtrArray  *candidates,
        FitFunc     fits,
        gint64     *id,
        GError    **error)
{
  g_autoptr(GPtrArray) fitting = g_ptr_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    if (fits (search, candidates->pdata[i]))
      g_ptr_array_add (fitting, candidates->pdata[i]);

  if (fitting->len == 1)
    *id = ((Candidate *) fitting->pdata[0])->id;
  if (fitting->len > 1)
    {
      g_autofree char *list = describe_candidates (search, fitting);

      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_AMBIGUOUS,
                   /* Translators: what was asked for, kind of records in the plural, names with
                    * their identifiers. */
                   _("“%1$s” fits several %2$s: %3$s. Give the full name or the identifier."),
                   search->text,
                   clinch_kind_label (search->kind, TRUE), list);
      return FALSE;
    }

  return TRUE;
}

static gboolean
find_uid (Search    *search,
          gint64    *id,
          GError   **error)
{
  g_autofree char *sql = NULL;
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;
  ClinchUid uid;

  if (!clinch_uid_parse (search->text, &uid))
    return TRUE;

  sql = g_strdup_printf ("SELECT id FROM %s WHERE uid = ?", clinch_kind_table (search->kind));
  statement = clinch_db_prepare (search->db, sql, error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_blob (statement, 1, uid.bytes, sizeof uid.bytes);
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *id = clinch_statement_int (statement, 0);

  return TRUE;
}

/* Settings are few and known by their names, which are words of the program, not of people. */
static gboolean
find_setting (Search    *search,
              gint64    *id,
              GError   **error)
{
  if (search->kind != CLINCH_KIND_SETTING)
    return TRUE;

  return clinch_db_query_int (search->db, id, NULL, error,
                              "SELECT id FROM setting WHERE name = ? AND (deleted_at IS NOT NULL) = ?",
                              "ti", search->text, (gint64) search->deleted);
}

static gboolean
find_code (Search    *search,
           gint64    *id,
           GError   **error)
{
  g_autoptr(GPtrArray) candidates = NULL;
  gboolean is_number = search->kind == CLINCH_KIND_OPPORTUNITY;

  if (g_str_equal (code_column (search->kind), "NULL"))
    return TRUE;

  /* Stages and pipelines are few; numbers have an index. */
  candidates = load_candidates (search, is_number ? "number = ?1" : "?1 IS NOT NULL", search->text,
                                error);
  return candidates != NULL && choose (search, candidates, fits_code, id, error);
}

static gboolean
find_exact (Search    *search,
            gint64    *id,
            GError   **error)
{
  g_autofree char *key = clinch_text_sort_key (search->text);
  g_autoptr(GPtrArray) candidates = load_candidates (search, "name_key = ?1", key, error);

  return candidates != NULL && choose (search, candidates, fits_exactly, id, error);
}

static gboolean
find_similar (Search    *search,
              gint64    *id,
              GError   **error)
{
  static const FitFunc ways[] = { fits_folded, fits_other, fits_beginning };
  g_autofree char *match = clinch_text_to_match (search->text);
  g_autoptr(GPtrArray) candidates = NULL;

  if (search->kind == CLINCH_KIND_STAGE)
    candidates = load_candidates (search, "?1 IS NOT NULL", "", error);
  else if (match != NULL)
    candidates = load_matching (search, match, -1, error);
  else
    return TRUE;
  if (candidates == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (ways) && *id == 0; i++)
    if (!choose (search, candidates, ways[i], id, error))
      return FALSE;

  return TRUE;
}

/* How many pairs of neighbouring characters two folded names share, in percent. */
static int
compare_pairs (const char *a,
               const char *b)
{
  g_autofree gunichar *a_wide = g_utf8_to_ucs4_fast (a, -1, NULL);
  g_autofree gunichar *b_wide = g_utf8_to_ucs4_fast (b, -1, NULL);
  int shared = 0;
  int a_pairs = 0;
  int b_pairs = 0;

  for (int j = 0; b_wide[0] != 0 && b_wide[j + 1] != 0; j++)
    b_pairs++;
  for (int i = 0; a_wide[0] != 0 && a_wide[i + 1] != 0; i++)
    {
      a_pairs++;
      for (int j = 0; j < b_pairs; j++)
        if (a_wide[i] == b_wide[j] && a_wide[i + 1] == b_wide[j + 1])
          {
            shared++;
            break;
          }
    }
  if (a_pairs + b_pairs == 0)
    return 0;

  return 200 * MIN (shared, b_pairs) / (a_pairs + b_pairs);
}

static int
compare_likeness (gconstpointer a,
                  gconstpointer b)
{
  return (*(const Candidate *const *) b)->likeness - (*(const Candidate *const *) a)->likeness;
}

/* Any word of the text, for names that share one. */
static char *
any_word (const char *text)
{
  g_autofree char *words = clinch_text_to_index (text);
  g_auto(GStrv) split = g_strsplit (words, " ", -1);
  g_autoptr(GString) out = g_string_new (NULL);

  for (gsize i = 0; split[i] != NULL; i++)
    {
      g_autofree char *word = clinch_text_to_match (split[i]);

      if (word == NULL)
        continue;
      if (out->len > 0)
        g_string_append (out, " OR ");
      g_string_append (out, word);
    }

  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static char *
suggest (Search *search)
{
  g_autofree char *match = any_word (search->text);
  g_autoptr(GPtrArray) candidates = match != NULL
                                    ? load_matching (search, match, MAX_COMPARED, NULL) : NULL;
  g_autoptr(GString) out = g_string_new (NULL);

  if (candidates == NULL)
    return NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = candidates->pdata[i];
      g_autofree char *name = clinch_text_fold (candidate->name);

      candidate->likeness = compare_pairs (search->folded, name);
    }
  g_ptr_array_sort (candidates, compare_likeness);
  for (guint i = 0; i < candidates->len && i < MAX_SUGGESTED; i++)
    {
      const Candidate *candidate = candidates->pdata[i];

      if (candidate->likeness < ALIKE)
        break;
      g_string_append_printf (out, "%s%s", i > 0 ? C_("between the items of a list", ", ") : "",
                              candidate->name);
    }

  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static void
set_not_found (Search  *search,
               GError **error)
{
  g_autofree char *suggestions = clinch_kind_name_field (search->kind) != NULL ? suggest (search)
                                 : NULL;

  if (suggestions != NULL)
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                 /* Translators: kind of record, what was asked for, names that come close. */
                 _("There is no %1$s “%2$s”. Did you mean: %3$s?"),
                 clinch_kind_label (search->kind, FALSE), search->text,
                 suggestions);
  else
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                 /* Translators: kind of record, what was asked for. */
                 _("There is no %1$s “%2$s”."), clinch_kind_label (search->kind, FALSE),
                 search->text);
}

static gboolean
run_search (Search    *search,
            gint64    *id,
            GError   **error)
{
  typedef gboolean (*FindFunc) (Search *, gint64 *, GError **);
  static const FindFunc ways[] = { find_uid, find_setting, find_exact, find_code, find_similar };
  g_autofree char *text = clinch_text_clean_line (search->text);
  gsize n_ways = clinch_kind_name_field (search->kind) != NULL ? G_N_ELEMENTS (ways) : 2;
  gboolean done = TRUE;

  *id = 0;
  search->text = text != NULL ? text : "";
  search->folded = clinch_text_fold (search->text);
  for (gsize i = 0; done && *id == 0 && i < n_ways && *search->text != '\0'; i++)
    done = ways[i] (search, id, error);
  if (done && *id == 0)
    {
      set_not_found (search, error);
      done = FALSE;
    }
  g_free (search->folded);

  return done;
}

gboolean
clinch_resolve (ClinchDb    *db,
                ClinchKind   kind,
                const char  *text,
                gint64      *id,
                GError     **error)
{
  Search search = { .db = db, .kind = kind, .text = text };

  return run_search (&search, id, error);
}

gboolean
clinch_resolve_within (ClinchDb           *db,
                       const ClinchField  *scope,
                       gint64              scope_id,
                       const char         *text,
                       gint64             *id,
                       GError            **error)
{
  Search search = { .db = db, .kind = scope->kind, .scope = scope, .scope_id = scope_id,
                    .text = text };

  return run_search (&search, id, error);
}

gboolean
clinch_resolve_deleted (ClinchDb    *db,
                        ClinchKind   kind,
                        const char  *text,
                        gint64      *id,
                        GError     **error)
{
  Search search = { .db = db, .kind = kind, .deleted = TRUE, .text = text };

  return run_search (&search, id, error);
}
