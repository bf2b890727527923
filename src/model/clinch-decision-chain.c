// SPDX-License-Identifier: GPL-3.0-or-later
//
// One customer's decision chain as it is shown: what the rules in logic/ make of its people, put
// together with names and words. Every read goes by an index of the customer.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-decision-chain.h"

#include "clinch-chain-words.h"

#include <glib/gi18n-lib.h>

static void
figure_free (gpointer data)
{
  ClinchChainFigure *figure = data;

  g_ptr_array_unref (figure->facts);
  g_free (figure->silence);
  g_free (figure);
}

static void
influence_free (gpointer data)
{
  ClinchChainInfluence *line = data;

  g_free (line->note);
  g_free (line);
}

static void
notice_free (gpointer data)
{
  ClinchChainNotice *notice = data;

  g_free (notice->title);
  g_free (notice->why);
  g_free (notice->advice);
  g_free (notice);
}

static void
ask_free (gpointer data)
{
  ClinchChainAsk *ask = data;

  g_free (ask->text);
  g_free (ask);
}

static void
verdict_free (gpointer data)
{
  ClinchChainVerdict *verdict = data;

  g_free (verdict->why);
  g_array_unref (verdict->people);
  g_free (verdict);
}

static void
help_free (gpointer data)
{
  ClinchChainHelp *help = data;

  clinch_row_unref (help->request);
  g_free (help->asked);
  g_free (help->asker);
  g_free (help);
}

static const ClinchChainPerson *
people_of (const ClinchDecisionChain *self)
{
  return (const ClinchChainPerson *) self->source->people->data;
}

/* --- People */

static ClinchChainValue
read_value (const ClinchStanding *standing,
            ClinchTrait           trait)
{
  const ClinchRow *row = standing->assessments[trait];
  const ClinchField *field = clinch_kind_field (CLINCH_KIND_ASSESSMENT,
                                                CLINCH_ASSESSMENT_ROLE + trait);
  ClinchChainValue value = { .assessment = row };

  if (row == NULL)
    return value;

  value.code = g_intern_string (clinch_row_text (row, field->index));
  value.label = clinch_choice_label (field->choice, value.code);
  value.origin = clinch_row_is_null (row, CLINCH_ASSESSMENT_OPPORTUNITY)
                 ? CLINCH_CHAIN_FOR_CUSTOMER : CLINCH_CHAIN_FOR_OPPORTUNITY;

  return value;
}

static ClinchChainFigure *
figure_new (const ClinchDecisionChain *self,
            guint                      index)
{
  const ClinchChainPeople *source = self->source;
  const ClinchRow *contact = source->contacts->pdata[index];
  ClinchChainFigure *figure = g_new0 (ClinchChainFigure, 1);

  figure->id = contact->id;
  figure->contact = contact;
  figure->person = &people_of (self)[index];
  for (int trait = 0; trait < CLINCH_N_TRAITS; trait++)
    figure->values[trait] = read_value (&g_array_index (source->standings, ClinchStanding, index),
                                        trait);
  figure->rhythm = &g_array_index (source->rhythms, ClinchRhythm, index);
  figure->reports_to =
    clinch_decision_chain_find (self, clinch_row_int (contact, CLINCH_CONTACT_REPORTS_TO));
  figure->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);
  figure->best_member = clinch_chain_matrix_best (self->matrix, index);
  figure->silence = clinch_chain_silence_text (figure->rhythm);

  return figure;
}

static gboolean
load_facts (ClinchDecisionChain  *self,
            ClinchDb             *db,
            GError              **error)
{
  g_autoptr(GPtrArray) facts = NULL;

  facts = clinch_db_load_rows (db, error, CLINCH_KIND_FACT,
                               "WHERE contact_id IN (SELECT id FROM contact WHERE customer_id = ?)"
                               " AND deleted_at IS NULL ORDER BY since DESC, id DESC",
                               "i", self->customer->id);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      ClinchRow *fact = facts->pdata[i];
      int place = clinch_decision_chain_find (self, clinch_row_int (fact, CLINCH_FACT_CONTACT));

      if (place >= 0)
        g_ptr_array_add (((ClinchChainFigure *) self->people->pdata[place])->facts,
                         clinch_row_ref (fact));
    }

  return facts != NULL;
}

