// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-board-table.h"
#include "clinch-date.h"
#include "clinch-paper-print.h"
#include "clinch-table-print.h"
#include "clinch-test-language.h"
#include "clinch-test-window.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_ROWS 90

typedef struct
{
  ClinchTestWindow *window;
  ClinchBoardTable *table;
  GSettings *settings;
  ClinchPaper *paper;
} Fixture;

/* Deal 1 to deal 90 in two stages, the amounts falling. */
static ClinchTestStore *
make_workspace (const char *language)
{
  ClinchTestStore *store = clinch_test_store_new (language);

  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=<b>Acme</b> & Söhne",
                                                    NULL));
  for (int i = 1; i <= N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=Deal%d.", i);
      g_autofree char *amount = g_strdup_printf ("amount=%d00", 1000 - i);

      clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, name, amount,
                                                        i % 2 == 0 ? "stage=1" : "stage=2", NULL));
    }

  return store;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  language)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);

  clinch_test_language_use (g_str_equal (language, "zh") ? "zh_CN" : "en");
  fixture->window = clinch_test_window_new (make_workspace (language));
  fixture->settings = g_settings_new ("org.clinch.Clinch");
  fixture->table = g_object_new (CLINCH_TYPE_BOARD_TABLE, NULL);
  clinch_board_table_set_workspace (fixture->table, fixture->window->workspace, fixture->settings);
  clinch_board_table_set_pipeline (fixture->table, 1);
  clinch_board_table_set_query (fixture->table, query);
  clinch_test_window_show (fixture->window, GTK_WIDGET (fixture->table));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
  g_clear_object (&fixture->settings);
  clinch_test_language_use ("en");
}

static void
laid_out_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Fixture *fixture = user_data;
  g_autoptr(GError) error = NULL;

  fixture->paper = clinch_table_paper_finish (fixture->window->workspace, result, &error);
  g_assert_no_error (error);
}

static gboolean
has_paper (gpointer data)
{
  return ((Fixture *) data)->paper != NULL;
}

/* What stands on the paper that comes out of the printer, a page each. */
static char **
print_pages (Fixture          *fixture,
             ClinchTablePrint *print)
{
  g_autofree char *folder = g_dir_make_tmp ("clinch-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.pdf", NULL);
  const char *command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  print->columns = clinch_board_table_get_columns (fixture->table);
  if (print->query == NULL)
    print->query = clinch_board_table_get_query (fixture->table);
  clinch_table_paper_async (fixture->window->workspace, print, NULL, laid_out_cb, fixture);
  clinch_test_wait (has_paper, fixture);
  operation = clinch_paper_create_operation (g_steal_pointer (&fixture->paper), print->title);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            fixture->window->window, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);

  return g_strsplit (g_strchomp (text), "\f", -1);
}

static void
assert_has (const char *page,
            const char *words)
{
  if (strstr (page, words) == NULL)
    g_error ("“%s” is not on the page:\n%s", words, page);
}

