// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-encoding.h"

#include "clinch-decoder.h"
#include "clinch-exchange-error.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#define PIECE (256 * 1024)
#define SAMPLE (64 * 1024)

/* What a walk over the whole source found. Offsets are -1 where there is nothing. */
typedef struct
{
  goffset bad_utf8;
  goffset bad_gb18030;
  goffset nul;
  /* Double bytes inside and outside of the square of GB 2312, which holds what nearly all Chinese
   * text consists of. */
  gsize n_common;
  gsize n_rare;
} Scan;

const ClinchEncodingChoice *
clinch_encoding_choices (guint *n_choices)
{
  static const ClinchEncodingChoice choices[] = {
    { "UTF-8", N_("Unicode (UTF-8)") },
    { "GB18030", N_("Chinese, simplified (GB18030)") },
    { "Big5", N_("Chinese, traditional (Big5)") },
    { "UTF-16", N_("Unicode (UTF-16)") },
    { "windows-1252", N_("Western European (Windows-1252)") },
    { "Shift_JIS", N_("Japanese (Shift_JIS)") },
    { "EUC-JP", N_("Japanese (EUC-JP)") },
    { "EUC-KR", N_("Korean (EUC-KR)") },
    { "windows-1250", N_("Central European (Windows-1250)") },
    { "windows-1251", N_("Cyrillic (Windows-1251)") },
    { "windows-1254", N_("Turkish (Windows-1254)") },
    { "windows-1258", N_("Vietnamese (Windows-1258)") },
    { "windows-874", N_("Thai (Windows-874)") },
  };

  *n_choices = G_N_ELEMENTS (choices);
  return choices;
}

char *
clinch_encoding_resolve (const char  *name,
                         GError     **error)
{
  /* Whoever says GB 2312 means what Windows writes, and that is its superset. */
  static const char * const simplified[] = { "gb2312", "gb_2312-80", "euc-cn", "gb18030", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  UErrorCode status = U_ZERO_ERROR;
  const char *standard;

  g_strstrip (lower);
  if (g_strv_contains (simplified, lower))
    return g_strdup ("GB18030");

  if (*lower == '\0' || ucnv_countAliases (lower, &status) == 0 || U_FAILURE (status))
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_ENCODING,
                   _("No encoding is called “%s”. Choose one from the list, for instance UTF-8 or "
                     "GB18030."), name);
      return NULL;
    }

  standard = ucnv_getStandardName (lower, "MIME", &status);
  if (U_FAILURE (status) || standard == NULL)
    {
      status = U_ZERO_ERROR;
      standard = ucnv_getStandardName (lower, "IANA", &status);
    }

  return g_strdup (U_SUCCESS (status) && standard != NULL ? standard : lower);
}

static const char *
find_mark (const guint8 *head,
           gsize         length)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe\0\0", 4, "UTF-32LE" },
    { "\0\0\xfe\xff", 4, "UTF-32BE" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
    { "\x84\x31\x95\x33", 4, "GB18030" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (head, marks[i].mark, marks[i].length) == 0)
      return marks[i].encoding;

  return NULL;
}

/* UTF-16 without a mark: commas, digits and line ends have an upper byte of 0. In a table of
 * Chinese they are few, and a 一 has a lower one; but its lines end in two bytes all the same. */
static const char *
guess_byte_order (const guint8 *head,
                  gsize         length)
{
  gsize zeros[2] = { 0, 0 };
  gsize wide_ends[2] = { 0, 0 };
  gsize n_ends = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (head[i] == 0)
        zeros[i % 2]++;
      if (head[i] != '\n')
        continue;
      n_ends++;
      if (i % 2 == 0 && i + 1 < length && head[i + 1] == 0)
        wide_ends[1]++;
      else if (i % 2 == 1 && head[i - 1] == 0)
        wide_ends[0]++;
    }

  for (int upper = 0; upper < 2; upper++)
    {
      if ((zeros[1 - upper] == 0 && zeros[upper] > length / 4)
          || (wide_ends[upper] > n_ends * 3 / 4 && zeros[upper] > length / 64))
        return upper == 1 ? "UTF-16LE" : "UTF-16BE";
    }

  return NULL;
}

