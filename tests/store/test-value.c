// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-record-text.h"
#include "clinch-resolve.h"
#include "clinch-test-store.h"
#include "clinch-value.h"

#include <string.h>

static ClinchTestStore *
new_with_names (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=王敏", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁集团有限公司",
                                             "short-name=杭钢", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme Corp", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=ACME CORP", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Betatech", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州银行", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=王总", "customer=1", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=王总", "customer=2", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES 项目", "number=OP-7",
                                             "customer=1", NULL));

  return test;
}

static void
test_value_resolve (void)
{
  g_autoptr(ClinchTestStore) test = new_with_names ();
  const struct
  {
    ClinchKind kind;
    const char *text;
    gint64 id;
  } cases[] = {
    { CLINCH_KIND_CUSTOMER, "杭州钢铁集团有限公司", 1 },
    { CLINCH_KIND_CUSTOMER, "  杭州钢铁集团有限公司 ", 1 },
    { CLINCH_KIND_CUSTOMER, "杭钢", 1 },
    { CLINCH_KIND_CUSTOMER, "杭州钢铁", 1 },
    { CLINCH_KIND_CUSTOMER, "Acme Corp", 2 },
    { CLINCH_KIND_CUSTOMER, "ACME CORP", 3 },
    { CLINCH_KIND_CUSTOMER, "ｂｅｔａｔｅｃｈ", 4 },
    { CLINCH_KIND_CUSTOMER, "beta", 4 },
    { CLINCH_KIND_OPPORTUNITY, "OP-7", 1 },
    { CLINCH_KIND_OPPORTUNITY, "mes", 1 },
    { CLINCH_KIND_MEMBER, "王敏", 2 },
    { CLINCH_KIND_PIPELINE, "key-account", 1 },
    { CLINCH_KIND_STAGE, "谈判中", 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 id;

      g_test_message ("%s", cases[i].text);
      clinch_resolve (test->db, cases[i].kind, cases[i].text, &id, &error);
      g_assert_no_error (error);
      g_assert_cmpint (id, ==, cases[i].id);
    }
}

static void
test_value_resolve_uid (void)
{
  g_autoptr(ClinchTestStore) test = new_with_names ();
  g_autoptr(ClinchRow) row = clinch_db_load_row (test->db, CLINCH_KIND_CUSTOMER, 2, NULL);
  char uid[CLINCH_UID_STRING_SIZE];
  gint64 id;

  clinch_uid_to_string (&row->uid, uid);
  g_assert_true (clinch_resolve (test->db, CLINCH_KIND_CUSTOMER, uid, &id, NULL));
  g_assert_cmpint (id, ==, 2);
  g_assert_false (clinch_resolve (test->db, CLINCH_KIND_MEMBER, uid, &id, NULL));

  /* What lies in the bin is found by its uid, or where the bin is asked. */
  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, 2);
  g_assert_true (clinch_resolve (test->db, CLINCH_KIND_CUSTOMER, uid, &id, NULL));
  g_assert_true (clinch_resolve (test->db, CLINCH_KIND_CUSTOMER, "acme corp", &id, NULL));
  g_assert_cmpint (id, ==, 3);
  g_assert_true (clinch_resolve_deleted (test->db, CLINCH_KIND_CUSTOMER, "acme", &id, NULL));
  g_assert_cmpint (id, ==, 2);
  g_assert_false (clinch_resolve_deleted (test->db, CLINCH_KIND_CUSTOMER, "Betatech", &id, NULL));
}

