// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-requirement-row.h"
#include "clinch-requirements-group.h"
#include "clinch-test-window.h"
#include "clinch-waiting-group.h"

typedef struct
{
  ClinchTestWindow *window;
  ClinchRecord *record;
  GtkWidget *requirements;
  GtkWidget *waiting;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  ClinchWorkspace *workspace;

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Li Ting", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES",
                                                    "waiting-contact=1",
                                                    "waiting-department=Purchasing",
                                                    "waiting-since=2026-11-17", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_REQUIREMENT, "opportunity=1",
                                                    "name=Offline", "importance=should",
                                                    "proposal-part=2.1", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_REQUIREMENT, "opportunity=1",
                                                    "name=A & <b>B</b>", "importance=must",
                                                    "contact=1", NULL));
  fixture->window = clinch_test_window_new (store);
  workspace = fixture->window->workspace;
  fixture->record = clinch_test_window_record (fixture->window, CLINCH_KIND_OPPORTUNITY, 1);
  fixture->waiting = clinch_waiting_group_new (workspace);
  fixture->requirements = clinch_requirements_group_new (workspace);
  clinch_waiting_group_set_record (CLINCH_WAITING_GROUP (fixture->waiting), fixture->record);
  clinch_requirements_group_set_record (CLINCH_REQUIREMENTS_GROUP (fixture->requirements),
                                        fixture->record);
  gtk_box_append (GTK_BOX (box), fixture->waiting);
  gtk_box_append (GTK_BOX (box), fixture->requirements);
  clinch_test_window_show (fixture->window, box);
  clinch_test_settle (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->record);
  clinch_test_window_free (fixture->window);
}

static void
assert_requirements (Fixture    *fixture,
                     const char *head,
                     const char *rows)
{
  GtkListBox *box = GTK_LIST_BOX (clinch_test_find (fixture->requirements, GTK_TYPE_LIST_BOX,
                                                    NULL));
  g_autoptr(GString) found = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    if (CLINCH_IS_REQUIREMENT_ROW (row) && gtk_widget_get_visible (GTK_WIDGET (row)))
      g_string_append_printf (found, "%s|%s\n",
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                              adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)));
  g_assert_cmpstr (found->str, ==, rows);
  g_assert_cmpstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP
                                                          (fixture->requirements)), ==, head);
}

static void
edit (Fixture   *fixture,
      gint64     id,
      ClinchRow *row)
{
  g_autoptr(ClinchRow) changes = row;

  clinch_action_edit (fixture->window->workspace, CLINCH_KIND_REQUIREMENT, &id, 1, changes, NULL,
                      NULL, NULL);
  clinch_test_settle (fixture->window);
}

#define BOTH "A & <b>B</b>|Must Have · Li Ting\nNot answered yet\n" \
        "Offline|Should Have\nAnswered in: 2.1\n"

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  assert_requirements (fixture, "1 of 2 answered; 1 must-have open", BOTH);
  edit (fixture, 2, clinch_test_row (CLINCH_KIND_REQUIREMENT, "proposal-part=3", NULL));
  edit (fixture, 1, clinch_test_row (CLINCH_KIND_REQUIREMENT, "proposal-part=", NULL));
  assert_requirements (fixture, "1 of 2 answered",
                       "Offline|Should Have\nNot answered yet\n"
                       "A & <b>B</b>|Must Have · Li Ting\nAnswered in: 3\n");
}

/* What is being edited stays where it is until it is closed. */
static void
test_opened (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row = clinch_test_find (fixture->requirements, CLINCH_TYPE_REQUIREMENT_ROW, NULL);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  edit (fixture, 2, clinch_test_row (CLINCH_KIND_REQUIREMENT, "proposal-part=3",
                                     "importance=could", NULL));
  assert_requirements (fixture, "2 of 2 answered",
                       "A & <b>B</b>|Nice to Have · Li Ting\nAnswered in: 3\n"
                       "Offline|Should Have\nAnswered in: 2.1\n");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  clinch_test_settle (fixture->window);
  assert_requirements (fixture, "2 of 2 answered",
                       "Offline|Should Have\nAnswered in: 2.1\n"
                       "A & <b>B</b>|Nice to Have · Li Ting\nAnswered in: 3\n");
}

