// SPDX-License-Identifier: GPL-3.0-or-later
//
// The opportunities of the sample. A unit has a fixed deck of places (pipeline and stage), which is
// shuffled and dealt out to the customers, some of whom get many and some none.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-operations.h"
#include "clinch-sample-private.h"

#include <string.h>

/* Of a hundred opportunities so many are won and lost; the others are open, more in early stages
 * than in late ones. */
#define WON_PERCENT 23
#define LOST_PERCENT 20

/* So many customers at the end of a unit have no opportunity. */
#define QUIET_CUSTOMERS 4

static guint
fill_deck_of (ClinchSample      *self,
              guint              pipeline,
              guint              n_cards,
              ClinchSamplePlace *deck)
{
  guint n_open = self->pipelines[pipeline].n_open;
  guint n_won = n_cards * WON_PERCENT / 100;
  guint n_lost = n_cards * LOST_PERCENT / 100;
  guint rest = n_cards - n_won - n_lost;
  guint weights = 0;
  guint so_far = 0;
  guint n = 0;

  for (guint i = 0; i < n_open; i++)
    weights += 3 * n_open - i;
  for (guint i = 0; i < n_open; i++)
    {
      guint before = rest * so_far / weights;

      so_far += 3 * n_open - i;
      for (guint j = before; j < rest * so_far / weights; j++)
        deck[n++] = (ClinchSamplePlace) { pipeline, i };
    }
  for (guint i = 0; i < n_won; i++)
    deck[n++] = (ClinchSamplePlace) { pipeline, n_open };
  for (guint i = 0; i < n_lost; i++)
    deck[n++] = (ClinchSamplePlace) { pipeline, n_open + 1 };

  return n;
}

static void
make_deck (ClinchSample      *self,
           ClinchSamplePlace  deck[CLINCH_SAMPLE_OPPORTUNITIES])
{
  guint n = 0;

  for (guint i = 0; i < self->n_pipelines; i++)
    n += fill_deck_of (self, i, CLINCH_SAMPLE_OPPORTUNITIES * (i + 1) / self->n_pipelines - n,
                       deck + n);
  g_assert (n == CLINCH_SAMPLE_OPPORTUNITIES);

  for (guint i = n - 1; i > 0; i--)
    {
      guint other = clinch_sample_random_below (&self->random, i + 1);
      ClinchSamplePlace place = deck[i];

      deck[i] = deck[other];
      deck[other] = place;
    }
}

/* The first card of the deck that stands in the stage of a pipeline in which people talk that
 * way. */
static guint
find_card (ClinchSample            *self,
           const ClinchSamplePlace *deck,
           guint                    pipeline,
           ClinchSamplePhase        phase)
{
  for (guint i = 0; i < CLINCH_SAMPLE_OPPORTUNITIES; i++)
    {
      const ClinchSamplePipeline *where = &self->pipelines[deck[i].pipeline];

      if (deck[i].pipeline == pipeline && deck[i].stage < where->n_open
          && where->open[deck[i].stage].phase == phase)
        return i;
    }

  return G_MAXUINT;
}

static void
choose_people (ClinchSample     *self,
               ClinchSampleDeal *deal)
{
  ClinchSampleCustomer *customer = deal->customer;
  guint seller = customer->seller;
  guint contact = clinch_sample_random_small (&self->random, customer->n_contacts);

  /* Now and then a colleague has an opportunity at somebody else's customer. */
  if (!deal->is_anchor && !deal->is_agreed && clinch_sample_random_chance (&self->random, 8))
    seller = (seller + 1) % CLINCH_SAMPLE_SELLERS;
  deal->owner = &self->team->sellers[seller];
  deal->contact = &customer->contacts[deal->is_anchor ? 0 : contact];
  if (customer->n_contacts > 1)
    {
      guint other = contact + 1
                    + clinch_sample_random_below (&self->random, customer->n_contacts - 1);

      deal->other = &customer->contacts[other % customer->n_contacts];
      if (deal->other == deal->contact)
        deal->other = &customer->contacts[1];
    }
}