static void
test_value_resolve_errors (void)
{
  g_autoptr(ClinchTestStore) test = new_with_names ();
  const struct
  {
    ClinchKind kind;
    const char *text;
    ClinchStoreError code;
    const char *pattern;
  } cases[] = {
    { CLINCH_KIND_CUSTOMER, "杭州", CLINCH_STORE_ERROR_AMBIGUOUS, "“杭州” fits several Customers: 杭州钢铁集团有限公司 (*-*), 杭州银行 (*-*). *" },
    { CLINCH_KIND_CUSTOMER, "acme corp", CLINCH_STORE_ERROR_AMBIGUOUS, "“acme corp” fits several Customers: Acme Corp (*" },
    { CLINCH_KIND_CONTACT, "王总", CLINCH_STORE_ERROR_AMBIGUOUS, "*fits several Contacts*" },
    { CLINCH_KIND_STAGE, "需求确认", CLINCH_STORE_ERROR_AMBIGUOUS, "*" },
    { CLINCH_KIND_CUSTOMER, "Betatec Ltd", CLINCH_STORE_ERROR_NOT_FOUND, "There is no Customer “Betatec Ltd”*" },
    { CLINCH_KIND_CUSTOMER, "杭州钢鐵集团", CLINCH_STORE_ERROR_NOT_FOUND, "*Did you mean: 杭州钢铁集团有限公司?" },
    { CLINCH_KIND_CUSTOMER, "' OR 1=1 --", CLINCH_STORE_ERROR_NOT_FOUND, "There is no Customer *" },
    { CLINCH_KIND_CUSTOMER, "\"", CLINCH_STORE_ERROR_NOT_FOUND, "There is no Customer *" },
    { CLINCH_KIND_CUSTOMER, "", CLINCH_STORE_ERROR_NOT_FOUND, "*" },
    { CLINCH_KIND_CUSTOMER, "\xff\xfe", CLINCH_STORE_ERROR_NOT_FOUND, "*" },
    { CLINCH_KIND_FOLLOW_UP, "something", CLINCH_STORE_ERROR_NOT_FOUND, "*" },
    { CLINCH_KIND_SETTING, "colour", CLINCH_STORE_ERROR_NOT_FOUND, "*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 id;

      g_assert_false (clinch_resolve (test->db, cases[i].kind, cases[i].text, &id, &error));
      g_assert_error (error, CLINCH_STORE_ERROR, (int) cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].pattern, error->message));
    }
}

