// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known of a customer, set from the command line.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-private.h"
#include "clinch-profile-operations.h"
#include "clinch-resolve.h"
#include "clinch-step-label.h"
#include "clinch-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the arguments say of one dimension. */
typedef struct
{
  gint64 dimension_id;
  GArray *tags;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *self = data;

  g_array_unref (self->tags);
  g_free (self);
}

static gboolean
prepare_tag (ClinchCommandRun  *run,
             GError           **error)
{
  for (guint i = 1; i < run->n_arguments; i++)
    {
      const char *equals = strchr (run->arguments[i], '=');

      if (equals == NULL || equals == run->arguments[i] || equals[1] == '\0')
        {
          clinch_command_usage_error (run, error, _("“%s” is not DIMENSION=TAG."),
                                      run->arguments[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static Wish *
find_wish (GPtrArray *wishes,
           gint64     dimension_id)
{
  Wish *wish;

  for (guint i = 0; i < wishes->len; i++)
    if (((const Wish *) wishes->pdata[i])->dimension_id == dimension_id)
      return wishes->pdata[i];

  wish = g_new0 (Wish, 1);
  wish->dimension_id = dimension_id;
  wish->tags = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (wishes, wish);

  return wish;
}

/* Reads "DIMENSION=TAG", or "DIMENSION" alone for all of its tags. */
static gboolean
read_wish (GPtrArray   *wishes,
           ClinchDb    *db,
           const char  *text,
           GError     **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *dimension = equals != NULL ? g_strndup (text, equals - text) : g_strdup (text);
  gint64 dimension_id;
  gint64 tag_id;
  Wish *wish;

  if (!clinch_resolve (db, CLINCH_KIND_DIMENSION, dimension, &dimension_id, error))
    return FALSE;
  wish = find_wish (wishes, dimension_id);
  if (equals == NULL)
    return TRUE;
  if (!clinch_resolve_within (db, clinch_kind_field (CLINCH_KIND_TAG, CLINCH_TAG_DIMENSION),
                              dimension_id, equals + 1, &tag_id, error))
    return FALSE;
  g_array_append_val (wish->tags, tag_id);

  return TRUE;
}

static GPtrArray *
read_wishes (ClinchCommandRun  *run,
             ClinchDb          *db,
             GError           **error)
{
  g_autoptr(GPtrArray) wishes = g_ptr_array_new_with_free_func (wish_free);

  for (guint i = 1; i < run->n_arguments; i++)
    if (!read_wish (wishes, db, run->arguments[i], error))
      return NULL;

  return g_steal_pointer (&wishes);
}

/* --- Setting */

/* Reads --date and --confidence as an edit would. */
static gboolean
read_entry (ClinchCommandRun  *run,
            ClinchDb          *db,
            ClinchRow         *entry,
            GError           **error)
{
  static const struct
  {
    const char *option;
    int field;
  } options[] = {
    { "date", CLINCH_CUSTOMER_TAG_SINCE },
    { "confidence", CLINCH_CUSTOMER_TAG_CONFIDENCE },
    { "source", CLINCH_CUSTOMER_TAG_SOURCE },
    { "note", CLINCH_CUSTOMER_TAG_NOTE },
  };
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (db);

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (!clinch_value_parse (context,
                             clinch_kind_field (CLINCH_KIND_CUSTOMER_TAG, options[i].field),
                             clinch_command_option (run, options[i].option), entry, error))
      return FALSE;

  return TRUE;
}

static gboolean
run_tag (ClinchCommandRun  *run,
         ClinchTxn         *txn,
         GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(ClinchRow) entry = clinch_row_new (CLINCH_KIND_CUSTOMER_TAG);
  g_autoptr(GPtrArray) wishes = NULL;
  gint64 customer_id;

  if (!clinch_resolve (db, CLINCH_KIND_CUSTOMER, run->arguments[0], &customer_id, error)
      || !read_entry (run, db, entry, error))
    return FALSE;
  wishes = read_wishes (run, db, error);
  for (guint i = 0; wishes != NULL && i < wishes->len; i++)
    {
      const Wish *wish = wishes->pdata[i];
      const ClinchTagRequest request = {
        .dimension_id = wish->dimension_id,
        .tags = (const gint64 *) wish->tags->data,
        .n_tags = wish->tags->len,
        .keeps = TRUE,
        .since = clinch_row_text (entry, CLINCH_CUSTOMER_TAG_SINCE),
        .source = clinch_row_text (entry, CLINCH_CUSTOMER_TAG_SOURCE),
        .confidence = clinch_row_text (entry, CLINCH_CUSTOMER_TAG_CONFIDENCE),
        .note = clinch_row_text (entry, CLINCH_CUSTOMER_TAG_NOTE),
      };

      if (!clinch_operation_set_tags (txn, customer_id, &request, error))
        return FALSE;
    }

  run->kind = CLINCH_KIND_CUSTOMER;
  return wishes != NULL && clinch_command_name_record (run, db, customer_id, error);
}

/* --- Taking back */

static gboolean
has_tag (const Wish *wish,
         gint64      tag_id)
{
  for (guint i = 0; i < wish->tags->len; i++)
    if (g_array_index (wish->tags, gint64, i) == tag_id)
      return TRUE;

  return wish->tags->len == 0;
}

/* The other tags of the dimension stay as they are, with their dates and sources. */
static gboolean
take_back (ClinchTxn   *txn,
           gint64       customer_id,
           const Wish  *wish,
           GError     **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(GPtrArray) entries = NULL;
  guint n_taken = 0;

  entries = clinch_db_load_rows (db, error, CLINCH_KIND_CUSTOMER_TAG,
                                 "WHERE customer_id = ? AND deleted_at IS NULL AND tag_id IN"
                                 " (SELECT id FROM tag WHERE dimension_id = ?)",
                                 "ii", customer_id, wish->dimension_id);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const ClinchRow *entry = entries->pdata[i];

      if (!has_tag (wish, clinch_row_int (entry, CLINCH_CUSTOMER_TAG_TAG)))
        continue;
      if (!clinch_txn_delete (txn, CLINCH_KIND_CUSTOMER_TAG, entry->id, error))
        return FALSE;
      n_taken++;
    }
  if (entries != NULL && n_taken == 0)
    {
      g_autofree char *dimension = clinch_db_name_of (db, CLINCH_KIND_DIMENSION,
                                                      wish->dimension_id);

      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                   _("No such tag of “%s” is set."), dimension);
    }

  return n_taken > 0;
}

static gboolean
run_untag (ClinchCommandRun  *run,
           ClinchTxn         *txn,
           GError           **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  g_autoptr(GPtrArray) wishes = NULL;
  gint64 customer_id;

  if (!clinch_resolve (db, CLINCH_KIND_CUSTOMER, run->arguments[0], &customer_id, error))
    return FALSE;
  wishes = read_wishes (run, db, error);
  for (guint i = 0; wishes != NULL && i < wishes->len; i++)
    {
      const Wish *wish = wishes->pdata[i];
      g_autofree char *customer = clinch_db_name_of (db, CLINCH_KIND_CUSTOMER, customer_id);
      g_autofree char *dimension = clinch_db_name_of (db, CLINCH_KIND_DIMENSION,
                                                      wish->dimension_id);

      if (!clinch_txn_has_action (txn))
        clinch_txn_set_action (txn, CLINCH_ACTION_CLEAR_TAGS, customer, dimension, "", NULL);
      if (!take_back (txn, customer_id, wish, error))
        return FALSE;
    }

  run->kind = CLINCH_KIND_CUSTOMER;
  return wishes != NULL && clinch_command_name_record (run, db, customer_id, error);
}

static const ClinchCommandOption tag_options[] = {
  { "source", "TEXT", N_("Where that is known from") },
  { "confidence", "CONFIDENCE", N_("How sure that is: low, medium or high") },
  { "date", "DATE", N_("As of when it holds; today if not given") },
  { "note", "TEXT", N_("What there is to say") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_tag[] = {
  { "tag", "CUSTOMER DIMENSION=TAG… [--source TEXT] [--confidence CONFIDENCE] [--date DATE] [--note TEXT]",
    N_("Set what is known of a customer"), 2, -1, CLINCH_COMMAND_WRITE, tag_options, prepare_tag,
    NULL, run_tag },
  { "untag", "CUSTOMER DIMENSION[=TAG]…", N_("Take a tag back, or all of a dimension"), 2, -1,
    CLINCH_COMMAND_WRITE, NULL, NULL, NULL, run_untag },
  { NULL },
};
