// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-index.h"

#include "clinch-pinyin.h"
#include "clinch-text.h"

static void
append_words (GString    *out,
              const char *words)
{
  if (*words == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, words);
}

/* The names in the form of the index, then the sounds under which they can be found. */
static char *
name_words (const ClinchRow *row)
{
  GString *out = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *sound = NULL;

      if (!(fields[i].flags & CLINCH_FIELD_NAME) || clinch_row_is_null (row, i))
        continue;
      name = clinch_text_to_index (clinch_row_text (row, i));
      sound = clinch_pinyin_index (clinch_row_text (row, i), (fields[i].flags & CLINCH_FIELD_PERSON) != 0);
      append_words (out, name);
      append_words (out, sound);
    }

  return g_string_free (out, FALSE);
}

static char *
text_words (const ClinchRow *row)
{
  GString *out = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (!(fields[i].flags & CLINCH_FIELD_SEARCH) || clinch_row_is_null (row, i))
        continue;
      text = clinch_text_to_index (clinch_row_text (row, i));
      append_words (out, text);
    }

  return g_string_free (out, FALSE);
}

gboolean
clinch_index_add (ClinchDb         *db,
                  const ClinchRow  *row,
                  GError          **error)
{
  gint64 key = CLINCH_INDEX_KEY (row->kind, row->id);
  g_autofree char *names = name_words (row);
  g_autofree char *texts = text_words (row);

  if (*names != '\0' &&
      !clinch_db_run (db, error, "INSERT INTO search_name (rowid, name) VALUES (?, ?)", "it", key, names))
    return FALSE;
  if (*texts != '\0' &&
      !clinch_db_run (db, error, "INSERT INTO search_text (rowid, body) VALUES (?, ?)", "it", key, texts))
    return FALSE;

  return TRUE;
}

gboolean
clinch_index_remove (ClinchDb         *db,
                     const ClinchRow  *row,
                     GError          **error)
{
  gint64 key = CLINCH_INDEX_KEY (row->kind, row->id);

  return clinch_db_run (db, error, "DELETE FROM search_name WHERE rowid = ?", "i", key) &&
         clinch_db_run (db, error, "DELETE FROM search_text WHERE rowid = ?", "i", key);
}

gboolean
clinch_index_concerns (ClinchKind kind,
                       guint64    mask)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if ((mask & (G_GUINT64_CONSTANT (1) << i)) && (fields[i].flags & (CLINCH_FIELD_NAME | CLINCH_FIELD_SEARCH)))
      return TRUE;

  return FALSE;
}
