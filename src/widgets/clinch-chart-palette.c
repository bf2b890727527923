// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart-palette.h"

#include <math.h>

static GdkRGBA
from_hex (guint32 hex,
          float   alpha)
{
  return (GdkRGBA) {
    (float) ((hex >> 16) & 0xff) / 255, (float) ((hex >> 8) & 0xff) / 255,
    (float) (hex & 0xff) / 255, alpha,
  };
}

GdkRGBA
clinch_chart_palette_color (guint32 hex)
{
  return from_hex (hex, 1);
}

/* The accent goes to what the chart is about; what it is compared with is the other of blue and
 * orange, and the third is grey. */
static gboolean
is_cold (const GdkRGBA *accent)
{
  return accent->blue >= accent->red && accent->blue >= accent->green;
}

void
clinch_chart_palette_init (ClinchChartPalette *self,
                           const GdkRGBA      *accent,
                           gboolean            dark,
                           gboolean            high_contrast)
{
  guint32 ink = dark ? 0xffffff : high_contrast ? 0x000000 : 0x1c1c1f;

  self->background = from_hex (dark ? (high_contrast ? 0x000000 : 0x2a2a2e) : 0xffffff, 1);
  self->text = from_hex (ink, high_contrast ? 1.0f : 0.9f);
  self->dim = from_hex (ink, high_contrast ? 0.9f : dark ? 0.65f : 0.62f);
  self->band = from_hex (ink, high_contrast ? 0.0f : dark ? 0.04f : 0.03f);
  self->line = from_hex (ink, high_contrast ? 0.5f : dark ? 0.13f : 0.11f);
  self->edge = from_hex (ink, high_contrast ? 0.9f : dark ? 0.28f : 0.24f);
  self->line_width = high_contrast ? 3 : 2;

  /* The blue is libadwaita's. */
  self->hues[0] = accent != NULL ? *accent : from_hex (dark ? 0x81d0ff : 0x0461be, 1);
  if (is_cold (&self->hues[0]))
    self->hues[1] = from_hex (dark ? 0xffa348 : 0xc64600, 1);
  else
    self->hues[1] = from_hex (dark ? 0x99c1f1 : 0x1a5fb4, 1);
  self->hues[2] = from_hex (dark ? 0xb0afb6 : 0x77767b, 1);
}

static double
linear (float channel)
{
  return channel <= 0.04045f ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

double
clinch_chart_palette_contrast (const GdkRGBA *a,
                               const GdkRGBA *b)
{
  double first = luminance (a);
  double second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
