// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CLINCH_STORE_ERROR (clinch_store_error_quark ())

/**
 * ClinchStoreError:
 * @CLINCH_STORE_ERROR_FAILED: something else went wrong in the database
 * @CLINCH_STORE_ERROR_BUSY: the workspace is open elsewhere
 * @CLINCH_STORE_ERROR_CONSTRAINT: the change would break a rule of the data
 * @CLINCH_STORE_ERROR_NOT_FOUND: no such record, step or workspace
 * @CLINCH_STORE_ERROR_AMBIGUOUS: a name fits several records
 * @CLINCH_STORE_ERROR_CORRUPT: the file is damaged
 * @CLINCH_STORE_ERROR_FOREIGN: the file is not a workspace of ours
 * @CLINCH_STORE_ERROR_TOO_NEW: a newer version of the program wrote it
 * @CLINCH_STORE_ERROR_READ_ONLY: it cannot be written
 * @CLINCH_STORE_ERROR_FULL: the disk is full
 * @CLINCH_STORE_ERROR_NETWORK: it lies on a network file system
 * @CLINCH_STORE_ERROR_REFUSED: a rule of the business says no; the message names it
 * @CLINCH_STORE_ERROR_NEEDS_REASON: an opportunity enters a lost stage, or a grade
 *   goes against the profile, and nobody said why
 *
 * What can go wrong in the store. Every message is a translated sentence for the user; the details
 * of SQLite go to the debug log.
 */
typedef enum
{
  CLINCH_STORE_ERROR_FAILED,
  CLINCH_STORE_ERROR_BUSY,
  CLINCH_STORE_ERROR_CONSTRAINT,
  CLINCH_STORE_ERROR_NOT_FOUND,
  CLINCH_STORE_ERROR_AMBIGUOUS,
  CLINCH_STORE_ERROR_CORRUPT,
  CLINCH_STORE_ERROR_FOREIGN,
  CLINCH_STORE_ERROR_TOO_NEW,
  CLINCH_STORE_ERROR_READ_ONLY,
  CLINCH_STORE_ERROR_FULL,
  CLINCH_STORE_ERROR_NETWORK,
  CLINCH_STORE_ERROR_REFUSED,
  CLINCH_STORE_ERROR_NEEDS_REASON,
} ClinchStoreError;

/**
 * clinch_store_error_quark:
 *
 * Returns: the domain of the store's errors
 */
GQuark   clinch_store_error_quark   (void);

/**
 * clinch_store_error_is_full:
 * @reason: a value of errno
 *
 * Returns: whether it says that nothing more fits: a full disk, a quota that is used up, or a file
 *   that has reached the greatest size it may have
 */
gboolean clinch_store_error_is_full (int reason);

G_END_DECLS
