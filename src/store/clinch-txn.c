// SPDX-License-Identifier: GPL-3.0-or-later
//
// One step in the making.
//
// A step is a transaction of the writing connection. Every insert, update, delete and undelete of a
// record goes through the functions below, which write the record, its sort keys and its place in
// the full-text index, one row of the change log and an entry of the change set. Committing writes
// the step's own row with a hash over the step before it and all its changes, so that an altered
// log is noticed (clinch_check_run()). Changes of one step have consecutive ids.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-txn.h"

#include "clinch-deal-chains.h"
#include "clinch-hlc.h"
#include "clinch-index.h"
#include "clinch-json.h"
#include "clinch-log.h"
#include "clinch-match.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ALL_FIELDS (~G_GUINT64_CONSTANT (0))

struct _ClinchTxn
{
  ClinchDb *db;
  ClinchChangeSet *changes;
  ClinchIndexQueue *index;
  GChecksum *checksum;
  ClinchDealChains *chains;
  GHashTable *deals_of; /* keys of the customers whose opportunities are counted anew */
  ClinchUid device;
  gint64 now_ms;
  gint64 hlc;
  gint64 me;
  gint64 step_id;
  gint64 first_change;
  gint64 next_change;
  gboolean is_mass;
};

static gboolean
read_last_step (ClinchTxn  *self,
                GError    **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;
  gint64 last_hlc = 0;

  statement = clinch_db_prepare (self->db,
                                 "SELECT id, hlc, last_change, hash FROM step ORDER BY id DESC LIMIT 1", error);
  if (statement == NULL || !clinch_statement_step (statement, &has_row, error))
    return FALSE;

  self->step_id = 1;
  self->first_change = 1;
  if (has_row)
    {
      gsize length;
      gconstpointer hash = clinch_statement_blob (statement, 3, &length);

      self->step_id = clinch_statement_int (statement, 0) + 1;
      last_hlc = clinch_statement_int (statement, 1);
      self->first_change = clinch_statement_int (statement, 2) + 1;
      g_checksum_update (self->checksum, hash, length);
    }
  self->next_change = self->first_change;
  self->hlc = clinch_hlc_next (last_hlc, self->now_ms);

  return TRUE;
}

static gboolean
read_identity (ClinchTxn  *self,
               GError    **error)
{
  g_autofree char *device = clinch_db_get_local (self->db, "device");
  g_autofree char *me = clinch_db_get_local (self->db, "me");

  if (device == NULL || !clinch_uid_parse (device, &self->device))
    {
      char text[CLINCH_UID_STRING_SIZE];

      clinch_uid_new (&self->device);
      clinch_uid_to_string (&self->device, text);
      if (!clinch_txn_set_local (self, "device", text, error))
        return FALSE;
    }
  self->me = me != NULL ? g_ascii_strtoll (me, NULL, 10) : 0;

  return TRUE;
}

ClinchTxn *
clinch_txn_begin (ClinchDb  *db,
                  gint64     now_ms,
                  GError   **error)
{
  if (!clinch_db_run (db, error, "BEGIN IMMEDIATE", ""))
    return NULL;

  return clinch_txn_continue (db, now_ms, error);
}

