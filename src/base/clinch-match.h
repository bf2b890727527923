// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_company_key:
 * @name: (nullable): the name of a company as a person or a file gives it
 *
 * What two spellings of one company's name have in common, for finding duplicates: width, case,
 * white space and punctuation are levelled, and the legal form is dropped (有限公司, 股份有限公司, 集团, Inc.,
 * Co., Ltd., GmbH, …). A branch stays apart from its company (分公司), and so do subsidiaries of other
 * names. A name that is nothing but a legal form is kept whole.
 *
 * Equal keys mean "probably the same company": a question to the user, never a reason to merge.
 *
 * Returns: (transfer full): the key; "" if @name has no letter or digit
 */
char *clinch_company_key (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_person_key:
 * @name: (nullable): the name of a person
 *
 * The same for people: width, case, spaces and dots are levelled, forms of address dropped (Mr, Dr,
 * 先生, 女士), and "Smith, John" is "John Smith". Chinese titles such as 总 or 经理 stay, since they are
 * all that is known of a 王总.
 *
 * Returns: (transfer full): the key; "" if @name has no letter or digit
 */
char *clinch_person_key  (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_company_core:
 * @name: (nullable): the name of a company
 * @city: (out) (transfer none) (nullable): the city that the name gives, before it or in brackets
 *
 * What is left of clinch_company_key() without brackets, city or province, and what many companies
 * are in (科技, 实业): 海康威视 of 浙江海康威视科技(集团)有限公司. Two companies of one core are likely the
 * same unless both name a city, and not the same one.
 *
 * Returns: (transfer full): the core; "" if @name has no letter or digit
 */
char *clinch_company_core (const char  *name,
                           const char **city) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_name_sound:
 * @key: what clinch_company_core() or clinch_person_key() made of a name
 *
 * Returns: (transfer full) (nullable): how it is pronounced, in pinyin by the usual readings; %NULL
 *   if there is nothing Chinese in it
 */
char *clinch_name_sound   (const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
