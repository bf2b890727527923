// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-status.h"
#include "clinch-test-language.h"
#include "clinch-test-store.h"

#define TODAY "2026-11-23"

/* Noon of the twentieth of November 2026 in Shanghai. */
#define FRIDAY_NOON "1795147200"

static gint64
add_opportunity (ClinchTestStore *store,
                 const char      *pipeline,
                 const char      *stage,
                 const char      *expected)
{
  g_autofree char *stage_text = NULL;
  g_autofree char *pipeline_text = NULL;
  g_autofree char *expected_text = g_strconcat ("expected-date=", expected, NULL);

  pipeline_text = clinch_test_store_text (store, "SELECT 'pipeline=' || id FROM pipeline"
                                                 " WHERE code = '%s'", pipeline);
  stage_text = clinch_test_store_text (store, "SELECT 'stage=' || s.id FROM stage AS s"
                                              " JOIN pipeline AS p ON p.id = s.pipeline_id"
                                              " WHERE p.code = '%s' AND s.code = '%s'",
                                       pipeline, stage);

  return clinch_test_store_insert (store,
                                   clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=杭钢MES升级",
                                                    stage_text, pipeline_text, expected_text,
                                                    "closed-date=2026-11-20",
                                                    "lost-reason=价格高于对手",
                                                    "next-step=改合同付款条款",
                                                    "next-date=2026-11-25", NULL));
}

static void
assert_status (ClinchTestStore  *store,
               gint64            id,
               ClinchStatusForm  form,
               const char       *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = clinch_status_load (store->db, id, form, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_status_sentence (void)
{
  g_autoptr(ClinchTestStore) store = NULL;

  clinch_test_language_use ("zh_CN");
  store = clinch_test_store_new ("zh");
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢智造集团有限公司", NULL));

  /* The sentence of the article, word for word. */
  assert_status (store, add_opportunity (store, "lead-to-contract", "negotiation", "2026-12-05"),
                 CLINCH_STATUS_SENTENCE,
                 "这个客户目前在商务谈判阶段,已确认需求,方案已发,预计两周内签约。");
  assert_status (store, add_opportunity (store, "lead-to-contract", "first-contact", "2026-12-05"),
                 CLINCH_STATUS_SENTENCE,
                 "这个客户目前在初次接触阶段,预计两周内签约。");
  assert_status (store, add_opportunity (store, "key-account", "negotiation", "2026-11-28"),
                 CLINCH_STATUS_SENTENCE,
                 "这个客户目前在谈判阶段,已确认需求,方案已发,已报价,预计一周内签约。");
  assert_status (store, add_opportunity (store, "key-account", "won", ""), CLINCH_STATUS_SENTENCE,
                 "这个客户已签约,签约日期11月20日。");
  assert_status (store, add_opportunity (store, "key-account", "lost", ""), CLINCH_STATUS_SENTENCE,
                 "这个客户已丢单,原因:价格高于对手。");
}

static void
test_status_line (void)
{
  g_autoptr(ClinchTestStore) store = NULL;
  g_autofree char *link = NULL;
  g_autofree char *later = NULL;
  gint64 id;

  clinch_test_language_use ("zh_CN");
  store = clinch_test_store_new ("zh");
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, "name=王敏", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", "owner=2", NULL));
  id = add_opportunity (store, "key-account", "quote", "2026-12-05");
  link = g_strdup_printf ("opportunity=%" G_GINT64_FORMAT, id);
  later = clinch_test_store_text (store, "SELECT 'happened=' || " FRIDAY_NOON);
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=王总要盖章报价", link, later,
                                             NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=更早的一次", link,
                                                    "happened=1794000000", NULL));
  clinch_test_store_update (store, id, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "owner=2", NULL));

  assert_status (store, id, CLINCH_STATUS_LINE,
                 "杭钢 · 杭钢MES升级 · 报价阶段 · 最近:王总要盖章报价(11月20日) · 下一步:改合同付款条款,11月25日 · 负责人:王敏");
}

static void
test_status_waiting (void)
{
  g_autoptr(ClinchTestStore) store = NULL;
  gint64 id;

  clinch_test_language_use ("zh_CN");
  store = clinch_test_store_new ("zh");
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=李婷", NULL));
  id = add_opportunity (store, "lead-to-contract", "negotiation", "2026-12-05");
  clinch_test_store_update (store, id,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "waiting-contact=1",
                                             "waiting-department=采购部",
                                             "waiting-since=2026-11-17", NULL));

  /* The line says it; the sentence is the one that everybody knows. */
  assert_status (store, id, CLINCH_STATUS_SENTENCE,
                 "这个客户目前在商务谈判阶段,已确认需求,方案已发,预计两周内签约。");
  assert_status (store, id, CLINCH_STATUS_LINE,
                 "杭钢 · 杭钢MES升级 · 商务谈判阶段 · 还没有跟进 · 下一步:改合同付款条款,11月25日"
                 " · 等待李婷（采购部）答复,从11月17日起 · 负责人:我");
}

static void
test_status_missing (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  g_autoptr(GError) error = NULL;

  g_assert_null (clinch_status_load (store->db, 4711, CLINCH_STATUS_SENTENCE, TODAY, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status/sentence", test_status_sentence);
  g_test_add_func ("/status/line", test_status_line);
  g_test_add_func ("/status/waiting", test_status_waiting);
  g_test_add_func ("/status/missing", test_status_missing);

  return g_test_run ();
}
