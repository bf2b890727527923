// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-stage-clock.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchStatusForm:
 * @CLINCH_STATUS_SENTENCE: the sentence that everybody gives to whoever asks: "This customer is in
 *   the … stage; …"
 * @CLINCH_STATUS_LINE: one line with stage, last fact, next step and owner
 */
typedef enum
{
  CLINCH_STATUS_SENTENCE,
  CLINCH_STATUS_LINE,
} ClinchStatusForm;

/**
 * ClinchStatusFacts:
 * @customer_name: (nullable): put in front of a line
 * @opportunity_name: (nullable): put in front of a line
 * @stage_name: name of the stage, as the team calls it
 * @stage_type: its type
 * @done: (nullable) (array zero-terminated=1): what the stages that were passed have brought, in
 *   their order; data of the pipeline ("requirements confirmed", 方案已发). Empty ones are skipped
 * @expected_signing: (nullable): ISO date
 * @signed_on: (nullable): ISO date, for a won stage
 * @lost_reason: (nullable): for a lost stage
 * @next_step: (nullable): what is to be done next
 * @next_step_date: (nullable): ISO date
 * @owner: (nullable): name of the accountable member
 * @waiting_for: (nullable): whom at the customer it waits for
 * @waiting_since: (nullable): since when, ISO date
 * @last_text: (nullable): what the last follow-up says
 * @last_date: (nullable): its ISO date
 *
 * All strings are borrowed.
 */
typedef struct
{
  const char         *customer_name;
  const char         *opportunity_name;
  const char         *stage_name;
  ClinchStageType     stage_type;
  const char * const *done;
  const char         *expected_signing;
  const char         *signed_on;
  const char         *lost_reason;
  const char         *next_step;
  const char         *next_step_date;
  const char         *owner;
  const char         *waiting_for;
  const char         *waiting_since;
  const char         *last_text;
  const char         *last_date;
} ClinchStatusFacts;

/**
 * clinch_status_sentence:
 * @facts: what is known of an opportunity
 * @form: which form
 * @today: the current day, ISO
 *
 * Says in one line of plain text where an opportunity stands, in the language of the program. No
 * date in it is relative to the day of reading except the expected signing, so that it can be
 * copied into a mail.
 *
 * Returns: (transfer full): the text
 */
char *clinch_status_sentence (const ClinchStatusFacts *facts,
                              ClinchStatusForm         form,
                              const char              *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
