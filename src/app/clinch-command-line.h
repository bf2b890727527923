// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command line asks for. */
typedef enum
{
  CLINCH_COMMAND_LINE_WINDOW,
  CLINCH_COMMAND_LINE_COMMAND,
  CLINCH_COMMAND_LINE_HELP,
  CLINCH_COMMAND_LINE_VERSION,
} ClinchCommandLineKind;

/* Tells what arguments (without the program's name) ask for. With a window they are the workspace
 * and files to open in the end; with a command they begin with its name. */
ClinchCommandLineKind clinch_command_line_sort (char            ***arguments);

/* Carries out a command, in the process whose window has the workspace open or else here, and
 * prints its answer. Needs no display and no session bus. Returns the exit status. */
int                   clinch_command_line_run  (const char *const *arguments);

G_END_DECLS
