// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was forecast against what was won, by period and person.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-command-targets-private.h"
#include "clinch-resolve.h"
#include "clinch-target-operations.h"
#include "clinch-target-text.h"

#include <glib/gi18n-lib.h>

/* --- What is asked for */

gboolean
clinch_command_prepare_period (ClinchCommandRun  *run,
                               GError           **error)
{
  const char *text = clinch_command_option (run, "period");
  ClinchPeriod period;

  if (text != NULL && !clinch_period_parse (text, &period))
    {
      clinch_command_usage_error (run, error,
                                  _("--period is a month, a quarter or a year: 2026-11, "
                                                "2026-Q4 or 2026, not “%s”."), text);
      return FALSE;
    }
  if (clinch_command_option (run, "owner") == NULL || clinch_command_option (run, "team") == NULL)
    return TRUE;

  clinch_command_usage_error (run, error, _("--owner and --team exclude each other."));
  return FALSE;
}

void
clinch_command_read_period (const ClinchCommandRun *run,
                            ClinchPeriod           *period)
{
  char today[CLINCH_DATE_SIZE];

  if (clinch_period_parse (clinch_command_option (run, "period"), period))
    return;
  clinch_clock_today (today);
  clinch_period_init (period, CLINCH_PERIOD_QUARTER, today);
}

ClinchTargetReport *
clinch_command_read_targets (ClinchCommandRun       *run,
                             ClinchDb               *db,
                             const ClinchTargetRow **top,
                             GError                **error)
{
  const char *owner = clinch_command_option (run, "owner");
  const char *team = clinch_command_option (run, "team");
  g_autoptr(ClinchTargetReport) report = NULL;
  ClinchTargetScope scope = { 0 };
  char today[CLINCH_DATE_SIZE];
  ClinchPeriod period;

  if ((owner != NULL && !clinch_resolve (db, CLINCH_KIND_MEMBER, owner, &scope.member_id, error))
      || (team != NULL && !clinch_resolve (db, CLINCH_KIND_TEAM, team, &scope.team_id, error)))
    return NULL;
  clinch_command_read_period (run, &period);
  clinch_clock_today (today);
  report = clinch_target_report_load (db, &period, today, error);
  *top = report != NULL ? clinch_target_report_find (report, &scope) : NULL;
  if (report != NULL && *top == NULL)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                   _("“%s” has no targets and sells nothing."), owner != NULL ? owner : team);
      return NULL;
    }

  return g_steal_pointer (&report);
}

void
clinch_command_json_period (GString            *out,
                            const ClinchPeriod *period)
{
  char code[CLINCH_PERIOD_CODE_SIZE];

  clinch_period_code (period, code);
  g_string_append (out, "{\"period\":");
  clinch_command_json_text (out, code);
  clinch_command_json_member (out, "first", period->first);
  clinch_command_json_member (out, "last", period->last);
}

/* --- The answer */

/* Only whoever a forecast was kept for, with those of their teams. */
static gboolean
is_listed (const ClinchTargetReport *report,
           const ClinchTargetRow    *row,
           const ClinchTargetRow    *top,
           int                       back)
{
  return row->periods[back].n_forecasts > 0 && clinch_target_row_part_of (report, row, top);
}

static int
error_of (const ClinchTargetPeriod *period)
{
  return period->is_over ? clinch_forecast_error (period->said, period->won)
         : CLINCH_FORECAST_UNKNOWN;
}

static char **
make_cells (const ClinchTargetRow *row,
            const ClinchPeriod    *period,
            int                    back)
{
  const ClinchTargetPeriod *figures = &row->periods[back];
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();
  char code[CLINCH_PERIOD_CODE_SIZE];

  clinch_period_code (period, code);
  g_strv_builder_add (cells, code);
  g_strv_builder_add (cells, clinch_target_row_name (row));
  g_strv_builder_take (cells, clinch_target_money (figures->target_id != 0 ? figures->target
                                                   : CLINCH_PACE_UNKNOWN, row->currency));
  g_strv_builder_take (cells, clinch_target_money (figures->forecast, row->currency));
  g_strv_builder_take (cells, clinch_target_money (figures->has_call ? figures->called
                                                   : CLINCH_PACE_UNKNOWN, row->currency));
  g_strv_builder_take (cells, clinch_target_money (figures->won, row->currency));
  g_strv_builder_take (cells, clinch_forecast_error_text (error_of (figures)));

  return g_strv_builder_end (cells);
}

static void
print_table (ClinchCommandRun         *run,
             const ClinchTargetReport *report,
             const ClinchTargetRow    *top)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const headings[] = {
    C_("field", "Period"), C_("target", "Whose"), C_("field", "Target"), C_("field", "Forecast"),
    C_("field", "Own Call"), C_("target", "Won"), C_("forecast", "Error"), NULL
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (int back = 0; back < CLINCH_TARGET_N_PERIODS; back++)
    for (guint i = 0; i < report->rows->len; i++)
      if (is_listed (report, report->rows->pdata[i], top, back))
        g_ptr_array_add (rows, make_cells (report->rows->pdata[i], &report->periods[back], back));
  clinch_command_table (run->out, rows, G_N_ELEMENTS (headings) - 1);

  for (guint i = 0; i < report->rows->len; i++)
    {
      const ClinchTargetRow *row = report->rows->pdata[i];
      g_autofree char *text = clinch_forecast_record_text (&row->record);
      const char *pair[] = { clinch_target_row_name (row), text, NULL };

      if (row->record.n > 0 && clinch_target_row_part_of (report, row, top))
        g_ptr_array_add (records, g_strdupv ((char **) pair));
    }
  if (records->len == 0)
    return;
  g_string_append_c (run->out, '\n');
  clinch_command_pairs (run->out, records);
}

