// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-page.h"

#include "clinch-chain-map-fill.h"
#include "clinch-chain-matrix-grid.h"
#include "clinch-chain-page-private.h"
#include "clinch-chain-people-list.h"
#include "clinch-chain-rows.h"
#include "clinch-clock.h"
#include "clinch-group-rows.h"
#include "clinch-reading.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ClinchChainPage, clinch_chain_page, CLINCH_TYPE_PAGE)

typedef struct
{
  gint64 customer_id;
  gint64 opportunity_id;
  gint64 now;
} Question;

static gpointer
load (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const Question *question = data;

  return clinch_decision_chain_load (db, question->customer_id, question->opportunity_id,
                                     question->now, error);
}

/* --- Showing -------------------------------------------------------------------------------- */

static void
show_side (ClinchChainPage *self)
{
  const ClinchDecisionChain *chain = self->chain;
  gboolean can_write = !clinch_workspace_is_read_only (
    clinch_page_get_workspace (CLINCH_PAGE (self)));

  clinch_group_rows_clear (self->rows);
  for (guint i = 0; i < chain->notices->len; i++)
    clinch_group_rows_add (self->rows, self->findings_group,
                           clinch_chain_notice_row (chain->notices->pdata[i], can_write));
  if (chain->notices->len == 0)
    clinch_group_rows_add (self->rows, self->findings_group, clinch_chain_fine_row ());
  clinch_group_rows_add (self->rows, self->figures_group, clinch_chain_relation_row (chain));
  clinch_group_rows_add (self->rows, self->figures_group, clinch_chain_completeness_row (chain));
  clinch_group_rows_add (self->rows, self->figures_group, clinch_chain_coverage_row (chain));
  for (guint i = 0; i < chain->questions->len; i++)
    clinch_group_rows_add (self->rows, self->questions_group,
                           clinch_chain_question_row (chain->questions->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->questions_group), chain->questions->len > 0);
  for (guint i = 0; i < chain->help->len; i++)
    clinch_group_rows_add (self->rows, self->help_group,
                           clinch_chain_help_row (chain->help->pdata[i], can_write));
}

static void
show_chain (ClinchChainPage *self)
{
  const ClinchDecisionChain *chain = self->chain;
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  ClinchRecord *me = clinch_workspace_get_me (workspace);
  gboolean first = g_strcmp0 (gtk_stack_get_visible_child_name (self->main_stack), "loading") == 0;

  clinch_chain_map_fill (self->data, chain);
  adw_window_title_set_subtitle (self->window_title,
                                 clinch_chart_data_get_title (CLINCH_CHART_DATA (self->data)));
  clinch_chain_people_list_show (CLINCH_CHAIN_PEOPLE_LIST (self->list), chain);
  clinch_chain_matrix_grid_show (CLINCH_CHAIN_MATRIX_GRID (self->matrix), chain,
                                 me != NULL ? clinch_record_get_id (me) : 0,
                                 !clinch_workspace_is_read_only (workspace));
  show_side (self);
  gtk_stack_set_visible_child_name (self->main_stack, chain->people->len > 0 ? "chain" : "empty");
  /* Whoever opens the page wants the people, and did not have them before. */
  if (first)
    gtk_widget_child_focus (GTK_WIDGET (chain->people->len > 0
                                        ? adw_view_stack_get_visible_child (self->view_stack)
                                        : gtk_stack_get_visible_child (self->main_stack)),
                            GTK_DIR_TAB_FORWARD);
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       chain)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);

  g_clear_pointer (&self->chain, clinch_decision_chain_free);
  self->chain = chain;
  show_chain (self);
}

static const ClinchReading chain_reading = {
  .load = load,
  .show = show,
  .question_free = g_free,
  .answer_free = (GDestroyNotify) clinch_decision_chain_free,
};

static void
ask (ClinchChainPage *self)
{
  Question *question = g_new0 (Question, 1);

  question->customer_id = self->customer_id;
  question->opportunity_id = self->opportunity_id;
  question->now = clinch_clock_now ();
  clinch_reading_ask (GTK_WIDGET (self), clinch_page_get_workspace (CLINCH_PAGE (self)),
                      &chain_reading, question);
}

static void
workspace_changed_cb (ClinchChainPage *self,
                      ClinchChangeSet *changes)
{
  static const ClinchKind kinds[] = {
    CLINCH_KIND_CONTACT, CLINCH_KIND_ASSESSMENT, CLINCH_KIND_INFLUENCE, CLINCH_KIND_FACT,
    CLINCH_KIND_HELP_REQUEST, CLINCH_KIND_FOLLOW_UP,
  };

  if (clinch_change_set_touches_any (changes, kinds, G_N_ELEMENTS (kinds)))
    ask (self);
}

/* --- The page ------------------------------------------------------------------------------- */

static void
activated_cb (ClinchChainPage *self,
              gint64           id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "chain.judge", "x", id);
}

static void
menu_cb (ClinchChainPage *self,
         gint64           id,
         GtkWidget       *at)
{
  clinch_chain_page_pop_up (self, id, at);
}

static void
moved_cb (ClinchChainPage *self,
          gint64           id,
          gint64           above)
{
  clinch_chain_page_report_to (self, id, above);
}

static void
clinch_chain_page_add (ClinchPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "chain.add-person", NULL);
}

static void
connect_people (ClinchChainPage *self,
                gpointer         view)
{
  g_signal_connect_object (view, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
}

static void
clinch_chain_page_constructed (GObject *object)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (object);
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));

  G_OBJECT_CLASS (clinch_chain_page_parent_class)->constructed (object);

  self->map = CLINCH_CHAIN_MAP (clinch_chain_map_new ());
  self->list = clinch_chain_people_list_new ();
  self->matrix = clinch_chain_matrix_grid_new ();
  connect_people (self, self->map);
  connect_people (self, self->list);
  g_signal_connect_object (self->map, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  clinch_chain_map_set_data (self->map, self->data);
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->map));
  adw_bin_set_child (self->list_bin, self->list);
  adw_bin_set_child (self->matrix_bin, self->matrix);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinch_chain_page_dispose (GObject *object)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (object);

  g_clear_weak_pointer (&self->origin);
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  g_clear_weak_pointer (&self->popover);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_CHAIN_PAGE);

  G_OBJECT_CLASS (clinch_chain_page_parent_class)->dispose (object);
}

static void
clinch_chain_page_finalize (GObject *object)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (object);

  g_clear_object (&self->data);
  g_clear_pointer (&self->chain, clinch_decision_chain_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (clinch_chain_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, main_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, map_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, matrix_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, findings_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, figures_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, questions_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchChainPage, help_group);
}

static void
clinch_chain_page_class_init (ClinchChainPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_chain_page_constructed;
  object_class->dispose = clinch_chain_page_dispose;
  object_class->finalize = clinch_chain_page_finalize;
  CLINCH_PAGE_CLASS (klass)->add = clinch_chain_page_add;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/chain/chain-page.ui");
  bind_children (widget_class);
  clinch_chain_page_install_actions (widget_class);
}

static void
clinch_chain_page_init (ClinchChainPage *self)
{
  self->data = clinch_chain_map_data_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinchPage *
clinch_chain_page_new (ClinchWorkspace *workspace,
                       gint64           customer_id,
                       gint64           opportunity_id)
{
  ClinchChainPage *self = g_object_new (CLINCH_TYPE_CHAIN_PAGE, "workspace", workspace, NULL);

  self->customer_id = customer_id;
  self->opportunity_id = opportunity_id;
  ask (self);

  return CLINCH_PAGE (self);
}
