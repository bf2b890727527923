// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands on the whole of a workspace: sample, import, export, check.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-check.h"
#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-export.h"
#include "clinch-import-file.h"
#include "clinch-import-folder.h"
#include "clinch-import-run.h"
#include "clinch-money.h"
#include "clinch-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many problems are shown to people; the rejects file has them all. */
#define SHOWN_PROBLEMS 20

static gboolean
prepare_sample (ClinchCommandRun  *run,
                GError           **error)
{
  const char *language = clinch_command_option (run, "language");
  gint64 value;

  if (language != NULL && !g_str_equal (language, "zh") && !g_str_equal (language, "en"))
    {
      clinch_command_usage_error (run, error, _("--language is “zh” or “en”, not “%s”."), language);
      return FALSE;
    }
  run->language = language;

  return clinch_command_number (run, "scale", 1, CLINCH_SAMPLE_MAX_SCALE, 1, &value, error) &&
         clinch_command_number (run, "seed", 0, G_MAXINT64, 1, &value, error);
}

static void
sample_progress_cb (int      done,
                    int      total,
                    gpointer user_data)
{
  ClinchCommandRun *run = user_data;

  if (run->progress != NULL)
    run->progress (run, done, total);
}

static gboolean
run_sample (ClinchCommandRun  *run,
            ClinchTxn         *txn,
            GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  static const ClinchKind kinds[] = { CLINCH_KIND_MEMBER, CLINCH_KIND_CUSTOMER, CLINCH_KIND_CONTACT,
                                      CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_FOLLOW_UP };
  g_autofree char *setting = clinch_db_get_setting (db, "language");
  const char *language = run->language != NULL ? run->language : setting != NULL ? setting : "en";
  gint64 scale;
  gint64 seed;

  if (!clinch_command_number (run, "scale", 1, CLINCH_SAMPLE_MAX_SCALE, 1, &scale, error) ||
      !clinch_command_number (run, "seed", 0, G_MAXINT64, 1, &seed, error) ||
      !clinch_sample_fill (txn, scale, seed, language, sample_progress_cb, run, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE deleted_at IS NULL",
                                              clinch_kind_table (kinds[i]));
      gint64 count;

      if (!clinch_db_query_int (db, &count, NULL, error, sql, ""))
        return FALSE;
      if (run->json)
        g_string_append_printf (run->members, "\"%s\":%" G_GINT64_FORMAT ",",
                                clinch_kind_word (kinds[i]), count);
      else
        g_string_append_printf (run->out, "%8" G_GINT64_FORMAT "  %s\n", count,
                                clinch_kind_label (kinds[i], TRUE));
    }

  return TRUE;
}

/* An empty name would quietly mean the folder one stands in. */
static gboolean
prepare_path (ClinchCommandRun  *run,
              GError           **error)
{
  if (*run->arguments[0] != '\0')
    return TRUE;

  clinch_command_usage_error (run, error, _("The name of the file or folder is empty."));
  return FALSE;
}

static const char *const duplicate_words[] = {
  [CLINCH_IMPORT_DUPLICATES_SKIP] = "skip",
  [CLINCH_IMPORT_DUPLICATES_UPDATE] = "update",
  [CLINCH_IMPORT_DUPLICATES_CREATE] = "create",
  NULL,
};

static gboolean
prepare_import (ClinchCommandRun  *run,
                GError           **error)
{
  static const char *const orders[] = { "mdy", "dmy", "ymd", NULL };
  const char *order = clinch_command_option (run, "date-order");
  const char *duplicates = clinch_command_option (run, "duplicates");
  const char *word = clinch_command_option (run, "kind");
  ClinchKind kind = CLINCH_KIND_NONE;

  if (!prepare_path (run, error)
      || (word != NULL && !clinch_command_kind (run, word, &kind, error)))
    return FALSE;
  run->kind = kind;
  if (order != NULL && !g_strv_contains (orders, order))
    {
      clinch_command_usage_error (run, error, _("--date-order is “mdy”, “dmy” or “ymd”, not “%s”."),
                                  order);
      return FALSE;
    }
  if (duplicates != NULL && !g_strv_contains (duplicate_words, duplicates))
    {
      clinch_command_usage_error (run, error,
                                  _("--duplicates is “skip”, “update” or “create”, not “%s”."),
                                  duplicates);
      return FALSE;
    }
  if (clinch_command_option (run, "dry-run") != NULL)
    run->access = CLINCH_COMMAND_READ;

  return TRUE;
}

