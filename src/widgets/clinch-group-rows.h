// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The rows that a page put into its groups, which it takes out and makes anew when something
 * changes. An AdwPreferencesGroup does not tell its rows, so the page keeps an array of them:
 * (element-type GtkWidget), without a free function.
 */

/* Puts @row at the end of @group, and of @rows. */
void clinch_group_rows_add        (GPtrArray           *rows,
                                   AdwPreferencesGroup *group,
                                   GtkWidget           *row);

/* Takes all of @rows out of their groups. */
void clinch_group_rows_clear      (GPtrArray           *rows);

/* Returns: the place of the row in which the keyboard is, -1 if it is in none */
int  clinch_group_rows_find_focus (GPtrArray           *rows);

/* Puts the keyboard on the row at @place, or the last if there are not so many; nowhere for -1. */
void clinch_group_rows_focus      (GPtrArray           *rows,
                                   int                  place);

G_END_DECLS
