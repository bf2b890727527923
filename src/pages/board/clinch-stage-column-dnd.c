// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dragging cards. The list view has one drag source and the column one drop target, whatever the
// number of cards. While a card is held over the column a line shows where it would go, and the
// list scrolls when the pointer comes near its ends.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-actions.h"
#include "clinch-opportunity-card.h"
#include "clinch-stage-column-private.h"

#define SCROLL_EDGE 56.0
#define SCROLL_SPEED 0.9 /* pixels a millisecond at the very edge */
#define LINE_WIDTH 3.0
#define LINE_INSET 10.0

static GdkContentProvider *
prepare_cb (GtkDragSource     *source,
            double             x,
            double             y,
            ClinchStageColumn *self)
{
  GtkWidget *row;
  ClinchRecord *record = clinch_stage_column_pick (self, x, y, &row, NULL);
  g_autoptr(GdkPaintable) live = NULL;
  g_autoptr(GdkPaintable) picture = NULL;
  GtkWidget *card;
  graphene_point_t point;

  if (record == NULL)
    return NULL;

  /* A picture of now: the card itself may come to stand for another opportunity while the list
   * scrolls. */
  card = gtk_widget_get_first_child (row);
  live = gtk_widget_paintable_new (card);
  picture = gdk_paintable_get_current_image (live);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->list_view), card, &GRAPHENE_POINT_INIT (x, y),
                                 &point))
    point = GRAPHENE_POINT_INIT (0, 0);
  gtk_drag_source_set_icon (source, picture, (int) point.x, (int) point.y);

  return gdk_content_provider_new_typed (CLINCH_TYPE_RECORD, record);
}

static void
hide_line (ClinchStageColumn *self)
{
  self->drop_shown = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Between the two cards that are nearest to the pointer, or at the end. */
static void
place_line (ClinchStageColumn *self,
            double             x,
            double             y)
{
  guint n_cards = g_list_model_get_n_items (G_LIST_MODEL (clinch_stage_column_get_cards (self)));
  graphene_point_t point;
  graphene_rect_t bounds;
  GtkWidget *row;
  guint position;

  self->drop_shown = TRUE;
  self->drop_position = n_cards;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->collapsed)
    return;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->list_view),
                                 &GRAPHENE_POINT_INIT (x, y), &point))
    return;
  if (point.y < 0)
    point.y = 1;
  point.x = gtk_widget_get_width (GTK_WIDGET (self->list_view)) / 2;

  if (clinch_stage_column_pick (self, point.x, point.y, &row, &position) != NULL &&
      gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    {
      gboolean below = y > bounds.origin.y + bounds.size.height / 2;

      self->drop_position = position + (below ? 1 : 0);
      self->drop_y = bounds.origin.y + (below ? bounds.size.height : 0);
    }
  else
    {
      row = gtk_widget_get_last_child (GTK_WIDGET (self->list_view));
      if (row != NULL && n_cards > 0 && gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
        self->drop_y = bounds.origin.y + bounds.size.height;
      else if (gtk_widget_compute_bounds (GTK_WIDGET (self->scrolled_window), GTK_WIDGET (self),
                                          &bounds))
        self->drop_y = bounds.origin.y + LINE_WIDTH * 2;
    }
}

static double
scroll_speed (ClinchStageColumn *self)
{
  graphene_rect_t bounds;
  double top;
  double bottom;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->scrolled_window), GTK_WIDGET (self), &bounds))
    return 0;

  top = self->pointer_y - bounds.origin.y;
  bottom = bounds.origin.y + bounds.size.height - self->pointer_y;
  if (top < SCROLL_EDGE)
    return -SCROLL_SPEED * CLAMP ((SCROLL_EDGE - top) / SCROLL_EDGE, 0, 1);
  if (bottom < SCROLL_EDGE)
    return SCROLL_SPEED * CLAMP ((SCROLL_EDGE - bottom) / SCROLL_EDGE, 0, 1);

  return 0;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ClinchStageColumn *self = CLINCH_STAGE_COLUMN (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  double speed = scroll_speed (self);
  double before = gtk_adjustment_get_value (adjustment);

  if (speed == 0 || !self->drop_shown)
    {
      self->scroll_tick = 0;
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (adjustment, before + speed * 16);
  if (gtk_adjustment_get_value (adjustment) != before)
    place_line (self, gtk_widget_get_width (widget) / 2, self->pointer_y);

  return G_SOURCE_CONTINUE;
}

static GdkDragAction
motion_cb (GtkDropTarget     *target,
           double             x,
           double             y,
           ClinchStageColumn *self)
{
  self->pointer_y = y;
  place_line (self, x, y);
  if (self->scroll_tick == 0 && !self->collapsed && scroll_speed (self) != 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget     *target,
          ClinchStageColumn *self)
{
  clinch_stage_column_stop_dnd (self);
}

static gboolean
drop_cb (GtkDropTarget     *target,
         const GValue      *value,
         double             x,
         double             y,
         ClinchStageColumn *self)
{
  ClinchRecordList *cards = clinch_stage_column_get_cards (self);
  ClinchRecord *record = g_value_get_object (value);
  guint old;
  gint64 before_id;

  place_line (self, x, y);
  clinch_stage_column_stop_dnd (self);
  if (record == NULL || clinch_record_get_kind (record) != CLINCH_KIND_OPPORTUNITY)
    return FALSE;

  /* Above or below itself it would stay where it is. */
  old = clinch_record_list_find (cards, clinch_record_get_id (record));
  if (old != G_MAXUINT && (self->drop_position == old || self->drop_position == old + 1))
    return FALSE;

  before_id = self->collapsed ? 0 : clinch_record_list_get_id (cards, self->drop_position);
  if (before_id == 0 && !self->collapsed)
    before_id = CLINCH_MOVE_BOTTOM;
  g_signal_emit_by_name (self, "dropped", record, before_id);

  return TRUE;
}

void
clinch_stage_column_init_dnd (ClinchStageColumn *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CLINCH_TYPE_RECORD, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (source));

  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
clinch_stage_column_snapshot_dnd (ClinchStageColumn *self,
                                  GtkSnapshot       *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * LINE_INSET;
  GskRoundedRect line;

  if (!self->drop_shown || self->collapsed || width <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&line,
                                   &GRAPHENE_RECT_INIT (LINE_INSET, self->drop_y - LINE_WIDTH / 2,
                                                        width, LINE_WIDTH),
                                   LINE_WIDTH / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &line);
  gtk_snapshot_append_color (snapshot, &self->look->accent, &line.bounds);
  gtk_snapshot_pop (snapshot);
}

void
clinch_stage_column_stop_dnd (ClinchStageColumn *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  if (self->drop_shown)
    hide_line (self);
}
