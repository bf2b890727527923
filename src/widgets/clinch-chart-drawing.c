// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart-drawing.h"

typedef struct
{
  ClinchChartSheet sheet;
} ClinchChartDrawingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinchChartDrawing, clinch_chart_drawing, G_TYPE_OBJECT)

#define PRIVATE(self) \
        ((ClinchChartDrawingPrivate *) clinch_chart_drawing_get_instance_private (self))

static void
clinch_chart_drawing_finalize (GObject *object)
{
  g_clear_object (&PRIVATE (CLINCH_CHART_DRAWING (object))->sheet.context);

  G_OBJECT_CLASS (clinch_chart_drawing_parent_class)->finalize (object);
}

static void
clinch_chart_drawing_class_init (ClinchChartDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_chart_drawing_finalize;
}

static void
clinch_chart_drawing_init (ClinchChartDrawing *self)
{
}

const ClinchChartSheet *
clinch_chart_drawing_get_sheet (ClinchChartDrawing *self)
{
  return &PRIVATE (self)->sheet;
}

void
clinch_chart_drawing_set_sheet (ClinchChartDrawing     *self,
                                const ClinchChartSheet *sheet)
{
  PRIVATE (self)->sheet = *sheet;
  g_object_ref (sheet->context);
}

void
clinch_chart_drawing_draw (ClinchChartDrawing *self,
                           cairo_t            *cr)
{
  g_return_if_fail (CLINCH_IS_CHART_DRAWING (self));

  cairo_save (cr);
  CLINCH_CHART_DRAWING_GET_CLASS (self)->draw (self, cr);
  cairo_restore (cr);
}

void
clinch_chart_drawing_draw_spot (ClinchChartDrawing *self,
                                cairo_t            *cr,
                                int                 spot,
                                gboolean            with_ring)
{
  g_return_if_fail (CLINCH_IS_CHART_DRAWING (self));

  cairo_save (cr);
  CLINCH_CHART_DRAWING_GET_CLASS (self)->draw_spot (self, cr, spot, with_ring);
  cairo_restore (cr);
}

int
clinch_chart_drawing_find_spot (ClinchChartDrawing *self,
                                double              x,
                                double              y)
{
  g_return_val_if_fail (CLINCH_IS_CHART_DRAWING (self), -1);

  return CLINCH_CHART_DRAWING_GET_CLASS (self)->find_spot (self, x, y);
}

int
clinch_chart_drawing_move (ClinchChartDrawing *self,
                           int                 spot,
                           ClinchChartMove     move)
{
  g_return_val_if_fail (CLINCH_IS_CHART_DRAWING (self), -1);

  return CLINCH_CHART_DRAWING_GET_CLASS (self)->move (self, spot, move);
}

void
clinch_chart_drawing_get_place (ClinchChartDrawing *self,
                                int                 spot,
                                ClinchBox          *place)
{
  g_return_if_fail (CLINCH_IS_CHART_DRAWING (self));

  CLINCH_CHART_DRAWING_GET_CLASS (self)->get_place (self, spot, place);
}

char *
clinch_chart_drawing_describe_spot (ClinchChartDrawing *self,
                                    int                 spot)
{
  g_return_val_if_fail (CLINCH_IS_CHART_DRAWING (self), NULL);

  return CLINCH_CHART_DRAWING_GET_CLASS (self)->describe_spot (self, spot);
}
