// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-card-look.h"

#include "clinch-card-text.h"
#include "clinch-clock.h"

#include <adwaita.h>
#include <math.h>
#include <pango/pangocairo.h>

#define CAPTION_SCALE 0.86
/* Icons are given on a square of 16. */
#define ICON_GRID 16.0
#define ICON_LINE 1.6

/* clang-format off */
static const struct
{
  const char *path;
  gboolean filled;
} icons[CLINCH_CARD_N_ICONS] = {
  [CLINCH_CARD_ICON_CLOCK] = { "M 8 2.2 A 5.8 5.8 0 1 1 7.99 2.2 Z M 8 4.8 L 8 8 L 10.4 9.6", FALSE },
  [CLINCH_CARD_ICON_NEXT] = { "M 2.5 8 L 12.5 8 M 8.8 4 L 12.8 8 L 8.8 12", FALSE },
  [CLINCH_CARD_ICON_MISSING] = { "M 8 2.2 A 5.8 5.8 0 1 1 7.99 2.2 Z M 5.4 8 L 10.6 8", FALSE },
  [CLINCH_CARD_ICON_WARNING] = { "M 8 2.4 L 14.2 13.2 L 1.8 13.2 Z M 8 6.4 L 8 9.2 M 8 11 L 8 11.4", FALSE },
  [CLINCH_CARD_ICON_ALERT] = { "M 8 1.4 A 6.6 6.6 0 1 1 7.99 1.4 Z M 7 4 L 7 9 L 9 9 L 9 4 Z M 7 10.4 L 7 12.2 L 9 12.2 L 9 10.4 Z", TRUE },
  [CLINCH_CARD_ICON_DONE] = { "M 2.8 8.6 L 6.4 12 L 13.2 4.4", FALSE },
  [CLINCH_CARD_ICON_LOST] = { "M 4 4 L 12 12 M 12 4 L 4 12", FALSE },
  [CLINCH_CARD_ICON_WHO] = { "M 5.6 2.6 A 2.5 2.5 0 1 1 5.59 2.6 Z M 1 13.6 C 1 10.8 2.8 9.8 5.6 9.8 C 8.4 9.8 10.2 10.8 10.2 13.6 M 10.9 4.2 C 10.9 1.8 15 1.8 15 4.4 C 15 6.2 13 6.2 13 8.2 M 13 11 L 13 11.3", FALSE },
};
/* clang-format on */

/* Quiet colours for avatars, as hue angles a reader tells apart. */
static const GdkRGBA hues[CLINCH_CARD_N_HUES] = {
  { 0.21f, 0.52f, 0.89f, 1 }, { 0.13f, 0.56f, 0.64f, 1 }, { 0.23f, 0.58f, 0.29f, 1 }, { 0.78f, 0.53f, 0.00f, 1 },
  { 0.93f, 0.36f, 0.00f, 1 }, { 0.84f, 0.38f, 0.60f, 1 }, { 0.57f, 0.25f, 0.67f, 1 }, { 0.44f, 0.51f, 0.59f, 1 },
};

ClinchCardLook *
clinch_card_look_new (void)
{
  ClinchCardLook *self = g_rc_box_new0 (ClinchCardLook);

  clinch_card_look_update (self);
  return self;
}

ClinchCardLook *
clinch_card_look_ref (ClinchCardLook *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ClinchCardLook *self = data;

  g_clear_pointer (&self->font, pango_font_description_free);
}

void
clinch_card_look_unref (ClinchCardLook *self)
{
  g_rc_box_release_full (self, clear);
}

void
clinch_card_look_update (ClinchCardLook *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->now = clinch_clock_now ();
  clinch_date_from_instant (self->now, clinch_clock_timezone (), self->today);
  self->dark = adw_style_manager_get_dark (manager);
  self->high_contrast = adw_style_manager_get_high_contrast (manager);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), self->dark,
                                       &self->accent);

  /* Libadwaita's colours for text that stands alone. */
  gdk_rgba_parse (&self->warning, self->dark ? "#ffc252" : "#905400");
  gdk_rgba_parse (&self->error, self->dark ? "#ff938c" : "#c30000");
  gdk_rgba_parse (&self->success, self->dark ? "#78e9ab" : "#007c3d");
}

