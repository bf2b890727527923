// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the salespeople of the sample wrote down: a few follow-ups in each stage, in the words of
// that stage.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-private.h"

#include <string.h>

#define MAX_SLOTS 24

/* So many days ago somebody last spoke with a customer that is neglected. */
#define SILENT_DAYS 95

typedef struct
{
  ClinchSampleSlot slots[MAX_SLOTS];
  gsize n_slots;
  char number[12];
} Slots;

static void
put_slot (Slots      *slots,
          const char *key,
          const char *value)
{
  g_assert (slots->n_slots < MAX_SLOTS);
  slots->slots[slots->n_slots++] = (ClinchSampleSlot) { key, value };
}

/* What can be said of a customer without an opportunity. Where a weekday is mentioned it is that of
 * @next_day. */
static void
fill_slots (ClinchSample         *self,
            ClinchSampleCustomer *customer,
            ClinchSampleContact  *contact,
            ClinchSampleContact  *other,
            guint32               next_day,
            Slots                *slots)
{
  const ClinchSampleWords *words = self->words;
  const ClinchSampleIndustry *industry = &words->industries[customer->industry];
  ClinchSampleRandom *random = &self->random;
  ClinchSampleMember *mate =
    &self->team->presales[clinch_sample_random_below (random, CLINCH_SAMPLE_PRESALES)];
  guint need = clinch_sample_random_below (random, industry->needs.n);
  guint need2 = need + 1 + clinch_sample_random_below (random, industry->needs.n - 1);

  g_snprintf (slots->number, sizeof slots->number, "%d",
              clinch_sample_random_between (random, 2, 6));
  put_slot (slots, "short", customer->company.short_name);
  put_slot (slots, "industry", industry->name);
  put_slot (slots, "who", contact->called);
  put_slot (slots, "who2", other != NULL ? other->called : words->somebody);
  put_slot (slots, "dept", contact->department);
  put_slot (slots, "mate", words->surname_first ? mate->person.name : mate->person.given);
  put_slot (slots, "who_manager", self->team->chief);
  put_slot (slots, "pain", clinch_sample_pick (&industry->pains, random));
  put_slot (slots, "need", industry->needs.items[need]);
  put_slot (slots, "need2", industry->needs.items[need2 % industry->needs.n]);
  put_slot (slots, "item", clinch_sample_pick (&industry->items, random));
  put_slot (slots, "place", clinch_sample_pick (&industry->places, random));
  put_slot (slots, "room", clinch_sample_pick (&words->rooms, random));
  put_slot (slots, "weekday", words->weekdays.items[(next_day - 1) % 7 % words->weekdays.n]);
  put_slot (slots, "cut", clinch_sample_pick (&words->cuts, random));
  put_slot (slots, "n", slots->number);
}

static void
fill_deal_slots (ClinchSample     *self,
                 ClinchSampleDeal *deal,
                 guint32           next_day,
                 Slots            *slots)
{
  fill_slots (self, deal->customer, deal->contact, deal->other, next_day, slots);
  put_slot (slots, "product", deal->product);
  put_slot (slots, "source", deal->source);
  put_slot (slots, "amount", deal->amount_text);
  put_slot (slots, "reason", deal->reason);
  put_slot (slots, "rival",
            deal->rival != NULL ? deal->rival
            : clinch_sample_pick (&self->words->rivals, &self->random));
}

static char *
say (const char  *template,
     const Slots *slots)
{
  char *text = clinch_sample_expand (template, slots->slots, slots->n_slots);

  /* A sentence can begin with a slot. */
  if (g_ascii_islower (*text))
    *text = g_ascii_toupper (*text);

  return text;
}

/* Something that was not said of this opportunity yet, as long as there is. */
static const ClinchSampleTalk *
choose_talk (ClinchSample      *self,
             ClinchSampleDeal  *deal,
             ClinchSamplePhase  phase)
{
  const ClinchSampleTalks *talks = &self->words->talks[phase];
  guint32 all = (1u << talks->n) - 1;
  guint index = clinch_sample_random_below (&self->random, talks->n);

  if ((deal->used[phase] & all) == all)
    deal->used[phase] = 0;
  while (deal->used[phase] & (1u << index))
    index = (index + 1) % talks->n;
  deal->used[phase] |= 1u << index;

  return &talks->items[index];
}

