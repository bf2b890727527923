// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-profile-derive.h"
#include "clinch-sample.h"
#include "clinch-test-store.h"

/* A Monday morning, before the first hour of work is over. */
#define NOW "2026-11-23T09:30:00+08:00"
#define TODAY "2026-11-23"
#define NOW_SQL "1795397400"

static void
fill (ClinchTestStore *store,
      int              scale,
      guint64          seed,
      const char      *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchTxn) txn = clinch_txn_begin (store->db, clinch_clock_now_ms (), &error);
  gboolean filled;

  g_assert_no_error (error);
  filled = clinch_sample_fill (txn, scale, seed, language, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (filled);
  clinch_test_store_commit (g_steal_pointer (&txn));
}

/* Everything that the sample decides, in one text. The pipelines and the first member were there
 * before it. */
static char *
dump (ClinchTestStore *store)
{
  static const char *const tables[] = { "team", "customer", "contact", "opportunity", "follow_up",
                                        "stage_move", "customer_tag", "assessment", "influence",
                                        "fact", "help_request", "objective", "whitespace" };
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *members = clinch_test_store_text (store,
                                                     "SELECT id || name || role || team_id FROM member");

  g_string_append (out, members);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *columns = NULL;
      g_autofree char *rows = NULL;

      columns = clinch_test_store_text (store,
                                        "SELECT group_concat ('quote (' || name || ')', '||')"
                                               " FROM pragma_table_info ('%s')", tables[i]);
      rows = clinch_test_store_text (store, "SELECT %s FROM %s ORDER BY id", columns, tables[i]);
      g_string_append_printf (out, "\n%s", rows);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_sample_same (void)
{
  for (int i = 0; i < 2; i++)
    {
      const char *language = i == 0 ? "zh" : "en";
      g_autoptr(ClinchTestStore) first = clinch_test_store_new (language);
      g_autoptr(ClinchTestStore) second = clinch_test_store_new (language);
      g_autoptr(ClinchTestStore) other = clinch_test_store_new (language);
      g_autofree char *first_dump = NULL;
      g_autofree char *second_dump = NULL;
      g_autofree char *other_dump = NULL;

      fill (first, 1, 7, language);
      fill (second, 1, 7, language);
      fill (other, 1, 8, language);
      first_dump = dump (first);
      second_dump = dump (second);
      other_dump = dump (other);
      g_assert_cmpstr (first_dump, ==, second_dump);
      g_assert_cmpstr (first_dump, !=, other_dump);
    }
}

/* The same questions to both languages, and to a seed more: what is asked for holds for each. */
static const struct
{
  const char *sql;
  gint64 least;
  gint64 most;
} facts[] = {
  { "SELECT count (*) FROM member WHERE deleted_at IS NULL", 8, 8 },
  { "SELECT count (*) FROM member WHERE role = 'manager'", 1, 1 },
  { "SELECT count (*) FROM member WHERE role = 'owner'", 4, 4 },
  { "SELECT count (*) FROM member WHERE role = 'collaborator'", 3, 3 },
  { "SELECT count (DISTINCT team_id) FROM member", 3, 3 },
  { "SELECT count (*) FROM customer", 40, 40 },
  { "SELECT count (DISTINCT industry) FROM customer", 5, 5 },
  { "SELECT count (DISTINCT name) FROM customer", 40, 40 },
  { "SELECT count (DISTINCT short_name) FROM customer", 40, 40 },
  { "SELECT count (DISTINCT grade) FROM customer", 4, 4 },
  /* What the profile says counts, but for a few, and those have a reason. */
  { "SELECT count (*) FROM customer WHERE grade_reason IS NOT NULL", 4, 4 },
  { "SELECT count (*) FROM customer WHERE grade IS NOT auto_grade", 1, 4 },
  { "SELECT count (*) FROM customer WHERE grade IS NOT auto_grade AND grade_reason IS NULL", 0, 0 },
  { "SELECT count (*) FROM customer WHERE filled <= 3", 2, 10 },
  { "SELECT count (*) FROM customer WHERE filled >= 9", 5, 35 },
  { "SELECT count (*) FROM customer WHERE score > score_was", 5, 35 },
  { "SELECT count (*) FROM customer WHERE score < score_was", 3, 35 },
  { "SELECT count (*) FROM value_quantile", 200, 200 },
  { "SELECT count (*) FROM customer_tag", 120, 280 },
  { "SELECT count (*) FROM customer_tag WHERE source IS NULL OR confidence IS NULL OR member_id IS NULL", 0, 0 },
  { "SELECT count (*) FROM customer_tag AS e JOIN tag AS t ON t.id = e.tag_id JOIN dimension AS d ON d.id = t.dimension_id"
    " WHERE julianday ('" TODAY "') - julianday (e.since) > d.half_life_days", 20, 100 },
  { "SELECT count (*) FROM customer_tag AS e JOIN customer AS c ON c.id = e.customer_id WHERE e.since < date (c.created_at, 'unixepoch', '-1 day')", 0, 0 },
  { "SELECT count (*) FROM customer_tag AS e JOIN tag AS t ON t.id = e.tag_id JOIN dimension AS d ON d.id = t.dimension_id"
    " WHERE d.code = 'industry' AND t.name NOT LIKE (SELECT substr (industry, 1, 2) FROM customer WHERE id = e.customer_id) || '%%'", 0, 0 },
  /* Of value, and silent for a quarter; of little value, and visited often. */
  { "SELECT count (*) FROM customer WHERE open_value > (SELECT avg (open_value) FROM customer) AND " NOW_SQL " - last_contact_at > 90 * 86400", 1, 3 },
  { "SELECT count (*) FROM customer AS c WHERE open_value = 0 AND (SELECT sum (duration) FROM follow_up WHERE customer_id = c.id"
    " AND happened_at > " NOW_SQL " - 90 * 86400) > 600", 2, 8 },
  /* The people: trees, gaps, nobody who reports to themselves. */
  { "SELECT max (contact_count) FROM customer", 15, 20 },
  { "SELECT count (*) FROM customer WHERE contact_count >= 7", 4, 8 },
  { "SELECT count (*) FROM contact WHERE known = 'no'", 3, 14 },
  { "SELECT count (*) FROM contact AS c JOIN contact AS b ON b.id = c.reports_to_id WHERE b.customer_id <> c.customer_id OR b.id = c.id", 0, 0 },
  { "WITH RECURSIVE above (start, id, n) AS (SELECT id, reports_to_id, 1 FROM contact UNION ALL"
    " SELECT start, reports_to_id, n + 1 FROM above JOIN contact USING (id) WHERE n < 20) SELECT count (*) FROM above WHERE start = id", 0, 0 },
  { "SELECT count (DISTINCT level) FROM contact", 4, 4 },
  { "SELECT count (DISTINCT customer_id) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'open' AND s.probability >= 40"
    " AND customer_id NOT IN (SELECT customer_id FROM assessment)", 1, 5 },
  { "SELECT count (DISTINCT role) + count (DISTINCT power) + count (DISTINCT support) + count (DISTINCT coverage) + count (DISTINCT orientation) FROM assessment",
    6 + 3 + 5 + 4 + 4, 6 + 3 + 5 + 4 + 4 },
  { "SELECT count (*) FROM assessment WHERE opportunity_id IS NOT NULL", 5, 30 },
  { "SELECT count (*) FROM assessment AS a JOIN contact AS c ON c.id = a.contact_id WHERE a.customer_id <> c.customer_id", 0, 0 },
  { "SELECT count (*) FROM assessment AS a JOIN contact AS c ON c.id = a.contact_id WHERE a.support = 'mentor'"
    " AND " NOW_SQL " - c.last_follow_up_at > 30 * 86400", 1, 20 },
  { "SELECT count (DISTINCT type) FROM influence", 3, 3 },
  { "SELECT count (*) FROM influence WHERE from_contact_id = to_contact_id", 0, 0 },
  { "SELECT count (*) FROM fact", 8, 60 },
  { "SELECT count (DISTINCT state) FROM help_request", 3, 4 },
  { "SELECT count (*) FROM help_request WHERE (state IN ('done', 'declined')) <> (outcome IS NOT NULL)", 0, 0 },
  { "SELECT count (*) FROM objective WHERE state = 'open' AND due < '" TODAY "'", 1, 20 },
  { "SELECT count (DISTINCT state) FROM whitespace", 4, 4 },
  { "SELECT count (*) FROM whitespace WHERE (state = 'blocked') <> (recheck IS NOT NULL AND blocked_reason IS NOT NULL)", 0, 0 },
  { "SELECT count (*) FROM follow_up WHERE duration > 0", 200, 900 },
  { "SELECT count (*) FROM help_request WHERE brief GLOB '*[{}]*'", 0, 0 },
  { "SELECT count (*) FROM objective WHERE name GLOB '*[{}]*'", 0, 0 },
  { "SELECT count (*) FROM customer WHERE parent_id IS NOT NULL", 3, 10 },
  { "SELECT count (*) FROM customer WHERE opportunity_count = 0", 1, 12 },
  { "SELECT count (DISTINCT name) FROM contact", 60, 180 },
  { "SELECT count (*) FROM contact WHERE department IS NULL OR (title IS NULL AND known IS NOT 'no')", 0, 0 },
  { "SELECT count (*) FROM opportunity", 120, 120 },
  { "SELECT count (DISTINCT name) FROM opportunity", 120, 120 },
  { "SELECT count (DISTINCT stage_id) FROM opportunity", 14, 14 },
  { "SELECT count (*) FROM opportunity WHERE currency <> (SELECT value FROM setting WHERE name = 'currency')", 1, 20 },
  { "SELECT count (*) FROM follow_up", 700, 1400 },
  { "SELECT count (DISTINCT type) FROM follow_up", 6, 7 },
  { "SELECT count (*) FROM follow_up WHERE text GLOB '*[{}]*' OR next_step GLOB '*[{}]*'", 0, 0 },
  /* Nothing has happened yet that is still to come, and nothing is older than a year. */
  { "SELECT count (*) FROM follow_up WHERE happened_at > " NOW_SQL " OR happened_at < " NOW_SQL " - 370 * 86400", 0, 0 },
  { "SELECT count (*) FROM follow_up WHERE strftime ('%%w', happened_at, 'unixepoch', '+8 hours') IN ('0', '6')", 0, 0 },
  { "SELECT count (*) FROM stage_move WHERE moved_at > " NOW_SQL, 0, 0 },
  { "SELECT count (*) FROM (SELECT text FROM follow_up WHERE opportunity_id IS NOT NULL GROUP BY text, opportunity_id HAVING count (*) > 2)", 0, 0 },
  /* The history of each opportunity leads to where it stands. */
  { "SELECT count (*) FROM opportunity AS o WHERE stage_id <> (SELECT to_stage_id FROM stage_move WHERE opportunity_id = o.id"
    " ORDER BY moved_at DESC LIMIT 1) OR stage_entered_at <> (SELECT max (moved_at) FROM stage_move WHERE opportunity_id = o.id)", 0, 0 },
  { "SELECT count (*) FROM stage_move AS m WHERE from_stage_id IS NOT (SELECT to_stage_id FROM stage_move WHERE opportunity_id ="
    " m.opportunity_id AND moved_at < m.moved_at ORDER BY moved_at DESC LIMIT 1)", 0, 0 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.pipeline_id <> o.pipeline_id", 0, 0 },
  { "SELECT count (*) FROM follow_up AS f JOIN opportunity AS o ON o.id = f.opportunity_id WHERE f.customer_id <> o.customer_id", 0, 0 },
  { "SELECT count (*) FROM follow_up AS f JOIN contact AS c ON c.id = f.contact_id WHERE f.customer_id <> c.customer_id", 0, 0 },
  /* What is open, won and lost says what belongs to it. */
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE (s.type = 'open') <> (closed_date IS NULL)", 0, 0 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE (s.type = 'lost') <> (lost_reason IS NOT NULL)", 0, 0 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'won' AND amount IS NULL", 0, 0 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'lost' AND competitor IS NOT NULL", 5, 24 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type <> 'open' AND next_step IS NOT NULL", 0, 0 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type <> 'lost' AND next_step IS NOT NULL AND"
    " (next_step, next_date) IS NOT (SELECT next_step, next_date FROM follow_up WHERE opportunity_id = o.id ORDER BY happened_at DESC, id DESC LIMIT 1)", 0, 0 },
  /* Every state of health. */
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE " NOW_SQL " - stage_entered_at >= limit_days * 86400", 6, 30 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
    " WHERE (" NOW_SQL " - stage_entered_at) * 10 BETWEEN limit_days * 864000 * 8 / 10 AND limit_days * 864000 - 1", 5, 30 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'open' AND next_date < '" TODAY "'", 5, 20 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'open' AND next_date = '" TODAY "'", 3, 20 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'open' AND next_step IS NULL", 5, 30 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'open' AND expected_date < '" TODAY "'", 5, 20 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'open' AND expected_date > '2026-12-23'", 10, 60 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'open' AND expected_date IS NULL", 1, 15 },
  { "SELECT count (*) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'open' AND o.probability IS NOT NULL", 2, 25 },
};

