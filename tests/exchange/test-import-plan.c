// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-exchange-error.h"
#include "clinch-test-import.h"

#include <string.h>

/* The names of what the columns become, apart by commas. */
static char *
describe_targets (ClinchImportPlan *plan)
{
  GString *out = g_string_new (clinch_import_plan_get_kind (plan) != CLINCH_KIND_NONE
                                 ? clinch_kind_word (clinch_import_plan_get_kind (plan))
                                 : "?");

  for (guint i = 0; i < clinch_table_get_n_columns (clinch_import_plan_get_table (plan)); i++)
    {
      g_autofree char *name = clinch_import_target_name (clinch_import_plan_get_kind (plan),
                                                         clinch_import_plan_get_target (plan, i));

      g_string_append_printf (out, "%s%s", i == 0 ? ": " : ",", name);
    }

  return g_string_free (out, FALSE);
}

static void
test_recognise (void)
{
  static const struct
  {
    const char *headings;
    const char *expected;
  } cases[] = {
    { "Account Name,Industry,Annual Revenue,Website", "customers: name,industry,revenue,website" },
    { "AccountName,NumberOfEmployees,BillingZip", "customers: name,employees,ignore" },
    { "*客户名称,所属行业,客户级别,负责人,地址,备注", "customers: name,industry,grade,owner,address,note" },
    { "公司,简称,母公司,年收入(万元)", "customers: name,short-name,parent,revenue" },
    { "姓名,公司,职务/岗位,手机号,邮箱", "contacts: name,customer,title,mobile,email" },
    { "Contact Name,Account,E-mail,Phone", "contacts: name,customer,email,phone" },
    { "Deal Name,Company,Stage,Amount,Close Date,Owner", "opportunities: name,customer,stage,amount,closed-date,owner" },
    { "商机名称,客户,阶段,金额,预计签约日期,负责人", "opportunities: name,customer,stage,amount,expected-date,owner" },
    { "商機名稱,客戶,銷售階段,金額,預計簽約日期,負責人", "opportunities: name,customer,stage,amount,expected-date,owner" },
    { "日期,客户,联系人,跟进方式,跟进内容,跟进人", "follow-ups: happened,customer,contact,type,text,author" },
    { "Date,Account,Notes,Type", "follow-ups: happened,customer,text,type" },
    { "Sales Rep,Manager,Region,Email", "members: name,manager,region,email" },
    { "员工,部门,直属上级", "members: name,team,manager" },
    /* What only operations write is not taken from others' files. */
    { "Deal Name,Stage,Amount,Position,Code", "opportunities: name,stage,amount,ignore,ignore" },
    { "Foo,Bar,Baz", "?: ignore,ignore,ignore" },
  };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].headings, "\na,b,c,d,e,f\n", NULL);
      g_autoptr(ClinchImportPlan) plan = NULL;
      g_autofree char *found = NULL;
      g_autofree char *problem = NULL;

      plan = clinch_test_plan (test, clinch_test_table (text), CLINCH_KIND_NONE);
      if (clinch_import_plan_get_kind (plan) == CLINCH_KIND_NONE)
        {
          problem = clinch_import_plan_dup_problem (plan);
          g_assert_nonnull (problem);
          continue;
        }
      found = describe_targets (plan);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_map_columns (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  const char *text = "Firm,Branch,Boss\nBright Co,steel,Ada\nCedar Inc,wood,Bo\n";
  g_autoptr(ClinchImportPlan) plan = clinch_test_plan (test, clinch_test_table (text),
                                                       CLINCH_KIND_CUSTOMER);
  g_autoptr(ClinchImportResult) result = NULL;
  g_autofree char *problem = clinch_import_plan_dup_problem (plan);
  g_autoptr(GError) error = NULL;

  /* Nothing says what the rows are called, so nothing is imported. */
  g_assert_cmpstr (problem, ==,
                   "No column gives “Name”, which Customers cannot be without. Say which one does.");
  g_assert_null (clinch_import_check (plan, test->db, NULL, NULL, NULL, &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);

  g_assert_false (clinch_import_plan_map_column (plan, "Company", "name", &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING);
  g_assert_cmpstr (error->message, ==,
                   "The file has no column “Company”. It has: Firm, Branch, Boss");
  g_clear_error (&error);
  g_assert_false (clinch_import_plan_map_column (plan, "Firm", "colour", &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);

  g_assert_true (clinch_import_plan_map_column (plan, "firm", "name", &error));
  g_assert_true (clinch_import_plan_map_column (plan, "Branch", "industry", &error));
  g_assert_true (clinch_import_plan_map_column (plan, "Boss", "Owner", &error));
  result = clinch_test_import (test, plan, NULL);
  clinch_test_assert_counts (result, 2, 0, 0, 0);
  clinch_test_assert_text (test, "Bright Co steel Ada\nCedar Inc wood Bo",
                           "SELECT c.name || ' ' || industry || ' ' || m.name FROM customer AS c"
                           " JOIN member AS m ON m.id = c.owner_id");

  /* A target goes from one column to the other. */
  g_assert_true (clinch_import_plan_set_target (plan, 1, CLINCH_CUSTOMER_NAME));
  g_assert_cmpint (clinch_import_plan_get_target (plan, 0), ==, CLINCH_IMPORT_IGNORE);
  g_assert_false (clinch_import_plan_set_target (plan, 1, CLINCH_CUSTOMER_OPEN_VALUE));
}

/* What a stage is known by in other programs is understood, but not without being shown. */
static void
test_other_names (void)
{
  static const char text[] =
    "Deal,Account,Stage\n"
    "A,Bright Co,Engaging\n"
    "B,Bright Co,won\n";
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchImportPlan) plan = clinch_test_plan (test, clinch_test_table (text),
                                                       CLINCH_KIND_NONE);
  g_autoptr(GPtrArray) values = clinch_import_plan_get_values (plan, 2, TRUE);
  const ClinchImportValue *value = values->pdata[0];

  g_assert_cmpuint (values->len, ==, 1);
  g_assert_cmpstr (value->value, ==, "Engaging");
  g_assert_cmpint (value->state, ==, CLINCH_IMPORT_VALUE_FOUND);
  g_assert_cmpstr (value->target, ==, "Needs Confirmation");
}

static void
test_map_values (void)
{
  static const char text[] =
    "Deal,Account,Owner,Stage,Amount\n"
    "A,Bright Co,Ada,Hot,10\n"
    "B,Bright Co,ada,Hot,20\n"
    "C,Cedar Inc,Bo,Cold,30\n"
    "D,Cedar Inc,Bo,Nobody knows,40\n"
    "E,Cedar Inc,Bo,hot,n/a\n";
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchImportPlan) plan = clinch_test_plan (test, clinch_test_table (text),
                                                       CLINCH_KIND_NONE);
  g_autoptr(ClinchImportResult) first = NULL;
  g_autoptr(ClinchImportResult) result = NULL;
  g_autoptr(GPtrArray) values = NULL;
  g_autofree char *problems = NULL;
  g_autoptr(GError) error = NULL;
  const ClinchImportValue *value;

  values = clinch_import_plan_get_values (plan, 3, TRUE);
  g_assert_cmpuint (values->len, ==, 4);
  value = values->pdata[0];
  g_assert_cmpstr (value->value, ==, "Hot");
  g_assert_cmpuint (value->count, ==, 2);
  g_assert_cmpuint (value->line, ==, 2);
  g_assert_cmpint (value->state, ==, CLINCH_IMPORT_VALUE_UNKNOWN);

  first = clinch_import_check (plan, test->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  clinch_test_assert_counts (first, 0, 0, 0, 5);

  g_assert_false (clinch_import_plan_map_value (plan, "Stage", "Hot", "Boiling", &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING);
  g_assert_nonnull (strstr (error->message, "Negotiation"));
  g_clear_error (&error);
  g_assert_false (clinch_import_plan_map_value (plan, "Stage", "Lukewarm", "Quote", &error));
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);

  g_assert_true (clinch_import_plan_map_value (plan, "Stage", "HOT", "Negotiation", &error));
  g_assert_true (clinch_import_plan_map_value (plan, "Stage", "Cold", "create", &error));
  g_assert_true (clinch_import_plan_map_value (plan, "Stage", "Nobody knows", "skip", &error));
  g_assert_true (clinch_import_plan_map_value (plan, "Account", "Bright Co", "skip", &error));
  g_assert_true (clinch_import_plan_map_value (plan, "Owner", "Bo", "Me", &error));
  g_assert_no_error (error);
  clinch_import_plan_set_missing_customer (plan, "Elsewhere");

  result = clinch_test_import (test, plan, NULL);
  problems = clinch_test_problems (result);
  g_assert_cmpstr (problems, ==,
                   "2: Rows with “Bright Co” are left out, as you chose.\n"
                   "3: Rows with “Bright Co” are left out, as you chose.\n"
                   "5: Rows with “Nobody knows” are left out, as you chose.");
  clinch_test_assert_text (test, "C|Cedar Inc|Me|Cold|3000\nE|Cedar Inc|Me|Negotiation|-",
                           "SELECT o.name || '|' || c.name || '|' || m.name || '|' || s.name || '|' ||"
                           " ifnull (amount, '-') FROM opportunity AS o JOIN customer AS c ON c.id = o.customer_id"
                           " JOIN member AS m ON m.id = o.owner_id JOIN stage AS s ON s.id = o.stage_id"
                           " ORDER BY o.id");
  /* A new stage stands before the end. */
  clinch_test_assert_text (test, "Negotiation,Cold,Won,Lost",
                           "SELECT group_concat (name) FROM (SELECT name FROM stage WHERE pipeline_id = 1"
                           " AND position >= 4 ORDER BY position)");
  /* Whom nobody wanted was not made. */
  clinch_test_assert_text (test, "Me", "SELECT name FROM member");
}

static void
test_dates (void)
{
  static const char text[] =
    "Deal,Account,Amount,Start Date,Stage\nA,X,1,3/4/2026,Won\nB,X,1,5/6/2026,Won\n";
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchImportPlan) plan = clinch_test_plan (test, clinch_test_table (text),
                                                       CLINCH_KIND_NONE);
  g_autoptr(ClinchImportPlan) proven = NULL;
  g_autoptr(ClinchImportResult) result = NULL;
  g_autofree char *problems = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_doubtful;

  g_assert_cmpint (clinch_import_plan_get_date_order (plan, 3, &is_doubtful), ==,
                   CLINCH_DATE_ORDER_UNKNOWN);
  g_assert_true (is_doubtful);
  result = clinch_import_check (plan, test->db, NULL, NULL, NULL, &error);
  problems = clinch_test_problems (result);
  g_assert_cmpstr (problems, ==,
                   "2: “3/4/2026” can be read in two ways. Say in which order day and month stand.\n"
                   "3: “5/6/2026” can be read in two ways. Say in which order day and month stand.");

  clinch_import_plan_set_date_order (plan, -1, CLINCH_DATE_ORDER_DMY);
  g_assert_cmpint (clinch_import_plan_get_date_order (plan, 3, &is_doubtful), ==,
                   CLINCH_DATE_ORDER_DMY);
  g_assert_false (is_doubtful);
  clinch_import_result_free (result);
  result = clinch_test_import (test, plan, NULL);
  clinch_test_assert_counts (result, 2, 0, 0, 0);
  clinch_test_assert_text (test, "2026-04-03\n2026-06-05",
                           "SELECT started_date FROM opportunity ORDER BY id");

  /* What another column of the file proves counts for this one too, whatever was said. */
  proven = clinch_test_plan (test, clinch_test_table ("Deal,Stage,Start Date,Close Date\n"
                                                      "A,Won,3/4/2026,12/31/2026\n"), CLINCH_KIND_NONE);
  clinch_import_plan_set_date_order (proven, -1, CLINCH_DATE_ORDER_DMY);
  g_assert_cmpint (clinch_import_plan_get_date_order (proven, 2, NULL), ==, CLINCH_DATE_ORDER_MDY);
}

/* All that is wrong with a row is said at once, and rejected rows leave nothing behind. */
static void
test_problems (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchImportResult) result = NULL;
  g_autofree char *problems = NULL;

  result = clinch_test_import_text (test,
                                    "Deal,Account,Owner,Stage,Amount,Probability,Start Date,Currency\n"
                                    "A,Ghost Co,Ghost,Won,12 apples,150,2026-02-30,USD\n"
                                    ",,Ada,Closing,5,10%,2026-01-01,dollars\n"
                                    "B,Real Co,Ada,Won,\"1,200.50\",0.75,2026-01-01,EUR\n"
                                    "C,Real Co,Ada,Won,-,-,-,¥\n");
  problems = clinch_test_problems (result);
  g_assert_cmpstr (problems, ==,
                   "2: “12 apples” is not an amount.\n"
                   "2: “150” is not between 0 and 100 percent.\n"
                   "2: “2026-02-30” is not a date.\n"
                   "3: “dollars” is not a currency. Write a code such as CNY or USD.\n"
                   "3: Stage: nothing is called “Closing”.\n"
                   "3: “Name” is missing.\n"
                   "3: The customer is missing.");
  clinch_test_assert_counts (result, 2, 0, 0, 2);
  clinch_test_assert_text (test, "B|120050|75|EUR\nC|-|-|CNY",
                           "SELECT name || '|' || ifnull (amount, '-') || '|' || ifnull (probability, '-') || '|' ||"
                           " currency FROM opportunity ORDER BY id");
  clinch_test_assert_text (test, "Real Co", "SELECT name FROM customer");
  clinch_test_assert_text (test, "Me\nAda", "SELECT name FROM member ORDER BY id");
}

