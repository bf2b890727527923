// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-words.h"

#include "clinch-sample-resources.h"

#include <string.h>

static const char *const phase_names[CLINCH_SAMPLE_N_PHASES] = { "lead", "first", "needs",
                                                                 "proposal", "quote",
                                                                 "negotiation", "won", "lost", "care" };

/* What is read here comes with the program: a member that is missing is a mistake in the program,
 * not of the user. */
static char *
read_text (JsonObject *object,
           const char *member)
{
  return g_strdup (json_object_get_string_member (object, member));
}

static void
read_list (JsonObject       *object,
           const char       *member,
           ClinchSampleList *list)
{
  JsonArray *array = json_object_get_array_member (object, member);

  list->n = json_array_get_length (array);
  list->items = g_new0 (char *, list->n + 1);
  for (guint i = 0; i < list->n; i++)
    list->items[i] = g_strdup (json_array_get_string_element (array, i));
}

/* An array of pairs becomes two lists. */
static void
read_materials (ClinchSampleWords *self,
                JsonArray         *array)
{
  self->n_materials = json_array_get_length (array);
  self->materials = g_new0 (ClinchSampleMaterial, self->n_materials);
  for (guint i = 0; i < self->n_materials; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      self->materials[i].name = read_text (object, "name");
      self->materials[i].kind = read_text (object, "kind");
      self->materials[i].industry =
        json_object_get_int_member_with_default (object, "industry", -1);
      self->materials[i].product =
        g_strdup (json_object_get_string_member_with_default (object, "product", NULL));
    }
}

static void
read_pairs (JsonObject       *object,
            const char       *member,
            ClinchSampleList *first,
            ClinchSampleList *second)
{
  JsonArray *array = json_object_get_array_member (object, member);

  first->n = second->n = json_array_get_length (array);
  first->items = g_new0 (char *, first->n + 1);
  second->items = g_new0 (char *, second->n + 1);
  for (guint i = 0; i < first->n; i++)
    {
      JsonArray *pair = json_array_get_array_element (array, i);

      first->items[i] = g_strdup (json_array_get_string_element (pair, 0));
      second->items[i] = g_strdup (json_array_get_string_element (pair, 1));
    }
}

/* An array of level, role, orientation, boss, and for a placeholder name and department. */
static void
read_posts (JsonObject        *object,
            const char        *member,
            ClinchSamplePosts *posts)
{
  JsonArray *array = json_object_get_array_member (object, member);

  posts->n = json_array_get_length (array);
  posts->items = g_new0 (ClinchSamplePost, posts->n);
  for (guint i = 0; i < posts->n; i++)
    {
      JsonArray *row = json_array_get_array_element (array, i);
      ClinchSamplePost *post = &posts->items[i];

      post->level = g_strdup (json_array_get_string_element (row, 0));
      post->role = g_strdup (json_array_get_string_element (row, 1));
      post->orientation = g_strdup (json_array_get_string_element (row, 2));
      post->boss = json_array_get_int_element (row, 3);
      if (json_array_get_length (row) > 4)
        {
          post->name = g_strdup (json_array_get_string_element (row, 4));
          post->department = g_strdup (json_array_get_string_element (row, 5));
        }
    }
}

static void
clear_posts (ClinchSamplePosts *posts)
{
  for (guint i = 0; i < posts->n; i++)
    {
      g_free (posts->items[i].level);
      g_free (posts->items[i].role);
      g_free (posts->items[i].orientation);
      g_free (posts->items[i].name);
      g_free (posts->items[i].department);
    }
  g_clear_pointer (&posts->items, g_free);
}

static void
clear_list (ClinchSampleList *list)
{
  g_clear_pointer (&list->items, g_strfreev);
}

static void
read_cities (ClinchSampleWords *self,
             JsonArray         *array)
{
  self->n_cities = json_array_get_length (array);
  self->cities = g_new0 (ClinchSampleCity, self->n_cities);
  for (guint i = 0; i < self->n_cities; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      self->cities[i].name = read_text (object, "name");
      self->cities[i].region = read_text (object, "region");
      self->cities[i].code = read_text (object, "code");
      read_list (object, "districts", &self->cities[i].districts);
    }
}

