// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-workspace-file.h"

#include "clinch-clock.h"
#include "clinch-mount.h"
#include "clinch-schema-resources.h"
#include "clinch-setup.h"
#include "clinch-sort-keys.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const migrations[CLINCH_SCHEMA_VERSION] = {
  "001-foundation.sql",
  "002-profile.sql",
  "003-lists.sql",
  "004-figures.sql",
  "005-chain.sql",
  "006-needs.sql",
  "007-owners.sql",
  "008-materials.sql",
  "009-limits.sql",
  "010-writes.sql",
  "011-targets.sql",
  "012-birthdays.sql",
};

static gboolean
refuse_network (const char  *directory,
                GError     **error)
{
  if (!clinch_mount_is_network (directory))
    return TRUE;

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NETWORK,
               _("“%s” lies on a network drive, where a workspace can be damaged. Keep it in a "
                 "folder of this "
                 "computer; backups may go to the network."),
               directory);
  return FALSE;
}

static gboolean
make_folders (const char  *directory,
              GError     **error)
{
  static const char *const parts[] = { "", "files", "backups" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *folder = g_build_filename (directory, parts[i], NULL);

      if (g_mkdir_with_parents (folder, 0700) == 0)
        continue;
      g_set_error (error, CLINCH_STORE_ERROR,
                   clinch_store_error_is_full (errno) ? CLINCH_STORE_ERROR_FULL
                                                      : CLINCH_STORE_ERROR_READ_ONLY,
                   _("The folder “%1$s” cannot be made (%2$s). Choose another place for the "
                     "workspace."), folder,
                   g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

/* An open file description lock: it goes with the descriptor, also when the process is killed. */
static int
take_lock (const char  *directory,
           GError     **error)
{
  g_autofree char *path = g_build_filename (directory, "workspace.lock", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR,
                   clinch_store_error_is_full (errno) ? CLINCH_STORE_ERROR_FULL
                                                      : CLINCH_STORE_ERROR_READ_ONLY,
                   _("The workspace “%1$s” cannot be written (%2$s). Open it for reading only, or "
                     "check the permissions "
                     "of its folder."),
                   directory, g_strerror (errno));
      return -1;
    }
  if (fcntl (fd, F_OFD_SETLK, &lock) != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_BUSY,
                   _("The workspace “%s” is already open in another program. Close it there, or "
                     "open it for reading only."),
                   directory);
      close (fd);
      return -1;
    }

  return fd;
}

/* What stands in the first bytes of an SQLite file. A workspace has its application id there from
 * its first day on, so a file of another program is told apart without SQLite touching it. */
#define HEADER_SIZE 100
#define HEADER_APPLICATION_ID 68

static gboolean
read_header (const char *path,
             guint8      header[HEADER_SIZE])
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gssize n;

  if (fd < 0)
    return FALSE;
  n = read (fd, header, HEADER_SIZE);
  close (fd);

  return n == HEADER_SIZE;
}

static gboolean
check_file (const char  *path,
            GError     **error)
{
  static const char magic[] = "SQLite format 3";
  guint8 header[HEADER_SIZE];
  guint32 application;
  struct stat info;

  if (stat (path, &info) != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                   _("There is no workspace at “%s”. Check the folder, or create one there."),
                   path);
      return FALSE;
    }
  if (access (path, R_OK) != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_READ_ONLY,
                   _("The workspace “%1$s” cannot be read (%2$s). Check the permissions of the "
                     "file."), path, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode) || !read_header (path, header)
      || memcmp (header, magic, sizeof magic) != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FOREIGN,
                   _("“%s” is not a Clinch workspace, or its beginning is damaged. Choose another "
                     "folder, or a backup."), path);
      return FALSE;
    }
  memcpy (&application, header + HEADER_APPLICATION_ID, sizeof application);
  if (GUINT32_FROM_BE (application) != CLINCH_APPLICATION_ID)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FOREIGN,
                   _("“%s” is a database of another program. Choose another folder."), path);
      return FALSE;
    }

  return TRUE;
}

static void
set_damaged (const char  *path,
             GError     **error)
{
  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_CORRUPT,
               _("The workspace “%s” is damaged. It was not changed; open the newest file in its "
                 "folder “backups”."), path);
}

