// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-clauses.h"

#include "clinch-quick-words.h"
#include "clinch-text.h"

/* More words than this between the start of a clause and a date are not the object of the next
 * step. */
#define SHORT_OBJECT 8
#define LONGEST_STEP 200
/* Stands in a text for what was taken out; a control that no text has a meaning for. */
#define CUT_MARK '\1'

/* A part of the text that does not go into the body. */
typedef struct
{
  guint start;
  guint end;
} Cut;

typedef struct
{
  const ClinchQuickScan *scan;
  ClinchQuickDraft      *draft;
  GArray                *cuts;
  gboolean               has_event_date;
  gboolean               has_event;
  gboolean               wants_step;
  gboolean               hearsay;
  guint32                told;
  guint                  first_next;
  guint                  next_cut;
} Reader;

static void
add_cut (Reader *reader,
         guint   start,
         guint   end)
{
  Cut cut = { start, end };

  if (end > start)
    g_array_append_val (reader->cuts, cut);
}

static guint
trim_start (const ClinchQuickText *text,
            guint                  start,
            guint                  end)
{
  while (start < end && (g_unichar_isspace (text->raw[start]) ||
                         clinch_quick_text_is_at (text, start, end, ",，.。;；:、!！?？-—–·*~)）")))
    start++;

  return start;
}

static guint
trim_end (const ClinchQuickText *text,
          guint                  start,
          guint                  end)
{
  while (end > start && (g_unichar_isspace (text->raw[end - 1]) ||
                         clinch_quick_text_is_at (text, end - 1, end, ",，.。;；:、-—–(（")))
    end--;

  return end;
}

/* Where a clause ends: punctuation that is not inside a number, or a space between Chinese text and
 * a date. */
static gboolean
is_clause_end (const Reader *reader,
               guint         at,
               guint         end)
{
  const ClinchQuickText *text = reader->scan->text;

  if (at >= end)
    return TRUE;
  if ((text->marks[at] & (CLINCH_QUICK_MARK_DATE | CLINCH_QUICK_MARK_NAME)) != 0)
    return FALSE;
  if (clinch_quick_text_is_at (text, at, text->n, "。;；!！?？\n"))
    return TRUE;
  if (clinch_quick_text_is_at (text, at, text->n, ",，"))
    return !(at > 0 && at + 1 < end && g_unichar_isdigit (text->fold[at - 1])
             && g_unichar_isdigit (text->fold[at + 1]));
  if (clinch_quick_text_is_at (text, at, text->n, "."))
    return at + 1 >= end || g_unichar_isspace (text->raw[at + 1]);
  if (clinch_quick_text_is_at (text, at, text->n, " ") && at > 0 && at + 1 < end
      && clinch_text_is_cjk (text->fold[at - 1]))
    return (text->marks[at + 1] & CLINCH_QUICK_MARK_DATE) != 0
           || clinch_quick_word_marker (text, at + 1, end) > 0;

  return FALSE;
}

static gboolean
has_word (const ClinchQuickText *text,
          guint                  start,
          guint                  end,
          guint                  taken,
          guint                (*word) (const ClinchQuickText *text, guint at, guint end),
          guint                 *last)
{
  gboolean found = FALSE;

  for (guint i = start; i < end; i++)
    {
      if ((text->marks[i] & taken) == 0 && word (text, i, end) > 0)
        {
          found = TRUE;
          if (last == NULL)
            return TRUE;
          *last = i;
        }
    }

  return found;
}

static gboolean
has_strong_kind (const ClinchQuickScan *scan,
                 guint                  start,
                 guint                  end)
{
  for (guint i = 0; i < scan->kinds->len; i++)
    {
      const ClinchQuickKindHit *hit = &g_array_index (scan->kinds, ClinchQuickKindHit, i);

      if (hit->start >= start && hit->end <= end && !hit->weak)
        return TRUE;
    }

  return FALSE;
}

/* Which day of a date that may be several is meant. @start and @end are what stands between the
 * dates before and behind it, @last says whether there is none behind it in the clause. */
