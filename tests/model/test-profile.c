// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-check.h"
#include "clinch-log.h"
#include "clinch-test-profile.h"

#include <string.h>

#define FIGURES \
  "SELECT id || ' ' || score || ' ' || completeness || ' ' || priority || ' '" \
  " || ifnull (grade, '-') FROM customer ORDER BY id"

/* Noon of the 23rd of November 2026 in Shanghai. */
#define NOW "1795406400"

static gint64
set_tag (ClinchTestStore *test,
         const char      *dimension,
         const char      *tag)
{
  return clinch_test_profile_set (test, 1, dimension, tag, "2026-11-20");
}

static void
assert_figures (ClinchTestStore *test,
                const char      *expected)
{
  g_autofree char *figures = NULL;

  figures = clinch_test_store_text (test,
                                    "SELECT printf ('%%d %%d%%%% %%d %%s/%%s', score, completeness,"
                                    " filled, ifnull (grade, '-'), ifnull (auto_grade, '-'))"
                                    " FROM customer WHERE id = 1");
  g_assert_cmpstr (figures, ==, expected);
}

static gint64
last_step (ClinchTestStore *test)
{
  return clinch_test_store_int (test, "SELECT max (id) FROM step");
}

static void
undo (ClinchTestStore *test,
      gint64           step)
{
  ClinchTxn *txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;

  clinch_log_undo (txn, step, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
}

/* Six dimensions of 10 + 12 + 12 + 8 + 6 + 6 + 6 = 60 of 100. */
static void
fill_profile (ClinchTestStore *test)
{
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "employees=1200",
                                                      NULL));
  set_tag (test, "budget", "approved");
  set_tag (test, "need", "urgent");
  set_tag (test, "industry", "automation");
  set_tag (test, "cycle", "quarter");
  set_tag (test, "process", "direct");
  set_tag (test, "rivals", "alone");
}

static void
test_profile_grade (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autofree char *cause = NULL;
  gint64 tag;

  /* Nothing is known, which is no score of 0. */
  assert_figures (test, "0 0% 0 -/-");

  /* 1,000 to 4,999 people are worth 80; with three dimensions or less there is no grade. */
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "employees=1200",
                                                      NULL));
  assert_figures (test, "80 10% 1 -/-");

  /* (80 × 10 + 100 × 12 + 100 × 12) ÷ 34 = 94.1 */
  set_tag (test, "budget", "approved");
  set_tag (test, "need", "urgent");
  assert_figures (test, "94 34% 3 -/-");

  /* (3200 + 90 × 8 + 100 × 6 + 100 × 6) ÷ 54 = 94.8; 54 % do not reach 60. */
  set_tag (test, "industry", "automation");
  set_tag (test, "cycle", "quarter");
  set_tag (test, "process", "direct");
  assert_figures (test, "95 54% 6 B/B");

  /* (5120 + 600) ÷ 60 = 95.3, and now it does. */
  tag = set_tag (test, "rivals", "alone");
  assert_figures (test, "95 60% 7 S/S");
  cause = clinch_test_store_text (test, "SELECT before || after FROM change"
                                        " WHERE step_id = %d AND kind = %d", (int) last_step (test),
                                  CLINCH_KIND_CUSTOMER);
  g_assert_cmpstr (cause, ==, "{\"grade\":\"B\",\"auto_grade\":\"B\"}"
                              "{\"grade\":\"S\",\"auto_grade\":\"S\"}");

  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER_TAG, tag);
  assert_figures (test, "95 54% 6 B/B");
  undo (test, last_step (test));
  assert_figures (test, "95 60% 7 S/S");
  clinch_test_assert_sound (test->db);
}

/* A tag of the same dimension that was set later counts alone, but where several may be set, the
 * mean of all. */
static void
test_profile_tags (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();

  set_tag (test, "budget", "approved");
  set_tag (test, "budget", "talked");
  assert_figures (test, "25 12% 1 -/-");
  /* Benchmark 100 and reference 55: (100 + 55) ÷ 2 = 77.5 and rounded 78;
   * (25 × 12 + 78 × 4) ÷ 16 = 38.25. */
  set_tag (test, "strategy", "benchmark");
  set_tag (test, "strategy", "reference");
  assert_figures (test, "38 16% 2 -/-");
}

