// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-csv-reader.h"
#include "clinch-csv-writer.h"
#include "clinch-exchange-error.h"
#include "clinch-text.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("clinch-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "客户 export.csv", NULL);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_unlink (fixture->path);
  /* Fails if a temporary file was left behind. */
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* What the writer makes of one cell of text, without mark and line end. */
static char *
write_text (const char           *text,
            ClinchCsvWriterFlags  flags)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(ClinchCsvWriter) writer =
    clinch_csv_writer_new_for_stream (stream, flags | CLINCH_CSV_WRITER_NO_MARK);
  g_autoptr(GError) error = NULL;
  gsize length;

  clinch_csv_writer_add_text (writer, text);
  clinch_csv_writer_end_row (writer, NULL, &error);
  g_assert_no_error (error);
  clinch_csv_writer_close (writer, NULL, &error);
  g_assert_no_error (error);

  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpuint (length, >=, 2);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), length - 2);
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "Acme", "Acme" },
    { "杭州钢铁集团", "杭州钢铁集团" },
    { "a,b", "\"a,b\"" },
    { "a;b", "\"a;b\"" },
    { "a \"b\"", "\"a \"\"b\"\"\"" },
    { "\"", "\"\"\"\"" },
    { "a\nb", "\"a\nb\"" },
    { " a", "\" a\"" },
    { "", "\"\"" },
    { NULL, "\"\"" },
    { "=1+1", "'=1+1" },
    { "+86 571", "'+86 571" },
    { "-5", "'-5" },
    { "- item, item", "\"'- item, item\"" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"" },
    { "  =1", "'  =1" },
    { "\xc2\xa0=1", "'\xc2\xa0=1" },
    { "\xe3\x80\x80=1", "'\xe3\x80\x80=1" },
    { "\t=1", "\"'\t=1\"" },
    { "\tx", "\"'\tx\"" },
    { "\rx", "\"'\rx\"" },
    { "\nx", "\"'\nx\"" },
    { "＝1", "'＝1" },
    { "＋1", "'＋1" },
    { "－1", "'－1" },
    { "＠x", "'＠x" },
    { "'=1", "''=1" },
    { "a\n=1", "\"a\n'=1\"" },
    { "a\r\n  @x\r\nb", "\"a\r\n'  @x\r\nb\"" },
    { "a\n'=1", "\"a\n''=1\"" },
    { "=1\n\n+2", "\"'=1\n\n'+2\"" },
    { "  \n=1", "\"  \n'=1\"" },
    { "a\n\tb\n\nc", "\"a\n\tb\n\nc\"" },
    { "'quoted'", "'quoted'" },
    { "a=b", "a=b" },
    { "A-1", "A-1" },
    { "5", "5" },
    { "   ", "\"   \"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = write_text (cases[i].text, CLINCH_CSV_WRITER_DEFAULT);

      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_no_guard (void)
{
  g_autofree char *written = write_text ("=1+1", CLINCH_CSV_WRITER_NO_GUARD);

  g_assert_cmpstr (written, ==, "=1+1");
}

static void
test_layout (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(ClinchCsvWriter) writer = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  GStatBuf info;

  writer = clinch_csv_writer_new_for_file (fixture->path, CLINCH_CSV_WRITER_DEFAULT, &error);
  g_assert_no_error (error);
  clinch_csv_writer_add_text (writer, "客户");
  clinch_csv_writer_add_text (writer, "金额");
  clinch_csv_writer_end_row (writer, NULL, &error);
  clinch_csv_writer_add_text (writer, NULL);
  clinch_csv_writer_add_number (writer, "-1200000.50");
  clinch_csv_writer_end_row (writer, NULL, &error);
  clinch_csv_writer_add_text (writer, "A");
  clinch_csv_writer_add_number (writer, "-1+HYPERLINK(1)");
  clinch_csv_writer_end_row (writer, NULL, &error);

  /* Nothing to be seen before all is written. */
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (clinch_csv_writer_close (writer, NULL, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "\xef\xbb\xbf客户,金额\r\n,-1200000.50\r\nA,'-1+HYPERLINK(1)\r\n");
  g_assert_no_errno (g_stat (fixture->path, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(ClinchCsvWriter) writer = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "what was there", -1, NULL));
  writer = clinch_csv_writer_new_for_file (fixture->path, CLINCH_CSV_WRITER_DEFAULT, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 20000; i++)
    {
      clinch_csv_writer_add_text (writer, "Acme");
      g_assert_true (clinch_csv_writer_end_row (writer, cancellable, &error));
    }
  g_cancellable_cancel (cancellable);
  g_assert_false (clinch_csv_writer_close (writer, cancellable, &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED);
  g_clear_pointer (&writer, clinch_csv_writer_free);

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "what was there");
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "x.csv", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (clinch_csv_writer_new_for_file (path, CLINCH_CSV_WRITER_DEFAULT, &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "“x.csv”"));
}

static void
test_disk_full (void)
{
  int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  g_autoptr(GOutputStream) stream = g_unix_output_stream_new (fd, TRUE);
  g_autoptr(ClinchCsvWriter) writer = clinch_csv_writer_new_for_stream (stream,
                                                                        CLINCH_CSV_WRITER_DEFAULT);
  g_autoptr(GError) error = NULL;
  guint n_rows = 0;

  do
    clinch_csv_writer_add_text (writer, "杭州钢铁集团");
  while (clinch_csv_writer_end_row (writer, NULL, &error) && ++n_rows < 100000);
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO);
  g_assert_cmpuint (n_rows, <, 100000);

  g_clear_error (&error);
  g_assert_false (clinch_csv_writer_close (writer, NULL, &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO);
}

/* Texts that have made trouble somewhere, each with what clinch_text_clean() leaves of it: that
 * must come back. */
static const char * const nasty[] = {
  "Acme", "杭州钢铁集团", "😀👨‍👩‍👧", "a,b;c\td|e", "\"", "\"\"", "\"a\"", "a\"b", "a\nb", "a\r\nb", "a\n\n\nb", "\"\n\"",
  ",", ",,", ";", "'", "''", "'a'", "=1", "'=1", "''=1", "'''+1", "=\"a\"", "=1,\"2\"\n3", "+", "-", "@", "--", "-1",
  "＝1", "＋", "－", "＠a", "  =1", "\t=1", "\xc2\xa0=1", "\xe3\x80\x80-1", "' =1", "'\t=1", "\n=1", "sep=;", "#REF!", "0",
  "007", "1e5", "TRUE", "NULL", "\\N", "\\", "a\\\"b", "%s%n", "<b>A & B</b>", "'; DROP TABLE x; --", "é", "e\xcc\x81",
  "\xef\xbb\xbf", "a\xef\xbb\xbf" "b", "\xe2\x80\xaegpj.exe", "￥１２３", "日本語", "한국어", "עברית", "ไทย", "𠮷", "-\n=1",
  "line 1\nline 2\n- item\n= sum", " a ", "a  b",
};

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n_columns = 3;
  guint n_rows = G_N_ELEMENTS (nasty);
  g_autoptr(ClinchCsvWriter) writer = NULL;
  g_autoptr(ClinchTable) table = NULL;
  g_autoptr(GError) error = NULL;

  writer = clinch_csv_writer_new_for_file (fixture->path, CLINCH_CSV_WRITER_DEFAULT, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_columns; i++)
    clinch_csv_writer_add_text (writer, i == 0 ? "key" : i == 1 ? "first" : "second");
  g_assert_true (clinch_csv_writer_end_row (writer, NULL, &error));
  for (guint i = 0; i < n_rows; i++)
    {
      clinch_csv_writer_add_text (writer, "key");
      clinch_csv_writer_add_text (writer, nasty[i]);
      clinch_csv_writer_add_text (writer, nasty[(i * 7 + 3) % n_rows]);
      g_assert_true (clinch_csv_writer_end_row (writer, NULL, &error));
    }
  g_assert_true (clinch_csv_writer_close (writer, NULL, &error));

  table = clinch_csv_read_file (fixture->path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clinch_table_get_n_rows (table), ==, n_rows);
  g_assert_cmpuint (clinch_table_get_n_columns (table), ==, n_columns);
  g_assert_cmpuint (clinch_table_get_n_surplus_rows (table), ==, 0);
  for (guint i = 0; i < n_rows; i++)
    for (guint column = 1; column < n_columns; column++)
      {
        const char *text = nasty[column == 1 ? i : (i * 7 + 3) % n_rows];
        g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);
        g_autofree char *unix_text = g_strjoinv ("\n", lines);
        g_autofree char *expected = clinch_text_clean (unix_text);

        g_assert_cmpstr (clinch_table_get_cell (table, i, column), ==,
                         expected != NULL ? expected : "");
      }
}

