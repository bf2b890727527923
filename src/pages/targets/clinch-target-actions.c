// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-target-actions.h"

#include "clinch-actions.h"
#include "clinch-record-dialog.h"
#include "clinch-target-operations.h"
#include "clinch-target-text.h"

#include <glib/gi18n-lib.h>

static const int target_fields[] = { CLINCH_TARGET_AMOUNT, CLINCH_TARGET_CURRENCY, -1 };
static const ClinchFormGroup target_groups[] = { { NULL, target_fields } };
static const int call_fields[] = { CLINCH_FORECAST_CALLED, -1 };
static const ClinchFormGroup call_groups[] = { { NULL, call_fields } };

static void
present (ClinchPage         *page,
         ClinchRecordDialog *dialog,
         const char         *format,
         const char         *name,
         const ClinchPeriod *period)
{
  g_autofree char *when = clinch_period_format (period);
  g_autoptr(GString) title = g_string_new (format);

  g_string_replace (title, "%1$s", name, 1);
  g_string_replace (title, "%2$s", when, 1);
  adw_dialog_set_title (ADW_DIALOG (dialog), title->str);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

static ClinchRecordDialog *
edit_dialog (ClinchWorkspace       *workspace,
             ClinchKind             kind,
             gint64                 id,
             const ClinchFormGroup *groups)
{
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (workspace, kind, id);

  return clinch_record_dialog_new_edit (workspace, record, groups, 1);
}

static ClinchRow *
draft_of (ClinchKind          kind,
          int                 member_field,
          int                 period_field,
          int                 start_field,
          gint64              member_id,
          const ClinchPeriod *period)
{
  ClinchRow *draft = clinch_row_new (kind);

  if (member_id != 0)
    clinch_row_set_int (draft, member_field, member_id);
  clinch_row_set_text (draft, period_field, clinch_period_type_code (period->type));
  clinch_row_set_text (draft, start_field, period->first);

  return draft;
}

void
clinch_target_set (ClinchPage               *page,
                   const ClinchTargetReport *report,
                   const ClinchTargetRow    *row)
{
  ClinchWorkspace *workspace = clinch_page_get_workspace (page);
  const ClinchPeriod *period = &report->periods[0];
  ClinchRecordDialog *dialog;

  if (clinch_workspace_is_read_only (workspace))
    return;
  if (row->periods[0].target_id != 0)
    dialog = edit_dialog (workspace, CLINCH_KIND_TARGET, row->periods[0].target_id, target_groups);
  else
    {
      g_autoptr(ClinchRow) draft = draft_of (CLINCH_KIND_TARGET, CLINCH_TARGET_MEMBER,
                                             CLINCH_TARGET_PERIOD, CLINCH_TARGET_START,
                                             row->scope.member_id, period);

      if (row->scope.team_id != 0)
        clinch_row_set_int (draft, CLINCH_TARGET_TEAM, row->scope.team_id);
      clinch_row_set_text (draft, CLINCH_TARGET_METRIC, "won");
      clinch_row_set_text (draft, CLINCH_TARGET_CURRENCY, row->currency);
      dialog = clinch_record_dialog_new_add (workspace, draft, target_groups, 1);
    }

  /* Translators: whose target it is, and of which period. */
  present (page, dialog, _("Target: %1$s, %2$s"), clinch_target_row_name (row), period);
}

void
clinch_target_call (ClinchPage               *page,
                    const ClinchTargetReport *report,
                    const ClinchTargetRow    *row,
                    int                       back)
{
  ClinchWorkspace *workspace = clinch_page_get_workspace (page);
  const ClinchPeriod *period = &report->periods[back];
  gint64 id = row->periods[back].forecast_id;
  ClinchRecordDialog *dialog;

  if (clinch_workspace_is_read_only (workspace) || row->scope.member_id == 0)
    return;
  if (id != 0)
    dialog = edit_dialog (workspace, CLINCH_KIND_FORECAST, id, call_groups);
  else
    {
      g_autoptr(ClinchRow) draft = draft_of (CLINCH_KIND_FORECAST, CLINCH_FORECAST_MEMBER,
                                             CLINCH_FORECAST_PERIOD, CLINCH_FORECAST_START,
                                             row->scope.member_id, period);

      clinch_row_set_text (draft, CLINCH_FORECAST_CURRENCY, row->currency);
      dialog = clinch_record_dialog_new_add (workspace, draft, call_groups, 1);
    }

  /* Translators: who says what they will win, and in which period. */
  present (page, dialog, _("Own call: %1$s, %2$s"), row->name, period);
}

/* --- Keeping */

static gboolean
keep_job (ClinchTxn  *txn,
          gpointer    data,
          GError    **error)
{
  guint n_kept;

  return clinch_forecast_keep (txn, data, &n_kept, error);
}

void
clinch_target_keep (ClinchPage         *page,
                    const ClinchPeriod *period)
{
  ClinchWorkspace *workspace = clinch_page_get_workspace (page);

  if (!clinch_workspace_is_read_only (workspace))
    clinch_store_write_async (clinch_workspace_get_store (workspace), keep_job,
                              g_memdup2 (period, sizeof *period), g_free, NULL,
                              clinch_page_done_cb, g_object_ref (page));
}
