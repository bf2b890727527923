// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-predictions.h"

#include <glib/gi18n-lib.h>

/* So many points to either side are chance. */
#define FAIR 5

/* What one owner thought, while it is read. */
typedef struct
{
  gint64 id;
  char *name;
  GArray *predictions; /* ClinchPrediction */
} Owner;

static void
owner_free (gpointer data)
{
  Owner *self = data;

  g_free (self->name);
  g_array_unref (self->predictions);
  g_free (self);
}

static Owner *
owner_new (gint64      id,
           const char *name)
{
  Owner *self = g_new0 (Owner, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->predictions = g_array_new (FALSE, FALSE, sizeof (ClinchPrediction));

  return self;
}

/* The first gathers all of them; the answer comes owner by owner. */
static gboolean
read_owners (ClinchDb   *db,
             GPtrArray  *owners,
             GError    **error)
{
  g_autoptr(ClinchStatement) statement =
    clinch_db_prepare (db, "SELECT o.owner_id, m.name, o.predicted, s.type = 'won'"
                           " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                           " JOIN member AS m ON m.id = o.owner_id"
                           " WHERE o.predicted IS NOT NULL AND o.deleted_at IS NULL"
                           " AND s.type <> 'open' ORDER BY o.owner_id", error);
  Owner *all = owners->pdata[0];
  gboolean has_row = TRUE;

  while (statement != NULL && clinch_statement_step (statement, &has_row, error) && has_row)
    {
      gint64 id = clinch_statement_int (statement, 0);
      Owner *owner = owners->pdata[owners->len - 1];
      ClinchPrediction prediction = { (int) clinch_statement_int (statement, 2),
                                      clinch_statement_int (statement, 3) != 0 };

      if (owner->id != id)
        {
          owner = owner_new (id, clinch_statement_text (statement, 1));
          g_ptr_array_add (owners, owner);
        }
      g_array_append_val (owner->predictions, prediction);
      g_array_append_val (all->predictions, prediction);
    }

  return statement != NULL && !has_row;
}

static void
predictor_free (gpointer data)
{
  ClinchPredictor *self = data;

  g_free (self->name);
  g_free (self);
}

static int
compare_predictors (gconstpointer a,
                    gconstpointer b)
{
  const ClinchPredictor *first = *(const ClinchPredictor *const *) a;
  const ClinchPredictor *second = *(const ClinchPredictor *const *) b;

  if ((first->member_id == 0) != (second->member_id == 0))
    return first->member_id == 0 ? -1 : 1;

  return first->calibration.all.n > second->calibration.all.n ? -1
         : first->calibration.all.n < second->calibration.all.n ? 1 : 0;
}

GPtrArray *
clinch_predictions_load (ClinchDb  *db,
                         GError   **error)
{
  g_autoptr(GPtrArray) owners = g_ptr_array_new_with_free_func (owner_free);
  GPtrArray *predictors;

  g_ptr_array_add (owners, owner_new (0, NULL));
  if (!read_owners (db, owners, error))
    return NULL;

  predictors = g_ptr_array_new_with_free_func (predictor_free);
  for (guint i = 0; i < owners->len; i++)
    {
      Owner *owner = owners->pdata[i];
      ClinchPredictor *predictor = g_new0 (ClinchPredictor, 1);

      predictor->member_id = owner->id;
      predictor->name = g_steal_pointer (&owner->name);
      clinch_calibration_work_out ((const ClinchPrediction *) owner->predictions->data,
                                   owner->predictions->len, &predictor->calibration);
      g_ptr_array_add (predictors, predictor);
    }
  g_ptr_array_sort (predictors, compare_predictors);

  return predictors;
}

char *
clinch_predictor_text (const ClinchPredictor *self)
{
  const ClinchCalibrationBand *all = &self->calibration.all;

  if (all->n == 0)
    return g_strdup (_("No opportunity with a probability of one's own has ended yet"));

  /* Translators: how many opportunities ended, mean of their probabilities, share won, score. */
  return g_strdup_printf (ngettext ("%1$u ended: %2$d%% expected, %3$d%% won, Brier score "
                                    "%4$.2f",
                                    "%1$u ended: %2$d%% expected, %3$d%% won, Brier score "
                                    "%4$.2f",
                                    all->n),
                          all->n, all->expected, all->happened,
                          self->calibration.brier / 1000.0);
}

char *
clinch_predictor_verdict (const ClinchPredictor *self)
{
  int lean = clinch_calibration_lean (&self->calibration);

  if (self->calibration.all.n < CLINCH_CALIBRATION_LEAST)
    return g_strdup (_("Too few to say"));
  if (ABS (lean) <= FAIR)
    return g_strdup (_("About right"));
  if (lean > 0)
    return g_strdup_printf (ngettext ("%d point too hopeful", "%d points too hopeful", lean), lean);

  return g_strdup_printf (ngettext ("%d point too timid", "%d points too timid", -lean), -lean);
}
