// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-log.h"
#include "clinch-step-label.h"
#include "clinch-test-store.h"

#include <string.h>

/* Everything that is data, in one text: what undo must bring back exactly, but for the moment of
 * deletion. */
static char *
dump (ClinchTestStore *test)
{
  GString *out = g_string_new (NULL);

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) rows = clinch_db_load_rows (test->db, NULL, kind, "ORDER BY id", "");

      for (guint i = 0; i < rows->len; i++)
        {
          ClinchRow *row = rows->pdata[i];
          g_autofree char *json = clinch_row_to_json (row, ~G_GUINT64_CONSTANT (0), FALSE);

          g_string_append_printf (out, "%s %" G_GINT64_FORMAT " %s %s\n", clinch_kind_table (kind),
                                  row->id,
                                  row->deleted_at != 0 ? "dead" : "living", json);
        }
    }

  return g_string_free (out, FALSE);
}

static gint64
undo (ClinchTestStore *test,
      gint64           step)
{
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;

  clinch_log_undo (txn, step, &error);
  g_assert_no_error (error);

  return clinch_test_store_commit (g_steal_pointer (&txn));
}

static void
assert_refused (ClinchTestStore *test,
                gint64           step,
                const char      *message)
{
  g_autofree char *before = dump (test);
  g_autofree char *after = NULL;
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;

  g_assert_false (clinch_log_undo (txn, step, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, message);
  g_clear_pointer (&txn, clinch_txn_rollback);
  after = dump (test);
  g_assert_cmpstr (after, ==, before);
}

static gint64
last_step (ClinchTestStore *test)
{
  return clinch_test_store_int (test, "SELECT max (id) FROM step");
}

static gint64
edit (ClinchTestStore *test,
      ClinchKind       kind,
      gint64           id,
      const char      *assignment)
{
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(ClinchRow) row = clinch_test_row (kind, assignment, NULL);
  g_autofree char *name = clinch_db_name_of (test->db, kind, id);
  g_autofree char *field = g_strndup (assignment, strcspn (assignment, "="));
  g_autoptr(GError) error = NULL;

  clinch_txn_update (txn, id, row, &error);
  g_assert_no_error (error);
  clinch_txn_set_action (txn, CLINCH_ACTION_EDIT, clinch_kind_word (kind), name, field, NULL);

  return clinch_test_store_commit (g_steal_pointer (&txn));
}

static ClinchTestStore *
new_with_records (void)
{
  ClinchTestStore *test = clinch_test_store_new ("en");

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "amount=100",
                                             "note=zebra", NULL));

  return test;
}

/* Each kind of change goes back and forth without a trace in the data. */
static void
test_log_there_and_back (void)
{
  g_autoptr(ClinchTestStore) test = new_with_records ();
  g_autofree char *at_first = dump (test);
  g_autofree char *at_last = NULL;
  gint64 steps[4];
  gint64 undos[4];

  steps[0] = edit (test, CLINCH_KIND_OPPORTUNITY, 1, "amount=250");
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=He said yes",
                                             "opportunity=1", NULL));
  steps[1] = last_step (test);
  steps[2] = edit (test, CLINCH_KIND_CUSTOMER, 1, "name=Hangzhou Steel");
  steps[3] = clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, 1);
  at_last = dump (test);

  for (int i = 3; i >= 0; i--)
    undos[i] = undo (test, steps[i]);
  {
    g_autofree char *now = dump (test);
    char *follow_up = strstr (now, "follow_up 1 dead");

    /* The follow-up that was added lies in the bin now; all else is as it was. */
    g_assert_nonnull (follow_up);
    memmove (follow_up, strchr (follow_up, '\n') + 1, strlen (strchr (follow_up, '\n') + 1) + 1);
    g_assert_cmpstr (now, ==, at_first);
  }
  clinch_test_store_check_counts (test);
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM search_text WHERE search_text MATCH 'zebra'"), ==, 1);
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM search_text WHERE search_text MATCH 'said'"), ==, 0);

  /* Undoing the undos, in the order in which things were done. */
  for (int i = 0; i < 4; i++)
    undo (test, undos[i]);
  {
    g_autofree char *now = dump (test);

    g_assert_cmpstr (now, ==, at_last);
  }
  clinch_test_store_check_counts (test);
}

