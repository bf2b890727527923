// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where records stand: to whom people report, which company another one belongs to. A row by which
// something would come to stand above itself is rejected before anything is made of it.
//
// A row may name one that comes later. Until that comes, a node of its own holds its place, known
// by the identifier or the name; then the node leads on to the record.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-session.h"

#include <glib/gi18n.h>

/* So many names of a circle are said. */
#define MAX_NAMES 6

/* Keys below that are nodes. A check gives out keys below 0, but not that many. */
#define IS_NODE(id) ((id) < G_MININT64 / 2)

/* Where a record stands, or a node in its stead, which has no name. */
typedef struct
{
  gint64 above; /* 0 for nothing */
  guint line;   /* of the file, 0 for what was there before */
  char *name;
} Place;

struct _ClinchImportPlaces
{
  GHashTable *by_id;
  GHashTable *awaited; /* key of a name or identifier to the node in its stead */
  gint64 last_node;
};

static void
free_place (gpointer data)
{
  Place *place = data;

  g_free (place->name);
  g_free (place);
}

void
clinch_import_places_free (ClinchImportPlaces *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->awaited);
  g_free (self);
}

int
clinch_import_place_field (ClinchKind kind)
{
  switch ((int) kind)
    {
    case CLINCH_KIND_CUSTOMER:
      return CLINCH_CUSTOMER_PARENT;
    case CLINCH_KIND_TEAM:
      return CLINCH_TEAM_PARENT;
    case CLINCH_KIND_MEMBER:
      return CLINCH_MEMBER_MANAGER;
    case CLINCH_KIND_CONTACT:
      return CLINCH_CONTACT_REPORTS_TO;
    default:
      return -1;
    }
}

static void
set_place (ClinchImportPlaces *self,
           gint64              id,
           gint64              above,
           guint               line,
           const char         *name)
{
  Place *place = g_new0 (Place, 1);

  place->above = above;
  place->line = line;
  place->name = g_strdup (name);
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), place);
}

static gint64
look_above (ClinchImportPlaces *self,
            gint64              id)
{
  const Place *place = g_hash_table_lookup (self->by_id, &id);

  return place != NULL ? place->above : 0;
}

static gboolean
fill_places (ClinchImportPlaces  *self,
             ClinchDb            *db,
             ClinchKind           kind,
             GError             **error)
{
  const char *column = clinch_kind_field (kind, clinch_import_place_field (kind))->column;
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s WHERE %s IS NOT NULL"
                                          " AND deleted_at IS NULL", column,
                                          clinch_kind_table (kind), column);
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        set_place (self, clinch_statement_int (statement, 0), clinch_statement_int (statement, 1),
                   0, NULL);
    }

  return TRUE;
}

/* Finds the places of the session's kind, %NULL where the rows say nothing of them. */
static gboolean
load_places (ClinchImportSession  *self,
             ClinchImportPlaces  **places,
             GError              **error)
{
  int field = clinch_import_place_field (self->kind);
  ClinchImportPlaces **known = &self->shared->places[self->kind];

  *places = NULL;
  if (field < 0 || (self->by_target[field] == NULL
                    && self->by_target[CLINCH_IMPORT_UID_OF (field)] == NULL))
    return TRUE;

  if (*known == NULL)
    {
      *known = g_new0 (ClinchImportPlaces, 1);
      (*known)->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_place);
      (*known)->awaited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      (*known)->last_node = G_MININT64;
      if (!fill_places (*known, self->db, self->kind, error))
        return FALSE;
    }
  *places = *known;

  return TRUE;
}

static char *
key_of_name (ClinchImportSession *self,
             gint64               context,
             const char          *name)
{
  g_autofree char *key = clinch_import_lookup_key (self->kind, name != NULL ? name : "");

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%s", context, key);
}

static char *
key_of_uid (const ClinchUid *uid)
{
  char text[CLINCH_UID_STRING_SIZE];

  clinch_uid_to_string (uid, text);
  return g_strdup (text);
}

