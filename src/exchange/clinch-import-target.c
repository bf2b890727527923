// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-target.h"

#include "clinch-text.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define STRENGTH_NAME 100
#define STRENGTH_LABEL 95
#define STRENGTH_FIRST_SYNONYM 90
#define STRENGTH_LAST_SYNONYM 65

const ClinchField *
clinch_import_target_field (ClinchKind kind,
                            int        target)
{
  int index = target >= CLINCH_MAX_FIELDS ? target - CLINCH_MAX_FIELDS : target;
  int n_fields;

  if (target < 0 || target >= CLINCH_IMPORT_UID)
    return NULL;

  clinch_kind_fields (kind, &n_fields);
  return index < n_fields ? clinch_kind_field (kind, index) : NULL;
}

gboolean
clinch_import_target_is_valid (ClinchKind kind,
                               int        target)
{
  const ClinchField *field = clinch_import_target_field (kind, target);

  if (field == NULL)
    return target == CLINCH_IMPORT_IGNORE || target == CLINCH_IMPORT_UID
           || target == CLINCH_IMPORT_CREATED;
  if (target >= CLINCH_MAX_FIELDS)
    return field->type == CLINCH_FIELD_REFERENCE;

  return (field->flags & CLINCH_FIELD_COMPUTED) == 0;
}

char *
clinch_import_target_name (ClinchKind kind,
                           int        target)
{
  const ClinchField *field = clinch_import_target_field (kind, target);

  if (target == CLINCH_IMPORT_UID)
    return g_strdup ("uid");
  if (target == CLINCH_IMPORT_CREATED)
    return g_strdup ("created-at");
  if (field == NULL)
    return g_strdup ("ignore");

  return target >= CLINCH_MAX_FIELDS ? g_strconcat (field->name, "-uid", NULL)
         : g_strdup (field->name);
}

gboolean
clinch_import_target_find (ClinchKind  kind,
                           const char *name,
                           int        *target)
{
  g_autoptr(GHashTable) words = NULL;
  g_autofree char *plain = NULL;
  const char *unit;
  GArray *headings;

  *target = CLINCH_IMPORT_IGNORE;
  if (name == NULL)
    return FALSE;

  plain = clinch_import_heading_plain (name, &unit);
  if (g_str_equal (plain, "ignore"))
    return TRUE;
  words = clinch_import_heading_words (kind);
  headings = g_hash_table_lookup (words, plain);
  if (headings == NULL)
    return FALSE;
  *target = g_array_index (headings, ClinchImportHeading, 0).target;

  return TRUE;
}

char *
clinch_import_target_label (ClinchKind kind,
                            int        target)
{
  const ClinchField *field = clinch_import_target_field (kind, target);

  if (target == CLINCH_IMPORT_UID)
    return g_strdup (_("Identifier"));
  if (target == CLINCH_IMPORT_CREATED)
    return g_strdup (_("Created"));
  if (field == NULL)
    return g_strdup (_("Leave Out"));
  if (target >= CLINCH_MAX_FIELDS)
    /* Translators: %s is a field that points at another record, such as Owner. */
    return g_strdup_printf (_("%s (identifier)"), clinch_field_label (field));

  return g_strdup (clinch_field_label (field));
}

GArray *
clinch_import_target_list (ClinchKind kind)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (int));
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      gboolean is_stage = kind == CLINCH_KIND_OPPORTUNITY &&
                          (i == CLINCH_OPPORTUNITY_STAGE || i == CLINCH_OPPORTUNITY_PIPELINE);

      if (clinch_field_is_editable (&fields[i]) || is_stage)
        g_array_append_val (targets, i);
    }

  return targets;
}

/* What stands in brackets after "amount": the unit of the figures, or nothing that we know. */
static const char *
find_unit (const char *text)
{
  static const struct
  {
    const char *word;
    const char *unit;
  } units[] = {
    { "亿", "亿" }, { "万", "万" }, { "千", "k" }, { "billion", "b" }, { "million", "m" }, { "thousand", "k" },
    { "bn", "b" }, { "mio", "m" }, { "k", "k" }, { "m", "m" },
  };
  g_auto(GStrv) words = NULL;

  for (gsize i = 0; i < 6; i++)
    if (strstr (text, units[i].word) != NULL)
      return units[i].unit;

  words = g_strsplit_set (text, " /$€£¥", -1);
  for (gsize i = 6; i < G_N_ELEMENTS (units); i++)
    if (g_strv_contains ((const char * const *) words, units[i].word))
      return units[i].unit;

  return NULL;
}

