// SPDX-License-Identifier: GPL-3.0-or-later
//
// Probable duplicates among all records. Each thing that two records may have in common is one pass
// over them, with one table of what was met so far; of several with the same key each makes a pair
// with the oldest. So a hundred records of one name are 99 pairs, to be merged one by one.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-duplicate-pairs.h"

#include "clinch-match.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Companies of one core in so many places are told apart; more are not looked at. */
#define MAX_PLACES 16

/* Shorter numbers are extensions. */
#define MIN_DIGITS 7

/* The digits that tell numbers apart, with or without country code. */
#define LAST_DIGITS 11

/* Two names of two characters sound the same too often. */
#define MIN_SOUND_CHARS 3

/* Makes the key of a row; NULL for none. @qualifier, where it is set, keeps apart rows of one key
 * with two different ones. */
typedef char *(*KeyFunc) (ClinchStatement  *row,
                          const char      **qualifier);

typedef struct
{
  ClinchDuplicateReasons reasons;
  const char *sql; /* id, then what the key is made of */
  KeyFunc key;
} Pass;

/* A record that was met. */
typedef struct
{
  gint64 id;
  const char *qualifier; /* a constant */
} Met;

typedef struct
{
  ClinchDb *db;
  GHashTable *found; /* ClinchDuplicatePair to itself */
} Search;

static guint
hash_pair (gconstpointer data)
{
  const ClinchDuplicatePair *pair = data;

  return g_int64_hash (&pair->first_id) * 31 + g_int64_hash (&pair->second_id);
}

static gboolean
equal_pairs (gconstpointer a,
             gconstpointer b)
{
  const ClinchDuplicatePair *first = a;
  const ClinchDuplicatePair *second = b;

  return first->first_id == second->first_id && first->second_id == second->second_id;
}

static char *
company_name_key (ClinchStatement  *row,
                  const char      **qualifier)
{
  return g_strdup (clinch_statement_text (row, 1));
}

static char *
company_core_key (ClinchStatement  *row,
                  const char      **qualifier)
{
  return clinch_company_core (clinch_statement_text (row, 1), qualifier);
}

static char *
company_sound_key (ClinchStatement  *row,
                   const char      **qualifier)
{
  g_autofree char *core = clinch_company_core (clinch_statement_text (row, 1), qualifier);

  return g_utf8_strlen (core, -1) >= MIN_SOUND_CHARS ? clinch_name_sound (core) : NULL;
}

static char *
number_key (const char *number)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *p = number != NULL ? number : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        g_string_append_c (digits, '0' + digit);
    }
  if (digits->len < MIN_DIGITS)
    return NULL;
  if (digits->len > LAST_DIGITS)
    g_string_erase (digits, 0, digits->len - LAST_DIGITS);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static char *
phone_key (ClinchStatement  *row,
           const char      **qualifier)
{
  return number_key (clinch_statement_text (row, 1));
}

static char *
folded_key (ClinchStatement  *row,
            const char      **qualifier)
{
  g_autofree char *folded = clinch_text_fold (clinch_statement_text (row, 1));

  g_strstrip (folded);
  return *folded != '\0' ? g_steal_pointer (&folded) : NULL;
}

static char *
website_key (ClinchStatement  *row,
             const char      **qualifier)
{
  g_autofree char *folded = folded_key (row, qualifier);
  const char *host = folded;

  if (host == NULL)
    return NULL;
  if (strstr (host, "://") != NULL)
    host = strstr (host, "://") + 3;
  if (g_str_has_prefix (host, "www."))
    host += 4;

  return g_strndup (host, strcspn (host, "/?#"));
}

/* Columns: name, then what must be the same besides. */
static char *
person_key_with (ClinchStatement *row,
                 const char      *what)
{
  g_autofree char *name = clinch_person_key (clinch_statement_text (row, 1));

  return *name != '\0' && what != NULL ? g_strconcat (name, "\n", what, NULL) : NULL;
}

static char *
person_customer_key (ClinchStatement  *row,
                     const char      **qualifier)
{
  const char *company = clinch_statement_text (row, 2);

  return person_key_with (row, company);
}

static char *
person_phone_key (ClinchStatement  *row,
                  const char      **qualifier)
{
  g_autofree char *number = number_key (clinch_statement_text (row, 2));

  return person_key_with (row, number);
}

static char *
person_sound_key (ClinchStatement  *row,
                  const char      **qualifier)
{
  g_autofree char *name = clinch_person_key (clinch_statement_text (row, 1));
  g_autofree char *sound = clinch_name_sound (name);

  return sound != NULL
         ? g_strconcat (sound, "\n", clinch_statement_text (row, 2), NULL) : NULL;
}

