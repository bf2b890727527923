// SPDX-License-Identifier: GPL-3.0-or-later
//
// References to records that a later row or file brought.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include <glib/gi18n.h>

static gboolean
find_later (ClinchImportLater   *later,
            ClinchImportEntry  **entry,
            GError             **error)
{
  ClinchImportSession *self = later->session;
  ClinchKind target = later->field->target;
  ClinchImportRef ref = { CLINCH_IMPORT_REF_MAKE, NULL, later->name, later->uid, later->has_uid };

  *entry = NULL;
  if (later->has_uid
      && !clinch_import_lookup_by_uid (self->lookup, self->db, target, &later->uid, NULL, entry,
                                       error))
    return FALSE;
  if (*entry != NULL || later->name == NULL)
    return TRUE;
  if (clinch_import_lookup_find (self->lookup, target, later->context, later->name,
                                 entry) != CLINCH_IMPORT_NOT_FOUND)
    return TRUE;
  if (clinch_import_unknown_state (target) != CLINCH_IMPORT_VALUE_CREATE
      || target == CLINCH_KIND_CONTACT)
    return TRUE;

  *entry = clinch_import_session_make (self, target, &ref, 0, error);
  return *entry != NULL;
}

static void
note_left_out (ClinchImportLater *later,
               char              *message)
{
  const ClinchImportSessionColumn *column = later->session->by_target[later->field->index];

  clinch_import_result_add_problem (later->session->result, later->row,
                                    column != NULL ? column->index : -1,
                                    CLINCH_IMPORT_NOTE, message);
  g_free (message);
}

static char *
describe_missing (const ClinchImportLater *later)
{
  const char *label = clinch_field_label (later->field);
  const char *name = later->name != NULL ? later->name : "";
  guint line = clinch_import_later_rejected_line (later);

  if (line != 0)
    /* Translators: a field, a name, a line: Reports To: “Wang Min” was left out, because … */
    return g_strdup_printf (_("%1$s: “%2$s” was left out, because line %3$u is not imported."),
                            label, name, line);

  return g_strdup_printf (_("%1$s: nothing is called “%2$s”."), label, name);
}

static gboolean
set_later (ClinchImportLater  *later,
           ClinchImportEntry  *entry,
           GError            **error)
{
  ClinchImportSession *self = later->session;
  g_autoptr(ClinchRow) changes = clinch_row_new (self->kind);
  ClinchImportEntry *team;

  clinch_row_set_int (changes, later->field->index, entry->id);
  if (later->joins_team)
    {
      team = clinch_import_session_team_of (self, entry, error);
      if (team == NULL)
        return FALSE;
      clinch_row_set_int (changes, CLINCH_MEMBER_TEAM, team->id);
    }

  return clinch_import_shared_update (self->shared, later->id, changes, error);
}

static gboolean
settle_one (ClinchImportLater  *later,
            GError            **error)
{
  ClinchImportSession *self = later->session;
  ClinchImportEntry *entry;
  char *circle;

  /* What is made here belongs to no row, so nothing of the last row may rub off on it. */
  self->row = later->row;
  g_clear_pointer (&self->record, clinch_row_unref);
  self->record = clinch_row_new (self->kind);

  if (!find_later (later, &entry, error))
    return FALSE;
  if (entry == NULL)
    {
      note_left_out (later, describe_missing (later));
      return TRUE;
    }
  if (self->kind == CLINCH_KIND_CONTACT && entry->context != later->context)
    {
      note_left_out (later, g_strdup_printf (_("“%s” works for another customer."), entry->name));
      return TRUE;
    }
  circle = clinch_import_later_settle_place (later, entry->id);
  if (circle != NULL)
    {
      note_left_out (later, circle);
      return TRUE;
    }

  return set_later (later, entry, error);
}

gboolean
clinch_import_shared_settle (ClinchImportShared  *self,
                             GError             **error)
{
  for (guint i = 0; i < self->later->len; i++)
    if (!settle_one (&g_array_index (self->later, ClinchImportLater, i), error))
      return FALSE;

  return TRUE;
}
