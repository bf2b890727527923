// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A small disk of a test's own, to be filled up. It is a file system in memory that this process
 * alone sees. Where the system lets no process have a name space of its own, files of this process
 * are limited in size instead, which comes to the same for whoever writes. */

/**
 * clinch_test_disk_mount:
 * @megabytes: its size
 *
 * Makes the disk the place of temporary files. Called first of all in main().
 */
void clinch_test_disk_mount       (int      megabytes);

/**
 * clinch_test_disk_unmount:
 *
 * Takes the disk away again.
 */
void clinch_test_disk_unmount     (void);

/**
 * clinch_test_disk_limit_files:
 * @limit: whether files are limited in size from now on although there is a disk
 *
 * The system then gives another reason than a full disk does.
 */
void clinch_test_disk_limit_files (gboolean limit);

/**
 * clinch_test_disk_fill:
 * @left: bytes that stay free
 *
 * Fills it up.
 */
void clinch_test_disk_fill        (gsize    left);

/**
 * clinch_test_disk_free:
 *
 * Frees the space again.
 */
void clinch_test_disk_free        (void);

G_END_DECLS
