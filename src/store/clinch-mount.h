// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_mount_is_network:
 * @path: a file or folder, which need not exist yet
 *
 * Returns: %TRUE if it lies, or would lie, on another machine's file system, where locks and shared
 *   memory do not hold what SQLite's journal needs
 */
gboolean clinch_mount_is_network      (const char *path);

/**
 * clinch_mount_type_is_network:
 * @magic: the number by which statfs() tells a file system
 * @type: (nullable): its name in the table of mounts, which tells one FUSE file system from another
 *
 * Returns: %TRUE if a file system of this type is on another machine
 */
gboolean clinch_mount_type_is_network (guint32     magic,
                                       const char *type);

G_END_DECLS