static void
choose_name (ClinchSample     *self,
             ClinchSampleDeal *deal)
{
  const ClinchSampleWords *words = self->words;
  const ClinchSampleList *products = &words->industries[deal->customer->industry].products;

  if (deal->is_anchor)
    {
      deal->product = words->anchor.product;
      deal->name = g_strdup (words->anchor.opportunity);
      clinch_sample_names_take (self->names, deal->name);
      return;
    }

  for (int attempt = 0;; attempt++)
    {
      g_autofree char *number = attempt > 20
                                ? g_strdup_printf ("%s (%d)", words->parts.items[1], attempt - 19)
                                : NULL;
      ClinchSampleSlot slots[] = {
        { "short", deal->customer->company.short_name },
        { "product", deal->product = clinch_sample_pick (products, &self->random) },
        { "part", number != NULL ? number : clinch_sample_pick (&words->parts, &self->random) },
      };

      /* The product of the anchor shall lead to one opportunity of that customer. */
      if (self->unit == 0 && deal->customer == &self->customers[0]
          && strcmp (deal->product, words->anchor.product) == 0)
        continue;
      deal->name = clinch_sample_expand (words->opportunity, slots, G_N_ELEMENTS (slots));
      if (clinch_sample_names_take (self->names, deal->name))
        return;
      g_clear_pointer (&deal->name, g_free);
    }
}

static void
choose_amount (ClinchSample     *self,
               ClinchSampleDeal *deal)
{
  const ClinchSampleWords *words = self->words;
  guint index = clinch_sample_random_below (&self->random, words->n_amounts);
  guint amount = words->amounts[index];

  if (index + 1 < words->n_amounts)
    amount += clinch_sample_random_below (&self->random, words->amounts[index + 1] - amount);
  if (deal->is_anchor)
    amount = words->anchor.amount;
  if (amount > 100)
    amount -= amount % (amount > 500 ? 20 : 5);

  deal->currency = words->currency;
  if (!deal->is_anchor && !deal->is_agreed && clinch_sample_random_below (&self->random, 25) == 0)
    deal->currency = clinch_sample_pick (&words->other_currencies, &self->random);
  deal->amount = (gint64) amount * words->amount_unit * 100;
  deal->amount_text = clinch_money_format (deal->amount, deal->currency, self->style);
}

static void
choose_ending (ClinchSample     *self,
               ClinchSampleDeal *deal)
{
  const ClinchSampleWords *words = self->words;

  if (clinch_sample_random_chance (&self->random, 70))
    deal->source = deal->customer->source;
  else
    deal->source = clinch_sample_pick (&words->sources, &self->random);
  if (clinch_sample_random_chance (&self->random, deal->is_won ? 25 : deal->is_open ? 35 : 65))
    deal->rival = clinch_sample_pick (&words->rivals, &self->random);
  if (!deal->is_open && !deal->is_won)
    deal->reason = clinch_sample_pick (&words->lost_reasons, &self->random);
}

/* Julian day on which signing is expected, 0 where nobody said. */
static guint32
expected_day (ClinchSample     *self,
              ClinchSampleDeal *deal)
{
  ClinchSampleRandom *random = &self->random;

  if (deal->is_agreed)
    return self->today + 12;
  if (deal->is_anchor)
    return clinch_sample_work_day (self->today + 40, 1);
  if (!deal->is_open)
    {
      guint32 closed = clinch_sample_day_of (self, deal->entered[deal->n_path - 1]);

      return clinch_sample_work_day (closed + clinch_sample_random_between (random, -10, 25), 1);
    }

  switch (deal->turn % 6)
    {
    case 0:
      return clinch_sample_work_day (self->today - clinch_sample_random_between (random, 3, 40),
                                     -1);
    case 1:
      return clinch_sample_work_day (self->today + clinch_sample_random_between (random, 1, 14), 1);
    case 2:
      return clinch_sample_work_day (self->today + clinch_sample_random_between (random, 15, 45),
                                     1);
    case 3:
      /* Early on nobody knows, and later somebody forgot. */
      if (deal->n_path <= 2 || deal->turn % 12 == 3)
        return 0;
      return clinch_sample_work_day (self->today + clinch_sample_random_between (random, 20, 60),
                                     1);
    default:
      return clinch_sample_work_day (self->today + clinch_sample_random_between (random, 30, 150),
                                     1);
    }
}

