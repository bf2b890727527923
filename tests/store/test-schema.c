// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-test-store.h"

#include <string.h>

/* Columns that are no fields: every table has them, or the program derives them from a name. */
static gboolean
is_common_column (ClinchKind  kind,
                  const char *column)
{
  const char *const common[] = { "id", "uid", "created_at", "deleted_at", NULL };

  if (g_strv_contains (common, column))
    return TRUE;
  if (g_str_equal (column, "name_key"))
    return clinch_kind_name_field (kind) != NULL;

  return kind == CLINCH_KIND_CUSTOMER && g_str_equal (column, "company_key");
}

static void
check_field (ClinchTestStore   *test,
             const ClinchField *field)
{
  const char *table = clinch_kind_table (field->kind);
  gboolean must_not_be_null = (field->flags & (CLINCH_FIELD_REQUIRED)) != 0;
  gboolean counted = (field->flags & CLINCH_FIELD_COMPUTED) && field->type != CLINCH_FIELD_INSTANT
                     && field->type != CLINCH_FIELD_DATE;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;

  type = clinch_test_store_text (test,
                                 "SELECT type FROM pragma_table_info ('%s') WHERE name = '%s'", table, field->column);
  g_test_message ("%s.%s: %s", table, field->column, type);
  g_assert_cmpstr (type, ==, clinch_field_is_integer (field) ? "INTEGER" : "TEXT");
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT \"notnull\" FROM pragma_table_info ('%s') WHERE name = '%s'", table,
                                          field->column),
                   ==, must_not_be_null || counted);

  target = clinch_test_store_text (test,
                                   "SELECT \"table\" FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'", table,
                                   field->column);
  g_assert_cmpstr (target, ==,
                   field->target != CLINCH_KIND_NONE ? clinch_kind_table (field->target) : "");
}

/* A field without a column would break every write, a column without a field would never be logged
 * nor exported. */
static void
test_schema_fields (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      const char *table = clinch_kind_table (kind);
      g_autofree char *list = clinch_test_store_text (test,
                                                      "SELECT name FROM pragma_table_info ('%s')", table);
      g_auto(GStrv) columns = g_strsplit (list, "\n", -1);
      const ClinchField *fields;
      int n_fields;

      fields = clinch_kind_fields (kind, &n_fields);
      for (int i = 0; i < n_fields; i++)
        {
          g_assert_true (fields[i].kind == (ClinchKind) kind);
          check_field (test, &fields[i]);
        }
      for (gsize i = 0; columns[i] != NULL; i++)
        if (!is_common_column (kind, columns[i])
            && clinch_kind_find_field (kind, columns[i]) == NULL)
          g_error ("%s.%s is no field", table, columns[i]);
      for (const char *const *common = (const char *const[]) { "id", "uid", "created_at",
                                                               "deleted_at", NULL };
           *common != NULL; common++)
        g_assert_true (g_strv_contains ((const char *const *) columns, *common));
    }
}

/* Names in the command line, of properties and of files are what others build on. */
static void
test_schema_names (void)
{
  g_assert_cmpstr (clinch_kind_find_field (CLINCH_KIND_OPPORTUNITY, "next-step")->column, ==,
                   "next_step");
  g_assert_cmpstr (clinch_kind_find_field (CLINCH_KIND_OPPORTUNITY, "owner")->column, ==,
                   "owner_id");
  g_assert_cmpstr (clinch_kind_find_field (CLINCH_KIND_OPPORTUNITY, "owner_id")->name, ==, "owner");
  g_assert_cmpstr (clinch_kind_find_field (CLINCH_KIND_CUSTOMER, "last-follow-up")->column, ==,
                   "last_follow_up_at");
  g_assert_null (clinch_kind_find_field (CLINCH_KIND_CUSTOMER, "name; DROP TABLE customer"));
  g_assert_null (clinch_kind_find_field (CLINCH_KIND_CUSTOMER, NULL));
  g_assert_cmpint (clinch_kind_from_word ("customers"), ==, CLINCH_KIND_CUSTOMER);
  g_assert_cmpint (clinch_kind_from_word ("Follow-Up"), ==, CLINCH_KIND_FOLLOW_UP);
  g_assert_cmpint (clinch_kind_from_word ("customs"), ==, CLINCH_KIND_NONE);
  g_assert_cmpint (clinch_kind_from_word (NULL), ==, CLINCH_KIND_NONE);

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      const ClinchField *fields;
      int n_fields;

      g_assert_cmpint (clinch_kind_from_word (clinch_kind_word (kind)), ==, kind);
      g_assert_cmpint (clinch_kind_from_word (clinch_kind_table (kind)), ==,
                       strchr (clinch_kind_table (kind), '_') == NULL ? kind : CLINCH_KIND_NONE);
      fields = clinch_kind_fields (kind, &n_fields);
      for (int i = 0; i < n_fields; i++)
        g_assert_true (clinch_kind_find_field (kind, fields[i].name) == &fields[i]);
    }
}

