// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchBinEntry:
 * @kind: kind of the record
 * @id: its key
 * @name: what it is called
 * @parent: name of what it belongs to, "" for none
 * @deleted_at: when it went to the recycle bin, Unix seconds
 * @member: name of who put it there, "" where nobody said
 * @n_more: how many records went with it
 *
 * Something in the recycle bin.
 */
typedef struct
{
  ClinchKind kind;
  gint64 id;
  char *name;
  char *parent;
  gint64 deleted_at;
  char *member;
  gint64 n_more;
} ClinchBinEntry;

/**
 * clinch_bin_entry_free:
 * @entry: an entry
 */
void       clinch_bin_entry_free   (ClinchBinEntry  *entry);

/**
 * clinch_recycle_bin_rank:
 * @kind: a kind
 *
 * Returns: its place among the kinds in the list of clinch_recycle_bin_load()
 */
guint      clinch_recycle_bin_rank (ClinchKind       kind);

/**
 * clinch_recycle_bin_load:
 * @db: a connection, in a job
 * @text: (nullable): only what is called so or belongs to what is called so; all words must occur
 * @limit: how many of each kind at the most
 * @error: where the reason goes
 *
 * Lists what was deleted, by kind and newest first. What went along with something else is not
 * listed, since it comes back with that; nor what was never there because its adding was undone:
 * the history brings that back.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchBinEntry): the entries
 */
GPtrArray *clinch_recycle_bin_load (ClinchDb        *db,
                                    const char      *text,
                                    guint            limit,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchBinEntry, clinch_bin_entry_free)

G_END_DECLS
