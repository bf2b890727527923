// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-lines.h"

#include <math.h>

#define CORNER 8.0
#define ARROW 8.0
#define LABEL_SIZE 0.78
#define LABEL_PAD 3.0
/* From so many people on those who lead nobody stand below each other sooner. */
#define MANY 24
#define STACK_MANY_FROM 3

ClinchChainLayout *
clinch_chain_lines_lay_out (ClinchChainMapData *data,
                            GPtrArray          *faces,
                            gboolean            rtl)
{
  g_autofree ClinchLayoutNode *nodes = g_new0 (ClinchLayoutNode, faces->len);
  ClinchLayoutOptions options = clinch_layout_options;

  for (guint i = 0; i < faces->len; i++)
    {
      const ClinchChainMapNode *node = clinch_chain_map_data_get_node (data, i);

      nodes[i].id = node->id;
      nodes[i].reports_to = node->reports_to;
      clinch_chain_face_get_size (faces->pdata[i], &nodes[i].width, &nodes[i].height);
    }
  options.rtl = rtl;
  if (faces->len > MANY)
    options.stack_from = STACK_MANY_FROM;

  return clinch_chain_layout_new (nodes, faces->len, &options);
}

/* The same kinds are told by dashes, by colours and by words. */
static void
set_stroke (cairo_t                *cr,
            const ClinchChartSheet *sheet,
            ClinchChainLineKind     kind)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.5);
  switch (kind)
    {
    case CLINCH_CHAIN_TRUSTS:
      clinch_chart_ink_color (cr, &sheet->palette.hues[0], 1);
      cairo_set_dash (cr, (double[]) { 7, 4 }, 2, 0);
      break;
    case CLINCH_CHAIN_RIVALS:
      clinch_chart_ink_color (cr, &sheet->palette.hues[1], 1);
      cairo_set_dash (cr, (double[]) { 2, 3 }, 2, 0);
      break;
    case CLINCH_CHAIN_INFLUENCES:
    case CLINCH_N_CHAIN_LINES:
    default:
      clinch_chart_ink_color (cr, &sheet->palette.hues[0], 1);
      cairo_set_dash (cr, NULL, 0, 0);
    }
}

