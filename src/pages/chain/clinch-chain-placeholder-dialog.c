// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-placeholder-dialog.h"

#include "clinch-chain-actions.h"
#include "clinch-chain-choice.h"
#include "clinch-page.h"

#include <glib/gi18n-lib.h>

#define WIDTH 420

struct _ClinchChainPlaceholderDialog
{
  AdwDialog parent_instance;

  ClinchWorkspace *workspace;
  GtkWidget *parent; /* not owned: the dialog stands over it */
  GtkWidget *role;
  GtkWidget *level;
  GtkWidget *department;
  gint64 customer_id;
  gint64 opportunity_id;
};

G_DEFINE_FINAL_TYPE (ClinchChainPlaceholderDialog, clinch_chain_placeholder_dialog,
                     ADW_TYPE_DIALOG)

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) parent = user_data;

  clinch_page_finish (parent, result, _("The placeholder was added"));
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ClinchChainPlaceholderDialog *self = CLINCH_CHAIN_PLACEHOLDER_DIALOG (widget);
  const char *department = gtk_editable_get_text (GTK_EDITABLE (self->department));
  ClinchPlaceholderRequest request = {
    .customer_id = self->customer_id,
    .opportunity_id = self->opportunity_id,
    .role = clinch_chain_choice_get_code (self->role),
    .level = clinch_chain_choice_get_code (self->level),
    .department = *department != '\0' ? department : NULL,
  };

  clinch_chain_action_add_placeholder (self->workspace, &request, NULL, added_cb,
                                       g_object_ref (self->parent));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* Nobody can be looked for of whom nothing is said. */
static void
changed_cb (ClinchChainPlaceholderDialog *self)
{
  gboolean said = clinch_chain_choice_get_code (self->role) != NULL
                  || clinch_chain_choice_get_code (self->level) != NULL
                  || *gtk_editable_get_text (GTK_EDITABLE (self->department)) != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "placeholder.add", said);
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_bar (void)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *add = make_button (_("_Add"), "placeholder.add");

  gtk_widget_add_css_class (add, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), make_button (_("_Cancel"),
                                                                "placeholder.cancel"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), add);

  return bar;
}

static void
fill (ClinchChainPlaceholderDialog *self,
      const char                   *role)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  self->role = clinch_chain_choice_new (CLINCH_KIND_ASSESSMENT, CLINCH_ASSESSMENT_ROLE, role);
  self->level = clinch_chain_choice_new (CLINCH_KIND_CONTACT, CLINCH_CONTACT_LEVEL, NULL);
  self->department = adw_entry_row_new ();
  adw_preferences_row_set_title (
    ADW_PREFERENCES_ROW (self->department),
    clinch_field_label (clinch_kind_field (CLINCH_KIND_CONTACT, CLINCH_CONTACT_DEPARTMENT)));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->department), TRUE);
  g_signal_connect_object (self->role, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->department, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Somebody who must exist, and whom nobody knows yet"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->role);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->level);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->department);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_bar ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), self->role);
  changed_cb (self);
}

static void
clinch_chain_placeholder_dialog_finalize (GObject *object)
{
  ClinchChainPlaceholderDialog *self = CLINCH_CHAIN_PLACEHOLDER_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (clinch_chain_placeholder_dialog_parent_class)->finalize (object);
}

static void
clinch_chain_placeholder_dialog_class_init (ClinchChainPlaceholderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_chain_placeholder_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "placeholder.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "placeholder.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "placeholder.add", NULL);
}

static void
clinch_chain_placeholder_dialog_init (ClinchChainPlaceholderDialog *self)
{
}

AdwDialog *
clinch_chain_placeholder_dialog_new (ClinchWorkspace *workspace,
                                     GtkWidget       *parent,
                                     gint64           customer_id,
                                     gint64           opportunity_id,
                                     const char      *role)
{
  ClinchChainPlaceholderDialog *self = g_object_new (CLINCH_TYPE_CHAIN_PLACEHOLDER_DIALOG, "title",
                                                     _("New Placeholder"), "content-width", WIDTH,
                                                     NULL);

  self->workspace = g_object_ref (workspace);
  g_set_weak_pointer (&self->parent, parent);
  self->customer_id = customer_id;
  self->opportunity_id = opportunity_id;
  fill (self, role);

  return ADW_DIALOG (self);
}
