// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-private.h"

#define MAX_COMMANDS 40

static ClinchCommand commands[MAX_COMMANDS];

static guint
append_commands (guint                n,
                 const ClinchCommand *more)
{
  for (int i = 0; more[i].name != NULL; i++)
    {
      g_assert (n < MAX_COMMANDS - 1);
      commands[n++] = more[i];
    }

  return n;
}

const ClinchCommand *
clinch_command_list (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      guint n = append_commands (0, clinch_command_pipeline);

      n = append_commands (n, clinch_command_records);
      n = append_commands (n, clinch_command_history);
      n = append_commands (n, clinch_command_files);
      n = append_commands (n, clinch_command_people);
      n = append_commands (n, clinch_command_chain);
      n = append_commands (n, clinch_command_profile);
      n = append_commands (n, clinch_command_radar);
      n = append_commands (n, clinch_command_dossier);
      n = append_commands (n, clinch_command_potential);
      n = append_commands (n, clinch_command_predictions);
      n = append_commands (n, clinch_command_rank);
      n = append_commands (n, clinch_command_reasons);
      n = append_commands (n, clinch_command_regrade);
      n = append_commands (n, clinch_command_tag);
      n = append_commands (n, clinch_command_targets);
      n = append_commands (n, clinch_command_forecast);
      append_commands (n, clinch_command_upkeep);
      g_once_init_leave (&ready, 1);
    }

  return commands;
}
