// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-store-error.h"

G_DEFINE_QUARK (clinch-store-error-quark, clinch_store_error)
