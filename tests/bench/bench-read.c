// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-read [--alone] WORKSPACE [NAME…]: what pages read, against raw SQL over the same file
// unless alone. Prints what bench_compare() prints, of all comparisons or of those that are named.
#include "config.h"

#include "bench-timer.h"
#include "clinch-board.h"
#include "clinch-pinyin.h"
#include "clinch-search.h"
#include "clinch-text.h"
#include "clinch-workspace-load.h"
#include "limit-sql.h"

#include <string.h>

#define N_ROUNDS 25
#define N_SEARCHES 240
#define PAGE_ROWS 50
#define SEARCH_HITS 20

typedef struct
{
  ClinchDb *db;
  sqlite3 *raw;
} Bench;

/* A job of a reading worker begins and ends like this. */
static void
begin (Bench *bench)
{
  g_autoptr(GError) error = NULL;

  clinch_db_run (bench->db, &error, "BEGIN", "");
  bench_check (error);
}

static void
end (Bench *bench)
{
  g_autoptr(GError) error = NULL;

  clinch_db_run (bench->db, &error, "COMMIT", "");
  bench_check (error);
}

/* --- The first page of a table, sorted and filtered */

/* The columns that the tables show, for the keys that a raw statement finds. */
static const char opportunity_columns[] =
  "SELECT t.id, t.name, c.name, c.grade, s.name, m.name, t.amount, t.currency,"
  " t.expected_date, t.next_step, t.next_date, t.stage_entered_at FROM (@keys@) p"
  " CROSS JOIN opportunity t ON t.id = p.id CROSS JOIN customer c ON c.id = t.customer_id"
  " CROSS JOIN stage s ON s.id = t.stage_id CROSS JOIN member m ON m.id = t.owner_id";
static const char customer_columns[] =
  "SELECT t.id, t.name, t.priority, t.grade, t.auto_grade, t.score, t.score_was, t.completeness,"
  " t.filled, t.open_value, t.won_value, t.currency, t.last_contact_at, m.name FROM (@keys@) p"
  " CROSS JOIN customer t ON t.id = p.id CROSS JOIN member m ON m.id = t.owner_id";

typedef struct
{
  const char *name;
  const char *columns;
  const char *query; /* as a saved view keeps it, without the kind */
  const char *keys;  /* the same in SQL */
} PageCase;

/* The raw statements are the best we know for the indexes that there are; where one sorts through a
 * reference it walks what is referred to, and where it sorts by words their different values, which
 * SQLite would not sort without the inner limit. Words between @ are looked up, see values[]. */
