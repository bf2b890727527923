// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sample workspace.
//
// It is written unit by unit: customers with their contacts, then each opportunity with its stage
// moves and follow-ups. That keeps what belongs together in neighbouring pages of the database,
// which is what makes a million follow-ups quick to write. Each unit draws its numbers from a
// sequence of its own, so a unit does not depend on how many there are.
//
// Everything goes through the step like any other change: it is logged, indexed and can be undone.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample.h"

#include "clinch-sample-private.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A big company has fewer teams than it has forties of customers. */
#define MAX_TEAMS 50

/* Where the sequences of numbers begin that are not those of units or teams. */
#define INSIGHT_STREAMS (G_GUINT64_CONSTANT (1) << 40)
#define ASIDE_STREAMS (G_GUINT64_CONSTANT (1) << 41)
#define NEEDS_STREAMS (G_GUINT64_CONSTANT (1) << 42)
#define TARGETS_STREAM (G_GUINT64_CONSTANT (1) << 43)
#define BIRTHDAY_STREAMS (G_GUINT64_CONSTANT (1) << 44)

/* The random bits: salt, number, noise. They rise, so the index of uids grows at its end. */
static void
make_uid (ClinchSample *self,
          ClinchUid    *uid)
{
  guint32 noise = clinch_sample_random_next (&self->random);
  guint32 number = ++self->n_uids;
  guint8 random[10] = {
    self->salt[0], self->salt[1], self->salt[2],
    number >> 24, number >> 16, number >> 8, number,
    noise >> 16, noise >> 8, noise,
  };

  clinch_uid_new_at (uid, self->now * 1000, random);
}

gint64
clinch_sample_insert (ClinchSample  *self,
                      ClinchRow     *row,
                      GError       **error)
{
  make_uid (self, &row->uid);
  if (row->created_at == 0)
    row->created_at = self->now;

  return clinch_txn_insert (self->txn, row, error);
}

void
clinch_sample_set_text (ClinchRow  *row,
                        int         field,
                        const char *text)
{
  if (text != NULL && *text != '\0')
    clinch_row_take_text (row, field, g_strdup (text));
}

