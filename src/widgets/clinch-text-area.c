// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-text-area.h"

struct _ClinchTextArea
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinchTextArea, clinch_text_area, GTK_TYPE_TEXT_VIEW)

/* Where no width is given, none is too narrow. */
static int
height_at (GtkTextView *view,
           int          width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  int margins = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, MAX (1, width - margins) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

static GtkSizeRequestMode
clinch_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
clinch_text_area_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  GTK_WIDGET_CLASS (clinch_text_area_parent_class)->measure (widget, orientation, for_size,
                                                             minimum, natural, minimum_baseline,
                                                             natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = height_at (GTK_TEXT_VIEW (widget), for_size);
}

static void
clinch_text_area_class_init (ClinchTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = clinch_text_area_get_request_mode;
  widget_class->measure = clinch_text_area_measure;
}

static void
clinch_text_area_init (ClinchTextArea *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

GtkWidget *
clinch_text_area_new (void)
{
  return g_object_new (CLINCH_TYPE_TEXT_AREA, NULL);
}
