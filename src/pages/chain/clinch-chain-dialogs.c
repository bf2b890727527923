// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-dialogs.h"

#include "clinch-chain-actions.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-page.h"
#include "clinch-record-dialog.h"

#include <glib/gi18n-lib.h>

#define FRIDAY 5

static const int fact_fields[] = { CLINCH_FACT_TEXT, CLINCH_FACT_SOURCE, CLINCH_FACT_CONFIDENCE,
                                   CLINCH_FACT_SINCE, -1 };
static const int help_fields[] = { CLINCH_HELP_REQUEST_BRIEF, CLINCH_HELP_REQUEST_ASKED,
                                   CLINCH_HELP_REQUEST_CONTACT, CLINCH_HELP_REQUEST_DUE, -1 };
static const int influence_fields[] = { CLINCH_INFLUENCE_FROM, CLINCH_INFLUENCE_TYPE,
                                        CLINCH_INFLUENCE_TO, CLINCH_INFLUENCE_NOTE, -1 };
static const int name_fields[] = { CLINCH_CONTACT_NAME, CLINCH_CONTACT_TITLE,
                                   CLINCH_CONTACT_DEPARTMENT, CLINCH_CONTACT_LEVEL,
                                   CLINCH_CONTACT_PHONE, CLINCH_CONTACT_EMAIL, -1 };
static const int visit_fields[] = { CLINCH_FOLLOW_UP_NEXT_STEP, CLINCH_FOLLOW_UP_NEXT_DATE,
                                    CLINCH_FOLLOW_UP_CONTACT, CLINCH_FOLLOW_UP_OPPORTUNITY,
                                    CLINCH_FOLLOW_UP_TEXT, -1 };

static ClinchRecordDialog *
make_dialog (ClinchWorkspace     *workspace,
             ClinchRow           *draft,
             const int           *fields,
             const char          *title,
             ClinchRecordAddFunc  add)
{
  ClinchFormGroup group = { NULL, fields };
  ClinchRecordDialog *dialog = clinch_record_dialog_new_add (workspace, draft, &group, 1);

  adw_dialog_set_title (ADW_DIALOG (dialog), title);
  if (add != NULL)
    clinch_record_dialog_set_add (dialog, _("_Save"), add, clinch_chain_action_get_id);

  return dialog;
}

static void
present (GtkWidget           *parent,
         ClinchWorkspace     *workspace,
         ClinchRow           *draft,
         const int           *fields,
         const char          *title,
         ClinchRecordAddFunc  add)
{
  adw_dialog_present (ADW_DIALOG (make_dialog (workspace, draft, fields, title, add)), parent);
}

static void
set_reference (ClinchRow *draft,
               int        field,
               gint64     id)
{
  if (id != 0)
    clinch_row_set_int (draft, field, id);
}

static gint64
my_id (ClinchWorkspace *workspace)
{
  ClinchRecord *me = clinch_workspace_get_me (workspace);

  return me != NULL ? clinch_record_get_id (me) : 0;
}

void
clinch_chain_dialogs_fact (GtkWidget       *parent,
                           ClinchWorkspace *workspace,
                           gint64           contact_id)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_FACT);

  clinch_row_set_int (draft, CLINCH_FACT_CONTACT, contact_id);
  set_reference (draft, CLINCH_FACT_MEMBER, my_id (workspace));
  present (parent, workspace, draft, fact_fields, _("New Fact"), clinch_chain_action_add_fact);
}

void
clinch_chain_dialogs_help (GtkWidget       *parent,
                           ClinchWorkspace *workspace,
                           gint64           customer_id,
                           gint64           opportunity_id,
                           gint64           contact_id,
                           gint64           asked_id)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_HELP_REQUEST);

  clinch_row_set_int (draft, CLINCH_HELP_REQUEST_CUSTOMER, customer_id);
  set_reference (draft, CLINCH_HELP_REQUEST_OPPORTUNITY, opportunity_id);
  set_reference (draft, CLINCH_HELP_REQUEST_CONTACT, contact_id);
  set_reference (draft, CLINCH_HELP_REQUEST_ASKED, asked_id);
  set_reference (draft, CLINCH_HELP_REQUEST_ASKER, my_id (workspace));
  clinch_row_set_text (draft, CLINCH_HELP_REQUEST_STATE, "asked");
  present (parent, workspace, draft, help_fields, _("Ask for Help"), clinch_chain_action_ask_help);
}

static void
draw_line (ClinchWorkspace     *workspace,
           const ClinchRow     *row,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  clinch_chain_action_draw_line (workspace, clinch_row_int (row, CLINCH_INFLUENCE_FROM),
                                 clinch_row_int (row, CLINCH_INFLUENCE_TO),
                                 clinch_row_text (row, CLINCH_INFLUENCE_TYPE),
                                 clinch_row_text (row, CLINCH_INFLUENCE_NOTE), cancellable,
                                 callback, user_data);
}

void
clinch_chain_dialogs_influence (GtkWidget       *parent,
                                ClinchWorkspace *workspace,
                                gint64           customer_id,
                                gint64           from_id)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_INFLUENCE);

  clinch_row_set_int (draft, CLINCH_INFLUENCE_CUSTOMER, customer_id);
  clinch_row_set_int (draft, CLINCH_INFLUENCE_FROM, from_id);
  clinch_row_set_text (draft, CLINCH_INFLUENCE_TYPE, "influences");
  present (parent, workspace, draft, influence_fields, _("Draw Influence"), draw_line);
}

