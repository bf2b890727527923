// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who deserves the effort: customers by priority, with what it is made of.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-filter.h"
#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-money.h"
#include "clinch-profile-derive.h"
#include "clinch-query.h"
#include "clinch-resolve.h"

#include <glib/gi18n-lib.h>

#define PRESET_LIMIT 20

/* One place in the ranking. */
typedef struct
{
  ClinchProfileFacts *facts;
  ClinchProfileScore score;
  ClinchPriority priority;
} Place;

static void
place_free (gpointer data)
{
  Place *self = data;

  g_clear_pointer (&self->facts, clinch_profile_facts_free);
  g_free (self);
}

static gboolean
prepare_rank (ClinchCommandRun  *run,
              GError           **error)
{
  gint64 limit;

  if (!clinch_command_prepare_kind (run, error)
      || !clinch_command_number (run, "limit", 0, G_MAXINT, PRESET_LIMIT, &limit, error))
    return FALSE;
  if (run->kind == CLINCH_KIND_CUSTOMER)
    return TRUE;

  clinch_command_usage_error (run, error, _("Only customers can be ranked."));
  return FALSE;
}

/* --- Which customers */

static gboolean
add_condition (ClinchQuery         *query,
               ClinchValueContext  *context,
               ClinchCommandRun    *run,
               const char          *name,
               GError             **error)
{
  const char *value = clinch_command_option (run, name);
  g_autofree char *condition = g_strdup_printf ("%s=%s", name, value);

  return value == NULL || clinch_command_filter_add (query, context, condition, error);
}

/* A team with the teams that are part of it. */
static gboolean
add_team (ClinchQuery       *query,
          ClinchDb          *db,
          ClinchCommandRun  *run,
          GError           **error)
{
  const char *name = clinch_command_option (run, "team");
  g_autoptr(ClinchRow) team = NULL;
  gint64 id;

  if (name == NULL)
    return TRUE;
  if (!clinch_resolve (db, CLINCH_KIND_TEAM, name, &id, error))
    return FALSE;
  team = clinch_db_load_row (db, CLINCH_KIND_TEAM, id, error);
  if (team == NULL)
    return FALSE;
  clinch_query_filter_within (query, "owner.team", &team->uid, 1);

  return TRUE;
}

static ClinchQuery *
make_query (ClinchCommandRun    *run,
            ClinchValueContext  *context,
            GError             **error)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_CUSTOMER);
  g_autofree const char **conditions = clinch_command_options (run, "where");

  clinch_query_set_sort (query, "priority", TRUE);
  for (int i = 0; conditions[i] != NULL; i++)
    if (!clinch_command_filter_add (query, context, conditions[i], error))
      return NULL;
  if (!add_condition (query, context, run, "owner", error)
      || !add_condition (query, context, run, "grade", error)
      || !add_team (query, context->db, run, error))
    return NULL;

  return g_steal_pointer (&query);
}

/* --- What they come to now */

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = *(const Place *const *) a;
  const Place *second = *(const Place *const *) b;

  return (second->priority.hundredths > first->priority.hundredths)
         - (second->priority.hundredths < first->priority.hundredths);
}

/* The maintained priority says who comes first; what is shown is worked out as of now, so that the
 * parts make the sum. */
static GPtrArray *
load_places (ClinchDb  *db,
             GArray    *ids,
             GError   **error)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  g_autoptr(ClinchProfileRules) rules = clinch_profile_rules_load (db, error);
  gint64 now = clinch_clock_now ();
  char today[CLINCH_DATE_SIZE];

  if (rules == NULL)
    return NULL;
  clinch_date_from_instant (now, clinch_clock_timezone (), today);
  for (guint i = 0; i < ids->len; i++)
    {
      Place *place = g_new0 (Place, 1);

      g_ptr_array_add (places, place);
      place->facts = clinch_profile_facts_load (db, rules, g_array_index (ids, gint64, i), now,
                                                FALSE, error);
      if (place->facts == NULL)
        return NULL;
      place->score = clinch_profile_facts_score (place->facts, rules, NULL);
      place->priority =
        clinch_profile_priority (rules, place->facts,
                                 clinch_row_text (place->facts->customer, CLINCH_CUSTOMER_GRADE),
                                 today);
    }
  g_ptr_array_sort (places, compare_places);

  return g_steal_pointer (&places);
}

