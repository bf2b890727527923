// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-rule-draft.h"

struct _ClinchRuleDraft
{
  GObject parent_instance;

  GPtrArray *edits; /* ClinchRow, one for each record that has something drafted */
};

G_DEFINE_FINAL_TYPE (ClinchRuleDraft, clinch_rule_draft, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ClinchRow *
find_edit (ClinchRuleDraft *self,
           ClinchRecord    *record)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      ClinchRow *edit = self->edits->pdata[i];

      if (edit->kind == clinch_record_get_kind (record)
          && edit->id == clinch_record_get_id (record))
        return edit;
    }

  return NULL;
}

static ClinchRow *
take_edit (ClinchRuleDraft *self,
           ClinchRecord    *record)
{
  ClinchRow *edit = find_edit (self, record);

  if (edit == NULL)
    {
      edit = clinch_row_new (clinch_record_get_kind (record));
      edit->id = clinch_record_get_id (record);
      g_ptr_array_add (self->edits, edit);
    }

  return edit;
}

/* What is as in the record is no edit. */
static void
settle_edit (ClinchRuleDraft *self,
             ClinchRecord    *record,
             ClinchRow       *edit,
             int              field)
{
  if (clinch_row_field_equal (edit, clinch_record_get_row (record), field))
    edit->mask &= ~(G_GUINT64_CONSTANT (1) << field);
  if (edit->mask == 0)
    g_ptr_array_remove (self->edits, edit);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
clinch_rule_draft_set_int (ClinchRuleDraft *self,
                           ClinchRecord    *record,
                           int              field,
                           gint64           value)
{
  ClinchRow *edit;

  g_return_if_fail (CLINCH_IS_RULE_DRAFT (self) && clinch_record_is_loaded (record));

  if (clinch_rule_draft_get_int (self, record, field) == value)
    return;
  edit = take_edit (self, record);
  clinch_row_set_int (edit, field, value);
  settle_edit (self, record, edit, field);
}

void
clinch_rule_draft_set_text (ClinchRuleDraft *self,
                            ClinchRecord    *record,
                            int              field,
                            const char      *value)
{
  ClinchRow *edit;

  g_return_if_fail (CLINCH_IS_RULE_DRAFT (self) && clinch_record_is_loaded (record));

  if (g_strcmp0 (clinch_rule_draft_get_text (self, record, field), value) == 0)
    return;
  edit = take_edit (self, record);
  clinch_row_set_text (edit, field, value);
  settle_edit (self, record, edit, field);
}

gint64
clinch_rule_draft_get_int (ClinchRuleDraft *self,
                           ClinchRecord    *record,
                           int              field)
{
  const ClinchRow *edit = find_edit (self, record);

  g_return_val_if_fail (CLINCH_IS_RULE_DRAFT (self), 0);

  return edit != NULL && clinch_row_has (edit, field) ? clinch_row_int (edit, field)
         : clinch_record_get_int (record, field);
}

const char *
clinch_rule_draft_get_text (ClinchRuleDraft *self,
                            ClinchRecord    *record,
                            int              field)
{
  const ClinchRow *edit = find_edit (self, record);

  g_return_val_if_fail (CLINCH_IS_RULE_DRAFT (self), NULL);

  return edit != NULL && clinch_row_has (edit, field) ? clinch_row_text (edit, field)
         : clinch_record_get_text (record, field);
}

gboolean
clinch_rule_draft_has (ClinchRuleDraft *self,
                       ClinchRecord    *record)
{
  g_return_val_if_fail (CLINCH_IS_RULE_DRAFT (self), FALSE);

  return find_edit (self, record) != NULL;
}

guint
clinch_rule_draft_count (ClinchRuleDraft *self)
{
  guint count = 0;

  g_return_val_if_fail (CLINCH_IS_RULE_DRAFT (self), 0);

  for (guint i = 0; i < self->edits->len; i++)
    count += __builtin_popcountll (((const ClinchRow *) self->edits->pdata[i])->mask);

  return count;
}

void
clinch_rule_draft_clear (ClinchRuleDraft *self)
{
  g_return_if_fail (CLINCH_IS_RULE_DRAFT (self));

  if (self->edits->len == 0)
    return;
  g_ptr_array_set_size (self->edits, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

GPtrArray *
clinch_rule_draft_dup_edits (ClinchRuleDraft *self)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);

  g_return_val_if_fail (CLINCH_IS_RULE_DRAFT (self), edits);

  for (guint i = 0; i < self->edits->len; i++)
    g_ptr_array_add (edits, clinch_row_copy (self->edits->pdata[i]));

  return edits;
}

static void
clinch_rule_draft_finalize (GObject *object)
{
  g_ptr_array_unref (CLINCH_RULE_DRAFT (object)->edits);

  G_OBJECT_CLASS (clinch_rule_draft_parent_class)->finalize (object);
}

static void
clinch_rule_draft_class_init (ClinchRuleDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_rule_draft_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinch_rule_draft_init (ClinchRuleDraft *self)
{
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);
}

ClinchRuleDraft *
clinch_rule_draft_new (void)
{
  return g_object_new (CLINCH_TYPE_RULE_DRAFT, NULL);
}