/* clang-format off */
#define CUSTOMERS(column) \
  "SELECT id, " column " FROM customer WHERE deleted_at IS NULL AND " column " IS NOT NULL ORDER BY id"
#define CONTACTS(column) \
  "SELECT id, " column " FROM contact WHERE deleted_at IS NULL AND " column " IS NOT NULL ORDER BY id"
#define PEOPLE(column) \
  "SELECT c.id, c.name, " column " FROM contact AS c JOIN customer AS k ON k.id = c.customer_id" \
  " WHERE c.deleted_at IS NULL AND " column " IS NOT NULL ORDER BY c.id"

static const Pass customer_passes[] = {
  { CLINCH_DUPLICATE_NAME, CUSTOMERS ("company_key"), company_name_key },
  { CLINCH_DUPLICATE_CORE, CUSTOMERS ("name"), company_core_key },
  { CLINCH_DUPLICATE_SOUND, CUSTOMERS ("name"), company_sound_key },
  { CLINCH_DUPLICATE_PHONE, CUSTOMERS ("phone"), phone_key },
  { CLINCH_DUPLICATE_WEBSITE, CUSTOMERS ("website"), website_key },
};

static const Pass contact_passes[] = {
  { CLINCH_DUPLICATE_NAME | CLINCH_DUPLICATE_COMPANY, PEOPLE ("k.company_key"), person_customer_key },
  { CLINCH_DUPLICATE_NAME | CLINCH_DUPLICATE_PHONE, PEOPLE ("c.phone"), person_phone_key },
  { CLINCH_DUPLICATE_SOUND | CLINCH_DUPLICATE_COMPANY, PEOPLE ("c.customer_id"), person_sound_key },
  { CLINCH_DUPLICATE_PHONE, CONTACTS ("mobile"), phone_key },
  { CLINCH_DUPLICATE_EMAIL, CONTACTS ("email"), folded_key },
  { CLINCH_DUPLICATE_WECHAT, CONTACTS ("wechat"), folded_key },
};
/* clang-format on */

static void
add_pair (Search                 *self,
          gint64                  first_id,
          gint64                  second_id,
          ClinchDuplicateReasons  reasons)
{
  ClinchDuplicatePair wanted = { first_id, second_id, reasons };
  ClinchDuplicatePair *pair = g_hash_table_lookup (self->found, &wanted);

  if (pair != NULL)
    pair->reasons |= reasons;
  else
    g_hash_table_add (self->found, g_memdup2 (&wanted, sizeof wanted));
}

static gboolean
can_be_one (const char *a,
            const char *b)
{
  return a == NULL || b == NULL || g_str_equal (a, b);
}

/* Takes @key. */
static void
meet (Search                 *self,
      GHashTable             *met_by_key,
      gint64                  id,
      char                   *key,
      const char             *qualifier,
      ClinchDuplicateReasons  reasons)
{
  GArray *group = g_hash_table_lookup (met_by_key, key);
  Met met = { id, qualifier };

  if (group == NULL)
    {
      group = g_array_new (FALSE, FALSE, sizeof (Met));
      g_hash_table_insert (met_by_key, key, group);
    }
  else
    {
      g_free (key);
    }
  for (guint i = 0; i < group->len; i++)
    {
      const Met *other = &g_array_index (group, Met, i);

      if (!can_be_one (other->qualifier, qualifier))
        continue;
      add_pair (self, other->id, id, reasons);
      return;
    }
  if (group->len < MAX_PLACES)
    g_array_append_val (group, met);
}

static gboolean
run_pass (Search      *self,
          const Pass  *pass,
          GError     **error)
{
  g_autoptr(GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                     (GDestroyNotify) g_array_unref);
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (self->db, pass->sql, error);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      const char *qualifier = NULL;
      char *key;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      key = pass->key (statement, &qualifier);
      if (key != NULL && *key != '\0')
        meet (self, met, clinch_statement_int (statement, 0), key, qualifier, pass->reasons);
      else
        g_free (key);
    }

  return FALSE;
}

