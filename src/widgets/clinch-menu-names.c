// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-menu-names.h"

static void (*map_popover_menu) (GtkWidget *widget);

static gboolean
is_item (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The first label is the name, a later one the keys. */
static GtkLabel *
find_label (GtkWidget *item)
{
  for (GtkWidget *child = gtk_widget_get_first_child (item); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return GTK_LABEL (child);

  return NULL;
}

static void
name_items (GtkWidget *widget)
{
  GtkLabel *label = is_item (widget) ? find_label (widget) : NULL;

  if (label != NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (label), -1);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static void
popover_menu_map (GtkWidget *widget)
{
  name_items (widget);
  map_popover_menu (widget);
}

void
clinch_menu_names_init (void)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_POPOVER_MENU);

  if (map_popover_menu != NULL)
    return;

  /* Menus are made in many places, most of them in templates; all of them are of this class. */
  map_popover_menu = klass->map;
  klass->map = popover_menu_map;
}
