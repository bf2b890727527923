// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands on what was done: history and undo.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-log.h"
#include "clinch-operations.h"
#include "clinch-resolve.h"
#include "clinch-step-label.h"
#include "clinch-value.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_LIMIT 50

/* What a name without a kind may mean, in this order. */
static const ClinchKind named_kinds[] = {
  CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_CUSTOMER, CLINCH_KIND_CONTACT, CLINCH_KIND_MEMBER,
  CLINCH_KIND_TEAM,
  CLINCH_KIND_STAGE, CLINCH_KIND_PIPELINE, CLINCH_KIND_FOLLOW_UP,
};

typedef struct
{
  ClinchValueContext *context;
  ClinchKind kind;
  gint64 id;
} Subject;

static gboolean
prepare_history (ClinchCommandRun  *run,
                 GError           **error)
{
  const char *word = clinch_command_option (run, "kind");
  ClinchKind kind = CLINCH_KIND_NONE;
  gint64 limit;

  if (word != NULL && !clinch_command_kind (run, word, &kind, error))
    return FALSE;
  run->kind = kind;

  return clinch_command_number (run, "limit", 0, G_MAXINT, DEFAULT_LIMIT, &limit, error);
}

static gboolean
find_subject (ClinchCommandRun  *run,
              Subject           *subject,
              GError           **error)
{
  ClinchDb *db = subject->context->db;

  if (run->kind != CLINCH_KIND_NONE)
    {
      subject->kind = run->kind;
      return clinch_resolve (db, subject->kind, run->arguments[0], &subject->id, error);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (named_kinds); i++)
    {
      g_autoptr(GError) reason = NULL;

      subject->kind = named_kinds[i];
      if (clinch_resolve (db, subject->kind, run->arguments[0], &subject->id, &reason))
        return TRUE;
      if (!g_error_matches (reason, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
    }

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
               _("There is nothing called “%s”."),
               run->arguments[0]);
  return FALSE;
}

static gboolean
read_since (ClinchCommandRun    *run,
            ClinchValueContext  *context,
            gint64              *since,
            GError             **error)
{
  const char *text = clinch_command_option (run, "since");
  char date[CLINCH_DATE_SIZE];

  *since = 0;
  if (text == NULL)
    return TRUE;
  if (clinch_value_read_day (context, text, TRUE, date))
    {
      *since = clinch_date_to_instant (date, 0, context->zone);
      return TRUE;
    }
  if (clinch_instant_parse (text, context->order, context->today, context->zone, since))
    return TRUE;

  clinch_command_usage_error (run, error, _("“%s” is not a date or time."), text);
  return FALSE;
}

static const char *
op_word (ClinchChangeOp op)
{
  switch (op)
    {
    case CLINCH_CHANGE_INSERT:
      return "insert";
    case CLINCH_CHANGE_DELETE:
      return "delete";
    case CLINCH_CHANGE_UNDELETE:
      return "undelete";
    case CLINCH_CHANGE_UPDATE:
    case CLINCH_CHANGE_COUNTED:
    default:
      return "update";
    }
}

static void
append_value (GString            *out,
              ClinchValueContext *context,
              const ClinchRow    *row,
              const ClinchField  *field)
{
  if (row != NULL && clinch_row_has (row, field->index))
    clinch_command_json_value (out, context, row, field);
  else
    g_string_append (out, "null");
}

static void
append_entry_json (GString              *out,
                   ClinchValueContext   *context,
                   const ClinchLogEntry *entry)
{
  const ClinchField *fields;
  gboolean first = TRUE;
  int n_fields;

  g_string_append_printf (out, "{\"kind\":\"%s\",\"op\":\"%s\",\"fields\":{",
                          clinch_kind_word (entry->kind),
                          op_word (entry->op));
  fields = clinch_kind_fields (entry->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if ((entry->before == NULL || !clinch_row_has (entry->before, i)) &&
          (entry->after == NULL || !clinch_row_has (entry->after, i)))
        continue;
      g_string_append_printf (out, "%s\"%s\":{\"before\":", first ? "" : ",", fields[i].name);
      append_value (out, context, entry->before, &fields[i]);
      g_string_append (out, ",\"after\":");
      append_value (out, context, entry->after, &fields[i]);
      g_string_append_c (out, '}');
      first = FALSE;
    }
  g_string_append (out, "}}");
}

static void
append_entry_lines (GString              *out,
                    ClinchValueContext   *context,
                    const ClinchLogEntry *entry)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (entry->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (entry->op != CLINCH_CHANGE_UPDATE || entry->after == NULL
          || !clinch_row_has (entry->after, i) ||
          (fields[i].flags & CLINCH_FIELD_SYSTEM && fields[i].type != CLINCH_FIELD_REFERENCE))
        continue;
      before = entry->before != NULL
               ? clinch_value_format (context, entry->before, &fields[i], TRUE) : g_strdup ("");
      after = clinch_value_format (context, entry->after, &fields[i], TRUE);
      /* Translators: a change in the history: a field, its value before and after. */
      g_string_append_printf (out, _("        %1$s: “%2$s” → “%3$s”\n"),
                              clinch_field_label (&fields[i]), before, after);
    }
}

