// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-turned-label.h"

struct _ClinchTurnedLabel
{
  GtkWidget parent_instance;

  char *label;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (ClinchTurnedLabel, clinch_turned_label, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static PangoLayout *
ensure_layout (ClinchTurnedLabel *self)
{
  PangoContext *context;

  if (self->layout != NULL)
    return self->layout;

  /* With vertical gravity Pango sets upright scripts standing and turns the others. */
  context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  pango_context_set_base_gravity (context, PANGO_GRAVITY_EAST);
  pango_context_set_gravity_hint (context, PANGO_GRAVITY_HINT_NATURAL);
  self->layout = pango_layout_new (context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (self->layout, self->label != NULL ? self->label : "", -1);
  g_object_unref (context);

  return self->layout;
}

static void
clinch_turned_label_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  PangoLayout *layout = ensure_layout (CLINCH_TURNED_LABEL (widget));
  int length;
  int thickness;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &length, &thickness);
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? length : thickness;
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? MIN (length, thickness) : thickness;
}

static void
clinch_turned_label_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PangoLayout *layout = ensure_layout (CLINCH_TURNED_LABEL (widget));
  int height = gtk_widget_get_height (widget);
  int thickness;
  GdkRGBA color;

  pango_layout_set_width (layout, height * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &thickness);
  gtk_widget_get_color (widget, &color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) + thickness) / 2,
                                                0));
  gtk_snapshot_rotate (snapshot, 90);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
drop_layout (ClinchTurnedLabel *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
clinch_turned_label_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (clinch_turned_label_parent_class)->css_changed (widget, change);

  drop_layout (CLINCH_TURNED_LABEL (widget));
}

static void
clinch_turned_label_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, CLINCH_TURNED_LABEL (object)->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_turned_label_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LABEL:
      clinch_turned_label_set_label (CLINCH_TURNED_LABEL (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_turned_label_finalize (GObject *object)
{
  ClinchTurnedLabel *self = CLINCH_TURNED_LABEL (object);

  g_clear_object (&self->layout);
  g_free (self->label);

  G_OBJECT_CLASS (clinch_turned_label_parent_class)->finalize (object);
}

static void
clinch_turned_label_class_init (ClinchTurnedLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinch_turned_label_get_property;
  object_class->set_property = clinch_turned_label_set_property;
  object_class->finalize = clinch_turned_label_finalize;
  widget_class->measure = clinch_turned_label_measure;
  widget_class->snapshot = clinch_turned_label_snapshot;
  widget_class->css_changed = clinch_turned_label_css_changed;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
clinch_turned_label_init (ClinchTurnedLabel *self)
{
}

void
clinch_turned_label_set_label (ClinchTurnedLabel *self,
                               const char        *label)
{
  g_return_if_fail (CLINCH_IS_TURNED_LABEL (self));

  if (!g_set_str (&self->label, label))
    return;

  drop_layout (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}
