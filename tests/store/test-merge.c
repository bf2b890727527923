// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-check.h"
#include "clinch-log.h"
#include "clinch-merge.h"
#include "clinch-step-label.h"
#include "clinch-test-store.h"

#include <string.h>

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static void
insert (ClinchTestStore *test,
        ClinchRow       *row)
{
  clinch_test_store_insert (test, row);
}

/* 1 杭钢股份 and 2 杭州钢铁集团有限公司, which are one; 3 宝钢. */
static void
fill (ClinchTestStore *test)
{
  insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢股份", "phone=0571-1",
                                 "note=老客户", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁集团有限公司",
                                 "phone=0571-2", "website=https://x.cn", "note=有两家工厂",
                                 "revenue=500", "currency=USD", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢物流", "parent=2", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=王敏", "customer=1", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=王 敏", "customer=2", "mobile=138",
                                 NULL));
  insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=李雷", "customer=2", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "customer=2", "contact=2",
                                 "amount=120000", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=见面", "customer=2", "contact=2",
                                 "opportunity=1", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=电话", "customer=1", NULL));
  /* One that lies in the bin by itself. */
  insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=韩梅梅", "customer=2", NULL));
  clinch_test_store_delete (test, CLINCH_KIND_CONTACT, 4);
}

static gint64
merge (ClinchTestStore           *test,
       const ClinchMergeRequest  *request,
       GError                   **error)
{
  ClinchTxn *txn = clinch_txn_begin (test->db, G_GINT64_CONSTANT (1795392000000), error);
  g_autoptr(ClinchChangeSet) changes = NULL;

  if (!clinch_operation_merge (txn, request, error))
    {
      clinch_txn_rollback (txn);
      return 0;
    }
  changes = clinch_txn_commit (txn, error);
  g_assert_nonnull (changes);

  return changes->step_id;
}

