// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-store.h"

G_BEGIN_DECLS

#define CLINCH_COMMAND_SERVICE_PATH "/org/clinch/Clinch/CommandLine"
#define CLINCH_COMMAND_SERVICE_INTERFACE "org.clinch.Clinch.CommandLine"

/**
 * ClinchCommandStoreFunc:
 * @user_data: its data
 *
 * Returns: (transfer none) (nullable): the workspace that is open in the window now
 */
typedef ClinchStore *(*ClinchCommandStoreFunc) (gpointer user_data);

typedef struct _ClinchCommandService ClinchCommandService;

/* Carries out commands for other processes in the workspace that the window has open. */
ClinchCommandService *clinch_command_service_new  (GDBusConnection         *connection,
                                                   ClinchCommandStoreFunc   get_store,
                                                   gpointer                 user_data,
                                                   GError                 **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void                  clinch_command_service_free (ClinchCommandService    *self);

G_END_DECLS
