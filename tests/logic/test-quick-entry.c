// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-quick-entry.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* 2026-11-23 is a Monday. */
#define MONDAY "2026-11-23"
#define FRIDAY "2026-11-27"
#define SUNDAY "2026-11-29"

#define ME 1
#define COLLEAGUE 2

static const ClinchQuickMember members[] = {
  { ME, "王敏" },
  { COLLEAGUE, "李强" },
  { 3, "Anna Berg" },
};

static const ClinchQuickCustomer customers[] = {
  { 10, "杭州钢铁集团有限公司", NULL, ME },
  { 11, "宁波港股份有限公司", "宁波港", COLLEAGUE },
  { 12, "杭州海康威视数字技术股份有限公司", "海康威视", COLLEAGUE },
  { 13, "中国电信股份有限公司", "中国电信", ME },
  { 14, "中国电子信息产业集团有限公司", "中国电子", COLLEAGUE },
  { 15, "明天科技有限公司", NULL, COLLEAGUE },
  { 16, "Acme Industries Ltd", NULL, ME },
  { 17, "International Business Machines Corp", NULL, COLLEAGUE },
  { 18, "上海联影医疗科技股份有限公司", "联影医疗", ME },
  { 19, "江苏恒瑞医药股份有限公司", "恒瑞医药", COLLEAGUE },
  { 20, "江苏恒力机械有限公司", NULL, COLLEAGUE },
  { 21, "ABB(中国)有限公司", "ABB", COLLEAGUE },
  { 22, "西门子(中国)有限公司", NULL, COLLEAGUE },
  { 23, "广州白云电气设备股份有限公司", NULL, ME },
  { 24, "广州白云山医药集团股份有限公司", NULL, COLLEAGUE },
};

static const ClinchQuickContact contacts[] = {
  { 100, 10, "王建国", "总经理" },
  { 101, 10, "李明", "技术工程师" },
  { 102, 11, "张华", "采购经理" },
  { 103, 11, "王海", "设备处处长" },
  { 104, 12, "陈刚", "信息中心主任" },
  { 105, 12, "陈静", "信息部主任" },
  { 106, 16, "John Smith", "Purchasing Manager" },
  { 107, 16, "Mary Wang", "Director" },
  { 108, 18, "周一鸣", "院长" },
  { 109, 13, "刘洋", "主任" },
  { 110, 19, "欧阳锋", "副总" },
  { 111, 17, "Peter Chen", "CIO" },
};

static const ClinchQuickOpportunity opportunities[] = {
  { 200, 10, "杭钢MES升级", ME, TRUE },
  { 201, 10, "能耗监测平台", ME, TRUE },
  { 202, 10, "杭钢ERP一期", ME, FALSE },
  { 203, 11, "宁波港码头WMS", COLLEAGUE, TRUE },
  { 204, 12, "海康视频平台扩容", COLLEAGUE, TRUE },
  { 205, 12, "海康数据中心改造", COLLEAGUE, TRUE },
  { 206, 16, "Acme MES rollout", ME, TRUE },
  { 207, 16, "Acme service contract", ME, TRUE },
  { 208, 18, "影像云平台", ME, TRUE },
  { 209, 13, "5G专网", ME, TRUE },
};

static ClinchQuickContext
make_context (const char *today)
{
  ClinchQuickContext context = {
    .customers = customers,
    .n_customers = G_N_ELEMENTS (customers),
    .contacts = contacts,
    .n_contacts = G_N_ELEMENTS (contacts),
    .opportunities = opportunities,
    .n_opportunities = G_N_ELEMENTS (opportunities),
    .members = members,
    .n_members = G_N_ELEMENTS (members),
    .today = today,
    .me = ME,
  };

  return context;
}

typedef struct
{
  const char *today;
  const char *text;
  const char *kind;
  const char *date;
  int         customer;
  int         contact;
  int         opportunity;
  const char *next_step;
  const char *next_date;
  const char *body;
} LineCase;