static void
test_schema_choices (void)
{
  g_assert_cmpstr (clinch_choice_find (CLINCH_CHOICE_FOLLOW_UP, " Visit "), ==, "visit");
  g_assert_cmpstr (clinch_choice_find (CLINCH_CHOICE_FOLLOW_UP, "拜访"), ==, "visit");
  g_assert_cmpstr (clinch_choice_find (CLINCH_CHOICE_FOLLOW_UP, "ＷｅＣｈａｔ"), ==, "message");
  g_assert_cmpstr (clinch_choice_find (CLINCH_CHOICE_GRADE, "s"), ==, "S");
  g_assert_cmpstr (clinch_choice_find (CLINCH_CHOICE_ROLE, "销售总监"), ==, "manager");
  g_assert_null (clinch_choice_find (CLINCH_CHOICE_GRADE, "D"));
  g_assert_null (clinch_choice_find (CLINCH_CHOICE_GRADE, ""));
  g_assert_null (clinch_choice_find (CLINCH_CHOICE_GRADE, NULL));

  for (int choice = CLINCH_CHOICE_NONE + 1; choice < CLINCH_N_CHOICES; choice++)
    {
      const ClinchChoiceValue *values;
      int n_values;

      values = clinch_choice_values (choice, &n_values);
      g_assert_cmpint (n_values, >, 0);
      for (int i = 0; i < n_values; i++)
        {
          g_assert_cmpstr (clinch_choice_find (choice, values[i].code), ==, values[i].code);
          g_assert_cmpstr (clinch_choice_find (choice,
                                               clinch_choice_label (choice, values[i].code)), ==,
                                               values[i].code);
        }
    }
}

/* R64 and R113 name the stages and their order; won and lost close each pipeline. */
static void
check_seed (const char *language,
            const char *first,
            const char *second,
            const char *currency)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new (language);
  g_autofree char *stages = NULL;
  g_autofree char *others = NULL;
  g_autofree char *setting = NULL;
  g_autofree char *types = NULL;

  stages = clinch_test_store_text (test,
                                   "SELECT s.name FROM stage s JOIN pipeline p ON p.id = s.pipeline_id"
                                         " WHERE p.position = 0 ORDER BY s.position");
  others = clinch_test_store_text (test,
                                   "SELECT s.name FROM stage s JOIN pipeline p ON p.id = s.pipeline_id"
                                         " WHERE p.position = 1 ORDER BY s.position");
  g_assert_cmpstr (stages, ==, first);
  g_assert_cmpstr (others, ==, second);
  types = clinch_test_store_text (test,
                                  "SELECT group_concat (type || ' ' || n, ', ') FROM (SELECT type, count (*) AS n"
                                        " FROM stage GROUP BY pipeline_id, type ORDER BY pipeline_id, type)");
  g_assert_cmpstr (types, ==, "lost 1, open 5, won 1, lost 1, open 5, won 1");
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM stage WHERE definition IS NULL"), ==, 0);
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM stage WHERE type = 'open' AND"
                                                " (limit_days IS NULL OR probability IS NULL)"),
                   ==, 0);
  setting = clinch_db_get_setting (test->db, "currency");
  g_assert_cmpstr (setting, ==, currency);

  /* One step, and somebody to begin with. */
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM step"), ==, 1);
  g_assert_cmpint (clinch_test_store_int (test,
                                          "SELECT count (*) FROM member WHERE role = 'admin' AND id ="
                                                " (SELECT value FROM local WHERE key = 'me')"),
                   ==, 1);
}

