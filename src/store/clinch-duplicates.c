// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-duplicates.h"

#include "clinch-match.h"
#include "clinch-text.h"

/* What a name is levelled to before it is compared. */
typedef char *(*KeyFunc) (const char *name);

typedef struct
{
  ClinchDb *db;
  const ClinchRow *row;
  GArray *ids;
} Search;

static void
add_id (Search *search,
        gint64  id)
{
  if (id == search->row->id)
    return;
  for (guint i = 0; i < search->ids->len; i++)
    if (g_array_index (search->ids, gint64, i) == id)
      return;
  g_array_append_val (search->ids, id);
}

/* Adds the records that @sql finds by @text and @number; where @key, only those whose second column
 * has the key @wanted. */
static gboolean
add_found (Search      *search,
           const char  *sql,
           const char  *text,
           gint64       number,
           KeyFunc      key,
           const char  *wanted,
           GError     **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (search->db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, text);
  clinch_statement_bind_int (statement, 2, number);
  while (TRUE)
    {
      g_autofree char *found = NULL;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (key != NULL)
        found = key (clinch_statement_text (statement, 1));
      if (key == NULL || g_strcmp0 (found, wanted) == 0)
        add_id (search, clinch_statement_int (statement, 0));
    }
}

static gboolean
add_same_text (Search      *search,
               int          field,
               GError     **error)
{
  const char *text = clinch_row_text (search->row, field);
  g_autofree char *sql = NULL;
  g_autofree char *folded = NULL;

  if (text == NULL)
    return TRUE;

  folded = clinch_text_fold (text);
  sql =
    g_strdup_printf ("SELECT id, %s FROM %s WHERE deleted_at IS NULL AND ?1 IS NOT NULL AND ?2 IS "
                     "NOT NULL"
                         " AND %s IS NOT NULL",
                         clinch_kind_field (search->row->kind, field)->column,
                         clinch_kind_table (search->row->kind),
                         clinch_kind_field (search->row->kind, field)->column);
  return add_found (search, sql, text, 0, clinch_text_fold, folded, error);
}

static gboolean
find_customers (Search  *search,
                GError **error)
{
  g_autofree char *key = clinch_company_key (clinch_row_name (search->row));

  return *key == '\0'
         || add_found (search,
                       "SELECT id FROM customer WHERE company_key = ?1 AND deleted_at IS NULL AND ?2 = 0",
                                    key, 0, NULL, NULL, error);
}

static gboolean
find_contacts (Search  *search,
               GError **error)
{
  g_autofree char *key = clinch_person_key (clinch_row_name (search->row));

  if (*key != '\0'
      && !add_found (search,
                     "SELECT id, name FROM contact WHERE customer_id = ?2 AND deleted_at IS NULL"
                                          " AND ?1 IS NOT NULL",
                                  key, clinch_row_int (search->row, CLINCH_CONTACT_CUSTOMER),
                                  clinch_person_key, key, error))
    return FALSE;

  return add_same_text (search, CLINCH_CONTACT_MOBILE, error)
         && add_same_text (search, CLINCH_CONTACT_EMAIL, error);
}

static gboolean
find_members (Search  *search,
              GError **error)
{
  g_autofree char *key = clinch_person_key (clinch_row_name (search->row));

  if (*key != '\0'
      && !add_found (search,
                     "SELECT id, name FROM member WHERE deleted_at IS NULL AND ?1 IS NOT NULL AND ?2 = 0",
                                  key, 0, clinch_person_key, key, error))
    return FALSE;

  return add_same_text (search, CLINCH_MEMBER_EMAIL, error);
}

static gboolean
find_opportunities (Search  *search,
                    GError **error)
{
  const char *number = clinch_row_text (search->row, CLINCH_OPPORTUNITY_NUMBER);
  g_autofree char *folded = clinch_text_fold (clinch_row_name (search->row));

  if (number != NULL
      && !add_found (search,
                     "SELECT id FROM opportunity WHERE number = ?1 AND deleted_at IS NULL AND ?2 = 0",
                                    number, 0, NULL, NULL, error))
    return FALSE;

  return *folded == '\0' ||
         add_found (search,
                    "SELECT id, name FROM opportunity WHERE customer_id = ?2 AND deleted_at IS NULL AND ?1 IS NOT NULL",
                    folded, clinch_row_int (search->row, CLINCH_OPPORTUNITY_CUSTOMER),
                    clinch_text_fold, folded, error);
}

static gboolean
find_follow_ups (Search  *search,
                 GError **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (search->db,
                                 "SELECT id FROM follow_up WHERE customer_id = ? AND happened_at = ? AND text = ?"
                                             " AND deleted_at IS NULL",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_field (statement, 1, search->row, CLINCH_FOLLOW_UP_CUSTOMER);
  clinch_statement_bind_field (statement, 2, search->row, CLINCH_FOLLOW_UP_HAPPENED);
  clinch_statement_bind_field (statement, 3, search->row, CLINCH_FOLLOW_UP_TEXT);
  while (has_row)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        add_id (search, clinch_statement_int (statement, 0));
    }

  return TRUE;
}

static gboolean
find_all (Search  *search,
          GError **error)
{
  switch (search->row->kind)
    {
    case CLINCH_KIND_CUSTOMER:
      return find_customers (search, error);
    case CLINCH_KIND_CONTACT:
      return find_contacts (search, error);
    case CLINCH_KIND_MEMBER:
      return find_members (search, error);
    case CLINCH_KIND_OPPORTUNITY:
      return find_opportunities (search, error);
    case CLINCH_KIND_FOLLOW_UP:
      return find_follow_ups (search, error);
    case CLINCH_KIND_TEAM:
      return add_same_text (search, CLINCH_TEAM_NAME, error);
    case CLINCH_KIND_PIPELINE:
      return add_same_text (search, CLINCH_PIPELINE_NAME, error);
    case CLINCH_KIND_NONE:
    case CLINCH_KIND_STAGE:
    case CLINCH_KIND_STAGE_MOVE:
    case CLINCH_KIND_SAVED_VIEW:
    case CLINCH_KIND_SETTING:
    case CLINCH_KIND_DIMENSION:
    case CLINCH_KIND_TAG:
    case CLINCH_KIND_CUSTOMER_TAG:
    case CLINCH_KIND_GRADE_RULE:
    case CLINCH_KIND_ASSESSMENT:
    case CLINCH_KIND_INFLUENCE:
    case CLINCH_KIND_FACT:
    case CLINCH_KIND_HELP_REQUEST:
    case CLINCH_KIND_OBJECTIVE:
    case CLINCH_KIND_WHITESPACE:
    case CLINCH_KIND_REQUIREMENT:
    case CLINCH_KIND_MATERIAL:
    case CLINCH_KIND_TARGET:
    case CLINCH_KIND_FORECAST:
    case CLINCH_N_KINDS:
    default:
      return TRUE;
    }
}

GArray *
clinch_find_duplicates (ClinchDb         *db,
                        const ClinchRow  *row,
                        GError          **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Search search = { .db = db, .row = row, .ids = ids };

  return find_all (&search, error) ? g_steal_pointer (&ids) : NULL;
}
