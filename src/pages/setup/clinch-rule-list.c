// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-rule-list.h"

#include "clinch-actions.h"
#include "clinch-announce.h"
#include "clinch-page.h"
#include "clinch-reading.h"
#include "clinch-record-dialog.h"
#include "clinch-record-list.h"
#include "clinch-rule-actions.h"
#include "clinch-rule-history-dialog.h"
#include "clinch-rule-row.h"
#include "clinch-rule-usage.h"

#include <glib/gi18n-lib.h>

/* Where a new tag stands until somebody says more. */
#define NEW_SCORE 50

struct _ClinchRuleList
{
  GtkBox parent_instance;

  GtkWidget *description_label;
  GtkWidget *retired_label;
  GtkListBox *used_box;
  GtkListBox *retired_box;

  ClinchWorkspace *workspace;
  ClinchRuleDraft *draft;
  ClinchKind kind;
  ClinchRecord *dimension;
  ClinchRecordList *list;
  GPtrArray *rows;    /* ClinchRuleRow */
  GPtrArray *waiting; /* ClinchRecord, on their way */
  GHashTable *usage;
};

G_DEFINE_FINAL_TYPE (ClinchRuleList, clinch_rule_list, GTK_TYPE_BOX)

static gboolean
is_retired (ClinchRuleList *self,
            ClinchRecord   *record)
{
  int field = self->kind == CLINCH_KIND_DIMENSION ? (int) CLINCH_DIMENSION_RETIRED
              : (int) CLINCH_TAG_RETIRED;

  return g_strcmp0 (clinch_rule_draft_get_text (self->draft, record, field), "yes") == 0;
}

static GtkWidget *
find_row (ClinchRuleList *self,
          gint64          id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (clinch_record_get_id (clinch_rule_row_get_record (self->rows->pdata[i])) == id)
      return self->rows->pdata[i];

  return NULL;
}

/* Keys in the order of the list, those in use or those that are retired. */
static GArray *
order_of (ClinchRuleList *self,
          gboolean        retired)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(ClinchRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      gint64 id = clinch_record_get_id (record);

      if (is_retired (self, record) == retired)
        g_array_append_val (ids, id);
    }

  return ids;
}

/* --- What is said beside the names */

static gint64
weight_in_use (ClinchRuleList *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ClinchRecord *record = clinch_rule_row_get_record (self->rows->pdata[i]);

      if (!is_retired (self, record))
        sum += clinch_rule_draft_get_int (self->draft, record, CLINCH_DIMENSION_WEIGHT);
    }

  return sum;
}

static void
append_usage (ClinchRuleList *self,
              ClinchRecord   *record,
              GString        *note)
{
  guint n_customers = clinch_rule_usage_get (self->usage, clinch_record_get_id (record));

  if (self->usage == NULL)
    return;
  if (note->len > 0)
    g_string_append (note, " · ");
  if (is_retired (self, record))
    g_string_append_printf (note, ngettext ("%u customer keeps it", "%u customers keep it",
                                            n_customers), n_customers);
  else
    g_string_append_printf (note, ngettext ("%u customer", "%u customers", n_customers),
                            n_customers);
}

static char *
note_of_dimension (ClinchRuleList *self,
                   ClinchRecord   *record,
                   gint64          sum)
{
  const char *measure = clinch_record_get_text (record, CLINCH_DIMENSION_MEASURE);
  gint64 weight = clinch_rule_draft_get_int (self->draft, record, CLINCH_DIMENSION_WEIGHT);
  g_autoptr(GString) note = g_string_new (NULL);

  if (!is_retired (self, record) && weight == 0)
    g_string_append (note, _("Does not count"));
  else if (!is_retired (self, record))
    /* Translators: share of a dimension in the score. */
    g_string_append_printf (note, _("%d%% of the score"), (int) ((weight * 200 + sum) / (2 * sum)));
  append_usage (self, record, note);
  if (measure != NULL)
    g_string_append_printf (note, " · %s", clinch_choice_label (CLINCH_CHOICE_MEASURE, measure));

  return g_string_free (g_steal_pointer (&note), FALSE);
}

static char *
note_of_tag (ClinchRuleList *self,
             ClinchRecord   *record)
{
  const char *definition = clinch_record_get_text (record, CLINCH_TAG_DEFINITION);
  g_autoptr(GString) note = g_string_new (NULL);

  if (clinch_record_get_text (self->dimension, CLINCH_DIMENSION_MEASURE) == NULL)
    append_usage (self, record, note);
  if (definition != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " · " : "", definition);

  return g_string_free (g_steal_pointer (&note), FALSE);
}

