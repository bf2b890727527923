// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-face.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAD 10.0
#define STRIPE 5.0
#define RADIUS 9.0
#define SIGN 6.0
#define LINE_GAP 2.0
#define N_TEXTS 4

struct _ClinchChainFace
{
  gboolean known;
  gboolean rtl;
  ClinchSupport support;
  ClinchCoverage coverage;
  PangoLayout *texts[N_TEXTS]; /* name, title, role and support, contact; NULL where empty */
  double width;
  double height;
};

/* Whoever weighs more is larger. */
static const struct
{
  double width;
  double name;
} sizes[CLINCH_N_POWERS] = {
  [CLINCH_POWER_UNKNOWN] = { 184, 1.0 },
  [CLINCH_POWER_INNER] = { 228, 1.25 },
  [CLINCH_POWER_STRONG] = { 204, 1.12 },
  [CLINCH_POWER_OUTSIDE] = { 168, 0.95 },
};

static GdkRGBA
support_color (const ClinchChartSheet *sheet,
               ClinchSupport           support)
{
  static const struct
  {
    guint32 light;
    guint32 dark;
  } colors[CLINCH_N_SUPPORTS] = {
    [CLINCH_SUPPORT_MENTOR] = { 0x15713f, 0x57e389 },
    [CLINCH_SUPPORT_SUPPORTER] = { 0x007184, 0x66cfe0 },
    [CLINCH_SUPPORT_NEUTRAL] = { 0x77767b, 0xb0afb6 },
    [CLINCH_SUPPORT_DOUBTER] = { 0xb35c00, 0xffb25c },
    [CLINCH_SUPPORT_OPPONENT] = { 0xc01c28, 0xff7b80 },
  };
  const GdkRGBA *paper = &sheet->palette.background;
  gboolean dark = paper->red + paper->green + paper->blue < 1.5f;

  if (colors[support].light == 0)
    return sheet->palette.edge;

  return clinch_chart_palette_color (dark ? colors[support].dark : colors[support].light);
}

static void
trace_star (cairo_t *cr,
            double   radius,
            double   x,
            double   y)
{
  for (int i = 0; i < 10; i++)
    {
      double reach = i % 2 == 0 ? radius * 1.15 : radius * 0.5;

      cairo_line_to (cr, x + reach * sin (i * G_PI / 5), y - reach * cos (i * G_PI / 5));
    }
  cairo_close_path (cr);
}

/* A triangle that points up (1) or down (-1). */
static void
trace_triangle (cairo_t *cr,
                double   radius,
                double   x,
                double   y,
                int      up)
{
  cairo_move_to (cr, x, y - up * radius);
  cairo_line_to (cr, x + radius, y + up * radius * 0.75);
  cairo_line_to (cr, x - radius, y + up * radius * 0.75);
  cairo_close_path (cr);
}

static void
trace_cross (cairo_t *cr,
             double   radius,
             double   x,
             double   y)
{
  double reach = radius * 0.8;

  cairo_move_to (cr, x - reach, y - reach);
  cairo_line_to (cr, x + reach, y + reach);
  cairo_move_to (cr, x + reach, y - reach);
  cairo_line_to (cr, x - reach, y + reach);
}

