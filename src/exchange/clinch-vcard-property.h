// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchVcardProperty:
 * @name: upper case, "TEL"
 * @group: (nullable): what stands before the name, "item1"
 * @types: (element-type utf8): what the parameters call the value, folded: "cell", "work", …
 * @service: (nullable): whose address of an instant messenger it is, folded
 * @omitted_year: (nullable): the year that stands for none in the date
 * @calendar: (nullable): the calendar of the date, folded; %NULL for the usual one
 * @is_preferred: whether it comes before others of its name
 * @value: the text, UTF-8, with its separators still escaped
 * @line: line of the file where it begins
 *
 * A line of a vCard.
 */
typedef struct
{
  char *name;
  char *group;
  GPtrArray *types;
  char *service;
  char *omitted_year;
  char *calendar;
  gboolean is_preferred;
  char *value;
  guint line;
} ClinchVcardProperty;

/**
 * clinch_vcard_property_parse:
 * @line: an unfolded line, in whatever encoding
 * @length: bytes of @line
 * @encoding: name of the encoding of text that names none and is not UTF-8
 * @problem: (out) (transfer full): what is wrong with it, a sentence for the user
 *
 * Reads versions 2.1, 3.0 and 4.0 alike: `GROUP.NAME;PARAMETER=VALUE;BARE:VALUE`, quoted-printable
 * and base64 decoded, CHARSET obeyed.
 *
 * Returns: (transfer full) (nullable): the property, %NULL with @problem
 */
ClinchVcardProperty *clinch_vcard_property_parse  (const char                 *line,
                                                   gsize                       length,
                                                   const char                 *encoding,
                                                   char                      **problem)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_vcard_property_free:
 * @self: a property
 */
void                 clinch_vcard_property_free   (ClinchVcardProperty        *self);

/**
 * clinch_vcard_property_has_type:
 * @self: a property
 * @type: a type, folded
 *
 * Returns: %TRUE if the parameters call the value so
 */
gboolean             clinch_vcard_property_has_type (const ClinchVcardProperty *self,
                                                     const char                *type);

/**
 * clinch_vcard_property_dup_text:
 * @self: a property
 *
 * Returns: (transfer full): the value as one text, unescaped
 */
char                *clinch_vcard_property_dup_text (const ClinchVcardProperty *self)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_vcard_property_dup_parts:
 * @self: a property
 *
 * Returns: (transfer full) (array zero-terminated=1): the parts between the semicolons, unescaped
 *   and trimmed
 */
char               **clinch_vcard_property_dup_parts (const ClinchVcardProperty *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_vcard_head_length:
 * @line: a line or its beginning
 * @length: bytes of @line
 *
 * Returns: where the colon stands that ends name and parameters, @length if there is none
 */
gsize                clinch_vcard_head_length     (const char                 *line,
                                                   gsize                       length);

/**
 * clinch_vcard_head_is:
 * @line: a line or its beginning
 * @length: bytes of @line
 * @name: a name in upper case
 *
 * Returns: %TRUE if the line is a property of that name, in whatever group
 */
gboolean             clinch_vcard_head_is         (const char                 *line,
                                                   gsize                       length,
                                                   const char                 *name);

/**
 * clinch_vcard_line_is_soft:
 * @line: a line
 * @length: bytes of @line
 *
 * Returns: %TRUE if it ends with the "=" by which quoted-printable text goes on in the next line
 */
gboolean             clinch_vcard_line_is_soft    (const char                 *line,
                                                   gsize                       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchVcardProperty, clinch_vcard_property_free)

G_END_DECLS
