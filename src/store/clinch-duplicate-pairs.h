// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchDuplicateReasons:
 * @CLINCH_DUPLICATE_NAME: the same name but for spelling, legal form or address
 * @CLINCH_DUPLICATE_CORE: companies whose names differ in place or line of business alone
 * @CLINCH_DUPLICATE_SOUND: names that sound the same
 * @CLINCH_DUPLICATE_COMPANY: people of the same customer, or of two that are likely one
 * @CLINCH_DUPLICATE_PHONE: the same number
 * @CLINCH_DUPLICATE_EMAIL: the same mail address
 * @CLINCH_DUPLICATE_WECHAT: the same WeChat
 * @CLINCH_DUPLICATE_WEBSITE: the same website
 *
 * What speaks for two records being one.
 */
typedef enum
{
  CLINCH_DUPLICATE_NAME = 1 << 0,
  CLINCH_DUPLICATE_CORE = 1 << 1,
  CLINCH_DUPLICATE_SOUND = 1 << 2,
  CLINCH_DUPLICATE_COMPANY = 1 << 3,
  CLINCH_DUPLICATE_PHONE = 1 << 4,
  CLINCH_DUPLICATE_EMAIL = 1 << 5,
  CLINCH_DUPLICATE_WECHAT = 1 << 6,
  CLINCH_DUPLICATE_WEBSITE = 1 << 7,
} ClinchDuplicateReasons;

/**
 * ClinchDuplicatePair:
 * @first_id: the older record
 * @second_id: the younger one
 * @reasons: what speaks for it
 *
 * Two records that are probably one.
 */
typedef struct
{
  gint64 first_id;
  gint64 second_id;
  ClinchDuplicateReasons reasons;
} ClinchDuplicatePair;

/**
 * clinch_find_duplicate_pairs:
 * @db: a connection
 * @kind: customers or contacts
 * @limit: how many at most
 * @n_pairs: (out) (optional): how many there are
 * @error: where the reason goes
 *
 * Looks through all living records for probable duplicates. The work grows with the records, not
 * with their square: each is compared by a few keys with the oldest that has the same. A customer
 * and its subsidiary are no pair.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchDuplicatePair): the pairs, the surest
 *   first
 */
GArray *clinch_find_duplicate_pairs  (ClinchDb                *db,
                                      ClinchKind               kind,
                                      guint                    limit,
                                      guint                   *n_pairs,
                                      GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_duplicate_reasons_label:
 * @reasons: what speaks for it
 *
 * Returns: (transfer full): that, translated, apart by commas
 */
char   *clinch_duplicate_reasons_label (ClinchDuplicateReasons reasons) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
