// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-chain-actions.h"
#include "clinch-chain-brief.h"
#include "clinch-chain-operations.h"
#include "clinch-clock.h"
#include "clinch-help-operations.h"
#include "clinch-log.h"
#include "clinch-merge.h"
#include "clinch-operations.h"
#include "clinch-profile-derive.h"
#include "clinch-step-label.h"
#include "clinch-test-language.h"
#include "clinch-test-map.h"
#include "clinch-test-model.h"

#include <string.h>

static ClinchTxn *
begin (ClinchTestStore *test)
{
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = clinch_txn_begin (test->db, clinch_clock_now_ms (), &error);

  g_assert_no_error (error);
  return txn;
}

/* All that a decision chain is made of. */
static char *
snapshot (ClinchTestStore *test)
{
  return clinch_test_store_text (test,
                                 "SELECT 'contact ' || id || ' ' || name || ' ' || ifnull (reports_to_id, 0)"
                                 " || ' ' || ifnull (known, '') FROM contact WHERE deleted_at IS NULL"
                                 " UNION ALL SELECT 'assessment ' || contact_id || ' ' || ifnull (opportunity_id, 0)"
                                 " || ' ' || ifnull (role, '-') || ' ' || ifnull (power, '-') || ' '"
                                 " || ifnull (support, '-') || ' ' || ifnull (source, '-')"
                                 " FROM assessment WHERE deleted_at IS NULL"
                                 " UNION ALL SELECT type || ' ' || from_contact_id || ' ' || to_contact_id"
                                 " FROM influence WHERE deleted_at IS NULL"
                                 " UNION ALL SELECT 'fact ' || contact_id || ' ' || text || ' ' || since FROM fact"
                                 " WHERE deleted_at IS NULL"
                                 " UNION ALL SELECT 'help ' || asked_id || ' ' || ifnull (asker_id, 0) || ' '"
                                 " || state || ' ' || ifnull (outcome, '-') FROM help_request"
                                 " WHERE deleted_at IS NULL ORDER BY 1");
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
undo (ClinchTestStore *test,
      gint64           step_id)
{
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  clinch_log_undo (txn, step_id, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
}

/* Commits a step that did what it should, and takes it back and forth. */
static void
finish (ClinchTestStore *test,
        ClinchTxn       *txn,
        const char      *before,
        const char      *label)
{
  gint64 step_id = clinch_test_store_commit (txn);
  g_autofree char *after = snapshot (test);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpint (step_id, !=, 0);
  g_assert_cmpstr (after, !=, before);
  assert_label (test, label);
  undo (test, step_id);
  undone = snapshot (test);
  g_assert_cmpstr (undone, ==, before);
  undo (test, step_id + 1);
  redone = snapshot (test);
  g_assert_cmpstr (redone, ==, after);
  clinch_test_assert_sound (test->db);
}

static void
assert_commit_refused (ClinchTxn  *txn,
                       const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_txn_commit (txn, &error);

  g_assert_null (changes);
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, message);
}

static void
report_to (ClinchTestStore *test,
           gint64           contact_id,
           gint64           above_id)
{
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  clinch_operation_report_to (txn, contact_id, above_id, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
}

static void
test_assess (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  g_autofree char *before = NULL;
  g_autofree char *last = NULL;
  g_autoptr(ClinchRow) values = clinch_test_row (CLINCH_KIND_ASSESSMENT, "role=approver",
                                                 "support=supporter", "source=张三",
                                                 "confidence=medium", NULL);
  g_autoptr(ClinchRow) other = clinch_test_row (CLINCH_KIND_ASSESSMENT, "role=", "power=inner",
                                                NULL);
  g_autoptr(ClinchRow) none = clinch_test_row (CLINCH_KIND_ASSESSMENT, "role=", "support=",
                                               "power=", NULL);
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;

  before = snapshot (test);
  txn = begin (test);
  clinch_operation_assess (txn, wang, 1, values, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Judge “王敏”: Approver, Supporter");

  /* One scale is taken back, another one added: the record stays one. */
  g_free (before);
  before = snapshot (test);
  txn = begin (test);
  clinch_operation_assess (txn, wang, 1, other, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Judge “王敏”: Inner Circle");
  last = snapshot (test);
  g_assert_cmpstr (last, ==, "assessment 1 1 - inner supporter 张三\ncontact 1 王敏 0 ");

  g_free (before);
  before = snapshot (test);
  txn = begin (test);
  clinch_operation_assess (txn, wang, 1, none, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Take back what was judged of “王敏”");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM assessment"
                                                " WHERE deleted_at IS NULL"), ==, 0);
}

/* What came in several records is one from then on, and what the newest said counts. */
static void
test_assess_folds (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  g_autoptr(ClinchRow) values = clinch_test_row (CLINCH_KIND_ASSESSMENT, "power=strong", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;

  clinch_test_map_assess (test, wang, 0, "role=user");
  clinch_test_map_assess (test, wang, 0, "support=doubter");
  clinch_test_map_assess (test, wang, 0, "support=neutral");
  clinch_test_map_assess (test, wang, 1, "support=mentor");
  before = snapshot (test);
  txn = begin (test);
  clinch_operation_assess (txn, wang, 0, values, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Judge “王敏”: Has a Say");
  after = snapshot (test);
  g_assert_cmpstr (after, ==, "assessment 1 0 user strong neutral -\n"
                              "assessment 1 1 - - mentor -\ncontact 1 王敏 0 ");
}

static void
test_assess_refused (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  g_autoptr(ClinchRow) values = clinch_test_row (CLINCH_KIND_ASSESSMENT, "role=user", NULL);
  g_autoptr(ClinchRow) king = clinch_row_new (CLINCH_KIND_ASSESSMENT);
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=二期",
                                                   "customer=2", NULL));
  txn = begin (test);
  g_assert_false (clinch_operation_assess (txn, wang, 2, values, &error));
  g_assert_cmpstr (error->message, ==,
                   "“王敏” works for another customer than that of “二期”.");
  g_clear_error (&error);
  clinch_row_set_text (king, CLINCH_ASSESSMENT_ROLE, "king");
  g_assert_false (clinch_operation_assess (txn, wang, 0, king, &error));
  g_assert_cmpstr (error->message, ==,
                   "Role in the Decision: “king” is not one of the choices.");
  clinch_txn_rollback (txn);
}

static void
test_report_to (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  g_autofree char *before = snapshot (test);
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  clinch_operation_report_to (txn, wang, zhao, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Let “王敏” report to “赵总”");
  g_free (before);
  before = snapshot (test);
  txn = begin (test);
  clinch_operation_report_to (txn, wang, 0, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Let “王敏” report to nobody");
}

/* Whoever closes the circle is told who is in it. */
static void
test_circle (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  gint64 li = clinch_test_map_person (test, "李工", "", "");
  g_autoptr(ClinchRow) edit = clinch_row_new (CLINCH_KIND_CONTACT);
  g_autoptr(ClinchRow) self = clinch_row_new (CLINCH_KIND_CONTACT);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;

  report_to (test, wang, zhao);
  report_to (test, li, wang);
  before = snapshot (test);
  txn = begin (test);
  clinch_operation_report_to (txn, zhao, li, &error);
  g_assert_no_error (error);
  assert_commit_refused (txn, "Nobody can report to themselves by way of others: "
                              "王敏 → 赵总 → 李工 → 王敏. Change one of these lines first.");

  txn = begin (test);
  clinch_row_set_int (edit, CLINCH_CONTACT_REPORTS_TO, li);
  clinch_operation_edit (txn, CLINCH_KIND_CONTACT, &zhao, 1, edit, &error);
  g_assert_no_error (error);
  assert_commit_refused (txn, "Nobody can report to themselves by way of others: "
                              "王敏 → 赵总 → 李工 → 王敏. Change one of these lines first.");

  txn = begin (test);
  clinch_row_set_int (self, CLINCH_CONTACT_REPORTS_TO, li);
  clinch_operation_edit (txn, CLINCH_KIND_CONTACT, &li, 1, self, &error);
  g_assert_no_error (error);
  assert_commit_refused (txn, "Nobody can report to themselves by way of others: 李工 → 李工. "
                              "Change one of these lines first.");
  after = snapshot (test);
  g_assert_cmpstr (after, ==, before);
}

/* A line that is brought back by an undo may close a circle as well. */
static void
test_circle_by_undo (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  g_autoptr(GError) error = NULL;
  gint64 cleared;
  ClinchTxn *txn;

  report_to (test, wang, zhao);
  report_to (test, wang, 0);
  cleared = clinch_test_store_int (test, "SELECT max (id) FROM step");
  report_to (test, zhao, wang);
  txn = begin (test);
  clinch_log_undo (txn, cleared, &error);
  g_assert_no_error (error);
  assert_commit_refused (txn, "Nobody can report to themselves by way of others: "
                              "王敏 → 赵总 → 王敏. Change one of these lines first.");
}

/* One who turns out to be another one joins the ends of a chain. */
static void
test_circle_by_merge (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  gint64 li = clinch_test_map_person (test, "李工", "", "");
  ClinchMergeRequest request = { CLINCH_KIND_CONTACT, wang, li, 0, 0 };
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;

  report_to (test, wang, zhao);
  report_to (test, zhao, li);
  txn = begin (test);
  g_assert_false (clinch_operation_merge (txn, &request, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "“王敏” and “李工” cannot be merged, because one stands below the other: "
                   "王敏 → 赵总 → 李工. Change one of these lines first.");
  clinch_txn_rollback (txn);
}

static void
test_strangers (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  g_autoptr(ClinchRow) moves = clinch_test_row (CLINCH_KIND_CONTACT, "customer=2", NULL);
  g_autoptr(GError) error = NULL;
  gint64 stranger;
  ClinchTxn *txn;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  stranger = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=陈总",
                                                              "customer=2", NULL));
  txn = begin (test);
  clinch_operation_report_to (txn, wang, stranger, &error);
  g_assert_no_error (error);
  assert_commit_refused (txn, "“王敏” cannot report to “陈总”, who works for another customer.");

  /* Nor does somebody who leaves take people along. */
  report_to (test, wang, zhao);
  txn = begin (test);
  clinch_operation_edit (txn, CLINCH_KIND_CONTACT, &zhao, 1, moves, &error);
  g_assert_no_error (error);
  assert_commit_refused (txn, "“王敏” cannot report to “赵总”, who works for another customer.");

  txn = begin (test);
  g_assert_false (clinch_operation_draw_line (txn, wang, stranger, "trusts", NULL, &error));
  g_assert_cmpstr (error->message, ==, "“王敏” and “陈总” do not work for the same customer.");
  clinch_txn_rollback (txn);
}

static void
test_lines (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  g_autofree char *before = snapshot (test);
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  clinch_operation_draw_line (txn, wang, zhao, "influences", NULL, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Draw a line from “王敏” to “赵总”: Influences");

  g_free (before);
  before = snapshot (test);
  txn = begin (test);
  clinch_operation_draw_line (txn, wang, zhao, "rivals", NULL, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Draw a line from “王敏” to “赵总”: Rivals");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM influence"
                                                " WHERE deleted_at IS NULL"), ==, 1);

  /* Neither again, nor back, nor to oneself. */
  txn = begin (test);
  g_assert_false (clinch_operation_draw_line (txn, wang, zhao, "rivals", NULL, &error));
  g_assert_cmpstr (error->message, ==, "There is such a line already.");
  g_clear_error (&error);
  g_assert_false (clinch_operation_draw_line (txn, zhao, wang, "rivals", NULL, &error));
  g_assert_cmpstr (error->message, ==, "There is such a line already.");
  g_clear_error (&error);
  g_assert_false (clinch_operation_draw_line (txn, wang, wang, "trusts", NULL, &error));
  g_assert_cmpstr (error->message, ==, "A line leads from one person to another one.");
  g_clear_error (&error);
  g_assert_false (clinch_operation_draw_line (txn, wang, zhao, "loves", NULL, &error));
  g_clear_error (&error);
  clinch_txn_rollback (txn);

  g_free (before);
  before = snapshot (test);
  txn = begin (test);
  clinch_operation_remove_line (txn, 1, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Remove the line from “王敏” to “赵总”");
}

static void
test_placeholder (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  const ClinchPlaceholderRequest request = { .customer_id = 1, .opportunity_id = 1,
                                             .role = "approver", .department = "财务部" };
  g_autoptr(ClinchRow) known = clinch_test_row (CLINCH_KIND_CONTACT, "name=周姐", "title=财务总监",
                                                NULL);
  g_autofree char *before = snapshot (test);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);
  gint64 id = clinch_operation_add_placeholder (txn, &request, &error);

  g_assert_no_error (error);
  finish (test, txn, before, "Add the placeholder “财务部 Approver ?” of “杭钢”");

  g_free (before);
  before = snapshot (test);
  txn = begin (test);
  clinch_operation_name_placeholder (txn, id, known, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Know “财务部 Approver ?” as “周姐”");
  after = snapshot (test);
  g_assert_cmpstr (after, ==, "assessment 1 1 approver - - -\ncontact 1 周姐 0 yes");

  txn = begin (test);
  g_assert_false (clinch_operation_name_placeholder (txn, id, known, &error));
  g_assert_cmpstr (error->message, ==, "“周姐” is known already.");
  clinch_txn_rollback (txn);
}

/* The contact gets the role, the one above and the lines of the placeholder. */
static void
test_fill_placeholder (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  gint64 li = clinch_test_map_person (test, "李工", "", "");
  gint64 zhou = clinch_test_map_person (test, "周姐", "", "");
  const ClinchPlaceholderRequest request = { .customer_id = 1, .role = "approver",
                                             .reports_to_id = zhao };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);
  gint64 id = clinch_operation_add_placeholder (txn, &request, &error);

  g_assert_no_error (error);
  clinch_operation_draw_line (txn, id, li, "trusts", NULL, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
  report_to (test, li, id);

  before = snapshot (test);
  txn = begin (test);
  clinch_operation_fill_placeholder (txn, id, zhou, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Know “Approver ?” as “周姐”");
  after = snapshot (test);
  g_assert_cmpstr (after, ==, "assessment 3 0 approver - - -\ncontact 1 赵总 0 \n"
                              "contact 2 李工 3 \ncontact 3 周姐 1 \ntrusts 3 2");
}

static void
test_fact (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  g_autoptr(ClinchRow) fact = clinch_test_row (CLINCH_KIND_FACT, "text=喜欢钓鱼", "contact=1",
                                               "source=同事介绍", NULL);
  g_autofree char *before = snapshot (test);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  g_assert_cmpint (wang, ==, 1);
  clinch_operation_add_fact (txn, fact, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Note a fact on “王敏”");
  after = snapshot (test);
  g_assert_cmpstr (after, ==, "contact 1 王敏 0 \nfact 1 喜欢钓鱼 2026-11-23");
}

static void
answer (ClinchTestStore *test,
        const char      *state,
        const char      *outcome,
        const char      *label)
{
  g_autofree char *before = snapshot (test);
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  clinch_operation_answer_help (txn, 1, state, outcome, &error);
  g_assert_no_error (error);
  finish (test, txn, before, label);
}

static void
test_help (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 boss = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=王总",
                                                                 "role=manager", NULL));
  g_autoptr(ClinchRow) request = clinch_test_row (CLINCH_KIND_HELP_REQUEST, "brief=请出面",
                                                  "opportunity=1", NULL);
  g_autofree char *before = snapshot (test);
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  g_assert_cmpint (clinch_operation_ask_help (txn, request, &error), ==, 0);
  g_assert_cmpstr (error->message, ==, "Say whom to ask for help.");
  g_clear_error (&error);
  clinch_row_set_int (request, CLINCH_HELP_REQUEST_ASKED, boss);
  clinch_operation_ask_help (txn, request, &error);
  g_assert_no_error (error);
  finish (test, txn, before, "Ask “王总” for help with “杭钢”");

  txn = begin (test);
  g_assert_false (clinch_operation_answer_help (txn, 1, "done", "见了", &error));
  g_assert_cmpstr (error->message, ==, "A request that is “Asked” does not become “Done”.");
  g_clear_error (&error);
  clinch_txn_rollback (txn);

  answer (test, "declined", "出差", "Request to “王总”: Declined");
  answer (test, "accepted", NULL, "Request to “王总”: Accepted");
  txn = begin (test);
  g_assert_false (clinch_operation_answer_help (txn, 1, "done", NULL, &error));
  g_assert_cmpstr (error->message, ==, "Say what came of it: the outcome is missing.");
  g_clear_error (&error);
  clinch_txn_rollback (txn);
  answer (test, "done", "董事长答应立项", "Request to “王总”: Done");
}

static void
test_brief (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 zhao = clinch_test_map_person (test, "赵总", "总经办", "executive");
  g_autoptr(ClinchDecisionChain) chain = NULL;
  g_autofree char *brief = NULL;

  clinch_test_map_assess (test, zhao, 0, "role=decision-maker");
  chain = clinch_test_map_load (test, 1);
  brief = clinch_chain_brief (chain, zhao);
  g_assert_cmpstr (brief, ==,
                   "Customer: 杭钢\n"
                   "Opportunity: 一期\n"
                   "To meet: 赵总, 总经办, Decision Maker, No contact within a year\n"
                   "What is missing: 赵总 decides, and we have never met (No contact was ever logged.)\n"
                   "What is missing: We have met nobody of 总经办 (On the map, but never met: 赵总.)\n"
                   "What is missing: We have met nobody on the level “Executive” (On the map, but never met: 赵总.)\n"
                   "To ask: Who could introduce us to 赵总?\n"
                   "To ask: What does 赵总 think of us?\n"
                   "To ask: What counts most for 赵总: the price, the technology, the relationship or the business?\n");
}

/* What an action was given may go at once. */
static void
test_actions (void)
{
  ClinchTestStore *test = clinch_test_map_store_new ();
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  g_autoptr(ClinchTestModel) model = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ClinchChangeSet) changes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *department = g_strdup ("财务部");
  ClinchPlaceholderRequest request = { .customer_id = 1, .department = department,
                                       .reports_to_id = zhao };
  gint64 id;

  model = clinch_test_model_new (test);
  clinch_chain_action_add_placeholder (model->workspace, &request, NULL,
                                       clinch_test_model_keep_result, &result);
  memset (department, '?', strlen (department));
  changes = clinch_action_finish (clinch_test_model_wait (&result), &error);
  g_assert_no_error (error);
  id = clinch_chain_action_get_id (result);
  g_assert_cmpint (id, ==, zhao + 1);
  g_clear_object (&result);
  g_clear_pointer (&changes, clinch_change_set_unref);

  clinch_chain_action_report_to (model->workspace, zhao, id, NULL, clinch_test_model_keep_result,
                                 &result);
  changes = clinch_action_finish (clinch_test_model_wait (&result), &error);
  g_assert_null (changes);
  g_assert_cmpstr (error->message, ==,
                   "Nobody can report to themselves by way of others: 赵总 → 财务部 ? → 赵总. "
                   "Change one of these lines first.");
  clinch_test_model_settle (model);
}

/* A step is read in the reader's language, whoever took it; those of before have words. */
static void
test_judged_words (void)
{
  static const struct
  {
    const char *args;
    const char *en;
    const char *zh;
  } cases[] = {
    { "[\"王敏\",\"role=approver support=supporter\"]", "Judge “王敏”: Approver, Supporter",
      "判断“王敏”：审批人、支持者" },
    { "[\"王敏\",\"内线支持者\"]", "Judge “王敏”: 内线支持者", "判断“王敏”：内线支持者" },
    { "[\"王敏\",\"1+1=2\"]", "Judge “王敏”: 1+1=2", "判断“王敏”：1+1=2" },
    { "[\"王敏\",\"\"]", "Take back what was judged of “王敏”", "收回对“王敏”的判断" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *en = clinch_step_label (CLINCH_ACTION_ASSESS, cases[i].args);
      g_autofree char *zh = NULL;

      clinch_test_language_use ("zh_CN");
      zh = clinch_step_label (CLINCH_ACTION_ASSESS, cases[i].args);
      clinch_test_language_use ("en");
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (zh, ==, cases[i].zh);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_setenv ("CLINCH_NOW", "2026-11-23T09:00:00+08:00", TRUE);
  clinch_test_language_use ("en");
  clinch_profile_install ();

  g_test_add_func ("/chain-operations/judged-words", test_judged_words);
  g_test_add_func ("/chain-operations/assess", test_assess);
  g_test_add_func ("/chain-operations/assess-folds", test_assess_folds);
  g_test_add_func ("/chain-operations/assess-refused", test_assess_refused);
  g_test_add_func ("/chain-operations/report-to", test_report_to);
  g_test_add_func ("/chain-operations/circle", test_circle);
  g_test_add_func ("/chain-operations/circle-by-undo", test_circle_by_undo);
  g_test_add_func ("/chain-operations/circle-by-merge", test_circle_by_merge);
  g_test_add_func ("/chain-operations/strangers", test_strangers);
  g_test_add_func ("/chain-operations/lines", test_lines);
  g_test_add_func ("/chain-operations/placeholder", test_placeholder);
  g_test_add_func ("/chain-operations/fill-placeholder", test_fill_placeholder);
  g_test_add_func ("/chain-operations/fact", test_fact);
  g_test_add_func ("/chain-operations/help", test_help);
  g_test_add_func ("/chain-operations/brief", test_brief);
  g_test_add_func ("/chain-operations/actions", test_actions);

  return g_test_run ();
}
