// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart.h"

#include "clinch-announce.h"
#include "clinch-chart-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LEAST_SIZE 200
#define NATURAL_SIZE 420
#define TIP_DISTANCE 8
#define TIP_MARGIN 6

typedef struct
{
  ClinchChartData *data;
  ClinchChartDrawing *drawing;
  GskRenderNode *picture;
  GtkWidget *tip;
  GtkWidget *menu;
  int spot;
} ClinchChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinchChart, clinch_chart, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((ClinchChartPrivate *) clinch_chart_get_instance_private (self))

enum
{
  PROP_0,
  PROP_DATA,
  PROP_SPOT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- The picture ----------------------------------------------------------------------------- */

void
clinch_chart_fill_sheet (GtkWidget        *widget,
                         ClinchChartSheet *sheet)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GtkNative *native = gtk_widget_get_native (widget);
  double scale = gtk_widget_get_scale_factor (widget);
  GdkRGBA accent;

  if (native != NULL && gtk_native_get_surface (native) != NULL)
    scale = gdk_surface_get_scale (gtk_native_get_surface (native));

  *sheet = (ClinchChartSheet) {
    .context = gtk_widget_get_pango_context (widget),
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .pixel = 1 / MAX (scale, 1),
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style),
                                       adw_style_manager_get_dark (style), &accent);
  clinch_chart_palette_init (&sheet->palette, &accent, adw_style_manager_get_dark (style),
                             adw_style_manager_get_high_contrast (style));
}

ClinchChartDrawing *
clinch_chart_get_drawing (ClinchChart *self)
{
  ClinchChartPrivate *priv = PRIVATE (self);
  ClinchChartSheet sheet;

  if (priv->drawing != NULL || priv->data == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return priv->drawing;

  clinch_chart_fill_sheet (GTK_WIDGET (self), &sheet);
  priv->drawing = clinch_chart_data_create_drawing (priv->data, &sheet);

  return priv->drawing;
}

static void
drop_drawing (ClinchChart *self)
{
  g_clear_object (&PRIVATE (self)->drawing);
  g_clear_pointer (&PRIVATE (self)->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GskRenderNode *
draw_picture (ClinchChart        *self,
              ClinchChartDrawing *drawing)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const ClinchChartSheet *sheet = clinch_chart_drawing_get_sheet (drawing);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) sheet->width,
                                                                (float) sheet->height));

  clinch_chart_drawing_draw (drawing, cr);
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
shows_focus (ClinchChart *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self))
         && (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
}

static void
clinch_chart_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  ClinchChart *self = CLINCH_CHART (widget);
  ClinchChartPrivate *priv = PRIVATE (self);
  ClinchChartDrawing *drawing = clinch_chart_get_drawing (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                               gtk_widget_get_height (widget));

  if (drawing == NULL)
    return;

  /* Pointing at things draws their marks anew, not the picture. */
  if (priv->picture == NULL)
    priv->picture = draw_picture (self, drawing);
  if (priv->picture != NULL)
    gtk_snapshot_append_node (snapshot, priv->picture);
  if (priv->spot >= 0)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      clinch_chart_drawing_draw_spot (drawing, cr, priv->spot, shows_focus (self));
      cairo_destroy (cr);
    }
  gtk_widget_snapshot_child (widget, priv->tip, snapshot);
}

/* --- The tip -------------------------------------------------------------------------------- */

static void
place_tip (ClinchChart *self,
           int          width,
           int          height)
{
  ClinchChartPrivate *priv = PRIVATE (self);
  ClinchChartDrawing *drawing = clinch_chart_get_drawing (self);
  ClinchBox spot;
  double x;
  double y;
  int tip_width;
  int tip_height;

  if (!gtk_widget_get_visible (priv->tip) || drawing == NULL || priv->spot < 0)
    return;

  clinch_chart_drawing_get_place (drawing, priv->spot, &spot);
  gtk_widget_measure (priv->tip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &tip_width, NULL, NULL);
  tip_width = MIN (tip_width, width - 2 * TIP_MARGIN);
  gtk_widget_measure (priv->tip, GTK_ORIENTATION_VERTICAL, tip_width, NULL, &tip_height, NULL,
                      NULL);
  x = CLAMP (spot.x + spot.width / 2 - tip_width / 2.0, TIP_MARGIN,
             MAX (width - tip_width - TIP_MARGIN, TIP_MARGIN));
  /* Towards the middle of the picture, where it covers no label of the spot. */
  y = spot.y + spot.height / 2 > height / 2.0 ? spot.y - TIP_DISTANCE - tip_height
      : spot.y + spot.height + TIP_DISTANCE;
  gtk_widget_size_allocate (priv->tip,
                            &(GtkAllocation) { (int) x, (int) y, MAX (tip_width, 1), tip_height },
                            -1);
}

