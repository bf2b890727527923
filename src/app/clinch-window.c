// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-window.h"

#include "clinch-actions.h"
#include "clinch-page-registry.h"
#include "clinch-recent.h"
#include "clinch-sample-workspace.h"
#include "clinch-step-label.h"
#include "clinch-welcome-page.h"
#include "clinch-window-tools.h"

#include <glib/gi18n-lib.h>

struct _ClinchWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  ClinchWelcomePage *welcome_page;
  GtkWidget *opening_label;
  GtkWidget *cancel_button;
  AdwBanner *sample_banner;
  AdwNavigationSplitView *split_view;
  GtkListBox *sidebar_list;
  GtkImage *status_icon;
  GtkLabel *status_label;
  AdwNavigationPage *content_page;
  AdwNavigationView *navigation_view;

  GSettings *settings;
  ClinchWorkspace *workspace;
  GHashTable *pages; /* name to ClinchPage, kept so that a page keeps its place */
  const ClinchPageInfo *current;
  char *begin_with;   /* what to do once it is open */
  GCancellable *filling; /* cancels the sample */
  gboolean closing;
};

G_DEFINE_FINAL_TYPE (ClinchWindow, clinch_window, ADW_TYPE_APPLICATION_WINDOW)

#define PAGE_NAME_KEY "clinch-page-name"

/* On the sample workspace: its folder goes once it is closed. */
#define REMOVE_KEY "clinch-remove"

/* What happened last is said at once; what was said before it no longer stands. */
static void
add_toast (ClinchWindow *self,
           AdwToast     *toast)
{
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
show_toast (ClinchWindow *self,
            const char   *message)
{
  add_toast (self, adw_toast_new (message));
}

static void
show_undo_toast (ClinchWindow *self,
                 const char   *message,
                 gint64        step_id)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-step");
  adw_toast_set_action_target (toast, "x", step_id);
  add_toast (self, toast);
}

static void
update_status (ClinchWindow *self)
{
  ClinchRecord *me = self->workspace != NULL ? clinch_workspace_get_me (self->workspace) : NULL;
  g_autofree char *title = self->workspace != NULL ? clinch_workspace_get_title (self->workspace)
                           : NULL;
  g_autofree char *text = NULL;

  if (self->workspace == NULL)
    return;

  if (clinch_workspace_is_read_only (self->workspace))
    /* Translators: name of the workspace. */
    text = g_strdup_printf (_("%s · read only"), title);
  else if (me != NULL)
    text = g_strdup_printf ("%s · %s", title, clinch_record_get_name (me));
  else
    text = g_strdup (title);
  gtk_label_set_label (self->status_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status_label),
                               clinch_workspace_get_directory (self->workspace));
}

static GtkWidget *
make_sidebar_row (const ClinchPageInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (info->icon);
  GtkWidget *label = gtk_label_new (g_dpgettext2 (NULL, "page", info->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dpgettext2 (NULL, "page", info->title), -1);
  g_object_set_data (G_OBJECT (row), PAGE_NAME_KEY, (gpointer) info->name);

  return row;
}

static void
fill_sidebar (ClinchWindow *self)
{
  const ClinchPageInfo *pages;
  guint n_pages;

  gtk_list_box_remove_all (self->sidebar_list);
  pages = clinch_page_registry_get (&n_pages);
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->sidebar_list, make_sidebar_row (&pages[i]));
}

static ClinchPage *
ensure_page (ClinchWindow         *self,
             const ClinchPageInfo *info)
{
  ClinchPage *page = g_hash_table_lookup (self->pages, info->name);

  if (page != NULL)
    return page;

  page = g_object_new (info->get_type (), "workspace", self->workspace, "title",
                       g_dpgettext2 (NULL, "page", info->title),
                       "tag", info->name, NULL);
  g_hash_table_insert (self->pages, (gpointer) info->name, g_object_ref_sink (page));

  return page;
}

void
clinch_window_show_page (ClinchWindow *self,
                         const char   *name)
{
  const ClinchPageInfo *info = clinch_page_registry_find (name);
  const ClinchPageInfo *all;
  ClinchPage *page;
  guint n_pages;

  g_return_if_fail (CLINCH_IS_WINDOW (self));

  if (self->workspace == NULL)
    return;
  all = clinch_page_registry_get (&n_pages);
  if (n_pages == 0)
    return;
  if (info == NULL)
    info = &all[0];

  self->current = info;
  page = ensure_page (self, info);
  adw_navigation_view_replace (self->navigation_view,
                               (AdwNavigationPage *[]) { ADW_NAVIGATION_PAGE (page) }, 1);
  adw_navigation_page_set_title (self->content_page, g_dpgettext2 (NULL, "page", info->title));
  gtk_list_box_select_row (self->sidebar_list,
                           gtk_list_box_get_row_at_index (self->sidebar_list, info - all));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_settings_set_string (self->settings, "page", info->name);
}

