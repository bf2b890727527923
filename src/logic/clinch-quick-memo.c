// SPDX-License-Identifier: GPL-3.0-or-later

/* A memo of several lines. WeChat and its kin copy messages as
 *
 *   王敏 2026-11-20 15:32        ————— 2026-11-20 —————      [2026-11-20 15:32] 王敏: text
 *   text                         王敏 15:32                  王敏: text
 *                                text                        11月20日 下午3:32
 *
 * and people write memos as lines that begin with a date, a bullet or a customer. */

#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-memo.h"

#include "clinch-quick-names.h"
#include "clinch-quick-words.h"
#include "clinch-text.h"

#define LONGEST_AUTHOR 24
#define SHORT_MESSAGE 30

static guint
skip_any (const ClinchQuickText *text,
          guint                  at,
          guint                  end,
          const char            *characters)
{
  while (clinch_quick_text_is_at (text, at, end, characters))
    at++;

  return at;
}

static guint
match_name (const ClinchQuickText *text,
            guint                  at,
            guint                  end,
            const char            *name)
{
  g_autoptr(ClinchQuickText) needle = clinch_quick_text_new (name);

  if (needle->n < 2
      || clinch_quick_text_find (text, at, MIN (end, at + needle->n), needle->fold, needle->n,
                                 at) != at)
    return 0;

  return needle->n;
}

/* The longest name of a member or contact, or a 王总, that begins here. */
static guint
read_known_name (const ClinchQuickText    *text,
                 guint                     at,
                 guint                     end,
                 const ClinchQuickContext *context,
                 ClinchQuickHeader        *header)
{
  guint longest = 0;
  gboolean weak;

  for (gsize i = 0; i < context->n_members; i++)
    {
      guint length = match_name (text, at, end, context->members[i].name);

      if (length > longest)
        {
          longest = length;
          header->member = (int) i;
        }
    }
  for (gsize i = 0; i < context->n_contacts; i++)
    {
      guint length = match_name (text, at, end, context->contacts[i].name);

      if (length > longest)
        {
          longest = length;
          header->member = -1;
          header->contact = (int) i;
        }
    }
  if (longest > 0 && at + longest < end && clinch_text_is_cjk (text->fold[at]))
    longest += clinch_quick_word_title (text, at + longest, end, &weak);

  return longest;
}

/* One or two dates or times: "2026-11-20 15:32", "11月20日 下午3:32". */
static guint
read_moment (const ClinchQuickText *text,
             guint                  at,
             guint                  end,
             guint32                today,
             ClinchQuickHeader     *header)
{
  guint i = at;

  for (int part = 0; part < 2; part++)
    {
      ClinchQuickDate date;
      guint next = skip_any (text, i, end, " \t,(");

      if (!clinch_quick_date_scan (text, next, end, today, &date) || date.deadline)
        break;
      if (date.has_day && (header->day != 0 || date.past > today))
        break;
      if (date.has_day)
        {
          header->day = date.past;
          header->day_start = date.start;
          header->day_end = date.end;
        }
      if (date.minutes >= 0)
        header->minutes = date.minutes;
      i = date.end;
    }

  return i;
}

static gboolean
read_moment_first (const ClinchQuickText    *text,
                   guint                     at,
                   guint                     end,
                   const ClinchQuickContext *context,
                   guint32                   today,
                   ClinchQuickHeader        *header)
{
  guint i = read_moment (text, at, end, today, header);
  guint behind;
  guint name;
  guint length;

  if (i == at)
    return FALSE;
  behind = skip_any (text, i, end, " \t,:)]-—─–=*~");
  if (behind >= end)
    {
      header->content = end;
      return TRUE;
    }
  if (header->minutes < 0)
    return FALSE;

  name = behind;
  length = read_known_name (text, name, end, context, header);
  if (length == 0)
    {
      while (name + length < end && length < LONGEST_AUTHOR
             && !clinch_quick_text_is_at (text, name + length, end, ":,，。;；!！?？"))
        length++;
      if (!clinch_quick_text_is_at (text, name + length, end, ":"))
        return FALSE;
    }
  behind = skip_any (text, name + length, end, " \t");
  if (behind < end && !clinch_quick_text_is_at (text, behind, end, ":"))
    return FALSE;

  header->name_start = name;
  header->name_end = name + length;
  header->content = skip_any (text, behind, end, ": \t");

  return TRUE;
}

