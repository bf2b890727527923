// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has every menu tell assistive technologies what its items are called, from now on. GTK 4.18 names
 * an item after a label that it hides from them, which leaves the item without a name. */
void clinch_menu_names_init (void);

G_END_DECLS
