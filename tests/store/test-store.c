// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-log.h"
#include "clinch-test-store.h"

#include <string.h>

typedef struct
{
  ClinchTestStore *test;
  GString *order;      /* what was delivered, in order */
  int n_customers;
  gboolean fail;
  GCancellable *cancellable;
  GError *error;
  gboolean done;
} Watch;

static gboolean
add_customers (ClinchTxn  *txn,
               gpointer    data,
               GError    **error)
{
  Watch *watch = data;

  clinch_txn_set_action (txn, "test", NULL);
  for (int i = 0; i < watch->n_customers; i++)
    {
      g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", "owner=1",
                                                  "currency=CNY", NULL);

      if (clinch_txn_insert (txn, row, error) == 0)
        return FALSE;
      if (i == 100 && watch->cancellable != NULL)
        g_cancellable_cancel (watch->cancellable);
    }
  if (watch->fail)
    {
      g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED, "no");
      return FALSE;
    }

  return TRUE;
}

static gpointer
count_customers (ClinchDb  *db,
                 gpointer   data,
                 GError   **error)
{
  gint64 count;

  if (!clinch_db_query_int (db, &count, NULL, error, "SELECT count (*) FROM customer", ""))
    return NULL;

  return g_memdup2 (&count, sizeof count);
}

static gint64
ask_count (ClinchStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *count = clinch_store_run_read (store, count_customers, NULL, &error);

  g_assert_no_error (error);
  return *count;
}

static void
changed_cb (ClinchStore     *store,
            ClinchChangeSet *changes,
            Watch           *watch)
{
  g_assert_true (clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER));
  g_string_append (watch->order, "changed ");
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Watch *watch = user_data;
  g_autoptr(ClinchChangeSet) changes = clinch_store_write_finish (CLINCH_STORE (object), result,
                                                                  &watch->error);

  g_assert_true ((changes != NULL) == (watch->error == NULL));
  g_string_append (watch->order, "written ");
  watch->done = TRUE;
}

static void
write_and_wait (ClinchStore *store,
                Watch       *watch)
{
  watch->done = FALSE;
  g_clear_error (&watch->error);
  clinch_store_write_async (store, add_customers, watch, NULL, watch->cancellable, written_cb,
                            watch);
  while (!watch->done)
    g_main_context_iteration (NULL, TRUE);
}

/* Who waits for a save sees the world after it; who fails has changed nothing. */
static void
test_store_write (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  ClinchStore *store = clinch_test_store_open_store (test);
  g_autoptr(GString) order = g_string_new (NULL);
  Watch watch = { .order = order, .n_customers = 3 };

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &watch);
  write_and_wait (store, &watch);
  g_assert_no_error (watch.error);
  g_assert_cmpstr (order->str, ==, "changed written ");
  g_assert_cmpint (ask_count (store), ==, 3);

  watch.fail = TRUE;
  write_and_wait (store, &watch);
  g_assert_error (watch.error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_assert_cmpstr (order->str, ==, "changed written written ");
  g_assert_cmpint (ask_count (store), ==, 3);
  g_clear_error (&watch.error);
}

/* Cancelled in the middle: rolled back, and the worker goes on. */
static void
test_store_cancel (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  ClinchStore *store = clinch_test_store_open_store (test);
  g_autoptr(GString) order = g_string_new (NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { .order = order, .n_customers = 5000, .cancellable = cancellable };

  write_and_wait (store, &watch);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ask_count (store), ==, 0);

  watch.cancellable = NULL;
  watch.n_customers = 2;
  write_and_wait (store, &watch);
  g_assert_no_error (watch.error);
  g_assert_cmpint (ask_count (store), ==, 2);
}

/* A reader sees whole steps, never part of one, while they are being written. */
static void
test_store_concurrent (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  ClinchStore *store = clinch_test_store_open_store (test);
  g_autoptr(GString) order = g_string_new (NULL);
  Watch watches[10];
  gint64 last = 0;
  int n_answers = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (watches); i++)
    {
      watches[i] = (Watch) { .order = order, .n_customers = 500 };
      clinch_store_write_async (store, add_customers, &watches[i], NULL, NULL, written_cb,
                                &watches[i]);
    }
  while (!watches[G_N_ELEMENTS (watches) - 1].done)
    {
      gint64 count = ask_count (store);

      g_assert_cmpint (count % 500, ==, 0);
      g_assert_cmpint (count, >=, last);
      last = count;
      n_answers++;
    }
  g_test_message ("%d answers", n_answers);
  g_assert_cmpint (ask_count (store), ==, 5000);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Watch *watch = user_data;

  watch->test->store = clinch_store_open_finish (result, &watch->error);
  watch->done = TRUE;
}

static void
test_store_read_only (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GString) order = g_string_new (NULL);
  Watch watch = { .test = test, .order = order, .n_customers = 1 };

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));
  clinch_test_store_close (test);
  clinch_store_open_async (test->directory, CLINCH_STORE_OPEN_READ_ONLY, NULL, NULL, opened_cb,
                           &watch);
  while (!watch.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (watch.error);
  g_assert_true (clinch_store_is_read_only (test->store));
  g_assert_cmpint (ask_count (test->store), ==, 1);
  write_and_wait (test->store, &watch);
  g_assert_error (watch.error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_READ_ONLY);
  g_clear_error (&watch.error);
}

/* What was given before closing is still done, what comes after is refused. */
static void
test_store_closing (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  ClinchStore *store = clinch_test_store_open_store (test);
  g_autoptr(GString) order = g_string_new (NULL);
  Watch early = { .order = order, .n_customers = 50 };
  Watch late = { .order = order, .n_customers = 50 };

  clinch_store_write_async (store, add_customers, &early, NULL, NULL, written_cb, &early);
  clinch_store_close_async (store, NULL, NULL);
  clinch_store_write_async (store, add_customers, &late, NULL, NULL, written_cb, &late);
  while (!early.done || !late.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (early.error);
  g_assert_error (late.error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FAILED);
  g_clear_error (&late.error);

  while (g_atomic_int_get (&G_OBJECT (store)->ref_count) > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (g_steal_pointer (&test->store));
  clinch_test_store_open (test);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM customer"), ==, 50);
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Who goes to another workspace and at once comes back need not know that the first is still being
 * closed. */
static void
test_store_comes_back (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  ClinchStore *store = clinch_test_store_open_store (test);
  g_autoptr(GString) order = g_string_new (NULL);
  Watch busy = { .order = order, .n_customers = 3000 };
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchStore) again = NULL;

  clinch_store_write_async (store, add_customers, &busy, NULL, NULL, written_cb, &busy);
  clinch_store_close_async (store, keep_result_cb, &closed);
  clinch_store_open_async (test->directory, CLINCH_STORE_OPEN_WRITE, NULL, NULL, keep_result_cb,
                           &opened);
  while (closed == NULL || opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  again = clinch_store_open_finish (opened, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask_count (again), ==, 3000);

  g_clear_object (&closed);
  clinch_store_close_async (again, keep_result_cb, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&test->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/store/write", test_store_write);
  g_test_add_func ("/store/store/cancel", test_store_cancel);
  g_test_add_func ("/store/store/concurrent", test_store_concurrent);
  g_test_add_func ("/store/store/read-only", test_store_read_only);
  g_test_add_func ("/store/store/closing", test_store_closing);
  g_test_add_func ("/store/store/comes-back", test_store_comes_back);

  return g_test_run ();
}
