// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-window.h"

#include "clinch-actions.h"
#include "clinch-recent.h"
#include "clinch-sample-workspace.h"
#include "clinch-step-label.h"
#include "clinch-welcome-page.h"
#include "clinch-window-private.h"
#include "clinch-window-tools.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ClinchWindow, clinch_window, ADW_TYPE_APPLICATION_WINDOW)

#define PAGE_NAME_KEY "clinch-page-name"

/* What happened last is said at once; what was said before it no longer stands. */
static void
add_toast (ClinchWindow *self,
           AdwToast     *toast)
{
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
clinch_window_show_toast (ClinchWindow *self,
                          const char   *message)
{
  add_toast (self, adw_toast_new (message));
}

void
clinch_window_offer_toast (ClinchWindow *self,
                           const char   *message,
                           const char   *button,
                           const char   *action)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  add_toast (self, toast);
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

void
clinch_window_update_status (ClinchWindow *self)
{
  ClinchRecord *me = clinch_workspace_get_me (self->workspace);
  g_autofree char *title = clinch_workspace_get_title (self->workspace);
  g_autofree char *status = NULL;
  g_autofree char *description = NULL;

  if (clinch_workspace_is_read_only (self->workspace))
    status = g_strdup (_("Read only"));
  else if (me != NULL)
    /* Translators: not joined to a team server; name of the member who works here. */
    status = g_strdup_printf (_("Offline · %s"), clinch_record_get_name (me));
  else
    status = g_strdup (_("Offline"));
  description = g_strdup_printf (_("%1$s, %2$s: about this workspace"), title, status);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->status_label, status);
  gtk_widget_set_tooltip_text (self->status_button,
                               clinch_workspace_get_directory (self->workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

/* What an action needs: a workspace, or one that can be written. */
void
clinch_window_update_actions (ClinchWindow *self)
{
  static const char *const reading[] = {
    "win.search", "win.search-for", "win.open", "win.open-named", "win.show-page", "win.find",
    "win.about-workspace", "win.menu", "win.toggle-sidebar",
  };
  static const char *const writing[] = {
    "win.new", "win.quick-entry", "win.quick-entry-for", "win.log-contact", "win.share", "win.import",
    "win.import-file",    "win.undo", "win.undo-step", "win.redo",
  };
  gboolean is_open = self->workspace != NULL;
  gboolean can_write = is_open && !clinch_workspace_is_read_only (self->workspace);

  for (gsize i = 0; i < G_N_ELEMENTS (reading); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), reading[i], is_open);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-sample",
                                 clinch_sample_workspace_exists ());
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

static gboolean
focus_page_cb (gpointer user_data)
{
  ClinchWindow *self = user_data;
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  self->focus_source = 0;
  if (page != NULL && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/* Takes the keyboard out of the pages before they go: the toolkit would leave it with them until
 * the next frame, and would never free the one that it is in. */
static void
leave_pages (ClinchWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->navigation_view)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* Shows a page alone. It takes the keyboard, unless that is at work elsewhere. */
static void
replace_page (ClinchWindow *self,
              ClinchPage   *page)
{
  leave_pages (self);
  adw_navigation_view_replace (self->navigation_view,
                               (AdwNavigationPage *[]) { ADW_NAVIGATION_PAGE (page) }, 1);
  /* What is first on a page nobody knows before it has been laid out. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL && self->focus_source == 0)
    self->focus_source = g_idle_add (focus_page_cb, self);
}

/* The row that is lit says which page is shown, wherever the keyboard has been in the list. */
static void
select_current_row (ClinchWindow *self)
{
  guint n_pages;
  const ClinchPageInfo *pages = clinch_page_registry_get (&n_pages);

  if (self->current != NULL && self->sidebar_list != NULL)
    gtk_list_box_select_row (self->sidebar_list,
                             gtk_list_box_get_row_at_index (self->sidebar_list,
                                                            self->current - pages));
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
  replace_page (self, page);
  adw_navigation_page_set_title (self->content_page, g_dpgettext2 (NULL, "page", info->title));
  select_current_row (self);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_settings_set_string (self->settings, "page", info->name);
}

static void
sidebar_row_activated_cb (ClinchWindow  *self,
                          GtkListBoxRow *row)
{
  clinch_window_show_page (self, g_object_get_data (G_OBJECT (row), PAGE_NAME_KEY));
}

static void
sidebar_left_cb (ClinchWindow *self)
{
  select_current_row (self);
}

static ClinchPage *
visible_page (ClinchWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  return page != NULL && CLINCH_IS_PAGE (page) ? CLINCH_PAGE (page) : NULL;
}

void
clinch_window_forget_pages (ClinchWindow *self)
{
  leave_pages (self);
  adw_navigation_view_replace (self->navigation_view, NULL, 0);
  g_hash_table_remove_all (self->pages);
}

ClinchWorkspace *
clinch_window_get_workspace (ClinchWindow *self)
{
  g_return_val_if_fail (CLINCH_IS_WINDOW (self), NULL);

  return self->workspace;
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
  clinch_window_show_toast (CLINCH_WINDOW (widget), g_variant_get_string (parameter, NULL));
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
        clinch_window_show_toast (self, error->message);
      return;
    }
  if (changes->step_id == 0)
    {
      clinch_window_show_toast (self, _("Nothing to undo"));
      return;
    }
  label = clinch_step_label (changes->action, changes->args);
  clinch_window_show_toast (self, label);
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
    clinch_window_show_toast (self, error->message);
  else
    clinch_window_show_toast (self, changes->step_id != 0 ? _("Done again") : _("Nothing to redo"));
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

static gboolean
is_narrow (ClinchWindow *self)
{
  return adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self)) != NULL;
}

/* In a narrow window the sidebar and the page take turns; in a wide one the sidebar is there or
 * not. */
static void
show_sidebar (ClinchWindow *self,
              gboolean      shown)
{
  if (is_narrow (self))
    {
      adw_navigation_split_view_set_show_content (self->split_view, !shown);
      return;
    }
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  adw_navigation_split_view_set_collapsed (self->split_view, !shown);
  g_settings_set_boolean (self->settings, "show-sidebar", shown);
}

static gboolean
is_sidebar_shown (ClinchWindow *self)
{
  return !adw_navigation_split_view_get_collapsed (self->split_view)
         || !adw_navigation_split_view_get_show_content (self->split_view);
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);

  show_sidebar (self, !is_sidebar_shown (self));
}

/* Going back from a page leads to the sidebar, which in a wide window has room beside it. */
static void
content_shown_cb (ClinchWindow *self)
{
  if (!adw_navigation_split_view_get_show_content (self->split_view) && !is_narrow (self))
    show_sidebar (self, TRUE);
}

static void
menu_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);

  if (!is_sidebar_shown (self))
    show_sidebar (self, TRUE);
  gtk_menu_button_popup (self->menu_button);
}

