// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-history.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/* Changes of a step that are shown at the most. */
#define CLINCH_HISTORY_MAX_CHANGES 50

#define CLINCH_TYPE_HISTORY_ITEM (clinch_history_item_get_type ())

/**
 * ClinchHistoryItem:
 *
 * A step in the list of steps, with whether it is opened and, once it was, what it changed.
 *
 * Properties: “undone” and “expanded” (boolean); “changes” notifies when they are there.
 */
G_DECLARE_FINAL_TYPE (ClinchHistoryItem, clinch_history_item, CLINCH, HISTORY_ITEM, GObject)

/* Takes @entry over. */
ClinchHistoryItem        *clinch_history_item_new          (ClinchHistoryEntry *entry)
G_GNUC_WARN_UNUSED_RESULT;
const ClinchHistoryEntry *clinch_history_item_get_entry    (ClinchHistoryItem  *self);

/* The day on which it was done, Julian. */
guint32                   clinch_history_item_get_day      (ClinchHistoryItem  *self);
gboolean                  clinch_history_item_is_undone    (ClinchHistoryItem  *self);
void                      clinch_history_item_set_undone   (ClinchHistoryItem  *self,
                                                            gboolean            undone);
gboolean                  clinch_history_item_is_expanded  (ClinchHistoryItem  *self);

/* Opening it asks for its changes, unless they are there. */
void                      clinch_history_item_set_expanded (ClinchHistoryItem  *self,
                                                            gboolean            expanded,
                                                            ClinchWorkspace    *workspace);

/* An array of ClinchHistoryChange, %NULL as long as it is not there. */
GPtrArray                *clinch_history_item_get_changes  (ClinchHistoryItem  *self);

G_END_DECLS
