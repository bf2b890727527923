// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-preferences-dialog.h"

#include "clinch-actions.h"
#include "clinch-field-row.h"
#include "clinch-money.h"
#include "clinch-page.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

struct _ClinchPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *language_row;
  AdwComboRow *color_scheme_row;
  AdwComboRow *start_page_row;
  AdwPreferencesGroup *workspace_group;
  GtkMenuButton *me_button;
  GtkLabel *me_label;
  GtkWidget *currency_group;
  AdwComboRow *currency_row;

  ClinchFieldRow *name_row;
  GSettings *settings;
  ClinchWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (ClinchPreferencesDialog, clinch_preferences_dialog,
                     ADW_TYPE_PREFERENCES_DIALOG)

typedef struct
{
  const char *value;
  const char *label;
} Choice;

/* Languages are named in themselves, so that whoever reads only one of them finds it. */
static const Choice languages[] = {
  { "system", NC_ ("choice", "Follow the System") },
  { "en", "English" },
  { "zh_CN", "中文" },
};

static const Choice color_schemes[] = {
  { "default", NC_ ("choice", "Follow the System") },
  { "light", NC_ ("choice", "Light") },
  { "dark", NC_ ("choice", "Dark") },
};

static const Choice start_pages[] = {
  { "last", NC_ ("choice", "The One Shown Last") },
  { "board", NC_ ("choice", "Board") },
  { "customers", NC_ ("choice", "Customers") },
  { "history", NC_ ("choice", "History") },
};

static const char *const currencies[] = { "CNY", "USD", "EUR", "GBP", "HKD", "JPY", "TWD", NULL };

#define CHOICES_KEY "clinch-choices"
#define SETTING_KEY "clinch-setting"

static void
selected_cb (AdwComboRow             *row,
             GParamSpec              *pspec,
             ClinchPreferencesDialog *self)
{
  const Choice *choices = g_object_get_data (G_OBJECT (row), CHOICES_KEY);
  const char *key = g_object_get_data (G_OBJECT (row), SETTING_KEY);
  g_autofree char *value = g_settings_get_string (self->settings, key);
  const char *chosen = choices[adw_combo_row_get_selected (row)].value;

  if (!g_str_equal (value, chosen))
    g_settings_set_string (self->settings, key, chosen);
}

static void
setting_changed_cb (AdwComboRow *row,
                    const char  *key,
                    GSettings   *settings)
{
  const Choice *choices = g_object_get_data (G_OBJECT (row), CHOICES_KEY);
  guint n_choices = g_list_model_get_n_items (adw_combo_row_get_model (row));
  g_autofree char *value = g_settings_get_string (settings, key);

  for (guint i = 0; i < n_choices; i++)
    if (g_str_equal (choices[i].value, value))
      adw_combo_row_set_selected (row, i);
}

static void
fill_row (ClinchPreferencesDialog *self,
          AdwComboRow             *row,
          const char              *key,
          const Choice            *choices,
          gsize                    n_choices)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  for (gsize i = 0; i < n_choices; i++)
    gtk_string_list_append (labels, g_dpgettext2 (NULL, "choice", choices[i].label));
  g_object_set_data (G_OBJECT (row), CHOICES_KEY, (gpointer) choices);
  g_object_set_data (G_OBJECT (row), SETTING_KEY, (gpointer) key);
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  setting_changed_cb (row, key, self->settings);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  g_signal_connect_object (self->settings, signal, G_CALLBACK (setting_changed_cb), row,
                           G_CONNECT_SWAPPED);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinchPreferencesDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes == NULL)
    clinch_page_report (GTK_WIDGET (self), error);
}

static void
member_picked_cb (ClinchRecordPicker      *picker,
                  gint64                   id,
                  ClinchPreferencesDialog *self)
{
  gtk_popover_popdown (GTK_POPOVER (picker));
  clinch_action_set_me (self->workspace, id, written_cb, g_object_ref (self));
}

static void
show_me (ClinchPreferencesDialog *self)
{
  ClinchRecord *me = clinch_workspace_get_me (self->workspace);
  GtkPopover *picker = gtk_menu_button_get_popover (self->me_button);

  gtk_label_set_label (self->me_label, me != NULL ? clinch_record_get_name (me) : _("Choose…"));
  clinch_field_row_set_record (self->name_row, me);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), me != NULL);
  clinch_record_picker_set_current (CLINCH_RECORD_PICKER (picker),
                                    me != NULL ? clinch_record_get_id (me) : 0);
}