static const PageCase pages[] = {
  { "sort-name", opportunity_columns, "'sort':'name'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY name_key, id" },
  { "sort-amount", opportunity_columns, "'sort':'amount','descending':true",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY amount DESC, id DESC" },
  { "sort-expected", opportunity_columns, "'sort':'expected-date'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL AND expected_date NOT NULL"
    " ORDER BY expected_date, id" },
  { "sort-next-step", opportunity_columns, "'sort':'next-date'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL AND next_date NOT NULL"
    " ORDER BY next_date, id" },
  { "sort-days", opportunity_columns, "'sort':'stage-entered'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY stage_entered_at, id" },
  { "sort-customer", opportunity_columns, "'sort':'customer'",
    "SELECT t.id FROM customer c CROSS JOIN opportunity t ON t.customer_id = c.id"
    " WHERE c.deleted_at IS NULL AND t.deleted_at IS NULL ORDER BY c.name_key, c.id, t.id" },
  { "sort-owner", opportunity_columns, "'sort':'owner'",
    "SELECT t.id FROM member m CROSS JOIN opportunity t ON t.owner_id = m.id"
    " WHERE m.deleted_at IS NULL AND t.deleted_at IS NULL ORDER BY m.name_key, m.id, t.id" },
  { "sort-product", opportunity_columns, "'sort':'product'",
    "SELECT t.id FROM (WITH RECURSIVE leap (value) AS ("
    "SELECT min (product) FROM opportunity WHERE deleted_at IS NULL UNION ALL"
    " SELECT (SELECT min (product) FROM opportunity WHERE deleted_at IS NULL AND product > leap.value)"
    " FROM leap WHERE leap.value IS NOT NULL) SELECT value FROM leap ORDER BY value IS NULL, value LIMIT 500) AS p"
    " CROSS JOIN opportunity t ON t.product IS p.value WHERE t.deleted_at IS NULL" },
  { "filter-owner", opportunity_columns,
    "'filters':[['owner','=',@owner@]],'sort':'amount','descending':true",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL AND owner_id = @owner@"
    " ORDER BY amount DESC, id DESC" },
  { "filter-team", opportunity_columns, "'filters':[['owner.team','=',@team@]],'sort':'expected-date'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL AND expected_date NOT NULL"
    " AND owner_id IN (SELECT id FROM member WHERE team_id = @team@) ORDER BY expected_date, id" },
  { "filter-stage", opportunity_columns, "'filters':[['stage','=',@stage@]],'sort':'expected-date'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL AND +stage_id = @stage@"
    " AND expected_date NOT NULL ORDER BY expected_date, id" },
  { "filter-pipeline", opportunity_columns, "'filters':[['pipeline','=',@pipeline@]],'sort':'name'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL AND pipeline_id = @pipeline@"
    " ORDER BY name_key, id" },
  { "filter-grade", opportunity_columns,
    "'filters':[['customer.grade','=','S']],'sort':'amount','descending':true",
    "SELECT t.id FROM opportunity t CROSS JOIN customer c ON c.id = t.customer_id"
    " WHERE t.deleted_at IS NULL AND c.grade = 'S' ORDER BY t.amount DESC, t.id DESC" },
  { "filter-amount", opportunity_columns, "'filters':[['amount','>=',@amount@]],'sort':'expected-date'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL AND +amount >= @amount@"
    " AND expected_date NOT NULL ORDER BY expected_date, id" },
  { "filter-dates", opportunity_columns,
    "'filters':[['expected-date','>=','@from@'],['expected-date','<=','@to@']],'sort':'expected-date'",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL AND expected_date BETWEEN '@from@' AND '@to@'"
    " ORDER BY expected_date, id" },
  { "customers-name", customer_columns, "'sort':'name'",
    "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY name_key, id" },
  { "customers-open", customer_columns, "'sort':'open-value','descending':true",
    "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY open_value DESC, id DESC" },
  { "customers-rank", customer_columns, "'sort':'priority','descending':true",
    "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY priority DESC, id DESC" },
  { "customers-last", customer_columns, "'sort':'last-follow-up','descending':true",
    "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY last_follow_up_at DESC, id DESC" },
};

#define BUSIEST_OWNER "SELECT owner_id FROM opportunity GROUP BY 1 ORDER BY count (*) DESC LIMIT 1"
#define EXPECTED_AT(part) \
  "SELECT expected_date FROM opportunity WHERE expected_date NOT NULL ORDER BY expected_date LIMIT 1" \
  " OFFSET (SELECT count (expected_date) * " part " FROM opportunity)"

static const struct
{
  const char *mark;
  const char *sql;
} values[] = {
  { "@owner@", BUSIEST_OWNER },
  { "@team@", "SELECT team_id FROM member WHERE id = (" BUSIEST_OWNER ")" },
  { "@pipeline@", "SELECT id FROM pipeline ORDER BY position LIMIT 1" },
  { "@stage@", "SELECT stage_id FROM stage_total GROUP BY 1 ORDER BY sum (n) DESC LIMIT 1" },
  { "@amount@", "SELECT avg (amount) * 2 FROM opportunity" },
  { "@from@", EXPECTED_AT ("1 / 2") },
  { "@to@", EXPECTED_AT ("3 / 4") },
};

static char *
fill_in (Bench      *bench,
         const char *text)
{
  g_autoptr(GString) out = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *value = NULL;

      if (strstr (out->str, values[i].mark) == NULL)
        continue;
      value = limit_fetch (bench->raw, values[i].sql);
      g_string_replace (out, values[i].mark, value, 0);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct
{
  Bench *bench;
  ClinchQuery *query;
  sqlite3_stmt *raw;
  GArray *ids;
} Page;

static void
read_rows (Page         *page,
           const gint64 *ids,
           gsize         n_ids)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = clinch_workspace_load_rows (page->bench->db,
                                                          clinch_query_get_kind (page->query), ids,
                                                          n_ids, &error);

  bench_check (error);
}

static void
our_page (gpointer data,
          int      round)
{
  Page *page = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  begin (page->bench);
  rows = clinch_workspace_load_page (page->bench->db, page->query, PAGE_ROWS, &error);
  bench_check (error);
  end (page->bench);
}

static void
raw_page (gpointer data,
          int      round)
{
  Page *page = data;

  limit_run (page->raw);
}

/* The raw statement for a page of the keys that @keys finds. */
static sqlite3_stmt *
prepare_page (Bench      *bench,
              const char *columns,
              const char *keys)
{
  g_autofree char *page_keys = g_strdup_printf ("%s LIMIT %d", keys, PAGE_ROWS);
  g_autoptr(GString) sql = g_string_new (columns);

  g_string_replace (sql, "@keys@", page_keys, 1);
  return limit_prepare (bench->raw, sql->str);
}

static void
compare_page (Bench          *bench,
              const PageCase *page_case)
{
  const char *kind = page_case->columns == customer_columns ? "customers" : "opportunities";
  g_autofree char *conditions = fill_in (bench, page_case->query);
  g_autofree char *json = g_strdup_printf ("{'kind':'%s',%s}", kind, conditions);
  g_autofree char *keys = fill_in (bench, page_case->keys);
  g_autofree char *name = g_strconcat ("page.", page_case->name, NULL);
  g_autoptr(GError) error = NULL;
  Page page = { bench, NULL, NULL, NULL };

  page.query = clinch_query_from_json (g_strdelimit (json, "'", '"'), &error);
  bench_check (error);
  page.raw = prepare_page (bench, page_case->columns, keys);
  bench_compare (name, our_page, &page, raw_page, &page, N_ROUNDS);
  sqlite3_finalize (page.raw);
  clinch_query_unref (page.query);
}

/* --- Any page of a table that is open: the list has the ids, raw SQL goes on from a key */

#define DEPTH(round, n) ((gint64) ((round) * 7 % (N_ROUNDS + 1)) * (n) / (N_ROUNDS + 2))

static void
our_far_page (gpointer data,
              int      round)
{
  Page *page = data;

  begin (page->bench);
  read_rows (page, &g_array_index (page->ids, gint64, DEPTH (round, page->ids->len)), PAGE_ROWS);
  end (page->bench);
}

static void
raw_far_page (gpointer data,
              int      round)
{
  Page *page = data;
  gint64 id = g_array_index (page->ids, gint64, DEPTH (round, page->ids->len));

  sqlite3_bind_int64 (page->raw, 1, id);
  limit_run (page->raw);
}

/* Nobody has been there yet: the system has the file at hand, the connections nothing of it. What
 * they had would be by what was measured before, and at a small scale all that there is. */
static void
arrive_first (gpointer data,
              int      round)
{
  Page *page = data;
  g_autoptr(GError) error = NULL;

  our_far_page (page, round);
  clinch_db_exec (page->bench->db, "PRAGMA shrink_memory", &error);
  bench_check (error);
  limit_exec (page->bench->raw, "PRAGMA shrink_memory");
}

static void
compare_far_page (Bench *bench)
{
  g_autoptr(GError) error = NULL;
  Page page = { bench, clinch_query_new (CLINCH_KIND_OPPORTUNITY), NULL, NULL };

  page.raw = prepare_page (bench, opportunity_columns,
                           "SELECT id FROM opportunity WHERE deleted_at IS NULL AND (amount, id) <="
                           " ((SELECT amount FROM opportunity WHERE id = ?1), ?1)"
                           " ORDER BY amount DESC, id DESC");
  clinch_query_set_sort (page.query, "amount", TRUE);
  clinch_query_filter_text (page.query, "amount", CLINCH_FILTER_NOT_EMPTY, NULL);
  page.ids = clinch_query_ids (page.query, bench->db, 0, &error);
  bench_check (error);
  bench_before_each (arrive_first, &page);
  bench_compare ("page.anywhere", our_far_page, &page, raw_far_page, &page, N_ROUNDS);
  bench_before_each (NULL, NULL);
  g_array_unref (page.ids);
  sqlite3_finalize (page.raw);
  clinch_query_unref (page.query);
}

/* --- The board: its totals and the first cards of each stage, against adding up all
 * opportunities */

#define FIRST_CARDS 10

typedef struct
{
  Bench *bench;
  gint64 pipeline;
  gint64 now;
  sqlite3_stmt *raw;
} Board;

static void
our_board (gpointer data,
           int      round)
{
  Board *board = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) columns = NULL;

  begin (board->bench);
  columns = clinch_board_load (board->bench->db, board->pipeline, NULL, board->now, &error);
  bench_check (error);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
      Page page = { board->bench, query, NULL, NULL };

      clinch_query_filter_int (query, "stage", CLINCH_FILTER_EQUAL,
                               ((ClinchBoardColumn *) columns->pdata[i])->stage_id);
      clinch_query_set_sort (query, "position", FALSE);
      page.ids = clinch_query_ids (query, board->bench->db, FIRST_CARDS, &error);
      bench_check (error);
      read_rows (&page, (gint64 *) page.ids->data, page.ids->len);
      g_array_unref (page.ids);
    }
  end (board->bench);
}

