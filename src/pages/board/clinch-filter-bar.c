// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-filter-bar.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-money.h"
#include "clinch-record-lookup.h"

#include <glib/gi18n-lib.h>

struct _ClinchFilterBar
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;

  ClinchWorkspace *workspace;
  ClinchOpportunityFilter *filter;
  GPtrArray *chips; /* borrowed from the box */
  GPtrArray *records; /* owners, teams and stages that were looked up */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ClinchFilterBar, clinch_filter_bar, ADW_TYPE_BIN)

enum
{
  CHANGED,
  STOP_SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a chip takes away. */
typedef enum
{
  CONDITION_MINE,
  CONDITION_OWNER,
  CONDITION_TEAM,
  CONDITION_GRADES,
  CONDITION_STAGE,
  CONDITION_AMOUNT,
  CONDITION_EXPECTED,
  CONDITION_NEXT_STEP,
  CONDITION_OVER_LIMIT,
  CONDITION_ALL,
} Condition;

typedef struct
{
  ClinchFilterBar *self;
  Condition condition;
  ClinchRecord *record; /* the owner, team or stage */
  GtkWidget *label;
} Chip;

static void show_filter (ClinchFilterBar *self);

static void
chip_free (gpointer  data,
           GClosure *closure)
{
  Chip *chip = data;

  g_clear_object (&chip->record);
  g_free (chip);
}

static const ClinchUid *
uid_of (ClinchRecord *record)
{
  return &clinch_record_get_row (record)->uid;
}

static void
remove_condition (ClinchOpportunityFilter *filter,
                  const Chip              *chip)
{
  switch (chip->condition)
    {
    case CONDITION_MINE:
      filter->mine = FALSE;
      break;
    case CONDITION_OWNER:
      clinch_opportunity_filter_choose (filter->owners, uid_of (chip->record), FALSE);
      break;
    case CONDITION_TEAM:
      clinch_opportunity_filter_choose (filter->teams, uid_of (chip->record), FALSE);
      break;
    case CONDITION_GRADES:
      g_ptr_array_set_size (filter->grades, 0);
      break;
    case CONDITION_STAGE:
      clinch_opportunity_filter_choose (filter->stages, uid_of (chip->record), FALSE);
      break;
    case CONDITION_AMOUNT:
      filter->has_amount_from = filter->has_amount_to = FALSE;
      *filter->currency = '\0';
      break;
    case CONDITION_EXPECTED:
      *filter->expected_from = *filter->expected_to = '\0';
      break;
    case CONDITION_NEXT_STEP:
      filter->next_step = CLINCH_NEXT_STEP_ANY;
      break;
    case CONDITION_OVER_LIMIT:
      filter->over_limit = FALSE;
      break;
    case CONDITION_ALL:
    default:
      break;
    }
}

static void
chip_clicked_cb (GtkButton *button,
                 Chip      *chip)
{
  ClinchFilterBar *self = chip->self;
  g_autoptr(ClinchOpportunityFilter) filter = NULL;

  filter = chip->condition == CONDITION_ALL ? clinch_opportunity_filter_new ()
           : clinch_opportunity_filter_copy (self->filter);
  remove_condition (filter, chip);
  /* The chip goes away; the keyboard shall not fall into nothing. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  clinch_filter_bar_set_filter (self, filter);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
record_changed_cb (GtkButton *button)
{
  Chip *chip = g_object_get_data (G_OBJECT (button), "clinch-chip");
  const char *name = clinch_record_get_name (chip->record);
  /* Translators: a condition of the filter. */
  g_autofree char *tooltip = g_strdup_printf (_("Remove the condition “%s”"), name);

  gtk_label_set_label (GTK_LABEL (chip->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
}

/* Not bound to the template: the bin drops its child itself, and would do so twice. */
static AdwWrapBox *
get_box (ClinchFilterBar *self)
{
  return ADW_WRAP_BOX (adw_bin_get_child (ADW_BIN (self)));
}

static GtkWidget *
make_chip (ClinchFilterBar *self,
           Condition        condition,
           const char      *text,
           ClinchRecord    *record)
{
  Chip *chip = g_new0 (Chip, 1);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *tooltip = g_strdup_printf (_("Remove the condition “%s”"), text);

  chip->self = self;
  chip->condition = condition;
  chip->record = record != NULL ? g_object_ref (record) : NULL;
  chip->label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (chip->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (chip->label), 28);
  gtk_box_append (GTK_BOX (content), chip->label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_object_set_data (G_OBJECT (button), "clinch-chip", chip);
  g_signal_connect_data (button, "clicked", G_CALLBACK (chip_clicked_cb), chip, chip_free,
                         G_CONNECT_DEFAULT);
  if (record != NULL)
    g_signal_connect_object (record, "changed", G_CALLBACK (record_changed_cb), button,
                             G_CONNECT_SWAPPED);

  adw_wrap_box_append (get_box (self), button);
  g_ptr_array_add (self->chips, button);

  return button;
}

static ClinchRecord *
find_record (ClinchFilterBar *self,
             const ClinchUid *uid)
{
  for (guint i = 0; i < self->records->len; i++)
    if (clinch_uid_equal (uid_of (self->records->pdata[i]), uid))
      return self->records->pdata[i];

  return NULL;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchFilterBar) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = NULL;

  records = clinch_record_lookup_finish (self->workspace, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (records == NULL)
    {
      g_debug ("What the filter names could not be read: %s", error->message);
      return;
    }

  if (records->len == 0)
    return;
  g_ptr_array_extend_and_steal (self->records, g_steal_pointer (&records));
  show_filter (self);
}

/* A chip for each record that is known; what is not is looked up, and the chips are shown anew. */
static void
add_records (ClinchFilterBar *self,
             Condition        condition,
             ClinchKind       kind,
             GArray          *uids)
{
  g_autoptr(GArray) unknown = g_array_new (FALSE, FALSE, sizeof (ClinchUid));

  for (guint i = 0; i < uids->len; i++)
    {
      const ClinchUid *uid = &g_array_index (uids, ClinchUid, i);
      ClinchRecord *record = find_record (self, uid);

      if (record != NULL)
        make_chip (self, condition, clinch_record_get_name (record), record);
      else
        g_array_append_val (unknown, *uid);
    }
  if (unknown->len > 0)
    clinch_record_lookup_async (self->workspace, kind, unknown, self->cancellable, found_cb,
                                g_object_ref (self));
}

static void
add_grades (ClinchFilterBar *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) grades = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  const ClinchChoiceValue *values;
  int n_values;

  if (self->filter->grades->len == 0)
    return;

  values = clinch_choice_values (CLINCH_CHOICE_GRADE, &n_values);
  for (int i = 0; i < n_values; i++)
    if (g_ptr_array_find_with_equal_func (self->filter->grades, values[i].code, g_str_equal, NULL))
      g_strv_builder_add (builder, clinch_choice_label (CLINCH_CHOICE_GRADE, values[i].code));
  if (g_ptr_array_find_with_equal_func (self->filter->grades, "", g_str_equal, NULL))
    g_strv_builder_add (builder, C_("grade", "None"));
  grades = g_strv_builder_end (builder);
  list = g_strjoinv (C_("between choices of a filter", ", "), grades);
  /* Translators: grades of customers that a filter lets through. */
  text = g_strdup_printf (_("Grade %s"), list);
  make_chip (self, CONDITION_GRADES, text, NULL);
}

static char *
format_range (char *from,
              char *to)
{
  if (from != NULL && to != NULL)
    return g_strdup_printf (C_("range", "%1$s – %2$s"), from, to);
  if (from != NULL)
    return g_strdup_printf (C_("range", "from %s"), from);

  return g_strdup_printf (C_("range", "up to %s"), to);
}

static void
add_amount (ClinchFilterBar *self)
{
  const ClinchOpportunityFilter *filter = self->filter;
  const char *currency = *filter->currency != '\0' ? filter->currency
                         : clinch_workspace_get_currency (self->workspace);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;

  if (!filter->has_amount_from && !filter->has_amount_to)
    return;

  if (filter->has_amount_from)
    from = clinch_money_format (filter->amount_from, currency, clinch_money_style ());
  if (filter->has_amount_to)
    to = clinch_money_format (filter->amount_to, currency, clinch_money_style ());
  text = format_range (from, to);
  gtk_widget_set_tooltip_text (make_chip (self, CONDITION_AMOUNT, text, NULL),
                               _("Amounts in other currencies do not match"));
}

static void
add_expected (ClinchFilterBar *self)
{
  const ClinchOpportunityFilter *filter = self->filter;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *range = NULL;
  g_autofree char *text = NULL;
  char today[CLINCH_DATE_SIZE];

  if (*filter->expected_from == '\0' && *filter->expected_to == '\0')
    return;

  clinch_clock_today (today);
  if (*filter->expected_from != '\0')
    from = clinch_date_format (filter->expected_from, today);
  if (*filter->expected_to != '\0')
    to = clinch_date_format (filter->expected_to, today);
  range = format_range (from, to);
  /* Translators: a range of days. */
  text = g_strdup_printf (_("Signing %s"), range);
  make_chip (self, CONDITION_EXPECTED, text, NULL);
}

static void
add_next_step (ClinchFilterBar *self)
{
  switch (self->filter->next_step)
    {
    case CLINCH_NEXT_STEP_MISSING:
      make_chip (self, CONDITION_NEXT_STEP, _("No next step"), NULL);
      break;
    case CLINCH_NEXT_STEP_OVERDUE:
      make_chip (self, CONDITION_NEXT_STEP, _("Next step overdue"), NULL);
      break;
    case CLINCH_NEXT_STEP_SOON:
      make_chip (self, CONDITION_NEXT_STEP, _("Next step within 7 days"), NULL);
      break;
    case CLINCH_NEXT_STEP_ANY:
    default:
      break;
    }
}

static void
add_clear (ClinchFilterBar *self)
{
  GtkWidget *button = make_chip (self, CONDITION_ALL, _("Clear"), NULL);

  gtk_button_set_label (GTK_BUTTON (button), _("Clear"));
  gtk_widget_remove_css_class (button, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Clear the filter"), -1);
}

static void
show_filter (ClinchFilterBar *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_remove (get_box (self), self->chips->pdata[i]);
  g_ptr_array_set_size (self->chips, 0);

  if (self->filter->mine)
    make_chip (self, CONDITION_MINE, _("Mine"), NULL);
  add_records (self, CONDITION_OWNER, CLINCH_KIND_MEMBER, self->filter->owners);
  add_records (self, CONDITION_TEAM, CLINCH_KIND_TEAM, self->filter->teams);
  add_grades (self);
  add_records (self, CONDITION_STAGE, CLINCH_KIND_STAGE, self->filter->stages);
  add_amount (self);
  add_expected (self);
  add_next_step (self);
  if (self->filter->over_limit)
    make_chip (self, CONDITION_OVER_LIMIT, _("Over the time limit"), NULL);
  if (!clinch_opportunity_filter_is_empty (self->filter))
    add_clear (self);
}

static void
search_changed_cb (ClinchFilterBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (!g_set_str (&self->filter->text, *text != '\0' ? text : NULL))
    return;

  show_filter (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_search_cb (ClinchFilterBar *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
  g_signal_emit (self, signals[STOP_SEARCH], 0);
}

static void
clinch_filter_bar_dispose (GObject *object)
{
  ClinchFilterBar *self = CLINCH_FILTER_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->chips, 0);
  /* The template would take the box from under the bin, which would then let go of it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (clinch_filter_bar_parent_class)->dispose (object);
}

static void
clinch_filter_bar_finalize (GObject *object)
{
  ClinchFilterBar *self = CLINCH_FILTER_BAR (object);

  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->records);
  g_clear_object (&self->cancellable);
  clinch_opportunity_filter_free (self->filter);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_filter_bar_parent_class)->finalize (object);
}

static void
clinch_filter_bar_class_init (ClinchFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_filter_bar_dispose;
  object_class->finalize = clinch_filter_bar_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[STOP_SEARCH] = g_signal_new ("stop-search", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchFilterBar, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
clinch_filter_bar_init (ClinchFilterBar *self)
{
  self->filter = clinch_opportunity_filter_new ();
  self->chips = g_ptr_array_new ();
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinch_filter_bar_set_workspace (ClinchFilterBar *self,
                                 ClinchWorkspace *workspace)
{
  g_return_if_fail (CLINCH_IS_FILTER_BAR (self));

  g_set_object (&self->workspace, workspace);
}

void
clinch_filter_bar_set_filter (ClinchFilterBar               *self,
                              const ClinchOpportunityFilter *filter)
{
  const char *text;

  g_return_if_fail (CLINCH_IS_FILTER_BAR (self));

  if (self->filter != filter)
    {
      clinch_opportunity_filter_free (self->filter);
      self->filter = clinch_opportunity_filter_copy (filter);
    }

  text = self->filter->text != NULL ? self->filter->text : "";
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  show_filter (self);
}

const ClinchOpportunityFilter *
clinch_filter_bar_get_filter (ClinchFilterBar *self)
{
  g_return_val_if_fail (CLINCH_IS_FILTER_BAR (self), NULL);

  return self->filter;
}

void
clinch_filter_bar_focus_search (ClinchFilterBar *self)
{
  g_return_if_fail (CLINCH_IS_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

char *
clinch_filter_bar_dup_text (ClinchFilterBar *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) conditions = NULL;

  g_return_val_if_fail (CLINCH_IS_FILTER_BAR (self), NULL);

  /* Translators: words that somebody looks for. */
  if (self->filter->text != NULL && *self->filter->text != '\0')
    g_strv_builder_take (builder, g_strdup_printf (C_("filter", "“%s”"), self->filter->text));
  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = g_object_get_data (self->chips->pdata[i], "clinch-chip");

      if (chip->condition != CONDITION_ALL)
        g_strv_builder_add (builder, gtk_label_get_label (GTK_LABEL (chip->label)));
    }
  conditions = g_strv_builder_end (builder);

  return conditions[0] != NULL ? g_strjoinv (" · ", conditions) : NULL;
}
