// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-change-set.h"

G_BEGIN_DECLS

/**
 * clinch_profile_scope_is_rules:
 * @changes: what a step did
 *
 * Returns: whether it touched rules, if only what they are called
 */
gboolean clinch_profile_scope_is_rules     (const ClinchChangeSet *changes) G_GNUC_PURE;

/**
 * clinch_profile_scope_is_everybody:
 * @changes: what a step did
 *
 * Returns: whether it changed rules in such a way that every profile may be another one
 */
gboolean clinch_profile_scope_is_everybody (const ClinchChangeSet *changes) G_GNUC_PURE;

/**
 * clinch_profile_scope_is_people:
 * @changes: what a step did
 *
 * Most steps are follow-ups. They change how far a customer's people are reached and how warm they
 * are; its fields, tags and opportunities, as far as they count, stay as they are.
 *
 * Returns: whether nothing of a profile can have changed but what follows from people
 */
gboolean clinch_profile_scope_is_people    (const ClinchChangeSet *changes) G_GNUC_PURE;

G_END_DECLS