static const LineCase line_cases[] = {
  /* The issue's own example. */
  { MONDAY, "今天拜访杭钢王总,MES方案反馈不错,下周三报价", "visit", "2026-11-23", 10, 100, 200, "报价", "2026-12-02", "拜访杭钢王总,MES方案反馈不错" },
  { MONDAY, "今天拜访杭钢王总，MES方案反馈不错，下周三报价。", "visit", "2026-11-23", 10, 100, 200, "报价", "2026-12-02", "拜访杭钢王总，MES方案反馈不错。" },
  { MONDAY, "今天拜访杭钢王总 MES方案反馈不错 下周三报价", "visit", "2026-11-23", 10, 100, 200, "报价", "2026-12-02", NULL },
  { FRIDAY, "今天拜访杭钢王总,MES方案反馈不错,下周三报价", "visit", "2026-11-27", 10, 100, 200, "报价", "2026-12-02", NULL },
  { SUNDAY, "今天拜访杭钢王总,MES方案反馈不错,下周三报价", "visit", "2026-11-29", 10, 100, 200, "报价", "2026-12-02", NULL },

  /* Kinds. */
  { MONDAY, "昨天走访宁波港", "visit", "2026-11-22", 11, 0, 203, NULL, "", "走访宁波港" },
  { MONDAY, "上门拜访ABB", "visit", MONDAY, 21, 0, 0, NULL, "", NULL },
  { MONDAY, "电话联系杭钢李工,能耗数据已发", "call", MONDAY, 10, 101, 201, NULL, "", NULL },
  { MONDAY, "致电宁波港张经理", "call", MONDAY, 11, 102, 203, NULL, "", NULL },
  { MONDAY, "打给中国电信刘主任,5G专网预算批了", "call", MONDAY, 13, 109, 209, NULL, "", NULL },
  { MONDAY, "和海康威视开会讨论视频平台", "meeting", MONDAY, 12, 0, 204, NULL, "", NULL },
  { MONDAY, "参加联影医疗技术交流会", "meeting", MONDAY, 18, 0, 208, NULL, "", NULL },
  { MONDAY, "微信上问了王建国,还在等批复", "message", MONDAY, 10, 100, 0, NULL, "", NULL },
  { MONDAY, "给西门子发了邮件", "mail", MONDAY, 22, 0, 0, NULL, "", NULL },
  { MONDAY, "恒瑞医药欧阳副总反馈价格偏高", "feedback", MONDAY, 19, 110, 0, NULL, "", NULL },
  { MONDAY, "杭钢预算砍了一半", "note", MONDAY, 10, 0, 0, NULL, "", "杭钢预算砍了一半" },
  { MONDAY, "在杭钢开电话会议", "meeting", MONDAY, 10, 0, 0, NULL, "", NULL },

  /* Customers by part, abbreviation or full name; places and trades alone name nobody. */
  { MONDAY, "拜访杭州钢铁", "visit", MONDAY, 10, 0, 0, NULL, "", NULL },
  { MONDAY, "拜访杭州钢铁集团有限公司", "visit", MONDAY, 10, 0, 0, NULL, "", NULL },
  { MONDAY, "拜访海康", "visit", MONDAY, 12, 0, 0, NULL, "", NULL },
  { MONDAY, "拜访联影", "visit", MONDAY, 18, 0, 208, NULL, "", NULL },
  { MONDAY, "拜访恒力", "visit", MONDAY, 20, 0, 0, NULL, "", NULL },
  { MONDAY, "拜访白云山", "visit", MONDAY, 24, 0, 0, NULL, "", NULL },
  { MONDAY, "拜访白云电气", "visit", MONDAY, 23, 0, 0, NULL, "", NULL },
  { MONDAY, "拜访明天科技", "visit", MONDAY, 15, 0, 0, NULL, "", "拜访明天科技" },
  { MONDAY, "拜访杭州的客户", "visit", MONDAY, 0, 0, 0, NULL, "", NULL },
  { MONDAY, "拜访一家科技公司", "visit", MONDAY, 0, 0, 0, NULL, "", NULL },
  { MONDAY, "ＡＢＢ来电", "call", MONDAY, 21, 0, 0, NULL, "", NULL },
  { MONDAY, "今天天气不错", "note", MONDAY, 0, 0, 0, NULL, "", NULL },

  /* People. */
  { MONDAY, "拜访王建国", "visit", MONDAY, 10, 100, 0, NULL, "", NULL },
  { MONDAY, "拜访李工", "visit", MONDAY, 10, 101, 0, NULL, "", NULL },
  { MONDAY, "拜访宁波港王处", "visit", MONDAY, 11, 103, 203, NULL, "", NULL },
  { MONDAY, "拜访王处", "visit", MONDAY, 11, 103, 203, NULL, "", NULL },
  { MONDAY, "拜访王总", "visit", MONDAY, 10, 100, 0, NULL, "", NULL },
  { MONDAY, "拜访周一鸣", "visit", MONDAY, 18, 108, 208, NULL, "", "拜访周一鸣" },
  { MONDAY, "拜访联影周院长", "visit", MONDAY, 18, 108, 208, NULL, "", NULL },
  { MONDAY, "讨论施工方案", "note", MONDAY, 0, 0, 0, NULL, "", NULL },
  /* Two 陈主任 at one customer: the customer is certain, the person is not. */
  { MONDAY, "拜访海康陈主任", "visit", MONDAY, 12, 0, 0, NULL, "", NULL },
  { MONDAY, "拜访陈主任", "visit", MONDAY, 12, 0, 0, NULL, "", NULL },
  /* Somebody new at a known customer. */
  { MONDAY, "拜访杭钢赵总", "visit", MONDAY, 10, 0, 0, NULL, "", NULL },

  /* What happened when. */
  { MONDAY, "周三拜访了杭钢", "visit", "2026-11-18", 10, 0, 0, NULL, "", "拜访了杭钢" },
  { FRIDAY, "周三拜访了杭钢", "visit", "2026-11-25", 10, 0, 0, NULL, "", NULL },
  { SUNDAY, "周三拜访了杭钢", "visit", "2026-11-25", 10, 0, 0, NULL, "", NULL },
  { MONDAY, "上周五拜访杭钢", "visit", "2026-11-20", 10, 0, 0, NULL, "", NULL },
  { MONDAY, "11月20日拜访杭钢", "visit", "2026-11-20", 10, 0, 0, NULL, "", NULL },
  { "2027-01-04", "12月31日拜访杭钢", "visit", "2026-12-31", 10, 0, 0, NULL, "", NULL },
  { MONDAY, "20号拜访杭钢", "visit", "2026-11-20", 10, 0, 0, NULL, "", NULL },
  { MONDAY, "前天下午3点拜访杭钢", "visit", "2026-11-21", 10, 0, 0, NULL, "", "拜访杭钢" },

  /* What is next. */
  { MONDAY, "拜访杭钢,明天发合同", "visit", MONDAY, 10, 0, 0, "发合同", "2026-11-24", "拜访杭钢" },
  { MONDAY, "拜访杭钢,周五前发MES合同", "visit", MONDAY, 10, 0, 200, "发MES合同", "2026-11-27", NULL },
  { FRIDAY, "今天拜访杭钢,周三报价", "visit", FRIDAY, 10, 0, 0, "报价", "2026-12-02", NULL },
  { SUNDAY, "今天拜访杭钢,周一报价", "visit", SUNDAY, 10, 0, 0, "报价", "2026-11-30", NULL },
  { MONDAY, "拜访杭钢,约下周三上门演示", "visit", MONDAY, 10, 0, 0, "上门演示", "2026-12-02", NULL },
  { MONDAY, "拜访杭钢,我们计划月底签约", "visit", MONDAY, 10, 0, 0, "签约", "2026-11-30", NULL },
  { MONDAY, "拜访杭钢,方案12月5日提交", "visit", MONDAY, 10, 0, 0, "方案提交", "2026-12-05", NULL },
  { MONDAY, "拜访杭钢,下一步:下周三报价", "visit", MONDAY, 10, 0, 0, "报价", "2026-12-02", "拜访杭钢" },
  { MONDAY, "拜访杭钢,下一步发合同", "visit", MONDAY, 10, 0, 0, "发合同", "", "拜访杭钢" },
  { MONDAY, "拜访杭钢,下一步:发合同,下周三前完成", "visit", MONDAY, 10, 0, 0, "发合同", "2026-12-02", NULL },
  { MONDAY, "拜访杭钢,下周三,报价", "visit", MONDAY, 10, 0, 0, "报价", "2026-12-02", "拜访杭钢" },
  { MONDAY, "上周三约了杭钢王总下周三见面", "note", "2026-11-18", 10, 100, 0, "见面", "2026-12-02", NULL },
  { FRIDAY, "周三拜访了杭钢王总约周五报价", "visit", "2026-11-25", 10, 100, 0, "报价", FRIDAY, NULL },
  { MONDAY, "打电话约杭钢王总下周三上门", "call", MONDAY, 10, 100, 0, "杭钢王总上门", "2026-12-02", NULL },
  { MONDAY, "杭钢下周三报价", "note", MONDAY, 10, 0, 0, "杭钢报价", "2026-12-02", "杭钢下周三报价" },
  { MONDAY, "明天下午3点去杭钢开会", "note", MONDAY, 10, 0, 0, "去杭钢开会", "2026-11-24", NULL },
  { MONDAY, "下班前要给杭钢发资料,今天之内发出", "note", MONDAY, 10, 0, 0, "发出", MONDAY, NULL },
  { "2026-12-28", "拜访杭钢,1月5日报价", "visit", "2026-12-28", 10, 0, 0, "报价", "2027-01-05", NULL },
  { "2026-12-31", "今天拜访杭钢,明天报价", "visit", "2026-12-31", 10, 0, 0, "报价", "2027-01-01", NULL },
  { "2027-01-31", "拜访杭钢,下月底签约", "visit", "2027-01-31", 10, 0, 0, "签约", "2027-02-28", NULL },
  { MONDAY, "拜访杭钢,两周后复访", "visit", MONDAY, 10, 0, 0, "复访", "2026-12-07", NULL },
  { MONDAY, "拜访杭钢,三天内回复", "visit", MONDAY, 10, 0, 0, "回复", "2026-11-26", NULL },
  { MONDAY, "拜访杭钢,金额1,200万,月底签约", "visit", MONDAY, 10, 0, 0, "签约", "2026-11-30", "拜访杭钢,金额1,200万" },
  { MONDAY, "今天去杭钢找王总聊了MES,他说预算月底前批下来,下周三前给报价", "note", MONDAY, 10, 100, 200, "给报价", "2026-12-02", "去杭钢找王总聊了MES,他说预算月底前批下来" },
  { MONDAY, "拜访杭钢,12月1日前提交标书", "visit", MONDAY, 10, 0, 0, "提交标书", "2026-12-01", NULL },
  { MONDAY, "杭钢王总说要等到明年3月才有预算", "note", MONDAY, 10, 100, 0, NULL, "", "杭钢王总说要等到明年3月才有预算" },

  /* Opportunities: by a word, the only open one, or none of several. */
  { MONDAY, "拜访杭钢,聊能耗监测", "visit", MONDAY, 10, 0, 201, NULL, "", NULL },
  { MONDAY, "拜访杭钢,聊ERP", "visit", MONDAY, 10, 0, 0, NULL, "", NULL },
  { MONDAY, "杭钢ERP一期验收", "note", MONDAY, 10, 0, 202, NULL, "", NULL },
  { MONDAY, "影像云平台上线了", "note", MONDAY, 18, 0, 208, NULL, "", NULL },

  /* English. */
  { MONDAY, "Visited Acme today, MES feedback is positive, quote next Wednesday", "visit", MONDAY, 16, 0, 206, "quote", "2026-12-02", "Visited Acme, MES feedback is positive" },
  { MONDAY, "Called John Smith yesterday, will send the service contract by Friday", "call", "2026-11-22", 16, 106, 207, "send the service contract", "2026-11-27", "Called John Smith" },
  { MONDAY, "Met Mr Smith last Wed about MES and will quote next Wednesday", "meeting", "2026-11-18", 16, 106, 206, "quote", "2026-12-02", "Met Mr Smith about MES" },
  { MONDAY, "Meeting with IBM on Nov 20; demo in 3 days", "meeting", "2026-11-20", 17, 0, 0, "demo", "2026-11-26", NULL },
  { MONDAY, "Emailed Acme. Next step: send quote on Dec 2", "mail", MONDAY, 16, 0, 0, "send quote", "2026-12-02", "Emailed Acme." },
  { MONDAY, "WeChat with Director Wang: budget approved", "message", MONDAY, 16, 107, 0, NULL, "", NULL },
  { MONDAY, "Mr Chen of IBM replied, tomorrow call back", "feedback", MONDAY, 17, 111, 0, "call back", "2026-11-24", NULL },
  { MONDAY, "Visited Acme on Wednesday", "visit", "2026-11-18", 16, 0, 0, NULL, "", "Visited Acme" },
  { FRIDAY, "Visited Acme on Wednesday", "visit", "2026-11-25", 16, 0, 0, NULL, "", "Visited Acme" },
  { MONDAY, "Had a call with Mary Wang this morning. She wants a revised quote by next Friday.", "call", MONDAY, 16, 107, 0, "She wants a revised quote", "2026-12-04", "Had a call with Mary Wang." },
  { MONDAY, "Lunch with John, will send minutes tomorrow", "meeting", MONDAY, 16, 106, 0, "send minutes", "2026-11-24", "Lunch with John" },
  { MONDAY, "Mr Wang 电话说预算批了", "call", MONDAY, 16, 107, 0, NULL, "", NULL },
  { "2026-12-30", "Visited Acme today, quote next Wed", "visit", "2026-12-30", 16, 0, 0, "quote", "2027-01-06", NULL },
};

