// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-card-text.h"
#include "clinch-clock.h"
#include "clinch-test-language.h"
#include "clinch-test-window.h"

#define TODAY "2026-11-23"

/* Seconds before the clock of the test, Monday 23 November 2026, 9:00 in Shanghai. */
#define DAYS_AGO(n) (G_GINT64_CONSTANT (1795395600) - (n) * 86400)

typedef struct
{
  const char *name;
  const char *next_text;
  const char *next_date;
  const char *amount;
  const char *days;
  const char *label;
} Expected;

typedef struct
{
  const char *stage; /* its code */
  int days_ago;
  const char *fields[6];
  ClinchCardNext next;
  Expected en;
  Expected zh;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "first-talks", 3, { "name=MES", "amount=12000000", "next-step=Send the quote", "next-date=2026-11-25" },
    CLINCH_CARD_NEXT_PLANNED,
    { "MES", "Send the quote", "Nov 25", "¥120K", "3/14 d",
      "MES, A & <b>B</b>, grade S, ¥120K, owner Ann Lee, next step: Send the quote, Nov 25, 3 of 14 days in this stage" },
    { "MES", "Send the quote", "11月25日", "¥12万", "3/14 天",
      "MES，A & <b>B</b>，分级 S，¥12万，负责人 Ann Lee，下一步：Send the quote，11月25日，在本阶段 3 天，时限 14 天" } },
  { "first-talks", 12, { "name=Today", "amount=0", "next-step=Call", "next-date=2026-11-23" },
    CLINCH_CARD_NEXT_TODAY,
    { "Today", "Call", "Today", "¥0", "12/14 d",
      "Today, A & <b>B</b>, grade S, ¥0, owner Ann Lee, next step: Call, Today, 12 of 14 days in this stage, close to the limit" },
    { "Today", "Call", "今天", "¥0", "12/14 天",
      "Today，A & <b>B</b>，分级 S，¥0，负责人 Ann Lee，下一步：Call，今天，在本阶段 12 天，时限 14 天，接近时限" } },
  { "first-talks", 20, { "name=Late", "amount=1234567800", "currency=USD", "next-step=Call", "next-date=2026-11-20" },
    CLINCH_CARD_NEXT_OVERDUE,
    { "Late", "Call", "Nov 20", "$12.3M", "20/14 d",
      "Late, A & <b>B</b>, grade S, $12.3M, owner Ann Lee, next step overdue: Call, Nov 20, 20 of 14 days in this stage, over the limit" },
    { "Late", "Call", "11月20日", "$1235万", "20/14 天",
      "Late，A & <b>B</b>，分级 S，$1235万，负责人 Ann Lee，下一步已逾期：Call，11月20日，在本阶段 20 天，时限 14 天，已超时限" } },
  { "first-talks", 1, { "name=Nothing" },
    CLINCH_CARD_NEXT_MISSING,
    { "Nothing", "No next step", "", "", "1/14 d",
      "Nothing, A & <b>B</b>, grade S, owner Ann Lee, no next step, 1 of 14 days in this stage" },
    { "Nothing", "没有下一步", "", "", "1/14 天",
      "Nothing，A & <b>B</b>，分级 S，负责人 Ann Lee，没有下一步，在本阶段 1 天，时限 14 天" } },
  /* The customer's turn: what we do next is not due. */
  { "first-talks", 3, { "name=Asked", "next-step=Call", "next-date=2026-11-25", "waiting-department=Legal", "waiting-since=2026-11-20" },
    CLINCH_CARD_NEXT_WAITING,
    { "Asked", "Waits 3 d: Legal", "", "", "3/14 d",
      "Asked, A & <b>B</b>, grade S, owner Ann Lee, Waiting for Legal for 3 days, 3 of 14 days in this stage" },
    { "Asked", "已等 3 天：Legal", "", "", "3/14 天",
      "Asked，A & <b>B</b>，分级 S，负责人 Ann Lee，在等Legal答复，已等 3 天，在本阶段 3 天，时限 14 天" } },
  /* Our turn, as long as they do not take longer than the whole stage may. */
  { "first-talks", 3, { "name=Both", "next-step=Call", "next-date=2026-11-23", "waiting-department=Legal", "waiting-since=2026-11-09" },
    CLINCH_CARD_NEXT_TODAY,
    { "Both", "Call", "Today", "", "3/14 d",
      "Both, A & <b>B</b>, grade S, owner Ann Lee, next step: Call, Today, Waiting for Legal for 14 days, 3 of 14 days in this stage" },
    { "Both", "Call", "今天", "", "3/14 天",
      "Both，A & <b>B</b>，分级 S，负责人 Ann Lee，下一步：Call，今天，在等Legal答复，已等 14 天，在本阶段 3 天，时限 14 天" } },
  { "first-talks", 3, { "name=Long", "next-step=Call", "next-date=2026-11-20", "waiting-department=Legal", "waiting-since=2026-11-08" },
    CLINCH_CARD_NEXT_WAITING,
    { "Long", "Waits 15 d: Legal", "", "", "3/14 d",
      "Long, A & <b>B</b>, grade S, owner Ann Lee, Waiting for Legal for 15 days, 3 of 14 days in this stage" },
    { "Long", "已等 15 天：Legal", "", "", "3/14 天",
      "Long，A & <b>B</b>，分级 S，负责人 Ann Lee，在等Legal答复，已等 15 天，在本阶段 3 天，时限 14 天" } },
  { "won", 40, { "name=Signed", "amount=50000000000", "closed-date=2026-10-14" },
    CLINCH_CARD_NEXT_WON,
    { "Signed", "Signed", "Oct 14", "¥500M", "",
      "Signed, A & <b>B</b>, grade S, ¥500M, owner Ann Lee, signed Oct 14" },
    { "Signed", "已签约", "10月14日", "¥5亿", "",
      "Signed，A & <b>B</b>，分级 S，¥5亿，负责人 Ann Lee，10月14日签约" } },
  { "lost", 40, { "name=Gone", "amount=100", "closed-date=2026-10-14", "lost-reason=Price" },
    CLINCH_CARD_NEXT_LOST,
    { "Gone", "Price", "Oct 14", "¥1", "", "Gone, A & <b>B</b>, grade S, ¥1, owner Ann Lee, lost: Price" },
    { "Gone", "Price", "10月14日", "¥1", "", "Gone，A & <b>B</b>，分级 S，¥1，负责人 Ann Lee，丢单：Price" } },
};
/* clang-format on */

