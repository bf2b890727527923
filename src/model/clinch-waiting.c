// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-waiting.h"

#include "clinch-actions.h"
#include "clinch-wait-operations.h"

ClinchWait
clinch_waiting_read (ClinchRecord *opportunity)
{
  return (ClinchWait) {
    .person = clinch_record_get_reference_name (opportunity, CLINCH_OPPORTUNITY_WAITING_CONTACT),
    .department = clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT),
    .since = clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_WAITING_SINCE),
  };
}

char *
clinch_waiting_whom (ClinchDb        *db,
                     const ClinchRow *opportunity)
{
  g_autofree char *person = NULL;
  ClinchWait wait = { NULL };

  person = clinch_db_name_of (db, CLINCH_KIND_CONTACT,
                              clinch_row_int (opportunity, CLINCH_OPPORTUNITY_WAITING_CONTACT));
  wait.person = person;
  wait.department = clinch_row_text (opportunity, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT);

  return clinch_wait_whom (&wait);
}

void
clinch_waiting_end (ClinchWorkspace     *workspace,
                    gint64               opportunity_id,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  clinch_operation_end_wait (changes);
  clinch_action_edit (workspace, CLINCH_KIND_OPPORTUNITY, &opportunity_id, 1, changes, NULL,
                      callback, user_data);
}
