// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"

#include <glib.h>

G_BEGIN_DECLS

/* Quick entry: free text becomes drafts of follow-ups. In two steps, so that nothing here needs a
 * store: first what to look up, then, with what was found, what is meant. */

/**
 * ClinchQuickKind:
 * @CLINCH_QUICK_KIND_VISIT: somebody went to the other
 * @CLINCH_QUICK_KIND_CALL: by telephone
 * @CLINCH_QUICK_KIND_MEETING: several together, also on video
 * @CLINCH_QUICK_KIND_MESSAGE: WeChat and the like
 * @CLINCH_QUICK_KIND_MAIL: by e-mail
 * @CLINCH_QUICK_KIND_FEEDBACK: what the customer let us know, whichever way
 * @CLINCH_QUICK_KIND_NOTE: anything else
 */
typedef enum
{
  CLINCH_QUICK_KIND_VISIT,
  CLINCH_QUICK_KIND_CALL,
  CLINCH_QUICK_KIND_MEETING,
  CLINCH_QUICK_KIND_MESSAGE,
  CLINCH_QUICK_KIND_MAIL,
  CLINCH_QUICK_KIND_FEEDBACK,
  CLINCH_QUICK_KIND_NOTE,
} ClinchQuickKind;

/**
 * ClinchQuickTermKind:
 * @CLINCH_QUICK_TERM_PERSON: a surname (王, Wang) or a whole name: contacts whose name begins with
 *   it, or has it as a word
 * @CLINCH_QUICK_TERM_WORD: a word or number of an alphabet: customers, contacts and opportunities
 *   that have it as a word
 * @CLINCH_QUICK_TERM_NAME: two to four CJK characters: customers, contacts and opportunities whose
 *   name or short name has all of them in this order, not necessarily side by side (杭钢 finds 杭州钢铁)
 */
typedef enum
{
  CLINCH_QUICK_TERM_PERSON,
  CLINCH_QUICK_TERM_WORD,
  CLINCH_QUICK_TERM_NAME,
} ClinchQuickTermKind;

typedef struct
{
  ClinchQuickTermKind  kind;
  char                *text;
} ClinchQuickTerm;

/**
 * ClinchQuickCustomer:
 *
 * A customer that may be meant. Strings in these four structs are borrowed.
 */
typedef struct
{
  gint64      id;
  const char *name;
  const char *short_name;
  gint64      owner;
} ClinchQuickCustomer;

typedef struct
{
  gint64      id;
  gint64      customer;
  const char *name;
  const char *title;
} ClinchQuickContact;

typedef struct
{
  gint64      id;
  gint64      customer;
  const char *name;
  gint64      owner;
  gboolean    is_open;
} ClinchQuickOpportunity;

typedef struct
{
  gint64      id;
  const char *name;
} ClinchQuickMember;

/**
 * ClinchQuickContext:
 * @customers: (array length=n_customers): customers that were looked up, with those of the contacts
 *   and opportunities
 * @n_customers: how many
 * @contacts: (array length=n_contacts): contacts that were looked up
 * @n_contacts: how many
 * @opportunities: (array length=n_opportunities): those that were looked up, and all open ones of
 *   @customers
 * @n_opportunities: how many
 * @members: (array length=n_members): the members of the workspace
 * @n_members: how many
 * @today: the current day, ISO
 * @me: id of the member who writes, or 0; their own customers win where it is a tie
 * @customer: id of the customer that is already certain (the page it is written on), or 0
 * @opportunity: the same for the opportunity
 * @contact: the same for a person, whom it is about unless it names somebody who is known
 *
 * What the text can mean. Ids are greater than 0.
 */
typedef struct
{
  const ClinchQuickCustomer    *customers;
  gsize                         n_customers;
  const ClinchQuickContact     *contacts;
  gsize                         n_contacts;
  const ClinchQuickOpportunity *opportunities;
  gsize                         n_opportunities;
  const ClinchQuickMember      *members;
  gsize                         n_members;
  const char                   *today;
  gint64                        me;
  gint64                        customer;
  gint64                        opportunity;
  gint64                        contact;
} ClinchQuickContext;

/**
 * ClinchQuickPiece:
 * @start: first byte in the text
 * @end: past the last byte; the same as @start where nothing in the text says it
 * @confidence: 0 (not known) to 100 (certain); below 60 the user should look
 *
 * Where in the text something was recognised.
 */
typedef struct
{
  gsize start;
  gsize end;
  int   confidence;
} ClinchQuickPiece;