static void
show_tip (ClinchChart *self)
{
  ClinchChartPrivate *priv = PRIVATE (self);
  ClinchChartDrawing *drawing = clinch_chart_get_drawing (self);
  g_autofree char *text = NULL;
  g_autoptr(PangoAttrList) attributes = NULL;
  PangoAttribute *bold;

  if (priv->spot < 0 || drawing == NULL)
    {
      gtk_widget_set_visible (priv->tip, FALSE);
      return;
    }

  text = clinch_chart_drawing_describe_spot (drawing, priv->spot);
  attributes = pango_attr_list_new ();
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->end_index = (guint) strcspn (text, "\n");
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (GTK_LABEL (priv->tip), text);
  gtk_label_set_attributes (GTK_LABEL (priv->tip), attributes);
  gtk_widget_set_visible (priv->tip, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- Keys and pointer ----------------------------------------------------------------------- */

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ClinchChart *self = CLINCH_CHART (widget);
  ClinchChartDrawing *drawing = clinch_chart_get_drawing (self);
  int spot;

  if (drawing == NULL)
    return FALSE;

  spot = clinch_chart_drawing_move (drawing, PRIVATE (self)->spot,
                                    (ClinchChartMove) g_variant_get_int32 (arguments));
  clinch_chart_set_spot (self, spot);
  if (spot >= 0)
    clinch_announce (widget, gtk_label_get_text (GTK_LABEL (PRIVATE (self)->tip)));

  return TRUE;
}

static void
activate_spot (ClinchChart *self)
{
  ClinchChartClass *klass = CLINCH_CHART_GET_CLASS (self);

  if (PRIVATE (self)->spot >= 0 && klass->activate_spot != NULL)
    klass->activate_spot (self, PRIVATE (self)->spot);
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  activate_spot (CLINCH_CHART (widget));

  return PRIVATE (CLINCH_CHART (widget))->spot >= 0;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  ClinchChartPrivate *priv = PRIVATE (CLINCH_CHART (widget));

  if (!gtk_widget_get_visible (priv->tip))
    return FALSE;

  gtk_widget_set_visible (priv->tip, FALSE);
  return TRUE;
}

static void
pop_up (ClinchChart        *self,
        GMenuModel         *menu,
        const GdkRectangle *place)
{
  GtkWidget *popover = PRIVATE (self)->menu;

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (popover), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pop_up_menu (ClinchChart        *self,
             const GdkRectangle *place)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Copy Image"), "chart.copy");
  g_menu_append (menu, _("_Save As…"), "chart.save");
  pop_up (self, G_MENU_MODEL (menu), place);
}

/* Where the spot is or, without one, the middle. */
static GdkRectangle
find_place (ClinchChart *self)
{
  ClinchBox spot;

  if (PRIVATE (self)->spot < 0)
    return (GdkRectangle) { gtk_widget_get_width (GTK_WIDGET (self)) / 2,
                            gtk_widget_get_height (GTK_WIDGET (self)) / 2, 1, 1 };

  clinch_chart_drawing_get_place (clinch_chart_get_drawing (self), PRIVATE (self)->spot, &spot);

  return (GdkRectangle) { (int) spot.x, (int) spot.y, (int) spot.width, (int) spot.height };
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GdkRectangle place = find_place (CLINCH_CHART (widget));

  pop_up_menu (CLINCH_CHART (widget), &place);

  return TRUE;
}

static void
secondary_pressed_cb (ClinchChart     *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  pop_up_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
point_at (ClinchChart *self,
          double       x,
          double       y)
{
  ClinchChartDrawing *drawing = clinch_chart_get_drawing (self);
  int spot = drawing != NULL ? clinch_chart_drawing_find_spot (drawing, x, y) : -1;

  /* A pointer that rests beside the picture does not take the keyboard's place away. */
  if (spot >= 0 || !shows_focus (self))
    clinch_chart_set_spot (self, spot);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), spot >= 0 ? "pointer" : NULL);
}

static void
motion_cb (ClinchChart *self,
           double       x,
           double       y)
{
  point_at (self, x, y);
}

