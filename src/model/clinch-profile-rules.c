// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-rules.h"

#include <string.h>

static const char *const measure_codes[] = {
  [CLINCH_MEASURE_REVENUE] = "revenue",
  [CLINCH_MEASURE_EMPLOYEES] = "employees",
  [CLINCH_MEASURE_WON_VALUE] = "won-value",
  [CLINCH_MEASURE_GROWTH] = "growth",
  [CLINCH_MEASURE_CHAIN] = "chain",
  [CLINCH_MEASURE_WARMTH] = "warmth",
};

static void
dimension_free (gpointer data)
{
  ClinchDimensionRule *self = data;

  g_free (self->name);
  g_free (self->code);
  g_free (self->definition);
  g_array_unref (self->tags);
  g_ptr_array_unref (self->tag_names);
  g_array_unref (self->rungs);
  g_free (self);
}

static ClinchMeasure
read_measure (const ClinchRow *row)
{
  const char *known_by = clinch_row_text (row, CLINCH_DIMENSION_KNOWN_BY);
  const char *code = clinch_row_text (row, CLINCH_DIMENSION_MEASURE);

  if (code == NULL || g_strcmp0 (known_by, "tags") == 0)
    return CLINCH_MEASURE_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (measure_codes); i++)
    if (g_strcmp0 (measure_codes[i], code) == 0)
      return i;

  return CLINCH_MEASURE_NONE;
}

static ClinchDimensionRule *
dimension_new (const ClinchRow *row)
{
  ClinchDimensionRule *self = g_new0 (ClinchDimensionRule, 1);

  self->id = row->id;
  self->name = g_strdup (clinch_row_text (row, CLINCH_DIMENSION_NAME));
  self->code = g_strdup (clinch_row_text (row, CLINCH_DIMENSION_CODE));
  self->definition = g_strdup (clinch_row_text (row, CLINCH_DIMENSION_DEFINITION));
  self->weight = CLAMP (clinch_row_int (row, CLINCH_DIMENSION_WEIGHT), 0, G_MAXINT16);
  self->half_life = CLAMP (clinch_row_int (row, CLINCH_DIMENSION_HALF_LIFE), 0, G_MAXINT);
  self->measure = read_measure (row);
  self->computed = self->measure > CLINCH_MEASURE_EMPLOYEES;
  self->several = g_strcmp0 (clinch_row_text (row, CLINCH_DIMENSION_SEVERAL), "yes") == 0;
  self->required = g_strcmp0 (clinch_row_text (row, CLINCH_DIMENSION_REQUIRED), "yes") == 0;
  self->tags = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->tag_names = g_ptr_array_new_with_free_func (g_free);
  self->rungs = g_array_new (FALSE, FALSE, sizeof (ClinchProfileRung));

  return self;
}

/* The records of @kind as they would be with @edits; those that are retired then are left out. */
static GPtrArray *
load_rows (ClinchDb         *db,
           ClinchKind        kind,
           int               retired,
           const char       *tail,
           const GPtrArray  *edits,
           GError          **error)
{
  g_autoptr(GPtrArray) rows = clinch_db_load_rows (db, error, kind, tail, "");

  for (guint i = 0; rows != NULL && edits != NULL && i < edits->len; i++)
    for (guint j = 0; j < rows->len; j++)
      {
        const ClinchRow *edit = edits->pdata[i];
        ClinchRow *row = rows->pdata[j];

        if (edit->kind == kind && edit->id == row->id)
          clinch_row_apply (row, edit);
      }
  for (guint i = 0; rows != NULL && retired >= 0 && i < rows->len;)
    if (g_strcmp0 (clinch_row_text (rows->pdata[i], retired), "yes") == 0)
      g_ptr_array_remove_index (rows, i);
    else
      i++;

  return g_steal_pointer (&rows);
}

