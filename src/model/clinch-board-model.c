// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first job of a pipeline reads the figures and the first cards of every stage in one
// transaction, so that the board's first frame waits for one answer and shows one state. Then each
// list looks after itself, and the figures are read anew after each step that touches what they
// count; one such job is under way at a time.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-board-model.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-workspace-load.h"

struct _ClinchBoardModel
{
  GObject parent_instance;

  ClinchWorkspace *workspace;
  ClinchOpportunityFilter *filter;
  gint64 pipeline_id;
  guint n_first;
  GPtrArray *stages; /* ClinchBoardStage */
  GCancellable *cancellable;
  char today[CLINCH_DATE_SIZE];
  gboolean loading;   /* the first job is under way */
  gboolean counting;  /* a job for the figures is under way */
  gboolean recount;   /* and its answer will be out of date */
  gboolean inactive;
  gboolean lists_stale;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ClinchBoardModel, clinch_board_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  FIGURES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return CLINCH_TYPE_BOARD_STAGE;
}

static guint
get_n_items (GListModel *model)
{
  return CLINCH_BOARD_MODEL (model)->stages->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ClinchBoardModel *self = CLINCH_BOARD_MODEL (model);

  return position < self->stages->len ? g_object_ref (self->stages->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
update_today (ClinchBoardModel *self)
{
  clinch_clock_today (self->today);
}

static void
apply_filter (ClinchBoardModel              *self,
              const ClinchOpportunityFilter *filter,
              ClinchQuery                   *query)
{
  ClinchRecord *me = clinch_workspace_get_me (self->workspace);

  clinch_opportunity_filter_apply (filter, query,
                                   me != NULL ? &clinch_record_get_row (me)->uid : NULL,
                                   clinch_clock_now (), self->today,
                                   clinch_workspace_get_currency (self->workspace));
}

static ClinchQuery *
dup_filter_query (ClinchBoardModel *self)
{
  ClinchQuery *query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);

  apply_filter (self, self->filter, query);
  return query;
}

static ClinchQuery *
dup_stage_query (ClinchBoardModel *self,
                 gint64            stage_id)
{
  g_autoptr(ClinchOpportunityFilter) filter = clinch_opportunity_filter_copy (self->filter);
  ClinchQuery *query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);

  /* The column is the one stage, so the filter need not say it. */
  g_array_set_size (filter->stages, 0);
  clinch_query_filter_int (query, "stage", CLINCH_FILTER_EQUAL, stage_id);
  apply_filter (self, filter, query);
  clinch_query_set_sort (query, "position", FALSE);

  return query;
}

/* The job: always the figures, and for a seed the first cards too. */
typedef struct
{
  gint64 pipeline_id;
  gint64 now;
  guint n_first;
  ClinchQuery *filter; /* NULL: everything counts */
  GPtrArray *queries;  /* ClinchQuery of each stage; NULL: figures alone */
} BoardJob;

typedef struct
{
  GPtrArray *figures; /* ClinchBoardColumn */
  GPtrArray *ids;     /* GArray for each stage */
  GPtrArray *rows;    /* GPtrArray of ClinchLoadedRow for each stage */
} BoardAnswer;

static void
board_job_free (gpointer data)
{
  BoardJob *job = data;

  g_clear_pointer (&job->filter, clinch_query_unref);
  g_clear_pointer (&job->queries, g_ptr_array_unref);
  g_free (job);
}

static void
board_answer_free (gpointer data)
{
  BoardAnswer *answer = data;

  g_clear_pointer (&answer->figures, g_ptr_array_unref);
  g_clear_pointer (&answer->ids, g_ptr_array_unref);
  g_clear_pointer (&answer->rows, g_ptr_array_unref);
  g_free (answer);
}