static void
draw_arrow (cairo_t           *cr,
            const ClinchPoint *from,
            const ClinchPoint *tip)
{
  double angle = atan2 (tip->y - from->y, tip->x - from->x);

  cairo_move_to (cr, tip->x, tip->y);
  cairo_line_to (cr, tip->x - ARROW * cos (angle - 0.4), tip->y - ARROW * sin (angle - 0.4));
  cairo_line_to (cr, tip->x - ARROW * cos (angle + 0.4), tip->y - ARROW * sin (angle + 0.4));
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Straight pieces with round corners. */
static void
trace (cairo_t          *cr,
       const ClinchLine *line)
{
  cairo_new_path (cr);
  cairo_move_to (cr, line->points[0].x, line->points[0].y);
  for (int i = 1; i < line->n_points - 1; i++)
    {
      const ClinchPoint *before = &line->points[i - 1];
      const ClinchPoint *at = &line->points[i];
      const ClinchPoint *after = &line->points[i + 1];
      double in = hypot (at->x - before->x, at->y - before->y);
      double out = hypot (after->x - at->x, after->y - at->y);
      double cut = MIN (CORNER, MIN (in, out) / 2);

      if (cut < 0.5)
        continue;
      cairo_line_to (cr, at->x - (at->x - before->x) / in * cut,
                     at->y - (at->y - before->y) / in * cut);
      cairo_curve_to (cr, at->x, at->y, at->x, at->y, at->x + (after->x - at->x) / out * cut,
                      at->y + (after->y - at->y) / out * cut);
    }
  cairo_line_to (cr, line->points[line->n_points - 1].x, line->points[line->n_points - 1].y);
}

/* The middle of the longest piece, where there is most room for a word. */
static ClinchPoint
find_middle (const ClinchLine *line)
{
  ClinchPoint middle = line->points[0];
  double longest = -1;

  for (int i = 1; i < line->n_points; i++)
    {
      const ClinchPoint *a = &line->points[i - 1];
      const ClinchPoint *b = &line->points[i];
      double length = hypot (b->x - a->x, b->y - a->y);

      if (length > longest)
        {
          longest = length;
          middle = (ClinchPoint) { (a->x + b->x) / 2, (a->y + b->y) / 2 };
        }
    }

  return middle;
}

static void
draw_word (cairo_t                *cr,
           const ClinchChartSheet *sheet,
           const ClinchLine       *line,
           const char             *word)
{
  g_autoptr(PangoLayout) layout = clinch_chart_ink_layout (sheet, word, LABEL_SIZE,
                                                           PANGO_WEIGHT_NORMAL);
  ClinchPoint middle = find_middle (line);
  ClinchBox box;
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  box = (ClinchBox) { middle.x - width / 2.0 - LABEL_PAD, middle.y - height / 2.0,
                      width + 2 * LABEL_PAD, height };
  clinch_chart_ink_color (cr, &sheet->palette.background, 1);
  clinch_chart_ink_box (cr, &box, LABEL_PAD);
  cairo_fill (cr);
  clinch_chart_ink_text (cr, layout, &sheet->palette.dim, box.x + LABEL_PAD, box.y);
}

static void
draw_influence (const ClinchLine       *route,
                ClinchChainLineKind     kind,
                const ClinchChartSheet *sheet,
                cairo_t                *cr)
{
  cairo_save (cr);
  set_stroke (cr, sheet, kind);
  trace (cr, route);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_arrow (cr, &route->points[route->n_points - 2], &route->points[route->n_points - 1]);
  if (kind == CLINCH_CHAIN_RIVALS)
    draw_arrow (cr, &route->points[1], &route->points[0]);
  cairo_restore (cr);
}

static ClinchLine
find_route (const ClinchChainLayout  *layout,
            ClinchChainMapData       *data,
            const ClinchChainMapLine *line)
{
  return clinch_chain_layout_route (layout, clinch_chain_map_data_find (data, line->from),
                                    clinch_chain_map_data_find (data, line->to));
}

void
clinch_chain_lines_draw (const ClinchChainLayout *layout,
                         ClinchChainMapData      *data,
                         const ClinchChartSheet  *sheet,
                         cairo_t                 *cr)
{
  guint n_lines = clinch_chain_map_data_get_n_lines (data);
  g_autofree ClinchLine *routes = g_new0 (ClinchLine, n_lines);

  clinch_chart_ink_color (cr, &sheet->palette.edge, 1);
  cairo_set_line_width (cr, 1.5);
  for (int i = 0; i < layout->n; i++)
    if (layout->reports[i].n_points > 1)
      {
        trace (cr, &layout->reports[i]);
        cairo_stroke (cr);
      }

  for (guint i = 0; i < n_lines; i++)
    {
      const ClinchChainMapLine *line = clinch_chain_map_data_get_line (data, i);

      routes[i] = find_route (layout, data, line);
      if (routes[i].n_points > 1)
        draw_influence (&routes[i], line->kind, sheet, cr);
    }
  /* Words lie above all lines. */
  for (guint i = 0; i < n_lines; i++)
    if (routes[i].n_points > 1)
      draw_word (cr, sheet, &routes[i],
                 clinch_chain_line_kind_label (clinch_chain_map_data_get_line (data, i)->kind));
}

void
clinch_chain_lines_sample (cairo_t                *cr,
                           const ClinchChartSheet *sheet,
                           ClinchChainLineKind     kind,
                           double                  x,
                           double                  y,
                           double                  width)
{
  ClinchLine line = { 2, { { x, y }, { x + width, y } } };

  draw_influence (&line, kind, sheet, cr);
}