/* What somebody set by hand is never taken away; the profile says its own beside it. */
static void
test_profile_by_hand (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();

  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=A", NULL));
  assert_figures (test, "0 0% 0 A/-");
  set_tag (test, "budget", "none");
  set_tag (test, "need", "none");
  set_tag (test, "rivals", "taken");
  set_tag (test, "cycle", "quarter");
  /* 100 × 6 ÷ 36 = 16.7 */
  assert_figures (test, "17 36% 4 A/C");
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER,
                                                      "grade-reason=总部标杆", NULL));
  set_tag (test, "need", "urgent");
  /* (1200 + 600) ÷ 36 = 50 */
  assert_figures (test, "50 36% 4 A/B");

  /* An empty grade is the profile's again. */
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=",
                                                      "grade-reason=", NULL));
  assert_figures (test, "50 36% 4 B/B");
  set_tag (test, "need", "none");
  assert_figures (test, "17 36% 4 C/C");
}

/* Rules are data: a weight regrades all customers in its own step, and undo brings all back. */
static void
test_profile_rules (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  int size = clinch_test_store_int (test, "SELECT id FROM dimension WHERE code = 'size'");
  gint64 step;

  fill_profile (test);
  assert_figures (test, "95 60% 7 S/S");
  /* Of 130 now: (5720 + 30 × 80) ÷ 90 = 90.2 and 69 %. */
  clinch_test_store_update (test, size, clinch_test_row (CLINCH_KIND_DIMENSION, "weight=40", NULL));
  step = last_step (test);
  assert_figures (test, "90 69% 7 S/S");
  /* Without it: (5720 − 800) ÷ 50 = 98.4, and 50 of 90 are 56 %. */
  clinch_test_store_update (test, size, clinch_test_row (CLINCH_KIND_DIMENSION, "retired=yes",
                                                         NULL));
  assert_figures (test, "98 56% 6 B/B");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM profile_value"), ==, 6);
  undo (test, last_step (test));
  undo (test, step);
  assert_figures (test, "95 60% 7 S/S");
  clinch_test_store_update (test, clinch_test_store_int (test, "SELECT id FROM grade_rule"
                                                               " WHERE grade = 'S'"),
                            clinch_test_row (CLINCH_KIND_GRADE_RULE, "least-score=96", NULL));
  assert_figures (test, "95 60% 7 A/A");
  clinch_test_assert_sound (test->db);
}

/* What is computed follows from talks, people and orders. */
static void
test_profile_computed (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autofree char *values = NULL;
  int won = clinch_test_store_stage (test, "won");
  g_autofree char *stage = g_strdup_printf ("stage=%d", won);

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=王总", "customer=1",
                                                   "level=executive", "department=采购部", NULL));
  /* A visit at somebody who leads, today: 10 points, which is a warmth of 50; of three people
   * that are wanted one is there: 50 ÷ 3. */
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=拜访", "type=visit",
                                                   "customer=1", "contact=1", "happened=" NOW,
                                                   NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=一期",
                                                   "customer=1", stage, "amount=100000",
                                                   "closed-date=2026-06-01", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=零期",
                                                   "customer=1", stage, "amount=80000",
                                                   "closed-date=2025-06-01", NULL));
  /* Chain: the department and the executives are reached. Growth: 50 × 1000 ÷ 800 = 62.5. Orders:
   * there is nobody to compare with. */
  values = clinch_test_store_text (test, "SELECT d.code || '=' || v.value FROM profile_value AS v"
                                         " JOIN dimension AS d ON d.id = v.dimension_id"
                                         " ORDER BY d.position");
  g_assert_cmpstr (values, ==, "history=50\nchain=100\ncontacts=17\ngrowth=63");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT last_contact_at FROM customer"), ==,
                   g_ascii_strtoll (NOW, NULL, 10));
}

/* Weights of everything but the size of a customer, so that only that counts. */
#define ONLY_SIZE "UPDATE dimension SET weight = 0 WHERE code <> 'size'"

/* Rules that somebody else writes, and rules that are taken back, are not what profiles are worked
 * out by. */
static void
test_profile_kept_rules (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (test->directory, "workspace.db", NULL);
  g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_DIMENSION, "weight=90", NULL);
  ClinchDb *other;
  ClinchTxn *txn;

  /* (80 × 10 + 25 × 12) ÷ 22 = 50 */
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "employees=1200",
                                                      NULL));
  set_tag (test, "budget", "talked");
  assert_figures (test, "50 22% 2 -/-");

  txn = clinch_test_store_begin (test);
  clinch_txn_set_action (txn, "edit", "", NULL);
  g_assert_true (clinch_txn_update (txn, 1, changes, &error));
  clinch_db_keep (test->db, g_strdup ("what this step would have changed"), g_free);
  clinch_txn_rollback (txn);
  g_assert_null (clinch_db_get_kept (test->db));
  set_tag (test, "rivals", "even");
  /* (80 × 10 + 25 × 12 + 50 × 6) ÷ 28 */
  assert_figures (test, "50 28% 3 -/-");

  other = clinch_db_open (path, CLINCH_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (clinch_db_exec (other, ONLY_SIZE, &error));
  clinch_db_close (other);
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "employees=6000",
                                                      NULL));
  assert_figures (test, "100 100% 3 -/-");
}

