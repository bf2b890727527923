// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-opportunity-page.h"

#include "clinch-actions.h"
#include "clinch-chain-alert.h"
#include "clinch-chain-page.h"
#include "clinch-opportunity-head.h"
#include "clinch-record-form.h"
#include "clinch-record-removal.h"
#include "clinch-requirements-group.h"
#include "clinch-timeline-view.h"
#include "clinch-waiting-group.h"

#include <glib/gi18n-lib.h>

struct _ClinchOpportunityPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *walk_box;
  AdwBanner *deleted_banner;
  AdwBin *head_bin;
  AdwBin *details_bin;
  AdwBin *timeline_bin;

  ClinchOpportunityHead *head;
  ClinchRecordForm *form;
  GtkWidget *waiting;
  GtkWidget *requirements;
  ClinchTimelineView *timeline;

  ClinchRecord *record;
  ClinchRecordList *context;
  guint position; /* where in the context it is, or was before it left */
};

G_DEFINE_FINAL_TYPE (ClinchOpportunityPage, clinch_opportunity_page, CLINCH_TYPE_PAGE)

static const int next_fields[] = { CLINCH_OPPORTUNITY_NEXT_STEP, CLINCH_OPPORTUNITY_NEXT_DATE, -1 };
static const int outcome_fields[] = {
  CLINCH_OPPORTUNITY_CLOSED, CLINCH_OPPORTUNITY_LOST_REASON, -1,
};
static const int deal_fields[] = {
  CLINCH_OPPORTUNITY_NAME, CLINCH_OPPORTUNITY_AMOUNT, CLINCH_OPPORTUNITY_CURRENCY,
  CLINCH_OPPORTUNITY_PROBABILITY,
  CLINCH_OPPORTUNITY_EXPECTED, CLINCH_OPPORTUNITY_PRODUCT, -1,
};
static const int people_fields[] = {
  CLINCH_OPPORTUNITY_CUSTOMER, CLINCH_OPPORTUNITY_CONTACT, CLINCH_OPPORTUNITY_OWNER,
  CLINCH_OPPORTUNITY_COMPETITOR, -1,
};
static const int more_fields[] = {
  CLINCH_OPPORTUNITY_NOTE, CLINCH_OPPORTUNITY_NUMBER, CLINCH_OPPORTUNITY_SOURCE,
  CLINCH_OPPORTUNITY_STARTED, -1,
};

enum
{
  GROUP_NEXT,
  GROUP_OUTCOME,
  GROUP_DEAL,
  GROUP_PEOPLE,
  GROUP_MORE,
};

static const ClinchFormGroup groups[] = {
  [GROUP_NEXT] = { NC_ ("group", "Next Step"), next_fields },
  [GROUP_OUTCOME] = { NC_ ("group", "Outcome"), outcome_fields },
  [GROUP_DEAL] = { NC_ ("group", "Deal"), deal_fields },
  [GROUP_PEOPLE] = { NC_ ("group", "People"), people_fields },
  [GROUP_MORE] = { NC_ ("group", "More"), more_fields },
};

