// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-customer-profile.h"

G_BEGIN_DECLS

#define CLINCH_PROFILE_MAX_COMPARED 2

typedef enum
{
  CLINCH_COMPARE_GRADE,    /* the median of its grade */
  CLINCH_COMPARE_PAST,     /* itself a year ago */
  CLINCH_COMPARE_CUSTOMER, /* another customer */
  CLINCH_N_COMPARE,
} ClinchCompare;

/* What a profile is compared with, oldest choice first; a third one pushes the oldest out. */
typedef struct
{
  ClinchCompare with[CLINCH_PROFILE_MAX_COMPARED];
  guint n;
  gint64 customer_id; /* the other customer */
} ClinchComparison;

typedef struct
{
  char *name;
  ClinchProfileSeries *series;
} ClinchCompared;

void      clinch_comparison_set (ClinchComparison            *self,
                                 ClinchCompare                with,
                                 gboolean                     is_on);
gboolean  clinch_comparison_has (const ClinchComparison      *self,
                                 ClinchCompare                with);

/* What there is to compare with, as ClinchCompared; to be called in a job. */
GPtrArray *clinch_comparison_load (const ClinchComparison      *self,
                                   ClinchDb                    *db,
                                   const ClinchCustomerProfile *profile,
                                   gint64                       now,
                                   GError                     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
