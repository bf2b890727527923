// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-pipeline-menu.h"

#include "clinch-menu-label.h"

#include <glib/gi18n-lib.h>

static void
add_pipeline (GMenu        *menu,
              ClinchRecord *pipeline)
{
  g_autofree char *label = clinch_menu_label (clinch_record_get_name (pipeline));
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);
  char uid[CLINCH_UID_STRING_SIZE];

  clinch_uid_to_string (&clinch_record_get_row (pipeline)->uid, uid);
  g_menu_item_set_action_and_target (item, "page.pipeline", "s", uid);
  g_menu_append_item (menu, item);
}

GMenuModel *
clinch_pipeline_menu_new (GListModel *pipelines)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) choices = g_menu_new ();
  g_autoptr(GMenu) figures = g_menu_new ();
  g_autoptr(GMenuItem) open = g_menu_item_new (_("_Show Open Stages as a Table"), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (pipelines); i++)
    {
      g_autoptr(ClinchRecord) pipeline = g_list_model_get_item (pipelines, i);

      add_pipeline (choices, pipeline);
    }
  g_menu_item_set_action_and_target (open, "page.open-figure", "(sb)", "", FALSE);
  g_menu_append_item (figures, open);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (figures));

  return G_MENU_MODEL (menu);
}

ClinchRecord *
clinch_pipeline_find (GListModel *pipelines,
                      const char *uid)
{
  for (guint i = 0; i < g_list_model_get_n_items (pipelines); i++)
    {
      g_autoptr(ClinchRecord) pipeline = g_list_model_get_item (pipelines, i);
      char text[CLINCH_UID_STRING_SIZE];

      clinch_uid_to_string (&clinch_record_get_row (pipeline)->uid, text);
      if (uid == NULL || g_str_equal (text, uid))
        return pipeline;
    }

  return NULL;
}
