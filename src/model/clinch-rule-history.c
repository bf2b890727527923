// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-rule-history.h"

#include "clinch-step-label.h"

static void
version_free (gpointer data)
{
  ClinchRuleVersion *version = data;

  g_clear_pointer (&version->step, clinch_step_free);
  g_free (version->label);
  g_free (version->member);
  g_clear_pointer (&version->changes, g_ptr_array_unref);
  g_free (version);
}

static gboolean
fill_version (ClinchRuleVersion  *version,
              ClinchDb           *db,
              ClinchKind          kind,
              gint64              id,
              GError            **error)
{
  gint64 n_regraded;

  version->label = clinch_step_label (version->step->action, version->step->args);
  version->member = clinch_db_name_of (db, CLINCH_KIND_MEMBER, version->step->member_id);
  version->changes = clinch_history_changes (db, version->step->id, kind, id, 1, error);
  if (version->changes == NULL
      || !clinch_db_query_int (db, &n_regraded, NULL, error,
                               "SELECT count(*) FROM step AS s JOIN change AS c"
                               " ON c.id BETWEEN s.first_change AND s.last_change"
                               " WHERE s.id = ? AND c.kind = ? AND c.op = ?"
                               " AND c.after LIKE '%\"auto_grade\"%'", "iii", version->step->id,
                               (gint64) CLINCH_KIND_CUSTOMER, (gint64) CLINCH_CHANGE_UPDATE))
    return FALSE;
  version->n_regraded = n_regraded;

  return TRUE;
}

GPtrArray *
clinch_rule_history_load (ClinchDb    *db,
                          ClinchKind   kind,
                          gint64       id,
                          GError     **error)
{
  g_autoptr(GPtrArray) versions = g_ptr_array_new_with_free_func (version_free);
  g_autoptr(GPtrArray) steps = clinch_log_record_steps (db, kind, id, error);

  if (steps == NULL)
    return NULL;
  while (steps->len > 0)
    {
      ClinchRuleVersion *version = g_new0 (ClinchRuleVersion, 1);

      version->step = g_ptr_array_steal_index (steps, 0);
      g_ptr_array_add (versions, version);
      if (!fill_version (version, db, kind, id, error))
        return NULL;
    }

  return g_steal_pointer (&versions);
}