static void
sidebar_row_activated_cb (ClinchWindow  *self,
                          GtkListBoxRow *row)
{
  clinch_window_show_page (self, g_object_get_data (G_OBJECT (row), PAGE_NAME_KEY));
}

static ClinchPage *
visible_page (ClinchWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  return page != NULL && CLINCH_IS_PAGE (page) ? CLINCH_PAGE (page) : NULL;
}

static void
remember_workspace (ClinchWindow *self,
                    const char   *directory)
{
  g_auto(GStrv) old = g_settings_get_strv (self->settings, "recent-workspaces");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) recent = NULL;

  g_strv_builder_add (builder, directory);
  for (int i = 0; old[i] != NULL && i < 9; i++)
    if (!g_str_equal (old[i], directory))
      g_strv_builder_add (builder, old[i]);
  recent = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-workspaces", (const char *const *) recent);
  g_settings_set_boolean (self->settings, "first-run", FALSE);
}

static void
forget_pages (ClinchWindow *self)
{
  adw_navigation_view_replace (self->navigation_view, NULL, 0);
  g_hash_table_remove_all (self->pages);
}

static void
workspace_closed_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!clinch_workspace_close_finish (CLINCH_WORKSPACE (object), result, &error))
    g_warning ("The workspace could not be closed: %s", error->message);
  else if (g_object_get_data (object, REMOVE_KEY) != NULL)
    clinch_sample_workspace_remove ();
  g_application_release (user_data);
}

/* The application lives until the file is closed, whatever happens to the window meanwhile. */
static void
close_workspace (ClinchWorkspace *workspace)
{
  GApplication *application = g_application_get_default ();

  g_application_hold (application);
  clinch_workspace_close_async (workspace, workspace_closed_cb, application);
}

static void
drop_workspace (ClinchWindow *self)
{
  if (self->workspace == NULL)
    return;

  forget_pages (self);
  close_workspace (self->workspace);
  g_clear_object (&self->workspace);
}

static void
take_workspace (ClinchWindow    *self,
                ClinchWorkspace *workspace)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  drop_workspace (self);
  self->workspace = workspace;
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (update_status), self,
                           G_CONNECT_SWAPPED);
  remember_workspace (self, clinch_workspace_get_directory (workspace));
  update_status (self);
  adw_banner_set_revealed (self->sample_banner, clinch_sample_workspace_is (workspace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-sample",
                                 clinch_sample_workspace_exists ());
  clinch_window_show_page (self, page);
  gtk_stack_set_visible_child_name (self->stack, "workspace");
}

typedef struct
{
  ClinchWindow *window;
  ClinchWorkspace *workspace;
} Filling;

static void
sample_filled_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree Filling *filling = user_data;
  g_autoptr(ClinchWindow) self = filling->window;
  g_autoptr(ClinchWorkspace) workspace = filling->workspace;
  g_autoptr(GError) error = NULL;
  gboolean filled = clinch_sample_workspace_fill_finish (workspace, result, &error);

  g_clear_object (&self->filling);
  if (filled && !self->closing)
    {
      take_workspace (self, g_steal_pointer (&workspace));
      return;
    }

  /* A sample that is not complete is none: nothing of it stays. */
  g_object_set_data (G_OBJECT (workspace), REMOVE_KEY, GINT_TO_POINTER (TRUE));
  close_workspace (workspace);
  if (self->closing)
    return;
  clinch_window_show_welcome (self);
  if (!filled && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    clinch_welcome_page_set_error (self->welcome_page, error->message);
}

