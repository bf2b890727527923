// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-quadrant-drawing.h"

#include "clinch-chart-ink.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 8.0
#define GAP 7.0
#define RADIUS 5.0
#define TITLE_SIZE 1.35
#define SMALL_TEXT 0.88
#define REACH 4.0
#define TICK_ROOM_X 90.0
#define TICK_ROOM_Y 55.0
#define NAMES_IN_TIP 6

struct _ClinchQuadrantDrawing
{
  ClinchChartDrawing parent_instance;

  ClinchQuadrantData *data;
  double scale;
  PangoLayout *title;
  PangoLayout *axis_titles[2];
  PangoLayout *small; /* for ticks, counts and names, one after the other */
  PangoLayout *bold;  /* for corners */
  ClinchQuadrantSpec spec;
  ClinchQuadrantLayout layout;
};

G_DEFINE_FINAL_TYPE (ClinchQuadrantDrawing, clinch_quadrant_drawing, CLINCH_TYPE_CHART_DRAWING)

static const ClinchChartSheet *
get_sheet (ClinchQuadrantDrawing *self)
{
  return clinch_chart_drawing_get_sheet (CLINCH_CHART_DRAWING (self));
}

/* --- Arranging ----------------------------------------------------------------------------- */

static char *
text_of (ClinchQuadrantDrawing *self,
         ClinchQuadrantText     text,
         guint                  index)
{
  const char *name;

  switch (text)
    {
    case CLINCH_QUADRANT_TEXT_X_TICK:
      return clinch_quadrant_data_format (self->data, CLINCH_QUADRANT_X, self->spec.x.ticks[index]);
    case CLINCH_QUADRANT_TEXT_Y_TICK:
      return clinch_quadrant_data_format (self->data, CLINCH_QUADRANT_Y, self->spec.y.ticks[index]);
    case CLINCH_QUADRANT_TEXT_CORNER:
      name = clinch_quadrant_data_get_corner_name (self->data, index);
      if (*name == '\0')
        return g_strdup ("");
      /* Translators: the name of a corner of a chart and the number of points there. */
      return g_strdup_printf (C_("corner", "%1$s · %2$u"), name,
                              clinch_quadrant_data_get_corner_count (self->data, index));
    case CLINCH_QUADRANT_TEXT_POINT:
    default:
      return g_strdup (clinch_quadrant_data_get_label (self->data, index));
    }
}

static PangoLayout *
set_text (ClinchQuadrantDrawing *self,
          ClinchQuadrantText     text,
          guint                  index,
          double                 max_width)
{
  PangoLayout *layout = text == CLINCH_QUADRANT_TEXT_CORNER ? self->bold : self->small;
  g_autofree char *words = text_of (self, text, index);

  pango_layout_set_text (layout, words, -1);
  pango_layout_set_width (layout, (int) (max_width * PANGO_SCALE));

  return layout;
}

static void
measure_text (ClinchQuadrantText  text,
              guint               index,
              double              max_width,
              double             *width,
              double             *height,
              gpointer            data)
{
  PangoLayout *layout = set_text (data, text, index, max_width);
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  *width = MIN (logical.width, max_width);
  *height = logical.height;
}

static PangoLayout *
create_line (ClinchQuadrantDrawing *self,
             const char            *text,
             double                 size,
             PangoWeight            weight,
             double                 width)
{
  PangoLayout *layout = clinch_chart_ink_layout (get_sheet (self), text, size, weight);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));

  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
create_texts (ClinchQuadrantDrawing *self,
              double                 width)
{
  const char *title = clinch_chart_data_get_title (CLINCH_CHART_DATA (self->data));

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = clinch_quadrant_data_dup_title (self->data, (ClinchQuadrantAxis) i);

      self->axis_titles[i] = create_line (self, text, SMALL_TEXT, PANGO_WEIGHT_NORMAL, width);
    }
  self->small = create_line (self, "", SMALL_TEXT, PANGO_WEIGHT_NORMAL, width);
  /* How many there are stands behind the name and must not be cut off. */
  self->bold = create_line (self, "", SMALL_TEXT, PANGO_WEIGHT_BOLD, width);
  pango_layout_set_height (self->bold, -3);
  if (get_sheet (self)->with_title && *title != '\0')
    self->title = create_line (self, title, TITLE_SIZE, PANGO_WEIGHT_BOLD, width);
}

