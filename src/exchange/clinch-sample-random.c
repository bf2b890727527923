// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-random.h"

guint32
clinch_sample_random_next (ClinchSampleRandom *self)
{
  guint64 old = self->state;
  guint32 shifted = ((old >> 18) ^ old) >> 27;
  guint32 turn = old >> 59;

  self->state = old * G_GUINT64_CONSTANT (6364136223846793005) + self->stream;

  return (shifted >> turn) | (shifted << ((32 - turn) & 31));
}

void
clinch_sample_random_init (ClinchSampleRandom *self,
                           guint64             seed,
                           guint64             stream)
{
  self->state = 0;
  self->stream = (stream << 1) | 1;
  clinch_sample_random_next (self);
  self->state += seed;
  clinch_sample_random_next (self);
}

guint
clinch_sample_random_below (ClinchSampleRandom *self,
                            guint               limit)
{
  /* Without the bias of a remainder that anybody could see. */
  return ((guint64) clinch_sample_random_next (self) * limit) >> 32;
}

int
clinch_sample_random_between (ClinchSampleRandom *self,
                              int                 from,
                              int                 to)
{
  return from + (int) clinch_sample_random_below (self, to - from + 1);
}

guint
clinch_sample_random_small (ClinchSampleRandom *self,
                            guint               limit)
{
  guint a = clinch_sample_random_below (self, limit);
  guint b = clinch_sample_random_below (self, limit);

  return MIN (a, b);
}

gboolean
clinch_sample_random_chance (ClinchSampleRandom *self,
                             int                 percent)
{
  return clinch_sample_random_below (self, 100) < (guint) percent;
}
