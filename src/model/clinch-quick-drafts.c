// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-quick-drafts.h"

#include "clinch-clock.h"
#include "clinch-quick-candidates.h"

#include <string.h>

#define NOON 12

/* The candidates in the form that logic reads; strings stay those of the rows. */
typedef struct
{
  GArray *customers;
  GArray *contacts;
  GArray *opportunities;
  GArray *members;
} Arrays;

static void
clear_arrays (Arrays *arrays)
{
  g_clear_pointer (&arrays->customers, g_array_unref);
  g_clear_pointer (&arrays->contacts, g_array_unref);
  g_clear_pointer (&arrays->opportunities, g_array_unref);
  g_clear_pointer (&arrays->members, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrays, clear_arrays)

static void
fill_customers (Arrays                      *arrays,
                const ClinchQuickCandidates *candidates)
{
  GPtrArray *rows = candidates->rows[CLINCH_KIND_CUSTOMER];

  arrays->customers = g_array_new (FALSE, FALSE, sizeof (ClinchQuickCustomer));
  for (guint i = 0; i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      ClinchQuickCustomer customer = {
        .id = row->id,
        .name = clinch_row_name (row),
        .short_name = clinch_row_text (row, CLINCH_CUSTOMER_SHORT_NAME),
        .owner = clinch_row_int (row, CLINCH_CUSTOMER_OWNER),
      };

      g_array_append_val (arrays->customers, customer);
    }
}

static void
fill_contacts (Arrays                      *arrays,
               const ClinchQuickCandidates *candidates)
{
  GPtrArray *rows = candidates->rows[CLINCH_KIND_CONTACT];

  arrays->contacts = g_array_new (FALSE, FALSE, sizeof (ClinchQuickContact));
  for (guint i = 0; i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      ClinchQuickContact contact = {
        .id = row->id,
        .customer = clinch_row_int (row, CLINCH_CONTACT_CUSTOMER),
        .name = clinch_row_name (row),
        .title = clinch_row_text (row, CLINCH_CONTACT_TITLE),
      };

      g_array_append_val (arrays->contacts, contact);
    }
}

static void
fill_opportunities (Arrays                      *arrays,
                    const ClinchQuickCandidates *candidates)
{
  GPtrArray *rows = candidates->rows[CLINCH_KIND_OPPORTUNITY];

  arrays->opportunities = g_array_new (FALSE, FALSE, sizeof (ClinchQuickOpportunity));
  for (guint i = 0; i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      gint64 stage = clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE);
      ClinchQuickOpportunity opportunity = {
        .id = row->id,
        .customer = clinch_row_int (row, CLINCH_OPPORTUNITY_CUSTOMER),
        .name = clinch_row_name (row),
        .owner = clinch_row_int (row, CLINCH_OPPORTUNITY_OWNER),
        .is_open = g_hash_table_contains (candidates->open_stages, &stage),
      };

      g_array_append_val (arrays->opportunities, opportunity);
    }
}

static void
fill_members (Arrays                      *arrays,
              const ClinchQuickCandidates *candidates)
{
  GPtrArray *rows = candidates->rows[CLINCH_KIND_MEMBER];

  arrays->members = g_array_new (FALSE, FALSE, sizeof (ClinchQuickMember));
  for (guint i = 0; i < rows->len; i++)
    {
      ClinchQuickMember member = { ((ClinchRow *) rows->pdata[i])->id,
                                   clinch_row_name (rows->pdata[i]) };

      g_array_append_val (arrays->members, member);
    }
}

static void
keep_name (ClinchQuickDrafts           *self,
           const ClinchQuickCandidates *candidates,
           ClinchKind                   kind,
           gint64                       id)
{
  GPtrArray *rows = candidates->rows[kind];

  for (guint i = 0; id != 0 && i < rows->len; i++)
    if (((ClinchRow *) rows->pdata[i])->id == id)
      {
        g_hash_table_replace (self->names[kind], g_memdup2 (&id, sizeof id),
                              g_strdup (clinch_row_name (rows->pdata[i])));
        return;
      }
}

static void
keep_names_of_match (ClinchQuickDrafts           *self,
                     const ClinchQuickCandidates *candidates,
                     ClinchKind                   kind,
                     const ClinchQuickMatch      *match)
{
  keep_name (self, candidates, kind, match->id);
  for (gsize i = 0; i < match->n_alternatives; i++)
    keep_name (self, candidates, kind, match->alternatives[i]);
}

static void
keep_names (ClinchQuickDrafts           *self,
            const ClinchQuickCandidates *candidates)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      const ClinchQuickDraft *draft = self->drafts->pdata[i];

      keep_names_of_match (self, candidates, CLINCH_KIND_CUSTOMER, &draft->customer);
      keep_names_of_match (self, candidates, CLINCH_KIND_OPPORTUNITY, &draft->opportunity);
      keep_names_of_match (self, candidates, CLINCH_KIND_MEMBER, &draft->author);
      for (gsize j = 0; j < draft->n_contacts; j++)
        keep_names_of_match (self, candidates, CLINCH_KIND_CONTACT, &draft->contacts[j]);
    }
  keep_name (self, candidates, CLINCH_KIND_MEMBER, self->me);
}

