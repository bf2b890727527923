// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures of profiles against a recount. They depend on the time: each customer is worked out
// again as of the instant at which it was, by the same rules, and everything has to come out as it
// stands there.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-check.h"

#include "clinch-clock.h"
#include "clinch-profile-derive.h"
#include "clinch-profile-quantiles.h"

#include <glib/gi18n-lib.h>

#define PORTION 500

typedef struct
{
  ClinchCheck *check;
  ClinchDb *db;
  ClinchProfileRules *rules;
} Recount;

static void
clear_recount (Recount *recount)
{
  g_clear_pointer (&recount->rules, clinch_profile_rules_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recount, clear_recount)

static char *
say_figure (const ClinchRow *customer,
            const char      *figure,
            gint64           is,
            gint64           should_be)
{
  g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, is);
  g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, should_be);

  /* Translators: a customer, the name of a figure, two figures. */
  return g_strdup_printf (_("The profile of “%1$s”: “%2$s” is %3$s, and %4$s by a recount."),
                          clinch_row_name (customer), figure, found, expected);
}

/* What is wrong with the fields; %NULL if nothing is. */
static char *
compare_fields (Recount                  *self,
                const ClinchProfileFacts *facts,
                const char               *today,
                GError                  **error)
{
  const ClinchRow *customer = facts->customer;
  ClinchProfileScore score = clinch_profile_facts_score (facts, self->rules, NULL);
  const char *auto_grade = clinch_profile_rules_grade (self->rules, &score, NULL);
  const char *grade = clinch_row_text (customer, CLINCH_CUSTOMER_GRADE);
  const struct
  {
    int field;
    gint64 value;
  } figures[] = {
    { CLINCH_CUSTOMER_SCORE, MAX (score.score, 0) },
    { CLINCH_CUSTOMER_COMPLETENESS, score.completeness },
    { CLINCH_CUSTOMER_FILLED, score.filled },
    { CLINCH_CUSTOMER_PRIORITY,
      clinch_profile_priority (self->rules, facts, grade, today).hundredths },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (clinch_row_int (customer, figures[i].field) != figures[i].value)
      return say_figure (customer,
                         clinch_field_label (clinch_kind_field (CLINCH_KIND_CUSTOMER,
                                                                figures[i].field)),
                         clinch_row_int (customer, figures[i].field), figures[i].value);

  if (g_strcmp0 (clinch_row_text (customer, CLINCH_CUSTOMER_AUTO_GRADE), auto_grade) == 0)
    return NULL;

  /* Translators: a customer. */
  return g_strdup_printf (_("The profile of “%s” gives another grade by a recount."),
                          clinch_row_name (customer));
}

static char *
compare_contact (Recount          *self,
                 const ClinchRow  *customer,
                 GError          **error)
{
  gint64 last;

  if (!clinch_profile_last_contact (self->db, customer->id, &last, error)
      || last == clinch_row_int (customer, CLINCH_CUSTOMER_LAST_CONTACT))
    return NULL;

  return say_figure (customer,
                     clinch_field_label (clinch_kind_field (CLINCH_KIND_CUSTOMER,
                                                            CLINCH_CUSTOMER_LAST_CONTACT)),
                     clinch_row_int (customer, CLINCH_CUSTOMER_LAST_CONTACT), last);
}

static char *
compare_values (Recount                  *self,
                const ClinchProfileFacts *facts,
                GError                  **error)
{
  g_autofree int *stored = NULL;

  stored = clinch_profile_stored_values (self->db, self->rules, facts->customer->id, error);
  for (guint i = 0; stored != NULL && i < self->rules->dimensions->len; i++)
    {
      const ClinchDimensionRule *dimension = self->rules->dimensions->pdata[i];
      int value = g_array_index (facts->values, ClinchDimensionValue, i).value;

      if (stored[i] == value)
        continue;
      if (stored[i] != CLINCH_PROFILE_UNKNOWN && value != CLINCH_PROFILE_UNKNOWN)
        return say_figure (facts->customer, dimension->name, stored[i], value);
      /* Translators: a customer, a dimension of its profile. */
      return g_strdup_printf (_("The profile of “%1$s”: “%2$s” is known or unknown otherwise "
                                "by a recount."),
                              clinch_row_name (facts->customer), dimension->name);
    }

  return NULL;
}

/* %FALSE with an error where the recount could not be made; else @problem says what differs. */
static gboolean
recount_at (Recount     *self,
            gint64       customer_id,
            gint64       at,
            const char  *today,
            char       **problem,
            GError     **error)
{
  g_autoptr(ClinchProfileFacts) facts = NULL;
  g_autoptr(GError) local_error = NULL;

  *problem = NULL;
  facts = clinch_profile_facts_load_on (self->db, self->rules, customer_id, at, today,
                                        &local_error);
  if (facts != NULL)
    *problem = compare_fields (self, facts, today, &local_error);
  if (facts != NULL && *problem == NULL)
    *problem = compare_values (self, facts, &local_error);
  if (facts != NULL && *problem == NULL && local_error == NULL)
    *problem = compare_contact (self, facts->customer, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_clear_pointer (problem, g_free);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Whoever travels changes the time zone: the day of the instant is that of some zone. */
static gboolean
recount_customer (Recount  *self,
                  gint64    customer_id,
                  gint64    at,
                  GError  **error)
{
  static const int shifts[] = { 0, -1, 1 };
  g_autofree char *problem = NULL;
  char day[CLINCH_DATE_SIZE];

  clinch_date_from_instant (at, clinch_clock_timezone (), day);
  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autofree char *other = NULL;
      char today[CLINCH_DATE_SIZE];

      clinch_date_add_days (day, shifts[i], today);
      if (!recount_at (self, customer_id, at, today, &other, error))
        return FALSE;
      if (other == NULL)
        return TRUE;
      if (problem == NULL)
        problem = g_steal_pointer (&other);
    }

  clinch_check_report_figure (self->check, CLINCH_KIND_CUSTOMER, customer_id,
                              g_steal_pointer (&problem));
  return TRUE;
}

/* Those that the quantiles of today have not reached yet are to be worked out anyway. */
static ClinchStatement *
prepare_portion (Recount  *self,
                 gint64    after,
                 GError  **error)
{
  ClinchStatement *statement;

  statement = clinch_db_prepare (self->db,
                                 "SELECT id, worked_out_at FROM customer WHERE id > ?1"
                                 " AND deleted_at IS NULL AND worked_out_at >= ?2"
                                 " ORDER BY id LIMIT ?3", error);
  if (statement != NULL)
    {
      clinch_statement_bind_int (statement, 1, after);
      clinch_statement_bind_int (statement, 2, clinch_profile_quantiles_renewed_at (self->db));
      clinch_statement_bind_int (statement, 3, PORTION);
    }

  return statement;
}

static gboolean
read_portion (Recount  *self,
              gint64    after,
              GArray   *ids,
              GArray   *instants,
              GError  **error)
{
  g_autoptr(ClinchStatement) statement = prepare_portion (self, after, error);
  gboolean has_row = TRUE;

  g_array_set_size (ids, 0);
  g_array_set_size (instants, 0);
  while (statement != NULL && has_row)
    {
      gint64 id;
      gint64 at;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = clinch_statement_int (statement, 0);
      at = clinch_statement_int (statement, 1);
      g_array_append_val (ids, id);
      g_array_append_val (instants, at);
    }

  return statement != NULL;
}

gboolean
clinch_profile_recount (ClinchDb     *db,
                        ClinchCheck  *check,
                        GError      **error)
{
  g_auto(Recount) self = { check, db, clinch_profile_rules_load (db, error) };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last_id = 0;
  gint64 after = 0;

  if (self.rules == NULL
      || !clinch_db_query_int (db, &last_id, NULL, error, "SELECT max (id) FROM customer", ""))
    return FALSE;

  do
    {
      if (!read_portion (&self, after, ids, instants, error))
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        if (!recount_customer (&self, g_array_index (ids, gint64, i),
                               g_array_index (instants, gint64, i), error))
          return FALSE;
      if (ids->len > 0)
        after = g_array_index (ids, gint64, ids->len - 1);
      clinch_check_tell_figures (check, (double) after / MAX (last_id, 1));
    }
  while (ids->len == PORTION);

  return TRUE;
}
