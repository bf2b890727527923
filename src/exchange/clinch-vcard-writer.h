// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchVcardVersion:
 * @CLINCH_VCARD_3_0: RFC 2426, which every address book reads
 * @CLINCH_VCARD_4_0: RFC 6350
 */
typedef enum
{
  CLINCH_VCARD_3_0,
  CLINCH_VCARD_4_0,
} ClinchVcardVersion;

/**
 * clinch_vcard_append:
 * @out: where the card goes
 * @version: the version
 * @contact: a contact
 * @customer: (nullable): name of its customer
 *
 * Writes a card: UTF-8, CRLF, lines of at most 75 bytes that are folded between characters.
 * clinch_vcard_read_bytes() reads the same from it.
 */
void     clinch_vcard_append (GString             *out,
                              ClinchVcardVersion   version,
                              const ClinchRow     *contact,
                              const char          *customer);

/**
 * clinch_vcard_export:
 * @db: a connection
 * @kind: %CLINCH_KIND_CUSTOMER for the contacts of a customer, %CLINCH_KIND_CONTACT for one
 *   contact, %CLINCH_KIND_NONE for all
 * @id: key of that record, 0 for all
 * @version: the version
 * @path: the file to write, in the encoding of the file system
 * @n_cards: (out) (optional): how many were written
 * @error: IO if @path cannot be written, CANCELLED, or what the store says
 *
 * Writes contacts into a file, which appears whole or not at all and is its owner's alone.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_vcard_export (ClinchDb            *db,
                              ClinchKind           kind,
                              gint64               id,
                              ClinchVcardVersion   version,
                              const char          *path,
                              guint               *n_cards,
                              GError             **error);

G_END_DECLS
