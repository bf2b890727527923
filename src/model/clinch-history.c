// SPDX-License-Identifier: GPL-3.0-or-later
//
// A label is put together when it is read, and who looks for words in it means the label in front
// of them. So a filter cannot be a condition in SQL; steps are read in chunks and looked at one by
// one, a bounded number in a job, so that a search through a long log neither holds up other
// readers nor shows nothing until it is through.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-history.h"

#include "clinch-field-text.h"
#include "clinch-step-label.h"
#include "clinch-target-operations.h"
#include "clinch-text.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define CHUNK 100
#define MAX_SCANNED 2000

/* A step that changed more than this is not looked through. */
#define MAX_LOOKED_THROUGH 500

/* Characters of a text that stand for its name. */
#define NAME_LENGTH 60

ClinchHistoryQuery *
clinch_history_query_copy (const ClinchHistoryQuery *query)
{
  ClinchHistoryQuery *copy = g_new (ClinchHistoryQuery, 1);

  *copy = *query;
  copy->text = g_strdup (query->text);

  return copy;
}

void
clinch_history_query_free (ClinchHistoryQuery *query)
{
  g_free (query->text);
  g_free (query);
}

void
clinch_history_entry_free (ClinchHistoryEntry *entry)
{
  g_clear_pointer (&entry->step, clinch_step_free);
  g_free (entry->label);
  g_free (entry->member);
  g_free (entry);
}

void
clinch_history_chunk_free (ClinchHistoryChunk *chunk)
{
  g_clear_pointer (&chunk->entries, g_ptr_array_unref);
  g_free (chunk);
}

static void
value_free (ClinchHistoryValue *value)
{
  g_free (value->label);
  g_free (value->before);
  g_free (value->after);
  g_free (value);
}

void
clinch_history_change_free (ClinchHistoryChange *change)
{
  g_free (change->name);
  g_clear_pointer (&change->values, g_ptr_array_unref);
  g_free (change);
}

