// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-kind.h"
#include "clinch-uid.h"

G_BEGIN_DECLS

/**
 * ClinchRow:
 * @kind: what it is a row of
 * @id: key in the local database, 0 for a row that is not stored yet
 * @uid: identity everywhere
 * @created_at: Unix seconds
 * @deleted_at: Unix seconds at which it went to the recycle bin, 0 while it lives
 * @mask: bit set of the fields that are given; a row read from the store has all
 *
 * The plain form of a record: what jobs take and return. It is reference counted and may pass
 * between threads, but belongs to one at a time; once shared it is not changed any more.
 */
typedef struct
{
  ClinchKind kind;
  gint64 id;
  ClinchUid uid;
  gint64 created_at;
  gint64 deleted_at;
  guint64 mask;
  /*< private >*/
  gatomicrefcount refs;
  guint64 set;
  guint64 owned; /* the texts with memory of their own; the others lie behind the values */
  union
  {
    gint64 integer;
    char *text;
  } values[];
} ClinchRow;

/**
 * clinch_row_new:
 * @kind: a kind
 *
 * Returns: (transfer full): a row of @kind with no field given
 */
ClinchRow  *clinch_row_new          (ClinchKind       kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_row_copy:
 * @row: a row
 *
 * Returns: (transfer full): a row of its own with the same content
 */
ClinchRow  *clinch_row_copy         (const ClinchRow *row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_row_ref:
 * @row: a row
 *
 * Returns: (transfer full): @row
 */
ClinchRow  *clinch_row_ref          (ClinchRow       *row);

/**
 * clinch_row_unref:
 * @row: a row
 */
void        clinch_row_unref        (ClinchRow       *row);

/**
 * clinch_row_has:
 * @row: a row
 * @field: a field of its kind
 *
 * Returns: %TRUE if the field is given, be it empty
 */
gboolean    clinch_row_has          (const ClinchRow *row,
                                     int              field);

/**
 * clinch_row_is_null:
 * @row: a row
 * @field: a field of its kind
 *
 * Returns: %TRUE if the field is empty or not given
 */
gboolean    clinch_row_is_null      (const ClinchRow *row,
                                     int              field);

/**
 * clinch_row_int:
 * @row: a row
 * @field: a field of its kind whose values are integers
 *
 * Returns: the value, 0 where it is empty
 */
gint64      clinch_row_int          (const ClinchRow *row,
                                     int              field);

/**
 * clinch_row_text:
 * @row: a row
 * @field: a field of its kind whose values are text
 *
 * Returns: (transfer none) (nullable): the value
 */
const char *clinch_row_text         (const ClinchRow *row,
                                     int              field);

/**
 * clinch_row_name:
 * @row: a row
 *
 * Returns: (transfer none): what the record is called, "" if its kind has no name
 */
const char *clinch_row_name         (const ClinchRow *row);

/**
 * clinch_row_set_int:
 * @row: a row
 * @field: a field of its kind whose values are integers
 * @value: the value
 */
void        clinch_row_set_int      (ClinchRow       *row,
                                     int              field,
                                     gint64           value);

/**
 * clinch_row_set_text:
 * @row: a row
 * @field: a field of its kind whose values are text
 * @value: (nullable): the value; it is cleaned (clinch_text_clean()), and "" is %NULL
 */
void        clinch_row_set_text     (ClinchRow       *row,
                                     int              field,
                                     const char      *value);

/**
 * clinch_row_take_text:
 * @row: a row
 * @field: a field of its kind whose values are text
 * @value: (transfer full) (nullable): the value, clean already, as it comes from the store
 */
void        clinch_row_take_text    (ClinchRow       *row,
                                     int              field,
                                     char            *value);

/**
 * clinch_row_set_null:
 * @row: a row
 * @field: a field of its kind
 *
 * Gives the field as empty.
 */
void        clinch_row_set_null     (ClinchRow       *row,
                                     int              field);

/**
 * clinch_row_apply:
 * @self: a row
 * @changes: a row of the same kind
 *
 * Sets the fields that are given in @changes.
 */
void        clinch_row_apply        (ClinchRow       *self,
                                     const ClinchRow *changes);

/**
 * clinch_row_field_equal:
 * @a: a row
 * @b: another of the same kind
 * @field: a field of the kind
 *
 * Returns: %TRUE if both hold the same value in @field
 */
gboolean    clinch_row_field_equal  (const ClinchRow *a,
                                     const ClinchRow *b,
                                     int              field);

/**
 * clinch_row_to_json:
 * @row: a row
 * @mask: the fields to write
 * @skip_null: whether empty fields are left out
 *
 * The form of the change log: {"amount":120000,"next_step":null}, by column, computed fields never.
 *
 * Returns: (transfer full): the JSON text
 */
char       *clinch_row_to_json      (const ClinchRow *row,
                                     guint64          mask,
                                     gboolean         skip_null) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_row_to_log:
 * @row: a new record
 * @at: when it is written, Unix seconds
 *
 * Returns: (transfer full): the record as the change log has it: JSON of the fields that are not
 *   empty, and “created_at” where that is another moment
 */
char            *clinch_row_to_log      (const ClinchRow   *row,
                                         gint64             at) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_row_from_json:
 * @kind: a kind
 * @json: (nullable): what clinch_row_to_json() wrote
 * @error: what is wrong with it
 *
 * Columns that the kind does not have (from another version) are left out.
 *
 * Returns: (transfer full) (nullable): a row with those fields given
 */
ClinchRow  *clinch_row_from_json    (ClinchKind       kind,
                                     const char      *json,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchRow, clinch_row_unref)

G_END_DECLS
