// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a row leaves open and an import knows: owners, names of opportunities, what a date means in
// which stage, the moment a stage was entered, places in a column.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include "clinch-operations.h"

#include <glib/gi18n.h>

static gboolean
is_given (ClinchImportSession *self,
          int                  field)
{
  return !clinch_row_is_null (self->record, field)
         || self->refs[field].state != CLINCH_IMPORT_REF_NONE;
}

static gboolean
is_mapped (ClinchImportSession *self,
           int                  field)
{
  return self->by_target[field] != NULL;
}

static void
set_default_text (ClinchImportSession *self,
                  int                  field,
                  const char          *text)
{
  if (!is_given (self, field))
    clinch_row_set_text (self->record, field, text);
}

static void
set_me (ClinchImportSession *self,
        int                  field)
{
  if (!is_given (self, field) && self->shared->me != 0)
    clinch_row_set_int (self->record, field, self->shared->me);
}

/* The customer that the user named for rows without one. */
static void
take_missing_customer (ClinchImportSession *self,
                       int                  field)
{
  ClinchImportEntry *entry;

  if (is_given (self, field) || self->plan->missing_customer == NULL)
    return;
  if (clinch_import_lookup_find (self->lookup, CLINCH_KIND_CUSTOMER, 0,
                                 self->plan->missing_customer, &entry) ==
      CLINCH_IMPORT_FOUND)
    {
      clinch_import_session_set_ref (self, field, entry);
      return;
    }
  self->refs[field].state = CLINCH_IMPORT_REF_MAKE;
  self->refs[field].name = self->plan->missing_customer;
}

/* Of fields whose row names neither, NULL. */
static const char *
ref_name (ClinchImportSession *self,
          int                  field)
{
  const ClinchImportRef *ref = &self->refs[field];

  if (ref->state == CLINCH_IMPORT_REF_FOUND)
    return ref->entry->name;

  return ref->state == CLINCH_IMPORT_REF_MAKE ? ref->name : NULL;
}

/* "Customer · Product", or what there is of it. */
static void
make_name (ClinchImportSession *self)
{
  const char *customer = ref_name (self, CLINCH_OPPORTUNITY_CUSTOMER);
  const char *product = clinch_row_text (self->record, CLINCH_OPPORTUNITY_PRODUCT);
  const char *number = clinch_row_text (self->record, CLINCH_OPPORTUNITY_NUMBER);
  g_autofree char *name = NULL;

  if (is_given (self, CLINCH_OPPORTUNITY_NAME))
    return;

  self->has_made_name = TRUE;
  if (customer != NULL && product != NULL)
    name = g_strdup_printf ("%s · %s", customer, product);
  else
    name = g_strdup (product != NULL ? product : number != NULL ? number : customer);
  clinch_row_set_text (self->record, CLINCH_OPPORTUNITY_NAME, name);
}

/* Without a stage the opportunity is at the beginning. */
static void
choose_stage (ClinchImportSession *self)
{
  g_autoptr(GPtrArray) stages = NULL;
  ClinchImportEntry *pipeline;

  if (!is_given (self, CLINCH_OPPORTUNITY_PIPELINE))
    {
      pipeline = clinch_import_lookup_by_id (self->lookup, CLINCH_KIND_PIPELINE,
                                             self->plan->pipeline_id);
      if (pipeline != NULL)
        clinch_import_session_set_ref (self, CLINCH_OPPORTUNITY_PIPELINE, pipeline);
    }
  if (is_given (self, CLINCH_OPPORTUNITY_STAGE)
      || clinch_row_is_null (self->record, CLINCH_OPPORTUNITY_PIPELINE))
    return;

  stages = clinch_import_lookup_all (self->lookup, CLINCH_KIND_STAGE,
                                     clinch_row_int (self->record, CLINCH_OPPORTUNITY_PIPELINE));
  for (guint i = 0; i < stages->len; i++)
    if (g_strcmp0 (((ClinchImportEntry *) stages->pdata[i])->type, "open") == 0)
      {
        clinch_import_session_set_ref (self, CLINCH_OPPORTUNITY_STAGE, stages->pdata[i]);
        return;
      }
}

/* One date column serves for both: the day on which what is won or lost was closed, and the day on
 * which the rest is expected. */
static void
sort_out_dates (ClinchImportSession *self,
                gboolean             is_open)
{
  ClinchRow *record = self->record;
  const char *date;

  if (is_open && !is_mapped (self, CLINCH_OPPORTUNITY_EXPECTED))
    {
      date = clinch_row_text (record, CLINCH_OPPORTUNITY_CLOSED);
      clinch_row_set_text (record, CLINCH_OPPORTUNITY_EXPECTED, date);
      clinch_row_set_null (record, CLINCH_OPPORTUNITY_CLOSED);
    }
  else if (!is_open && !is_mapped (self, CLINCH_OPPORTUNITY_CLOSED))
    {
      date = clinch_row_text (record, CLINCH_OPPORTUNITY_EXPECTED);
      clinch_row_set_text (record, CLINCH_OPPORTUNITY_CLOSED, date);
    }
}

