// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-chain-alert.h"

#include "clinch-board-stage.h"
#include "clinch-chain-words.h"

ClinchChainPhase
clinch_chain_stage_phase (ClinchWorkspace *workspace,
                          ClinchRecord    *stage)
{
  g_autoptr(GPtrArray) stages = NULL;
  gboolean open = clinch_stage_get_type_code (stage) == CLINCH_STAGE_OPEN;
  int n_open = 0;
  int n_before = 0;

  if (stage == NULL)
    return CLINCH_CHAIN_EARLY;

  stages = clinch_workspace_get_stages (workspace,
                                        clinch_record_get_int (stage, CLINCH_STAGE_PIPELINE));
  for (guint i = 0; i < stages->len; i++)
    {
      if (clinch_stage_get_type_code (stages->pdata[i]) != CLINCH_STAGE_OPEN)
        continue;
      n_open++;
      if (clinch_record_get_int (stages->pdata[i], CLINCH_STAGE_POSITION)
          < clinch_record_get_int (stage, CLINCH_STAGE_POSITION))
        n_before++;
    }

  return clinch_chain_phase (open ? n_before : n_open, n_open,
                             !open || clinch_record_is_null (stage, CLINCH_STAGE_PROBABILITY) ? -1
                             : (int) clinch_record_get_int (stage, CLINCH_STAGE_PROBABILITY),
                             CLINCH_PROPOSAL_PROBABILITY);
}

ClinchChainAlert
clinch_chain_alert_read (ClinchRecord     *opportunity,
                         ClinchRecord     *stage,
                         ClinchChainPhase  phase)
{
  const char *known = clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_CHAIN);

  if (phase != CLINCH_CHAIN_PROPOSAL || clinch_stage_get_type_code (stage) != CLINCH_STAGE_OPEN)
    return CLINCH_CHAIN_ALERT_NONE;
  if (g_strcmp0 (known, "empty") == 0)
    return CLINCH_CHAIN_ALERT_EMPTY;

  return g_strcmp0 (known, "no-decision-maker") == 0 ? CLINCH_CHAIN_ALERT_NO_DECISION_MAKER
                                                     : CLINCH_CHAIN_ALERT_NONE;
}

static ClinchFinding
finding_of (ClinchChainAlert alert)
{
  return (ClinchFinding) {
    .kind = alert == CLINCH_CHAIN_ALERT_EMPTY ? CLINCH_FINDING_MAP_EMPTY
                                              : CLINCH_FINDING_NO_DECISION_MAKER,
  };
}

char *
clinch_chain_alert_title (ClinchChainAlert alert)
{
  const ClinchFinding finding = finding_of (alert);

  return alert == CLINCH_CHAIN_ALERT_NONE ? g_strdup ("")
                                          : clinch_chain_finding_title (&finding, "");
}

char *
clinch_chain_alert_advice (ClinchChainAlert alert)
{
  const ClinchFinding finding = finding_of (alert);

  return alert == CLINCH_CHAIN_ALERT_NONE ? g_strdup ("")
                                          : clinch_chain_finding_advice (&finding, "");
}
