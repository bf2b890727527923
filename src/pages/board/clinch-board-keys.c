// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keys of a card, and of a column that is closed. They are taken on the way down to the list
// view, since it has a use of its own for some of them.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-actions.h"
#include "clinch-board-view-private.h"

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  GtkShortcutFunc func;
  int step;
} Key;

static ClinchBoardView *
view_of (GtkWidget *widget)
{
  return CLINCH_BOARD_VIEW (gtk_widget_get_ancestor (widget, CLINCH_TYPE_BOARD_VIEW));
}

/* To the right is the next column, unless one reads from right to left. */
static int
visual_step (GtkWidget *widget,
             GVariant  *args)
{
  int step = g_variant_get_int32 (args);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -step : step;
}

static gboolean
index_of (ClinchBoardView   *self,
          ClinchStageColumn *column,
          guint             *index)
{
  return g_ptr_array_find (self->columns, column, index);
}

/* The next column on that side that has something to stand on. */
static gboolean
focus_column (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  ClinchBoardView *self = view_of (widget);
  ClinchStageColumn *column = user_data;
  int step = visual_step (widget, args);
  double y = 0;
  guint index;

  clinch_stage_column_get_focus (column, NULL, &y);
  if (!index_of (self, column, &index))
    return FALSE;

  for (gint64 i = (gint64) index + step; i >= 0 && i < self->columns->len; i += step)
    {
      ClinchStageColumn *other = self->columns->pdata[i];

      if (!clinch_stage_column_get_collapsed (other) &&
          g_list_model_get_n_items (G_LIST_MODEL (clinch_stage_column_get_cards (other))) == 0)
        continue;
      clinch_board_view_show_column (self, (guint) i);
      clinch_stage_column_focus_at (other, y);
      return TRUE;
    }

  gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
move_to_column (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  ClinchBoardView *self = view_of (widget);
  ClinchStageColumn *column = user_data;
  ClinchRecord *record = clinch_stage_column_get_focus (column, NULL, NULL);
  int step = visual_step (widget, args);
  guint index;
  gint64 target;

  if (record == NULL || !index_of (self, column, &index))
    return FALSE;

  target = (gint64) index + step;
  if (target < 0 || target >= self->columns->len)
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  clinch_board_view_move (self, record,
                          clinch_stage_column_get_stage_id (self->columns->pdata[target]), 0);

  return TRUE;
}

static gboolean
move_in_column (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  ClinchBoardView *self = view_of (widget);
  ClinchStageColumn *column = user_data;
  ClinchRecordList *cards = clinch_stage_column_get_cards (column);
  int step = g_variant_get_int32 (args);
  ClinchRecord *record;
  guint position;
  guint n_cards = g_list_model_get_n_items (G_LIST_MODEL (cards));
  gint64 before_id;

  record = clinch_stage_column_get_focus (column, &position, NULL);
  if (record == NULL || position >= n_cards)
    return FALSE;
  if ((step < 0 && position == 0) || (step > 0 && position + 1 >= n_cards))
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }

  /* Down means above the card after the next one. */
  if (step < 0)
    before_id = clinch_record_list_get_id (cards, position - 1);
  else if (position + 2 < n_cards)
    before_id = clinch_record_list_get_id (cards, position + 2);
  else
    before_id = CLINCH_MOVE_BOTTOM;
  clinch_board_view_move (self, record, clinch_stage_column_get_stage_id (column), before_id);

  return TRUE;
}

static gboolean
show_menu (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  ClinchStageColumn *column = user_data;
  ClinchRecord *record = clinch_stage_column_get_focus (column, NULL, NULL);
  GdkRectangle area;

  if (record == NULL || !clinch_stage_column_get_focus_area (column, &area))
    return FALSE;

  clinch_board_view_popup_menu (view_of (widget), column, record, area.x + area.width / 2,
                                area.y + area.height / 2);
  return TRUE;
}

static gboolean
delete_card (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  ClinchRecord *record = clinch_stage_column_get_focus (user_data, NULL, NULL);

  if (record == NULL)
    return FALSE;

  clinch_board_view_delete (view_of (widget), record);
  return TRUE;
}

static const Key keys[] = {
  { GDK_KEY_Left, 0, focus_column, -1 },
  { GDK_KEY_KP_Left, 0, focus_column, -1 },
  { GDK_KEY_Right, 0, focus_column, 1 },
  { GDK_KEY_KP_Right, 0, focus_column, 1 },
  { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, move_to_column, -1 },
  { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, move_to_column, 1 },
  { GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, move_in_column, -1 },
  { GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, move_in_column, 1 },
  { GDK_KEY_Menu, 0, show_menu, 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, show_menu, 0 },
  { GDK_KEY_Delete, 0, delete_card, 0 },
  { GDK_KEY_KP_Delete, 0, delete_card, 0 },
};

void
clinch_board_view_init_keys (ClinchBoardView   *self,
                             ClinchStageColumn *column)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key,
                                                                        keys[i].modifiers),
                                                gtk_callback_action_new (keys[i].func, column,
                                                                         NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (column), controller);
}
