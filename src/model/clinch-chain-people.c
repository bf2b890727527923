// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-chain-people.h"

/* What is older adds nothing to speak of to an engagement. */
#define EVENT_DAYS 365
#define DAY (24 * 60 * 60)

typedef struct
{
  ClinchAssessment own;
  ClinchAssessment fallback;
  GArray *events; /* ClinchEngagementEvent */
} Notes;

static void
notes_free (gpointer data)
{
  Notes *notes = data;

  g_array_unref (notes->events);
  g_free (notes);
}

static Notes *
notes_of (GHashTable *all,
          gint64      contact_id)
{
  Notes *notes = g_hash_table_lookup (all, &contact_id);

  if (notes == NULL)
    {
      notes = g_new0 (Notes, 1);
      notes->events = g_array_new (FALSE, FALSE, sizeof (ClinchEngagementEvent));
      g_hash_table_insert (all, g_memdup2 (&contact_id, sizeof contact_id), notes);
    }

  return notes;
}

static ClinchAssessment
read_assessment (const ClinchRow *row)
{
  ClinchAssessment assessment = {
    clinch_buying_role_from_code (clinch_row_text (row, CLINCH_ASSESSMENT_ROLE)),
    clinch_power_from_code (clinch_row_text (row, CLINCH_ASSESSMENT_POWER)),
    clinch_support_from_code (clinch_row_text (row, CLINCH_ASSESSMENT_SUPPORT)),
    clinch_coverage_from_code (clinch_row_text (row, CLINCH_ASSESSMENT_COVERAGE)),
    clinch_orientation_from_code (clinch_row_text (row, CLINCH_ASSESSMENT_ORIENTATION)),
  };

  return assessment;
}

static gboolean
load_assessments (GHashTable  *all,
                  ClinchDb    *db,
                  gint64       customer_id,
                  gint64       opportunity_id,
                  GError     **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (db, error, CLINCH_KIND_ASSESSMENT,
                              "WHERE customer_id = ? AND deleted_at IS NULL"
                              " AND (opportunity_id IS NULL OR opportunity_id = ?) ORDER BY id",
                              "ii", customer_id, opportunity_id);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      Notes *notes = notes_of (all, clinch_row_int (row, CLINCH_ASSESSMENT_CONTACT));
      gboolean general = clinch_row_is_null (row, CLINCH_ASSESSMENT_OPPORTUNITY);
      ClinchAssessment *place = general ? &notes->fallback : &notes->own;
      ClinchAssessment assessment = read_assessment (row);

      /* The newest word counts, field by field. */
      *place = clinch_assessment_merge (&assessment, place);
    }

  return rows != NULL;
}

static gboolean
load_events (GHashTable  *all,
             ClinchDb    *db,
             gint64       customer_id,
             gint64       now,
             GError     **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (db, "SELECT contact_id, happened_at, type FROM follow_up"
                                     " WHERE customer_id = ? AND deleted_at IS NULL"
                                     " AND happened_at BETWEEN ? AND ? AND contact_id IS NOT NULL",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, customer_id);
  clinch_statement_bind_int (statement, 2, now - (gint64) EVENT_DAYS * DAY);
  clinch_statement_bind_int (statement, 3, now);
  while (has_row)
    {
      ClinchEngagementEvent event;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      event.at = clinch_statement_int (statement, 1);
      event.touch = clinch_touch_from_code (clinch_statement_text (statement, 2));
      event.from_customer = event.touch == CLINCH_TOUCH_FEEDBACK;
      g_array_append_val (notes_of (all, clinch_statement_int (statement, 0))->events, event);
    }

  return TRUE;
}

/* A meeting with somebody who leads weighs more. */
static void
raise_meetings (GArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      ClinchEngagementEvent *event = &g_array_index (events, ClinchEngagementEvent, i);

      if (event->touch == CLINCH_TOUCH_MEETING || event->touch == CLINCH_TOUCH_VISIT)
        event->touch = CLINCH_TOUCH_EXECUTIVE_MEETING;
    }
}

static ClinchRhythm
read_rhythm (GArray *events,
             gint64  now)
{
  g_autoptr(GArray) contacts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < events->len; i++)
    {
      const ClinchEngagementEvent *event = &g_array_index (events, ClinchEngagementEvent, i);

      if (event->touch != CLINCH_TOUCH_NOTE)
        g_array_append_val (contacts, event->at);
    }

  return clinch_rhythm ((const gint64 *) contacts->data, contacts->len, 0, &clinch_rhythm_rule,
                        now);
}

static void
add_person (ClinchChainPeople *self,
            ClinchRow         *contact,
            Notes             *notes,
            gint64             now)
{
  ClinchChainPerson person = {
    .id = contact->id,
    .department = clinch_row_text (contact, CLINCH_CONTACT_DEPARTMENT),
    .level = clinch_level_from_code (clinch_row_text (contact, CLINCH_CONTACT_LEVEL)),
    .known = g_strcmp0 (clinch_row_text (contact, CLINCH_CONTACT_KNOWN), "no") != 0,
    .last_contact = clinch_row_int (contact, CLINCH_CONTACT_LAST_FOLLOW_UP),
  };
  ClinchRhythm rhythm = { 0 };

  if (notes != NULL)
    {
      if (person.level == CLINCH_LEVEL_EXECUTIVE)
        raise_meetings (notes->events);
      person.assessment = clinch_assessment_merge (&notes->own, &notes->fallback);
      person.warmth = clinch_engagement ((const ClinchEngagementEvent *) notes->events->data,
                                         notes->events->len, &clinch_engagement_rates, now).warmth;
      rhythm = read_rhythm (notes->events, now);
      person.cold_days = rhythm.limit_days;
      if (rhythm.last_at != 0)
        person.last_contact = rhythm.last_at;
    }
  g_array_append_val (self->people, person);
  g_array_append_val (self->rhythms, rhythm);
  g_ptr_array_add (self->contacts, clinch_row_ref (contact));
}

ClinchChainPeople *
clinch_chain_people_load (ClinchDb  *db,
                          gint64     customer_id,
                          gint64     opportunity_id,
                          gint64     now,
                          GError   **error)
{
  g_autoptr(ClinchChainPeople) self = g_new0 (ClinchChainPeople, 1);
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                     notes_free);
  g_autoptr(GPtrArray) contacts = NULL;

  self->people = g_array_new (FALSE, FALSE, sizeof (ClinchChainPerson));
  self->rhythms = g_array_new (FALSE, FALSE, sizeof (ClinchRhythm));
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);
  contacts = clinch_db_load_rows (db, error, CLINCH_KIND_CONTACT,
                                  "WHERE customer_id = ? AND deleted_at IS NULL"
                                  " ORDER BY name_key, id", "i", customer_id);
  if (contacts == NULL)
    return NULL;
  if (contacts->len > 0
      && (!load_assessments (all, db, customer_id, opportunity_id, error)
          || !load_events (all, db, customer_id, now, error)))
    return NULL;

  for (guint i = 0; i < contacts->len; i++)
    add_person (self, contacts->pdata[i],
                g_hash_table_lookup (all, &((ClinchRow *) contacts->pdata[i])->id), now);

  return g_steal_pointer (&self);
}

void
clinch_chain_people_free (ClinchChainPeople *self)
{
  g_array_unref (self->people);
  g_array_unref (self->rhythms);
  g_ptr_array_unref (self->contacts);
  g_free (self);
}
