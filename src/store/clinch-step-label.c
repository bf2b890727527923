// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-step-label.h"

#include "clinch-kind.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_ARGS 3

static GStrv
parse_args (const char *args)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(JsonNode) root = args != NULL ? json_from_string (args, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                     : NULL;

  for (guint i = 0; i < MAX_ARGS; i++)
    {
      const char *text = NULL;

      if (array != NULL && i < json_array_get_length (array))
        {
          JsonNode *node = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
            text = json_node_get_string (node);
        }
      g_strv_builder_add (builder, text != NULL ? text : "");
    }

  return g_strv_builder_end (builder);
}

static const char *
kind_name (const char *word,
           gboolean    plural)
{
  ClinchKind kind = clinch_kind_from_word (word);

  return kind != CLINCH_KIND_NONE ? clinch_kind_label (kind, plural) : word;
}

static const char *
field_name (const char *kind_word,
            const char *name)
{
  ClinchKind kind = clinch_kind_from_word (kind_word);
  const ClinchField *field = kind != CLINCH_KIND_NONE ? clinch_kind_find_field (kind, name) : NULL;

  return field != NULL ? clinch_field_label (field) : name;
}

static const char *
setting_name (const char *name)
{
  return g_str_equal (name, "currency") ? C_("setting", "Currency of new records") : name;
}

static char *
label_edit (GStrv args)
{
  if (*args[2] != '\0')
    /* Translators: a step in the history. Kind of record, its name, a field: Edit Opportunity
     * “Hangang MES”: Amount. */
    return g_strdup_printf (_("Edit %1$s “%2$s”: %3$s"), kind_name (args[0], FALSE), args[1],
                            field_name (args[0], args[2]));

  return g_strdup_printf (_("Edit %1$s “%2$s”"), kind_name (args[0], FALSE), args[1]);
}

static char *
label_wait (GStrv args)
{
  if (*args[1] != '\0' && *args[2] != '\0')
    /* Translators: opportunity, contact, department: Wait for Li Ting (Purchasing): “Hangang
     * MES”. */
    return g_strdup_printf (_("Wait for %2$s (%3$s): “%1$s”"), args[0], args[1], args[2]);
  if (*args[1] != '\0' || *args[2] != '\0')
    /* Translators: opportunity, contact or department. */
    return g_strdup_printf (_("Wait for %2$s: “%1$s”"), args[0],
                            *args[1] != '\0' ? args[1] : args[2]);

  return g_strdup_printf (_("End the wait for the customer: “%s”"), args[0]);
}

static char *
label_for_one (const char *action,
               GStrv       args)
{
  if (g_str_equal (action, CLINCH_ACTION_ADD))
    return g_strdup_printf (_("Add %1$s “%2$s”"), kind_name (args[0], FALSE), args[1]);
  if (g_str_equal (action, CLINCH_ACTION_EDIT))
    return label_edit (args);
  if (g_str_equal (action, CLINCH_ACTION_MOVE))
    return g_strdup_printf (_("Move “%1$s” to %2$s"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_REORDER))
    return g_strdup_printf (_("Reorder “%s”"), args[0]);
  if (g_str_equal (action, CLINCH_ACTION_LOG))
    /* Translators: way of a follow-up (Visit) and a customer. */
    return g_strdup_printf (_("Log %1$s with “%2$s”"),
                            clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP, args[0]), args[1]);
  if (g_str_equal (action, CLINCH_ACTION_WAIT))
    return label_wait (args);
  if (g_str_equal (action, CLINCH_ACTION_DELETE))
    return g_strdup_printf (_("Delete %1$s “%2$s”"), kind_name (args[0], FALSE), args[1]);
  if (g_str_equal (action, CLINCH_ACTION_MERGE))
    /* Translators: kind of record, the name of the one that goes, the name of the one that stays:
     * Merge Customer “Hangang Co., Ltd.” into “Hangang”. */
    return g_strdup_printf (_("Merge %1$s “%2$s” into “%3$s”"), kind_name (args[0], FALSE), args[1],
                            args[2]);
  if (g_str_equal (action, CLINCH_ACTION_RESTORE))
    return g_strdup_printf (_("Restore %1$s “%2$s”"), kind_name (args[0], FALSE), args[1]);

  return NULL;
}

