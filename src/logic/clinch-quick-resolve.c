// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-resolve.h"

#include "clinch-pinyin.h"
#include "clinch-text.h"

#include <string.h>

/* Two candidates closer than this are a tie. */
#define TIE 5
#define LEAST_CUSTOMER 60
#define EXACT 96
#define LEAST_CONTACT 50
#define MAX_ALTERNATIVES 10
#define MAX_CONTACTS 12

typedef struct
{
  gint64 id;
  gint64 owner;
  int    score;
  guint  start;
  guint  end;
  guint  order;
} Choice;

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *x = a;
  const Choice *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return x->order < y->order ? -1 : x->order > y->order;
}

static gboolean
is_in_group (const ClinchQuickGroup *group,
             guint                   start,
             guint                   end)
{
  for (guint i = 0; i < group->ranges->len; i++)
    {
      const ClinchQuickRange *range = &g_array_index (group->ranges, ClinchQuickRange, i);

      if (start >= range->start && end <= range->end)
        return TRUE;
    }

  return FALSE;
}

static void
add_choice (GArray       *choices,
            const Choice *choice)
{
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *known = &g_array_index (choices, Choice, i);

      if (known->id != choice->id)
        continue;
      if (choice->score > known->score ||
          (choice->score == known->score
           && choice->end - choice->start > known->end - known->start))
        {
          guint order = known->order;

          *known = *choice;
          known->order = order;
        }
      return;
    }
  g_array_append_val (choices, *choice);
  g_array_index (choices, Choice, choices->len - 1).order = choices->len - 1;
}

/* Takes the best of @choices, or none if it is a tie that nothing decides; all others are
 * alternatives. */
static void
take_choice (const ClinchQuickEvidence *evidence,
             GArray                    *choices,
             int                        least,
             gboolean                   apart,
             ClinchQuickMatch          *match)
{
  const Choice *best;
  gboolean tie = FALSE;
  guint taken = 0;

  g_array_sort (choices, compare_choices);
  while (choices->len > 0 && g_array_index (choices, Choice, choices->len - 1).score < least)
    g_array_set_size (choices, choices->len - 1);
  if (choices->len == 0)
    return;

  best = &g_array_index (choices, Choice, 0);
  for (guint i = 1; i < choices->len; i++)
    {
      const Choice *other = &g_array_index (choices, Choice, i);

      if (best->score - other->score >= TIE)
        break;
      /* Two that are named side by side are no tie: the first is the one it is about. */
      if (apart && (other->start >= best->end || best->start >= other->end))
        {
          if (other->start < best->start)
            {
              best = other;
              taken = i;
            }
          continue;
        }
      tie = TRUE;
    }
  if (tie && evidence->context->me != 0)
    {
      guint mine = 0;

      for (guint i = 0; i < choices->len; i++)
        {
          const Choice *choice = &g_array_index (choices, Choice, i);

          if (g_array_index (choices, Choice, 0).score - choice->score < TIE
              && choice->owner == evidence->context->me)
            {
              mine++;
              best = choice;
              taken = i;
            }
        }
      tie = mine != 1;
      if (!tie)
        match->piece.confidence = 58;
    }

  match->id = tie ? 0 : best->id;
  match->piece = clinch_quick_scan_piece (evidence->scan, best->start, best->end,
             tie ? 40 : match->piece.confidence != 0 ? match->piece.confidence : best->score);
  match->alternatives = g_new0 (gint64, MAX_ALTERNATIVES);
  for (guint i = 0; i < choices->len && match->n_alternatives < MAX_ALTERNATIVES; i++)
    {
      if (tie || i != taken)
        match->alternatives[match->n_alternatives++] = g_array_index (choices, Choice, i).id;
    }
}

static const ClinchQuickCustomer *
find_customer (const ClinchQuickContext *context,
               gint64                    id)
{
  for (gsize i = 0; i < context->n_customers; i++)
    {
      if (context->customers[i].id == id)
        return &context->customers[i];
    }

  return NULL;
}

/* Whether the title that a person is called by goes with the title on their card: 1 yes, 0 nothing
 * known, -1 no. */
