// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-folder.h"

#include "clinch-csv-reader.h"
#include "clinch-exchange-error.h"

#include <glib/gi18n.h>

static gboolean
is_empty (ClinchDb  *db,
          gboolean  *empty,
          GError   **error)
{
  gint64 found;

  if (!clinch_db_query_int (db, &found, NULL, error,
                            "SELECT EXISTS (SELECT 1 FROM customer WHERE deleted_at IS NULL)"
                            " OR EXISTS (SELECT 1 FROM opportunity WHERE deleted_at IS NULL)",
                            ""))
    return FALSE;
  *empty = found == 0;

  return TRUE;
}

/* Our own exports are what clinch-csv-writer.h says, so nothing is left to find out, and nothing
 * can be guessed wrong. */
static gboolean
add_file (GPtrArray     *plans,
          const char    *directory,
          ClinchKind     kind,
          ClinchDb      *db,
          gboolean       into_empty,
          GCancellable  *cancellable,
          GError       **error)
{
  static const ClinchCsvOptions options = { NULL, ',', CLINCH_CSV_HEADER_PRESENT };
  g_autofree char *name = g_strconcat (clinch_kind_word (kind), ".csv", NULL);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr(ClinchTable) table = NULL;
  ClinchImportPlan *plan;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  table = clinch_csv_read_file (path, &options, cancellable, NULL, NULL, error);
  if (table == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  plan = clinch_import_plan_new (table, name, kind, db, error);
  if (plan == NULL)
    return FALSE;
  if (into_empty)
    clinch_import_plan_set_duplicates (plan, CLINCH_IMPORT_DUPLICATES_UPDATE);
  g_ptr_array_add (plans, plan);

  return TRUE;
}

GPtrArray *
clinch_import_folder_plan (const char    *directory,
                           ClinchDb      *db,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(GPtrArray) plans =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_import_plan_free);
  gboolean into_empty;

  if (!is_empty (db, &into_empty, error))
    return NULL;
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    if (!add_file (plans, directory, kind, db, into_empty, cancellable, error))
      return NULL;

  if (plans->len == 0)
    {
      g_autofree char *name = g_filename_display_name (directory);

      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT,
                   _("“%s” holds no export: it has no file such as customers.csv."), name);
      return NULL;
    }

  return g_steal_pointer (&plans);
}
