// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the sample knows of its customers by tags, and what is planned for them.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-private.h"

#include <string.h>

/* Of so many customers one has objectives, and one was looked at for what else could be sold. */
#define OBJECTIVES_EVERY 3
#define WHITESPACE_EVERY 8

#define N_UNITS 3
#define N_OFFERINGS 3

typedef struct
{
  gint64 id;
  int score;
  char *code;
} Tag;

typedef struct
{
  char *code;
  int half_life;
  gboolean several;
  GArray *tags; /* Tag */
} Dimension;

static void
clear_tag (gpointer data)
{
  Tag *tag = data;

  g_free (tag->code);
}

static void
free_dimension (gpointer data)
{
  Dimension *self = data;

  g_free (self->code);
  g_array_unref (self->tags);
  g_free (self);
}

static gboolean
load_tags (ClinchSample  *self,
           Dimension     *dimension,
           gint64         dimension_id,
           GError       **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (clinch_txn_db (self->txn), error, CLINCH_KIND_TAG,
                              "WHERE dimension_id = ? AND deleted_at IS NULL"
                              " AND retired IS NOT 'yes' ORDER BY position, id",
                              "i", dimension_id);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      Tag tag = { row->id, clinch_row_int (row, CLINCH_TAG_SCORE),
                  g_strdup (clinch_row_text (row, CLINCH_TAG_CODE)) };

      g_array_append_val (dimension->tags, tag);
    }

  return rows != NULL;
}

gboolean
clinch_sample_load_dimensions (ClinchSample  *self,
                               GError       **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  self->dimensions = g_ptr_array_new_with_free_func (free_dimension);
  rows = clinch_db_load_rows (clinch_txn_db (self->txn), error, CLINCH_KIND_DIMENSION,
                              "WHERE known_by = 'tags' AND deleted_at IS NULL"
                              " AND retired IS NOT 'yes' ORDER BY position, id", "");
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      Dimension *dimension = g_new0 (Dimension, 1);

      dimension->code = g_strdup (clinch_row_text (row, CLINCH_DIMENSION_CODE));
      dimension->half_life = clinch_row_int (row, CLINCH_DIMENSION_HALF_LIFE);
      dimension->several = g_strcmp0 (clinch_row_text (row, CLINCH_DIMENSION_SEVERAL), "yes") == 0;
      dimension->tags = g_array_new (FALSE, FALSE, sizeof (Tag));
      g_array_set_clear_func (dimension->tags, clear_tag);
      g_ptr_array_add (self->dimensions, dimension);
      if (!load_tags (self, dimension, row->id, error))
        return FALSE;
    }

  return rows != NULL;
}

static const Tag *
find_tag (const Dimension *dimension,
          const char      *code)
{
  for (guint i = 0; i < dimension->tags->len; i++)
    {
      const Tag *tag = &g_array_index (dimension->tags, Tag, i);

      if (g_strcmp0 (tag->code, code) == 0)
        return tag;
    }

  return NULL;
}

/* The tag whose score is nearest. */
static const Tag *
choose_tag (const Dimension *dimension,
            int              score)
{
  const Tag *best = NULL;

  for (guint i = 0; i < dimension->tags->len; i++)
    {
      const Tag *tag = &g_array_index (dimension->tags, Tag, i);

      if (best == NULL || ABS (tag->score - score) < ABS (best->score - score))
        best = tag;
    }

  return best;
}

static gboolean
insert_entry (ClinchSample          *self,
              ClinchSampleCustomer  *customer,
              const Tag             *tag,
              int                    days,
              GError               **error)
{
  static const char *const confidences[] = { "high", "medium", "medium", "low" };
  const ClinchSampleWords *words = self->words;
  ClinchSampleRandom *random = &self->random;
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CUSTOMER_TAG);
  guint confidence = clinch_sample_random_below (random, G_N_ELEMENTS (confidences));

  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_CUSTOMER, customer->id);
  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_TAG, tag->id);
  clinch_sample_set_day (row, CLINCH_CUSTOMER_TAG_SINCE, self->today - days);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_TAG_SOURCE,
                          clinch_sample_pick (&words->tag_sources, random));
  clinch_sample_set_text (row, CLINCH_CUSTOMER_TAG_CONFIDENCE, confidences[confidence]);
  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_MEMBER, self->team->sellers[customer->seller].id);
  if (clinch_sample_random_chance (random, 15))
    clinch_sample_set_text (row, CLINCH_CUSTOMER_TAG_NOTE,
                            clinch_sample_pick (&words->tag_notes, random));
  row->created_at = clinch_sample_work_time (self, self->now - days * CLINCH_SAMPLE_DAY);

  return clinch_sample_insert (self, row, error) != 0;
}

