// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quick-entry.h"
#include "clinch-quick-memo.h"
#include "clinch-quick-scan.h"

G_BEGIN_DECLS

/**
 * clinch_quick_clauses_read:
 * @scan: the scan of the text
 * @group: the text that becomes the draft
 * @draft: where @kind, @date, @minutes, @body, @next_step and @next_date with their pieces go
 *
 * Goes through a group clause by clause and tells what happened from what is to be done. A date
 * past or present says when it happened; a date to come, or a word such as 下一步, makes a next step
 * of its clause. A date that may be either (周三, 20号) goes by the words around it, and to the next
 * step once it is clear what happened and when.
 */
void clinch_quick_clauses_read (const ClinchQuickScan  *scan,
                                const ClinchQuickGroup *group,
                                ClinchQuickDraft       *draft);

G_END_DECLS
