// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands on records of any kind: list, show, add, edit, delete, undelete.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-filter.h"
#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-customer-totals.h"
#include "clinch-duplicates.h"
#include "clinch-money.h"
#include "clinch-operations.h"
#include "clinch-query.h"
#include "clinch-record-text.h"
#include "clinch-requirements.h"
#include "clinch-resolve.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_LIMIT 50

/* What a list shows to people. */
static const char *const list_columns[CLINCH_N_KINDS] = {
  [CLINCH_KIND_MEMBER] = "name role team region email",
  [CLINCH_KIND_TEAM] = "name parent manager region",
  [CLINCH_KIND_CUSTOMER] = "name grade owner industry open-count open-value last-follow-up",
  [CLINCH_KIND_CONTACT] = "name customer title department mobile",
  [CLINCH_KIND_PIPELINE] = "name definition",
  [CLINCH_KIND_STAGE] = "name pipeline type probability limit-days",
  [CLINCH_KIND_OPPORTUNITY] = "name customer stage amount owner expected-date next-step next-date",
  [CLINCH_KIND_FOLLOW_UP] = "happened type customer opportunity text",
  [CLINCH_KIND_STAGE_MOVE] = "moved opportunity from-stage to-stage reason",
  [CLINCH_KIND_SAVED_VIEW] = "name page",
  [CLINCH_KIND_SETTING] = "name value",
  [CLINCH_KIND_DIMENSION] = "name weight half-life-days known-by measure retired",
  [CLINCH_KIND_TAG] = "dimension name score least retired",
  [CLINCH_KIND_CUSTOMER_TAG] = "customer tag since source confidence member",
  [CLINCH_KIND_GRADE_RULE] = "grade least-score least-completeness cadence-days channel",
  [CLINCH_KIND_ASSESSMENT] = "contact opportunity role power support coverage orientation",
  [CLINCH_KIND_INFLUENCE] = "from-contact type to-contact note",
  [CLINCH_KIND_FACT] = "contact text source confidence since",
  [CLINCH_KIND_HELP_REQUEST] = "customer opportunity asked state due brief",
  [CLINCH_KIND_OBJECTIVE] = "customer name due state owner",
  [CLINCH_KIND_WHITESPACE] = "customer unit offering state spend reach recheck",
  [CLINCH_KIND_REQUIREMENT] = "opportunity name importance proposal-part contact",
  [CLINCH_KIND_MATERIAL] = "name type industry product since link",
  [CLINCH_KIND_TARGET] = "period start team member amount",
  [CLINCH_KIND_FORECAST] = "period start member expected called kept-on",
};

gboolean
clinch_command_kind (const ClinchCommandRun  *run,
                     const char              *word,
                     ClinchKind              *kind,
                     GError                 **error)
{
  g_autoptr(GString) words = NULL;

  *kind = clinch_kind_from_word (word);
  if (*kind != CLINCH_KIND_NONE)
    return TRUE;

  words = g_string_new (NULL);
  for (int i = 1; i < CLINCH_N_KINDS; i++)
    g_string_append_printf (words, "%s%s", i > 1 ? ", " : "", clinch_kind_word (i));
  clinch_command_usage_error (run, error, _("“%1$s” is no kind of record. Kinds: %2$s."), word,
                              words->str);
  return FALSE;
}

gboolean
clinch_command_prepare_kind (ClinchCommandRun  *run,
                             GError           **error)
{
  ClinchKind kind;

  if (!clinch_command_kind (run, run->arguments[0], &kind, error))
    return FALSE;
  run->kind = kind;

  return TRUE;
}

static gboolean
prepare_list (ClinchCommandRun  *run,
              GError           **error)
{
  gint64 limit;

  return clinch_command_prepare_kind (run, error) &&
         clinch_command_number (run, "limit", 0, G_MAXINT, DEFAULT_LIMIT, &limit, error);
}

static ClinchQuery *
make_query (ClinchCommandRun    *run,
            ClinchValueContext  *context,
            GError             **error)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (run->kind);
  g_autofree const char **conditions = clinch_command_options (run, "where");
  const char *sort = clinch_command_option (run, "sort");

  clinch_query_set_deleted (query, clinch_command_option (run, "deleted") != NULL);
  clinch_query_set_search (query, clinch_command_option (run, "search"));
  for (int i = 0; conditions[i] != NULL; i++)
    if (!clinch_command_filter_add (query, context, conditions[i], error))
      return NULL;
  if (sort != NULL)
    clinch_query_set_sort (query, *sort == '-' ? sort + 1 : sort, *sort == '-');

  return g_steal_pointer (&query);
}

