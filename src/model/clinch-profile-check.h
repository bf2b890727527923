// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-check.h"

G_BEGIN_DECLS

/**
 * clinch_profile_recount:
 * @db: a connection inside a transaction
 * @check: the check that it is part of
 * @error: where it goes if the recount could not be made
 *
 * Works the profiles of all customers out again, each as of the instant at which it was, and
 * reports those that come out otherwise. See clinch_check_set_recount_func().
 *
 * Returns: %TRUE if it could be made
 */
gboolean clinch_profile_recount (ClinchDb     *db,
                                 ClinchCheck  *check,
                                 GError      **error);

G_END_DECLS
