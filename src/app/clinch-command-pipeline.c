// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands of the daily work: move an opportunity, log a follow-up, say where things stand, search.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-operations.h"
#include "clinch-quick-drafts.h"
#include "clinch-record-text.h"
#include "clinch-resolve.h"
#include "clinch-search.h"
#include "clinch-status.h"
#include "clinch-step-label.h"
#include "clinch-waiting.h"

#include <glib/gi18n-lib.h>

#define SEARCH_LIMIT 20

static void
today_of (gint64 now,
          char   today[CLINCH_DATE_SIZE])
{
  clinch_date_from_instant (now, clinch_clock_timezone (), today);
}

static void
name_opportunity (ClinchCommandRun *run,
                  GString          *out,
                  const ClinchRow  *row)
{
  g_string_append (out, "\"kind\":\"opportunities\",\"uid\":");
  clinch_command_json_uid (out, &row->uid);
  g_string_append (out, ",\"name\":");
  clinch_command_json_text (out, clinch_row_name (row));
  g_string_append_c (out, ',');
}

/* What is said beside a move is a field of the opportunity. */
static gboolean
run_move (ClinchCommandRun  *run,
          ClinchTxn         *txn,
          GError           **error)
{
  static const char *const fields[][2] = {
    { "reason", "lost-reason" },
    { "competitor", "competitor" },
    { "amount", "amount" },
    { "date", "closed-date" },
  };
  g_autoptr(GPtrArray) assignments = g_ptr_array_new_null_terminated (5, g_free, TRUE);
  g_autoptr(ClinchRow) row = NULL;
  gint64 id;

  if (!clinch_resolve (clinch_txn_db (txn), CLINCH_KIND_OPPORTUNITY, run->arguments[0], &id, error))
    return FALSE;
  g_ptr_array_add (assignments, g_strconcat ("stage=", run->arguments[1], NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = clinch_command_option (run, fields[i][0]);

      if (value != NULL)
        g_ptr_array_add (assignments, g_strconcat (fields[i][1], "=", value, NULL));
    }
  if (!clinch_record_edit (txn, CLINCH_KIND_OPPORTUNITY, id,
                           (const char *const *) assignments->pdata, error))
    return FALSE;

  row = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_OPPORTUNITY, id, error);
  if (row == NULL)
    return FALSE;
  name_opportunity (run, run->members, row);
  g_string_append (run->members, "\"stage\":");
  clinch_command_json_reference (run->members, clinch_txn_db (txn), CLINCH_KIND_STAGE,
                                 clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE));
  g_string_append_c (run->members, ',');

  return TRUE;
}

static gboolean
resolve_option (ClinchCommandRun  *run,
                ClinchDb          *db,
                const char        *name,
                ClinchKind         kind,
                gint64            *id,
                GError           **error)
{
  const char *value = clinch_command_option (run, name);

  *id = 0;
  return value == NULL || clinch_resolve (db, kind, value, id, error);
}

/* Several customers that fit are named, so that one can be chosen. */
static void
refuse_draft (const ClinchQuickDrafts  *drafts,
              const ClinchQuickDraft   *draft,
              GError                  **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (gsize i = 0; i < draft->customer.n_alternatives && i < 5; i++)
    {
      gint64 id = draft->customer.alternatives[i];

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              clinch_quick_drafts_name (drafts, CLINCH_KIND_CUSTOMER, id));
    }
  if (names->len > 0)
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_AMBIGUOUS,
                 _("The text can mean several customers: %s. Name one with --customer."),
                 names->str);
  else
    g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                         _("The text names no customer of this workspace."
                           " Name one with --customer."));
}

static gboolean
add_draft (ClinchCommandRun         *run,
           ClinchTxn                *txn,
           const ClinchQuickDrafts  *drafts,
           const ClinchQuickDraft   *draft,
           GError                  **error)
{
  g_autoptr(ClinchRow) row = clinch_quick_drafts_row (drafts, draft, clinch_txn_now (txn));
  g_autoptr(ClinchValueContext) context = NULL;
  const ClinchField *fields;
  int n_fields;

  if (clinch_row_is_null (row, CLINCH_FOLLOW_UP_CUSTOMER))
    {
      refuse_draft (drafts, draft, error);
      return FALSE;
    }
  if (clinch_operation_add (txn, row, error) == 0)
    return FALSE;

  context = clinch_value_context_new (clinch_txn_db (txn));
  if (run->json)
    {
      if (run->out->len > 0)
        g_string_append_c (run->out, ',');
      clinch_command_json_record (run->out, context, row);
      return TRUE;
    }
  fields = clinch_kind_fields (CLINCH_KIND_FOLLOW_UP, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *value = clinch_value_format (context, row, &fields[i], TRUE);

      if (*value == '\0')
        continue;
      g_string_append (run->out, "  ");
      clinch_command_pad (run->out, clinch_field_label (&fields[i]), 16);
      g_string_append_printf (run->out, " %s\n", value);
    }

  return TRUE;
}

