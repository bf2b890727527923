// SPDX-License-Identifier: GPL-3.0-or-later
//
// What rows name in their fields of references: who or what is meant, and making records that are
// named but not there.
//
// A row first only notes what it would need made; it is made once the row is taken, so that a
// rejected row leaves nothing behind.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include "clinch-text.h"

#include <glib/gi18n.h>

gboolean
clinch_import_session_set_ref (ClinchImportSession *self,
                               int                  field,
                               ClinchImportEntry   *entry)
{
  self->refs[field].state = CLINCH_IMPORT_REF_FOUND;
  self->refs[field].entry = entry;
  clinch_row_set_int (self->record, field, entry->id);

  return TRUE;
}

/* The names and identifiers of all rows, for files whose rows refer to each other: a row may name
 * one that comes later. */
gboolean
clinch_import_session_collect_own (ClinchImportSession  *self,
                                   GError              **error)
{
  const ClinchField *name = clinch_kind_name_field (self->kind);
  ClinchImportSessionColumn *names = name != NULL ? self->by_target[name->index] : NULL;
  ClinchImportSessionColumn *uids = self->by_target[CLINCH_IMPORT_UID];
  guint n_rows = clinch_table_get_n_rows (self->table);
  gboolean refers = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    refers |= self->columns[i].field != NULL && self->columns[i].field->target == self->kind;
  if (!refers)
    return TRUE;

  self->own_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->own_uids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint row = 0; row < n_rows; row++)
    {
      clinch_table_get_row (self->table, row, self->cells);
      if (names != NULL && *self->cells[names->index] != '\0')
        g_hash_table_add (self->own_keys,
                          clinch_import_lookup_key (self->kind, self->cells[names->index]));
      if (uids != NULL && *self->cells[uids->index] != '\0')
        g_hash_table_add (self->own_uids, (gpointer) self->cells[uids->index]);
    }

  return !g_cancellable_set_error_if_cancelled (self->shared->cancellable, error);
}

/* The record under which the names of a reference's records are unique. */
gint64
clinch_import_session_ref_context (ClinchImportSession *self,
                                   const ClinchField   *field)
{
  const ClinchRow *record = self->record;
  const ClinchImportEntry *opportunity;

  switch ((int) field->target)
    {
    case CLINCH_KIND_CONTACT:
      if (self->kind == CLINCH_KIND_OPPORTUNITY)
        return clinch_row_int (record, CLINCH_OPPORTUNITY_CUSTOMER);
      if (self->kind == CLINCH_KIND_CONTACT)
        return clinch_row_int (record, CLINCH_CONTACT_CUSTOMER);
      return self->kind == CLINCH_KIND_FOLLOW_UP
             ? clinch_row_int (record, CLINCH_FOLLOW_UP_CUSTOMER) : 0;
    case CLINCH_KIND_OPPORTUNITY:
      return self->kind == CLINCH_KIND_FOLLOW_UP
             ? clinch_row_int (record, CLINCH_FOLLOW_UP_CUSTOMER) : 0;
    case CLINCH_KIND_STAGE:
      if (self->kind == CLINCH_KIND_OPPORTUNITY
          && !clinch_row_is_null (record, CLINCH_OPPORTUNITY_PIPELINE))
        return clinch_row_int (record, CLINCH_OPPORTUNITY_PIPELINE);
      opportunity = self->kind == CLINCH_KIND_STAGE_MOVE
                    ? self->refs[CLINCH_STAGE_MOVE_OPPORTUNITY].entry : NULL;
      return opportunity != NULL && opportunity->other != 0 ? opportunity->other
             : self->plan->pipeline_id;
    default:
      return 0;
    }
}

static gboolean
refuse (ClinchImportSession *self,
        const ClinchField   *field,
        char                *message)
{
  const ClinchImportSessionColumn *column = self->by_target[field->index];

  self->refs[field->index].state = CLINCH_IMPORT_REF_REFUSED;
  clinch_import_session_problem (self, column != NULL ? column->index : -1, CLINCH_IMPORT_REJECTED,
                                 message);

  return TRUE;
}

