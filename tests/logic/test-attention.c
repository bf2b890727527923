// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-attention.h"

#include <glib.h>

#define DAY G_GINT64_CONSTANT (86400)
#define NOW G_GINT64_CONSTANT (1795395600)

static void
test_split (void)
{
  static const ClinchAttentionPoint points[] = {
    { 40, 0 }, { 10, 90 }, { 30, 60 }, { 20, 5 }, { 70, 7 },
  };
  static const ClinchAttentionPoint huge[] = { { G_MAXINT64, G_MININT64 }, { G_MAXINT64, 0 } };

  /* 10 20 30 40 70 and 0 5 7 60 90. */
  g_assert_cmpint (clinch_attention_split (points, 5).value, ==, 30);
  g_assert_cmpint (clinch_attention_split (points, 5).attention, ==, 7);
  /* Without the last: (20 + 30) ÷ 2 = 25 and (5 + 60) ÷ 2 = 32.5, cut. */
  g_assert_cmpint (clinch_attention_split (points, 4).value, ==, 25);
  g_assert_cmpint (clinch_attention_split (points, 4).attention, ==, 32);
  g_assert_cmpint (clinch_attention_split (NULL, 0).value, ==, 0);
  g_assert_cmpint (clinch_attention_split (huge, 2).value, ==, G_MAXINT64);
}

static const struct
{
  gint64      value;
  gint64      attention;
  const char *code;
} quadrant_cases[] = {
  { 30, 7, "care" },
  { 90, 90, "care" },
  { 30, 6, "neglected" },
  { 29, 7, "costly" },
  { 29, 6, "light" },
  { 0, 0, "light" },
};

static void
test_quadrant (void)
{
  static const ClinchAttentionPoint split = { 30, 7 };
  static const ClinchAttentionPoint idle = { 0, 0 };
  static const ClinchAttentionPoint nothing = { 0, 0 };
  static const ClinchAttentionPoint something = { 1, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (quadrant_cases); i++)
    {
      ClinchAttentionPoint point = { quadrant_cases[i].value, quadrant_cases[i].attention };

      g_test_message ("case %d", (int) i);
      g_assert_cmpstr (clinch_quadrant_code (clinch_attention_quadrant (&point, &split)), ==,
                       quadrant_cases[i].code);
    }

  /* Where most were given nothing, the median is 0, and nothing is still not much. */
  g_assert_cmpint (clinch_attention_quadrant (&nothing, &idle), ==, CLINCH_QUADRANT_LIGHT);
  g_assert_cmpint (clinch_attention_quadrant (&something, &idle), ==, CLINCH_QUADRANT_NEGLECTED);
}

static void
test_minutes (void)
{
  g_assert_cmpint (clinch_attention_minutes (CLINCH_TOUCH_VISIT, 0, &clinch_engagement_rates), ==,
                   120);
  g_assert_cmpint (clinch_attention_minutes (CLINCH_TOUCH_CALL, -3, &clinch_engagement_rates), ==,
                   15);
  g_assert_cmpint (clinch_attention_minutes (CLINCH_TOUCH_CALL, 45, &clinch_engagement_rates), ==,
                   45);
  g_assert_cmpint (clinch_attention_minutes (CLINCH_TOUCH_NOTE, 0, &clinch_engagement_rates), ==,
                   0);
}

typedef struct
{
  int                  n;
  ClinchAttentionGroup groups[4];
  int                  gaps[4];
  gboolean             warn[4];
  int                  allocation;
} GapCase;

