// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-alert.h"
#include "clinch-record.h"
#include "clinch-stage-clock.h"

G_BEGIN_DECLS

/* What the third line of a card is about. */
typedef enum
{
  CLINCH_CARD_NEXT_MISSING, /* open, and nothing is planned */
  CLINCH_CARD_NEXT_PLANNED,
  CLINCH_CARD_NEXT_TODAY,
  CLINCH_CARD_NEXT_OVERDUE,
  CLINCH_CARD_NEXT_WAITING, /* the next step is not due, or the customer took too long */
  CLINCH_CARD_NEXT_WON,
  CLINCH_CARD_NEXT_LOST,
} ClinchCardNext;

/* All that a card says about an opportunity, in the language of the program: what is drawn, and the
 * one sentence that a screen reader hears. Strings are never NULL. */
typedef struct
{
  char *name;
  char *customer;
  char *grade;
  char *amount;
  char *owner;
  char *initials;
  guint owner_hue; /* which of the avatar's colours */
  ClinchCardNext next;
  char *next_text;
  char *next_date;
  char *waiting; /* whom at the customer it waits for, "" for nobody */
  ClinchStageClock clock;
  char *days; /* "" where the stage has ended it */
  ClinchChainAlert chain; /* whether it shows the sign that nobody knows who decides */
  char *label;
} ClinchCardText;

#define CLINCH_CARD_N_HUES 8

ClinchCardText *clinch_card_text_new  (ClinchRecord     *opportunity,
                                       ClinchRecord     *stage,
                                       ClinchChainPhase  phase,
                                       gint64            now,
                                       const char       *today) G_GNUC_WARN_UNUSED_RESULT;
void            clinch_card_text_free (ClinchCardText   *text);

/* What hovering over the card tells beyond it, one fact a line. */
char           *clinch_card_text_tooltip (const ClinchCardText *text,
                                          ClinchRecord         *opportunity)
                                          G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchCardText, clinch_card_text_free)

G_END_DECLS
