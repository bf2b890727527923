// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The order of the columns of a table of cards. */
typedef enum
{
  CLINCH_VCARD_NAME,
  CLINCH_VCARD_CUSTOMER,
  CLINCH_VCARD_TITLE,
  CLINCH_VCARD_DEPARTMENT,
  CLINCH_VCARD_MOBILE,
  CLINCH_VCARD_PHONE,
  CLINCH_VCARD_EMAIL,
  CLINCH_VCARD_WECHAT,
  CLINCH_VCARD_NOTE,
  CLINCH_VCARD_BIRTHDAY,
  CLINCH_VCARD_UID,
  CLINCH_VCARD_N_CELLS,
} ClinchVcardCell;

/**
 * ClinchVcardContact:
 * @cells: what the card says, %NULL where it says nothing
 *
 * What a contact takes from a card.
 */
typedef struct
{
  char *cells[CLINCH_VCARD_N_CELLS];
} ClinchVcardContact;

/**
 * clinch_vcard_contact_read:
 * @self: (out caller-allocates): where it goes
 * @properties: (element-type ClinchVcardProperty): the properties of a card
 * @problem: (out) (transfer full): why the card is no contact, a sentence for the user
 *
 * Finds the fields of a contact among the properties. A Chinese name is put together family name
 * first, whatever the program that wrote the card made of it. A number without a type is a mobile
 * if it looks like a Chinese one. What a contact has no field for (a second number, fax, QQ,
 * address, a birthday by the moon) becomes lines of the note, so that nothing of it is lost;
 * pictures and what programs write for themselves are left out. A company's card becomes a contact
 * of that company.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_vcard_contact_read  (ClinchVcardContact  *self,
                                     GPtrArray           *properties,
                                     char               **problem);

/**
 * clinch_vcard_contact_clear:
 * @self: what clinch_vcard_contact_read() filled
 */
void     clinch_vcard_contact_clear (ClinchVcardContact  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinchVcardContact, clinch_vcard_contact_clear)

G_END_DECLS
