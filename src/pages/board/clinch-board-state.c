// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-state.h"

#include "clinch-json.h"

#include <json-glib/json-glib.h>

void
clinch_board_state_free (ClinchBoardState *state)
{
  g_free (state->view);
  g_free (state->pipeline);
  g_free (state->sort);
  g_clear_pointer (&state->filter, clinch_opportunity_filter_free);
  g_free (state);
}

static void
append_member (GString    *json,
               const char *name,
               const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (json, "\"%s\":", name);
  clinch_json_append_string (json, value);
  g_string_append_c (json, ',');
}

char *
clinch_board_state_to_json (const ClinchBoardState *state)
{
  GString *json = g_string_new ("{");
  g_autofree char *filter = clinch_opportunity_filter_to_json (state->filter);

  append_member (json, "view", state->view);
  append_member (json, "pipeline", state->pipeline);
  append_member (json, "sort", state->sort);
  g_string_append_printf (json, "\"filter\":%s}", filter);

  return g_string_free (json, FALSE);
}

static char *
read_member (JsonObject *object,
             const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_dup_string (node) : NULL;
}

ClinchBoardState *
clinch_board_state_from_json (const char *json)
{
  ClinchBoardState *state = g_new0 (ClinchBoardState, 1);
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
  : NULL;
  JsonNode *filter = object != NULL ? json_object_get_member (object, "filter") : NULL;
  g_autofree char *filter_json = filter != NULL ? json_to_string (filter, FALSE) : NULL;

  state->view = read_member (object, "view");
  state->pipeline = read_member (object, "pipeline");
  state->sort = read_member (object, "sort");
  state->filter = clinch_opportunity_filter_from_json (filter_json);

  return state;
}
