// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-test-store.h"

#include <string.h>

static void
test_txn_insert (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  gint64 customer = clinch_test_store_insert (test,
                                              clinch_test_row (CLINCH_KIND_CUSTOMER,
                                                               "name=杭州钢铁集团有限公司",
                                                                     "short-name=杭钢", "grade=A", NULL));
  g_autoptr(ClinchRow) row = clinch_db_load_row (test->db, CLINCH_KIND_CUSTOMER, customer, NULL);
  g_autofree char *after = NULL;

  g_assert_cmpstr (clinch_row_name (row), ==, "杭州钢铁集团有限公司");
  g_assert_cmpstr (clinch_row_text (row, CLINCH_CUSTOMER_GRADE), ==, "A");
  g_assert_true (clinch_row_is_null (row, CLINCH_CUSTOMER_REVENUE));
  g_assert_cmpint (row->uid.bytes[6] >> 4, ==, 7);
  g_assert_cmpint (row->created_at, >, 0);

  /* The log holds what was given, in plain JSON, and nothing that is counted. */
  after = clinch_test_store_text (test,
                                  "SELECT after FROM change WHERE kind = 3 AND record_id = %d", (int) customer);
  g_assert_cmpstr (after, ==,
                   "{\"name\":\"杭州钢铁集团有限公司\",\"short_name\":\"杭钢\",\"owner_id\":1,\"grade\":\"A\","
                              "\"currency\":\"CNY\"}");
}

