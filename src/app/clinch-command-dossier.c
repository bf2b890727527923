// SPDX-License-Identifier: GPL-3.0-or-later
//
// A customer on paper.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-private.h"
#include "clinch-dossier.h"
#include "clinch-resolve.h"

#include <glib/gi18n-lib.h>

static gboolean
prepare_dossier (ClinchCommandRun  *run,
                 GError           **error)
{
  const char *output = clinch_command_option (run, "output");
  const char *language = clinch_command_option (run, "language");
  g_autofree char *lower = output != NULL ? g_ascii_strdown (output, -1) : NULL;

  if (output == NULL)
    clinch_command_usage_error (run, error, _("Say with “-o FILE” which file to write."));
  else if (!g_str_has_suffix (lower, ".pdf"))
    clinch_command_usage_error (run, error, _("“%s” does not end with .pdf."), output);
  else if (language != NULL && !g_str_equal (language, "zh") && !g_str_equal (language, "en"))
    clinch_command_usage_error (run, error, _("--language is “zh” or “en”, not “%s”."), language);
  else
    {
      run->answers_in = language;
      return TRUE;
    }

  return FALSE;
}

static gboolean
run_dossier (ClinchCommandRun  *run,
             ClinchDb          *db,
             GError           **error)
{
  g_autofree char *path = clinch_command_path (run, clinch_command_option (run, "output"));
  g_autoptr(ClinchVisitBrief) brief = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gint64 customer_id;

  if (!clinch_resolve (db, CLINCH_KIND_CUSTOMER, run->arguments[0], &customer_id, error))
    return FALSE;
  brief = clinch_visit_brief_load (db, customer_id, clinch_clock_now (), TRUE, error);
  if (brief == NULL)
    return FALSE;
  bytes = clinch_dossier_render (brief, error);

  return bytes != NULL && clinch_command_write_file (run, path, bytes, error);
}

static const ClinchCommandOption dossier_options[] = {
  { "output", "FILE", N_("The PDF file to write; in short -o") },
  { "language", "zh|en", N_("The language of the paper; the program's if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_dossier[] = {
  { "dossier", "CUSTOMER -o FILE.pdf [--language zh|en]",
    N_("Write all one needs for a visit on paper"), 1, 1, CLINCH_COMMAND_READ, dossier_options,
    prepare_dossier, run_dossier, NULL },
  { NULL },
};