static void
show_opening (ClinchWindow *self,
              gboolean      fills_sample)
{
  gtk_widget_set_visible (self->opening_label, fills_sample);
  gtk_widget_set_visible (self->cancel_button, fills_sample);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

static void
fill_sample (ClinchWindow    *self,
             ClinchWorkspace *workspace)
{
  Filling *filling = g_new0 (Filling, 1);

  filling->window = g_object_ref (self);
  filling->workspace = workspace;
  self->filling = g_cancellable_new ();
  show_opening (self, TRUE);
  clinch_sample_workspace_fill_async (workspace, self->filling, sample_filled_cb, filling);
}

static void
workspace_opened_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(ClinchWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  ClinchWorkspace *workspace = clinch_workspace_open_finish (result, &error);

  if (workspace == NULL)
    {
      if (self->workspace != NULL)
        {
          show_toast (self, error->message);
          gtk_stack_set_visible_child_name (self->stack, "workspace");
          return;
        }
      clinch_window_show_welcome (self);
      clinch_welcome_page_set_error (self->welcome_page, error->message);
      return;
    }

  if (self->closing)
    {
      clinch_workspace_close_async (workspace, NULL, NULL);
      g_object_unref (workspace);
      return;
    }
  if (g_strcmp0 (self->begin_with, "sample") == 0)
    {
      g_clear_pointer (&self->begin_with, g_free);
      fill_sample (self, workspace);
      return;
    }
  take_workspace (self, workspace);
  if (g_strcmp0 (self->begin_with, "import") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
  g_clear_pointer (&self->begin_with, g_free);
}

void
clinch_window_open_workspace (ClinchWindow    *self,
                              const char      *directory,
                              ClinchStoreOpen  mode)
{
  g_return_if_fail (CLINCH_IS_WINDOW (self));

  clinch_welcome_page_set_error (self->welcome_page, NULL);
  show_opening (self, FALSE);
  clinch_workspace_open_async (directory, mode, NULL, NULL, workspace_opened_cb,
                               g_object_ref (self));
}

ClinchWorkspace *
clinch_window_get_workspace (ClinchWindow *self)
{
  g_return_val_if_fail (CLINCH_IS_WINDOW (self), NULL);

  return self->workspace;
}

void
clinch_window_show_welcome (ClinchWindow *self)
{
  g_return_if_fail (CLINCH_IS_WINDOW (self));

  clinch_welcome_page_set_error (self->welcome_page, NULL);
  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

static char *
workspace_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "clinch", name, NULL);
}

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(ClinchWindow) self = user_data;
  g_autoptr(GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result,
                                                                  NULL);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL)
    clinch_window_open_workspace (self, path, CLINCH_STORE_OPEN_WRITE);
}

static void
choose_workspace (ClinchWindow *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a Workspace"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), NULL, folder_chosen_cb,
                                 g_object_ref (self));
}

static void
begin_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);
  const char *choice = g_variant_get_string (parameter, NULL);
  g_autofree char *path = NULL;

  if (g_str_equal (choice, "open"))
    {
      choose_workspace (self);
      return;
    }

  g_set_str (&self->begin_with, choice);
  path = workspace_path (g_str_equal (choice, "sample") ? "Sample.clinch" : "Default.clinch");
  clinch_window_open_workspace (self, path, CLINCH_STORE_OPEN_CREATE);
}

static void
cancel_opening_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  g_cancellable_cancel (CLINCH_WINDOW (widget)->filling);
}

static void
own_workspace_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  g_autofree char *path = workspace_path ("Default.clinch");

  clinch_window_open_workspace (CLINCH_WINDOW (widget), path, CLINCH_STORE_OPEN_CREATE);
}

/* The sample goes without trace: also from what is opened next time. */
static void
forget_workspace (ClinchWindow *self,
                  const char   *directory)
{
  g_auto(GStrv) old = g_settings_get_strv (self->settings, "recent-workspaces");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) recent = NULL;

  for (int i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], directory))
      g_strv_builder_add (builder, old[i]);
  recent = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-workspaces", (const char *const *) recent);
}

static void
remove_sample_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);
  g_autofree char *sample = clinch_sample_workspace_path ();
  g_autofree char *path = workspace_path ("Default.clinch");

  forget_workspace (self, sample);
  gtk_widget_action_set_enabled (widget, "win.remove-sample", FALSE);
  if (!clinch_sample_workspace_is (self->workspace))
    {
      clinch_sample_workspace_remove ();
      show_toast (self, _("The sample data are gone"));
      return;
    }
  g_object_set_data (G_OBJECT (self->workspace), REMOVE_KEY, GINT_TO_POINTER (TRUE));
  clinch_window_open_workspace (self, path, CLINCH_STORE_OPEN_CREATE);
}

static void
open_workspace_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  choose_workspace (CLINCH_WINDOW (widget));
}

static void
show_page_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  clinch_window_show_page (CLINCH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);
  const char *word;
  ClinchKind kind;
  ClinchPage *page;
  gint64 id;

  if (self->workspace == NULL)
    return;
  g_variant_get (parameter, "(&sx)", &word, &id);
  kind = clinch_kind_from_word (word);
  page = clinch_page_registry_open (self->workspace, kind, id);
  if (page == NULL)
    {
      clinch_window_tools_open_parent (self, kind, id);
      return;
    }

  clinch_recent_note (self->workspace, kind, id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (page));
}