/* How much the reasons together say. */
static int
weigh (ClinchDuplicateReasons reasons)
{
  static const struct
  {
    ClinchDuplicateReasons reason;
    int weight;
  } weights[] = {
    { CLINCH_DUPLICATE_NAME, 5 }, { CLINCH_DUPLICATE_EMAIL, 5 }, { CLINCH_DUPLICATE_WECHAT, 5 },
    { CLINCH_DUPLICATE_PHONE, 4 }, { CLINCH_DUPLICATE_CORE, 3 }, { CLINCH_DUPLICATE_WEBSITE, 3 },
    { CLINCH_DUPLICATE_COMPANY, 2 }, { CLINCH_DUPLICATE_SOUND, 1 },
  };
  int sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    if (reasons & weights[i].reason)
      sum += weights[i].weight;

  return sum;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const ClinchDuplicatePair *first = a;
  const ClinchDuplicatePair *second = b;
  int difference = weigh (second->reasons) - weigh (first->reasons);

  if (difference != 0)
    return difference;
  if (first->first_id != second->first_id)
    return first->first_id < second->first_id ? -1 : 1;

  return (first->second_id > second->second_id) - (first->second_id < second->second_id);
}

static gboolean
is_family (ClinchDb                   *db,
           ClinchKind                  kind,
           const ClinchDuplicatePair  *pair,
           gboolean                   *family,
           GError                    **error)
{
  gint64 id;

  *family = FALSE;
  return kind != CLINCH_KIND_CUSTOMER
         || clinch_db_query_int (db, &id, family, error,
                                 "SELECT id FROM customer WHERE (id = ?1 AND parent_id = ?2)"
                                 " OR (id = ?2 AND parent_id = ?1)", "ii", pair->first_id,
                                 pair->second_id);
}

static GArray *
list_pairs (Search      *self,
            ClinchKind   kind,
            GError     **error)
{
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (ClinchDuplicatePair));
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    {
      gboolean family;

      if (!is_family (self->db, kind, pair, &family, error))
        return NULL;
      if (!family)
        g_array_append_vals (pairs, pair, 1);
    }
  g_array_sort (pairs, compare_pairs);

  return g_steal_pointer (&pairs);
}

GArray *
clinch_find_duplicate_pairs (ClinchDb    *db,
                             ClinchKind   kind,
                             guint        limit,
                             guint       *n_pairs,
                             GError     **error)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full (hash_pair, equal_pairs, g_free, NULL);
  Search self = { db, found };
  const Pass *passes = kind == CLINCH_KIND_CUSTOMER ? customer_passes : contact_passes;
  gsize n_passes = kind == CLINCH_KIND_CUSTOMER ? G_N_ELEMENTS (customer_passes)
                                                : G_N_ELEMENTS (contact_passes);
  g_autoptr(GArray) pairs = NULL;

  g_return_val_if_fail (kind == CLINCH_KIND_CUSTOMER || kind == CLINCH_KIND_CONTACT, NULL);

  for (gsize i = 0; i < n_passes; i++)
    if (!run_pass (&self, &passes[i], error))
      return NULL;
  pairs = list_pairs (&self, kind, error);
  if (pairs == NULL)
    return NULL;
  if (n_pairs != NULL)
    *n_pairs = pairs->len;
  if (pairs->len > limit)
    g_array_set_size (pairs, limit);

  return g_steal_pointer (&pairs);
}

char *
clinch_duplicate_reasons_label (ClinchDuplicateReasons reasons)
{
  static const struct
  {
    ClinchDuplicateReasons reason;
    const char *label;
  } labels[] = {
    { CLINCH_DUPLICATE_NAME, NC_ ("duplicate", "Same name") },
    { CLINCH_DUPLICATE_CORE, NC_ ("duplicate", "Similar name") },
    { CLINCH_DUPLICATE_SOUND, NC_ ("duplicate", "Sounds the same") },
    { CLINCH_DUPLICATE_COMPANY, NC_ ("duplicate", "Same company") },
    { CLINCH_DUPLICATE_PHONE, NC_ ("duplicate", "Same number") },
    { CLINCH_DUPLICATE_EMAIL, NC_ ("duplicate", "Same email") },
    { CLINCH_DUPLICATE_WECHAT, NC_ ("duplicate", "Same WeChat") },
    { CLINCH_DUPLICATE_WEBSITE, NC_ ("duplicate", "Same website") },
  };
  g_autoptr(GString) out = g_string_new (NULL);

  /* Who has the same name has a similar one that sounds the same, which nobody needs to be told. */
  if (reasons & CLINCH_DUPLICATE_NAME)
    reasons &= ~(CLINCH_DUPLICATE_CORE | CLINCH_DUPLICATE_SOUND);
  if (reasons & CLINCH_DUPLICATE_CORE)
    reasons &= ~CLINCH_DUPLICATE_SOUND;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (reasons & labels[i].reason)
      g_string_append_printf (out, "%s%s", out->len > 0 ? C_("duplicate", ", ") : "",
                              g_dpgettext2 (GETTEXT_PACKAGE, "duplicate", labels[i].label));

  return g_string_free (g_steal_pointer (&out), FALSE);
}
