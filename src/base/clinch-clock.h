// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"

G_BEGIN_DECLS

/**
 * clinch_clock_now:
 *
 * The one source of "now" for the program. Where `CLINCH_NOW` holds an ISO 8601 instant with an
 * offset, that instant, always the same; else the wall clock. Logic never calls this: it takes
 * "now" as an argument.
 *
 * Returns: Unix seconds, UTC
 */
gint64     clinch_clock_now      (void);

/**
 * clinch_clock_now_ms:
 *
 * As clinch_clock_now(), in milliseconds; the wall time that feeds the hybrid logical clock.
 *
 * Returns: Unix milliseconds, UTC
 */
gint64     clinch_clock_now_ms   (void);

/**
 * clinch_clock_timezone:
 *
 * The zone in which "today" is meant: the offset that `CLINCH_NOW` names, else the local zone.
 *
 * Returns: (transfer none): the zone, for the life of the process
 */
GTimeZone *clinch_clock_timezone (void);

/**
 * clinch_clock_today:
 * @today: (out caller-allocates): the day that it is now in the zone of clinch_clock_timezone()
 */
void       clinch_clock_today    (char today[CLINCH_DATE_SIZE]);

/**
 * clinch_clock_check:
 * @error: where a `CLINCH_NOW` that cannot be read is explained
 *
 * Reads the environment once; called at start before anything else asks for the time.
 *
 * Returns: %TRUE unless `CLINCH_NOW` is set and is not an instant
 */
gboolean   clinch_clock_check    (GError **error);

G_END_DECLS
