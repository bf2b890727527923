// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-kind.h"

G_BEGIN_DECLS

/* What a column of an imported file becomes: nothing, a field of the kind (by its index), the
 * identifier of the record that a reference points at, the record's own identifier, or the moment
 * at which it was made. Export writes the same. */
#define CLINCH_IMPORT_IGNORE (-1)
#define CLINCH_IMPORT_UID_OF(field) (CLINCH_MAX_FIELDS + (field))
#define CLINCH_IMPORT_UID (2 * CLINCH_MAX_FIELDS)
#define CLINCH_IMPORT_CREATED (2 * CLINCH_MAX_FIELDS + 1)
#define CLINCH_IMPORT_N_TARGETS (2 * CLINCH_MAX_FIELDS + 2)

/**
 * clinch_import_target_field:
 * @kind: a kind
 * @target: a target
 *
 * Returns: (transfer none) (nullable): the field that @target fills, also by an identifier; %NULL
 *   for the record's own identifier, its moment of creation and %CLINCH_IMPORT_IGNORE
 */
const ClinchField *clinch_import_target_field      (ClinchKind   kind,
                                                    int          target);

/**
 * clinch_import_target_is_valid:
 * @kind: a kind
 * @target: a number
 *
 * Returns: %TRUE if a column can become @target, %CLINCH_IMPORT_IGNORE included; computed fields
 *   are none
 */
gboolean           clinch_import_target_is_valid   (ClinchKind   kind,
                                                    int          target);

/**
 * clinch_import_target_name:
 * @kind: a kind
 * @target: a target
 *
 * Returns: (transfer full): the word in the command line and the heading in exported files,
 *   "next-step", "owner-uid", "uid", "created-at"; "ignore" for none
 */
char              *clinch_import_target_name       (ClinchKind   kind,
                                                    int          target) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_target_find:
 * @kind: a kind
 * @name: (nullable): name of a target, or a label or synonym of a field, in any case
 * @target: (out): what it means
 *
 * Returns: %TRUE if @name means something
 */
gboolean           clinch_import_target_find       (ClinchKind   kind,
                                                    const char  *name,
                                                    int         *target);

/**
 * clinch_import_target_label:
 * @kind: a kind
 * @target: a target
 *
 * Returns: (transfer full): what a list shows for it, translated
 */
char              *clinch_import_target_label      (ClinchKind   kind,
                                                    int          target) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_target_list:
 * @kind: a kind
 *
 * Returns: (transfer full) (element-type int): the targets that are worth offering for a file of
 *   another program, without %CLINCH_IMPORT_IGNORE
 */
GArray            *clinch_import_target_list       (ClinchKind   kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_heading_plain:
 * @heading: heading of a column
 * @unit: (out) (transfer none) (nullable): unit that the heading names for amounts, in the form
 *   that clinch_money_parse() takes behind a number: "金额(万元)" names "万"
 *
 * What two spellings of one heading have in common: "*Close_Date", "CloseDate" and "close date
 * (planned)" are "close date".
 *
 * Returns: (transfer full): the plain form; "" if nothing is left
 */
char              *clinch_import_heading_plain     (const char  *heading,
                                                    const char **unit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ClinchImportHeading:
 * @target: what a column becomes
 * @strength: how sure that is: 100 for the very name, less for a label and for synonyms, those
 *   listed first before others
 */
typedef struct
{
  int target;
  int strength;
} ClinchImportHeading;

/**
 * clinch_import_heading_words:
 * @kind: a kind
 *
 * Returns: (transfer full) (element-type utf8 GArray): from plain headings to arrays of
 *   #ClinchImportHeading, best first
 */
GHashTable        *clinch_import_heading_words     (ClinchKind   kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