static void
test_value_parse (void)
{
  g_autoptr(ClinchTestStore) test = new_with_names ();
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (test->db);
  const struct
  {
    ClinchKind kind;
    const char *field;
    const char *text;
    const char *expected; /* as exported; NULL for an error */
  } cases[] = {
    { CLINCH_KIND_OPPORTUNITY, "amount", "1.2亿", "120000000.00" },
    { CLINCH_KIND_OPPORTUNITY, "amount", "¥350,000.5", "350000.50" },
    { CLINCH_KIND_OPPORTUNITY, "amount", "", "" },
    { CLINCH_KIND_OPPORTUNITY, "amount", "viel", NULL },
    { CLINCH_KIND_OPPORTUNITY, "amount", "$5", NULL },
    { CLINCH_KIND_OPPORTUNITY, "probability", "40%", "40" },
    { CLINCH_KIND_OPPORTUNITY, "probability", "４０ ％", "40" },
    { CLINCH_KIND_OPPORTUNITY, "probability", "40", "40" },
    { CLINCH_KIND_OPPORTUNITY, "probability", "0.4", "40" },
    { CLINCH_KIND_OPPORTUNITY, "probability", "1.0", "100" },
    { CLINCH_KIND_OPPORTUNITY, "probability", "1", "1" },
    { CLINCH_KIND_OPPORTUNITY, "probability", "0.5%", "1" },
    { CLINCH_KIND_OPPORTUNITY, "probability", "66.6", "67" },
    { CLINCH_KIND_OPPORTUNITY, "probability", "100.1", NULL },
    { CLINCH_KIND_OPPORTUNITY, "probability", "101", NULL },
    { CLINCH_KIND_OPPORTUNITY, "probability", "-1", NULL },
    { CLINCH_KIND_OPPORTUNITY, "probability", "1e2", NULL },
    { CLINCH_KIND_OPPORTUNITY, "probability", ".", NULL },
    { CLINCH_KIND_OPPORTUNITY, "currency", "rmb", "CNY" },
    { CLINCH_KIND_OPPORTUNITY, "currency", "usd", "USD" },
    { CLINCH_KIND_OPPORTUNITY, "currency", "美元", "USD" },
    { CLINCH_KIND_OPPORTUNITY, "currency", "XYZ", NULL },
    { CLINCH_KIND_OPPORTUNITY, "expected-date", "2026年12月1日", "2026-12-01" },
    { CLINCH_KIND_OPPORTUNITY, "expected-date", "2026/12/1", "2026-12-01" },
    { CLINCH_KIND_OPPORTUNITY, "expected-date", "3/4/2026", NULL },
    { CLINCH_KIND_OPPORTUNITY, "expected-date", "2026-02-30", NULL },
    { CLINCH_KIND_OPPORTUNITY, "stage", "报价", "报价" },
    { CLINCH_KIND_OPPORTUNITY, "customer", "杭钢", "杭州钢铁集团有限公司" },
    { CLINCH_KIND_OPPORTUNITY, "customer", "宝钢", NULL },
    { CLINCH_KIND_CONTACT, "birthday", "1980年3月5日", "1980-03-05" },
    { CLINCH_KIND_CONTACT, "birthday", "3月5日", "--03-05" },
    { CLINCH_KIND_CONTACT, "birthday", "2027-03-05", NULL },
    { CLINCH_KIND_CONTACT, "birthday", "spring", NULL },
    { CLINCH_KIND_CUSTOMER, "employees", "1,200人", "1200" },
    { CLINCH_KIND_CUSTOMER, "employees", "１２００", "1200" },
    { CLINCH_KIND_CUSTOMER, "employees", "1200.0", "1200" },
    { CLINCH_KIND_CUSTOMER, "employees", "12.5", NULL },
    { CLINCH_KIND_CUSTOMER, "employees", "-5", NULL },
    { CLINCH_KIND_CUSTOMER, "employees", "99999999999999999999", NULL },
    { CLINCH_KIND_CUSTOMER, "founded", "1996年", "1996" },
    { CLINCH_KIND_CUSTOMER, "grade", "战略", "S" },
    { CLINCH_KIND_CUSTOMER, "grade", "E", NULL },
    { CLINCH_KIND_CUSTOMER, "name", "A\u202eB\tC", "AB C" },
    { CLINCH_KIND_FOLLOW_UP, "happened", "2026-11-23T09:00:00+08:00", "2026-11-23T01:00:00Z" },
    { CLINCH_KIND_FOLLOW_UP, "happened", "yesterday-ish", NULL },
    { CLINCH_KIND_FOLLOW_UP, "type", "拜访", "visit" },
    { CLINCH_KIND_FOLLOW_UP, "text", "one\ntwo", "one\ntwo" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ClinchField *field = clinch_kind_find_field (cases[i].kind, cases[i].field);
      g_autoptr(ClinchRow) row = clinch_row_new (cases[i].kind);
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s=%s", cases[i].field, cases[i].text);
      if (cases[i].expected == NULL)
        {
          g_assert_false (clinch_value_parse (context, field, cases[i].text, row, &error));
          g_test_message ("  %s", error->message);
          g_assert_true (error->domain == CLINCH_STORE_ERROR);
          g_assert_nonnull (strstr (error->message, clinch_field_label (field)));
          g_assert_nonnull (strstr (error->message, cases[i].text));
          continue;
        }
      clinch_value_parse (context, field, cases[i].text, row, &error);
      g_assert_no_error (error);
      g_assert_true (clinch_row_has (row, field->index));
      text = clinch_value_export (context, row, field);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* The same name in two customers: the customer of the row decides. */
static void
test_value_scope (void)
{
  g_autoptr(ClinchTestStore) test = new_with_names ();
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (test->db);
  const ClinchField *contact = clinch_kind_field (CLINCH_KIND_OPPORTUNITY,
                                                  CLINCH_OPPORTUNITY_CONTACT);
  const ClinchField *stage = clinch_kind_field (CLINCH_KIND_OPPORTUNITY, CLINCH_OPPORTUNITY_STAGE);
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "customer=2", "pipeline=2",
                                              NULL);
  g_autoptr(ClinchRow) elsewhere = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "customer=4",
                                                    "pipeline=1", NULL);
  g_autofree char *exported = NULL;

  g_assert_true (clinch_value_parse (context, contact, "王总", row, NULL));
  g_assert_cmpint (clinch_row_int (row, CLINCH_OPPORTUNITY_CONTACT), ==, 2);
  g_assert_true (clinch_value_parse (context, stage, "需求确认", row, NULL));
  g_assert_cmpint (clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE), ==, 10);
  g_assert_false (clinch_value_parse (context, contact, "王总", elsewhere, NULL));
  g_assert_false (clinch_value_parse (context, stage, "商务谈判阶段", elsewhere, NULL));

  /* A name that two have is exported as a uid, which leads back. */
  exported = clinch_value_export (context, row, contact);
  g_assert_cmpuint (strlen (exported), ==, 36);
  g_assert_true (clinch_value_parse (context, contact, exported, row, NULL));
  g_assert_cmpint (clinch_row_int (row, CLINCH_OPPORTUNITY_CONTACT), ==, 2);
}

