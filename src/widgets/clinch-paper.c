// SPDX-License-Identifier: GPL-3.0-or-later
//
// Typesetting. Everything on the paper is a row: some layouts at their places, a mark, a chart.
// Rows are measured when they are added, since the width is known, and placed when all are there.
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-paper.h"

#include "clinch-chart-export.h"
#include "clinch-chart-ink.h"
#include "clinch-date.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define MARGIN 48.0
#define TOP 44.0     /* of the first page */
#define TOP_MORE 62.0 /* of the others, under their head */
#define BOTTOM_MARGIN 56.0

#define FONT "Adwaita Sans, Cantarell, Sans"
#define GUTTER 8.0
#define INDENT 12.0
#define MARK_WIDTH 16.0
#define BOX_SIDE 8.0
#define DOT_RADIUS 1.6
#define MOST_DEPTH 8
#define CELL_LINES 4
#define MOST_USUAL_COLUMNS 8 /* more are set in a finer print */
#define TEXT_LINES 14

#define CHART_SHARE 0.5
#define CHART_HEIGHT 214.0
/* Letters in charts are a little smaller than those around. */
#define PIXELS_PER_POINT (96.0 / 72.0 * 1.2)

typedef struct
{
  PangoLayout *layout;
  double x;
  double y;
  gboolean dim;
} Cell;

typedef struct _Row Row;
struct _Row
{
  GArray *cells;
  ClinchChartData *chart;
  double chart_width;
  double gap; /* before it, unless it begins a page */
  double height;
  int mark; /* ClinchPaperMark, -1 for none */
  gboolean ruled;
  gboolean keeps; /* with the next one */
  const Row *header; /* what is said again where a page begins with this row */
};

typedef struct
{
  const Row *row;
  guint page;
  double y;
} Place;

struct _ClinchPaper
{
  char *title;
  char *note;
  double page_width;
  double page_height;
  PangoContext *context;
  PangoContext *chart_context;
  ClinchChartPalette palette;
  gboolean rtl;
  GPtrArray *rows;
  GArray *places;
  guint n_pages;
  ClinchPaperColumn columns[CLINCH_PAPER_MAX_COLUMNS];
  guint n_columns;
  const Row *header;
};

static const struct
{
  double size;
  PangoWeight weight;
  double gap;
} styles[] = {
  [CLINCH_PAPER_TITLE] = { 20, PANGO_WEIGHT_BOLD, 0 },
  [CLINCH_PAPER_HEADING] = { 12, PANGO_WEIGHT_BOLD, 18 },
  [CLINCH_PAPER_TEXT] = { 9.5, PANGO_WEIGHT_NORMAL, 3 },
  [CLINCH_PAPER_STRONG] = { 9.5, PANGO_WEIGHT_SEMIBOLD, 6 },
  [CLINCH_PAPER_SMALL] = { 8.5, PANGO_WEIGHT_NORMAL, 2 },
  [CLINCH_PAPER_FINE] = { 8, PANGO_WEIGHT_NORMAL, 2 },
};

static void
clear_cell (gpointer data)
{
  g_object_unref (((Cell *) data)->layout);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->cells);
  g_clear_object (&row->chart);
  g_free (row);
}

