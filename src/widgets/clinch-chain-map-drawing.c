// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-map-drawing.h"

#include "clinch-chain-legend.h"
#include "clinch-chain-lines.h"

#define MARGIN 12.0
#define TITLE_SIZE 1.35
#define MOST_ZOOM 2.0

struct _ClinchChainMapDrawing
{
  ClinchChartDrawing parent_instance;

  ClinchChainMapData *data;
  ClinchChartSheet natural; /* the sheet on which text has its own size */
  GPtrArray *faces;
  ClinchChainLayout *layout;
  PangoLayout *title;
  ClinchChartLegend *legend;
  double legend_y;
  double zoom;
  double x; /* where the map begins on the sheet */
  double y;
};

G_DEFINE_FINAL_TYPE (ClinchChainMapDrawing, clinch_chain_map_drawing, CLINCH_TYPE_CHART_DRAWING)

static const ClinchChartSheet *
get_sheet (ClinchChainMapDrawing *self)
{
  return clinch_chart_drawing_get_sheet (CLINCH_CHART_DRAWING (self));
}

static double
arrange_title (ClinchChainMapDrawing *self)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const char *title = clinch_chart_data_get_title (CLINCH_CHART_DATA (self->data));
  int height;

  if (!sheet->with_title || *title == '\0')
    return 0;

  self->title = clinch_chart_ink_layout (sheet, title, TITLE_SIZE, PANGO_WEIGHT_BOLD);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (self->title, (int) (MAX (sheet->width - 2 * MARGIN, 1) * PANGO_SCALE));
  pango_layout_get_pixel_size (self->title, NULL, &height);

  return height + MARGIN;
}

static void
arrange (ClinchChainMapDrawing *self)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  double top = MARGIN + arrange_title (self);
  double width = MAX (sheet->width - 2 * MARGIN, 1);
  double legend;
  double height;

  for (guint i = 0; i < clinch_chain_map_data_get_n_nodes (self->data); i++)
    g_ptr_array_add (self->faces,
                     clinch_chain_face_new (clinch_chain_map_data_get_node (self->data, i),
                                            &self->natural));
  self->layout = clinch_chain_lines_lay_out (self->data, self->faces, sheet->rtl);
  self->legend = clinch_chain_legend_new (self->data, sheet);
  legend = clinch_chart_legend_arrange (self->legend, width);
  self->legend_y = sheet->height - MARGIN - legend;
  height = MAX (self->legend_y - (legend > 0 ? MARGIN : 0) - top, 1);
  self->zoom = MIN (MOST_ZOOM, MIN (width / MAX (self->layout->width, 1),
                                    height / MAX (self->layout->height, 1)));
  self->x = MARGIN + (width - self->layout->width * self->zoom) / 2;
  self->y = top + (height - self->layout->height * self->zoom) / 2;
}

static void
clinch_chain_map_drawing_draw (ClinchChartDrawing *drawing,
                               cairo_t            *cr)
{
  ClinchChainMapDrawing *self = CLINCH_CHAIN_MAP_DRAWING (drawing);

  if (self->title != NULL)
    clinch_chart_ink_text (cr, self->title, &get_sheet (self)->palette.text, MARGIN, MARGIN);
  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->zoom, self->zoom);
  clinch_chain_lines_draw (self->layout, self->data, &self->natural, cr);
  for (guint i = 0; i < self->faces->len; i++)
    clinch_chain_face_draw (self->faces->pdata[i], &self->natural, cr, self->layout->rects[i].x,
                            self->layout->rects[i].y);
  cairo_restore (cr);
  clinch_chart_legend_draw (self->legend, cr, MARGIN, self->legend_y);
}

static void
clinch_chain_map_drawing_get_place (ClinchChartDrawing *drawing,
                                    int                 spot,
                                    ClinchBox          *place)
{
  ClinchChainMapDrawing *self = CLINCH_CHAIN_MAP_DRAWING (drawing);
  const ClinchBox *rect = &self->layout->rects[spot];

  *place = (ClinchBox) { self->x + rect->x * self->zoom, self->y + rect->y * self->zoom,
                         rect->width * self->zoom, rect->height * self->zoom };
}

