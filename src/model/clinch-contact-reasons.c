// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-contact-reasons.h"

#include "clinch-birthday.h"
#include "clinch-chain-people.h"
#include "clinch-clock.h"
#include "clinch-contact-touches.h"
#include "clinch-materials.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY (24 * 60 * 60)
#define THESE "(SELECT value FROM json_each (?1))"

typedef struct
{
  char *name;
  int priority;
} Customer;

typedef struct
{
  ClinchDb *db;
  gint64 now;
  char today[CLINCH_DATE_SIZE];
  char *ids;             /* keys of the customers, as JSON */
  GHashTable *customers; /* Customer by key */
  GPtrArray *found;      /* ClinchReasonItem */
  /* The person whose contacts are being read. */
  gint64 contact_id;
  gint64 contact_customer;
  char *contact;
  GArray *instants;
} Reading;

static void
item_free (gpointer data)
{
  ClinchReasonItem *item = data;

  g_free (item->customer);
  g_free (item->text);
  g_free (item);
}

static void
customer_free (gpointer data)
{
  g_free (((Customer *) data)->name);
  g_free (data);
}

/* Takes @text. */
static void
add_item (Reading          *self,
          ClinchReasonKind  kind,
          gint64            customer_id,
          gint64            record_id,
          const char       *due_on,
          int               every_days,
          char             *text)
{
  const Customer *customer = g_hash_table_lookup (self->customers, &customer_id);
  ClinchReasonItem *item = g_new0 (ClinchReasonItem, 1);

  item->reason.kind = kind;
  item->reason.customer = customer_id;
  item->reason.priority = customer->priority;
  item->reason.every_days = every_days;
  if (kind == CLINCH_REASON_BIRTHDAY)
    item->reason.person = record_id;
  g_strlcpy (item->reason.due_on, due_on, sizeof item->reason.due_on);
  item->pressing = clinch_reason_pressing (&item->reason, self->today);
  item->record_id = record_id;
  item->customer = g_strdup (customer->name);
  item->text = text;
  g_ptr_array_add (self->found, item);
}

/* --- Who has not heard from us */

static void
read_customer (gpointer         data,
               ClinchStatement *row)
{
  Reading *self = data;
  const ClinchRhythm nobody = { .silence_days = -1 };
  gint64 id = clinch_statement_int (row, 0);
  Customer *customer = g_new0 (Customer, 1);
  ClinchNextTouch touch = clinch_next_touch (&nobody, clinch_statement_int (row, 3),
                                             (int) clinch_statement_int (row, 4),
                                             clinch_clock_timezone (), self->now);

  customer->name = g_strdup (clinch_statement_text (row, 1));
  /* It is kept in hundredths of a point. */
  customer->priority = (int) CLAMP ((clinch_statement_int (row, 2) + 50) / 100, 0, 100);
  g_hash_table_insert (self->customers, g_memdup2 (&id, sizeof id), customer);
  if (clinch_next_touch_is_due (&touch))
    add_item (self, CLINCH_REASON_TOUCH, id, 0, touch.due_on, touch.every_days,
              clinch_contact_touch_text (&touch, self->today));
}

static void
end_contact (Reading *self)
{
  ClinchRhythm rhythm = clinch_rhythm ((const gint64 *) self->instants->data, self->instants->len,
                                       0, &clinch_rhythm_rule, self->now);
  ClinchNextTouch touch = clinch_next_touch (&rhythm, 0, 0, clinch_clock_timezone (), self->now);

  if (touch.own && clinch_next_touch_is_due (&touch))
    {
      g_autofree char *text = clinch_contact_touch_text (&touch, self->today);

      add_item (self, CLINCH_REASON_TOUCH, self->contact_customer, self->contact_id, touch.due_on,
                touch.every_days,
                /* Translators: name of a person, when they last heard from us. */
                g_strdup_printf (C_("reason", "%1$s: %2$s"), self->contact, text));
    }
  g_array_set_size (self->instants, 0);
}

