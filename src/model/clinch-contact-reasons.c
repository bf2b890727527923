// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-contact-reasons.h"

#include "clinch-chain-people.h"
#include "clinch-clock.h"
#include "clinch-contact-touches.h"
#include "clinch-materials.h"

#include <glib/gi18n-lib.h>

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

typedef void (*RowFunc) (Reading         *self,
                         ClinchStatement *row);

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
  g_strlcpy (item->reason.due_on, due_on, sizeof item->reason.due_on);
  item->pressing = clinch_reason_pressing (&item->reason, self->today);
  item->record_id = record_id;
  item->customer = g_strdup (customer->name);
  item->text = text;
  g_ptr_array_add (self->found, item);
}

/* Calls @func for each row of @sql, whose first parameter is the customers and whose second, if it
 * has one, @date. */
static gboolean
read_rows (Reading     *self,
           const char  *sql,
           const char  *date,
           RowFunc      func,
           GError     **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (self->db, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, self->ids);
  if (date != NULL)
    clinch_statement_bind_text (statement, 2, date);
  while (clinch_statement_step (statement, &has_row, error) && has_row)
    func (self, statement);

  return !has_row;
}

/* --- Who has not heard from us */

static void
read_customer (Reading         *self,
               ClinchStatement *row)
{
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
read_event (Reading         *self,
            ClinchStatement *row)
{
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
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT p.id, p.customer_id, p.name, f.happened_at"
                         " FROM contact AS p JOIN follow_up AS f ON f.contact_id = p.id"
                         " WHERE p.customer_id IN " THESE " AND p.deleted_at IS NULL"
                         "  AND p.known IS NOT 'no' AND f.deleted_at IS NULL AND f.type <> 'note'"
                         "  AND f.happened_at BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT
                         " ORDER BY p.id",
                         self->now - (gint64) CLINCH_CHAIN_EVENT_DAYS * DAY, self->now);
  if (!read_rows (self,
                  "SELECT c.id, c.name, c.priority, c.last_contact_at,"
                  " (SELECT r.cadence_days FROM grade_rule AS r WHERE r.grade = c.grade"
                  "  AND r.deleted_at IS NULL ORDER BY r.id LIMIT 1)"
                  " FROM customer AS c WHERE c.id IN " THESE, NULL, read_customer, error)
      || !read_rows (self, sql, NULL, read_event, error))
    return FALSE;
  end_contact (self);

  return TRUE;
}

/* --- What is due there */

static void
read_objective (Reading         *self,
                ClinchStatement *row)
{
  const char *due = clinch_statement_text (row, 3);
  g_autofree char *day = clinch_date_format (due, self->today);

  add_item (self, CLINCH_REASON_OBJECTIVE, clinch_statement_int (row, 0),
            clinch_statement_int (row, 1), due, 0,
            /* Translators: what we want to reach at a customer, a day. */
            g_strdup_printf (_("The objective “%1$s” is due: %2$s"),
                             clinch_statement_text (row, 2), day));
}

static void
read_recheck (Reading         *self,
              ClinchStatement *row)
{
  const char *due = clinch_statement_text (row, 4);
  g_autofree char *day = clinch_date_format (due, self->today);

  add_item (self, CLINCH_REASON_RECHECK, clinch_statement_int (row, 0),
            clinch_statement_int (row, 1), due, 0,
            /* Translators: something we sell, a unit of the customer, a day that has come. */
            g_strdup_printf (_("“%1$s” for %2$s was blocked; it was to be looked at again: %3$s"),
                             clinch_statement_text (row, 2), clinch_statement_text (row, 3), day));
}

static void
read_material (Reading         *self,
               ClinchStatement *row)
{
  const char *since = clinch_statement_text (row, 3);
  g_autofree char *day = clinch_date_format (since, self->today);

  add_item (self, CLINCH_REASON_MATERIAL, clinch_statement_int (row, 0),
            clinch_statement_int (row, 1), since, 0,
            /* Translators: title of some material, a day. */
            g_strdup_printf (_("“%1$s” (%2$s) suits them and was not shared yet"),
                             clinch_statement_text (row, 2), day));
}

static void
read_stale (Reading         *self,
            ClinchStatement *row)
{
  const char *since = clinch_statement_text (row, 3);
  g_autofree char *day = clinch_date_format (since, self->today);

  add_item (self, CLINCH_REASON_STALE, clinch_statement_int (row, 0),
            clinch_statement_int (row, 1), since, 0,
            /* Translators: a dimension of the profile, a day. */
            g_strdup_printf (_("“%1$s” in the profile has been out of date since %2$s"),
                             clinch_statement_text (row, 2), day));
}

static gboolean
read_due (Reading  *self,
          GError  **error)
{
  char ahead[CLINCH_DATE_SIZE];
  char old[CLINCH_DATE_SIZE];

  clinch_date_add_days (self->today, CLINCH_REASON_AHEAD_DAYS, ahead);
  clinch_date_add_days (self->today, -CLINCH_REASON_NEW_DAYS, old);

  return read_rows (self,
                    "SELECT customer_id, id, name, due FROM objective WHERE customer_id IN " THESE
                    " AND deleted_at IS NULL AND state = 'open' AND due <= ?2",
                    ahead, read_objective, error)
         && read_rows (self,
                       "SELECT customer_id, id, offering, unit, recheck FROM whitespace"
                       " WHERE customer_id IN " THESE " AND deleted_at IS NULL"
                       "  AND state = 'blocked' AND recheck <= ?2",
                       self->today, read_recheck, error)
         && read_rows (self,
                       "SELECT c.id, m.id, m.name, max (m.since) FROM customer AS c"
                       " JOIN material AS m ON m.deleted_at IS NULL AND m.since > ?2"
                       "  AND " CLINCH_MATERIAL_IS_ABOUT
                       " WHERE c.id IN " THESE " AND NOT EXISTS (SELECT 1 FROM follow_up AS f"
                       "  WHERE f.material_id = m.id AND f.customer_id = c.id"
                       "  AND f.deleted_at IS NULL) GROUP BY c.id",
                       old, read_material, error)
         /* As clinch_profile_age() has it. */
         && read_rows (self,
                       "SELECT e.customer_id, d.id, d.name,"
                       " date (max (e.since), (d.half_life_days + 1) || ' days') AS stale_on"
                       " FROM customer_tag AS e JOIN tag AS g ON g.id = e.tag_id"
                       " JOIN dimension AS d ON d.id = g.dimension_id"
                       " WHERE e.customer_id IN " THESE " AND e.deleted_at IS NULL"
                       "  AND d.deleted_at IS NULL AND d.retired IS NOT 'yes'"
                       "  AND d.known_by = 'tags' AND d.half_life_days > 0"
                       " GROUP BY e.customer_id, d.id HAVING stale_on <= ?2",
                       self->today, read_stale, error);
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
  if (!read_touches (&reading, error) || !read_due (&reading, error))
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
