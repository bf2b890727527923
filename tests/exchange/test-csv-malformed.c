// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-csv-reader.h"
#include "clinch-exchange-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Files as they should not be. Each must end in a clear error that names the line, or in a table,
 * soon and without eating the memory. */

#define PARSED (-1)
#define FORMAT CLINCH_EXCHANGE_ERROR_FORMAT
#define ENCODING CLINCH_EXCHANGE_ERROR_ENCODING
#define TOO_LARGE CLINCH_EXCHANGE_ERROR_TOO_LARGE
#define IO CLINCH_EXCHANGE_ERROR_IO

#ifdef __SANITIZE_ADDRESS__
#define SLOWER 10
#else
#define SLOWER 1
#endif

static guint n_files;

/* The time that this thread computes, which other programs on the machine do not lengthen. */
static double
thread_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

/* @says: what the message must contain; where the line is known, that line */
static void
check_outcome (const char  *name,
               ClinchTable *table,
               GError      *error,
               int          outcome,
               const char  *says,
               guint        n_rows)
{
  n_files++;
  if (outcome == PARSED)
    {
      if (error != NULL)
        g_error ("%s: %s", name, error->message);
      g_assert_nonnull (table);
      if (clinch_table_get_n_rows (table) != n_rows)
        g_error ("%s: %u rows instead of %u", name, clinch_table_get_n_rows (table), n_rows);
      return;
    }

  if (table != NULL)
    g_error ("%s: was read as %s, %u rows", name, clinch_table_get_encoding (table),
             clinch_table_get_n_rows (table));
  if (!g_error_matches (error, CLINCH_EXCHANGE_ERROR, outcome)
      || strstr (error->message, says) == NULL)
    g_error ("%s: code %d, “%s” where “%s” was expected", name, error->code, error->message, says);
}

static void
check_bytes (const char *name,
             GBytes     *bytes,
             const char *encoding,
             int         outcome,
             const char *says,
             guint       n_rows)
{
  ClinchCsvOptions options = { .encoding = encoding };
  g_autoptr(ClinchTable) table = NULL;
  g_autoptr(GError) error = NULL;
  double start = thread_seconds ();

  table = clinch_csv_read_bytes (bytes, &options, NULL, NULL, NULL, &error);
  g_assert_cmpfloat (thread_seconds () - start, <, 2.0 * SLOWER);
  check_outcome (name, table, error, outcome, says, n_rows);
}

static void
check_string (const char *name,
              GString    *content,
              int         outcome,
              const char *says,
              guint       n_rows)
{
  g_autoptr(GBytes) bytes = g_string_free_to_bytes (content);

  check_bytes (name, bytes, NULL, outcome, says, n_rows);
}

static void
check_file (const char *path,
            int         outcome,
            const char *says,
            guint       n_rows)
{
  g_autoptr(ClinchTable) table = NULL;
  g_autoptr(GError) error = NULL;
  double start = thread_seconds ();

  table = clinch_csv_read_file (path, NULL, NULL, NULL, NULL, &error);
  g_assert_cmpfloat (thread_seconds () - start, <, 2.0 * SLOWER);
  check_outcome (path, table, error, outcome, says, n_rows);
}

static void
append_times (GString    *content,
              const char *text,
              guint       times)
{
  for (guint i = 0; i < times; i++)
    g_string_append (content, text);
}