static void
read_industries (ClinchSampleWords *self,
                 JsonArray         *array)
{
  self->n_industries = json_array_get_length (array);
  self->industries = g_new0 (ClinchSampleIndustry, self->n_industries);
  for (guint i = 0; i < self->n_industries; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      ClinchSampleIndustry *industry = &self->industries[i];

      industry->name = read_text (object, "name");
      read_list (object, "words", &industry->words);
      read_list (object, "briefs", &industry->briefs);
      read_list (object, "forms", &industry->forms);
      read_list (object, "products", &industry->products);
      read_list (object, "items", &industry->items);
      read_pairs (object, "titles", &industry->titles, &industry->departments);
      read_posts (object, "posts", &industry->posts);
      industry->tag = read_text (object, "tag");
      read_list (object, "pains", &industry->pains);
      read_list (object, "needs", &industry->needs);
      read_list (object, "places", &industry->places);
    }
}

static void
read_anchor (ClinchSampleAnchor *anchor,
             JsonObject         *object)
{
  static const char *const members[3][3] = { { "contact", "title", "department" },
                                             { "second", "second_title", "second_department" },
                                             { "third", "third_title", "third_department" } };

  anchor->name = read_text (object, "name");
  anchor->short_name = read_text (object, "short");
  anchor->industry = json_object_get_int_member (object, "industry");
  anchor->city = json_object_get_int_member (object, "city");
  anchor->opportunity = read_text (object, "opportunity");
  anchor->product = read_text (object, "product");
  anchor->amount = json_object_get_int_member (object, "amount");
  anchor->next_step = read_text (object, "next_step");
  for (int i = 0; i < 3; i++)
    {
      anchor->contacts[i].name = read_text (object, members[i][0]);
      anchor->contacts[i].title = read_text (object, members[i][1]);
      anchor->contacts[i].department = read_text (object, members[i][2]);
    }
}

static void
read_talks (ClinchSampleTalks *talks,
            JsonArray         *array)
{
  talks->n = json_array_get_length (array);
  talks->items = g_new0 (ClinchSampleTalk, talks->n);
  for (guint i = 0; i < talks->n; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      JsonArray *days = json_object_get_array_member (object, "days");

      talks->items[i].way = read_text (object, "way");
      talks->items[i].text = read_text (object, "text");
      talks->items[i].next = read_text (object, "next");
      if (*talks->items[i].next == '\0')
        g_clear_pointer (&talks->items[i].next, g_free);
      talks->items[i].next_from = json_array_get_int_element (days, 0);
      talks->items[i].next_to = json_array_get_int_element (days, 1);
    }
}

static void
read_amounts (ClinchSampleWords *self,
              JsonArray         *array)
{
  self->n_amounts = json_array_get_length (array);
  self->amounts = g_new0 (guint, self->n_amounts);
  for (guint i = 0; i < self->n_amounts; i++)
    self->amounts[i] = json_array_get_int_element (array, i);
}

