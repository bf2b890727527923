// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why to be in touch with whom, the most pressing first.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-contact-reasons.h"
#include "clinch-json.h"
#include "clinch-resolve.h"

#include <glib/gi18n-lib.h>

#define PRESET_LIMIT 20

static const ClinchKind about_kinds[CLINCH_N_REASONS] = {
  [CLINCH_REASON_TOUCH] = CLINCH_KIND_CONTACT,
  [CLINCH_REASON_OBJECTIVE] = CLINCH_KIND_OBJECTIVE,
  [CLINCH_REASON_RECHECK] = CLINCH_KIND_WHITESPACE,
  [CLINCH_REASON_MATERIAL] = CLINCH_KIND_MATERIAL,
  [CLINCH_REASON_STALE] = CLINCH_KIND_DIMENSION,
  [CLINCH_REASON_BIRTHDAY] = CLINCH_KIND_CONTACT,
};

static gboolean
prepare_reasons (ClinchCommandRun  *run,
                 GError           **error)
{
  gint64 limit;

  return clinch_command_number (run, "limit", 0, G_MAXINT, PRESET_LIMIT, &limit, error);
}

/* My own customers, unless it is said whose. */
static ClinchQuery *
make_query (ClinchCommandRun  *run,
            ClinchDb          *db,
            GError           **error)
{
  const char *owner = clinch_command_option (run, "owner");
  const char *team = clinch_command_option (run, "team");
  gint64 id = 0;

  if (team != NULL)
    {
      g_autoptr(ClinchRow) row = NULL;

      if (clinch_resolve (db, CLINCH_KIND_TEAM, team, &id, error))
        row = clinch_db_load_row (db, CLINCH_KIND_TEAM, id, error);
      return row != NULL ? clinch_contact_reasons_query (0, &row->uid) : NULL;
    }
  if (owner != NULL && !clinch_resolve (db, CLINCH_KIND_MEMBER, owner, &id, error))
    return NULL;
  if (owner == NULL && clinch_command_option (run, "all") == NULL)
    {
      g_autofree char *me = clinch_db_get_local (db, "me");

      id = me != NULL ? g_ascii_strtoll (me, NULL, 10) : 0;
    }

  return clinch_contact_reasons_query (id, NULL);
}

/* Sentences are too long for a table. */
static void
print_list (ClinchCommandRun           *run,
            const ClinchContactReasons *reasons,
            guint                       n)
{
  for (guint i = 0; i < n; i++)
    {
      const ClinchReasonItem *item = reasons->items->pdata[i];

      g_string_append_printf (run->out, "%3d  %s\n     %s\n", item->pressing, item->customer,
                              item->text);
    }
}

static void
print_json (ClinchCommandRun           *run,
            ClinchDb                   *db,
            const ClinchContactReasons *reasons,
            guint                       n)
{
  g_string_append_c (run->out, '[');
  for (guint i = 0; i < n; i++)
    {
      const ClinchReasonItem *item = reasons->items->pdata[i];

      g_string_append (run->out, i > 0 ? ",\n{\"customer\":" : "\n{\"customer\":");
      clinch_command_json_reference (run->out, db, CLINCH_KIND_CUSTOMER, item->reason.customer);
      clinch_command_json_member (run->out, "reason", clinch_reason_code (item->reason.kind));
      g_string_append (run->out, ",\"about\":");
      clinch_command_json_reference (run->out, db, about_kinds[item->reason.kind],
                                     item->record_id);
      g_string_append_printf (run->out, ",\"pressing\":%d", item->pressing);
      clinch_command_json_member (run->out, "since", item->reason.due_on);
      clinch_command_json_member (run->out, "message", item->text);
      g_string_append_c (run->out, '}');
    }
  g_string_append (run->out, "\n]\n");
}

static gboolean
run_reasons (ClinchCommandRun  *run,
             ClinchDb          *db,
             GError           **error)
{
  g_autoptr(ClinchQuery) query = make_query (run, db, error);
  g_autoptr(ClinchContactReasons) reasons = NULL;
  gint64 limit;
  guint n;

  if (query == NULL
      || !clinch_command_number (run, "limit", 0, G_MAXINT, PRESET_LIMIT, &limit, error))
    return FALSE;
  reasons = clinch_contact_reasons_load (db, query, clinch_clock_now (), error);
  if (reasons == NULL)
    return FALSE;

  n = limit > 0 ? MIN ((guint) limit, reasons->items->len) : reasons->items->len;
  if (run->json)
    print_json (run, db, reasons, n);
  else if (n > 0)
    print_list (run, reasons, n);
  else
    g_string_append_printf (run->out, "%s\n", _("Nothing presses."));
  if (!reasons->complete)
    g_string_append_printf (
      run->err, ngettext ("Only the customer of the highest priority was looked at.\n",
                          "Only the %u customers of the highest priority were looked at.\n",
                          reasons->n_customers), reasons->n_customers);

  return TRUE;
}

static const ClinchCommandOption reasons_options[] = {
  { "owner", "ID", N_("Customers of this member") },
  { "team", "ID", N_("Customers of this team and the teams in it") },
  { "all", NULL, N_("Customers of everybody; without any of these, your own") },
  { "limit", "N", N_("At most so many; 0 for all, 20 if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_reasons[] = {
  { "reasons", "[--owner ID | --team ID | --all] [--limit N]",
    N_("List reasons to be in touch with customers"), 0, 0, CLINCH_COMMAND_READ, reasons_options,
    prepare_reasons, run_reasons, NULL },
  { NULL },
};
