// SPDX-License-Identifier: GPL-3.0-or-later
//
// The decision chains of the sample: who reports to whom, how each of them stands, what is known of
// them and who of us was asked for help. How well somebody is covered follows from how often
// somebody spoke with them, so that the two never contradict each other.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-private.h"

#include <string.h>

/* A mentor who said nothing for longer is silent. */
#define MENTOR_DAYS 31

/* Of so many customers one has somebody who must exist and whom nobody knows. */
#define PLACEHOLDER_EVERY 3

/* Of so many customers with an opportunity one asks for help. */
#define HELP_EVERY 5

static const ClinchSamplePost *
post_of (ClinchSample               *self,
         const ClinchSampleCustomer *customer,
         const ClinchSampleContact  *contact)
{
  return &self->words->industries[customer->industry].posts.items[contact->post];
}

static ClinchSampleContact *
find_post (ClinchSampleCustomer *customer,
           guint                 post)
{
  for (guint i = 0; i < customer->n_contacts; i++)
    if (customer->contacts[i].post == post)
      return &customer->contacts[i];

  return NULL;
}

/* The nearest one above whom somebody knows. */
static ClinchSampleContact *
find_boss (ClinchSample              *self,
           ClinchSampleCustomer      *customer,
           const ClinchSampleContact *contact)
{
  const ClinchSamplePosts *posts = &self->words->industries[customer->industry].posts;
  int post = posts->items[contact->post].boss;

  while (post >= 0)
    {
      ClinchSampleContact *boss = find_post (customer, post);

      if (boss != NULL)
        return boss;
      post = posts->items[post].boss;
    }

  return NULL;
}

static gboolean
add_missing_people (ClinchSample          *self,
                    ClinchSampleCustomer  *customer,
                    GError               **error)
{
  const ClinchSampleIndustry *industry = &self->words->industries[customer->industry];

  for (guint i = 0; i < industry->posts.n; i++)
    {
      g_auto(ClinchSamplePerson) person = { 0 };
      ClinchSampleSeat seat = { industry->titles.items[i], industry->departments.items[i],
                                industry->posts.items[i].level, i };

      if (find_post (customer, i) != NULL)
        continue;
      clinch_sample_names_person (self->names, &self->random, &person);
      if (!clinch_sample_add_contact (self, customer, &person, &seat, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_bosses (ClinchSample          *self,
            ClinchSampleCustomer  *customer,
            GError               **error)
{
  for (guint i = 0; i < customer->n_contacts; i++)
    {
      ClinchSampleContact *contact = &customer->contacts[i];
      ClinchSampleContact *boss = find_boss (self, customer, contact);
      g_autoptr(ClinchRow) changes = NULL;

      if (boss == NULL)
        continue;
      changes = clinch_row_new (CLINCH_KIND_CONTACT);
      clinch_row_set_int (changes, CLINCH_CONTACT_REPORTS_TO, boss->id);
      if (!clinch_txn_update (self->txn, contact->id, changes, error))
        return FALSE;
      contact->boss = boss->id;
    }

  return TRUE;
}

/* --- How they stand */

static const char *
choose_power (ClinchSample           *self,
              const ClinchSamplePost *post)
{
  int chance = clinch_sample_random_below (&self->random, 100);

  if (strcmp (post->level, "executive") == 0)
    return chance < 85 ? "inner" : "strong";
  if (strcmp (post->level, "director") == 0)
    return chance < 25 ? "inner" : chance < 80 ? "strong" : "outside";

  return chance < 30 && strcmp (post->level, "manager") == 0 ? "strong" : "outside";
}

/* Those whom we know well and who have been quiet for a while are the mentors that one forgets. */
static gboolean
is_silent_mentor (ClinchSample              *self,
                  const ClinchSampleContact *contact)
{
  gint64 quiet = self->now - contact->last_talk;

  if (contact->n_talks < 3 || quiet < MENTOR_DAYS * CLINCH_SAMPLE_DAY
      || quiet > 200 * CLINCH_SAMPLE_DAY)
    return FALSE;
  if (self->n_silent_mentors > 0 && !clinch_sample_random_chance (&self->random, 20))
    return FALSE;

  self->n_silent_mentors++;
  return TRUE;
}

static const char *
choose_support (ClinchSample               *self,
                const ClinchSampleCustomer *customer,
                const ClinchSampleContact  *contact)
{
  int chance = clinch_sample_random_below (&self->random, 100) + (customer->quality - 55) / 3;

  if (contact->n_talks == 0)
    return chance < 10 ? "opponent" : chance < 35 ? "neutral" : NULL;
  if (is_silent_mentor (self, contact) || (chance >= 88 && contact->n_talks >= 3))
    return "mentor";

  return chance >= 50 ? "supporter" : chance >= 22 ? "neutral" : chance >= 8 ? "doubter"
         : "opponent";
}

static const char *
coverage_of (const ClinchSampleContact *contact)
{
  return contact->n_talks == 0 ? "none" : contact->n_talks <= 2 ? "brief"
         : contact->n_talks <= 6 ? "several" : "deep";
}

static gint64
some_days_ago (ClinchSample *self,
               int           least,
               int           most)
{
  gint64 days = clinch_sample_random_between (&self->random, least, most);

  return clinch_sample_work_time (self, self->now - days * CLINCH_SAMPLE_DAY);
}

static void
fill_source (ClinchSample              *self,
             const ClinchSampleContact *contact,
             ClinchRow                 *row,
             int                        source,
             int                        confidence)
{
  const ClinchSampleList *sources = &self->words->insight_sources;

  clinch_sample_set_text (row, source, clinch_sample_pick (sources, &self->random));
  clinch_sample_set_text (row, confidence,
                          contact->n_talks > 4 ? "high" : contact->n_talks > 1 ? "medium" : "low");
}

static gboolean
assess (ClinchSample          *self,
        ClinchSampleCustomer  *customer,
        ClinchSampleContact   *contact,
        GError               **error)
{
  const ClinchSamplePost *post = post_of (self, customer, contact);
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_ASSESSMENT);

  clinch_row_set_int (row, CLINCH_ASSESSMENT_CONTACT, contact->id);
  clinch_row_set_int (row, CLINCH_ASSESSMENT_CUSTOMER, customer->id);
  if (clinch_sample_random_chance (&self->random, 88))
    clinch_sample_set_text (row, CLINCH_ASSESSMENT_ROLE, post->role);
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_POWER, choose_power (self, post));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_SUPPORT, choose_support (self, customer, contact));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_COVERAGE, coverage_of (contact));
  if (contact->n_talks > 0)
    clinch_sample_set_text (row, CLINCH_ASSESSMENT_ORIENTATION, post->orientation);
  fill_source (self, contact, row, CLINCH_ASSESSMENT_SOURCE, CLINCH_ASSESSMENT_CONFIDENCE);
  row->created_at = some_days_ago (self, 5, 150);

  return clinch_sample_insert (self, row, error) != 0;
}

