// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_SIMILAR_RECORDS (clinch_similar_records_get_type ())

/**
 * ClinchSimilarRecords:
 *
 * A warning that names the records which may be the one that is being entered, each opening its
 * page. Hidden while there are none.
 */
G_DECLARE_FINAL_TYPE (ClinchSimilarRecords, clinch_similar_records, CLINCH, SIMILAR_RECORDS, AdwBin)

GtkWidget *clinch_similar_records_new          (ClinchWorkspace         *workspace);

/* Looks for records that are probably the same as the draft, whatever the spelling, and shows
 * them. */
void       clinch_similar_records_look_async   (ClinchSimilarRecords    *self,
                                                const ClinchRow         *draft,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 user_data);
/* FALSE with an error if it could not look; @n_found is how many it shows. */
gboolean   clinch_similar_records_look_finish  (ClinchSimilarRecords    *self,
                                                GAsyncResult            *result,
                                                guint                   *n_found,
                                                GError                 **error);

G_END_DECLS
