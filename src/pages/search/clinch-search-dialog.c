// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-search-dialog.h"

#include "clinch-actions.h"
#include "clinch-announce.h"
#include "clinch-page.h"
#include "clinch-recent.h"
#include "clinch-search.h"
#include "clinch-search-row.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>

/* Names, and texts, that are shown; whoever does not find it among them types on. */
#define MAX_HITS 20

struct _ClinchSearchDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkViewport *viewport;
  GtkListBox *list;
  AdwStatusPage *empty_page;
  GtkButton *new_button;

  ClinchWorkspace *workspace;
  GCancellable *cancellable;
  guint stamp;       /* goes up with each question; answers to older ones are dropped */
  guint answered;    /* stamp of the question whose answer is shown */
  char *asked;       /* the words asked for last */
  char *query;       /* of the answer that is shown; %NULL for the recent records */
  gboolean activate; /* Enter came before the answer */
};

G_DEFINE_FINAL_TYPE (ClinchSearchDialog, clinch_search_dialog, ADW_TYPE_DIALOG)

/* The order of the groups. */
static const ClinchKind kinds[] = {
  CLINCH_KIND_CUSTOMER,
  CLINCH_KIND_OPPORTUNITY,
  CLINCH_KIND_CONTACT,
  CLINCH_KIND_MEMBER,
  CLINCH_KIND_MATERIAL,
  CLINCH_KIND_FOLLOW_UP,
};

/* A question on its way. */
typedef struct
{
  ClinchSearchDialog *dialog;
  guint stamp;
  char *text;
} Question;

static Question *
question_new (ClinchSearchDialog *self,
              const char         *text)
{
  Question *question = g_new0 (Question, 1);

  question->dialog = g_object_ref (self);
  question->stamp = ++self->stamp;
  question->text = g_strdup (text);

  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->dialog);
  g_free (question->text);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
choose_row (ClinchSearchDialog *self,
            GtkListBoxRow      *row)
{
  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                     GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }
  gtk_viewport_scroll_to (self->viewport, GTK_WIDGET (row), NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
step_row (ClinchSearchDialog *self,
          int                 step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (next == NULL)
    return;
  choose_row (self, next);
  clinch_announce (GTK_WIDGET (self->entry),
                   clinch_search_row_get_label (CLINCH_SEARCH_ROW (next)));
}

/* A dialog that closes gives the keyboard back, so the page that takes it comes after. */
static void
close_and_open (ClinchSearchDialog *self,
                ClinchKind          kind,
                gint64              id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  adw_dialog_close (ADW_DIALOG (self));
  if (root != NULL)
    clinch_page_open (GTK_WIDGET (root), kind, id);
}

static void
open_row (ClinchSearchDialog *self,
          GtkListBoxRow      *row)
{
  ClinchSearchRow *hit = CLINCH_SEARCH_ROW (row);

  close_and_open (self, clinch_search_row_get_kind (hit), clinch_search_row_get_id (hit));
}

static void
add_kind (ClinchSearchDialog *self,
          GPtrArray          *hits,
          ClinchKind          kind)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const ClinchSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind == kind)
        gtk_list_box_append (self->list, clinch_search_row_new (hit, self->query));
    }
}

static void
show_rows (ClinchSearchDialog *self,
           GPtrArray          *hits)
{
  gtk_list_box_remove_all (self->list);
  if (self->query == NULL)
    for (guint i = 0; i < hits->len; i++)
      gtk_list_box_append (self->list, clinch_search_row_new (g_ptr_array_index (hits, i), NULL));
  else
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
      add_kind (self, hits, kinds[i]);

  choose_row (self, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, "hits");
}

static void
show_nothing (ClinchSearchDialog *self)
{
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *label = NULL;

  gtk_list_box_remove_all (self->list);
  choose_row (self, NULL);
  if (self->query == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "start");
      return;
    }

  /* Translators: what the user searched for. */
  title = g_strdup_printf (_("Nothing Found for “%s”"), self->query);
  escaped = clinch_text_escape_markup (title);
  adw_status_page_set_title (self->empty_page, escaped);
  /* Translators: what the user searched for, as the name of a customer. */
  label = g_strdup_printf (_("New Customer “%s”"), self->query);
  gtk_button_set_label (self->new_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button),
                          !clinch_workspace_is_read_only (self->workspace));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
announce_hits (ClinchSearchDialog *self,
               guint               n_hits)
{
  g_autofree char *message = NULL;

  if (self->query == NULL)
    return;
  message = n_hits == 0 ? g_strdup (_("Nothing found"))
                        : g_strdup_printf (ngettext ("%u result", "%u results", n_hits), n_hits);
  clinch_announce (GTK_WIDGET (self->entry), message);
}

