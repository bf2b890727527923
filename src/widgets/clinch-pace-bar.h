// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_PACE_BAR (clinch_pace_bar_get_type ())

/**
 * ClinchPaceBar:
 *
 * How far something is, as a bar with a mark where it should be. CSS name “pace-bar”; its colour is
 * that of the part that is filled.
 */
G_DECLARE_FINAL_TYPE (ClinchPaceBar, clinch_pace_bar, CLINCH, PACE_BAR, GtkWidget)

GtkWidget *clinch_pace_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* How much is filled and where the mark stands, in percent; less than 0 for no mark. The same in
 * words, for those who cannot see it. */
void       clinch_pace_bar_set (ClinchPaceBar *self,
                                int            percent,
                                int            mark,
                                const char    *text);

G_END_DECLS