ClinchPaper *
clinch_paper_new (const char *title,
                  const char *note)
{
  ClinchPaper *self = g_new0 (ClinchPaper, 1);

  self->title = g_strdup (title);
  self->note = g_strdup (note);
  self->page_width = CLINCH_PAPER_WIDTH;
  self->page_height = CLINCH_PAPER_HEIGHT;
  self->rtl = clinch_chart_prefers_rtl ();
  self->context = clinch_chart_create_context (self->rtl);
  pango_cairo_context_set_resolution (self->context, 72);
  self->chart_context = clinch_chart_create_context (self->rtl);
  clinch_chart_palette_init (&self->palette, NULL, FALSE, FALSE);
  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

ClinchPaper *
clinch_paper_new_wide (const char *title,
                       const char *note)
{
  ClinchPaper *self = clinch_paper_new (title, note);

  self->page_width = CLINCH_PAPER_HEIGHT;
  self->page_height = CLINCH_PAPER_WIDTH;

  return self;
}

void
clinch_paper_free (ClinchPaper *self)
{
  g_free (self->title);
  g_free (self->note);
  g_object_unref (self->context);
  g_object_unref (self->chart_context);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

void
clinch_paper_get_size (ClinchPaper *self,
                       double      *width,
                       double      *height)
{
  *width = self->page_width;
  *height = self->page_height;
}

/* --- Writing */

/* Between the margins. */
static double
room (ClinchPaper *self)
{
  return self->page_width - 2 * MARGIN;
}

static PangoLayout *
create_layout (ClinchPaper      *self,
               ClinchPaperStyle  style,
               const char       *text,
               double            width,
               int               n_lines)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string (FONT);
  g_autofree char *clean = g_utf8_make_valid (text != NULL ? text : "", -1);

  pango_font_description_set_absolute_size (font, styles[style].size * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, clean, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_line_spacing (layout, 1.25f);

  return layout;
}

static double
layout_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

static Row *
add_row (ClinchPaper *self,
         double       gap)
{
  Row *row = g_new0 (Row, 1);

  g_return_val_if_fail (self->places == NULL, row);

  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (row->cells, clear_cell);
  row->gap = gap;
  row->mark = -1;
  g_ptr_array_add (self->rows, row);

  return row;
}

/* Places are counted from where reading begins. */
static void
add_cell (ClinchPaper      *self,
          Row              *row,
          ClinchPaperStyle  style,
          const char       *text,
          double            x,
          double            y,
          double            width,
          int               n_lines)
{
  PangoLayout *layout = create_layout (self, style, text, width, n_lines);
  const Cell cell = {
    .layout = layout,
    .x = self->rtl ? room (self) - x - width : x,
    .y = y,
    .dim = style == CLINCH_PAPER_SMALL,
  };

  g_array_append_val (row->cells, cell);
  row->height = MAX (row->height, y + layout_height (layout));
}

void
clinch_paper_add_text (ClinchPaper      *self,
                       ClinchPaperStyle  style,
                       const char       *text)
{
  Row *row = add_row (self, styles[style].gap);

  add_cell (self, row, style, text, 0, 0, room (self),
            style == CLINCH_PAPER_TITLE ? 3 : TEXT_LINES);
  row->ruled = style == CLINCH_PAPER_HEADING;
  row->keeps = style == CLINCH_PAPER_HEADING || style == CLINCH_PAPER_STRONG;
  if (row->ruled)
    row->height += 4;
}

void
clinch_paper_add_item (ClinchPaper     *self,
                       ClinchPaperMark  mark,
                       const char      *text,
                       const char      *detail)
{
  Row *row = add_row (self, 6);

  row->mark = mark;
  add_cell (self, row, detail != NULL ? CLINCH_PAPER_STRONG : CLINCH_PAPER_TEXT, text, MARK_WIDTH,
            0, room (self) - MARK_WIDTH, TEXT_LINES);
  if (detail != NULL)
    add_cell (self, row, CLINCH_PAPER_SMALL, detail, MARK_WIDTH, row->height + 1,
              room (self) - MARK_WIDTH, TEXT_LINES);
}

/* --- Tables */

static Row *
add_cells (ClinchPaper       *self,
           ClinchPaperStyle   style,
           const char *const *cells,
           int                depth)
{
  Row *row = add_row (self, 3);
  double x = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double width = self->columns[i].share * room (self);
      double indent = i == 0 ? CLAMP (depth, 0, MOST_DEPTH) * INDENT : 0;

      add_cell (self, row, style, cells[i], x + indent, 0, MAX (width - indent - GUTTER, 24),
                CELL_LINES);
      if (self->columns[i].at_end)
        pango_layout_set_alignment (g_array_index (row->cells, Cell, i).layout,
                                    PANGO_ALIGN_RIGHT);
      x += width;
    }
  row->ruled = TRUE;
  row->height += 3;

  return row;
}

void
clinch_paper_begin_table (ClinchPaper             *self,
                          const ClinchPaperColumn *columns,
                          guint                    n_columns)
{
  const char *titles[CLINCH_PAPER_MAX_COLUMNS];
  Row *header;

  g_return_if_fail (n_columns > 0 && n_columns <= CLINCH_PAPER_MAX_COLUMNS);

  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = columns[i];
      titles[i] = columns[i].title;
    }
  header = add_cells (self, CLINCH_PAPER_SMALL, titles, 0);
  header->keeps = TRUE;
  header->gap = 8;
  self->header = header;
}