static void
test_duplicates (void)
{
  static const char first[] = "Company,Industry,Phone\nAcme Inc.,steel,\nBright Co,,\n";
  static const char second[] =
    "Company,Industry,Phone\nACME inc,wood,123\nBright,paper,\nNew One,x,\nNew One GmbH,y,\n";
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchImportResult) one = clinch_test_import_text (test, first);
  g_autoptr(ClinchImportPlan) plan = NULL;
  g_autoptr(ClinchImportResult) skipped = NULL;
  g_autoptr(ClinchImportResult) updated = NULL;
  g_autoptr(ClinchImportResult) created = NULL;
  g_autofree char *problems = NULL;

  plan = clinch_test_plan (test, clinch_test_table (second), CLINCH_KIND_NONE);
  skipped = clinch_test_import (test, plan, NULL);
  clinch_test_assert_counts (skipped, 1, 0, 3, 0);
  problems = clinch_test_problems (skipped);
  g_assert_cmpstr (problems, ==,
                   "2: The workspace has “Acme Inc.” already.\n"
                   "3: The workspace has “Bright Co” already.\n"
                   "5: Line 4 brings the same record.");

  /* Only what is empty is filled. */
  clinch_import_plan_set_duplicates (plan, CLINCH_IMPORT_DUPLICATES_UPDATE);
  updated = clinch_test_import (test, plan, NULL);
  clinch_test_assert_counts (updated, 0, 2, 2, 0);
  clinch_test_assert_text (test, "Acme Inc.|steel|123\nBright Co|paper|-\nNew One|x|-",
                           "SELECT name || '|' || industry || '|' || ifnull (phone, '-') FROM customer ORDER BY id");

  clinch_import_plan_set_duplicates (plan, CLINCH_IMPORT_DUPLICATES_CREATE);
  created = clinch_test_import (test, plan, NULL);
  clinch_test_assert_counts (created, 4, 0, 0, 0);
  clinch_test_assert_text (test, "7", "SELECT count (*) FROM customer");
}