/* In one opportunity somebody can stand otherwise than usual. */
static gboolean
assess_for_deal (ClinchSample          *self,
                 ClinchSampleCustomer  *customer,
                 GError               **error)
{
  static const char *const supports[] = { "supporter", "doubter", "mentor", "neutral" };
  g_autoptr(ClinchRow) row = NULL;
  guint support;

  if (customer->deal == 0 || !clinch_sample_random_chance (&self->random, 40))
    return TRUE;

  support = clinch_sample_random_below (&self->random, G_N_ELEMENTS (supports));
  row = clinch_row_new (CLINCH_KIND_ASSESSMENT);
  clinch_row_set_int (row, CLINCH_ASSESSMENT_CONTACT, customer->deal_contact->id);
  clinch_row_set_int (row, CLINCH_ASSESSMENT_CUSTOMER, customer->id);
  clinch_row_set_int (row, CLINCH_ASSESSMENT_OPPORTUNITY, customer->deal);
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_ROLE, "evaluator");
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_SUPPORT, supports[support]);
  fill_source (self, customer->deal_contact, row, CLINCH_ASSESSMENT_SOURCE,
               CLINCH_ASSESSMENT_CONFIDENCE);
  row->created_at = some_days_ago (self, 1, 30);

  return clinch_sample_insert (self, row, error) != 0;
}

static gboolean
assess_people (ClinchSample          *self,
               ClinchSampleCustomer  *customer,
               GError               **error)
{
  for (guint i = 0; i < customer->n_contacts; i++)
    if (clinch_sample_random_chance (&self->random, 85)
        && !assess (self, customer, &customer->contacts[i], error))
      return FALSE;

  return assess_for_deal (self, customer, error);
}

/* --- Who must exist, who listens to whom, what is known */

