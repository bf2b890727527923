// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-visit-brief.h"

#include "clinch-chain-tree.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-materials.h"
#include "clinch-requirements.h"
#include "clinch-value.h"

#include <glib/gi18n-lib.h>

#define MAX_TALKS 8
#define MOST_MATERIALS 5

static void
talk_free (gpointer data)
{
  ClinchBriefTalk *self = data;

  g_free (self->when);
  g_free (self->way);
  g_free (self->text);
  g_free (self);
}

static void
deal_free (gpointer data)
{
  ClinchBriefDeal *self = data;

  g_free (self->name);
  g_free (self->stage);
  g_free (self->amount);
  g_free (self->expected);
  g_free (self->next_step);
  g_free (self->next_date);
  g_free (self);
}

static void
goal_free (gpointer data)
{
  ClinchBriefGoal *self = data;

  g_free (self->name);
  g_free (self->due);
  g_free (self->state);
  g_free (self);
}

static void
question_free (gpointer data)
{
  ClinchBriefQuestion *self = data;

  g_free (self->text);
  g_free (self);
}

static void
material_free (gpointer data)
{
  ClinchBriefMaterial *material = data;

  g_free (material->name);
  g_free (material->about);
  g_free (material->shown);
  g_free (material);
}

static char *
format (ClinchValueContext *context,
        const ClinchRow    *row,
        int                 field)
{
  return clinch_value_format (context, row, clinch_kind_field (row->kind, field), FALSE);
}

/* The fields that say something, between dots. */
static char *
join (ClinchValueContext *context,
      const ClinchRow    *row,
      const int          *fields,
      gsize               n_fields)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *value = format (context, row, fields[i]);

      if (*value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }

  return g_string_free (text, FALSE);
}

/* --- What happened, what is open, what we want */

static gboolean
load_talks (ClinchVisitBrief    *self,
            ClinchValueContext  *context,
            GError             **error)
{
  static const int fields[] = { CLINCH_FOLLOW_UP_TYPE, CLINCH_FOLLOW_UP_CONTACT,
                                CLINCH_FOLLOW_UP_AUTHOR };
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (context->db, error, CLINCH_KIND_FOLLOW_UP,
                              "WHERE customer_id = ? AND deleted_at IS NULL AND type <> 'note'"
                              " AND happened_at <= ? ORDER BY happened_at DESC, id DESC LIMIT ?",
                              "iii", self->customer->id, self->now, (gint64) MAX_TALKS);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      ClinchBriefTalk *talk = g_new0 (ClinchBriefTalk, 1);

      talk->id = row->id;
      talk->when = format (context, row, CLINCH_FOLLOW_UP_HAPPENED);
      talk->way = join (context, row, fields, G_N_ELEMENTS (fields));
      talk->text = g_strdup (clinch_row_text (row, CLINCH_FOLLOW_UP_TEXT));
      g_ptr_array_add (self->talks, talk);
    }

  return rows != NULL;
}

static gboolean
load_deals (ClinchVisitBrief    *self,
            ClinchValueContext  *context,
            GError             **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (context->db, error, CLINCH_KIND_OPPORTUNITY,
                              "WHERE customer_id = ? AND deleted_at IS NULL AND stage_id IN"
                              " (SELECT id FROM stage WHERE type = 'open')"
                              " ORDER BY expected_date IS NULL, expected_date, id",
                              "i", self->customer->id);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      const char *next_date = clinch_row_text (row, CLINCH_OPPORTUNITY_NEXT_DATE);
      ClinchBriefDeal *deal = g_new0 (ClinchBriefDeal, 1);

      deal->id = row->id;
      deal->name = g_strdup (clinch_row_name (row));
      deal->stage = format (context, row, CLINCH_OPPORTUNITY_STAGE);
      deal->amount = format (context, row, CLINCH_OPPORTUNITY_AMOUNT);
      deal->expected = format (context, row, CLINCH_OPPORTUNITY_EXPECTED);
      deal->next_step = format (context, row, CLINCH_OPPORTUNITY_NEXT_STEP);
      deal->next_date = format (context, row, CLINCH_OPPORTUNITY_NEXT_DATE);
      deal->overdue = next_date != NULL && g_strcmp0 (next_date, self->profile->today) < 0;
      g_ptr_array_add (self->deals, deal);
    }

  return rows != NULL;
}

/* --- What to ask */