gboolean
clinch_sample_insert_tag (ClinchSample          *self,
                          ClinchSampleCustomer  *customer,
                          const char            *dimension,
                          const char            *tag,
                          int                    days,
                          GError               **error)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const Dimension *where = self->dimensions->pdata[i];
      const Tag *found = g_strcmp0 (where->code, dimension) == 0 ? find_tag (where, tag) : NULL;

      if (found != NULL)
        return insert_entry (self, customer, found, days, error);
    }

  return TRUE;
}

/* Two of three are fresh, the others have outlived what they say; nothing is older than the
 * customer. */
static int
choose_age (ClinchSample               *self,
            const ClinchSampleCustomer *customer,
            const Dimension            *dimension)
{
  int half_life = dimension->half_life > 0 ? dimension->half_life : 365;
  int most = (self->now - customer->created_at) / CLINCH_SAMPLE_DAY;
  int days = clinch_sample_random_chance (&self->random, 68)
             ? clinch_sample_random_between (&self->random, 3, half_life * 9 / 10)
             : clinch_sample_random_between (&self->random, half_life + 5, half_life * 2);

  return MIN (days, most);
}

static gboolean
add_tags_of (ClinchSample          *self,
             ClinchSampleCustomer  *customer,
             const Dimension       *dimension,
             GError               **error)
{
  const char *trade = self->words->industries[customer->industry].tag;
  const Tag *tag = find_tag (dimension, trade);
  int score = customer->quality + clinch_sample_random_between (&self->random, -22, 18);
  const Tag *second;

  if (tag == NULL)
    tag = choose_tag (dimension, score);
  if (tag == NULL)
    return TRUE;
  if (!insert_entry (self, customer, tag, choose_age (self, customer, dimension), error))
    return FALSE;
  if (!dimension->several || !clinch_sample_random_chance (&self->random, 35))
    return TRUE;

  second = choose_tag (dimension, score - 25);
  return second == tag || insert_entry (self, customer, second,
                                        choose_age (self, customer, dimension), error);
}

