// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-profile-operations.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>

/* --- Tags */

static gboolean
takes_several (const ClinchRow *dimension)
{
  return g_strcmp0 (clinch_row_text (dimension, CLINCH_DIMENSION_SEVERAL), "yes") == 0;
}

static gboolean
check_dimension (const ClinchRow         *dimension,
                 const ClinchTagRequest  *request,
                 GError                 **error)
{
  const char *name = clinch_row_name (dimension);
  const char *known_by = clinch_row_text (dimension, CLINCH_DIMENSION_KNOWN_BY);
  const char *measure = clinch_choice_label (CLINCH_CHOICE_MEASURE,
                                             clinch_row_text (dimension, CLINCH_DIMENSION_MEASURE));

  if (g_strcmp0 (known_by, "number") == 0)
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 /* Translators: a dimension, and the field of the customer that it follows from. */
                 _("“%1$s” follows from a field of the customer: set “%2$s” instead."), name,
                 measure);
  else if (g_strcmp0 (known_by, "tags") != 0)
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 /* Translators: a dimension, and what it is worked out from. */
                 _("“%1$s” is worked out from records (%2$s) and cannot be set."), name, measure);
  else if (request->n_tags > 1 && !takes_several (dimension))
    g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                 _("“%s” takes one tag at a time."), name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_since (const char  *since,
             const char  *today,
             GError     **error)
{
  if (since == NULL || (clinch_date_is_valid (since) && g_strcmp0 (since, today) <= 0))
    return TRUE;

  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               _("“%s” is not a day up to today, as of which something can be known."), since);
  return FALSE;
}

/* Names the tags, as the label of the step says them. */
static char *
read_tag_names (ClinchDb                *db,
                const ClinchTagRequest  *request,
                GError                 **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (gsize i = 0; i < request->n_tags; i++)
    {
      g_autoptr(ClinchRow) tag = clinch_db_load_row (db, CLINCH_KIND_TAG, request->tags[i], error);

      if (tag == NULL)
        return NULL;
      if (tag->deleted_at != 0
          || clinch_row_int (tag, CLINCH_TAG_DIMENSION) != request->dimension_id)
        {
          g_autofree char *dimension = clinch_db_name_of (db, CLINCH_KIND_DIMENSION,
                                                          request->dimension_id);

          g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                       /* Translators: a tag, a dimension. */
                       _("“%1$s” is no tag of “%2$s”."), clinch_row_name (tag), dimension);
          return NULL;
        }
      /* Translators: between tags in a list. */
      g_string_append_printf (names, "%s%s", i > 0 ? C_("list", ", ") : "", clinch_row_name (tag));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
is_wanted (const ClinchTagRequest *request,
           gint64                  tag_id)
{
  for (gsize i = 0; i < request->n_tags; i++)
    if (request->tags[i] == tag_id)
      return TRUE;

  return FALSE;
}

static void
fill_entry (ClinchTxn               *txn,
            ClinchRow               *row,
            gint64                   tag_id,
            const char              *today,
            const ClinchTagRequest  *request)
{
  gint64 me = clinch_txn_me (txn);

  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_TAG, tag_id);
  clinch_row_set_text (row, CLINCH_CUSTOMER_TAG_SINCE,
                       request->since != NULL ? request->since : today);
  clinch_row_set_text (row, CLINCH_CUSTOMER_TAG_SOURCE, request->source);
  clinch_row_set_text (row, CLINCH_CUSTOMER_TAG_CONFIDENCE, request->confidence);
  clinch_row_set_text (row, CLINCH_CUSTOMER_TAG_NOTE, request->note);
  if (me != 0)
    clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_MEMBER, me);
  else
    clinch_row_set_null (row, CLINCH_CUSTOMER_TAG_MEMBER);
}

/* The entry that becomes the one of @tag_id: of the same tag, or, where only one is taken, any that
 * is there. */
static gint64
find_entry (GPtrArray *entries,
            gint64     tag_id,
            gboolean   several)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const ClinchRow *entry = entries->pdata[i];

      if (!several || clinch_row_int (entry, CLINCH_CUSTOMER_TAG_TAG) == tag_id)
        return entry->id;
    }

  return 0;
}

