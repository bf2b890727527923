// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-data.h"

G_BEGIN_DECLS

/**
 * ClinchPaper:
 *
 * A document on A4 that is written from top to bottom and breaks into pages by itself: a heading
 * stays with what follows it, a row of a table is never cut, its columns are named again on each
 * page, and neither its first nor its last row stands alone. From the second page on the head says
 * whose document it is; the foot has the page numbers.
 *
 * It needs no display. Text of the user is never markup, and what is longer than a paragraph should
 * be is cut with an ellipsis.
 */
typedef struct _ClinchPaper ClinchPaper;

/* A4, in points. */
#define CLINCH_PAPER_WIDTH 595.276
#define CLINCH_PAPER_HEIGHT 841.89

typedef enum
{
  CLINCH_PAPER_TITLE,
  CLINCH_PAPER_HEADING,
  CLINCH_PAPER_TEXT,
  CLINCH_PAPER_STRONG,
  CLINCH_PAPER_SMALL,
  CLINCH_PAPER_FINE,
} ClinchPaperStyle;

typedef enum
{
  CLINCH_PAPER_BULLET,
  CLINCH_PAPER_BOX, /* to be ticked with a pen */
} ClinchPaperMark;

/* A column of a table. @share is its part of the width; @at_end sets figures under each other. */
typedef struct
{
  const char *title;
  double share;
  gboolean at_end;
} ClinchPaperColumn;

#define CLINCH_PAPER_MAX_COLUMNS 24

/* @title says whose document it is, @note stands in the head and foot beside it. */
ClinchPaper *clinch_paper_new         (const char              *title,
                                       const char              *note) G_GNUC_WARN_UNUSED_RESULT;
/* The same on paper that lies on its side, for wide tables. */
ClinchPaper *clinch_paper_new_wide    (const char              *title,
                                       const char              *note) G_GNUC_WARN_UNUSED_RESULT;
void         clinch_paper_free        (ClinchPaper             *self);
/* Of a page, in points. */
void         clinch_paper_get_size    (ClinchPaper             *self,
                                       double                  *width,
                                       double                  *height);

void         clinch_paper_add_text    (ClinchPaper             *self,
                                       ClinchPaperStyle         style,
                                       const char              *text);
/* A line with a mark before it and, in small print below, what is behind it. */
void         clinch_paper_add_item    (ClinchPaper             *self,
                                       ClinchPaperMark          mark,
                                       const char              *text,
                                       const char              *detail);
void         clinch_paper_begin_table (ClinchPaper             *self,
                                       const ClinchPaperColumn *columns,
                                       guint                    n_columns);
/* A row of the table that was begun, its first cell @depth steps further in. */
void         clinch_paper_add_row     (ClinchPaper             *self,
                                       const char *const       *cells,
                                       int                      depth);
void         clinch_paper_end_table   (ClinchPaper             *self);
/* A chart, and lines of text beside it, each of which stays one line. */
void         clinch_paper_add_chart   (ClinchPaper             *self,
                                       ClinchChartData         *data,
                                       const char              *lines);
/* A picture as wide as the page; @ratio is its height to its width. */
void         clinch_paper_add_picture (ClinchPaper             *self,
                                       ClinchChartData         *data,
                                       double                   ratio);

/* How many pages there are. Nothing can be added from then on. */
guint        clinch_paper_get_n_pages (ClinchPaper             *self);
/* Draws a page, counted from 0, in points. */
void         clinch_paper_draw_page   (ClinchPaper             *self,
                                       cairo_t                 *cr,
                                       guint                    page);
/* All pages as a PDF document. */
GBytes      *clinch_paper_render      (ClinchPaper             *self,
                                       const char              *author,
                                       gint64                   now,
                                       GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchPaper, clinch_paper_free)

G_END_DECLS