static void
remember_size (ClinchWindow *self)
{
  int width;
  int height;

  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 294));
    }
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

ClinchWindow *
clinch_window_retranslate (ClinchWindow *self)
{
  GtkApplication *application;
  ClinchWindow *fresh;
  ClinchWorkspace *workspace;

  g_return_val_if_fail (CLINCH_IS_WINDOW (self), NULL);

  /* Templates are translated when they are made, so a window in the new language takes the
   * workspace over. */
  remember_size (self);
  application = gtk_window_get_application (GTK_WINDOW (self));
  fresh = clinch_window_new (CLINCH_APPLICATION (application));
  workspace = g_steal_pointer (&self->workspace);
  clinch_window_forget_pages (self);
  if (workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (workspace, self);
      clinch_window_take_workspace (fresh, workspace);
    }
  else
    {
      clinch_window_show_welcome (fresh);
    }
  gtk_window_present (GTK_WINDOW (fresh));
  gtk_window_destroy (GTK_WINDOW (self));

  return fresh;
}

static void
leave (ClinchWindow *self)
{
  remember_size (self);
  self->closing = TRUE;
  g_cancellable_cancel (self->filling);
  clinch_window_drop_workspace (self);
}

void
clinch_window_end (ClinchWindow *self)
{
  g_return_if_fail (CLINCH_IS_WINDOW (self));

  leave (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
clinch_window_close_request (GtkWindow *window)
{
  ClinchWindow *self = CLINCH_WINDOW (window);

  if (!clinch_window_may_close (self))
    return GDK_EVENT_STOP;
  leave (self);

  return GTK_WINDOW_CLASS (clinch_window_parent_class)->close_request (window);
}

static void
clinch_window_dispose (GObject *object)
{
  ClinchWindow *self = CLINCH_WINDOW (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  if (self->navigation_view != NULL)
    clinch_window_drop_workspace (self);
  self->closing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (clinch_window_parent_class)->dispose (object);
}

static void
clinch_window_finalize (GObject *object)
{
  ClinchWindow *self = CLINCH_WINDOW (object);

  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_free (self->waiting_action);
  g_clear_pointer (&self->waiting_parameter, g_variant_unref);

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

  g_type_ensure (CLINCH_TYPE_FAILURE_PAGE);
  g_type_ensure (CLINCH_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/app/window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, opening_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, status_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchWindow, navigation_view);
  gtk_widget_class_bind_template_callback (widget_class, content_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_left_cb);

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
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  clinch_window_tools_install (widget_class);
  clinch_window_workspaces_install (widget_class);
}

static void
clinch_window_init (ClinchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  fill_sidebar (self);
  clinch_window_update_actions (self);
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
  adw_navigation_split_view_set_collapsed (self->split_view,
                                           !g_settings_get_boolean (self->settings,
                                                                    "show-sidebar"));

  return self;
}
