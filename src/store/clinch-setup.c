// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-setup.h"

#include "clinch-schema-resources.h"
#include "clinch-step-label.h"

#include <json-glib/json-glib.h>

static const char *
localized (JsonObject *object,
           const char *member,
           const char *language)
{
  return json_object_get_string_member_with_default (json_object_get_object_member (object, member),
                                                     language, NULL);
}

static gboolean
seed_stage (ClinchTxn   *txn,
            JsonObject  *object,
            gint64       pipeline_id,
            int          position,
            const char  *language,
            GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_STAGE);
  gint64 limit = json_object_get_int_member (object, "limit_days");

  clinch_row_set_text (row, CLINCH_STAGE_NAME, localized (object, "name", language));
  clinch_row_set_text (row, CLINCH_STAGE_CODE, json_object_get_string_member (object, "code"));
  clinch_row_set_text (row, CLINCH_STAGE_TYPE, json_object_get_string_member (object, "type"));
  clinch_row_set_text (row, CLINCH_STAGE_DEFINITION, localized (object, "definition", language));
  clinch_row_set_text (row, CLINCH_STAGE_DONE_PHRASE, localized (object, "done_phrase", language));
  clinch_row_set_text (row, CLINCH_STAGE_ROLE, json_object_get_string_member (object, "role"));
  clinch_row_set_text (row, CLINCH_STAGE_SYNONYMS,
                       json_object_get_string_member (object, "synonyms"));
  clinch_row_set_int (row, CLINCH_STAGE_PIPELINE, pipeline_id);
  clinch_row_set_int (row, CLINCH_STAGE_POSITION, position);
  clinch_row_set_int (row, CLINCH_STAGE_PROBABILITY,
                      json_object_get_int_member (object, "probability"));
  if (limit > 0)
    clinch_row_set_int (row, CLINCH_STAGE_LIMIT, limit);

  return clinch_txn_insert (txn, row, error) != 0;
}

static gboolean
seed_pipeline (ClinchTxn   *txn,
               JsonObject  *object,
               int          position,
               const char  *language,
               GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_PIPELINE);
  JsonArray *stages = json_object_get_array_member (object, "stages");
  gint64 id;

  clinch_row_set_text (row, CLINCH_PIPELINE_NAME, localized (object, "name", language));
  clinch_row_set_text (row, CLINCH_PIPELINE_CODE, json_object_get_string_member (object, "code"));
  clinch_row_set_text (row, CLINCH_PIPELINE_DEFINITION, localized (object, "definition", language));
  clinch_row_set_int (row, CLINCH_PIPELINE_POSITION, position);
  id = clinch_txn_insert (txn, row, error);

  for (guint i = 0; id != 0 && i < json_array_get_length (stages); i++)
    if (!seed_stage (txn, json_array_get_object_element (stages, i), id, i, language, error))
      return FALSE;

  return id != 0;
}

static JsonNode *
load_template (const char  *name,
               GError     **error)
{
  g_autofree char *path = g_strconcat ("/org/clinch/Clinch/schema/", name, NULL);
  g_autoptr(GBytes) json = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  gsize length;
  const char *data;

  g_resources_register (clinch_schema_get_resource ());
  json = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (json == NULL)
    return NULL;
  data = g_bytes_get_data (json, &length);
  if (!json_parser_load_from_data (parser, data, length, error))
    return NULL;

  return json_parser_steal_root (parser);
}

static gboolean
seed_pipelines (ClinchTxn   *txn,
                const char  *language,
                GError     **error)
{
  g_autoptr(JsonNode) root = load_template ("pipelines.json", error);
  JsonArray *pipelines;

  if (root == NULL)
    return FALSE;
  pipelines = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (pipelines); i++)
    if (!seed_pipeline (txn, json_array_get_object_element (pipelines, i), i, language, error))
      return FALSE;

  return TRUE;
}

static gboolean
seed_tag (ClinchTxn   *txn,
          JsonObject  *object,
          gint64       dimension_id,
          int          position,
          const char  *language,
          GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_TAG);

  clinch_row_set_text (row, CLINCH_TAG_NAME, localized (object, "name", language));
  clinch_row_set_text (row, CLINCH_TAG_CODE, json_object_get_string_member (object, "code"));
  clinch_row_set_int (row, CLINCH_TAG_DIMENSION, dimension_id);
  clinch_row_set_int (row, CLINCH_TAG_SCORE, json_object_get_int_member (object, "score"));
  if (json_object_has_member (object, "least"))
    clinch_row_set_int (row, CLINCH_TAG_LEAST, json_object_get_int_member (object, "least"));
  clinch_row_set_int (row, CLINCH_TAG_POSITION, position);

  return clinch_txn_insert (txn, row, error) != 0;
}

