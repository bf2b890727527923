// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-operations.h"
#include "clinch-predictions.h"
#include "clinch-test-store.h"

static gint64
add_deal (ClinchTestStore *test,
          gint64           owner,
          int              percent)
{
  g_autofree char *name = g_strdup_printf ("name=Deal %" G_GINT64_FORMAT " %d", owner, percent);
  g_autofree char *by = g_strdup_printf ("owner=%" G_GINT64_FORMAT, owner);
  g_autofree char *probability = g_strdup_printf ("probability=%d", percent);

  return clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, name, by,
                                                          percent >= 0 ? probability : NULL, NULL));
}

/* Ends a deal as the board does. */
static void
end_deal (ClinchTestStore *test,
          gint64           id,
          gboolean         won)
{
  ClinchMoveRequest request = {
    .stage_id = clinch_test_store_stage (test, won ? "won" : "lost"),
    .reason = won ? NULL : "Price",
  };
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
  g_autoptr(GError) error = NULL;

  clinch_operation_move (txn, &id, 1, &request, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (g_steal_pointer (&txn));
}

static void
assert_predictor (const ClinchPredictor *predictor,
                  const char            *name,
                  const char            *text,
                  const char            *verdict)
{
  g_autofree char *said = clinch_predictor_text (predictor);
  g_autofree char *judged = clinch_predictor_verdict (predictor);

  g_assert_cmpstr (predictor->name, ==, name);
  g_assert_cmpstr (said, ==, text);
  g_assert_cmpstr (judged, ==, verdict);
}

/* What was thought when a deal ended counts; an open deal, one without an own probability and one
 * in the bin do not. */
static void
test_predictions_of_owners (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  static const int hopeful[] = { 90, 80, 80, 70, 80 };
  g_autoptr(GPtrArray) predictors = NULL;
  g_autoptr(GError) error = NULL;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=Li", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (hopeful); i++)
    end_deal (test, add_deal (test, 2, hopeful[i]), i < 2);
  end_deal (test, add_deal (test, 1, 30), FALSE);
  end_deal (test, add_deal (test, 1, -1), TRUE);
  add_deal (test, 1, 95);

  predictors = clinch_predictions_load (test->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (predictors->len, ==, 3);
  assert_predictor (predictors->pdata[2], "Me",
                    "1 ended: 30% expected, 0% won, Brier score 0.09", "Too few to say");
  g_clear_pointer (&predictors, g_ptr_array_unref);

  clinch_test_store_delete (test, CLINCH_KIND_OPPORTUNITY, 6);
  predictors = clinch_predictions_load (test->db, &error);
  g_assert_cmpuint (predictors->len, ==, 2);
  /* 400 ÷ 5 = 80 expected, 2 of 5 won; (100 + 400 + 6,400 + 4,900 + 6,400) ÷ 50,000 = 0.364. */
  assert_predictor (predictors->pdata[0], NULL,
                    "5 ended: 80% expected, 40% won, Brier score 0.36", "40 points too hopeful");
  assert_predictor (predictors->pdata[1], "Li",
                    "5 ended: 80% expected, 40% won, Brier score 0.36", "40 points too hopeful");
}

static void
test_predictions_none (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GPtrArray) predictors = clinch_predictions_load (test->db, NULL);

  g_assert_cmpuint (predictors->len, ==, 1);
  assert_predictor (predictors->pdata[0], NULL,
                    "No opportunity with a probability of one's own has ended yet",
                    "Too few to say");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/predictions/of-owners", test_predictions_of_owners);
  g_test_add_func ("/predictions/none", test_predictions_none);

  return g_test_run ();
}
