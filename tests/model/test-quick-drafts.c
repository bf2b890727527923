// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-clock.h"
#include "clinch-quick-drafts.h"
#include "clinch-test-store.h"

/* A Monday. */
#define NOW "2026-11-23T09:30:00+08:00"
#define TODAY "2026-11-23"

static ClinchTestStore *
make_store (void)
{
  ClinchTestStore *store = clinch_test_store_new ("zh");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, "name=李思远", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢智造集团有限公司",
                                             "short-name=杭钢", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=王建国", "title=信息化总经理",
                                             "customer=1", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=杭钢MES升级", "customer=1",
                                             NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=杭钢能耗监测", "customer=1",
                                             NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER,
                                             "name=Northfield Automation Inc.", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=John Smith", "title=CIO",
                                             "customer=2", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=苏州海奥智能制造有限公司",
                                             "short-name=海奥", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=王芳", "title=采购总监",
                                             "customer=3", NULL));

  return store;
}

static ClinchQuickDrafts *
read_drafts (ClinchTestStore *store,
             const char      *text,
             gint64           customer,
             gint64           opportunity)
{
  g_autoptr(GError) error = NULL;
  ClinchQuickDrafts *drafts = clinch_quick_drafts_read (store->db, text, TODAY, customer,
                                                        opportunity, 0, &error);

  g_assert_no_error (error);
  g_assert_nonnull (drafts);

  return drafts;
}

static const struct
{
  const char *text;
  gint64 customer;
  gint64 opportunity;
  gint64 contact;
  const char *type;
  const char *next_step;
  const char *next_date;
} cases[] = {
  { "今天拜访杭钢王总,MES方案反馈不错,下周三报价", 1, 1, 1, "visit", "报价", "2026-12-02" },
  { "电话联系王建国,能耗监测可以谈", 1, 2, 1, "call", NULL, NULL },
  { "拜访海奥王总", 3, 0, 3, "visit", NULL, NULL },
  { "拜访杭州的一家公司", 0, 0, 0, "visit", NULL, NULL },
  { "Called John Smith, quote tomorrow", 2, 0, 2, "call", "quote", "2026-11-24" },
  { "Visited Northfield today", 2, 0, 0, "visit", NULL, NULL },
  { "' OR \"1\"=\"1\" AND (NEAR* 杭钢", 1, 0, 0, "note", NULL, NULL },
};

static void
test_quick_drafts_rows (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchQuickDrafts) drafts = read_drafts (store, cases[i].text, 0, 0);
      g_autoptr(ClinchRow) row = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (drafts->drafts->len, ==, 1);
      row = clinch_quick_drafts_row (drafts, drafts->drafts->pdata[0], clinch_clock_now ());
      g_assert_cmpint (clinch_row_int (row, CLINCH_FOLLOW_UP_CUSTOMER), ==, cases[i].customer);
      g_assert_cmpint (clinch_row_int (row, CLINCH_FOLLOW_UP_OPPORTUNITY), ==,
                       cases[i].opportunity);
      g_assert_cmpint (clinch_row_int (row, CLINCH_FOLLOW_UP_CONTACT), ==, cases[i].contact);
      g_assert_cmpstr (clinch_row_text (row, CLINCH_FOLLOW_UP_TYPE), ==, cases[i].type);
      g_assert_cmpstr (clinch_row_text (row, CLINCH_FOLLOW_UP_NEXT_STEP), ==, cases[i].next_step);
      g_assert_cmpstr (clinch_row_text (row, CLINCH_FOLLOW_UP_NEXT_DATE), ==, cases[i].next_date);
      g_assert_nonnull (clinch_row_text (row, CLINCH_FOLLOW_UP_TEXT));
    }
}

static void
test_quick_drafts_names (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchQuickDrafts) drafts = read_drafts (store, "今天拜访杭钢王总,MES方案反馈不错", 0, 0);

  g_assert_cmpstr (clinch_quick_drafts_name (drafts, CLINCH_KIND_CUSTOMER, 1), ==, "杭钢智造集团有限公司");
  g_assert_cmpstr (clinch_quick_drafts_name (drafts, CLINCH_KIND_OPPORTUNITY, 1), ==, "杭钢MES升级");
  g_assert_cmpstr (clinch_quick_drafts_name (drafts, CLINCH_KIND_CONTACT, 1), ==, "王建国");
  g_assert_cmpstr (clinch_quick_drafts_name (drafts, CLINCH_KIND_CUSTOMER, 3), ==, "");
}