/* A name that nobody knows yet: a single word without a verb, and a time behind it. */
static guint
read_unknown_name (const ClinchQuickText *text,
                   guint                  at,
                   guint                  end)
{
  guint i = at;
  ClinchQuickKind kind;
  gboolean weak;

  while (i < end && i - at < LONGEST_AUTHOR
         && !clinch_quick_text_is_at (text, i, end, " \t:(,，。;；"))
    {
      if (g_unichar_isdigit (text->fold[i])
          || clinch_quick_word_kind (text, i, end, &kind, &weak) > 0)
        return 0;
      i++;
    }

  return clinch_quick_text_is_at (text, i, end, " \t(") ? i - at : 0;
}

static gboolean
read_name_first (const ClinchQuickText    *text,
                 guint                     at,
                 guint                     end,
                 const ClinchQuickContext *context,
                 guint32                   today,
                 ClinchQuickHeader        *header)
{
  guint length = read_known_name (text, at, end, context, header);
  gboolean known = length > 0;
  guint behind;
  guint i;

  if (!known)
    length = read_unknown_name (text, at, end);
  if (length == 0)
    return FALSE;

  behind = skip_any (text, at + length, end, " \t");
  header->name_start = at;
  header->name_end = at + length;
  if (known && clinch_quick_text_is_at (text, behind, end, ":"))
    {
      header->content = skip_any (text, behind, end, ": \t");
      return TRUE;
    }

  i = read_moment (text, behind, end, today, header);
  if (i == behind || (!known && header->minutes < 0))
    return FALSE;
  behind = skip_any (text, i, end, " \t)]");
  if (behind < end && !clinch_quick_text_is_at (text, behind, end, ":"))
    return FALSE;
  header->content = skip_any (text, behind, end, ": \t");

  return known || header->content >= end;
}

/* 王总: 价格还是高。 A person by surname and title before a colon is an author, though not known which
 * one. */
static gboolean
read_titled_first (const ClinchQuickText *text,
                   guint                  at,
                   guint                  end,
                   ClinchQuickHeader     *header)
{
  gboolean weak;
  guint length = at + 1 < end ? clinch_quick_word_title (text, at + 1, end, &weak) : 0;

  if (length == 0 || weak || !clinch_text_is_cjk (text->fold[at])
      || !clinch_quick_text_is_at (text, at + 1 + length, end, ":"))
    return FALSE;
  /* The name stays part of the text, where the people are looked for. */
  header->content = at;

  return TRUE;
}

static void
clear_header (ClinchQuickHeader *header,
              guint              content)
{
  *header = (ClinchQuickHeader) { .content = content, .member = -1, .contact = -1, .minutes = -1 };
}

static guint
skip_bullet (const ClinchQuickText *text,
             guint                  at,
             guint                  end,
             gboolean              *bullet)
{
  guint i = at;

  *bullet = TRUE;
  if (clinch_quick_text_is_at (text, at, end, "-•·*●○▪◆■→①②③④⑤⑥⑦⑧⑨⑩") &&
      !clinch_quick_text_is_at (text, at + 1, end, "0123456789-—"))
    return skip_any (text, at + 1, end, " \t");
  i = skip_any (text, at, end, "(");
  if (clinch_quick_text_is_at (text, i, end, "0123456789一二三四五六七八九十"))
    {
      i++;
      i += clinch_quick_text_is_at (text, i, end, "0123456789");
      if (clinch_quick_text_is_at (text, i, end, ".、)")
          && !clinch_quick_text_is_at (text, i + 1, end, "0123456789"))
        return skip_any (text, i + 1, end, "、) \t");
    }
  *bullet = FALSE;

  return at;
}

static void
read_line (ClinchQuickText          *text,
           const ClinchQuickContext *context,
           guint32                   today,
           ClinchQuickLine          *line)
{
  guint start = skip_any (text, line->start, line->end, " \t");
  guint inner = skip_any (text, start, line->end, "-—─–=*~[( \t");
  guint content;

  clear_header (&line->header, start);
  line->header.is_header = read_moment_first (text, inner, line->end, context, today,
                                              &line->header);
  if (!line->header.is_header)
    {
      clear_header (&line->header, start);
      line->header.is_header = read_name_first (text, start, line->end, context, today,
                                                &line->header);
    }
  if (!line->header.is_header)
    {
      clear_header (&line->header, start);
      line->header.is_header = read_titled_first (text, start, line->end, &line->header);
    }
  if (!line->header.is_header)
    clear_header (&line->header, start);
  clinch_quick_text_mark (text, line->start, line->header.content, CLINCH_QUICK_MARK_HEADER);

  content = skip_bullet (text, line->header.content, line->end, &line->bullet);
  clinch_quick_text_mark (text, line->header.content, content, CLINCH_QUICK_MARK_HEADER);
  line->header.content = content;
}

