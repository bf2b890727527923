// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who decides at a customer: shown, judged, and help asked for.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-chain-brief.h"
#include "clinch-chain-operations.h"
#include "clinch-chain-words.h"
#include "clinch-clock.h"
#include "clinch-command-chain-private.h"
#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-help-operations.h"
#include "clinch-resolve.h"
#include "clinch-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Showing */

/* A customer goes before an opportunity that begins with its name. */
static gboolean
resolve_chain (ClinchDb    *db,
               const char  *text,
               gint64      *customer_id,
               gint64      *opportunity_id,
               GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  *customer_id = *opportunity_id = 0;
  if (clinch_resolve (db, CLINCH_KIND_CUSTOMER, text, customer_id, &local_error)
      || clinch_resolve (db, CLINCH_KIND_OPPORTUNITY, text, opportunity_id, NULL))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
add_pair (GPtrArray  *pairs,
          const char *label,
          const char *text)
{
  const char *pair[] = { label, text, NULL };

  g_ptr_array_add (pairs, g_strdupv ((char **) pair));
}

static void
print_figures (GString                   *out,
               const ClinchDecisionChain *chain)
{
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *score = clinch_command_hundredths (chain->relation.hundredths);
  g_autofree char *relation = NULL;
  g_autofree char *map = NULL;

  /* Translators: a score from 0 to 5 and the sum it is. */
  relation = g_strdup_printf (_("%1$s of 5 = 5 × %2$d ÷ %3$d"), score,
                              (int) chain->relation.met_weight,
                              (int) chain->relation.total_weight);
  map = chain->completeness.percent < 0 ? g_strdup (chain->status_label)
        : g_strdup_printf (_("%1$s (%2$d%% filled in)"), chain->status_label,
                           chain->completeness.percent);
  add_pair (pairs, clinch_kind_label (CLINCH_KIND_CUSTOMER, FALSE),
            clinch_row_name (chain->customer));
  if (chain->opportunity != NULL)
    add_pair (pairs, clinch_kind_label (CLINCH_KIND_OPPORTUNITY, FALSE),
              clinch_row_name (chain->opportunity));
  add_pair (pairs, _("Map"), map);
  add_pair (pairs, _("Threads"), chain->threads_label);
  add_pair (pairs, _("Relationship"), relation);
  clinch_command_pairs (out, pairs);
}

static void
add_row (GPtrArray *rows,
         ...)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *cell;
  va_list cells;

  va_start (cells, rows);
  while ((cell = va_arg (cells, const char *)) != NULL)
    g_strv_builder_add (builder, cell);
  va_end (cells);
  g_ptr_array_add (rows, g_strv_builder_end (builder));
}

static const char *
trait_text (const ClinchChainFigure *figure,
            ClinchTrait              trait)
{
  return figure->values[trait].label != NULL ? figure->values[trait].label : "–";
}

static const char *
best_text (const ClinchDecisionChain *chain,
           const ClinchChainFigure   *figure)
{
  if (figure->best_member < 0)
    return "–";

  return ((const ClinchChainMember *) chain->matrix->members->pdata[figure->best_member])->name;
}

static void
print_people (GString                   *out,
              const ClinchDecisionChain *chain)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (chain->people->len == 0)
    return;
  add_row (rows, C_("field", "Name"), C_("field", "Role in the Decision"), C_("field", "Power"),
           C_("field", "Support"), C_("field", "Coverage"), _("Warmth"), _("Knows Them Best"),
           C_("field", "Last Contact"), NULL);
  for (guint i = 0; i < chain->people->len; i++)
    {
      const ClinchChainFigure *figure = clinch_decision_chain_person (chain, i);
      g_autofree char *warmth = g_strdup_printf ("%d", figure->person->warmth);

      add_row (rows, clinch_decision_chain_name (chain, i),
               trait_text (figure, CLINCH_TRAIT_ROLE), trait_text (figure, CLINCH_TRAIT_POWER),
               trait_text (figure, CLINCH_TRAIT_SUPPORT),
               trait_text (figure, CLINCH_TRAIT_COVERAGE), warmth, best_text (chain, figure),
               figure->silence, NULL);
    }
  g_string_append_c (out, '\n');
  clinch_command_table (out, rows, 8);
}