/* What was known two months ago is what the trend begins with, also of what is brought in later
 * that day. */
static void
test_profile_trend (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  ClinchRow *row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=老客户", "employees=1200", NULL);
  gint64 id;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  row->created_at = 1700000000;
  id = clinch_test_store_insert (test, row);
  clinch_test_profile_set (test, id, "budget", "talked", "2026-03-01");
  clinch_test_profile_set (test, id, "rivals", "alone", "2026-11-01");
  /* Then (80 × 10 + 25 × 12) ÷ 22, now (… + 100 × 6) ÷ 28. */
  old = clinch_test_store_text (test, "SELECT score || ' ' || score_was || ' ' || score_was_on"
                                      " FROM customer WHERE id = %" G_GINT64_FORMAT, id);
  g_assert_cmpstr (old, ==, "61 50 2026-09-24");

  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "employees=1200",
                                                      NULL));
  set_tag (test, "budget", "approved");
  new = clinch_test_store_text (test, "SELECT score || ' ' || score_was || ' ' || score_was_on"
                                      " FROM customer WHERE id = 1");
  g_assert_cmpstr (new, ==, "91 91 2026-11-23");
}

static char *
check (ClinchTestStore *test)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  findings = clinch_check_run (test->db, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text, "%s\n", ((ClinchFinding *) findings->pdata[i])->message);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of records that no step wrote only the figures can be asked. */
static void
assert_well_figures (ClinchTestStore *test)
{
  g_autofree char *findings = check (test);

  g_assert_null (strstr (findings, "The profile of"));
}

static void
assert_well (ClinchTestStore *test)
{
  g_autofree char *findings = check (test);

  g_assert_cmpstr (findings, ==, "");
}

/* Whatever is done and taken back, a recount comes to the same. */
static void
test_profile_check (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  int quote = clinch_test_store_stage (test, "quote");
  g_autofree char *stage = g_strdup_printf ("stage=%d", quote);
  gint64 step;

  fill_profile (test);
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=王总", "customer=1",
                                                   "level=executive", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=拜访", "type=visit",
                                                   "customer=1", "contact=1",
                                                   "happened=1795000000", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=一期",
                                                   "customer=1", stage, "amount=100000",
                                                   "expected-date=2026-12-01", NULL));
  assert_well (test);

  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_DIMENSION, "weight=90", NULL));
  step = last_step (test);
  assert_well (test);
  undo (test, step);
  assert_well (test);
  undo (test, last_step (test));
  assert_well (test);

  /* What a stage is worth makes the priority of whoever has something in it. */
  clinch_test_store_update (test, quote, clinch_test_row (CLINCH_KIND_STAGE, "probability=5",
                                                          NULL));
  assert_well (test);
  undo (test, last_step (test));
  assert_well (test);
  clinch_test_store_delete (test, CLINCH_KIND_FOLLOW_UP, 1);
  assert_well (test);
}

static const struct
{
  const char *sql;
  const char *finding;
} damages[] = {
  { "UPDATE customer SET score = score + 1", "The profile of “杭钢”: “Score” is 96, and 95 by a recount.\n" },
  { "UPDATE customer SET completeness = 99", "The profile of “杭钢”: “Completeness” is 99, and 60 by a recount.\n" },
  { "UPDATE customer SET filled = 1", "The profile of “杭钢”: “Dimensions Known” is 1, and 7 by a recount.\n" },
  { "UPDATE customer SET priority = priority + 1", "The profile of “杭钢”: “Priority” is 2001, and 2000 by a recount.\n" },
  { "UPDATE customer SET last_contact_at = 5", "The profile of “杭钢”: “Last Contact” is 5, and 0 by a recount.\n" },
  { "UPDATE profile_value SET value = 41 WHERE value = 80", "The profile of “杭钢”: “规模” is 41, and 80 by a recount.\n" },
  { "DELETE FROM profile_value WHERE value = 80", "The profile of “杭钢”: “规模” is known or unknown otherwise by a recount.\n" },
};

