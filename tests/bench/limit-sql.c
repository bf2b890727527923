// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "limit-sql.h"

#include <stdlib.h>

/* What is looked at ends here, so that no compiler leaves the looking out. */
static volatile gint64 seen;

static void
check (sqlite3    *db,
       int         code,
       const char *sql)
{
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
    return;

  g_printerr ("%s: %s in: %s\n", g_get_prgname (), sqlite3_errmsg (db), sql);
  exit (1);
}

sqlite3 *
limit_open (const char *path,
            gboolean    writes)
{
  int flags = SQLITE_OPEN_NOMUTEX | (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  sqlite3 *db = NULL;

  check (db, sqlite3_open_v2 (path, &db, flags, NULL), path);
  limit_exec (db,
              "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA mmap_size = 0");
  limit_exec (db,
              writes
              ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = "
                "1000"
                         : "PRAGMA wal_autocheckpoint = 0");

  return db;
}

void
limit_exec (sqlite3    *db,
            const char *sql)
{
  check (db, sqlite3_exec (db, sql, NULL, NULL, NULL), sql);
}

sqlite3_stmt *
limit_prepare (sqlite3    *db,
               const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (db, sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), sql);
  return statement;
}

int
limit_run (sqlite3_stmt *statement)
{
  int n_columns = sqlite3_column_count (statement);
  int n_rows = 0;
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < n_columns; i++)
        {
          if (sqlite3_column_type (statement, i) == SQLITE_INTEGER)
            seen += sqlite3_column_int64 (statement, i);
          else
            seen += sqlite3_column_text (statement, i) != NULL;
        }
      n_rows++;
    }
  check (sqlite3_db_handle (statement), code, sqlite3_sql (statement));
  sqlite3_reset (statement);

  return n_rows;
}

char *
limit_fetch (sqlite3    *db,
             const char *sql)
{
  sqlite3_stmt *statement = limit_prepare (db, sql);
  char *value;

  check (db, sqlite3_step (statement), sql);
  value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return value;
}
