// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-attention-report.h"

#include "clinch-kind.h"

#define DAY (24 * 60 * 60)

/* What is read of a customer, beside what is reported. */
typedef struct
{
  gint64 owner_id;
  gint64 team_id;
  char *team;
  ClinchProfileState state;
} Member;

typedef struct
{
  ClinchAttentionReport *report;
  GArray *members;   /* Member, by customer */
  GHashTable *by_id; /* key of a customer → its place + 1 */
  const char *currency;
  gint64 now;
} Reading;

static void
member_clear (gpointer data)
{
  Member *member = data;

  g_free (member->team);
}

static void
customer_free (gpointer data)
{
  ClinchAttentionCustomer *customer = data;

  g_free (customer->name);
  g_free (customer->owner);
  g_free (customer);
}

static void
share_free (gpointer data)
{
  ClinchAttentionShare *share = data;

  g_free (share->name);
  g_free (share);
}

static void
read_customer (gpointer         data,
               ClinchStatement *row)
{
  Reading *self = data;
  ClinchAttentionCustomer *customer = g_new0 (ClinchAttentionCustomer, 1);
  Member member = { 0 };

  customer->id = clinch_statement_int (row, 0);
  customer->name = g_strdup (clinch_statement_text (row, 1));
  customer->grade = g_intern_string (clinch_statement_text (row, 2));
  customer->owner = g_strdup (clinch_statement_text (row, 3));
  customer->point.value = clinch_statement_int (row, 4);
  customer->open_value = clinch_statement_int (row, 5);
  customer->currency = g_intern_string (clinch_statement_text (row, 6));
  customer->last_contact = clinch_statement_int (row, 7);
  customer->untouched_days = clinch_attention_untouched_days (customer->last_contact,
                                                              clinch_statement_int (row, 8),
                                                              clinch_statement_int (row, 9),
                                                              self->now);
  member.owner_id = clinch_statement_int (row, 10);
  member.team_id = clinch_statement_int (row, 11);
  member.team = g_strdup (clinch_statement_text (row, 12));
  member.state.completeness = clinch_statement_int (row, 13);
  member.state.filled = clinch_statement_int (row, 14);
  g_ptr_array_add (self->report->customers, customer);
  g_array_append_val (self->members, member);
  g_hash_table_insert (self->by_id, &customer->id,
                       GUINT_TO_POINTER (self->report->customers->len));
}

static gboolean
read_customers (Reading   *self,
                ClinchDb  *db,
                GError   **error)
{
  return clinch_db_each (db, read_customer, self, error,
                         "SELECT c.id, c.name, c.grade, m.name, ifnull (c.priority, 0),"
                         "  ifnull (c.open_value, 0), c.currency, ifnull (c.last_contact_at, 0),"
                         "  c.created_at, ifnull (g.silent_days, 0), ifnull (c.owner_id, 0),"
                         "  ifnull (m.team_id, 0), t.name, ifnull (c.completeness, 0),"
                         "  ifnull (c.filled, 0)"
                         " FROM customer AS c LEFT JOIN member AS m ON m.id = c.owner_id"
                         " LEFT JOIN team AS t ON t.id = m.team_id"
                         " LEFT JOIN grade_rule AS g ON g.grade = c.grade AND g.deleted_at IS NULL"
                         " WHERE c.deleted_at IS NULL ORDER BY c.priority DESC, c.id", "");
}

/* The place of the customer of a row, counted from 1; 0 for one that is not there. */
static guint
place_of (const Reading   *self,
          ClinchStatement *row)
{
  gint64 id = clinch_statement_int (row, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id));
}

static void
read_touch (gpointer         data,
            ClinchStatement *row)
{
  Reading *self = data;
  guint place = place_of (self, row);
  ClinchTouch touch = clinch_touch_from_code (clinch_statement_text (row, 1));
  int count = clinch_statement_int (row, 3);
  ClinchAttentionCustomer *customer;

  if (place == 0 || touch == CLINCH_TOUCH_NOTE)
    return;
  customer = self->report->customers->pdata[place - 1];
  customer->touches += count;
  customer->point.attention += (gint64) count *
                               clinch_attention_minutes (touch, clinch_statement_int (row, 2),
                                                         &clinch_engagement_rates);
}

