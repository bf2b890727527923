// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-lifetime.h"

#include "clinch-ratio.h"

#include <stdlib.h>

static int
year_of (const char *date)
{
  return atoi (date);
}

static void
add_won (ClinchLifetime           *self,
         const ClinchLifetimeDeal *deal,
         gint64                    won[CLINCH_LIFETIME_YEARS])
{
  int age = MAX (self->this_year - year_of (deal->closed_on), 0);

  self->total += deal->amount;
  if (age >= CLINCH_LIFETIME_YEARS)
    {
      self->before += deal->amount;
      self->n_years = CLINCH_LIFETIME_YEARS;
      return;
    }
  won[age] += deal->amount;
  self->n_years = MAX (self->n_years, age + 1);
}

ClinchLifetime
clinch_lifetime (const ClinchLifetimeDeal *deals,
                 gsize                     n_deals,
                 const char               *today)
{
  ClinchLifetime self = { .this_year = year_of (today), .n_years = 1 };
  gint64 won[CLINCH_LIFETIME_YEARS] = { 0 }; /* by age */

  for (gsize i = 0; i < n_deals; i++)
    {
      if (deals[i].closed_on != NULL)
        {
          add_won (&self, &deals[i], won);
          continue;
        }
      self.open += deals[i].amount;
      self.forecast += clinch_scale_rounded (deals[i].amount, deals[i].probability, 100);
    }
  for (int i = 0; i < self.n_years; i++)
    {
      self.won[i] = won[self.n_years - 1 - i];
      self.best = MAX (self.best, self.won[i]);
    }

  return self;
}
