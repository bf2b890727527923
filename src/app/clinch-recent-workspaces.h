// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The workspaces opened lately, the newest first, as the settings remember them. */

/* Puts a workspace first. What the board showed of another one is forgotten. */
void clinch_recent_workspaces_note   (GSettings  *settings,
                                      const char *directory);
void clinch_recent_workspaces_forget (GSettings  *settings,
                                      const char *directory);

G_END_DECLS