static void
describe_group (ClinchRuleList *self,
                gint64          sum)
{
  g_autofree char *text = NULL;

  if (self->kind == CLINCH_KIND_DIMENSION)
    /* Translators: sum of the weights of all dimensions. */
    text = g_strdup_printf (_("The weights add up to %d. What is not known of a customer does not "
                              "count against it."), (int) sum);
  else if (clinch_record_get_text (self->dimension, CLINCH_DIMENSION_MEASURE) != NULL)
    text = g_strdup (_("The highest tag whose figure a customer reaches counts."));
  else
    text = g_strdup (clinch_record_get_text (self->dimension, CLINCH_DIMENSION_DEFINITION));
  gtk_label_set_label (GTK_LABEL (self->description_label), text);
  gtk_widget_set_visible (self->description_label, text != NULL);
}

static void
update_notes (ClinchRuleList *self)
{
  gint64 sum = self->kind == CLINCH_KIND_DIMENSION ? weight_in_use (self) : 0;

  if (self->kind == CLINCH_KIND_TAG && self->dimension == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      ClinchRecord *record = clinch_rule_row_get_record (self->rows->pdata[i]);
      g_autofree char *note = self->kind == CLINCH_KIND_DIMENSION
                              ? note_of_dimension (self, record, MAX (sum, 1))
                              : note_of_tag (self, record);

      clinch_rule_row_set_note (self->rows->pdata[i], note);
    }
  describe_group (self, sum);
}

/* --- Rows */

static void
place_row (ClinchRuleList *self,
           GtkWidget      *row)
{
  GtkListBox *box = is_retired (self, clinch_rule_row_get_record (CLINCH_RULE_ROW (row)))
                    ? self->retired_box : self->used_box;
  GtkWidget *parent = gtk_widget_get_parent (row);

  if (parent == GTK_WIDGET (box))
    return;

  g_object_ref (row);
  if (parent != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (parent), row);
  gtk_list_box_append (box, row);
  g_object_unref (row);
}

static void refresh (ClinchRuleList *self);

static void
add_rows (ClinchRuleList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_ptr_array_set_size (self->waiting, 0);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(ClinchRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (find_row (self, clinch_record_get_id (record)) != NULL)
        continue;
      if (clinch_record_is_loaded (record))
        g_ptr_array_add (self->rows,
                         g_object_ref_sink (clinch_rule_row_new (self->workspace, self->draft,
                                                                 record, self->dimension)));
      else
        {
          g_signal_connect_object (record, "notify::loaded", G_CALLBACK (refresh), self,
                                   G_CONNECT_SWAPPED);
          g_ptr_array_add (self->waiting, g_steal_pointer (&record));
        }
    }
}

static void
remove_row (ClinchRuleList *self,
            guint           index)
{
  GtkWidget *row = self->rows->pdata[index];

  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  g_ptr_array_remove_index (self->rows, index);
}

static void
remove_gone (ClinchRuleList *self)
{
  for (guint i = self->rows->len; i > 0; i--)
    if (clinch_record_list_find (self->list, clinch_record_get_id (
                                   clinch_rule_row_get_record (self->rows->pdata[i - 1])))
        == G_MAXUINT)
      remove_row (self, i - 1);
}

static void
refresh (ClinchRuleList *self)
{
  gboolean has_retired;

  if (self->list == NULL)
    return;

  remove_gone (self);
  add_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    place_row (self, self->rows->pdata[i]);
  gtk_list_box_invalidate_sort (self->used_box);
  gtk_list_box_invalidate_sort (self->retired_box);
  has_retired = gtk_list_box_get_row_at_index (self->retired_box, 0) != NULL;
  gtk_widget_set_visible (self->retired_label, has_retired);
  gtk_widget_set_visible (GTK_WIDGET (self->retired_box), has_retired);
  update_notes (self);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  ClinchRuleList *self = user_data;
  guint one = clinch_record_list_find (self->list, clinch_record_get_id (
                                         clinch_rule_row_get_record (CLINCH_RULE_ROW (a))));
  guint other = clinch_record_list_find (self->list, clinch_record_get_id (
                                           clinch_rule_row_get_record (CLINCH_RULE_ROW (b))));

  return one < other ? -1 : one > other;
}

/* --- Who carries what */

static gpointer
usage_job (ClinchDb  *db,
           gpointer   data,
           GError   **error)
{
  return clinch_rule_usage_load (db, GPOINTER_TO_INT (data), error);
}

static void
show_usage (GtkWidget     *widget,
            gconstpointer  question,
            gpointer       usage)
{
  ClinchRuleList *self = CLINCH_RULE_LIST (widget);

  g_clear_pointer (&self->usage, g_hash_table_unref);
  self->usage = usage;
  if (self->list != NULL)
    update_notes (self);
}