static ClinchTestStore *
make_workspace (void)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, "name=Ann Lee",
                                                    "role=owner", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A & <b>B</b>",
                                                    "grade=S", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stage = g_strdup_printf ("stage=%" G_GINT64_FORMAT,
                                                clinch_test_store_stage (store, cases[i].stage));
      g_autofree char *entered = g_strdup_printf ("stage-entered=%" G_GINT64_FORMAT,
                                                  DAYS_AGO (cases[i].days_ago));
      const char *const *fields = cases[i].fields;

      clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "owner=2", stage,
                                                        entered, fields[0], fields[1], fields[2],
                                                        fields[3], fields[4], NULL));
    }

  return store;
}

static void
check (ClinchTestWindow *window,
       gint64            id,
       const Case       *expected,
       const Expected   *texts)
{
  g_autoptr(ClinchRecord) record = clinch_test_window_record (window, CLINCH_KIND_OPPORTUNITY, id);
  g_autoptr(ClinchRecord) stage = NULL;
  g_autoptr(ClinchCardText) text = NULL;
  g_autofree char *tooltip = NULL;

  stage = clinch_test_window_record (window, CLINCH_KIND_STAGE,
                                     clinch_record_get_int (record, CLINCH_OPPORTUNITY_STAGE));
  text = clinch_card_text_new (record, stage, CLINCH_CHAIN_EARLY, clinch_clock_now (), TODAY);
  g_assert_cmpint (text->next, ==, expected->next);
  g_assert_cmpstr (text->name, ==, texts->name);
  g_assert_cmpstr (text->customer, ==, "A & <b>B</b>");
  g_assert_cmpstr (text->grade, ==, "S");
  g_assert_cmpstr (text->owner, ==, "Ann Lee");
  g_assert_cmpstr (text->initials, ==, "AL");
  g_assert_cmpstr (text->amount, ==, texts->amount);
  g_assert_cmpstr (text->next_text, ==, texts->next_text);
  g_assert_cmpstr (text->next_date, ==, texts->next_date);
  g_assert_cmpstr (text->days, ==, texts->days);
  g_assert_cmpstr (text->label, ==, texts->label);

  /* Hovering tells every digit. */
  tooltip = clinch_card_text_tooltip (text, record);
  g_assert_true (g_str_has_prefix (tooltip, texts->name));
}

