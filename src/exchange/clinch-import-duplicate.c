// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether the record of a row is there already.
//
// An identifier says so for certain. Without one, companies and people are recognised by their
// names, opportunities by their number or, without that, by customer and name, follow-ups by
// customer, time and text. Rows with an identifier are compared with the workspace alone: two
// records of one name in an export are two records.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include <glib/gi18n.h>

/* Of several with one key the one of exactly that name, else the first. */
static ClinchImportEntry *
choose_twin (ClinchImportSession *self,
             ClinchImportEntry   *first,
             const char          *name)
{
  ClinchImportEntry *twin = NULL;

  for (ClinchImportEntry *entry = first; entry != NULL; entry = entry->next)
    {
      if (self->has_uid && entry->line != 0)
        continue;
      if (g_str_equal (entry->name, name))
        return entry;
      if (twin == NULL)
        twin = entry;
    }

  return twin;
}

static ClinchImportEntry *
find_by_name (ClinchImportSession *self,
              gint64               context)
{
  const char *name = clinch_row_name (self->record);
  g_autofree char *key = clinch_import_lookup_key (self->kind, name);

  return choose_twin (self, clinch_import_lookup_by_key (self->lookup, self->kind, context, key),
                      name);
}

static ClinchImportEntry *
find_by_code (ClinchImportSession *self,
              gint64               context,
              int                  field)
{
  const char *code = clinch_row_text (self->record, field);
  ClinchImportEntry *entry = code != NULL
                             ? clinch_import_lookup_by_code (self->lookup, self->kind, context,
                                                             code) : NULL;

  return entry != NULL && self->has_uid && entry->line != 0 ? NULL : entry;
}

/* An opportunity that got its name here is the same as one in the workspace if its facts are the
 * same. Within a file two such rows are two opportunities: customers buy the same thing twice. */
static gboolean
find_by_facts (ClinchImportSession  *self,
               ClinchImportEntry   **twin,
               GError              **error)
{
  static const int facts[] = {
    CLINCH_OPPORTUNITY_STARTED, CLINCH_OPPORTUNITY_AMOUNT, CLINCH_OPPORTUNITY_OWNER,
    CLINCH_OPPORTUNITY_PRODUCT,
  };
  gint64 customer_id = clinch_row_int (self->record, CLINCH_OPPORTUNITY_CUSTOMER);
  g_autofree char *key = clinch_import_lookup_key (self->kind, clinch_row_name (self->record));
  ClinchImportEntry *entry = clinch_import_lookup_by_key (self->lookup, self->kind, customer_id,
                                                          key);

  for (; entry != NULL; entry = entry->next)
    {
      g_autoptr(ClinchRow) row = NULL;
      gboolean is_equal = TRUE;

      if (entry->line != 0)
        continue;
      row = clinch_db_load_row (self->db, self->kind, entry->id, error);
      if (row == NULL)
        return FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
        is_equal = is_equal && clinch_row_field_equal (row, self->record, facts[i]);
      if (!is_equal)
        continue;
      *twin = entry;
      return TRUE;
    }

  return TRUE;
}

static gboolean
find_opportunity (ClinchImportSession  *self,
                  ClinchImportEntry   **twin,
                  GError              **error)
{
  *twin = find_by_code (self, 0, CLINCH_OPPORTUNITY_NUMBER);
  if (*twin != NULL || self->has_uid
      || !clinch_row_is_null (self->record, CLINCH_OPPORTUNITY_NUMBER) ||
      clinch_row_is_null (self->record, CLINCH_OPPORTUNITY_CUSTOMER))
    return TRUE;
  if (self->has_made_name)
    return find_by_facts (self, twin, error);

  *twin = find_by_name (self, clinch_row_int (self->record, CLINCH_OPPORTUNITY_CUSTOMER));
  return TRUE;
}

/* Follow-ups and moves have no names; there may be millions of them, so each is looked up by itself
 * through an index. */
static gboolean
find_event (ClinchImportSession    *self,
            ClinchImportDuplicate  *duplicate,
            GError                **error)
{
  const ClinchRow *record = self->record;
  g_autofree char *key = NULL;
  gpointer row;

  if (self->has_uid)
    return TRUE;

  if (self->kind == CLINCH_KIND_FOLLOW_UP)
    key = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%s",
                           clinch_row_int (record, CLINCH_FOLLOW_UP_CUSTOMER),
                           clinch_row_int (record, CLINCH_FOLLOW_UP_HAPPENED),
                           clinch_row_text (record, CLINCH_FOLLOW_UP_TEXT));
  else
    key = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT,
                           clinch_row_int (record, CLINCH_STAGE_MOVE_OPPORTUNITY),
                           clinch_row_int (record, CLINCH_STAGE_MOVE_MOVED),
                           clinch_row_int (record, CLINCH_STAGE_MOVE_TO));
  if (g_hash_table_lookup_extended (self->seen, key, NULL, &row))
    {
      duplicate->line = clinch_table_get_line (self->table, GPOINTER_TO_UINT (row));
      duplicate->is_found = TRUE;
      return TRUE;
    }
  g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (self->row));

  if (self->kind == CLINCH_KIND_FOLLOW_UP)
    return clinch_db_query_int (self->db, &duplicate->id, &duplicate->is_found, error,
                                "SELECT id FROM follow_up WHERE customer_id = ? AND happened_at = ? AND text = ?"
                                " AND deleted_at IS NULL",
                                "iit", clinch_row_int (record, CLINCH_FOLLOW_UP_CUSTOMER),
                                clinch_row_int (record, CLINCH_FOLLOW_UP_HAPPENED),
                                clinch_row_text (record, CLINCH_FOLLOW_UP_TEXT));

  return clinch_db_query_int (self->db, &duplicate->id, &duplicate->is_found, error,
                              "SELECT id FROM stage_move WHERE opportunity_id = ? AND moved_at = ? AND to_stage_id = ?"
                              " AND deleted_at IS NULL",
                              "iii", clinch_row_int (record, CLINCH_STAGE_MOVE_OPPORTUNITY),
                              clinch_row_int (record, CLINCH_STAGE_MOVE_MOVED),
                              clinch_row_int (record, CLINCH_STAGE_MOVE_TO));
}

