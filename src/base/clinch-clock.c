// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-clock.h"

#include "clinch-parse-error.h"

#include <glib/gi18n.h>

/* The environment is read once, by whoever asks first, and never changes afterwards; readers need
 * no lock. */
typedef struct
{
  GTimeZone *zone;
  char *refused;
  gint64 fixed_ms;
  guint is_fixed : 1;
} Clock;

static gpointer
read_environment (gpointer unused)
{
  Clock *clock = g_new0 (Clock, 1);
  const char *text = g_getenv ("CLINCH_NOW");
  g_autoptr(GDateTime) now = NULL;

  /* Set but empty is how scripts take a variable away. */
  if (text != NULL && *text != '\0')
    {
      if (g_utf8_validate (text, -1, NULL))
        now = g_date_time_new_from_iso8601 (text, NULL);
      if (now == NULL)
        clock->refused = g_utf8_make_valid (text, -1);
    }

  if (now != NULL)
    {
      clock->is_fixed = TRUE;
      clock->fixed_ms = g_date_time_to_unix (now) * 1000 + g_date_time_get_microsecond (now) / 1000;
      clock->zone = g_time_zone_ref (g_date_time_get_timezone (now));
    }
  else
    clock->zone = g_time_zone_new_local ();

  return clock;
}

static const Clock *
get_clock (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_environment, NULL);
}

gint64
clinch_clock_now (void)
{
  const Clock *clock = get_clock ();

  if (!clock->is_fixed)
    return g_get_real_time () / G_USEC_PER_SEC;

  /* Towards the earlier second also before 1970. */
  return (clock->fixed_ms - (clock->fixed_ms % 1000 + 1000) % 1000) / 1000;
}

gint64
clinch_clock_now_ms (void)
{
  const Clock *clock = get_clock ();

  return clock->is_fixed ? clock->fixed_ms : g_get_real_time () / 1000;
}

GTimeZone *
clinch_clock_timezone (void)
{
  return get_clock ()->zone;
}

void
clinch_clock_today (char today[CLINCH_DATE_SIZE])
{
  clinch_date_from_instant (clinch_clock_now (), clinch_clock_timezone (), today);
}

gboolean
clinch_clock_check (GError **error)
{
  const Clock *clock = get_clock ();

  if (clock->refused == NULL)
    return TRUE;

  g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
               _("CLINCH_NOW is “%s”, which is not a time such as 2026-11-23T09:00:00+08:00."),
               clock->refused);
  return FALSE;
}
