// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Applies a language of the settings ("system", "en", "zh_CN") to the process, before anything is
 * translated. */
void clinch_app_language_apply (const char *language);

G_END_DECLS
