// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-board.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-query.h"
#include "clinch-search.h"
#include "clinch-test-store.h"

#include <string.h>

/* The names that a query gives, in order, apart by commas. */
static char *
run_query (ClinchTestStore   *test,
           const ClinchQuery *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = clinch_query_ids (query, test->db, 0, &error);
  GString *out = g_string_new (NULL);
  gint64 count;

  g_assert_no_error (error);
  g_assert_true (clinch_query_count (query, test->db, &count, &error));
  g_assert_cmpint (count, ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = clinch_db_name_of (test->db, clinch_query_get_kind (query),
                                                 g_array_index (ids, gint64, i));

      if (i > 0)
        g_string_append_c (out, ',');
      g_string_append (out, name);
    }

  return g_string_free (out, FALSE);
}

#define ASSERT_NAMES(test, query, expected)             \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *names_ = run_query (test, query);  \
    g_assert_cmpstr (names_, ==, expected);             \
  }                                                     \
  G_STMT_END

static ClinchTestStore *
make_pipeline (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");
  g_autofree char *quote = g_strdup_printf ("stage=%" G_GINT64_FORMAT,
                                            clinch_test_store_stage (test, "quote"));

  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_MEMBER, "name=王敏", "role=owner", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁集团有限公司", "grade=A",
                                             "owner=2", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=B", "amount=300",
                                             "position=3",
                                                   "expected-date=2026-12-01", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=A", "position=1",
                                             "owner=2",
                                                   "next-step=Send the Quote", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=中国电信", "grade=S", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=D", "amount=100",
                                             "position=2", quote,
                                                   "probability=90", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=C", "amount=200",
                                             "position=4",
                                                   "currency=USD", "expected-date=2026-11-30", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=Gone", "amount=1",
                                             NULL));
  clinch_test_store_delete (test, CLINCH_KIND_OPPORTUNITY,
                            clinch_test_store_int (test, "SELECT max (id) FROM opportunity"));

  return test;
}

static void
test_query_sort (void)
{
  static const struct
  {
    const char *path;
    gboolean descending;
    const char *expected;
  } cases[] = {
    { "name", FALSE, "A,B,C,D" },
    { "name", TRUE, "D,C,B,A" },
    { "position", FALSE, "A,D,B,C" },
    /* A has no amount: it is last either way. */
    { "amount", FALSE, "D,C,B,A" },
    { "amount", TRUE, "B,C,D,A" },
    { "expected-date", FALSE, "C,B,A,D" },
    { "expected-date", TRUE, "B,C,D,A" },
    { "stage", FALSE, "A,B,C,D" },
    { "stage", TRUE, "D,C,B,A" },
    { "customer", FALSE, "B,A,D,C" },
    /* S before A before none. */
    { "customer.grade", FALSE, "D,C,B,A" },
    { "customer.grade", TRUE, "A,B,C,D" },
    { "next-step", FALSE, "A,B,D,C" },
  };
  g_autoptr(ClinchTestStore) test = make_pipeline ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);

      g_test_message ("%s %d", cases[i].path, cases[i].descending);
      clinch_query_set_sort (query, cases[i].path, cases[i].descending);
      ASSERT_NAMES (test, query, cases[i].expected);
    }
}

