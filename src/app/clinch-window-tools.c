// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-window-tools.h"

#include "clinch-import-dialog.h"
#include "clinch-page.h"
#include "clinch-quick-entry-dialog.h"
#include "clinch-resolve.h"
#include "clinch-search-dialog.h"

typedef struct
{
  ClinchKind kind;
  gint64 id;
} Target;

/* What a record belongs to: for a follow-up its opportunity, or else its customer. */
static gpointer
find_parent_job (ClinchDb  *db,
                 gpointer   data,
                 GError   **error)
{
  const Target *record = data;
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, record->kind, record->id, error);
  const ClinchField *fields;
  Target *parent;
  int n_fields;

  if (row == NULL)
    return NULL;

  parent = g_new0 (Target, 1);
  fields = clinch_kind_fields (record->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if ((fields[i].flags & CLINCH_FIELD_PARENT) && !clinch_row_is_null (row, i))
      *parent = (Target) { fields[i].target, clinch_row_int (row, i) };

  return parent;
}

static void
parent_found_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinchWindow) window = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree Target *parent = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (parent == NULL)
    clinch_page_report (GTK_WIDGET (window), error);
  else if (parent->kind != CLINCH_KIND_NONE)
    clinch_page_open (GTK_WIDGET (window), parent->kind, parent->id);
}

void
clinch_window_tools_open_parent (ClinchWindow *window,
                                 ClinchKind    kind,
                                 gint64        id)
{
  ClinchWorkspace *workspace = clinch_window_get_workspace (window);
  Target *target;

  if (workspace == NULL || kind == CLINCH_KIND_NONE)
    return;

  target = g_new0 (Target, 1);
  *target = (Target) { kind, id };
  clinch_store_read_async (clinch_workspace_get_store (workspace), find_parent_job, target, g_free,
                           g_free, NULL,
                           parent_found_cb, g_object_ref (window));
}

static void
show_search (ClinchWindow *window,
             const char   *text)
{
  ClinchWorkspace *workspace = clinch_window_get_workspace (window);
  AdwDialog *shown = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (workspace == NULL || (shown != NULL && CLINCH_IS_SEARCH_DIALOG (shown)))
    return;
  adw_dialog_present (clinch_search_dialog_new (workspace, text), GTK_WIDGET (window));
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  show_search (CLINCH_WINDOW (widget), NULL);
}

static void
search_for_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  show_search (CLINCH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_import (ClinchWindow *window,
             const char   *path)
{
  ClinchWorkspace *workspace = clinch_window_get_workspace (window);
  AdwDialog *shown = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  ClinchImportDialog *dialog;

  if (workspace == NULL || (shown != NULL && CLINCH_IS_IMPORT_DIALOG (shown)))
    return;
  dialog = clinch_import_dialog_new (workspace);
  if (path != NULL)
    clinch_import_dialog_open (dialog, path);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  show_import (CLINCH_WINDOW (widget), NULL);
}

static void
import_file_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  show_import (CLINCH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_quick_entry (ClinchWindow *window,
                  ClinchKind    kind,
                  gint64        id,
                  gint64        contact_id,
                  gint64        material_id)
{
  ClinchWorkspace *workspace = clinch_window_get_workspace (window);
  AdwDialog *dialog;
  AdwDialog *shown = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (workspace == NULL || clinch_workspace_is_read_only (workspace) ||
      (shown != NULL && CLINCH_IS_QUICK_ENTRY_DIALOG (shown)))
    return;
  dialog = clinch_quick_entry_dialog_new (workspace, kind, id);
  if (contact_id != 0)
    clinch_quick_entry_dialog_set_contact (CLINCH_QUICK_ENTRY_DIALOG (dialog), contact_id);
  if (material_id != 0)
    clinch_quick_entry_dialog_set_material (CLINCH_QUICK_ENTRY_DIALOG (dialog), material_id);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
quick_entry_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  show_quick_entry (CLINCH_WINDOW (widget), CLINCH_KIND_NONE, 0, 0, 0);
}

static void
quick_entry_for_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  const char *word;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &word, &id);
  show_quick_entry (CLINCH_WINDOW (widget), clinch_kind_from_word (word), id, 0, 0);
}

static void
log_contact_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  gint64 contact_id;
  gint64 opportunity_id;

  g_variant_get (parameter, "(xx)", &contact_id, &opportunity_id);
  show_quick_entry (CLINCH_WINDOW (widget),
                    opportunity_id != 0 ? CLINCH_KIND_OPPORTUNITY : CLINCH_KIND_NONE,
                    opportunity_id, contact_id, 0);
}

/* Quick entry that names the material, about a customer or with nobody said yet. */
static void
share_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gint64 material_id;
  gint64 customer_id;

  g_variant_get (parameter, "(xx)", &material_id, &customer_id);
  show_quick_entry (CLINCH_WINDOW (widget),
                    customer_id != 0 ? CLINCH_KIND_CUSTOMER : CLINCH_KIND_NONE, customer_id, 0,
                    material_id);
}

typedef struct
{
  ClinchKind kind;
  char *text;
  gint64 id;
} Named;

static void
named_free (gpointer data)
{
  g_free (((Named *) data)->text);
  g_free (data);
}

static gpointer
resolve_job (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  Named *named = data;

  clinch_resolve (db, named->kind, named->text, &named->id, error);

  return NULL;
}

static void
resolved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinchWindow) window = user_data;
  g_autoptr(GError) error = NULL;
  const Named *named = clinch_store_job_data (result);
  gpointer nothing = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  g_assert (nothing == NULL);
  if (error != NULL)
    clinch_page_report (GTK_WIDGET (window), error);
  else
    clinch_page_open (GTK_WIDGET (window), named->kind, named->id);
}

static void
open_named_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ClinchWorkspace *workspace = clinch_window_get_workspace (CLINCH_WINDOW (widget));
  const char *word;
  const char *text;
  Named *named;

  g_variant_get (parameter, "(&s&s)", &word, &text);
  if (workspace == NULL || clinch_kind_from_word (word) == CLINCH_KIND_NONE)
    return;
  named = g_new0 (Named, 1);
  named->kind = clinch_kind_from_word (word);
  named->text = g_strdup (text);
  clinch_store_read_async (clinch_workspace_get_store (workspace), resolve_job, named, named_free,
                           NULL, NULL, resolved_cb, g_object_ref (widget));
}

void
clinch_window_tools_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import", NULL, import_action);
  gtk_widget_class_install_action (klass, "win.import-file", "s", import_file_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.search-for", "s", search_for_action);
  gtk_widget_class_install_action (klass, "win.quick-entry", NULL, quick_entry_action);
  gtk_widget_class_install_action (klass, "win.quick-entry-for", "(sx)", quick_entry_for_action);
  gtk_widget_class_install_action (klass, "win.log-contact", "(xx)", log_contact_action);
  gtk_widget_class_install_action (klass, "win.share", "(xx)", share_action);
  gtk_widget_class_install_action (klass, "win.open-named", "(ss)", open_named_action);
}
