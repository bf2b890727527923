// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-shortcuts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *action;
  const char *accelerators[3];
  const char *label;
} Shortcut;

typedef struct
{
  const char *title;
  const Shortcut *shortcuts;
} ShortcutGroup;

static const Shortcut general_shortcuts[] = {
  { "win.search", { "<Control>k" }, NC_ ("shortcut", "Search everything") },
  { "win.quick-entry", { "<Control>l" }, NC_ ("shortcut", "Quick entry") },
  { "win.find", { "<Control>f" }, NC_ ("shortcut", "Filter this page") },
  { "win.undo", { "<Control>z" }, NC_ ("shortcut", "Undo") },
  { "win.redo", { "<Control><Shift>z" }, NC_ ("shortcut", "Redo") },
  { NULL, { "<Control>p" }, NC_ ("shortcut", "Print the list") },
  { "win.import", { "<Control><Shift>i" }, NC_ ("shortcut", "Import") },
  { "win.workspaces", { "<Control>o" }, NC_ ("shortcut", "Workspaces") },
  { "app.preferences", { "<Control>comma" }, NC_ ("shortcut", "Preferences") },
  { "app.shortcuts", { "<Control>question" }, NC_ ("shortcut", "Keyboard shortcuts") },
  { "window.close", { "<Control>w" }, NC_ ("shortcut", "Close the window") },
  { "app.quit", { "<Control>q" }, NC_ ("shortcut", "Quit") },
  { NULL },
};

static const Shortcut navigation_shortcuts[] = {
  { NULL, { "<Alt>Left", "Escape" }, NC_ ("shortcut", "Back") },
  { "win.next-page", { "<Control>Page_Down" }, NC_ ("shortcut", "Next page") },
  { "win.previous-page", { "<Control>Page_Up" }, NC_ ("shortcut", "Previous page") },
  { "win.toggle-sidebar", { "F9" }, NC_ ("shortcut", "Show or hide the sidebar") },
  { "win.menu", { "F10" }, NC_ ("shortcut", "Main menu") },
  { NULL },
};

/* Those without an action are bound by the toolkit or by the page itself; the list only tells of
 * them. */
static const Shortcut board_shortcuts[] = {
  { NULL, { "<Control><Shift>Right", "<Control><Shift>Left" },
    NC_ ("shortcut", "Move the opportunity to the next or previous stage") },
  { NULL, { "<Control><Shift>Up", "<Control><Shift>Down" }, NC_ ("shortcut", "Move the opportunity up or down") },
  { NULL, { "Return" }, NC_ ("shortcut", "Open") },
  { NULL, { "Menu", "<Shift>F10" }, NC_ ("shortcut", "Menu of the opportunity") },
  { NULL, { "Delete" }, NC_ ("shortcut", "Delete") },
  { "win.new", { "<Control>n" }, NC_ ("shortcut", "New") },
  { NULL },
};

static const ShortcutGroup groups[] = {
  { NC_ ("shortcut group", "General"), general_shortcuts },
  { NC_ ("shortcut group", "Moving Around"), navigation_shortcuts },
  { NC_ ("shortcut group", "Board and Lists"), board_shortcuts },
};

void
clinch_shortcuts_install (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->label != NULL; shortcut++)
        {
          if (shortcut->action != NULL)
            gtk_application_set_accels_for_action (application, shortcut->action,
                                                   shortcut->accelerators);
        }
    }
}

static char *
accelerator_text (const Shortcut *shortcut)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; shortcut->accelerators[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      GdkModifierType modifiers;
      guint key;

      if (!gtk_accelerator_parse (shortcut->accelerators[i], &key, &modifiers))
        continue;
      label = gtk_accelerator_get_label (key, modifiers);
      if (text->len > 0)
        g_string_append (text, "   ");
      g_string_append (text, label);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_group (const ShortcutGroup *group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget),
                                   g_dpgettext2 (NULL, "shortcut group", group->title));
  for (const Shortcut *shortcut = group->shortcuts; shortcut->label != NULL; shortcut++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *text = accelerator_text (shortcut);
      GtkWidget *keys = gtk_label_new (text);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     g_dpgettext2 (NULL, "shortcut", shortcut->label));
      gtk_widget_add_css_class (keys, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), row);
    }

  return widget;
}

void
clinch_shortcuts_show (GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                              ADW_PREFERENCES_GROUP (make_group (&groups[i])));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);

  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}
