// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checking and carrying out plans.
//
// Both go through the rows one by one and do the same to each: read its cells, fill in what it
// leaves open, see whether its record is there, write. A check has no step to write into and counts
// only. References to what comes later wait until all rows are in.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-run.h"

#include "clinch-clock.h"
#include "clinch-exchange-error.h"
#include "clinch-import-session.h"
#include "clinch-step-label.h"

#include <glib/gi18n.h>

/* Rows between two looks at the cancellable. */
#define ROWS_PER_LOOK 256

/* So many rows are a mass. */
#define MANY_ROWS 1000

/* The order in which kinds need each other. */
static const ClinchKind order_of_kinds[] = {
  CLINCH_KIND_PIPELINE, CLINCH_KIND_STAGE, CLINCH_KIND_DIMENSION, CLINCH_KIND_TAG,
  CLINCH_KIND_GRADE_RULE, CLINCH_KIND_TEAM, CLINCH_KIND_MEMBER, CLINCH_KIND_CUSTOMER,
  CLINCH_KIND_CONTACT, CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_MATERIAL, CLINCH_KIND_FOLLOW_UP,
  CLINCH_KIND_STAGE_MOVE, CLINCH_KIND_CUSTOMER_TAG, CLINCH_KIND_ASSESSMENT, CLINCH_KIND_INFLUENCE,
  CLINCH_KIND_FACT,
  CLINCH_KIND_HELP_REQUEST, CLINCH_KIND_OBJECTIVE, CLINCH_KIND_WHITESPACE, CLINCH_KIND_REQUIREMENT,
  CLINCH_KIND_TARGET, CLINCH_KIND_FORECAST, CLINCH_KIND_SAVED_VIEW, CLINCH_KIND_SETTING,
};

static void
clear_later (gpointer data)
{
  ClinchImportLater *later = data;

  g_free (later->name);
}

static gint64
find_me (ClinchDb *db)
{
  g_autofree char *me = clinch_db_get_local (db, "me");
  gint64 id = me != NULL ? g_ascii_strtoll (me, NULL, 10) : 0;

  /* Somebody has to be accountable for what names nobody. */
  if (id == 0)
    clinch_db_query_int (db, &id, NULL, NULL,
                         "SELECT id FROM member WHERE deleted_at IS NULL ORDER BY id LIMIT 1", "");

  return id;
}

static void
set_up_shared (ClinchImportShared *self,
               ClinchDb           *db,
               ClinchTxn          *txn)
{
  g_autofree char *language = clinch_db_get_setting (db, "language");

  self->db = db;
  self->txn = txn;
  self->lookup = clinch_import_lookup_new ();
  self->later = g_array_new (FALSE, FALSE, sizeof (ClinchImportLater));
  g_array_set_clear_func (self->later, clear_later);
  self->now = txn != NULL ? clinch_txn_now (txn) : clinch_clock_now ();
  self->me = txn != NULL && clinch_txn_me (txn) != 0 ? clinch_txn_me (txn) : find_me (db);
  self->zone = clinch_clock_timezone ();
  clinch_date_from_instant (self->now, self->zone, self->today);
  self->is_chinese = g_strcmp0 (language, "zh") == 0;
}

static void
clear_shared (ClinchImportShared *self)
{
  clinch_import_lookup_free (self->lookup);
  g_array_unref (self->later);
  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    g_clear_pointer (&self->places[kind], clinch_import_places_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinchImportShared, clear_shared)

static gboolean
look_up (ClinchImportShared  *self,
         GError             **error)
{
  if (self->progress != NULL)
    self->progress (self->n_rows_done, self->n_rows_total, self->progress_data);
  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;

  g_set_error_literal (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED,
                       _("The import was cancelled. Nothing was changed."));
  return FALSE;
}

static gboolean
import_rows (ClinchImportSession  *session,
             GError              **error)
{
  ClinchImportShared *shared = session->shared;
  guint n_rows = clinch_table_get_n_rows (session->table);

  for (guint row = 0; row < n_rows; row++, shared->n_rows_done++)
    {
      if (row % ROWS_PER_LOOK == 0 && !look_up (shared, error))
        return FALSE;
      session->row = row;
      if (!clinch_import_session_read_row (session, error)
          || !clinch_import_session_complete (session, error) ||
          !clinch_import_session_take_row (session, error))
        return FALSE;
    }

  return look_up (shared, error);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const ClinchImportProblem *first = a;
  const ClinchImportProblem *second = b;

  return first->row < second->row ? -1 : first->row > second->row;
}

static gboolean
check_plans (GPtrArray  *plans,
             GError    **error)
{
  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *problem = clinch_import_plan_dup_problem (plans->pdata[i]);

      const ClinchImportPlan *plan = plans->pdata[i];

      /* An empty file of a known kind brings nothing and harms nothing: an export has one for each
       * kind. */
      if (problem == NULL
          || (plan->kind != CLINCH_KIND_NONE && clinch_table_get_n_rows (plan->table) == 0))
        continue;
      g_set_error_literal (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_MAPPING, problem);
      return FALSE;
    }

  return TRUE;
}