static char *
label_for_profile (const char *action,
                   GStrv       args)
{
  if (g_str_equal (action, CLINCH_ACTION_TAG))
    /* Translators: customer, dimension, tags: Set Budget of “Hangang” to Approved. */
    return g_strdup_printf (_("Set %2$s of “%1$s” to %3$s"), args[0], args[1], args[2]);
  if (g_str_equal (action, CLINCH_ACTION_CLEAR_TAGS))
    /* Translators: customer, dimension: Clear Budget of “Hangang”. */
    return g_strdup_printf (_("Clear %2$s of “%1$s”"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_CONFIRM_TAGS))
    /* Translators: customer, dimension: Confirm Budget of “Hangang”. */
    return g_strdup_printf (_("Confirm %2$s of “%1$s”"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_GRADE))
    return g_strdup_printf (_("Set the grade of “%1$s” to %2$s"), args[0],
                            clinch_choice_label (CLINCH_CHOICE_GRADE, args[1]));
  if (g_str_equal (action, CLINCH_ACTION_AUTO_GRADE))
    return g_strdup_printf (_("Leave the grade of “%s” to its profile"), args[0]);
  if (g_str_equal (action, CLINCH_ACTION_RULES))
    /* Translators: names of dimensions, tags and grades whose weights or thresholds are others. */
    return g_strdup_printf (_("Change the rules of profiles: %s"), args[0]);

  return NULL;
}