static gint64
choose_author (ClinchSample           *self,
               ClinchSampleDeal       *deal,
               ClinchSamplePhase       phase,
               const ClinchSampleTalk *talk)
{
  if (phase == CLINCH_SAMPLE_PHASE_LEAD && strcmp (talk->way, "note") == 0)
    return self->team->marketing.id;
  if (phase == CLINCH_SAMPLE_PHASE_PROPOSAL && strcmp (talk->way, "mail") == 0)
    return self->team->presales[0].id;

  return deal->owner->id;
}

static gint64
written_at (ClinchSample *self,
            gint64        happened_at)
{
  return MIN (happened_at + clinch_sample_random_between (&self->random, 5, 240) * 60, self->now);
}

gboolean
clinch_sample_is_silent (ClinchSample               *self,
                         const ClinchSampleCustomer *customer,
                         gint64                      at)
{
  return customer->corner == CLINCH_SAMPLE_NEGLECTED
         && at > self->now - SILENT_DAYS * CLINCH_SAMPLE_DAY;
}

/* Visits take an hour or two and calls minutes; a message is not worth a note, and now and then
 * nobody makes one. */
static void
set_minutes (ClinchSample *self,
             ClinchRow    *row,
             const char   *way)
{
  static const struct
  {
    const char *way;
    int least;
    int most;
  } durations[] = {
    { "visit", 8, 30 },
    { "meeting", 6, 24 },
    { "call", 1, 8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    if (strcmp (durations[i].way, way) == 0 && clinch_sample_random_chance (&self->aside, 80))
      clinch_row_set_int (row, CLINCH_FOLLOW_UP_DURATION,
                          clinch_sample_random_between (&self->aside, durations[i].least,
                                                        durations[i].most) * 5);
}

static void
count_talk (ClinchSampleContact *contact,
            const char          *way,
            gint64               at)
{
  if (strcmp (way, "note") == 0)
    return;

  contact->n_talks++;
  contact->last_talk = MAX (contact->last_talk, at);
}

/* A follow-up that is written down, unless nobody spoke with the customer then. What comes after it
 * does not depend on that. */
static gboolean
insert_talk (ClinchSample          *self,
             ClinchSampleCustomer  *customer,
             ClinchSampleContact   *contact,
             ClinchRow             *row,
             GError               **error)
{
  const char *way = clinch_row_text (row, CLINCH_FOLLOW_UP_TYPE);
  gint64 at = clinch_row_int (row, CLINCH_FOLLOW_UP_HAPPENED);

  if (clinch_sample_is_silent (self, customer, at))
    {
      clinch_sample_random_next (&self->random);
      return TRUE;
    }

  set_minutes (self, row, way);
  clinch_sample_share_material (self, customer, row);
  count_talk (contact, way, at);
  return clinch_sample_insert (self, row, error) != 0;
}

/* The way, the time and the people of a follow-up. */
static ClinchRow *
begin_row (ClinchSample           *self,
           ClinchSampleDeal       *deal,
           ClinchSamplePhase       phase,
           const ClinchSampleTalk *talk,
           gint64                  at)
{
  ClinchRow *row = clinch_row_new (CLINCH_KIND_FOLLOW_UP);

  clinch_sample_set_text (row, CLINCH_FOLLOW_UP_TYPE, talk->way);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, at);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CUSTOMER, deal->customer->id);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_OPPORTUNITY, deal->id);
  if (strcmp (talk->way, "note") != 0)
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_CONTACT, deal->contact->id);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_AUTHOR, choose_author (self, deal, phase, talk));
  row->created_at = written_at (self, at);

  return row;
}

