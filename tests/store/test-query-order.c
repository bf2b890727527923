// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever way a query takes, its answer is that of plain SQL: for every order that lists have and
// every kind of filter, with ties, empty values, and records in the bin.
#include "clinch-query.h"
#include "clinch-test-store.h"

/* Records by formula: customers and members share names, some of them lie in the bin while living
 * opportunities name them, every seventh opportunity does too, and most fields are empty now and
 * then. One owner and one stage have most. */
static const char records[] =
  "PRAGMA foreign_keys = OFF;"
  "INSERT INTO team (id, uid, created_at, name_key, name) VALUES"
  " (1, x'00000000000070008000000000000001', 0, 'a', 'A'), (2, x'02', 0, 'b', 'B');"
  "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 30)"
  " INSERT INTO member (id, uid, created_at, deleted_at, name_key, name, role, team_id)"
  " SELECT i, randomblob (16), i, iif (i % 11 = 0, 5, NULL), printf ('%02x', i * 7 % 13), 'M', 'owner', nullif (i % 3, 0) FROM n;"
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)"
  " INSERT INTO customer (id, uid, created_at, deleted_at, name_key, company_key, name, owner_id, grade, currency)"
  " SELECT i, randomblob (16), i, iif (i % 17 = 0, 5, NULL), printf ('%02x', i * 31 % 41), '', 'C', 2 + i % 4,"
  " substr ('SABC', 1 + i % 5, 1), 'CNY' FROM n;"
  "UPDATE customer SET grade = NULL WHERE grade = '';"
  "INSERT INTO contact (id, uid, created_at, name_key, name, customer_id) VALUES"
  " (1, x'01', 0, 'b', 'B', 1), (2, x'02', 0, 'a', 'A', 1), (3, x'03', 0, 'b', 'B', 2);"
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @n@)"
  " INSERT INTO opportunity (id, uid, created_at, deleted_at, name_key, name, customer_id, owner_id, pipeline_id, stage_id,"
  " amount, currency, expected_date, product, contact_id, next_date, stage_entered_at, position)"
  " SELECT i, randomblob (16), i / 3, iif (i % 7 = 0, 5, NULL), printf ('%04x', i * 7919 % 611), 'O' || i, 1 + i * 13 % 80,"
  " iif (i % 2 = 0, 2, 3 + i % 28), 1 + (i % 5 = 0), iif (i % 3 = 0, 1 + i % 14, 3),"
  " iif (i % 4 = 0, NULL, i * 37 % 101), 'CNY', iif (i % 6 = 0, NULL, date ('2026-01-01', i % 97 || ' days')),"
  " iif (i = @n@ - 2, 'rare', substr ('äbÄzd', 1 + i % 6, 1)), nullif (i % 4, 0),"
  " iif (i % 9 = 0, date ('2026-11-01', i % 30 || ' days'), NULL), i * 11 % 59, i * 5 % 23 FROM n;"
  "UPDATE opportunity SET product = NULL WHERE product = '';";

static ClinchTestStore *
make_records (int n)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");
  g_autoptr(GString) sql = g_string_new (records);
  g_autofree char *number = g_strdup_printf ("%d", n);
  g_autoptr(GError) error = NULL;

  g_string_replace (sql, "@n@", number, 0);
  clinch_db_exec (test->db, sql->str, &error);
  g_assert_no_error (error);

  return test;
}

/* Each order by the terms that stand for it. */
static const struct
{
  const char *path;
  const char *terms[3];
} sorts[] = {
  { "name", { "t.name_key" } },
  { "amount", { "t.amount" } },
  { "expected-date", { "t.expected_date" } },
  { "next-date", { "t.next_date" } },
  { "stage-entered", { "t.stage_entered_at" } },
  { "position", { "t.position" } },
  { "stage-until", { "t.stage_entered_at + 86400 * iif (s.type = 'open', nullif (s.limit_days, 0), NULL)" } },
  { "customer", { "c.name_key", "c.id" } },
  { "owner", { "m.name_key", "m.id" } },
  { "contact", { "k.name_key", "k.id" } },
  { "stage", { "s.position", "s.id", "t.position" } },
  { "product", { "t.product COLLATE clinch" } },
  { "customer.grade", { "instr ('SABC', c.grade)" } },
  { "created", { "t.created_at" } },
};