/* Judgements are kept as codes; older steps have them in the words of whoever judged. */
static char *
judgements (const char *codes)
{
  g_auto(GStrv) parts = g_strsplit (codes, " ", -1);
  g_autoptr(GString) words = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *code = strchr (parts[i], '=');
      g_autofree char *name = code != NULL ? g_strndup (parts[i], code - parts[i]) : NULL;
      const ClinchField *field = name != NULL
                                 ? clinch_kind_find_field (CLINCH_KIND_ASSESSMENT, name) : NULL;

      if (field == NULL || field->type != CLINCH_FIELD_CHOICE)
        return g_strdup (codes);
      g_string_append_printf (words, "%s%s", words->len > 0 ? C_("list", ", ") : "",
                              clinch_choice_label (field->choice, code + 1));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
label_for_chain (const char *action,
                 GStrv       args)
{
  g_autofree char *judged = judgements (args[1]);

  if (g_str_equal (action, CLINCH_ACTION_ASSESS) && *judged != '\0')
    /* Translators: contact, judgements: Judge “Wang Min”: Approver, Supporter. */
    return g_strdup_printf (_("Judge “%1$s”: %2$s"), args[0], judged);
  if (g_str_equal (action, CLINCH_ACTION_ASSESS))
    return g_strdup_printf (_("Take back what was judged of “%s”"), args[0]);
  if (g_str_equal (action, CLINCH_ACTION_REPORT_TO) && *args[1] != '\0')
    /* Translators: contact, contact. */
    return g_strdup_printf (_("Let “%1$s” report to “%2$s”"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_REPORT_TO))
    return g_strdup_printf (_("Let “%s” report to nobody"), args[0]);
  if (g_str_equal (action, CLINCH_ACTION_DRAW_LINE))
    /* Translators: contact, contact, kind of line: Draw a line from “Wang Min” to “Li Na”:
     * Trusts. */
    return g_strdup_printf (_("Draw a line from “%1$s” to “%2$s”: %3$s"), args[0], args[1],
                            clinch_choice_label (CLINCH_CHOICE_INFLUENCE, args[2]));
  if (g_str_equal (action, CLINCH_ACTION_REMOVE_LINE))
    /* Translators: contact, contact. */
    return g_strdup_printf (_("Remove the line from “%1$s” to “%2$s”"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_ADD_PLACEHOLDER))
    /* Translators: placeholder, customer. */
    return g_strdup_printf (_("Add the placeholder “%1$s” of “%2$s”"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_NAME_PLACEHOLDER))
    /* Translators: placeholder, contact: Know “Finance Approver ?” as “Wang Min”. */
    return g_strdup_printf (_("Know “%1$s” as “%2$s”"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_ADD_FACT))
    return g_strdup_printf (_("Note a fact on “%s”"), args[0]);
  if (g_str_equal (action, CLINCH_ACTION_ASK_HELP))
    /* Translators: member, customer. */
    return g_strdup_printf (_("Ask “%1$s” for help with “%2$s”"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_ANSWER_HELP))
    /* Translators: member, state of a request for help: Request to “Zhao Lei”: Accepted. */
    return g_strdup_printf (_("Request to “%1$s”: %2$s"), args[0],
                            clinch_choice_label (CLINCH_CHOICE_HELP_STATE, args[1]));

  return NULL;
}

static char *
label_for_many (const char *action,
                GStrv       args)
{
  if (g_str_equal (action, CLINCH_ACTION_EDIT_MANY))
    /* Translators: kind of record in the plural, how many, a field: Edit 12 Opportunities:
     * Owner. */
    return g_strdup_printf (_("Edit %2$s %1$s: %3$s"), kind_name (args[0], TRUE), args[1],
                            field_name (args[0], args[2]));
  if (g_str_equal (action, CLINCH_ACTION_MOVE_MANY))
    return g_strdup_printf (_("Move %1$s opportunities to %2$s"), args[0], args[1]);
  if (g_str_equal (action, CLINCH_ACTION_LOG_MANY))
    return g_strdup_printf (_("Log %s follow-ups"), args[0]);
  if (g_str_equal (action, CLINCH_ACTION_IMPORT))
    /* Translators: kind of record in the plural, how many, file: Import 85 Customers from
     * accounts.csv. */
    return g_strdup_printf (_("Import %2$s %1$s from %3$s"), kind_name (args[0], TRUE), args[1],
                            args[2]);
  if (g_str_equal (action, CLINCH_ACTION_IMPORT_MANY))
    return g_strdup_printf (_("Import %s records"), args[0]);
  if (g_str_equal (action, CLINCH_ACTION_DELETE_MANY))
    return g_strdup_printf (_("Delete %2$s %1$s"), kind_name (args[0], TRUE), args[1]);

  return NULL;
}

gboolean
clinch_step_is_bulk (const char *action,
                     const char *args)
{
  static const char *const bulk[] = {
    CLINCH_ACTION_SAMPLE, CLINCH_ACTION_IMPORT, CLINCH_ACTION_IMPORT_MANY, NULL
  };
  g_auto(GStrv) words = NULL;

  if (action == NULL)
    return FALSE;
  if (!g_str_equal (action, CLINCH_ACTION_UNDO) && !g_str_equal (action, CLINCH_ACTION_REDO))
    return g_strv_contains (bulk, action);

  words = parse_args (args);
  return clinch_step_is_bulk (words[0], words[1]);
}

char *
clinch_step_label (const char *action,
                   const char *args)
{
  g_auto(GStrv) words = parse_args (args);
  char *label;

  if (action == NULL)
    return g_strdup ("");

  if (g_str_equal (action, CLINCH_ACTION_CREATE_WORKSPACE))
    return g_strdup (_("Create the workspace"));
  if (g_str_equal (action, CLINCH_ACTION_UPDATE_WORKSPACE))
    return g_strdup (_("Update the workspace"));
  if (g_str_equal (action, CLINCH_ACTION_REFRESH_PROFILES))
    return g_strdup (_("Bring profiles up to date"));
  if (g_str_equal (action, CLINCH_ACTION_SAMPLE))
    return g_strdup (_("Add sample data"));
  if (g_str_equal (action, CLINCH_ACTION_KEEP_FORECAST))
    /* Translators: a period, 2026-Q4. */
    return g_strdup_printf (_("Keep the forecast of %s"), words[0]);
  if (g_str_equal (action, CLINCH_ACTION_SETTING))
    return g_strdup_printf (_("Change the setting “%s”"), setting_name (words[0]));
  if (g_str_equal (action, CLINCH_ACTION_UNDO) || g_str_equal (action, CLINCH_ACTION_REDO))
    {
      g_autofree char *inner = clinch_step_label (words[0], words[1]);

      return g_strdup_printf (g_str_equal (action, CLINCH_ACTION_UNDO) ? _("Undo: %s")
                              : _("Redo: %s"), inner);
    }

  label = label_for_one (action, words);
  if (label == NULL)
    label = label_for_profile (action, words);
  if (label == NULL)
    label = label_for_chain (action, words);
  if (label == NULL)
    label = label_for_many (action, words);

  return label != NULL ? label : g_strdup (action);
}
