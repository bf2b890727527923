// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-opportunity-head.h"

#include "clinch-board-moves.h"
#include "clinch-board-stage.h"
#include "clinch-chain-alert.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-page.h"
#include "clinch-reading.h"
#include "clinch-record-list.h"
#include "clinch-stage-path.h"
#include "clinch-status.h"

#include <glib/gi18n-lib.h>

struct _ClinchOpportunityHead
{
  AdwBin parent_instance;

  GtkLabel *name_label;
  GtkLabel *customer_label;
  GtkLabel *grade_label;
  GtkLabel *owner_label;
  GtkLabel *amount_label;
  GtkLabel *signing_label;
  ClinchStagePath *stage_path;
  GtkWidget *chain_card;
  GtkLabel *chain_label;
  GtkLabel *chain_advice_label;
  GtkWidget *status_card;
  GtkLabel *sentence_label;
  GtkLabel *line_label;

  ClinchWorkspace *workspace;
  ClinchRecord *record;
  ClinchRecordList *moves;
  GPtrArray *move_records; /* held, so that they stay loaded */
};

G_DEFINE_FINAL_TYPE (ClinchOpportunityHead, clinch_opportunity_head, ADW_TYPE_BIN)

static void
read_today (char today[CLINCH_DATE_SIZE])
{
  clinch_clock_today (today);
}

static void
update_name (ClinchOpportunityHead *self)
{
  ClinchRecord *record = self->record;
  const char *grade = clinch_record_get_customer_grade (record);
  g_autofree char *amount = clinch_record_get_money (record, CLINCH_OPPORTUNITY_AMOUNT, FALSE);
  g_autofree char *full = clinch_record_get_money (record, CLINCH_OPPORTUNITY_AMOUNT, TRUE);

  gtk_label_set_label (self->name_label, clinch_record_get_name (record));
  gtk_label_set_label (self->customer_label,
                       clinch_record_get_reference_name (record, CLINCH_OPPORTUNITY_CUSTOMER));
  gtk_label_set_label (self->grade_label, grade);
  gtk_widget_set_visible (GTK_WIDGET (self->grade_label), grade != NULL);
  gtk_label_set_label (self->owner_label,
                       clinch_record_get_reference_name (record, CLINCH_OPPORTUNITY_OWNER));
  gtk_label_set_label (self->amount_label, *amount != '\0' ? amount : _("No amount"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->amount_label), *full != '\0' ? full : NULL);
}

static void
update_signing (ClinchOpportunityHead *self,
                ClinchStageType        type,
                const char            *today)
{
  const char *closed = clinch_record_get_text (self->record, CLINCH_OPPORTUNITY_CLOSED);
  const char *expected = clinch_record_get_text (self->record, CLINCH_OPPORTUNITY_EXPECTED);
  const char *date = type == CLINCH_STAGE_OPEN ? expected : closed;
  g_autofree char *day = clinch_date_format (date, today);
  g_autofree char *text = NULL;

  if (date == NULL)
    text = g_strdup ("");
  else if (type == CLINCH_STAGE_WON)
    text = g_strdup_printf (_("Signed %s"), day);
  else if (type == CLINCH_STAGE_LOST)
    text = g_strdup_printf (_("Lost %s"), day);
  else
    text = g_strdup_printf (_("Signing expected %s"), day);
  gtk_label_set_label (self->signing_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->signing_label), *text != '\0');
}

static GArray *
read_moves (ClinchOpportunityHead *self)
{
  g_autoptr(GArray) steps = g_array_new (FALSE, FALSE, sizeof (ClinchStageStep));

  for (guint i = 0; i < self->move_records->len; i++)
    {
      ClinchRecord *move = self->move_records->pdata[i];
      const ClinchStageStep step = {
        .from = clinch_record_get_int (move, CLINCH_STAGE_MOVE_FROM),
        .to = clinch_record_get_int (move, CLINCH_STAGE_MOVE_TO),
        .at = clinch_record_get_int (move, CLINCH_STAGE_MOVE_MOVED),
      };

      if (clinch_record_is_loaded (move))
        g_array_append_val (steps, step);
    }

  return g_steal_pointer (&steps);
}