static gboolean
map_columns (ClinchCommandRun  *run,
             ClinchImportPlan  *plan,
             GError           **error)
{
  g_autofree const char **maps = clinch_command_options (run, "map");
  g_autofree const char **values = clinch_command_options (run, "map-value");

  for (int i = 0; maps[i] != NULL; i++)
    {
      const char *equals = strrchr (maps[i], '=');
      g_autofree char *column = equals != NULL ? g_strndup (maps[i], equals - maps[i]) : NULL;

      if (column == NULL)
        {
          clinch_command_usage_error (run, error, _("--map: “%s” is not COLUMN=FIELD."), maps[i]);
          return FALSE;
        }
      if (!clinch_import_plan_map_column (plan, column, equals + 1, error))
        return FALSE;
    }

  for (int i = 0; values[i] != NULL; i++)
    {
      const char *equals = strrchr (values[i], '=');
      const char *colon = strchr (values[i], ':');
      g_autofree char *column = NULL;
      g_autofree char *value = NULL;

      if (equals == NULL || colon == NULL || colon > equals)
        {
          clinch_command_usage_error (run, error,
                                      _("--map-value: “%s” is not COLUMN:VALUE=TARGET."),
                                      values[i]);
          return FALSE;
        }
      column = g_strndup (values[i], colon - values[i]);
      value = g_strndup (colon + 1, equals - colon - 1);
      if (!clinch_import_plan_map_value (plan, column, value, equals + 1, error))
        return FALSE;
    }

  return TRUE;
}

static void
set_date_order (ClinchCommandRun *run,
                ClinchImportPlan *plan)
{
  const char *order = clinch_command_option (run, "date-order");

  if (order == NULL)
    return;
  clinch_import_plan_set_date_order (plan, -1,
                                     g_str_equal (order, "mdy")   ? CLINCH_DATE_ORDER_MDY
                                     : g_str_equal (order, "dmy") ? CLINCH_DATE_ORDER_DMY
                                                                  : CLINCH_DATE_ORDER_YMD);
}

static void
set_duplicates (ClinchCommandRun *run,
                ClinchImportPlan *plan)
{
  const char *word = clinch_command_option (run, "duplicates");

  for (int i = 0; word != NULL && duplicate_words[i] != NULL; i++)
    if (g_str_equal (duplicate_words[i], word))
      clinch_import_plan_set_duplicates (plan, i);
}

static GPtrArray *
plan_file (ClinchCommandRun  *run,
           ClinchDb          *db,
           const char        *path,
           GError           **error)
{
  g_autoptr(GPtrArray) plans =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_import_plan_free);
  ClinchCsvOptions options = { clinch_command_option (run, "encoding"), 0,
                               CLINCH_CSV_HEADER_DETECT };
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(ClinchTable) table = NULL;
  ClinchImportPlan *plan;

  table = clinch_import_read_file (path, &options, run->cancellable, error);
  if (table == NULL)
    return NULL;
  plan = clinch_import_plan_new (table, name, run->kind, db, error);
  if (plan == NULL)
    return NULL;
  g_ptr_array_add (plans, plan);
  if (!map_columns (run, plan, error))
    return NULL;
  set_date_order (run, plan);
  set_duplicates (run, plan);
  if (clinch_command_option (run, "missing-customer") != NULL)
    clinch_import_plan_set_missing_customer (plan, clinch_command_option (run, "missing-customer"));

  return g_steal_pointer (&plans);
}

static GPtrArray *
make_plans (ClinchCommandRun  *run,
            ClinchDb          *db,
            GError           **error)
{
  g_autofree char *path = clinch_command_path (run, run->arguments[0]);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return clinch_import_folder_plan (path, db, run->cancellable, error);

  return plan_file (run, db, path, error);
}

static void
import_progress_cb (guint    done,
                    guint    total,
                    gpointer user_data)
{
  sample_progress_cb (done, total, user_data);
}

