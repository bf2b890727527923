// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-map.h"

#include "clinch-announce.h"
#include "clinch-chain-canvas.h"
#include "clinch-chain-legend.h"
#include "clinch-chart-export.h"
#include "clinch-chart-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define READABLE_ZOOM 0.6
#define LEAST_ZOOM 0.25
#define MOST_ZOOM 3.0
#define STEP 1.2
#define LEGEND_WIDTH 340

struct _ClinchChainMap
{
  GtkWidget parent_instance;

  ClinchChainMapData *data;
  GtkWidget *overlay;
  GtkWidget *scroller;
  GtkWidget *canvas;
  GtkWidget *percent;
  GtkWidget *legend;
  double zoom;
  gboolean placed; /* where it begins has been chosen */
  gboolean fitted; /* shows as much as can be read while the window grows and shrinks */
  gboolean whole;  /* shows all of it, however small */
};

G_DEFINE_FINAL_TYPE (ClinchChainMap, clinch_chain_map, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  MENU,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Zoom ----------------------------------------------------------------------------------- */

/* Keeps what is in the middle of the room in the middle. */
static void
keep_middle (GtkAdjustment *adjustment,
             double         factor)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double middle = (gtk_adjustment_get_value (adjustment) + page / 2) * factor;

  gtk_adjustment_set_upper (adjustment,
                            MAX (gtk_adjustment_get_upper (adjustment) * factor, page));
  gtk_adjustment_set_value (adjustment, middle - page / 2);
}

static void
set_zoom (ClinchChainMap *self,
          double          zoom)
{
  double before = self->zoom;
  g_autofree char *text = NULL;

  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  if (self->zoom == before)
    return;

  clinch_chain_canvas_set_zoom (CLINCH_CHAIN_CANVAS (self->canvas), self->zoom);
  keep_middle (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
               self->zoom / before);
  keep_middle (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
               self->zoom / before);
  text = g_strdup_printf (C_("chain map", "%d%%"), (int) lround (self->zoom * 100));
  gtk_button_set_label (GTK_BUTTON (self->percent), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-in", self->zoom < MOST_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out", self->zoom > LEAST_ZOOM);
}

/* Who stands highest is in sight from the beginning, in the middle if the map is that much wider
 * than its room. */
static void
place (ClinchChainMap *self,
       double          width,
       int             room_width)
{
  const ClinchBox *top = clinch_chain_canvas_get_top (CLINCH_CHAIN_CANVAS (self->canvas));
  double upper = width * self->zoom + 2 * CLINCH_CHAIN_CANVAS_MARGIN;
  double middle;
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if (self->placed || top == NULL || room_width <= 0)
    return;

  self->placed = TRUE;
  middle = CLINCH_CHAIN_CANVAS_MARGIN + (top->x + top->width / 2) * self->zoom;
  if (middle + top->width * self->zoom > room_width)
    gtk_adjustment_configure (adjustment, middle - room_width / 2.0, 0, upper, room_width * 0.1,
                              room_width * 0.9, room_width);
}

/* Small maps are not blown up to fill the room, and big ones stay readable until all of it is asked
 * for. */
static void
fit (ClinchChainMap *self,
     int             room_width,
     int             room_height)
{
  double width;
  double height;

  clinch_chain_canvas_get_size (CLINCH_CHAIN_CANVAS (self->canvas), &width, &height);
  if (width <= 0 || height <= 0)
    return;

  set_zoom (self, CLAMP (MIN ((room_width - 2 * CLINCH_CHAIN_CANVAS_MARGIN) / width,
                              (room_height - 2 * CLINCH_CHAIN_CANVAS_MARGIN) / height),
                         self->whole ? LEAST_ZOOM : READABLE_ZOOM, 1));
  place (self, width, room_width);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchChainMap *self = CLINCH_CHAIN_MAP (widget);

  self->fitted = self->whole = g_str_equal (action, "map.zoom-fit");
  if (self->fitted)
    fit (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  else if (g_str_equal (action, "map.zoom-in"))
    set_zoom (self, self->zoom * STEP);
  else if (g_str_equal (action, "map.zoom-out"))
    set_zoom (self, self->zoom / STEP);
  else
    set_zoom (self, 1);
  clinch_announce (widget, gtk_button_get_label (GTK_BUTTON (self->percent)));
}

static gboolean
scroll_cb (ClinchChainMap           *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  self->fitted = FALSE;
  set_zoom (self, self->zoom * pow (STEP, -dy));

  return GDK_EVENT_STOP;
}

/* --- Pictures ------------------------------------------------------------------------------- */

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  if (CLINCH_CHAIN_MAP (widget)->data != NULL)
    clinch_chart_save (widget, CLINCH_CHART_DATA (CLINCH_CHAIN_MAP (widget)->data));
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchChainMap *self = CLINCH_CHAIN_MAP (widget);
  g_autoptr(GdkTexture) texture = NULL;

  if (self->data != NULL)
    texture = clinch_chart_create_texture (widget, CLINCH_CHART_DATA (self->data));
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              ClinchChartData   *data)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans 10");
  g_autoptr(ClinchChartDrawing) drawing = NULL;
  ClinchChartSheet sheet = {
    .context = pango,
    .width = gtk_print_context_get_width (context),
    .height = gtk_print_context_get_height (context),
    .pixel = 0.5,
    .rtl = clinch_chart_prefers_rtl (),
    .with_title = TRUE,
  };

  pango_context_set_font_description (pango, font);
  clinch_chart_palette_init (&sheet.palette, NULL, FALSE, FALSE);
  drawing = clinch_chart_data_create_drawing (data, &sheet);
  clinch_chart_drawing_draw (drawing, gtk_print_context_get_cairo_context (context));
  g_object_unref (pango);
}

