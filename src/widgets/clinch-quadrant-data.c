// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-quadrant-data.h"

#include "clinch-quadrant-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LABELS_SIZE (16 * 1024)

typedef struct
{
  char *title;
  gboolean is_log;
  ClinchValueFormat format;
  gpointer data;
  GDestroyNotify destroy;
  double threshold;
  char *threshold_name;
} Axis;

typedef struct
{
  char *name;
  gboolean is_wrong;
  guint count;
} Corner;

typedef struct
{
  gint64 key;
  const char *label;
} Point;

struct _ClinchQuadrantData
{
  ClinchChartData parent_instance;

  Axis axes[2];
  Corner corners[CLINCH_QUADRANT_N_CORNERS];
  GArray *points;
  GArray *values;
  GStringChunk *labels; /* of all points, in few pieces of memory */
};

G_DEFINE_FINAL_TYPE (ClinchQuadrantData, clinch_quadrant_data, CLINCH_TYPE_CHART_DATA)

static const ClinchPoint *
value_of (ClinchQuadrantData *self,
          guint               point)
{
  return &g_array_index (self->values, ClinchPoint, point);
}

static guint
corner_of (ClinchQuadrantData *self,
           guint               point)
{
  return clinch_quadrant_corner (value_of (self, point), self->axes[CLINCH_QUADRANT_X].threshold,
                                 self->axes[CLINCH_QUADRANT_Y].threshold);
}

static void
changed (ClinchQuadrantData *self,
         guint               n_before)
{
  for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
    self->corners[i].count = 0;
  for (guint i = 0; i < self->points->len; i++)
    self->corners[corner_of (self, i)].count++;

  clinch_chart_data_changed (CLINCH_CHART_DATA (self), n_before);
}

static guint
get_n_points (ClinchChartData *data)
{
  return CLINCH_QUADRANT_DATA (data)->points->len;
}

static ClinchChartItem *
clinch_quadrant_data_dup_item (ClinchChartData *data,
                               guint            point)
{
  ClinchQuadrantData *self = CLINCH_QUADRANT_DATA (data);
  g_autofree char *values = clinch_quadrant_data_dup_values_text (self, point, " · ");

  return clinch_chart_item_new (clinch_quadrant_data_get_label (self, point), values,
                                self->corners[corner_of (self, point)].name);
}

static char *
clinch_quadrant_data_describe (ClinchChartData *data)
{
  ClinchQuadrantData *self = CLINCH_QUADRANT_DATA (data);
  g_autofree char *x = clinch_quadrant_data_dup_title (self, CLINCH_QUADRANT_X);
  g_autofree char *y = clinch_quadrant_data_dup_title (self, CLINCH_QUADRANT_Y);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("Scatter chart with %u point.",
                                          "Scatter chart with %u points.", self->points->len),
                          self->points->len);
  /* Translators: what the axes of a chart are. */
  g_string_append_printf (text, _(" Across: %1$s. Up: %2$s."), x, y);
  for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
    if (*self->corners[i].name != '\0')
      /* Translators: the name of a corner of a chart and the number of points there. */
      g_string_append_printf (text, _(" %1$s: %2$u."), self->corners[i].name,
                              self->corners[i].count);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static ClinchChartDrawing *
clinch_quadrant_data_create_drawing (ClinchChartData        *data,
                                     const ClinchChartSheet *sheet)
{
  return clinch_quadrant_drawing_new (CLINCH_QUADRANT_DATA (data), sheet);
}

static void
clear_format (Axis *axis)
{
  if (axis->destroy != NULL)
    axis->destroy (axis->data);
  axis->format = NULL;
  axis->data = NULL;
  axis->destroy = NULL;
}

static void
clinch_quadrant_data_finalize (GObject *object)
{
  ClinchQuadrantData *self = CLINCH_QUADRANT_DATA (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->axes); i++)
    {
      clear_format (&self->axes[i]);
      g_free (self->axes[i].title);
      g_free (self->axes[i].threshold_name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->corners); i++)
    g_free (self->corners[i].name);
  g_array_unref (self->points);
  g_array_unref (self->values);
  g_string_chunk_free (self->labels);

  G_OBJECT_CLASS (clinch_quadrant_data_parent_class)->finalize (object);
}