static void
print_findings (GString                   *out,
                const ClinchDecisionChain *chain)
{
  if (chain->notices->len > 0)
    g_string_append_printf (out, "\n%s\n", _("Findings"));
  for (guint i = 0; i < chain->notices->len; i++)
    {
      const ClinchChainNotice *notice = chain->notices->pdata[i];

      g_string_append_printf (out, "  %s · %s\n    %s\n    → %s (%s)\n",
                              clinch_chain_severity_label (notice->finding->severity),
                              notice->title, notice->why, notice->advice, notice->step_label);
    }
  if (chain->questions->len > 0)
    g_string_append_printf (out, "\n%s\n", _("To Ask at the Next Visit"));
  for (guint i = 0; i < chain->questions->len; i++)
    g_string_append_printf (out, "  %s\n",
                            ((const ClinchChainAsk *) chain->questions->pdata[i])->text);
}

static void
print_matrix (GString                   *out,
              const ClinchDecisionChain *chain)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_members = chain->matrix->members->len;

  for (guint i = 0; i <= chain->people->len; i++)
    {
      g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_add (cells, i == 0 ? "" : clinch_decision_chain_name (chain, i - 1));
      for (guint j = 0; j < n_members; j++)
        {
          const ClinchChainMember *member = chain->matrix->members->pdata[j];
          const ClinchChainPair *pair = i > 0 ? clinch_chain_matrix_pair (chain->matrix, j, i - 1)
                                        : NULL;

          g_strv_builder_take (cells, pair == NULL ? g_strdup (member->name)
                               : pair->n_contacts == 0 ? g_strdup ("–")
                               : g_strdup_printf ("%d", pair->warmth));
        }
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }
  g_string_append_printf (out, "\n%s\n", _("Warmth Between Our People and Theirs"));
  clinch_command_table (out, rows, (int) n_members + 1);
}

static gboolean
run_chain (ClinchCommandRun  *run,
           ClinchDb          *db,
           GError           **error)
{
  gboolean matrix = clinch_command_option (run, "matrix") != NULL;
  g_autoptr(ClinchDecisionChain) chain = NULL;
  gint64 customer_id;
  gint64 opportunity_id;

  if (!resolve_chain (db, run->arguments[0], &customer_id, &opportunity_id, error))
    return FALSE;
  chain = clinch_decision_chain_load (db, customer_id, opportunity_id, clinch_clock_now (), error);
  if (chain == NULL)
    return FALSE;

  if (run->json)
    {
      clinch_command_chain_json (run->out, db, chain, matrix);
      return TRUE;
    }
  print_figures (run->out, chain);
  print_people (run->out, chain);
  print_findings (run->out, chain);
  if (matrix)
    print_matrix (run->out, chain);

  return TRUE;
}

/* --- Judging */

static const ClinchField *
find_scale (const char *name,
            gsize       length)
{
  g_autofree char *word = g_strndup (name, length);
  const ClinchField *field = clinch_kind_find_field (CLINCH_KIND_ASSESSMENT, word);

  return field != NULL && field->index >= CLINCH_ASSESSMENT_ROLE ? field : NULL;
}