static void
test_query_filter (void)
{
  static const struct
  {
    const char *path;
    ClinchFilterOp op;
    gint64 number;
    const char *text;
    const char *expected;
  } cases[] = {
    { "amount", CLINCH_FILTER_AT_LEAST, 200, NULL, "B,C" },
    { "amount", CLINCH_FILTER_AT_MOST, 100, NULL, "D" },
    { "amount", CLINCH_FILTER_EMPTY, 0, NULL, "A" },
    { "amount", CLINCH_FILTER_NOT_EMPTY, 0, NULL, "B,C,D" },
    { "owner", CLINCH_FILTER_EQUAL, 2, NULL, "A" },
    { "owner", CLINCH_FILTER_NOT_EQUAL, 2, NULL, "B,C,D" },
    { "currency", CLINCH_FILTER_EQUAL, 0, "USD", "C" },
    { "expected-date", CLINCH_FILTER_AT_MOST, 0, "2026-11-30", "C" },
    { "customer.grade", CLINCH_FILTER_EQUAL, 0, "A", "A,B" },
    { "customer.owner", CLINCH_FILTER_EQUAL, 2, NULL, "A,B" },
    { "stage.type", CLINCH_FILTER_EQUAL, 0, "won", "" },
    { "next-step", CLINCH_FILTER_CONTAINS, 0, "ｓｅｎｄ THE", "A" },
    { "next-step", CLINCH_FILTER_CONTAINS, 0, "100%", "" },
    { "name", CLINCH_FILTER_EQUAL, 0, "A' OR '1'='1", "" },
  };
  g_autoptr(ClinchTestStore) test = make_pipeline ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
      g_autoptr(ClinchQuery) again = NULL;
      g_autofree char *json = NULL;

      g_test_message ("%s %d", cases[i].path, cases[i].op);
      if (cases[i].text != NULL)
        clinch_query_filter_text (query, cases[i].path, cases[i].op, cases[i].text);
      else
        clinch_query_filter_int (query, cases[i].path, cases[i].op, cases[i].number);
      ASSERT_NAMES (test, query, cases[i].expected);

      /* A saved view asks the same. */
      json = clinch_query_to_json (query);
      again = clinch_query_from_json (json, NULL);
      ASSERT_NAMES (test, again, cases[i].expected);
    }
}

static ClinchUid
uid_of (ClinchTestStore *test,
        const char      *table,
        gint64           id)
{
  g_autofree char *hex = clinch_test_store_text (test,
                                                 "SELECT hex (uid) FROM %s WHERE id = %" G_GINT64_FORMAT,
                                                 table, id);
  ClinchUid uid;

  for (int i = 0; i < CLINCH_UID_SIZE; i++)
    uid.bytes[i] = g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]);

  return uid;
}

/* The second member belongs to the north, which is part of the region; the first to no team. */
static void
test_query_within (void)
{
  static const struct
  {
    const char *path;
    const char *table;
    gint64 ids[2];
    gsize n_ids;
    const char *expected;
  } cases[] = {
    { "owner", "member", { 2 }, 1, "A" },
    { "owner", "member", { 1, 2 }, 2, "A,B,C,D" },
    { "owner", "member", { 0 }, 0, "" },
    { "owner.team", "team", { 1 }, 1, "A" },
    { "owner.team", "team", { 2 }, 1, "A" },
    { "owner.team", "team", { 3 }, 1, "" },
    { "customer", "customer", { 1 }, 1, "A,B" },
    { "stage", "stage", { 1 }, 1, "A,B,C" },
    /* A team's uid is no member's. */
    { "owner", "team", { 1 }, 1, "" },
  };
  g_autoptr(ClinchTestStore) test = make_pipeline ();

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_TEAM, "name=Region", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_TEAM, "name=North", "parent=1", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_TEAM, "name=South", "parent=1", NULL));
  clinch_test_store_update (test, 2, clinch_test_row (CLINCH_KIND_MEMBER, "team=2", NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
      g_autoptr(ClinchQuery) copy = NULL;
      g_autoptr(ClinchQuery) again = NULL;
      g_autofree char *json = NULL;
      ClinchUid uids[2];

      g_test_message ("%" G_GSIZE_FORMAT " %s", i, cases[i].path);
      for (gsize j = 0; j < cases[i].n_ids; j++)
        uids[j] = uid_of (test, cases[i].table, cases[i].ids[j]);
      clinch_query_filter_within (query, cases[i].path, uids, cases[i].n_ids);
      ASSERT_NAMES (test, query, cases[i].expected);
      copy = clinch_query_copy (query);
      ASSERT_NAMES (test, copy, cases[i].expected);
      json = clinch_query_to_json (query);
      again = clinch_query_from_json (json, NULL);
      ASSERT_NAMES (test, again, cases[i].expected);
    }
}

