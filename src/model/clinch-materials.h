// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/* Which material is worth showing to whom. It suits a customer if it is about the customer's
 * industry or about a product that an open opportunity there is about; what names neither suits
 * everybody. Whom it was shown to is said by the follow-ups that name it. */

/* The condition for a material m and a customer c. */
#define CLINCH_MATERIAL_SUITS \
  "(m.industry IS NULL AND m.product IS NULL OR " CLINCH_MATERIAL_IS_ABOUT ")"

/* The same without what suits everybody. */
#define CLINCH_MATERIAL_IS_ABOUT \
  "(m.industry = c.industry OR m.product IN (SELECT o.product FROM opportunity AS o" \
  " WHERE o.customer_id = c.id AND o.deleted_at IS NULL AND o.closed_date IS NULL))"

/**
 * ClinchMaterialShown:
 * @material: what is to be shown
 * @shown_at: when it was last shown to the customer, Unix seconds; 0 for never
 */
typedef struct
{
  ClinchRow *material;
  gint64     shown_at;
} ClinchMaterialShown;

/**
 * ClinchMaterialCustomer:
 * @id: key of a customer
 * @name: its name
 * @owner: (nullable): who is accountable for it
 * @contact: (nullable): whom it was shown to, if it was
 * @shown_at: when, Unix seconds; 0 for never
 */
typedef struct
{
  gint64 id;
  char  *name;
  char  *owner;
  char  *contact;
  gint64 shown_at;
} ClinchMaterialCustomer;

/**
 * clinch_materials_for_customer:
 * @db: a connection, in a job
 * @customer_id: key of a customer
 * @limit: how many at the most
 * @error: where the reason goes
 *
 * What suits the customer: what was not shown there yet first, then what is about it before what
 * suits everybody, then the newest.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchMaterialShown): the material
 */
GPtrArray *clinch_materials_for_customer (ClinchDb  *db,
                                          gint64     customer_id,
                                          int        limit,
                                          GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_material_unshown:
 * @db: a connection, in a job
 * @material_id: key of a material
 * @owner_id: whose customers are meant, 0 for everybody's
 * @limit: how many at the most
 * @error: where the reason goes
 *
 * Whom it suits and was not shown to yet, the highest priority first.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchMaterialCustomer): the customers
 */
GPtrArray *clinch_material_unshown       (ClinchDb  *db,
                                          gint64     material_id,
                                          gint64     owner_id,
                                          int        limit,
                                          GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_material_shown:
 * @db: a connection, in a job
 * @material_id: key of a material
 * @limit: how many at the most
 * @error: where the reason goes
 *
 * Whom it was shown to, the last time first.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchMaterialCustomer): the customers
 */
GPtrArray *clinch_material_shown         (ClinchDb  *db,
                                          gint64     material_id,
                                          int        limit,
                                          GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
