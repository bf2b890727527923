// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-test-model.h"

void
clinch_test_model_keep_result (GObject      *object,
                               GAsyncResult *result,
                               gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

GAsyncResult *
clinch_test_model_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

ClinchTestModel *
clinch_test_model_new (ClinchTestStore *test)
{
  ClinchTestModel *self = g_new0 (ClinchTestModel, 1);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  self->test = test;
  clinch_test_store_close (test);
  clinch_workspace_open_async (test->directory, CLINCH_STORE_OPEN_WRITE, NULL, NULL,
                               clinch_test_model_keep_result, &result);
  self->workspace = clinch_workspace_open_finish (clinch_test_model_wait (&result), &error);
  g_assert_no_error (error);

  return self;
}

void
clinch_test_model_settle (ClinchTestModel *self)
{
  clinch_test_store_settle (clinch_workspace_get_store (self->workspace));
}

void
clinch_test_model_free (ClinchTestModel *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  clinch_test_model_settle (self);
  clinch_workspace_close_async (self->workspace, clinch_test_model_keep_result, &result);
  g_assert_true (clinch_workspace_close_finish (self->workspace, clinch_test_model_wait (&result),
                                                NULL));
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->workspace);
  clinch_test_store_free (self->test);
  g_free (self);
}
