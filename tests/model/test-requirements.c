// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-requirements.h"
#include "clinch-test-language.h"
#include "clinch-test-store.h"

typedef struct
{
  const char *name;
  const char *importance;
  const char *part;
} Requirement;

/* As they were noted; their numbers say in which order they are to be looked at. */
static const Requirement requirements[] = {
  { "7", "should", "2.1" },
  { "3", "should", NULL },
  { "4", "could", NULL },
  { "5", "must", "1" },
  { "1", "must", NULL },
  { "2", "must", NULL },
  { "6", "must", "3 and 4" },
};

static ClinchTestStore *
make_store (void)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", NULL));
  for (int i = 0; i < 2; i++)
    clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (requirements); i++)
    {
      const Requirement *requirement = &requirements[i];
      g_autofree char *name = g_strconcat ("name=", requirement->name, NULL);
      g_autofree char *importance = g_strconcat ("importance=", requirement->importance, NULL);
      g_autofree char *part = g_strconcat ("proposal-part=", requirement->part, NULL);

      clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_REQUIREMENT, "opportunity=1",
                                                        name, importance, part, NULL));
    }
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_REQUIREMENT, "opportunity=2",
                                                    "name=Other", "importance=must", NULL));

  return store;
}

static void
assert_requirements (ClinchTestStore *store,
                     const char      *names,
                     const char      *english,
                     const char      *chinese)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = clinch_requirements_load (store->db, 1, &error);
  g_autoptr(GString) found = g_string_new (NULL);
  ClinchRequirementCount count = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *text_zh = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      g_string_append (found, clinch_row_name (rows->pdata[i]));
      clinch_requirement_count (&count, rows->pdata[i]);
    }
  g_assert_cmpstr (found->str, ==, names);
  clinch_test_language_use ("en");
  text = clinch_requirement_count_text (&count);
  g_assert_cmpstr (text, ==, english);
  clinch_test_language_use ("zh_CN");
  text_zh = clinch_requirement_count_text (&count);
  g_assert_cmpstr (text_zh, ==, chinese);
  clinch_test_language_use ("en");
}

static gint64
find (ClinchTestStore *store,
      const char      *name)
{
  return clinch_test_store_int (store, "SELECT id FROM requirement WHERE name = '%s'", name);
}

static void
test_order (void)
{
  g_autoptr(ClinchTestStore) store = NULL;

  clinch_test_language_use ("en");
  store = make_store ();
  assert_requirements (store, "1234567", "3 of 7 answered; 2 must-haves open",
                       "7 条中已对应 3 条；2 条必须有的还没有对应");
  clinch_test_store_update (store, find (store, "1"),
                            clinch_test_row (CLINCH_KIND_REQUIREMENT, "proposal-part=5", NULL));
  assert_requirements (store, "2345167", "4 of 7 answered; 1 must-have open",
                       "7 条中已对应 4 条；1 条必须有的还没有对应");
  clinch_test_store_delete (store, CLINCH_KIND_REQUIREMENT, find (store, "2"));
  assert_requirements (store, "345167", "4 of 6 answered", "6 条中已对应 4 条");
}

static void
test_none (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");

  assert_requirements (store, "", "", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/requirements/order", test_order);
  g_test_add_func ("/requirements/none", test_none);

  return g_test_run ();
}
