// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The menu of the board's title: a pipeline each for the action “page.pipeline”, and what the title
 * says, opened with “page.open-figure”. */
GMenuModel   *clinch_pipeline_menu_new (GListModel *pipelines) G_GNUC_WARN_UNUSED_RESULT;

/* The pipeline with that uid, with NULL the first; borrowed from the list. */
ClinchRecord *clinch_pipeline_find     (GListModel *pipelines,
                                        const char *uid);

G_END_DECLS
