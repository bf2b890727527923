// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-target-row.h"

#include "clinch-pace-bar.h"
#include "clinch-target-text.h"

#include <glib/gi18n-lib.h>

#define INDENT 18
#define MAX_INDENT 4

/* As high with buttons as without. */
#define HEAD_HEIGHT 34

struct _ClinchTargetRowWidget
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkWidget *head;
  guint place;
  char *name;
};

G_DEFINE_FINAL_TYPE (ClinchTargetRowWidget, clinch_target_row_widget, GTK_TYPE_LIST_BOX_ROW)

static void
clinch_target_row_widget_finalize (GObject *object)
{
  g_free (CLINCH_TARGET_ROW_WIDGET (object)->name);

  G_OBJECT_CLASS (clinch_target_row_widget_parent_class)->finalize (object);
}

static void
clinch_target_row_widget_class_init (ClinchTargetRowWidgetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_target_row_widget_finalize;
}

static void
clinch_target_row_widget_init (ClinchTargetRowWidget *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "target-row");
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_button (ClinchTargetRowWidget *self,
             const char            *icon,
             const char            *label,
             const char            *action)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon)
                      : gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (icon != NULL)
    gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", self->place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static ClinchTargetRowWidget *
make_row (const ClinchTargetRow *row,
          guint                  place)
{
  ClinchTargetRowWidget *self = g_object_new (CLINCH_TYPE_TARGET_ROW_WIDGET, NULL);
  GtkWidget *name;

  self->place = place;
  self->name = g_strdup (clinch_target_row_name (row));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_margin_start (self->box, 12 + INDENT * MIN (row->depth, MAX_INDENT));
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_size_request (self->head, -1, HEAD_HEIGHT);
  name = make_label (self->name, row->scope.member_id == 0 ? "heading" : NULL);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (self->head), name);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);

  return self;
}

static void
add_figure (ClinchTargetRowWidget *self,
            const char            *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (self->head), label);
}

/* Two captions, one at each end, the second below the first where they do not fit. */
static void
add_captions (ClinchTargetRowWidget *self,
              const char            *start,
              const char            *end)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (box), ADW_JUSTIFY_SPREAD);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (box), TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (box), make_label (start, "caption"));
  if (end != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (box), make_label (end, "caption"));
  gtk_box_append (GTK_BOX (self->box), box);
}

/* --- Progress */

static char *
describe_won (const ClinchTargetRow *row)
{
  g_autofree char *won = clinch_target_money (row->periods[0].won, row->currency);
  g_autofree char *percent = clinch_target_percent (row->pace.percent);

  if (row->pace.percent < 0)
    /* Translators: an amount. */
    return g_strdup_printf (_("Won %s"), won);

  /* Translators: an amount, its share of the target. */
  return g_strdup_printf (_("Won %1$s, %2$s"), won, percent);
}

static char *
describe_pace (const ClinchTargetRow *row)
{
  const ClinchPace *pace = &row->pace;
  const char *state = clinch_pace_state_text (pace->state);
  g_autofree char *gap = clinch_target_money (pace->gap, row->currency);
  g_autofree char *projection = clinch_target_money (pace->projection, row->currency);

  if (pace->state == CLINCH_PACE_NO_TARGET || pace->state == CLINCH_PACE_REACHED)
    return g_strdup (state);
  if (pace->state == CLINCH_PACE_MISSED || pace->projection == CLINCH_PACE_UNKNOWN)
    /* Translators: how it stands, an amount: Behind, ¥1.7M to go. */
    return g_strdup_printf (_("%1$s, %2$s to go"), state, gap);

  /* Translators: how it stands, amounts: Behind, ¥1.7M to go, ¥2.7M at this pace. */
  return g_strdup_printf (_("%1$s, %2$s to go, %3$s at this pace"), state, gap, projection);
}

static const char *
colour_of (ClinchPaceState state)
{
  switch (state)
    {
    case CLINCH_PACE_REACHED:
      return "success";
    case CLINCH_PACE_BEHIND:
    case CLINCH_PACE_MISSED:
      return "warning";
    case CLINCH_PACE_NO_TARGET:
    case CLINCH_PACE_ON_PACE:
    default:
      return "accent";
    }
}

