// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchCheckPart:
 * @CLINCH_CHECK_FILE: the structure of the database file
 * @CLINCH_CHECK_REFERENCES: references that point at nothing
 * @CLINCH_CHECK_CHAIN: the chain of hashes over the steps and their changes
 * @CLINCH_CHECK_RECORDS: each record against its history; its sort keys and its place in the
 *   full-text index
 * @CLINCH_CHECK_COUNTS: the figures that are maintained, against a recount
 *
 * What is checked, in this order.
 */
typedef enum
{
  CLINCH_CHECK_FILE,
  CLINCH_CHECK_REFERENCES,
  CLINCH_CHECK_CHAIN,
  CLINCH_CHECK_RECORDS,
  CLINCH_CHECK_COUNTS,
  CLINCH_N_CHECK_PARTS
} ClinchCheckPart;

/**
 * ClinchFinding:
 * @part: what was being checked
 * @kind: kind of the record concerned, or %CLINCH_KIND_NONE
 * @id: its key, or 0
 * @step_id: the step concerned, or 0
 * @message: a plain sentence that says what is wrong
 *
 * Something that is not as it should be.
 */
typedef struct
{
  ClinchCheckPart part;
  ClinchKind kind;
  gint64 id;
  gint64 step_id;
  char *message;
} ClinchFinding;

/* Of each part no more than so many findings are listed; one more says how many there are
 * beyond. */
#define CLINCH_CHECK_MAX_FINDINGS 200

/**
 * ClinchCheckProgress:
 * @part: what is being checked
 * @fraction: how much of everything is done, 0 to 1
 * @data: the caller's data
 *
 * Called on the thread of the check.
 */
typedef void (*ClinchCheckProgress) (ClinchCheckPart  part,
                                     double           fraction,
                                     gpointer         data);

/**
 * ClinchCheck:
 *
 * A check under way.
 */
typedef struct _ClinchCheck ClinchCheck;

/**
 * ClinchRecountFunc:
 * @db: a connection inside a transaction
 * @check: where to report what differs
 * @error: where it goes if the recount could not be made
 *
 * Compares figures that follow from records by rules the store knows nothing of, with a recount.
 *
 * Returns: %TRUE if it could be made
 */
typedef gboolean (*ClinchRecountFunc) (ClinchDb     *db,
                                       ClinchCheck  *check,
                                       GError      **error);

/**
 * clinch_check_set_recount_func:
 * @func: (nullable): called by every check after the store's own counts
 *
 * The counterpart of clinch_txn_set_derive_func(). Call it before a check.
 */
void       clinch_check_set_recount_func (ClinchRecountFunc func);

/**
 * clinch_check_report_figure:
 * @check: a check
 * @kind: kind of the record concerned
 * @id: its key
 * @message: (transfer full): a plain sentence that says what differs
 *
 * Notes a figure that differs.
 */
void       clinch_check_report_figure    (ClinchCheck  *check,
                                          ClinchKind    kind,
                                          gint64        id,
                                          char         *message);

/**
 * clinch_check_tell_figures:
 * @check: a check
 * @fraction: how much of the recount is done, 0 to 1
 *
 * Tells how far the recount is.
 */
void       clinch_check_tell_figures     (ClinchCheck  *check,
                                          double        fraction);

/**
 * clinch_finding_free:
 * @finding: a finding
 */
void       clinch_finding_free     (ClinchFinding        *finding);

/**
 * clinch_check_part_label:
 * @part: a part
 *
 * Returns: (transfer none): what is checked, for people
 */
const char *clinch_check_part_label (ClinchCheckPart       part);

/**
 * clinch_check_run:
 * @db: a connection inside a transaction; its cancellable stops the check
 * @progress: (nullable) (scope call): told how far it is
 * @data: its data
 * @error: where it goes if the check itself could not be made
 *
 * Checks everything, reading each record and each change once and keeping nothing but findings.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchFinding): what was found; none if all is
 *   well
 */
GPtrArray *clinch_check_run        (ClinchDb             *db,
                                    ClinchCheckProgress   progress,
                                    gpointer              data,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchFinding, clinch_finding_free)

G_END_DECLS
