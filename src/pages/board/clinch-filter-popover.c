// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-filter-popover.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-record-picker.h"
#include "clinch-value-entry.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _ClinchFilterPopover
{
  GtkPopover parent_instance;

  GtkToggleButton *mine_toggle;
  GtkMenuButton *owner_button;
  GtkMenuButton *team_button;
  GtkBox *grade_box;
  AdwWrapBox *stage_box;
  ClinchValueEntry *amount_from;
  ClinchValueEntry *amount_to;
  GtkLabel *amount_label;
  ClinchValueEntry *expected_from;
  ClinchValueEntry *expected_to;
  GtkDropDown *next_step_drop_down;
  GtkToggleButton *over_limit_toggle;
  GtkWidget *clear_button;

  ClinchWorkspace *workspace;
  ClinchOpportunityFilter *filter;
  gboolean showing; /* the widgets are being set, not the user's doing */
  char currency[4]; /* of the amounts as they are shown */
};

G_DEFINE_FINAL_TYPE (ClinchFilterPopover, clinch_filter_popover, GTK_TYPE_POPOVER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define CODE_KEY "clinch-code"

static void
emit_changed (ClinchFilterPopover *self)
{
  gtk_widget_set_sensitive (self->clear_button, !clinch_opportunity_filter_is_empty (self->filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mine_cb (ClinchFilterPopover *self)
{
  if (self->showing)
    return;

  self->filter->mine = gtk_toggle_button_get_active (self->mine_toggle);
  emit_changed (self);
}

static void
choose_record (ClinchFilterPopover *self,
               ClinchKind           kind,
               gint64               id,
               GArray              *uids)
{
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (self->workspace, kind, id);
  const ClinchRow *row = clinch_record_get_row (record);

  /* What was picked is on the screen, so it is loaded. */
  if (row == NULL)
    return;

  clinch_opportunity_filter_choose (uids, &row->uid, TRUE);
  emit_changed (self);
}

static void
owner_picked_cb (ClinchRecordPicker  *picker,
                 gint64               id,
                 ClinchFilterPopover *self)
{
  choose_record (self, CLINCH_KIND_MEMBER, id, self->filter->owners);
}

static void
team_picked_cb (ClinchRecordPicker  *picker,
                gint64               id,
                ClinchFilterPopover *self)
{
  choose_record (self, CLINCH_KIND_TEAM, id, self->filter->teams);
}

static void
grade_cb (GtkToggleButton     *toggle,
          ClinchFilterPopover *self)
{
  const char *code = g_object_get_data (G_OBJECT (toggle), CODE_KEY);
  guint index;

  if (self->showing)
    return;

  if (gtk_toggle_button_get_active (toggle))
    g_ptr_array_add (self->filter->grades, g_strdup (code));
  else if (g_ptr_array_find_with_equal_func (self->filter->grades, code, g_str_equal, &index))
    g_ptr_array_remove_index (self->filter->grades, index);
  emit_changed (self);
}

static void
stage_cb (GtkToggleButton     *toggle,
          ClinchFilterPopover *self)
{
  ClinchRecord *stage = g_object_get_data (G_OBJECT (toggle), CODE_KEY);

  if (self->showing)
    return;

  clinch_opportunity_filter_choose (self->filter->stages, &clinch_record_get_row (stage)->uid,
                                    gtk_toggle_button_get_active (toggle));
  emit_changed (self);
}

static void
amount_cb (ClinchFilterPopover *self)
{
  if (self->showing)
    return;

  self->filter->has_amount_from = clinch_value_entry_get_int (self->amount_from,
                                                              &self->filter->amount_from);
  self->filter->has_amount_to = clinch_value_entry_get_int (self->amount_to,
                                                            &self->filter->amount_to);
  g_strlcpy (self->filter->currency,
             self->filter->has_amount_from || self->filter->has_amount_to ? self->currency : "",
             sizeof self->filter->currency);
  emit_changed (self);
}

static void
take_date (ClinchValueEntry *entry,
           char              date[CLINCH_DATE_SIZE])
{
  const char *text = clinch_value_entry_get_text (entry);

  g_strlcpy (date, text != NULL ? text : "", CLINCH_DATE_SIZE);
}

static void
expected_cb (ClinchFilterPopover *self)
{
  if (self->showing)
    return;

  take_date (self->expected_from, self->filter->expected_from);
  take_date (self->expected_to, self->filter->expected_to);
  emit_changed (self);
}

static void
show_expected (ClinchFilterPopover *self)
{
  clinch_value_entry_set_text (self->expected_from, self->filter->expected_from);
  clinch_value_entry_set_text (self->expected_to, self->filter->expected_to);
}

/* From the first day of the month to the last of so many months. */
static void
take_months (ClinchFilterPopover *self,
             gboolean             quarter)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (clinch_clock_now ());
  g_autoptr(GDateTime) local = g_date_time_to_timezone (now, clinch_clock_timezone ());
  int month = g_date_time_get_month (local);
  int first = quarter ? (month - 1) / 3 * 3 + 1 : month;
  int last = quarter ? first + 2 : month;
  int year = g_date_time_get_year (local);

  g_snprintf (self->filter->expected_from, CLINCH_DATE_SIZE, "%04d-%02d-01", year, first);
  g_snprintf (self->filter->expected_to, CLINCH_DATE_SIZE, "%04d-%02d-%02d", year, last,
              g_date_get_days_in_month (last, (GDateYear) year));
  self->showing = TRUE;
  show_expected (self);
  self->showing = FALSE;
  emit_changed (self);
}

static void
this_month_cb (ClinchFilterPopover *self)
{
  take_months (self, FALSE);
}

static void
this_quarter_cb (ClinchFilterPopover *self)
{
  take_months (self, TRUE);
}

static void
next_step_cb (ClinchFilterPopover *self)
{
  if (self->showing)
    return;

  self->filter->next_step = gtk_drop_down_get_selected (self->next_step_drop_down);
  emit_changed (self);
}

static void
over_limit_cb (ClinchFilterPopover *self)
{
  if (self->showing)
    return;

  self->filter->over_limit = gtk_toggle_button_get_active (self->over_limit_toggle);
  emit_changed (self);
}

static void
clear_cb (ClinchFilterPopover *self)
{
  g_autoptr(ClinchOpportunityFilter) empty = clinch_opportunity_filter_new ();

  clinch_filter_popover_set_filter (self, empty);
  emit_changed (self);
}

static GtkWidget *
make_toggle (const char *label,
             GCallback   callback,
             gpointer    self)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  g_signal_connect (toggle, "toggled", callback, self);
  return toggle;
}

static void
add_grades (ClinchFilterPopover *self)
{
  const ClinchChoiceValue *values;
  GtkWidget *none;
  int n_values;

  values = clinch_choice_values (CLINCH_CHOICE_GRADE, &n_values);
  for (int i = 0; i < n_values; i++)
    {
      GtkWidget *toggle = make_toggle (clinch_choice_label (CLINCH_CHOICE_GRADE, values[i].code),
                                       G_CALLBACK (grade_cb), self);

      g_object_set_data (G_OBJECT (toggle), CODE_KEY, (gpointer) values[i].code);
      gtk_box_append (self->grade_box, toggle);
    }

  none = make_toggle (C_("grade", "None"), G_CALLBACK (grade_cb), self);
  g_object_set_data (G_OBJECT (none), CODE_KEY, (gpointer) "");
  gtk_box_append (self->grade_box, none);
}

static void
show_toggles (ClinchFilterPopover *self)
{
  for (GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->grade_box));
       toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle))
    {
      const char *code = g_object_get_data (G_OBJECT (toggle), CODE_KEY);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle),
                                    g_ptr_array_find_with_equal_func (self->filter->grades, code,
                                                                      g_str_equal, NULL));
    }

  for (GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->stage_box));
       toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle))
    {
      const ClinchRow *stage =
        clinch_record_get_row (g_object_get_data (G_OBJECT (toggle), CODE_KEY));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle),
                                    clinch_opportunity_filter_find (self->filter->stages,
                                                                    &stage->uid));
    }
}

