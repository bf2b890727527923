// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CLINCH_UID_SIZE 16
#define CLINCH_UID_STRING_SIZE 37

/**
 * ClinchUid:
 * @bytes: the identifier in network order
 *
 * A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that identifiers
 * made later sort later and two devices never make the same one.
 */
typedef struct
{
  guint8 bytes[CLINCH_UID_SIZE];
} ClinchUid;

/**
 * clinch_uid_new:
 * @uid: (out caller-allocates): where the new identifier goes
 *
 * Makes an identifier from the real time and the kernel's random source. Within one process each is
 * greater than the one before, also inside one millisecond. May be called from any thread.
 */
void     clinch_uid_new       (ClinchUid       *uid);

/**
 * clinch_uid_new_at:
 * @uid: (out caller-allocates): where the new identifier goes
 * @milliseconds: Unix time in milliseconds
 * @random: ten bytes that stand for the random part
 *
 * Makes the identifier that these arguments determine; for data that must come out the same twice.
 */
void     clinch_uid_new_at    (ClinchUid       *uid,
                               gint64           milliseconds,
                               const guint8     random[10]);

/**
 * clinch_uid_to_string:
 * @uid: an identifier
 * @string: (out caller-allocates): room for 37 characters
 *
 * Writes the usual form, 36 lower-case characters with four hyphens and a NUL.
 */
void     clinch_uid_to_string (const ClinchUid *uid,
                               char             string[CLINCH_UID_STRING_SIZE]);

/**
 * clinch_uid_parse:
 * @string: text that may be an identifier
 * @uid: (out caller-allocates): where it goes
 *
 * Reads the usual form, upper or lower case.
 *
 * Returns: %TRUE if @string is one identifier and nothing else
 */
gboolean clinch_uid_parse     (const char      *string,
                               ClinchUid       *uid);

/**
 * clinch_uid_equal:
 * @a: an identifier
 * @b: another
 *
 * Returns: %TRUE if they are the same
 */
gboolean clinch_uid_equal     (const ClinchUid *a,
                               const ClinchUid *b);

G_END_DECLS