static char *
dup_uid (ClinchTestStore *test,
         const char      *table,
         int              id)
{
  g_autofree char *hex = clinch_test_store_text (test, "SELECT hex (uid) FROM %s WHERE id = %d",
                                                 table, id);
  g_autofree char *uid = g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%s", hex, hex + 8, hex + 12,
                                          hex + 16, hex + 20);

  return g_ascii_strdown (uid, -1);
}

/* A file of ours that was edited: its rows are known by their identifiers. */
static void
test_identifiers (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchImportResult) made = NULL;
  g_autoptr(ClinchImportPlan) plan = NULL;
  g_autoptr(ClinchImportResult) result = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *text = NULL;

  made = clinch_test_import_text (test, "Deal,Account,Stage,Amount\nOld Name,X,Quote,5\n");
  uid = dup_uid (test, "opportunity", 1);
  text = g_strdup_printf ("name,customer,stage,amount,note,uid\nNew Name,X,Negotiation,7,,%s\n",
                          uid);
  plan = clinch_test_plan (test, clinch_test_table (text), CLINCH_KIND_OPPORTUNITY);
  clinch_import_plan_set_duplicates (plan, CLINCH_IMPORT_DUPLICATES_UPDATE);
  result = clinch_test_import (test, plan, NULL);
  clinch_test_assert_counts (result, 0, 1, 0, 0);
  clinch_test_assert_text (test, "New Name|700|Negotiation|2",
                           "SELECT o.name || '|' || amount || '|' || s.name || '|' || (SELECT count (*) FROM stage_move)"
                           " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id");
}