/* On the page of an opportunity nothing has to be named. */
static void
test_quick_drafts_certain (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchQuickDrafts) drafts = read_drafts (store, "王总说预算批了,明天发合同", 0, 2);
  g_autoptr(ClinchRow) row = clinch_quick_drafts_row (drafts, drafts->drafts->pdata[0],
                                                      clinch_clock_now ());

  g_assert_cmpint (clinch_row_int (row, CLINCH_FOLLOW_UP_CUSTOMER), ==, 1);
  g_assert_cmpint (clinch_row_int (row, CLINCH_FOLLOW_UP_OPPORTUNITY), ==, 2);
  g_assert_cmpint (clinch_row_int (row, CLINCH_FOLLOW_UP_CONTACT), ==, 1);
}

/* Who was chosen before a word was written is whom it is about, unless somebody else is named. */
static void
test_quick_drafts_contact (void)
{
  static const struct
  {
    const char *text;
    gint64 contact;
    gint64 expected;
    gint64 customer;
  } contacts[] = {
    { "聊了聊预算", 2, 2, 2 },
    { "今天电话，张工也在", 1, 1, 1 },
    { "王总说预算批了", 1, 1, 1 },
  };
  g_autoptr(ClinchTestStore) store = make_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinchQuickDrafts) drafts = clinch_quick_drafts_read (store->db, contacts[i].text,
                                                                      TODAY, 0, 0,
                                                                      contacts[i].contact, &error);
      g_autoptr(ClinchRow) row = NULL;

      g_test_message ("%s", contacts[i].text);
      g_assert_no_error (error);
      row = clinch_quick_drafts_row (drafts, drafts->drafts->pdata[0], clinch_clock_now ());
      g_assert_cmpint (clinch_row_int (row, CLINCH_FOLLOW_UP_CONTACT), ==, contacts[i].expected);
      g_assert_cmpint (clinch_row_int (row, CLINCH_FOLLOW_UP_CUSTOMER), ==, contacts[i].customer);
    }
}

static void
test_quick_drafts_time (void)
{
  static const struct
  {
    const char *text;
    const char *instant;
  } times[] = {
    { "今天拜访杭钢", "2026-11-23T01:30:00Z" },
    { "昨天拜访杭钢", "2026-11-22T04:00:00Z" },
    { "前天下午3点拜访杭钢", "2026-11-21T07:00:00Z" },
  };
  g_autoptr(ClinchTestStore) store = make_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr(ClinchQuickDrafts) drafts = read_drafts (store, times[i].text, 0, 0);
      g_autoptr(ClinchRow) row = clinch_quick_drafts_row (drafts, drafts->drafts->pdata[0],
                                                          clinch_clock_now ());
      g_autofree char *instant =
        clinch_instant_to_iso (clinch_row_int (row, CLINCH_FOLLOW_UP_HAPPENED));

      g_assert_cmpstr (instant, ==, times[i].instant);
    }
}

static void
test_quick_drafts_memo (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchQuickDrafts) drafts = read_drafts (store,
                                                     "11月20日 拜访杭钢王总,聊MES\n11月21日 电话海奥王总,要报价\n", 0, 0);
  g_autoptr(ClinchQuickDrafts) none = read_drafts (store, " \n", 0, 0);

  g_assert_cmpint (drafts->drafts->len, ==, 2);
  g_assert_cmpint (((ClinchQuickDraft *) drafts->drafts->pdata[0])->customer.id, ==, 1);
  g_assert_cmpint (((ClinchQuickDraft *) drafts->drafts->pdata[1])->customer.id, ==, 3);
  g_assert_cmpint (none->drafts->len, ==, 0);
}

/* What lies in the recycle bin is not spoken of. */
static void
test_quick_drafts_deleted (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchQuickDrafts) drafts = NULL;

  clinch_test_store_delete (store, CLINCH_KIND_CUSTOMER, 1);
  drafts = read_drafts (store, "今天拜访杭钢王总,MES方案反馈不错", 0, 0);
  g_assert_cmpint (((ClinchQuickDraft *) drafts->drafts->pdata[0])->customer.id, !=, 1);
  g_assert_cmpint (((ClinchQuickDraft *) drafts->drafts->pdata[0])->opportunity.id, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("CLINCH_NOW", NOW, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quick-drafts/rows", test_quick_drafts_rows);
  g_test_add_func ("/quick-drafts/names", test_quick_drafts_names);
  g_test_add_func ("/quick-drafts/certain", test_quick_drafts_certain);
  g_test_add_func ("/quick-drafts/contact", test_quick_drafts_contact);
  g_test_add_func ("/quick-drafts/time", test_quick_drafts_time);
  g_test_add_func ("/quick-drafts/memo", test_quick_drafts_memo);
  g_test_add_func ("/quick-drafts/deleted", test_quick_drafts_deleted);

  return g_test_run ();
}
