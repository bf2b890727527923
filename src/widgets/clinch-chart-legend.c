// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart-legend.h"

#define TEXT_SIZE 0.9
#define MARKER 4.0
#define LINE 24.0
#define AFTER_SIGN 7.0
#define BETWEEN 20.0
#define ROW_SPACING 5.0

typedef struct
{
  PangoLayout *layout;
  ClinchChartMarker marker;
  ClinchChartFill fill;
  GdkRGBA color;
  gboolean with_line;
  ClinchChartLegendSign sign; /* NULL for a marker */
  int value;
  double sign_width;
  ClinchBox box; /* from the beginning of the rows */
} Entry;

struct _ClinchChartLegend
{
  ClinchChartSheet sheet;
  double scale;
  GArray *entries;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->layout);
}

ClinchChartLegend *
clinch_chart_legend_new (const ClinchChartSheet *sheet)
{
  ClinchChartLegend *self = g_new0 (ClinchChartLegend, 1);

  self->sheet = *sheet;
  g_object_ref (sheet->context);
  self->scale = clinch_chart_ink_scale (sheet);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);

  return self;
}

void
clinch_chart_legend_free (ClinchChartLegend *self)
{
  g_array_unref (self->entries);
  g_object_unref (self->sheet.context);
  g_free (self);
}

static void
add_entry (ClinchChartLegend *self,
           const char        *text,
           const Entry       *like)
{
  Entry entry = *like;

  entry.layout = clinch_chart_ink_layout (&self->sheet, text, TEXT_SIZE, PANGO_WEIGHT_NORMAL);
  pango_layout_set_single_paragraph_mode (entry.layout, TRUE);
  pango_layout_set_ellipsize (entry.layout, PANGO_ELLIPSIZE_END);
  g_array_append_val (self->entries, entry);
}

void
clinch_chart_legend_add (ClinchChartLegend *self,
                         const char        *text,
                         ClinchChartMarker  marker,
                         ClinchChartFill    fill,
                         const GdkRGBA     *color,
                         gboolean           with_line)
{
  add_entry (self, text, &(Entry) {
    .marker = marker,
    .fill = fill,
    .color = *color,
    .with_line = with_line,
    .sign_width = (with_line ? LINE : MARKER * 2.6) * self->scale,
  });
}

void
clinch_chart_legend_add_sign (ClinchChartLegend     *self,
                              const char            *text,
                              double                 width,
                              ClinchChartLegendSign  sign,
                              int                    value)
{
  add_entry (self, text, &(Entry) { .sign = sign, .value = value,
                                    .sign_width = width * self->scale });
}

static void
measure_entry (ClinchChartLegend *self,
               Entry             *entry,
               double             width)
{
  double before = entry->sign_width + AFTER_SIGN * self->scale;
  int text_width;
  int text_height;

  pango_layout_set_width (entry->layout, -1);
  pango_layout_get_pixel_size (entry->layout, &text_width, &text_height);
  if (before + text_width > width)
    {
      pango_layout_set_width (entry->layout, (int) (MAX (width - before, 1) * PANGO_SCALE));
      pango_layout_get_pixel_size (entry->layout, &text_width, &text_height);
    }
  entry->box.width = before + text_width;
  entry->box.height = text_height;
}

/* Centres the entries from @first to before @end, which are @used wide. */
static void
centre_row (ClinchChartLegend *self,
            guint              first,
            guint              end,
            double             used,
            double             width)
{
  for (guint i = first; i < end; i++)
    {
      ClinchBox *box = &g_array_index (self->entries, Entry, i).box;

      box->x += (width - used) / 2;
      if (self->sheet.rtl)
        box->x = width - box->x - box->width;
    }
}

static double
measure_entries (ClinchChartLegend *self,
                 double             width)
{
  double sum = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      measure_entry (self, entry, width);
      sum += entry->box.width + (i > 0 ? BETWEEN * self->scale : 0);
    }

  return sum;
}

/* In one row if it fits, else lines in rows of their own and signs in others. */
double
clinch_chart_legend_arrange (ClinchChartLegend *self,
                             double             width)
{
  double between = BETWEEN * self->scale;
  gboolean fits = measure_entries (self, width) <= width;
  double x = 0;
  double y = 0;
  double height = 0;
  guint first = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (i > first && (x + between + entry->box.width > width
                        || (!fits && entry->with_line != entry[-1].with_line)))
        {
          centre_row (self, first, i, x, width);
          y += height + ROW_SPACING * self->scale;
          first = i;
          x = 0;
          height = 0;
        }
      entry->box.x = i > first ? x + between : x;
      entry->box.y = y;
      x = entry->box.x + entry->box.width;
      height = MAX (height, entry->box.height);
    }
  centre_row (self, first, self->entries->len, x, width);

  return y + height;
}

static void
draw_marker (ClinchChartLegend *self,
             const Entry       *entry,
             cairo_t           *cr,
             double             left,
             const ClinchPoint *center)
{
  if (entry->with_line)
    {
      cairo_move_to (cr, left, center->y);
      cairo_line_to (cr, left + entry->sign_width, center->y);
      clinch_chart_ink_color (cr, &entry->color, 1);
      cairo_set_line_width (cr, self->sheet.palette.line_width * self->scale);
      cairo_stroke (cr);
    }
  clinch_chart_ink_marker (cr, &self->sheet, entry->marker, entry->fill, &entry->color,
                           MARKER * self->scale, center);
}

void
clinch_chart_legend_draw (ClinchChartLegend *self,
                          cairo_t           *cr,
                          double             x,
                          double             y)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      double left = x + entry->box.x;
      double sign = self->sheet.rtl ? left + entry->box.width - entry->sign_width : left;
      double text = self->sheet.rtl ? left : left + entry->sign_width + AFTER_SIGN * self->scale;
      ClinchPoint center = { sign + entry->sign_width / 2,
                             y + entry->box.y + entry->box.height / 2 };

      if (entry->sign != NULL)
        entry->sign (cr, &self->sheet, entry->value, sign, center.y, entry->sign_width);
      else
        draw_marker (self, entry, cr, sign, &center);
      clinch_chart_ink_text (cr, entry->layout, &self->sheet.palette.text, text, y + entry->box.y);
    }
}
