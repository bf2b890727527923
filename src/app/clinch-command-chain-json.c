// SPDX-License-Identifier: GPL-3.0-or-later
//
// A decision chain as JSON.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-chain-private.h"
#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-judge.h"

static const char * const map_codes[] = {
  [CLINCH_MAP_EMPTY] = "empty",
  [CLINCH_MAP_PEOPLE] = "people",
  [CLINCH_MAP_KEY_PLAYERS] = "key-players",
  [CLINCH_MAP_SUPPORTED] = "supported",
};

static const char * const risk_codes[] = {
  [CLINCH_THREAD_RISK_FINE] = "fine",
  [CLINCH_THREAD_RISK_MEDIUM] = "medium",
  [CLINCH_THREAD_RISK_HIGH] = "high",
};

static const char * const side_codes[CLINCH_N_RELATION_SIDES] = {
  [CLINCH_RELATION_DECISION_MAKERS] = "decision-makers",
  [CLINCH_RELATION_ADVISERS] = "advisers",
  [CLINCH_RELATION_USERS] = "users",
};

static const char * const step_codes[CLINCH_N_RELATION_STEPS] = {
  [CLINCH_RELATION_IDENTIFIED] = "identified",
  [CLINCH_RELATION_ACCESS] = "access",
  [CLINCH_RELATION_DIALOGUE] = "dialogue",
  [CLINCH_RELATION_SUPPORT] = "support",
};

static const char *
json_boolean (gboolean value)
{
  return value ? "true" : "false";
}

static void
append_reference (GString    *out,
                  const char *name,
                  ClinchDb   *db,
                  ClinchKind  kind,
                  gint64      id)
{
  g_string_append_printf (out, ",\"%s\":", name);
  clinch_command_json_reference (out, db, kind, id);
}

static void
append_instant (GString    *out,
                const char *name,
                gint64      at)
{
  if (at == 0)
    {
      g_string_append_printf (out, ",\"%s\":null", name);
      return;
    }
  g_string_append_printf (out, ",\"%s\":", name);
  clinch_command_json_instant (out, at);
}

static void
append_people (GString      *out,
               ClinchDb     *db,
               const GArray *people)
{
  g_string_append (out, ",\"people\":[");
  for (guint i = 0; i < people->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      clinch_command_json_reference (out, db, CLINCH_KIND_CONTACT,
                                     g_array_index (people, gint64, i));
    }
  g_string_append_c (out, ']');
}

