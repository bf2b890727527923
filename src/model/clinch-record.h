// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-row.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_RECORD (clinch_record_get_type ())

/**
 * ClinchRecord:
 *
 * A record as an object: the one object for its row in the whole program (identity map of
 * #ClinchWorkspace). Lives on the main thread. It has a property for each field of its kind (int64
 * or string), and for each reference a string "NAME-name" with the name of what it points at; all
 * are read-only, since values change through the store alone, and notify when they do.
 *
 * A record can be hollow: known by its id, its row still on the way. Then its fields are empty and
 * “loaded” is %FALSE.
 *
 * Signal “changed”: its row is new; once, after all notifications, for what shows the record as a
 * whole.
 */
G_DECLARE_DERIVABLE_TYPE (ClinchRecord, clinch_record, CLINCH, RECORD, GObject)

struct _ClinchRecordClass
{
  GObjectClass parent_class;

  ClinchKind kind;
};

/**
 * ClinchLoadedRow:
 * @row: the row
 * @customer_grade: (nullable): for an opportunity, the grade of its customer
 * @stage_probability: for an opportunity, that of its stage, percent; -1 without one
 * @names: for each field that is a reference the name it stands for, else %NULL
 *
 * What a record is filled from: its row and what else its card shows. The texts lie in the same
 * piece of memory.
 */
typedef struct
{
  ClinchRow *row;
  const char *customer_grade;
  int stage_probability;
  const char *names[];
} ClinchLoadedRow;

/**
 * clinch_loaded_row_new:
 * @row: (transfer full): the row
 * @named: bit set of its references that have a name
 * @names: by field, the names of those
 * @customer_grade: (nullable): for an opportunity, the grade of its customer
 * @stage_probability: that of its stage, percent; -1 without one
 *
 * Returns: (transfer full): what a record is filled from
 */
ClinchLoadedRow *clinch_loaded_row_new (ClinchRow          *row,
                                        guint64             named,
                                        const char *const  *names,
                                        const char         *customer_grade,
                                        int                 stage_probability)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_loaded_row_free:
 * @loaded: a loaded row
 *
 * Frees it.
 */
void clinch_loaded_row_free (ClinchLoadedRow *loaded);

/**
 * clinch_record_type_for_kind:
 * @kind: a kind
 *
 * Returns: the type of its records
 */
GType clinch_record_type_for_kind (ClinchKind kind);

/**
 * clinch_record_new:
 * @kind: a kind
 * @id: key of a record
 *
 * Only the workspace makes records; everybody else asks it for them.
 *
 * Returns: (transfer full): a hollow record
 */
ClinchRecord *clinch_record_new (ClinchKind kind,
                                 gint64     id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_record_take:
 * @self: a record
 * @loaded: (transfer full) (nullable): what the store has for it now; %NULL if there is no such row
 *   any more
 *
 * Fills the record and notifies the properties that differ.
 */
void clinch_record_take (ClinchRecord    *self,
                         ClinchLoadedRow *loaded);

/**
 * clinch_record_get_kind:
 * @self: a record
 *
 * Returns: its kind
 */
ClinchKind clinch_record_get_kind (ClinchRecord *self);

/**
 * clinch_record_get_id:
 * @self: a record
 *
 * Returns: its key
 */
gint64 clinch_record_get_id (ClinchRecord *self);

/**
 * clinch_record_is_loaded:
 * @self: a record
 *
 * Returns: %TRUE if its row is there
 */
gboolean clinch_record_is_loaded (ClinchRecord *self);

/**
 * clinch_record_is_deleted:
 * @self: a record
 *
 * Returns: %TRUE if it lies in the recycle bin
 */
gboolean clinch_record_is_deleted (ClinchRecord *self);

/**
 * clinch_record_get_row:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): its row, not to be changed; %NULL while it is hollow
 */
const ClinchRow *clinch_record_get_row (ClinchRecord *self);

/**
 * clinch_record_get_text:
 * @self: a record
 * @field: a field of its kind whose values are text
 *
 * Returns: (transfer none) (nullable): the value
 */
const char *clinch_record_get_text (ClinchRecord *self,
                                    int           field);

/**
 * clinch_record_get_int:
 * @self: a record
 * @field: a field of its kind whose values are integers
 *
 * Returns: the value, 0 where it is empty
 */
gint64 clinch_record_get_int (ClinchRecord *self,
                              int           field);

/**
 * clinch_record_is_null:
 * @self: a record
 * @field: a field of its kind
 *
 * Returns: %TRUE if it is empty
 */
gboolean clinch_record_is_null (ClinchRecord *self,
                                int           field);

/**
 * clinch_record_get_name:
 * @self: a record
 *
 * Returns: (transfer none): what it is called, "" while it is hollow
 */
const char *clinch_record_get_name (ClinchRecord *self);

/**
 * clinch_record_get_reference_name:
 * @self: a record
 * @field: a field of its kind that is a reference
 *
 * Returns: (transfer none): the name of what it points at, "" for none
 */
const char *clinch_record_get_reference_name (ClinchRecord *self,
                                              int           field);

/**
 * clinch_loaded_row_probability:
 * @loaded: what an opportunity is filled from
 *
 * Returns: its own probability or, as long as nobody gave one, that of its stage, percent; -1
 *   without either
 */
int clinch_loaded_row_probability (const ClinchLoadedRow *loaded);

/**
 * clinch_record_get_loaded:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): what it is filled from, %NULL while it is hollow
 */
const ClinchLoadedRow *clinch_record_get_loaded (ClinchRecord *self);

/**
 * clinch_record_get_customer_grade:
 * @self: an opportunity
 *
 * Returns: (transfer none) (nullable): the grade of its customer
 */
const char *clinch_record_get_customer_grade (ClinchRecord *self);

/**
 * clinch_record_get_money:
 * @self: a record
 * @field: a MONEY field of its kind
 * @full: whether every digit is wanted
 *
 * Returns: (transfer full): the amount for people, in the record's currency; "" where it is empty
 */
char *clinch_record_get_money (ClinchRecord *self,
                               int           field,
                               gboolean      full) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchLoadedRow, clinch_loaded_row_free)

G_END_DECLS
