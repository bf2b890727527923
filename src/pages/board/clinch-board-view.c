// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-announce.h"
#include "clinch-board-moves.h"
#include "clinch-board-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ClinchBoardView, clinch_board_view, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
widen_cb (gpointer user_data)
{
  ClinchBoardView *self = user_data;
  gboolean more = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    more |= clinch_stage_column_widen (self->columns->pdata[i]);
  if (more)
    return G_SOURCE_CONTINUE;

  self->widen_source = 0;
  return G_SOURCE_REMOVE;
}

/* The first frame shows what is in sight; the cards below come while nothing else is to be done. */
static void
start_widening (ClinchBoardView *self)
{
  if (self->widen_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->widen_source = g_timeout_add_full (G_PRIORITY_LOW, 24, widen_cb, self, NULL);
}

static void
first_frame_cb (GdkFrameClock   *clock,
                ClinchBoardView *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  start_widening (self);
}

static void
update_narrow (ClinchBoardView *self)
{
  self->visible_column = self->columns->len > 0 ? MIN (self->visible_column, self->columns->len - 1)
                         : 0;
  gtk_widget_set_visible (self->switcher, self->narrow && self->columns->len > 0);
  gtk_scrolled_window_set_policy (self->scrolled_window,
                                  self->narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *column = self->columns->pdata[i];
      ClinchRecord *stage =
        clinch_board_stage_get_record (clinch_stage_column_get_stage (self->columns->pdata[i]));
      gboolean lost = clinch_stage_get_type_code (stage) == CLINCH_STAGE_LOST;

      gtk_widget_set_visible (column, !self->narrow || i == self->visible_column);
      clinch_stage_column_set_collapsible (self->columns->pdata[i], lost && !self->narrow);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), self->visible_column > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button),
                            self->visible_column + 1 < self->columns->len);
}

void
clinch_board_view_show_column (ClinchBoardView *self,
                               guint            index)
{
  if (!self->narrow || index >= self->columns->len)
    return;

  self->visible_column = index;
  gtk_drop_down_set_selected (self->stage_drop_down, index);
  update_narrow (self);
}

static void
previous_cb (ClinchBoardView *self)
{
  if (self->visible_column > 0)
    clinch_board_view_show_column (self, self->visible_column - 1);
}

static void
next_cb (ClinchBoardView *self)
{
  clinch_board_view_show_column (self, self->visible_column + 1);
}

static void
stage_selected_cb (ClinchBoardView *self)
{
  guint selected = gtk_drop_down_get_selected (self->stage_drop_down);

  if (!self->filling && selected != GTK_INVALID_LIST_POSITION && selected != self->visible_column)
    clinch_board_view_show_column (self, selected);
}

static void
fill_switcher (ClinchBoardView *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinchBoardStage *stage = clinch_stage_column_get_stage (self->columns->pdata[i]);
      const ClinchBoardColumn *figures = clinch_board_stage_get_figures (stage);
      g_autofree char *name = NULL;

      /* Translators: name of a stage and how many opportunities stand in it. */
      name = figures != NULL
        ? g_strdup_printf (_("%s · %'d"),
                           clinch_record_get_name (clinch_board_stage_get_record (stage)),
                           (int) figures->n_opportunities)
        : g_strdup (clinch_record_get_name (clinch_board_stage_get_record (stage)));
      gtk_string_list_append (names, name);
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->stage_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->stage_drop_down, self->visible_column);
  self->filling = FALSE;
}

static void
figures_changed_cb (ClinchBoardView *self)
{
  if (self->narrow)
    fill_switcher (self);
}

static void
column_open_cb (ClinchStageColumn *column,
                ClinchRecord      *opportunity,
                ClinchBoardView   *self)
{
  clinch_board_view_open (self, column, opportunity);
}

static void
column_menu_cb (ClinchStageColumn *column,
                ClinchRecord      *opportunity,
                double             x,
                double             y,
                ClinchBoardView   *self)
{
  clinch_board_view_popup_menu (self, column, opportunity, x, y);
}