static gboolean
load_lines (ClinchDecisionChain  *self,
            ClinchDb             *db,
            GError              **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (db, error, CLINCH_KIND_INFLUENCE,
                              "WHERE customer_id = ? AND deleted_at IS NULL ORDER BY id", "i",
                              self->customer->id);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      int from = clinch_decision_chain_find (self, clinch_row_int (row, CLINCH_INFLUENCE_FROM));
      int to = clinch_decision_chain_find (self, clinch_row_int (row, CLINCH_INFLUENCE_TO));
      ClinchChainInfluence *line;

      if (from < 0 || to < 0)
        continue;
      line = g_new0 (ClinchChainInfluence, 1);
      line->id = row->id;
      line->from = from;
      line->to = to;
      line->code = g_intern_string (clinch_row_text (row, CLINCH_INFLUENCE_TYPE));
      line->label = clinch_choice_label (CLINCH_CHOICE_INFLUENCE, line->code);
      line->note = g_strdup (clinch_row_text (row, CLINCH_INFLUENCE_NOTE));
      g_ptr_array_add (self->lines, line);
    }

  return rows != NULL;
}

static gboolean
load_people (ClinchDecisionChain  *self,
             ClinchDb             *db,
             GError              **error)
{
  gint64 opportunity_id = self->opportunity != NULL ? self->opportunity->id : 0;
  const gint64 owners[] = {
    self->opportunity != NULL ? clinch_row_int (self->opportunity, CLINCH_OPPORTUNITY_OWNER) : 0,
    clinch_row_int (self->customer, CLINCH_CUSTOMER_OWNER),
  };

  self->source = clinch_chain_people_load (db, self->customer->id, opportunity_id, self->now,
                                           error);
  if (self->source == NULL)
    return FALSE;
  for (guint i = 0; i < self->source->contacts->len; i++)
    {
      const ClinchRow *contact = self->source->contacts->pdata[i];

      g_hash_table_insert (self->places, (gpointer) &contact->id, GUINT_TO_POINTER (i + 1));
    }
  self->matrix = clinch_chain_matrix_new (db, self->source, owners, G_N_ELEMENTS (owners),
                                          self->now);
  for (guint i = 0; i < self->source->people->len; i++)
    g_ptr_array_add (self->people, figure_new (self, i));

  return load_facts (self, db, error) && load_lines (self, db, error);
}

/* --- What the rules make of them */

static void
add_coverage (ClinchDecisionChain *self)
{
  const ClinchChainPerson *people = people_of (self);
  guint n_people = self->people->len;

  self->coverage = clinch_chain_coverage_new (people, n_people, clinch_chain_rules.required_levels,
                                              clinch_chain_rules.active_warmth);
  self->threads = clinch_chain_threads (people, n_people, clinch_chain_rules.active_warmth);
  self->threads_label = clinch_chain_threads_label (&self->threads);
  self->status = clinch_chain_map_status (people, n_people);
  self->status_label = clinch_chain_status_label (self->status);
  self->completeness = clinch_chain_completeness (people, n_people);
}

static void
add_notices (ClinchDecisionChain *self)
{
  self->findings = clinch_chain_findings (people_of (self), self->people->len, self->phase,
                                          &clinch_chain_rules, self->now);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const ClinchFinding *finding = self->findings->pdata[i];
      ClinchChainNotice *notice = g_new0 (ClinchChainNotice, 1);
      g_autofree char *names = clinch_decision_chain_names (self, finding->people);

      notice->finding = finding;
      notice->title = clinch_chain_finding_title (finding, names);
      notice->why = clinch_chain_finding_why (finding, names);
      notice->advice = clinch_chain_finding_advice (finding, names);
      notice->step_label = clinch_chain_step_label (finding->step);
      g_ptr_array_add (self->notices, notice);
    }
}

static void
add_questions (ClinchDecisionChain *self)
{
  self->asks = clinch_chain_questions (people_of (self), self->people->len, &clinch_chain_rules);
  for (guint i = 0; i < self->asks->len; i++)
    {
      const ClinchQuestion *question = &g_array_index (self->asks, ClinchQuestion, i);
      int place = clinch_decision_chain_find (self, question->person);
      ClinchChainAsk *ask = g_new0 (ClinchChainAsk, 1);

      ask->question = question;
      ask->text = clinch_chain_question_text (question,
                                              place < 0 ? NULL
                                              : clinch_decision_chain_name (self, place));
      g_ptr_array_add (self->questions, ask);
    }
}