static void
currency_selected_cb (ClinchPreferencesDialog *self)
{
  GListModel *codes = g_object_get_data (G_OBJECT (self->currency_row), CHOICES_KEY);
  const char *code = gtk_string_list_get_string (GTK_STRING_LIST (codes),
                                                 adw_combo_row_get_selected (self->currency_row));

  if (!g_str_equal (code, clinch_workspace_get_currency (self->workspace)))
    clinch_action_set_setting (self->workspace, "currency", code, written_cb, g_object_ref (self));
}

static void
fill_currencies (ClinchPreferencesDialog *self)
{
  const char *current = clinch_workspace_get_currency (self->workspace);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  GtkStringList *codes = gtk_string_list_new (currencies);
  guint selected = 0;

  if (!g_strv_contains (currencies, current))
    gtk_string_list_append (codes, current);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (codes)); i++)
    {
      const char *code = gtk_string_list_get_string (codes, i);
      g_autofree char *label = g_strdup_printf ("%s  %s", code, clinch_money_symbol (code));

      gtk_string_list_append (labels, label);
      if (g_str_equal (code, current))
        selected = i;
    }
  g_object_set_data_full (G_OBJECT (self->currency_row), CHOICES_KEY, codes, g_object_unref);
  adw_combo_row_set_model (self->currency_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->currency_row, selected);
  g_signal_connect_object (self->currency_row, "notify::selected",
                           G_CALLBACK (currency_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_workspace (ClinchPreferencesDialog *self)
{
  ClinchRecordPicker *picker = clinch_record_picker_new (self->workspace, CLINCH_KIND_MEMBER);
  gboolean can_write = !clinch_workspace_is_read_only (self->workspace);

  g_signal_connect_object (picker, "picked", G_CALLBACK (member_picked_cb), self, 0);
  gtk_menu_button_set_popover (self->me_button, GTK_WIDGET (picker));
  self->name_row = CLINCH_FIELD_ROW (clinch_field_row_new (self->workspace, CLINCH_KIND_MEMBER,
                                                           CLINCH_MEMBER_NAME));
  adw_preferences_group_add (self->workspace_group, GTK_WIDGET (self->name_row));
  g_signal_connect_object (self->workspace, "notify::me", G_CALLBACK (show_me), self,
                           G_CONNECT_SWAPPED);
  show_me (self);
  fill_currencies (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->workspace_group), can_write);
  gtk_widget_set_sensitive (self->currency_group, can_write);
  if (!can_write)
    adw_preferences_group_set_description (self->workspace_group,
                                           _("The workspace is open for reading only."));
}

static void
clinch_preferences_dialog_dispose (GObject *object)
{
  ClinchPreferencesDialog *self = CLINCH_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_preferences_dialog_parent_class)->dispose (object);
}

static void
clinch_preferences_dialog_class_init (ClinchPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/app/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchPreferencesDialog, color_scheme_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchPreferencesDialog, start_page_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchPreferencesDialog, workspace_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchPreferencesDialog, me_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchPreferencesDialog, me_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchPreferencesDialog, currency_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchPreferencesDialog, currency_row);
}

static void
clinch_preferences_dialog_init (ClinchPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
clinch_preferences_dialog_new (GSettings       *settings,
                               ClinchWorkspace *workspace)
{
  ClinchPreferencesDialog *self = g_object_new (CLINCH_TYPE_PREFERENCES_DIALOG, NULL);

  self->settings = g_object_ref (settings);
  fill_row (self, self->language_row, "language", languages, G_N_ELEMENTS (languages));
  fill_row (self, self->color_scheme_row, "color-scheme", color_schemes,
            G_N_ELEMENTS (color_schemes));
  fill_row (self, self->start_page_row, "start-page", start_pages, G_N_ELEMENTS (start_pages));
  gtk_widget_set_visible (GTK_WIDGET (self->workspace_group), workspace != NULL);
  gtk_widget_set_visible (self->currency_group, workspace != NULL);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      fill_workspace (self);
    }

  return ADW_DIALOG (self);
}