static void
check_piece (const char             *text,
             const ClinchQuickPiece *piece)
{
  g_assert_cmpuint (piece->start, <=, piece->end);
  g_assert_cmpuint (piece->end, <=, strlen (text));
  g_assert_cmpint (piece->confidence, >=, 0);
  g_assert_cmpint (piece->confidence, <=, 100);
  g_assert_true (g_utf8_validate (text + piece->start, piece->end - piece->start, NULL));
}

static void
check_draft (const char             *text,
             const ClinchQuickDraft *draft)
{
  g_assert_true (clinch_date_is_valid (draft->date));
  g_assert_true (draft->next_date[0] == '\0' || clinch_date_is_valid (draft->next_date));
  g_assert_cmpuint (draft->start, <=, draft->end);
  g_assert_cmpuint (draft->end, <=, strlen (text));
  g_assert_true (g_utf8_validate (draft->body, -1, NULL));
  g_assert_cmpstr (draft->body, !=, "");
  g_assert_true (draft->next_step == NULL
                 || (draft->next_step[0] != '\0' && g_utf8_validate (draft->next_step, -1, NULL)));
  g_assert_cmpint (draft->minutes, >=, -1);
  g_assert_cmpint (draft->minutes, <, 24 * 60);
  check_piece (text, &draft->kind_piece);
  check_piece (text, &draft->date_piece);
  check_piece (text, &draft->customer.piece);
  check_piece (text, &draft->opportunity.piece);
  check_piece (text, &draft->next_step_piece);
  check_piece (text, &draft->next_date_piece);
  for (gsize i = 0; i < draft->n_contacts; i++)
    check_piece (text, &draft->contacts[i].piece);
}

