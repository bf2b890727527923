// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-history-changes.h"

#include "clinch-page.h"

#include <glib/gi18n-lib.h>

/* Characters of a value that are shown; a long note is not repeated here. */
#define MAX_VALUE 200

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
shorten (const char *value)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (value, -1) <= MAX_VALUE)
    return g_strdup (value);
  start = g_utf8_substring (value, 0, MAX_VALUE);

  return g_strconcat (start, "…", NULL);
}

static char *
describe_values (const ClinchHistoryValue *value)
{
  g_autofree char *before = shorten (value->before);
  g_autofree char *after = shorten (value->after);

  if (*before == '\0')
    return g_steal_pointer (&after);
  if (*after == '\0')
    /* Translators: an old value that was taken away. */
    return g_strdup_printf (_("%s → empty"), before);

  /* Translators: old value, new value. */
  return g_strdup_printf (_("%1$s → %2$s"), before, after);
}

static const char *
describe_op (ClinchChangeOp op)
{
  switch (op)
    {
    case CLINCH_CHANGE_INSERT:
      return C_("history", "added");
    case CLINCH_CHANGE_DELETE:
      return C_("history", "to the recycle bin");
    case CLINCH_CHANGE_UNDELETE:
      return C_("history", "restored");
    case CLINCH_CHANGE_UPDATE:
    case CLINCH_CHANGE_COUNTED:
    default:
      return NULL;
    }
}

/* A word beside the name of a record. */
static GtkWidget *
make_word (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

static void
open_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  const ClinchHistoryChange *change = user_data;

  clinch_page_open (GTK_WIDGET (button), change->kind, change->id);
}

static GtkWidget *
make_heading (const ClinchHistoryChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *name = gtk_label_new (*change->name != '\0' ? change->name
                                   : clinch_kind_label (change->kind, FALSE));
  const char *op = describe_op (change->op);

  gtk_box_append (GTK_BOX (box), make_word (clinch_kind_label (change->kind, FALSE)));
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "history-record");
  g_signal_connect (button, "clicked", G_CALLBACK (open_clicked_cb), (gpointer) change);
  gtk_box_append (GTK_BOX (box), button);
  if (op != NULL)
    gtk_box_append (GTK_BOX (box), make_word (op));

  return box;
}

static GtkWidget *
make_change (const ClinchHistoryChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *grid = gtk_grid_new ();

  gtk_box_append (GTK_BOX (box), make_heading (change));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  for (guint i = 0; i < change->values->len; i++)
    {
      const ClinchHistoryValue *value = g_ptr_array_index (change->values, i);
      g_autofree char *text = describe_values (value);
      GtkWidget *label = make_label (value->label, "dimmed");
      GtkWidget *values = make_label (text, NULL);

      gtk_label_set_width_chars (GTK_LABEL (label), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
      gtk_widget_set_hexpand (values, TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), values, 1, i, 1, 1);
    }
  gtk_box_append (GTK_BOX (box), grid);

  return box;
}

GtkWidget *
clinch_history_changes_new (GPtrArray *changes,
                            gint64     n_records)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "history-changes");
  for (guint i = 0; i < changes->len; i++)
    gtk_box_append (GTK_BOX (box), make_change (g_ptr_array_index (changes, i)));
  if (n_records > changes->len && changes->len > 0)
    {
      int rest = (int) MIN (n_records - changes->len, G_MAXINT);
      g_autofree char *more = g_strdup_printf (ngettext ("and %d more", "and %d more", rest), rest);

      gtk_box_append (GTK_BOX (box), make_label (more, "dimmed"));
    }
  /* The buttons know their changes by pointer. */
  g_object_set_data_full (G_OBJECT (box), "clinch-changes", g_ptr_array_ref (changes),
                          (GDestroyNotify) g_ptr_array_unref);

  return box;
}
