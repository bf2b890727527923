// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart-data.h"

typedef struct
{
  char *title;
} ClinchChartDataPrivate;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (ClinchChartData, clinch_chart_data, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (ClinchChartData)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

#define PRIVATE(self) ((ClinchChartDataPrivate *) clinch_chart_data_get_instance_private (self))

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return CLINCH_TYPE_CHART_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  ClinchChartData *self = CLINCH_CHART_DATA (model);

  return CLINCH_CHART_DATA_GET_CLASS (self)->get_n_points (self);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ClinchChartData *self = CLINCH_CHART_DATA (model);

  if (position >= get_n_items (model))
    return NULL;

  return CLINCH_CHART_DATA_GET_CLASS (self)->dup_item (self, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
clinch_chart_data_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, clinch_chart_data_get_title (CLINCH_CHART_DATA (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_chart_data_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      clinch_chart_data_set_title (CLINCH_CHART_DATA (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_chart_data_finalize (GObject *object)
{
  g_free (PRIVATE (CLINCH_CHART_DATA (object))->title);

  G_OBJECT_CLASS (clinch_chart_data_parent_class)->finalize (object);
}

static void
clinch_chart_data_class_init (ClinchChartDataClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinch_chart_data_get_property;
  object_class->set_property = clinch_chart_data_set_property;
  object_class->finalize = clinch_chart_data_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinch_chart_data_init (ClinchChartData *self)
{
  PRIVATE (self)->title = g_strdup ("");
}

const char *
clinch_chart_data_get_title (ClinchChartData *self)
{
  g_return_val_if_fail (CLINCH_IS_CHART_DATA (self), NULL);

  return PRIVATE (self)->title;
}

void
clinch_chart_data_set_title (ClinchChartData *self,
                             const char      *title)
{
  g_return_if_fail (CLINCH_IS_CHART_DATA (self));

  if (!g_set_str (&PRIVATE (self)->title, title != NULL ? title : ""))
    return;

  g_signal_emit (self, signals[CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

char *
clinch_chart_data_describe (ClinchChartData *self)
{
  g_return_val_if_fail (CLINCH_IS_CHART_DATA (self), NULL);

  return CLINCH_CHART_DATA_GET_CLASS (self)->describe (self);
}

ClinchChartDrawing *
clinch_chart_data_create_drawing (ClinchChartData        *self,
                                  const ClinchChartSheet *sheet)
{
  g_return_val_if_fail (CLINCH_IS_CHART_DATA (self), NULL);

  return CLINCH_CHART_DATA_GET_CLASS (self)->create_drawing (self, sheet);
}

void
clinch_chart_data_changed (ClinchChartData *self,
                           guint            n_before)
{
  g_return_if_fail (CLINCH_IS_CHART_DATA (self));

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before,
                              CLINCH_CHART_DATA_GET_CLASS (self)->get_n_points (self));
  g_signal_emit (self, signals[CHANGED], 0);
}