static void
set_probability (ClinchSample     *self,
                 ClinchSampleDeal *deal,
                 ClinchRow        *row)
{
  int probability = deal->path[deal->n_path - 1]->probability
                    + clinch_sample_random_between (&self->random, -3, 4) * 5;

  if (deal->is_open && !deal->is_agreed && clinch_sample_random_chance (&self->random, 15))
    clinch_row_set_int (row, CLINCH_OPPORTUNITY_PROBABILITY, CLAMP (probability, 5, 95));
}

static void
fill_deal (ClinchSample     *self,
           ClinchSampleDeal *deal,
           ClinchRow        *row)
{
  ClinchSampleStage *stage = deal->path[deal->n_path - 1];
  g_autofree char *digits = g_strdup_printf ("%06u", ++self->n_numbers);
  ClinchSampleSlot slot = { "n", digits };
  g_autofree char *number = clinch_sample_expand (self->words->number, &slot, 1);

  clinch_sample_set_text (row, CLINCH_OPPORTUNITY_NAME, deal->name);
  clinch_sample_set_text (row, CLINCH_OPPORTUNITY_NUMBER, number);
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_CUSTOMER, deal->customer->id);
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_OWNER, deal->owner->id);
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_PIPELINE, deal->pipeline->id);
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_STAGE, stage->id);
  /* At the very beginning the amount is not always known. */
  if (!deal->is_open || deal->n_path > 1 || deal->turn % 3 != 0)
    clinch_row_set_int (row, CLINCH_OPPORTUNITY_AMOUNT, deal->amount);
  clinch_sample_set_text (row, CLINCH_OPPORTUNITY_CURRENCY, deal->currency);
  set_probability (self, deal, row);
  clinch_sample_set_day (row, CLINCH_OPPORTUNITY_EXPECTED, expected_day (self, deal));
  clinch_sample_set_day (row, CLINCH_OPPORTUNITY_STARTED,
                         clinch_sample_day_of (self, deal->entered[0]));
  if (!deal->is_open)
    clinch_sample_set_day (row, CLINCH_OPPORTUNITY_CLOSED,
                           clinch_sample_day_of (self, deal->entered[deal->n_path - 1]));
  clinch_sample_set_text (row, CLINCH_OPPORTUNITY_PRODUCT, deal->product);
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_CONTACT, deal->contact->id);
  if (!clinch_sample_is_silent (self, deal->customer, deal->until))
    {
      clinch_sample_set_text (row, CLINCH_OPPORTUNITY_NEXT_STEP, deal->next_step);
      clinch_sample_set_day (row, CLINCH_OPPORTUNITY_NEXT_DATE, deal->next_date);
    }
  clinch_sample_set_text (row, CLINCH_OPPORTUNITY_COMPETITOR, deal->rival);
  clinch_sample_set_text (row, CLINCH_OPPORTUNITY_LOST_REASON, deal->reason);
  clinch_sample_set_text (row, CLINCH_OPPORTUNITY_SOURCE, deal->source);
  if (clinch_sample_random_chance (&self->random, 20))
    clinch_sample_set_text (row, CLINCH_OPPORTUNITY_NOTE,
                            clinch_sample_pick (&self->words->opportunity_notes, &self->random));
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_STAGE_ENTERED, deal->entered[deal->n_path - 1]);
  /* In a column the newest stands on top, as if each had been moved there. */
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_POSITION,
                      (self->now - deal->entered[deal->n_path - 1]) * CLINCH_POSITION_GAP);
  clinch_sample_fill_needs (self, deal, row);
  row->created_at = deal->entered[0];
}

