// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-sample-random.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The words that the sample is put together from: data/templates/sample-zh.json and
 * sample-en.json. */

typedef struct
{
  char **items;
  guint  n;
} ClinchSampleList;

typedef struct
{
  char             *name;
  char             *region;
  char             *code;
  ClinchSampleList  districts;
} ClinchSampleCity;

/**
 * ClinchSamplePost:
 * @boss: index of the post that this one reports to, -1 for none
 * @name: (nullable): what a placeholder for it is called
 * @department: (nullable): the placeholder's department
 *
 * What somebody with a job title is in the decision chain, in codes.
 */
typedef struct
{
  char *level;
  char *role;
  char *orientation;
  int   boss;
  char *name;
  char *department;
} ClinchSamplePost;

typedef struct
{
  ClinchSamplePost *items;
  guint             n;
} ClinchSamplePosts;

/**
 * ClinchSampleIndustry:
 * @titles: job titles, at @departments[i] the department of @titles[i]
 * @posts: the post of each of @titles
 * @tag: code of the tag for this industry
 * @words: what companies call themselves by, at @briefs[i] the short form of @words[i]
 */
typedef struct
{
  char             *name;
  ClinchSampleList  words;
  ClinchSampleList  briefs;
  ClinchSampleList  forms;
  ClinchSampleList  products;
  ClinchSampleList  items;
  ClinchSampleList  titles;
  ClinchSampleList  departments;
  ClinchSamplePosts posts;
  char             *tag;
  ClinchSampleList  pains;
  ClinchSampleList  needs;
  ClinchSampleList  places;
} ClinchSampleIndustry;

/**
 * ClinchSampleMaterial:
 * @kind: code of its kind
 * @industry: for which industry, -1 for any
 * @product: (nullable): about which product
 */
typedef struct
{
  char *name;
  char *kind;
  int   industry;
  char *product;
} ClinchSampleMaterial;

typedef enum
{
  CLINCH_SAMPLE_PHASE_LEAD,
  CLINCH_SAMPLE_PHASE_FIRST,
  CLINCH_SAMPLE_PHASE_NEEDS,
  CLINCH_SAMPLE_PHASE_PROPOSAL,
  CLINCH_SAMPLE_PHASE_QUOTE,
  CLINCH_SAMPLE_PHASE_NEGOTIATION,
  CLINCH_SAMPLE_PHASE_WON,
  CLINCH_SAMPLE_PHASE_LOST,
  CLINCH_SAMPLE_PHASE_CARE,
  CLINCH_SAMPLE_N_PHASES
} ClinchSamplePhase;

/**
 * ClinchSampleTalk:
 * @way: code of the follow-up's type
 * @text: what was said, with slots
 * @next: (nullable): the next step, with slots
 * @next_from: days until that, at least
 * @next_to: at the most
 */
typedef struct
{
  char *way;
  char *text;
  char *next;
  int   next_from;
  int   next_to;
} ClinchSampleTalk;

typedef struct
{
  ClinchSampleTalk *items;
  guint             n;
} ClinchSampleTalks;

/**
 * ClinchSampleContactWords:
 *
 * A contact that the sample always has.
 */
typedef struct
{
  char *name;
  char *title;
  char *department;
} ClinchSampleContactWords;

/**
 * ClinchSampleAnchor:
 *
 * The customer that every sample has, so that instructions and demonstrations can speak of it.
 */
typedef struct
{
  char                     *name;
  char                     *short_name;
  guint                     industry;
  guint                     city;
  ClinchSampleContactWords  contacts[3];
  char                     *opportunity;
  char                     *product;
  guint                     amount;
  char                     *next_step;
} ClinchSampleAnchor;

typedef struct
{
  char                 *currency;
  ClinchSampleList      other_currencies;
  gboolean              surname_first;
  guint                *amounts;
  guint                 n_amounts;
  guint                 amount_unit;
  char                 *team;
  ClinchSampleList      departments;
  ClinchSampleList      regions;
  char                 *region_number;
  char                 *mail_host;
  ClinchSampleList      surnames;
  ClinchSampleList      given_first;
  ClinchSampleList      given_second;
  ClinchSampleList      given_first_2;
  ClinchSampleList      given_second_2;
  ClinchSampleList      given_single;
  ClinchSampleList      first_team;
  ClinchSampleCity     *cities;
  guint                 n_cities;
  ClinchSampleList      roads;
  char                 *address;
  ClinchSampleList      brand_first;
  ClinchSampleList      brand_second;
  char                 *company;
  char                 *subsidiary;
  char                 *short_name;
  char                 *short_more;
  char                 *short_most;
  ClinchSampleList      sources;
  ClinchSampleList      customer_notes;
  ClinchSampleList      contact_notes;
  ClinchSampleList      opportunity_notes;
  ClinchSampleList      rivals;
  ClinchSampleList      lost_reasons;
  ClinchSamplePosts     placeholders;
  ClinchSampleList      tag_sources;
  ClinchSampleList      tag_notes;
  ClinchSampleList      insight_sources;
  ClinchSampleList      facts;
  ClinchSampleList      line_notes;
  ClinchSampleList      grades;
  ClinchSampleList      grade_reasons;
  ClinchSampleList      objectives;
  ClinchSampleList      requirements; /* each with the part of a proposal that answers it */
  ClinchSampleList      proposal_parts;
  ClinchSampleMaterial *materials;
  guint                 n_materials;
  ClinchSampleList      units;
  ClinchSampleList      blocked_reasons;
  ClinchSampleList      briefs;
  ClinchSampleList      outcomes;
  ClinchSampleList      declines;
  char                 *opportunity;
  char                 *number;
  ClinchSampleList      parts;
  char                 *somebody;
  char                 *chief;
  ClinchSampleList      cuts;
  ClinchSampleList      rooms;
  ClinchSampleList      weekdays;
  ClinchSampleIndustry *industries;
  guint                 n_industries;
  ClinchSampleAnchor    anchor;
  JsonObject           *anchor_plan;
  ClinchSampleList      titles;
  ClinchSampleList      forms_of_address;
  char                 *address_else;
  ClinchSampleTalks     talks[CLINCH_SAMPLE_N_PHASES];
} ClinchSampleWords;

/**
 * ClinchSampleSlot:
 * @key: what stands between braces in a template
 * @value: (nullable): what comes in its place
 */
typedef struct
{
  const char *key;
  const char *value;
} ClinchSampleSlot;

/**
 * clinch_sample_words_new:
 * @language: "zh" or "en"
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the words
 */
ClinchSampleWords *clinch_sample_words_new    (const char              *language,
                                               GError                 **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_sample_words_free:
 * @self: words
 */
void               clinch_sample_words_free   (ClinchSampleWords       *self);

/**
 * clinch_sample_pick:
 * @list: a list that is not empty
 * @random: what decides
 *
 * Returns: (transfer none): one of its items
 */
const char        *clinch_sample_pick         (const ClinchSampleList  *list,
                                               ClinchSampleRandom      *random);

/**
 * clinch_sample_expand:
 * @template: a text with slots such as {who}
 * @slots: (array length=n_slots): what they stand for
 * @n_slots: how many
 *
 * Returns: (transfer full): the text; a slot that @slots does not have stays as it is
 */
char              *clinch_sample_expand       (const char              *template,
                                               const ClinchSampleSlot  *slots,
                                               gsize                    n_slots)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchSampleWords, clinch_sample_words_free)

G_END_DECLS
