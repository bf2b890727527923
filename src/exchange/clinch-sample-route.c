// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which way an opportunity of the sample has come: its stages and when it stood in each, and what
// is to happen next. What makes up its state of health goes by turns, so that every unit has all of
// them.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-private.h"

/* Every so many opportunities one went back a stage and came again. */
#define LOOP_EVERY 16

static int
between (ClinchSample *self,
         int           from,
         int           to)
{
  return clinch_sample_random_between (&self->random, from, to);
}

static void
append_stage (ClinchSampleDeal  *deal,
              ClinchSampleStage *stage)
{
  g_assert (deal->n_path < CLINCH_SAMPLE_MAX_PATH);
  deal->path[deal->n_path++] = stage;
}

static void
lay_path (ClinchSample            *self,
          ClinchSampleDeal        *deal,
          const ClinchSamplePlace *place)
{
  ClinchSamplePipeline *pipeline = deal->pipeline;
  guint last = place->stage;

  deal->is_open = last < pipeline->n_open;
  deal->is_won = last == pipeline->n_open;
  if (deal->is_won)
    last = pipeline->n_open - 1;
  else if (!deal->is_open)
    /* More are lost late than early. */
    last = pipeline->n_open - 1 - clinch_sample_random_small (&self->random, pipeline->n_open);

  for (guint i = 0; i <= last; i++)
    {
      if (i >= 2 && i == last && clinch_sample_random_below (&self->random, LOOP_EVERY) == 0)
        {
          append_stage (deal, &pipeline->open[i]);
          append_stage (deal, &pipeline->open[i - 1]);
        }
      append_stage (deal, &pipeline->open[i]);
    }
  if (!deal->is_open)
    append_stage (deal, deal->is_won ? &pipeline->won : &pipeline->lost);
}

/* How long it stands where it is now, in seconds. */
static gint64
time_in_stage (ClinchSample     *self,
               ClinchSampleDeal *deal)
{
  int limit = deal->path[deal->n_path - 1]->limit;
  int percent;

  if (!deal->is_open)
    return between (self, 2, 300) * CLINCH_SAMPLE_DAY;
  if (deal->is_agreed)
    percent = between (self, 20, 40);
  else if (deal->turn % 5 == 0)
    percent = between (self, 105, 220);
  else if (deal->turn % 5 == 1)
    percent = between (self, 81, 85);
  else
    percent = between (self, 3, 58);

  return limit * CLINCH_SAMPLE_DAY * percent / 100;
}

static void
set_times (ClinchSample     *self,
           ClinchSampleDeal *deal)
{
  gint64 spans[CLINCH_SAMPLE_MAX_PATH];
  gint64 current = time_in_stage (self, deal);
  gint64 before = 0;
  gint64 room = CLINCH_SAMPLE_YEAR * CLINCH_SAMPLE_DAY - current;
  gint64 at;

  for (guint i = 0; i + 1 < deal->n_path; i++)
    {
      spans[i] = deal->path[i]->limit * CLINCH_SAMPLE_DAY * between (self, 25, 130) / 100;
      before += spans[i];
    }

  at = self->now - current - MIN (before, room);
  for (guint i = 0; i < deal->n_path; i++)
    {
      deal->entered[i] = clinch_sample_work_time (self, at);
      /* Two moves are never at once, however a weekend pressed them together. */
      if (i > 0 && deal->entered[i] <= deal->entered[i - 1])
        deal->entered[i] = MIN (deal->entered[i - 1] + 600, self->now);
      if (i + 1 < deal->n_path)
        at += before > room ? spans[i] * room / before : spans[i];
    }
}

/* What is to happen next, and before that: when it was last spoken of. */
static void
plan_next (ClinchSample     *self,
           ClinchSampleDeal *deal)
{
  gint64 quiet = 0;
  int late = 0;

  if (deal->is_anchor || deal->is_agreed)
    {
      deal->next_date = clinch_sample_work_day (self->today + between (self, 2, 4), 1);
      quiet = between (self, 1, 3);
    }
  else if (deal->turn % 7 == 0)
    quiet = between (self, 8, 45);
  else if (deal->turn % 7 == 1)
    {
      late = between (self, 1, 20);
      deal->next_date = clinch_sample_work_day (self->today - late, -1);
      quiet = self->today - deal->next_date + between (self, 2, 8);
    }
  else if (deal->turn % 7 == 2)
    {
      deal->next_date = self->today;
      quiet = between (self, 2, 8);
    }
  else
    {
      deal->next_date = clinch_sample_work_day (self->today + between (self, 1, 14), 1);
      quiet = clinch_sample_random_small (&self->random, 10);
    }

  deal->until = self->now - quiet * CLINCH_SAMPLE_DAY - between (self, 0, 6 * 60) * 60;
}

/* Nobody speaks of an opportunity before it is known: then it has been known for longer. */
static void
stretch_beginning (ClinchSample     *self,
                   ClinchSampleDeal *deal)
{
  gint64 latest = deal->until - CLINCH_SAMPLE_DAY;

  if (deal->entered[0] > latest)
    deal->entered[0] = clinch_sample_work_time (self, latest);
}

void
clinch_sample_route_deal (ClinchSample            *self,
                          ClinchSampleDeal        *deal,
                          const ClinchSamplePlace *place)
{
  deal->pipeline = &self->pipelines[place->pipeline];
  lay_path (self, deal, place);
  set_times (self, deal);
  if (deal->is_open)
    {
      plan_next (self, deal);
      stretch_beginning (self, deal);
      return;
    }

  /* After the contract one stays in touch for a while; after a loss there is a word or two. */
  deal->until = deal->entered[deal->n_path - 1] + (deal->is_won ? 60 : 5) * CLINCH_SAMPLE_DAY;
  deal->until = MIN (deal->until, self->now);
}
