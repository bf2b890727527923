// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-log.h"
#include "clinch-profile-derive.h"
#include "clinch-regrade-preview.h"
#include "clinch-rule-actions.h"
#include "clinch-rule-draft.h"
#include "clinch-rule-history.h"
#include "clinch-rule-usage.h"
#include "clinch-test-model.h"
#include "clinch-test-profile.h"

/* Noon of the 23rd of November 2026 in Shanghai. */
#define NOW 1795406400

static gint64
key (ClinchTestStore *test,
     const char      *table,
     const char      *column,
     const char      *value)
{
  return clinch_test_store_int (test, "SELECT id FROM %s WHERE %s = '%s'", table, column, value);
}

static GPtrArray *
edits_new (ClinchRow *edit,
           gint64     id)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);

  edit->id = id;
  g_ptr_array_add (edits, edit);

  return edits;
}

/* Six dimensions of 10 + 12 + 12 + 8 + 6 + 6 + 6 = 60 of 100: a score of 5720 ÷ 60 = 95 and an S.
 * The second customer is its twin, but somebody set its grade; the third one is hardly known. */
static ClinchTestStore *
store_new (void)
{
  static const char *const tags[][2] = {
    { "budget", "approved" }, { "need", "urgent" }, { "industry", "automation" },
    { "cycle", "quarter" }, { "process", "direct" }, { "rivals", "alone" },
  };
  ClinchTestStore *test = clinch_test_profile_store_new ();

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=沙钢", "grade=C",
                                                   "grade-reason=总部决定", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  for (gint64 id = 1; id <= 2; id++)
    {
      clinch_test_store_update (test, id, clinch_test_row (CLINCH_KIND_CUSTOMER, "employees=1200",
                                                           NULL));
      for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
        clinch_test_profile_set (test, id, tags[i][0], tags[i][1], "2026-11-20");
    }

  return test;
}

static char *
tell (const ClinchRegradePreview *preview)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < preview->moves->len; i++)
    {
      const ClinchRegradeMove *move = &g_array_index (preview->moves, ClinchRegradeMove, i);

      g_string_append_printf (text, "%s→%s %u, ", move->from != NULL ? move->from : "-",
                              move->to != NULL ? move->to : "-", move->n_customers);
    }
  for (guint i = 0; i < preview->regrades->len; i++)
    {
      const ClinchRegrade *regrade = preview->regrades->pdata[i];

      g_string_append_printf (text, "%s %d %d%%, ", regrade->name, regrade->score,
                              regrade->completeness);
    }
  g_string_append_printf (text, "%u by hand of %u", preview->n_by_hand, preview->n_customers);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
preview (ClinchTestStore *test,
         GPtrArray       *edits)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchRegradePreview) found = NULL;

  found = clinch_regrade_preview_load (test->db, edits, NOW,
                                       NULL, NULL, &error);
  g_assert_no_error (error);

  return tell (found);
}

static void
apply (ClinchTestStore *test,
       GPtrArray       *edits)
{
  ClinchTxn *txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;

  clinch_rules_write (txn, edits, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
}

typedef struct
{
  const char *table;
  const char *code;
  ClinchKind kind;
  const char *edit;
  const char *expected;
  const char *grades; /* once it is applied */
} Case;

static const Case cases[] = {
  /* Without the budget 4520 ÷ 48 = 94.2, and 48 of 88 are 54.5 %: not the 60 of S and A. */
  { "dimension", "budget", CLINCH_KIND_DIMENSION, "weight=0",
    "S→B 1, 杭钢 94 55%, 1 by hand of 3", "B C -" },
  /* (5720 + 18 × 100) ÷ 78 = 96.4 and 78 of 118 = 66 %. */
  { "dimension", "budget", CLINCH_KIND_DIMENSION, "weight=30", "0 by hand of 3", "S C -" },
  { "dimension", "need", CLINCH_KIND_DIMENSION, "retired=yes",
    "S→B 1, 杭钢 94 55%, 1 by hand of 3", "B C -" },
  { "grade_rule", "S", CLINCH_KIND_GRADE_RULE, "least-score=96",
    "S→A 1, 杭钢 95 60%, 1 by hand of 3", "A C -" },
  { "grade_rule", "S", CLINCH_KIND_GRADE_RULE, "least-completeness=61",
    "S→A 1, 杭钢 95 60%, 1 by hand of 3", "A C -" },
  { "grade_rule", "S", CLINCH_KIND_GRADE_RULE, "cadence-days=3", "0 by hand of 3", "S C -" },
  /* A rung of the ladder: (5720 − 1200) ÷ 60 = 75.3. */
  { "tag", "approved", CLINCH_KIND_TAG, "score=0",
    "S→A 1, 杭钢 75 60%, 1 by hand of 3", "A C -" },
  /* 1,200 people reach the rung of 5,000 once it begins at 1,200: (5720 + 200) ÷ 60 = 98.7. */
  { "tag", "giant", CLINCH_KIND_TAG, "least=1200", "0 by hand of 3", "S C -" },
  /* Nobody can be told “approved” any more: the budget is unknown. */
  { "tag", "approved", CLINCH_KIND_TAG, "retired=yes",
    "S→B 1, 杭钢 94 48%, 1 by hand of 3", "B C -" },
};

/* What the preview says is what applying does, and undo brings everything back. */
static void
test_regrade_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr(ClinchTestStore) test = store_new ();
      g_autoptr(GPtrArray) edits = NULL;
      g_autofree char *text = NULL;
      g_autofree char *grades = NULL;
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;
      ClinchTxn *txn;

      edits = edits_new (clinch_test_row (c->kind, c->edit, NULL),
                         key (test, c->table, c->kind == CLINCH_KIND_GRADE_RULE ? "grade" : "code",
                              c->code));
      text = preview (test, edits);
      g_test_message ("%s %s", c->code, c->edit);
      g_assert_cmpstr (text, ==, c->expected);
      apply (test, edits);
      grades = clinch_test_store_text (test, "SELECT group_concat (ifnull (grade, '-'), ' ')"
                                             " FROM (SELECT grade FROM customer ORDER BY id)");
      g_assert_cmpstr (grades, ==, c->grades);

      txn = clinch_test_store_begin (test);
      clinch_log_undo (txn, clinch_test_store_int (test, "SELECT max (id) FROM step"), &error);
      g_assert_no_error (error);
      clinch_test_store_commit (txn);
      after = clinch_test_store_text (test, "SELECT group_concat (ifnull (grade, '-'), ' ')"
                                            " FROM (SELECT grade FROM customer ORDER BY id)");
      g_assert_cmpstr (after, ==, "S C -");
      clinch_test_assert_sound (test->db);
    }
}

