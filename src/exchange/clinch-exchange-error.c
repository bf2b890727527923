// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-exchange-error.h"

G_DEFINE_QUARK (clinch-exchange-error-quark, clinch_exchange_error)
