// SPDX-License-Identifier: GPL-3.0-or-later
//
// The door: what a command line asks for is answered here, in a process that has not loaded the
// toolkit; a window is another program, which this one becomes.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-app-language.h"
#include "clinch-command.h"
#include "clinch-command-line.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

/* Returns only if the program of the window could not be started. */
static int
become_window (char  *program,
               GStrv  arguments)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();

  g_ptr_array_add (argv, program);
  for (int i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, arguments[i]);
  g_ptr_array_add (argv, NULL);
  execv (WINDOW_PROGRAM, (char **) argv->pdata);

  fprintf (stderr, _("The window cannot be opened: “%s”: %s. Install Clinch again."),
           WINDOW_PROGRAM, g_strerror (errno));
  fputc ('\n', stderr);
  return CLINCH_COMMAND_REFUSED;
}

int
main (int   argc,
      char *argv[])
{
  g_auto(GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  /* A command answers in the language of its terminal, a window in that of its settings. */
  clinch_app_language_apply ("system");

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
      return become_window (argc > 0 ? argv[0] : (char *) "clinch", arguments);
    }
}
