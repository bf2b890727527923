// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-csv-reader.h"
#include "clinch-encoding.h"
#include "clinch-exchange-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static ClinchTable *
read_bytes (const char             *content,
            gsize                   length,
            const ClinchCsvOptions *options)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (content, length);
  g_autoptr(ClinchTable) table = NULL;
  g_autoptr(GError) error = NULL;

  table = clinch_csv_read_bytes (bytes, options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&table);
}

static ClinchTable *
read_text (const char *content)
{
  return read_bytes (content, strlen (content), NULL);
}

/* The whole table in one line: cells apart by |, rows by /, the names first. */
static char *
flatten (ClinchTable *table)
{
  GString *out = g_string_new (NULL);
  guint n_columns = clinch_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", clinch_table_get_column_name (table, i));
  for (guint row = 0; row < clinch_table_get_n_rows (table); row++)
    for (guint i = 0; i < n_columns; i++)
      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "/",
                              clinch_table_get_cell (table, row, i));

  return g_string_free (out, FALSE);
}

static void
check_flat (ClinchTable *table,
            const char  *expected)
{
  g_autofree char *flat = flatten (table);

  g_assert_cmpstr (flat, ==, expected);
}

static char *
encode (const char *text,
        const char *encoding,
        gsize      *length)
{
  g_autoptr(GError) error = NULL;
  char *encoded = g_convert (text, -1, encoding, "UTF-8", NULL, length, &error);

  g_assert_no_error (error);
  return encoded;
}

#define CHINESE "客户,阶段,金额\r\n杭州钢铁集团,谈判,1200000\r\n中国电信,需求确认,350000\r\n"
#define CHINESE_FLAT "客户|阶段|金额/杭州钢铁集团|谈判|1200000/中国电信|需求确认|350000"