static gboolean
read_touches (Reading   *self,
              ClinchDb  *db,
              GError   **error)
{
  return clinch_db_each (db, read_touch, self, error,
                         "SELECT customer_id, type, ifnull (duration, 0), count (*) FROM follow_up"
                         " WHERE happened_at > ? AND happened_at <= ? AND deleted_at IS NULL"
                         " GROUP BY customer_id, type, duration", "ii",
                         self->now - (gint64) CLINCH_ATTENTION_DAYS * DAY, self->now);
}

static void
read_stale_one (gpointer         data,
                ClinchStatement *row)
{
  Reading *self = data;
  guint place = place_of (self, row);

  if (place > 0)
    g_array_index (self->members, Member, place - 1).state.stale = clinch_statement_int (row, 1);
}

static gboolean
read_stale (Reading   *self,
            ClinchDb  *db,
            GError   **error)
{
  return clinch_db_each (db, read_stale_one, self, error,
                         "SELECT ct.customer_id, count (DISTINCT d.id) FROM customer_tag AS ct"
                         " JOIN tag AS t ON t.id = ct.tag_id JOIN dimension AS d"
                         " ON d.id = t.dimension_id WHERE ct.deleted_at IS NULL"
                         " AND t.deleted_at IS NULL AND d.deleted_at IS NULL"
                         " AND ifnull (d.half_life_days, 0) > 0"
                         " AND ct.since < date (?, 'unixepoch', '-' || d.half_life_days || ' days')"
                         " GROUP BY ct.customer_id", "i", self->now);
}

static void
find_corners (ClinchAttentionReport *report)
{
  g_autofree ClinchAttentionPoint *points = g_new (ClinchAttentionPoint, report->customers->len);

  for (guint i = 0; i < report->customers->len; i++)
    points[i] = ((ClinchAttentionCustomer *) report->customers->pdata[i])->point;
  report->split = clinch_attention_split (points, report->customers->len);
  for (guint i = 0; i < report->customers->len; i++)
    {
      ClinchAttentionCustomer *customer = report->customers->pdata[i];

      customer->quadrant = clinch_attention_quadrant (&customer->point, &report->split);
      report->n_corner[customer->quadrant]++;
    }
}

/* Which group a customer belongs to, and what that is called. */
typedef gint64 (*GroupOf) (const ClinchAttentionCustomer *customer,
                           const Member                  *member,
                           const char                   **name);

static gint64
grade_of (const ClinchAttentionCustomer *customer,
          const Member                  *member,
          const char                   **name)
{
  int n_grades;
  const ClinchChoiceValue *grades = clinch_choice_values (CLINCH_CHOICE_GRADE, &n_grades);

  *name = customer->grade;
  for (int i = 0; i < n_grades; i++)
    if (g_strcmp0 (customer->grade, grades[i].code) == 0)
      return i + 1;

  return G_MAXINT64;
}

static gint64
owner_of (const ClinchAttentionCustomer *customer,
          const Member                  *member,
          const char                   **name)
{
  *name = customer->owner;
  return member->owner_id;
}

static gint64
team_of (const ClinchAttentionCustomer *customer,
         const Member                  *member,
         const char                   **name)
{
  *name = member->team;
  return member->team_id;
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const ClinchAttentionShare *first = *(ClinchAttentionShare *const *) a;
  const ClinchAttentionShare *second = *(ClinchAttentionShare *const *) b;

  return first->key < second->key ? -1 : first->key > second->key;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const ClinchAttentionShare *first = *(ClinchAttentionShare *const *) a;
  const ClinchAttentionShare *second = *(ClinchAttentionShare *const *) b;

  if (first->name == NULL || second->name == NULL)
    return (first->name == NULL) - (second->name == NULL);

  return g_utf8_collate (first->name, second->name);
}

/* The place of a group among @shares and @states, which has been made if need be. */
static guint
ensure_share (GPtrArray  *shares,
              GPtrArray  *states,
              GHashTable *by_key,
              gint64      key,
              const char *name)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, &key));
  ClinchAttentionShare *share;

  if (place > 0)
    return place - 1;

  share = g_new0 (ClinchAttentionShare, 1);
  share->key = key;
  share->name = g_strdup (name);
  g_ptr_array_add (shares, share);
  g_ptr_array_add (states, g_array_new (FALSE, FALSE, sizeof (ClinchProfileState)));
  g_hash_table_insert (by_key, &share->key, GUINT_TO_POINTER (shares->len));

  return shares->len - 1;
}

