// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-field-row.h"

#include "clinch-actions.h"
#include "clinch-announce.h"
#include "clinch-field-row-private.h"
#include "clinch-field-text.h"

G_DEFINE_FINAL_TYPE (ClinchFieldRow, clinch_field_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const ClinchFieldEditor *
find_editor (const ClinchField *field)
{
  switch (field->type)
    {
    case CLINCH_FIELD_LONG_TEXT:
      return &clinch_field_editor_long_text;
    case CLINCH_FIELD_CHOICE:
    case CLINCH_FIELD_CURRENCY:
      return &clinch_field_editor_choice;
    case CLINCH_FIELD_REFERENCE:
      return &clinch_field_editor_reference;
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_INTEGER:
    case CLINCH_FIELD_MONEY:
    case CLINCH_FIELD_PERCENT:
    case CLINCH_FIELD_DATE:
    case CLINCH_FIELD_BIRTHDAY:
    case CLINCH_FIELD_INSTANT:
      return &clinch_field_editor_text;
    default:
      g_assert_not_reached ();
    }
}

const ClinchRow *
clinch_field_row_get_row (ClinchFieldRow *self)
{
  if (self->record != NULL)
    return clinch_record_get_row (self->record);

  return self->draft;
}

gboolean
clinch_field_row_is_editable (ClinchFieldRow *self)
{
  if (self->draft != NULL)
    return TRUE;

  return clinch_field_is_editable (self->field) && self->record != NULL
         && clinch_record_is_loaded (self->record) &&
         !clinch_record_is_deleted (self->record)
         && !clinch_workspace_is_read_only (self->workspace);
}

void
clinch_field_row_show_title (ClinchFieldRow *self,
                             gboolean        has_value)
{
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), has_value || self->placeholder != NULL);
}

static void
update_tooltip (ClinchFieldRow *self)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  g_autofree char *hint = NULL;

  if (row != NULL)
    hint = clinch_field_text_hint (row, self->field->index,
                                   clinch_workspace_get_currency (self->workspace));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
}

void
clinch_field_row_refresh (ClinchFieldRow *self)
{
  if (self->saving > 0)
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  self->refreshing = TRUE;
  self->editor->refresh (self);
  self->refreshing = FALSE;
  update_tooltip (self);
}

/* A save under way: the record it is for may not be the one that is shown when it is done. */
typedef struct
{
  ClinchFieldRow *row;
  ClinchRecord *record;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->row);
  g_object_unref (saving->record);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
report_elsewhere (ClinchFieldRow *self,
                  const GError   *error)
{
  g_autofree char *message = g_strdup_printf ("%s: %s", clinch_field_label (self->field),
                                              error->message);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  ClinchFieldRow *self = saving->row;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (self->record != saving->record)
    {
      if (error != NULL)
        report_elsewhere (self, error);
      return;
    }

  self->saving--;
  if (error != NULL)
    {
      self->typed = TRUE;
      clinch_field_row_set_error (self, error->message);
    }
  else if (self->saving == 0 && (changes->step_id == 0 || self->stale))
    {
      clinch_field_row_refresh (self);
    }
}