static gboolean
append_changes (ClinchCommandRun  *run,
                const Subject     *subject,
                const ClinchStep  *step,
                GError           **error)
{
  g_autoptr(GPtrArray) entries = clinch_log_entries (subject->context->db, step->id, subject->kind,
                                                     subject->id, 0, error);

  if (entries == NULL)
    return FALSE;
  if (run->json)
    g_string_append (run->out, ",\"changes\":[");
  for (guint i = 0; i < entries->len; i++)
    {
      if (run->json)
        {
          g_string_append (run->out, i > 0 ? "," : "");
          append_entry_json (run->out, subject->context, entries->pdata[i]);
        }
      else
        append_entry_lines (run->out, subject->context, entries->pdata[i]);
    }
  if (run->json)
    g_string_append_c (run->out, ']');

  return TRUE;
}

static void
append_number (GString    *out,
               const char *name,
               gint64      value)
{
  if (value != 0)
    g_string_append_printf (out, ",\"%s\":%" G_GINT64_FORMAT, name, value);
  else
    g_string_append_printf (out, ",\"%s\":null", name);
}

static void
append_step_json (GString          *out,
                  const Subject    *subject,
                  const ClinchStep *step,
                  const char       *label)
{
  g_string_append_printf (out, "{\"step\":%" G_GINT64_FORMAT ",\"uid\":", step->id);
  clinch_command_json_uid (out, &step->uid);
  g_string_append (out, ",\"at\":");
  clinch_command_json_instant (out, step->at);
  g_string_append (out, ",\"member\":");
  clinch_command_json_reference (out, subject->context->db, CLINCH_KIND_MEMBER, step->member_id);
  g_string_append (out, ",\"action\":");
  clinch_command_json_text (out, step->action);
  g_string_append (out, ",\"label\":");
  clinch_command_json_text (out, label);
  append_number (out, "undoes", step->undoes);
  append_number (out, "undone-by", step->undone_by);
  g_string_append_printf (out, ",\"n-changes\":%" G_GINT64_FORMAT, step->n_changes);
}

static void
append_step_line (GString          *out,
                  const Subject    *subject,
                  const ClinchStep *step,
                  const char       *label)
{
  g_autofree char *when = clinch_instant_format (step->at, subject->context->now,
                                                 subject->context->zone);
  g_autofree char *who = clinch_db_name_of (subject->context->db, CLINCH_KIND_MEMBER,
                                            step->member_id);
  g_autofree char *number = g_strdup_printf ("%6" G_GINT64_FORMAT, step->id);

  g_string_append_printf (out, "%s  ", number);
  clinch_command_pad (out, when, 20);
  g_string_append (out, "  ");
  clinch_command_pad (out, who, 12);
  g_string_append_printf (out, "  %s%s\n", label, step->undone_by != 0 ? _(" (undone)") : "");
}

