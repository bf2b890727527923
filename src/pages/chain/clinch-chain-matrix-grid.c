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
  int column; /* of the cell that has the keyboard, or would get it */
  int row;
};

G_DEFINE_FINAL_TYPE (ClinchChainMatrixGrid, clinch_chain_matrix_grid, ADW_TYPE_BIN)

static GtkWidget *
make_head (float align)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 2 * NAME_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), align);
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

/* A name and a target that do not fit each other, even for a moment, would be an error of ours. */
static void
set_action (GtkActionable *actionable,
            const char    *name,
            GVariant      *target)
{
  if (g_strcmp0 (gtk_actionable_get_action_name (actionable), name) != 0)
    gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}

/* The one thing to do about a pair: whoever is not known is given a name; what we did ourselves is
 * noted, and somebody else of us is asked for help. */
static void
set_step (GtkWidget               *cell,
          const ClinchChainMember *member,
          const ClinchChainFigure *figure,
          gint64                   me)
{
  GtkActionable *actionable = GTK_ACTIONABLE (cell);
  g_autofree char *step = NULL;

  if (!figure->person->known)
    {
      step = g_strdup (_("Say who it is"));
      set_action (actionable, "chain.name", g_variant_new ("x", figure->id));
    }
  else if (member->id == me)
    {
      step = g_strdup (_("Log a contact"));
      set_action (actionable, "chain.log", g_variant_new ("x", figure->id));
    }
  else
    {
      /* Translators: name of a member. */
      step = g_strdup_printf (_("Ask %s for help"), member->name);
      set_action (actionable, "chain.ask-member", g_variant_new ("(xx)", figure->id, member->id));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, step,
                                  -1);
}

/* The widget of a place stays when what it shows changes: a dialog that was opened from a cell
 * gives the keyboard back to that very cell. */
static void
ensure_head (ClinchChainMatrixGrid *self,
             int                    column,
             int                    row,
             const char            *name)
{
  GtkWidget *head = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);

  if (head == NULL)
    {
      head = make_head (row == 0 ? 0.5f : 0);
      gtk_grid_attach (GTK_GRID (self->grid), head, column, row, 1, 1);
    }
  gtk_label_set_label (GTK_LABEL (head), name);
  gtk_widget_set_tooltip_text (head, name);
}

static GtkWidget *
ensure_cell (ClinchChainMatrixGrid *self,
             int                    column,
             int                    row)
{
  GtkWidget *cell = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);

  if (cell == NULL)
    {
      cell = gtk_button_new_with_label (NULL);
      gtk_widget_set_focusable (cell, FALSE);
      gtk_grid_attach (GTK_GRID (self->grid), cell, column, row, 1, 1);
    }

  return cell;
}

static void
show_pair (GtkWidget               *cell,
           const ClinchChainMember *member,
           const char              *person,
           const ClinchChainPair   *pair)
{
  g_autofree char *figure = pair->n_contacts > 0 ? g_strdup_printf ("%d", pair->warmth)
                            : g_strdup ("–");
  g_autofree char *description = describe_pair (member, person, pair);
  g_autofree char *shade = pair->n_contacts > 0 ? g_strdup_printf ("warmth-%d", MIN (
    pair->warmth * N_SHADES / 100, N_SHADES - 1)) : NULL;
  const char *classes[] = { "flat", "matrix-cell", "numeric", "text-button", shade, NULL };

  gtk_button_set_label (GTK_BUTTON (cell), figure);
  gtk_widget_set_css_classes (cell, classes);
  gtk_widget_set_tooltip_text (cell, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
}

static void
remove_beyond (ClinchChainMatrixGrid *self,
               int                    n_columns,
               int                    n_rows)
{
  GtkWidget *child = gtk_widget_get_first_child (self->grid);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      int column;
      int row;

      gtk_grid_query_child (GTK_GRID (self->grid), child, &column, &row, NULL, NULL);
      if (column > n_columns || row > n_rows)
        gtk_grid_remove (GTK_GRID (self->grid), child);
      child = next;
    }
}

/* One cell alone can be reached by Tab. */
static GtkWidget *
set_current (ClinchChainMatrixGrid *self,
             int                    column,
             int                    row)
{
  GtkGrid *grid = GTK_GRID (self->grid);
  GtkWidget *old = gtk_grid_get_child_at (grid, self->column, self->row);
  GtkWidget *cell = gtk_grid_get_child_at (grid, column, row);

  if (!GTK_IS_BUTTON (cell))
    return NULL;
  gtk_widget_set_focusable (cell, TRUE);
  if (GTK_IS_BUTTON (old) && old != cell)
    gtk_widget_set_focusable (old, FALSE);
  self->column = column;
  self->row = row;

  return cell;
}

static void
show_person (ClinchChainMatrixGrid     *self,
             const ClinchDecisionChain *chain,
             guint                      index,
             gint64                     me,
             gboolean                   can_write)
{
  const ClinchChainMatrix *matrix = chain->matrix;
  const char *name = clinch_decision_chain_name (chain, index);
  int row = (int) index + 1;

  ensure_head (self, 0, row, name);
  for (guint i = 0; i < matrix->members->len; i++)
    {
      const ClinchChainMember *member = matrix->members->pdata[i];
      GtkWidget *cell = ensure_cell (self, (int) i + 1, row);

      show_pair (cell, member, name, clinch_chain_matrix_pair (matrix, i, index));
      if (can_write)
        set_step (cell, member, clinch_decision_chain_person (chain, index), me);
    }
}

void
clinch_chain_matrix_grid_show (ClinchChainMatrixGrid     *self,
                               const ClinchDecisionChain *chain,
                               gint64                     me,
                               gboolean                   can_write)
{
  const ClinchChainMatrix *matrix = chain->matrix;
  gboolean had_focus = gtk_widget_get_focus_child (self->grid) != NULL;
  int n_columns = (int) matrix->members->len;
  int n_rows = (int) chain->people->len;
  GtkWidget *cell;

  remove_beyond (self, n_columns, n_rows);
  for (guint i = 0; i < matrix->members->len; i++)
    ensure_head (self, (int) i + 1, 0,
                 ((const ClinchChainMember *) matrix->members->pdata[i])->name);
  for (guint k = 0; k < chain->people->len; k++)
    show_person (self, chain, k, me, can_write);
  cell = set_current (self, CLAMP (self->column, 1, MAX (1, n_columns)),
                      CLAMP (self->row, 1, MAX (1, n_rows)));
  if (cell != NULL && had_focus)
    gtk_widget_grab_focus (cell);
}

/* Arrows stay within the cells. */
static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ClinchChainMatrixGrid *self = CLINCH_CHAIN_MATRIX_GRID (widget);
  GtkWidget *cell;
  int dx;
  int dy;

  if (gtk_widget_get_focus_child (self->grid) == NULL)
    return FALSE;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    dx = -dx;
  cell = set_current (self, self->column + dx, self->row + dy);
  if (cell != NULL)
    gtk_widget_grab_focus (cell);

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

  self->grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who of us knows whom"), -1);
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