static GPtrArray *
resolve (const char *text,
         const char *today)
{
  ClinchQuickContext context = make_context (today);
  GPtrArray *drafts = clinch_quick_entry_resolve (text, &context);
  g_autofree char *clean = clinch_quick_entry_clean (text);

  for (guint i = 0; i < drafts->len; i++)
    check_draft (clean, g_ptr_array_index (drafts, i));

  return drafts;
}

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (line_cases); i++)
    {
      const LineCase *c = &line_cases[i];
      g_autoptr(GPtrArray) drafts = resolve (c->text, c->today);
      const ClinchQuickDraft *draft;

      g_test_message ("%s (%s)", c->text, c->today);
      g_assert_cmpuint (drafts->len, ==, 1);
      draft = g_ptr_array_index (drafts, 0);
      g_assert_cmpstr (clinch_quick_kind_to_code (draft->kind), ==, c->kind);
      g_assert_cmpstr (draft->date, ==, c->date);
      g_assert_cmpint (draft->customer.id, ==, c->customer);
      g_assert_cmpint (draft->n_contacts > 0 ? draft->contacts[0].id : 0, ==, c->contact);
      g_assert_cmpint (draft->opportunity.id, ==, c->opportunity);
      g_assert_cmpstr (draft->next_step, ==, c->next_step);
      g_assert_cmpstr (draft->next_date, ==, c->next_date);
      if (c->body != NULL)
        g_assert_cmpstr (draft->body, ==, c->body);
    }
}

static void
assert_at (const char             *text,
           const ClinchQuickPiece *piece,
           const char             *expected)
{
  g_autofree char *found = g_strndup (text + piece->start, piece->end - piece->start);

  g_assert_cmpstr (found, ==, expected);
}