ClinchTxn *
clinch_txn_continue (ClinchDb  *db,
                     gint64     now_ms,
                     GError   **error)
{
  g_autoptr(ClinchTxn) self = g_new0 (ClinchTxn, 1);

  self->db = db;
  self->now_ms = now_ms;
  self->changes = clinch_change_set_new ();
  self->index = clinch_index_queue_new (db);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->chains = clinch_deal_chains_new (db);
  self->deals_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!read_last_step (self, error) || !read_identity (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
free_txn (ClinchTxn *self)
{
  if (self->is_mass)
    clinch_db_expect_mass (self->db, FALSE, NULL);
  g_clear_pointer (&self->changes, clinch_change_set_unref);
  clinch_index_queue_free (self->index);
  g_checksum_free (self->checksum);
  clinch_deal_chains_free (self->chains);
  g_hash_table_unref (self->deals_of);
  g_free (self);
}

void
clinch_txn_rollback (ClinchTxn *self)
{
  g_autoptr(GError) error = NULL;

  clinch_db_set_cancellable (self->db, NULL);
  /* SQLite has rolled back on its own after some errors (disk full); then there is nothing left to
   * do. */
  if (!clinch_db_exec (self->db, "ROLLBACK", &error))
    g_debug ("Nothing to roll back: %s", error->message);
  free_txn (self);
}

static gboolean
write_step (ClinchTxn  *self,
            GError    **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  ClinchStep step = { 0 };
  guint8 hash[CLINCH_STEP_HASH_SIZE];
  ClinchUid uid;

  clinch_uid_new (&uid);
  step.id = self->step_id;
  step.uid = uid;
  step.device = self->device;
  step.hlc = self->hlc;
  step.member_id = self->me;
  step.at = self->now_ms / 1000;
  step.action = self->changes->action;
  step.args = self->changes->args;
  step.undoes = self->changes->undoes;
  clinch_log_hash_step (self->checksum, &step, hash);

  statement = clinch_db_prepare (self->db,
                                 "INSERT INTO step (id, uid, hlc, device, member_id, at, action, args, undoes,"
                                 " first_change, last_change, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, self->step_id);
  clinch_statement_bind_blob (statement, 2, uid.bytes, sizeof uid.bytes);
  clinch_statement_bind_int (statement, 3, self->hlc);
  clinch_statement_bind_blob (statement, 4, self->device.bytes, sizeof self->device.bytes);
  if (self->me != 0)
    clinch_statement_bind_int (statement, 5, self->me);
  clinch_statement_bind_int (statement, 6, step.at);
  clinch_statement_bind_text (statement, 7, step.action);
  clinch_statement_bind_text (statement, 8, step.args);
  if (step.undoes != 0)
    clinch_statement_bind_int (statement, 9, step.undoes);
  clinch_statement_bind_int (statement, 10, self->first_change);
  clinch_statement_bind_int (statement, 11, self->next_change - 1);
  clinch_statement_bind_blob (statement, 12, hash, sizeof hash);

  return clinch_statement_run (statement, error);
}

static ClinchDeriveFunc derive_func;

void
clinch_txn_set_derive_func (ClinchDeriveFunc func)
{
  g_atomic_pointer_set (&derive_func, func);
}

static gboolean
derive (ClinchTxn  *self,
        GError    **error)
{
  ClinchDeriveFunc func = g_atomic_pointer_get (&derive_func);

  return func == NULL || func (self, self->changes, error);
}

/* Asked once for a step, however many of a customer's people it concerned. */
static gboolean
touch_deals (ClinchTxn  *self,
             GError    **error)
{
  GHashTableIter iter;
  gpointer customer_id;

  g_hash_table_iter_init (&iter, self->deals_of);
  while (g_hash_table_iter_next (&iter, &customer_id, NULL))
    {
      g_autoptr(ClinchStatement) statement =
        clinch_db_prepare (self->db, "SELECT id FROM opportunity WHERE customer_id = ?", error);
      gboolean has_row;

      if (statement == NULL)
        return FALSE;
      clinch_statement_bind_int (statement, 1, *(gint64 *) customer_id);
      while (TRUE)
        {
          if (!clinch_statement_step (statement, &has_row, error))
            return FALSE;
          if (!has_row)
            break;
          clinch_txn_touch (self, CLINCH_KIND_OPPORTUNITY, clinch_statement_int (statement, 0));
        }
    }

  return TRUE;
}

ClinchChangeSet *
clinch_txn_commit (ClinchTxn  *self,
                   GError    **error)
{
  g_autoptr(ClinchTxn) txn = self;
  ClinchChangeSet *changes;

  if (txn->next_change > txn->first_change)
    {
      g_assert (txn->changes->action != NULL);
      if (!derive (txn, error) || !touch_deals (txn, error))
        return NULL;
      if (!clinch_index_queue_finish (txn->index, error) || !write_step (txn, error))
        return NULL;
      txn->changes->step_id = txn->step_id;
    }

  /* From here on the work is done; a late cancel must not interrupt the commit half way. */
  clinch_db_set_cancellable (txn->db, NULL);
  if (!clinch_db_run (txn->db, error, "COMMIT", ""))
    return NULL;

  changes = g_steal_pointer (&txn->changes);
  free_txn (g_steal_pointer (&txn));

  return changes;
}

gboolean
clinch_txn_expect_mass (ClinchTxn  *self,
                        GError    **error)
{
  self->is_mass = TRUE;
  return clinch_db_expect_mass (self->db, TRUE, error)
         && clinch_index_queue_expect_mass (self->index, error);
}

ClinchDb *
clinch_txn_db (ClinchTxn *self)
{
  return self->db;
}

gint64
clinch_txn_now (ClinchTxn *self)
{
  return self->now_ms / 1000;
}

gint64
clinch_txn_me (ClinchTxn *self)
{
  return self->me;
}

void
clinch_txn_set_action (ClinchTxn  *self,
                       const char *action,
                       ...)
{
  g_autoptr(GString) args = g_string_new ("[");
  const char *text;
  va_list arguments;

  va_start (arguments, action);
  while ((text = va_arg (arguments, const char *)) != NULL)
    {
      if (args->len > 1)
        g_string_append_c (args, ',');
      clinch_json_append_string (args, text);
    }
  va_end (arguments);
  g_string_append_c (args, ']');

  g_set_str (&self->changes->action, action);
  g_set_str (&self->changes->args, args->str);
}

gboolean
clinch_txn_has_action (ClinchTxn *self)
{
  return self->changes->action != NULL;
}

void
clinch_txn_set_undoes (ClinchTxn *self,
                       gint64     step_id)
{
  self->changes->undoes = step_id;
}

void
clinch_txn_touch (ClinchTxn  *self,
                  ClinchKind  kind,
                  gint64      id)
{
  clinch_change_set_add (self->changes, kind, id, CLINCH_CHANGE_COUNTED, 0);
}

gint64
clinch_txn_n_changes (ClinchTxn *self)
{
  return self->next_change - self->first_change;
}

static gboolean
log_change (ClinchTxn       *self,
            ClinchKind       kind,
            gint64           id,
            ClinchChangeOp   op,
            const char      *before,
            const char      *after,
            GError         **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  statement = clinch_db_prepare (self->db,
                                 "INSERT INTO change (id, step_id, kind, record_id, op, before, after)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?)",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, self->next_change);
  clinch_statement_bind_int (statement, 2, self->step_id);
  clinch_statement_bind_int (statement, 3, kind);
  clinch_statement_bind_int (statement, 4, id);
  clinch_statement_bind_int (statement, 5, op);
  clinch_statement_bind_text (statement, 6, before);
  clinch_statement_bind_text (statement, 7, after);
  if (!clinch_statement_run (statement, error))
    return FALSE;

  clinch_log_hash_change (self->checksum, kind, id, op, before, after);
  clinch_deal_chains_note (self->chains, kind);
  self->next_change++;

  return TRUE;
}

/* Records with maintained columns that may differ now, because @row points or pointed at them. */
static void
touch_counted (ClinchTxn       *self,
               const ClinchRow *row)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      gint64 id;

      if (!(fields[i].flags & CLINCH_FIELD_PARENT_COUNTED) || clinch_row_is_null (row, i))
        continue;
      id = clinch_row_int (row, i);
      clinch_change_set_add (self->changes, fields[i].target, id, CLINCH_CHANGE_COUNTED, 0);
      if (fields[i].flags & CLINCH_FIELD_DEALS_COUNTED)
        g_hash_table_add (self->deals_of, g_memdup2 (&id, sizeof id));
    }
}

static gboolean
check_required (const ClinchRow  *row,
                guint64           mask,
                GError          **error)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!(fields[i].flags & CLINCH_FIELD_REQUIRED) || !(mask & (G_GUINT64_CONSTANT (1) << i)) ||
          !clinch_row_is_null (row, i))
        continue;
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   /* Translators: kind of record and field: Customer: “Name” must not be empty. */
                   _("%1$s: “%2$s” must not be empty."), clinch_kind_label (row->kind, FALSE),
                   clinch_field_label (&fields[i]));
      return FALSE;
    }

  return TRUE;
}