/* The members that are texts or lists and nothing more. */
static const struct
{
  const char *member;
  gsize offset;
} texts[] = {
  { "currency", G_STRUCT_OFFSET (ClinchSampleWords, currency) },
  { "team", G_STRUCT_OFFSET (ClinchSampleWords, team) },
  { "region_number", G_STRUCT_OFFSET (ClinchSampleWords, region_number) },
  { "mail_host", G_STRUCT_OFFSET (ClinchSampleWords, mail_host) },
  { "address", G_STRUCT_OFFSET (ClinchSampleWords, address) },
  { "company", G_STRUCT_OFFSET (ClinchSampleWords, company) },
  { "subsidiary", G_STRUCT_OFFSET (ClinchSampleWords, subsidiary) },
  { "short", G_STRUCT_OFFSET (ClinchSampleWords, short_name) },
  { "short_more", G_STRUCT_OFFSET (ClinchSampleWords, short_more) },
  { "short_most", G_STRUCT_OFFSET (ClinchSampleWords, short_most) },
  { "opportunity", G_STRUCT_OFFSET (ClinchSampleWords, opportunity) },
  { "number", G_STRUCT_OFFSET (ClinchSampleWords, number) },
  { "somebody", G_STRUCT_OFFSET (ClinchSampleWords, somebody) },
  { "chief", G_STRUCT_OFFSET (ClinchSampleWords, chief) },
  { "address_else", G_STRUCT_OFFSET (ClinchSampleWords, address_else) },
}, lists[] = {
  { "other_currencies", G_STRUCT_OFFSET (ClinchSampleWords, other_currencies) },
  { "departments", G_STRUCT_OFFSET (ClinchSampleWords, departments) },
  { "regions", G_STRUCT_OFFSET (ClinchSampleWords, regions) },
  { "surnames", G_STRUCT_OFFSET (ClinchSampleWords, surnames) },
  { "given_first", G_STRUCT_OFFSET (ClinchSampleWords, given_first) },
  { "given_second", G_STRUCT_OFFSET (ClinchSampleWords, given_second) },
  { "given_first_2", G_STRUCT_OFFSET (ClinchSampleWords, given_first_2) },
  { "given_second_2", G_STRUCT_OFFSET (ClinchSampleWords, given_second_2) },
  { "first_team", G_STRUCT_OFFSET (ClinchSampleWords, first_team) },
  { "given_single", G_STRUCT_OFFSET (ClinchSampleWords, given_single) },
  { "roads", G_STRUCT_OFFSET (ClinchSampleWords, roads) },
  { "brand_first", G_STRUCT_OFFSET (ClinchSampleWords, brand_first) },
  { "brand_second", G_STRUCT_OFFSET (ClinchSampleWords, brand_second) },
  { "sources", G_STRUCT_OFFSET (ClinchSampleWords, sources) },
  { "customer_notes", G_STRUCT_OFFSET (ClinchSampleWords, customer_notes) },
  { "contact_notes", G_STRUCT_OFFSET (ClinchSampleWords, contact_notes) },
  { "opportunity_notes", G_STRUCT_OFFSET (ClinchSampleWords, opportunity_notes) },
  { "rivals", G_STRUCT_OFFSET (ClinchSampleWords, rivals) },
  { "lost_reasons", G_STRUCT_OFFSET (ClinchSampleWords, lost_reasons) },
  { "tag_sources", G_STRUCT_OFFSET (ClinchSampleWords, tag_sources) },
  { "tag_notes", G_STRUCT_OFFSET (ClinchSampleWords, tag_notes) },
  { "insight_sources", G_STRUCT_OFFSET (ClinchSampleWords, insight_sources) },
  { "facts", G_STRUCT_OFFSET (ClinchSampleWords, facts) },
  { "line_notes", G_STRUCT_OFFSET (ClinchSampleWords, line_notes) },
  { "objectives", G_STRUCT_OFFSET (ClinchSampleWords, objectives) },
  { "units", G_STRUCT_OFFSET (ClinchSampleWords, units) },
  { "blocked_reasons", G_STRUCT_OFFSET (ClinchSampleWords, blocked_reasons) },
  { "briefs", G_STRUCT_OFFSET (ClinchSampleWords, briefs) },
  { "outcomes", G_STRUCT_OFFSET (ClinchSampleWords, outcomes) },
  { "declines", G_STRUCT_OFFSET (ClinchSampleWords, declines) },
  { "parts", G_STRUCT_OFFSET (ClinchSampleWords, parts) },
  { "cuts", G_STRUCT_OFFSET (ClinchSampleWords, cuts) },
  { "rooms", G_STRUCT_OFFSET (ClinchSampleWords, rooms) },
  { "weekdays", G_STRUCT_OFFSET (ClinchSampleWords, weekdays) },
};

static void
read_words (ClinchSampleWords *self,
            JsonObject        *root)
{
  JsonObject *talks = json_object_get_object_member (root, "follow_ups");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, self, texts[i].offset) = read_text (root, texts[i].member);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    read_list (root, lists[i].member, G_STRUCT_MEMBER_P (self, lists[i].offset));
  self->surname_first = json_object_get_boolean_member (root, "surname_first");
  self->amount_unit = json_object_get_int_member (root, "amount_unit");
  read_amounts (self, json_object_get_array_member (root, "amounts"));
  read_pairs (root, "addresses", &self->titles, &self->forms_of_address);
  read_cities (self, json_object_get_array_member (root, "cities"));
  read_industries (self, json_object_get_array_member (root, "industries"));
  read_pairs (root, "grade_reasons", &self->grades, &self->grade_reasons);
  read_pairs (root, "requirements", &self->requirements, &self->proposal_parts);
  read_materials (self, json_object_get_array_member (root, "materials"));
  read_posts (root, "placeholders", &self->placeholders);
  read_anchor (&self->anchor, json_object_get_object_member (root, "anchor"));
  self->anchor_plan = json_object_ref (json_object_get_object_member (root, "anchor_plan"));
  for (int i = 0; i < CLINCH_SAMPLE_N_PHASES; i++)
    read_talks (&self->talks[i], json_object_get_array_member (talks, phase_names[i]));
}