/* Maps are wider than high. */
static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchChainMap *self = CLINCH_CHAIN_MAP (widget);
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GError) error = NULL;

  if (self->data == NULL)
    return;

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation,
                                    clinch_chart_data_get_title (CLINCH_CHART_DATA (self->data)));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         g_object_ref (self->data), (GClosureNotify) g_object_unref,
                         G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), &error);
  if (error != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* --- Legend --------------------------------------------------------------------------------- */

static void
draw_legend_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  ClinchChainMap *self = user_data;
  g_autoptr(ClinchChartLegend) legend = NULL;
  ClinchChartSheet sheet;
  double used;

  if (self->data == NULL)
    return;

  clinch_chart_fill_sheet (GTK_WIDGET (area), &sheet);
  sheet.width = sheet.height = 2 * LEGEND_WIDTH;
  legend = clinch_chain_legend_new (self->data, &sheet);
  used = clinch_chart_legend_arrange (legend, width);
  clinch_chart_legend_draw (legend, cr, 0, MAX ((height - used) / 2, 0));
}

static GtkWidget *
make_legend (ClinchChainMap *self)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), LEGEND_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), LEGEND_WIDTH / 2);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_legend_cb, self, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), area);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_widget_set_tooltip_text (button, C_("chain map", "Legend"));
  self->legend = area;

  return button;
}

/* --- The widget ----------------------------------------------------------------------------- */

static GtkWidget *
make_button (const char *icon,
             const char *tooltip,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_bar (ClinchChainMap *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->percent = gtk_button_new_with_label (C_("chain map", "100%"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->percent), "map.zoom-reset");
  gtk_widget_set_tooltip_text (self->percent, C_("chain map", "Natural Size"));
  gtk_box_append (GTK_BOX (bar), make_legend (self));
  gtk_box_append (GTK_BOX (bar), make_button ("zoom-out-symbolic", C_("chain map", "Zoom Out"),
                                              "map.zoom-out"));
  gtk_box_append (GTK_BOX (bar), self->percent);
  gtk_box_append (GTK_BOX (bar), make_button ("zoom-in-symbolic", C_("chain map", "Zoom In"),
                                              "map.zoom-in"));
  gtk_box_append (GTK_BOX (bar), make_button ("zoom-fit-best-symbolic",
                                              C_("chain map", "Show the Whole Map"),
                                              "map.zoom-fit"));
  gtk_widget_add_css_class (bar, "osd");
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_widget_set_halign (bar, GTK_ALIGN_END);
  gtk_widget_set_valign (bar, GTK_ALIGN_END);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_bottom (bar, 12);

  return bar;
}

static void
activated_cb (ClinchChainMap *self,
              gint64          id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
menu_cb (ClinchChainMap *self,
         gint64          id,
         GtkWidget      *card)
{
  g_signal_emit (self, signals[MENU], 0, id, card);
}

static void
moved_cb (ClinchChainMap *self,
          gint64          id,
          gint64          above)
{
  g_signal_emit (self, signals[MOVED], 0, id, above);
}

static void
clinch_chain_map_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (CLINCH_CHAIN_MAP (widget)->overlay, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
clinch_chain_map_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ClinchChainMap *self = CLINCH_CHAIN_MAP (widget);

  if (self->fitted)
    fit (self, width, height);
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
}

static gboolean
clinch_chain_map_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CLINCH_CHAIN_MAP (widget)->canvas);
}

static void
clinch_chain_map_dispose (GObject *object)
{
  ClinchChainMap *self = CLINCH_CHAIN_MAP (object);

  g_clear_object (&self->data);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (clinch_chain_map_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "map.zoom-in" }, { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" }, { GDK_KEY_minus, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, "map.zoom-out" }, { GDK_KEY_0, "map.zoom-reset" },
    { GDK_KEY_KP_0, "map.zoom-reset" }, { GDK_KEY_9, "map.zoom-fit" },
  };

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-reset", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "map.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "map.print", NULL, print_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

static void
clinch_chain_map_class_init (ClinchChainMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_chain_map_dispose;
  widget_class->measure = clinch_chain_map_measure;
  widget_class->size_allocate = clinch_chain_map_size_allocate;
  widget_class->grab_focus = clinch_chain_map_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT64, GTK_TYPE_WIDGET);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chainmap");
}

static void
clinch_chain_map_init (ClinchChainMap *self)
{
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->zoom = 1;
  self->fitted = TRUE;
  self->canvas = clinch_chain_canvas_new ();
  g_signal_connect_object (self->canvas, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "moved", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->canvas);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), make_bar (self));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

GtkWidget *
clinch_chain_map_new (void)
{
  return g_object_new (CLINCH_TYPE_CHAIN_MAP, NULL);
}

void
clinch_chain_map_set_data (ClinchChainMap     *self,
                           ClinchChainMapData *data)
{
  g_return_if_fail (CLINCH_IS_CHAIN_MAP (self));

  g_set_object (&self->data, data);
  clinch_chain_canvas_set_data (CLINCH_CHAIN_CANVAS (self->canvas), data);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
clinch_chain_map_get_zoom (ClinchChainMap *self)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_MAP (self), 1);

  return self->zoom;
}

GtkWidget *
clinch_chain_map_get_card (ClinchChainMap *self,
                           gint64          id)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_MAP (self), NULL);

  return clinch_chain_canvas_get_card (CLINCH_CHAIN_CANVAS (self->canvas), id);
}
