// SPDX-License-Identifier: GPL-3.0-or-later
//
// What names in imported rows mean.
//
// Each kind has maps by id, by key (what spellings of one name have in common; under their customer
// or pipeline where names are unique only there), by code or number, and by alias (short names,
// synonyms). Entries with one key hang together in a chain, those of the workspace first.
// Identifiers are looked up one by one in the database, because a file names few of them, and kept.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-lookup.h"

#include "clinch-match.h"
#include "clinch-text.h"

#include <string.h>

typedef struct
{
  ClinchKind kind;
  ClinchUid uid;
} UidKey;

struct _ClinchImportLookup
{
  gboolean is_loaded[CLINCH_N_KINDS];
  GHashTable *by_id[CLINCH_N_KINDS];    /* id to Entry */
  GHashTable *by_key[CLINCH_N_KINDS];   /* context and key to the first Entry */
  GHashTable *by_code[CLINCH_N_KINDS];  /* context and folded code or number to Entry */
  /* context and folded alias to Entry, NULL where several have it */
  GHashTable *by_alias[CLINCH_N_KINDS];
  GHashTable *by_uid;                   /* UidKey to Entry */
  GHashTable *contact_customers;        /* customers whose contacts are loaded */
  GPtrArray *entries;
};

static guint
hash_uid (gconstpointer data)
{
  const UidKey *key = data;
  guint32 tail;

  /* The random end of the identifier is as good as any hash. */
  memcpy (&tail, key->uid.bytes + CLINCH_UID_SIZE - sizeof tail, sizeof tail);
  return tail ^ (guint) key->kind;
}

static gboolean
equal_uid (gconstpointer a,
           gconstpointer b)
{
  const UidKey *first = a;
  const UidKey *second = b;

  return first->kind == second->kind && memcmp (&first->uid, &second->uid, sizeof first->uid) == 0;
}

