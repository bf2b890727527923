// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sort keys are compared byte by byte, which holds among keys of one version of ICU's collation
// only: a name saved after the system was upgraded would stand in a wrong place, and not be found
// by its key. So the file says which version its keys are of.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-sort-keys.h"

#include "clinch-text.h"

#define LOCAL_KEY "collation"

gboolean
clinch_sort_keys_are_current (ClinchDb *db)
{
  g_autofree char *stored = clinch_db_get_local (db, LOCAL_KEY);
  g_autofree char *current = clinch_text_sort_key_version ();

  return g_strcmp0 (stored, current) == 0;
}

static gboolean
refresh_row (ClinchStatement  *rows,
             ClinchStatement  *update,
             GError          **error)
{
  g_autofree char *key = clinch_text_sort_key (clinch_statement_text (rows, 1));

  clinch_statement_bind_text (update, 1, key);
  clinch_statement_bind_int (update, 2, clinch_statement_int (rows, 0));

  return clinch_statement_run (update, error);
}

static gboolean
refresh_kind (ClinchDb    *db,
              ClinchKind   kind,
              GError     **error)
{
  const char *table = clinch_kind_table (kind);
  g_autofree char *rows_sql = g_strdup_printf ("SELECT id, %s FROM %s ORDER BY id",
                                               clinch_kind_name_field (kind)->column, table);
  g_autofree char *update_sql =
    g_strdup_printf ("UPDATE %s SET name_key = ?1 WHERE id = ?2 AND name_key <> ?1", table);
  g_autoptr(ClinchStatement) rows = clinch_db_prepare (db, rows_sql, error);
  g_autoptr(ClinchStatement) update = rows != NULL ? clinch_db_prepare (db, update_sql, error)
                                      : NULL;
  gboolean has_row = update != NULL;

  if (update == NULL)
    return FALSE;
  while (clinch_statement_step (rows, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!refresh_row (rows, update, error))
        return FALSE;
    }

  return FALSE;
}

gboolean
clinch_sort_keys_make (ClinchDb  *db,
                       GError   **error)
{
  g_autofree char *current = clinch_text_sort_key_version ();

  if (clinch_sort_keys_are_current (db))
    return TRUE;

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    if (clinch_kind_name_field (kind) != NULL && !refresh_kind (db, kind, error))
      return FALSE;

  return clinch_db_run (db, error, "INSERT OR REPLACE INTO local VALUES (?, ?)", "tt", LOCAL_KEY,
                        current);
}

gboolean
clinch_sort_keys_refresh (ClinchDb  *db,
                          GError   **error)
{
  if (clinch_sort_keys_are_current (db))
    return TRUE;
  if (!clinch_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (clinch_sort_keys_make (db, error) && clinch_db_exec (db, "COMMIT", error))
    return TRUE;

  clinch_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}