/* All entered their stages at once: three the first, whose limit is 14 days, as D's is. */
static void
test_query_stage_until (void)
{
  g_autoptr(ClinchTestStore) test = make_pipeline ();
  gint64 limit = 14 * 86400 + clinch_test_store_int (test,
                                                     "SELECT min (stage_entered_at) FROM opportunity");
  g_autoptr(ClinchQuery) before = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  g_autoptr(ClinchQuery) after = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  g_autofree char *won = g_strdup_printf ("stage=%" G_GINT64_FORMAT,
                                          clinch_test_store_stage (test, "won"));

  clinch_query_filter_int (before, "stage-until", CLINCH_FILTER_AT_MOST, limit - 1);
  ASSERT_NAMES (test, before, "");
  clinch_query_filter_int (after, "stage-until", CLINCH_FILTER_AT_MOST, limit);
  ASSERT_NAMES (test, after, "A,B,C,D");
  clinch_query_set_sort (after, "stage-until", TRUE);
  ASSERT_NAMES (test, after, "C,D,A,B");

  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_STAGE, "limit-days=20", NULL));
  ASSERT_NAMES (test, after, "D");
  clinch_test_store_update (test, 3, clinch_test_row (CLINCH_KIND_OPPORTUNITY, won, NULL));
  ASSERT_NAMES (test, after, "");
}

/* Figures of customers of whom there is nothing to tell stand last, whichever way round. */
static void
test_query_unknown_last (void)
{
  static const char *const fields[] = { "completeness", "score", "won-value", "open-value" };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=%c", 'A' + i);

      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, name, NULL));
    }
  /* Of A nothing is known, B is known to be bad. */
  clinch_db_exec (test->db, "UPDATE customer SET filled = id - 1, score = (id - 2) * 40 * (id > 1),"
                               " completeness = (id - 1) * 10, open_value = (id - 1) * 1000,"
                               " won_value = (id - 1) * 10 WHERE id <= 4", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_CUSTOMER);

      clinch_query_set_sort (query, fields[i], FALSE);
      ASSERT_NAMES (test, query, "B,C,D,A");
      clinch_query_set_sort (query, fields[i], TRUE);
      ASSERT_NAMES (test, query, "D,C,B,A");
    }
}

/* A profile is stale the day after the half-life of one of its dimensions, and only by the newest
 * tag. */
static void
test_query_stale (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_CUSTOMER);
  g_autoptr(ClinchQuery) fresh = clinch_query_new (CLINCH_KIND_CUSTOMER);
  gint64 tag = clinch_test_store_int (test, "SELECT min (g.id) FROM tag AS g"
                                            " JOIN dimension AS d ON d.id = g.dimension_id"
                                            " WHERE d.code = 'budget'");
  static const int ages[][2] = { { 180, -1 }, { 181, -1 }, { 400, 3 }, { -1, -1 } };
  char today[CLINCH_DATE_SIZE];

  clinch_date_from_instant (clinch_clock_now (), clinch_clock_timezone (), today);
  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_autofree char *name = g_strdup_printf ("name=%c", 'A' + (int) i);
      gint64 id = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, name,
                                                                   NULL));

      for (int j = 0; j < 2 && ages[i][j] >= 0; j++)
        {
          ClinchRow *row = clinch_row_new (CLINCH_KIND_CUSTOMER_TAG);
          char since[CLINCH_DATE_SIZE];

          clinch_date_add_days (today, -ages[i][j], since);
          clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_CUSTOMER, id);
          clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_TAG, tag);
          clinch_row_set_text (row, CLINCH_CUSTOMER_TAG_SINCE, since);
          clinch_test_store_insert (test, row);
        }
    }
  clinch_query_filter_text (query, "stale", CLINCH_FILTER_EQUAL, "yes");
  clinch_query_filter_text (fresh, "stale", CLINCH_FILTER_NOT_EQUAL, "yes");
  ASSERT_NAMES (test, query, "B");
  ASSERT_NAMES (test, fresh, "A,C,D");
  g_assert_true (clinch_query_depends_on (query, CLINCH_KIND_DIMENSION,
                                          G_GUINT64_CONSTANT (1) << CLINCH_DIMENSION_HALF_LIFE));

  clinch_test_store_update (test, clinch_test_store_int (test, "SELECT id FROM dimension"
                                                               " WHERE code = 'budget'"),
                            clinch_test_row (CLINCH_KIND_DIMENSION, "half-life-days=181", NULL));
  ASSERT_NAMES (test, query, "");
}

