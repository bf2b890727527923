// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-record-form.h"

#include <glib/gi18n-lib.h>

struct _ClinchRecordForm
{
  GtkBox parent_instance;

  GPtrArray *rows;   /* ClinchFieldRow, borrowed from the groups */
  GPtrArray *groups; /* AdwPreferencesGroup */
  ClinchRow *draft;
};

G_DEFINE_FINAL_TYPE (ClinchRecordForm, clinch_record_form, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_changed_cb (ClinchRecordForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_group (ClinchRecordForm      *self,
           ClinchWorkspace       *workspace,
           ClinchKind             kind,
           const ClinchFormGroup *group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  if (group->title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget),
                                     g_dpgettext2 (GETTEXT_PACKAGE, "group", group->title));
  for (int i = 0; group->fields[i] >= 0; i++)
    {
      GtkWidget *row = clinch_field_row_new (workspace, kind, group->fields[i]);

      g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_box_append (GTK_BOX (self), widget);
  g_ptr_array_add (self->groups, widget);
}

static void
clinch_record_form_finalize (GObject *object)
{
  ClinchRecordForm *self = CLINCH_RECORD_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->draft, clinch_row_unref);

  G_OBJECT_CLASS (clinch_record_form_parent_class)->finalize (object);
}

static void
clinch_record_form_class_init (ClinchRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_record_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
clinch_record_form_init (ClinchRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

GtkWidget *
clinch_record_form_new (ClinchWorkspace       *workspace,
                        ClinchKind             kind,
                        const ClinchFormGroup *groups,
                        guint                  n_groups)
{
  ClinchRecordForm *self = g_object_new (CLINCH_TYPE_RECORD_FORM, NULL);

  for (guint i = 0; i < n_groups; i++)
    add_group (self, workspace, kind, &groups[i]);

  return GTK_WIDGET (self);
}

void
clinch_record_form_set_record (ClinchRecordForm *self,
                               ClinchRecord     *record)
{
  g_return_if_fail (CLINCH_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    clinch_field_row_set_record (self->rows->pdata[i], record);
}

void
clinch_record_form_set_draft (ClinchRecordForm *self,
                              ClinchRow        *draft)
{
  g_return_if_fail (CLINCH_IS_RECORD_FORM (self));

  g_clear_pointer (&self->draft, clinch_row_unref);
  self->draft = draft != NULL ? clinch_row_ref (draft) : NULL;
  for (guint i = 0; i < self->rows->len; i++)
    clinch_field_row_set_draft (self->rows->pdata[i], draft);
}

void
clinch_record_form_set_group_visible (ClinchRecordForm *self,
                                      guint             group,
                                      gboolean          visible)
{
  g_return_if_fail (CLINCH_IS_RECORD_FORM (self));
  g_return_if_fail (group < self->groups->len);

  gtk_widget_set_visible (self->groups->pdata[group], visible);
}

void
clinch_record_form_insert_after (ClinchRecordForm *self,
                                 guint             group,
                                 GtkWidget        *widget)
{
  g_return_if_fail (CLINCH_IS_RECORD_FORM (self));
  g_return_if_fail (group < self->groups->len);

  gtk_box_insert_child_after (GTK_BOX (self), widget, self->groups->pdata[group]);
}

ClinchFieldRow *
clinch_record_form_get_row (ClinchRecordForm *self,
                            int               field)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_FORM (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (clinch_field_row_get_field (self->rows->pdata[i]) == field)
      return self->rows->pdata[i];

  return NULL;
}

/* What a new record must have and nobody fills in for the user: its name or text, and what it
 * belongs to. */
static gboolean
is_missing (ClinchRecordForm *self,
            int               field)
{
  const ClinchField *info;

  if (self->draft == NULL || !clinch_row_is_null (self->draft, field))
    return FALSE;

  info = clinch_kind_field (self->draft->kind, field);
  return (info->flags & CLINCH_FIELD_REQUIRED) &&
         (info->type == CLINCH_FIELD_TEXT || info->type == CLINCH_FIELD_LONG_TEXT
          || (info->flags & CLINCH_FIELD_PARENT));
}

gboolean
clinch_record_form_commit (ClinchRecordForm *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_FORM (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ClinchFieldRow *row = self->rows->pdata[i];
      int field = clinch_field_row_get_field (row);

      if (clinch_field_row_commit (row) && is_missing (self, field))
        {
          g_autofree char *message = NULL;

          message = g_strdup_printf (_("%s must not be empty"),
                                     clinch_field_label (clinch_kind_field (self->draft->kind,
                                                                            field)));
          clinch_field_row_set_error (row, message);
        }
      else if (clinch_field_row_commit (row))
        {
          continue;
        }
      clinch_field_row_focus (row);
      return FALSE;
    }

  return TRUE;
}