static int
compare_titles (const ClinchQuickText *text,
                guint                  start,
                guint                  end,
                const char            *title)
{
  static const struct { const char *called; const char *card; } pairs[] = {
    { "总", "总|董事长|ceo|president|director|chief|vp" }, { "总监", "总监|director" }, { "总经理", "总经理|general manager|ceo" },
    { "副总", "副总|vp|vice" }, { "董", "董" }, { "董事长", "董事长|chairman" },
    { "经理", "经理|manager" }, { "工", "工|技术|工程|engineer" }, { "工程师", "工|技术|engineer" }, { "高工", "工" }, { "总工", "总工|总工程师" },
    { "处", "处" }, { "处长", "处" }, { "主任", "主任" }, { "科", "科" }, { "科长", "科" }, { "部", "部" }, { "部长", "部" },
    { "局", "局" }, { "局长", "局" }, { "院", "院" }, { "院长", "院" }, { "所", "所" }, { "所长", "所" }, { "厂长", "厂" },
    { "行", "行" }, { "行长", "行" }, { "主管", "主管|supervisor" }, { "书记", "书记" }, { "director", "director|总监|总" },
    { "manager", "manager|经理" }, { "engineer", "engineer|工" }, { "president", "president|总裁|总" },
    { "chairman", "chairman|董事长" }, { "ceo", "ceo|总" }, { "cto", "cto|技术" }, { "cio", "cio|信息" }, { "cfo", "cfo|财务" },
    { "vp", "vp|vice|副总" }, { "general manager", "general manager|总经理" },
  };
  g_autofree char *folded = NULL;

  if (title == NULL || title[0] == '\0' || start >= end)
    return 0;
  folded = clinch_text_fold (title);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_auto(GStrv) cards = NULL;

      if (clinch_quick_text_match (text, start, end, pairs[i].called) != end - start)
        continue;
      cards = g_strsplit (pairs[i].card, "|", -1);
      for (gsize j = 0; cards[j] != NULL; j++)
        {
          if (strstr (folded, cards[j]) != NULL)
            return 1;
        }
      return -1;
    }

  return 0;
}

/* Mr Wang may be Wang Jianguo, and if nobody is called so, 王建国. Returns what that takes off a
 * score, -1 for no. */