/* By what a reference to a later row is known: the identifier if a row has it. */
static char *
key_of_ref (ClinchImportSession *self,
            const char          *name,
            const ClinchUid     *uid,
            gint64               context)
{
  g_autofree char *key = uid != NULL ? key_of_uid (uid) : NULL;

  if (key != NULL && (name == NULL || g_hash_table_contains (self->own_uids, key)))
    return g_steal_pointer (&key);

  return key_of_name (self, context, name);
}

static gint64
find_node (ClinchImportPlaces *self,
           const char         *key)
{
  const gint64 *node = g_hash_table_lookup (self->awaited, key);

  return node != NULL ? *node : 0;
}

static gint64
ensure_node (ClinchImportPlaces *self,
             const char         *key)
{
  gint64 node = find_node (self, key);

  if (node == 0)
    {
      node = ++self->last_node;
      g_hash_table_insert (self->awaited, g_strdup (key), g_memdup2 (&node, sizeof node));
    }

  return node;
}

/* The way up from @start to one of @ends, which is the last of it; %NULL if it leads elsewhere. */
static GArray *
find_way (ClinchImportPlaces *self,
          gint64              start,
          const gint64       *ends,
          gsize               n_ends)
{
  g_autoptr(GArray) way = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint longest = g_hash_table_size (self->by_id) + 1;

  for (gint64 at = start; at != 0 && way->len <= longest; at = look_above (self, at))
    {
      g_array_append_val (way, at);
      for (gsize i = 0; i < n_ends; i++)
        if (at == ends[i])
          return g_steal_pointer (&way);
    }

  return NULL;
}

static void
append_name (GString    *names,
             const char *name,
             guint       line)
{
  if (names->len > 0)
    g_string_append (names, " → ");
  if (line != 0)
    /* Translators: a name and the line of a file that it comes from: Wang Min (line 12). */
    g_string_append_printf (names, _("%1$s (line %2$u)"), name, line);
  else
    g_string_append (names, name);
}

/* Who stands in the circle: the record that closes it, those of @way, and it again. */
static char *
describe_circle (ClinchImportSession *self,
                 const char          *name,
                 const GArray        *way)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n_named = 1;

  append_name (names, name, 0);
  for (guint i = 0; i + 1 < way->len; i++)
    {
      gint64 id = g_array_index (way, gint64, i);
      const Place *place = g_hash_table_lookup (self->shared->places[self->kind]->by_id, &id);
      g_autofree char *stored = NULL;

      if (IS_NODE (id) || ++n_named > MAX_NAMES)
        continue;
      if (place->name == NULL)
        stored = clinch_db_name_of (self->db, self->kind, id);
      append_name (names, stored != NULL ? stored : place->name, place->line);
    }
  if (n_named > MAX_NAMES)
    append_name (names, "…", 0);
  append_name (names, name, 0);

  if (self->kind == CLINCH_KIND_CONTACT || self->kind == CLINCH_KIND_MEMBER)
    /* Translators: people, each of whom reports to the next: Wang → Zhao (line 4) → Wang. */
    return g_strdup_printf (_("Nobody can report to themselves by way of others: %s."),
                            names->str);

  /* Translators: companies or teams, each of which belongs to the next: A → B (line 4) → A. */
  return g_strdup_printf (_("Nothing can belong to itself by way of others: %s."), names->str);
}

/* Where the row at work puts its record: a record, a node, or 0. */
static gint64
find_above (ClinchImportSession *self,
            ClinchImportPlaces  *places)
{
  int field = clinch_import_place_field (self->kind);
  const ClinchImportRef *ref = &self->refs[field];
  g_autofree char *key = NULL;
  gint64 context;

  if (ref->state == CLINCH_IMPORT_REF_FOUND)
    return ref->entry->id;
  if (ref->state != CLINCH_IMPORT_REF_LATER)
    return 0;

  context = clinch_import_session_ref_context (self, clinch_kind_field (self->kind, field));
  key = key_of_ref (self, ref->name, ref->has_uid ? &ref->uid : NULL, context);
  return ensure_node (places, key);
}

