// SPDX-License-Identifier: GPL-3.0-or-later
//
// A command given in a terminal: finds out who carries it out, waits, prints.
//
// A window that has the workspace open holds its lock. It exports the interface of
// clinch-command-service.c, is asked first whether it has this very workspace, and then runs the
// command among its own jobs. Everybody else is not asked to start, so that a command never opens a
// window. Without an answer the workspace is opened here.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-line.h"

#include "clinch-app-language.h"
#include "clinch-clock.h"
#include "clinch-command.h"
#include "clinch-command-private.h"
#include "clinch-command-service.h"
#include "clinch-field-text.h"
#include "clinch-profile-derive.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A bus or window that does not answer within this time is done without. */
#define ASK_MILLISECONDS 3000
#define PROGRESS_MICROSECONDS 100000

/* Moves options in front of the command behind it. */
static void
put_command_first (GPtrArray *list,
                   guint      position)
{
  gpointer command = g_ptr_array_steal_index (list, position);

  g_ptr_array_insert (list, 0, command);
}

static gboolean
is_to_open (const char *argument)
{
  if (clinch_command_find (argument) != NULL)
    return FALSE;

  return g_file_test (argument, G_FILE_TEST_IS_REGULAR)
         || (g_str_has_suffix (argument, ".clinch") && g_file_test (argument, G_FILE_TEST_IS_DIR));
}

/* What the window shall open in front, then what is the toolkit's to understand. */
static GStrv
list_for_window (GPtrArray  *list,
                 guint       position,
                 const char *folder)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (folder != NULL)
    g_strv_builder_take (builder, g_canonicalize_filename (folder, NULL));
  for (guint i = 0; i < list->len; i++)
    if (i >= position || g_str_has_prefix (list->pdata[i], "--gapplication"))
      g_strv_builder_add (builder, list->pdata[i]);

  return g_strv_builder_end (builder);
}

ClinchCommandLineKind
clinch_command_line_sort (char ***arguments)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  const char *folder = NULL;
  guint position = 0;
  GStrv sorted;

  for (int i = 0; (*arguments)[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup ((*arguments)[i]));

  while (position < list->len && g_str_has_prefix (list->pdata[position], "-"))
    {
      const char *option = list->pdata[position++];

      if (g_str_equal (option, "--help") || g_str_equal (option, "-h"))
        return CLINCH_COMMAND_LINE_HELP;
      if (g_str_equal (option, "--version"))
        return CLINCH_COMMAND_LINE_VERSION;
      if (g_str_has_prefix (option, "--workspace="))
        folder = strchr (option, '=') + 1;
      else if (g_str_equal (option, "--workspace") && position < list->len)
        folder = list->pdata[position++];
    }

  if (position == list->len || is_to_open (list->pdata[position]))
    {
      sorted = list_for_window (list, position, folder);
      g_strfreev (*arguments);
      *arguments = sorted;
      return CLINCH_COMMAND_LINE_WINDOW;
    }

  put_command_first (list, position);
  g_strfreev (*arguments);
  *arguments = g_strdupv ((char **) list->pdata);

  return CLINCH_COMMAND_LINE_COMMAND;
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Where there is a bus without having to start one. */
static gboolean
has_bus (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);
  const char *address = g_getenv ("DBUS_SESSION_BUS_ADDRESS");

  if (address != NULL)
    return *address != '\0' && !g_str_has_prefix (address, "disabled:")
           && !g_str_has_prefix (address, "autolaunch:");

  return g_file_test (socket, G_FILE_TEST_EXISTS);
}

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr(GCancellable) cancellable = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GDBusConnection *connection;
  guint timeout;

  if (!has_bus ())
    return NULL;

  cancellable = g_cancellable_new ();
  timeout = g_timeout_add (ASK_MILLISECONDS, cancel_cb, cancellable);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, keep_result_cb, &result);
  wait_for (&result);
  g_source_remove (timeout);
  connection = g_bus_get_finish (result, &error);
  if (connection == NULL)
    g_debug ("No session bus: %s", error->message);
  else
    g_dbus_connection_set_exit_on_close (connection, FALSE);

  return connection;
}