void
clinch_field_row_save (ClinchFieldRow *self,
                       ClinchRow      *changes)
{
  clinch_field_row_set_error (self, NULL);

  if (self->record != NULL)
    {
      Saving *saving = g_new0 (Saving, 1);
      gint64 id = clinch_record_get_id (self->record);

      saving->row = g_object_ref (self);
      saving->record = g_object_ref (self->record);
      self->saving++;
      clinch_action_edit (self->workspace, self->field->kind, &id, 1, changes, NULL, saved_cb,
                          saving);
    }
  else if (self->draft != NULL)
    {
      int n_fields;

      clinch_kind_fields (self->draft->kind, &n_fields);
      for (int i = 0; i < n_fields; i++)
        {
          if (!clinch_row_has (changes, i))
            continue;
          if (clinch_row_is_null (changes, i))
            clinch_row_set_null (self->draft, i);
          else if (clinch_field_is_integer (clinch_kind_field (self->draft->kind, i)))
            clinch_row_set_int (self->draft, i, clinch_row_int (changes, i));
          else
            clinch_row_set_text (self->draft, i, clinch_row_text (changes, i));
        }
      clinch_field_row_refresh (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

gboolean
clinch_field_row_save_text (ClinchFieldRow *self,
                            const char     *text)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  g_autoptr(ClinchRow) changes = clinch_row_new (self->field->kind);
  g_autoptr(GError) error = NULL;

  if (row == NULL)
    return TRUE;

  if (!clinch_field_text_read (row, self->field->index, text,
                               clinch_workspace_get_currency (self->workspace), changes,
                               &error))
    {
      clinch_field_row_set_error (self, error->message);
      return FALSE;
    }

  clinch_field_row_save (self, changes);
  return TRUE;
}

static void
focus_entered_cb (ClinchFieldRow *self)
{
  self->has_focus = TRUE;
  clinch_field_row_refresh (self);
}

static void
focus_left_cb (ClinchFieldRow *self)
{
  self->has_focus = FALSE;
  if (clinch_field_row_commit (self))
    clinch_field_row_refresh (self);
}

static void
list_row_activated_cb (ClinchFieldRow *self,
                       GtkListBoxRow  *row)
{
  if (GTK_LIST_BOX_ROW (self) == row && self->editor->activate != NULL)
    self->editor->activate (self);
}

/* The list tells of activated rows, the row itself does not. */
static void
parent_changed_cb (ClinchFieldRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->list_box != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->list_box, list_row_activated_cb, self);
      g_clear_weak_pointer (&self->list_box);
    }
  if (parent != NULL && GTK_IS_LIST_BOX (parent))
    {
      g_set_weak_pointer (&self->list_box, GTK_LIST_BOX (parent));
      g_signal_connect_object (parent, "row-activated", G_CALLBACK (list_row_activated_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
clinch_field_row_unmap (GtkWidget *widget)
{
  /* Whoever leaves the page in the middle of typing does not lose it. */
  clinch_field_row_commit (CLINCH_FIELD_ROW (widget));

  GTK_WIDGET_CLASS (clinch_field_row_parent_class)->unmap (widget);
}

/* The keyboard goes where something can be typed. */
static gboolean
clinch_field_row_grab_focus (GtkWidget *widget)
{
  ClinchFieldRow *self = CLINCH_FIELD_ROW (widget);

  if (gtk_widget_get_focusable (widget))
    return GTK_WIDGET_CLASS (clinch_field_row_parent_class)->grab_focus (widget);

  return gtk_widget_grab_focus (self->value);
}

/* On its way back the keyboard rests on a row before it leaves it. One that cannot have it would
 * put it into the value once more, and nobody would get out. */
static gboolean
clinch_field_row_move_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  if (!gtk_widget_get_focusable (widget))
    return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)),
                                   direction);

  return GTK_WIDGET_CLASS (clinch_field_row_parent_class)->focus (widget, direction);
}

static void
clinch_field_row_dispose (GObject *object)
{
  ClinchFieldRow *self = CLINCH_FIELD_ROW (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  if (self->target != NULL)
    g_signal_handlers_disconnect_by_data (self->target, self);
  g_clear_object (&self->record);
  g_clear_object (&self->target);
  g_clear_weak_pointer (&self->list_box);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->draft, clinch_row_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_FIELD_ROW);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_field_row_parent_class)->dispose (object);
}

static void
clinch_field_row_finalize (GObject *object)
{
  ClinchFieldRow *self = CLINCH_FIELD_ROW (object);

  g_free (self->placeholder);
  g_clear_pointer (&self->offered, clinch_query_unref);

  G_OBJECT_CLASS (clinch_field_row_parent_class)->finalize (object);
}

static void
clinch_field_row_class_init (ClinchFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_field_row_dispose;
  object_class->finalize = clinch_field_row_finalize;
  widget_class->grab_focus = clinch_field_row_grab_focus;
  widget_class->focus = clinch_field_row_move_focus;
  widget_class->unmap = clinch_field_row_unmap;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/widgets/field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchFieldRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchFieldRow, value_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchFieldRow, suffixes);
  gtk_widget_class_bind_template_child (widget_class, ClinchFieldRow, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, ClinchFieldRow, error_label);
}

