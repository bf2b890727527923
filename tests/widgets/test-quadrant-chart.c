// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-quadrant-chart.h"
#include "clinch-test-charts.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  ClinchQuadrantData *data;
  GtkWidget *chart;
  gint64 activated;
} Fixture;

static void
activated_cb (Fixture *fixture,
              gint64   key)
{
  fixture->activated = key;
}

static gboolean
has_drawing (gpointer data)
{
  return clinch_chart_get_drawing (CLINCH_CHART (data)) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const ClinchQuadrantPoint points[] = {
    { 11, "A & <b>B</b>", 10, 10 }, { 12, "Hangang_Steel", 90, 80 }, { 13, "Twin", 90, 80 },
    { 14, "Lonely", 90, 5 },
  };

  fixture->window = clinch_test_window_new (clinch_test_store_new ("en"));
  fixture->data = clinch_test_quadrant_new (0, FALSE);
  clinch_quadrant_data_set_points (fixture->data, points, G_N_ELEMENTS (points));
  clinch_quadrant_data_set_threshold (fixture->data, CLINCH_QUADRANT_X, 50, "median");
  clinch_quadrant_data_set_threshold (fixture->data, CLINCH_QUADRANT_Y, 40, "median");
  fixture->chart = clinch_quadrant_chart_new ();
  g_signal_connect_swapped (fixture->chart, "activated", G_CALLBACK (activated_cb), fixture);
  clinch_chart_set_data (CLINCH_CHART (fixture->chart), CLINCH_CHART_DATA (fixture->data));
  clinch_test_window_show (fixture->window, fixture->chart);
  clinch_test_wait (has_drawing, fixture->chart);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *chart = g_object_ref (fixture->chart);

  clinch_test_window_free (fixture->window);
  g_assert_finalize_object (chart);
  g_assert_finalize_object (fixture->data);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Scatter chart with 4 points. Across: Open value (median "
                                       "¥50). Up: Follow-ups in 90 days (median 40). Fine as it is: "
                                       "1. Valuable, neglected: 1. Eating time: 0. Well looked "
                                       "after: 2.");
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(ClinchChartItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->data), 3);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->data)), ==, 4);
  g_assert_cmpstr (clinch_chart_item_get_label (item), ==, "Lonely");
  g_assert_cmpstr (clinch_chart_item_get_value (item), ==,
                   "Open value: ¥90 · Follow-ups in 90 days: 5");
  g_assert_cmpstr (clinch_chart_item_get_note (item), ==, "Valuable, neglected");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  ClinchChart *chart = CLINCH_CHART (fixture->chart);
  GtkWidget *tip;

  gtk_widget_grab_focus (fixture->chart);
  g_assert_true (clinch_test_key (fixture->chart, GDK_KEY_Home, 0));
  g_assert_true (clinch_test_key (fixture->chart, GDK_KEY_Return, 0));
  g_assert_cmpint (fixture->activated, ==, 11);

  g_assert_true (clinch_test_key (fixture->chart, GDK_KEY_End, 0));
  g_assert_true (clinch_test_key (fixture->chart, GDK_KEY_Return, 0));
  g_assert_cmpint (fixture->activated, ==, 14);
  tip = clinch_test_find (fixture->chart, GTK_TYPE_LABEL, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (tip)), ==,
                   "Lonely\nOpen value: ¥90\nFollow-ups in 90 days: 5\nValuable, neglected");

  /* Where two lie on each other, Return asks which one. */
  g_assert_true (clinch_test_key (fixture->chart, GDK_KEY_Up, 0));
  g_assert_cmpint (clinch_chart_get_spot (chart), ==, 1);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (tip)), ==,
                   "2 points here\nHangang_Steel\nTwin\nWell looked after");
  fixture->activated = 0;
  g_assert_true (clinch_test_key (fixture->chart, GDK_KEY_Return, 0));
  g_assert_cmpint (fixture->activated, ==, 0);
  gtk_widget_activate_action (fixture->chart, "chart.open", "x", G_GINT64_CONSTANT (13));
  g_assert_cmpint (fixture->activated, ==, 13);
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  clinch_chart_set_spot (CLINCH_CHART (fixture->chart), 1);
  clinch_quadrant_data_set_points (fixture->data, NULL, 0);
  g_assert_cmpint (clinch_chart_get_spot (CLINCH_CHART (fixture->chart)), ==, -1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->data)), ==, 0);
  g_assert_nonnull (clinch_chart_get_drawing (CLINCH_CHART (fixture->chart)));
  clinch_test_key (fixture->chart, GDK_KEY_Home, 0);
  g_assert_cmpint (clinch_chart_get_spot (CLINCH_CHART (fixture->chart)), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture       *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "/quadrant-chart/words", test_words },
    { "/quadrant-chart/table", test_table },
    { "/quadrant-chart/keys", test_keys },
    { "/quadrant-chart/change", test_change },
  };

  clinch_test_ui_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
