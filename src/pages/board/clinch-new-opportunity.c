// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-new-opportunity.h"

#include "clinch-operations.h"
#include "clinch-query.h"
#include "clinch-step-label.h"
#include "clinch-text.h"
#include "clinch-workspace-load.h"

#define MAX_LOOKED_AT 200

void
clinch_similar_opportunity_free (ClinchSimilarOpportunity *similar)
{
  g_free (similar->name);
  g_free (similar->owner);
  g_free (similar->stage);
  g_free (similar);
}

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *folded_a = clinch_text_fold (a);
  g_autofree char *folded_b = clinch_text_fold (b);

  return *folded_a != '\0' && g_str_equal (folded_a, folded_b);
}

static ClinchSimilarOpportunity *
make_similar (const ClinchLoadedRow *loaded,
              const char            *name)
{
  ClinchSimilarOpportunity *similar = g_new0 (ClinchSimilarOpportunity, 1);

  similar->name = g_strdup (clinch_row_name (loaded->row));
  similar->owner = g_strdup (loaded->names[CLINCH_OPPORTUNITY_OWNER]);
  similar->stage = g_strdup (loaded->names[CLINCH_OPPORTUNITY_STAGE]);
  similar->same_name = is_same_name (similar->name, name);

  return similar;
}

static gpointer
look (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const ClinchRow *draft = data;
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  GPtrArray *found;

  clinch_query_filter_int (query, "customer", CLINCH_FILTER_EQUAL,
                           clinch_row_int (draft, CLINCH_OPPORTUNITY_CUSTOMER));
  clinch_query_filter_text (query, "stage.type", CLINCH_FILTER_EQUAL, "open");
  ids = clinch_query_ids (query, db, MAX_LOOKED_AT, error);
  if (ids == NULL)
    return NULL;
  rows = clinch_workspace_load_rows (db, CLINCH_KIND_OPPORTUNITY, (gint64 *) ids->data, ids->len,
                                     error);
  if (rows == NULL)
    return NULL;

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_similar_opportunity_free);
  for (guint i = 0; i < rows->len; i++)
    {
      ClinchSimilarOpportunity *similar = make_similar (rows->pdata[i], clinch_row_name (draft));

      g_ptr_array_insert (found, similar->same_name ? 0 : -1, similar);
    }

  return found;
}

void
clinch_new_opportunity_look_async (ClinchWorkspace     *workspace,
                                   const ClinchRow     *draft,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  clinch_store_read_async (clinch_workspace_get_store (workspace), look, clinch_row_copy (draft),
                           (GDestroyNotify) clinch_row_unref, (GDestroyNotify) g_ptr_array_unref,
                           cancellable, callback,
                           user_data);
}

GPtrArray *
clinch_new_opportunity_look_finish (ClinchWorkspace *workspace,
                                    GAsyncResult    *result)
{
  return clinch_store_read_finish (clinch_workspace_get_store (workspace), result, NULL);
}

typedef struct
{
  ClinchRow *draft;
  char *customer_name;
  gint64 id;
} AddJob;

static void
add_job_free (gpointer data)
{
  AddJob *job = data;

  clinch_row_unref (job->draft);
  g_free (job->customer_name);
  g_free (job);
}

static gboolean
add (ClinchTxn  *txn,
     gpointer    data,
     GError    **error)
{
  AddJob *job = data;

  clinch_txn_set_action (txn, CLINCH_ACTION_ADD, clinch_kind_word (CLINCH_KIND_OPPORTUNITY),
                         clinch_row_name (job->draft), NULL);
  if (job->customer_name != NULL)
    {
      g_autoptr(ClinchRow) customer = clinch_row_new (CLINCH_KIND_CUSTOMER);
      gint64 customer_id;

      clinch_row_set_text (customer, CLINCH_CUSTOMER_NAME, job->customer_name);
      clinch_row_set_int (customer, CLINCH_CUSTOMER_OWNER,
                          clinch_row_int (job->draft, CLINCH_OPPORTUNITY_OWNER));
      customer_id = clinch_operation_add (txn, customer, error);
      if (customer_id == 0)
        return FALSE;
      clinch_row_set_int (job->draft, CLINCH_OPPORTUNITY_CUSTOMER, customer_id);
    }
  job->id = clinch_operation_add (txn, job->draft, error);

  return job->id != 0;
}

void
clinch_new_opportunity_add_async (ClinchWorkspace     *workspace,
                                  const ClinchRow     *draft,
                                  const char          *customer_name,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  AddJob *job = g_new0 (AddJob, 1);

  job->draft = clinch_row_copy (draft);
  job->customer_name = g_strdup (customer_name);
  clinch_store_write_async (clinch_workspace_get_store (workspace), add, job, add_job_free, NULL,
                            callback, user_data);
}

ClinchChangeSet *
clinch_new_opportunity_add_finish (ClinchWorkspace  *workspace,
                                   GAsyncResult     *result,
                                   gint64           *id,
                                   GError          **error)
{
  AddJob *job = clinch_store_job_data (result);

  *id = job->id;
  return clinch_store_write_finish (clinch_workspace_get_store (workspace), result, error);
}