static void
arrange (ClinchQuadrantDrawing *self)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  double margin = MARGIN * self->scale;
  double gap = GAP * self->scale;
  double width = MAX (sheet->width - 2 * margin, 1);
  double top;
  double bottom;

  create_texts (self, width);
  top = margin + height_of (self->axis_titles[CLINCH_QUADRANT_Y]) + gap;
  if (self->title != NULL)
    top += height_of (self->title) + 2 * margin;
  bottom = margin + height_of (self->axis_titles[CLINCH_QUADRANT_X]) + gap / 2;

  self->spec = (ClinchQuadrantSpec) {
    .points = clinch_quadrant_data_get_values (self->data),
    .n_points = clinch_quadrant_data_get_n_points (self->data),
    .x_threshold = clinch_quadrant_data_get_threshold (self->data, CLINCH_QUADRANT_X),
    .y_threshold = clinch_quadrant_data_get_threshold (self->data, CLINCH_QUADRANT_Y),
    .room = { margin, top, width, MAX (sheet->height - top - bottom, 0) },
    .radius = RADIUS * self->scale,
    .gap = gap,
    .rtl = sheet->rtl,
    .measure = measure_text,
    .data = self,
  };
  clinch_quadrant_data_init_scale (self->data, CLINCH_QUADRANT_X,
                                   (guint) (width / (TICK_ROOM_X * self->scale)), &self->spec.x);
  clinch_quadrant_data_init_scale (self->data, CLINCH_QUADRANT_Y,
                                   (guint) (self->spec.room.height / (TICK_ROOM_Y * self->scale)),
                                   &self->spec.y);
  clinch_quadrant_arrange (&self->spec, &self->layout);
}

/* --- Drawing ------------------------------------------------------------------------------- */

static void
draw_titles (ClinchQuadrantDrawing *self,
             cairo_t               *cr)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const ClinchBox *plot = &self->layout.plot;
  double margin = MARGIN * self->scale;
  PangoLayout *x = self->axis_titles[CLINCH_QUADRANT_X];
  PangoLayout *y = self->axis_titles[CLINCH_QUADRANT_Y];
  double y_height = height_of (y);

  if (self->title != NULL)
    clinch_chart_ink_text (cr, self->title, &sheet->palette.text,
                           (sheet->width - clinch_chart_ink_width (self->title)) / 2, margin * 1.5);
  clinch_chart_ink_text (cr, y, &sheet->palette.dim,
                         sheet->rtl ? sheet->width - margin - clinch_chart_ink_width (y) : margin,
                         self->spec.room.y - y_height - GAP * self->scale);
  clinch_chart_ink_text (cr, x, &sheet->palette.dim,
                         sheet->rtl ? plot->x
                         : plot->x + plot->width - clinch_chart_ink_width (x),
                         sheet->height - margin - height_of (x));
}

static void
tint_corners (ClinchQuadrantDrawing *self,
              cairo_t               *cr)
{
  const ClinchChartPalette *palette = &get_sheet (self)->palette;
  const ClinchBox *plot = &self->layout.plot;
  const ClinchPoint *middle = &self->layout.threshold;

  for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
    {
      gboolean right = ((i & CLINCH_QUADRANT_HIGH_X) != 0) != (get_sheet (self)->rtl != FALSE);
      gboolean top = (i & CLINCH_QUADRANT_HIGH_Y) != 0;
      gboolean is_wrong = clinch_quadrant_data_get_corner_wrong (self->data, i);

      cairo_rectangle (cr, right ? middle->x : plot->x, top ? plot->y : middle->y,
                       right ? plot->x + plot->width - middle->x : middle->x - plot->x,
                       top ? middle->y - plot->y : plot->y + plot->height - middle->y);
      clinch_chart_ink_color (cr, is_wrong ? &palette->hues[1] : &palette->band,
                              is_wrong ? 0.07 : 1);
      cairo_fill (cr);
    }
}