/* A line with a day and nothing else holds for all messages below it. */
static gboolean
is_divider (const ClinchQuickHeader *header)
{
  return header->is_header && header->name_end == header->name_start && header->day != 0;
}

GArray *
clinch_quick_memo_read_lines (ClinchQuickText          *text,
                              const ClinchQuickContext *context,
                              guint32                   today)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (ClinchQuickLine));
  guint32 divided = today;
  guint32 told = today;
  guint start = 0;

  for (guint i = 0; i <= text->n; i++)
    {
      ClinchQuickLine line = { .start = start, .end = i };

      if (i < text->n && g_utf8_strchr ("\n\r\v\f\u2028\u2029", -1, text->raw[i]) == NULL)
        continue;
      read_line (text, context, today, &line);
      /* A message that says only the time is of the day that stands above all of them. */
      if (line.header.is_header)
        told = line.header.day != 0 ? line.header.day : divided;
      if (is_divider (&line.header))
        divided = told;
      line.told = told;
      g_array_append_val (lines, line);
      start = i + 1;
    }

  return lines;
}

/* What a line brings of its own. */
typedef struct
{
  gboolean dated;
  gboolean kind;
  gboolean person;
  gboolean marker;
  gboolean future;
  gboolean blank;
  gboolean customer_first;
  int      customer;
} Anchors;

static void
read_dates (const ClinchQuickScan *scan,
            guint                  start,
            guint                  end,
            guint32                told,
            Anchors               *anchors)
{
  for (guint i = 0; i < scan->dates->len; i++)
    {
      const ClinchQuickDate *date = &g_array_index (scan->dates, ClinchQuickDate, i);

      if (date->start < start || date->end > end || !date->has_day)
        continue;
      if (date->start == start && date->neutral <= told && !date->deadline)
        anchors->dated = TRUE;
      if (date->neutral > told || date->deadline)
        anchors->future = TRUE;
    }
}

static Anchors
read_anchors (const ClinchQuickScan *scan,
              const GArray          *customers,
              guint                  start,
              guint                  end,
              guint32                told)
{
  Anchors anchors = { .customer = -1 };
  int best = 75;

  anchors.blank = skip_any (scan->text, start, end, " \t") >= end;
  anchors.marker = clinch_quick_word_marker (scan->text, start, end) > 0;
  read_dates (scan, start, end, told, &anchors);
  for (guint i = 0; i < scan->kinds->len; i++)
    {
      const ClinchQuickKindHit *hit = &g_array_index (scan->kinds, ClinchQuickKindHit, i);

      anchors.kind |= hit->start >= start && hit->end <= end && !hit->weak;
    }
  for (guint i = 0; i < scan->people->len; i++)
    {
      const ClinchQuickPersonHit *hit = &g_array_index (scan->people, ClinchQuickPersonHit, i);

      anchors.person |= hit->start >= start && hit->end <= end && !hit->weak;
    }
  for (guint i = 0; i < customers->len; i++)
    {
      const ClinchQuickMention *mention = &g_array_index (customers, ClinchQuickMention, i);

      if (mention->start < start || mention->end > end || mention->score <= best)
        continue;
      best = mention->score;
      anchors.customer = (int) mention->index;
      anchors.customer_first = mention->start == start;
    }
  /* What is planned is the next step of the line before. */
  anchors.kind &= !anchors.marker && !(anchors.future && !anchors.dated);

  return anchors;
}

static void
group_free (gpointer data)
{
  ClinchQuickGroup *group = data;

  g_array_unref (group->ranges);
  g_free (group);
}

static ClinchQuickGroup *
group_new (const ClinchQuickHeader *header,
           const ClinchQuickHeader *sticky,
           guint32                  told)
{
  ClinchQuickGroup *group = g_new0 (ClinchQuickGroup, 1);

  group->ranges = g_array_new (FALSE, FALSE, sizeof (ClinchQuickRange));
  group->header = *header;
  group->told = told;
  group->sticky_day = sticky->day;
  group->sticky_start = sticky->day_start;
  group->sticky_end = sticky->day_end;

  return group;
}

static gboolean
starts_group (const Anchors *now,
              const Anchors *before,
              gboolean       bullet,
              gboolean       gap)
{
  gboolean other = now->customer >= 0 && before->customer >= 0 && now->customer != before->customer;

  if (now->marker)
    return FALSE;
  if (now->dated)
    return TRUE;
  if (other && (now->customer_first || now->kind || bullet))
    return TRUE;
  if (now->kind && before->kind && (now->customer >= 0 || now->person))
    return TRUE;

  return gap && (now->kind || other);
}

