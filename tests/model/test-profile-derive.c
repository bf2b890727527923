// SPDX-License-Identifier: GPL-3.0-or-later
//
// A step works out what it can have changed of a profile and leaves the rest. Whatever is done in
// whatever order, that comes to the same as working all of it out.
#include "clinch-chain-people.h"
#include "clinch-log.h"
#include "clinch-operations.h"
#include "clinch-profile-derive.h"
#include "clinch-test-profile.h"

#include <stdlib.h>

#define N_STEPS 400
#define STEPS_PER_CHECK 4
#define SEED 1
#define MINUTE 60
#define DAY (24 * 60 * MINUTE)

/* Noon of the 23rd of November 2026 in Shanghai. */
#define NOW G_GINT64_CONSTANT (1795406400)

typedef struct
{
  ClinchTestStore *test;
  GRand *rand;
  gint64 now;
  gint64 first_step; /* that may be undone */
} World;

static const char *
pick (World             *world,
      const char *const *choices)
{
  return choices[g_rand_int_range (world->rand, 0, g_strv_length ((char **) choices))];
}

/* A living record of a kind, 0 if there is none. */
static gint64
any (World      *world,
     const char *table)
{
  gint64 n = clinch_test_store_int (world->test, "SELECT count (*) FROM %s"
                                                 " WHERE deleted_at IS NULL", table);

  return n == 0 ? 0
         : clinch_test_store_int (world->test, "SELECT id FROM %s WHERE deleted_at IS NULL"
                                               " ORDER BY id LIMIT 1 OFFSET %d", table,
                                  g_rand_int_range (world->rand, 0, n));
}

static void
set_text (World             *world,
          ClinchRow         *row,
          int                field,
          const char *const *choices)
{
  clinch_row_set_text (row, field, pick (world, choices));
}

static ClinchRow *
make_contact (World *world)
{
  static const char *const levels[] = { "executive", "director", "manager", "staff", "", NULL };
  static const char *const departments[] = { "采购部", "信息部", "", NULL };
  static const char *const known[] = { "yes", "no", "", NULL };
  ClinchRow *row = clinch_row_new (CLINCH_KIND_CONTACT);

  clinch_row_set_text (row, CLINCH_CONTACT_NAME, "王敏");
  clinch_row_set_int (row, CLINCH_CONTACT_CUSTOMER, any (world, "customer"));
  set_text (world, row, CLINCH_CONTACT_LEVEL, levels);
  set_text (world, row, CLINCH_CONTACT_DEPARTMENT, departments);
  set_text (world, row, CLINCH_CONTACT_KNOWN, known);

  return row;
}

static ClinchRow *
make_assessment (World *world)
{
  static const char *const coverages[] = { "none", "brief", "several", "deep", "", NULL };
  ClinchRow *row = clinch_row_new (CLINCH_KIND_ASSESSMENT);
  gint64 contact = any (world, "contact");

  clinch_row_set_int (row, CLINCH_ASSESSMENT_CONTACT, contact);
  clinch_row_set_int (row, CLINCH_ASSESSMENT_CUSTOMER,
                      clinch_test_store_int (world->test, "SELECT customer_id FROM contact"
                                                          " WHERE id = %d", (int) contact));
  if (g_rand_boolean (world->rand) && any (world, "opportunity") != 0)
    clinch_row_set_int (row, CLINCH_ASSESSMENT_OPPORTUNITY, any (world, "opportunity"));
  set_text (world, row, CLINCH_ASSESSMENT_COVERAGE, coverages);

  return row;
}