static char **
make_headings (ClinchKind          kind,
               const ClinchField **fields,
               int                 n_fields)
{
  char **cells = g_new0 (char *, n_fields + 1);

  for (int i = 0; i < n_fields; i++)
    cells[i] = g_strdup (clinch_field_label (fields[i]));

  return cells;
}

static char **
make_cells (ClinchValueContext  *context,
            const ClinchRow     *row,
            const ClinchField  **fields,
            int                  n_fields)
{
  char **cells = g_new0 (char *, n_fields + 1);

  for (int i = 0; i < n_fields; i++)
    cells[i] = clinch_value_format (context, row, fields[i], FALSE);

  return cells;
}

static gboolean
print_table (ClinchCommandRun    *run,
             ClinchValueContext  *context,
             GArray              *ids,
             GError             **error)
{
  g_auto(GStrv) names = g_strsplit (list_columns[run->kind], " ", -1);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const ClinchField *fields[16];
  int n_fields = 0;

  for (int i = 0; names[i] != NULL; i++)
    {
      const ClinchField *field = clinch_kind_find_field (run->kind, names[i]);

      if (field != NULL)
        fields[n_fields++] = field;
    }
  g_ptr_array_add (rows, make_headings (run->kind, fields, n_fields));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(ClinchRow) row = clinch_db_load_row (context->db, run->kind,
                                                     g_array_index (ids, gint64, i), error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, make_cells (context, row, fields, n_fields));
    }
  clinch_command_table (run->out, rows, n_fields);

  return TRUE;
}

static gboolean
print_json (ClinchCommandRun    *run,
            ClinchValueContext  *context,
            GArray              *ids,
            GError             **error)
{
  g_string_append_c (run->out, '[');
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(ClinchRow) row = clinch_db_load_row (context->db, run->kind,
                                                     g_array_index (ids, gint64, i), error);

      if (row == NULL)
        return FALSE;
      g_string_append (run->out, i > 0 ? ",\n" : "\n");
      clinch_command_json_record (run->out, context, row);
    }
  g_string_append (run->out, "\n]\n");

  return TRUE;
}

/* Says beside the answer that there is more than it shows. */
static gboolean
mention_rest (ClinchCommandRun   *run,
              const ClinchQuery  *query,
              ClinchDb           *db,
              guint               n_shown,
              GError            **error)
{
  gint64 count;

  if (!clinch_query_count (query, db, &count, error))
    return FALSE;
  if (count > n_shown && !run->json)
    {
      g_autofree char *shown = g_strdup_printf ("%u", n_shown);
      g_autofree char *all = g_strdup_printf ("%" G_GINT64_FORMAT, count);

      /* Translators: how many are shown, of how many. */
      g_string_append_printf (run->err, _("%1$s of %2$s shown; “--limit 0” shows all.\n"), shown,
                              all);
    }

  return TRUE;
}

static gboolean
run_list (ClinchCommandRun  *run,
          ClinchDb          *db,
          GError           **error)
{
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);
  g_autoptr(ClinchQuery) query = make_query (run, context, error);
  g_autoptr(GArray) ids = NULL;
  gint64 limit;

  if (query == NULL
      || !clinch_command_number (run, "limit", 0, G_MAXINT, DEFAULT_LIMIT, &limit, error))
    return FALSE;
  ids = clinch_query_ids (query, db, limit, error);
  if (ids == NULL)
    return FALSE;
  if (run->json ? !print_json (run, context, ids, error) : !print_table (run, context, ids, error))
    return FALSE;

  return limit == 0 || ids->len < limit || mention_rest (run, query, db, ids->len, error);
}

