// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-write WORKSPACE COPY [NAME…]: what a save costs until it is durable, against raw SQL that
// writes the same rows into a copy of the workspace. Prints what bench_compare() prints, of all
// comparisons or of those that are named. Both are written to.
#include "config.h"

#include "bench-timer.h"
#include "clinch-clock.h"
#include "clinch-operations.h"
#include "clinch-profile-derive.h"
#include "clinch-text.h"
#include "clinch-workspace-file.h"
#include "limit-sql.h"

#include <string.h>

#define N_ROUNDS 200

static const char said[] = "拜访了客户的技术总监,讨论了 MES 二期的接口方案,对方认可总体架构,希望补充数据迁移的计划";
static const char next_step[] = "发送修改后的接口方案和迁移计划";

typedef struct
{
  ClinchDb *db;
  sqlite3 *raw;
  GArray *opportunities; /* gint64, all in an open stage */
  gint64 stages[2];
  sqlite3_stmt *follow_up;
  sqlite3_stmt *next;
  sqlite3_stmt *move;
  sqlite3_stmt *stage_move;
  sqlite3_stmt *change;
  sqlite3_stmt *step;
  sqlite3_stmt *unindex;
  sqlite3_stmt *index;
  sqlite3_stmt *figures;
  gint64 last_change;
} Bench;

static gint64
opportunity_of (Bench *bench,
                int    round)
{
  return g_array_index (bench->opportunities, gint64,
                        (guint) round * 7919 % bench->opportunities->len);
}

static void
commit (ClinchTxn *txn)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_txn_commit (txn, &error);

  bench_check (error);
}

/* --- A follow-up with a next step, which becomes that of its opportunity */

static void
our_follow_up (gpointer data,
               int      round)
{
  Bench *bench = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_FOLLOW_UP);
  g_autofree char *step = g_strdup_printf ("%s %d", next_step, round);
  ClinchTxn *txn = clinch_txn_begin (bench->db, clinch_clock_now_ms (), &error);

  bench_check (error);
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TEXT, said);
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TYPE, "visit");
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_OPPORTUNITY, opportunity_of (bench, round));
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_NEXT_STEP, step);
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_NEXT_DATE,
                       round % 2 == 0 ? "2026-12-01" : "2026-12-02");
  clinch_operation_add (txn, row, &error);
  bench_check (error);
  commit (txn);
}

static void
bind_text (sqlite3_stmt *statement,
           int           parameter,
           const char   *text)
{
  sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC);
}

static void
write_change (Bench      *bench,
              int         kind,
              gint64      id,
              const char *before,
              const char *after)
{
  sqlite3_bind_int64 (bench->change, 1, ++bench->last_change);
  sqlite3_bind_int (bench->change, 2, kind);
  sqlite3_bind_int64 (bench->change, 3, id);
  sqlite3_bind_int (bench->change, 4, before == NULL ? 1 : 2);
  bind_text (bench->change, 5, before);
  bind_text (bench->change, 6, after);
  limit_run (bench->change);
}

static void
write_step (Bench *bench)
{
  sqlite3_bind_int64 (bench->step, 1, bench->last_change - 1);
  sqlite3_bind_int64 (bench->step, 2, bench->last_change);
  limit_run (bench->step);
}

/* The figures of the customer, which follow from what was written. */
static void
write_figures (Bench *bench,
               gint64 opportunity,
               int    round)
{
  sqlite3_bind_int (bench->figures, 1, round);
  sqlite3_bind_int64 (bench->figures, 2, opportunity);
  limit_run (bench->figures);
}

static void
write_index (Bench      *bench,
             gint64      key,
             const char *words)
{
  sqlite3_bind_int64 (bench->index, 1, key);
  bind_text (bench->index, 2, words);
  limit_run (bench->index);
}