static GVariant *
call_service (GDBusConnection  *connection,
              const char       *method,
              GVariant         *parameters,
              const char       *answer,
              int               timeout,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  g_dbus_connection_call (connection, APP_ID, CLINCH_COMMAND_SERVICE_PATH,
                          CLINCH_COMMAND_SERVICE_INTERFACE, method,
                          parameters, G_VARIANT_TYPE (answer), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                          timeout, cancellable,
                          keep_result_cb, &result);
  wait_for (&result);

  return g_dbus_connection_call_finish (connection, result, error);
}

/* The command with the workspace that is meant here, since the window's own default may be
 * another. */
static char **
remote_arguments (const ClinchCommandRun *run,
                  const char *const      *arguments)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, arguments[0]);
  g_strv_builder_take (builder, g_strconcat ("--workspace=", run->workspace, NULL));
  for (int i = 1; arguments[i] != NULL; i++)
    g_strv_builder_add (builder, arguments[i]);

  return g_strv_builder_end (builder);
}

/* Returns TRUE if a window had the workspace open and has answered. */
static gboolean
run_in_window (ClinchCommandRun  *run,
               const char *const *arguments)
{
  g_autoptr(GDBusConnection) connection = connect_to_bus ();
  g_auto(GStrv) remote = NULL;
  g_autoptr(GVariant) holds = NULL;
  g_autoptr(GVariant) answer = NULL;
  g_autoptr(GError) error = NULL;
  const char *out;
  const char *err;
  gboolean held;

  if (connection == NULL)
    return FALSE;
  holds = call_service (connection, "Holds", g_variant_new ("(s)", run->workspace), "(b)",
                        ASK_MILLISECONDS, NULL, NULL);
  if (holds == NULL)
    return FALSE;
  g_variant_get (holds, "(b)", &held);
  if (!held)
    return FALSE;

  remote = remote_arguments (run, arguments);
  answer = call_service (connection, "Run", g_variant_new ("(^ass)", remote, run->cwd), "(iss)",
                         G_MAXINT,
                         run->cancellable, &error);
  if (answer == NULL)
    {
      g_dbus_error_strip_remote_error (error);
      clinch_command_fail (run, error);
      return TRUE;
    }
  g_variant_get (answer, "(i&s&s)", &run->status, &out, &err);
  g_string_append (run->out, out);
  g_string_append (run->err, err);

  return TRUE;
}

static ClinchStore *
open_store (ClinchCommandRun *run)
{
  static const ClinchStoreOpen modes[] = {
    [CLINCH_COMMAND_READ] = CLINCH_STORE_OPEN_READ_ONLY,
    [CLINCH_COMMAND_WRITE] = CLINCH_STORE_OPEN_WRITE,
    [CLINCH_COMMAND_CREATE] = CLINCH_STORE_OPEN_CREATE,
  };
  g_autofree char *parent = g_path_get_dirname (run->workspace);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ClinchStore *store;

  if (run->access == CLINCH_COMMAND_CREATE)
    g_mkdir_with_parents (parent, 0700);
  clinch_profile_install ();
  clinch_field_text_install ();
  clinch_store_open_async (run->workspace, modes[run->access], run->language, run->cancellable,
                           keep_result_cb, &result);
  wait_for (&result);
  store = clinch_store_open_finish (result, &error);
  if (store == NULL)
    clinch_command_fail (run, error);

  return store;
}

/* A workspace that was made for a command that failed goes again: what is in it is what every empty
 * one has. */
