// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-duplicate-pairs.h"
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

/* The pairs as "first+second: reasons", a line each. */
static char *
list (ClinchTestStore *test,
      ClinchKind       kind)
{
  g_autoptr(GError) error = NULL;
  guint n_pairs;
  g_autoptr(GArray) pairs = clinch_find_duplicate_pairs (test->db, kind, 1000, &n_pairs, &error);
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (n_pairs, ==, pairs->len);
  for (guint i = 0; i < pairs->len; i++)
    {
      const ClinchDuplicatePair *pair = &g_array_index (pairs, ClinchDuplicatePair, i);
      g_autofree char *reasons = clinch_duplicate_reasons_label (pair->reasons);

      g_string_append_printf (out, "%s%d+%d: %s", i > 0 ? "\n" : "", (int) pair->first_id,
                              (int) pair->second_id, reasons);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define assert_pairs(kind, expected)                                      \
  G_STMT_START                                                            \
  {                                                                       \
    g_autofree char *found = list (test, kind);                           \
    g_assert_cmpstr (found, ==, expected);                                \
  }                                                                       \
  G_STMT_END

static void
test_pairs_customers (void)
{
  static const char * const names[] = {
    /* 1 to 4 */ "杭州海康威视数字技术股份有限公司", "海康威视数字（杭州）技术有限公司", "浙江海康威视数字集团", "上海海康威视数字",
    /* 5 to 8 */ "北京银行", "南京银行", "深圳市汇川科技有限公司", "汇川技术（苏州）有限公司",
    /* 9 to 12 */ "ＡＣＭＥ Inc.", "acme", "杭钢股份有限公司", "航钢有限公司",
    /* 13 to 16 */ "宝武钢铁物流", "保武钢铁物流", "第一有限公司", "第二有限公司",
    /* 17 */ "第一有限公司分公司",
  };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strconcat ("name=", names[i], NULL);

      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, name, NULL));
    }
  assert_pairs (CLINCH_KIND_CUSTOMER,
                "9+10: Same name\n"
                "1+2: Similar name\n"
                "1+3: Similar name\n"
                "13+14: Sounds the same");

  /* A number and a website speak for themselves; a subsidiary is no double of its parent. */
  clinch_test_store_update (test, 15, clinch_test_row (CLINCH_KIND_CUSTOMER, "phone=0571-88881111",
                                                       "website=http://www.x.cn/", NULL));
  clinch_test_store_update (test, 16, clinch_test_row (CLINCH_KIND_CUSTOMER,
                                                       "phone=+86 (571) 8888 1111",
                                                       "website=X.cn/about", NULL));
  clinch_test_store_update (test, 10, clinch_test_row (CLINCH_KIND_CUSTOMER, "parent=9", NULL));
  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, 14);
  assert_pairs (CLINCH_KIND_CUSTOMER,
                "15+16: Same number, Same website\n"
                "1+2: Similar name\n"
                "1+3: Similar name");
}

static void
test_pairs_contacts (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  static const char * const people[][4] = {
    /* 1 to 4 */
    { "name=王敏", "customer=1", "mobile=138 0000 1111", NULL },
    { "name=王 敏 女士", "customer=2", NULL },
    { "name=王民", "customer=1", NULL },
    { "name=王小敏", "customer=3", "mobile=+86 13800001111", NULL },
    /* 5 to 8 */
    { "name=John Smith", "customer=3", "email=j@x.com", NULL },
    { "name=Smith, John", "customer=1", "email=J@X.com ", NULL },
    { "name=李雷", "customer=1", "phone=0571-88881111", NULL },
    { "name=韩梅梅", "customer=1", "phone=0571-88881111", NULL },
    /* 9 and 10 */
    { "name=李雷", "customer=3", "phone=057188881111", NULL },
    { "name=王敏", "customer=3", NULL },
  };

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢有限公司", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, people[i][0],
                                                     people[i][1], people[i][2], NULL));
  assert_pairs (CLINCH_KIND_CONTACT,
                "7+9: Same name, Same number\n"
                "1+2: Same name, Same company\n"
                "5+6: Same email\n"
                "1+4: Same number\n"
                "1+3: Sounds the same, Same company");
}

/* Of many that are alike each makes a pair with the oldest: 199, not 19,900. */
static void
test_pairs_many (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GError) error = NULL;
  guint n_pairs;

  for (int i = 0; i < 200; i++)
    clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  pairs = clinch_find_duplicate_pairs (test->db, CLINCH_KIND_CUSTOMER, 50, &n_pairs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, ==, 50);
  g_assert_cmpuint (n_pairs, ==, 199);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/duplicates", test_duplicates);
  g_test_add_func ("/store/duplicate-pairs/customers", test_pairs_customers);
  g_test_add_func ("/store/duplicate-pairs/contacts", test_pairs_contacts);
  g_test_add_func ("/store/duplicate-pairs/many", test_pairs_many);

  return g_test_run ();
}
