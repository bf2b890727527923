// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-dossier.h"

#include "clinch-chain-map-fill.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-profile-radar.h"
#include "clinch-profile-text.h"

#include <glib/gi18n-lib.h>

static char *
or_dash (const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? text : "–");
}

/* --- Who they are */

static void
add_head (ClinchPaper            *paper,
          const ClinchVisitBrief *brief)
{
  const ClinchCustomerProfile *profile = brief->profile;
  g_autofree char *why = clinch_profile_grade_text (profile);
  g_autofree char *owner = NULL;
  g_autofree char *grade = NULL;

  clinch_paper_add_text (paper, CLINCH_PAPER_TITLE, clinch_row_name (brief->customer));
  if (*brief->about != '\0')
    clinch_paper_add_text (paper, CLINCH_PAPER_TEXT, brief->about);
  /* Translators: a grade, why it is that one. */
  grade = g_strdup_printf (_("Grade %1$s (%2$s)"),
                           profile->grade != NULL ? profile->grade : "–", why);
  /* Translators: the name of a member. */
  owner = g_strdup_printf (C_("dossier", "Owner: %s"), *brief->owner != '\0' ? brief->owner : "–");
  clinch_paper_add_text (paper, CLINCH_PAPER_STRONG, grade);
  clinch_paper_add_text (paper, CLINCH_PAPER_TEXT, owner);
}

static char *
figures_text (const ClinchCustomerProfile *profile)
{
  g_autofree char *completeness = clinch_profile_completeness_text (profile);
  g_autofree char *score = profile->score.score == CLINCH_PROFILE_UNKNOWN ? g_strdup ("–")
                           : g_strdup_printf ("%d", profile->score.score);

  /* Translators: a score, how many dimensions are known, a priority. */
  return g_strdup_printf (_("Score %1$s · %2$s · priority %3$d"), score, completeness,
                          profile->priority.points);
}

static void
add_profile (ClinchPaper            *paper,
             const ClinchVisitBrief *brief)
{
  const ClinchCustomerProfile *profile = brief->profile;
  g_autoptr(ClinchRadarData) data = clinch_radar_data_new ();
  g_autofree char *figures = figures_text (profile);
  g_autoptr(GString) lines = g_string_new (NULL);

  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING, C_("dossier", "Profile"));
  clinch_paper_add_text (paper, CLINCH_PAPER_STRONG, figures);
  for (guint i = 0; i < profile->lines->len; i++)
    {
      const ClinchProfileLine *line = clinch_customer_profile_line (profile, i);
      g_autofree char *text = clinch_profile_line_text (line);

      /* Translators: a dimension, what is known in it. */
      g_string_append_printf (lines, C_("dossier", "%1$s: %2$s"), line->rule->name, text);
      if (line->age.stale)
        g_string_append_printf (lines, " (%s)", C_("profile", "out of date"));
      g_string_append_c (lines, '\n');
    }
  if (profile->lines->len == 0)
    return;
  clinch_profile_radar_show (data, profile);
  clinch_paper_add_chart (paper, CLINCH_CHART_DATA (data), lines->str);
}

/* --- Who decides */

static char *
last_contact_text (const ClinchBriefPerson *person)
{
  gint64 last = person->figure->person->last_contact;
  char date[CLINCH_DATE_SIZE];

  if (last == 0)
    return g_strdup ("–");
  clinch_date_from_instant (last, clinch_clock_timezone (), date);

  return clinch_date_format (date, "");
}

static char *
position_text (const ClinchRow *contact)
{
  const char *title = clinch_row_text (contact, CLINCH_CONTACT_TITLE);
  const char *department = clinch_row_text (contact, CLINCH_CONTACT_DEPARTMENT);

  if (title != NULL && department != NULL)
    return g_strdup_printf ("%s · %s", title, department);

  return or_dash (title != NULL ? title : department);
}

