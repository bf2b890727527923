// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is typed is read by the logic of quick entry, with the record it stands on as what is
// certain. Each answer goes into a draft, except for those fields that were chosen by hand.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-follow-up-entry.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-field-row.h"
#include "clinch-page.h"
#include "clinch-quick-entry.h"
#include "clinch-record-list.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

struct _ClinchFollowUpEntry
{
  AdwBin parent_instance;

  GtkEntry *entry;
  GtkWidget *save_button;
  GtkRevealer *revealer;
  GtkLabel *several_label;
  GtkMenuButton *way_button;
  GtkMenuButton *day_button;
  GtkMenuButton *contact_button;
  GtkMenuButton *opportunity_button;
  GtkMenuButton *next_button;
  GtkCalendar *calendar;
  GtkPopover *next_popover;
  GtkListBox *next_list;
  ClinchRecordPicker *contact_picker;
  ClinchRecordPicker *opportunity_picker;
  ClinchFieldRow *next_step_row;
  ClinchFieldRow *next_date_row;

  ClinchWorkspace *workspace;
  ClinchRecord *record;
  ClinchRecord *customer;
  ClinchRecordList *contacts;
  ClinchRecordList *opportunities;
  GPtrArray *drafts;  /* ClinchQuickDraft */
  ClinchRow *row;     /* what will be saved where there is one draft */
  guint64 chosen;     /* fields of it that were chosen by hand */
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (ClinchFollowUpEntry, clinch_follow_up_entry, ADW_TYPE_BIN)

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static void
read_today (char today[CLINCH_DATE_SIZE])
{
  clinch_clock_today (today);
}

static const char *
typed_text (ClinchFollowUpEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* The record it stands on, if that is of @kind; else 0. */
static gint64
own_id (ClinchFollowUpEntry *self,
        ClinchKind           kind)
{
  return clinch_record_get_kind (self->record) == kind ? clinch_record_get_id (self->record) : 0;
}

/* What the text can be about. The strings belong to the records, which the arrays hold. */
typedef struct
{
  ClinchQuickCustomer customer;
  GArray *contacts;
  GArray *opportunities;
  GPtrArray *held;
  char today[CLINCH_DATE_SIZE];
  ClinchQuickContext context;
} Meaning;

static void
meaning_clear (Meaning *meaning)
{
  g_clear_pointer (&meaning->contacts, g_array_unref);
  g_clear_pointer (&meaning->opportunities, g_array_unref);
  g_clear_pointer (&meaning->held, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meaning, meaning_clear)

static void
add_contacts (ClinchFollowUpEntry *self,
              Meaning             *meaning)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->contacts)); i++)
    {
      ClinchRecord *record = g_list_model_get_item (G_LIST_MODEL (self->contacts), i);
      const ClinchQuickContact contact = {
        .id = clinch_record_get_id (record),
        .customer = meaning->customer.id,
        .name = clinch_record_get_name (record),
        .title = clinch_record_get_text (record, CLINCH_CONTACT_TITLE),
      };

      g_ptr_array_add (meaning->held, record);
      g_array_append_val (meaning->contacts, contact);
    }
}

static void
add_opportunities (ClinchFollowUpEntry *self,
                   Meaning             *meaning)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->opportunities)); i++)
    {
      ClinchRecord *record = g_list_model_get_item (G_LIST_MODEL (self->opportunities), i);
      const ClinchQuickOpportunity opportunity = {
        .id = clinch_record_get_id (record),
        .customer = meaning->customer.id,
        .name = clinch_record_get_name (record),
        .owner = clinch_record_get_int (record, CLINCH_OPPORTUNITY_OWNER),
        .is_open = TRUE,
      };

      g_ptr_array_add (meaning->held, record);
      g_array_append_val (meaning->opportunities, opportunity);
    }
}

static void
fill_meaning (ClinchFollowUpEntry *self,
              Meaning             *meaning)
{
  ClinchRecord *me = clinch_workspace_get_me (self->workspace);

  meaning->contacts = g_array_new (FALSE, FALSE, sizeof (ClinchQuickContact));
  meaning->opportunities = g_array_new (FALSE, FALSE, sizeof (ClinchQuickOpportunity));
  meaning->held = g_ptr_array_new_with_free_func (g_object_unref);
  read_today (meaning->today);
  meaning->customer.id = clinch_record_get_id (self->customer);
  meaning->customer.name = clinch_record_get_name (self->customer);
  meaning->customer.short_name = clinch_record_get_text (self->customer,
                                                         CLINCH_CUSTOMER_SHORT_NAME);
  meaning->customer.owner = clinch_record_get_int (self->customer, CLINCH_CUSTOMER_OWNER);
  add_contacts (self, meaning);
  add_opportunities (self, meaning);

  meaning->context = (ClinchQuickContext) {
    .customers = &meaning->customer,
    .n_customers = 1,
    .contacts = (ClinchQuickContact *) meaning->contacts->data,
    .n_contacts = meaning->contacts->len,
    .opportunities = (ClinchQuickOpportunity *) meaning->opportunities->data,
    .n_opportunities = meaning->opportunities->len,
    .today = meaning->today,
    .me = me != NULL ? clinch_record_get_id (me) : 0,
    .customer = meaning->customer.id,
    .opportunity = own_id (self, CLINCH_KIND_OPPORTUNITY),
  };
}

