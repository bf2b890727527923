// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-change-set.h"

/* The keys of the index: a record's kind and id in one number. Ids stay far below 2^57. */
static gint64
record_key (ClinchKind kind,
            gint64     id)
{
  return id * 64 + kind;
}

G_STATIC_ASSERT (CLINCH_N_KINDS <= 64);

ClinchChangeSet *
clinch_change_set_new (void)
{
  ClinchChangeSet *self = g_new0 (ClinchChangeSet, 1);

  self->changes = g_array_new (FALSE, FALSE, sizeof (ClinchChange));
  self->index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_atomic_ref_count_init (&self->refs);

  return self;
}

ClinchChangeSet *
clinch_change_set_ref (ClinchChangeSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
clinch_change_set_unref (ClinchChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->action);
  g_free (self->args);
  g_array_unref (self->changes);
  g_hash_table_unref (self->index);
  g_free (self);
}

/* Which of two things that happened one after the other says it all. */
static ClinchChangeOp
merge_ops (ClinchChangeOp first,
           ClinchChangeOp second)
{
  if (second == CLINCH_CHANGE_COUNTED)
    return first;
  if (first == CLINCH_CHANGE_COUNTED)
    return second;
  if (second == CLINCH_CHANGE_UPDATE)
    return first;
  if (first == CLINCH_CHANGE_INSERT && second == CLINCH_CHANGE_UNDELETE)
    return CLINCH_CHANGE_INSERT;

  return second;
}

void
clinch_change_set_add (ClinchChangeSet *self,
                       ClinchKind       kind,
                       gint64           id,
                       ClinchChangeOp   op,
                       guint64          fields)
{
  gint64 key = record_key (kind, id);
  gpointer position = g_hash_table_lookup (self->index, &key);
  ClinchChange *change;

  if (position == NULL)
    {
      ClinchChange added = { kind, op, id, fields };

      g_array_append_val (self->changes, added);
      g_hash_table_insert (self->index, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (self->changes->len));
      return;
    }

  change = &g_array_index (self->changes, ClinchChange, GPOINTER_TO_UINT (position) - 1);
  change->op = merge_ops (change->op, op);
  change->fields |= fields;
}

const ClinchChange *
clinch_change_set_find (const ClinchChangeSet *self,
                        ClinchKind             kind,
                        gint64                 id)
{
  gint64 key = record_key (kind, id);
  gpointer position = g_hash_table_lookup (self->index, &key);

  if (position == NULL)
    return NULL;

  return &g_array_index (self->changes, ClinchChange, GPOINTER_TO_UINT (position) - 1);
}

gboolean
clinch_change_set_touches (const ClinchChangeSet *self,
                           ClinchKind             kind)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (g_array_index (self->changes, ClinchChange, i).kind == kind)
      return TRUE;

  return FALSE;
}

gboolean
clinch_change_set_touches_any (const ClinchChangeSet *self,
                               const ClinchKind      *kinds,
                               gsize                  n_kinds)
{
  for (gsize i = 0; i < n_kinds; i++)
    if (clinch_change_set_touches (self, kinds[i]))
      return TRUE;

  return FALSE;
}
