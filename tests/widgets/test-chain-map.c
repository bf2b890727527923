// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-chain-map.h"
#include "clinch-test-charts.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  ClinchChainMapData *data;
  ClinchChainMap *map;
  gint64 activated;
  gint64 menu;
} Fixture;

static void
activated_cb (Fixture *fixture,
              gint64   id)
{
  fixture->activated = id;
}

static void
menu_cb (Fixture   *fixture,
         gint64     id,
         GtkWidget *card)
{
  fixture->menu = id;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = clinch_test_window_new (clinch_test_store_new ("en"));
  fixture->data = clinch_test_chain_new (GPOINTER_TO_UINT (data), FALSE);
  fixture->map = CLINCH_CHAIN_MAP (clinch_chain_map_new ());
  g_signal_connect_swapped (fixture->map, "activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->map, "menu", G_CALLBACK (menu_cb), fixture);
  clinch_chain_map_set_data (fixture->map, fixture->data);
  clinch_test_window_show (fixture->window, GTK_WIDGET (fixture->map));
  clinch_test_wait (has_size, fixture->map);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *map = g_object_ref (GTK_WIDGET (fixture->map));

  clinch_test_window_free (fixture->window);
  g_assert_finalize_object (map);
  g_assert_finalize_object (fixture->data);
}

static GtkWidget *
card_of (Fixture *fixture,
         gint64   id)
{
  GtkWidget *card = clinch_chain_map_get_card (fixture->map, id);

  g_assert_nonnull (card);

  return card;
}

static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  state)
{
  g_assert_true (clinch_test_key (gtk_window_get_focus (fixture->window->window), key, state));
}

static void
assert_focus (Fixture *fixture,
              gint64   id)
{
  g_assert_true (gtk_window_get_focus (fixture->window->window) == card_of (fixture, id));
}

/* Nobody hides anybody, whatever the number. */
static void
test_apart (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 n = GPOINTER_TO_UINT (data);

  for (gint64 i = 1; i <= n; i++)
    for (gint64 k = i + 1; k <= n; k++)
      {
        graphene_rect_t a;
        graphene_rect_t b;

        g_assert_true (gtk_widget_compute_bounds (card_of (fixture, i), GTK_WIDGET (fixture->map),
                                                  &a));
        g_assert_true (gtk_widget_compute_bounds (card_of (fixture, k), GTK_WIDGET (fixture->map),
                                                  &b));
        g_assert_false (graphene_rect_intersection (&a, &b, NULL));
      }
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->map));
  assert_focus (fixture, 1);
  press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, 3); /* the middle one of three */
  press (fixture, GDK_KEY_Left, 0);
  assert_focus (fixture, 2);
  press (fixture, GDK_KEY_Left, 0); /* nobody is there */
  press (fixture, GDK_KEY_Up, 0);
  assert_focus (fixture, 1);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (fixture->activated, ==, 1);
  press (fixture, GDK_KEY_F10, GDK_SHIFT_MASK);
  g_assert_cmpint (fixture->menu, ==, 1);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  double before = clinch_chain_map_get_zoom (fixture->map);

  /* Sixty people are made smaller, but not so small that nobody can read who they are. */
  g_assert_cmpfloat (before, ==, 0.6);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->map));
  press (fixture, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpfloat (clinch_chain_map_get_zoom (fixture->map), ==, 1);
  press (fixture, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpfloat (clinch_chain_map_get_zoom (fixture->map), >, 1);
  press (fixture, GDK_KEY_9, GDK_CONTROL_MASK);
  g_assert_cmpfloat (clinch_chain_map_get_zoom (fixture->map), <, 0.6);
}

static void
test_beginning (Fixture       *fixture,
                gconstpointer  data)
{
  graphene_rect_t bounds;
  int room = gtk_widget_get_width (GTK_WIDGET (fixture->map));

  /* Sixty people do not fit in: the first thing in sight is who they all report to. */
  g_assert_true (gtk_widget_compute_bounds (clinch_chain_map_get_card (fixture->map, 1),
                                            GTK_WIDGET (fixture->map), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width / 2, room / 2.0, 2);
}

/* Who is still there keeps the keyboard, though everything around is new. */
static void
test_renewed (Fixture       *fixture,
              gconstpointer  data)
{
  ClinchChainMapNode nodes[] = {
    { .id = 2, .name = "Li Na", .known = TRUE },
    { .id = 9, .reports_to = 2, .name = "New", .role = "Decision maker", .stance = "Doubter",
      .known = TRUE },
  };
  g_autofree char *text = NULL;

  gtk_widget_grab_focus (card_of (fixture, 2));
  clinch_chain_map_data_fill (fixture->data, nodes, G_N_ELEMENTS (nodes), NULL, 0);
  assert_focus (fixture, 2);
  g_assert_null (clinch_chain_map_get_card (fixture->map, 1));
  gtk_test_accessible_assert_property (card_of (fixture, 9), GTK_ACCESSIBLE_PROPERTY_LABEL, "New");
  text = clinch_chain_map_data_describe_node (fixture->data, 1);
  g_assert_cmpstr (text, ==, "Decision maker; Doubter; reports to Li Na");
}

int
main (int   argc,
      char *argv[])
{
  static const guint counts[] = { 1, 2, 60 };

  clinch_test_ui_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chain-map/apart/%u", counts[i]);

      g_test_add (path, Fixture, GUINT_TO_POINTER (counts[i]), set_up, test_apart, tear_down);
    }
  g_test_add ("/chain-map/walk", Fixture, GUINT_TO_POINTER (12), set_up, test_walk, tear_down);
  g_test_add ("/chain-map/beginning", Fixture, GUINT_TO_POINTER (60), set_up, test_beginning,
              tear_down);
  g_test_add ("/chain-map/zoom", Fixture, GUINT_TO_POINTER (60), set_up, test_zoom, tear_down);
  g_test_add ("/chain-map/renewed", Fixture, GUINT_TO_POINTER (4), set_up, test_renewed,
              tear_down);

  return g_test_run ();
}
