// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-application.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr(ClinchApplication) application = NULL;
  g_autofree char *language = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = clinch_application_new ();
  language = g_settings_get_string (clinch_application_get_settings (application), "language");
  clinch_application_apply_language (language);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
