// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-cadence.h"
#include "clinch-date.h"
#include "clinch-db.h"
#include "clinch-lifetime.h"
#include "clinch-whitespace.h"

G_BEGIN_DECLS

/**
 * ClinchPlanCell:
 * @row: the record (%CLINCH_KIND_WHITESPACE)
 * @cell: its figures
 * @is_due: whether it is blocked and shall be looked at again by now
 * @is_foreign: whether it is in another currency than the customer's and so in no sum
 *
 * One offering in one unit of the customer.
 */
typedef struct
{
  ClinchRow            *row;
  ClinchWhitespaceCell  cell;
  gboolean              is_due;
  gboolean              is_foreign;
} ClinchPlanCell;

/**
 * ClinchCustomerPlan:
 * @customer: the customer
 * @today: the day for which it holds, ISO
 * @rule: (nullable): the rule of its grade, with the template of its attention; %NULL without a
 *   grade
 * @rhythm: the cadence of the template, through its channel, and what really happened
 * @channel: (nullable): code of that channel, borrowed from @rule; any but a note if not given
 * @silence: whole days since the two sides last spoke in any way, -1 if never
 * @silent_days: after how many the template warns, 0 for never
 * @n_touches: how often it happened in the last %CLINCH_CADENCE_WINDOW days, through the channel
 * @n_expected: how often it should have happened
 * @lifetime: what was won and is open, in the customer's currency
 * @n_foreign: deals in other currencies, which are not in it
 * @units: (element-type utf8): rows of the whitespace grid, in the order in which they came
 * @offerings: (element-type utf8): its columns
 * @cells: (element-type ClinchPlanCell): units × offerings, row by row; @row is %NULL where nothing
 *   is said
 * @unit_sums: (element-type ClinchWhitespaceSum): of each row
 * @offering_sums: (element-type ClinchWhitespaceSum): of each column
 * @sum: of all
 * @n_due: blocked cells to be looked at again
 *
 * What a customer is worth and what is planned there. The objectives are records of their own.
 */
typedef struct
{
  ClinchRow           *customer;
  char                 today[CLINCH_DATE_SIZE];
  ClinchRow           *rule;
  ClinchCadence        rhythm;
  const char          *channel;
  int                  silence;
  int                  silent_days;
  int                  n_touches;
  int                  n_expected;
  ClinchLifetime       lifetime;
  guint                n_foreign;
  GPtrArray           *units;
  GPtrArray           *offerings;
  GArray              *cells;
  GArray              *unit_sums;
  GArray              *offering_sums;
  ClinchWhitespaceSum  sum;
  guint                n_due;
} ClinchCustomerPlan;

/**
 * clinch_customer_plan_load:
 * @db: a workspace
 * @customer_id: key of a customer
 * @now: the instant for which it is worked out, Unix seconds
 * @error: where the reason goes
 *
 * Reads what belongs to the customer, by indexes.
 *
 * Returns: (transfer full) (nullable): its plan
 */
ClinchCustomerPlan *
clinch_customer_plan_load   (ClinchDb                  *db,
                             gint64                     customer_id,
                             gint64                     now,
                             GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_customer_plan_cell:
 * @self: a plan
 * @unit: place of a unit
 * @offering: place of an offering
 *
 * Returns: (transfer none): that cell
 */
const ClinchPlanCell *
clinch_customer_plan_cell   (const ClinchCustomerPlan  *self,
                             guint                      unit,
                             guint                      offering);

/**
 * clinch_customer_plan_free:
 * @self: a plan
 */
void clinch_customer_plan_free (ClinchCustomerPlan     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchCustomerPlan, clinch_customer_plan_free)

G_END_DECLS
