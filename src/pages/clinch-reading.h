// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ClinchReading:
 * @load: the job, on a worker that reads
 * @show: what is done with its answer, on the main thread; the answer is (transfer full)
 * @question_free: (nullable): how to free a question
 * @answer_free: how to free an answer that nobody wants any more
 * @is_slow: whether the question goes over many records, and must not hold up quick ones
 * @is_quiet: whether the user does without the answer where it cannot be read
 *
 * What a page, or a part of one, reads to show it. It is a constant; each time something has
 * changed the widget asks again with clinch_reading_ask().
 */
typedef struct
{
  ClinchReadFunc  load;
  void          (*show) (GtkWidget     *widget,
                         gconstpointer  question,
                         gpointer       answer);
  GDestroyNotify  question_free;
  GDestroyNotify  answer_free;
  gboolean        is_slow;
  gboolean        is_quiet;
} ClinchReading;

/**
 * clinch_reading_ask:
 * @widget: who wants to know
 * @workspace: where it is read
 * @reading: what is read, a constant
 * @question: (transfer full) (nullable): what @reading's functions get
 *
 * Asks for the newest. A question of the same @reading that is still on its way is dropped, so
 * that an older answer never comes after a newer one; so are all of them when the widget is
 * disposed of. A failure is shown to the user.
 */
void clinch_reading_ask (GtkWidget           *widget,
                         ClinchWorkspace     *workspace,
                         const ClinchReading *reading,
                         gpointer             question);

G_END_DECLS
