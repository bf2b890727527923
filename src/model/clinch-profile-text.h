// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-customer-profile.h"

G_BEGIN_DECLS

/* A profile in words, for pages, charts, paper and the command line. */

/**
 * clinch_profile_line_text:
 * @line: a dimension
 *
 * Returns: (transfer full): what is known in it and where from: tags, figure, date
 */
char *clinch_profile_line_text         (const ClinchProfileLine     *line)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_completeness_text:
 * @profile: a profile
 *
 * Returns: (transfer full): how many dimensions are known, and what is to be said of that
 */
char *clinch_profile_completeness_text (const ClinchCustomerProfile *profile)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_gaps_text:
 * @profile: a profile
 *
 * Returns: (transfer full) (nullable): what must be known and is not, in words; %NULL if nothing is
 *   missing
 */
char *clinch_profile_gaps_text         (const ClinchCustomerProfile *profile)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_grade_text:
 * @profile: a profile
 *
 * Returns: (transfer full): why the grade is the one it is; for one that was set by hand, the one
 *   by the profile and the reason
 */
char *clinch_profile_grade_text        (const ClinchCustomerProfile *profile)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
