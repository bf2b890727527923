// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-saved-views.h"

#include "clinch-actions.h"
#include "clinch-page.h"
#include "clinch-record-list.h"
#include "clinch-saved-view.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>

struct _ClinchSavedViews
{
  GtkPopover parent_instance;

  GtkWidget *empty_label;
  GtkWidget *list_window;
  GtkListBox *list_box;
  GtkEntry *name_entry;
  GtkWidget *save_button;

  ClinchWorkspace *workspace;
  char *page;
  ClinchRecordList *list;
};

G_DEFINE_FINAL_TYPE (ClinchSavedViews, clinch_saved_views, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define VIEW_KEY "clinch-view"

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GtkWidget) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes == NULL)
    clinch_page_report (self, error);
}

static void
row_activated_cb (ClinchSavedViews *self,
                  GtkListBoxRow    *row)
{
  ClinchRecord *view = g_object_get_data (G_OBJECT (row), VIEW_KEY);
  g_autofree char *state = g_strdup (clinch_record_get_text (view, CLINCH_SAVED_VIEW_QUERY));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (state != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, state);
}

static void
delete_cb (GtkButton        *button,
           ClinchSavedViews *self)
{
  ClinchRecord *view = g_object_get_data (G_OBJECT (button), VIEW_KEY);
  gint64 id = clinch_record_get_id (view);

  clinch_action_delete (self->workspace, CLINCH_KIND_SAVED_VIEW, &id, 1, NULL, clinch_page_done_cb,
                        g_object_ref (self));
}

static void
rename_view (ClinchSavedViews *self,
             ClinchRecord     *view,
             const char       *name)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_SAVED_VIEW);
  gint64 id = clinch_record_get_id (view);

  clinch_row_set_text (changes, CLINCH_SAVED_VIEW_NAME, name);
  clinch_action_edit (self->workspace, CLINCH_KIND_SAVED_VIEW, &id, 1, changes, NULL, done_cb,
                      g_object_ref (self));
}

static void
rename_cb (GtkButton        *button,
           GtkEditableLabel *label)
{
  gtk_widget_set_can_target (GTK_WIDGET (label), TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (label), TRUE);
  gtk_editable_label_start_editing (label);
}

static void
editing_cb (GtkEditableLabel *label,
            GParamSpec       *pspec,
            ClinchSavedViews *self)
{
  ClinchRecord *view = g_object_get_data (G_OBJECT (label), VIEW_KEY);
  g_autofree char *name = NULL;

  if (gtk_editable_label_get_editing (label))
    return;

  gtk_widget_set_can_target (GTK_WIDGET (label), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (label), FALSE);
  name = clinch_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (label)));
  if (name == NULL)
    gtk_editable_set_text (GTK_EDITABLE (label), clinch_record_get_name (view));
  else if (!g_str_equal (name, clinch_record_get_name (view)))
    rename_view (self, view, name);
}

static void
show_name (ClinchRecord  *view,
           GtkListBoxRow *row)
{
  GtkEditable *label = g_object_get_data (G_OBJECT (row), "clinch-label");

  gtk_editable_set_text (label, clinch_record_get_name (view));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_record_get_name (view), -1);
}

static GtkWidget *
make_button (const char   *icon,
             const char   *label,
             ClinchRecord *view)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  clinch_record_get_name (view), -1);
  g_object_set_data_full (G_OBJECT (button), VIEW_KEY, g_object_ref (view), g_object_unref);

  return button;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinchSavedViews *self = user_data;
  ClinchRecord *view = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_editable_label_new ("");
  GtkWidget *edit = make_button ("document-edit-symbolic", _("Rename"), view);
  GtkWidget *trash = make_button ("user-trash-symbolic", _("Delete"), view);

  gtk_widget_set_hexpand (label, TRUE);
  /* A click on the name chooses the view; editing begins with the button. */
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_can_focus (label, FALSE);
  g_object_set_data (G_OBJECT (label), VIEW_KEY, view);
  g_signal_connect (label, "notify::editing", G_CALLBACK (editing_cb), self);
  g_signal_connect (edit, "clicked", G_CALLBACK (rename_cb), label);
  g_signal_connect (trash, "clicked", G_CALLBACK (delete_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), edit);
  gtk_box_append (GTK_BOX (box), trash);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  g_object_set_data (G_OBJECT (row), "clinch-label", label);
  g_object_set_data_full (G_OBJECT (row), VIEW_KEY, g_object_ref (view), g_object_unref);
  g_signal_connect_object (view, "changed", G_CALLBACK (show_name), row, G_CONNECT_DEFAULT);
  show_name (view, GTK_LIST_BOX_ROW (row));

  return row;
}