/* Each deal stands on the paper once, whether it was scrolled to or not, and in the table's
 * order. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  ClinchTablePrint print = { .title = "My <i>Pipeline</i>", .conditions = "Mine · Grade S" };
  g_auto(GStrv) pages = NULL;
  g_autofree char *all = NULL;
  const char *place;
  guint n_pages;

  clinch_board_table_set_sort (fixture->table, "amount");
  pages = print_pages (fixture, &print);
  n_pages = g_strv_length (pages);
  g_assert_cmpuint (n_pages, >, 1);
  assert_has (pages[0], "My <i>Pipeline</i>");
  assert_has (pages[0], "Mine · Grade S · sorted by Amount · 90 rows");
  assert_has (pages[0], "<b>Acme</b> & Söhne");
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n_pages);
      g_autofree char *date = clinch_date_format_full ("2026-11-23");

      assert_has (pages[i], number);
      assert_has (pages[i], date);
      assert_has (pages[i], "Days in Stage");
      assert_has (pages[i], "My <i>Pipeline</i>");
    }

  all = g_strjoinv ("", pages);
  place = all;
  for (int i = N_ROWS; i > 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("Deal%d.", i);

      place = strstr (place, name);
      g_assert_nonnull (place);
      g_assert_null (strstr (place + 1, name));
    }
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  ClinchTablePrint print = { .title = "Deals" };
  const char *const shown[] = { "amount", "name", NULL };
  g_auto(GStrv) pages = NULL;
  const char *amount;
  const char *name;

  clinch_test_window_show (fixture->window, gtk_label_new (NULL));
  g_settings_set_strv (fixture->settings, "table-columns", shown);
  fixture->table = g_object_new (CLINCH_TYPE_BOARD_TABLE, NULL);
  clinch_board_table_set_workspace (fixture->table, fixture->window->workspace, fixture->settings);
  clinch_test_window_show (fixture->window, GTK_WIDGET (fixture->table));
  print.query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  pages = print_pages (fixture, &print);
  assert_has (pages[0], "without a filter");
  amount = strstr (pages[0], "Amount");
  name = strstr (pages[0], "Name");
  g_assert_nonnull (amount);
  g_assert_nonnull (name);
  g_assert_true (amount < name);
  g_assert_null (strstr (pages[0], "Customer"));
  clinch_query_unref ((ClinchQuery *) print.query);
  g_settings_reset (fixture->settings, "table-columns");
}

/* The board: each stage with what its head says, in place of a column that would repeat it. */
static void
test_stages (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GHashTable) headings = g_hash_table_new (g_int64_hash, g_int64_equal);
  static const gint64 stages[] = { 1, 2 };
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  ClinchTablePrint print = { .title = "Deals", .query = query, .headings = headings };
  g_auto(GStrv) pages = NULL;
  g_autofree char *all = NULL;
  const char *second;

  g_hash_table_insert (headings, (gpointer) &stages[0], (gpointer) "First stage, 45");
  g_hash_table_insert (headings, (gpointer) &stages[1], (gpointer) "Second stage, 45");
  clinch_query_set_sort (query, "stage", FALSE);
  pages = print_pages (fixture, &print);
  all = g_strjoinv ("", pages);
  assert_has (all, "First stage, 45");
  second = strstr (all, "Second stage, 45");
  g_assert_nonnull (second);
  g_assert_true (strstr (all, "Deal90.") < second);
  g_assert_true (strstr (all, "Deal1.") > second);
  g_assert_null (strstr (all, "sorted by"));
}

static void
test_chinese (Fixture       *fixture,
              gconstpointer  data)
{
  ClinchTablePrint print = { .title = "销售管道" };
  g_auto(GStrv) pages = NULL;

  pages = print_pages (fixture, &print);
  for (const char *const *words = (const char *const[]) {
    "销售管道", "未筛选", "共 90 行", "金额", "2026年11月23日", "第 1 页，共", NULL
  }; *words != NULL; words++)
    assert_has (pages[0], *words);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  ClinchTablePrint print = { .title = "Deals", .query = query };
  g_auto(GStrv) pages = NULL;

  clinch_query_set_search (query, "nobody");
  pages = print_pages (fixture, &print);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  assert_has (pages[0], "Nothing is shown here.");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("CLINCH_NOW", "2026-11-23T09:00:00+08:00", TRUE);
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/table-print/table", Fixture, "en", set_up, test_table, tear_down);
  g_test_add ("/table-print/columns", Fixture, "en", set_up, test_columns, tear_down);
  g_test_add ("/table-print/stages", Fixture, "en", set_up, test_stages, tear_down);
  g_test_add ("/table-print/nothing", Fixture, "en", set_up, test_nothing, tear_down);
  g_test_add ("/table-print/chinese", Fixture, "zh", set_up, test_chinese, tear_down);

  return g_test_run ();
}
