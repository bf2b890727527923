// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-table.h"

#include "clinch-exchange-error.h"
#include "clinch-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A row is its cells one behind the other in the block, each with its NUL, up to the last one that
 * is not empty. Where it ends says how many cells it has, so no list of cells is kept: two million
 * rows of fifteen columns cost 16 MB besides their text. */

typedef struct
{
  guint row;
  guint n_cells;
} Surplus;

struct _ClinchTable
{
  gatomicrefcount ref_count;

  char *text;
  gsize used;
  gsize size;

  guint *starts;
  guint *lines;
  guint n_rows;
  guint n_blank_rows;
  guint rows_size;

  char **names;
  guint n_columns;
  guint n_named;
  gboolean has_names;

  /* The row being filled: where it begins, how many cells it has, and where its last cell with text
   * ends. */
  gsize row_start;
  gsize row_filled;
  guint row_cells;
  guint row_filled_cells;
  gboolean row_surplus;

  guint widest;
  guint last_width;
  GArray *surplus;
  GHashTable *problems; /* row to sentence; NULL where there are none */

  char *encoding;
  char delimiter;
};

ClinchTable *
clinch_table_new (void)
{
  ClinchTable *self = g_new0 (ClinchTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->surplus = g_array_new (FALSE, FALSE, sizeof (Surplus));

  return self;
}

ClinchTable *
clinch_table_ref (ClinchTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
clinch_table_unref (ClinchTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_free (self->starts);
  g_free (self->lines);
  g_strfreev (self->names);
  g_array_unref (self->surplus);
  g_clear_pointer (&self->problems, g_hash_table_unref);
  g_free (self->encoding);
  g_free (self);
}

static gboolean
reserve_text (ClinchTable  *self,
              gsize         length,
              guint         line,
              GError      **error)
{
  gsize wanted = self->used + length;

  if (wanted <= self->size)
    return TRUE;

  if (wanted > CLINCH_TABLE_MAX_TEXT)
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE,
                   _("Up to line %u the table holds more than 256 MB of text. "
                     "Split the file into smaller ones and import them one after another."), line);
      return FALSE;
    }

  self->size = CLAMP (self->size + self->size / 2, 64 * 1024, CLINCH_TABLE_MAX_TEXT);
  self->size = MAX (self->size, wanted);
  self->text = g_realloc (self->text, self->size);
  return TRUE;
}

/* Bytes that begin a character which clinch_text_clean() might remove, or white space other than a
 * blank. Those of Chinese, Latin and most other letters are not among them. */
static const guint8 doubtful[256] = {
  [0x00 ... 0x08] = 1, [0x0b ... 0x1f] = 1, [0x7f] = 1,
  [0xc0 ... 0xc2] = 1, [0xcc ... 0xcd] = 1, [0xd8] = 1, [0xe0 ... 0xe2] = 1, [0xee ... 0xff] = 1,
};

/* The one exception: most of the full-width forms, EF BC .. and EF BD .., which Chinese uses for
 * its commas and brackets. */
static gboolean
has_doubtful (const guint8 *bytes,
              gsize         length)
{
  for (gsize i = 0; i < length; i++)
    if (doubtful[bytes[i]]
        && !(bytes[i] == 0xef && i + 2 < length && (bytes[i + 1] == 0xbc || bytes[i + 1] == 0xbd)))
      return TRUE;

  return FALSE;
}

/* Whether @text can stay as it is, which spares nearly every cell the detour through
 * clinch_text_clean(). */
static gboolean
is_plain (const char *text,
          gsize       length)
{
  const guint8 *bytes = (const guint8 *) text;
  guint found = 0;

  if (length == 0)
    return TRUE;
  if (bytes[0] <= ' ' || bytes[length - 1] <= ' ')
    return FALSE;
  /* The ideographic space, U+3000, is E3 80 80. */
  if (length >= 3
      && (memcmp (bytes, "\xe3\x80\x80", 3) == 0
          || memcmp (bytes + length - 3, "\xe3\x80\x80", 3) == 0))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    found |= doubtful[bytes[i]];

  return found == 0 || !has_doubtful (bytes, length);
}

/* Line ends become what Unix has before the cleaning takes carriage returns away. */
static char *
clean_cell (const char *text,
            gsize       length)
{
  g_autofree char *copy = g_malloc (length + 1);
  char *out = copy;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != '\r')
        *out++ = text[i];
      else if (i + 1 == length || text[i + 1] != '\n')
        *out++ = '\n';
    }
  *out = '\0';

  return clinch_text_clean (copy);
}

