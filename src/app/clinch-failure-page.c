// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-failure-page.h"

#include "clinch-backup.h"
#include "clinch-store-error.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>

struct _ClinchFailurePage
{
  AdwBin parent_instance;

  AdwStatusPage *status_page;
  GtkWidget *read_only_button;
  GtkWidget *backup_button;
  GtkWidget *retry_button;
  GtkWidget *create_button;
  GtkWidget *other_button;
  GtkWidget *files_button;
  GtkWidget *back_button;
};

G_DEFINE_FINAL_TYPE (ClinchFailurePage, clinch_failure_page, ADW_TYPE_BIN)

/* The ways out; what helps most with a failure stands first in its row of the table. */
typedef enum
{
  WAY_NONE,
  WAY_READ_ONLY,
  WAY_BACKUP,
  WAY_RETRY,
  WAY_CREATE,
  WAY_OTHER,
  N_WAYS
} Way;

typedef struct
{
  int code;
  const char *title;
  Way ways[4];
} Failure;

static const Failure failures[] = {
  { CLINCH_STORE_ERROR_BUSY, NC_ ("failure", "Open in Another Program"), { WAY_READ_ONLY, WAY_RETRY, WAY_OTHER } },
  { CLINCH_STORE_ERROR_READ_ONLY, NC_ ("failure", "Cannot Be Written"), { WAY_READ_ONLY, WAY_RETRY, WAY_OTHER } },
  { CLINCH_STORE_ERROR_FULL, NC_ ("failure", "No Space Left"), { WAY_RETRY, WAY_READ_ONLY, WAY_OTHER } },
  { CLINCH_STORE_ERROR_CORRUPT, NC_ ("failure", "Workspace Is Damaged"), { WAY_BACKUP, WAY_OTHER } },
  { CLINCH_STORE_ERROR_FOREIGN, NC_ ("failure", "Not a Workspace"), { WAY_BACKUP, WAY_OTHER } },
  { CLINCH_STORE_ERROR_TOO_NEW, NC_ ("failure", "Clinch Is Too Old"), { WAY_OTHER, WAY_BACKUP } },
  { CLINCH_STORE_ERROR_NOT_FOUND, NC_ ("failure", "Workspace Not Found"), { WAY_OTHER, WAY_RETRY, WAY_CREATE } },
  { CLINCH_STORE_ERROR_NETWORK, NC_ ("failure", "On a Network Drive"), { WAY_OTHER } },
};

static const Failure other_failure = {
  -1, NC_ ("failure", "Cannot Be Opened"), { WAY_RETRY, WAY_BACKUP, WAY_OTHER }
};

static const Failure *
find_failure (const GError *error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    if (g_error_matches (error, CLINCH_STORE_ERROR, failures[i].code))
      return &failures[i];

  return &other_failure;
}

static gboolean
has_backup (const char *directory)
{
  g_autoptr(GPtrArray) backups = clinch_backup_list (directory);

  return backups->len > 0;
}

static gboolean
is_possible (Way              way,
             const char      *directory,
             ClinchStoreOpen  mode)
{
  switch (way)
    {
    case WAY_READ_ONLY:
      return mode != CLINCH_STORE_OPEN_READ_ONLY;
    case WAY_BACKUP:
      return has_backup (directory);
    case WAY_RETRY:
    case WAY_CREATE:
    case WAY_OTHER:
      return TRUE;
    case WAY_NONE:
    case N_WAYS:
    default:
      return FALSE;
    }
}

static void
show_ways (ClinchFailurePage *self,
           const Failure     *failure,
           const char        *directory,
           ClinchStoreOpen    mode)
{
  GtkWidget *buttons[N_WAYS] = {
    [WAY_READ_ONLY] = self->read_only_button,
    [WAY_BACKUP] = self->backup_button,
    [WAY_RETRY] = self->retry_button,
    [WAY_CREATE] = self->create_button,
    [WAY_OTHER] = self->other_button,
  };
  GtkWidget *box = gtk_widget_get_parent (self->other_button);
  GtkWidget *before = NULL;

  for (int i = WAY_NONE + 1; i < N_WAYS; i++)
    {
      gtk_widget_set_visible (buttons[i], FALSE);
      gtk_widget_remove_css_class (buttons[i], "suggested-action");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (failure->ways); i++)
    {
      GtkWidget *button = buttons[failure->ways[i]];

      if (!is_possible (failure->ways[i], directory, mode))
        continue;
      gtk_widget_set_visible (button, TRUE);
      gtk_box_reorder_child_after (GTK_BOX (box), button, before);
      if (before == NULL)
        {
          gtk_widget_add_css_class (button, "suggested-action");
          gtk_widget_grab_focus (button);
        }
      before = button;
    }
}

static void
clinch_failure_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_FAILURE_PAGE);

  G_OBJECT_CLASS (clinch_failure_page_parent_class)->dispose (object);
}

static void
clinch_failure_page_class_init (ClinchFailurePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_failure_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/app/failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchFailurePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchFailurePage, read_only_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFailurePage, backup_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFailurePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFailurePage, create_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFailurePage, other_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFailurePage, files_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFailurePage, back_button);
}

static void
clinch_failure_page_init (ClinchFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinch_failure_page_show (ClinchFailurePage *self,
                          const char        *directory,
                          ClinchStoreOpen    mode,
                          const GError      *error,
                          const char        *back)
{
  g_autofree char *description = clinch_text_escape_markup (error->message);
  const Failure *failure = find_failure (error);
  GtkWidget *with_directory[] = {
    self->read_only_button, self->backup_button, self->retry_button, self->create_button,
    self->files_button,
  };

  g_return_if_fail (CLINCH_IS_FAILURE_PAGE (self));

  adw_status_page_set_title (self->status_page,
                             g_dpgettext2 (NULL, "failure", failure->title));
  adw_status_page_set_description (self->status_page, description);
  for (gsize i = 0; i < G_N_ELEMENTS (with_directory); i++)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (with_directory[i]), "s", directory);
  gtk_widget_set_visible (self->files_button, failure->code != CLINCH_STORE_ERROR_NOT_FOUND);
  gtk_widget_set_visible (self->back_button, back != NULL);
  if (back != NULL)
    {
      /* Translators: name of a workspace. */
      g_autofree char *label = g_strdup_printf (_("Back to “%s”"), back);

      gtk_button_set_label (GTK_BUTTON (self->back_button), label);
    }
  show_ways (self, failure, directory, mode);
}