static gboolean
read_first_cards (ClinchDb     *db,
                  BoardJob     *job,
                  BoardAnswer  *answer,
                  GError      **error)
{
  answer->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  answer->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < job->queries->len; i++)
    {
      GArray *ids = clinch_query_ids (job->queries->pdata[i], db, job->n_first, error);
      GPtrArray *rows;

      if (ids == NULL)
        return FALSE;
      g_ptr_array_add (answer->ids, ids);
      rows = clinch_workspace_load_rows (db, CLINCH_KIND_OPPORTUNITY, (gint64 *) ids->data,
                                         ids->len, error);
      if (rows == NULL)
        return FALSE;
      g_ptr_array_add (answer->rows, rows);
    }

  return TRUE;
}

static gpointer
read_board (ClinchDb  *db,
            gpointer   data,
            GError   **error)
{
  BoardJob *job = data;
  BoardAnswer *answer = g_new0 (BoardAnswer, 1);

  answer->figures = clinch_board_load (db, job->pipeline_id, job->filter, job->now, error);
  if (answer->figures == NULL
      || (job->queries != NULL && !read_first_cards (db, job, answer, error)))
    {
      board_answer_free (answer);
      return NULL;
    }

  return answer;
}

static BoardJob *
board_job_new (ClinchBoardModel *self)
{
  BoardJob *job = g_new0 (BoardJob, 1);

  job->pipeline_id = self->pipeline_id;
  job->now = clinch_clock_now ();
  job->n_first = self->n_first;
  if (!clinch_opportunity_filter_is_empty (self->filter))
    job->filter = dup_filter_query (self);

  return job;
}

static void
take_figures (ClinchBoardModel *self,
              GPtrArray        *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      ClinchBoardColumn *column = figures->pdata[i];
      ClinchBoardStage *stage = clinch_board_model_find_stage (self, column->stage_id);

      if (stage == NULL)
        continue;
      clinch_board_stage_take_figures (stage, column);
      figures->pdata[i] = NULL;
    }
  g_signal_emit (self, signals[FIGURES_CHANGED], 0);
}

/* Gives the figures of a job that was meant for stages which are not shown any more back. */
static void
figure_free (gpointer data)
{
  if (data != NULL)
    clinch_board_column_free (data);
}

static void start_counting (ClinchBoardModel *self);

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinchBoardModel) self = user_data;
  g_autoptr(GError) error = NULL;
  BoardAnswer *answer = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->counting = FALSE;
  if (answer == NULL)
    {
      g_debug ("The board could not be counted: %s", error->message);
      return;
    }

  g_ptr_array_set_free_func (answer->figures, figure_free);
  take_figures (self, answer->figures);
  board_answer_free (answer);
  if (self->recount)
    start_counting (self);
}

static void
start_counting (ClinchBoardModel *self)
{
  if (self->pipeline_id == 0)
    return;
  if (self->counting || self->loading)
    {
      self->recount = TRUE;
      return;
    }

  self->counting = TRUE;
  self->recount = FALSE;
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), read_board,
                           board_job_new (self), board_job_free,
                           board_answer_free, self->cancellable, counted_cb, g_object_ref (self));
}

static void
seed_lists (ClinchBoardModel *self,
            BoardJob         *job,
            BoardAnswer      *answer)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      ClinchRecordList *cards = clinch_board_stage_get_cards (self->stages->pdata[i]);
      GArray *ids = answer->ids->pdata[i];

      clinch_record_list_seed (cards, job->queries->pdata[i], ids, answer->rows->pdata[i],
                               ids->len < job->n_first);
    }
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchBoardModel) self = user_data;
  BoardJob *job = clinch_store_job_data (result);
  g_autoptr(GError) error = NULL;
  BoardAnswer *answer = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->loading = FALSE;
  if (answer == NULL)
    {
      g_debug ("The board could not be read: %s", error->message);
      return;
    }

  seed_lists (self, job, answer);
  g_ptr_array_set_free_func (answer->figures, figure_free);
  take_figures (self, answer->figures);
  board_answer_free (answer);
  if (self->recount)
    start_counting (self);
}

static void
restart (ClinchBoardModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = FALSE;
  self->counting = FALSE;
  self->recount = FALSE;
}

