// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-bar-data.h"

#include "clinch-bar-drawing.h"

#include <glib/gi18n-lib.h>

struct _ClinchBarData
{
  ClinchChartData parent_instance;

  GArray *bars; /* ClinchBar, with texts of their own */
};

G_DEFINE_FINAL_TYPE (ClinchBarData, clinch_bar_data, CLINCH_TYPE_CHART_DATA)

static void
clear_bar (gpointer data)
{
  ClinchBar *bar = data;

  g_free ((char *) bar->label);
  g_free ((char *) bar->text);
  g_free ((char *) bar->full);
}

static guint
get_n_points (ClinchChartData *data)
{
  return CLINCH_BAR_DATA (data)->bars->len;
}

static ClinchChartItem *
clinch_bar_data_dup_item (ClinchChartData *data,
                          guint            point)
{
  const ClinchBar *bar = clinch_bar_data_get_bar (CLINCH_BAR_DATA (data), point);

  return clinch_chart_item_new (bar->label, bar->full,
                                bar->is_expected ? C_("chart", "Expected") : NULL);
}

static char *
clinch_bar_data_describe (ClinchChartData *data)
{
  ClinchBarData *self = CLINCH_BAR_DATA (data);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("Bar chart with %u bar.", "Bar chart with %u bars.",
                                          self->bars->len), self->bars->len);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const ClinchBar *bar = clinch_bar_data_get_bar (self, i);

      g_string_append_printf (text, " %s: %s.", bar->label, bar->full);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static ClinchChartDrawing *
clinch_bar_data_create_drawing (ClinchChartData        *data,
                                const ClinchChartSheet *sheet)
{
  return clinch_bar_drawing_new (CLINCH_BAR_DATA (data), sheet);
}

static void
clinch_bar_data_finalize (GObject *object)
{
  g_array_unref (CLINCH_BAR_DATA (object)->bars);

  G_OBJECT_CLASS (clinch_bar_data_parent_class)->finalize (object);
}

static void
clinch_bar_data_class_init (ClinchBarDataClass *klass)
{
  ClinchChartDataClass *data_class = CLINCH_CHART_DATA_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_bar_data_finalize;
  data_class->get_n_points = get_n_points;
  data_class->dup_item = clinch_bar_data_dup_item;
  data_class->describe = clinch_bar_data_describe;
  data_class->create_drawing = clinch_bar_data_create_drawing;
}

static void
clinch_bar_data_init (ClinchBarData *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (ClinchBar));
  g_array_set_clear_func (self->bars, clear_bar);
}

ClinchBarData *
clinch_bar_data_new (void)
{
  return g_object_new (CLINCH_TYPE_BAR_DATA, NULL);
}

void
clinch_bar_data_set_bars (ClinchBarData   *self,
                          const ClinchBar *bars,
                          gsize            n_bars)
{
  guint n_before;

  g_return_if_fail (CLINCH_IS_BAR_DATA (self));

  n_before = self->bars->len;
  g_array_set_size (self->bars, 0);
  for (gsize i = 0; i < n_bars; i++)
    {
      ClinchBar bar = bars[i];

      bar.label = g_strdup (bar.label);
      bar.text = g_strdup (bar.text);
      bar.full = g_strdup (bar.full);
      g_array_append_val (self->bars, bar);
    }
  clinch_chart_data_changed (CLINCH_CHART_DATA (self), n_before);
}

guint
clinch_bar_data_get_n_bars (ClinchBarData *self)
{
  g_return_val_if_fail (CLINCH_IS_BAR_DATA (self), 0);

  return self->bars->len;
}

const ClinchBar *
clinch_bar_data_get_bar (ClinchBarData *self,
                         guint          bar)
{
  g_return_val_if_fail (CLINCH_IS_BAR_DATA (self) && bar < self->bars->len, NULL);

  return &g_array_index (self->bars, ClinchBar, bar);
}