static gint64
draft_instant (const ClinchQuickDraft *draft)
{
  if (draft->minutes < 0)
    return clinch_date_to_instant (draft->date, 12, clinch_clock_timezone ());

  return clinch_date_to_instant (draft->date, draft->minutes / 60, clinch_clock_timezone ())
         + draft->minutes % 60 * 60;
}

static void
set_reference (ClinchRow *row,
               int        field,
               gint64     id)
{
  if (id != 0)
    clinch_row_set_int (row, field, id);
  else
    clinch_row_set_null (row, field);
}

/* What was recognised, except where the user knows better. Today without a time is now, which the
 * store fills in. */
static void
fill_row (ClinchFollowUpEntry    *self,
          ClinchRow              *row,
          const ClinchQuickDraft *draft,
          guint64                 except)
{
  char today[CLINCH_DATE_SIZE];
  gint64 opportunity = own_id (self, CLINCH_KIND_OPPORTUNITY);
  gint64 contact = own_id (self, CLINCH_KIND_CONTACT);

  if (contact == 0 && draft->n_contacts > 0)
    contact = draft->contacts[0].id;
  read_today (today);
  clinch_row_set_text (row, CLINCH_FOLLOW_UP_TEXT, draft->body);
  clinch_row_set_int (row, CLINCH_FOLLOW_UP_CUSTOMER, clinch_record_get_id (self->customer));
  if (!(except & BIT (CLINCH_FOLLOW_UP_OPPORTUNITY)))
    set_reference (row, CLINCH_FOLLOW_UP_OPPORTUNITY,
                   opportunity != 0 ? opportunity : draft->opportunity.id);
  if (!(except & BIT (CLINCH_FOLLOW_UP_TYPE)))
    clinch_row_set_text (row, CLINCH_FOLLOW_UP_TYPE, clinch_quick_kind_to_code (draft->kind));
  if (!(except & BIT (CLINCH_FOLLOW_UP_CONTACT)))
    set_reference (row, CLINCH_FOLLOW_UP_CONTACT, contact);
  if (!(except & BIT (CLINCH_FOLLOW_UP_NEXT_STEP)))
    clinch_row_set_text (row, CLINCH_FOLLOW_UP_NEXT_STEP, draft->next_step);
  if (!(except & BIT (CLINCH_FOLLOW_UP_NEXT_DATE)))
    clinch_row_set_text (row, CLINCH_FOLLOW_UP_NEXT_DATE, draft->next_date);
  if (except & BIT (CLINCH_FOLLOW_UP_HAPPENED))
    return;
  if (draft->minutes < 0 && g_str_equal (draft->date, today))
    clinch_row_set_null (row, CLINCH_FOLLOW_UP_HAPPENED);
  else
    clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, draft_instant (draft));
}

