// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-chain-matrix.h"

typedef struct
{
  ClinchChainMember *member;
  GArray *pairs;
} Row;

typedef struct
{
  ClinchDb *db;
  GHashTable *places; /* member id → place in rows, plus 1 */
  GPtrArray *rows;
  guint n_people;
} Reading;

static void
member_free (gpointer data)
{
  ClinchChainMember *member = data;

  g_free (member->name);
  g_free (member);
}

static Row *
row_of (Reading *self,
        gint64   member_id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &member_id));
  Row *row;

  if (place > 0)
    return self->rows->pdata[place - 1];

  row = g_new0 (Row, 1);
  row->member = g_new0 (ClinchChainMember, 1);
  row->member->id = member_id;
  row->member->name = clinch_db_name_of (self->db, CLINCH_KIND_MEMBER, member_id);
  row->pairs = g_array_sized_new (FALSE, TRUE, sizeof (ClinchChainPair), self->n_people);
  g_array_set_size (row->pairs, self->n_people);
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (self->places, g_memdup2 (&member_id, sizeof member_id),
                       GUINT_TO_POINTER (self->rows->len));

  return row;
}

static void
add_event (Reading                     *self,
           gint64                       member_id,
           guint                        person,
           const ClinchEngagementEvent *event,
           gint64                       now)
{
  Row *row = row_of (self, member_id);
  ClinchChainPair *pair = &g_array_index (row->pairs, ClinchChainPair, person);
  int hundredths = clinch_engagement_of_event (event, &clinch_engagement_rates, now);

  pair->hundredths += hundredths;
  row->member->hundredths += hundredths;
  if (event->touch == CLINCH_TOUCH_NOTE)
    return;
  pair->n_contacts++;
  pair->last_at = MAX (pair->last_at, event->at);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = *(const Row * const *) a;
  const Row *second = *(const Row * const *) b;

  return (first->member->hundredths < second->member->hundredths)
         - (first->member->hundredths > second->member->hundredths);
}

/* Takes a row apart. */
static void
add_row (ClinchChainMatrix *self,
         Row               *row)
{
  row->member->warmth = clinch_engagement_warmth (row->member->hundredths,
                                                  &clinch_engagement_rates);
  for (guint i = 0; i < row->pairs->len; i++)
    {
      ClinchChainPair *pair = &g_array_index (row->pairs, ClinchChainPair, i);

      pair->warmth = clinch_engagement_warmth (pair->hundredths, &clinch_engagement_rates);
    }
  g_ptr_array_add (self->members, row->member);
  g_array_append_vals (self->pairs, row->pairs->data, row->pairs->len);
  g_array_unref (row->pairs);
  g_free (row);
}

ClinchChainMatrix *
clinch_chain_matrix_new (ClinchDb                *db,
                         const ClinchChainPeople *people,
                         const gint64            *owners,
                         gsize                    n_owners,
                         gint64                   now)
{
  ClinchChainMatrix *self = g_new0 (ClinchChainMatrix, 1);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  Reading reading = { db, places, rows, people->people->len };

  self->members = g_ptr_array_new_with_free_func (member_free);
  self->pairs = g_array_new (FALSE, TRUE, sizeof (ClinchChainPair));
  self->n_people = people->people->len;
  for (gsize i = 0; i < n_owners; i++)
    if (owners[i] != 0)
      row_of (&reading, owners[i]);
  for (guint i = 0; i < self->n_people; i++)
    {
      const GArray *events = people->events->pdata[i];
      const GArray *authors = people->authors->pdata[i];

      for (guint j = 0; j < events->len; j++)
        add_event (&reading, g_array_index (authors, gint64, j), i,
                   &g_array_index (events, ClinchEngagementEvent, j), now);
    }
  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, rows->pdata[i]);

  return self;
}

void
clinch_chain_matrix_free (ClinchChainMatrix *self)
{
  g_ptr_array_unref (self->members);
  g_array_unref (self->pairs);
  g_free (self);
}

const ClinchChainPair *
clinch_chain_matrix_pair (const ClinchChainMatrix *self,
                          guint                    member,
                          guint                    person)
{
  g_return_val_if_fail (member < self->members->len && person < self->n_people, NULL);

  return &g_array_index (self->pairs, ClinchChainPair, member * self->n_people + person);
}

int
clinch_chain_matrix_best (const ClinchChainMatrix *self,
                          guint                    person)
{
  gint64 most = 0;
  int best = -1;

  for (guint i = 0; i < self->members->len; i++)
    {
      const ClinchChainPair *pair = clinch_chain_matrix_pair (self, i, person);

      if (pair->n_contacts > 0 && (best < 0 || pair->hundredths > most))
        {
          most = pair->hundredths;
          best = (int) i;
        }
    }

  return best;
}
