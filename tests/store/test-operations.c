// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-operations.h"
#include "clinch-test-store.h"

static gint64
add (ClinchTestStore *test,
     ClinchRow       *row)
{
  g_autoptr(ClinchRow) owned = row;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = clinch_txn_begin (test->db, G_GINT64_CONSTANT (1795392000000), &error);
  gint64 id;

  g_assert_no_error (error);
  id = clinch_operation_add (txn, owned, &error);
  g_assert_no_error (error);
  clinch_change_set_unref (clinch_txn_commit (txn, &error));
  g_assert_no_error (error);

  return id;
}

static gboolean
move (ClinchTestStore          *test,
      const gint64             *ids,
      gsize                     n_ids,
      const ClinchMoveRequest  *request,
      GError                  **error)
{
  ClinchTxn *txn = clinch_txn_begin (test->db, G_GINT64_CONSTANT (1795478400000), error);

  if (clinch_operation_move (txn, ids, n_ids, request, error))
    {
      g_autoptr(ClinchChangeSet) changes = clinch_txn_commit (txn, error);

      return changes != NULL;
    }
  clinch_txn_rollback (txn);

  return FALSE;
}

static char *
column (ClinchTestStore *test,
        const char      *code)
{
  return clinch_test_store_text (test,
                                 "SELECT group_concat (name, '') FROM (SELECT name FROM opportunity WHERE stage_id = %d"
                                 " AND deleted_at IS NULL ORDER BY position, id)",
                                 (int) clinch_test_store_stage (test, code));
}

#define ASSERT_COLUMN(test, code, expected)            \
  G_STMT_START                                         \
  {                                                    \
    g_autofree char *column_ = column (test, code);    \
    g_assert_cmpstr (column_, ==, expected);           \
  }                                                    \
  G_STMT_END

static void
test_operations_add (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  gint64 member = add (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=王敏", NULL));
  gint64 customer = add (test,
                         clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", "owner=2",
                                          "currency=USD", NULL));
  gint64 opportunity = add (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "customer=1",
                                             NULL));
  g_autoptr(ClinchRow) row = clinch_db_load_row (test->db, CLINCH_KIND_OPPORTUNITY, opportunity,
                                                 NULL);
  g_autoptr(ClinchRow) follow_up = NULL;
  g_autofree char *moves = NULL;
  g_autofree char *actions = NULL;
  gint64 id;

  g_assert_cmpint (member, ==, 2);
  g_assert_cmpint (customer, ==, 1);
  g_assert_cmpint (clinch_row_int (row, CLINCH_OPPORTUNITY_OWNER), ==, 2);
  g_assert_cmpstr (clinch_row_text (row, CLINCH_OPPORTUNITY_CURRENCY), ==, "USD");
  g_assert_cmpint (clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE), ==,
                   clinch_test_store_stage (test, "first-talks"));
  g_assert_cmpint (clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE_ENTERED), ==, 1795392000);
  g_assert_cmpstr (clinch_row_text (row, CLINCH_OPPORTUNITY_STARTED), ==, "2026-11-23");
  moves = clinch_test_store_text (test,
                                  "SELECT ifnull (from_stage_id, '-') || '>' || to_stage_id FROM stage_move");
  g_assert_cmpstr (moves, ==, "->1");

  /* The follow-up finds its customer, and its next step is what happens next. */
  id = add (test,
            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=谈得不错", "opportunity=1", "next-step=报价",
                                   "next-date=2026-12-02", NULL));
  follow_up = clinch_db_load_row (test->db, CLINCH_KIND_FOLLOW_UP, id, NULL);
  g_assert_cmpint (clinch_row_int (follow_up, CLINCH_FOLLOW_UP_CUSTOMER), ==, 1);
  g_assert_cmpint (clinch_row_int (follow_up, CLINCH_FOLLOW_UP_AUTHOR), ==, 1);
  g_assert_cmpstr (clinch_row_text (follow_up, CLINCH_FOLLOW_UP_TYPE), ==, "note");
  g_clear_pointer (&row, clinch_row_unref);
  row = clinch_db_load_row (test->db, CLINCH_KIND_OPPORTUNITY, opportunity, NULL);
  g_assert_cmpstr (clinch_row_text (row, CLINCH_OPPORTUNITY_NEXT_STEP), ==, "报价");
  g_assert_cmpstr (clinch_row_text (row, CLINCH_OPPORTUNITY_NEXT_DATE), ==, "2026-12-02");
  g_assert_cmpint (clinch_row_int (row, CLINCH_OPPORTUNITY_FOLLOW_UP_COUNT), ==, 1);

  actions = clinch_test_store_text (test, "SELECT action || args FROM step WHERE id > 1");
  g_assert_cmpstr (actions, ==,
                   "add[\"members\",\"王敏\"]\nadd[\"customers\",\"杭钢\"]\nadd[\"opportunities\",\"MES\"]\n"
                                "log[\"note\",\"杭钢\"]");
}