static void
add_person (ClinchPaper             *paper,
            const ClinchBriefPerson *person)
{
  static const ClinchTrait traits[] = { CLINCH_TRAIT_ROLE, CLINCH_TRAIT_SUPPORT,
                                        CLINCH_TRAIT_COVERAGE };
  g_autofree char *position = position_text (person->figure->contact);
  g_autofree char *last = last_contact_text (person);
  const char *cells[6] = { clinch_row_name (person->figure->contact), position };

  for (gsize i = 0; i < G_N_ELEMENTS (traits); i++)
    {
      const char *label = person->figure->values[traits[i]].label;

      cells[2 + i] = label != NULL ? label : "–";
    }
  cells[5] = last;
  clinch_paper_add_row (paper, cells, person->depth);
}

static void
add_people (ClinchPaper            *paper,
            const ClinchVisitBrief *brief)
{
  const ClinchPaperColumn columns[] = {
    { C_("dossier", "Name"), 0.22 },
    { C_("dossier", "Position"), 0.24 },
    { C_("field", "Role"), 0.13 },
    { C_("field", "Support"), 0.13 },
    { C_("field", "Coverage"), 0.12 },
    { C_("field", "Last Contact"), 0.16 },
  };

  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING,
                         C_("dossier", "People and Whom They Report To"));
  if (brief->people->len == 0)
    {
      clinch_paper_add_text (paper, CLINCH_PAPER_TEXT, _("Nobody there is known yet."));
      return;
    }
  clinch_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < brief->people->len; i++)
    add_person (paper, &g_array_index (brief->people, ClinchBriefPerson, i));
  clinch_paper_end_table (paper);
}

/* With more people than that a map on A4 cannot be read any more. */
#define MAX_MAPPED 40
#define MAP_RATIO 0.66

static void
add_map (ClinchPaper            *paper,
         const ClinchVisitBrief *brief)
{
  g_autoptr(ClinchChainMapData) data = NULL;

  if (brief->people->len < 2 || brief->people->len > MAX_MAPPED)
    return;
  data = clinch_chain_map_data_new ();
  clinch_chain_map_fill (data, brief->chain);
  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING, C_("dossier", "Decision Map"));
  clinch_paper_add_picture (paper, CLINCH_CHART_DATA (data), MAP_RATIO);
}

/* --- What to do about it */

static void
add_questions (ClinchPaper            *paper,
               const ClinchVisitBrief *brief)
{
  GPtrArray *questions = brief->questions;

  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING, C_("dossier", "Questions to Ask"));
  for (guint i = 0; i < questions->len; i++)
    {
      const ClinchBriefQuestion *question = questions->pdata[i];

      clinch_paper_add_item (paper, CLINCH_PAPER_BOX, question->text, NULL);
    }
  if (questions->len == 0)
    clinch_paper_add_text (paper, CLINCH_PAPER_TEXT,
                           _("Nothing is open about who decides and what they require."));
}

static void
add_findings (ClinchPaper            *paper,
              const ClinchVisitBrief *brief)
{
  GPtrArray *notices = brief->chain->notices;

  if (notices->len == 0)
    return;
  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING, C_("dossier", "Watch Out"));
  for (guint i = 0; i < notices->len; i++)
    {
      const ClinchChainNotice *notice = notices->pdata[i];
      g_autofree char *detail = g_strdup_printf ("%s\n%s", notice->why, notice->advice);

      clinch_paper_add_item (paper, CLINCH_PAPER_BULLET, notice->title, detail);
    }
}

static void
add_talks (ClinchPaper            *paper,
           const ClinchVisitBrief *brief)
{
  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING, C_("dossier", "Last Contacts"));
  for (guint i = 0; i < brief->talks->len; i++)
    {
      const ClinchBriefTalk *talk = brief->talks->pdata[i];
      g_autofree char *head = g_strdup_printf ("%s · %s", talk->when, talk->way);

      clinch_paper_add_item (paper, CLINCH_PAPER_BULLET, head, talk->text);
    }
  if (brief->talks->len == 0)
    clinch_paper_add_text (paper, CLINCH_PAPER_TEXT, _("Nobody has been in touch yet."));
}