static void
column_dropped_cb (ClinchStageColumn *column,
                   ClinchRecord      *opportunity,
                   gint64             before_id,
                   ClinchBoardView   *self)
{
  clinch_board_view_move (self, opportunity, clinch_stage_column_get_stage_id (column), before_id);
}

/* Whether the card on the move may turn up there; of a new one only the card itself knows. */
static gboolean
is_expected (ClinchBoardView   *self,
             ClinchStageColumn *column)
{
  return self->moving_stage_id == 0
         || clinch_stage_column_get_stage_id (column) == self->moving_stage_id;
}

/* Whoever comes to the board with the keyboard nowhere stands on the first card. */
static void
take_keyboard (ClinchBoardView   *self,
               ClinchStageColumn *column)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  ClinchRecordList *cards = clinch_stage_column_get_cards (column);

  if (root != NULL && gtk_root_get_focus (root) == NULL
      && gtk_widget_get_mapped (GTK_WIDGET (column))
      && g_list_model_get_n_items (G_LIST_MODEL (cards)) > 0)
    clinch_board_view_return_to (self, clinch_record_list_get_id (cards, 0));
}

static void
cards_changed_cb (ClinchStageColumn *column,
                  ClinchBoardView   *self)
{
  if (self->moving_id == 0)
    take_keyboard (self, column);
  else if (is_expected (self, column))
    clinch_board_view_follow (self);
}

static GtkWidget *
make_column (ClinchBoardView  *self,
             ClinchBoardStage *stage)
{
  GtkWidget *column = clinch_stage_column_new (stage, self->look);

  g_signal_connect (column, "open", G_CALLBACK (column_open_cb), self);
  g_signal_connect (column, "menu", G_CALLBACK (column_menu_cb), self);
  g_signal_connect (column, "dropped", G_CALLBACK (column_dropped_cb), self);
  g_signal_connect (column, "cards-changed", G_CALLBACK (cards_changed_cb), self);
  clinch_board_view_init_keys (self, CLINCH_STAGE_COLUMN (column));
  if (clinch_stage_get_type_code (clinch_board_stage_get_record (stage)) == CLINCH_STAGE_LOST)
    {
      clinch_stage_column_set_collapsible (CLINCH_STAGE_COLUMN (column), TRUE);
      clinch_stage_column_set_collapsed (CLINCH_STAGE_COLUMN (column), TRUE);
    }

  return column;
}

static void
stages_changed_cb (GListModel      *model,
                   guint            position,
                   guint            removed,
                   guint            added,
                   ClinchBoardView *self)
{
  for (guint i = 0; i < removed; i++)
    {
      gtk_box_remove (self->column_box, self->columns->pdata[position]);
      g_ptr_array_remove_index (self->columns, position);
    }
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(ClinchBoardStage) stage = g_list_model_get_item (model, i);
      GtkWidget *column = make_column (self, stage);

      gtk_box_insert_child_after (self->column_box, column,
                                  i > 0 ? self->columns->pdata[i - 1] : NULL);
      g_ptr_array_insert (self->columns, i, column);
    }
  fill_switcher (self);
  update_narrow (self);
  start_widening (self);
}

ClinchStageColumn *
clinch_board_view_find_column (ClinchBoardView *self,
                               gint64           stage_id)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (clinch_stage_column_get_stage_id (self->columns->pdata[i]) == stage_id)
      return self->columns->pdata[i];

  return NULL;
}

ClinchRecord *
clinch_board_view_get_focus (ClinchBoardView    *self,
                             ClinchStageColumn **column,
                             guint              *position)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinchRecord *record = clinch_stage_column_get_focus (self->columns->pdata[i], position,
                                                            NULL);

      if (record == NULL)
        continue;
      if (column != NULL)
        *column = self->columns->pdata[i];
      return record;
    }

  return NULL;
}

void
clinch_board_view_open (ClinchBoardView   *self,
                        ClinchStageColumn *column,
                        ClinchRecord      *opportunity)
{
  g_signal_emit (self, signals[OPEN], 0, opportunity, clinch_stage_column_get_cards (column));
}

