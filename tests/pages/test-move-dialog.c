// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-board-moves.h"
#include "clinch-move-dialog.h"
#include "clinch-test-window.h"

#define WON 6
#define LOST 7

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *page;
  ClinchRecord *deal;
  gboolean done;
  gboolean moved;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=A & <b>B</b>",
                                                    "amount=10000", "competitor=Rival", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=Other",
                                                    "amount=500", NULL));
  g_assert_cmpint (clinch_test_store_stage (store, "won"), ==, WON);
  g_assert_cmpint (clinch_test_store_stage (store, "lost"), ==, LOST);
  fixture->window = clinch_test_window_new (store);
  fixture->page = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (fixture->page), gtk_button_new ());
  clinch_test_window_show (fixture->window, fixture->page);
  fixture->deal = clinch_test_window_record (fixture->window, CLINCH_KIND_OPPORTUNITY, 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->deal);
  clinch_test_window_free (fixture->window);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->moved = clinch_board_move_finish (GTK_WIDGET (object), result);
  fixture->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

static void
begin_move (Fixture *fixture,
            gsize    n_ids,
            gint64   stage)
{
  const gint64 ids[] = { 1, 2 };

  fixture->done = FALSE;
  clinch_board_move_async (fixture->page, fixture->window->workspace, ids, n_ids, stage, 0,
                           moved_cb, fixture);
}

static ClinchMoveDialog *
ask_move (Fixture *fixture,
          gsize    n_ids,
          gint64   stage)
{
  begin_move (fixture, n_ids, stage);

  return CLINCH_MOVE_DIALOG (clinch_test_window_wait_dialog (fixture->window));
}

static void
finish_move (Fixture *fixture)
{
  clinch_test_wait (is_done, fixture);
  clinch_test_settle (fixture->window);
  clinch_test_wait (clinch_test_window_has_no_dialog, fixture->window);
}

static gint64
stage_of (Fixture *fixture)
{
  return clinch_record_get_int (fixture->deal, CLINCH_OPPORTUNITY_STAGE);
}

static const char *
text_of (Fixture *fixture,
         int      field)
{
  return clinch_record_get_text (fixture->deal, field);
}

