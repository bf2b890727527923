// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-chain-brief.h"

#include "clinch-money.h"

#include <glib/gi18n-lib.h>

/* So much is said of what is missing and of what to ask. */
#define MAX_NOTICES 3
#define MAX_QUESTIONS 3

static void
add_line (GString    *brief,
          const char *label,
          const char *text)
{
  /* Translators: a line of a brief: what it is about and what there is to say. */
  g_string_append_printf (brief, C_ ("brief", "%1$s: %2$s"), label, text);
  g_string_append_c (brief, '\n');
}

static void
add_deal (GString                   *brief,
          const ClinchDecisionChain *self)
{
  const ClinchRow *opportunity = self->opportunity;
  g_autofree char *amount = NULL;
  g_autofree char *deal = NULL;

  add_line (brief, clinch_kind_label (CLINCH_KIND_CUSTOMER, FALSE),
            clinch_row_name (self->customer));
  if (opportunity == NULL)
    return;

  deal = g_strdup (clinch_row_name (opportunity));
  if (!clinch_row_is_null (opportunity, CLINCH_OPPORTUNITY_AMOUNT))
    {
      amount = clinch_money_format (clinch_row_int (opportunity, CLINCH_OPPORTUNITY_AMOUNT),
                                    clinch_row_text (opportunity, CLINCH_OPPORTUNITY_CURRENCY),
                                    clinch_money_style ());
      g_free (deal);
      deal = g_strconcat (clinch_row_name (opportunity), C_ ("list", ", "), amount, NULL);
    }
  add_line (brief, clinch_kind_label (CLINCH_KIND_OPPORTUNITY, FALSE), deal);
}

/* Title and judgements of the person, as far as they are known. */
static char *
describe_person (const ClinchChainFigure *figure)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer) clinch_row_name (figure->contact));
  if (!clinch_row_is_null (figure->contact, CLINCH_CONTACT_DEPARTMENT))
    g_ptr_array_add (parts, (gpointer) clinch_row_text (figure->contact,
                                                        CLINCH_CONTACT_DEPARTMENT));
  if (!clinch_row_is_null (figure->contact, CLINCH_CONTACT_TITLE))
    g_ptr_array_add (parts, (gpointer) clinch_row_text (figure->contact, CLINCH_CONTACT_TITLE));
  for (int trait = 0; trait < CLINCH_N_TRAITS; trait++)
    if (figure->values[trait].label != NULL)
      g_ptr_array_add (parts, (gpointer) figure->values[trait].label);
  g_ptr_array_add (parts, figure->silence);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
}

static gboolean
concerns (const GArray *people,
          gint64        contact_id)
{
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, gint64, i) == contact_id)
      return TRUE;

  return contact_id == 0;
}

/* First what concerns the person; the worst, where nothing does. */
static void
add_notices (GString                   *brief,
             const ClinchDecisionChain *self,
             gint64                     contact_id)
{
  guint n_said = 0;

  for (int pass = 0; pass < 2 && n_said == 0; pass++)
    for (guint i = 0; i < self->notices->len && n_said < MAX_NOTICES; i++)
      {
        const ClinchChainNotice *notice = self->notices->pdata[i];
        g_autofree char *text = NULL;

        if (pass == 0 && !concerns (notice->finding->people, contact_id))
          continue;
        /* Translators: what is missing, and why that counts. */
        text = g_strdup_printf (C_("brief", "%1$s (%2$s)"), notice->title, notice->why);
        add_line (brief, _("What is missing"), text);
        n_said++;
      }
}

static void
add_questions (GString                   *brief,
               const ClinchDecisionChain *self,
               gint64                     contact_id)
{
  guint n_said = 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->questions->len && n_said < MAX_QUESTIONS; i++)
      {
        const ClinchChainAsk *ask = self->questions->pdata[i];
        gboolean is_theirs = contact_id != 0 && ask->question->person == contact_id;

        if (is_theirs != (pass == 0))
          continue;
        add_line (brief, _("To ask"), ask->text);
        n_said++;
      }
}

char *
clinch_chain_brief (const ClinchDecisionChain *self,
                    gint64                     contact_id)
{
  g_autoptr(GString) brief = g_string_new (NULL);
  int place = clinch_decision_chain_find (self, contact_id);

  add_deal (brief, self);
  if (place >= 0)
    {
      g_autofree char *person = describe_person (clinch_decision_chain_person (self, place));

      add_line (brief, _("To meet"), person);
    }
  add_notices (brief, self, place >= 0 ? contact_id : 0);
  add_questions (brief, self, place >= 0 ? contact_id : 0);

  return g_string_free (g_steal_pointer (&brief), FALSE);
}
