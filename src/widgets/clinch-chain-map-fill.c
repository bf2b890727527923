// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-map-fill.h"

#include <glib/gi18n-lib.h>

char *
clinch_chain_last_contact (const ClinchRhythm *rhythm)
{
  if (rhythm->silence_days < 0)
    return g_strdup (C_("chain map", "Never in touch"));
  if (rhythm->silence_days == 0)
    return g_strdup (C_("chain map", "In touch today"));

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", rhythm->silence_days),
                          rhythm->silence_days);
}

static ClinchChainLineKind
line_kind (const char *code)
{
  if (g_strcmp0 (code, "trusts") == 0)
    return CLINCH_CHAIN_TRUSTS;

  return g_strcmp0 (code, "rivals") == 0 ? CLINCH_CHAIN_RIVALS : CLINCH_CHAIN_INFLUENCES;
}

static void
fill_node (ClinchChainMapNode        *node,
           const ClinchDecisionChain *chain,
           guint                      index,
           GPtrArray                 *words)
{
  const ClinchChainFigure *figure = clinch_decision_chain_person (chain, index);
  char *contact = figure->person->known ? clinch_chain_last_contact (figure->rhythm) : NULL;

  if (contact != NULL)
    g_ptr_array_add (words, contact);
  *node = (ClinchChainMapNode) {
    .id = figure->id,
    .reports_to = figure->reports_to >= 0
                  ? clinch_decision_chain_person (chain, (guint) figure->reports_to)->id : 0,
    .name = clinch_decision_chain_name (chain, index),
    .title = clinch_row_text (figure->contact, CLINCH_CONTACT_TITLE),
    .role = figure->values[CLINCH_TRAIT_ROLE].label,
    .stance = figure->values[CLINCH_TRAIT_SUPPORT].label,
    .contact = contact,
    .known = figure->person->known,
    .power = figure->person->assessment.power,
    .support = figure->person->assessment.support,
    .coverage = figure->person->assessment.coverage,
  };
}

void
clinch_chain_map_fill (ClinchChainMapData        *data,
                       const ClinchDecisionChain *chain)
{
  g_autofree ClinchChainMapNode *nodes = g_new0 (ClinchChainMapNode, chain->people->len + 1);
  g_autofree ClinchChainMapLine *lines = g_new0 (ClinchChainMapLine, chain->lines->len + 1);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;

  for (guint i = 0; i < chain->people->len; i++)
    fill_node (&nodes[i], chain, i, words);
  for (guint i = 0; i < chain->lines->len; i++)
    {
      const ClinchChainInfluence *line = chain->lines->pdata[i];

      lines[i] = (ClinchChainMapLine) { line->id, nodes[line->from].id, nodes[line->to].id,
                                        line_kind (line->code) };
    }
  title = chain->opportunity != NULL
          ? g_strdup_printf (C_("chain map", "%1$s · %2$s"), clinch_row_name (chain->customer),
                             clinch_row_name (chain->opportunity))
          : g_strdup (clinch_row_name (chain->customer));
  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), title);
  clinch_chain_map_data_fill (data, nodes, chain->people->len, lines, chain->lines->len);
}