static int
compare_latin_surname (const ClinchQuickText *text,
                       guint                  start,
                       guint                  end,
                       const char            *name)
{
  g_autoptr(ClinchQuickText) contact = clinch_quick_text_new (name);
  g_autofree char *wanted = NULL;
  const char *readings;

  if (clinch_quick_text_find (contact, 0, contact->n, text->fold + start, end - start,
                              0) != G_MAXUINT)
    return 0;
  if (contact->n == 0 || !clinch_text_is_cjk (contact->fold[0]))
    return -1;

  readings = clinch_pinyin_readings (contact->fold[0]);
  wanted = clinch_quick_text_slice (text, start, end);
  for (char *p = wanted; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  if (readings != NULL)
    {
      g_auto(GStrv) words = g_strsplit (readings, " ", -1);

      if (g_strv_contains ((const char * const *) words, wanted))
        return 2 * TIE;
    }

  return -1;
}

static int
score_person (const ClinchQuickText      *text,
              const ClinchQuickPersonHit *hit,
              const ClinchQuickContact   *contact)
{
  guint title_start = hit->latin ? hit->start : hit->name_end;
  guint title_end = hit->latin ? hit->name_start : hit->end;
  int agreement;
  int off = 0;

  if (contact->name == NULL)
    return 0;
  if (hit->latin)
    {
      off = compare_latin_surname (text, hit->name_start, hit->name_end, contact->name);
      if (off < 0)
        return 0;
    }
  else
    {
      g_autoptr(ClinchQuickText) name = clinch_quick_text_new (contact->name);

      if (name->n < hit->name_end - hit->name_start ||
          memcmp (name->fold, text->fold + hit->name_start,
                  (hit->name_end - hit->name_start) * sizeof (gunichar)) != 0)
        return 0;
    }

  while (title_end > title_start
         && (text->fold[title_end - 1] == ' ' || text->fold[title_end - 1] == '.'))
    title_end--;
  agreement = compare_titles (text, title_start, title_end, contact->title);
  if (hit->weak)
    return agreement > 0 ? 74 : 45;

  return (agreement > 0 ? 86 : agreement == 0 ? 74 : 62) - off;
}

/* A customer whose people or opportunities the text speaks of is more likely the one. */
static int
score_support (const ClinchQuickEvidence *evidence,
               const ClinchQuickGroup    *group,
               gint64                     customer)
{
  const ClinchQuickContext *context = evidence->context;
  int support = 0;

  for (guint i = 0; i < evidence->contacts->len; i++)
    {
      const ClinchQuickMention *mention = &g_array_index (evidence->contacts, ClinchQuickMention,
                                                          i);

      if (is_in_group (group, mention->start, mention->end)
          && context->contacts[mention->index].customer == customer)
        support = MAX (support, 8);
    }
  for (guint i = 0; i < evidence->scan->people->len; i++)
    {
      const ClinchQuickPersonHit *hit = &g_array_index (evidence->scan->people,
                                                        ClinchQuickPersonHit, i);

      if (!is_in_group (group, hit->start, hit->end))
        continue;
      for (gsize j = 0; j < context->n_contacts && support < 8; j++)
        {
          if (context->contacts[j].customer != customer)
            continue;
          if (score_person (evidence->scan->text, hit, &context->contacts[j]) >= LEAST_CONTACT)
            support = 6;
        }
    }
  for (guint i = 0; i < evidence->opportunities->len; i++)
    {
      const ClinchQuickMention *mention = &g_array_index (evidence->opportunities,
                                                          ClinchQuickMention, i);

      if (is_in_group (group, mention->start, mention->end) &&
          context->opportunities[mention->index].customer == customer)
        support += 8;
    }

  return support;
}

static void
choose_named_customer (const ClinchQuickEvidence *evidence,
                       const ClinchQuickGroup    *group,
                       ClinchQuickMatch          *match)
{
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  for (guint i = 0; i < evidence->customers->len; i++)
    {
      const ClinchQuickMention *mention = &g_array_index (evidence->customers, ClinchQuickMention,
                                                          i);
      const ClinchQuickCustomer *customer = &evidence->context->customers[mention->index];
      Choice choice = { customer->id, customer->owner, mention->score, mention->start, mention->end,
                        0 };

      if (is_in_group (group, mention->start, mention->end))
        add_choice (choices, &choice);
    }
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *choice = &g_array_index (choices, Choice, i);

      choice->score = MIN (choice->score + score_support (evidence, group, choice->id), 100);
      /* A longer part of the text that names another customer leaves nothing for this one. */
      for (guint j = 0; j < choices->len; j++)
        {
          const Choice *other = &g_array_index (choices, Choice, j);

          if (other->start <= choice->start && other->end >= choice->end
              && other->score >= choice->score &&
              other->end - other->start > choice->end - choice->start)
            choice->score = other->score >= EXACT ? 0 : MAX (choice->score - 2 * TIE, 0);
        }
    }
  take_choice (evidence, choices, LEAST_CUSTOMER, TRUE, match);
}

static void
add_contact_choices (const ClinchQuickEvidence  *evidence,
                     const ClinchQuickPersonHit *hit,
                     gint64                      customer,
                     GArray                     *choices)
{
  for (gsize i = 0; i < evidence->context->n_contacts; i++)
    {
      const ClinchQuickContact *contact = &evidence->context->contacts[i];
      const ClinchQuickCustomer *owner = find_customer (evidence->context, contact->customer);
      Choice choice = { contact->id, owner != NULL ? owner->owner : 0, 0, hit->start, hit->end, 0 };

      if (customer != 0 && contact->customer != customer)
        continue;
      choice.score = score_person (evidence->scan->text, hit, contact);
      if (choice.score >= LEAST_CONTACT)
        add_choice (choices, &choice);
    }
}