static void
clinch_quadrant_data_class_init (ClinchQuadrantDataClass *klass)
{
  ClinchChartDataClass *data_class = CLINCH_CHART_DATA_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_quadrant_data_finalize;
  data_class->get_n_points = get_n_points;
  data_class->dup_item = clinch_quadrant_data_dup_item;
  data_class->describe = clinch_quadrant_data_describe;
  data_class->create_drawing = clinch_quadrant_data_create_drawing;
}

static void
clinch_quadrant_data_init (ClinchQuadrantData *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->axes); i++)
    {
      self->axes[i].title = g_strdup ("");
      self->axes[i].threshold_name = g_strdup ("");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->corners); i++)
    self->corners[i].name = g_strdup ("");
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->values = g_array_new (FALSE, FALSE, sizeof (ClinchPoint));
  self->labels = g_string_chunk_new (LABELS_SIZE);
}

ClinchQuadrantData *
clinch_quadrant_data_new (void)
{
  return g_object_new (CLINCH_TYPE_QUADRANT_DATA, NULL);
}

void
clinch_quadrant_data_set_axis (ClinchQuadrantData *self,
                               ClinchQuadrantAxis  axis,
                               const char         *title,
                               gboolean            is_log,
                               ClinchValueFormat   format,
                               gpointer            data,
                               GDestroyNotify      destroy)
{
  g_return_if_fail (CLINCH_IS_QUADRANT_DATA (self));
  g_return_if_fail (title != NULL);

  clear_format (&self->axes[axis]);
  g_set_str (&self->axes[axis].title, title);
  self->axes[axis].is_log = is_log;
  self->axes[axis].format = format;
  self->axes[axis].data = data;
  self->axes[axis].destroy = destroy;
  changed (self, self->points->len);
}

void
clinch_quadrant_data_set_threshold (ClinchQuadrantData *self,
                                    ClinchQuadrantAxis  axis,
                                    double              value,
                                    const char         *name)
{
  g_return_if_fail (CLINCH_IS_QUADRANT_DATA (self));
  g_return_if_fail (name != NULL);

  self->axes[axis].threshold = isfinite (value) ? value : 0;
  g_set_str (&self->axes[axis].threshold_name, name);
  changed (self, self->points->len);
}

void
clinch_quadrant_data_set_corner (ClinchQuadrantData *self,
                                 guint               corner,
                                 const char         *name,
                                 gboolean            is_wrong)
{
  g_return_if_fail (CLINCH_IS_QUADRANT_DATA (self));
  g_return_if_fail (corner < CLINCH_QUADRANT_N_CORNERS && name != NULL);

  g_set_str (&self->corners[corner].name, name);
  self->corners[corner].is_wrong = is_wrong;
  changed (self, self->points->len);
}

void
clinch_quadrant_data_set_points (ClinchQuadrantData        *self,
                                 const ClinchQuadrantPoint *points,
                                 gsize                      n_points)
{
  guint n_before;

  g_return_if_fail (CLINCH_IS_QUADRANT_DATA (self));

  n_before = self->points->len;
  g_array_set_size (self->points, 0);
  g_array_set_size (self->values, 0);
  g_string_chunk_clear (self->labels);
  for (gsize i = 0; i < n_points; i++)
    {
      Point point = { points[i].key, NULL };
      ClinchPoint value = { points[i].x, points[i].y };

      if (!isfinite (value.x) || !isfinite (value.y))
        continue;
      point.label = g_string_chunk_insert (self->labels, points[i].label);
      g_array_append_val (self->points, point);
      g_array_append_val (self->values, value);
    }
  changed (self, n_before);
}

guint
clinch_quadrant_data_get_n_points (ClinchQuadrantData *self)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self), 0);

  return self->points->len;
}

gint64
clinch_quadrant_data_get_key (ClinchQuadrantData *self,
                              guint               point)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self) && point < self->points->len, 0);

  return g_array_index (self->points, Point, point).key;
}