/* A dimension comes back with what customers had in it. */
static void
test_regrade_brought_back (void)
{
  g_autoptr(ClinchTestStore) test = store_new ();
  gint64 need = key (test, "dimension", "code", "need");
  g_autoptr(GPtrArray) retire = edits_new (clinch_test_row (CLINCH_KIND_DIMENSION, "retired=yes",
                                                            NULL), need);
  ClinchRow *row = clinch_row_new (CLINCH_KIND_DIMENSION);
  g_autoptr(GPtrArray) bring_back = edits_new (row, need);
  g_autofree char *text = NULL;

  clinch_row_set_null (row, CLINCH_DIMENSION_RETIRED);
  apply (test, retire);
  text = preview (test, bring_back);
  g_assert_cmpstr (text, ==, "B→S 1, 杭钢 95 60%, 1 by hand of 3");
}

static void
test_regrade_refused (void)
{
  static const Case refused[] = {
    { "dimension", "budget", CLINCH_KIND_DIMENSION, "weight=-1", NULL, NULL },
    { "tag", "approved", CLINCH_KIND_TAG, "score=101", NULL, NULL },
    { "grade_rule", "S", CLINCH_KIND_GRADE_RULE, "least-score=-5", NULL, NULL },
  };
  g_autoptr(ClinchTestStore) test = store_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const Case *c = &refused[i];
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) edits = NULL;
      g_autoptr(ClinchTxn) txn = NULL;

      edits = edits_new (clinch_test_row (c->kind, c->edit, NULL),
                         key (test, c->table, c->kind == CLINCH_KIND_GRADE_RULE ? "grade" : "code",
                              c->code));
      txn = clinch_test_store_begin (test);
      g_assert_false (clinch_rules_write (txn, edits, &error));
      g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
    }
}

/* A name is no rule: renaming and reordering works nobody's profile out anew. */
static void
test_regrade_rename (void)
{
  g_autoptr(ClinchTestStore) test = store_new ();
  g_autoptr(GError) error = NULL;

  clinch_db_exec (test->db, "UPDATE customer SET score = 1 WHERE id = 1", &error);
  g_assert_no_error (error);
  clinch_test_store_update (test, key (test, "dimension", "code", "need"),
                            clinch_test_row (CLINCH_KIND_DIMENSION, "name=契合度", NULL));
  g_assert_cmpint (clinch_test_store_int (test, "SELECT score FROM customer WHERE id = 1"), ==, 1);
  clinch_test_store_update (test, key (test, "dimension", "code", "need"),
                            clinch_test_row (CLINCH_KIND_DIMENSION, "weight=13", NULL));
  g_assert_cmpint (clinch_test_store_int (test, "SELECT score FROM customer WHERE id = 1"), ==, 95);
}

