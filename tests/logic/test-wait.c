// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-test-language.h"
#include "clinch-wait.h"

#include <glib.h>

#define TODAY "2026-11-28"

typedef struct
{
  ClinchWait wait;
  int days;
  const char *english;
  const char *chinese;
  const char *english_short;
  const char *chinese_short;
} Case;

/* clang-format off */
static const Case cases[] = {
  { { "Li Ting", "Purchasing", "2026-11-22" }, 6,
    "Waiting for Li Ting (Purchasing) for 6 days", "在等Li Ting（Purchasing）答复，已等 6 天",
    "Waits 6 d: Purchasing", "已等 6 天：Purchasing" },
  { { "李婷", "采购部", "2026-11-27" }, 1,
    "Waiting for 李婷 (采购部) for 1 day", "在等李婷（采购部）答复，已等 1 天",
    "Waits 1 d: 采购部", "已等 1 天：采购部" },
  { { "李婷", NULL, TODAY }, 0,
    "Waiting for 李婷 since today", "从今天起等李婷答复", "Waits 0 d: 李婷", "已等 0 天：李婷" },
  { { "", "法务部", "2025-11-28" }, 365,
    "Waiting for 法务部 for 365 days", "在等法务部答复，已等 365 天",
    "Waits 365 d: 法务部", "已等 365 天：法务部" },
  /* Nobody said since when, or said it wrong. */
  { { "李婷", "", NULL }, 0,
    "Waiting for 李婷 since today", "从今天起等李婷答复", "Waits 0 d: 李婷", "已等 0 天：李婷" },
  { { "李婷", NULL, "2026-12-24" }, 0,
    "Waiting for 李婷 since today", "从今天起等李婷答复", "Waits 0 d: 李婷", "已等 0 天：李婷" },
  /* A day alone is no wait. */
  { { "", NULL, "2026-11-01" }, 0, "", "", "", "" },
  { { NULL, NULL, NULL }, 0, "", "", "", "" },
};
/* clang-format on */

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int chinese = 0; chinese < 2; chinese++)
      {
        g_autofree char *sentence = NULL;
        g_autofree char *brief = NULL;

        clinch_test_language_use (chinese ? "zh_CN" : "en");
        sentence = clinch_wait_sentence (&cases[i].wait, TODAY);
        brief = clinch_wait_short (&cases[i].wait, TODAY);
        g_assert_cmpint (clinch_wait_days (&cases[i].wait, TODAY), ==, cases[i].days);
        g_assert_cmpstr (sentence, ==, chinese ? cases[i].chinese : cases[i].english);
        g_assert_cmpstr (brief, ==, chinese ? cases[i].chinese_short : cases[i].english_short);
      }
}

static void
test_on (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (clinch_wait_is_on (&cases[i].wait), ==, *cases[i].english != '\0');
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wait/words", test_words);
  g_test_add_func ("/wait/on", test_on);

  return g_test_run ();
}
