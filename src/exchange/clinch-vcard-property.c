// SPDX-License-Identifier: GPL-3.0-or-later
//
// One line of a vCard.
//
// The parts are cut apart as bytes, before anybody knows the encoding: in GB18030 as in UTF-8 the
// bytes of ":" and ";" stand for nothing else. The backslash does occur inside of GBK characters,
// so escapes are looked at only in text that has been decoded.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-vcard-property.h"

#include "clinch-decoder.h"
#include "clinch-encoding.h"
#include "clinch-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where a name with its parameters must have ended. */
#define MAX_HEAD 4096

/* How the value is written. */
typedef enum
{
  WRITTEN_PLAIN,
  WRITTEN_QUOTED_PRINTABLE,
  WRITTEN_BASE64,
} Written;

typedef struct
{
  ClinchVcardProperty *property;
  Written written;
  char *charset;
  char *problem;
} Parse;

static void
clear_parse (Parse *self)
{
  g_clear_pointer (&self->property, clinch_vcard_property_free);
  g_free (self->charset);
  g_free (self->problem);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parse, clear_parse)

void
clinch_vcard_property_free (ClinchVcardProperty *self)
{
  g_free (self->name);
  g_free (self->group);
  g_ptr_array_unref (self->types);
  g_free (self->service);
  g_free (self->omitted_year);
  g_free (self->calendar);
  g_free (self->value);
  g_free (self);
}

gboolean
clinch_vcard_property_has_type (const ClinchVcardProperty *self,
                                const char                *type)
{
  return g_ptr_array_find_with_equal_func (self->types, type, g_str_equal, NULL);
}

gsize
clinch_vcard_head_length (const char *line,
                          gsize       length)
{
  gboolean in_quotes = FALSE;

  for (gsize i = 0; i < MIN (length, MAX_HEAD); i++)
    {
      if (line[i] == '"')
        in_quotes = !in_quotes;
      else if (line[i] == ':' && !in_quotes)
        return i;
    }

  return length;
}

gboolean
clinch_vcard_head_is (const char *line,
                      gsize       length,
                      const char *name)
{
  gsize n = strlen (name);
  gsize end = 0;
  gsize start = 0;

  while (end < MIN (length, MAX_HEAD) && line[end] != ':' && line[end] != ';')
    {
      if (line[end] == '.')
        start = end + 1;
      end++;
    }

  return end < length && end - start == n && g_ascii_strncasecmp (line + start, name, n) == 0;
}

gboolean
clinch_vcard_line_is_soft (const char *line,
                           gsize       length)
{
  g_autofree char *head = NULL;

  if (length == 0 || line[length - 1] != '=')
    return FALSE;
  head = g_ascii_strup (line, clinch_vcard_head_length (line, MIN (length, MAX_HEAD)));

  return strstr (head, "QUOTED-PRINTABLE") != NULL;
}

static gboolean
fail (Parse *self,
      char  *problem)
{
  g_free (self->problem);
  self->problem = problem;

  return FALSE;
}

static gboolean
is_name (const char *name)
{
  if (*name == '\0')
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;

  return TRUE;
}

static gboolean
take_name (Parse *self,
           char  *name)
{
  char *dot = strrchr (name, '.');
  g_autofree char *shown = NULL;

  if (dot != NULL)
    {
      *dot = '\0';
      self->property->group = g_ascii_strdown (name, -1);
      name = dot + 1;
    }
  g_strstrip (name);
  if (is_name (name))
    {
      self->property->name = g_ascii_strup (name, -1);
      return TRUE;
    }

  shown = g_utf8_make_valid (name, MIN (strlen (name), 40));
  return fail (self, g_strdup_printf (_("“%s” is not the name of a property."), shown));
}