static ClinchRow *
make_follow_up (World *world)
{
  static const char *const types[] = { "note", "visit", "meeting", "call", "feedback", NULL };
  ClinchRow *row = clinch_row_new (CLINCH_KIND_FOLLOW_UP);
  gint64 contact = g_rand_boolean (world->rand) ? any (world, "contact") : 0;

  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TEXT, "谈了方案");
  set_text (world, row, CLINCH_FOLLOW_UP_TYPE, types);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED,
                      world->now - g_rand_int_range (world->rand, -3 * DAY, 400 * DAY));
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_AUTHOR, 1);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CUSTOMER, any (world, "customer"));
  if (contact != 0)
    {
      clinch_row_set_int (row, CLINCH_FOLLOW_UP_CONTACT, contact);
      clinch_row_set_int (row, CLINCH_FOLLOW_UP_CUSTOMER,
                          clinch_test_store_int (world->test, "SELECT customer_id FROM contact"
                                                              " WHERE id = %d", (int) contact));
    }
  if (g_rand_boolean (world->rand) && any (world, "opportunity") != 0)
    {
      clinch_row_set_int (row, CLINCH_FOLLOW_UP_OPPORTUNITY, any (world, "opportunity"));
      clinch_row_set_text (row, CLINCH_FOLLOW_UP_NEXT_STEP, "发报价");
    }

  return row;
}

static ClinchRow *
make_opportunity (World *world)
{
  static const char *const currencies[] = { "CNY", "CNY", "USD", NULL };
  static const char *const dates[] = { "2026-12-01", "2027-02-01", "", NULL };
  ClinchRow *row = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  clinch_row_set_text (row, CLINCH_OPPORTUNITY_NAME, "MES 二期");
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_CUSTOMER, any (world, "customer"));
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_AMOUNT, g_rand_int_range (world->rand, 0, 9000000));
  clinch_row_set_int (row, CLINCH_OPPORTUNITY_PROBABILITY, g_rand_int_range (world->rand, 0, 100));
  set_text (world, row, CLINCH_OPPORTUNITY_CURRENCY, currencies);
  set_text (world, row, CLINCH_OPPORTUNITY_EXPECTED, dates);

  return row;
}

static ClinchRow *
make_customer_tag (World *world)
{
  static const char *const dates[] = { "2026-10-01", "2026-11-20", "2026-11-23", NULL };
  ClinchRow *row = clinch_row_new (CLINCH_KIND_CUSTOMER_TAG);

  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_CUSTOMER, any (world, "customer"));
  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_TAG, any (world, "tag"));
  set_text (world, row, CLINCH_CUSTOMER_TAG_SINCE, dates);

  return row;
}

typedef ClinchRow *(*MakeFunc) (World *);

/* What can be made, and stands in which table. */
static const struct
{
  const char *table;
  MakeFunc make;
} makings[] = {
  { "follow_up", make_follow_up }, { "follow_up", make_follow_up }, { "contact", make_contact },
  { "assessment", make_assessment }, { "opportunity", make_opportunity },
  { "customer_tag", make_customer_tag },
};

static gboolean
add_something (World      *world,
               ClinchTxn  *txn,
               GError    **error)
{
  int which = g_rand_int_range (world->rand, 0, G_N_ELEMENTS (makings));
  g_autoptr(ClinchRow) row = makings[which].make (world);

  return clinch_operation_add (txn, row, error) != 0;
}

/* Some of the fields, or one alone, as somebody edits them. */
static void
keep_some (World     *world,
           ClinchRow *row)
{
  guint64 bit = row->mask;

  if (g_rand_boolean (world->rand))
    {
      row->mask &= g_rand_int (world->rand);
      return;
    }
  for (int n = g_rand_int_range (world->rand, 0, 6); n > 0 && (bit & (bit - 1)) != 0; n--)
    bit &= bit - 1;
  row->mask = bit & -bit;
}

static gboolean
edit_something (World      *world,
                ClinchTxn  *txn,
                GError    **error)
{
  int which = g_rand_int_range (world->rand, 0, G_N_ELEMENTS (makings));
  g_autoptr(ClinchRow) row = makings[which].make (world);
  gint64 id = any (world, makings[which].table);

  keep_some (world, row);

  return id == 0 || clinch_txn_update (txn, id, row, error);
}

