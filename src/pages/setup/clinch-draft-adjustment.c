// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-draft-adjustment.h"

typedef struct
{
  ClinchRuleDraft *draft;
  ClinchRecord *record;
  int field;
} Place;

#define PLACE_KEY "clinch-place"

static void
place_free (gpointer data)
{
  Place *place = data;

  g_object_unref (place->draft);
  g_object_unref (place->record);
  g_free (place);
}

static void
show_value (GtkAdjustment *adjustment)
{
  const Place *place = g_object_get_data (G_OBJECT (adjustment), PLACE_KEY);

  gtk_adjustment_set_value (adjustment, clinch_rule_draft_get_int (place->draft, place->record,
                                                                   place->field));
}

static void
value_changed_cb (GtkAdjustment *adjustment)
{
  const Place *place = g_object_get_data (G_OBJECT (adjustment), PLACE_KEY);

  if (clinch_record_is_loaded (place->record))
    clinch_rule_draft_set_int (place->draft, place->record, place->field,
                               gtk_adjustment_get_value (adjustment));
}

GtkAdjustment *
clinch_draft_adjustment_new (ClinchRuleDraft *draft,
                             ClinchRecord    *record,
                             int              field,
                             double           upper)
{
  GtkAdjustment *adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, upper, 1, 10, 0));
  Place *place = g_new0 (Place, 1);

  place->draft = g_object_ref (draft);
  place->record = g_object_ref (record);
  place->field = field;
  g_object_set_data_full (G_OBJECT (adjustment), PLACE_KEY, place, place_free);
  show_value (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), NULL);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_value), adjustment,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "changed", G_CALLBACK (show_value), adjustment,
                           G_CONNECT_SWAPPED);

  return adjustment;
}
