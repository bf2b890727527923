// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-column-set.h"
#include "clinch-test-window.h"
#include "clinch-text-cell.h"

/* How often a cell was asked what there is to say beside it. */
static int n_asked;

static const char *
title (const ClinchTableColumn *column)
{
  return column->id;
}

static char *
show (const ClinchTableColumn *column,
      ClinchRecord            *record,
      gint64                   now)
{
  return g_strdup (clinch_record_get_name (record));
}

/* What has no short name says nothing more. */
static char *
hint (const ClinchTableColumn *column,
      ClinchRecord            *record)
{
  n_asked++;
  return g_strdup (clinch_record_get_text (record, CLINCH_CUSTOMER_SHORT_NAME));
}

static const ClinchTableColumn columns[] = {
  { "name", "name", CLINCH_CUSTOMER_NAME, FALSE, FALSE, TRUE, 220 },
};

static const ClinchTableInfo info = {
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .title = title,
  .show = show,
  .hint = hint,
  .order_key = "customers-columns",
  .widths_key = "customers-widths",
};

typedef struct
{
  ClinchTestWindow *window;
  ClinchColumnSet *columns;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");
  g_autoptr(GSettings) settings = g_settings_new ("org.clinch.Clinch");
  GListStore *records = g_list_store_new (CLINCH_TYPE_RECORD);
  gint64 ids[2];

  ids[0] = clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme",
                                                             "short-name=A & <b>B</b>", NULL));
  ids[1] = clinch_test_store_insert (store,
                                     clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Zeta", NULL));
  fixture->window = clinch_test_window_new (store);
  fixture->view = gtk_column_view_new (NULL);
  fixture->columns = clinch_column_set_new (GTK_COLUMN_VIEW (fixture->view), &info, settings);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(ClinchRecord) record =
        clinch_test_window_record (fixture->window, CLINCH_KIND_CUSTOMER, ids[i]);

      g_list_store_append (records, record);
    }
  gtk_column_view_set_model (GTK_COLUMN_VIEW (fixture->view),
                             GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (records))));
  clinch_test_window_show (fixture->window, fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_column_set_close (fixture->columns);
  g_clear_object (&fixture->columns);
  clinch_test_window_free (fixture->window);
}

/* What a screen reader reads stands in the cell, not in a label. */
static GtkWidget *
cell_of (GtkWidget  *root,
         const char *name)
{
  if (CLINCH_IS_TEXT_CELL (root))
    {
      g_autofree char *other =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (root),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      return other == NULL ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = cell_of (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
ask_hint (GtkWidget *cell)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean has_hint = FALSE;

  g_signal_emit_by_name (cell, "query-tooltip", 0, 0, FALSE, tooltip, &has_hint);
  return has_hint;
}

/* To whoever points at a cell and to whoever hears it; where nobody points nothing is set, which
 * would ask the display for the pointer once for each cell. */
static void
test_column_set_hint (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *cell = cell_of (fixture->view, "Acme");
  GtkWidget *silent = cell_of (fixture->view, "Zeta");

  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "A & <b>B</b>");
  g_assert_true (gtk_widget_get_has_tooltip (cell));
  g_assert_null (gtk_widget_get_tooltip_text (cell));
  g_assert_true (ask_hint (cell));

  gtk_test_accessible_assert_property (silent, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  n_asked = 0;
  g_assert_false (ask_hint (silent));
  g_assert_cmpint (n_asked, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);
  g_test_add ("/column-set/hint", Fixture, NULL, set_up, test_column_set_hint, tear_down);
  return g_test_run ();
}
