// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-reason.h"

#define TODAY "2026-11-23"

typedef struct
{
  ClinchReason reason;
  int pressing;
} Case;

/* Worked out by hand: weight × (100 + lateness) × (100 + priority) ÷ 10000. */
static void
test_pressing (void)
{
  static const Case cases[] = {
    /* 40 × 100 × 100: due today, of no priority */
    { { CLINCH_REASON_TOUCH, 1, 0, "2026-11-23", 20 }, 40 },
    /* 10 of 20 days late: 40 × 150 × 180 */
    { { CLINCH_REASON_TOUCH, 1, 80, "2026-11-13", 20 }, 108 },
    /* three months late where two weeks are usual is no more than twice: 40 × 300 × 200 */
    { { CLINCH_REASON_TOUCH, 1, 100, "2026-08-23", 14 }, 240 },
    /* 3 of 28 days are 10 percent: 40 × 110 × 150 */
    { { CLINCH_REASON_TOUCH, 1, 50, "2026-11-20", 28 }, 66 },
    /* due in a week is not late: 35 × 100 × 150 is 52.5 */
    { { CLINCH_REASON_OBJECTIVE, 1, 50, "2026-11-30", 0 }, 52 },
    /* 15 of 30 days: 35 × 150 × 150 is 78.75 */
    { { CLINCH_REASON_OBJECTIVE, 1, 50, "2026-11-08", 0 }, 78 },
    { { CLINCH_REASON_RECHECK, 1, 0, "2026-10-24", 0 }, 60 },
    { { CLINCH_REASON_MATERIAL, 1, 0, "2026-11-23", 0 }, 25 },
    /* 25 × 100 × 180, however old it is */
    { { CLINCH_REASON_MATERIAL, 1, 80, "2026-09-23", 0 }, 45 },
    /* a birthday in a week, in two days (5 of 7 are 71 percent), and on the day: 30 × 100 × 150,
     * 30 × 171 × 150 is 76.95, 30 × 200 × 150 */
    { { CLINCH_REASON_BIRTHDAY, 1, 50, "2026-11-30", 0, 7 }, 45 },
    { { CLINCH_REASON_BIRTHDAY, 1, 50, "2026-11-25", 0, 7 }, 76 },
    { { CLINCH_REASON_BIRTHDAY, 1, 50, "2026-11-23", 0, 7 }, 90 },
    /* a year is more than enough: 20 × 300 × 120 */
    { { CLINCH_REASON_STALE, 1, 20, "2025-11-23", 0 }, 72 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_reason_pressing (&cases[i].reason, TODAY), ==, cases[i].pressing);
    }
}

static void
test_rank (void)
{
  static const ClinchReason reasons[] = {
    { CLINCH_REASON_STALE, 1, 0, "2026-11-23", 0 },     /* 20 */
    { CLINCH_REASON_TOUCH, 2, 0, "2026-11-23", 20 },    /* 40, like the next, which has held for longer: 40 × 100 */
    { CLINCH_REASON_TOUCH, 3, 0, "2026-11-22", 200 },   /* 40: a day of 200 is no percent */
    { CLINCH_REASON_TOUCH, 1, 0, "2026-11-13", 20 },    /* 60 */
    { CLINCH_REASON_TOUCH, 1, 0, "2026-11-18", 20 },    /* 50: the same customer, less pressing */
    { CLINCH_REASON_MATERIAL, 2, 0, "2026-11-23", 0 },  /* 25 */
    { CLINCH_REASON_TOUCH, 4, 0, "2026-11-23", 20 },    /* 40, a higher key */
  };
  static const guint expected[] = { 3, 2, 1, 6, 5, 0 };
  g_autoptr(GArray) places = clinch_reasons_rank (reasons, G_N_ELEMENTS (reasons), TODAY);

  g_assert_cmpmem (places->data, places->len * sizeof (guint), expected, sizeof expected);
}

/* Each person has their own birthday, which is no reason twice. */
static void
test_birthdays (void)
{
  static const ClinchReason reasons[] = {
    { CLINCH_REASON_BIRTHDAY, 1, 0, "2026-11-27", 0, 11 },
    { CLINCH_REASON_BIRTHDAY, 1, 0, "2026-11-24", 0, 12 },
    { CLINCH_REASON_BIRTHDAY, 1, 0, "2026-11-24", 0, 12 },
    { CLINCH_REASON_BIRTHDAY, 2, 0, "2026-11-23", 0, 13 },
  };
  static const guint expected[] = { 3, 1, 0 };
  g_autoptr(GArray) places = clinch_reasons_rank (reasons, G_N_ELEMENTS (reasons), TODAY);

  g_assert_cmpmem (places->data, places->len * sizeof (guint), expected, sizeof expected);
}

static void
test_none (void)
{
  g_autoptr(GArray) places = clinch_reasons_rank (NULL, 0, TODAY);

  g_assert_cmpuint (places->len, ==, 0);
}

static void
test_codes (void)
{
  static const char *const codes[] = { "touch", "objective", "recheck", "material", "stale",
                                       "birthday" };

  for (int i = 0; i < CLINCH_N_REASONS; i++)
    g_assert_cmpstr (clinch_reason_code (i), ==, codes[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reason/pressing", test_pressing);
  g_test_add_func ("/reason/rank", test_rank);
  g_test_add_func ("/reason/birthdays", test_birthdays);
  g_test_add_func ("/reason/none", test_none);
  g_test_add_func ("/reason/codes", test_codes);

  return g_test_run ();
}
