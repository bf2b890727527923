// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-test-profile.h"

#include "clinch-profile-derive.h"

ClinchTestStore *
clinch_test_profile_store_new (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");

  clinch_profile_install ();
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭钢", NULL));

  return test;
}

gint64
clinch_test_profile_tag (ClinchTestStore *test,
                         const char      *dimension,
                         const char      *tag)
{
  return clinch_test_store_int (test, "SELECT t.id FROM tag AS t JOIN dimension AS d"
                                      " ON d.id = t.dimension_id WHERE d.code = '%s'"
                                      " AND t.code = '%s'", dimension, tag);
}

gint64
clinch_test_profile_set (ClinchTestStore *test,
                         gint64           customer_id,
                         const char      *dimension,
                         const char      *tag,
                         const char      *since)
{
  ClinchRow *row = clinch_row_new (CLINCH_KIND_CUSTOMER_TAG);

  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_CUSTOMER, customer_id);
  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_TAG,
                      clinch_test_profile_tag (test, dimension, tag));
  clinch_row_set_text (row, CLINCH_CUSTOMER_TAG_SINCE, since);

  return clinch_test_store_insert (test, row);
}
