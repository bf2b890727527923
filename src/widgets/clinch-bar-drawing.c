// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-bar-drawing.h"

#include "clinch-bars.h"
#include "clinch-chart-ink.h"

#include <glib/gi18n-lib.h>

#define MARGIN 8.0
#define GAP 4.0
#define MOST_WIDTH 56.0
#define SMALL_TEXT 0.88
#define TITLE_SIZE 1.35
#define ROUND 3.0

struct _ClinchBarDrawing
{
  ClinchChartDrawing parent_instance;

  ClinchBarData *data;
  double scale;
  PangoLayout *title;
  PangoLayout *small; /* for one label or figure after the other */
  ClinchBox room;
  ClinchBox *bars;
};

G_DEFINE_FINAL_TYPE (ClinchBarDrawing, clinch_bar_drawing, CLINCH_TYPE_CHART_DRAWING)

static const ClinchChartSheet *
get_sheet (ClinchBarDrawing *self)
{
  return clinch_chart_drawing_get_sheet (CLINCH_CHART_DRAWING (self));
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
arrange (ClinchBarDrawing *self)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const char *title = clinch_chart_data_get_title (CLINCH_CHART_DATA (self->data));
  guint n_bars = clinch_bar_data_get_n_bars (self->data);
  g_autofree double *values = g_new (double, n_bars + 1);
  double margin = MARGIN * self->scale;
  double top = margin;
  double line;

  self->small = clinch_chart_ink_layout (sheet, "0", SMALL_TEXT, PANGO_WEIGHT_NORMAL);
  pango_layout_set_single_paragraph_mode (self->small, TRUE);
  pango_layout_set_ellipsize (self->small, PANGO_ELLIPSIZE_END);
  line = height_of (self->small) + GAP * self->scale;
  if (sheet->with_title && *title != '\0')
    {
      self->title = clinch_chart_ink_layout (sheet, title, TITLE_SIZE, PANGO_WEIGHT_BOLD);
      top += height_of (self->title) + margin;
    }
  self->room = (ClinchBox) {
    margin, top + line, MAX (sheet->width - 2 * margin, 1),
    MAX (sheet->height - top - margin - 2 * line, 1),
  };
  for (guint i = 0; i < n_bars; i++)
    values[i] = clinch_bar_data_get_bar (self->data, i)->value;
  self->bars = g_new0 (ClinchBox, n_bars + 1);
  clinch_bars_arrange (values, n_bars, &self->room, MOST_WIDTH * self->scale, sheet->rtl,
                       self->bars);
}

/* In the middle of the bar's share of the width. */
static void
draw_text (ClinchBarDrawing *self,
           cairo_t          *cr,
           guint             bar,
           const char       *text,
           const GdkRGBA    *color,
           double            y)
{
  const ClinchBox *box = &self->bars[bar];
  double share = self->room.width / clinch_bar_data_get_n_bars (self->data);
  double width;

  pango_layout_set_width (self->small, (int) (share * PANGO_SCALE));
  pango_layout_set_text (self->small, text, -1);
  width = MIN (clinch_chart_ink_width (self->small), share);
  clinch_chart_ink_text (cr, self->small, color, box->x + (box->width - width) / 2, y);
}

static void
draw_bar (ClinchBarDrawing *self,
          cairo_t          *cr,
          guint             index,
          double            alpha)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const ClinchBar *bar = clinch_bar_data_get_bar (self->data, index);
  const GdkRGBA *color = &sheet->palette.hues[0];
  double inset = sheet->palette.line_width / 2;
  ClinchBox box = self->bars[index];

  if (box.height <= 0)
    return;
  if (bar->is_expected)
    {
      box.x += inset;
      box.width -= 2 * inset;
      box.y += MIN (inset, box.height / 2);
      box.height -= MIN (inset, box.height / 2);
    }
  clinch_chart_ink_box (cr, &box, MIN (ROUND * self->scale, box.height / 2));
  clinch_chart_ink_color (cr, color, bar->is_expected ? 0.15 * alpha : alpha);
  cairo_fill_preserve (cr);
  if (bar->is_expected)
    {
      clinch_chart_ink_color (cr, color, 1);
      cairo_set_line_width (cr, sheet->palette.line_width);
      cairo_stroke (cr);
    }
  else
    cairo_new_path (cr);
}

