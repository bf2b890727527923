// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-page.h"

#include "clinch-board-figure.h"
#include "clinch-board-print.h"
#include "clinch-board-state.h"
#include "clinch-board-summary.h"
#include "clinch-board-table.h"
#include "clinch-board-view.h"
#include "clinch-filter-bar.h"
#include "clinch-filter-popover.h"
#include "clinch-new-opportunity-dialog.h"
#include "clinch-opportunity-page.h"
#include "clinch-pipeline-menu.h"
#include "clinch-saved-views.h"
#include "clinch-table-columns.h"

#include <glib/gi18n-lib.h>

/* So many cards of each column come with the first answer; a usual screen shows no more. */
#define N_FIRST_CARDS 10
/* Who is over the limit or overdue changes by itself, slowly. */
#define REFRESH_SECONDS (10 * 60)

struct _ClinchBoardPage
{
  ClinchPage parent_instance;

  AdwHeaderBar *header_bar;
  GtkBox *narrow_bar;
  GtkWidget *view_box;
  GtkWidget *filter_box;
  GtkMenuButton *pipeline_button;
  GtkLabel *title_label;
  GtkLabel *summary_label;
  AdwToggleGroup *view_toggles;
  GtkMenuButton *views_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *filter_button;
  AdwButtonContent *new_content;
  GtkRevealer *filter_revealer;
  ClinchFilterBar *filter_bar;
  GtkStack *stack;
  ClinchBoardView *board_view;

  GSettings *settings;
  ClinchBoardModel *model;
  ClinchBoardTable *table;           /* made when it is looked at */
  ClinchFilterPopover *filter_popover; /* likewise */
  ClinchSavedViews *saved_views;     /* likewise */
  char *pipeline; /* uid */
  /* what the board goes back to after a figure was opened */
  ClinchOpportunityFilter *before_figure;
  ClinchPage *opened; /* weak: the page of a card, which may go on to others */
  guint refresh_source;
  gboolean searching;
  gboolean table_stale;
};

G_DEFINE_FINAL_TYPE (ClinchBoardPage, clinch_board_page, CLINCH_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_PIPELINE,
  PROP_VIEW,
  PROP_DENSITY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static ClinchWorkspace *
workspace_of (ClinchBoardPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static gboolean
is_table (ClinchBoardPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->view_toggles), "table") == 0;
}

static gboolean
is_narrow (ClinchBoardPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->narrow_bar));
}

/* Borrowed: the workspace holds the pipelines. */
static ClinchRecord *
find_pipeline (ClinchBoardPage *self,
               const char      *uid)
{
  return clinch_pipeline_find (clinch_workspace_get_pipelines (workspace_of (self)), uid);
}

static void
update_stack (ClinchBoardPage *self)
{
  const char *name = is_table (self) ? "table" : "board";

  if (clinch_board_model_get_total (self->model) == 0)
    name = clinch_opportunity_filter_is_empty (clinch_board_model_get_filter (self->model))
    ? "empty" : "no-hits";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
figures_changed_cb (ClinchBoardPage *self)
{
  g_autofree char *summary = clinch_board_summary_text (self->model, is_narrow (self));
  g_autofree char *tooltip = clinch_board_summary_tooltip (self->model);

  gtk_label_set_label (self->summary_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), *summary != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary_label), tooltip);
  update_stack (self);
}

static void
update_table_query (ClinchBoardPage *self)
{
  g_autoptr(ClinchQuery) query = NULL;

  self->table_stale = TRUE;
  if (self->table == NULL || !is_table (self) || clinch_board_model_get_pipeline (self->model) == 0)
    return;

  query = clinch_board_model_dup_query (self->model);
  clinch_board_table_set_pipeline (self->table, clinch_board_model_get_pipeline (self->model));
  clinch_board_table_set_query (self->table, query);
  self->table_stale = FALSE;
}

static void
update_filter_bar (ClinchBoardPage *self)
{
  const ClinchOpportunityFilter *filter = clinch_board_model_get_filter (self->model);
  gboolean empty = clinch_opportunity_filter_is_empty (filter);

  gtk_revealer_set_reveal_child (self->filter_revealer, self->searching || !empty);
  if (empty)
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
}

static void
set_filter (ClinchBoardPage               *self,
            const ClinchOpportunityFilter *filter)
{
  g_autoptr(ClinchOpportunityFilter) copy = clinch_opportunity_filter_copy (filter);
  g_autofree char *json = clinch_opportunity_filter_to_json (filter);

  clinch_board_model_set_filter (self->model, copy);
  clinch_filter_bar_set_filter (self->filter_bar, copy);
  if (self->filter_popover != NULL)
    clinch_filter_popover_set_filter (self->filter_popover, copy);
  g_settings_set_string (self->settings, "board-filter", json);
  update_filter_bar (self);
  update_table_query (self);
}