static void
test_log_undoable (void)
{
  g_autoptr(ClinchTestStore) test = new_with_records ();
  gint64 first = edit (test, CLINCH_KIND_OPPORTUNITY, 1, "amount=1");
  gint64 second = edit (test, CLINCH_KIND_OPPORTUNITY, 1, "amount=2");
  g_autofree char *label = NULL;
  gint64 step;

  g_assert_true (clinch_log_undoable (test->db, &step, &label, NULL));
  g_assert_cmpint (step, ==, second);
  g_assert_cmpstr (label, ==, "Edit Opportunity “MES”: Amount");
  g_assert_true (clinch_log_redoable (test->db, &step, NULL, NULL));
  g_assert_cmpint (step, ==, 0);

  /* Twice undo, twice redo: a stack. */
  undo (test, second);
  g_assert_true (clinch_log_undoable (test->db, &step, NULL, NULL));
  g_assert_cmpint (step, ==, first);
  undo (test, first);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT amount FROM opportunity"), ==, 100);
  for (int amount = 1; amount <= 2; amount++)
    {
      g_autofree char *redo_label = NULL;

      g_assert_true (clinch_log_redoable (test->db, &step, &redo_label, NULL));
      g_assert_cmpstr (redo_label, ==, "Edit Opportunity “MES”: Amount");
      undo (test, step);
      g_assert_cmpint (clinch_test_store_int (test, "SELECT amount FROM opportunity"), ==, amount);
    }
  g_assert_true (clinch_log_redoable (test->db, &step, NULL, NULL));
  g_assert_cmpint (step, ==, 0);

  /* What was redone can be undone again, by the name of the step itself. */
  g_assert_true (clinch_log_undoable (test->db, &step, NULL, NULL));
  g_assert_cmpint (step, ==, second);
  undo (test, second);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT amount FROM opportunity"), ==, 1);

  /* Something new ends the redo. */
  edit (test, CLINCH_KIND_CUSTOMER, 1, "region=Hangzhou");
  g_assert_true (clinch_log_redoable (test->db, &step, NULL, NULL));
  g_assert_cmpint (step, ==, 0);
}

static void
test_log_labels (void)
{
  g_autoptr(ClinchTestStore) test = new_with_records ();
  gint64 step = edit (test, CLINCH_KIND_OPPORTUNITY, 1, "amount=1");
  gint64 undone = undo (test, step);
  gint64 redone = undo (test, undone);
  gint64 again = undo (test, step);
  const struct
  {
    gint64 step;
    const char *label;
    gint64 undone_by;
  } cases[] = {
    { step, "Edit Opportunity “MES”: Amount", undone },
    { undone, "Undo: Edit Opportunity “MES”: Amount", 0 },
    { redone, "Redo: Edit Opportunity “MES”: Amount", again },
    { again, "Undo: Edit Opportunity “MES”: Amount", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchStep) found = clinch_log_step (test->db, cases[i].step, NULL);
      g_autofree char *label = clinch_step_label (found->action, found->args);

      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpint (found->undone_by, ==, cases[i].undone_by);
    }
}

static void
test_log_refused (void)
{
  g_autoptr(ClinchTestStore) test = new_with_records ();
  gint64 first = edit (test, CLINCH_KIND_OPPORTUNITY, 1, "amount=1");
  gint64 second = edit (test, CLINCH_KIND_OPPORTUNITY, 1, "amount=2");
  gint64 other = edit (test, CLINCH_KIND_OPPORTUNITY, 1, "product=MES 3");
  gint64 undone;

  assert_refused (test, first,
                  "“Edit Opportunity “MES”: Amount” cannot be undone: “Amount” of “MES” was changed after it "
                               "(Edit Opportunity “MES”: Amount). Undo that first.");
  /* Another field does not stand in the way, and a later change that was taken back does not
   * either. */
  undo (test, other);
  undone = undo (test, second);
  assert_refused (test, second, "“Edit Opportunity “MES”: Amount” was undone already.");
  undo (test, first);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT amount FROM opportunity"), ==, 100);

  /* Redoing the second alone would skip the first. */
  assert_refused (test, undone,
                  "“Undo: Edit Opportunity “MES”: Amount” cannot be undone: “Amount” of “MES” was changed "
                                "after it (Undo: Edit Opportunity “MES”: Amount). Undo that first.");
  assert_refused (test, 1, "“Create the workspace” cannot be undone.");
}

static void
test_log_refused_for_others (void)
{
  g_autoptr(ClinchTestStore) test = new_with_records ();
  gint64 added;
  gint64 deleted;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Baosteel", NULL));
  added = last_step (test);
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=Wang", "customer=2", NULL));
  assert_refused (test, added,
                  "“test” cannot be undone: Contact “Wang” depends on it (test). Undo that or delete it first.");

  clinch_test_store_delete (test, CLINCH_KIND_CONTACT, 1);
  edit (test, CLINCH_KIND_CUSTOMER, 2, "region=Shanghai");
  assert_refused (test, added,
                  "“test” cannot be undone: “Region” of “Baosteel” was changed after it (Edit Customer “Baosteel”: "
                               "Region). Undo that first.");

  /* What comes back needs what it points at. */
  deleted = clinch_test_store_delete (test, CLINCH_KIND_OPPORTUNITY, 1);
  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, 1);
  assert_refused (test, deleted,
                  "“test” cannot be undone: Customer “Hangang”, which it needs, lies in the recycle bin. "
                                 "Restore that first.");
  assert_refused (test, 2,
                  "“test” cannot be undone: “Hangang” was deleted or restored after it (test). Undo that first.");
}

