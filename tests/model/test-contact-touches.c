// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-contact-touches.h"
#include "clinch-test-model.h"
#include "clinch-test-profile.h"
#include "clinch-timeline.h"

/* Noon of the 23rd of November 2026 in Shanghai. */
#define NOW 1795406400
#define TODAY "2026-11-23"
#define DAY (24 * 60 * 60)

static gint64
add_contact (ClinchTestStore *test,
             const char      *name)
{
  return clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, name, "customer=1",
                                                          NULL));
}

static void
add_follow_up (ClinchTestStore *test,
               gint64           contact_id,
               const char      *type,
               int              days_ago)
{
  ClinchRow *row = clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=Talked", "customer=1", type, NULL);

  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CONTACT, contact_id);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, NOW - (gint64) days_ago * DAY);
  clinch_test_store_insert (test, row);
}

static void
assert_said (ClinchTestStore *test,
             gint64           contact_id,
             const char      *text,
             const char      *due)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) touches = clinch_contact_touches_load (test->db, 1, NOW, &error);
  const ClinchNextTouch *touch;
  g_autofree char *said = NULL;
  g_autofree char *short_form = NULL;

  g_assert_no_error (error);
  touch = g_hash_table_lookup (touches, &contact_id);
  g_assert_nonnull (touch);
  said = clinch_contact_touch_text (touch, TODAY);
  short_form = clinch_contact_touch_due_text (touch, TODAY);
  g_assert_cmpstr (said, ==, text);
  g_assert_cmpstr (short_form, ==, due);
}

static void
test_touches_words (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  gint64 often = add_contact (test, "name=Ann Often");
  gint64 rare = add_contact (test, "name=Bob Rare");
  gint64 never = add_contact (test, "name=Cai Never");
  gint64 old = add_contact (test, "name=Dan Old");
  gint64 somebody = add_contact (test, "name=Head of finance ?");

  add_follow_up (test, often, "type=call", 94);
  add_follow_up (test, often, "type=visit", 64);
  add_follow_up (test, often, "type=mail", 44);
  add_follow_up (test, often, "type=call", 26);
  add_follow_up (test, rare, "type=call", 5);
  add_follow_up (test, never, "type=note", 2);
  add_follow_up (test, old, "type=call", 400);

  /* Without a grade only a person's own rhythm says when. */
  assert_said (test, often,
               "Last in touch 26 days ago; usually every 20 days; overdue since Nov 17",
               "Overdue since Nov 17");
  assert_said (test, rare, "Last in touch 5 days ago", NULL);
  assert_said (test, never, "Not in touch yet", NULL);

  /* An A wants to hear from us every 14 days. */
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=A", NULL));
  assert_said (test, often,
               "Last in touch 26 days ago; usually every 20 days; overdue since Nov 17",
               "Overdue since Nov 17");
  assert_said (test, rare,
               "Last in touch 5 days ago; the grade asks for every 14 days; next by Dec 2",
               "Due Dec 2");
  assert_said (test, never,
               "Not in touch yet; the grade asks for every 14 days; time for a first contact",
               "Not in touch yet");
  assert_said (test, old, "Last in touch 400 days ago; the grade asks for every 14 days; overdue "
                          "since Nov 2, 2025", "Overdue since Nov 2, 2025");

  /* Nobody can be in touch with somebody whom nobody knows yet. */
  clinch_test_store_update (test, somebody,
                            clinch_test_row (CLINCH_KIND_CONTACT, "known=no", NULL));
  assert_said (test, somebody, "Not in touch yet", NULL);

  /* A call today moves the day on: gaps of 18, 20, 26 and 30 days are 23. */
  add_follow_up (test, often, "type=call", 0);
  assert_said (test, often, "In touch today; usually every 23 days; next by Dec 16", "Due Dec 16");
}

/* What was said with somebody else at the customer is no part of a person's timeline. */
static void
test_touches_timeline (void)
{
  ClinchTestStore *test = clinch_test_profile_store_new ();
  gint64 ann = add_contact (test, "name=Ann");
  gint64 bob = add_contact (test, "name=Bob");
  ClinchTestModel *model;
  ClinchTimeline *timeline;
  ClinchRecord *record;

  add_follow_up (test, ann, "type=call", 9);
  add_follow_up (test, ann, "type=visit", 3);
  add_follow_up (test, bob, "type=call", 1);
  model = clinch_test_model_new (test);
  timeline = clinch_timeline_new (model->workspace);
  record = clinch_workspace_get_record (model->workspace, CLINCH_KIND_CONTACT, ann);
  clinch_timeline_set_filter (timeline, CLINCH_TIMELINE_FOLLOW_UPS);
  clinch_timeline_set_record (timeline, record);
  clinch_test_model_settle (model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 2);

  g_object_unref (timeline);
  g_object_unref (record);
  clinch_test_model_free (model);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("CLINCH_NOW", "2026-11-23T12:00:00+08:00", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/contact-touches/words", test_touches_words);
  g_test_add_func ("/model/contact-touches/timeline", test_touches_timeline);

  return g_test_run ();
}
