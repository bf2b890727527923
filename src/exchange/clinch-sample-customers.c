// SPDX-License-Identifier: GPL-3.0-or-later
//
// The customers of the sample and the people there.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-birthday.h"
#include "clinch-sample-private.h"

#include <string.h>

/* Every so many customers one is a subsidiary of a customer before it. */
#define SUBSIDIARY_EVERY 7

/* Those whose grade somebody set against the profile. */
#define OVERRIDE_EVERY 9
#define FIRST_OVERRIDE 6

/* The corners, by the place in the unit; the others are ordinary. The last ones have no
 * opportunities. */
static const struct
{
  guint index;
  ClinchSampleCorner corner;
} corners[] = {
  { 0, CLINCH_SAMPLE_LARGE },
  { 1, CLINCH_SAMPLE_LARGE },
  { 2, CLINCH_SAMPLE_NEGLECTED },
  { 3, CLINCH_SAMPLE_UNMAPPED },
  { 5, CLINCH_SAMPLE_LARGE },
  { 7, CLINCH_SAMPLE_UNMAPPED },
  { 8, CLINCH_SAMPLE_NEGLECTED },
  { 16, CLINCH_SAMPLE_LARGE },
  { 13, CLINCH_SAMPLE_UNMAPPED },
  { 23, CLINCH_SAMPLE_UNMAPPED },
  { 36, CLINCH_SAMPLE_COSTLY },
  { 37, CLINCH_SAMPLE_COSTLY },
  { 38, CLINCH_SAMPLE_THIN },
  { 39, CLINCH_SAMPLE_THIN },
};

static ClinchSampleCorner
corner_of (guint index)
{
  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    if (corners[i].index == index)
      return corners[i].corner;

  return CLINCH_SAMPLE_ORDINARY;
}

/* Few are excellent, most are in the middle. */
static int
pick_quality (ClinchSample *self)
{
  return 99 - clinch_sample_random_below (&self->random, 100) * 4 / 5;
}

static void
set_grade (ClinchSample *self,
           guint         index,
           ClinchRow    *row)
{
  const ClinchSampleWords *words = self->words;

  if (index % OVERRIDE_EVERY != FIRST_OVERRIDE)
    return;

  index = index / OVERRIDE_EVERY % words->grades.n;
  clinch_sample_set_text (row, CLINCH_CUSTOMER_GRADE, words->grades.items[index]);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_GRADE_REASON, words->grade_reasons.items[index]);
}

static char *
make_address (ClinchSample *self,
              guint         city)
{
  g_autofree char *number = g_strdup_printf ("%d",
                                             clinch_sample_random_between (&self->random, 1, 1999));
  const ClinchSampleCity *where = &self->words->cities[city];
  ClinchSampleSlot slots[] = {
    { "city", where->name },
    { "district", clinch_sample_pick (&where->districts, &self->random) },
    { "road", clinch_sample_pick (&self->words->roads, &self->random) },
    { "n", number },
  };

  return clinch_sample_expand (self->words->address, slots, G_N_ELEMENTS (slots));
}

/* Numbers that nobody has: 0000 behind a Chinese prefix, 555-01xx in North America. */
static char *
make_phone (ClinchSample *self,
            guint         city,
            gboolean      mobile)
{
  static const char prefixes[][4] = { "130", "135", "138", "139", "150", "158", "186", "188",
                                      "189" };
  const char *code = self->words->cities[city].code;
  int number = clinch_sample_random_below (&self->random, 10000);

  if (!self->words->surname_first)
    return g_strdup_printf ("+1 %s-555-01%02d", code, number % 100);
  if (mobile)
    return g_strdup_printf ("%s0000%04d",
                            prefixes[clinch_sample_random_below (&self->random,
                                                                 G_N_ELEMENTS (prefixes))], number);

  return g_strdup_printf ("%s-0000%04d", code, number);
}

static void
fill_size (ClinchSample *self,
           ClinchRow    *row)
{
  /* Two digits and zeros, as such figures are known. */
  int unit = clinch_sample_random_chance (&self->random, 40) ? 100 : 10;
  gint64 employees = clinch_sample_random_between (&self->random, 10, 99) * unit;
  gint64 each = clinch_sample_random_between (&self->random, 4, 14);

  clinch_row_set_int (row, CLINCH_CUSTOMER_EMPLOYEES, employees);
  clinch_row_set_int (row, CLINCH_CUSTOMER_REVENUE,
                      employees * each * 10 * self->words->amount_unit * 100);
  clinch_row_set_int (row, CLINCH_CUSTOMER_FOUNDED,
                      clinch_sample_random_between (&self->random, 1984, 2021));
}

static char *
make_host (const ClinchSampleCustomer *customer)
{
  g_autofree char *brand = clinch_sample_names_latin (customer->company.brand, FALSE);

  /* The name that is kept for examples; it leads nowhere. */
  return g_strdup_printf ("%s.example", brand);
}

