// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-field-row.h"

G_BEGIN_DECLS

/* How one type of field is edited inside the row.
 *
 * create: puts its widgets into the row
 * refresh: shows what the record or draft holds now
 * commit: reads what stands there and saves it; FALSE if it is wrong
 * activate: the row was clicked or entered
 */
typedef struct
{
  void (*create) (ClinchFieldRow *self);
  void (*refresh) (ClinchFieldRow *self);
  gboolean (*commit) (ClinchFieldRow *self);
  void (*activate) (ClinchFieldRow *self);
} ClinchFieldEditor;

struct _ClinchFieldRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title_label;
  GtkBox *value_box;
  GtkBox *suffixes;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;

  ClinchWorkspace *workspace;
  const ClinchField *field;
  const ClinchFieldEditor *editor;
  ClinchRecord *record;
  ClinchRow *draft;
  char *placeholder;
  ClinchQuery *offered;   /* which records a reference can mean; NULL for what its field says */
  GtkListBox *list_box;

  GtkWidget *value;       /* what shows the value: a text, a text view or a label */
  GtkWidget *button;      /* calendar, or opens the record that is referred to */
  GtkWidget *popover;     /* choices, records or the calendar */
  ClinchRecord *target;   /* what a reference in a draft points at */
  guint saving;           /* how many saves are under way */
  guint has_focus : 1;
  guint refreshing : 1;
  guint typed : 1;        /* what stands there was typed and is not saved */
  guint stale : 1;        /* the record changed while it was being saved */
};

extern const ClinchFieldEditor clinch_field_editor_text;
extern const ClinchFieldEditor clinch_field_editor_long_text;
extern const ClinchFieldEditor clinch_field_editor_choice;
extern const ClinchFieldEditor clinch_field_editor_reference;

/* What the row edits, in the record or the draft; NULL while there is nothing. */
const ClinchRow *clinch_field_row_get_row     (ClinchFieldRow *self);
gboolean         clinch_field_row_is_editable (ClinchFieldRow *self);
void             clinch_field_row_refresh     (ClinchFieldRow *self);
/* The title goes where the value is empty and is its placeholder instead. */
void             clinch_field_row_show_title  (ClinchFieldRow *self,
                                               gboolean        has_value);
/* Saves the fields given in @changes, or puts them into the draft. */
void             clinch_field_row_save        (ClinchFieldRow *self,
                                               ClinchRow      *changes);
/* Reads @text as the field asks; shows what is wrong with it. */
gboolean         clinch_field_row_save_text   (ClinchFieldRow *self,
                                               const char     *text);

G_END_DECLS
