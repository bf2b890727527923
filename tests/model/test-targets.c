// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-clock.h"
#include "clinch-log.h"
#include "clinch-operations.h"
#include "clinch-profile-derive.h"
#include "clinch-target-deals.h"
#include "clinch-target-operations.h"
#include "clinch-test-store.h"

/* A Monday. November has 21 workdays, of which 15 are over; the quarter 66, of which 37 are. */
#define TODAY "2026-11-23"

static gint64
add (ClinchTestStore  *store,
     ClinchRow        *row,
     GError          **error)
{
  g_autoptr(ClinchRow) record = row;
  ClinchTxn *txn = clinch_txn_begin (store->db, clinch_clock_now_ms (), error);
  gint64 id = clinch_operation_add (txn, record, error);
  g_autoptr(ClinchChangeSet) changes = id != 0 ? clinch_txn_commit (txn, error) : NULL;

  if (id == 0)
    clinch_txn_rollback (txn);

  return changes != NULL ? id : 0;
}

static void
add_deal (ClinchTestStore *store,
          const char      *name,
          const char      *owner,
          const char      *stage,
          const char      *amount,
          const char      *date,
          const char      *currency)
{
  g_autoptr(GError) error = NULL;
  ClinchRow *row = clinch_test_row (CLINCH_KIND_OPPORTUNITY, name, owner, amount, date, currency,
                                    "customer=1", NULL);

  clinch_row_set_int (row, CLINCH_OPPORTUNITY_STAGE, clinch_test_store_stage (store, stage));
  g_assert_cmpint (add (store, row, &error), !=, 0);
  g_assert_no_error (error);
}

/* Members: 1 Wang Min and 2 Li Na sell in the department 2 of team 1, 3 Zhao is a collaborator
 * there, 4 Chen stands in no team. */
static ClinchTestStore *
make_store (void)
{
  ClinchTestStore *store = clinch_test_store_new ("zh");
  static const char *const members[][3] = {
    { "name=Li Na", "role=owner", "team=2" }, { "name=Zhao Lei", "role=collaborator", "team=2" },
    { "name=Chen", "role=manager", "team=" },
  };

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_TEAM, "name=East", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_TEAM, "name=Sales", "parent=1",
                                                    NULL));
  clinch_test_store_update (store, 1, clinch_test_row (CLINCH_KIND_MEMBER, "name=Wang Min",
                                                       "role=owner", "team=2", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, members[i][0],
                                                      members[i][1], members[i][2], NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang",
                                                    "owner=1", "currency=CNY", "grade=A", NULL));

  return store;
}

/* Wang Min has won 1000 and 400 in November, 700 in October, and has 500 and 2000 open, at 10 and
 * 40 percent. Li Na has won 300, and 9 in euros. */
static void
add_deals (ClinchTestStore *store)
{
  add_deal (store, "name=Won 1", "owner=1", "won", "amount=100000", "closed-date=2026-11-02",
            "currency=CNY");
  add_deal (store, "name=Won 2", "owner=1", "won", "amount=40000", "closed-date=2026-11-30",
            "currency=CNY");
  add_deal (store, "name=Won 3", "owner=1", "won", "amount=70000", "closed-date=2026-10-31",
            "currency=CNY");
  add_deal (store, "name=Small", "owner=1", "first-talks", "amount=50000",
            "expected-date=2026-11-24", "currency=CNY");
  add_deal (store, "name=Big", "owner=1", "proposal", "amount=200000", "expected-date=2026-11-30",
            "currency=CNY");
  add_deal (store, "name=Later", "owner=1", "proposal", "amount=900000",
            "expected-date=2026-12-01", "currency=CNY");
  add_deal (store, "name=Lost", "owner=1", "lost", "amount=800000", "closed-date=2026-11-02",
            "currency=CNY");
  add_deal (store, "name=Won 4", "owner=2", "won", "amount=30000", "closed-date=2026-11-03",
            "currency=CNY");
  add_deal (store, "name=Won 5", "owner=2", "won", "amount=900", "closed-date=2026-11-03",
            "currency=EUR");
}