/* Stages of another pipeline are no part of the path, even if it came from there. */
static void
update_path (ClinchOpportunityHead *self,
             GPtrArray             *stages,
             const char            *today)
{
  g_autoptr(GArray) steps = read_moves (self);
  g_autofree gint64 *ids = g_new (gint64, stages->len);
  g_autofree ClinchStageVisit *visits = g_new (ClinchStageVisit, stages->len);
  g_autofree ClinchStagePathStage *path = g_new0 (ClinchStagePathStage, stages->len);
  gint64 current = clinch_record_get_int (self->record, CLINCH_OPPORTUNITY_STAGE);

  for (guint i = 0; i < stages->len; i++)
    ids[i] = clinch_record_get_id (stages->pdata[i]);
  clinch_stage_history_read ((ClinchStageStep *) steps->data, steps->len, current,
                             clinch_record_get_int (self->record, CLINCH_OPPORTUNITY_STAGE_ENTERED),
                             clinch_record_get_row (self->record)->created_at, clinch_clock_now (),
                             ids, stages->len, visits);
  for (guint i = 0; i < stages->len; i++)
    {
      ClinchRecord *stage = stages->pdata[i];

      path[i].id = ids[i];
      path[i].name = clinch_record_get_name (stage);
      path[i].definition = clinch_record_get_text (stage, CLINCH_STAGE_DEFINITION);
      path[i].type = clinch_stage_get_type_code (stage);
      path[i].limit_days = clinch_record_get_int (stage, CLINCH_STAGE_LIMIT);
      path[i].visit = visits[i];
    }
  clinch_stage_path_set_stages (self->stage_path, path, stages->len, current, today);
}

/* Proposals are made: then it is said where nobody knows who decides on them. */
static void
update_chain (ClinchOpportunityHead *self,
              ClinchRecord          *stage)
{
  ClinchChainPhase phase = clinch_chain_stage_phase (self->workspace, stage);
  ClinchChainAlert alert = clinch_chain_alert_read (self->record, stage, phase);
  g_autofree char *title = clinch_chain_alert_title (alert);
  g_autofree char *advice = clinch_chain_alert_advice (alert);

  gtk_label_set_label (self->chain_label, title);
  gtk_label_set_label (self->chain_advice_label, advice);
  gtk_widget_set_visible (self->chain_card, alert != CLINCH_CHAIN_ALERT_NONE);
}

/* The status speaks of stages, follow-ups and people; it is read anew whenever something
 * changes. */
typedef struct
{
  gint64 id;
  char today[CLINCH_DATE_SIZE];
} StatusJob;

static gpointer
read_status (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  const StatusJob *job = data;
  g_autofree char *sentence = clinch_status_load (db, job->id, CLINCH_STATUS_SENTENCE, job->today,
                                                  error);
  g_autofree char *line = NULL;
  g_autoptr(GStrvBuilder) forms = g_strv_builder_new ();

  if (sentence == NULL)
    return NULL;
  line = clinch_status_load (db, job->id, CLINCH_STATUS_LINE, job->today, error);
  if (line == NULL)
    return NULL;

  g_strv_builder_add (forms, sentence);
  g_strv_builder_add (forms, line);
  return g_strv_builder_end (forms);
}

static void
show_status (GtkWidget     *widget,
             gconstpointer  question,
             gpointer       answer)
{
  ClinchOpportunityHead *self = CLINCH_OPPORTUNITY_HEAD (widget);
  g_auto(GStrv) forms = answer;

  gtk_label_set_label (self->sentence_label, forms[0]);
  gtk_label_set_label (self->line_label, forms[1]);
  gtk_widget_set_visible (self->status_card, TRUE);
}

static const ClinchReading status_reading = {
  .load = read_status,
  .show = show_status,
  .question_free = g_free,
  .answer_free = (GDestroyNotify) g_strfreev,
  .is_quiet = TRUE,
};

static void
update_status (ClinchOpportunityHead *self,
               const char            *today)
{
  StatusJob *job = g_new0 (StatusJob, 1);

  job->id = clinch_record_get_id (self->record);
  g_strlcpy (job->today, today, sizeof job->today);
  clinch_reading_ask (GTK_WIDGET (self), self->workspace, &status_reading, job);
}

