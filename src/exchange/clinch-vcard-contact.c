// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-vcard-contact.h"

#include "clinch-birthday.h"
#include "clinch-clock.h"
#include "clinch-text.h"
#include "clinch-uid.h"
#include "clinch-vcard-property.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GPtrArray *properties;
  ClinchVcardContact *contact;
  GString *extra; /* what goes into the note */
} Reading;

typedef gboolean (*Filter) (Reading                   *self,
                            const ClinchVcardProperty *property);

static const ClinchVcardProperty *
find (Reading    *self,
      const char *name)
{
  const ClinchVcardProperty *first = NULL;

  for (guint i = 0; i < self->properties->len; i++)
    {
      const ClinchVcardProperty *property = self->properties->pdata[i];

      if (!g_str_equal (property->name, name) || *property->value == '\0')
        continue;
      if (property->is_preferred)
        return property;
      if (first == NULL)
        first = property;
    }

  return first;
}

static char *
find_text (Reading    *self,
           const char *name)
{
  const ClinchVcardProperty *property = find (self, name);
  g_autofree char *text = property != NULL ? clinch_vcard_property_dup_text (property) : NULL;

  return clinch_text_clean (text);
}

static void
add_extra (Reading    *self,
           const char *label,
           const char *value)
{
  g_autofree char *clean = clinch_text_clean_line (value);

  if (clean == NULL)
    return;
  if (self->extra->len > 0)
    g_string_append_c (self->extra, '\n');
  /* Translators: a line of a contact's note: what it is, and the value. */
  g_string_append_printf (self->extra, C_("vcard", "%1$s: %2$s"), label, clean);
}

static gboolean
is_han (const char *text,
        gboolean   *has_space)
{
  *has_space = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        *has_space = TRUE;
      else if (g_unichar_get_script (c) != G_UNICODE_SCRIPT_HAN)
        return FALSE;
    }

  return *text != '\0';
}

/* @parts: family name, given name, further names, before the name, behind it */
static char *
join_name (char **parts)
{
  static const int western[] = { 3, 1, 2, 0, 4 };
  guint n_parts = g_strv_length (parts);
  g_autoptr(GString) name = g_string_new (NULL);
  g_autofree char *plain = g_strconcat (parts[0], n_parts > 1 ? parts[1] : "", NULL);
  gboolean has_space;

  if (is_han (plain, &has_space))
    return g_steal_pointer (&plain);

  for (gsize i = 0; i < G_N_ELEMENTS (western); i++)
    if (western[i] < (int) n_parts && *parts[western[i]] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts[western[i]]);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* What the card shows is the name, but for programs that show a Chinese name with a space, or given
 * name first. */
static char *
read_name (Reading *self)
{
  const ClinchVcardProperty *property = find (self, "N");
  g_auto(GStrv) parts = property != NULL ? clinch_vcard_property_dup_parts (property) : NULL;
  g_autofree char *joined = parts != NULL ? join_name (parts) : NULL;
  g_autofree char *shown = find_text (self, "FN");
  g_autofree char *name = clinch_text_clean_line (shown);
  gboolean has_space;

  if (name == NULL)
    return clinch_text_clean_line (joined);
  if (is_han (name, &has_space) && has_space && parts != NULL && *parts[0] != '\0'
      && parts[1] != NULL && *parts[1] != '\0')
    return clinch_text_clean_line (joined);

  return g_steal_pointer (&name);
}

static gboolean
is_company (Reading *self)
{
  g_autofree char *kind = find_text (self, "KIND");
  g_autofree char *shown_as = find_text (self, "X-ABSHOWAS");

  return (kind != NULL && g_ascii_strcasecmp (kind, "org") == 0)
         || (shown_as != NULL && g_ascii_strcasecmp (shown_as, "COMPANY") == 0);
}

static void
read_organisation (Reading *self)
{
  char **cells = self->contact->cells;
  const ClinchVcardProperty *property = find (self, "ORG");
  g_auto(GStrv) parts = property != NULL ? clinch_vcard_property_dup_parts (property) : NULL;
  g_autoptr(GString) department = g_string_new (NULL);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      if (i == 0)
        cells[CLINCH_VCARD_CUSTOMER] = clinch_text_clean_line (parts[0]);
      else if (*parts[i] != '\0')
        g_string_append_printf (department, "%s%s", department->len > 0 ? " / " : "", parts[i]);
    }
  cells[CLINCH_VCARD_DEPARTMENT] = clinch_text_clean_line (department->str);

  if (cells[CLINCH_VCARD_NAME] == NULL)
    cells[CLINCH_VCARD_NAME] = g_strdup (cells[CLINCH_VCARD_CUSTOMER]);
  if (cells[CLINCH_VCARD_CUSTOMER] == NULL && is_company (self))
    cells[CLINCH_VCARD_CUSTOMER] = g_strdup (cells[CLINCH_VCARD_NAME]);
}

