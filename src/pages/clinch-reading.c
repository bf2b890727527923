// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-reading.h"

#include "clinch-page.h"

/* A question on its way. */
typedef struct
{
  const ClinchReading *reading;
  GtkWidget *widget;
  GCancellable *cancellable;
} Pending;

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->widget);
  g_object_unref (pending->cancellable);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

static void
drop (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  g_object_unref (cancellable);
}

/* The cancellables of a widget's questions, by what is read. */
static GHashTable *
questions_of (GtkWidget *widget)
{
  GHashTable *questions = g_object_get_data (G_OBJECT (widget), "clinch-questions");

  if (questions == NULL)
    {
      questions = g_hash_table_new_full (NULL, NULL, NULL, drop);
      g_object_set_data_full (G_OBJECT (widget), "clinch-questions", questions,
                              (GDestroyNotify) g_hash_table_unref);
      g_signal_connect_swapped (widget, "destroy", G_CALLBACK (g_hash_table_remove_all),
                                questions);
    }

  return questions;
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Pending) pending = user_data;
  const ClinchReading *reading = pending->reading;
  g_autoptr(GError) error = NULL;
  gpointer answer = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  /* It may have been read before it was dropped. */
  if (g_cancellable_is_cancelled (pending->cancellable))
    {
      g_clear_pointer (&answer, reading->answer_free);
      return;
    }

  g_hash_table_remove (questions_of (pending->widget), reading);
  if (answer != NULL)
    reading->show (pending->widget, clinch_store_job_data (result), answer);
  else if (reading->is_quiet)
    g_debug ("What stands beside could not be read: %s", error->message);
  else
    clinch_page_report (pending->widget, error);
}

void
clinch_reading_ask (GtkWidget           *widget,
                    ClinchWorkspace     *workspace,
                    const ClinchReading *reading,
                    gpointer             question)
{
  ClinchStore *store = clinch_workspace_get_store (workspace);
  Pending *pending;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  pending = g_new0 (Pending, 1);
  pending->reading = reading;
  pending->widget = g_object_ref (widget);
  pending->cancellable = g_cancellable_new ();
  g_hash_table_replace (questions_of (widget), (gpointer) reading,
                        g_object_ref (pending->cancellable));
  if (reading->is_slow)
    clinch_store_read_slow_async (store, reading->load, question, reading->question_free,
                                  reading->answer_free, pending->cancellable, answered_cb,
                                  pending);
  else
    clinch_store_read_async (store, reading->load, question, reading->question_free,
                             reading->answer_free, pending->cancellable, answered_cb, pending);
}