static void
add_contact (ClinchQuickDraft *draft,
             ClinchQuickMatch *match)
{
  for (gsize i = 0; i < draft->n_contacts; i++)
    {
      const ClinchQuickMatch *known = &draft->contacts[i];

      /* The same person twice, or the title behind a whole name. */
      if ((match->id != 0 && known->id == match->id) ||
          (match->piece.start < known->piece.end && known->piece.start < match->piece.end))
        {
          g_free (match->alternatives);
          return;
        }
    }
  if (draft->n_contacts >= MAX_CONTACTS)
    {
      g_free (match->alternatives);
      return;
    }
  draft->contacts = g_renew (ClinchQuickMatch, draft->contacts, draft->n_contacts + 1);
  draft->contacts[draft->n_contacts++] = *match;
}

static void
choose_full_names (const ClinchQuickEvidence *evidence,
                   const ClinchQuickGroup    *group,
                   gint64                     customer,
                   ClinchQuickDraft          *draft)
{
  for (guint i = 0; i < evidence->contacts->len; i++)
    {
      const ClinchQuickMention *mention = &g_array_index (evidence->contacts, ClinchQuickMention,
                                                          i);
      g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
      ClinchQuickMatch match = { { 0, 0, 0 }, 0, NULL, 0 };

      if (!is_in_group (group, mention->start, mention->end))
        continue;
      /* Namesakes stand at the same place. */
      for (guint j = 0; j < evidence->contacts->len; j++)
        {
          const ClinchQuickMention *other = &g_array_index (evidence->contacts, ClinchQuickMention,
                                                            j);
          const ClinchQuickContact *contact = &evidence->context->contacts[other->index];
          const ClinchQuickCustomer *owner = find_customer (evidence->context, contact->customer);
          Choice choice = { contact->id, owner != NULL ? owner->owner : 0, other->score,
                            other->start, other->end, 0 };

          if (other->start != mention->start || other->end != mention->end)
            continue;
          if (customer != 0 && contact->customer != customer)
            choice.score -= 30;
          add_choice (choices, &choice);
        }
      take_choice (evidence, choices, LEAST_CONTACT, FALSE, &match);
      if (match.piece.confidence > 0)
        add_contact (draft, &match);
    }
}

static void
choose_contacts (const ClinchQuickEvidence *evidence,
                 const ClinchQuickGroup    *group,
                 gint64                     customer,
                 ClinchQuickDraft          *draft)
{
  if (group->header.contact >= 0)
    {
      ClinchQuickMatch match = { { 0, 0, 0 }, evidence->context->contacts[group->header.contact].id,
                                 NULL, 0 };

      match.piece = clinch_quick_scan_piece (evidence->scan, group->header.name_start,
                                             group->header.name_end, 95);
      add_contact (draft, &match);
    }
  choose_full_names (evidence, group, customer, draft);

  for (guint i = 0; i < evidence->scan->people->len; i++)
    {
      const ClinchQuickPersonHit *hit = &g_array_index (evidence->scan->people,
                                                        ClinchQuickPersonHit, i);
      g_autoptr(GArray) choices = NULL;
      ClinchQuickMatch match = { { 0, 0, 0 }, 0, NULL, 0 };

      if (!is_in_group (group, hit->start, hit->end))
        continue;
      choices = g_array_new (FALSE, FALSE, sizeof (Choice));
      add_contact_choices (evidence, hit, customer, choices);
      if (choices->len > 0)
        take_choice (evidence, choices, LEAST_CONTACT, FALSE, &match);
      else if (!hit->weak)
        match.piece = clinch_quick_scan_piece (evidence->scan, hit->start, hit->end, 30);
      if (match.piece.confidence > 0)
        add_contact (draft, &match);
    }
}

static const ClinchQuickContact *
find_contact (const ClinchQuickContext *context,
              gint64                    id)
{
  for (gsize i = 0; i < context->n_contacts; i++)
    {
      if (context->contacts[i].id == id)
        return &context->contacts[i];
    }

  return NULL;
}

