// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-store.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_PROFILE_REFRESH (clinch_profile_refresh_get_type ())

/**
 * ClinchProfileRefresh:
 *
 * Keeps the profiles of an open workspace up with the days. When it is made and whenever a day has
 * begun it works all customers out anew, if nobody did that today: in portions that are steps of
 * their own, each begun when nothing else is to do, so that what the user does goes in between. The
 * last one keeps the forecasts of periods that have begun. A workspace that is open for reading
 * only is left as it is.
 */
G_DECLARE_FINAL_TYPE (ClinchProfileRefresh, clinch_profile_refresh, CLINCH, PROFILE_REFRESH,
                      GObject)

/* So many customers are worked out at a time. */
#define CLINCH_PROFILE_PORTION 500

/**
 * clinch_profile_refresh_new:
 * @store: an open workspace
 *
 * Returns: (transfer full): the keeper, at work
 */
ClinchProfileRefresh *
clinch_profile_refresh_new (ClinchStore *store) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_refresh_look:
 * @self: a keeper
 *
 * Looks whether a day has begun. It does so by itself every quarter of an hour.
 */
void     clinch_profile_refresh_look    (ClinchProfileRefresh *self);

/**
 * clinch_profile_refresh_stop:
 * @self: a keeper
 *
 * Stops it for good, before the workspace is closed. What was worked out so far stays, and is
 * worked out again when the rest is.
 */
void     clinch_profile_refresh_stop    (ClinchProfileRefresh *self);

/**
 * clinch_profile_refresh_is_busy:
 * @self: a keeper
 *
 * Returns: whether it is at work; property "busy"
 */
gboolean clinch_profile_refresh_is_busy (ClinchProfileRefresh *self);

G_END_DECLS
