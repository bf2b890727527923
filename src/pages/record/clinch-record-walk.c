// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-record-walk.h"

#include <glib/gi18n-lib.h>

static guint
n_items (ClinchRecordWalk *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static guint
place_of (ClinchRecordWalk *self)
{
  return self->list != NULL ? clinch_record_list_find (self->list, self->id) : G_MAXUINT;
}

void
clinch_record_walk_find (ClinchRecordWalk *self)
{
  guint place = place_of (self);

  if (place != G_MAXUINT)
    self->position = place;
}

gboolean
clinch_record_walk_is_empty (ClinchRecordWalk *self)
{
  return n_items (self) == 0;
}

/* Once the record has left the list, the next one is where it was. */
gboolean
clinch_record_walk_can_step (ClinchRecordWalk *self,
                             gboolean          forward)
{
  if (!forward)
    return self->position > 0 && n_items (self) > 0;

  return self->position + (place_of (self) != G_MAXUINT) < n_items (self);
}

gint64
clinch_record_walk_step (ClinchRecordWalk *self,
                         gboolean          forward)
{
  gint64 id;
  guint position;

  if (!clinch_record_walk_can_step (self, forward))
    return 0;

  position = forward ? self->position + (place_of (self) != G_MAXUINT) : self->position - 1;
  id = clinch_record_list_get_id (self->list, position);
  if (id != 0)
    {
      self->position = position;
      self->id = id;
    }

  return id;
}

char *
clinch_record_walk_dup_place (ClinchRecordWalk *self)
{
  guint place = place_of (self);

  if (place == G_MAXUINT)
    return g_strdup ("");

  /* Translators: which of the records in a list is shown. */
  return g_strdup_printf (_("%1$u of %2$u"), place + 1, n_items (self));
}
