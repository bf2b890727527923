// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-actions.h"
#include "clinch-profile-derive.h"
#include "clinch-test-model.h"

static ClinchTestModel *
make_model (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");

  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", "grade=A", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "amount=12000000",
                                             NULL));

  return clinch_test_model_new (test);
}

static void
edit (ClinchTestModel *model,
      ClinchKind       kind,
      gint64           id,
      ClinchRow       *row)
{
  g_autoptr(ClinchRow) changes = row;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) set = NULL;

  clinch_action_edit (model->workspace, kind, &id, 1, changes, NULL, clinch_test_model_keep_result,
                      &result);
  set = clinch_action_finish (clinch_test_model_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (set->step_id, >, 0);
  clinch_test_model_settle (model);
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
test_workspace_basics (void)
{
  g_autoptr(ClinchTestModel) model = make_model ();
  g_autoptr(GPtrArray) stages = NULL;
  g_autofree char *title = clinch_workspace_get_title (model->workspace);

  g_assert_cmpstr (clinch_workspace_get_currency (model->workspace), ==, "CNY");
  g_assert_nonnull (clinch_workspace_get_me (model->workspace));
  g_assert_cmpuint (g_list_model_get_n_items (clinch_workspace_get_pipelines (model->workspace)),
                    ==, 2);
  stages = clinch_workspace_get_stages (model->workspace, 1);
  g_assert_cmpuint (stages->len, ==, 7);
  g_assert_cmpstr (clinch_record_get_name (stages->pdata[0]), ==, "初步沟通");
  g_assert_cmpstr (clinch_record_get_name (stages->pdata[5]), ==, "成交");
  g_assert_false (g_str_has_suffix (title, ".clinch"));
}

/* One row, one object; it is hollow until its row is there, and then tells. */
static void
test_workspace_identity (void)
{
  g_autoptr(ClinchTestModel) model = make_model ();
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (model->workspace,
                                                                CLINCH_KIND_OPPORTUNITY, 1);
  g_autoptr(ClinchRecord) same = clinch_workspace_get_record (model->workspace,
                                                              CLINCH_KIND_OPPORTUNITY, 1);
  g_autofree char *short_amount = NULL;
  g_autofree char *customer = NULL;
  gint64 amount;

  g_assert_true (record == same);
  g_assert_false (clinch_record_is_loaded (record));
  g_assert_cmpstr (clinch_record_get_name (record), ==, "");
  clinch_test_model_settle (model);
  g_assert_true (clinch_record_is_loaded (record));
  g_object_get (record, "amount", &amount, "customer-name", &customer, NULL);
  g_assert_cmpint (amount, ==, 12000000);
  g_assert_cmpstr (customer, ==, "杭钢");
  g_assert_cmpstr (clinch_record_get_customer_grade (record), ==, "A");
  short_amount = clinch_record_get_money (record, CLINCH_OPPORTUNITY_AMOUNT, FALSE);
  g_assert_cmpstr (short_amount, ==, "¥120K");

  g_clear_object (&same);
  g_assert_finalize_object (g_steal_pointer (&record));
}

/* A save notifies what changed and nothing else, in every record that shows it. */
static void
test_workspace_live (void)
{
  g_autoptr(ClinchTestModel) model = make_model ();
  g_autoptr(ClinchRecord) opportunity = clinch_workspace_get_record (model->workspace,
                                                                     CLINCH_KIND_OPPORTUNITY, 1);
  g_autoptr(ClinchRecord) customer = clinch_workspace_get_record (model->workspace,
                                                                  CLINCH_KIND_CUSTOMER, 1);
  g_autoptr(GString) opportunity_notes = g_string_new (NULL);
  g_autoptr(GString) customer_notes = g_string_new (NULL);

  clinch_test_model_settle (model);
  g_signal_connect (opportunity, "notify", G_CALLBACK (count_notify_cb), opportunity_notes);
  g_signal_connect (customer, "notify", G_CALLBACK (count_notify_cb), customer_notes);

  edit (model, CLINCH_KIND_OPPORTUNITY, 1,
        clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=5", NULL));
  g_assert_cmpstr (opportunity_notes->str, ==, "amount ");
  /* The customer's open value is maintained by the schema, and its object follows. */
  g_assert_cmpstr (customer_notes->str, ==, "open-value ");
  g_assert_cmpint (clinch_record_get_int (customer, CLINCH_CUSTOMER_OPEN_VALUE), ==, 5);

  g_string_truncate (opportunity_notes, 0);
  edit (model, CLINCH_KIND_CUSTOMER, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁", NULL));
  g_assert_cmpstr (opportunity_notes->str, ==, "customer-name ");
  g_assert_cmpstr (clinch_record_get_reference_name (opportunity, CLINCH_OPPORTUNITY_CUSTOMER), ==,
                   "杭州钢铁");

  g_string_truncate (opportunity_notes, 0);
  edit (model, CLINCH_KIND_CUSTOMER, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=S", NULL));
  g_assert_cmpstr (opportunity_notes->str, ==, "customer-grade ");
}

static void
test_workspace_stages (void)
{
  g_autoptr(ClinchTestModel) model = make_model ();
  g_autoptr(GPtrArray) before = clinch_workspace_get_stages (model->workspace, 1);
  g_autoptr(GPtrArray) after = NULL;

  edit (model, CLINCH_KIND_STAGE, 1, clinch_test_row (CLINCH_KIND_STAGE, "position=9", NULL));
  after = clinch_workspace_get_stages (model->workspace, 1);
  g_assert_true (before->pdata[0] == after->pdata[6]);
}

static void
test_workspace_me (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");
  g_autoptr(ClinchTestModel) model = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GString) notes = g_string_new (NULL);
  g_autoptr(ClinchChangeSet) changes = NULL;
  gint64 member = clinch_test_store_insert (test,
                                            clinch_test_row (CLINCH_KIND_MEMBER, "name=王敏",
                                                             "role=owner", NULL));

  model = clinch_test_model_new (test);
  g_signal_connect (model->workspace, "notify", G_CALLBACK (count_notify_cb), notes);
  clinch_action_set_me (model->workspace, member, clinch_test_model_keep_result, &result);
  changes = clinch_action_finish (clinch_test_model_wait (&result), NULL);
  clinch_test_model_settle (model);
  g_assert_cmpstr (notes->str, ==, "me ");
  g_assert_cmpstr (clinch_record_get_name (clinch_workspace_get_me (model->workspace)), ==, "王敏");
}

int
main (int   argc,
      char *argv[])
{
  /* A clock that stands still: a figure that was worked out a second later is another one. */
  g_setenv ("CLINCH_NOW", "2026-11-23T09:00:00+08:00", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  clinch_profile_install ();
  g_test_add_func ("/workspace/basics", test_workspace_basics);
  g_test_add_func ("/workspace/identity", test_workspace_identity);
  g_test_add_func ("/workspace/live", test_workspace_live);
  g_test_add_func ("/workspace/stages", test_workspace_stages);
  g_test_add_func ("/workspace/me", test_workspace_me);
  return g_test_run ();
}
