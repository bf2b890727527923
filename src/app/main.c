// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-application.h"
#include "clinch-command.h"
#include "clinch-command-line.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>

static int
run_window (char *program,
            GStrv arguments)
{
  g_autoptr(ClinchApplication) application = clinch_application_new ();
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *language = NULL;

  language = g_settings_get_string (clinch_application_get_settings (application), "language");
  clinch_application_apply_language (language);
  g_ptr_array_add (argv, program);
  for (int i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, arguments[i]);
  g_ptr_array_add (argv, NULL);

  return g_application_run (G_APPLICATION (application), argv->len - 1, (char **) argv->pdata);
}

int
main (int   argc,
      char *argv[])
{
  g_auto(GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A command answers in the language of its terminal, a window in that of its settings. */
  clinch_application_apply_language ("system");

  arguments = g_strdupv (argv + (argc > 0 ? 1 : 0));
  switch (clinch_command_line_sort (&arguments))
    {
    case CLINCH_COMMAND_LINE_COMMAND:
      return clinch_command_line_run ((const char *const *) arguments);
    case CLINCH_COMMAND_LINE_HELP:
      {
        g_autofree char *help = clinch_command_help ();

        fputs (help, stdout);
        return CLINCH_COMMAND_DONE;
      }
    case CLINCH_COMMAND_LINE_VERSION:
      printf ("clinch %s\n", PACKAGE_VERSION);
      return CLINCH_COMMAND_DONE;
    case CLINCH_COMMAND_LINE_WINDOW:
    default:
      return run_window (argc > 0 ? argv[0] : (char *) "clinch", arguments);
    }
}