static void
clinch_bar_drawing_draw (ClinchChartDrawing *drawing,
                         cairo_t            *cr)
{
  ClinchBarDrawing *self = CLINCH_BAR_DRAWING (drawing);
  const ClinchChartSheet *sheet = get_sheet (self);
  double base = self->room.y + self->room.height;
  double gap = GAP * self->scale;

  if (self->title != NULL)
    clinch_chart_ink_text (cr, self->title, &sheet->palette.text,
                           (sheet->width - clinch_chart_ink_width (self->title)) / 2,
                           MARGIN * self->scale);
  for (guint i = 0; i < clinch_bar_data_get_n_bars (self->data); i++)
    {
      const ClinchBar *bar = clinch_bar_data_get_bar (self->data, i);

      draw_bar (self, cr, i, 1);
      draw_text (self, cr, i, bar->text, &sheet->palette.text,
                 self->bars[i].y - height_of (self->small) - gap / 2);
      draw_text (self, cr, i, bar->label, &sheet->palette.dim, base + gap);
    }
  clinch_chart_ink_color (cr, &sheet->palette.edge, 1);
  cairo_set_line_width (cr, MAX (sheet->pixel, 1));
  cairo_move_to (cr, self->room.x, clinch_chart_ink_snap (sheet, base));
  cairo_line_to (cr, self->room.x + self->room.width, clinch_chart_ink_snap (sheet, base));
  cairo_stroke (cr);
}

static void
clinch_bar_drawing_get_place (ClinchChartDrawing *drawing,
                              int                 spot,
                              ClinchBox          *place)
{
  *place = CLINCH_BAR_DRAWING (drawing)->bars[spot];
}

static void
clinch_bar_drawing_draw_spot (ClinchChartDrawing *drawing,
                              cairo_t            *cr,
                              int                 spot,
                              gboolean            with_ring)
{
  ClinchBarDrawing *self = CLINCH_BAR_DRAWING (drawing);

  draw_bar (self, cr, spot, 1);
  if (with_ring)
    clinch_chart_ink_focus (cr, get_sheet (self), &self->bars[spot]);
}

static int
clinch_bar_drawing_find_spot (ClinchChartDrawing *drawing,
                              double              x,
                              double              y)
{
  ClinchBarDrawing *self = CLINCH_BAR_DRAWING (drawing);

  return clinch_bars_find (clinch_bar_data_get_n_bars (self->data), &self->room,
                           get_sheet (self)->rtl, x);
}

static int
clinch_bar_drawing_move (ClinchChartDrawing *drawing,
                         int                 spot,
                         ClinchChartMove     move)
{
  ClinchBarDrawing *self = CLINCH_BAR_DRAWING (drawing);
  int last = (int) clinch_bar_data_get_n_bars (self->data) - 1;
  int onwards = get_sheet (self)->rtl ? -1 : 1;

  if (last < 0)
    return -1;
  if (spot < 0)
    return move == CLINCH_CHART_MOVE_LAST ? last : 0;

  switch (move)
    {
    case CLINCH_CHART_MOVE_LEFT:
      return CLAMP (spot - onwards, 0, last);
    case CLINCH_CHART_MOVE_RIGHT:
      return CLAMP (spot + onwards, 0, last);
    case CLINCH_CHART_MOVE_FIRST:
      return 0;
    case CLINCH_CHART_MOVE_LAST:
      return last;
    case CLINCH_CHART_MOVE_UP:
    case CLINCH_CHART_MOVE_DOWN:
    default:
      return spot;
    }
}

static char *
clinch_bar_drawing_describe_spot (ClinchChartDrawing *drawing,
                                  int                 spot)
{
  const ClinchBar *bar = clinch_bar_data_get_bar (CLINCH_BAR_DRAWING (drawing)->data, spot);

  return g_strdup_printf ("%s\n%s", bar->label, bar->full);
}

static void
clinch_bar_drawing_finalize (GObject *object)
{
  ClinchBarDrawing *self = CLINCH_BAR_DRAWING (object);

  g_clear_object (&self->title);
  g_clear_object (&self->small);
  g_clear_object (&self->data);
  g_free (self->bars);

  G_OBJECT_CLASS (clinch_bar_drawing_parent_class)->finalize (object);
}

static void
clinch_bar_drawing_class_init (ClinchBarDrawingClass *klass)
{
  ClinchChartDrawingClass *drawing_class = CLINCH_CHART_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_bar_drawing_finalize;
  drawing_class->draw = clinch_bar_drawing_draw;
  drawing_class->draw_spot = clinch_bar_drawing_draw_spot;
  drawing_class->find_spot = clinch_bar_drawing_find_spot;
  drawing_class->move = clinch_bar_drawing_move;
  drawing_class->get_place = clinch_bar_drawing_get_place;
  drawing_class->describe_spot = clinch_bar_drawing_describe_spot;
}

static void
clinch_bar_drawing_init (ClinchBarDrawing *self)
{
}

ClinchChartDrawing *
clinch_bar_drawing_new (ClinchBarData          *data,
                        const ClinchChartSheet *sheet)
{
  ClinchBarDrawing *self = g_object_new (CLINCH_TYPE_BAR_DRAWING, NULL);

  clinch_chart_drawing_set_sheet (CLINCH_CHART_DRAWING (self), sheet);
  self->data = g_object_ref (data);
  self->scale = clinch_chart_ink_scale (sheet);
  arrange (self);

  return CLINCH_CHART_DRAWING (self);
}
