// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

G_BEGIN_DECLS

/* For the identity map (clinch-workspace.c) and what keeps it current (clinch-workspace-refresh.c)
 * alone. */

struct _ClinchWorkspace
{
  GObject parent_instance;

  ClinchStore *store;
  GHashTable *records[CLINCH_N_KINDS]; /* id to ClinchRecord, weak */
  GArray *wanted[CLINCH_N_KINDS];      /* ids of hollow records whose rows shall be read */
  guint wanted_source;
  GListStore *pipelines;
  GListStore *stages;
  ClinchRecord *me;
  char *currency;
};

/**
 * clinch_workspace_find_record:
 * @self: a workspace
 * @kind: a kind
 * @id: key of a record
 *
 * Returns: (transfer none) (nullable): the object for that record, where somebody shows it
 */
ClinchRecord *clinch_workspace_find_record     (ClinchWorkspace  *self,
                                                ClinchKind        kind,
                                                gint64            id);

/**
 * clinch_workspace_announce:
 * @self: a workspace
 * @changes: what a step changed
 *
 * Emits “changed”. The records that are alive are current by then.
 */
void          clinch_workspace_announce        (ClinchWorkspace  *self,
                                                ClinchChangeSet  *changes);

/* The pipelines and stages are few and needed at once, so they are all held; with them who “me” is
 * and the currency of the workspace. */
typedef struct _ClinchBasics ClinchBasics;

/**
 * clinch_basics_read:
 * @db: a connection, in a job
 * @data: ignored
 * @error: the reason
 *
 * Returns: (transfer full) (nullable): a #ClinchBasics
 */
gpointer      clinch_basics_read               (ClinchDb         *db,
                                                gpointer          data,
                                                GError          **error);

/**
 * clinch_basics_free:
 * @data: (transfer full): a #ClinchBasics
 */
void          clinch_basics_free               (gpointer          data);

/**
 * clinch_workspace_take_basics:
 * @self: a workspace
 * @basics: (transfer full): what was read
 *
 * Holds it from now on; whoever is not shown anything new is not told anything.
 */
void          clinch_workspace_take_basics     (ClinchWorkspace  *self,
                                                ClinchBasics     *basics);

/**
 * clinch_workspace_refresh_changed:
 * @self: a workspace
 * @changes: what a step changed
 *
 * Reads anew what is shown of it, then announces it.
 */
void          clinch_workspace_refresh_changed (ClinchWorkspace  *self,
                                                ClinchChangeSet  *changes);

/**
 * clinch_workspace_refresh_wanted:
 * @self: a workspace
 *
 * Reads the records that are hollow and asked for.
 */
void          clinch_workspace_refresh_wanted  (ClinchWorkspace  *self);

G_END_DECLS
