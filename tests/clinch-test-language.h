// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_test_language_use:
 * @language: "en" or "zh_CN"
 *
 * Switches the language of the program under test, as often as a test likes: the locale, `LANGUAGE`
 * and the catalogue that was built from po/zh_CN.po and po/fragments. Fails the test if the
 * translation is not really in use. What the program has formatted and kept before stays as it is.
 * To be called while the process has one thread.
 */
void clinch_test_language_use (const char *language);

G_END_DECLS
