// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-test-map.h"

#include "clinch-clock.h"

ClinchTestStore *
clinch_test_map_store_new (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=一期",
                                                   "customer=1", NULL));

  return test;
}

gint64
clinch_test_map_person (ClinchTestStore *test,
                        const char      *name,
                        const char      *department,
                        const char      *level)
{
  ClinchRow *row = clinch_row_new (CLINCH_KIND_CONTACT);

  clinch_row_set_text (row, CLINCH_CONTACT_NAME, name);
  clinch_row_set_int (row, CLINCH_CONTACT_CUSTOMER, 1);
  clinch_row_set_text (row, CLINCH_CONTACT_DEPARTMENT, *department != '\0' ? department : NULL);
  clinch_row_set_text (row, CLINCH_CONTACT_LEVEL, *level != '\0' ? level : NULL);

  return clinch_test_store_insert (test, row);
}

gint64
clinch_test_map_assess (ClinchTestStore *test,
                        gint64           contact_id,
                        gint64           opportunity_id,
                        const char      *field)
{
  ClinchRow *row = clinch_test_row (CLINCH_KIND_ASSESSMENT, field, NULL);

  clinch_row_set_int (row, CLINCH_ASSESSMENT_CONTACT, contact_id);
  clinch_row_set_int (row, CLINCH_ASSESSMENT_CUSTOMER, 1);
  if (opportunity_id != 0)
    clinch_row_set_int (row, CLINCH_ASSESSMENT_OPPORTUNITY, opportunity_id);

  return clinch_test_store_insert (test, row);
}

void
clinch_test_map_log (ClinchTestStore *test,
                     gint64           contact_id,
                     gint64           member_id,
                     const char      *type,
                     int              days)
{
  ClinchRow *row = clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=聊了聊", "customer=1", NULL);

  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CONTACT, contact_id);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_AUTHOR, member_id);
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TYPE, type);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED,
                      clinch_clock_now () - days * G_GINT64_CONSTANT (86400));
  clinch_test_store_insert (test, row);
}

ClinchDecisionChain *
clinch_test_map_load (ClinchTestStore *test,
                      gint64           opportunity_id)
{
  g_autoptr(GError) error = NULL;
  ClinchDecisionChain *chain = clinch_decision_chain_load (test->db, 1, opportunity_id,
                                                           clinch_clock_now (), &error);

  g_assert_no_error (error);
  return chain;
}
