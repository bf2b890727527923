// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-canvas.h"

#include "clinch-chain-card.h"
#include "clinch-chain-lines.h"
#include "clinch-chart-private.h"

#include <math.h>

#define MARGIN CLINCH_CHAIN_CANVAS_MARGIN

struct _ClinchChainCanvas
{
  GtkWidget parent_instance;

  ClinchChainMapData *data;
  GPtrArray *cards; /* (element-type ClinchChainCard), in the order of the data */
  ClinchChainLayout *layout;
  GskRenderNode *lines;
  GtkWidget *target; /* the card that a drag is over */
  double zoom;
  gint64 last_id; /* who had the keyboard last */
};

G_DEFINE_FINAL_TYPE (ClinchChainCanvas, clinch_chain_canvas, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  MENU,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fill_sheet (ClinchChainCanvas *self,
            ClinchChartSheet  *sheet)
{
  clinch_chart_fill_sheet (GTK_WIDGET (self), sheet);
  sheet->width = CLINCH_CHAIN_SHEET_SIZE;
  sheet->height = CLINCH_CHAIN_SHEET_SIZE;
}

/* --- Cards ---------------------------------------------------------------------------------- */

static void
activate_cb (ClinchChainCanvas *self,
             ClinchChainCard   *card)
{
  g_signal_emit (self, signals[ACTIVATED], 0, clinch_chain_card_get_id (card));
}

static void
menu_cb (ClinchChainCanvas *self,
         ClinchChainCard   *card)
{
  g_signal_emit (self, signals[MENU], 0, clinch_chain_card_get_id (card), card);
}

static GtkWidget *
make_card (ClinchChainCanvas *self)
{
  GtkWidget *card = clinch_chain_card_new ();

  g_signal_connect_object (card, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (card, GTK_WIDGET (self));

  return card;
}

GtkWidget *
clinch_chain_canvas_get_card (ClinchChainCanvas *self,
                              gint64             id)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_CANVAS (self), NULL);

  for (guint i = 0; i < self->cards->len; i++)
    if (clinch_chain_card_get_id (self->cards->pdata[i]) == id)
      return self->cards->pdata[i];

  return NULL;
}

/* Whoever is still there keeps their card, and with it the keyboard. */
static void
renew_cards (ClinchChainCanvas *self)
{
  guint n = self->data != NULL ? clinch_chain_map_data_get_n_nodes (self->data) : 0;
  GPtrArray *cards = g_ptr_array_sized_new (n);
  ClinchChartSheet sheet;
  GtkWidget *previous = NULL;

  fill_sheet (self, &sheet);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *card = clinch_chain_canvas_get_card (
        self, clinch_chain_map_data_get_node (self->data, i)->id);

      if (card != NULL)
        g_ptr_array_remove (self->cards, card);
      else
        card = make_card (self);
      clinch_chain_card_show (CLINCH_CHAIN_CARD (card), self->data, i, &sheet);
      gtk_widget_insert_after (card, GTK_WIDGET (self), previous);
      previous = card;
      g_ptr_array_add (cards, card);
    }
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_unparent (self->cards->pdata[i]);
  g_ptr_array_unref (self->cards);
  self->cards = cards;
  self->target = NULL;
}

