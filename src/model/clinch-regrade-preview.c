// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same rules, values and grades as when the change is made (clinch-profile-derive.c), on a
// connection that only reads: nobody who writes waits for a preview.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-regrade-preview.h"

#include "clinch-profile-facts.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define CUSTOMERS_PER_REPORT 256

/* A customer as it stands. */
typedef struct
{
  gint64 id;
  const char *grade;
  const char *by_profile;
  gboolean follows;
} Standing;

typedef struct
{
  ClinchRegradePreview *preview;
  ClinchDb *db;
  ClinchProfileRules *rules;
  gint64 now;
  /* The maintained values, customer by customer; NULL where they are worked out from records. */
  ClinchStatement *values;
  gboolean has_value;
} Pass;

static void
clear_pass (Pass *pass)
{
  g_clear_pointer (&pass->rules, clinch_profile_rules_unref);
  g_clear_pointer (&pass->values, clinch_statement_release);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, clear_pass)

static void
regrade_free (gpointer data)
{
  ClinchRegrade *regrade = data;

  g_free (regrade->name);
  g_free (regrade);
}

/* Weights and thresholds leave the values of the dimensions as they are; so does retiring one. */
static gboolean
changes_values (const GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const ClinchRow *edit = edits->pdata[i];

      if (edit->kind == CLINCH_KIND_TAG
          || (edit->kind == CLINCH_KIND_DIMENSION
              && (clinch_row_has (edit, CLINCH_DIMENSION_SEVERAL)
                  || (clinch_row_has (edit, CLINCH_DIMENSION_RETIRED)
                      && clinch_row_is_null (edit, CLINCH_DIMENSION_RETIRED)))))
        return TRUE;
    }

  return FALSE;
}

static GArray *
load_standings (ClinchDb  *db,
                GError   **error)
{
  g_autoptr(GArray) standings = g_array_new (FALSE, FALSE, sizeof (Standing));
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (db, "SELECT id, grade, auto_grade, grade_reason FROM customer"
                                     " WHERE deleted_at IS NULL ORDER BY id", error);
  if (statement == NULL)
    return NULL;
  while (has_row)
    {
      Standing standing;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      standing.id = clinch_statement_int (statement, 0);
      standing.grade = g_intern_string (clinch_statement_text (statement, 1));
      standing.by_profile = g_intern_string (clinch_statement_text (statement, 2));
      standing.follows = clinch_profile_grade_follows (standing.grade, standing.by_profile,
                                                       clinch_statement_text (statement, 3));
      g_array_append_val (standings, standing);
    }

  return g_steal_pointer (&standings);
}

static gboolean
weigh_kept_values (Pass                *pass,
                   gint64               customer_id,
                   ClinchProfileScore  *score,
                   GError             **error)
{
  GPtrArray *rules = pass->rules->dimensions;
  g_autofree ClinchProfileDimension *dimensions = g_new (ClinchProfileDimension, rules->len + 1);

  for (guint i = 0; i < rules->len; i++)
    {
      dimensions[i].weight = ((const ClinchDimensionRule *) rules->pdata[i])->weight;
      dimensions[i].value = CLINCH_PROFILE_UNKNOWN;
    }
  while (pass->has_value && clinch_statement_int (pass->values, 0) <= customer_id)
    {
      int place = clinch_profile_rules_find (pass->rules, clinch_statement_int (pass->values, 1));

      if (place >= 0 && clinch_statement_int (pass->values, 0) == customer_id)
        dimensions[place].value = clinch_statement_int (pass->values, 2);
      if (!clinch_statement_step (pass->values, &pass->has_value, error))
        return FALSE;
    }
  *score = clinch_profile_score (dimensions, rules->len, NULL);

  return TRUE;
}

static gboolean
score_customer (Pass                *pass,
                gint64               customer_id,
                ClinchProfileScore  *score,
                GError             **error)
{
  g_autoptr(ClinchProfileFacts) facts = NULL;

  if (pass->values != NULL)
    return weigh_kept_values (pass, customer_id, score, error);

  facts = clinch_profile_facts_load (pass->db, pass->rules, customer_id, pass->now, FALSE, error);
  if (facts != NULL)
    *score = clinch_profile_facts_score (facts, pass->rules, NULL);

  return facts != NULL;
}

