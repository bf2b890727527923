// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-check.h"
#include "clinch-log.h"
#include "clinch-operations.h"
#include "clinch-step-label.h"
#include "clinch-test-store.h"

#include <sqlite3.h>
#include <string.h>

static ClinchTestStore *
new_with_history (void)
{
  ClinchTestStore *test = clinch_test_store_new ("en");
  g_autoptr(ClinchTxn) txn = NULL;
  gint64 step;

  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", "industry=Steel",
                                             NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Baosteel", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=Wang", "customer=1", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "amount=100",
                                             "customer=1", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=Hello", "opportunity=1",
                                             "customer=1", NULL));
  clinch_test_store_update (test, 1,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=250", "note=Later",
                                             "product=", NULL));
  clinch_test_store_update (test, 1,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "stage=2", "note=", NULL));
  step = clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, 2);
  txn = clinch_test_store_begin (test);
  g_assert_true (clinch_log_undo (txn, step, NULL));
  clinch_test_store_commit (g_steal_pointer (&txn));
  clinch_test_store_delete (test, CLINCH_KIND_CONTACT, 1);

  return test;
}

static char *
check (ClinchTestStore *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = clinch_check_run (test->db, NULL, NULL, &error);
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "",
                            ((ClinchFinding *) findings->pdata[i])->message);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_check_clean (void)
{
  g_autoptr(ClinchTestStore) test = new_with_history ();
  g_autofree char *findings = check (test);

  g_assert_cmpstr (findings, ==, "");
}

/* Each alteration from outside, by somebody who can open the file, is found and named. */
static void
test_check_altered (void)
{
  static const struct
  {
    const char *sql;
    const char *expected;
  } cases[] = {
    { "UPDATE customer SET address = 'Shanghai' WHERE id = 1", "Customer “Hangang” differs from its history in “Address”." },
    { "UPDATE opportunity SET source = 'X' WHERE id = 1", "Opportunity “MES” differs from its history in “Source”." },
    { "UPDATE customer SET name = 'Hangong' WHERE id = 1",
      "Customer “Hangong” differs from its history in “Name”.\nCustomer “Hangong” has a sort key that does not belong to its name." },
    { "UPDATE customer SET deleted_at = 5 WHERE id = 1",
      "Customer “Hangang” lies in the recycle bin without having been deleted.\nCustomer “Hangang” is in the search index and should not "
      "be.\nCustomer “Hangang” is in the search index and should not be." },
    { "UPDATE customer SET created_at = created_at - 86400 WHERE id = 1", "Customer “Hangang” was created at another time than its history says." },
    { "UPDATE opportunity SET created_at = 5", "Opportunity “MES” was created at another time than its history says." },
    { "UPDATE contact SET deleted_at = 5", "Contact “Wang” was deleted at another time than its history says." },
    { "DROP INDEX customer_owner", "The structure of the database file was altered at “customer_owner”." },
    { "CREATE TRIGGER evil AFTER INSERT ON customer BEGIN DELETE FROM contact; END", "The structure of the database file was altered at “evil”." },
    { "UPDATE contact SET deleted_at = NULL", "Contact “Wang” was deleted by its history and lives.\nContact “Wang” is missing in the search index." },
    { "UPDATE customer SET open_value = 7 WHERE id = 1", "Customer “Hangang”: the totals differ from a recount." },
    { "UPDATE opportunity SET follow_up_count = 7", "Opportunity “MES”: the totals differ from a recount." },
    { "UPDATE opportunity SET chain = 'decision-maker'", "Opportunity “MES”: the totals differ from a recount." },
    { "UPDATE stage_total SET amount = 7 WHERE n > 0", "Stage “Needs Confirmation”: the totals differ from a recount." },
    { "DELETE FROM stage_total", "Stage “Needs Confirmation”: the totals differ from a recount." },
    { "PRAGMA foreign_keys = OFF; DELETE FROM follow_up; UPDATE opportunity SET follow_up_count = 0, last_follow_up_at = NULL;"
      "UPDATE customer SET last_follow_up_at = NULL; DELETE FROM search_text WHERE rowid >> 48 = 8",
      "Follow-up no. 1 stands in the history and is missing." },
    { "PRAGMA foreign_keys = OFF; UPDATE opportunity SET owner_id = 99",
      "Opportunity no. 1 points at a missing Member.\nOpportunity “MES” differs from its history in “Owner”." },
    { "INSERT INTO customer (uid, created_at, name_key, company_key, name, owner_id, currency) SELECT x'00', 1, name_key, company_key,"
      " name, 1, 'CNY' FROM customer WHERE id = 1",
      "Customer “Hangang” is not in the history.\nCustomer “Hangang” is missing in the search index." },
    { "DELETE FROM search_name WHERE rowid >> 48 = 7", "Opportunity “MES” is missing in the search index." },
    { "INSERT INTO search_name (rowid, name) VALUES ((7 << 48) + 5, 'x')", "Opportunity no. 5 is in the search index and nowhere else." },
    { "DROP TRIGGER change_append_only_update; UPDATE change SET after = replace (after, '250', '260') WHERE after LIKE '%250%'",
      "The structure of the database file was altered at “change_append_only_update”.\nStep 7 of the history (test) was altered, or the one before it is missing.\nOpportunity “MES” differs from its history in “Amount”." },
    { "DROP TRIGGER change_append_only_update; UPDATE change SET after = 'nonsense' WHERE kind = 4 AND op = 1",
      "The structure of the database file was altered at “change_append_only_update”.\nStep 4 of the history (test) was altered, or the one before it is missing.\nContact “Wang” has a history that cannot be read." },
    { "DROP TRIGGER step_append_only_update; UPDATE step SET at = at - 86400 WHERE id = 5",
      "The structure of the database file was altered at “step_append_only_update”.\nStep 5 of the history (test) was altered, or the one before it is missing.\n"
      "Opportunity “MES” was created at another time than its history says." },
    { "DROP TRIGGER step_append_only_update; UPDATE step SET member_id = NULL WHERE id = 5",
      "The structure of the database file was altered at “step_append_only_update”.\nStep 5 of the history (test) was altered, or the one before it is missing." },
    { "DROP TRIGGER change_append_only_delete; DELETE FROM change WHERE id = (SELECT max (id) FROM change)",
      "The structure of the database file was altered at “change_append_only_delete”.\nStep 11 of the history (test) lacks some of its changes.\nContact “Wang” lies in the recycle bin without having been deleted." },
    { "DROP TRIGGER step_append_only_delete; PRAGMA foreign_keys = OFF; DELETE FROM step WHERE id = 11",
      "The structure of the database file was altered at “step_append_only_delete”.\nThe history ends with changes whose step is missing.\n"
      "Contact “Wang” lies in the recycle bin without having been deleted." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchTestStore) test = new_with_history ();
      g_autofree char *findings = NULL;
      char *message = NULL;

      g_test_message ("%s", cases[i].sql);
      if (sqlite3_exec (clinch_db_handle (test->db), cases[i].sql, NULL, NULL,
                        &message) != SQLITE_OK)
        g_error ("%s", message);
      findings = check (test);
      g_assert_cmpstr (findings, ==, cases[i].expected);
    }
}