static GtkWidget *
nth_text (GtkWidget *root,
          guint     *n)
{
  if (GTK_IS_TEXT (root) && gtk_widget_get_visible (root) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? nth_text (child, n) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The fields of the dialog from the top: what stands in them, and what is typed over it. */
static GtkEditable *
field_at (ClinchMoveDialog *dialog,
          guint             position)
{
  GtkWidget *text = nth_text (GTK_WIDGET (dialog), &position);

  g_assert_nonnull (text);
  return GTK_EDITABLE (text);
}

static void
click_button (GtkWidget  *root,
              const char *label)
{
  GtkWidget *button = clinch_test_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Without a reason nothing goes; with one it is kept with the competitor and the day. */
static void
test_lost (Fixture       *fixture,
           gconstpointer  data)
{
  ClinchMoveDialog *dialog = ask_move (fixture, 1, LOST);

  g_assert_nonnull (clinch_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                      "“A & <b>B</b>” goes to Lost."));
  g_assert_cmpstr (gtk_editable_get_text (field_at (dialog, 1)), ==, "Rival");
  g_assert_false (clinch_move_dialog_confirm (dialog));
  g_assert_nonnull (clinch_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                      "Say why it was lost, or choose a reason below."));
  g_assert_cmpint (stage_of (fixture), ==, 1);

  click_button (GTK_WIDGET (dialog), "Price");
  g_assert_cmpstr (gtk_editable_get_text (field_at (dialog, 0)), ==, "Price");
  gtk_editable_set_text (field_at (dialog, 1), "Somebody else");
  g_assert_true (clinch_move_dialog_confirm (dialog));
  finish_move (fixture);
  g_assert_true (fixture->moved);
  g_assert_cmpint (stage_of (fixture), ==, LOST);
  g_assert_cmpstr (text_of (fixture, CLINCH_OPPORTUNITY_LOST_REASON), ==, "Price");
  g_assert_cmpstr (text_of (fixture, CLINCH_OPPORTUNITY_COMPETITOR), ==, "Somebody else");
  g_assert_cmpstr (text_of (fixture, CLINCH_OPPORTUNITY_CLOSED), ==, "2026-11-23");

  /* Back among the open ones, why it was lost and when holds no longer. */
  begin_move (fixture, 1, 1);
  finish_move (fixture);
  g_assert_cmpint (stage_of (fixture), ==, 1);
  g_assert_null (text_of (fixture, CLINCH_OPPORTUNITY_LOST_REASON));
  g_assert_null (text_of (fixture, CLINCH_OPPORTUNITY_CLOSED));
}

static void
test_won (Fixture       *fixture,
          gconstpointer  data)
{
  ClinchMoveDialog *dialog = ask_move (fixture, 1, WON);

  gtk_editable_set_text (field_at (dialog, 0), "much");
  g_assert_false (clinch_move_dialog_confirm (dialog));
  gtk_editable_set_text (field_at (dialog, 0), "1.2M");
  gtk_editable_set_text (field_at (dialog, 1), "2026-11-20");
  g_assert_true (clinch_move_dialog_confirm (dialog));
  finish_move (fixture);
  g_assert_cmpint (stage_of (fixture), ==, WON);
  g_assert_cmpint (clinch_record_get_int (fixture->deal, CLINCH_OPPORTUNITY_AMOUNT), ==, 120000000);
  g_assert_cmpstr (text_of (fixture, CLINCH_OPPORTUNITY_CLOSED), ==, "2026-11-20");

  begin_move (fixture, 1, 2);
  finish_move (fixture);
  g_assert_null (text_of (fixture, CLINCH_OPPORTUNITY_CLOSED));
  /* What it is worth still holds. */
  g_assert_cmpint (clinch_record_get_int (fixture->deal, CLINCH_OPPORTUNITY_AMOUNT), ==, 120000000);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  ClinchMoveDialog *dialog = ask_move (fixture, 1, LOST);

  click_button (GTK_WIDGET (dialog), "Price");
  click_button (GTK_WIDGET (dialog), "Cancel");
  finish_move (fixture);
  g_assert_false (fixture->moved);
  g_assert_cmpint (stage_of (fixture), ==, 1);
  g_assert_null (text_of (fixture, CLINCH_OPPORTUNITY_LOST_REASON));
  g_assert_cmpuint (fixture->window->toasts->len, ==, 0);

  /* Closing it any other way is the same. */
  dialog = ask_move (fixture, 1, WON);
  adw_dialog_close (ADW_DIALOG (dialog));
  finish_move (fixture);
  g_assert_false (fixture->moved);
  g_assert_cmpint (stage_of (fixture), ==, 1);
}

/* Several at once: one reason, one step, and taken back as one. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(ClinchRecord) other = clinch_test_window_record (fixture->window,
                                                             CLINCH_KIND_OPPORTUNITY, 2);
  ClinchMoveDialog *dialog = ask_move (fixture, 2, LOST);

  g_assert_nonnull (clinch_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                      "2 opportunities go to Lost."));
  gtk_editable_set_text (field_at (dialog, 0), "Budget");
  g_assert_true (clinch_move_dialog_confirm (dialog));
  finish_move (fixture);
  g_assert_cmpint (stage_of (fixture), ==, LOST);
  g_assert_cmpint (clinch_record_get_int (other, CLINCH_OPPORTUNITY_STAGE), ==, LOST);
  g_assert_cmpstr (clinch_record_get_text (other, CLINCH_OPPORTUNITY_LOST_REASON), ==, "Budget");
  /* Nobody said who won the other one, nor that it was not Rival. */
  g_assert_null (clinch_record_get_text (other, CLINCH_OPPORTUNITY_COMPETITOR));
  g_assert_cmpstr (text_of (fixture, CLINCH_OPPORTUNITY_COMPETITOR), ==, "Rival");

  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
  g_assert_cmpint (stage_of (fixture), ==, 1);
  g_assert_cmpint (clinch_record_get_int (other, CLINCH_OPPORTUNITY_STAGE), ==, 1);
  g_assert_null (clinch_record_get_text (other, CLINCH_OPPORTUNITY_LOST_REASON));
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/move-dialog/lost", Fixture, NULL, set_up, test_lost, tear_down);
  g_test_add ("/move-dialog/won", Fixture, NULL, set_up, test_won, tear_down);
  g_test_add ("/move-dialog/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/move-dialog/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}
