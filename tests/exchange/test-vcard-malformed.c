// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-exchange-error.h"
#include "clinch-test-import.h"
#include "clinch-vcard-reader.h"

#include <string.h>

/* Cards as they should not be. Each stands between two good ones, which must come in all the same,
 * and its own row must say which card and which line it is and what is wrong with it. */

#define GOOD(name) "BEGIN:VCARD\nVERSION:3.0\nFN:" name "\nORG:Acme\nEND:VCARD\n"

/* @line: the line that the message names; the card begins in line 6 */
typedef struct
{
  const char *name;
  const char *text;
  guint line;
  const char *says;
} Case;

static const Case cases[] = {
  /* clang-format off */
  { "no colon", "BEGIN:VCARD\nFN:A\nnonsense\nEND:VCARD\n", 8, "no colon" },
  { "no colon, with parameters", "BEGIN:VCARD\nFN:A\nTEL;TYPE=CELL\nEND:VCARD\n", 8, "no colon" },
  { "colon in quotes alone", "BEGIN:VCARD\nFN:A\nTEL;TYPE=\"a:b\nEND:VCARD\n", 8, "no colon" },
  { "end without a colon", "BEGIN:VCARD\nFN:A\nEND VCARD\n", 8, "no colon" },
  { "nothing before the colon", "BEGIN:VCARD\nFN:A\n:value\nEND:VCARD\n", 8, "not the name of a property" },
  { "group without a name", "BEGIN:VCARD\nFN:A\nitem1.:value\nEND:VCARD\n", 8, "not the name of a property" },
  { "name with a space", "BEGIN:VCARD\nFN:A\nHOME PHONE:1\nEND:VCARD\n", 8, "“HOME PHONE” is not the name" },
  { "name in Chinese", "BEGIN:VCARD\n姓名:A\nEND:VCARD\n", 7, "“姓名” is not the name" },
  { "name with markup", "BEGIN:VCARD\nFN:A\n<b>:1\nEND:VCARD\n", 8, "“<b>” is not the name" },
  { "name of bad bytes", "BEGIN:VCARD\nFN:A\n\xff\xfe:1\nEND:VCARD\n", 8, "is not the name" },
  { "indented first line", "BEGIN:VCARD\n\n  TITLE B\nFN:A\nEND:VCARD\n", 8, "no colon" },
  { "quoted-printable of no digits", "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:=ZZ\nEND:VCARD\n", 7, "quoted-printable" },
  { "quoted-printable cut off", "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:=E\nEND:VCARD\n", 7, "quoted-printable" },
  { "quoted-printable with one digit", "BEGIN:VCARD\nFN;QUOTED-PRINTABLE:=E7=8=8B\nEND:VCARD\n", 7, "quoted-printable" },
  { "quoted-printable of half a character", "BEGIN:VCARD\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E\nEND:VCARD\n", 7, "not written in UTF-8" },
  { "quoted-printable swallows the end", "BEGIN:VCARD\nFN:A\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\nEND:VCARD\n", 10, "not closed" },
  { "unknown way of writing", "BEGIN:VCARD\nFN;ENCODING=UUENCODE:A\nEND:VCARD\n", 7, "“UUENCODE”" },
  { "empty way of writing", "BEGIN:VCARD\nFN;ENCODING=:A\nEND:VCARD\n", 7, "“”" },
  { "unknown encoding", "BEGIN:VCARD\nFN;CHARSET=KLINGON:A\nEND:VCARD\n", 7, "“KLINGON”" },
  { "empty encoding", "BEGIN:VCARD\nFN;CHARSET=:A\nEND:VCARD\n", 7, "No encoding is called" },
  { "says UTF-8, is GBK", "BEGIN:VCARD\nFN;CHARSET=UTF-8:\xcd\xf5\xc3\xf4\nEND:VCARD\n", 7, "not written in UTF-8" },
  { "says GBK, is half a character", "BEGIN:VCARD\nFN;CHARSET=GBK:\xcd\xf5\xc3\nEND:VCARD\n", 7, "not written in GBK" },
  { "says ASCII, is Chinese", "BEGIN:VCARD\nFN;CHARSET=US-ASCII:王敏\nEND:VCARD\n", 7, "not written in US-ASCII" },
  { "base64 of other characters", "BEGIN:VCARD\nFN:A\nNOTE;ENCODING=b:!!!!\nEND:VCARD\n", 8, "base64" },
  { "base64 of binary", "BEGIN:VCARD\nFN:A\nNOTE;BASE64:AAECAwQ=\nEND:VCARD\n", 8, "NUL byte" },
  { "quoted-printable NUL", "BEGIN:VCARD\nFN;QUOTED-PRINTABLE:a=00b\nEND:VCARD\n", 7, "NUL byte" },
  { "version to come", "BEGIN:VCARD\nVERSION:9.0\nFN:A\nEND:VCARD\n", 7, "“9.0” is not one of the versions" },
  { "version of nothing", "BEGIN:VCARD\nVERSION:\nFN:A\nEND:VCARD\n", 7, "is not one of the versions" },
  { "version in words", "BEGIN:VCARD\nVERSION:three and some more words\nFN:A\nEND:VCARD\n", 7, "is not one of the versions" },
  { "not closed", "BEGIN:VCARD\nFN:A\n", 8, "not closed by END:VCARD before the next" },
  { "not closed, cut in a name", "BEGIN:VCARD\nFN:A\nTE\n", 8, "no colon" },
  { "never begun", "FN:A\nTEL:1\nEND:VCARD\n", 6, "outside of any card" },
  { "closed twice", "END:VCARD\n", 6, "outside of any card" },
  { "stray text", "Sent from my phone\n", 6, "outside of any card" },
  { "an event inside", "BEGIN:VCARD\nFN:A\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCARD\n", 8, "inside the card" },
  { "an event instead", "BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n", 6, "outside of any card" },
  { "closed as something else", "BEGIN:VCARD\nFN:A\nEND:VCALENDAR\nEND:VCARD\n", 8, "inside the card" },
  { "empty", "BEGIN:VCARD\nEND:VCARD\n", 6, "neither a person nor a company" },
  { "without a name", "BEGIN:VCARD\nVERSION:3.0\nTEL:1\nEMAIL:a@b.c\nEND:VCARD\n", 6, "neither a person nor a company" },
  { "empty names", "BEGIN:VCARD\nFN:\nN:;;;;\nORG:;\nTEL:1\nEND:VCARD\n", 6, "neither a person nor a company" },
  { "names of blanks", "BEGIN:VCARD\nFN: \\n \nN: ; ;;;\nTEL:1\nEND:VCARD\n", 6, "neither a person nor a company" },
  { "a group of cards", "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nMEMBER:urn:uuid:1\nEND:VCARD\n", 6, "a group of cards" },
  { "the assistant's card is not closed", "BEGIN:VCARD\nN:A\nAGENT:\nBEGIN:VCARD\nN:B\nEND:VCARD\nTEL\nEND:VCARD\n", 12, "no colon" },
  /* clang-format on */
};