static void
raw_follow_up (gpointer data,
               int      round)
{
  Bench *bench = data;
  gint64 opportunity = opportunity_of (bench, round);
  g_autofree char *step = g_strdup_printf ("%s %d", next_step, round);
  g_autofree char *words = clinch_text_to_index (said);
  g_autofree char *step_words = clinch_text_to_index (step);
  g_autofree char *text_words = g_strconcat (words, " ", step_words, NULL);
  g_autofree char *after = g_strdup_printf (
    "{\"uid\":\"01936b1e-7c00-7000-8000-000000000000\",\"created_at\":1764000000,\"text\":\"%s\",\"type\":\"visit\","
    "\"happened_at\":1764000000,\"customer_id\":12345,\"opportunity_id\":%" G_GINT64_FORMAT ",\"author_id\":12,\"next_step\":\"%s\","
    "\"next_date\":\"2026-12-01\"}", said, opportunity, step);
  g_autofree char *next = g_strdup_printf ("{\"next_step\":\"%s\",\"next_date\":\"2026-12-01\"}",
                                           step);

  limit_exec (bench->raw, "BEGIN IMMEDIATE");
  bind_text (bench->follow_up, 1, said);
  sqlite3_bind_int64 (bench->follow_up, 2, opportunity);
  bind_text (bench->follow_up, 3, step);
  sqlite3_bind_int64 (bench->follow_up, 4, clinch_clock_now ());
  limit_run (bench->follow_up);
  write_change (bench, 8, sqlite3_last_insert_rowid (bench->raw), NULL, after);
  write_index (bench, (G_GINT64_CONSTANT (8) << 48) + sqlite3_last_insert_rowid (bench->raw),
               text_words);
  bind_text (bench->next, 1, step);
  bind_text (bench->next, 2, round % 2 == 0 ? "2026-12-01" : "2026-12-02");
  sqlite3_bind_int64 (bench->next, 3, opportunity);
  limit_run (bench->next);
  write_change (bench, 7, opportunity, next, next);
  sqlite3_bind_int64 (bench->unindex, 1, (G_GINT64_CONSTANT (7) << 48) + opportunity);
  limit_run (bench->unindex);
  write_index (bench, (G_GINT64_CONSTANT (7) << 48) + opportunity, step_words);
  write_figures (bench, opportunity, round);
  write_step (bench);
  limit_exec (bench->raw, "COMMIT");
}

/* --- A card moved to the next stage and back */

static void
our_move (gpointer data,
          int      round)
{
  Bench *bench = data;
  g_autoptr(GError) error = NULL;
  gint64 id = opportunity_of (bench, round);
  ClinchMoveRequest request = { 0 };
  ClinchTxn *txn = clinch_txn_begin (bench->db, clinch_clock_now_ms (), &error);

  bench_check (error);
  request.stage_id = bench->stages[round % 2];
  clinch_operation_move (txn, &id, 1, &request, &error);
  bench_check (error);
  commit (txn);
}

static void
raw_move (gpointer data,
          int      round)
{
  Bench *bench = data;
  gint64 opportunity = opportunity_of (bench, round);

  limit_exec (bench->raw, "BEGIN IMMEDIATE");
  sqlite3_bind_int64 (bench->move, 1, bench->stages[round % 2]);
  sqlite3_bind_int64 (bench->move, 2, -(gint64) round * (1 << 20));
  sqlite3_bind_int64 (bench->move, 3, opportunity);
  limit_run (bench->move);
  write_change (bench, 7, opportunity,
                "{\"stage_id\":1,\"stage_entered_at\":1754000000,\"position\":-123456789}",
                "{\"stage_id\":2,\"stage_entered_at\":1764000000,\"position\":-987654321}");
  sqlite3_bind_int64 (bench->stage_move, 1, opportunity);
  sqlite3_bind_int64 (bench->stage_move, 2, bench->stages[(round + 1) % 2]);
  sqlite3_bind_int64 (bench->stage_move, 3, bench->stages[round % 2]);
  limit_run (bench->stage_move);
  write_change (bench, 9, sqlite3_last_insert_rowid (bench->raw), NULL,
                "{\"uid\":\"01936b1e-7c00-7000-8000-000000000000\",\"created_at\":1764000000,\"opportunity_id\":12345,"
                "\"from_stage_id\":1,\"to_stage_id\":2,\"moved_at\":1764000000,\"member_id\":12}");
  write_figures (bench, opportunity, round);
  write_step (bench);
  limit_exec (bench->raw, "COMMIT");
}

static gint64
fetch_int (sqlite3    *db,
           const char *sql)
{
  g_autofree char *value = limit_fetch (db, sql);

  return g_ascii_strtoll (value, NULL, 10);
}