static void
check_facts (ClinchTestStore *store)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gint64 value = clinch_test_store_int (store, "%s", facts[i].sql);

      if (value < facts[i].least || value > facts[i].most)
        g_error ("%" G_GINT64_FORMAT " is not within %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                 ": %s", value, facts[i].least, facts[i].most, facts[i].sql);
    }
}

static void
test_sample_facts (void)
{
  for (guint64 seed = 1; seed <= 6; seed++)
    {
      const char *language = seed % 2 == 0 ? "en" : "zh";
      g_autoptr(ClinchTestStore) store = clinch_test_store_new (language);

      fill (store, 1, seed, language);
      check_facts (store);
      clinch_test_store_check_counts (store);
    }
}

/* What instructions and demonstrations speak of. */
static void
test_sample_anchor (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("zh");
  g_autofree char *anchor = NULL;
  g_autofree char *wang = NULL;
  g_autofree char *agreed = NULL;
  g_autofree char *me = NULL;

  fill (store, 1, 1, "zh");
  anchor = clinch_test_store_text (store,
                                   "SELECT c.name || ' ' || o.name || ' ' || s.type || ' ' || o.product FROM customer AS c"
                                          " JOIN opportunity AS o ON o.customer_id = c.id JOIN stage AS s ON s.id = o.stage_id"
                                          " WHERE c.short_name = '杭钢' AND o.name LIKE '%%MES%%'");
  g_assert_cmpstr (anchor, ==, "杭钢智造集团有限公司 杭钢MES升级 open MES");
  wang = clinch_test_store_text (store,
                                 "SELECT t.name || title FROM contact AS t JOIN customer AS c ON c.id = t.customer_id"
                                        " WHERE c.short_name = '杭钢' AND t.name LIKE '王%%'");
  g_assert_cmpstr (wang, ==, "王建国信息化总经理");

  /* In the negotiation of the second pipeline, two weeks before signing, with everything done that
   * comes before it. */
  agreed = clinch_test_store_text (store,
                                   "SELECT count (*) > 0 FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                                          " JOIN pipeline AS p ON p.id = s.pipeline_id WHERE p.code = 'lead-to-contract'"
                                          " AND s.code = 'negotiation' AND expected_date = '2026-12-05' AND owner_id ="
                                          " (SELECT value FROM local WHERE key = 'me')");
  g_assert_cmpstr (agreed, ==, "1");

  me = clinch_test_store_text (store,
                               "SELECT role || ' ' || (SELECT count (*) > 10 FROM opportunity WHERE owner_id = m.id)"
                                      " FROM member AS m WHERE id = (SELECT value FROM local WHERE key = 'me')");
  g_assert_cmpstr (me, ==, "owner 1");
}

