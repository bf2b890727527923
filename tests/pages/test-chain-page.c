// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-chain-map.h"
#include "clinch-chain-matrix-grid.h"
#include "clinch-chain-page.h"
#include "clinch-record-dialog.h"
#include "clinch-record-picker.h"
#include "clinch-test-window.h"

enum
{
  ANN = 1, /* reports to Bob, who reports to Carol */
  BOB,
  CAROL,
  FINANCE, /* a placeholder */
};

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *page;
  ClinchRecord *people[FINANCE + 1];
} Fixture;

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return clinch_test_find (fixture->page, type, text);
}

static gboolean
is_shown (gpointer data)
{
  GtkWidget *map = find (data, CLINCH_TYPE_CHAIN_MAP, NULL);

  return map != NULL && gtk_widget_get_mapped (map)
         && clinch_chain_map_get_card (CLINCH_CHAIN_MAP (map), ANN) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, "name=Max", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", "owner=2",
                                                    NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Ann", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Bob", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=C & <b>Carol</b>",
                                                    NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Finance ?",
                                                    "department=Finance", "known=no", NULL));
  clinch_test_store_update (store, ANN, clinch_test_row (CLINCH_KIND_CONTACT, "reports-to=2",
                                                         NULL));
  clinch_test_store_update (store, BOB, clinch_test_row (CLINCH_KIND_CONTACT, "reports-to=3",
                                                         NULL));
  fixture->window = clinch_test_window_new (store);
  for (int id = ANN; id <= FINANCE; id++)
    fixture->people[id] = clinch_test_window_record (fixture->window, CLINCH_KIND_CONTACT, id);
  fixture->page = GTK_WIDGET (clinch_chain_page_new (fixture->window->workspace, 1, 1));
  clinch_test_window_show (fixture->window, fixture->page);
  clinch_test_wait (is_shown, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (int id = ANN; id <= FINANCE; id++)
    g_clear_object (&fixture->people[id]);
  clinch_test_window_free (fixture->window);
}

static const char *
last_toast (Fixture *fixture)
{
  GPtrArray *toasts = fixture->window->toasts;

  return toasts->len > 0 ? toasts->pdata[toasts->len - 1] : NULL;
}

static gint64
above (Fixture *fixture,
       int      id)
{
  return clinch_record_get_int (fixture->people[id], CLINCH_CONTACT_REPORTS_TO);
}

/* As if one card was dropped on another. */
static void
drop (Fixture *fixture,
      gint64   id,
      gint64   above_id)
{
  g_signal_emit_by_name (find (fixture, CLINCH_TYPE_CHAIN_MAP, NULL), "moved", id, above_id);
  clinch_test_settle (fixture->window);
}

/* Chooses in the picker that an action opens. */
static void
choose (Fixture    *fixture,
        const char *action,
        gint64      id,
        gint64      chosen_id)
{
  GtkWidget *picker;

  gtk_widget_activate_action (fixture->page, action, "x", id);
  picker = find (fixture, CLINCH_TYPE_RECORD_PICKER, NULL);
  g_assert_nonnull (picker);
  g_signal_emit_by_name (picker, "picked", chosen_id);
  gtk_popover_popdown (GTK_POPOVER (picker));
  clinch_test_settle (fixture->window);
}

static void
test_reports_to (Fixture       *fixture,
                 gconstpointer  data)
{
  drop (fixture, ANN, CAROL);
  g_assert_cmpint (above (fixture, ANN), ==, CAROL);
  g_assert_cmpstr (last_toast (fixture), ==, "The reporting line was changed");
  choose (fixture, "chain.report-to", ANN, BOB);
  g_assert_cmpint (above (fixture, ANN), ==, BOB);
  choose (fixture, "chain.report-to", ANN, 0);
  g_assert_cmpint (above (fixture, ANN), ==, 0);
  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
  g_assert_cmpint (above (fixture, ANN), ==, BOB);
}

/* Nobody comes to report to themselves; the sentence says by way of whom. */
static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  drop (fixture, CAROL, ANN);
  g_assert_cmpint (above (fixture, CAROL), ==, 0);
  g_assert_nonnull (strstr (last_toast (fixture), "Ann"));
  g_assert_nonnull (strstr (last_toast (fixture), "Bob"));
  g_assert_nonnull (strstr (last_toast (fixture), "C & <b>Carol</b>"));

  g_ptr_array_set_size (fixture->window->toasts, 0);
  choose (fixture, "chain.report-to", BOB, ANN);
  g_assert_cmpint (above (fixture, BOB), ==, CAROL);
  g_assert_nonnull (strstr (last_toast (fixture), "Ann"));
}

static ClinchRecordDialog *
open_dialog (Fixture    *fixture,
             const char *action,
             gint64      id)
{
  gtk_widget_activate_action (fixture->page, action, "x", id);

  return CLINCH_RECORD_DIALOG (clinch_test_window_wait_dialog (fixture->window));
}