static gboolean
add_talk (ClinchSample            *self,
          ClinchSampleDeal        *deal,
          ClinchSamplePhase        phase,
          const ClinchSampleTalk  *talk,
          gint64                   at,
          GError                 **error)
{
  g_autoptr(ClinchRow) row = begin_row (self, deal, phase, talk, at);
  gboolean is_last = talk == deal->last_talk;
  int days = clinch_sample_random_between (&self->random, talk->next_from, talk->next_to);
  guint32 next_day = clinch_sample_work_day (clinch_sample_day_of (self, at) + days, 1);
  Slots slots = { 0 };

  if (is_last && deal->next_date != 0)
    next_day = deal->next_date;
  fill_deal_slots (self, deal, next_day, &slots);
  clinch_row_take_text (row, CLINCH_FOLLOW_UP_TEXT, say (talk->text, &slots));
  if (is_last)
    {
      clinch_sample_set_text (row, CLINCH_FOLLOW_UP_NEXT_STEP, deal->next_step);
      clinch_sample_set_day (row, CLINCH_FOLLOW_UP_NEXT_DATE, deal->next_date);
    }
  else if (talk->next != NULL && clinch_sample_random_chance (&self->random, 75))
    {
      clinch_row_take_text (row, CLINCH_FOLLOW_UP_NEXT_STEP, say (talk->next, &slots));
      clinch_sample_set_day (row, CLINCH_FOLLOW_UP_NEXT_DATE, next_day);
    }

  return insert_talk (self, deal->customer, deal->contact, row, error);
}

/* What people talked about at that time. */
static ClinchSamplePhase
phase_at (ClinchSampleDeal *deal,
          gint64            at)
{
  guint i = deal->n_path - 1;

  while (i > 0 && at < deal->entered[i])
    i--;

  return deal->path[i]->phase;
}

static gboolean
talk_between (ClinchSample      *self,
              ClinchSampleDeal  *deal,
              gint64             from,
              gint64             to,
              GError           **error)
{
  int n = clinch_sample_random_between (&self->random, 1, 3);

  for (int i = 0; i < n; i++)
    {
      /* Each in its share of the time, so that they are in order. */
      gint64 begin = from + (to - from) * i / n;
      gint64 end = from + (to - from) * (i + 1) / n;
      gint64 at = begin
                  + (end - begin) * clinch_sample_random_between (&self->random, 10, 90) / 100;
      ClinchSamplePhase phase;

      at = clinch_sample_work_time (self, at);
      phase = phase_at (deal, at);
      if (at >= from && !add_talk (self, deal, phase, choose_talk (self, deal, phase), at, error))
        return FALSE;
    }

  return TRUE;
}

/* The first thing said of an end is that it is the end. */
static gboolean
talk_about_end (ClinchSample      *self,
                ClinchSampleDeal  *deal,
                GError           **error)
{
  ClinchSamplePhase phase = deal->path[deal->n_path - 1]->phase;
  gint64 at = deal->entered[deal->n_path - 1];

  deal->used[phase] = 1;
  return add_talk (self, deal, phase, &self->words->talks[phase].items[0], at, error);
}

gboolean
clinch_sample_talk_about (ClinchSample      *self,
                          ClinchSampleDeal  *deal,
                          GError           **error)
{
  gint64 last = clinch_sample_work_time (self, deal->until);

  if (!deal->is_open && !talk_about_end (self, deal, error))
    return FALSE;
  for (guint i = 0; i < deal->n_path && deal->entered[i] < last; i++)
    {
      gint64 to = i + 1 < deal->n_path ? MIN (deal->entered[i + 1], last) : last;

      if (to - deal->entered[i] > CLINCH_SAMPLE_DAY
          && !talk_between (self, deal, deal->entered[i], to, error))
        return FALSE;
    }

  return !deal->is_open
         || add_talk (self, deal, phase_at (deal, last), deal->last_talk, last, error);
}

void
clinch_sample_say_next (ClinchSample     *self,
                        ClinchSampleDeal *deal)
{
  Slots slots = { 0 };

  if (!deal->is_open)
    return;

  deal->last_talk = choose_talk (self, deal,
                                 phase_at (deal, clinch_sample_work_time (self, deal->until)));
  if (deal->is_anchor)
    deal->next_step = g_strdup (self->words->anchor.next_step);
  else if (deal->next_date != 0)
    {
      fill_deal_slots (self, deal, deal->next_date, &slots);
      deal->next_step = say (deal->last_talk->next, &slots);
    }
}