static void
add_deals (ClinchPaper            *paper,
           const ClinchVisitBrief *brief)
{
  const ClinchPaperColumn columns[] = {
    { C_("dossier", "Opportunity"), 0.27 },
    { C_("field", "Stage"), 0.13 },
    { C_("field", "Amount"), 0.13, TRUE },
    { C_("field", "Expected Signing"), 0.17 },
    { C_("field", "Next Step"), 0.30 },
  };

  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING, C_("dossier", "Open Opportunities"));
  if (brief->deals->len == 0)
    {
      clinch_paper_add_text (paper, CLINCH_PAPER_TEXT, _("No opportunity is open."));
      return;
    }
  clinch_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < brief->deals->len; i++)
    {
      const ClinchBriefDeal *deal = brief->deals->pdata[i];
      g_autofree char *amount = or_dash (deal->amount);
      g_autofree char *expected = or_dash (deal->expected);
      g_autofree char *next = clinch_brief_next_step (deal);
      const char *cells[] = { deal->name, deal->stage, amount, expected, next };

      clinch_paper_add_row (paper, cells, 0);
    }
  clinch_paper_end_table (paper);
}

static void
add_goals (ClinchPaper            *paper,
           const ClinchVisitBrief *brief)
{
  const ClinchPaperColumn columns[] = {
    { C_("field", "Objective"), 0.64 },
    { C_("field", "Due"), 0.18 },
    { C_("field", "State"), 0.18 },
  };

  if (brief->goals->len == 0)
    return;
  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING, C_("dossier", "Objectives"));
  clinch_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < brief->goals->len; i++)
    {
      const ClinchBriefGoal *goal = brief->goals->pdata[i];
      g_autofree char *due = or_dash (goal->due);
      const char *cells[] = { goal->name, due, goal->state };

      clinch_paper_add_row (paper, cells, 0);
    }
  clinch_paper_end_table (paper);
}

static void
add_materials (ClinchPaper            *paper,
               const ClinchVisitBrief *brief)
{
  const ClinchPaperColumn columns[] = {
    { C_("kind", "Material"), 0.46 },
    { C_("dossier", "About"), 0.34 },
    { C_("dossier", "Shown"), 0.20 },
  };

  if (brief->materials->len == 0)
    return;
  clinch_paper_add_text (paper, CLINCH_PAPER_HEADING, C_("visit", "Worth Bringing Along"));
  clinch_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < brief->materials->len; i++)
    {
      const ClinchBriefMaterial *material = brief->materials->pdata[i];
      g_autofree char *shown = or_dash (material->shown);
      const char *cells[] = { material->name, material->about, shown };

      clinch_paper_add_row (paper, cells, 0);
    }
  clinch_paper_end_table (paper);
}

ClinchPaper *
clinch_dossier_new (const ClinchVisitBrief *brief)
{
  g_autofree char *date = clinch_date_format_full (brief->profile->today);
  g_autofree char *note = NULL;
  ClinchPaper *paper;

  /* Translators: a date. It stands at the foot of each page. */
  note = g_strdup_printf (_("Customer dossier · %s · confidential"), date);
  paper = clinch_paper_new (clinch_row_name (brief->customer), note);
  add_head (paper, brief);
  add_profile (paper, brief);
  add_people (paper, brief);
  add_map (paper, brief);
  add_questions (paper, brief);
  add_findings (paper, brief);
  add_talks (paper, brief);
  add_deals (paper, brief);
  add_goals (paper, brief);
  add_materials (paper, brief);

  return paper;
}

GBytes *
clinch_dossier_render (const ClinchVisitBrief  *brief,
                       GError                 **error)
{
  g_autoptr(ClinchPaper) paper = clinch_dossier_new (brief);

  return clinch_paper_render (paper, brief->owner, brief->now, error);
}
