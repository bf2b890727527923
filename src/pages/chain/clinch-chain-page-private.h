// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-map.h"
#include "clinch-chain-page.h"
#include "clinch-decision-chain.h"

G_BEGIN_DECLS

struct _ClinchChainPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *main_stack;
  AdwOverlaySplitView *split_view;
  AdwViewStack *view_stack;
  AdwBin *map_bin;
  AdwBin *list_bin;
  AdwBin *matrix_bin;
  AdwPreferencesGroup *findings_group;
  AdwPreferencesGroup *figures_group;
  AdwPreferencesGroup *questions_group;
  AdwPreferencesGroup *help_group;

  ClinchChainMapData *data;
  ClinchChainMap *map;
  GtkWidget *list;
  GtkWidget *matrix;
  GtkWidget *popover; /* the menu or picker that is open, or was last */
  GtkWidget *origin;  /* what had the keyboard before it */
  GPtrArray *rows;    /* those in the groups */
  ClinchDecisionChain *chain;
  gint64 customer_id;
  gint64 opportunity_id;
};

void clinch_chain_page_install_actions (GtkWidgetClass  *klass);

/* The menu of a person, beside a widget of the page. */
void clinch_chain_page_pop_up          (ClinchChainPage *self,
                                        gint64           contact_id,
                                        GtkWidget       *at);

/* One person was dropped on another. */
void clinch_chain_page_report_to       (ClinchChainPage *self,
                                        gint64           contact_id,
                                        gint64           above_id);

G_END_DECLS
