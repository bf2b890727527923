// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-app-language.h"

#include <libintl.h>
#include <locale.h>

/* The C library translates nothing in a locale called C, whatever LANGUAGE says; any other will
 * do. */
static void
leave_c_locale (void)
{
  static const char *const others[] = { "zh_CN.UTF-8", "en_US.UTF-8", "en_GB.UTF-8" };
  const char *current = setlocale (LC_MESSAGES, NULL);

  if (g_getenv ("LANGUAGE") == NULL
      || (!g_str_equal (current, "C") && !g_str_has_prefix (current, "C.")))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (setlocale (LC_MESSAGES, others[i]) != NULL)
      return;
}

void
clinch_app_language_apply (const char *language)
{
  static char *original;
  static gsize remembered;

  if (g_once_init_enter (&remembered))
    {
      original = g_strdup (g_getenv ("LANGUAGE"));
      g_once_init_leave (&remembered, 1);
    }

  if (g_str_equal (language, "system") && original == NULL)
    g_unsetenv ("LANGUAGE");
  else
    g_setenv ("LANGUAGE", g_str_equal (language, "system") ? original : language, TRUE);

  leave_c_locale ();

  /* gettext looks at LANGUAGE again once a domain is bound anew. */
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
