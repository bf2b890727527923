// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a step changed, as a widget: each record with its fields, old and new. @n_records tells how
 * many there are; those that are not in @changes are counted below. */
GtkWidget *clinch_history_changes_new (GPtrArray *changes,
                                       gint64     n_records);

G_END_DECLS
