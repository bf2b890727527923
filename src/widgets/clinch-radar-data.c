// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-radar-data.h"

#include "clinch-radar-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  char *name;
  ClinchRadarValue values[CLINCH_RADAR_MAX_AXES];
  char *details[CLINCH_RADAR_MAX_AXES];
} Series;

struct _ClinchRadarData
{
  ClinchChartData parent_instance;

  guint n_axes;
  guint n_series;
  char *labels[CLINCH_RADAR_MAX_AXES];
  Series series[CLINCH_RADAR_MAX_SERIES];
};

G_DEFINE_FINAL_TYPE (ClinchRadarData, clinch_radar_data, CLINCH_TYPE_CHART_DATA)

static guint
clinch_radar_data_get_n_points (ClinchChartData *data)
{
  return CLINCH_RADAR_DATA (data)->n_axes;
}

/* One series: its value alone. Several: each with its name. */
static char *
join_values (ClinchRadarData *self,
             guint            axis)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_series; i++)
    {
      g_autofree char *value = clinch_radar_data_dup_value_text (self, i, axis);

      if (self->n_series == 1)
        return g_steal_pointer (&value);
      if (i > 0)
        g_string_append (text, " · ");
      /* Translators: a customer or a group of them, and its value. */
      g_string_append_printf (text, C_("chart", "%1$s: %2$s"), self->series[i].name, value);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static ClinchChartItem *
clinch_radar_data_dup_item (ClinchChartData *data,
                            guint            point)
{
  ClinchRadarData *self = CLINCH_RADAR_DATA (data);
  g_autofree char *value = join_values (self, point);
  const char *note = self->n_series > 0 ? self->series[0].details[point] : NULL;

  return clinch_chart_item_new (self->labels[point], value, note != NULL ? note : "");
}

static char *
describe_series (ClinchRadarData *self,
                 guint            series)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_axes; i++)
    {
      g_autofree char *value = clinch_radar_data_dup_value_text (self, series, i);

      if (i > 0)
        /* Translators: between the parts of a list that is read out. */
        g_string_append (text, C_("chart", "; "));
      /* Translators: a dimension of a customer, and its value. */
      g_string_append_printf (text, C_("chart", "%1$s %2$s"), self->labels[i], value);
    }

  /* Translators: a customer or a group of them, and a list of its values. */
  return g_strdup_printf (C_("chart", "%1$s: %2$s."), self->series[series].name, text->str);
}

static char *
clinch_radar_data_describe (ClinchChartData *data)
{
  ClinchRadarData *self = CLINCH_RADAR_DATA (data);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("Radar chart with %u axis.", "Radar chart with %u axes.",
                                          self->n_axes), self->n_axes);
  for (guint i = 0; i < self->n_series; i++)
    {
      g_autofree char *series = describe_series (self, i);

      g_string_append_printf (text, " %s", series);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static ClinchChartDrawing *
clinch_radar_data_create_drawing (ClinchChartData        *data,
                                  const ClinchChartSheet *sheet)
{
  return clinch_radar_drawing_new (CLINCH_RADAR_DATA (data), sheet);
}

static void
drop_contents (ClinchRadarData *self)
{
  for (guint i = 0; i < CLINCH_RADAR_MAX_AXES; i++)
    g_clear_pointer (&self->labels[i], g_free);
  for (guint i = 0; i < CLINCH_RADAR_MAX_SERIES; i++)
    {
      g_clear_pointer (&self->series[i].name, g_free);
      for (guint k = 0; k < CLINCH_RADAR_MAX_AXES; k++)
        {
          g_clear_pointer (&self->series[i].details[k], g_free);
          self->series[i].values[k] = (ClinchRadarValue) { 0, };
        }
    }
  self->n_axes = 0;
  self->n_series = 0;
}

static void
clinch_radar_data_finalize (GObject *object)
{
  drop_contents (CLINCH_RADAR_DATA (object));

  G_OBJECT_CLASS (clinch_radar_data_parent_class)->finalize (object);
}

static void
clinch_radar_data_class_init (ClinchRadarDataClass *klass)
{
  ClinchChartDataClass *data_class = CLINCH_CHART_DATA_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_radar_data_finalize;
  data_class->get_n_points = clinch_radar_data_get_n_points;
  data_class->dup_item = clinch_radar_data_dup_item;
  data_class->describe = clinch_radar_data_describe;
  data_class->create_drawing = clinch_radar_data_create_drawing;
}

static void
clinch_radar_data_init (ClinchRadarData *self)
{
}

ClinchRadarData *
clinch_radar_data_new (void)
{
  return g_object_new (CLINCH_TYPE_RADAR_DATA, NULL);
}

int
clinch_radar_data_add_axis (ClinchRadarData *self,
                            const char      *label)
{
  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self), -1);
  g_return_val_if_fail (label != NULL, -1);

  if (self->n_axes == CLINCH_RADAR_MAX_AXES)
    return -1;

  self->labels[self->n_axes++] = g_strdup (label);
  clinch_chart_data_changed (CLINCH_CHART_DATA (self), self->n_axes - 1);

  return (int) self->n_axes - 1;
}