static guint32
place_date (const Reader          *reader,
            const ClinchQuickDate *date,
            guint                  start,
            guint                  end,
            gboolean               last)
{
  const ClinchQuickText *text = reader->scan->text;
  guint names = CLINCH_QUICK_MARK_NAME | CLINCH_QUICK_MARK_DATE;
  gboolean done;

  if (date->past == date->future)
    return date->neutral;
  if (date->deadline)
    return date->future;
  /* 周三拜访了王总约周五报价: the plan belongs to the other date. */
  done = has_word (text, start, end, names, clinch_quick_word_done, NULL);
  if (done && !last)
    return date->past;
  if (has_word (text, start, end, names, clinch_quick_word_intent, NULL))
    return date->future;
  if (done)
    return date->past;
  if (reader->has_event && !has_strong_kind (reader->scan, start, end))
    return date->future;

  return date->neutral;
}

static gboolean
is_to_come (const Reader          *reader,
            const ClinchQuickDate *date,
            guint32                day,
            guint                  start)
{
  if (day != reader->told)
    return day > reader->told;

  return date->deadline ||
         has_word (reader->scan->text, start, date->start,
                   CLINCH_QUICK_MARK_NAME | CLINCH_QUICK_MARK_DATE,
                   clinch_quick_word_intent, NULL);
}

static guint
skip_leads (const ClinchQuickText *text,
            guint                  start,
            guint                  end)
{
  guint length;

  for (;;)
    {
      start = trim_start (text, start, end);
      if ((text->marks[start] & CLINCH_QUICK_MARK_NAME) != 0)
        return start;
      length = clinch_quick_word_marker (text, start, end);
      if (length == 0)
        length = clinch_quick_word_lead (text, start, end);
      /* A lead that is all there is says what to do. */
      if (length == 0 || trim_start (text, start + length, end) >= end)
        return start;
      start += length;
    }
}

/* The words of a next step around its date: 约[下周三]上门 is 上门, "quote [next Wednesday]" is "quote". */
static void
set_next_step (Reader *reader,
               guint   start,
               guint   date_start,
               guint   date_end,
               guint   end)
{
  const ClinchQuickText *text = reader->scan->text;
  guint before = skip_leads (text, start, date_start);
  guint before_end = trim_end (text, before, date_start);
  guint after = skip_leads (text, date_end, end);
  guint after_end = trim_end (text, after, end);
  g_autoptr(GString) step = g_string_new (NULL);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  gboolean lead_only = before_end > before
                       && clinch_quick_word_lead (text, before, before_end) == before_end - before;

  if (after_end > after && lead_only)
    before = before_end;
  head = clinch_quick_text_slice (text, before, before_end);
  tail = clinch_quick_text_slice (text, after, MIN (after_end, after + LONGEST_STEP));
  g_string_append (step, head);
  if (head[0] != '\0' && tail[0] != '\0' &&
      (clinch_quick_is_latin (text->fold[before_end - 1])
       || clinch_quick_is_latin (text->fold[after])))
    g_string_append_c (step, ' ');
  g_string_append (step, tail);

  if (step->len == 0)
    {
      reader->wants_step = TRUE;
      return;
    }
  reader->wants_step = FALSE;
  reader->draft->next_step = g_strdup (step->str);
  reader->draft->next_step_piece = clinch_quick_scan_piece (reader->scan,
                                                            head[0] != '\0' ? before : after,
                                                            tail[0] != '\0' ? after_end
                                                            : before_end,
                                                            reader->hearsay ? 60 : 85);
}

/* Where in a clause the next step begins, if something else may stand before it. */
static guint
find_step_start (const Reader *reader,
                 guint         start,
                 guint         date_start,
                 guint         date_end,
                 guint         end,
                 gboolean      after_event)
{
  const ClinchQuickText *text = reader->scan->text;
  guint names = CLINCH_QUICK_MARK_NAME | CLINCH_QUICK_MARK_DATE;
  gboolean tail = trim_start (text, date_end, end) < end;
  guint cue = start;
  guint i;

  start = trim_start (text, start, date_start);
  /* 今天见了王总并约下周三报价, "met Bob and will quote next Wednesday" */
  for (i = start; i < date_start; i++)
    {
      static const char * const joints[] = { "然后", "并且", "并", "and then", "and will", "and", "then",
                                             NULL };

      if ((text->marks[i] & names) == 0
          && clinch_quick_text_match_any (text, i, date_start, joints) > 0)
        cue = i;
      else
        continue;
      if (cue > start && (after_event || has_strong_kind (reader->scan, start, cue) ||
                          has_word (text, start, cue, names, clinch_quick_word_done, NULL)))
        return cue;
    }
  if (has_word (text, start, date_start, names, clinch_quick_word_intent, &cue) && cue > start)
    return cue - start > SHORT_OBJECT || after_event || has_strong_kind (reader->scan, start, cue)
           ? cue : start;

  if (!tail)
    return start;
  if (after_event || date_start - start > SHORT_OBJECT
      || has_strong_kind (reader->scan, start, date_start) ||
      has_word (text, start, date_start, names, clinch_quick_word_done, NULL))
    {
      /* English puts the date last or first; what stands before it belongs to it. */
      if (clinch_quick_is_latin (text->fold[start]) && !after_event)
        return start;
      return date_start;
    }

  return start;
}

