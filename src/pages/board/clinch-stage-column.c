// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-opportunity-card.h"
#include "clinch-stage-column-private.h"

#include <glib/gi18n-lib.h>

/* A list view keeps 205 rows; past that, more cost nothing. */
#define WINDOW_STEP 10
#define WINDOW_ENOUGH 240

G_DEFINE_FINAL_TYPE (ClinchStageColumn, clinch_stage_column, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  MENU,
  DROPPED,
  CARDS_CHANGED,
  EXPANDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
card_label_cb (ClinchOpportunityCard *card,
               GParamSpec            *pspec,
               GtkListItem           *item)
{
  gtk_list_item_set_accessible_label (item, clinch_opportunity_card_get_label (card));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          ClinchStageColumn  *self)
{
  GtkWidget *card = clinch_opportunity_card_new (self->look);

  gtk_list_item_set_child (item, card);
  g_signal_connect_object (card, "notify::label", G_CALLBACK (card_label_cb), item,
                           G_CONNECT_DEFAULT);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         ClinchStageColumn  *self)
{
  ClinchOpportunityCard *card = CLINCH_OPPORTUNITY_CARD (gtk_list_item_get_child (item));

  clinch_opportunity_card_set_phase (card, self->phase);
  clinch_opportunity_card_set_record (card, gtk_list_item_get_item (item),
                                      clinch_board_stage_get_record (self->stage));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           ClinchStageColumn  *self)
{
  clinch_opportunity_card_set_record (CLINCH_OPPORTUNITY_CARD (gtk_list_item_get_child (item)),
                                      NULL, NULL);
}

static void
activate_cb (ClinchStageColumn *self,
             guint              position,
             GtkListView       *list_view)
{
  g_autoptr(ClinchRecord) record =
    g_list_model_get_item (G_LIST_MODEL (clinch_stage_column_get_cards (self)), position);

  if (record != NULL)
    g_signal_emit (self, signals[OPEN], 0, record);
}

static void
expand_cb (ClinchStageColumn *self)
{
  clinch_stage_column_set_collapsed (self, FALSE);
  g_signal_emit (self, signals[EXPANDED], 0);
  gtk_widget_child_focus (GTK_WIDGET (self->scrolled_window), GTK_DIR_TAB_FORWARD);
}

static void
collapse_cb (ClinchStageColumn *self)
{
  clinch_stage_column_set_collapsed (self, TRUE);
  g_signal_emit (self, signals[EXPANDED], 0);
  gtk_widget_grab_focus (self->closed_button);
}

static void
cards_changed_cb (ClinchStageColumn *self)
{
  g_signal_emit (self, signals[CARDS_CHANGED], 0);
}

/* (x, y) of the list view. */
static gboolean
ask_for_menu (ClinchStageColumn *self,
              double             x,
              double             y)
{
  ClinchRecord *record = clinch_stage_column_pick (self, x, y, NULL, NULL);
  graphene_point_t point;

  if (record == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list_view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (x, y), &point))
    return FALSE;

  g_signal_emit (self, signals[MENU], 0, record, (double) point.x, (double) point.y);
  return TRUE;
}

static void
menu_pressed_cb (GtkGestureClick   *gesture,
                 int                n_press,
                 double             x,
                 double             y,
                 ClinchStageColumn *self)
{
  if (ask_for_menu (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 ClinchStageColumn   *self)
{
  if (ask_for_menu (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
show_figures (ClinchStageColumn *self)
{
  const ClinchBoardColumn *figures = clinch_board_stage_get_figures (self->stage);
  g_autofree char *label = clinch_stage_header_describe (self->stage);
  g_autofree char *count = figures != NULL ? g_strdup_printf ("%'d", (int) figures->n_opportunities)
                           : NULL;

  gtk_label_set_label (self->closed_count, count != NULL ? count : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->closed_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Opens the column"), -1);
}

static void
show_stage (ClinchStageColumn *self)
{
  const char *name = clinch_record_get_name (clinch_board_stage_get_record (self->stage));

  clinch_turned_label_set_label (self->closed_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  show_figures (self);
  clinch_stage_column_update (self);
}

static void
clinch_stage_column_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (clinch_stage_column_parent_class)->snapshot (widget, snapshot);

  clinch_stage_column_snapshot_dnd (CLINCH_STAGE_COLUMN (widget), snapshot);
}

static void
clinch_stage_column_dispose (GObject *object)
{
  ClinchStageColumn *self = CLINCH_STAGE_COLUMN (object);

  clinch_stage_column_stop_dnd (self);
  if (self->stage != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->stage, self);
      g_signal_handlers_disconnect_by_data (clinch_board_stage_get_record (self->stage), self);
      g_signal_handlers_disconnect_by_data (clinch_board_stage_get_cards (self->stage), self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_STAGE_COLUMN);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (clinch_stage_column_parent_class)->dispose (object);
}

static void
clinch_stage_column_finalize (GObject *object)
{
  ClinchStageColumn *self = CLINCH_STAGE_COLUMN (object);

  g_clear_pointer (&self->look, clinch_card_look_unref);

  G_OBJECT_CLASS (clinch_stage_column_parent_class)->finalize (object);
}

static void
clinch_stage_column_class_init (ClinchStageColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = clinch_stage_column_dispose;
  object_class->finalize = clinch_stage_column_finalize;
  widget_class->snapshot = clinch_stage_column_snapshot;

  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, CLINCH_TYPE_RECORD);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, CLINCH_TYPE_RECORD,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2,
                                   CLINCH_TYPE_RECORD, G_TYPE_INT64);
  signals[CARDS_CHANGED] = g_signal_new ("cards-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[EXPANDED] = g_signal_new ("expanded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  g_type_ensure (CLINCH_TYPE_STAGE_HEADER);
  g_type_ensure (CLINCH_TYPE_TURNED_LABEL);
  gtk_widget_class_set_css_name (widget_class, "stage-column");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/stage-column.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchStageColumn, open_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageColumn, header);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageColumn, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageColumn, list_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageColumn, closed_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageColumn, closed_count);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageColumn, closed_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, expand_cb);
}

static void
init_gestures (ClinchStageColumn *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));

  /* With a finger the same menu comes by holding; with a mouse that begins a drag. */
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (press));
}

