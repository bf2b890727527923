// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"

G_BEGIN_DECLS

/**
 * ClinchReasonKind:
 * @CLINCH_REASON_TOUCH: somebody has not heard from us for as long as they are used to
 * @CLINCH_REASON_OBJECTIVE: what we wanted to reach there is due
 * @CLINCH_REASON_RECHECK: what was blocked shall be looked at again
 * @CLINCH_REASON_MATERIAL: there is something new that suits them
 * @CLINCH_REASON_STALE: what we know of them is out of date
 * @CLINCH_REASON_BIRTHDAY: somebody there has a birthday soon
 *
 * Why to be in touch with a customer.
 */
typedef enum
{
  CLINCH_REASON_TOUCH,
  CLINCH_REASON_OBJECTIVE,
  CLINCH_REASON_RECHECK,
  CLINCH_REASON_MATERIAL,
  CLINCH_REASON_STALE,
  CLINCH_REASON_BIRTHDAY,
  CLINCH_N_REASONS,
} ClinchReasonKind;

/**
 * ClinchReason:
 * @kind: what sort of reason
 * @customer: key of the customer
 * @priority: its priority, 0 to 100
 * @due_on: ISO date from which on it holds, which may be some days ahead; the birthday itself
 * @every_days: the days after which they are used to hear from us, of
 *   %CLINCH_REASON_TOUCH alone
 * @person: key of the person, of %CLINCH_REASON_BIRTHDAY alone
 */
typedef struct
{
  ClinchReasonKind kind;
  gint64           customer;
  int              priority;
  char             due_on[CLINCH_DATE_SIZE];
  int              every_days;
  gint64           person;
} ClinchReason;

/* An objective is a reason from so many days before it is due. Own default. */
#define CLINCH_REASON_AHEAD_DAYS 7

/* A birthday is one from so many days before, while there is time to think of something. Own
 * default. */
#define CLINCH_REASON_BIRTHDAY_DAYS 7

/* Material is new for so many days. Own default. */
#define CLINCH_REASON_NEW_DAYS 90

/**
 * clinch_reason_code:
 * @kind: a sort of reason
 *
 * Returns: (transfer none): "touch", "objective", "recheck", "material", "stale" or
 *   "birthday"
 */
const char *clinch_reason_code     (ClinchReasonKind    kind);

/**
 * clinch_reason_pressing:
 * @reason: a reason
 * @today: the current day, ISO
 *
 * How pressing it is: weight × (100 + lateness) × (100 + priority) ÷ 10000, rounded down. The
 * weights are 40 for a contact that is due, 35 for an objective, 30 for a look again and a
 * birthday, 25 for material and 20 for what is out of date. The lateness is the share of the days
 * after which a person is used to hear from us that have passed since, of 30 days for anything
 * else, in percent and 200 at the most; what is new does not press more for lying about. A birthday
 * cannot be late: it counts how much of its days before has passed, 100 percent on the day itself.
 * Own default.
 *
 * Returns: 0 to 240
 */
int         clinch_reason_pressing (const ClinchReason *reason,
                                    const char         *today);

/**
 * clinch_reasons_rank:
 * @reasons: (array length=n_reasons): reasons in any order
 * @n_reasons: how many
 * @today: the current day, ISO
 *
 * The most pressing first; among equals what has held for longer, then the greater priority, then
 * the lower key. Of each sort a customer has one reason, the most pressing; of birthdays each
 * person has one.
 *
 * Returns: (transfer full) (element-type guint): the places of those that count in @reasons
 */
GArray     *clinch_reasons_rank    (const ClinchReason *reasons,
                                    gsize               n_reasons,
                                    const char         *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