/* Many customers have an objective of one name, many opportunities a requirement. */
static gboolean
shares_names (ClinchKind kind)
{
  return kind == CLINCH_KIND_OBJECTIVE || kind == CLINCH_KIND_REQUIREMENT;
}

static gboolean
find_by_kind (ClinchImportSession  *self,
              ClinchImportEntry   **twin,
              GError              **error)
{
  switch ((int) self->kind)
    {
    case CLINCH_KIND_CONTACT:
      if (clinch_row_is_null (self->record, CLINCH_CONTACT_CUSTOMER))
        return TRUE;
      if (!clinch_import_lookup_load_contacts (self->lookup, self->db,
                                               clinch_row_int (self->record,
                                                               CLINCH_CONTACT_CUSTOMER), error))
        return FALSE;
      *twin = find_by_name (self, clinch_row_int (self->record, CLINCH_CONTACT_CUSTOMER));
      return TRUE;
    case CLINCH_KIND_PIPELINE:
      *twin = find_by_code (self, 0, CLINCH_PIPELINE_CODE);
      if (*twin == NULL)
        *twin = find_by_name (self, 0);
      return TRUE;
    case CLINCH_KIND_STAGE:
      *twin = find_by_code (self, clinch_row_int (self->record, CLINCH_STAGE_PIPELINE),
                            CLINCH_STAGE_CODE);
      if (*twin == NULL)
        *twin = find_by_name (self, clinch_row_int (self->record, CLINCH_STAGE_PIPELINE));
      return TRUE;
    case CLINCH_KIND_DIMENSION:
      *twin = find_by_code (self, 0, CLINCH_DIMENSION_CODE);
      if (*twin == NULL)
        *twin = find_by_name (self, 0);
      return TRUE;
    case CLINCH_KIND_TAG:
      *twin = find_by_code (self, clinch_row_int (self->record, CLINCH_TAG_DIMENSION),
                            CLINCH_TAG_CODE);
      if (*twin == NULL)
        *twin = find_by_name (self, clinch_row_int (self->record, CLINCH_TAG_DIMENSION));
      return TRUE;
    case CLINCH_KIND_GRADE_RULE:
      *twin = find_by_code (self, 0, CLINCH_GRADE_RULE_GRADE);
      return TRUE;
    case CLINCH_KIND_OPPORTUNITY:
      return find_opportunity (self, twin, error);
    case CLINCH_KIND_SETTING:
      *twin = find_by_code (self, 0, CLINCH_SETTING_NAME);
      return TRUE;
    default:
      if (clinch_kind_name_field (self->kind) != NULL && !shares_names (self->kind))
        *twin = find_by_name (self, 0);
      return TRUE;
    }
}

gboolean
clinch_import_session_find_duplicate (ClinchImportSession    *self,
                                      ClinchImportDuplicate  *duplicate,
                                      GError                **error)
{
  ClinchImportEntry *twin = NULL;

  *duplicate = (ClinchImportDuplicate) { 0 };
  if (self->has_uid &&
      !clinch_import_lookup_by_uid (self->lookup, self->db, self->kind, &self->record->uid,
                                    &duplicate->deleted_id, &twin, error))
    return FALSE;
  duplicate->is_same = twin != NULL;

  if (twin == NULL && (self->kind == CLINCH_KIND_FOLLOW_UP || self->kind == CLINCH_KIND_STAGE_MOVE))
    return find_event (self, duplicate, error);
  if (twin == NULL && !find_by_kind (self, &twin, error))
    return FALSE;

  if (twin != NULL)
    {
      duplicate->is_found = TRUE;
      duplicate->id = twin->id;
      duplicate->line = twin->line;
      duplicate->entry = twin;
    }

  return TRUE;
}

char *
clinch_import_session_describe_duplicate (ClinchImportSession         *self,
                                          const ClinchImportDuplicate *duplicate)
{
  const char *name = duplicate->entry != NULL ? duplicate->entry->name
                     : clinch_row_name (self->record);

  if (duplicate->line != 0)
    return g_strdup_printf (_("Line %u brings the same record."), duplicate->line);
  if (*name == '\0')
    return g_strdup (_("The workspace has this record already."));

  return g_strdup_printf (_("The workspace has “%s” already."), name);
}