/* A grade against the profile has a reason, and one that agrees with it has none. */
static void
test_grades (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GString) text = g_string_new ("name,grade,uid\n");
  g_autoptr(ClinchImportPlan) plan = NULL;
  g_autoptr(ClinchImportResult) result = NULL;
  static const char grades[] = { 'A', 'C', 'B' };

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", "grade=C",
                                                   "auto-grade=C", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Bright", "grade=B",
                                                   "auto-grade=C", "grade-reason=Promised", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=New", NULL));
  for (int id = 1; id <= 3; id++)
    {
      g_autofree char *uid = dup_uid (test, "customer", id);
      g_autofree char *name = clinch_test_store_text (test, "SELECT name FROM customer"
                                                            " WHERE id = %d", id);

      g_string_append_printf (text, "%s,%c,%s\n", name, grades[id - 1], uid);
    }
  plan = clinch_test_plan (test, clinch_test_table (text->str), CLINCH_KIND_CUSTOMER);
  clinch_import_plan_set_duplicates (plan, CLINCH_IMPORT_DUPLICATES_UPDATE);
  result = clinch_test_import (test, plan, NULL);
  clinch_test_assert_counts (result, 0, 3, 0, 0);
  clinch_test_assert_text (test, "Acme A Imported\nBright C -\nNew B Imported",
                           "SELECT name || ' ' || grade || ' ' || ifnull (grade_reason, '-')"
                           " FROM customer ORDER BY id");
}

