// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-priority.h"
#include "clinch-profile-facts.h"

G_BEGIN_DECLS

/**
 * ClinchProfileTag:
 * @id: key of the profile entry (%CLINCH_KIND_CUSTOMER_TAG); 0 for the rung that a figure reaches
 * @tag_id: key of the tag
 * @name: what the tag is called
 * @score: what it is worth, 0 to 100
 * @since: as of when it holds, ISO
 * @source: (nullable): where it is known from
 * @confidence: (nullable): code of %CLINCH_CHOICE_CONFIDENCE, interned
 * @member_id: who set it, 0 if that is not known
 * @member: (nullable): their name
 * @note: (nullable): what was said with it
 *
 * A tag that counts in a dimension.
 */
typedef struct
{
  gint64      id;
  gint64      tag_id;
  char       *name;
  int         score;
  char        since[CLINCH_DATE_SIZE];
  char       *source;
  const char *confidence;
  gint64      member_id;
  char       *member;
  char       *note;
} ClinchProfileTag;

/**
 * ClinchProfileLine:
 * @rule: (transfer none): the dimension: its name, definition, weight, ladder of tags
 * @value: 0 to 100, or %CLINCH_PROFILE_UNKNOWN
 * @known_on: since when it holds, ISO; empty if it is not known
 * @age: how old that is, and whether it is older than the dimension's half-life
 * @tags: (element-type ClinchProfileTag): what counts, newest first; none if it is not known
 * @number: (nullable): the figure behind it in words, where a measure is
 * @step: its part of the score
 *
 * What is known of the customer in one dimension.
 */
typedef struct
{
  const ClinchDimensionRule *rule;
  int                        value;
  char                       known_on[CLINCH_DATE_SIZE];
  ClinchProfileAge           age;
  GPtrArray                 *tags;
  char                      *number;
  ClinchProfileStep          step;
} ClinchProfileLine;

/**
 * ClinchCustomerProfile:
 * @customer: the customer; as it was then, for an instant of the past
 * @today: the day for which it holds, ISO
 * @rules: what it was worked out by: those of now, also for the past
 * @lines: (element-type ClinchProfileLine): one for each dimension in use, in order
 * @score: the score and what it is made of
 * @adjusted: the score for ranking
 * @is_thin: whether so little is known that it is hardly a profile
 * @n_stale: dimensions whose value is older than their half-life
 * @grade: (nullable): the grade that counts, interned
 * @by_profile: (nullable): the grade by the profile; none where it is thin
 * @by_score: (nullable): the grade that the score alone would give; where it is better than
 *   @by_profile, the profile is not complete enough for it
 * @reason: (nullable): why the grade is not left to the profile, borrowed from @customer
 * @business: its opportunities
 * @priority: its priority and the steps of its sum
 * @last_contact: when the two sides last spoke, Unix seconds, 0 if never
 * @score_before: the score that the trend begins with, -1 where there is none yet
 * @score_before_on: when that was, ISO; empty without it
 *
 * All that is shown of a customer's profile at an instant.
 */
typedef struct
{
  ClinchRow          *customer;
  char                today[CLINCH_DATE_SIZE];
  ClinchProfileRules *rules;
  GPtrArray          *lines;
  ClinchProfileScore  score;
  int                 adjusted;
  gboolean            is_thin;
  int                 n_stale;
  const char         *grade;
  const char         *by_profile;
  const char         *by_score;
  const char         *reason;
  ClinchBusiness      business;
  ClinchPriority      priority;
  gint64              last_contact;
  int                 score_before;
  char                score_before_on[CLINCH_DATE_SIZE];
} ClinchCustomerProfile;

/**
 * ClinchProfileSeries:
 * @values: (element-type int): one for each dimension in use, in order, 0 to 100, or
 *   %CLINCH_PROFILE_UNKNOWN
 * @n_customers: how many customers it stands for
 *
 * What a profile is compared with.
 */
typedef struct
{
  GArray *values;
  int     n_customers;
} ClinchProfileSeries;

/**
 * clinch_customer_profile_load:
 * @db: a workspace
 * @customer_id: key of a customer
 * @now: the instant for which it is worked out, Unix seconds
 * @as_it_was: whether @now is an instant of the past: tags and the customer's fields are taken as
 *   the log had them then, everything else by its own dates
 * @error: where the reason goes
 *
 * Works the profile out from what belongs to the customer, with the rules as they are now. Two such
 * profiles, of two customers or of one at two instants, have the same dimensions.
 *
 * Returns: (transfer full) (nullable): the profile
 */
ClinchCustomerProfile *
clinch_customer_profile_load        (ClinchDb               *db,
                                     gint64                  customer_id,
                                     gint64                  now,
                                     gboolean                as_it_was,
                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_customer_profile_free:
 * @self: a profile
 */
void clinch_customer_profile_free   (ClinchCustomerProfile  *self);

/**
 * clinch_customer_profile_line:
 * @self: a profile
 * @index: place of a dimension
 *
 * Returns: (transfer none): its line
 */
const ClinchProfileLine *
clinch_customer_profile_line        (const ClinchCustomerProfile *self,
                                     guint                        index);

/**
 * clinch_profile_line_is_gap:
 * @self: a line of a profile
 *
 * Returns: whether the dimension must be known and is not. A decision chain in which nobody stands
 *   is not known either.
 */
gboolean clinch_profile_line_is_gap (const ClinchProfileLine *self);

/**
 * clinch_profile_series_of:
 * @profile: a profile
 *
 * Returns: (transfer full): its values, to compare another profile with
 */
ClinchProfileSeries *
clinch_profile_series_of            (const ClinchCustomerProfile *profile)
                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_series_of_grade:
 * @db: a workspace
 * @rules: its rules
 * @grade: code of a grade
 * @error: where the reason goes
 *
 * The median, dimension by dimension, of the customers of a grade for whom it is known; between two
 * values that stand in the middle their mean, rounded half up. It reads the values that are
 * maintained, so it holds for now.
 *
 * Returns: (transfer full) (nullable): the medians
 */
ClinchProfileSeries *
clinch_profile_series_of_grade      (ClinchDb                  *db,
                                     const ClinchProfileRules  *rules,
                                     const char                *grade,
                                     GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_series_free:
 * @self: a series
 */
void clinch_profile_series_free     (ClinchProfileSeries    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchCustomerProfile, clinch_customer_profile_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchProfileSeries, clinch_profile_series_free)

G_END_DECLS