static void
append_made (ClinchCommandRun         *run,
             GString                  *out,
             const ClinchImportResult *result)
{
  gboolean first = TRUE;

  if (run->json)
    g_string_append (out, ",\"made\":{");
  for (int kind = 1; kind < CLINCH_N_KINDS; kind++)
    {
      if (result->n_made[kind] == 0)
        continue;
      if (run->json)
        g_string_append_printf (out, "%s\"%s\":%u", first ? "" : ",", clinch_kind_word (kind),
                                result->n_made[kind]);
      else
        g_string_append_printf (out, _("  added because rows name them: %1$s %2$u\n"),
                                clinch_kind_label (kind, TRUE),
                                result->n_made[kind]);
      first = FALSE;
    }
  if (run->json)
    g_string_append_c (out, '}');
}

static void
append_sums (ClinchCommandRun         *run,
             GString                  *out,
             const ClinchImportResult *result)
{
  if (run->json)
    g_string_append (out, ",\"sums\":[");
  for (guint i = 0; i < result->sums->len; i++)
    {
      const ClinchImportSum *sum = &g_array_index (result->sums, ClinchImportSum, i);
      g_autofree char *imported = run->json
                                  ? clinch_money_format_plain (sum->imported, sum->currency)
                                            : clinch_money_format_full (sum->imported,
                                                                        sum->currency);
      g_autofree char *left = run->json ? clinch_money_format_plain (sum->left, sum->currency)
                                        : clinch_money_format_full (sum->left, sum->currency);

      if (!run->json)
        {
          /* Translators: a line of an import's result: stage (may be empty), rows and sum imported,
           * rows and sum left out. */
          g_string_append_printf (out,
                                  _("  %1$s %2$u rows, %3$s imported; %4$u rows, %5$s left out\n"),
                                  sum->stage,
                                  sum->n_imported, imported, sum->n_left, left);
          continue;
        }
      g_string_append (out, i > 0 ? ",{\"currency\":" : "{\"currency\":");
      clinch_command_json_text (out, sum->currency);
      g_string_append (out, ",\"stage\":");
      clinch_command_json_text (out, *sum->stage != '\0' ? sum->stage : NULL);
      g_string_append_printf (out,
                              ",\"n-imported\":%u,\"imported\":\"%s\",\"n-left\":%u,\"left\":\"%s\"}", sum->n_imported,
                              imported, sum->n_left, left);
    }
  if (run->json)
    g_string_append_c (out, ']');
}

static void
append_problems (ClinchCommandRun         *run,
                 GString                  *out,
                 const ClinchImportResult *result)
{
  static const char *const verdicts[] = { "rejected", "duplicate", "note" };

  if (run->json)
    g_string_append (out, ",\"problems\":[");
  for (guint i = 0; i < result->problems->len; i++)
    {
      const ClinchImportProblem *problem = &g_array_index (result->problems, ClinchImportProblem,
                                                           i);
      guint line = clinch_import_result_get_line (result, problem);

      if (!run->json && i == SHOWN_PROBLEMS)
        {
          g_string_append_printf (run->err, _("… and %u more; --rejects writes all into a file.\n"),
                                  result->problems->len - i);
          break;
        }
      if (!run->json)
        {
          g_string_append_printf (run->err, _("Line %1$u: %2$s\n"), line, problem->message);
          continue;
        }
      g_string_append_printf (out, "%s{\"line\":%u,\"verdict\":\"%s\",\"value\":", i > 0 ? "," : "",
                              line,
                              verdicts[problem->verdict]);
      clinch_command_json_text (out,
                                problem->column >= 0
                                ? clinch_import_result_get_value (result, problem) : NULL);
      g_string_append (out, ",\"message\":");
      clinch_command_json_text (out, problem->message);
      g_string_append_c (out, '}');
    }
  if (run->json)
    g_string_append_c (out, ']');
}

