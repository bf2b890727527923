// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-pinyin.h"

#include <string.h>

static void
test_pinyin_readings (void)
{
  struct
  {
    const char *character;
    const char *expected;
  } cases[] = {
    { "中", "zhong" },      { "国", "guo" },        { "长", "zhang chang" }, { "長", "zhang chang" },
    { "行", "xing hang heng" }, { "重", "zhong chong" }, { "女", "nv" },     { "吕", "lv" },
    { "厦", "sha xia" },    { "〇", "ling" },       { "𠀀", "he" },          { "a", NULL },
    { "é", NULL },          { "か", NULL },         { "한", NULL },          { "，", NULL },
    { "👍", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].character);
      g_assert_cmpstr (clinch_pinyin_readings (g_utf8_get_char (cases[i].character)), ==,
                       cases[i].expected);
    }
  g_assert_null (clinch_pinyin_readings (0));
  g_assert_null (clinch_pinyin_readings (0x10ffff));
  g_assert_null (clinch_pinyin_readings (G_MAXUINT32));
}

/* Each list is letters and single spaces, whatever the data file holds. */
static void
test_pinyin_table (void)
{
  int count = 0;

  for (gunichar c = 0; c < 0x110000; c++)
    {
      const char *readings = clinch_pinyin_readings (c);

      if (readings == NULL)
        continue;
      count++;
      g_assert_cmpuint (strspn (readings, "abcdefghijklmnopqrstuvwxyz "), ==, strlen (readings));
      g_assert_null (strstr (readings, "  "));
      g_assert_true (readings[0] != ' ' && readings[strlen (readings) - 1] != ' ');
      g_assert_cmpuint (strlen (readings), <=, 48);
    }
  g_assert_cmpint (count, >, 40000);
}

/* As the full-text index finds it: at the start of a word. */
static gboolean
is_found (const char *index,
          const char *query)
{
  g_auto(GStrv) words = g_strsplit (index, " ", -1);

  for (int i = 0; words[i] != NULL; i++)
    {
      if (g_str_has_prefix (words[i], query))
        return TRUE;
    }
  return FALSE;
}

