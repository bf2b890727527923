// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_RECORD_LIST (clinch_record_list_get_type ())

/**
 * ClinchRecordList:
 *
 * The records that a query asks for, as a GListModel of #ClinchRecord. It holds the ids in order
 * and makes rows real as they are looked at, so that 100,000 of them cost what is seen. After each
 * committed step it moves, adds and removes just the records concerned.
 *
 * Properties: “query” state is set by function; “loading” (boolean) is %TRUE until the first
 * answer, “n-items” (uint) notifies.
 */
G_DECLARE_FINAL_TYPE (ClinchRecordList, clinch_record_list, CLINCH, RECORD_LIST, GObject)

/**
 * clinch_record_list_new:
 * @workspace: where the records are
 * @query: (nullable): what to ask for; %NULL leaves the list empty for now
 *
 * Returns: (transfer full): the list, which fills itself
 */
ClinchRecordList  *clinch_record_list_new       (ClinchWorkspace   *workspace,
                                                 const ClinchQuery *query)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_record_list_set_query:
 * @self: a list
 * @query: (nullable): what to ask for now
 *
 * The old answer stays until the new one is there, and what both have in common is not touched.
 */
void               clinch_record_list_set_query (ClinchRecordList  *self,
                                                 const ClinchQuery *query);

/**
 * clinch_record_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what it asks for
 */
const ClinchQuery *clinch_record_list_get_query (ClinchRecordList  *self);

/**
 * clinch_record_list_seed:
 * @self: a list
 * @query: what to ask for
 * @ids: (element-type gint64): how the answer begins, read by a job of the caller's
 * @rows: (element-type ClinchLoadedRow): rows for the first of @ids, which are taken out
 * @complete: whether @ids is the whole answer
 *
 * As clinch_record_list_set_query() with the beginning of the answer at hand, so that several lists
 * can be filled by one job before the first frame. What follows is asked for once the window is
 * made wider than @ids.
 */
void               clinch_record_list_seed      (ClinchRecordList  *self,
                                                 const ClinchQuery *query,
                                                 GArray            *ids,
                                                 GPtrArray         *rows,
                                                 gboolean           complete);

/**
 * clinch_record_list_set_window:
 * @self: a list
 * @window: how many items it shows at the most, 0 for all
 *
 * A short window before the first frame keeps a list view from making rows that nobody sees yet; it
 * is widened after.
 */
void               clinch_record_list_set_window (ClinchRecordList *self,
                                                  guint             window);

/**
 * clinch_record_list_get_window:
 * @self: a list
 *
 * Returns: how many items it shows at the most, 0 for all
 */
guint              clinch_record_list_get_window (ClinchRecordList *self);

/**
 * clinch_record_list_get_total:
 * @self: a list
 *
 * Returns: how many records there are, inside and outside the window
 */
guint              clinch_record_list_get_total (ClinchRecordList  *self);

/**
 * clinch_record_list_get_id:
 * @self: a list
 * @position: an index
 *
 * Returns: the key of the record there, 0 past the end; does not make the record real
 */
gint64             clinch_record_list_get_id    (ClinchRecordList  *self,
                                                 guint              position);

/**
 * clinch_record_list_find:
 * @self: a list
 * @id: key of a record
 *
 * Returns: its index, %GTK_INVALID_LIST_POSITION (G_MAXUINT) if it is not in the list
 */
guint              clinch_record_list_find      (ClinchRecordList  *self,
                                                 gint64             id);

/**
 * clinch_record_list_is_loading:
 * @self: a list
 *
 * Returns: %TRUE until the first answer to the query is there
 */
gboolean           clinch_record_list_is_loading (ClinchRecordList *self);

G_END_DECLS