/* Columns that the program derives from the name. The sort key makes lists quick, the company key
 * finds doubles. */
typedef struct
{
  char *name_key;
  char *company_key;
} DerivedKeys;

static void
clear_keys (DerivedKeys *keys)
{
  g_free (keys->name_key);
  g_free (keys->company_key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DerivedKeys, clear_keys)

static void
derive_keys (const ClinchRow *row,
             DerivedKeys     *keys)
{
  if (clinch_kind_name_field (row->kind) == NULL)
    return;
  keys->name_key = clinch_text_sort_key (clinch_row_name (row));
  if (row->kind == CLINCH_KIND_CUSTOMER)
    keys->company_key = clinch_company_key (clinch_row_name (row));
}

static const char *
insert_sql (ClinchKind kind)
{
  g_autoptr(GString) columns = g_string_new ("uid, created_at");
  g_autoptr(GString) marks = g_string_new ("?, ?");
  g_autofree char *sql = NULL;
  const ClinchField *fields;
  int n_fields;

  if (clinch_kind_name_field (kind) != NULL)
    {
      g_string_append (columns, ", name_key");
      g_string_append (marks, ", ?");
    }
  if (kind == CLINCH_KIND_CUSTOMER)
    {
      g_string_append (columns, ", company_key");
      g_string_append (marks, ", ?");
    }
  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (fields[i].flags & CLINCH_FIELD_COMPUTED)
        continue;
      g_string_append_printf (columns, ", %s", fields[i].column);
      g_string_append (marks, ", ?");
    }
  if (kind == CLINCH_KIND_OPPORTUNITY)
    {
      g_string_append (columns, ", chain");
      g_string_append (marks, ", ?");
    }
  sql = g_strdup_printf ("INSERT OR ROLLBACK INTO %s (%s) VALUES (%s)", clinch_kind_table (kind),
                         columns->str, marks->str);

  return g_intern_string (sql);
}

