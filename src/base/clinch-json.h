// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_json_append_string:
 * @out: where to
 * @text: (nullable): text
 *
 * Appends @text as a JSON string, or null. Bytes that are not UTF-8 become U+FFFD, so that what
 * comes out is always JSON.
 */
void clinch_json_append_string (GString    *out,
                                const char *text);

/**
 * clinch_json_append_int:
 * @out: where to
 * @number: a number
 *
 * Appends @number as JSON has it, whatever the locale.
 */
void clinch_json_append_int    (GString    *out,
                                gint64      number);

G_END_DECLS
