// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-chain-people.h"

#define DAY (24 * 60 * 60)

G_STATIC_ASSERT (CLINCH_ASSESSMENT_ORIENTATION - CLINCH_ASSESSMENT_ROLE
                 == CLINCH_TRAIT_ORIENTATION);

typedef struct
{
  ClinchAssessment assessment;
  ClinchStanding standing;
  GArray *events; /* ClinchEngagementEvent */
  GArray *authors; /* gint64 */
} Notes;

static void
notes_free (gpointer data)
{
  Notes *notes = data;

  g_clear_pointer (&notes->events, g_array_unref);
  g_clear_pointer (&notes->authors, g_array_unref);
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
      notes->authors = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (all, g_memdup2 (&contact_id, sizeof contact_id), notes);
    }

  return notes;
}

static void
read_assessment (Notes           *notes,
                 const ClinchRow *row)
{
  for (int trait = 0; trait < CLINCH_N_TRAITS; trait++)
    if (clinch_assessment_set (&notes->assessment, trait,
                               clinch_row_text (row, CLINCH_ASSESSMENT_ROLE + trait)))
      notes->standing.assessments[trait] = row;
}

/* What is said for the customer comes first and what is said for the opportunity after it, each in
 * the order it was written, so that the last word counts, field by field. */
static gboolean
load_assessments (ClinchChainPeople  *self,
                  GHashTable         *all,
                  ClinchDb           *db,
                  gint64              customer_id,
                  gint64              opportunity_id,
                  GError            **error)
{
  self->assessments =
    clinch_db_load_rows (db, error, CLINCH_KIND_ASSESSMENT,
                         "WHERE customer_id = ? AND deleted_at IS NULL"
                         " AND (opportunity_id IS NULL OR opportunity_id = ?)"
                         " ORDER BY opportunity_id IS NOT NULL, id", "ii", customer_id,
                         opportunity_id);
  for (guint i = 0; self->assessments != NULL && i < self->assessments->len; i++)
    {
      const ClinchRow *row = self->assessments->pdata[i];

      read_assessment (notes_of (all, clinch_row_int (row, CLINCH_ASSESSMENT_CONTACT)), row);
    }

  return self->assessments != NULL;
}

static ClinchEngagementEvent
read_event (ClinchStatement *statement)
{
  ClinchEngagementEvent event = { .at = clinch_statement_int (statement, 1) };

  event.touch = clinch_touch_from_code (clinch_statement_text (statement, 2));
  event.from_customer = event.touch == CLINCH_TOUCH_FEEDBACK;

  return event;
}

/* Calls @func for each of the customer's events: of whom, when, how, and by whom; all of it stands
 * in the index of the customer. */
static gboolean
each_event (ClinchDb        *db,
            gint64           customer_id,
            gint64           now,
            ClinchEachFunc   func,
            gpointer         data,
            GError         **error)
{
  return clinch_db_each (db, func, data, error,
                         "SELECT contact_id, happened_at, type, author_id FROM follow_up"
                         " WHERE customer_id = ? AND deleted_at IS NULL"
                         "  AND happened_at BETWEEN ? AND ? AND contact_id IS NOT NULL", "iii",
                         customer_id, now - (gint64) CLINCH_CHAIN_EVENT_DAYS * DAY, now);
}

static void
note_event (gpointer         all,
            ClinchStatement *row)
{
  ClinchEngagementEvent event = read_event (row);
  Notes *notes = notes_of (all, clinch_statement_int (row, 0));
  gint64 author = clinch_statement_int (row, 3);

  g_array_append_val (notes->events, event);
  g_array_append_val (notes->authors, author);
}

