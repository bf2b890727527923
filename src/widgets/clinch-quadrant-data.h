// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-data.h"
#include "clinch-quadrant.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_QUADRANT_DATA (clinch_quadrant_data_get_type ())

/**
 * ClinchQuadrantData:
 *
 * Points with two values each, and a threshold for either, which make four corners.
 */
G_DECLARE_FINAL_TYPE (ClinchQuadrantData, clinch_quadrant_data, CLINCH, QUADRANT_DATA,
                      ClinchChartData)

typedef enum
{
  CLINCH_QUADRANT_X,
  CLINCH_QUADRANT_Y,
} ClinchQuadrantAxis;

typedef struct
{
  gint64 key;
  const char *label;
  double x;
  double y;
} ClinchQuadrantPoint;

/* A value of an axis in words, to be freed. */
typedef char * (*ClinchValueFormat) (double   value,
                                      gpointer data);

ClinchQuadrantData *clinch_quadrant_data_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/* @format may be %NULL for plain numbers. */
void                clinch_quadrant_data_set_axis         (ClinchQuadrantData        *self,
                                                           ClinchQuadrantAxis         axis,
                                                           const char                *title,
                                                           gboolean                   is_log,
                                                           ClinchValueFormat          format,
                                                           gpointer                   data,
                                                           GDestroyNotify             destroy);
/* @name says what the threshold is: “median”. */
void                clinch_quadrant_data_set_threshold    (ClinchQuadrantData        *self,
                                                           ClinchQuadrantAxis         axis,
                                                           double                     value,
                                                           const char                *name);
/* @corner is made of CLINCH_QUADRANT_HIGH_X and CLINCH_QUADRANT_HIGH_Y. What is amiss in a corner
 * @is_wrong stands out. */
void                clinch_quadrant_data_set_corner       (ClinchQuadrantData        *self,
                                                           guint                      corner,
                                                           const char                *name,
                                                           gboolean                   is_wrong);
/* All points at once, copied, those first that deserve a name most; values that are not finite are
 * left out. */
void                clinch_quadrant_data_set_points       (ClinchQuadrantData        *self,
                                                           const ClinchQuadrantPoint *points,
                                                           gsize                      n_points);

guint               clinch_quadrant_data_get_n_points     (ClinchQuadrantData        *self);
gint64              clinch_quadrant_data_get_key          (ClinchQuadrantData        *self,
                                                           guint                      point);
const char         *clinch_quadrant_data_get_label        (ClinchQuadrantData        *self,
                                                           guint                      point);
/* An array of pairs of values. */
const ClinchPoint  *clinch_quadrant_data_get_values       (ClinchQuadrantData        *self);
const char         *clinch_quadrant_data_get_corner_name  (ClinchQuadrantData        *self,
                                                           guint                      corner);
gboolean            clinch_quadrant_data_get_corner_wrong (ClinchQuadrantData        *self,
                                                           guint                      corner);
guint               clinch_quadrant_data_get_corner_count (ClinchQuadrantData        *self,
                                                           guint                      corner);
double              clinch_quadrant_data_get_threshold    (ClinchQuadrantData        *self,
                                                           ClinchQuadrantAxis         axis);
void                clinch_quadrant_data_init_scale       (ClinchQuadrantData        *self,
                                                           ClinchQuadrantAxis         axis,
                                                           guint                      max_ticks,
                                                           ClinchScale               *scale);
char               *clinch_quadrant_data_format           (ClinchQuadrantData        *self,
                                                           ClinchQuadrantAxis         axis,
                                                           double                     value)
                                                           G_GNUC_WARN_UNUSED_RESULT;
/* The title of an axis with its threshold. */
char               *clinch_quadrant_data_dup_title        (ClinchQuadrantData        *self,
                                                           ClinchQuadrantAxis         axis)
                                                           G_GNUC_WARN_UNUSED_RESULT;
/* Both values of a point with what they are, separated by @between. */
char               *clinch_quadrant_data_dup_values_text  (ClinchQuadrantData        *self,
                                                           guint                      point,
                                                           const char                *between)
                                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