static void
set_chip (GtkMenuButton *button,
          const char    *label,
          const char    *what)
{
  /* Translators: for a screen reader; what a chip stands for and what it says. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), what, label);

  gtk_menu_button_set_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static char *
day_label (ClinchFollowUpEntry *self)
{
  gint64 happened = clinch_row_int (self->row, CLINCH_FOLLOW_UP_HAPPENED);
  char today[CLINCH_DATE_SIZE];
  char date[CLINCH_DATE_SIZE];

  read_today (today);
  clinch_date_from_instant (happened != 0 ? happened : clinch_clock_now (),
                            clinch_clock_timezone (), date);
  return clinch_date_format (date, today);
}

static char *
next_label (ClinchFollowUpEntry *self)
{
  const char *step = clinch_row_text (self->row, CLINCH_FOLLOW_UP_NEXT_STEP);
  const char *date = clinch_row_text (self->row, CLINCH_FOLLOW_UP_NEXT_DATE);
  char today[CLINCH_DATE_SIZE];
  g_autofree char *day = NULL;

  read_today (today);
  day = clinch_date_format (date, today);
  if (step != NULL && date != NULL)
    return g_strdup_printf (_("Next: %1$s · %2$s"), step, day);
  if (step != NULL || date != NULL)
    return g_strdup_printf (_("Next: %s"), step != NULL ? step : day);

  return g_strdup (_("No next step"));
}

static char *
record_label (ClinchFollowUpEntry *self,
              int                  field,
              const char          *none)
{
  const ClinchField *info = clinch_kind_field (CLINCH_KIND_FOLLOW_UP, field);
  gint64 id = clinch_row_int (self->row, field);
  g_autoptr(ClinchRecord) record = NULL;

  if (id == 0)
    return g_strdup (none);

  record = clinch_workspace_get_record (self->workspace, info->target, id);
  return g_strdup (clinch_record_get_name (record));
}

static void
show_chips (ClinchFollowUpEntry *self)
{
  gboolean is_several = self->drafts != NULL && self->drafts->len > 1;
  const char *way = clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP,
                                         clinch_row_text (self->row, CLINCH_FOLLOW_UP_TYPE));
  g_autofree char *day = day_label (self);
  g_autofree char *contact = record_label (self, CLINCH_FOLLOW_UP_CONTACT, _("No contact"));
  g_autofree char *opportunity = record_label (self, CLINCH_FOLLOW_UP_OPPORTUNITY,
                                               _("No opportunity"));
  g_autofree char *next = next_label (self);

  set_chip (self->way_button, way, _("Way"));
  set_chip (self->day_button, day, _("Day"));
  set_chip (self->contact_button, contact, _("Contact"));
  set_chip (self->opportunity_button, opportunity, _("Opportunity"));
  set_chip (self->next_button, next, _("Next Step"));
  gtk_widget_set_visible (GTK_WIDGET (self->way_button), !is_several);
  gtk_widget_set_visible (GTK_WIDGET (self->day_button), !is_several);
  gtk_widget_set_visible (GTK_WIDGET (self->contact_button), !is_several
                          && own_id (self, CLINCH_KIND_CONTACT) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->opportunity_button), !is_several
                          && own_id (self, CLINCH_KIND_OPPORTUNITY) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !is_several);
  gtk_widget_set_visible (GTK_WIDGET (self->several_label), is_several);
  if (is_several)
    {
      g_autofree char *several =
        g_strdup_printf (ngettext ("%u follow-up", "%u follow-ups", self->drafts->len),
                                                  self->drafts->len);

      gtk_label_set_label (self->several_label, several);
    }
}

static void
read_text (ClinchFollowUpEntry *self)
{
  g_auto(Meaning) meaning = { 0 };

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  fill_meaning (self, &meaning);
  self->drafts = clinch_quick_entry_resolve (typed_text (self), &meaning.context);
  if (self->drafts->len > 0)
    fill_row (self, self->row, self->drafts->pdata[0], self->chosen);
  show_chips (self);
}

static void
text_changed_cb (ClinchFollowUpEntry *self)
{
  gboolean has_text = *typed_text (self) != '\0';

  if (self->record == NULL)
    return;

  if (has_text)
    read_text (self);
  gtk_revealer_set_reveal_child (self->revealer, has_text);
  gtk_widget_set_sensitive (self->save_button, has_text);
}

static void
begin_anew (ClinchFollowUpEntry *self)
{
  self->chosen = 0;
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->row, clinch_row_unref);
  self->row = clinch_row_new (CLINCH_KIND_FOLLOW_UP);
  clinch_field_row_set_draft (self->next_step_row, self->row);
  clinch_field_row_set_draft (self->next_date_row, self->row);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchFollowUpEntry) self = user_data;

  self->saving = FALSE;
  if (clinch_page_finish (GTK_WIDGET (self), result, NULL))
    begin_anew (self);
}

static void
save_cb (ClinchFollowUpEntry *self)
{
  if (self->saving || self->drafts == NULL || self->drafts->len == 0)
    return;

  self->saving = TRUE;
  if (self->drafts->len > 1)
    {
      g_autoptr(GPtrArray) rows =
        g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);

      for (guint i = 0; i < self->drafts->len; i++)
        {
          ClinchRow *row = clinch_row_new (CLINCH_KIND_FOLLOW_UP);

          fill_row (self, row, self->drafts->pdata[i], 0);
          g_ptr_array_add (rows, row);
        }
      clinch_action_add_follow_ups (self->workspace, rows, NULL, saved_cb, g_object_ref (self));
      return;
    }

  clinch_field_row_commit (self->next_step_row);
  clinch_field_row_commit (self->next_date_row);
  if (clinch_row_is_null (self->row, CLINCH_FOLLOW_UP_TEXT))
    clinch_row_set_text (self->row, CLINCH_FOLLOW_UP_TEXT, typed_text (self));
  clinch_action_add (self->workspace, self->row, NULL, saved_cb, g_object_ref (self));
}

static void
return_to_text (ClinchFollowUpEntry *self)
{
  show_chips (self);
  gtk_entry_grab_focus_without_selecting (self->entry);
}

static void
way_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ClinchFollowUpEntry *self = user_data;

  self->chosen |= BIT (CLINCH_FOLLOW_UP_TYPE);
  clinch_row_set_text (self->row, CLINCH_FOLLOW_UP_TYPE, g_variant_get_string (parameter, NULL));
  return_to_text (self);
}

static void
day_selected_cb (ClinchFollowUpEntry *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  char today[CLINCH_DATE_SIZE];

  read_today (today);
  self->chosen |= BIT (CLINCH_FOLLOW_UP_HAPPENED);
  if (g_str_equal (date, today))
    clinch_row_set_null (self->row, CLINCH_FOLLOW_UP_HAPPENED);
  else
    clinch_row_set_int (self->row, CLINCH_FOLLOW_UP_HAPPENED,
                        clinch_date_to_instant (date, 12, clinch_clock_timezone ()));
  gtk_menu_button_popdown (self->day_button);
  return_to_text (self);
}

static void
contact_picked_cb (ClinchFollowUpEntry *self,
                   gint64               id)
{
  self->chosen |= BIT (CLINCH_FOLLOW_UP_CONTACT);
  set_reference (self->row, CLINCH_FOLLOW_UP_CONTACT, id);
  return_to_text (self);
}

static void
opportunity_picked_cb (ClinchFollowUpEntry *self,
                       gint64               id)
{
  self->chosen |= BIT (CLINCH_FOLLOW_UP_OPPORTUNITY);
  set_reference (self->row, CLINCH_FOLLOW_UP_OPPORTUNITY, id);
  return_to_text (self);
}

static void
next_changed_cb (ClinchFollowUpEntry *self,
                 ClinchFieldRow      *row)
{
  self->chosen |= BIT (clinch_field_row_get_field (row));
  show_chips (self);
}

static void
next_closed_cb (ClinchFollowUpEntry *self)
{
  clinch_field_row_commit (self->next_step_row);
  clinch_field_row_commit (self->next_date_row);
  return_to_text (self);
}

static void
make_ways (ClinchFollowUpEntry *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("way", G_VARIANT_TYPE_STRING);
  g_autoptr(GMenu) menu = g_menu_new ();
  const ClinchChoiceValue *values;
  int n_values;

  g_signal_connect_object (action, "activate", G_CALLBACK (way_action), self, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "entry", G_ACTION_GROUP (group));
  values = clinch_choice_values (CLINCH_CHOICE_FOLLOW_UP, &n_values);
  for (int i = 0; i < n_values; i++)
    {
      g_autoptr(GMenuItem) item = NULL;

      item = g_menu_item_new (clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP, values[i].code), NULL);
      g_menu_item_set_action_and_target (item, "entry.way", "s", values[i].code);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->way_button, G_MENU_MODEL (menu));
}

static void
make_pickers (ClinchFollowUpEntry *self)
{
  self->contact_picker = clinch_record_picker_new (self->workspace, CLINCH_KIND_CONTACT);
  clinch_record_picker_set_none_label (self->contact_picker, _("No contact"));
  g_signal_connect_object (self->contact_picker, "picked", G_CALLBACK (contact_picked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->contact_button, GTK_WIDGET (self->contact_picker));

  self->opportunity_picker = clinch_record_picker_new (self->workspace, CLINCH_KIND_OPPORTUNITY);
  clinch_record_picker_set_none_label (self->opportunity_picker, _("No opportunity"));
  g_signal_connect_object (self->opportunity_picker, "picked", G_CALLBACK (opportunity_picked_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->opportunity_button, GTK_WIDGET (self->opportunity_picker));
}

static ClinchFieldRow *
add_next_row (ClinchFollowUpEntry *self,
              int                  field)
{
  GtkWidget *row = clinch_field_row_new (self->workspace, CLINCH_KIND_FOLLOW_UP, field);

  gtk_list_box_append (self->next_list, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (next_changed_cb), self, G_CONNECT_SWAPPED);

  return CLINCH_FIELD_ROW (row);
}

static void
clinch_follow_up_entry_dispose (GObject *object)
{
  ClinchFollowUpEntry *self = CLINCH_FOLLOW_UP_ENTRY (object);

  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_FOLLOW_UP_ENTRY);
  g_clear_object (&self->customer);
  g_clear_object (&self->contacts);
  g_clear_object (&self->opportunities);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_follow_up_entry_parent_class)->dispose (object);
}

static void
clinch_follow_up_entry_finalize (GObject *object)
{
  ClinchFollowUpEntry *self = CLINCH_FOLLOW_UP_ENTRY (object);

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->row, clinch_row_unref);

  G_OBJECT_CLASS (clinch_follow_up_entry_parent_class)->finalize (object);
}

static void
clinch_follow_up_entry_class_init (ClinchFollowUpEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_follow_up_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinch_follow_up_entry_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/timeline/"
                                               "follow-up-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, save_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, revealer);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, several_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, way_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, day_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, contact_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, opportunity_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, next_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, calendar);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, next_popover);
  gtk_widget_class_bind_template_child (widget_class, ClinchFollowUpEntry, next_list);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_closed_cb);
}

static void
clinch_follow_up_entry_init (ClinchFollowUpEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinch_follow_up_entry_new (ClinchWorkspace *workspace)
{
  ClinchFollowUpEntry *self = g_object_new (CLINCH_TYPE_FOLLOW_UP_ENTRY, NULL);

  self->workspace = g_object_ref (workspace);
  self->contacts = clinch_record_list_new (workspace, NULL);
  self->opportunities = clinch_record_list_new (workspace, NULL);
  make_ways (self);
  make_pickers (self);
  self->next_step_row = add_next_row (self, CLINCH_FOLLOW_UP_NEXT_STEP);
  self->next_date_row = add_next_row (self, CLINCH_FOLLOW_UP_NEXT_DATE);
  begin_anew (self);

  return GTK_WIDGET (self);
}

static ClinchQuery *
query_of_customer (ClinchKind kind,
                   gint64     customer_id)
{
  ClinchQuery *query = clinch_query_new (kind);

  clinch_query_filter_int (query, "customer", CLINCH_FILTER_EQUAL, customer_id);
  return query;
}

static void
set_customer (ClinchFollowUpEntry *self,
              gint64               id)
{
  g_autoptr(ClinchQuery) contacts = query_of_customer (CLINCH_KIND_CONTACT, id);
  g_autoptr(ClinchQuery) opportunities = query_of_customer (CLINCH_KIND_OPPORTUNITY, id);

  clinch_query_filter_text (opportunities, "stage.type", CLINCH_FILTER_EQUAL, "open");
  g_clear_object (&self->customer);
  self->customer = clinch_workspace_get_record (self->workspace, CLINCH_KIND_CUSTOMER, id);
  clinch_record_list_set_query (self->contacts, contacts);
  clinch_record_list_set_query (self->opportunities, opportunities);
  clinch_record_picker_set_query (self->contact_picker, contacts);
  clinch_record_picker_set_query (self->opportunity_picker, opportunities);
}

static gint64
customer_of (ClinchRecord *record)
{
  switch ((int) clinch_record_get_kind (record))
    {
    case CLINCH_KIND_CONTACT:
      return clinch_record_get_int (record, CLINCH_CONTACT_CUSTOMER);
    case CLINCH_KIND_OPPORTUNITY:
      return clinch_record_get_int (record, CLINCH_OPPORTUNITY_CUSTOMER);
    default:
      return clinch_record_get_id (record);
    }
}

/* An opportunity may come to belong to another customer while it is shown. */
static void
customer_changed_cb (ClinchFollowUpEntry *self)
{
  gint64 id = 0;

  if (self->record != NULL && clinch_record_is_loaded (self->record))
    id = customer_of (self->record);

  gtk_widget_set_sensitive (GTK_WIDGET (self), id != 0
                            && !clinch_record_is_deleted (self->record) &&
                                               !clinch_workspace_is_read_only (self->workspace));
  if (id != 0 && (self->customer == NULL || clinch_record_get_id (self->customer) != id))
    set_customer (self, id);
}

void
clinch_follow_up_entry_set_record (ClinchFollowUpEntry *self,
                                   ClinchRecord        *record)
{
  g_return_if_fail (CLINCH_IS_FOLLOW_UP_ENTRY (self));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  begin_anew (self);
  if (record != NULL)
    {
      g_signal_connect_object (record, "notify", G_CALLBACK (customer_changed_cb), self,
                               G_CONNECT_SWAPPED);
      customer_changed_cb (self);
    }
}
