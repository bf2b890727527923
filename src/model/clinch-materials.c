// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-materials.h"

static void
shown_free (gpointer data)
{
  ClinchMaterialShown *shown = data;

  clinch_row_unref (shown->material);
  g_free (shown);
}

static void
customer_free (gpointer data)
{
  ClinchMaterialCustomer *customer = data;

  g_free (customer->name);
  g_free (customer->owner);
  g_free (customer->contact);
  g_free (customer);
}

GPtrArray *
clinch_materials_for_customer (ClinchDb  *db,
                               gint64     customer_id,
                               int        limit,
                               GError   **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (shown_free);
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (db,
                                 "SELECT m.id, (SELECT max (f.happened_at) FROM follow_up AS f"
                                 "  WHERE f.material_id = m.id AND f.customer_id = c.id"
                                 "  AND f.deleted_at IS NULL) AS shown_at"
                                 " FROM customer AS c JOIN material AS m"
                                 "  ON m.deleted_at IS NULL AND " CLINCH_MATERIAL_SUITS
                                 " WHERE c.id = ?"
                                 " ORDER BY shown_at IS NOT NULL,"
                                 "  m.industry IS NULL AND m.product IS NULL, m.since IS NULL,"
                                 "  m.since DESC, m.id DESC LIMIT ?", error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, customer_id);
  clinch_statement_bind_int (statement, 2, limit);
  while (clinch_statement_step (statement, &has_row, error) && has_row)
    {
      ClinchMaterialShown *shown = g_new0 (ClinchMaterialShown, 1);

      shown->material = clinch_db_load_row (db, CLINCH_KIND_MATERIAL,
                                            clinch_statement_int (statement, 0), error);
      shown->shown_at = clinch_statement_int (statement, 1);
      if (shown->material == NULL)
        {
          g_free (shown);
          return NULL;
        }
      g_ptr_array_add (found, shown);
    }

  return has_row ? NULL : g_steal_pointer (&found);
}

static GPtrArray *
read_customers (ClinchStatement  *statement,
                GError          **error)
{
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func (customer_free);
  gboolean has_row = TRUE;

  while (clinch_statement_step (statement, &has_row, error) && has_row)
    {
      ClinchMaterialCustomer *customer = g_new0 (ClinchMaterialCustomer, 1);

      customer->id = clinch_statement_int (statement, 0);
      customer->name = g_strdup (clinch_statement_text (statement, 1));
      customer->owner = g_strdup (clinch_statement_text (statement, 2));
      customer->contact = g_strdup (clinch_statement_text (statement, 3));
      customer->shown_at = clinch_statement_int (statement, 4);
      g_ptr_array_add (customers, customer);
    }

  return has_row ? NULL : g_steal_pointer (&customers);
}

GPtrArray *
clinch_material_unshown (ClinchDb  *db,
                         gint64     material_id,
                         gint64     owner_id,
                         int        limit,
                         GError   **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  /* Somebody's customers are few; everybody's are met by priority until there are enough. */
  statement = clinch_db_prepare (db, owner_id != 0
    ? "SELECT c.id, c.name, o.name, NULL, NULL FROM material AS m JOIN customer AS c"
      " JOIN member AS o ON o.id = c.owner_id"
      " WHERE m.id = ?1 AND c.owner_id = ?2 AND c.deleted_at IS NULL AND " CLINCH_MATERIAL_SUITS
      " AND NOT EXISTS (SELECT 1 FROM follow_up AS f WHERE f.material_id = m.id"
      "  AND f.customer_id = c.id AND f.deleted_at IS NULL)"
      " ORDER BY c.priority DESC, c.id LIMIT ?3"
    : "SELECT c.id, c.name, o.name, NULL, NULL FROM customer AS c INDEXED BY customer_priority"
      " CROSS JOIN material AS m CROSS JOIN member AS o ON o.id = c.owner_id"
      " WHERE m.id = ?1 AND ?2 = 0 AND c.deleted_at IS NULL AND " CLINCH_MATERIAL_SUITS
      " AND NOT EXISTS (SELECT 1 FROM follow_up AS f WHERE f.material_id = m.id"
      "  AND f.customer_id = c.id AND f.deleted_at IS NULL)"
      " ORDER BY c.priority DESC, c.id DESC LIMIT ?3", error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, material_id);
  clinch_statement_bind_int (statement, 2, owner_id);
  clinch_statement_bind_int (statement, 3, limit);

  return read_customers (statement, error);
}

GPtrArray *
clinch_material_shown (ClinchDb  *db,
                       gint64     material_id,
                       int        limit,
                       GError   **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  /* The contact is that of the last time, which goes with max(). */
  statement = clinch_db_prepare (db,
                                 "SELECT c.id, c.name, o.name, p.name, max (f.happened_at)"
                                 " FROM follow_up AS f JOIN customer AS c ON c.id = f.customer_id"
                                 " LEFT JOIN member AS o ON o.id = c.owner_id"
                                 " LEFT JOIN contact AS p ON p.id = f.contact_id"
                                 " WHERE f.material_id = ? AND f.deleted_at IS NULL"
                                 "  AND c.deleted_at IS NULL"
                                 " GROUP BY c.id ORDER BY max (f.happened_at) DESC, c.id LIMIT ?",
                                 error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, material_id);
  clinch_statement_bind_int (statement, 2, limit);

  return read_customers (statement, error);
}
