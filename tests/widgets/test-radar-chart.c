// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-radar-chart.h"
#include "clinch-test-charts.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  ClinchRadarData *data;
  GtkWidget *chart;
  int activated;
} Fixture;

static void
activated_cb (Fixture *fixture,
              guint    axis)
{
  fixture->activated = (int) axis;
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
  fixture->window = clinch_test_window_new (clinch_test_store_new ("en"));
  fixture->data = clinch_test_radar_new (12, 2, FALSE);
  fixture->chart = clinch_radar_chart_new ();
  fixture->activated = -1;
  g_signal_connect_swapped (fixture->chart, "axis-activated", G_CALLBACK (activated_cb), fixture);
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

static ClinchChart *
chart_of (Fixture *fixture)
{
  return CLINCH_CHART (fixture->chart);
}

static void
press (Fixture *fixture,
       guint    key)
{
  g_assert_true (clinch_test_key (fixture->chart, key, 0));
}

static const char *
tip_of (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->chart); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "chart-tip") && gtk_widget_get_visible (child))
      return gtk_label_get_text (GTK_LABEL (child));

  return NULL;
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *words = clinch_chart_data_describe (CLINCH_CHART_DATA (fixture->data));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Hangang Steel · Customer Profile");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_assert_true (g_str_has_prefix (words, "Radar chart with 12 axes. Hangang Steel: Size 85; "
                                   "Industry 70, out of date; Fit of need 90; Budget unknown; "));
  g_assert_nonnull (strstr (words, ". Grade A, median: Size 65; "));
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(ClinchChartItem) budget = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->data)), ==, 12);
  budget = g_list_model_get_item (G_LIST_MODEL (fixture->data), 3);
  g_assert_cmpstr (clinch_chart_item_get_label (budget), ==, "Budget");
  g_assert_cmpstr (clinch_chart_item_get_value (budget), ==,
                   "Hangang Steel: unknown · Grade A, median: 58");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->data), 12));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_grab_focus (fixture->chart);
  press (fixture, GDK_KEY_Home);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, 0);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, 1);
  g_assert_cmpstr (tip_of (fixture), ==,
                   "Industry\nHangang Steel: 70, out of date\nVisit on November 3\n"
                   "Grade A, median: 62\nVisit on November 3");
  press (fixture, GDK_KEY_Left);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, 11);
  press (fixture, GDK_KEY_Down);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, 0);
  press (fixture, GDK_KEY_End);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, 11);

  press (fixture, GDK_KEY_Return);
  g_assert_cmpint (fixture->activated, ==, 11);
  press (fixture, GDK_KEY_Escape);
  g_assert_null (tip_of (fixture));
  g_assert_false (clinch_test_key (fixture->chart, GDK_KEY_Escape, 0));
}

static void
test_mirrored_keys (Fixture       *fixture,
                    gconstpointer  data)
{
  gtk_widget_set_direction (fixture->chart, GTK_TEXT_DIR_RTL);
  gtk_widget_grab_focus (fixture->chart);
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, 1);
}

/* What is pointed at shows its tip, and the new value when the data changes under it. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  ClinchChartDrawing *before = clinch_chart_get_drawing (chart_of (fixture));
  g_autofree char *words = NULL;

  g_object_add_weak_pointer (G_OBJECT (before), (gpointer *) &before);
  clinch_chart_set_spot (chart_of (fixture), 3);
  g_assert_nonnull (tip_of (fixture));
  clinch_radar_data_set_value (fixture->data, 0, 3, 40, FALSE, NULL);
  g_assert_null (before);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, 3);
  g_assert_nonnull (strstr (tip_of (fixture), "Hangang Steel: 40\n"));

  words = clinch_chart_data_describe (CLINCH_CHART_DATA (fixture->data));
  g_assert_nonnull (strstr (words, "Budget 40"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);

  clinch_radar_data_clear (fixture->data);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, -1);
  g_assert_null (tip_of (fixture));
}

static void
test_dark (Fixture       *fixture,
           gconstpointer  data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  ClinchChartDrawing *drawing = clinch_chart_get_drawing (chart_of (fixture));
  GdkRGBA light = clinch_chart_drawing_get_sheet (drawing)->palette.background;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  drawing = clinch_chart_get_drawing (chart_of (fixture));
  g_assert_false (gdk_rgba_equal (&light,
                                  &clinch_chart_drawing_get_sheet (drawing)->palette.background));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  drawing = clinch_chart_get_drawing (chart_of (fixture));
  g_assert_true (gdk_rgba_equal (&light,
                                 &clinch_chart_drawing_get_sheet (drawing)->palette.background));
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_notify (Fixture       *fixture,
             gconstpointer  data)
{
  int spots = 0;
  int datas = 0;

  g_signal_connect_swapped (fixture->chart, "notify::spot", G_CALLBACK (count_cb), &spots);
  g_signal_connect_swapped (fixture->chart, "notify::data", G_CALLBACK (count_cb), &datas);
  clinch_chart_set_spot (chart_of (fixture), 2);
  clinch_chart_set_spot (chart_of (fixture), 2);
  g_assert_cmpint (spots, ==, 1);
  clinch_chart_set_data (chart_of (fixture), CLINCH_CHART_DATA (fixture->data));
  g_assert_cmpint (datas, ==, 0);
  clinch_chart_set_data (chart_of (fixture), NULL);
  g_assert_cmpint (datas, ==, 1);
  g_assert_cmpint (clinch_chart_get_spot (chart_of (fixture)), ==, -1);
  g_assert_null (clinch_chart_get_drawing (chart_of (fixture)));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->chart);

  gtk_widget_activate_action (fixture->chart, "chart.copy", NULL);
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                                    GDK_TYPE_TEXTURE));
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
    { "/radar-chart/words", test_words },
    { "/radar-chart/table", test_table },
    { "/radar-chart/keys", test_keys },
    { "/radar-chart/mirrored-keys", test_mirrored_keys },
    { "/radar-chart/change", test_change },
    { "/radar-chart/dark", test_dark },
    { "/radar-chart/notify", test_notify },
    { "/radar-chart/copy", test_copy },
  };

  clinch_test_ui_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
