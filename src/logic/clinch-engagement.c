// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-engagement.h"

#include "clinch-clock.h"
#include "clinch-code.h"
#include "clinch-date.h"
#include "clinch-ratio.h"

#include <math.h>

#define DAY_SECONDS 86400

const ClinchEngagementRates clinch_engagement_rates = {
  .touches = {
    [CLINCH_TOUCH_NOTE] = { 0, 1, 0 },
    [CLINCH_TOUCH_EXECUTIVE_MEETING] = { 10, 60, 120 },
    [CLINCH_TOUCH_MEETING] = { 6, 30, 60 },
    [CLINCH_TOUCH_VISIT] = { 6, 30, 120 },
    [CLINCH_TOUCH_CALL] = { 3, 14, 15 },
    [CLINCH_TOUCH_MESSAGE] = { 1, 7, 5 },
    [CLINCH_TOUCH_MAIL] = { 1, 7, 10 },
    [CLINCH_TOUCH_DOCUMENT] = { 2, 14, 10 },
    [CLINCH_TOUCH_FEEDBACK] = { 1, 7, 5 },
  },
  .reply_factor = 2,
  .warm = 10,
};

const ClinchRhythmRule clinch_rhythm_rule = { .factor = 2, .least_days = 10, .least_gaps = 2 };

static const char * const touch_codes[CLINCH_N_TOUCHES] = {
  [CLINCH_TOUCH_NOTE] = "note",
  [CLINCH_TOUCH_EXECUTIVE_MEETING] = "executive-meeting",
  [CLINCH_TOUCH_MEETING] = "meeting",
  [CLINCH_TOUCH_VISIT] = "visit",
  [CLINCH_TOUCH_CALL] = "call",
  [CLINCH_TOUCH_MESSAGE] = "message",
  [CLINCH_TOUCH_MAIL] = "mail",
  [CLINCH_TOUCH_DOCUMENT] = "document",
  [CLINCH_TOUCH_FEEDBACK] = "feedback",
};

ClinchTouch
clinch_touch_from_code (const char *code)
{
  return (ClinchTouch) clinch_code_find (touch_codes, CLINCH_N_TOUCHES, code);
}

/* Instants come from files and other devices: nothing about them is certain. */
static gint64
seconds_since (gint64 then,
               gint64 now)
{
  gint64 elapsed;

  if (then >= now)
    return 0;
  if (__builtin_sub_overflow (now, then, &elapsed))
    return G_MAXINT64;

  return elapsed;
}

int
clinch_days_since (gint64 then,
                   gint64 now)
{
  GTimeZone *zone = clinch_clock_timezone ();
  char from[CLINCH_DATE_SIZE];
  char to[CLINCH_DATE_SIZE];

  clinch_date_from_instant (then, zone, from);
  clinch_date_from_instant (now, zone, to);

  return MAX (clinch_date_days_between (from, to), 0);
}

int
clinch_engagement_of_event (const ClinchEngagementEvent *event,
                            const ClinchEngagementRates *rates,
                            gint64                       now)
{
  const ClinchTouchRate *rate = &rates->touches[event->touch];
  double age_days = (double) seconds_since (event->at, now) / DAY_SECONDS;
  double weight = rate->weight;

  if (event->from_customer || event->touch == CLINCH_TOUCH_FEEDBACK)
    weight *= rates->reply_factor;

  return (int) lround (100.0 * weight * exp2 (-age_days / MAX (rate->half_life_days, 1)));
}

int
clinch_engagement_warmth (gint64                       hundredths,
                          const ClinchEngagementRates *rates)
{
  double points = (double) hundredths / 100.0;

  return (int) lround (100.0 * (1.0 - exp2 (-points / MAX (rates->warm, 1))));
}

ClinchEngagement
clinch_engagement (const ClinchEngagementEvent *events,
                   gsize                        n_events,
                   const ClinchEngagementRates *rates,
                   gint64                       now)
{
  ClinchEngagement engagement = { 0, };

  for (gsize i = 0; i < n_events; i++)
    {
      int hundredths = clinch_engagement_of_event (&events[i], rates, now);

      engagement.hundredths += hundredths;
      engagement.n_events += hundredths > 0 ? 1 : 0;
    }

  engagement.warmth = clinch_engagement_warmth (engagement.hundredths, rates);

  return engagement;
}

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  int first = *(const int *) a;
  int second = *(const int *) b;

  return (first > second) - (first < second);
}

static int
median_of (GArray *numbers)
{
  guint middle = numbers->len / 2;
  gint64 upper;

  g_array_sort (numbers, compare_ints);
  upper = g_array_index (numbers, int, middle);
  if (numbers->len % 2 == 1)
    return (int) upper;

  return (int) clinch_divide_rounded (g_array_index (numbers, int, middle - 1) + upper, 2);
}

/* The days between contacts that lie apart; also says when the last one was. */
static GArray *
collect_gaps (const gint64 *contacts,
              gsize         n_contacts,
              gint64        now,
              gint64       *last_at)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GArray) sorted = g_array_new (FALSE, FALSE, sizeof (gint64));

  *last_at = 0;
  for (gsize i = 0; i < n_contacts; i++)
    {
      if (contacts[i] <= now)
        g_array_append_val (sorted, contacts[i]);
    }
  if (sorted->len == 0)
    return gaps;

  g_array_sort (sorted, compare_instants);
  *last_at = g_array_index (sorted, gint64, sorted->len - 1);
  for (guint i = 1; i < sorted->len; i++)
    {
      gint64 seconds = seconds_since (g_array_index (sorted, gint64, i - 1),
                                      g_array_index (sorted, gint64, i));
      int days = (int) MIN (clinch_divide_rounded (seconds, DAY_SECONDS), G_MAXINT);

      if (days > 0)
        g_array_append_val (gaps, days);
    }

  return gaps;
}

static int
first_cold_day (int                     gap_days,
                const ClinchRhythmRule *rule)
{
  gint64 allowed = (gint64) gap_days * rule->factor;

  return gap_days > 0 ? (int) CLAMP (allowed + 1, rule->least_days, G_MAXINT) : 0;
}

ClinchRhythm
clinch_rhythm (const gint64           *contacts,
               gsize                   n_contacts,
               int                     cadence_days,
               const ClinchRhythmRule *rule,
               gint64                  now)
{
  ClinchRhythm rhythm = { .silence_days = -1 };
  g_autoptr(GArray) gaps = collect_gaps (contacts, n_contacts, now, &rhythm.last_at);
  int wait_days;

  rhythm.own = gaps->len > 0 && gaps->len >= (guint) MAX (rule->least_gaps, 0);
  rhythm.gap_days = rhythm.own ? median_of (gaps) : MAX (cadence_days, 0);
  rhythm.limit_days = first_cold_day (rhythm.gap_days, rule);
  wait_days = cadence_days > 0 ? cadence_days : rhythm.gap_days;

  if (rhythm.last_at == 0)
    {
      rhythm.due_at = wait_days > 0 ? now : 0;
      return rhythm;
    }

  rhythm.silence_days = clinch_days_since (rhythm.last_at, now);
  rhythm.cold = rhythm.limit_days > 0 && rhythm.silence_days >= rhythm.limit_days;
  if (wait_days > 0)
    rhythm.due_at = rhythm.last_at + (gint64) wait_days * DAY_SECONDS;

  return rhythm;
}
