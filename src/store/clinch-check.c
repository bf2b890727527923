// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-check-private.h"

#include <glib/gi18n-lib.h>

/* Roughly how much of the time each part takes, in percent. */
static const int shares[CLINCH_N_CHECK_PARTS] = { 15, 5, 20, 30, 30 };

/* The rest of the counts is the recount of what the store knows nothing of. */
#define OWN_COUNTS_SHARE 0.2

void
clinch_finding_free (ClinchFinding *finding)
{
  g_free (finding->message);
  g_free (finding);
}

const char *
clinch_check_part_label (ClinchCheckPart part)
{
  static const char *const labels[CLINCH_N_CHECK_PARTS] = {
    N_("Database file"), N_("References"), N_("Chain of the history"), N_("Records and history"),
    N_("Totals"),
  };

  g_return_val_if_fail (part < CLINCH_N_CHECK_PARTS, "");

  return _(labels[part]);
}

void
clinch_check_report (ClinchCheck     *self,
                     ClinchCheckPart  part,
                     ClinchKind       kind,
                     gint64           id,
                     gint64           step_id,
                     char            *message)
{
  ClinchFinding *finding;

  if (++self->n_found[part] > CLINCH_CHECK_MAX_FINDINGS)
    {
      g_free (message);
      return;
    }

  finding = g_new0 (ClinchFinding, 1);
  finding->part = part;
  finding->kind = kind;
  finding->id = id;
  finding->step_id = step_id;
  finding->message = message;
  g_ptr_array_add (self->findings, finding);
}

void
clinch_check_tell (ClinchCheck     *self,
                   ClinchCheckPart  part,
                   double           fraction)
{
  double before = 0;

  if (self->progress == NULL)
    return;
  for (int i = 0; i < (int) part; i++)
    before += shares[i];
  self->progress (part, (before + shares[part] * fraction) / 100, self->progress_data);
}

/* What keeps a part from being read is a finding like others, and the next part may be sound. */
static gboolean
note_unreadable (ClinchCheck      *self,
                 ClinchCheckPart   part,
                 GError          **error)
{
  if ((*error)->domain != CLINCH_STORE_ERROR)
    return FALSE;

  clinch_check_report (self, part, CLINCH_KIND_NONE, 0, 0,
                       g_strdup_printf (_("This part cannot be read: %s"), (*error)->message));
  g_clear_error (error);

  return TRUE;
}

static gboolean
check_integrity (ClinchCheck  *self,
                 GError      **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (self->db,
                                                            "PRAGMA integrity_check (100)", error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      const char *text;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      text = has_row ? clinch_statement_text (statement, 0) : "ok";
      if (g_strcmp0 (text, "ok") != 0)
        clinch_check_report (self, CLINCH_CHECK_FILE, CLINCH_KIND_NONE, 0, 0,
                             /* Translators: SQLite's own words, in English. */
                             g_strdup_printf (_("The database file is damaged: %s"), text));
    }

  return TRUE;
}

