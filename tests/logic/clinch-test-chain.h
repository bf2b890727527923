// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-person.h"

/* People in tables: key, department, level, role, power, support, coverage, days since the last
 * contact (-1 for never), warmth, days after which it is cold. */
#define CLINCH_TEST_NOW G_GINT64_CONSTANT (1795395600)

#define PERSON(id, department, LEVEL, ROLE, POWER, SUPPORT, COVERAGE, days, warmth, cold)       \
  { id, department, CLINCH_LEVEL_##LEVEL, TRUE,                                                 \
    { CLINCH_ROLE_##ROLE, CLINCH_POWER_##POWER, CLINCH_SUPPORT_##SUPPORT,                       \
      CLINCH_COVERAGE_##COVERAGE, CLINCH_ORIENTATION_UNKNOWN },                                 \
    (days) < 0 ? 0 : CLINCH_TEST_NOW - (days) * G_GINT64_CONSTANT (86400), warmth, cold }

#define PLACEHOLDER(id, department, LEVEL, ROLE)                                                \
  { id, department, CLINCH_LEVEL_##LEVEL, FALSE, { .role = CLINCH_ROLE_##ROLE }, 0, 0, 0 }
