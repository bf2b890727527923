// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-customer-quadrant.h"

#include "clinch-page.h"
#include "clinch-quadrant-chart.h"

#include <glib/gi18n-lib.h>

struct _ClinchCustomerQuadrant
{
  AdwBin parent_instance;

  ClinchQuadrantData *data;
};

G_DEFINE_FINAL_TYPE (ClinchCustomerQuadrant, clinch_customer_quadrant, ADW_TYPE_BIN)

static void
point_activated_cb (ClinchCustomerQuadrant *self,
                    gint64                  key)
{
  clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_CUSTOMER, key);
}

static void
clinch_customer_quadrant_finalize (GObject *object)
{
  g_object_unref (CLINCH_CUSTOMER_QUADRANT (object)->data);

  G_OBJECT_CLASS (clinch_customer_quadrant_parent_class)->finalize (object);
}

static void
clinch_customer_quadrant_class_init (ClinchCustomerQuadrantClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_customer_quadrant_finalize;
}

static void
clinch_customer_quadrant_init (ClinchCustomerQuadrant *self)
{
  GtkWidget *chart = clinch_quadrant_chart_new ();

  self->data = clinch_quadrant_data_new ();
  clinch_chart_set_data (CLINCH_CHART (chart), CLINCH_CHART_DATA (self->data));
  g_signal_connect_object (chart, "activated", G_CALLBACK (point_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), chart);
}

ClinchQuadrantData *
clinch_customer_quadrant_get_data (ClinchCustomerQuadrant *self)
{
  g_return_val_if_fail (CLINCH_IS_CUSTOMER_QUADRANT (self), NULL);

  return self->data;
}

void
clinch_customer_quadrant_show (ClinchCustomerQuadrant    *self,
                               const ClinchQuadrantPoint *points,
                               gsize                      n_points,
                               double                     split_x,
                               double                     split_y)
{
  g_return_if_fail (CLINCH_IS_CUSTOMER_QUADRANT (self));

  clinch_quadrant_data_set_threshold (self->data, CLINCH_QUADRANT_X, split_x,
                                      C_("attention", "median"));
  clinch_quadrant_data_set_threshold (self->data, CLINCH_QUADRANT_Y, split_y,
                                      C_("attention", "median"));
  clinch_quadrant_data_set_points (self->data, points, n_points);
}