/* How far the score has come since, when there is something to compare with. */
static gboolean
get_trend (const Place *place,
           int         *trend)
{
  const ClinchRow *customer = place->facts->customer;

  if (clinch_row_is_null (customer, CLINCH_CUSTOMER_SCORE_WAS)
      || place->score.score == CLINCH_PROFILE_UNKNOWN)
    return FALSE;
  *trend = place->score.score - (int) clinch_row_int (customer, CLINCH_CUSTOMER_SCORE_WAS);

  return TRUE;
}

/* --- In words */

static char *
trend_text (const Place *place)
{
  int trend;

  if (!get_trend (place, &trend))
    return g_strdup ("");
  if (trend == 0)
    return g_strdup ("=");

  return g_strdup_printf ("%s%d", trend > 0 ? "+" : "−", ABS (trend));
}

static char *
money_text (const ClinchRow *customer,
            int              field)
{
  return clinch_money_format (clinch_row_int (customer, field),
                              clinch_row_text (customer, CLINCH_CUSTOMER_CURRENCY),
                              clinch_money_style ());
}

static char *
completeness_text (const Place *place)
{
  if (!clinch_profile_is_thin (place->score.filled))
    return g_strdup_printf ("%d%%", place->score.completeness);

  /* Translators: a percentage; little more is known than a spreadsheet kept by hand would say. */
  return g_strdup_printf (_("%d%% (hardly known)"), place->score.completeness);
}

static char *
last_contact_text (const ClinchRow *customer)
{
  char date[CLINCH_DATE_SIZE];

  if (clinch_row_is_null (customer, CLINCH_CUSTOMER_LAST_CONTACT))
    return g_strdup ("–");
  clinch_date_from_instant (clinch_row_int (customer, CLINCH_CUSTOMER_LAST_CONTACT),
                            clinch_clock_timezone (), date);

  return g_strdup (date);
}

static char *
score_text (const Place *place)
{
  return place->score.score == CLINCH_PROFILE_UNKNOWN ? g_strdup ("–")
         : g_strdup_printf ("%d", place->score.score);
}

static char **
make_cells (const Place *place,
            guint        number)
{
  const ClinchRow *customer = place->facts->customer;
  const char *grade = clinch_row_text (customer, CLINCH_CUSTOMER_GRADE);
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_take (cells, g_strdup_printf ("%u", number));
  g_strv_builder_add (cells, clinch_row_name (customer));
  g_strv_builder_add (cells, grade != NULL ? grade : "–");
  g_strv_builder_take (cells, clinch_command_hundredths (place->priority.hundredths));
  for (int i = 0; i < CLINCH_N_PRIORITY_PARTS; i++)
    g_strv_builder_take (cells, clinch_command_hundredths (place->priority.steps[i].hundredths));
  g_strv_builder_take (cells, score_text (place));
  g_strv_builder_take (cells, completeness_text (place));
  g_strv_builder_take (cells, money_text (customer, CLINCH_CUSTOMER_OPEN_VALUE));
  g_strv_builder_take (cells, money_text (customer, CLINCH_CUSTOMER_WON_VALUE));
  g_strv_builder_take (cells, last_contact_text (customer));
  g_strv_builder_take (cells, trend_text (place));

  return g_strv_builder_end (cells);
}

static void
print_table (ClinchCommandRun *run,
             GPtrArray        *places)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *headings[] = {
    "#", _("Customer"), C_("field", "Grade"), C_("field", "Priority"), C_("priority", "Value"),
    C_("priority", "Winning"), C_("priority", "Urgency"), C_("priority", "Grade"),
    C_("field", "Score"), C_("field", "Completeness"), C_("field", "Open Value"),
    C_("field", "Won Value"), C_("field", "Last Contact"), C_("profile", "Trend"), NULL
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (rows, make_cells (places->pdata[i], i + 1));
  clinch_command_table (run->out, rows, G_N_ELEMENTS (headings) - 1);
}

