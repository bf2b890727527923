// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-whitespace-grid.h"

#include "clinch-money.h"
#include "clinch-plan-rows.h"

#include <glib/gi18n-lib.h>

#define CELL_WIDTH 150
#define HEAD_CHARS 9
#define SPACING 4

struct _ClinchWhitespaceGrid
{
  AdwBin parent_instance;

  GtkWidget *grid; /* NULL while there is nothing to show */
};

G_DEFINE_FINAL_TYPE (ClinchWhitespaceGrid, clinch_whitespace_grid, ADW_TYPE_BIN)

/* One line: what wraps would be measured as narrow as can be, and rows would grow tall. */
static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_head (const char *text,
           double      xalign)
{
  GtkWidget *label = make_label (text, "heading");

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_width_chars (GTK_LABEL (label), HEAD_CHARS);
  gtk_widget_add_css_class (label, "space-head");
  gtk_widget_set_tooltip_text (label, text);

  return label;
}

static char *
money_of (const ClinchPlanCell *cell,
          gboolean              full)
{
  const char *currency = clinch_row_text (cell->row, CLINCH_WHITESPACE_CURRENCY);
  gint64 value = clinch_whitespace_value (&cell->cell);

  if (clinch_row_is_null (cell->row, CLINCH_WHITESPACE_SPEND))
    return g_strdup ("");

  return full ? clinch_money_format_full (value, currency)
         : clinch_money_format (value, currency, clinch_money_style ());
}

/* Why it is blocked and when to look again; "" for what is not. */
static char *
describe_block (const ClinchCustomerPlan *plan,
                const ClinchPlanCell     *cell)
{
  const char *reason = clinch_row_text (cell->row, CLINCH_WHITESPACE_BLOCKED);
  g_autofree char *date = clinch_date_format (cell->cell.recheck, plan->today);

  if (cell->cell.state != CLINCH_SPACE_BLOCKED)
    return g_strdup ("");
  if (cell->is_due)
    return g_strdup_printf (_("Look again: due %s"), date);
  if (cell->cell.recheck != NULL)
    return g_strdup_printf (_("Look again on %s"), date);

  return g_strdup (reason != NULL ? reason : "");
}

static const char *
class_of (const ClinchPlanCell *cell)
{
  static const char *const classes[] = {
    [CLINCH_SPACE_POTENTIAL] = "potential",
    [CLINCH_SPACE_OPEN] = "open",
    [CLINCH_SPACE_WON] = "won",
    [CLINCH_SPACE_BLOCKED] = "blocked",
  };

  return classes[cell->cell.state];
}

static GtkWidget *
make_content (const ClinchCustomerPlan *plan,
              const ClinchPlanCell     *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *money = money_of (cell, FALSE);
  g_autofree char *block = describe_block (plan, cell);

  gtk_widget_set_halign (head, GTK_ALIGN_CENTER);
  if (cell->is_due)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("clinch-alert-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      gtk_box_append (GTK_BOX (head), icon);
    }
  gtk_box_append (GTK_BOX (head),
                  make_label (clinch_choice_label (CLINCH_CHOICE_WHITESPACE,
                                                   clinch_row_text (cell->row,
                                                                    CLINCH_WHITESPACE_STATE)),
                              "space-state"));
  gtk_box_append (GTK_BOX (box), head);
  if (*money != '\0')
    gtk_box_append (GTK_BOX (box), make_label (money, "numeric"));
  if (*block != '\0')
    gtk_box_append (GTK_BOX (box), make_label (block, "space-note"));

  return box;
}

static char *
describe_cell (const ClinchCustomerPlan *plan,
               const ClinchPlanCell     *cell,
               const char               *unit,
               const char               *offering)
{
  g_autofree char *money = NULL;
  g_autofree char *block = NULL;

  if (cell->row == NULL)
    /* Translators: unit of a customer, offering of ours. */
    return g_strdup_printf (_("%1$s, %2$s: nothing noted"), unit, offering);

  money = money_of (cell, TRUE);
  block = describe_block (plan, cell);
  return g_strdup_printf ("%s, %s: %s%s%s%s%s", unit, offering,
                          clinch_choice_label (CLINCH_CHOICE_WHITESPACE,
                                               clinch_row_text (cell->row,
                                                                CLINCH_WHITESPACE_STATE)),
                          *money != '\0' ? ", " : "", money, *block != '\0' ? ", " : "", block);
}

static gboolean
delete_cb (GtkWidget *button,
           GVariant  *args,
           gpointer   user_data)
{
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));

  if (!g_variant_is_of_type (target, G_VARIANT_TYPE_INT64))
    return FALSE;

  return gtk_widget_activate_action_variant (button, "plan.delete-whitespace", target);
}

static void
add_delete_key (GtkWidget *button)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                      gtk_callback_action_new (delete_cb, NULL, NULL)));
  gtk_widget_add_controller (button, controller);
}

static GtkWidget *
make_cell (const ClinchCustomerPlan *plan,
           const ClinchPlanCell     *cell,
           const char               *unit,
           const char               *offering,
           gboolean                  can_write)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *label = describe_cell (plan, cell, unit, offering);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "space-cell");
  gtk_widget_set_size_request (button, CELL_WIDTH, -1);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (cell->row != NULL)
    {
      gtk_button_set_child (GTK_BUTTON (button), make_content (plan, cell));
      gtk_widget_add_css_class (button, class_of (cell));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.edit-whitespace");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", cell->row->id);
      if (can_write)
        add_delete_key (button);
    }
  else
    {
      gtk_button_set_child (GTK_BUTTON (button), gtk_label_new ("–"));
      gtk_widget_add_css_class (button, "dimmed");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.fill-whitespace");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", unit, offering);
    }

  return button;
}

