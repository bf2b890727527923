// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-visit-rows.h"

#include <glib/gi18n-lib.h>

#define TALK_LINES 4

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkWidget *
add_check (GtkWidget  *row,
           const char *label)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return check;
}

static void
append (GString    *text,
        const char *separator,
        const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", more);
}

/* What they think, how well we know them, what is known of them. */
static char *
describe_person (const ClinchChainFigure *figure)
{
  static const ClinchTrait traits[] = { CLINCH_TRAIT_ROLE, CLINCH_TRAIT_SUPPORT,
                                        CLINCH_TRAIT_ORIENTATION, CLINCH_TRAIT_COVERAGE };
  GString *text = g_string_new (NULL);

  append (text, " · ", clinch_row_text (figure->contact, CLINCH_CONTACT_TITLE));
  for (gsize i = 0; i < G_N_ELEMENTS (traits); i++)
    append (text, " · ", figure->values[traits[i]].label);
  append (text, "\n", figure->silence);
  if (figure->facts->len > 0)
    append (text, "\n", clinch_row_text (figure->facts->pdata[0], CLINCH_FACT_TEXT));

  return g_string_free (text, FALSE);
}

GtkWidget *
clinch_visit_person_row (const ClinchBriefPerson  *person,
                         GtkWidget               **check)
{
  const char *name = clinch_row_name (person->figure->contact);
  g_autofree char *subtitle = describe_person (person->figure);
  GtkWidget *row = make_row (name, subtitle);

  *check = add_check (row, name);

  return row;
}

GtkWidget *
clinch_visit_question_row (const ClinchBriefQuestion  *question,
                           GtkWidget                 **check)
{
  GtkWidget *row = make_row (question->text, NULL);

  *check = add_check (row, question->text);

  return row;
}

GtkWidget *
clinch_visit_notice_row (const ClinchChainNotice *notice)
{
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", notice->why, notice->advice);
  GtkWidget *row = make_row (notice->title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name ("clinch-alert-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

GtkWidget *
clinch_visit_deal_row (const ClinchBriefDeal *deal)
{
  g_autoptr(GString) subtitle = g_string_new (deal->stage);
  g_autofree char *next = clinch_brief_next_step (deal);
  GtkWidget *row;

  append (subtitle, " · ", deal->amount);
  append (subtitle, " · ", deal->expected);
  g_string_append_c (subtitle, '\n');
  if (*deal->next_step == '\0' && *deal->next_date == '\0')
    g_string_append (subtitle, C_("visit", "No next step"));
  else if (deal->overdue)
    /* Translators: a next step that should have been done. */
    g_string_append_printf (subtitle, C_("visit", "Overdue: %s"), next);
  else
    /* Translators: what is to be done next. */
    g_string_append_printf (subtitle, C_("visit", "Next: %s"), next);
  row = make_row (deal->name, subtitle->str);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

GtkWidget *
clinch_visit_material_row (const ClinchBriefMaterial *material)
{
  g_autoptr(GString) subtitle = g_string_new (material->about);
  g_autofree char *label = g_strdup_printf (_("Share “%s”"), material->name);
  GtkWidget *button = gtk_button_new_with_label (C_("material", "Share…"));
  GtkWidget *row;

  append (subtitle, " · ", material->shown);
  row = make_row (material->name, subtitle->str);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", material->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "visit.share");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

GtkWidget *
clinch_visit_talk_row (const ClinchBriefTalk *talk)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", talk->when, talk->way);
  GtkWidget *row = make_row (title, talk->text);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), TALK_LINES);

  return row;
}

GtkWidget *
clinch_visit_empty_row (const char *text)
{
  GtkWidget *row = make_row (text, NULL);

  gtk_widget_add_css_class (row, "dim-label");

  return row;
}