static void
test_encodings (void)
{
  static const struct
  {
    const char *text;
    const char *encoding;
    const char *mark;
    const char *wanted;
    const char *found;
    const char *flat;
  } cases[] = {
    { CHINESE, "UTF-8", "", NULL, "UTF-8", CHINESE_FLAT },
    { CHINESE, "UTF-8", "\xef\xbb\xbf", NULL, "UTF-8", CHINESE_FLAT },
    { CHINESE, "UTF-8", "\xef\xbb\xbf", "utf8", "UTF-8", CHINESE_FLAT },
    { CHINESE, "GB18030", "", NULL, "GB18030", CHINESE_FLAT },
    { CHINESE, "GB18030", "", "gb18030", "GB18030", CHINESE_FLAT },
    { CHINESE, "GB18030", "", "gb2312", "GB18030", CHINESE_FLAT },
    { CHINESE, "GB18030", "", "GBK", "GBK", CHINESE_FLAT },
    { CHINESE, "UTF-16LE", "\xff\xfe", NULL, "UTF-16LE", CHINESE_FLAT },
    { CHINESE, "UTF-16BE", "\xfe\xff", NULL, "UTF-16BE", CHINESE_FLAT },
    { CHINESE, "UTF-16LE", "\xff\xfe", "utf-16", "UTF-16LE", CHINESE_FLAT },
    { CHINESE, "UTF-16BE", "\xfe\xff", "UTF-16", "UTF-16BE", CHINESE_FLAT },
    { CHINESE, "UTF-16LE", "", "utf-16", "UTF-16LE", CHINESE_FLAT },
    { "name,owner\nAcme,Li\n", "UTF-16LE", "", NULL, "UTF-16LE", "name|owner/Acme|Li" },
    { CHINESE, "UTF-16LE", "", NULL, "UTF-16LE", CHINESE_FLAT },
    { "名称\n一一", "UTF-16BE", "", NULL, "UTF-16BE", "名称/一一" },
    { "name,owner\nAcme,Li\n", "UTF-16BE", "", NULL, "UTF-16BE", "name|owner/Acme|Li" },
    { "客戶,階段\n臺灣積體電路,談判\n", "BIG5", "", "big5", "Big5", "客戶|階段/臺灣積體電路|談判" },
    { "Kunde,Ort\nMüller & Söhne,Köln\nGroß,Düsseldorf\nJäger,München\n", "WINDOWS-1252", "", NULL, "windows-1252",
      "Kunde|Ort/Müller & Söhne|Köln/Groß|Düsseldorf/Jäger|München" },
    { "Kunde,Preis\nMüller,5 €\n", "WINDOWS-1252", "", "windows-1252", "windows-1252", "Kunde|Preis/Müller|5 €" },
    { "顧客,状態\n株式会社,商談中\n", "SHIFT_JIS", "", "shift_jis", "Shift_JIS", "顧客|状態/株式会社|商談中" },
    /* A character beyond GBK takes four bytes in GB18030. */
    { "客户,联系人\n杭州钢铁集团,王𠮷\n", "GB18030", "", NULL, "GB18030", "客户|联系人/杭州钢铁集团|王𠮷" },
    { "name,owner\nAcme,Li\n", "UTF-8", "", NULL, "UTF-8", "name|owner/Acme|Li" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ClinchCsvOptions options = { .encoding = cases[i].wanted };
      gsize length;
      g_autofree char *encoded = encode (cases[i].text, cases[i].encoding, &length);
      g_autofree char *content = g_malloc (length + 4);
      gsize mark = strlen (cases[i].mark);
      g_autoptr(ClinchTable) table = NULL;

      memcpy (content, cases[i].mark, mark);
      memcpy (content + mark, encoded, length);
      table = read_bytes (content, mark + length, &options);
      check_flat (table, cases[i].flat);
      g_assert_cmpstr (clinch_table_get_encoding (table), ==, cases[i].found);
    }
}

static void
test_traditional_chinese_found (void)
{
  GString *text = g_string_new ("客戶,聯絡人,職稱,備註\n");
  g_autoptr(ClinchTable) table = NULL;
  g_autofree char *encoded = NULL;
  gsize length;

  for (guint i = 0; i < 20; i++)
    g_string_append (text, "台灣積體電路製造股份有限公司,陳經理,採購部經理,我們下星期會討論這個方案的報價與時間\n");
  encoded = encode (text->str, "BIG5", &length);
  g_string_free (text, TRUE);

  table = read_bytes (encoded, length, NULL);
  g_assert_cmpstr (clinch_table_get_encoding (table), ==, "Big5");
  g_assert_cmpstr (clinch_table_get_cell (table, 19, 1), ==, "陳經理");
}

static void
test_euro_of_windows (void)
{
  /* Chinese Windows has the euro sign in a byte that GB18030 leaves out. */
  g_autoptr(ClinchTable) table =
    read_text ("\xbf\xcd\xbb\xa7,\xbd\xf0\xb6\xee\n\xba\xbc\xd6\xdd,\x80 500\n");

  check_flat (table, "客户|金额/杭州|€ 500");
}

static void
test_late_character (void)
{
  /* Nothing but ASCII for more than one piece, then a Chinese name in GB18030. */
  GString *content = g_string_new ("name,stage\n");
  g_autofree char *bytes = NULL;
  g_autoptr(ClinchTable) table = NULL;
  gsize length;

  while (content->len < 600 * 1024)
    g_string_append (content, "Acme Corporation,Negotiation\n");
  g_string_append (content, "\xba\xbc\xd6\xdd\xb8\xd6\xcc\xfa\xbc\xaf\xcd\xc5,Negotiation\n");
  length = content->len;
  bytes = g_string_free (content, FALSE);

  table = read_bytes (bytes, length, NULL);
  g_assert_cmpstr (clinch_table_get_encoding (table), ==, "GB18030");
  g_assert_cmpstr (clinch_table_get_cell (table, clinch_table_get_n_rows (table) - 1, 0), ==,
                   "杭州钢铁集团");
}

static void
test_choices (void)
{
  guint n_choices;
  const ClinchEncodingChoice *choices = clinch_encoding_choices (&n_choices);

  g_assert_cmpuint (n_choices, >, 5);
  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *name = clinch_encoding_resolve (choices[i].name, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (name, ==, choices[i].name);
    }
}

static void
test_delimiters (void)
{
  static const struct
  {
    const char *content;
    char delimiter;
    const char *flat;
  } cases[] = {
    { "a,b\n1,2\n", ',', "a|b/1|2" },
    { "a;b\n1;2\n", ';', "a|b/1|2" },
    { "a\tb\n1\t2\n", '\t', "a|b/1|2" },
    { "a|b\n1|2\n", '|', "a|b/1|2" },
    /* Decimal commas, and commas in text. */
    { "name;amount\nA;1,5\nB;2,5\n", ';', "name|amount/A|1,5/B|2,5" },
    { "name\tnote\nA\tx, y\nB\tx, z\n", '\t', "name|note/A|x, y/B|x, z" },
    { "name,note\n\"A\",\"x;y;z\"\nB,\"p;q;r\"\n", ',', "name|note/A|x;y;z/B|p;q;r" },
    { "name,when\nA,10|12\nB,10|13\n", ',', "name|when/A|10|12/B|10|13" },
    /* Delimiters in quotes, and quotes over lines. */
    { "\"a\";\"b\"\n\"x,y\n,,,\";\"2\"\n", ';', "a|b/x,y\n,,,|2" },
    /* A row with one cell too many does not outweigh the others. */
    { "a,b,c\n1,2,3\n1,2,3\n1,2,3,4\n1,2,3\n", ',', "a|b|c/1|2|3/1|2|3/1|2|3/1|2|3" },
    /* Nothing to split. */
    { "name\nAcme\nBasic\n", ',', "name/Acme/Basic" },
    /* Excel's note wins over what the text looks like, and is no row. */
    { "sep=;\r\na,b;c\r\n1;2\r\n", ';', "a,b|c/1|2" },
    { "\"sep=|\"\na,b|c\n1|2\n", '|', "a,b|c/1|2" },
    { "SEP=\t\na,b\tc\n1\t2\n", '\t', "a,b|c/1|2" },
    { "separate,b\nx,2\n", ',', "separate|b/x|2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchTable) table = read_text (cases[i].content);

      check_flat (table, cases[i].flat);
      g_assert_cmpint (clinch_table_get_delimiter (table), ==, cases[i].delimiter);
    }
}

static void
test_delimiter_override (void)
{
  ClinchCsvOptions options = { .delimiter = ';' };
  g_autoptr(ClinchTable) table = read_bytes ("a,b;c\n1,2;3\n", 12, &options);

  check_flat (table, "a,b|c/1,2|3");
}

static void
test_lines (void)
{
  g_autoptr(ClinchTable) table = read_text ("sep=,\r\nname,note\r\n"
                                            "A,1\n"
                                            "\n"
                                            "B,\"two\nlines\"\r"
                                            "C,\"\r\n\r\n\"\r\n"
                                            ",\n"
                                            "D,4");
  static const guint lines[] = { 3, 5, 7, 11 };

  check_flat (table, "name|note/A|1/B|two\nlines/C|/D|4");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (clinch_table_get_line (table, i), ==, lines[i]);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *content;
    const char *flat;
  } cases[] = {
    { "a,b\n\"x \"\"y\"\" z\",\"p,q\"\n", "a|b/x \"y\" z|p,q" },
    { "a,b\n  x  ,\"  y  \"\n", "a|b/x|y" },
    { "a,b\n\xc2\xa0x\xe3\x80\x80,\xe3\x80\x80" "杭 州\xe3\x80\x80\n", "a|b/x|杭 州" },
    { "a\nPipe 5\" wide\n", "a/Pipe 5\" wide" },
    { "a\nthe \"big\" one\n", "a/the \"big\" one" },
    { "a,b\nx\x01y\x7f,\xe2\x80\xaez\xe2\x80\x8b\n", "a|b/xy|z" },
    { "a\n\"1\r\n2\r3\n4\"\n", "a/1\n2\n3\n4" },
    { "a,b,c,d\nx\n,y\n,,z,\n", "a|b|c|d/x|||/|y||/||z|" },
    /* Our own guard against formulas goes, any other apostrophe stays. */
    { "a\n'=1+1\n'+86 571\n'-\n'@x\n", "a/=1+1/+86 571/-/@x" },
    { "a\n'＝1\n'\xc2\xa0=1\n''=x\n'quoted'\n'\n=2\n", "a/＝1/=1/'=x/'quoted'/'/=2" },
    { "a\n\"x\n'=1\r\n''+2\n'y'\"\n", "a/x\n=1\n'+2\n'y'" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchTable) table = read_text (cases[i].content);

      check_flat (table, cases[i].flat);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *content;
    ClinchCsvHeader header;
    gboolean has_names;
    const char *flat;
  } cases[] = {
    { "name,stage\nA,B\n", CLINCH_CSV_HEADER_DETECT, TRUE, "name|stage/A|B" },
    { " 客户 名称 ,\"expected\nsigning\"\nA,B\n", CLINCH_CSV_HEADER_DETECT, TRUE, "客户 名称|expected signing/A|B" },
    { "name,Name,name,name (2),\nA,B,C,D,E\n", CLINCH_CSV_HEADER_DETECT, TRUE,
      "name|Name|name (2)|name (2) (2)|Column 5/A|B|C|D|E" },
    { "name,,stage,\nA,,B,\n", CLINCH_CSV_HEADER_DETECT, TRUE, "name|Column 2|stage/A||B" },
    { "Acme,1200\nBasic,300\n", CLINCH_CSV_HEADER_DETECT, FALSE, "Column 1|Column 2/Acme|1200/Basic|300" },
    { "Acme,2026-11-23\nBasic,2026-11-24\n", CLINCH_CSV_HEADER_DETECT, FALSE,
      "Column 1|Column 2/Acme|2026-11-23/Basic|2026-11-24" },
    { "Acme,¥12万\n", CLINCH_CSV_HEADER_DETECT, FALSE, "Column 1|Column 2/Acme|¥12万" },
    { "name,2025,2026\nA,1,2\n", CLINCH_CSV_HEADER_PRESENT, TRUE, "name|2025|2026/A|1|2" },
    { "Acme,Won\nBasic,Lost\n", CLINCH_CSV_HEADER_ABSENT, FALSE, "Column 1|Column 2/Acme|Won/Basic|Lost" },
    /* Without names the usual width counts, not that of the first row. */
    { "1\n1,2,3\n1,2,3\n", CLINCH_CSV_HEADER_DETECT, FALSE, "Column 1|Column 2|Column 3/1||/1|2|3/1|2|3" },
    { "\n,,\nname,stage,\nA,B,\n", CLINCH_CSV_HEADER_DETECT, TRUE, "name|stage/A|B" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ClinchCsvOptions options = { .header = cases[i].header };
      g_autoptr(ClinchTable) table = read_bytes (cases[i].content, strlen (cases[i].content),
                                                 &options);

      check_flat (table, cases[i].flat);
      g_assert_cmpint (clinch_table_has_names (table), ==, cases[i].has_names);
    }
}

static void
test_find_column (void)
{
  g_autoptr(ClinchTable) table = read_text ("Name,name,ＡＢＣ\nA,B,C\n");

  g_assert_cmpint (clinch_table_find_column (table, "name"), ==, 1);
  g_assert_cmpint (clinch_table_find_column (table, "NAME"), ==, 0);
  g_assert_cmpint (clinch_table_find_column (table, "abc"), ==, 2);
  g_assert_cmpint (clinch_table_find_column (table, "stage"), ==, -1);
}

static void
test_surplus (void)
{
  g_autoptr(ClinchTable) table = read_text ("a,b\n1,2\n1,2,3,4\n1,2,,\n1,2, \n1,2,3\n");
  g_autofree char *problem = clinch_table_dup_row_problem (table, 1);
  g_autofree char *none = clinch_table_dup_row_problem (table, 2);
  static const guint surplus[] = { 0, 2, 0, 0, 1 };

  g_assert_cmpuint (clinch_table_get_n_rows (table), ==, 5);
  g_assert_cmpuint (clinch_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (clinch_table_get_n_surplus_rows (table), ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (surplus); i++)
    g_assert_cmpuint (clinch_table_get_surplus (table, i), ==, surplus[i]);
  g_assert_cmpstr (problem, ==, "Line 3 has 4 cells, but the table has 2 columns. "
                                "Put quotes around text that contains the delimiter.");
  g_assert_null (none);
}

typedef struct
{
  goffset last;
  goffset total;
  guint n_calls;
  GCancellable *cancellable;
} Progress;

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer data)
{
  Progress *progress = data;

  g_assert_cmpint (done, >, progress->last);
  g_assert_cmpint (done, <=, total);
  progress->last = done;
  progress->total = total;
  progress->n_calls++;
  if (progress->cancellable != NULL)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress_and_cancel (void)
{
  g_autofree char *path = NULL;
  GString *content = g_string_new ("name,stage\n");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(ClinchTable) table = NULL;
  g_autoptr(ClinchTable) stopped = NULL;
  g_autoptr(GError) error = NULL;
  Progress progress = { 0 };
  Progress stopping = { .cancellable = cancellable };
  int fd = g_file_open_tmp ("clinch-XXXXXX.csv", &path, NULL);

  while (content->len < 1 << 20)
    g_string_append (content, "Acme,Negotiation\n");
  g_assert_true (g_file_set_contents (path, content->str, content->len, NULL));

  table = clinch_csv_read_file (path, NULL, NULL, progress_cb, &progress, &error);
  g_assert_no_error (error);
  g_assert_nonnull (table);
  g_assert_cmpint (progress.last, ==, content->len);
  g_assert_cmpint (progress.total, ==, content->len);
  g_assert_cmpuint (progress.n_calls, >, 4);

  stopped = clinch_csv_read_file (path, NULL, cancellable, progress_cb, &stopping, &error);
  g_assert_null (stopped);
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED);
  g_assert_cmpuint (stopping.n_calls, ==, 1);

  g_string_free (content, TRUE);
  close (fd);
  g_unlink (path);
}

static gpointer
read_in_thread (gpointer data)
{
  return read_text (data);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, (gpointer) CHINESE);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr(ClinchTable) table = g_thread_join (threads[i]);

      check_flat (table, CHINESE_FLAT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/csv-reader/encodings", test_encodings);
  g_test_add_func ("/exchange/csv-reader/traditional-chinese-found",
                   test_traditional_chinese_found);
  g_test_add_func ("/exchange/csv-reader/euro-of-windows", test_euro_of_windows);
  g_test_add_func ("/exchange/csv-reader/late-character", test_late_character);
  g_test_add_func ("/exchange/csv-reader/choices", test_choices);
  g_test_add_func ("/exchange/csv-reader/delimiters", test_delimiters);
  g_test_add_func ("/exchange/csv-reader/delimiter-override", test_delimiter_override);
  g_test_add_func ("/exchange/csv-reader/lines", test_lines);
  g_test_add_func ("/exchange/csv-reader/cells", test_cells);
  g_test_add_func ("/exchange/csv-reader/names", test_names);
  g_test_add_func ("/exchange/csv-reader/find-column", test_find_column);
  g_test_add_func ("/exchange/csv-reader/surplus", test_surplus);
  g_test_add_func ("/exchange/csv-reader/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/exchange/csv-reader/threads", test_threads);

  return g_test_run ();
}
