// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-test-window.h"
#include "clinch-text-area.h"

static int
height_at (GtkWidget *area,
           int        width)
{
  int height;

  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* It is as high as its text at a width that it never had, before it was ever shown. */
static void
test_height (void)
{
  GtkWidget *area = g_object_ref_sink (clinch_text_area_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (area));
  int line = height_at (area, 600);
  int many;

  g_assert_cmpint (line, >, 8);
  g_assert_cmpint (line, <, 40);
  gtk_text_buffer_set_text (buffer, "Whether there is money for it, and who has approved it.", -1);
  g_assert_cmpint (height_at (area, 2000), ==, line);
  g_assert_cmpint (height_at (area, -1), ==, line);
  many = height_at (area, 120);
  g_assert_cmpint (many, >=, 3 * line);
  g_assert_cmpint (many, <=, 6 * line);

  gtk_text_buffer_set_text (buffer, "One\nTwo\nThree", -1);
  g_assert_cmpint (height_at (area, 600), >=, 3 * line - 2);
  g_assert_cmpint (height_at (area, 600), <=, 3 * line + 2);
  g_object_unref (area);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);
  g_test_add_func ("/text-area/height", test_height);

  return g_test_run ();
}
