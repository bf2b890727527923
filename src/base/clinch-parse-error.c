// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-parse-error.h"

G_DEFINE_QUARK (clinch-parse-error-quark, clinch_parse_error)
