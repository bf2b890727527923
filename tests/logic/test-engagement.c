// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-engagement.h"

#include <glib.h>

#define DAY G_GINT64_CONSTANT (86400)
#define NOW G_GINT64_CONSTANT (1795395600)
#define MAX_CONTACTS 8

static const struct
{
  ClinchTouch touch;
  gint64      age;
  gboolean    from_customer;
  int         hundredths;
} event_cases[] = {
  { CLINCH_TOUCH_EXECUTIVE_MEETING, 0, FALSE, 1000 },
  { CLINCH_TOUCH_EXECUTIVE_MEETING, 60 * DAY, FALSE, 500 },
  { CLINCH_TOUCH_EXECUTIVE_MEETING, 120 * DAY, FALSE, 250 },
  /* 6 × 2^(−15 ÷ 30) = 6 × 0.70711 = 4.243; 6 × 2^(−7 ÷ 30) = 6 × 0.85066 = 5.104. */
  { CLINCH_TOUCH_MEETING, 15 * DAY, FALSE, 424 },
  { CLINCH_TOUCH_VISIT, 7 * DAY, FALSE, 510 },
  { CLINCH_TOUCH_VISIT, 30 * DAY, FALSE, 300 },
  { CLINCH_TOUCH_CALL, 14 * DAY, FALSE, 150 },
  { CLINCH_TOUCH_CALL, 14 * DAY, TRUE, 300 },
  /* Half a day: 1 × 2^(−0.5 ÷ 7) = 0.95169. */
  { CLINCH_TOUCH_MESSAGE, DAY / 2, FALSE, 95 },
  { CLINCH_TOUCH_MAIL, 7 * DAY, FALSE, 50 },
  { CLINCH_TOUCH_MAIL, 7 * DAY, TRUE, 100 },
  { CLINCH_TOUCH_DOCUMENT, 28 * DAY, FALSE, 50 },
  /* Feedback is the customer's by its nature, and not doubled twice. */
  { CLINCH_TOUCH_FEEDBACK, 0, FALSE, 200 },
  { CLINCH_TOUCH_FEEDBACK, 0, TRUE, 200 },
  { CLINCH_TOUCH_NOTE, 0, TRUE, 0 },
  /* A device whose clock runs ahead; nonsense from a file. */
  { CLINCH_TOUCH_CALL, -5 * DAY, FALSE, 300 },
  { CLINCH_TOUCH_EXECUTIVE_MEETING, G_MAXINT64, FALSE, 0 },
};

static void
test_event (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (event_cases); i++)
    {
      ClinchEngagementEvent event = { NOW - event_cases[i].age, event_cases[i].touch,
                                      event_cases[i].from_customer };

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_engagement_of_event (&event, &clinch_engagement_rates, NOW), ==,
                       event_cases[i].hundredths);
    }
}

static void
test_sum (void)
{
  static const ClinchEngagementEvent events[] = {
    { NOW - 30 * DAY, CLINCH_TOUCH_VISIT, FALSE },
    { NOW - 14 * DAY, CLINCH_TOUCH_CALL, FALSE },
    { NOW - 7 * DAY, CLINCH_TOUCH_MESSAGE, TRUE },
    { NOW - DAY, CLINCH_TOUCH_NOTE, FALSE },
  };
  ClinchEngagement engagement = clinch_engagement (events, G_N_ELEMENTS (events),
                                                   &clinch_engagement_rates, NOW);

  /* 3 + 1.5 + 1 = 5.5; 100 × (1 − 2^(−0.55)) = 100 × (1 − 0.68302) = 31.7. */
  g_assert_cmpint (engagement.hundredths, ==, 550);
  g_assert_cmpint (engagement.n_events, ==, 3);
  g_assert_cmpint (engagement.warmth, ==, 32);

  engagement = clinch_engagement (NULL, 0, &clinch_engagement_rates, NOW);
  g_assert_cmpint (engagement.hundredths, ==, 0);
  g_assert_cmpint (engagement.warmth, ==, 0);
}

static void
test_warmth (void)
{
  static const int warmths[] = { 0, 50, 75, 88, 94, 97 };
  ClinchEngagementEvent events[200];

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (ClinchEngagementEvent) { NOW, CLINCH_TOUCH_EXECUTIVE_MEETING, FALSE };

  /* Each meeting of 10 points halves what is missing: 50, 75, 87.5, 93.75, 96.875. */
  for (gsize n = 0; n < G_N_ELEMENTS (warmths); n++)
    g_assert_cmpint (clinch_engagement (events, n, &clinch_engagement_rates, NOW).warmth, ==,
                     warmths[n]);
  g_assert_cmpint (clinch_engagement (events, 200, &clinch_engagement_rates, NOW).warmth, ==, 100);
}

/* A meeting makes a person an active contact for a week, not for a fortnight. */
static void
test_active (void)
{
  ClinchEngagementEvent week = { NOW - 7 * DAY, CLINCH_TOUCH_MEETING, FALSE };
  ClinchEngagementEvent fortnight = { NOW - 14 * DAY, CLINCH_TOUCH_MEETING, FALSE };

  /* 1 − 2^(−0.510) = 0.298 rounds to 30: not more than 30. A day earlier 5.224: 30.4. */
  g_assert_cmpint (clinch_engagement (&week, 1, &clinch_engagement_rates, NOW).warmth, ==, 30);
  week.at += 2 * DAY;
  g_assert_cmpint (clinch_engagement (&week, 1, &clinch_engagement_rates, NOW).warmth, >,
                   CLINCH_ACTIVE_WARMTH);
  g_assert_cmpint (clinch_engagement (&fortnight, 1, &clinch_engagement_rates, NOW).warmth, <,
                   CLINCH_ACTIVE_WARMTH);
}

