// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-rule-actions.h"

#include "clinch-step-label.h"
#include "clinch-store-error.h"

#include <glib/gi18n-lib.h>

/* More names than this say no more in the history. */
#define MAX_NAMED 4

typedef struct
{
  GPtrArray *edits;
  ClinchKind kind;
  GArray *ids;
  gint64 moved;
} Action;

static void
action_free (gpointer data)
{
  Action *action = data;

  g_clear_pointer (&action->edits, g_ptr_array_unref);
  g_clear_pointer (&action->ids, g_array_unref);
  g_free (action);
}

static char *
name_of_rule (ClinchDb        *db,
              const ClinchRow *edit)
{
  g_autoptr(ClinchRow) row = NULL;

  if (edit->kind != CLINCH_KIND_GRADE_RULE)
    return clinch_db_name_of (db, edit->kind, edit->id);

  row = clinch_db_load_row (db, edit->kind, edit->id, NULL);
  return g_strdup (row != NULL ? clinch_choice_label (CLINCH_CHOICE_GRADE,
                                                      clinch_row_text (row,
                                                                       CLINCH_GRADE_RULE_GRADE))
                   : "");
}

static char *
join_names (ClinchDb        *db,
            const GPtrArray *edits)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (edits->len, MAX_NAMED); i++)
    {
      g_autofree char *name = name_of_rule (db, edits->pdata[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? C_("list", ", ") : "", name);
    }
  if (edits->len > MAX_NAMED)
    g_string_append (names, "…");

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
is_within (const ClinchRow *edit,
           int              field,
           gint64           most)
{
  return !clinch_row_has (edit, field)
         || (clinch_row_int (edit, field) >= 0 && clinch_row_int (edit, field) <= most);
}

static gboolean
check_edit (const ClinchRow  *edit,
            GError          **error)
{
  gboolean is_sane = TRUE;

  if (edit->kind == CLINCH_KIND_DIMENSION)
    is_sane = is_within (edit, CLINCH_DIMENSION_WEIGHT, 1000)
              && is_within (edit, CLINCH_DIMENSION_HALF_LIFE, G_MAXINT);
  else if (edit->kind == CLINCH_KIND_TAG)
    is_sane = is_within (edit, CLINCH_TAG_SCORE, 100);
  else
    is_sane = is_within (edit, CLINCH_GRADE_RULE_LEAST_SCORE, 100)
              && is_within (edit, CLINCH_GRADE_RULE_LEAST_COMPLETENESS, 100)
              && is_within (edit, CLINCH_GRADE_RULE_CADENCE, G_MAXINT)
              && is_within (edit, CLINCH_GRADE_RULE_SILENT, G_MAXINT);
  if (!is_sane)
    g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                         _("Weights go from 0 to 1,000, scores and thresholds from 0 to 100."));

  return is_sane;
}

/* A profile without dimensions has no figures. */
static gboolean
check_dimensions (ClinchDb  *db,
                  GError   **error)
{
  gint64 n_used;

  if (!clinch_db_query_int (db, &n_used, NULL, error,
                            "SELECT count(*) FROM dimension WHERE deleted_at IS NULL"
                            " AND retired IS NOT 'yes' AND weight > 0", ""))
    return FALSE;
  if (n_used == 0)
    g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                         _("At least one dimension with a weight must stay in use."));

  return n_used > 0;
}

gboolean
clinch_rules_write (ClinchTxn        *txn,
                    const GPtrArray  *edits,
                    GError          **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autofree char *names = join_names (db, edits);

  clinch_txn_set_action (txn, CLINCH_ACTION_RULES, names, NULL);
  for (guint i = 0; i < edits->len; i++)
    {
      const ClinchRow *edit = edits->pdata[i];

      if (!check_edit (edit, error) || !clinch_txn_update (txn, edit->id, edit, error))
        return FALSE;
    }

  return check_dimensions (db, error);
}

static gboolean
apply_rules (ClinchTxn  *txn,
             gpointer    data,
             GError    **error)
{
  return clinch_rules_write (txn, ((Action *) data)->edits, error);
}

void
clinch_action_apply_rules (ClinchWorkspace     *workspace,
                           GPtrArray           *edits,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Action *action = g_new0 (Action, 1);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->edits = g_ptr_array_ref (edits);
  clinch_store_write_async (clinch_workspace_get_store (workspace), apply_rules, action,
                            action_free, cancellable, callback, user_data);
}

static gboolean
reorder (ClinchTxn  *txn,
         gpointer    data,
         GError    **error)
{
  Action *action = data;
  int field = clinch_kind_find_field (action->kind, "position")->index;
  g_autofree char *name = clinch_db_name_of (clinch_txn_db (txn), action->kind, action->moved);

  clinch_txn_set_action (txn, CLINCH_ACTION_REORDER, name, NULL);
  for (guint i = 0; i < action->ids->len; i++)
    {
      g_autoptr(ClinchRow) changes = clinch_row_new (action->kind);

      clinch_row_set_int (changes, field, i);
      if (!clinch_txn_update (txn, g_array_index (action->ids, gint64, i), changes, error))
        return FALSE;
    }

  return TRUE;
}

void
clinch_action_reorder (ClinchWorkspace     *workspace,
                       ClinchKind           kind,
                       const gint64        *ids,
                       gsize                n_ids,
                       gint64               moved,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Action *action = g_new0 (Action, 1);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->kind = kind;
  action->moved = moved;
  action->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (action->ids, ids, n_ids);
  clinch_store_write_async (clinch_workspace_get_store (workspace), reorder, action, action_free,
                            NULL, callback, user_data);
}
