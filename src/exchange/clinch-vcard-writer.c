// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-vcard-writer.h"

#include "clinch-birthday.h"
#include "clinch-file-write.h"
#include "clinch-pinyin.h"

#include <string.h>

#define MAX_LINE 75

#define NO_YEAR "1604"

/* A line may be longer in characters, never in bytes, and a character is never cut in two. */
static void
append_folded (GString    *out,
               const char *line)
{
  gsize used = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = g_utf8_next_char (p) - p;

      if (used + length > MAX_LINE)
        {
          g_string_append (out, "\r\n ");
          used = 1;
        }
      g_string_append_len (out, p, length);
      used += length;
    }
  g_string_append (out, "\r\n");
}

static void
append_escaped (GString    *line,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append (line, "\\n");
          continue;
        }
      if (strchr ("\\,;", *p) != NULL)
        g_string_append_c (line, '\\');
      g_string_append_c (line, *p);
    }
}

/* @head: name and parameters; @second: (nullable): what follows behind a semicolon */
static void
append_property (GString    *out,
                 const char *head,
                 const char *first,
                 const char *second)
{
  g_autoptr(GString) line = g_string_new (head);

  if (first == NULL && second == NULL)
    return;
  g_string_append_c (line, ':');
  append_escaped (line, first != NULL ? first : "");
  if (second != NULL)
    {
      g_string_append_c (line, ';');
      append_escaped (line, second);
    }
  append_folded (out, line->str);
}

static gboolean
is_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HAN)
      return FALSE;

  return TRUE;
}

/* Family name and given name: 欧阳·娜娜, Smith·John. Where nobody can tell, all is family name. */
static void
append_structured_name (GString    *out,
                        const char *name)
{
  const char *space = strrchr (name, ' ');
  int n_surname = is_han (name) ? clinch_pinyin_surname (name) : 0;
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;
  gboolean is_western = space != NULL && g_ascii_isalpha (*name);

  if (n_surname > 0 && g_utf8_strlen (name, -1) > n_surname)
    {
      given = g_strdup (g_utf8_offset_to_pointer (name, n_surname));
      family = g_strndup (name, strlen (name) - strlen (given));
    }
  else if (is_western)
    {
      family = g_strdup (space + 1);
      given = g_strndup (name, space - name);
    }
  append_property (out, "N", family != NULL ? family : name, given != NULL ? given : "");
}

/* Version 3.0 has no day without a year; address books agree on one that stands for none. */
static void
append_birthday (GString    *out,
                 gboolean    is_new,
                 const char *birthday)
{
  g_autofree char *text = NULL;

  if (birthday == NULL)
    return;
  if (is_new)
    {
      g_auto(GStrv) parts = g_strsplit (birthday, "-", -1);

      text = clinch_birthday_has_year (birthday) ? g_strjoinv ("", parts)
             : g_strconcat ("--", parts[2], parts[3], NULL);
      append_property (out, "BDAY", text, NULL);
    }
  else if (clinch_birthday_has_year (birthday))
    {
      append_property (out, "BDAY", birthday, NULL);
    }
  else
    {
      text = g_strconcat (NO_YEAR, birthday + 1, NULL);
      append_property (out, "BDAY;X-APPLE-OMIT-YEAR=" NO_YEAR, text, NULL);
    }
}

void
clinch_vcard_append (GString            *out,
                     ClinchVcardVersion  version,
                     const ClinchRow    *contact,
                     const char         *customer)
{
  gboolean is_new = version == CLINCH_VCARD_4_0;
  char uid[CLINCH_UID_STRING_SIZE];

  clinch_uid_to_string (&contact->uid, uid);
  g_string_append (out, "BEGIN:VCARD\r\n");
  append_property (out, "VERSION", is_new ? "4.0" : "3.0", NULL);
  append_property (out, is_new ? "UID:urn:uuid" : "UID", uid, NULL);
  append_property (out, "FN", clinch_row_name (contact), NULL);
  append_structured_name (out, clinch_row_name (contact));
  append_property (out, "ORG", customer, clinch_row_text (contact, CLINCH_CONTACT_DEPARTMENT));
  append_property (out, "TITLE", clinch_row_text (contact, CLINCH_CONTACT_TITLE), NULL);
  append_property (out, is_new ? "TEL;TYPE=cell" : "TEL;TYPE=CELL",
                   clinch_row_text (contact, CLINCH_CONTACT_MOBILE), NULL);
  append_property (out, is_new ? "TEL;TYPE=\"work,voice\"" : "TEL;TYPE=WORK,VOICE",
                   clinch_row_text (contact, CLINCH_CONTACT_PHONE), NULL);
  append_property (out, is_new ? "EMAIL;TYPE=work" : "EMAIL;TYPE=INTERNET,WORK",
                   clinch_row_text (contact, CLINCH_CONTACT_EMAIL), NULL);
  append_property (out, "X-WECHAT", clinch_row_text (contact, CLINCH_CONTACT_WECHAT), NULL);
  append_birthday (out, is_new, clinch_row_text (contact, CLINCH_CONTACT_BIRTHDAY));
  append_property (out, "NOTE", clinch_row_text (contact, CLINCH_CONTACT_NOTE), NULL);
  g_string_append (out, "END:VCARD\r\n");
}

static GPtrArray *
load_contacts (ClinchDb    *db,
               ClinchKind   kind,
               gint64       id,
               GError     **error)
{
  if (kind == CLINCH_KIND_CUSTOMER)
    return clinch_db_load_rows (db, error, CLINCH_KIND_CONTACT,
                                "WHERE customer_id = ? AND deleted_at IS NULL ORDER BY id",
                                "i", id);
  if (kind == CLINCH_KIND_CONTACT)
    return clinch_db_load_rows (db, error, CLINCH_KIND_CONTACT, "WHERE id = ?", "i", id);

  return clinch_db_load_rows (db, error, CLINCH_KIND_CONTACT,
                              "WHERE deleted_at IS NULL ORDER BY id", "");
}

gboolean
clinch_vcard_export (ClinchDb            *db,
                     ClinchKind           kind,
                     gint64               id,
                     ClinchVcardVersion   version,
                     const char          *path,
                     guint               *n_cards,
                     GError             **error)
{
  g_autoptr(GPtrArray) contacts = load_contacts (db, kind, id, error);
  g_autoptr(GString) out = g_string_new (NULL);

  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    {
      const ClinchRow *contact = contacts->pdata[i];
      gint64 customer_id = clinch_row_int (contact, CLINCH_CONTACT_CUSTOMER);
      g_autofree char *customer = clinch_db_name_of (db, CLINCH_KIND_CUSTOMER, customer_id);

      clinch_vcard_append (out, version, contact, customer);
    }
  if (n_cards != NULL)
    *n_cards = contacts->len;

  return clinch_file_write (path, out->str, out->len, error);
}
