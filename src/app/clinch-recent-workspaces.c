// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-recent-workspaces.h"

#define MAX_RECENT 10

/* They name records of the workspace that was open when they were set. */
static const char *const keys_of_workspace[] = { "pipeline", "board-filter", "board-scroll" };

static void
put_first (GSettings  *settings,
           const char *first,
           const char *removed)
{
  g_auto(GStrv) old = g_settings_get_strv (settings, "recent-workspaces");
  g_autoptr(GPtrArray) recent = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (recent, (char *) first);
  for (int i = 0; old[i] != NULL && recent->len < MAX_RECENT; i++)
    if (!g_str_equal (old[i], removed))
      g_ptr_array_add (recent, old[i]);
  g_ptr_array_add (recent, NULL);

  g_settings_set_strv (settings, "recent-workspaces", (const char *const *) recent->pdata);
}

void
clinch_recent_workspaces_note (GSettings  *settings,
                               const char *directory)
{
  g_auto(GStrv) old = g_settings_get_strv (settings, "recent-workspaces");

  if (g_strcmp0 (old[0], directory) == 0)
    return;

  for (gsize i = 0; old[0] != NULL && i < G_N_ELEMENTS (keys_of_workspace); i++)
    g_settings_reset (settings, keys_of_workspace[i]);
  put_first (settings, directory, directory);
}

void
clinch_recent_workspaces_forget (GSettings  *settings,
                                 const char *directory)
{
  put_first (settings, NULL, directory);
}
