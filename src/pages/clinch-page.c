// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-page.h"

#include "clinch-actions.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ClinchWorkspace *workspace;
  GCancellable *cancellable;
} ClinchPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinchPage, clinch_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
clinch_page_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, clinch_page_get_workspace (CLINCH_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_page_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  ClinchPagePrivate *priv = clinch_page_get_instance_private (CLINCH_PAGE (object));

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      priv->workspace = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_page_dispose (GObject *object)
{
  ClinchPagePrivate *priv = clinch_page_get_instance_private (CLINCH_PAGE (object));

  /* Answers that are still on the way find nobody any more. */
  g_cancellable_cancel (priv->cancellable);

  G_OBJECT_CLASS (clinch_page_parent_class)->dispose (object);
}

static void
clinch_page_finalize (GObject *object)
{
  ClinchPagePrivate *priv = clinch_page_get_instance_private (CLINCH_PAGE (object));

  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (clinch_page_parent_class)->finalize (object);
}

static void
clinch_page_class_init (ClinchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinch_page_get_property;
  object_class->set_property = clinch_page_set_property;
  object_class->dispose = clinch_page_dispose;
  object_class->finalize = clinch_page_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, CLINCH_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
clinch_page_init (ClinchPage *self)
{
  ClinchPagePrivate *priv = clinch_page_get_instance_private (self);

  priv->cancellable = g_cancellable_new ();
}

ClinchWorkspace *
clinch_page_get_workspace (ClinchPage *self)
{
  ClinchPagePrivate *priv = clinch_page_get_instance_private (self);

  g_return_val_if_fail (CLINCH_IS_PAGE (self), NULL);

  return priv->workspace;
}

GCancellable *
clinch_page_get_cancellable (ClinchPage *self)
{
  ClinchPagePrivate *priv = clinch_page_get_instance_private (self);

  g_return_val_if_fail (CLINCH_IS_PAGE (self), NULL);

  return priv->cancellable;
}

gboolean
clinch_page_focus_search (ClinchPage *self)
{
  g_return_val_if_fail (CLINCH_IS_PAGE (self), FALSE);

  if (CLINCH_PAGE_GET_CLASS (self)->focus_search == NULL)
    return FALSE;

  CLINCH_PAGE_GET_CLASS (self)->focus_search (self);
  return TRUE;
}

gboolean
clinch_page_add (ClinchPage *self)
{
  g_return_val_if_fail (CLINCH_IS_PAGE (self), FALSE);

  if (CLINCH_PAGE_GET_CLASS (self)->add == NULL)
    return FALSE;

  CLINCH_PAGE_GET_CLASS (self)->add (self);
  return TRUE;
}

void
clinch_page_toast (GtkWidget  *widget,
                   const char *message)
{
  gtk_widget_activate_action (widget, "win.toast", "s", message);
}

void
clinch_page_toast_undo (GtkWidget             *widget,
                        const char            *message,
                        const ClinchChangeSet *changes)
{
  g_autofree char *label = NULL;

  if (changes->step_id == 0)
    return;
  if (message == NULL)
    label = clinch_step_label (changes->action, changes->args);
  gtk_widget_activate_action (widget, "win.toast-undo", "(sx)", message != NULL ? message : label,
                              changes->step_id);
}

void
clinch_page_report (GtkWidget    *widget,
                    const GError *error)
{
  /* Whoever cancelled knows it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

gboolean
clinch_page_finish (GtkWidget    *widget,
                    GAsyncResult *result,
                    const char   *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes == NULL)
    clinch_page_report (widget, error);
  else
    clinch_page_toast_undo (widget, message, changes);

  return changes != NULL;
}

void
clinch_page_done_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;

  clinch_page_finish (widget, result, NULL);
}

void
clinch_page_copy (GtkWidget  *widget,
                  const char *text,
                  const char *message)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  clinch_page_toast (widget, message != NULL ? message : _("Copied"));
}

typedef struct
{
  GtkWidget *widget;
  void (*update) (GtkWidget *widget);
} Update;

static void
drop_source (gpointer source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
drop_update_cb (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (widget), "clinch-update", NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  const Update *later = user_data;
  g_autoptr(GtkWidget) widget = g_object_ref (later->widget);

  g_signal_handlers_disconnect_by_func (widget, drop_update_cb, NULL);
  drop_update_cb (widget);
  later->update (widget);

  return G_SOURCE_REMOVE;
}

void
clinch_page_update_later (GtkWidget *widget,
                          void     (*update) (GtkWidget *widget))
{
  Update *later;
  GSource *source;

  if (g_object_get_data (G_OBJECT (widget), "clinch-update") != NULL)
    return;

  later = g_new (Update, 1);
  later->widget = widget;
  later->update = update;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, update_cb, later, g_free);
  g_source_attach (source, NULL);
  g_signal_connect (widget, "destroy", G_CALLBACK (drop_update_cb), NULL);
  g_object_set_data_full (G_OBJECT (widget), "clinch-update", source, drop_source);
}

void
clinch_page_open (GtkWidget  *widget,
                  ClinchKind  kind,
                  gint64      id)
{
  gtk_widget_activate_action (widget, "win.open", "(sx)", clinch_kind_word (kind), id);
}

void
clinch_page_push (GtkWidget         *widget,
                  AdwNavigationPage *page)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  g_return_if_fail (view != NULL);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}