static ClinchChainVerdict *
verdict_new (const ClinchDecisionChain  *self,
             const ClinchRelationRule   *rule,
             const ClinchRelationResult *result)
{
  const ClinchRelationRule identified = { .side = rule->side, .step = CLINCH_RELATION_IDENTIFIED };
  ClinchChainVerdict *verdict = g_new0 (ClinchChainVerdict, 1);
  g_autoptr(GArray) side = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *met_by = NULL;
  g_autofree char *known = NULL;

  verdict->rule = rule;
  verdict->result = *result;
  verdict->title = clinch_chain_rule_title (rule);
  verdict->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->people->len; i++)
    {
      const ClinchChainPerson *person = &people_of (self)[i];

      if (clinch_relation_is_met_by (&identified, person, clinch_chain_rules.active_warmth))
        g_array_append_val (side, person->id);
      if (clinch_relation_is_met_by (rule, person, clinch_chain_rules.active_warmth))
        g_array_append_val (verdict->people, person->id);
    }
  met_by = clinch_decision_chain_names (self, verdict->people);
  known = clinch_decision_chain_names (self, side);
  verdict->why = clinch_chain_rule_why (result, met_by, known);

  return verdict;
}

static void
add_verdicts (ClinchDecisionChain *self)
{
  ClinchRelationResult results[CLINCH_N_RELATION_RULES];

  self->relation = clinch_relation_score (people_of (self), self->people->len,
                                          clinch_relation_rules, CLINCH_N_RELATION_RULES,
                                          clinch_chain_rules.active_warmth, results);
  for (int i = 0; i < CLINCH_N_RELATION_RULES; i++)
    g_ptr_array_add (self->verdicts, verdict_new (self, &clinch_relation_rules[i], &results[i]));
}

/* --- What is around them */

static gboolean
load_phase (ClinchDecisionChain  *self,
            ClinchDb             *db,
            GError              **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;
  gboolean open;
  int n_open;

  if (self->opportunity == NULL)
    return TRUE;
  statement = clinch_db_prepare (db, "SELECT s.type = 'open', s.probability,"
                                     "  count (o.id), count (iif (o.position < s.position, 1, NULL))"
                                     " FROM stage AS s LEFT JOIN stage AS o"
                                     "  ON o.pipeline_id = s.pipeline_id AND o.type = 'open'"
                                     "  AND o.deleted_at IS NULL"
                                     " WHERE s.id = ? GROUP BY s.id", error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1,
                             clinch_row_int (self->opportunity, CLINCH_OPPORTUNITY_STAGE));
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  open = clinch_statement_int (statement, 0) != 0;
  n_open = (int) clinch_statement_int (statement, 2);
  self->phase = clinch_chain_phase (open ? (int) clinch_statement_int (statement, 3) : n_open,
                                    n_open,
                                    !open || clinch_statement_is_null (statement, 1) ? -1
                                    : (int) clinch_statement_int (statement, 1),
                                    CLINCH_PROPOSAL_PROBABILITY);

  return TRUE;
}

static gboolean
load_help (ClinchDecisionChain  *self,
           ClinchDb             *db,
           GError              **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (db, error, CLINCH_KIND_HELP_REQUEST,
                              "WHERE customer_id = ?1 AND deleted_at IS NULL"
                              " AND (?2 = 0 OR opportunity_id IS NULL OR opportunity_id = ?2)"
                              " ORDER BY state NOT IN ('asked', 'accepted'), id DESC", "ii",
                              self->customer->id,
                              self->opportunity != NULL ? self->opportunity->id : (gint64) 0);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      ClinchRow *row = rows->pdata[i];
      ClinchChainHelp *help = g_new0 (ClinchChainHelp, 1);

      help->request = clinch_row_ref (row);
      help->asked = clinch_db_name_of (db, CLINCH_KIND_MEMBER,
                                       clinch_row_int (row, CLINCH_HELP_REQUEST_ASKED));
      help->asker = clinch_db_name_of (db, CLINCH_KIND_MEMBER,
                                       clinch_row_int (row, CLINCH_HELP_REQUEST_ASKER));
      help->state = clinch_choice_label (CLINCH_CHOICE_HELP_STATE,
                                         clinch_row_text (row, CLINCH_HELP_REQUEST_STATE));
      g_ptr_array_add (self->help, help);
    }

  return rows != NULL;
}

