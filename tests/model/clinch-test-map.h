// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-decision-chain.h"
#include "clinch-test-store.h"

G_BEGIN_DECLS

/**
 * clinch_test_map_store_new:
 *
 * Returns: (transfer full): a workspace with the customer 杭钢 and its opportunity 一期, both of
 *   key 1, of the first member
 */
ClinchTestStore     *clinch_test_map_store_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_map_person:
 * @test: such a workspace
 * @name: what a contact of 杭钢 is called
 * @department: their department, "" for none
 * @level: code of their level, "" for none
 *
 * Returns: key of the contact
 */
gint64               clinch_test_map_person    (ClinchTestStore *test,
                                                const char      *name,
                                                const char      *department,
                                                const char      *level);

/**
 * clinch_test_map_assess:
 * @test: such a workspace
 * @contact_id: key of a contact
 * @opportunity_id: for which opportunity it holds, 0 for all
 * @field: "support=mentor"
 *
 * Judges a person.
 *
 * Returns: key of the assessment
 */
gint64               clinch_test_map_assess    (ClinchTestStore *test,
                                                gint64           contact_id,
                                                gint64           opportunity_id,
                                                const char      *field);

/**
 * clinch_test_map_log:
 * @test: such a workspace
 * @contact_id: key of a contact
 * @member_id: who was in touch
 * @type: code of the way
 * @days: so many days ago
 */
void                 clinch_test_map_log       (ClinchTestStore *test,
                                                gint64           contact_id,
                                                gint64           member_id,
                                                const char      *type,
                                                int              days);

/**
 * clinch_test_map_load:
 * @test: such a workspace
 * @opportunity_id: an opportunity, 0 for the customer as a whole
 *
 * Returns: (transfer full): the decision chain of 杭钢 now
 */
ClinchDecisionChain *clinch_test_map_load      (ClinchTestStore *test,
                                                gint64           opportunity_id)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