static gboolean
seed_dimension (ClinchTxn   *txn,
                JsonObject  *object,
                int          position,
                const char  *language,
                GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_DIMENSION);
  JsonArray *tags = json_object_get_array_member (object, "tags");
  gint64 half_life = json_object_get_int_member_with_default (object, "half_life", 0);
  gint64 id;

  clinch_row_set_text (row, CLINCH_DIMENSION_NAME, localized (object, "name", language));
  clinch_row_set_text (row, CLINCH_DIMENSION_CODE, json_object_get_string_member (object, "code"));
  clinch_row_set_text (row, CLINCH_DIMENSION_DEFINITION,
                       localized (object, "definition", language));
  clinch_row_set_int (row, CLINCH_DIMENSION_WEIGHT, json_object_get_int_member (object, "weight"));
  clinch_row_set_text (row, CLINCH_DIMENSION_KNOWN_BY,
                       json_object_get_string_member (object, "known_by"));
  clinch_row_set_text (row, CLINCH_DIMENSION_MEASURE,
                       json_object_get_string_member_with_default (object, "measure", NULL));
  clinch_row_set_text (row, CLINCH_DIMENSION_SEVERAL,
                       json_object_get_boolean_member_with_default (object, "several", FALSE)
                         ? "yes" : NULL);
  clinch_row_set_text (row, CLINCH_DIMENSION_REQUIRED,
                       json_object_get_boolean_member_with_default (object, "required", FALSE)
                         ? "yes" : NULL);
  clinch_row_set_int (row, CLINCH_DIMENSION_POSITION, position);
  if (half_life > 0)
    clinch_row_set_int (row, CLINCH_DIMENSION_HALF_LIFE, half_life);
  id = clinch_txn_insert (txn, row, error);

  for (guint i = 0; id != 0 && i < json_array_get_length (tags); i++)
    if (!seed_tag (txn, json_array_get_object_element (tags, i), id, i, language, error))
      return FALSE;

  return id != 0;
}

static gboolean
seed_grade_rule (ClinchTxn   *txn,
                 JsonObject  *object,
                 const char  *language,
                 GError     **error)
{
  static const struct
  {
    const char *member;
    int field;
  } numbers[] = {
    { "least_score", CLINCH_GRADE_RULE_LEAST_SCORE },
    { "least_completeness", CLINCH_GRADE_RULE_LEAST_COMPLETENESS },
    { "cadence", CLINCH_GRADE_RULE_CADENCE },
    { "silent", CLINCH_GRADE_RULE_SILENT },
  };
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_GRADE_RULE);

  clinch_row_set_text (row, CLINCH_GRADE_RULE_GRADE,
                       json_object_get_string_member (object, "grade"));
  clinch_row_set_text (row, CLINCH_GRADE_RULE_CHANNEL,
                       json_object_get_string_member (object, "channel"));
  clinch_row_set_text (row, CLINCH_GRADE_RULE_TOPICS, localized (object, "topics", language));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    clinch_row_set_int (row, numbers[i].field,
                        json_object_get_int_member (object, numbers[i].member));

  return clinch_txn_insert (txn, row, error) != 0;
}

static gboolean
seed_profile (ClinchTxn   *txn,
              const char  *language,
              GError     **error)
{
  g_autoptr(JsonNode) root = load_template ("dimensions.json", error);
  JsonArray *dimensions;
  JsonArray *grades;

  if (root == NULL)
    return FALSE;
  dimensions = json_object_get_array_member (json_node_get_object (root), "dimensions");
  for (guint i = 0; i < json_array_get_length (dimensions); i++)
    if (!seed_dimension (txn, json_array_get_object_element (dimensions, i), i, language, error))
      return FALSE;
  grades = json_object_get_array_member (json_node_get_object (root), "grades");
  for (guint i = 0; i < json_array_get_length (grades); i++)
    if (!seed_grade_rule (txn, json_array_get_object_element (grades, i), language, error))
      return FALSE;

  return TRUE;
}

/* One person can begin at once: the first member is whoever sits here, and may do everything. */
static gboolean
seed_me (ClinchTxn   *txn,
         const char  *language,
         GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_MEMBER);
  const char *name = g_get_real_name ();
  char id[24];

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown") || g_str_equal (name, "root"))
    name = g_str_equal (language, "zh") ? "我" : "Me";
  clinch_row_set_text (row, CLINCH_MEMBER_NAME, name);
  clinch_row_set_text (row, CLINCH_MEMBER_ROLE, "admin");
  if (clinch_txn_insert (txn, row, error) == 0)
    return FALSE;

  g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, row->id);
  return clinch_txn_set_local (txn, "me", id, error);
}

gboolean
clinch_setup_seed (ClinchTxn   *txn,
                   const char  *language,
                   GError     **error)
{
  clinch_txn_set_action (txn, CLINCH_ACTION_CREATE_WORKSPACE, NULL);

  return seed_pipelines (txn, language, error) && seed_profile (txn, language, error) &&
         clinch_txn_set_setting (txn, "language", language, error) &&
         clinch_txn_set_setting (txn, "currency", g_str_equal (language, "zh") ? "CNY" : "USD",
                                 error) &&
         seed_me (txn, language, error);
}

gboolean
clinch_setup_complete (ClinchTxn  *txn,
                       GError    **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autofree char *language = clinch_db_get_setting (db, "language");
  gint64 has_profile;

  clinch_txn_set_action (txn, CLINCH_ACTION_UPDATE_WORKSPACE, NULL);
  if (!clinch_db_query_int (db, &has_profile, NULL, error,
                            "SELECT EXISTS (SELECT 1 FROM dimension)", ""))
    return FALSE;

  return has_profile
         || seed_profile (txn, g_strcmp0 (language, "zh") == 0 ? "zh" : "en", error);
}
