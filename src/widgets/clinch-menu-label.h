// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name as the label of a menu item, in which an underscore would mark a mnemonic. */
char *clinch_menu_label (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
