// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One table makes the accelerators and the list of them that the user can read. */
void clinch_shortcuts_install (GtkApplication *application);
void clinch_shortcuts_show    (GtkWidget      *parent);

G_END_DECLS
