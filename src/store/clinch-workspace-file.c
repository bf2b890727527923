// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-workspace-file.h"

#include "clinch-clock.h"
#include "clinch-schema-resources.h"
#include "clinch-setup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

static const char *const migrations[CLINCH_SCHEMA_VERSION] = {
  "001-foundation.sql",
};

/* File systems on other machines: their locks and shared memory do not hold what SQLite's journal needs. */
static const guint32 network_magics[] = {
  NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, 0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */, 0x00c36400 /* Ceph */,
  0x01021997 /* 9P */, AFS_SUPER_MAGIC, CODA_SUPER_MAGIC, NCP_SUPER_MAGIC,
};

static gboolean
refuse_network (const char  *directory,
                GError     **error)
{
  struct statfs info;

  if (statfs (directory, &info) != 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (network_magics); i++)
    {
      if ((guint32) info.f_type != network_magics[i])
        continue;
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NETWORK,
                   _("“%s” lies on a network drive, where a workspace can be damaged. Keep it in a folder of this "
                     "computer; backups may go to the network."),
                   directory);
      return FALSE;
    }

  return TRUE;
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
      g_set_error (error, CLINCH_STORE_ERROR, errno == ENOSPC ? CLINCH_STORE_ERROR_FULL : CLINCH_STORE_ERROR_READ_ONLY,
                   _("The folder “%1$s” cannot be made (%2$s). Choose another place for the workspace."), folder,
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
      g_set_error (error, CLINCH_STORE_ERROR, errno == ENOSPC ? CLINCH_STORE_ERROR_FULL : CLINCH_STORE_ERROR_READ_ONLY,
                   _("The workspace “%1$s” cannot be written (%2$s). Open it for reading only, or check the permissions "
                     "of its folder."),
                   directory, g_strerror (errno));
      return -1;
    }
  if (fcntl (fd, F_OFD_SETLK, &lock) != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_BUSY,
                   _("The workspace “%s” is already open in another program. Close it there, or open it for reading only."),
                   directory);
      close (fd);
      return -1;
    }

  return fd;
}

static gboolean
looks_like_sqlite (const char *path)
{
  static const char magic[] = "SQLite format 3";
  char header[sizeof magic] = { 0 };
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gssize n;

  if (fd < 0)
    return FALSE;
  n = read (fd, header, sizeof header);
  close (fd);

  return n == sizeof header && memcmp (header, magic, sizeof magic) == 0;
}

static gboolean
check_file (const char  *path,
            GError     **error)
{
  struct stat info;

  if (stat (path, &info) != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                   _("There is no workspace at “%s”. Check the folder, or create one there."), path);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode) || !looks_like_sqlite (path))
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FOREIGN,
                   _("“%s” is not a Clinch workspace, or its beginning is damaged. Choose another folder, or a backup."), path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_identity (ClinchDb    *db,
                const char  *path,
                int         *version,
                GError     **error)
{
  gint64 application;
  gint64 user_version;

  if (!clinch_db_query_int (db, &application, NULL, error, "PRAGMA application_id", "") ||
      !clinch_db_query_int (db, &user_version, NULL, error, "PRAGMA user_version", ""))
    return FALSE;

  if (application != CLINCH_APPLICATION_ID)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FOREIGN,
                   _("“%s” is a database of another program. Choose another folder."), path);
      return FALSE;
    }
  if (user_version > CLINCH_SCHEMA_VERSION)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_TOO_NEW,
                   _("“%s” was written by a newer version of Clinch. Update Clinch to open it; nothing was changed."), path);
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

  if (clinch_db_query_text (db, &answer, &local_error, "PRAGMA quick_check (1)", "") && g_strcmp0 (answer, "ok") == 0)
    return TRUE;

  g_debug ("quick_check: %s", answer != NULL ? answer : local_error->message);
  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_CORRUPT,
               _("The workspace “%s” is damaged. It was not changed; open the newest file in its folder “backups”."), path);
  return FALSE;
}