/* A thousand wrong records are counted, not listed. */
static void
test_check_many (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autofree char *findings = NULL;

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL);

      clinch_test_store_fill (test->db, row);
      g_assert_cmpint (clinch_txn_insert (txn, row, NULL), !=, 0);
    }
  clinch_test_store_commit (g_steal_pointer (&txn));
  g_assert_true (clinch_db_exec (test->db, "UPDATE customer SET address = 'X'", NULL));
  findings = check (test);
  g_assert_nonnull (strstr (findings, "Records and history: and 800 more like these."));
}

static void
note_progress (ClinchCheckPart  part,
               double           fraction,
               gpointer         data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
cancel_at_records (ClinchCheckPart  part,
                   double           fraction,
                   gpointer         data)
{
  if (part == CLINCH_CHECK_RECORDS)
    g_cancellable_cancel (data);
}

static void
test_check_progress (void)
{
  g_autoptr(ClinchTestStore) test = new_with_history ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;
  double last = 0;

  /* Enough for the check to look up from its work. */
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL);

      clinch_test_store_fill (test->db, row);
      g_assert_cmpint (clinch_txn_insert (txn, row, NULL), !=, 0);
    }
  clinch_test_store_commit (g_steal_pointer (&txn));

  findings = clinch_check_run (test->db, note_progress, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);

  clinch_db_set_cancellable (test->db, cancellable);
  g_assert_null (clinch_check_run (test->db, cancel_at_records, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clinch_db_set_cancellable (test->db, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/check/clean", test_check_clean);
  g_test_add_func ("/store/check/altered", test_check_altered);
  g_test_add_func ("/store/check/many", test_check_many);
  g_test_add_func ("/store/check/progress", test_check_progress);

  return g_test_run ();
}
