// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A spreadsheet takes a cell that begins with one of a few characters for a formula, which can then
 * send data away or start programs. Text that users typed is therefore written with a ' in front,
 * which spreadsheets show as text, and our own reader takes that ' away again. Each line of a text
 * has its own: who reads a file with another delimiter than it was written with may take any of
 * them for the beginning of a cell. */

/**
 * clinch_formula_guard:
 * @text: (nullable): text of a cell
 *
 * Puts a ' in front of each line that a spreadsheet could take for a formula: its first character,
 * white space and other ' aside, is one of = + - @ or their full-width forms; and in front of a
 * text that begins with a tab or a line end.
 *
 * Returns: (transfer full) (nullable): the guarded text; %NULL if @text needs no guard
 */
char *clinch_formula_guard   (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_formula_unguard:
 * @text: text of a cell, as read
 *
 * Takes away what clinch_formula_guard() added.
 *
 * Returns: (transfer full) (nullable): the text without guards; %NULL if @text has none
 */
char *clinch_formula_unguard (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