static void
take_event_date (Reader                *reader,
                 const ClinchQuickDate *date,
                 guint32                day)
{
  ClinchQuickDraft *draft = reader->draft;

  if (reader->has_event_date)
    return;
  reader->has_event_date = TRUE;
  clinch_date_from_days (day, draft->date);
  if (date->minutes >= 0)
    draft->minutes = date->minutes;
  draft->date_piece = clinch_quick_scan_piece (reader->scan, date->start, date->end,
                                               date->confidence);
  add_cut (reader, date->start, date->end);
}

/* 他说预算月底批: what others will do is a next step only as long as there is none of our own. */
static gboolean
is_hearsay (const ClinchQuickText *text,
            guint                  start,
            guint                  end)
{
  static const char * const words[] = {
    "说", "表示", "希望", "要求", "他", "她", "他们", "对方", "客户", "预算", "he", "she", "they", "customer", "client", "wants", NULL,
  };

  for (guint i = start; i < end; i++)
    {
      if (clinch_quick_text_match_any (text, i, end, words) > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_better_next (const Reader          *reader,
                const ClinchQuickDate *date,
                guint                  start,
                guint                  end)
{
  gboolean hearsay = is_hearsay (reader->scan->text, start, end);

  if (hearsay && date->confidence < 60)
    return FALSE;

  return reader->draft->next_date[0] == '\0' || (reader->hearsay && !hearsay);
}

static void
take_next (Reader                *reader,
           const ClinchQuickDate *date,
           guint32                day,
           guint                  start,
           guint                  end,
           gboolean               after_event)
{
  ClinchQuickDraft *draft = reader->draft;
  guint step = find_step_start (reader, start, date->start, date->end, end, after_event);

  /* 下一步:发合同,下周三前完成: the date of a step that is known. */
  if (draft->next_step != NULL && draft->next_date[0] == '\0')
    {
      clinch_date_from_days (day, draft->next_date);
      draft->next_date_piece = clinch_quick_scan_piece (reader->scan, date->start, date->end,
                                                        date->confidence);
      return;
    }
  if (draft->next_date[0] != '\0')
    {
      g_clear_pointer (&draft->next_step, g_free);
      g_array_remove_index (reader->cuts, reader->next_cut);
    }
  reader->hearsay = is_hearsay (reader->scan->text, start, end);
  reader->next_cut = reader->cuts->len;
  clinch_date_from_days (day, draft->next_date);
  draft->next_date_piece = clinch_quick_scan_piece (reader->scan, date->start, date->end,
                                                    date->confidence);
  set_next_step (reader, step, date->start, date->end, end);
  add_cut (reader, step, end);
  reader->first_next = MIN (reader->first_next, step);
}

static guint
find_next_date (const ClinchQuickScan *scan,
                guint                  index,
                guint                  end)
{
  for (guint i = index + 1; i < scan->dates->len; i++)
    {
      const ClinchQuickDate *date = &g_array_index (scan->dates, ClinchQuickDate, i);

      if (date->start >= end)
        break;
      if (date->has_day)
        return date->start;
    }

  return end;
}

static void
read_dates (Reader *reader,
            guint   start,
            guint   end)
{
  gboolean event_here = FALSE;
  guint behind_event = start;

  for (guint i = 0; i < reader->scan->dates->len; i++)
    {
      const ClinchQuickDate *date = &g_array_index (reader->scan->dates, ClinchQuickDate, i);
      guint32 day;
      guint next;

      if (date->start >= end)
        break;
      if (date->start < start)
        continue;
      if (!date->has_day)
        {
          if (reader->draft->minutes < 0)
            {
              reader->draft->minutes = date->minutes;
              add_cut (reader, date->start, date->end);
            }
          continue;
        }

      next = find_next_date (reader->scan, i, end);
      day = place_date (reader, date, behind_event, next, next == end);
      if (is_to_come (reader, date, day, behind_event))
        {
          if (is_better_next (reader, date, behind_event, end))
            {
              take_next (reader, date, day, behind_event, end, event_here);
              return;
            }
        }
      else
        {
          take_event_date (reader, date, day);
          event_here = TRUE;
          behind_event = date->end;
        }
    }
}

/* 下一步: 发合同 */
static gboolean
read_marker (Reader *reader,
             guint   start,
             guint   end)
{
  const ClinchQuickText *text = reader->scan->text;
  guint first = trim_start (text, start, end);
  guint length = clinch_quick_word_marker (text, first, end);
  guint date_start = end;
  guint date_end = end;

  if (length == 0 || reader->draft->next_step != NULL
      || (text->marks[first] & CLINCH_QUICK_MARK_NAME) != 0)
    return FALSE;

  for (guint i = 0; i < reader->scan->dates->len; i++)
    {
      const ClinchQuickDate *date = &g_array_index (reader->scan->dates, ClinchQuickDate, i);

      if (date->start < start || date->end > end || !date->has_day)
        continue;
      clinch_date_from_days (date->future, reader->draft->next_date);
      reader->draft->next_date_piece = clinch_quick_scan_piece (reader->scan, date->start,
                                                                date->end, date->confidence);
      date_start = date->start;
      date_end = date->end;
      break;
    }
  set_next_step (reader, first + length, date_start, date_end, end);
  add_cut (reader, first, end);
  reader->first_next = MIN (reader->first_next, first);

  return TRUE;
}

static void
read_clause (Reader *reader,
             guint   start,
             guint   end)
{
  const ClinchQuickText *text = reader->scan->text;
  guint first = trim_start (text, start, end);

  if (first >= end)
    return;
  /* 下周三, 报价: the step stands behind its date. */
  if (reader->wants_step && reader->draft->next_step == NULL)
    {
      gboolean dated = clinch_quick_text_has_mark (text, first, end, CLINCH_QUICK_MARK_DATE);

      reader->wants_step = FALSE;
      if (!dated)
        {
          set_next_step (reader, first, end, end, end);
          add_cut (reader, first, end);
          return;
        }
    }
  if (read_marker (reader, first, end))
    return;

  read_dates (reader, first, end);
  reader->has_event |= reader->has_event_date
  || has_strong_kind (reader->scan, first, MIN (end, reader->first_next));
}

static gboolean
is_cut (const Reader *reader,
        guint         at)
{
  for (guint i = 0; i < reader->cuts->len; i++)
    {
      const Cut *cut = &g_array_index (reader->cuts, Cut, i);

      if (at >= cut->start && at < cut->end)
        return TRUE;
    }

  return FALSE;
}

static void
set_kind (Reader                 *reader,
          const ClinchQuickGroup *group)
{
  ClinchQuickDraft *draft = reader->draft;
  const ClinchQuickKindHit *weak = NULL;
  gboolean chat = group->header.is_header
                  && (group->header.name_end > group->header.name_start
                      || group->header.minutes >= 0);

  for (guint i = 0; i < reader->scan->kinds->len; i++)
    {
      const ClinchQuickKindHit *hit = &g_array_index (reader->scan->kinds, ClinchQuickKindHit, i);
      gboolean inside = FALSE;

      for (guint j = 0; j < group->ranges->len && !inside; j++)
        {
          const ClinchQuickRange *range = &g_array_index (group->ranges, ClinchQuickRange, j);

          inside = hit->start >= range->start && hit->end <= range->end;
        }
      if (!inside || is_cut (reader, hit->start))
        continue;
      if (hit->weak)
        {
          if (weak == NULL)
            weak = hit;
          continue;
        }
      draft->kind = hit->kind;
      draft->kind_piece = clinch_quick_scan_piece (reader->scan, hit->start, hit->end, 95);
      return;
    }

  draft->kind = CLINCH_QUICK_KIND_NOTE;
  draft->kind_piece.confidence = 40;
  if (chat)
    {
      draft->kind = CLINCH_QUICK_KIND_MESSAGE;
      draft->kind_piece.confidence = 80;
    }
  else if (weak != NULL)
    {
      draft->kind = weak->kind;
      draft->kind_piece = clinch_quick_scan_piece (reader->scan, weak->start, weak->end, 75);
    }
}

/* What was cut leaves punctuation behind that divides nothing any more. */
static char *
tidy (const char *rest)
{
  static const char * const dividers = ",，;；、:：";
  static const char * const stops = "。.!！?？";
  GString *tidy = g_string_new (NULL);
  gunichar waiting = 0;
  gunichar last = 0;
  gboolean space = FALSE;
  gboolean cut = FALSE;

  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == CUT_MARK)
        {
          cut = TRUE;
          continue;
        }
      if (c == ' ' || c == '\t')
        {
          space = TRUE;
          continue;
        }
      /* A sentence that is gone needs no full stop. */
      if (cut && g_utf8_strchr (stops, -1, c) != NULL
          && (last == 0 || last == '\n' || g_utf8_strchr (stops, -1, last) != NULL))
        continue;
      cut = FALSE;
      if (g_utf8_strchr (dividers, -1, c) != NULL)
        {
          if (waiting == 0 && tidy->len > 0)
            waiting = c;
          space = FALSE;
          continue;
        }
      if (c == '\n' || g_utf8_strchr (stops, -1, c) != NULL)
        waiting = tidy->len > 0 ? 0 : waiting;
      if (waiting != 0)
        g_string_append_unichar (tidy, waiting);
      waiting = 0;
      if (space && tidy->len > 0 && tidy->str[tidy->len - 1] != '\n'
          && g_utf8_strchr ("。.!！?？\n", -1, c) == NULL)
        g_string_append_c (tidy, ' ');
      space = FALSE;
      g_string_append_unichar (tidy, c);
      last = c;
    }
  g_strstrip (tidy->str);

  return g_string_free (tidy, FALSE);
}

static char *
copy_body (const Reader           *reader,
           const ClinchQuickGroup *group,
           gboolean                whole)
{
  const ClinchQuickText *text = reader->scan->text;
  g_autoptr(GString) body = g_string_new (NULL);

  for (guint i = 0; i < group->ranges->len; i++)
    {
      const ClinchQuickRange *range = &g_array_index (group->ranges, ClinchQuickRange, i);

      if (i > 0)
        g_string_append_c (body, '\n');
      if (range->label_end > range->label_start)
        {
          g_autofree char *label = clinch_quick_text_slice (text, range->label_start,
                                                            range->label_end);

          g_string_append_printf (body, "%s: ", label);
        }
      for (guint j = range->start; j < range->end; j++)
        {
          if (whole || !is_cut (reader, j))
            g_string_append_unichar (body, text->raw[j]);
          else if (body->len == 0 || body->str[body->len - 1] != CUT_MARK)
            g_string_append_c (body, CUT_MARK);
        }
    }

  return whole ? g_strdup (g_strstrip (body->str)) : tidy (body->str);
}

static gboolean
is_empty_body (const char *body)
{
  for (const char *p = body; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

void
clinch_quick_clauses_read (const ClinchQuickScan  *scan,
                           const ClinchQuickGroup *group,
                           ClinchQuickDraft       *draft)
{
  g_autoptr(GArray) cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  Reader reader = { .scan = scan, .draft = draft, .cuts = cuts, .told = group->told,
                    .first_next = G_MAXUINT };

  for (guint i = 0; i < group->ranges->len; i++)
    {
      const ClinchQuickRange *range = &g_array_index (group->ranges, ClinchQuickRange, i);
      guint start = range->start;

      for (guint at = range->start; at <= range->end; at++)
        {
          if (!is_clause_end (&reader, at, range->end))
            continue;
          read_clause (&reader, start, at);
          start = at + 1;
        }
    }

  set_kind (&reader, group);
  draft->body = copy_body (&reader, group, FALSE);
  if (is_empty_body (draft->body))
    {
      g_free (draft->body);
      draft->body = copy_body (&reader, group, TRUE);
    }
}