static void
add_alternative (ClinchQuickMatch *match,
                 gint64            id)
{
  if (match->alternatives == NULL)
    match->alternatives = g_new0 (gint64, MAX_ALTERNATIVES);
  for (gsize i = 0; i < match->n_alternatives; i++)
    {
      if (match->alternatives[i] == id)
        return;
    }
  if (match->n_alternatives < MAX_ALTERNATIVES)
    match->alternatives[match->n_alternatives++] = id;
}

/* Nobody named the customer, but people of theirs. */
static void
follow_contacts (const ClinchQuickEvidence *evidence,
                 ClinchQuickDraft          *draft)
{
  ClinchQuickMatch *customer = &draft->customer;

  for (gsize i = 0; i < draft->n_contacts; i++)
    {
      const ClinchQuickMatch *match = &draft->contacts[i];
      const ClinchQuickContact *contact = find_contact (evidence->context, match->id);

      if (contact != NULL && contact->customer != 0)
        {
          g_clear_pointer (&customer->alternatives, g_free);
          customer->n_alternatives = 0;
          customer->id = contact->customer;
          customer->piece = match->piece;
          customer->piece.confidence = MAX (match->piece.confidence - 5, 1);
          for (gsize j = 0; j < match->n_alternatives; j++)
            {
              contact = find_contact (evidence->context, match->alternatives[j]);
              if (contact != NULL && contact->customer != customer->id && contact->customer != 0)
                add_alternative (customer, contact->customer);
            }
          return;
        }
      for (gsize j = 0; j < match->n_alternatives; j++)
        {
          contact = find_contact (evidence->context, match->alternatives[j]);
          if (contact != NULL && contact->customer != 0)
            add_alternative (customer, contact->customer);
        }
      if (customer->n_alternatives > 0 && customer->piece.confidence == 0)
        {
          customer->piece = match->piece;
          customer->piece.confidence = 40;
        }
    }
  /* Two people of one name at one customer leave the customer certain. */
  if (customer->id == 0 && customer->n_alternatives == 1)
    {
      customer->id = customer->alternatives[0];
      customer->n_alternatives = 0;
      customer->piece.confidence = 70;
    }
}

static GArray *
collect_skipped (const ClinchQuickEvidence *evidence,
                 const ClinchQuickGroup    *group,
                 const ClinchQuickDraft    *draft)
{
  GArray *skip = g_array_new (FALSE, FALSE, sizeof (ClinchQuickMention));

  for (guint i = 0; i < evidence->customers->len; i++)
    {
      const ClinchQuickMention *mention = &g_array_index (evidence->customers, ClinchQuickMention,
                                                          i);

      if (evidence->context->customers[mention->index].id == draft->customer.id &&
          is_in_group (group, mention->start, mention->end) && skip->len < 50)
        g_array_append_val (skip, *mention);
    }

  return skip;
}

static int
score_opportunity (const ClinchQuickEvidence    *evidence,
                   const ClinchQuickGroup       *group,
                   const GArray                 *skip,
                   const ClinchQuickOpportunity *opportunity,
                   guint                         index,
                   Choice                       *choice)
{
  int best = 0;

  for (guint i = 0; i < evidence->opportunities->len; i++)
    {
      const ClinchQuickMention *mention = &g_array_index (evidence->opportunities,
                                                          ClinchQuickMention, i);

      if (mention->index == index && is_in_group (group, mention->start, mention->end))
        {
          choice->start = mention->start;
          choice->end = mention->end;
          return 98;
        }
    }
  if (!opportunity->is_open || opportunity->name == NULL)
    return 0;

  for (guint i = 0; i < group->ranges->len; i++)
    {
      const ClinchQuickRange *range = &g_array_index (group->ranges, ClinchQuickRange, i);
      guint start = range->start;
      guint end = range->start;
      int points = clinch_quick_names_score_opportunity (evidence->scan->text, range->start,
                                                         range->end, opportunity->name,
                                                         skip, &start, &end);

      if (points > best)
        {
          best = points;
          choice->start = start;
          choice->end = end;
        }
    }
  if (best == 0)
    return 0;

  /* One telling word of an alphabet (MES) or three characters are as good as a name; daily words
   * alone are a hint. */
  return best >= 36 ? MIN (70 + best / 4, 94) : best >= 20 ? 68 : 54;
}