static void
draw_line (cairo_t *cr,
           double   x1,
           double   y1,
           double   x2,
           double   y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

static void
draw_grid (ClinchQuadrantDrawing *self,
           cairo_t               *cr)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const ClinchBox *plot = &self->layout.plot;

  cairo_set_line_width (cr, MAX (sheet->pixel, 1));
  clinch_chart_ink_color (cr, &sheet->palette.line, 1);
  for (guint i = 0; i < self->spec.x.n_ticks; i++)
    {
      double x = clinch_quadrant_place (&self->spec, &self->layout, self->spec.x.ticks[i], 0).x;

      x = clinch_chart_ink_snap (sheet, x);
      draw_line (cr, x, plot->y, x, plot->y + plot->height);
    }
  for (guint i = 0; i < self->spec.y.n_ticks; i++)
    {
      double y = clinch_quadrant_place (&self->spec, &self->layout, 0, self->spec.y.ticks[i]).y;

      y = clinch_chart_ink_snap (sheet, y);
      draw_line (cr, plot->x, y, plot->x + plot->width, y);
    }
}

static void
draw_thresholds (ClinchQuadrantDrawing *self,
                 cairo_t               *cr)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const ClinchBox *plot = &self->layout.plot;
  double x = clinch_chart_ink_snap (sheet, self->layout.threshold.x);
  double y = clinch_chart_ink_snap (sheet, self->layout.threshold.y);
  double dashes[] = { 5 * self->scale, 4 * self->scale };

  clinch_chart_ink_color (cr, &sheet->palette.dim, 1);
  cairo_set_line_width (cr, MAX (sheet->pixel, 1));
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  draw_line (cr, x, plot->y, x, plot->y + plot->height);
  draw_line (cr, plot->x, y, plot->x + plot->width, y);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_label (ClinchQuadrantDrawing     *self,
            cairo_t                   *cr,
            const ClinchQuadrantLabel *label,
            ClinchQuadrantText         text,
            guint                      index,
            const GdkRGBA             *color)
{
  if (label->shown)
    clinch_chart_ink_text (cr, set_text (self, text, index, label->box.width + 1), color,
                           label->box.x, label->box.y);
}

static const GdkRGBA *
color_of (ClinchQuadrantDrawing *self,
          guint                  corner)
{
  gboolean is_wrong = clinch_quadrant_data_get_corner_wrong (self->data, corner);

  return &get_sheet (self)->palette.hues[is_wrong ? 1 : 0];
}

static void
draw_labels (ClinchQuadrantDrawing *self,
             cairo_t               *cr)
{
  const ClinchChartPalette *palette = &get_sheet (self)->palette;

  for (guint i = 0; i < self->spec.x.n_ticks; i++)
    draw_label (self, cr, &self->layout.x_ticks[i], CLINCH_QUADRANT_TEXT_X_TICK, i, &palette->dim);
  for (guint i = 0; i < self->spec.y.n_ticks; i++)
    draw_label (self, cr, &self->layout.y_ticks[i], CLINCH_QUADRANT_TEXT_Y_TICK, i, &palette->dim);
}

/* Names of corners lie on top of a crowd, on a ground of their own. */
static void
draw_corner_names (ClinchQuadrantDrawing *self,
                   cairo_t               *cr)
{
  const ClinchChartPalette *palette = &get_sheet (self)->palette;

  for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
    {
      const ClinchQuadrantLabel *label = &self->layout.corners[i];
      ClinchBox ground = {
        label->box.x - 5, label->box.y - 2, label->box.width + 10, label->box.height + 4
      };

      if (!label->shown)
        continue;
      clinch_chart_ink_box (cr, &ground, ground.height / 3);
      clinch_chart_ink_color (cr, &palette->background, 0.82);
      cairo_fill (cr);
      draw_label (self, cr, label, CLINCH_QUADRANT_TEXT_CORNER, i,
                  clinch_quadrant_data_get_corner_wrong (self->data, i) ? &palette->hues[1]
                  : &palette->text);
    }
}

