// SPDX-License-Identifier: GPL-3.0-or-later

/* From free text to drafts, in the order in which one thing helps the next:
 *
 *   names that stand there as they are (so that no date or verb is seen inside them)
 *   headers of messages
 *   dates, people by title, verbs
 *   short forms of customers (in what is left)
 *   lines that belong together
 *   and for each group of them: what happened and what is next, and which records it is about.
 *
 * Everything works on positions of characters in one ClinchQuickText and is linear in the text,
 * times the number of candidates at most. */

#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-entry.h"

#include "clinch-quick-clauses.h"
#include "clinch-quick-memo.h"
#include "clinch-quick-names.h"
#include "clinch-quick-resolve.h"
#include "clinch-quick-scan.h"

#define MAX_DRAFTS 200

static const char * const kind_codes[] = {
  [CLINCH_QUICK_KIND_VISIT] = "visit",
  [CLINCH_QUICK_KIND_CALL] = "call",
  [CLINCH_QUICK_KIND_MEETING] = "meeting",
  [CLINCH_QUICK_KIND_MESSAGE] = "message",
  [CLINCH_QUICK_KIND_MAIL] = "mail",
  [CLINCH_QUICK_KIND_FEEDBACK] = "feedback",
  [CLINCH_QUICK_KIND_NOTE] = "note",
};

const char *
clinch_quick_kind_to_code (ClinchQuickKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_codes), "note");

  return kind_codes[kind];
}

gboolean
clinch_quick_kind_from_code (const char      *code,
                             ClinchQuickKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_codes); i++)
    {
      if (g_strcmp0 (code, kind_codes[i]) == 0)
        {
          *kind = (ClinchQuickKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

void
clinch_quick_draft_free (ClinchQuickDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->author.alternatives);
  g_free (draft->customer.alternatives);
  g_free (draft->opportunity.alternatives);
  for (gsize i = 0; i < draft->n_contacts; i++)
    g_free (draft->contacts[i].alternatives);
  g_free (draft->contacts);
  g_free (draft->body);
  g_free (draft->next_step);
  g_free (draft);
}

char *
clinch_quick_entry_clean (const char *text)
{
  g_autoptr(ClinchQuickText) clean = clinch_quick_text_new (text);

  return g_steal_pointer (&clean->text);
}

static void
set_author (const ClinchQuickEvidence *evidence,
            const ClinchQuickGroup    *group,
            ClinchQuickDraft          *draft)
{
  if (group->header.member < 0)
    return;
  draft->author.id = evidence->context->members[group->header.member].id;
  draft->author.piece = clinch_quick_scan_piece (evidence->scan, group->header.name_start,
                                                 group->header.name_end, 98);
}

/* The day of a draft that names none: that of its header, else that of the draft before in the same
 * memo, else today. */
static void
set_missing_date (const ClinchQuickEvidence *evidence,
                  const ClinchQuickGroup    *group,
                  const ClinchQuickDraft    *before,
                  ClinchQuickDraft          *draft)
{
  if (draft->minutes < 0)
    draft->minutes = group->header.minutes;
  if (draft->date[0] != '\0')
    return;

  if (group->header.day != 0)
    {
      clinch_date_from_days (group->header.day, draft->date);
      draft->date_piece = clinch_quick_scan_piece (evidence->scan, group->header.day_start,
                                                   group->header.day_end, 95);
    }
  else if (group->sticky_day != 0)
    {
      clinch_date_from_days (group->sticky_day, draft->date);
      draft->date_piece = clinch_quick_scan_piece (evidence->scan, group->sticky_start,
                                                   group->sticky_end, 90);
    }
  else if (before != NULL)
    {
      g_strlcpy (draft->date, before->date, sizeof draft->date);
      draft->date_piece.confidence = 50;
    }
  else
    {
      clinch_date_from_days (evidence->scan->today, draft->date);
      draft->date_piece.confidence = 60;
    }
}

static ClinchQuickDraft *
make_draft (const ClinchQuickEvidence *evidence,
            const ClinchQuickGroup    *group,
            const ClinchQuickDraft    *before)
{
  const ClinchQuickText *text = evidence->scan->text;
  const ClinchQuickRange *first = &g_array_index (group->ranges, ClinchQuickRange, 0);
  const ClinchQuickRange *last = &g_array_index (group->ranges, ClinchQuickRange,
                                                 group->ranges->len - 1);
  ClinchQuickDraft *draft = g_new0 (ClinchQuickDraft, 1);

  draft->start = text->offset[first->start];
  draft->end = text->offset[last->end];
  draft->minutes = -1;
  set_author (evidence, group, draft);
  clinch_quick_clauses_read (evidence->scan, group, draft);
  set_missing_date (evidence, group, before, draft);
  clinch_quick_resolve (evidence, group, draft);

  return draft;
}

/* In a chat people do not say again whom they talk about. */
static void
inherit_customer (const ClinchQuickGroup *group,
                  const ClinchQuickDraft *before,
                  ClinchQuickDraft       *draft)
{
  if (before == NULL || !group->header.is_header || draft->customer.id != 0
      || draft->customer.n_alternatives != 0 ||
      before->customer.id == 0)
    return;
  draft->customer.id = before->customer.id;
  draft->customer.piece.confidence = 40;
}

GPtrArray *
clinch_quick_entry_resolve (const char               *text,
                            const ClinchQuickContext *context)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_quick_draft_free);
  ClinchQuickText *characters;
  g_autoptr(ClinchQuickScan) scan = NULL;
  g_autoptr(GArray) contacts = NULL;
  g_autoptr(GArray) opportunities = NULL;
  g_autoptr(GArray) customers = NULL;
  g_autoptr(GArray) lines = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  ClinchQuickEvidence evidence;
  guint32 today;

  g_return_val_if_fail (context != NULL, drafts);
  g_return_val_if_fail (clinch_date_is_valid (context->today), drafts);

  today = clinch_date_to_days (context->today);
  characters = clinch_quick_text_new (text);
  clinch_quick_names_find_exact (characters, context, &contacts, &opportunities, &customers);
  lines = clinch_quick_memo_read_lines (characters, context, today);
  scan = clinch_quick_scan_new (characters, lines, today);
  clinch_quick_names_find_short (scan->text, context, customers);
  groups = clinch_quick_memo_group (scan, lines, customers);

  evidence = (ClinchQuickEvidence) { scan, context, contacts, opportunities, customers };
  for (guint i = 0; i < groups->len && i < MAX_DRAFTS; i++)
    {
      const ClinchQuickGroup *group = g_ptr_array_index (groups, i);
      const ClinchQuickDraft *before = drafts->len > 0 ? g_ptr_array_index (drafts, drafts->len - 1)
                                       : NULL;
      ClinchQuickDraft *draft = make_draft (&evidence, group, before);

      inherit_customer (group, before, draft);
      g_ptr_array_add (drafts, draft);
    }

  return drafts;
}
