// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values of dimensions that the program works out itself, 0 to 100, or CLINCH_PROFILE_UNKNOWN. */

/**
 * clinch_measure_log_scale:
 * @number: a number, such as the value won in three years in minor units
 * @low: the number that is worth 0, such as the 10th percentile of all customers
 * @high: the number that is worth 100, such as their 90th percentile
 *
 * Places a number that spans orders of magnitude: 100 × ln (number ÷ low) ÷ ln (high ÷ low), so
 * that ten times as much is worth the same step everywhere. Own default.
 *
 * Returns: 0 to 100, rounded; 0 for a number of 0 or less. Without a range (@low not more than 0,
 *   or @high not more than @low) 100 from @high on, else 0
 */
int clinch_measure_log_scale (gint64     number,
                              gint64     low,
                              gint64     high);

/**
 * clinch_measure_growth:
 * @recent: value of the orders of the last 12 months, minor units
 * @before: value of those of the 12 months before
 *
 * 50 where both years are alike, 0 where nothing came any more, 100 where it doubled: 50 × recent ÷
 * before, at most 100. Own default.
 *
 * Returns: 0 to 100; 100 where there were orders in the last year only, %CLINCH_PROFILE_UNKNOWN
 *   where there were none in both
 */
int clinch_measure_growth    (gint64     recent,
                              gint64     before);

/**
 * clinch_measure_warmth:
 * @warmths: (array length=n_people): warmth of each contact, 0 to 100
 * @n_people: how many
 *
 * The three warmest contacts together, divided by three: one good contact alone is worth a third,
 * since three active contacts are what a customer needs to be safe from a single one's leaving. Own
 * default.
 *
 * Returns: 0 to 100; %CLINCH_PROFILE_UNKNOWN without contacts
 */
int clinch_measure_warmth    (const int *warmths,
                              gsize      n_people);

G_END_DECLS