static gboolean
write_entry (ClinchTxn               *txn,
             gint64                   customer_id,
             gint64                   entry_id,
             gint64                   tag_id,
             const ClinchTagRequest  *request,
             GError                 **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CUSTOMER_TAG);
  char today[CLINCH_DATE_SIZE];

  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
  if (!check_since (request->since, today, error))
    return FALSE;
  fill_entry (txn, row, tag_id, today, request);
  if (entry_id != 0)
    return clinch_txn_update (txn, entry_id, row, error);

  clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_CUSTOMER, customer_id);
  return clinch_txn_insert (txn, row, error) != 0;
}

static gboolean
remove_others (ClinchTxn               *txn,
               GPtrArray               *entries,
               gboolean                 several,
               const ClinchTagRequest  *request,
               GError                 **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const ClinchRow *entry = entries->pdata[i];
      gboolean stays = several ? request->keeps
                                 || is_wanted (request,
                                               clinch_row_int (entry, CLINCH_CUSTOMER_TAG_TAG))
                               : i == 0 && request->n_tags > 0;

      if (!stays && !clinch_txn_delete (txn, CLINCH_KIND_CUSTOMER_TAG, entry->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_tag_action (ClinchTxn               *txn,
                const ClinchRow         *customer,
                const ClinchRow         *dimension,
                const ClinchTagRequest  *request,
                GError                 **error)
{
  g_autofree char *names = read_tag_names (clinch_txn_db (txn), request, error);

  if (names == NULL)
    return FALSE;
  if (!clinch_txn_has_action (txn))
    clinch_txn_set_action (txn, request->n_tags > 0 ? CLINCH_ACTION_TAG : CLINCH_ACTION_CLEAR_TAGS,
                           clinch_row_name (customer), clinch_row_name (dimension), names, NULL);

  return TRUE;
}

static GPtrArray *
load_entries (ClinchDb  *db,
              gint64     customer_id,
              gint64     dimension_id,
              GError   **error)
{
  return clinch_db_load_rows (db, error, CLINCH_KIND_CUSTOMER_TAG,
                              "WHERE customer_id = ? AND deleted_at IS NULL AND tag_id IN"
                              " (SELECT id FROM tag WHERE dimension_id = ?)"
                              " ORDER BY since DESC, id DESC", "ii", customer_id, dimension_id);
}

gboolean
clinch_operation_set_tags (ClinchTxn               *txn,
                           gint64                   customer_id,
                           const ClinchTagRequest  *request,
                           GError                 **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(ClinchRow) customer = NULL;
  g_autoptr(ClinchRow) dimension = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  gboolean several;

  customer = clinch_db_load_row (db, CLINCH_KIND_CUSTOMER, customer_id, error);
  if (customer == NULL)
    return FALSE;
  dimension = clinch_db_load_row (db, CLINCH_KIND_DIMENSION, request->dimension_id, error);
  if (dimension == NULL || !check_dimension (dimension, request, error)
      || !set_tag_action (txn, customer, dimension, request, error))
    return FALSE;
  several = takes_several (dimension);
  entries = load_entries (db, customer_id, request->dimension_id, error);
  if (entries == NULL || !remove_others (txn, entries, several, request, error))
    return FALSE;
  for (gsize i = 0; i < request->n_tags; i++)
    if (!write_entry (txn, customer_id, find_entry (entries, request->tags[i], several),
                      request->tags[i], request, error))
      return FALSE;

  return TRUE;
}

static gboolean
confirm_entry (ClinchTxn        *txn,
               const ClinchRow  *entry,
               const char       *today,
               GError          **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CUSTOMER_TAG);

  clinch_row_set_text (row, CLINCH_CUSTOMER_TAG_SINCE, today);
  if (clinch_txn_me (txn) != 0)
    clinch_row_set_int (row, CLINCH_CUSTOMER_TAG_MEMBER, clinch_txn_me (txn));

  return clinch_txn_update (txn, entry->id, row, error);
}

gboolean
clinch_operation_confirm_tags (ClinchTxn  *txn,
                               gint64      customer_id,
                               gint64      dimension_id,
                               GError    **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autofree char *customer = clinch_db_name_of (db, CLINCH_KIND_CUSTOMER, customer_id);
  g_autofree char *dimension = clinch_db_name_of (db, CLINCH_KIND_DIMENSION, dimension_id);
  g_autoptr(GPtrArray) entries = load_entries (db, customer_id, dimension_id, error);
  char today[CLINCH_DATE_SIZE];

  if (entries == NULL)
    return FALSE;
  if (entries->len == 0)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   /* Translators: a dimension, a customer. */
                   _("Nothing is known of “%1$s” of “%2$s” that could be confirmed."), dimension,
                   customer);
      return FALSE;
    }

  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
  if (!clinch_txn_has_action (txn))
    clinch_txn_set_action (txn, CLINCH_ACTION_CONFIRM_TAGS, customer, dimension, NULL);
  for (guint i = 0; i < entries->len; i++)
    if (!confirm_entry (txn, entries->pdata[i], today, error))
      return FALSE;

  return TRUE;
}