static gboolean
take_encoding (Parse      *self,
               const char *name)
{
  static const char * const plain[] = { "8bit", "7bit", "binary", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *shown = NULL;

  if (g_str_equal (lower, "quoted-printable") || g_str_equal (lower, "q"))
    self->written = WRITTEN_QUOTED_PRINTABLE;
  else if (g_str_equal (lower, "base64") || g_str_equal (lower, "b"))
    self->written = WRITTEN_BASE64;
  else if (!g_strv_contains (plain, lower))
    {
      shown = g_utf8_make_valid (name, MIN (strlen (name), 40));
      return fail (self, g_strdup_printf (_("Values are not written as “%s”."), shown));
    }

  return TRUE;
}

static void
add_types (Parse      *self,
           const char *list)
{
  g_autofree char *valid = g_utf8_make_valid (list, -1);
  g_autofree char *folded = clinch_text_fold (valid);
  g_auto(GStrv) types = g_strsplit_set (folded, ",\"", 32);

  for (char **type = types; *type != NULL; type++)
    {
      g_strstrip (*type);
      if (g_str_equal (*type, "pref"))
        self->property->is_preferred = TRUE;
      else if (**type != '\0')
        g_ptr_array_add (self->property->types, g_strdup (*type));
    }
}

static gboolean
take_parameter (Parse *self,
                char  *parameter)
{
  char *value = strchr (parameter, '=');
  g_autofree char *name = g_ascii_strup (parameter, value != NULL ? value - parameter : -1);
  g_autofree char *valid = NULL;

  g_strstrip (name);
  /* Version 2.1 leaves out the names of the parameters. */
  if (value == NULL)
    {
      if (g_str_equal (name, "QUOTED-PRINTABLE") || g_str_equal (name, "BASE64"))
        return take_encoding (self, name);
      add_types (self, parameter);
      return TRUE;
    }

  value = g_strstrip (value + 1);
  if (g_str_equal (name, "ENCODING"))
    return take_encoding (self, value);
  if (g_str_equal (name, "CHARSET"))
    {
      g_set_str (&self->charset, value);
    }
  else if (g_str_equal (name, "TYPE"))
    {
      add_types (self, value);
    }
  else if (g_str_equal (name, "PREF"))
    {
      self->property->is_preferred = g_str_equal (value, "1");
    }
  else if (g_str_equal (name, "X-APPLE-OMIT-YEAR"))
    {
      g_set_str (&self->property->omitted_year, value);
    }
  else if (g_str_equal (name, "CALSCALE"))
    {
      g_free (self->property->calendar);
      self->property->calendar = g_ascii_strdown (value, -1);
    }
  else if (g_str_equal (name, "X-SERVICE-TYPE") || g_str_equal (name, "SERVICE-TYPE"))
    {
      valid = g_utf8_make_valid (value, -1);
      g_free (self->property->service);
      self->property->service = clinch_text_fold (valid);
    }

  return TRUE;
}

/* Splits @head at the semicolons outside of quotes; the first part is the name. */
static gboolean
take_head (Parse *self,
           char  *head)
{
  gboolean in_quotes = FALSE;
  gboolean is_first = TRUE;
  char *start = head;

  for (char *p = head; ; p++)
    {
      char found = *p;

      if (found == '"')
        in_quotes = !in_quotes;
      if (found != '\0' && (found != ';' || in_quotes))
        continue;
      *p = '\0';
      if (is_first ? !take_name (self, start) : !take_parameter (self, start))
        return FALSE;
      if (found == '\0')
        return TRUE;
      is_first = FALSE;
      start = p + 1;
    }
}

static gboolean
decode_quoted_printable (Parse   *self,
                         GString *bytes)
{
  gsize out = 0;

  for (gsize i = 0; i < bytes->len; i++)
    {
      if (bytes->str[i] != '=')
        {
          bytes->str[out++] = bytes->str[i];
          continue;
        }
      if (i + 2 >= bytes->len || !g_ascii_isxdigit (bytes->str[i + 1])
          || !g_ascii_isxdigit (bytes->str[i + 2]))
        return fail (self, g_strdup (_("The value is not proper quoted-printable: two digits or "
                                       "letters from A to F must follow each “=”.")));
      bytes->str[out++] = g_ascii_xdigit_value (bytes->str[i + 1]) * 16
                          + g_ascii_xdigit_value (bytes->str[i + 2]);
      i += 2;
    }
  g_string_truncate (bytes, out);

  return TRUE;
}

static gboolean
decode_base64 (Parse   *self,
               GString *bytes)
{
  g_autofree guint8 *decoded = NULL;
  gsize length;

  for (gsize i = 0; i < bytes->len; i++)
    if (!g_ascii_isalnum (bytes->str[i]) && strchr ("+/= \t", bytes->str[i]) == NULL)
      return fail (self, g_strdup (_("The value is not proper base64.")));

  decoded = g_base64_decode (bytes->str, &length);
  g_string_truncate (bytes, 0);
  g_string_append_len (bytes, (const char *) decoded, length);

  return TRUE;
}

static char *
decode_text (const GString *bytes,
             const char    *encoding)
{
  g_autoptr(ClinchDecoder) decoder = clinch_decoder_new (encoding, NULL);
  g_autoptr(GString) text = g_string_sized_new (bytes->len + 16);

  if (decoder == NULL
      || !clinch_decoder_feed (decoder, (const guint8 *) bytes->str, bytes->len, TRUE, text))
    return NULL;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the property says of its encoding holds; else text that is UTF-8 is UTF-8, unless the file
 * as a whole is not. */
static gboolean
decode_value (Parse         *self,
              const GString *bytes,
              const char    *encoding)
{
  g_autofree char *declared = NULL;
  g_autofree char *shown = NULL;
  char **value = &self->property->value;

  if (memchr (bytes->str, '\0', bytes->len) != NULL)
    return fail (self, g_strdup (_("The value contains a NUL byte, so the file is damaged.")));

  if (self->charset != NULL)
    {
      shown = g_utf8_make_valid (self->charset, MIN (strlen (self->charset), 40));
      declared = clinch_encoding_resolve (shown, NULL);
      if (declared == NULL)
        return fail (self, g_strdup_printf (_("No encoding is called “%s”."), shown));
      *value = decode_text (bytes, declared);
      return *value != NULL ||
             fail (self, g_strdup_printf (_("The value is not written in %s, as it says."), shown));
    }

  *value = decode_text (bytes, encoding);
  if (*value == NULL && !g_str_equal (encoding, "UTF-8"))
    *value = decode_text (bytes, "UTF-8");
  if (*value == NULL && !g_str_equal (encoding, "GB18030"))
    *value = decode_text (bytes, "GB18030");

  return *value != NULL ||
         fail (self, g_strdup_printf (_("The value is not written in %s."), encoding));
}

static gboolean
parse_line (Parse      *self,
            const char *line,
            gsize       length,
            const char *encoding)
{
  gsize end = clinch_vcard_head_length (line, length);
  g_autofree char *head = NULL;
  g_autoptr(GString) bytes = NULL;

  if (end == length)
    return fail (self, g_strdup (_("There is no colon between a property and its value.")));

  self->property = g_new0 (ClinchVcardProperty, 1);
  self->property->types = g_ptr_array_new_with_free_func (g_free);
  head = g_strndup (line, end);
  if (!take_head (self, head))
    return FALSE;

  bytes = g_string_new_len (line + end + 1, length - end - 1);
  if (self->written == WRITTEN_QUOTED_PRINTABLE && !decode_quoted_printable (self, bytes))
    return FALSE;
  if (self->written == WRITTEN_BASE64 && !decode_base64 (self, bytes))
    return FALSE;

  return decode_value (self, bytes, encoding);
}

ClinchVcardProperty *
clinch_vcard_property_parse (const char  *line,
                             gsize        length,
                             const char  *encoding,
                             char       **problem)
{
  g_auto(Parse) self = { 0 };

  *problem = NULL;
  if (parse_line (&self, line, length, encoding))
    return g_steal_pointer (&self.property);

  *problem = g_steal_pointer (&self.problem);
  return NULL;
}

/* Reads text up to the next semicolon that is none of it, or to the end. */
static char *
read_part (const char **at,
           gboolean     is_list)
{
  GString *part = g_string_new (NULL);
  const char *p = *at;

  for (; *p != '\0' && (*p != ';' || !is_list); p++)
    {
      if (*p == '\\' && (p[1] == 'n' || p[1] == 'N'))
        g_string_append_c (part, '\n');
      else if (*p == '\\' && p[1] != '\0' && strchr (",;:\\", p[1]) != NULL)
        g_string_append_c (part, p[1]);
      else
        {
          g_string_append_c (part, *p);
          continue;
        }
      p++;
    }
  *at = p;

  return g_string_free (part, FALSE);
}

char *
clinch_vcard_property_dup_text (const ClinchVcardProperty *self)
{
  const char *at = self->value;

  return read_part (&at, FALSE);
}

char **
clinch_vcard_property_dup_parts (const ClinchVcardProperty *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  const char *at = self->value;

  for (;;)
    {
      g_ptr_array_add (parts, g_strstrip (read_part (&at, TRUE)));
      if (*at == '\0')
        return (char **) g_ptr_array_steal (parts, NULL);
      at++;
    }
}
