// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-wait-operations.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-step-label.h"

static const int wait_fields[] = {
  CLINCH_OPPORTUNITY_WAITING_CONTACT, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT,
  CLINCH_OPPORTUNITY_WAITING_SINCE,
};

static gboolean
is_wait_field (int field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wait_fields); i++)
    if (wait_fields[i] == field)
      return TRUE;

  return FALSE;
}

static gboolean
differs (const ClinchRow *before,
         const ClinchRow *changes,
         int              field)
{
  return clinch_row_has (changes, field) && !clinch_row_field_equal (before, changes, field);
}

void
clinch_operation_end_wait (ClinchRow *changes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wait_fields); i++)
    clinch_row_set_null (changes, wait_fields[i]);
}

/* Whoever names a person means the department that person works for. */
static gboolean
bring_department (ClinchTxn  *txn,
                  ClinchRow  *changes,
                  GError    **error)
{
  g_autoptr(ClinchRow) contact = NULL;

  contact = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_CONTACT,
                                clinch_row_int (changes, CLINCH_OPPORTUNITY_WAITING_CONTACT),
                                error);
  if (contact == NULL)
    return FALSE;
  if (!clinch_row_is_null (contact, CLINCH_CONTACT_DEPARTMENT))
    clinch_row_set_text (changes, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT,
                         clinch_row_text (contact, CLINCH_CONTACT_DEPARTMENT));

  return TRUE;
}

static gboolean
settle (ClinchTxn        *txn,
        const ClinchRow  *before,
        ClinchRow        *changes,
        GError          **error)
{
  g_autoptr(ClinchRow) after = clinch_row_copy (before);
  char today[CLINCH_DATE_SIZE];

  if (differs (before, changes, CLINCH_OPPORTUNITY_WAITING_CONTACT)
      && !clinch_row_is_null (changes, CLINCH_OPPORTUNITY_WAITING_CONTACT)
      && !clinch_row_has (changes, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT)
      && !bring_department (txn, changes, error))
    return FALSE;

  clinch_row_apply (after, changes);
  if (clinch_row_is_null (after, CLINCH_OPPORTUNITY_WAITING_CONTACT)
      && clinch_row_is_null (after, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT))
    {
      if (!clinch_row_is_null (after, CLINCH_OPPORTUNITY_WAITING_SINCE))
        clinch_row_set_null (changes, CLINCH_OPPORTUNITY_WAITING_SINCE);
    }
  else if (clinch_row_is_null (after, CLINCH_OPPORTUNITY_WAITING_SINCE))
    {
      clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
      clinch_row_set_text (changes, CLINCH_OPPORTUNITY_WAITING_SINCE, today);
    }

  return TRUE;
}

gboolean
clinch_operation_fill_wait (ClinchTxn  *txn,
                            ClinchRow  *row,
                            GError    **error)
{
  g_autoptr(ClinchRow) nothing = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  return settle (txn, nothing, row, error);
}

ClinchRow *
clinch_operation_settle_wait (ClinchTxn        *txn,
                              gint64            id,
                              const ClinchRow  *changes,
                              GError          **error)
{
  g_autoptr(ClinchRow) settled = clinch_row_copy (changes);
  g_autoptr(ClinchRow) row = NULL;

  row = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_OPPORTUNITY, id, error);
  if (row == NULL)
    return NULL;
  if (differs (row, changes, CLINCH_OPPORTUNITY_CUSTOMER)
      && !clinch_row_has (changes, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT))
    clinch_operation_end_wait (settled);
  if (!settle (txn, row, settled, error))
    return NULL;

  return g_steal_pointer (&settled);
}

static gboolean
is_wait_alone (const ClinchRow *changes)
{
  gboolean is_wait = FALSE;
  int n_fields;

  clinch_kind_fields (CLINCH_KIND_OPPORTUNITY, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!clinch_row_has (changes, i))
        continue;
      if (!is_wait_field (i))
        return FALSE;
      is_wait = TRUE;
    }

  return is_wait;
}

gboolean
clinch_operation_label_wait (ClinchTxn        *txn,
                             gint64            id,
                             const ClinchRow  *changes,
                             GError          **error)
{
  g_autoptr(ClinchRow) row = NULL;
  g_autoptr(ClinchRow) settled = NULL;
  g_autofree char *person = NULL;
  const char *department;

  if (clinch_txn_has_action (txn) || !is_wait_alone (changes))
    return TRUE;
  row = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_OPPORTUNITY, id, error);
  if (row == NULL)
    return FALSE;
  settled = clinch_operation_settle_wait (txn, id, changes, error);
  if (settled == NULL)
    return FALSE;

  clinch_row_apply (row, settled);
  person = clinch_db_name_of (clinch_txn_db (txn), CLINCH_KIND_CONTACT,
                              clinch_row_int (row, CLINCH_OPPORTUNITY_WAITING_CONTACT));
  department = clinch_row_text (row, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT);
  clinch_txn_set_action (txn, CLINCH_ACTION_WAIT, clinch_row_name (row), person,
                         department != NULL ? department : "", NULL);

  return TRUE;
}
