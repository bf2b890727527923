// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-reason.h"

#define USUAL_DAYS 30
#define MOST_LATE 200

static const struct
{
  const char *code;
  int weight;
} kinds[CLINCH_N_REASONS] = {
  [CLINCH_REASON_TOUCH] = { "touch", 40 },
  [CLINCH_REASON_OBJECTIVE] = { "objective", 35 },
  [CLINCH_REASON_RECHECK] = { "recheck", 30 },
  [CLINCH_REASON_MATERIAL] = { "material", 25 },
  [CLINCH_REASON_STALE] = { "stale", 20 },
  [CLINCH_REASON_BIRTHDAY] = { "birthday", 30 },
};

typedef struct
{
  const ClinchReason *reasons;
  const char *today;
} Ranking;

const char *
clinch_reason_code (ClinchReasonKind kind)
{
  g_return_val_if_fail (kind < CLINCH_N_REASONS, NULL);

  return kinds[kind].code;
}

/* How late it is to act on @reason, in percent. */
static int
lateness (const ClinchReason *reason,
          const char         *today)
{
  int days = clinch_date_days_between (reason->due_on, today);
  int span = USUAL_DAYS;

  switch (reason->kind)
    {
    case CLINCH_REASON_MATERIAL:
      return 0;
    case CLINCH_REASON_BIRTHDAY:
      span = CLINCH_REASON_BIRTHDAY_DAYS;
      days += span;
      break;
    case CLINCH_REASON_TOUCH:
      if (reason->every_days > 0)
        span = reason->every_days;
      break;
    case CLINCH_REASON_OBJECTIVE:
    case CLINCH_REASON_RECHECK:
    case CLINCH_REASON_STALE:
    case CLINCH_N_REASONS:
    default:
      break;
    }

  return (int) MIN ((gint64) MAX (days, 0) * 100 / span, MOST_LATE);
}

int
clinch_reason_pressing (const ClinchReason *reason,
                        const char         *today)
{
  return kinds[reason->kind].weight * (100 + lateness (reason, today)) * (100 + reason->priority)
         / 10000;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const Ranking *ranking = user_data;
  const ClinchReason *first = &ranking->reasons[*(const guint *) a];
  const ClinchReason *second = &ranking->reasons[*(const guint *) b];
  int order = clinch_reason_pressing (second, ranking->today)
              - clinch_reason_pressing (first, ranking->today);

  if (order == 0)
    order = g_strcmp0 (first->due_on, second->due_on);
  if (order == 0)
    order = second->priority - first->priority;
  if (order == 0)
    order = (first->customer > second->customer) - (first->customer < second->customer);

  return order != 0 ? order : (int) first->kind - (int) second->kind;
}

GArray *
clinch_reasons_rank (const ClinchReason *reasons,
                     gsize               n_reasons,
                     const char         *today)
{
  Ranking ranking = { reasons, today };
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_reasons);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_reasons; i++)
    g_array_append_val (all, i);
  g_array_sort_with_data (all, compare, &ranking);
  for (guint i = 0; i < n_reasons; i++)
    {
      guint place = g_array_index (all, guint, i);
      const ClinchReason *reason = &reasons[place];
      char *key = g_strdup_printf ("%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, reason->kind,
                                   reason->customer, reason->person);

      if (g_hash_table_add (seen, key))
        g_array_append_val (places, place);
    }

  return places;
}