/* What is still to be reached comes first, by date; what is over is below. */
static void
test_query_agenda (void)
{
  static const char *const objectives[][2] = {
    { "state=reached", "due=2026-01-01" }, { "state=open", NULL }, { "state=open", "due=2026-03-01" },
    { "state=dropped", "due=2026-02-01" }, { "state=open", "due=2026-02-15" },
  };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OBJECTIVE);

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (objectives); i++)
    {
      g_autofree char *name = g_strdup_printf ("name=%c", 'A' + (int) i);

      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OBJECTIVE, name, "customer=1",
                                                       objectives[i][0], objectives[i][1], NULL));
    }
  clinch_query_set_sort (query, "agenda", FALSE);
  ASSERT_NAMES (test, query, "E,C,B,A,D");
}

static void
test_query_search (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "hangzhou", "A,B" }, { "hzgt", "A,B" }, { "钢铁", "A,B" }, { "zgdx", "C,D" }, { "quote", "A" },
    { "send quote", "A" }, { "钢铁 quote", "" }, { "电", "C,D" }, { "\" OR *", "" }, { "---", "A,B,C,D" },
  };
  g_autoptr(ClinchTestStore) test = make_pipeline ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);

      g_test_message ("%s", cases[i].text);
      clinch_query_set_search (query, cases[i].text);
      ASSERT_NAMES (test, query, cases[i].expected);
    }
}

static void
test_query_refuses (void)
{
  static const char *const paths[] = { "nothing", "customer.nothing", "amount.name",
                                       "id; DROP TABLE customer", "" };
  g_autoptr(ClinchTestStore) test = make_pipeline ();

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
      g_autoptr(GError) error = NULL;
      g_autoptr(GArray) ids = NULL;

      clinch_query_filter_int (query, paths[i], CLINCH_FILTER_EQUAL, 1);
      ids = clinch_query_ids (query, test->db, 0, &error);
      g_assert_null (ids);
      g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
    }
  g_assert_null (clinch_query_from_json (
    "{\"kind\":\"opportunities\",\"filters\":[[\"x\",\"=\",1]]}", NULL));
  g_assert_null (clinch_query_from_json ("[", NULL));
  g_assert_null (clinch_query_from_json ("{\"kind\":\"opportunities\",\"filters\":[[1,2]]}", NULL));
}

/* Whatever the order, each record's place is where the list has it. */
static void
test_query_place (void)
{
  static const char *const sorts[] = { "name", "amount", "position", "expected-date", "customer",
                                       "stage", "next-step",
                                       "customer.grade", "created", "owner" };
  g_autoptr(ClinchTestStore) test = make_pipeline ();
  GRand *random = g_rand_new_with_seed (5);

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=%c",
                                               "xyzäé钢中b"[g_rand_int_range (random, 0, 3)]);
      g_autofree char *amount = g_strdup_printf (i % 4 == 0 ? "amount=" : "amount=%d",
                                                 g_rand_int_range (random, 0, 9));
      g_autofree char *position = g_strdup_printf ("position=%d", g_rand_int_range (random, 0, 9));
      const char *step = i % 3 == 0 ? "next-step=b" : i % 3 == 1 ? "next-step=A" : "next-step=";

      clinch_test_store_insert (test,
                                clinch_test_row (CLINCH_KIND_OPPORTUNITY, name, amount, position,
                                                 step, NULL));
    }
  g_rand_free (random);

  for (gsize i = 0; i < G_N_ELEMENTS (sorts) * 2; i++)
    {
      g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
      g_autoptr(GArray) ids = NULL;

      clinch_query_set_sort (query, sorts[i / 2], i % 2 == 1);
      ids = clinch_query_ids (query, test->db, 0, NULL);
      g_assert_cmpuint (ids->len, ==, 64);
      for (guint j = 0; j < ids->len; j++)
        {
          g_autoptr(GArray) others = g_array_copy (ids);
          gint64 position;

          g_array_remove_index (others, j);
          g_assert_true (clinch_query_place (query, test->db, others,
                                             g_array_index (ids, gint64, j), &position, NULL));
          g_assert_cmpint (position, ==, j);
        }
    }
}