static ClinchTable *
read_text (const char  *text,
           gsize        length,
           GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);

  return clinch_vcard_read_bytes (bytes, NULL, NULL, error);
}

static void
check_row (const char  *name,
           ClinchTable *table,
           guint        row,
           guint        line,
           const char  *says)
{
  g_autofree char *problem = clinch_table_dup_row_problem (table, row);
  g_autofree char *prefix = g_strdup_printf ("Card 2, line %u: ", line);

  if (problem == NULL)
    g_error ("%s: was read as “%s”", name, clinch_table_get_cell (table, row, 0));
  if (!g_str_has_prefix (problem, prefix) || strstr (problem, says) == NULL)
    g_error ("%s: “%s” where “%s…%s” was expected", name, problem, prefix, says);
}

static void
test_cards (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 40);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (GOOD ("First"), cases[i].text, GOOD ("Last"), NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinchTable) table = read_text (text, strlen (text), &error);
      guint n_rows;

      g_assert_no_error (error);
      n_rows = clinch_table_get_n_rows (table);
      if (n_rows != 3)
        g_error ("%s: %u rows", cases[i].name, n_rows);
      g_assert_cmpstr (clinch_table_get_cell (table, 0, 0), ==, "First");
      g_assert_cmpstr (clinch_table_get_cell (table, 2, 0), ==, "Last");
      g_assert_cmpuint (clinch_table_get_line (table, 1), ==, 6);
      check_row (cases[i].name, table, 1, cases[i].line, cases[i].says);
    }
}

static void
test_bytes (void)
{
  static const char nul[] = GOOD ("First") "BEGIN:VCARD\nFN:A\0B\nEND:VCARD\n" GOOD ("Last");
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchTable) table = read_text (nul, sizeof nul - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (clinch_table_get_n_rows (table), ==, 3);
  check_row ("NUL", table, 1, 7, "NUL byte");
  g_assert_cmpstr (clinch_table_get_cell (table, 2, 0), ==, "Last");
}

static void
append_times (GString    *out,
              const char *text,
              gsize       times)
{
  for (gsize i = 0; i < times; i++)
    g_string_append (out, text);
}

