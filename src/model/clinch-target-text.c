// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-target-text.h"

#include "clinch-money.h"

#include <glib/gi18n-lib.h>

#define NOTHING "–"

static const struct
{
  const char *code;
  const char *text;
} states[] = {
  [CLINCH_PACE_NO_TARGET] = { NULL, NC_ ("pace", "No target") },
  [CLINCH_PACE_REACHED] = { "reached", NC_ ("pace", "Reached") },
  [CLINCH_PACE_ON_PACE] = { "on-pace", NC_ ("pace", "On pace") },
  [CLINCH_PACE_BEHIND] = { "behind", NC_ ("pace", "Behind") },
  [CLINCH_PACE_MISSED] = { "missed", NC_ ("pace", "Missed") },
};

const char *
clinch_target_row_name (const ClinchTargetRow *self)
{
  return self->scope.member_id == 0 && self->scope.team_id == 0 ? C_("target", "Whole Company")
         : self->name;
}

char *
clinch_target_money (gint64      minor,
                     const char *currency)
{
  return minor == CLINCH_PACE_UNKNOWN ? g_strdup (NOTHING)
         : clinch_money_format (minor, currency, clinch_money_style ());
}

char *
clinch_target_percent (int percent)
{
  return percent < 0 ? g_strdup (NOTHING) : g_strdup_printf (C_("target", "%d%%"), percent);
}

const char *
clinch_pace_state_code (ClinchPaceState state)
{
  return states[state].code;
}

const char *
clinch_pace_state_text (ClinchPaceState state)
{
  return g_dpgettext2 (NULL, "pace", states[state].text);
}

char *
clinch_target_parts_text (const ClinchTargetRow *self)
{
  gint64 target = self->periods[0].target;
  g_autofree char *parts = clinch_target_money (self->parts, self->currency);
  g_autofree char *difference = NULL;

  if (self->n_parts == 0 || self->periods[0].target_id == 0 || self->parts == target)
    return NULL;

  difference = clinch_target_money (ABS (target - self->parts), self->currency);
  if (self->parts < target)
    /* Translators: amounts. */
    return g_strdup_printf (_("The targets below add up to %1$s, %2$s less than this one"), parts,
                            difference);

  return g_strdup_printf (_("The targets below add up to %1$s, %2$s more than this one"), parts,
                          difference);
}

char *
clinch_forecast_error_text (int error)
{
  if (error == CLINCH_FORECAST_UNKNOWN)
    return g_strdup (NOTHING);

  return g_strdup_printf (C_("forecast", "%s%d%%"), error > 0 ? "+" : error < 0 ? "−" : "",
                          ABS (error));
}

char *
clinch_forecast_record_text (const ClinchForecastRecord *self)
{
  if (self->n == 0)
    return g_strdup (_("No period with a forecast has ended yet"));
  if (self->error == CLINCH_FORECAST_UNKNOWN)
    return g_strdup (_("Something was forecast, and nothing was won"));
  if (ABS (self->lean) <= CLINCH_FORECAST_FAIR)
    /* Translators: a percentage. */
    return g_strdup_printf (_("Off by %d%% on average, leaning neither way"), self->error);
  if (self->lean > 0)
    /* Translators: percentages; more was forecast than was won. */
    return g_strdup_printf (_("Off by %1$d%% on average, %2$d%% too hopeful"), self->error,
                            self->lean);

  return g_strdup_printf (_("Off by %1$d%% on average, %2$d%% too cautious"), self->error,
                          -self->lean);
}