static ClinchWorkspace *
workspace_of (ClinchOpportunityPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static ClinchRecord *
find_stage (ClinchOpportunityPage *self)
{
  gint64 pipeline_id = clinch_record_get_int (self->record, CLINCH_OPPORTUNITY_PIPELINE);
  g_autoptr(GPtrArray) stages = clinch_workspace_get_stages (workspace_of (self), pipeline_id);

  for (guint i = 0; i < stages->len; i++)
    if (clinch_record_get_id (stages->pdata[i]) == clinch_record_get_int (self->record,
                                                                          CLINCH_OPPORTUNITY_STAGE))
      return stages->pdata[i]; /* the workspace holds it */

  return NULL;
}

/* The stage says how likely it is as long as nobody says otherwise, and whether there is an
 * outcome. */
static void
update_form (ClinchOpportunityPage *self)
{
  ClinchRecord *stage = find_stage (self);
  ClinchFieldRow *probability = clinch_record_form_get_row (self->form,
                                                            CLINCH_OPPORTUNITY_PROBABILITY);
  gboolean is_open = TRUE;
  g_autofree char *placeholder = NULL;

  if (stage != NULL)
    {
      is_open = g_strcmp0 (clinch_record_get_text (stage, CLINCH_STAGE_TYPE), "open") == 0;
      /* Translators: the probability that goes with a stage. */
      placeholder = g_strdup_printf (_("%d%%, from the stage"),
                                     (int) clinch_record_get_int (stage, CLINCH_STAGE_PROBABILITY));
    }
  clinch_field_row_set_placeholder (probability, placeholder);
  clinch_record_form_set_group_visible (self->form, GROUP_NEXT, is_open);
  clinch_record_form_set_group_visible (self->form, GROUP_OUTCOME, !is_open);
  gtk_widget_set_visible (self->waiting, is_open);
  clinch_requirements_group_set_urgent (CLINCH_REQUIREMENTS_GROUP (self->requirements), is_open
                                        && clinch_chain_stage_phase (workspace_of (self), stage)
                                        == CLINCH_CHAIN_PROPOSAL);
}

static void
update_actions (ClinchOpportunityPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));
  gboolean is_deleted = clinch_record_is_deleted (self->record);
  guint n_items = self->context != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->context))
                  : 0;
  guint found = self->context != NULL
                ? clinch_record_list_find (self->context, clinch_record_get_id (self->record))
                : G_MAXUINT;

  if (found != G_MAXUINT)
    self->position = found;
  gtk_widget_action_set_enabled (widget, "opportunity.previous", self->position > 0 && n_items > 0);
  /* Once it has left the list, the next one is where it was. */
  gtk_widget_action_set_enabled (widget, "opportunity.next",
                                 self->position + (found != G_MAXUINT) < n_items);
  gtk_widget_action_set_enabled (widget, "opportunity.delete", can_write && !is_deleted);
  gtk_widget_action_set_enabled (widget, "opportunity.restore", can_write && is_deleted);
  gtk_widget_set_visible (self->walk_box, n_items > 0);
  adw_banner_set_revealed (self->deleted_banner, is_deleted);
  if (found != G_MAXUINT)
    {
      /* Translators: which of the opportunities in a list is shown. */
      g_autofree char *place = g_strdup_printf (_("%1$u of %2$u"), found + 1, n_items);

      adw_window_title_set_subtitle (self->window_title, place);
    }
  else
    {
      adw_window_title_set_subtitle (self->window_title, "");
    }
}

static void
record_changed_cb (ClinchOpportunityPage *self)
{
  if (!clinch_record_is_loaded (self->record))
    return;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), clinch_record_get_name (self->record));
  update_form (self);
  update_actions (self);
}

static void
show_id (ClinchOpportunityPage *self,
         gint64                 id)
{
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (workspace_of (self),
                                                                CLINCH_KIND_OPPORTUNITY, id);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  g_signal_connect_object (record, "notify::loaded", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify::deleted", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify::name", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify::stage", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  clinch_opportunity_head_set_record (self->head, record);
  clinch_record_form_set_record (self->form, record);
  clinch_waiting_group_set_record (CLINCH_WAITING_GROUP (self->waiting), record);
  clinch_requirements_group_set_record (CLINCH_REQUIREMENTS_GROUP (self->requirements), record);
  clinch_timeline_view_set_record (self->timeline, record);
  record_changed_cb (self);
}

static void
walk (ClinchOpportunityPage *self,
      guint                  position)
{
  gint64 id = clinch_record_list_get_id (self->context, position);

  if (id == 0)
    return;

  self->position = position;
  show_id (self, id);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), clinch_record_get_name (self->record),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ClinchOpportunityPage *self = CLINCH_OPPORTUNITY_PAGE (widget);

  walk (self, self->position - 1);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchOpportunityPage *self = CLINCH_OPPORTUNITY_PAGE (widget);
  gboolean is_there = clinch_record_list_find (self->context,
                                               clinch_record_get_id (self->record)) != G_MAXUINT;

  walk (self, self->position + is_there);
}

static void
copy (ClinchOpportunityPage *self,
      const char            *text)
{
  if (*text != '\0')
    clinch_page_copy (GTK_WIDGET (self), text, NULL);
}

static void
copy_status_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ClinchOpportunityPage *self = CLINCH_OPPORTUNITY_PAGE (widget);
  gboolean is_line = g_str_has_suffix (action, "line");

  copy (self,
        clinch_opportunity_head_get_status (self->head,
                                            is_line ? CLINCH_STATUS_LINE : CLINCH_STATUS_SENTENCE));
}

static void
open_chain_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ClinchOpportunityPage *self = CLINCH_OPPORTUNITY_PAGE (widget);
  gint64 customer_id = clinch_record_get_int (self->record, CLINCH_OPPORTUNITY_CUSTOMER);
  ClinchPage *page = clinch_chain_page_new (workspace_of (self), customer_id,
                                            clinch_record_get_id (self->record));

  clinch_page_push (widget, ADW_NAVIGATION_PAGE (page));
}

