// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-tests"

#include "config.h"

#include "clinch-test-window.h"

#include "clinch-resources.h"

#include <locale.h>

#define PATIENCE_SECONDS 20

void
clinch_test_ui_init (int    *argc,
                     char ***argv)
{
  g_autoptr(GtkCssProvider) style = NULL;

  setlocale (LC_ALL, "");
  g_setenv ("CLINCH_NOW", "2026-11-23T09:00:00+08:00", TRUE);
  g_test_init (argc, argv, NULL);
  adw_init ();
  clinch_resources_init ();

  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
give_up_cb (gpointer data)
{
  gboolean *gave_up = data;

  *gave_up = TRUE;
  return G_SOURCE_CONTINUE;
}

void
clinch_test_wait_at (ClinchTestCondition  condition,
                     gpointer             data,
                     const char          *name,
                     const char          *place)
{
  gboolean gave_up = FALSE;
  guint source = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, &gave_up);

  while (!gave_up && !condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  if (gave_up)
    g_error ("%s: “%s” did not come about", place, name);
}

void
clinch_test_settle (ClinchTestWindow *self)
{
  clinch_test_store_settle (clinch_workspace_get_store (self->workspace));
}

static void
toast_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ClinchTestWindow *self = user_data;
  const char *message;

  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING))
    message = g_variant_get_string (parameter, NULL);
  else
    g_variant_get (parameter, "(&sx)", &message, NULL);
  g_ptr_array_add (self->toasts, g_strdup (message));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ClinchTestWindow *self = user_data;
  const char *word;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &word, &id);
  g_ptr_array_add (self->opened, g_strdup_printf ("%s %" G_GINT64_FORMAT, word, id));
}

static void
show_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ClinchTestWindow *self = user_data;

  g_ptr_array_add (self->opened, g_strdup (g_variant_get_string (parameter, NULL)));
}

static void
log_contact_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ClinchTestWindow *self = user_data;
  gint64 contact_id;
  gint64 opportunity_id;

  g_variant_get (parameter, "(xx)", &contact_id, &opportunity_id);
  g_ptr_array_add (self->opened,
                   g_strdup_printf ("log %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, contact_id,
                                    opportunity_id));
}

static void
add_actions (ClinchTestWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "toast", .activate = toast_cb, .parameter_type = "s" },
    { .name = "toast-undo", .activate = toast_cb, .parameter_type = "(sx)" },
    { .name = "open", .activate = open_cb, .parameter_type = "(sx)" },
    { .name = "log-contact", .activate = log_contact_cb, .parameter_type = "(xx)" },
    { .name = "show-page", .activate = show_page_cb, .parameter_type = "s" },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  ClinchTestWindow *self = user_data;
  g_autoptr(GError) error = NULL;

  self->workspace = clinch_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return ((ClinchTestWindow *) data)->workspace != NULL;
}

ClinchTestWindow *
clinch_test_window_new (ClinchTestStore *store)
{
  ClinchTestWindow *self = g_new0 (ClinchTestWindow, 1);

  self->store = store;
  self->toasts = g_ptr_array_new_with_free_func (g_free);
  self->opened = g_ptr_array_new_with_free_func (g_free);
  clinch_test_store_close (store);
  clinch_workspace_open_async (store->directory, CLINCH_STORE_OPEN_WRITE, NULL, NULL, opened_cb,
                               self);
  clinch_test_wait (is_open, self);

  self->window = g_object_ref_sink (GTK_WINDOW (adw_window_new ()));
  gtk_window_set_default_size (self->window, 900, 700);
  add_actions (self);

  return self;
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  ClinchTestWindow *self = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_true (clinch_workspace_close_finish (CLINCH_WORKSPACE (object), result, &error));
  g_assert_no_error (error);
  self->window = NULL;
}

static gboolean
is_closed (gpointer data)
{
  return ((ClinchTestWindow *) data)->window == NULL;
}

static gboolean
is_held_once (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static AdwDialog *
get_dialog (ClinchTestWindow *self)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

/* One that has slid out is not visible any more, but still there. */
static gboolean
holds_no_dialog (gpointer data)
{
  if (ADW_IS_DIALOG (data))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (data); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!holds_no_dialog (child))
      return FALSE;

  return TRUE;
}