static void
choose_company (ClinchSample         *self,
                ClinchSampleCustomer *customer,
                guint                 index,
                ClinchSampleCustomer *parent)
{
  const ClinchSampleAnchor *anchor = &self->words->anchor;

  if (self->unit == 0 && index == 0)
    {
      customer->industry = anchor->industry;
      customer->company.name = g_strdup (anchor->name);
      customer->company.short_name = g_strdup (anchor->short_name);
      customer->company.brand = g_strdup (anchor->short_name);
      customer->company.city = anchor->city;
      customer->seller = 0;
      return;
    }

  customer->industry = parent != NULL ? parent->industry : index % self->words->n_industries;
  clinch_sample_names_company (self->names, &self->random, customer->industry,
                               parent != NULL ? parent->company.brand : NULL, &customer->company);
  customer->seller = index % CLINCH_SAMPLE_SELLERS;
}

static gboolean
add_customer (ClinchSample          *self,
              ClinchSampleCustomer  *customer,
              gboolean               is_anchor,
              gint64                 parent,
              GError               **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CUSTOMER);
  const ClinchSampleWords *words = self->words;
  g_autofree char *address = make_address (self, customer->company.city);
  g_autofree char *phone = make_phone (self, customer->company.city, FALSE);
  g_autofree char *host = make_host (customer);
  g_autofree char *website = g_strdup_printf ("https://www.%s", host);

  customer->source = clinch_sample_pick (&words->sources, &self->random);
  customer->created_at = self->now - clinch_sample_random_between (&self->random, 365,
                                                                   1100) * CLINCH_SAMPLE_DAY;
  customer->created_at = clinch_sample_work_time (self, customer->created_at);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_NAME, customer->company.name);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_SHORT_NAME, customer->company.short_name);
  clinch_row_set_int (row, CLINCH_CUSTOMER_OWNER, self->team->sellers[customer->seller].id);
  customer->quality = is_anchor ? 96 : pick_quality (self);
  customer->corner = corner_of (customer - self->customers);
  set_grade (self, customer - self->customers, row);
  if (parent != 0)
    clinch_row_set_int (row, CLINCH_CUSTOMER_PARENT, parent);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_INDUSTRY,
                          words->industries[customer->industry].name);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_REGION,
                          words->cities[customer->company.city].region);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_ADDRESS, address);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_PHONE, phone);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_WEBSITE, website);
  fill_size (self, row);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_CURRENCY, words->currency);
  clinch_sample_set_text (row, CLINCH_CUSTOMER_SOURCE, customer->source);
  if (clinch_sample_random_chance (&self->random, 45))
    clinch_sample_set_text (row, CLINCH_CUSTOMER_NOTE,
                            clinch_sample_pick (&words->customer_notes, &self->random));
  row->created_at = customer->created_at;
  customer->id = clinch_sample_insert (self, row, error);

  return customer->id != 0;
}

/* 王建国, 信息化总经理 is 王总 to everybody. */
static char *
make_called (ClinchSample             *self,
             const ClinchSamplePerson *person,
             const char               *title)
{
  const ClinchSampleWords *words = self->words;

  if (!words->surname_first)
    return g_strdup (person->name);

  for (guint i = 0; i < words->titles.n; i++)
    if (strstr (title, words->titles.items[i]) != NULL)
      return g_strconcat (person->surname, words->forms_of_address.items[i], NULL);

  return g_strconcat (person->surname, words->address_else, NULL);
}

/* Of every third person; of half of those nobody knows the year. Some are in these days. */
static void
set_birthday (ClinchSample *self,
              ClinchRow    *row)
{
  ClinchSampleRandom *random = &self->birthdays;
  gboolean is_known = clinch_sample_random_chance (random, 33);
  gboolean is_soon = clinch_sample_random_chance (random, 15);
  guint32 day = self->today + clinch_sample_random_below (random, is_soon ? 10 : 365);
  int year = clinch_sample_random_between (random, 1966, 1998);
  char date[CLINCH_DATE_SIZE];
  g_autofree char *birthday = NULL;

  clinch_date_from_days (day, date);
  birthday = clinch_sample_random_chance (random, 50) ? g_strdup_printf ("-%s", date + 4)
             : g_strdup_printf ("%d%s", year, date + 4);
  if (is_known && clinch_birthday_is_valid (birthday))
    clinch_sample_set_text (row, CLINCH_CONTACT_BIRTHDAY, birthday);
}