int
clinch_radar_data_add_series (ClinchRadarData *self,
                              const char      *name)
{
  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self), -1);
  g_return_val_if_fail (name != NULL, -1);

  if (self->n_series == CLINCH_RADAR_MAX_SERIES)
    return -1;

  self->series[self->n_series++].name = g_strdup (name);
  clinch_chart_data_changed (CLINCH_CHART_DATA (self), self->n_axes);

  return (int) self->n_series - 1;
}

static void
set_point (ClinchRadarData        *self,
           guint                   series,
           guint                   axis,
           const ClinchRadarValue *value,
           const char             *detail)
{
  g_return_if_fail (CLINCH_IS_RADAR_DATA (self));
  g_return_if_fail (series < self->n_series && axis < self->n_axes);

  self->series[series].values[axis] = *value;
  g_set_str (&self->series[series].details[axis], detail);
  clinch_chart_data_changed (CLINCH_CHART_DATA (self), self->n_axes);
}

void
clinch_radar_data_set_value (ClinchRadarData *self,
                             guint            series,
                             guint            axis,
                             double           value,
                             gboolean         stale,
                             const char      *detail)
{
  /* What is no number is not known. */
  ClinchRadarValue point = { isfinite (value) ? value : 0, isfinite (value) != 0, stale };

  set_point (self, series, axis, &point, detail);
}

void
clinch_radar_data_set_unknown (ClinchRadarData *self,
                               guint            series,
                               guint            axis,
                               const char      *detail)
{
  set_point (self, series, axis, &(ClinchRadarValue) { 0, FALSE, FALSE }, detail);
}

void
clinch_radar_data_clear (ClinchRadarData *self)
{
  guint n_before;

  g_return_if_fail (CLINCH_IS_RADAR_DATA (self));

  n_before = self->n_axes;
  drop_contents (self);
  clinch_chart_data_changed (CLINCH_CHART_DATA (self), n_before);
}

guint
clinch_radar_data_get_n_axes (ClinchRadarData *self)
{
  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self), 0);

  return self->n_axes;
}

guint
clinch_radar_data_get_n_series (ClinchRadarData *self)
{
  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self), 0);

  return self->n_series;
}

const char *
clinch_radar_data_get_label (ClinchRadarData *self,
                             guint            axis)
{
  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self) && axis < self->n_axes, NULL);

  return self->labels[axis];
}

const char *
clinch_radar_data_get_series_name (ClinchRadarData *self,
                                   guint            series)
{
  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self) && series < self->n_series, NULL);

  return self->series[series].name;
}

const ClinchRadarValue *
clinch_radar_data_get_values (ClinchRadarData *self,
                              guint            series)
{
  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self) && series < self->n_series, NULL);

  return self->series[series].values;
}

const char *
clinch_radar_data_get_detail (ClinchRadarData *self,
                              guint            series,
                              guint            axis)
{
  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self), NULL);
  g_return_val_if_fail (series < self->n_series && axis < self->n_axes, NULL);

  return self->series[series].details[axis];
}

char *
clinch_radar_data_dup_value_text (ClinchRadarData *self,
                                  guint            series,
                                  guint            axis)
{
  const ClinchRadarValue *value;
  int rounded;

  g_return_val_if_fail (CLINCH_IS_RADAR_DATA (self), NULL);
  g_return_val_if_fail (series < self->n_series && axis < self->n_axes, NULL);

  value = &self->series[series].values[axis];
  if (!value->known)
    return g_strdup (C_("value", "unknown"));

  rounded = (int) lround (CLAMP (value->value, 0, 100));
  if (value->stale)
    /* Translators: a value that is too old to be relied on. */
    return g_strdup_printf (_("%d, out of date"), rounded);

  return g_strdup_printf ("%d", rounded);
}
