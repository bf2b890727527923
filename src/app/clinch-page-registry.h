// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

/**
 * ClinchPageInfo:
 * @name: name in settings, actions and the command line
 * @title: untranslated title, context "page"
 * @icon: icon in the sidebar
 * @get_type: type of the page
 *
 * A page of the sidebar. A page stands here from the day it works.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} ClinchPageInfo;

const ClinchPageInfo *clinch_page_registry_get  (guint      *n_pages);
const ClinchPageInfo *clinch_page_registry_find (const char *name);

/* The page of one record; NULL for kinds that have none. */
ClinchPage           *clinch_page_registry_open (ClinchWorkspace *workspace,
                                                 ClinchKind       kind,
                                                 gint64           id);

G_END_DECLS
