// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-highlight.h"

#include <string.h>

/* The text with its hits in brackets. */
static char *
mark (const char *text,
      const char *query,
      gboolean    is_person)
{
  g_autoptr(GArray) spans = clinch_highlight_find (text, query, is_person);
  GString *marked = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const ClinchSpan *span = &g_array_index (spans, ClinchSpan, i);

      g_string_append_len (marked, text + done, span->start - done);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + span->start, span->end - span->start);
      g_string_append_c (marked, ']');
      done = span->end;
    }
  g_string_append (marked, text + done);

  return g_string_free (marked, FALSE);
}

static void
test_highlight_spelled (void)
{
  struct
  {
    const char *text;
    const char *query;
    const char *expected;
  } cases[] = {
    { "杭州钢铁集团", "钢铁", "杭州[钢铁]集团" },
    { "Hangang MES", "mes", "Hangang [MES]" },
    { "Hangang MES", "hang", "[Hang]ang MES" },
    { "Hangang MES", "gang", "Hangang MES" },
    { "ＭＥＳ 二期", "mes 二", "[ＭＥＳ] [二]期" },
    { "A & <b>B</b>", "b", "A & <[b]>[B]</[b]>" },
    { "Straße", "strasse", "[Straße]" },
    { "钢 钢钢", "钢", "[钢] [钢钢]" },
    { "杭钢MES方案", "mes", "杭钢[MES]方案" },
    { "报价 12万", "12万", "报价 [12万]" },
    { "anything", "", "anything" },
    { "anything", "   ", "anything" },
    { "", "x", "" },
    { "100% sure", "%", "100[%] sure" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].text, cases[i].query, FALSE);

      g_assert_cmpstr (marked, ==, cases[i].expected);
    }
}

static void
test_highlight_sounding (void)
{
  struct
  {
    const char *text;
    const char *query;
    gboolean is_person;
    const char *expected;
  } cases[] = {
    { "中国电信", "zgdx", FALSE, "[中国电信]" },
    { "中国电信", "zhongguo", FALSE, "[中国]电信" },
    { "中国电信", "zhong guo", FALSE, "[中国]电信" },
    { "中国电信", "Dianx", FALSE, "中国[电信]" },
    { "中国电信", "dx", FALSE, "中国[电信]" },
    { "中国电信", "xd", FALSE, "中国电信" },
    { "长江电力", "changjiang", FALSE, "[长江]电力" },
    { "长江电力", "cjdl", FALSE, "[长江电力]" },
    { "单伟", "shanwei", TRUE, "[单伟]" },
    { "曾敏", "zm", TRUE, "[曾敏]" },
    { "杭钢 MES", "mes", FALSE, "杭钢 [MES]" },
    { "西安", "xian", FALSE, "[西安]" },
    { "王敏", "wangmin x", TRUE, "[王敏]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].text, cases[i].query, cases[i].is_person);

      g_assert_cmpstr (marked, ==, cases[i].expected);
    }
}

/* However long text and query are, the answer is there at once and stays within bounds. */
static void
test_highlight_long (void)
{
  g_autofree char *text = g_malloc (300001);
  g_autofree char *query = g_strnfill (5000, 'x');
  g_autoptr(GArray) marks = NULL;
  g_autoptr(GArray) none = NULL;

  for (int i = 0; i < 100000; i++)
    memcpy (text + i * 3, "\xe9\x92\xa2", 3);
  text[300000] = '\0';

  marks = clinch_highlight_find (text, "gang", FALSE);
  none = clinch_highlight_find (text, query, FALSE);

  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_highlight_nothing (void)
{
  g_autoptr(GArray) no_text = clinch_highlight_find (NULL, "gang", FALSE);
  g_autoptr(GArray) no_query = clinch_highlight_find ("杭钢", NULL, TRUE);

  g_assert_cmpuint (no_text->len, ==, 0);
  g_assert_cmpuint (no_query->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/highlight/spelled", test_highlight_spelled);
  g_test_add_func ("/highlight/sounding", test_highlight_sounding);
  g_test_add_func ("/highlight/long", test_highlight_long);
  g_test_add_func ("/highlight/nothing", test_highlight_nothing);

  return g_test_run ();
}
