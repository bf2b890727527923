// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record-list.h"

G_BEGIN_DECLS

/**
 * ClinchRecordWalk:
 * @list: the list that a page was opened from, or NULL
 * @id: key of the record that is shown
 * @position: where in the list it is, or was before it left
 *
 * Going from record to record of a list without leaving the page that shows one of them.
 */
typedef struct
{
  ClinchRecordList *list;
  gint64            id;
  guint             position;
} ClinchRecordWalk;

/* Looks where the record is now. */
void     clinch_record_walk_find      (ClinchRecordWalk *self);
gboolean clinch_record_walk_can_step  (ClinchRecordWalk *self,
                                       gboolean          forward);
/* The key of the record before or behind; 0 where there is none. */
gint64   clinch_record_walk_step      (ClinchRecordWalk *self,
                                       gboolean          forward);
/* Which of how many it is; "" where it is in no list. */
char    *clinch_record_walk_dup_place (ClinchRecordWalk *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean clinch_record_walk_is_empty  (ClinchRecordWalk *self);

G_END_DECLS
