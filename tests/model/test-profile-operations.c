// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-clock.h"
#include "clinch-log.h"
#include "clinch-operations.h"
#include "clinch-profile-operations.h"
#include "clinch-step-label.h"
#include "clinch-test-language.h"
#include "clinch-test-profile.h"

static gint64
find_dimension (ClinchTestStore *test,
                const char      *code)
{
  return clinch_test_store_int (test, "SELECT id FROM dimension WHERE code = '%s'", code);
}

static ClinchTxn *
begin (ClinchTestStore *test)
{
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = clinch_txn_begin (test->db, clinch_clock_now_ms (), &error);

  g_assert_no_error (error);
  return txn;
}

static void
assert_label (ClinchTestStore *test,
              const char      *expected)
{
  g_autofree char *action = clinch_test_store_text (test, "SELECT action FROM step"
                                                          " ORDER BY id DESC LIMIT 1");
  g_autofree char *args = clinch_test_store_text (test, "SELECT args FROM step"
                                                        " ORDER BY id DESC LIMIT 1");
  g_autofree char *label = clinch_step_label (action, args);

  g_assert_cmpstr (label, ==, expected);
}

static void
set_tags (ClinchTestStore        *test,
          const ClinchTagRequest *request)
{
  ClinchTxn *txn = begin (test);
  g_autoptr(GError) error = NULL;

  clinch_operation_set_tags (txn, 1, request, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
}

static void
assert_tags (ClinchTestStore *test,
             const char      *expected)
{
  g_autofree char *tags = NULL;

  tags = clinch_test_store_text (test, "SELECT ifnull (group_concat (t.name || ' ' || c.since, ', '"
                                       " ORDER BY c.id), '')"
                                       " FROM customer_tag AS c JOIN tag AS t ON t.id = c.tag_id"
                                       " WHERE c.customer_id = 1 AND c.deleted_at IS NULL");
  g_assert_cmpstr (tags, ==, expected);
}

static void
test_tags_one (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  gint64 approved = clinch_test_profile_tag (test, "budget", "approved");
  gint64 talked = clinch_test_profile_tag (test, "budget", "talked");
  ClinchTagRequest request = { .dimension_id = find_dimension (test, "budget"), .tags = &talked,
                               .n_tags = 1, .since = "2026-11-02", .source = " 财务部 ",
                               .confidence = "high" };
  g_autofree char *entry = NULL;

  set_tags (test, &request);
  assert_tags (test, "只有意向 2026-11-02");
  assert_label (test, "Set 预算 of “杭钢” to 只有意向");
  entry = clinch_test_store_text (test, "SELECT source || ' ' || confidence || ' ' || member_id"
                                        " FROM customer_tag");
  g_assert_cmpstr (entry, ==, "财务部 high 1");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT score FROM customer"), ==, 25);

  /* It is another one now, of today; what was known before is its history. */
  request.tags = &approved;
  request.since = NULL;
  request.source = NULL;
  set_tags (test, &request);
  assert_tags (test, "预算已批 2026-11-23");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM customer_tag"), ==, 1);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT source IS NULL FROM customer_tag"), ==, 1);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT score FROM customer"), ==, 100);

  request.n_tags = 0;
  set_tags (test, &request);
  assert_tags (test, "");
  assert_label (test, "Clear 预算 of “杭钢”");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT filled FROM customer"), ==, 0);
  clinch_test_assert_sound (test->db);
}

static void
test_tags_several (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  gint64 both[] = { clinch_test_profile_tag (test, "strategy", "benchmark"),
                    clinch_test_profile_tag (test, "strategy", "reference") };
  ClinchTagRequest request = { .dimension_id = find_dimension (test, "strategy"), .tags = both,
                               .n_tags = 2, .since = "2026-11-02" };

  set_tags (test, &request);
  assert_tags (test, "行业标杆 2026-11-02, 可作案例 2026-11-02");
  assert_label (test, "Set 战略价值 of “杭钢” to 行业标杆, 可作案例");

  /* One of them is confirmed, and the other stays. */
  request.n_tags = 1;
  request.keeps = TRUE;
  request.since = "2026-11-20";
  set_tags (test, &request);
  assert_tags (test, "行业标杆 2026-11-20, 可作案例 2026-11-02");

  request.keeps = FALSE;
  request.tags = &both[1];
  set_tags (test, &request);
  assert_tags (test, "可作案例 2026-11-20");
}