/* A bigger sample begins with the smaller one, and its names stay apart. */
static void
test_sample_scale (void)
{
  g_autoptr(ClinchTestStore) small = clinch_test_store_new ("zh");
  g_autoptr(ClinchTestStore) big = clinch_test_store_new ("zh");
  g_autofree char *small_names = NULL;
  g_autofree char *big_names = NULL;

  fill (small, 1, 5, "zh");
  fill (big, 6, 5, "zh");
  small_names = clinch_test_store_text (small,
                                        "SELECT name || short_name || address FROM customer ORDER BY id LIMIT 40");
  big_names = clinch_test_store_text (big,
                                      "SELECT name || short_name || address FROM customer ORDER BY id LIMIT 40");
  g_assert_cmpstr (small_names, ==, big_names);
  g_assert_cmpint (clinch_test_store_int (big, "SELECT count (DISTINCT name) FROM customer"), ==,
                   240);
  g_assert_cmpint (clinch_test_store_int (big, "SELECT count (DISTINCT name) FROM opportunity"), ==,
                   720);
  g_assert_cmpint (clinch_test_store_int (big, "SELECT count (*) FROM member"), ==, 48);
  g_assert_cmpint (clinch_test_store_int (big, "SELECT count (DISTINCT name) FROM member"), ==, 48);
  g_assert_cmpint (clinch_test_store_int (big, "SELECT count (DISTINCT uid) FROM follow_up"), ==,
                   clinch_test_store_int (big, "SELECT count (*) FROM follow_up"));
}

