// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-duplicates-dialog.h"

#include "clinch-duplicate-pairs.h"
#include "clinch-group-rows.h"
#include "clinch-merge-dialog.h"

#include <glib/gi18n-lib.h>

/* Nobody goes through more at a sitting; the next come when these are merged. */
#define MAX_PAIRS 100

struct _ClinchDuplicatesDialog
{
  AdwDialog parent_instance;

  AdwToggleGroup *kind_group;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  AdwPreferencesGroup *group;

  ClinchWorkspace *workspace;
  GCancellable *cancellable;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (ClinchDuplicatesDialog, clinch_duplicates_dialog, ADW_TYPE_DIALOG)

#define PAIR_KEY "clinch-pair"

/* A pair as a row shows it. */
typedef struct
{
  ClinchDuplicatePair pair;
  char *title;
  char *subtitle;
} Shown;

typedef struct
{
  guint n_pairs;
  GPtrArray *shown;
} Found;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_free (shown->title);
  g_free (shown->subtitle);
  g_free (shown);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->shown);
  g_free (found);
}

static ClinchKind
chosen_kind (ClinchDuplicatesDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->kind_group), "contacts") == 0
         ? CLINCH_KIND_CONTACT : CLINCH_KIND_CUSTOMER;
}

/* A name, of a person also the customer. */
static char *
dup_title (ClinchDb   *db,
           ClinchKind  kind,
           gint64      id)
{
  g_autofree char *name = clinch_db_name_of (db, kind, id);
  g_autofree char *customer = NULL;

  if (kind != CLINCH_KIND_CONTACT
      || !clinch_db_query_text (db, &customer, NULL, "SELECT name FROM customer WHERE id ="
                                " (SELECT customer_id FROM contact WHERE id = ?)", "i", id)
      || customer == NULL)
    return g_steal_pointer (&name);

  /* Translators: a contact and the customer. */
  return g_strdup_printf (C_("duplicate", "%1$s (%2$s)"), name, customer);
}

static gpointer
search (ClinchDb  *db,
        gpointer   data,
        GError   **error)
{
  ClinchKind kind = *(const ClinchKind *) data;
  g_autoptr(GArray) pairs = NULL;
  Found *found;
  guint n_pairs;

  pairs = clinch_find_duplicate_pairs (db, kind, MAX_PAIRS, &n_pairs, error);
  if (pairs == NULL)
    return NULL;

  found = g_new0 (Found, 1);
  found->n_pairs = n_pairs;
  found->shown = g_ptr_array_new_with_free_func (shown_free);
  for (guint i = 0; i < pairs->len; i++)
    {
      Shown *shown = g_new0 (Shown, 1);
      g_autofree char *second = NULL;
      g_autofree char *reasons = NULL;

      shown->pair = g_array_index (pairs, ClinchDuplicatePair, i);
      shown->title = dup_title (db, kind, shown->pair.first_id);
      second = dup_title (db, kind, shown->pair.second_id);
      reasons = clinch_duplicate_reasons_label (shown->pair.reasons);
      shown->subtitle = g_strdup_printf ("%s\n%s", second, reasons);
      g_ptr_array_add (found->shown, shown);
    }

  return found;
}

static void
row_activated_cb (ClinchDuplicatesDialog *self,
                  GtkWidget              *row)
{
  const ClinchDuplicatePair *pair = g_object_get_data (G_OBJECT (row), PAIR_KEY);

  adw_dialog_present (clinch_merge_dialog_new (self->workspace, chosen_kind (self),
                                               pair->first_id, pair->second_id),
                      GTK_WIDGET (self));
}

static GtkWidget *
make_row (ClinchDuplicatesDialog *self,
          const Shown            *shown)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown->subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), PAIR_KEY,
                          g_memdup2 (&shown->pair, sizeof shown->pair), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
show_found (ClinchDuplicatesDialog *self,
            const Found            *found)
{
  g_autofree char *count = NULL;

  clinch_group_rows_clear (self->rows);
  for (guint i = 0; i < found->shown->len; i++)
    {
      GtkWidget *row = make_row (self, found->shown->pdata[i]);

      clinch_group_rows_add (self->rows, self->group, row);
    }

  if (found->n_pairs > found->shown->len)
    count = g_strdup_printf (_("The %1$u surest of %2$u pairs"), found->shown->len,
                             found->n_pairs);
  else
    count = g_strdup_printf (ngettext ("%u pair", "%u pairs", found->n_pairs), found->n_pairs);
  adw_preferences_group_set_description (self->group, count);
  gtk_stack_set_visible_child_name (self->stack, found->n_pairs > 0 ? "list" : "none");
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchDuplicatesDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  Found *found = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (found != NULL && self->workspace != NULL)
    show_found (self, found);
  g_clear_pointer (&found, found_free);
  if (error == NULL || self->workspace == NULL
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
start_search (ClinchDuplicatesDialog *self)
{
  ClinchKind kind = chosen_kind (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), search,
                           g_memdup2 (&kind, sizeof kind), g_free, found_free, self->cancellable,
                           found_cb, g_object_ref (self));
}

static void
kind_changed_cb (ClinchDuplicatesDialog *self)
{
  if (self->workspace == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "searching");
  start_search (self);
}

static void
workspace_changed_cb (ClinchDuplicatesDialog *self,
                      ClinchChangeSet        *changes)
{
  if (clinch_change_set_touches (changes, chosen_kind (self)))
    start_search (self);
}

static void
clinch_duplicates_dialog_dispose (GObject *object)
{
  ClinchDuplicatesDialog *self = CLINCH_DUPLICATES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_DUPLICATES_DIALOG);

  G_OBJECT_CLASS (clinch_duplicates_dialog_parent_class)->dispose (object);
}

static void
clinch_duplicates_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CLINCH_DUPLICATES_DIALOG (object)->rows);

  G_OBJECT_CLASS (clinch_duplicates_dialog_parent_class)->finalize (object);
}

static void
clinch_duplicates_dialog_class_init (ClinchDuplicatesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_duplicates_dialog_dispose;
  object_class->finalize = clinch_duplicates_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH
                                               "/ui/pages/merge/duplicates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchDuplicatesDialog, kind_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchDuplicatesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchDuplicatesDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchDuplicatesDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
}

static void
clinch_duplicates_dialog_init (ClinchDuplicatesDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
clinch_duplicates_dialog_new (ClinchWorkspace *workspace)
{
  ClinchDuplicatesDialog *self = g_object_new (CLINCH_TYPE_DUPLICATES_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  kind_changed_cb (self);

  return ADW_DIALOG (self);
}