static gboolean
run_log (ClinchCommandRun  *run,
         ClinchTxn         *txn,
         GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autofree char *text = g_strjoinv (" ", run->arguments);
  g_autoptr(ClinchQuickDrafts) drafts = NULL;
  g_autofree char *many = NULL;
  char today[CLINCH_DATE_SIZE];
  gint64 opportunity;
  gint64 customer;

  today_of (clinch_txn_now (txn), today);
  if (!resolve_option (run, db, "customer", CLINCH_KIND_CUSTOMER, &customer, error) ||
      !resolve_option (run, db, "opportunity", CLINCH_KIND_OPPORTUNITY, &opportunity, error))
    return FALSE;
  drafts = clinch_quick_drafts_read (db, text, today, customer, opportunity, 0, error);
  if (drafts == NULL)
    return FALSE;
  if (drafts->drafts->len == 0)
    {
      clinch_command_usage_error (run, error, _("The text is empty."));
      return FALSE;
    }

  many = g_strdup_printf ("%u", drafts->drafts->len);
  if (drafts->drafts->len > 1)
    clinch_txn_set_action (txn, CLINCH_ACTION_LOG_MANY, many, NULL);
  for (guint i = 0; i < drafts->drafts->len; i++)
    if (!add_draft (run, txn, drafts, drafts->drafts->pdata[i], error))
      return FALSE;
  if (run->json)
    {
      g_string_append_printf (run->members, "\"follow-ups\":[%s],", run->out->str);
      g_string_truncate (run->out, 0);
    }

  return TRUE;
}

/* The sentence does not change with it: whoever waits is told so in a line of its own. */
static void
print_wait (ClinchCommandRun *run,
            ClinchDb         *db,
            const ClinchRow  *row,
            const char       *today)
{
  g_autofree char *whom = clinch_waiting_whom (db, row);
  const ClinchWait wait = {
    .person = whom,
    .since = clinch_row_text (row, CLINCH_OPPORTUNITY_WAITING_SINCE),
  };
  g_autofree char *sentence = clinch_wait_sentence (&wait, today);

  if (run->json)
    {
      g_string_append (run->out, ",\"waiting\":");
      clinch_command_json_text (run->out, *sentence != '\0' ? sentence : NULL);
    }
  else if (*sentence != '\0')
    {
      g_string_append_printf (run->out, "%s\n", sentence);
    }
}

static gboolean
run_status (ClinchCommandRun  *run,
            ClinchDb          *db,
            GError           **error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;
  g_autoptr(ClinchRow) row = NULL;
  char today[CLINCH_DATE_SIZE];
  gint64 id;

  clinch_clock_today (today);
  if (!clinch_resolve (db, CLINCH_KIND_OPPORTUNITY, run->arguments[0], &id, error))
    return FALSE;
  row = clinch_db_load_row (db, CLINCH_KIND_OPPORTUNITY, id, error);
  sentence = row != NULL ? clinch_status_load (db, id, CLINCH_STATUS_SENTENCE, today, error) : NULL;
  line = sentence != NULL ? clinch_status_load (db, id, CLINCH_STATUS_LINE, today, error) : NULL;
  if (line == NULL)
    return FALSE;

  if (!run->json)
    {
      g_string_append_printf (run->out, "%s\n",
                              clinch_command_option (run, "line") != NULL ? line : sentence);
      if (clinch_command_option (run, "line") == NULL)
        print_wait (run, db, row, today);
      return TRUE;
    }
  g_string_append_c (run->out, '{');
  name_opportunity (run, run->out, row);
  g_string_append (run->out, "\"sentence\":");
  clinch_command_json_text (run->out, sentence);
  g_string_append (run->out, ",\"line\":");
  clinch_command_json_text (run->out, line);
  print_wait (run, db, row, today);
  g_string_append (run->out, "}\n");

  return TRUE;
}

