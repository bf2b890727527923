// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-attention.h"
#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchAttentionCustomer:
 * @id: its key
 * @name: its name
 * @grade: (nullable): the grade that counts, interned
 * @owner: (nullable): name of who is accountable
 * @point: its priority in hundredths of a point, and minutes in the last
 *   %CLINCH_ATTENTION_DAYS days
 * @touches: contacts in that time; notes are none
 * @open_value: minor units of @currency
 * @currency: its currency, interned
 * @last_contact: Unix seconds, 0 if there was none
 * @untouched_days: days without a contact where these are too many for its grade, else 0
 * @quadrant: its corner
 *
 * What a customer is worth, and what it was given.
 */
typedef struct
{
  gint64               id;
  char                *name;
  const char          *grade;
  char                *owner;
  ClinchAttentionPoint point;
  int                  touches;
  gint64               open_value;
  const char          *currency;
  gint64               last_contact;
  int                  untouched_days;
  ClinchQuadrant       quadrant;
} ClinchAttentionCustomer;

/**
 * ClinchAttentionShare:
 * @key: key of the owner or team, 0 for those without one; place of the grade otherwise
 * @name: (nullable): its name; %NULL for customers without one
 * @group: touches and open value of those in the workspace's currency
 * @gap: their shares of all, and how far these are apart
 * @quality: how far the profiles can be relied on
 * @n_neglected: customers of high value without attention
 *
 * The customers of an owner, a team, a grade.
 */
typedef struct
{
  gint64               key;
  char                *name;
  ClinchAttentionGroup group;
  ClinchAttentionGap   gap;
  ClinchProfileQuality quality;
  int                  n_neglected;
} ClinchAttentionShare;

/**
 * ClinchAttentionReport:
 * @customers: (element-type ClinchAttentionCustomer): those of the highest priority first
 * @split: where high begins
 * @n_corner: customers by #ClinchQuadrant
 * @by_grade: (element-type ClinchAttentionShare): best grade first
 * @by_owner: (element-type ClinchAttentionShare): by name
 * @by_team: (element-type ClinchAttentionShare): by name
 * @allocation: how well effort goes where the value is, 0 to 100, -1 where it cannot be said
 * @quality: of all customers
 * @n_foreign: customers in other currencies, who are in no share of touches and open value
 *
 * Where effort and value do not match.
 */
typedef struct
{
  GPtrArray           *customers;
  ClinchAttentionPoint split;
  int                  n_corner[4];
  GPtrArray           *by_grade;
  GPtrArray           *by_owner;
  GPtrArray           *by_team;
  int                  allocation;
  ClinchProfileQuality quality;
  guint                n_foreign;
} ClinchAttentionReport;

/**
 * clinch_attention_report_load:
 * @db: a workspace
 * @currency: the currency in which open values are added up
 * @now: the current instant, Unix seconds
 * @error: where the reason goes
 *
 * Reads all customers and the follow-ups of the last %CLINCH_ATTENTION_DAYS days once.
 *
 * Returns: (transfer full) (nullable): the report
 */
ClinchAttentionReport *clinch_attention_report_load (ClinchDb               *db,
                                                     const char             *currency,
                                                     gint64                  now,
                                                     GError                **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_attention_report_free:
 * @self: a report
 */
void                   clinch_attention_report_free (ClinchAttentionReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchAttentionReport, clinch_attention_report_free)

G_END_DECLS
