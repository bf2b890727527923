// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-import WORKSPACE FILE: imports a file of opportunities as the command line does, and prints
// how long it took from the first byte to the durable step, in nanoseconds, and what became of the
// rows. `sqlite3 .import` of the same file is what run.py compares that with.
#include "config.h"

#include "bench-timer.h"
#include "clinch-clock.h"
#include "clinch-csv-reader.h"
#include "clinch-import-run.h"
#include "clinch-profile-derive.h"
#include "clinch-workspace-file.h"

static ClinchImportResult *
import_file (ClinchDb   *db,
             const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchTable) table = NULL;
  g_autoptr(ClinchImportPlan) plan = NULL;
  g_autoptr(ClinchChangeSet) changes = NULL;
  ClinchImportResult *result;
  ClinchTxn *txn;

  table = clinch_csv_read_file (path, NULL, NULL, NULL, NULL, &error);
  bench_check (error);
  plan = clinch_import_plan_new (table, "deals.csv", CLINCH_KIND_OPPORTUNITY, db, &error);
  bench_check (error);
  txn = clinch_txn_begin (db, clinch_clock_now_ms (), &error);
  bench_check (error);
  result = clinch_import_run (plan, txn, NULL, NULL, NULL, &error);
  bench_check (error);
  changes = clinch_txn_commit (txn, &error);
  bench_check (error);

  return result;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchWorkspaceFile) file = NULL;
  g_autoptr(ClinchImportResult) result = NULL;
  gint64 start;

  if (argc != 3)
    {
      g_printerr ("Usage: bench-import WORKSPACE FILE\n");
      return 2;
    }

  clinch_profile_install ();
  file = clinch_workspace_file_open (argv[1], FALSE, FALSE, "zh", &error);
  bench_check (error);
  start = bench_time ();
  result = import_file (file->db, argv[2]);
  g_print ("import ours %" G_GINT64_FORMAT "\n", bench_time () - start);
  g_print ("rows %u new %u updated %u duplicates %u rejected %u\n", result->n_rows, result->n_new,
           result->n_updated, result->n_duplicates, result->n_rejected);

  return 0;
}