static ClinchSamplePhase
phase_of_code (const char *code,
               guint       position)
{
  static const struct
  {
    const char *code;
    ClinchSamplePhase phase;
  } phases[] = {
    { "lead", CLINCH_SAMPLE_PHASE_LEAD },
    { "first-talks", CLINCH_SAMPLE_PHASE_FIRST },
    { "first-contact", CLINCH_SAMPLE_PHASE_FIRST },
    { "needs-confirmed", CLINCH_SAMPLE_PHASE_NEEDS },
    { "proposal", CLINCH_SAMPLE_PHASE_PROPOSAL },
    { "quote", CLINCH_SAMPLE_PHASE_QUOTE },
    { "negotiation", CLINCH_SAMPLE_PHASE_NEGOTIATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    if (g_strcmp0 (phases[i].code, code) == 0)
      return phases[i].phase;

  /* A stage that the user made: what is usual so far along the way. */
  return MIN (CLINCH_SAMPLE_PHASE_FIRST + position, CLINCH_SAMPLE_PHASE_NEGOTIATION);
}

static void
take_stage (ClinchSamplePipeline *pipeline,
            const ClinchRow      *row)
{
  const char *type = clinch_row_text (row, CLINCH_STAGE_TYPE);
  ClinchSampleStage *stage = &pipeline->open[pipeline->n_open];
  gint64 limit = clinch_row_int (row, CLINCH_STAGE_LIMIT);

  if (g_strcmp0 (type, "won") == 0)
    {
      pipeline->won = (ClinchSampleStage) { .id = row->id, .phase = CLINCH_SAMPLE_PHASE_WON,
                                            .limit = 14, .probability = 100 };
      return;
    }
  if (g_strcmp0 (type, "lost") == 0)
    {
      pipeline->lost = (ClinchSampleStage) { .id = row->id, .phase = CLINCH_SAMPLE_PHASE_LOST,
                                             .limit = 14 };
      return;
    }

  stage->id = row->id;
  stage->phase = phase_of_code (clinch_row_text (row, CLINCH_STAGE_CODE), pipeline->n_open);
  stage->limit = limit > 0 ? MIN (limit, 60) : 14;
  stage->probability = clinch_row_int (row, CLINCH_STAGE_PROBABILITY);
  pipeline->n_open++;
}

static gboolean
load_stages (ClinchSample          *self,
             ClinchSamplePipeline  *pipeline,
             GError               **error)
{
  g_autoptr(GPtrArray) rows = clinch_db_load_rows (clinch_txn_db (self->txn), error,
                                                   CLINCH_KIND_STAGE,
                                                   "WHERE pipeline_id = ? AND deleted_at IS NULL ORDER BY position, id",
                                                   "i", pipeline->id);

  if (rows == NULL)
    return FALSE;

  pipeline->open = g_new0 (ClinchSampleStage, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    take_stage (pipeline, g_ptr_array_index (rows, i));

  return TRUE;
}

static gboolean
is_usable (const ClinchSamplePipeline *pipeline)
{
  /* A path holds each open stage, a loop and the end. */
  return pipeline->n_open > 0 && pipeline->n_open + 3 < CLINCH_SAMPLE_MAX_PATH &&
         pipeline->won.id != 0 && pipeline->lost.id != 0;
}

gboolean
clinch_sample_load_pipelines (ClinchSample  *self,
                              GError       **error)
{
  g_autoptr(GPtrArray) rows = clinch_db_load_rows (clinch_txn_db (self->txn), error,
                                                   CLINCH_KIND_PIPELINE,
                                                   "WHERE deleted_at IS NULL ORDER BY position, id", "");

  if (rows == NULL)
    return FALSE;

  self->pipelines = g_new0 (ClinchSamplePipeline, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      const ClinchRow *row = g_ptr_array_index (rows, i);
      ClinchSamplePipeline *pipeline = &self->pipelines[self->n_pipelines];

      pipeline->id = row->id;
      if (!load_stages (self, pipeline, error))
        return FALSE;
      if (is_usable (pipeline))
        self->n_pipelines++;
      else
        {
          g_free (pipeline->open);
          *pipeline = (ClinchSamplePipeline) { 0 };
        }
    }
  if (self->n_pipelines > 0)
    return TRUE;

  g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                       _("Sample data needs a pipeline with open stages, a won and a lost one. "
                         "Make a new workspace for it."));
  return FALSE;
}

static gboolean
check_empty (ClinchTxn  *txn,
             GError    **error)
{
  gint64 n_records;
  gint64 n_members;

  if (!clinch_db_query_int (clinch_txn_db (txn), &n_records, NULL, error,
                            "SELECT count (*) FROM (SELECT id FROM customer WHERE deleted_at IS NULL LIMIT 1)", "") ||
      !clinch_db_query_int (clinch_txn_db (txn), &n_members, NULL, error,
                            "SELECT count (*) FROM member WHERE deleted_at IS NULL", ""))
    return FALSE;
  if (n_records == 0 && n_members <= 1)
    return TRUE;

  g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                       _("This workspace holds data already. Make a new one for the sample data."));
  return FALSE;
}

/* Keeps uids of one sample apart from those of another in the same workspace at the same time: the
 * log has grown since. */
static gboolean
make_salt (ClinchSample  *self,
           GError       **error)
{
  ClinchSampleRandom random;
  gint64 last_change;
  guint32 salt;

  if (!clinch_db_query_int (clinch_txn_db (self->txn), &last_change, NULL, error,
                            "SELECT max (id) FROM change", ""))
    return FALSE;

  clinch_sample_random_init (&random, self->seed, last_change);
  salt = clinch_sample_random_next (&random);
  self->salt[0] = salt >> 16;
  self->salt[1] = salt >> 8;
  self->salt[2] = salt;

  return TRUE;
}

static void
clear_person (ClinchSampleMember *member)
{
  clinch_sample_person_clear (&member->person);
}

static void
clear_team (ClinchSampleTeam *team)
{
  clear_person (&team->manager);
  for (int i = 0; i < CLINCH_SAMPLE_SELLERS; i++)
    clear_person (&team->sellers[i]);
  for (int i = 0; i < CLINCH_SAMPLE_PRESALES; i++)
    clear_person (&team->presales[i]);
  clear_person (&team->marketing);
  g_free (team->chief);
}

static void
free_sample (ClinchSample *self)
{
  clinch_sample_clear_customers (self);
  for (guint i = 0; i < self->n_pipelines; i++)
    g_free (self->pipelines[i].open);
  g_free (self->pipelines);
  for (guint i = 0; i < self->n_teams; i++)
    clear_team (&self->teams[i]);
  g_free (self->material_ids);
  g_free (self->teams);
  g_clear_pointer (&self->dimensions, g_ptr_array_unref);
  g_clear_pointer (&self->names, clinch_sample_names_free);
  g_clear_pointer (&self->words, clinch_sample_words_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchSample, free_sample)

/* Profiles and decision chains draw from a sequence of their own: what was there before them does
 * not depend on them. */
static gboolean
add_insights (ClinchSample  *self,
              GError       **error)
{
  clinch_sample_random_init (&self->random, self->seed, INSIGHT_STREAMS + self->unit);
  self->n_silent_mentors = 0;
  for (guint i = 0; i < CLINCH_SAMPLE_CUSTOMERS; i++)
    {
      ClinchSampleCustomer *customer = &self->customers[i];
      gboolean is_anchor = self->unit == 0 && i == 0;

      if (is_anchor ? !clinch_sample_add_anchor_plan (self, customer, error)
          : !clinch_sample_add_chain (self, customer, error)
            || !clinch_sample_add_profile (self, customer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_unit (ClinchSample  *self,
          GError       **error)
{
  clinch_sample_random_init (&self->random, self->seed, self->unit);
  clinch_sample_random_init (&self->aside, self->seed, ASIDE_STREAMS + self->unit);
  clinch_sample_random_init (&self->needs, self->seed, NEEDS_STREAMS + self->unit);
  clinch_sample_random_init (&self->birthdays, self->seed, BIRTHDAY_STREAMS + self->unit);
  self->team = &self->teams[self->unit % self->n_teams];
  if (!clinch_sample_add_customers (self, error) || !clinch_sample_add_deals (self, error))
    return FALSE;

  for (guint i = 0; i < CLINCH_SAMPLE_CUSTOMERS; i++)
    if (!clinch_sample_keep_in_touch (self, &self->customers[i], error))
      return FALSE;
  if (!add_insights (self, error))
    return FALSE;
  clinch_sample_clear_customers (self);

  return TRUE;
}

static gboolean
add_units (ClinchSample          *self,
           int                    scale,
           ClinchSampleProgress   progress,
           gpointer               user_data,
           GError               **error)
{
  GCancellable *cancellable = clinch_db_get_cancellable (clinch_txn_db (self->txn));

  for (int i = 0; i < scale; i++)
    {
      self->unit = i;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_unit (self, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, scale, user_data);
    }

  return TRUE;
}

gboolean
clinch_sample_fill (ClinchTxn             *txn,
                    int                    scale,
                    guint64                seed,
                    const char            *language,
                    ClinchSampleProgress   progress,
                    gpointer               user_data,
                    GError               **error)
{
  g_autoptr(ClinchSample) self = g_new0 (ClinchSample, 1);
  gboolean chinese = g_str_equal (language, "zh");

  g_return_val_if_fail (scale >= 1 && scale <= CLINCH_SAMPLE_MAX_SCALE, FALSE);

  self->txn = txn;
  self->seed = seed;
  self->now = clinch_txn_now (txn);
  self->style = chinese ? CLINCH_MONEY_CHINESE : CLINCH_MONEY_WESTERN;
  self->words = clinch_sample_words_new (chinese ? "zh" : "en", error);
  if (self->words == NULL || !check_empty (txn, error) || !make_salt (self, error)
      || !clinch_sample_load_pipelines (self, error)
      || !clinch_sample_load_dimensions (self, error))
    return FALSE;

  self->names = clinch_sample_names_new (self->words);
  self->n_teams = MIN (scale, MAX_TEAMS);
  self->teams = g_new0 (ClinchSampleTeam, self->n_teams);
  clinch_sample_read_clock (self);
  clinch_txn_set_action (txn, CLINCH_ACTION_SAMPLE, NULL);

  if (!clinch_sample_add_teams (self, error) || !clinch_sample_add_materials (self, error)
      || !add_units (self, scale, progress, user_data, error))
    return FALSE;

  clinch_sample_random_init (&self->random, self->seed, TARGETS_STREAM);
  return clinch_sample_add_targets (self, error);
}