/* A row that would close a circle is not imported; the rest of the file is. */
static void
test_circles (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchImportResult) result = NULL;
  g_autofree char *problems = NULL;

  result = clinch_test_import_text (test,
                                    "account,sector,subsidiary_of\nA,x,B\nB,x,C\nC,x,A\nD,x,D\nE,x,Outside\n");
  clinch_test_assert_counts (result, 3, 0, 0, 2);
  /* C is made nevertheless, because B names it. */
  g_assert_cmpuint (result->n_made[CLINCH_KIND_CUSTOMER], ==, 2);
  problems = clinch_test_problems (result);
  g_assert_cmpstr (problems, ==,
                   "4: Nothing can belong to itself by way of others: "
                   "C → A (line 2) → B (line 3) → C.\n"
                   "5: Nothing can belong to itself by way of others: D → D.");
  clinch_test_assert_text (test, "A B\nB C\nE Outside",
                           "SELECT c.name || ' ' || p.name FROM customer AS c"
                           " JOIN customer AS p ON p.id = c.parent_id ORDER BY c.id");
}

/* Among the people of one customer, in whatever order they come. */
static void
test_reporting_lines (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autoptr(ClinchImportResult) result = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *path = NULL;
  g_autofree char *rejects = NULL;
  g_autoptr(GError) error = NULL;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=赵总", "customer=1",
                                                   NULL));
  result = clinch_test_import_text (test,
                                    "联系人,客户,手机,汇报给\n王敏,杭钢,1,赵总\n赵总,杭钢,2,李工\n李工,杭钢,3,王敏\n"
                                    "陈总,宝钢,4,赵总\n周姐,宝钢,5,李工\n钱工,新钢,6,钱工\n");
  clinch_test_assert_counts (result, 4, 0, 0, 2);
  problems = clinch_test_problems (result);
  g_assert_cmpstr (problems, ==,
                   "3: Reports To: “李工” was left out, because line 4 is not imported.\n"
                   "4: Nobody can report to themselves by way of others: "
                   "李工 → 王敏 (line 2) → 赵总 (line 3) → 李工.\n"
                   "6: Reports To: nothing is called “李工”.\n"
                   "7: Nobody can report to themselves by way of others: 钱工 → 钱工.");
  /* Nor is the customer made for whom only a rejected row asked. */
  clinch_test_assert_text (test, "王敏 赵总 杭钢\n赵总 - 杭钢\n陈总 赵总 宝钢\n周姐 - 宝钢",
                           "SELECT c.name || ' ' || ifnull (a.name, '-') || ' ' || k.name"
                           " FROM contact AS c LEFT JOIN contact AS a ON a.id = c.reports_to_id"
                           " JOIN customer AS k ON k.id = c.customer_id WHERE c.id > 1"
                           " ORDER BY c.id");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM customer"), ==, 2);

  path = g_build_filename (test->directory, "rejects.csv", NULL);
  g_assert_true (clinch_import_result_write_rejects (result, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &rejects, NULL, NULL));
  g_assert_nonnull (strstr (rejects, "李工,杭钢,3,王敏,4,"));
  g_assert_nonnull (strstr (rejects, "李工 → 王敏 (line 2) → 赵总 (line 3) → 李工."));
  g_assert_null (strstr (rejects, "陈总"));
}