static void
assert_refused (ClinchTestStore        *test,
                const ClinchTagRequest *request,
                const char             *expected)
{
  g_autoptr(ClinchTxn) txn = begin (test);
  g_autoptr(GError) error = NULL;

  g_assert_false (clinch_operation_set_tags (txn, 1, request, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_tags_refused (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  gint64 budget[] = { clinch_test_profile_tag (test, "budget", "approved"),
                      clinch_test_profile_tag (test, "budget", "talked") };
  gint64 size = clinch_test_profile_tag (test, "size", "large");
  gint64 history = clinch_test_profile_tag (test, "history", "top");
  ClinchTagRequest request = { .dimension_id = find_dimension (test, "budget"), .tags = budget,
                               .n_tags = 2 };

  assert_refused (test, &request, "“预算” takes one tag at a time.");
  request.n_tags = 1;
  request.since = "2026-11-24";
  assert_refused (test, &request,
                  "“2026-11-24” is not a day up to today, as of which something can be known.");
  request.since = NULL;
  request.tags = &size;
  assert_refused (test, &request, "“1000–4999人” is no tag of “预算”.");
  request.dimension_id = find_dimension (test, "size");
  assert_refused (test, &request,
                  "“规模” follows from a field of the customer: set “Employees” instead.");
  request.dimension_id = find_dimension (test, "history");
  request.tags = &history;
  assert_refused (test, &request,
                  "“历史成交” is worked out from records (Won Value of Three Years) and cannot be set.");
}

/* Takes back the last step that is still in effect. */
static void
undo_last (ClinchTestStore *test)
{
  ClinchTxn *txn = begin (test);
  g_autoptr(GError) error = NULL;

  clinch_log_undo (txn, clinch_test_store_int (test,
                                               "SELECT max (id) FROM step WHERE undoes IS NULL"
                                               " AND id NOT IN (SELECT undoes FROM step"
                                               " WHERE undoes IS NOT NULL)"), &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
}

static void
set_grade (ClinchTestStore *test,
           const char      *grade,
           const char      *reason)
{
  ClinchTxn *txn = begin (test);
  g_autoptr(GError) error = NULL;

  clinch_operation_set_grade (txn, 1, grade, reason, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
}

static void
assert_grades (ClinchTestStore *test,
               const char      *expected)
{
  g_autofree char *grades = NULL;

  grades = clinch_test_store_text (test, "SELECT printf ('%%s %%s %%s', ifnull (grade, '-'),"
                                         " ifnull (auto_grade, '-'), ifnull (grade_reason, '-'))"
                                         " FROM customer");
  g_assert_cmpstr (grades, ==, expected);
}

/* 100 × 6 ÷ 36 = 17, which is a C. */
static void
fill_poor_profile (ClinchTestStore *test)
{
  clinch_test_profile_set (test, 1, "budget", "none", "2026-11-20");
  clinch_test_profile_set (test, 1, "need", "none", "2026-11-20");
  clinch_test_profile_set (test, 1, "rivals", "taken", "2026-11-20");
  clinch_test_profile_set (test, 1, "cycle", "quarter", "2026-11-20");
}

static void
test_grade_by_hand (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();

  /* Nothing is known that could say otherwise. */
  set_grade (test, "A", NULL);
  assert_grades (test, "A - 手工设定");
  undo_last (test);
  assert_grades (test, "- - -");
  set_grade (test, "A", NULL);
  fill_poor_profile (test);
  assert_grades (test, "A C 手工设定");
  set_grade (test, "S", "集团总部指定");
  assert_grades (test, "S C 集团总部指定");
  assert_label (test, "Set the grade of “杭钢” to S");
  set_grade (test, NULL, NULL);
  assert_grades (test, "C C -");
  assert_label (test, "Leave the grade of “杭钢” to its profile");
  undo_last (test);
  assert_grades (test, "S C 集团总部指定");
  clinch_test_assert_sound (test->db);
}

static void
set_least_score (ClinchTestStore *test,
                 const char      *grade,
                 gint64           least)
{
  ClinchRow *changes = clinch_row_new (CLINCH_KIND_GRADE_RULE);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM grade_rule WHERE grade = '%s'", grade);

  clinch_row_set_int (changes, CLINCH_GRADE_RULE_LEAST_SCORE, least);
  clinch_row_set_int (changes, CLINCH_GRADE_RULE_LEAST_COMPLETENESS, 0);
  clinch_test_store_update (test, clinch_test_store_int (test, "%s", sql), changes);
}

/* A regrade that happens to come to what somebody set takes nothing over, and undone all is as it
 * was. What follows the profile does so before and after. */
static void
test_grade_met (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();

  set_grade (test, "A", NULL);
  fill_poor_profile (test);
  assert_grades (test, "A C 手工设定");
  set_least_score (test, "A", 10);
  assert_grades (test, "A A 手工设定");
  set_least_score (test, "S", 15);
  assert_grades (test, "A S 手工设定");
  undo_last (test);
  assert_grades (test, "A A 手工设定");
  undo_last (test);
  assert_grades (test, "A C 手工设定");

  set_grade (test, NULL, NULL);
  assert_grades (test, "C C -");
  set_least_score (test, "A", 10);
  assert_grades (test, "A A -");
  undo_last (test);
  assert_grades (test, "C C -");
  clinch_test_assert_sound (test->db);
}

static void
test_grade_refused (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=A", NULL);
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;
  gint64 id = 1;

  fill_poor_profile (test);
  assert_grades (test, "C C -");
  txn = begin (test);
  g_assert_false (clinch_operation_edit (txn, CLINCH_KIND_CUSTOMER, &id, 1, changes, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NEEDS_REASON);
  g_assert_cmpstr (error->message, ==, "The profile of “杭钢” gives grade C. Another one needs a "
                                       "reason: fill in “Why This Grade” as well.");
  clinch_txn_rollback (txn);

  clinch_row_set_text (changes, CLINCH_CUSTOMER_GRADE_REASON, "标杆客户");
  txn = begin (test);
  g_clear_error (&error);
  clinch_operation_edit (txn, CLINCH_KIND_CUSTOMER, &id, 1, changes, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
  assert_grades (test, "A C 标杆客户");

  /* What the profile says needs no reason, and is not held by one. */
  set_grade (test, "C", NULL);
  assert_grades (test, "C C -");
}

/* What is confirmed keeps its source; what is not known cannot be. */
static void
test_confirm (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  const gint64 tag = clinch_test_profile_tag (test, "budget", "approved");
  const ClinchTagRequest request = {
    .dimension_id = find_dimension (test, "budget"), .tags = &tag, .n_tags = 1,
    .since = "2025-01-05", .source = "年报", .confidence = "sure",
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *source = NULL;
  ClinchTxn *txn;

  set_tags (test, &request);
  txn = begin (test);
  g_assert_true (clinch_operation_confirm_tags (txn, 1, request.dimension_id, &error));
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
  assert_label (test, "Confirm 预算 of “杭钢”");
  source = clinch_test_store_text (test, "SELECT source || ' ' || (since > '2026')"
                                         " FROM customer_tag WHERE customer_id = 1");
  g_assert_cmpstr (source, ==, "年报 1");

  txn = begin (test);
  g_assert_false (clinch_operation_confirm_tags (txn, 1, find_dimension (test, "need"), &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  clinch_txn_rollback (txn);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("CLINCH_NOW", "2026-11-23T12:00:00+08:00", TRUE);
  clinch_test_language_use ("en");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/profile-operations/one", test_tags_one);
  g_test_add_func ("/model/profile-operations/several", test_tags_several);
  g_test_add_func ("/model/profile-operations/refused", test_tags_refused);
  g_test_add_func ("/model/profile-operations/grade", test_grade_by_hand);
  g_test_add_func ("/model/profile-operations/grade-met", test_grade_met);
  g_test_add_func ("/model/profile-operations/grade-refused", test_grade_refused);
  g_test_add_func ("/model/profile-operations/confirm", test_confirm);

  return g_test_run ();
}
