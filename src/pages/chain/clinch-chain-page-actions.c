// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be done to the people of a decision chain. Each action names its person, so that it
// means the same whatever has the keyboard when a menu is gone.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-actions.h"
#include "clinch-chain-dialogs.h"
#include "clinch-chain-judge-dialog.h"
#include "clinch-chain-page-private.h"
#include "clinch-chain-placeholder-dialog.h"
#include "clinch-new-record.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

#define CONTACT_KEY "clinch-contact"

static ClinchWorkspace *
workspace_of (ClinchChainPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static const ClinchChainFigure *
find_figure (ClinchChainPage *self,
             gint64           contact_id)
{
  int place = self->chain != NULL ? clinch_decision_chain_find (self->chain, contact_id) : -1;

  return place >= 0 ? clinch_decision_chain_person (self->chain, (guint) place) : NULL;
}

/* --- Popovers ------------------------------------------------------------------------------- */

static gboolean
drop_cb (gpointer user_data)
{
  if (gtk_widget_get_parent (user_data) != NULL)
    gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

/* What an item opens gives the keyboard back to whatever had it before. The item itself is carried
 * out after this, so the popover goes a little later. */
static void
closed_cb (GtkWidget       *popover,
           ClinchChainPage *self)
{
  if (self->origin != NULL)
    gtk_widget_grab_focus (self->origin);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_cb, g_object_ref (popover), g_object_unref);
}

static void
show_popover (ClinchChainPage *self,
              GtkWidget       *popover,
              GtkWidget       *at)
{
  graphene_rect_t bounds;

  g_set_weak_pointer (&self->popover, popover);
  g_set_weak_pointer (&self->origin, gtk_root_get_focus (gtk_widget_get_root (at)));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_DEFAULT);
  if (gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width,
                                                   (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        gint64      id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

/* The lines that begin at a person, each to be taken away. */
static void
append_lines (ClinchChainPage *self,
              GMenu           *menu,
              gint64           contact_id)
{
  int place = clinch_decision_chain_find (self->chain, contact_id);

  for (guint i = 0; i < self->chain->lines->len; i++)
    {
      const ClinchChainInfluence *line = self->chain->lines->pdata[i];
      g_autofree char *label = NULL;

      if (line->from != place)
        continue;
      /* Translators: the kind of a line, and whom it leads to. */
      label = g_strdup_printf (C_("decision chain", "Remove “%1$s %2$s”"), line->label,
                               clinch_decision_chain_name (self->chain, (guint) line->to));
      append (menu, label, "chain.remove-line", line->id);
    }
}

/* What can be done about a person. */
static void
append_steps (ClinchChainPage         *self,
              GMenu                   *menu,
              const ClinchChainFigure *figure)
{
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) second = g_menu_new ();
  g_autoptr(GMenu) third = g_menu_new ();
  gint64 contact_id = figure->id;

  if (!figure->person->known)
    {
      append (first, _("Say _Who It Is…"), "chain.name", contact_id);
      append (first, _("Is Somebody _Known…"), "chain.fill", contact_id);
    }
  append (first, _("_Judge…"), "chain.judge", contact_id);
  append (first, _("_Reports To…"), "chain.report-to", contact_id);
  append (first, _("Draw _Influence…"), "chain.influence", contact_id);
  append_lines (self, first, contact_id);
  append (second, _("_Log Contact…"), "chain.log", contact_id);
  append (second, _("Plan _Visit…"), "chain.visit", contact_id);
  append (second, _("Ask for _Help…"), "chain.help", contact_id);
  append (third, _("Add _Fact…"), "chain.fact", contact_id);
  append (third, _("_Edit…"), "chain.edit", contact_id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
}

/* Where nothing can be written there is only the person's page to go to. */
void
clinch_chain_page_pop_up (ClinchChainPage *self,
                          gint64           contact_id,
                          GtkWidget       *at)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  const ClinchChainFigure *figure = find_figure (self, contact_id);
  GtkWidget *popover;

  if (figure == NULL)
    return;

  append (menu, _("_Open"), "chain.open", contact_id);
  if (!clinch_workspace_is_read_only (workspace_of (self)))
    append_steps (self, menu, figure);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_row_name (figure->contact), -1);
  show_popover (self, popover, at);
}

/* --- Reporting lines ------------------------------------------------------------------------ */

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;

  clinch_page_finish (page, result, _("The reporting line was changed"));
}