static void
raw_board (gpointer data,
           int      round)
{
  limit_run (((Board *) data)->raw);
}

static void
compare_board (Bench *bench)
{
  g_autofree char *pipeline = limit_fetch (bench->raw,
                                           "SELECT id FROM pipeline ORDER BY position LIMIT 1");
  g_autofree char *now = limit_fetch (bench->raw, "SELECT max (stage_entered_at) FROM opportunity");
  Board board = { bench, g_ascii_strtoll (pipeline, NULL, 10), g_ascii_strtoll (now, NULL, 10),
                  NULL };

  /* An index that holds all that is added up, which the workspace has no use for. */
  limit_exec (bench->raw,
              "CREATE TEMP TABLE deal AS SELECT stage_id, currency, amount, amount * ifnull (t.probability, s.probability)"
                          " AS weighted FROM opportunity t JOIN stage s ON s.id = t.stage_id WHERE t.deleted_at IS NULL");
  limit_exec (bench->raw,
              "CREATE INDEX temp.deal_all ON deal (stage_id, currency, amount, weighted)");
  board.raw = limit_prepare (bench->raw,
                             "SELECT stage_id, currency, count (*), sum (amount), sum (weighted) FROM deal GROUP BY 1, 2");
  bench_compare ("board", our_board, &board, raw_board, &board, N_ROUNDS);
  sqlite3_finalize (board.raw);
}