static void
clinch_stage_column_init (ClinchStageColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  g_signal_connect_object (clinch_stage_header_get_collapse_button (self->header), "clicked",
                           G_CALLBACK (collapse_cb), self,
                           G_CONNECT_SWAPPED);
  init_gestures (self);
  clinch_stage_column_init_dnd (self);
}

GtkWidget *
clinch_stage_column_new (ClinchBoardStage *stage,
                         ClinchCardLook   *look)
{
  ClinchStageColumn *self = g_object_new (CLINCH_TYPE_STAGE_COLUMN, NULL);
  ClinchRecordList *cards = clinch_board_stage_get_cards (stage);
  g_autoptr(GtkNoSelection) model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (cards)));

  self->stage = g_object_ref (stage);
  self->look = clinch_card_look_ref (look);
  self->phase = clinch_board_stage_get_phase (stage);
  self->window = clinch_record_list_get_window (cards);
  clinch_stage_header_set_stage (self->header, stage);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
  g_signal_connect_swapped (cards, "items-changed", G_CALLBACK (cards_changed_cb), self);
  g_signal_connect_swapped (stage, "figures-changed", G_CALLBACK (show_figures), self);
  g_signal_connect_swapped (clinch_board_stage_get_record (stage), "changed",
                            G_CALLBACK (show_stage), self);
  show_stage (self);

  return GTK_WIDGET (self);
}

ClinchBoardStage *
clinch_stage_column_get_stage (ClinchStageColumn *self)
{
  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), NULL);

  return self->stage;
}

gint64
clinch_stage_column_get_stage_id (ClinchStageColumn *self)
{
  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), 0);

  return clinch_board_stage_get_id (self->stage);
}

ClinchRecordList *
clinch_stage_column_get_cards (ClinchStageColumn *self)
{
  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), NULL);

  return clinch_board_stage_get_cards (self->stage);
}

GtkWidget *
clinch_stage_column_get_list_view (ClinchStageColumn *self)
{
  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), NULL);

  return GTK_WIDGET (self->list_view);
}

void
clinch_stage_column_set_collapsible (ClinchStageColumn *self,
                                     gboolean           collapsible)
{
  g_return_if_fail (CLINCH_IS_STAGE_COLUMN (self));

  gtk_widget_set_visible (GTK_WIDGET (clinch_stage_header_get_collapse_button (self->header)),
                          collapsible);
  if (!collapsible)
    clinch_stage_column_set_collapsed (self, FALSE);
}

void
clinch_stage_column_set_collapsed (ClinchStageColumn *self,
                                   gboolean           collapsed)
{
  g_return_if_fail (CLINCH_IS_STAGE_COLUMN (self));

  if (self->collapsed == collapsed)
    return;

  self->collapsed = collapsed;
  gtk_widget_set_hexpand (GTK_WIDGET (self), !collapsed);
  gtk_widget_set_visible (self->open_box, !collapsed);
  gtk_widget_set_visible (self->closed_button, collapsed);
  if (collapsed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "collapsed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "collapsed");
}

gboolean
clinch_stage_column_get_collapsed (ClinchStageColumn *self)
{
  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), FALSE);

  return self->collapsed;
}