static void
add_bar (ClinchTargetRowWidget *self,
         const ClinchTargetRow *row)
{
  const ClinchPace *pace = &row->pace;
  GtkWidget *bar = clinch_pace_bar_new ();
  gboolean has_mark = pace->state == CLINCH_PACE_ON_PACE || pace->state == CLINCH_PACE_BEHIND;
  /* Translators: percentages. */
  g_autofree char *text =
    g_strdup_printf (_("%1$d%% of the target is won, %2$d%% of the workdays "
                                             "are over"), pace->percent, pace->due_percent);

  clinch_pace_bar_set (CLINCH_PACE_BAR (bar), pace->percent, has_mark ? pace->due_percent : -1,
                       text);
  gtk_widget_add_css_class (bar, colour_of (pace->state));
  gtk_box_append (GTK_BOX (self->box), bar);
}

GtkWidget *
clinch_target_row_widget_new_progress (const ClinchTargetRow *row,
                                       guint                  place,
                                       gboolean               can_write)
{
  ClinchTargetRowWidget *self = make_row (row, place);
  gboolean has_target = row->periods[0].target_id != 0;
  g_autofree char *won = describe_won (row);
  g_autofree char *pace = describe_pace (row);
  g_autofree char *parts = clinch_target_parts_text (row);

  if (has_target)
    {
      g_autofree char *target = clinch_target_money (row->periods[0].target, row->currency);

      add_figure (self, target);
      add_bar (self, row);
    }
  if (can_write)
    gtk_box_append (GTK_BOX (self->head),
                    make_button (self, has_target ? "document-edit-symbolic" : NULL,
                                 has_target ? _("Change the Target") : _("Set Target"),
                                 "page.set-target"));
  add_captions (self, won, pace);
  if (parts != NULL)
    gtk_box_append (GTK_BOX (self->box), make_label (parts, "caption"));

  return GTK_WIDGET (self);
}

/* --- Forecast */

static char *
describe_forecast (const ClinchTargetRow *row)
{
  const ClinchTargetPeriod *now = &row->periods[0];
  g_autofree char *forecast = clinch_target_money (now->forecast, row->currency);
  g_autofree char *called = clinch_target_money (now->called, row->currency);
  g_autofree char *said = clinch_target_money (now->said, row->currency);
  g_autofree char *won = clinch_target_money (now->won, row->currency);

  if (now->n_forecasts == 0)
    /* Translators: an amount. */
    return g_strdup_printf (_("No forecast, won %s"), won);
  if (row->scope.member_id == 0 && now->said != now->forecast)
    /* Translators: amounts: what the data promised, what it comes to with what people said
     * themselves, what was won. */
    return g_strdup_printf (_("Forecast %1$s, with own calls %2$s, won %3$s"), forecast, said, won);
  if (now->has_call)
    /* Translators: amounts: what the data promised, what the person said, what was won. */
    return g_strdup_printf (_("Forecast %1$s, own call %2$s, won %3$s"), forecast, called, won);

  /* Translators: amounts: what the data promised, what was won. */
  return g_strdup_printf (_("Forecast %1$s, won %2$s"), forecast, won);
}

GtkWidget *
clinch_target_row_widget_new_forecast (const ClinchTargetRow *row,
                                       guint                  place,
                                       gboolean               can_write)
{
  ClinchTargetRowWidget *self = make_row (row, place);
  const ClinchTargetPeriod *now = &row->periods[0];
  g_autofree char *forecast = describe_forecast (row);
  g_autofree char *record = clinch_forecast_record_text (&row->record);

  if (now->is_over && now->n_forecasts > 0)
    {
      g_autofree char *error =
        clinch_forecast_error_text (clinch_forecast_error (now->said, now->won));

      add_figure (self, error);
    }
  if (can_write && row->scope.member_id != 0 && !now->is_over)
    gtk_box_append (GTK_BOX (self->head),
                    make_button (self, "document-edit-symbolic", _("Own Call"), "page.call"));
  add_captions (self, forecast, row->record.n > 0 ? record : NULL);

  return GTK_WIDGET (self);
}

/* --- Folding */

void
clinch_target_row_widget_set_folding (ClinchTargetRowWidget *self,
                                      gboolean               unfolded)
{
  GtkWidget *button;

  g_return_if_fail (CLINCH_IS_TARGET_ROW_WIDGET (self));

  button = make_button (self, unfolded ? "pan-down-symbolic" : "pan-end-symbolic",
                        unfolded ? _("Fold") : _("Unfold"), "page.unfold");
  gtk_box_prepend (GTK_BOX (self->head), button);
}

guint
clinch_target_row_widget_get_place (ClinchTargetRowWidget *self)
{
  g_return_val_if_fail (CLINCH_IS_TARGET_ROW_WIDGET (self), 0);

  return self->place;
}