/**
 * ClinchQuickMatch:
 * @piece: where
 * @id: id of the record, or 0 if it is not known or not decided
 * @alternatives: (array length=n_alternatives): other records that fit, best first; where @id is 0
 *   because several fit, all of them
 * @n_alternatives: how many
 */
typedef struct
{
  ClinchQuickPiece  piece;
  gint64            id;
  gint64           *alternatives;
  gsize             n_alternatives;
} ClinchQuickMatch;

/**
 * ClinchQuickDraft:
 * @start: first byte in the text
 * @end: past the last byte
 * @kind: what kind of follow-up
 * @kind_piece: what says so
 * @date: the day it happened, ISO
 * @date_piece: what says so
 * @minutes: the time it happened in minutes since midnight, or -1
 * @author: the member whom the header of a message names
 * @customer: the customer
 * @opportunity: the opportunity
 * @contacts: (array length=n_contacts): people at the customer; one with id 0 and no alternatives
 *   is a person who is not known yet
 * @n_contacts: how many
 * @body: what was said or done, without what is already said by @date and @next_step
 * @next_step: (nullable): what is to be done
 * @next_step_piece: where it stands
 * @next_date: the day for that, ISO, or ""
 * @next_date_piece: what says so
 *
 * One follow-up, not saved yet.
 */
typedef struct
{
  gsize               start;
  gsize               end;
  ClinchQuickKind  kind;
  ClinchQuickPiece    kind_piece;
  char                date[CLINCH_DATE_SIZE];
  ClinchQuickPiece    date_piece;
  int                 minutes;
  ClinchQuickMatch    author;
  ClinchQuickMatch    customer;
  ClinchQuickMatch    opportunity;
  ClinchQuickMatch   *contacts;
  gsize               n_contacts;
  char               *body;
  char               *next_step;
  ClinchQuickPiece    next_step_piece;
  char                next_date[CLINCH_DATE_SIZE];
  ClinchQuickPiece    next_date_piece;
} ClinchQuickDraft;

/**
 * clinch_quick_kind_to_code:
 * @kind: a kind
 *
 * Returns: (transfer none): the code that files and the store use, "visit"
 */
const char *clinch_quick_kind_to_code   (ClinchQuickKind        kind);

/**
 * clinch_quick_kind_from_code:
 * @code: (nullable): a code
 * @kind: (out): the kind
 *
 * Returns: %TRUE if @code is the code of a kind
 */
gboolean    clinch_quick_kind_from_code (const char               *code,
                                         ClinchQuickKind          *kind);

/**
 * clinch_quick_entry_get_terms:
 * @text: (nullable): what was typed or pasted; any bytes
 * @today: the current day, ISO
 *
 * What to look up before the text can be understood: people first, then words, then parts of names
 * from the most to the least telling, each once, at most 160.
 *
 * Returns: (transfer full) (element-type ClinchQuickTerm): the terms
 */
GPtrArray  *clinch_quick_entry_get_terms    (const char               *text,
                                             const char               *today)
                                             G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_quick_entry_resolve:
 * @text: (nullable): what was typed or pasted; any bytes, of which the first 20 KiB count
 * @context: what it can mean
 *
 * Reads a line, or a memo of several: every message of a chat, and every line that begins with a
 * date, another customer or another visit or call, is a draft of its own; other lines go on with
 * the one before. What happened and what is to be done are told apart clause by clause.
 *
 * Offsets are those of @text where it is valid UTF-8, else of clinch_quick_entry_clean().
 *
 * Returns: (transfer full) (element-type ClinchQuickDraft): the drafts in the order of the text,
 *   none for an empty text
 */
GPtrArray  *clinch_quick_entry_resolve      (const char               *text,
                                             const ClinchQuickContext *context)
                                             G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_quick_entry_clean:
 * @text: (nullable): any bytes
 *
 * Returns: (transfer full): the text that the other two functions really read: valid and at most 20
 *   KiB
 */
char       *clinch_quick_entry_clean        (const char               *text)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_quick_draft_free:
 * @draft: (transfer full) (nullable): a draft
 */
void        clinch_quick_draft_free         (ClinchQuickDraft         *draft);

/**
 * clinch_quick_term_free:
 * @term: (transfer full) (nullable): a term
 */
void        clinch_quick_term_free          (ClinchQuickTerm          *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchQuickDraft, clinch_quick_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchQuickTerm, clinch_quick_term_free)

G_END_DECLS
