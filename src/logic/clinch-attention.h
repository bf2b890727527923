// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-engagement.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchQuadrant:
 * @CLINCH_QUADRANT_CARE: of high value, and attended to
 * @CLINCH_QUADRANT_NEGLECTED: of high value, without attention
 * @CLINCH_QUADRANT_COSTLY: of low value, eating time
 * @CLINCH_QUADRANT_LIGHT: of low value, with little attention
 *
 * Where a customer stands in the picture of value against attention.
 */
typedef enum
{
  CLINCH_QUADRANT_CARE,
  CLINCH_QUADRANT_NEGLECTED,
  CLINCH_QUADRANT_COSTLY,
  CLINCH_QUADRANT_LIGHT,
} ClinchQuadrant;

/**
 * ClinchAttentionPoint:
 * @value: what a customer is worth, such as its priority, score, or open value
 * @attention: what it was given, such as minutes in the last 90 days
 */
typedef struct
{
  gint64 value;
  gint64 attention;
} ClinchAttentionPoint;

/**
 * ClinchAttentionGroup:
 * @touches: contacts in the period, or minutes
 * @open_value: minor units of one currency
 *
 * The customers of a grade, an owner, a team.
 */
typedef struct
{
  gint64 touches;
  gint64 open_value;
} ClinchAttentionGroup;

/**
 * ClinchAttentionGap:
 * @touch_share: share of all touches, percent, rounded
 * @value_share: share of all open value, percent, rounded
 * @gap: the first minus the second, in points
 * @warn: whether it is too wide, either way
 */
typedef struct
{
  int      touch_share;
  int      value_share;
  int      gap;
  gboolean warn;
} ClinchAttentionGap;

/**
 * ClinchProfileState:
 * @completeness: of a customer's profile, percent
 * @filled: dimensions known
 * @stale: of these, how many are older than their half-life
 */
typedef struct
{
  int completeness;
  int filled;
  int stale;
} ClinchProfileState;

/**
 * ClinchProfileQuality:
 * @completeness: mean of the customers, percent, rounded; -1 without customers
 * @fresh: share of what is known that is not stale, percent; -1 where nothing is known
 * @n_customers: how many
 * @n_thin: of these, how many know too little, as clinch_profile_is_thin() says
 */
typedef struct
{
  int completeness;
  int fresh;
  int n_customers;
  int n_thin;
} ClinchProfileQuality;

/* A gap of more points than this is warned of. Own default. */
#define CLINCH_ATTENTION_GAP_POINTS 15

/* Attention is what was given in so many days. Own default. */
#define CLINCH_ATTENTION_DAYS 90

/**
 * clinch_attention_split:
 * @points: (array length=n_points): the customers, in any order
 * @n_points: how many
 *
 * Where to part high from low if nobody says: at the medians.
 *
 * Returns: the medians of value and attention; 0 without customers
 */
ClinchAttentionPoint clinch_attention_split     (const ClinchAttentionPoint  *points,
                                                 gsize                        n_points);

/**
 * clinch_attention_quadrant:
 * @point: a customer
 * @split: where high begins; a figure at it is high, one of 0 or less never is
 *
 * Returns: its corner
 */
ClinchQuadrant       clinch_attention_quadrant  (const ClinchAttentionPoint  *point,
                                                 const ClinchAttentionPoint  *split);

/**
 * clinch_quadrant_code:
 * @quadrant: a corner
 *
 * Returns: (transfer none): "care", "neglected", "costly" or "light"
 */
const char          *clinch_quadrant_code       (ClinchQuadrant               quadrant);

/**
 * clinch_attention_minutes:
 * @touch: how two sides got in touch
 * @minutes: how long it took, 0 or less if nobody noted it
 * @rates: what is assumed then
 *
 * Returns: minutes
 */
int                  clinch_attention_minutes   (ClinchTouch                  touch,
                                                 int                          minutes,
                                                 const ClinchEngagementRates *rates);

/**
 * clinch_attention_gap:
 * @groups: (array length=n_groups): all groups, since shares are of their sum
 * @n_groups: how many
 * @warn_points: a gap of more points is warned of, such as %CLINCH_ATTENTION_GAP_POINTS
 * @gaps: (out caller-allocates) (array length=n_groups): the gap of each
 *
 * Share of touches − share of open value: more than 0 is more attention than there is at stake. The
 * gap is that of the rounded shares, which stand beside it. Where all touches or all value are 0
 * there is nothing to compare, and nothing is warned of. Less than 0 counts as 0. Own default.
 */
void                 clinch_attention_gap       (const ClinchAttentionGroup  *groups,
                                                 gsize                        n_groups,
                                                 int                          warn_points,
                                                 ClinchAttentionGap          *gaps);

/**
 * clinch_attention_allocation:
 * @groups: (array length=n_groups): all groups
 * @n_groups: how many
 *
 * How well effort goes where the value is, in one figure: the share of the touches that would not
 * have to move, Σ min (share of touches, share of value), 100 where both are spread alike. Own
 * default.
 *
 * Returns: 0 to 100, rounded; -1 where all touches or all value are 0
 */
int                  clinch_attention_allocation (const ClinchAttentionGroup *groups,
                                                  gsize                       n_groups);

/**
 * clinch_attention_untouched_days:
 * @last_contact: the last contact, Unix seconds, 0 if there was none
 * @begun: when the customer was added, Unix seconds, from which it counts then
 * @silent_days: days after which its grade warns, 0 or less for never
 * @now: the current instant, Unix seconds
 *
 * Returns: whole days without a contact if these are @silent_days or more, else 0
 */
int                  clinch_attention_untouched_days (gint64                  last_contact,
                                                      gint64                  begun,
                                                      int                     silent_days,
                                                      gint64                  now);

/**
 * clinch_profile_quality:
 * @states: (array length=n_states): the customers
 * @n_states: how many
 *
 * How far the profiles of a set of customers can be relied on.
 *
 * Returns: the figures
 */
ClinchProfileQuality clinch_profile_quality     (const ClinchProfileState    *states,
                                                 gsize                        n_states);

G_END_DECLS
