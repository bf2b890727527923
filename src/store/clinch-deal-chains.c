// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-deal-chains.h"

struct _ClinchDealChains
{
  ClinchDb *db;
  GHashTable *codes; /* key of a customer to an interned code */
};

ClinchDealChains *
clinch_deal_chains_new (ClinchDb *db)
{
  ClinchDealChains *self = g_new0 (ClinchDealChains, 1);

  self->db = db;
  self->codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

const char *
clinch_deal_chains_of (ClinchDealChains  *self,
                       gint64             customer_id,
                       GError           **error)
{
  const char *code = g_hash_table_lookup (self->codes, &customer_id);
  g_autofree char *found = NULL;

  if (code != NULL)
    return code;
  if (!clinch_db_query_text (self->db, &found, error,
                             "SELECT chain FROM customer_chain WHERE id = ?",
                             "i", customer_id))
    return NULL;

  /* Of a customer that is not there the commit will complain. */
  code = g_intern_string (found != NULL ? found : "empty");
  g_hash_table_insert (self->codes, g_memdup2 (&customer_id, sizeof customer_id), (gpointer) code);

  return code;
}

void
clinch_deal_chains_note (ClinchDealChains *self,
                         ClinchKind        kind)
{
  if (kind == CLINCH_KIND_CONTACT || kind == CLINCH_KIND_ASSESSMENT)
    g_hash_table_remove_all (self->codes);
}

void
clinch_deal_chains_free (ClinchDealChains *self)
{
  g_hash_table_unref (self->codes);
  g_free (self);
}
