// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart-export.h"
#include "clinch-chart-private.h"

#include <glib/gi18n-lib.h>

/* Pictures are used at all sizes: twice the pixels of the screen do for most. */
#define DENSITY 2
#define LEAST_SIZE 480

typedef struct
{
  GtkWidget *widget;
  ClinchChartData *data;
  GBytes *bytes;
} Save;

static void
save_free (Save *save)
{
  g_clear_object (&save->widget);
  g_clear_object (&save->data);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    message = g_strdup_printf (_("Saved as “%s”"), name);
  gtk_widget_activate_action (save->widget, "win.toast", "s",
                              message != NULL ? message : error->message);
}

static void
save_to (Save  *owned,
         GFile *file)
{
  g_autoptr(Save) save = owned;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  ClinchChartFormat format;
  GBytes *bytes;

  if (clinch_chart_format_from_name (name, &format, &error))
    save->bytes = clinch_chart_render (save->data, format,
                                       MAX (gtk_widget_get_width (save->widget), LEAST_SIZE)
                                       * DENSITY,
                                       MAX (gtk_widget_get_height (save->widget), LEAST_SIZE)
                                       * DENSITY, FALSE, &error);
  if (save->bytes == NULL)
    {
      gtk_widget_activate_action (save->widget, "win.toast", "s", error->message);
      return;
    }

  bytes = save->bytes;
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, saved_cb, g_steal_pointer (&save));
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  /* Nothing chosen is an answer as well. */
  if (file != NULL)
    save_to (g_steal_pointer (&save), file);
}

static GListModel *
create_filters (void)
{
  static const struct
  {
    const char *name;
    const char *suffix;
  } kinds[] = {
    { N_("PNG image"), "png" },
    { N_("SVG image"), "svg" },
    { N_("PDF document"), "pdf" },
  };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(kinds[i].name));
      gtk_file_filter_add_suffix (filter, kinds[i].suffix);
      g_list_store_append (filters, filter);
    }

  return G_LIST_MODEL (filters);
}

void
clinch_chart_save (GtkWidget       *widget,
                   ClinchChartData *data)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListModel) filters = create_filters ();
  const char *title = clinch_chart_data_get_title (data);
  g_autofree char *name = g_strdup_printf ("%s.png", *title != '\0' ? title : _("Chart"));
  Save *save = g_new0 (Save, 1);

  save->widget = g_object_ref (widget);
  save->data = g_object_ref (data);
  g_strdelimit (name, "/\\:\n", '-');
  gtk_file_dialog_set_title (dialog, _("Save Image"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, save);
}

GdkTexture *
clinch_chart_create_texture (GtkWidget       *widget,
                             ClinchChartData *data)
{
  ClinchChartPalette palette;
  cairo_surface_t *surface;
  g_autoptr(GBytes) bytes = NULL;
  GdkTexture *texture;
  gsize stride;

  clinch_chart_palette_init (&palette, NULL, FALSE, FALSE);
  surface = clinch_chart_paint (data, MAX (gtk_widget_get_width (widget), LEAST_SIZE),
                                MAX (gtk_widget_get_height (widget), LEAST_SIZE), DENSITY,
                                &palette);
  if (surface == NULL)
    return NULL;

  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       stride * (gsize) cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                    cairo_image_surface_get_height (surface), GDK_MEMORY_DEFAULT,
                                    bytes, stride);
  cairo_surface_destroy (surface);

  return texture;
}
