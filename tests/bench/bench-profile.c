// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-profile WORKSPACE COPY: what it takes to work all profiles out anew because a dimension
// weighs more, in one durable step, against raw SQL that reads the same records of each customer by
// the same indexes and writes its figures into a copy of the workspace. Prints what
// bench_compare() prints, and the most memory that the process had in KB. Both are written to.
#include "config.h"

#include "bench-timer.h"
#include "clinch-clock.h"
#include "clinch-profile-derive.h"
#include "clinch-workspace-file.h"
#include "limit-sql.h"

#include <sys/resource.h>

#define N_ROUNDS 3

typedef struct
{
  ClinchDb *db;
  sqlite3 *raw;
  gint64 dimension;
} Bench;

static void
our_regrade (gpointer data,
             int      round)
{
  Bench *bench = data;
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_DIMENSION);
  g_autoptr(ClinchChangeSet) set = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = clinch_txn_begin (bench->db, clinch_clock_now_ms (), &error);

  bench_check (error);
  clinch_row_set_int (changes, CLINCH_DIMENSION_WEIGHT, round % 2 == 0 ? 40 : 12);
  clinch_txn_set_action (txn, "edit", "", NULL);
  clinch_txn_update (txn, bench->dimension, changes, &error);
  bench_check (error);
  set = clinch_txn_commit (txn, &error);
  bench_check (error);
}

/* A figure of each kind of record that a profile is made of, added up so that all are read. */
#define OF_CUSTOMER "customer_id = customer.id AND deleted_at IS NULL"
#define INPUTS \
  "ifnull ((SELECT sum (iif (s.type = 'open', o.amount * ifnull (o.probability, s.probability), o.amount))" \
  "  FROM opportunity o JOIN stage s ON s.id = o.stage_id" \
  "  WHERE o.customer_id = customer.id AND o.currency = customer.currency AND o.deleted_at IS NULL), 0)" \
  " + ifnull ((SELECT sum (length (type) + happened_at + contact_id) FROM follow_up" \
  "  WHERE " OF_CUSTOMER " AND happened_at > 1763000000), 0)" \
  " + ifnull ((SELECT sum (length (since) + tag_id) FROM customer_tag WHERE " OF_CUSTOMER "), 0)" \
  " + ifnull ((SELECT sum (length (department) + length (level)) FROM contact WHERE " OF_CUSTOMER "), 0)" \
  " + ifnull ((SELECT sum (length (role) + length (support)) FROM assessment WHERE " OF_CUSTOMER "), 0)" \
  " + ifnull ((SELECT sum (value) FROM profile_value WHERE customer_id = customer.id), 0)"

static void
raw_regrade (gpointer data,
             int      round)
{
  Bench *bench = data;
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("UPDATE customer SET score = %d, priority = i.sum %% 10000,"
                         " worked_out_at = %d FROM temp.input AS i WHERE i.id = customer.id",
                         round % 100, round);
  limit_exec (bench->raw, "BEGIN IMMEDIATE");
  limit_exec (bench->raw, "CREATE TEMP TABLE input (id INTEGER PRIMARY KEY, sum)");
  limit_exec (bench->raw, "INSERT INTO temp.input SELECT id, " INPUTS " FROM customer"
                          " WHERE deleted_at IS NULL");
  limit_exec (bench->raw, sql);
  limit_exec (bench->raw, "DROP TABLE temp.input");
  limit_exec (bench->raw, "COMMIT");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchWorkspaceFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *dimension = NULL;
  struct rusage usage;
  Bench bench;

  if (argc != 3)
    {
      g_printerr ("Usage: bench-profile WORKSPACE COPY\n");
      return 2;
    }

  clinch_profile_install ();
  file = clinch_workspace_file_open (argv[1], FALSE, FALSE, "zh", &error);
  bench_check (error);
  bench.db = file->db;
  path = g_build_filename (argv[2], "workspace.db", NULL);
  bench.raw = limit_open (path, TRUE);
  dimension = limit_fetch (bench.raw, "SELECT id FROM dimension WHERE known_by = 'tags'"
                                      " ORDER BY weight DESC LIMIT 1");
  bench.dimension = g_ascii_strtoll (dimension, NULL, 10);
  bench_compare ("regrade", our_regrade, &bench, raw_regrade, &bench, N_ROUNDS);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("memory %ld\n", usage.ru_maxrss);
  sqlite3_close (bench.raw);

  return 0;
}
