// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-welcome-page.h"

struct _ClinchWelcomePage
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkWidget *sample_row;
  GtkWidget *import_row;
  GtkWidget *empty_row;
  GtkWidget *open_row;
};

G_DEFINE_FINAL_TYPE (ClinchWelcomePage, clinch_welcome_page, ADW_TYPE_BIN)

static void
choice_activated_cb (ClinchWelcomePage *self,
                     GtkListBoxRow     *row)
{
  const char *choice = "open";

  if (GTK_WIDGET (row) == self->sample_row)
    choice = "sample";
  else if (GTK_WIDGET (row) == self->import_row)
    choice = "import";
  else if (GTK_WIDGET (row) == self->empty_row)
    choice = "empty";

  gtk_widget_activate_action (GTK_WIDGET (self), "win.begin", "s", choice);
}

static void
clinch_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (clinch_welcome_page_parent_class)->dispose (object);
}

static void
clinch_welcome_page_class_init (ClinchWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/app/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchWelcomePage, icon);
  gtk_widget_class_bind_template_child (widget_class, ClinchWelcomePage, sample_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchWelcomePage, import_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchWelcomePage, empty_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchWelcomePage, open_row);
  gtk_widget_class_bind_template_callback (widget_class, choice_activated_cb);
}

static void
clinch_welcome_page_init (ClinchWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, APP_ID);
}
