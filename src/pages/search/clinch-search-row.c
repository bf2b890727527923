// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-search-row.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-highlight.h"

struct _ClinchSearchRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *date_label;

  ClinchKind kind;
  gint64 id;
  char *label;
};

G_DEFINE_FINAL_TYPE (ClinchSearchRow, clinch_search_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
kind_icon (ClinchKind kind)
{
  switch ((int) kind)
    {
    case CLINCH_KIND_CUSTOMER:
      return "user-home-symbolic";
    case CLINCH_KIND_OPPORTUNITY:
      return "starred-symbolic";
    case CLINCH_KIND_CONTACT:
      return "avatar-default-symbolic";
    case CLINCH_KIND_MATERIAL:
      return "clinch-library-symbolic";
    case CLINCH_KIND_MEMBER:
      return "system-users-symbolic";
    default:
      return "document-edit-symbolic";
    }
}

/* The words stand out by weight, through attributes: the text itself is the user's and never
 * markup. */
static void
set_text (GtkLabel   *label,
          const char *text,
          const char *query,
          gboolean    is_person)
{
  g_autoptr(GArray) spans = clinch_highlight_find (text, query, is_person);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_HEAVY);

      weight->start_index = g_array_index (spans, ClinchSpan, i).start;
      weight->end_index = g_array_index (spans, ClinchSpan, i).end;
      pango_attr_list_insert (attributes, weight);
    }
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
}

static void
show_date (ClinchSearchRow *self,
           gint64           at)
{
  char today[CLINCH_DATE_SIZE];
  char date[CLINCH_DATE_SIZE];
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->date_label), at != 0);
  if (at == 0)
    return;
  clinch_clock_today (today);
  clinch_date_from_instant (at, clinch_clock_timezone (), date);
  text = clinch_date_format (date, today);
  gtk_label_set_label (self->date_label, text);
}

static void
clinch_search_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_SEARCH_ROW);

  G_OBJECT_CLASS (clinch_search_row_parent_class)->dispose (object);
}

static void
clinch_search_row_finalize (GObject *object)
{
  g_free (CLINCH_SEARCH_ROW (object)->label);

  G_OBJECT_CLASS (clinch_search_row_parent_class)->finalize (object);
}

static void
clinch_search_row_class_init (ClinchSearchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_search_row_dispose;
  object_class->finalize = clinch_search_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/search/search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchSearchRow, date_label);
}

static void
clinch_search_row_init (ClinchSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinch_search_row_new (const ClinchSearchHit *hit,
                       const char            *query)
{
  ClinchSearchRow *self = g_object_new (CLINCH_TYPE_SEARCH_ROW, NULL);
  gboolean is_person = hit->kind == CLINCH_KIND_CONTACT || hit->kind == CLINCH_KIND_MEMBER;
  gboolean has_name = clinch_kind_name_field (hit->kind) != NULL;
  /* A record without a name is shown by the place that was hit, one with a name by its name
   * first. */
  const char *title = !has_name && hit->snippet != NULL ? hit->snippet : hit->title;
  const char *snippet = has_name ? hit->snippet : NULL;
  gboolean has_subtitle = hit->subtitle != NULL && *hit->subtitle != '\0';
  g_autofree char *subtitle = NULL;

  self->kind = hit->kind;
  self->id = hit->id;
  if (snippet != NULL && has_subtitle)
    subtitle = g_strdup_printf ("%s · %s", hit->subtitle, snippet);
  else
    subtitle = g_strdup (snippet != NULL ? snippet : has_subtitle ? hit->subtitle : "");

  gtk_image_set_from_icon_name (self->icon, kind_icon (hit->kind));
  set_text (self->title_label, title, query, is_person);
  set_text (self->subtitle_label, subtitle, query, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), *subtitle != '\0');
  show_date (self, hit->at);

  self->label = g_strdup_printf ("%s: %s%s%s", clinch_kind_label (hit->kind, FALSE), title,
                                 *subtitle != '\0' ? ", " : "", subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);

  return GTK_WIDGET (self);
}

ClinchKind
clinch_search_row_get_kind (ClinchSearchRow *self)
{
  g_return_val_if_fail (CLINCH_IS_SEARCH_ROW (self), CLINCH_KIND_NONE);

  return self->kind;
}

gint64
clinch_search_row_get_id (ClinchSearchRow *self)
{
  g_return_val_if_fail (CLINCH_IS_SEARCH_ROW (self), 0);

  return self->id;
}

const char *
clinch_search_row_get_label (ClinchSearchRow *self)
{
  g_return_val_if_fail (CLINCH_IS_SEARCH_ROW (self), NULL);

  return self->label;
}
