// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-opportunity-filter.h"
#include "clinch-saved-view.h"
#include "clinch-test-store.h"

/* Monday, 23 November 2026, 9:00 in Shanghai. */
#define NOW G_GINT64_CONSTANT (1795395600)
#define TODAY "2026-11-23"

static void
add_opportunity (ClinchTestStore *test,
                 const char      *name,
                 const char      *customer,
                 const char      *owner,
                 const char      *amount,
                 const char      *expected,
                 const char      *next,
                 const char      *next_date)
{
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, name, customer, owner,
                                                   amount, expected, next, next_date, NULL));
}

/* The north is part of the region; Ann is in the region itself, Bob in the north, I am in no team.
 * F is won, G lies in the bin. */
static ClinchTestStore *
make_workspace (void)
{
  ClinchTestStore *test = clinch_test_store_new ("en");
  g_autofree char *won = NULL;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_TEAM, "name=Region", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_TEAM, "name=North", "parent=1", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=Ann", "role=owner",
                                                   "team=1", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=Bob", "role=owner",
                                                   "team=2", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", "grade=S", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Birch", "grade=B", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Cedar", NULL));
  add_opportunity (test, "name=A", "customer=1", "owner=1", "amount=100",
                   "expected-date=2026-11-01",
                   "next-step=Call", "next-date=2026-11-22");
  add_opportunity (test, "name=B", "customer=1", "owner=2", "amount=200",
                   "expected-date=2026-11-30",
                   "next-step=Visit", "next-date=2026-11-23");
  add_opportunity (test, "name=C", "customer=2", "owner=3", "amount=300",
                   "expected-date=2026-12-01",
                   "next-step=Quote", "next-date=2026-11-30");
  add_opportunity (test, "name=D", "customer=2", "owner=3", "amount=", "expected-date=",
                   "next-step=",
                   "next-date=");
  add_opportunity (test, "name=E", "customer=3", "owner=2", "amount=400",
                   "expected-date=2027-01-15",
                   "currency=EUR", "next-date=2026-12-01");
  add_opportunity (test, "name=F", "customer=3", "owner=1", "amount=500",
                   "expected-date=2026-11-15",
                   "next-step=Call", "next-date=2026-11-01");
  add_opportunity (test, "name=G", "customer=1", "owner=1", "amount=100",
                   "expected-date=2026-11-01",
                   "next-step=", "next-date=");
  won = g_strdup_printf ("stage=%" G_GINT64_FORMAT, clinch_test_store_stage (test, "won"));
  clinch_test_store_update (test, 6, clinch_test_row (CLINCH_KIND_OPPORTUNITY, won, NULL));
  clinch_test_store_delete (test, CLINCH_KIND_OPPORTUNITY, 7);
  /* Two of those in the first stage, whose limit is 14 days: for 14 days, and an hour less. */
  clinch_test_store_update (test, 1,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "stage-entered=1794186000",
                                             NULL));
  for (int i = 2; i <= 6; i++)
    clinch_test_store_update (test, i, clinch_test_row (CLINCH_KIND_OPPORTUNITY,
                                                        "stage-entered=1794189600", NULL));

  return test;
}

static char *
uid_of (ClinchTestStore *test,
        ClinchKind       kind,
        gint64           id)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (test->db, kind, id, NULL);
  char *text = g_malloc (CLINCH_UID_STRING_SIZE);

  clinch_uid_to_string (&row->uid, text);
  return text;
}

/* '…' for "…", and @member2 for the uid of the second member. */
static char *
fill_in (ClinchTestStore *test,
         const char      *template)
{
  static const ClinchKind kinds[] = { CLINCH_KIND_MEMBER, CLINCH_KIND_TEAM, CLINCH_KIND_STAGE };
  GString *json = g_string_new (template);

  g_string_replace (json, "'", "\"", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gint64 id = 1; id <= 3; id++)
      {
        g_autofree char *mark = g_strdup_printf ("@%s%d", clinch_kind_table (kinds[i]), (int) id);
        g_autofree char *uid = NULL;

        if (strstr (json->str, mark) == NULL)
          continue;
        uid = uid_of (test, kinds[i], id);
        g_string_replace (json, mark, uid, 0);
      }

  return g_string_free (json, FALSE);
}

