// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-value.h"

G_BEGIN_DECLS

/* Answers of commands: tables for people, JSON for programs. */

/* Appends text and spaces up to a width in columns of a terminal, in which Chinese takes two. */
void clinch_command_pad        (GString             *out,
                                const char          *text,
                                int                  width);

/* Appends a table. All rows are arrays of as many cells; the first may be headings. */
void clinch_command_table      (GString             *out,
                                GPtrArray           *rows,
                                int                  n_columns);

/* Appends pairs of label and text, the texts under each other and whole. */
void clinch_command_pairs      (GString             *out,
                                GPtrArray           *pairs);

void clinch_command_json_text  (GString             *out,
                                const char          *text);
/* Appends a uid, or null for one that is all zeros. */
void clinch_command_json_uid   (GString             *out,
                                const ClinchUid     *uid);
void clinch_command_json_instant (GString           *out,
                                  gint64             instant);

/* Appends {"uid": …, "name": …} of the record that is pointed at. */
void clinch_command_json_reference (GString         *out,
                                    ClinchDb        *db,
                                    ClinchKind       kind,
                                    gint64           id);

/* Appends a record as an object of all its fields by name. */
void clinch_command_json_record (GString            *out,
                                 ClinchValueContext *context,
                                 const ClinchRow    *row);
void clinch_command_json_value  (GString            *out,
                                 ClinchValueContext *context,
                                 const ClinchRow    *row,
                                 const ClinchField  *field);

G_END_DECLS
