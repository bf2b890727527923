// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-clock.h"
#include "clinch-history.h"
#include "clinch-operations.h"
#include "clinch-step-label.h"
#include "clinch-test-store.h"

static ClinchHistoryChunk *
load (ClinchTestStore    *test,
      ClinchHistoryQuery  query)
{
  g_autoptr(GError) error = NULL;
  ClinchHistoryChunk *chunk;

  if (query.limit == 0)
    query.limit = 50;
  chunk = clinch_history_load (test->db, &query, &error);
  g_assert_no_error (error);

  return chunk;
}

/* The labels of the steps, newest first, apart by "|". */
static char *
labels (ClinchTestStore    *test,
        ClinchHistoryQuery  query)
{
  g_autoptr(ClinchHistoryChunk) chunk = load (test, query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chunk->entries->len; i++)
    {
      const ClinchHistoryEntry *entry = g_ptr_array_index (chunk->entries, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", entry->label);
    }

  return g_string_free (text, FALSE);
}

/* What a step changed: "Name [op] Field: before>after; …". */
static char *
changes (ClinchTestStore *test,
         gint64           step_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = clinch_history_changes (test->db, step_id, CLINCH_KIND_NONE, 0, 10,
                                                      &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const ClinchHistoryChange *change = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s[%d]", change->name, change->op);
      for (guint j = 0; j < change->values->len; j++)
        {
          const ClinchHistoryValue *value = g_ptr_array_index (change->values, j);

          g_string_append_printf (text, " %s: %s>%s;", value->label, value->before, value->after);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* A step that takes its action from what is done in it. */
static ClinchTxn *
begin (ClinchTestStore *test)
{
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = clinch_txn_begin (test->db, clinch_clock_now_ms (), &error);

  g_assert_no_error (error);

  return txn;
}

static gint64
edit (ClinchTestStore *test,
      gint64           id,
      ClinchRow       *row)
{
  g_autoptr(ClinchRow) fields = row;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  g_assert_true (clinch_operation_edit (txn, fields->kind, &id, 1, fields, &error));
  g_assert_no_error (error);

  return clinch_test_store_commit (txn);
}

static gint64
move (ClinchTestStore *test,
      gint64           id,
      const char      *stage)
{
  ClinchMoveRequest request = { .stage_id = clinch_test_store_stage (test, stage) };
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  g_assert_true (clinch_operation_move (txn, &id, 1, &request, &error));
  g_assert_no_error (error);

  return clinch_test_store_commit (txn);
}

static gint64
undo (ClinchTestStore *test,
      gint64           step_id)
{
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = begin (test);

  g_assert_true (clinch_log_undo (txn, step_id, &error));
  g_assert_no_error (error);

  return clinch_test_store_commit (txn);
}

static ClinchTestStore *
make_store (void)
{
  ClinchTestStore *test = clinch_test_store_new ("en");

  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang & <b>Sons</b>",
                                             NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "amount=12000000",
                                             NULL));

  return test;
}

static void
test_history_values (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  gint64 amount = edit (test, 1,
                        clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=25000000", NULL));
  gint64 cleared = edit (test, 1,
                         clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=", "product=Steel",
                                          NULL));
  gint64 moved = move (test, 1, "proposal");
  gint64 gone = clinch_test_store_delete (test, CLINCH_KIND_OPPORTUNITY, 1);
  g_autofree char *first = changes (test, amount);
  g_autofree char *second = changes (test, cleared);
  g_autofree char *third = changes (test, moved);
  g_autofree char *fourth = changes (test, gone);

  g_assert_cmpstr (first, ==, "MES[2] Amount: ¥120,000.00>¥250,000.00;\n");
  g_assert_cmpstr (second, ==, "MES[2] Amount: ¥250,000.00>; Product: >Steel;\n");
  /* Neither the place in the column nor the note of the move is something to read. */
  g_assert_cmpstr (third, ==, "MES[2] Stage: First Talks>Proposal Design;\n");
  g_assert_cmpstr (fourth, ==, "MES[3]\n");
}

static void
test_history_filter (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  ClinchHistoryQuery all = { 0 };
  g_autofree char *everything = NULL;
  g_autofree char *texts = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *later = NULL;

  edit (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "industry=Steel", NULL));
  edit (test, 1, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=1", NULL));
  move (test, 1, "proposal");

  texts = labels (test, (ClinchHistoryQuery) { .text = (char *) "mes AMOUNT" });
  g_assert_cmpstr (texts, ==, "Edit Opportunity “MES”: Amount");
  kind = labels (test,
                 (ClinchHistoryQuery) { .kind = CLINCH_KIND_CUSTOMER, .text = (char *) "edit" });
  g_assert_cmpstr (kind, ==, "Edit Customer “Hangang & <b>Sons</b>”: Industry");
  mine = labels (test, (ClinchHistoryQuery) { .member_id = 1, .text = (char *) "move" });
  g_assert_cmpstr (mine, ==, "Move “MES” to Proposal Design");
  nobody = labels (test, (ClinchHistoryQuery) { .member_id = 77 });
  g_assert_cmpstr (nobody, ==, "");
  later = labels (test, (ClinchHistoryQuery) { .since = G_MAXINT64 });
  g_assert_cmpstr (later, ==, "");
  everything = labels (test, all);
  g_assert_true (g_str_has_prefix (everything,
                                   "Move “MES” to Proposal Design|Edit Opportunity “MES”: Amount|Edit Customer"));
}

/* However it is cut into pages, each step is there once. */
static void
test_history_pages (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  gint64 before = 0;
  int n_steps = 0;
  int expected;

  for (int i = 0; i < 210; i++)
    {
      g_autofree char *product = g_strdup_printf ("product=P%d", i);

      edit (test, 1, clinch_test_row (CLINCH_KIND_OPPORTUNITY, product, NULL));
    }
  expected = (int) clinch_test_store_int (test, "SELECT count (*) FROM step");

  do
    {
      g_autoptr(ClinchHistoryChunk) chunk = load (test,
                                                  (ClinchHistoryQuery) { .before_id = before,
                                                                         .limit = 7 });

      for (guint i = 0; i < chunk->entries->len; i++)
        {
          const ClinchHistoryEntry *entry = g_ptr_array_index (chunk->entries, i);

          g_assert_true (before == 0 || entry->step->id < before);
          before = entry->step->id;
          n_steps++;
        }
      before = chunk->next;
    }
  while (before != 0);
  g_assert_cmpint (n_steps, ==, expected);
}

static void
test_history_undone (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  gint64 step = move (test, 1, "proposal");
  gint64 undoing = undo (test, step);
  g_autoptr(ClinchHistoryChunk) chunk = load (test, (ClinchHistoryQuery) { 0 });
  const ClinchHistoryEntry *newest = g_ptr_array_index (chunk->entries, 0);
  const ClinchHistoryEntry *before = g_ptr_array_index (chunk->entries, 1);

  g_assert_cmpint (newest->step->id, ==, undoing);
  g_assert_cmpstr (newest->label, ==, "Undo: Move “MES” to Proposal Design");
  g_assert_cmpint (before->step->undone_by, ==, undoing);
  g_assert_cmpint (before->n_records, ==, 1);
  g_assert_cmpstr (before->member, !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/history/values", test_history_values);
  g_test_add_func ("/history/filter", test_history_filter);
  g_test_add_func ("/history/pages", test_history_pages);
  g_test_add_func ("/history/undone", test_history_undone);

  return g_test_run ();
}
