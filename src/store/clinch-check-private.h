// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-check.h"

G_BEGIN_DECLS

/* A check under way, shared by the files that make it up. */
struct _ClinchCheck
{
  ClinchDb *db;
  GPtrArray *findings; /* ClinchFinding */
  int n_found[CLINCH_N_CHECK_PARTS];
  ClinchCheckProgress progress;
  gpointer progress_data;
};

/**
 * clinch_check_report:
 * @self: a check
 * @part: what is being checked
 * @kind: kind of the record concerned, or %CLINCH_KIND_NONE
 * @id: its key, or 0
 * @step_id: the step concerned, or 0
 * @message: (transfer full): a plain sentence
 *
 * Notes a finding, unless there are many of its part already.
 */
void     clinch_check_report      (ClinchCheck      *self,
                                   ClinchCheckPart   part,
                                   ClinchKind        kind,
                                   gint64            id,
                                   gint64            step_id,
                                   char             *message);

/**
 * clinch_check_tell:
 * @self: a check
 * @part: what is being checked
 * @fraction: how much of this part is done, 0 to 1
 *
 * Tells the caller how far it is.
 */
void     clinch_check_tell        (ClinchCheck      *self,
                                   ClinchCheckPart   part,
                                   double            fraction);

/**
 * clinch_check_schema:
 * @self: a check
 * @error: where the reason goes
 *
 * Compares the schema of the file with the one of this version.
 *
 * Returns: %TRUE if the schema could be read
 */
gboolean clinch_check_schema      (ClinchCheck      *self,
                                   GError          **error);

/**
 * clinch_check_chain:
 * @self: a check
 * @error: where the reason goes
 *
 * Computes the hashes of the log anew.
 *
 * Returns: %TRUE if the log could be read
 */
gboolean clinch_check_chain       (ClinchCheck      *self,
                                   GError          **error);

/**
 * clinch_check_records:
 * @self: a check
 * @error: where the reason goes
 *
 * Replays the history of each record and compares.
 *
 * Returns: %TRUE if everything could be read
 */
gboolean clinch_check_records     (ClinchCheck      *self,
                                   GError          **error);

G_END_DECLS
