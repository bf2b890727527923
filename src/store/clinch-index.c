// SPDX-License-Identifier: GPL-3.0-or-later
//
// The full-text index: one FTS5 table for names, also by their sound, and one for texts.
//
// Both hold the index form of the text (clinch_text_to_index()) and no copy of it. A record stands
// in a table only where it has something to be found by, so taking it out needs its old fields:
// what was never put in is not looked for.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-index.h"

#include "clinch-pinyin.h"
#include "clinch-text.h"

#include <string.h>

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* So many records, or bytes of their text, wait before they are written: enough to be sorted,
 * little enough to be held. */
#define MAX_ENTRIES 20000
#define MAX_BYTES (16 * 1024 * 1024)

/* What FTS5 holds before it writes a segment, and how many segments it lets gather before it begins
 * to merge them. */
#define USUAL_BYTES (16 * 1024 * 1024)
#define MASS_BYTES (64 * 1024 * 1024)
#define USUAL_MERGE 4

typedef struct
{
  gint64 key;
  gboolean remove_names;
  gboolean remove_texts;
  char *names;
  char *texts;
} Entry;

struct _ClinchIndexQueue
{
  ClinchDb *db;
  GHashTable *entries; /* key to Entry */
  gsize bytes;
  gboolean is_mass;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->names);
  g_free (entry->texts);
  g_free (entry);
}

ClinchIndexQueue *
clinch_index_queue_new (ClinchDb *db)
{
  ClinchIndexQueue *self = g_new0 (ClinchIndexQueue, 1);

  self->db = db;
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_entry);

  return self;
}

void
clinch_index_queue_free (ClinchIndexQueue *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

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

/* The texts in the form of the index; behind a name the sounds under which it can be found. */
static char *
collect_words (const ClinchRow *row,
               guint64          mask,
               gboolean         sounds)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *words = NULL;

      if (!(mask & BIT (i)) || clinch_row_is_null (row, i))
        continue;
      words = clinch_text_to_index (clinch_row_text (row, i));
      append_words (out, words);
      if (sounds)
        {
          gboolean is_person = (fields[i].flags & CLINCH_FIELD_PERSON) != 0;
          g_autofree char *sound = clinch_pinyin_index (clinch_row_text (row, i), is_person);

          append_words (out, sound);
        }
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

void
clinch_index_fields (ClinchKind  kind,
                     guint64    *names,
                     guint64    *texts)
{
  const ClinchField *fields;
  guint64 name_mask = 0;
  guint64 text_mask = 0;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (fields[i].flags & CLINCH_FIELD_NAME)
        name_mask |= BIT (i);
      if (fields[i].flags & CLINCH_FIELD_SEARCH)
        text_mask |= BIT (i);
    }
  if (names != NULL)
    *names = name_mask;
  if (texts != NULL)
    *texts = text_mask;
}

gboolean
clinch_index_is_filled (const ClinchRow *row,
                        guint64          fields)
{
  int n_fields;

  clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if ((fields & BIT (i)) && !clinch_row_is_null (row, i))
      return TRUE;

  return FALSE;
}

/* Those of the names, and of the texts, to write where @fields changed: all of a kind or none,
 * because a record stands in a table with all of them. */
static void
fields_to_write (ClinchKind  kind,
                 guint64     fields,
                 guint64    *names,
                 guint64    *texts)
{
  clinch_index_fields (kind, names, texts);
  if (!(*names & fields))
    *names = 0;
  if (!(*texts & fields))
    *texts = 0;
}

gboolean
clinch_index_concerns (ClinchKind kind,
                       guint64    mask)
{
  guint64 names;
  guint64 texts;

  fields_to_write (kind, mask, &names, &texts);
  return (names | texts) != 0;
}

static gboolean
flush_if_many (ClinchIndexQueue  *self,
               GError           **error)
{
  if (g_hash_table_size (self->entries) < MAX_ENTRIES && self->bytes < MAX_BYTES)
    return TRUE;

  return clinch_index_queue_flush (self, error);
}

static Entry *
take_entry (ClinchIndexQueue *self,
            gint64            key)
{
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->key = key;
      g_hash_table_insert (self->entries, &entry->key, entry);
    }

  return entry;
}