static gboolean
add_tags (ClinchSample          *self,
          ClinchSampleCustomer  *customer,
          GError               **error)
{
  /* Who cares about a customer knows more of it. */
  int known = customer->corner == CLINCH_SAMPLE_THIN ? 0
              : 15 + customer->quality * 3 / 4;

  for (guint i = 0; i < self->dimensions->len; i++)
    if (clinch_sample_random_chance (&self->random, known)
        && !add_tags_of (self, customer, self->dimensions->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* --- The plan */

static gboolean
add_objective (ClinchSample          *self,
               ClinchSampleCustomer  *customer,
               const char            *template,
               GError               **error)
{
  static const char *const states[] = { "open", "open", "open", "reached", "dropped" };
  ClinchSampleContact *contact = &customer->contacts[0];
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_OBJECTIVE);
  const char *state = states[clinch_sample_random_below (&self->random, G_N_ELEMENTS (states))];
  gboolean is_open = strcmp (state, "open") == 0;
  int days = clinch_sample_random_between (&self->random, is_open ? -25 : -150,
                                           is_open ? 120 : -10);

  clinch_row_take_text (row, CLINCH_OBJECTIVE_NAME,
                        clinch_sample_say_of (self, customer, contact, template));
  clinch_row_set_int (row, CLINCH_OBJECTIVE_CUSTOMER, customer->id);
  clinch_sample_set_day (row, CLINCH_OBJECTIVE_DUE, clinch_sample_work_day (self->today + days, 1));
  clinch_sample_set_text (row, CLINCH_OBJECTIVE_STATE, state);
  clinch_row_set_int (row, CLINCH_OBJECTIVE_OWNER, self->team->sellers[customer->seller].id);
  row->created_at = clinch_sample_work_time (self, self->now - 160 * CLINCH_SAMPLE_DAY);

  return clinch_sample_insert (self, row, error) != 0;
}

static gboolean
add_objectives (ClinchSample          *self,
                ClinchSampleCustomer  *customer,
                GError               **error)
{
  const ClinchSampleList *templates = &self->words->objectives;
  guint n = clinch_sample_random_between (&self->random, 1, 3);
  guint first = clinch_sample_random_below (&self->random, templates->n);

  for (guint i = 0; i < n; i++)
    if (!add_objective (self, customer, templates->items[(first + i) % templates->n], error))
      return FALSE;

  return TRUE;
}

/* What is bought from us or somebody else in a year, and how much of it we could get. */
static void
fill_potential (ClinchSample *self,
                ClinchRow    *row)
{
  const ClinchSampleWords *words = self->words;
  guint amount = words->amounts[clinch_sample_random_below (&self->random, words->n_amounts)];

  clinch_row_set_int (row, CLINCH_WHITESPACE_SPEND, (gint64) amount * words->amount_unit * 100);
  clinch_row_set_int (row, CLINCH_WHITESPACE_REACH,
                      clinch_sample_random_between (&self->random, 2, 9) * 10);
}

static void
fill_state (ClinchSample         *self,
            ClinchSampleCustomer *customer,
            const char           *offering,
            ClinchRow            *row)
{
  gboolean is_open = customer->deal != 0 && strcmp (customer->deal_product, offering) == 0;
  int chance = clinch_sample_random_below (&self->random, 100);
  const char *state = is_open ? "open" : chance < 25 ? "won" : chance < 45 ? "blocked"
                      : "potential";

  clinch_sample_set_text (row, CLINCH_WHITESPACE_STATE, state);
  if (is_open)
    clinch_row_set_int (row, CLINCH_WHITESPACE_OPPORTUNITY, customer->deal);
  if (strcmp (state, "blocked") != 0)
    return;

  clinch_sample_set_text (row, CLINCH_WHITESPACE_BLOCKED,
                          clinch_sample_pick (&self->words->blocked_reasons, &self->random));
  clinch_sample_set_day (row, CLINCH_WHITESPACE_RECHECK,
                         clinch_sample_work_day (self->today
                                                 + clinch_sample_random_between (&self->random,
                                                                                 -20, 180), 1));
}

gboolean
clinch_sample_add_whitespace (ClinchSample          *self,
                              ClinchSampleCustomer  *customer,
                              GError               **error)
{
  const ClinchSampleWords *words = self->words;
  const ClinchSampleList *offerings = &words->industries[customer->industry].products;

  for (guint i = 0; i < N_UNITS * N_OFFERINGS; i++)
    {
      const char *unit = words->units.items[i / N_OFFERINGS % words->units.n];
      const char *offering = offerings->items[i % N_OFFERINGS % offerings->n];
      g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_WHITESPACE);

      clinch_row_set_int (row, CLINCH_WHITESPACE_CUSTOMER, customer->id);
      clinch_sample_set_text (row, CLINCH_WHITESPACE_UNIT, unit);
      clinch_sample_set_text (row, CLINCH_WHITESPACE_OFFERING, offering);
      fill_state (self, customer, offering, row);
      fill_potential (self, row);
      clinch_sample_set_text (row, CLINCH_WHITESPACE_CURRENCY, words->currency);
      row->created_at = clinch_sample_work_time (self, self->now - 120 * CLINCH_SAMPLE_DAY);
      if (clinch_sample_insert (self, row, error) == 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
clinch_sample_add_profile (ClinchSample          *self,
                           ClinchSampleCustomer  *customer,
                           GError               **error)
{
  guint index = customer - self->customers;

  if (!add_tags (self, customer, error))
    return FALSE;
  if (index % OBJECTIVES_EVERY == 0 && !add_objectives (self, customer, error))
    return FALSE;

  return index % WHITESPACE_EVERY != 0 || clinch_sample_add_whitespace (self, customer, error);
}