static void
test_log_reading (void)
{
  g_autoptr(ClinchTestStore) test = new_with_records ();
  gint64 step = edit (test, CLINCH_KIND_OPPORTUNITY, 1, "amount=1");
  g_autoptr(GPtrArray) steps = clinch_log_steps (test->db, 0, 0, 2, NULL);
  g_autoptr(GPtrArray) older = NULL;
  g_autoptr(GPtrArray) of_record = clinch_log_record_steps (test->db, CLINCH_KIND_OPPORTUNITY, 1,
                                                            NULL);
  g_autoptr(GPtrArray) entries = clinch_log_entries (test->db, step, CLINCH_KIND_NONE, 0, 0, NULL);
  g_autoptr(GPtrArray) seed = clinch_log_entries (test->db, 1, CLINCH_KIND_STAGE, 0, 5, NULL);
  g_autoptr(GPtrArray) one = clinch_log_entries (test->db, 1, CLINCH_KIND_STAGE, 3, 0, NULL);
  g_autoptr(GPtrArray) future = clinch_log_steps (test->db, G_MAXINT64, 0, 0, NULL);
  ClinchLogEntry *entry;

  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpint (((ClinchStep *) steps->pdata[0])->id, ==, step);
  g_assert_cmpint (((ClinchStep *) steps->pdata[0])->n_changes, ==, 1);
  g_assert_cmpint (((ClinchStep *) steps->pdata[0])->member_id, ==, 1);
  older = clinch_log_steps (test->db, 1, ((ClinchStep *) steps->pdata[1])->id, 0, NULL);
  g_assert_cmpuint (older->len, ==, step - 2);
  g_assert_cmpuint (of_record->len, ==, 2);
  g_assert_cmpuint (future->len, ==, 0);

  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_true (entry->kind == CLINCH_KIND_OPPORTUNITY && entry->op == CLINCH_CHANGE_UPDATE);
  g_assert_cmpint (clinch_row_int (entry->before, CLINCH_OPPORTUNITY_AMOUNT), ==, 100);
  g_assert_cmpint (clinch_row_int (entry->after, CLINCH_OPPORTUNITY_AMOUNT), ==, 1);
  g_assert_false (clinch_row_has (entry->after, CLINCH_OPPORTUNITY_NAME));

  g_assert_cmpuint (seed->len, ==, 5);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_null (((ClinchLogEntry *) one->pdata[0])->before);
}

/* Steps in any order, undone in any order that is not refused: everything undone leaves the data as
 * it was at first. */
static void
test_log_random (void)
{
  g_autoptr(ClinchTestStore) test = new_with_records ();
  g_autofree char *at_first = dump (test);
  g_autofree char *at_last = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  gint64 step;

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *assignment = g_strdup_printf ("%s=%d",
                                                     g_rand_boolean (rand) ? "amount" : "founded",
                                                     g_rand_int_range (rand, 1, 5));
      gboolean amount = g_str_has_prefix (assignment, "amount");
      g_autoptr(ClinchTxn) txn = NULL;

      edit (test, amount ? CLINCH_KIND_OPPORTUNITY : CLINCH_KIND_CUSTOMER, 1, assignment);
      if (g_rand_boolean (rand))
        continue;
      txn = clinch_test_store_begin (test);
      if (clinch_log_undo (txn, g_rand_int_range (rand, 4, last_step (test) + 1), NULL))
        clinch_test_store_commit (g_steal_pointer (&txn));
    }
  while (clinch_log_undoable (test->db, &step, NULL, NULL) && step > 3)
    undo (test, step);
  at_last = dump (test);
  g_assert_cmpstr (at_last, ==, at_first);
}