gboolean
clinch_stage_column_widen (ClinchStageColumn *self)
{
  ClinchRecordList *cards;

  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), FALSE);

  if (self->window == 0)
    return FALSE;

  cards = clinch_stage_column_get_cards (self);
  self->window += WINDOW_STEP;
  if (self->window >= WINDOW_ENOUGH)
    self->window = 0;
  clinch_record_list_set_window (cards, self->window);

  return self->window != 0;
}

void
clinch_stage_column_update (ClinchStageColumn *self)
{
  g_return_if_fail (CLINCH_IS_STAGE_COLUMN (self));

  self->phase = clinch_board_stage_get_phase (self->stage);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (!CLINCH_IS_OPPORTUNITY_CARD (card))
        continue;
      clinch_opportunity_card_set_phase (CLINCH_OPPORTUNITY_CARD (card), self->phase);
      clinch_opportunity_card_update (CLINCH_OPPORTUNITY_CARD (card));
    }
}

/* The row of the list view that a widget stands in. */
static GtkWidget *
find_row (ClinchStageColumn *self,
          GtkWidget         *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self->list_view))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static ClinchRecord *
record_of_row (ClinchStageColumn *self,
               GtkWidget         *row,
               guint             *position)
{
  GtkWidget *card = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  ClinchRecord *record;

  if (card == NULL || !CLINCH_IS_OPPORTUNITY_CARD (card))
    return NULL;

  record = clinch_opportunity_card_get_record (CLINCH_OPPORTUNITY_CARD (card));
  if (record != NULL && position != NULL)
    *position = clinch_record_list_find (clinch_stage_column_get_cards (self),
                                         clinch_record_get_id (record));

  return record;
}

ClinchRecord *
clinch_stage_column_pick (ClinchStageColumn  *self,
                          double              x,
                          double              y,
                          GtkWidget         **row,
                          guint              *position)
{
  GtkWidget *found = find_row (self,
                               gtk_widget_pick (GTK_WIDGET (self->list_view), x, y,
                                                GTK_PICK_DEFAULT));

  if (row != NULL)
    *row = found;

  return record_of_row (self, found, position);
}

static GtkWidget *
find_focus_row (ClinchStageColumn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? find_row (self, gtk_root_get_focus (root)) : NULL;
}

ClinchRecord *
clinch_stage_column_get_focus (ClinchStageColumn *self,
                               guint             *position,
                               double            *y)
{
  GtkWidget *row;
  graphene_point_t point;

  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), NULL);

  row = find_focus_row (self);
  if (row == NULL)
    return NULL;

  if (y != NULL)
    {
      point = GRAPHENE_POINT_INIT (0, gtk_widget_get_height (row) / 2);
      if (!gtk_widget_compute_point (row, GTK_WIDGET (self), &point, &point))
        point.y = 0;
      *y = point.y;
    }

  return record_of_row (self, row, position);
}

gboolean
clinch_stage_column_focus (ClinchStageColumn *self,
                           guint              position)
{
  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), FALSE);

  if (self->collapsed)
    return gtk_widget_grab_focus (self->closed_button);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (clinch_stage_column_get_cards (self))))
    return FALSE;

  /* Unless the keyboard is in the list already, this only says which row it would go to. */
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

gboolean
clinch_stage_column_focus_at (ClinchStageColumn *self,
                              double             y)
{
  GtkAdjustment *adjustment;
  graphene_point_t point;
  GtkWidget *row;
  guint n_cards;
  guint position;
  double share;

  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), FALSE);

  if (self->collapsed)
    return gtk_widget_grab_focus (self->closed_button);
  n_cards = g_list_model_get_n_items (G_LIST_MODEL (clinch_stage_column_get_cards (self)));
  if (n_cards == 0)
    return FALSE;

  /* The card on that height, or between two the nearest: all are of one height. */
  point = GRAPHENE_POINT_INIT (gtk_widget_get_width (GTK_WIDGET (self)) / 2, y);
  if (gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->list_view), &point, &point) &&
      clinch_stage_column_pick (self, point.x, point.y, &row, &position) != NULL)
    return clinch_stage_column_focus (self, position);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  share = gtk_adjustment_get_upper (adjustment) > 0
    ? (point.y + gtk_adjustment_get_value (adjustment)) / gtk_adjustment_get_upper (adjustment) : 0;
  return clinch_stage_column_focus (self, (guint) CLAMP (share * n_cards, 0, n_cards - 1));
}

gboolean
clinch_stage_column_get_focus_area (ClinchStageColumn *self,
                                    GdkRectangle      *area)
{
  GtkWidget *row;
  graphene_rect_t bounds;

  g_return_val_if_fail (CLINCH_IS_STAGE_COLUMN (self), FALSE);

  row = find_focus_row (self);
  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return FALSE;

  *area = (GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                           bounds.size.height };
  return TRUE;
}