/* The chips stand where the words are. */
static void
test_pieces (void)
{
  const char *text = "今天拜访杭钢王总,MES方案反馈不错,下周三报价";
  g_autoptr(GPtrArray) drafts = resolve (text, MONDAY);
  const ClinchQuickDraft *draft = g_ptr_array_index (drafts, 0);

  assert_at (text, &draft->date_piece, "今天");
  assert_at (text, &draft->kind_piece, "拜访");
  assert_at (text, &draft->customer.piece, "杭钢");
  assert_at (text, &draft->contacts[0].piece, "王总");
  assert_at (text, &draft->opportunity.piece, "MES");
  assert_at (text, &draft->next_date_piece, "下周三");
  assert_at (text, &draft->next_step_piece, "报价");
  g_assert_cmpuint (draft->start, ==, 0);
  g_assert_cmpuint (draft->end, ==, strlen (text));
  g_assert_cmpint (draft->customer.piece.confidence, >=, 60);
}

static gboolean
has_alternative (const ClinchQuickMatch *match,
                 gint64                  id)
{
  for (gsize i = 0; i < match->n_alternatives; i++)
    {
      if (match->alternatives[i] == id)
        return TRUE;
    }

  return FALSE;
}

static void
test_ambiguous (void)
{
  g_autoptr(GPtrArray) people = resolve ("拜访海康陈主任", MONDAY);
  g_autoptr(GPtrArray) deals = resolve ("拜访杭钢", MONDAY);
  g_autoptr(GPtrArray) unknown = resolve ("拜访杭钢赵总", MONDAY);
  const ClinchQuickDraft *draft = g_ptr_array_index (people, 0);

  g_assert_cmpuint (draft->n_contacts, ==, 1);
  g_assert_cmpint (draft->contacts[0].id, ==, 0);
  g_assert_true (has_alternative (&draft->contacts[0], 104));
  g_assert_true (has_alternative (&draft->contacts[0], 105));
  g_assert_cmpint (draft->contacts[0].piece.confidence, <, 60);

  draft = g_ptr_array_index (deals, 0);
  g_assert_cmpint (draft->opportunity.id, ==, 0);
  g_assert_true (has_alternative (&draft->opportunity, 200));
  g_assert_true (has_alternative (&draft->opportunity, 201));
  g_assert_false (has_alternative (&draft->opportunity, 202));

  /* Somebody not known yet can be added. */
  draft = g_ptr_array_index (unknown, 0);
  g_assert_cmpuint (draft->n_contacts, ==, 1);
  g_assert_cmpint (draft->contacts[0].id, ==, 0);
  g_assert_cmpuint (draft->contacts[0].n_alternatives, ==, 0);
}

/* Of two customers of the same name the one with such a contact is meant, then the own one, then
 * none. */
static void
test_namesakes (void)
{
  static const ClinchQuickCustomer two[] = {
    { 1, "华光电子有限公司", NULL, COLLEAGUE },
    { 2, "华光机械有限公司", NULL, COLLEAGUE },
  };
  static const ClinchQuickCustomer own[] = {
    { 1, "华光电子有限公司", NULL, COLLEAGUE },
    { 2, "华光机械有限公司", NULL, ME },
  };
  static const ClinchQuickCustomer forms[] = {
    { 1, "华光智造集团有限公司", NULL, COLLEAGUE },
    { 2, "华光智造股份有限公司", NULL, COLLEAGUE },
  };
  static const ClinchQuickContact people[] = { { 5, 2, "马超", "总经理" } };
  ClinchQuickContext context = { .customers = two, .n_customers = 2, .today = MONDAY, .me = ME };
  g_autoptr(GPtrArray) tie = clinch_quick_entry_resolve ("拜访华光", &context);
  g_autoptr(GPtrArray) mine = NULL;
  g_autoptr(GPtrArray) known = NULL;
  g_autoptr(GPtrArray) form = NULL;
  const ClinchQuickDraft *draft = g_ptr_array_index (tie, 0);

  g_assert_cmpint (draft->customer.id, ==, 0);
  g_assert_true (has_alternative (&draft->customer, 1));
  g_assert_true (has_alternative (&draft->customer, 2));

  context.customers = own;
  mine = clinch_quick_entry_resolve ("拜访华光", &context);
  draft = g_ptr_array_index (mine, 0);
  g_assert_cmpint (draft->customer.id, ==, 2);
  g_assert_cmpint (draft->customer.piece.confidence, <, 60);
  g_assert_true (has_alternative (&draft->customer, 1));

  context.customers = two;
  context.contacts = people;
  context.n_contacts = 1;
  known = clinch_quick_entry_resolve ("拜访华光马总", &context);
  draft = g_ptr_array_index (known, 0);
  g_assert_cmpint (draft->customer.id, ==, 2);
  g_assert_cmpint (draft->contacts[0].id, ==, 5);

  /* So is one whose legal form is said. */
  context.customers = forms;
  form = clinch_quick_entry_resolve ("拜访华光智造股份,聊了合作", &context);
  draft = g_ptr_array_index (form, 0);
  g_assert_cmpint (draft->customer.id, ==, 2);
}