/* The lines that are there already count as well, and those that stay as they are do not. */
static void
test_circle_with_workspace (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchImportResult) result = NULL;
  g_autoptr(ClinchImportResult) left = NULL;
  g_autoptr(ClinchImportPlan) plan = NULL;
  g_autofree char *problems = NULL;
  static const char text[] = "Contact Name,Account,Mobile,Reports To\n"
                             "Zhao,Acme,7,Wang\nWang,Acme,8,Ada\nAda,Acme,9,Li\n";

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=Zhao", "customer=1",
                                                   NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=Li", "customer=1",
                                                   "reports-to=1", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=Wang", "customer=1",
                                                   "reports-to=2", NULL));
  left = clinch_test_import_text (test, text);
  clinch_test_assert_counts (left, 1, 0, 2, 0);

  plan = clinch_test_plan (test, clinch_test_table (text), CLINCH_KIND_NONE);
  clinch_import_plan_set_duplicates (plan, CLINCH_IMPORT_DUPLICATES_UPDATE);
  result = clinch_test_import (test, plan, NULL);
  clinch_test_assert_counts (result, 0, 1, 1, 1);
  problems = clinch_test_problems (result);
  g_assert_nonnull (strstr (problems, "2: Nobody can report to themselves by way of others: "
                                      "Zhao → Wang → Li → Zhao."));
  clinch_test_assert_text (test, "Zhao - -\nLi - Zhao\nWang 8 Li\nAda 9 Li",
                           "SELECT c.name || ' ' || ifnull (c.mobile, '-') || ' ' || ifnull (a.name, '-')"
                           " FROM contact AS c LEFT JOIN contact AS a ON a.id = c.reports_to_id"
                           " ORDER BY c.id");
}