static void
draw_cluster (ClinchQuadrantDrawing *self,
              cairo_t               *cr,
              guint                  index,
              double                 size)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const ClinchQuadrantCluster *cluster = &self->layout.clusters[index];
  gboolean is_wrong = clinch_quadrant_data_get_corner_wrong (self->data, cluster->corner);
  g_autofree char *count = NULL;
  PangoRectangle logical;

  clinch_chart_ink_marker (cr, sheet, is_wrong ? CLINCH_CHART_MARKER_DIAMOND
                           : CLINCH_CHART_MARKER_CIRCLE,
                           CLINCH_CHART_FILL_FULL, color_of (self, cluster->corner),
                           cluster->radius * size * (is_wrong ? 0.85 : 1), &cluster->center);
  if (cluster->n_points == 1)
    return;

  count = g_strdup_printf ("%u", cluster->n_points);
  pango_layout_set_text (self->small, count, -1);
  pango_layout_set_width (self->small, -1);
  pango_layout_get_pixel_extents (self->small, NULL, &logical);
  if (logical.width < 2 * cluster->radius)
    clinch_chart_ink_text (cr, self->small, &sheet->palette.background,
                           cluster->center.x - logical.width / 2.0,
                           cluster->center.y - logical.height / 2.0);
}

static void
clinch_quadrant_drawing_draw (ClinchChartDrawing *drawing,
                              cairo_t            *cr)
{
  ClinchQuadrantDrawing *self = CLINCH_QUADRANT_DRAWING (drawing);
  const ClinchQuadrantLayout *layout = &self->layout;

  tint_corners (self, cr);
  draw_grid (self, cr);
  draw_thresholds (self, cr);
  draw_titles (self, cr);
  draw_labels (self, cr);
  for (guint i = 0; i < layout->n_clusters; i++)
    draw_cluster (self, cr, i, 1);
  for (guint i = 0; i < layout->n_clusters; i++)
    draw_label (self, cr, &layout->clusters[i].label, CLINCH_QUADRANT_TEXT_POINT,
                layout->members[layout->clusters[i].first], &get_sheet (self)->palette.text);
  draw_corner_names (self, cr);
}

static void
clinch_quadrant_drawing_get_place (ClinchChartDrawing *drawing,
                                   int                 spot,
                                   ClinchBox          *place)
{
  const ClinchQuadrantCluster *cluster = &CLINCH_QUADRANT_DRAWING (drawing)->layout.clusters[spot];

  *place = (ClinchBox) {
    cluster->center.x - cluster->radius, cluster->center.y - cluster->radius, 2 * cluster->radius,
    2 * cluster->radius,
  };
}

static void
clinch_quadrant_drawing_draw_spot (ClinchChartDrawing *drawing,
                                   cairo_t            *cr,
                                   int                 spot,
                                   gboolean            with_ring)
{
  ClinchQuadrantDrawing *self = CLINCH_QUADRANT_DRAWING (drawing);
  ClinchBox place;

  draw_cluster (self, cr, (guint) spot, 1.3);
  clinch_quadrant_drawing_get_place (drawing, spot, &place);
  if (with_ring)
    clinch_chart_ink_focus (cr, get_sheet (self), &place);
}

/* --- Pointing at it ------------------------------------------------------------------------- */

static int
clinch_quadrant_drawing_find_spot (ClinchChartDrawing *drawing,
                                   double              x,
                                   double              y)
{
  ClinchQuadrantDrawing *self = CLINCH_QUADRANT_DRAWING (drawing);

  return clinch_quadrant_find (&self->layout, x, y, REACH * self->scale);
}

/* Left and right go from point to point in the order of the horizontal axis, up and down to the
 * nearest above and below. */
static int
clinch_quadrant_drawing_move (ClinchChartDrawing *drawing,
                              int                 spot,
                              ClinchChartMove     move)
{
  ClinchQuadrantDrawing *self = CLINCH_QUADRANT_DRAWING (drawing);
  int last = (int) self->layout.n_clusters - 1;
  int onwards = get_sheet (self)->rtl ? -1 : 1;

  if (last < 0)
    return -1;
  if (spot < 0 || spot > last)
    return move == CLINCH_CHART_MOVE_LAST ? last : 0;

  switch (move)
    {
    case CLINCH_CHART_MOVE_LEFT:
      return CLAMP (spot - onwards, 0, last);
    case CLINCH_CHART_MOVE_RIGHT:
      return CLAMP (spot + onwards, 0, last);
    case CLINCH_CHART_MOVE_UP:
      return clinch_quadrant_neighbour (&self->layout, spot, -1);
    case CLINCH_CHART_MOVE_DOWN:
      return clinch_quadrant_neighbour (&self->layout, spot, 1);
    case CLINCH_CHART_MOVE_LAST:
      return last;
    case CLINCH_CHART_MOVE_FIRST:
    default:
      return 0;
    }
}

