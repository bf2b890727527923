// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

#define CLINCH_STEP_HASH_SIZE 32

/**
 * ClinchStep:
 * @id: key of the step
 * @uid: identity everywhere
 * @device: where it was done
 * @hlc: hybrid logical clock value
 * @member_id: who did it, 0 where nobody said
 * @at: when, Unix seconds
 * @action: code of the action, see clinch_step_label()
 * @args: JSON array of the label's texts
 * @undoes: the step it takes back, or 0
 * @undone_by: the step that took it back, or 0; 0 too where that was redone
 * @n_changes: how many records it changed
 *
 * A step of the log. The strings belong to the step where it came from clinch_log_steps().
 */
typedef struct
{
  gint64 id;
  ClinchUid uid;
  ClinchUid device;
  gint64 hlc;
  gint64 member_id;
  gint64 at;
  char *action;
  char *args;
  gint64 undoes;
  gint64 undone_by;
  gint64 n_changes;
} ClinchStep;

/**
 * ClinchLogEntry:
 * @step_id: the step it belongs to
 * @kind: kind of the record
 * @record_id: its key
 * @op: what happened
 * @before: (nullable): the fields before, as a row
 * @after: (nullable): the fields after, as a row
 *
 * A record's change in the log.
 */
typedef struct
{
  gint64 step_id;
  ClinchKind kind;
  gint64 record_id;
  ClinchChangeOp op;
  ClinchRow *before;
  ClinchRow *after;
} ClinchLogEntry;

/**
 * clinch_step_free:
 * @step: a step
 */
void            clinch_step_free       (ClinchStep         *step);

/**
 * clinch_log_entry_free:
 * @entry: an entry
 */
void            clinch_log_entry_free  (ClinchLogEntry     *entry);

/**
 * clinch_log_steps:
 * @db: a connection
 * @since: Unix seconds, 0 for all
 * @before_id: only steps before this one, 0 for the newest
 * @limit: how many at the most, 0 for all
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable) (element-type ClinchStep): steps, newest first
 */
GPtrArray      *clinch_log_steps       (ClinchDb           *db,
                                        gint64              since,
                                        gint64              before_id,
                                        int                 limit,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_log_record_steps:
 * @db: a connection
 * @kind: a kind
 * @id: key of a record
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable) (element-type ClinchStep): the steps that changed this
 *   record, newest first
 */
GPtrArray      *clinch_log_record_steps (ClinchDb    *db,
                                         ClinchKind   kind,
                                         gint64       id,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_log_row_at:
 * @db: a connection
 * @kind: a kind
 * @id: key of a record
 * @at: an instant, Unix seconds
 * @error: where the reason goes
 *
 * Puts the record together as the log had it at @at.
 *
 * Returns: (transfer full) (nullable): the record; %NULL without an error where it was not there,
 *   or lay in the recycle bin
 */
ClinchRow      *clinch_log_row_at      (ClinchDb           *db,
                                        ClinchKind          kind,
                                        gint64              id,
                                        gint64              at,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_log_step:
 * @db: a connection
 * @step_id: a step
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the step; %CLINCH_STORE_ERROR_NOT_FOUND if there is none
 */
ClinchStep     *clinch_log_step        (ClinchDb           *db,
                                        gint64              step_id,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_log_undoer:
 * @db: a connection
 * @step_id: a step
 * @undoer: (out): the step that took it back, 0 if there is none or that one was taken back itself
 * @error: where the reason goes
 *
 * Returns: %TRUE unless the log could not be read
 */
gboolean        clinch_log_undoer      (ClinchDb           *db,
                                        gint64              step_id,
                                        gint64             *undoer,
                                        GError            **error);

/**
 * clinch_log_entries:
 * @db: a connection
 * @step_id: a step
 * @kind: only of this kind, %CLINCH_KIND_NONE for all
 * @record_id: only of this record, 0 for all
 * @limit: how many at the most, 0 for all
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable) (element-type ClinchLogEntry): the changes of the step, in
 *   their order
 */
GPtrArray      *clinch_log_entries     (ClinchDb           *db,
                                        gint64              step_id,
                                        ClinchKind          kind,
                                        gint64              record_id,
                                        int                 limit,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_log_undoable:
 * @db: a connection
 * @step_id: (out): the step that “Undo” takes back now, 0 if there is none: the newest that is
 *   neither undone nor itself an undo or a redo
 * @label: (out) (optional) (transfer full): its label
 * @error: where the reason goes
 *
 * Returns: %TRUE unless the log could not be read
 */
gboolean        clinch_log_undoable    (ClinchDb           *db,
                                        gint64             *step_id,
                                        char              **label,
                                        GError            **error);

/**
 * clinch_log_redoable:
 * @db: a connection
 * @step_id: (out): the undoing step that “Redo” takes back now, 0 if there is none: the newest
 *   step, if it is an undo
 * @label: (out) (optional) (transfer full): the label of the step that comes back
 * @error: where the reason goes
 *
 * Redo takes back the newest undo as long as nothing else was done after it; several undos are
 * redone one after the other.
 *
 * Returns: %TRUE unless the log could not be read
 */
gboolean        clinch_log_redoable    (ClinchDb           *db,
                                        gint64             *step_id,
                                        char              **label,
                                        GError            **error);

/**
 * clinch_log_undo:
 * @txn: a step in the making
 * @step_id: a step
 * @error: %CLINCH_STORE_ERROR_REFUSED where a later step stands in the way (it changed the same
 *   field, or something was added to a record that would go), naming it; or where the step was
 *   undone already
 *
 * Takes back all of a step, in reverse order, as a step of its own; undoing that brings it back.
 * Sets the action. The first step of a workspace, which made it, cannot be undone.
 *
 * Returns: %TRUE on success
 */
gboolean        clinch_log_undo        (ClinchTxn          *txn,
                                        gint64              step_id,
                                        GError            **error);

/**
 * clinch_log_hash_change:
 * @checksum: the running hash of a step
 * @kind: kind of the record
 * @id: its key
 * @op: what happened
 * @before: (nullable): as stored
 * @after: (nullable): as stored
 */
void            clinch_log_hash_change (GChecksum          *checksum,
                                        ClinchKind          kind,
                                        gint64              id,
                                        ClinchChangeOp      op,
                                        const char         *before,
                                        const char         *after);

/**
 * clinch_log_hash_step:
 * @checksum: the hash of the step before and of all changes of this one
 * @step: the step
 * @hash: (out caller-allocates): the step's hash
 */
void            clinch_log_hash_step   (GChecksum          *checksum,
                                        const ClinchStep   *step,
                                        guint8              hash[CLINCH_STEP_HASH_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchStep, clinch_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchLogEntry, clinch_log_entry_free)

G_END_DECLS
