// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The actions a step can have. The codes are stored and never change their meaning. */
#define CLINCH_ACTION_CREATE_WORKSPACE "create-workspace"
#define CLINCH_ACTION_UPDATE_WORKSPACE "update-workspace"
#define CLINCH_ACTION_REFRESH_PROFILES "refresh-profiles"
#define CLINCH_ACTION_SAMPLE "sample"
#define CLINCH_ACTION_ADD "add"                   /* kind word, name */
#define CLINCH_ACTION_EDIT "edit"                 /* kind word, name, field name */
#define CLINCH_ACTION_EDIT_MANY "edit-many"       /* kind word, how many, field name */
#define CLINCH_ACTION_MOVE "move"                 /* name, stage */
#define CLINCH_ACTION_MOVE_MANY "move-many"       /* how many, stage */
#define CLINCH_ACTION_REORDER "reorder"           /* name */
#define CLINCH_ACTION_LOG "log"                   /* choice code of the follow-up, customer */
#define CLINCH_ACTION_LOG_MANY "log-many"         /* how many */
#define CLINCH_ACTION_IMPORT "import"             /* kind word, how many, file name */
#define CLINCH_ACTION_IMPORT_MANY "import-many"   /* how many; several files as one step */
#define CLINCH_ACTION_DELETE "delete"             /* kind word, name */
#define CLINCH_ACTION_DELETE_MANY "delete-many"   /* kind word, how many */
#define CLINCH_ACTION_MERGE "merge"               /* kind word, name, name of what stays */
#define CLINCH_ACTION_RESTORE "restore"           /* kind word, name */
#define CLINCH_ACTION_TAG "tag"                   /* customer, dimension, tags */
#define CLINCH_ACTION_CLEAR_TAGS "clear-tags"     /* customer, dimension */
#define CLINCH_ACTION_CONFIRM_TAGS "confirm-tags" /* customer, dimension */
#define CLINCH_ACTION_GRADE "grade"               /* customer, choice code of the grade */
#define CLINCH_ACTION_AUTO_GRADE "auto-grade"     /* customer */
#define CLINCH_ACTION_RULES "rules"               /* names of the rules */
#define CLINCH_ACTION_ASSESS "assess"             /* contact, judgements: "role=user power=inner" */
#define CLINCH_ACTION_REPORT_TO "report-to"       /* contact, the one above or "" */
#define CLINCH_ACTION_DRAW_LINE "draw-line"       /* contact, contact, choice code of the line */
#define CLINCH_ACTION_REMOVE_LINE "remove-line"   /* contact, contact */
#define CLINCH_ACTION_ADD_PLACEHOLDER "add-placeholder" /* placeholder, customer */
#define CLINCH_ACTION_NAME_PLACEHOLDER "name-placeholder" /* placeholder, contact */
#define CLINCH_ACTION_ADD_FACT "add-fact"         /* contact */
#define CLINCH_ACTION_ASK_HELP "ask-help"         /* member, customer */
#define CLINCH_ACTION_ANSWER_HELP "answer-help"   /* member, choice code of the state */
#define CLINCH_ACTION_WAIT "wait"                 /* opportunity, contact or "", department or "" */
#define CLINCH_ACTION_KEEP_FORECAST "keep-forecast" /* code of the period */
#define CLINCH_ACTION_SETTING "setting"           /* name of the setting */
#define CLINCH_ACTION_UNDO "undo"                 /* what was taken back, its arguments as JSON */
#define CLINCH_ACTION_REDO "redo"                 /* what came back, its arguments as JSON */

/**
 * clinch_step_is_bulk:
 * @action: (nullable): code of an action
 * @args: (nullable): JSON array of its texts
 *
 * Whether the step brought many records in at once, or took that back: it tells of a file and not
 * of what somebody did about one of the records.
 *
 * Returns: %TRUE for imports and the sample
 */
gboolean clinch_step_is_bulk (const char *action,
                              const char *args);

/**
 * clinch_step_label:
 * @action: (nullable): code of an action
 * @args: (nullable): JSON array of its texts
 *
 * The human label of a step in the language of the program: Move “Hangang MES” to Negotiation. It
 * is plain text, not markup.
 *
 * Returns: (transfer full): the label; the code itself where it is unknown (written by a later
 *   version)
 */
char *clinch_step_label (const char *action,
                         const char *args) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
