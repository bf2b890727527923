// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_RULE_DRAFT (clinch_rule_draft_get_type ())

/**
 * ClinchRuleDraft:
 *
 * Dimensions, tags and grade rules as somebody would have them: fields that differ from the
 * records, kept apart until they are applied as one step. A value that is the record's again leaves
 * the draft.
 *
 * Signal “changed”: a value is another one.
 */
G_DECLARE_FINAL_TYPE (ClinchRuleDraft, clinch_rule_draft, CLINCH, RULE_DRAFT, GObject)

/**
 * clinch_rule_draft_new:
 *
 * Returns: (transfer full): a draft that changes nothing
 */
ClinchRuleDraft *clinch_rule_draft_new       (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_rule_draft_set_int:
 * @self: a draft
 * @record: a record
 * @field: a field of it whose values are integers
 * @value: how it shall be
 */
void             clinch_rule_draft_set_int   (ClinchRuleDraft *self,
                                              ClinchRecord    *record,
                                              int              field,
                                              gint64           value);

/**
 * clinch_rule_draft_set_text:
 * @self: a draft
 * @record: a record
 * @field: a field of it whose values are text
 * @value: (nullable): how it shall be
 */
void             clinch_rule_draft_set_text  (ClinchRuleDraft *self,
                                              ClinchRecord    *record,
                                              int              field,
                                              const char      *value);

/**
 * clinch_rule_draft_get_int:
 * @self: a draft
 * @record: a record
 * @field: a field of it whose values are integers
 *
 * Returns: the value as drafted, else the record's; 0 where it is empty
 */
gint64           clinch_rule_draft_get_int   (ClinchRuleDraft *self,
                                              ClinchRecord    *record,
                                              int              field);

/**
 * clinch_rule_draft_get_text:
 * @self: a draft
 * @record: a record
 * @field: a field of it whose values are text
 *
 * Returns: (transfer none) (nullable): the value as drafted, else the record's
 */
const char      *clinch_rule_draft_get_text  (ClinchRuleDraft *self,
                                              ClinchRecord    *record,
                                              int              field);

/**
 * clinch_rule_draft_has:
 * @self: a draft
 * @record: a record
 *
 * Returns: %TRUE if a field of it is drafted
 */
gboolean         clinch_rule_draft_has       (ClinchRuleDraft *self,
                                              ClinchRecord    *record);

/**
 * clinch_rule_draft_count:
 * @self: a draft
 *
 * Returns: how many fields are drafted
 */
guint            clinch_rule_draft_count     (ClinchRuleDraft *self);

/**
 * clinch_rule_draft_clear:
 * @self: a draft
 *
 * Leaves everything as it is.
 */
void             clinch_rule_draft_clear     (ClinchRuleDraft *self);

/**
 * clinch_rule_draft_dup_edits:
 * @self: a draft
 *
 * Returns: (transfer full) (element-type ClinchRow): what it changes, for a job
 */
GPtrArray       *clinch_rule_draft_dup_edits (ClinchRuleDraft *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
