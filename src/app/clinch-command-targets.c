// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is to be won, how far that is, and what would close the gap.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-command-targets-private.h"
#include "clinch-money.h"
#include "clinch-target-deals.h"
#include "clinch-target-text.h"

#include <glib/gi18n-lib.h>

#define PRESET_LIMIT 20

static gboolean
prepare_targets (ClinchCommandRun  *run,
                 GError           **error)
{
  gint64 limit;

  return clinch_command_prepare_period (run, error)
         && clinch_command_number (run, "limit", 0, G_MAXINT, PRESET_LIMIT, &limit, error);
}

/* --- In words */

static char **
tree_cells (const ClinchTargetRow *row,
            int                    depth)
{
  const ClinchTargetPeriod *now = &row->periods[0];
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_take (cells, g_strdup_printf ("%*s%s", depth * 2, "",
                                               clinch_target_row_name (row)));
  g_strv_builder_take (cells, clinch_target_money (now->target_id != 0 ? now->target
                                                   : CLINCH_PACE_UNKNOWN, row->currency));
  g_strv_builder_take (cells, clinch_target_money (now->won, row->currency));
  g_strv_builder_take (cells, clinch_target_percent (row->pace.percent));
  g_strv_builder_add (cells, clinch_pace_state_text (row->pace.state));
  g_strv_builder_take (cells, clinch_target_money (row->pace.projection, row->currency));
  g_strv_builder_take (cells, clinch_target_money (row->expected, row->currency));
  g_strv_builder_take (cells, clinch_target_money (now->target_id != 0 ? row->pace.gap
                                                   : CLINCH_PACE_UNKNOWN, row->currency));

  return g_strv_builder_end (cells);
}

static void
print_tree (ClinchCommandRun         *run,
            const ClinchTargetReport *report,
            const ClinchTargetRow    *top)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const headings[] = {
    C_("target", "Whose"), C_("field", "Target"), C_("target", "Won"), C_("target", "Share"),
    C_("target", "Pace"), C_("target", "Projection"), C_("target", "Expected"), C_("target", "Gap"),
    NULL
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < report->rows->len; i++)
    {
      const ClinchTargetRow *row = report->rows->pdata[i];

      if (clinch_target_row_part_of (report, row, top))
        g_ptr_array_add (rows, tree_cells (row, row->depth - top->depth));
    }
  clinch_command_table (run->out, rows, G_N_ELEMENTS (headings) - 1);
}

static char **
deal_cells (const ClinchTargetDeal *deal,
            const char             *currency)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_take (cells, clinch_command_hundredths (deal->priority.hundredths));
  g_strv_builder_add (cells, deal->name);
  g_strv_builder_add (cells, deal->customer);
  g_strv_builder_add (cells, deal->owner);
  g_strv_builder_take (cells, clinch_target_money (deal->amount, currency));
  g_strv_builder_take (cells, clinch_target_money (deal->weighted, currency));
  g_strv_builder_add (cells, deal->date);
  g_strv_builder_take (cells, clinch_target_percent (deal->share));

  return g_strv_builder_end (cells);
}

static void
print_deals (ClinchCommandRun *run,
             GPtrArray        *deals,
             guint             n,
             const char       *currency)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const headings[] = {
    C_("field", "Priority"), C_("kind", "Opportunity"), C_("kind", "Customer"),
    C_("field", "Owner"), C_("field", "Amount"), C_("target", "Weighted"),
    C_("field", "Expected Signing"), C_("target", "Share of the Gap"), NULL
  };

  if (deals->len == 0)
    return;
  g_string_append_c (run->out, '\n');
  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, deal_cells (deals->pdata[i], currency));
  clinch_command_table (run->out, rows, G_N_ELEMENTS (headings) - 1);
  if (n < deals->len)
    g_string_append_printf (run->err, _("%1$u of %2$u; more with --limit.\n"), n, deals->len);
}

/* --- As JSON */