static void
test_sample_refused (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  g_autoptr(ClinchTxn) txn = NULL;
  g_autoptr(GError) error = NULL;

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  txn = clinch_test_store_begin (store);
  g_assert_false (clinch_sample_fill (txn, 1, 1, "en", NULL, NULL, &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_clear_pointer (&txn, clinch_txn_rollback);
  g_assert_cmpint (clinch_test_store_int (store, "SELECT count (*) FROM customer"), ==, 1);
}

static void
cancel_cb (int      done,
           int      total,
           gpointer user_data)
{
  g_assert_cmpint (total, ==, 50);
  if (done == 2)
    g_cancellable_cancel (user_data);
}

static void
test_sample_cancelled (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (store);
  g_autoptr(GError) error = NULL;

  clinch_db_set_cancellable (store->db, cancellable);
  g_assert_false (clinch_sample_fill (txn, 50, 1, "en", cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&txn, clinch_txn_rollback);
  clinch_db_set_cancellable (store->db, NULL);
  g_assert_cmpint (clinch_test_store_int (store, "SELECT count (*) FROM customer"), ==, 0);
  g_assert_cmpint (clinch_test_store_int (store, "SELECT count (*) FROM member"), ==, 1);

  /* And then there is room for another try. */
  fill (store, 1, 1, "en");
  g_assert_cmpint (clinch_test_store_int (store, "SELECT count (*) FROM customer"), ==, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("CLINCH_NOW", NOW, TRUE);
  g_test_init (&argc, &argv, NULL);
  clinch_profile_install ();

  g_test_add_func ("/sample/same", test_sample_same);
  g_test_add_func ("/sample/facts", test_sample_facts);
  g_test_add_func ("/sample/anchor", test_sample_anchor);
  g_test_add_func ("/sample/scale", test_sample_scale);
  g_test_add_func ("/sample/refused", test_sample_refused);
  g_test_add_func ("/sample/cancelled", test_sample_cancelled);

  return g_test_run ();
}