static void
free_entry (gpointer data)
{
  ClinchImportEntry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

ClinchImportLookup *
clinch_import_lookup_new (void)
{
  ClinchImportLookup *self = g_new0 (ClinchImportLookup, 1);

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      self->by_id[kind] = g_hash_table_new (g_int64_hash, g_int64_equal);
      self->by_key[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->by_code[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->by_alias[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  self->by_uid = g_hash_table_new_full (hash_uid, equal_uid, g_free, NULL);
  self->contact_customers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->entries = g_ptr_array_new_with_free_func (free_entry);

  return self;
}

void
clinch_import_lookup_free (ClinchImportLookup *self)
{
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_hash_table_unref (self->by_id[kind]);
      g_hash_table_unref (self->by_key[kind]);
      g_hash_table_unref (self->by_code[kind]);
      g_hash_table_unref (self->by_alias[kind]);
    }
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->contact_customers);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

char *
clinch_import_lookup_key (ClinchKind  kind,
                          const char *name)
{
  g_autofree char *key = NULL;

  if (kind == CLINCH_KIND_CUSTOMER)
    key = clinch_company_key (name);
  else if (kind == CLINCH_KIND_MEMBER || kind == CLINCH_KIND_CONTACT)
    key = clinch_person_key (name);

  /* A name without any letter still tells one record from another. */
  if (key == NULL || *key == '\0')
    return clinch_text_fold (name);

  return g_steal_pointer (&key);
}

static gboolean
has_context (ClinchKind kind)
{
  return kind == CLINCH_KIND_CONTACT || kind == CLINCH_KIND_STAGE
         || kind == CLINCH_KIND_OPPORTUNITY || kind == CLINCH_KIND_TAG;
}

/* Whether codes and aliases, too, are unique only under something. */
static gboolean
has_code_context (ClinchKind kind)
{
  return kind == CLINCH_KIND_STAGE || kind == CLINCH_KIND_TAG;
}

/* The text under which an entry stands in a map. */
static char *
map_key (gint64      context,
         const char *key)
{
  char head[24];

  if (context == 0)
    return g_strdup (key);

  g_snprintf (head, sizeof head, "%" G_GINT64_FORMAT "\x1f", context);
  return g_strconcat (head, key, NULL);
}

/* Codes and aliases: as clinch_text_fold(), without white space at the ends. */
static char *
alias_key (gint64      context,
           const char *alias)
{
  g_autofree char *folded = clinch_text_fold (alias);

  return map_key (context, g_strstrip (folded));
}

static void
add_alias (ClinchImportLookup *self,
           ClinchImportEntry  *entry,
           const char         *alias)
{
  GHashTable *map = self->by_alias[entry->kind];
  g_autofree char *key = alias_key (has_code_context (entry->kind) ? entry->context : 0, alias);
  gpointer other;

  if (*key == '\0')
    return;
  if (!g_hash_table_lookup_extended (map, key, NULL, &other))
    other = entry;
  g_hash_table_insert (map, g_steal_pointer (&key), other == entry ? entry : NULL);
}

static void
add_code (ClinchImportLookup *self,
          ClinchImportEntry  *entry,
          const char         *code)
{
  g_autofree char *key = alias_key (has_code_context (entry->kind) ? entry->context : 0, code);

  if (*key != '\0' && !g_hash_table_contains (self->by_code[entry->kind], key))
    g_hash_table_insert (self->by_code[entry->kind], g_steal_pointer (&key), entry);
}

static void
add_key (ClinchImportLookup *self,
         ClinchImportEntry  *entry)
{
  GHashTable *map = self->by_key[entry->kind];
  g_autofree char *name_key = clinch_import_lookup_key (entry->kind, entry->name);
  g_autofree char *key = map_key (has_context (entry->kind) ? entry->context : 0, name_key);
  ClinchImportEntry *first = g_hash_table_lookup (map, key);

  if (first == NULL)
    {
      g_hash_table_insert (map, g_steal_pointer (&key), entry);
      return;
    }

  /* The second place keeps the oldest first and costs the same however long the chain is. */
  entry->next = first->next;
  first->next = entry;
}

ClinchImportEntry *
clinch_import_lookup_add (ClinchImportLookup      *self,
                          const ClinchImportEntry *entry,
                          const char              *code,
                          const char              *aliases)
{
  ClinchImportEntry *added = g_memdup2 (entry, sizeof *entry);

  added->name = g_strdup (entry->name);
  added->type = g_intern_string (entry->type);
  added->next = NULL;
  g_ptr_array_add (self->entries, added);
  g_hash_table_insert (self->by_id[added->kind], &added->id, added);
  add_key (self, added);
  if (code != NULL)
    add_code (self, added, code);
  if (aliases != NULL)
    {
      g_auto(GStrv) list = g_strsplit (aliases, "|", -1);

      for (guint i = 0; list[i] != NULL; i++)
        add_alias (self, added, list[i]);
    }

  return added;
}

void
clinch_import_lookup_add_uid (ClinchImportLookup *self,
                              ClinchKind          kind,
                              const ClinchUid    *uid,
                              ClinchImportEntry  *entry)
{
  UidKey *key = g_new0 (UidKey, 1);

  key->kind = kind;
  key->uid = *uid;
  g_hash_table_insert (self->by_uid, key, entry);
}

static gboolean
forget_value (gpointer key,
              gpointer value,
              gpointer entry)
{
  return value == entry;
}

void
clinch_import_lookup_forget (ClinchImportLookup *self,
                             ClinchImportEntry  *entry)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_foreach_remove (self->by_code[entry->kind], forget_value, entry);
  g_hash_table_foreach_remove (self->by_alias[entry->kind], forget_value, entry);
  g_hash_table_remove (self->by_id[entry->kind], &entry->id);

  g_hash_table_iter_init (&iter, self->by_key[entry->kind]);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      ClinchImportEntry *first = value;

      for (ClinchImportEntry *before = first; before->next != NULL; before = before->next)
        if (before->next == entry)
          {
            before->next = entry->next;
            return;
          }
      if (first != entry)
        continue;
      if (entry->next != NULL)
        g_hash_table_iter_replace (&iter, entry->next);
      else
        g_hash_table_iter_remove (&iter);
      return;
    }
}

/* What is read of each kind: id, name, context, other, type, code, aliases. */
static const char *
load_sql (ClinchKind kind)
{
  switch ((int) kind)
    {
    case CLINCH_KIND_MEMBER:
      return "SELECT id, name, team_id, 0, NULL, NULL, NULL FROM member WHERE deleted_at IS NULL "
             "ORDER BY id";
    case CLINCH_KIND_TEAM:
      return "SELECT id, name, manager_id, 0, NULL, NULL, NULL FROM team WHERE deleted_at IS NULL "
             "ORDER BY id";
    case CLINCH_KIND_CUSTOMER:
      return "SELECT id, name, 0, 0, NULL, NULL, short_name FROM customer WHERE deleted_at IS NULL "
             "ORDER BY id";
    case CLINCH_KIND_PIPELINE:
      return "SELECT id, name, 0, position, NULL, code, NULL FROM pipeline WHERE deleted_at IS "
             "NULL ORDER BY position, id";
    case CLINCH_KIND_STAGE:
      return "SELECT id, name, pipeline_id, position, type, code, synonyms FROM stage"
             " WHERE deleted_at IS NULL ORDER BY position, id";
    case CLINCH_KIND_DIMENSION:
      return "SELECT id, name, 0, position, NULL, code, NULL FROM dimension WHERE deleted_at IS "
             "NULL ORDER BY position, id";
    case CLINCH_KIND_TAG:
      return "SELECT id, name, dimension_id, position, NULL, code, NULL FROM tag"
             " WHERE deleted_at IS NULL ORDER BY position, id";
    case CLINCH_KIND_GRADE_RULE:
      return "SELECT id, grade, 0, 0, NULL, grade, NULL FROM grade_rule WHERE deleted_at IS NULL "
             "ORDER BY id";
    case CLINCH_KIND_OPPORTUNITY:
      return "SELECT id, name, customer_id, pipeline_id, NULL, number, name FROM opportunity"
             " WHERE deleted_at IS NULL ORDER BY id";
    case CLINCH_KIND_SAVED_VIEW:
      return "SELECT id, name, 0, 0, NULL, page || ':' || name, NULL FROM saved_view WHERE "
             "deleted_at IS NULL ORDER BY id";
    case CLINCH_KIND_SETTING:
      return "SELECT id, name, 0, 0, NULL, name, NULL FROM setting WHERE deleted_at IS NULL ORDER "
             "BY id";
    default:
      return NULL;
    }
}

static gboolean
add_rows (ClinchImportLookup  *self,
          ClinchStatement     *statement,
          ClinchKind           kind,
          GError             **error)
{
  gboolean has_row;

  while (TRUE)
    {
      ClinchImportEntry entry = { kind };

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      entry.id = clinch_statement_int (statement, 0);
      /* Made before by looking up an identifier. */
      if (g_hash_table_contains (self->by_id[kind], &entry.id))
        continue;
      entry.name = (char *) clinch_statement_text (statement, 1);
      entry.context = clinch_statement_int (statement, 2);
      entry.other = clinch_statement_int (statement, 3);
      entry.type = clinch_statement_text (statement, 4);
      clinch_import_lookup_add (self, &entry, clinch_statement_text (statement, 5),
                                clinch_statement_text (statement, 6));
    }
}

gboolean
clinch_import_lookup_load (ClinchImportLookup  *self,
                           ClinchDb            *db,
                           ClinchKind           kind,
                           GError             **error)
{
  const char *sql = load_sql (kind);
  g_autoptr(ClinchStatement) statement = NULL;

  if (sql == NULL || self->is_loaded[kind])
    return TRUE;
  if (kind == CLINCH_KIND_STAGE
      && !clinch_import_lookup_load (self, db, CLINCH_KIND_PIPELINE, error))
    return FALSE;
  if (kind == CLINCH_KIND_TAG
      && !clinch_import_lookup_load (self, db, CLINCH_KIND_DIMENSION, error))
    return FALSE;

  statement = clinch_db_prepare (db, sql, error);
  if (statement == NULL || !add_rows (self, statement, kind, error))
    return FALSE;
  self->is_loaded[kind] = TRUE;

  return TRUE;
}

gboolean
clinch_import_lookup_load_contacts (ClinchImportLookup  *self,
                                    ClinchDb            *db,
                                    gint64               customer_id,
                                    GError             **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  if (customer_id <= 0 || g_hash_table_contains (self->contact_customers, &customer_id))
    return TRUE;

  statement = clinch_db_prepare (db,
                                 "SELECT id, name, customer_id, 0, NULL, NULL, NULL FROM contact"
                                 " WHERE customer_id = ? AND deleted_at IS NULL ORDER BY id",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, customer_id);
  if (!add_rows (self, statement, CLINCH_KIND_CONTACT, error))
    return FALSE;
  g_hash_table_add (self->contact_customers, g_memdup2 (&customer_id, sizeof customer_id));

  return TRUE;
}

ClinchImportEntry *
clinch_import_lookup_by_key (ClinchImportLookup *self,
                             ClinchKind          kind,
                             gint64              context,
                             const char         *key)
{
  g_autofree char *full = NULL;

  if (context == 0)
    return g_hash_table_lookup (self->by_key[kind], key);

  full = map_key (context, key);
  return g_hash_table_lookup (self->by_key[kind], full);
}

ClinchImportEntry *
clinch_import_lookup_by_code (ClinchImportLookup *self,
                              ClinchKind          kind,
                              gint64              context,
                              const char         *code)
{
  g_autofree char *key = alias_key (context, code);

  return g_hash_table_lookup (self->by_code[kind], key);
}

ClinchImportEntry *
clinch_import_lookup_by_id (ClinchImportLookup *self,
                            ClinchKind          kind,
                            gint64              id)
{
  return g_hash_table_lookup (self->by_id[kind], &id);
}

/* The one entry of a chain that is meant by @name: the only one, or the only one with exactly that
 * name. */
static ClinchImportFound
choose_entry (ClinchImportEntry  *first,
              const char         *name,
              ClinchImportEntry **entry)
{
  guint n_exact = 0;

  if (first->next == NULL)
    {
      *entry = first;
      return CLINCH_IMPORT_FOUND;
    }

  for (ClinchImportEntry *each = first; each != NULL && n_exact < 2; each = each->next)
    if (g_str_equal (each->name, name))
      {
        *entry = each;
        n_exact++;
      }
  if (n_exact == 1)
    return CLINCH_IMPORT_FOUND;

  *entry = NULL;
  return CLINCH_IMPORT_AMBIGUOUS;
}

ClinchImportFound
clinch_import_lookup_find (ClinchImportLookup  *self,
                           ClinchKind           kind,
                           gint64               context,
                           const char          *name,
                           ClinchImportEntry  **entry)
{
  g_autofree char *key = clinch_import_lookup_key (kind, name);
  ClinchImportEntry *first = clinch_import_lookup_by_key (self, kind,
                                                          has_context (kind) ? context : 0, key);
  gint64 alias_context = has_code_context (kind) ? context : 0;
  g_autofree char *alias = NULL;
  gpointer other;

  *entry = NULL;
  if (first != NULL)
    return choose_entry (first, name, entry);

  *entry = clinch_import_lookup_by_code (self, kind, alias_context, name);
  if (*entry != NULL)
    return CLINCH_IMPORT_FOUND;

  alias = alias_key (alias_context, name);
  if (!g_hash_table_lookup_extended (self->by_alias[kind], alias, NULL, &other))
    return CLINCH_IMPORT_NOT_FOUND;
  *entry = other;

  return other != NULL ? CLINCH_IMPORT_FOUND : CLINCH_IMPORT_AMBIGUOUS;
}

/* A record that only its identifier leads to, such as a contact whose customer was not asked
 * for. */
static gboolean
load_one (ClinchImportLookup  *self,
          ClinchDb            *db,
          ClinchKind           kind,
          gint64               id,
          ClinchImportEntry  **entry,
          GError             **error)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, kind, id, error);
  ClinchImportEntry made = { kind };

  if (row == NULL)
    return FALSE;
  made.id = id;
  made.name = (char *) clinch_row_name (row);
  if (kind == CLINCH_KIND_CONTACT)
    made.context = clinch_row_int (row, CLINCH_CONTACT_CUSTOMER);
  *entry = clinch_import_lookup_add (self, &made, NULL, NULL);

  return TRUE;
}

