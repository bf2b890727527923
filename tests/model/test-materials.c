// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-materials.h"
#include "clinch-test-language.h"
#include "clinch-test-profile.h"

typedef struct
{
  const char *name;
  const char *industry;
  const char *product;
} Material;

static const Material materials[] = {
  { "name=Steel case", "industry=Steel", NULL },
  { "name=Food case", "industry=Food", NULL },
  { "name=MES news", NULL, "product=MES" },
  { "name=APS news", NULL, "product=APS" },
  { "name=Rules", NULL, NULL },
  { "name=Steel or APS", "industry=Steel", "product=APS" },
};

/* Hangang (1) is a steel maker that talks of MES and once bought APS; Laiwu (2) and the deleted
 * Tangang (3) are steel makers, Mengniu (4) makes food. The first two are Wang Min's. */
static ClinchTestStore *
make_store (void)
{
  static const char *const customers[][2] = {
    { "name=Laiwu", "industry=Steel" }, { "name=Tangang", "industry=Steel" }, { "name=Mengniu", "industry=Food" },
  };
  ClinchTestStore *store = clinch_test_profile_store_new ();
  g_autofree char *won = g_strdup_printf ("stage=%" G_GINT64_FORMAT,
                                          clinch_test_store_stage (store, "won"));

  clinch_test_language_use ("en");
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MEMBER, "name=Li Na", "role=owner", NULL));
  clinch_test_store_update (store, 1,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", "industry=Steel",
                                             NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (customers); i++)
    clinch_test_store_insert (store,
                              clinch_test_row (CLINCH_KIND_CUSTOMER, customers[i][0],
                                               customers[i][1],
                                                      i == 2 ? "owner=2" : "owner=1", NULL));
  clinch_test_store_delete (store, CLINCH_KIND_CUSTOMER, 3);
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "customer=1", "name=MES",
                                             "product=MES", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "customer=1", "name=APS",
                                             "product=APS", won,
                                                    "closed-date=2026-03-01", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (materials); i++)
    {
      const char *more = materials[i].industry != NULL ? materials[i].industry
                         : materials[i].product;

      clinch_test_store_insert (store,
                                clinch_test_row (CLINCH_KIND_MATERIAL, materials[i].name,
                                                 "type=case", more,
                                                        more != materials[i].product
                                                        ? materials[i].product : NULL, NULL));
    }

  return store;
}

static gint64
share (ClinchTestStore *store,
       const char      *customer,
       const char      *material,
       const char      *happened)
{
  return clinch_test_store_insert (store,
                                   clinch_test_row (CLINCH_KIND_FOLLOW_UP, "type=message",
                                                    "text=Have a look",
                                                           customer, material, happened, NULL));
}

static void
assert_materials (ClinchTestStore *store,
                  gint64           customer_id,
                  const char      *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = clinch_materials_for_customer (store->db, customer_id, 10, &error);
  g_autoptr(GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const ClinchMaterialShown *shown = found->pdata[i];

      g_string_append_printf (names, "%s%s%s", i > 0 ? ", " : "", clinch_row_name (shown->material),
                              shown->shown_at != 0 ? "*" : "");
    }
  g_assert_cmpstr (names->str, ==, expected);
}

/* What is about the customer comes before what suits everybody, what was shown comes last; a deal
 * that has ended is no reason. */
static void
test_for_customer (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();

  assert_materials (store, 1, "Steel or APS, MES news, Steel case, Rules");
  assert_materials (store, 2, "Steel or APS, Steel case, Rules");
  assert_materials (store, 4, "Food case, Rules");
  share (store, "customer=1", "material=3", "happened=1795000000");
  assert_materials (store, 1, "Steel or APS, Steel case, Rules, MES news*");
  assert_materials (store, 2, "Steel or APS, Steel case, Rules");
}

static void
assert_customers (GPtrArray  *customers,
                  const char *expected)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < customers->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((ClinchMaterialCustomer *) customers->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_audience (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  static const struct
  {
    gint64 material_id;
    gint64 owner_id;
    const char *before;
    /* once Hangang was shown the first two times the steel case, and Mengniu the rules */
    const char *after;
  } cases[] = {
    { 1, 1, "Hangang, Laiwu", "Laiwu" },
    { 1, 2, "", "" },
    { 2, 0, "Mengniu", "Mengniu" },
    { 3, 1, "Hangang", "Hangang" },
    { 4, 0, "", "" },
    { 5, 2, "Mengniu", "" },
  };

  for (int after = 0; after < 2; after++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(GPtrArray) customers = clinch_material_unshown (store->db, cases[i].material_id,
                                                                    cases[i].owner_id,
                                                                    10, &error);

          g_assert_no_error (error);
          assert_customers (customers, after ? cases[i].after : cases[i].before);
        }
      share (store, "customer=1", "material=1", "happened=1794000000");
      share (store, "customer=1", "material=1", "happened=1795000000");
      share (store, "customer=4", "material=5", "happened=1795000000");
    }
}

static void
test_shown (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(GPtrArray) customers = NULL;
  g_autoptr(GError) error = NULL;

  share (store, "customer=1", "material=1", "happened=1794000000");
  share (store, "customer=2", "material=1", "happened=1794500000");
  share (store, "customer=1", "material=1", "happened=1795000000");
  share (store, "customer=4", "material=5", "happened=1795000000");
  customers = clinch_material_shown (store->db, 1, 10, &error);
  g_assert_no_error (error);
  assert_customers (customers, "Hangang, Laiwu");
  g_assert_cmpint (((ClinchMaterialCustomer *) customers->pdata[0])->shown_at, ==, 1795000000);
}

static gint64
last_used (ClinchTestStore *store)
{
  return clinch_test_store_int (store, "SELECT last_used_at FROM material WHERE id = 1");
}

/* When material was last used follows whatever happens to the follow-ups. */
static void
test_last_used (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  gint64 first;
  gint64 second;

  g_assert_cmpint (last_used (store), ==, 0);
  first = share (store, "customer=1", "material=1", "happened=1795000000");
  second = share (store, "customer=2", "material=1", "happened=1794000000");
  g_assert_cmpint (last_used (store), ==, 1795000000);
  clinch_test_store_update (store, second,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "happened=1796000000", NULL));
  g_assert_cmpint (last_used (store), ==, 1796000000);
  clinch_test_store_delete (store, CLINCH_KIND_FOLLOW_UP, second);
  g_assert_cmpint (last_used (store), ==, 1795000000);
  clinch_test_store_update (store, first,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "material=2", NULL));
  g_assert_cmpint (last_used (store), ==, 0);
  g_assert_cmpint (clinch_test_store_int (store, "SELECT last_used_at FROM material WHERE id = 2"),
                   ==, 1795000000);
  clinch_test_store_check_counts (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/materials/for-customer", test_for_customer);
  g_test_add_func ("/materials/audience", test_audience);
  g_test_add_func ("/materials/shown", test_shown);
  g_test_add_func ("/materials/last-used", test_last_used);

  return g_test_run ();
}