static void
test_people (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autoptr(ClinchImportResult) result = NULL;

  /* The manager comes after those managed, is in the list, and stands above nobody else. */
  result = clinch_test_import_text (test, "姓名,直属上级,区域\n张三,赵总,华东\n李四,赵总,华东\n赵总,赵总,总部\n王五,,华北\n");
  clinch_test_assert_counts (result, 4, 0, 0, 0);
  g_assert_cmpuint (result->n_made[CLINCH_KIND_MEMBER], ==, 0);
  clinch_test_assert_text (test,
                           "张三|赵总|赵总团队|owner\n李四|赵总|赵总团队|owner\n赵总|-|赵总团队|manager\n王五|-|-|owner",
                           "SELECT m.name || '|' || ifnull (b.name, '-') || '|' || ifnull (t.name, '-') || '|' || m.role"
                           " FROM member AS m LEFT JOIN member AS b ON b.id = m.manager_id"
                           " LEFT JOIN team AS t ON t.id = m.team_id WHERE m.id > 1 ORDER BY m.id");
  clinch_test_assert_text (test, "赵总团队|赵总|华东",
                           "SELECT t.name || '|' || m.name || '|' || t.region FROM team AS t JOIN member AS m"
                           " ON m.id = t.manager_id");
}

static void
test_contacts_and_follow_ups (void)
{
  static const char follow_ups[] =
    "日期,客户,联系人,商机,跟进方式,跟进内容,跟进人\n"
    "2026-11-20 14:30,杭钢,王总,MES二期,上门拜访,方案反馈不错,王敏\n"
    "2026-11-21,杭钢,新来的,,电话,约了下周,王敏\n"
    "2026-11-21,杭钢,新来的,,电话,约了下周,王敏\n"
    "2026-11-22,,,MES二期,微信,只有商机,王敏\n"
    "2026-11-22,杭钢,,没有的商机,微信,x,王敏\n"
    ",杭钢,,,微信,没有日期,王敏\n";
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autoptr(ClinchImportResult) customers = NULL;
  g_autoptr(ClinchImportResult) contacts = NULL;
  g_autoptr(ClinchImportResult) deals = NULL;
  g_autoptr(ClinchImportResult) result = NULL;
  g_autoptr(ClinchImportPlan) plan = NULL;
  g_autofree char *problems = NULL;

  customers = clinch_test_import_text (test, "客户名称,简称,行业\n杭州钢铁集团有限公司,杭钢,钢铁\n");
  contacts = clinch_test_import_text (test, "姓名,公司,职务,手机\n王总,杭钢,总经理,13800000000\n王总,杭州钢铁集团,副总,\n");
  clinch_test_assert_counts (contacts, 1, 0, 1, 0);
  deals = clinch_test_import_text (test, "商机名称,客户,阶段,金额(万元)\nMES二期,杭州钢铁集团,报价,350\n"
                                   "MES三期,杭州钢铁集团,报价,三十\nMES四期,杭州钢铁集团,报价,五万元\n");
  clinch_test_assert_counts (deals, 3, 0, 0, 0);
  clinch_test_assert_text (test, "350000000\n30000000\n5000000",
                           "SELECT amount FROM opportunity ORDER BY id");

  plan = clinch_test_plan (test, clinch_test_table (follow_ups), CLINCH_KIND_NONE);
  g_assert_cmpint (clinch_import_plan_get_kind (plan), ==, CLINCH_KIND_FOLLOW_UP);
  g_assert_true (clinch_import_plan_map_value (plan, "跟进方式", "上门拜访", "拜访", NULL));
  result = clinch_test_import (test, plan, NULL);
  problems = clinch_test_problems (result);
  g_assert_cmpstr (problems, ==,
                   "4: Line 3 brings the same record.\n"
                   "6: Opportunity: nothing is called “没有的商机”.\n"
                   "7: “When” is missing.");
  clinch_test_assert_counts (result, 3, 0, 1, 2);
  clinch_test_assert_text (test,
                           "visit|2026-11-20T14:30|王总|MES二期|方案反馈不错\n"
                           "call|2026-11-21T12:00|新来的|-|约了下周\n"
                           "message|2026-11-22T12:00|-|MES二期|只有商机",
                           "SELECT f.type || '|' || strftime ('%%Y-%%m-%%dT%%H:%%M', happened_at, 'unixepoch', '+8 hours') ||"
                           " '|' || ifnull (c.name, '-') || '|' || ifnull (o.name, '-') || '|' || f.text FROM follow_up AS f"
                           " LEFT JOIN contact AS c ON c.id = f.contact_id"
                           " LEFT JOIN opportunity AS o ON o.id = f.opportunity_id ORDER BY f.id");
  clinch_test_assert_text (test, "1", "SELECT count (*) FROM customer");
}

