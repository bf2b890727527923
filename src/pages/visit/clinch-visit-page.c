// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-visit-page.h"

#include "clinch-clock.h"
#include "clinch-dossier-actions.h"
#include "clinch-group-rows.h"
#include "clinch-material-actions.h"
#include "clinch-new-record.h"
#include "clinch-reading.h"
#include "clinch-visit-rows.h"

#include <glib/gi18n-lib.h>

/* With more people than that only those who count are shown until the rest is asked for. */
#define MANY_PEOPLE 15

struct _ClinchVisitPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  AdwPreferencesGroup *people_group;
  AdwPreferencesGroup *questions_group;
  AdwPreferencesGroup *notices_group;
  AdwPreferencesGroup *deals_group;
  AdwPreferencesGroup *materials_group;
  AdwPreferencesGroup *talks_group;

  GPtrArray *rows; /* those in the groups */
  GPtrArray *people_checks;
  GPtrArray *question_checks;
  GHashTable *people;    /* keys of the contacts that are ticked */
  GHashTable *questions; /* the questions that are ticked, by their words */
  ClinchVisitBrief *brief;
  gint64 customer_id;
  gboolean all_people;
};

G_DEFINE_FINAL_TYPE (ClinchVisitPage, clinch_visit_page, CLINCH_TYPE_PAGE)

typedef struct
{
  gint64 customer_id;
  gint64 now;
} Question;

/* --- Ticking */

static void
person_toggled_cb (GtkCheckButton  *check,
                   ClinchVisitPage *self)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (check), "clinch-id");
  gboolean active = gtk_check_button_get_active (check);

  if (active)
    g_hash_table_add (self->people, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->people, &id);
  for (guint i = 0; i < self->question_checks->len; i++)
    {
      const ClinchBriefQuestion *question = self->brief->questions->pdata[i];

      if (question->person == id)
        gtk_check_button_set_active (self->question_checks->pdata[i], active);
    }
}

static void
question_toggled_cb (GtkCheckButton  *check,
                     ClinchVisitPage *self)
{
  const char *text = g_object_get_data (G_OBJECT (check), "clinch-text");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->questions, g_strdup (text));
  else
    g_hash_table_remove (self->questions, text);
}

/* What is ticked as plain text; with no question ticked, all of them. */
static char *
dup_plan (ClinchVisitPage *self)
{
  GString *text = g_string_new (clinch_row_name (self->brief->customer));
  gboolean some = g_hash_table_size (self->questions) > 0;

  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->brief->people->len; i++)
    {
      const ClinchChainFigure *figure = g_array_index (self->brief->people, ClinchBriefPerson,
                                                       i).figure;

      if (g_hash_table_contains (self->people, &figure->id))
        g_string_append_printf (text, "%s\n", clinch_row_name (figure->contact));
    }
  for (guint i = 0; i < self->brief->questions->len; i++)
    {
      const ClinchBriefQuestion *question = self->brief->questions->pdata[i];

      if (!some || g_hash_table_contains (self->questions, question->text))
        g_string_append_printf (text, "☐ %s\n", question->text);
    }

  return g_string_free (text, FALSE);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (widget);
  g_autofree char *text = self->brief != NULL ? dup_plan (self) : NULL;

  if (text != NULL)
    clinch_page_copy (widget, text, NULL);
}

/* --- The other actions */

static void
log_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (widget);

  gtk_widget_activate_action (widget, "win.quick-entry-for", "(sx)",
                              clinch_kind_word (CLINCH_KIND_CUSTOMER), self->customer_id);
}

static void
dossier_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (widget);

  if (self->brief != NULL)
    clinch_dossier_save (widget, clinch_page_get_workspace (CLINCH_PAGE (self)),
                         self->customer_id, clinch_row_name (self->brief->customer));
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (widget);

  clinch_dossier_print (widget, clinch_page_get_workspace (CLINCH_PAGE (self)),
                        self->customer_id);
}

static void
deal_activated_cb (GtkWidget *row,
                   gpointer   user_data)
{
  clinch_page_open (row, CLINCH_KIND_OPPORTUNITY,
                    *(gint64 *) g_object_get_data (G_OBJECT (row), "clinch-id"));
}

/* --- Showing */

static void
set_id (GtkWidget *widget,
        gint64     id)
{
  g_object_set_data_full (G_OBJECT (widget), "clinch-id", g_memdup2 (&id, sizeof id), g_free);
}

static void
remove_rows (ClinchVisitPage *self)
{
  clinch_group_rows_clear (self->rows);
  g_ptr_array_set_size (self->people_checks, 0);
  g_ptr_array_set_size (self->question_checks, 0);
}

static void show_rows (ClinchVisitPage *self);