static void
test_query_place_outside (void)
{
  g_autoptr(ClinchTestStore) test = make_pipeline ();
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 position;

  clinch_query_filter_int (query, "amount", CLINCH_FILTER_AT_LEAST, 200);
  g_assert_true (clinch_query_place (query, test->db, none, 1, &position, NULL));
  g_assert_cmpint (position, ==, 0);
  /* The second has no amount; the fifth lies in the bin; there is no hundredth. */
  g_assert_true (clinch_query_place (query, test->db, none, 2, &position, NULL));
  g_assert_cmpint (position, ==, -1);
  g_assert_true (clinch_query_place (query, test->db, none, 5, &position, NULL));
  g_assert_cmpint (position, ==, -1);
  g_assert_true (clinch_query_place (query, test->db, none, 100, &position, NULL));
  g_assert_cmpint (position, ==, -1);
}

static void
test_query_depends (void)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  const guint64 grade = G_GUINT64_CONSTANT (1) << CLINCH_CUSTOMER_GRADE;
  const guint64 customer_name = G_GUINT64_CONSTANT (1) << CLINCH_CUSTOMER_NAME;

  g_assert_false (clinch_query_depends_on (query, CLINCH_KIND_CUSTOMER, grade | customer_name));
  clinch_query_set_sort (query, "customer", FALSE);
  g_assert_true (clinch_query_depends_on (query, CLINCH_KIND_CUSTOMER, customer_name));
  g_assert_false (clinch_query_depends_on (query, CLINCH_KIND_CUSTOMER, grade));
  clinch_query_filter_text (query, "customer.grade", CLINCH_FILTER_EQUAL, "S");
  g_assert_true (clinch_query_depends_on (query, CLINCH_KIND_CUSTOMER, grade));
  g_assert_false (clinch_query_depends_on (query, CLINCH_KIND_MEMBER, ~G_GUINT64_CONSTANT (0)));

  clinch_query_filter_within (query, "owner.team", NULL, 0);
  g_assert_true (clinch_query_depends_on (query, CLINCH_KIND_MEMBER,
                                          G_GUINT64_CONSTANT (1) << CLINCH_MEMBER_TEAM));
  g_assert_true (clinch_query_depends_on (query, CLINCH_KIND_TEAM,
                                          G_GUINT64_CONSTANT (1) << CLINCH_TEAM_PARENT));
  g_assert_false (clinch_query_depends_on (query, CLINCH_KIND_TEAM,
                                           G_GUINT64_CONSTANT (1) << CLINCH_TEAM_NAME));
  g_assert_false (clinch_query_depends_on (query, CLINCH_KIND_STAGE, ~G_GUINT64_CONSTANT (0)));
  clinch_query_filter_int (query, "stage-until", CLINCH_FILTER_AT_MOST, 0);
  g_assert_true (clinch_query_depends_on (query, CLINCH_KIND_STAGE,
                                          G_GUINT64_CONSTANT (1) << CLINCH_STAGE_LIMIT));
}

static const ClinchBoardColumn *
column_of (ClinchTestStore *test,
           GPtrArray       *columns,
           const char      *code)
{
  gint64 stage = clinch_test_store_stage (test, code);

  for (guint i = 0; i < columns->len; i++)
    if (((const ClinchBoardColumn *) columns->pdata[i])->stage_id == stage)
      return columns->pdata[i];

  g_assert_not_reached ();
}

static void
check_board (ClinchTestStore *test,
             ClinchQuery     *filter)
{
  /* The opportunities entered their stages at the epoch; the first stage has a limit of 14 days. */
  g_autoptr(GPtrArray) columns = clinch_board_load (test->db, 1, filter,
                                                    G_GINT64_CONSTANT (4000000000), NULL);
  const ClinchBoardColumn *first = column_of (test, columns, "first-talks");
  const ClinchBoardColumn *quote = column_of (test, columns, "quote");

  g_assert_cmpuint (columns->len, ==, 7);
  g_assert_cmpint (first->n_opportunities, ==, 3);
  g_assert_cmpint (first->n_over_limit, ==, 3);
  g_assert_cmpint (first->n_sums, ==, 2);
  g_assert_cmpstr (first->sums[0].currency, ==, "CNY");
  g_assert_cmpint (first->sums[0].amount, ==, 300);
  g_assert_cmpint (first->sums[0].weighted, ==, 30);
  g_assert_cmpint (first->sums[0].over_limit, ==, 300);
  g_assert_cmpstr (first->sums[1].currency, ==, "USD");
  g_assert_cmpint (first->sums[1].amount, ==, 200);
  g_assert_cmpint (first->sums[1].weighted, ==, 20);
  g_assert_cmpint (first->sums[1].over_limit, ==, 200);
  /* Ninety percent of its own, against fifty-five of the stage. */
  g_assert_cmpint (quote->sums[0].weighted, ==, 90);
  g_assert_cmpint (column_of (test, columns, "won")->n_opportunities, ==, 0);
}

