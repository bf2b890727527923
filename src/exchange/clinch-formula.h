// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A spreadsheet takes a cell that begins with one of a few characters for a formula, which can then
 * send data away or start programs. Text that users typed is therefore written with a ' in front,
 * which spreadsheets show as text, and our own reader takes that ' away again. */

/**
 * clinch_formula_is_like:
 * @text: (nullable): text of a cell
 *
 * Returns: %TRUE if a spreadsheet could take @text for a formula: its first character, white space
 *   aside, is one of = + - @ or their full-width forms, or it begins with a tab or a line end
 */
gboolean    clinch_formula_is_like     (const char *text);

/**
 * clinch_formula_needs_guard:
 * @text: (nullable): text of a cell
 *
 * As clinch_formula_is_like(), also for text that has one or more ' in front already, so that
 * taking one ' away always gives back what was guarded.
 *
 * Returns: %TRUE if a ' must be written in front of @text
 */
gboolean    clinch_formula_needs_guard (const char *text);

/**
 * clinch_formula_skip_guard:
 * @text: text of a cell, as read
 *
 * Returns: (transfer none): @text behind the ' that guards it, or @text itself where there is none
 */
const char *clinch_formula_skip_guard  (const char *text);

G_END_DECLS
