// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-status-sentence.h"
#include "clinch-test-language.h"

#include <glib.h>

#define TODAY "2026-11-23"

static const char * const done_zh[] = { "已确认需求", "方案已发", NULL };
static const char * const done_en[] = { "requirements confirmed", "proposal sent", NULL };

static void
assert_sentence (const ClinchStatusFacts *facts,
                 ClinchStatusForm         form,
                 const char              *expected)
{
  g_autofree char *sentence = clinch_status_sentence (facts, form, TODAY);

  g_assert_cmpstr (sentence, ==, expected);
}

/* The article's own example, byte for byte. */
static void
test_article (void)
{
  static const char * const dates[] = { "2026-12-01", "2026-12-04", "2026-12-07" };
  ClinchStatusFacts facts = {
    .customer_name = "杭州钢铁集团有限公司",
    .opportunity_name = "杭钢MES升级",
    .stage_name = "商务谈判",
    .done = done_zh,
  };

  clinch_test_language_use ("zh_CN");
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      facts.expected_signing = dates[i];
      assert_sentence (&facts, CLINCH_STATUS_SENTENCE,
                       "这个客户目前在商务谈判阶段,已确认需求,方案已发,预计两周内签约。");
    }

  clinch_test_language_use ("en");
  facts.stage_name = "Business Negotiation";
  facts.done = done_en;
  assert_sentence (&facts, CLINCH_STATUS_SENTENCE,
                   "This customer is in the Business Negotiation stage; requirements confirmed, proposal sent; "
                   "signing expected within two weeks.");
}

typedef struct
{
  const char *date;
  const char *english;
  const char *chinese;
} SigningCase;

static const SigningCase signing_cases[] = {
  { NULL, "signing date not set", "签约时间未定" },
  { "", "signing date not set", "签约时间未定" },
  { "soon", "signing date not set", "签约时间未定" },
  { "2026-11-23", "signing expected today", "预计今天签约" },
  { "2026-11-24", "signing expected tomorrow", "预计明天签约" },
  { "2026-11-25", "signing expected within a week", "预计一周内签约" },
  { "2026-11-30", "signing expected within a week", "预计一周内签约" },
  { "2026-12-01", "signing expected within two weeks", "预计两周内签约" },
  { "2026-12-07", "signing expected within two weeks", "预计两周内签约" },
  { "2026-12-08", "signing expected within a month", "预计一个月内签约" },
  { "2026-12-23", "signing expected within a month", "预计一个月内签约" },
  { "2026-12-24", "signing expected within two months", "预计两个月内签约" },
  { "2027-01-22", "signing expected within two months", "预计两个月内签约" },
  { "2027-01-23", "signing expected within three months", "预计三个月内签约" },
  { "2027-02-21", "signing expected within three months", "预计三个月内签约" },
  { "2027-02-22", "signing expected on Feb 22, 2027", "预计2027年2月22日签约" },
  { "2026-11-22", "signing was planned for Nov 22, 1 day overdue", "原定11月22日签约,已逾期1天" },
  { "2026-10-14", "signing was planned for Oct 14, 40 days overdue", "原定10月14日签约,已逾期40天" },
  { "2026-01-01", "signing was planned for Jan 1, 326 days overdue", "原定1月1日签约,已逾期326天" },
  { "2025-12-31", "signing was planned for Dec 31, 2025, 327 days overdue", "原定2025年12月31日签约,已逾期327天" },
};

static void
test_signing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signing_cases); i++)
    {
      ClinchStatusFacts facts = { .stage_name = "X", .expected_signing = signing_cases[i].date };
      g_autofree char *english = g_strdup_printf ("This customer is in the X stage; %s.",
                                                  signing_cases[i].english);
      g_autofree char *chinese = g_strdup_printf ("这个客户目前在X阶段,%s。", signing_cases[i].chinese);

      clinch_test_language_use ("en");
      assert_sentence (&facts, CLINCH_STATUS_SENTENCE, english);
      clinch_test_language_use ("zh_CN");
      assert_sentence (&facts, CLINCH_STATUS_SENTENCE, chinese);
    }
}

static void
test_stage_word (void)
{
  ClinchStatusFacts facts = { .stage_name = "谈判阶段", .expected_signing = TODAY };

  clinch_test_language_use ("zh_CN");
  assert_sentence (&facts, CLINCH_STATUS_SENTENCE, "这个客户目前在谈判阶段,预计今天签约。");
  clinch_test_language_use ("en");
  facts.stage_name = "Pilot Stage";
  assert_sentence (&facts, CLINCH_STATUS_SENTENCE,
                   "This customer is in the Pilot stage; signing expected today.");
  /* A name that is only the word is kept. */
  facts.stage_name = "阶段";
  assert_sentence (&facts, CLINCH_STATUS_SENTENCE,
                   "This customer is in the 阶段 stage; signing expected today.");
}

static void
test_done (void)
{
  static const char * const gaps[] = { "", "已确认需求。", "  ", "方案已发 ", NULL };
  static const char * const one[] = { "proposal sent", NULL };
  static const char * const none[] = { "", NULL };
  ClinchStatusFacts facts = { .stage_name = "报价", .expected_signing = TODAY, .done = gaps };

  clinch_test_language_use ("zh_CN");
  assert_sentence (&facts, CLINCH_STATUS_SENTENCE, "这个客户目前在报价阶段,已确认需求,方案已发,预计今天签约。");
  facts.done = none;
  assert_sentence (&facts, CLINCH_STATUS_SENTENCE, "这个客户目前在报价阶段,预计今天签约。");
  clinch_test_language_use ("en");
  facts.stage_name = "Quote";
  facts.done = one;
  assert_sentence (&facts, CLINCH_STATUS_SENTENCE,
                   "This customer is in the Quote stage; proposal sent; signing expected today.");
}

