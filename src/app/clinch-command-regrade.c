// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-output.h"
#include "clinch-command-private.h"
#include "clinch-regrade-preview.h"
#include "clinch-resolve.h"
#include "clinch-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
prepare (ClinchCommandRun  *run,
         GError           **error)
{
  if (!clinch_command_prepare_kind (run, error))
    return FALSE;
  if (run->kind != CLINCH_KIND_DIMENSION && run->kind != CLINCH_KIND_TAG
      && run->kind != CLINCH_KIND_GRADE_RULE)
    g_set_error_literal (error, CLINCH_COMMAND_ERROR, CLINCH_COMMAND_ERROR_USAGE,
                         _("Grades follow from dimensions, tags and grade-rules."));
  else if (clinch_command_option (run, "preview") == NULL)
    g_set_error_literal (error, CLINCH_COMMAND_ERROR, CLINCH_COMMAND_ERROR_USAGE,
                         _("Say --preview to see what would change, or change it with “edit”."));
  else
    return TRUE;

  return FALSE;
}

/* "weight=20" and the like, as edit takes them. */
static ClinchRow *
read_edit (ClinchCommandRun  *run,
           ClinchDb          *db,
           GError           **error)
{
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);
  g_autoptr(ClinchRow) edit = clinch_row_new (run->kind);
  gint64 id;

  if (!clinch_resolve (db, run->kind, run->arguments[1], &id, error))
    return NULL;
  for (guint i = 2; i < run->n_arguments; i++)
    {
      const char *equals = strchr (run->arguments[i], '=');
      g_autofree char *name = NULL;
      const ClinchField *field;

      name = g_strndup (run->arguments[i],
                        equals != NULL ? (gsize) (equals - run->arguments[i]) : 0);
      field = clinch_kind_find_field (run->kind, name);
      if (field == NULL || !clinch_field_is_editable (field))
        {
          g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                       _("“%s” is not of the form FIELD=VALUE."), run->arguments[i]);
          return NULL;
        }
      if (!clinch_value_parse (context, field, equals + 1, edit, error))
        return NULL;
    }
  edit->id = id;

  return g_steal_pointer (&edit);
}

static void
note_progress (guint    done,
               guint    total,
               gpointer user_data)
{
  ClinchCommandRun *run = user_data;

  if (run->progress != NULL)
    run->progress (run, done, total);
}

static void
append_table (ClinchCommandRun           *run,
              const ClinchRegradePreview *preview)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *head[] = { clinch_kind_label (CLINCH_KIND_CUSTOMER, FALSE), C_("regrade", "From"),
                         C_("regrade", "To"), NULL };

  g_string_append_printf (run->out, ngettext ("%1$u of %2$u customers would change grade",
                                              "%1$u of %2$u customers would change grade",
                                              preview->regrades->len),
                          preview->regrades->len, preview->n_customers);
  g_string_append_c (run->out, '\n');
  if (preview->regrades->len == 0)
    return;

  g_ptr_array_add (rows, g_strdupv ((char **) head));
  for (guint i = 0; i < preview->regrades->len; i++)
    {
      const ClinchRegrade *regrade = preview->regrades->pdata[i];
      const char *cells[] = { regrade->name, clinch_regrade_grade_label (regrade->from),
                              clinch_regrade_grade_label (regrade->to),
                              NULL };

      g_ptr_array_add (rows, g_strdupv ((char **) cells));
    }
  clinch_command_table (run->out, rows, 3);
}

static void
append_json (ClinchCommandRun           *run,
             ClinchDb                   *db,
             const ClinchRegradePreview *preview)
{
  g_string_append_printf (run->out, "{\"customers\":%u,\"by-hand\":%u,\"regrades\":[",
                          preview->n_customers, preview->n_by_hand);
  for (guint i = 0; i < preview->regrades->len; i++)
    {
      const ClinchRegrade *regrade = preview->regrades->pdata[i];

      g_string_append (run->out, i > 0 ? ",{\"customer\":" : "{\"customer\":");
      clinch_command_json_reference (run->out, db, CLINCH_KIND_CUSTOMER, regrade->customer_id);
      g_string_append (run->out, ",\"from\":");
      clinch_command_json_text (run->out, regrade->from);
      g_string_append (run->out, ",\"to\":");
      clinch_command_json_text (run->out, regrade->to);
      g_string_append_c (run->out, '}');
    }
  g_string_append (run->out, "]}\n");
}

static gboolean
run_regrade (ClinchCommandRun  *run,
             ClinchDb          *db,
             GError           **error)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);
  g_autoptr(ClinchRegradePreview) preview = NULL;
  ClinchRow *edit = read_edit (run, db, error);

  if (edit == NULL)
    return FALSE;
  g_ptr_array_add (edits, edit);
  preview = clinch_regrade_preview_load (db, edits, clinch_clock_now (), note_progress, run, error);
  if (preview == NULL)
    return FALSE;
  if (run->json)
    append_json (run, db, preview);
  else
    append_table (run, preview);

  return TRUE;
}

static const ClinchCommandOption options[] = {
  { "preview", NULL, N_("Only say what would change") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_regrade[] = {
  { "regrade", "--preview KIND ID FIELD=VALUE…", N_("Show who would change grade if a rule were another"),
    3, -1, CLINCH_COMMAND_READ, options, prepare, run_regrade, NULL },
  { NULL },
};