static gboolean
add_moves (ClinchSample      *self,
           ClinchSampleDeal  *deal,
           GError           **error)
{
  for (guint i = 0; i < deal->n_path; i++)
    {
      g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_STAGE_MOVE);

      clinch_row_set_int (row, CLINCH_STAGE_MOVE_OPPORTUNITY, deal->id);
      if (i > 0)
        clinch_row_set_int (row, CLINCH_STAGE_MOVE_FROM, deal->path[i - 1]->id);
      clinch_row_set_int (row, CLINCH_STAGE_MOVE_TO, deal->path[i]->id);
      clinch_row_set_int (row, CLINCH_STAGE_MOVE_MOVED, deal->entered[i]);
      clinch_row_set_int (row, CLINCH_STAGE_MOVE_MEMBER, deal->owner->id);
      if (i + 1 == deal->n_path)
        clinch_sample_set_text (row, CLINCH_STAGE_MOVE_REASON, deal->reason);
      row->created_at = deal->entered[i];
      if (clinch_sample_insert (self, row, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
clear_deal (ClinchSampleDeal *deal)
{
  g_free (deal->name);
  g_free (deal->next_step);
  g_free (deal->amount_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinchSampleDeal, clear_deal)

/* What the decision chain of the customer is about: the anchor, or what comes first. */
static void
note_deal (ClinchSampleDeal *deal)
{
  ClinchSampleCustomer *customer = deal->customer;

  if (!deal->is_open || (customer->deal != 0 && !deal->is_anchor))
    return;

  customer->deal = deal->id;
  customer->deal_contact = deal->contact;
  customer->deal_product = deal->product;
}

static gboolean
add_deal (ClinchSample             *self,
          ClinchSampleDeal         *deal,
          const ClinchSamplePlace  *place,
          GError                  **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  clinch_sample_route_deal (self, deal, place);
  choose_people (self, deal);
  choose_name (self, deal);
  choose_amount (self, deal);
  choose_ending (self, deal);
  clinch_sample_say_next (self, deal);
  fill_deal (self, deal, row);
  deal->id = clinch_sample_insert (self, row, error);
  note_deal (deal);

  return deal->id != 0 && add_moves (self, deal, error)
         && clinch_sample_add_requirements (self, deal, error)
         && clinch_sample_talk_about (self, deal, error);
}

gboolean
clinch_sample_add_deals (ClinchSample  *self,
                         GError       **error)
{
  ClinchSamplePlace deck[CLINCH_SAMPLE_OPPORTUNITIES];
  guint anchor = G_MAXUINT;
  guint agreed = G_MAXUINT;
  guint n_open = 0;

  make_deck (self, deck);
  if (self->unit == 0)
    {
      anchor = find_card (self, deck, 0, CLINCH_SAMPLE_PHASE_PROPOSAL);
      agreed = find_card (self, deck, self->n_pipelines - 1, CLINCH_SAMPLE_PHASE_NEGOTIATION);
    }

  for (guint i = 0; i < CLINCH_SAMPLE_OPPORTUNITIES; i++)
    {
      g_auto(ClinchSampleDeal) deal = { 0 };
      guint customer = clinch_sample_random_small (&self->random,
                                                   CLINCH_SAMPLE_CUSTOMERS - QUIET_CUSTOMERS);

      deal.is_anchor = i == anchor;
      deal.is_agreed = i == agreed && i != anchor;
      /* Both belong to “me”: the first customer does, and so does every fourth. */
      deal.customer =
        &self->customers[deal.is_anchor ? 0 : deal.is_agreed ? CLINCH_SAMPLE_SELLERS : customer];
      deal.turn = n_open;
      if (deck[i].stage < self->pipelines[deck[i].pipeline].n_open)
        n_open++;
      if (!add_deal (self, &deal, &deck[i], error))
        return FALSE;
    }

  return TRUE;
}