/* --- Search while typing */

typedef struct
{
  Bench *bench;
  GPtrArray *texts;
  GPtrArray *matches;
  sqlite3_stmt *names;
  sqlite3_stmt *bodies;
} Search;

/* What somebody types on the way to a word: one to four Chinese characters or letters of pinyin. */
static void
add_typed (Search     *search,
           const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  for (glong i = 1; i <= MIN (length, 4); i++)
    {
      char *text = g_utf8_substring (word, 0, i);
      char *match = clinch_text_to_match (text);

      if (match == NULL || search->texts->len >= N_SEARCHES)
        {
          g_free (text);
          g_free (match);
          continue;
        }
      g_ptr_array_add (search->texts, text);
      g_ptr_array_add (search->matches, match);
    }
}

/* A third each: names, their pinyin, and words from the middle of what was said. */
static void
collect_searches (Search *search)
{
  static const char *const sources[] = {
    "SELECT name FROM customer ORDER BY id * 7919 % 104729 LIMIT 20",
    "SELECT name FROM contact ORDER BY id * 7919 % 104729 LIMIT 20",
    "SELECT substr (text, 1 + id % 23, 4) FROM follow_up WHERE length (text) > 30 ORDER BY id * 7919 % 104729 LIMIT 20",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      sqlite3_stmt *statement = limit_prepare (search->bench->raw, sources[i]);

      for (int row = 0; sqlite3_step (statement) == SQLITE_ROW; row++)
        {
          const char *word = (const char *) sqlite3_column_text (statement, 0);
          g_autofree char *sound = clinch_pinyin_index (word, i == 1);
          g_auto(GStrv) sounds = g_strsplit (sound, " ", -1);

          if (i < 2 && row % 2 == 1 && g_strv_length (sounds) > 0)
            add_typed (search, sounds[row % g_strv_length (sounds)]);
          else
            add_typed (search, word);
        }
      sqlite3_finalize (statement);
    }
}