/* Amounts in other currencies than the customer's own, which its open and won value leave out. */
static void
add_other_currencies (GPtrArray       *rows,
                      ClinchDb        *db,
                      const ClinchRow *row)
{
  g_autoptr(GArray) totals = clinch_customer_totals (db, row->id, NULL);

  for (guint i = 0; totals != NULL && i < totals->len; i++)
    {
      const ClinchCustomerTotal *total = &g_array_index (totals, ClinchCustomerTotal, i);
      g_autofree char *open = clinch_money_format_full (total->open, total->currency);
      g_autofree char *won = clinch_money_format_full (total->won, total->currency);
      g_autofree char *text = NULL;
      const char *pair[3] = { NULL };

      if (g_strcmp0 (total->currency, clinch_row_text (row, CLINCH_CUSTOMER_CURRENCY)) == 0)
        continue;
      /* Translators: amounts of opportunities that are open, and that were won. */
      text = g_strdup_printf (_("%1$s open, %2$s won"), open, won);
      pair[0] = _("In Another Currency");
      pair[1] = text;
      g_ptr_array_add (rows, g_strdupv ((char **) pair));
    }
}

static void
add_requirements (GPtrArray       *rows,
                  ClinchDb        *db,
                  const ClinchRow *row)
{
  g_autoptr(GPtrArray) requirements = clinch_requirements_load (db, row->id, NULL);
  ClinchRequirementCount count = { 0 };
  g_autofree char *text = NULL;
  const char *pair[3] = { NULL };

  for (guint i = 0; requirements != NULL && i < requirements->len; i++)
    clinch_requirement_count (&count, requirements->pdata[i]);
  if (count.n == 0)
    return;

  text = clinch_requirement_count_text (&count);
  pair[0] = clinch_kind_label (CLINCH_KIND_REQUIREMENT, TRUE);
  pair[1] = text;
  g_ptr_array_add (rows, g_strdupv ((char **) pair));
}

/* Each field that says something, a line. */
static void
print_record (ClinchCommandRun   *run,
              ClinchValueContext *context,
              const ClinchRow    *row)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *name = clinch_operation_name (context->db, row);
  char uid[CLINCH_UID_STRING_SIZE];
  const ClinchField *fields;
  int n_fields;
  char *pair[3] = { NULL };

  clinch_uid_to_string (&row->uid, uid);
  g_string_append_printf (run->out, "%s: %s%s\n", clinch_kind_label (row->kind, FALSE), name,
                          row->deleted_at != 0 ? _(" (in the recycle bin)") : "");
  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (clinch_row_is_null (row, i))
        continue;
      pair[0] = (char *) clinch_field_label (&fields[i]);
      pair[1] = clinch_value_format (context, row, &fields[i], TRUE);
      g_ptr_array_add (rows, g_strdupv (pair));
      g_free (pair[1]);
    }
  if (row->kind == CLINCH_KIND_CUSTOMER)
    add_other_currencies (rows, context->db, row);
  if (row->kind == CLINCH_KIND_OPPORTUNITY)
    add_requirements (rows, context->db, row);
  pair[0] = (char *) _("Identifier");
  pair[1] = uid;
  g_ptr_array_add (rows, g_strdupv (pair));
  clinch_command_pairs (run->out, rows);
}

static gboolean
run_show (ClinchCommandRun  *run,
          ClinchDb          *db,
          GError           **error)
{
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);
  g_autoptr(ClinchRow) row = NULL;
  gint64 id;

  if (!clinch_resolve (db, run->kind, run->arguments[1], &id, error))
    return FALSE;
  row = clinch_db_load_row (db, run->kind, id, error);
  if (row == NULL)
    return FALSE;

  if (run->json)
    {
      clinch_command_json_record (run->out, context, row);
      g_string_append_c (run->out, '\n');
    }
  else
    print_record (run, context, row);

  return TRUE;
}

gboolean
clinch_command_name_record (ClinchCommandRun  *run,
                            ClinchDb          *db,
                            gint64             id,
                            GError           **error)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, run->kind, id, error);
  g_autofree char *name = NULL;

  if (row == NULL)
    return FALSE;
  name = clinch_operation_name (db, row);
  g_string_append (run->members, "\"kind\":");
  clinch_command_json_text (run->members, clinch_kind_word (run->kind));
  g_string_append (run->members, ",\"uid\":");
  clinch_command_json_uid (run->members, &row->uid);
  g_string_append (run->members, ",\"name\":");
  clinch_command_json_text (run->members, name);
  g_string_append_c (run->members, ',');

  return TRUE;
}