static void
test_small (void)
{
#define S(literal) literal, sizeof (literal) - 1
  static const struct
  {
    const char *name;
    const char *content;
    gsize length;
    const char *encoding;
    int outcome;
    const char *says;
    guint n_rows;
  } cases[] = {
    /* Nothing, or nearly nothing. */
    { "empty", S (""), NULL, FORMAT, "no text", 0 },
    { "UTF-8 mark only", S ("\xef\xbb\xbf"), NULL, FORMAT, "no text", 0 },
    { "UTF-16LE mark only", S ("\xff\xfe"), NULL, FORMAT, "no text", 0 },
    { "UTF-16BE mark only", S ("\xfe\xff"), NULL, FORMAT, "no text", 0 },
    { "one line end", S ("\n"), NULL, FORMAT, "no text", 0 },
    { "line ends only", S ("\r\n\n\r\r\n\n"), NULL, FORMAT, "no text", 0 },
    { "blanks only", S ("   \n \t \n"), NULL, FORMAT, "no text", 0 },
    { "commas only", S (",,,\n,,,\n"), NULL, FORMAT, "no text", 0 },
    { "empty quotes only", S ("\"\""), NULL, FORMAT, "no text", 0 },
    { "note to the spreadsheet only", S ("sep=;\r\n"), NULL, FORMAT, "no text", 0 },
    { "names only", S ("name,stage\r\n"), NULL, PARSED, NULL, 0 },
    { "names only, no line end", S ("name,stage"), NULL, PARSED, NULL, 0 },
    { "one letter", S ("a"), NULL, PARSED, NULL, 0 },
    { "names and rows without text", S ("name,stage\n,\n\n , \n"), NULL, PARSED, NULL, 0 },
    { "end-of-file mark of DOS", S ("name\r\nAcme\r\n\x1a"), NULL, PARSED, NULL, 1 },

    /* NUL. */
    { "NUL in the names", S ("name,\0stage\nA,B\n"), NULL, FORMAT, "Line 1 ", 0 },
    { "NUL in a row", S ("name,stage\nA,B\nC,\0\n"), NULL, FORMAT, "Line 3 ", 0 },
    { "NUL at the end", S ("name,stage\nA,B\n\0"), NULL, FORMAT, "Line 3 ", 0 },
    { "NUL in quotes over lines", S ("name,note\nA,\"one\ntwo\nthr\0ee\"\n"), NULL, FORMAT, "Line 4 ", 0 },
    { "NUL after CR line ends", S ("name\rA\rB\0\r"), NULL, FORMAT, "Line 3 ", 0 },
    { "NUL after CRLF line ends", S ("name\r\nA\r\nB\0\r\n"), NULL, FORMAT, "Line 3 ", 0 },
    { "NUL after GB18030 text", S ("\xb9\xab\xcb\xbe\n\xba\xbc\xd6\xdd\0\n"), NULL, FORMAT, "Line 2 ", 0 },
    { "NUL in UTF-16", S ("\xff\xfe" "a\0\n\0b\0\0\0"), NULL, FORMAT, "Line 2 ", 0 },

    /* Quotes. */
    { "one quote", S ("\""), NULL, FORMAT, "line 1 ", 0 },
    { "three quotes", S ("\"\"\""), NULL, FORMAT, "line 1 ", 0 },
    { "four quotes", S ("\"\"\"\""), NULL, PARSED, NULL, 0 },
    { "open in the names", S ("\"name,stage\nA,B\nC,D\n"), NULL, FORMAT, "line 1 ", 0 },
    { "open in a row", S ("name,stage\nA,B\nC,\"D\nE,F\n"), NULL, FORMAT, "opened in line 3 ", 0 },
    { "open in the last row", S ("name,stage\nA,B\nC,\"D"), NULL, FORMAT, "opened in line 3 ", 0 },
    { "open at the very end", S ("name,stage\nA,B\nC,\""), NULL, FORMAT, "opened in line 3 ", 0 },
    { "open behind a cell over two lines", S ("name,stage\n\"A\nA\",\"B\nC,D\n"), NULL, FORMAT, "opened in line 3 ", 0 },
    { "open behind blank lines", S ("name\n\n\r\n\n\"A\n"), NULL, FORMAT, "opened in line 5 ", 0 },
    { "open, CR line ends", S ("name\rA\r\"B\rC\r"), NULL, FORMAT, "opened in line 3 ", 0 },
    { "open after a doubled quote", S ("name\nA\n\"B \"\"C\n"), NULL, FORMAT, "opened in line 3 ", 0 },
    { "open in UTF-16", S ("\xff\xfe" "a\0\n\0\"\0b\0"), NULL, FORMAT, "opened in line 2 ", 0 },
    { "text behind a quote", S ("name,stage\nA,B\n\"C\"D,E\n"), NULL, FORMAT, "In line 3 ", 0 },
    { "text behind a quote over lines", S ("name,stage\n\"A\nB\" C,D\n"), NULL, FORMAT, "In line 3 ", 0 },
    { "quote behind a quote", S ("name\n\"A\" \"B\"\n"), NULL, FORMAT, "In line 2 ", 0 },
    { "quote inside a bare cell", S ("name,size\nPipe,5\" wide\n\n"), NULL, PARSED, NULL, 1 },
    { "quotes around a word of a bare cell", S ("name\nthe \"big\" one\nB\n"), NULL, PARSED, NULL, 2 },

    /* Bytes that are not of the encoding. */
    { "lone continuation byte", S ("客户,阶段\n杭州钢铁集团,谈判\n杭\x80州钢铁,谈判\n"), NULL, ENCODING, "In line 3 ", 0 },
    { "overlong form", S ("客户,阶段\n杭州钢铁集团,\xc0\x80谈判报价\n"), NULL, ENCODING, "In line 2 ", 0 },
    { "surrogate in UTF-8", S ("客户,阶段\n杭州钢铁集团\xed\xa0\x80,谈判报价\n"), NULL, ENCODING, "In line 2 ", 0 },
    { "past the end of Unicode", S ("客户,阶段\n杭州钢铁集团,谈判\n\xf5\x80\x80\x80\n"), NULL, ENCODING, "In line 3 ", 0 },
    { "UTF-8 mark, then GB18030", S ("\xef\xbb\xbf" "a\n\xba\xbc\xd6\xdd\n"), NULL, ENCODING, "In line 2 ", 0 },
    { "cut inside a character", S ("客户\n杭州\n上\xe6\xb5"), NULL, ENCODING, "In line 3 ", 0 },
    { "GB18030 said to be UTF-8", S ("a\n\xba\xbc\xd6\xdd\n"), "utf-8", ENCODING, "offset 2 ", 0 },
    { "windows-1252 said to be GB18030", S ("a,b\nx,\xe9\n"), "gb18030", ENCODING, "In line 2 ", 0 },
    { "half a character of Big5", S ("a\nb\n\xa1 \n"), "big5", ENCODING, "In line 3 ", 0 },
    { "UTF-16 with an odd byte", S ("\xff\xfe" "a\0\n\0b"), NULL, ENCODING, "In line 2 ", 0 },
    { "UTF-16 with half a pair", S ("\xff\xfe" "a\0\n\0\x3d\xd8" "b\0"), NULL, ENCODING, "In line 2 ", 0 },
    { "UTF-16 that ends in half a pair", S ("\xff\xfe" "a\0\n\0\x3d\xd8"), NULL, ENCODING, "In line 2 ", 0 },
    { "UTF-32 past Unicode", S ("\xff\xfe\0\0" "a\0\0\0" "\0\0\x11\0"), NULL, ENCODING, "In line 1 ", 0 },
    { "unknown encoding", S ("a\nb\n"), "klingon", ENCODING, "“klingon”", 0 },
    { "a path as the encoding", S ("a\nb\n"), "../../etc/passwd", ENCODING, "passwd", 0 },
    { "an empty name of an encoding", S ("a\nb\n"), "", ENCODING, "“”", 0 },

    /* Not CSV. */
    { "XLSX", S ("PK\x03\x04\x14\0\x06\0\x08\0"), NULL, FORMAT, "workbook", 0 },
    { "XLS", S ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"), NULL, FORMAT, "workbook", 0 },
    { "PNG", S ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0"), NULL, FORMAT, "ine 1 ", 0 },
    { "ELF", S ("\x7f" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0"), NULL, FORMAT, "ine 1 ", 0 },
    { "controls", S ("\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\n"), NULL, FORMAT, "ine 1 ", 0 },

    /* Untidy, but a table. */
    { "all line ends", S ("name,stage\r\nA,1\nB,2\rC,3\n\rD,4\r\r\n"), NULL, PARSED, NULL, 4 },
    { "line ends in quotes", S ("name,note\n\"A\",\"1\r\n2\n3\r4\"\nB,x"), NULL, PARSED, NULL, 2 },
    { "rows longer and shorter", S ("a,b,c\n1\n1,2,3,4,5\n1,2\n"), NULL, PARSED, NULL, 3 },
    { "no names, one column", S ("1\n2\n3\n"), NULL, PARSED, NULL, 3 },
    { "a quote closed at the very end", S ("name\n\"A\""), NULL, PARSED, NULL, 1 },
    { "blanks around quotes", S ("a,b\n  \"x, y\"  , 2 \n"), NULL, PARSED, NULL, 1 },
  };
#undef S

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].content, cases[i].length);

      check_bytes (cases[i].name, bytes, cases[i].encoding, cases[i].outcome, cases[i].says,
                   cases[i].n_rows);
    }
}

static void
test_truncated (void)
{
  static const char whole[] =
    "客户,阶段,金额\r\n\"杭州钢铁\r\n集团\",\"谈判 \"\"MES\"\"\",1200000\r\n中国电信,需求确认,350000\r\n";

  /* The first character must be whole: a piece of it alone could be anything. */
  for (gsize length = 3; length < sizeof whole - 1; length++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (whole, length);
      g_autofree char *name = g_strdup_printf ("first %" G_GSIZE_FORMAT " bytes", length);
      g_autofree char *line = NULL;
      guint n_quotes = 0;
      guint n_lines = 1;
      guint quote_line = 0;
      guint n_rows;
      gboolean at_start;

      for (gsize i = 0; i < length; i++)
        {
          if (whole[i] == '"' && ++n_quotes % 2 == 1)
            quote_line = n_lines;
          n_lines += whole[i] == '\n';
        }
      /* The rows begin in lines 2 and 4, and count as soon as their first byte is there. */
      at_start = whole[length - 1] == '\n';
      n_rows = (n_lines > 2 || (n_lines == 2 && !at_start))
               + (n_lines > 4 || (n_lines == 4 && !at_start));

      if (!g_utf8_validate_len (whole, length, NULL))
        {
          line = g_strdup_printf ("In line %u ", n_lines);
          check_bytes (name, bytes, NULL, ENCODING, line, 0);
        }
      else if (n_quotes % 2 == 1)
        {
          line = g_strdup_printf (" line %u ", quote_line);
          check_bytes (name, bytes, NULL, FORMAT, line, 0);
        }
      else
        {
          check_bytes (name, bytes, NULL, PARSED, NULL, n_rows);
        }
    }
}

static void
test_wide (void)
{
  GString *content;

  content = g_string_new ("c");
  append_times (content, ",c", 9999);
  check_string ("10,000 columns", content, TOO_LARGE, "line 1 ", 0);

  content = g_string_new ("a,b\n1,2\n3");
  append_times (content, ",4", 9999);
  check_string ("10,000 cells in a row", content, TOO_LARGE, "line 3 ", 0);

  content = g_string_new ("c");
  append_times (content, ",c", 511);
  g_string_append (content, "\nx\n");
  check_string ("512 columns", content, PARSED, NULL, 1);

  content = g_string_new ("c");
  append_times (content, ",c", 512);
  g_string_append (content, "\nx\n");
  check_string ("513 columns", content, TOO_LARGE, "line 1 ", 0);

  content = g_string_new ("a\n");
  append_times (content, ",", 20000000);
  check_string ("20 million commas", content, TOO_LARGE, "line 2 ", 0);

  content = g_string_new ("a,b\n");
  append_times (content, "\",", 1000000);
  check_string ("quotes and commas by turns", content, TOO_LARGE, "line 2 ", 0);
}

static void
test_long_cell (void)
{
  GString *content;

  content = g_string_sized_new (50 << 20);
  g_string_append (content, "name,note\nA,short\nB,");
  append_times (content, "0123456789", 5 << 20);
  check_string ("50 MB cell", content, TOO_LARGE, "line 3 ", 0);

  content = g_string_sized_new (50 << 20);
  g_string_append (content, "name,note\nA,short\nB,\"");
  append_times (content, "一二三\n", 5 << 20);
  check_string ("50 MB cell in quotes, over lines", content, TOO_LARGE, "line 3 ", 0);

  content = g_string_sized_new (50 << 20);
  append_times (content, "0123456789", 5 << 20);
  check_string ("50 MB without a line end", content, TOO_LARGE, "line 1 ", 0);

  content = g_string_new ("name\n");
  append_times (content, "x", 1000000);
  check_string ("a million characters", content, PARSED, NULL, 1);

  content = g_string_new ("name\nA\n");
  append_times (content, "x", 1000001);
  check_string ("a million characters and one", content, TOO_LARGE, "line 3 ", 0);

  content = g_string_new ("name\n");
  append_times (content, "杭", 1000000);
  check_string ("a million characters of three bytes", content, PARSED, NULL, 1);
}

static void
test_many_rows (void)
{
  GString *content;

  content = g_string_new ("name\n");
  append_times (content, "a\n", 2000000);
  check_string ("two million rows", content, PARSED, NULL, 2000000);

  content = g_string_new ("name\n");
  append_times (content, "a\n", 2000001);
  check_string ("two million rows and one", content, TOO_LARGE, "Line 2000002 ", 0);

  content = g_string_new ("name\n");
  append_times (content, "\n", 10000000);
  g_string_append (content, "a\n");
  check_string ("ten million blank lines", content, PARSED, NULL, 1);

  content = g_string_new ("name\r");
  append_times (content, "a\r", 1000000);
  check_string ("a million rows that end in CR", content, PARSED, NULL, 1000000);

  content = g_string_new ("a,b\n");
  append_times (content, ",\n", 1000000);
  check_string ("a million rows without text", content, PARSED, NULL, 0);

  content = g_string_new ("a,b\n");
  append_times (content, ",\n", 5000000);
  check_string ("five million rows without text", content, TOO_LARGE, "Line 2000002 ", 0);
}

static void
test_junk (void)
{
  GString *content = g_string_new (NULL);
  guint32 state = 1;

  for (guint i = 0; i < 1 << 20; i++)
    {
      state = state * 1664525 + 1013904223;
      g_string_append_c (content, state >> 24);
    }
  check_string ("a megabyte of junk", content, FORMAT, "ine 1 ", 0);

  content = g_string_new (NULL);
  g_string_set_size (content, 1 << 20);
  memset (content->str, 0, content->len);
  check_string ("a megabyte of NUL", content, FORMAT, "ine 1 ", 0);
}

static void
test_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("clinch-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.csv", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.csv", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.csv", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.csv", NULL);
  g_autofree char *locked = g_build_filename (folder, "locked.csv", NULL);
  int fd;

  check_file (folder, IO, "is a folder", 0);
  check_file (missing, IO, "“missing.csv”", 0);
  check_file ("", IO, "cannot be read", 0);
  check_file ("/dev/null", IO, "is a device", 0);

  g_assert_no_errno (symlink (loop, loop));
  check_file (loop, IO, "“loop.csv”", 0);

  /* Nobody writes to it: opening it must not wait. */
  g_assert_no_errno (mkfifo (pipe, 0600));
  check_file (pipe, IO, "is a device or a pipe", 0);

  /* A file of holes: refused by its size, before it is read. */
  fd = open (huge, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  g_assert_no_errno (ftruncate (fd, (G_GINT64_CONSTANT (512) << 20) + 1));
  check_file (huge, TOO_LARGE, "512 MB", 0);
  g_assert_no_errno (ftruncate (fd, G_GINT64_CONSTANT (512) << 20));
  check_file (huge, FORMAT, "ine 1 ", 0);
  close (fd);

  /* The administrator may read everything; there only a read that fails is left to try. */
  g_assert_true (g_file_set_contents_full (locked, "a\nb\n", -1, G_FILE_SET_CONTENTS_NONE, 0000,
                                           NULL));
  if (access (locked, R_OK) != 0)
    check_file (locked, IO, "cannot be read", 0);
  check_file ("/proc/self/mem", IO, "cannot be read", 0);

  g_assert_no_errno (unlink (loop));
  g_assert_no_errno (unlink (pipe));
  g_assert_no_errno (unlink (huge));
  g_assert_no_errno (unlink (locked));
  g_assert_no_errno (rmdir (folder));
}

static void
test_edges_of_pieces (void)
{
  /* The reader takes 128 KB at a time: a line end, a character and a quote that the edge cuts in
   * two. */
  static const char * const cut[] = { "\r\n", "杭", "😀", "\"\"", "\n\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (cut); i++)
    for (guint before = 0; before < strlen (cut[i]); before++)
      {
        GString *content = g_string_new ("name,note\nA,\"");
        g_autoptr(GBytes) bytes = NULL;
        g_autoptr(ClinchTable) table = NULL;
        g_autoptr(GError) error = NULL;

        while (content->len < 128 * 1024 - before)
          g_string_append_c (content, 'x');
        g_string_append (content, cut[i]);
        g_string_append (content, g_str_equal (cut[i], "\n\"") ? "\nB,last\n" : "y\"\nB,last\n");
        bytes = g_string_free_to_bytes (content);
        table = clinch_csv_read_bytes (bytes, NULL, NULL, NULL, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (clinch_table_get_n_rows (table), ==, 2);
        g_assert_cmpstr (clinch_table_get_cell (table, 1, 1), ==, "last");
        g_assert_cmpuint (clinch_table_get_line (table, 1), ==,
                          strchr (cut[i], '\n') != NULL ? 4 : 3);
        if (g_str_equal (cut[i], "\"\""))
          g_assert_true (g_str_has_suffix (clinch_table_get_cell (table, 0, 1), "x\"y"));
        else if (strchr (cut[i], '"') == NULL)
          g_assert_true (g_str_has_suffix (clinch_table_get_cell (table, 0, 1),
                                           i == 0 ? "x\ny" : i == 1 ? "杭y" : "😀y"));
      }
}

static void
test_frugal (void)
{
  struct rusage usage;

  g_assert_cmpuint (n_files, >=, 60);
  g_assert_no_errno (getrusage (RUSAGE_SELF, &usage));
  g_test_message ("%u files, %ld MB at most", n_files, usage.ru_maxrss / 1024);
  /* The largest of the files above takes 70 MB itself. */
  g_assert_cmpint (usage.ru_maxrss / 1024, <, 300 * (SLOWER > 1 ? 5 : 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/csv-malformed/small", test_small);
  g_test_add_func ("/exchange/csv-malformed/truncated", test_truncated);
  g_test_add_func ("/exchange/csv-malformed/wide", test_wide);
  g_test_add_func ("/exchange/csv-malformed/long-cell", test_long_cell);
  g_test_add_func ("/exchange/csv-malformed/many-rows", test_many_rows);
  g_test_add_func ("/exchange/csv-malformed/junk", test_junk);
  g_test_add_func ("/exchange/csv-malformed/no-file", test_no_file);
  g_test_add_func ("/exchange/csv-malformed/edges-of-pieces", test_edges_of_pieces);
  g_test_add_func ("/exchange/csv-malformed/frugal", test_frugal);

  return g_test_run ();
}
