// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-attention-report.h"
#include "clinch-predictions.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* On the row of a customer: its key, a gint64. */
#define CLINCH_ATTENTION_KEY "clinch-customer"

/* A customer in one of the wrong corners: opens it, and has a button to write down what was done
 * for it. */
GtkWidget *clinch_attention_customer_row (const ClinchAttentionCustomer *customer,
                                          gint64                         now);

/* How far the shares of a group are apart. @unnamed is what those without a name are called. */
GtkWidget *clinch_attention_share_row    (const ClinchAttentionShare    *share,
                                          const char                    *unnamed);

/* How well somebody, or everybody, judges their opportunities; opens into what came of which
 * probability. */
GtkWidget *clinch_attention_predictor_row (const ClinchPredictor       *predictor);

/* Adds how well effort is spread, and how far the profiles can be relied on. */
GPtrArray *clinch_attention_figure_rows  (const ClinchAttentionReport   *report)
                                          G_GNUC_WARN_UNUSED_RESULT;

/* Minutes in words: “45 min”, “3.5 h”. */
char      *clinch_attention_minutes_text (gint64                         minutes)
                                          G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
