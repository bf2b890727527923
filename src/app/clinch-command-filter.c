// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-filter.h"

#include "clinch-resolve.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY 86400

static const struct
{
  const char *sign;
  ClinchFilterOp op;
} signs[] = {
  { "!=", CLINCH_FILTER_NOT_EQUAL },
  { ">=", CLINCH_FILTER_AT_LEAST },
  { "<=", CLINCH_FILTER_AT_MOST },
  { "~", CLINCH_FILTER_CONTAINS },
  { "=", CLINCH_FILTER_EQUAL },
};

/* The sign that comes first splits the condition. */
static gboolean
split_condition (const char      *condition,
                 char           **path,
                 ClinchFilterOp  *op,
                 const char     **value)
{
  const char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *found = strstr (condition, signs[i].sign);

      if (found == NULL || found == condition || (first != NULL && found >= first))
        continue;
      first = found;
      *op = signs[i].op;
      *value = found + strlen (signs[i].sign);
    }
  if (first == NULL)
    return FALSE;

  *path = g_strndup (condition, first - condition);
  return TRUE;
}

/* The field at the end of a path, which may lead through references. */
static const ClinchField *
field_of_path (ClinchKind  kind,
               const char *path)
{
  g_auto(GStrv) names = g_strsplit (path, ".", -1);
  const ClinchField *field = NULL;

  for (int i = 0; names[i] != NULL; i++)
    {
      if (field != NULL)
        kind = field->target;
      field = kind != CLINCH_KIND_NONE ? clinch_kind_find_field (kind, names[i]) : NULL;
      if (field == NULL)
        return NULL;
    }

  return field;
}

static void
filter_empty (ClinchQuery       *query,
              const char        *path,
              const ClinchField *field,
              ClinchFilterOp     op)
{
  ClinchFilterOp empty = op == CLINCH_FILTER_NOT_EQUAL ? CLINCH_FILTER_NOT_EMPTY
                         : CLINCH_FILTER_EMPTY;

  if (clinch_field_is_integer (field))
    clinch_query_filter_int (query, path, empty, 0);
  else
    clinch_query_filter_text (query, path, empty, NULL);
}

/* A record by whatever one may call it; where several are called so (the stage of two pipelines),
 * all of them. */
static gboolean
filter_reference (ClinchQuery         *query,
                  ClinchValueContext  *context,
                  const char          *path,
                  const ClinchField   *field,
                  ClinchFilterOp       op,
                  const char          *value,
                  GError             **error)
{
  g_autofree char *name_path = g_strconcat (path, ".name", NULL);
  g_autoptr(GError) reason = NULL;
  gint64 id;

  if (op == CLINCH_FILTER_CONTAINS)
    {
      clinch_query_filter_text (query, name_path, op, value);
      return TRUE;
    }
  if (clinch_resolve (context->db, field->target, value, &id, &reason))
    {
      clinch_query_filter_int (query, path, op, id);
      return TRUE;
    }
  if (!g_error_matches (reason, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_AMBIGUOUS))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  clinch_query_filter_text (query, name_path, op, value);
  return TRUE;
}

/* A day means all of it. */
static void
filter_instant (ClinchQuery    *query,
                const char     *path,
                ClinchFilterOp  op,
                gint64          instant,
                gint64          length)
{
  if (op == CLINCH_FILTER_EQUAL || op == CLINCH_FILTER_AT_LEAST)
    clinch_query_filter_int (query, path, CLINCH_FILTER_AT_LEAST, instant);
  if (op == CLINCH_FILTER_EQUAL || op == CLINCH_FILTER_AT_MOST)
    clinch_query_filter_int (query, path, CLINCH_FILTER_AT_MOST, instant + length);
  if (op == CLINCH_FILTER_NOT_EQUAL)
    clinch_query_filter_int (query, path, CLINCH_FILTER_NOT_EQUAL, instant);
}