static const char *
cached_insert_sql (ClinchKind kind)
{
  static const char *cache[CLINCH_N_KINDS];
  const char *sql = g_atomic_pointer_get (&cache[kind]);

  if (sql == NULL)
    {
      sql = insert_sql (kind);
      g_atomic_pointer_set (&cache[kind], sql);
    }

  return sql;
}

/* Of an opportunity that is inserted without it the trigger would write the row a second time. */
static gboolean
bind_chain (ClinchTxn        *self,
            ClinchStatement  *statement,
            int               parameter,
            const ClinchRow  *row,
            GError          **error)
{
  const char *chain = clinch_deal_chains_of (self->chains,
                                             clinch_row_int (row, CLINCH_OPPORTUNITY_CUSTOMER),
                                             error);

  if (chain != NULL)
    clinch_statement_bind_text (statement, parameter, chain);

  return chain != NULL;
}

static gboolean
write_row (ClinchTxn  *self,
           ClinchRow  *row,
           GError    **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (self->db, cached_insert_sql (row->kind),
                                                            error);
  g_auto(DerivedKeys) keys = { NULL, NULL };
  const ClinchField *fields;
  int n_fields;
  int parameter = 3;

  if (statement == NULL)
    return FALSE;

  derive_keys (row, &keys);
  clinch_statement_bind_blob (statement, 1, row->uid.bytes, sizeof row->uid.bytes);
  clinch_statement_bind_int (statement, 2, row->created_at);
  if (keys.name_key != NULL)
    clinch_statement_bind_text (statement, parameter++, keys.name_key);
  if (keys.company_key != NULL)
    clinch_statement_bind_text (statement, parameter++, keys.company_key);
  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (!(fields[i].flags & CLINCH_FIELD_COMPUTED))
      clinch_statement_bind_field (statement, parameter++, row, i);
  if (row->kind == CLINCH_KIND_OPPORTUNITY
      && !bind_chain (self, statement, parameter, row, error))
    return FALSE;
  if (!clinch_statement_run (statement, error))
    return FALSE;

  row->id = clinch_db_last_id (self->db);
  return TRUE;
}

