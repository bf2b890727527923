// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-text.h"

#include <sqlite3.h>
#include <string.h>

static void
test_search_fold (void)
{
  struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "  Hangang   MES\n", "hangang mes" },
    { "ＭＥＳ　１２３", "mes 123" },
    { "杭钢 集团", "杭钢 集团" },
    { "Straße", "strasse" },
    { "ÉCOLE", "école" },
    { "E\u0301COLE", "école" },
    { "e\u0301", "é" },
    { "ﬁne", "fine" },
    { "㈱ ㍿", "(株) 株式会社" },
    { "ﾊﾟｿｺﾝ", "パソコン" },
    { "İ", "i\u0307" },
    { "Ⅳ①", "iv1" },
    { "豈", "豈" },
    { "a\u200bb\u00adc", "abc" },
    { "上海（集团）", "上海(集团)" },
    { "a\xff" "B", "a\ufffdb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = clinch_text_fold (cases[i].text);
      g_autofree char *again = clinch_text_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].expected);
      g_assert_cmpstr (again, ==, folded);
    }
}

/* The way without ICU gives what ICU gives: a character that needs ICU, put behind, changes nothing
 * before it. */
static void
test_search_fold_ways (void)
{
  for (gunichar c = 1; c < 0x10000; c++)
    {
      char text[16] = "x";
      char slow[32];
      g_autofree char *quick_folded = NULL;
      g_autofree char *slow_folded = NULL;

      if (!g_unichar_validate (c) || (c >= 0xac00 && c < 0xd7a4))
        continue;
      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      g_snprintf (slow, sizeof slow, "%s x\u00e9", text);
      quick_folded = clinch_text_fold (text);
      slow_folded = clinch_text_fold (slow);
      g_assert_true (g_str_has_suffix (slow_folded, " x\u00e9"));
      slow_folded[strlen (slow_folded) - strlen (" x\u00e9")] = '\0';
      g_assert_cmpstr (quick_folded, ==, slow_folded);
    }
}

static void
test_search_is_cjk (void)
{
  const char *yes = "中国長々〇ぁァーㄅ한ㅎ\U00020000\U00030000豈";
  const char *no = "aZ9éа。,·ـक👍 ";

  for (const char *at = yes; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_true (clinch_text_is_cjk (g_utf8_get_char (at)));
  for (const char *at = no; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_false (clinch_text_is_cjk (g_utf8_get_char (at)));
}

static void
test_search_to_index (void)
{
  struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "   ", "" },
    { "Hangang MES", "hangang mes" },
    { "杭钢", "杭 钢" },
    { "杭钢MES方案 v2", "杭 钢 mes 方 案 v2" },
    { "A杭", "a 杭" },
    { "杭A", "杭 a" },
    { " 杭  钢 ", "杭 钢" },
    { "杭,钢", "杭 , 钢" },
    { "ＭＥＳ方案", "mes 方 案" },
    { "ガé한국", "ガ é 한 국" },
    { "\U00020000a\U00020001", "\U00020000 a \U00020001" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *index = clinch_text_to_index (cases[i].text);

      g_assert_cmpstr (index, ==, cases[i].expected);
    }
}

static void
test_search_to_match (void)
{
  struct
  {
    const char *query;
    const char *expected;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "  \t ", NULL },
    { "!!! -- \"\" *", NULL },
    { "👍", NULL },
    { "\u0301", NULL },
    { "mes", "\"mes\"*" },
    { "MES ", "\"mes\"*" },
    { "hang mes", "\"hang\" \"mes\"*" },
    { "杭钢", "\"杭 钢\"" },
    { "杭钢 mes", "\"杭 钢\" \"mes\"*" },
    { "mes 杭钢", "\"mes\" \"杭 钢\"" },
    { "杭钢MES方案", "\"杭 钢 mes 方 案\"" },
    { "方案v2", "\"方 案 v2\"*" },
    { "C++", "\"c\"" },
    { "A&B", "\"a b\"*" },
    { "a\"b", "\"a b\"*" },
    { "\"mes\"", "\"mes\"" },
    { "name:x OR NOT y", "\"name x\" \"or\" \"not\" \"y\"*" },
    { "NEAR(a b, 3)", "\"near a\" \"b\" \"3\"" },
    { "a* ^b {c} -d", "\"a\" \"b\" \"c\" \"d\"*" },
    { "'; DROP TABLE x; --", "\"drop\" \"table\" \"x\"" },
    { "杭钢　集团", "\"杭 钢\" \"集 团\"" },
    { "ＭＥＳ１２", "\"mes12\"*" },
    { "é", "\"é\"*" },
    { "a\xff" "b", "\"a b\"*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *match = clinch_text_to_match (cases[i].query);

      g_assert_cmpstr (match, ==, cases[i].expected);
    }
}

static void
test_search_to_match_long (void)
{
  g_autofree char *letters = g_strnfill (1000000, 'x');
  g_autofree char *expected = g_strnfill (200, 'x');
  g_autofree char *quoted = g_strdup_printf ("\"%s\"*", expected);
  g_autofree char *match = clinch_text_to_match (letters);
  g_autoptr(GString) wide = g_string_new (NULL);
  g_autofree char *wide_match = NULL;

  g_assert_cmpstr (match, ==, quoted);

  /* One character that folds to eighteen. */
  for (int i = 0; i < 1000; i++)
    g_string_append (wide, "\ufdfa");
  wide_match = clinch_text_to_match (wide->str);
  g_assert_nonnull (wide_match);
  g_assert_cmpuint (strlen (wide_match), <, 20000);
}

static sqlite3 *
open_index (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "CREATE VIRTUAL TABLE f USING fts5 (t, tokenize = 'unicode61')", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  return db;
}

static int
run_with_text (sqlite3    *db,
               const char *sql,
               const char *text)
{
  sqlite3_stmt *statement;
  int result;
  int status;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
  status = sqlite3_step (statement);
  g_assert_true (status == SQLITE_ROW || status == SQLITE_DONE);
  result = status == SQLITE_ROW ? sqlite3_column_int (statement, 0) : 0;
  sqlite3_finalize (statement);
  return result;
}

static int
count_matches (sqlite3    *db,
               const char *query)
{
  g_autofree char *match = clinch_text_to_match (query);

  return match != NULL ? run_with_text (db, "SELECT count (*) FROM f WHERE f MATCH ?", match) : 0;
}

/* The two forms meet in the real index. */
static void
test_search_finds (void)
{
  const char *text = "今天拜访杭钢王总，MES方案反馈不错，下周三报价 ÉCOLE Ｔｕｎｇ A&B v2.0";
  const char *found[] = {
    "杭", "杭钢", "王总", "mes", "ME", "方案反馈", "MES方案", "杭钢 报价", "报价 杭钢", "école", "tung", "a&b", "v2", "v2.0",
    "　杭钢　", "“杭钢”", "总，MES",
  };
  const char *not_found[] = { "钢杭", "杭报", "es", "杭钢 上海", "mesx", "王总 NOT 杭钢", "3" };
  g_autofree char *index = clinch_text_to_index (text);
  sqlite3 *db = open_index ();

  run_with_text (db, "INSERT INTO f VALUES (?)", index);
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_test_message ("%s", found[i]);
      g_assert_cmpint (count_matches (db, found[i]), ==, 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (not_found); i++)
    {
      g_test_message ("%s", not_found[i]);
      g_assert_cmpint (count_matches (db, not_found[i]), ==, 0);
    }
  sqlite3_close (db);
}

/* Nothing that can be typed is an error of syntax. */
static void
test_search_hostile (void)
{
  const char *pieces[] = {
    "\"", "'", "*", "^", "(", ")", "{", "}", ":", "-", "+", "a", "中", "NOT", "OR", "AND", "NEAR", " ", ",", "\\", "%", "_",
    "\x01", "\xff", "\u0301", "\u200d", "👍", "é", "ﷺ", "\u0903", "7", ";", "--", "\U000f0000", "\U00031350", "\U00016d40",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261123);
  sqlite3 *db = open_index ();

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) query = g_string_new (NULL);

      for (int j = g_rand_int_range (rand, 0, 10); j > 0; j--)
        g_string_append (query, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      count_matches (db, query->str);
    }
  sqlite3_close (db);
}