static char *
describe_move (ClinchStageColumn *column,
               const char        *name,
               guint              position)
{
  ClinchRecordList *cards = clinch_stage_column_get_cards (column);
  ClinchRecord *stage = clinch_board_stage_get_record (clinch_stage_column_get_stage (column));

  /* Translators: said by a screen reader: an opportunity, a stage, the place in it, how many there
   * are. */
  return g_strdup_printf (_("“%1$s” is now in %2$s, %3$d of %4$d"), name,
                          clinch_record_get_name (stage), (int) position + 1,
                          (int) clinch_record_list_get_total (cards));
}

static void
arrived (ClinchBoardView   *self,
         ClinchStageColumn *column,
         guint              position)
{
  g_autoptr(ClinchRecord) record =
    g_list_model_get_item (G_LIST_MODEL (clinch_stage_column_get_cards (column)), position);
  g_autofree char *message = describe_move (column,
                                            record != NULL ? clinch_record_get_name (record) : "",
                                            position);
  guint index;

  self->moving_id = 0;
  if (g_ptr_array_find (self->columns, column, &index))
    clinch_board_view_show_column (self, index);
  clinch_stage_column_focus (column, position);
  if (self->moved)
    clinch_announce (GTK_WIDGET (self), message);
}

static gboolean
follow_cb (gpointer user_data)
{
  ClinchBoardView *self = user_data;

  self->focus_source = 0;
  for (guint i = 0; i < self->columns->len && self->moving_id != 0; i++)
    {
      ClinchStageColumn *column = self->columns->pdata[i];
      guint position = clinch_record_list_find (clinch_stage_column_get_cards (column),
                                                self->moving_id);

      if (position != G_MAXUINT && is_expected (self, column))
        arrived (self, column, position);
    }

  return G_SOURCE_REMOVE;
}

void
clinch_board_view_follow (ClinchBoardView *self)
{
  /* Once the list view has made its row. */
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_cb, self, NULL);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchBoardView) self = user_data;

  /* Where it is now the column tells once its list has heard of the step. */
  if (!clinch_board_move_finish (GTK_WIDGET (self), result))
    self->moving_id = 0;
}

void
clinch_board_view_move (ClinchBoardView *self,
                        ClinchRecord    *opportunity,
                        gint64           stage_id,
                        gint64           before_id)
{
  gint64 id = clinch_record_get_id (opportunity);

  self->moving_id = id;
  self->moving_stage_id = stage_id;
  self->moved = TRUE;
  clinch_board_move_async (GTK_WIDGET (self), self->workspace, &id, 1, stage_id, before_id,
                           moved_cb, g_object_ref (self));
}

static void
look_changed_cb (ClinchBoardView *self)
{
  clinch_board_view_refresh (self);
}

static void
clinch_board_view_map (GtkWidget *widget)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (widget);

  GTK_WIDGET_CLASS (clinch_board_view_parent_class)->map (widget);

  clinch_board_view_refresh (self);
  if (self->left_id != 0)
    clinch_board_view_return_to (self, self->left_id);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (first_frame_cb), self,
                           G_CONNECT_DEFAULT);
}

/* Whoever comes back stands on the card that they left. */
static void
clinch_board_view_unmap (GtkWidget *widget)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (widget);
  ClinchRecord *record = clinch_board_view_get_focus (self, NULL, NULL);

  self->left_id = record != NULL ? clinch_record_get_id (record) : 0;

  GTK_WIDGET_CLASS (clinch_board_view_parent_class)->unmap (widget);
}

static void
upper_changed_cb (GtkAdjustment   *adjustment,
                  ClinchBoardView *self)
{
  /* The place where one was can be gone to once the columns are there. */
  if (self->wanted_scroll < 0 || gtk_adjustment_get_upper (adjustment) < self->wanted_scroll)
    return;

  gtk_adjustment_set_value (adjustment, self->wanted_scroll);
  self->wanted_scroll = -1;
}

static void
clinch_board_view_dispose (GObject *object)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (object);

  g_clear_handle_id (&self->widen_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  clinch_board_view_stop_scroll (self);
  g_clear_handle_id (&self->menu_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_weak_pointer (&self->menu_origin);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_ptr_array_set_size (self->columns, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_BOARD_VIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_board_view_parent_class)->dispose (object);
}

static void
clinch_board_view_finalize (GObject *object)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (object);

  g_ptr_array_unref (self->columns);
  clinch_card_look_unref (self->look);

  G_OBJECT_CLASS (clinch_board_view_parent_class)->finalize (object);
}

