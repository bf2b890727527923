// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-group-rows.h"

void
clinch_group_rows_add (GPtrArray           *rows,
                       AdwPreferencesGroup *group,
                       GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

void
clinch_group_rows_clear (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (rows, 0);
}

int
clinch_group_rows_find_focus (GPtrArray *rows)
{
  GtkRoot *root = rows->len > 0 ? gtk_widget_get_root (rows->pdata[0]) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < rows->len; i++)
    if (focus == rows->pdata[i] || gtk_widget_is_ancestor (focus, rows->pdata[i]))
      return i;

  return -1;
}

void
clinch_group_rows_focus (GPtrArray *rows,
                         int        place)
{
  if (place >= 0 && rows->len > 0)
    gtk_widget_grab_focus (rows->pdata[MIN ((guint) place, rows->len - 1)]);
}