static void
add_question (ClinchVisitBrief *self,
              gint64            person,
              char             *text)
{
  ClinchBriefQuestion *question = g_new0 (ClinchBriefQuestion, 1);

  question->person = person;
  question->text = text;
  g_ptr_array_add (self->questions, question);
}

static char *
ask_requirement (ClinchValueContext *context,
                 const ClinchRow    *requirement)
{
  g_autofree char *importance = format (context, requirement, CLINCH_REQUIREMENT_IMPORTANCE);
  g_autofree char *contact = format (context, requirement, CLINCH_REQUIREMENT_CONTACT);

  if (*contact == '\0')
    /* Translators: what the customer requires, how important it is. */
    return g_strdup_printf (_("“%1$s” (%2$s) is not answered yet: what would satisfy them?"),
                            clinch_row_name (requirement), importance);

  /* Translators: contact, what they require, how important it is. */
  return g_strdup_printf (_("%1$s asked for “%2$s” (%3$s): what would satisfy them?"), contact,
                          clinch_row_name (requirement), importance);
}

/* What must be known of a customer and only they can tell; figures of our own are not asked for. */
static void
ask_gaps (ClinchVisitBrief *self)
{
  for (guint i = 0; i < self->profile->lines->len; i++)
    {
      const ClinchProfileLine *line = self->profile->lines->pdata[i];

      if (!clinch_profile_line_is_gap (line) || line->rule->computed)
        continue;
      add_question (self, 0,
                    line->rule->definition != NULL
                    /* Translators: a dimension of the profile, its definition. */
                    ? g_strdup_printf (_("“%1$s” is missing in the profile: %2$s"),
                                       line->rule->name, line->rule->definition)
                    : g_strdup_printf (_("“%s” is missing in the profile."), line->rule->name));
    }
}

static gboolean
load_questions (ClinchVisitBrief    *self,
                ClinchValueContext  *context,
                GError             **error)
{
  for (guint i = 0; i < self->chain->questions->len; i++)
    {
      const ClinchChainAsk *ask = self->chain->questions->pdata[i];

      add_question (self, ask->question->person, g_strdup (ask->text));
    }
  for (guint i = 0; i < self->deals->len; i++)
    {
      const ClinchBriefDeal *deal = self->deals->pdata[i];
      g_autoptr(GPtrArray) rows = clinch_requirements_load (context->db, deal->id, error);

      if (rows == NULL)
        return FALSE;
      for (guint j = 0; j < rows->len; j++)
        if (!clinch_requirement_is_answered (rows->pdata[j]))
          add_question (self, clinch_row_int (rows->pdata[j], CLINCH_REQUIREMENT_CONTACT),
                        ask_requirement (context, rows->pdata[j]));
    }
  ask_gaps (self);

  return TRUE;
}

static gboolean
load_goals (ClinchVisitBrief    *self,
            ClinchValueContext  *context,
            GError             **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (context->db, error, CLINCH_KIND_OBJECTIVE,
                              "WHERE customer_id = ? AND deleted_at IS NULL"
                              " AND state <> 'dropped' ORDER BY state <> 'open', due IS NULL,"
                              " due, id", "i", self->customer->id);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      ClinchBriefGoal *goal = g_new0 (ClinchBriefGoal, 1);

      goal->name = g_strdup (clinch_row_name (row));
      goal->due = format (context, row, CLINCH_OBJECTIVE_DUE);
      goal->state = format (context, row, CLINCH_OBJECTIVE_STATE);
      g_ptr_array_add (self->goals, goal);
    }

  return rows != NULL;
}

/* --- What to show */

static char *
format_shown (ClinchValueContext *context,
              gint64              shown_at)
{
  char date[CLINCH_DATE_SIZE];
  g_autofree char *day = NULL;

  if (shown_at == 0)
    return g_strdup ("");
  clinch_date_from_instant (shown_at, clinch_clock_timezone (), date);
  day = clinch_date_format (date, *context->today != '\0' ? context->today : NULL);

  /* Translators: a day on which a customer was shown some material. */
  return g_strdup_printf (C_("material", "shown %s"), day);
}