static gboolean
store_cell (ClinchTable  *self,
            const char   *text,
            gsize         length,
            guint         line,
            GError      **error)
{
  g_autofree char *cleaned = NULL;

  if (!is_plain (text, length))
    {
      cleaned = clean_cell (text, length);
      text = cleaned != NULL ? cleaned : "";
      length = strlen (text);
    }

  if (!reserve_text (self, length + 1, line, error))
    return FALSE;

  memcpy (self->text + self->used, text, length);
  self->used += length;
  self->text[self->used++] = '\0';
  if (length > 0)
    {
      self->row_filled = self->used;
      self->row_filled_cells = self->row_cells;
    }

  return TRUE;
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  g_autofree char *cleaned = NULL;

  if (is_plain (text, length))
    return length == 0;

  cleaned = clean_cell (text, length);
  return cleaned == NULL;
}

gboolean
clinch_table_append_cell (ClinchTable  *self,
                          const char   *text,
                          gsize         length,
                          guint         line,
                          GError      **error)
{
  if (length > CLINCH_TABLE_MAX_CELL_CHARS
      && g_utf8_strlen (text, length) > CLINCH_TABLE_MAX_CELL_CHARS)
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE,
                   _("In the row that begins in line %u a cell is longer than 1,000,000 "
                     "characters. "
                     "Shorten it, or look for a quote (\") that is never closed."), line);
      return FALSE;
    }

  if (++self->row_cells > CLINCH_TABLE_MAX_COLUMNS)
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE,
                   _("The row in line %u has more than 512 cells. Remove columns that are not "
                     "needed, "
                     "or choose another delimiter."), line);
      return FALSE;
    }

  if (self->n_columns > 0 && self->row_cells > self->n_columns)
    {
      if (!is_blank (text, length))
        self->row_surplus = TRUE;
      return TRUE;
    }

  return store_cell (self, text, length, line, error);
}

static gboolean
reserve_row (ClinchTable  *self,
             guint         line,
             GError      **error)
{
  if (self->n_rows + self->n_blank_rows >= CLINCH_TABLE_MAX_ROWS)
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE,
                   _("Line %u begins a row past the 2,000,000 that a table may have. "
                     "Split the file into smaller ones and import them one after another."), line);
      return FALSE;
    }

  if (self->n_rows < self->rows_size)
    return TRUE;

  self->rows_size = CLAMP (self->rows_size + self->rows_size / 2, 1024, CLINCH_TABLE_MAX_ROWS);
  self->starts = g_renew (guint, self->starts, self->rows_size);
  self->lines = g_renew (guint, self->lines, self->rows_size);
  return TRUE;
}

static const char *
find_problem (ClinchTable *self,
              guint        row)
{
  return self->problems != NULL
         ? g_hash_table_lookup (self->problems, GUINT_TO_POINTER (row)) : NULL;
}

void
clinch_table_set_row_problem (ClinchTable *self,
                              const char  *problem)
{
  if (self->problems == NULL)
    self->problems = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_hash_table_insert (self->problems, GUINT_TO_POINTER (self->n_rows), g_strdup (problem));
}

gboolean
clinch_table_end_row (ClinchTable  *self,
                      guint         line,
                      GError      **error)
{
  gboolean has_text = self->row_filled > self->row_start || self->row_surplus
                      || find_problem (self, self->n_rows) != NULL;

  if (!reserve_row (self, line, error))
    return FALSE;

  if (has_text)
    {
      if (self->row_surplus)
        g_array_append_val (self->surplus, ((Surplus) { self->n_rows, self->row_cells }));
      self->starts[self->n_rows] = self->row_start;
      self->lines[self->n_rows] = line;
      self->n_rows++;
      self->widest = MAX (self->widest, self->row_filled_cells);
      self->last_width = self->row_cells;
      self->used = MAX (self->row_filled, self->row_start);
    }
  else
    {
      self->n_blank_rows++;
      self->used = self->row_start;
    }

  self->row_start = self->row_filled = self->used;
  self->row_cells = self->row_filled_cells = 0;
  self->row_surplus = FALSE;
  return TRUE;
}

/* @texts: (nullable): what the file calls the columns */
static void
name_columns (ClinchTable  *self,
              guint         n_columns,
              const char  **texts)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  self->n_columns = n_columns;
  self->names = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *given = texts != NULL ? clinch_text_clean_line (texts[i]) : NULL;
      g_autofree char *base = NULL;
      char *name;

      if (given != NULL)
        self->n_named = i + 1;
      base = given != NULL ? g_steal_pointer (&given) : g_strdup_printf (_("Column %u"), i + 1);
      name = g_strdup (base);
      for (guint n = 2; g_hash_table_contains (taken, name); n++)
        {
          g_free (name);
          name = g_strdup_printf ("%s (%u)", base, n);
        }
      self->names[i] = name;
      g_hash_table_add (taken, name);
    }
}

void
clinch_table_take_names (ClinchTable *self)
{
  const char *texts[CLINCH_TABLE_MAX_COLUMNS];

  g_return_if_fail (self->n_rows == 1 && self->names == NULL);

  clinch_table_get_cells (self, 0, texts, G_N_ELEMENTS (texts));
  name_columns (self, self->last_width, texts);

  self->has_names = TRUE;
  self->n_rows = 0;
  self->used = self->row_start = self->row_filled = 0;
  self->widest = 0;
}