static void
leave_cb (ClinchChart *self)
{
  if (!shows_focus (self))
    clinch_chart_set_spot (self, -1);
}

static void
released_cb (ClinchChart *self,
             int          n_press,
             double       x,
             double       y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  point_at (self, x, y);
  activate_spot (self);
}

static void
focus_enter_cb (ClinchChart *self)
{
  ClinchChartDrawing *drawing = clinch_chart_get_drawing (self);

  if (PRIVATE (self)->spot < 0 && drawing != NULL && shows_focus (self))
    clinch_chart_set_spot (self, clinch_chart_drawing_move (drawing, -1,
                                                            CLINCH_CHART_MOVE_FIRST));
}

static void
focus_leave_cb (ClinchChart *self)
{
  clinch_chart_set_spot (self, -1);
}

/* --- Copying and saving --------------------------------------------------------------------- */

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  clinch_chart_copy (CLINCH_CHART (widget));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  if (PRIVATE (CLINCH_CHART (widget))->data != NULL)
    clinch_chart_save (widget, PRIVATE (CLINCH_CHART (widget))->data);
}

void
clinch_chart_copy (ClinchChart *self)
{
  g_autoptr(GdkTexture) texture = NULL;

  g_return_if_fail (CLINCH_IS_CHART (self));

  if (PRIVATE (self)->data == NULL)
    return;

  texture = clinch_chart_create_texture (GTK_WIDGET (self), PRIVATE (self)->data);
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
}

/* --- The widget ----------------------------------------------------------------------------- */

/* Whoever edits a value by keyboard comes back to where they were; what lies on each other may be
 * something else by now. */
static gboolean
keeps_spot (ClinchChart *self)
{
  ClinchChartPrivate *priv = PRIVATE (self);

  return CLINCH_CHART_GET_CLASS (self)->spots_are_points && priv->data != NULL && priv->spot >= 0
         && (guint) priv->spot < g_list_model_get_n_items (G_LIST_MODEL (priv->data));
}

static void
data_changed_cb (ClinchChart *self)
{
  ClinchChartPrivate *priv = PRIVATE (self);
  g_autofree char *description = priv->data != NULL ? clinch_chart_data_describe (priv->data)
                                 : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  priv->data != NULL ? clinch_chart_data_get_title (priv->data)
                                  : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "",
                                  -1);
  drop_drawing (self);
  if (keeps_spot (self))
    show_tip (self);
  else
    clinch_chart_set_spot (self, -1);
}

static void
clinch_chart_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = LEAST_SIZE;
  *natural = NATURAL_SIZE;
}

static void
clinch_chart_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  ClinchChart *self = CLINCH_CHART (widget);
  ClinchChartDrawing *drawing = PRIVATE (self)->drawing;

  if (drawing != NULL && (clinch_chart_drawing_get_sheet (drawing)->width != width
                          || clinch_chart_drawing_get_sheet (drawing)->height != height))
    drop_drawing (self);
  place_tip (self, width, height);
  gtk_popover_present (GTK_POPOVER (PRIVATE (self)->menu));
}

static void
clinch_chart_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (clinch_chart_parent_class)->css_changed (widget, change);

  drop_drawing (CLINCH_CHART (widget));
}

static void
clinch_chart_direction_changed (GtkWidget        *widget,
                                GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (clinch_chart_parent_class)->direction_changed (widget, previous);

  drop_drawing (CLINCH_CHART (widget));
}

static void
clinch_chart_state_flags_changed (GtkWidget     *widget,
                                  GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (clinch_chart_parent_class)->state_flags_changed (widget, previous);

  gtk_widget_queue_draw (widget);
}