static void
start_loading (ClinchBoardModel *self)
{
  BoardJob *job = board_job_new (self);

  restart (self);
  self->loading = TRUE;
  self->lists_stale = FALSE;
  job->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_query_unref);
  for (guint i = 0; i < self->stages->len; i++)
    g_ptr_array_add (job->queries,
                     dup_stage_query (self, clinch_board_stage_get_id (self->stages->pdata[i])));
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), read_board, job,
                           board_job_free, board_answer_free,
                           self->cancellable, loaded_cb, g_object_ref (self));
}

static void
update_list (ClinchBoardModel *self,
             ClinchBoardStage *stage)
{
  g_autoptr(ClinchQuery) query = dup_stage_query (self, clinch_board_stage_get_id (stage));

  clinch_record_list_set_query (clinch_board_stage_get_cards (stage), query);
}

static void
update_lists (ClinchBoardModel *self)
{
  if (self->inactive)
    {
      self->lists_stale = TRUE;
      return;
    }

  self->lists_stale = FALSE;
  for (guint i = 0; i < self->stages->len; i++)
    update_list (self, self->stages->pdata[i]);
}

/* Keeps the stages that stay; tells how many at the beginning and at the end are the same. */
static gboolean
update_stages (ClinchBoardModel *self)
{
  g_autoptr(GPtrArray) records = clinch_workspace_get_stages (self->workspace, self->pipeline_id);
  g_autoptr(GPtrArray) old = self->stages;
  GPtrArray *stages = g_ptr_array_new_with_free_func (g_object_unref);
  guint prefix = 0;
  guint suffix = 0;

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = clinch_record_get_id (records->pdata[i]);
      ClinchBoardStage *stage = clinch_board_model_find_stage (self, id);

      if (!clinch_opportunity_filter_has_stage (self->filter,
                                                &clinch_record_get_row (records->pdata[i])->uid))
        continue;
      if (stage != NULL)
        g_object_ref (stage);
      else
        stage = clinch_board_stage_new (self->workspace, records->pdata[i], self->n_first);
      g_ptr_array_add (stages, stage);
    }

  while (prefix < old->len && prefix < stages->len && old->pdata[prefix] == stages->pdata[prefix])
    prefix++;
  while (suffix < old->len - prefix && suffix < stages->len - prefix &&
         old->pdata[old->len - 1 - suffix] == stages->pdata[stages->len - 1 - suffix])
    suffix++;

  self->stages = stages;
  if (old->len == stages->len && prefix == old->len)
    return FALSE;

  g_list_model_items_changed (G_LIST_MODEL (self), prefix, old->len - prefix - suffix,
                              stages->len - prefix - suffix);
  return TRUE;
}

static void
workspace_changed_cb (ClinchWorkspace  *workspace,
                      ClinchChangeSet  *changes,
                      ClinchBoardModel *self)
{
  if (self->pipeline_id == 0)
    return;

  if (clinch_change_set_touches (changes, CLINCH_KIND_STAGE) && update_stages (self))
    update_lists (self);
  if (clinch_change_set_touches (changes, CLINCH_KIND_OPPORTUNITY)
      || clinch_change_set_touches (changes, CLINCH_KIND_STAGE) ||
      clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER)
      || clinch_change_set_touches (changes, CLINCH_KIND_MEMBER) ||
      clinch_change_set_touches (changes, CLINCH_KIND_SETTING))
    start_counting (self);
}

static void
me_changed_cb (ClinchWorkspace  *workspace,
               GParamSpec       *pspec,
               ClinchBoardModel *self)
{
  if (!self->filter->mine || self->pipeline_id == 0)
    return;

  update_lists (self);
  start_counting (self);
}