static void
lay_out (ClinchChainCanvas *self)
{
  g_autoptr(GPtrArray) faces = g_ptr_array_new ();

  g_clear_pointer (&self->layout, clinch_chain_layout_free);
  g_clear_pointer (&self->lines, gsk_render_node_unref);
  for (guint i = 0; i < self->cards->len; i++)
    g_ptr_array_add (faces, (gpointer) clinch_chain_card_get_face (self->cards->pdata[i]));
  if (self->data != NULL)
    self->layout = clinch_chain_lines_lay_out (self->data, faces,
                                               gtk_widget_get_direction (GTK_WIDGET (self))
                                               == GTK_TEXT_DIR_RTL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The same people in another light, or the other way round. */
static void
redress (ClinchChainCanvas *self)
{
  ClinchChartSheet sheet;

  fill_sheet (self, &sheet);
  for (guint i = 0; i < self->cards->len; i++)
    clinch_chain_card_show (self->cards->pdata[i], self->data, i, &sheet);
  lay_out (self);
}

static void
renew (ClinchChainCanvas *self)
{
  g_autofree char *description = NULL;

  renew_cards (self);
  lay_out (self);
  if (self->data == NULL)
    return;

  description = clinch_chart_data_describe (CLINCH_CHART_DATA (self->data));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_chart_data_get_title (CLINCH_CHART_DATA (self->data)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* --- Walking -------------------------------------------------------------------------------- */

static int
find_focus (ClinchChainCanvas *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (gtk_widget_has_focus (self->cards->pdata[i]))
      return (int) i;

  return -1;
}

static double
middle_x (ClinchChainCanvas *self,
          guint              index)
{
  const ClinchBox *box = &self->layout->rects[index];

  return box->x + box->width / 2;
}

/* Who reports to somebody, nearest to their middle. */
static int
find_below (ClinchChainCanvas *self,
            int                at)
{
  gint64 id = clinch_chain_map_data_get_node (self->data, (guint) at)->id;
  int best = -1;

  for (guint i = 0; i < self->cards->len; i++)
    if (clinch_chain_map_data_get_node (self->data, i)->reports_to == id
        && (best < 0 || fabs (middle_x (self, i) - middle_x (self, (guint) at))
            < fabs (middle_x (self, (guint) best) - middle_x (self, (guint) at))))
      best = (int) i;

  return best;
}

/* The nearest card beside it on that side. */
static int
find_beside (ClinchChainCanvas *self,
             int                at,
             int                side)
{
  const ClinchBox *box = &self->layout->rects[at];
  double least = G_MAXDOUBLE;
  int best = -1;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const ClinchBox *other = &self->layout->rects[i];
      double dx = side * (middle_x (self, i) - middle_x (self, (guint) at));

      if (dx > 0 && dx < least && other->y < box->y + box->height
          && box->y < other->y + other->height)
        {
          least = dx;
          best = (int) i;
        }
    }

  return best;
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ClinchChainCanvas *self = CLINCH_CHAIN_CANVAS (widget);
  int at = find_focus (self);
  int to = -1;

  if (at < 0)
    return FALSE;

  switch ((GtkDirectionType) g_variant_get_int32 (arguments))
    {
    case GTK_DIR_UP:
      to = clinch_chain_map_data_find (self->data, clinch_chain_map_data_get_node (
        self->data, (guint) at)->reports_to);
      break;
    case GTK_DIR_DOWN:
      to = find_below (self, at);
      break;
    case GTK_DIR_LEFT:
      to = find_beside (self, at, -1);
      break;
    case GTK_DIR_RIGHT:
      to = find_beside (self, at, 1);
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      break;
    }
  if (to >= 0)
    gtk_widget_grab_focus (self->cards->pdata[to]);

  return TRUE;
}

/* Where a reader of the map begins. */
static GtkWidget *
find_top (ClinchChainCanvas *self)
{
  guint top = 0;

  for (guint i = 1; i < self->cards->len; i++)
    if (self->layout->rects[i].y < self->layout->rects[top].y)
      top = i;

  return self->cards->len > 0 ? self->cards->pdata[top] : NULL;
}

static gboolean
clinch_chain_canvas_grab_focus (GtkWidget *widget)
{
  ClinchChainCanvas *self = CLINCH_CHAIN_CANVAS (widget);
  GtkWidget *card = clinch_chain_canvas_get_card (self, self->last_id);

  if (card == NULL)
    card = find_top (self);

  return card != NULL && gtk_widget_grab_focus (card);
}

static gboolean
clinch_chain_canvas_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return clinch_chain_canvas_grab_focus (widget);
}

static void
clinch_chain_canvas_set_focus_child (GtkWidget *widget,
                                     GtkWidget *child)
{
  GTK_WIDGET_CLASS (clinch_chain_canvas_parent_class)->set_focus_child (widget, child);

  if (child != NULL && CLINCH_IS_CHAIN_CARD (child))
    CLINCH_CHAIN_CANVAS (widget)->last_id = clinch_chain_card_get_id (CLINCH_CHAIN_CARD (child));
}

/* --- Dropping ------------------------------------------------------------------------------- */

static void
set_target (ClinchChainCanvas *self,
            GtkWidget         *card)
{
  if (self->target == card)
    return;

  if (self->target != NULL)
    gtk_widget_unset_state_flags (self->target, GTK_STATE_FLAG_DROP_ACTIVE);
  self->target = card;
  if (card != NULL)
    gtk_widget_set_state_flags (card, GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
}

static GtkWidget *
find_card (ClinchChainCanvas *self,
           double             x,
           double             y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && CLINCH_IS_CHAIN_CARD (picked) ? picked : NULL;
}

static GdkDragAction
drag_motion_cb (ClinchChainCanvas *self,
                double             x,
                double             y)
{
  set_target (self, find_card (self, x, y));

  return self->target != NULL ? GDK_ACTION_MOVE : 0;
}

static void
drag_leave_cb (ClinchChainCanvas *self)
{
  set_target (self, NULL);
}

static gboolean
drop_cb (ClinchChainCanvas *self,
         const GValue      *value,
         double             x,
         double             y)
{
  GtkWidget *card = find_card (self, x, y);
  gint64 id = g_value_get_int64 (value);

  set_target (self, NULL);
  if (card == NULL || clinch_chain_card_get_id (CLINCH_CHAIN_CARD (card)) == id)
    return FALSE;

  g_signal_emit (self, signals[MOVED], 0, id, clinch_chain_card_get_id (CLINCH_CHAIN_CARD (card)));

  return TRUE;
}

/* --- The widget ----------------------------------------------------------------------------- */

static void
clinch_chain_canvas_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  ClinchChainCanvas *self = CLINCH_CHAIN_CANVAS (widget);
  double size = 0;

  if (self->layout != NULL)
    size = orientation == GTK_ORIENTATION_HORIZONTAL ? self->layout->width : self->layout->height;
  *minimum = *natural = (int) ceil (size * self->zoom) + 2 * MARGIN;
}

/* A map that is smaller than its room stands in the middle. */
static graphene_point_t
find_origin (ClinchChainCanvas *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  return GRAPHENE_POINT_INIT (
    (float) MAX (MARGIN, floor ((width - self->layout->width * self->zoom) / 2)),
    (float) MAX (MARGIN, floor ((height - self->layout->height * self->zoom) / 2)));
}

static void
clinch_chain_canvas_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  ClinchChainCanvas *self = CLINCH_CHAIN_CANVAS (widget);
  graphene_point_t origin;

  if (self->layout == NULL)
    return;

  origin = find_origin (self);
  for (guint i = 0; i < self->cards->len; i++)
    {
      const ClinchBox *box = &self->layout->rects[i];
      GskTransform *transform = gsk_transform_translate (NULL, &origin);

      transform = gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
      transform = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT ((float) box->x,
                                                                            (float) box->y));
      gtk_widget_allocate (self->cards->pdata[i], (int) ceil (box->width),
                           (int) ceil (box->height), -1, transform);
    }
}

