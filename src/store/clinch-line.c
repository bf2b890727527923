// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-line.h"

#include "clinch-store-error.h"

#include <glib/gi18n-lib.h>

/* So many names of a line are said, and the last one. */
#define MAX_NAMES 6

GArray *
clinch_line_find (ClinchDb           *db,
                  const ClinchField  *field,
                  gint64              id,
                  gint64              above_id,
                  GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", field->column,
                                          clinch_kind_table (field->kind));
  g_autoptr(GHashTable) met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) line = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* What was met already stands in a circle that does not lead to @above_id. */
  while (id != 0 && g_hash_table_add (met, g_memdup2 (&id, sizeof id)))
    {
      g_array_append_val (line, id);
      if (id == above_id)
        return g_steal_pointer (&line);
      if (!clinch_db_query_int (db, &id, NULL, error, sql, "i", id))
        return NULL;
    }
  g_array_set_size (line, 0);

  return g_steal_pointer (&line);
}

char *
clinch_line_describe (ClinchDb     *db,
                      ClinchKind    kind,
                      const GArray *ids)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gboolean is_last = i + 1 == ids->len;
      g_autofree char *name = NULL;

      if (i >= MAX_NAMES && !is_last)
        continue;
      name = clinch_db_name_of (db, kind, g_array_index (ids, gint64, i));
      g_string_append_printf (names, "%s%s%s", i > 0 ? " → " : "",
                              is_last && i > MAX_NAMES ? "… → " : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

void
clinch_line_set_circle_error (ClinchDb      *db,
                              ClinchKind     kind,
                              const GArray  *ids,
                              GError       **error)
{
  g_autofree char *names = clinch_line_describe (db, kind, ids);

  if (kind == CLINCH_KIND_CONTACT || kind == CLINCH_KIND_MEMBER)
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 /* Translators: people, each of whom reports to the next: Wang → Zhao → Wang. */
                 _("Nobody can report to themselves by way of others: %s. Change one of these "
                   "lines first."), names);
  else
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 /* Translators: companies or teams, each of which belongs to the next. */
                 _("Nothing can belong to itself by way of others: %s. Change one of these "
                   "first."), names);
}