static void
show_all_cb (ClinchVisitPage *self)
{
  guint first_new = self->people_checks->len;

  self->all_people = TRUE;
  show_rows (self);
  if (first_new < self->people_checks->len)
    gtk_widget_grab_focus (self->people_checks->pdata[first_new]);
}

static void
show_people (ClinchVisitPage *self)
{
  GArray *people = self->brief->people;
  guint n_shown = self->all_people ? people->len : MIN (people->len, MANY_PEOPLE);

  for (guint i = 0; i < n_shown; i++)
    {
      const ClinchBriefPerson *person = &g_array_index (people, ClinchBriefPerson, i);
      GtkWidget *check;

      clinch_group_rows_add (self->rows, self->people_group,
                             clinch_visit_person_row (person, &check));
      set_id (check, person->figure->id);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_hash_table_contains (self->people, &person->figure->id));
      g_signal_connect_object (check, "toggled", G_CALLBACK (person_toggled_cb), self,
                               G_CONNECT_DEFAULT);
      g_ptr_array_add (self->people_checks, check);
    }
  if (n_shown < people->len)
    {
      GtkWidget *row = adw_button_row_new ();
      g_autofree char *label = g_strdup_printf (_("Show All %u People"), people->len);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
      g_signal_connect_object (row, "activated", G_CALLBACK (show_all_cb), self,
                               G_CONNECT_SWAPPED);
      clinch_group_rows_add (self->rows, self->people_group, row);
    }
  if (people->len == 0)
    clinch_group_rows_add (self->rows, self->people_group,
                           clinch_visit_empty_row (_("Nobody there is known yet.")));
}

static void
show_questions (ClinchVisitPage *self)
{
  GPtrArray *questions = self->brief->questions;

  for (guint i = 0; i < questions->len; i++)
    {
      const ClinchBriefQuestion *question = questions->pdata[i];
      GtkWidget *check;

      clinch_group_rows_add (self->rows, self->questions_group,
                             clinch_visit_question_row (question, &check));
      g_object_set_data_full (G_OBJECT (check), "clinch-text", g_strdup (question->text),
                              g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_hash_table_contains (self->questions, question->text));
      g_signal_connect_object (check, "toggled", G_CALLBACK (question_toggled_cb), self,
                               G_CONNECT_DEFAULT);
      g_ptr_array_add (self->question_checks, check);
    }
  if (questions->len == 0)
    {
      const char *nothing = _("Nothing is open about who decides and what they require.");

      clinch_group_rows_add (self->rows, self->questions_group, clinch_visit_empty_row (nothing));
    }
}

static void
show_deals (ClinchVisitPage *self)
{
  GPtrArray *deals = self->brief->deals;

  for (guint i = 0; i < deals->len; i++)
    {
      const ClinchBriefDeal *deal = deals->pdata[i];
      GtkWidget *row = clinch_visit_deal_row (deal);

      set_id (row, deal->id);
      g_signal_connect (row, "activated", G_CALLBACK (deal_activated_cb), NULL);
      clinch_group_rows_add (self->rows, self->deals_group, row);
    }
  if (deals->len == 0)
    clinch_group_rows_add (self->rows, self->deals_group,
                           clinch_visit_empty_row (_("No opportunity is open.")));
}

static void
material_activated_cb (GtkWidget *row,
                       gpointer   user_data)
{
  clinch_page_open (row, CLINCH_KIND_MATERIAL,
                    *(gint64 *) g_object_get_data (G_OBJECT (row), "clinch-id"));
}

static void
share_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  clinch_material_share (widget, g_variant_get_int64 (parameter),
                         CLINCH_VISIT_PAGE (widget)->customer_id);
}

static void
add_material_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (widget);
  const char *industry = self->brief != NULL
                         ? clinch_row_text (self->brief->customer, CLINCH_CUSTOMER_INDUSTRY) : NULL;

  clinch_new_material (widget, clinch_page_get_workspace (CLINCH_PAGE (self)), industry);
}

/* What suits the customer: a reason to be in touch. */
static void
show_materials (ClinchVisitPage *self)
{
  GPtrArray *materials = self->brief->materials;

  for (guint i = 0; i < materials->len; i++)
    {
      const ClinchBriefMaterial *material = materials->pdata[i];
      GtkWidget *row = clinch_visit_material_row (material);

      set_id (row, material->id);
      g_signal_connect (row, "activated", G_CALLBACK (material_activated_cb), NULL);
      clinch_group_rows_add (self->rows, self->materials_group, row);
    }
  if (materials->len == 0)
    clinch_group_rows_add (self->rows, self->materials_group,
             clinch_visit_empty_row (_("Nothing yet that suits this customer.")));
}

