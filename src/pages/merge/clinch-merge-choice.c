// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-merge-choice.h"

#include "clinch-field-text.h"

#include <glib/gi18n-lib.h>

/* More of a note does not help to choose. */
#define MAX_LINES 6

typedef enum
{
  CHOOSE_KEEP,
  CHOOSE_OTHER,
  CHOOSE_BOTH,
  N_CHOICES
} Choice;

struct _ClinchMergeChoice
{
  AdwPreferencesRow parent_instance;

  GtkBox *buttons_box;
  GtkCheckButton *buttons[N_CHOICES];
  ClinchMergeRequest *request;
  guint64 bit;
};

G_DEFINE_FINAL_TYPE (ClinchMergeChoice, clinch_merge_choice, ADW_TYPE_PREFERENCES_ROW)

static gboolean
differs_in_currency (ClinchRecord *keep,
                     ClinchRecord *other)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (clinch_record_get_kind (keep), &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].type == CLINCH_FIELD_CURRENCY
        && !clinch_row_field_equal (clinch_record_get_row (keep), clinch_record_get_row (other),
                                    i))
      return TRUE;

  return FALSE;
}

gboolean
clinch_merge_choice_is_needed (ClinchRecord      *keep,
                               ClinchRecord      *other,
                               const ClinchField *field)
{
  return clinch_merge_differs (clinch_record_get_row (keep), clinch_record_get_row (other),
                               field->index)
         && (field->type != CLINCH_FIELD_MONEY || !differs_in_currency (keep, other));
}

static char *
show_value (ClinchRecord      *record,
            const ClinchField *field)
{
  const ClinchRow *row = clinch_record_get_row (record);
  const char *name = field->type == CLINCH_FIELD_REFERENCE
                     ? clinch_record_get_reference_name (record, field->index) : NULL;

  return clinch_field_text_full (row, field->index, name, NULL);
}

/* The currency with the amounts that go with it. */
static char *
show_currency (ClinchRecord      *record,
               const ClinchField *currency)
{
  g_autofree char *code = show_value (record, currency);
  g_autoptr(GString) out = g_string_new (code);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (clinch_record_get_kind (record), &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_autofree char *amount = NULL;

      if (fields[i].type != CLINCH_FIELD_MONEY || !clinch_field_is_editable (&fields[i])
          || clinch_record_is_null (record, i))
        continue;
      amount = show_value (record, &fields[i]);
      g_string_append_printf (out, " · %s %s", clinch_field_label (&fields[i]), amount);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
toggled_cb (ClinchMergeChoice *self)
{
  self->request->take &= ~self->bit;
  self->request->both &= ~self->bit;
  if (gtk_check_button_get_active (self->buttons[CHOOSE_OTHER]))
    self->request->take |= self->bit;
  if (self->buttons[CHOOSE_BOTH] != NULL
      && gtk_check_button_get_active (self->buttons[CHOOSE_BOTH]))
    self->request->both |= self->bit;
}

static void
add_button (ClinchMergeChoice *self,
            Choice             choice,
            const ClinchField *field,
            const char        *text)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);
  /* Translators: what a screen reader says for a value that can be chosen: field and value. */
  g_autofree char *spoken = g_strdup_printf (C_("merge", "%1$s: %2$s"), clinch_field_label (field),
                                             text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  self->buttons[choice] = GTK_CHECK_BUTTON (button);
  if (choice != CHOOSE_KEEP)
    gtk_check_button_set_group (self->buttons[choice], self->buttons[CHOOSE_KEEP]);
  gtk_box_append (self->buttons_box, button);
}

void
clinch_merge_choice_set_narrow (ClinchMergeChoice *self,
                                gboolean           is_narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons_box),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->buttons_box, !is_narrow);
}

GtkWidget *
clinch_merge_choice_get_chosen (ClinchMergeChoice *self)
{
  for (int i = 0; i < N_CHOICES; i++)
    if (self->buttons[i] != NULL && gtk_check_button_get_active (self->buttons[i]))
      return GTK_WIDGET (self->buttons[i]);

  return NULL;
}

static void
clinch_merge_choice_class_init (ClinchMergeChoiceClass *klass)
{
}

static void
clinch_merge_choice_init (ClinchMergeChoice *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
make_content (ClinchMergeChoice *self,
              const ClinchField *field)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (clinch_field_label (field));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), clinch_field_label (field));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (title, "dimmed");
  gtk_widget_add_css_class (content, "merge-choice");
  self->buttons_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (GTK_BOX (content), title);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->buttons_box));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), content);
}

GtkWidget *
clinch_merge_choice_new (ClinchMergeRequest *request,
                         ClinchRecord       *keep,
                         ClinchRecord       *other,
                         const ClinchField  *field)
{
  ClinchMergeChoice *self = g_object_new (CLINCH_TYPE_MERGE_CHOICE, NULL);
  gboolean is_currency = field->type == CLINCH_FIELD_CURRENCY;
  g_autofree char *first = is_currency ? show_currency (keep, field) : show_value (keep, field);
  g_autofree char *second = is_currency ? show_currency (other, field) : show_value (other, field);
  Choice chosen = CHOOSE_KEEP;

  self->request = request;
  self->bit = G_GUINT64_CONSTANT (1) << field->index;
  make_content (self, field);
  add_button (self, CHOOSE_KEEP, field, first);
  add_button (self, CHOOSE_OTHER, field, second);
  if (field->type == CLINCH_FIELD_LONG_TEXT)
    add_button (self, CHOOSE_BOTH, field, C_("merge", "Both, one below the other"));

  if (request->take & self->bit)
    chosen = CHOOSE_OTHER;
  else if ((request->both & self->bit) != 0 && self->buttons[CHOOSE_BOTH] != NULL)
    chosen = CHOOSE_BOTH;
  gtk_check_button_set_active (self->buttons[chosen], TRUE);
  for (int i = 0; i < N_CHOICES; i++)
    if (self->buttons[i] != NULL)
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self);

  return GTK_WIDGET (self);
}