static GtkWidget *
make_sum (const ClinchCustomerPlan  *plan,
          const ClinchWhitespaceSum *sum)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *to_win = clinch_plan_money (plan, sum->to_win, FALSE);
  g_autofree char *won = clinch_plan_money (plan, sum->won, FALSE);
  g_autofree char *won_text = g_strdup_printf (_("%s ours"), won);
  int share = clinch_whitespace_wallet_share (sum);
  g_autofree char *tip = share >= 0
                         ? g_strdup_printf (_("%d%% of what they spend is ours"), share) : NULL;

  gtk_box_append (GTK_BOX (box), make_label (to_win, "numeric"));
  gtk_box_append (GTK_BOX (box), make_label (won_text, "space-note"));
  gtk_widget_add_css_class (box, "space-sum");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (box, tip);

  return box;
}

/* The units stay in sight while the offerings scroll: they stand in a grid of their own, whose rows
 * are as high as those of the cells. */
static GtkWidget *
make_names (ClinchWhitespaceGrid     *self,
            const ClinchCustomerPlan *plan)
{
  GtkWidget *names = gtk_grid_new ();

  gtk_widget_add_css_class (names, "space-grid");
  gtk_grid_set_row_spacing (GTK_GRID (names), SPACING);
  for (guint i = 0; i <= plan->units->len + 1; i++)
    {
      const char *text = i == 0 ? "" : i <= plan->units->len ? plan->units->pdata[i - 1]
                         : C_("whitespace", "To Win");
      GtkWidget *name = make_head (text, 0);
      g_autoptr(GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

      gtk_size_group_add_widget (group, name);
      gtk_size_group_add_widget (group, gtk_grid_get_child_at (GTK_GRID (self->grid), 0, i));
      gtk_grid_attach (GTK_GRID (names), name, 0, i, 1, 1);
    }

  return names;
}

static void
attach_sums (GtkGrid                  *grid,
             const ClinchCustomerPlan *plan)
{
  guint width = plan->offerings->len;
  guint height = plan->units->len;

  for (guint i = 0; i < height; i++)
    gtk_grid_attach (grid,
                     make_sum (plan, &g_array_index (plan->unit_sums, ClinchWhitespaceSum, i)),
                     width, i + 1, 1, 1);
  for (guint i = 0; i < width; i++)
    gtk_grid_attach (grid, make_sum (plan, &g_array_index (plan->offering_sums,
                                                           ClinchWhitespaceSum, i)),
                     i, height + 1, 1, 1);
  gtk_grid_attach (grid, make_sum (plan, &plan->sum), width, height + 1, 1, 1);
}

static void
fill_grid (GtkGrid                  *grid,
           const ClinchCustomerPlan *plan,
           gboolean                  can_write)
{
  for (guint i = 0; i < plan->offerings->len; i++)
    gtk_grid_attach (grid, make_head (plan->offerings->pdata[i], 0.5), i, 0, 1, 1);
  gtk_grid_attach (grid, make_head (C_("whitespace", "To Win"), 0.5), plan->offerings->len, 0, 1,
                   1);
  for (guint unit = 0; unit < plan->units->len; unit++)
    for (guint offering = 0; offering < plan->offerings->len; offering++)
      gtk_grid_attach (grid, make_cell (plan, clinch_customer_plan_cell (plan, unit, offering),
                                        plan->units->pdata[unit],
                                        plan->offerings->pdata[offering], can_write),
                       offering, unit + 1, 1, 1);
  attach_sums (grid, plan);
}

/* Which cell has the keyboard. */
static gboolean
find_focus (ClinchWhitespaceGrid *self,
            int                  *column,
            int                  *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->grid == NULL || focus == NULL || gtk_widget_get_parent (focus) != self->grid)
    return FALSE;

  gtk_grid_query_child (GTK_GRID (self->grid), focus, column, row, NULL, NULL);
  return TRUE;
}

void
clinch_whitespace_grid_set_plan (ClinchWhitespaceGrid     *self,
                                 const ClinchCustomerPlan *plan,
                                 gboolean                  can_write)
{
  int column;
  int row;
  gboolean had_focus;
  GtkWidget *window;
  GtkWidget *cell;
  GtkWidget *box;

  g_return_if_fail (CLINCH_IS_WHITESPACE_GRID (self));

  had_focus = find_focus (self, &column, &row);
  self->grid = gtk_grid_new ();
  gtk_widget_add_css_class (self->grid, "space-grid");
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), SPACING);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), SPACING);
  fill_grid (GTK_GRID (self->grid), plan, can_write);
  window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), self->grid);
  gtk_widget_set_hexpand (window, TRUE);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (box), make_names (self, plan));
  gtk_box_append (GTK_BOX (box), window);
  adw_bin_set_child (ADW_BIN (self), box);
  cell = had_focus ? gtk_grid_get_child_at (GTK_GRID (self->grid), column, row) : NULL;
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

static void
clinch_whitespace_grid_class_init (ClinchWhitespaceGridClass *klass)
{
}

static void
clinch_whitespace_grid_init (ClinchWhitespaceGrid *self)
{
}

GtkWidget *
clinch_whitespace_grid_new (void)
{
  return g_object_new (CLINCH_TYPE_WHITESPACE_GRID, NULL);
}