/* A changed byte is found and named. */
static void
test_profile_damage (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(GError) error = NULL;

  fill_profile (test);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *findings = NULL;

      clinch_db_exec (test->db, "BEGIN", &error);
      g_assert_no_error (error);
      clinch_db_exec (test->db, damages[i].sql, &error);
      g_assert_no_error (error);
      findings = check (test);
      g_assert_cmpstr (findings, ==, damages[i].finding);
      clinch_db_exec (test->db, "ROLLBACK", &error);
      g_assert_no_error (error);
    }
  assert_well (test);
}

/* Customers with a tag, a contact and a follow-up each, written past the steps. */
static void
fill_many (ClinchTestStore *test,
           int              n)
{
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;

  sql =
    g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= "
                     "%d)"
                         " INSERT INTO customer (id, uid, created_at, name, name_key, company_key, owner_id, currency, employees)"
                         " SELECT i, randomblob (16), 1795406400, 'C' || i, printf ('%%05d', i), 'c' || i, 1, 'CNY', 1200 FROM n;"
                         "INSERT INTO customer_tag (uid, created_at, customer_id, tag_id, since)"
                         " SELECT randomblob (16), 1795406400, id, %d, '2026-11-01' FROM customer;"
                         "INSERT INTO contact (id, uid, created_at, name, name_key, customer_id)"
                         " SELECT id, randomblob (16), 1795406400, 'P' || id, printf ('%%05d', id), id FROM customer;"
                         "INSERT INTO follow_up (uid, created_at, text, type, happened_at, customer_id, contact_id, author_id)"
                         " SELECT randomblob (16), 1795406400, 'x', 'call', 1795000000, id, id, 1 FROM customer;"
                         "UPDATE customer SET worked_out_at = NULL;",
                         n, (int) clinch_test_profile_tag (test, "budget", "approved"));
  clinch_db_exec (test->db, sql, &error);
  g_assert_no_error (error);
}

static void
add_follow_up (ClinchTestStore *test)
{
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=x", "type=visit",
                                                   "customer=1", "contact=1",
                                                   "happened=1795000000", NULL));
}

/* Rows that are stepped through because of one follow-up among so many customers. */
static gint64
scanned_among (int n)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  gint64 scanned;

  fill_many (test, n);
  /* With the first one the rules are read. */
  add_follow_up (test);
  clinch_db_count_scanned (test->db);
  add_follow_up (test);
  scanned = clinch_db_count_scanned (test->db);
  assert_well_figures (test);

  return scanned;
}

/* One more follow-up costs the same, however much there is. */
static void
test_profile_no_scan (void)
{
  gint64 few = scanned_among (20);

  g_assert_cmpint (few, <=, 10);
  g_assert_cmpint (scanned_among (2000), ==, few);
}

/* All in one step: undone at once, and of what is cancelled nothing stays. */
static void
test_profile_regrade (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_DIMENSION, "weight=90", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 step;
  ClinchTxn *txn;

  fill_many (test, 300);
  step = clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_DIMENSION, "weight=20",
                                                             NULL));
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (DISTINCT score) FROM customer"
                                                " WHERE id > 1"), ==, 1);
  before = clinch_test_store_text (test, FIGURES);

  txn = clinch_test_store_begin (test);
  g_assert_true (clinch_txn_update (txn, 1, changes, &error));
  clinch_db_set_cancellable (test->db, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_null (clinch_txn_commit (txn, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clinch_db_set_cancellable (test->db, NULL);
  after = clinch_test_store_text (test, FIGURES);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (last_step (test), ==, step);

  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_DIMENSION, "weight=90", NULL));
  g_free (after);
  after = clinch_test_store_text (test, FIGURES);
  g_assert_cmpstr (before, !=, after);
  undo (test, last_step (test));
  g_free (after);
  after = clinch_test_store_text (test, FIGURES);
  g_assert_cmpstr (before, ==, after);
  assert_well_figures (test);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("CLINCH_NOW", "2026-11-23T12:00:00+08:00", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/profile/grade", test_profile_grade);
  g_test_add_func ("/model/profile/tags", test_profile_tags);
  g_test_add_func ("/model/profile/by-hand", test_profile_by_hand);
  g_test_add_func ("/model/profile/rules", test_profile_rules);
  g_test_add_func ("/model/profile/computed", test_profile_computed);
  g_test_add_func ("/model/profile/kept-rules", test_profile_kept_rules);
  g_test_add_func ("/model/profile/trend", test_profile_trend);
  g_test_add_func ("/model/profile/check", test_profile_check);
  g_test_add_func ("/model/profile/damage", test_profile_damage);
  g_test_add_func ("/model/profile/no-scan", test_profile_no_scan);
  g_test_add_func ("/model/profile/regrade", test_profile_regrade);

  return g_test_run ();
}