static gboolean
grade_customer (Pass            *pass,
                const Standing  *standing,
                GError         **error)
{
  ClinchProfileScore score;
  const char *grade;
  ClinchRegrade *regrade;

  if (!score_customer (pass, standing->id, &score, error))
    return FALSE;
  grade = clinch_profile_rules_grade (pass->rules, &score, NULL);
  if (!standing->follows)
    pass->preview->n_by_hand += grade != standing->by_profile;
  if (!standing->follows || grade == standing->grade)
    return TRUE;

  regrade = g_new0 (ClinchRegrade, 1);
  regrade->customer_id = standing->id;
  regrade->name = clinch_db_name_of (pass->db, CLINCH_KIND_CUSTOMER, standing->id);
  regrade->from = standing->grade;
  regrade->to = grade;
  regrade->score = score.score;
  regrade->completeness = score.completeness;
  g_ptr_array_add (pass->preview->regrades, regrade);

  return TRUE;
}

/* Place of a grade in the list of grades, the best first; none comes last. */
static int
rank_of (const char *grade)
{
  int n_values;
  const ClinchChoiceValue *values = clinch_choice_values (CLINCH_CHOICE_GRADE, &n_values);

  for (int i = 0; i < n_values; i++)
    if (g_strcmp0 (values[i].code, grade) == 0)
      return i;

  return n_values;
}

static int
compare_regrades (gconstpointer a,
                  gconstpointer b)
{
  const ClinchRegrade *one = *(const ClinchRegrade *const *) a;
  const ClinchRegrade *other = *(const ClinchRegrade *const *) b;

  if (one->from != other->from)
    return rank_of (one->from) - rank_of (other->from);
  if (one->to != other->to)
    return rank_of (one->to) - rank_of (other->to);

  return one->customer_id < other->customer_id ? -1 : one->customer_id > other->customer_id;
}

static void
sum_moves (ClinchRegradePreview *self)
{
  g_ptr_array_sort (self->regrades, compare_regrades);
  for (guint i = 0; i < self->regrades->len; i++)
    {
      const ClinchRegrade *regrade = self->regrades->pdata[i];
      ClinchRegradeMove *last = self->moves->len > 0
                                ? &g_array_index (self->moves, ClinchRegradeMove,
                                                  self->moves->len - 1) : NULL;
      ClinchRegradeMove move = { regrade->from, regrade->to, 1 };

      if (last != NULL && last->from == move.from && last->to == move.to)
        last->n_customers++;
      else
        g_array_append_val (self->moves, move);
    }
}

static gboolean
start (Pass             *pass,
       const GPtrArray  *edits,
       GError          **error)
{
  pass->rules = clinch_profile_rules_load_with (pass->db, edits, error);
  if (pass->rules == NULL)
    return FALSE;
  if (changes_values (edits))
    return TRUE;

  pass->values = clinch_db_prepare (pass->db, "SELECT customer_id, dimension_id, value"
                                              " FROM profile_value"
                                              " ORDER BY customer_id, dimension_id", error);
  return pass->values != NULL && clinch_statement_step (pass->values, &pass->has_value, error);
}

static ClinchRegradePreview *
preview_new (void)
{
  ClinchRegradePreview *self = g_new0 (ClinchRegradePreview, 1);

  self->regrades = g_ptr_array_new_with_free_func (regrade_free);
  self->moves = g_array_new (FALSE, FALSE, sizeof (ClinchRegradeMove));

  return self;
}

ClinchRegradePreview *
clinch_regrade_preview_load (ClinchDb               *db,
                             const GPtrArray        *edits,
                             gint64                  now,
                             ClinchRegradeProgress   progress,
                             gpointer                progress_data,
                             GError                **error)
{
  g_autoptr(ClinchRegradePreview) self = preview_new ();
  g_auto(Pass) pass = { self, db, NULL, now, NULL, FALSE };
  g_autoptr(GArray) standings = NULL;

  standings = load_standings (db, error);
  if (standings == NULL || !start (&pass, edits, error))
    return NULL;

  self->n_customers = standings->len;
  for (guint i = 0; i < standings->len; i++)
    {
      if (progress != NULL && i % CUSTOMERS_PER_REPORT == 0)
        progress (i, standings->len, progress_data);
      if (g_cancellable_set_error_if_cancelled (clinch_db_get_cancellable (db), error)
          || !grade_customer (&pass, &g_array_index (standings, Standing, i), error))
        return NULL;
    }
  sum_moves (self);

  return g_steal_pointer (&self);
}

const char *
clinch_regrade_grade_label (const char *grade)
{
  return grade != NULL ? clinch_choice_label (CLINCH_CHOICE_GRADE, grade)
         : C_("profile", "None");
}

void
clinch_regrade_preview_free (ClinchRegradePreview *self)
{
  g_ptr_array_unref (self->regrades);
  g_array_unref (self->moves);
  g_free (self);
}
