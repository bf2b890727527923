// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-contact-reasons.h"
#include "clinch-test-language.h"
#include "clinch-test-profile.h"

/* Noon of the 23rd of November 2026 in Shanghai. */
#define NOW 1795406400
#define DAY (24 * 60 * 60)

static void
talk (ClinchTestStore *store,
      gint64           customer_id,
      gint64           contact_id,
      int              days_ago,
      gint64           material_id)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_FOLLOW_UP);

  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CUSTOMER, customer_id);
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TYPE, "call");
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TEXT, "Talked");
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, NOW - (gint64) days_ago * DAY);
  if (contact_id != 0)
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_CONTACT, contact_id);
  if (material_id != 0)
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_MATERIAL, material_id);
  clinch_test_store_insert (store, g_steal_pointer (&row));
}

/* Wang Min (1) owns Hangang (1) and Laiwu (2), Li Na (2) of the north team owns Mengniu (3). */
static ClinchTestStore *
make_store (void)
{
  ClinchTestStore *store = NULL;

  clinch_test_language_use ("en");
  store = clinch_test_profile_store_new ();
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_TEAM, "name=North", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MEMBER, "name=Li Na", "role=owner",
                                             "team=1", NULL));
  clinch_test_store_update (store, 1,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", "industry=Steel",
                                             NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Laiwu", "owner=1", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Mengniu", "owner=2",
                                             NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CONTACT, "customer=1", "name=Liu Jianguo",
                                             NULL));

  return store;
}

/* What is said, a line for each reason: customer, sort, record, text. */
static char *
listed (ClinchTestStore *store,
        gint64           owner_id)
{
  g_autoptr(ClinchQuery) query = clinch_contact_reasons_query (owner_id, NULL);
  g_autoptr(ClinchContactReasons) reasons = NULL;
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);

  reasons = clinch_contact_reasons_load (store->db, query, NOW, &error);
  g_assert_no_error (error);
  g_assert_true (reasons->complete);
  for (guint i = 0; i < reasons->items->len; i++)
    {
      const ClinchReasonItem *item = reasons->items->pdata[i];

      g_string_append_printf (text, "%s %s %d %s\n", item->customer,
                              clinch_reason_code (item->reason.kind),
                              (int) item->record_id, item->text);
    }

  return g_string_free (text, FALSE);
}

