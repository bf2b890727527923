// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-pace-bar.h"

#define HEIGHT 14
#define TROUGH 8
#define MARK_WIDTH 2
#define TROUGH_ALPHA 0.15f

struct _ClinchPaceBar
{
  GtkWidget parent_instance;

  int percent;
  int mark;
};

G_DEFINE_FINAL_TYPE (ClinchPaceBar, clinch_pace_bar, GTK_TYPE_WIDGET)

static void
clinch_pace_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : HEIGHT;
  *natural = *minimum;
}

static void
draw_part (GtkSnapshot   *snapshot,
           const GdkRGBA *colour,
           float          x,
           float          width)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, (HEIGHT - TROUGH) / 2.0f, width, TROUGH);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, TROUGH / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
clinch_pace_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  ClinchPaceBar *self = CLINCH_PACE_BAR (widget);
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float filled = width * CLAMP (self->percent, 0, 100) / 100;
  float mark = (width - MARK_WIDTH) * CLAMP (self->mark, 0, 100) / 100;
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GdkRGBA colour;
  GdkRGBA trough;

  gtk_widget_get_color (parent != NULL ? parent : widget, &trough);
  if (self->mark >= 0)
    gtk_snapshot_append_color (snapshot, &trough,
                               &GRAPHENE_RECT_INIT (backwards ? width - MARK_WIDTH - mark : mark, 0,
                                                    MARK_WIDTH, HEIGHT));
  trough.alpha *= TROUGH_ALPHA;
  draw_part (snapshot, &trough, 0, width);
  gtk_widget_get_color (widget, &colour);
  if (filled > 0)
    draw_part (snapshot, &colour, backwards ? width - filled : 0, filled);
}

static void
clinch_pace_bar_class_init (ClinchPaceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = clinch_pace_bar_measure;
  widget_class->snapshot = clinch_pace_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "pace-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
clinch_pace_bar_init (ClinchPaceBar *self)
{
  self->mark = -1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
clinch_pace_bar_new (void)
{
  return g_object_new (CLINCH_TYPE_PACE_BAR, NULL);
}

void
clinch_pace_bar_set (ClinchPaceBar *self,
                     int            percent,
                     int            mark,
                     const char    *text)
{
  g_return_if_fail (CLINCH_IS_PACE_BAR (self));

  self->percent = percent;
  self->mark = mark;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) CLAMP (percent, 0, 100), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