static void
prepare_raw (Bench *bench)
{
  sqlite3 *raw = bench->raw;

  bench->last_change = fetch_int (raw, "SELECT max (id) FROM change");
  bench->follow_up = limit_prepare (raw,
                                    "INSERT INTO follow_up (uid, created_at, text, type, happened_at, customer_id, opportunity_id,"
                                         " author_id, next_step, next_date) SELECT randomblob (16), ?4, ?1, 'visit',"
                                         " ?4, customer_id, id, owner_id, ?3, '2026-12-01' FROM opportunity WHERE id = ?2");
  bench->next = limit_prepare (raw,
                               "UPDATE opportunity SET next_step = ?, next_date = ? WHERE id = ?");
  bench->move = limit_prepare (raw,
                               "UPDATE opportunity SET stage_id = ?, position = ?, stage_entered_at = 1764000000 WHERE id = ?");
  bench->stage_move = limit_prepare (raw,
                                     "INSERT INTO stage_move (uid, created_at, opportunity_id, from_stage_id, to_stage_id, moved_at)"
                                          " VALUES (randomblob (16), 1764000000, ?, ?, ?, 1764000000)");
  bench->change = limit_prepare (raw,
                                 "INSERT INTO change VALUES (?1, (SELECT max (id) + 1 FROM step), ?2, ?3, ?4, ?5, ?6)");
  bench->step = limit_prepare (raw,
                               "INSERT INTO step SELECT max (id) + 1, randomblob (16), 1764000000, randomblob (16), 1, 1764000000,"
                                    " 'log', '[\"visit\",\"浙江杭钢集团有限公司\"]', NULL, ?, ?, randomblob (32) FROM step");
  bench->unindex = limit_prepare (raw, "DELETE FROM search_text WHERE rowid = ?");
  bench->index = limit_prepare (raw, "INSERT INTO search_text (rowid, body) VALUES (?, ?)");
  bench->figures = limit_prepare (raw,
                                  "UPDATE customer SET score = 50, completeness = 60, filled = 7, priority = 3000 + ?,"
                                       " last_contact_at = 1764000000, worked_out_at = 1764000000"
                                       " WHERE id = (SELECT customer_id FROM opportunity WHERE id = ?)");
}

static void
find_opportunities (Bench *bench)
{
  sqlite3_stmt *statement;

  bench->stages[0] = fetch_int (bench->raw,
                                "SELECT id FROM stage WHERE type = 'open' ORDER BY pipeline_id, position LIMIT 1");
  bench->stages[1] = fetch_int (bench->raw,
                                "SELECT id FROM stage WHERE type = 'open' ORDER BY pipeline_id, position LIMIT 1 OFFSET 1");
  bench->opportunities = g_array_new (FALSE, FALSE, sizeof (gint64));
  statement = limit_prepare (bench->raw,
                             "SELECT id FROM opportunity WHERE stage_id = ? AND deleted_at IS NULL");
  sqlite3_bind_int64 (statement, 1, bench->stages[0]);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (bench->opportunities, id);
    }
  sqlite3_finalize (statement);
}

static void
finalize_raw (Bench *bench)
{
  sqlite3_stmt *statements[] = { bench->follow_up, bench->next, bench->move, bench->stage_move,
                                 bench->change, bench->step, bench->unindex, bench->index,
                                 bench->figures };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    sqlite3_finalize (statements[i]);
  sqlite3_close (bench->raw);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchWorkspaceFile) file = NULL;
  g_autofree char *path = NULL;
  Bench bench = { 0 };

  if (argc < 3)
    {
      g_printerr ("Usage: bench-write WORKSPACE COPY [NAME…]\n");
      return 2;
    }

  bench_choose (argv + 3);
  clinch_profile_install ();
  file = clinch_workspace_file_open (argv[1], FALSE, FALSE, "zh", &error);
  bench_check (error);
  bench.db = file->db;
  path = g_build_filename (argv[2], "workspace.db", NULL);
  bench.raw = limit_open (path, TRUE);
  prepare_raw (&bench);
  find_opportunities (&bench);
  bench_compare ("save.follow-up", our_follow_up, &bench, raw_follow_up, &bench, N_ROUNDS);
  bench_compare ("save.move", our_move, &bench, raw_move, &bench, N_ROUNDS);
  finalize_raw (&bench);
  g_array_unref (bench.opportunities);

  return 0;
}
