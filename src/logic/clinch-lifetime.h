// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Years that are told apart; what was won before them is one sum. */
#define CLINCH_LIFETIME_YEARS 6

/**
 * ClinchLifetimeDeal:
 * @closed_on: (nullable): ISO date on which it was won; %NULL for one that is open
 * @amount: minor units
 * @probability: of an open one, percent
 *
 * A deal with a customer, in the customer's currency.
 */
typedef struct
{
  const char *closed_on;
  gint64      amount;
  int         probability;
} ClinchLifetimeDeal;

/**
 * ClinchLifetime:
 * @this_year: the current year, that of the last of @won
 * @n_years: how many years are told apart, the current one among them; years in between without
 *   a deal count
 * @won: what was won in each, minor units, oldest first
 * @before: what was won in the years before those
 * @total: all that was won
 * @best: the most that was won in one of @won
 * @forecast: Σ amount × probability of what is open, rounded deal by deal
 * @open: Σ amount of what is open
 *
 * What a customer has been worth, year by year.
 */
typedef struct
{
  int    this_year;
  int    n_years;
  gint64 won[CLINCH_LIFETIME_YEARS];
  gint64 before;
  gint64 total;
  gint64 best;
  gint64 forecast;
  gint64 open;
} ClinchLifetime;

/**
 * clinch_lifetime:
 * @deals: (array length=n_deals): what was won and what is open, in any order
 * @n_deals: how many
 * @today: the current day, ISO
 *
 * The weighted sum is the common form of a forecast. A deal counts in the year in which it was won;
 * what is won in a year to come counts in the current one.
 *
 * Returns: the figures
 */
ClinchLifetime clinch_lifetime (const ClinchLifetimeDeal *deals,
                                gsize                     n_deals,
                                const char               *today);

G_END_DECLS
