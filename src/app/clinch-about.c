// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-about.h"

#include "clinch-metainfo-resources.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What is new is told from here on. */
#define FIRST_RELEASE "0.1.0"

char *
clinch_about_debug_info (GtkWidget *widget)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  const char *language = g_get_language_names ()[0];
  GtkNative *native = gtk_widget_get_native (widget);

  return g_strdup_printf ("Clinch %s (%s, %s)\n"
                          "GTK %u.%u.%u\n"
                          "libadwaita %u.%u.%u\n"
                          "GLib %u.%u.%u\n"
                          "%s\n"
                          "Language: %s\n"
                          "Display: %s\n"
                          "Renderer: %s\n",
                          PACKAGE_VERSION, APP_ID, PROFILE, gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version (), glib_major_version, glib_minor_version,
                          glib_micro_version, system != NULL ? system : "Unknown system", language,
                          G_OBJECT_TYPE_NAME (gtk_widget_get_display (widget)),
                          G_OBJECT_TYPE_NAME (gtk_native_get_renderer (native)));
}

void
clinch_about_show (GtkWidget *parent)
{
  g_autofree char *debug_info = clinch_about_debug_info (parent);
  AdwDialog *dialog;

  g_resources_register (clinch_metainfo_get_resource ());
  dialog = adw_about_dialog_new_from_appdata (RESOURCE_PATH "/metainfo.xml", FIRST_RELEASE);
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), APP_ID);
  adw_about_dialog_set_comments (ADW_ABOUT_DIALOG (dialog),
                                 _("Know what to do next for every key account"));
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), PACKAGE_VERSION);
  adw_about_dialog_set_debug_info (ADW_ABOUT_DIALOG (dialog), debug_info);
  adw_about_dialog_set_debug_info_filename (ADW_ABOUT_DIALOG (dialog), "clinch-debug-info.txt");
  /* Translators: your name, and what else those who use the translation should know. */
  adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (dialog), _("translator-credits"));
  adw_dialog_present (dialog, parent);
}
