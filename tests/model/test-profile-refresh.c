// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-profile-derive.h"
#include "clinch-profile-refresh.h"
#include "clinch-test-store.h"

/* Three portions. */
#define N_CUSTOMERS "1200"

#define YESTERDAY "INSERT INTO local VALUES ('profiles-on', '2026-11-22')" \
                  " ON CONFLICT (key) DO UPDATE SET value = excluded.value"

/* Customers of a day when nobody worked profiles out. */
static ClinchTestStore *
make_store (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");
  g_autoptr(GError) error = NULL;

  clinch_db_exec (test->db,
                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " N_CUSTOMERS ")"
                  " INSERT INTO customer (uid, created_at, name, name_key, company_key, owner_id, currency, employees)"
                  " SELECT randomblob (16), 1795406400, 'C' || i, printf ('%05d', i), 'c' || i, 1, 'CNY', 1200 FROM n",
                  &error);
  g_assert_no_error (error);
  clinch_db_exec (test->db, YESTERDAY, &error);
  g_assert_no_error (error);

  return test;
}

static gpointer
count_done (ClinchDb  *db,
            gpointer   data,
            GError   **error)
{
  gint64 n = 0;

  clinch_db_query_int (db, &n, NULL, error, "SELECT count (*) FROM customer WHERE score = 80", "");
  return GINT_TO_POINTER (n);
}

static int
n_done (ClinchStore *store)
{
  g_autoptr(GError) error = NULL;
  int n = GPOINTER_TO_INT (clinch_store_run_read (store, count_done, NULL, &error));

  g_assert_no_error (error);
  return n;
}

static gboolean
go_back (ClinchTxn  *txn,
         gpointer    data,
         GError    **error)
{
  return clinch_db_exec (clinch_txn_db (txn), "UPDATE customer SET score = 1", error)
         && clinch_db_exec (clinch_txn_db (txn), YESTERDAY, error);
}

static gboolean
rename_one (ClinchTxn  *txn,
            gpointer    data,
            GError    **error)
{
  g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=王", NULL);

  clinch_txn_set_action (txn, "test", NULL);
  return clinch_txn_update (txn, 1, changes, error);
}

static void
wait_while_busy (ClinchProfileRefresh *refresh)
{
  while (clinch_profile_refresh_is_busy (refresh))
    g_main_context_iteration (NULL, TRUE);
}

/* On opening, and again when a day has begun; once a day. */
static void
test_refresh_daily (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  ClinchStore *store = clinch_test_store_open_store (test);
  g_autoptr(ClinchProfileRefresh) refresh = clinch_profile_refresh_new (store);
  g_autoptr(ClinchChangeSet) changes = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (clinch_profile_refresh_is_busy (refresh));
  wait_while_busy (refresh);
  g_assert_cmpint (n_done (store), ==, 1200);

  changes = clinch_store_run_write (store, go_back, NULL, &error);
  g_assert_no_error (error);
  clinch_profile_refresh_look (refresh);
  wait_while_busy (refresh);
  g_assert_cmpint (n_done (store), ==, 1200);

  clinch_profile_refresh_look (refresh);
  wait_while_busy (refresh);
  clinch_profile_refresh_stop (refresh);
}

static gpointer
count_forecasts (ClinchDb  *db,
                 gpointer   data,
                 GError   **error)
{
  gint64 n = 0;

  clinch_db_query_int (db, &n, NULL, error, "SELECT count (*) FROM forecast WHERE start IN"
                                            " ('2026-11-01', '2026-10-01', '2026-01-01')", "");
  return GINT_TO_POINTER (n);
}

/* With the last portion the forecasts of month, quarter and year are kept, once. */
static void
test_refresh_keeps (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  g_autoptr(ClinchProfileRefresh) refresh = NULL;
  g_autoptr(ClinchChangeSet) changes = NULL;
  g_autoptr(GError) error = NULL;
  ClinchStore *store;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=Deal",
                                                   "customer=1", "owner=1", NULL));
  store = clinch_test_store_open_store (test);
  refresh = clinch_profile_refresh_new (store);
  for (int i = 0; i < 2; i++)
    {
      wait_while_busy (refresh);
      g_assert_cmpint (GPOINTER_TO_INT (clinch_store_run_read (store, count_forecasts, NULL,
                                                               &error)), ==, 3);
      changes = clinch_store_run_write (store, go_back, NULL, &error);
      g_assert_no_error (error);
      g_clear_pointer (&changes, clinch_change_set_unref);
      clinch_profile_refresh_look (refresh);
    }
  wait_while_busy (refresh);
  clinch_profile_refresh_stop (refresh);
}

typedef struct
{
  ClinchStore *store;
  int after_portions;
  int n_portions;
  gboolean is_saved;
} Watch;

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Watch *watch = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = NULL;

  changes = clinch_store_write_finish (CLINCH_STORE (object), result, &error);
  g_assert_no_error (error);
  watch->is_saved = TRUE;
  watch->after_portions = watch->n_portions;
}

static void
changed_cb (ClinchStore     *store,
            ClinchChangeSet *changes,
            Watch           *watch)
{
  if (watch->n_portions++ == 0)
    clinch_store_write_async (store, rename_one, NULL, NULL, NULL, saved_cb, watch);
}

/* What somebody saves in the meantime does not wait for all of it. */
static void
test_refresh_lets_pass (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  ClinchStore *store = clinch_test_store_open_store (test);
  Watch watch = { .store = store };
  g_autoptr(ClinchProfileRefresh) refresh = NULL;

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &watch);
  refresh = clinch_profile_refresh_new (store);
  wait_while_busy (refresh);
  g_assert_true (watch.is_saved);
  /* One portion, and its own step. */
  g_assert_cmpint (watch.after_portions, ==, 2);
  g_assert_cmpint (n_done (store), ==, 1200);
  g_signal_handlers_disconnect_by_data (store, &watch);
  clinch_profile_refresh_stop (refresh);
}

static void
stop_cb (ClinchStore          *store,
         ClinchChangeSet      *changes,
         ClinchProfileRefresh *refresh)
{
  clinch_profile_refresh_stop (refresh);
}

/* What is stopped keeps its portions, and is due again. */
static void
test_refresh_stopped (void)
{
  g_autoptr(ClinchTestStore) test = make_store ();
  ClinchStore *store = clinch_test_store_open_store (test);
  g_autoptr(ClinchProfileRefresh) refresh = clinch_profile_refresh_new (store);
  gulong handler = g_signal_connect (store, "changed", G_CALLBACK (stop_cb), refresh);

  wait_while_busy (refresh);
  g_assert_cmpint (n_done (store), ==, CLINCH_PROFILE_PORTION);
  g_signal_handler_disconnect (store, handler);
  g_assert_finalize_object (g_steal_pointer (&refresh));

  refresh = clinch_profile_refresh_new (store);
  wait_while_busy (refresh);
  g_assert_cmpint (n_done (store), ==, 1200);
  clinch_profile_refresh_stop (refresh);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("CLINCH_NOW", "2026-11-23T12:00:00+08:00", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  clinch_profile_install ();

  g_test_add_func ("/model/profile-refresh/daily", test_refresh_daily);
  g_test_add_func ("/model/profile-refresh/keeps", test_refresh_keeps);
  g_test_add_func ("/model/profile-refresh/lets-pass", test_refresh_lets_pass);
  g_test_add_func ("/model/profile-refresh/stopped", test_refresh_stopped);

  return g_test_run ();
}
