// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-person.h"
#include "clinch-chart-data.h"

G_BEGIN_DECLS

/* One person on the map. Words are in the reader's language, and any of them may be missing. */
typedef struct
{
  gint64 id;
  gint64 reports_to; /* 0 for nobody */
  const char *name;
  const char *title;
  const char *role;
  const char *stance; /* the word for the support */
  const char *contact; /* when we were last in touch */
  gboolean known;      /* no for a placeholder */
  ClinchPower power;
  ClinchSupport support;
  ClinchCoverage coverage;
} ClinchChainMapNode;

typedef enum
{
  CLINCH_CHAIN_INFLUENCES,
  CLINCH_CHAIN_TRUSTS,
  CLINCH_CHAIN_RIVALS,
  CLINCH_N_CHAIN_LINES,
} ClinchChainLineKind;

/* A line of influence; the ends are ids of people. */
typedef struct
{
  gint64 id;
  gint64 from;
  gint64 to;
  ClinchChainLineKind kind;
} ClinchChainMapLine;

#define CLINCH_TYPE_CHAIN_MAP_DATA (clinch_chain_map_data_get_type ())

/**
 * ClinchChainMapData:
 *
 * The people of a decision chain, whom they report to, and who influences whom. It is the data of
 * #ClinchChainMap, and draws itself without a display as any chart does:
 *
 * |[
 * data = clinch_chain_map_data_new ();
 * clinch_chart_data_set_title (CLINCH_CHART_DATA (data), customer);
 * clinch_chain_map_data_fill (data, nodes, n_nodes, lines, n_lines);
 * bytes = clinch_chart_render (CLINCH_CHART_DATA (data), CLINCH_CHART_FORMAT_PDF, 1600, 1000,
 *                              FALSE, &error);
 * ]|
 *
 * or, onto a page that has more on it, with clinch_chart_data_create_drawing() and
 * clinch_chart_drawing_draw(). The map is as large as the sheet allows, with its legend below.
 */
G_DECLARE_FINAL_TYPE (ClinchChainMapData, clinch_chain_map_data, CLINCH, CHAIN_MAP_DATA,
                      ClinchChartData)

ClinchChainMapData       *clinch_chain_map_data_new            (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows these people and lines instead of those before. Lines whose ends are not there are left
 * out. */
void                      clinch_chain_map_data_fill           (ClinchChainMapData       *self,
                                                                const ClinchChainMapNode *nodes,
                                                                guint                     n_nodes,
                                                                const ClinchChainMapLine *lines,
                                                                guint                     n_lines);

guint                     clinch_chain_map_data_get_n_nodes    (ClinchChainMapData       *self);
const ClinchChainMapNode *clinch_chain_map_data_get_node       (ClinchChainMapData       *self,
                                                                guint                     index);
guint                     clinch_chain_map_data_get_n_lines    (ClinchChainMapData       *self);
const ClinchChainMapLine *clinch_chain_map_data_get_line       (ClinchChainMapData       *self,
                                                                guint                     index);

/* The place of a person, -1 if they are not there. */
int                       clinch_chain_map_data_find           (ClinchChainMapData       *self,
                                                                gint64                    id);

/* What is known of a person in a sentence or two: title, role, support, whom they report to, whom
 * they influence, the last contact. */
char                     *clinch_chain_map_data_describe_node  (ClinchChainMapData       *self,
                                                                guint                     index)
                                                                G_GNUC_WARN_UNUSED_RESULT;

/* “influences”, “trusts”, “rivals”, as the line says. */
const char               *clinch_chain_line_kind_label         (ClinchChainLineKind       kind);

G_END_DECLS