/* The draft has the key of the placeholder. */
static void
name_placeholder (ClinchWorkspace     *workspace,
                  const ClinchRow     *row,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  clinch_chain_action_name_placeholder (workspace, row->id, row, cancellable, callback, user_data);
}

void
clinch_chain_dialogs_name (GtkWidget       *parent,
                           ClinchWorkspace *workspace,
                           const ClinchRow *placeholder)
{
  static const int kept[] = { CLINCH_CONTACT_TITLE, CLINCH_CONTACT_DEPARTMENT,
                              CLINCH_CONTACT_LEVEL };
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_CONTACT);
  /* Translators: what a placeholder is called: Finance Approver ? */
  g_autofree char *title = g_strdup_printf (_("Who Is “%s”?"), clinch_row_name (placeholder));

  draft->id = placeholder->id;
  clinch_row_set_int (draft, CLINCH_CONTACT_CUSTOMER,
                      clinch_row_int (placeholder, CLINCH_CONTACT_CUSTOMER));
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    clinch_row_set_text (draft, kept[i], clinch_row_text (placeholder, kept[i]));
  present (parent, workspace, draft, name_fields, title, name_placeholder);
}

/* When the person is due, or else the next working day. */
static void
propose_day (gint64 due_at,
             char   day[CLINCH_DATE_SIZE])
{
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  if (due_at > clinch_clock_now ())
    clinch_date_from_instant (due_at, clinch_clock_timezone (), day);
  else
    clinch_date_add_days (today, 1, day);
  while (clinch_date_weekday (day) > FRIDAY)
    clinch_date_add_days (day, 1, day);
}

void
clinch_chain_dialogs_visit (GtkWidget       *parent,
                            ClinchWorkspace *workspace,
                            gint64           customer_id,
                            gint64           opportunity_id,
                            gint64           contact_id,
                            const char      *name,
                            gint64           due_at)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_FOLLOW_UP);
  g_autofree char *step = name != NULL ? g_strdup_printf (_("Visit %s"), name)
                          : g_strdup (_("Visit the customer"));
  char day[CLINCH_DATE_SIZE];

  propose_day (due_at, day);
  clinch_row_set_int (draft, CLINCH_FOLLOW_UP_CUSTOMER, customer_id);
  set_reference (draft, CLINCH_FOLLOW_UP_OPPORTUNITY, opportunity_id);
  set_reference (draft, CLINCH_FOLLOW_UP_CONTACT, contact_id);
  set_reference (draft, CLINCH_FOLLOW_UP_AUTHOR, my_id (workspace));
  clinch_row_set_text (draft, CLINCH_FOLLOW_UP_TYPE, "note");
  clinch_row_set_int (draft, CLINCH_FOLLOW_UP_HAPPENED, clinch_clock_now ());
  clinch_row_set_text (draft, CLINCH_FOLLOW_UP_TEXT, _("Visit planned"));
  clinch_row_set_text (draft, CLINCH_FOLLOW_UP_NEXT_STEP, step);
  clinch_row_set_text (draft, CLINCH_FOLLOW_UP_NEXT_DATE, day);
  present (parent, workspace, draft, visit_fields, _("Plan a Visit"), NULL);
}

/* --- What came of it ------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *parent;
  GtkWidget *entry;
  ClinchWorkspace *workspace;
  gint64 request_id;
  char *state;
} Outcome;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) parent = user_data;

  clinch_page_finish (parent, result, _("The answer was noted"));
}

static void
outcome_cb (AdwAlertDialog *dialog,
            const char     *response,
            gpointer        user_data)
{
  Outcome *outcome = user_data;

  if (g_str_equal (response, "save"))
    clinch_chain_action_answer_help (outcome->workspace, outcome->request_id, outcome->state,
                                     gtk_editable_get_text (GTK_EDITABLE (outcome->entry)), NULL,
                                     answered_cb, g_object_ref (outcome->parent));
}

static void
free_outcome (gpointer  data,
              GClosure *closure)
{
  Outcome *outcome = data;

  g_object_unref (outcome->parent);
  g_object_unref (outcome->workspace);
  g_free (outcome->state);
  g_free (outcome);
}

void
clinch_chain_dialogs_outcome (GtkWidget       *parent,
                              ClinchWorkspace *workspace,
                              gint64           request_id,
                              const char      *state)
{
  gboolean declined = g_str_equal (state, "declined");
  AdwDialog *dialog = adw_alert_dialog_new (declined ? _("Why Not?") : _("What Came of It?"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *list = gtk_list_box_new ();
  Outcome *outcome = g_new0 (Outcome, 1);

  *outcome = (Outcome) {
    .parent = g_object_ref (parent),
    .entry = adw_entry_row_new (),
    .workspace = g_object_ref (workspace),
    .request_id = request_id,
    .state = g_strdup (state),
  };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (outcome->entry),
                                 declined ? _("Reason") : _("Outcome"));
  gtk_list_box_append (GTK_LIST_BOX (list), outcome->entry);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_alert_dialog_set_extra_child (alert, list);
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_dialog_set_focus (dialog, outcome->entry);
  g_signal_connect_data (dialog, "response", G_CALLBACK (outcome_cb), outcome, free_outcome,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, parent);
}