static gboolean
prepare_judge (ClinchCommandRun  *run,
               GError           **error)
{
  for (guint i = 1; i < run->n_arguments; i++)
    {
      const char *equals = strchr (run->arguments[i], '=');

      if (equals == NULL || find_scale (run->arguments[i], equals - run->arguments[i]) == NULL)
        {
          clinch_command_usage_error (run, error,
                                      _("“%s” is not one of role=, power=, support=, coverage=, "
                                        "orientation=, source=, confidence=, note=."),
                                      run->arguments[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/* The contact of --customer, or of the customer of --opportunity, or whoever is called so. */
static gboolean
resolve_contact (ClinchCommandRun  *run,
                 ClinchDb          *db,
                 const char        *text,
                 gint64             opportunity_id,
                 gint64            *contact_id,
                 GError           **error)
{
  const char *customer = clinch_command_option (run, "customer");
  gint64 customer_id = 0;

  if (customer != NULL && !clinch_resolve (db, CLINCH_KIND_CUSTOMER, customer, &customer_id, error))
    return FALSE;
  if (customer == NULL && opportunity_id != 0
      && !clinch_db_query_int (db, &customer_id, NULL, error,
                               "SELECT customer_id FROM opportunity WHERE id = ?", "i",
                               opportunity_id))
    return FALSE;
  if (customer_id == 0)
    return clinch_resolve (db, CLINCH_KIND_CONTACT, text, contact_id, error);

  return clinch_resolve_within (db, clinch_kind_field (CLINCH_KIND_CONTACT,
                                                       CLINCH_CONTACT_CUSTOMER),
                                customer_id, text, contact_id, error);
}

static gboolean
resolve_opportunity (ClinchCommandRun  *run,
                     ClinchDb          *db,
                     gint64            *opportunity_id,
                     GError           **error)
{
  const char *opportunity = clinch_command_option (run, "opportunity");

  *opportunity_id = 0;
  return opportunity == NULL
         || clinch_resolve (db, CLINCH_KIND_OPPORTUNITY, opportunity, opportunity_id, error);
}

static gboolean
run_judge (ClinchCommandRun  *run,
           ClinchTxn         *txn,
           GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(ClinchRow) values = clinch_row_new (CLINCH_KIND_ASSESSMENT);
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);
  gint64 contact_id;
  gint64 opportunity_id;

  if (!resolve_opportunity (run, db, &opportunity_id, error)
      || !resolve_contact (run, db, run->arguments[0], opportunity_id, &contact_id, error))
    return FALSE;
  for (guint i = 1; i < run->n_arguments; i++)
    {
      const char *equals = strchr (run->arguments[i], '=');

      if (!clinch_value_parse (context,
                               find_scale (run->arguments[i], equals - run->arguments[i]),
                               equals + 1, values, error))
        return FALSE;
    }
  if (!clinch_operation_assess (txn, contact_id, opportunity_id, values, error))
    return FALSE;

  run->kind = CLINCH_KIND_CONTACT;
  return clinch_command_name_record (run, db, contact_id, error);
}

/* --- Help */

static gboolean
prepare_ask_help (ClinchCommandRun  *run,
                  GError           **error)
{
  if (clinch_command_option (run, "customer") != NULL
      || clinch_command_option (run, "opportunity") != NULL)
    return TRUE;

  clinch_command_usage_error (run, error, _("Name the customer or the opportunity, with "
                                            "--customer or --opportunity."));
  return FALSE;
}

/* Without words of one's own the brief says what the decision chain lacks. */
static gboolean
fill_brief (ClinchCommandRun  *run,
            ClinchDb          *db,
            ClinchRow         *request,
            GError           **error)
{
  const char *brief = clinch_command_option (run, "brief");
  g_autoptr(ClinchDecisionChain) chain = NULL;

  if (brief != NULL)
    {
      clinch_row_set_text (request, CLINCH_HELP_REQUEST_BRIEF, brief);
      return TRUE;
    }
  chain = clinch_decision_chain_load (db,
                                      clinch_row_int (request, CLINCH_HELP_REQUEST_CUSTOMER),
                                      clinch_row_int (request, CLINCH_HELP_REQUEST_OPPORTUNITY),
                                      clinch_clock_now (), error);
  if (chain == NULL)
    return FALSE;

  clinch_row_take_text (request, CLINCH_HELP_REQUEST_BRIEF,
                        clinch_chain_brief (chain, clinch_row_int (request,
                                                                   CLINCH_HELP_REQUEST_CONTACT)));
  return TRUE;
}

static gboolean
fill_about (ClinchCommandRun  *run,
            ClinchDb          *db,
            ClinchRow         *request,
            GError           **error)
{
  const char *customer = clinch_command_option (run, "customer");
  const char *contact = clinch_command_option (run, "contact");
  gint64 customer_id = 0;
  gint64 opportunity_id;
  gint64 contact_id;

  if (!resolve_opportunity (run, db, &opportunity_id, error)
      || (customer != NULL
          && !clinch_resolve (db, CLINCH_KIND_CUSTOMER, customer, &customer_id, error)))
    return FALSE;
  if (customer_id != 0)
    clinch_row_set_int (request, CLINCH_HELP_REQUEST_CUSTOMER, customer_id);
  if (opportunity_id != 0)
    clinch_row_set_int (request, CLINCH_HELP_REQUEST_OPPORTUNITY, opportunity_id);
  if (contact == NULL)
    return TRUE;
  if (!resolve_contact (run, db, contact, opportunity_id, &contact_id, error))
    return FALSE;

  clinch_row_set_int (request, CLINCH_HELP_REQUEST_CONTACT, contact_id);
  return TRUE;
}

static gboolean
run_ask_help (ClinchCommandRun  *run,
              ClinchTxn         *txn,
              GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(ClinchRow) request = clinch_row_new (CLINCH_KIND_HELP_REQUEST);
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);
  gint64 asked_id;
  gint64 id;

  if (!clinch_resolve (db, CLINCH_KIND_MEMBER, run->arguments[0], &asked_id, error))
    return FALSE;
  clinch_row_set_int (request, CLINCH_HELP_REQUEST_ASKED, asked_id);
  if (!clinch_value_parse (context, clinch_kind_field (CLINCH_KIND_HELP_REQUEST,
                                                       CLINCH_HELP_REQUEST_DUE),
                           clinch_command_option (run, "due"), request, error)
      || !fill_about (run, db, request, error) || !fill_brief (run, db, request, error))
    return FALSE;
  id = clinch_operation_ask_help (txn, request, error);
  if (id == 0)
    return FALSE;
  if (!run->json)
    g_string_append (run->out, clinch_row_text (request, CLINCH_HELP_REQUEST_BRIEF));

  run->kind = CLINCH_KIND_HELP_REQUEST;
  return clinch_command_name_record (run, db, id, error);
}

static gboolean
run_answer_help (ClinchCommandRun  *run,
                 ClinchTxn         *txn,
                 GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  const char *state = clinch_choice_find (CLINCH_CHOICE_HELP_STATE, run->arguments[1]);
  gint64 id;

  if (!clinch_resolve (db, CLINCH_KIND_HELP_REQUEST, run->arguments[0], &id, error)
      || !clinch_operation_answer_help (txn, id, state != NULL ? state : run->arguments[1],
                                        clinch_command_option (run, "outcome"), error))
    return FALSE;

  run->kind = CLINCH_KIND_HELP_REQUEST;
  return clinch_command_name_record (run, db, id, error);
}

static const ClinchCommandOption chain_options[] = {
  { "matrix", NULL, N_("Show how warm our people are with theirs") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption judge_options[] = {
  { "opportunity", "ID", N_("For this opportunity alone; for all of the customer's if not given") },
  { "customer", "ID", N_("The customer for whom the contact works") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption ask_help_options[] = {
  { "customer", "ID", N_("The customer it is about") },
  { "opportunity", "ID", N_("The opportunity it is about") },
  { "contact", "ID", N_("Whom to meet") },
  { "brief", "TEXT", N_("What to know; what the decision chain lacks if not given") },
  { "due", "DATE", N_("By when it is needed") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption answer_help_options[] = {
  { "outcome", "TEXT", N_("What came of it, or why not") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_chain[] = {
  { "decision-chain", "OPPORTUNITY|CUSTOMER [--matrix]",
    N_("Show who decides, what is missing and what to ask"), 1, 1, CLINCH_COMMAND_READ,
    chain_options, NULL, run_chain, NULL },
  { "judge", "CONTACT SCALE=VALUE… [--opportunity ID] [--customer ID]",
    N_("Say how somebody stands: role, power, support, coverage, orientation"), 2, -1,
    CLINCH_COMMAND_WRITE, judge_options, prepare_judge, NULL, run_judge },
  { "ask-help",
    "MEMBER --customer ID|--opportunity ID [--contact ID] [--brief TEXT] [--due DATE]",
    N_("Ask an executive or expert of ours to join"), 1, 1, CLINCH_COMMAND_WRITE,
    ask_help_options, prepare_ask_help, NULL, run_ask_help },
  { "answer-help", "UID accepted|declined|done [--outcome TEXT]",
    N_("Say what becomes of a request for help"), 2, 2, CLINCH_COMMAND_WRITE, answer_help_options,
    NULL, NULL, run_answer_help },
  { NULL },
};