static void
remove_new_workspace (const char *directory)
{
  static const char *const files[] = { "workspace.db", "workspace.db-wal", "workspace.db-shm",
                                       "workspace.lock" };
  static const char *const folders[] = { "files", "backups" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (directory, files[i], NULL);

      g_unlink (path);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (directory, folders[i], NULL);

      g_rmdir (path);
    }
  g_rmdir (directory);
}

static void
run_here (ClinchCommandRun *run)
{
  gboolean is_new = !g_file_test (run->workspace, G_FILE_TEST_EXISTS);
  ClinchStore *store = open_store (run);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GError) error = NULL;

  if (store == NULL)
    {
      if (is_new && run->access == CLINCH_COMMAND_CREATE)
        remove_new_workspace (run->workspace);
      return;
    }

  clinch_command_execute_async (run, store, keep_result_cb, &result);
  wait_for (&result);
  clinch_command_execute_finish (run, result);
  clinch_store_close_async (store, keep_result_cb, &closed);
  wait_for (&closed);
  if (!clinch_store_close_finish (store, closed, &error))
    clinch_command_fail (run, error);
  g_object_unref (store);
  if (is_new && run->access == CLINCH_COMMAND_CREATE && run->status != CLINCH_COMMAND_DONE)
    remove_new_workspace (run->workspace);
}

static void
progress_cb (ClinchCommandRun *run,
             gint64            done,
             gint64            total)
{
  static gint64 last;
  gint64 now = g_get_monotonic_time ();

  if (total <= 0 || (now - last < PROGRESS_MICROSECONDS && done < total))
    return;
  last = now;
  fprintf (stderr, "\r%3d%%", (int) (done * 100 / total));
  fflush (stderr);
}

static int
finish (ClinchCommandRun *run)
{
  if (run->progress != NULL)
    fputs ("\r     \r", stderr);
  fputs (run->out->str, stdout);
  fputs (run->err->str, stderr);
  /* An answer that could not be written (a full disk, a closed pipe) is no success. */
  if (fflush (stdout) != 0 && run->status == CLINCH_COMMAND_DONE)
    return CLINCH_COMMAND_REFUSED;

  return run->status;
}

/* Only here: a window goes on in its own language. */
static gboolean
speak (ClinchCommandRun *run)
{
  gboolean chinese = g_str_equal (run->answers_in, "zh");
  const char *locale;

  clinch_app_language_apply (chinese ? "zh_CN" : "en");
  locale = setlocale (LC_MESSAGES, NULL);
  if (!chinese || (!g_str_equal (locale, "C") && !g_str_has_prefix (locale, "C.")))
    return TRUE;

  g_string_append_printf (run->err, "%s\n", _("For Chinese the system needs a locale such as "
                                              "zh_CN.UTF-8, which is not installed."));
  run->status = CLINCH_COMMAND_REFUSED;
  return FALSE;
}

int
clinch_command_line_run (const char *const *arguments)
{
  g_autofree char *cwd = g_get_current_dir ();
  g_autoptr(ClinchCommandRun) run = NULL;
  g_autoptr(GError) error = NULL;
  guint interrupt;
  guint terminate;

  run = clinch_command_parse (arguments, cwd, &error);
  if (run == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return CLINCH_COMMAND_USAGE;
    }
  if (run->help)
    {
      g_autofree char *help = clinch_command_dup_help (run->command);

      fputs (help, stdout);
      return CLINCH_COMMAND_DONE;
    }
  if (!clinch_clock_check (&error))
    {
      fprintf (stderr, "%s\n", error->message);
      return CLINCH_COMMAND_REFUSED;
    }

  interrupt = g_unix_signal_add (SIGINT, cancel_cb, run->cancellable);
  terminate = g_unix_signal_add (SIGTERM, cancel_cb, run->cancellable);
  if (run->answers_in != NULL ? speak (run) : !run_in_window (run, arguments))
    {
      if (isatty (STDERR_FILENO))
        run->progress = progress_cb;
      run_here (run);
    }
  g_source_remove (interrupt);
  g_source_remove (terminate);

  return finish (run);
}