static void
clinch_board_model_dispose (GObject *object)
{
  ClinchBoardModel *self = CLINCH_BOARD_MODEL (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (clinch_board_model_parent_class)->dispose (object);
}

static void
clinch_board_model_finalize (GObject *object)
{
  ClinchBoardModel *self = CLINCH_BOARD_MODEL (object);

  g_ptr_array_unref (self->stages);
  g_clear_pointer (&self->filter, clinch_opportunity_filter_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_board_model_parent_class)->finalize (object);
}

static void
clinch_board_model_class_init (ClinchBoardModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clinch_board_model_dispose;
  object_class->finalize = clinch_board_model_finalize;

  /**
   * ClinchBoardModel::figures-changed:
   * @self: a board
   */
  signals[FIGURES_CHANGED] = g_signal_new ("figures-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
}

static void
clinch_board_model_init (ClinchBoardModel *self)
{
  self->filter = clinch_opportunity_filter_new ();
  self->stages = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  update_today (self);
}

ClinchBoardModel *
clinch_board_model_new (ClinchWorkspace *workspace)
{
  ClinchBoardModel *self = g_object_new (CLINCH_TYPE_BOARD_MODEL, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (me_changed_cb), self,
                           G_CONNECT_DEFAULT);

  return self;
}

void
clinch_board_model_set_pipeline (ClinchBoardModel *self,
                                 gint64            pipeline_id,
                                 guint             n_first)
{
  g_return_if_fail (CLINCH_IS_BOARD_MODEL (self));

  if (self->pipeline_id == pipeline_id)
    return;

  self->pipeline_id = pipeline_id;
  self->n_first = n_first;
  restart (self);
  update_stages (self);
  if (pipeline_id != 0)
    start_loading (self);
}

gint64
clinch_board_model_get_pipeline (ClinchBoardModel *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_MODEL (self), 0);

  return self->pipeline_id;
}

void
clinch_board_model_set_filter (ClinchBoardModel              *self,
                               const ClinchOpportunityFilter *filter)
{
  g_return_if_fail (CLINCH_IS_BOARD_MODEL (self));

  if (clinch_opportunity_filter_equal (self->filter, filter))
    return;

  clinch_opportunity_filter_free (self->filter);
  self->filter = clinch_opportunity_filter_copy (filter);
  if (self->pipeline_id == 0)
    return;

  restart (self);
  update_stages (self);
  update_lists (self);
  start_counting (self);
}

const ClinchOpportunityFilter *
clinch_board_model_get_filter (ClinchBoardModel *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_MODEL (self), NULL);

  return self->filter;
}

ClinchQuery *
clinch_board_model_dup_query (ClinchBoardModel *self)
{
  ClinchQuery *query;

  g_return_val_if_fail (CLINCH_IS_BOARD_MODEL (self), NULL);

  query = dup_filter_query (self);
  clinch_query_filter_int (query, "pipeline", CLINCH_FILTER_EQUAL, self->pipeline_id);

  return query;
}

void
clinch_board_model_set_active (ClinchBoardModel *self,
                               gboolean          active)
{
  g_return_if_fail (CLINCH_IS_BOARD_MODEL (self));

  self->inactive = !active;
  if (active && self->lists_stale)
    update_lists (self);
}

void
clinch_board_model_refresh (ClinchBoardModel *self)
{
  char before[CLINCH_DATE_SIZE];

  g_return_if_fail (CLINCH_IS_BOARD_MODEL (self));

  g_strlcpy (before, self->today, sizeof before);
  update_today (self);
  if (self->pipeline_id == 0)
    return;

  if (self->filter->over_limit
      || (!g_str_equal (before, self->today) && self->filter->next_step != CLINCH_NEXT_STEP_ANY))
    update_lists (self);
  start_counting (self);
}

ClinchBoardStage *
clinch_board_model_find_stage (ClinchBoardModel *self,
                               gint64            stage_id)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_MODEL (self), NULL);

  for (guint i = 0; i < self->stages->len; i++)
    if (clinch_board_stage_get_id (self->stages->pdata[i]) == stage_id)
      return self->stages->pdata[i];

  return NULL;
}

gint64
clinch_board_model_get_total (ClinchBoardModel *self)
{
  gint64 total = 0;

  g_return_val_if_fail (CLINCH_IS_BOARD_MODEL (self), -1);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const ClinchBoardColumn *figures = clinch_board_stage_get_figures (self->stages->pdata[i]);

      if (figures == NULL)
        return -1;
      total += figures->n_opportunities;
    }

  return total;
}
