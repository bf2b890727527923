// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-store.h"

G_BEGIN_DECLS

#define CLINCH_COMMAND_DONE 0
#define CLINCH_COMMAND_REFUSED 1
#define CLINCH_COMMAND_USAGE 2

#define CLINCH_COMMAND_ERROR (clinch_command_error_quark ())

/**
 * ClinchCommandError:
 * @CLINCH_COMMAND_ERROR_USAGE: the command line is wrong
 */
typedef enum
{
  CLINCH_COMMAND_ERROR_USAGE,
} ClinchCommandError;

/**
 * ClinchCommandAccess:
 * @CLINCH_COMMAND_READ: reads the workspace
 * @CLINCH_COMMAND_WRITE: changes it
 * @CLINCH_COMMAND_CREATE: changes it, and makes it where there is none
 */
typedef enum
{
  CLINCH_COMMAND_READ,
  CLINCH_COMMAND_WRITE,
  CLINCH_COMMAND_CREATE,
} ClinchCommandAccess;

typedef struct _ClinchCommandRun ClinchCommandRun;

/**
 * ClinchCommandOption:
 * @name: without the hyphens
 * @value: (nullable): what stands for its value in the help, %NULL if it takes none
 * @help: untranslated: what it does
 */
typedef struct
{
  const char *name;
  const char *value;
  const char *help;
} ClinchCommandOption;

/**
 * ClinchCommand:
 * @name: the word
 * @usage: its arguments, as the help shows them
 * @summary: untranslated: what it does
 * @least: how many arguments it needs
 * @most: how many it takes, -1 for any number
 * @access: what it does to the workspace
 * @options: (nullable): its options besides --workspace, --json and --help, ended by an empty one
 * @prepare: (nullable): looks at the arguments before a workspace is opened
 * @read: what a reading command does, on a reading worker
 * @write: what a writing command does, inside a step
 *
 * A command of the command line.
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  int least;
  int most;
  ClinchCommandAccess access;
  const ClinchCommandOption *options;
  gboolean (*prepare) (ClinchCommandRun *run, GError **error);
  gboolean (*read) (ClinchCommandRun *run, ClinchDb *db, GError **error);
  gboolean (*write) (ClinchCommandRun *run, ClinchTxn *txn, GError **error);
} ClinchCommand;

/**
 * ClinchCommandProgress:
 * @run: a command at work
 * @done: how much is done
 * @total: how much there is
 *
 * Called on a worker.
 */
typedef void (*ClinchCommandProgress) (ClinchCommandRun *run,
                                       gint64            done,
                                       gint64            total);

/**
 * ClinchCommandRun:
 * @command: the command
 * @arguments: (array zero-terminated=1): its arguments
 * @n_arguments: how many
 * @workspace: folder of the workspace
 * @cwd: folder that relative paths start from
 * @json: whether the answer is for programs
 * @help: whether only help is wanted
 * @access: what it does to the workspace
 * @language: (nullable): language of a workspace that is made
 * @answers_in: (nullable): language of the answer where it is not the program's; the command is not
 *   left to a window then
 * @out: the answer
 * @err: what is said beside it
 * @members: members of the JSON object that a writing command answers with
 * @status: the exit status
 * @cancellable: what stops it
 * @progress: (nullable): who wants to know how far it is
 *
 * One command being carried out. It belongs to one thread at a time.
 */
struct _ClinchCommandRun
{
  const ClinchCommand *command;
  char **arguments;
  guint n_arguments;
  char *workspace;
  char *cwd;
  gboolean json;
  gboolean help;
  ClinchCommandAccess access;
  const char *language;
  const char *answers_in;
  GString *out;
  GString *err;
  GString *members;
  int status;
  GCancellable *cancellable;
  ClinchCommandProgress progress;
  /*< private >*/
  GHashTable *options;
  gint64 kind;
};

GQuark            clinch_command_error_quark    (void);

/* All commands, ended by one without a name. */
const ClinchCommand *clinch_command_list        (void);
const ClinchCommand *clinch_command_find        (const char             *name);

/* Reads a command line without the program's name. On failure the message ends with the usage. */
ClinchCommandRun *clinch_command_parse          (const char *const      *arguments,
                                                 const char             *cwd,
                                                 GError                **error);
void              clinch_command_run_free       (ClinchCommandRun       *run);

/* The value of an option, the last if it is given several times; NULL without it. */
const char       *clinch_command_option         (const ClinchCommandRun *run,
                                                 const char             *name);
/* All values of an option, ended by NULL; borrowed strings, the array is the caller's. */
const char      **clinch_command_options        (const ClinchCommandRun *run,
                                                 const char             *name);
/* A whole number; usage error where it is none or lies outside. */
gboolean          clinch_command_number         (const ClinchCommandRun *run,
                                                 const char             *name,
                                                 gint64                  least,
                                                 gint64                  most,
                                                 gint64                  preset,
                                                 gint64                 *value,
                                                 GError                **error);
/* An absolute path, from the folder in which the command was given. */
char             *clinch_command_path           (const ClinchCommandRun *run,
                                                 const char             *path);
void              clinch_command_usage_error    (const ClinchCommandRun *run,
                                                 GError                **error,
                                                 const char             *format,
                                                 ...) G_GNUC_PRINTF (3, 4);

/* Carries a command out in an open workspace; the answer is in @run when the callback comes. */
void              clinch_command_execute_async  (ClinchCommandRun       *run,
                                                 ClinchStore            *store,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);
void              clinch_command_execute_finish (ClinchCommandRun       *run,
                                                 GAsyncResult           *result);
/* Puts a reason into the answer, and the status that goes with it. */
void              clinch_command_fail           (ClinchCommandRun       *run,
                                                 const GError           *error);

char             *clinch_command_help           (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchCommandRun, clinch_command_run_free)

G_END_DECLS