static gboolean
prepare_search (ClinchCommandRun  *run,
                GError           **error)
{
  gint64 limit;

  return clinch_command_number (run, "limit", 1, 1000, SEARCH_LIMIT, &limit, error);
}

static gboolean
append_hit_json (GString                *out,
                 ClinchDb               *db,
                 const ClinchSearchHit  *hit,
                 GError                **error)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, hit->kind, hit->id, error);

  if (row == NULL)
    return FALSE;
  g_string_append (out, "{\"kind\":");
  clinch_command_json_text (out, clinch_kind_word (hit->kind));
  g_string_append (out, ",\"uid\":");
  clinch_command_json_uid (out, &row->uid);
  g_string_append (out, ",\"title\":");
  clinch_command_json_text (out, hit->title);
  g_string_append (out, ",\"subtitle\":");
  clinch_command_json_text (out, hit->subtitle);
  g_string_append (out, ",\"snippet\":");
  clinch_command_json_text (out, hit->snippet);
  g_string_append (out, ",\"at\":");
  if (hit->at != 0)
    clinch_command_json_instant (out, hit->at);
  else
    g_string_append (out, "null");
  g_string_append_c (out, '}');

  return TRUE;
}

static void
print_hits (ClinchCommandRun *run,
            GPtrArray        *hits)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < hits->len; i++)
    {
      const ClinchSearchHit *hit = hits->pdata[i];
      char *cells[] = {
        (char *) clinch_kind_label (hit->kind, FALSE),
        hit->title,
        hit->subtitle != NULL ? hit->subtitle : (char *) "",
        NULL,
      };

      g_ptr_array_add (rows, g_strdupv (cells));
    }
  clinch_command_table (run->out, rows, 3);
  if (hits->len == 0)
    g_string_append (run->err, _("Nothing found.\n"));
}

static gboolean
run_search (ClinchCommandRun  *run,
            ClinchDb          *db,
            GError           **error)
{
  g_autofree char *text = g_strjoinv (" ", run->arguments);
  g_autoptr(GPtrArray) hits = NULL;
  gint64 limit;

  if (!clinch_command_number (run, "limit", 1, 1000, SEARCH_LIMIT, &limit, error))
    return FALSE;
  hits = clinch_search_run (db, text, limit, error);
  if (hits == NULL)
    return FALSE;
  if (!run->json)
    {
      print_hits (run, hits);
      return TRUE;
    }

  g_string_append_c (run->out, '[');
  for (guint i = 0; i < hits->len; i++)
    {
      g_string_append (run->out, i > 0 ? ",\n" : "\n");
      if (!append_hit_json (run->out, db, hits->pdata[i], error))
        return FALSE;
    }
  g_string_append (run->out, "\n]\n");

  return TRUE;
}

static const ClinchCommandOption move_options[] = {
  { "reason", "TEXT", N_("Why it was lost; a lost stage needs it") },
  { "competitor", "NAME", N_("Who won it") },
  { "amount", "AMOUNT", N_("Amount signed") },
  { "date", "DATE", N_("Day of signing or loss; today if not given") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption log_options[] = {
  { "customer", "ID", N_("The customer, where the text does not name it") },
  { "opportunity", "ID", N_("The opportunity, where the text does not name it") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption status_options[] = {
  { "line", NULL, N_("Stage, last fact, next step and owner in one line") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption search_options[] = {
  { "limit", "N", N_("At most so many names and so many texts; 20 if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_pipeline[] = {
  { "move", "ID STAGE [--reason TEXT] [--competitor NAME] [--amount AMOUNT] [--date DATE]",
    N_("Move an opportunity to a stage"), 2, 2, CLINCH_COMMAND_WRITE, move_options, NULL, NULL,
    run_move },
  { "log", "TEXT [--customer ID] [--opportunity ID]", N_("Log a follow-up in your own words"), 1, -1,
    CLINCH_COMMAND_WRITE, log_options, NULL, NULL, run_log },
  { "status", "ID [--line]", N_("Say in one sentence where an opportunity stands"), 1, 1, CLINCH_COMMAND_READ,
    status_options, NULL, run_status, NULL },
  { "search", "TEXT [--limit N]", N_("Search everything, also by pinyin"), 1, -1, CLINCH_COMMAND_READ, search_options,
    prepare_search, run_search, NULL },
  { NULL },
};
