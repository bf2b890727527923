// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-log.h"

void
clinch_log_hash_change (GChecksum      *checksum,
                        ClinchKind      kind,
                        gint64          id,
                        ClinchChangeOp  op,
                        const char     *before,
                        const char     *after)
{
  char head[64];
  int length = g_snprintf (head, sizeof head, "%d|%" G_GINT64_FORMAT "|%d|", kind, id, op);

  g_checksum_update (checksum, (const guint8 *) head, length);
  if (before != NULL)
    g_checksum_update (checksum, (const guint8 *) before, -1);
  g_checksum_update (checksum, (const guint8 *) "|", 1);
  if (after != NULL)
    g_checksum_update (checksum, (const guint8 *) after, -1);
  g_checksum_update (checksum, (const guint8 *) "\n", 1);
}

void
clinch_log_hash_step (GChecksum        *checksum,
                      const ClinchStep *step,
                      guint8            hash[CLINCH_STEP_HASH_SIZE])
{
  g_autofree char *text = NULL;
  gsize length = CLINCH_STEP_HASH_SIZE;

  text = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%s|%s|%"
                          G_GINT64_FORMAT,
                          step->id, step->hlc, step->member_id, step->at, step->action, step->args, step->undoes);
  g_checksum_update (checksum, step->uid.bytes, sizeof step->uid.bytes);
  g_checksum_update (checksum, step->device.bytes, sizeof step->device.bytes);
  g_checksum_update (checksum, (const guint8 *) text, -1);
  g_checksum_get_digest (checksum, hash, &length);
}