static void
clinch_board_view_class_init (ClinchBoardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_board_view_dispose;
  object_class->finalize = clinch_board_view_finalize;
  widget_class->map = clinch_board_view_map;
  widget_class->unmap = clinch_board_view_unmap;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2,
                                CLINCH_TYPE_RECORD, CLINCH_TYPE_RECORD_LIST);

  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardView, switcher);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardView, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardView, stage_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardView, next_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardView, column_box);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
  clinch_board_view_install_menu (widget_class);
}

static void
clinch_board_view_init (ClinchBoardView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkAdjustment *adjustment;

  self->columns = g_ptr_array_new ();
  self->look = clinch_card_look_new ();
  self->wanted_scroll = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled_window);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (upper_changed_cb), self,
                           G_CONNECT_DEFAULT);
  clinch_board_view_init_scroll (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
clinch_board_view_set_model (ClinchBoardView  *self,
                             ClinchWorkspace  *workspace,
                             ClinchBoardModel *model)
{
  g_return_if_fail (CLINCH_IS_BOARD_VIEW (self));
  g_return_if_fail (self->model == NULL);

  self->workspace = g_object_ref (workspace);
  self->model = g_object_ref (model);
  g_signal_connect (model, "items-changed", G_CALLBACK (stages_changed_cb), self);
  g_signal_connect_swapped (model, "figures-changed", G_CALLBACK (figures_changed_cb), self);
  stages_changed_cb (G_LIST_MODEL (model), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (model)),
                     self);
}

void
clinch_board_view_set_narrow (ClinchBoardView *self,
                              gboolean         narrow)
{
  g_return_if_fail (CLINCH_IS_BOARD_VIEW (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  fill_switcher (self);
  update_narrow (self);
}

void
clinch_board_view_set_compact (ClinchBoardView *self,
                               gboolean         compact)
{
  g_return_if_fail (CLINCH_IS_BOARD_VIEW (self));

  self->look->compact = compact;
  clinch_board_view_refresh (self);
}

void
clinch_board_view_refresh (ClinchBoardView *self)
{
  g_return_if_fail (CLINCH_IS_BOARD_VIEW (self));

  clinch_card_look_update (self->look);
  for (guint i = 0; i < self->columns->len; i++)
    clinch_stage_column_update (self->columns->pdata[i]);
}

gint64
clinch_board_view_get_stage (ClinchBoardView *self)
{
  ClinchStageColumn *column = NULL;

  g_return_val_if_fail (CLINCH_IS_BOARD_VIEW (self), 0);

  if (self->narrow && self->visible_column < self->columns->len)
    column = self->columns->pdata[self->visible_column];
  else
    clinch_board_view_get_focus (self, &column, NULL);

  return column != NULL ? clinch_stage_column_get_stage_id (column) : 0;
}

void
clinch_board_view_show_card (ClinchBoardView *self,
                             gint64           id)
{
  g_return_if_fail (CLINCH_IS_BOARD_VIEW (self));

  self->moving_id = id;
  self->moving_stage_id = 0;
  self->moved = TRUE;
  clinch_board_view_follow (self);
}

void
clinch_board_view_return_to (ClinchBoardView *self,
                             gint64           id)
{
  g_return_if_fail (CLINCH_IS_BOARD_VIEW (self));

  self->moving_id = id;
  self->moving_stage_id = 0;
  self->moved = FALSE;
  clinch_board_view_follow (self);
}

double
clinch_board_view_get_scroll (ClinchBoardView *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_VIEW (self), 0);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (self->scrolled_window));
}

void
clinch_board_view_set_scroll (ClinchBoardView *self,
                              double           scroll)
{
  g_return_if_fail (CLINCH_IS_BOARD_VIEW (self));

  self->wanted_scroll = scroll;
  upper_changed_cb (gtk_scrolled_window_get_hadjustment (self->scrolled_window), self);
}