static void
choose_opportunity (const ClinchQuickEvidence *evidence,
                    const ClinchQuickGroup    *group,
                    ClinchQuickDraft          *draft)
{
  const ClinchQuickContext *context = evidence->context;
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autoptr(GArray) skip = collect_skipped (evidence, group, draft);
  int least = draft->customer.id != 0 ? 50 : 80;

  for (gsize i = 0; i < context->n_opportunities; i++)
    {
      const ClinchQuickOpportunity *opportunity = &context->opportunities[i];
      Choice choice = { opportunity->id, opportunity->owner, 0, 0, 0, 0 };

      if (draft->customer.id != 0 && opportunity->customer != draft->customer.id)
        continue;
      choice.score = score_opportunity (evidence, group, skip, opportunity, i, &choice);
      if (choice.score >= least)
        add_choice (choices, &choice);
    }
  if (choices->len > 0)
    take_choice (evidence, choices, least, FALSE, &draft->opportunity);
}

/* Nothing in the text speaks for an opportunity: the only open one is likely, of several none. */
static void
propose_open_opportunity (const ClinchQuickContext *context,
                          ClinchQuickDraft         *draft)
{
  ClinchQuickMatch *match = &draft->opportunity;
  guint open = 0;
  gint64 only = 0;

  for (gsize i = 0; i < context->n_opportunities; i++)
    {
      const ClinchQuickOpportunity *opportunity = &context->opportunities[i];

      if (!opportunity->is_open || opportunity->customer != draft->customer.id
          || opportunity->id == match->id)
        continue;
      open++;
      only = opportunity->id;
      add_alternative (match, opportunity->id);
    }
  if (open == 1 && match->id == 0 && match->piece.confidence == 0)
    {
      match->id = only;
      match->n_alternatives = 0;
      match->piece.confidence = 50;
    }
}

static gint64
customer_of_opportunity (const ClinchQuickContext *context,
                         gint64                    id)
{
  for (gsize i = 0; i < context->n_opportunities; i++)
    {
      if (context->opportunities[i].id == id)
        return context->opportunities[i].customer;
    }

  return 0;
}

/* Somebody was chosen before a word was written; who is named all the same comes first. */
static void
follow_chosen_contact (const ClinchQuickEvidence *evidence,
                       ClinchQuickDraft          *draft)
{
  ClinchQuickMatch match = { { 0, 0, 100 }, evidence->context->contact, NULL, 0 };

  for (gsize i = 0; i < draft->n_contacts; i++)
    if (draft->contacts[i].id != 0 || draft->contacts[i].n_alternatives > 0)
      return;
  if (match.id != 0)
    add_contact (draft, &match);
}

void
clinch_quick_resolve (const ClinchQuickEvidence *evidence,
                      const ClinchQuickGroup    *group,
                      ClinchQuickDraft          *draft)
{
  const ClinchQuickContext *context = evidence->context;
  gint64 fixed = context->customer;

  if (fixed == 0 && context->opportunity != 0)
    fixed = customer_of_opportunity (context, context->opportunity);
  if (fixed != 0)
    {
      draft->customer.id = fixed;
      draft->customer.piece.confidence = 100;
    }
  else
    choose_named_customer (evidence, group, &draft->customer);

  choose_contacts (evidence, group, draft->customer.id, draft);
  follow_chosen_contact (evidence, draft);
  if (draft->customer.id == 0 && draft->customer.n_alternatives == 0)
    follow_contacts (evidence, draft);

  if (context->opportunity != 0)
    {
      draft->opportunity.id = context->opportunity;
      draft->opportunity.piece.confidence = 100;
      return;
    }
  choose_opportunity (evidence, group, draft);
  if (draft->customer.id == 0 && draft->customer.n_alternatives == 0 && draft->opportunity.id != 0)
    {
      draft->customer.id = customer_of_opportunity (context, draft->opportunity.id);
      draft->customer.piece = draft->opportunity.piece;
      draft->customer.piece.confidence = MIN (draft->opportunity.piece.confidence, 65);
    }
  if (draft->customer.id != 0)
    propose_open_opportunity (context, draft);
}
