// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-private.h"

/* What deals wait for and must answer, how their owners judged them, and what there is to show.
 * It draws from a sequence of its own: the rest of the sample does not depend on it. */

/* Days between one piece of material and the next. */
#define MATERIAL_DAYS 9

#define PROPOSAL 3 /* the stage from which on most requirements have an answer */

static void
fill_wait (ClinchSample     *self,
           ClinchSampleDeal *deal,
           ClinchRow        *row)
{
  guint32 day = clinch_sample_work_day (self->today
                                        - clinch_sample_random_between (&self->needs, 2, 24), -1);

  if (clinch_sample_random_chance (&self->needs, 70))
    clinch_row_set_int (row, CLINCH_OPPORTUNITY_WAITING_CONTACT, deal->contact->id);
  clinch_sample_set_text (row, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT, deal->contact->department);
  clinch_sample_set_day (row, CLINCH_OPPORTUNITY_WAITING_SINCE, day);
}

/* People think more of a deal than it is worth, and know a won one a little better. */
static void
fill_prediction (ClinchSample     *self,
                 ClinchSampleDeal *deal,
                 ClinchRow        *row)
{
  int percent = clinch_sample_random_between (&self->needs, deal->is_won ? 8 : 3,
                                              deal->is_won ? 19 : 15) * 5;

  clinch_row_set_int (row, CLINCH_OPPORTUNITY_PREDICTED, percent);
}

void
clinch_sample_fill_needs (ClinchSample     *self,
                          ClinchSampleDeal *deal,
                          ClinchRow        *row)
{
  gboolean is_asked = clinch_sample_random_chance (&self->needs, deal->is_open ? 14 : 60);

  if (!is_asked || deal->is_anchor || deal->is_agreed)
    return;
  if (deal->is_open)
    fill_wait (self, deal, row);
  else
    fill_prediction (self, deal, row);
}

static gboolean
add_requirements (ClinchSample      *self,
                  ClinchSampleDeal  *deal,
                  GError           **error)
{
  static const char *const importances[] = { "must", "should", "must", "could" };
  const ClinchSampleWords *words = self->words;
  guint n = clinch_sample_random_between (&self->random, 2, 4);
  guint first = clinch_sample_random_below (&self->random, words->requirements.n);
  int answered = deal->n_path >= PROPOSAL ? 75 : 20;

  for (guint i = 0; i < n; i++)
    {
      guint which = (first + i) % words->requirements.n;
      g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_REQUIREMENT);

      clinch_sample_set_text (row, CLINCH_REQUIREMENT_NAME, words->requirements.items[which]);
      clinch_row_set_int (row, CLINCH_REQUIREMENT_OPPORTUNITY, deal->id);
      clinch_sample_set_text (row, CLINCH_REQUIREMENT_IMPORTANCE, importances[i]);
      clinch_row_set_int (row, CLINCH_REQUIREMENT_CONTACT, deal->contact->id);
      if (clinch_sample_random_chance (&self->random, answered))
        clinch_sample_set_text (row, CLINCH_REQUIREMENT_PART, words->proposal_parts.items[which]);
      row->created_at = deal->entered[1];
      if (clinch_sample_insert (self, row, error) == 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
clinch_sample_add_requirements (ClinchSample      *self,
                                ClinchSampleDeal  *deal,
                                GError           **error)
{
  ClinchSampleRandom others = self->random;
  gboolean done;

  if (!deal->is_open || deal->n_path < 2)
    return TRUE;

  /* The uids of what is inserted are drawn from here too. */
  self->random = self->needs;
  done = add_requirements (self, deal, error);
  self->needs = self->random;
  self->random = others;

  return done;
}

static void
fill_material (ClinchSample *self,
               guint         index,
               ClinchRow    *row)
{
  const ClinchSampleMaterial *material = &self->words->materials[index];

  clinch_sample_set_text (row, CLINCH_MATERIAL_NAME, material->name);
  clinch_sample_set_text (row, CLINCH_MATERIAL_TYPE, material->kind);
  if (material->industry >= 0)
    clinch_sample_set_text (row, CLINCH_MATERIAL_INDUSTRY,
                            self->words->industries[material->industry].name);
  clinch_sample_set_text (row, CLINCH_MATERIAL_PRODUCT, material->product);
  clinch_row_take_text (row, CLINCH_MATERIAL_LINK,
                        g_strdup_printf ("https://library.example.com/%s-%u", material->kind,
                                         index + 1));
  clinch_sample_set_day (row, CLINCH_MATERIAL_SINCE,
                         clinch_sample_work_day (self->today - MATERIAL_DAYS * (index + 1), -1));
  row->created_at = clinch_sample_work_time (self, self->now - (gint64) MATERIAL_DAYS * (index + 1)
                                             * CLINCH_SAMPLE_DAY);
}

gboolean
clinch_sample_add_materials (ClinchSample  *self,
                             GError       **error)
{
  self->material_ids = g_new0 (gint64, self->words->n_materials);
  for (guint i = 0; i < self->words->n_materials; i++)
    {
      g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_MATERIAL);

      fill_material (self, i, row);
      self->material_ids[i] = clinch_sample_insert (self, row, error);
      if (self->material_ids[i] == 0)
        return FALSE;
    }

  return TRUE;
}

void
clinch_sample_share_material (ClinchSample               *self,
                              const ClinchSampleCustomer *customer,
                              ClinchRow                  *row)
{
  const char *way = clinch_row_text (row, CLINCH_FOLLOW_UP_TYPE);
  gint64 days_ago = (self->now - clinch_row_int (row, CLINCH_FOLLOW_UP_HAPPENED))
                    / CLINCH_SAMPLE_DAY;

  /* The day decides, so that nothing else depends on it. */
  if ((!g_str_equal (way, "message") && !g_str_equal (way, "mail")) || days_ago % 2 != 0)
    return;
  for (guint i = 0; i < self->words->n_materials; i++)
    if (self->words->materials[i].industry == (int) customer->industry
        && days_ago < MATERIAL_DAYS * (i + 1))
      {
        clinch_row_set_int (row, CLINCH_FOLLOW_UP_MATERIAL, self->material_ids[i]);
        return;
      }
}
