// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-exchange-error.h"
#include "clinch-export.h"
#include "clinch-import-folder.h"
#include "clinch-log.h"
#include "clinch-sample.h"
#include "clinch-test-import.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
export_to (ClinchTestStore *test,
           const char      *name)
{
  char *directory = g_build_filename (test->directory, name, NULL);
  g_autoptr(GError) error = NULL;

  clinch_export_run (test->db, directory, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return directory;
}

static char *
read_export (const char *directory,
             ClinchKind  kind)
{
  g_autofree char *name = g_strconcat (clinch_kind_word (kind), ".csv", NULL);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr(GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);

  return content;
}

/* Imports @directory as one step and gives that step. */
static gint64
import_folder (ClinchTestStore *test,
               const char      *directory)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) plans = clinch_import_folder_plan (directory, test->db, NULL, &error);
  g_autoptr(GPtrArray) foretold = NULL;
  g_autoptr(GPtrArray) results = NULL;
  ClinchTxn *txn;

  g_assert_no_error (error);
  foretold = clinch_import_check_all (plans, test->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  txn = clinch_test_store_begin (test);
  results = clinch_import_run_all (plans, txn, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, plans->len);
  for (guint i = 0; i < results->len; i++)
    {
      ClinchImportResult *result = results->pdata[i];
      ClinchImportResult *other = foretold->pdata[i];
      g_autofree char *problems = clinch_test_problems (result);

      if (result->n_rejected > 0)
        g_test_message ("%s:\n%s", clinch_kind_word (result->kind), problems);
      g_assert_cmpuint (result->n_rejected, ==, 0);
      clinch_test_assert_counts (other, result->n_new, result->n_updated, result->n_duplicates,
                                 result->n_rejected);
    }

  return clinch_test_store_commit (txn);
}

static void
delete_rows (char       *content,
             const char *key)
{
  char *found;

  while ((found = strstr (content, key)) != NULL)
    {
      char *begin = found;
      char *end = strstr (found, "\r\n") + 2;

      while (begin > content && begin[-1] != '\n')
        begin--;
      memmove (begin, end, strlen (end) + 1);
    }
}

/* A workspace with everything that the sample has, and what makes exports hard: names that are
 * formulas, quotes, lines, a second record of one name, a parent that comes after its subsidiary,
 * several currencies. */
static ClinchTestStore *
make_rich (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");
  ClinchTxn *txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;
  g_autofree char *parent = NULL;
  gint64 first;
  gint64 second;
  gint64 gone;

  clinch_sample_fill (txn, 1, 7, "zh", NULL, NULL, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);

  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_MEMBER, "name=史无前例", NULL));
  first = clinch_test_store_insert (test,
                                    clinch_test_row (CLINCH_KIND_CUSTOMER, "name==1+1 \"A\", B",
                                                           "note=first line\nsecond line",
                                                           "currency=JPY", "revenue=120000",
                                                           "grade=S", NULL));
  second = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER,
                                                            "name==1+1 \"A\", B", "currency=USD",
                                                            "revenue=-305", NULL));
  parent = g_strdup_printf ("parent=%" G_GINT64_FORMAT, second);
  clinch_test_store_update (test, first, clinch_test_row (CLINCH_KIND_CUSTOMER, parent, NULL));
  gone = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Gone", NULL));
  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, gone);
  clinch_test_store_update (test, clinch_test_store_stage (test, "quote"),
                            clinch_test_row (CLINCH_KIND_STAGE, "name=正式报价", "limit-days=9",
                                             "probability=61", NULL));
  clinch_test_store_update (test, 2, clinch_test_row (CLINCH_KIND_GRADE_RULE, "least-score=71",
                                                      "cadence-days=11", "channel=call", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_SAVED_VIEW, "name=我的", "page=board",
                                                   "query={\"kind\":\"opportunities\"}", NULL));

  return test;
}