static void
assert_listed (ClinchTestStore *store,
               gint64           owner_id,
               const char      *expected)
{
  g_autofree char *text = listed (store, owner_id);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_none (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();

  assert_listed (store, 0, "");
  assert_listed (store, 7, "");
}

/* An A is seen every 14 days; who is used to more than that says so by the contacts there were. */
static void
test_touch (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();

  clinch_test_store_update (store, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=A", NULL));
  talk (store, 1, 0, 13, 0);
  assert_listed (store, 1, "");
  talk (store, 1, 1, 60, 0);
  talk (store, 1, 1, 50, 0);
  talk (store, 1, 1, 40, 0);
  assert_listed (store, 1,
                 "Hangang touch 1 Liu Jianguo: Last in touch 40 days ago; usually every 10 days;"
                 " overdue since Oct 24\n");
  talk (store, 1, 1, 1, 0);
  assert_listed (store, 1, "");

  /* Nobody was ever in touch with the other one. */
  clinch_test_store_update (store, 2, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=A", NULL));
  assert_listed (store, 1,
                 "Laiwu touch 0 Not in touch yet; the grade asks for every 14 days; time for a first contact\n");
}

/* Whoever was met every ten days and then not for longer than four times that is not used to it any
 * more: the customer's grade speaks, if it asks for something. */
static void
test_touch_long_ago (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();

  for (int days = 61; days >= 41; days -= 10)
    talk (store, 1, 1, days, 0);
  assert_listed (store, 1, "");
  clinch_test_store_update (store, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=A", NULL));
  assert_listed (store, 1,
                 "Hangang touch 0 Last in touch 41 days ago; the grade asks for every 14 days;"
                 " overdue since Oct 27\n");
}

/* A week before, and until it was congratulated on the day; each person by themselves. */
static void
test_birthday (void)
{
  static const struct
  {
    const char *name;
    const char *birthday;
  } people[] = {
    { "name=Yesterday", "birthday=1980-11-22" },
    { "name=Today", "birthday=--11-23" },
    { "name=Tomorrow", "birthday=1990-11-24" },
    { "name=Friday", "birthday=1975-11-27" },
    { "name=Next week", "birthday=--11-30" },
    { "name=Later", "birthday=--12-01" },
  };
  g_autoptr(ClinchTestStore) store = make_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    clinch_test_store_insert (store,
                              clinch_test_row (CLINCH_KIND_CONTACT, "customer=2", people[i].name,
                                               people[i].birthday, NULL));
  assert_listed (store, 1,
                 "Laiwu birthday 3 Today has a birthday today\n"
                 "Laiwu birthday 4 Tomorrow has a birthday tomorrow\n"
                 "Laiwu birthday 5 Friday has a birthday on Fri, Nov 27\n"
                 "Laiwu birthday 6 Next week has a birthday on Mon, Nov 30\n");
  talk (store, 2, 3, 0, 0);
  talk (store, 2, 5, 0, 0);
  clinch_test_store_update (store, 4, clinch_test_row (CLINCH_KIND_CONTACT, "known=no", NULL));
  assert_listed (store, 1,
                 "Laiwu birthday 5 Friday has a birthday on Fri, Nov 27\n"
                 "Laiwu birthday 6 Next week has a birthday on Mon, Nov 30\n");
}

static void
test_placeholder (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();

  for (int days = 60; days >= 40; days -= 10)
    talk (store, 1, 1, days, 0);
  clinch_test_store_update (store, 1, clinch_test_row (CLINCH_KIND_CONTACT, "known=no", NULL));
  assert_listed (store, 1, "");
}

/* An objective counts a week ahead, what is reached or dropped does not. */
static void
test_due (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  static const struct
  {
    const char *name;
    const char *due;
    const char *state;
  } objectives[] = {
    { "name=Later", "due=2026-12-01", "state=open" },
    { "name=Reached", "due=2026-11-01", "state=reached" },
    { "name=Second site", "due=2026-11-30", "state=open" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (objectives); i++)
    clinch_test_store_insert (store,
                              clinch_test_row (CLINCH_KIND_OBJECTIVE, "customer=1",
                                               objectives[i].name,
                                                      objectives[i].due, objectives[i].state,
                                                      NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_WHITESPACE, "customer=2", "unit=Plant 2",
                                             "currency=CNY",
                                                    "offering=MES", "state=blocked", "recheck=2026-11-20", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_WHITESPACE, "customer=2", "unit=Plant 3",
                                             "currency=CNY",
                                                    "offering=MES", "state=blocked", "recheck=2026-11-24", NULL));
  assert_listed (store, 1,
                 "Hangang objective 3 The objective “Second site” is due: Nov 30\n"
                 "Laiwu recheck 1 “MES” for Plant 2 was blocked; it was to be looked at again: Nov 20\n");
}

/* Of what is new and suits a customer the newest that was not shared there; what suits everybody is
 * no reason to call one of them. */
static void
test_material (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  static const struct
  {
    const char *name;
    const char *since;
    gboolean is_steel;
  } materials[] = {
    { "name=Old", "since=2026-07-01", TRUE },
    { "name=Case", "since=2026-10-01", TRUE },
    { "name=News", "since=2026-11-10", TRUE },
    { "name=Anybody", "since=2026-11-20", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (materials); i++)
    clinch_test_store_insert (store,
                              clinch_test_row (CLINCH_KIND_MATERIAL, materials[i].name, "type=news",
                                                      materials[i].since,
                                                      materials[i].is_steel ? "industry=Steel"
                                                      : NULL, NULL));
  assert_listed (store, 1,
                 "Hangang material 3 “News” (Nov 10) suits them and was not shared yet\n");
  talk (store, 1, 0, 1, 3);
  assert_listed (store, 1, "Hangang material 2 “Case” (Oct 1) suits them and was not shared yet\n");
  talk (store, 1, 0, 1, 2);
  assert_listed (store, 1, "");
}

/* A budget is true for 180 days; the last day of it is still one. */
static void
test_stale (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  gint64 budget;
  g_autofree char *expected = NULL;

  clinch_test_profile_set (store, 1, "budget", "approved", "2026-05-27");
  assert_listed (store, 1, "");
  clinch_test_profile_set (store, 2, "budget", "approved", "2026-05-26");
  budget = clinch_test_store_int (store, "SELECT id FROM dimension WHERE code = 'budget'");
  expected =
    g_strdup_printf ("Laiwu stale %d “预算” in the profile has been out of date since Today\n",
                     (int) budget);
  assert_listed (store, 1, expected);
}

/* A team has the customers of its members. */
static void
test_scope (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchRow) team = NULL;
  g_autoptr(ClinchQuery) query = NULL;
  g_autoptr(ClinchContactReasons) reasons = NULL;
  g_autoptr(GError) error = NULL;

  for (int id = 1; id <= 3; id++)
    clinch_test_store_update (store, id, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=C", NULL));
  team = clinch_db_load_row (store->db, CLINCH_KIND_TEAM, 1, &error);
  query = clinch_contact_reasons_query (0, &team->uid);

  reasons = clinch_contact_reasons_load (store->db, query, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reasons->n_customers, ==, 1);
  g_assert_cmpuint (reasons->items->len, ==, 1);
  g_assert_cmpstr (((ClinchReasonItem *) reasons->items->pdata[0])->customer, ==, "Mengniu");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact-reasons/none", test_none);
  g_test_add_func ("/contact-reasons/touch", test_touch);
  g_test_add_func ("/contact-reasons/touch-long-ago", test_touch_long_ago);
  g_test_add_func ("/contact-reasons/birthday", test_birthday);
  g_test_add_func ("/contact-reasons/placeholder", test_placeholder);
  g_test_add_func ("/contact-reasons/due", test_due);
  g_test_add_func ("/contact-reasons/material", test_material);
  g_test_add_func ("/contact-reasons/stale", test_stale);
  g_test_add_func ("/contact-reasons/scope", test_scope);

  return g_test_run ();
}
