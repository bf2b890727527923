// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-operations.h"
#include "clinch-step-label.h"
#include "clinch-test-store.h"

/* The twenty-fourth of November 2026 in Shanghai. */
#define NOW G_GINT64_CONSTANT (1795478400000)
#define TODAY "2026-11-24"

typedef struct
{
  ClinchTestStore *store;
  gint64 opportunity_id;
  gint64 purchasing_id; /* a contact with a department */
  gint64 unknown_id;    /* one without */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  fixture->store = store;
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Other", NULL));
  fixture->purchasing_id =
    clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Li Ting",
                                                      "department=Purchasing", NULL));
  fixture->unknown_id =
    clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Wang Min", NULL));
  fixture->opportunity_id =
    clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES",
                                                      "customer=1", NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_store_free (fixture->store);
}

/* Gives the label of the step. */
static char *
edit (Fixture   *fixture,
      ClinchRow *row)
{
  g_autoptr(ClinchRow) changes = row;
  g_autoptr(ClinchChangeSet) done = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = clinch_txn_begin (fixture->store->db, NOW, &error);

  g_assert_no_error (error);
  clinch_operation_edit (txn, CLINCH_KIND_OPPORTUNITY, &fixture->opportunity_id, 1, changes,
                         &error);
  g_assert_no_error (error);
  done = clinch_txn_commit (txn, &error);
  g_assert_no_error (error);

  return clinch_step_label (done->action, done->args);
}

static void
assert_wait (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *wait = NULL;

  wait = clinch_test_store_text (fixture->store,
                                 "SELECT ifnull ((SELECT name FROM contact"
                                 " WHERE id = waiting_contact_id), '') || '|'"
                                 " || ifnull (waiting_department, '') || '|'"
                                 " || ifnull (waiting_since, '') FROM opportunity");
  g_assert_cmpstr (wait, ==, expected);
}

#define EDIT(fixture, row, label, wait)                \
  G_STMT_START                                         \
  {                                                    \
    g_autofree char *label_ = edit (fixture, row);     \
    g_assert_cmpstr (label_, ==, label);               \
    assert_wait (fixture, wait);                       \
  }                                                    \
  G_STMT_END

static ClinchRow *
contact_row (gint64 id)
{
  ClinchRow *row = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  if (id != 0)
    clinch_row_set_int (row, CLINCH_OPPORTUNITY_WAITING_CONTACT, id);
  else
    clinch_row_set_null (row, CLINCH_OPPORTUNITY_WAITING_CONTACT);

  return row;
}

static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  /* A person brings the department and the day along. */
  EDIT (fixture, contact_row (fixture->purchasing_id), "Wait for Li Ting (Purchasing): “MES”",
        "Li Ting|Purchasing|" TODAY);
  /* Another one does not begin the wait anew; without a department the old one stays. */
  EDIT (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "waiting-since=2026-11-20", NULL),
        "Wait for Li Ting (Purchasing): “MES”", "Li Ting|Purchasing|2026-11-20");
  EDIT (fixture, contact_row (fixture->unknown_id), "Wait for Wang Min (Purchasing): “MES”",
        "Wang Min|Purchasing|2026-11-20");
  EDIT (fixture, contact_row (0), "Wait for Purchasing: “MES”", "|Purchasing|2026-11-20");
}

static void
test_department (Fixture       *fixture,
                 gconstpointer  data)
{
  EDIT (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "waiting-department=Legal", NULL),
        "Wait for Legal: “MES”", "|Legal|" TODAY);
  /* With nobody to wait for there is no day either. */
  EDIT (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "waiting-department=", NULL),
        "End the wait for the customer: “MES”", "||");
  EDIT (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "waiting-since=2026-11-20", NULL),
        "End the wait for the customer: “MES”", "||");
}

static void
test_beside (Fixture       *fixture,
             gconstpointer  data)
{
  /* Together with something else it is an edit like any other. */
  EDIT (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "waiting-department=Legal",
                                  "product=Scheduling", NULL),
        "Edit Opportunity “MES”", "|Legal|" TODAY);
  /* Another customer is not waited for. */
  EDIT (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "customer=2", NULL),
        "Edit Opportunity “MES”: Customer", "||");
}

static void
test_outcome (Fixture       *fixture,
              gconstpointer  data)
{
  const ClinchMoveRequest request = {
    .stage_id = clinch_test_store_stage (fixture->store, "won"),
    .before_id = 0,
  };
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;

  EDIT (fixture, contact_row (fixture->purchasing_id), "Wait for Li Ting (Purchasing): “MES”",
        "Li Ting|Purchasing|" TODAY);
  txn = clinch_txn_begin (fixture->store->db, NOW, &error);
  clinch_operation_move (txn, &fixture->opportunity_id, 1, &request, &error);
  g_assert_no_error (error);
  clinch_change_set_unref (clinch_txn_commit (txn, &error));
  g_assert_no_error (error);
  assert_wait (fixture, "||");
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(ClinchRow) row = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *since = NULL;
  ClinchTxn *txn = clinch_txn_begin (fixture->store->db, NOW, &error);
  gint64 id;

  row = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=APS", "customer=1", "owner=1",
                         "waiting-department=Legal", NULL);
  id = clinch_operation_add (txn, row, &error);
  g_assert_no_error (error);
  clinch_change_set_unref (clinch_txn_commit (txn, &error));
  g_assert_no_error (error);
  since = clinch_test_store_text (fixture->store, "SELECT waiting_since FROM opportunity"
                                                  " WHERE id = %d", (int) id);
  g_assert_cmpstr (since, ==, TODAY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/wait-operations/person", test_person);
  ADD ("/wait-operations/department", test_department);
  ADD ("/wait-operations/beside", test_beside);
  ADD ("/wait-operations/outcome", test_outcome);
  ADD ("/wait-operations/add", test_add);
#undef ADD

  return g_test_run ();
}