static void
test_limits (void)
{
  g_autoptr(GString) text = g_string_new (GOOD ("First") "BEGIN:VCARD\nFN:");
  g_autoptr(ClinchTable) long_line = NULL;
  g_autoptr(ClinchTable) folded = NULL;
  g_autoptr(ClinchTable) many = NULL;
  g_autoptr(ClinchTable) picture = NULL;
  g_autoptr(GError) error = NULL;

  append_times (text, "x", CLINCH_VCARD_MAX_LINE + 10);
  g_string_append (text, "\nEND:VCARD\n" GOOD ("Last"));
  long_line = read_text (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clinch_table_get_n_rows (long_line), ==, 3);
  check_row ("long line", long_line, 1, 7, "longer than 256 KB");

  g_string_assign (text, GOOD ("First") "BEGIN:VCARD\nNOTE:x\n");
  append_times (text, " 0123456789\n", CLINCH_VCARD_MAX_LINE / 10);
  g_string_append (text, "END:VCARD\n" GOOD ("Last"));
  folded = read_text (text->str, text->len, &error);
  g_assert_no_error (error);
  check_row ("long folded line", folded, 1, 7, "longer than 256 KB");

  g_string_assign (text, GOOD ("First") "BEGIN:VCARD\nFN:A\n");
  append_times (text, "TEL:1\n", CLINCH_VCARD_MAX_PROPERTIES);
  g_string_append (text, "END:VCARD\n" GOOD ("Last"));
  many = read_text (text->str, text->len, &error);
  g_assert_no_error (error);
  check_row ("many properties", many, 1, 7 + CLINCH_VCARD_MAX_PROPERTIES, "more than 1,000");

  g_string_assign (text, GOOD ("First") "BEGIN:VCARD\nFN:Middle\nPHOTO;ENCODING=b:");
  append_times (text, "ABCD", 2 * 1024 * 1024);
  g_string_append (text, "\nEND:VCARD\n" GOOD ("Last"));
  picture = read_text (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clinch_table_get_n_rows (picture), ==, 3);
  g_assert_cmpstr (clinch_table_get_cell (picture, 1, 0), ==, "Middle");
}

static void
test_files (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *says;
  } files[] = {
    { "", CLINCH_EXCHANGE_ERROR_FORMAT, "BEGIN:VCARD" },
    { "name,phone\nA,1\n", CLINCH_EXCHANGE_ERROR_FORMAT, "BEGIN:VCARD" },
    { "\n\n\n", CLINCH_EXCHANGE_ERROR_FORMAT, "BEGIN:VCARD" },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\n", CLINCH_EXCHANGE_ERROR_FORMAT, "BEGIN:VCARD" },
  };
  g_autoptr(ClinchTable) open = NULL;
  g_autofree char *problem = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinchTable) table = read_text (files[i].text, strlen (files[i].text), &error);

      g_assert_null (table);
      g_assert_error (error, CLINCH_EXCHANGE_ERROR, files[i].code);
      g_assert_nonnull (strstr (error->message, files[i].says));
    }

  open = read_text ("BEGIN:VCARD\nFN:A", strlen ("BEGIN:VCARD\nFN:A"), NULL);
  g_assert_cmpuint (clinch_table_get_n_rows (open), ==, 1);
  problem = clinch_table_dup_row_problem (open, 0);
  g_assert_nonnull (strstr (problem, "before the file ends"));
}

/* Every beginning of a file, and files with bytes changed at random: a table or an error, no
 * crash, and every row is clean text or has a problem. */
static void
check_any (const char *text,
           gsize       length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchTable) table = read_text (text, length, &error);

  g_assert_true ((table == NULL) == (error != NULL));
  for (guint row = 0; table != NULL && row < clinch_table_get_n_rows (table); row++)
    {
      g_autofree char *problem = clinch_table_dup_row_problem (table, row);

      g_assert_true (problem == NULL || g_utf8_validate (problem, -1, NULL));
      for (guint column = 0; column < clinch_table_get_n_columns (table); column++)
        g_assert_true (g_utf8_validate (clinch_table_get_cell (table, row, column), -1, NULL));
    }
}

static void
test_fuzz (void)
{
  static const char pieces[] = "=;:,\"\\\n\r \t.\xff\xcd\xf5\xe7\0ABEGIN:VCARDEND:VCARD";
  g_autoptr(GString) seed = g_string_new (GOOD ("王敏"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_string_append (seed, cases[i].text);
  for (gsize length = 0; length <= seed->len; length++)
    check_any (seed->str, length);
  for (guint turn = 0; turn < 2000; turn++)
    {
      g_autofree char *copy = g_memdup2 (seed->str, seed->len);
      gsize start = g_test_rand_int_range (0, seed->len - 200);
      gsize length = g_test_rand_int_range (1, MIN (seed->len - start, 1500));

      for (guint change = 0; change < 20; change++)
        copy[start + g_test_rand_int_range (0, length)] =
          pieces[g_test_rand_int_range (0, sizeof pieces - 1)];
      check_any (copy + start, length);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vcard-malformed/cards", test_cards);
  g_test_add_func ("/vcard-malformed/bytes", test_bytes);
  g_test_add_func ("/vcard-malformed/limits", test_limits);
  g_test_add_func ("/vcard-malformed/files", test_files);
  g_test_add_func ("/vcard-malformed/fuzz", test_fuzz);

  return g_test_run ();
}