void
clinch_table_number_columns (ClinchTable *self,
                             guint        n_columns)
{
  g_return_if_fail (self->names == NULL);

  name_columns (self, CLAMP (n_columns, MAX (1, self->last_width), CLINCH_TABLE_MAX_COLUMNS), NULL);
}

void
clinch_table_finish (ClinchTable *self)
{
  guint wanted = MAX (self->widest, self->n_named);

  if (self->names == NULL)
    name_columns (self, 0, NULL);

  for (guint i = wanted; i < self->n_columns; i++)
    g_clear_pointer (&self->names[i], g_free);
  self->n_columns = MIN (self->n_columns, wanted);

  self->size = self->used;
  self->text = g_realloc (self->text, self->size);
  self->rows_size = self->n_rows;
  self->starts = g_renew (guint, self->starts, self->rows_size);
  self->lines = g_renew (guint, self->lines, self->rows_size);
}

void
clinch_table_set_source (ClinchTable *self,
                         const char  *encoding,
                         char         delimiter)
{
  g_set_str (&self->encoding, encoding);
  self->delimiter = delimiter;
}

guint
clinch_table_get_n_columns (ClinchTable *self)
{
  return self->n_columns;
}

guint
clinch_table_get_n_rows (ClinchTable *self)
{
  return self->n_rows;
}

const char *
clinch_table_get_column_name (ClinchTable *self,
                              guint        column)
{
  g_return_val_if_fail (column < self->n_columns, "");

  return self->names[column];
}

int
clinch_table_find_column (ClinchTable *self,
                          const char  *name)
{
  g_autofree char *folded = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->names[i], name) == 0)
      return i;

  folded = clinch_text_fold (name);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *own = clinch_text_fold (self->names[i]);

      if (strcmp (own, folded) == 0)
        return i;
    }

  return -1;
}

gboolean
clinch_table_has_names (ClinchTable *self)
{
  return self->has_names;
}

const char *
clinch_table_get_encoding (ClinchTable *self)
{
  return self->encoding;
}

char
clinch_table_get_delimiter (ClinchTable *self)
{
  return self->delimiter;
}

static const char *
get_row_end (ClinchTable *self,
             guint        row)
{
  return self->text + (row + 1 < self->n_rows ? self->starts[row + 1] : self->used);
}

const char *
clinch_table_get_cell (ClinchTable *self,
                       guint        row,
                       guint        column)
{
  const char *cell;
  const char *end;

  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, "");

  end = get_row_end (self, row);
  cell = self->text + self->starts[row];
  for (guint i = 0; i < column && cell < end; i++)
    cell += strlen (cell) + 1;

  return cell < end ? cell : "";
}

guint
clinch_table_get_cells (ClinchTable  *self,
                        guint         row,
                        const char  **cells,
                        guint         max)
{
  const char *cell;
  const char *end;
  guint n_cells = 0;

  g_return_val_if_fail (row < self->n_rows, 0);

  end = get_row_end (self, row);
  for (cell = self->text + self->starts[row]; cell < end && n_cells < max;
       cell += strlen (cell) + 1)
    cells[n_cells++] = cell;
  for (guint i = n_cells; i < max; i++)
    cells[i] = "";

  return n_cells;
}

void
clinch_table_get_row (ClinchTable  *self,
                      guint         row,
                      const char  **cells)
{
  clinch_table_get_cells (self, row, cells, self->n_columns);
}

guint
clinch_table_get_line (ClinchTable *self,
                       guint        row)
{
  g_return_val_if_fail (row < self->n_rows, 0);

  return self->lines[row];
}

guint
clinch_table_get_n_surplus_rows (ClinchTable *self)
{
  return self->surplus->len;
}

static int
compare_surplus (const void *a,
                 const void *b)
{
  const Surplus *first = a;
  const Surplus *second = b;

  return (first->row > second->row) - (first->row < second->row);
}

guint
clinch_table_get_surplus (ClinchTable *self,
                          guint        row)
{
  Surplus wanted = { row, 0 };
  guint index;

  if (!g_array_binary_search (self->surplus, &wanted, compare_surplus, &index))
    return 0;

  return g_array_index (self->surplus, Surplus, index).n_cells - self->n_columns;
}

char *
clinch_table_dup_row_problem (ClinchTable *self,
                              guint        row)
{
  guint surplus = clinch_table_get_surplus (self, row);

  if (find_problem (self, row) != NULL)
    return g_strdup (find_problem (self, row));
  if (surplus == 0)
    return NULL;

  return g_strdup_printf (ngettext ("Line %u has %u cell, but the table has %u columns. "
                                    "Put quotes around text that contains the delimiter.",
                                    "Line %u has %u cells, but the table has %u columns. "
                                    "Put quotes around text that contains the delimiter.",
                                    self->n_columns + surplus),
                          clinch_table_get_line (self, row), self->n_columns + surplus,
                          self->n_columns);
}
