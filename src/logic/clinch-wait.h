// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchWait:
 * @person: (nullable): who at the customer has to answer
 * @department: (nullable): which department has to answer
 * @since: (nullable): since when, ISO date
 *
 * What an opportunity waits for at the customer's side. All strings are borrowed; with neither a
 * person nor a department it waits for nobody.
 */
typedef struct
{
  const char *person;
  const char *department;
  const char *since;
} ClinchWait;

/**
 * clinch_wait_is_on:
 * @wait: a wait
 *
 * Returns: %TRUE if somebody is waited for
 */
gboolean clinch_wait_is_on    (const ClinchWait *wait);

/**
 * clinch_wait_days:
 * @wait: a wait
 * @today: the current day, ISO
 *
 * Returns: for how many days, 0 on its first day and where nobody said since when
 */
int      clinch_wait_days     (const ClinchWait *wait,
                               const char       *today);

/**
 * clinch_wait_whom:
 * @wait: a wait
 *
 * Returns: (transfer full): “Li Ting (Purchasing)”, “Li Ting”, “Purchasing”, or "" for nobody
 */
char    *clinch_wait_whom     (const ClinchWait *wait) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_wait_sentence:
 * @wait: a wait
 * @today: the current day, ISO
 *
 * Returns: (transfer full): “Waiting for Li Ting (Purchasing) for 6 days”, "" for nobody
 */
char    *clinch_wait_sentence (const ClinchWait *wait,
                               const char       *today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_wait_short:
 * @wait: a wait
 * @today: the current day, ISO
 *
 * Returns: (transfer full): the same as short as can be, “Waits 6 d: Purchasing”, "" for nobody
 */
char    *clinch_wait_short    (const ClinchWait *wait,
                               const char       *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