static void
clinch_chain_map_drawing_draw_spot (ClinchChartDrawing *drawing,
                                    cairo_t            *cr,
                                    int                 spot,
                                    gboolean            with_ring)
{
  ClinchBox box;

  if (!with_ring)
    return;

  clinch_chain_map_drawing_get_place (drawing, spot, &box);
  clinch_chart_ink_focus (cr, clinch_chart_drawing_get_sheet (drawing), &box);
}

static int
clinch_chain_map_drawing_find_spot (ClinchChartDrawing *drawing,
                                    double              x,
                                    double              y)
{
  ClinchChainMapDrawing *self = CLINCH_CHAIN_MAP_DRAWING (drawing);

  for (int i = 0; i < self->layout->n; i++)
    {
      ClinchBox box;

      clinch_chain_map_drawing_get_place (drawing, i, &box);
      if (clinch_box_contains (&box, x, y))
        return i;
    }

  return -1;
}

/* From person to person in their order. */
static int
clinch_chain_map_drawing_move (ClinchChartDrawing *drawing,
                               int                 spot,
                               ClinchChartMove     move)
{
  int n = CLINCH_CHAIN_MAP_DRAWING (drawing)->layout->n;

  if (n == 0)
    return -1;
  if (move == CLINCH_CHART_MOVE_LAST)
    return n - 1;
  if (spot < 0 || move == CLINCH_CHART_MOVE_FIRST)
    return 0;

  return CLAMP (spot + (move == CLINCH_CHART_MOVE_LEFT || move == CLINCH_CHART_MOVE_UP ? -1 : 1),
                0, n - 1);
}

static char *
clinch_chain_map_drawing_describe_spot (ClinchChartDrawing *drawing,
                                        int                 spot)
{
  ClinchChainMapDrawing *self = CLINCH_CHAIN_MAP_DRAWING (drawing);
  g_autofree char *text = clinch_chain_map_data_describe_node (self->data, (guint) spot);

  return g_strdup_printf ("%s\n%s",
                          clinch_chain_map_data_get_node (self->data, (guint) spot)->name, text);
}

static void
clinch_chain_map_drawing_finalize (GObject *object)
{
  ClinchChainMapDrawing *self = CLINCH_CHAIN_MAP_DRAWING (object);

  g_clear_object (&self->data);
  g_clear_object (&self->title);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
  g_clear_pointer (&self->layout, clinch_chain_layout_free);
  g_clear_pointer (&self->legend, clinch_chart_legend_free);

  G_OBJECT_CLASS (clinch_chain_map_drawing_parent_class)->finalize (object);
}

static void
clinch_chain_map_drawing_class_init (ClinchChainMapDrawingClass *klass)
{
  ClinchChartDrawingClass *drawing_class = CLINCH_CHART_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_chain_map_drawing_finalize;
  drawing_class->draw = clinch_chain_map_drawing_draw;
  drawing_class->draw_spot = clinch_chain_map_drawing_draw_spot;
  drawing_class->find_spot = clinch_chain_map_drawing_find_spot;
  drawing_class->move = clinch_chain_map_drawing_move;
  drawing_class->get_place = clinch_chain_map_drawing_get_place;
  drawing_class->describe_spot = clinch_chain_map_drawing_describe_spot;
}

static void
clinch_chain_map_drawing_init (ClinchChainMapDrawing *self)
{
  self->faces = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_chain_face_free);
}

ClinchChartDrawing *
clinch_chain_map_drawing_new (ClinchChainMapData     *data,
                              const ClinchChartSheet *sheet)
{
  ClinchChainMapDrawing *self = g_object_new (CLINCH_TYPE_CHAIN_MAP_DRAWING, NULL);

  clinch_chart_drawing_set_sheet (CLINCH_CHART_DRAWING (self), sheet);
  self->data = g_object_ref (data);
  self->natural = *get_sheet (self);
  self->natural.width = CLINCH_CHAIN_SHEET_SIZE;
  self->natural.height = CLINCH_CHAIN_SHEET_SIZE;
  arrange (self);

  return CLINCH_CHART_DRAWING (self);
}