static void
test_texts (gconstpointer data)
{
  const char *language = data;
  ClinchTestWindow *window;

  clinch_test_language_use (language);
  window = clinch_test_window_new (make_workspace ());
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", language, cases[i].en.name);
      check (window, i + 1, &cases[i], g_str_equal (language, "en") ? &cases[i].en : &cases[i].zh);
    }
  clinch_test_window_free (window);
  clinch_test_language_use ("en");
}

/* The sign that nobody knows who decides is heard and hovered over as well. */
static void
test_chain (void)
{
  ClinchTestWindow *window = clinch_test_window_new (make_workspace ());
  g_autoptr(ClinchRecord) record = clinch_test_window_record (window, CLINCH_KIND_OPPORTUNITY, 4);
  g_autoptr(ClinchRecord) stage =
    clinch_test_window_record (window, CLINCH_KIND_STAGE,
                               clinch_record_get_int (record, CLINCH_OPPORTUNITY_STAGE));
  g_autoptr(ClinchCardText) text = clinch_card_text_new (record, stage, CLINCH_CHAIN_PROPOSAL,
                                                         clinch_clock_now (), TODAY);
  g_autofree char *tooltip = clinch_card_text_tooltip (text, record);

  g_assert_cmpint (text->chain, ==, CLINCH_CHAIN_ALERT_EMPTY);
  g_assert_true (g_str_has_suffix (text->label, ", nobody is known at the customer"));
  g_assert_true (g_str_has_suffix (tooltip, "\nThe customer map is still empty"));
  g_clear_object (&stage);
  g_clear_object (&record);
  clinch_test_window_free (window);
}

static void
test_tooltip (void)
{
  ClinchTestWindow *window = clinch_test_window_new (make_workspace ());
  g_autoptr(ClinchRecord) record = clinch_test_window_record (window, CLINCH_KIND_OPPORTUNITY, 3);
  g_autoptr(ClinchRecord) stage = clinch_test_window_record (window, CLINCH_KIND_STAGE, 1);
  g_autoptr(ClinchCardText) text = NULL;
  g_autofree char *tooltip = NULL;

  text = clinch_card_text_new (record, stage, CLINCH_CHAIN_EARLY, clinch_clock_now (), TODAY);
  tooltip = clinch_card_text_tooltip (text, record);
  g_assert_cmpstr (tooltip, ==,
                   "Late\nA & <b>B</b>\nAmount: $12,345,678.00\nOwner: Ann Lee\nNext Step: Call\n"
                   "20 of 14 days in this stage, over the limit");

  g_clear_object (&record);
  g_clear_object (&stage);
  clinch_test_window_free (window);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add_data_func ("/card-text/en", "en", test_texts);
  g_test_add_func ("/card-text/chain", test_chain);
  g_test_add_func ("/card-text/tooltip", test_tooltip);
  g_test_add_data_func ("/card-text/zh", "zh_CN", test_texts);

  return g_test_run ();
}
