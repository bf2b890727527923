// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-refresh.h"

#include "clinch-clock.h"
#include "clinch-profile-derive.h"
#include "clinch-target-operations.h"

/* Clocks that wake a program stand still while the machine sleeps, so midnight may be missed; a
 * look at the date costs nothing. */
#define LOOK_SECONDS (15 * 60)

struct _ClinchProfileRefresh
{
  GObject parent_instance;

  ClinchStore *store;
  GCancellable *cancellable;
  gint64 after;
  guint look_source;
  guint portion_source;
  guint busy : 1;
};

G_DEFINE_FINAL_TYPE (ClinchProfileRefresh, clinch_profile_refresh, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  gint64 after;
  gint64 last;
} Portion;

static void
set_busy (ClinchProfileRefresh *self,
          gboolean              busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gpointer
read_is_due (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  return GINT_TO_POINTER (clinch_profile_is_due (db, clinch_clock_now ()));
}

static gboolean
write_portion (ClinchTxn  *txn,
               gpointer    data,
               GError    **error)
{
  Portion *portion = data;

  return clinch_profile_work_out (txn, portion->after, CLINCH_PROFILE_PORTION, &portion->last,
                                  error)
         && (portion->last != 0 || clinch_forecast_keep_due (txn, error));
}

static void queue_portion (ClinchProfileRefresh *self);

static void
portion_written_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(ClinchProfileRefresh) self = user_data;
  const Portion *portion = clinch_store_job_data (result);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = NULL;

  changes = clinch_store_write_finish (CLINCH_STORE (object), result, &error);
  if (changes == NULL)
    g_debug ("Profiles are not brought up to date: %s", error->message);
  if (changes == NULL || portion->last == 0 || g_cancellable_is_cancelled (self->cancellable))
    {
      set_busy (self, FALSE);
      return;
    }

  self->after = portion->last;
  queue_portion (self);
}

static gboolean
portion_cb (gpointer user_data)
{
  ClinchProfileRefresh *self = user_data;
  Portion *portion = g_new0 (Portion, 1);

  self->portion_source = 0;
  portion->after = self->after;
  clinch_store_write_async (self->store, write_portion, portion, g_free, self->cancellable,
                            portion_written_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
queue_portion (ClinchProfileRefresh *self)
{
  self->portion_source = g_idle_add_full (G_PRIORITY_LOW, portion_cb, self, NULL);
}

static void
due_read_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinchProfileRefresh) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean due = clinch_store_read_finish (CLINCH_STORE (object), result, &error) != NULL;

  if (!due || g_cancellable_is_cancelled (self->cancellable))
    {
      set_busy (self, FALSE);
      return;
    }

  self->after = 0;
  queue_portion (self);
}

static gboolean
look_cb (gpointer user_data)
{
  clinch_profile_refresh_look (user_data);

  return G_SOURCE_CONTINUE;
}

static void
clinch_profile_refresh_dispose (GObject *object)
{
  ClinchProfileRefresh *self = CLINCH_PROFILE_REFRESH (object);

  clinch_profile_refresh_stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (clinch_profile_refresh_parent_class)->dispose (object);
}

static void
clinch_profile_refresh_finalize (GObject *object)
{
  ClinchProfileRefresh *self = CLINCH_PROFILE_REFRESH (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (clinch_profile_refresh_parent_class)->finalize (object);
}

static void
clinch_profile_refresh_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ClinchProfileRefresh *self = CLINCH_PROFILE_REFRESH (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_profile_refresh_class_init (ClinchProfileRefreshClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clinch_profile_refresh_dispose;
  object_class->finalize = clinch_profile_refresh_finalize;
  object_class->get_property = clinch_profile_refresh_get_property;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
clinch_profile_refresh_init (ClinchProfileRefresh *self)
{
  self->cancellable = g_cancellable_new ();
}

ClinchProfileRefresh *
clinch_profile_refresh_new (ClinchStore *store)
{
  ClinchProfileRefresh *self;

  g_return_val_if_fail (CLINCH_IS_STORE (store), NULL);

  self = g_object_new (CLINCH_TYPE_PROFILE_REFRESH, NULL);
  self->store = g_object_ref (store);
  if (!clinch_store_is_read_only (store))
    {
      self->look_source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
      clinch_profile_refresh_look (self);
    }

  return self;
}

void
clinch_profile_refresh_look (ClinchProfileRefresh *self)
{
  g_return_if_fail (CLINCH_IS_PROFILE_REFRESH (self));

  if (self->busy || clinch_store_is_read_only (self->store)
      || g_cancellable_is_cancelled (self->cancellable))
    return;

  set_busy (self, TRUE);
  clinch_store_read_async (self->store, read_is_due, NULL, NULL, NULL, self->cancellable,
                           due_read_cb, g_object_ref (self));
}

void
clinch_profile_refresh_stop (ClinchProfileRefresh *self)
{
  g_return_if_fail (CLINCH_IS_PROFILE_REFRESH (self));

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->portion_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

gboolean
clinch_profile_refresh_is_busy (ClinchProfileRefresh *self)
{
  g_return_val_if_fail (CLINCH_IS_PROFILE_REFRESH (self), FALSE);

  return self->busy;
}