/* What the board goes back to, if a figure of it is open; the table is as it was then. */
static ClinchOpportunityFilter *
end_figure (ClinchBoardPage *self)
{
  if (self->before_figure != NULL && self->table != NULL)
    clinch_board_table_set_narrow (self->table, is_narrow (self));

  return g_steal_pointer (&self->before_figure);
}

static void
forget_figure (ClinchBoardPage *self)
{
  g_autoptr(ClinchOpportunityFilter) before = end_figure (self);
}

static void
filter_bar_changed_cb (ClinchBoardPage *self)
{
  forget_figure (self);
  set_filter (self, clinch_filter_bar_get_filter (self->filter_bar));
}

static void
filter_popover_changed_cb (ClinchBoardPage *self)
{
  g_autoptr(ClinchOpportunityFilter) filter =
    clinch_opportunity_filter_copy (clinch_filter_popover_get_filter (self->filter_popover));

  forget_figure (self);
  /* The text is the bar's. */
  if (!clinch_opportunity_filter_is_empty (filter))
    g_set_str (&filter->text, clinch_board_model_get_filter (self->model)->text);
  set_filter (self, filter);
}

static void
stop_search_cb (ClinchBoardPage *self)
{
  self->searching = FALSE;
  update_filter_bar (self);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
create_filter_popover (GtkMenuButton *button,
                       gpointer       user_data)
{
  ClinchBoardPage *self = user_data;

  if (self->filter_popover == NULL)
    {
      self->filter_popover = g_object_new (CLINCH_TYPE_FILTER_POPOVER, NULL);
      clinch_filter_popover_set_workspace (self->filter_popover, workspace_of (self));
      g_signal_connect_object (self->filter_popover, "changed",
                               G_CALLBACK (filter_popover_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, GTK_WIDGET (self->filter_popover));
    }
  clinch_filter_popover_set_pipeline (self->filter_popover,
                                      clinch_board_model_get_pipeline (self->model));
  clinch_filter_popover_set_filter (self->filter_popover,
                                    clinch_board_model_get_filter (self->model));
}

static void
open_cb (ClinchBoardPage  *self,
         ClinchRecord     *opportunity,
         ClinchRecordList *context)
{
  ClinchPage *page = clinch_opportunity_page_new (workspace_of (self),
                                                  clinch_record_get_id (opportunity), context);

  g_set_weak_pointer (&self->opened, page);
  clinch_page_push (GTK_WIDGET (self), ADW_NAVIGATION_PAGE (page));
}

static void
sort_changed_cb (ClinchBoardPage *self)
{
  g_autofree char *sort = clinch_board_table_dup_sort (self->table);

  g_settings_set_string (self->settings, "table-sort", sort);
}

static void
update_menu (ClinchBoardPage *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) cards = g_menu_new ();
  g_autoptr(GMenu) paper = g_menu_new ();

  if (is_table (self) && self->table != NULL)
    {
      g_menu_append_section (menu, _("Columns"), clinch_board_table_get_columns_menu (self->table));
    }
  else
    {
      g_menu_append (cards, _("_Comfortable"), "page.density::comfortable");
      g_menu_append (cards, _("Com_pact"), "page.density::compact");
      g_menu_append_section (menu, _("Cards"), G_MENU_MODEL (cards));
    }
  g_menu_append (paper, C_("menu", "_Print…"), "page.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
ensure_table (ClinchBoardPage *self)
{
  g_autofree char *sort = NULL;

  if (self->table != NULL)
    return;

  sort = g_settings_get_string (self->settings, "table-sort");
  self->table = g_object_new (CLINCH_TYPE_BOARD_TABLE, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  clinch_board_table_set_workspace (self->table, workspace_of (self), self->settings);
  clinch_board_table_set_sort (self->table, sort);
  clinch_board_table_set_narrow (self->table, is_narrow (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self->menu_button), "columns",
                                  clinch_board_table_get_column_actions (self->table));
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->table_stale = TRUE;
}

/* Back on the board there is everything that there was before. */
static void
leave_figure (ClinchBoardPage *self)
{
  g_autoptr(ClinchOpportunityFilter) before = end_figure (self);

  if (before != NULL)
    set_filter (self, before);
}

static void
open_figure_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (widget);
  g_autoptr(ClinchOpportunityFilter) filter = NULL;
  const char *stage;
  gboolean over_limit;

  g_variant_get (parameter, "(&sb)", &stage, &over_limit);
  filter = clinch_board_figure_filter (self->model, stage, over_limit);
  if (self->before_figure == NULL && !is_table (self))
    self->before_figure =
      clinch_opportunity_filter_copy (clinch_board_model_get_filter (self->model));
  set_filter (self, filter);
  adw_toggle_group_set_active_name (self->view_toggles, "table");
  /* A figure is checked by what it is made of. */
  if (!over_limit && self->before_figure != NULL)
    clinch_column_set_add (clinch_board_table_get_columns (self->table), CLINCH_TABLE_WEIGHTED);
}

static void
view_toggled_cb (ClinchBoardPage *self)
{
  gboolean table = is_table (self);

  if (table)
    ensure_table (self);
  else
    leave_figure (self);
  clinch_board_model_set_active (self->model, !table);
  if (self->table_stale)
    update_table_query (self);
  update_menu (self);
  update_stack (self);
  g_settings_set_string (self->settings, "board-view", table ? "table" : "board");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* In a narrow window there is no room for these in the header bar. */
static void
place_buttons (ClinchBoardPage *self,
               gboolean         narrow)
{
  g_autoptr(GtkWidget) view_box = g_object_ref (self->view_box);
  g_autoptr(GtkWidget) filter_box = g_object_ref (self->filter_box);

  if (narrow)
    {
      adw_header_bar_remove (self->header_bar, view_box);
      adw_header_bar_remove (self->header_bar, filter_box);
      gtk_box_append (self->narrow_bar, view_box);
      gtk_box_append (self->narrow_bar, filter_box);
    }
  else
    {
      gtk_box_remove (self->narrow_bar, view_box);
      gtk_box_remove (self->narrow_bar, filter_box);
      adw_header_bar_pack_start (self->header_bar, view_box);
      adw_header_bar_pack_end (self->header_bar, filter_box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_bar), narrow);
}

static void
set_narrow (ClinchBoardPage *self,
            gboolean         narrow)
{
  place_buttons (self, narrow);
  clinch_board_view_set_narrow (self->board_view, narrow);
  if (self->table != NULL)
    clinch_board_table_set_narrow (self->table, narrow);
  figures_changed_cb (self);
}

static void
narrow_cb (ClinchBoardPage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (ClinchBoardPage *self)
{
  set_narrow (self, FALSE);
}

static void
show_pipeline (ClinchBoardPage *self,
               ClinchRecord    *pipeline)
{
  char uid[CLINCH_UID_STRING_SIZE];

  clinch_uid_to_string (&clinch_record_get_row (pipeline)->uid, uid);
  gtk_label_set_label (self->title_label, clinch_record_get_name (pipeline));
  g_settings_set_string (self->settings, "pipeline", uid);
  if (!g_set_str (&self->pipeline, uid))
    return;

  clinch_board_model_set_pipeline (self->model, clinch_record_get_id (pipeline), N_FIRST_CARDS);
  update_table_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PIPELINE]);
}

/* Another pipeline has other stages, so those of the filter mean nothing any more. */
static void
choose_pipeline (ClinchBoardPage *self,
                 const char      *uid)
{
  ClinchRecord *pipeline = find_pipeline (self, uid);
  g_autoptr(ClinchOpportunityFilter) filter =
    clinch_opportunity_filter_copy (clinch_board_model_get_filter (self->model));

  if (pipeline == NULL || g_strcmp0 (uid, self->pipeline) == 0)
    return;

  g_array_set_size (filter->stages, 0);
  set_filter (self, filter);
  show_pipeline (self, pipeline);
}

static void
update_pipelines (ClinchBoardPage *self)
{
  GListModel *pipelines = clinch_workspace_get_pipelines (workspace_of (self));
  g_autoptr(GMenuModel) menu = clinch_pipeline_menu_new (pipelines);
  ClinchRecord *shown = self->pipeline != NULL ? find_pipeline (self, self->pipeline) : NULL;

  gtk_menu_button_set_menu_model (self->pipeline_button, menu);
  if (shown == NULL)
    shown = find_pipeline (self, NULL);
  if (shown != NULL)
    show_pipeline (self, shown);
}

static void
view_chosen_cb (ClinchBoardPage *self,
                const char      *json)
{
  g_autoptr(ClinchBoardState) state = clinch_board_state_from_json (json);

  forget_figure (self);
  if (state->pipeline != NULL)
    choose_pipeline (self, state->pipeline);
  set_filter (self, state->filter);
  if (state->view != NULL
      && (g_str_equal (state->view, "board") || g_str_equal (state->view, "table")))
    adw_toggle_group_set_active_name (self->view_toggles, state->view);
  if (state->sort != NULL)
    {
      g_settings_set_string (self->settings, "table-sort", state->sort);
      if (self->table != NULL)
        clinch_board_table_set_sort (self->table, state->sort);
    }
}

static void
view_save_cb (ClinchBoardPage *self)
{
  ClinchBoardState state = { NULL, };
  g_autofree char *sort = g_settings_get_string (self->settings, "table-sort");
  g_autofree char *json = NULL;

  state.view = (char *) (is_table (self) ? "table" : "board");
  state.pipeline = self->pipeline;
  state.sort = sort;
  state.filter = (ClinchOpportunityFilter *) clinch_board_model_get_filter (self->model);
  json = clinch_board_state_to_json (&state);
  clinch_saved_views_save (self->saved_views, json);
}

static void
create_saved_views (GtkMenuButton *button,
                    gpointer       user_data)
{
  ClinchBoardPage *self = user_data;

  if (self->saved_views != NULL)
    return;

  self->saved_views = CLINCH_SAVED_VIEWS (clinch_saved_views_new (workspace_of (self), "board"));
  g_signal_connect_object (self->saved_views, "chosen", G_CALLBACK (view_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saved_views, "save", G_CALLBACK (view_save_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->saved_views));
}

static void
added_cb (ClinchBoardPage *self,
          ClinchChangeSet *changes,
          gint64           id)
{
  clinch_page_toast_undo (GTK_WIDGET (self), NULL, changes);
  clinch_board_view_show_card (self->board_view, id);
}

static void
clinch_board_page_add (ClinchPage *page)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (page);
  ClinchNewOpportunityDialog *dialog;

  if (clinch_workspace_is_read_only (workspace_of (self)))
    return;

  dialog = clinch_new_opportunity_dialog_new (workspace_of (self),
                                              clinch_board_model_get_pipeline (self->model),
                                              clinch_board_view_get_stage (self->board_view));
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  clinch_board_page_add (CLINCH_PAGE (widget));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_autoptr(ClinchOpportunityFilter) empty = clinch_opportunity_filter_new ();

  forget_figure (CLINCH_BOARD_PAGE (widget));
  set_filter (CLINCH_BOARD_PAGE (widget), empty);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (widget);
  g_autofree char *conditions = clinch_filter_bar_dup_text (self->filter_bar);

  ensure_table (self);
  clinch_board_print (CLINCH_PAGE (self), self->model, self->table,
                      gtk_label_get_label (self->title_label), conditions, !is_table (self));
}

static void
clinch_board_page_focus_search (ClinchPage *page)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (page);

  self->searching = TRUE;
  update_filter_bar (self);
  clinch_filter_bar_focus_search (self->filter_bar);
}

static gboolean
refresh_cb (gpointer user_data)
{
  ClinchBoardPage *self = user_data;

  clinch_board_model_refresh (self->model);
  clinch_board_view_refresh (self->board_view);
  return G_SOURCE_CONTINUE;
}

/* The page of a card goes on to others without coming back here. */
static void
return_to_card (ClinchBoardPage *self)
{
  ClinchOpportunityPage *opened = CLINCH_OPPORTUNITY_PAGE (self->opened);

  if (opened != NULL && !is_table (self))
    clinch_board_view_return_to (self->board_view, clinch_opportunity_page_get_id (opened));
  g_clear_weak_pointer (&self->opened);
}

static void
clinch_board_page_map (GtkWidget *widget)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (widget);

  GTK_WIDGET_CLASS (clinch_board_page_parent_class)->map (widget);

  return_to_card (self);
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add_seconds (REFRESH_SECONDS, refresh_cb, self);
}

static void
clinch_board_page_unmap (GtkWidget *widget)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (widget);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_settings_set_int (self->settings, "board-scroll",
                      (int) clinch_board_view_get_scroll (self->board_view));

  GTK_WIDGET_CLASS (clinch_board_page_parent_class)->unmap (widget);
}

