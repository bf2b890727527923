// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-regrade-dialog.h"

#include "clinch-page.h"

#include <glib/gi18n-lib.h>

/* A customer of the list. */
#define CLINCH_TYPE_REGRADE_ITEM (clinch_regrade_item_get_type ())
G_DECLARE_FINAL_TYPE (ClinchRegradeItem, clinch_regrade_item, CLINCH, REGRADE_ITEM, GObject)

struct _ClinchRegradeItem
{
  GObject parent_instance;

  ClinchRegrade regrade;
};

G_DEFINE_FINAL_TYPE (ClinchRegradeItem, clinch_regrade_item, G_TYPE_OBJECT)

static void
clinch_regrade_item_finalize (GObject *object)
{
  g_free (CLINCH_REGRADE_ITEM (object)->regrade.name);

  G_OBJECT_CLASS (clinch_regrade_item_parent_class)->finalize (object);
}

static void
clinch_regrade_item_class_init (ClinchRegradeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_regrade_item_finalize;
}

static void
clinch_regrade_item_init (ClinchRegradeItem *self)
{
}

#define CLINCH_TYPE_REGRADE_DIALOG (clinch_regrade_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinchRegradeDialog, clinch_regrade_dialog, CLINCH, REGRADE_DIALOG, AdwDialog)

struct _ClinchRegradeDialog
{
  AdwDialog parent_instance;

  GtkListView *list_view;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (ClinchRegradeDialog, clinch_regrade_dialog, ADW_TYPE_DIALOG)

static void
activate_cb (ClinchRegradeDialog *self,
             guint                position)
{
  g_autoptr(ClinchRegradeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item == NULL)
    return;
  clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_CUSTOMER, item->regrade.customer_id);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (ClinchRegradeDialog *self,
          GtkListItem         *list_item)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *grades = make_label ("heading");

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);
  gtk_grid_attach (GTK_GRID (grid), make_label (NULL), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_label ("dimmed"), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), grades, 1, 0, 1, 2);
  gtk_widget_set_hexpand (gtk_grid_get_child_at (GTK_GRID (grid), 0, 0), TRUE);
  gtk_list_item_set_child (list_item, grid);
}

static void
bind_cb (ClinchRegradeDialog *self,
         GtkListItem         *list_item)
{
  GtkGrid *grid = GTK_GRID (gtk_list_item_get_child (list_item));
  ClinchRegradeItem *item = gtk_list_item_get_item (list_item);
  const ClinchRegrade *regrade = &item->regrade;
  g_autofree char *detail = NULL;
  /* Translators: grade before, grade after. */
  g_autofree char *grades = g_strdup_printf (C_("grades", "%1$s → %2$s"),
                                             clinch_regrade_grade_label (regrade->from),
                                             clinch_regrade_grade_label (regrade->to));
  g_autofree char *label = g_strdup_printf ("%s, %s", regrade->name, grades);

  /* Translators: what a profile would come to. */
  detail = g_strdup_printf (_("%1$d points, %2$d%% known"), MAX (regrade->score, 0),
                            regrade->completeness);
  gtk_label_set_label (GTK_LABEL (gtk_grid_get_child_at (grid, 0, 0)), regrade->name);
  gtk_label_set_label (GTK_LABEL (gtk_grid_get_child_at (grid, 0, 1)), detail);
  gtk_label_set_label (GTK_LABEL (gtk_grid_get_child_at (grid, 1, 0)), grades);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
clinch_regrade_dialog_dispose (GObject *object)
{
  ClinchRegradeDialog *self = CLINCH_REGRADE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_REGRADE_DIALOG);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (clinch_regrade_dialog_parent_class)->dispose (object);
}

static void
clinch_regrade_dialog_class_init (ClinchRegradeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_regrade_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/setup/regrade-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchRegradeDialog, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
clinch_regrade_dialog_init (ClinchRegradeDialog *self)
{
  g_autoptr(GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (CLINCH_TYPE_REGRADE_ITEM);
  selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items))));
  gtk_list_view_set_model (self->list_view, selection);
}

void
clinch_regrade_dialog_present (GtkWidget                  *parent,
                               const ClinchRegradePreview *preview)
{
  ClinchRegradeDialog *self = g_object_new (CLINCH_TYPE_REGRADE_DIALOG, NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < preview->regrades->len; i++)
    {
      ClinchRegradeItem *item = g_object_new (CLINCH_TYPE_REGRADE_ITEM, NULL);

      item->regrade = *(const ClinchRegrade *) preview->regrades->pdata[i];
      item->regrade.name = g_strdup (item->regrade.name);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