static void
add_targets (ClinchTestStore *store)
{
  static const char *const targets[][2] = {
    { "member=1", "amount=300000" }, { "member=2", "amount=100000" }, { "team=1", "amount=500000" },
    { "team=2", "amount=420000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr(GError) error = NULL;

      add (store, clinch_test_row (CLINCH_KIND_TARGET, targets[i][0], targets[i][1], "period=month",
                                   "start=2026-11-15", NULL), &error);
      g_assert_no_error (error);
    }
}

static ClinchTargetReport *
load (ClinchTestStore *store,
      const char      *code)
{
  g_autoptr(GError) error = NULL;
  ClinchPeriod period;
  ClinchTargetReport *report;

  g_assert_true (clinch_period_parse (code, &period));
  report = clinch_target_report_load (store->db, &period, TODAY, &error);
  g_assert_no_error (error);

  return report;
}

static const ClinchTargetRow *
row_of (const ClinchTargetReport *report,
        const char               *name)
{
  for (guint i = 0; i < report->rows->len; i++)
    {
      const ClinchTargetRow *row = report->rows->pdata[i];

      if (g_str_equal (row->name, name))
        return row;
    }

  return NULL;
}

/* --- Writing */

static const struct
{
  const char *fields[4];
  const char *refusal;
} writes[] = {
  { { "member=1", "amount=1", "period=month", "start=2026-11-30" },
    "There is a target “Wang Min · 2026-11” already. Change that one." },
  { { "team=1", "amount=1", "period=month", "start=2026-11-01" },
    "There is a target “East · 2026-11” already. Change that one." },
  { { "member=1", "amount=1", "period=month", "team=1" },
    "The target “East · 2026-11” cannot be of a member and of a team. Leave one of them out." },
  { { "member=1", "amount=-1", "period=year", NULL }, "The amount of “Wang Min · 2026” cannot be "
    "negative." },
  { { "member=1", "amount=1", "period=month", "start=2026-12-01" }, NULL },
  { { "member=1", "amount=1", "period=quarter", NULL }, NULL },
  { { "amount=1", "period=month", "start=2026-11-01", NULL }, NULL },
  { { "amount=2", "period=month", "start=2026-11-09", NULL },
    "There is a target “2026-11” already. Change that one." },
};

static void
test_unique (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();

  add_targets (store);
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      const char *const *fields = writes[i].fields;
      g_autoptr(GError) error = NULL;

      add (store, clinch_test_row (CLINCH_KIND_TARGET, fields[0], fields[1], fields[2], fields[3],
                                   NULL), &error);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, writes[i].refusal);
    }
}

/* What was deleted leaves room for another one, and then does not come back. */
static void
test_undo (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  ClinchTxn *txn;
  gint64 step;
  gint64 target;

  target = add (store, clinch_test_row (CLINCH_KIND_TARGET, "member=1", "amount=100", "period=year",
                                        NULL), &error);
  g_assert_true (clinch_log_undoable (store->db, &step, &label, &error));
  g_assert_cmpstr (label, ==, "Add Target “Wang Min · 2026”");
  clinch_test_store_delete (store, CLINCH_KIND_TARGET, target);
  g_assert_true (clinch_log_undoable (store->db, &step, NULL, &error));
  g_assert_cmpint (add (store, clinch_test_row (CLINCH_KIND_TARGET, "member=1", "amount=200",
                                                "period=year", NULL), &error), !=, 0);
  txn = clinch_test_store_begin (store);
  if (clinch_log_undo (txn, step, &error))
    g_assert_null (clinch_txn_commit (txn, &error));
  else
    clinch_txn_rollback (txn);
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
}

/* Another length of period means the one in which its day lies. */
static void
test_edit (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_TARGET, "period=quarter", NULL);
  g_autoptr(ClinchRow) row = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;
  gint64 id;

  id = add (store, clinch_test_row (CLINCH_KIND_TARGET, "amount=100", "period=month", NULL),
            &error);
  txn = clinch_test_store_begin (store);
  g_assert_true (clinch_operation_edit (txn, CLINCH_KIND_TARGET, &id, 1, changes, &error));
  clinch_test_store_commit (txn);
  row = clinch_db_load_row (store->db, CLINCH_KIND_TARGET, id, &error);
  g_assert_cmpstr (clinch_row_text (row, CLINCH_TARGET_START), ==, "2026-10-01");
}

/* --- Reading */

static void
test_tree (void)
{
  static const struct
  {
    const char *name;
    int depth;
    gint64 target;
    gint64 won;
    guint n_foreign;
    gint64 gap;
  } rows[] = {
    { "", 0, 0, 170000, 1, 0 },
    { "Chen", 1, 0, 0, 0, 0 },
    { "East", 1, 500000, 170000, 1, 330000 },
    { "Sales", 2, 420000, 170000, 1, 250000 },
    { "Li Na", 3, 100000, 30000, 1, 70000 },
    { "Wang Min", 3, 300000, 140000, 0, 160000 },
  };
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchTargetReport) report = NULL;
  const ClinchTargetRow *sales;
  const ClinchTargetRow *wang;

  add_deals (store);
  add_targets (store);
  report = load (store, "2026-11");
  g_assert_cmpuint (report->rows->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ClinchTargetRow *row = report->rows->pdata[i];

      g_assert_cmpstr (row->name, ==, rows[i].name);
      g_assert_cmpint (row->depth, ==, rows[i].depth);
      g_assert_cmpint (row->periods[0].target, ==, rows[i].target);
      g_assert_cmpint (row->periods[0].won, ==, rows[i].won);
      g_assert_cmpuint (row->n_foreign, ==, rows[i].n_foreign);
      g_assert_cmpint (row->pace.gap, ==, rows[i].gap);
    }

  sales = row_of (report, "Sales");
  g_assert_cmpuint (sales->n_parts, ==, 2);
  g_assert_cmpint (sales->parts, ==, 400000);
  /* 500 at the 10 and 2000 at the 40 percent of their stages. */
  wang = row_of (report, "Wang Min");
  g_assert_cmpuint (wang->n_open, ==, 2);
  g_assert_cmpint (wang->open, ==, 250000);
  g_assert_cmpint (wang->expected, ==, 85000);
  g_assert_cmpint (wang->pace.due, ==, 214286);
  g_assert_cmpint (wang->pace.state, ==, CLINCH_PACE_BEHIND);
  g_assert_cmpint (wang->periods[1].won, ==, 70000);
}

