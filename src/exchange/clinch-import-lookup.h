// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchImportEntry:
 * @kind: kind of the record
 * @id: its key; below 0 for one that a check only pretends to make
 * @context: the record it stands under: customer of a contact or opportunity, pipeline of a stage,
 *   team of a member, manager of a team, else 0
 * @other: pipeline of an opportunity, position of a stage or pipeline, else 0
 * @name: its name
 * @type: (nullable): type code of a stage
 * @line: line of the imported file that made it, 0 for one that was there before
 * @had_uid: whether that line gave its identifier
 * @next: (nullable): the next entry with the same key
 *
 * A record that imported rows may speak of.
 */
typedef struct _ClinchImportEntry ClinchImportEntry;

struct _ClinchImportEntry
{
  ClinchKind kind;
  gint64 id;
  gint64 context;
  gint64 other;
  char *name;
  const char *type;
  guint line;
  gboolean had_uid;
  ClinchImportEntry *next;
};

/**
 * ClinchImportFound:
 * @CLINCH_IMPORT_FOUND: one record is meant
 * @CLINCH_IMPORT_NOT_FOUND: nothing has that name
 * @CLINCH_IMPORT_AMBIGUOUS: several have it
 */
typedef enum
{
  CLINCH_IMPORT_FOUND,
  CLINCH_IMPORT_NOT_FOUND,
  CLINCH_IMPORT_AMBIGUOUS,
} ClinchImportFound;

/**
 * ClinchImportLookup:
 *
 * What names, numbers and identifiers in imported rows mean: an index in memory over the records of
 * the workspace and those that the import has made so far. Kinds are read when they are first asked
 * for.
 */
typedef struct _ClinchImportLookup ClinchImportLookup;

/**
 * clinch_import_lookup_new:
 *
 * Returns: (transfer full): an empty index
 */
ClinchImportLookup *clinch_import_lookup_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_lookup_free:
 * @self: an index
 */
void                clinch_import_lookup_free        (ClinchImportLookup       *self);

/**
 * clinch_import_lookup_load:
 * @self: an index
 * @db: a connection
 * @kind: a kind
 * @error: where the reason goes
 *
 * Reads the living records of @kind, once. Contacts are read by customer when they are looked for,
 * follow-ups and moves never.
 *
 * Returns: %TRUE on success
 */
gboolean            clinch_import_lookup_load        (ClinchImportLookup       *self,
                                                      ClinchDb                 *db,
                                                      ClinchKind                kind,
                                                      GError                  **error);

/**
 * clinch_import_lookup_load_contacts:
 * @self: an index
 * @db: a connection
 * @customer_id: key of a customer
 * @error: where the reason goes
 *
 * Reads the contacts of one customer, once.
 *
 * Returns: %TRUE on success
 */
gboolean            clinch_import_lookup_load_contacts (ClinchImportLookup     *self,
                                                        ClinchDb               *db,
                                                        gint64                  customer_id,
                                                        GError                **error);

/**
 * clinch_import_lookup_key:
 * @kind: a kind
 * @name: name of a record
 *
 * Returns: (transfer full): what names of the same record have in common: clinch_company_key(),
 *   clinch_person_key() or the folded name
 */
char               *clinch_import_lookup_key         (ClinchKind                kind,
                                                      const char               *name)
                                                      G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_lookup_by_key:
 * @self: an index
 * @kind: a kind
 * @context: record it stands under for contacts, stages and opportunities, else 0
 * @key: from clinch_import_lookup_key()
 *
 * Returns: (transfer none) (nullable): the entries with that key, oldest first
 */
ClinchImportEntry  *clinch_import_lookup_by_key      (ClinchImportLookup       *self,
                                                      ClinchKind                kind,
                                                      gint64                    context,
                                                      const char               *key);

