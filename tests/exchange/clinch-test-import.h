// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-import-run.h"
#include "clinch-test-store.h"

G_BEGIN_DECLS

/* Imports for tests, into a workspace that is open directly. Whatever fails here fails the test. */

/**
 * clinch_test_table:
 * @text: a CSV file
 *
 * Returns: (transfer full): the table
 */
ClinchTable        *clinch_test_table          (const char             *text)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_table_file:
 * @name: name of a file in tests/data/crm
 *
 * Returns: (transfer full): the table
 */
ClinchTable        *clinch_test_table_file     (const char             *name)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_plan:
 * @test: a workspace
 * @table: (transfer full): a table
 * @kind: its kind, %CLINCH_KIND_NONE to find out
 *
 * Returns: (transfer full): a plan
 */
ClinchImportPlan   *clinch_test_plan           (ClinchTestStore        *test,
                                                ClinchTable            *table,
                                                ClinchKind              kind)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_import:
 * @test: a workspace
 * @plan: a plan
 * @step: (out) (optional): the step
 *
 * Checks the plan, carries it out, and asserts that the one foretold the other.
 *
 * Returns: (transfer full): the result
 */
ClinchImportResult *clinch_test_import         (ClinchTestStore        *test,
                                                ClinchImportPlan       *plan,
                                                gint64                 *step)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_import_text:
 * @test: a workspace
 * @text: a CSV file
 *
 * Imports it as it is recognised.
 *
 * Returns: (transfer full): the result
 */
ClinchImportResult *clinch_test_import_text    (ClinchTestStore        *test,
                                                const char             *text)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_import_crm:
 * @test: a workspace
 * @missing_customer: (nullable): where opportunities without a customer go
 *
 * Imports agents.csv, accounts.csv and deals.csv of tests/data/crm.
 */
void                clinch_test_import_crm     (ClinchTestStore        *test,
                                                const char             *missing_customer);

/**
 * clinch_test_problems:
 * @result: a result
 *
 * Returns: (transfer full): its problems, "line: message", a line each
 */
char               *clinch_test_problems       (ClinchImportResult     *result)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_state:
 * @test: a workspace
 *
 * Returns: (transfer full): all that is not in the recycle bin, as text; equal for equal states
 */
char               *clinch_test_state          (ClinchTestStore        *test)
G_GNUC_WARN_UNUSED_RESULT;

#define clinch_test_assert_counts(result, new, updated, duplicates, rejected)  \
  G_STMT_START                                                                 \
  {                                                                            \
    g_assert_cmpuint ((result)->n_new, ==, new);                               \
    g_assert_cmpuint ((result)->n_updated, ==, updated);                       \
    g_assert_cmpuint ((result)->n_duplicates, ==, duplicates);                 \
    g_assert_cmpuint ((result)->n_rejected, ==, rejected);                     \
    g_assert_cmpuint ((result)->n_rows, ==, (new) + (updated) + (duplicates) + (rejected)); \
  }                                                                            \
  G_STMT_END

#define clinch_test_assert_text(test, expected, ...)                           \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *text_ = clinch_test_store_text (test, __VA_ARGS__);       \
    g_assert_cmpstr (text_, ==, expected);                                     \
  }                                                                            \
  G_STMT_END

G_END_DECLS
