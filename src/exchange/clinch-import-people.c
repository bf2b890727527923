// SPDX-License-Identifier: GPL-3.0-or-later
//
// Members and their managers. A list of people often says nothing of teams, only who manages whom:
// then everybody who manages somebody leads a team, and those managed are in it.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include "clinch-text.h"

static void
free_manager (gpointer data)
{
  ClinchImportManager *manager = data;

  g_free (manager->region);
  g_free (manager);
}

static ClinchImportManager *
take_manager (ClinchImportSession *self,
              const char          *name)
{
  g_autofree char *key = clinch_import_lookup_key (CLINCH_KIND_MEMBER, name);
  ClinchImportManager *manager = g_hash_table_lookup (self->managers, key);

  if (manager == NULL)
    {
      manager = g_new0 (ClinchImportManager, 1);
      g_hash_table_insert (self->managers, g_steal_pointer (&key), manager);
    }

  return manager;
}

/* Who manages others, and in which region these are, if it is one. */
void
clinch_import_session_collect_managers (ClinchImportSession *self)
{
  const ClinchImportSessionColumn *names = self->by_target[CLINCH_MEMBER_MANAGER];
  const ClinchImportSessionColumn *regions = self->by_target[CLINCH_MEMBER_REGION];
  const ClinchImportSessionColumn *own = self->by_target[CLINCH_MEMBER_NAME];
  guint n_rows = clinch_table_get_n_rows (self->table);

  self->managers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_manager);
  for (guint row = 0; names != NULL && row < n_rows; row++)
    {
      ClinchImportManager *manager;
      const char *region;

      clinch_table_get_row (self->table, row, self->cells);
      if (clinch_import_cell_is_empty (names->field, self->cells[names->index]))
        continue;
      /* Who is listed as the own manager manages nobody by that. */
      if (own != NULL && g_str_equal (self->cells[own->index], self->cells[names->index]))
        continue;
      manager = take_manager (self, self->cells[names->index]);
      region = regions != NULL ? self->cells[regions->index] : "";
      if (manager->region == NULL)
        manager->region = g_strdup (region);
      else if (!g_str_equal (manager->region, region))
        manager->regions_differ = TRUE;
    }
}

const ClinchImportManager *
clinch_import_session_manager (ClinchImportSession *self,
                               const char          *name)
{
  g_autofree char *key = NULL;

  if (self->managers == NULL || g_hash_table_size (self->managers) == 0)
    return NULL;

  key = clinch_import_lookup_key (CLINCH_KIND_MEMBER, name);
  return g_hash_table_lookup (self->managers, key);
}

void
clinch_import_session_fill_team (ClinchImportSession *self,
                                 ClinchRow           *team,
                                 gint64               manager_id)
{
  const ClinchImportEntry *entry = clinch_import_lookup_by_id (self->lookup, CLINCH_KIND_MEMBER,
                                                               manager_id);
  const ClinchImportManager *manager = entry != NULL
                                       ? clinch_import_session_manager (self, entry->name) : NULL;

  if (manager_id == 0)
    return;
  clinch_row_set_int (team, CLINCH_TEAM_MANAGER, manager_id);
  if (manager != NULL && !manager->regions_differ)
    clinch_row_set_text (team, CLINCH_TEAM_REGION, manager->region);
}

static ClinchImportEntry *
find_led_team (ClinchImportSession *self,
               gint64               manager_id)
{
  g_autoptr(GPtrArray) teams = clinch_import_lookup_all (self->lookup, CLINCH_KIND_TEAM,
                                                         manager_id);

  return teams->len > 0 ? teams->pdata[0] : NULL;
}

/* The team that @manager leads; made where there is none, with the manager in it. */
ClinchImportEntry *
clinch_import_session_team_of (ClinchImportSession  *self,
                               ClinchImportEntry    *manager,
                               GError              **error)
{
  ClinchImportEntry *team = find_led_team (self, manager->id);
  g_autoptr(ClinchRow) changes = NULL;
  g_autofree char *name = NULL;
  ClinchImportRef ref = { CLINCH_IMPORT_REF_MAKE };

  if (team != NULL)
    return team;

  name = g_strdup_printf (self->shared->is_chinese ? "%s团队" : "%s’s Team", manager->name);
  ref.name = name;
  clinch_import_lookup_find (self->lookup, CLINCH_KIND_TEAM, 0, name, &team);
  if (team != NULL && team->context == 0)
    return team;
  team = clinch_import_session_make (self, CLINCH_KIND_TEAM, &ref, manager->id, error);
  if (team == NULL || manager->context != 0)
    return team;

  changes = clinch_row_new (CLINCH_KIND_MEMBER);
  clinch_row_set_int (changes, CLINCH_MEMBER_TEAM, team->id);
  manager->context = team->id;

  return clinch_import_shared_update (self->shared, manager->id, changes, error) ? team : NULL;
}
