// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-people.h"
#include "clinch-next-touch.h"

G_BEGIN_DECLS

/* When to be in touch with the people of a customer next, in figures and in words. */

/**
 * clinch_contact_touch_read:
 * @person: somebody at a customer
 * @rhythm: their rhythm, read without a cadence
 * @cadence_days: what the grade of the customer asks for, 0 for nothing
 * @now: the current instant, Unix seconds
 *
 * Returns: when to be in touch with @person next; never with a placeholder
 */
ClinchNextTouch clinch_contact_touch_read        (const ClinchChainPerson *person,
                                                  const ClinchRhythm      *rhythm,
                                                  int                      cadence_days,
                                                  gint64                   now);

/**
 * clinch_contact_touch_cadence:
 * @db: a workspace
 * @customer_id: key of a customer
 * @days: (out): the days between two contacts that its grade asks for, 0 for nothing
 * @error: where the reason goes
 *
 * Returns: %TRUE unless it could not be read
 */
gboolean        clinch_contact_touch_cadence     (ClinchDb                *db,
                                                  gint64                   customer_id,
                                                  int                     *days,
                                                  GError                 **error);

/**
 * clinch_contact_touches_load:
 * @db: a workspace
 * @customer_id: key of a customer
 * @now: the current instant, Unix seconds
 * @error: where the reason goes
 *
 * Reads what clinch_chain_people_load() reads; runs in a job.
 *
 * Returns: (transfer full) (nullable): by the key of each of its contacts the #ClinchNextTouch
 */
GHashTable     *clinch_contact_touches_load      (ClinchDb                *db,
                                                  gint64                   customer_id,
                                                  gint64                   now,
                                                  GError                 **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_contact_touch_text:
 * @touch: when to be in touch next
 * @today: the current day, ISO
 *
 * Returns: (transfer full): a sentence with the last contact, the rhythm and the next day
 */
char           *clinch_contact_touch_text        (const ClinchNextTouch   *touch,
                                                  const char              *today)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_contact_touch_due_text:
 * @touch: when to be in touch next
 * @today: the current day, ISO
 *
 * Returns: (transfer full) (nullable): the day alone, “Due Dec 3”; %NULL if nothing says when
 */
char           *clinch_contact_touch_due_text    (const ClinchNextTouch   *touch,
                                                  const char              *today)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