static gboolean
check_version (ClinchDb    *db,
               const char  *path,
               int         *version,
               GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  gint64 user_version;

  if (!clinch_db_query_int (db, &user_version, NULL, &local_error, "PRAGMA user_version", ""))
    {
      if (g_error_matches (local_error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_CORRUPT) ||
          g_error_matches (local_error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FOREIGN))
        set_damaged (path, error);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (user_version > CLINCH_SCHEMA_VERSION)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_TOO_NEW,
                   _("“%s” was written by a newer version of Clinch. Update Clinch to open it; "
                     "nothing was changed."), path);
      return FALSE;
    }
  *version = user_version;

  return TRUE;
}

static gboolean
quick_check (ClinchDb    *db,
             const char  *path,
             GError     **error)
{
  g_autofree char *answer = NULL;
  g_autoptr(GError) local_error = NULL;

  if (clinch_db_query_text (db, &answer, &local_error, "PRAGMA quick_check (1)", "")
      && g_strcmp0 (answer, "ok") == 0)
    return TRUE;

  g_debug ("quick_check: %s", answer != NULL ? answer : local_error->message);
  set_damaged (path, error);
  return FALSE;
}

/* The journal is left behind only by a process that did not close the workspace. */
static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  struct stat info;

  return stat (journal, &info) == 0 && info.st_size > 0;
}

/* Looks at the file through a connection that cannot write, before one that can touches it. Where
 * there is no journal nobody writes, as we hold the lock, and looking leaves no trace in the
 * folder. */
static gboolean
inspect (const char  *path,
         gboolean     thoroughly,
         int         *version,
         GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(ClinchDb) db = clinch_db_open (path, has_journal (path) ? CLINCH_DB_READ
                                           : CLINCH_DB_IMMUTABLE, &local_error);

  if (db == NULL)
    {
      if (g_error_matches (local_error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_CORRUPT) ||
          g_error_matches (local_error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FOREIGN))
        set_damaged (path, error);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return check_version (db, path, version, error) &&
         ((!thoroughly && *version == CLINCH_SCHEMA_VERSION) || quick_check (db, path, error));
}

/* Whether what was written can be read again. */
static gboolean
verify_copy (const char *path)
{
  g_autoptr(ClinchDb) db = clinch_db_open (path, CLINCH_DB_IMMUTABLE, NULL);

  return db != NULL && quick_check (db, path, NULL);
}

static gboolean
write_copy (ClinchDb   *db,
            const char *path,
            gboolean   *full)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", clinch_db_handle (db), "main");
      code = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_errcode (copy);
      if (backup != NULL)
        sqlite3_backup_finish (backup);
    }
  *full = code == SQLITE_FULL ||
          (code != SQLITE_DONE && clinch_store_error_is_full (sqlite3_system_errno (copy)));
  sqlite3_close (copy);

  return code == SQLITE_DONE;
}

/* Under its own name only once it is whole and was read again. */
static gboolean
copy_database (ClinchDb    *db,
               const char  *target,
               GError     **error)
{
  g_autofree char *making = g_strconcat (target, ".making", NULL);
  gboolean full = FALSE;

  g_unlink (making);
  if (write_copy (db, making, &full) && verify_copy (making) && g_rename (making, target) == 0)
    return TRUE;

  g_unlink (making);
  g_set_error (error, CLINCH_STORE_ERROR,
               full ? CLINCH_STORE_ERROR_FULL : CLINCH_STORE_ERROR_FAILED,
               _("The backup before the update could not be written to “%s”, so the workspace was "
                 "left as it is. Free some "
                 "space and try again."),
               target);
  return FALSE;
}

static gboolean
run_migration (ClinchDb    *db,
               int          index,
               GError     **error)
{
  g_autofree char *path = g_strconcat ("/org/clinch/Clinch/schema/", migrations[index], NULL);
  g_autoptr(GBytes) sql = NULL;

  g_resources_register (clinch_schema_get_resource ());
  sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (sql == NULL)
    return FALSE;

  return clinch_db_exec (db, g_bytes_get_data (sql, NULL), error);
}