static void
append_result (ClinchCommandRun         *run,
               GString                  *out,
               const ClinchImportResult *result)
{
  if (run->json)
    g_string_append_printf (out,
                            "{\"kind\":\"%s\",\"rows\":%u,\"new\":%u,\"updated\":%u,\"duplicates\":%u,\"rejected\":%u",
                            clinch_kind_word (result->kind), result->n_rows, result->n_new,
                            result->n_updated,
                            result->n_duplicates, result->n_rejected);
  else
    /* Translators: result of an import: kind of record, rows, and what became of them. */
    g_string_append_printf (out,
                            _("%1$s: %2$u rows, %3$u new, %4$u updated, %5$u already there, %6$u "
                              "rejected\n"),
                            clinch_kind_label (result->kind, TRUE), result->n_rows, result->n_new,
                            result->n_updated,
                            result->n_duplicates, result->n_rejected);
  append_made (run, out, result);
  append_sums (run, out, result);
  append_problems (run, out, result);
  if (run->json)
    g_string_append_c (out, '}');
}

static gboolean
report_import (ClinchCommandRun  *run,
               GString           *out,
               GPtrArray         *results,
               GError           **error)
{
  const char *rejects = clinch_command_option (run, "rejects");
  g_autofree char *path = rejects != NULL ? clinch_command_path (run, rejects) : NULL;

  for (guint i = 0; i < results->len; i++)
    {
      if (run->json && i > 0)
        g_string_append_c (out, ',');
      append_result (run, out, results->pdata[i]);
    }

  /* Before the step is committed: what cannot be written down is not left out silently. */
  return path == NULL || results->len != 1 ||
         clinch_import_result_write_rejects (results->pdata[0], path, run->cancellable, error);
}

static gboolean
check_import (ClinchCommandRun  *run,
              ClinchDb          *db,
              GError           **error)
{
  g_autoptr(GPtrArray) plans = make_plans (run, db, error);
  g_autoptr(GPtrArray) results = NULL;

  if (plans != NULL)
    results = clinch_import_check_all (plans, db, import_progress_cb, run, run->cancellable, error);
  if (results == NULL)
    return FALSE;

  g_string_append (run->out, run->json ? "{\"dry-run\":true,\"imports\":[" : "");
  if (!report_import (run, run->out, results, error))
    return FALSE;
  g_string_append (run->out, run->json ? "]}\n" : _("Nothing was written: this was a dry run.\n"));

  return TRUE;
}

static gboolean
run_import (ClinchCommandRun  *run,
            ClinchTxn         *txn,
            GError           **error)
{
  g_autoptr(GPtrArray) plans = make_plans (run, clinch_txn_db (txn), error);
  g_autoptr(GPtrArray) results = NULL;

  if (plans != NULL)
    results = clinch_import_run_all (plans, txn, import_progress_cb, run, run->cancellable, error);
  if (results == NULL)
    return FALSE;

  if (!run->json)
    return report_import (run, run->out, results, error);
  g_string_append (run->members, "\"imports\":[");
  if (!report_import (run, run->members, results, error))
    return FALSE;
  g_string_append (run->members, "],");

  return TRUE;
}

static void
export_progress_cb (gint64   done,
                    gint64   total,
                    gpointer user_data)
{
  ClinchCommandRun *run = user_data;

  if (run->progress != NULL)
    run->progress (run, done, total);
}

static gboolean
run_export (ClinchCommandRun  *run,
            ClinchDb          *db,
            GError           **error)
{
  g_autofree char *directory = clinch_command_path (run, run->arguments[0]);
  ClinchExportResult result = { { 0 } };
  gboolean first = TRUE;

  if (!clinch_export_run (db, directory, export_progress_cb, run, run->cancellable, &result, error))
    return FALSE;

  g_string_append (run->out, run->json ? "{" : "");
  for (int kind = 1; kind < CLINCH_N_KINDS; kind++)
    {
      if (run->json)
        g_string_append_printf (run->out, "%s\"%s\":%" G_GINT64_FORMAT, first ? "" : ",",
                                clinch_kind_word (kind),
                                result.n_rows[kind]);
      else if (result.n_rows[kind] > 0)
        g_string_append_printf (run->out, "%8" G_GINT64_FORMAT "  %s.csv\n", result.n_rows[kind],
                                clinch_kind_word (kind));
      first = FALSE;
    }
  g_string_append (run->out, run->json ? "}\n" : "");

  return TRUE;
}

static void
check_progress_cb (ClinchCheckPart part,
                   double          fraction,
                   gpointer        user_data)
{
  sample_progress_cb (fraction * 100, 100, user_data);
}