static void
test_search_snippet (void)
{
  struct
  {
    const char *text;
    const char *query;
    int length;
    const char *expected;
  } cases[] = {
    { "", "x", 20, "" },
    { "short", "x", 20, "short" },
    { "two\nlines", "lines", 20, "two lines" },
    { "exactly twenty chars", "chars", 20, "exactly twenty chars" },
    { "one two three four five six seven eight", "none", 20, "one two three four…" },
    { "one two three four five six seven eight", "two", 20, "one two three four…" },
    { "one two three four five six seven eight", "SEVEN", 20, "…six seven eight" },
    { "one two three four five six seven eight nine ten", "five", 20, "…four five six…" },
    { "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯", "癸子", 20,
      "…六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯" },
    { "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "none", 20, "xxxxxxxxxxxxxxxxxxx…" },
    { "<b>one</b> & two three four five", "%s", 20, "<b>one</b> & two…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *snippet = clinch_text_snippet (cases[i].text, cases[i].query,
                                                      cases[i].length);

      g_assert_cmpstr (snippet, ==, cases[i].expected);
    }
}

/* Whatever is cut, the word is in sight and the line is no longer than was asked for. */
static void
test_search_snippet_anywhere (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261123);
  const char *pieces[] = { "中", "国", "word", " ", "\n", "👨\u200d👩\u200d👧", "e\u0301", "，", "a" };

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *snippet = NULL;
      int place = g_rand_int_range (rand, 0, 60);
      int length = g_rand_int_range (rand, 10, 50);

      for (int j = 0; j < 60; j++)
        g_string_append (text,
                         j == place ? "ＮＥＥＤＬＥ"
                         : pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      snippet = clinch_text_snippet (text->str, "zzz needle", length);
      g_assert_nonnull (strstr (snippet, "ＮＥＥＤＬＥ"));
      g_assert_cmpint (g_utf8_strlen (snippet, -1), <=, MAX (length, 20));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/search/fold", test_search_fold);
  g_test_add_func ("/search/fold-ways", test_search_fold_ways);
  g_test_add_func ("/search/is-cjk", test_search_is_cjk);
  g_test_add_func ("/search/to-index", test_search_to_index);
  g_test_add_func ("/search/to-match", test_search_to_match);
  g_test_add_func ("/search/to-match-long", test_search_to_match_long);
  g_test_add_func ("/search/finds", test_search_finds);
  g_test_add_func ("/search/hostile", test_search_hostile);
  g_test_add_func ("/search/snippet", test_search_snippet);
  g_test_add_func ("/search/snippet-anywhere", test_search_snippet_anywhere);
  return g_test_run ();
}