static void
test_pinyin_finds (void)
{
  struct
  {
    const char *name;
    gboolean is_person;
    const char *words;
  } cases[] = {
    { "中国电信", FALSE, "zhongguodianxin zgdx guodianxin gdx dianxin dx xin" },
    { "长江", FALSE, "changjiang cj zhangjiang zj jiang" },
    { "厦门", FALSE, "xiamen xm shamen sm men" },
    { "行长", FALSE, "hangzhang hz xingchang chang zhang" },
    { "重庆", FALSE, "chongqing cq zhongqing" },
    { "中国工商银行股份有限公司长春分行", FALSE,
      "zhongguogongshangyinhanggufenyouxiangongsichangchun zggsyh yinhang yh changchunfenhang ccfh fenhang" },
    { "中国长江三峡集团", FALSE, "zgcjsxjt changjiangsanxiajituan sanxia" },
    { "成都音乐厅", FALSE, "chengduyinyueting cdyyt" },
    { "杭钢MES项目２期", FALSE, "hanggang hg mes xiangmu xm 2 qi" },
    { "上海（集团）", FALSE, "shanghai sh jituan jt" },
    { "重慶長江", FALSE, "chongqingchangjiang cqcj" },
    { "王敏", TRUE, "wangmin wm min" },
    { "单雄信", TRUE, "shanxiongxin sxx danxiongxin" },
    { "曾国藩", TRUE, "zengguofan zgf" },
    { "仇英", TRUE, "qiuying qy chouying" },
    { "解晓东", TRUE, "xiexiaodong xxd" },
    { "区志强", TRUE, "ouzhiqiang ozq quzhiqiang" },
    { "查良镛", TRUE, "zhaliangyong zly" },
    { "任正非", TRUE, "renzhengfei rzf" },
    { "盖聂", TRUE, "genie gn gainie" },
    { "尉迟恭", TRUE, "yuchigong ycg" },
    { "万俟卨", TRUE, "moqi" },
    { "长孙无忌", TRUE, "zhangsunwuji zswj" },
    { "朴树", TRUE, "piaoshu ps" },
    { "翟志刚", TRUE, "zhaizhigang zzg dizhigang" },
    { "乐毅", TRUE, "yueyi leyi yy ly" },
    { "召平", TRUE, "shaoping" },
    { "缪昌", TRUE, "miaochang" },
    { "员半千", TRUE, "yunbanqian" },
    { "黑伯", TRUE, "hebo" },
    { "种师道", TRUE, "chongshidao" },
    { "洗星海", TRUE, "xianxinghai" },
    { "逄先知", TRUE, "pangxianzhi" },
    { "覃辉", TRUE, "qinhui tanhui" },
    { "欧阳修", TRUE, "ouyangxiu oyx yangxiu" },
    { "吕布", TRUE, "lvbu lb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *index = clinch_pinyin_index (cases[i].name, cases[i].is_person);
      g_auto(GStrv) words = g_strsplit (cases[i].words, " ", -1);

      for (int j = 0; words[j] != NULL; j++)
        {
          g_test_message ("%s %s", cases[i].name, words[j]);
          g_assert_true (is_found (index, words[j]));
        }
    }
}

static void
test_pinyin_index (void)
{
  struct
  {
    const char *name;
    gboolean is_person;
    const char *expected;
  } cases[] = {
    { NULL, FALSE, "" },
    { "", FALSE, "" },
    { "，。 ！", FALSE, "" },
    { "Hangang  MES", FALSE, "hangang mes" },
    { "中国", FALSE, "zhongguo zg guo" },
    { "A中B", FALSE, "a zhong b" },
    { "长江", FALSE, "changjiang cj zhangjiang zj jiang" },
    { "单一", FALSE, "danyi dy chanyi cy shanyi sy yi" },
    { "单一", TRUE, "shanyi sy danyi dy chanyi cy yi" },
    { "かな", FALSE, "" },
    { "中\xff国", FALSE, "zhong guo" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *index = clinch_pinyin_index (cases[i].name, cases[i].is_person);

      g_assert_cmpstr (index, ==, cases[i].expected);
    }
}

/* The many ways to read a hostile name stay bounded. */
static void
test_pinyin_bounds (void)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autofree char *four = clinch_pinyin_index ("和和和和", FALSE);
  g_autofree char *many = NULL;
  g_auto(GStrv) words = g_strsplit (four, " ", -1);

  /* Of the 81 and 27 ways for four and three characters 16 each, 9 for two, 3 for one; and hhhh,
   * hhh, hh. */
  g_assert_cmpuint (g_strv_length (words), ==, 16 + 16 + 9 + 3 + 3);
  g_assert_true (g_str_has_prefix (four, "hehehehe hhhh "));

  for (int i = 0; i < 100000; i++)
    g_string_append (name, "和行长重");
  many = clinch_pinyin_index (name->str, TRUE);
  g_assert_cmpuint (strlen (many), <, 200 * 16 * (16 * 7 + 18));
}

static void
test_pinyin_is_query (void)
{
  const char *yes[] = { "zgdx", "zhongguo", "xi'an", "zhong guo", "ZGDX", "v" };
  const char *no[] = { "", " ", "'", "zg1", "中国", "zg中", "lü", "a-b", "a\"", "\xff", "ａ" };

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (clinch_pinyin_is_query (yes[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (clinch_pinyin_is_query (no[i]));
  g_assert_false (clinch_pinyin_is_query (NULL));
}

static void
test_pinyin_surname (void)
{
  struct
  {
    const char *name;
    int expected;
  } cases[] = {
    { "王敏", 1 },   { "王", 1 },     { "欧阳修", 2 },   { "欧阳", 2 },   { "欧", 1 },     { "司马光", 2 },
    { "尉迟恭", 2 }, { "單先生", 1 }, { "陳先生", 1 },   { "单雄信", 1 }, { "覃辉", 1 },   { "今天", 0 },
    { "的", 0 },     { "", 0 },       { "Wang", 0 },     { "，王", 0 },   { "\xe7\x8e", 0 }, { "\xff", 0 },
    { "é", 0 },      { "👍👍", 0 },   { "拜访", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (clinch_pinyin_surname (cases[i].name), ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pinyin/readings", test_pinyin_readings);
  g_test_add_func ("/pinyin/table", test_pinyin_table);
  g_test_add_func ("/pinyin/finds", test_pinyin_finds);
  g_test_add_func ("/pinyin/index", test_pinyin_index);
  g_test_add_func ("/pinyin/bounds", test_pinyin_bounds);
  g_test_add_func ("/pinyin/is-query", test_pinyin_is_query);
  g_test_add_func ("/pinyin/surname", test_pinyin_surname);
  return g_test_run ();
}
