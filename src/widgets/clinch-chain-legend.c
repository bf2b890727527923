// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-legend.h"

#include "clinch-chain-face.h"
#include "clinch-chain-lines.h"
#include "clinch-field-text.h"

#include <glib/gi18n-lib.h>

#define SIGN_WIDTH 12
#define EDGE_WIDTH 22
#define EDGE_HEIGHT 14
#define LINE_WIDTH 30
#define PLACEHOLDER CLINCH_N_COVERAGES

static void
paint_support (cairo_t                *cr,
               const ClinchChartSheet *sheet,
               int                     value,
               double                  x,
               double                  y,
               double                  width)
{
  clinch_chain_face_sign (cr, sheet, value, width / 2, x + width / 2, y);
}

static void
paint_edge (cairo_t                *cr,
            const ClinchChartSheet *sheet,
            int                     value,
            double                  x,
            double                  y,
            double                  width)
{
  double height = width * EDGE_HEIGHT / EDGE_WIDTH;

  clinch_chain_face_edge (cr, sheet, value != PLACEHOLDER,
                          value != PLACEHOLDER ? value : CLINCH_COVERAGE_UNKNOWN,
                          &(ClinchBox) { x, y - height / 2, width, height }, 4);
}

static void
paint_line (cairo_t                *cr,
            const ClinchChartSheet *sheet,
            int                     value,
            double                  x,
            double                  y,
            double                  width)
{
  clinch_chain_lines_sample (cr, sheet, value, x, y, width);
}

typedef struct
{
  gboolean supports[CLINCH_N_SUPPORTS];
  gboolean edges[CLINCH_N_COVERAGES + 1];
  gboolean lines[CLINCH_N_CHAIN_LINES];
} Used;

static Used
find_used (ClinchChainMapData *data)
{
  Used used = { { 0, }, };

  for (guint i = 0; i < clinch_chain_map_data_get_n_nodes (data); i++)
    {
      const ClinchChainMapNode *node = clinch_chain_map_data_get_node (data, i);

      used.edges[node->known ? (int) node->coverage : PLACEHOLDER] = TRUE;
      used.supports[node->support] = TRUE;
    }
  for (guint i = 0; i < clinch_chain_map_data_get_n_lines (data); i++)
    used.lines[clinch_chain_map_data_get_line (data, i)->kind] = TRUE;

  return used;
}

static void
add_choices (ClinchChartLegend *legend,
             const Used        *used)
{
  int n;
  const ClinchChoiceValue *values = clinch_choice_values (CLINCH_CHOICE_SUPPORT, &n);

  for (int i = 0; i < n; i++)
    {
      ClinchSupport support = clinch_support_from_code (values[i].code);

      if (used->supports[support])
        clinch_chart_legend_add_sign (legend, g_dpgettext2 (NULL, "choice", values[i].label),
                                      SIGN_WIDTH, paint_support, (int) support);
    }
  values = clinch_choice_values (CLINCH_CHOICE_COVERAGE, &n);
  for (int i = 0; i < n; i++)
    {
      ClinchCoverage coverage = clinch_coverage_from_code (values[i].code);

      if (used->edges[coverage])
        clinch_chart_legend_add_sign (legend, g_dpgettext2 (NULL, "choice", values[i].label),
                                      EDGE_WIDTH, paint_edge, (int) coverage);
    }
}

ClinchChartLegend *
clinch_chain_legend_new (ClinchChainMapData     *data,
                         const ClinchChartSheet *sheet)
{
  ClinchChartLegend *legend = clinch_chart_legend_new (sheet);
  Used used = find_used (data);

  add_choices (legend, &used);
  if (used.edges[PLACEHOLDER])
    clinch_chart_legend_add_sign (legend, C_("chain map", "Not known yet"), EDGE_WIDTH,
                                  paint_edge, PLACEHOLDER);
  for (int i = 0; i < CLINCH_N_CHAIN_LINES; i++)
    if (used.lines[i])
      clinch_chart_legend_add_sign (legend, clinch_chain_line_kind_label (i), LINE_WIDTH,
                                    paint_line, i);

  return legend;
}