/* "CloseDate" is two words. */
static char *
split_camel_case (const char *heading)
{
  GString *out = g_string_sized_new (strlen (heading) + 8);

  for (const char *p = heading; *p != '\0'; p++)
    {
      if (p > heading && g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
        g_string_append_c (out, ' ');
      g_string_append_c (out, *p);
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_separator (gunichar character)
{
  return g_unichar_isspace (character)
         || strchr ("_-.:*#|;,\"'", (int) MIN (character, 0x7f)) != NULL ||
         character == 0x3001 /* 、 */ || character == 0x3002 /* 。 */ || character == 0xb7;
}

static gboolean
is_opening (gunichar character)
{
  return character == '(' || character == '[' || character == '{' || character == 0x3010;
}

static gboolean
is_closing (gunichar character)
{
  return character == ')' || character == ']' || character == '}' || character == 0x3011;
}

/* Chinese headings often carry the unit without brackets. */
static void
cut_unit (GString     *plain,
          const char **unit)
{
  static const struct
  {
    const char *ending;
    const char *unit;
  } endings[] = { { "亿元", "亿" }, { "万元", "万" }, { "千元", "k" } };

  for (gsize i = 0; *unit == NULL && i < G_N_ELEMENTS (endings); i++)
    {
      gsize length = strlen (endings[i].ending);

      if (plain->len <= length || !g_str_has_suffix (plain->str, endings[i].ending))
        continue;
      g_string_truncate (plain, plain->len - length);
      *unit = endings[i].unit;
    }
}

static gpointer
open_simplifier (gpointer data)
{
  static const UChar id[] = u"Hant-Hans";
  UErrorCode status = U_ZERO_ERROR;

  return utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
}

/* 銷售階段 is 销售阶段: the words of the fields are in simplified characters only. */
static char *
simplify (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  UTransliterator *simplifier = g_once (&once, open_simplifier, NULL);
  UChar buffer[256];
  UErrorCode status = U_ZERO_ERROR;
  char simple[3 * G_N_ELEMENTS (buffer)];
  int length;
  int limit;

  if (simplifier == NULL || g_str_is_ascii (text))
    return g_strdup (text);

  u_strFromUTF8 (buffer, G_N_ELEMENTS (buffer), &length, text, -1, &status);
  limit = length;
  if (U_SUCCESS (status))
    utrans_transUChars (simplifier, buffer, &length, G_N_ELEMENTS (buffer), 0, &limit, &status);
  u_strToUTF8 (simple, sizeof simple, NULL, buffer, length, &status);

  return g_strdup (U_SUCCESS (status) && status != U_STRING_NOT_TERMINATED_WARNING ? simple : text);
}

char *
clinch_import_heading_plain (const char  *heading,
                             const char **unit)
{
  g_autofree char *words = split_camel_case (heading);
  g_autofree char *written = clinch_text_fold (words);
  g_autofree char *folded = simplify (written);
  g_autoptr(GString) plain = g_string_new (NULL);
  g_autoptr(GString) aside = g_string_new (NULL);
  int depth = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_opening (character))
        depth++;
      else if (is_closing (character))
        depth = MAX (depth - 1, 0);
      else if (depth > 0)
        g_string_append_unichar (aside, character);
      else if (!is_separator (character))
        g_string_append_unichar (plain, character);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  while (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);

  *unit = find_unit (aside->str);
  cut_unit (plain, unit);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static int
compare_headings (gconstpointer a,
                  gconstpointer b)
{
  const ClinchImportHeading *first = a;
  const ClinchImportHeading *second = b;

  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;

  return first->target - second->target;
}

/* Names, labels and synonyms take the same way as headings, so that "E-mail" meets "e mail". */
static void
add_word (GHashTable *words,
          const char *word,
          int         target,
          int         strength)
{
  ClinchImportHeading heading = { target, strength };
  const char *unit;
  g_autofree char *plain = clinch_import_heading_plain (word, &unit);
  GArray *headings = g_hash_table_lookup (words, plain);

  if (*plain == '\0')
    return;
  if (headings == NULL)
    {
      headings = g_array_new (FALSE, FALSE, sizeof heading);
      g_hash_table_insert (words, g_steal_pointer (&plain), headings);
    }
  g_array_append_val (headings, heading);
  g_array_sort (headings, compare_headings);
}

static void
add_field_words (GHashTable        *words,
                 const ClinchField *field)
{
  g_auto(GStrv) synonyms = g_strsplit (field->synonyms, "|", -1);

  add_word (words, field->column, field->index, STRENGTH_NAME);
  add_word (words, field->label, field->index, STRENGTH_LABEL);
  add_word (words, clinch_field_label (field), field->index, STRENGTH_LABEL);
  for (guint i = 0; synonyms[i] != NULL; i++)
    add_word (words, synonyms[i], field->index,
              MAX (STRENGTH_FIRST_SYNONYM - (int) i, STRENGTH_LAST_SYNONYM));
}

GHashTable *
clinch_import_heading_words (ClinchKind kind)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_array_unref);

  for (int target = 0; target < CLINCH_IMPORT_N_TARGETS; target++)
    {
      g_autofree char *name = NULL;

      if (!clinch_import_target_is_valid (kind, target))
        continue;
      name = clinch_import_target_name (kind, target);
      add_word (words, name, target, STRENGTH_NAME);
      if (target < CLINCH_MAX_FIELDS)
        add_field_words (words, clinch_kind_field (kind, target));
    }

  return words;
}
