// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-actions.h"
#include "clinch-board-model.h"
#include "clinch-test-model.h"

#define N_FIRST 10

typedef struct
{
  ClinchTestModel *model;
  ClinchBoardModel *board;
  GString *changes;  /* what items-changed said of stages and of their cards */
  guint n_figures;   /* how often figures came */
} Fixture;

static void
stages_changed_cb (GListModel *model,
                   guint       position,
                   guint       removed,
                   guint       added,
                   Fixture    *fixture)
{
  g_string_append_printf (fixture->changes, "stages %u-%u+%u ", position, removed, added);
}

static void
cards_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->board)); i++)
    {
      g_autoptr(ClinchBoardStage) stage = g_list_model_get_item (G_LIST_MODEL (fixture->board), i);

      if (G_LIST_MODEL (clinch_board_stage_get_cards (stage)) == model)
        g_string_append_printf (fixture->changes, "%u:%u-%u+%u ", i, position, removed, added);
    }
}

static void
figures_changed_cb (Fixture *fixture)
{
  fixture->n_figures++;
}

static ClinchBoardStage *
stage_at (Fixture *fixture,
          guint    position)
{
  g_autoptr(ClinchBoardStage) stage = g_list_model_get_item (G_LIST_MODEL (fixture->board),
                                                             position);

  return stage;
}

static void
watch_cards (Fixture *fixture)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->board)); i++)
    g_signal_connect (clinch_board_stage_get_cards (stage_at (fixture, i)), "items-changed",
                      G_CALLBACK (cards_changed_cb), fixture);
}

static char *
take_changes (Fixture *fixture)
{
  char *changes = g_strdup (g_strchomp (fixture->changes->str));

  g_string_truncate (fixture->changes, 0);
  return changes;
}

#define ASSERT_CHANGES(fixture, expected)               \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *changes_ = take_changes (fixture); \
    g_assert_cmpstr (changes_, ==, expected);           \
  }                                                     \
  G_STMT_END

/* "A,B": names of a stage's cards, which load once somebody holds them. */
static char *
cards_of (Fixture *fixture,
          guint    stage)
{
  GListModel *cards = G_LIST_MODEL (clinch_board_stage_get_cards (stage_at (fixture, stage)));
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    g_ptr_array_add (records, g_list_model_get_item (cards, i));
  clinch_test_model_settle (fixture->model);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                            clinch_record_get_name (records->pdata[i]));

  return g_string_free (names, FALSE);
}

#define ASSERT_CARDS(fixture, stage, expected)              \
  G_STMT_START                                              \
  {                                                         \
    g_autofree char *cards_ = cards_of (fixture, stage);    \
    g_assert_cmpstr (cards_, ==, expected);                 \
  }                                                         \
  G_STMT_END

static void
assert_figures (Fixture *fixture,
                guint    stage,
                int      n_opportunities,
                gint64   amount,
                gint64   weighted)
{
  const ClinchBoardColumn *figures = clinch_board_stage_get_figures (stage_at (fixture, stage));

  g_assert_cmpint (figures->n_opportunities, ==, n_opportunities);
  g_assert_cmpint (figures->n_sums > 0 ? figures->sums[0].amount : 0, ==, amount);
  g_assert_cmpint (figures->n_sums > 0 ? figures->sums[0].weighted : 0, ==, weighted);
}

/* A, B, C in the first stage (10 %), D in the second (25 %); amounts of 1000, 2000, 3000, 4000. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *test = clinch_test_store_new ("en");

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=Bob", "role=owner",
                                                   NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", "grade=S",
                                                   NULL));
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=%c", 'A' + i);
      g_autofree char *amount = g_strdup_printf ("amount=%d", 1000 * (i + 1));
      g_autofree char *position = g_strdup_printf ("position=%d", 1000 * (i + 1));

      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, name, amount,
                                                       position, i == 3 ? "stage=2" : "stage=1",
                                                       i == 1 ? "owner=2" : "owner=1", NULL));
    }

  fixture->model = clinch_test_model_new (test);
  fixture->changes = g_string_new (NULL);
  fixture->board = clinch_board_model_new (fixture->model->workspace);
  g_signal_connect_swapped (fixture->board, "figures-changed", G_CALLBACK (figures_changed_cb),
                            fixture);
  g_signal_connect (fixture->board, "items-changed", G_CALLBACK (stages_changed_cb), fixture);
  g_assert_cmpint (clinch_board_model_get_total (fixture->board), ==, 0);
  clinch_board_model_set_pipeline (fixture->board, 1, N_FIRST);
  ASSERT_CHANGES (fixture, "stages 0-0+7");
  /* Not known yet. */
  g_assert_cmpint (clinch_board_model_get_total (fixture->board), ==, -1);
  watch_cards (fixture);
  clinch_test_model_settle (fixture->model);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->board);
  clinch_test_model_free (fixture->model);
  g_string_free (fixture->changes, TRUE);
}

