// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"
#include "clinch-status-sentence.h"

G_BEGIN_DECLS

/**
 * clinch_status_load:
 * @db: a connection, in a job
 * @opportunity_id: an opportunity
 * @form: which form
 * @today: the current day, ISO
 * @error: where the reason goes
 *
 * Reads from the workspace where an opportunity stands and says it in one line. What is done is
 * what the open stages before its own bring.
 *
 * Returns: (transfer full) (nullable): the text of clinch_status_sentence()
 */
char *clinch_status_load (ClinchDb          *db,
                          gint64             opportunity_id,
                          ClinchStatusForm   form,
                          const char        *today,
                          GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
