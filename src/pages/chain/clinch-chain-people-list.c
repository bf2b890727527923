// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-people-list.h"

#include "clinch-chain-map-fill.h"

#include <glib/gi18n-lib.h>

#define ROW_KEY "clinch-row"
#define WIDTH 860

/* In the order of the drop-down. The people come by name. */
typedef enum
{
  ORDER_NAME,
  ORDER_POWER,
  ORDER_SUPPORT,
  ORDER_SILENCE,
  N_ORDERS,
} Order;

/* What stands in a row; kept with its widget. */
typedef struct
{
  gint64 id; /* of the contact */
  GtkWidget *widget;
  GtkWidget *last;
  GtkWidget *menu;
  int ranks[N_ORDERS];
} Row;

struct _ClinchChainPeopleList
{
  AdwBin parent_instance;

  GtkWidget *order;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (ClinchChainPeopleList, clinch_chain_people_list, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Row *
row_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), ROW_KEY);
}

static int
compare_cb (GtkListBoxRow *a,
            GtkListBoxRow *b,
            gpointer       user_data)
{
  guint order = gtk_drop_down_get_selected (
    GTK_DROP_DOWN (CLINCH_CHAIN_PEOPLE_LIST (user_data)->order));
  const int *ranks = row_of (GTK_WIDGET (a))->ranks;
  const int *others = row_of (GTK_WIDGET (b))->ranks;
  int difference = order < N_ORDERS ? ranks[order] - others[order] : 0;

  return difference != 0 ? difference : ranks[ORDER_NAME] - others[ORDER_NAME];
}

static void
order_cb (ClinchChainPeopleList *self)
{
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
}

static void
activated_cb (ClinchChainPeopleList *self,
              GtkWidget             *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row_of (row)->id);
}

static void
menu_cb (GtkWidget             *button,
         ClinchChainPeopleList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  g_signal_emit (self, signals[MENU], 0, row_of (row)->id, button);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ClinchChainPeopleList *self = CLINCH_CHAIN_PEOPLE_LIST (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  if (row == NULL)
    return FALSE;

  g_signal_emit (self, signals[MENU], 0, row_of (row)->id, row);

  return TRUE;
}

static void
add_word (GString    *text,
          const char *word)
{
  if (word == NULL || *word == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, word);
}

/* Everything that the card on the map tells by its look, in words. */
static char *
make_subtitle (const ClinchDecisionChain *chain,
               const ClinchChainFigure   *figure)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *above = NULL;

  if (!figure->person->known)
    add_word (text, C_("chain map", "Not known yet"));
  add_word (text, clinch_row_text (figure->contact, CLINCH_CONTACT_TITLE));
  for (int i = 0; i < CLINCH_N_TRAITS; i++)
    add_word (text, figure->values[i].label);
  if (figure->reports_to >= 0)
    above = g_strdup_printf (C_("chain map", "reports to %s"),
                             clinch_decision_chain_name (chain, (guint) figure->reports_to));
  add_word (text, above);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What is unknown comes last. */
static int
rank (int value)
{
  return value > 0 ? value : G_MAXINT16;
}

static Row *
make_row (ClinchChainPeopleList *self,
          gint64                 id)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *widget = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE,
                                    NULL);

  row->id = id;
  row->last = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->last, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), row->last);
  row->menu = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_add_css_class (row->menu, "flat");
  gtk_widget_set_valign (row->menu, GTK_ALIGN_CENTER);
  g_signal_connect_object (row->menu, "clicked", G_CALLBACK (menu_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), row->menu);
  g_object_set_data_full (G_OBJECT (widget), ROW_KEY, row, g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), widget);
  row->widget = widget;

  return row;
}

static void
fill_row (Row                       *row,
          const ClinchDecisionChain *chain,
          guint                      index)
{
  const ClinchChainFigure *figure = clinch_decision_chain_person (chain, index);
  const ClinchAssessment *assessment = &figure->person->assessment;
  g_autofree char *subtitle = make_subtitle (chain, figure);
  g_autofree char *contact = clinch_chain_last_contact (figure->rhythm);
  g_autofree char *label = g_strdup_printf (_("More about %s"),
                                            clinch_decision_chain_name (chain, index));

  row->ranks[ORDER_NAME] = (int) index;
  row->ranks[ORDER_POWER] = rank ((int) assessment->power);
  row->ranks[ORDER_SUPPORT] = rank ((int) assessment->support);
  row->ranks[ORDER_SILENCE] = figure->rhythm->silence_days >= 0 ? -figure->rhythm->silence_days
                              : -G_MAXINT16;
  g_object_set (row->widget, "title", clinch_decision_chain_name (chain, index), "subtitle",
                subtitle, NULL);
  gtk_label_set_label (GTK_LABEL (row->last), figure->person->known ? contact : "");
  gtk_widget_set_tooltip_text (row->last, figure->silence);
  gtk_widget_set_tooltip_text (row->menu, label);
}

/* The row of a person stays as long as the person does: a dialog that was opened from it gives the
 * keyboard back to that very row. */
void
clinch_chain_people_list_show (ClinchChainPeopleList     *self,
                               const ClinchDecisionChain *chain)
{
  g_autoptr(GHashTable) old = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkWidget *child;
  GHashTableIter iter;
  Row *row;

  for (child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      row = row_of (child);
      g_hash_table_insert (old, &row->id, row);
    }
  for (guint i = 0; i < chain->people->len; i++)
    {
      gint64 id = clinch_decision_chain_person (chain, i)->id;

      row = g_hash_table_lookup (old, &id);
      if (row != NULL)
        g_hash_table_remove (old, &id);
      else
        row = make_row (self, id);
      fill_row (row, chain, i);
    }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    {
      GtkWidget *gone = row->widget;

      g_hash_table_iter_remove (&iter);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), gone);
    }
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
}

static GtkWidget *
make_order (ClinchChainPeopleList *self)
{
  const char *words[] = {
    C_("order of people", "By Name"), C_("order of people", "By Power"),
    C_("order of people", "By Support"), C_("order of people", "Longest Silent First"), NULL,
  };

  self->order = gtk_drop_down_new_from_strings (words);
  gtk_widget_set_halign (self->order, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (self->order, _("Order"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Order"), -1);
  g_signal_connect_object (self->order, "notify::selected", G_CALLBACK (order_cb), self,
                           G_CONNECT_SWAPPED);

  return self->order;
}

static void
clinch_chain_people_list_class_init (ClinchChainPeopleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT64, GTK_TYPE_WIDGET);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
clinch_chain_people_list_init (ClinchChainPeopleList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (GTK_BOX (box), make_order (self));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_cb, self, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
clinch_chain_people_list_new (void)
{
  return g_object_new (CLINCH_TYPE_CHAIN_PEOPLE_LIST, NULL);
}