gboolean
clinch_sample_add_contact (ClinchSample              *self,
                           ClinchSampleCustomer      *customer,
                           const ClinchSamplePerson  *person,
                           const ClinchSampleSeat    *seat,
                           GError                   **error)
{
  ClinchSampleContact *contact = &customer->contacts[customer->n_contacts];
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CONTACT);
  g_autofree char *given = clinch_sample_names_latin (person->given, FALSE);
  g_autofree char *surname = clinch_sample_names_latin (person->surname, TRUE);
  g_autofree char *host = make_host (customer);
  g_autofree char *mail = g_strdup_printf ("%s.%s@%s", given, surname, host);
  g_autofree char *mobile = make_phone (self, customer->company.city, TRUE);

  g_assert (customer->n_contacts < CLINCH_SAMPLE_MAX_CONTACTS);
  clinch_sample_set_text (row, CLINCH_CONTACT_NAME, person->name);
  clinch_row_set_int (row, CLINCH_CONTACT_CUSTOMER, customer->id);
  clinch_sample_set_text (row, CLINCH_CONTACT_TITLE, seat->title);
  clinch_sample_set_text (row, CLINCH_CONTACT_DEPARTMENT, seat->department);
  clinch_sample_set_text (row, CLINCH_CONTACT_LEVEL, seat->level);
  clinch_sample_set_text (row, CLINCH_CONTACT_MOBILE, mobile);
  clinch_sample_set_text (row, CLINCH_CONTACT_EMAIL, mail);
  if (self->words->surname_first && clinch_sample_random_chance (&self->random, 60))
    {
      g_autofree char *wechat = g_strdup_printf ("%s_%s%02u", surname, given,
                                                 clinch_sample_random_below (&self->random, 100));

      clinch_sample_set_text (row, CLINCH_CONTACT_WECHAT, wechat);
    }
  if (clinch_sample_random_chance (&self->random, 15))
    clinch_sample_set_text (row, CLINCH_CONTACT_NOTE,
                            clinch_sample_pick (&self->words->contact_notes, &self->random));
  set_birthday (self, row);
  row->created_at = customer->created_at;
  contact->id = clinch_sample_insert (self, row, error);
  if (contact->id == 0)
    return FALSE;

  contact->called = make_called (self, person, seat->title);
  contact->department = g_strdup (seat->department);
  contact->post = seat->post;
  customer->n_contacts++;

  return TRUE;
}

static gboolean
add_anchor_contacts (ClinchSample          *self,
                     ClinchSampleCustomer  *customer,
                     GError               **error)
{
  const ClinchSampleAnchor *anchor = &self->words->anchor;

  for (guint i = 0; i < G_N_ELEMENTS (anchor->contacts); i++)
    {
      g_auto(ClinchSamplePerson) person = { 0 };
      ClinchSampleSeat seat = { anchor->contacts[i].title, anchor->contacts[i].department, NULL,
                                i };

      clinch_sample_names_parse (self->names, anchor->contacts[i].name, &person);
      if (!clinch_sample_add_contact (self, customer, &person, &seat, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_contacts (ClinchSample          *self,
              ClinchSampleCustomer  *customer,
              GError               **error)
{
  const ClinchSampleIndustry *industry = &self->words->industries[customer->industry];
  guint n_contacts = 1 + clinch_sample_random_below (&self->random, CLINCH_SAMPLE_FIRST_CONTACTS);
  guint first = clinch_sample_random_below (&self->random, industry->titles.n);

  for (guint i = 0; i < n_contacts; i++)
    {
      g_auto(ClinchSamplePerson) person = { 0 };
      /* A stride that meets each title once. */
      guint title = (first + i * 3) % industry->titles.n;
      ClinchSampleSeat seat = {
        industry->titles.items[title], industry->departments.items[title],
        customer->corner != CLINCH_SAMPLE_UNMAPPED ? industry->posts.items[title].level : NULL,
        title
      };

      clinch_sample_names_person (self->names, &self->random, &person);
      if (!clinch_sample_add_contact (self, customer, &person, &seat, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinch_sample_add_customers (ClinchSample  *self,
                             GError       **error)
{
  for (guint i = 0; i < CLINCH_SAMPLE_CUSTOMERS; i++)
    {
      ClinchSampleCustomer *customer = &self->customers[i];
      ClinchSampleCustomer *parent = NULL;
      gboolean is_anchor = self->unit == 0 && i == 0;

      if (i % SUBSIDIARY_EVERY == SUBSIDIARY_EVERY - 1)
        parent = &self->customers[1 + clinch_sample_random_below (&self->random, i - 1)];
      choose_company (self, customer, i, parent);
      if (!add_customer (self, customer, is_anchor, parent != NULL ? parent->id : 0, error))
        return FALSE;
      if (is_anchor ? !add_anchor_contacts (self, customer, error)
          : !add_contacts (self, customer, error))
        return FALSE;
    }

  return TRUE;
}

void
clinch_sample_clear_customers (ClinchSample *self)
{
  for (guint i = 0; i < CLINCH_SAMPLE_CUSTOMERS; i++)
    {
      ClinchSampleCustomer *customer = &self->customers[i];

      clinch_sample_company_clear (&customer->company);
      for (guint j = 0; j < customer->n_contacts; j++)
        {
          g_free (customer->contacts[j].called);
          g_free (customer->contacts[j].department);
        }
      *customer = (ClinchSampleCustomer) { 0 };
    }
}