static GskRenderNode *
draw_lines (ClinchChainCanvas *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-MARGIN, -MARGIN,
                                               (float) self->layout->width + 2 * MARGIN,
                                               (float) self->layout->height + 2 * MARGIN);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  ClinchChartSheet sheet;

  fill_sheet (self, &sheet);
  clinch_chain_lines_draw (self->layout, self->data, &sheet, cr);
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
clinch_chain_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ClinchChainCanvas *self = CLINCH_CHAIN_CANVAS (widget);
  graphene_point_t origin;

  if (self->layout == NULL)
    return;

  if (self->lines == NULL)
    self->lines = draw_lines (self);
  origin = find_origin (self);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  gtk_snapshot_scale (snapshot, (float) self->zoom, (float) self->zoom);
  if (self->lines != NULL)
    gtk_snapshot_append_node (snapshot, self->lines);
  gtk_snapshot_restore (snapshot);
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_snapshot_child (widget, self->cards->pdata[i], snapshot);
}

static void
clinch_chain_canvas_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (clinch_chain_canvas_parent_class)->css_changed (widget, change);

  redress (CLINCH_CHAIN_CANVAS (widget));
}

static void
clinch_chain_canvas_direction_changed (GtkWidget        *widget,
                                       GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (clinch_chain_canvas_parent_class)->direction_changed (widget, previous);

  redress (CLINCH_CHAIN_CANVAS (widget));
}