static const struct
{
  const char *code;
  ClinchTouch touch;
} codes[] = {
  { "visit", CLINCH_TOUCH_VISIT },
  { "call", CLINCH_TOUCH_CALL },
  { "meeting", CLINCH_TOUCH_MEETING },
  { "message", CLINCH_TOUCH_MESSAGE },
  { "mail", CLINCH_TOUCH_MAIL },
  { "feedback", CLINCH_TOUCH_FEEDBACK },
  { "note", CLINCH_TOUCH_NOTE },
  { "document", CLINCH_TOUCH_DOCUMENT },
  { "executive-meeting", CLINCH_TOUCH_EXECUTIVE_MEETING },
  { "dinner", CLINCH_TOUCH_NOTE },
  { NULL, CLINCH_TOUCH_NOTE },
};

static void
test_codes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint (clinch_touch_from_code (codes[i].code), ==, codes[i].touch);
}

typedef struct
{
  int      n;
  int      days_ago[MAX_CONTACTS];
  int      cadence;
  int      gap;
  gboolean own;
  int      silence;
  int      limit;
  gboolean cold;
  int      due_in; /* days from the last contact */
} RhythmCase;

static const RhythmCase rhythm_cases[] = {
  /* Gaps 6, 8, 10: median 8. Cold from 2 × 8 + 1 = 17 days on. */
  { 4, { 40, 34, 26, 16 }, 0, 8, TRUE, 16, 17, FALSE, 8 },
  { 4, { 41, 35, 27, 17 }, 0, 8, TRUE, 17, 17, TRUE, 8 },
  /* Gaps 2, 3: median 2.5 rounds to 3, 2 × 3 + 1 = 7, but 10 at least. In any order. */
  { 3, { 9, 14, 12 }, 0, 3, TRUE, 9, 10, FALSE, 3 },
  { 3, { 10, 15, 13 }, 0, 3, TRUE, 10, 10, TRUE, 3 },
  /* One gap is no rhythm: the cadence stands for it, or nothing does. */
  { 2, { 50, 45 }, 0, 0, FALSE, 45, 0, FALSE, 0 },
  { 2, { 50, 45 }, 14, 14, FALSE, 45, 29, TRUE, 14 },
  { 2, { 40, 28 }, 14, 14, FALSE, 28, 29, FALSE, 14 },
  /* The own rhythm says what is cold, the cadence when the next contact is due. */
  { 4, { 41, 35, 27, 17 }, 30, 8, TRUE, 17, 17, TRUE, 30 },
  /* Never met: not cold, but due. */
  { 0, { 0 }, 30, 30, FALSE, -1, 61, FALSE, 0 },
  { 0, { 0 }, 0, 0, FALSE, -1, 0, FALSE, 0 },
  /* Two contacts on one day are one; what is planned is none. */
  { 5, { 20, 20, 13, 6, -4 }, 0, 7, TRUE, 6, 15, FALSE, 7 },
};

static void
test_rhythm (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rhythm_cases); i++)
    {
      const RhythmCase *c = &rhythm_cases[i];
      gint64 contacts[MAX_CONTACTS];
      ClinchRhythm rhythm;

      for (int j = 0; j < c->n; j++)
        contacts[j] = NOW - c->days_ago[j] * DAY;
      rhythm = clinch_rhythm (contacts, (gsize) c->n, c->cadence, &clinch_rhythm_rule, NOW);

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (rhythm.gap_days, ==, c->gap);
      g_assert_cmpint (rhythm.own, ==, c->own);
      g_assert_cmpint (rhythm.silence_days, ==, c->silence);
      g_assert_cmpint (rhythm.limit_days, ==, c->limit);
      g_assert_cmpint (rhythm.cold, ==, c->cold);
      if (c->silence >= 0)
        g_assert_cmpint (rhythm.last_at, ==, NOW - c->silence * DAY);
      if (c->silence >= 0 && c->due_in > 0)
        g_assert_cmpint (rhythm.due_at, ==, NOW + (c->due_in - c->silence) * DAY);
      else
        g_assert_cmpint (rhythm.due_at, ==, c->cadence > 0 ? NOW : 0);
    }
}

static void
test_nonsense (void)
{
  static const gint64 contacts[] = { G_MININT64, G_MAXINT64, 1, 0, NOW };
  ClinchRhythm rhythm = clinch_rhythm (contacts, G_N_ELEMENTS (contacts), G_MAXINT,
                                       &clinch_rhythm_rule, NOW);

  g_assert_cmpint (rhythm.silence_days, ==, 0);
  g_assert_false (rhythm.cold);
  g_assert_cmpint (clinch_days_since (G_MAXINT64, G_MININT64), ==, 0);
}

/* NOW is nine in the morning in Shanghai, where the tests are. */
static void
test_days_since (void)
{
  static const struct { int hours; int days; } cases[] = {
    { -1, 0 }, { 0, 0 }, { 9, 0 }, { 10, 1 }, { 24, 1 }, { 33, 1 }, { 34, 2 }, { 45 * 24 + 9, 45 },
    { 45 * 24 + 10, 46 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (clinch_days_since (NOW - cases[i].hours * G_GINT64_CONSTANT (3600), NOW), ==,
                     cases[i].days);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engagement/event", test_event);
  g_test_add_func ("/engagement/sum", test_sum);
  g_test_add_func ("/engagement/warmth", test_warmth);
  g_test_add_func ("/engagement/active", test_active);
  g_test_add_func ("/engagement/codes", test_codes);
  g_test_add_func ("/engagement/rhythm", test_rhythm);
  g_test_add_func ("/engagement/nonsense", test_nonsense);
  g_test_add_func ("/engagement/days-since", test_days_since);

  return g_test_run ();
}