static void
copy_uid_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ClinchOpportunityPage *self = CLINCH_OPPORTUNITY_PAGE (widget);
  char text[CLINCH_UID_STRING_SIZE];

  if (!clinch_record_is_loaded (self->record))
    return;
  clinch_uid_to_string (&clinch_record_get_row (self->record)->uid, text);
  copy (self, text);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  clinch_record_removal_delete (CLINCH_PAGE (widget), CLINCH_OPPORTUNITY_PAGE (widget)->record);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  clinch_record_removal_restore (CLINCH_PAGE (widget), CLINCH_OPPORTUNITY_PAGE (widget)->record);
}

static void
clinch_opportunity_page_constructed (GObject *object)
{
  ClinchOpportunityPage *self = CLINCH_OPPORTUNITY_PAGE (object);
  ClinchWorkspace *workspace;

  G_OBJECT_CLASS (clinch_opportunity_page_parent_class)->constructed (object);

  workspace = workspace_of (self);
  self->head = CLINCH_OPPORTUNITY_HEAD (clinch_opportunity_head_new (workspace));
  self->form =
    CLINCH_RECORD_FORM (clinch_record_form_new (workspace, CLINCH_KIND_OPPORTUNITY, groups,
                                                G_N_ELEMENTS (groups)));
  self->waiting = clinch_waiting_group_new (workspace);
  self->requirements = clinch_requirements_group_new (workspace);
  clinch_record_form_insert_after (self->form, GROUP_OUTCOME, self->requirements);
  clinch_record_form_insert_after (self->form, GROUP_NEXT, self->waiting);
  self->timeline = CLINCH_TIMELINE_VIEW (clinch_timeline_view_new (workspace));
  adw_bin_set_child (self->head_bin, GTK_WIDGET (self->head));
  adw_bin_set_child (self->details_bin, GTK_WIDGET (self->form));
  adw_bin_set_child (self->timeline_bin, GTK_WIDGET (self->timeline));
}

static void
clinch_opportunity_page_dispose (GObject *object)
{
  ClinchOpportunityPage *self = CLINCH_OPPORTUNITY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_OPPORTUNITY_PAGE);
  g_clear_object (&self->record);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (clinch_opportunity_page_parent_class)->dispose (object);
}

static void
clinch_opportunity_page_class_init (ClinchOpportunityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_opportunity_page_constructed;
  object_class->dispose = clinch_opportunity_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/opportunity/"
                                               "opportunity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityPage, walk_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityPage, deleted_banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityPage, head_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityPage, details_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchOpportunityPage, timeline_bin);

  gtk_widget_class_install_action (widget_class, "opportunity.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "opportunity.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "opportunity.copy-status", NULL,
                                   copy_status_action);
  gtk_widget_class_install_action (widget_class, "opportunity.copy-line", NULL, copy_status_action);
  gtk_widget_class_install_action (widget_class, "opportunity.copy-uid", NULL, copy_uid_action);
  gtk_widget_class_install_action (widget_class, "opportunity.open-chain", NULL,
                                   open_chain_action);
  gtk_widget_class_install_action (widget_class, "opportunity.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "opportunity.restore", NULL, restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "opportunity.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "opportunity.next",
                                       NULL);
}

static void
clinch_opportunity_page_init (ClinchOpportunityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_window_title_set_title (self->window_title,
                              clinch_kind_label (CLINCH_KIND_OPPORTUNITY, FALSE));
}

ClinchPage *
clinch_opportunity_page_new (ClinchWorkspace  *workspace,
                             gint64            id,
                             ClinchRecordList *context)
{
  ClinchOpportunityPage *self = g_object_new (CLINCH_TYPE_OPPORTUNITY_PAGE, "workspace", workspace,
                                              NULL);

  if (context != NULL)
    {
      self->context = g_object_ref (context);
      g_signal_connect_object (context, "items-changed", G_CALLBACK (update_actions), self,
                               G_CONNECT_SWAPPED);
    }
  show_id (self, id);

  return CLINCH_PAGE (self);
}

gint64
clinch_opportunity_page_get_id (ClinchOpportunityPage *self)
{
  g_return_val_if_fail (CLINCH_IS_OPPORTUNITY_PAGE (self), 0);

  return clinch_record_get_id (self->record);
}