static GPtrArray *
load_steps (ClinchCommandRun  *run,
            Subject           *subject,
            GError           **error)
{
  g_autoptr(GPtrArray) steps = NULL;
  gint64 limit;
  gint64 since;

  if (!read_since (run, subject->context, &since, error) ||
      !clinch_command_number (run, "limit", 0, G_MAXINT, DEFAULT_LIMIT, &limit, error))
    return NULL;
  if (subject->id == 0)
    return clinch_log_steps (subject->context->db, since, 0, limit, error);

  steps = clinch_log_record_steps (subject->context->db, subject->kind, subject->id, error);
  if (steps == NULL)
    return NULL;
  /* Newest first: what is too old or too much stands at the end. */
  while (steps->len > 0
         && (((ClinchStep *) steps->pdata[steps->len - 1])->at < since
             || (limit > 0 && steps->len > limit)))
    g_ptr_array_set_size (steps, steps->len - 1);

  return g_steal_pointer (&steps);
}

static gboolean
run_history (ClinchCommandRun  *run,
             ClinchDb          *db,
             GError           **error)
{
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);
  g_autoptr(GPtrArray) steps = NULL;
  Subject subject = { context, CLINCH_KIND_NONE, 0 };

  if (run->n_arguments > 0 && !find_subject (run, &subject, error))
    return FALSE;
  steps = load_steps (run, &subject, error);
  if (steps == NULL)
    return FALSE;

  g_string_append (run->out, run->json ? "[" : "");
  for (guint i = 0; i < steps->len; i++)
    {
      const ClinchStep *step = steps->pdata[i];
      g_autofree char *label = clinch_step_label (step->action, step->args);

      if (run->json)
        {
          g_string_append (run->out, i > 0 ? ",\n" : "\n");
          append_step_json (run->out, &subject, step, label);
        }
      else
        append_step_line (run->out, &subject, step, label);
      if (subject.id != 0 && !append_changes (run, &subject, step, error))
        return FALSE;
      g_string_append (run->out, run->json ? "}" : "");
    }
  g_string_append (run->out, run->json ? "\n]\n" : "");

  return TRUE;
}

static gboolean
prepare_undo (ClinchCommandRun  *run,
              GError           **error)
{
  gint64 step;

  if (run->n_arguments == 0
      || g_ascii_string_to_signed (run->arguments[0], 10, 1, G_MAXINT64, &step, NULL))
    return TRUE;

  clinch_command_usage_error (run, error, _("“%s” is no step; “clinch history” numbers them."),
                              run->arguments[0]);
  return FALSE;
}

static gboolean
run_undo (ClinchCommandRun  *run,
          ClinchTxn         *txn,
          GError           **error)
{
  gint64 step = 0;

  if (run->n_arguments > 0)
    step = g_ascii_strtoll (run->arguments[0], NULL, 10);
  else if (!clinch_log_undoable (clinch_txn_db (txn), &step, NULL, error))
    return FALSE;
  if (step == 0)
    {
      g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                           _("There is nothing to undo."));
      return FALSE;
    }
  g_string_append_printf (run->members, "\"undoes\":%" G_GINT64_FORMAT ",", step);

  return clinch_log_undo (txn, step, error);
}

static const ClinchCommandOption history_options[] = {
  { "since", "DATE", N_("Only what was done since that day or moment") },
  { "kind", "KIND", N_("What kind of record ID is") },
  { "limit", "N", N_("At most so many steps; 0 for all, 50 if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_history[] = {
  { "history", "[ID] [--since DATE] [--kind KIND] [--limit N]", N_("Show what was done, to one record or to all"), 0, 1,
    CLINCH_COMMAND_READ, history_options, prepare_history, run_history, NULL },
  { "undo", "[STEP]", N_("Take back the newest step, or the one with that number"), 0, 1, CLINCH_COMMAND_WRITE, NULL,
    prepare_undo, NULL, run_undo },
  { NULL },
};
