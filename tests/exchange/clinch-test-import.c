// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-test-import.h"

#include "clinch-csv-reader.h"

#include <string.h>

ClinchTable *
clinch_test_table (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  ClinchTable *table = clinch_csv_read_bytes (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return table;
}

ClinchTable *
clinch_test_table_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "crm", name, NULL);
  g_autoptr(GError) error = NULL;
  ClinchTable *table = clinch_csv_read_file (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return table;
}

ClinchImportPlan *
clinch_test_plan (ClinchTestStore *test,
                  ClinchTable     *table,
                  ClinchKind       kind)
{
  g_autoptr(ClinchTable) owned = table;
  g_autoptr(GError) error = NULL;
  ClinchImportPlan *plan = clinch_import_plan_new (owned, "file.csv", kind, test->db, &error);

  g_assert_no_error (error);
  return plan;
}

ClinchImportResult *
clinch_test_import (ClinchTestStore  *test,
                    ClinchImportPlan *plan,
                    gint64           *step)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchImportResult) foretold = clinch_import_check (plan, test->db, NULL, NULL, NULL,
                                                                &error);
  g_autofree char *foretold_problems = NULL;
  g_autofree char *problems = NULL;
  ClinchImportResult *result;
  ClinchTxn *txn;
  gint64 id;

  g_assert_no_error (error);
  txn = clinch_test_store_begin (test);
  result = clinch_import_run (plan, txn, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  id = clinch_test_store_commit (txn);
  if (step != NULL)
    *step = id;

  clinch_test_assert_counts (foretold, result->n_new, result->n_updated, result->n_duplicates,
                             result->n_rejected);
  g_assert_cmpmem (foretold->n_made, sizeof foretold->n_made, result->n_made,
                   sizeof result->n_made);
  g_assert_cmpuint (foretold->sums->len, ==, result->sums->len);
  foretold_problems = clinch_test_problems (foretold);
  problems = clinch_test_problems (result);
  g_assert_cmpstr (foretold_problems, ==, problems);
  clinch_test_store_check_counts (test);

  return result;
}

ClinchImportResult *
clinch_test_import_text (ClinchTestStore *test,
                         const char      *text)
{
  g_autoptr(ClinchImportPlan) plan = clinch_test_plan (test, clinch_test_table (text),
                                                       CLINCH_KIND_NONE);

  return clinch_test_import (test, plan, NULL);
}

void
clinch_test_import_crm (ClinchTestStore *test,
                        const char      *missing_customer)
{
  static const char * const names[] = { "agents.csv", "accounts.csv", "deals.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(ClinchImportPlan) plan = clinch_test_plan (test, clinch_test_table_file (names[i]),
                                                           CLINCH_KIND_NONE);
      g_autoptr(ClinchImportResult) result = NULL;

      clinch_import_plan_set_missing_customer (plan, missing_customer);
      result = clinch_test_import (test, plan, NULL);
    }
}

char *
clinch_test_problems (ClinchImportResult *result)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < result->problems->len; i++)
    {
      const ClinchImportProblem *problem = &g_array_index (result->problems, ClinchImportProblem,
                                                           i);

      g_string_append_printf (out, "%s%u: %s", i > 0 ? "\n" : "",
                              clinch_import_result_get_line (result, problem),
                              problem->message);
    }

  return g_string_free (out, FALSE);
}

char *
clinch_test_state (ClinchTestStore *test)
{
  GString *out = g_string_new (NULL);

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) rows = clinch_db_load_rows (test->db, &error, kind, NULL, "");

      g_assert_no_error (error);
      g_string_append_printf (out, "%s\n", clinch_kind_word (kind));
      for (guint i = 0; i < rows->len; i++)
        {
          const ClinchRow *row = rows->pdata[i];
          g_autofree char *json = clinch_row_to_json (row, ~G_GUINT64_CONSTANT (0), FALSE);

          g_string_append_printf (out, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", row->id,
                                  row->created_at, json);
        }
    }

  return g_string_free (out, FALSE);
}
