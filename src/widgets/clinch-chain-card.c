// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-card.h"

#include <math.h>

struct _ClinchChainCard
{
  GtkWidget parent_instance;

  ClinchChainFace *face;
  ClinchChartSheet sheet;
  GskRenderNode *picture;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (ClinchChainCard, clinch_chain_card, GTK_TYPE_WIDGET)

enum
{
  ACTIVATE,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GskRenderNode *
draw_picture (ClinchChainCard *self,
              double           width,
              double           height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                          (float) height));

  clinch_chain_face_draw (self->face, &self->sheet, cr, 0, 0);
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_ring (ClinchChainCard *self,
           GtkSnapshot     *snapshot,
           double           width,
           double           height)
{
  GtkStateFlags state = gtk_widget_get_state_flags (GTK_WIDGET (self));
  ClinchBox box = { 3, 3, width - 6, height - 6 };
  cairo_t *cr;

  if ((state & GTK_STATE_FLAG_DROP_ACTIVE) == 0
      && ((state & GTK_STATE_FLAG_FOCUSED) == 0 || (state & GTK_STATE_FLAG_FOCUS_VISIBLE) == 0))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-4, -4, (float) width + 8,
                                                                 (float) height + 8));
  clinch_chart_ink_focus (cr, &self->sheet, &box);
  cairo_destroy (cr);
}

static void
clinch_chain_card_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  ClinchChainCard *self = CLINCH_CHAIN_CARD (widget);
  double width;
  double height;

  if (self->face == NULL)
    return;

  clinch_chain_face_get_size (self->face, &width, &height);
  if (self->picture == NULL)
    self->picture = draw_picture (self, width, height);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  draw_ring (self, snapshot, width, height);
}

static void
clinch_chain_card_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  double width = 0;
  double height = 0;

  if (CLINCH_CHAIN_CARD (widget)->face != NULL)
    clinch_chain_face_get_size (CLINCH_CHAIN_CARD (widget)->face, &width, &height);
  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
clinch_chain_card_state_flags_changed (GtkWidget     *widget,
                                       GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (clinch_chain_card_parent_class)->state_flags_changed (widget, previous);

  gtk_widget_queue_draw (widget);
}

static void
released_cb (ClinchChainCard *self,
             int              n_press,
             double           x,
             double           y,
             GtkGesture      *gesture)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
secondary_pressed_cb (ClinchChainCard *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGesture      *gesture)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0);
}

static GdkContentProvider *
prepare_drag_cb (ClinchChainCard *self)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, self->id);
}

static void
drag_begin_cb (ClinchChainCard *self,
               GdkDrag         *drag,
               GtkDragSource   *source)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static void
drop_face (ClinchChainCard *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->face, clinch_chain_face_free);
  g_clear_object (&self->sheet.context);
}

static void
clinch_chain_card_finalize (GObject *object)
{
  drop_face (CLINCH_CHAIN_CARD (object));

  G_OBJECT_CLASS (clinch_chain_card_parent_class)->finalize (object);
}

static void
clinch_chain_card_class_init (ClinchChainCardClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter,
                                GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_chain_card_finalize;
  widget_class->snapshot = clinch_chain_card_snapshot;
  widget_class->measure = clinch_chain_card_measure;
  widget_class->state_flags_changed = clinch_chain_card_state_flags_changed;

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Menu, 0, "menu", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "chaincard");
}

static void
clinch_chain_card_init (ClinchChainCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_drag_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_cursor_from_name (widget, "pointer");
}

GtkWidget *
clinch_chain_card_new (void)
{
  return g_object_new (CLINCH_TYPE_CHAIN_CARD, NULL);
}

void
clinch_chain_card_show (ClinchChainCard        *self,
                        ClinchChainMapData     *data,
                        guint                   index,
                        const ClinchChartSheet *sheet)
{
  const ClinchChainMapNode *node = clinch_chain_map_data_get_node (data, index);
  g_autofree char *description = clinch_chain_map_data_describe_node (data, index);

  g_return_if_fail (CLINCH_IS_CHAIN_CARD (self));

  drop_face (self);
  self->sheet = *sheet;
  g_object_ref (self->sheet.context);
  self->id = node->id;
  self->face = clinch_chain_face_new (node, sheet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, node->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gint64
clinch_chain_card_get_id (ClinchChainCard *self)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_CARD (self), 0);

  return self->id;
}

const ClinchChainFace *
clinch_chain_card_get_face (ClinchChainCard *self)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_CARD (self), NULL);

  return self->face;
}
