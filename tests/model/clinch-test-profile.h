// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-test-store.h"

G_BEGIN_DECLS

/**
 * clinch_test_profile_store_new:
 *
 * Returns: (transfer full): a workspace that works profiles out, with the customer 杭钢, whose key
 *   is 1
 */
ClinchTestStore *clinch_test_profile_store_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_profile_tag:
 * @test: a workspace with the dimensions it came with
 * @dimension: code of a dimension
 * @tag: code of one of its tags
 *
 * Returns: key of the tag
 */
gint64           clinch_test_profile_tag       (ClinchTestStore *test,
                                                const char      *dimension,
                                                const char      *tag);

/**
 * clinch_test_profile_set:
 * @test: a workspace with the dimensions it came with
 * @customer_id: key of a customer
 * @dimension: code of a dimension
 * @tag: code of one of its tags
 * @since: ISO date
 *
 * Sets a tag beside those that are there.
 *
 * Returns: key of the entry
 */
gint64           clinch_test_profile_set       (ClinchTestStore *test,
                                                gint64           customer_id,
                                                const char      *dimension,
                                                const char      *tag,
                                                const char      *since);

G_END_DECLS