/* Takes the answer of a question. */
static void
take_hits (ClinchSearchDialog *self,
           const Question     *question,
           GPtrArray          *hits)
{
  g_set_str (&self->query, question->text);
  self->answered = question->stamp;
  if (hits->len > 0)
    show_rows (self, hits);
  else
    show_nothing (self);
  announce_hits (self, hits->len);

  if (self->activate && hits->len > 0)
    open_row (self, gtk_list_box_get_selected_row (self->list));
  self->activate = FALSE;
}

static void
take_answer (Question  *question,
             GPtrArray *hits,
             GError    *error)
{
  ClinchSearchDialog *self = question->dialog;

  if (question->stamp != self->stamp)
    return;
  if (hits == NULL)
    {
      clinch_page_report (GTK_WIDGET (self), error);
      return;
    }
  take_hits (self, question, hits);
}

static gpointer
search_job (ClinchDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinch_search_run (db, data, MAX_HITS, error);
}

static void
search_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  take_answer (question, hits, error);
}

static void
recent_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = clinch_recent_load_finish (question->dialog->workspace, result,
                                                         &error);

  take_answer (question, hits, error);
}

static void
ask (ClinchSearchDialog *self)
{
  g_autofree char *text =
    clinch_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (self->stamp > 0 && g_strcmp0 (text, self->asked) == 0)
    return;

  /* What was asked before is no longer of interest. */
  g_set_str (&self->asked, text);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  self->activate = FALSE;

  if (text == NULL)
    clinch_recent_load_async (self->workspace, self->cancellable, recent_cb,
                              question_new (self, NULL));
  else
    clinch_store_read_async (clinch_workspace_get_store (self->workspace), search_job,
                             g_strdup (text), g_free,
                             (GDestroyNotify) g_ptr_array_unref, self->cancellable, search_cb,
                             question_new (self, text));
}

static void
search_changed_cb (ClinchSearchDialog *self)
{
  ask (self);
}

static void
entry_activate_cb (ClinchSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  /* Typing is faster than searching: then the first of what is on its way is meant. The entry may
   * not have told of it yet. */
  ask (self);
  if (self->answered != self->stamp)
    self->activate = TRUE;
  else if (row != NULL)
    open_row (self, row);
}

static void
row_activated_cb (ClinchSearchDialog *self,
                  GtkListBoxRow      *row)
{
  open_row (self, row);
}

static void
stop_search_cb (ClinchSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
key_pressed_cb (ClinchSearchDialog *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step_row (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step_row (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
customer_added_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(ClinchSearchDialog) self = user_data;

  if (clinch_page_finish (GTK_WIDGET (self), result, NULL))
    close_and_open (self, CLINCH_KIND_CUSTOMER, clinch_action_get_id (result));
}

static void
new_clicked_cb (ClinchSearchDialog *self)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CUSTOMER);

  clinch_row_set_text (row, CLINCH_CUSTOMER_NAME, self->query);
  clinch_action_add (self->workspace, row, NULL, customer_added_cb, g_object_ref (self));
}

/* A heading above the first row of each kind. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  ClinchSearchDialog *self = user_data;
  ClinchKind kind = clinch_search_row_get_kind (CLINCH_SEARCH_ROW (row));
  const char *title = self->query == NULL ? _("Recent") : clinch_kind_label (kind, TRUE);
  GtkWidget *label;

  if (before != NULL
      && (self->query == NULL || clinch_search_row_get_kind (CLINCH_SEARCH_ROW (before)) == kind))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "search-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
clinch_search_dialog_dispose (GObject *object)
{
  ClinchSearchDialog *self = CLINCH_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  self->stamp++;
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_SEARCH_DIALOG);

  G_OBJECT_CLASS (clinch_search_dialog_parent_class)->dispose (object);
}

static void
clinch_search_dialog_finalize (GObject *object)
{
  ClinchSearchDialog *self = CLINCH_SEARCH_DIALOG (object);

  g_clear_object (&self->workspace);
  g_free (self->asked);
  g_free (self->query);

  G_OBJECT_CLASS (clinch_search_dialog_parent_class)->finalize (object);
}

/* A closed dialog wants no more answers. */
static void
clinch_search_dialog_closed (AdwDialog *dialog)
{
  ClinchSearchDialog *self = CLINCH_SEARCH_DIALOG (dialog);

  self->stamp++;
  g_cancellable_cancel (self->cancellable);
}

static void
clinch_search_dialog_class_init (ClinchSearchDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_search_dialog_dispose;
  object_class->finalize = clinch_search_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = clinch_search_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/search/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchDialog, viewport);
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchDialog, new_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
}

static void
clinch_search_dialog_init (ClinchSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

AdwDialog *
clinch_search_dialog_new (ClinchWorkspace *workspace,
                          const char      *text)
{
  ClinchSearchDialog *self = g_object_new (CLINCH_TYPE_SEARCH_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  if (text != NULL && *text != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
  ask (self);

  return ADW_DIALOG (self);
}
