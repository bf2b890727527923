// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-radar-drawing.h"

#include "clinch-chart-ink.h"
#include "clinch-chart-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 8.0
#define GAP 11.0
#define MARKER 4.0
#define TITLE_SIZE 1.35
#define SMALL_HEIGHT 320.0
#define LABEL_GAP "\342\200\202" /* half an em */
#define FILL 0.18

struct _ClinchRadarDrawing
{
  ClinchChartDrawing parent_instance;

  ClinchRadarData *data;
  double scale;
  PangoLayout *title;
  PangoLayout *labels[CLINCH_RADAR_MAX_AXES];
  ClinchRadarLayout layout;
  ClinchRadarVertex vertices[CLINCH_RADAR_MAX_SERIES][CLINCH_RADAR_MAX_AXES];
  ClinchChartLegend *legend;
  double legend_y;
};

G_DEFINE_FINAL_TYPE (ClinchRadarDrawing, clinch_radar_drawing, CLINCH_TYPE_CHART_DRAWING)

static const ClinchChartMarker markers[CLINCH_RADAR_MAX_SERIES] = {
  CLINCH_CHART_MARKER_CIRCLE, CLINCH_CHART_MARKER_DIAMOND, CLINCH_CHART_MARKER_SQUARE,
};

static const ClinchChartSheet *
get_sheet (ClinchRadarDrawing *self)
{
  return clinch_chart_drawing_get_sheet (CLINCH_CHART_DRAWING (self));
}

/* --- Arranging ----------------------------------------------------------------------------- */

/* The name of an axis and, behind a GAP if there is one, the value of the first series in bold. */
static void
set_label_text (ClinchRadarDrawing *self,
                guint               axis,
                const char         *gap)
{
  const char *name = clinch_radar_data_get_label (self->data, axis);
  const ClinchRadarValue *values;
  g_autofree char *text = NULL;
  g_autoptr(PangoAttrList) attributes = NULL;
  PangoAttribute *bold;

  if (gap == NULL || clinch_radar_data_get_n_series (self->data) == 0)
    {
      pango_layout_set_attributes (self->labels[axis], NULL);
      pango_layout_set_text (self->labels[axis], name, -1);
      return;
    }

  values = clinch_radar_data_get_values (self->data, 0);
  if (values[axis].known)
    text = g_strdup_printf ("%s%s%ld", name, gap,
                            lround (CLAMP (values[axis].value, 0, 100)));
  else
    text = g_strdup_printf ("%s%s–", name, gap);

  attributes = pango_attr_list_new ();
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->start_index = (guint) strlen (name);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_text (self->labels[axis], text, -1);
  pango_layout_set_attributes (self->labels[axis], attributes);
}

/* Whether a line ends inside of a word, which no reader thanks us for. */
static gboolean
breaks_words (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const PangoLogAttr *marks = pango_layout_get_log_attrs_readonly (layout, NULL);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;

      if (!marks[g_utf8_pointer_to_offset (text, text + start)].is_line_break)
        return TRUE;
    }

  return FALSE;
}

/* Chinese may break anywhere, but a name is read best in one piece. */
static gboolean
breaks_name (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const PangoLogAttr *marks = pango_layout_get_log_attrs_readonly (layout, NULL);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;

      if (!marks[g_utf8_pointer_to_offset (text, text + start) - 1].is_white)
        return TRUE;
    }

  return FALSE;
}

static void
set_label_width (PangoLayout *layout,
                 double       width)
{
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
}

/* Two lines look best when they are about as long as each other. */
static void
balance_lines (PangoLayout *layout,
               double       max_width)
{
  gboolean broken = breaks_name (layout);
  int full;
  int line_height;

  if (pango_layout_get_line_count (layout) != 2
      || strchr (pango_layout_get_text (layout), '\n') != NULL)
    return;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &full, &line_height);
  set_label_width (layout, MIN (full / 2.0 + line_height, max_width));
  if (pango_layout_is_ellipsized (layout) || breaks_words (layout)
      || (!broken && breaks_name (layout)))
    set_label_width (layout, max_width);
}

