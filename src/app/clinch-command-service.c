// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's side of the command line: an object on the session bus.
//
//   Holds (s workspace) → (b)                       whether the window has this workspace open
//   Run (as arguments, s folder) → (i, s, s)        carries a command out: status, answer, what is
//   said beside it
//
// The work is done by the workers of the store; the main loop only passes it on. Where the caller
// goes away before the answer is there (Ctrl+C) the command is cancelled, and with it all it has
// written.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-service.h"

#include "clinch-command.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _ClinchCommandService
{
  GDBusConnection *connection;
  ClinchCommandStoreFunc get_store;
  gpointer user_data;
  guint registration;
};

static const char introspection[] =
  "<node>"
  "  <interface name='" CLINCH_COMMAND_SERVICE_INTERFACE "'>"
  "    <method name='Holds'>"
  "      <arg name='workspace' type='s' direction='in'/>"
  "      <arg name='holds' type='b' direction='out'/>"
  "    </method>"
  "    <method name='Run'>"
  "      <arg name='arguments' type='as' direction='in'/>"
  "      <arg name='folder' type='s' direction='in'/>"
  "      <arg name='status' type='i' direction='out'/>"
  "      <arg name='out' type='s' direction='out'/>"
  "      <arg name='err' type='s' direction='out'/>"
  "    </method>"
  "  </interface>"
  "</node>";

/* A command on its way: who waits for it. */
typedef struct
{
  GDBusMethodInvocation *invocation;
  ClinchCommandRun *run;
  guint watch;
} Pending;

static gboolean
is_same_folder (const char *a,
                const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static ClinchStore *
store_for (ClinchCommandService *self,
           const char           *workspace)
{
  ClinchStore *store = self->get_store (self->user_data);

  return store != NULL && is_same_folder (clinch_store_get_directory (store), workspace) ? store
         : NULL;
}

static void
answer (GDBusMethodInvocation  *invocation,
        const ClinchCommandRun *run)
{
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(iss)", run->status, run->out->str,
                                                        run->err->str));
}

static void
answer_usage (GDBusMethodInvocation *invocation,
              const GError          *error)
{
  g_autofree char *text = g_strconcat (error->message, "\n", NULL);

  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(iss)", CLINCH_COMMAND_USAGE, "", text));
}

static void
caller_gone_cb (GDBusConnection *connection,
                const char      *name,
                gpointer         user_data)
{
  g_cancellable_cancel (((Pending *) user_data)->run->cancellable);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Pending *pending = user_data;

  g_bus_unwatch_name (pending->watch);
  clinch_command_execute_finish (pending->run, result);
  answer (pending->invocation, pending->run);
  clinch_command_run_free (pending->run);
  g_free (pending);
}

static void
run_command (ClinchCommandService  *self,
             GDBusMethodInvocation *invocation,
             const char *const     *arguments,
             const char            *folder)
{
  g_autoptr(ClinchCommandRun) run = NULL;
  g_autoptr(GError) error = NULL;
  ClinchStore *store;
  Pending *pending;

  if (arguments[0] != NULL)
    run = clinch_command_parse (arguments, folder, &error);
  if (run == NULL || run->help)
    {
      if (error == NULL)
        g_set_error_literal (&error, CLINCH_COMMAND_ERROR, CLINCH_COMMAND_ERROR_USAGE,
                             _("There is no command."));
      answer_usage (invocation, error);
      return;
    }
  store = store_for (self, run->workspace);
  if (store == NULL)
    {
      g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_FAILED,
                                                     _("The window has closed this workspace. Try "
                                                       "again."));
      return;
    }

  pending = g_new0 (Pending, 1);
  pending->invocation = invocation;
  pending->run = g_steal_pointer (&run);
  pending->watch = g_bus_watch_name_on_connection (self->connection,
                                                   g_dbus_method_invocation_get_sender (invocation),
                                                   G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                                   caller_gone_cb, pending, NULL);
  clinch_command_execute_async (pending->run, store, done_cb, pending);
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  ClinchCommandService *self = user_data;

  if (g_str_equal (method, "Holds"))
    {
      const char *workspace;

      g_variant_get (parameters, "(&s)", &workspace);
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(b)",
                                                            store_for (self, workspace) != NULL));
    }
  else
    {
      g_autofree const char **arguments = NULL;
      const char *folder;

      g_variant_get (parameters, "(^a&s&s)", &arguments, &folder);
      run_command (self, invocation, arguments, folder);
    }
}

ClinchCommandService *
clinch_command_service_new (GDBusConnection        *connection,
                            ClinchCommandStoreFunc  get_store,
                            gpointer                user_data,
                            GError                **error)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb };
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, error);
  ClinchCommandService *self;

  if (node == NULL)
    return NULL;

  self = g_new0 (ClinchCommandService, 1);
  self->connection = g_object_ref (connection);
  self->get_store = get_store;
  self->user_data = user_data;
  self->registration = g_dbus_connection_register_object (connection, CLINCH_COMMAND_SERVICE_PATH,
                                                          node->interfaces[0],
                                                          &table, self, NULL, error);
  if (self->registration == 0)
    g_clear_pointer (&self, clinch_command_service_free);

  return self;
}

void
clinch_command_service_free (ClinchCommandService *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  g_object_unref (self->connection);
  g_free (self);
}
