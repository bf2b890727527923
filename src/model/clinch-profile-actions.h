// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-profile-operations.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/* What is done to the profile of a customer, each as one step; see clinch-actions.h. */

/**
 * clinch_profile_action_tag:
 * @workspace: a workspace
 * @customer_id: a customer
 * @request: what becomes known; copied
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Says what is known of the customer in a dimension, with where it is known from.
 */
void clinch_profile_action_tag       (ClinchWorkspace        *workspace,
                                      gint64                  customer_id,
                                      const ClinchTagRequest *request,
                                      GAsyncReadyCallback     callback,
                                      gpointer                user_data);

/**
 * clinch_profile_action_confirm:
 * @workspace: a workspace
 * @customer_id: a customer
 * @dimension_id: a dimension that is known by tags
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Says that what is known in the dimension still holds.
 */
void clinch_profile_action_confirm   (ClinchWorkspace        *workspace,
                                      gint64                  customer_id,
                                      gint64                  dimension_id,
                                      GAsyncReadyCallback     callback,
                                      gpointer                user_data);

/**
 * clinch_profile_action_set_grade:
 * @workspace: a workspace
 * @customer_id: a customer
 * @grade: (nullable): code of a grade, %NULL to follow the profile again
 * @reason: (nullable): why it is not left to the profile
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Sets the grade by hand.
 */
void clinch_profile_action_set_grade (ClinchWorkspace        *workspace,
                                      gint64                  customer_id,
                                      const char             *grade,
                                      const char             *reason,
                                      GAsyncReadyCallback     callback,
                                      gpointer                user_data);

G_END_DECLS