static void
assert_text (ClinchTestStore *test,
             const char      *expected,
             const char      *sql)
{
  g_autofree char *text = clinch_test_store_text (test, "%s", sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_sound (ClinchTestStore *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = clinch_check_run (test->db, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  clinch_test_store_check_counts (test);
}

static ClinchMergeRequest
propose (ClinchTestStore *test,
         ClinchKind       kind,
         gint64           keep,
         gint64           other)
{
  g_autoptr(ClinchRow) first = clinch_db_load_row (test->db, kind, keep, NULL);
  g_autoptr(ClinchRow) second = clinch_db_load_row (test->db, kind, other, NULL);

  return clinch_merge_propose (first, second);
}

#define STATE                                                                                  \
  "SELECT (SELECT group_concat (id || name || ifnull (parent_id, '') || currency ||"           \
  "  ifnull (deleted_at, '') || ifnull (note, ''), ' ') FROM customer) ||"                     \
  " (SELECT group_concat (id || name || customer_id || ifnull (mobile, '') ||"                 \
  "  ifnull (deleted_at, ''), ' ') FROM contact) ||"                                           \
  " (SELECT group_concat (id || customer_id || ifnull (contact_id, ''), ' ') FROM opportunity) ||" \
  " (SELECT group_concat (id || customer_id || ifnull (contact_id, ''), ' ') FROM follow_up)"

static void
test_merge_customers (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  ClinchMergeRequest request;
  g_autoptr(ClinchTxn) txn = NULL;
  g_autoptr(ClinchStep) step = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  gint64 counts[CLINCH_N_KINDS];
  gint64 id;

  fill (test);
  before = clinch_test_store_text (test, "%s", STATE);
  clinch_merge_count (test->db, CLINCH_KIND_CUSTOMER, 2, counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts[CLINCH_KIND_CONTACT], ==, 2);
  g_assert_cmpint (counts[CLINCH_KIND_OPPORTUNITY], ==, 1);
  g_assert_cmpint (counts[CLINCH_KIND_FOLLOW_UP], ==, 1);
  g_assert_cmpint (counts[CLINCH_KIND_CUSTOMER], ==, 1);
  g_assert_cmpint (counts[CLINCH_KIND_MEMBER], ==, 0);

  request = propose (test, CLINCH_KIND_CUSTOMER, 1, 2);
  request.take |= BIT (CLINCH_CUSTOMER_NAME);
  id = merge (test, &request, &error);
  g_assert_no_error (error);
  assert_text (test, "杭州钢铁集团有限公司|0571-1|https://x.cn||CNY|老客户\n\n有两家工厂",
               "SELECT name || '|' || phone || '|' || website || '|' ||"
               " ifnull (revenue, '') || '|' || currency"
               " || '|' || note FROM customer WHERE id = 1");
  assert_text (test, "1", "SELECT deleted_at IS NOT NULL FROM customer WHERE id = 2");
  assert_text (test, "1", "SELECT parent_id FROM customer WHERE id = 4");
  /* The one in the bin too: whoever restores it finds it where the others are. */
  assert_text (test, "王敏1 王 敏1 李雷1 韩梅梅1",
               "SELECT group_concat (name || customer_id, ' ') FROM contact");
  assert_text (test, "11", "SELECT (SELECT customer_id FROM opportunity) ||"
               " (SELECT group_concat (DISTINCT customer_id) FROM follow_up)");
  assert_text (test, "120000", "SELECT open_value FROM customer WHERE id = 1");
  assert_sound (test);

  step = clinch_log_step (test->db, id, &error);
  label = clinch_step_label (step->action, step->args);
  g_assert_cmpstr (label, ==, "Merge Customer “杭州钢铁集团有限公司” into “杭钢股份”");

  txn = clinch_test_store_begin (test);
  clinch_log_undo (txn, id, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (g_steal_pointer (&txn));
  assert_text (test, before, STATE);
  assert_sound (test);
}

static void
test_merge_contacts (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  ClinchMergeRequest request;
  g_autoptr(GError) error = NULL;

  fill (test);
  request = propose (test, CLINCH_KIND_CONTACT, 1, 2);
  g_assert_cmpuint (request.take, ==, BIT (CLINCH_CONTACT_MOBILE));
  merge (test, &request, &error);
  g_assert_no_error (error);
  /* The person stays with the customer that was chosen; what was said there stays where it was. */
  assert_text (test, "王敏|1|138", "SELECT name || '|' || customer_id || '|' || mobile FROM contact"
               " WHERE id = 1");
  assert_text (test, "2|1", "SELECT customer_id || '|' || contact_id FROM opportunity");
  assert_text (test, "1", "SELECT contact_id FROM follow_up WHERE id = 1");
  assert_sound (test);
}

/* Whoever is known as one of the two is known, whichever of them stays. */
static void
test_merge_placeholder (void)
{
  static const struct
  {
    const char *keep;
    const char *other;
    const char *expected;
  } cases[] = {
    { NULL, "known=no", "-" },        { "known=yes", "known=no", "yes" }, { "known=no", NULL, "yes" },
    { "known=no", "known=yes", "yes" }, { "known=no", "known=no", "no" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
      g_autoptr(ClinchRow) keep = NULL;
      g_autoptr(ClinchRow) other = NULL;
      g_autoptr(GError) error = NULL;
      ClinchMergeRequest request;

      insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", NULL));
      insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=王敏", "customer=1",
                                     cases[i].keep, NULL));
      insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=信息总监", "customer=1",
                                     cases[i].other, NULL));
      keep = clinch_db_load_row (test->db, CLINCH_KIND_CONTACT, 1, NULL);
      other = clinch_db_load_row (test->db, CLINCH_KIND_CONTACT, 2, NULL);
      g_assert_false (clinch_merge_differs (keep, other, CLINCH_CONTACT_KNOWN));
      request = clinch_merge_propose (keep, other);
      g_assert_cmpuint (request.take, ==, 0);

      /* Whoever asks for it all the same does not get it either. */
      request.take = BIT (CLINCH_CONTACT_KNOWN);
      merge (test, &request, &error);
      g_assert_no_error (error);
      assert_text (test, cases[i].expected,
                   "SELECT ifnull (known, '-') FROM contact WHERE id = 1");
    }
}

static void
assert_refused (ClinchTestStore *test,
                ClinchKind       kind,
                gint64           keep,
                gint64           other,
                const char      *says)
{
  ClinchMergeRequest request = { kind, keep, other, 0, 0 };
  g_autofree char *before = clinch_test_store_text (test, "%s", STATE);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (merge (test, &request, &error), ==, 0);
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” where “%s” was expected", error->message, says);
  assert_text (test, before, STATE);
}

static void
test_merge_refused (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");

  fill (test);
  insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢物流仓储", "parent=4", NULL));
  assert_refused (test, CLINCH_KIND_CUSTOMER, 2, 2, "with itself");
  assert_refused (test, CLINCH_KIND_CUSTOMER, 2, 4,
                  "“杭州钢铁集团有限公司” and “杭钢物流” cannot be merged, because one stands below the "
                  "other: 杭钢物流 → 杭州钢铁集团有限公司. Change one of these lines first.");
  assert_refused (test, CLINCH_KIND_CUSTOMER, 4, 2, "杭钢物流 → 杭州钢铁集团有限公司. Change");
  assert_refused (test, CLINCH_KIND_CUSTOMER, 5, 2,
                  ": 杭钢物流仓储 → 杭钢物流 → 杭州钢铁集团有限公司. Change");
  assert_refused (test, CLINCH_KIND_CUSTOMER, 2, 5,
                  ": 杭钢物流仓储 → 杭钢物流 → 杭州钢铁集团有限公司. Change");
  assert_refused (test, CLINCH_KIND_CONTACT, 1, 4, "“韩梅梅” lies in the recycle bin");
  assert_refused (test, CLINCH_KIND_CONTACT, 4, 1, "“韩梅梅” lies in the recycle bin");
  assert_refused (test, CLINCH_KIND_OPPORTUNITY, 1, 2, "Only customers and contacts");
  assert_refused (test, CLINCH_KIND_MEMBER, 1, 2, "Only customers and contacts");
}

/* What may be there only once for each record: that of the record that stays counts. */
static void
test_merge_unique (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  ClinchMergeRequest request = { CLINCH_KIND_CUSTOMER, 1, 3, 0, 0 };
  g_autoptr(GError) error = NULL;

  fill (test);
  clinch_db_exec (test->db, "CREATE UNIQUE INDEX contact_once ON contact (customer_id, mobile)"
                  " WHERE deleted_at IS NULL", &error);
  g_assert_no_error (error);
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CONTACT, "mobile=139", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=甲", "customer=3", "mobile=139", NULL));
  insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=乙", "customer=3", "mobile=137", NULL));
  merge (test, &request, &error);
  g_assert_no_error (error);
  assert_text (test, "王敏 乙", "SELECT group_concat (name, ' ') FROM contact WHERE customer_id = 1"
               " AND deleted_at IS NULL");
  assert_text (test, "甲", "SELECT name FROM contact WHERE customer_id = 3");
}

/* Who takes the amount takes its currency. */
static void
test_merge_money (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  ClinchMergeRequest request = { CLINCH_KIND_CUSTOMER, 1, 2, BIT (CLINCH_CUSTOMER_REVENUE), 0 };
  g_autoptr(GError) error = NULL;

  fill (test);
  merge (test, &request, &error);
  g_assert_no_error (error);
  assert_text (test, "500 USD 0571-1", "SELECT revenue || ' ' || currency || ' ' || phone"
               " FROM customer WHERE id = 1");
  assert_sound (test);
}

static void
test_merge_choices (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autoptr(ClinchRow) keep = NULL;
  g_autoptr(ClinchRow) other = NULL;

  fill (test);
  keep = clinch_db_load_row (test->db, CLINCH_KIND_CUSTOMER, 1, NULL);
  other = clinch_db_load_row (test->db, CLINCH_KIND_CUSTOMER, 2, NULL);
  g_assert_true (clinch_merge_differs (keep, other, CLINCH_CUSTOMER_NAME));
  g_assert_true (clinch_merge_differs (keep, other, CLINCH_CUSTOMER_PHONE));
  g_assert_false (clinch_merge_differs (keep, other, CLINCH_CUSTOMER_WEBSITE));
  g_assert_false (clinch_merge_differs (keep, other, CLINCH_CUSTOMER_OWNER));
  g_assert_false (clinch_merge_differs (keep, other, CLINCH_CUSTOMER_CONTACT_COUNT));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/merge/customers", test_merge_customers);
  g_test_add_func ("/store/merge/contacts", test_merge_contacts);
  g_test_add_func ("/store/merge/placeholder", test_merge_placeholder);
  g_test_add_func ("/store/merge/refused", test_merge_refused);
  g_test_add_func ("/store/merge/unique", test_merge_unique);
  g_test_add_func ("/store/merge/money", test_merge_money);
  g_test_add_func ("/store/merge/choices", test_merge_choices);

  return g_test_run ();
}
