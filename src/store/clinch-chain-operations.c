// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-chain-operations.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-merge.h"
#include "clinch-operations.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>

/* The scales of an assessment stand side by side. */
#define FIRST_SCALE CLINCH_ASSESSMENT_ROLE
#define LAST_SCALE CLINCH_ASSESSMENT_ORIENTATION

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED, message);

  return FALSE;
}

static ClinchRow *
load_contact (ClinchTxn  *txn,
              gint64      id,
              GError    **error)
{
  g_autoptr(ClinchRow) contact = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_CONTACT, id,
                                                     error);

  if (contact == NULL || contact->deleted_at == 0)
    return g_steal_pointer (&contact);

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               _("“%s” lies in the recycle bin."), clinch_row_name (contact));
  return NULL;
}

static void
set_action (ClinchTxn  *txn,
            const char *action,
            const char *first,
            const char *second,
            const char *third)
{
  if (!clinch_txn_has_action (txn))
    clinch_txn_set_action (txn, action, first, second, third, NULL);
}

/* --- Assessments */

/* The assessments of the same person for the same opportunity; there is more than one only where
 * they came from elsewhere. */
static GPtrArray *
load_assessments (ClinchTxn  *txn,
                  gint64      contact_id,
                  gint64      opportunity_id,
                  GError    **error)
{
  return clinch_db_load_rows (clinch_txn_db (txn), error, CLINCH_KIND_ASSESSMENT,
                              "WHERE contact_id = ? AND ifnull (opportunity_id, 0) = ?"
                              " AND deleted_at IS NULL ORDER BY id DESC", "ii", contact_id,
                              opportunity_id);
}

/* What the newest one leaves open is said by those before it, and then by @values. */
static ClinchRow *
fold_assessments (GPtrArray       *rows,
                  const ClinchRow *values)
{
  ClinchRow *folded = clinch_row_new (CLINCH_KIND_ASSESSMENT);

  for (guint i = 1; i < rows->len; i++)
    for (int field = FIRST_SCALE; field <= CLINCH_ASSESSMENT_NOTE; field++)
      if (clinch_row_is_null (rows->pdata[0], field) && clinch_row_is_null (folded, field)
          && !clinch_row_is_null (rows->pdata[i], field))
        clinch_row_set_text (folded, field, clinch_row_text (rows->pdata[i], field));
  clinch_row_apply (folded, values);

  return folded;
}

