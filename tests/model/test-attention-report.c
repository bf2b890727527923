// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-attention-report.h"
#include "clinch-test-store.h"

/* 2026-11-22 08:00 in Shanghai. */
#define NOW 1795305600
#define DAY (24 * 60 * 60)

/* Four customers, one for each corner, and one in another currency. The medians are a priority of
 * 40 and 60 minutes. */
static const struct
{
  const char *name;
  const char *grade;
  const char *currency;
  int priority;
  gint64 open_value;
  int n_visits;
  int minutes; /* of each */
  ClinchQuadrant quadrant;
} cases[] = {
  { "Care", "S", "CNY", 9000, 40000, 2, 60, CLINCH_QUADRANT_CARE },
  { "Neglected", "A", "CNY", 8000, 50000, 1, 20, CLINCH_QUADRANT_NEGLECTED },
  { "Median", "A", "USD", 4000, 99999, 1, 60, CLINCH_QUADRANT_CARE },
  { "Costly", "C", "CNY", 1000, 10000, 6, 50, CLINCH_QUADRANT_COSTLY },
  { "Light", "C", "CNY", 500, 0, 0, 0, CLINCH_QUADRANT_LIGHT },
};

static void
add_follow_up (ClinchTestStore *test,
               gint64           customer_id,
               const char      *type,
               gint64           at,
               int              minutes)
{
  g_autoptr(GError) error = NULL;

  clinch_db_run (test->db, &error,
                 "INSERT INTO follow_up (uid, created_at, text, type, happened_at, customer_id,"
                 " author_id, duration) VALUES (randomblob (16), 1, 'x', ?, ?, ?, 1, ?)",
                 "siii", type, at, customer_id, (gint64) minutes);
  g_assert_no_error (error);
}

static ClinchTestStore *
make_store (void)
{
  ClinchTestStore *test = clinch_test_store_new ("en");
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      clinch_db_run (test->db, &error,
                     "INSERT INTO customer (id, uid, created_at, name, name_key, company_key,"
                     " owner_id, grade, currency, priority, open_value, filled, completeness)"
                     " VALUES (?, randomblob (16), 1, ?, '', '', 1, ?, ?, ?, ?, 4, 50)",
                     "isssii", (gint64) i + 1, cases[i].name, cases[i].grade, cases[i].currency,
                     (gint64) cases[i].priority, cases[i].open_value);
      g_assert_no_error (error);
      for (int j = 0; j < cases[i].n_visits; j++)
        add_follow_up (test, i + 1, "visit", NOW - j * DAY, cases[i].minutes);
    }

  return test;
}

static ClinchAttentionReport *
load (ClinchTestStore *test)
{
  g_autoptr(GError) error = NULL;
  ClinchAttentionReport *report = clinch_attention_report_load (test->db, "CNY", NOW, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_corners (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  g_autoptr(ClinchAttentionReport) report = load (test);

  g_assert_cmpuint (report->customers->len, ==, G_N_ELEMENTS (cases));
  g_assert_cmpint (report->split.value, ==, 4000);
  g_assert_cmpint (report->split.attention, ==, 60);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ClinchAttentionCustomer *customer = report->customers->pdata[i];

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (customer->name, ==, cases[i].name);
      g_assert_cmpint (customer->touches, ==, cases[i].n_visits);
      g_assert_cmpint (customer->point.attention, ==, cases[i].n_visits * cases[i].minutes);
      g_assert_cmpint (customer->quadrant, ==, cases[i].quadrant);
    }
  g_assert_cmpint (report->n_corner[CLINCH_QUADRANT_CARE], ==, 2);
  g_assert_cmpint (report->n_corner[CLINCH_QUADRANT_NEGLECTED], ==, 1);
}

/* In yuan touches S 2, A 1, C 6 of 9, open value S 40, A 50, C 10 of 100; the customer in dollars
 * is in neither. */
static void
test_shares (void)
{
  static const struct
  {
    const char *name;
    int touches;
    int value;
    int gap;
    int neglected;
  } expected[] = {
    { "S", 22, 40, -18, 0 },
    { "A", 11, 50, -39, 1 },
    { "C", 67, 10, 57, 0 },
  };
  g_autoptr(ClinchTestStore) test = make_store ();
  g_autoptr(ClinchAttentionReport) report = load (test);
  const ClinchAttentionShare *owner;

  g_assert_cmpuint (report->by_grade->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ClinchAttentionShare *share = report->by_grade->pdata[i];

      g_assert_cmpstr (share->name, ==, expected[i].name);
      g_assert_cmpint (share->gap.touch_share, ==, expected[i].touches);
      g_assert_cmpint (share->gap.value_share, ==, expected[i].value);
      g_assert_cmpint (share->gap.gap, ==, expected[i].gap);
      g_assert_true (share->gap.warn);
      g_assert_cmpint (share->n_neglected, ==, expected[i].neglected);
    }

  /* Customer by customer min (22.2, 40) + min (11.1, 50) + min (66.7, 10) + 0. */
  g_assert_cmpint (report->allocation, ==, 43);
  g_assert_cmpuint (report->n_foreign, ==, 1);

  g_assert_cmpuint (report->by_owner->len, ==, 1);
  owner = report->by_owner->pdata[0];
  g_assert_cmpint (owner->gap.gap, ==, 0);
  g_assert_cmpint (owner->quality.n_customers, ==, 5);
  g_assert_cmpint (owner->quality.completeness, ==, 50);
}

/* A note to oneself is no attention, and neither is what is too long ago or still to come. */
static void
test_what_counts (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  g_autoptr(ClinchAttentionReport) report = NULL;
  const ClinchAttentionCustomer *light;

  add_follow_up (test, 5, "note", NOW - DAY, 30);
  add_follow_up (test, 5, "visit", NOW - 91 * DAY, 30);
  add_follow_up (test, 5, "visit", NOW + DAY, 30);
  add_follow_up (test, 5, "call", NOW - 89 * DAY, 30);
  report = load (test);
  light = report->customers->pdata[4];
  g_assert_cmpint (light->touches, ==, 1);
  g_assert_cmpint (light->point.attention, ==, 30);
}

static void
test_empty (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchAttentionReport) report = load (test);

  g_assert_cmpuint (report->customers->len, ==, 0);
  g_assert_cmpint (report->allocation, ==, -1);
  g_assert_cmpint (report->quality.completeness, ==, -1);
  g_assert_cmpuint (report->by_owner->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attention-report/corners", test_corners);
  g_test_add_func ("/attention-report/shares", test_shares);
  g_test_add_func ("/attention-report/what-counts", test_what_counts);
  g_test_add_func ("/attention-report/empty", test_empty);

  return g_test_run ();
}