void
clinch_paper_add_row (ClinchPaper       *self,
                      const char *const *cells,
                      int                depth)
{
  Row *row;

  g_return_if_fail (self->header != NULL);

  row = add_cells (self, self->n_columns > MOST_USUAL_COLUMNS ? CLINCH_PAPER_FINE
                         : CLINCH_PAPER_TEXT, cells, depth);
  row->header = self->header;
}

void
clinch_paper_end_table (ClinchPaper *self)
{
  guint last = self->rows->len - 1;
  guint first = last;

  while (self->rows->pdata[first] != self->header)
    first--;
  if (last - first >= 2)
    {
      ((Row *) self->rows->pdata[first + 1])->keeps = TRUE;
      ((Row *) self->rows->pdata[last - 1])->keeps = TRUE;
    }
  self->header = NULL;
}

/* --- Charts */

void
clinch_paper_add_chart (ClinchPaper     *self,
                        ClinchChartData *data,
                        const char      *lines)
{
  Row *row = add_row (self, 8);
  double x = room (self) * CHART_SHARE + GUTTER;

  row->chart = g_object_ref (data);
  row->chart_width = room (self) * CHART_SHARE;
  row->height = CHART_HEIGHT;
  add_cell (self, row, CLINCH_PAPER_TEXT, lines, x, 4, room (self) - x, 1);
}

void
clinch_paper_add_picture (ClinchPaper     *self,
                          ClinchChartData *data,
                          double           ratio)
{
  Row *row = add_row (self, 8);

  row->chart = g_object_ref (data);
  row->chart_width = room (self);
  row->height = CLAMP (ratio, 0.1, 1.3) * room (self);
}

/* --- Breaking into pages */

/* What has to stand on one page from this row on. */
static double
group_height (ClinchPaper *self,
              guint        index)
{
  double height = 0;

  for (guint i = index; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      height += (i > index ? row->gap : 0) + row->height;
      if (!row->keeps)
        break;
    }

  return height;
}

static void
add_place (ClinchPaper *self,
           const Row   *row,
           double      *y)
{
  const Place place = { row, self->n_pages - 1, *y };

  g_array_append_val (self->places, place);
  *y += row->height;
}

static void
break_pages (ClinchPaper *self)
{
  const double bottom = self->page_height - BOTTOM_MARGIN;
  double y = TOP;
  gboolean begins = TRUE;

  if (self->places != NULL)
    return;

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->n_pages = 1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];
      double gap = begins ? 0 : row->gap;
      gboolean fits = y + gap + group_height (self, i) <= bottom;

      /* A group that is taller than a page breaks where it must. */
      if (!begins && !fits && (y + gap + row->height > bottom
                               || group_height (self, i) <= bottom - TOP_MORE))
        {
          self->n_pages++;
          y = TOP_MORE;
          gap = 0;
          if (row->header != NULL)
            {
              add_place (self, row->header, &y);
              gap = row->gap;
            }
        }
      y += gap;
      add_place (self, row, &y);
      begins = FALSE;
    }
}

guint
clinch_paper_get_n_pages (ClinchPaper *self)
{
  break_pages (self);

  return self->n_pages;
}

/* --- Drawing */