/* Whether a later row or file may bring what is not there yet. What a record cannot be without has
 * to be there before. */
static gboolean
may_come_later (ClinchImportSession *self,
                const ClinchField   *field)
{
  const ClinchImportRef *ref = &self->refs[field->index];

  if (field->flags & CLINCH_FIELD_REQUIRED)
    return FALSE;
  if (self->shared->comes[field->target])
    return TRUE;
  if (field->target != self->kind)
    return FALSE;
  if (ref->has_uid &&
      g_hash_table_contains (self->own_uids,
                             clinch_import_session_cell (self,
                                                         CLINCH_IMPORT_UID_OF (field->index))))
    return TRUE;
  if (ref->name != NULL)
    {
      g_autofree char *key = clinch_import_lookup_key (self->kind, ref->name);

      return g_hash_table_contains (self->own_keys, key);
    }

  return FALSE;
}

/* An opportunity may be known by a number alone, and everything by its identifier, but not under a
 * customer that is not its own. */
static gboolean
check_customer (ClinchImportSession *self,
                const ClinchField   *field,
                ClinchImportEntry   *entry,
                gint64               context)
{
  gboolean is_contact = field->target == CLINCH_KIND_CONTACT && self->kind == CLINCH_KIND_CONTACT;

  if ((field->target != CLINCH_KIND_OPPORTUNITY && !is_contact) || context == 0
      || entry->context == context)
    return clinch_import_session_set_ref (self, field->index, entry);

  return refuse (self, field,
                 g_strdup_printf (is_contact ? _("“%s” works for another customer.")
                                  : _("“%s” is an opportunity of another customer."),
                                  entry->name));
}

/* Looks for the record by its identifier; @done is set where nothing else is to be looked at. */
static gboolean
read_uid (ClinchImportSession  *self,
          const ClinchField    *field,
          gboolean             *done,
          GError              **error)
{
  ClinchImportRef *ref = &self->refs[field->index];
  const char *cell = clinch_import_session_cell (self, CLINCH_IMPORT_UID_OF (field->index));
  ClinchImportEntry *entry;

  *done = FALSE;
  if (*cell == '\0')
    return TRUE;
  if (!clinch_uid_parse (cell, &ref->uid))
    {
      *done = TRUE;
      return refuse (self, field, g_strdup_printf (_("“%s” is not an identifier."), cell));
    }

  ref->has_uid = TRUE;
  if (!clinch_import_lookup_by_uid (self->lookup, self->db, field->target, &ref->uid, NULL, &entry,
                                    error))
    return FALSE;
  if (entry != NULL)
    *done = check_customer (self, field, entry, field->target == CLINCH_KIND_CONTACT
                            ? clinch_import_session_ref_context (self, field) : 0);

  return TRUE;
}

/* What the user said the name means. */
static gboolean
apply_chosen (ClinchImportSession *self,
              const ClinchField   *field,
              const char          *cell)
{
  const ClinchImportSessionColumn *column = self->by_target[field->index];
  const ClinchImportChosen *chosen = g_hash_table_lookup (column->chosen, cell);
  ClinchImportRef *ref = &self->refs[field->index];
  ClinchImportEntry *entry;

  if (chosen == NULL)
    return FALSE;

  if (chosen->state == CLINCH_IMPORT_VALUE_SKIP)
    {
      if (field->flags & CLINCH_FIELD_REQUIRED)
        refuse (self, field,
                g_strdup_printf (_("Rows with “%s” are left out, as you chose."), cell));
      else
        ref->name = NULL;
      return TRUE;
    }
  if (chosen->state == CLINCH_IMPORT_VALUE_FOUND && chosen->entry_id != 0)
    {
      entry = clinch_import_lookup_by_id (self->lookup, field->target, chosen->entry_id);
      if (entry == NULL)
        refuse (self, field,
                g_strdup_printf (_("What “%s” was said to mean is no longer there."), cell));
      else
        clinch_import_session_set_ref (self, field->index, entry);
      return TRUE;
    }
  if (chosen->state == CLINCH_IMPORT_VALUE_FOUND)
    ref->name = chosen->text;

  return FALSE;
}