/* On the page of a customer or opportunity nothing else is meant. */
static void
test_fixed (void)
{
  ClinchQuickContext context = make_context (MONDAY);
  g_autoptr(GPtrArray) page = NULL;
  g_autoptr(GPtrArray) deal = NULL;
  const ClinchQuickDraft *draft;

  context.customer = 11;
  page = clinch_quick_entry_resolve ("拜访王总,提到杭钢也在上", &context);
  draft = g_ptr_array_index (page, 0);
  g_assert_cmpint (draft->customer.id, ==, 11);
  g_assert_cmpint (draft->contacts[0].id, ==, 103);
  g_assert_cmpint (draft->opportunity.id, ==, 203);

  context.customer = 0;
  context.opportunity = 201;
  deal = clinch_quick_entry_resolve ("MES方案反馈不错", &context);
  draft = g_ptr_array_index (deal, 0);
  g_assert_cmpint (draft->customer.id, ==, 10);
  g_assert_cmpint (draft->opportunity.id, ==, 201);
}

typedef struct
{
  const char *kind;
  const char *date;
  int         minutes;
  int         author;
  int         customer;
  const char *next_step;
  const char *next_date;
  const char *body;
} ExpectedDraft;

static void
check_memo (const char          *text,
            const ExpectedDraft *expected,
            guint                n)
{
  g_autoptr(GPtrArray) drafts = resolve (text, MONDAY);

  g_test_message ("%s", text);
  g_assert_cmpuint (drafts->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const ClinchQuickDraft *draft = g_ptr_array_index (drafts, i);

      g_test_message ("draft %u: %s", i, draft->body);
      g_assert_cmpstr (clinch_quick_kind_to_code (draft->kind), ==, expected[i].kind);
      g_assert_cmpstr (draft->date, ==, expected[i].date);
      g_assert_cmpint (draft->minutes, ==, expected[i].minutes);
      g_assert_cmpint (draft->author.id, ==, expected[i].author);
      g_assert_cmpint (draft->customer.id, ==, expected[i].customer);
      g_assert_cmpstr (draft->next_step, ==, expected[i].next_step);
      g_assert_cmpstr (draft->next_date, ==, expected[i].next_date);
      g_assert_cmpstr (draft->body, ==, expected[i].body);
    }
}

static void
test_memo_of_lines (void)
{
  static const ExpectedDraft dated[] = {
    { "visit", "2026-11-20", -1, 0, 10, "报价", "2026-12-02", "拜访杭钢王总\nMES方案反馈不错" },
    { "call", "2026-11-21", -1, 0, 11, "发合同", "2026-11-27", "电话联系宁波港张经理,价格可以" },
  };
  static const ExpectedDraft bullets[] = {
    { "visit", "2026-11-20", -1, 0, 10, NULL, "", "拜访杭钢,方案认可" },
    { "call", "2026-11-20", -1, 0, 11, NULL, "", "电话宁波港,等预算" },
    { "note", "2026-11-20", -1, 0, 13, "报价", "2026-11-25", "中国电信,5G专网立项" },
  };
  static const ExpectedDraft customers_first[] = {
    { "note", MONDAY, -1, 0, 10, NULL, "", "杭钢:预算批了\n等合同" },
    { "note", MONDAY, -1, 0, 11, NULL, "", "宁波港:价格偏高" },
  };
  static const ExpectedDraft one[] = {
    { "visit", MONDAY, -1, 0, 10, "给李工打电话", "2026-11-24", "拜访杭钢\n谈得不错" },
  };

  check_memo ("11月20日 拜访杭钢王总\nMES方案反馈不错\n下周三报价\n11月21日 电话联系宁波港张经理,价格可以,周五前发合同", dated, 2);
  check_memo ("11月20日\r\n1、拜访杭钢,方案认可\r\n2、电话宁波港,等预算\r\n3、中国电信,5G专网立项,周三前报价\r\n", bullets, 3);
  check_memo ("杭钢:预算批了\n等合同\n宁波港:价格偏高", customers_first, 2);
  check_memo ("今天拜访杭钢\n谈得不错\n明天给李工打电话", one, 1);
}

