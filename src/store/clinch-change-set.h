// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-kind.h"

G_BEGIN_DECLS

/**
 * ClinchChangeOp:
 *
 * What happened to a record. The numbers are stored: append only.
 */
typedef enum
{
  CLINCH_CHANGE_INSERT = 1,
  CLINCH_CHANGE_UPDATE = 2,
  CLINCH_CHANGE_DELETE = 3,
  CLINCH_CHANGE_UNDELETE = 4,
  CLINCH_CHANGE_COUNTED = 5, /* never stored: only maintained columns may differ */
} ClinchChangeOp;

/**
 * ClinchChange:
 * @kind: kind of the record
 * @op: what happened to it
 * @id: its key
 * @fields: bit set of the fields that changed, all bits where it came or went
 */
typedef struct
{
  ClinchKind kind;
  ClinchChangeOp op;
  gint64 id;
  guint64 fields;
} ClinchChange;

/**
 * ClinchChangeSet:
 * @step_id: the step in the log, 0 if nothing changed
 * @action: code of the step's action, see clinch_step_label()
 * @args: (nullable): its arguments, a JSON array
 * @undoes: the step that this one takes back, or 0
 * @local: whether something changed that belongs to this copy alone, such as who “me” is
 * @changes: (element-type ClinchChange): each record once
 *
 * What a committed step did; the model brings its objects and lists up to date from it. Immutable,
 * reference counted.
 */
typedef struct
{
  gint64 step_id;
  char *action;
  char *args;
  gint64 undoes;
  gboolean local;
  GArray *changes;
  /*< private >*/
  GHashTable *index;
  gatomicrefcount refs;
} ClinchChangeSet;

/**
 * clinch_change_set_new:
 *
 * Returns: (transfer full): a set without changes
 */
ClinchChangeSet    *clinch_change_set_new    (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_change_set_ref:
 * @self: a set
 *
 * Returns: (transfer full): @self
 */
ClinchChangeSet    *clinch_change_set_ref    (ClinchChangeSet       *self);

/**
 * clinch_change_set_unref:
 * @self: a set
 */
void                clinch_change_set_unref  (ClinchChangeSet       *self);

/**
 * clinch_change_set_add:
 * @self: a set that only its maker knows yet
 * @kind: kind of a record
 * @id: its key
 * @op: what happened
 * @fields: bit set of fields
 *
 * Adds to what is known of the record: an insert followed by an update stays an insert.
 */
void                clinch_change_set_add    (ClinchChangeSet       *self,
                                              ClinchKind             kind,
                                              gint64                 id,
                                              ClinchChangeOp         op,
                                              guint64                fields);

/**
 * clinch_change_set_find:
 * @self: a set
 * @kind: kind of a record
 * @id: its key
 *
 * Returns: (transfer none) (nullable): what happened to it
 */
const ClinchChange *clinch_change_set_find   (const ClinchChangeSet *self,
                                              ClinchKind             kind,
                                              gint64                 id);

/**
 * clinch_change_set_touches:
 * @self: a set
 * @kind: a kind
 *
 * Returns: %TRUE if a record of @kind changed
 */
gboolean            clinch_change_set_touches (const ClinchChangeSet *self,
                                               ClinchKind             kind);

/**
 * clinch_change_set_touches_any:
 * @self: a set
 * @kinds: (array length=n_kinds): kinds
 * @n_kinds: how many
 *
 * Returns: %TRUE if a record of one of @kinds changed
 */
gboolean            clinch_change_set_touches_any (const ClinchChangeSet *self,
                                                   const ClinchKind      *kinds,
                                                   gsize                  n_kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchChangeSet, clinch_change_set_unref)

G_END_DECLS