static void
append_value (GString                *out,
              ClinchTrait             trait,
              const ClinchChainValue *value)
{
  const char *const origins[] = { NULL, "customer", "opportunity" };
  const ClinchRow *row = value->assessment;

  g_string_append_printf (out, ",\"%s\":", clinch_trait_code (trait));
  if (value->code == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append (out, "{\"code\":");
  clinch_command_json_text (out, value->code);
  clinch_command_json_member (out, "for", origins[value->origin]);
  clinch_command_json_member (out, "source", clinch_row_text (row, CLINCH_ASSESSMENT_SOURCE));
  clinch_command_json_member (out, "confidence",
                              clinch_row_text (row, CLINCH_ASSESSMENT_CONFIDENCE));
  g_string_append_c (out, '}');
}

static void
append_facts (GString                 *out,
              const ClinchChainFigure *figure)
{
  g_string_append (out, ",\"facts\":[");
  for (guint i = 0; i < figure->facts->len; i++)
    {
      const ClinchRow *fact = figure->facts->pdata[i];

      g_string_append (out, i > 0 ? ",{\"text\":" : "{\"text\":");
      clinch_command_json_text (out, clinch_row_text (fact, CLINCH_FACT_TEXT));
      clinch_command_json_member (out, "source", clinch_row_text (fact, CLINCH_FACT_SOURCE));
      clinch_command_json_member (out, "confidence",
                                  clinch_row_text (fact, CLINCH_FACT_CONFIDENCE));
      clinch_command_json_member (out, "as-of", clinch_row_text (fact, CLINCH_FACT_SINCE));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static gint64
best_member_id (const ClinchDecisionChain *chain,
                const ClinchChainFigure   *figure)
{
  if (figure->best_member < 0)
    return 0;

  return ((const ClinchChainMember *) chain->matrix->members->pdata[figure->best_member])->id;
}

static void
append_person (GString                   *out,
               ClinchDb                  *db,
               const ClinchDecisionChain *chain,
               const ClinchChainFigure   *figure)
{
  const ClinchChainPerson *person = figure->person;
  const ClinchRhythm *rhythm = figure->rhythm;

  g_string_append (out, "{\"contact\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_CONTACT, figure->id);
  g_string_append_printf (out, ",\"known\":%s", json_boolean (person->known));
  clinch_command_json_member (out, "title", clinch_row_text (figure->contact,
                                                             CLINCH_CONTACT_TITLE));
  clinch_command_json_member (out, "department", person->department);
  clinch_command_json_member (out, "level", clinch_level_code (person->level));
  append_reference (out, "reports-to", db, CLINCH_KIND_CONTACT,
                    clinch_row_int (figure->contact, CLINCH_CONTACT_REPORTS_TO));
  for (int trait = 0; trait < CLINCH_N_TRAITS; trait++)
    append_value (out, trait, &figure->values[trait]);
  g_string_append_printf (out, ",\"warmth\":%d", person->warmth);
  append_instant (out, "last-contact", person->last_contact);
  clinch_command_json_known (out, "silent-days", rhythm->silence_days);
  clinch_command_json_known (out, "usual-days", rhythm->gap_days > 0 ? rhythm->gap_days : -1);
  append_instant (out, "due", rhythm->due_at);
  g_string_append_printf (out, ",\"cold\":%s", json_boolean (rhythm->cold));
  append_reference (out, "knows-best", db, CLINCH_KIND_MEMBER, best_member_id (chain, figure));
  append_facts (out, figure);
  g_string_append_c (out, '}');
}

static void
append_lines (GString                   *out,
              ClinchDb                  *db,
              const ClinchDecisionChain *chain)
{
  g_string_append (out, ",\"lines\":[");
  for (guint i = 0; i < chain->lines->len; i++)
    {
      const ClinchChainInfluence *line = chain->lines->pdata[i];

      g_string_append (out, i > 0 ? ",{\"type\":" : "{\"type\":");
      clinch_command_json_text (out, line->code);
      append_reference (out, "from", db, CLINCH_KIND_CONTACT,
                        clinch_decision_chain_person (chain, line->from)->id);
      append_reference (out, "to", db, CLINCH_KIND_CONTACT,
                        clinch_decision_chain_person (chain, line->to)->id);
      clinch_command_json_member (out, "note", line->note);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_group (GString                *out,
              const ClinchChainGroup *group,
              const char             *name)
{
  g_string_append (out, "{\"name\":");
  clinch_command_json_text (out, name);
  g_string_append_printf (out, ",\"people\":%d,\"known\":%d,\"reached\":%d,\"active\":%d}",
                          group->n_people, group->n_known, group->n_reached, group->n_active);
}

static void
append_coverage (GString                   *out,
                 const ClinchChainCoverage *coverage)
{
  const char *separator = "";

  g_string_append (out, ",\"coverage-of-groups\":{\"groups\":");
  g_string_append_printf (out, "%d,\"reached\":%d", coverage->n_groups, coverage->n_reached);
  clinch_command_json_known (out, "percent", coverage->percent);
  g_string_append (out, ",\"departments\":[");
  for (guint i = 0; i < coverage->departments->len; i++)
    {
      const ClinchChainGroup *group = &g_array_index (coverage->departments, ClinchChainGroup, i);

      g_string_append (out, i > 0 ? "," : "");
      append_group (out, group, group->department);
    }
  g_string_append (out, "],\"levels\":[");
  for (int level = CLINCH_LEVEL_UNKNOWN + 1; level < CLINCH_N_LEVELS; level++)
    if (coverage->levels[level].counts)
      {
        g_string_append (out, separator);
        append_group (out, &coverage->levels[level], clinch_level_code (level));
        separator = ",";
      }
  g_string_append (out, "]}");
}

static void
append_map (GString                   *out,
            const ClinchDecisionChain *chain)
{
  const ClinchChainThreads *threads = &chain->threads;

  clinch_command_json_member (out, "map", map_codes[chain->status]);
  clinch_command_json_known (out, "completeness", chain->completeness.percent);
  g_string_append_printf (out, ",\"threads\":{\"people\":%d,\"places\":%d"
                          ",\"with-decision-maker\":%s",
                          threads->n_active, threads->n_threads,
                          json_boolean (threads->with_decision_maker));
  clinch_command_json_member (out, "risk", risk_codes[threads->risk]);
  g_string_append_c (out, '}');
  append_coverage (out, chain->coverage);
}

static void
append_findings (GString                   *out,
                 ClinchDb                  *db,
                 const ClinchDecisionChain *chain)
{
  g_string_append (out, ",\"findings\":[");
  for (guint i = 0; i < chain->notices->len; i++)
    {
      const ClinchChainNotice *notice = chain->notices->pdata[i];

      g_string_append (out, i > 0 ? ",{\"code\":" : "{\"code\":");
      clinch_command_json_text (out, clinch_finding_code (notice->finding->kind));
      clinch_command_json_member (out, "severity",
                                  clinch_severity_code (notice->finding->severity));
      clinch_command_json_member (out, "step", clinch_chain_step_code (notice->finding->step));
      clinch_command_json_member (out, "message", notice->title);
      clinch_command_json_member (out, "why", notice->why);
      clinch_command_json_member (out, "advice", notice->advice);
      append_people (out, db, notice->finding->people);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "],\"questions\":[");
  for (guint i = 0; i < chain->questions->len; i++)
    {
      const ClinchChainAsk *ask = chain->questions->pdata[i];

      g_string_append (out, i > 0 ? ",{\"code\":" : "{\"code\":");
      clinch_command_json_text (out, clinch_question_code (ask->question->kind));
      clinch_command_json_member (out, "message", ask->text);
      append_reference (out, "contact", db, CLINCH_KIND_CONTACT, ask->question->person);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_relation (GString                   *out,
                 ClinchDb                  *db,
                 const ClinchDecisionChain *chain)
{
  g_autofree char *score = clinch_command_hundredths (chain->relation.hundredths);

  g_string_append_printf (out, ",\"relationship\":{\"score\":%s,\"met\":%d,\"of\":%d,\"rules\":[",
                          score, (int) chain->relation.met_weight,
                          (int) chain->relation.total_weight);
  for (guint i = 0; i < chain->verdicts->len; i++)
    {
      const ClinchChainVerdict *verdict = chain->verdicts->pdata[i];

      g_string_append (out, i > 0 ? ",{\"side\":" : "{\"side\":");
      clinch_command_json_text (out, side_codes[verdict->rule->side]);
      clinch_command_json_member (out, "step", step_codes[verdict->rule->step]);
      g_string_append_printf (out, ",\"weight\":%d,\"met\":%s", verdict->rule->weight,
                              json_boolean (verdict->result.met));
      clinch_command_json_member (out, "message", verdict->title);
      clinch_command_json_member (out, "why", verdict->why);
      append_people (out, db, verdict->people);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}");
}

static void
append_pair (GString               *out,
             ClinchDb              *db,
             gint64                 contact_id,
             const ClinchChainPair *pair)
{
  g_string_append (out, "{\"contact\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_CONTACT, contact_id);
  g_string_append_printf (out, ",\"warmth\":%d,\"contacts\":%d", pair->warmth, pair->n_contacts);
  append_instant (out, "last-contact", pair->last_at);
  g_string_append_c (out, '}');
}

/* Pairs that were never in touch are left out. */
static void
append_matrix (GString                   *out,
               ClinchDb                  *db,
               const ClinchDecisionChain *chain)
{
  g_string_append (out, ",\"matrix\":[");
  for (guint i = 0; i < chain->matrix->members->len; i++)
    {
      const ClinchChainMember *member = chain->matrix->members->pdata[i];
      const char *separator = "";

      g_string_append (out, i > 0 ? ",{\"member\":" : "{\"member\":");
      clinch_command_json_reference (out, db, CLINCH_KIND_MEMBER, member->id);
      g_string_append_printf (out, ",\"warmth\":%d,\"pairs\":[", member->warmth);
      for (guint j = 0; j < chain->people->len; j++)
        {
          const ClinchChainPair *pair = clinch_chain_matrix_pair (chain->matrix, i, j);

          if (pair->n_contacts == 0)
            continue;
          g_string_append (out, separator);
          append_pair (out, db, clinch_decision_chain_person (chain, j)->id, pair);
          separator = ",";
        }
      g_string_append (out, "]}");
    }
  g_string_append_c (out, ']');
}

static void
append_help (GString                   *out,
             ClinchDb                  *db,
             const ClinchDecisionChain *chain)
{
  g_string_append (out, ",\"help\":[");
  for (guint i = 0; i < chain->help->len; i++)
    {
      const ClinchRow *request = ((const ClinchChainHelp *) chain->help->pdata[i])->request;

      g_string_append (out, i > 0 ? ",{\"uid\":" : "{\"uid\":");
      clinch_command_json_uid (out, &request->uid);
      append_reference (out, "asked", db, CLINCH_KIND_MEMBER,
                        clinch_row_int (request, CLINCH_HELP_REQUEST_ASKED));
      append_reference (out, "asker", db, CLINCH_KIND_MEMBER,
                        clinch_row_int (request, CLINCH_HELP_REQUEST_ASKER));
      append_reference (out, "contact", db, CLINCH_KIND_CONTACT,
                        clinch_row_int (request, CLINCH_HELP_REQUEST_CONTACT));
      clinch_command_json_member (out, "state",
                                  clinch_row_text (request, CLINCH_HELP_REQUEST_STATE));
      clinch_command_json_member (out, "brief",
                                  clinch_row_text (request, CLINCH_HELP_REQUEST_BRIEF));
      clinch_command_json_member (out, "due", clinch_row_text (request, CLINCH_HELP_REQUEST_DUE));
      clinch_command_json_member (out, "outcome",
                                  clinch_row_text (request, CLINCH_HELP_REQUEST_OUTCOME));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

void
clinch_command_chain_json (GString                   *out,
                           ClinchDb                  *db,
                           const ClinchDecisionChain *chain,
                           gboolean                   matrix)
{
  g_string_append (out, "{\"customer\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_CUSTOMER, chain->customer->id);
  append_reference (out, "opportunity", db, CLINCH_KIND_OPPORTUNITY,
                    chain->opportunity != NULL ? chain->opportunity->id : 0);
  clinch_command_json_member (out, "phase",
                              chain->phase == CLINCH_CHAIN_PROPOSAL ? "proposal" : "early");
  append_map (out, chain);
  g_string_append (out, ",\"people\":[");
  for (guint i = 0; i < chain->people->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "");
      append_person (out, db, chain, clinch_decision_chain_person (chain, i));
    }
  g_string_append_c (out, ']');
  append_lines (out, db, chain);
  append_findings (out, db, chain);
  append_relation (out, db, chain);
  append_help (out, db, chain);
  if (matrix)
    append_matrix (out, db, chain);
  g_string_append (out, "}\n");
}
