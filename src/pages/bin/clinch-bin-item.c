// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-bin-item.h"

struct _ClinchBinItem
{
  GObject parent_instance;

  ClinchBinEntry *entry;
};

G_DEFINE_FINAL_TYPE (ClinchBinItem, clinch_bin_item, G_TYPE_OBJECT)

static void
clinch_bin_item_finalize (GObject *object)
{
  g_clear_pointer (&CLINCH_BIN_ITEM (object)->entry, clinch_bin_entry_free);

  G_OBJECT_CLASS (clinch_bin_item_parent_class)->finalize (object);
}

static void
clinch_bin_item_class_init (ClinchBinItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_bin_item_finalize;
}

static void
clinch_bin_item_init (ClinchBinItem *self)
{
}

ClinchBinItem *
clinch_bin_item_new (ClinchBinEntry *entry)
{
  ClinchBinItem *self = g_object_new (CLINCH_TYPE_BIN_ITEM, NULL);

  self->entry = entry;

  return self;
}

const ClinchBinEntry *
clinch_bin_item_get_entry (ClinchBinItem *self)
{
  g_return_val_if_fail (CLINCH_IS_BIN_ITEM (self), NULL);

  return self->entry;
}