#define GRADE_RULES \
  "SELECT grade || least_score || ' ' || least_completeness || ' ' || cadence_days || channel" \
  " || silent_days FROM grade_rule WHERE deleted_at IS NULL ORDER BY grade"

static void
assert_equal_exports (const char *first,
                      const char *second)
{
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      g_auto(GStrv) one_lines = NULL;
      g_auto(GStrv) other_lines = NULL;

      /* Settings are told apart by their names and the rules of grades by the grades; their
       * identifiers are each workspace's own. */
      if (kind == CLINCH_KIND_SETTING || kind == CLINCH_KIND_GRADE_RULE)
        continue;
      one = read_export (first, kind);
      other = read_export (second, kind);
      /* The new workspace has its own “me” besides. */
      if (kind == CLINCH_KIND_MEMBER)
        delete_rows (other, "我,admin,");
      one_lines = g_strsplit (one, "\r\n", -1);
      other_lines = g_strsplit (other, "\r\n", -1);
      for (guint i = 0; one_lines[i] != NULL && other_lines[i] != NULL; i++)
        g_assert_cmpstr (one_lines[i], ==, other_lines[i]);
      g_assert_cmpuint (g_strv_length (one_lines), ==, g_strv_length (other_lines));
      /* A heading, a record and the end: of each kind there is something to compare. */
      g_assert_cmpuint (g_strv_length (one_lines), >=, 3);
    }
}

/* Out and in again, into an empty workspace of another language: everything is there, with the same
 * identifiers. */
static void
test_round_trip (void)
{
  g_autoptr(ClinchTestStore) one = make_rich ();
  g_autoptr(ClinchTestStore) other = clinch_test_store_new ("en");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *first = export_to (one, "first");
  g_autofree char *second = NULL;
  g_autofree char *settings = NULL;
  g_autofree char *rules = NULL;
  g_autoptr(GError) error = NULL;
  gint64 step;
  ClinchTxn *txn;

  clinch_test_store_update (other, 1, clinch_test_row (CLINCH_KIND_MEMBER, "name=我", NULL));
  before = clinch_test_state (other);
  step = import_folder (other, first);
  second = export_to (other, "second");
  assert_equal_exports (first, second);

  settings = clinch_test_store_text (one,
                                     "SELECT name || '=' || value FROM setting WHERE deleted_at IS NULL ORDER BY name");
  clinch_test_assert_text (other, settings,
                           "SELECT name || '=' || value FROM setting WHERE deleted_at IS NULL ORDER BY name");
  rules = clinch_test_store_text (one, GRADE_RULES);
  clinch_test_assert_text (other, rules, GRADE_RULES);
  clinch_test_assert_text (other, "JPY 120000 > USD -305",
                           "SELECT c.currency || ' ' || c.revenue || ' > ' || p.currency || ' ' || p.revenue"
                           " FROM customer AS c JOIN customer AS p ON p.id = c.parent_id WHERE c.name LIKE '=1+1%%'");
  g_assert_cmpint (clinch_test_store_int (other, "SELECT count (*) FROM stage_move"), ==,
                   clinch_test_store_int (one,
                                          "SELECT count (*) FROM stage_move WHERE deleted_at IS NULL"));
  clinch_test_store_check_counts (other);

  /* Once more brings nothing. */
  g_assert_cmpint (import_folder (other, first), ==, 0);

  txn = clinch_test_store_begin (other);
  g_assert_true (clinch_log_undo (txn, step, &error));
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
  after = clinch_test_state (other);
  g_assert_cmpstr (before, ==, after);

  /* What was undone lies in the recycle bin under the same identifiers, and comes back. */
  import_folder (other, first);
  g_free (second);
  second = export_to (other, "third");
  assert_equal_exports (first, second);
  clinch_test_store_check_counts (other);
}

