// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-chain-guard.h"

#include "clinch-chain-tree.h"
#include "clinch-line.h"

#include <glib/gi18n-lib.h>

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* The living people of a customer that report to somebody who lives. */
static GArray *
load_reports (ClinchDb  *db,
              gint64     customer_id,
              GError   **error)
{
  g_autoptr(GArray) reports = g_array_new (FALSE, FALSE, sizeof (ClinchReport));
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (db, "SELECT c.id, c.reports_to_id FROM contact AS c"
                                     " JOIN contact AS a ON a.id = c.reports_to_id"
                                     " WHERE c.customer_id = ? AND c.deleted_at IS NULL"
                                     " AND a.deleted_at IS NULL ORDER BY c.id", error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, customer_id);
  while (has_row)
    {
      ClinchReport report;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      report.id = clinch_statement_int (statement, 0);
      report.reports_to = clinch_statement_int (statement, 1);
      g_array_append_val (reports, report);
    }

  return g_steal_pointer (&reports);
}

static gboolean
check_circles (ClinchDb  *db,
               gint64     customer_id,
               GError   **error)
{
  g_autoptr(GArray) reports = load_reports (db, customer_id, error);
  g_autoptr(GArray) cycle = NULL;
  gint64 first;

  if (reports == NULL)
    return FALSE;
  cycle = clinch_chain_find_cycle ((const ClinchReport *) reports->data, reports->len);
  if (cycle == NULL)
    return TRUE;

  first = g_array_index (cycle, gint64, 0);
  g_array_append_val (cycle, first);
  clinch_line_set_circle_error (db, CLINCH_KIND_CONTACT, cycle, error);
  return FALSE;
}

static gboolean
refuse_strangers (ClinchDb  *db,
                  gint64     contact_id,
                  gint64     above_id,
                  GError   **error)
{
  g_autofree char *contact = clinch_db_name_of (db, CLINCH_KIND_CONTACT, contact_id);
  g_autofree char *above = clinch_db_name_of (db, CLINCH_KIND_CONTACT, above_id);

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               /* Translators: contacts. */
               _("“%1$s” cannot report to “%2$s”, who works for another customer."), contact,
               above);
  return FALSE;
}

/* Looks upwards, and adds the customer where somebody stands above. */
static gboolean
check_above (ClinchDb    *db,
             gint64       contact_id,
             GHashTable  *customers,
             GError     **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;
  gint64 customer_id;

  statement = clinch_db_prepare (db, "SELECT c.customer_id, a.customer_id, a.id FROM contact AS c"
                                     " JOIN contact AS a ON a.id = c.reports_to_id"
                                     " WHERE c.id = ? AND c.deleted_at IS NULL"
                                     " AND a.deleted_at IS NULL", error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, contact_id);
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  customer_id = clinch_statement_int (statement, 0);
  if (customer_id != clinch_statement_int (statement, 1))
    return refuse_strangers (db, contact_id, clinch_statement_int (statement, 2), error);

  g_hash_table_add (customers, g_memdup2 (&customer_id, sizeof customer_id));
  return TRUE;
}

/* Somebody who goes to another customer takes nobody along. */
static gboolean
check_below (ClinchDb  *db,
             gint64     contact_id,
             GError   **error)
{
  gint64 below_id;

  if (!clinch_db_query_int (db, &below_id, NULL, error,
                            "SELECT b.id FROM contact AS b JOIN contact AS c"
                            " ON c.id = b.reports_to_id WHERE b.reports_to_id = ?"
                            " AND b.customer_id <> c.customer_id AND b.deleted_at IS NULL"
                            " AND c.deleted_at IS NULL LIMIT 1", "i", contact_id))
    return FALSE;

  return below_id == 0 || refuse_strangers (db, below_id, contact_id, error);
}

static gboolean
check_influence (ClinchDb  *db,
                 gint64     id,
                 GError   **error)
{
  gint64 is_odd;

  if (!clinch_db_query_int (db, &is_odd, NULL, error,
                            "SELECT f.id = t.id OR f.customer_id <> t.customer_id"
                            " FROM influence AS i JOIN contact AS f ON f.id = i.from_contact_id"
                            " JOIN contact AS t ON t.id = i.to_contact_id"
                            " WHERE i.id = ? AND i.deleted_at IS NULL", "i", id))
    return FALSE;
  if (is_odd == 0)
    return TRUE;

  g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                       _("A line of influence leads from one person of a customer to another "
                         "one."));
  return FALSE;
}

static gboolean
check_change (ClinchDb            *db,
              const ClinchChange  *change,
              GHashTable          *customers,
              GError             **error)
{
  const guint64 fields = BIT (CLINCH_CONTACT_REPORTS_TO) | BIT (CLINCH_CONTACT_CUSTOMER);

  if (change->op == CLINCH_CHANGE_DELETE || change->op == CLINCH_CHANGE_COUNTED)
    return TRUE;
  if (change->kind == CLINCH_KIND_INFLUENCE)
    return check_influence (db, change->id, error);
  if (change->kind != CLINCH_KIND_CONTACT || (change->fields & fields) == 0)
    return TRUE;
  if (!check_above (db, change->id, customers, error))
    return FALSE;

  return change->op == CLINCH_CHANGE_INSERT || (change->fields & BIT (CLINCH_CONTACT_CUSTOMER)) == 0
         || check_below (db, change->id, error);
}

gboolean
clinch_chain_guard (ClinchTxn              *txn,
                    const ClinchChangeSet  *changes,
                    GError                **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(GHashTable) customers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                           NULL);
  GHashTableIter iter;
  gpointer customer_id;

  if (!clinch_change_set_touches (changes, CLINCH_KIND_CONTACT)
      && !clinch_change_set_touches (changes, CLINCH_KIND_INFLUENCE))
    return TRUE;
  for (guint i = 0; i < changes->changes->len; i++)
    if (!check_change (db, &g_array_index (changes->changes, ClinchChange, i), customers, error))
      return FALSE;

  g_hash_table_iter_init (&iter, customers);
  while (g_hash_table_iter_next (&iter, &customer_id, NULL))
    if (!check_circles (db, *(gint64 *) customer_id, error))
      return FALSE;

  return TRUE;
}