/* Cells put together at random from the pieces that matter to the format. */
static void
test_round_trip_random (void)
{
  static const char * const pieces[] = { "a", "\"", ",", "\n", "'", "=", "-", " ", ";", "杭", "\t",
                                         "＝", "1", "x" };
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(ClinchCsvWriter) writer = clinch_csv_writer_new_for_stream (stream,
                                                                        CLINCH_CSV_WRITER_DEFAULT);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ClinchTable) table = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  guint32 state = 7;

  clinch_csv_writer_add_text (writer, "key");
  clinch_csv_writer_add_text (writer, "text");
  clinch_csv_writer_end_row (writer, NULL, NULL);
  for (guint i = 0; i < 20000; i++)
    {
      GString *text = g_string_new (NULL);

      for (guint n = i % 9; n > 0; n--)
        {
          state = state * 1664525 + 1013904223;
          g_string_append (text, pieces[(state >> 16) % G_N_ELEMENTS (pieces)]);
        }
      clinch_csv_writer_add_text (writer, "k");
      clinch_csv_writer_add_text (writer, text->str);
      clinch_csv_writer_end_row (writer, NULL, NULL);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }
  g_assert_true (clinch_csv_writer_close (writer, NULL, &error));
  g_assert_true (g_output_stream_close (stream, NULL, &error));

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  table = clinch_csv_read_bytes (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clinch_table_get_n_rows (table), ==, texts->len);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *expected = clinch_text_clean (g_ptr_array_index (texts, i));

      g_assert_cmpstr (clinch_table_get_cell (table, i, 1), ==, expected != NULL ? expected : "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_add_func ("/exchange/csv-writer/text", test_text);
  g_test_add_func ("/exchange/csv-writer/no-guard", test_no_guard);
  ADD ("/exchange/csv-writer/layout", test_layout);
  ADD ("/exchange/csv-writer/given-up", test_given_up);
  ADD ("/exchange/csv-writer/no-folder", test_no_folder);
  g_test_add_func ("/exchange/csv-writer/disk-full", test_disk_full);
  ADD ("/exchange/csv-writer/round-trip", test_round_trip);
  g_test_add_func ("/exchange/csv-writer/round-trip-random", test_round_trip_random);
#undef ADD

  return g_test_run ();
}