static gboolean
load_records (ClinchDecisionChain  *self,
              ClinchDb             *db,
              gint64                customer_id,
              gint64                opportunity_id,
              GError              **error)
{
  if (opportunity_id != 0)
    {
      gint64 its;

      self->opportunity = clinch_db_load_row (db, CLINCH_KIND_OPPORTUNITY, opportunity_id, error);
      if (self->opportunity == NULL)
        return FALSE;
      its = clinch_row_int (self->opportunity, CLINCH_OPPORTUNITY_CUSTOMER);
      if (customer_id != 0 && its != customer_id)
        {
          g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                       _("“%s” is an opportunity of another customer."),
                       clinch_row_name (self->opportunity));
          return FALSE;
        }
      customer_id = its;
    }
  self->customer = clinch_db_load_row (db, CLINCH_KIND_CUSTOMER, customer_id, error);

  return self->customer != NULL;
}

static ClinchDecisionChain *
chain_new (gint64 now)
{
  ClinchDecisionChain *self = g_new0 (ClinchDecisionChain, 1);

  self->now = now;
  self->phase = CLINCH_CHAIN_EARLY;
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->people = g_ptr_array_new_with_free_func (figure_free);
  self->lines = g_ptr_array_new_with_free_func (influence_free);
  self->notices = g_ptr_array_new_with_free_func (notice_free);
  self->questions = g_ptr_array_new_with_free_func (ask_free);
  self->verdicts = g_ptr_array_new_with_free_func (verdict_free);
  self->help = g_ptr_array_new_with_free_func (help_free);

  return self;
}

ClinchDecisionChain *
clinch_decision_chain_load (ClinchDb  *db,
                            gint64     customer_id,
                            gint64     opportunity_id,
                            gint64     now,
                            GError   **error)
{
  g_autoptr(ClinchDecisionChain) self = chain_new (now);

  if (!load_records (self, db, customer_id, opportunity_id, error)
      || !load_phase (self, db, error)
      || !load_people (self, db, error)
      || !load_help (self, db, error))
    return NULL;
  add_coverage (self);
  add_notices (self);
  add_questions (self);
  add_verdicts (self);

  return g_steal_pointer (&self);
}

void
clinch_decision_chain_free (ClinchDecisionChain *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->verdicts);
  g_ptr_array_unref (self->help);
  g_free (self->threads_label);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->asks, g_array_unref);
  g_clear_pointer (&self->coverage, clinch_chain_coverage_free);
  g_clear_pointer (&self->matrix, clinch_chain_matrix_free);
  g_clear_pointer (&self->source, clinch_chain_people_free);
  g_clear_pointer (&self->opportunity, clinch_row_unref);
  g_clear_pointer (&self->customer, clinch_row_unref);
  g_free (self);
}

const ClinchChainFigure *
clinch_decision_chain_person (const ClinchDecisionChain *self,
                              guint                      index)
{
  g_return_val_if_fail (index < self->people->len, NULL);

  return self->people->pdata[index];
}

int
clinch_decision_chain_find (const ClinchDecisionChain *self,
                            gint64                     contact_id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, &contact_id)) - 1;
}

const char *
clinch_decision_chain_name (const ClinchDecisionChain *self,
                            guint                      index)
{
  return clinch_row_name (self->source->contacts->pdata[index]);
}

char *
clinch_decision_chain_names (const ClinchDecisionChain *self,
                             const GArray              *people)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < people->len; i++)
    {
      int place = clinch_decision_chain_find (self, g_array_index (people, gint64, i));

      if (place >= 0)
        g_ptr_array_add (names, (gpointer) clinch_decision_chain_name (self, place));
    }

  return clinch_chain_names ((const char * const *) names->pdata, names->len);
}