void
clinch_chain_page_report_to (ClinchChainPage *self,
                             gint64           contact_id,
                             gint64           above_id)
{
  clinch_chain_action_report_to (workspace_of (self), contact_id, above_id, NULL, moved_cb,
                                 g_object_ref (self));
}

/* Where the menu was, or is. */
static GtkWidget *
find_place (ClinchChainPage *self,
            gint64           contact_id)
{
  GtkWidget *card = clinch_chain_map_get_card (self->map, contact_id);

  return card != NULL && gtk_widget_get_mapped (card) ? card
         : GTK_WIDGET (self->view_stack);
}

static gint64
contact_of (ClinchRecordPicker *picker)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (picker), CONTACT_KEY);
}

/* A choice among the others at the customer, for one of them. */
static ClinchRecordPicker *
make_picker (ClinchChainPage *self,
             gint64           contact_id,
             GCallback        picked)
{
  ClinchRecordPicker *picker = clinch_record_picker_new (workspace_of (self), CLINCH_KIND_CONTACT);
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_CONTACT);

  clinch_query_filter_int (query,
                           clinch_kind_field (CLINCH_KIND_CONTACT, CLINCH_CONTACT_CUSTOMER)->name,
                           CLINCH_FILTER_EQUAL, self->customer_id);
  clinch_record_picker_set_query (picker, query);
  clinch_record_picker_set_excluded (picker, contact_id);
  g_object_set_data_full (G_OBJECT (picker), CONTACT_KEY,
                          g_memdup2 (&contact_id, sizeof contact_id), g_free);
  g_signal_connect_object (picker, "picked", picked, self, G_CONNECT_DEFAULT);

  return picker;
}

static void
above_picked_cb (ClinchRecordPicker *picker,
                 gint64              id,
                 ClinchChainPage    *self)
{
  clinch_chain_page_report_to (self, contact_of (picker), id);
}

static void
report_to_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  ClinchRecordPicker *picker = make_picker (self, id, G_CALLBACK (above_picked_cb));
  g_autoptr(ClinchRecord) contact = clinch_workspace_get_record (workspace_of (self),
                                                                 CLINCH_KIND_CONTACT, id);

  clinch_record_picker_set_none_label (picker, C_("decision chain", "Nobody"));
  clinch_record_picker_set_current (picker, clinch_record_get_int (contact,
                                                                   CLINCH_CONTACT_REPORTS_TO));
  show_popover (self, GTK_WIDGET (picker), find_place (self, id));
}

/* --- Placeholders --------------------------------------------------------------------------- */

static void
name_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);
  const ClinchChainFigure *figure = find_figure (self, g_variant_get_int64 (parameter));

  if (figure != NULL)
    clinch_chain_dialogs_name (widget, workspace_of (self), figure->contact);
}

static void
filled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;

  clinch_page_finish (page, result, _("The placeholder has a name now"));
}

static void
known_picked_cb (ClinchRecordPicker *picker,
                 gint64              id,
                 ClinchChainPage    *self)
{
  clinch_chain_action_fill_placeholder (workspace_of (self), contact_of (picker), id, NULL,
                                        filled_cb, g_object_ref (self));
}

static void
fill_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  show_popover (self, GTK_WIDGET (make_picker (self, id, G_CALLBACK (known_picked_cb))),
                find_place (self, id));
}

/* --- The others ----------------------------------------------------------------------------- */

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  clinch_page_open (widget, CLINCH_KIND_CONTACT, g_variant_get_int64 (parameter));
}

static void
judge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);
  int place = self->chain != NULL
              ? clinch_decision_chain_find (self->chain, g_variant_get_int64 (parameter)) : -1;

  if (place >= 0)
    adw_dialog_present (clinch_chain_judge_dialog_new (workspace_of (self), widget, self->chain,
                                                       (guint) place), widget);
}

static void
influence_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);

  clinch_chain_dialogs_influence (widget, workspace_of (self), self->customer_id,
                                  g_variant_get_int64 (parameter));
}

static void
line_removed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;

  clinch_page_finish (page, result, _("The line was removed"));
}

