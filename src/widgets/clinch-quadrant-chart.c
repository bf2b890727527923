// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-quadrant-chart.h"

#include "clinch-menu-label.h"
#include "clinch-quadrant-drawing.h"

#include <glib/gi18n-lib.h>

#define CHOICES_MOST 30

struct _ClinchQuadrantChart
{
  ClinchChart parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinchQuadrantChart, clinch_quadrant_chart, CLINCH_TYPE_CHART)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0, g_variant_get_int64 (parameter));
}

static GMenu *
create_choices (ClinchQuadrantData *data,
                const guint        *members,
                guint               n)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < MIN (n, CHOICES_MOST); i++)
    {
      const char *name = clinch_quadrant_data_get_label (data, members[i]);
      g_autofree char *label = clinch_menu_label (name);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "chart.open", "x",
                                         clinch_quadrant_data_get_key (data, members[i]));
      g_menu_append_item (menu, item);
    }
  if (n > CHOICES_MOST)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                         n - CHOICES_MOST), n - CHOICES_MOST);

      g_menu_append (menu, more, NULL);
    }

  return menu;
}

static void
clinch_quadrant_chart_activate_spot (ClinchChart *chart,
                                     int          spot)
{
  ClinchQuadrantData *data = CLINCH_QUADRANT_DATA (clinch_chart_get_data (chart));
  ClinchQuadrantDrawing *drawing = CLINCH_QUADRANT_DRAWING (clinch_chart_get_drawing (chart));
  g_autoptr(GMenu) choices = NULL;
  guint n;
  const guint *members = clinch_quadrant_drawing_get_members (drawing, spot, &n);

  if (n == 1)
    {
      g_signal_emit (chart, signals[ACTIVATED], 0, clinch_quadrant_data_get_key (data, members[0]));
      return;
    }

  choices = create_choices (data, members, n);
  clinch_chart_pop_up (chart, G_MENU_MODEL (choices));
}

static void
clinch_quadrant_chart_class_init (ClinchQuadrantChartClass *klass)
{
  CLINCH_CHART_CLASS (klass)->activate_spot = clinch_quadrant_chart_activate_spot;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "chart.open", "x", open_action);
}

static void
clinch_quadrant_chart_init (ClinchQuadrantChart *self)
{
}

GtkWidget *
clinch_quadrant_chart_new (void)
{
  return g_object_new (CLINCH_TYPE_QUADRANT_CHART, NULL);
}