gboolean
clinch_index_queue_add (ClinchIndexQueue  *self,
                        const ClinchRow   *row,
                        guint64            fields,
                        GError           **error)
{
  guint64 names;
  guint64 texts;
  Entry *entry;

  fields_to_write (row->kind, fields, &names, &texts);
  if (!clinch_index_is_filled (row, names | texts))
    return TRUE;

  entry = take_entry (self, CLINCH_INDEX_KEY (row->kind, row->id));
  if (clinch_index_is_filled (row, names))
    {
      entry->names = collect_words (row, names, TRUE);
      self->bytes += strlen (entry->names);
    }
  if (clinch_index_is_filled (row, texts))
    {
      entry->texts = collect_words (row, texts, FALSE);
      self->bytes += strlen (entry->texts);
    }

  return flush_if_many (self, error);
}

/* What waits to be added has never been in the index. */
static void
take_out (char     **waiting,
          gboolean  *remove)
{
  if (*waiting == NULL)
    *remove = TRUE;
  g_clear_pointer (waiting, g_free);
}

gboolean
clinch_index_queue_remove (ClinchIndexQueue  *self,
                           const ClinchRow   *row,
                           guint64            fields,
                           GError           **error)
{
  guint64 names;
  guint64 texts;
  Entry *entry;

  fields_to_write (row->kind, fields, &names, &texts);
  if (!clinch_index_is_filled (row, names | texts))
    return TRUE;

  entry = take_entry (self, CLINCH_INDEX_KEY (row->kind, row->id));
  if (clinch_index_is_filled (row, names))
    take_out (&entry->names, &entry->remove_names);
  if (clinch_index_is_filled (row, texts))
    take_out (&entry->texts, &entry->remove_texts);

  return flush_if_many (self, error);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Entry *a_entry = *(const Entry *const *) a;
  const Entry *b_entry = *(const Entry *const *) b;

  return a_entry->key < b_entry->key ? -1 : a_entry->key > b_entry->key;
}

static gboolean
remove_entries (ClinchIndexQueue  *self,
                GPtrArray         *entries,
                GError           **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      if (entry->remove_names &&
          !clinch_db_run (self->db, error, "DELETE FROM search_name WHERE rowid = ?", "i",
                          entry->key))
        return FALSE;
      if (entry->remove_texts &&
          !clinch_db_run (self->db, error, "DELETE FROM search_text WHERE rowid = ?", "i",
                          entry->key))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_entries (ClinchIndexQueue  *self,
             GPtrArray         *entries,
             GError           **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      if (entry->names != NULL
          && !clinch_db_run (self->db, error, "INSERT INTO search_name (rowid, name) VALUES (?, ?)",
                             "it",
                                                  entry->key, entry->names))
        return FALSE;
      if (entry->texts != NULL
          && !clinch_db_run (self->db, error, "INSERT INTO search_text (rowid, body) VALUES (?, ?)",
                             "it",
                                                  entry->key, entry->texts))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinch_index_queue_flush (ClinchIndexQueue  *self,
                          GError           **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  gboolean done;

  if (g_hash_table_size (self->entries) == 0)
    return TRUE;

  entries = g_hash_table_get_values_as_ptr_array (self->entries);
  g_ptr_array_sort (entries, compare_keys);
  done = remove_entries (self, entries, error) && add_entries (self, entries, error);
  g_hash_table_remove_all (self->entries);
  self->bytes = 0;

  return done;
}

/* Of a mass few big segments are made, and the merging of them is left to the steps that follow,
 * which do a little each. The values of every day are those of the schema and of FTS5. */
static gboolean
configure (ClinchDb  *db,
           gboolean   mass,
           GError   **error)
{
  static const char *const commands[] = {
    "INSERT INTO search_name (search_name, rank) VALUES (?, ?)",
    "INSERT INTO search_text (search_text, rank) VALUES (?, ?)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (!clinch_db_run (db, error, commands[i], "ti", "hashsize",
                        (gint64) (mass ? MASS_BYTES : USUAL_BYTES))
        || !clinch_db_run (db, error, commands[i], "ti", "automerge",
                           (gint64) (mass ? 0 : USUAL_MERGE)))
      return FALSE;

  return TRUE;
}

gboolean
clinch_index_queue_expect_mass (ClinchIndexQueue  *self,
                                GError           **error)
{
  self->is_mass = TRUE;
  return configure (self->db, TRUE, error);
}

gboolean
clinch_index_queue_finish (ClinchIndexQueue  *self,
                           GError           **error)
{
  return clinch_index_queue_flush (self, error)
         && (!self->is_mass || configure (self->db, FALSE, error));
}
