// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Has a screen reader call @row by its title. The toolkit does so by itself only for rows that
 * neither unfold nor have a content of ours. */
void clinch_row_name_after_title (AdwPreferencesRow *row);

G_END_DECLS
