// SPDX-License-Identifier: GPL-3.0-or-later
//
// The menu of a card: everything that can be done to it by dragging or with a key, and more. Each
// item names its opportunity, so that it means the same whatever has the keyboard when the menu is
// gone.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-moves.h"
#include "clinch-board-view-private.h"
#include "clinch-menu-label.h"
#include "clinch-page.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        gint64      id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_stage_menu (ClinchBoardView *self,
                 ClinchRecord    *opportunity)
{
  GMenu *menu = g_menu_new ();
  gint64 id = clinch_record_get_id (opportunity);
  gint64 own_stage = clinch_record_get_int (opportunity, CLINCH_OPPORTUNITY_STAGE);
  g_autoptr(GPtrArray) stages = NULL;

  stages = clinch_workspace_get_stages (self->workspace,
                                        clinch_record_get_int (opportunity,
                                                               CLINCH_OPPORTUNITY_PIPELINE));
  for (guint i = 0; i < stages->len; i++)
    {
      gint64 stage_id = clinch_record_get_id (stages->pdata[i]);
      g_autofree char *label = clinch_menu_label (clinch_record_get_name (stages->pdata[i]));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      if (stage_id == own_stage)
        continue;
      g_menu_item_set_action_and_target (item, "board.move-to", "(xx)", id, stage_id);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (ClinchBoardView *self,
           ClinchRecord    *opportunity)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) second = g_menu_new ();
  g_autoptr(GMenu) third = g_menu_new ();
  g_autoptr(GMenuModel) stages = make_stage_menu (self, opportunity);
  gint64 id = clinch_record_get_id (opportunity);

  append (first, _("_Open"), "board.open", id);
  append (first, _("_Log Follow-up…"), "board.log", id);
  g_menu_append_submenu (second, _("_Move To"), stages);
  append (second, _("Edit O_wner…"), "board.edit-owner", id);
  append (third, _("_Delete"), "board.delete", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));

  return G_MENU_MODEL (menu);
}

static void
point_at (ClinchBoardView *self,
          GtkWidget       *popover,
          ClinchRecord    *opportunity)
{
  ClinchStageColumn *column;
  GdkRectangle area;
  graphene_point_t point;

  if (clinch_board_view_get_focus (self, &column, NULL) != opportunity
      || !clinch_stage_column_get_focus_area (column, &area) ||
      !gtk_widget_compute_point (GTK_WIDGET (column), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (area.x, area.y), &point))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { point.x, point.y, area.width, area.height });
}

static gboolean
drop_menu_cb (gpointer user_data)
{
  ClinchBoardView *self = user_data;

  self->menu_source = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* The item that was chosen is carried out after this, so the popover goes a little later. */
static void
closed_cb (GtkWidget       *popover,
           ClinchBoardView *self)
{
  if (self->menu != popover)
    return;

  /* What the item opens gives the keyboard back to whatever had it before. */
  if (self->menu_origin != NULL)
    gtk_widget_grab_focus (self->menu_origin);
  if (self->menu_source == 0)
    self->menu_source = g_idle_add (drop_menu_cb, self);
}

static void
show_popover (ClinchBoardView *self,
              GtkWidget       *popover)
{
  g_clear_handle_id (&self->menu_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = popover;
  g_set_weak_pointer (&self->menu_origin,
                      gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), self);
}

void
clinch_board_view_popup_menu (ClinchBoardView   *self,
                              ClinchStageColumn *column,
                              ClinchRecord      *opportunity,
                              double             x,
                              double             y)
{
  g_autoptr(GMenuModel) model = make_menu (self, opportunity);
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);
  graphene_point_t point;
  guint position;

  /* The menu belongs to the card, and after it the keyboard does. */
  position = clinch_record_list_find (clinch_stage_column_get_cards (column),
                                      clinch_record_get_id (opportunity));
  clinch_stage_column_focus (column, position);

  show_popover (self, popover);
  if (gtk_widget_compute_point (GTK_WIDGET (column), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y),
                                &point))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { point.x, point.y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_record_get_name (opportunity),
                                  -1);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
clinch_board_view_delete (ClinchBoardView *self,
                          ClinchRecord    *opportunity)
{
  gint64 id = clinch_record_get_id (opportunity);

  clinch_board_delete (GTK_WIDGET (self), self->workspace, &id, 1);
}

static ClinchRecord *
dup_opportunity (ClinchBoardView *self,
                 gint64           id)
{
  return clinch_workspace_get_record (self->workspace, CLINCH_KIND_OPPORTUNITY, id);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (widget);
  g_autoptr(ClinchRecord) opportunity = dup_opportunity (self, g_variant_get_int64 (parameter));
  ClinchStageColumn *column;

  column = clinch_board_view_find_column (self,
                                          clinch_record_get_int (opportunity,
                                                                 CLINCH_OPPORTUNITY_STAGE));
  if (column != NULL)
    clinch_board_view_open (self, column, opportunity);
}

static void
log_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.quick-entry-for", "(sx)",
                              clinch_kind_word (CLINCH_KIND_OPPORTUNITY),
                              g_variant_get_int64 (parameter));
}

static void
move_to_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (widget);
  g_autoptr(ClinchRecord) opportunity = NULL;
  gint64 id;
  gint64 stage_id;

  g_variant_get (parameter, "(xx)", &id, &stage_id);
  opportunity = dup_opportunity (self, id);
  clinch_board_view_move (self, opportunity, stage_id, 0);
}

typedef struct
{
  ClinchBoardView *self; /* the picker is its child, and goes before it */
  gint64 id;
} OwnerEdit;

static void
owner_picked_cb (ClinchRecordPicker *picker,
                 gint64              member_id,
                 OwnerEdit          *edit)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  clinch_row_set_int (changes, CLINCH_OPPORTUNITY_OWNER, member_id);
  clinch_board_edit (GTK_WIDGET (edit->self), edit->self->workspace, &edit->id, 1, changes);
}

static void
free_edit (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

static void
edit_owner_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (widget);
  g_autoptr(ClinchRecord) opportunity = dup_opportunity (self, g_variant_get_int64 (parameter));
  ClinchRecordPicker *picker = clinch_record_picker_new (self->workspace, CLINCH_KIND_MEMBER);
  OwnerEdit *edit = g_new0 (OwnerEdit, 1);

  edit->self = self;
  edit->id = clinch_record_get_id (opportunity);
  clinch_record_picker_set_current (picker,
                                    clinch_record_get_int (opportunity, CLINCH_OPPORTUNITY_OWNER));
  g_signal_connect_data (picker, "picked", G_CALLBACK (owner_picked_cb), edit, free_edit,
                         G_CONNECT_DEFAULT);
  show_popover (self, GTK_WIDGET (picker));
  point_at (self, GTK_WIDGET (picker), opportunity);
  gtk_popover_popup (GTK_POPOVER (picker));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinchBoardView *self = CLINCH_BOARD_VIEW (widget);
  g_autoptr(ClinchRecord) opportunity = dup_opportunity (self, g_variant_get_int64 (parameter));

  clinch_board_view_delete (self, opportunity);
}

void
clinch_board_view_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "board.log", "x", log_action);
  gtk_widget_class_install_action (widget_class, "board.move-to", "(xx)", move_to_action);
  gtk_widget_class_install_action (widget_class, "board.edit-owner", "x", edit_owner_action);
  gtk_widget_class_install_action (widget_class, "board.delete", "x", delete_action);
}