gint64
clinch_txn_insert (ClinchTxn  *self,
                   ClinchRow  *row,
                   GError    **error)
{
  static const ClinchUid none;
  g_autofree char *after = NULL;

  if (!check_required (row, ALL_FIELDS, error))
    return 0;

  if (memcmp (&row->uid, &none, sizeof none) == 0)
    clinch_uid_new (&row->uid);
  if (row->created_at == 0)
    row->created_at = self->now_ms / 1000;

  if (!write_row (self, row, error)
      || !clinch_index_queue_add (self->index, row, ALL_FIELDS, error))
    return 0;

  after = clinch_row_to_log (row, self->now_ms / 1000);
  if (!log_change (self, row->kind, row->id, CLINCH_CHANGE_INSERT, NULL, after, error))
    return 0;

  clinch_change_set_add (self->changes, row->kind, row->id, CLINCH_CHANGE_INSERT,
                         ALL_FIELDS);
  touch_counted (self, row);

  return row->id;
}

/* The fields of @changes that differ from @old. */
static guint64
differing_fields (const ClinchRow *old,
                  const ClinchRow *changes)
{
  const ClinchField *fields;
  guint64 mask = 0;
  int n_fields;

  fields = clinch_kind_fields (old->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!clinch_row_has (changes, i) || (fields[i].flags & CLINCH_FIELD_COMPUTED))
        continue;
      if (!clinch_row_field_equal (old, changes, i))
        mask |= G_GUINT64_CONSTANT (1) << i;
    }

  return mask;
}