static void
set_instants (ClinchImportSession *self,
              gboolean             is_open)
{
  ClinchRow *record = self->record;
  const char *started = clinch_row_text (record, CLINCH_OPPORTUNITY_STARTED);
  const char *closed = is_open ? NULL : clinch_row_text (record, CLINCH_OPPORTUNITY_CLOSED);
  const char *entered = closed != NULL ? closed : started;

  if (clinch_row_is_null (record, CLINCH_OPPORTUNITY_STAGE_ENTERED))
    clinch_row_set_int (record, CLINCH_OPPORTUNITY_STAGE_ENTERED,
                        entered != NULL ? clinch_import_session_noon (self, entered)
                        : self->shared->now);
  if (record->created_at == 0 && (started != NULL || closed != NULL))
    record->created_at = clinch_import_session_noon (self, started != NULL ? started : closed);
}

static gboolean
next_position (ClinchImportSession  *self,
               gint64                stage_id,
               gint64               *position,
               GError              **error)
{
  gint64 *last = g_hash_table_lookup (self->positions, &stage_id);
  gboolean found = FALSE;

  if (last == NULL)
    {
      last = g_new0 (gint64, 1);
      g_hash_table_insert (self->positions, g_memdup2 (&stage_id, sizeof stage_id), last);
      if (!clinch_db_query_int (self->db, last, &found, error,
                                "SELECT position FROM opportunity WHERE stage_id = ? AND deleted_at IS NULL"
                                " ORDER BY position DESC, id DESC LIMIT 1",
                                "i", stage_id))
        return FALSE;
      if (!found)
        *last = -CLINCH_POSITION_GAP;
    }
  *last += CLINCH_POSITION_GAP;
  *position = *last;

  return TRUE;
}

const char *
clinch_import_shared_not_recorded (ClinchImportShared *self)
{
  return self->is_chinese ? "未记录" : "Not recorded";
}

const char *
clinch_import_shared_imported (ClinchImportShared *self)
{
  return self->is_chinese ? "导入" : "Imported";
}

static gboolean
complete_opportunity (ClinchImportSession  *self,
                      GError              **error)
{
  ClinchRow *record = self->record;
  const ClinchImportEntry *stage;
  gboolean is_open;
  gint64 position;

  take_missing_customer (self, CLINCH_OPPORTUNITY_CUSTOMER);
  set_me (self, CLINCH_OPPORTUNITY_OWNER);
  make_name (self);
  choose_stage (self);

  stage = self->refs[CLINCH_OPPORTUNITY_STAGE].entry;
  /* A stage belongs to one pipeline; that the row names another one would tear the two apart. */
  if (stage != NULL)
    clinch_row_set_int (record, CLINCH_OPPORTUNITY_PIPELINE, stage->context);
  is_open = stage == NULL || g_strcmp0 (stage->type, "open") == 0;
  sort_out_dates (self, is_open);
  set_instants (self, is_open);

  if (stage != NULL && g_strcmp0 (stage->type, "lost") == 0 && !self->has_uid)
    set_default_text (self, CLINCH_OPPORTUNITY_LOST_REASON,
                      clinch_import_shared_not_recorded (self->shared));
  if (self->is_rejected || !clinch_row_is_null (record, CLINCH_OPPORTUNITY_POSITION))
    return TRUE;
  if (!next_position (self, stage != NULL ? stage->id : 0, &position, error))
    return FALSE;
  clinch_row_set_int (record, CLINCH_OPPORTUNITY_POSITION, position);

  return TRUE;
}

static void
complete_follow_up (ClinchImportSession *self)
{
  ClinchImportEntry *customer;

  if (!is_given (self, CLINCH_FOLLOW_UP_CUSTOMER)
      && self->refs[CLINCH_FOLLOW_UP_CONTACT].state == CLINCH_IMPORT_REF_FOUND)
    {
      customer = clinch_import_lookup_by_id (self->lookup, CLINCH_KIND_CUSTOMER,
                                             self->refs[CLINCH_FOLLOW_UP_CONTACT].entry->context);
      if (customer != NULL)
        clinch_import_session_set_ref (self, CLINCH_FOLLOW_UP_CUSTOMER, customer);
    }
  take_missing_customer (self, CLINCH_FOLLOW_UP_CUSTOMER);
  set_me (self, CLINCH_FOLLOW_UP_AUTHOR);
  set_default_text (self, CLINCH_FOLLOW_UP_TYPE, "note");
  /* Where the file has no dates at all, what was said is noted as said today; a single missing date
   * is a problem. */
  if (!is_mapped (self, CLINCH_FOLLOW_UP_HAPPENED))
    clinch_row_set_int (self->record, CLINCH_FOLLOW_UP_HAPPENED, self->shared->now);
}

