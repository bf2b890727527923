// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-text.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* The order of names does not follow the language of the program: keys are stored, and a workspace
 * is read by people of both languages. Each thread has a collator of its own; ICU shares the data
 * behind them. */

#define STACK_CHARACTERS 256
#define STACK_KEY 1024

/* To be raised whenever keys are made in another way. */
#define KEY_REVISION 1

static void
close_collator (gpointer collator)
{
  ucol_close (collator);
}

static UCollator *
get_collator (void)
{
  static GPrivate private = G_PRIVATE_INIT (close_collator);
  UCollator *collator = g_private_get (&private);
  UErrorCode status = U_ZERO_ERROR;

  if (collator != NULL)
    return collator;

  collator = ucol_open ("zh-u-co-pinyin", &status);
  if (U_FAILURE (status))
    {
      g_critical ("No collation data: %s", u_errorName (status));
      return NULL;
    }
  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  ucol_setAttribute (collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  g_private_set (&private, collator);
  return collator;
}

static char *
to_hexadecimal (const guint8 *bytes,
                gsize         length)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (length * 2 + 1);
  char *out = text;

  for (gsize i = 0; i < length; i++)
    {
      *out++ = digits[bytes[i] >> 4];
      *out++ = digits[bytes[i] & 0x0f];
    }
  *out = '\0';
  return text;
}

char *
clinch_text_sort_key (const char *text)
{
  UCollator *collator;
  UErrorCode status = U_ZERO_ERROR;
  UChar stack_wide[STACK_CHARACTERS];
  guint8 stack_key[STACK_KEY];
  g_autofree UChar *heap_wide = NULL;
  g_autofree guint8 *heap_key = NULL;
  UChar *wide = stack_wide;
  guint8 *key = stack_key;
  int bytes;
  int length;
  int size;

  if (text == NULL || *text == '\0')
    return g_strdup ("");

  collator = get_collator ();
  bytes = (int) MIN (strlen (text), (gsize) G_MAXINT / 16);
  if (collator == NULL)
    return to_hexadecimal ((const guint8 *) text, bytes);

  /* UTF-16 never has more units than UTF-8 has bytes. */
  if (bytes > STACK_CHARACTERS)
    wide = heap_wide = g_new (UChar, bytes);
  u_strFromUTF8WithSub (wide, bytes, &length, text, bytes, 0xfffd, NULL, &status);

  size = ucol_getSortKey (collator, wide, length, key, STACK_KEY);
  if (size > STACK_KEY)
    {
      key = heap_key = g_malloc (size);
      ucol_getSortKey (collator, wide, length, key, size);
    }

  /* Every key ends in a NUL, which does not help. */
  return to_hexadecimal (key, MAX (size - 1, 0));
}

char *
clinch_text_sort_key_version (void)
{
  UCollator *collator = get_collator ();
  UVersionInfo version = { 0 };
  char text[U_MAX_VERSION_STRING_LENGTH] = "";

  if (collator == NULL)
    return g_strdup ("none");

  ucol_getVersion (collator, version);
  u_versionToString (version, text);

  return g_strdup_printf ("%s %d", text, KEY_REVISION);
}

int
clinch_text_compare (const char *a,
                     const char *b)
{
  UCollator *collator = get_collator ();
  UErrorCode status = U_ZERO_ERROR;

  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  if (collator == NULL)
    return strcmp (a, b);

  return ucol_strcollUTF8 (collator, a, -1, b, -1, &status);
}