static void
rate_shares (GPtrArray *shares)
{
  g_autofree ClinchAttentionGroup *groups = g_new (ClinchAttentionGroup, shares->len);
  g_autofree ClinchAttentionGap *gaps = g_new (ClinchAttentionGap, shares->len);

  for (guint i = 0; i < shares->len; i++)
    groups[i] = ((ClinchAttentionShare *) shares->pdata[i])->group;
  clinch_attention_gap (groups, shares->len, CLINCH_ATTENTION_GAP_POINTS, gaps);
  for (guint i = 0; i < shares->len; i++)
    ((ClinchAttentionShare *) shares->pdata[i])->gap = gaps[i];
}

/* Effort is compared with value, and values only in one currency. */
static gboolean
is_comparable (const Reading                 *self,
               const ClinchAttentionCustomer *customer)
{
  return g_strcmp0 (customer->currency, self->currency) == 0;
}

static GPtrArray *
group (const Reading *self,
       GroupOf        group_of)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (share_free);
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->members->len; i++)
    {
      const ClinchAttentionCustomer *customer = self->report->customers->pdata[i];
      const Member *member = &g_array_index (self->members, Member, i);
      const char *name = NULL;
      gint64 key = group_of (customer, member, &name);
      guint place = ensure_share (shares, states, by_key, key, name);
      ClinchAttentionShare *share = shares->pdata[place];

      if (is_comparable (self, customer))
        {
          share->group.touches += customer->touches;
          share->group.open_value += customer->open_value;
        }
      share->n_neglected += customer->quadrant == CLINCH_QUADRANT_NEGLECTED;
      g_array_append_val ((GArray *) states->pdata[place], member->state);
    }
  for (guint i = 0; i < shares->len; i++)
    {
      GArray *all = states->pdata[i];

      ((ClinchAttentionShare *) shares->pdata[i])->quality =
        clinch_profile_quality ((ClinchProfileState *) all->data, all->len);
    }
  rate_shares (shares);
  g_ptr_array_sort (shares, group_of == grade_of ? compare_shares : compare_names);

  return shares;
}

static void
sum_up (Reading *self)
{
  ClinchAttentionReport *report = self->report;
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (ClinchAttentionGroup));
  g_autoptr(GArray) states = g_array_new (FALSE, FALSE, sizeof (ClinchProfileState));

  for (guint i = 0; i < self->members->len; i++)
    {
      const ClinchAttentionCustomer *customer = report->customers->pdata[i];
      const ClinchAttentionGroup one = { customer->touches, customer->open_value };

      if (is_comparable (self, customer))
        g_array_append_val (groups, one);
      else
        report->n_foreign++;
      g_array_append_val (states, g_array_index (self->members, Member, i).state);
    }
  report->allocation = clinch_attention_allocation ((ClinchAttentionGroup *) groups->data,
                                                    groups->len);
  report->quality = clinch_profile_quality ((ClinchProfileState *) states->data, states->len);
  report->by_grade = group (self, grade_of);
  report->by_owner = group (self, owner_of);
  report->by_team = group (self, team_of);
}

ClinchAttentionReport *
clinch_attention_report_load (ClinchDb    *db,
                              const char  *currency,
                              gint64       now,
                              GError     **error)
{
  g_autoptr(ClinchAttentionReport) report = g_new0 (ClinchAttentionReport, 1);
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Reading reading = { report, members, by_id, currency, now };

  g_return_val_if_fail (db != NULL, NULL);

  g_array_set_clear_func (members, member_clear);
  report->customers = g_ptr_array_new_with_free_func (customer_free);
  if (!read_customers (&reading, db, error) || !read_touches (&reading, db, error)
      || !read_stale (&reading, db, error))
    return NULL;

  find_corners (report);
  sum_up (&reading);

  return g_steal_pointer (&report);
}

void
clinch_attention_report_free (ClinchAttentionReport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->customers, g_ptr_array_unref);
  g_clear_pointer (&self->by_grade, g_ptr_array_unref);
  g_clear_pointer (&self->by_owner, g_ptr_array_unref);
  g_clear_pointer (&self->by_team, g_ptr_array_unref);
  g_free (self);
}