static gboolean
write_fields (ClinchTxn        *self,
              gint64            id,
              const ClinchRow  *changes,
              guint64           mask,
              GError          **error)
{
  const ClinchField *name_field = clinch_kind_name_field (changes->kind);
  gboolean renames = name_field != NULL && (mask & (G_GUINT64_CONSTANT (1) << name_field->index));
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(ClinchStatement) statement = NULL;
  g_auto(DerivedKeys) keys = { NULL, NULL };
  const ClinchField *fields;
  int n_fields;
  int parameter = 1;

  fields = clinch_kind_fields (changes->kind, &n_fields);
  g_string_printf (sql, "UPDATE OR ROLLBACK %s SET ", clinch_kind_table (changes->kind));
  for (int i = 0; i < n_fields; i++)
    if (mask & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (sql, "%s = ?, ", fields[i].column);
  if (renames)
    derive_keys (changes, &keys);
  if (keys.name_key != NULL)
    g_string_append (sql, "name_key = ?, ");
  if (keys.company_key != NULL)
    g_string_append (sql, "company_key = ?, ");
  g_string_truncate (sql, sql->len - 2);
  g_string_append (sql, " WHERE id = ?");

  statement = clinch_db_prepare (self->db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < n_fields; i++)
    if (mask & (G_GUINT64_CONSTANT (1) << i))
      clinch_statement_bind_field (statement, parameter++, changes, i);
  if (keys.name_key != NULL)
    clinch_statement_bind_text (statement, parameter++, keys.name_key);
  if (keys.company_key != NULL)
    clinch_statement_bind_text (statement, parameter++, keys.company_key);
  clinch_statement_bind_int (statement, parameter, id);

  return clinch_statement_run (statement, error);
}

static gboolean
refresh_index (ClinchTxn        *self,
               const ClinchRow  *old,
               const ClinchRow  *changes,
               guint64           mask,
               GError          **error)
{
  g_autoptr(ClinchRow) row = NULL;

  /* What lies in the bin is not in the index. */
  if (old->deleted_at != 0)
    return TRUE;

  row = clinch_row_copy (old);
  clinch_row_apply (row, changes);
  return clinch_index_queue_remove (self->index, old, mask, error)
         && clinch_index_queue_add (self->index, row, mask, error);
}

gboolean
clinch_txn_update (ClinchTxn        *self,
                   gint64            id,
                   const ClinchRow  *changes,
                   GError          **error)
{
  g_autoptr(ClinchRow) old = clinch_db_load_row (self->db, changes->kind, id, error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint64 mask;

  if (old == NULL)
    return FALSE;

  mask = differing_fields (old, changes);
  if (mask == 0)
    return TRUE;

  if (!check_required (changes, mask, error) || !write_fields (self, id, changes, mask, error))
    return FALSE;
  if (clinch_index_concerns (old->kind, mask) && !refresh_index (self, old, changes, mask, error))
    return FALSE;

  before = clinch_row_to_json (old, mask, FALSE);
  after = clinch_row_to_json (changes, mask, FALSE);
  if (!log_change (self, old->kind, id, CLINCH_CHANGE_UPDATE, before, after, error))
    return FALSE;

  clinch_change_set_add (self->changes, old->kind, id, CLINCH_CHANGE_UPDATE, mask);
  touch_counted (self, old);
  touch_counted (self, changes);

  return TRUE;
}

gboolean
clinch_txn_set_deleted (ClinchTxn   *self,
                        ClinchKind   kind,
                        gint64       id,
                        gboolean     deleted,
                        GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_db_load_row (self->db, kind, id, error);
  ClinchChangeOp op = deleted ? CLINCH_CHANGE_DELETE : CLINCH_CHANGE_UNDELETE;
  g_autofree char *sql = NULL;

  if (row == NULL)
    return FALSE;
  if ((row->deleted_at != 0) == deleted)
    return TRUE;

  sql = g_strdup_printf ("UPDATE OR ROLLBACK %s SET deleted_at = nullif (?, 0) WHERE id = ?",
                         clinch_kind_table (kind));
  if (!clinch_db_run (self->db, error, sql, "ii", deleted ? self->now_ms / 1000 : (gint64) 0, id))
    return FALSE;
  if (deleted ? !clinch_index_queue_remove (self->index, row, ALL_FIELDS, error)
      : !clinch_index_queue_add (self->index, row, ALL_FIELDS, error))
    return FALSE;
  if (!log_change (self, kind, id, op, NULL, NULL, error))
    return FALSE;

  clinch_change_set_add (self->changes, kind, id, op, ALL_FIELDS);
  touch_counted (self, row);

  return TRUE;
}

gboolean
clinch_txn_set_setting (ClinchTxn   *self,
                        const char  *name,
                        const char  *value,
                        GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_SETTING);
  gint64 id;

  clinch_row_set_text (row, CLINCH_SETTING_VALUE, value);
  if (!clinch_db_query_int (self->db, &id, NULL, error,
                            "SELECT id FROM setting WHERE name = ? AND deleted_at IS NULL", "t", name))
    return FALSE;
  if (id != 0)
    return clinch_txn_update (self, id, row, error);

  clinch_row_set_text (row, CLINCH_SETTING_NAME, name);
  return clinch_txn_insert (self, row, error) != 0;
}

gboolean
clinch_txn_set_local (ClinchTxn   *self,
                      const char  *key,
                      const char  *value,
                      GError     **error)
{
  if (!clinch_db_run (self->db, error,
                      "INSERT INTO local VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                      "tt", key, value))
    return FALSE;
  self->changes->local = TRUE;
  if (g_str_equal (key, "me"))
    self->me = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;

  return TRUE;
}
