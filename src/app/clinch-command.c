// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands without a window: reading their lines, carrying them out as jobs of a store, and help.
// Nothing here knows whether the store is the window's or was opened for the command.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command.h"

#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The one option that everybody writes short. */
#define OUTPUT "output"
#define OUTPUT_SHORT "-o"

G_DEFINE_QUARK (clinch-command-error-quark, clinch_command_error)

static const ClinchCommandOption common_options[] = {
  { "workspace", "DIR", N_("The workspace, instead of the default one") },
  { "json", NULL, N_("Answer in JSON") },
  { "help", NULL, N_("Show this help") },
  { NULL, NULL, NULL },
};

const ClinchCommand *
clinch_command_find (const char *name)
{
  const ClinchCommand *commands = clinch_command_list ();

  for (int i = 0; commands[i].name != NULL; i++)
    if (g_strcmp0 (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

static char *
usage_line (const ClinchCommand *command)
{
  /* Translators: %1$s is a command, %2$s its arguments. */
  return g_strdup_printf (_("Usage: clinch %1$s %2$s"), command->name, command->usage);
}

void
clinch_command_usage_error (const ClinchCommandRun *run,
                            GError                **error,
                            const char             *format,
                            ...)
{
  g_autofree char *usage = usage_line (run->command);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, CLINCH_COMMAND_ERROR, CLINCH_COMMAND_ERROR_USAGE, "%s\n%s", message, usage);
}

static const ClinchCommandOption *
find_option (const ClinchCommandOption *options,
             const char                *name)
{
  for (int i = 0; options != NULL && options[i].name != NULL; i++)
    if (g_str_equal (options[i].name, name))
      return &options[i];

  return NULL;
}

static void
keep_option (ClinchCommandRun *run,
             const char       *name,
             const char       *value)
{
  GPtrArray *values = g_hash_table_lookup (run->options, name);

  if (values == NULL)
    {
      values = g_ptr_array_new_null_terminated (1, g_free, TRUE);
      g_hash_table_insert (run->options, g_strdup (name), values);
    }
  g_ptr_array_add (values, g_strdup (value));
}

/* Reads the option at @position, with its value behind "=" or in the next argument. */
static gboolean
read_option (ClinchCommandRun   *run,
             const char *const  *arguments,
             int                *position,
             GError            **error)
{
  const char *text = g_str_equal (arguments[*position], OUTPUT_SHORT) ? OUTPUT
                     : arguments[*position] + 2;
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, equals - text) : g_strdup (text);
  const ClinchCommandOption *option = find_option (common_options, name);

  if (option == NULL)
    option = find_option (run->command->options, name);
  if (option == NULL)
    {
      clinch_command_usage_error (run, error, _("There is no option “--%s”."), name);
      return FALSE;
    }
  if (option->value == NULL && equals != NULL)
    {
      clinch_command_usage_error (run, error, _("The option “--%s” takes no value."), name);
      return FALSE;
    }
  if (option->value != NULL && equals == NULL && arguments[*position + 1] == NULL)
    {
      clinch_command_usage_error (run, error, _("The option “--%s” needs a value."), name);
      return FALSE;
    }

  if (option->value == NULL)
    keep_option (run, name, "");
  else if (equals != NULL)
    keep_option (run, name, equals + 1);
  else
    keep_option (run, name, arguments[++*position]);

  return TRUE;
}

static gboolean
read_arguments (ClinchCommandRun   *run,
                const char *const  *arguments,
                GError            **error)
{
  g_autoptr(GStrvBuilder) positional = g_strv_builder_new ();
  gboolean options_end = FALSE;

  for (int i = 0; arguments[i] != NULL; i++)
    {
      if (!g_utf8_validate (arguments[i], -1, NULL))
        {
          clinch_command_usage_error (run, error, _("An argument is not valid UTF-8."));
          return FALSE;
        }
      if (!options_end && g_str_equal (arguments[i], "--"))
        options_end = TRUE;
      else if (!options_end && g_str_equal (arguments[i], "-h"))
        keep_option (run, "help", "");
      else if (!options_end && (g_str_has_prefix (arguments[i], "--")
                                || g_str_equal (arguments[i], OUTPUT_SHORT)))
        {
          if (!read_option (run, arguments, &i, error))
            return FALSE;
        }
      else
        g_strv_builder_add (positional, arguments[i]);
    }
  run->arguments = g_strv_builder_end (positional);
  run->n_arguments = g_strv_length (run->arguments);

  return TRUE;
}

static char *
default_workspace (void)
{
  return g_build_filename (g_get_user_data_dir (), "clinch", "Default.clinch", NULL);
}

static gboolean
check_run (ClinchCommandRun  *run,
           GError           **error)
{
  const ClinchCommand *command = run->command;
  const char *workspace = clinch_command_option (run, "workspace");

  if (run->n_arguments < (guint) command->least)
    {
      clinch_command_usage_error (run, error, _("Something is missing behind “%s”."),
                                  command->name);
      return FALSE;
    }
  if (command->most >= 0 && run->n_arguments > (guint) command->most)
    {
      clinch_command_usage_error (run, error, _("“%s” is one argument too many."),
                                  run->arguments[command->most]);
      return FALSE;
    }
  if (workspace != NULL && *workspace == '\0')
    {
      clinch_command_usage_error (run, error, _("The option “--%s” needs a value."), "workspace");
      return FALSE;
    }
  run->workspace = workspace != NULL ? clinch_command_path (run, workspace) : default_workspace ();
  run->access = command->access;

  return command->prepare == NULL || command->prepare (run, error);
}

ClinchCommandRun *
clinch_command_parse (const char *const  *arguments,
                      const char         *cwd,
                      GError            **error)
{
  g_autoptr(ClinchCommandRun) run = NULL;
  const ClinchCommand *command = clinch_command_find (arguments[0]);

  if (command == NULL)
    {
      g_set_error (error, CLINCH_COMMAND_ERROR, CLINCH_COMMAND_ERROR_USAGE,
                   _("There is no command “%s”. “clinch --help” lists all."), arguments[0]);
      return NULL;
    }

  run = g_new0 (ClinchCommandRun, 1);
  run->command = command;
  run->cwd = g_strdup (cwd);
  run->out = g_string_new (NULL);
  run->err = g_string_new (NULL);
  run->members = g_string_new (NULL);
  run->cancellable = g_cancellable_new ();
  run->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  if (!read_arguments (run, arguments + 1, error))
    return NULL;
  run->json = clinch_command_option (run, "json") != NULL;
  run->help = clinch_command_option (run, "help") != NULL;
  if (!run->help && !check_run (run, error))
    return NULL;

  return g_steal_pointer (&run);
}

void
clinch_command_run_free (ClinchCommandRun *run)
{
  g_strfreev (run->arguments);
  g_free (run->workspace);
  g_free (run->cwd);
  g_string_free (run->out, TRUE);
  g_string_free (run->err, TRUE);
  g_string_free (run->members, TRUE);
  g_object_unref (run->cancellable);
  g_hash_table_unref (run->options);
  g_free (run);
}

const char *
clinch_command_option (const ClinchCommandRun *run,
                       const char             *name)
{
  GPtrArray *values = g_hash_table_lookup (run->options, name);

  return values != NULL ? values->pdata[values->len - 1] : NULL;
}

const char **
clinch_command_options (const ClinchCommandRun *run,
                        const char             *name)
{
  GPtrArray *values = g_hash_table_lookup (run->options, name);
  guint n_values = values != NULL ? values->len : 0;
  const char **list = g_new0 (const char *, n_values + 1);

  for (guint i = 0; i < n_values; i++)
    list[i] = values->pdata[i];

  return list;
}

gboolean
clinch_command_number (const ClinchCommandRun *run,
                       const char             *name,
                       gint64                  least,
                       gint64                  most,
                       gint64                  preset,
                       gint64                 *value,
                       GError                **error)
{
  const char *text = clinch_command_option (run, name);
  g_autofree char *least_text = NULL;
  g_autofree char *most_text = NULL;

  *value = preset;
  if (text == NULL || g_ascii_string_to_signed (text, 10, least, most, value, NULL))
    return TRUE;

  least_text = g_strdup_printf ("%" G_GINT64_FORMAT, least);
  most_text = g_strdup_printf ("%" G_GINT64_FORMAT, most);
  clinch_command_usage_error (run, error,
                              /* Translators: an option, the least and the greatest value. */
                              _("--%1$s: “%2$s” is not a whole number from %3$s to %4$s."), name,
                              text, least_text, most_text);
  return FALSE;
}

char *
clinch_command_path (const ClinchCommandRun *run,
                     const char             *path)
{
  return g_canonicalize_filename (path, run->cwd);
}

void
clinch_command_fail (ClinchCommandRun *run,
                     const GError     *error)
{
  gboolean is_usage = g_error_matches (error, CLINCH_COMMAND_ERROR, CLINCH_COMMAND_ERROR_USAGE);

  g_string_truncate (run->out, 0);
  run->status = is_usage ? CLINCH_COMMAND_USAGE : CLINCH_COMMAND_REFUSED;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_string_append_printf (run->err, "%s\n", _("Cancelled. Nothing was changed."));
  else
    g_string_append_printf (run->err, "%s\n", error->message);
}

/* What a writing command answers with once it is done: what it says itself, then the step. */
static void
report_step (ClinchCommandRun      *run,
             const ClinchChangeSet *changes)
{
  g_autofree char *label = clinch_step_label (changes->action, changes->args);
  g_autofree char *number = NULL;

  if (run->json)
    {
      g_string_append_printf (run->out, "{%s\"step\":", run->members->str);
      if (changes->step_id != 0)
        g_string_append_printf (run->out, "%" G_GINT64_FORMAT, changes->step_id);
      else
        g_string_append (run->out, "null");
      g_string_append (run->out, ",\"label\":");
      clinch_command_json_text (run->out, changes->step_id != 0 ? label : NULL);
      g_string_append (run->out, "}\n");
      return;
    }

  number = g_strdup_printf ("%" G_GINT64_FORMAT, changes->step_id);
  if (changes->step_id != 0)
    /* Translators: %1$s says what was done, %2$s is the number of the step in the history. */
    g_string_append_printf (run->out, _("%1$s (step %2$s)\n"), label, number);
  else if (run->out->len == 0)
    g_string_append (run->out, _("Nothing to do.\n"));
}

static gpointer
read_job (ClinchDb  *db,
          gpointer   data,
          GError   **error)
{
  ClinchCommandRun *run = data;

  run->command->read (run, db, error);
  return NULL;
}

static gboolean
write_job (ClinchTxn  *txn,
           gpointer    data,
           GError    **error)
{
  ClinchCommandRun *run = data;

  return run->command->write (run, txn, error);
}

void
clinch_command_execute_async (ClinchCommandRun    *run,
                              ClinchStore         *store,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  if (run->access == CLINCH_COMMAND_READ)
    clinch_store_read_slow_async (store, read_job, run, NULL, NULL, run->cancellable, callback,
                                  user_data);
  else
    clinch_store_write_async (store, write_job, run, NULL, run->cancellable, callback, user_data);
}

void
clinch_command_execute_finish (ClinchCommandRun *run,
                               GAsyncResult     *result)
{
  g_autoptr(ClinchStore) store = CLINCH_STORE (g_async_result_get_source_object (result));
  g_autoptr(ClinchChangeSet) changes = NULL;
  g_autoptr(GError) error = NULL;

  if (run->access == CLINCH_COMMAND_READ)
    {
      /* The answer is in the run; the job has no other result. */
      gpointer nothing = clinch_store_read_finish (store, result, &error);

      g_assert (nothing == NULL);
    }
  else
    changes = clinch_store_write_finish (store, result, &error);

  if (error != NULL)
    clinch_command_fail (run, error);
  else if (changes != NULL)
    report_step (run, changes);
}

static void
append_options (GString                   *out,
                const ClinchCommandOption *options)
{
  for (int i = 0; options != NULL && options[i].name != NULL; i++)
    {
      g_autofree char *head = g_strdup_printf ("--%s%s%s", options[i].name,
                                               options[i].value != NULL ? " " : "",
                                               options[i].value != NULL ? options[i].value : "");

      g_string_append (out, "  ");
      clinch_command_pad (out, head, 34);
      g_string_append_printf (out, " %s\n", _(options[i].help));
    }
}

char *
clinch_command_dup_help (const ClinchCommand *command)
{
  GString *out = g_string_new (NULL);
  g_autofree char *usage = usage_line (command);

  g_string_append_printf (out, "%s\n\n%s\n\n%s\n", usage, _(command->summary), _("Options:"));
  append_options (out, command->options);
  append_options (out, common_options);

  return g_string_free (out, FALSE);
}

char *
clinch_command_help (void)
{
  const ClinchCommand *commands = clinch_command_list ();
  GString *out = g_string_new (NULL);
  int width = 0;

  for (int i = 0; commands[i].name != NULL; i++)
    width = MAX (width, (int) strlen (commands[i].name));
  g_string_append_printf (out, "%s\n\n%s\n\n%s\n", _("Usage: clinch [COMMAND …]"),
                          _("Without a command Clinch opens its window."), _("Commands:"));
  for (int i = 0; commands[i].name != NULL; i++)
    {
      g_string_append (out, "  ");
      clinch_command_pad (out, commands[i].name, width);
      g_string_append_printf (out, " %s\n", _(commands[i].summary));
    }
  g_string_append_printf (out, "\n%s\n",
                          _("“clinch COMMAND --help” says more about one; “clinch --version” shows "
                            "the version."));

  return g_string_free (out, FALSE);
}
