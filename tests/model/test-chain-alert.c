// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-actions.h"
#include "clinch-chain-alert.h"
#include "clinch-chain-operations.h"
#include "clinch-log.h"
#include "clinch-test-language.h"
#include "clinch-test-map.h"
#include "clinch-test-model.h"

static const char *const codes[] = { "empty", "no-decision-maker", "decision-maker" };

static gboolean
finds (const ClinchDecisionChain *chain,
       ClinchFindingKind          kind)
{
  for (guint i = 0; i < chain->notices->len; i++)
    if (((ClinchChainNotice *) chain->notices->pdata[i])->finding->kind == kind)
      return TRUE;

  return FALSE;
}

/* What the store keeps is what the decision chain itself finds, and the check agrees. */
static void
assert_kept (ClinchTestStore *test,
             gint64           opportunity_id,
             const char      *expected)
{
  g_autoptr(ClinchDecisionChain) chain = clinch_test_map_load (test, opportunity_id);
  g_autofree char *kept = clinch_test_store_text (test,
                                                  "SELECT chain FROM opportunity WHERE id = %d",
                                                  (int) opportunity_id);
  int found = finds (chain, CLINCH_FINDING_MAP_EMPTY) ? 0
              : finds (chain, CLINCH_FINDING_NO_DECISION_MAKER) ? 1 : 2;

  g_assert_cmpstr (kept, ==, expected);
  g_assert_cmpstr (kept, ==, codes[found]);
  clinch_test_store_check_counts (test);
}

static void
undo_last (ClinchTestStore *test)
{
  ClinchTxn *txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;

  clinch_log_undo (txn, clinch_test_store_int (test, "SELECT max (id) FROM step"), &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
}

/* A placeholder is nobody; the first known person is somebody, but decides nothing yet. */
static void
test_people (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 person;

  assert_kept (test, 1, "empty");
  person = clinch_test_map_person (test, "财务负责人 ?", "财务部", "director");
  clinch_test_store_update (test, person, clinch_test_row (CLINCH_KIND_CONTACT, "known=no", NULL));
  assert_kept (test, 1, "empty");
  undo_last (test);
  assert_kept (test, 1, "no-decision-maker");
  clinch_test_store_delete (test, CLINCH_KIND_CONTACT, person);
  assert_kept (test, 1, "empty");
  undo_last (test);
  assert_kept (test, 1, "no-decision-maker");

  /* A new opportunity finds those who are there. */
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=二期",
                                                   "customer=1", NULL));
  assert_kept (test, 2, "no-decision-maker");
}

/* The opportunity's own word comes before the customer's, and the newest before the older. */
static void
test_judgements (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王总", "", "executive");
  gint64 li = clinch_test_map_person (test, "李工", "技术部", "staff");
  gint64 own;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=二期",
                                                   "customer=1", NULL));
  clinch_test_map_assess (test, wang, 0, "support=supporter");
  assert_kept (test, 1, "no-decision-maker");
  clinch_test_map_assess (test, wang, 0, "role=decision-maker");
  assert_kept (test, 1, "decision-maker");
  assert_kept (test, 2, "decision-maker");

  own = clinch_test_map_assess (test, wang, 2, "role=approver");
  assert_kept (test, 1, "decision-maker");
  assert_kept (test, 2, "no-decision-maker");
  clinch_test_map_assess (test, li, 2, "role=decision-maker");
  assert_kept (test, 2, "decision-maker");
  undo_last (test);
  assert_kept (test, 2, "no-decision-maker");
  clinch_test_store_delete (test, CLINCH_KIND_ASSESSMENT, own);
  assert_kept (test, 2, "decision-maker");

  clinch_test_map_assess (test, wang, 0, "role=influencer");
  assert_kept (test, 1, "no-decision-maker");
  undo_last (test);
  assert_kept (test, 1, "decision-maker");
  clinch_test_store_update (test, wang, clinch_test_row (CLINCH_KIND_CONTACT, "known=no", NULL));
  assert_kept (test, 1, "no-decision-maker");
}

/* People who are moved to another customer leave the opportunities of theirs alone. */
static void
test_other_customer (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王总", "", "executive");
  gint64 word = clinch_test_map_assess (test, wang, 0, "role=decision-maker");

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=高炉",
                                                   "customer=2", NULL));
  assert_kept (test, 1, "decision-maker");
  clinch_test_store_update (test, wang, clinch_test_row (CLINCH_KIND_CONTACT, "customer=2", NULL));
  clinch_test_store_update (test, word,
                            clinch_test_row (CLINCH_KIND_ASSESSMENT, "customer=2", NULL));
  assert_kept (test, 1, "empty");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT chain = 'decision-maker' FROM opportunity"
                                                " WHERE id = 2"), ==, 1);
  clinch_test_store_check_counts (test);
  clinch_test_store_update (test, 2,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "customer=1", NULL));
  assert_kept (test, 2, "empty");
}