/* What a look at each record says, against the totals with and without a filter. */
static void
check_limits (ClinchTestStore *test,
              ClinchQuery     *filter,
              gint64           now)
{
  g_autoptr(GPtrArray) columns = clinch_board_load (test->db, 1, filter, now, NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const ClinchBoardColumn *column = columns->pdata[i];
      g_autofree char *over =
        g_strdup_printf ("FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE "
                         "o.deleted_at IS NULL"
                         " AND s.type = 'open' AND s.limit_days > 0 AND s.id = %" G_GINT64_FORMAT
                         " AND o.stage_entered_at + 86400 * s.limit_days <= %" G_GINT64_FORMAT,
                         column->stage_id, now);

      g_assert_cmpint (column->n_over_limit, ==,
                       clinch_test_store_int (test, "SELECT count (*) %s", over));
      for (int j = 0; j < column->n_sums; j++)
        g_assert_cmpint (column->sums[j].over_limit, ==,
                         clinch_test_store_int (test,
                                                "SELECT ifnull (sum (amount), 0) %s AND currency = '%s'",
                                                over, column->sums[j].currency));
    }
}

static void
test_board_limits (void)
{
  const gint64 start = G_GINT64_CONSTANT (1795392000); /* a day begins */
  const gint64 hour = 3600;
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autoptr(ClinchQuery) everything = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  gint64 quote = clinch_test_store_stage (test, "quote");
  gint64 won = clinch_test_store_stage (test, "won");

  clinch_query_filter_int (everything, "owner", CLINCH_FILTER_AT_LEAST, 0);
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *stage = g_strdup_printf ("stage=%" G_GINT64_FORMAT, i % 7 == 6 ? won
                                                : i % 2 ? quote : quote - 1);
      g_autofree char *entered = g_strdup_printf ("stage-entered=%" G_GINT64_FORMAT,
                                                  start + i / 2 * hour - (i % 3 == 0));
      g_autofree char *amount = g_strdup_printf (i % 5 == 4 ? "amount=" : "amount=%d", 1 << i % 16);

      clinch_test_store_insert (test,
                                clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=B", stage, entered,
                                                 amount,
                                                 i % 4 == 3 ? "currency=USD" : "currency=CNY",
                                                 NULL));
    }

  for (int i = -2; i < 34; i++)
    for (int days = 14; days <= 21; days += 7)
      {
        gint64 now = start + days * 24 * hour + i * hour;

        check_limits (test, NULL, now);
        check_limits (test, everything, now);
      }
  clinch_test_store_check_counts (test);
}

/* A stage that ends has no limit any more; its totals are kept another way, and come back. */
static void
test_board_stage_type (void)
{
  g_autoptr(ClinchTestStore) test = make_pipeline ();
  gint64 first = clinch_test_store_stage (test, "first-talks");
  const gint64 now = G_GINT64_CONSTANT (4000000000);

  clinch_test_store_update (test, first, clinch_test_row (CLINCH_KIND_STAGE, "type=lost", NULL));
  clinch_test_store_check_counts (test);
  check_limits (test, NULL, now);
  /* Another goes, one comes back from the bin. */
  clinch_test_store_delete (test, CLINCH_KIND_OPPORTUNITY, 1);
  clinch_test_store_check_counts (test);
  clinch_test_store_update (test, first, clinch_test_row (CLINCH_KIND_STAGE, "type=open", NULL));
  clinch_test_store_check_counts (test);
  check_limits (test, NULL, now);
}

