// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-quick-draft-card.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

/* Below this the user should look. */
#define SURE 60

struct _ClinchQuickDraftCard
{
  AdwBin parent_instance;

  AdwWrapBox *box;
  GtkLabel *body_label;
  GtkMenuButton *chips[CLINCH_FOLLOW_UP_N_FIELDS];

  ClinchWorkspace *workspace;
  ClinchRow *read;   /* what was recognised */
  ClinchRow *chosen; /* what was chosen by hand, and so counts */
  gboolean unsure[CLINCH_FOLLOW_UP_N_FIELDS];
  GHashTable *names; /* field to the name of what it points at */
};

G_DEFINE_FINAL_TYPE (ClinchQuickDraftCard, clinch_quick_draft_card, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the chips. */
static const int fields[] = {
  CLINCH_FOLLOW_UP_CUSTOMER, CLINCH_FOLLOW_UP_OPPORTUNITY, CLINCH_FOLLOW_UP_CONTACT,
  CLINCH_FOLLOW_UP_TYPE,     CLINCH_FOLLOW_UP_HAPPENED,    CLINCH_FOLLOW_UP_NEXT_STEP,
  CLINCH_FOLLOW_UP_NEXT_DATE,
};

static const ClinchRow *
row_for (ClinchQuickDraftCard *self,
         int                   field)
{
  return clinch_row_has (self->chosen, field) || self->read == NULL ? self->chosen : self->read;
}

static char *
value_text (ClinchQuickDraftCard *self,
            int                   field)
{
  const ClinchRow *row = row_for (self, field);
  char today[CLINCH_DATE_SIZE];
  char date[CLINCH_DATE_SIZE];

  if (clinch_row_is_null (row, field))
    return NULL;
  clinch_clock_today (today);
  switch (field)
    {
    case CLINCH_FOLLOW_UP_TYPE:
      return g_strdup (clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP, clinch_row_text (row, field)));
    case CLINCH_FOLLOW_UP_HAPPENED:
      clinch_date_from_instant (clinch_row_int (row, field), clinch_clock_timezone (), date);
      return clinch_date_format (date, today);
    case CLINCH_FOLLOW_UP_NEXT_STEP:
      return g_strdup (clinch_row_text (row, field));
    case CLINCH_FOLLOW_UP_NEXT_DATE:
      return clinch_date_format (clinch_row_text (row, field), today);
    default:
      return g_strdup (g_hash_table_lookup (self->names, GINT_TO_POINTER (field)));
    }
}

static void
show_chip (ClinchQuickDraftCard *self,
           int                   field)
{
  const char *label = clinch_field_label (clinch_kind_field (CLINCH_KIND_FOLLOW_UP, field));
  g_autofree char *value = value_text (self, field);
  gboolean is_empty = value == NULL || *value == '\0';
  gboolean chosen = clinch_row_has (self->chosen, field);
  gboolean missing = is_empty && field == CLINCH_FOLLOW_UP_CUSTOMER;
  gboolean ask = missing || (self->unsure[field] && !chosen);
  g_autofree char *text = NULL;
  g_autofree char *accessible = NULL;
  GtkWidget *content = gtk_menu_button_get_child (self->chips[field]);

  if (field == CLINCH_FOLLOW_UP_CUSTOMER && is_empty)
    text = g_strdup (_("Which customer?"));
  else if (is_empty)
    /* Translators: a chip for a field that is empty yet; the name of the field. */
    text = g_strdup_printf (_("+ %s"), label);
  else if (ask)
    /* Translators: a chip with a value that the user should look at. */
    text = g_strdup_printf (_("%s?"), value);
  else
    text = g_strdup (value);
  gtk_label_set_label (GTK_LABEL (content), text);
  accessible = g_strdup_printf ("%s: %s", label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips[field]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->chips[field]), label);
  if (ask)
    gtk_widget_add_css_class (GTK_WIDGET (self->chips[field]), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->chips[field]), "warning");
  if (is_empty && !missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->chips[field]), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->chips[field]), "dimmed");
}