static void
measure_label (guint                 axis,
               const ClinchRadarFit *fit,
               double               *width,
               double               *height,
               gpointer              data)
{
  ClinchRadarDrawing *self = data;
  PangoLayout *layout = self->labels[axis];
  PangoRectangle logical;

  set_label_text (self, axis, fit->with_value ? LABEL_GAP : NULL);
  set_label_width (layout, fit->max_width);
  pango_layout_set_height (layout, -fit->max_lines);
  if (fit->with_value && breaks_name (layout))
    set_label_text (self, axis, "\n");
  if (fit->with_value && (pango_layout_is_ellipsized (layout) || breaks_words (layout)))
    set_label_text (self, axis, NULL);
  if (breaks_words (layout))
    pango_layout_set_height (layout, -1);
  else if (!pango_layout_is_ellipsized (layout))
    balance_lines (layout, fit->max_width);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  *width = MIN (logical.width, fit->max_width);
  *height = logical.height;
}

static void
create_labels (ClinchRadarDrawing *self)
{
  for (guint i = 0; i < clinch_radar_data_get_n_axes (self->data); i++)
    {
      self->labels[i] = clinch_chart_ink_layout (get_sheet (self), "", 1, PANGO_WEIGHT_NORMAL);
      pango_layout_set_wrap (self->labels[i], PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->labels[i], PANGO_ELLIPSIZE_END);
    }
}

/* In Pango, left means where a line begins; here it means left. */
static void
align_labels (ClinchRadarDrawing *self)
{
  for (guint i = 0; i < self->layout.n_axes; i++)
    {
      double align = self->layout.labels[i].align;
      gboolean rtl = pango_layout_get_direction (self->labels[i], 0) == PANGO_DIRECTION_RTL;

      if (align == 0.5)
        pango_layout_set_alignment (self->labels[i], PANGO_ALIGN_CENTER);
      else
        pango_layout_set_alignment (self->labels[i], (align > 0.5) != rtl ? PANGO_ALIGN_RIGHT
                                    : PANGO_ALIGN_LEFT);
    }
}

static void
create_legend (ClinchRadarDrawing *self)
{
  const ClinchChartPalette *palette = &get_sheet (self)->palette;
  guint n_series = clinch_radar_data_get_n_series (self->data);
  gboolean any_unknown = FALSE;
  gboolean any_stale = FALSE;
  /* Where room is scarce the shape comes first; the tip says what is unknown, too. */
  gboolean is_small = get_sheet (self)->height < SMALL_HEIGHT;

  self->legend = clinch_chart_legend_new (get_sheet (self));
  for (guint i = 0; i < n_series; i++)
    {
      const ClinchRadarValue *values = clinch_radar_data_get_values (self->data, i);

      for (guint k = 0; k < clinch_radar_data_get_n_axes (self->data); k++)
        {
          any_unknown = any_unknown || !values[k].known;
          any_stale = any_stale || (values[k].known && values[k].stale);
        }
      if (n_series > 1)
        clinch_chart_legend_add (self->legend, clinch_radar_data_get_series_name (self->data, i),
                                 markers[i], CLINCH_CHART_FILL_FULL, &palette->hues[i], TRUE);
    }
  if (any_unknown && !is_small)
    clinch_chart_legend_add (self->legend, _("Unknown"), CLINCH_CHART_MARKER_CIRCLE,
                             CLINCH_CHART_FILL_HOLLOW, &palette->dim, FALSE);
  if (any_stale && !is_small)
    clinch_chart_legend_add (self->legend, _("Out of date"), CLINCH_CHART_MARKER_CIRCLE,
                             CLINCH_CHART_FILL_HALF, &palette->dim, FALSE);
}

static double
arrange_title (ClinchRadarDrawing *self)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const char *title = clinch_chart_data_get_title (CLINCH_CHART_DATA (self->data));
  int height;

  if (!sheet->with_title || *title == '\0')
    return 0;

  self->title = clinch_chart_ink_layout (sheet, title, TITLE_SIZE, PANGO_WEIGHT_BOLD);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (self->title, PANGO_ALIGN_CENTER);
  pango_layout_set_height (self->title, sheet->height < SMALL_HEIGHT ? -1 : -2);
  pango_layout_set_width (self->title,
                          (int) ((sheet->width - 4 * MARGIN * self->scale) * PANGO_SCALE));
  pango_layout_get_pixel_size (self->title, NULL, &height);

  return height + 2 * MARGIN * self->scale;
}