/* A dialog that is still sliding out when its window goes would keep what is in it for ever. */
static void
drop_dialogs (ClinchTestWindow *self)
{
  AdwDialog *dialog;

  while ((dialog = get_dialog (self)) != NULL)
    adw_dialog_force_close (dialog);
  clinch_test_wait (holds_no_dialog, self->window);
}

/* A page with the keyboard would be remembered by its parent as what has it, when that has gone. */
static void
set_content (ClinchTestWindow *self,
             GtkWidget        *child)
{
  gtk_window_set_focus (self->window, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), child);
}

void
clinch_test_window_free (ClinchTestWindow *self)
{
  drop_dialogs (self);
  set_content (self, NULL);
  clinch_test_settle (self);
  gtk_window_destroy (self->window);
  g_object_unref (self->window);
  clinch_workspace_close_async (self->workspace, closed_cb, self);
  clinch_test_wait (is_closed, self);
  clinch_test_wait (is_held_once, self->workspace);
  g_assert_finalize_object (self->workspace);
  clinch_test_store_free (self->store);
  g_ptr_array_unref (self->toasts);
  g_ptr_array_unref (self->opened);
  g_free (self);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

void
clinch_test_window_show (ClinchTestWindow *self,
                         GtkWidget        *child)
{
  set_content (self, child);
  gtk_window_present (self->window);
  clinch_test_wait (is_mapped, child);
  clinch_test_settle (self);
}

gboolean
clinch_test_dialog_is_open (AdwDialog *dialog)
{
  return dialog != NULL && gtk_widget_get_mapped (adw_dialog_get_child (dialog));
}

static gboolean
has_dialog (gpointer data)
{
  return clinch_test_dialog_is_open (get_dialog (data));
}

AdwDialog *
clinch_test_window_wait_dialog (ClinchTestWindow *self)
{
  clinch_test_wait (has_dialog, self);

  return get_dialog (self);
}

gboolean
clinch_test_window_has_no_dialog (gpointer self)
{
  return get_dialog (self) == NULL;
}

static gboolean
is_loaded (gpointer data)
{
  return clinch_record_is_loaded (data);
}

ClinchRecord *
clinch_test_window_record (ClinchTestWindow *self,
                           ClinchKind        kind,
                           gint64            id)
{
  ClinchRecord *record = clinch_workspace_get_record (self->workspace, kind, id);

  clinch_test_wait (is_loaded, record);
  return record;
}

/* Keys that a class binds are shortcuts rather than handlers. */
static gboolean
run_shortcut (GtkWidget       *widget,
              GListModel      *shortcuts,
              guint            key,
              GdkModifierType  state)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == state
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                           GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
offer_key (GtkWidget       *widget,
           gboolean         capture,
           guint            key,
           GdkModifierType  state)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      GtkPropagationPhase phase = gtk_event_controller_get_propagation_phase (controller);
      gboolean taken = FALSE;

      if (phase == GTK_PHASE_NONE || (phase == GTK_PHASE_CAPTURE) != capture)
        continue;
      if (GTK_IS_SHORTCUT_CONTROLLER (controller)
          && run_shortcut (widget, G_LIST_MODEL (controller), key, state))
        return TRUE;
      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
      if (taken)
        return TRUE;
    }

  return FALSE;
}

gboolean
clinch_test_key (GtkWidget       *widget,
                 guint            key,
                 GdkModifierType  state)
{
  g_autoptr(GPtrArray) path = g_ptr_array_new ();

  for (GtkWidget *step = widget; step != NULL; step = gtk_widget_get_parent (step))
    g_ptr_array_add (path, step);
  for (guint i = path->len; i > 0; i--)
    if (offer_key (path->pdata[i - 1], TRUE, key, state))
      return TRUE;
  for (guint i = 0; i < path->len; i++)
    if (offer_key (path->pdata[i], FALSE, key, state))
      return TRUE;

  return FALSE;
}

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (text == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
  if (GTK_IS_EDITABLE (widget))
    return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);

  return clinch_test_find (widget, GTK_TYPE_LABEL, text) != NULL;
}

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

char *
clinch_test_clipboard_text (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb, &text);
  clinch_test_wait (is_set, &text);

  return text;
}

GtkWidget *
clinch_test_find (GtkWidget  *root,
                  GType       type,
                  const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_visible (root)
      && shows_text (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? clinch_test_find (child, type, text)
                         : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}
