// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * clinch_measure_watch:
 * @window: a window that is not shown yet
 *
 * Times the window where `CLINCH_MEASURE` asks for it, and otherwise does nothing. Only
 * tests/bench/run.py asks. The window gets a fixed size, and once it has come to rest its figures
 * are written to standard output, a line each:
 *
 * - first-frame: milliseconds from `CLINCH_MEASURE_START` (CLOCK_MONOTONIC in microseconds) to the
 *   end of the first frame
 * - first-cards: the same for the first frame in which all rows of lists that are in sight at rest
 *   have their content
 * - cards, card-width, card-height: how many rows those are and how large the first is, in pixels
 * - sight-width, sight-height: what they take together
 * - lists: how many lists there are
 * - memory: resident memory in kB
 * - scroll: what each frame of scrolling through the longest list cost in microseconds of the main
 *   thread, and rows: how long that list is; only where `CLINCH_MEASURE` is "scroll"
 * - stretch: the longest times, in microseconds, for which the main thread did anything but draw a
 *   frame or close the window
 *
 * Then the window closes, unless `CLINCH_MEASURE` is "watch": it stays, and the last line is
 * written when it is closed.
 */
void clinch_measure_watch (GtkWindow *window);

G_END_DECLS