static void
restore (ClinchBoardPage *self)
{
  g_autofree char *filter_json = g_settings_get_string (self->settings, "board-filter");
  g_autofree char *view = g_settings_get_string (self->settings, "board-view");
  g_autofree char *density = g_settings_get_string (self->settings, "card-density");
  g_autofree char *pipeline = g_settings_get_string (self->settings, "pipeline");
  g_autoptr(ClinchOpportunityFilter) filter = clinch_opportunity_filter_from_json (filter_json);

  clinch_board_view_set_compact (self->board_view, g_str_equal (density, "compact"));
  clinch_board_view_set_scroll (self->board_view,
                                g_settings_get_int (self->settings, "board-scroll"));
  if (!clinch_opportunity_filter_is_empty (filter))
    set_filter (self, filter);
  if (find_pipeline (self, pipeline) != NULL)
    show_pipeline (self, find_pipeline (self, pipeline));
  update_pipelines (self);
  adw_toggle_group_set_active_name (self->view_toggles, view);
  view_toggled_cb (self);
}

static void
clinch_board_page_constructed (GObject *object)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (object);

  G_OBJECT_CLASS (clinch_board_page_parent_class)->constructed (object);

  self->settings = g_settings_new ("org.clinch.Clinch");
  self->model = clinch_board_model_new (workspace_of (self));
  g_signal_connect_object (self->model, "figures-changed", G_CALLBACK (figures_changed_cb), self,
                           G_CONNECT_SWAPPED);
  clinch_filter_bar_set_workspace (self->filter_bar, workspace_of (self));
  clinch_board_view_set_model (self->board_view, workspace_of (self), self->model);
  gtk_menu_button_set_create_popup_func (self->filter_button, create_filter_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->views_button, create_saved_views, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new",
                                 !clinch_workspace_is_read_only (workspace_of (self)));
  restore (self);
  g_signal_connect_object (self->view_toggles, "notify::active-name", G_CALLBACK (view_toggled_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinch_workspace_get_pipelines (workspace_of (self)), "items-changed",
                           G_CALLBACK (update_pipelines),
                           self, G_CONNECT_SWAPPED);
}