static void
read_event (gpointer         data,
            ClinchStatement *row)
{
  Reading *self = data;
  gint64 contact_id = clinch_statement_int (row, 0);
  gint64 at = clinch_statement_int (row, 3);

  if (contact_id != self->contact_id)
    {
      end_contact (self);
      self->contact_id = contact_id;
      self->contact_customer = clinch_statement_int (row, 1);
      g_set_str (&self->contact, clinch_statement_text (row, 2));
    }
  g_array_append_val (self->instants, at);
}

static gboolean
read_touches (Reading  *self,
              GError  **error)
{
  if (!clinch_db_each (self->db, read_customer, self, error,
                       "SELECT c.id, c.name, c.priority, c.last_contact_at,"
                       " (SELECT r.cadence_days FROM grade_rule AS r WHERE r.grade = c.grade"
                       "  AND r.deleted_at IS NULL ORDER BY r.id LIMIT 1)"
                       " FROM customer AS c WHERE c.id IN " THESE, "t", self->ids)
      || !clinch_db_each (self->db, read_event, self, error,
                          "SELECT p.id, p.customer_id, p.name, f.happened_at"
                          " FROM contact AS p JOIN follow_up AS f ON f.contact_id = p.id"
                          " WHERE p.customer_id IN " THESE " AND p.deleted_at IS NULL"
                          "  AND p.known IS NOT 'no' AND f.deleted_at IS NULL AND f.type <> 'note'"
                          "  AND f.happened_at BETWEEN ?2 AND ?3 ORDER BY p.id", "tii", self->ids,
                          self->now - (gint64) CLINCH_CHAIN_EVENT_DAYS * DAY, self->now))
    return FALSE;
  end_contact (self);

  return TRUE;
}

/* --- What is due there */

/* What falls due of some kind, while it is read. */
typedef struct
{
  Reading *reading;
  ClinchReasonKind kind;
} Due;