static gboolean
edit_customer (World      *world,
               ClinchTxn  *txn,
               GError    **error)
{
  static const char *const currencies[] = { "CNY", "CNY", "USD", NULL };
  static const char *const grades[] = { "A", "C", "", NULL };
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CUSTOMER);

  clinch_row_set_int (row, CLINCH_CUSTOMER_EMPLOYEES, g_rand_int_range (world->rand, 1, 9000));
  set_text (world, row, CLINCH_CUSTOMER_CURRENCY, currencies);
  set_text (world, row, CLINCH_CUSTOMER_GRADE, grades);
  set_text (world, row, CLINCH_CUSTOMER_GRADE_REASON, grades);
  keep_some (world, row);

  return clinch_txn_update (txn, any (world, "customer"), row, error);
}

static gboolean
edit_rules (World      *world,
            ClinchTxn  *txn,
            GError    **error)
{
  g_autoptr(ClinchRow) dimension = clinch_row_new (CLINCH_KIND_DIMENSION);
  g_autoptr(ClinchRow) stage = clinch_row_new (CLINCH_KIND_STAGE);

  clinch_row_set_int (dimension, CLINCH_DIMENSION_WEIGHT, g_rand_int_range (world->rand, 1, 30));
  clinch_row_set_int (stage, CLINCH_STAGE_PROBABILITY, g_rand_int_range (world->rand, 1, 99));

  return g_rand_boolean (world->rand)
         ? clinch_txn_update (txn, any (world, "dimension"), dimension, error)
         : clinch_txn_update (txn, any (world, "stage"), stage, error);
}

static gboolean
move_deal (World      *world,
           ClinchTxn  *txn,
           GError    **error)
{
  ClinchMoveRequest request = { .stage_id = any (world, "stage"), .reason = "价格" };
  gint64 id = any (world, "opportunity");

  return id == 0 || clinch_operation_move (txn, &id, 1, &request, error);
}

static gboolean
delete_something (World      *world,
                  ClinchTxn  *txn,
                  GError    **error)
{
  static const struct
  {
    const char *table;
    ClinchKind kind;
  } kinds[] = {
    { "follow_up", CLINCH_KIND_FOLLOW_UP }, { "contact", CLINCH_KIND_CONTACT },
    { "assessment", CLINCH_KIND_ASSESSMENT }, { "opportunity", CLINCH_KIND_OPPORTUNITY },
    { "customer_tag", CLINCH_KIND_CUSTOMER_TAG },
  };
  int which = g_rand_int_range (world->rand, 0, G_N_ELEMENTS (kinds));
  gint64 id = any (world, kinds[which].table);

  return id == 0 || clinch_txn_delete (txn, kinds[which].kind, id, error);
}

static gboolean
undo_last (World      *world,
           ClinchTxn  *txn,
           GError    **error)
{
  gint64 step = clinch_test_store_int (world->test, "SELECT max (id) FROM step");

  return step < world->first_step || clinch_log_undo (txn, step, error);
}

static gboolean
begin_day (World      *world,
           ClinchTxn  *txn,
           GError    **error)
{
  gint64 last;

  return clinch_profile_work_out (txn, 0, 0, &last, error);
}

typedef gboolean (*ActFunc) (World      *world,
                             ClinchTxn  *txn,
                             GError    **error);

static const ActFunc acts[] = {
  add_something, add_something, add_something, edit_something, edit_something, edit_customer,
  edit_rules, move_deal, move_deal, delete_something, undo_last, begin_day,
};

/* What is refused, such as undoing what was built upon, is no step. */
static void
act (World *world)
{
  static const int waits[] = { 0, MINUTE, MINUTE, 90 * MINUTE, DAY, 3 * DAY };
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;
  ClinchChangeSet *changes;

  world->now += waits[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (waits))];
  txn = clinch_txn_begin (world->test->db, world->now * 1000, &error);
  g_assert_no_error (error);
  clinch_txn_set_action (txn, "test", NULL);
  if (!acts[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (acts))] (world, txn, &error))
    {
      g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
      clinch_txn_rollback (txn);
      return;
    }
  changes = clinch_txn_commit (txn, &error);
  g_assert_no_error (error);
  clinch_change_set_unref (changes);
}