static void
test_value_format (void)
{
  g_autoptr(ClinchTestStore) test = new_with_names ();
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (test->db);
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=123456789",
                                              "currency=USD", "probability=40",
                                              "customer=1", "expected-date=2020-05-06", NULL);
  const struct
  {
    int field;
    gboolean full;
    const char *expected;
  } cases[] = {
    { CLINCH_OPPORTUNITY_AMOUNT, FALSE, "$1.23M" },
    { CLINCH_OPPORTUNITY_AMOUNT, TRUE, "$1,234,567.89" },
    { CLINCH_OPPORTUNITY_PROBABILITY, FALSE, "40%" },
    { CLINCH_OPPORTUNITY_CUSTOMER, FALSE, "杭州钢铁集团有限公司" },
    { CLINCH_OPPORTUNITY_EXPECTED, FALSE, "May 6, 2020" },
    { CLINCH_OPPORTUNITY_EXPECTED, TRUE, "Wed, May 6, 2020" },
    { CLINCH_OPPORTUNITY_NOTE, FALSE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = clinch_value_format (context, row,
                                                   clinch_kind_field (CLINCH_KIND_OPPORTUNITY,
                                                                      cases[i].field),
                                                   cases[i].full);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static gboolean
edit (ClinchTestStore    *test,
      gint64              id,
      const char *const  *assignments,
      GError            **error)
{
  g_autoptr(ClinchTxn) txn = NULL;
  g_autoptr(ClinchChangeSet) changes = NULL;

  txn = clinch_txn_begin (test->db, 1770000000000, NULL);
  if (!clinch_record_edit (txn, CLINCH_KIND_OPPORTUNITY, id, assignments, error))
    return FALSE;
  changes = clinch_txn_commit (g_steal_pointer (&txn), error);

  return changes != NULL;
}

static char *
opportunity_state (ClinchTestStore *test)
{
  return clinch_test_store_text (test,
                                 "SELECT concat_ws (' ', s.code, o.amount, o.currency, o.closed_date, o.lost_reason,"
                                       " o.competitor) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id");
}

static void
test_value_record_edit (void)
{
  g_autoptr(ClinchTestStore) test = new_with_names ();
  const struct
  {
    const char *assignments[5];
    const char *expected; /* the state after it */
    const char *error;
  } cases[] = {
    { { "amount=5000", NULL }, "first-talks 500000 CNY", NULL },
    { { "amount=5000", "currency=JPY", NULL }, "first-talks 5000 JPY", NULL },
    { { "currency=CNY", NULL }, "first-talks 500000 CNY", NULL },
    { { "stage=谈判", "amount=1万", NULL }, "negotiation 1000000 CNY", NULL },
    { { "stage=丢单", NULL }, NULL, "*reason*" },
    { { "lost-reason=价格", "stage=丢单", "competitor=西门子", "closed-date=2026-11-20", NULL }, "lost 1000000 CNY 2026-11-20 价格 西门子", NULL },
    { { "stage=成交", NULL }, "won 1000000 CNY 2026-02-02 西门子", NULL },
    { { "stage=报价", "closed-date=", NULL }, "quote 1000000 CNY 西门子", NULL },
    { { "pipeline=线索到签约", NULL }, NULL, "Say also in which stage*" },
    { { "pipeline=线索到签约", "stage=商务谈判", "amount=", NULL }, "negotiation CNY 西门子", NULL },
    { { "colour=red", NULL }, NULL, "Opportunity has no field “colour”." },
    { { "follow-up-count=5", NULL }, NULL, "“Follow-ups” is kept by the program and cannot be set." },
    { { "position=5", NULL }, NULL, "*cannot be set." },
    { { "amount", NULL }, NULL, "“amount” is not of the form FIELD=VALUE." },
    { { "name=", NULL }, NULL, "Opportunity: “Name” must not be empty." },
    { { "name=a=b", NULL }, "negotiation CNY 西门子", NULL },
    { { NULL }, "negotiation CNY 西门子", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = opportunity_state (test);
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].assignments[0] != NULL ? cases[i].assignments[0] : "-");
      g_assert_cmpint (edit (test, 1, cases[i].assignments, &error), ==, cases[i].error == NULL);
      if (cases[i].error == NULL)
        g_assert_no_error (error);
      else
        g_assert_true (g_pattern_match_simple (cases[i].error, error->message));
      after = opportunity_state (test);
      g_assert_cmpstr (after, ==, cases[i].error == NULL ? cases[i].expected : before);
    }
}

static void
test_value_record_add (void)
{
  g_autoptr(ClinchTestStore) test = new_with_names ();
  const char *good[] = { "amount=3万", "name=SCADA", "stage=报价", "contact=王总", "customer=Acme Corp",
                         NULL };
  const char *bad[] = { "name=SCADA", "customer=Nobody", NULL };
  const char *empty[] = { NULL };
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;
  g_autofree char *state = NULL;
  gint64 id;

  id = clinch_record_add (txn, CLINCH_KIND_OPPORTUNITY, good, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (g_steal_pointer (&txn));
  state = clinch_test_store_text (test,
                                  "SELECT customer_id || ' ' || contact_id || ' ' || amount || ' ' || currency || ' ' ||"
                                        " stage_id FROM opportunity WHERE id = %d", (int) id);
  g_assert_cmpstr (state, ==, "2 2 3000000 CNY 4");

  txn = clinch_test_store_begin (test);
  g_assert_cmpint (clinch_record_add (txn, CLINCH_KIND_OPPORTUNITY, bad, &error), ==, 0);
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (clinch_record_add (txn, CLINCH_KIND_CUSTOMER, empty, &error), ==, 0);
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/value/resolve", test_value_resolve);
  g_test_add_func ("/store/value/resolve-uid", test_value_resolve_uid);
  g_test_add_func ("/store/value/resolve-errors", test_value_resolve_errors);
  g_test_add_func ("/store/value/parse", test_value_parse);
  g_test_add_func ("/store/value/scope", test_value_scope);
  g_test_add_func ("/store/value/format", test_value_format);
  g_test_add_func ("/store/value/record-edit", test_value_record_edit);
  g_test_add_func ("/store/value/record-add", test_value_record_add);

  return g_test_run ();
}