static void
clinch_chain_canvas_dispose (GObject *object)
{
  ClinchChainCanvas *self = CLINCH_CHAIN_CANVAS (object);

  if (self->data != NULL)
    g_signal_handlers_disconnect_by_data (self->data, self);
  g_clear_object (&self->data);
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_unparent (self->cards->pdata[i]);
  g_ptr_array_set_size (self->cards, 0);

  G_OBJECT_CLASS (clinch_chain_canvas_parent_class)->dispose (object);
}

static void
clinch_chain_canvas_finalize (GObject *object)
{
  ClinchChainCanvas *self = CLINCH_CHAIN_CANVAS (object);

  g_ptr_array_unref (self->cards);
  g_clear_pointer (&self->layout, clinch_chain_layout_free);
  g_clear_pointer (&self->lines, gsk_render_node_unref);

  G_OBJECT_CLASS (clinch_chain_canvas_parent_class)->finalize (object);
}

static void
clinch_chain_canvas_class_init (ClinchChainCanvasClass *klass)
{
  static const struct
  {
    guint key;
    guint keypad;
    GtkDirectionType direction;
  } keys[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN },
    { GDK_KEY_Left, GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GTK_DIR_RIGHT },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = clinch_chain_canvas_dispose;
  object_class->finalize = clinch_chain_canvas_finalize;
  widget_class->measure = clinch_chain_canvas_measure;
  widget_class->size_allocate = clinch_chain_canvas_size_allocate;
  widget_class->snapshot = clinch_chain_canvas_snapshot;
  widget_class->css_changed = clinch_chain_canvas_css_changed;
  widget_class->direction_changed = clinch_chain_canvas_direction_changed;
  widget_class->focus = clinch_chain_canvas_focus;
  widget_class->grab_focus = clinch_chain_canvas_grab_focus;
  widget_class->set_focus_child = clinch_chain_canvas_set_focus_child;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT64, GTK_TYPE_WIDGET);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, walk_cb, "i",
                                    keys[i].direction);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, walk_cb, "i",
                                    keys[i].direction);
    }
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "chaincanvas");
}

static void
clinch_chain_canvas_init (ClinchChainCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  self->cards = g_ptr_array_new ();
  self->zoom = 1;
  g_signal_connect_swapped (target, "motion", G_CALLBACK (drag_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drag_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
clinch_chain_canvas_new (void)
{
  return g_object_new (CLINCH_TYPE_CHAIN_CANVAS, NULL);
}

void
clinch_chain_canvas_set_data (ClinchChainCanvas  *self,
                              ClinchChainMapData *data)
{
  g_return_if_fail (CLINCH_IS_CHAIN_CANVAS (self));

  if (self->data != NULL)
    g_signal_handlers_disconnect_by_data (self->data, self);
  g_set_object (&self->data, data);
  if (data != NULL)
    g_signal_connect_object (data, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);
}

void
clinch_chain_canvas_set_zoom (ClinchChainCanvas *self,
                              double             zoom)
{
  g_return_if_fail (CLINCH_IS_CHAIN_CANVAS (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
clinch_chain_canvas_get_size (ClinchChainCanvas *self,
                              double            *width,
                              double            *height)
{
  g_return_if_fail (CLINCH_IS_CHAIN_CANVAS (self));

  *width = self->layout != NULL ? self->layout->width : 0;
  *height = self->layout != NULL ? self->layout->height : 0;
}

const ClinchBox *
clinch_chain_canvas_get_top (ClinchChainCanvas *self)
{
  const ClinchBox *top = NULL;

  g_return_val_if_fail (CLINCH_IS_CHAIN_CANVAS (self), NULL);

  for (guint i = 0; i < self->cards->len; i++)
    {
      const ClinchBox *box = &self->layout->rects[i];

      if (top == NULL || box->y < top->y)
        top = box;
    }

  return top;
}
