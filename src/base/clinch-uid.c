// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-uid.h"

#include <string.h>
#include <sys/random.h>

static GMutex last_lock;
static gint64 last_milliseconds;
static guint16 last_counter;

static void
fill_random (guint8 *bytes,
             gsize   length)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = getrandom (bytes + done, length - done, 0);

      if (n > 0)
        {
          done += n;
          continue;
        }

      /* Without the kernel's source GLib's generator still makes clashes unlikely. */
      for (; done < length; done++)
        bytes[done] = g_random_int_range (0, 256);
    }
}

void
clinch_uid_new_at (ClinchUid    *uid,
                   gint64        milliseconds,
                   const guint8  random[10])
{
  for (int i = 0; i < 6; i++)
    uid->bytes[i] = (milliseconds >> (8 * (5 - i))) & 0xff;
  memcpy (uid->bytes + 6, random, 10);
  uid->bytes[6] = 0x70 | (uid->bytes[6] & 0x0f);
  uid->bytes[8] = 0x80 | (uid->bytes[8] & 0x3f);
}

void
clinch_uid_new (ClinchUid *uid)
{
  gint64 milliseconds = g_get_real_time () / 1000;
  guint8 random[10];
  guint16 counter;

  fill_random (random, sizeof random);

  /* The twelve bits after the version count inside one millisecond (RFC 9562, method 1). They start
   * low enough to leave room, and a clock that steps back does not make identifiers go back. */
  g_mutex_lock (&last_lock);
  if (milliseconds > last_milliseconds)
    {
      last_milliseconds = milliseconds;
      last_counter = ((random[0] << 8) | random[1]) & 0x01ff;
    }
  else if (++last_counter > 0x0fff)
    {
      last_milliseconds++;
      last_counter = 0;
    }
  milliseconds = last_milliseconds;
  counter = last_counter;
  g_mutex_unlock (&last_lock);

  random[0] = counter >> 8;
  random[1] = counter & 0xff;
  clinch_uid_new_at (uid, milliseconds, random);
}

void
clinch_uid_to_string (const ClinchUid *uid,
                      char             string[CLINCH_UID_STRING_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  char *out = string;

  for (int i = 0; i < CLINCH_UID_SIZE; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *out++ = '-';
      *out++ = digits[uid->bytes[i] >> 4];
      *out++ = digits[uid->bytes[i] & 0x0f];
    }
  *out = '\0';
}

gboolean
clinch_uid_parse (const char *string,
                  ClinchUid  *uid)
{
  const char *in = string;

  for (int i = 0; i < CLINCH_UID_SIZE; i++)
    {
      int high;
      int low;

      if ((i == 4 || i == 6 || i == 8 || i == 10) && *in++ != '-')
        return FALSE;
      high = g_ascii_xdigit_value (in[0]);
      if (high < 0)
        return FALSE;
      low = g_ascii_xdigit_value (in[1]);
      if (low < 0)
        return FALSE;
      uid->bytes[i] = (high << 4) | low;
      in += 2;
    }

  return *in == '\0';
}

gboolean
clinch_uid_equal (const ClinchUid *a,
                  const ClinchUid *b)
{
  return memcmp (a->bytes, b->bytes, CLINCH_UID_SIZE) == 0;
}