static gboolean
run_migrations (ClinchDb  *db,
                int        from,
                GError   **error)
{
  g_autofree char *finish = NULL;

  for (int i = from; i < CLINCH_SCHEMA_VERSION; i++)
    if (!run_migration (db, i, error))
      return FALSE;
  /* What is known of an index goes with it, and SQLite would take the new one for the better way to
   * everything. */
  if (from > 0 && !clinch_db_exec (db, "PRAGMA analysis_limit = 1000; ANALYZE", error))
    return FALSE;
  finish = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                            CLINCH_APPLICATION_ID, CLINCH_SCHEMA_VERSION);

  return clinch_db_exec (db, finish, error);
}

/* An update may bring templates that a new workspace begins with; they come in the transaction of
 * the update, which this ends. */
static gboolean
complete_workspace (ClinchDb  *db,
                    GError   **error)
{
  g_autoptr(ClinchChangeSet) changes = NULL;
  g_autoptr(ClinchTxn) txn = clinch_txn_continue (db, clinch_clock_now_ms (), error);

  if (txn == NULL || !clinch_setup_complete (txn, error))
    return FALSE;

  changes = clinch_txn_commit (g_steal_pointer (&txn), error);
  return changes != NULL;
}

gboolean
clinch_workspace_file_migrate (ClinchDb    *db,
                               int          from,
                               const char  *backup_directory,
                               GError     **error)
{
  g_autofree char *target = NULL;

  if (from == CLINCH_SCHEMA_VERSION)
    return TRUE;

  if (from > 0 && backup_directory != NULL)
    {
      g_autofree char *name = g_strdup_printf ("before-update-from-%d-%" G_GINT64_FORMAT ".db",
                                               from, clinch_clock_now ());

      target = g_build_filename (backup_directory, name, NULL);
      if (!copy_database (db, target, error))
        return FALSE;
    }

  if (!clinch_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  /* An update that fits but for the sort keys would be one half of it. */
  if (run_migrations (db, from, error) && clinch_sort_keys_make (db, error)
      && (from == 0 ? clinch_db_exec (db, "COMMIT", error) : complete_workspace (db, error)))
    return TRUE;

  /* Gone already where completing it failed. Each attempt would leave a copy on a disk that may be
   * full. */
  clinch_db_exec (db, "ROLLBACK", NULL);
  if (target != NULL)
    g_unlink (target);
  return FALSE;
}

static gboolean
seed_workspace (ClinchDb    *db,
                const char  *language,
                GError     **error)
{
  g_autoptr(ClinchChangeSet) changes = NULL;
  g_autoptr(ClinchTxn) txn = clinch_txn_begin (db, clinch_clock_now_ms (), error);

  if (txn == NULL || !clinch_setup_seed (txn, language, error))
    return FALSE;

  changes = clinch_txn_commit (g_steal_pointer (&txn), error);
  return changes != NULL;
}

/* Made under another name and renamed when complete: a workspace is there or it is not. */
static gboolean
create_database (const char  *path,
                 const char  *language,
                 GError     **error)
{
  g_autofree char *making = g_strconcat (path, ".making", NULL);
  g_autofree char *making_wal = g_strconcat (making, "-wal", NULL);
  g_autofree char *making_shm = g_strconcat (making, "-shm", NULL);
  gboolean done = FALSE;

  g_unlink (making);
  g_unlink (making_wal);
  g_unlink (making_shm);
  {
    g_autoptr(ClinchDb) db = clinch_db_open (making, CLINCH_DB_CREATE, error);

    done = db != NULL && clinch_workspace_file_migrate (db, 0, NULL, error)
           && seed_workspace (db, language, error) &&
           clinch_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  }
  if (done && g_rename (making, path) != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FAILED,
                   _("The workspace “%1$s” could not be made (%2$s)."),
                   path, g_strerror (errno));
      done = FALSE;
    }
  if (!done)
    g_unlink (making);
  g_unlink (making_wal);
  g_unlink (making_shm);

  return done;
}

/* Without the shared memory file, which cannot be made here, the journal cannot be read: what was
 * saved last would be missing. */
