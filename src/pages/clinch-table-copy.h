// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-column-set.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/* Puts rows of a table into the clipboard as a spreadsheet takes them, headings first, and says how
 * many. @ids are keys in the order of the rows, (transfer full); the table's info can copy. */
void  clinch_table_copy       (GtkWidget             *widget,
                               ClinchWorkspace       *workspace,
                               ClinchKind             kind,
                               GArray                *ids,
                               ClinchColumnSet       *columns);

/* What is copied of a field: exact, as it would be typed. An amount in @currency is a plain number,
 * which a spreadsheet can add; others name their currency. */
char *clinch_table_copy_field (const ClinchLoadedRow *row,
                               int                    field,
                               const char            *currency) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
