// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-store-error.h"

#include <errno.h>

G_DEFINE_QUARK (clinch-store-error-quark, clinch_store_error)

gboolean
clinch_store_error_is_full (int reason)
{
  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}