static gboolean
check_file (ClinchCheck  *self,
            GError      **error)
{
  g_autoptr(GError) local_error = NULL;

  if (!clinch_check_schema (self, &local_error)
      && !note_unreadable (self, CLINCH_CHECK_FILE, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return check_integrity (self, error);
}

static ClinchKind
kind_of_table (const char *table)
{
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    if (g_strcmp0 (clinch_kind_table (kind), table) == 0)
      return kind;

  return CLINCH_KIND_NONE;
}

static gboolean
check_references (ClinchCheck  *self,
                  GError      **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (self->db, "PRAGMA foreign_key_check",
                                                            error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      ClinchKind kind;
      ClinchKind target;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      kind = kind_of_table (clinch_statement_text (statement, 0));
      target = kind_of_table (clinch_statement_text (statement, 2));
      clinch_check_report (self, CLINCH_CHECK_REFERENCES, kind, clinch_statement_int (statement, 1),
                           0,
                           /* Translators: kind of record, its number, kind of record. */
                           g_strdup_printf (_("%1$s no. %2$d points at a missing %3$s."),
                                            kind != CLINCH_KIND_NONE
                                              ? clinch_kind_label (kind, FALSE)
                                              : clinch_statement_text (statement, 0),
                                            (int) clinch_statement_int (statement, 1),
                                            target != CLINCH_KIND_NONE
                                              ? clinch_kind_label (target, FALSE)
                                              : clinch_statement_text (statement, 2)));
    }

  return TRUE;
}

/* Each asks for the records whose maintained columns differ from a recount. */
static const struct
{
  ClinchKind kind;
  const char *sql;
} recounts[] = {
  { CLINCH_KIND_CUSTOMER,
    "SELECT c.id, c.name FROM customer AS c WHERE (opportunity_count, open_count, open_value, won_value) IS NOT ("
    "  SELECT count (*), ifnull (sum (s.type = 'open'), 0),"
    "    ifnull (sum (iif (s.type = 'open' AND o.currency = c.currency, o.amount, 0)), 0),"
    "    ifnull (sum (iif (s.type = 'won' AND o.currency = c.currency, o.amount, 0)), 0)"
    "  FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE o.customer_id = c.id AND o.deleted_at IS NULL)" },
  { CLINCH_KIND_CUSTOMER,
    "SELECT c.id, c.name FROM customer AS c WHERE contact_count <>"
    " (SELECT count (*) FROM contact WHERE customer_id = c.id AND deleted_at IS NULL)" },
  { CLINCH_KIND_CUSTOMER,
    "SELECT c.id, c.name FROM customer AS c WHERE last_follow_up_at IS NOT"
    " (SELECT max (happened_at) FROM follow_up WHERE customer_id = c.id AND deleted_at IS NULL)" },
  { CLINCH_KIND_CONTACT,
    "SELECT c.id, c.name FROM contact AS c WHERE last_follow_up_at IS NOT"
    " (SELECT max (happened_at) FROM follow_up WHERE contact_id = c.id AND deleted_at IS NULL)" },
  { CLINCH_KIND_OPPORTUNITY,
    "SELECT o.id, o.name FROM opportunity AS o WHERE (follow_up_count, last_follow_up_at) IS NOT"
    " (SELECT count (*), max (happened_at) FROM follow_up WHERE opportunity_id = o.id AND deleted_at IS NULL)" },
  { CLINCH_KIND_OPPORTUNITY,
    "SELECT o.id, o.name FROM opportunity AS o JOIN opportunity_chain AS v ON v.id = o.id WHERE o.chain IS NOT v.chain" },
  { CLINCH_KIND_MATERIAL,
    "SELECT m.id, m.name FROM material AS m WHERE last_used_at IS NOT"
    " (SELECT max (happened_at) FROM follow_up WHERE material_id = m.id AND deleted_at IS NULL)" },
  { CLINCH_KIND_STAGE,
    "WITH counted AS MATERIALIZED (SELECT * FROM stage_total_counted)"
    " SELECT DISTINCT s.id, s.name FROM stage AS s JOIN ("
    "  SELECT stage_id FROM (SELECT * FROM stage_total EXCEPT SELECT * FROM counted)"
    "  UNION SELECT stage_id FROM (SELECT * FROM counted EXCEPT SELECT * FROM stage_total)) AS d ON d.stage_id = s.id" },
};

static ClinchRecountFunc recount_func;

void
clinch_check_set_recount_func (ClinchRecountFunc func)
{
  g_atomic_pointer_set (&recount_func, func);
}

void
clinch_check_report_figure (ClinchCheck *check,
                            ClinchKind   kind,
                            gint64       id,
                            char        *message)
{
  clinch_check_report (check, CLINCH_CHECK_COUNTS, kind, id, 0, message);
}

void
clinch_check_tell_figures (ClinchCheck *check,
                           double       fraction)
{
  clinch_check_tell (check, CLINCH_CHECK_COUNTS,
                     OWN_COUNTS_SHARE + (1 - OWN_COUNTS_SHARE) * fraction);
}

static gboolean
check_counts (ClinchCheck  *self,
              GError      **error)
{
  ClinchRecountFunc recount = g_atomic_pointer_get (&recount_func);

  for (gsize i = 0; i < G_N_ELEMENTS (recounts); i++)
    {
      g_autoptr(ClinchStatement) statement = clinch_db_prepare (self->db, recounts[i].sql, error);
      gboolean has_row = TRUE;

      if (statement == NULL)
        return FALSE;
      clinch_check_tell (self, CLINCH_CHECK_COUNTS,
                         OWN_COUNTS_SHARE * i / G_N_ELEMENTS (recounts));
      while (has_row)
        {
          if (!clinch_statement_step (statement, &has_row, error))
            return FALSE;
          if (has_row)
            clinch_check_report (self, CLINCH_CHECK_COUNTS, recounts[i].kind,
                                 clinch_statement_int (statement, 0), 0,
                                 /* Translators: kind of record, its name. */
                                 g_strdup_printf (_("%1$s “%2$s”: the totals differ from "
                                                    "a recount."),
                                                  clinch_kind_label (recounts[i].kind, FALSE),
                                                  clinch_statement_text (statement, 1)));
        }
    }

  return recount == NULL || recount (self->db, self, error);
}

/* The findings of a part that were not listed. */
static void
report_rest (ClinchCheck *self)
{
  for (int part = 0; part < CLINCH_N_CHECK_PARTS; part++)
    {
      int rest = self->n_found[part] - CLINCH_CHECK_MAX_FINDINGS;
      ClinchFinding *finding;

      if (rest <= 0)
        continue;
      finding = g_new0 (ClinchFinding, 1);
      finding->part = part;
      finding->message =
        g_strdup_printf (ngettext ("%1$s: and one more like these.",
                                   "%1$s: and %2$d more like these.", rest),
                                          clinch_check_part_label (part), rest);
      g_ptr_array_add (self->findings, finding);
    }
}

GPtrArray *
clinch_check_run (ClinchDb             *db,
                  ClinchCheckProgress   progress,
                  gpointer              data,
                  GError              **error)
{
  typedef gboolean (*CheckFunc) (ClinchCheck *, GError **);
  static const CheckFunc parts[CLINCH_N_CHECK_PARTS] = {
    check_file, check_references, clinch_check_chain, clinch_check_records, check_counts,
  };
  g_autoptr(GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_finding_free);
  ClinchCheck self = { .db = db, .findings = findings, .progress = progress,
                       .progress_data = data };

  for (int part = 0; part < CLINCH_N_CHECK_PARTS; part++)
    {
      g_autoptr(GError) local_error = NULL;

      clinch_check_tell (&self, part, 0);
      if (parts[part] (&self, &local_error) || note_unreadable (&self, part, &local_error))
        continue;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  clinch_check_tell (&self, CLINCH_N_CHECK_PARTS - 1, 1);
  report_rest (&self);

  return g_steal_pointer (&findings);
}