static gboolean
is_to_be_made (ClinchImportSession *self,
               const ClinchField   *field,
               const char          *cell)
{
  const ClinchImportSessionColumn *column = self->by_target[field->index];
  const ClinchImportChosen *chosen = column != NULL ? g_hash_table_lookup (column->chosen, cell)
                                     : NULL;

  return (chosen != NULL && chosen->state == CLINCH_IMPORT_VALUE_CREATE) ||
         clinch_import_unknown_state (field->target) == CLINCH_IMPORT_VALUE_CREATE;
}

static gboolean
read_name (ClinchImportSession  *self,
           const ClinchField    *field,
           const char           *cell,
           GError              **error)
{
  ClinchImportSessionColumn *column = self->by_target[field->index];
  ClinchImportRef *ref = &self->refs[field->index];
  gint64 context = clinch_import_session_ref_context (self, field);
  ClinchImportEntry *entry;
  ClinchImportCached *cached;

  if (field->target == CLINCH_KIND_CONTACT
      && !clinch_import_lookup_load_contacts (self->lookup, self->db, context, error))
    return FALSE;

  switch (clinch_import_lookup_find (self->lookup, field->target, context, ref->name, &entry))
    {
    case CLINCH_IMPORT_FOUND:
      if (column->cache != NULL)
        {
          cached = g_new0 (ClinchImportCached, 1);
          cached->entry = entry;
          g_hash_table_insert (column->cache, (gpointer) cell, cached);
        }
      return check_customer (self, field, entry, context);
    case CLINCH_IMPORT_AMBIGUOUS:
      return refuse (self, field,
                     /* Translators: a field and a name: Owner: several are called “Wang Min”. */
                     g_strdup_printf (_("%1$s: several are called “%2$s”."),
                                      clinch_field_label (field), ref->name));
    case CLINCH_IMPORT_NOT_FOUND:
    default:
      break;
    }

  if (may_come_later (self, field))
    ref->state = CLINCH_IMPORT_REF_LATER;
  else if (is_to_be_made (self, field, cell))
    ref->state = CLINCH_IMPORT_REF_MAKE;
  else
    refuse (self, field,
            /* Translators: a field and a name: Stage: nothing is called “Closing”. */
            g_strdup_printf (_("%1$s: nothing is called “%2$s”."), clinch_field_label (field),
                             ref->name));

  return TRUE;
}

/* A follow-up that names only its opportunity belongs to the customer of that. */
static void
adopt_customer (ClinchImportSession *self)
{
  const ClinchImportRef *opportunity = &self->refs[CLINCH_FOLLOW_UP_OPPORTUNITY];
  ClinchImportEntry *customer;

  if (opportunity->state != CLINCH_IMPORT_REF_FOUND
      || self->refs[CLINCH_FOLLOW_UP_CUSTOMER].state != CLINCH_IMPORT_REF_NONE)
    return;
  customer = clinch_import_lookup_by_id (self->lookup, CLINCH_KIND_CUSTOMER,
                                         opportunity->entry->context);
  if (customer != NULL)
    clinch_import_session_set_ref (self, CLINCH_FOLLOW_UP_CUSTOMER, customer);
}

