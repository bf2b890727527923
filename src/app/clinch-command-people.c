// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands on people and companies: contacts as vCards, duplicates, merging.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-duplicate-pairs.h"
#include "clinch-merge.h"
#include "clinch-resolve.h"
#include "clinch-vcard-writer.h"

#include <glib/gi18n-lib.h>

static gboolean
prepare_export_contacts (ClinchCommandRun  *run,
                         GError           **error)
{
  const char *version = clinch_command_option (run, "vcard");

  if (version == NULL || g_str_equal (version, "3.0") || g_str_equal (version, "4.0"))
    return TRUE;

  clinch_command_usage_error (run, error, _("--vcard is “3.0” or “4.0”, not “%s”."), version);
  return FALSE;
}

static gboolean
run_export_contacts (ClinchCommandRun  *run,
                     ClinchDb          *db,
                     GError           **error)
{
  const char *customer = clinch_command_option (run, "customer");
  const char *version = clinch_command_option (run, "vcard");
  g_autofree char *path = clinch_command_path (run, run->arguments[0]);
  gint64 customer_id = 0;
  guint n_cards;

  if (customer != NULL && !clinch_resolve (db, CLINCH_KIND_CUSTOMER, customer, &customer_id, error))
    return FALSE;
  if (!clinch_vcard_export (db, customer != NULL ? CLINCH_KIND_CUSTOMER : CLINCH_KIND_NONE,
                            customer_id,
                            g_strcmp0 (version, "4.0") == 0 ? CLINCH_VCARD_4_0 : CLINCH_VCARD_3_0,
                            path, &n_cards, error))
    return FALSE;

  if (run->json)
    g_string_append_printf (run->out, "{\"contacts\":%u}\n", n_cards);
  else
    g_string_append_printf (run->out,
                            ngettext ("%u contact written\n", "%u contacts written\n", n_cards),
                            n_cards);

  return TRUE;
}

static gboolean
prepare_mergeable (ClinchCommandRun  *run,
                   GError           **error)
{
  gint64 limit;

  if (!clinch_command_prepare_kind (run, error)
      || !clinch_command_number (run, "limit", 0, G_MAXINT32, 0, &limit, error))
    return FALSE;
  if (clinch_merge_is_possible (run->kind))
    return TRUE;

  clinch_command_usage_error (run, error, _("Only customers and contacts can be merged."));
  return FALSE;
}

static void
append_pair_json (ClinchCommandRun          *run,
                  ClinchDb                  *db,
                  const ClinchDuplicatePair *pair,
                  const char                *reasons)
{
  static const char *const words[] = { "name", "core", "sound", "company", "phone", "email",
                                       "wechat", "website" };
  const char *separator = "";

  g_string_append (run->out, "{\"first\":");
  clinch_command_json_reference (run->out, db, run->kind, pair->first_id);
  g_string_append (run->out, ",\"second\":");
  clinch_command_json_reference (run->out, db, run->kind, pair->second_id);
  g_string_append (run->out, ",\"reasons\":[");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (pair->reasons & (1u << i))
      {
        g_string_append_printf (run->out, "%s\"%s\"", separator, words[i]);
        separator = ",";
      }
  g_string_append (run->out, "],\"label\":");
  clinch_command_json_text (run->out, reasons);
  g_string_append_c (run->out, '}');
}

static gboolean
run_duplicates (ClinchCommandRun  *run,
                ClinchDb          *db,
                GError           **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(GArray) pairs = NULL;
  gint64 limit;
  guint n_pairs;

  if (!clinch_command_number (run, "limit", 0, G_MAXINT32, 50, &limit, error))
    return FALSE;
  pairs = clinch_find_duplicate_pairs (db, run->kind, limit > 0 ? limit : G_MAXUINT, &n_pairs,
                                       error);
  if (pairs == NULL)
    return FALSE;

  g_string_append (run->out, run->json ? "[" : "");
  for (guint i = 0; i < pairs->len; i++)
    {
      const ClinchDuplicatePair *pair = &g_array_index (pairs, ClinchDuplicatePair, i);
      g_autofree char *first = clinch_db_name_of (db, run->kind, pair->first_id);
      g_autofree char *second = clinch_db_name_of (db, run->kind, pair->second_id);
      g_autofree char *reasons = clinch_duplicate_reasons_label (pair->reasons);
      char *cells[] = { first, second, reasons, NULL };

      if (!run->json)
        {
          g_ptr_array_add (rows, g_strdupv (cells));
          continue;
        }
      g_string_append (run->out, i > 0 ? ",\n" : "");
      append_pair_json (run, db, pair, reasons);
    }
  if (run->json)
    g_string_append (run->out, "]\n");
  else
    clinch_command_table (run->out, rows, 3);
  if (n_pairs > pairs->len)
    g_string_append_printf (run->err, _("%1$u of %2$u pairs are shown; --limit 0 shows all.\n"),
                            pairs->len, n_pairs);

  return TRUE;
}

