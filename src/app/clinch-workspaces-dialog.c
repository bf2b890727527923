// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-workspaces-dialog.h"

#include "clinch-workspace.h"

#include <glib/gi18n-lib.h>

struct _ClinchWorkspacesDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *recent_group;
};

G_DEFINE_FINAL_TYPE (ClinchWorkspacesDialog, clinch_workspaces_dialog, ADW_TYPE_DIALOG)

#define DIRECTORY_KEY "clinch-directory"

static const char *
directory_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), DIRECTORY_KEY);
}

static void
row_activated_cb (AdwActionRow           *row,
                  ClinchWorkspacesDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-directory", "s", directory_of (row));
  adw_dialog_close (ADW_DIALOG (self));
}

/* The last one takes the whole list with it. */
static void
forget_cb (GtkWidget              *button,
           ClinchWorkspacesDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (row);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.forget-workspace", "s", directory_of (row));
  if (next != NULL)
    gtk_widget_grab_focus (next);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->recent_group), FALSE);
  adw_preferences_group_remove (self->recent_group, row);
}

static GtkWidget *
make_forget_button (ClinchWorkspacesDialog *self,
                    const char             *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: name of a workspace. */
  g_autofree char *label = g_strdup_printf (_("Take “%s” off the list"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Take off the List; the Folder Stays"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_cb), self, 0);

  return button;
}

static GtkWidget *
make_row (ClinchWorkspacesDialog *self,
          const char             *directory,
          gboolean                is_current)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = clinch_workspace_title (directory);
  g_autofree char *path = g_filename_display_name (directory);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), path);
  g_object_set_data_full (G_OBJECT (row), DIRECTORY_KEY, g_strdup (directory), g_free);
  if (is_current)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_set_tooltip_text (mark, _("Open Now"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
      return row;
    }

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_forget_button (self, title));

  return row;
}

static void
choose_cb (ClinchWorkspacesDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-workspace", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
create_cb (ClinchWorkspacesDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-workspace", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
clinch_workspaces_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_WORKSPACES_DIALOG);

  G_OBJECT_CLASS (clinch_workspaces_dialog_parent_class)->dispose (object);
}

static void
clinch_workspaces_dialog_class_init (ClinchWorkspacesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_workspaces_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/app/workspaces-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspacesDialog, recent_group);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
clinch_workspaces_dialog_init (ClinchWorkspacesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
clinch_workspaces_dialog_new (GSettings  *settings,
                              const char *current)
{
  ClinchWorkspacesDialog *self = g_object_new (CLINCH_TYPE_WORKSPACES_DIALOG, NULL);
  g_auto(GStrv) recent = g_settings_get_strv (settings, "recent-workspaces");

  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), recent[0] != NULL);
  for (int i = 0; recent[i] != NULL; i++)
    adw_preferences_group_add (self->recent_group,
                               make_row (self, recent[i], g_strcmp0 (recent[i], current) == 0));

  return ADW_DIALOG (self);
}
