// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-csv-dialect.h"

#include <csv.h>
#include <string.h>

#define SAMPLE_RECORDS 100
#define SLICE 1024

typedef struct
{
  guint counts[SAMPLE_RECORDS];
  guint n_records;
  guint n_cells;
} Sample;

typedef struct
{
  guint n_columns;
  guint percent;
} Score;

const char *
clinch_csv_delimiters (void)
{
  /* In the order in which they win a draw: the comma, which also occurs in text and amounts,
   * last. */
  return "\t;|,";
}

static void
cell_cb (void   *text,
         size_t  length,
         void   *data)
{
  Sample *sample = data;

  sample->n_cells++;
}

static void
record_cb (int   character,
           void *data)
{
  Sample *sample = data;

  if (sample->n_records < SAMPLE_RECORDS)
    sample->counts[sample->n_records++] = sample->n_cells;
  sample->n_cells = 0;
}

static void
take_sample (const char *text,
             gsize       length,
             gboolean    is_all,
             char        delimiter,
             Sample     *sample)
{
  struct csv_parser parser;
  gsize done = 0;

  *sample = (Sample) { 0 };
  csv_init (&parser, 0);
  csv_set_delim (&parser, delimiter);
  csv_set_blk_size (&parser, SLICE);
  while (done < length && sample->n_records < SAMPLE_RECORDS)
    {
      gsize n = MIN (SLICE, length - done);

      if (csv_parse (&parser, text + done, n, cell_cb, record_cb, sample) != n)
        break;
      done += n;
    }
  /* A record that the end of the sample cuts off says nothing, unless it is the only one. */
  if (is_all || sample->n_records == 0)
    csv_fini (&parser, cell_cb, record_cb, sample);
  csv_free (&parser);
}

static Score
rate_sample (const Sample *sample)
{
  Score score = { 1, 0 };
  guint best = 0;

  for (guint i = 0; i < sample->n_records; i++)
    {
      guint same = 0;

      for (guint j = 0; j < sample->n_records; j++)
        same += sample->counts[j] == sample->counts[i];
      if (same > best)
        {
          best = same;
          score.n_columns = sample->counts[i];
        }
    }

  if (sample->n_records > 0)
    score.percent = best * 100 / sample->n_records;
  /* Column names rarely contain a delimiter by chance, so one that they lack is probably text in
   * the cells below. */
  if (sample->n_records > 0 && sample->counts[0] != score.n_columns)
    score.percent /= 2;

  return score;
}

static gboolean
is_better (Score a,
           Score b)
{
  /* Some rows of a good table may have a stray delimiter; a few percent decide nothing. */
  if (a.percent > b.percent + 5)
    return TRUE;
  if (a.percent + 5 < b.percent)
    return FALSE;

  return a.n_columns > b.n_columns;
}

/* Excel's own first line, with or without quotes around it. */
static gsize
find_note (const char *text,
           gsize       length,
           char       *delimiter)
{
  gsize quoted = length > 0 && text[0] == '"';
  gsize at = quoted;
  char named;

  if (length < at + 5 + quoted || g_ascii_strncasecmp (text + at, "sep=", 4) != 0)
    return 0;
  at += 4;
  named = text[at++];
  if (named == '"' || (named != '\t' && named != ' ' && !g_ascii_ispunct (named)))
    return 0;
  if (quoted && text[at++] != '"')
    return 0;
  if (at < length && text[at] != '\r' && text[at] != '\n')
    return 0;

  *delimiter = named;
  if (at < length && text[at] == '\r')
    at++;
  if (at < length && text[at] == '\n')
    at++;

  return at;
}

void
clinch_csv_dialect_detect (const char       *text,
                           gsize             length,
                           gboolean          is_all,
                           char              delimiter,
                           ClinchCsvDialect *dialect)
{
  Score best = { 1, 0 };
  char named = 0;
  Sample sample;

  dialect->skip = find_note (text, length, &named);
  text += dialect->skip;
  length -= dialect->skip;

  dialect->delimiter = delimiter != 0 ? delimiter : named;
  if (dialect->delimiter != 0)
    {
      take_sample (text, length, is_all, dialect->delimiter, &sample);
      dialect->n_columns = rate_sample (&sample).n_columns;
      return;
    }

  dialect->delimiter = ',';
  for (const char *candidate = clinch_csv_delimiters (); *candidate != '\0'; candidate++)
    {
      Score score;

      take_sample (text, length, is_all, *candidate, &sample);
      score = rate_sample (&sample);
      if (score.n_columns > 1 && is_better (score, best))
        {
          best = score;
          dialect->delimiter = *candidate;
        }
    }
  dialect->n_columns = best.n_columns;
}