static void
list_changed_cb (ClinchSavedViews *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  gtk_widget_set_visible (self->empty_label, empty);
  gtk_widget_set_visible (self->list_window, !empty);
}

static void
name_changed_cb (ClinchSavedViews *self)
{
  g_autofree char *name =
    clinch_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));

  gtk_widget_set_sensitive (self->save_button, name != NULL
                            && !clinch_workspace_is_read_only (self->workspace));
}

static void
save_cb (ClinchSavedViews *self)
{
  if (gtk_widget_get_sensitive (self->save_button))
    g_signal_emit (self, signals[SAVE], 0);
}

static void
clinch_saved_views_dispose (GObject *object)
{
  ClinchSavedViews *self = CLINCH_SAVED_VIEWS (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_SAVED_VIEWS);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (clinch_saved_views_parent_class)->dispose (object);
}

static void
clinch_saved_views_finalize (GObject *object)
{
  ClinchSavedViews *self = CLINCH_SAVED_VIEWS (object);

  g_clear_object (&self->workspace);
  g_free (self->page);

  G_OBJECT_CLASS (clinch_saved_views_parent_class)->finalize (object);
}

static void
clinch_saved_views_class_init (ClinchSavedViewsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_saved_views_dispose;
  object_class->finalize = clinch_saved_views_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/saved-views.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchSavedViews, empty_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchSavedViews, list_window);
  gtk_widget_class_bind_template_child (widget_class, ClinchSavedViews, list_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchSavedViews, name_entry);
  gtk_widget_class_bind_template_child (widget_class, ClinchSavedViews, save_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
clinch_saved_views_init (ClinchSavedViews *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinch_saved_views_new (ClinchWorkspace *workspace,
                        const char      *page)
{
  ClinchSavedViews *self = g_object_new (CLINCH_TYPE_SAVED_VIEWS, NULL);
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_SAVED_VIEW);

  self->workspace = g_object_ref (workspace);
  self->page = g_strdup (page);
  if (!clinch_workspace_is_read_only (workspace))
    clinch_saved_view_upgrade (workspace);
  clinch_query_filter_text (query, "page", CLINCH_FILTER_EQUAL, page);
  self->list = clinch_record_list_new (workspace, query);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->list), make_row, self, NULL);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changed_cb), self);
  list_changed_cb (self);

  return GTK_WIDGET (self);
}

void
clinch_saved_views_save (ClinchSavedViews *self,
                         const char       *state)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_SAVED_VIEW);
  g_autofree char *name = NULL;
  ClinchRecord *me;

  g_return_if_fail (CLINCH_IS_SAVED_VIEWS (self));

  name = clinch_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  if (name == NULL)
    return;

  me = clinch_workspace_get_me (self->workspace);
  clinch_row_set_text (row, CLINCH_SAVED_VIEW_NAME, name);
  clinch_row_set_text (row, CLINCH_SAVED_VIEW_PAGE, self->page);
  clinch_row_set_text (row, CLINCH_SAVED_VIEW_QUERY, state);
  if (me != NULL)
    clinch_row_set_int (row, CLINCH_SAVED_VIEW_MEMBER, clinch_record_get_id (me));
  clinch_action_add (self->workspace, row, NULL, done_cb, g_object_ref (self));
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), "");
}
