// SPDX-License-Identifier: GPL-3.0-or-later
//
// The people of the sample: teams of eight in three departments. Whoever the workspace calls “me”
// takes the place of the first account manager, so that taking the sample away gives that member
// their own name back.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-private.h"

enum
{
  SALES,
  PRESALES,
  MARKETING,
  N_DEPARTMENTS
};

typedef struct
{
  gint64 team;
  gint64 departments[N_DEPARTMENTS];
  char *region;
  const ClinchSampleList *first_names;
  guint n_first_names;
} TeamPlan;

static char *
name_region (ClinchSample *self,
             guint         index)
{
  const ClinchSampleList *regions = &self->words->regions;
  const char *region = regions->items[index % regions->n];
  g_autofree char *number = NULL;
  g_autofree char *suffix = NULL;
  ClinchSampleSlot slot;

  if (index < regions->n)
    return g_strdup (region);

  number = g_strdup_printf ("%u", index / regions->n + 1);
  slot = (ClinchSampleSlot) { "n", number };
  suffix = clinch_sample_expand (self->words->region_number, &slot, 1);

  return g_strconcat (region, suffix, NULL);
}

static gint64
add_team (ClinchSample  *self,
          const char    *template,
          const char    *region,
          gint64         parent,
          GError       **error)
{
  ClinchSampleSlot slot = { "region", region };
  g_autofree char *name = clinch_sample_expand (template, &slot, 1);
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_TEAM);

  clinch_sample_set_text (row, CLINCH_TEAM_NAME, name);
  clinch_sample_set_text (row, CLINCH_TEAM_REGION, region);
  if (parent != 0)
    clinch_row_set_int (row, CLINCH_TEAM_PARENT, parent);

  return clinch_sample_insert (self, row, error);
}

static char *
make_mail (ClinchSample             *self,
           const ClinchSamplePerson *person)
{
  g_autofree char *given = clinch_sample_names_latin (person->given, FALSE);
  g_autofree char *surname = clinch_sample_names_latin (person->surname, TRUE);

  return g_strdup_printf ("%s.%s@%s", given, surname, self->words->mail_host);
}

static gboolean
add_member (ClinchSample        *self,
            ClinchSampleMember  *member,
            TeamPlan            *plan,
            int                  department,
            const char          *role,
            gint64               manager,
            GError             **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_MEMBER);
  gboolean is_me = member == &self->teams[0].sellers[0];
  gint64 me = is_me ? clinch_txn_me (self->txn) : 0;
  g_autofree char *mail = NULL;
  char id[24];

  if (plan->n_first_names < plan->first_names->n)
    clinch_sample_names_parse (self->names, plan->first_names->items[plan->n_first_names++],
                               &member->person);
  else
    clinch_sample_names_person (self->names, &self->random, &member->person);
  mail = make_mail (self, &member->person);
  clinch_sample_set_text (row, CLINCH_MEMBER_NAME, member->person.name);
  clinch_sample_set_text (row, CLINCH_MEMBER_ROLE, role);
  clinch_sample_set_text (row, CLINCH_MEMBER_REGION, plan->region);
  clinch_sample_set_text (row, CLINCH_MEMBER_EMAIL, mail);
  clinch_row_set_int (row, CLINCH_MEMBER_TEAM, plan->departments[department]);
  if (manager != 0)
    clinch_row_set_int (row, CLINCH_MEMBER_MANAGER, manager);

  if (me != 0)
    {
      member->id = me;
      return clinch_txn_update (self->txn, me, row, error);
    }

  member->id = clinch_sample_insert (self, row, error);
  if (member->id == 0 || !is_me)
    return member->id != 0;

  g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, member->id);
  return clinch_txn_set_local (self->txn, "me", id, error);
}

static gboolean
add_departments (ClinchSample  *self,
                 TeamPlan      *plan,
                 GError       **error)
{
  plan->team = add_team (self, self->words->team, plan->region, 0, error);
  for (int i = 0; plan->team != 0 && i < N_DEPARTMENTS; i++)
    {
      plan->departments[i] = add_team (self, self->words->departments.items[i], plan->region,
                                       plan->team, error);
      if (plan->departments[i] == 0)
        return FALSE;
    }

  return plan->team != 0;
}

static gboolean
set_team_manager (ClinchSample  *self,
                  gint64         team,
                  gint64         manager,
                  GError       **error)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_TEAM);

  clinch_row_set_int (changes, CLINCH_TEAM_MANAGER, manager);
  return clinch_txn_update (self->txn, team, changes, error);
}

static gboolean
add_members (ClinchSample      *self,
             ClinchSampleTeam  *team,
             TeamPlan          *plan,
             GError           **error)
{
  gint64 manager;

  if (!add_member (self, &team->manager, plan, SALES, "manager", 0, error))
    return FALSE;
  manager = team->manager.id;
  for (int i = 0; i < CLINCH_SAMPLE_SELLERS; i++)
    if (!add_member (self, &team->sellers[i], plan, SALES, "owner", manager, error))
      return FALSE;
  for (int i = 0; i < CLINCH_SAMPLE_PRESALES; i++)
    if (!add_member (self, &team->presales[i], plan, PRESALES, "collaborator", manager, error))
      return FALSE;
  if (!add_member (self, &team->marketing, plan, MARKETING, "collaborator", manager, error))
    return FALSE;

  return set_team_manager (self, plan->team, manager, error) &&
         set_team_manager (self, plan->departments[SALES], manager, error) &&
         set_team_manager (self, plan->departments[PRESALES], team->presales[0].id, error) &&
         set_team_manager (self, plan->departments[MARKETING], team->marketing.id, error);
}

gboolean
clinch_sample_add_teams (ClinchSample  *self,
                         GError       **error)
{
  for (guint i = 0; i < self->n_teams; i++)
    {
      g_autofree char *region = name_region (self, i);
      ClinchSampleList none = { NULL, 0 };
      TeamPlan plan = { .region = region,
                        .first_names = i == 0 ? &self->words->first_team : &none };
      ClinchSampleSlot slots[2];

      /* Each team depends on the seed alone, so that the first ones are the same at any scale. */
      clinch_sample_random_init (&self->random, self->seed, G_MAXUINT32 + (guint64) i);
      if (!add_departments (self, &plan, error)
          || !add_members (self, &self->teams[i], &plan, error))
        return FALSE;

      slots[0] = (ClinchSampleSlot) { "surname", self->teams[i].manager.person.surname };
      slots[1] = (ClinchSampleSlot) { "given", self->teams[i].manager.person.given };
      self->teams[i].chief = clinch_sample_expand (self->words->chief, slots, G_N_ELEMENTS (slots));
    }

  return TRUE;
}
