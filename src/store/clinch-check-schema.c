// SPDX-License-Identifier: GPL-3.0-or-later
//
// The schema of the file against the one that the migrations make: a table, index or trigger that
// somebody dropped or altered, or that a damaged byte made into another one, is named. The tables
// that SQLite itself keeps for its own purposes are its own affair.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-check-private.h"
#include "clinch-workspace-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GHashTable *
load_schema (ClinchDb  *db,
             GError   **error)
{
  g_autoptr(GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(ClinchStatement) statement =
    clinch_db_prepare (db,
                       "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                       " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND tbl_name NOT LIKE 'search!_%!_%' ESCAPE '!'",
                       error);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (has_row)
        g_hash_table_insert (schema, g_strdup (clinch_statement_text (statement, 0)),
                             g_strdup (clinch_statement_text (statement, 1)));
    }

  return statement != NULL ? g_steal_pointer (&schema) : NULL;
}

/* The same for as long as the program runs, and made once. */
static GHashTable *
get_expected (GError **error)
{
  static GHashTable *expected;
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr(ClinchDb) db = NULL;

  if (expected != NULL)
    return expected;

  db = clinch_db_open (":memory:", CLINCH_DB_CREATE, error);
  if (db != NULL && clinch_workspace_file_migrate (db, 0, NULL, error))
    expected = load_schema (db, error);

  return expected;
}

/* Names the entries of @schema that @other has not, or, if @compare, not in the same words. */
static void
report_differences (ClinchCheck *self,
                    GHashTable  *schema,
                    GHashTable  *other,
                    gboolean     compare)
{
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (schema), (GCompareFunc) strcmp);

  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *found = g_hash_table_lookup (other, name->data);

      if (found != NULL
          && (!compare || g_str_equal (found, g_hash_table_lookup (schema, name->data))))
        continue;
      clinch_check_report (self, CLINCH_CHECK_FILE, CLINCH_KIND_NONE, 0, 0,
                           /* Translators: name of a table, index or trigger. */
                           g_strdup_printf (_("The structure of the database file was altered at "
                                              "“%s”."), (const char *) name->data));
    }
}

gboolean
clinch_check_schema (ClinchCheck  *self,
                     GError      **error)
{
  GHashTable *expected = get_expected (error);
  g_autoptr(GHashTable) found = NULL;

  if (expected != NULL)
    found = load_schema (self->db, error);
  if (found == NULL)
    return FALSE;

  report_differences (self, expected, found, TRUE);
  report_differences (self, found, expected, FALSE);

  return TRUE;
}
