// SPDX-License-Identifier: GPL-3.0-or-later
//
// An open workspace and its workers.
//
// Each worker is a thread with a connection of its own and a queue of jobs. A job is a GTask whose
// data says what to run. Writing jobs run inside a step (ClinchTxn): its transaction commits, or
// really rolls back, before the task returns. The task's result is delivered to the main context;
// "changed" is emitted there before the callback of the write, so that whoever waits for a save
// sees the world as it is after it.
//
// Closing pushes a last job into each queue; readers close first, then the writer checkpoints. The
// threads are joined by the closing task, never in finalize.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-store.h"

#include "clinch-clock.h"
#include "clinch-workspace-file.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  WORKER_WRITER,
  WORKER_READER,
  WORKER_SLOW_READER,
  N_WORKERS
} WorkerRole;

typedef struct
{
  GThread *thread;
  GAsyncQueue *queue; /* GTask */
  ClinchDb *db;       /* used by the thread alone */
} Worker;

struct _ClinchStore
{
  GObject parent_instance;

  char *directory;
  ClinchWorkspaceFile *file;
  Worker workers[N_WORKERS];
  gboolean read_only;
  gboolean closing;
};

G_DEFINE_FINAL_TYPE (ClinchStore, clinch_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  ClinchReadFunc read;
  ClinchWriteFunc write;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

typedef struct
{
  GWeakRef store;
  ClinchChangeSet *changes;
} Announcement;

static gboolean
announce_cb (gpointer data)
{
  Announcement *announcement = data;
  g_autoptr(ClinchStore) store = g_weak_ref_get (&announcement->store);

  if (store != NULL)
    g_signal_emit (store, signals[CHANGED], 0, announcement->changes);

  return G_SOURCE_REMOVE;
}

static void
free_announcement (gpointer data)
{
  Announcement *announcement = data;

  g_weak_ref_clear (&announcement->store);
  clinch_change_set_unref (announcement->changes);
  g_free (announcement);
}

/* Queued before the task's own return, at the same priority, so it is delivered first. */
static void
announce (GTask           *task,
          ClinchChangeSet *changes)
{
  Announcement *announcement = g_new0 (Announcement, 1);
  g_autoptr(GSource) source = g_idle_source_new ();

  g_weak_ref_init (&announcement->store, g_task_get_source_object (task));
  announcement->changes = clinch_change_set_ref (changes);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[clinch] change set");
  g_source_set_callback (source, announce_cb, announcement, free_announcement);
  g_source_attach (source, g_task_get_context (task));
}

static void
run_write (ClinchDb *db,
           GTask    *task,
           Job      *job)
{
  g_autoptr(ClinchChangeSet) changes = NULL;
  g_autoptr(ClinchTxn) txn = NULL;
  g_autoptr(GError) error = NULL;

  txn = clinch_txn_begin (db, clinch_clock_now_ms (), &error);
  if (txn != NULL && job->write (txn, job->data, &error) &&
      !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    changes = clinch_txn_commit (g_steal_pointer (&txn), &error);

  if (changes == NULL)
    {
      /* Rolled back before anybody hears of the failure. */
      g_clear_pointer (&txn, clinch_txn_rollback);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (changes->changes->len > 0 || changes->local)
    announce (task, changes);
  g_task_return_pointer (task, g_steal_pointer (&changes),
                         (GDestroyNotify) clinch_change_set_unref);
}

static void
run_read (ClinchDb *db,
          GTask    *task,
          Job      *job)
{
  g_autoptr(GError) error = NULL;
  gpointer result = NULL;

  if (clinch_db_run (db, &error, "BEGIN", ""))
    {
      result = job->read (db, job->data, &error);
      clinch_db_set_cancellable (db, NULL);
      clinch_db_run (db, NULL, "COMMIT", "");
    }

  if (error != NULL)
    {
      if (result != NULL && job->result_free != NULL)
        job->result_free (result);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_return_pointer (task, result, job->result_free);
}

static gpointer
worker_thread (gpointer data)
{
  Worker *worker = data;

  while (TRUE)
    {
      g_autoptr(GTask) task = g_async_queue_pop (worker->queue);
      Job *job = g_task_get_task_data (task);

      /* A task without a job is the one that ends the worker. */
      if (job == NULL)
        return NULL;
      if (g_task_return_error_if_cancelled (task))
        continue;

      clinch_db_set_cancellable (worker->db, g_task_get_cancellable (task));
      if (job->write != NULL)
        run_write (worker->db, task, job);
      else
        run_read (worker->db, task, job);
      clinch_db_set_cancellable (worker->db, NULL);
    }
}

static void
clinch_store_finalize (GObject *object)
{
  ClinchStore *self = CLINCH_STORE (object);

  if (self->file != NULL)
    g_critical ("A workspace was dropped without being closed");

  g_free (self->directory);

  G_OBJECT_CLASS (clinch_store_parent_class)->finalize (object);
}

static void
clinch_store_class_init (ClinchStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clinch_store_finalize;

  /**
   * ClinchStore::changed:
   * @self: a workspace
   * @changes: (type gpointer): a #ClinchChangeSet
   *
   * A step was committed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
clinch_store_init (ClinchStore *self)
{
}

/* The folders of workspaces that are being closed: who opens one again waits until it is free,
 * instead of being told that it is open elsewhere. */
static GMutex leaving_mutex;
static GCond has_left;
static GPtrArray *leaving;

static void
begin_leaving (const char *directory)
{
  g_mutex_lock (&leaving_mutex);
  if (leaving == NULL)
    leaving = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (leaving, g_strdup (directory));
  g_mutex_unlock (&leaving_mutex);
}

static gboolean
find_leaving (const char *directory,
              guint      *index)
{
  return leaving != NULL
         && g_ptr_array_find_with_equal_func (leaving, directory, g_str_equal, index);
}

static void
end_leaving (const char *directory)
{
  guint index;

  g_mutex_lock (&leaving_mutex);
  if (find_leaving (directory, &index))
    g_ptr_array_remove_index_fast (leaving, index);
  g_cond_broadcast (&has_left);
  g_mutex_unlock (&leaving_mutex);
}

static void
wait_until_left (const char *directory)
{
  g_mutex_lock (&leaving_mutex);
  while (find_leaving (directory, NULL))
    g_cond_wait (&has_left, &leaving_mutex);
  g_mutex_unlock (&leaving_mutex);
}

typedef struct
{
  char *directory;
  char *language;
  ClinchStoreOpen mode;
} OpenRequest;

static void
free_open_request (gpointer data)
{
  OpenRequest *request = data;

  g_free (request->directory);
  g_free (request->language);
  g_free (request);
}

static gboolean
open_connections (ClinchStore  *self,
                  GError      **error)
{
  ClinchDbMode mode = self->file->immutable ? CLINCH_DB_IMMUTABLE : CLINCH_DB_READ;

  self->workers[WORKER_WRITER].db = self->file->db;
  for (int i = WORKER_READER; i < N_WORKERS; i++)
    {
      self->workers[i].db = clinch_db_open (self->file->path, mode, error);
      if (self->workers[i].db == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
close_connections (ClinchStore *self)
{
  for (int i = WORKER_READER; i < N_WORKERS; i++)
    g_clear_pointer (&self->workers[i].db, clinch_db_close);
  self->workers[WORKER_WRITER].db = NULL;
  g_clear_pointer (&self->file, clinch_workspace_file_close);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr(ClinchStore) self = g_object_new (CLINCH_TYPE_STORE, NULL);
  OpenRequest *request = data;
  g_autoptr(GError) error = NULL;

  wait_until_left (request->directory);
  self->directory = g_strdup (request->directory);
  self->read_only = request->mode == CLINCH_STORE_OPEN_READ_ONLY;
  self->file = clinch_workspace_file_open (request->directory,
                                           request->mode == CLINCH_STORE_OPEN_CREATE,
                                           self->read_only, request->language, &error);
  if (self->file == NULL || !open_connections (self, &error)
      || g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      if (self->file != NULL)
        close_connections (self);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

void
clinch_store_open_async (const char          *directory,
                         ClinchStoreOpen      mode,
                         const char          *language,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenRequest *request = g_new0 (OpenRequest, 1);

  request->directory = g_strdup (directory);
  /* Translators: language of the pipelines in a new workspace; "zh" or "en". */
  request->language = g_strdup (language != NULL ? language : C_("workspace language", "en"));
  request->mode = mode;
  g_task_set_source_tag (task, clinch_store_open_async);
  /* The thread itself looks at it, and then closes what it has opened. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request, free_open_request);
  g_task_run_in_thread (task, open_in_thread);
}

static const char *const worker_names[N_WORKERS] = { "clinch-writer", "clinch-reader",
                                                     "clinch-slow" };

ClinchStore *
clinch_store_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  ClinchStore *self = g_task_propagate_pointer (G_TASK (result), error);

  if (self == NULL)
    return NULL;

  for (int i = 0; i < N_WORKERS; i++)
    {
      self->workers[i].queue = g_async_queue_new_full (g_object_unref);
      self->workers[i].thread = g_thread_new (worker_names[i], worker_thread, &self->workers[i]);
    }

  return self;
}

static void
close_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  ClinchStore *self = source;

  for (int i = N_WORKERS - 1; i >= 0; i--)
    {
      g_thread_join (g_steal_pointer (&self->workers[i].thread));
      g_clear_pointer (&self->workers[i].queue, g_async_queue_unref);
    }
  close_connections (self);
  end_leaving (self->directory);
  g_task_return_boolean (task, TRUE);
}

void
clinch_store_close_async (ClinchStore         *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CLINCH_IS_STORE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, clinch_store_close_async);
  if (self->closing)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  self->closing = TRUE;
  begin_leaving (self->directory);
  for (int i = 0; i < N_WORKERS; i++)
    {
      GTask *last = g_task_new (NULL, NULL, NULL, NULL);

      /* Never returned, only recognised by having no job. */
      g_task_set_check_cancellable (last, FALSE);
      g_async_queue_push (self->workers[i].queue, last);
    }
  g_task_run_in_thread (task, close_in_thread);
}

gboolean
clinch_store_close_finish (ClinchStore   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
clinch_store_get_directory (ClinchStore *self)
{
  g_return_val_if_fail (CLINCH_IS_STORE (self), NULL);

  return self->directory;
}

gboolean
clinch_store_is_read_only (ClinchStore *self)
{
  g_return_val_if_fail (CLINCH_IS_STORE (self), TRUE);

  return self->read_only;
}

static void
push_job (ClinchStore *self,
          WorkerRole   role,
          GTask       *task,
          Job         *job)
{
  g_task_set_task_data (task, job, free_job);
  /* Each job looks at its cancellable where nothing is half done; a committed step is never
   * reported as cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->closing)
    g_task_return_new_error_literal (task, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FAILED,
                                     _("The workspace is being closed."));
  else
    g_async_queue_push (self->workers[role].queue, g_object_ref (task));
}

static void
push_read (ClinchStore         *self,
           WorkerRole           role,
           ClinchReadFunc       func,
           gpointer             data,
           GDestroyNotify       data_free,
           GDestroyNotify       result_free,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->read = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  g_task_set_static_name (task, "[clinch] read");
  push_job (self, role, task, job);
}

void
clinch_store_read_async (ClinchStore         *self,
                         ClinchReadFunc       func,
                         gpointer             data,
                         GDestroyNotify       data_free,
                         GDestroyNotify       result_free,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_STORE (self));

  push_read (self, WORKER_READER, func, data, data_free, result_free, cancellable, callback,
             user_data);
}

void
clinch_store_read_slow_async (ClinchStore         *self,
                              ClinchReadFunc       func,
                              gpointer             data,
                              GDestroyNotify       data_free,
                              GDestroyNotify       result_free,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_STORE (self));

  push_read (self, WORKER_SLOW_READER, func, data, data_free, result_free, cancellable, callback,
             user_data);
}

gpointer
clinch_store_read_finish (ClinchStore   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
clinch_store_write_async (ClinchStore         *self,
                          ClinchWriteFunc      func,
                          gpointer             data,
                          GDestroyNotify       data_free,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (CLINCH_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  job = g_new0 (Job, 1);
  job->write = func;
  job->data = data;
  job->data_free = data_free;
  g_task_set_static_name (task, "[clinch] write");

  if (self->read_only)
    {
      g_task_set_task_data (task, job, free_job);
      g_task_return_new_error_literal (task, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_READ_ONLY,
                                       _("The workspace is open for reading only."));
      return;
    }
  push_job (self, WORKER_WRITER, task, job);
}

ClinchChangeSet *
clinch_store_write_finish (ClinchStore   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
clinch_store_job_data (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return job->data;
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

gpointer
clinch_store_run_read (ClinchStore     *self,
                       ClinchReadFunc   func,
                       gpointer         data,
                       GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  clinch_store_read_slow_async (self, func, data, NULL, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return clinch_store_read_finish (self, result, error);
}

ClinchChangeSet *
clinch_store_run_write (ClinchStore      *self,
                        ClinchWriteFunc   func,
                        gpointer          data,
                        GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  clinch_store_write_async (self, func, data, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return clinch_store_write_finish (self, result, error);
}
