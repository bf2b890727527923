// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-new-record.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-page.h"
#include "clinch-record-dialog.h"

#include <glib/gi18n-lib.h>

static const int customer_fields[] = {
  CLINCH_CUSTOMER_NAME, CLINCH_CUSTOMER_OWNER, CLINCH_CUSTOMER_GRADE, CLINCH_CUSTOMER_INDUSTRY,
  CLINCH_CUSTOMER_REGION,
  CLINCH_CUSTOMER_PARENT, CLINCH_CUSTOMER_SOURCE, -1,
};

static const int opportunity_fields[] = {
  CLINCH_OPPORTUNITY_NAME, CLINCH_OPPORTUNITY_CUSTOMER, CLINCH_OPPORTUNITY_AMOUNT,
  CLINCH_OPPORTUNITY_EXPECTED,
  CLINCH_OPPORTUNITY_OWNER, CLINCH_OPPORTUNITY_CONTACT, -1,
};

static const int opportunity_next_fields[] = { CLINCH_OPPORTUNITY_NEXT_STEP,
                                               CLINCH_OPPORTUNITY_NEXT_DATE, -1 };

static const int contact_fields[] = {
  CLINCH_CONTACT_NAME, CLINCH_CONTACT_TITLE, CLINCH_CONTACT_DEPARTMENT, CLINCH_CONTACT_MOBILE,
  CLINCH_CONTACT_PHONE, CLINCH_CONTACT_EMAIL, CLINCH_CONTACT_WECHAT, CLINCH_CONTACT_BIRTHDAY,
  CLINCH_CONTACT_NOTE, -1,
};

static const int follow_up_fields[] = {
  CLINCH_FOLLOW_UP_TEXT, CLINCH_FOLLOW_UP_TYPE, CLINCH_FOLLOW_UP_HAPPENED, CLINCH_FOLLOW_UP_CONTACT,
  CLINCH_FOLLOW_UP_OPPORTUNITY, CLINCH_FOLLOW_UP_MATERIAL, CLINCH_FOLLOW_UP_AUTHOR, -1,
};

static const int follow_up_next_fields[] = { CLINCH_FOLLOW_UP_NEXT_STEP, CLINCH_FOLLOW_UP_NEXT_DATE,
                                             -1 };

static const int material_fields[] = {
  CLINCH_MATERIAL_NAME, CLINCH_MATERIAL_TYPE, CLINCH_MATERIAL_INDUSTRY, CLINCH_MATERIAL_PRODUCT,
  CLINCH_MATERIAL_LINK, CLINCH_MATERIAL_SINCE, CLINCH_MATERIAL_NOTE, -1,
};

static const ClinchFormGroup customer_groups[] = { { NULL, customer_fields } };
static const ClinchFormGroup opportunity_groups[] = { { NULL, opportunity_fields },
                                                      { NULL, opportunity_next_fields } };
static const ClinchFormGroup contact_groups[] = { { NULL, contact_fields } };
static const ClinchFormGroup material_groups[] = { { NULL, material_fields } };
static const ClinchFormGroup follow_up_groups[] = { { NULL, follow_up_fields },
                                                    { NULL, follow_up_next_fields } };

static void
open_added_cb (GtkWidget          *parent,
               gint64              id,
               ClinchRecordDialog *dialog)
{
  clinch_page_open (GTK_WIDGET (dialog), clinch_record_dialog_get_kind (dialog), id);
}

static void
set_me (ClinchWorkspace *workspace,
        ClinchRow       *draft,
        int              field)
{
  ClinchRecord *me = clinch_workspace_get_me (workspace);

  if (me != NULL)
    clinch_row_set_int (draft, field, clinch_record_get_id (me));
}

void
clinch_new_customer (GtkWidget       *parent,
                     ClinchWorkspace *workspace,
                     const char      *name)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_CUSTOMER);
  ClinchRecordDialog *dialog;

  if (name != NULL)
    clinch_row_set_text (draft, CLINCH_CUSTOMER_NAME, name);
  set_me (workspace, draft, CLINCH_CUSTOMER_OWNER);
  dialog = clinch_record_dialog_new_add (workspace, draft, customer_groups,
                                         G_N_ELEMENTS (customer_groups));
  g_signal_connect_object (dialog, "added", G_CALLBACK (open_added_cb), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
clinch_new_opportunity (GtkWidget       *parent,
                        ClinchWorkspace *workspace,
                        gint64           customer_id,
                        gint64           stage_id)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_OPPORTUNITY);
  ClinchRecordDialog *dialog;

  if (customer_id != 0)
    clinch_row_set_int (draft, CLINCH_OPPORTUNITY_CUSTOMER, customer_id);
  if (stage_id != 0)
    {
      g_autoptr(ClinchRecord) stage = clinch_workspace_get_record (workspace, CLINCH_KIND_STAGE,
                                                                   stage_id);

      clinch_row_set_int (draft, CLINCH_OPPORTUNITY_STAGE, stage_id);
      clinch_row_set_int (draft, CLINCH_OPPORTUNITY_PIPELINE,
                          clinch_record_get_int (stage, CLINCH_STAGE_PIPELINE));
    }
  dialog = clinch_record_dialog_new_add (workspace, draft, opportunity_groups,
                                         G_N_ELEMENTS (opportunity_groups));
  g_signal_connect_object (dialog, "added", G_CALLBACK (open_added_cb), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
clinch_new_contact (GtkWidget       *parent,
                    ClinchWorkspace *workspace,
                    gint64           customer_id)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_CONTACT);
  ClinchRecordDialog *dialog;

  clinch_row_set_int (draft, CLINCH_CONTACT_CUSTOMER, customer_id);
  dialog = clinch_record_dialog_new_add (workspace, draft, contact_groups,
                                         G_N_ELEMENTS (contact_groups));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
clinch_new_material (GtkWidget       *parent,
                     ClinchWorkspace *workspace,
                     const char      *industry)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_MATERIAL);
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  clinch_row_set_text (draft, CLINCH_MATERIAL_TYPE, "case");
  clinch_row_set_text (draft, CLINCH_MATERIAL_INDUSTRY, industry);
  clinch_row_set_text (draft, CLINCH_MATERIAL_SINCE, today);
  adw_dialog_present (ADW_DIALOG (clinch_record_dialog_new_add (workspace, draft, material_groups,
                                                                G_N_ELEMENTS (material_groups))),
                      parent);
}

void
clinch_edit_contact (GtkWidget       *parent,
                     ClinchWorkspace *workspace,
                     ClinchRecord    *contact)
{
  adw_dialog_present (ADW_DIALOG (clinch_record_dialog_new_edit (workspace, contact, contact_groups,
                                                                 G_N_ELEMENTS (contact_groups))),
                      parent);
}

void
clinch_edit_follow_up (GtkWidget       *parent,
                       ClinchWorkspace *workspace,
                       ClinchRecord    *follow_up)
{
  adw_dialog_present (ADW_DIALOG (clinch_record_dialog_new_edit (workspace, follow_up,
                                                                 follow_up_groups,
                                                                 G_N_ELEMENTS (follow_up_groups))),
                      parent);
}
