// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchBackup:
 * @path: the file
 * @time: when it was written, Unix seconds
 *
 * A copy of the database in a workspace's folder "backups/".
 */
typedef struct
{
  char *path;
  gint64 time;
} ClinchBackup;

/**
 * clinch_backup_free:
 * @backup: (transfer full): a backup
 */
void       clinch_backup_free           (ClinchBackup  *backup);

/**
 * clinch_backup_list:
 * @directory: folder of a workspace
 *
 * Returns: (transfer full) (element-type ClinchBackup): its backups, the newest first; none where
 *   the folder cannot be read
 */
GPtrArray *clinch_backup_list           (const char    *directory) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_backup_restore_newest:
 * @directory: folder of a workspace, which is left as it is
 * @error: the reason
 *
 * Makes a new workspace beside the old one from the newest backup that is whole. Reads whole files:
 * not for the main thread.
 *
 * Returns: (transfer full) (nullable): folder of the new workspace
 */
char      *clinch_backup_restore_newest (const char    *directory,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchBackup, clinch_backup_free)

G_END_DECLS
