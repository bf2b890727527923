// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-rule-usage.h"

static const char *
sql_of (ClinchKind kind)
{
  switch ((int) kind)
    {
    case CLINCH_KIND_DIMENSION:
      /* What is retired has no value any more, but its tags are still there. */
      return "SELECT id, max (n) FROM"
             " (SELECT dimension_id AS id, count(*) AS n FROM profile_value GROUP BY 1"
             "  UNION ALL SELECT t.dimension_id, count(DISTINCT c.customer_id)"
             "  FROM customer_tag AS c JOIN tag AS t ON t.id = c.tag_id"
             "  WHERE c.deleted_at IS NULL GROUP BY 1) GROUP BY id";
    case CLINCH_KIND_TAG:
      return "SELECT tag_id, count(DISTINCT customer_id) FROM customer_tag"
             " WHERE deleted_at IS NULL GROUP BY tag_id";
    default:
      return "SELECT r.id, count(*) FROM grade_rule AS r JOIN customer AS c ON c.grade = r.grade"
             " WHERE r.deleted_at IS NULL AND c.deleted_at IS NULL GROUP BY r.id";
    }
}

GHashTable *
clinch_rule_usage_load (ClinchDb    *db,
                        ClinchKind   kind,
                        GError     **error)
{
  g_autoptr(GHashTable) usage = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, sql_of (kind), error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  while (has_row)
    {
      gint64 id;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      id = clinch_statement_int (statement, 0);
      g_hash_table_insert (usage, g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER ((guint) clinch_statement_int (statement, 1)));
    }

  return g_steal_pointer (&usage);
}

guint
clinch_rule_usage_get (GHashTable *usage,
                       gint64      id)
{
  return usage != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (usage, &id)) : 0;
}