static gboolean
has_words (const char  *label,
           char       **words)
{
  g_autofree char *folded = clinch_text_fold (label);

  for (int i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The kind that the words of a step's label begin with. */
static ClinchKind
kind_of_args (const char *args)
{
  g_autoptr(JsonNode) root = args != NULL ? json_from_string (args, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                     : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return CLINCH_KIND_NONE;

  return clinch_kind_from_word (json_array_get_string_element (array, 0));
}

static gboolean
touches_kind (ClinchDb          *db,
              const ClinchStep  *step,
              ClinchKind         kind,
              gboolean          *touches,
              GError           **error)
{
  g_autoptr(GPtrArray) changes = NULL;

  if (kind == CLINCH_KIND_NONE || step->n_changes > MAX_LOOKED_THROUGH)
    {
      ClinchKind named = kind == CLINCH_KIND_NONE ? kind : kind_of_args (step->args);

      *touches = named == CLINCH_KIND_NONE || named == kind;
      return TRUE;
    }

  changes = clinch_log_entries (db, step->id, kind, 0, 1, error);
  if (changes == NULL)
    return FALSE;
  *touches = changes->len > 0;

  return TRUE;
}

static gboolean
count_records (ClinchDb          *db,
               const ClinchStep  *step,
               gint64            *count,
               GError           **error)
{
  *count = step->n_changes;
  if (step->n_changes < 2 || step->n_changes > MAX_LOOKED_THROUGH)
    return TRUE;

  return clinch_db_query_int (db, count, NULL, error,
                              "SELECT count (DISTINCT kind * 281474976710656 + record_id) FROM change"
                              " WHERE id BETWEEN (SELECT first_change FROM step WHERE id = ?1)"
                              " AND (SELECT last_change FROM step WHERE id = ?1) AND +kind != ?2",
                              "ii", step->id, (gint64) CLINCH_KIND_STAGE_MOVE);
}

/* Takes @step into the chunk if the query asks for it. */
static gboolean
look_at_step (ClinchDb                  *db,
              const ClinchHistoryQuery  *query,
              char                     **words,
              ClinchStep                *step,
              ClinchHistoryChunk        *chunk,
              GError                   **error)
{
  g_autoptr(ClinchHistoryEntry) entry = g_new0 (ClinchHistoryEntry, 1);
  gboolean touches;

  entry->step = step;
  if (query->member_id != 0 && step->member_id != query->member_id)
    return TRUE;
  entry->label = clinch_step_label (step->action, step->args);
  if (!has_words (entry->label, words))
    return TRUE;
  if (!touches_kind (db, step, query->kind, &touches, error))
    return FALSE;
  if (!touches)
    return TRUE;
  if (!count_records (db, step, &entry->n_records, error))
    return FALSE;
  entry->member = clinch_db_name_of (db, CLINCH_KIND_MEMBER, step->member_id);
  g_ptr_array_add (chunk->entries, g_steal_pointer (&entry));

  return TRUE;
}

ClinchHistoryChunk *
clinch_history_load (ClinchDb                  *db,
                     const ClinchHistoryQuery  *query,
                     GError                   **error)
{
  g_autoptr(ClinchHistoryChunk) chunk = g_new0 (ClinchHistoryChunk, 1);
  g_autofree char *folded = query->text != NULL ? clinch_text_fold (query->text) : NULL;
  g_auto(GStrv) words = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
  guint scanned = 0;

  chunk->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_history_entry_free);
  while (scanned < MAX_SCANNED)
    {
      g_autoptr(GPtrArray) steps = clinch_log_steps (db, query->since,
                                                     chunk->next != 0 ? chunk->next
                                                     : query->before_id, CHUNK, error);
      gboolean is_last;

      if (steps == NULL)
        return NULL;
      is_last = steps->len < CHUNK;
      scanned += steps->len;
      while (steps->len > 0 && chunk->entries->len < query->limit)
        {
          ClinchStep *step = g_ptr_array_steal_index (steps, 0);

          chunk->next = step->id;
          if (!look_at_step (db, query, words, step, chunk, error))
            return NULL;
        }
      if (is_last && steps->len == 0)
        chunk->next = 0;
      if (is_last || chunk->entries->len == query->limit)
        break;
    }

  return g_steal_pointer (&chunk);
}

static char *
first_characters (const char *text)
{
  g_autofree char *line = clinch_text_clean_line (text);

  if (line == NULL)
    return g_strdup ("");
  if (g_utf8_strlen (line, -1) > NAME_LENGTH)
    {
      g_autofree char *start = g_utf8_substring (line, 0, NAME_LENGTH);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&line);
}

char *
clinch_history_record_name (ClinchDb   *db,
                            ClinchKind  kind,
                            gint64      id)
{
  g_autoptr(ClinchRow) row = NULL;

  if (clinch_kind_name_field (kind) != NULL)
    return clinch_db_name_of (db, kind, id);

  row = clinch_db_load_row (db, kind, id, NULL);
  if (row == NULL)
    return g_strdup ("");
  if (kind == CLINCH_KIND_FOLLOW_UP)
    return first_characters (clinch_row_text (row, CLINCH_FOLLOW_UP_TEXT));
  if (kind == CLINCH_KIND_STAGE_MOVE)
    return clinch_db_name_of (db, CLINCH_KIND_OPPORTUNITY,
                              clinch_row_int (row, CLINCH_STAGE_MOVE_OPPORTUNITY));
  if (kind == CLINCH_KIND_SETTING)
    return g_strdup (clinch_row_text (row, CLINCH_SETTING_NAME));
  if (kind == CLINCH_KIND_TARGET || kind == CLINCH_KIND_FORECAST)
    return clinch_target_name (db, row);

  return g_strdup ("");
}

static char *
show_value (ClinchDb          *db,
            const ClinchRow   *row,
            const ClinchField *field,
            const char        *currency)
{
  g_autofree char *name = NULL;

  if (row == NULL || clinch_row_is_null (row, field->index))
    return g_strdup ("");
  if (field->type == CLINCH_FIELD_REFERENCE)
    name = clinch_db_name_of (db, field->target, clinch_row_int (row, field->index));

  return clinch_field_text_full (row, field->index, name, currency);
}

/* Where cards stand in their column, and other figures of ours, say nothing to a reader. */
static gboolean
is_shown (const ClinchField *field)
{
  return !((field->flags & CLINCH_FIELD_SYSTEM) && field->type != CLINCH_FIELD_REFERENCE)
         && !(field->flags & CLINCH_FIELD_COMPUTED);
}

/* The currency of amounts in a change that does not give it itself. */
static char *
find_currency (ClinchDb             *db,
               const ClinchLogEntry *entry)
{
  const ClinchField *field = clinch_kind_find_field (entry->kind, "currency");
  g_autoptr(ClinchRow) row = NULL;

  if (field == NULL)
    return NULL;
  row = clinch_db_load_row (db, entry->kind, entry->record_id, NULL);

  return row != NULL ? g_strdup (clinch_row_text (row, field->index)) : NULL;
}

static GPtrArray *
read_values (ClinchDb             *db,
             const ClinchLogEntry *entry)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  g_autofree char *currency = NULL;
  const ClinchField *fields;
  int n_fields;

  /* What goes to the bin or comes back from it keeps its values. */
  if (entry->op != CLINCH_CHANGE_INSERT && entry->op != CLINCH_CHANGE_UPDATE)
    return values;

  currency = find_currency (db, entry);
  fields = clinch_kind_fields (entry->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      gboolean given = (entry->before != NULL && clinch_row_has (entry->before, i)) ||
                       (entry->after != NULL && clinch_row_has (entry->after, i));
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      ClinchHistoryValue *value;

      if (!given || !is_shown (&fields[i]))
        continue;
      before = show_value (db, entry->before, &fields[i], currency);
      after = show_value (db, entry->after, &fields[i], currency);
      if (g_str_equal (before, after))
        continue;
      value = g_new0 (ClinchHistoryValue, 1);
      value->label = g_strdup (clinch_field_label (&fields[i]));
      value->before = g_steal_pointer (&before);
      value->after = g_steal_pointer (&after);
      g_ptr_array_add (values, value);
    }

  return values;
}

GPtrArray *
clinch_history_changes (ClinchDb    *db,
                        gint64       step_id,
                        ClinchKind   kind,
                        gint64       record_id,
                        int          limit,
                        GError     **error)
{
  g_autoptr(GPtrArray) entries = clinch_log_entries (db, step_id, kind, record_id, limit * 2,
                                                     error);
  g_autoptr(GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_history_change_free);

  if (entries == NULL)
    return NULL;

  for (guint i = 0; i < entries->len && changes->len < (guint) limit; i++)
    {
      const ClinchLogEntry *entry = g_ptr_array_index (entries, i);
      ClinchHistoryChange *change;

      if (entry->kind == CLINCH_KIND_STAGE_MOVE && kind != CLINCH_KIND_STAGE_MOVE)
        continue;
      change = g_new0 (ClinchHistoryChange, 1);
      change->kind = entry->kind;
      change->id = entry->record_id;
      change->op = entry->op;
      change->name = clinch_history_record_name (db, entry->kind, entry->record_id);
      change->values = read_values (db, entry);
      g_ptr_array_add (changes, change);
    }

  return g_steal_pointer (&changes);
}
