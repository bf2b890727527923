// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-wait.h"

#include "clinch-date.h"

#include <glib/gi18n-lib.h>

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

gboolean
clinch_wait_is_on (const ClinchWait *wait)
{
  return is_given (wait->person) || is_given (wait->department);
}

int
clinch_wait_days (const ClinchWait *wait,
                  const char       *today)
{
  if (!clinch_wait_is_on (wait) || !clinch_date_is_valid (wait->since))
    return 0;

  return MAX (clinch_date_days_between (wait->since, today), 0);
}

char *
clinch_wait_whom (const ClinchWait *wait)
{
  if (is_given (wait->person) && is_given (wait->department))
    /* Translators: a person and their department. */
    return g_strdup_printf (C_("wait", "%1$s (%2$s)"), wait->person, wait->department);
  if (is_given (wait->person))
    return g_strdup (wait->person);

  return g_strdup (is_given (wait->department) ? wait->department : "");
}

char *
clinch_wait_sentence (const ClinchWait *wait,
                      const char       *today)
{
  g_autofree char *whom = clinch_wait_whom (wait);
  int days = clinch_wait_days (wait, today);

  if (!clinch_wait_is_on (wait))
    return g_strdup ("");
  if (days == 0)
    /* Translators: whom: “Waiting for Li Ting (Purchasing) since today”. */
    return g_strdup_printf (_("Waiting for %s since today"), whom);

  /* Translators: whom, and how long: “Waiting for Li Ting (Purchasing) for 6 days”. */
  return g_strdup_printf (ngettext ("Waiting for %1$s for %2$d day",
                                    "Waiting for %1$s for %2$d days", days), whom, days);
}

char *
clinch_wait_short (const ClinchWait *wait,
                   const char       *today)
{
  const char *whom = is_given (wait->department) ? wait->department : wait->person;

  if (!clinch_wait_is_on (wait))
    return g_strdup ("");

  /* Translators: days and whom, as short as can be: “Waits 6 d: Purchasing”. */
  return g_strdup_printf (_("Waits %1$d d: %2$s"), clinch_wait_days (wait, today), whom);
}
