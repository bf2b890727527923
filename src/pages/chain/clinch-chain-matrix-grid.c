// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-matrix-grid.h"

#include "clinch-clock.h"
#include "clinch-date.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 10
#define N_SHADES 5

/* People are rows, our members columns: there are more people than members, and pages are scrolled
 * downwards. */
struct _ClinchChainMatrixGrid
{
  AdwBin parent_instance;

  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (ClinchChainMatrixGrid, clinch_chain_matrix_grid, ADW_TYPE_BIN)

static GtkWidget *
make_head (const char *name,
           float       align)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 2 * NAME_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);

  return label;
}

static char *
describe_pair (const ClinchChainMember *member,
               const char              *person,
               const ClinchChainPair   *pair)
{
  g_autofree char *day = NULL;

  if (pair->n_contacts == 0)
    /* Translators: one of us, and one of theirs. */
    return g_strdup_printf (_("%1$s and %2$s were not in touch within a year"), member->name,
                            person);

  day = clinch_instant_format (pair->last_at, clinch_clock_now (), clinch_clock_timezone ());

  /* Translators: one of us, one of theirs; how warm, how often within a year, when last. */
  return g_strdup_printf (ngettext ("%1$s and %2$s: warmth %3$d, in touch %4$d time, last on %5$s",
                                    "%1$s and %2$s: warmth %3$d, in touch %4$d times, last on %5$s",
                                    pair->n_contacts), member->name, person, pair->warmth,
                          pair->n_contacts, day);
}

static GtkWidget *
make_cell (const ClinchChainMember *member,
           const char              *person,
           const ClinchChainPair   *pair)
{
  g_autofree char *figure = pair->n_contacts > 0 ? g_strdup_printf ("%d", pair->warmth)
                            : g_strdup ("–");
  g_autofree char *description = describe_pair (member, person, pair);
  g_autofree char *shade = NULL;
  GtkWidget *cell = gtk_label_new (figure);

  gtk_widget_set_focusable (cell, TRUE);
  gtk_widget_add_css_class (cell, "matrix-cell");
  gtk_widget_add_css_class (cell, "numeric");
  if (pair->n_contacts > 0)
    {
      shade = g_strdup_printf ("warmth-%d", MIN (pair->warmth * N_SHADES / 100, N_SHADES - 1));
      gtk_widget_add_css_class (cell, shade);
    }
  gtk_widget_set_tooltip_text (cell, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);

  return cell;
}

static void
clear (ClinchChainMatrixGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

void
clinch_chain_matrix_grid_show (ClinchChainMatrixGrid     *self,
                               const ClinchDecisionChain *chain)
{
  const ClinchChainMatrix *matrix = chain->matrix;

  clear (self);
  for (guint i = 0; i < matrix->members->len; i++)
    {
      const ClinchChainMember *member = matrix->members->pdata[i];

      gtk_grid_attach (GTK_GRID (self->grid), make_head (member->name, 0.5f), (int) i + 1, 0, 1, 1);
    }
  for (guint k = 0; k < chain->people->len; k++)
    {
      const char *name = clinch_decision_chain_name (chain, k);

      gtk_grid_attach (GTK_GRID (self->grid), make_head (name, 0), 0, (int) k + 1, 1, 1);
      for (guint i = 0; i < matrix->members->len; i++)
        gtk_grid_attach (GTK_GRID (self->grid),
                         make_cell (matrix->members->pdata[i], name,
                                    clinch_chain_matrix_pair (matrix, i, k)),
                         (int) i + 1, (int) k + 1, 1, 1);
    }
}

/* Arrows stay within the cells. */
static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GtkGrid *grid = GTK_GRID (CLINCH_CHAIN_MATRIX_GRID (widget)->grid);
  GtkWidget *cell = gtk_widget_get_focus_child (GTK_WIDGET (grid));
  int dx;
  int dy;
  int column;
  int row;
  GtkWidget *next;

  if (cell == NULL)
    return FALSE;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    dx = -dx;
  gtk_grid_query_child (grid, cell, &column, &row, NULL, NULL);
  next = gtk_grid_get_child_at (grid, column + dx, row + dy);
  if (next != NULL && gtk_widget_get_focusable (next))
    gtk_widget_grab_focus (next);

  return TRUE;
}

static void
clinch_chain_matrix_grid_class_init (ClinchChainMatrixGridClass *klass)
{
  static const struct
  {
    guint key;
    int dx;
    int dy;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), keys[i].key, 0, walk_cb, "(ii)",
                                  keys[i].dx, keys[i].dy);
}

static void
clinch_chain_matrix_grid_init (ClinchChainMatrixGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 4);
  gtk_widget_set_halign (self->grid, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->grid, 12);
  gtk_widget_set_margin_end (self->grid, 12);
  gtk_widget_set_margin_top (self->grid, 12);
  gtk_widget_set_margin_bottom (self->grid, 24);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
clinch_chain_matrix_grid_new (void)
{
  return g_object_new (CLINCH_TYPE_CHAIN_MATRIX_GRID, NULL);
}
