// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-history-item.h"

#include "clinch-clock.h"
#include "clinch-date.h"

struct _ClinchHistoryItem
{
  GObject parent_instance;

  ClinchHistoryEntry *entry;
  guint32 day;
  gboolean expanded;
  gboolean asked;
  GPtrArray *changes;
};

G_DEFINE_FINAL_TYPE (ClinchHistoryItem, clinch_history_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UNDONE,
  PROP_EXPANDED,
  PROP_CHANGES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
clinch_history_item_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ClinchHistoryItem *self = CLINCH_HISTORY_ITEM (object);

  switch (prop_id)
    {
    case PROP_UNDONE:
      g_value_set_boolean (value, clinch_history_item_is_undone (self));
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    case PROP_CHANGES:
      g_value_set_boxed (value, self->changes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_history_item_finalize (GObject *object)
{
  ClinchHistoryItem *self = CLINCH_HISTORY_ITEM (object);

  g_clear_pointer (&self->entry, clinch_history_entry_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);

  G_OBJECT_CLASS (clinch_history_item_parent_class)->finalize (object);
}

static void
clinch_history_item_class_init (ClinchHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinch_history_item_get_property;
  object_class->finalize = clinch_history_item_finalize;

  properties[PROP_UNDONE] = g_param_spec_boolean ("undone", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHANGES] = g_param_spec_boxed ("changes", NULL, NULL, G_TYPE_PTR_ARRAY,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
clinch_history_item_init (ClinchHistoryItem *self)
{
}

ClinchHistoryItem *
clinch_history_item_new (ClinchHistoryEntry *entry)
{
  ClinchHistoryItem *self = g_object_new (CLINCH_TYPE_HISTORY_ITEM, NULL);
  char date[CLINCH_DATE_SIZE];

  self->entry = entry;
  clinch_date_from_instant (entry->step->at, clinch_clock_timezone (), date);
  self->day = clinch_date_to_days (date);

  return self;
}

const ClinchHistoryEntry *
clinch_history_item_get_entry (ClinchHistoryItem *self)
{
  g_return_val_if_fail (CLINCH_IS_HISTORY_ITEM (self), NULL);

  return self->entry;
}

guint32
clinch_history_item_get_day (ClinchHistoryItem *self)
{
  g_return_val_if_fail (CLINCH_IS_HISTORY_ITEM (self), 0);

  return self->day;
}

gboolean
clinch_history_item_is_undone (ClinchHistoryItem *self)
{
  g_return_val_if_fail (CLINCH_IS_HISTORY_ITEM (self), FALSE);

  return self->entry->step->undone_by != 0;
}

void
clinch_history_item_set_undone (ClinchHistoryItem *self,
                                gboolean           undone)
{
  g_return_if_fail (CLINCH_IS_HISTORY_ITEM (self));

  if (undone == clinch_history_item_is_undone (self))
    return;
  self->entry->step->undone_by = undone;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDONE]);
}

gboolean
clinch_history_item_is_expanded (ClinchHistoryItem *self)
{
  g_return_val_if_fail (CLINCH_IS_HISTORY_ITEM (self), FALSE);

  return self->expanded;
}

static gpointer
changes_job (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  const gint64 *step_id = data;

  return clinch_history_changes (db, *step_id, CLINCH_KIND_NONE, 0, CLINCH_HISTORY_MAX_CHANGES,
                                 error);
}

static void
changes_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinchHistoryItem) self = user_data;
  g_autoptr(GError) error = NULL;

  self->changes = clinch_store_read_finish (CLINCH_STORE (object), result, &error);
  if (self->changes == NULL)
    {
      g_warning ("The changes of a step could not be read: %s", error->message);
      self->asked = FALSE;
      return;
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES]);
}

void
clinch_history_item_set_expanded (ClinchHistoryItem *self,
                                  gboolean           expanded,
                                  ClinchWorkspace   *workspace)
{
  g_return_if_fail (CLINCH_IS_HISTORY_ITEM (self));

  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  if (expanded && !self->asked)
    {
      self->asked = TRUE;
      clinch_store_read_async (clinch_workspace_get_store (workspace), changes_job,
                               g_memdup2 (&self->entry->step->id, sizeof (gint64)), g_free,
                               (GDestroyNotify) g_ptr_array_unref, NULL, changes_cb,
                               g_object_ref (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

GPtrArray *
clinch_history_item_get_changes (ClinchHistoryItem *self)
{
  g_return_val_if_fail (CLINCH_IS_HISTORY_ITEM (self), NULL);

  return self->changes;
}