static ClinchTestStore *
make_column (void)
{
  ClinchTestStore *test = clinch_test_store_new ("en");
  const char *const names[] = { "name=D", "name=C", "name=B", "name=A" };

  add (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add (test,
         clinch_test_row (CLINCH_KIND_OPPORTUNITY, names[i], "customer=1", "amount=100", NULL));
  ASSERT_COLUMN (test, "first-talks", "ABCD");

  return test;
}

/* A is 4, B 3, C 2, D 1. */
static void
test_operations_reorder (void)
{
  static const struct
  {
    gint64 ids[3];
    gsize n_ids;
    gint64 before;
    const char *expected;
  } cases[] = {
    { { 1 }, 1, 0, "DABC" }, { { 1 }, 1, CLINCH_MOVE_BOTTOM, "ABCD" }, { { 4 }, 1, CLINCH_MOVE_BOTTOM, "BCDA" },
    { { 4 }, 1, 1, "BCAD" }, { { 1 }, 1, 3, "ADBC" }, { { 2 }, 1, 2, "ABCD" }, { { 4 }, 1, 3, "ABCD" },
    { { 2, 4 }, 2, 0, "CABD" }, { { 4, 3 }, 2, CLINCH_MOVE_BOTTOM, "CDAB" }, { { 1, 2 }, 2, 3, "ADCB" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchTestStore) test = make_column ();
      ClinchMoveRequest request = { .stage_id = clinch_test_store_stage (test, "first-talks"),
                                    .before_id = cases[i].before };
      g_autoptr(GError) error = NULL;

      g_assert_true (move (test, cases[i].ids, cases[i].n_ids, &request, &error));
      g_assert_no_error (error);
      ASSERT_COLUMN (test, "first-talks", cases[i].expected);
      /* Changing the order is no change of stage. */
      g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM stage_move"), ==, 4);
    }
}

/* The gap between two neighbours halves with each card put between them, until the neighbours move
 * apart. */
static void
test_operations_gaps (void)
{
  g_autoptr(ClinchTestStore) test = make_column ();
  ClinchMoveRequest request = { .stage_id = clinch_test_store_stage (test, "first-talks") };
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 100; i++)
    {
      const gint64 c = 2;
      const gint64 d = 1;

      request.before_id = 3;
      g_assert_true (move (test, i % 2 == 0 ? &c : &d, 1, &request, &error));
      g_assert_no_error (error);
      g_assert_cmpint (clinch_test_store_int (test,
                                              "SELECT count (DISTINCT position) FROM opportunity"), ==, 4);
      ASSERT_COLUMN (test, "first-talks", i == 0 ? "ACBD" : i % 2 == 0 ? "ADCB" : "ACDB");
    }
}