static void
test_schema_seed (void)
{
  check_seed ("zh", "初步沟通\n需求确认\n方案制定\n报价\n谈判\n成交\n丢单",
              "线索收集\n初次接触\n需求确认\n方案提交\n商务谈判\n签约\n丢单", "CNY");
  check_seed ("en",
              "First Talks\nNeeds Confirmation\nProposal Design\nQuote\nNegotiation\nWon\nLost",
              "Lead Collection\nFirst Contact\nNeeds Confirmation\nProposal Submission\nBusiness Negotiation\nContract Signed\nLost",
              "USD");
}

/* Every query of a list by a common order is answered from an index, without sorting. */
static void
test_schema_indexes (void)
{
  static const char *const queries[] = {
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY name_key, id",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY amount DESC, id DESC",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY amount NULLS LAST, id",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY expected_date NULLS LAST, id",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY next_date NULLS LAST, id",
    "SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY stage_entered_at DESC, id DESC",
    "SELECT id FROM opportunity WHERE stage_id = 1 AND deleted_at IS NULL ORDER BY position, id",
    "SELECT t.id FROM customer AS s CROSS JOIN opportunity AS t ON t.customer_id = s.id WHERE t.deleted_at IS NULL"
    " ORDER BY s.name_key, s.id, t.id",
    "SELECT t.id FROM stage AS s CROSS JOIN opportunity AS t ON t.stage_id = s.id WHERE t.deleted_at IS NULL"
    " ORDER BY s.position NULLS LAST, s.id, t.position, t.id",
    "SELECT t.id FROM stage AS s CROSS JOIN opportunity AS t ON t.stage_id = s.id WHERE t.deleted_at IS NULL"
    " ORDER BY s.position DESC, s.id DESC, t.position DESC, t.id DESC",
    "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY name_key, id",
    "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY open_value DESC, id DESC",
    "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY last_follow_up_at NULLS LAST, id",
    "SELECT id FROM contact WHERE deleted_at IS NULL ORDER BY name_key, id",
    "SELECT id FROM member WHERE deleted_at IS NULL ORDER BY name_key, id",
    "SELECT id FROM change WHERE kind = 7 AND record_id = 5 ORDER BY id DESC",
    "SELECT id FROM follow_up WHERE opportunity_id = 5 AND deleted_at IS NULL ORDER BY happened_at DESC, id DESC",
    "SELECT id FROM follow_up WHERE deleted_at IS NULL ORDER BY happened_at DESC, id DESC",
  };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(ClinchStatement) statement = NULL;
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", queries[i], NULL);
      gboolean has_row;

      statement = clinch_db_prepare (test->db, sql, NULL);
      g_assert_nonnull (statement);
      while (clinch_statement_step (statement, &has_row, NULL) && has_row)
        {
          const char *detail = clinch_statement_text (statement, 3);

          g_test_message ("%s: %s", queries[i], detail);
          g_assert_null (strstr (detail, "TEMP B-TREE"));
          g_assert_nonnull (strstr (detail, "INDEX"));
        }
    }
}

/* What is said to be indexed is the first column of an index. */
static void
test_schema_indexed (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      const ClinchField *fields;
      int n_fields;

      fields = clinch_kind_fields (kind, &n_fields);
      for (int i = 0; i < n_fields; i++)
        {
          const char *column = &fields[i] == clinch_kind_name_field (kind) ? "name_key"
                               : fields[i].column;

          if (!(fields[i].flags & CLINCH_FIELD_INDEXED))
            continue;
          g_test_message ("%s.%s", clinch_kind_table (kind), column);
          g_assert_cmpint (clinch_test_store_int (test,
                                                  "SELECT count (*) FROM pragma_index_list ('%s') AS l, pragma_index_info (l.name) AS i"
                                                  " WHERE i.seqno = 0 AND i.name = '%s'",
                                                  clinch_kind_table (kind), column), >, 0);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/schema/fields", test_schema_fields);
  g_test_add_func ("/store/schema/names", test_schema_names);
  g_test_add_func ("/store/schema/choices", test_schema_choices);
  g_test_add_func ("/store/schema/seed", test_schema_seed);
  g_test_add_func ("/store/schema/indexes", test_schema_indexes);
  g_test_add_func ("/store/schema/indexed", test_schema_indexed);

  return g_test_run ();
}
