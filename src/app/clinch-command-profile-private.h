// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-command-private.h"
#include "clinch-customer-profile.h"

G_BEGIN_DECLS

/* What is shared by the commands on profiles: which profile is meant, and beside what. */

#define CLINCH_COMMAND_MEDIAN "median"
#define CLINCH_COMMAND_COMPARE_VALUE "CUSTOMER|median|DATE"

/* Something that a profile is laid beside. */
typedef struct
{
  char *name;
  ClinchProfileSeries *series;
} ClinchCommandCompared;

/* The profile that a command line asks for. */
typedef struct
{
  ClinchDb *db;
  gint64 customer_id;
  ClinchCustomerProfile *profile;
  GPtrArray *compared; /* of ClinchCommandCompared */
} ClinchCommandProfile;

/* Looks at --compare before a workspace is opened. */
gboolean clinch_command_profile_prepare  (ClinchCommandRun           *run,
                                          GError                    **error);
/* Reads the profile of the customer that the first argument names, as --at and --compare say. */
gboolean clinch_command_profile_read     (ClinchCommandProfile       *self,
                                          ClinchCommandRun           *run,
                                          ClinchDb                   *db,
                                          GError                    **error);
void     clinch_command_profile_clear    (ClinchCommandProfile       *self);

/* A figure in hundredths, such as 61.25. */
char    *clinch_command_hundredths       (int                         hundredths)
                                          G_GNUC_WARN_UNUSED_RESULT;

void     clinch_command_profile_json     (ClinchCommandRun           *run,
                                          const ClinchCommandProfile *self);
/* Members of an object: a text or null; a number, null where it is less than 0; the parts of a
 * priority. Each begins with a comma. */
void     clinch_command_json_member      (GString                    *out,
                                          const char                 *name,
                                          const char                 *text);
void     clinch_command_json_known       (GString                    *out,
                                          const char                 *name,
                                          int                         number);
void     clinch_command_json_priority    (GString                    *out,
                                          const ClinchPriority       *priority);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinchCommandProfile, clinch_command_profile_clear)

G_END_DECLS