static void
read_title (Reading *self)
{
  char **cells = self->contact->cells;
  g_autofree char *title = find_text (self, "TITLE");
  g_autofree char *role = find_text (self, "ROLE");

  cells[CLINCH_VCARD_TITLE] = clinch_text_clean_line (title != NULL ? title : role);
  if (title != NULL && role != NULL && !g_str_equal (title, role))
    add_extra (self, C_("vcard", "Function"), role);
}

/* The address behind the scheme of a URI, "tel:+86-10-1234;ext=5" or "wechat:abc". */
static char *
strip_scheme (const char *value)
{
  static const char * const schemes[] = { "tel", "sms", "mailto", "x-apple", "wechat", "weixin",
                                          "qq", "im", "xmpp", NULL };
  const char *colon = strchr (value, ':');
  g_autofree char *scheme = colon != NULL ? g_ascii_strdown (value, colon - value) : NULL;
  g_autofree char *plain = NULL;

  if (scheme == NULL || !g_strv_contains (schemes, scheme))
    return g_strdup (value);
  plain = g_uri_unescape_string (colon + 1, NULL);

  return g_strdup (plain != NULL ? plain : colon + 1);
}

static char *
dup_address (const ClinchVcardProperty *property)
{
  g_autofree char *text = clinch_vcard_property_dup_text (property);
  g_autofree char *plain = strip_scheme (text);

  return clinch_text_clean_line (plain);
}

/* Without country code and separators: 11 digits from 13 on. */
static gboolean
is_chinese_mobile (const char *number)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *p = number; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (strchr ("+-() .", *p) == NULL)
        return FALSE;
    }
  if (digits->len == 15 && g_str_has_prefix (digits->str, "0086"))
    g_string_erase (digits, 0, 4);
  else if (digits->len == 13 && g_str_has_prefix (digits->str, "86"))
    g_string_erase (digits, 0, 2);

  return digits->len == 11 && digits->str[0] == '1' && digits->str[1] >= '3';
}