static const ClinchReading usage_reading = {
  .load = usage_job,
  .show = show_usage,
  .answer_free = (GDestroyNotify) g_hash_table_unref,
  .is_slow = TRUE,
  .is_quiet = TRUE,
};

static void
load_usage (ClinchRuleList *self)
{
  clinch_reading_ask (GTK_WIDGET (self), self->workspace, &usage_reading,
                      GINT_TO_POINTER (self->kind));
}

static void
workspace_changed_cb (ClinchRuleList  *self,
                      ClinchChangeSet *changes)
{
  if (clinch_change_set_touches (changes, self->kind))
    refresh (self);
  if (clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER_TAG)
      || clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER)
      || clinch_change_set_touches (changes, self->kind))
    load_usage (self);
}

/* --- Actions */

static int
index_of (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return i;

  return -1;
}

static void
move_to (ClinchRuleList *self,
         gint64          id,
         int             to)
{
  g_autoptr(GArray) ids = order_of (self, FALSE);
  g_autoptr(GArray) retired = order_of (self, TRUE);
  int from = index_of (ids, id);
  g_autofree char *message = NULL;

  if (clinch_workspace_is_read_only (self->workspace) || from < 0 || to < 0
      || to >= (int) ids->len || from == to)
    return;

  g_array_remove_index (ids, from);
  g_array_insert_val (ids, to, id);
  /* Translators: new place of a row, how many rows there are. */
  message = g_strdup_printf (_("Place %1$d of %2$u"), to + 1, ids->len);
  clinch_announce (GTK_WIDGET (self), message);
  g_array_append_vals (ids, retired->data, retired->len);
  clinch_action_reorder (self->workspace, self->kind, (gint64 *) ids->data, ids->len, id,
                         clinch_page_done_cb,
                         g_object_ref (self));
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchRuleList *self = CLINCH_RULE_LIST (widget);
  g_autoptr(GArray) ids = order_of (self, FALSE);
  gint64 id;
  int delta;

  g_variant_get (parameter, "(xi)", &id, &delta);
  move_to (self, id, index_of (ids, id) + delta);
}

static void
place_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchRuleList *self = CLINCH_RULE_LIST (widget);
  g_autoptr(GArray) ids = order_of (self, FALSE);
  gint64 id;
  gint64 target;

  g_variant_get (parameter, "(xx)", &id, &target);
  move_to (self, id, index_of (ids, target));
}

static void
retire_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchRuleList *self = CLINCH_RULE_LIST (widget);
  GtkWidget *row = find_row (self, g_variant_get_int64 (parameter));
  ClinchRecord *record = row != NULL ? clinch_rule_row_get_record (CLINCH_RULE_ROW (row)) : NULL;

  if (record != NULL)
    clinch_rule_draft_set_text (self->draft, record,
                                self->kind == CLINCH_KIND_DIMENSION
                                  ? (int) CLINCH_DIMENSION_RETIRED : (int) CLINCH_TAG_RETIRED,
                                is_retired (self, record) ? NULL : "yes");
}

static void
history_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ClinchRuleList *self = CLINCH_RULE_LIST (widget);
  GtkWidget *row = find_row (self, g_variant_get_int64 (parameter));

  if (row != NULL)
    clinch_rule_history_dialog_present (widget, self->workspace,
                                        clinch_rule_row_get_record (CLINCH_RULE_ROW (row)));
}

void
clinch_rule_list_add (ClinchRuleList *self)
{
  static const int dimension_fields[] = { CLINCH_DIMENSION_NAME, CLINCH_DIMENSION_DEFINITION, -1 };
  static const int tag_fields[] = { CLINCH_TAG_NAME, CLINCH_TAG_DEFINITION, CLINCH_TAG_SCORE, -1 };
  static const ClinchFormGroup dimension_group = { NULL, dimension_fields };
  static const ClinchFormGroup tag_group = { NULL, tag_fields };
  g_autoptr(ClinchRow) draft = clinch_row_new (self->kind);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean is_dimension = self->kind == CLINCH_KIND_DIMENSION;

  g_return_if_fail (CLINCH_IS_RULE_LIST (self));

  if (is_dimension)
    {
      /* It counts once somebody gives it a weight, which the preview looks at first. */
      clinch_row_set_text (draft, CLINCH_DIMENSION_KNOWN_BY, "tags");
      clinch_row_set_int (draft, CLINCH_DIMENSION_WEIGHT, 0);
      clinch_row_set_int (draft, CLINCH_DIMENSION_POSITION, n_items);
    }
  else
    {
      clinch_row_set_int (draft, CLINCH_TAG_DIMENSION, clinch_record_get_id (self->dimension));
      clinch_row_set_int (draft, CLINCH_TAG_SCORE, NEW_SCORE);
      clinch_row_set_int (draft, CLINCH_TAG_POSITION, n_items);
    }
  adw_dialog_present (ADW_DIALOG (clinch_record_dialog_new_add (self->workspace, draft,
                                                                is_dimension ? &dimension_group
                                                                : &tag_group, 1)),
                      GTK_WIDGET (self));
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  clinch_rule_list_add (CLINCH_RULE_LIST (widget));
}