/* The fields named by --take count for both: whoever takes a note does not keep the other. */
static gboolean
read_takes (ClinchCommandRun    *run,
            ClinchMergeRequest  *request,
            GError             **error)
{
  g_autofree const char **takes = clinch_command_options (run, "take");

  for (int i = 0; takes[i] != NULL; i++)
    {
      const ClinchField *field = clinch_kind_find_field (run->kind, takes[i]);

      if (field == NULL || !clinch_field_is_editable (field))
        {
          clinch_command_usage_error (run, error, _("--take: there is no field “%s” to take."),
                                      takes[i]);
          return FALSE;
        }
      request->take |= G_GUINT64_CONSTANT (1) << field->index;
      request->both &= ~request->take;
    }

  return TRUE;
}

static void
append_moved (ClinchCommandRun *run,
              const gint64      counts[CLINCH_N_KINDS])
{
  const char *separator = "";

  g_string_append (run->members, "\"moved\":{");
  for (int kind = 1; kind < CLINCH_N_KINDS; kind++)
    if (counts[kind] > 0)
      {
        g_string_append_printf (run->members, "%s\"%s\":%" G_GINT64_FORMAT, separator,
                                clinch_kind_word (kind), counts[kind]);
        separator = ",";
      }
  g_string_append (run->members, "},");
}

static gboolean
run_merge (ClinchCommandRun  *run,
           ClinchTxn         *txn,
           GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(ClinchRow) keep = NULL;
  g_autoptr(ClinchRow) other = NULL;
  ClinchMergeRequest request;
  gint64 counts[CLINCH_N_KINDS];
  gint64 keep_id;
  gint64 other_id;

  if (!clinch_resolve (db, run->kind, run->arguments[1], &keep_id, error)
      || !clinch_resolve (db, run->kind, run->arguments[2], &other_id, error))
    return FALSE;
  keep = clinch_db_load_row (db, run->kind, keep_id, error);
  other = keep != NULL ? clinch_db_load_row (db, run->kind, other_id, error) : NULL;
  if (other == NULL)
    return FALSE;

  request = clinch_merge_propose (keep, other);
  if (!read_takes (run, &request, error)
      || !clinch_merge_count (db, run->kind, other_id, counts, error)
      || !clinch_operation_merge (txn, &request, error)
      || !clinch_command_name_record (run, db, keep_id, error))
    return FALSE;
  g_string_append (run->members, "\"other\":");
  clinch_command_json_reference (run->members, db, run->kind, other_id);
  g_string_append_c (run->members, ',');
  append_moved (run, counts);

  return TRUE;
}

static const ClinchCommandOption duplicates_options[] = {
  { "limit", "N", N_("At most so many; 0 for all, 50 if not given") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption merge_options[] = {
  { "take", "FIELD", N_("Take the value of the other record; what is empty is taken unasked") },
  { NULL, NULL, NULL },
};

static const ClinchCommandOption export_contacts_options[] = {
  { "customer", "ID", N_("The contacts of this customer alone") },
  { "vcard", "3.0|4.0", N_("The version to write; 3.0 if not given") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_people[] = {
  { "export-contacts", "FILE.vcf [--customer ID] [--vcard 3.0|4.0]", N_("Write contacts as vCards"),
    1, 1, CLINCH_COMMAND_READ, export_contacts_options, prepare_export_contacts,
    run_export_contacts, NULL },
  { "duplicates", "customers|contacts [--limit N]", N_("List what is probably there twice"), 1, 1,
    CLINCH_COMMAND_READ, duplicates_options, prepare_mergeable, run_duplicates, NULL },
  { "merge", "KIND KEEP OTHER [--take FIELD]…", N_("Make two customers or contacts one"), 3, 3,
    CLINCH_COMMAND_WRITE, merge_options, prepare_mergeable, NULL, run_merge },
  { NULL },
};