static gboolean
load_dimensions (ClinchProfileRules  *self,
                 ClinchDb            *db,
                 const GPtrArray     *edits,
                 GError             **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = load_rows (db, CLINCH_KIND_DIMENSION, CLINCH_DIMENSION_RETIRED,
                    "WHERE deleted_at IS NULL ORDER BY position, id", edits, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (self->dimensions, dimension_new (rows->pdata[i]));

  return rows != NULL;
}

static void
add_tag (ClinchProfileRules *self,
         const ClinchRow    *row)
{
  int place = clinch_profile_rules_find (self, clinch_row_int (row, CLINCH_TAG_DIMENSION));
  ClinchProfileRung rung = { G_MININT64, CLAMP (clinch_row_int (row, CLINCH_TAG_SCORE), 0, 100) };
  ClinchDimensionRule *dimension;

  if (place < 0)
    return;

  dimension = self->dimensions->pdata[place];
  if (!clinch_row_is_null (row, CLINCH_TAG_LEAST))
    rung.least = clinch_row_int (row, CLINCH_TAG_LEAST);
  g_array_append_val (dimension->tags, row->id);
  g_ptr_array_add (dimension->tag_names, g_strdup (clinch_row_text (row, CLINCH_TAG_NAME)));
  g_array_append_val (dimension->rungs, rung);
}

static gboolean
load_tags (ClinchProfileRules  *self,
           ClinchDb            *db,
           const GPtrArray     *edits,
           GError             **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = load_rows (db, CLINCH_KIND_TAG, CLINCH_TAG_RETIRED,
                    "WHERE deleted_at IS NULL ORDER BY position, id", edits, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_tag (self, rows->pdata[i]);

  return rows != NULL;
}

static gboolean
load_grades (ClinchProfileRules  *self,
             ClinchDb            *db,
             const GPtrArray     *edits,
             GError             **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = load_rows (db, CLINCH_KIND_GRADE_RULE, -1, "WHERE deleted_at IS NULL ORDER BY id", edits,
                    error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      ClinchGradeRule rule = {
        g_intern_string (clinch_row_text (row, CLINCH_GRADE_RULE_GRADE)),
        clinch_row_int (row, CLINCH_GRADE_RULE_LEAST_SCORE),
        clinch_row_int (row, CLINCH_GRADE_RULE_LEAST_COMPLETENESS),
      };

      g_array_append_val (self->grades, rule);
    }

  return rows != NULL;
}

static gint64 *
quantiles_of (ClinchProfileRules *self,
              const char         *measure,
              const char         *currency)
{
  g_autofree char *key = g_strconcat (measure, " ", currency, NULL);
  gint64 *table = g_hash_table_lookup (self->quantiles, key);

  if (table == NULL)
    {
      table = g_new0 (gint64, CLINCH_N_QUANTILES);
      g_hash_table_insert (self->quantiles, g_steal_pointer (&key), table);
    }

  return table;
}

static gboolean
load_quantiles (ClinchProfileRules  *self,
                ClinchDb            *db,
                GError             **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (db, "SELECT measure, currency, percent, value FROM value_quantile"
                                     " WHERE percent BETWEEN 1 AND 100", error);
  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        quantiles_of (self, clinch_statement_text (statement, 0),
                      clinch_statement_text (statement, 1))[clinch_statement_int (statement, 2) - 1]
          = clinch_statement_int (statement, 3);
    }

  return TRUE;
}

ClinchProfileRules *
clinch_profile_rules_load (ClinchDb  *db,
                           GError   **error)
{
  return clinch_profile_rules_load_with (db, NULL, error);
}

ClinchProfileRules *
clinch_profile_rules_load_with (ClinchDb         *db,
                                const GPtrArray  *edits,
                                GError          **error)
{
  g_autoptr(ClinchProfileRules) self = g_new0 (ClinchProfileRules, 1);

  g_atomic_ref_count_init (&self->refs);
  self->dimensions = g_ptr_array_new_with_free_func (dimension_free);
  self->grades = g_array_new (FALSE, FALSE, sizeof (ClinchGradeRule));
  self->quantiles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!load_dimensions (self, db, edits, error) || !load_tags (self, db, edits, error)
      || !load_grades (self, db, edits, error) || !load_quantiles (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

ClinchProfileRules *
clinch_profile_rules_ref (ClinchProfileRules *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
clinch_profile_rules_unref (ClinchProfileRules *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->dimensions);
  g_array_unref (self->grades);
  g_hash_table_unref (self->quantiles);
  g_free (self);
}

const gint64 *
clinch_profile_rules_quantiles (const ClinchProfileRules *self,
                                const char               *measure,
                                const char               *currency)
{
  g_autofree char *key = g_strconcat (measure, " ", currency, NULL);

  return g_hash_table_lookup (self->quantiles, key);
}

int
clinch_profile_rules_find (const ClinchProfileRules *self,
                           gint64                    id)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    if (((const ClinchDimensionRule *) self->dimensions->pdata[i])->id == id)
      return i;

  return -1;
}

int
clinch_dimension_rule_find_tag (const ClinchDimensionRule *self,
                                gint64                     tag_id)
{
  for (guint i = 0; i < self->tags->len; i++)
    if (g_array_index (self->tags, gint64, i) == tag_id)
      return i;

  return -1;
}

static const char *
grade_of_rule (const ClinchProfileRules *self,
               int                       rule)
{
  return rule >= 0 ? g_array_index (self->grades, ClinchGradeRule, rule).code : NULL;
}

const char *
clinch_profile_rules_grade (const ClinchProfileRules  *self,
                            const ClinchProfileScore  *score,
                            const char               **by_score)
{
  ClinchGrade grade = clinch_profile_grade ((const ClinchGradeRule *) self->grades->data,
                                            self->grades->len, score->score, score->completeness);
  gboolean is_thin = clinch_profile_is_thin (score->filled);

  if (by_score != NULL)
    *by_score = is_thin ? NULL : grade_of_rule (self, grade.by_score);

  return is_thin ? NULL : grade_of_rule (self, grade.rule);
}

int
clinch_profile_rules_strategic (const ClinchProfileRules *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    if (g_strcmp0 (((const ClinchDimensionRule *) self->dimensions->pdata[i])->code,
                   "strategy") == 0)
      return i;

  return -1;
}