/* --- The widget */

static GtkWidget *
add_label (ClinchRuleList *self,
           const char     *text,
           const char     *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (self), label);

  return label;
}

static GtkListBox *
add_box (ClinchRuleList *self)
{
  GtkWidget *box = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  gtk_list_box_set_sort_func (GTK_LIST_BOX (box), compare_rows, self, NULL);
  gtk_box_append (GTK_BOX (self), box);

  return GTK_LIST_BOX (box);
}

static void
clinch_rule_list_dispose (GObject *object)
{
  ClinchRuleList *self = CLINCH_RULE_LIST (object);

  if (self->used_box != NULL)
    {
      gtk_list_box_set_sort_func (self->used_box, NULL, NULL, NULL);
      gtk_list_box_set_sort_func (self->retired_box, NULL, NULL, NULL);
      self->used_box = self->retired_box = NULL;
    }
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  g_clear_object (&self->draft);
  g_clear_object (&self->dimension);

  G_OBJECT_CLASS (clinch_rule_list_parent_class)->dispose (object);
}

static void
clinch_rule_list_finalize (GObject *object)
{
  ClinchRuleList *self = CLINCH_RULE_LIST (object);

  g_clear_pointer (&self->usage, g_hash_table_unref);

  G_OBJECT_CLASS (clinch_rule_list_parent_class)->finalize (object);
}

static void
clinch_rule_list_class_init (ClinchRuleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_rule_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinch_rule_list_finalize;

  gtk_widget_class_install_action (widget_class, "rule.move", "(xi)", move_action);
  gtk_widget_class_install_action (widget_class, "rule.place", "(xx)", place_action);
  gtk_widget_class_install_action (widget_class, "rule.retire", "x", retire_action);
  gtk_widget_class_install_action (widget_class, "rule.history", "x", history_action);
  gtk_widget_class_install_action (widget_class, "rule.add", NULL, add_action);
}

static void
clinch_rule_list_init (ClinchRuleList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->description_label = add_label (self, NULL, "dimmed");
  self->used_box = add_box (self);
  self->retired_label = add_label (self, C_("setup", "Retired"), "heading");
  self->retired_box = add_box (self);
  gtk_widget_set_margin_top (self->retired_label, 12);
}

static void
ask (ClinchRuleList *self)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (self->kind);

  if (self->kind == CLINCH_KIND_TAG)
    clinch_query_filter_int (query, "dimension", CLINCH_FILTER_EQUAL,
                             clinch_record_get_id (self->dimension));
  clinch_query_set_sort (query, "position", FALSE);
  clinch_record_list_set_query (self->list, query);
}

static void
add_placeholder (ClinchRuleList *self)
{
  GtkWidget *label = gtk_label_new (self->kind == CLINCH_KIND_TAG
                                      ? _("No tags yet. Add what a customer can be here, from the "
                                          "best down.")
                                      : _("No dimensions yet. Add what is worth knowing about a "
                                          "customer."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "rule-tools");
  gtk_list_box_set_placeholder (self->used_box, label);
}

GtkWidget *
clinch_rule_list_new (ClinchWorkspace *workspace,
                      ClinchRuleDraft *draft,
                      ClinchKind       kind)
{
  ClinchRuleList *self = g_object_new (CLINCH_TYPE_RULE_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->draft = g_object_ref (draft);
  self->kind = kind;
  self->list = clinch_record_list_new (workspace, NULL);
  add_placeholder (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.add",
                                 !clinch_workspace_is_read_only (workspace));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (kind == CLINCH_KIND_DIMENSION)
    ask (self);
  load_usage (self);

  return GTK_WIDGET (self);
}

void
clinch_rule_list_set_dimension (ClinchRuleList *self,
                                ClinchRecord   *dimension)
{
  g_return_if_fail (CLINCH_IS_RULE_LIST (self) && self->kind == CLINCH_KIND_TAG);

  if (!g_set_object (&self->dimension, dimension))
    return;
  while (self->rows->len > 0)
    remove_row (self, self->rows->len - 1);
  ask (self);
}
