// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/* What is done to a decision chain, as clinch-operations.h has it for records. That nobody comes to
 * report to themselves, or to somebody of another customer, is looked at when the step is
 * committed, whoever writes. */

/**
 * ClinchPlaceholderRequest:
 * @customer_id: key of the customer where somebody must exist
 * @opportunity_id: for which opportunity the role holds, 0 for all
 * @role: (nullable): code of the role
 * @level: (nullable): code of the level
 * @department: (nullable): the department
 * @name: (nullable): what to call the placeholder; put together from the others if not given
 * @reports_to_id: to whom the person reports, 0 if that is not known
 *
 * Somebody who must exist, and whom nobody knows.
 */
typedef struct
{
  gint64      customer_id;
  gint64      opportunity_id;
  const char *role;
  const char *level;
  const char *department;
  const char *name;
  gint64      reports_to_id;
} ClinchPlaceholderRequest;

/**
 * clinch_operation_assess:
 * @txn: a step
 * @contact_id: key of a contact
 * @opportunity_id: for which opportunity it holds, 0 for all of the customer's
 * @values: a row of %CLINCH_KIND_ASSESSMENT with the scales that are judged, and source,
 *   confidence and note where they are given; NULL takes a judgement back
 * @error: %CLINCH_STORE_ERROR_REFUSED where the opportunity is another customer's
 *
 * Judges a person. There is one assessment for each opportunity and one for all; where nothing is
 * left of it it goes.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_assess          (ClinchTxn                       *txn,
                                           gint64                           contact_id,
                                           gint64                           opportunity_id,
                                           const ClinchRow                 *values,
                                           GError                         **error);

/**
 * clinch_operation_report_to:
 * @txn: a step
 * @contact_id: key of a contact
 * @above_id: to whom the person reports, 0 for nobody
 * @error: where the reason goes
 *
 * Sets a reporting line.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_report_to       (ClinchTxn                       *txn,
                                           gint64                           contact_id,
                                           gint64                           above_id,
                                           GError                         **error);

/**
 * clinch_operation_draw_line:
 * @txn: a step
 * @from_id: key of a contact
 * @to_id: key of another one of the same customer
 * @type: code of %CLINCH_CHOICE_INFLUENCE
 * @note: (nullable): what there is to say
 * @error: %CLINCH_STORE_ERROR_REFUSED where it is there already, or leads nowhere
 *
 * Draws a line of influence. There is one from the one to the other: where it is of another kind
 * it becomes this one. Rivals are so both ways.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_draw_line       (ClinchTxn                       *txn,
                                           gint64                           from_id,
                                           gint64                           to_id,
                                           const char                      *type,
                                           const char                      *note,
                                           GError                         **error);

/**
 * clinch_operation_remove_line:
 * @txn: a step
 * @influence_id: key of a line of influence
 * @error: where the reason goes
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_remove_line     (ClinchTxn                       *txn,
                                           gint64                           influence_id,
                                           GError                         **error);

/**
 * clinch_operation_add_placeholder:
 * @txn: a step
 * @request: who must exist
 * @error: where the reason goes
 *
 * Puts somebody on the map whom nobody knows yet.
 *
 * Returns: key of the new contact, 0 on failure
 */
gint64   clinch_operation_add_placeholder (ClinchTxn                       *txn,
                                           const ClinchPlaceholderRequest  *request,
                                           GError                         **error);

/**
 * clinch_operation_name_placeholder:
 * @txn: a step
 * @contact_id: key of a placeholder
 * @changes: a row of %CLINCH_KIND_CONTACT with the name, and whatever else is known now
 * @error: %CLINCH_STORE_ERROR_REFUSED where it is no placeholder, or no name is given
 *
 * The person becomes known and keeps its place: lines, role and facts.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_name_placeholder (ClinchTxn                      *txn,
                                            gint64                          contact_id,
                                            const ClinchRow                *changes,
                                            GError                        **error);

/**
 * clinch_operation_fill_placeholder:
 * @txn: a step
 * @placeholder_id: key of a placeholder
 * @contact_id: key of a contact of the same customer
 * @error: %CLINCH_STORE_ERROR_REFUSED where it is no placeholder
 *
 * Somebody who is known already turns out to be the one: the contact takes the place of the
 * placeholder, which goes.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_fill_placeholder (ClinchTxn                      *txn,
                                            gint64                          placeholder_id,
                                            gint64                          contact_id,
                                            GError                        **error);

/**
 * clinch_operation_add_fact:
 * @txn: a step
 * @fact: a row of %CLINCH_KIND_FACT; who says so is “me” and the day today where not given
 * @error: where the reason goes
 *
 * Notes something that is known of a person.
 *
 * Returns: key of the fact, 0 on failure
 */
gint64   clinch_operation_add_fact        (ClinchTxn                       *txn,
                                           ClinchRow                       *fact,
                                           GError                         **error);

G_END_DECLS
