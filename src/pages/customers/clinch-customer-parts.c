// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lists on the page of a customer: opportunities, contacts, subsidiaries.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-contact-page.h"
#include "clinch-contact-row.h"
#include "clinch-customer-page-private.h"
#include "clinch-opportunity-page.h"

/* More than anybody reads in a group; the lists themselves have all. */
#define MAX_ROWS 100

#define RECORD_KEY "clinch-record"

static ClinchWorkspace *
workspace_of (ClinchCustomerPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static GtkWidget *
make_row (ClinchRecord *record,
          const char   *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), clinch_record_get_name (record));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (record), g_object_unref);

  return row;
}

static ClinchRecord *
record_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), RECORD_KEY);
}

static void
opportunity_activated_cb (ClinchCustomerPage *self,
                          GtkWidget          *row)
{
  ClinchPage *page = clinch_opportunity_page_new (workspace_of (self),
                                                  clinch_record_get_id (record_of (row)),
                                                  self->opportunities.list);

  clinch_page_push (GTK_WIDGET (self), ADW_NAVIGATION_PAGE (page));
}

static GtkWidget *
make_opportunity (ClinchCustomerPage *self,
                  ClinchRecord       *record)
{
  const char *stage = clinch_record_get_reference_name (record, CLINCH_OPPORTUNITY_STAGE);
  GtkWidget *row = make_row (record, stage);
  g_autofree char *amount = clinch_record_get_money (record, CLINCH_OPPORTUNITY_AMOUNT, FALSE);
  g_autofree char *full = clinch_record_get_money (record, CLINCH_OPPORTUNITY_AMOUNT, TRUE);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_tooltip_text (label, *full != '\0' ? full : NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_signal_connect_object (row, "activated", G_CALLBACK (opportunity_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
contact_activated_cb (ClinchCustomerPage *self,
                      GtkWidget          *row)
{
  ClinchPage *page = clinch_contact_page_new (workspace_of (self),
                                              clinch_record_get_id (record_of (row)),
                                              self->contacts.list);

  clinch_page_push (GTK_WIDGET (self), ADW_NAVIGATION_PAGE (page));
}

static void
show_touch (ClinchCustomerPage *self,
            GtkWidget          *row)
{
  ClinchRecord *contact = record_of (row);
  gint64 id = clinch_record_get_id (contact);

  clinch_contact_row_show (row, contact, self->touches != NULL
                                         ? g_hash_table_lookup (self->touches, &id) : NULL);
}

void
clinch_customer_parts_show_touches (ClinchCustomerPage *self)
{
  for (guint i = 0; i < self->contacts.rows->len; i++)
    show_touch (self, self->contacts.rows->pdata[i]);
}

static GtkWidget *
make_contact (ClinchCustomerPage *self,
              ClinchRecord       *record)
{
  GtkWidget *row = clinch_contact_row_new (record,
                                           !clinch_workspace_is_read_only (workspace_of (self)));

  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (record), g_object_unref);
  show_touch (self, row);
  g_signal_connect_object (row, "activated", G_CALLBACK (contact_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
subsidiary_activated_cb (ClinchCustomerPage *self,
                         GtkWidget          *row)
{
  clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_CUSTOMER,
                    clinch_record_get_id (record_of (row)));
}

static GtkWidget *
make_subsidiary (ClinchCustomerPage *self,
                 ClinchRecord       *record)
{
  GtkWidget *row = make_row (record, clinch_record_get_text (record, CLINCH_CUSTOMER_INDUSTRY));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (subsidiary_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

/* Rows are few; where one of them changes all are made anew. */
static void
part_record_changed_cb (ClinchCustomerPage *self,
                        GParamSpec         *pspec,
                        ClinchRecord       *record)
{
  switch ((int) clinch_record_get_kind (record))
    {
    case CLINCH_KIND_OPPORTUNITY:
      clinch_customer_part_fill (self, &self->opportunities);
      break;
    case CLINCH_KIND_CONTACT:
      clinch_customer_part_fill (self, &self->contacts);
      break;
    default:
      clinch_customer_part_fill (self, &self->subsidiaries);
    }
}

static GtkWidget *
make_part_row (ClinchCustomerPage *self,
               ClinchCustomerPart *part,
               ClinchRecord       *record)
{
  if (part == &self->opportunities)
    return make_opportunity (self, record);
  if (part == &self->contacts)
    return make_contact (self, record);

  return make_subsidiary (self, record);
}

/* Returns the records that were shown. As long as somebody holds them they are the ones that the
 * list gives out again; hollow ones in their place would load, which fills the part anew, and so on
 * for ever. */
static GPtrArray *
clear_part (ClinchCustomerPage *self,
            ClinchCustomerPart *part)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < part->rows->len; i++)
    {
      g_ptr_array_add (records, g_object_ref (record_of (part->rows->pdata[i])));
      g_signal_handlers_disconnect_by_data (record_of (part->rows->pdata[i]), self);
      adw_preferences_group_remove (part->group, part->rows->pdata[i]);
    }
  g_ptr_array_set_size (part->rows, 0);

  return records;
}

void
clinch_customer_part_fill (ClinchCustomerPage *self,
                           ClinchCustomerPart *part)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (part->list));
  g_autoptr(GPtrArray) shown = clear_part (self, part);

  for (guint i = 0; i < MIN (n_items, MAX_ROWS); i++)
    {
      g_autoptr(ClinchRecord) record = g_list_model_get_item (G_LIST_MODEL (part->list), i);
      GtkWidget *row = make_part_row (self, part, record);

      if (record != self->record)
        g_signal_connect_data (record, "notify::loaded", G_CALLBACK (part_record_changed_cb), self,
                               NULL, G_CONNECT_SWAPPED);
      g_ptr_array_add (part->rows, row);
      adw_preferences_group_add (part->group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (part->group), n_items > 0 || !part->hide_empty);
}

static void
list_changed_cb (ClinchCustomerPage *self,
                 guint               position,
                 guint               removed,
                 guint               added,
                 ClinchRecordList   *list)
{
  ClinchCustomerPart *parts[] = { &self->opportunities, &self->contacts, &self->subsidiaries };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i]->list == list)
      clinch_customer_part_fill (self, parts[i]);
}

void
clinch_customer_part_init (ClinchCustomerPage  *self,
                           ClinchCustomerPart  *part,
                           AdwPreferencesGroup *group,
                           gboolean             hide_empty)
{
  part->group = group;
  part->list = clinch_record_list_new (workspace_of (self), NULL);
  part->rows = g_ptr_array_new ();
  part->hide_empty = hide_empty;
  g_signal_connect_object (part->list, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (group), !hide_empty);
}

void
clinch_customer_part_ask (ClinchCustomerPart *part,
                          ClinchKind          kind,
                          const char         *path,
                          gint64              id)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (kind);

  clinch_query_filter_int (query, path, CLINCH_FILTER_EQUAL, id);
  if (kind == CLINCH_KIND_OPPORTUNITY)
    clinch_query_set_sort (query, "amount", TRUE);
  clinch_record_list_set_query (part->list, query);
}

void
clinch_customer_part_clear (ClinchCustomerPage *self,
                            ClinchCustomerPart *part)
{
  for (guint i = 0; part->rows != NULL && i < part->rows->len; i++)
    g_signal_handlers_disconnect_by_data (record_of (part->rows->pdata[i]), self);
  g_clear_pointer (&part->rows, g_ptr_array_unref);
  if (part->list != NULL)
    g_signal_handlers_disconnect_by_data (part->list, self);
  g_clear_object (&part->list);
}
