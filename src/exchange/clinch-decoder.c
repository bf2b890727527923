// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-decoder.h"

#include "clinch-exchange-error.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#define PIECE 16384
/* Room for what an encoding can make of a piece: no converter of ICU gives more than four units for
 * a byte. */
#define PIVOT (4 * PIECE + 64)

struct _ClinchDecoder
{
  UConverter *converter;
  UChar *pivot;
  goffset offset;
  goffset bad_offset;
  char pending[4];
  guint n_pending;
  guint started : 1;
};

ClinchDecoder *
clinch_decoder_new (const char  *encoding,
                    GError     **error)
{
  g_autoptr(ClinchDecoder) self = g_new0 (ClinchDecoder, 1);
  UErrorCode status = U_ZERO_ERROR;

  /* UTF-8 needs no converter, only a look at each byte. */
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return g_steal_pointer (&self);

  self->converter = ucnv_open (encoding, &status);
  if (U_SUCCESS (status))
    ucnv_setToUCallBack (self->converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  if (U_FAILURE (status))
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_ENCODING,
                   _("No encoding is called “%s”. Choose one from the list, for instance UTF-8 or "
                     "GB18030."), encoding);
      return NULL;
    }
  self->pivot = g_new (UChar, PIVOT);

  return g_steal_pointer (&self);
}

void
clinch_decoder_free (ClinchDecoder *self)
{
  g_clear_pointer (&self->converter, ucnv_close);
  g_free (self->pivot);
  g_free (self);
}

goffset
clinch_decoder_get_bad_offset (ClinchDecoder *self)
{
  return self->bad_offset;
}

static void
append_text (ClinchDecoder *self,
             const char    *text,
             gsize          length,
             GString       *out)
{
  if (!self->started && length > 0)
    {
      self->started = TRUE;
      if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
        {
          text += 3;
          length -= 3;
        }
    }
  g_string_append_len (out, text, length);
}

/* Bytes of @text that are whole, right characters. A NUL is one too: the reader has its own words
 * for it. */
static gsize
count_valid (const char *text,
             gsize       length)
{
  gsize done = 0;

  while (done < length)
    {
      const char *end;

      if (g_utf8_validate_len (text + done, length - done, &end))
        return length;
      done = end - text;
      if (*end != '\0')
        break;
      done++;
    }

  return done;
}

static gboolean
feed_utf8 (ClinchDecoder *self,
           const char    *bytes,
           gsize          length,
           gboolean       is_last,
           GString       *out)
{
  gsize valid;

  /* A character that the last piece cut in two is put together first. */
  while (self->n_pending > 0 && length > 0)
    {
      self->pending[self->n_pending++] = *bytes++;
      length--;
      valid = count_valid (self->pending, self->n_pending);
      if (valid == self->n_pending)
        {
          append_text (self, self->pending, valid, out);
          self->offset += valid;
          self->n_pending = 0;
        }
      else if (self->n_pending == sizeof self->pending ||
               g_utf8_get_char_validated (self->pending, self->n_pending) != (gunichar) -2)
        {
          self->bad_offset = self->offset;
          return FALSE;
        }
    }

  valid = count_valid (bytes, length);
  append_text (self, bytes, valid, out);
  self->offset += valid;
  length -= valid;
  if (length > 0)
    {
      if (length >= sizeof self->pending
          || g_utf8_get_char_validated (bytes + valid, length) != (gunichar) -2)
        {
          self->bad_offset = self->offset;
          return FALSE;
        }
      memcpy (self->pending, bytes + valid, length);
      self->n_pending = length;
    }

  self->bad_offset = self->offset;
  return !is_last || self->n_pending == 0;
}

static gboolean
append_units (ClinchDecoder *self,
              int            n_units,
              GString       *out)
{
  g_autofree char *text = g_malloc (n_units * 3 + 1);
  UErrorCode status = U_ZERO_ERROR;
  int length = 0;

  u_strToUTF8 (text, n_units * 3 + 1, &length, self->pivot, n_units, &status);
  if (U_FAILURE (status))
    return FALSE;
  append_text (self, text, length, out);

  return TRUE;
}

static gboolean
feed_piece (ClinchDecoder *self,
            const char    *bytes,
            gsize          length,
            gboolean       is_last,
            GString       *out)
{
  const char *in = bytes;
  UErrorCode status;

  do
    {
      UChar *unit = self->pivot;

      status = U_ZERO_ERROR;
      ucnv_toUnicode (self->converter, &unit, self->pivot + PIVOT, &in, bytes + length, NULL,
                      is_last, &status);
      if (!append_units (self, unit - self->pivot, out))
        {
          self->bad_offset = self->offset;
          return FALSE;
        }
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);

  if (U_FAILURE (status))
    {
      char invalid[32];
      int8_t n_invalid = sizeof invalid;
      UErrorCode ignored = U_ZERO_ERROR;

      ucnv_getInvalidChars (self->converter, invalid, &n_invalid, &ignored);
      self->bad_offset = MAX (0, self->offset + (in - bytes) - n_invalid);
      return FALSE;
    }
  self->offset += length;

  return TRUE;
}

gboolean
clinch_decoder_feed (ClinchDecoder *self,
                     const guint8  *bytes,
                     gsize          length,
                     gboolean       is_last,
                     GString       *text)
{
  gsize done = 0;

  if (self->converter == NULL)
    return feed_utf8 (self, (const char *) bytes, length, is_last, text);

  do
    {
      gsize n = MIN (length - done, PIECE);

      if (!feed_piece (self, (const char *) bytes + done, n, is_last && done + n == length, text))
        return FALSE;
      done += n;
    }
  while (done < length);

  return TRUE;
}
