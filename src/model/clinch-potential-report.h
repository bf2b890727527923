// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-attention.h"
#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchPotentialCustomer:
 * @id: key of a customer
 * @name: its name
 * @grade: (nullable): its grade, interned
 * @owner_id: who is accountable, 0 for nobody
 * @owner: (nullable): their name
 * @potential: what it could bring, 0 to 100: the score for ranking without the dimensions that
 *   measure what it brought
 * @currency: its currency, interned
 * @value: what it brought and what is open there, minor units
 * @to_win: what is still to be won there by the plan, minor units
 * @quadrant: its corner, with the potential as the value and the value as the attention:
 *   %CLINCH_QUADRANT_NEGLECTED is high potential and little value yet
 */
typedef struct
{
  gint64         id;
  const char    *name;
  const char    *grade;
  gint64         owner_id;
  const char    *owner;
  int            potential;
  const char    *currency;
  gint64         value;
  gint64         to_win;
  ClinchQuadrant quadrant;
} ClinchPotentialCustomer;

/**
 * ClinchPotentialReport:
 * @customers: (element-type ClinchPotentialCustomer): the highest potential first, then the least
 *   value
 * @split: where high begins: the medians of potential and value
 * @foreign: (element-type ClinchPotentialCustomer): those in other currencies, whose values cannot
 *   be compared with these and who have no corner; the highest potential first
 * @texts: what holds the names
 *
 * Which customers could bring more than they do.
 */
typedef struct
{
  GPtrArray           *customers;
  ClinchAttentionPoint split;
  GPtrArray           *foreign;
  GStringChunk        *texts;
} ClinchPotentialReport;

/**
 * clinch_potential_code:
 * @quadrant: a corner
 *
 * Returns: (transfer none): "grow" for high potential and little value yet, "core" for much of
 *   both, "harvest" for value without much potential, "light" for little of both
 */
const char            *clinch_potential_code        (ClinchQuadrant          quadrant);

/**
 * clinch_potential_report_load:
 * @db: a workspace
 * @currency: the currency in which values are compared
 * @today: the current day, ISO
 * @error: where the reason goes
 *
 * Reads all customers, what is known of them and their plans once.
 *
 * Returns: (transfer full) (nullable): the report
 */
ClinchPotentialReport *clinch_potential_report_load (ClinchDb               *db,
                                                     const char             *currency,
                                                     const char             *today,
                                                     GError                **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_potential_foreign_text:
 * @n: how many customers are in other currencies
 *
 * Returns: (transfer full): a sentence that they are not compared with the others
 */
char                  *clinch_potential_foreign_text (guint                   n)
                                                      G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_potential_report_free:
 * @self: a report
 */
void                   clinch_potential_report_free (ClinchPotentialReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchPotentialReport, clinch_potential_report_free)

G_END_DECLS