static void
clinch_field_row_init (ClinchFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);
}

GtkWidget *
clinch_field_row_new (ClinchWorkspace *workspace,
                      ClinchKind       kind,
                      int              field)
{
  ClinchFieldRow *self = g_object_new (CLINCH_TYPE_FIELD_ROW, NULL);
  const char *label;

  self->workspace = g_object_ref (workspace);
  self->field = clinch_kind_field (kind, field);
  self->editor = find_editor (self->field);
  label = clinch_field_label (self->field);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  gtk_label_set_label (self->title_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->editor->create (self);
  clinch_field_row_refresh (self);

  return GTK_WIDGET (self);
}

static void
watch_record (ClinchFieldRow *self)
{
  const char *name = self->field->name;
  g_autofree char *own = g_strconcat ("notify::", name, NULL);
  g_autofree char *referred = g_strconcat ("notify::", name, "-name", NULL);
  const char *details[] = { own, "notify::loaded", "notify::deleted",
                            self->field->type == CLINCH_FIELD_REFERENCE ? referred : NULL,
                            self->field->type == CLINCH_FIELD_MONEY ? "notify::currency" : NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    if (details[i] != NULL)
      g_signal_connect_swapped (self->record, details[i], G_CALLBACK (clinch_field_row_refresh),
                                self);
}

void
clinch_field_row_set_record (ClinchFieldRow *self,
                             ClinchRecord   *record)
{
  g_return_if_fail (CLINCH_IS_FIELD_ROW (self));
  g_return_if_fail (record == NULL || clinch_record_get_kind (record) == self->field->kind);

  if (self->record == record)
    return;

  clinch_field_row_commit (self);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  self->typed = FALSE;
  self->saving = 0;
  clinch_field_row_set_error (self, NULL);
  if (record != NULL)
    watch_record (self);
  clinch_field_row_refresh (self);
}

void
clinch_field_row_set_draft (ClinchFieldRow *self,
                            ClinchRow      *draft)
{
  g_return_if_fail (CLINCH_IS_FIELD_ROW (self));
  g_return_if_fail (draft == NULL || draft->kind == self->field->kind);

  g_clear_pointer (&self->draft, clinch_row_unref);
  if (draft != NULL)
    self->draft = clinch_row_ref (draft);
  /* Enter takes the value, and in a dialog also presses its button. */
  if (GTK_IS_TEXT (self->value))
    gtk_text_set_activates_default (GTK_TEXT (self->value), draft != NULL);
  clinch_field_row_refresh (self);
}

int
clinch_field_row_get_field (ClinchFieldRow *self)
{
  g_return_val_if_fail (CLINCH_IS_FIELD_ROW (self), 0);

  return self->field->index;
}

void
clinch_field_row_set_placeholder (ClinchFieldRow *self,
                                  const char     *text)
{
  g_return_if_fail (CLINCH_IS_FIELD_ROW (self));

  if (g_set_str (&self->placeholder, text))
    clinch_field_row_refresh (self);
}

void
clinch_field_row_set_offered (ClinchFieldRow    *self,
                              const ClinchQuery *offered)
{
  g_return_if_fail (CLINCH_IS_FIELD_ROW (self));

  g_clear_pointer (&self->offered, clinch_query_unref);
  self->offered = offered != NULL ? clinch_query_copy (offered) : NULL;
}

gboolean
clinch_field_row_commit (ClinchFieldRow *self)
{
  g_return_val_if_fail (CLINCH_IS_FIELD_ROW (self), FALSE);

  return self->editor->commit == NULL || self->editor->commit (self);
}

void
clinch_field_row_focus (ClinchFieldRow *self)
{
  g_return_if_fail (CLINCH_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
clinch_field_row_set_error (ClinchFieldRow *self,
                            const char     *message)
{
  g_return_if_fail (CLINCH_IS_FIELD_ROW (self));

  if (message != NULL)
    {
      gtk_label_set_label (self->error_label, message);
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      clinch_announce (GTK_WIDGET (self), message);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
    }
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