/* @day is when it is or was due, @place what else the statement knows of it. */
static char *
due_text (ClinchReasonKind  kind,
          const char       *name,
          const char       *day,
          const char       *place)
{
  switch (kind)
    {
    case CLINCH_REASON_OBJECTIVE:
      /* Translators: what we want to reach at a customer, a day. */
      return g_strdup_printf (_("The objective “%1$s” is due: %2$s"), name, day);
    case CLINCH_REASON_RECHECK:
      /* Translators: something we sell, a unit of the customer, a day that has come. */
      return g_strdup_printf (_("“%1$s” for %2$s was blocked; it was to be looked at again: %3$s"),
                              name, place, day);
    case CLINCH_REASON_MATERIAL:
      /* Translators: title of some material, a day. */
      return g_strdup_printf (_("“%1$s” (%2$s) suits them and was not shared yet"), name, day);
    case CLINCH_REASON_STALE:
      /* Translators: a dimension of the profile, a day. */
      return g_strdup_printf (_("“%1$s” in the profile has been out of date since %2$s"), name,
                              day);
    case CLINCH_REASON_TOUCH:
    case CLINCH_REASON_BIRTHDAY:
    case CLINCH_N_REASONS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static void
read_due_row (gpointer         data,
              ClinchStatement *row)
{
  const Due *due = data;
  Reading *self = due->reading;
  const char *on = clinch_statement_text (row, 3);
  g_autofree char *day = clinch_date_format (on, self->today);

  add_item (self, due->kind, clinch_statement_int (row, 0), clinch_statement_int (row, 1), on, 0,
            due_text (due->kind, clinch_statement_text (row, 2), day,
                      clinch_statement_text (row, 4)));
}

/* @sql gives customer, record, name, day and place; its parameters are the customers and the day
 * @days from today. */
static gboolean
read_due (Reading           *self,
          ClinchReasonKind   kind,
          int                days,
          const char        *sql,
          GError           **error)
{
  Due due = { self, kind };
  char day[CLINCH_DATE_SIZE];

  clinch_date_add_days (self->today, days, day);

  return clinch_db_each (self->db, read_due_row, &due, error, sql, "tt", self->ids, day);
}

static gboolean
read_dues (Reading  *self,
           GError  **error)
{
  return read_due (self, CLINCH_REASON_OBJECTIVE, CLINCH_REASON_AHEAD_DAYS,
                   "SELECT customer_id, id, name, due, NULL FROM objective"
                   " WHERE customer_id IN " THESE
                   "  AND deleted_at IS NULL AND state = 'open' AND due <= ?2", error)
         && read_due (self, CLINCH_REASON_RECHECK, 0,
                      "SELECT customer_id, id, offering, recheck, unit FROM whitespace"
                      " WHERE customer_id IN " THESE " AND deleted_at IS NULL"
                      "  AND state = 'blocked' AND recheck <= ?2", error)
         && read_due (self, CLINCH_REASON_MATERIAL, -CLINCH_REASON_NEW_DAYS,
                      "SELECT c.id, m.id, m.name, max (m.since), NULL FROM customer AS c"
                      " JOIN material AS m ON m.deleted_at IS NULL AND m.since > ?2"
                      "  AND " CLINCH_MATERIAL_IS_ABOUT
                      " WHERE c.id IN " THESE " AND NOT EXISTS (SELECT 1 FROM follow_up AS f"
                      "  WHERE f.material_id = m.id AND f.customer_id = c.id"
                      "  AND f.deleted_at IS NULL) GROUP BY c.id", error)
         /* As clinch_profile_age() has it. */
         && read_due (self, CLINCH_REASON_STALE, 0,
                      "SELECT e.customer_id, d.id, d.name,"
                      " date (max (e.since), (d.half_life_days + 1) || ' days') AS stale_on, NULL"
                      " FROM customer_tag AS e JOIN tag AS g ON g.id = e.tag_id"
                      " JOIN dimension AS d ON d.id = g.dimension_id"
                      " WHERE e.customer_id IN " THESE " AND e.deleted_at IS NULL"
                      "  AND d.deleted_at IS NULL AND d.retired IS NOT 'yes'"
                      "  AND d.known_by = 'tags' AND d.half_life_days > 0"
                      " GROUP BY e.customer_id, d.id HAVING stale_on <= ?2", error);
}

/* --- Who has a birthday */

static char *
birthday_text (const char *name,
               const char *day,
               const char *today)
{
  g_autofree char *date = clinch_date_format (day, today);
  int days = clinch_date_days_between (today, day);

  if (days == 0)
    /* Translators: name of a person. */
    return g_strdup_printf (_("%s has a birthday today"), name);
  if (days == 1)
    /* Translators: name of a person. */
    return g_strdup_printf (_("%s has a birthday tomorrow"), name);

  /* Translators: name of a person, short name of a weekday, a day. */
  return g_strdup_printf (_("%1$s has a birthday on %2$s, %3$s"), name,
                          clinch_date_weekday_name (day), date);
}

static void
read_birthday (gpointer         data,
               ClinchStatement *row)
{
  Reading *self = data;
  const char *birthday = clinch_statement_text (row, 3);
  char day[CLINCH_DATE_SIZE];

  if (!clinch_birthday_is_valid (birthday))
    return;
  clinch_birthday_next (birthday, self->today, day);
  add_item (self, CLINCH_REASON_BIRTHDAY, clinch_statement_int (row, 0),
            clinch_statement_int (row, 1), day, 0,
            birthday_text (clinch_statement_text (row, 2), day, self->today));
}

/* The days of the year that begin within the days before, as JSON: ["11-23","11-24",…]. */
static char *
join_days (const char *today)
{
  GString *text = g_string_new ("[");

  for (int i = 0; i <= CLINCH_REASON_BIRTHDAY_DAYS; i++)
    {
      char day[CLINCH_DATE_SIZE];
      char leap[CLINCH_DATE_SIZE];

      clinch_date_add_days (today, i, day);
      g_string_append_printf (text, "%s\"%s\"", i > 0 ? "," : "", day + strlen ("2026-"));
      clinch_birthday_next ("--02-29", day, leap);
      if (g_str_equal (leap, day))
        g_string_append (text, ",\"02-29\"");
    }

  return g_string_free (g_string_append_c (text, ']'), FALSE);
}

/* Whoever noted something of them on the day itself has congratulated, in whatever way; being in
 * touch before is not that. */
static gboolean
read_birthdays (Reading  *self,
                GError  **error)
{
  g_autofree char *days = join_days (self->today);

  return clinch_db_each (self->db, read_birthday, self, error,
                         "SELECT p.customer_id, p.id, p.name, p.birthday FROM contact AS p"
                         " WHERE p.customer_id IN " THESE " AND p.deleted_at IS NULL"
                         "  AND p.known IS NOT 'no'"
                         "  AND substr (p.birthday, -5) IN (SELECT value FROM json_each (?2))"
                         "  AND NOT (substr (p.birthday, -5) = substr (?3, -5) AND EXISTS"
                         "   (SELECT 1 FROM follow_up AS f WHERE f.contact_id = p.id"
                         "    AND f.deleted_at IS NULL AND f.happened_at >= ?4))", "ttti", self->ids, days, self->today,
                         clinch_date_to_instant (self->today, 0, clinch_clock_timezone ()));
}

/* --- Together */

static void
clear_reading (Reading *self)
{
  g_free (self->ids);
  g_free (self->contact);
  g_hash_table_unref (self->customers);
  g_ptr_array_unref (self->found);
  g_array_unref (self->instants);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static char *
join_ids (GArray *ids)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));

  return g_string_free (g_string_append_c (text, ']'), FALSE);
}

