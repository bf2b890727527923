// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-text-cell.h"

struct _ClinchTextCell
{
  GtkWidget parent_instance;

  PangoLayout *layout;
  char *text;
  gboolean at_end;
};

G_DEFINE_FINAL_TYPE (ClinchTextCell, clinch_text_cell, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (ClinchTextCell *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }

  return self->layout;
}

/* All cells of a table have one font; the scripts in it may come from several. */
static int
line_height (GtkWidget *widget)
{
  static PangoFontDescription *known_font;
  static int known_height;
  PangoFontDescription *font;
  g_autoptr(PangoLayout) sample = NULL;

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  if (known_font != NULL && pango_font_description_equal (known_font, font))
    return known_height;

  g_clear_pointer (&known_font, pango_font_description_free);
  known_font = pango_font_description_copy (font);
  sample = gtk_widget_create_pango_layout (widget, "Ág国");
  pango_layout_get_pixel_size (sample, NULL, &known_height);

  return known_height;
}

static void
clinch_text_cell_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? line_height (widget) : 0;
}

static void
clinch_text_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ClinchTextCell *self = CLINCH_TEXT_CELL (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  PangoRectangle extents;
  PangoLayout *layout;
  GdkRGBA color;
  int x;
  int y;

  if (self->text == NULL || *self->text == '\0' || width <= 0)
    return;

  layout = ensure_layout (self);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = self->at_end != mirrored ? width - extents.width : 0;
  y = (gtk_widget_get_height (widget) - extents.height) / 2;
  gtk_widget_get_color (widget, &color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - extents.x, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
clinch_text_cell_finalize (GObject *object)
{
  ClinchTextCell *self = CLINCH_TEXT_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (clinch_text_cell_parent_class)->finalize (object);
}

static void
clinch_text_cell_class_init (ClinchTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_text_cell_finalize;
  widget_class->measure = clinch_text_cell_measure;
  widget_class->snapshot = clinch_text_cell_snapshot;

  gtk_widget_class_set_css_name (widget_class, "text-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
clinch_text_cell_init (ClinchTextCell *self)
{
}

GtkWidget *
clinch_text_cell_new (gboolean at_end)
{
  ClinchTextCell *self = g_object_new (CLINCH_TYPE_TEXT_CELL, NULL);

  self->at_end = at_end;
  return GTK_WIDGET (self);
}

void
clinch_text_cell_set_text (ClinchTextCell *self,
                           const char     *text)
{
  g_return_if_fail (CLINCH_IS_TEXT_CELL (self));

  if (!g_set_str (&self->text, text))
    return;

  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text != NULL ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
