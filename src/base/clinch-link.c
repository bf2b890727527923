// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-link.h"

#include <string.h>

/* What stands before an extension. */
static const char * const extensions[] = {
  "ext.", "ext", "转", "分机", "x", "#",
};

gboolean
clinch_link_is_allowed (const char *uri)
{
  static const char * const allowed[] = { "http", "https", "mailto", "tel", NULL };
  g_autoptr(GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host;

  if (parsed == NULL || !g_strv_contains (allowed, g_uri_get_scheme (parsed)))
    return FALSE;
  host = g_uri_get_host (parsed);
  if (g_str_has_prefix (g_uri_get_scheme (parsed), "http"))
    return host != NULL && *host != '\0';

  return *g_uri_get_path (parsed) != '\0';
}

static void
append_digits (GString    *out,
               const char *text,
               gsize       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        g_string_append_c (out, '0' + digit);
    }
}

char *
clinch_link_for_phone (const char *number)
{
  g_autofree char *valid = g_utf8_make_valid (number != NULL ? number : "", -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_strdown (normal, -1);
  g_autoptr(GString) out = g_string_new ("tel:");
  const char *extension = NULL;
  gsize length;
  gsize start;

  g_strstrip (lower);
  for (gsize i = 0; extension == NULL && i < G_N_ELEMENTS (extensions); i++)
    extension = strstr (lower, extensions[i]);
  length = extension != NULL ? (gsize) (extension - lower) : strlen (lower);

  if (*lower == '+')
    g_string_append_c (out, '+');
  start = out->len;
  append_digits (out, lower, length);
  if (out->len == start)
    return NULL;
  if (extension != NULL)
    {
      start = out->len;
      g_string_append (out, ";ext=");
      append_digits (out, extension, strlen (extension));
      if (g_str_has_suffix (out->str, "="))
        g_string_truncate (out, start);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
clinch_link_for_mail (const char *address)
{
  g_autofree char *valid = g_utf8_make_valid (address != NULL ? address : "", -1);
  g_autofree char *escaped = NULL;
  const char *at;

  g_strstrip (valid);
  at = strchr (valid, '@');
  if (at == NULL || at == valid || at[1] == '\0' || strpbrk (valid, " \t\r\n") != NULL)
    return NULL;
  /* With "?" and "&" escaped nothing but the address can be meant. */
  escaped = g_uri_escape_string (valid, "@+", FALSE);

  return g_strconcat ("mailto:", escaped, NULL);
}

char *
clinch_link_for_website (const char *website)
{
  g_autofree char *valid = g_utf8_make_valid (website != NULL ? website : "", -1);
  g_autofree char *uri = NULL;

  g_strstrip (valid);
  if (strchr (valid, '.') == NULL || strpbrk (valid, " \t\r\n") != NULL)
    return NULL;
  uri = strstr (valid, "://") != NULL ? g_strdup (valid) : g_strconcat ("https://", valid, NULL);
  if (g_ascii_strncasecmp (uri, "http", 4) != 0 || !clinch_link_is_allowed (uri))
    return NULL;

  return g_steal_pointer (&uri);
}

char *
clinch_link_for_file (const char *link)
{
  g_autofree char *valid = g_utf8_make_valid (link != NULL ? link : "", -1);
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;

  g_strstrip (valid);
  if (g_str_has_prefix (valid, "/"))
    return g_steal_pointer (&valid);
  if (g_str_has_prefix (valid, "~/"))
    return g_build_filename (g_get_home_dir (), valid + strlen ("~/"), NULL);
  if (g_ascii_strncasecmp (valid, "file:", strlen ("file:")) != 0)
    return NULL;

  path = g_filename_from_uri (valid, &host, NULL);
  /* What lies on another computer is not looked for. */
  return host == NULL || g_ascii_strcasecmp (host, "localhost") == 0 ? g_steal_pointer (&path)
         : NULL;
}