static void
remove_line_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  clinch_chain_action_remove_line (workspace_of (CLINCH_CHAIN_PAGE (widget)),
                                   g_variant_get_int64 (parameter), NULL, line_removed_cb,
                                   g_object_ref (widget));
}

static void
fact_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  clinch_chain_dialogs_fact (widget, workspace_of (CLINCH_CHAIN_PAGE (widget)),
                             g_variant_get_int64 (parameter));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchWorkspace *workspace = workspace_of (CLINCH_CHAIN_PAGE (widget));
  g_autoptr(ClinchRecord) contact = clinch_workspace_get_record (workspace, CLINCH_KIND_CONTACT,
                                                                 g_variant_get_int64 (parameter));

  clinch_edit_contact (widget, workspace, contact);
}

static void
log_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.log-contact", "(xx)", g_variant_get_int64 (parameter),
                              CLINCH_CHAIN_PAGE (widget)->opportunity_id);
}

static void
visit_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  const ClinchChainFigure *figure = find_figure (self, id);

  clinch_chain_dialogs_visit (widget, workspace_of (self), self->customer_id,
                              self->opportunity_id, id,
                              figure != NULL ? clinch_row_name (figure->contact) : NULL,
                              figure != NULL ? figure->rhythm->due_at : 0);
}

static void
help_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);

  clinch_chain_dialogs_help (widget, workspace_of (self), self->customer_id, self->opportunity_id,
                             g_variant_get_int64 (parameter), 0);
}

static void
ask_member_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);
  gint64 contact_id;
  gint64 member_id;

  g_variant_get (parameter, "(xx)", &contact_id, &member_id);
  clinch_chain_dialogs_help (widget, workspace_of (self), self->customer_id, self->opportunity_id,
                             contact_id, member_id);
}

static void
accepted_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;

  clinch_page_finish (page, result, _("The answer was noted"));
}

static void
answer_help_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ClinchWorkspace *workspace = workspace_of (CLINCH_CHAIN_PAGE (widget));
  gint64 id;
  const char *state;

  g_variant_get (parameter, "(x&s)", &id, &state);
  if (g_str_equal (state, "accepted"))
    clinch_chain_action_answer_help (workspace, id, state, NULL, NULL, accepted_cb,
                                     g_object_ref (widget));
  else
    clinch_chain_dialogs_outcome (widget, workspace, id, state);
}

static void
add_person_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);

  clinch_new_contact (widget, workspace_of (self), self->customer_id);
}

static void
add_placeholder_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);

  adw_dialog_present (clinch_chain_placeholder_dialog_new (workspace_of (self), widget,
                                                           self->customer_id,
                                                           self->opportunity_id,
                                                           g_variant_get_string (parameter, NULL)),
                      widget);
}

static void
copy_questions_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ClinchChainPage *self = CLINCH_CHAIN_PAGE (widget);
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->chain == NULL)
    return;

  for (guint i = 0; i < self->chain->questions->len; i++)
    {
      const ClinchChainAsk *question = self->chain->questions->pdata[i];

      g_string_append_printf (text, "%s\n", question->text);
    }
  clinch_page_copy (widget, text->str, _("The questions were copied"));
}

static void
map_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (CLINCH_CHAIN_PAGE (widget)->map),
                              g_str_equal (action, "chain.save-map") ? "map.save" : "map.print",
                              NULL);
}

void
clinch_chain_page_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "chain.open", "x", open_action },
    { "chain.judge", "x", judge_action },
    { "chain.report-to", "x", report_to_action },
    { "chain.name", "x", name_action },
    { "chain.fill", "x", fill_action },
    { "chain.influence", "x", influence_action },
    { "chain.remove-line", "x", remove_line_action },
    { "chain.fact", "x", fact_action },
    { "chain.edit", "x", edit_action },
    { "chain.log", "x", log_action },
    { "chain.visit", "x", visit_action },
    { "chain.help", "x", help_action },
    { "chain.ask-member", "(xx)", ask_member_action },
    { "chain.answer-help", "(xs)", answer_help_action },
    { "chain.add-person", NULL, add_person_action },
    { "chain.add-placeholder", "s", add_placeholder_action },
    { "chain.copy-questions", NULL, copy_questions_action },
    { "chain.save-map", NULL, map_action },
    { "chain.print-map", NULL, map_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type,
                                     actions[i].activate);
}