/* An import of 20,000 customers is one step and goes back as one. */
static void
test_log_large (void)
{
  g_autoptr(ClinchTestStore) test = new_with_records ();
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  gint64 started;
  gint64 step;
  gint64 undone;

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=杭州第%d钢铁有限公司", i);
      g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, name, "industry=工业自动化",
                                                  NULL);

      clinch_test_store_fill (test->db, row);
      g_assert_cmpint (clinch_txn_insert (txn, row, NULL), !=, 0);
    }
  step = clinch_test_store_commit (g_steal_pointer (&txn));
  edit (test, CLINCH_KIND_CUSTOMER, 1, "region=Hangzhou");

  started = g_get_monotonic_time ();
  undone = undo (test, step);
  g_test_message ("undo of 20,000: %d ms", (int) ((g_get_monotonic_time () - started) / 1000));
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM customer WHERE deleted_at IS NULL"), ==, 1);
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM search_name WHERE search_name MATCH '\"杭 州 第\"'"), ==, 0);
  started = g_get_monotonic_time ();
  undo (test, undone);
  g_test_message ("redo of 20,000: %d ms", (int) ((g_get_monotonic_time () - started) / 1000));
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM search_name WHERE search_name MATCH '\"杭 州 第\"'"), ==,
                   20000);

  /* One of them was touched since: all stay. */
  edit (test, CLINCH_KIND_CUSTOMER, 777, "region=Ningbo");
  assert_refused (test, step,
                  "“test” cannot be undone: “Region” of “杭州第775钢铁有限公司” was changed after it "
                              "(Edit Customer “杭州第775钢铁有限公司”: Region). Undo that first.");
}

/* A stand-in for the rules: the more of two numbers are known, the better the grade. */
static gboolean
grade_by_numbers (ClinchTxn              *txn,
                  const ClinchChangeSet  *changes,
                  GError                **error)
{
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ClinchChange change = g_array_index (changes->changes, ClinchChange, i);
      g_autoptr(ClinchRow) row = NULL;
      g_autoptr(ClinchRow) grades = clinch_row_new (CLINCH_KIND_CUSTOMER);
      int n_known;

      if (change.kind != CLINCH_KIND_CUSTOMER)
        continue;
      row = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_CUSTOMER, change.id, error);
      if (row == NULL)
        return FALSE;
      n_known = !clinch_row_is_null (row, CLINCH_CUSTOMER_REVENUE)
                + !clinch_row_is_null (row, CLINCH_CUSTOMER_EMPLOYEES);
      clinch_row_set_text (grades, CLINCH_CUSTOMER_AUTO_GRADE,
                           n_known == 0 ? NULL : n_known == 1 ? "A" : "S");
      if (n_known > 0)
        clinch_row_set_text (grades, CLINCH_CUSTOMER_GRADE, n_known == 1 ? "A" : "S");
      if (!clinch_txn_update (txn, change.id, grades, error))
        return FALSE;
    }

  return TRUE;
}

static void
assert_answer (ClinchTestStore *test,
               const char      *expected,
               const char      *sql)
{
  g_autofree char *answer = clinch_test_store_text (test, "%s", sql);

  g_assert_cmpstr (answer, ==, expected);
}

/* What is derived is in the history of the step it follows from, and hinders no undo. */
static void
test_log_derived (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  const char *grades = "SELECT ifnull (auto_grade, '-') || grade FROM customer";
  gint64 by_hand;
  gint64 first;
  gint64 second;
  gint64 id;

  id = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", "grade=C",
                                                        NULL));
  clinch_txn_set_derive_func (grade_by_numbers);
  by_hand = edit (test, CLINCH_KIND_CUSTOMER, id, "grade=B");
  first = edit (test, CLINCH_KIND_CUSTOMER, id, "revenue=100");
  assert_answer (test, "AA", grades);
  second = edit (test, CLINCH_KIND_CUSTOMER, id, "employees=5");
  assert_answer (test, "SS", grades);
  assert_answer (test, "{\"grade\":\"S\",\"auto_grade\":\"S\"}",
                 "SELECT after FROM change WHERE step_id = (SELECT max (id) FROM step)"
                 " AND after LIKE '%grade%'");

  undo (test, first);
  assert_answer (test, "AA", grades);
  undo (test, second);
  assert_answer (test, "-A", grades);
  undo (test, by_hand);
  assert_answer (test, "-C", grades);
  clinch_test_assert_sound (test->db);
  clinch_txn_set_derive_func (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/log/there-and-back", test_log_there_and_back);
  g_test_add_func ("/store/log/undoable", test_log_undoable);
  g_test_add_func ("/store/log/labels", test_log_labels);
  g_test_add_func ("/store/log/refused", test_log_refused);
  g_test_add_func ("/store/log/refused-for-others", test_log_refused_for_others);
  g_test_add_func ("/store/log/reading", test_log_reading);
  g_test_add_func ("/store/log/derived", test_log_derived);
  g_test_add_func ("/store/log/random", test_log_random);
  g_test_add_func ("/store/log/large", test_log_large);

  return g_test_run ();
}
