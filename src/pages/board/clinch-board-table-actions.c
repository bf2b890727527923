// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be done to the selection of the table, from its bar, its menu and with keys.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-moves.h"
#include "clinch-board-table-private.h"
#include "clinch-menu-label.h"
#include "clinch-page.h"
#include "clinch-record-picker.h"
#include "clinch-table-copy.h"
#include "clinch-value-entry.h"

#include <glib/gi18n-lib.h>

static gint64
first_selected (ClinchBoardTable *self)
{
  g_autoptr(GArray) ids = clinch_board_table_dup_selection (self);

  return ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

static void
edit_selection (ClinchBoardTable *self,
                const ClinchRow  *changes)
{
  g_autoptr(GArray) ids = clinch_board_table_dup_selection (self);

  if (ids->len > 0)
    clinch_board_edit (GTK_WIDGET (self), self->workspace, (gint64 *) ids->data, ids->len, changes);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinchBoardTable *self = CLINCH_BOARD_TABLE (widget);
  gint64 id = first_selected (self);
  g_autoptr(ClinchRecord) record = NULL;

  if (id == 0)
    return;
  record = clinch_workspace_get_record (self->workspace, CLINCH_KIND_OPPORTUNITY, id);
  g_signal_emit_by_name (self, "open", record, self->list);
}

static void
log_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gint64 id = first_selected (CLINCH_BOARD_TABLE (widget));

  if (id != 0)
    gtk_widget_activate_action (widget, "win.quick-entry-for", "(sx)",
                                clinch_kind_word (CLINCH_KIND_OPPORTUNITY), id);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinchBoardTable *self = CLINCH_BOARD_TABLE (widget);
  g_autoptr(GArray) ids = clinch_board_table_dup_selection (self);

  if (ids->len > 0)
    clinch_board_delete (widget, self->workspace, (gint64 *) ids->data, ids->len);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  clinch_board_move_finish (GTK_WIDGET (object), result);
}

static void
move_to_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinchBoardTable *self = CLINCH_BOARD_TABLE (widget);
  g_autoptr(GArray) ids = clinch_board_table_dup_selection (self);

  if (ids->len > 0)
    clinch_board_move_async (widget, self->workspace, (gint64 *) ids->data, ids->len,
                             g_variant_get_int64 (parameter), 0, moved_cb,
                             NULL);
}

static void
owner_picked_cb (ClinchRecordPicker *picker,
                 gint64              member_id,
                 ClinchBoardTable   *self)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  clinch_row_set_int (changes, CLINCH_OPPORTUNITY_OWNER, member_id);
  edit_selection (self, changes);
}

static void
set_date_cb (ClinchBoardTable *self)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (self->date_button));
  ClinchValueEntry *entry = g_object_get_data (G_OBJECT (popover), "clinch-entry");
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_OPPORTUNITY);
  const char *date;

  if (!clinch_value_entry_commit (entry))
    return;

  date = clinch_value_entry_get_text (entry);
  if (date != NULL)
    clinch_row_set_text (changes, CLINCH_OPPORTUNITY_EXPECTED, date);
  else
    clinch_row_set_null (changes, CLINCH_OPPORTUNITY_EXPECTED);
  gtk_popover_popdown (GTK_POPOVER (popover));
  edit_selection (self, changes);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinchBoardTable *self = CLINCH_BOARD_TABLE (widget);

  clinch_table_copy (widget, self->workspace, CLINCH_KIND_OPPORTUNITY,
                     clinch_board_table_dup_selection (self), self->columns);
}

static GMenuModel *
make_menu (ClinchBoardTable *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) second = g_menu_new ();
  g_autoptr(GMenu) third = g_menu_new ();

  g_menu_append (first, _("_Open"), "table.open");
  g_menu_append (first, _("_Log Follow-up…"), "table.log");
  g_menu_append_submenu (second, _("_Move To"),
                         gtk_menu_button_get_menu_model (self->stage_button));
  g_menu_append (second, _("_Copy"), "table.copy");
  g_menu_append (third, _("_Delete"), "table.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));

  return G_MENU_MODEL (menu);
}