/* The files that people know, one after the other: what they name is made on the way. */
static void
test_single_files (void)
{
  static const ClinchKind kinds[] = {
    CLINCH_KIND_MEMBER, CLINCH_KIND_CUSTOMER, CLINCH_KIND_CONTACT, CLINCH_KIND_OPPORTUNITY,
    CLINCH_KIND_MATERIAL, CLINCH_KIND_FOLLOW_UP,
  };
  g_autoptr(ClinchTestStore) one = make_rich ();
  g_autoptr(ClinchTestStore) other = clinch_test_store_new ("zh");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  /* Their stages are those of every new workspace; what was changed in them is not in these
   * files. */
  clinch_test_store_update (one, clinch_test_store_stage (one, "quote"),
                            clinch_test_row (CLINCH_KIND_STAGE, "name=报价", NULL));
  first = export_to (one, "first");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *content = read_export (first, kinds[i]);
      g_autoptr(ClinchImportPlan) plan = clinch_test_plan (other, clinch_test_table (content),
                                                           CLINCH_KIND_NONE);
      g_autoptr(ClinchImportResult) result = NULL;
      g_autofree char *problems = NULL;

      g_assert_cmpint (clinch_import_plan_get_kind (plan), ==, kinds[i]);
      result = clinch_test_import (other, plan, NULL);
      problems = clinch_test_problems (result);
      g_assert_cmpstr (problems, ==, "");
      g_assert_cmpuint (result->n_new, ==, result->n_rows);
    }

  second = export_to (other, "second");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql = NULL;
      g_autofree char *expected = NULL;

      sql =
        g_strdup_printf ("SELECT lower (hex (uid)) || created_at FROM %s WHERE deleted_at IS NULL "
                         "AND"
                             " ('%s' <> 'member' OR id > 1) ORDER BY uid",
                             clinch_kind_table (kinds[i]), clinch_kind_table (kinds[i]));
      expected = clinch_test_store_text (one, "%s", sql);
      if (kinds[i] != CLINCH_KIND_MEMBER)
        clinch_test_assert_text (other, expected, "%s", sql);
    }
  g_assert_cmpint (clinch_test_store_int (other, "SELECT sum (amount) FROM opportunity"), ==,
                   clinch_test_store_int (one,
                                          "SELECT sum (amount) FROM opportunity WHERE deleted_at IS NULL"));
  /* A team without people is in none of them. */
  g_assert_cmpint (clinch_test_store_int (other, "SELECT count (*) FROM team"), ==,
                   clinch_test_store_int (one, "SELECT count (DISTINCT team_id) FROM member"));
}

static void
stop_cb (gint64   done,
         gint64   total,
         gpointer user_data)
{
  g_assert_cmpint (done, <=, total);
  if (done > 0)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr(ClinchTestStore) test = make_rich ();
  g_autofree char *directory = export_to (test, "out");
  g_autofree char *before = read_export (directory, CLINCH_KIND_FOLLOW_UP);
  g_autofree char *after = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  guint n_files = 0;

  clinch_test_store_delete (test, CLINCH_KIND_FOLLOW_UP,
                            clinch_test_store_int (test, "SELECT min (id) FROM follow_up"));
  g_assert_false (clinch_export_run (test->db, directory, stop_cb, cancellable, cancellable, NULL,
                                     &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED);
  after = read_export (directory, CLINCH_KIND_FOLLOW_UP);
  g_assert_cmpstr (before, ==, after);

  /* Nothing but the files of the first export is there. */
  dir = g_dir_open (directory, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, CLINCH_N_KINDS - 1);
}

static void
test_refusals (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *file = g_build_filename (test->directory, "workspace.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) plans = NULL;

  g_assert_false (clinch_export_run (test->db, file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO);
  g_clear_error (&error);

  plans = clinch_import_folder_plan (test->directory, test->db, NULL, &error);
  g_assert_null (plans);
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/round-trip", test_round_trip);
  g_test_add_func ("/export/single-files", test_single_files);
  g_test_add_func ("/export/cancel", test_cancel);
  g_test_add_func ("/export/refusals", test_refusals);

  return g_test_run ();
}