static char *
names_that_pass (ClinchTestStore               *test,
                 const ClinchOpportunityFilter *filter)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  g_autoptr(ClinchRow) me = clinch_db_load_row (test->db, CLINCH_KIND_MEMBER, 1, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = NULL;
  GString *names = g_string_new (NULL);

  clinch_opportunity_filter_apply (filter, query, &me->uid, NOW, TODAY, "CNY");
  ids = clinch_query_ids (query, test->db, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = clinch_db_name_of (test->db, CLINCH_KIND_OPPORTUNITY,
                                                 g_array_index (ids, gint64, i));

      g_string_append (names, name);
    }

  return g_string_free (names, FALSE);
}

/* A filter as it is kept, and the same condition as somebody would write it in SQL. */
/* clang-format off */
static const struct
{
  const char *json;
  const char *sql;
  const char *expected;
} cases[] = {
  { "{}", "1", "ABCDEF" },
  { "{'mine':1}", "owner_id = 1", "AF" },
  { "{'owners':['@member2']}", "owner_id = 2", "BE" },
  { "{'mine':1,'owners':['@member2']}", "owner_id IN (1, 2)", "ABEF" },
  { "{'teams':['@team1']}", "owner_id IN (SELECT id FROM member WHERE team_id IN (1, 2))", "BCDE" },
  { "{'teams':['@team2']}", "owner_id IN (SELECT id FROM member WHERE team_id = 2)", "CD" },
  { "{'teams':['@team1','@team2']}", "owner_id IN (SELECT id FROM member WHERE team_id IN (1, 2))", "BCDE" },
  { "{'teams':['@team2'],'owners':['@member2']}", "owner_id = 2 AND owner_id = 3", "" },
  { "{'grades':['S']}", "customer_id IN (SELECT id FROM customer WHERE grade = 'S')", "AB" },
  { "{'grades':['S','B']}", "customer_id IN (SELECT id FROM customer WHERE grade IN ('S', 'B'))", "ABCD" },
  { "{'grades':['']}", "customer_id IN (SELECT id FROM customer WHERE grade IS NULL)", "EF" },
  { "{'grades':['','B']}", "customer_id IN (SELECT id FROM customer WHERE grade IS NULL OR grade = 'B')", "CDEF" },
  { "{'stages':['@stage1']}", "stage_id = 1", "ABCDE" },
  { "{'stages':['@stage2','@stage3']}", "stage_id IN (2, 3)", "" },
  { "{'amount-from':200}", "amount >= 200 AND currency = 'CNY'", "BCF" },
  { "{'amount-to':200}", "amount <= 200", "AB" },
  { "{'amount-from':200,'currency':'EUR'}", "amount >= 200 AND currency = 'EUR'", "E" },
  { "{'amount-to':500,'currency':'USD'}", "amount <= 500 AND currency = 'USD'", "" },
  { "{'currency':'EUR'}", "1", "ABCDEF" },
  { "{'amount-from':200,'currency':'euros'}", "amount >= 200 AND currency = 'CNY'", "BCF" },
  { "{'amount-from':200,'amount-to':300}", "amount BETWEEN 200 AND 300", "BC" },
  { "{'expected-from':'2026-11-30'}", "expected_date >= '2026-11-30'", "BCE" },
  { "{'expected-from':'2026-11-01','expected-to':'2026-11-30'}", "expected_date BETWEEN '2026-11-01' AND '2026-11-30'", "ABF" },
  /* Of those that are won nothing is expected any more. */
  { "{'next-step':1}", "next_step IS NULL AND next_date IS NULL AND stage_id = 1", "D" },
  { "{'next-step':2}", "next_date < '2026-11-23' AND stage_id = 1", "A" },
  { "{'next-step':3}", "next_date <= '2026-11-30' AND stage_id = 1", "ABC" },
  { "{'over-limit':1}", "stage_id = 1 AND stage_entered_at <= 1795395600 - 14 * 86400", "A" },
  { "{'text':'quote'}", "next_step = 'Quote'", "C" },
  { "{'text':'acme','mine':1}", "customer_id = 1 AND owner_id = 1", "A" },
  /* What is not understood is passed over. */
  { "{'owners':[2,'nobody',null],'grades':'S','amount-from':'much','next-step':9,'colour':'red'}", "1", "ABCDEF" },
};
/* clang-format on */

