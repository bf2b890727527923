// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart-item.h"

struct _ClinchChartItem
{
  GObject parent_instance;

  char *label;
  char *value;
  char *note;
};

G_DEFINE_FINAL_TYPE (ClinchChartItem, clinch_chart_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_VALUE,
  PROP_NOTE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
clinch_chart_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ClinchChartItem *self = CLINCH_CHART_ITEM (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_chart_item_finalize (GObject *object)
{
  ClinchChartItem *self = CLINCH_CHART_ITEM (object);

  g_free (self->label);
  g_free (self->value);
  g_free (self->note);

  G_OBJECT_CLASS (clinch_chart_item_parent_class)->finalize (object);
}

static void
clinch_chart_item_class_init (ClinchChartItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[N_PROPS] = { NULL, "label", "value", "note" };

  object_class->get_property = clinch_chart_item_get_property;
  object_class->finalize = clinch_chart_item_finalize;

  for (guint i = PROP_LABEL; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
clinch_chart_item_init (ClinchChartItem *self)
{
}

ClinchChartItem *
clinch_chart_item_new (const char *label,
                       const char *value,
                       const char *note)
{
  ClinchChartItem *self = g_object_new (CLINCH_TYPE_CHART_ITEM, NULL);

  self->label = g_strdup (label);
  self->value = g_strdup (value);
  self->note = g_strdup (note);

  return self;
}

const char *
clinch_chart_item_get_label (ClinchChartItem *self)
{
  g_return_val_if_fail (CLINCH_IS_CHART_ITEM (self), NULL);

  return self->label;
}

const char *
clinch_chart_item_get_value (ClinchChartItem *self)
{
  g_return_val_if_fail (CLINCH_IS_CHART_ITEM (self), NULL);

  return self->value;
}

const char *
clinch_chart_item_get_note (ClinchChartItem *self)
{
  g_return_val_if_fail (CLINCH_IS_CHART_ITEM (self), NULL);

  return self->note;
}
