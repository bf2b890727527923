// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-check-private.h"

#include "clinch-log.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two readers walk side by side: one over the steps, one over all changes. */
typedef struct
{
  ClinchCheck *check;
  ClinchStatement *steps;
  ClinchStatement *changes;
  gboolean has_change;
  gint64 next_change;                    /* id that the next change should have */
  guint8 hash[CLINCH_STEP_HASH_SIZE];    /* of the step before, as it is stored */
  gsize hash_length;
} Walk;

static void
clear_walk (Walk *walk)
{
  g_clear_pointer (&walk->steps, clinch_statement_release);
  g_clear_pointer (&walk->changes, clinch_statement_release);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear_walk)

static char *
describe_step (ClinchStatement *steps)
{
  return clinch_step_label (clinch_statement_text (steps, 6), clinch_statement_text (steps, 7));
}

static void
read_uid (ClinchStatement *statement,
          int              column,
          ClinchUid       *uid)
{
  gsize length;
  gconstpointer bytes = clinch_statement_blob (statement, column, &length);

  if (bytes != NULL)
    memcpy (uid->bytes, bytes, MIN (length, sizeof uid->bytes));
}

/* Takes the changes of one step into the checksum; @in_order tells whether none is missing and each
 * says it is the step's. */
static gboolean
hash_changes (Walk       *walk,
              GChecksum  *checksum,
              gint64      step_id,
              gint64      last,
              gboolean   *in_order,
              GError    **error)
{
  ClinchStatement *changes = walk->changes;

  while (walk->has_change && clinch_statement_int (changes, 0) <= last)
    {
      if (clinch_statement_int (changes, 0) != walk->next_change
          || clinch_statement_int (changes, 1) != step_id)
        *in_order = FALSE;
      walk->next_change = clinch_statement_int (changes, 0) + 1;
      clinch_log_hash_change (checksum, clinch_statement_int (changes, 2),
                              clinch_statement_int (changes, 3),
                              clinch_statement_int (changes, 4), clinch_statement_text (changes, 5),
                              clinch_statement_text (changes, 6));
      if (!clinch_statement_step (changes, &walk->has_change, error))
        return FALSE;
    }
  if (walk->next_change != last + 1)
    *in_order = FALSE;
  walk->next_change = last + 1;

  return TRUE;
}

static void
hash_step (Walk      *walk,
           GChecksum *checksum,
           guint8     hash[CLINCH_STEP_HASH_SIZE])
{
  ClinchStep step = { 0 };
  g_autofree char *action = g_strdup (clinch_statement_text (walk->steps, 6));
  g_autofree char *args = g_strdup (clinch_statement_text (walk->steps, 7));

  step.id = clinch_statement_int (walk->steps, 0);
  read_uid (walk->steps, 1, &step.uid);
  step.hlc = clinch_statement_int (walk->steps, 2);
  read_uid (walk->steps, 3, &step.device);
  step.member_id = clinch_statement_int (walk->steps, 4);
  step.at = clinch_statement_int (walk->steps, 5);
  step.action = action;
  step.args = args;
  step.undoes = clinch_statement_int (walk->steps, 8);
  clinch_log_hash_step (checksum, &step, hash);
}

static gboolean
check_step (Walk    *walk,
            GError **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 computed[CLINCH_STEP_HASH_SIZE];
  gint64 step_id = clinch_statement_int (walk->steps, 0);
  gint64 first = clinch_statement_int (walk->steps, 9);
  gboolean in_order = first == walk->next_change;
  gconstpointer stored;

  g_checksum_update (checksum, walk->hash, walk->hash_length);
  if (!hash_changes (walk, checksum, step_id, clinch_statement_int (walk->steps, 10), &in_order,
                     error))
    return FALSE;
  hash_step (walk, checksum, computed);

  stored = clinch_statement_blob (walk->steps, 11, &walk->hash_length);
  walk->hash_length = MIN (walk->hash_length, sizeof walk->hash);
  if (stored != NULL)
    memcpy (walk->hash, stored, walk->hash_length);
  if (!in_order || walk->hash_length != sizeof computed
      || memcmp (walk->hash, computed, sizeof computed) != 0)
    {
      g_autofree char *label = describe_step (walk->steps);

      clinch_check_report (walk->check, CLINCH_CHECK_CHAIN, CLINCH_KIND_NONE, 0, step_id,
                           g_strdup_printf (in_order
                                              ? _("Step %1$d of the history (%2$s) was altered, or "
                                                  "the one before it is missing.")
                                              : _("Step %1$d of the history (%2$s) lacks some of "
                                                  "its changes."),
                                            (int) step_id, label));
    }

  return TRUE;
}

gboolean
clinch_check_chain (ClinchCheck  *self,
                    GError      **error)
{
  g_auto(Walk) walk = { .check = self, .next_change = 1 };
  gboolean has_step = TRUE;
  gint64 n_changes;

  walk.steps = clinch_db_prepare (self->db,
                                  "SELECT id, uid, hlc, device, member_id, at, action, args, undoes, first_change,"
                                            " last_change, hash FROM step ORDER BY id",
                                  error);
  walk.changes = clinch_db_prepare (self->db,
                                    "SELECT id, step_id, kind, record_id, op, before, after FROM change ORDER BY id",
                                    error);
  if (walk.steps == NULL || walk.changes == NULL
      || !clinch_statement_step (walk.changes, &walk.has_change, error) ||
      !clinch_db_query_int (self->db, &n_changes, NULL, error, "SELECT max (id) FROM change", ""))
    return FALSE;

  for (gint64 n = 0;; n++)
    {
      if (!clinch_statement_step (walk.steps, &has_step, error))
        return FALSE;
      if (!has_step)
        break;
      if (!check_step (&walk, error))
        return FALSE;
      if (n % 256 == 0)
        clinch_check_tell (self, CLINCH_CHECK_CHAIN,
                           MIN (1, (double) walk.next_change / MAX (n_changes, 1)));
    }
  if (walk.has_change)
    clinch_check_report (self, CLINCH_CHECK_CHAIN, CLINCH_KIND_NONE, 0, 0,
                         g_strdup (_("The history ends with changes whose step is missing.")));

  return TRUE;
}