gboolean
clinch_import_lookup_by_uid (ClinchImportLookup  *self,
                             ClinchDb            *db,
                             ClinchKind           kind,
                             const ClinchUid     *uid,
                             gint64              *deleted_id,
                             ClinchImportEntry  **entry,
                             GError             **error)
{
  UidKey key = { kind, *uid };
  g_autoptr(ClinchStatement) statement = NULL;
  g_autofree char *sql = NULL;
  gboolean has_row;
  gboolean is_deleted;
  gint64 id;

  if (deleted_id != NULL)
    *deleted_id = 0;
  *entry = g_hash_table_lookup (self->by_uid, &key);
  if (*entry != NULL)
    return TRUE;
  if (!clinch_import_lookup_load (self, db, kind, error))
    return FALSE;

  sql = g_strdup_printf ("SELECT id, deleted_at IS NOT NULL FROM %s WHERE uid = ?",
                         clinch_kind_table (kind));
  statement = clinch_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_blob (statement, 1, uid->bytes, sizeof uid->bytes);
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  id = clinch_statement_int (statement, 0);
  is_deleted = clinch_statement_int (statement, 1) != 0;
  if (is_deleted && deleted_id != NULL)
    *deleted_id = id;
  if (is_deleted)
    return TRUE;

  *entry = clinch_import_lookup_by_id (self, kind, id);
  if (*entry == NULL && !load_one (self, db, kind, id, entry, error))
    return FALSE;
  clinch_import_lookup_add_uid (self, kind, uid, *entry);

  return TRUE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const ClinchImportEntry *first = *(const ClinchImportEntry *const *) a;
  const ClinchImportEntry *second = *(const ClinchImportEntry *const *) b;
  gboolean by_position = first->kind == CLINCH_KIND_STAGE || first->kind == CLINCH_KIND_PIPELINE;

  if (by_position && first->other != second->other)
    return first->other < second->other ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

GPtrArray *
clinch_import_lookup_all (ClinchImportLookup *self,
                          ClinchKind          kind,
                          gint64              context)
{
  GPtrArray *all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->by_id[kind]);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (context == 0 || ((ClinchImportEntry *) entry)->context == context)
      g_ptr_array_add (all, entry);
  g_ptr_array_sort (all, compare_places);

  return all;
}
