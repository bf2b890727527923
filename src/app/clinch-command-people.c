// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands on people and companies: contacts as vCards.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-resolve.h"
#include "clinch-vcard-writer.h"

#include <glib/gi18n-lib.h>

static gboolean
prepare_export_contacts (ClinchCommandRun  *run,
                         GError           **error)
{
  const char *version = clinch_command_option (run, "vcard");

  if (version == NULL || g_str_equal (version, "3.0") || g_str_equal (version, "4.0"))
    return TRUE;

  clinch_command_usage_error (run, error, _("--vcard is “3.0” or “4.0”, not “%s”."), version);
  return FALSE;
}

static gboolean
run_export_contacts (ClinchCommandRun  *run,
                     ClinchDb          *db,
                     GError           **error)
{
  const char *customer = clinch_command_option (run, "customer");
  const char *version = clinch_command_option (run, "vcard");
  g_autofree char *path = clinch_command_path (run, run->arguments[0]);
  gint64 customer_id = 0;
  guint n_cards;

  if (customer != NULL && !clinch_resolve (db, CLINCH_KIND_CUSTOMER, customer, &customer_id, error))
    return FALSE;
  if (!clinch_vcard_export (db, customer != NULL ? CLINCH_KIND_CUSTOMER : CLINCH_KIND_NONE,
                            customer_id,
                            g_strcmp0 (version, "4.0") == 0 ? CLINCH_VCARD_4_0 : CLINCH_VCARD_3_0,
                            path, &n_cards, error))
    return FALSE;

  if (run->json)
    g_string_append_printf (run->out, "{\"contacts\":%u}\n", n_cards);
  else
    g_string_append_printf (run->out,
                            ngettext ("%u contact written\n", "%u contacts written\n", n_cards),
                            n_cards);

  return TRUE;
}

static const ClinchCommandOption export_contacts_options[] = {
  { "customer", "ID", N_("The contacts of this customer alone") },
  { "vcard", "3.0|4.0", N_("The version to write; 3.0 if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_people[] = {
  { "export-contacts", "FILE.vcf [--customer ID] [--vcard 3.0|4.0]", N_("Write contacts as vCards"),
    1, 1, CLINCH_COMMAND_READ, export_contacts_options, prepare_export_contacts,
    run_export_contacts, NULL },
  { NULL },
};