const char *
clinch_quadrant_data_get_label (ClinchQuadrantData *self,
                                guint               point)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self) && point < self->points->len, NULL);

  return g_array_index (self->points, Point, point).label;
}

const ClinchPoint *
clinch_quadrant_data_get_values (ClinchQuadrantData *self)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self), NULL);

  return (const ClinchPoint *) self->values->data;
}

const char *
clinch_quadrant_data_get_corner_name (ClinchQuadrantData *self,
                                      guint               corner)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self), NULL);
  g_return_val_if_fail (corner < CLINCH_QUADRANT_N_CORNERS, NULL);

  return self->corners[corner].name;
}

gboolean
clinch_quadrant_data_get_corner_wrong (ClinchQuadrantData *self,
                                       guint               corner)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self), FALSE);
  g_return_val_if_fail (corner < CLINCH_QUADRANT_N_CORNERS, FALSE);

  return self->corners[corner].is_wrong;
}

guint
clinch_quadrant_data_get_corner_count (ClinchQuadrantData *self,
                                       guint               corner)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self), 0);
  g_return_val_if_fail (corner < CLINCH_QUADRANT_N_CORNERS, 0);

  return self->corners[corner].count;
}

double
clinch_quadrant_data_get_threshold (ClinchQuadrantData *self,
                                    ClinchQuadrantAxis  axis)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self), 0);

  return self->axes[axis].threshold;
}

void
clinch_quadrant_data_init_scale (ClinchQuadrantData *self,
                                 ClinchQuadrantAxis  axis,
                                 guint               max_ticks,
                                 ClinchScale        *scale)
{
  g_autoptr(GArray) values = g_array_sized_new (FALSE, FALSE, sizeof (double),
                                                self->values->len + 1);

  /* The thresholds are in the picture even where no point is as high. */
  g_array_append_val (values, self->axes[axis].threshold);
  for (guint i = 0; i < self->values->len; i++)
    {
      double value = axis == CLINCH_QUADRANT_X ? value_of (self, i)->x : value_of (self, i)->y;

      g_array_append_val (values, value);
    }
  clinch_scale_init (scale, (const double *) values->data, values->len, self->axes[axis].is_log,
                     max_ticks);
}

char *
clinch_quadrant_data_format (ClinchQuadrantData *self,
                             ClinchQuadrantAxis  axis,
                             double              value)
{
  g_return_val_if_fail (CLINCH_IS_QUADRANT_DATA (self), NULL);

  if (self->axes[axis].format != NULL)
    return self->axes[axis].format (value, self->axes[axis].data);

  return g_strdup_printf ("%.10g", value);
}

char *
clinch_quadrant_data_dup_title (ClinchQuadrantData *self,
                                ClinchQuadrantAxis  axis)
{
  g_autofree char *value = clinch_quadrant_data_format (self, axis, self->axes[axis].threshold);

  if (*self->axes[axis].threshold_name == '\0')
    return g_strdup (self->axes[axis].title);

  /* Translators: what an axis shows, what its threshold is, and the value of it: “Value (median
   * 12)”. */
  return g_strdup_printf (_("%1$s (%2$s %3$s)"), self->axes[axis].title,
                          self->axes[axis].threshold_name, value);
}

char *
clinch_quadrant_data_dup_values_text (ClinchQuadrantData *self,
                                      guint               point,
                                      const char         *between)
{
  g_autofree char *x = clinch_quadrant_data_format (self, CLINCH_QUADRANT_X,
                                                    value_of (self, point)->x);
  g_autofree char *y = clinch_quadrant_data_format (self, CLINCH_QUADRANT_Y,
                                                    value_of (self, point)->y);
  g_autofree char *first = g_strdup_printf (C_("chart", "%1$s: %2$s"),
                                            self->axes[CLINCH_QUADRANT_X].title, x);
  g_autofree char *second = g_strdup_printf (C_("chart", "%1$s: %2$s"),
                                             self->axes[CLINCH_QUADRANT_Y].title, y);

  return g_strconcat (first, between, second, NULL);
}