PangoLayout *
clinch_card_look_create_layout (GtkWidget *widget,
                                gboolean   caption,
                                gboolean   heavy)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (caption)
    pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
  if (heavy)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

/* Scripts come from different fonts, and Chinese ones are higher than what the metrics of the first
 * font say. */
static int
line_height (GtkWidget *widget,
             gboolean   caption)
{
  g_autoptr(PangoLayout) layout = clinch_card_look_create_layout (widget, caption, !caption);
  int height;

  pango_layout_set_text (layout, "Ág国", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

void
clinch_card_look_measure (ClinchCardLook *self,
                          GtkWidget      *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);

  if (self->font != NULL && resolution == self->resolution
      && pango_font_description_equal (self->font, font))
    return;

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  self->resolution = resolution;
  self->body_height = line_height (widget, FALSE);
  self->caption_height = line_height (widget, TRUE);
}

static GskPath *
icon_path (ClinchCardIcon icon)
{
  static GskPath *paths[CLINCH_CARD_N_ICONS];

  if (paths[icon] == NULL)
    paths[icon] = gsk_path_parse (icons[icon].path);

  return paths[icon];
}

static GskStroke *
icon_stroke (void)
{
  static GskStroke *stroke;

  if (stroke == NULL)
    {
      stroke = gsk_stroke_new (ICON_LINE);
      gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
      gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
    }

  return stroke;
}

void
clinch_card_draw_icon (GtkSnapshot    *snapshot,
                       ClinchCardIcon  icon,
                       double          x,
                       double          y,
                       double          size,
                       const GdkRGBA  *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_scale (snapshot, size / ICON_GRID, size / ICON_GRID);
  if (icons[icon].filled)
    gtk_snapshot_append_fill (snapshot, icon_path (icon), GSK_FILL_RULE_EVEN_ODD, color);
  else
    gtk_snapshot_append_stroke (snapshot, icon_path (icon), icon_stroke (), color);
  gtk_snapshot_restore (snapshot);
}

/* The share as a slice that begins at the top. */
static GskPath *
make_slice (double center,
            double radius,
            int    percent)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double angle = percent / 100.0 * 2 * G_PI;

  if (percent >= 100)
    {
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (center, center), radius);
      return gsk_path_builder_free_to_path (builder);
    }

  gsk_path_builder_move_to (builder, center, center);
  gsk_path_builder_line_to (builder, center, center - radius);
  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, angle > G_PI, TRUE,
                               center + radius * sin (angle),
                               center - radius * cos (angle));
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

void
clinch_card_draw_ring (GtkSnapshot   *snapshot,
                       double         x,
                       double         y,
                       double         size,
                       int            percent,
                       const GdkRGBA *color)
{
  static GskPath *circle;

  if (circle == NULL)
    circle = gsk_path_parse ("M 8 2.2 A 5.8 5.8 0 1 1 7.99 2.2 Z");

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_scale (snapshot, size / ICON_GRID, size / ICON_GRID);
  gtk_snapshot_append_stroke (snapshot, circle, icon_stroke (), color);
  if (percent > 0)
    {
      g_autoptr(GskPath) slice = make_slice (ICON_GRID / 2, 3.6, percent);

      gtk_snapshot_append_fill (snapshot, slice, GSK_FILL_RULE_WINDING, color);
    }
  gtk_snapshot_restore (snapshot);
}

void
clinch_card_look_hue (ClinchCardLook *self,
                      guint           hue,
                      GdkRGBA        *background,
                      GdkRGBA        *foreground)
{
  const GdkRGBA *color = &hues[hue % CLINCH_CARD_N_HUES];
  float shade = self->dark ? 1.0f : 0.0f;
  float share = self->dark ? 0.55f : 0.35f;

  *background = *color;
  background->alpha = self->dark ? 0.32f : 0.18f;
  /* The same hue, near enough to white or black to be read on it. */
  foreground->red = color->red + (shade - color->red) * share;
  foreground->green = color->green + (shade - color->green) * share;
  foreground->blue = color->blue + (shade - color->blue) * share;
  foreground->alpha = 1;
}