/* With and without a year; a column of days in an order of its own is understood as others are. */
static void
test_birthdays (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autoptr(ClinchImportResult) first = NULL;
  g_autoptr(ClinchImportResult) second = NULL;
  g_autofree char *problems = NULL;

  first = clinch_test_import_text (test, "姓名,公司,生日\n甲,杭钢,1980年3月5日\n乙,杭钢,3月5日\n丙,杭钢,--02-29\n"
                                         "丁,杭钢,农历三月\n戊,杭钢,\n");
  problems = clinch_test_problems (first);
  g_assert_cmpstr (problems, ==, "5: “农历三月” is not a date.");
  second = clinch_test_import_text (test,
                                    "Name,Company,Date of Birth\nA,Acme,12/31/1975\nB,Acme,3/5/1980\n");
  clinch_test_assert_counts (second, 2, 0, 0, 0);
  clinch_test_assert_text (test,
                           "甲 1980-03-05, 乙 --03-05, 丙 --02-29, 戊 -, A 1975-12-31, B 1980-03-05",
                           "SELECT group_concat (name || ' ' || ifnull (birthday, '-'), ', ') FROM"
                           " (SELECT * FROM contact ORDER BY id)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-plan/recognise", test_recognise);
  g_test_add_func ("/import-plan/map-columns", test_map_columns);
  g_test_add_func ("/import-plan/other-names", test_other_names);
  g_test_add_func ("/import-plan/map-values", test_map_values);
  g_test_add_func ("/import-plan/dates", test_dates);
  g_test_add_func ("/import-plan/problems", test_problems);
  g_test_add_func ("/import-plan/duplicates", test_duplicates);
  g_test_add_func ("/import-plan/identifiers", test_identifiers);
  g_test_add_func ("/import-plan/grades", test_grades);
  g_test_add_func ("/import-plan/circles", test_circles);
  g_test_add_func ("/import-plan/circle-with-workspace", test_circle_with_workspace);
  g_test_add_func ("/import-plan/reporting-lines", test_reporting_lines);
  g_test_add_func ("/import-plan/people", test_people);
  g_test_add_func ("/import-plan/contacts-and-follow-ups", test_contacts_and_follow_ups);
  g_test_add_func ("/import-plan/birthdays", test_birthdays);

  return g_test_run ();
}
