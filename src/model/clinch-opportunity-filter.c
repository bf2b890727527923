// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-opportunity-filter.h"

#include "clinch-date.h"
#include "clinch-money.h"

#include <json-glib/json-glib.h>

#define SOON_DAYS 7

ClinchOpportunityFilter *
clinch_opportunity_filter_new (void)
{
  ClinchOpportunityFilter *self = g_new0 (ClinchOpportunityFilter, 1);

  self->owners = g_array_new (FALSE, FALSE, sizeof (ClinchUid));
  self->teams = g_array_new (FALSE, FALSE, sizeof (ClinchUid));
  self->stages = g_array_new (FALSE, FALSE, sizeof (ClinchUid));
  self->grades = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
clinch_opportunity_filter_free (ClinchOpportunityFilter *self)
{
  g_free (self->text);
  g_array_unref (self->owners);
  g_array_unref (self->teams);
  g_array_unref (self->stages);
  g_ptr_array_unref (self->grades);
  g_free (self);
}

static gpointer
copy_code (gconstpointer code,
           gpointer      data)
{
  return g_strdup (code);
}

ClinchOpportunityFilter *
clinch_opportunity_filter_copy (const ClinchOpportunityFilter *self)
{
  ClinchOpportunityFilter *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->owners = g_array_copy (self->owners);
  copy->teams = g_array_copy (self->teams);
  copy->stages = g_array_copy (self->stages);
  copy->grades = g_ptr_array_copy (self->grades, copy_code, NULL);

  return copy;
}

static gboolean
find_uid (GArray          *uids,
          const ClinchUid *uid,
          guint           *index)
{
  for (guint i = 0; i < uids->len; i++)
    if (clinch_uid_equal (&g_array_index (uids, ClinchUid, i), uid))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
clinch_opportunity_filter_find (GArray          *uids,
                                const ClinchUid *uid)
{
  guint index;

  return find_uid (uids, uid, &index);
}

void
clinch_opportunity_filter_choose (GArray          *uids,
                                  const ClinchUid *uid,
                                  gboolean         wanted)
{
  guint index;

  if (find_uid (uids, uid, &index) == wanted)
    return;

  if (wanted)
    g_array_append_val (uids, *uid);
  else
    g_array_remove_index (uids, index);
}

/* The order in which they were chosen says nothing. */
static gboolean
same_uids (GArray *a,
           GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!clinch_opportunity_filter_find (b, &g_array_index (a, ClinchUid, i)))
      return FALSE;

  return TRUE;
}

static gboolean
has_grade (const ClinchOpportunityFilter *self,
           const char                    *code)
{
  return g_ptr_array_find_with_equal_func (self->grades, code, g_str_equal, NULL);
}

static gboolean
same_grades (const ClinchOpportunityFilter *a,
             const ClinchOpportunityFilter *b)
{
  if (a->grades->len != b->grades->len)
    return FALSE;

  for (guint i = 0; i < a->grades->len; i++)
    if (!has_grade (b, a->grades->pdata[i]))
      return FALSE;

  return TRUE;
}

gboolean
clinch_opportunity_filter_equal (const ClinchOpportunityFilter *a,
                                 const ClinchOpportunityFilter *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && a->mine == b->mine
         && same_uids (a->owners, b->owners) &&
         same_uids (a->teams, b->teams) && same_uids (a->stages, b->stages) && same_grades (a, b) &&
         a->has_amount_from == b->has_amount_from
         && (!a->has_amount_from || a->amount_from == b->amount_from) &&
         a->has_amount_to == b->has_amount_to
         && (!a->has_amount_to || a->amount_to == b->amount_to) &&
         g_str_equal (a->currency, b->currency) &&
         g_str_equal (a->expected_from, b->expected_from)
         && g_str_equal (a->expected_to, b->expected_to) &&
         a->next_step == b->next_step && a->over_limit == b->over_limit;
}

gboolean
clinch_opportunity_filter_is_empty (const ClinchOpportunityFilter *self)
{
  return (self->text == NULL || *self->text == '\0') && !self->mine && self->owners->len == 0
         && self->teams->len == 0 &&
         self->grades->len == 0 && self->stages->len == 0 && !self->has_amount_from
         && !self->has_amount_to &&
         *self->expected_from == '\0' && *self->expected_to == '\0'
         && self->next_step == CLINCH_NEXT_STEP_ANY && !self->over_limit;
}

gboolean
clinch_opportunity_filter_has_stage (const ClinchOpportunityFilter *self,
                                     const ClinchUid               *stage)
{
  return self->stages->len == 0 || clinch_opportunity_filter_find (self->stages, stage);
}

static void
apply_uids (ClinchQuery *query,
            const char  *path,
            GArray      *uids)
{
  if (uids->len > 0)
    clinch_query_filter_within (query, path, (ClinchUid *) uids->data, uids->len);
}

static void
apply_owners (const ClinchOpportunityFilter *self,
              ClinchQuery                   *query,
              const ClinchUid               *me)
{
  g_autoptr(GArray) owners = g_array_copy (self->owners);

  if (self->mine && me != NULL)
    clinch_opportunity_filter_choose (owners, me, TRUE);
  /* What is mine while I am nobody is nothing. */
  if (self->mine && owners->len == 0)
    clinch_query_filter_within (query, "owner", NULL, 0);
  apply_uids (query, "owner", owners);
}

/* What is not wanted is excluded one by one, since there are few grades. */
static void
apply_grades (const ClinchOpportunityFilter *self,
              ClinchQuery                   *query)
{
  const ClinchChoiceValue *values;
  int n_values;

  if (self->grades->len == 0)
    return;

  values = clinch_choice_values (CLINCH_CHOICE_GRADE, &n_values);
  for (int i = 0; i < n_values; i++)
    if (!has_grade (self, values[i].code))
      clinch_query_filter_text (query, "customer.grade", CLINCH_FILTER_NOT_EQUAL, values[i].code);
  if (!has_grade (self, ""))
    clinch_query_filter_text (query, "customer.grade", CLINCH_FILTER_NOT_EMPTY, NULL);
}

static void
apply_next_step (const ClinchOpportunityFilter *self,
                 ClinchQuery                   *query,
                 const char                    *today)
{
  char limit[CLINCH_DATE_SIZE];

  switch (self->next_step)
    {
    case CLINCH_NEXT_STEP_MISSING:
      clinch_query_filter_text (query, "next-step", CLINCH_FILTER_EMPTY, NULL);
      clinch_query_filter_text (query, "next-date", CLINCH_FILTER_EMPTY, NULL);
      break;
    case CLINCH_NEXT_STEP_OVERDUE:
      clinch_date_add_days (today, -1, limit);
      clinch_query_filter_text (query, "next-date", CLINCH_FILTER_AT_MOST, limit);
      break;
    case CLINCH_NEXT_STEP_SOON:
      clinch_date_add_days (today, SOON_DAYS, limit);
      clinch_query_filter_text (query, "next-date", CLINCH_FILTER_AT_MOST, limit);
      break;
    case CLINCH_NEXT_STEP_ANY:
    default:
      return;
    }

  /* Nothing is expected any more from what is won or lost. */
  clinch_query_filter_text (query, "stage.type", CLINCH_FILTER_EQUAL, "open");
}

/* A figure says nothing without its currency: amounts in another one are neither more nor less. */
static void
apply_amount (const ClinchOpportunityFilter *self,
              ClinchQuery                   *query,
              const char                    *currency)
{
  if (!self->has_amount_from && !self->has_amount_to)
    return;

  clinch_query_filter_text (query, "currency", CLINCH_FILTER_EQUAL,
                            *self->currency != '\0' ? self->currency : currency);
  if (self->has_amount_from)
    clinch_query_filter_int (query, "amount", CLINCH_FILTER_AT_LEAST, self->amount_from);
  if (self->has_amount_to)
    clinch_query_filter_int (query, "amount", CLINCH_FILTER_AT_MOST, self->amount_to);
}

void
clinch_opportunity_filter_apply (const ClinchOpportunityFilter *self,
                                 ClinchQuery                   *query,
                                 const ClinchUid               *me,
                                 gint64                         now,
                                 const char                    *today,
                                 const char                    *currency)
{
  apply_owners (self, query, me);
  apply_uids (query, "owner.team", self->teams);
  apply_grades (self, query);
  apply_uids (query, "stage", self->stages);
  apply_amount (self, query, currency);
  if (*self->expected_from != '\0')
    clinch_query_filter_text (query, "expected-date", CLINCH_FILTER_AT_LEAST, self->expected_from);
  if (*self->expected_to != '\0')
    clinch_query_filter_text (query, "expected-date", CLINCH_FILTER_AT_MOST, self->expected_to);
  apply_next_step (self, query, today);
  if (self->over_limit)
    clinch_query_filter_int (query, "stage-until", CLINCH_FILTER_AT_MOST, now);
  if (self->text != NULL && *self->text != '\0')
    clinch_query_set_search (query, self->text);
}

static void
add_uids (JsonBuilder *builder,
          const char  *name,
          GArray      *uids)
{
  if (uids->len == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < uids->len; i++)
    {
      char uid[CLINCH_UID_STRING_SIZE];

      clinch_uid_to_string (&g_array_index (uids, ClinchUid, i), uid);
      json_builder_add_string_value (builder, uid);
    }
  json_builder_end_array (builder);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL || *text == '\0')
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gboolean     given,
         gint64       value)
{
  if (!given)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

char *
clinch_opportunity_filter_to_json (const ClinchOpportunityFilter *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "text", self->text);
  add_int (builder, "mine", self->mine, 1);
  add_uids (builder, "owners", self->owners);
  add_uids (builder, "teams", self->teams);
  if (self->grades->len > 0)
    {
      json_builder_set_member_name (builder, "grades");
      json_builder_begin_array (builder);
      for (guint i = 0; i < self->grades->len; i++)
        json_builder_add_string_value (builder, self->grades->pdata[i]);
      json_builder_end_array (builder);
    }
  add_uids (builder, "stages", self->stages);
  add_int (builder, "amount-from", self->has_amount_from, self->amount_from);
  add_int (builder, "amount-to", self->has_amount_to, self->amount_to);
  add_text (builder, "currency", self->currency);
  add_text (builder, "expected-from", self->expected_from);
  add_text (builder, "expected-to", self->expected_to);
  add_int (builder, "next-step", self->next_step != CLINCH_NEXT_STEP_ANY, self->next_step);
  add_int (builder, "over-limit", self->over_limit, 1);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static JsonNode *
find_value (JsonObject *object,
            const char *name,
            GType       type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
         ? node : NULL;
}

static const char *
read_text (JsonObject *object,
           const char *name)
{
  JsonNode *node = find_value (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

static gboolean
read_int (JsonObject *object,
          const char *name,
          gint64     *value)
{
  JsonNode *node = find_value (object, name, G_TYPE_INT64);

  if (node == NULL)
    return FALSE;

  *value = json_node_get_int (node);
  return TRUE;
}

static void
read_date (JsonObject *object,
           const char *name,
           char        date[11])
{
  const char *text = read_text (object, name);

  if (clinch_date_is_valid (text))
    g_strlcpy (date, text, CLINCH_DATE_SIZE);
}

static void
read_currency (JsonObject *object,
               char        currency[4])
{
  const char *text = read_text (object, "currency");

  if (clinch_money_is_currency (text))
    g_strlcpy (currency, text, 4);
}

static JsonArray *
find_array (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
read_uids (JsonObject *object,
           const char *name,
           GArray     *uids)
{
  JsonArray *array = find_array (object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
      ClinchUid uid;

      if (text != NULL && clinch_uid_parse (text, &uid))
        clinch_opportunity_filter_choose (uids, &uid, TRUE);
    }
}

static void
read_grades (JsonObject              *object,
             ClinchOpportunityFilter *self)
{
  JsonArray *array = find_array (object, "grades");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *code = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (code != NULL && !has_grade (self, code))
        g_ptr_array_add (self->grades, g_strdup (code));
    }
}

ClinchOpportunityFilter *
clinch_opportunity_filter_from_json (const char *json)
{
  ClinchOpportunityFilter *self = clinch_opportunity_filter_new ();
  g_autoptr(JsonNode) root = json != NULL && *json != '\0' ? json_from_string (json, NULL) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
                       : NULL;
  gint64 value;

  if (object == NULL)
    return self;

  self->text = g_strdup (read_text (object, "text"));
  self->mine = read_int (object, "mine", &value) && value != 0;
  read_uids (object, "owners", self->owners);
  read_uids (object, "teams", self->teams);
  read_grades (object, self);
  read_uids (object, "stages", self->stages);
  self->has_amount_from = read_int (object, "amount-from", &self->amount_from);
  self->has_amount_to = read_int (object, "amount-to", &self->amount_to);
  if (self->has_amount_from || self->has_amount_to)
    read_currency (object, self->currency);
  read_date (object, "expected-from", self->expected_from);
  read_date (object, "expected-to", self->expected_to);
  if (read_int (object, "next-step", &value) && value > CLINCH_NEXT_STEP_ANY
      && value <= CLINCH_NEXT_STEP_SOON)
    self->next_step = value;
  self->over_limit = read_int (object, "over-limit", &value) && value != 0;

  return self;
}
