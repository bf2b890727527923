// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-status.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-waiting.h"

static ClinchStageType
stage_type (const ClinchRow *stage)
{
  const char *code = clinch_row_text (stage, CLINCH_STAGE_TYPE);

  if (g_strcmp0 (code, "won") == 0)
    return CLINCH_STAGE_WON;

  return g_strcmp0 (code, "lost") == 0 ? CLINCH_STAGE_LOST : CLINCH_STAGE_OPEN;
}

static char **
load_done (ClinchDb         *db,
           const ClinchRow  *stage,
           GError          **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GPtrArray) before = NULL;

  before = clinch_db_load_rows (db, error, CLINCH_KIND_STAGE,
                                "WHERE pipeline_id = ? AND position < ? AND type = 'open' AND deleted_at IS NULL"
                                " ORDER BY position, id",
                                "ii", clinch_row_int (stage, CLINCH_STAGE_PIPELINE),
                                clinch_row_int (stage, CLINCH_STAGE_POSITION));
  if (before == NULL)
    return NULL;

  for (guint i = 0; i < before->len; i++)
    {
      const char *phrase = clinch_row_text (before->pdata[i], CLINCH_STAGE_DONE_PHRASE);

      if (phrase != NULL)
        g_strv_builder_add (builder, phrase);
    }

  return g_strv_builder_end (builder);
}

static gboolean
load_last (ClinchDb   *db,
           gint64      opportunity_id,
           ClinchRow **last,
           GError    **error)
{
  g_autoptr(GPtrArray) rows = clinch_db_load_rows (db, error, CLINCH_KIND_FOLLOW_UP,
                                                   "WHERE opportunity_id = ? AND deleted_at IS NULL"
                                                   " ORDER BY happened_at DESC, id DESC LIMIT 1",
                                                   "i", opportunity_id);

  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    *last = clinch_row_ref (rows->pdata[0]);

  return TRUE;
}

char *
clinch_status_load (ClinchDb          *db,
                    gint64             opportunity_id,
                    ClinchStatusForm   form,
                    const char        *today,
                    GError           **error)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, CLINCH_KIND_OPPORTUNITY, opportunity_id,
                                                 error);
  g_autoptr(ClinchRow) stage = NULL;
  g_autoptr(ClinchRow) last = NULL;
  g_auto(GStrv) done = NULL;
  g_autofree char *customer = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *waiting_for = NULL;
  char last_date[CLINCH_DATE_SIZE] = "";
  ClinchStatusFacts facts;

  if (row == NULL)
    return NULL;
  stage = clinch_db_load_row (db, CLINCH_KIND_STAGE, clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE),
                              error);
  if (stage == NULL || !load_last (db, opportunity_id, &last, error))
    return NULL;
  done = load_done (db, stage, error);
  if (done == NULL)
    return NULL;

  customer = clinch_db_name_of (db, CLINCH_KIND_CUSTOMER,
                                clinch_row_int (row, CLINCH_OPPORTUNITY_CUSTOMER));
  owner = clinch_db_name_of (db, CLINCH_KIND_MEMBER,
                             clinch_row_int (row, CLINCH_OPPORTUNITY_OWNER));
  waiting_for = clinch_waiting_whom (db, row);
  if (last != NULL)
    clinch_date_from_instant (clinch_row_int (last, CLINCH_FOLLOW_UP_HAPPENED),
                              clinch_clock_timezone (), last_date);
  facts = (ClinchStatusFacts) {
    .customer_name = customer,
    .opportunity_name = clinch_row_name (row),
    .stage_name = clinch_row_name (stage),
    .stage_type = stage_type (stage),
    .done = (const char *const *) done,
    .expected_signing = clinch_row_text (row, CLINCH_OPPORTUNITY_EXPECTED),
    .signed_on = clinch_row_text (row, CLINCH_OPPORTUNITY_CLOSED),
    .lost_reason = clinch_row_text (row, CLINCH_OPPORTUNITY_LOST_REASON),
    .next_step = clinch_row_text (row, CLINCH_OPPORTUNITY_NEXT_STEP),
    .next_step_date = clinch_row_text (row, CLINCH_OPPORTUNITY_NEXT_DATE),
    .owner = owner,
    .waiting_for = waiting_for,
    .waiting_since = clinch_row_text (row, CLINCH_OPPORTUNITY_WAITING_SINCE),
    .last_text = last != NULL ? clinch_row_text (last, CLINCH_FOLLOW_UP_TEXT) : NULL,
    .last_date = last_date,
  };

  return clinch_status_sentence (&facts, form, today);
}
