// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-help-operations.h"

#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>

/* From where each state is reached. */
static const struct
{
  const char *state;
  const char *from[3];
} ways[] = {
  { "accepted", { "asked", "declined" } },
  { "declined", { "asked", "accepted" } },
  { "done", { "accepted" } },
};

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED, message);

  return FALSE;
}

/* The customer is that of the opportunity, or of the person to meet. */
static gboolean
fill_customer (ClinchTxn  *txn,
               ClinchRow  *request,
               GError    **error)
{
  gboolean by_contact = clinch_row_is_null (request, CLINCH_HELP_REQUEST_OPPORTUNITY);
  gint64 customer_id;

  if (!clinch_row_is_null (request, CLINCH_HELP_REQUEST_CUSTOMER))
    return TRUE;
  if (!clinch_db_query_int (clinch_txn_db (txn), &customer_id, NULL, error,
                            by_contact ? "SELECT customer_id FROM contact WHERE id = ?"
                            : "SELECT customer_id FROM opportunity WHERE id = ?", "i",
                            clinch_row_int (request, by_contact ? (int) CLINCH_HELP_REQUEST_CONTACT
                                            : (int) CLINCH_HELP_REQUEST_OPPORTUNITY)))
    return FALSE;
  if (customer_id == 0)
    return refuse (error, _("Say for which customer or opportunity help is needed."));

  clinch_row_set_int (request, CLINCH_HELP_REQUEST_CUSTOMER, customer_id);
  return TRUE;
}

gint64
clinch_operation_ask_help (ClinchTxn  *txn,
                           ClinchRow  *request,
                           GError    **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  gint64 asked_id = clinch_row_int (request, CLINCH_HELP_REQUEST_ASKED);
  g_autofree char *asked = NULL;
  g_autofree char *customer = NULL;

  if (!fill_customer (txn, request, error))
    return 0;
  if (clinch_row_is_null (request, CLINCH_HELP_REQUEST_ASKER) && clinch_txn_me (txn) != 0)
    clinch_row_set_int (request, CLINCH_HELP_REQUEST_ASKER, clinch_txn_me (txn));
  if (asked_id == 0)
    return refuse (error, _("Say whom to ask for help."));
  if (asked_id == clinch_row_int (request, CLINCH_HELP_REQUEST_ASKER))
    return refuse (error, _("Nobody asks themselves for help: choose somebody else."));

  clinch_row_set_text (request, CLINCH_HELP_REQUEST_STATE, "asked");
  asked = clinch_db_name_of (db, CLINCH_KIND_MEMBER, asked_id);
  customer = clinch_db_name_of (db, CLINCH_KIND_CUSTOMER,
                                clinch_row_int (request, CLINCH_HELP_REQUEST_CUSTOMER));
  if (!clinch_txn_has_action (txn))
    clinch_txn_set_action (txn, CLINCH_ACTION_ASK_HELP, asked, customer, NULL);

  return clinch_txn_insert (txn, request, error);
}

static gboolean
leads_to (const char *from,
          const char *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    for (int j = 0; g_strcmp0 (ways[i].state, state) == 0 && ways[i].from[j] != NULL; j++)
      if (g_strcmp0 (ways[i].from[j], from) == 0)
        return TRUE;

  return FALSE;
}

gboolean
clinch_operation_answer_help (ClinchTxn   *txn,
                              gint64       id,
                              const char  *state,
                              const char  *outcome,
                              GError     **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(ClinchRow) request = clinch_db_load_row (db, CLINCH_KIND_HELP_REQUEST, id, error);
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_HELP_REQUEST);
  g_autofree char *asked = NULL;
  const char *old;

  if (request == NULL)
    return FALSE;
  old = clinch_row_text (request, CLINCH_HELP_REQUEST_STATE);
  asked = clinch_db_name_of (db, CLINCH_KIND_MEMBER,
                             clinch_row_int (request, CLINCH_HELP_REQUEST_ASKED));
  if (!leads_to (old, state))
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   /* Translators: states of a request for help: Asked, Done. */
                   _("A request that is “%1$s” does not become “%2$s”."),
                   clinch_choice_label (CLINCH_CHOICE_HELP_STATE, old),
                   clinch_choice_label (CLINCH_CHOICE_HELP_STATE, state));
      return FALSE;
    }
  if (outcome == NULL && g_strcmp0 (state, "done") == 0)
    return refuse (error, _("Say what came of it: the outcome is missing."));

  clinch_row_set_text (changes, CLINCH_HELP_REQUEST_STATE, state);
  if (outcome != NULL)
    clinch_row_set_text (changes, CLINCH_HELP_REQUEST_OUTCOME, outcome);
  if (!clinch_txn_has_action (txn))
    clinch_txn_set_action (txn, CLINCH_ACTION_ANSWER_HELP, asked, state, NULL);

  return clinch_txn_update (txn, id, changes, error);
}
