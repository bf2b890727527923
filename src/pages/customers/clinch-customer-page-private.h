// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-customer-page.h"

#include "clinch-record-form.h"
#include "clinch-record-list.h"
#include "clinch-timeline-view.h"

G_BEGIN_DECLS

/* A group of rows for the records of a list. */
typedef struct
{
  AdwPreferencesGroup *group;
  ClinchRecordList *list;
  GPtrArray *rows;
  gboolean hide_empty;
} ClinchCustomerPart;

struct _ClinchCustomerPage
{
  ClinchPage parent_instance;

  AdwBanner *deleted_banner;
  GtkLabel *name_label;
  GtkLabel *grade_label;
  GtkLabel *owner_label;
  GtkLabel *open_label;
  GtkLabel *won_label;
  GtkBox *details_box;
  AdwPreferencesGroup *rooms_group;
  AdwPreferencesGroup *opportunities_group;
  AdwPreferencesGroup *contacts_group;
  AdwPreferencesGroup *subsidiaries_group;
  AdwBin *timeline_bin;

  ClinchRecordForm *form;
  ClinchTimelineView *timeline;
  ClinchRecord *record;
  GArray *totals;      /* ClinchCustomerTotal, once they are read */
  GHashTable *touches; /* key of a contact → ClinchNextTouch, once they are read */
  ClinchCustomerPart opportunities;
  ClinchCustomerPart contacts;
  ClinchCustomerPart subsidiaries;
};

void clinch_customer_part_init  (ClinchCustomerPage  *self,
                                 ClinchCustomerPart  *part,
                                 AdwPreferencesGroup *group,
                                 gboolean             hide_empty);
void clinch_customer_part_clear (ClinchCustomerPage  *self,
                                 ClinchCustomerPart  *part);

/* Asks for the records of @kind whose field @path names the record @id. */
void clinch_customer_part_ask   (ClinchCustomerPart  *part,
                                 ClinchKind           kind,
                                 const char          *path,
                                 gint64               id);
void clinch_customer_part_fill  (ClinchCustomerPage  *self,
                                 ClinchCustomerPart  *part);

/* Says in the rows of the contacts when to be in touch with them. */
void clinch_customer_parts_show_touches (ClinchCustomerPage *self);

G_END_DECLS
