// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "clinch-query.h"
#include "clinch-record.h"
#include "clinch-store.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_WORKSPACE (clinch_workspace_get_type ())

/**
 * ClinchWorkspace:
 *
 * An open workspace with its objects: the identity map (one record, one object), which a committed
 * step brings up to date, and what is true of the workspace as a whole. Pages, lists and actions
 * work on it; it is handed down to them. Main thread only.
 *
 * Signal “changed” (ClinchChangeSet *): a step was committed and the objects alive show it already;
 * lists follow.
 */
G_DECLARE_FINAL_TYPE (ClinchWorkspace, clinch_workspace, CLINCH, WORKSPACE, GObject)

/**
 * clinch_workspace_open_async:
 * @directory: the workspace's folder
 * @mode: how to open it
 * @language: (nullable): language of a new workspace's pipelines, "zh" or "en"
 * @cancellable: (nullable): to give up
 * @callback: what to call then
 * @user_data: its data
 *
 * Opens a workspace and loads what every page needs at once: settings, pipelines and stages, who is
 * “me”.
 */
void             clinch_workspace_open_async    (const char           *directory,
                                                 ClinchStoreOpen       mode,
                                                 const char           *language,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * clinch_workspace_open_finish:
 * @result: what the callback got
 * @error: the reason
 *
 * Returns: (transfer full) (nullable): the workspace
 */
ClinchWorkspace *clinch_workspace_open_finish   (GAsyncResult         *result,
                                                 GError              **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_workspace_close_async:
 * @self: a workspace
 * @callback: (nullable): what to call when everything is written and the file is closed
 * @user_data: its data
 */
void             clinch_workspace_close_async   (ClinchWorkspace      *self,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * clinch_workspace_close_finish:
 * @self: a workspace
 * @result: what the callback got
 * @error: the reason
 *
 * Returns: %TRUE on success
 */
gboolean         clinch_workspace_close_finish  (ClinchWorkspace      *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/**
 * clinch_workspace_get_store:
 * @self: a workspace
 *
 * Returns: (transfer none): the store underneath, for jobs
 */
ClinchStore     *clinch_workspace_get_store     (ClinchWorkspace      *self);

/**
 * clinch_workspace_get_directory:
 * @self: a workspace
 *
 * Returns: (transfer none): its folder
 */
const char      *clinch_workspace_get_directory (ClinchWorkspace      *self);

/**
 * clinch_workspace_get_title:
 * @self: a workspace
 *
 * Returns: (transfer full): its name for people, the folder's without “.clinch”
 */
char            *clinch_workspace_get_title     (ClinchWorkspace      *self)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_workspace_title:
 * @directory: folder of a workspace, open or not
 *
 * Returns: (transfer full): the workspace's name for people
 */
char            *clinch_workspace_title         (const char           *directory)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_workspace_is_read_only:
 * @self: a workspace
 *
 * Returns: %TRUE if it was opened without writing
 */
gboolean         clinch_workspace_is_read_only  (ClinchWorkspace      *self);

/**
 * clinch_workspace_get_me:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the member who acts
 */
ClinchRecord    *clinch_workspace_get_me        (ClinchWorkspace      *self);

/**
 * clinch_workspace_get_currency:
 * @self: a workspace
 *
 * Returns: (transfer none): ISO 4217 code of the workspace's currency
 */
const char      *clinch_workspace_get_currency  (ClinchWorkspace      *self);

/**
 * clinch_workspace_get_pipelines:
 * @self: a workspace
 *
 * Returns: (transfer none): (element-type ClinchRecord): the pipelines, in order, kept current
 */
GListModel      *clinch_workspace_get_pipelines (ClinchWorkspace      *self);

/**
 * clinch_workspace_get_stages:
 * @self: a workspace
 * @pipeline_id: a pipeline
 *
 * Returns: (transfer full) (element-type ClinchRecord): its stages, in order, as they are now
 */
GPtrArray       *clinch_workspace_get_stages    (ClinchWorkspace      *self,
                                                 gint64                pipeline_id)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_workspace_get_record:
 * @self: a workspace
 * @kind: a kind
 * @id: key of a record
 *
 * Returns: (transfer full): the one object for that record; hollow where it is not loaded yet, then
 *   it loads on its own
 */
ClinchRecord    *clinch_workspace_get_record    (ClinchWorkspace      *self,
                                                 ClinchKind            kind,
                                                 gint64                id)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_workspace_take_row:
 * @self: a workspace
 * @loaded: (transfer full): a row that a job just read
 *
 * Returns: (transfer full): the record for it, filled
 */
ClinchRecord    *clinch_workspace_take_row      (ClinchWorkspace      *self,
                                                 ClinchLoadedRow      *loaded)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
