// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-material-page.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-group-rows.h"
#include "clinch-material-actions.h"
#include "clinch-materials.h"
#include "clinch-reading.h"
#include "clinch-record-form.h"
#include "clinch-record-removal.h"

#include <glib/gi18n-lib.h>

#define MOST_CUSTOMERS 20

struct _ClinchMaterialPage
{
  ClinchPage parent_instance;

  AdwBanner *deleted_banner;
  GtkLabel *name_label;
  AdwBin *form_bin;
  AdwPreferencesGroup *unshown_group;
  AdwPreferencesGroup *shown_group;

  ClinchRecordForm *form;
  ClinchRecord *record;
  GPtrArray *rows; /* those in the groups */
};

G_DEFINE_FINAL_TYPE (ClinchMaterialPage, clinch_material_page, CLINCH_TYPE_PAGE)

typedef struct
{
  gint64 material_id;
  gint64 owner_id;
} Question;

typedef struct
{
  GPtrArray *unshown;
  GPtrArray *shown;
} Audience;

static const int material_fields[] = {
  CLINCH_MATERIAL_NAME, CLINCH_MATERIAL_TYPE, CLINCH_MATERIAL_INDUSTRY, CLINCH_MATERIAL_PRODUCT,
  CLINCH_MATERIAL_LINK, CLINCH_MATERIAL_SINCE, CLINCH_MATERIAL_NOTE, -1,
};

static const ClinchFormGroup groups[] = { { NULL, material_fields } };

static ClinchWorkspace *
workspace_of (ClinchMaterialPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static gboolean
can_write (ClinchMaterialPage *self)
{
  return !clinch_workspace_is_read_only (workspace_of (self));
}

/* --- Whom it suits, and who has seen it */

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");

  return row;
}

static void
set_action (GtkWidget  *row,
            const char *action,
            gint64      customer_id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", customer_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

static void
add_unshown (ClinchMaterialPage           *self,
             const ClinchMaterialCustomer *customer)
{
  GtkWidget *row = make_row (customer->name, customer->owner);

  if (can_write (self))
    {
      GtkWidget *button = gtk_button_new_with_label (C_("material", "Share…"));
      g_autofree char *label = g_strdup_printf (_("Share with %s"), customer->name);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      label, -1);
      set_action (button, "material.share", customer->id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_action (row, "material.open-customer", customer->id);
  clinch_group_rows_add (self->rows, self->unshown_group, row);
}

static void
add_shown (ClinchMaterialPage           *self,
           const ClinchMaterialCustomer *customer,
           const char                   *today)
{
  char date[CLINCH_DATE_SIZE];
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  clinch_date_from_instant (customer->shown_at, clinch_clock_timezone (), date);
  day = clinch_date_format (date, today);
  subtitle = customer->contact != NULL ? g_strdup_printf ("%s · %s", day, customer->contact)
             : g_steal_pointer (&day);
  row = make_row (customer->name, subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_action (row, "material.open-customer", customer->id);
  clinch_group_rows_add (self->rows, self->shown_group, row);
}

static void
add_empty (ClinchMaterialPage  *self,
           AdwPreferencesGroup *group,
           const char          *text)
{
  GtkWidget *row = make_row (text, NULL);

  gtk_widget_add_css_class (row, "dim-label");
  clinch_group_rows_add (self->rows, group, row);
}

static void
show_audience (ClinchMaterialPage *self,
               const Audience     *audience)
{
  int place = clinch_group_rows_find_focus (self->rows);
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  clinch_group_rows_clear (self->rows);
  for (guint i = 0; i < audience->unshown->len; i++)
    add_unshown (self, audience->unshown->pdata[i]);
  if (audience->unshown->len == 0)
    add_empty (self, self->unshown_group, _("No other customer that it suits."));
  for (guint i = 0; i < audience->shown->len; i++)
    add_shown (self, audience->shown->pdata[i], today);
  if (audience->shown->len == 0)
    add_empty (self, self->shown_group, _("Nobody has been shown it yet."));
  clinch_group_rows_focus (self->rows, place);
}

static void
audience_free (gpointer data)
{
  Audience *audience = data;

  g_clear_pointer (&audience->unshown, g_ptr_array_unref);
  g_clear_pointer (&audience->shown, g_ptr_array_unref);
  g_free (audience);
}

static gpointer
load_job (ClinchDb  *db,
          gpointer   data,
          GError   **error)
{
  const Question *question = data;
  Audience *audience = g_new0 (Audience, 1);

  audience->unshown = clinch_material_unshown (db, question->material_id, question->owner_id,
                                               MOST_CUSTOMERS, error);
  if (audience->unshown != NULL)
    audience->shown = clinch_material_shown (db, question->material_id, MOST_CUSTOMERS, error);
  if (audience->shown == NULL)
    g_clear_pointer (&audience, audience_free);

  return audience;
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       answer)
{
  show_audience (CLINCH_MATERIAL_PAGE (widget), answer);
  audience_free (answer);
}

static const ClinchReading audience_reading = {
  .load = load_job,
  .show = show,
  .question_free = g_free,
  .answer_free = audience_free,
};

static void
ask (ClinchMaterialPage *self)
{
  ClinchRecord *me = clinch_workspace_get_me (workspace_of (self));
  Question *question = g_new0 (Question, 1);

  question->material_id = clinch_record_get_id (self->record);
  question->owner_id = me != NULL ? clinch_record_get_id (me) : 0;
  clinch_reading_ask (GTK_WIDGET (self), workspace_of (self), &audience_reading, question);
}

static void
workspace_changed_cb (ClinchMaterialPage *self,
                      ClinchChangeSet    *changes)
{
  if (clinch_change_set_find (changes, CLINCH_KIND_MATERIAL, clinch_record_get_id (self->record))
      || clinch_change_set_touches (changes, CLINCH_KIND_FOLLOW_UP)
      || clinch_change_set_touches (changes, CLINCH_KIND_OPPORTUNITY)
      || clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER))
    ask (self);
}

/* --- What it is */

static void
record_changed_cb (ClinchMaterialPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_deleted = clinch_record_is_deleted (self->record);

  if (!clinch_record_is_loaded (self->record))
    return;

  gtk_label_set_label (self->name_label, clinch_record_get_name (self->record));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), clinch_record_get_name (self->record));
  adw_banner_set_revealed (self->deleted_banner, is_deleted);
  gtk_widget_action_set_enabled (widget, "material.open-link",
                                 clinch_record_get_text (self->record, CLINCH_MATERIAL_LINK)
                                 != NULL);
  gtk_widget_action_set_enabled (widget, "material.share", can_write (self) && !is_deleted);
  gtk_widget_action_set_enabled (widget, "material.delete", can_write (self) && !is_deleted);
  gtk_widget_action_set_enabled (widget, "material.restore", can_write (self) && is_deleted);
}

