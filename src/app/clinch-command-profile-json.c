// SPDX-License-Identifier: GPL-3.0-or-later
//
// One customer's profile as JSON.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"

char *
clinch_command_hundredths (int hundredths)
{
  return g_strdup_printf ("%d.%02d", hundredths / 100, hundredths % 100);
}

void
clinch_command_json_member (GString    *out,
                            const char *name,
                            const char *text)
{
  g_string_append_printf (out, ",\"%s\":", name);
  clinch_command_json_text (out, text);
}

/* Numbers that may be missing are null. */
void
clinch_command_json_known (GString    *out,
                           const char *name,
                           int         number)
{
  if (number < 0)
    g_string_append_printf (out, ",\"%s\":null", name);
  else
    g_string_append_printf (out, ",\"%s\":%d", name, number);
}

static void
append_hundredths (GString    *out,
                   const char *name,
                   int         hundredths)
{
  g_autofree char *text = clinch_command_hundredths (hundredths);

  g_string_append_printf (out, ",\"%s\":%s", name, text);
}

static void
append_tag (GString                *out,
            ClinchDb               *db,
            const ClinchProfileTag *tag)
{
  g_string_append (out, "{\"tag\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_TAG, tag->tag_id);
  clinch_command_json_known (out, "score", tag->score);
  clinch_command_json_member (out, "as-of", tag->since);
  clinch_command_json_member (out, "source", tag->source);
  clinch_command_json_member (out, "confidence", tag->confidence);
  g_string_append (out, ",\"member\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_MEMBER, tag->member_id);
  clinch_command_json_member (out, "note", tag->note);
  g_string_append_c (out, '}');
}

static void
append_line (GString                 *out,
             ClinchDb                *db,
             const ClinchProfileLine *line)
{
  g_string_append (out, "{\"dimension\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_DIMENSION, line->rule->id);
  clinch_command_json_member (out, "code", line->rule->code);
  clinch_command_json_known (out, "weight", line->rule->weight);
  clinch_command_json_known (out, "value", line->value);
  clinch_command_json_member (out, "as-of", *line->known_on != '\0' ? line->known_on : NULL);
  clinch_command_json_known (out, "days", line->age.days);
  g_string_append_printf (out, ",\"stale\":%s", line->age.stale ? "true" : "false");
  g_string_append_printf (out, ",\"gap\":%s",
                          clinch_profile_line_is_gap (line) ? "true" : "false");
  append_hundredths (out, "share", line->step.share_hundredths);
  clinch_command_json_member (out, "number", line->number);
  g_string_append (out, ",\"tags\":[");
  for (guint i = 0; i < line->tags->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      append_tag (out, db, line->tags->pdata[i]);
    }
  g_string_append (out, "]}");
}

void
clinch_command_json_priority (GString              *out,
                              const ClinchPriority *priority)
{
  static const char *const parts[CLINCH_N_PRIORITY_PARTS] = { "value", "win", "urgency", "grade" };

  g_string_append_printf (out, ",\"priority\":{\"points\":%d", priority->points);
  append_hundredths (out, "exact", priority->hundredths);
  g_string_append (out, ",\"parts\":[");
  for (int i = 0; i < CLINCH_N_PRIORITY_PARTS; i++)
    {
      const ClinchPriorityStep *step = &priority->steps[i];

      g_string_append_printf (out, "%s{\"part\":\"%s\",\"weight\":%d", i > 0 ? "," : "", parts[i],
                              step->weight);
      clinch_command_json_known (out, "points", step->known ? step->points : -1);
      append_hundredths (out, "share", step->hundredths);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}");
}

static void
append_figures (GString                     *out,
                ClinchDb                    *db,
                const ClinchCustomerProfile *profile)
{
  const ClinchProfileScore *score = &profile->score;

  g_string_append (out, "{\"customer\":");
  clinch_command_json_reference (out, db, CLINCH_KIND_CUSTOMER, profile->customer->id);
  clinch_command_json_member (out, "date", profile->today);
  clinch_command_json_known (out, "score", score->score);
  clinch_command_json_known (out, "completeness", score->completeness);
  clinch_command_json_known (out, "filled", score->filled);
  clinch_command_json_known (out, "total", score->total);
  clinch_command_json_known (out, "adjusted", profile->adjusted);
  clinch_command_json_known (out, "stale", profile->n_stale);
  g_string_append_printf (out, ",\"thin\":%s", profile->is_thin ? "true" : "false");
  clinch_command_json_member (out, "grade", profile->grade);
  clinch_command_json_member (out, "grade-by-profile", profile->by_profile);
  clinch_command_json_member (out, "grade-by-score", profile->by_score);
  clinch_command_json_member (out, "grade-reason", profile->reason);
  clinch_command_json_priority (out, &profile->priority);
  g_string_append (out, ",\"last-contact\":");
  if (profile->last_contact != 0)
    clinch_command_json_instant (out, profile->last_contact);
  else
    g_string_append (out, "null");
}

static void
append_compared (GString                     *out,
                 const ClinchCommandCompared *compared)
{
  const GArray *values = compared->series->values;

  g_string_append (out, "{\"name\":");
  clinch_command_json_text (out, compared->name);
  clinch_command_json_known (out, "customers", compared->series->n_customers);
  g_string_append (out, ",\"values\":[");
  for (guint i = 0; i < values->len; i++)
    {
      int value = g_array_index (values, int, i);

      g_string_append (out, i > 0 ? "," : "");
      if (value == CLINCH_PROFILE_UNKNOWN)
        g_string_append (out, "null");
      else
        g_string_append_printf (out, "%d", value);
    }
  g_string_append (out, "]}");
}

void
clinch_command_profile_json (ClinchCommandRun           *run,
                             const ClinchCommandProfile *reading)
{
  append_figures (run->out, reading->db, reading->profile);
  g_string_append (run->out, ",\n\"dimensions\":[");
  for (guint i = 0; i < reading->profile->lines->len; i++)
    {
      g_string_append (run->out, i > 0 ? ",\n" : "\n");
      append_line (run->out, reading->db, clinch_customer_profile_line (reading->profile, i));
    }
  g_string_append (run->out, "\n],\n\"compared\":[");
  for (guint i = 0; i < reading->compared->len; i++)
    {
      g_string_append (run->out, i > 0 ? ",\n" : "\n");
      append_compared (run->out, reading->compared->pdata[i]);
    }
  g_string_append (run->out, "]}\n");
}
