// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-bar-data.h"
#include "clinch-customer-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A plan's figures as rows; what is late or silent too long is marked and said. */
GtkWidget *clinch_plan_rhythm_row   (const ClinchCustomerPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *clinch_plan_kept_row     (const ClinchCustomerPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *clinch_plan_silence_row  (const ClinchCustomerPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *clinch_plan_topics_row   (const ClinchCustomerPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *clinch_plan_won_row      (const ClinchCustomerPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *clinch_plan_forecast_row (const ClinchCustomerPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* The years, and behind them what is expected of what is open. */
void       clinch_plan_fill_chart   (const ClinchCustomerPlan *plan,
                                     ClinchBarData            *data);

/* An amount in the currency of the customer. */
char      *clinch_plan_money        (const ClinchCustomerPlan *plan,
                                     gint64                    minor,
                                     gboolean                  full) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