void
clinch_chain_face_sign (cairo_t                *cr,
                        const ClinchChartSheet *sheet,
                        ClinchSupport           support,
                        double                  radius,
                        double                  x,
                        double                  y)
{
  GdkRGBA color = support_color (sheet, support);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_width (cr, radius / 3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  clinch_chart_ink_color (cr, &color, 1);
  switch (support)
    {
    case CLINCH_SUPPORT_MENTOR:
      trace_star (cr, radius, x, y);
      cairo_fill (cr);
      break;
    case CLINCH_SUPPORT_SUPPORTER:
      trace_triangle (cr, radius, x, y, 1);
      cairo_fill (cr);
      break;
    case CLINCH_SUPPORT_DOUBTER:
      trace_triangle (cr, radius * 0.85, x, y, -1);
      cairo_stroke (cr);
      break;
    case CLINCH_SUPPORT_OPPONENT:
      cairo_set_line_width (cr, radius / 2);
      trace_cross (cr, radius, x, y);
      cairo_stroke (cr);
      break;
    case CLINCH_SUPPORT_UNKNOWN:
      cairo_set_dash (cr, (double[]) { 0.1, radius * 0.75 }, 2, 0);
      G_GNUC_FALLTHROUGH;
    case CLINCH_SUPPORT_NEUTRAL:
    case CLINCH_N_SUPPORTS:
    default:
      cairo_arc (cr, x, y, radius * 0.75, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

void
clinch_chain_face_edge (cairo_t                *cr,
                        const ClinchChartSheet *sheet,
                        gboolean                known,
                        ClinchCoverage          coverage,
                        const ClinchBox        *box,
                        double                  radius)
{
  static const double widths[CLINCH_N_COVERAGES] = { 1, 1.5, 1, 2.5, 1.25 };
  double width = widths[coverage];
  ClinchBox inner = { box->x + width / 2, box->y + width / 2, box->width - width,
                      box->height - width };

  cairo_save (cr);
  cairo_set_line_width (cr, width);
  clinch_chart_ink_color (cr, coverage >= CLINCH_COVERAGE_SEVERAL ? &sheet->palette.dim
                          : &sheet->palette.edge, 1);
  if (!known)
    {
      clinch_chart_ink_color (cr, &sheet->palette.dim, 1);
      cairo_set_dash (cr, (double[]) { 6, 4 }, 2, 0);
    }
  else if (coverage == CLINCH_COVERAGE_NONE)
    {
      clinch_chart_ink_color (cr, &sheet->palette.dim, 1);
      cairo_set_dash (cr, (double[]) { 1.5, 3 }, 2, 0);
    }
  clinch_chart_ink_box (cr, &inner, radius);
  cairo_stroke (cr);
  if (known && coverage == CLINCH_COVERAGE_DEEP)
    {
      clinch_chart_ink_box (cr, &(ClinchBox) { inner.x + 3, inner.y + 3, inner.width - 6,
                                               inner.height - 6 }, radius - 3);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static PangoLayout *
create_text (const ClinchChartSheet *sheet,
             const char             *text,
             double                  size,
             PangoWeight             weight,
             int                     n_lines,
             double                  width)
{
  PangoLayout *layout;

  if (*text == '\0')
    return NULL;

  layout = clinch_chart_ink_layout (sheet, text, size, weight);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));

  return layout;
}

/* How much larger than 11 points on a screen of 96 pixels to the inch the text is. */
static double
unit_of (const ClinchChartSheet *sheet)
{
  g_autoptr(PangoLayout) layout = clinch_chart_ink_layout (sheet, "Mg", 1, PANGO_WEIGHT_NORMAL);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return MAX (height / 19.0, 0.5);
}

static char *
join_judgement (const ClinchChainMapNode *node)
{
  if (*node->role == '\0' || *node->stance == '\0')
    return g_strconcat (node->role, node->stance, NULL);

  /* Translators: the role of a person and whether they are for us. */
  return g_strdup_printf (C_("chain map", "%1$s · %2$s"), node->role, node->stance);
}

ClinchChainFace *
clinch_chain_face_new (const ClinchChainMapNode *node,
                       const ClinchChartSheet   *sheet)
{
  ClinchChainFace *self = g_new0 (ClinchChainFace, 1);
  double unit = unit_of (sheet);
  double width = ceil (sizes[node->power].width * unit);
  double inside = width - 2 * PAD - STRIPE;
  g_autofree char *judgement = join_judgement (node);

  self->known = node->known;
  self->rtl = sheet->rtl;
  self->support = node->support;
  self->coverage = node->coverage;
  self->width = width;
  self->texts[0] = create_text (sheet, node->name, sizes[node->power].name, PANGO_WEIGHT_BOLD, 2,
                                inside - 3 * SIGN);
  self->texts[1] = create_text (sheet, node->title, 0.88, PANGO_WEIGHT_NORMAL, 1, inside);
  self->texts[2] = create_text (sheet, judgement, 0.92, PANGO_WEIGHT_MEDIUM, 2, inside);
  self->texts[3] = create_text (sheet, node->contact, 0.85, PANGO_WEIGHT_NORMAL, 1, inside);
  self->height = 2 * PAD - LINE_GAP;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      int height = 0;

      if (self->texts[i] == NULL)
        continue;
      pango_layout_get_pixel_size (self->texts[i], NULL, &height);
      self->height += height + LINE_GAP;
    }

  return self;
}

void
clinch_chain_face_free (ClinchChainFace *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->texts[i]);
  g_free (self);
}

void
clinch_chain_face_get_size (const ClinchChainFace *self,
                            double                *width,
                            double                *height)
{
  *width = self->width;
  *height = self->height;
}

static void
draw_ground (const ClinchChainFace  *self,
             const ClinchChartSheet *sheet,
             cairo_t                *cr,
             const ClinchBox        *box)
{
  GdkRGBA stripe = support_color (sheet, self->support);

  cairo_save (cr);
  clinch_chart_ink_box (cr, box, RADIUS);
  cairo_clip (cr);
  clinch_chart_ink_color (cr, &sheet->palette.background, 1);
  cairo_paint (cr);
  clinch_chart_ink_color (cr, &stripe, 1);
  if (self->known)
    {
      cairo_rectangle (cr, self->rtl ? box->x + box->width - STRIPE : box->x, box->y, STRIPE,
                       box->height);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

void
clinch_chain_face_draw (const ClinchChainFace  *self,
                        const ClinchChartSheet *sheet,
                        cairo_t                *cr,
                        double                  x,
                        double                  y)
{
  ClinchBox box = { x, y, self->width, self->height };
  double left = x + PAD + (self->rtl ? 0 : STRIPE);
  double top = y + PAD;
  double sign_x = self->rtl ? x + PAD + SIGN : x + self->width - PAD - SIGN;

  draw_ground (self, sheet, cr, &box);
  clinch_chain_face_edge (cr, sheet, self->known, self->coverage, &box, RADIUS);
  if (self->known)
    clinch_chain_face_sign (cr, sheet, self->support, SIGN, sign_x, y + PAD + SIGN + 2);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      gboolean quiet = i % 2 == 1 || !self->known;
      PangoRectangle logical;

      if (self->texts[i] == NULL)
        continue;
      pango_layout_get_pixel_extents (self->texts[i], NULL, &logical);
      cairo_save (cr);
      /* Text has the whole width to itself, so that it begins on the side where one reads from. */
      clinch_chart_ink_text (cr, self->texts[i], quiet ? &sheet->palette.dim
                             : &sheet->palette.text,
                             left + logical.x + (self->rtl && i == 0 ? 3 * SIGN : 0), top);
      cairo_restore (cr);
      top += logical.height + LINE_GAP;
    }
}
