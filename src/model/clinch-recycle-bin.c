// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-recycle-bin.h"

#include "clinch-history.h"
#include "clinch-step-label.h"
#include "clinch-text.h"

#include <string.h>

/* In the order in which they are shown. Stage moves and settings are never deleted by
 * themselves. */
static const ClinchKind kinds[] = {
  CLINCH_KIND_CUSTOMER,
  CLINCH_KIND_OPPORTUNITY,
  CLINCH_KIND_CONTACT,
  CLINCH_KIND_FOLLOW_UP,
  CLINCH_KIND_MEMBER,
  CLINCH_KIND_TEAM,
  CLINCH_KIND_PIPELINE,
  CLINCH_KIND_STAGE,
  CLINCH_KIND_DIMENSION,
  CLINCH_KIND_TAG,
  CLINCH_KIND_CUSTOMER_TAG,
  CLINCH_KIND_FACT,
  CLINCH_KIND_HELP_REQUEST,
  CLINCH_KIND_OBJECTIVE,
  CLINCH_KIND_WHITESPACE,
  CLINCH_KIND_REQUIREMENT,
  CLINCH_KIND_MATERIAL,
  CLINCH_KIND_TARGET,
  CLINCH_KIND_FORECAST,
  CLINCH_KIND_SAVED_VIEW,
};

void
clinch_bin_entry_free (ClinchBinEntry *entry)
{
  g_free (entry->name);
  g_free (entry->parent);
  g_free (entry->member);
  g_free (entry);
}

guint
clinch_recycle_bin_rank (ClinchKind kind)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (kinds) && kinds[rank] != kind)
    rank++;

  return rank;
}

/* The records of @kind that were deleted for themselves, with the step that did it. */
static char *
make_sql (ClinchKind kind)
{
  GString *sql = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  g_string_append_printf (sql,
                          "SELECT t.id, t.deleted_at, s.member_id, s.action, s.last_change - s.first_change"
                          " FROM %s AS t JOIN step AS s ON s.id ="
                          " (SELECT max (step_id) FROM change WHERE kind = ?1 AND record_id = t.id AND op = 3)"
                          " WHERE t.deleted_at IS NOT NULL AND s.action != '" CLINCH_ACTION_UNDO "'",
                          clinch_kind_table (kind));
  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].flags & CLINCH_FIELD_PARENT)
      g_string_append_printf (sql,
                              " AND NOT EXISTS (SELECT 1 FROM %s AS p WHERE p.id = t.%s AND p.deleted_at IS NOT NULL)",
                              clinch_kind_table (fields[i].target), fields[i].column);
  g_string_append (sql, " ORDER BY t.deleted_at DESC, t.id DESC");

  return g_string_free (sql, FALSE);
}

static char *
name_parent (ClinchDb   *db,
             ClinchKind  kind,
             gint64      id)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, kind, id, NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields && row != NULL; i++)
    if ((fields[i].flags & CLINCH_FIELD_PARENT) && !clinch_row_is_null (row, i))
      return clinch_db_name_of (db, fields[i].target, clinch_row_int (row, i));

  return g_strdup ("");
}

static gboolean
has_words (const ClinchBinEntry  *entry,
           char                 **words)
{
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (words == NULL)
    return TRUE;
  all = g_strconcat (entry->name, "\n", entry->parent, NULL);
  folded = clinch_text_fold (all);
  for (int i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static ClinchBinEntry *
read_entry (ClinchDb        *db,
            ClinchKind       kind,
            ClinchStatement *statement)
{
  ClinchBinEntry *entry = g_new0 (ClinchBinEntry, 1);

  entry->kind = kind;
  entry->id = clinch_statement_int (statement, 0);
  entry->deleted_at = clinch_statement_int (statement, 1);
  entry->member = clinch_db_name_of (db, CLINCH_KIND_MEMBER, clinch_statement_int (statement, 2));
  /* Where many were deleted at once nobody knows which went with which. */
  if (g_strcmp0 (clinch_statement_text (statement, 3), CLINCH_ACTION_DELETE) == 0)
    entry->n_more = clinch_statement_int (statement, 4);
  entry->name = clinch_history_record_name (db, kind, entry->id);
  entry->parent = name_parent (db, kind, entry->id);

  return entry;
}

static gboolean
load_kind (ClinchDb    *db,
           ClinchKind   kind,
           char       **words,
           guint        limit,
           GPtrArray   *entries,
           GError     **error)
{
  g_autofree char *sql = make_sql (kind);
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, sql, error);
  guint end = entries->len + limit;
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, kind);
  while (entries->len < end)
    {
      g_autoptr(ClinchBinEntry) entry = NULL;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      entry = read_entry (db, kind, statement);
      if (has_words (entry, words))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }

  return TRUE;
}

GPtrArray *
clinch_recycle_bin_load (ClinchDb    *db,
                         const char  *text,
                         guint        limit,
                         GError     **error)
{
  g_autoptr(GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_bin_entry_free);
  g_autofree char *folded = text != NULL ? clinch_text_fold (text) : NULL;
  g_auto(GStrv) words = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!load_kind (db, kinds[i], words, limit, entries, error))
      return NULL;

  return g_steal_pointer (&entries);
}