static const struct
{
  const char *filters; /* as a saved view keeps them */
  const char *condition;
} filters[] = {
  { "", "1" },
  { "['stage','=',3]", "t.stage_id = 3" },
  { "['stage','in',4,6,7]", "t.stage_id IN (4, 6, 7)" },
  { "['owner','=',2]", "t.owner_id = 2" },
  { "['owner','=',5]", "t.owner_id = 5" },
  { "['owner','in',2,5,6]", "t.owner_id IN (2, 5, 6)" },
  { "['stage','=',3],['owner','=',2]", "t.stage_id = 3 AND t.owner_id = 2" },
  { "['owner.team','=',2],['amount','>=',50]", "m.team_id = 2 AND t.amount >= 50" },
  { "['owner','!=',2]", "t.owner_id <> 2" },
  { "['owner.team','=',1]", "m.team_id = 1" },
  { "['owner.team','within','00000000-0000-7000-8000-000000000001']", "m.team_id = 1" },
  { "['customer.grade','=','S']", "c.grade = 'S'" },
  { "['customer.grade','!=','S']", "ifnull (c.grade, '') <> 'S'" },
  { "['contact.name','!=','A']", "k.name <> 'A'" },
  { "['pipeline','=',2],['amount','>=',50]", "t.pipeline_id = 2 AND t.amount >= 50" },
  { "['expected-date','>=','2026-02-01'],['expected-date','<=','2026-03-01']",
    "t.expected_date BETWEEN '2026-02-01' AND '2026-03-01'" },
  { "['amount','>=',20],['amount','<=',30],['customer.grade','empty']",
    "t.amount BETWEEN 20 AND 30 AND c.grade IS NULL" },
  { "['next-date','empty'],['stage','=',3]", "t.next_date IS NULL AND t.stage_id = 3" },
  { "['product','=','rare']", "t.product = 'rare'" },
  { "['name','~','o1']", "instr (t.name, 'O1') > 0" },
  { "['amount','>=',1000]", "0" },
};

static GArray *
ask_plainly (ClinchTestStore *test,
             int              sort,
             gboolean         descending,
             const char      *condition)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(ClinchStatement) statement = NULL;
  g_autoptr(GError) error = NULL;
  GArray *ids;

  g_string_printf (sql,
                   "SELECT t.id FROM opportunity AS t JOIN customer AS c ON c.id = t.customer_id"
                        " JOIN member AS m ON m.id = t.owner_id JOIN stage AS s ON s.id = t.stage_id"
                        " LEFT JOIN contact AS k ON k.id = t.contact_id"
                        " WHERE t.deleted_at IS NULL AND %s ORDER BY ", condition);
  for (gsize i = 0; i < G_N_ELEMENTS (sorts[sort].terms) && sorts[sort].terms[i] != NULL; i++)
    g_string_append_printf (sql, "%s IS NULL, %s %s, ", sorts[sort].terms[i], sorts[sort].terms[i],
                            descending ? "DESC" : "");
  g_string_append (sql, descending ? "t.id DESC" : "t.id");
  statement = clinch_db_prepare (test->db, sql->str, &error);
  g_assert_no_error (error);
  ids = clinch_statement_ids (statement, &error);
  g_assert_no_error (error);

  return ids;
}

static gpointer
read_id (ClinchStatement *statement,
         ClinchKind       kind)
{
  gint64 id = clinch_statement_int (statement, 0);

  return g_memdup2 (&id, sizeof id);
}

static void
assert_begins_like (GArray *expected,
                    GArray *ids,
                    int     limit)
{
  g_assert_cmpuint (ids->len, ==, limit > 0 ? MIN (expected->len, (guint) limit) : expected->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, g_array_index (expected, gint64, i));
}

