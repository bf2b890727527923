// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-opportunity-filter.h"

G_BEGIN_DECLS

/* What a saved view of the board keeps. */
typedef struct
{
  char *view; /* "board" or "table" */
  char *pipeline; /* its uid, or NULL */
  char *sort; /* of the table */
  ClinchOpportunityFilter *filter;
} ClinchBoardState;

void              clinch_board_state_free      (ClinchBoardState       *state);
char             *clinch_board_state_to_json   (const ClinchBoardState *state)
G_GNUC_WARN_UNUSED_RESULT;
/* Never fails: what cannot be understood is left out. */
ClinchBoardState *clinch_board_state_from_json (const char             *json)
G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchBoardState, clinch_board_state_free)

G_END_DECLS