static void
toast_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  show_toast (CLINCH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_undo_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  const char *message;
  gint64 step_id;

  g_variant_get (parameter, "(&sx)", &message, &step_id);
  show_undo_toast (CLINCH_WINDOW (widget), message, step_id);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);
  g_autofree char *label = NULL;

  if (changes == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_toast (self, error->message);
      return;
    }
  if (changes->step_id == 0)
    {
      show_toast (self, _("Nothing to undo"));
      return;
    }
  label = clinch_step_label (changes->action, changes->args);
  show_toast (self, label);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);
  gint64 step_id = parameter != NULL ? g_variant_get_int64 (parameter) : 0;

  if (self->workspace != NULL)
    clinch_action_undo (self->workspace, step_id, NULL, undone_cb, g_object_ref (self));
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes == NULL)
    show_toast (self, error->message);
  else
    show_toast (self, changes->step_id != 0 ? _("Done again") : _("Nothing to redo"));
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);

  if (self->workspace != NULL)
    clinch_action_redo (self->workspace, NULL, redone_cb, g_object_ref (self));
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchPage *page = visible_page (CLINCH_WINDOW (widget));

  if (page != NULL)
    clinch_page_focus_search (page);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ClinchPage *page = visible_page (CLINCH_WINDOW (widget));

  if (page != NULL)
    clinch_page_add (page);
}

static void
step_page (ClinchWindow *self,
           int           step)
{
  const ClinchPageInfo *pages;
  guint n_pages;
  int next;

  pages = clinch_page_registry_get (&n_pages);
  if (self->current == NULL || n_pages == 0)
    return;
  next = (self->current - pages + step + n_pages) % n_pages;
  clinch_window_show_page (self, pages[next].name);
}

static void
next_page_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  step_page (CLINCH_WINDOW (widget), 1);
}

static void
previous_page_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  step_page (CLINCH_WINDOW (widget), -1);
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);
  gboolean shown = adw_navigation_split_view_get_show_content (self->split_view);

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, !shown);
}

void
clinch_window_retranslate (ClinchWindow *self)
{
  GtkApplication *application;
  ClinchWindow *fresh;
  ClinchWorkspace *workspace;

  g_return_if_fail (CLINCH_IS_WINDOW (self));

  /* Templates are translated when they are made, so a window in the new language takes the
   * workspace over. */
  application = gtk_window_get_application (GTK_WINDOW (self));
  fresh = clinch_window_new (CLINCH_APPLICATION (application));
  workspace = g_steal_pointer (&self->workspace);
  forget_pages (self);
  if (workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (workspace, self);
      take_workspace (fresh, workspace);
    }
  else
    {
      clinch_window_show_welcome (fresh);
    }
  gtk_window_present (GTK_WINDOW (fresh));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
clinch_window_close_request (GtkWindow *window)
{
  ClinchWindow *self = CLINCH_WINDOW (window);
  int width;
  int height;

  if (!gtk_window_is_maximized (window))
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 294));
    }
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  self->closing = TRUE;
  drop_workspace (self);

  return GTK_WINDOW_CLASS (clinch_window_parent_class)->close_request (window);
}

static void
clinch_window_dispose (GObject *object)
{
  ClinchWindow *self = CLINCH_WINDOW (object);

  if (self->navigation_view != NULL)
    drop_workspace (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (clinch_window_parent_class)->dispose (object);
}

static void
clinch_window_finalize (GObject *object)
{
  ClinchWindow *self = CLINCH_WINDOW (object);

  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_free (self->begin_with);

  G_OBJECT_CLASS (clinch_window_parent_class)->finalize (object);
}

static void
clinch_window_class_init (ClinchWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_window_dispose;
  object_class->finalize = clinch_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = clinch_window_close_request;

  g_type_ensure (CLINCH_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/app/window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, status_icon);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, navigation_view);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_activated_cb);

  gtk_widget_class_install_action (widget_class, "win.begin", "s", begin_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening_action);
  gtk_widget_class_install_action (widget_class, "win.own-workspace", NULL, own_workspace_action);
  gtk_widget_class_install_action (widget_class, "win.remove-sample", NULL, remove_sample_action);
  gtk_widget_class_install_action (widget_class, "win.open-workspace", NULL, open_workspace_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.open", "(sx)", open_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-undo", "(sx)", toast_undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-step", "x", undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "win.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  clinch_window_tools_install (widget_class);
}

static void
clinch_window_init (ClinchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  fill_sidebar (self);
  gtk_window_set_title (GTK_WINDOW (self), _("Clinch"));
  if (g_str_equal (PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

ClinchWindow *
clinch_window_new (ClinchApplication *application)
{
  ClinchWindow *self = g_object_new (CLINCH_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (clinch_application_get_settings (application));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  return self;
}