/* The keys alone and the rows, all of them and the first few. */
static void
check_query (ClinchTestStore *test,
             ClinchQuery     *query,
             GArray          *expected)
{
  static const int limits[] = { 0, 1, 50, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GArray) ids = clinch_query_ids (query, test->db, limits[i], &error);
      g_autoptr(GArray) row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr(GPtrArray) rows = NULL;

      g_assert_no_error (error);
      assert_begins_like (expected, ids, limits[i]);
      rows = clinch_query_rows (query, test->db, limits[i], "t.id, c.name",
                                " LEFT JOIN customer AS c ON c.id = t.customer_id", read_id, g_free,
                                &error);
      g_assert_no_error (error);
      for (guint j = 0; j < rows->len; j++)
        g_array_append_vals (row_ids, rows->pdata[j], 1);
      assert_begins_like (expected, row_ids, limits[i]);
    }
}

static void
check_sort_and_filter (ClinchTestStore *test,
                       int              sort,
                       gboolean         descending,
                       int              filter)
{
  g_autofree char *json =
    g_strdup_printf ("{'kind':'opportunities','filters':[%s],'sort':'%s','descending':%s}",
                     filters[filter].filters, sorts[sort].path, descending ? "true" : "false");
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchQuery) query = clinch_query_from_json (g_strdelimit (json, "'", '"'), &error);
  g_autoptr(GArray) expected = NULL;

  g_assert_no_error (error);
  g_test_message ("%s", json);
  expected = ask_plainly (test, sort, descending, filters[filter].condition);
  check_query (test, query, expected);
}

static void
test_order_all (void)
{
  g_autoptr(ClinchTestStore) test = make_records (2900);

  for (gsize sort = 0; sort < G_N_ELEMENTS (sorts); sort++)
    for (gsize filter = 0; filter < G_N_ELEMENTS (filters); filter++)
      for (int descending = 0; descending < 2; descending++)
        check_sort_and_filter (test, sort, descending, filter);
}

/* The customers of one or of several, by name. */
static void
test_order_customers (void)
{
  g_autoptr(ClinchTestStore) test = make_records (1);

  for (int descending = 0; descending < 2; descending++)
    for (int several = 0; several < 2; several++)
      {
        const gint64 owners[] = { 3, 5 };
        g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_CUSTOMER);
        g_autoptr(ClinchStatement) statement = NULL;
        g_autoptr(GArray) expected = NULL;
        g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM customer WHERE deleted_at IS NULL AND +owner_id %s "
                           "ORDER BY +name_key %s, id %s",
                           several ? "IN (3, 5)" : "= 3", descending ? "DESC" : "",
                           descending ? "DESC" : "");

        clinch_query_filter_ids (query, "owner", owners, 1 + several);
        clinch_query_set_sort (query, "name", descending);
        statement = clinch_db_prepare (test->db, sql, NULL);
        expected = clinch_statement_ids (statement, NULL);
        g_assert_cmpuint (expected->len, >, 10);
        for (int limit = 0; limit < 20; limit += 7)
          {
            g_autoptr(GArray) ids = clinch_query_ids (query, test->db, limit, NULL);

            assert_begins_like (expected, ids, limit);
          }
      }
}

/* Customers of whom nothing was worked out yet, so that all are equal by their figures. Those of a
 * member are found and sorted, those of a team are so many that they are met on a walk. */