static gboolean
is_empty (const ClinchRow *old,
          const ClinchRow *changes)
{
  for (int field = FIRST_SCALE; field <= CLINCH_ASSESSMENT_NOTE; field++)
    {
      const ClinchRow *row = clinch_row_has (changes, field) || old == NULL ? changes : old;

      if (field != CLINCH_ASSESSMENT_SOURCE && field != CLINCH_ASSESSMENT_CONFIDENCE
          && !clinch_row_is_null (row, field))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_scales (const ClinchRow  *values,
              GError          **error)
{
  for (int field = FIRST_SCALE; field <= LAST_SCALE; field++)
    {
      const ClinchField *description = clinch_kind_field (CLINCH_KIND_ASSESSMENT, field);
      const char *code = clinch_row_text (values, field);

      if (code == NULL || g_strcmp0 (clinch_choice_find (description->choice, code), code) == 0)
        continue;
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   /* Translators: a field and what was given for it. */
                   _("%1$s: “%2$s” is not one of the choices."), clinch_field_label (description),
                   code);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_opportunity (ClinchTxn        *txn,
                   const ClinchRow  *contact,
                   gint64            opportunity_id,
                   GError          **error)
{
  g_autoptr(ClinchRow) opportunity = NULL;

  if (opportunity_id == 0)
    return TRUE;
  opportunity = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_OPPORTUNITY, opportunity_id,
                                    error);
  if (opportunity == NULL)
    return FALSE;
  if (clinch_row_int (opportunity, CLINCH_OPPORTUNITY_CUSTOMER)
      == clinch_row_int (contact, CLINCH_CONTACT_CUSTOMER))
    return TRUE;

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               /* Translators: a contact, an opportunity. */
               _("“%1$s” works for another customer than that of “%2$s”."),
               clinch_row_name (contact), clinch_row_name (opportunity));
  return FALSE;
}

/* The judgements for the label of the step, which puts them into the reader's language. */
static char *
describe_values (const ClinchRow *values)
{
  g_autoptr(GString) codes = g_string_new (NULL);

  for (int field = FIRST_SCALE; field <= LAST_SCALE; field++)
    if (!clinch_row_is_null (values, field))
      g_string_append_printf (codes, "%s%s=%s", codes->len > 0 ? " " : "",
                              clinch_kind_field (CLINCH_KIND_ASSESSMENT, field)->name,
                              clinch_row_text (values, field));

  return g_string_free (g_steal_pointer (&codes), FALSE);
}

static gboolean
write_assessment (ClinchTxn        *txn,
                  const ClinchRow  *contact,
                  gint64            opportunity_id,
                  GPtrArray        *rows,
                  ClinchRow        *folded,
                  GError          **error)
{
  const ClinchRow *newest = rows->len > 0 ? rows->pdata[0] : NULL;
  gboolean empty = is_empty (newest, folded);

  for (guint i = empty ? 0 : 1; i < rows->len; i++)
    if (!clinch_txn_delete (txn, CLINCH_KIND_ASSESSMENT, ((ClinchRow *) rows->pdata[i])->id, error))
      return FALSE;
  if (empty)
    return TRUE;
  if (newest != NULL)
    return clinch_txn_update (txn, newest->id, folded, error);

  clinch_row_set_int (folded, CLINCH_ASSESSMENT_CONTACT, contact->id);
  clinch_row_set_int (folded, CLINCH_ASSESSMENT_CUSTOMER,
                      clinch_row_int (contact, CLINCH_CONTACT_CUSTOMER));
  if (opportunity_id != 0)
    clinch_row_set_int (folded, CLINCH_ASSESSMENT_OPPORTUNITY, opportunity_id);
  return clinch_txn_insert (txn, folded, error) != 0;
}

gboolean
clinch_operation_assess (ClinchTxn        *txn,
                         gint64            contact_id,
                         gint64            opportunity_id,
                         const ClinchRow  *values,
                         GError          **error)
{
  g_autoptr(ClinchRow) contact = load_contact (txn, contact_id, error);
  g_autoptr(ClinchRow) folded = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *codes = describe_values (values);

  if (contact == NULL || !check_scales (values, error)
      || !check_opportunity (txn, contact, opportunity_id, error))
    return FALSE;
  rows = load_assessments (txn, contact_id, opportunity_id, error);
  if (rows == NULL)
    return FALSE;
  folded = fold_assessments (rows, values);
  set_action (txn, CLINCH_ACTION_ASSESS, clinch_row_name (contact), codes, NULL);

  return write_assessment (txn, contact, opportunity_id, rows, folded, error);
}

/* --- Lines */

gboolean
clinch_operation_report_to (ClinchTxn  *txn,
                            gint64      contact_id,
                            gint64      above_id,
                            GError    **error)
{
  g_autoptr(ClinchRow) contact = load_contact (txn, contact_id, error);
  g_autoptr(ClinchRow) above = NULL;
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_CONTACT);

  if (contact == NULL)
    return FALSE;
  clinch_row_set_null (changes, CLINCH_CONTACT_REPORTS_TO);
  if (above_id != 0)
    {
      above = load_contact (txn, above_id, error);
      if (above == NULL)
        return FALSE;
      clinch_row_set_int (changes, CLINCH_CONTACT_REPORTS_TO, above_id);
    }
  set_action (txn, CLINCH_ACTION_REPORT_TO, clinch_row_name (contact),
              above != NULL ? clinch_row_name (above) : "", NULL);

  return clinch_txn_update (txn, contact_id, changes, error);
}

static gboolean
check_ends (const ClinchRow  *from,
            const ClinchRow  *to,
            GError          **error)
{
  if (from->id == to->id)
    return refuse (error, _("A line leads from one person to another one."));
  if (clinch_row_int (from, CLINCH_CONTACT_CUSTOMER) == clinch_row_int (to,
                                                                        CLINCH_CONTACT_CUSTOMER))
    return TRUE;

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               _("“%1$s” and “%2$s” do not work for the same customer."), clinch_row_name (from),
               clinch_row_name (to));
  return FALSE;
}

/* The line from the one to the other, whatever its kind; among rivals also the way back. */
static gboolean
find_line (ClinchTxn   *txn,
           gint64       from_id,
           gint64       to_id,
           const char  *type,
           ClinchRow  **line,
           GError     **error)
{
  g_autoptr(GPtrArray) lines = NULL;

  *line = NULL;
  lines = clinch_db_load_rows (clinch_txn_db (txn), error, CLINCH_KIND_INFLUENCE,
                               "WHERE deleted_at IS NULL"
                               " AND ((from_contact_id = ?1 AND to_contact_id = ?2)"
                               "  OR (from_contact_id = ?2 AND to_contact_id = ?1"
                               "   AND type = 'rivals' AND ?3 = 'rivals'))"
                               " ORDER BY id LIMIT 1", "iit", from_id, to_id, type);
  if (lines != NULL && lines->len > 0)
    *line = clinch_row_ref (lines->pdata[0]);

  return lines != NULL;
}