/* --- As JSON */

static void
append_money (GString         *out,
              const char      *name,
              const ClinchRow *customer,
              int              field)
{
  g_autofree char *text =
    clinch_money_format_plain (clinch_row_int (customer, field),
                               clinch_row_text (customer, CLINCH_CUSTOMER_CURRENCY));

  clinch_command_json_member (out, name, text);
}

static void
append_place (GString     *out,
              ClinchDb    *db,
              const Place *place,
              guint        number)
{
  const ClinchRow *customer = place->facts->customer;
  gint64 last = clinch_row_int (customer, CLINCH_CUSTOMER_LAST_CONTACT);
  int trend;

  g_string_append_printf (out, "{\"place\":%u,\"customer\":", number);
  clinch_command_json_reference (out, db, CLINCH_KIND_CUSTOMER, customer->id);
  g_string_append (out, ",\"owner\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_MEMBER,
                                 clinch_row_int (customer, CLINCH_CUSTOMER_OWNER));
  clinch_command_json_member (out, "grade", clinch_row_text (customer, CLINCH_CUSTOMER_GRADE));
  clinch_command_json_priority (out, &place->priority);
  clinch_command_json_known (out, "score", place->score.score);
  clinch_command_json_known (out, "completeness", place->score.completeness);
  clinch_command_json_known (out, "filled", place->score.filled);
  clinch_command_json_member (out, "currency",
                              clinch_row_text (customer, CLINCH_CUSTOMER_CURRENCY));
  append_money (out, "open-value", customer, CLINCH_CUSTOMER_OPEN_VALUE);
  append_money (out, "won-value", customer, CLINCH_CUSTOMER_WON_VALUE);
  g_string_append (out, ",\"last-contact\":");
  if (last != 0)
    clinch_command_json_instant (out, last);
  else
    g_string_append (out, "null");
  if (get_trend (place, &trend))
    g_string_append_printf (out, ",\"trend\":%d}", trend);
  else
    g_string_append (out, ",\"trend\":null}");
}

static void
print_json (ClinchCommandRun *run,
            ClinchDb         *db,
            GPtrArray        *places)
{
  g_string_append_c (run->out, '[');
  for (guint i = 0; i < places->len; i++)
    {
      g_string_append (run->out, i > 0 ? ",\n" : "\n");
      append_place (run->out, db, places->pdata[i], i + 1);
    }
  g_string_append (run->out, "\n]\n");
}

static gboolean
run_rank (ClinchCommandRun  *run,
          ClinchDb          *db,
          GError           **error)
{
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);
  g_autoptr(ClinchQuery) query = make_query (run, context, error);
  g_autoptr(GPtrArray) places = NULL;
  g_autoptr(GArray) ids = NULL;
  gint64 limit;

  if (query == NULL
      || !clinch_command_number (run, "limit", 0, G_MAXINT, PRESET_LIMIT, &limit, error))
    return FALSE;
  ids = clinch_query_ids (query, db, limit, error);
  places = ids != NULL ? load_places (db, ids, error) : NULL;
  if (places == NULL)
    return FALSE;

  if (run->json)
    print_json (run, db, places);
  else
    print_table (run, places);
  if (clinch_profile_is_due (db, context->now))
    g_string_append_printf (run->err, "%s\n", _("Not all profiles are as of today; "
                                                "“clinch refresh” brings them up to date."));

  return TRUE;
}

static const ClinchCommandOption rank_options[] = {
  { "where", "FIELD=VALUE", N_("Only records that fit; also !=, >=, <= and ~ (contains)") },
  { "limit", "N", N_("At most so many; 0 for all, 20 if not given") },
  { "owner", "ID", N_("Customers of this member") },
  { "team", "ID", N_("Customers of this team and the teams in it") },
  { "grade", "GRADE", N_("Customers of this grade") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_rank[] = {
  { "rank", "customers [--where CONDITION]… [--limit N] [--owner ID] [--team ID] [--grade GRADE]",
    N_("List customers by priority, with what it is made of"), 1, 1, CLINCH_COMMAND_READ,
    rank_options, prepare_rank, run_rank, NULL },
  { NULL },
};