static void
append_names (ClinchQuadrantDrawing *self,
              GString               *text,
              const guint           *members,
              guint                  n)
{
  g_string_append_printf (text, ngettext ("%u point here", "%u points here", n), n);
  for (guint i = 0; i < MIN (n, NAMES_IN_TIP); i++)
    g_string_append_printf (text, "\n%s", clinch_quadrant_data_get_label (self->data, members[i]));
  if (n > NAMES_IN_TIP)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - NAMES_IN_TIP),
                              n - NAMES_IN_TIP);
    }
}

static char *
clinch_quadrant_drawing_describe_spot (ClinchChartDrawing *drawing,
                                       int                 spot)
{
  ClinchQuadrantDrawing *self = CLINCH_QUADRANT_DRAWING (drawing);
  const char *corner
    = clinch_quadrant_data_get_corner_name (self->data, self->layout.clusters[spot].corner);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n;
  const guint *members = clinch_quadrant_drawing_get_members (self, spot, &n);

  if (n == 1)
    {
      g_autofree char *values = clinch_quadrant_data_dup_values_text (self->data, members[0], "\n");

      g_string_append_printf (text, "%s\n%s",
                              clinch_quadrant_data_get_label (self->data, members[0]), values);
    }
  else
    {
      append_names (self, text, members, n);
    }
  if (*corner != '\0')
    g_string_append_printf (text, "\n%s", corner);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
clinch_quadrant_drawing_finalize (GObject *object)
{
  ClinchQuadrantDrawing *self = CLINCH_QUADRANT_DRAWING (object);

  clinch_quadrant_clear (&self->layout);
  g_clear_object (&self->title);
  g_clear_object (&self->axis_titles[CLINCH_QUADRANT_X]);
  g_clear_object (&self->axis_titles[CLINCH_QUADRANT_Y]);
  g_clear_object (&self->small);
  g_clear_object (&self->bold);
  g_clear_object (&self->data);

  G_OBJECT_CLASS (clinch_quadrant_drawing_parent_class)->finalize (object);
}

static void
clinch_quadrant_drawing_class_init (ClinchQuadrantDrawingClass *klass)
{
  ClinchChartDrawingClass *drawing_class = CLINCH_CHART_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_quadrant_drawing_finalize;
  drawing_class->draw = clinch_quadrant_drawing_draw;
  drawing_class->draw_spot = clinch_quadrant_drawing_draw_spot;
  drawing_class->find_spot = clinch_quadrant_drawing_find_spot;
  drawing_class->move = clinch_quadrant_drawing_move;
  drawing_class->get_place = clinch_quadrant_drawing_get_place;
  drawing_class->describe_spot = clinch_quadrant_drawing_describe_spot;
}

static void
clinch_quadrant_drawing_init (ClinchQuadrantDrawing *self)
{
}

ClinchChartDrawing *
clinch_quadrant_drawing_new (ClinchQuadrantData     *data,
                             const ClinchChartSheet *sheet)
{
  ClinchQuadrantDrawing *self = g_object_new (CLINCH_TYPE_QUADRANT_DRAWING, NULL);

  clinch_chart_drawing_set_sheet (CLINCH_CHART_DRAWING (self), sheet);
  self->data = g_object_ref (data);
  self->scale = clinch_chart_ink_scale (sheet);
  arrange (self);

  return CLINCH_CHART_DRAWING (self);
}

const guint *
clinch_quadrant_drawing_get_members (ClinchQuadrantDrawing *self,
                                     int                    spot,
                                     guint                 *n_members)
{
  const ClinchQuadrantCluster *cluster = &self->layout.clusters[spot];

  *n_members = cluster->n_points;

  return self->layout.members + cluster->first;
}
