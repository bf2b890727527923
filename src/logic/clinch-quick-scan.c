// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-scan.h"

#include "clinch-pinyin.h"
#include "clinch-quick-memo.h"
#include "clinch-quick-words.h"
#include "clinch-text.h"

/* 王总, 李经理, 老张 */
static gboolean
scan_chinese_person (const ClinchQuickText *text,
                     guint                  at,
                     ClinchQuickPersonHit  *hit)
{
  gunichar c = text->fold[at];
  gboolean weak = FALSE;
  guint surname;
  guint title;

  if (!clinch_text_is_cjk (c))
    return FALSE;

  if (g_utf8_strchr ("老小", -1, c) != NULL && at + 1 < text->n &&
      clinch_pinyin_surname (text->text + text->offset[at + 1]) == 1 &&
      clinch_quick_word_title (text, at + 2, text->n, &weak) == 0)
    {
      *hit = (ClinchQuickPersonHit) { at, at + 2, at + 1, at + 2, TRUE, FALSE };
      return TRUE;
    }

  surname = MAX (clinch_pinyin_surname (text->text + text->offset[at]), 0);
  if (surname == 0 || at + surname > text->n)
    return FALSE;
  title = clinch_quick_word_title (text, at + surname, text->n, &weak);
  if (title == 0)
    return FALSE;

  *hit = (ClinchQuickPersonHit) {
    .start = at,
    .end = at + surname + title,
    .name_start = at,
    .name_end = at + surname,
    .weak = weak || (surname == 1 && clinch_quick_word_is_particle (c)),
  };

  return TRUE;
}

static guint
skip_capitalised (const ClinchQuickText *text,
                  guint                  at)
{
  guint i = at;

  if (at >= text->n || !g_unichar_isupper (text->raw[at]))
    return at;
  while (i < text->n
         && (clinch_quick_is_latin (text->fold[i]) || text->fold[i] == '-'
             || text->fold[i] == '\''))
    i++;

  return i;
}

/* Mr Wang, Director Chen, Dr. Anna Schmidt */
static gboolean
scan_english_person (const ClinchQuickText *text,
                     guint                  at,
                     ClinchQuickPersonHit  *hit)
{
  guint address;
  guint name;
  guint end;
  guint second;

  if (text->fold[at] >= 0x80 || (at > 0 && clinch_quick_is_latin (text->fold[at - 1])))
    return FALSE;
  address = clinch_quick_word_address (text, at, text->n);
  if (address == 0)
    return FALSE;
  name = clinch_quick_text_skip_space (text, at + address, text->n);
  end = skip_capitalised (text, name);
  if (end == name)
    return FALSE;
  second = clinch_quick_text_skip_space (text, end, text->n);
  if (second > end && skip_capitalised (text, second) > second + 1 &&
      clinch_quick_word_stop (text, second, text->n) == 0)
    end = skip_capitalised (text, second);

  *hit = (ClinchQuickPersonHit) { at, end, name, end, FALSE, TRUE };

  return TRUE;
}

static guint
scan_at (ClinchQuickScan *self,
         guint            at,
         guint32          told)
{
  ClinchQuickText *text = self->text;
  ClinchQuickDate date;
  ClinchQuickKindHit kind;
  ClinchQuickPersonHit person;
  guint length;

  if (clinch_quick_date_scan (text, at, text->n, told, &date) &&
      !clinch_quick_text_has_mark (text, date.start, date.end,
                                   CLINCH_QUICK_MARK_NAME | CLINCH_QUICK_MARK_HEADER))
    {
      g_array_append_val (self->dates, date);
      clinch_quick_text_mark (text, date.start, date.end, CLINCH_QUICK_MARK_DATE);
      return date.end;
    }

  if (scan_chinese_person (text, at, &person) || scan_english_person (text, at, &person))
    {
      g_array_append_val (self->people, person);
      if (!person.weak)
        {
          clinch_quick_text_mark (text, person.start, person.end, CLINCH_QUICK_MARK_PERSON);
          return person.end;
        }
    }

  length = clinch_quick_word_kind (text, at, text->n, &kind.kind, &kind.weak);
  if (length > 0)
    {
      kind.start = at;
      kind.end = at + length;
      g_array_append_val (self->kinds, kind);
      clinch_quick_text_mark (text, at, at + length, CLINCH_QUICK_MARK_KIND);
      return at + length;
    }

  length = clinch_quick_word_stop (text, at, text->n);
  if (length > 0)
    {
      clinch_quick_text_mark (text, at, at + length, CLINCH_QUICK_MARK_STOP);
      return at + length;
    }

  return at + 1;
}

ClinchQuickScan *
clinch_quick_scan_new (ClinchQuickText *text,
                       const GArray    *lines,
                       guint32          today)
{
  ClinchQuickScan *self = g_new0 (ClinchQuickScan, 1);
  guint32 told = today;
  guint line = 0;
  guint i = 0;

  self->text = text;
  self->today = today;
  self->dates = g_array_new (FALSE, FALSE, sizeof (ClinchQuickDate));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (ClinchQuickKindHit));
  self->people = g_array_new (FALSE, FALSE, sizeof (ClinchQuickPersonHit));

  while (i < text->n)
    {
      for (; lines != NULL && line < lines->len
             && g_array_index (lines, ClinchQuickLine, line).start <= i; line++)
        told = g_array_index (lines, ClinchQuickLine, line).told;

      if ((text->marks[i] & (CLINCH_QUICK_MARK_NAME | CLINCH_QUICK_MARK_HEADER)) != 0)
        i++;
      else
        i = scan_at (self, i, told);
    }

  return self;
}

void
clinch_quick_scan_free (ClinchQuickScan *self)
{
  clinch_quick_text_free (self->text);
  g_array_unref (self->dates);
  g_array_unref (self->kinds);
  g_array_unref (self->people);
  g_free (self);
}

ClinchQuickPiece
clinch_quick_scan_piece (const ClinchQuickScan *self,
                         guint                  start,
                         guint                  end,
                         int                    confidence)
{
  return (ClinchQuickPiece) { self->text->offset[start], self->text->offset[end],
                              CLAMP (confidence, 0, 100) };
}
