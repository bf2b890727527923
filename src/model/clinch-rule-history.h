// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-history.h"

G_BEGIN_DECLS

/**
 * ClinchRuleVersion:
 * @step: the step in which the rule became so
 * @label: what was done, in the language of the program
 * @member: who did it, "" where nobody said
 * @changes: (element-type ClinchHistoryChange): what it changed of the rule
 * @n_regraded: how many customers got another grade by their profile with it
 *
 * A version of a dimension, a tag or a grade rule.
 */
typedef struct
{
  ClinchStep *step;
  char       *label;
  char       *member;
  GPtrArray  *changes;
  guint       n_regraded;
} ClinchRuleVersion;

/**
 * clinch_rule_history_load:
 * @db: a workspace
 * @kind: kind of a rule
 * @id: its key
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable) (element-type ClinchRuleVersion): its versions as the log has
 *   them, newest first
 */
GPtrArray *clinch_rule_history_load (ClinchDb    *db,
                                     ClinchKind   kind,
                                     gint64       id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
