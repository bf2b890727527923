// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_VALUE_ENTRY (clinch_value_entry_get_type ())

/**
 * ClinchValueEntry:
 *
 * An entry for one value of the type of a field, outside of any record: a bound of a filter, a date
 * for many records. What is typed is read with Enter or when the keyboard goes elsewhere; a date
 * can also be taken from a calendar.
 *
 * Style class “error” while the text cannot be read. Signal “value-changed”: there is another
 * value, or none.
 */
G_DECLARE_FINAL_TYPE (ClinchValueEntry, clinch_value_entry, CLINCH, VALUE_ENTRY, GtkEntry)

GtkWidget  *clinch_value_entry_new       (void) G_GNUC_WARN_UNUSED_RESULT;

/* The field whose values are taken, and the currency of amounts. */
void        clinch_value_entry_set_field (ClinchValueEntry *self,
                                          ClinchKind        kind,
                                          int               field,
                                          const char       *currency);

/* FALSE where there is no value. */
gboolean    clinch_value_entry_get_int   (ClinchValueEntry *self,
                                          gint64           *value);
/* NULL where there is no value. */
const char *clinch_value_entry_get_text  (ClinchValueEntry *self);

void        clinch_value_entry_set_int   (ClinchValueEntry *self,
                                          gint64            value);
/* NULL for no value, whatever the type. */
void        clinch_value_entry_set_text  (ClinchValueEntry *self,
                                          const char       *value);

/* Reads what was typed; FALSE if it cannot be read. */
gboolean    clinch_value_entry_commit    (ClinchValueEntry *self);

G_END_DECLS