static void
clinch_board_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (object);

  switch (prop_id)
    {
    case PROP_PIPELINE:
      g_value_set_string (value, self->pipeline != NULL ? self->pipeline : "");
      break;
    case PROP_VIEW:
      g_value_set_string (value, is_table (self) ? "table" : "board");
      break;
    case PROP_DENSITY:
      g_value_take_string (value, g_settings_get_string (self->settings, "card-density"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_board_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (object);

  switch (prop_id)
    {
    case PROP_PIPELINE:
      choose_pipeline (self, g_value_get_string (value));
      break;
    case PROP_VIEW:
      adw_toggle_group_set_active_name (self->view_toggles, g_value_get_string (value));
      break;
    case PROP_DENSITY:
      g_settings_set_string (self->settings, "card-density", g_value_get_string (value));
      clinch_board_view_set_compact (self->board_view,
                                     g_strcmp0 (g_value_get_string (value), "compact") == 0);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_board_page_dispose (GObject *object)
{
  ClinchBoardPage *self = CLINCH_BOARD_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_weak_pointer (&self->opened);
  self->table = NULL;
  self->filter_popover = NULL;
  self->saved_views = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_BOARD_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (clinch_board_page_parent_class)->dispose (object);
}

static void
clinch_board_page_finalize (GObject *object)
{
  forget_figure (CLINCH_BOARD_PAGE (object));
  g_free (CLINCH_BOARD_PAGE (object)->pipeline);

  G_OBJECT_CLASS (clinch_board_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, pipeline_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, view_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, view_toggles);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, views_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, new_content);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardPage, board_view);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_bar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
clinch_board_page_class_init (ClinchBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = clinch_board_page_constructed;
  object_class->get_property = clinch_board_page_get_property;
  object_class->set_property = clinch_board_page_set_property;
  object_class->dispose = clinch_board_page_dispose;
  object_class->finalize = clinch_board_page_finalize;
  widget_class->map = clinch_board_page_map;
  widget_class->unmap = clinch_board_page_unmap;
  CLINCH_PAGE_CLASS (klass)->focus_search = clinch_board_page_focus_search;
  CLINCH_PAGE_CLASS (klass)->add = clinch_board_page_add;

  properties[PROP_PIPELINE] = g_param_spec_string ("pipeline", NULL, NULL, "", flags);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "board", flags);
  properties[PROP_DENSITY] = g_param_spec_string ("density", NULL, NULL, "comfortable", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CLINCH_TYPE_BOARD_VIEW);
  g_type_ensure (CLINCH_TYPE_FILTER_BAR);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.open-figure", "(sb)", open_figure_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "page.print",
                                       NULL);
  gtk_widget_class_install_property_action (widget_class, "page.pipeline", "pipeline");
  gtk_widget_class_install_property_action (widget_class, "page.view", "view");
  gtk_widget_class_install_property_action (widget_class, "page.density", "density");
}

static void
clinch_board_page_init (ClinchBoardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
