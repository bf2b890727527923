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
run_window (int         argc,
            char       *argv[],
            const char *workspace)
{
  g_autoptr(ClinchApplication) application = clinch_application_new ();
  g_autofree char *language = NULL;

  language = g_settings_get_string (clinch_application_get_settings (application), "language");
  clinch_application_apply_language (language);
  if (workspace != NULL)
    {
      char *arguments[] = { argv[0], NULL };

      clinch_application_set_workspace_path (application, workspace);
      return g_application_run (G_APPLICATION (application), 1, arguments);
    }

  return g_application_run (G_APPLICATION (application), argc, argv);
}

int
main (int   argc,
      char *argv[])
{
  g_auto(GStrv) arguments = NULL;
  g_autofree char *workspace = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A command answers in the language of its terminal, a window in that of its settings. */
  clinch_application_apply_language ("system");

  arguments = g_strdupv (argv + (argc > 0 ? 1 : 0));
  switch (clinch_command_line_sort (&arguments, &workspace))
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
      return run_window (argc, argv, workspace);
    }
}