/* A meeting with somebody who leads weighs more. */
static void
raise_meeting (ClinchEngagementEvent *event,
               ClinchLevel            level)
{
  if (level == CLINCH_LEVEL_EXECUTIVE
      && (event->touch == CLINCH_TOUCH_MEETING || event->touch == CLINCH_TOUCH_VISIT))
    event->touch = CLINCH_TOUCH_EXECUTIVE_MEETING;
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

/* A note, such as a visit that is planned, is no contact. */
static gboolean
load_last_contact (ClinchDb  *db,
                   gint64     contact_id,
                   gint64    *last,
                   GError   **error)
{
  return clinch_db_query_int (db, last, NULL, error,
                              "SELECT ifnull (max (happened_at), 0) FROM follow_up"
                              " WHERE contact_id = ? AND deleted_at IS NULL AND type <> 'note'",
                              "i", contact_id);
}

static gboolean
is_known (const char *code)
{
  return g_strcmp0 (code, "no") != 0;
}

static gboolean
add_person (ClinchChainPeople  *self,
            ClinchDb           *db,
            ClinchRow          *contact,
            Notes              *notes,
            gint64              now,
            GError            **error)
{
  ClinchChainPerson person = {
    .id = contact->id,
    .department = clinch_row_text (contact, CLINCH_CONTACT_DEPARTMENT),
    .level = clinch_level_from_code (clinch_row_text (contact, CLINCH_CONTACT_LEVEL)),
    .known = is_known (clinch_row_text (contact, CLINCH_CONTACT_KNOWN)),
    .assessment = notes->assessment,
  };
  ClinchRhythm rhythm;

  for (guint i = 0; i < notes->events->len; i++)
    raise_meeting (&g_array_index (notes->events, ClinchEngagementEvent, i), person.level);
  person.warmth = clinch_engagement ((const ClinchEngagementEvent *) notes->events->data,
                                     notes->events->len, &clinch_engagement_rates, now).warmth;
  rhythm = read_rhythm (notes->events, now);
  person.cold_days = rhythm.limit_days;
  person.last_contact = rhythm.last_at;
  if (rhythm.last_at == 0 && !clinch_row_is_null (contact, CLINCH_CONTACT_LAST_FOLLOW_UP)
      && !load_last_contact (db, contact->id, &person.last_contact, error))
    return FALSE;

  g_array_append_val (self->people, person);
  g_array_append_val (self->rhythms, rhythm);
  g_array_append_val (self->standings, notes->standing);
  g_ptr_array_add (self->events, g_steal_pointer (&notes->events));
  g_ptr_array_add (self->authors, g_steal_pointer (&notes->authors));

  return TRUE;
}

static ClinchChainPeople *
people_new (void)
{
  ClinchChainPeople *self = g_new0 (ClinchChainPeople, 1);

  self->people = g_array_new (FALSE, FALSE, sizeof (ClinchChainPerson));
  self->rhythms = g_array_new (FALSE, FALSE, sizeof (ClinchRhythm));
  self->standings = g_array_new (FALSE, FALSE, sizeof (ClinchStanding));
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->authors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

ClinchChainPeople *
clinch_chain_people_load (ClinchDb  *db,
                          gint64     customer_id,
                          gint64     opportunity_id,
                          gint64     now,
                          GError   **error)
{
  g_autoptr(ClinchChainPeople) self = people_new ();
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                     notes_free);

  self->contacts = clinch_db_load_rows (db, error, CLINCH_KIND_CONTACT,
                                        "WHERE customer_id = ? AND deleted_at IS NULL"
                                        " ORDER BY name_key, id", "i", customer_id);
  if (self->contacts == NULL)
    return NULL;
  if (self->contacts->len > 0
      && (!load_assessments (self, all, db, customer_id, opportunity_id, error)
          || !each_event (db, customer_id, now, note_event, all, error)))
    return NULL;

  for (guint i = 0; i < self->contacts->len; i++)
    {
      ClinchRow *contact = self->contacts->pdata[i];

      if (!add_person (self, db, contact, notes_of (all, contact->id), now, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
clinch_chain_people_free (ClinchChainPeople *self)
{
  g_array_unref (self->people);
  g_array_unref (self->rhythms);
  g_array_unref (self->standings);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->authors);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_free (self);
}

/* --- The outline */

/* What is known of a person besides, while the events are read. */
typedef struct
{
  gint64 hundredths; /* of engagement */
  gboolean is_mentioned; /* by some follow-up, perhaps an older one */
} Trace;

typedef struct
{
  GArray *people;
  GArray *traces;
  gint64 now;
} Outline;

static void
clear_person (gpointer data)
{
  ClinchChainPerson *person = data;

  g_free ((char *) person->department);
}

static int
find_person (const Outline *outline,
             gint64         contact_id)
{
  for (guint i = 0; i < outline->people->len; i++)
    if (g_array_index (outline->people, ClinchChainPerson, i).id == contact_id)
      return i;

  return -1;
}

static void
outline_contact (gpointer         data,
                 ClinchStatement *row)
{
  Outline *outline = data;
  const ClinchChainPerson person = {
    .id = clinch_statement_int (row, 0),
    .department = g_strdup (clinch_statement_text (row, 1)),
    .level = clinch_level_from_code (clinch_statement_text (row, 2)),
    .known = is_known (clinch_statement_text (row, 3)),
  };
  const Trace trace = { .is_mentioned = clinch_statement_int (row, 4) != 0 };

  g_array_append_val (outline->people, person);
  g_array_append_val (outline->traces, trace);
}

/* The last word counts. */
static void
outline_assessment (gpointer         data,
                    ClinchStatement *row)
{
  Outline *outline = data;
  int place = find_person (outline, clinch_statement_int (row, 0));

  if (place >= 0)
    clinch_assessment_set (&g_array_index (outline->people, ClinchChainPerson, place).assessment,
                           CLINCH_TRAIT_COVERAGE, clinch_statement_text (row, 1));
}

static void
outline_event (gpointer         data,
               ClinchStatement *row)
{
  Outline *outline = data;
  int place = find_person (outline, clinch_statement_int (row, 0));
  ClinchEngagementEvent event = read_event (row);
  ClinchChainPerson *person;

  if (place < 0)
    return;
  person = &g_array_index (outline->people, ClinchChainPerson, place);
  if (event.touch != CLINCH_TOUCH_NOTE)
    person->last_contact = MAX (person->last_contact, event.at);
  raise_meeting (&event, person->level);
  g_array_index (outline->traces, Trace, place).hundredths +=
    clinch_engagement_of_event (&event, &clinch_engagement_rates, outline->now);
}

static gboolean
settle_person (ClinchDb           *db,
               ClinchChainPerson  *person,
               const Trace        *trace,
               GError            **error)
{
  person->warmth = clinch_engagement_warmth (trace->hundredths, &clinch_engagement_rates);

  return person->last_contact != 0 || !trace->is_mentioned
         || load_last_contact (db, person->id, &person->last_contact, error);
}

GArray *
clinch_chain_people_outline (ClinchDb  *db,
                             gint64     customer_id,
                             gint64     now,
                             GError   **error)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (ClinchChainPerson));
  g_autoptr(GArray) traces = g_array_new (FALSE, FALSE, sizeof (Trace));
  Outline outline = { people, traces, now };

  g_array_set_clear_func (people, clear_person);
  if (!clinch_db_each (db, outline_contact, &outline, error,
                       "SELECT id, department, level, known, last_follow_up_at IS NOT NULL"
                       " FROM contact WHERE customer_id = ? AND deleted_at IS NULL", "i",
                       customer_id))
    return NULL;
  if (people->len > 0
      && (!clinch_db_each (db, outline_assessment, &outline, error,
                           "SELECT contact_id, coverage FROM assessment WHERE customer_id = ?"
                           " AND deleted_at IS NULL AND opportunity_id IS NULL ORDER BY id", "i",
                           customer_id)
          || !each_event (db, customer_id, now, outline_event, &outline, error)))
    return NULL;

  for (guint i = 0; i < people->len; i++)
    if (!settle_person (db, &g_array_index (people, ClinchChainPerson, i),
                        &g_array_index (traces, Trace, i), error))
      return NULL;

  return g_steal_pointer (&people);
}