static void
test_memo_of_chat (void)
{
  static const ExpectedDraft exported[] = {
    { "message", "2026-11-20", 932, ME, 10, "报价", "2026-11-25", "杭钢王总说MES方案不错\n李强: 好的" },
    { "message", "2026-11-21", 545, COLLEAGUE, 11, NULL, "", "宁波港价格偏高\n要再谈" },
  };
  static const ExpectedDraft favourites[] = {
    { "message", "2026-11-20", 932, ME, 10, NULL, "", "杭钢预算批了" },
    { "message", "2026-11-20", 940, COLLEAGUE, 11, NULL, "", "宁波港要降价" },
  };
  static const ExpectedDraft inlined[] = {
    { "call", MONDAY, -1, ME, 10, NULL, "", "刚和杭钢通电话,合同在走流程" },
    { "message", MONDAY, -1, 0, 10, NULL, "", "方案可以,价格再让一点就可以定下来我们老板已经同意了没有其他问题" },
  };
  static const ExpectedDraft divider[] = {
    { "visit", "2026-11-20", 932, 0, 10, NULL, "", "拜访杭钢" },
  };
  static const ExpectedDraft western[] = {
    { "visit", "2026-11-20", 932, 3, 16, "send quote", "2026-12-02", "Visited Acme" },
  };

  static const ExpectedDraft told_then[] = {
    { "visit", "2026-11-20", 932, ME, 10, "发合同", "2026-11-21", "拜访杭钢" },
    { "call", "2026-11-20", 545, COLLEAGUE, 11, NULL, "", "给宁波港打电话" },
  };
  static const ExpectedDraft labels[] = {
    { "visit", "2026-11-19", 870, 0, 10, NULL, "", "张三\n拜访杭钢" },
    { "call", "2026-11-19", 870, 0, 11, NULL, "", "李四\n打电话给宁波港" },
  };

  check_memo ("王敏 2026-11-20 15:32\n杭钢王总说MES方案不错,下周三报价\n李强 2026-11-20 15:33\n好的\n"
              "李强 2026-11-21 09:05\n宁波港价格偏高\n要再谈", exported, 2);
  check_memo ("—————  2026-11-20  —————\n\n\n王敏  15:32\n\n杭钢预算批了\n\n李强  15:40\n\n宁波港要降价\n",
              favourites, 2);
  check_memo ("王敏: 刚和杭钢通电话,合同在走流程\n王建国: 方案可以,价格再让一点就可以定下来我们老板已经同意了没有其他问题", inlined, 2);
  check_memo ("11月20日 下午3:32\n拜访杭钢", divider, 1);
  /* "Today" is the day on which it was written, not that on which it is pasted. */
  check_memo ("王敏 2026-11-20 15:32\n今天拜访杭钢,明天发合同\n李强 2026-11-21 09:05\n昨天给宁波港打电话", told_then, 2);
  check_memo ("2026年11月19日 星期四 14:30\n张三:\n今天拜访杭钢\n李四:\n今天打电话给宁波港", labels, 2);
  check_memo ("[2026-11-20 15:32] Anna Berg: Visited Acme, send quote on Dec 2", western, 1);
}

static void
test_contact_writes (void)
{
  g_autoptr(GPtrArray) drafts = resolve ("张华: 价格还是高\n", MONDAY);
  const ClinchQuickDraft *draft = g_ptr_array_index (drafts, 0);

  g_assert_cmpint (draft->customer.id, ==, 11);
  g_assert_cmpint (draft->contacts[0].id, ==, 102);
  g_assert_cmpint (draft->author.id, ==, 0);
  g_assert_cmpstr (draft->body, ==, "价格还是高");
}

static gboolean
has_term (GPtrArray           *terms,
          ClinchQuickTermKind  kind,
          const char          *text)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const ClinchQuickTerm *term = g_ptr_array_index (terms, i);

      if (term->kind == kind && g_str_equal (term->text, text))
        return TRUE;
    }

  return FALSE;
}

static void
test_terms (void)
{
  g_autoptr(GPtrArray) chinese = clinch_quick_entry_get_terms ("今天拜访杭钢王总,MES方案反馈不错,下周三报价", MONDAY);
  g_autoptr(GPtrArray) english =
    clinch_quick_entry_get_terms ("Met Mr Wang of Acme Industries next Wednesday", MONDAY);
  g_autoptr(GPtrArray) place = clinch_quick_entry_get_terms ("拜访杭州宁波港,方案不错", MONDAY);

  g_assert_true (has_term (chinese, CLINCH_QUICK_TERM_PERSON, "王"));
  g_assert_true (has_term (chinese, CLINCH_QUICK_TERM_WORD, "MES"));
  g_assert_true (has_term (chinese, CLINCH_QUICK_TERM_NAME, "杭钢"));
  g_assert_false (has_term (chinese, CLINCH_QUICK_TERM_NAME, "方案"));
  g_assert_false (has_term (chinese, CLINCH_QUICK_TERM_NAME, "今天"));
  g_assert_false (has_term (chinese, CLINCH_QUICK_TERM_NAME, "下周"));
  g_assert_true (has_term (english, CLINCH_QUICK_TERM_PERSON, "Wang"));
  g_assert_true (has_term (english, CLINCH_QUICK_TERM_WORD, "Acme"));
  g_assert_false (has_term (english, CLINCH_QUICK_TERM_WORD, "Wednesday"));
  g_assert_true (has_term (place, CLINCH_QUICK_TERM_NAME, "宁波港"));
  g_assert_false (has_term (place, CLINCH_QUICK_TERM_NAME, "杭州"));
}

static void
test_nothing (void)
{
  static const char * const empty[] = { NULL, "", " ", "\n\n\n", "\t \r\n " };

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr(GPtrArray) drafts = resolve (empty[i], MONDAY);
      g_autoptr(GPtrArray) terms = clinch_quick_entry_get_terms (empty[i], MONDAY);

      g_assert_cmpuint (drafts->len, ==, 0);
      g_assert_cmpuint (terms->len, ==, 0);
    }
}

