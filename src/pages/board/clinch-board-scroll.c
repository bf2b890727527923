// SPDX-License-Identifier: GPL-3.0-or-later
//
// While a card is held near the left or right edge of the board, the board scrolls to that side.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-view-private.h"

#define SCROLL_EDGE 64.0
#define SCROLL_SPEED 1.2 /* pixels a millisecond at the very edge */

static double
scroll_speed (ClinchBoardView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->scrolled_window));

  if (self->pointer_x < SCROLL_EDGE)
    return -SCROLL_SPEED * CLAMP ((SCROLL_EDGE - self->pointer_x) / SCROLL_EDGE, 0, 1);
  if (self->pointer_x > width - SCROLL_EDGE)
    return SCROLL_SPEED * CLAMP ((self->pointer_x - width + SCROLL_EDGE) / SCROLL_EDGE, 0, 1);

  return 0;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled_window);
  double speed = scroll_speed (self);

  if (speed == 0)
    {
      self->scroll_tick = 0;
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + speed * 16);
  return G_SOURCE_CONTINUE;
}

static void
motion_cb (GtkDropControllerMotion *controller,
           double                   x,
           double                   y,
           ClinchBoardView         *self)
{
  self->pointer_x = x;
  if (self->scroll_tick == 0 && !self->narrow && scroll_speed (self) != 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
leave_cb (GtkDropControllerMotion *controller,
          ClinchBoardView         *self)
{
  clinch_board_view_stop_scroll (self);
}

void
clinch_board_view_init_scroll (ClinchBoardView *self)
{
  GtkEventController *controller = gtk_drop_controller_motion_new ();

  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled_window), controller);
}

void
clinch_board_view_stop_scroll (ClinchBoardView *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
}