static gboolean
filter_time (ClinchQuery         *query,
             ClinchValueContext  *context,
             const char          *path,
             ClinchFilterOp       op,
             const char          *value,
             GError             **error)
{
  char date[CLINCH_DATE_SIZE];
  gint64 instant;

  if (strchr (value, ':') == NULL
      && clinch_value_read_day (context, value, TRUE, date))
    {
      filter_instant (query, path, op, clinch_date_to_instant (date, 0, context->zone), DAY - 1);
      return TRUE;
    }
  if (clinch_instant_parse (value, context->order, context->today, context->zone, &instant))
    {
      filter_instant (query, path, op, instant, 0);
      return TRUE;
    }

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               _("“%s” is not a date or time."), value);
  return FALSE;
}

/* What a sign cannot mean for a field is refused, where it would find anything. */
static gboolean
check_sign (const ClinchField  *field,
            ClinchFilterOp      op,
            GError            **error)
{
  gboolean is_reference = field->type == CLINCH_FIELD_REFERENCE;
  const char *label = clinch_field_label (field);

  if (is_reference && (op == CLINCH_FILTER_AT_LEAST || op == CLINCH_FILTER_AT_MOST))
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” names a record: only =, != and ~ make sense."), label);
      return FALSE;
    }
  if (!is_reference && clinch_field_is_integer (field) && op == CLINCH_FILTER_CONTAINS)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” is no text: only =, !=, >= and <= make sense."), label);
      return FALSE;
    }

  return TRUE;
}

static gboolean
filter_value (ClinchQuery         *query,
              ClinchValueContext  *context,
              const char          *path,
              const ClinchField   *field,
              ClinchFilterOp       op,
              const char          *value,
              GError             **error)
{
  g_autoptr(ClinchRow) row = NULL;

  if (!check_sign (field, op, error))
    return FALSE;
  if (field->type == CLINCH_FIELD_REFERENCE)
    return filter_reference (query, context, path, field, op, value, error);
  if (field->type == CLINCH_FIELD_INSTANT)
    return filter_time (query, context, path, op, value, error);
  if (op == CLINCH_FILTER_CONTAINS)
    {
      clinch_query_filter_text (query, path, op, value);
      return TRUE;
    }

  row = clinch_row_new (field->kind);
  if (!clinch_value_parse (context, field, value, row, error))
    return FALSE;
  if (clinch_field_is_integer (field))
    clinch_query_filter_int (query, path, op, clinch_row_int (row, field->index));
  else
    clinch_query_filter_text (query, path, op, clinch_row_text (row, field->index));

  return TRUE;
}

/* Whether a profile is out of date is no field, but looked up. */
static gboolean
filter_stale (ClinchQuery     *query,
              const char      *path,
              ClinchFilterOp   op,
              const char      *value,
              GError         **error)
{
  const char *code = clinch_choice_find (CLINCH_CHOICE_YES_NO, value);

  if (code != NULL && (op == CLINCH_FILTER_EQUAL || op == CLINCH_FILTER_NOT_EQUAL))
    {
      clinch_query_filter_text (query, path, op, code);
      return TRUE;
    }

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               _("“%s” is “yes” or “no”: only = and != make sense."), path);
  return FALSE;
}

gboolean
clinch_command_filter_add (ClinchQuery         *query,
                           ClinchValueContext  *context,
                           const char          *condition,
                           GError             **error)
{
  g_autofree char *path = NULL;
  const ClinchField *field;
  const char *value = NULL;
  ClinchFilterOp op = CLINCH_FILTER_EQUAL;

  if (!split_condition (condition, &path, &op, &value))
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” is no condition. Write FIELD=VALUE, or !=, >=, <= or ~ (contains) in "
                     "its place."), condition);
      return FALSE;
    }
  if (g_str_equal (path, "created") || g_str_equal (path, "deleted"))
    return filter_time (query, context, path, op, value, error);
  if (clinch_query_get_kind (query) == CLINCH_KIND_CUSTOMER && g_str_equal (path, "stale"))
    return filter_stale (query, path, op, value, error);

  field = field_of_path (clinch_query_get_kind (query), path);
  if (field == NULL)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("There is no field “%s”."), path);
      return FALSE;
    }
  if (*value == '\0')
    {
      filter_empty (query, path, field, op);
      return TRUE;
    }

  return filter_value (query, context, path, field, op, value, error);
}