static gboolean
insert_line (ClinchTxn        *txn,
             const ClinchRow  *from,
             const ClinchRow  *to,
             ClinchRow        *line,
             GError          **error)
{
  clinch_row_set_int (line, CLINCH_INFLUENCE_CUSTOMER,
                      clinch_row_int (from, CLINCH_CONTACT_CUSTOMER));
  clinch_row_set_int (line, CLINCH_INFLUENCE_FROM, from->id);
  clinch_row_set_int (line, CLINCH_INFLUENCE_TO, to->id);

  return clinch_txn_insert (txn, line, error) != 0;
}

gboolean
clinch_operation_draw_line (ClinchTxn   *txn,
                            gint64       from_id,
                            gint64       to_id,
                            const char  *type,
                            const char  *note,
                            GError     **error)
{
  g_autoptr(ClinchRow) from = load_contact (txn, from_id, error);
  g_autoptr(ClinchRow) to = from != NULL ? load_contact (txn, to_id, error) : NULL;
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_INFLUENCE);
  g_autoptr(ClinchRow) line = NULL;

  if (to == NULL || !check_ends (from, to, error))
    return FALSE;
  if (g_strcmp0 (clinch_choice_find (CLINCH_CHOICE_INFLUENCE, type), type) != 0)
    return refuse (error, _("A line influences, trusts or rivals."));
  if (!find_line (txn, from_id, to_id, type, &line, error))
    return FALSE;
  if (line != NULL && g_strcmp0 (clinch_row_text (line, CLINCH_INFLUENCE_TYPE), type) == 0
      && g_strcmp0 (clinch_row_text (line, CLINCH_INFLUENCE_NOTE), note) == 0)
    return refuse (error, _("There is such a line already."));

  clinch_row_set_text (changes, CLINCH_INFLUENCE_TYPE, type);
  clinch_row_set_text (changes, CLINCH_INFLUENCE_NOTE, note);
  set_action (txn, CLINCH_ACTION_DRAW_LINE, clinch_row_name (from), clinch_row_name (to), type);

  return line != NULL ? clinch_txn_update (txn, line->id, changes, error)
         : insert_line (txn, from, to, changes, error);
}

gboolean
clinch_operation_remove_line (ClinchTxn  *txn,
                              gint64      influence_id,
                              GError    **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(ClinchRow) line = clinch_db_load_row (db, CLINCH_KIND_INFLUENCE, influence_id, error);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (line == NULL)
    return FALSE;
  from = clinch_db_name_of (db, CLINCH_KIND_CONTACT, clinch_row_int (line, CLINCH_INFLUENCE_FROM));
  to = clinch_db_name_of (db, CLINCH_KIND_CONTACT, clinch_row_int (line, CLINCH_INFLUENCE_TO));
  set_action (txn, CLINCH_ACTION_REMOVE_LINE, from, to, NULL);

  return clinch_txn_delete (txn, CLINCH_KIND_INFLUENCE, influence_id, error);
}

/* --- Placeholders */

static char *
placeholder_name (const ClinchPlaceholderRequest *request)
{
  const char *role = clinch_choice_label (CLINCH_CHOICE_BUYING_ROLE, request->role);
  const char *level = clinch_choice_label (CLINCH_CHOICE_LEVEL, request->level);
  const char *what = request->role != NULL ? role : request->level != NULL ? level : NULL;

  if (request->name != NULL)
    return g_strdup (request->name);
  if (request->department != NULL && what != NULL)
    /* Translators: a placeholder on the map: a department and a role, Finance Approver ? */
    return g_strdup_printf (C_ ("placeholder", "%1$s %2$s ?"), request->department, what);

  return g_strdup_printf ("%s ?", request->department != NULL ? request->department
                          : what != NULL ? what : clinch_kind_label (CLINCH_KIND_CONTACT, FALSE));
}

static gboolean
assess_placeholder (ClinchTxn                       *txn,
                    gint64                           contact_id,
                    const ClinchPlaceholderRequest  *request,
                    GError                         **error)
{
  g_autoptr(ClinchRow) values = clinch_row_new (CLINCH_KIND_ASSESSMENT);

  if (request->role == NULL)
    return TRUE;

  clinch_row_set_text (values, CLINCH_ASSESSMENT_ROLE, request->role);
  return clinch_operation_assess (txn, contact_id, request->opportunity_id, values, error);
}