static gboolean
import_kind (ClinchImportShared  *shared,
             GPtrArray           *plans,
             ClinchKind           kind,
             GPtrArray           *sessions,
             GError             **error)
{
  shared->comes[kind] = FALSE;
  for (guint i = 0; i < plans->len; i++)
    {
      ClinchImportPlan *plan = plans->pdata[i];

      if (plan->kind != kind)
        continue;
      sessions->pdata[i] = clinch_import_session_new (shared, plan, error);
      if (sessions->pdata[i] == NULL || !import_rows (sessions->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
take_results (GPtrArray *sessions)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_import_result_free);

  for (guint i = 0; i < sessions->len; i++)
    {
      ClinchImportSession *session = sessions->pdata[i];

      /* Stable, so that what was said of one row stays in its order. */
      g_array_sort (session->result->problems, compare_problems);
      g_ptr_array_add (results, g_steal_pointer (&session->result));
    }

  return results;
}

static void
free_session (gpointer session)
{
  if (session != NULL)
    clinch_import_session_free (session);
}

static guint
count_rows (GPtrArray *plans)
{
  guint n_rows = 0;

  for (guint i = 0; i < plans->len; i++)
    n_rows += clinch_table_get_n_rows (((ClinchImportPlan *) plans->pdata[i])->table);

  return n_rows;
}

static GPtrArray *
import_plans (ClinchImportShared  *shared,
              GPtrArray           *plans,
              GError             **error)
{
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (free_session);

  if (!check_plans (plans, error))
    return NULL;

  g_ptr_array_set_size (sessions, plans->len);
  shared->n_rows_total = count_rows (plans);
  for (guint i = 0; i < plans->len; i++)
    {
      ClinchImportPlan *plan = plans->pdata[i];

      shared->comes[plan->kind] = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (order_of_kinds); i++)
    if (!import_kind (shared, plans, order_of_kinds[i], sessions, error))
      return NULL;
  if (!clinch_import_shared_settle (shared, error))
    return NULL;

  return take_results (sessions);
}

/* The store's own word for it is for people who stop a search; here something was at stake. */
static void
translate_cancelled (GError **error)
{
  if (error == NULL || !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_error (error);
  g_set_error_literal (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED,
                       _("The import was cancelled. Nothing was changed."));
}

GPtrArray *
clinch_import_check_all (GPtrArray             *plans,
                         ClinchDb              *db,
                         ClinchImportProgress   progress,
                         gpointer               progress_data,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_auto(ClinchImportShared) shared = { 0 };
  GPtrArray *results;

  set_up_shared (&shared, db, NULL);
  shared.progress = progress;
  shared.progress_data = progress_data;
  shared.cancellable = cancellable;
  results = import_plans (&shared, plans, error);
  if (results == NULL)
    translate_cancelled (error);

  return results;
}

static void
set_action (ClinchTxn *txn,
            GPtrArray *plans,
            GPtrArray *results)
{
  guint n_records = 0;
  char count[16];

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const ClinchImportResult *result = results->pdata[i];

      n_records += result->n_new + result->n_updated;
    }
  g_snprintf (count, sizeof count, "%u", n_records);

  if (plans->len == 1)
    clinch_txn_set_action (txn, CLINCH_ACTION_IMPORT,
                           clinch_kind_word (clinch_import_plan_get_kind (plans->pdata[0])), count,
                           clinch_import_plan_get_file_name (plans->pdata[0]), NULL);
  else
    clinch_txn_set_action (txn, CLINCH_ACTION_IMPORT_MANY, count, NULL);
}

GPtrArray *
clinch_import_run_all (GPtrArray             *plans,
                       ClinchTxn             *txn,
                       ClinchImportProgress   progress,
                       gpointer               progress_data,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_auto(ClinchImportShared) shared = { 0 };
  GPtrArray *results;

  set_up_shared (&shared, clinch_txn_db (txn), txn);
  shared.progress = progress;
  shared.progress_data = progress_data;
  shared.cancellable = cancellable;
  if (!check_plans (plans, error)
      || (count_rows (plans) >= MANY_ROWS && !clinch_txn_expect_mass (txn, error)))
    return NULL;

  /* Before anything is written, because operations that the import uses would name the step after
   * themselves. */
  set_action (txn, plans, NULL);
  results = import_plans (&shared, plans, error);
  if (results == NULL)
    translate_cancelled (error);
  else
    set_action (txn, plans, results);

  return results;
}

static ClinchImportResult *
take_single (GPtrArray *results)
{
  g_autoptr(GPtrArray) owned = results;

  return owned != NULL ? g_ptr_array_steal_index (owned, 0) : NULL;
}

ClinchImportResult *
clinch_import_check (ClinchImportPlan      *plan,
                     ClinchDb              *db,
                     ClinchImportProgress   progress,
                     gpointer               progress_data,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  g_ptr_array_add (plans, plan);
  return take_single (clinch_import_check_all (plans, db, progress, progress_data, cancellable,
                                               error));
}

ClinchImportResult *
clinch_import_run (ClinchImportPlan      *plan,
                   ClinchTxn             *txn,
                   ClinchImportProgress   progress,
                   gpointer               progress_data,
                   GCancellable          *cancellable,
                   GError               **error)
{
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  g_ptr_array_add (plans, plan);
  return take_single (clinch_import_run_all (plans, txn, progress, progress_data, cancellable,
                                             error));
}
