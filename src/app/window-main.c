// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program of the window, started by way of clinch alone, which has sorted the arguments.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-app-language.h"
#include "clinch-application.h"

#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr(ClinchApplication) application = NULL;
  g_autofree char *language = NULL;

  setlocale (LC_ALL, "");
  /* What the settings call the language of the system is that of the process as it began. */
  clinch_app_language_apply ("system");

  application = clinch_application_new ();
  language = g_settings_get_string (clinch_application_get_settings (application), "language");
  clinch_app_language_apply (language);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