static void
open_link_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ClinchMaterialPage *self = CLINCH_MATERIAL_PAGE (widget);

  clinch_material_open_link (widget, clinch_record_get_text (self->record, CLINCH_MATERIAL_LINK));
}

static void
share_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchMaterialPage *self = CLINCH_MATERIAL_PAGE (widget);

  clinch_material_share (widget, clinch_record_get_id (self->record),
                         g_variant_get_int64 (parameter));
}

static void
open_customer_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  clinch_page_open (widget, CLINCH_KIND_CUSTOMER, g_variant_get_int64 (parameter));
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  clinch_record_removal_delete (CLINCH_PAGE (widget), CLINCH_MATERIAL_PAGE (widget)->record);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  clinch_record_removal_restore (CLINCH_PAGE (widget), CLINCH_MATERIAL_PAGE (widget)->record);
}

static void
clinch_material_page_constructed (GObject *object)
{
  ClinchMaterialPage *self = CLINCH_MATERIAL_PAGE (object);

  G_OBJECT_CLASS (clinch_material_page_parent_class)->constructed (object);

  self->form = CLINCH_RECORD_FORM (clinch_record_form_new (workspace_of (self),
                                                           CLINCH_KIND_MATERIAL, groups,
                                                           G_N_ELEMENTS (groups)));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
}

static void
clinch_material_page_dispose (GObject *object)
{
  ClinchMaterialPage *self = CLINCH_MATERIAL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_MATERIAL_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (clinch_material_page_parent_class)->dispose (object);
}

static void
clinch_material_page_class_init (ClinchMaterialPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_material_page_constructed;
  object_class->dispose = clinch_material_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/library/material-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchMaterialPage, deleted_banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchMaterialPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchMaterialPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchMaterialPage, unshown_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchMaterialPage, shown_group);

  gtk_widget_class_install_action (widget_class, "material.open-link", NULL, open_link_action);
  gtk_widget_class_install_action (widget_class, "material.share", "x", share_action);
  gtk_widget_class_install_action (widget_class, "material.open-customer", "x",
                                   open_customer_action);
  gtk_widget_class_install_action (widget_class, "material.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "material.restore", NULL, restore_action);
}

static void
clinch_material_page_init (ClinchMaterialPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinchPage *
clinch_material_page_new (ClinchWorkspace *workspace,
                          gint64           id)
{
  ClinchMaterialPage *self = g_object_new (CLINCH_TYPE_MATERIAL_PAGE, "workspace", workspace,
                                           NULL);

  self->record = clinch_workspace_get_record (workspace, CLINCH_KIND_MATERIAL, id);
  g_signal_connect_object (self->record, "notify", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  clinch_record_form_set_record (self->form, self->record);
  record_changed_cb (self);
  ask (self);

  return CLINCH_PAGE (self);
}
