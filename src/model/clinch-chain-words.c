// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sentences of the decision chain. The questions are those that salespeople ask, word for word
// where the trade has them.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-chain-words.h"

#include "clinch-kind.h"

#include <glib/gi18n-lib.h>

/* So many names of a list are said. */
#define MAX_NAMES 4

static const char * const step_labels[CLINCH_N_CHAIN_STEPS] = {
  [CLINCH_CHAIN_STEP_LOG] = N_("Log a Contact"),
  [CLINCH_CHAIN_STEP_PLAN_VISIT] = N_("Plan a Visit"),
  [CLINCH_CHAIN_STEP_ASK_EXECUTIVE] = N_("Ask an Executive for Help"),
  [CLINCH_CHAIN_STEP_SET_ROLE] = N_("Judge Roles"),
  [CLINCH_CHAIN_STEP_ADD_PLACEHOLDER] = N_("Add a Placeholder"),
};

static const char * const severity_labels[] = {
  [CLINCH_SEVERITY_NONE] = NC_ ("severity", "Fine"),
  [CLINCH_SEVERITY_INFO] = NC_ ("severity", "Note"),
  [CLINCH_SEVERITY_WARNING] = NC_ ("severity", "Warning"),
  [CLINCH_SEVERITY_ALERT] = NC_ ("severity", "Alert"),
};

static const char * const rule_titles[CLINCH_N_RELATION_SIDES][CLINCH_N_RELATION_STEPS] = {
  [CLINCH_RELATION_DECISION_MAKERS] = {
    [CLINCH_RELATION_IDENTIFIED] = N_("We know who decides"),
    [CLINCH_RELATION_ACCESS] = N_("We have met a decision maker"),
    [CLINCH_RELATION_DIALOGUE] = N_("We talk with a decision maker time and again"),
    [CLINCH_RELATION_SUPPORT] = N_("A decision maker supports us"),
  },
  [CLINCH_RELATION_ADVISERS] = {
    [CLINCH_RELATION_IDENTIFIED] = N_("We know who approves, advises or evaluates"),
    [CLINCH_RELATION_ACCESS] = N_("We have met one of those who approve, advise or evaluate"),
    [CLINCH_RELATION_DIALOGUE] = N_("We talk with one of those who approve, advise or evaluate"
                                     " time and again"),
    [CLINCH_RELATION_SUPPORT] = N_("One of those who approve, advise or evaluate supports us"),
  },
  [CLINCH_RELATION_USERS] = {
    [CLINCH_RELATION_IDENTIFIED] = N_("We know who will work with it"),
    [CLINCH_RELATION_ACCESS] = N_("We have met a hands-on user"),
    [CLINCH_RELATION_DIALOGUE] = N_("We talk with a hands-on user time and again"),
    [CLINCH_RELATION_SUPPORT] = N_("A hands-on user supports us"),
  },
};

static const char * const status_labels[] = {
  [CLINCH_MAP_EMPTY] = N_("Nobody is known yet"),
  [CLINCH_MAP_PEOPLE] = N_("People are known, but no key player"),
  [CLINCH_MAP_KEY_PLAYERS] = N_("Key players are known, but none supports us"),
  [CLINCH_MAP_SUPPORTED] = N_("Key players support us"),
};

char *
clinch_chain_names (const char * const *names,
                    gsize               n_names)
{
  g_autoptr(GString) list = g_string_new (NULL);
  gsize n_shown = n_names > MAX_NAMES + 1 ? MAX_NAMES : n_names;
  int n_others = (int) (n_names - n_shown);

  for (gsize i = 0; i < n_shown; i++)
    /* Translators: between the items of a list. */
    g_string_append_printf (list, "%s%s", i > 0 ? C_ ("list", ", ") : "", names[i]);
  if (n_others == 0)
    return g_string_free (g_steal_pointer (&list), FALSE);

  /* Translators: names of people, and how many there are beside them. */
  return g_strdup_printf (ngettext ("%1$s and %2$d more", "%1$s and %2$d more", n_others),
                          list->str, n_others);
}

static const char *
level_label (ClinchLevel level)
{
  return clinch_choice_label (CLINCH_CHOICE_LEVEL, clinch_level_code (level));
}