static void
test_add_and_delete (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *entry = clinch_test_find (fixture->requirements, ADW_TYPE_ENTRY_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_signal_emit_by_name (entry, "entry-activated");
  clinch_test_settle (fixture->window);
  assert_requirements (fixture, "1 of 2 answered; 1 must-have open", BOTH);

  gtk_editable_set_text (GTK_EDITABLE (entry), " Fast ");
  g_signal_emit_by_name (entry, "entry-activated");
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  assert_requirements (fixture, "1 of 3 answered; 1 must-have open",
                       "A & <b>B</b>|Must Have · Li Ting\nNot answered yet\n"
                       "Fast|Should Have\nNot answered yet\n"
                       "Offline|Should Have\nAnswered in: 2.1\n");

  gtk_widget_activate_action (fixture->requirements, "requirements.delete", "x", (gint64) 3);
  clinch_test_settle (fixture->window);
  assert_requirements (fixture, "1 of 2 answered; 1 must-have open", BOTH);
  g_assert_cmpstr (fixture->window->toasts->pdata[0], ==, "Delete Requirement “Fast”");
  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
  g_assert_nonnull (clinch_test_find (fixture->requirements, GTK_TYPE_LABEL, "Fast"));
}

/* Once proposals are made an open must-have is something to warn of, and nothing else is. */
static void
test_urgent (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row = clinch_test_find (fixture->requirements, CLINCH_TYPE_REQUIREMENT_ROW, NULL);
  GtkImage *icon = GTK_IMAGE (clinch_test_find (row, GTK_TYPE_IMAGE, NULL));

  g_assert_cmpstr (gtk_image_get_icon_name (icon), ==, "dialog-question-symbolic");
  clinch_requirements_group_set_urgent (CLINCH_REQUIREMENTS_GROUP (fixture->requirements), TRUE);
  g_assert_cmpstr (gtk_image_get_icon_name (icon), ==, "dialog-warning-symbolic");
  edit (fixture, 2, clinch_test_row (CLINCH_KIND_REQUIREMENT, "importance=should", NULL));
  g_assert_cmpstr (gtk_image_get_icon_name (icon), ==, "dialog-question-symbolic");
  edit (fixture, 2, clinch_test_row (CLINCH_KIND_REQUIREMENT, "importance=must",
                                     "proposal-part=1", NULL));
  g_assert_cmpstr (gtk_image_get_icon_name (icon), ==, "object-select-symbolic");
}

/* More than a few do not push away what stands below. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *more;

  for (int i = 0; i < 5; i++)
    {
      g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_REQUIREMENT, "name=More",
                                                  "opportunity=1", NULL);

      clinch_action_add (fixture->window->workspace, row, NULL, NULL, NULL);
    }
  clinch_test_settle (fixture->window);
  g_assert_null (clinch_test_find (fixture->requirements, GTK_TYPE_LABEL, "Offline"));
  more = clinch_test_find (fixture->requirements, ADW_TYPE_BUTTON_ROW, "Show All 7 Requirements");
  g_signal_emit_by_name (more, "activated");
  g_assert_nonnull (clinch_test_find (fixture->requirements, GTK_TYPE_LABEL, "Offline"));
  g_assert_false (gtk_widget_get_visible (more));
}

static void
test_wait (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *answered = clinch_test_find (fixture->waiting, GTK_TYPE_BUTTON, "Answered");

  g_assert_nonnull (clinch_test_find (fixture->waiting, GTK_TYPE_LABEL,
                                      "Waiting for Li Ting (Purchasing) for 6 days"));
  g_signal_emit_by_name (answered, "clicked");
  clinch_test_settle (fixture->window);
  g_assert_true (clinch_record_is_null (fixture->record, CLINCH_OPPORTUNITY_WAITING_CONTACT));
  g_assert_true (clinch_record_is_null (fixture->record, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT));
  g_assert_true (clinch_record_is_null (fixture->record, CLINCH_OPPORTUNITY_WAITING_SINCE));
  g_assert_cmpstr (fixture->window->toasts->pdata[0], ==,
                   "End the wait for the customer: “MES”");
  g_assert_nonnull (clinch_test_find (fixture->waiting, GTK_TYPE_BUTTON, "Log It"));
  g_assert_false (gtk_widget_get_visible (answered));

  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
  g_assert_nonnull (clinch_test_find (fixture->waiting, GTK_TYPE_LABEL,
                                      "Waiting for Li Ting (Purchasing) for 6 days"));
  g_assert_true (gtk_widget_get_visible (answered));
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/opportunity-needs/order", test_order);
  ADD ("/opportunity-needs/opened", test_opened);
  ADD ("/opportunity-needs/add-and-delete", test_add_and_delete);
  ADD ("/opportunity-needs/urgent", test_urgent);
  ADD ("/opportunity-needs/many", test_many);
  ADD ("/opportunity-needs/wait", test_wait);
#undef ADD

  return g_test_run ();
}
