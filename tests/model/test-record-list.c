// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-actions.h"
#include "clinch-record-list.h"
#include "clinch-test-model.h"

#define N_RECORDS 300

typedef struct
{
  ClinchTestModel *model;
  ClinchRecordList *list;
  GString *changes; /* what items-changed said */
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

/* Opportunities 1 to 300 with amounts 10, 20, …, sorted by amount. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *test = clinch_test_store_new ("en");
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  ClinchTxn *txn;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  txn = clinch_test_store_begin (test);
  for (int i = 1; i <= N_RECORDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=Deal %d", i);
      g_autofree char *amount = g_strdup_printf ("amount=%d", i * 10);
      g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_OPPORTUNITY, name, amount, NULL);

      clinch_test_store_fill (test->db, row);
      g_assert_cmpint (clinch_txn_insert (txn, row, NULL), ==, i);
    }
  clinch_test_store_commit (txn);

  fixture->model = clinch_test_model_new (test);
  fixture->changes = g_string_new (NULL);
  clinch_query_set_sort (query, "amount", FALSE);
  fixture->list = clinch_record_list_new (fixture->model->workspace, query);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb),
                    fixture->changes);
  g_assert_true (clinch_record_list_is_loading (fixture->list));
  clinch_test_model_settle (fixture->model);
  g_assert_false (clinch_record_list_is_loading (fixture->list));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->list);
  clinch_test_model_free (fixture->model);
  g_string_free (fixture->changes, TRUE);
}

static void
set_field (Fixture    *fixture,
           gint64      id,
           const char *field)
{
  g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_OPPORTUNITY, field, NULL);

  clinch_action_edit (fixture->model->workspace, CLINCH_KIND_OPPORTUNITY, &id, 1, changes, NULL,
                      NULL, NULL);
  clinch_test_model_settle (fixture->model);
}

static char *
take_changes (Fixture *fixture)
{
  char *changes = g_strdup (g_strstrip (fixture->changes->str));

  g_string_truncate (fixture->changes, 0);
  return changes;
}

#define ASSERT_CHANGES(fixture, expected)              \
  G_STMT_START                                         \
  {                                                    \
    g_autofree char *said_ = take_changes (fixture);   \
    g_assert_cmpstr (said_, ==, expected);             \
  }                                                    \
  G_STMT_END

static void
test_list_fill (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(ClinchRecord) first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_autoptr(ClinchRecord) last = g_list_model_get_item (G_LIST_MODEL (fixture->list),
                                                        N_RECORDS - 1);

  /* The first rows are there before it is known how many there are. */
  ASSERT_CHANGES (fixture, "0-0+40 40-0+260");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_RECORDS);
  /* A record far down becomes real once somebody looks at it. */
  g_assert_false (clinch_record_is_loaded (last));
  clinch_test_model_settle (fixture->model);
  g_assert_cmpstr (clinch_record_get_name (first), ==, "Deal 1");
  g_assert_cmpstr (clinch_record_get_name (last), ==, "Deal 300");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), N_RECORDS));
  g_assert_cmpuint (clinch_record_list_find (fixture->list, 42), ==, 41);
  g_assert_cmpuint (clinch_record_list_find (fixture->list, 4242), ==, G_MAXUINT);
}

/* Only the record that moved is told of, and one that stays in place not at all. */
static void
test_list_follow (Fixture       *fixture,
                  gconstpointer  data)
{
  const gint64 id = 5;

  g_free (take_changes (fixture));
  set_field (fixture, 5, "amount=51");
  ASSERT_CHANGES (fixture, "");
  set_field (fixture, 5, "name=Other");
  ASSERT_CHANGES (fixture, "");
  set_field (fixture, 5, "amount=105");
  ASSERT_CHANGES (fixture, "4-1+0 9-0+1");
  g_assert_cmpuint (clinch_record_list_find (fixture->list, 5), ==, 9);
  set_field (fixture, 5, "amount=");
  ASSERT_CHANGES (fixture, "9-1+0 299-0+1");

  clinch_action_delete (fixture->model->workspace, CLINCH_KIND_OPPORTUNITY, &id, 1, NULL, NULL,
                        NULL);
  clinch_test_model_settle (fixture->model);
  ASSERT_CHANGES (fixture, "299-1+0");
  clinch_action_restore (fixture->model->workspace, CLINCH_KIND_OPPORTUNITY, id, NULL, NULL, NULL);
  clinch_test_model_settle (fixture->model);
  ASSERT_CHANGES (fixture, "299-0+1");
}

