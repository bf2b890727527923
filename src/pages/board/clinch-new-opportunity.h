// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

G_BEGIN_DECLS

/* What is known before a new opportunity is added, and adding it: the store's side of the
 * dialog. */

/* An open opportunity of the same customer. */
typedef struct
{
  char *name;
  char *owner;
  char *stage;
  gboolean same_name;
} ClinchSimilarOpportunity;

void       clinch_similar_opportunity_free       (ClinchSimilarOpportunity *similar);

/* Asks for open opportunities of the customer of @draft, those of the same name first. The answer
 * is an array of #ClinchSimilarOpportunity, NULL on failure. */
void       clinch_new_opportunity_look_async     (ClinchWorkspace          *workspace,
                                                  const ClinchRow          *draft,
                                                  GCancellable             *cancellable,
                                                  GAsyncReadyCallback       callback,
                                                  gpointer                  user_data);
GPtrArray *clinch_new_opportunity_look_finish    (ClinchWorkspace          *workspace,
                                                  GAsyncResult             *result);

/* Adds an opportunity, and where @customer_name is given its customer too, as one step. */
void             clinch_new_opportunity_add_async  (ClinchWorkspace      *workspace,
                                                    const ClinchRow      *draft,
                                                    const char           *customer_name,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
ClinchChangeSet *clinch_new_opportunity_add_finish (ClinchWorkspace      *workspace,
                                                    GAsyncResult         *result,
                                                    gint64               *id,
                                                    GError              **error);

G_END_DECLS
