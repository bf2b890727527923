// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-test-language.h"

#include <libintl.h>
#include <locale.h>

void
clinch_test_language_use (const char *language)
{
  gboolean chinese = g_str_equal (language, "zh_CN");
  const char *locale = chinese ? "zh_CN.UTF-8" : "en_US.UTF-8";
  const char *catalogue;

  g_assert_true (chinese || g_str_equal (language, "en"));

  g_setenv ("LOCPATH", TEST_LANGUAGE_DIR "/locpath", TRUE);
  g_setenv ("LC_ALL", locale, TRUE);
  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_cmpstr (setlocale (LC_ALL, ""), ==, locale);

  bindtextdomain (GETTEXT_PACKAGE, TEST_LANGUAGE_DIR "/locale");
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* The empty message is the catalogue's header: it is there if and only if a catalogue is read. */
  catalogue = gettext ("");
  if (chinese)
    g_assert_nonnull (g_strstr_len (catalogue, -1, "Language: zh_CN"));
  else
    g_assert_cmpstr (catalogue, ==, "");
}