static gboolean
refuse_journal (const char  *path,
                GError     **error)
{
  if (!has_journal (path))
    return TRUE;

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_READ_ONLY,
               _("The workspace “%s” was not closed properly and lies where nothing can be "
                 "written, so what was saved last "
                 "cannot be read. Copy its folder to another place and open it there."),
               path);
  return FALSE;
}

static gboolean
open_for_reading (ClinchWorkspaceFile  *self,
                  GError              **error)
{
  gboolean beside_writer;
  int version;

  if (!check_file (self->path, error))
    return FALSE;

  /* Reading beside a writer needs its shared memory file; where that cannot be made nobody writes
   * either. */
  self->db = clinch_db_open (self->path, CLINCH_DB_READ, NULL);
  beside_writer = self->db != NULL && check_version (self->db, self->path, &version, NULL);
  if (!beside_writer)
    {
      g_clear_pointer (&self->db, clinch_db_close);
      self->immutable = TRUE;
      if (!refuse_journal (self->path, error))
        return FALSE;
      self->db = clinch_db_open (self->path, CLINCH_DB_IMMUTABLE, error);
      if (self->db == NULL || !check_version (self->db, self->path, &version, error))
        return FALSE;
    }
  if (version < CLINCH_SCHEMA_VERSION)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_READ_ONLY,
                   _("“%s” was written by an older version of Clinch and must be updated before it "
                     "can be read. Open it for "
                     "writing once."),
                   self->path);
      return FALSE;
    }

  return TRUE;
}

/* What is there is looked at before anything is made or locked, so that a refused folder stays as
 * it was. */
static gboolean
open_for_writing (ClinchWorkspaceFile  *self,
                  const char           *directory,
                  gboolean              create,
                  const char           *language,
                  GError              **error)
{
  g_autofree char *backups = g_build_filename (directory, "backups", NULL);
  gboolean create_here = create && !g_file_test (self->path, G_FILE_TEST_EXISTS);
  int version;

  if (create_here ? !make_folders (directory, error) : !check_file (self->path, error))
    return FALSE;
  self->lock = take_lock (directory, error);
  if (self->lock < 0)
    return FALSE;
  if (create_here && !g_file_test (self->path, G_FILE_TEST_EXISTS)
      && !create_database (self->path, language, error))
    return FALSE;

  if (!inspect (self->path, has_journal (self->path), &version, error)
      || !make_folders (directory, error))
    return FALSE;
  self->db = clinch_db_open (self->path, CLINCH_DB_WRITE, error);

  return self->db != NULL && clinch_workspace_file_migrate (self->db, version, backups, error) &&
         clinch_sort_keys_refresh (self->db, error);
}

char *
clinch_workspace_file_name (const char *directory)
{
  char *name = g_path_get_basename (directory);

  if (g_str_has_suffix (name, ".clinch"))
    name[strlen (name) - strlen (".clinch")] = '\0';

  return name;
}

gboolean
clinch_workspace_file_verify (const char  *path,
                              GError     **error)
{
  int version;

  return check_file (path, error) && inspect (path, TRUE, &version, error);
}

ClinchWorkspaceFile *
clinch_workspace_file_open (const char  *directory,
                            gboolean     create,
                            gboolean     read_only,
                            const char  *language,
                            GError     **error)
{
  g_autoptr(ClinchWorkspaceFile) self = g_new0 (ClinchWorkspaceFile, 1);
  mode_t old_mask;
  gboolean opened;

  self->lock = -1;
  self->path = g_build_filename (directory, "workspace.db", NULL);
  if (!refuse_network (directory, error))
    return NULL;

  /* SQLite makes its side files with the rights of the database, and the database with these. */
  old_mask = umask (077);
  opened = read_only ? open_for_reading (self, error)
           : open_for_writing (self, directory, create, language, error);
  umask (old_mask);

  return opened ? g_steal_pointer (&self) : NULL;
}

void
clinch_workspace_file_close (ClinchWorkspaceFile *self)
{
  if (self->db != NULL && self->lock >= 0)
    {
      clinch_db_exec (self->db, "PRAGMA optimize", NULL);
      clinch_db_exec (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
    }
  g_clear_pointer (&self->db, clinch_db_close);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}
