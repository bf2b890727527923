// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-decision-map.h"

#include "clinch-clock.h"
#include "clinch-date.h"

static char *
contact_text (const ClinchChainFigure *figure)
{
  char date[CLINCH_DATE_SIZE];

  if (figure->person->last_contact == 0)
    return NULL;
  clinch_date_from_instant (figure->person->last_contact, clinch_clock_timezone (), date);

  return clinch_date_format (date, "");
}

static void
fill_node (ClinchChainMapNode        *node,
           const ClinchDecisionChain *chain,
           const ClinchChainFigure   *figure,
           const char                *contact)
{
  *node = (ClinchChainMapNode) {
    .id = figure->id,
    .name = clinch_row_name (figure->contact),
    .title = clinch_row_text (figure->contact, CLINCH_CONTACT_TITLE),
    .role = figure->values[CLINCH_TRAIT_ROLE].label,
    .stance = figure->values[CLINCH_TRAIT_SUPPORT].label,
    .contact = contact,
    .known = figure->person->known,
    .power = figure->person->assessment.power,
    .support = figure->person->assessment.support,
    .coverage = figure->person->assessment.coverage,
  };
  if (figure->reports_to >= 0)
    node->reports_to = clinch_decision_chain_person (chain, figure->reports_to)->id;
}

static void
fill_line (ClinchChainMapLine         *line,
           const ClinchDecisionChain  *chain,
           const ClinchChainInfluence *influence)
{
  *line = (ClinchChainMapLine) {
    .id = influence->id,
    .from = clinch_decision_chain_person (chain, influence->from)->id,
    .to = clinch_decision_chain_person (chain, influence->to)->id,
    .kind = g_strcmp0 (influence->code, "trusts") == 0 ? CLINCH_CHAIN_TRUSTS
            : g_strcmp0 (influence->code, "rivals") == 0 ? CLINCH_CHAIN_RIVALS
            : CLINCH_CHAIN_INFLUENCES,
  };
}

void
clinch_decision_map_show (ClinchChainMapData        *data,
                          const ClinchDecisionChain *chain)
{
  guint n_nodes = chain->people->len;
  guint n_lines = chain->lines->len;
  g_autofree ClinchChainMapNode *nodes = g_new0 (ClinchChainMapNode, n_nodes + 1);
  g_autofree ClinchChainMapLine *lines = g_new0 (ClinchChainMapLine, n_lines + 1);
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_nodes; i++)
    {
      const ClinchChainFigure *figure = clinch_decision_chain_person (chain, i);

      g_ptr_array_add (contacts, contact_text (figure));
      fill_node (&nodes[i], chain, figure, contacts->pdata[i]);
    }
  for (guint i = 0; i < n_lines; i++)
    fill_line (&lines[i], chain, chain->lines->pdata[i]);
  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), clinch_row_name (chain->customer));
  clinch_chain_map_data_fill (data, nodes, n_nodes, lines, n_lines);
}