static void
test_closed (void)
{
  ClinchStatusFacts won = { .stage_name = "签约", .stage_type = CLINCH_STAGE_WON, .done = done_zh };
  ClinchStatusFacts lost = { .stage_name = "丢单", .stage_type = CLINCH_STAGE_LOST };

  clinch_test_language_use ("zh_CN");
  assert_sentence (&won, CLINCH_STATUS_SENTENCE, "这个客户已签约。");
  assert_sentence (&lost, CLINCH_STATUS_SENTENCE, "这个客户已丢单,原因未记录。");
  won.signed_on = "2026-11-22";
  lost.lost_reason = "价格太高。";
  assert_sentence (&won, CLINCH_STATUS_SENTENCE, "这个客户已签约,签约日期11月22日。");
  assert_sentence (&lost, CLINCH_STATUS_SENTENCE, "这个客户已丢单,原因:价格太高。");

  clinch_test_language_use ("en");
  assert_sentence (&won, CLINCH_STATUS_SENTENCE, "This customer signed on Nov 22.");
  lost.lost_reason = "price too high";
  assert_sentence (&lost, CLINCH_STATUS_SENTENCE,
                   "The opportunity with this customer is lost; reason: price too high.");
}

static void
test_line (void)
{
  ClinchStatusFacts facts = {
    .customer_name = "杭州钢铁",
    .opportunity_name = "杭钢MES升级",
    .stage_name = "商务谈判",
    .next_step = "报价",
    .next_step_date = "2026-12-02",
    .owner = "王敏",
    .last_text = "拜访王总,\n方案反馈不错。",
    .last_date = "2026-11-20",
  };
  ClinchStatusFacts bare = { .stage_name = "Quote" };

  clinch_test_language_use ("zh_CN");
  assert_sentence (&facts, CLINCH_STATUS_LINE,
                   "杭州钢铁 · 杭钢MES升级 · 商务谈判阶段 · 最近:拜访王总, 方案反馈不错(11月20日) · "
                   "下一步:报价,12月2日 · 负责人:王敏");
  facts.next_step_date = "2026-11-21";
  facts.customer_name = NULL;
  assert_sentence (&facts, CLINCH_STATUS_LINE,
                   "杭钢MES升级 · 商务谈判阶段 · 最近:拜访王总, 方案反馈不错(11月20日) · "
                   "下一步:报价,应于11月21日完成,已逾期2天 · 负责人:王敏");
  assert_sentence (&bare, CLINCH_STATUS_LINE, "Quote阶段 · 还没有跟进 · 没有下一步 · 没有负责人");

  clinch_test_language_use ("en");
  facts.next_step_date = "2026-11-22";
  facts.last_date = NULL;
  assert_sentence (&facts, CLINCH_STATUS_LINE,
                   "杭钢MES升级 · 商务谈判 stage · Last: 拜访王总, 方案反馈不错 · "
                   "Next: 报价, due Nov 22, 1 day overdue · Owner: 王敏");
  assert_sentence (&bare, CLINCH_STATUS_LINE,
                   "Quote stage · No follow-up yet · No next step · No owner");

  bare.stage_type = CLINCH_STAGE_LOST;
  bare.lost_reason = "price";
  assert_sentence (&bare, CLINCH_STATUS_LINE, "Lost: price · No follow-up yet · No owner");
  bare.stage_type = CLINCH_STAGE_WON;
  bare.signed_on = "2026-11-20";
  assert_sentence (&bare, CLINCH_STATUS_LINE, "Signed on Nov 20 · No follow-up yet · No owner");
}

/* What a user wrote is text, whatever it looks like, and long text leaves room for the rest. */
static void
test_hostile (void)
{
  static const char * const done[] = { "%s%n", "100 %", NULL };
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *line = NULL;
  ClinchStatusFacts facts = {
    .stage_name = "%1$s <b>A & B</b>",
    .done = done,
    .expected_signing = TODAY,
    .last_text = long_text,
  };

  clinch_test_language_use ("en");
  assert_sentence (&facts, CLINCH_STATUS_SENTENCE,
                   "This customer is in the %1$s <b>A & B</b> stage; %s%n, 100 %; signing expected today.");
  line = clinch_status_sentence (&facts, CLINCH_STATUS_LINE, TODAY);
  g_assert_cmpuint (g_utf8_strlen (line, -1), <, 200);
  g_assert_nonnull (g_strstr_len (line, -1, "xxx… · No next step"));

  facts.stage_name = "A\xff";
  facts.last_text = "\xe6\x9d";
  g_clear_pointer (&line, g_free);
  line = clinch_status_sentence (&facts, CLINCH_STATUS_LINE, TODAY);
  g_assert_true (g_utf8_validate (line, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status-sentence/article", test_article);
  g_test_add_func ("/status-sentence/signing", test_signing);
  g_test_add_func ("/status-sentence/stage-word", test_stage_word);
  g_test_add_func ("/status-sentence/done", test_done);
  g_test_add_func ("/status-sentence/closed", test_closed);
  g_test_add_func ("/status-sentence/line", test_line);
  g_test_add_func ("/status-sentence/hostile", test_hostile);

  return g_test_run ();
}