static void
arrange (ClinchRadarDrawing *self)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  double margin = MARGIN * self->scale;
  double title = arrange_title (self);
  double legend;
  ClinchRadarSpec spec = {
    .n_axes = clinch_radar_data_get_n_axes (self->data),
    .gap = GAP * self->scale,
    .rtl = sheet->rtl,
    .measure = measure_label,
    .data = self,
  };

  create_labels (self);
  create_legend (self);
  legend = clinch_chart_legend_arrange (self->legend, MAX (sheet->width - 2 * margin, 1));
  self->legend_y = sheet->height - margin - legend;
  spec.room = (ClinchBox) {
    margin, margin + title, MAX (sheet->width - 2 * margin, 0),
    MAX (self->legend_y - (legend > 0 ? 1.5 * margin : 0) - margin - title, 0),
  };
  clinch_radar_arrange (&spec, &self->layout);
  align_labels (self);
  for (guint i = 0; i < clinch_radar_data_get_n_series (self->data); i++)
    clinch_radar_shape (&self->layout, clinch_radar_data_get_values (self->data, i),
                        self->vertices[i]);
}

/* --- Drawing ------------------------------------------------------------------------------- */

static void
trace_ring (ClinchRadarDrawing *self,
            cairo_t            *cr,
            double              value)
{
  for (guint i = 0; i < self->layout.n_axes; i++)
    {
      ClinchPoint point = clinch_radar_point (&self->layout, i, value);

      cairo_line_to (cr, point.x, point.y);
    }
  cairo_close_path (cr);
}

static void
draw_web (ClinchRadarDrawing *self,
          cairo_t            *cr)
{
  const ClinchChartSheet *sheet = get_sheet (self);
  const ClinchRadarLayout *layout = &self->layout;

  /* The tints of the bands add up towards the centre. */
  clinch_chart_ink_color (cr, &sheet->palette.band, 1);
  for (int i = (int) layout->n_rings - 1; i >= 0; i -= 2)
    {
      trace_ring (self, cr, layout->rings[i]);
      cairo_fill (cr);
    }

  /* One by one: lines of one path that cross each other cost far more than the same lines apart. */
  cairo_set_line_width (cr, MAX (sheet->pixel, self->scale));
  clinch_chart_ink_color (cr, &sheet->palette.line, 1);
  for (guint i = 0; i < layout->n_axes; i++)
    {
      ClinchPoint end = clinch_radar_point (layout, i, 100);

      cairo_move_to (cr, layout->center.x, layout->center.y);
      cairo_line_to (cr, end.x, end.y);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < layout->n_rings; i++)
    {
      if (i + 1 == layout->n_rings)
        clinch_chart_ink_color (cr, &sheet->palette.edge, 1);
      trace_ring (self, cr, layout->rings[i]);
      cairo_stroke (cr);
    }
}

static void
draw_labels (ClinchRadarDrawing *self,
             cairo_t            *cr)
{
  const ClinchChartPalette *palette = &get_sheet (self)->palette;

  for (guint i = 0; i < self->layout.n_axes; i++)
    {
      const ClinchRadarLabel *label = &self->layout.labels[i];

      if (!label->shown)
        continue;
      if (label->has_leader)
        {
          cairo_move_to (cr, label->leader[0].x, label->leader[0].y);
          cairo_line_to (cr, label->leader[1].x, label->leader[1].y);
          clinch_chart_ink_color (cr, &palette->edge, 1);
          cairo_set_line_width (cr, MAX (get_sheet (self)->pixel, self->scale * 0.75));
          cairo_stroke (cr);
        }
      clinch_chart_ink_text (cr, self->labels[i], &palette->text, label->box.x, label->box.y);
    }
}

/* What is not known is not filled: only the sectors between two known values are. */
static void
fill_shape (ClinchRadarDrawing *self,
            cairo_t            *cr,
            guint               series)
{
  const GdkRGBA *hue = &get_sheet (self)->palette.hues[series];
  const ClinchRadarLayout *layout = &self->layout;

  cairo_new_path (cr);
  for (guint i = 0; i < layout->n_axes; i++)
    if (self->vertices[series][i].solid_edge)
      {
        const ClinchPoint *from = &self->vertices[series][i].point;
        const ClinchPoint *to = &self->vertices[series][(i + 1) % layout->n_axes].point;

        cairo_move_to (cr, layout->center.x, layout->center.y);
        cairo_line_to (cr, from->x, from->y);
        cairo_line_to (cr, to->x, to->y);
        cairo_close_path (cr);
      }

  clinch_chart_ink_color (cr, hue, FILL);
  cairo_fill (cr);
}

