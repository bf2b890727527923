// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-paper-print.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              ClinchPaper       *paper)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width;
  double height;
  double scale;

  clinch_paper_get_size (paper, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  clinch_paper_draw_page (paper, cr, page);
}

static void
free_paper (gpointer  data,
            GClosure *closure)
{
  clinch_paper_free (data);
}

GtkPrintOperation *
clinch_paper_create_operation (ClinchPaper *paper,
                               const char  *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width;
  double height;

  clinch_paper_get_size (paper, &width, &height);
  gtk_page_setup_set_paper_size (setup, size);
  if (width > height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) clinch_paper_get_n_pages (paper));
  gtk_print_operation_set_job_name (operation, name);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), paper, free_paper,
                         G_CONNECT_DEFAULT);

  return operation;
}

gboolean
clinch_paper_print (ClinchPaper *paper,
                    const char  *name,
                    GtkWidget   *widget,
                    GError     **error)
{
  g_autoptr(GtkPrintOperation) operation = clinch_paper_create_operation (paper, name);

  gtk_print_operation_set_allow_async (operation, TRUE);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  GTK_WINDOW (gtk_widget_get_root (widget)), error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