static void
test_cases (void)
{
  g_autoptr(ClinchTestStore) test = make_workspace ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = fill_in (test, cases[i].json);
      g_autoptr(ClinchOpportunityFilter) filter = clinch_opportunity_filter_from_json (json);
      g_autofree char *names = names_that_pass (test, filter);
      g_autofree char *by_sql = NULL;

      g_test_message ("%s", cases[i].json);
      g_assert_cmpstr (names, ==, cases[i].expected);
      by_sql = clinch_test_store_text (test,
                                       "SELECT ifnull (group_concat (name, ''), '') FROM (SELECT name FROM opportunity"
                                       " WHERE deleted_at IS NULL AND (%s) ORDER BY name)", cases[i].sql);
      g_assert_cmpstr (by_sql, ==, cases[i].expected);
    }
}

/* What is kept comes back as it was, and two filters that say the same are equal. */
static void
test_json (void)
{
  g_autoptr(ClinchTestStore) test = make_workspace ();
  g_autofree char *json =
    fill_in (test,
             "{'text':'x \\\\','mine':1,'owners':['@member2','@member3'],'teams':['@team1'],'grades':['S',''],"
             "'stages':['@stage2'],'amount-from':0,'amount-to':5,'currency':'JPY','expected-from':'2026-01-01',"
             "'expected-to':'2026-12-31','next-step':2,'over-limit':1}");
  g_autofree char *swapped = fill_in (test, "{'owners':['@member3','@member2']}");
  g_autofree char *straight = fill_in (test, "{'owners':['@member2','@member3','@member2']}");
  g_autoptr(ClinchOpportunityFilter) filter = clinch_opportunity_filter_from_json (json);
  g_autoptr(ClinchOpportunityFilter) copy = clinch_opportunity_filter_copy (filter);
  g_autoptr(ClinchOpportunityFilter) empty =
    clinch_opportunity_filter_from_json ("{\"grades\":[]}");
  g_autoptr(ClinchOpportunityFilter) a = clinch_opportunity_filter_from_json (swapped);
  g_autoptr(ClinchOpportunityFilter) b = clinch_opportunity_filter_from_json (straight);
  g_autofree char *again = clinch_opportunity_filter_to_json (copy);
  g_autofree char *nothing = clinch_opportunity_filter_to_json (empty);

  g_assert_cmpstr (again, ==, json);
  g_assert_true (clinch_opportunity_filter_equal (filter, copy));
  g_assert_false (clinch_opportunity_filter_is_empty (filter));
  copy->over_limit = FALSE;
  g_assert_false (clinch_opportunity_filter_equal (filter, copy));
  g_assert_cmpstr (nothing, ==, "{}");
  g_assert_true (clinch_opportunity_filter_is_empty (empty));
  empty->over_limit = TRUE;
  g_assert_false (clinch_opportunity_filter_is_empty (empty));
  g_assert_true (clinch_opportunity_filter_equal (a, b));
}

/* Views of an earlier version name records by their key; what such a key no longer names goes. */
static void
test_upgrade (void)
{
  g_autoptr(ClinchTestStore) test = make_workspace ();
  g_autofree char *old =
    fill_in (test, "{'filter':{'owners':[2,'@member3',99],'stages':[1]},'view':'table'}");
  g_autofree char *expected =
    fill_in (test,
             "{'filter':{'owners':['@member2','@member3'],'stages':['@stage1']},'view':'table'}");
  g_autoptr(GError) error = NULL;
  g_autofree char *json = clinch_saved_view_upgrade_json (test->db, old, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (json, ==, expected);
  g_assert_null (clinch_saved_view_upgrade_json (test->db, expected, &error));
  g_assert_null (clinch_saved_view_upgrade_json (test->db, "{", &error));
  g_assert_null (clinch_saved_view_upgrade_json (test->db, "{\"filter\":{\"text\":\"x\"}}",
                                                 &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/opportunity-filter/cases", test_cases);
  g_test_add_func ("/opportunity-filter/json", test_json);
  g_test_add_func ("/opportunity-filter/upgrade", test_upgrade);

  return g_test_run ();
}
