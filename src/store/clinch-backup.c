// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way back from a workspace that cannot be opened any more. A backup is a copy of the database;
// it is opened and checked before anybody relies on it, and put into a new folder, so that neither
// the damaged workspace nor the backup itself is touched.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-backup.h"

#include "clinch-clock.h"
#include "clinch-store-error.h"
#include "clinch-workspace-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define MAX_FOLDERS_OF_A_DAY 100

void
clinch_backup_free (ClinchBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const ClinchBackup *one = a;
  const ClinchBackup *other = b;

  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;

  return g_strcmp0 (other->path, one->path);
}

GPtrArray *
clinch_backup_list (const char *directory)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_backup_free);
  g_autofree char *folder = g_build_filename (directory, "backups", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      ClinchBackup *backup;
      GStatBuf info;

      if (!g_str_has_suffix (name, ".db") || g_stat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;
      backup = g_new0 (ClinchBackup, 1);
      backup->path = g_steal_pointer (&path);
      backup->time = info.st_mtime;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort_values (backups, compare_newest_first);

  return backups;
}

static const ClinchBackup *
find_whole (GPtrArray   *backups,
            const char  *directory,
            GError     **error)
{
  for (guint i = 0; i < backups->len; i++)
    {
      const ClinchBackup *backup = backups->pdata[i];
      g_autoptr(GError) local_error = NULL;

      if (clinch_workspace_file_verify (backup->path, &local_error))
        return backup;
      g_debug ("A backup is passed over: %s", local_error->message);
    }

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
               _("No backup in “%s” is whole. Choose another folder."), directory);
  return NULL;
}

static void
set_not_made (const char  *path,
              int          code,
              GError     **error)
{
  g_set_error (error, CLINCH_STORE_ERROR,
               clinch_store_error_is_full (code) ? CLINCH_STORE_ERROR_FULL
                                                 : CLINCH_STORE_ERROR_READ_ONLY,
               _("The backup could not be copied to “%1$s” (%2$s). Free some space there, or check "
                 "its permissions."), path, g_strerror (code));
}

/* A folder of its own that says what it is, "Team (backup of 2026-11-20).clinch". */
static char *
make_folder (const char          *directory,
             const ClinchBackup  *backup,
             GError             **error)
{
  g_autofree char *parent = g_path_get_dirname (directory);
  g_autofree char *name = clinch_workspace_file_name (directory);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (backup->time);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, clinch_clock_timezone ());
  g_autofree char *day = g_date_time_format (local, "%Y-%m-%d");

  for (int i = 1; i <= MAX_FOLDERS_OF_A_DAY; i++)
    {
      /* Translators: name of a folder; the name of a workspace and a day. */
      g_autofree char *title = g_strdup_printf (_("%1$s (backup of %2$s)"), name, day);
      g_autofree char *number = i > 1 ? g_strdup_printf (" %d", i) : g_strdup ("");
      g_autofree char *file = g_strconcat (title, number, ".clinch", NULL);
      g_autofree char *path = g_build_filename (parent, file, NULL);

      if (g_mkdir (path, 0700) == 0)
        return g_steal_pointer (&path);
      if (errno != EEXIST || i == MAX_FOLDERS_OF_A_DAY)
        {
          set_not_made (path, errno, error);
          return NULL;
        }
    }

  g_assert_not_reached ();
}

/* What is written later relies on what is copied now, so the copy reaches the disk first. */
static gboolean
sync_file (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);

  return synced;
}

static gboolean
copy_database (const ClinchBackup  *backup,
               const char          *folder,
               GError             **error)
{
  g_autofree char *making = g_build_filename (folder, "workspace.db.making", NULL);
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);
  g_autoptr(GFile) source = g_file_new_for_path (backup->path);
  g_autoptr(GFile) target = g_file_new_for_path (making);
  g_autoptr(GError) local_error = NULL;
  int code = 0;

  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &local_error))
    code = g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENOSPC : EIO;
  else if (g_chmod (making, 0600) != 0 || !sync_file (making) || g_rename (making, path) != 0)
    code = errno;
  if (code == 0)
    return TRUE;

  set_not_made (path, code, error);
  g_unlink (making);
  return FALSE;
}

char *
clinch_backup_restore_newest (const char  *directory,
                              GError     **error)
{
  g_autoptr(GPtrArray) backups = clinch_backup_list (directory);
  const ClinchBackup *backup = find_whole (backups, directory, error);
  g_autofree char *folder = NULL;

  if (backup == NULL)
    return NULL;

  folder = make_folder (directory, backup, error);
  if (folder == NULL)
    return NULL;
  if (!copy_database (backup, folder, error))
    {
      g_rmdir (folder);
      return NULL;
    }

  return g_steal_pointer (&folder);
}