static void
test_board_totals (void)
{
  g_autoptr(ClinchTestStore) test = make_pipeline ();
  g_autoptr(ClinchQuery) everything = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  g_autoptr(ClinchQuery) mine = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  g_autoptr(GPtrArray) columns = NULL;

  /* Maintained and counted totals are the same. */
  check_board (test, NULL);
  clinch_query_filter_int (everything, "owner", CLINCH_FILTER_AT_LEAST, 0);
  check_board (test, everything);

  clinch_query_filter_int (mine, "owner", CLINCH_FILTER_EQUAL, 2);
  columns = clinch_board_load (test->db, 1, mine, 0, NULL);
  g_assert_cmpint (column_of (test, columns, "first-talks")->n_opportunities, ==, 1);
  g_assert_cmpint (column_of (test, columns, "quote")->n_opportunities, ==, 0);
}

static void
test_search_everything (void)
{
  static const struct
  {
    const char *text;
    ClinchKind kind;
    const char *title;
    const char *subtitle;
  } cases[] = {
    { "杭州钢铁集团有限公司", CLINCH_KIND_CUSTOMER, "杭州钢铁集团有限公司", NULL },
    { "zhongguo", CLINCH_KIND_CUSTOMER, "中国电信", NULL },
    { "wm", CLINCH_KIND_MEMBER, "王敏", NULL },
    { "Send quote", CLINCH_KIND_OPPORTUNITY, "A", "杭州钢铁集团有限公司" },
    { "报价", CLINCH_KIND_FOLLOW_UP, "客户说报价偏高", "中国电信" },
    { "偏", CLINCH_KIND_FOLLOW_UP, "客户说报价偏高", "中国电信" },
  };
  g_autoptr(ClinchTestStore) test = make_pipeline ();
  g_autoptr(GPtrArray) none = NULL;

  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=客户说报价偏高", "type=visit",
                                                   "happened=1000", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) hits = clinch_search_run (test->db, cases[i].text, 10, &error);
      const ClinchSearchHit *hit;

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, >=, 1);
      hit = hits->pdata[0];
      g_assert_cmpint (hit->kind, ==, cases[i].kind);
      g_assert_cmpstr (hit->title, ==, cases[i].title);
      g_assert_cmpstr (hit->subtitle, ==, cases[i].subtitle);
    }

  none = clinch_search_run (test->db, "\"*()'", 10, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* However much of a word is typed, it is found in names of each kind, and no kind crowds another
 * out. */
static void
test_search_typing (void)
{
  static const char *const typed[] = { "z", "zh", "zha", "zhan", "zhang" };
  static const ClinchKind kinds[] = {
    CLINCH_KIND_CUSTOMER, CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_CONTACT, CLINCH_KIND_MEMBER,
  };
  g_autoptr(ClinchTestStore) test = make_pipeline ();

  for (int i = 0; i < 30; i++)
    clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=张江", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=张三", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=张江二期", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=张敏", "role=owner",
                                                   NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) hits = clinch_search_run (test->db, typed[i], 5, &error);
      guint n[CLINCH_N_KINDS] = { 0 };

      g_assert_no_error (error);
      g_test_message ("%s", typed[i]);
      for (guint j = 0; j < hits->len; j++)
        n[((ClinchSearchHit *) hits->pdata[j])->kind]++;
      for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++)
        g_assert_cmpuint (n[kinds[j]], >=, 1);
      g_assert_cmpuint (n[CLINCH_KIND_CUSTOMER], ==, 5);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/query/sort", test_query_sort);
  g_test_add_func ("/query/filter", test_query_filter);
  g_test_add_func ("/query/within", test_query_within);
  g_test_add_func ("/query/stage-until", test_query_stage_until);
  g_test_add_func ("/query/unknown-last", test_query_unknown_last);
  g_test_add_func ("/query/stale", test_query_stale);
  g_test_add_func ("/query/agenda", test_query_agenda);
  g_test_add_func ("/query/search", test_query_search);
  g_test_add_func ("/query/refuses", test_query_refuses);
  g_test_add_func ("/query/place", test_query_place);
  g_test_add_func ("/query/place-outside", test_query_place_outside);
  g_test_add_func ("/query/depends", test_query_depends);
  g_test_add_func ("/board/totals", test_board_totals);
  g_test_add_func ("/board/limits", test_board_limits);
  g_test_add_func ("/board/stage-type", test_board_stage_type);
  g_test_add_func ("/search/everything", test_search_everything);
  g_test_add_func ("/search/typing", test_search_typing);
  return g_test_run ();
}