/* The people as the derive function reads them, and as pages do. */
static void
compare_people (World *world)
{
  gint64 customer_id = any (world, "customer");
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChainPeople) all = NULL;
  g_autoptr(GArray) outline = NULL;

  all = clinch_chain_people_load (world->test->db, customer_id, 0, world->now, &error);
  g_assert_no_error (error);
  outline = clinch_chain_people_outline (world->test->db, customer_id, world->now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outline->len, ==, all->people->len);
  for (guint i = 0; i < outline->len; i++)
    {
      const ClinchChainPerson *person = &g_array_index (outline, ClinchChainPerson, i);
      const ClinchChainPerson *other = NULL;

      for (guint j = 0; j < all->people->len; j++)
        if (g_array_index (all->people, ClinchChainPerson, j).id == person->id)
          other = &g_array_index (all->people, ClinchChainPerson, j);
      g_assert_nonnull (other);
      g_assert_cmpstr (person->department, ==, other->department);
      g_assert_cmpint (person->level, ==, other->level);
      g_assert_cmpint (person->known, ==, other->known);
      g_assert_cmpint (person->warmth, ==, other->warmth);
      g_assert_cmpint (person->last_contact, ==, other->last_contact);
      g_assert_cmpint (person->assessment.coverage, ==, other->assessment.coverage);
    }
}

/* So much is known that there is a grade. */
static void
fill_tags (World  *world,
           gint64  customer_id)
{
  static const struct
  {
    const char *dimension;
    const char *tag;
  } tags[] = {
    { "budget", "approved" }, { "need", "urgent" }, { "cycle", "quarter" },
    { "process", "direct" }, { "rivals", "alone" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    clinch_test_profile_set (world->test, customer_id, tags[i].dimension, tags[i].tag,
                             "2026-11-20");
}

static void
fill_profile (World  *world,
              gint64  customer_id)
{
  fill_tags (world, customer_id);
  for (int i = 0; i < 3; i++)
    {
      clinch_test_store_insert (world->test, make_contact (world));
      clinch_test_store_insert (world->test, make_opportunity (world));
    }
}

/* So much that the grade goes with them. */
static void
weigh_people (World *world)
{
  static const char *const measures[] = { "chain", "warmth" };

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    clinch_test_store_update (world->test,
                              clinch_test_store_int (world->test, "SELECT id FROM dimension"
                                                                  " WHERE measure = '%s'",
                                                     measures[i]),
                              clinch_test_row (CLINCH_KIND_DIMENSION, "weight=60", NULL));
}

static void
test_derive_any_order (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  World world = { test, g_rand_new_with_seed (SEED), NOW, 0 };

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  weigh_people (&world);
  fill_profile (&world, 1);
  fill_profile (&world, 2);
  world.first_step = clinch_test_store_int (test, "SELECT max (id) + 1 FROM step");
  for (int i = 0; i < N_STEPS; i++)
    {
      act (&world);
      compare_people (&world);
      if (i % STEPS_PER_CHECK == 0)
        clinch_test_assert_sound (test->db);
    }

  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM profile_value"), >, 0);
  g_rand_free (world.rand);
}

/* A priority looks at the grade, so that a step which changes the grade by people alone changes it
 * too. */
static void
test_derive_grade (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  World world = { test, g_rand_new_with_seed (SEED), NOW, 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  weigh_people (&world);
  fill_tags (&world, 1);
  before = clinch_test_store_text (test, "SELECT grade || ' ' || priority FROM customer");
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=王敏",
                                                   "level=executive", NULL));
  after = clinch_test_store_text (test, "SELECT grade || ' ' || priority FROM customer");
  g_assert_cmpint (before[0], <, after[0]);
  g_assert_cmpint (atoi (before + 2), >, atoi (after + 2));
  clinch_test_assert_sound (test->db);
  g_rand_free (world.rand);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("CLINCH_NOW", "2026-11-23T12:00:00+08:00", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/profile-derive/any-order", test_derive_any_order);
  g_test_add_func ("/model/profile-derive/grade", test_derive_grade);

  return g_test_run ();
}