static const GapCase gap_cases[] = {
  /* Touches 10, 30, 20, 40 of 100; value 50, 30, 15, 5 of 100. Common: 10 + 30 + 15 + 5 = 60. */
  { 4, { { 10, 5000 }, { 30, 3000 }, { 20, 1500 }, { 40, 500 } },
    { -40, 0, 5, 35 }, { TRUE, FALSE, FALSE, TRUE }, 60 },
  /* 15 points are still allowed, 16 are not. */
  { 2, { { 65, 50 }, { 35, 50 } }, { 15, -15 }, { FALSE, FALSE }, 85 },
  { 2, { { 66, 50 }, { 34, 50 } }, { 16, -16 }, { TRUE, TRUE }, 84 },
  /* 1 of 3 and 2 of 3: 33 and 67, against 67 and 33. Common: 1/3 + 1/3. */
  { 2, { { 1, 2 }, { 2, 1 } }, { -34, 34 }, { TRUE, TRUE }, 67 },
  { 2, { { 7, 70 }, { 3, 30 } }, { 0, 0 }, { FALSE, FALSE }, 100 },
  { 2, { { 10, 0 }, { 0, 10 } }, { 100, -100 }, { TRUE, TRUE }, 0 },
  /* Nothing to compare. */
  { 2, { { 0, 70 }, { 0, 30 } }, { 0, 0 }, { FALSE, FALSE }, -1 },
  { 2, { { 10, 0 }, { 90, 0 } }, { 0, 0 }, { FALSE, FALSE }, -1 },
  { 0, { { 0 } }, { 0 }, { 0 }, -1 },
  /* A correction below zero is no value. */
  { 2, { { 10, -50 }, { 10, 50 } }, { 50, -50 }, { TRUE, TRUE }, 50 },
};

static void
test_gap (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gap_cases); i++)
    {
      const GapCase *c = &gap_cases[i];
      ClinchAttentionGap gaps[4];

      clinch_attention_gap (c->groups, (gsize) c->n, CLINCH_ATTENTION_GAP_POINTS, gaps);
      g_test_message ("case %d", (int) i);
      for (int j = 0; j < c->n; j++)
        {
          g_assert_cmpint (gaps[j].gap, ==, c->gaps[j]);
          g_assert_cmpint (gaps[j].warn, ==, c->warn[j]);
        }
      g_assert_cmpint (clinch_attention_allocation (c->groups, (gsize) c->n), ==, c->allocation);
    }
}

static void
test_untouched (void)
{
  gint64 begun = NOW - 100 * DAY;

  g_assert_cmpint (clinch_attention_untouched_days (NOW - 14 * DAY, begun, 14, NOW), ==, 14);
  g_assert_cmpint (clinch_attention_untouched_days (NOW - 13 * DAY, begun, 14, NOW), ==, 0);
  g_assert_cmpint (clinch_attention_untouched_days (NOW - 90 * DAY, begun, 0, NOW), ==, 0);
  /* Never touched counts from the day it was added. */
  g_assert_cmpint (clinch_attention_untouched_days (0, begun, 14, NOW), ==, 100);
  g_assert_cmpint (clinch_attention_untouched_days (0, NOW - DAY, 14, NOW), ==, 0);
}

static void
test_quality (void)
{
  static const ClinchProfileState states[] = { { 80, 9, 2 }, { 25, 3, 1 }, { 0, 0, 0 } };
  ClinchProfileQuality quality = clinch_profile_quality (states, 3);

  /* (80 + 25 + 0) ÷ 3 = 35; 9 of 12 values are fresh. */
  g_assert_cmpint (quality.completeness, ==, 35);
  g_assert_cmpint (quality.fresh, ==, 75);
  g_assert_cmpint (quality.n_customers, ==, 3);
  g_assert_cmpint (quality.n_thin, ==, 2);

  quality = clinch_profile_quality (&states[2], 1);
  g_assert_cmpint (quality.completeness, ==, 0);
  g_assert_cmpint (quality.fresh, ==, -1);
  quality = clinch_profile_quality (NULL, 0);
  g_assert_cmpint (quality.completeness, ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attention/split", test_split);
  g_test_add_func ("/attention/quadrant", test_quadrant);
  g_test_add_func ("/attention/minutes", test_minutes);
  g_test_add_func ("/attention/gap", test_gap);
  g_test_add_func ("/attention/untouched", test_untouched);
  g_test_add_func ("/attention/quality", test_quality);

  return g_test_run ();
}