static void
add_range (ClinchQuickGroup *group,
           guint             start,
           guint             end)
{
  ClinchQuickRange range = { start, end, 0, 0 };

  g_array_append_val (group->ranges, range);
}

/* 好的, 收到: said in a chat, this goes on with the message before. */
static gboolean
is_trivial (const ClinchQuickScan  *scan,
            const GArray           *customers,
            const ClinchQuickGroup *group,
            const ClinchQuickGroup *before)
{
  const ClinchQuickRange *range = &g_array_index (group->ranges, ClinchQuickRange, 0);
  Anchors anchors;

  if (!group->header.is_header || !before->header.is_header
      || group->header.name_end == group->header.name_start ||
      group->ranges->len != 1 || range->end - range->start > SHORT_MESSAGE)
    return FALSE;
  if (group->header.day != 0 && before->header.day != 0 && group->header.day != before->header.day)
    return FALSE;
  if (group->sticky_day != before->sticky_day)
    return FALSE;

  anchors = read_anchors (scan, customers, range->start, range->end, group->told);

  return !anchors.dated && !anchors.future && !anchors.kind && !anchors.person && !anchors.marker
         && anchors.customer < 0;
}

static void
merge_trivial (const ClinchQuickScan *scan,
               const GArray          *customers,
               GPtrArray             *groups)
{
  for (guint i = 1; i < groups->len;)
    {
      ClinchQuickGroup *before = g_ptr_array_index (groups, i - 1);
      ClinchQuickGroup *group = g_ptr_array_index (groups, i);

      if (is_trivial (scan, customers, group, before))
        {
          ClinchQuickRange range = g_array_index (group->ranges, ClinchQuickRange, 0);

          if (group->header.member != before->header.member
              || group->header.contact != before->header.contact ||
              group->header.member + group->header.contact == -2)
            {
              range.label_start = group->header.name_start;
              range.label_end = group->header.name_end;
            }
          g_array_append_val (before->ranges, range);
          g_ptr_array_remove_index (groups, i);
        }
      else
        i++;
    }
}

/* 张三: in a line of its own belongs to what comes next. */
static void
take_label (const ClinchQuickText *text,
            ClinchQuickGroup      *earlier,
            ClinchQuickGroup      *group)
{
  const ClinchQuickRange *last;
  guint end;

  if (earlier == NULL)
    return;
  last = &g_array_index (earlier->ranges, ClinchQuickRange, earlier->ranges->len - 1);
  end = last->end;
  while (end > last->start && g_unichar_isspace (text->raw[end - 1]))
    end--;
  if (end - last->start > LONGEST_AUTHOR
      || !clinch_quick_text_is_at (text, end - 1, end, ":"))
    return;

  g_array_append_val (group->ranges, *last);
  g_array_remove_index (earlier->ranges, earlier->ranges->len - 1);
}

GPtrArray *
clinch_quick_memo_group (const ClinchQuickScan *scan,
                         const GArray          *lines,
                         const GArray          *customers)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  ClinchQuickGroup *group = NULL;
  ClinchQuickHeader pending;
  ClinchQuickHeader sticky;
  Anchors before = { .customer = -1 };
  gboolean gap = FALSE;

  clear_header (&pending, 0);
  clear_header (&sticky, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const ClinchQuickLine *line = &g_array_index (lines, ClinchQuickLine, i);
      Anchors now;

      if (line->header.is_header)
        {
          pending = line->header;
          group = NULL;
          if (is_divider (&pending))
            sticky = pending;
        }
      now = read_anchors (scan, customers, line->header.content, line->end, line->told);
      if (now.blank)
        {
          gap |= !line->header.is_header;
          continue;
        }

      if (group == NULL || starts_group (&now, &before, line->bullet, gap))
        {
          ClinchQuickGroup *earlier = group;

          group = group_new (&pending, &sticky, line->told);
          take_label (scan->text, earlier, group);
          if (earlier != NULL && earlier->ranges->len == 0)
            g_ptr_array_remove_index (groups, groups->len - 1);
          g_ptr_array_add (groups, group);
          before = now;
        }
      else
        {
          before.kind |= now.kind;
          if (before.customer < 0)
            before.customer = now.customer;
        }
      add_range (group, line->header.content, line->end);
      gap = FALSE;
    }
  merge_trivial (scan, customers, groups);

  return groups;
}
