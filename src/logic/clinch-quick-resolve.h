// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quick-memo.h"
#include "clinch-quick-names.h"

G_BEGIN_DECLS

/**
 * ClinchQuickEvidence:
 * @scan: the scan of the text
 * @context: what it can mean
 * @contacts: (element-type ClinchQuickMention): contacts named in full
 * @opportunities: (element-type ClinchQuickMention): opportunities named in full
 * @customers: (element-type ClinchQuickMention): customers named in any way
 *
 * All that was found in the whole text.
 */
typedef struct
{
  const ClinchQuickScan    *scan;
  const ClinchQuickContext *context;
  const GArray             *contacts;
  const GArray             *opportunities;
  const GArray             *customers;
} ClinchQuickEvidence;

/**
 * clinch_quick_resolve:
 * @evidence: what was found
 * @group: the text that becomes the draft
 * @draft: where @customer, @opportunity and @contacts go
 *
 * Decides which records a draft is about. Customer, people and opportunity speak for each other: of
 * two customers that a word may mean, it is the one with such a contact; of several 王总 it is the
 * one at the customer; who knows only the contact or the opportunity knows the customer. Where two
 * fit equally well none is taken and both are offered.
 */
void clinch_quick_resolve (const ClinchQuickEvidence *evidence,
                           const ClinchQuickGroup    *group,
                           ClinchQuickDraft          *draft);

G_END_DECLS