static void
append_finding_json (GString             *out,
                     ClinchDb            *db,
                     const ClinchFinding *finding)
{
  static const char *const parts[CLINCH_N_CHECK_PARTS] = { "file", "references", "chain", "records",
                                                           "counts" };

  g_string_append_printf (out, "{\"part\":\"%s\",\"kind\":", parts[finding->part]);
  clinch_command_json_text (out,
                            finding->kind != CLINCH_KIND_NONE ? clinch_kind_word (finding->kind)
                            : NULL);
  g_string_append (out, ",\"record\":");
  if (finding->kind != CLINCH_KIND_NONE)
    clinch_command_json_reference (out, db, finding->kind, finding->id);
  else
    g_string_append (out, "null");
  if (finding->step_id != 0)
    g_string_append_printf (out, ",\"step\":%" G_GINT64_FORMAT, finding->step_id);
  else
    g_string_append (out, ",\"step\":null");
  g_string_append (out, ",\"message\":");
  clinch_command_json_text (out, finding->message);
  g_string_append_c (out, '}');
}

static gboolean
run_check (ClinchCommandRun  *run,
           ClinchDb          *db,
           GError           **error)
{
  g_autoptr(GPtrArray) findings = clinch_check_run (db, check_progress_cb, run, error);

  if (findings == NULL)
    return FALSE;
  /* A damaged workspace is an answer, and no success. */
  if (findings->len > 0)
    run->status = CLINCH_COMMAND_REFUSED;

  if (run->json)
    {
      g_string_append_printf (run->out, "{\"ok\":%s,\"findings\":[",
                              findings->len == 0 ? "true" : "false");
      for (guint i = 0; i < findings->len; i++)
        {
          g_string_append (run->out, i > 0 ? ",\n" : "");
          append_finding_json (run->out, db, findings->pdata[i]);
        }
      g_string_append (run->out, "]}\n");
      return TRUE;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const ClinchFinding *finding = findings->pdata[i];

      g_string_append_printf (run->out, "%s: %s\n", clinch_check_part_label (finding->part),
                              finding->message);
    }
  if (findings->len == 0)
    g_string_append (run->out, _("All is well.\n"));

  return TRUE;
}

static const ClinchCommandOption sample_options[] = {
  { "scale", "N", N_("40 customers, 120 opportunities and a thousand follow-ups, so many times; 1 if not given") },
  { "seed", "S", N_("The same number gives the same sample; 1 if not given") },
  { "language", "zh|en", N_("Language of the data; that of the workspace if not given") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption import_options[] = {
  { "kind", "KIND", N_("What the rows are: customers, contacts, members, opportunities, follow-ups, …") },
  { "map", "COLUMN=FIELD", N_("What a column becomes") },
  { "map-value", "COLUMN:VALUE=TARGET", N_("What a value of a column stands for; also “create” and “skip”") },
  { "missing-customer", "NAME", N_("The customer of opportunities that name none") },
  { "encoding", "E", N_("Encoding of the file; found out if not given") },
  { "date-order", "mdy|dmy|ymd", N_("How dates are written; found out if not given") },
  { "duplicates", "skip|update|create", N_("Rows that are there already: left out if not given, filled in where empty, or added again") },
  { "rejects", "FILE", N_("Write the rows that are not imported into a file, with the reasons") },
  { "dry-run", NULL, N_("Say what would happen, and write nothing") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_files[] = {
  { "sample", "[--scale N] [--seed S] [--language zh|en]", N_("Fill a new workspace with sample data"), 0, 0,
    CLINCH_COMMAND_CREATE, sample_options, prepare_sample, NULL, run_sample },
  { "import", "FILE [--kind KIND] [--map COLUMN=FIELD]… [--rejects FILE] [--dry-run]",
    N_("Import a CSV file, vCards, or a folder that “export” wrote"), 1, 1, CLINCH_COMMAND_CREATE,
    import_options, prepare_import,
    check_import, run_import },
  { "export", "DIR", N_("Write all records as CSV files"), 1, 1, CLINCH_COMMAND_READ, NULL, prepare_path, run_export, NULL },
  { "check", "", N_("Check the workspace: file, references, history, figures"), 0, 0, CLINCH_COMMAND_READ, NULL, NULL,
    run_check, NULL },
  { NULL },
};