/* A department as it stands in the middle of a sentence: 采购 and 采购部 are spoken of as 采购部门. */
static char *
department_words (const char *department)
{
  glong n_chars = g_utf8_strlen (department, -1);
  gboolean short_name = n_chars <= 2 && g_unichar_iswide (g_utf8_get_char (department));

  if (g_str_has_suffix (department, "部"))
    return g_strconcat (department, "门", NULL);

  return g_strconcat (department, short_name ? "部门" : "", NULL);
}

static char *
ask_department (const char *department)
{
  g_autofree char *words = department_words (department);

  /* Translators: a question to a customer; a department of theirs. */
  return g_strdup_printf (_("Do we need to talk with %s as well?"), words);
}

static char *
ask_level (ClinchLevel level)
{
  /* Translators: a question to a customer; a level of their organisation: Executive, Director … */
  return g_strdup_printf (_("Do we need to talk with somebody on the level “%s” as well?"),
                          level_label (level));
}

/* --- Findings */

static char *
thread_title (const ClinchFinding *finding)
{
  if (finding->figure == 0)
    return g_strdup (_("We are in touch with nobody at present"));
  if (finding->kind == CLINCH_FINDING_SINGLE_THREAD)
    return g_strdup (_("All hangs by a single contact"));
  if (finding->figure > 2)
    return g_strdup (_("We are not in touch with a decision maker"));

  return g_strdup (_("We are in touch in two places only"));
}