ClinchSampleWords *
clinch_sample_words_new (const char  *language,
                         GError     **error)
{
  g_autofree char *path = g_strdup_printf ("/org/clinch/Clinch/sample/sample-%s.json", language);
  g_autoptr(ClinchSampleWords) self = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) json = NULL;
  gsize length;
  const char *data;

  g_resources_register (clinch_sample_get_resource ());
  json = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (json == NULL)
    return NULL;
  data = g_bytes_get_data (json, &length);
  if (!json_parser_load_from_data (parser, data, length, error))
    return NULL;

  self = g_new0 (ClinchSampleWords, 1);
  read_words (self, json_node_get_object (json_parser_get_root (parser)));

  return g_steal_pointer (&self);
}

static void
free_cities (ClinchSampleWords *self)
{
  for (guint i = 0; i < self->n_cities; i++)
    {
      g_free (self->cities[i].name);
      g_free (self->cities[i].region);
      g_free (self->cities[i].code);
      clear_list (&self->cities[i].districts);
    }
  g_free (self->cities);
}

static void
free_industries (ClinchSampleWords *self)
{
  for (guint i = 0; i < self->n_industries; i++)
    {
      ClinchSampleIndustry *industry = &self->industries[i];
      ClinchSampleList *all[] = { &industry->words, &industry->briefs, &industry->forms,
                                  &industry->products, &industry->items,
                                  &industry->titles, &industry->departments, &industry->pains,
                                  &industry->needs,
                                  &industry->places };

      for (gsize j = 0; j < G_N_ELEMENTS (all); j++)
        clear_list (all[j]);
      clear_posts (&industry->posts);
      g_free (industry->tag);
      g_free (industry->name);
    }
  g_free (self->industries);
}

static void
free_anchor (ClinchSampleAnchor *anchor)
{
  for (int i = 0; i < 3; i++)
    {
      g_free (anchor->contacts[i].name);
      g_free (anchor->contacts[i].title);
      g_free (anchor->contacts[i].department);
    }
  g_free (anchor->name);
  g_free (anchor->short_name);
  g_free (anchor->opportunity);
  g_free (anchor->product);
  g_free (anchor->next_step);
}

static void
free_talks (ClinchSampleTalks *talks)
{
  for (guint i = 0; i < talks->n; i++)
    {
      g_free (talks->items[i].way);
      g_free (talks->items[i].text);
      g_free (talks->items[i].next);
    }
  g_free (talks->items);
}

void
clinch_sample_words_free (ClinchSampleWords *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, self, texts[i].offset));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    clear_list (G_STRUCT_MEMBER_P (self, lists[i].offset));
  clear_list (&self->requirements);
  clear_list (&self->proposal_parts);
  for (guint i = 0; i < self->n_materials; i++)
    {
      g_free (self->materials[i].name);
      g_free (self->materials[i].kind);
      g_free (self->materials[i].product);
    }
  g_free (self->materials);
  clear_list (&self->titles);
  clear_list (&self->grades);
  clear_list (&self->grade_reasons);
  clear_posts (&self->placeholders);
  json_object_unref (self->anchor_plan);
  clear_list (&self->forms_of_address);
  g_free (self->amounts);
  free_cities (self);
  free_industries (self);
  free_anchor (&self->anchor);
  for (int i = 0; i < CLINCH_SAMPLE_N_PHASES; i++)
    free_talks (&self->talks[i]);
  g_free (self);
}

const char *
clinch_sample_pick (const ClinchSampleList *list,
                    ClinchSampleRandom     *random)
{
  return list->items[clinch_sample_random_below (random, list->n)];
}

static const char *
find_slot (const char             *key,
           gsize                   length,
           const ClinchSampleSlot *slots,
           gsize                   n_slots)
{
  for (gsize i = 0; i < n_slots; i++)
    if (strncmp (slots[i].key, key, length) == 0 && slots[i].key[length] == '\0')
      return slots[i].value;

  return NULL;
}

char *
clinch_sample_expand (const char             *template,
                      const ClinchSampleSlot *slots,
                      gsize                   n_slots)
{
  g_autoptr(GString) out = g_string_sized_new (192);
  const char *from = template;
  const char *brace;

  while ((brace = strchr (from, '{')) != NULL)
    {
      const char *end = strchr (brace, '}');
      const char *value = end != NULL ? find_slot (brace + 1, end - brace - 1, slots, n_slots)
                          : NULL;

      if (value == NULL)
        {
          g_string_append_len (out, from, brace + 1 - from);
          from = brace + 1;
          continue;
        }
      g_string_append_len (out, from, brace - from);
      g_string_append (out, value);
      from = end + 1;
    }
  g_string_append (out, from);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