static void
type (ClinchRecordDialog *dialog,
      int                 field,
      const char         *text)
{
  GtkWidget *row = GTK_WIDGET (
    clinch_record_form_get_row (clinch_record_dialog_get_form (dialog), field));
  GtkWidget *entry = clinch_test_find (row, GTK_TYPE_TEXT, NULL);

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (
                                clinch_test_find (row, GTK_TYPE_TEXT_VIEW, NULL))), text, -1);
}

static void
accept (Fixture            *fixture,
        ClinchRecordDialog *dialog)
{
  clinch_record_dialog_accept (dialog);
  clinch_test_settle (fixture->window);
  clinch_test_wait (clinch_test_window_has_no_dialog, fixture->window);
}

/* A placeholder gets a name and keeps what was known of it. */
static void
test_name (Fixture       *fixture,
           gconstpointer  data)
{
  ClinchRecordDialog *dialog = open_dialog (fixture, "chain.name", FINANCE);

  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (dialog)), ==, "Who Is “Finance ?”?");
  clinch_record_dialog_accept (dialog);
  g_assert_false (clinch_test_window_has_no_dialog (fixture->window));
  type (dialog, CLINCH_CONTACT_NAME, "Dora");
  accept (fixture, dialog);
  g_assert_cmpstr (clinch_record_get_name (fixture->people[FINANCE]), ==, "Dora");
  g_assert_cmpstr (clinch_record_get_text (fixture->people[FINANCE], CLINCH_CONTACT_KNOWN), ==,
                   "yes");
  g_assert_cmpstr (clinch_record_get_text (fixture->people[FINANCE], CLINCH_CONTACT_DEPARTMENT),
                   ==, "Finance");

  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (clinch_record_get_name (fixture->people[FINANCE]), ==, "Finance ?");

  /* It turns out to be somebody who is there already. */
  choose (fixture, "chain.fill", FINANCE, ANN);
  g_assert_true (clinch_record_is_deleted (fixture->people[FINANCE]));
  g_assert_cmpstr (clinch_record_get_text (fixture->people[ANN], CLINCH_CONTACT_DEPARTMENT), ==,
                   "Finance");
}

static void
add_line (Fixture    *fixture,
          const char *to,
          const char *type)
{
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_INFLUENCE, "customer=1", "from-contact=1",
                                              to,
                                              type, NULL);

  clinch_action_add (fixture->window->workspace, row, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
}

/* Between two people there is one line from the one to the other. */
static void
test_line (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(ClinchRecord) line = NULL;
  ClinchRecordDialog *dialog;
  GtkWidget *row;

  add_line (fixture, "to-contact=2", "type=influences");
  line = clinch_test_window_record (fixture->window, CLINCH_KIND_INFLUENCE, 1);
  dialog = open_dialog (fixture, "chain.influence", ANN);
  row = GTK_WIDGET (clinch_record_form_get_row (clinch_record_dialog_get_form (dialog),
                                                CLINCH_INFLUENCE_TO));
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  g_signal_emit_by_name (clinch_test_find (row, CLINCH_TYPE_RECORD_PICKER, NULL), "picked",
                         (gint64) BOB);
  clinch_record_dialog_accept (dialog);
  clinch_test_settle (fixture->window);
  g_assert_nonnull (clinch_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                      "There is such a line already."));
  type (dialog, CLINCH_INFLUENCE_NOTE, "Golf");
  accept (fixture, dialog);
  g_assert_cmpstr (clinch_record_get_text (line, CLINCH_INFLUENCE_NOTE), ==, "Golf");
}

/* A fact says of itself from when it is and who noted it. */
static void
test_fact (Fixture       *fixture,
           gconstpointer  data)
{
  ClinchRecordDialog *dialog = open_dialog (fixture, "chain.fact", BOB);
  g_autoptr(ClinchRecord) fact = NULL;

  type (dialog, CLINCH_FACT_TEXT, "Plays golf");
  accept (fixture, dialog);
  fact = clinch_test_window_record (fixture->window, CLINCH_KIND_FACT, 1);
  g_assert_cmpint (clinch_record_get_int (fact, CLINCH_FACT_CONTACT), ==, BOB);
  g_assert_cmpint (clinch_record_get_int (fact, CLINCH_FACT_MEMBER), ==, 1);
  g_assert_cmpstr (clinch_record_get_text (fact, CLINCH_FACT_SINCE), ==, "2026-11-23");
}