/* A step that changes many comes back as one stretch, and the list is what the query says. */
static void
test_list_follow_many (Fixture       *fixture,
                       gconstpointer  data)
{
  const gint64 few[] = { 100, 102, 101 };
  g_autoptr(ClinchRow) high = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=2005", NULL);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_free (take_changes (fixture));
  clinch_action_edit (fixture->model->workspace, CLINCH_KIND_OPPORTUNITY, few, 3, high, NULL, NULL,
                      NULL);
  clinch_test_model_settle (fixture->model);
  ASSERT_CHANGES (fixture, "99-101+101");
  g_assert_cmpuint (clinch_record_list_find (fixture->list, 100), ==, 197);
  g_assert_cmpuint (clinch_record_list_find (fixture->list, 102), ==, 199);
  g_assert_cmpuint (clinch_record_list_find (fixture->list, 103), ==, 99);

  for (gint64 id = 1; id <= N_RECORDS; id++)
    g_array_append_val (all, id);
  clinch_action_edit (fixture->model->workspace, CLINCH_KIND_OPPORTUNITY, (gint64 *) all->data,
                      all->len, high, NULL, NULL, NULL);
  clinch_test_model_settle (fixture->model);
  for (guint i = 0; i < N_RECORDS; i++)
    g_assert_cmpint (clinch_record_list_get_id (fixture->list, i), ==, i + 1);
}

static void
test_list_query (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);

  g_free (take_changes (fixture));
  clinch_query_set_sort (query, "amount", FALSE);
  clinch_query_filter_int (query, "amount", CLINCH_FILTER_AT_LEAST, 2900);
  clinch_record_list_set_query (fixture->list, query);
  clinch_test_model_settle (fixture->model);
  /* What both have in common stays. */
  ASSERT_CHANGES (fixture, "0-289+0");

  /* A record enters and leaves as its value does. */
  set_field (fixture, 1, "amount=2905");
  ASSERT_CHANGES (fixture, "1-0+1");
  set_field (fixture, 1, "amount=1");
  ASSERT_CHANGES (fixture, "1-1+0");

  clinch_record_list_set_query (fixture->list, NULL);
  ASSERT_CHANGES (fixture, "0-11+0");
}

/* Asked anew for the same, a list stays as it is; asked for something else, it shows the first rows
 * of that first. */
static void
test_list_first_rows (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);

  g_free (take_changes (fixture));
  clinch_query_set_sort (query, "amount", FALSE);
  clinch_record_list_set_query (fixture->list, query);
  clinch_test_model_settle (fixture->model);
  ASSERT_CHANGES (fixture, "");

  clinch_query_set_sort (query, "amount", TRUE);
  clinch_record_list_set_query (fixture->list, query);
  g_assert_true (clinch_record_list_is_loading (fixture->list));
  while (fixture->changes->len == 0)
    g_main_context_iteration (NULL, TRUE);
  ASSERT_CHANGES (fixture, "0-300+40");
  g_assert_true (clinch_record_list_is_loading (fixture->list));
  g_assert_cmpint (clinch_record_list_get_id (fixture->list, 0), ==, N_RECORDS);

  /* What changes meanwhile is not lost. */
  set_field (fixture, 1, "amount=999999");
  g_assert_false (clinch_record_list_is_loading (fixture->list));
  g_assert_cmpuint (clinch_record_list_get_total (fixture->list), ==, N_RECORDS);
  g_assert_cmpint (clinch_record_list_get_id (fixture->list, 0), ==, 1);
  g_assert_cmpint (clinch_record_list_get_id (fixture->list, N_RECORDS - 1), ==, 2);
}

static void
test_list_window (Fixture       *fixture,
                  gconstpointer  data)
{
  g_free (take_changes (fixture));
  clinch_record_list_set_window (fixture->list, 10);
  ASSERT_CHANGES (fixture, "10-290+0");
  g_assert_cmpuint (clinch_record_list_get_total (fixture->list), ==, N_RECORDS);

  /* Inside the window, from outside into it, and outside. */
  set_field (fixture, 2, "amount=35");
  g_assert_cmpint (clinch_record_list_get_id (fixture->list, 2), ==, 2);
  set_field (fixture, 200, "amount=1");
  g_assert_cmpint (clinch_record_list_get_id (fixture->list, 0), ==, 200);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 10);
  g_free (take_changes (fixture));
  set_field (fixture, 300, "amount=2500");
  ASSERT_CHANGES (fixture, "");

  clinch_record_list_set_window (fixture->list, 0);
  ASSERT_CHANGES (fixture, "10-0+290");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/record-list/fill", Fixture, NULL, set_up, test_list_fill, tear_down);
  g_test_add ("/record-list/follow", Fixture, NULL, set_up, test_list_follow, tear_down);
  g_test_add ("/record-list/follow-many", Fixture, NULL, set_up, test_list_follow_many, tear_down);
  g_test_add ("/record-list/query", Fixture, NULL, set_up, test_list_query, tear_down);
  g_test_add ("/record-list/first-rows", Fixture, NULL, set_up, test_list_first_rows, tear_down);
  g_test_add ("/record-list/window", Fixture, NULL, set_up, test_list_window, tear_down);
  return g_test_run ();
}