static GPtrArray *
rank_items (Reading *self)
{
  g_autofree ClinchReason *reasons = g_new (ClinchReason, self->found->len);
  g_autoptr(GArray) places = NULL;
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);

  for (guint i = 0; i < self->found->len; i++)
    reasons[i] = ((ClinchReasonItem *) self->found->pdata[i])->reason;
  places = clinch_reasons_rank (reasons, self->found->len, self->today);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (items,
                     g_steal_pointer (&self->found->pdata[g_array_index (places, guint, i)]));

  return items;
}

static void
maybe_item_free (gpointer data)
{
  if (data != NULL)
    item_free (data);
}

ClinchQuery *
clinch_contact_reasons_query (gint64           owner_id,
                              const ClinchUid *team)
{
  ClinchQuery *query = clinch_query_new (CLINCH_KIND_CUSTOMER);

  clinch_query_set_sort (query, "priority", TRUE);
  if (team != NULL)
    clinch_query_filter_within (query, "owner.team", team, 1);
  else if (owner_id != 0)
    clinch_query_filter_int (query, "owner", CLINCH_FILTER_EQUAL, owner_id);

  return query;
}

ClinchContactReasons *
clinch_contact_reasons_load (ClinchDb           *db,
                             const ClinchQuery  *query,
                             gint64              now,
                             GError            **error)
{
  g_autoptr(GArray) ids = clinch_query_ids (query, db, CLINCH_REASON_CUSTOMERS + 1, error);
  g_auto(Reading) reading = { .db = db, .now = now };
  ClinchContactReasons *reasons;
  gboolean complete;

  reading.customers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, customer_free);
  reading.found = g_ptr_array_new_with_free_func (maybe_item_free);
  reading.instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (ids == NULL)
    return NULL;
  complete = ids->len <= CLINCH_REASON_CUSTOMERS;
  g_array_set_size (ids, MIN (ids->len, CLINCH_REASON_CUSTOMERS));
  reading.ids = join_ids (ids);
  clinch_date_from_instant (now, clinch_clock_timezone (), reading.today);
  if (!read_touches (&reading, error) || !read_dues (&reading, error)
      || !read_birthdays (&reading, error))
    return NULL;

  reasons = g_new0 (ClinchContactReasons, 1);
  reasons->items = rank_items (&reading);
  reasons->n_customers = ids->len;
  reasons->complete = complete;

  return reasons;
}

void
clinch_contact_reasons_free (ClinchContactReasons *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}
