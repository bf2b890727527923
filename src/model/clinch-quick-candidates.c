// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the words of a text to the records it may speak of. Everything goes through the index of
// names and stops at a limit, so that a text costs the same in a workspace of 40 customers and of
// 40,000. A surname alone says little: it is looked for among the people of the customers that were
// found, and beyond them among the writer's own and the latest.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-quick-candidates.h"

#include "clinch-index.h"
#include "clinch-text.h"

#include <string.h>

/* How many records one term may bring, and how many there may be of a kind in the end. */
#define PER_TERM 60
#define PER_SURNAME 20
#define PER_CUSTOMER 60
#define MAX_OF_KIND 400

static const ClinchKind named_kinds[] = { CLINCH_KIND_CUSTOMER, CLINCH_KIND_CONTACT,
                                          CLINCH_KIND_OPPORTUNITY };

static void
take_row (ClinchQuickCandidates *self,
          ClinchRow             *row)
{
  if (row->deleted_at != 0 || self->rows[row->kind]->len >= MAX_OF_KIND ||
      g_hash_table_contains (self->ids[row->kind], &row->id))
    return;

  g_ptr_array_add (self->rows[row->kind], clinch_row_ref (row));
  g_hash_table_add (self->ids[row->kind], &row->id);
}

static void
take_rows (ClinchQuickCandidates *self,
           GPtrArray             *rows)
{
  for (guint i = 0; i < rows->len; i++)
    take_row (self, rows->pdata[i]);
}

static gboolean
take_id (ClinchQuickCandidates  *self,
         ClinchKind              kind,
         gint64                  id,
         GError                **error)
{
  g_autoptr(ClinchRow) row = NULL;

  if (id == 0 || g_hash_table_contains (self->ids[kind], &id))
    return TRUE;
  row = clinch_db_load_row (self->db, kind, id, error);
  if (row == NULL)
    return FALSE;
  take_row (self, row);

  return TRUE;
}

/* Each character of a part of a name must be there; where is looked at later. A word or surname is
 * one quoted word. */
static char *
make_match (const ClinchQuickTerm *term)
{
  g_autofree char *index_form = clinch_text_to_index (term->text);
  g_auto(GStrv) words = g_strsplit (index_form, " ", -1);
  GString *match = g_string_new (NULL);

  for (int i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (match->len > 0)
        g_string_append (match, " AND ");
      g_string_append_c (match, '"');
      for (const char *c = words[i]; *c != '\0'; c++)
        if (*c != '"')
          g_string_append_c (match, *c);
      g_string_append_c (match, '"');
    }

  return g_string_free (match, FALSE);
}

static gboolean
has_in_order (const char *name,
              const char *folded_characters)
{
  g_autofree char *folded = name != NULL ? clinch_text_fold (name) : NULL;
  const char *at = folded;

  for (const char *c = folded_characters; at != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      at = g_utf8_strchr (at, -1, g_utf8_get_char (c));
      if (at != NULL)
        at = g_utf8_next_char (at);
    }

  return at != NULL;
}

/* Whether a record that has all the characters somewhere has them one after the other in one of its
 * names. */
static gboolean
fits (const ClinchRow       *row,
      const ClinchQuickTerm *term,
      const char            *folded)
{
  if (term->kind != CLINCH_QUICK_TERM_NAME)
    return TRUE;
  if (has_in_order (clinch_row_name (row), folded))
    return TRUE;

  return row->kind == CLINCH_KIND_CUSTOMER
         && has_in_order (clinch_row_text (row, CLINCH_CUSTOMER_SHORT_NAME), folded);
}

static gboolean
look_up (ClinchQuickCandidates  *self,
         const ClinchQuickTerm  *term,
         const char             *match,
         ClinchKind              kind,
         GError                **error)
{
  g_autofree char *folded = clinch_text_fold (term->text);
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;

  statement = clinch_db_prepare (self->db,
                                 "SELECT rowid FROM search_name WHERE search_name MATCH ?1 AND rowid BETWEEN ?2 AND ?3"
                                 " ORDER BY rowid DESC LIMIT ?4",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, match);
  clinch_statement_bind_int (statement, 2, CLINCH_INDEX_KEY (kind, 0));
  clinch_statement_bind_int (statement, 3, CLINCH_INDEX_KEY (kind + 1, 0) - 1);
  clinch_statement_bind_int (statement, 4, PER_TERM);
  while (TRUE)
    {
      g_autoptr(ClinchRow) row = NULL;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      row = clinch_db_load_row (self->db, kind,
                                CLINCH_INDEX_ID (clinch_statement_int (statement, 0)), error);
      if (row == NULL)
        return FALSE;
      if (fits (row, term, folded))
        take_row (self, row);
    }
}

/* People by surname among all: those of the writer's own customers and those one spoke with
 * last. */