/* A planned visit is the next step of the deal, on the next working day, and no contact yet. */
static void
test_visit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(ClinchRecord) deal = clinch_test_window_record (fixture->window,
                                                            CLINCH_KIND_OPPORTUNITY, 1);
  g_autoptr(ClinchRecord) follow_up = NULL;

  accept (fixture, open_dialog (fixture, "chain.visit", BOB));
  g_assert_cmpstr (clinch_record_get_text (deal, CLINCH_OPPORTUNITY_NEXT_STEP), ==, "Visit Bob");
  g_assert_cmpstr (clinch_record_get_text (deal, CLINCH_OPPORTUNITY_NEXT_DATE), ==, "2026-11-24");
  follow_up = clinch_test_window_record (fixture->window, CLINCH_KIND_FOLLOW_UP, 1);
  g_assert_cmpint (clinch_record_get_int (follow_up, CLINCH_FOLLOW_UP_CONTACT), ==, BOB);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "We are in touch with nobody at present"));
}

static void
test_log (Fixture       *fixture,
          gconstpointer  data)
{
  gtk_widget_activate_action (fixture->page, "chain.log", "x", (gint64) BOB);
  g_assert_cmpuint (fixture->window->opened->len, ==, 1);
  g_assert_cmpstr (fixture->window->opened->pdata[0], ==, "log 2 1");
}

static GtkWidget *
focus_of (Fixture *fixture)
{
  return gtk_window_get_focus (fixture->window->window);
}

static gboolean
has_opened (gpointer data)
{
  return ((Fixture *) data)->window->opened->len > 0;
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

static gboolean
is_in_matrix (gpointer data)
{
  GtkWidget *focus = focus_of (data);

  return focus != NULL
         && gtk_widget_get_ancestor (focus, CLINCH_TYPE_CHAIN_MATRIX_GRID) != NULL;
}

/* One stop of the Tab key, arrows within it, Enter for what is to be done about a pair. */
static void
test_matrix (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *stack = find (fixture, ADW_TYPE_VIEW_STACK, NULL);
  GtkWidget *matrix;
  GtkWidget *first;
  ClinchRecordDialog *dialog;

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "matrix");
  matrix = find (fixture, CLINCH_TYPE_CHAIN_MATRIX_GRID, NULL);
  clinch_test_wait (is_laid_out, matrix);
  gtk_window_set_focus (fixture->window->window, NULL);
  g_assert_true (gtk_widget_child_focus (matrix, GTK_DIR_TAB_FORWARD));
  first = focus_of (fixture);
  g_assert_true (gtk_widget_is_ancestor (first, matrix));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (first), ==,
                   "Me and Ann were not in touch within a year");
  g_assert_false (gtk_widget_child_focus (matrix, GTK_DIR_TAB_FORWARD));

  gtk_widget_grab_focus (first);
  g_assert_true (clinch_test_key (first, GDK_KEY_Down, 0));
  g_assert_true (clinch_test_key (focus_of (fixture), GDK_KEY_Up, 0));
  g_assert_true (focus_of (fixture) == first);
  clinch_test_key (first, GDK_KEY_Left, 0);
  g_assert_true (focus_of (fixture) == first);
  clinch_test_key (first, GDK_KEY_Down, 0);
  gtk_widget_activate (focus_of (fixture));
  clinch_test_wait (has_opened, fixture);
  g_assert_cmpstr (fixture->window->opened->pdata[0], ==, "log 2 1");
  clinch_test_wait (is_in_matrix, fixture);
  clinch_test_key (focus_of (fixture), GDK_KEY_Right, 0);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (focus_of (fixture)), ==,
                   "Max and Bob were not in touch within a year");

  gtk_widget_activate (focus_of (fixture));
  dialog = CLINCH_RECORD_DIALOG (clinch_test_window_wait_dialog (fixture->window));
  g_assert_cmpint (clinch_record_dialog_get_kind (dialog), ==, CLINCH_KIND_HELP_REQUEST);
  type (dialog, CLINCH_HELP_REQUEST_BRIEF, "Come along");
  accept (fixture, dialog);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Max: Asked"));
  clinch_test_wait (is_in_matrix, fixture);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (focus_of (fixture)), ==,
                   "Max and Bob were not in touch within a year");
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/chain-page/reports-to", Fixture, NULL, set_up, test_reports_to, tear_down);
  g_test_add ("/chain-page/circle", Fixture, NULL, set_up, test_circle, tear_down);
  g_test_add ("/chain-page/name", Fixture, NULL, set_up, test_name, tear_down);
  g_test_add ("/chain-page/line", Fixture, NULL, set_up, test_line, tear_down);
  g_test_add ("/chain-page/fact", Fixture, NULL, set_up, test_fact, tear_down);
  g_test_add ("/chain-page/visit", Fixture, NULL, set_up, test_visit, tear_down);
  g_test_add ("/chain-page/log", Fixture, NULL, set_up, test_log, tear_down);
  g_test_add ("/chain-page/matrix", Fixture, NULL, set_up, test_matrix, tear_down);

  return g_test_run ();
}
