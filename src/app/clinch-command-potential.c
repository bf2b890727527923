// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which customers could bring more than they do.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-money.h"
#include "clinch-potential-report.h"

#include <glib/gi18n-lib.h>

static void
print_table (ClinchCommandRun *run,
             GPtrArray        *customers)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const headings[] = {
    _("Customer"), C_("field", "Grade"), C_("potential", "Potential"), C_("potential", "Value"),
    C_("potential", "Still to Win"), C_("field", "Owner"), NULL
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < customers->len; i++)
    {
      const ClinchPotentialCustomer *customer = customers->pdata[i];
      char **cells = g_new0 (char *, G_N_ELEMENTS (headings));

      cells[0] = g_strdup (customer->name);
      cells[1] = g_strdup (customer->grade != NULL ? customer->grade : "–");
      cells[2] = g_strdup_printf ("%d", customer->potential);
      cells[3] = clinch_money_format (customer->value, customer->currency, clinch_money_style ());
      cells[4] = clinch_money_format (customer->to_win, customer->currency, clinch_money_style ());
      cells[5] = g_strdup (customer->owner != NULL ? customer->owner : "–");
      g_ptr_array_add (rows, cells);
    }
  clinch_command_table (run->out, rows, G_N_ELEMENTS (headings) - 1);
}

static void
append_customer (GString                       *out,
                 ClinchDb                      *db,
                 const ClinchPotentialCustomer *customer,
                 const char                    *corner)
{
  g_autofree char *value = clinch_money_format_plain (customer->value,
                                                        customer->currency);
  g_autofree char *to_win = clinch_money_format_plain (customer->to_win,
                                                         customer->currency);

  g_string_append (out, "{\"customer\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_CUSTOMER, customer->id);
  g_string_append (out, ",\"owner\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_MEMBER, customer->owner_id);
  clinch_command_json_member (out, "grade", customer->grade);
  clinch_command_json_member (out, "corner", corner);
  g_string_append_printf (out, ",\"potential\":%d", customer->potential);
  clinch_command_json_member (out, "currency", customer->currency);
  clinch_command_json_member (out, "value", value);
  clinch_command_json_member (out, "to-win", to_win);
  g_string_append_c (out, '}');
}

/* Those in other currencies are in no corner. */
static void
print_json (ClinchCommandRun            *run,
            ClinchDb                    *db,
            GPtrArray                   *listed,
            const ClinchPotentialReport *report)
{
  g_string_append_c (run->out, '[');
  for (guint i = 0; i < listed->len; i++)
    {
      const ClinchPotentialCustomer *customer = listed->pdata[i];
      gboolean is_foreign = g_ptr_array_find (report->foreign, customer, NULL);

      g_string_append (run->out, i > 0 ? ",\n" : "\n");
      append_customer (run->out, db, customer, is_foreign ? NULL
                       : clinch_potential_code (customer->quadrant));
    }
  g_string_append (run->out, "\n]\n");
}

/* Without --all only those with high potential and little value yet. */
static gboolean
run_potential (ClinchCommandRun  *run,
               ClinchDb          *db,
               GError           **error)
{
  g_autofree char *currency = clinch_db_get_setting (db, "currency");
  gboolean all = clinch_command_option (run, "all") != NULL;
  g_autoptr(ClinchPotentialReport) report = NULL;
  g_autoptr(GPtrArray) listed = g_ptr_array_new ();
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  report = clinch_potential_report_load (db, currency, today, error);
  if (report == NULL)
    return FALSE;
  for (guint i = 0; i < report->customers->len; i++)
    {
      ClinchPotentialCustomer *customer = report->customers->pdata[i];

      if (all || customer->quadrant == CLINCH_QUADRANT_NEGLECTED)
        g_ptr_array_add (listed, customer);
    }
  if (all)
    g_ptr_array_extend (listed, report->foreign, NULL, NULL);
  if (run->json)
    print_json (run, db, listed, report);
  else
    print_table (run, listed);
  if (report->foreign->len > 0)
    {
      g_autofree char *text = clinch_potential_foreign_text (report->foreign->len);

      g_string_append_printf (run->err, "%s\n", text);
    }

  return TRUE;
}

static const ClinchCommandOption potential_options[] = {
  { "all", NULL, N_("All customers, and not only those who could bring more than they do") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_potential[] = {
  { "potential", "[--all]", N_("List customers of high potential and little value yet"), 0, 0,
    CLINCH_COMMAND_READ, potential_options, NULL, run_potential, NULL },
  { NULL },
};
