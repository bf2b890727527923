// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-step-label.h"
#include "clinch-test-model.h"
#include "clinch-timeline.h"

static gboolean
is_loaded (gpointer data)
{
  return !clinch_timeline_is_loading (data);
}

/* Each step a line: its label, and how many changes of the customer it tells of. */
static char *
read_steps (ClinchTestModel *model,
            gint64           customer)
{
  g_autoptr(ClinchTimeline) timeline = clinch_timeline_new (model->workspace);
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (model->workspace,
                                                                CLINCH_KIND_CUSTOMER, customer);
  GString *text = g_string_new (NULL);

  clinch_timeline_set_record (timeline, record);
  clinch_test_model_settle (model);
  g_assert_true (is_loaded (timeline));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr(ClinchTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      const ClinchTimelineStep *step = clinch_timeline_item_get_step (item);

      g_assert_nonnull (step);
      g_string_append_printf (text, "%s: %d\n", step->label, (int) step->changes->len);
    }

  return g_string_free (text, FALSE);
}

static void
change (ClinchTestStore   *test,
        const char        *action,
        const char *const *args,
        const char        *note)
{
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = clinch_test_store_begin (test);

  clinch_txn_set_action (txn, action, args[0], args[1], args[2], NULL);
  for (gint64 id = 1; id <= 2; id++)
    {
      g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CUSTOMER);

      clinch_row_set_text (row, CLINCH_CUSTOMER_NOTE, note);
      g_assert_true (clinch_txn_update (txn, id, row, &error));
      g_assert_no_error (error);
    }
  clinch_test_store_commit (txn);
}

/* What somebody did is told in full; what came with many others is one line without its fields,
 * however it came, and so is its undoing. */
static void
test_bulk (void)
{
  static const struct
  {
    const char *action;
    const char *args[4];
    gboolean is_bulk;
  } cases[] = {
    { CLINCH_ACTION_SAMPLE, { NULL }, TRUE },
    { CLINCH_ACTION_IMPORT, { "customers", "2", "a.csv", NULL }, TRUE },
    { CLINCH_ACTION_IMPORT_MANY, { "3", NULL }, TRUE },
    { CLINCH_ACTION_EDIT_MANY, { "customers", "2", "note", NULL }, FALSE },
    { CLINCH_ACTION_UNDO, { CLINCH_ACTION_SAMPLE, "[]", NULL }, TRUE },
    { CLINCH_ACTION_REDO, { CLINCH_ACTION_IMPORT, "[\"customers\",\"2\",\"a.csv\"]", NULL }, TRUE },
    { CLINCH_ACTION_UNDO, { CLINCH_ACTION_EDIT_MANY, "[\"customers\",\"2\",\"note\"]", NULL }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ClinchTestStore *test = clinch_test_store_new ("en");
      g_autoptr(ClinchTestModel) model = NULL;
      g_autofree char *text = NULL;
      g_auto(GStrv) lines = NULL;

      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Birch", NULL));
      change (test, cases[i].action, cases[i].args, "x");
      model = clinch_test_model_new (test);
      text = read_steps (model, 1);
      g_test_message ("%s", text);
      lines = g_strsplit (text, "\n", -1);
      g_assert_true (g_str_has_suffix (lines[0], cases[i].is_bulk ? ": 0" : ": 1"));
      g_assert_cmpuint (g_strv_length (lines), ==, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/bulk", test_bulk);

  return g_test_run ();
}