static void
show_rows (ClinchVisitPage *self)
{
  GPtrArray *notices = self->brief->chain->notices;
  GPtrArray *talks = self->brief->talks;

  remove_rows (self);
  show_people (self);
  show_questions (self);
  for (guint i = 0; i < notices->len; i++)
    clinch_group_rows_add (self->rows, self->notices_group,
                           clinch_visit_notice_row (notices->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->notices_group), notices->len > 0);
  show_deals (self);
  show_materials (self);
  for (guint i = 0; i < talks->len; i++)
    clinch_group_rows_add (self->rows, self->talks_group, clinch_visit_talk_row (talks->pdata[i]));
  if (talks->len == 0)
    clinch_group_rows_add (self->rows, self->talks_group,
             clinch_visit_empty_row (_("Nobody has been in touch yet.")));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.copy",
                                 self->brief->questions->len > 0);
}

/* --- Reading */

static gpointer
load (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const Question *question = data;

  return clinch_visit_brief_load (db, question->customer_id, question->now, FALSE, error);
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       brief)
{
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (widget);

  /* The rows borrow nothing of the brief before. */
  g_clear_pointer (&self->brief, clinch_visit_brief_free);
  self->brief = brief;
  adw_window_title_set_subtitle (self->window_title, clinch_row_name (self->brief->customer));
  show_rows (self);
}

static void
brief_free (gpointer data)
{
  clinch_visit_brief_free (data);
}

static const ClinchReading brief_reading = {
  .load = load,
  .show = show,
  .question_free = g_free,
  .answer_free = brief_free,
};

static void
ask (ClinchVisitPage *self)
{
  Question *question = g_new0 (Question, 1);

  question->customer_id = self->customer_id;
  question->now = clinch_clock_now ();
  clinch_reading_ask (GTK_WIDGET (self), clinch_page_get_workspace (CLINCH_PAGE (self)),
                      &brief_reading, question);
}

static void
workspace_changed_cb (ClinchVisitPage *self,
                      ClinchChangeSet *changes)
{
  if (clinch_change_set_find (changes, CLINCH_KIND_CUSTOMER, self->customer_id) != NULL
      || clinch_change_set_touches (changes, CLINCH_KIND_CONTACT)
      || clinch_change_set_touches (changes, CLINCH_KIND_ASSESSMENT)
      || clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER_TAG)
      || clinch_change_set_touches (changes, CLINCH_KIND_MATERIAL)
      || clinch_change_set_touches (changes, CLINCH_KIND_REQUIREMENT)
      || clinch_change_set_touches (changes, CLINCH_KIND_OPPORTUNITY))
    ask (self);
}

static void
clinch_visit_page_constructed (GObject *object)
{
  static const char *const writing[] = { "visit.log", "visit.add-material", "visit.share" };
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (object);
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));

  G_OBJECT_CLASS (clinch_visit_page_parent_class)->constructed (object);

  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i],
                                   !clinch_workspace_is_read_only (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinch_visit_page_dispose (GObject *object)
{
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_VISIT_PAGE);

  G_OBJECT_CLASS (clinch_visit_page_parent_class)->dispose (object);
}

static void
clinch_visit_page_finalize (GObject *object)
{
  ClinchVisitPage *self = CLINCH_VISIT_PAGE (object);

  g_clear_pointer (&self->brief, clinch_visit_brief_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->people_checks);
  g_ptr_array_unref (self->question_checks);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->questions);

  G_OBJECT_CLASS (clinch_visit_page_parent_class)->finalize (object);
}

static void
clinch_visit_page_class_init (ClinchVisitPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_visit_page_constructed;
  object_class->dispose = clinch_visit_page_dispose;
  object_class->finalize = clinch_visit_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/visit/visit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchVisitPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchVisitPage, people_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchVisitPage, questions_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchVisitPage, notices_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchVisitPage, deals_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchVisitPage, talks_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchVisitPage, materials_group);

  gtk_widget_class_install_action (widget_class, "visit.log", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "visit.add-material", NULL, add_material_action);
  gtk_widget_class_install_action (widget_class, "visit.share", "x", share_action);
  gtk_widget_class_install_action (widget_class, "visit.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "visit.dossier", NULL, dossier_action);
  gtk_widget_class_install_action (widget_class, "visit.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "visit.print",
                                       NULL);
}

static void
clinch_visit_page_init (ClinchVisitPage *self)
{
  self->rows = g_ptr_array_new ();
  self->people_checks = g_ptr_array_new ();
  self->question_checks = g_ptr_array_new ();
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinchPage *
clinch_visit_page_new (ClinchWorkspace *workspace,
                       gint64           customer_id)
{
  ClinchVisitPage *self = g_object_new (CLINCH_TYPE_VISIT_PAGE, "workspace", workspace, NULL);

  self->customer_id = customer_id;
  ask (self);

  return CLINCH_PAGE (self);
}