static ClinchRow *
begin_care (ClinchSample         *self,
            ClinchSampleCustomer *customer,
            ClinchSampleContact  *contact,
            const char           *way,
            gint64                at,
            char                 *text)
{
  ClinchRow *row = clinch_row_new (CLINCH_KIND_FOLLOW_UP);

  clinch_row_take_text (row, CLINCH_FOLLOW_UP_TEXT, text);
  clinch_sample_set_text (row, CLINCH_FOLLOW_UP_TYPE, way);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, at);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CUSTOMER, customer->id);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CONTACT, contact->id);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_AUTHOR, self->team->sellers[customer->seller].id);
  row->created_at = written_at (self, at);

  return row;
}

gboolean
clinch_sample_add_talk (ClinchSample          *self,
                        ClinchSampleCustomer  *customer,
                        ClinchSampleContact   *contact,
                        const char            *way,
                        gint64                 at,
                        int                    minutes,
                        char                  *text,
                        GError               **error)
{
  g_autoptr(ClinchRow) row = begin_care (self, customer, contact, way, at, text);

  if (minutes > 0)
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_DURATION, minutes);
  count_talk (contact, way, at);

  return clinch_sample_insert (self, row, error) != 0;
}

char *
clinch_sample_say_of (ClinchSample         *self,
                      ClinchSampleCustomer *customer,
                      ClinchSampleContact  *contact,
                      const char           *template)
{
  const ClinchSampleList *products = &self->words->industries[customer->industry].products;
  Slots slots = { 0 };
  const char *product;

  fill_slots (self, customer, contact,
              contact != &customer->contacts[0] ? &customer->contacts[0] : NULL, self->today,
              &slots);
  product = clinch_sample_pick (products, &self->random);
  put_slot (&slots, "product",
            customer->deal_product != NULL ? customer->deal_product : product);

  return say (template, &slots);
}

/* Somebody likes to drop in there. */
static gboolean
visit_often (ClinchSample          *self,
             ClinchSampleCustomer  *customer,
             GError               **error)
{
  const ClinchSampleTalks *talks = &self->words->talks[CLINCH_SAMPLE_PHASE_CARE];
  int n = clinch_sample_random_between (&self->random, 8, 11);

  for (int i = 0; i < n; i++)
    {
      const ClinchSampleTalk *talk = &talks->items[i % 2 == 0 ? 1 : 4];
      ClinchSampleContact *contact = &customer->contacts[i % customer->n_contacts];
      gint64 ago = (80 - i * 75 / n) * CLINCH_SAMPLE_DAY;

      if (!clinch_sample_add_talk (self, customer, contact, talk->way,
                                   clinch_sample_work_time (self, self->now - ago),
                                   clinch_sample_random_between (&self->random, 18, 36) * 5,
                                   clinch_sample_say_of (self, customer, contact, talk->text),
                                   error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinch_sample_keep_in_touch (ClinchSample          *self,
                             ClinchSampleCustomer  *customer,
                             GError               **error)
{
  const ClinchSampleTalks *talks = &self->words->talks[CLINCH_SAMPLE_PHASE_CARE];
  int n = clinch_sample_random_between (&self->random, 0, 4);

  for (int i = 0; i < n; i++)
    {
      const ClinchSampleTalk *talk =
        &talks->items[clinch_sample_random_below (&self->random, talks->n)];
      ClinchSampleContact *contact =
        &customer->contacts[clinch_sample_random_small (&self->random, customer->n_contacts)];
      gint64 ago = clinch_sample_random_between (&self->random, 5 * 24 * 60,
                                                 CLINCH_SAMPLE_YEAR * 24 * 60) * 60;
      gint64 at = clinch_sample_work_time (self, self->now - ago);
      char *text = clinch_sample_say_of (self, customer, contact, talk->text);
      g_autoptr(ClinchRow) row = begin_care (self, customer, contact, talk->way, at, text);

      if (!insert_talk (self, customer, contact, row, error))
        return FALSE;
    }

  return customer->corner != CLINCH_SAMPLE_COSTLY || visit_often (self, customer, error);
}