static void
test_txn_required (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "owner=1", "currency=CNY",
                                              NULL);
  g_autoptr(ClinchRow) blank = clinch_test_row (CLINCH_KIND_CUSTOMER, "name= \t", "owner=1",
                                                "currency=CNY", NULL);
  g_autoptr(ClinchRow) stranger = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", "owner=99",
                                                   "currency=CNY", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (clinch_txn_insert (txn, row, &error), ==, 0);
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Customer: “Name” must not be empty.");
  g_clear_error (&error);
  g_assert_cmpint (clinch_txn_insert (txn, blank, &error), ==, 0);
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);

  /* References are looked at when all is written. */
  g_clear_error (&error);
  g_assert_cmpint (clinch_txn_insert (txn, stranger, NULL), !=, 0);
  g_assert_null (clinch_txn_commit (g_steal_pointer (&txn), &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM customer"), ==, 0);
}

static void
test_txn_update (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  gint64 customer = clinch_test_store_insert (test,
                                              clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Beta",
                                                               "region=Hangzhou", NULL));
  g_autofree char *key = clinch_test_store_text (test,
                                                 "SELECT name_key || company_key FROM customer");
  g_autofree char *new_key = NULL;
  g_autofree char *log = NULL;
  g_autoptr(ClinchTxn) txn = NULL;
  g_autoptr(ClinchRow) empty_name = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=", NULL);
  g_autoptr(GError) error = NULL;
  gint64 step;

  /* Only what differs is logged; what is the same is no step at all. */
  step = clinch_test_store_update (test, customer,
                                   clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Alpha", "region=",
                                                    "source=", NULL));
  g_assert_cmpint (step, >, 0);
  log = clinch_test_store_text (test, "SELECT before || after FROM change WHERE step_id = %d",
                                (int) step);
  g_assert_cmpstr (log, ==,
                   "{\"name\":\"Beta\",\"region\":\"Hangzhou\"}{\"name\":\"Alpha\",\"region\":null}");
  new_key = clinch_test_store_text (test, "SELECT name_key || company_key FROM customer");
  g_assert_cmpstr (new_key, !=, key);
  step = clinch_test_store_update (test, customer,
                                   clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Alpha", NULL));
  g_assert_cmpint (step, ==, 0);

  txn = clinch_test_store_begin (test);
  g_assert_false (clinch_txn_update (txn, customer, empty_name, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (clinch_txn_update (txn, 999, empty_name, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND);
}

static gint64
count_hits (ClinchTestStore *test,
            const char      *table,
            const char      *words)
{
  return clinch_test_store_int (test, "SELECT count (*) FROM %s WHERE %s MATCH '\"%s\"'", table,
                                table, words);
}

#define INDEXED_NAMES "SELECT group_concat (id) FROM search_name_data"

/* What lies in the bin is not found, what was renamed is found by its new name alone. */
static void
test_txn_index (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  gint64 customer = clinch_test_store_insert (test,
                                              clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁",
                                                               "industry=钢铁", NULL));
  g_autoptr(ClinchTxn) txn = NULL;
  g_autoptr(ClinchRow) rename = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝山钢铁", NULL);
  g_autoptr(ClinchRow) again = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=马鞍山钢铁", NULL);
  g_autofree char *names = NULL;
  g_autofree char *names_after = NULL;

  g_assert_cmpint (count_hits (test, "search_name", "杭 州"), ==, 1);
  g_assert_cmpint (count_hits (test, "search_name", "州 钢"), ==, 1);
  g_assert_cmpint (count_hits (test, "search_name", "钢 杭"), ==, 0);
  g_assert_cmpint (count_hits (test, "search_text", "钢 铁"), ==, 1);

  /* Several changes of one record in one step leave the last. */
  txn = clinch_test_store_begin (test);
  g_assert_true (clinch_txn_update (txn, customer, rename, NULL));
  g_assert_true (clinch_txn_update (txn, customer, again, NULL));
  clinch_test_store_commit (g_steal_pointer (&txn));
  g_assert_cmpint (count_hits (test, "search_name", "杭 州"), ==, 0);
  g_assert_cmpint (count_hits (test, "search_name", "宝 山"), ==, 0);
  g_assert_cmpint (count_hits (test, "search_name", "马 鞍"), ==, 1);
  g_assert_cmpint (count_hits (test, "search_text", "钢 铁"), ==, 1);

  /* What did not change is not written again. */
  names = clinch_test_store_text (test, INDEXED_NAMES);
  clinch_test_store_update (test, customer,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "region=马鞍山", NULL));
  names_after = clinch_test_store_text (test, INDEXED_NAMES);
  g_assert_cmpstr (names_after, ==, names);
  g_assert_cmpint (count_hits (test, "search_text", "马 鞍"), ==, 1);

  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, customer);
  g_assert_cmpint (count_hits (test, "search_name", "马 鞍"), ==, 0);
  g_assert_cmpint (count_hits (test, "search_text", "钢 铁"), ==, 0);
  clinch_test_store_update (test, customer,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=武汉钢铁", NULL));
  g_assert_cmpint (count_hits (test, "search_name", "武 汉"), ==, 0);

  txn = clinch_test_store_begin (test);
  g_assert_true (clinch_txn_undelete (txn, CLINCH_KIND_CUSTOMER, customer, NULL));
  clinch_test_store_commit (g_steal_pointer (&txn));
  g_assert_cmpint (count_hits (test, "search_name", "武 汉"), ==, 1);
  g_assert_cmpint (count_hits (test, "search_text", "钢 铁"), ==, 1);

  /* Inserted and deleted in one step: never seen. */
  txn = clinch_test_store_begin (test);
  {
    g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=昙花", NULL);

    clinch_test_store_fill (test->db, row);
    customer = clinch_txn_insert (txn, row, NULL);
    g_assert_true (clinch_txn_delete (txn, CLINCH_KIND_CUSTOMER, customer, NULL));
  }
  clinch_test_store_commit (g_steal_pointer (&txn));
  g_assert_cmpint (count_hits (test, "search_name", "昙 花"), ==, 0);
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM search_name WHERE rowid >> 48 = 3"), ==, 1);
}

static gint64
count_living (ClinchTestStore *test)
{
  return clinch_test_store_int (test,
                                "SELECT (SELECT count (*) FROM customer WHERE deleted_at IS NULL) * 10000"
                                      " + (SELECT count (*) FROM contact WHERE deleted_at IS NULL) * 1000"
                                      " + (SELECT count (*) FROM opportunity WHERE deleted_at IS NULL) * 100"
                                      " + (SELECT count (*) FROM follow_up WHERE deleted_at IS NULL) * 10");
}

static gboolean
undelete (ClinchTestStore *test,
          ClinchKind       kind,
          gint64           id)
{
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;

  clinch_txn_undelete (txn, kind, id, &error);
  g_assert_no_error (error);

  return clinch_test_store_commit (g_steal_pointer (&txn)) != 0;
}

static void
test_txn_bin (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  gint64 customer = clinch_test_store_insert (test,
                                              clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A",
                                                               NULL));
  gint64 contact = clinch_test_store_insert (test,
                                             clinch_test_row (CLINCH_KIND_CONTACT, "name=B", NULL));
  gint64 opportunity;
  gint64 follow_up;

  opportunity = clinch_test_store_insert (test,
                                          clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=C",
                                                           "amount=500", NULL));
  follow_up = clinch_test_store_insert (test,
                                        clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=D",
                                                         "opportunity=1",
                                                               "contact=1", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=E", NULL));
  g_assert_cmpint (count_living (test), ==, 11120);

  /* The contact was gone before, so it does not come back with the customer. */
  clinch_test_store_delete (test, CLINCH_KIND_CONTACT, contact);
  g_assert_cmpint (count_living (test), ==, 10120);
  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, customer);
  g_assert_cmpint (count_living (test), ==, 0);
  clinch_test_store_check_counts (test);
  g_assert_true (undelete (test, CLINCH_KIND_CUSTOMER, customer));
  g_assert_cmpint (count_living (test), ==, 10120);
  clinch_test_store_check_counts (test);

  /* A follow-up brings back the opportunity and the customer that it cannot be without, and no
   * more. */
  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, customer);
  g_assert_true (undelete (test, CLINCH_KIND_FOLLOW_UP, follow_up));
  g_assert_cmpint (count_living (test), ==, 10110);
  g_assert_false (undelete (test, CLINCH_KIND_FOLLOW_UP, follow_up));
  clinch_test_store_check_counts (test);
  g_assert_true (clinch_test_store_int (test,
                                        "SELECT deleted_at IS NULL FROM opportunity WHERE id = %d", (int) opportunity));
}

