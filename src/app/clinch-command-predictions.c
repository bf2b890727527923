// SPDX-License-Identifier: GPL-3.0-or-later
//
// How well those who own opportunities judge them.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-predictions.h"

#include <glib/gi18n-lib.h>

static void
print_table (ClinchCommandRun *run,
             GPtrArray        *predictors)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const headings[] = {
    C_("field", "Owner"), C_("attention", "Win Predictions"), C_("attention", "Verdict"), NULL
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < predictors->len; i++)
    {
      const ClinchPredictor *predictor = predictors->pdata[i];
      char **cells = g_new0 (char *, G_N_ELEMENTS (headings));

      cells[0] = g_strdup (predictor->member_id == 0 ? C_("attention", "Everybody")
                           : predictor->name);
      cells[1] = clinch_predictor_text (predictor);
      cells[2] = clinch_predictor_verdict (predictor);
      g_ptr_array_add (rows, cells);
    }
  clinch_command_table (run->out, rows, G_N_ELEMENTS (headings) - 1);
}

static void
append_band (GString                     *out,
             const ClinchCalibrationBand *band)
{
  g_string_append_printf (out, "\"ended\":%u,\"won\":%u", band->n, band->n_won);
  clinch_command_json_known (out, "expected", band->expected);
  clinch_command_json_known (out, "happened", band->happened);
}

static void
append_predictor (GString               *out,
                  ClinchDb              *db,
                  const ClinchPredictor *predictor)
{
  const ClinchCalibration *calibration = &predictor->calibration;

  g_string_append (out, "{\"owner\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_MEMBER, predictor->member_id);
  g_string_append_c (out, ',');
  append_band (out, &calibration->all);
  if (calibration->brier >= 0)
    g_string_append_printf (out, ",\"brier\":%d.%03d", calibration->brier / 1000,
                            calibration->brier % 1000);
  else
    g_string_append (out, ",\"brier\":null");
  g_string_append (out, ",\"bands\":[");
  for (int i = 0; i < CLINCH_CALIBRATION_N_BANDS; i++)
    {
      g_string_append (out, i > 0 ? ",{" : "{");
      append_band (out, &calibration->bands[i]);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}");
}

static gboolean
run_predictions (ClinchCommandRun  *run,
                 ClinchDb          *db,
                 GError           **error)
{
  g_autoptr(GPtrArray) predictors = clinch_predictions_load (db, error);

  if (predictors == NULL)
    return FALSE;
  if (!run->json)
    {
      print_table (run, predictors);
      return TRUE;
    }

  g_string_append_c (run->out, '[');
  for (guint i = 0; i < predictors->len; i++)
    {
      g_string_append (run->out, i > 0 ? ",\n" : "\n");
      append_predictor (run->out, db, predictors->pdata[i]);
    }
  g_string_append (run->out, "\n]\n");

  return TRUE;
}

const ClinchCommand clinch_command_predictions[] = {
  { "predictions", "", N_("Compare own probabilities with how opportunities ended"), 0, 0,
    CLINCH_COMMAND_READ, NULL, NULL, run_predictions, NULL },
  { NULL },
};