static void
update (GtkWidget *widget)
{
  ClinchOpportunityHead *self = CLINCH_OPPORTUNITY_HEAD (widget);
  g_autoptr(GPtrArray) stages = NULL;
  ClinchRecord *stage = NULL;
  char today[CLINCH_DATE_SIZE];

  if (self->record == NULL || !clinch_record_is_loaded (self->record))
    return;

  read_today (today);
  stages = clinch_workspace_get_stages (self->workspace,
                                        clinch_record_get_int (self->record,
                                                               CLINCH_OPPORTUNITY_PIPELINE));
  for (guint i = 0; i < stages->len; i++)
    if (clinch_record_get_id (stages->pdata[i]) == clinch_record_get_int (self->record,
                                                                          CLINCH_OPPORTUNITY_STAGE))
      stage = stages->pdata[i];
  update_name (self);
  update_signing (self, clinch_stage_get_type_code (stage), today);
  update_path (self, stages, today);
  update_chain (self, stage);
  update_status (self, today);
  clinch_stage_path_set_editable (self->stage_path,
                                  !clinch_workspace_is_read_only (self->workspace)
                                  && !clinch_record_is_deleted (self->record));
}

static void
queue_update (ClinchOpportunityHead *self)
{
  clinch_page_update_later (GTK_WIDGET (self), update);
}

static void
moves_changed_cb (ClinchOpportunityHead *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->moves));

  for (guint i = 0; i < self->move_records->len; i++)
    g_signal_handlers_disconnect_by_data (self->move_records->pdata[i], self);
  g_ptr_array_set_size (self->move_records, 0);
  for (guint i = 0; i < n_items; i++)
    {
      ClinchRecord *move = g_list_model_get_item (G_LIST_MODEL (self->moves), i);

      g_signal_connect_object (move, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->move_records, move);
    }
  queue_update (self);
}

static void
customer_clicked_cb (ClinchOpportunityHead *self)
{
  gint64 id = clinch_record_get_int (self->record, CLINCH_OPPORTUNITY_CUSTOMER);

  if (id != 0)
    clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_CUSTOMER, id);
}

static void
stage_activated_cb (ClinchOpportunityHead *self,
                    gint64                 stage_id)
{
  gint64 id = clinch_record_get_id (self->record);

  clinch_board_move_async (GTK_WIDGET (self), self->workspace, &id, 1, stage_id, 0, NULL, NULL);
}

static void
clinch_opportunity_head_dispose (GObject *object)
{
  ClinchOpportunityHead *self = CLINCH_OPPORTUNITY_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_OPPORTUNITY_HEAD);
  g_clear_object (&self->record);
  g_clear_object (&self->moves);
  g_clear_pointer (&self->move_records, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_opportunity_head_parent_class)->dispose (object);
}

static void
clinch_opportunity_head_class_init (ClinchOpportunityHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_opportunity_head_dispose;

  g_type_ensure (CLINCH_TYPE_STAGE_PATH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/opportunity/"
                                               "opportunity-head.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, name_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, customer_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, grade_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, owner_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, amount_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, signing_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, stage_path);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, chain_card);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, chain_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, chain_advice_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, status_card);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityHead, line_label);
  gtk_widget_class_bind_template_callback (widget_class, customer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_activated_cb);
}

static void
clinch_opportunity_head_init (ClinchOpportunityHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->move_records = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
clinch_opportunity_head_new (ClinchWorkspace *workspace)
{
  ClinchOpportunityHead *self = g_object_new (CLINCH_TYPE_OPPORTUNITY_HEAD, NULL);

  self->workspace = g_object_ref (workspace);
  self->moves = clinch_record_list_new (workspace, NULL);
  g_signal_connect_object (self->moves, "items-changed", G_CALLBACK (moves_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* Stages may be renamed or rearranged. */
  g_signal_connect_object (workspace, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
clinch_opportunity_head_set_record (ClinchOpportunityHead *self,
                                    ClinchRecord          *record)
{
  g_autoptr(ClinchQuery) query = NULL;

  g_return_if_fail (CLINCH_IS_OPPORTUNITY_HEAD (self));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_signal_connect_object (record, "notify", G_CALLBACK (queue_update), self,
                               G_CONNECT_SWAPPED);
      query = clinch_query_new (CLINCH_KIND_STAGE_MOVE);
      clinch_query_filter_int (query, "opportunity", CLINCH_FILTER_EQUAL,
                               clinch_record_get_id (record));
    }
  clinch_record_list_set_query (self->moves, query);
  gtk_label_set_label (self->sentence_label, "");
  gtk_label_set_label (self->line_label, "");
  gtk_widget_set_visible (self->status_card, FALSE);
  queue_update (self);
}

const char *
clinch_opportunity_head_get_status (ClinchOpportunityHead *self,
                                    ClinchStatusForm       form)
{
  g_return_val_if_fail (CLINCH_IS_OPPORTUNITY_HEAD (self), "");

  return gtk_label_get_text (form == CLINCH_STATUS_SENTENCE ? self->sentence_label
                             : self->line_label);
}