static void
draw_mark (ClinchPaper *self,
           cairo_t     *cr,
           const Row   *row,
           double       y)
{
  PangoLayout *layout = g_array_index (row->cells, Cell, 0).layout;
  double base = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  double x = self->rtl ? self->page_width - MARGIN - BOX_SIDE : MARGIN;

  clinch_chart_ink_color (cr, &self->palette.text, 1);
  if (row->mark == CLINCH_PAPER_BOX)
    {
      cairo_rectangle (cr, x + 0.5, y + base - BOX_SIDE + 0.5, BOX_SIDE, BOX_SIDE);
      cairo_set_line_width (cr, 0.8);
      cairo_stroke (cr);
      return;
    }
  cairo_new_path (cr);
  cairo_arc (cr, x + BOX_SIDE / 2, y + base - 3.4, DOT_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_chart (ClinchPaper *self,
            cairo_t     *cr,
            const Row   *row,
            double       y)
{
  g_autoptr(ClinchChartDrawing) drawing = NULL;
  ClinchChartSheet sheet = {
    .context = self->chart_context,
    .palette = self->palette,
    .width = row->chart_width * PIXELS_PER_POINT,
    .height = row->height * PIXELS_PER_POINT,
    .pixel = 1,
    .rtl = self->rtl,
  };

  if (self->rtl)
    cairo_translate (cr, self->page_width - MARGIN - row->chart_width, y);
  else
    cairo_translate (cr, MARGIN, y);
  cairo_scale (cr, 1 / PIXELS_PER_POINT, 1 / PIXELS_PER_POINT);
  /* Text leaves a point behind, from which an arc would draw a line. */
  cairo_new_path (cr);
  drawing = clinch_chart_data_create_drawing (row->chart, &sheet);
  clinch_chart_drawing_draw (drawing, cr);
}

static void
draw_row (ClinchPaper *self,
          cairo_t     *cr,
          const Row   *row,
          double       y)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);

      clinch_chart_ink_color (cr, cell->dim ? &self->palette.dim : &self->palette.text, 1);
      cairo_move_to (cr, MARGIN + cell->x, y + cell->y);
      pango_cairo_show_layout (cr, cell->layout);
    }
  if (row->mark >= 0)
    draw_mark (self, cr, row, y);
  if (row->ruled)
    {
      clinch_chart_ink_color (cr, &self->palette.line, 1);
      cairo_set_line_width (cr, 0.6);
      cairo_move_to (cr, MARGIN, y + row->height);
      cairo_line_to (cr, self->page_width - MARGIN, y + row->height);
      cairo_stroke (cr);
    }
  if (row->chart != NULL)
    {
      cairo_save (cr);
      draw_chart (self, cr, row, y);
      cairo_restore (cr);
    }
}

/* A line with something at both ends. */
static void
draw_ends (ClinchPaper *self,
           cairo_t     *cr,
           const char  *begin,
           const char  *end,
           double       y)
{
  const char *texts[] = { self->rtl ? end : begin, self->rtl ? begin : end };

  clinch_chart_ink_color (cr, &self->palette.dim, 1);
  for (int i = 0; i < 2; i++)
    {
      double width = room (self) * (i == 0 ? 0.7 : 0.3);
      PangoLayout *layout = create_layout (self, CLINCH_PAPER_SMALL, texts[i], width, 1);

      /* The sides are those of the page, whatever is written there. */
      pango_layout_set_auto_dir (layout, FALSE);
      pango_layout_set_alignment (layout, (i == 0) != self->rtl ? PANGO_ALIGN_LEFT
                                                                : PANGO_ALIGN_RIGHT);
      cairo_move_to (cr, i == 0 ? MARGIN : self->page_width - MARGIN - width, y);
      pango_cairo_show_layout (cr, layout);
      g_object_unref (layout);
    }
}

void
clinch_paper_draw_page (ClinchPaper *self,
                        cairo_t     *cr,
                        guint        page)
{
  g_autofree char *number = NULL;

  break_pages (self);
  /* Translators: the number of a page, and how many there are. */
  number = g_strdup_printf (C_("paper", "Page %1$u of %2$u"), page + 1, self->n_pages);
  if (page > 0)
    draw_ends (self, cr, self->title, "", 34);
  draw_ends (self, cr, self->note, number, self->page_height - 40);
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->page == page)
        draw_row (self, cr, place->row, place->y);
    }
}

/* --- As a file */

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
describe (ClinchPaper     *self,
          cairo_surface_t *surface,
          const char      *author,
          gint64           now)
{
  g_autofree char *created = clinch_instant_to_iso (now);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->note);
  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Clinch");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

GBytes *
clinch_paper_render (ClinchPaper  *self,
                     const char   *author,
                     gint64        now,
                     GError      **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, self->page_width,
                                                                  self->page_height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  describe (self, surface, author, now);
  for (guint page = 0; page < clinch_paper_get_n_pages (self); page++)
    {
      clinch_paper_draw_page (self, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The document could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}
