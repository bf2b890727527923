// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-command.h"

G_BEGIN_DECLS

/* The tables of commands, by concern; each ends with a command without a name. */
extern const ClinchCommand clinch_command_records[];
extern const ClinchCommand clinch_command_pipeline[];
extern const ClinchCommand clinch_command_history[];
extern const ClinchCommand clinch_command_files[];
extern const ClinchCommand clinch_command_people[];
extern const ClinchCommand clinch_command_chain[];
extern const ClinchCommand clinch_command_profile[];
extern const ClinchCommand clinch_command_radar[];
extern const ClinchCommand clinch_command_dossier[];
extern const ClinchCommand clinch_command_potential[];
extern const ClinchCommand clinch_command_predictions[];
extern const ClinchCommand clinch_command_rank[];
extern const ClinchCommand clinch_command_reasons[];
extern const ClinchCommand clinch_command_regrade[];
extern const ClinchCommand clinch_command_tag[];
extern const ClinchCommand clinch_command_targets[];
extern const ClinchCommand clinch_command_forecast[];
extern const ClinchCommand clinch_command_upkeep[];

char       *clinch_command_dup_help (const ClinchCommand     *command);

/* The kind that an argument names; usage error where it names none. */
gboolean    clinch_command_kind     (const ClinchCommandRun  *run,
                                     const char              *word,
                                     ClinchKind              *kind,
                                     GError                 **error);
gboolean    clinch_command_prepare_kind (ClinchCommandRun    *run,
                                         GError             **error);
/* Says in the JSON answer which record, of the command's kind, a writing command is about. */
gboolean    clinch_command_name_record (ClinchCommandRun     *run,
                                        ClinchDb             *db,
                                        gint64                id,
                                        GError              **error);
/* Writes the file that is the whole answer of a command, and says so. */
gboolean    clinch_command_write_file (ClinchCommandRun      *run,
                                       const char            *path,
                                       GBytes                *bytes,
                                       GError               **error);

G_END_DECLS
