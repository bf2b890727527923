// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-record-form.h"
#include "clinch-record-picker.h"
#include "clinch-test-window.h"

enum
{
  LIU = 1, /* reports to Chen */
  CHEN,
};

static const int fields[] = { CLINCH_CONTACT_NAME, CLINCH_CONTACT_REPORTS_TO, -1 };
static const ClinchFormGroup groups[] = { { NULL, fields } };

static gboolean
is_refused (gpointer row)
{
  return gtk_widget_has_css_class (row, "error");
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

/* Whoever reports to somebody is not reported to by them, whichever form says so. */
static void
test_circle (void)
{
  ClinchTestStore *store = clinch_test_store_new ("en");
  g_autoptr(ClinchTestWindow) window = NULL;
  GtkWidget *form;
  GtkWidget *row;
  GtkWidget *picker;
  GtkWidget *entry;

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, "name=Max", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Liu", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Chen", NULL));
  clinch_test_store_update (store, LIU, clinch_test_row (CLINCH_KIND_CONTACT, "reports-to=2",
                                                         NULL));
  window = clinch_test_window_new (store);
  form = clinch_record_form_new (window->workspace, CLINCH_KIND_CONTACT, groups,
                                 G_N_ELEMENTS (groups));
  {
    g_autoptr(ClinchRecord) chen = clinch_test_window_record (window, CLINCH_KIND_CONTACT, CHEN);

    clinch_record_form_set_record (CLINCH_RECORD_FORM (form), chen);
    clinch_test_window_show (window, form);
    row = GTK_WIDGET (clinch_record_form_get_row (CLINCH_RECORD_FORM (form),
                                                  CLINCH_CONTACT_REPORTS_TO));
    gtk_widget_activate (row);
    picker = clinch_test_find (row, CLINCH_TYPE_RECORD_PICKER, NULL);
    clinch_test_wait (is_mapped, picker);
    entry = clinch_test_find (picker, GTK_TYPE_SEARCH_ENTRY, NULL);
    gtk_editable_set_text (GTK_EDITABLE (entry), "Liu");
    clinch_test_settle (window);
    g_signal_emit_by_name (entry, "activate");
    clinch_test_wait (is_refused, row);
    clinch_test_wait (is_unmapped, picker);
    g_assert_cmpint (clinch_record_get_int (chen, CLINCH_CONTACT_REPORTS_TO), ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add_func ("/record-form/circle", test_circle);

  return g_test_run ();
}
