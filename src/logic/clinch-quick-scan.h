// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quick-date.h"
#include "clinch-quick-entry.h"
#include "clinch-quick-text.h"

G_BEGIN_DECLS

typedef struct
{
  guint           start;
  guint           end;
  ClinchQuickKind kind;
  gboolean        weak;
} ClinchQuickKindHit;

/**
 * ClinchQuickPersonHit:
 * @start: first character
 * @end: past the last
 * @name_start: first character of the surname or name
 * @name_end: past its last
 * @weak: it may as well be no person at all
 * @latin: an English form of address and a name
 *
 * A reference to a person by surname and title.
 */
typedef struct
{
  guint    start;
  guint    end;
  guint    name_start;
  guint    name_end;
  gboolean weak;
  gboolean latin;
} ClinchQuickPersonHit;

/**
 * ClinchQuickScan:
 * @text: the text, marked
 * @today: the current day (Julian)
 * @dates: (element-type ClinchQuickDate): dates and times in their order
 * @kinds: (element-type ClinchQuickKindHit): words for a kind in their order
 * @people: (element-type ClinchQuickPersonHit): references to people in their order
 *
 * What can be recognised in a text by its words alone.
 */
typedef struct
{
  ClinchQuickText *text;
  guint32          today;
  GArray          *dates;
  GArray          *kinds;
  GArray          *people;
} ClinchQuickScan;

/**
 * clinch_quick_scan_new:
 * @text: (transfer full): a text; what is marked as a name or header is passed over
 * @lines: (nullable) (element-type ClinchQuickLine): its lines, with the day each was written on;
 *   %NULL where all of it was written today
 * @today: the current day (Julian)
 *
 * Returns: (transfer full): what is in @text, which is marked accordingly
 */
ClinchQuickScan *clinch_quick_scan_new  (ClinchQuickText *text,
                                         const GArray    *lines,
                                         guint32          today);

/**
 * clinch_quick_scan_free:
 * @self: (transfer full): a scan
 */
void             clinch_quick_scan_free (ClinchQuickScan *self);

/**
 * clinch_quick_scan_piece:
 * @self: a scan
 * @start: first character
 * @end: past the last
 * @confidence: how sure it is; kept within 0 and 100
 *
 * Returns: that part of the text in bytes
 */
ClinchQuickPiece clinch_quick_scan_piece (const ClinchQuickScan *self,
                                          guint                  start,
                                          guint                  end,
                                          int                    confidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchQuickScan, clinch_quick_scan_free)

G_END_DECLS