/* --- Grades */

static gboolean
needs_no_reason (const ClinchRow *customer,
                 const ClinchRow *changes)
{
  const char *by_profile = clinch_row_text (customer, CLINCH_CUSTOMER_AUTO_GRADE);
  const char *grade = clinch_row_text (changes, CLINCH_CUSTOMER_GRADE);

  return grade == NULL
         || (g_strcmp0 (grade, by_profile) == 0
             && clinch_row_is_null (changes, CLINCH_CUSTOMER_GRADE_REASON));
}

ClinchRow *
clinch_operation_settle_grade (ClinchTxn        *txn,
                               gint64            customer_id,
                               const ClinchRow  *changes,
                               GError          **error)
{
  g_autoptr(ClinchRow) customer = NULL;
  g_autoptr(ClinchRow) settled = clinch_row_copy (changes);
  const char *by_profile;
  gboolean has_reason;

  if (!clinch_row_has (changes, CLINCH_CUSTOMER_GRADE))
    return g_steal_pointer (&settled);
  customer = clinch_db_load_row (clinch_txn_db (txn), CLINCH_KIND_CUSTOMER, customer_id, error);
  if (customer == NULL)
    return NULL;

  by_profile = clinch_row_text (customer, CLINCH_CUSTOMER_AUTO_GRADE);
  has_reason = !clinch_row_is_null (clinch_row_has (changes, CLINCH_CUSTOMER_GRADE_REASON)
                                      ? changes : customer, CLINCH_CUSTOMER_GRADE_REASON);
  if (needs_no_reason (customer, changes))
    {
      clinch_row_set_text (settled, CLINCH_CUSTOMER_GRADE, by_profile);
      clinch_row_set_null (settled, CLINCH_CUSTOMER_GRADE_REASON);
    }
  else if (by_profile != NULL && !has_reason)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NEEDS_REASON,
                   /* Translators: a customer, a grade, a field (Why This Grade). */
                   _("The profile of “%1$s” gives grade %2$s. Another one needs a reason: fill in "
                     "“%3$s” as well."), clinch_row_name (customer),
                   clinch_choice_label (CLINCH_CHOICE_GRADE, by_profile),
                   clinch_field_label (clinch_kind_field (CLINCH_KIND_CUSTOMER,
                                                          CLINCH_CUSTOMER_GRADE_REASON)));
      return NULL;
    }

  return g_steal_pointer (&settled);
}

gboolean
clinch_operation_set_grade (ClinchTxn   *txn,
                            gint64       customer_id,
                            const char  *grade,
                            const char  *reason,
                            GError     **error)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_CUSTOMER);
  g_autoptr(ClinchRow) settled = NULL;

  clinch_row_set_text (changes, CLINCH_CUSTOMER_GRADE, grade);
  clinch_row_set_text (changes, CLINCH_CUSTOMER_GRADE_REASON, reason);
  settled = clinch_operation_settle_grade (txn, customer_id, changes, error);
  if (settled == NULL)
    return FALSE;
  if (!clinch_txn_has_action (txn))
    {
      g_autofree char *name = clinch_db_name_of (clinch_txn_db (txn), CLINCH_KIND_CUSTOMER,
                                                 customer_id);

      clinch_txn_set_action (txn, grade != NULL ? CLINCH_ACTION_GRADE : CLINCH_ACTION_AUTO_GRADE,
                             name, grade, NULL);
    }

  return clinch_txn_update (txn, customer_id, settled, error);
}