static void
test_deals (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchTargetReport) report = NULL;
  g_autoptr(GPtrArray) deals = NULL;
  g_autoptr(GPtrArray) won = NULL;
  g_autoptr(GError) error = NULL;
  const ClinchTargetDeal *deal;

  add_deals (store);
  add_targets (store);
  report = load (store, "2026-11");
  deals = clinch_target_deals_load (store->db, report, row_of (report, "East"), FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deals->len, ==, 2);
  deal = deals->pdata[0];
  g_assert_cmpstr (deal->name, ==, "Big");
  /* 2000 of the 3300 that East lacks. */
  g_assert_cmpint (deal->share, ==, 61);
  g_assert_cmpint (deal->weighted, ==, deal->amount * deal->probability / 100);
  g_assert_cmpint (deal->priority.steps[CLINCH_PRIORITY_VALUE].points, ==, 100);
  deal = deals->pdata[1];
  g_assert_cmpstr (deal->name, ==, "Small");
  g_assert_cmpint (deal->share, ==, 15);

  won = clinch_target_deals_load (store->db, report, row_of (report, "Li Na"), TRUE, &error);
  g_assert_cmpuint (won->len, ==, 1);
  g_assert_cmpstr (((ClinchTargetDeal *) won->pdata[0])->name, ==, "Won 4");
}

/* --- Forecasts */

static void
test_keep (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchTargetReport) report = NULL;
  g_autoptr(GError) error = NULL;
  const ClinchTargetRow *wang;
  gint64 expected;
  gint64 step;
  ClinchTxn *txn;

  add_deals (store);
  add_targets (store);
  g_assert_true (clinch_log_undoable (store->db, &step, NULL, &error));
  for (int i = 0; i < 2; i++)
    {
      gint64 undoable;

      txn = clinch_txn_begin (store->db, clinch_clock_now_ms (), &error);
      g_assert_true (clinch_forecast_keep_due (txn, &error));
      clinch_test_store_commit (txn);
      /* A month for each of the two who have a target or something open; a quarter and a year for
       * the one who has something open. Once. */
      g_assert_cmpint (clinch_test_store_int (store, "SELECT count (*) FROM forecast"), ==, 4);
      g_assert_true (clinch_log_undoable (store->db, &undoable, NULL, &error));
      g_assert_cmpint (undoable, ==, step);
    }

  report = load (store, "2026-11");
  wang = row_of (report, "Wang Min");
  expected = wang->periods[0].won + wang->expected;
  g_assert_cmpint (wang->periods[0].forecast, ==, expected);
  g_assert_cmpuint (row_of (report, "Sales")->periods[0].n_forecasts, ==, 2);
  g_assert_cmpint (row_of (report, "Sales")->periods[0].forecast, ==, expected + 30000);
  g_assert_cmpint (wang->record.n, ==, 0);

  add (store, clinch_test_row (CLINCH_KIND_FORECAST, "member=1", "period=month", NULL), &error);
  g_assert_cmpstr (error->message, ==,
                   "There is a forecast “Wang Min · 2026-11” already. Change that one.");
}

/* October: 840 were foreseen by the data and 980 by Wang Min, who won 700. */
static void
test_record (void)
{
  g_autoptr(ClinchTestStore) store = make_store ();
  g_autoptr(ClinchTargetReport) report = NULL;
  g_autoptr(GError) error = NULL;
  const ClinchTargetRow *wang;

  add_deals (store);
  add (store, clinch_test_row (CLINCH_KIND_FORECAST, "member=1", "period=month", "start=2026-10-01",
                               "expected=84000", "called=98000", NULL), &error);
  g_assert_no_error (error);
  report = load (store, "2026-11");
  wang = row_of (report, "Wang Min");
  g_assert_true (wang->periods[1].has_call);
  g_assert_cmpint (wang->periods[1].forecast, ==, 84000);
  g_assert_cmpuint (wang->record.n, ==, 1);
  g_assert_cmpint (wang->record.error, ==, 40);
  g_assert_cmpint (wang->record.lean, ==, 40);
  g_assert_cmpint (row_of (report, "East")->record.error, ==, 40);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  clinch_profile_install ();

  g_test_add_func ("/targets/unique", test_unique);
  g_test_add_func ("/targets/undo", test_undo);
  g_test_add_func ("/targets/edit", test_edit);
  g_test_add_func ("/targets/tree", test_tree);
  g_test_add_func ("/targets/deals", test_deals);
  g_test_add_func ("/targets/keep", test_keep);
  g_test_add_func ("/targets/record", test_record);

  return g_test_run ();
}