/* Two people who look after one customer find out here; nothing is refused. */
static gboolean
mention_similar (ClinchCommandRun  *run,
                 ClinchDb          *db,
                 gint64             id,
                 GError           **error)
{
  const ClinchField *owner = clinch_kind_find_field (run->kind, "owner");
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, run->kind, id, error);
  g_autoptr(GArray) similar = row != NULL ? clinch_find_duplicates (db, row, error) : NULL;

  for (guint i = 0; similar != NULL && i < similar->len; i++)
    {
      g_autoptr(ClinchRow) other = clinch_db_load_row (db, run->kind,
                                                       g_array_index (similar, gint64, i), error);
      g_autofree char *name = NULL;
      g_autofree char *person = NULL;

      if (other == NULL)
        return FALSE;
      name = clinch_operation_name (db, other);
      if (owner != NULL)
        person = clinch_value_format (context, other, owner, FALSE);
      if (person != NULL)
        /* Translators: a record, and who looks after it. */
        g_string_append_printf (run->err, _("There is “%1$s” already; its owner is %2$s.\n"), name,
                                person);
      else
        g_string_append_printf (run->err, _("There is “%s” already.\n"), name);
    }

  return similar != NULL;
}

static gboolean
run_add (ClinchCommandRun  *run,
         ClinchTxn         *txn,
         GError           **error)
{
  gint64 id = clinch_record_add (txn, run->kind, (const char *const *) run->arguments + 1, error);

  return id != 0 && mention_similar (run, clinch_txn_db (txn), id, error)
         && clinch_command_name_record (run, clinch_txn_db (txn), id, error);
}

static gboolean
run_edit (ClinchCommandRun  *run,
          ClinchTxn         *txn,
          GError           **error)
{
  gint64 id;

  return clinch_resolve (clinch_txn_db (txn), run->kind, run->arguments[1], &id, error) &&
         clinch_record_edit (txn, run->kind, id, (const char *const *) run->arguments + 2, error) &&
         clinch_command_name_record (run, clinch_txn_db (txn), id, error);
}

static gboolean
run_delete (ClinchCommandRun  *run,
            ClinchTxn         *txn,
            GError           **error)
{
  gint64 id;

  return clinch_resolve (clinch_txn_db (txn), run->kind, run->arguments[1], &id, error) &&
         clinch_operation_delete (txn, run->kind, &id, 1, error) &&
         clinch_command_name_record (run, clinch_txn_db (txn), id, error);
}

static gboolean
run_undelete (ClinchCommandRun  *run,
              ClinchTxn         *txn,
              GError           **error)
{
  gint64 id;

  return clinch_resolve_deleted (clinch_txn_db (txn), run->kind, run->arguments[1], &id, error) &&
         clinch_operation_restore (txn, run->kind, id, error) &&
         clinch_command_name_record (run, clinch_txn_db (txn), id, error);
}

static const ClinchCommandOption list_options[] = {
  { "where", "FIELD=VALUE", N_("Only records that fit; also !=, >=, <= and ~ (contains)") },
  { "search", "TEXT", N_("Only records in which these words occur") },
  { "sort", "FIELD", N_("Sort by a field; -FIELD for the greatest first") },
  { "limit", "N", N_("At most so many; 0 for all, 50 if not given") },
  { "deleted", NULL, N_("What lies in the recycle bin") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_records[] = {
  { "list", "KIND [--where FIELD=VALUE]… [--sort FIELD] [--limit N]", N_("List records"), 1, 1, CLINCH_COMMAND_READ,
    list_options, prepare_list, run_list, NULL },
  { "show", "KIND ID", N_("Show one record with all its fields"), 2, 2, CLINCH_COMMAND_READ, NULL,
    clinch_command_prepare_kind, run_show, NULL },
  { "add", "KIND FIELD=VALUE…", N_("Add a record"), 2, -1, CLINCH_COMMAND_CREATE, NULL, clinch_command_prepare_kind,
    NULL, run_add },
  { "edit", "KIND ID FIELD=VALUE…", N_("Change fields of a record"), 3, -1, CLINCH_COMMAND_WRITE, NULL,
    clinch_command_prepare_kind, NULL, run_edit },
  { "delete", "KIND ID", N_("Move a record to the recycle bin"), 2, 2, CLINCH_COMMAND_WRITE, NULL,
    clinch_command_prepare_kind, NULL, run_delete },
  { "undelete", "KIND ID", N_("Bring a record back from the recycle bin"), 2, 2, CLINCH_COMMAND_WRITE, NULL,
    clinch_command_prepare_kind, NULL, run_undelete },
  { NULL },
};