void
clinch_command_json_scope (GString               *out,
                           ClinchDb              *db,
                           const ClinchTargetRow *row)
{
  g_string_append (out, "\"member\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_MEMBER, row->scope.member_id);
  g_string_append (out, ",\"team\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_TEAM, row->scope.team_id);
}

void
clinch_command_json_amount (GString    *out,
                            const char *name,
                            gboolean    known,
                            gint64      minor,
                            const char *currency)
{
  g_autofree char *text = known && minor != CLINCH_PACE_UNKNOWN
                          ? clinch_money_format_plain (minor, currency) : NULL;

  clinch_command_json_member (out, name, text);
}

static void
append_row (GString               *out,
            ClinchDb              *db,
            const ClinchTargetRow *row)
{
  const ClinchTargetPeriod *now = &row->periods[0];
  gboolean has_target = now->target_id != 0;
  const char *currency = row->currency;

  g_string_append_c (out, '{');
  clinch_command_json_scope (out, db, row);
  g_string_append_printf (out, ",\"depth\":%d", row->depth);
  clinch_command_json_member (out, "currency", currency);
  clinch_command_json_amount (out, "target", has_target, now->target, currency);
  clinch_command_json_amount (out, "won", TRUE, now->won, currency);
  clinch_command_json_known (out, "percent", row->pace.percent);
  clinch_command_json_member (out, "pace", clinch_pace_state_code (row->pace.state));
  clinch_command_json_amount (out, "due", has_target, row->pace.due, currency);
  clinch_command_json_amount (out, "projection", TRUE, row->pace.projection, currency);
  clinch_command_json_amount (out, "gap", has_target, row->pace.gap, currency);
  clinch_command_json_amount (out, "per-workday", has_target, row->pace.per_day, currency);
  clinch_command_json_amount (out, "open", TRUE, row->open, currency);
  clinch_command_json_amount (out, "expected", TRUE, row->expected, currency);
  clinch_command_json_amount (out, "parts", row->n_parts > 0, row->parts, currency);
  g_string_append_printf (out, ",\"won-opportunities\":%u,\"open-opportunities\":%u"
                          ",\"other-currencies\":%u}", now->n_won, row->n_open, row->n_foreign);
}

static void
append_deal (GString                *out,
             ClinchDb               *db,
             const ClinchTargetDeal *deal,
             const char             *currency)
{
  g_string_append (out, "{\"opportunity\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_OPPORTUNITY, deal->id);
  g_string_append (out, ",\"customer\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_CUSTOMER, deal->customer_id);
  g_string_append (out, ",\"owner\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_MEMBER, deal->owner_id);
  clinch_command_json_priority (out, &deal->priority);
  clinch_command_json_member (out, "currency", currency);
  clinch_command_json_amount (out, "amount", TRUE, deal->amount, currency);
  clinch_command_json_known (out, "probability", deal->probability);
  clinch_command_json_amount (out, "weighted", TRUE, deal->weighted, currency);
  clinch_command_json_member (out, "expected-date", deal->date);
  clinch_command_json_known (out, "share", deal->share);
  g_string_append_c (out, '}');
}

static void
print_json (ClinchCommandRun         *run,
            ClinchDb                 *db,
            const ClinchTargetReport *report,
            const ClinchTargetRow    *top,
            GPtrArray                *deals,
            guint                     n)
{
  gboolean is_first = TRUE;

  clinch_command_json_period (run->out, &report->periods[0]);
  g_string_append (run->out, ",\"rows\":[");
  for (guint i = 0; i < report->rows->len; i++)
    {
      if (!clinch_target_row_part_of (report, report->rows->pdata[i], top))
        continue;
      g_string_append (run->out, is_first ? "\n" : ",\n");
      append_row (run->out, db, report->rows->pdata[i]);
      is_first = FALSE;
    }
  g_string_append (run->out, "\n],\"deals\":[");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (run->out, i > 0 ? ",\n" : "\n");
      append_deal (run->out, db, deals->pdata[i], top->currency);
    }
  g_string_append (run->out, "\n]}\n");
}

static gboolean
run_targets (ClinchCommandRun  *run,
             ClinchDb          *db,
             GError           **error)
{
  g_autoptr(ClinchTargetReport) report = NULL;
  g_autoptr(GPtrArray) deals = NULL;
  const ClinchTargetRow *top;
  gint64 limit;
  guint n;

  report = clinch_command_read_targets (run, db, &top, error);
  if (report == NULL
      || !clinch_command_number (run, "limit", 0, G_MAXINT, PRESET_LIMIT, &limit, error))
    return FALSE;
  deals = clinch_target_deals_load (db, report, top, FALSE, error);
  if (deals == NULL)
    return FALSE;

  n = limit > 0 ? MIN ((guint) limit, deals->len) : deals->len;
  if (run->json)
    print_json (run, db, report, top, deals, n);
  else
    {
      print_tree (run, report, top);
      print_deals (run, deals, n, top->currency);
    }

  return TRUE;
}

static const ClinchCommandOption targets_options[] = {
  { "period", "PERIOD", N_("A month, quarter or year: 2026-11, 2026-Q4, 2026; this quarter if not given") },
  { "owner", "ID", N_("Of this member") },
  { "team", "ID", N_("Of this team and what is part of it") },
  { "limit", "N", N_("At most so many opportunities; 0 for all, 20 if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_targets[] = {
  { "targets", "[--period PERIOD] [--owner ID | --team ID] [--limit N]",
    N_("Show how far targets are, and which opportunities would close the gap"), 0, 0,
    CLINCH_COMMAND_READ, targets_options, prepare_targets, run_targets, NULL },
  { NULL },
};