static void
show_chips (ClinchQuickDraftCard *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    show_chip (self, fields[i]);
}

static void
chosen_by_hand (ClinchQuickDraftCard *self,
                int                   field)
{
  show_chip (self, field);
  gtk_popover_popdown (gtk_menu_button_get_popover (self->chips[field]));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The name may still be on its way when a record is chosen. */
static void
name_changed_cb (ClinchQuickDraftCard *self,
                 GParamSpec           *pspec,
                 ClinchRecord         *record)
{
  for (int i = 0; i < 3; i++)
    {
      const ClinchField *field = clinch_kind_field (CLINCH_KIND_FOLLOW_UP, fields[i]);

      if (field->target == clinch_record_get_kind (record) &&
          clinch_row_int (row_for (self, fields[i]), fields[i]) == clinch_record_get_id (record))
        {
          g_hash_table_insert (self->names, GINT_TO_POINTER (fields[i]),
                               g_strdup (clinch_record_get_name (record)));
          show_chip (self, fields[i]);
        }
    }
}

static void
choose_record (ClinchQuickDraftCard *self,
               int                   field,
               gint64                id)
{
  ClinchKind kind = clinch_kind_field (CLINCH_KIND_FOLLOW_UP, field)->target;
  g_autoptr(ClinchRecord) record = NULL;

  g_hash_table_remove (self->names, GINT_TO_POINTER (field));
  if (id == 0)
    {
      clinch_row_set_null (self->chosen, field);
      return;
    }
  clinch_row_set_int (self->chosen, field, id);
  record = clinch_workspace_get_record (self->workspace, kind, id);
  g_signal_connect_object (record, "notify::display-name", G_CALLBACK (name_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self->chips[field]), "clinch-record", g_object_ref (record),
                          g_object_unref);
  name_changed_cb (self, NULL, record);
}

static int
field_of (ClinchQuickDraftCard *self,
          GtkWidget            *inside)
{
  GtkWidget *button = gtk_widget_get_ancestor (inside, GTK_TYPE_MENU_BUTTON);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (GTK_WIDGET (self->chips[fields[i]]) == button)
      return fields[i];

  return CLINCH_FOLLOW_UP_CUSTOMER;
}

static void
picked_cb (ClinchQuickDraftCard *self,
           gint64                id,
           GtkWidget            *picker)
{
  int field = field_of (self, picker);

  choose_record (self, field, id);
  /* Opportunity and contact belong to the customer. */
  if (field == CLINCH_FOLLOW_UP_CUSTOMER)
    {
      choose_record (self, CLINCH_FOLLOW_UP_OPPORTUNITY, 0);
      choose_record (self, CLINCH_FOLLOW_UP_CONTACT, 0);
      show_chips (self);
    }
  chosen_by_hand (self, field);
}

static void
picker_shown_cb (ClinchQuickDraftCard *self,
                 GtkWidget            *picker)
{
  int field = field_of (self, picker);
  const ClinchRow *row = row_for (self, CLINCH_FOLLOW_UP_CUSTOMER);
  gint64 customer_id = clinch_row_int (row, CLINCH_FOLLOW_UP_CUSTOMER);
  g_autoptr(ClinchQuery) query = NULL;

  clinch_record_picker_set_current (CLINCH_RECORD_PICKER (picker),
                                    clinch_row_int (row_for (self, field), field));
  if (field == CLINCH_FOLLOW_UP_CUSTOMER)
    return;
  query = clinch_query_new (clinch_kind_field (CLINCH_KIND_FOLLOW_UP, field)->target);
  clinch_query_filter_int (query, "customer", CLINCH_FILTER_EQUAL, customer_id);
  clinch_record_picker_set_query (CLINCH_RECORD_PICKER (picker), query);
}

static GtkWidget *
make_picker (ClinchQuickDraftCard *self,
             int                   field)
{
  ClinchKind kind = clinch_kind_field (CLINCH_KIND_FOLLOW_UP, field)->target;
  ClinchRecordPicker *picker = clinch_record_picker_new (self->workspace, kind);

  if (field != CLINCH_FOLLOW_UP_CUSTOMER)
    clinch_record_picker_set_none_label (picker, _("None"));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "show", G_CALLBACK (picker_shown_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (picker);
}

static void
type_clicked_cb (ClinchQuickDraftCard *self,
                 GtkWidget            *button)
{
  clinch_row_set_text (self->chosen, CLINCH_FOLLOW_UP_TYPE,
                       g_object_get_data (G_OBJECT (button), "clinch-code"));
  chosen_by_hand (self, CLINCH_FOLLOW_UP_TYPE);
}

static GtkWidget *
make_types (ClinchQuickDraftCard *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const ClinchChoiceValue *values;
  int n_values;

  values = clinch_choice_values (CLINCH_CHOICE_FOLLOW_UP, &n_values);
  for (int i = 0; i < n_values; i++)
    {
      const char *label = clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP, values[i].code);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "clinch-code", (gpointer) values[i].code);
      g_signal_connect_object (button, "clicked", G_CALLBACK (type_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static void
day_selected_cb (ClinchQuickDraftCard *self,
                 GtkCalendar          *calendar)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  int field = field_of (self, GTK_WIDGET (calendar));

  if (field == CLINCH_FOLLOW_UP_NEXT_DATE)
    clinch_row_set_text (self->chosen, field, date);
  else
    clinch_row_set_int (self->chosen, field,
                        clinch_date_to_instant (date, 12, clinch_clock_timezone ()));
  chosen_by_hand (self, field);
}

static GtkWidget *
make_calendar (ClinchQuickDraftCard *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);

  return popover;
}

static void
next_step_cb (ClinchQuickDraftCard *self,
              GtkEditable          *entry)
{
  clinch_row_set_text (self->chosen, CLINCH_FOLLOW_UP_NEXT_STEP, gtk_editable_get_text (entry));
  chosen_by_hand (self, CLINCH_FOLLOW_UP_NEXT_STEP);
}

static void
next_step_shown_cb (ClinchQuickDraftCard *self,
                    GtkWidget            *popover)
{
  const ClinchRow *row = row_for (self, CLINCH_FOLLOW_UP_NEXT_STEP);
  const char *text = clinch_row_text (row, CLINCH_FOLLOW_UP_NEXT_STEP);
  GtkWidget *entry = gtk_popover_get_child (GTK_POPOVER (popover));

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_widget_grab_focus (entry);
}

static GtkWidget *
make_next_step (ClinchQuickDraftCard *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  g_signal_connect_object (entry, "activate", G_CALLBACK (next_step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (next_step_shown_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);

  return popover;
}

static GtkWidget *
make_popover (ClinchQuickDraftCard *self,
              int                   field)
{
  switch (field)
    {
    case CLINCH_FOLLOW_UP_TYPE:
      return make_types (self);
    case CLINCH_FOLLOW_UP_HAPPENED:
    case CLINCH_FOLLOW_UP_NEXT_DATE:
      return make_calendar (self);
    case CLINCH_FOLLOW_UP_NEXT_STEP:
      return make_next_step (self);
    default:
      return make_picker (self, field);
    }
}

static void
make_chips (ClinchQuickDraftCard *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *chip = gtk_menu_button_new ();
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
      gtk_menu_button_set_child (GTK_MENU_BUTTON (chip), label);
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (chip), make_popover (self, fields[i]));
      gtk_widget_add_css_class (chip, "quick-chip");
      adw_wrap_box_append (self->box, chip);
      self->chips[fields[i]] = GTK_MENU_BUTTON (chip);
    }
}

static void
clinch_quick_draft_card_finalize (GObject *object)
{
  ClinchQuickDraftCard *self = CLINCH_QUICK_DRAFT_CARD (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->read, clinch_row_unref);
  g_clear_pointer (&self->chosen, clinch_row_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);

  G_OBJECT_CLASS (clinch_quick_draft_card_parent_class)->finalize (object);
}

static void
clinch_quick_draft_card_class_init (ClinchQuickDraftCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_quick_draft_card_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinch_quick_draft_card_init (ClinchQuickDraftCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->chosen = clinch_row_new (CLINCH_KIND_FOLLOW_UP);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->body_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->body_label, 0);
  gtk_label_set_ellipsize (self->body_label, PANGO_ELLIPSIZE_END);
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->body_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "quick-draft");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
clinch_quick_draft_card_new (ClinchWorkspace *workspace)
{
  ClinchQuickDraftCard *self = g_object_new (CLINCH_TYPE_QUICK_DRAFT_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  make_chips (self);

  return GTK_WIDGET (self);
}

static gboolean
is_unsure (const ClinchQuickMatch *match)
{
  return (match->id == 0 && match->n_alternatives > 0) ||
         (match->id != 0 && match->piece.confidence < SURE);
}

/* Where several fit, the first of them is proposed with a question mark. */
static void
take_match (ClinchQuickDraftCard    *self,
            const ClinchQuickDrafts *drafts,
            const ClinchQuickMatch  *match,
            int                      field)
{
  ClinchKind kind = clinch_kind_field (CLINCH_KIND_FOLLOW_UP, field)->target;
  gint64 id = match->id;

  self->unsure[field] = is_unsure (match);
  if (id == 0 && match->n_alternatives > 0)
    id = match->alternatives[0];
  if (id != 0)
    clinch_row_set_int (self->read, field, id);
  if (!clinch_row_has (self->chosen, field))
    g_hash_table_insert (self->names, GINT_TO_POINTER (field),
                         g_strdup (clinch_quick_drafts_name (drafts, kind, id)));
}

void
clinch_quick_draft_card_set_draft (ClinchQuickDraftCard    *self,
                                   const ClinchQuickDrafts *drafts,
                                   const ClinchQuickDraft  *draft)
{
  g_return_if_fail (CLINCH_IS_QUICK_DRAFT_CARD (self));

  g_clear_pointer (&self->read, clinch_row_unref);
  self->read = clinch_quick_drafts_row (drafts, draft, clinch_clock_now ());
  take_match (self, drafts, &draft->customer, CLINCH_FOLLOW_UP_CUSTOMER);
  take_match (self, drafts, &draft->opportunity, CLINCH_FOLLOW_UP_OPPORTUNITY);
  if (draft->n_contacts > 0)
    take_match (self, drafts, &draft->contacts[0], CLINCH_FOLLOW_UP_CONTACT);
  gtk_label_set_label (self->body_label, draft->body);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->body_label), draft->body);
  show_chips (self);
}

ClinchRow *
clinch_quick_draft_card_get_row (ClinchQuickDraftCard *self)
{
  ClinchRow *row;

  g_return_val_if_fail (CLINCH_IS_QUICK_DRAFT_CARD (self), NULL);

  row = clinch_row_copy (self->read);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const ClinchField *field = clinch_kind_field (CLINCH_KIND_FOLLOW_UP, fields[i]);

      if (!clinch_row_has (self->chosen, fields[i]))
        continue;
      if (clinch_row_is_null (self->chosen, fields[i]))
        clinch_row_set_null (row, fields[i]);
      else if (clinch_field_is_integer (field))
        clinch_row_set_int (row, fields[i], clinch_row_int (self->chosen, fields[i]));
      else
        clinch_row_set_text (row, fields[i], clinch_row_text (self->chosen, fields[i]));
    }

  return row;
}

gboolean
clinch_quick_draft_card_check (ClinchQuickDraftCard *self)
{
  g_return_val_if_fail (CLINCH_IS_QUICK_DRAFT_CARD (self), FALSE);

  if (!clinch_row_is_null (row_for (self, CLINCH_FOLLOW_UP_CUSTOMER), CLINCH_FOLLOW_UP_CUSTOMER))
    return TRUE;

  gtk_menu_button_popup (self->chips[CLINCH_FOLLOW_UP_CUSTOMER]);
  return FALSE;
}
