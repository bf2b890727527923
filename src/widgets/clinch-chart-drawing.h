// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-box.h"
#include "clinch-chart-palette.h"

G_BEGIN_DECLS

/* What a chart is drawn on. @pixel is the size of a pixel of the device, for lines that are to be
 * as thin as can be; @context brings the font and knows what the device does with text. */
typedef struct
{
  PangoContext *context;
  ClinchChartPalette palette;
  double width;
  double height;
  double pixel;
  gboolean rtl;
  gboolean with_title;
} ClinchChartSheet;

typedef enum
{
  CLINCH_CHART_MOVE_LEFT,
  CLINCH_CHART_MOVE_RIGHT,
  CLINCH_CHART_MOVE_UP,
  CLINCH_CHART_MOVE_DOWN,
  CLINCH_CHART_MOVE_FIRST,
  CLINCH_CHART_MOVE_LAST,
} ClinchChartMove;

/**
 * ClinchChartDrawing:
 *
 * The picture of some data on one sheet: arranged once, drawn as often as need be, on the screen,
 * in an image, in a document. Its spots are what can be pointed at and walked to by keyboard,
 * counted from 0.
 */
#define CLINCH_TYPE_CHART_DRAWING (clinch_chart_drawing_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClinchChartDrawing, clinch_chart_drawing, CLINCH, CHART_DRAWING, GObject)

struct _ClinchChartDrawingClass
{
  GObjectClass parent_class;

  void   (*draw)          (ClinchChartDrawing *self,
                           cairo_t            *cr);
  void   (*draw_spot)     (ClinchChartDrawing *self,
                           cairo_t            *cr,
                           int                 spot,
                           gboolean            with_ring);
  int    (*find_spot)     (ClinchChartDrawing *self,
                           double              x,
                           double              y);
  int    (*move)          (ClinchChartDrawing *self,
                           int                 spot,
                           ClinchChartMove     move);
  void   (*get_place)     (ClinchChartDrawing *self,
                           int                 spot,
                           ClinchBox          *place);
  char * (*describe_spot) (ClinchChartDrawing *self,
                           int                 spot);
};

const ClinchChartSheet *clinch_chart_drawing_get_sheet     (ClinchChartDrawing     *self);
void                    clinch_chart_drawing_set_sheet     (ClinchChartDrawing     *self,
                                                            const ClinchChartSheet *sheet);

void                    clinch_chart_drawing_draw          (ClinchChartDrawing     *self,
                                                            cairo_t                *cr);

/* Lays the mark of the spot that is pointed at over the drawing, with a focus ring if asked. */
void                    clinch_chart_drawing_draw_spot     (ClinchChartDrawing     *self,
                                                            cairo_t                *cr,
                                                            int                     spot,
                                                            gboolean                with_ring);

/* The spot at a place, or -1. */
int                     clinch_chart_drawing_find_spot     (ClinchChartDrawing     *self,
                                                            double                  x,
                                                            double                  y);

/* Where a key leads from @spot, -1 for none yet; @spot itself at an end, -1 where there is none. */
int                     clinch_chart_drawing_move          (ClinchChartDrawing     *self,
                                                            int                     spot,
                                                            ClinchChartMove         move);

/* Where a spot is, for a tip to point at. */
void                    clinch_chart_drawing_get_place     (ClinchChartDrawing     *self,
                                                            int                     spot,
                                                            ClinchBox              *place);

/* A spot in words, the first line its name. */
char                   *clinch_chart_drawing_describe_spot (ClinchChartDrawing     *self,
                                                            int                     spot)
                                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