static gboolean
is_own_manager (ClinchImportSession *self)
{
  const char *manager = clinch_import_session_cell (self, CLINCH_MEMBER_MANAGER);
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;

  if (*manager == '\0')
    return FALSE;
  own = clinch_import_lookup_key (CLINCH_KIND_MEMBER, clinch_row_name (self->record));
  other = clinch_import_lookup_key (CLINCH_KIND_MEMBER, manager);

  return g_str_equal (own, other);
}

static void
complete_member (ClinchImportSession *self)
{
  const ClinchImportManager *manager =
    clinch_import_session_manager (self, clinch_row_name (self->record));

  /* Lists of people often give those at the top themselves as their manager. */
  if (is_own_manager (self))
    {
      memset (&self->refs[CLINCH_MEMBER_MANAGER], 0, sizeof (ClinchImportRef));
      clinch_row_set_null (self->record, CLINCH_MEMBER_MANAGER);
    }
  set_default_text (self, CLINCH_MEMBER_ROLE, manager != NULL ? "manager" : "owner");
}

static void
complete_stage (ClinchImportSession *self)
{
  g_autoptr(GPtrArray) stages = NULL;

  set_default_text (self, CLINCH_STAGE_TYPE, "open");
  if (!clinch_row_is_null (self->record, CLINCH_STAGE_POSITION))
    return;
  stages = clinch_import_lookup_all (self->lookup, CLINCH_KIND_STAGE,
                                     clinch_row_int (self->record, CLINCH_STAGE_PIPELINE));
  clinch_row_set_int (self->record, CLINCH_STAGE_POSITION, stages->len);
}

static void
complete_pipeline (ClinchImportSession *self)
{
  g_autoptr(GPtrArray) pipelines = NULL;

  if (!clinch_row_is_null (self->record, CLINCH_PIPELINE_POSITION))
    return;
  pipelines = clinch_import_lookup_all (self->lookup, CLINCH_KIND_PIPELINE, 0);
  clinch_row_set_int (self->record, CLINCH_PIPELINE_POSITION, pipelines->len);
}

/* A record is not without its required fields; those that have a problem already are not complained
 * about twice. */
static void
check_required (ClinchImportSession *self)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      const ClinchImportSessionColumn *column = self->by_target[i];
      char *message;

      if (!(fields[i].flags & CLINCH_FIELD_REQUIRED) || is_given (self, i))
        continue;
      /* A rejected row gets no place. */
      if (self->kind == CLINCH_KIND_OPPORTUNITY && i == CLINCH_OPPORTUNITY_POSITION)
        continue;
      if (column != NULL && *self->cells[column->index] != '\0' && self->is_rejected &&
          !clinch_import_cell_is_empty (&fields[i], self->cells[column->index]))
        continue;
      message = fields[i].target == CLINCH_KIND_CUSTOMER
                  ? g_strdup (_("The customer is missing."))
                  /* Translators: %s is a field: “Name” is missing. */
                  : g_strdup_printf (_("“%s” is missing."), clinch_field_label (&fields[i]));
      clinch_import_session_problem (self, column != NULL ? column->index : -1,
                                     CLINCH_IMPORT_REJECTED, message);
    }
}

gboolean
clinch_import_session_complete (ClinchImportSession  *self,
                                GError              **error)
{
  switch ((int) self->kind)
    {
    case CLINCH_KIND_CUSTOMER:
      set_me (self, CLINCH_CUSTOMER_OWNER);
      /* Our own exports say themselves whose grade it is. */
      if (!self->has_uid)
        clinch_import_session_give_reason (self, NULL, self->record);
      break;
    case CLINCH_KIND_MEMBER:
      complete_member (self);
      break;
    case CLINCH_KIND_CONTACT:
      take_missing_customer (self, CLINCH_CONTACT_CUSTOMER);
      break;
    case CLINCH_KIND_PIPELINE:
      complete_pipeline (self);
      break;
    case CLINCH_KIND_STAGE:
      complete_stage (self);
      break;
    case CLINCH_KIND_OPPORTUNITY:
      if (!complete_opportunity (self, error))
        return FALSE;
      break;
    case CLINCH_KIND_FOLLOW_UP:
      complete_follow_up (self);
      break;
    default:
      break;
    }
  check_required (self);

  return TRUE;
}