static gboolean
load_materials (ClinchVisitBrief    *self,
                ClinchValueContext  *context,
                GError             **error)
{
  static const int fields[] = { CLINCH_MATERIAL_TYPE, CLINCH_MATERIAL_INDUSTRY,
                                CLINCH_MATERIAL_PRODUCT, CLINCH_MATERIAL_SINCE };
  g_autoptr(GPtrArray) found = NULL;

  found = clinch_materials_for_customer (context->db, self->customer->id, MOST_MATERIALS, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const ClinchMaterialShown *shown = found->pdata[i];
      ClinchBriefMaterial *material = g_new0 (ClinchBriefMaterial, 1);

      material->id = shown->material->id;
      material->name = g_strdup (clinch_row_name (shown->material));
      material->about = join (context, shown->material, fields, G_N_ELEMENTS (fields));
      material->shown = format_shown (context, shown->shown_at);
      g_ptr_array_add (self->materials, material);
    }

  return found != NULL;
}

/* --- Who is there */

static void
add_people (ClinchVisitBrief *self)
{
  guint n = self->chain->people->len;
  g_autofree ClinchReport *reports = g_new0 (ClinchReport, n + 1);
  g_autoptr(ClinchChainTree) tree = NULL;

  for (guint i = 0; i < n; i++)
    {
      const ClinchChainFigure *figure = clinch_decision_chain_person (self->chain, i);

      reports[i].id = figure->id;
      if (figure->reports_to >= 0)
        reports[i].reports_to = clinch_decision_chain_person (self->chain,
                                                              figure->reports_to)->id;
    }
  tree = clinch_chain_tree_new (reports, n);
  for (guint i = 0; i < n; i++)
    {
      const ClinchBriefPerson person = {
        .figure = clinch_decision_chain_person (self->chain, tree->order[i]),
        .depth = tree->depth[tree->order[i]],
      };

      g_array_append_val (self->people, person);
    }
}

static void
add_head (ClinchVisitBrief   *self,
          ClinchValueContext *context)
{
  static const int fields[] = { CLINCH_CUSTOMER_INDUSTRY, CLINCH_CUSTOMER_REGION,
                                CLINCH_CUSTOMER_PARENT };

  self->owner = format (context, self->customer, CLINCH_CUSTOMER_OWNER);
  self->about = join (context, self->customer, fields, G_N_ELEMENTS (fields));
}

ClinchVisitBrief *
clinch_visit_brief_load (ClinchDb  *db,
                         gint64     customer_id,
                         gint64     now,
                         gboolean   on_paper,
                         GError   **error)
{
  g_autoptr(ClinchVisitBrief) self = g_new0 (ClinchVisitBrief, 1);
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);

  /* Without a day to be near to, dates are said with their year. */
  if (on_paper)
    {
      context->now = 0;
      *context->today = '\0';
    }
  self->now = now;
  self->people = g_array_new (FALSE, FALSE, sizeof (ClinchBriefPerson));
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->talks = g_ptr_array_new_with_free_func (talk_free);
  self->deals = g_ptr_array_new_with_free_func (deal_free);
  self->goals = g_ptr_array_new_with_free_func (goal_free);
  self->materials = g_ptr_array_new_with_free_func (material_free);
  self->profile = clinch_customer_profile_load (db, customer_id, now, FALSE, error);
  if (self->profile == NULL)
    return NULL;
  self->customer = self->profile->customer;
  self->chain = clinch_decision_chain_load (db, customer_id, 0, now, error);
  if (self->chain == NULL || !load_talks (self, context, error)
      || !load_deals (self, context, error) || !load_questions (self, context, error)
      || !load_goals (self, context, error) || !load_materials (self, context, error))
    return NULL;
  add_head (self, context);
  add_people (self);

  return g_steal_pointer (&self);
}

char *
clinch_brief_next_step (const ClinchBriefDeal *deal)
{
  if (*deal->next_step != '\0' && *deal->next_date != '\0')
    return g_strdup_printf ("%s · %s", deal->next_date, deal->next_step);
  if (*deal->next_step == '\0' && *deal->next_date == '\0')
    return g_strdup ("–");

  return g_strconcat (deal->next_date, deal->next_step, NULL);
}

void
clinch_visit_brief_free (ClinchVisitBrief *self)
{
  g_clear_pointer (&self->profile, clinch_customer_profile_free);
  g_clear_pointer (&self->chain, clinch_decision_chain_free);
  g_array_unref (self->people);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->talks);
  g_ptr_array_unref (self->deals);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->materials);
  g_free (self->owner);
  g_free (self->about);
  g_free (self);
}