static void
popup_menu (ClinchBoardTable *self,
            double            x,
            double            y)
{
  g_autoptr(GMenuModel) model = make_menu (self);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The cell's own widget is under the pointer, or inside of what is. */
static GtkColumnViewCell *
cell_at (ClinchBoardTable *self,
         double            x,
         double            y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->column_view), x, y, GTK_PICK_DEFAULT);
  GtkColumnViewCell *cell = NULL;

  if (widget == NULL)
    return NULL;

  cell = g_object_get_data (G_OBJECT (widget), CLINCH_TABLE_CELL_KEY);
  if (cell == NULL && gtk_widget_get_first_child (widget) != NULL)
    cell = g_object_get_data (G_OBJECT (gtk_widget_get_first_child (widget)),
                              CLINCH_TABLE_CELL_KEY);

  return cell;
}

static void
menu_pressed_cb (GtkGestureClick  *gesture,
                 int               n_press,
                 double            x,
                 double            y,
                 ClinchBoardTable *self)
{
  GtkColumnViewCell *cell = cell_at (self, x, y);
  graphene_point_t point;
  guint position;

  if (cell == NULL)
    return;

  /* What is not selected yet is what the menu is about. */
  position = gtk_column_view_cell_get_position (cell);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->column_view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, point.x, point.y);
}

static gboolean
show_menu (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  ClinchBoardTable *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (first_selected (self) == 0 || focus == NULL
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return FALSE;

  popup_menu (self, bounds.origin.x + MIN (bounds.size.width / 2, 200),
              bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

void
clinch_board_table_update_stages (ClinchBoardTable *self)
{
  g_autoptr(GPtrArray) stages = clinch_workspace_get_stages (self->workspace, self->pipeline_id);
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < stages->len; i++)
    {
      g_autofree char *label = clinch_menu_label (clinch_record_get_name (stages->pdata[i]));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "table.move-to", "x",
                                         clinch_record_get_id (stages->pdata[i]));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->stage_button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_owner_popover (ClinchBoardTable *self)
{
  ClinchRecordPicker *picker = clinch_record_picker_new (self->workspace, CLINCH_KIND_MEMBER);

  g_signal_connect_object (picker, "picked", G_CALLBACK (owner_picked_cb), self, G_CONNECT_DEFAULT);
  return GTK_WIDGET (picker);
}

static GtkWidget *
make_date_popover (ClinchBoardTable *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = clinch_value_entry_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Set"));

  clinch_value_entry_set_field (CLINCH_VALUE_ENTRY (entry), CLINCH_KIND_OPPORTUNITY,
                                CLINCH_OPPORTUNITY_EXPECTED, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Expected Signing"), -1);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (popover), button);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_object_set_data (G_OBJECT (popover), "clinch-entry", entry);
  g_signal_connect_object (button, "clicked", G_CALLBACK (set_date_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

/* Few sessions select anything, so these wait for the first use. */
static void
create_owner_popover (GtkMenuButton *button,
                      gpointer       self)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, make_owner_popover (self));
}

static void
create_date_popover (GtkMenuButton *button,
                     gpointer       self)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, make_date_popover (self));
}

static void
add_key (GtkShortcutController *controller,
         guint                  key,
         GdkModifierType        modifiers,
         GtkShortcutAction     *action)
{
  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                          action));
}

void
clinch_board_table_init_actions (ClinchBoardTable *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_menu_button_set_create_popup_func (self->owner_button, create_owner_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->date_button, create_date_popover, self, NULL);

  add_key (keys, GDK_KEY_Delete, 0, gtk_named_action_new ("table.delete"));
  add_key (keys, GDK_KEY_c, GDK_CONTROL_MASK, gtk_named_action_new ("table.copy"));
  add_key (keys, GDK_KEY_Menu, 0, gtk_callback_action_new (show_menu, self, NULL));
  add_key (keys, GDK_KEY_F10, GDK_SHIFT_MASK, gtk_callback_action_new (show_menu, self, NULL));
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), controller);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), GTK_EVENT_CONTROLLER (click));
}

void
clinch_board_table_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "table.log", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "table.move-to", "x", move_to_action);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
}