static void
test_kind_codes (void)
{
  ClinchQuickKind kind;

  for (int i = CLINCH_QUICK_KIND_VISIT; i <= CLINCH_QUICK_KIND_NOTE; i++)
    {
      g_assert_true (clinch_quick_kind_from_code (clinch_quick_kind_to_code ((ClinchQuickKind) i),
                                                  &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (clinch_quick_kind_from_code ("Visit", &kind));
  g_assert_false (clinch_quick_kind_from_code (NULL, &kind));
}

/* Text of any kind: bytes, markup, formats, marks of direction, one thing repeated, and mixtures of
 * all that means something, cut anywhere. Nothing crashes, everything that comes back is valid and
 * inside the text. */
static void
test_hostile (void)
{
  static const char * const texts[] = {
    "%s%n%s%n", "<b>今天</b>拜访&lt;", "\xff\xfe\xe6\x9d拜访\x80杭钢", "'; DROP TABLE customers; --", "\u202e今天拜访杭钢\u202c",
    "今天今天今天今天", "::::,,,,。。。。", "王总王总王总王总王总", "1.1.1.1.1.1.1", "下下下下下周三", "————————", "(((((((",
    "总总总总", "0000000000000000000000000000", "12345678901234567890天后", "周周周周周", "Mr Mr Mr Mr", "next next next",
    "by by by the the", "王", "月", "\u0301\u0301\u0301", "一一一一一一一一一一日", "今天\u2028拜访", "A", "杭", "下一步", "下一步:", "next step:",
    "下周三", "王敏:", "王敏 2026-11-20 15:32", "[2026-11-20 15:32]", "🙂🙂🙂拜访🙂杭钢🙂", "２０２６年９９月９９日",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) drafts = resolve (texts[i], MONDAY);
      g_autoptr(GPtrArray) terms = clinch_quick_entry_get_terms (texts[i], MONDAY);
      g_autoptr(GString) many = g_string_new (NULL);

      /* Some past the limit, the others only long. */
      while (many->len < (i % 6 == 0 ? 30000 : 3000))
        g_string_append (many, texts[i]);
      {
        g_autoptr(GPtrArray) long_drafts = resolve (many->str, MONDAY);
        g_autoptr(GPtrArray) long_terms = clinch_quick_entry_get_terms (many->str, MONDAY);

        g_assert_cmpuint (long_terms->len, <=, 160);
        g_assert_cmpuint (long_drafts->len, <=, 200);
      }
    }
}

static void
test_mixtures (void)
{
  static const char * const parts[] = {
    "今天", "下周三", "拜访", "杭钢", "王总", ",", "。", "\n", " ", "MES", "方案", "下一步", ":", "王敏", "2026-11-20", "15:32", "报价", "11月", "20日",
    "三", "天", "内", "前", "next", "Wednesday", "by", "Mr", "Smith", "Acme", "1.", "—", "[", "]", "(", ")", "\xe6", "\xff", "周", "五", "和", "了",
    "%", "and", "will", "pm", "3", "点", "半", "月底", "年", "\r\n\r\n", "杭州钢铁集团有限公司",
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (20261123);

  for (int i = 0; i < 700; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      int length = g_rand_int_range (random, 1, 25);

      for (int j = 0; j < length; j++)
        g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      {
        g_autoptr(GPtrArray) drafts = resolve (text->str, i % 2 == 0 ? MONDAY : SUNDAY);
        g_autoptr(GPtrArray) terms = clinch_quick_entry_get_terms (text->str, MONDAY);

        g_assert_nonnull (drafts);
        g_assert_nonnull (terms);
      }
    }
}

/* The largest text with the most candidates answers while somebody types. The bound is generous,
 * since tests also run under sanitizers; what it catches is time that grows with the square of the
 * text. */
static void
test_large (void)
{
  enum { N = 200 };
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  ClinchQuickCustomer many[N];
  ClinchQuickOpportunity deals[N];
  ClinchQuickContext context = make_context (MONDAY);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) drafts = NULL;
  gint64 began;

  for (int i = 0; i < N; i++)
    {
      char *name = g_strdup_printf ("杭州%c%c钢铁第%d科技有限公司", 'A' + i % 26, 'A' + i / 26, i);

      g_ptr_array_add (names, name);
      many[i] = (ClinchQuickCustomer) { i + 1, name, NULL, ME };
      deals[i] = (ClinchQuickOpportunity) { i + 1, i + 1, name, ME, TRUE };
    }
  context.customers = many;
  context.n_customers = N;
  context.opportunities = deals;
  context.n_opportunities = N;
  while (text->len < 20000)
    g_string_append (text, "今天拜访杭钢王总,MES方案反馈不错,下周三报价\n");

  began = g_get_monotonic_time ();
  drafts = clinch_quick_entry_resolve (text->str, &context);
  g_test_message ("%" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - began) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 20 * G_USEC_PER_SEC);
  g_assert_cmpuint (drafts->len, >, 100);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quick-entry/lines", test_lines);
  g_test_add_func ("/quick-entry/pieces", test_pieces);
  g_test_add_func ("/quick-entry/ambiguous", test_ambiguous);
  g_test_add_func ("/quick-entry/namesakes", test_namesakes);
  g_test_add_func ("/quick-entry/fixed", test_fixed);
  g_test_add_func ("/quick-entry/memo/lines", test_memo_of_lines);
  g_test_add_func ("/quick-entry/memo/chat", test_memo_of_chat);
  g_test_add_func ("/quick-entry/memo/contact-writes", test_contact_writes);
  g_test_add_func ("/quick-entry/terms", test_terms);
  g_test_add_func ("/quick-entry/nothing", test_nothing);
  g_test_add_func ("/quick-entry/kind-codes", test_kind_codes);
  g_test_add_func ("/quick-entry/hostile", test_hostile);
  g_test_add_func ("/quick-entry/mixtures", test_mixtures);
  g_test_add_func ("/quick-entry/large", test_large);

  return g_test_run ();
}
