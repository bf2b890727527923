// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-names.h"

#include "clinch-pinyin.h"
#include "clinch-pinyin-names.h"

#include <string.h>

/* So often is another name tried before a number makes it one of its own. */
#define TRIES 24

struct _ClinchSampleNames
{
  const ClinchSampleWords *words;
  GHashTable *given;
};

ClinchSampleNames *
clinch_sample_names_new (const ClinchSampleWords *words)
{
  ClinchSampleNames *self = g_new0 (ClinchSampleNames, 1);

  self->words = words;
  self->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
clinch_sample_names_free (ClinchSampleNames *self)
{
  g_hash_table_unref (self->given);
  g_free (self);
}

gboolean
clinch_sample_names_take (ClinchSampleNames *self,
                          const char        *name)
{
  if (g_hash_table_contains (self->given, name))
    return FALSE;

  g_hash_table_add (self->given, g_strdup (name));
  return TRUE;
}

/* Parts of two lists that go together: names of men, names of women. */
static char *
make_given (const ClinchSampleWords *words,
            ClinchSampleRandom      *random)
{
  gboolean other = clinch_sample_random_chance (random, 45);
  const char *first = clinch_sample_pick (other ? &words->given_first_2 : &words->given_first,
                                          random);
  const char *second;

  do
    second = clinch_sample_pick (other ? &words->given_second_2 : &words->given_second, random);
  while (g_str_equal (first, second));

  return g_strconcat (first, second, NULL);
}

static void
make_person (const ClinchSampleWords *words,
             ClinchSampleRandom      *random,
             int                      attempt,
             ClinchSamplePerson      *person)
{
  const char *surname =
    words->surnames.items[clinch_sample_random_small (random, words->surnames.n)];

  person->surname = g_strdup (surname);
  if (!words->surname_first)
    {
      const char *first = clinch_sample_pick (&words->given_first, random);

      person->given = g_strdup (first);
      /* A middle initial where the plain name is taken. */
      person->name = attempt < 2 ? g_strdup_printf ("%s %s", first, surname)
                                 : g_strdup_printf ("%s %s %s", first,
                                                    clinch_sample_pick (&words->given_second,
                                                                        random), surname);
      return;
    }

  if (clinch_sample_random_chance (random, 22))
    person->given = g_strdup (clinch_sample_pick (&words->given_single, random));
  else
    person->given = make_given (words, random);
  person->name = g_strconcat (surname, person->given, NULL);
}

void
clinch_sample_names_person (ClinchSampleNames  *self,
                            ClinchSampleRandom *random,
                            ClinchSamplePerson *person)
{
  for (int attempt = 0;; attempt++)
    {
      make_person (self->words, random, attempt, person);
      /* People may share a name as people do, if there is no other way. */
      if (clinch_sample_names_take (self, person->name) || attempt >= TRIES)
        return;
      clinch_sample_person_clear (person);
    }
}

void
clinch_sample_names_parse (ClinchSampleNames  *self,
                           const char         *name,
                           ClinchSamplePerson *person)
{
  const char *space = strrchr (name, ' ');

  person->name = g_strdup (name);
  if (self->words->surname_first)
    {
      const char *given = g_utf8_next_char (name);

      person->surname = g_strndup (name, given - name);
      person->given = g_strdup (given);
    }
  else
    {
      person->surname = g_strdup (space != NULL ? space + 1 : name);
      person->given = space != NULL ? g_strndup (name, space - name) : g_strdup ("");
    }
  clinch_sample_names_take (self, name);
}

static char *
make_brand (const ClinchSampleWords *words,
            ClinchSampleRandom      *random)
{
  const char *first = clinch_sample_pick (&words->brand_first, random);
  const char *second;

  do
    second = clinch_sample_pick (&words->brand_second, random);
  while (g_ascii_strcasecmp (first, second) == 0);

  return g_strconcat (first, second, NULL);
}

/* The shortest name that nobody has: the brand, then brand and trade, and so on. */
static char *
take_short_name (ClinchSampleNames      *self,
                 const ClinchSampleSlot *slots,
                 gsize                   n_slots)
{
  const char *const forms[] = { self->words->short_name, self->words->short_more,
                                self->words->short_most };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *name = clinch_sample_expand (forms[i], slots, n_slots);

      if (clinch_sample_names_take (self, name))
        return g_steal_pointer (&name);
    }

  return NULL;
}

static gboolean
make_company (ClinchSampleNames   *self,
              ClinchSampleRandom  *random,
              guint                industry_index,
              const char          *parent,
              ClinchSampleCompany *company)
{
  const ClinchSampleWords *words = self->words;
  const ClinchSampleIndustry *industry = &words->industries[industry_index];
  guint word = clinch_sample_random_below (random, industry->words.n);
  ClinchSampleSlot slots[5];

  company->city = clinch_sample_random_below (random, words->n_cities);
  company->brand = parent != NULL ? g_strdup (parent) : make_brand (words, random);
  slots[0] = (ClinchSampleSlot) { "brand", company->brand };
  slots[1] = (ClinchSampleSlot) { "word", industry->words.items[word] };
  slots[2] = (ClinchSampleSlot) { "brief", industry->briefs.items[word] };
  slots[3] = (ClinchSampleSlot) { "city", words->cities[company->city].name };
  slots[4] = (ClinchSampleSlot) { "form", clinch_sample_pick (&industry->forms, random) };
  company->name = clinch_sample_expand (parent != NULL ? words->subsidiary : words->company, slots,
                                        G_N_ELEMENTS (slots));
  if (!clinch_sample_names_take (self, company->name))
    return FALSE;

  company->short_name = take_short_name (self, slots, G_N_ELEMENTS (slots));
  return company->short_name != NULL;
}

void
clinch_sample_names_company (ClinchSampleNames   *self,
                             ClinchSampleRandom  *random,
                             guint                industry,
                             const char          *parent,
                             ClinchSampleCompany *company)
{
  *company = (ClinchSampleCompany) { 0 };
  for (int attempt = 0; !make_company (self, random, industry, parent, company); attempt++)
    {
      clinch_sample_company_clear (company);
      /* A group with so many subsidiaries of one trade that no city is left gets a company of
       * another name. */
      if (attempt > TRIES)
        parent = NULL;
    }
}

static void
append_sound (GString    *out,
              const char *readings)
{
  for (const char *c = readings; g_ascii_islower (*c); c++)
    g_string_append_c (out, *c);
}

char *
clinch_sample_names_latin (const char *text,
                           gboolean    is_surname)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const ClinchPinyinWord *surname = is_surname ? clinch_pinyin_find_surname (text) : NULL;

  if (surname != NULL && g_utf8_strlen (surname->word, -1) == 1)
    {
      append_sound (out, surname->readings);
      return g_string_free (g_steal_pointer (&out), FALSE);
    }

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const char *readings = clinch_pinyin_readings (g_utf8_get_char (c));

      if (g_ascii_isalnum (*c))
        g_string_append_c (out, g_ascii_tolower (*c));
      else if (readings != NULL)
        append_sound (out, readings);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

void
clinch_sample_person_clear (ClinchSamplePerson *person)
{
  g_clear_pointer (&person->name, g_free);
  g_clear_pointer (&person->surname, g_free);
  g_clear_pointer (&person->given, g_free);
}

void
clinch_sample_company_clear (ClinchSampleCompany *company)
{
  g_clear_pointer (&company->name, g_free);
  g_clear_pointer (&company->short_name, g_free);
  g_clear_pointer (&company->brand, g_free);
}