static void
append_number (GString    *out,
               const char *name,
               int         number)
{
  if (number == CLINCH_FORECAST_UNKNOWN)
    g_string_append_printf (out, ",\"%s\":null", name);
  else
    g_string_append_printf (out, ",\"%s\":%d", name, number);
}

static void
append_forecast (GString               *out,
                 ClinchDb              *db,
                 const ClinchTargetRow *row,
                 const ClinchPeriod    *period,
                 int                    back)
{
  const ClinchTargetPeriod *figures = &row->periods[back];

  clinch_command_json_period (out, period);
  g_string_append_c (out, ',');
  clinch_command_json_scope (out, db, row);
  clinch_command_json_member (out, "currency", row->currency);
  clinch_command_json_amount (out, "target", figures->target_id != 0, figures->target,
                              row->currency);
  clinch_command_json_amount (out, "forecast", TRUE, figures->forecast, row->currency);
  clinch_command_json_amount (out, "called", figures->has_call, figures->called, row->currency);
  clinch_command_json_amount (out, "won", TRUE, figures->won, row->currency);
  g_string_append_printf (out, ",\"over\":%s", figures->is_over ? "true" : "false");
  append_number (out, "error", error_of (figures));
  g_string_append_c (out, '}');
}

static void
print_json (ClinchCommandRun         *run,
            ClinchDb                 *db,
            const ClinchTargetReport *report,
            const ClinchTargetRow    *top)
{
  const char *separator = "\n";

  g_string_append (run->out, "{\"forecasts\":[");
  for (int back = 0; back < CLINCH_TARGET_N_PERIODS; back++)
    for (guint i = 0; i < report->rows->len; i++)
      {
        if (!is_listed (report, report->rows->pdata[i], top, back))
          continue;
        g_string_append (run->out, separator);
        append_forecast (run->out, db, report->rows->pdata[i], &report->periods[back], back);
        separator = ",\n";
      }
  g_string_append (run->out, "\n],\"records\":[");
  separator = "\n";
  for (guint i = 0; i < report->rows->len; i++)
    {
      const ClinchTargetRow *row = report->rows->pdata[i];

      if (row->record.n == 0 || !clinch_target_row_part_of (report, row, top))
        continue;
      g_string_append_printf (run->out, "%s{", separator);
      clinch_command_json_scope (run->out, db, row);
      g_string_append_printf (run->out, ",\"periods\":%u", row->record.n);
      append_number (run->out, "error", row->record.error);
      append_number (run->out, "lean", row->record.lean);
      g_string_append_c (run->out, '}');
      separator = ",\n";
    }
  g_string_append (run->out, "\n]}\n");
}

static gboolean
run_forecast (ClinchCommandRun  *run,
              ClinchDb          *db,
              GError           **error)
{
  const ClinchTargetRow *top;
  g_autoptr(ClinchTargetReport) report = clinch_command_read_targets (run, db, &top, error);

  if (report == NULL)
    return FALSE;
  if (run->json)
    print_json (run, db, report, top);
  else
    print_table (run, report, top);

  return TRUE;
}

static const ClinchCommandOption forecast_options[] = {
  { "period", "PERIOD", N_("The newest period, with the five before it: 2026-11, 2026-Q4 or 2026; "
                           "this quarter if not given") },
  { "owner", "ID", N_("Of this member") },
  { "team", "ID", N_("Of this team and what is part of it") },
  { NULL, NULL, NULL },
};

static gboolean
run_keep (ClinchCommandRun  *run,
          ClinchTxn         *txn,
          GError           **error)
{
  ClinchPeriod period;
  guint n_kept;

  clinch_command_read_period (run, &period);
  if (!clinch_forecast_keep (txn, &period, &n_kept, error))
    return FALSE;

  if (run->json)
    g_string_append_printf (run->members, "\"kept\":%u,", n_kept);
  else
    g_string_append_printf (run->out, ngettext ("Kept %u forecast\n", "Kept %u forecasts\n",
                                                n_kept), n_kept);

  return TRUE;
}

static const ClinchCommandOption keep_options[] = {
  { "period", "PERIOD", N_("A month, quarter or year: 2026-11, 2026-Q4, 2026; this quarter if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_forecast[] = {
  { "forecast", "[--period PERIOD] [--owner ID | --team ID]",
    N_("Compare forecasts with what was won, by period and person"), 0, 0, CLINCH_COMMAND_READ,
    forecast_options, clinch_command_prepare_period, run_forecast, NULL },
  { "keep-forecast", "[--period PERIOD]",
    N_("Keep what is expected of a period now, for whoever has no forecast of it yet"), 0, 0,
    CLINCH_COMMAND_WRITE, keep_options, clinch_command_prepare_period, NULL, run_keep },
  { NULL },
};
