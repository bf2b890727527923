// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-customer-rooms.h"

#include "clinch-chain-page.h"
#include "clinch-plan-page.h"
#include "clinch-profile-page.h"
#include "clinch-visit-page.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;    /* untranslated, context "room" */
  const char *subtitle; /* the same; what one finds there */
  const char *icon;
  ClinchPage *(*open) (ClinchWorkspace *workspace, gint64 customer_id);
} Room;

static ClinchPage *
open_chain (ClinchWorkspace *workspace,
            gint64           customer_id)
{
  return clinch_chain_page_new (workspace, customer_id, 0);
}

/* In the order in which one asks: who are they, who decides there, what do we want from them. */
static const Room rooms[] = {
  { NC_ ("room", "_Profile"), NC_ ("room", "Grade, radar chart, what is known"),
    "clinch-radar-symbolic", clinch_profile_page_new },
  { NC_ ("room", "_Decision Chain"), NC_ ("room", "Who decides, who is for us, what to ask"),
    "clinch-chain-symbolic", open_chain },
  { NC_ ("room", "P_lan"), NC_ ("room", "Objectives, rhythm, value by year, whitespace"),
    "view-list-bullet-symbolic", clinch_plan_page_new },
  { NC_ ("room", "Prepare a _Visit"), NC_ ("room", "Whom you meet, what to ask, what was said last"),
    "clinch-visit-symbolic", clinch_visit_page_new },
};

typedef struct
{
  const Room *room;
  ClinchWorkspace *workspace;
  gint64 customer_id;
} Door;

static void
door_free (gpointer  data,
           GClosure *closure)
{
  Door *door = data;

  g_object_unref (door->workspace);
  g_free (door);
}

static void
open_cb (GtkWidget *row,
         gpointer   user_data)
{
  const Door *door = user_data;

  clinch_page_push (row, ADW_NAVIGATION_PAGE (door->room->open (door->workspace,
                                                                door->customer_id)));
}

static GtkWidget *
make_row (const Room      *room,
          ClinchWorkspace *workspace,
          gint64           customer_id)
{
  GtkWidget *row = adw_action_row_new ();
  Door *door = g_new (Door, 1);

  *door = (Door) { room, g_object_ref (workspace), customer_id };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (NULL, "room", room->title));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_dpgettext2 (NULL, "room", room->subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (room->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), door, door_free,
                         G_CONNECT_DEFAULT);

  return row;
}

void
clinch_customer_rooms_fill (AdwPreferencesGroup *group,
                            ClinchWorkspace     *workspace,
                            gint64               customer_id)
{
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    adw_preferences_group_add (group, make_row (&rooms[i], workspace, customer_id));
}