/* The nodes by which other rows speak of the row at work; the second is 0 without an identifier. */
static void
find_own_nodes (ClinchImportSession *self,
                ClinchImportPlaces  *places,
                gint64               nodes[2])
{
  gint64 context = self->kind == CLINCH_KIND_CONTACT
                   ? clinch_row_int (self->record, CLINCH_CONTACT_CUSTOMER) : 0;
  g_autofree char *name = key_of_name (self, context, clinch_row_name (self->record));
  g_autofree char *uid = self->has_uid ? key_of_uid (&self->record->uid) : NULL;

  nodes[0] = ensure_node (places, name);
  nodes[1] = uid != NULL ? ensure_node (places, uid) : 0;
}

gboolean
clinch_import_session_check_place (ClinchImportSession  *self,
                                   gint64                id,
                                   GError              **error)
{
  g_autoptr(GArray) way = NULL;
  ClinchImportPlaces *places;
  gint64 ends[3] = { 0, 0, id };

  if (!load_places (self, &places, error))
    return FALSE;
  if (places == NULL)
    return TRUE;

  find_own_nodes (self, places, ends);
  way = find_way (places, find_above (self, places), ends, G_N_ELEMENTS (ends));
  if (way != NULL)
    {
      const ClinchImportSessionColumn *column =
        self->by_target[clinch_import_place_field (self->kind)];

      clinch_import_session_problem (self, column != NULL ? column->index : -1,
                                     CLINCH_IMPORT_REJECTED,
                                     describe_circle (self, clinch_row_name (self->record), way));
    }

  return TRUE;
}

gboolean
clinch_import_session_note_place (ClinchImportSession  *self,
                                  gint64                id,
                                  gboolean              is_moved,
                                  GError              **error)
{
  guint line = clinch_table_get_line (self->table, self->row);
  ClinchImportPlaces *places;
  gint64 nodes[2];
  gint64 above;

  if (!load_places (self, &places, error))
    return FALSE;
  if (places == NULL)
    return TRUE;

  find_own_nodes (self, places, nodes);
  for (gsize i = 0; i < G_N_ELEMENTS (nodes); i++)
    if (nodes[i] != 0 && (id != 0 || look_above (places, nodes[i]) == 0))
      set_place (places, nodes[i], id, line, NULL);
  above = is_moved ? find_above (self, places) : 0;
  if (above != 0)
    set_place (places, id, above, line, clinch_row_name (self->record));

  return TRUE;
}

char *
clinch_import_later_settle_place (const ClinchImportLater *self,
                                  gint64                   above_id)
{
  ClinchImportSession *session = self->session;
  ClinchImportPlaces *places = session->shared->places[session->kind];
  g_autoptr(GArray) way = NULL;
  Place *place;

  if (self->field->index != clinch_import_place_field (session->kind))
    return NULL;

  place = g_hash_table_lookup (places->by_id, &self->id);
  way = find_way (places, above_id, &self->id, 1);
  if (way != NULL)
    return describe_circle (session, place->name, way);

  place->above = above_id;
  return NULL;
}

guint
clinch_import_later_rejected_line (const ClinchImportLater *self)
{
  ClinchImportSession *session = self->session;
  g_autofree char *key = NULL;
  const Place *place;
  gint64 node;

  if (self->field->index != clinch_import_place_field (session->kind))
    return 0;

  key = key_of_ref (session, self->name, self->has_uid ? &self->uid : NULL, self->context);
  node = find_node (session->shared->places[session->kind], key);
  place = g_hash_table_lookup (session->shared->places[session->kind]->by_id, &node);

  return place != NULL && place->above == 0 ? place->line : 0;
}