gint64
clinch_operation_add_placeholder (ClinchTxn                       *txn,
                                  const ClinchPlaceholderRequest  *request,
                                  GError                         **error)
{
  g_autoptr(ClinchRow) contact = clinch_row_new (CLINCH_KIND_CONTACT);
  g_autofree char *name = placeholder_name (request);
  g_autofree char *customer = clinch_db_name_of (clinch_txn_db (txn), CLINCH_KIND_CUSTOMER,
                                                 request->customer_id);

  clinch_row_set_text (contact, CLINCH_CONTACT_NAME, name);
  clinch_row_set_int (contact, CLINCH_CONTACT_CUSTOMER, request->customer_id);
  clinch_row_set_text (contact, CLINCH_CONTACT_DEPARTMENT, request->department);
  clinch_row_set_text (contact, CLINCH_CONTACT_LEVEL, request->level);
  clinch_row_set_text (contact, CLINCH_CONTACT_KNOWN, "no");
  if (request->reports_to_id != 0)
    clinch_row_set_int (contact, CLINCH_CONTACT_REPORTS_TO, request->reports_to_id);
  set_action (txn, CLINCH_ACTION_ADD_PLACEHOLDER, name, customer, NULL);
  if (clinch_txn_insert (txn, contact, error) == 0
      || !assess_placeholder (txn, contact->id, request, error))
    return 0;

  return contact->id;
}

static ClinchRow *
load_placeholder (ClinchTxn  *txn,
                  gint64      id,
                  GError    **error)
{
  g_autoptr(ClinchRow) contact = load_contact (txn, id, error);

  if (contact == NULL
      || g_strcmp0 (clinch_row_text (contact, CLINCH_CONTACT_KNOWN), "no") == 0)
    return g_steal_pointer (&contact);

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               _("“%s” is known already."), clinch_row_name (contact));
  return NULL;
}

gboolean
clinch_operation_name_placeholder (ClinchTxn        *txn,
                                   gint64            contact_id,
                                   const ClinchRow  *changes,
                                   GError          **error)
{
  g_autoptr(ClinchRow) placeholder = load_placeholder (txn, contact_id, error);
  g_autoptr(ClinchRow) known = clinch_row_copy (changes);

  if (placeholder == NULL)
    return FALSE;
  if (clinch_row_name (changes) == NULL)
    return refuse (error, _("Say who it is: the name is missing."));
  clinch_row_set_text (known, CLINCH_CONTACT_KNOWN, "yes");
  set_action (txn, CLINCH_ACTION_NAME_PLACEHOLDER, clinch_row_name (placeholder),
              clinch_row_name (changes), NULL);

  return clinch_txn_update (txn, contact_id, known, error);
}

gboolean
clinch_operation_fill_placeholder (ClinchTxn  *txn,
                                   gint64      placeholder_id,
                                   gint64      contact_id,
                                   GError    **error)
{
  g_autoptr(ClinchRow) placeholder = load_placeholder (txn, placeholder_id, error);
  g_autoptr(ClinchRow) contact = placeholder != NULL ? load_contact (txn, contact_id, error) : NULL;
  ClinchMergeRequest request;

  if (contact == NULL || !check_ends (placeholder, contact, error))
    return FALSE;
  request = clinch_merge_propose (contact, placeholder);
  set_action (txn, CLINCH_ACTION_NAME_PLACEHOLDER, clinch_row_name (placeholder),
              clinch_row_name (contact), NULL);

  return clinch_operation_merge (txn, &request, error);
}

/* --- Facts */

gint64
clinch_operation_add_fact (ClinchTxn  *txn,
                           ClinchRow  *fact,
                           GError    **error)
{
  g_autoptr(ClinchRow) contact = load_contact (txn, clinch_row_int (fact, CLINCH_FACT_CONTACT),
                                               error);
  char today[CLINCH_DATE_SIZE];

  if (contact == NULL)
    return 0;
  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
  if (clinch_row_is_null (fact, CLINCH_FACT_SINCE))
    clinch_row_set_text (fact, CLINCH_FACT_SINCE, today);
  if (clinch_row_is_null (fact, CLINCH_FACT_MEMBER) && clinch_txn_me (txn) != 0)
    clinch_row_set_int (fact, CLINCH_FACT_MEMBER, clinch_txn_me (txn));
  set_action (txn, CLINCH_ACTION_ADD_FACT, clinch_row_name (contact), NULL, NULL);

  return clinch_txn_insert (txn, fact, error);
}