static gboolean
has_role (ClinchSample         *self,
          ClinchSampleCustomer *customer,
          const char           *role)
{
  for (guint i = 0; i < customer->n_contacts; i++)
    if (strcmp (post_of (self, customer, &customer->contacts[i])->role, role) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
insert_placeholder (ClinchSample            *self,
                    ClinchSampleCustomer    *customer,
                    const ClinchSamplePost  *post,
                    GError                 **error)
{
  g_autoptr(ClinchRow) contact = clinch_row_new (CLINCH_KIND_CONTACT);
  g_autoptr(ClinchRow) assessment = clinch_row_new (CLINCH_KIND_ASSESSMENT);
  ClinchSampleContact *boss = post->boss >= 0 ? find_post (customer, post->boss) : NULL;

  clinch_sample_set_text (contact, CLINCH_CONTACT_NAME, post->name);
  clinch_row_set_int (contact, CLINCH_CONTACT_CUSTOMER, customer->id);
  clinch_sample_set_text (contact, CLINCH_CONTACT_DEPARTMENT, post->department);
  clinch_sample_set_text (contact, CLINCH_CONTACT_LEVEL, post->level);
  clinch_sample_set_text (contact, CLINCH_CONTACT_KNOWN, "no");
  if (boss != NULL)
    clinch_row_set_int (contact, CLINCH_CONTACT_REPORTS_TO, boss->id);
  contact->created_at = some_days_ago (self, 10, 90);
  if (clinch_sample_insert (self, contact, error) == 0)
    return FALSE;

  clinch_row_set_int (assessment, CLINCH_ASSESSMENT_CONTACT, contact->id);
  clinch_row_set_int (assessment, CLINCH_ASSESSMENT_CUSTOMER, customer->id);
  clinch_sample_set_text (assessment, CLINCH_ASSESSMENT_ROLE, post->role);
  clinch_sample_set_text (assessment, CLINCH_ASSESSMENT_ORIENTATION, post->orientation);
  assessment->created_at = contact->created_at;

  return clinch_sample_insert (self, assessment, error) != 0;
}

static gboolean
add_placeholder (ClinchSample          *self,
                 ClinchSampleCustomer  *customer,
                 GError               **error)
{
  const ClinchSamplePosts *posts = &self->words->placeholders;

  for (guint i = 0; i < posts->n; i++)
    if (!has_role (self, customer, posts->items[i].role))
      return insert_placeholder (self, customer, &posts->items[i], error);

  return TRUE;
}

static gboolean
draw_line (ClinchSample          *self,
           ClinchSampleCustomer  *customer,
           gint64                 from,
           gint64                 to,
           const char            *type,
           GError               **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_INFLUENCE);

  clinch_row_set_int (row, CLINCH_INFLUENCE_CUSTOMER, customer->id);
  clinch_row_set_int (row, CLINCH_INFLUENCE_FROM, from);
  clinch_row_set_int (row, CLINCH_INFLUENCE_TO, to);
  clinch_sample_set_text (row, CLINCH_INFLUENCE_TYPE, type);
  if (clinch_sample_random_chance (&self->random, 40))
    clinch_sample_set_text (row, CLINCH_INFLUENCE_NOTE,
                            clinch_sample_pick (&self->words->line_notes, &self->random));
  row->created_at = some_days_ago (self, 5, 150);

  return clinch_sample_insert (self, row, error) != 0;
}

/* Somebody whom the boss listens to, somebody whom the boss trusts, and two who do not get on. */
static gboolean
draw_lines (ClinchSample          *self,
            ClinchSampleCustomer  *customer,
            GError               **error)
{
  ClinchSampleContact *contacts = customer->contacts;
  guint n = customer->n_contacts;
  guint first = clinch_sample_random_below (&self->random, n);

  for (guint i = 0; i < n; i++)
    {
      const ClinchSampleContact *contact = &contacts[(first + i) % n];
      const ClinchSampleContact *other = &contacts[(first + i + 1) % n];
      gboolean drawn = TRUE;

      if (contact->boss != 0 && i == 0)
        drawn = draw_line (self, customer, contact->id, contact->boss, "influences", error);
      else if (contact->boss != 0 && i == 1 && clinch_sample_random_chance (&self->random, 50))
        drawn = draw_line (self, customer, contact->boss, contact->id, "trusts", error);
      else if (n > 3 && i == n - 1 && contact->boss != other->id && other->boss != contact->id)
        drawn = draw_line (self, customer, contact->id, other->id, "rivals", error);
      if (!drawn)
        return FALSE;
    }

  return TRUE;
}

static gboolean
note_facts (ClinchSample          *self,
            ClinchSampleCustomer  *customer,
            GError               **error)
{
  for (guint i = 0; i < customer->n_contacts; i++)
    {
      ClinchSampleContact *contact = &customer->contacts[i];
      g_autoptr(ClinchRow) row = NULL;

      if (contact->n_talks < 2 || !clinch_sample_random_chance (&self->random, 25))
        continue;
      row = clinch_row_new (CLINCH_KIND_FACT);
      clinch_sample_set_text (row, CLINCH_FACT_TEXT,
                              clinch_sample_pick (&self->words->facts, &self->random));
      clinch_row_set_int (row, CLINCH_FACT_CONTACT, contact->id);
      fill_source (self, contact, row, CLINCH_FACT_SOURCE, CLINCH_FACT_CONFIDENCE);
      clinch_row_set_int (row, CLINCH_FACT_MEMBER, self->team->sellers[customer->seller].id);
      row->created_at = some_days_ago (self, 5, 240);
      clinch_sample_set_day (row, CLINCH_FACT_SINCE, clinch_sample_day_of (self, row->created_at));
      if (clinch_sample_insert (self, row, error) == 0)
        return FALSE;
    }

  return TRUE;
}

/* --- Help */

static void
fill_answer (ClinchSample *self,
             guint         turn,
             ClinchRow    *row)
{
  static const char *const states[] = { "asked", "accepted", "done", "declined" };
  const ClinchSampleWords *words = self->words;
  const char *state = states[turn % G_N_ELEMENTS (states)];
  gboolean is_over = turn % G_N_ELEMENTS (states) >= 2;
  int days = clinch_sample_random_between (&self->random, is_over ? -40 : -3, is_over ? -5 : 14);

  clinch_sample_set_text (row, CLINCH_HELP_REQUEST_STATE, state);
  clinch_sample_set_day (row, CLINCH_HELP_REQUEST_DUE,
                         clinch_sample_work_day (self->today + days, 1));
  if (is_over)
    clinch_sample_set_text (row, CLINCH_HELP_REQUEST_OUTCOME,
                            clinch_sample_pick (strcmp (state, "done") == 0 ? &words->outcomes
                                                : &words->declines, &self->random));
}

static gboolean
ask_for_help (ClinchSample          *self,
              ClinchSampleCustomer  *customer,
              guint                  turn,
              GError               **error)
{
  const char *template = clinch_sample_pick (&self->words->briefs, &self->random);
  ClinchSampleContact *contact = find_post (customer, 0);
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_HELP_REQUEST);

  if (contact == NULL)
    contact = customer->deal_contact;
  clinch_row_take_text (row, CLINCH_HELP_REQUEST_BRIEF,
                        clinch_sample_say_of (self, customer, contact, template));
  clinch_row_set_int (row, CLINCH_HELP_REQUEST_CUSTOMER, customer->id);
  clinch_row_set_int (row, CLINCH_HELP_REQUEST_OPPORTUNITY, customer->deal);
  clinch_row_set_int (row, CLINCH_HELP_REQUEST_CONTACT, contact->id);
  clinch_row_set_int (row, CLINCH_HELP_REQUEST_ASKED,
                      turn % 2 == 0 ? self->team->manager.id : self->team->presales[0].id);
  clinch_row_set_int (row, CLINCH_HELP_REQUEST_ASKER, self->team->sellers[customer->seller].id);
  fill_answer (self, turn, row);
  row->created_at = some_days_ago (self, 45, 60);

  return clinch_sample_insert (self, row, error) != 0;
}

gboolean
clinch_sample_add_chain (ClinchSample          *self,
                         ClinchSampleCustomer  *customer,
                         GError               **error)
{
  guint index = customer - self->customers;

  if (customer->corner == CLINCH_SAMPLE_UNMAPPED || customer->corner == CLINCH_SAMPLE_THIN)
    return TRUE;
  if ((customer->corner == CLINCH_SAMPLE_LARGE && !add_missing_people (self, customer, error))
      || !set_bosses (self, customer, error) || !assess_people (self, customer, error)
      || !draw_lines (self, customer, error) || !note_facts (self, customer, error))
    return FALSE;
  if (index % PLACEHOLDER_EVERY == 1 && !add_placeholder (self, customer, error))
    return FALSE;

  return customer->deal == 0 || index % HELP_EVERY != 1
         || ask_for_help (self, customer, index / HELP_EVERY, error);
}