static gboolean
copy_database (ClinchDb    *db,
               const char  *target,
               GError     **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  int code = sqlite3_open_v2 (target, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", clinch_db_handle (db), "main");
      code = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_errcode (copy);
      if (backup != NULL)
        sqlite3_backup_finish (backup);
    }
  sqlite3_close (copy);
  if (code == SQLITE_OK || code == SQLITE_DONE)
    return TRUE;

  g_unlink (target);
  g_set_error (error, CLINCH_STORE_ERROR, code == SQLITE_FULL ? CLINCH_STORE_ERROR_FULL : CLINCH_STORE_ERROR_FAILED,
               _("The backup before the update could not be written to “%s”, so the workspace was left as it is. Free some "
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

gboolean
clinch_workspace_file_migrate (ClinchDb    *db,
                               int          from,
                               const char  *backup_directory,
                               GError     **error)
{
  g_autofree char *finish = NULL;

  if (from == CLINCH_SCHEMA_VERSION)
    return TRUE;

  if (from > 0 && backup_directory != NULL)
    {
      g_autofree char *name = g_strdup_printf ("before-update-from-%d-%" G_GINT64_FORMAT ".db", from, clinch_clock_now ());
      g_autofree char *target = g_build_filename (backup_directory, name, NULL);

      if (!copy_database (db, target, error))
        return FALSE;
    }

  if (!clinch_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (int i = from; i < CLINCH_SCHEMA_VERSION; i++)
    {
      if (run_migration (db, i, error))
        continue;
      clinch_db_exec (db, "ROLLBACK", NULL);
      return FALSE;
    }
  finish = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", CLINCH_APPLICATION_ID,
                            CLINCH_SCHEMA_VERSION);
  if (!clinch_db_exec (db, finish, error))
    {
      clinch_db_exec (db, "ROLLBACK", NULL);
      return FALSE;
    }

  return TRUE;
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

    done = db != NULL && clinch_workspace_file_migrate (db, 0, NULL, error) && seed_workspace (db, language, error) &&
           clinch_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  }
  if (done && g_rename (making, path) != 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FAILED, _("The workspace “%1$s” could not be made (%2$s)."),
                   path, g_strerror (errno));
      done = FALSE;
    }
  if (!done)
    g_unlink (making);
  g_unlink (making_wal);
  g_unlink (making_shm);

  return done;
}

static gboolean
open_for_reading (ClinchWorkspaceFile  *self,
                  GError              **error)
{
  int version;

  if (!check_file (self->path, error))
    return FALSE;

  /* Reading beside a writer needs its shared memory file; where that cannot be made nobody writes either. */
  self->db = clinch_db_open (self->path, CLINCH_DB_READ, NULL);
  if (self->db == NULL || !check_identity (self->db, self->path, &version, NULL))
    {
      g_clear_pointer (&self->db, clinch_db_close);
      self->immutable = TRUE;
      self->db = clinch_db_open (self->path, CLINCH_DB_IMMUTABLE, error);
      if (self->db == NULL)
        return FALSE;
    }
  if (!check_identity (self->db, self->path, &version, error))
    return FALSE;
  if (version < CLINCH_SCHEMA_VERSION)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_READ_ONLY,
                   _("“%s” was written by an older version of Clinch and must be updated before it can be read. Open it for "
                     "writing once."),
                   self->path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
open_for_writing (ClinchWorkspaceFile  *self,
                  const char           *directory,
                  gboolean              create,
                  const char           *language,
                  GError              **error)
{
  g_autofree char *backups = g_build_filename (directory, "backups", NULL);
  g_autofree char *dirty = g_strconcat (self->path, "-wal", NULL);
  gboolean unclean;
  int version;

  if (create && (!make_folders (directory, error)))
    return FALSE;
  if (!create && !check_file (self->path, error))
    return FALSE;
  self->lock = take_lock (directory, error);
  if (self->lock < 0)
    return FALSE;
  if (create && !g_file_test (self->path, G_FILE_TEST_EXISTS) && !create_database (self->path, language, error))
    return FALSE;
  if (!check_file (self->path, error))
    return FALSE;

  unclean = g_file_test (dirty, G_FILE_TEST_EXISTS);
  self->db = clinch_db_open (self->path, CLINCH_DB_WRITE, error);
  if (self->db == NULL || !check_identity (self->db, self->path, &version, error))
    return FALSE;
  if ((unclean || version < CLINCH_SCHEMA_VERSION) && !quick_check (self->db, self->path, error))
    return FALSE;

  return clinch_workspace_file_migrate (self->db, version, backups, error);
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
  opened = read_only ? open_for_reading (self, error) : open_for_writing (self, directory, create, language, error);
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