static void
move (Fixture *fixture,
      gint64   id,
      gint64   stage_id,
      gint64   before_id)
{
  ClinchMoveRequest request = { .stage_id = stage_id, .before_id = before_id };

  clinch_action_move (fixture->model->workspace, &id, 1, &request, NULL, NULL, NULL);
  clinch_test_model_settle (fixture->model);
}

/* One job fills everything: figures come once, and each list once. */
static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpuint (fixture->n_figures, ==, 1);
  ASSERT_CHANGES (fixture, "0:0-0+3 1:0-0+1");
  ASSERT_CARDS (fixture, 0, "A,B,C");
  ASSERT_CARDS (fixture, 1, "D");
  assert_figures (fixture, 0, 3, 6000, 600);
  assert_figures (fixture, 1, 1, 4000, 1000);
  g_assert_cmpint (clinch_board_model_get_total (fixture->board), ==, 4);
}

/* A step touches the two columns that it concerns, and only the one card in them. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (take_changes (fixture));
  move (fixture, 2, 2, 0);
  ASSERT_CHANGES (fixture, "0:1-1+0 1:0-0+1");
  ASSERT_CARDS (fixture, 0, "A,C");
  ASSERT_CARDS (fixture, 1, "B,D");
  assert_figures (fixture, 0, 2, 4000, 400);
  assert_figures (fixture, 1, 2, 6000, 1500);

  clinch_action_undo (fixture->model->workspace, 0, NULL, NULL, NULL);
  clinch_test_model_settle (fixture->model);
  ASSERT_CHANGES (fixture, "0:1-0+1 1:0-1+0");
  ASSERT_CARDS (fixture, 0, "A,B,C");
  assert_figures (fixture, 0, 3, 6000, 600);
}

static void
test_reorder (Fixture       *fixture,
              gconstpointer  data)
{
  g_free (take_changes (fixture));
  move (fixture, 3, 1, 1);
  ASSERT_CARDS (fixture, 0, "C,A,B");
  g_free (take_changes (fixture));
  move (fixture, 3, 1, CLINCH_MOVE_BOTTOM);
  ASSERT_CARDS (fixture, 0, "A,B,C");
  g_free (take_changes (fixture));
  /* A card's own fields move nothing. */
  {
    g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=1500", NULL);
    gint64 id = 1;

    clinch_action_edit (fixture->model->workspace, CLINCH_KIND_OPPORTUNITY, &id, 1, changes, NULL,
                        NULL, NULL);
    clinch_test_model_settle (fixture->model);
  }
  ASSERT_CHANGES (fixture, "");
  assert_figures (fixture, 0, 3, 6500, 650);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(ClinchOpportunityFilter) mine =
    clinch_opportunity_filter_from_json ("{\"mine\":1}");
  g_autoptr(ClinchOpportunityFilter) stages = clinch_opportunity_filter_new ();
  g_autoptr(ClinchOpportunityFilter) none = clinch_opportunity_filter_new ();

  g_free (take_changes (fixture));
  clinch_board_model_set_filter (fixture->board, mine);
  clinch_test_model_settle (fixture->model);
  ASSERT_CARDS (fixture, 0, "A,C");
  assert_figures (fixture, 0, 2, 4000, 400);
  g_free (take_changes (fixture));

  /* Of a stage that is filtered away there is no column; those that stay are the same. */
  clinch_opportunity_filter_choose (stages->stages,
                                    &clinch_record_get_row (
                                      clinch_board_stage_get_record (stage_at (fixture, 1)))->uid,
                                    TRUE);
  clinch_board_model_set_filter (fixture->board, stages);
  clinch_test_model_settle (fixture->model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->board)), ==, 1);
  ASSERT_CARDS (fixture, 0, "D");

  clinch_board_model_set_filter (fixture->board, none);
  clinch_test_model_settle (fixture->model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->board)), ==, 7);
  ASSERT_CARDS (fixture, 0, "A,B,C");
  g_assert_cmpint (clinch_board_model_get_total (fixture->board), ==, 4);
}

/* While the table is looked at the lists wait; then they show what was missed. */
static void
test_inactive (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(ClinchOpportunityFilter) mine =
    clinch_opportunity_filter_from_json ("{\"mine\":1}");

  clinch_board_model_set_active (fixture->board, FALSE);
  clinch_board_model_set_filter (fixture->board, mine);
  clinch_test_model_settle (fixture->model);
  assert_figures (fixture, 0, 2, 4000, 400);
  ASSERT_CARDS (fixture, 0, "A,B,C");
  clinch_board_model_set_active (fixture->board, TRUE);
  clinch_test_model_settle (fixture->model);
  ASSERT_CARDS (fixture, 0, "A,C");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/board-model/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/board-model/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/board-model/reorder", Fixture, NULL, set_up, test_reorder, tear_down);
  g_test_add ("/board-model/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/board-model/inactive", Fixture, NULL, set_up, test_inactive, tear_down);

  return g_test_run ();
}