static gboolean
look_up_people (ClinchQuickCandidates  *self,
                const char             *match,
                GError                **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (self->db, error, CLINCH_KIND_CONTACT,
                              "WHERE id IN (SELECT rowid - ?1 FROM search_name WHERE search_name MATCH ?2"
                              " AND rowid BETWEEN ?1 AND ?3 ORDER BY rowid DESC LIMIT 2000)"
                              " ORDER BY (SELECT owner_id FROM customer WHERE id = contact.customer_id) IS NOT ?4,"
                              " last_follow_up_at DESC NULLS LAST LIMIT ?5",
                              "itiii", CLINCH_INDEX_KEY (CLINCH_KIND_CONTACT, 0), match,
                              CLINCH_INDEX_KEY (CLINCH_KIND_CONTACT + 1, 0) - 1, self->me,
                              (gint64) PER_SURNAME);
  if (rows == NULL)
    return FALSE;
  take_rows (self, rows);

  return TRUE;
}

static gboolean
look_up_terms (ClinchQuickCandidates  *self,
               GPtrArray              *terms,
               GError                **error)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const ClinchQuickTerm *term = terms->pdata[i];
      g_autofree char *match = make_match (term);

      if (*match == '\0')
        continue;
      if (term->kind == CLINCH_QUICK_TERM_PERSON)
        {
          if (!look_up_people (self, match, error))
            return FALSE;
          continue;
        }
      for (gsize j = 0; j < G_N_ELEMENTS (named_kinds); j++)
        if (!look_up (self, term, match, named_kinds[j], error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
take_owners (ClinchQuickCandidates  *self,
             ClinchKind              kind,
             int                     customer_field,
             GError                **error)
{
  for (guint i = 0; i < self->rows[kind]->len; i++)
    if (!take_id (self, CLINCH_KIND_CUSTOMER,
                  clinch_row_int (self->rows[kind]->pdata[i], customer_field), error))
      return FALSE;

  return TRUE;
}

/* The people and the open opportunities of a customer, of which a text may say no more than a
 * surname, or nothing. */
static gboolean
take_belongings (ClinchQuickCandidates  *self,
                 gint64                  customer_id,
                 GError                **error)
{
  g_autoptr(GPtrArray) opportunities = NULL;
  g_autoptr(GPtrArray) contacts = NULL;

  opportunities = clinch_db_load_rows (self->db, error, CLINCH_KIND_OPPORTUNITY,
                                       "WHERE customer_id = ? AND deleted_at IS NULL"
                                       " AND stage_id IN (SELECT id FROM stage WHERE type = 'open') LIMIT ?",
                                       "ii", customer_id, (gint64) PER_CUSTOMER);
  if (opportunities == NULL)
    return FALSE;
  take_rows (self, opportunities);
  contacts = clinch_db_load_rows (self->db, error, CLINCH_KIND_CONTACT,
                                  "WHERE customer_id = ? AND deleted_at IS NULL LIMIT ?", "ii", customer_id,
                                  (gint64) PER_CUSTOMER);
  if (contacts == NULL)
    return FALSE;
  take_rows (self, contacts);

  return TRUE;
}

static gboolean
take_related (ClinchQuickCandidates  *self,
              GError                **error)
{
  GPtrArray *customers = self->rows[CLINCH_KIND_CUSTOMER];

  if (!take_owners (self, CLINCH_KIND_CONTACT, CLINCH_CONTACT_CUSTOMER, error) ||
      !take_owners (self, CLINCH_KIND_OPPORTUNITY, CLINCH_OPPORTUNITY_CUSTOMER, error))
    return FALSE;

  for (guint i = 0; i < customers->len; i++)
    if (!take_belongings (self, ((ClinchRow *) customers->pdata[i])->id, error))
      return FALSE;

  return TRUE;
}

static gboolean
load_open_stages (ClinchQuickCandidates  *self,
                  GError                **error)
{
  g_autoptr(GPtrArray) rows = clinch_db_load_rows (self->db, error, CLINCH_KIND_STAGE,
                                                   "WHERE type = 'open'", "");

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (self->open_stages,
                      g_memdup2 (&((ClinchRow *) rows->pdata[i])->id, sizeof (gint64)));

  return TRUE;
}

ClinchQuickCandidates *
clinch_quick_candidates_find (ClinchDb   *db,
                              GPtrArray  *terms,
                              gint64      me,
                              gint64      customer_id,
                              gint64      opportunity_id,
                              gint64      contact_id,
                              GError    **error)
{
  g_autoptr(ClinchQuickCandidates) self = g_new0 (ClinchQuickCandidates, 1);
  g_autoptr(GPtrArray) members = NULL;

  self->db = db;
  self->me = me;
  self->open_stages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    {
      self->rows[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);
      self->ids[kind] = g_hash_table_new (g_int64_hash, g_int64_equal);
    }

  members = clinch_db_load_rows (db, error, CLINCH_KIND_MEMBER, NULL, "");
  if (members == NULL)
    return NULL;
  take_rows (self, members);
  if (!take_id (self, CLINCH_KIND_CUSTOMER, customer_id, error) ||
      !take_id (self, CLINCH_KIND_OPPORTUNITY, opportunity_id, error) ||
      !take_id (self, CLINCH_KIND_CONTACT, contact_id, error) ||
      !load_open_stages (self, error) || !look_up_terms (self, terms, error)
      || !take_related (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
clinch_quick_candidates_free (ClinchQuickCandidates *self)
{
  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    {
      g_hash_table_unref (self->ids[kind]);
      g_ptr_array_unref (self->rows[kind]);
    }
  g_hash_table_unref (self->open_stages);
  g_free (self);
}