static void
test_operations_outcome (void)
{
  g_autoptr(ClinchTestStore) test = make_column ();
  ClinchMoveRequest won = { .stage_id = clinch_test_store_stage (test, "won"), .has_amount = TRUE,
                            .amount = 500 };
  ClinchMoveRequest lost = { .stage_id = clinch_test_store_stage (test, "lost") };
  ClinchMoveRequest open = { .stage_id = clinch_test_store_stage (test, "quote") };
  g_autoptr(GError) error = NULL;
  g_autofree char *as_won = NULL;
  g_autofree char *as_lost = NULL;
  g_autofree char *as_open = NULL;
  const gint64 id = 4;

  clinch_test_store_update (test, id,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "probability=80", NULL));

  g_assert_true (move (test, &id, 1, &won, &error));
  as_won = clinch_test_store_text (test,
                                   "SELECT amount || ' ' || closed_date || ' ' || ifnull (probability, '-') || ' ' || predicted FROM opportunity"
                                         " WHERE id = 4");
  g_assert_cmpstr (as_won, ==, "500 2026-11-24 - 80");

  g_assert_false (move (test, &id, 1, &lost, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NEEDS_REASON);
  g_clear_error (&error);
  lost.reason = " \t ";
  g_assert_false (move (test, &id, 1, &lost, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NEEDS_REASON);
  g_clear_error (&error);
  lost.reason = "Price";
  lost.competitor = "Rival";
  lost.date = "2026-02-30";
  g_assert_false (move (test, &id, 1, &lost, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  lost.date = "2026-10-01";
  g_assert_true (move (test, &id, 1, &lost, &error));
  as_lost = clinch_test_store_text (test,
                                    "SELECT lost_reason || competitor || closed_date || predicted FROM opportunity WHERE id = 4");
  g_assert_cmpstr (as_lost, ==, "PriceRival2026-10-0180");

  g_assert_true (move (test, &id, 1, &open, &error));
  as_open = clinch_test_store_text (test,
                                    "SELECT ifnull (lost_reason, '-') || ifnull (closed_date, '-') || stage_entered_at || probability"
                                          " FROM opportunity WHERE id = 4");
  g_assert_cmpstr (as_open, ==, "--179547840080");
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM stage_move WHERE opportunity_id = 4"), ==, 4);
  clinch_test_store_check_counts (test);
}

static void
test_operations_move_many (void)
{
  g_autoptr(ClinchTestStore) test = make_column ();
  ClinchMoveRequest request = { .stage_id = clinch_test_store_stage (test, "quote") };
  const gint64 ids[] = { 3, 1, 4 };
  const gint64 missing[] = { 2, 99 };
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_true (move (test, ids, 3, &request, &error));
  ASSERT_COLUMN (test, "quote", "BDA");
  ASSERT_COLUMN (test, "first-talks", "C");
  label = clinch_test_store_text (test, "SELECT action || args FROM step ORDER BY id DESC LIMIT 1");
  g_assert_cmpstr (label, ==, "move-many[\"3\",\"Quote\"]");

  /* All or none. */
  g_assert_false (move (test, missing, 2, &request, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND);
  ASSERT_COLUMN (test, "first-talks", "C");
  clinch_test_store_check_counts (test);
}

static void
test_operations_labels (void)
{
  g_autoptr(ClinchTestStore) test = make_column ();
  g_autoptr(ClinchTxn) edit_one = clinch_txn_begin (test->db, 1000, NULL);
  g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=7", NULL);
  ClinchTxn *other;
  const gint64 ids[] = { 1, 2 };
  g_autofree char *labels = NULL;

  g_assert_true (clinch_operation_edit (edit_one, CLINCH_KIND_OPPORTUNITY, ids, 1, changes, NULL));
  clinch_change_set_unref (clinch_txn_commit (g_steal_pointer (&edit_one), NULL));
  other = clinch_txn_begin (test->db, 1000, NULL);
  g_assert_true (clinch_operation_edit (other, CLINCH_KIND_OPPORTUNITY, ids, 2, changes, NULL));
  clinch_change_set_unref (clinch_txn_commit (other, NULL));
  other = clinch_txn_begin (test->db, 1000, NULL);
  g_assert_true (clinch_operation_delete (other, CLINCH_KIND_OPPORTUNITY, ids, 2, NULL));
  clinch_change_set_unref (clinch_txn_commit (other, NULL));
  other = clinch_txn_begin (test->db, 1000, NULL);
  g_assert_true (clinch_operation_restore (other, CLINCH_KIND_OPPORTUNITY, 2, NULL));
  clinch_change_set_unref (clinch_txn_commit (other, NULL));

  labels = clinch_test_store_text (test,
                                   "SELECT action || args FROM step ORDER BY id DESC LIMIT 4");
  g_assert_cmpstr (labels, ==,
                   "restore[\"opportunities\",\"C\"]\ndelete-many[\"opportunities\",\"2\"]\n"
                               "edit-many[\"opportunities\",\"2\",\"amount\"]\nedit[\"opportunities\",\"D\",\"amount\"]");
}

/* A new stage stands where it is passed through, and a new pipeline is not that of the next
 * deal. */
static void
test_operations_process (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autoptr(ClinchRow) opportunity = NULL;
  g_autofree char *stages = NULL;
  gint64 first = clinch_test_store_int (test, "SELECT id FROM pipeline ORDER BY position LIMIT 1");

  add (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", NULL));
  add (test, clinch_test_row (CLINCH_KIND_PIPELINE, "name=渠道", NULL));
  add (test, clinch_test_row (CLINCH_KIND_STAGE, "name=试用", "pipeline=1", NULL));
  add (test, clinch_test_row (CLINCH_KIND_STAGE, "name=搁置", "pipeline=1", "type=lost", NULL));
  stages = clinch_test_store_text (test,
                                   "SELECT group_concat (name, ' ') FROM (SELECT name FROM stage"
                                   " WHERE pipeline_id = 1 ORDER BY position)");
  g_assert_cmpstr (stages, ==, "初步沟通 需求确认 方案制定 报价 谈判 试用 成交 丢单 搁置");

  opportunity = clinch_db_load_row (test->db, CLINCH_KIND_OPPORTUNITY,
                                    add (test,
                                         clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES",
                                                          "customer=1", NULL)), NULL);
  g_assert_cmpint (clinch_row_int (opportunity, CLINCH_OPPORTUNITY_PIPELINE), ==, first);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/operations/add", test_operations_add);
  g_test_add_func ("/operations/reorder", test_operations_reorder);
  g_test_add_func ("/operations/gaps", test_operations_gaps);
  g_test_add_func ("/operations/outcome", test_operations_outcome);
  g_test_add_func ("/operations/move-many", test_operations_move_many);
  g_test_add_func ("/operations/labels", test_operations_labels);
  g_test_add_func ("/operations/process", test_operations_process);
  return g_test_run ();
}
