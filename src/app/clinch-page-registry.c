// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-page-registry.h"

#include "clinch-bin-page.h"
#include "clinch-board-page.h"
#include "clinch-contact-page.h"
#include "clinch-customer-page.h"
#include "clinch-customers-page.h"
#include "clinch-history-page.h"
#include "clinch-library-page.h"
#include "clinch-material-page.h"
#include "clinch-opportunity-page.h"
#include "clinch-reasons-page.h"
#include "clinch-setup-page.h"
#include "clinch-targets-page.h"

#include <glib/gi18n-lib.h>

/* In the order of the sidebar; ended by an entry without a name. */
static const ClinchPageInfo pages[] = {
  { "board", NC_ ("page", "Board"), "clinch-board-symbolic", clinch_board_page_get_type },
  { "customers", NC_ ("page", "Customers"), "system-users-symbolic",
    clinch_customers_page_get_type },
  { "reasons", NC_ ("page", "Stay in Touch"), "clinch-touch-symbolic",
    clinch_reasons_page_get_type },
  { "library", NC_ ("page", "Library"), "clinch-library-symbolic", clinch_library_page_get_type },
  { "targets", NC_ ("page", "Targets"), "clinch-target-symbolic", clinch_targets_page_get_type },
  { "history", NC_ ("page", "History"), "document-open-recent-symbolic", clinch_history_page_get_type },
  { "bin", NC_ ("page", "Recycle Bin"), "user-trash-symbolic", clinch_bin_page_get_type },
  { "setup", NC_ ("page", "Setup"), "preferences-system-symbolic", clinch_setup_page_get_type },
  { NULL, NULL, NULL, NULL },
};

const ClinchPageInfo *
clinch_page_registry_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages) - 1;
  return pages;
}

const ClinchPageInfo *
clinch_page_registry_find (const char *name)
{
  for (const ClinchPageInfo *info = pages; info->name != NULL; info++)
    if (g_strcmp0 (info->name, name) == 0)
      return info;

  return NULL;
}

ClinchPage *
clinch_page_registry_open (ClinchWorkspace *workspace,
                           ClinchKind       kind,
                           gint64           id)
{
  switch ((int) kind)
    {
    case CLINCH_KIND_OPPORTUNITY:
      return clinch_opportunity_page_new (workspace, id, NULL);
    case CLINCH_KIND_CUSTOMER:
      return clinch_customer_page_new (workspace, id);
    case CLINCH_KIND_CONTACT:
      return clinch_contact_page_new (workspace, id, NULL);
    case CLINCH_KIND_MATERIAL:
      return clinch_material_page_new (workspace, id);
    default:
      return NULL;
    }
}