/**
 * clinch_import_lookup_by_code:
 * @self: an index
 * @kind: a kind
 * @context: as for clinch_import_lookup_by_key()
 * @code: code of a pipeline or stage, number of an opportunity
 *
 * Returns: (transfer none) (nullable): the entry with that code
 */
ClinchImportEntry  *clinch_import_lookup_by_code     (ClinchImportLookup       *self,
                                                      ClinchKind                kind,
                                                      gint64                    context,
                                                      const char               *code);

/**
 * clinch_import_lookup_find:
 * @self: an index
 * @kind: a kind
 * @context: as for clinch_import_lookup_by_key(); an opportunity is looked for under every customer
 *   with 0
 * @name: name as a file gives it, or another name that the record is known by: short name of a
 *   customer, synonym or code of a stage or pipeline, number of an opportunity
 * @entry: (out): the record, %NULL unless one is meant
 *
 * Looks for what a name means. Of several records with one key the one with exactly that name is
 * meant.
 *
 * Returns: whether it was found
 */
ClinchImportFound   clinch_import_lookup_find        (ClinchImportLookup       *self,
                                                      ClinchKind                kind,
                                                      gint64                    context,
                                                      const char               *name,
                                                      ClinchImportEntry       **entry);

/**
 * clinch_import_lookup_by_id:
 * @self: an index
 * @kind: a kind that was loaded
 * @id: key of a record
 *
 * Returns: (transfer none) (nullable): the record
 */
ClinchImportEntry  *clinch_import_lookup_by_id       (ClinchImportLookup       *self,
                                                      ClinchKind                kind,
                                                      gint64                    id);

/**
 * clinch_import_lookup_by_uid:
 * @self: an index
 * @db: a connection
 * @kind: a kind
 * @uid: an identifier
 * @deleted_id: (out) (optional): key of the record with that identifier in the recycle bin, else 0
 * @entry: (out): the living record, %NULL if there is none
 * @error: where the reason goes
 *
 * Returns: %TRUE unless the database failed
 */
gboolean            clinch_import_lookup_by_uid      (ClinchImportLookup       *self,
                                                      ClinchDb                 *db,
                                                      ClinchKind                kind,
                                                      const ClinchUid          *uid,
                                                      gint64                   *deleted_id,
                                                      ClinchImportEntry       **entry,
                                                      GError                  **error);

/**
 * clinch_import_lookup_all:
 * @self: an index
 * @kind: a kind that was loaded
 * @context: only those under this record, 0 for all
 *
 * Returns: (transfer container) (element-type ClinchImportEntry): the records: stages and pipelines
 *   by position, others by key
 */
GPtrArray          *clinch_import_lookup_all         (ClinchImportLookup       *self,
                                                      ClinchKind                kind,
                                                      gint64                    context)
                                                      G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_lookup_add:
 * @self: an index
 * @entry: what is known of a record; its name is copied
 * @code: (nullable): its code or number
 * @aliases: (nullable): other names it is known by, apart by "|"
 *
 * Adds a record, one from the workspace or one that the import has just made.
 *
 * Returns: (transfer none): the entry in the index
 */
ClinchImportEntry  *clinch_import_lookup_add         (ClinchImportLookup       *self,
                                                      const ClinchImportEntry  *entry,
                                                      const char               *code,
                                                      const char               *aliases);

/**
 * clinch_import_lookup_add_uid:
 * @self: an index
 * @kind: a kind
 * @uid: an identifier
 * @entry: the record that it means from now on
 */
void                clinch_import_lookup_add_uid     (ClinchImportLookup       *self,
                                                      ClinchKind                kind,
                                                      const ClinchUid          *uid,
                                                      ClinchImportEntry        *entry);

/**
 * clinch_import_lookup_forget:
 * @self: an index
 * @entry: a record that is no longer meant by its name, because another takes its place
 */
void                clinch_import_lookup_forget      (ClinchImportLookup       *self,
                                                      ClinchImportEntry        *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchImportLookup, clinch_import_lookup_free)

G_END_DECLS