static void
trace_edges (ClinchRadarDrawing *self,
             cairo_t            *cr,
             guint               series,
             gboolean            solid)
{
  const ClinchRadarVertex *vertices = self->vertices[series];
  guint n = self->layout.n_axes;
  gboolean continued = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      const ClinchPoint *to = &vertices[(i + 1) % n].point;

      if (vertices[i].solid_edge != solid)
        {
          continued = FALSE;
          continue;
        }
      if (!continued)
        cairo_move_to (cr, vertices[i].point.x, vertices[i].point.y);
      cairo_line_to (cr, to->x, to->y);
      continued = TRUE;
    }
}

static void
draw_edges (ClinchRadarDrawing *self,
            cairo_t            *cr,
            guint               series)
{
  const ClinchChartPalette *palette = &get_sheet (self)->palette;
  double width = palette->line_width * self->scale * (series == 0 ? 1.1 : 0.8);
  double dashes[] = { 0.1, 2.6 * width };

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  clinch_chart_ink_color (cr, &palette->hues[series], 1);
  cairo_set_line_width (cr, width);
  trace_edges (self, cr, series, TRUE);
  cairo_stroke (cr);

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  trace_edges (self, cr, series, FALSE);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_vertex (ClinchRadarDrawing *self,
             cairo_t            *cr,
             guint               series,
             guint               axis,
             double              size)
{
  const ClinchRadarValue *value = &clinch_radar_data_get_values (self->data, series)[axis];
  /* Many axes in a small picture leave room for small markers only. */
  double room = G_PI * self->layout.radius / MAX (self->layout.n_axes, 1) / 3;

  clinch_chart_ink_marker (cr, get_sheet (self), markers[series],
                           !value->known ? CLINCH_CHART_FILL_HOLLOW
                           : value->stale ? CLINCH_CHART_FILL_HALF : CLINCH_CHART_FILL_FULL,
                           &get_sheet (self)->palette.hues[series],
                           MIN (size * self->scale, MAX (room, 2)) * (series == 0 ? 1 : 0.85),
                           &self->vertices[series][axis].point);
}

static void
clinch_radar_drawing_draw (ClinchChartDrawing *drawing,
                           cairo_t            *cr)
{
  ClinchRadarDrawing *self = CLINCH_RADAR_DRAWING (drawing);
  const ClinchChartSheet *sheet = get_sheet (self);
  double margin = MARGIN * self->scale;

  if (self->title != NULL)
    clinch_chart_ink_text (cr, self->title, &sheet->palette.text,
                           (sheet->width - clinch_chart_ink_width (self->title)) / 2, 2 * margin);
  draw_web (self, cr);
  draw_labels (self, cr);
  for (guint i = clinch_radar_data_get_n_series (self->data); i > 0; i--)
    {
      if (i == 1)
        fill_shape (self, cr, 0);
      draw_edges (self, cr, i - 1);
      for (guint k = 0; k < self->layout.n_axes; k++)
        draw_vertex (self, cr, i - 1, k, MARKER);
    }
  clinch_chart_legend_draw (self->legend, cr, margin, self->legend_y);
}

static void
clinch_radar_drawing_draw_spot (ClinchChartDrawing *drawing,
                                cairo_t            *cr,
                                int                 spot,
                                gboolean            with_ring)
{
  ClinchRadarDrawing *self = CLINCH_RADAR_DRAWING (drawing);
  const ClinchChartSheet *sheet = get_sheet (self);
  ClinchPoint end = clinch_radar_point (&self->layout, (guint) spot, 100);
  ClinchBox box = { end.x - 5, end.y - 5, 10, 10 };

  cairo_move_to (cr, self->layout.center.x, self->layout.center.y);
  cairo_line_to (cr, end.x, end.y);
  clinch_chart_ink_color (cr, &sheet->palette.dim, 0.7);
  cairo_set_line_width (cr, MAX (sheet->pixel, self->scale));
  cairo_stroke (cr);
  for (guint i = clinch_radar_data_get_n_series (self->data); i > 0; i--)
    draw_vertex (self, cr, i - 1, (guint) spot, MARKER * 1.5);

  if (self->layout.labels[spot].shown)
    box = self->layout.labels[spot].box;
  if (with_ring)
    clinch_chart_ink_focus (cr, sheet, &box);
}

/* --- Pointing at it ------------------------------------------------------------------------- */

static int
clinch_radar_drawing_find_spot (ClinchChartDrawing *drawing,
                                double              x,
                                double              y)
{
  return clinch_radar_find_axis (&CLINCH_RADAR_DRAWING (drawing)->layout, x, y);
}

/* With and against the clock, around and around. */
static int
clinch_radar_drawing_move (ClinchChartDrawing *drawing,
                           int                 spot,
                           ClinchChartMove     move)
{
  ClinchRadarDrawing *self = CLINCH_RADAR_DRAWING (drawing);
  int n = (int) self->layout.n_axes;
  gboolean rtl = get_sheet (self)->rtl;
  int step = 1;

  if (n == 0)
    return -1;
  if (spot < 0 || spot >= n)
    return move == CLINCH_CHART_MOVE_LAST ? n - 1 : 0;

  switch (move)
    {
    case CLINCH_CHART_MOVE_FIRST:
      return 0;
    case CLINCH_CHART_MOVE_LAST:
      return n - 1;
    case CLINCH_CHART_MOVE_LEFT:
      step = rtl ? 1 : -1;
      break;
    case CLINCH_CHART_MOVE_RIGHT:
      step = rtl ? -1 : 1;
      break;
    case CLINCH_CHART_MOVE_UP:
      step = -1;
      break;
    case CLINCH_CHART_MOVE_DOWN:
    default:
      break;
    }

  return (spot + n + step) % n;
}

static void
clinch_radar_drawing_get_place (ClinchChartDrawing *drawing,
                                int                 spot,
                                ClinchBox          *place)
{
  ClinchRadarDrawing *self = CLINCH_RADAR_DRAWING (drawing);
  ClinchPoint point = clinch_radar_point (&self->layout, (guint) spot, 100);
  double size = MARKER * self->scale;

  if (clinch_radar_data_get_n_series (self->data) > 0)
    point = self->vertices[0][spot].point;
  *place = (ClinchBox) { point.x - size, point.y - size, 2 * size, 2 * size };
}

static char *
clinch_radar_drawing_describe_spot (ClinchChartDrawing *drawing,
                                    int                 spot)
{
  ClinchRadarDrawing *self = CLINCH_RADAR_DRAWING (drawing);
  guint axis = (guint) spot;
  g_autoptr(GString) text = g_string_new (clinch_radar_data_get_label (self->data, axis));

  for (guint i = 0; i < clinch_radar_data_get_n_series (self->data); i++)
    {
      g_autofree char *value = clinch_radar_data_dup_value_text (self->data, i, axis);
      const char *detail = clinch_radar_data_get_detail (self->data, i, axis);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, C_("chart", "%1$s: %2$s"),
                              clinch_radar_data_get_series_name (self->data, i), value);
      if (detail != NULL && *detail != '\0')
        g_string_append_printf (text, "\n%s", detail);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
clinch_radar_drawing_finalize (GObject *object)
{
  ClinchRadarDrawing *self = CLINCH_RADAR_DRAWING (object);

  g_clear_object (&self->data);
  g_clear_object (&self->title);
  for (guint i = 0; i < CLINCH_RADAR_MAX_AXES; i++)
    g_clear_object (&self->labels[i]);
  g_clear_pointer (&self->legend, clinch_chart_legend_free);

  G_OBJECT_CLASS (clinch_radar_drawing_parent_class)->finalize (object);
}

static void
clinch_radar_drawing_class_init (ClinchRadarDrawingClass *klass)
{
  ClinchChartDrawingClass *drawing_class = CLINCH_CHART_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_radar_drawing_finalize;
  drawing_class->draw = clinch_radar_drawing_draw;
  drawing_class->draw_spot = clinch_radar_drawing_draw_spot;
  drawing_class->find_spot = clinch_radar_drawing_find_spot;
  drawing_class->move = clinch_radar_drawing_move;
  drawing_class->get_place = clinch_radar_drawing_get_place;
  drawing_class->describe_spot = clinch_radar_drawing_describe_spot;
}

static void
clinch_radar_drawing_init (ClinchRadarDrawing *self)
{
}

ClinchChartDrawing *
clinch_radar_drawing_new (ClinchRadarData        *data,
                          const ClinchChartSheet *sheet)
{
  ClinchRadarDrawing *self = g_object_new (CLINCH_TYPE_RADAR_DRAWING, NULL);

  clinch_chart_drawing_set_sheet (CLINCH_CHART_DRAWING (self), sheet);
  self->data = g_object_ref (data);
  self->scale = clinch_chart_ink_scale (sheet);
  arrange (self);

  return CLINCH_CHART_DRAWING (self);
}
