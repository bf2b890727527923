// SPDX-License-Identifier: GPL-3.0-or-later
//
// A limit: a board as GTK makes it by itself. Columns of list views over strings, cards of plain
// labels, no database. Whoever starts it says how large all is, so that as many cards are in sight
// as in Clinch.
#include "config.h"

#include "clinch-measure.h"

#include <adwaita.h>

#define COLUMN_GAP 24

static int n_columns = 5;
static int n_rows = 20000;
static int card_width = 270;
static int card_height = 110;
static int board_width = 1200;
static int board_height = 800;

static const GOptionEntry options[] = {
  { "columns", 0, 0, G_OPTION_ARG_INT, &n_columns, "Columns of the board", "N" },
  { "rows", 0, 0, G_OPTION_ARG_INT, &n_rows, "Cards in each of them", "N" },
  { "card-width", 0, 0, G_OPTION_ARG_INT, &card_width, "Width of a card in pixels", "N" },
  { "card-height", 0, 0, G_OPTION_ARG_INT, &card_height, "Height of a card in pixels", "N" },
  { "width", 0, 0, G_OPTION_ARG_INT, &board_width, "Width of the board in pixels", "N" },
  { "height", 0, 0, G_OPTION_ARG_INT, &board_height, "Height of the board in pixels", "N" },
  { NULL }
};

/* What a card has to say, in the fewest widgets that say it: a label for each line. */
static const char *const lines[] = {
  "浙江杭钢集团 MES 二期项目 %s",
  "A 浙江杭钢集团有限公司",
  "%s.5 万 · 王敏",
  "发送修改后的报价单 · 11月23日 · 12/30 天",
};

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            user_data)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_size_request (card, card_width, card_height);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (card), label);
    }
  gtk_list_item_set_child (item, card);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            user_data)
{
  const char *number = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], "%s", 2);
      g_autofree char *text = g_strjoinv (number, parts);

      gtk_label_set_label (GTK_LABEL (label), text);
      label = gtk_widget_get_next_sibling (label);
    }
}

static GtkWidget *
make_column (void)
{
  g_auto(GStrv) strings = g_new0 (char *, n_rows + 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *column = gtk_scrolled_window_new ();
  GListModel *model;
  GtkWidget *view;

  for (int i = 0; i < n_rows; i++)
    strings[i] = g_strdup_printf ("%d", i + 1);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  model = G_LIST_MODEL (gtk_string_list_new ((const char *const *) strings));
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (model)), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (column), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (column), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (column, TRUE);

  return column;
}

static void
activate_cb (GtkApplication *application,
             gpointer        user_data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *board = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_GAP);

  for (int i = 0; i < n_columns; i++)
    gtk_box_append (GTK_BOX (box), make_column ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (board), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (board), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_size_request (board, board_width, board_height);
  gtk_widget_set_halign (board, GTK_ALIGN_START);
  gtk_widget_set_valign (board, GTK_ALIGN_START);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), board);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  clinch_measure_watch (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application = adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);

  g_application_add_main_option_entries (G_APPLICATION (application), options);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