typedef struct
{
  ClinchTestModel *model;
  ClinchRecord *record;
} Live;

static ClinchChainAlert
alert_of (Live *live)
{
  g_autoptr(ClinchRecord) stage = NULL;

  clinch_test_model_settle (live->model);
  stage = clinch_workspace_get_record (live->model->workspace, CLINCH_KIND_STAGE,
                                       clinch_record_get_int (live->record,
                                                              CLINCH_OPPORTUNITY_STAGE));
  return clinch_chain_alert_read (live->record, stage,
                                  clinch_chain_stage_phase (live->model->workspace, stage));
}

static gint64
finish (GAsyncResult **result)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (clinch_test_model_wait (result),
                                                             &error);

  g_assert_no_error (error);
  g_clear_object (result);
  return changes->step_id;
}

static gint64
edit (Live      *live,
      gint64     id,
      ClinchRow *row)
{
  GAsyncResult *result = NULL;

  if (id != 0)
    clinch_action_edit (live->model->workspace, row->kind, &id, 1, row, NULL,
                        clinch_test_model_keep_result, &result);
  else
    clinch_action_add (live->model->workspace, row, NULL, clinch_test_model_keep_result, &result);
  clinch_row_unref (row);
  return finish (&result);
}

static void
undo (Live   *live,
      gint64  step_id)
{
  GAsyncResult *result = NULL;

  clinch_action_undo (live->model->workspace, step_id, NULL, clinch_test_model_keep_result,
                      &result);
  finish (&result);
}

/* A record that is shown follows each step without being asked for again. */
static void
test_live (void)
{
  ClinchTestStore *test = clinch_test_map_store_new ();
  gint64 early = clinch_test_store_stage (test, "first-talks");
  gint64 late = clinch_test_store_stage (test, "proposal");
  gint64 won = clinch_test_store_stage (test, "won");
  Live live = { clinch_test_model_new (test), NULL };
  g_autofree char *title = clinch_chain_alert_title (CLINCH_CHAIN_ALERT_EMPTY);
  g_autofree char *advice = clinch_chain_alert_advice (CLINCH_CHAIN_ALERT_NO_DECISION_MAKER);
  g_autofree char *nothing = clinch_chain_alert_title (CLINCH_CHAIN_ALERT_NONE);
  gint64 moves[] = { late, early, won, late };
  ClinchChainAlert after[] = {
    CLINCH_CHAIN_ALERT_EMPTY, CLINCH_CHAIN_ALERT_NONE, CLINCH_CHAIN_ALERT_NONE,
    CLINCH_CHAIN_ALERT_EMPTY,
  };
  gint64 step;

  live.record = clinch_workspace_get_record (live.model->workspace, CLINCH_KIND_OPPORTUNITY, 1);
  clinch_test_model_settle (live.model);
  g_assert_cmpint (alert_of (&live), ==, CLINCH_CHAIN_ALERT_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      ClinchRow *row = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

      clinch_row_set_int (row, CLINCH_OPPORTUNITY_STAGE, moves[i]);
      edit (&live, 1, row);
      g_assert_cmpint (alert_of (&live), ==, after[i]);
    }

  edit (&live, 0, clinch_test_row (CLINCH_KIND_CONTACT, "name=王总", "customer=1", NULL));
  g_assert_cmpint (alert_of (&live), ==, CLINCH_CHAIN_ALERT_NO_DECISION_MAKER);
  step = edit (&live, 0,
               clinch_test_row (CLINCH_KIND_ASSESSMENT, "contact=1", "customer=1",
                                "role=decision-maker", NULL));
  g_assert_cmpint (alert_of (&live), ==, CLINCH_CHAIN_ALERT_NONE);
  undo (&live, step);
  g_assert_cmpint (alert_of (&live), ==, CLINCH_CHAIN_ALERT_NO_DECISION_MAKER);

  g_assert_cmpstr (title, ==, "The customer map is still empty");
  g_assert_cmpstr (advice, ==, "Who has the final say on this project?");
  g_assert_cmpstr (nothing, ==, "");
  g_clear_object (&live.record);
  clinch_test_model_free (live.model);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  clinch_test_language_use ("en");

  g_test_add_func ("/chain-alert/people", test_people);
  g_test_add_func ("/chain-alert/judgements", test_judgements);
  g_test_add_func ("/chain-alert/other-customer", test_other_customer);
  g_test_add_func ("/chain-alert/live", test_live);

  return g_test_run ();
}
