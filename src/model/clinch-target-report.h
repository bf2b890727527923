// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"
#include "clinch-forecast-error.h"
#include "clinch-pace.h"
#include "clinch-period.h"

G_BEGIN_DECLS

/* The chosen period and those before it. */
#define CLINCH_TARGET_N_PERIODS 6

/**
 * ClinchTargetScope:
 * @member_id: a member, or 0
 * @team_id: a team with all that is part of it, or 0; with neither the whole company
 *
 * Whose targets, deals and forecasts are meant.
 */
typedef struct
{
  gint64 member_id;
  gint64 team_id;
} ClinchTargetScope;

/**
 * ClinchTargetPeriod:
 * @target_id: key of the target, 0 without one in the row's currency
 * @target: what is to be won, minor units
 * @won: what was won, minor units
 * @n_won: in how many opportunities
 * @forecast_id: key of the forecast of a member, 0 without one
 * @n_forecasts: how many forecasts are added up, 1 for a member
 * @forecast: what was expected when it was kept, minor units
 * @has_call: whether the member said something themselves
 * @called: what they said, minor units
 * @said: what the error is measured by: calls, and forecasts where there is no call
 * @is_over: whether the period has ended
 *
 * What a row comes to in one period.
 */
typedef struct
{
  gint64   target_id;
  gint64   target;
  gint64   won;
  guint    n_won;
  gint64   forecast_id;
  guint    n_forecasts;
  gint64   forecast;
  gboolean has_call;
  gint64   called;
  gint64   said;
  gboolean is_over;
} ClinchTargetPeriod;

/**
 * ClinchTargetRow:
 * @scope: whose it is
 * @name: their name; empty for the company
 * @parent: place of the row above, -1 for the company
 * @depth: how many rows stand above
 * @currency: what it is counted in: the target's, else the workspace's
 * @periods: the chosen period, then the one before it and so on
 * @expected: what is open and expected to be signed in the period, times its probability, minor
 *   units
 * @open: the same without the probability
 * @n_open: in how many opportunities
 * @n_foreign: opportunities won or expected in the period that are in other currencies
 * @n_parts: rows right below that have a target in this currency
 * @parts: what those add up to, minor units
 * @pace: how far it is
 * @record: how well was foreseen what was won, over those of @periods that have ended
 *
 * One line of the tree.
 */
typedef struct
{
  ClinchTargetScope    scope;
  char                *name;
  int                  parent;
  int                  depth;
  char                 currency[4];
  ClinchTargetPeriod   periods[CLINCH_TARGET_N_PERIODS];
  gint64               expected;
  gint64               open;
  guint                n_open;
  guint                n_foreign;
  guint                n_parts;
  gint64               parts;
  ClinchPace           pace;
  ClinchForecastRecord record;
  /*< private >*/
  gboolean             sells;
  gboolean             shown;
} ClinchTargetRow;

/**
 * ClinchTargetReport:
 * @periods: the chosen period, then those before it
 * @today: the current day, ISO
 * @rows: (element-type ClinchTargetRow): company, teams with their teams and members; each row
 *   stands below the one it is part of
 * @n_targets: how many rows have a target
 *
 * The tree of targets of a period, and how it stands.
 */
typedef struct
{
  ClinchPeriod periods[CLINCH_TARGET_N_PERIODS];
  char         today[CLINCH_DATE_SIZE];
  GPtrArray   *rows;
  guint        n_targets;
} ClinchTargetReport;

/**
 * clinch_target_report_load:
 * @db: a workspace
 * @period: the period that is chosen
 * @today: the current day, ISO
 * @error: where the reason goes
 *
 * Reads members, teams, targets, forecasts and the sums of opportunities once.
 *
 * Returns: (transfer full) (nullable): the report
 */
ClinchTargetReport *clinch_target_report_load (ClinchDb                 *db,
                                               const ClinchPeriod       *period,
                                               const char               *today,
                                               GError                  **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_target_report_find:
 * @self: a report
 * @scope: whose row is wanted
 *
 * Returns: (transfer none) (nullable): that row
 */
const ClinchTargetRow *clinch_target_report_find (const ClinchTargetReport *self,
                                                  const ClinchTargetScope  *scope);

/**
 * clinch_target_row_part_of:
 * @self: a report
 * @row: one of its rows
 * @above: another one
 *
 * Returns: whether @row is @above or stands below it
 */
gboolean            clinch_target_row_part_of (const ClinchTargetReport *self,
                                               const ClinchTargetRow    *row,
                                               const ClinchTargetRow    *above);

/**
 * clinch_target_report_members:
 * @self: a report
 * @above: one of its rows
 *
 * Returns: (transfer full) (element-type gint64): the keys of the members that stand below @above,
 *   or whose row it is
 */
GArray             *clinch_target_report_members (const ClinchTargetReport *self,
                                                  const ClinchTargetRow    *above)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_target_report_free:
 * @self: a report
 */
void                clinch_target_report_free (ClinchTargetReport       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchTargetReport, clinch_target_report_free)

G_END_DECLS
