// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-duplicates.h"
#include "clinch-test-store.h"

static char *
find (ClinchTestStore *test,
      ClinchRow       *row)
{
  g_autoptr(ClinchRow) owned = row;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = clinch_find_duplicates (test->db, owned, &error);
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (out, "%s%d", i > 0 ? " " : "", (int) g_array_index (ids, gint64, i));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define assert_found(expected, ...)                                       \
  G_STMT_START                                                            \
  {                                                                       \
    g_autofree char *found = find (test, clinch_test_row (__VA_ARGS__, NULL)); \
    g_assert_cmpstr (found, ==, expected);                                \
  }                                                                       \
  G_STMT_END

static void
test_duplicates (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchRow) stored = NULL;
  g_autoptr(GArray) ids = NULL;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁集团有限公司", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme, Inc.", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=ACME", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=Mr John Smith",
                                             "customer=2", "mobile=138", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "number=OP-7",
                                             "customer=2", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=Met", "customer=2",
                                             "happened=5", NULL));

  assert_found ("2 3", CLINCH_KIND_CUSTOMER, "name=Acme Co., Ltd.");
  assert_found ("1", CLINCH_KIND_CUSTOMER, "name=杭州钢铁");
  assert_found ("", CLINCH_KIND_CUSTOMER, "name=杭州银行");
  assert_found ("", CLINCH_KIND_CUSTOMER, "region=Hangzhou");
  assert_found ("1", CLINCH_KIND_CONTACT, "name=Smith, John", "customer=2");
  assert_found ("", CLINCH_KIND_CONTACT, "name=Smith, John", "customer=1");
  assert_found ("1", CLINCH_KIND_CONTACT, "name=J. Smith", "customer=1", "mobile=１３８");
  assert_found ("1", CLINCH_KIND_OPPORTUNITY, "name=SCADA", "number=OP-7", "customer=1");
  assert_found ("1", CLINCH_KIND_OPPORTUNITY, "name=mes", "customer=2");
  assert_found ("", CLINCH_KIND_OPPORTUNITY, "name=mes", "customer=1");
  assert_found ("1", CLINCH_KIND_FOLLOW_UP, "text=Met", "customer=2", "happened=5");
  assert_found ("", CLINCH_KIND_FOLLOW_UP, "text=Met", "customer=2", "happened=6");
  assert_found ("", CLINCH_KIND_STAGE, "name=Quote");

  /* Neither oneself nor what lies in the bin. */
  stored = clinch_db_load_row (test->db, CLINCH_KIND_CUSTOMER, 2, NULL);
  ids = clinch_find_duplicates (test->db, stored, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, 3);
  assert_found ("2", CLINCH_KIND_CUSTOMER, "name=Acme Co., Ltd.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/duplicates", test_duplicates);

  return g_test_run ();
}
