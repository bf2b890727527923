// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-match.h"

#include <glib.h>

typedef struct
{
  const char *a;
  const char *b;
  gboolean    same;
} PairCase;

static const PairCase companies[] = {
  { "杭州钢铁集团有限公司", "杭州钢铁", TRUE },
  { "杭州钢铁集团有限公司", "杭州钢铁股份有限公司", TRUE },
  { "杭州钢铁集团有限公司", " 杭州 钢铁（集团）有限责任公司 ", TRUE },
  { "西门子(中国)有限公司", "西门子（中国）有限公司", TRUE },
  { "西门子(中国)有限公司", "西门子中国有限公司", TRUE },
  { "ＡＢＢ（中国）有限公司", "abb(中国)", TRUE },
  { "Acme Inc.", "ACME", TRUE },
  { "Acme, Inc.", "acme incorporated", TRUE },
  { "Acme Co., Ltd.", "Acme Co Ltd", TRUE },
  { "Acme Co., Ltd.", "Acme Company Limited", TRUE },
  { "Müller GmbH & Co. KG", "MÜLLER", TRUE },
  { "Société Générale S.A.", "Société Générale SA", TRUE },
  { "The Boeing Company", "Boeing", TRUE },
  { "Johnson & Johnson", "Johnson and Johnson Inc", TRUE },
  { "Smith's Foods Ltd", "Smiths Foods", TRUE },
  { "DBS Bank Pte. Ltd.", "DBS Bank", TRUE },
  { "杭州海康威视数字技术股份有限公司", "杭州海康威视数字技术公司", TRUE },
  { "中国电信股份有限公司杭州分公司", "中国电信杭州分公司", TRUE },
  /* Different companies stay apart. */
  { "中国电信股份有限公司杭州分公司", "中国电信股份有限公司", FALSE },
  { "中国电信杭州分公司", "中国电信宁波分公司", FALSE },
  { "杭州钢铁集团有限公司", "杭州钢结构有限公司", FALSE },
  { "海尔集团财务有限公司", "海尔财务有限公司", FALSE },
  { "Acme Europe GmbH", "Acme", FALSE },
  { "Cobalt", "Balt Co", FALSE },
  /* Nothing but a legal form is a name of its own. */
  { "集团", "有限公司", FALSE },
  { "Company", "Limited", FALSE },
  { "SA", "AG", FALSE },
};

static const PairCase people[] = {
  { "王敏", " 王 敏 ", TRUE },
  { "王敏", "王敏女士", TRUE },
  { "王敏", "王总", FALSE },
  { "John Smith", "Smith, John", TRUE },
  { "John Smith", "Mr. JOHN  SMITH", TRUE },
  { "Dr. J. Smith", "j smith", TRUE },
  { "阿卜杜拉·买买提", "阿卜杜拉买买提", TRUE },
  { "John Smith", "Jane Smith", FALSE },
  { "Mr", "Dr", FALSE },
};

static void
check_pairs (const PairCase  *cases,
             gsize            n,
             char           *(*make_key) (const char *name))
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *a = make_key (cases[i].a);
      g_autofree char *b = make_key (cases[i].b);

      g_test_message ("%s | %s", cases[i].a, cases[i].b);
      g_assert_cmpstr (a, !=, "");
      g_assert_cmpstr (b, !=, "");
      if (cases[i].same)
        g_assert_cmpstr (a, ==, b);
      else
        g_assert_cmpstr (a, !=, b);
    }
}

static void
test_company (void)
{
  check_pairs (companies, G_N_ELEMENTS (companies), clinch_company_key);
}

static void
test_person (void)
{
  check_pairs (people, G_N_ELEMENTS (people), clinch_person_key);
}

static void
test_core (void)
{
  static const struct
  {
    const char *name;
    const char *core;
    const char *city;
  } cases[] = {
    { "浙江海康威视科技(集团)有限公司", "海康威视", NULL },
    { "浙江省杭州市海康威视技术有限公司", "海康威视", "杭州" },
    { "海康威视（杭州）有限公司", "海康威视", "杭州" },
    { "海康威视【杭州】", "海康威视", "杭州" },
    { "北京银行", "北京银行", NULL },
    { "北京科技有限公司", "北京科技", NULL },
    { "上海", "上海", NULL },
    { "（杭州）", "杭州", "杭州" },
    { "ABB (China) Ltd.", "abb", NULL },
    { "(", "", NULL },
    { NULL, "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *city;
      g_autofree char *core = clinch_company_core (cases[i].name, &city);

      g_assert_cmpstr (core, ==, cases[i].core);
      g_assert_cmpstr (city, ==, cases[i].city);
    }
}

static void
test_sound (void)
{
  g_autofree char *first = clinch_name_sound ("杭钢a");
  g_autofree char *second = clinch_name_sound ("航刚a");
  g_autofree char *latin = clinch_name_sound ("acme");

  g_assert_cmpstr (first, ==, "hang gang a");
  g_assert_cmpstr (first, ==, second);
  g_assert_null (latin);
}

static void
test_nothing (void)
{
  static const char * const empty[] = { NULL, "", "   ", "()", "——", "…,.。" };

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autofree char *company = clinch_company_key (empty[i]);
      g_autofree char *person = clinch_person_key (empty[i]);

      g_assert_cmpstr (company, ==, "");
      g_assert_cmpstr (person, ==, "");
    }
}

static void
test_broken_text (void)
{
  g_autofree char *company = clinch_company_key ("Ac\xffme\xe6\x9d Ltd");
  g_autofree char *person = clinch_person_key ("\xe7\x8e");

  g_assert_true (g_utf8_validate (company, -1, NULL));
  g_assert_true (g_utf8_validate (person, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/match/company", test_company);
  g_test_add_func ("/match/person", test_person);
  g_test_add_func ("/match/core", test_core);
  g_test_add_func ("/match/sound", test_sound);
  g_test_add_func ("/match/nothing", test_nothing);
  g_test_add_func ("/match/broken-text", test_broken_text);

  return g_test_run ();
}
