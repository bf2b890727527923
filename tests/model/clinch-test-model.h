// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-test-store.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/**
 * ClinchTestModel:
 * @test: the workspace's file
 * @workspace: the open workspace
 *
 * A workspace with objects for a test.
 */
typedef struct
{
  ClinchTestStore *test;
  ClinchWorkspace *workspace;
} ClinchTestModel;

/**
 * clinch_test_model_new:
 * @test: (transfer full): a workspace that a test has filled
 *
 * Returns: (transfer full): the same, open with workers and objects
 */
ClinchTestModel *clinch_test_model_new        (ClinchTestStore     *test) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_model_free:
 * @self: a workspace
 *
 * Closes it; asserts that nobody holds the workspace any more.
 */
void             clinch_test_model_free       (ClinchTestModel     *self);

/**
 * clinch_test_model_settle:
 * @self: a workspace
 *
 * Turns the main context until all that was given to the workers is done and has been delivered.
 */
void             clinch_test_model_settle     (ClinchTestModel     *self);

/**
 * clinch_test_model_keep_result:
 * @object: the source
 * @result: a result
 * @user_data: a GAsyncResult **
 *
 * A callback that leaves the result where clinch_test_model_wait() looks for it.
 */
void             clinch_test_model_keep_result (GObject            *object,
                                                GAsyncResult       *result,
                                                gpointer            user_data);

/**
 * clinch_test_model_wait:
 * @result: where the result will be
 *
 * Turns the main context until it is there.
 *
 * Returns: (transfer none): the result
 */
GAsyncResult    *clinch_test_model_wait       (GAsyncResult       **result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchTestModel, clinch_test_model_free)

G_END_DECLS
