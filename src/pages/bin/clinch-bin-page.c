// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-bin-page.h"

#include "clinch-actions.h"
#include "clinch-bin-item.h"
#include "clinch-bin-row.h"
#include "clinch-reading.h"
#include "clinch-text.h"

/* Of each kind that is shown; older ones are found by their name. */
#define MAX_OF_KIND 200

struct _ClinchBinPage
{
  ClinchPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;

  GListStore *items;
};

G_DEFINE_FINAL_TYPE (ClinchBinPage, clinch_bin_page, CLINCH_TYPE_PAGE)

static gpointer
load_job (ClinchDb  *db,
          gpointer   text,
          GError   **error)
{
  return clinch_recycle_bin_load (db, text, MAX_OF_KIND, error);
}

static void
take_entries (ClinchBinPage *self,
              GPtrArray     *entries,
              gboolean       is_search)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  while (entries->len > 0)
    g_ptr_array_add (items, clinch_bin_item_new (g_ptr_array_steal_index (entries, 0)));
  g_list_store_splice (self->items, 0, n_old, items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack,
                                    items->len > 0 ? "list" : is_search ? "nothing" : "empty");
}

static void
show (GtkWidget     *widget,
      gconstpointer  text,
      gpointer       entries)
{
  take_entries (CLINCH_BIN_PAGE (widget), entries, text != NULL);
  g_ptr_array_unref (entries);
}

/* Looking for what is deleted goes over the tables, so it does not stand before other questions. */
static const ClinchReading bin_reading = {
  .load = load_job,
  .show = show,
  .question_free = g_free,
  .answer_free = (GDestroyNotify) g_ptr_array_unref,
  .is_slow = TRUE,
};

static void
load (ClinchBinPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  clinch_reading_ask (GTK_WIDGET (self), clinch_page_get_workspace (CLINCH_PAGE (self)),
                      &bin_reading, clinch_text_clean_line (typed));
}

static void
search_changed_cb (ClinchBinPage *self)
{
  load (self);
}

static void
workspace_changed_cb (ClinchBinPage   *self,
                      ClinchChangeSet *changes)
{
  for (guint i = 0; i < changes->changes->len; i++)
    {
      ClinchChangeOp op = g_array_index (changes->changes, ClinchChange, i).op;

      if (op == CLINCH_CHANGE_DELETE || op == CLINCH_CHANGE_UNDELETE)
        {
          load (self);
          return;
        }
    }
}

static void
restore (ClinchBinPage *self,
         ClinchKind     kind,
         gint64         id)
{
  clinch_action_restore (clinch_page_get_workspace (CLINCH_PAGE (self)), kind, id, NULL,
                         clinch_page_done_cb, g_object_ref (self));
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const char *word;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &word, &id);
  restore (CLINCH_BIN_PAGE (widget), clinch_kind_from_word (word), id);
}

/* Enter brings back what the keyboard stands on; the toast takes it back. */
static void
activate_row_cb (ClinchBinPage *self,
                 guint          position)
{
  g_autoptr(ClinchBinItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  if (item != NULL
      && !clinch_workspace_is_read_only (clinch_page_get_workspace (CLINCH_PAGE (self))))
    restore (self, clinch_bin_item_get_entry (item)->kind, clinch_bin_item_get_entry (item)->id);
}

static void
setup_row_cb (ClinchBinPage *self,
              GtkListItem   *list_item)
{
  gboolean read_only =
    clinch_workspace_is_read_only (clinch_page_get_workspace (CLINCH_PAGE (self)));

  gtk_list_item_set_child (list_item, clinch_bin_row_new (!read_only));
}

static void
bind_row_cb (ClinchBinPage *self,
             GtkListItem   *list_item)
{
  ClinchBinItem *item = gtk_list_item_get_item (list_item);

  clinch_bin_row_set_item (CLINCH_BIN_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, clinch_bin_item_get_entry (item)->name);
}

static void
setup_header_cb (ClinchBinPage *self,
                 GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (ClinchBinPage *self,
                GtkListHeader *header)
{
  ClinchBinItem *item = gtk_list_header_get_item (header);
  ClinchKind kind = clinch_bin_item_get_entry (item)->kind;

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       clinch_kind_label (kind, TRUE));
}

/* They come sorted by kind; this only tells where one ends. */
static int
compare_kinds (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  guint left = clinch_recycle_bin_rank (clinch_bin_item_get_entry ((ClinchBinItem *) a)->kind);
  guint right = clinch_recycle_bin_rank (clinch_bin_item_get_entry ((ClinchBinItem *) b)->kind);

  return (left > right) - (left < right);
}

static void
clinch_bin_page_focus_search (ClinchPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CLINCH_BIN_PAGE (page)->search_entry));
}

static void
clinch_bin_page_constructed (GObject *object)
{
  ClinchBinPage *self = CLINCH_BIN_PAGE (object);
  GtkSortListModel *sections;
  g_autoptr(GtkSelectionModel) selection = NULL;

  G_OBJECT_CLASS (clinch_bin_page_parent_class)->constructed (object);

  self->items = g_list_store_new (CLINCH_TYPE_BIN_ITEM);
  sections = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), NULL);
  gtk_sort_list_model_set_section_sorter (sections,
                                          GTK_SORTER (gtk_custom_sorter_new (compare_kinds, NULL,
                                                                             NULL)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sections)));
  gtk_list_view_set_model (self->list_view, selection);
  g_signal_connect_object (clinch_page_get_workspace (CLINCH_PAGE (self)), "changed",
                           G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
}

static void
clinch_bin_page_dispose (GObject *object)
{
  ClinchBinPage *self = CLINCH_BIN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_BIN_PAGE);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (clinch_bin_page_parent_class)->dispose (object);
}

static void
clinch_bin_page_class_init (ClinchBinPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_bin_page_constructed;
  object_class->dispose = clinch_bin_page_dispose;
  CLINCH_PAGE_CLASS (klass)->focus_search = clinch_bin_page_focus_search;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/bin/bin-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchBinPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ClinchBinPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchBinPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);

  gtk_widget_class_install_action (widget_class, "bin.restore", "(sx)", restore_action);
}

static void
clinch_bin_page_init (ClinchBinPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