static GPtrArray *
resolve (const ClinchQuickDrafts     *self,
         const ClinchQuickCandidates *candidates,
         const char                  *today,
         gint64                       customer_id,
         gint64                       opportunity_id,
         gint64                       contact_id)
{
  g_auto(Arrays) arrays = { NULL };
  ClinchQuickContext context;

  fill_customers (&arrays, candidates);
  fill_contacts (&arrays, candidates);
  fill_opportunities (&arrays, candidates);
  fill_members (&arrays, candidates);
  context = (ClinchQuickContext) {
    .customers = (ClinchQuickCustomer *) arrays.customers->data,
    .n_customers = arrays.customers->len,
    .contacts = (ClinchQuickContact *) arrays.contacts->data,
    .n_contacts = arrays.contacts->len,
    .opportunities = (ClinchQuickOpportunity *) arrays.opportunities->data,
    .n_opportunities = arrays.opportunities->len,
    .members = (ClinchQuickMember *) arrays.members->data,
    .n_members = arrays.members->len,
    .today = today,
    .me = self->me,
    .customer = customer_id,
    .opportunity = opportunity_id,
    .contact = contact_id,
  };

  return clinch_quick_entry_resolve (self->text, &context);
}

ClinchQuickDrafts *
clinch_quick_drafts_read (ClinchDb    *db,
                          const char  *text,
                          const char  *today,
                          gint64       customer_id,
                          gint64       opportunity_id,
                          gint64       contact_id,
                          GError     **error)
{
  g_autoptr(ClinchQuickDrafts) self = g_new0 (ClinchQuickDrafts, 1);
  g_autoptr(ClinchQuickCandidates) candidates = NULL;
  g_autoptr(GPtrArray) terms = NULL;
  g_autofree char *me = clinch_db_get_local (db, "me");

  if (customer_id == 0 &&
      !clinch_db_query_int (db, &customer_id, NULL, error,
                            "SELECT ifnull ((SELECT customer_id FROM opportunity WHERE id = ?),"
                            " (SELECT customer_id FROM contact WHERE id = ?))", "ii",
                            opportunity_id, contact_id))
    return NULL;

  self->text = clinch_quick_entry_clean (text);
  self->me = me != NULL ? g_ascii_strtoll (me, NULL, 10) : 0;
  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    self->names[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  terms = clinch_quick_entry_get_terms (self->text, today);
  candidates = clinch_quick_candidates_find (db, terms, self->me, customer_id, opportunity_id,
                                             contact_id, error);
  if (candidates == NULL)
    return NULL;
  self->drafts = resolve (self, candidates, today, customer_id, opportunity_id, contact_id);
  keep_names (self, candidates);

  return g_steal_pointer (&self);
}

void
clinch_quick_drafts_free (ClinchQuickDrafts *self)
{
  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    g_clear_pointer (&self->names[kind], g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

const char *
clinch_quick_drafts_name (const ClinchQuickDrafts *self,
                          ClinchKind               kind,
                          gint64                   id)
{
  const char *name = g_hash_table_lookup (self->names[kind], &id);

  return name != NULL ? name : "";
}

/* Today means now; on another day the time is what the text says, or noon. */
static gint64
happened_at (const ClinchQuickDraft *draft,
             gint64                  now)
{
  GTimeZone *zone = clinch_clock_timezone ();
  char today[CLINCH_DATE_SIZE];

  if (draft->minutes >= 0)
    return clinch_date_to_instant (draft->date, 0, zone) + draft->minutes * 60;
  clinch_date_from_instant (now, zone, today);
  if (strcmp (draft->date, today) == 0)
    return now;

  return clinch_date_to_instant (draft->date, NOON, zone);
}

static void
set_reference (ClinchRow              *row,
               int                     field,
               const ClinchQuickMatch *match)
{
  if (match->id != 0)
    clinch_row_set_int (row, field, match->id);
}

ClinchRow *
clinch_quick_drafts_row (const ClinchQuickDrafts *self,
                         const ClinchQuickDraft  *draft,
                         gint64                   now)
{
  ClinchRow *row = clinch_row_new (CLINCH_KIND_FOLLOW_UP);
  g_autofree char *whole = NULL;

  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TEXT, draft->body);
  if (clinch_row_is_null (row, CLINCH_FOLLOW_UP_TEXT))
    {
      /* Where everything was understood as a next step, the words themselves are what was said. */
      whole = g_strndup (self->text + draft->start, draft->end - draft->start);
      clinch_row_set_text (row, CLINCH_FOLLOW_UP_TEXT, whole);
    }
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TYPE, clinch_quick_kind_to_code (draft->kind));
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, happened_at (draft, now));
  set_reference (row, CLINCH_FOLLOW_UP_CUSTOMER, &draft->customer);
  set_reference (row, CLINCH_FOLLOW_UP_OPPORTUNITY, &draft->opportunity);
  set_reference (row, CLINCH_FOLLOW_UP_AUTHOR, &draft->author);
  for (gsize i = 0; i < draft->n_contacts && clinch_row_is_null (row, CLINCH_FOLLOW_UP_CONTACT);
       i++)
    set_reference (row, CLINCH_FOLLOW_UP_CONTACT, &draft->contacts[i]);
  if (draft->next_step != NULL)
    clinch_row_set_text (row, CLINCH_FOLLOW_UP_NEXT_STEP, draft->next_step);
  if (*draft->next_date != '\0')
    clinch_row_set_text (row, CLINCH_FOLLOW_UP_NEXT_DATE, draft->next_date);

  return row;
}