static gboolean
read_ref (ClinchImportSession  *self,
          const ClinchField    *field,
          GError              **error)
{
  ClinchImportSessionColumn *column = self->by_target[field->index];
  ClinchImportRef *ref = &self->refs[field->index];
  const char *cell = column != NULL ? self->cells[column->index] : "";
  const ClinchImportCached *cached;
  gboolean done;

  if (!read_uid (self, field, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (ref->has_uid && may_come_later (self, field))
    {
      ref->name = *cell != '\0' ? cell : NULL;
      ref->state = CLINCH_IMPORT_REF_LATER;
      return TRUE;
    }
  if (clinch_import_cell_is_empty (field, cell))
    return TRUE;

  cached = column->cache != NULL && !ref->has_uid ? g_hash_table_lookup (column->cache, cell)
           : NULL;
  if (cached != NULL)
    return clinch_import_session_set_ref (self, field->index, cached->entry);

  ref->name = cell;
  if (apply_chosen (self, field, cell))
    return TRUE;

  return read_name (self, field, cell, error);
}

gboolean
clinch_import_session_read_ref (ClinchImportSession  *self,
                                const ClinchField    *field,
                                GError              **error)
{
  if (!read_ref (self, field, error))
    return FALSE;
  if (self->kind == CLINCH_KIND_FOLLOW_UP && field->index == CLINCH_FOLLOW_UP_OPPORTUNITY)
    adopt_customer (self);

  return TRUE;
}

/* A new open stage comes before the won and lost ones, which move on. */
static gboolean
place_stage (ClinchImportSession  *self,
             ClinchRow            *stage,
             gint64                pipeline_id,
             GError              **error)
{
  g_autoptr(GPtrArray) stages = clinch_import_lookup_all (self->lookup, CLINCH_KIND_STAGE,
                                                          pipeline_id);
  gint64 place = -1;

  for (guint i = 0; i < stages->len; i++)
    {
      ClinchImportEntry *each = stages->pdata[i];
      g_autoptr(ClinchRow) changes = NULL;

      if (place < 0 && g_strcmp0 (each->type, "open") != 0)
        place = each->other;
      if (place < 0)
        continue;
      changes = clinch_row_new (CLINCH_KIND_STAGE);
      each->other++;
      clinch_row_set_int (changes, CLINCH_STAGE_POSITION, each->other);
      if (!clinch_import_shared_update (self->shared, each->id, changes, error))
        return FALSE;
    }
  clinch_row_set_int (stage, CLINCH_STAGE_POSITION, place >= 0 ? place : (gint64) stages->len);

  return TRUE;
}

static gint64
owner_of_new_customer (ClinchImportSession   *self,
                       const ClinchImportRef *ref)
{
  gint64 owner = 0;

  /* Who brings the first row is accountable; for what has no customer, whoever imports is. */
  if (self->kind == CLINCH_KIND_OPPORTUNITY && ref->name != self->plan->missing_customer)
    owner = clinch_row_int (self->record, CLINCH_OPPORTUNITY_OWNER);
  else if (self->kind == CLINCH_KIND_CUSTOMER)
    owner = clinch_row_int (self->record, CLINCH_CUSTOMER_OWNER);
  else if (self->kind == CLINCH_KIND_FOLLOW_UP)
    owner = clinch_row_int (self->record, CLINCH_FOLLOW_UP_AUTHOR);

  return owner != 0 ? owner : self->shared->me;
}

static const char *
currency_of_new_customer (ClinchImportSession *self)
{
  if (self->kind == CLINCH_KIND_OPPORTUNITY)
    return clinch_row_text (self->record, CLINCH_OPPORTUNITY_CURRENCY);

  return self->plan->currency;
}

static gboolean
fill_made (ClinchImportSession    *self,
           ClinchRow              *row,
           const ClinchImportRef  *ref,
           gint64                  context,
           GError                **error)
{
  const ClinchImportManager *manager;

  switch ((int) row->kind)
    {
    case CLINCH_KIND_MEMBER:
      manager = clinch_import_session_manager (self, ref->name);
      clinch_row_set_text (row, CLINCH_MEMBER_ROLE,
                           manager != NULL || self->kind == CLINCH_KIND_TEAM ? "manager" : "owner");
      if (manager != NULL && !manager->regions_differ)
        clinch_row_set_text (row, CLINCH_MEMBER_REGION, manager->region);
      return TRUE;
    case CLINCH_KIND_TEAM:
      clinch_import_session_fill_team (self, row, context);
      return TRUE;
    case CLINCH_KIND_CUSTOMER:
      clinch_row_set_int (row, CLINCH_CUSTOMER_OWNER, owner_of_new_customer (self, ref));
      clinch_row_set_text (row, CLINCH_CUSTOMER_CURRENCY, currency_of_new_customer (self));
      return TRUE;
    case CLINCH_KIND_CONTACT:
      clinch_row_set_int (row, CLINCH_CONTACT_CUSTOMER, context);
      return TRUE;
    case CLINCH_KIND_STAGE:
      clinch_row_set_int (row, CLINCH_STAGE_PIPELINE, context);
      clinch_row_set_text (row, CLINCH_STAGE_TYPE, "open");
      return place_stage (self, row, context, error);
    default:
      return TRUE;
    }
}

ClinchImportEntry *
clinch_import_session_make (ClinchImportSession    *self,
                            ClinchKind              kind,
                            const ClinchImportRef  *ref,
                            gint64                  context,
                            GError                **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (kind);
  ClinchImportEntry entry = { kind };
  ClinchImportEntry *made;
  gint64 deleted_id = 0;

  clinch_row_set_text (row, clinch_kind_name_field (kind)->index, ref->name);
  if (ref->has_uid &&
      !clinch_import_lookup_by_uid (self->lookup, self->db, kind, &ref->uid, &deleted_id, &made,
                                    error))
    return NULL;
  /* The identifier of something in the recycle bin stays with that. */
  if (ref->has_uid && deleted_id == 0)
    row->uid = ref->uid;
  if (!fill_made (self, row, ref, context, error)
      || !clinch_import_shared_insert (self->shared, row, error))
    return NULL;

  entry.id = row->id;
  entry.name = (char *) clinch_row_name (row);
  entry.context = context;
  entry.line = clinch_table_get_line (self->table, self->row);
  if (kind == CLINCH_KIND_STAGE)
    {
      entry.type = clinch_row_text (row, CLINCH_STAGE_TYPE);
      entry.other = clinch_row_int (row, CLINCH_STAGE_POSITION);
    }
  made = clinch_import_lookup_add (self->lookup, &entry, NULL, NULL);
  if (ref->has_uid)
    clinch_import_lookup_add_uid (self->lookup, kind, &ref->uid, made);
  self->result->n_made[kind]++;

  return made;
}

/* An earlier row may have made it since this one was read. */
static gboolean
find_or_make (ClinchImportSession  *self,
              const ClinchField    *field,
              GError              **error)
{
  ClinchImportRef *ref = &self->refs[field->index];
  gint64 context = clinch_import_session_ref_context (self, field);
  ClinchImportEntry *entry = NULL;

  if (ref->has_uid
      && !clinch_import_lookup_by_uid (self->lookup, self->db, field->target, &ref->uid, NULL,
                                       &entry, error))
    return FALSE;
  if (entry == NULL)
    clinch_import_lookup_find (self->lookup, field->target, context, ref->name, &entry);
  if (entry == NULL)
    entry = clinch_import_session_make (self, field->target, ref, context, error);

  return entry != NULL && clinch_import_session_set_ref (self, field->index, entry);
}

gboolean
clinch_import_session_make_refs (ClinchImportSession  *self,
                                 GError              **error)
{
  const ClinchField *fields;
  int n_fields;

  /* People first: whatever else is made may get one of them as its owner. */
  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < n_fields; i++)
      if (self->refs[i].state == CLINCH_IMPORT_REF_MAKE
          && (fields[i].target == CLINCH_KIND_MEMBER) == (pass == 0) &&
          !find_or_make (self, &fields[i], error))
        return FALSE;

  return TRUE;
}
