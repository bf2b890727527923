// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/* "clin" in the header of the database file tells that it is ours. */
#define CLINCH_APPLICATION_ID 0x636c696e
#define CLINCH_SCHEMA_VERSION 12

/**
 * ClinchWorkspaceFile:
 * @db: the connection that writes; in read-only mode one that reads
 * @path: the database file
 * @lock: file descriptor that holds the lock, -1 in read-only mode
 * @immutable: whether the file lies where nothing can be written
 *
 * A workspace's folder, checked, locked and migrated.
 */
typedef struct
{
  ClinchDb *db;
  char *path;
  int lock;
  gboolean immutable;
} ClinchWorkspaceFile;

/**
 * clinch_workspace_file_open:
 * @directory: folder of the workspace
 * @create: whether to make an empty workspace where there is none
 * @read_only: whether to open without writing and without the lock
 * @language: language of the pipelines in a new workspace, "zh" or "en"
 * @error: the reason, a sentence that names the way out; nothing has been changed then
 *
 * Refuses a network file system, a foreign file, a damaged one, a newer schema, one that is open
 * elsewhere. Brings an older schema up to date after a backup into "backups/".
 *
 * Returns: (transfer full) (nullable): the open workspace
 */
ClinchWorkspaceFile *clinch_workspace_file_open  (const char           *directory,
                                                  gboolean              create,
                                                  gboolean              read_only,
                                                  const char           *language,
                                                  GError              **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_workspace_file_close:
 * @self: (transfer full): an open workspace
 *
 * Checkpoints, closes and gives up the lock.
 */
void                 clinch_workspace_file_close (ClinchWorkspaceFile  *self);

/**
 * clinch_workspace_file_migrate:
 * @db: the writing connection
 * @from: schema version of the file, 0 for an empty one
 * @backup_directory: (nullable): where the copy goes before an existing file is changed
 * @error: the reason; the file is as it was then
 *
 * Carries out the migrations after @from in one transaction.
 *
 * Returns: %TRUE if the schema is up to date
 */
gboolean             clinch_workspace_file_migrate (ClinchDb    *db,
                                                    int          from,
                                                    const char  *backup_directory,
                                                    GError     **error);

/**
 * clinch_workspace_file_name:
 * @directory: folder of a workspace
 *
 * Returns: (transfer full): what the workspace is called, its folder's name without “.clinch”
 */
char                *clinch_workspace_file_name   (const char  *directory)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_workspace_file_verify:
 * @path: a database file that nobody has open: a backup
 * @error: the reason
 *
 * Looks whether it is a whole workspace that this version can open. Nothing is written.
 *
 * Returns: %TRUE if so
 */
gboolean             clinch_workspace_file_verify (const char  *path,
                                                   GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchWorkspaceFile, clinch_workspace_file_close)

G_END_DECLS