static void
test_txn_bin_refused (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  gint64 member = clinch_test_store_insert (test,
                                            clinch_test_row (CLINCH_KIND_MEMBER, "name=Li Lei",
                                                             NULL));
  gint64 customer = clinch_test_store_insert (test,
                                              clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A",
                                                               "owner=2", NULL));
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (member, ==, 2);
  g_assert_false (clinch_txn_delete (txn, CLINCH_KIND_MEMBER, member, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "“Li Lei” cannot be deleted: it is still named as “Owner” (Customers: 1). Change those first.");
  g_clear_pointer (&txn, clinch_txn_rollback);
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM member WHERE deleted_at IS NOT NULL"), ==, 0);

  /* Somebody who wrote follow-ups may still leave; they stay, with the name. */
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=D", "author=2", NULL));
  clinch_test_store_update (test, customer,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "owner=1", NULL));
  clinch_test_store_delete (test, CLINCH_KIND_MEMBER, member);
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM follow_up WHERE deleted_at IS NULL"), ==, 1);
}

static void
test_txn_rollback (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *before = clinch_test_store_text (test, "SELECT hex (hash) FROM step");
  g_autofree char *after = NULL;
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", "note=zebra", NULL);

  clinch_test_store_fill (test->db, row);
  g_assert_cmpint (clinch_txn_insert (txn, row, NULL), !=, 0);
  g_clear_pointer (&txn, clinch_txn_rollback);

  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM customer"), ==, 0);
  g_assert_cmpint (count_hits (test, "search_text", "zebra"), ==, 0);
  after = clinch_test_store_text (test, "SELECT hex (hash) FROM step");
  g_assert_cmpstr (after, ==, before);
}

static void
test_txn_append_only (void)
{
  static const char *const attempts[] = {
    "UPDATE step SET action = 'x'", "DELETE FROM step", "UPDATE change SET after = '{}'", "DELETE FROM change",
  };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", attempts[i]);
      g_assert_false (clinch_db_exec (test->db, attempts[i], &error));
      g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_CONSTRAINT);
    }
}

/* What user text can hold stays text. */
static void
test_txn_hostile_text (void)
{
  static const char *const texts[] = {
    "'; DROP TABLE customer; --", "\" OR \"\"=\"", "%s%n", "A & <b>B</b>", "NEAR (a b) AND OR NOT *", "🏭🇨🇳", "a\\\"b\\u0000",
    "\xff\xfe broken", "𠮷野家",
  };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ClinchRow *row = clinch_row_new (CLINCH_KIND_CUSTOMER);
      g_autofree char *expected = NULL;
      g_autoptr(ClinchRow) stored = NULL;
      g_autoptr(ClinchRow) logged = NULL;
      g_autofree char *json = NULL;
      gint64 id;

      clinch_row_set_text (row, CLINCH_CUSTOMER_NAME, texts[i]);
      expected = g_strdup (clinch_row_name (row));
      id = clinch_test_store_insert (test, row);
      stored = clinch_db_load_row (test->db, CLINCH_KIND_CUSTOMER, id, NULL);
      g_assert_cmpstr (clinch_row_name (stored), ==, expected);
      json = clinch_test_store_text (test,
                                     "SELECT after FROM change WHERE kind = 3 AND record_id = %d", (int) id);
      logged = clinch_row_from_json (CLINCH_KIND_CUSTOMER, json, NULL);
      g_assert_nonnull (logged);
      g_assert_cmpstr (clinch_row_name (logged), ==, expected);
    }
}

static gint64
random_id (ClinchTestStore *test,
           GRand           *rand,
           ClinchKind       kind)
{
  return g_rand_int_range (rand, 1,
                           clinch_test_store_int (test, "SELECT max (id) + 1 FROM %s",
                                                  clinch_kind_table (kind)));
}