/* Every version of a rule is kept, with how many customers it graded anew. */
static void
test_regrade_history (void)
{
  g_autoptr(ClinchTestStore) test = store_new ();
  gint64 budget = key (test, "dimension", "code", "budget");
  g_autoptr(GPtrArray) edits = edits_new (clinch_test_row (CLINCH_KIND_DIMENSION, "weight=0", NULL),
                                          budget);
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GError) error = NULL;
  const ClinchRuleVersion *newest;
  const ClinchHistoryChange *change;
  const ClinchHistoryValue *value;

  apply (test, edits);
  versions = clinch_rule_history_load (test->db, CLINCH_KIND_DIMENSION, budget, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 2);
  newest = versions->pdata[0];
  /* The one whose grade was set by hand, too: its profile says another one. */
  g_assert_cmpuint (newest->n_regraded, ==, 2);
  change = newest->changes->pdata[0];
  g_assert_cmpuint (change->values->len, ==, 1);
  value = change->values->pdata[0];
  g_assert_cmpstr (value->before, ==, "12");
  g_assert_cmpstr (value->after, ==, "0");
}

static guint
count_usage (ClinchTestStore *test,
             ClinchKind       kind,
             gint64           id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) usage = clinch_rule_usage_load (test->db, kind, &error);

  g_assert_no_error (error);

  return clinch_rule_usage_get (usage, id);
}

/* What is retired is still carried. */
static void
test_regrade_usage (void)
{
  g_autoptr(ClinchTestStore) test = store_new ();
  gint64 need = key (test, "dimension", "code", "need");
  g_autoptr(GPtrArray) edits = edits_new (clinch_test_row (CLINCH_KIND_DIMENSION, "retired=yes",
                                                           NULL), need);

  g_assert_cmpuint (count_usage (test, CLINCH_KIND_DIMENSION, need), ==, 2);
  g_assert_cmpuint (count_usage (test, CLINCH_KIND_TAG,
                                 clinch_test_profile_tag (test, "budget", "approved")), ==, 2);
  g_assert_cmpuint (count_usage (test, CLINCH_KIND_TAG,
                                 clinch_test_profile_tag (test, "budget", "talked")), ==, 0);
  g_assert_cmpuint (count_usage (test, CLINCH_KIND_GRADE_RULE, key (test, "grade_rule", "grade",
                                                                    "S")), ==, 1);
  apply (test, edits);
  g_assert_cmpuint (count_usage (test, CLINCH_KIND_DIMENSION, need), ==, 2);
}

/* A draft is what differs, no more. */
static void
test_regrade_draft (void)
{
  ClinchTestStore *test = store_new ();
  gint64 budget = key (test, "dimension", "code", "budget");
  g_autoptr(ClinchTestModel) model = clinch_test_model_new (test);
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (model->workspace,
                                                                CLINCH_KIND_DIMENSION, budget);
  g_autoptr(ClinchRuleDraft) draft = clinch_rule_draft_new ();
  g_autoptr(GPtrArray) edits = NULL;

  clinch_test_model_settle (model);
  clinch_rule_draft_set_int (draft, record, CLINCH_DIMENSION_WEIGHT, 20);
  clinch_rule_draft_set_int (draft, record, CLINCH_DIMENSION_HALF_LIFE, 90);
  clinch_rule_draft_set_text (draft, record, CLINCH_DIMENSION_RETIRED, "yes");
  g_assert_cmpuint (clinch_rule_draft_count (draft), ==, 3);
  g_assert_cmpint (clinch_rule_draft_get_int (draft, record, CLINCH_DIMENSION_WEIGHT), ==, 20);
  g_assert_cmpint (clinch_record_get_int (record, CLINCH_DIMENSION_WEIGHT), ==, 12);

  clinch_rule_draft_set_int (draft, record, CLINCH_DIMENSION_WEIGHT, 12);
  clinch_rule_draft_set_text (draft, record, CLINCH_DIMENSION_RETIRED, NULL);
  g_assert_cmpuint (clinch_rule_draft_count (draft), ==, 1);
  edits = clinch_rule_draft_dup_edits (draft);
  g_assert_cmpuint (edits->len, ==, 1);
  g_assert_cmpint (((ClinchRow *) edits->pdata[0])->id, ==, budget);

  clinch_rule_draft_clear (draft);
  g_assert_cmpuint (clinch_rule_draft_count (draft), ==, 0);
  g_assert_false (clinch_rule_draft_has (draft, record));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("CLINCH_NOW", "2026-11-23T12:00:00+08:00", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/regrade-preview/cases", test_regrade_cases);
  g_test_add_func ("/model/regrade-preview/brought-back", test_regrade_brought_back);
  g_test_add_func ("/model/regrade-preview/refused", test_regrade_refused);
  g_test_add_func ("/model/regrade-preview/rename", test_regrade_rename);
  g_test_add_func ("/model/regrade-preview/history", test_regrade_history);
  g_test_add_func ("/model/regrade-preview/usage", test_regrade_usage);
  g_test_add_func ("/model/regrade-preview/draft", test_regrade_draft);

  return g_test_run ();
}
