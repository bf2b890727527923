// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quick-entry.h"
#include "clinch-quick-scan.h"

G_BEGIN_DECLS

/**
 * ClinchQuickHeader:
 * @is_header: whether the line tells who wrote or when, and nothing else before @content
 * @content: the first character behind that
 * @name_start: first character of the author
 * @name_end: past the last; the same where no author is named
 * @member: index of the author among the members, or -1
 * @contact: index of the author among the contacts, or -1
 * @day: the day (Julian), or 0
 * @day_start: first character of the date
 * @day_end: past the last
 * @minutes: the time, or -1
 *
 * What a line of a chat or memo says about itself.
 */
typedef struct
{
  gboolean is_header;
  guint    content;
  guint    name_start;
  guint    name_end;
  int      member;
  int      contact;
  guint32  day;
  guint    day_start;
  guint    day_end;
  int      minutes;
} ClinchQuickHeader;

/**
 * ClinchQuickLine:
 * @start: first character
 * @end: past the last
 * @told: the day (Julian) on which it was written, from which "tomorrow" counts
 * @bullet: whether it is an item of a list
 * @header: what it says about itself
 */
typedef struct
{
  guint             start;
  guint             end;
  guint32           told;
  gboolean          bullet;
  ClinchQuickHeader header;
} ClinchQuickLine;

/**
 * ClinchQuickRange:
 * @start: first character
 * @end: past the last
 * @label_start: first character of the name to put before it
 * @label_end: past the last
 */
typedef struct
{
  guint start;
  guint end;
  guint label_start;
  guint label_end;
} ClinchQuickRange;

/**
 * ClinchQuickGroup:
 * @ranges: (element-type ClinchQuickRange): its text
 * @header: the header that stands above it; @is_header is %FALSE where none does
 * @told: the day (Julian) on which it was written
 * @sticky_day: the day that a line with nothing but a date has set before, or 0
 * @sticky_start: first character of that date
 * @sticky_end: past the last
 *
 * The text that becomes one draft.
 */
typedef struct
{
  GArray           *ranges;
  ClinchQuickHeader header;
  guint32           told;
  guint32           sticky_day;
  guint             sticky_start;
  guint             sticky_end;
} ClinchQuickGroup;

/**
 * clinch_quick_memo_read_lines:
 * @text: a text in which names are marked; headers are marked here
 * @context: whose members and contacts may be authors
 * @today: the current day (Julian)
 *
 * Returns: (transfer full) (element-type ClinchQuickLine): the lines
 */
GArray    *clinch_quick_memo_read_lines (ClinchQuickText          *text,
                                         const ClinchQuickContext *context,
                                         guint32                   today);

/**
 * clinch_quick_memo_group:
 * @scan: the scan of the text
 * @lines: (element-type ClinchQuickLine): its lines
 * @customers: (element-type ClinchQuickMention): the customers that are named in it
 *
 * Returns: (transfer full) (element-type ClinchQuickGroup): what belongs together
 */
GPtrArray *clinch_quick_memo_group      (const ClinchQuickScan    *scan,
                                         const GArray             *lines,
                                         const GArray             *customers);

G_END_DECLS