char *
clinch_chain_finding_title (const ClinchFinding *finding,
                            const char          *names)
{
  g_autofree char *department = NULL;

  switch (finding->kind)
    {
    case CLINCH_FINDING_MAP_EMPTY:
      return g_strdup (_("The customer map is still empty"));
    case CLINCH_FINDING_NO_DECISION_MAKER:
      return g_strdup (_("Nobody knows who has the final say"));
    case CLINCH_FINDING_DECISION_MAKER_NOT_REACHED:
      return g_strdup_printf (_("%s decides, and we have never met"), names);
    case CLINCH_FINDING_SINGLE_THREAD:
    case CLINCH_FINDING_FEW_THREADS:
      return thread_title (finding);
    case CLINCH_FINDING_AGAINST_US:
      return g_strdup (finding->figure > finding->other
                       ? _("More people are against us than for us")
                       : _("As many people are against us as for us"));
    case CLINCH_FINDING_KEY_PLAYERS:
      return g_strdup (_("Less than half of the key players support us"));
    case CLINCH_FINDING_MENTOR_SILENT:
      return g_strdup_printf (_("Our mentor %s has gone quiet"), names);
    case CLINCH_FINDING_GOING_COLD:
      return g_strdup_printf (_("%s is going cold"), names);
    case CLINCH_FINDING_DEPARTMENT:
      department = department_words (finding->department);
      return g_strdup_printf (_("We have met nobody of %s"), department);
    case CLINCH_FINDING_LEVEL:
      return g_strdup_printf (_("We have met nobody on the level “%s”"),
                              level_label (finding->level));
    case CLINCH_FINDING_PLACEHOLDERS:
      return g_strdup_printf (ngettext ("%d person must exist whom nobody knows yet",
                                        "%d people must exist whom nobody knows yet",
                                        finding->figure), finding->figure);
    case CLINCH_FINDING_NO_ROLE:
      return g_strdup_printf (ngettext ("The role of %d person is not judged",
                                        "The roles of %d people are not judged",
                                        finding->figure), finding->figure);
    case CLINCH_FINDING_NO_OPPONENT:
      return g_strdup (_("Nobody is known to be against us"));
    case CLINCH_N_FINDINGS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
decision_maker_why (const ClinchFinding *finding,
                    const char          *names)
{
  if (finding->people->len == 0)
    return g_strdup (_("Nobody on the map is a decision maker."));
  if (finding->step == CLINCH_CHAIN_STEP_SET_ROLE)
    return g_strdup_printf (_("Roles that are not judged: %s."), names);

  return g_strdup_printf (_("“%s” stands for somebody whose name we do not know."), names);
}

static char *
thread_why (const ClinchFinding *finding,
            const char          *names)
{
  if (finding->other == 0)
    return g_strdup_printf (_("Nobody's warmth is above %d."), clinch_chain_rules.active_warmth);

  return g_strdup_printf (_("In touch: %s."), names);
}

static char *
silence_why (const ClinchFinding *finding)
{
  if (finding->figure < 0)
    return g_strdup (_("No contact was ever logged."));
  if (finding->kind == CLINCH_FINDING_MENTOR_SILENT)
    return g_strdup_printf (ngettext ("The last contact was %d day ago.",
                                      "The last contact was %d days ago.", finding->figure),
                            finding->figure);

  /* Translators: a person's silence, and the silence that is too long for them. */
  return g_strdup_printf (ngettext ("Silent for %1$d day; for this person %2$d are too many.",
                                    "Silent for %1$d days; for this person %2$d are too many.",
                                    finding->figure), finding->figure, finding->other);
}

static char *
group_why (const ClinchFinding *finding,
           const char          *names)
{
  if (finding->figure == 0)
    return g_strdup (_("Nobody of it is on the map."));

  return g_strdup_printf (_("On the map, but never met: %s."), names);
}

char *
clinch_chain_finding_why (const ClinchFinding *finding,
                          const char          *names)
{
  switch (finding->kind)
    {
    case CLINCH_FINDING_MAP_EMPTY:
      return finding->figure == 0 ? g_strdup (_("No contact of this customer is known."))
             : g_strdup_printf (_("There are placeholders only: %s."), names);
    case CLINCH_FINDING_NO_DECISION_MAKER:
      return decision_maker_why (finding, names);
    case CLINCH_FINDING_DECISION_MAKER_NOT_REACHED:
      return g_strdup (_("No contact was ever logged."));
    case CLINCH_FINDING_SINGLE_THREAD:
    case CLINCH_FINDING_FEW_THREADS:
      return thread_why (finding, names);
    case CLINCH_FINDING_AGAINST_US:
      /* Translators: how many are against us, who they are, how many are for us. */
      return g_strdup_printf (_("Against us: %1$d (%2$s); for us: %3$d."), finding->figure, names,
                              finding->other);
    case CLINCH_FINDING_KEY_PLAYERS:
      /* Translators: how many of how many, and the names of the others. */
      return g_strdup_printf (_("%1$d of %2$d support us; not yet: %3$s."), finding->figure,
                              finding->other, names);
    case CLINCH_FINDING_MENTOR_SILENT:
    case CLINCH_FINDING_GOING_COLD:
      return silence_why (finding);
    case CLINCH_FINDING_DEPARTMENT:
    case CLINCH_FINDING_LEVEL:
      return group_why (finding, names);
    case CLINCH_FINDING_PLACEHOLDERS:
    case CLINCH_FINDING_NO_ROLE:
      return g_strdup_printf (_("These are: %s."), names);
    case CLINCH_FINDING_NO_OPPONENT:
      return g_strdup (_("Where nobody objects openly, somebody may do so behind our back."));
    case CLINCH_N_FINDINGS:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
clinch_chain_finding_advice (const ClinchFinding *finding,
                             const char          *names)
{
  switch (finding->kind)
    {
    case CLINCH_FINDING_MAP_EMPTY:
      return g_strdup (_("Do not hurry with the proposal: find out first who decides, who "
                         "advises and who will work with it."));
    case CLINCH_FINDING_NO_DECISION_MAKER:
      return g_strdup (_("Who has the final say on this project?"));
    case CLINCH_FINDING_DECISION_MAKER_NOT_REACHED:
      return g_strdup (_("Ask somebody they trust for an introduction, or one of our "
                         "executives to come along."));
    case CLINCH_FINDING_SINGLE_THREAD:
    case CLINCH_FINDING_FEW_THREADS:
      return g_strdup (_("Do not rely on one contact: get to know technology, purchasing and "
                         "management as well."));
    case CLINCH_FINDING_AGAINST_US:
      return g_strdup_printf (_("What does %s object to, and whose word counts with them?"), names);
    case CLINCH_FINDING_KEY_PLAYERS:
      return g_strdup_printf (_("What would %s have to see to be for us?"), names);
    case CLINCH_FINDING_MENTOR_SILENT:
      return g_strdup_printf (_("What has changed inside since we last talked with %s?"), names);
    case CLINCH_FINDING_GOING_COLD:
      return g_strdup (_("Come back with something of use: news of the industry, a new "
                         "proposal, a case like theirs."));
    case CLINCH_FINDING_DEPARTMENT:
      return ask_department (finding->department);
    case CLINCH_FINDING_LEVEL:
      return ask_level (finding->level);
    case CLINCH_FINDING_PLACEHOLDERS:
      return g_strdup (_("Ask those we know who that is, and who could introduce us."));
    case CLINCH_FINDING_NO_ROLE:
      return g_strdup (_("A few questions help to judge which part each has in the decision."));
    case CLINCH_FINDING_NO_OPPONENT:
      return g_strdup (_("Who could be against it, and why?"));
    case CLINCH_N_FINDINGS:
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
clinch_chain_step_label (ClinchChainStep step)
{
  return _(step_labels[step]);
}

const char *
clinch_chain_severity_label (ClinchSeverity severity)
{
  return g_dpgettext2 (NULL, "severity", severity_labels[severity]);
}

/* --- Questions */

char *
clinch_chain_question_text (const ClinchQuestion *question,
                            const char           *name)
{
  switch (question->kind)
    {
    case CLINCH_QUESTION_WHO_DECIDES:
      return g_strdup (_("Who has the final say on this project?"));
    case CLINCH_QUESTION_WHO_APPROVES:
      return g_strdup (_("Who has to approve the budget, and up to which amount?"));
    case CLINCH_QUESTION_WHO_EVALUATES:
      return g_strdup (_("Who compares the offers, and by what?"));
    case CLINCH_QUESTION_WHO_USES:
      return g_strdup (_("Who will work with it every day?"));
    case CLINCH_QUESTION_WHO_IS_IT:
      return g_strdup_printf (_("Who is “%s”?"), name);
    case CLINCH_QUESTION_WHO_INTRODUCES:
      return g_strdup_printf (_("Who could introduce us to %s?"), name);
    case CLINCH_QUESTION_MEET_DEPARTMENT:
      return ask_department (question->department);
    case CLINCH_QUESTION_MEET_LEVEL:
      return ask_level (question->level);
    case CLINCH_QUESTION_WHERE_STANDS:
      return g_strdup_printf (_("What does %s think of us?"), name);
    case CLINCH_QUESTION_WHAT_COUNTS:
      return g_strdup_printf (_("What counts most for %s: the price, the technology, the "
                                "relationship or the business?"), name);
    case CLINCH_QUESTION_WHO_OBJECTS:
      return g_strdup (_("Who could be against it, and why?"));
    case CLINCH_N_QUESTIONS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* --- The relationship score */

const char *
clinch_chain_rule_title (const ClinchRelationRule *rule)
{
  return _(rule_titles[rule->side][rule->step]);
}

char *
clinch_chain_rule_why (const ClinchRelationResult *result,
                       const char                 *met_by,
                       const char                 *side)
{
  if (result->n_people == 0)
    return g_strdup (_("Nobody has this role yet."));
  if (result->n_met == 0)
    return g_strdup_printf (_("Not yet true of: %s."), side);

  return g_strdup_printf (_("True of: %s."), met_by);
}

/* --- Contact */

static char *
last_contact_text (int days)
{
  if (days == 0)
    return g_strdup (_("Last contact today"));

  return g_strdup_printf (ngettext ("Last contact %d day ago", "Last contact %d days ago", days),
                          days);
}

char *
clinch_chain_silence_text (const ClinchRhythm *rhythm)
{
  g_autofree char *last = NULL;
  g_autofree char *usual = NULL;

  if (rhythm->silence_days < 0)
    return g_strdup (_("No contact within a year"));
  last = last_contact_text (rhythm->silence_days);
  if (rhythm->gap_days == 0)
    return g_steal_pointer (&last);

  usual = g_strdup_printf (ngettext ("usually every %d day", "usually every %d days",
                                     rhythm->gap_days), rhythm->gap_days);
  if (!rhythm->cold)
    /* Translators: Last contact 3 days ago, usually every 7 days. */
    return g_strdup_printf (C_ ("contact", "%1$s, %2$s"), last, usual);

  /* Translators: Last contact 30 days ago, usually every 7 days: going cold. */
  return g_strdup_printf (C_ ("contact", "%1$s, %2$s: going cold"), last, usual);
}

/* --- The map */

const char *
clinch_chain_status_label (ClinchMapStatus status)
{
  return _(status_labels[status]);
}

char *
clinch_chain_threads_label (const ClinchChainThreads *threads)
{
  g_autofree char *text = NULL;

  if (threads->n_active == 0)
    return g_strdup (_("In touch with nobody at present"));

  text = g_strdup_printf (ngettext ("In touch in %d place", "In touch in %d places",
                                    threads->n_threads), threads->n_threads);
  /* Translators: In touch in 3 places, with the decision maker. */
  return threads->with_decision_maker
         ? g_strdup_printf (_("%s, with the decision maker"), text)
         : g_strdup_printf (_("%s, without the decision maker"), text);
}
