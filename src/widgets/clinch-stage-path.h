// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-stage-clock.h"
#include "clinch-stage-history.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ClinchStagePathStage:
 * @id: key of the stage
 * @name: its name
 * @definition: (nullable): what it means to be in it
 * @type: open, won or lost
 * @limit_days: its time limit, 0 for none
 * @visit: what the history says of it
 *
 * A stage of the path. Strings are borrowed.
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *definition;
  ClinchStageType type;
  int limit_days;
  ClinchStageVisit visit;
} ClinchStagePathStage;

#define CLINCH_TYPE_STAGE_PATH (clinch_stage_path_get_type ())

/**
 * ClinchStagePath:
 *
 * The stages of a pipeline in their order, as buttons: when each was entered, how many days it
 * took, and which one is the current. Narrow windows scroll it.
 *
 * Style classes of a button: “passed”, “current”, “won”, “lost”, “late” (over its limit). Signal
 * “stage-activated” (int64): somebody wants to move there.
 */
G_DECLARE_FINAL_TYPE (ClinchStagePath, clinch_stage_path, CLINCH, STAGE_PATH, AdwBin)

GtkWidget *clinch_stage_path_new        (void);

void       clinch_stage_path_set_stages (ClinchStagePath            *self,
                                         const ClinchStagePathStage *stages,
                                         gsize                       n_stages,
                                         gint64                      current,
                                         const char                 *today);

/* Whether somebody may move the opportunity; where not, the stages are there to be read. */
void       clinch_stage_path_set_editable (ClinchStagePath          *self,
                                           gboolean                  editable);

G_END_DECLS