static void
clinch_filter_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_FILTER_POPOVER);

  G_OBJECT_CLASS (clinch_filter_popover_parent_class)->dispose (object);
}

static void
clinch_filter_popover_finalize (GObject *object)
{
  ClinchFilterPopover *self = CLINCH_FILTER_POPOVER (object);

  clinch_opportunity_filter_free (self->filter);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_filter_popover_parent_class)->finalize (object);
}

static void
clinch_filter_popover_class_init (ClinchFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_filter_popover_dispose;
  object_class->finalize = clinch_filter_popover_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CLINCH_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, mine_toggle);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, owner_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, team_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, grade_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, stage_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, amount_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, amount_from);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, amount_to);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, expected_from);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, expected_to);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, next_step_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, over_limit_toggle);
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_cb);
  gtk_widget_class_bind_template_callback (widget_class, expected_cb);
  gtk_widget_class_bind_template_callback (widget_class, this_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, this_quarter_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, over_limit_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
clinch_filter_popover_init (ClinchFilterPopover *self)
{
  self->filter = clinch_opportunity_filter_new ();
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_grades (self);
  self->showing = FALSE;
}

void
clinch_filter_popover_set_workspace (ClinchFilterPopover *self,
                                     ClinchWorkspace     *workspace)
{
  const char *currency = clinch_workspace_get_currency (workspace);
  ClinchRecordPicker *members;
  ClinchRecordPicker *teams;

  g_return_if_fail (CLINCH_IS_FILTER_POPOVER (self));

  g_set_object (&self->workspace, workspace);
  members = clinch_record_picker_new (workspace, CLINCH_KIND_MEMBER);
  g_signal_connect_object (members, "picked", G_CALLBACK (owner_picked_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_menu_button_set_popover (self->owner_button, GTK_WIDGET (members));
  teams = clinch_record_picker_new (workspace, CLINCH_KIND_TEAM);
  g_signal_connect_object (teams, "picked", G_CALLBACK (team_picked_cb), self, G_CONNECT_DEFAULT);
  gtk_menu_button_set_popover (self->team_button, GTK_WIDGET (teams));

  self->showing = TRUE;
  clinch_value_entry_set_field (self->expected_from, CLINCH_KIND_OPPORTUNITY,
                                CLINCH_OPPORTUNITY_EXPECTED, currency);
  clinch_value_entry_set_field (self->expected_to, CLINCH_KIND_OPPORTUNITY,
                                CLINCH_OPPORTUNITY_EXPECTED, currency);
  self->showing = FALSE;
}

void
clinch_filter_popover_set_pipeline (ClinchFilterPopover *self,
                                    gint64               pipeline_id)
{
  g_autoptr(GPtrArray) stages = NULL;

  g_return_if_fail (CLINCH_IS_FILTER_POPOVER (self));

  while (gtk_widget_get_first_child (GTK_WIDGET (self->stage_box)) != NULL)
    adw_wrap_box_remove (self->stage_box,
                         gtk_widget_get_first_child (GTK_WIDGET (self->stage_box)));
  stages = clinch_workspace_get_stages (self->workspace, pipeline_id);
  for (guint i = 0; i < stages->len; i++)
    {
      GtkWidget *toggle = make_toggle (clinch_record_get_name (stages->pdata[i]),
                                       G_CALLBACK (stage_cb), self);

      /* The definition stands wherever a stage is chosen. */
      gtk_widget_set_tooltip_text (toggle,
                                   clinch_record_get_text (stages->pdata[i],
                                                           CLINCH_STAGE_DEFINITION));
      g_object_set_data_full (G_OBJECT (toggle), CODE_KEY, g_object_ref (stages->pdata[i]),
                              g_object_unref);
      adw_wrap_box_append (self->stage_box, toggle);
    }

  self->showing = TRUE;
  show_toggles (self);
  self->showing = FALSE;
}

/* The currency of the filter, or of the workspace where it names none. */
static void
show_currency (ClinchFilterPopover *self)
{
  const char *currency = *self->filter->currency != '\0' ? self->filter->currency
                         : clinch_workspace_get_currency (self->workspace);
  /* Translators: the code of a currency, "EUR". */
  g_autofree char *label = g_strdup_printf (_("Amount in %s"), currency);

  if (g_strcmp0 (self->currency, currency) == 0)
    return;

  g_strlcpy (self->currency, currency, sizeof self->currency);
  gtk_label_set_label (self->amount_label, label);
  clinch_value_entry_set_field (self->amount_from, CLINCH_KIND_OPPORTUNITY,
                                CLINCH_OPPORTUNITY_AMOUNT, self->currency);
  clinch_value_entry_set_field (self->amount_to, CLINCH_KIND_OPPORTUNITY, CLINCH_OPPORTUNITY_AMOUNT,
                                self->currency);
}

static void
show_amount (ClinchValueEntry *entry,
             gboolean          given,
             gint64            amount)
{
  if (given)
    clinch_value_entry_set_int (entry, amount);
  else
    clinch_value_entry_set_text (entry, NULL);
}

void
clinch_filter_popover_set_filter (ClinchFilterPopover           *self,
                                  const ClinchOpportunityFilter *filter)
{
  g_return_if_fail (CLINCH_IS_FILTER_POPOVER (self));

  if (self->filter != filter)
    {
      clinch_opportunity_filter_free (self->filter);
      self->filter = clinch_opportunity_filter_copy (filter);
    }

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->mine_toggle, self->filter->mine);
  show_toggles (self);
  show_currency (self);
  show_amount (self->amount_from, self->filter->has_amount_from, self->filter->amount_from);
  show_amount (self->amount_to, self->filter->has_amount_to, self->filter->amount_to);
  show_expected (self);
  gtk_drop_down_set_selected (self->next_step_drop_down, self->filter->next_step);
  gtk_toggle_button_set_active (self->over_limit_toggle, self->filter->over_limit);
  gtk_widget_set_sensitive (self->clear_button, !clinch_opportunity_filter_is_empty (self->filter));
  self->showing = FALSE;
}

const ClinchOpportunityFilter *
clinch_filter_popover_get_filter (ClinchFilterPopover *self)
{
  g_return_val_if_fail (CLINCH_IS_FILTER_POPOVER (self), NULL);

  return self->filter;
}