static gboolean
check_workbook (const guint8  *head,
                gsize          length,
                GError       **error)
{
  static const struct
  {
    const char *magic;
    gsize length;
  } workbooks[] = {
    { "PK\x03\x04", 4 },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (workbooks); i++)
    if (length >= workbooks[i].length
        && memcmp (head, workbooks[i].magic, workbooks[i].length) == 0)
      {
        g_set_error_literal (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT,
                             _("This file is a workbook or an archive, not CSV. "
                               "Open it in the spreadsheet, save it as “CSV UTF-8” and choose that file."));
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_text (const guint8  *head,
            gsize          length,
            GError       **error)
{
  gsize n_controls = 0;

  for (gsize i = 0; i < length; i++)
    if (head[i] < ' ' && (head[i] == 0 || strchr ("\t\n\v\f\r\x1a\x1b", head[i]) == NULL))
      n_controls++;

  if (n_controls < 8 || n_controls <= length / 100)
    return TRUE;

  g_set_error_literal (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT,
                       _("From line 1 on this file is not text, so no table can be read from it. "
                         "Save the table as CSV in the program it comes from."));
  return FALSE;
}

/* Bytes of @bytes that are right UTF-8, NUL not among them; one character may be cut off at the
 * end. */
static gsize
scan_utf8 (const guint8 *bytes,
           gsize         length)
{
  const char *end;

  g_utf8_validate_len ((const char *) bytes, length, &end);
  return end - (const char *) bytes;
}

static gsize
measure_gb18030 (const guint8 *bytes,
                 gsize         length)
{
  if (bytes[0] < 0x80)
    return 1;
  if (bytes[0] == 0x80 || bytes[0] == 0xff || length < 2)
    return 0;
  if (bytes[1] >= 0x40 && bytes[1] != 0x7f && bytes[1] != 0xff)
    return 2;
  if (length < 4 || !g_ascii_isdigit (bytes[1]) || bytes[2] < 0x81 || bytes[2] == 0xff
      || !g_ascii_isdigit (bytes[3]))
    return 0;

  return 4;
}

static gsize
scan_gb18030 (const guint8 *bytes,
              gsize         length,
              Scan         *scan)
{
  gsize done = 0;

  while (done < length)
    {
      gsize n = measure_gb18030 (bytes + done, length - done);

      if (n == 0)
        break;
      if (n == 2 && bytes[done] >= 0xa1 && bytes[done] <= 0xf7 && bytes[done + 1] >= 0xa1)
        scan->n_common++;
      else if (n > 1)
        scan->n_rare++;
      done += n;
    }

  return done;
}

typedef gsize (*ScanFunc) (const guint8 *bytes,
                           gsize         length,
                           Scan         *scan);

static gsize
scan_utf8_cb (const guint8 *bytes,
              gsize         length,
              Scan         *scan)
{
  return scan_utf8 (bytes, length);
}

/* Walks over @source with @func until a NUL, a wrong byte or the end, and returns the offset of the
 * wrong byte or -1. A character that the end of a piece cuts in two is read again with the next
 * piece. */
static gboolean
scan_source (ClinchByteSource  *source,
             ScanFunc           func,
             Scan              *scan,
             goffset           *bad,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  goffset offset = 0;

  *bad = -1;
  for (;;)
    {
      gssize length = clinch_byte_source_read (source, offset, piece, PIECE, cancellable, error);
      const guint8 *nul;
      gsize usable;
      gsize done;

      if (length < 0)
        return FALSE;
      if (length == 0)
        return TRUE;

      nul = memchr (piece, 0, length);
      usable = nul != NULL ? (gsize) (nul - piece) : (gsize) length;
      done = func (piece, usable, scan);
      if (done < usable && (length < PIECE || nul != NULL || usable - done >= 4))
        {
          *bad = offset + done;
          return TRUE;
        }
      if (nul != NULL)
        {
          scan->nul = offset + usable;
          return TRUE;
        }
      offset += done;
    }
}

/* Whether text with a byte that is not UTF-8 is UTF-8 all the same, only damaged or cut off: it has
 * ten right characters beyond ASCII for a wrong one, or nothing but the last one is wrong. Other
 * encodings hardly ever look like that. */
static gboolean
is_damaged_utf8 (const guint8 *bytes,
                 gsize         length,
                 gboolean      is_start,
                 gboolean      is_end)
{
  gsize n_right = 0;
  gsize n_wrong = 0;
  gboolean cut_off = FALSE;

  /* The sample may begin and end inside a character. */
  while (!is_start && length > 0 && (bytes[0] & 0xc0) == 0x80)
    {
      bytes++;
      length--;
    }

  for (gsize done = 0; done < length && n_wrong < 1000;)
    {
      gsize valid = scan_utf8 (bytes + done, length - done);

      for (gsize i = done; i < done + valid; i++)
        n_right += bytes[i] >= 0xc0;
      done += valid;
      if (done == length)
        break;
      if (bytes[done] != 0)
        {
          cut_off = g_utf8_get_char_validated ((const char *) bytes + done,
                                               length - done) == (gunichar) -2;
          if (cut_off && !is_end)
            break;
          n_wrong++;
          /* What is left of the character goes with it. */
          while (done + 1 < length && (bytes[done + 1] & 0xc0) == 0x80)
            done++;
        }
      done++;
    }

  return n_right >= 10 * n_wrong || (n_wrong == 1 && cut_off && is_end && n_right > 0);
}

static gboolean
decodes (const char   *encoding,
         const guint8 *bytes,
         gsize         length)
{
  g_autoptr(ClinchDecoder) decoder = clinch_decoder_new (encoding, NULL);
  g_autoptr(GString) text = g_string_sized_new (length * 2);

  return decoder != NULL && clinch_decoder_feed (decoder, bytes, length, FALSE, text);
}

/* What ICU's statistics make of a sample; only encodings that extend ASCII, since in others a CSV
 * would be full of NULs. */
static char *
ask_statistics (const guint8 *sample,
                gsize         length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches = NULL;
  int n_matches = 0;
  char *found = NULL;

  ucsdet_setText (detector, (const char *) sample, length, &status);
  matches = ucsdet_detectAll (detector, &n_matches, &status);
  for (int i = 0; U_SUCCESS (status) && i < n_matches && found == NULL; i++)
    {
      const char *name = ucsdet_getName (matches[i], &status);
      int confidence;

      if (U_FAILURE (status) || g_str_has_prefix (name, "UTF-") || g_str_has_prefix (name, "IBM") ||
          g_str_has_prefix (name, "ISO-2022"))
        continue;
      /* Files that say ISO 8859-1 come from Windows, which has its own characters where that has
       * controls. */
      if (g_str_equal (name, "ISO-8859-1"))
        name = "windows-1252";
      /* A clear case is taken although a byte of it is wrong, so that reading it names that
       * byte. */
      confidence = ucsdet_getConfidence (matches[i], &status);
      if (confidence >= 50 || (confidence >= 10 && decodes (name, sample, length)))
        found = g_strdup (name);
    }
  ucsdet_close (detector);

  return found;
}

/* The encoding of text that is not UTF-8. */
static char *
choose_encoding (ClinchByteSource  *source,
                 Scan              *scan,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_autofree guint8 *sample = g_malloc (SAMPLE);
  g_autofree char *guess = NULL;
  goffset start = MAX (0, scan->bad_utf8 - SAMPLE / 2);
  gboolean plausible;
  gssize length;

  length = clinch_byte_source_read (source, start, sample, SAMPLE, cancellable, error);
  if (length < 0)
    return NULL;
  if (is_damaged_utf8 (sample, length, start == 0, length < SAMPLE))
    return g_strdup ("UTF-8");

  if (!scan_source (source, scan_gb18030, scan, &scan->bad_gb18030, cancellable, error))
    return NULL;
  plausible = scan->n_common >= 4 * scan->n_rare;
  if (scan->bad_gb18030 < 0 && plausible)
    return g_strdup ("GB18030");

  /* The euro sign of Windows, a single byte that GB18030 has not, makes a Chinese file fail. */
  if (scan->bad_gb18030 >= 0 && plausible && scan->n_common > 0 && decodes ("GBK", sample, length))
    return g_strdup ("GBK");

  guess = ask_statistics (sample, length);
  if (guess != NULL)
    return g_steal_pointer (&guess);

  return g_strdup (scan->bad_gb18030 < 0 ? "GB18030" : "UTF-8");
}

/* @wanted of the family of UTF-16 or UTF-32 leaves the byte order open; spreadsheets write the
 * little end first. */
static char *
settle_byte_order (const char   *wanted,
                   const guint8 *head,
                   gsize         length)
{
  const char *mark = find_mark (head, length);
  const char *guess;

  if (!g_str_equal (wanted, "UTF-16") && !g_str_equal (wanted, "UTF-32"))
    return g_strdup (wanted);
  if (mark != NULL && g_str_has_prefix (mark, wanted))
    return g_strdup (mark);

  guess = g_str_equal (wanted, "UTF-16") ? guess_byte_order (head, length) : NULL;
  if (guess != NULL)
    return g_strdup (guess);

  return g_strconcat (wanted, "LE", NULL);
}

char *
clinch_encoding_detect (ClinchByteSource  *source,
                        const char        *wanted,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autofree guint8 *head = g_malloc (SAMPLE);
  Scan scan = { -1, -1, -1, 0, 0 };
  const char *found;
  gssize length;

  length = clinch_byte_source_read (source, 0, head, SAMPLE, cancellable, error);
  if (length < 0)
    return NULL;
  if (wanted != NULL)
    return settle_byte_order (wanted, head, length);

  found = find_mark (head, length);
  if (found != NULL)
    return g_strdup (found);
  if (!check_workbook (head, length, error))
    return NULL;
  found = guess_byte_order (head, length);
  if (found != NULL)
    return g_strdup (found);
  if (!check_text (head, length, error))
    return NULL;

  if (!scan_source (source, scan_utf8_cb, &scan, &scan.bad_utf8, cancellable, error))
    return NULL;
  if (scan.bad_utf8 < 0)
    return g_strdup ("UTF-8");

  return choose_encoding (source, &scan, cancellable, error);
}