static void
our_search (gpointer data,
            int      round)
{
  Search *search = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = NULL;

  begin (search->bench);
  hits = clinch_search_run (search->bench->db, search->texts->pdata[round % search->texts->len],
                            SEARCH_HITS, &error);
  bench_check (error);
  end (search->bench);
}

static void
raw_search (gpointer data,
            int      round)
{
  Search *search = data;
  const char *match = search->matches->pdata[round % search->matches->len];

  sqlite3_bind_text (search->names, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_text (search->bodies, 1, match, -1, SQLITE_STATIC);
  limit_run (search->names);
  limit_run (search->bodies);
}

static void
compare_search (Bench *bench)
{
  Search search = { bench, g_ptr_array_new_with_free_func (g_free),
                    g_ptr_array_new_with_free_func (g_free), NULL, NULL };
  g_autofree char *names =
    g_strdup_printf ("SELECT rowid FROM search_name WHERE search_name MATCH ? LIMIT %d",
                     SEARCH_HITS);
  g_autofree char *bodies =
    g_strdup_printf ("SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rowid DESC "
                     "LIMIT %d", SEARCH_HITS);

  collect_searches (&search);
  search.names = limit_prepare (bench->raw, names);
  search.bodies = limit_prepare (bench->raw, bodies);
  bench_compare ("search", our_search, &search, raw_search, &search, search.texts->len);
  sqlite3_finalize (search.names);
  sqlite3_finalize (search.bodies);
  g_ptr_array_unref (search.texts);
  g_ptr_array_unref (search.matches);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  Bench bench;

  if (argc > 1 && g_str_equal (argv[1], "--alone"))
    {
      bench_leave_out_limits ();
      argv++;
      argc--;
    }
  if (argc < 2)
    {
      g_printerr ("Usage: bench-read [--alone] WORKSPACE [NAME…]\n");
      return 2;
    }

  bench_choose (argv + 2);
  path = g_build_filename (argv[1], "workspace.db", NULL);
  bench.db = clinch_db_open (path, CLINCH_DB_READ, &error);
  bench_check (error);
  bench.raw = limit_open (path, FALSE);
  compare_board (&bench);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    compare_page (&bench, &pages[i]);
  compare_far_page (&bench);
  compare_search (&bench);
  sqlite3_close (bench.raw);
  clinch_db_close (bench.db);

  return 0;
}
