// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-field-text.h"
#include "clinch-test-language.h"

/* What is typed as a birthday, what is kept of it, and how it is read and typed again. */
static void
test_birthday (void)
{
  static const struct
  {
    const char *typed;
    const char *kept; /* NULL where it is refused */
    const char *shown;
    const char *again;
  } cases[] = {
    { "1980-03-05", "1980-03-05", "Mar 5, 1980", "1980-03-05" },
    { "Mar 5, 1980", "1980-03-05", "Mar 5, 1980", "1980-03-05" },
    { "03-05", "--03-05", "Mar 5", "03-05" },
    { "--03-05", "--03-05", "Mar 5", "03-05" },
    { "Mar 5", "--03-05", "Mar 5", "03-05" },
    { "5 March", "--03-05", "Mar 5", "03-05" },
    { "3月5日", "--03-05", "Mar 5", "03-05" },
    { "tomorrow", NULL, NULL, NULL },
    { "next Friday", NULL, NULL, NULL },
    { "2199-01-01", NULL, NULL, NULL },
    { "soon", NULL, NULL, NULL },
  };
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CONTACT);

  clinch_test_language_use ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_CONTACT);
      g_autoptr(GError) error = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *again = NULL;
      gboolean is_read = clinch_field_text_read (row, CLINCH_CONTACT_BIRTHDAY, cases[i].typed, NULL,
                                                 changes, &error);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (is_read, ==, cases[i].kept != NULL);
      if (!is_read)
        {
          g_assert_nonnull (strstr (error->message, cases[i].typed));
          continue;
        }
      g_assert_cmpstr (clinch_row_text (changes, CLINCH_CONTACT_BIRTHDAY), ==, cases[i].kept);
      shown = clinch_field_text_show (changes, CLINCH_CONTACT_BIRTHDAY, NULL, NULL);
      again = clinch_field_text_type (changes, CLINCH_CONTACT_BIRTHDAY, NULL);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-text/birthday", test_birthday);

  return g_test_run ();
}
