// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"
#include "clinch-profile.h"

G_BEGIN_DECLS

/**
 * ClinchMeasure:
 *
 * What stands behind a dimension that is not known by tags alone; the codes are those of
 * %CLINCH_CHOICE_MEASURE.
 */
typedef enum
{
  CLINCH_MEASURE_NONE,
  CLINCH_MEASURE_REVENUE,
  CLINCH_MEASURE_EMPLOYEES,
  CLINCH_MEASURE_WON_VALUE,
  CLINCH_MEASURE_GROWTH,
  CLINCH_MEASURE_CHAIN,
  CLINCH_MEASURE_WARMTH,
} ClinchMeasure;

/**
 * ClinchDimensionRule:
 * @id: key of the dimension
 * @name: what it is called
 * @code: (nullable): its code
 * @definition: (nullable): what it says
 * @weight: its weight
 * @half_life: days, 0 for never
 * @measure: what its number is; %CLINCH_MEASURE_NONE where it is known by tags alone
 * @computed: whether the measure is worked out from records and not a field of the customer
 * @several: whether several tags may be set
 * @required: whether a profile without it has a gap
 * @tags: keys of its tags in use, in order
 * @tag_names: (element-type utf8): their names
 * @rungs: #ClinchProfileRung of each, the least number and the score
 *
 * A dimension in use, with its ladder.
 */
typedef struct
{
  gint64         id;
  char          *name;
  char          *code;
  char          *definition;
  int            weight;
  int            half_life;
  ClinchMeasure  measure;
  gboolean       computed;
  gboolean       several;
  gboolean       required;
  GArray        *tags;
  GPtrArray     *tag_names;
  GArray        *rungs;
} ClinchDimensionRule;

/**
 * ClinchProfileRules:
 * @dimensions: (element-type ClinchDimensionRule): those in use, in order
 * @grades: (element-type ClinchGradeRule): the rules of the grades
 *
 * By what profiles are worked out: a reading of the workspace's dimensions, tags, grades and
 * quantiles at one moment.
 */
typedef struct
{
  GPtrArray *dimensions;
  GArray    *grades;
  /*< private >*/
  GHashTable *quantiles;
  gatomicrefcount refs;
} ClinchProfileRules;

#define CLINCH_N_QUANTILES 100

/**
 * clinch_profile_rules_load:
 * @db: a workspace
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): its rules as they are now
 */
ClinchProfileRules *
clinch_profile_rules_load (ClinchDb  *db,
                           GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_rules_load_with:
 * @db: a workspace
 * @edits: (nullable) (element-type ClinchRow): fields of dimensions, tags and grade rules as they
 *   might be, each row with the key of its record
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): its rules as they would be with @edits
 */
ClinchProfileRules *
clinch_profile_rules_load_with (ClinchDb         *db,
                                const GPtrArray  *edits,
                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_rules_ref:
 * @self: rules
 *
 * Returns: (transfer full): @self
 */
ClinchProfileRules *clinch_profile_rules_ref       (ClinchProfileRules        *self);

/**
 * clinch_profile_rules_unref:
 * @self: rules
 */
void                clinch_profile_rules_unref     (ClinchProfileRules        *self);

/**
 * clinch_profile_rules_quantiles:
 * @self: rules
 * @measure: "open" or "won"
 * @currency: a currency
 *
 * Returns: (transfer none) (nullable) (array fixed-size=100): the thresholds among customers of
 *   @currency, for clinch_percentile(); %NULL where there are none
 */
const gint64       *clinch_profile_rules_quantiles (const ClinchProfileRules  *self,
                                                    const char                *measure,
                                                    const char                *currency);

/**
 * clinch_profile_rules_find:
 * @self: rules
 * @id: key of a dimension
 *
 * Returns: its place in @dimensions, -1 if it is not in use
 */
int                 clinch_profile_rules_find      (const ClinchProfileRules  *self,
                                                    gint64                     id);

/**
 * clinch_dimension_rule_find_tag:
 * @self: a dimension
 * @tag_id: key of a tag
 *
 * Returns: its place in @tags, -1 if it is not a tag in use of this dimension
 */
int                 clinch_dimension_rule_find_tag (const ClinchDimensionRule *self,
                                                    gint64                     tag_id);

/**
 * clinch_profile_rules_grade:
 * @self: rules
 * @score: what a profile comes to
 * @by_score: (out) (optional) (nullable): the grade that the score alone would give, interned
 *
 * Returns: (transfer none) (nullable): the grade by the profile, interned; what is hardly known has
 *   none, rather than the lowest
 */
const char         *clinch_profile_rules_grade     (const ClinchProfileRules  *self,
                                                    const ClinchProfileScore  *score,
                                                    const char               **by_score);

/**
 * clinch_profile_rules_strategic:
 * @self: rules
 *
 * Returns: place of the dimension that weighs the value of a customer in its priority, the one with
 *   the code "strategy"; -1 if it is not in use
 */
int                 clinch_profile_rules_strategic (const ClinchProfileRules  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchProfileRules, clinch_profile_rules_unref)

G_END_DECLS
