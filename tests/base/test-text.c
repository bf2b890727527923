// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-text.h"

#include <string.h>

static void
test_text_clean (void)
{
  struct
  {
    const char *text;
    const char *clean;
    const char *line;
  } cases[] = {
    { NULL, NULL, NULL },
    { "", NULL, NULL },
    { " \n\t ", NULL, NULL },
    { "\xe3\x80\x80\xc2\xa0", NULL, NULL },
    { "Hangang MES", "Hangang MES", "Hangang MES" },
    { "  杭钢集团　", "杭钢集团", "杭钢集团" },
    { "a  b", "a  b", "a b" },
    { "a\n\nb\tc", "a\n\nb\tc", "a b c" },
    { "a\r\nb\rc", "a\nb\nc", "a b c" },
    { "a\vb\fc\u2028d\u2029e\xc2\x85" "f", "a\nb\nc\nd\ne\nf", "a b c d e f" },
    { "a　 b", "a　 b", "a b" },
    { "a\x01\x1b[31mb\x7f", "a[31mb", "a[31mb" },
    { "a\xc2\x80\xc2\x9f" "b", "ab", "ab" },
    /* What turns the direction: "evil" hides a file's extension this way. */
    { "in\u202egpj.exe", "ingpj.exe", "ingpj.exe" },
    { "\u2066a\u2069\u202ab\u202c", "ab", "ab" },
    { "a\u200bb\ufeffc\u2060d\u00ade", "abcde", "abcde" },
    { "\u200b\u200e\ufeff", NULL, NULL },
    { "\u200d\u200d", NULL, NULL },
    { "a\u200d b\u200c", "a b", "a b" },
    { "\ufe0f", NULL, NULL },
    /* Joiners that draw something: a family, Persian, a flag of tags. */
    { "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧" },
    { "می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم" },
    { "❤\ufe0f", "❤\ufe0f", "❤\ufe0f" },
    { "🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f" },
    { "x\U000e0041\U000e0042", "x", "x" },
    { "a\xff\xfe" "b", "a\ufffd\ufffdb", "a\ufffd\ufffdb" },
    { "\xe6\x9d", "\ufffd\ufffd", "\ufffd\ufffd" },
    { "\xc0\xaf", "\ufffd\ufffd", "\ufffd\ufffd" },
    { "\xed\xa0\x80", "\ufffd\ufffd\ufffd", "\ufffd\ufffd\ufffd" },
    { "a\uffff\ufdd0b", "ab", "ab" },
    { "<b>%s</b> & '; --", "<b>%s</b> & '; --", "<b>%s</b> & '; --" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = clinch_text_clean (cases[i].text);
      g_autofree char *line = clinch_text_clean_line (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

/* Cleaning what is clean changes nothing, whatever the bytes were. */
static void
test_text_clean_twice (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261123);
  const char *pieces[] = {
    "a", " ", "\n", "\r", "\t", "　", "国", "\u200d", "\u200c", "\ufe0f", "\u202e", "\xff", "\xe4", "👩", "🏴",
    "\U000e0067", "\x01", "\u0301", "\u2028",
  };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;
      g_autofree char *line = NULL;
      g_autofree char *line_again = NULL;

      for (int j = g_rand_int_range (rand, 0, 8); j > 0; j--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      clean = clinch_text_clean (text->str);
      again = clinch_text_clean (clean);
      line = clinch_text_clean_line (text->str);
      line_again = clinch_text_clean_line (line);
      g_assert_cmpstr (again, ==, clean);
      g_assert_cmpstr (line_again, ==, line);
      g_assert_true (clean == NULL || g_utf8_validate (clean, -1, NULL));
      g_assert_true (line == NULL || strpbrk (line, "\n\t\r") == NULL);
    }
}

static void
test_text_escape_markup (void)
{
  g_autofree char *markup = clinch_text_escape_markup ("A & <b>B</b> \"C\" 'D'");
  g_autofree char *plain = clinch_text_escape_markup ("杭钢");
  g_autofree char *missing = clinch_text_escape_markup (NULL);
  g_autofree char *broken = clinch_text_escape_markup ("a\xff<");

  g_assert_cmpstr (markup, ==, "A &amp; &lt;b&gt;B&lt;/b&gt; &quot;C&quot; &apos;D&apos;");
  g_assert_cmpstr (plain, ==, "杭钢");
  g_assert_cmpstr (missing, ==, "");
  g_assert_cmpstr (broken, ==, "a\ufffd&lt;");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text/clean", test_text_clean);
  g_test_add_func ("/text/clean-twice", test_text_clean_twice);
  g_test_add_func ("/text/escape-markup", test_text_escape_markup);
  return g_test_run ();
}
