// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_link_is_allowed:
 * @uri: (nullable): a URI
 *
 * What records and files hold is data. Nothing but web pages, mails and calls is ever launched from
 * it: no files, no scripts, no schemes of other programs.
 *
 * Returns: %TRUE for http, https, mailto and tel with something behind it
 */
gboolean clinch_link_is_allowed  (const char *uri);

/**
 * clinch_link_for_phone:
 * @number: (nullable): a number as people write it
 *
 * Returns: (transfer full) (nullable): "tel:" with its digits, and its extension behind ";ext=";
 *   %NULL if there is nothing to dial
 */
char    *clinch_link_for_phone   (const char *number) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_link_for_mail:
 * @address: (nullable): a mail address
 *
 * Returns: (transfer full) (nullable): "mailto:" with the address and nothing else, whatever
 *   stands in it; %NULL if it is none
 */
char    *clinch_link_for_mail    (const char *address) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_link_for_website:
 * @website: (nullable): a website as people write it, "www.x.cn"
 *
 * Returns: (transfer full) (nullable): a link of http or https; %NULL if it is none
 */
char    *clinch_link_for_website (const char *website) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_link_for_file:
 * @link: (nullable): where a file lies, as people write it: "/home/wang/case.pdf", "~/case.pdf", or
 *   as browsers do, "file:///home/wang/case.pdf"
 *
 * Returns: (transfer full) (nullable): its path on this computer; %NULL if @link is none
 */
char    *clinch_link_for_file    (const char *link) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
