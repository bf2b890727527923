// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The icon for a way of following up, by its code ("visit"); that of a note for what is unknown. */
const char *clinch_follow_up_icon (const char *way);

G_END_DECLS