static void
test_order_figures (void)
{
  static const char customers[] =
    "WITH RECURSIVE n (i) AS (SELECT 81 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
    " INSERT INTO customer (id, uid, created_at, name_key, company_key, name, owner_id, currency)"
    " SELECT i, randomblob (16), i, '', '', 'C', iif (i % 9 = 0, 3, 2 + i % 2 * 2), 'CNY' FROM n";
  static const char *const orders[] = { "priority", "score", "completeness" };
  static const struct
  {
    const char *filter;
    const char *condition;
  } of_team[] = {
    { "['owner.team','within','00000000-0000-7000-8000-000000000001']", "m.team_id = 1" },
    { "['owner.team','=',2]", "m.team_id = 2" },
    { "['owner','=',3]", "m.id = 3" },
  };
  g_autoptr(ClinchTestStore) test = make_records (1);

  g_assert_true (clinch_db_exec (test->db, customers, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (orders) * G_N_ELEMENTS (of_team) * 2; i++)
    {
      gboolean descending = i % 2 == 1;
      gsize team = i / 2 % G_N_ELEMENTS (of_team);
      g_autofree char *json =
        g_strdup_printf ("{'kind':'customers','filters':[%s],'sort':'%s','descending':%s}",
                         of_team[team].filter, orders[i / 2 / G_N_ELEMENTS (of_team)],
                         descending ? "true" : "false");
      g_autofree char *sql =
        g_strdup_printf ("SELECT c.id FROM customer AS c JOIN member AS m ON m.id = c.owner_id"
                         " WHERE c.deleted_at IS NULL AND %s ORDER BY c.id %s",
                         of_team[team].condition, descending ? "DESC" : "");
      g_autoptr(ClinchQuery) query = clinch_query_from_json (g_strdelimit (json, "'", '"'), NULL);
      g_autoptr(ClinchStatement) statement = clinch_db_prepare (test->db, sql, NULL);
      g_autoptr(GArray) expected = clinch_statement_ids (statement, NULL);

      g_test_message ("%s", json);
      g_assert_cmpuint (expected->len, >, 10);
      for (int limit = 0; limit < 20; limit += 7)
        {
          g_autoptr(GArray) ids = clinch_query_ids (query, test->db, limit, NULL);

          assert_begins_like (expected, ids, limit);
        }
    }
}

/* What a filter leaves through lies so far down the order that the walk is given up. */
static void
test_order_far (void)
{
  g_autoptr(ClinchTestStore) test = make_records (30000);

  for (gsize sort = 0; sort < G_N_ELEMENTS (sorts); sort++)
    for (gsize filter = 0; filter < G_N_ELEMENTS (filters); filter++)
      if (g_str_has_prefix (filters[filter].filters, "['product'"))
        check_sort_and_filter (test, sort, sort % 2, filter);
}

/* A record's place is where the list has it, for every order. */
static void
test_order_place (void)
{
  g_autoptr(ClinchTestStore) test = make_records (300);

  for (gsize i = 0; i < G_N_ELEMENTS (sorts) * 2; i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
      g_autoptr(GArray) ids = NULL;

      clinch_query_set_sort (query, sorts[i / 2].path, i % 2 == 1);
      ids = clinch_query_ids (query, test->db, 0, NULL);
      for (guint j = 0; j < ids->len; j += 3)
        {
          g_autoptr(GArray) others = g_array_copy (ids);
          gint64 position;

          g_array_remove_index (others, j);
          g_assert_true (clinch_query_place (query, test->db, others,
                                             g_array_index (ids, gint64, j), &position, NULL));
          g_assert_cmpint (position, ==, j);
        }
    }
}

/* What lies in the bin has no index to be walked along. */
static void
test_order_bin (void)
{
  g_autoptr(ClinchTestStore) test = make_records (300);

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
      g_autoptr(GArray) ids = NULL;

      clinch_query_set_sort (query, sorts[i].path, FALSE);
      clinch_query_set_deleted (query, TRUE);
      ids = clinch_query_ids (query, test->db, 50, NULL);
      g_assert_cmpuint (ids->len, ==, 300 / 7);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/query-order/all", test_order_all);
  g_test_add_func ("/query-order/customers", test_order_customers);
  g_test_add_func ("/query-order/figures", test_order_figures);
  g_test_add_func ("/query-order/far", test_order_far);
  g_test_add_func ("/query-order/place", test_order_place);
  g_test_add_func ("/query-order/bin", test_order_bin);
  return g_test_run ();
}