static gboolean
is_mobile (Reading                   *self,
           const ClinchVcardProperty *property)
{
  static const char * const others[] = { "work", "home", "main", "fax", "pager", "workfax",
                                         "homefax" };
  g_autofree char *number = NULL;

  if (!g_str_equal (property->name, "TEL"))
    return FALSE;
  if (clinch_vcard_property_has_type (property, "cell")
      || clinch_vcard_property_has_type (property, "mobile")
      || clinch_vcard_property_has_type (property, "iphone"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (clinch_vcard_property_has_type (property, others[i]))
      return FALSE;

  number = dup_address (property);
  return number != NULL && is_chinese_mobile (number);
}

static gboolean
is_fax (Reading                   *self,
        const ClinchVcardProperty *property)
{
  return g_str_equal (property->name, "TEL")
         && (clinch_vcard_property_has_type (property, "fax")
             || clinch_vcard_property_has_type (property, "workfax")
             || clinch_vcard_property_has_type (property, "homefax"));
}

static gboolean
is_phone (Reading                   *self,
          const ClinchVcardProperty *property)
{
  return g_str_equal (property->name, "TEL") && !is_mobile (self, property)
         && !is_fax (self, property) && !clinch_vcard_property_has_type (property, "pager");
}

static gboolean
is_email (Reading                   *self,
          const ClinchVcardProperty *property)
{
  return g_str_equal (property->name, "EMAIL");
}

static gboolean
is_website (Reading                   *self,
            const ClinchVcardProperty *property)
{
  return g_str_equal (property->name, "URL");
}

/* The label that an address book wrote beside a property of the same group. */
static char *
dup_label (Reading                   *self,
           const ClinchVcardProperty *property)
{
  for (guint i = 0; property->group != NULL && i < self->properties->len; i++)
    {
      const ClinchVcardProperty *other = self->properties->pdata[i];

      if (g_str_equal (other->name, "X-ABLABEL") && g_strcmp0 (other->group, property->group) == 0)
        return clinch_text_fold (other->value);
    }

  return NULL;
}

/* Messengers are named by a property of their own, by a parameter, by the scheme of the address, or
 * by a label. */
static gboolean
is_messenger (Reading                   *self,
              const ClinchVcardProperty *property,
              const char * const        *words)
{
  g_autofree char *label = NULL;

  for (const char * const *word = words; *word != NULL; word++)
    {
      g_autofree char *own = g_strconcat ("x-", *word, NULL);

      if (g_ascii_strcasecmp (property->name, own) == 0)
        return TRUE;
    }
  if (!g_str_equal (property->name, "IMPP") && !g_str_equal (property->name, "X-SOCIALPROFILE"))
    return FALSE;

  label = dup_label (self, property);
  for (const char * const *word = words; *word != NULL; word++)
    {
      gsize n = strlen (*word);

      if (g_strcmp0 (property->service, *word) == 0 || g_strcmp0 (label, *word) == 0
          || clinch_vcard_property_has_type (property, *word)
          || (g_ascii_strncasecmp (property->value, *word, n) == 0 && property->value[n] == ':'))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_wechat (Reading                   *self,
           const ClinchVcardProperty *property)
{
  static const char * const words[] = { "wechat", "weixin", "微信", NULL };

  return is_messenger (self, property, words);
}

static gboolean
is_qq (Reading                   *self,
       const ClinchVcardProperty *property)
{
  static const char * const words[] = { "qq", NULL };

  return is_messenger (self, property, words);
}

static GPtrArray *
collect (Reading *self,
         Filter   filter)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->properties->len; i++)
      {
        const ClinchVcardProperty *property = self->properties->pdata[i];
        g_autofree char *value = NULL;

        if (property->is_preferred != (pass == 0) || !filter (self, property))
          continue;
        value = is_website (self, property) ? clinch_vcard_property_dup_text (property)
                                            : dup_address (property);
        if (value != NULL && *value != '\0'
            && !g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
          g_ptr_array_add (values, g_steal_pointer (&value));
      }

  return values;
}

/* The first value fills the cell; the others, or all where there is no cell, go into the note. */
static void
read_values (Reading    *self,
             Filter      filter,
             int         cell,
             const char *label)
{
  g_autoptr(GPtrArray) values = collect (self, filter);
  guint first = 0;

  if (cell >= 0 && values->len > 0)
    self->contact->cells[cell] = g_strdup (values->pdata[first++]);
  for (guint i = first; i < values->len; i++)
    add_extra (self, label, values->pdata[i]);
}

/* @parts: box, extension, street, town, region, postal code, country */
static char *
join_address (char **parts)
{
  static const int chinese[] = { 6, 4, 3, 2, 1, 0, 5 };
  static const int western[] = { 0, 1, 2, 3, 4, 5, 6 };
  guint n_parts = g_strv_length (parts);
  g_autoptr(GString) address = g_string_new (NULL);
  g_autofree char *all = g_strjoinv ("", parts);
  gboolean is_chinese = FALSE;

  for (const char *p = all; *p != '\0' && !is_chinese; p = g_utf8_next_char (p))
    is_chinese = clinch_text_is_cjk (g_utf8_get_char (p));
  for (gsize i = 0; i < G_N_ELEMENTS (western); i++)
    {
      int part = is_chinese ? chinese[i] : western[i];

      if (part >= (int) n_parts || *parts[part] == '\0')
        continue;
      if (address->len > 0)
        g_string_append (address, !is_chinese ? ", " : part == 5 ? " " : "");
      g_string_append (address, parts[part]);
    }

  return g_string_free (g_steal_pointer (&address), FALSE);
}

static void
read_addresses (Reading *self)
{
  for (guint i = 0; i < self->properties->len; i++)
    {
      const ClinchVcardProperty *property = self->properties->pdata[i];
      g_auto(GStrv) parts = NULL;
      g_autofree char *address = NULL;

      if (!g_str_equal (property->name, "ADR"))
        continue;
      parts = clinch_vcard_property_dup_parts (property);
      address = join_address (parts);
      add_extra (self, C_("field", "Address"), address);
    }
}

/* A day of another calendar, or a year alone, is kept in words. */
static void
read_birthday (Reading *self)
{
  const ClinchVcardProperty *property = find (self, "BDAY");
  g_autofree char *text = find_text (self, "BDAY");
  g_autofree char *yearless = NULL;
  char today[CLINCH_DATE_SIZE];
  char birthday[CLINCH_BIRTHDAY_SIZE];

  if (text == NULL)
    return;
  if (property->omitted_year != NULL && g_str_has_prefix (text, property->omitted_year))
    {
      const char *day = text + strlen (property->omitted_year);

      yearless = g_strconcat ("--", day + (*day == '-'), NULL);
    }
  clinch_clock_today (today);
  if ((property->calendar == NULL || g_str_equal (property->calendar, "gregorian"))
      && clinch_birthday_parse (yearless != NULL ? yearless : text, CLINCH_DATE_ORDER_UNKNOWN,
                                today, birthday))
    self->contact->cells[CLINCH_VCARD_BIRTHDAY] = g_strdup (birthday);
  else
    add_extra (self, C_("field", "Birthday"), text);
}

static void
read_note (Reading *self)
{
  g_autofree char *note = find_text (self, "NOTE");

  if (self->extra->len > 0 && note != NULL)
    g_string_prepend (self->extra, "\n");
  if (note != NULL)
    g_string_prepend (self->extra, note);
  if (self->extra->len > 0)
    self->contact->cells[CLINCH_VCARD_NOTE] = g_strdup (self->extra->str);
}

/* An identifier of other programs that is no UUID is none here. */
static void
read_uid (Reading *self)
{
  g_autofree char *text = find_text (self, "UID");
  const char *plain = text;
  ClinchUid uid;

  if (plain != NULL && g_ascii_strncasecmp (plain, "urn:uuid:", strlen ("urn:uuid:")) == 0)
    plain += strlen ("urn:uuid:");
  if (plain != NULL && clinch_uid_parse (plain, &uid))
    self->contact->cells[CLINCH_VCARD_UID] = g_strdup (plain);
}

static void
read_all (Reading *self)
{
  self->contact->cells[CLINCH_VCARD_NAME] = read_name (self);
  read_organisation (self);
  read_title (self);
  read_values (self, is_mobile, CLINCH_VCARD_MOBILE, C_("field", "Mobile"));
  read_values (self, is_phone, CLINCH_VCARD_PHONE, C_("field", "Phone"));
  read_values (self, is_email, CLINCH_VCARD_EMAIL, C_("field", "Email"));
  read_values (self, is_wechat, CLINCH_VCARD_WECHAT, C_("field", "WeChat"));
  read_values (self, is_fax, -1, C_("vcard", "Fax"));
  read_values (self, is_qq, -1, C_("vcard", "QQ"));
  read_values (self, is_website, -1, C_("field", "Website"));
  read_addresses (self);
  read_birthday (self);
  read_note (self);
  read_uid (self);
}

gboolean
clinch_vcard_contact_read (ClinchVcardContact  *self,
                           GPtrArray           *properties,
                           char               **problem)
{
  Reading reading = { properties, self, g_string_new (NULL) };
  g_autofree char *kind = find_text (&reading, "KIND");

  *self = (ClinchVcardContact) { { NULL } };
  *problem = NULL;
  if (kind != NULL && g_ascii_strcasecmp (kind, "group") == 0)
    {
      *problem = g_strdup (_("It stands for a group of cards, not for a person."));
    }
  else
    {
      read_all (&reading);
      if (self->cells[CLINCH_VCARD_NAME] == NULL)
        *problem = g_strdup (_("It names neither a person nor a company (FN, N, ORG)."));
    }
  g_string_free (reading.extra, TRUE);

  return *problem == NULL;
}

void
clinch_vcard_contact_clear (ClinchVcardContact *self)
{
  for (int i = 0; i < CLINCH_VCARD_N_CELLS; i++)
    g_clear_pointer (&self->cells[i], g_free);
}
