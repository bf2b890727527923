// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-target-deals-page.h"

#include "clinch-record-table.h"
#include "clinch-table-columns.h"
#include "clinch-target-text.h"

#include <glib/gi18n-lib.h>

struct _ClinchTargetDealsPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkColumnView *column_view;
  GMenu *columns_menu;
  GtkLabel *count_label;

  ClinchRecordTable *table;
  ClinchPeriod period;
  char currency[4];
  GArray *owners; /* of gint64, NULL for all */
  gboolean won;
};

G_DEFINE_FINAL_TYPE (ClinchTargetDealsPage, clinch_target_deals_page, CLINCH_TYPE_PAGE)

static const char *const narrow_columns[] = { "name", "amount", NULL };

static ClinchQuery *
make_query (ClinchPage *page)
{
  ClinchTargetDealsPage *self = CLINCH_TARGET_DEALS_PAGE (page);
  ClinchQuery *query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);
  const char *day = self->won ? "closed-date" : "expected-date";

  clinch_query_filter_text (query, "stage.type", CLINCH_FILTER_EQUAL, self->won ? "won" : "open");
  clinch_query_filter_text (query, "currency", CLINCH_FILTER_EQUAL, self->currency);
  clinch_query_filter_text (query, day, CLINCH_FILTER_AT_LEAST, self->period.first);
  clinch_query_filter_text (query, day, CLINCH_FILTER_AT_MOST, self->period.last);
  if (self->owners != NULL)
    clinch_query_filter_ids (query, "owner", (const gint64 *) self->owners->data,
                             self->owners->len);

  return query;
}

static char *
describe_count (guint n)
{
  return g_strdup_printf (ngettext ("%u opportunity", "%u opportunities", n), n);
}

static const ClinchRecordTableInfo info = {
  .kind = CLINCH_KIND_OPPORTUNITY,
  .columns = &clinch_table_info,
  .narrow_columns = narrow_columns,
  .sort_key = "table-sort",
  .make_query = make_query,
  .describe_count = describe_count,
};

/* What the figure is made of, whatever the board's table shows. */
static void
limit_columns (ClinchTargetDealsPage *self)
{
  static const char *const won[] = { "name", "customer", "owner", "amount", "closed-date", NULL };
  static const char *const open[] = { "name", "customer", "owner", "amount", "weighted",
                                      "expected-date", NULL };

  clinch_column_set_limit (clinch_record_table_get_columns (self->table), self->won ? won : open);
}

static void
narrow_cb (ClinchTargetDealsPage *self)
{
  if (self->table != NULL)
    clinch_record_table_set_narrow (self->table, TRUE);
}

static void
wide_cb (ClinchTargetDealsPage *self)
{
  if (self->table == NULL)
    return;
  clinch_record_table_set_narrow (self->table, FALSE);
  limit_columns (self);
}

static void
clinch_target_deals_page_dispose (GObject *object)
{
  ClinchTargetDealsPage *self = CLINCH_TARGET_DEALS_PAGE (object);

  g_clear_pointer (&self->table, clinch_record_table_close);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_TARGET_DEALS_PAGE);
  g_clear_pointer (&self->owners, g_array_unref);

  G_OBJECT_CLASS (clinch_target_deals_page_parent_class)->dispose (object);
}

static void
clinch_target_deals_page_class_init (ClinchTargetDealsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_target_deals_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/pages/targets/"
                                               "target-deals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetDealsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetDealsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetDealsPage, column_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetDealsPage, columns_menu);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetDealsPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
clinch_target_deals_page_init (ClinchTargetDealsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinchPage *
clinch_target_deals_page_new (ClinchWorkspace          *workspace,
                              const ClinchTargetReport *report,
                              const ClinchTargetRow    *row,
                              gboolean                  won)
{
  ClinchTargetDealsPage *self = g_object_new (CLINCH_TYPE_TARGET_DEALS_PAGE, "workspace",
                                              workspace, NULL);
  const ClinchRecordTableParts parts = {
    self->column_view, self->stack, self->count_label, self->columns_menu,
  };
  g_autofree char *when = clinch_period_format (&report->periods[0]);
  /* Translators: whose they are, and of which period. */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s, %2$s"), clinch_target_row_name (row), when);

  self->period = report->periods[0];
  self->won = won;
  g_strlcpy (self->currency, row->currency, sizeof self->currency);
  /* The company's are whoever owns something. */
  if (row->parent >= 0)
    self->owners = clinch_target_report_members (report, row);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), won ? _("Won Opportunities")
                                 : _("Expected Opportunities"));
  adw_window_title_set_title (self->window_title,
                              adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  self->table = clinch_record_table_new (CLINCH_PAGE (self), &info, &parts);
  limit_columns (self);

  return CLINCH_PAGE (self);
}
