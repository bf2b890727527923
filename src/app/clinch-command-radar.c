// SPDX-License-Identifier: GPL-3.0-or-later
//
// One customer's profile as a picture.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-chart-export.h"
#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-profile-radar.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define PRESET_WIDTH 900
#define PRESET_HEIGHT 760
#define LEAST_SIDE 240
#define MOST_SIDE 4000

typedef struct
{
  int width;
  int height;
  gboolean dark;
  ClinchChartFormat format;
} Picture;

static gboolean
read_size (Picture           *picture,
           ClinchCommandRun  *run,
           GError           **error)
{
  const char *size = clinch_command_option (run, "size");
  char rest;

  picture->width = PRESET_WIDTH;
  picture->height = PRESET_HEIGHT;
  if (size == NULL || (sscanf (size, "%5dx%5d%c", &picture->width, &picture->height, &rest) == 2
                       && MIN (picture->width, picture->height) >= LEAST_SIDE
                       && MAX (picture->width, picture->height) <= MOST_SIDE))
    return TRUE;

  clinch_command_usage_error (run, error,
                              _("--size: “%1$s” is not WIDTHxHEIGHT with %2$d to %3$d each."),
                              size, LEAST_SIDE, MOST_SIDE);
  return FALSE;
}

static gboolean
read_scheme (Picture           *picture,
             ClinchCommandRun  *run,
             GError           **error)
{
  const char *scheme = clinch_command_option (run, "scheme");

  picture->dark = g_strcmp0 (scheme, "dark") == 0;
  if (scheme == NULL || picture->dark || g_str_equal (scheme, "light"))
    return TRUE;

  clinch_command_usage_error (run, error, _("--scheme is “light” or “dark”, not “%s”."), scheme);
  return FALSE;
}

static gboolean
read_picture (Picture           *picture,
              ClinchCommandRun  *run,
              GError           **error)
{
  const char *output = clinch_command_option (run, "output");
  g_autoptr(GError) reason = NULL;

  if (output == NULL)
    clinch_command_usage_error (run, error, _("Say with “-o FILE” which file to write."));
  else if (!clinch_chart_format_from_name (output, &picture->format, &reason))
    clinch_command_usage_error (run, error, "%s", reason->message);
  else
    return read_size (picture, run, error) && read_scheme (picture, run, error);

  return FALSE;
}

static gboolean
prepare_radar (ClinchCommandRun  *run,
               GError           **error)
{
  Picture picture;

  return read_picture (&picture, run, error) && clinch_command_profile_prepare (run, error);
}

static ClinchRadarData *
make_radar (const ClinchCommandProfile *reading)
{
  ClinchRadarData *data = clinch_radar_data_new ();

  clinch_profile_radar_show (data, reading->profile);
  for (guint i = 0; i < reading->compared->len; i++)
    {
      const ClinchCommandCompared *compared = reading->compared->pdata[i];

      clinch_profile_radar_compare (data, compared->name, compared->series);
    }

  return data;
}

static gboolean
run_radar (ClinchCommandRun  *run,
           ClinchDb          *db,
           GError           **error)
{
  g_autofree char *path = clinch_command_path (run, clinch_command_option (run, "output"));
  g_auto(ClinchCommandProfile) reading = { 0 };
  g_autoptr(ClinchRadarData) data = NULL;
  g_autoptr(GBytes) bytes = NULL;
  Picture picture;

  if (!read_picture (&picture, run, error)
      || !clinch_command_profile_read (&reading, run, db, error))
    return FALSE;
  data = make_radar (&reading);
  bytes = clinch_chart_render (CLINCH_CHART_DATA (data), picture.format, picture.width,
                               picture.height, picture.dark, error);

  return bytes != NULL && clinch_command_write_file (run, path, bytes, error);
}

static const ClinchCommandOption radar_options[] = {
  { "output", "FILE", N_("What to write: a file that ends with .png, .svg or .pdf; in short -o") },
  { "compare", CLINCH_COMMAND_COMPARE_VALUE,
    N_("Beside it: another customer, the median of its grade, or itself on that day") },
  { "at", "DATE", N_("As it was on that day") },
  { "size", "WIDTHxHEIGHT", N_("In pixels; 900x760 if not given") },
  { "scheme", "light|dark", N_("The colours; light if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_radar[] = {
  { "radar", "CUSTOMER -o FILE [--compare CUSTOMER|median|DATE]… [--at DATE] [--size WIDTHxHEIGHT] [--scheme light|dark]",
    N_("Draw a customer's profile as a picture"), 1, 1, CLINCH_COMMAND_READ, radar_options,
    prepare_radar, run_radar, NULL },
  { NULL },
};