static void
clinch_chart_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DATA:
      g_value_set_object (value, PRIVATE (CLINCH_CHART (object))->data);
      break;
    case PROP_SPOT:
      g_value_set_int (value, PRIVATE (CLINCH_CHART (object))->spot);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_chart_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DATA:
      clinch_chart_set_data (CLINCH_CHART (object), g_value_get_object (value));
      break;
    case PROP_SPOT:
      clinch_chart_set_spot (CLINCH_CHART (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_chart_dispose (GObject *object)
{
  ClinchChart *self = CLINCH_CHART (object);
  ClinchChartPrivate *priv = PRIVATE (self);

  if (priv->data != NULL)
    g_signal_handlers_disconnect_by_data (priv->data, self);
  g_clear_object (&priv->data);
  g_clear_object (&priv->drawing);
  g_clear_pointer (&priv->picture, gsk_render_node_unref);
  g_clear_pointer (&priv->menu, gtk_widget_unparent);
  g_clear_pointer (&priv->tip, gtk_widget_unparent);

  G_OBJECT_CLASS (clinch_chart_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    guint pad_key;
    ClinchChartMove move;
  } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, CLINCH_CHART_MOVE_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, CLINCH_CHART_MOVE_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, CLINCH_CHART_MOVE_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, CLINCH_CHART_MOVE_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, CLINCH_CHART_MOVE_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, CLINCH_CHART_MOVE_LAST },
  };
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter,
                                      GDK_KEY_space };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (klass, moves[i].key, 0, move_cb, "i", moves[i].move);
      gtk_widget_class_add_binding (klass, moves[i].pad_key, 0, move_cb, "i", moves[i].move);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (klass, activating[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
}

static void
clinch_chart_class_init (ClinchChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinch_chart_get_property;
  object_class->set_property = clinch_chart_set_property;
  object_class->dispose = clinch_chart_dispose;
  widget_class->measure = clinch_chart_measure;
  widget_class->size_allocate = clinch_chart_size_allocate;
  widget_class->snapshot = clinch_chart_snapshot;
  widget_class->css_changed = clinch_chart_css_changed;
  widget_class->direction_changed = clinch_chart_direction_changed;
  widget_class->state_flags_changed = clinch_chart_state_flags_changed;

  properties[PROP_DATA] = g_param_spec_object ("data", NULL, NULL, CLINCH_TYPE_CHART_DATA,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                               | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPOT] = g_param_spec_int ("spot", NULL, NULL, -1, G_MAXINT, -1,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                            | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_action);
  add_bindings (widget_class);
}

static void
add_controllers (ClinchChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  g_signal_connect_swapped (primary, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
add_menu (ClinchChart *self)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (NULL);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  PRIVATE (self)->menu = popover;
}

static void
add_tip (ClinchChart *self)
{
  GtkWidget *tip = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (tip), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (tip), 40);
  gtk_label_set_xalign (GTK_LABEL (tip), 0);
  gtk_widget_add_css_class (tip, "chart-tip");
  gtk_widget_set_can_target (tip, FALSE);
  gtk_widget_set_visible (tip, FALSE);
  gtk_widget_set_parent (tip, GTK_WIDGET (self));
  PRIVATE (self)->tip = tip;
}

static void
clinch_chart_init (ClinchChart *self)
{
  static const char *const notices[] = { "notify::dark", "notify::high-contrast",
                                         "notify::accent-color" };
  AdwStyleManager *style
    = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  PRIVATE (self)->spot = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_tip (self);
  add_menu (self);
  add_controllers (self);
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    g_signal_connect_object (style, notices[i], G_CALLBACK (drop_drawing), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_drawing), NULL);
}

ClinchChartData *
clinch_chart_get_data (ClinchChart *self)
{
  g_return_val_if_fail (CLINCH_IS_CHART (self), NULL);

  return PRIVATE (self)->data;
}

void
clinch_chart_set_data (ClinchChart     *self,
                       ClinchChartData *data)
{
  ClinchChartPrivate *priv;

  g_return_if_fail (CLINCH_IS_CHART (self));
  g_return_if_fail (data == NULL || CLINCH_IS_CHART_DATA (data));

  priv = PRIVATE (self);
  if (priv->data == data)
    return;

  if (priv->data != NULL)
    g_signal_handlers_disconnect_by_data (priv->data, self);
  g_set_object (&priv->data, data);
  if (data != NULL)
    g_signal_connect_object (data, "changed", G_CALLBACK (data_changed_cb), self,
                             G_CONNECT_SWAPPED);
  data_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA]);
}

int
clinch_chart_get_spot (ClinchChart *self)
{
  g_return_val_if_fail (CLINCH_IS_CHART (self), -1);

  return PRIVATE (self)->spot;
}

void
clinch_chart_set_spot (ClinchChart *self,
                       int          spot)
{
  ClinchChartPrivate *priv;

  g_return_if_fail (CLINCH_IS_CHART (self));

  priv = PRIVATE (self);
  if (priv->spot == spot)
    return;

  priv->spot = spot;
  show_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOT]);
}

void
clinch_chart_pop_up (ClinchChart *self,
                     GMenuModel  *menu)
{
  GdkRectangle place;

  g_return_if_fail (CLINCH_IS_CHART (self));

  place = find_place (self);
  pop_up (self, menu, &place);
}