static ClinchRow *
random_opportunity (ClinchTestStore *test,
                    GRand           *rand)
{
  ClinchRow *row = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=X", NULL);

  clinch_row_set_int (row, CLINCH_OPPORTUNITY_CUSTOMER,
                      random_id (test, rand, CLINCH_KIND_CUSTOMER));
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_STAGE, random_id (test, rand, CLINCH_KIND_STAGE));
  clinch_row_set_text (row, CLINCH_OPPORTUNITY_CURRENCY, g_rand_boolean (rand) ? "CNY" : "USD");
  if (g_rand_boolean (rand))
    clinch_row_set_int (row, CLINCH_OPPORTUNITY_AMOUNT, g_rand_int_range (rand, 0, 1000000));
  else
    clinch_row_set_null (row, CLINCH_OPPORTUNITY_AMOUNT);
  if (g_rand_boolean (rand))
    clinch_row_set_int (row, CLINCH_OPPORTUNITY_PROBABILITY, g_rand_int_range (rand, 0, 101));
  else
    clinch_row_set_null (row, CLINCH_OPPORTUNITY_PROBABILITY);

  return row;
}

static ClinchRow *
random_follow_up (ClinchTestStore *test,
                  GRand           *rand)
{
  ClinchRow *row = clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=Y", NULL);

  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CUSTOMER, random_id (test, rand, CLINCH_KIND_CUSTOMER));
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, g_rand_int_range (rand, 1, 1000));
  if (g_rand_boolean (rand))
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_OPPORTUNITY,
                        random_id (test, rand, CLINCH_KIND_OPPORTUNITY));
  else
    clinch_row_set_null (row, CLINCH_FOLLOW_UP_OPPORTUNITY);
  if (g_rand_boolean (rand))
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_CONTACT, random_id (test, rand, CLINCH_KIND_CONTACT));
  else
    clinch_row_set_null (row, CLINCH_FOLLOW_UP_CONTACT);

  return row;
}

static ClinchRow *
random_row (ClinchTestStore *test,
            GRand           *rand)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return random_opportunity (test, rand);
    case 1:
      return random_follow_up (test, rand);
    case 2:
      return clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Z",
                              g_rand_boolean (rand) ? "currency=CNY" : "currency=USD", NULL);
    default:
      {
        ClinchRow *row = clinch_test_row (CLINCH_KIND_CONTACT, "name=W", NULL);

        clinch_row_set_int (row, CLINCH_CONTACT_CUSTOMER,
                            random_id (test, rand, CLINCH_KIND_CUSTOMER));
        return row;
      }
    }
}

/* The totals of the board and of customers against a recount, whatever was done. */
static void
test_txn_counts (void)
{
  static const ClinchKind kinds[] = { CLINCH_KIND_CUSTOMER, CLINCH_KIND_CONTACT,
                                      CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_FOLLOW_UP };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 3; i++)
    {
      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));
      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=B", NULL));
      clinch_test_store_insert (test,
                                clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=C", "amount=1",
                                                 NULL));
      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=D", NULL));
    }
  for (int i = 0; i < 600; i++)
    {
      ClinchKind kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
      g_autoptr(ClinchRow) row = random_row (test, rand);

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          clinch_test_store_insert (test, g_steal_pointer (&row));
          break;
        case 1:
          clinch_test_store_delete (test, kind, random_id (test, rand, kind));
          break;
        case 2:
          undelete (test, kind, random_id (test, rand, kind));
          break;
        default:
          {
            gint64 id = random_id (test, rand, row->kind);

            clinch_test_store_update (test, id, g_steal_pointer (&row));
          }
          break;
        }
      if (i % 50 == 0)
        clinch_test_store_check_counts (test);
    }
  clinch_test_store_check_counts (test);

  /* A stage that changes its type changes what counts as open and as won. */
  clinch_test_store_update (test, clinch_test_store_stage (test, "quote"),
                            clinch_test_row (CLINCH_KIND_STAGE, "type=won", NULL));
  clinch_test_store_check_counts (test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/txn/insert", test_txn_insert);
  g_test_add_func ("/store/txn/required", test_txn_required);
  g_test_add_func ("/store/txn/update", test_txn_update);
  g_test_add_func ("/store/txn/index", test_txn_index);
  g_test_add_func ("/store/txn/bin", test_txn_bin);
  g_test_add_func ("/store/txn/bin-refused", test_txn_bin_refused);
  g_test_add_func ("/store/txn/rollback", test_txn_rollback);
  g_test_add_func ("/store/txn/append-only", test_txn_append_only);
  g_test_add_func ("/store/txn/hostile-text", test_txn_hostile_text);
  g_test_add_func ("/store/txn/counts", test_txn_counts);

  return g_test_run ();
}
