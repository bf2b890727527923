// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a window does by itself while it is open, for workspaces that are used without one.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-profile-derive.h"
#include "clinch-profile-refresh.h"
#include "clinch-target-operations.h"

#include <glib/gi18n-lib.h>

static gboolean
run_refresh (ClinchCommandRun  *run,
             ClinchTxn         *txn,
             GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  gint64 n_customers;
  gint64 n_regraded;
  gint64 n_done = 0;
  gint64 last = 0;

  if (!clinch_db_query_int (db, &n_customers, NULL, error,
                            "SELECT count (*) FROM customer WHERE deleted_at IS NULL", ""))
    return FALSE;
  do
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error)
          || !clinch_profile_work_out (txn, last, CLINCH_PROFILE_PORTION, &last, error))
        return FALSE;
      n_done = last != 0 ? n_done + CLINCH_PROFILE_PORTION : n_customers;
      if (run->progress != NULL)
        run->progress (run, n_done, n_customers);
    }
  while (last != 0);
  n_regraded = clinch_txn_n_changes (txn);
  if (!clinch_forecast_keep_due (txn, error))
    return FALSE;

  if (run->json)
    g_string_append_printf (run->members, "\"customers\":%" G_GINT64_FORMAT
                            ",\"regraded\":%" G_GINT64_FORMAT ",", n_customers,
                            n_regraded);
  else
    {
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, n_customers);

      /* Translators: %s is a number of customers. */
      g_string_append_printf (run->out, ngettext ("Worked out %s customer\n",
                                                  "Worked out %s customers\n", n_customers),
                              count);
    }

  return TRUE;
}

const ClinchCommand clinch_command_upkeep[] = {
  { "refresh", "", N_("Bring all profiles up to date"), 0, 0, CLINCH_COMMAND_WRITE, NULL, NULL,
    NULL, run_refresh },
  { NULL },
};
