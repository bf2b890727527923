// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-import-cell.h"
#include "clinch-import-plan-private.h"
#include "clinch-import-run.h"

G_BEGIN_DECLS

/* Private to the import: one plan being checked or carried out. A check and a run are the same
 * code; only where the one writes, the other gives out keys below zero. */

/**
 * ClinchImportRefState:
 * @CLINCH_IMPORT_REF_NONE: the row names no record here
 * @CLINCH_IMPORT_REF_FOUND: it names one that is there
 * @CLINCH_IMPORT_REF_MAKE: it names one that will be made if the row is taken
 * @CLINCH_IMPORT_REF_LATER: it names one that a later row or file brings
 * @CLINCH_IMPORT_REF_REFUSED: what it names is not clear; the row has a problem already
 */
typedef enum
{
  CLINCH_IMPORT_REF_NONE,
  CLINCH_IMPORT_REF_FOUND,
  CLINCH_IMPORT_REF_MAKE,
  CLINCH_IMPORT_REF_LATER,
  CLINCH_IMPORT_REF_REFUSED,
} ClinchImportRefState;

typedef struct _ClinchImportSession ClinchImportSession;

/* What a row names in a field of references. @name belongs to the table, the plan or the
 * session. */
typedef struct
{
  ClinchImportRefState state;
  ClinchImportEntry *entry;
  const char *name;
  ClinchUid uid;
  gboolean has_uid;
} ClinchImportRef;

/* A reference that waits until all rows of all files are in. */
typedef struct
{
  ClinchImportSession *session;
  gint64 id;
  const ClinchField *field;
  char *name;
  ClinchUid uid;
  gboolean has_uid;
  gint64 context; /* the record under which the name is unique, 0 for none */
  guint row;
  gboolean joins_team; /* a member who gets the team of the manager */
} ClinchImportLater;

/* What a cell was read as when it came up first: text of the field, a record, or a problem. */
typedef struct
{
  char *text;
  char *problem;
  ClinchImportEntry *entry;
} ClinchImportCached;

typedef struct
{
  int index;
  int target;
  const ClinchField *field;
  ClinchImportReading reading;
  GHashTable *chosen; /* the plan's */
  GHashTable *cache;  /* cell to what it reads as; NULL where cells hardly repeat */
} ClinchImportSessionColumn;

/* What the rows say of somebody who manages others. */
typedef struct
{
  char *region;
  gboolean regions_differ;
  gboolean has_row;
} ClinchImportManager;

/**
 * ClinchImportPlaces:
 *
 * Where the records of a kind stand, in the workspace and by the rows so far.
 */
typedef struct _ClinchImportPlaces ClinchImportPlaces;

/* What the plans of one step share. */
typedef struct
{
  ClinchDb *db;
  ClinchTxn *txn; /* NULL in a check */
  ClinchImportLookup *lookup;
  GArray *later;
  ClinchImportPlaces *places[CLINCH_N_KINDS]; /* by kind, once they are needed */
  gint64 last_virtual_id;
  gint64 now;
  gint64 me;
  GTimeZone *zone;
  char today[CLINCH_DATE_SIZE];
  gboolean is_chinese; /* the language of the workspace's data */
  gboolean comes[CLINCH_N_KINDS]; /* kinds that plans still to come bring */
  guint n_rows_done;
  guint n_rows_total;
  ClinchImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} ClinchImportShared;

struct _ClinchImportSession
{
  ClinchImportShared *shared;
  ClinchImportPlan *plan;
  ClinchTable *table;
  ClinchKind kind;
  ClinchDb *db;
  ClinchImportLookup *lookup;
  ClinchImportResult *result;

  ClinchImportSessionColumn *columns;
  guint n_columns;
  ClinchImportSessionColumn *by_target[CLINCH_IMPORT_N_TARGETS];

  GHashTable *own_keys;   /* names of all rows, where rows refer to each other */
  GHashTable *own_uids;   /* identifiers of all rows, likewise */
  GHashTable *managers;   /* person key to ClinchImportManager */
  GHashTable *positions;  /* stage to the last position in it */
  GHashTable *instants;   /* date to its noon */
  GHashTable *seen;       /* what tells follow-ups and moves apart */

  /* The row at work. */
  guint row;
  const char **cells;
  ClinchRow *record;
  ClinchImportRef refs[CLINCH_MAX_FIELDS];
  gboolean has_uid;
  gboolean is_rejected;
  gboolean has_made_name;
  GArray *problems; /* ClinchImportProblem with messages to free */
};

/* The record of a row, where there is one already. @line is the line that brought it, 0 if it was
 * there before, @is_same whether an identifier says so, @deleted_id its key where it lies in the
 * recycle bin. */
typedef struct
{
  gboolean is_found;
  gboolean is_same;
  gint64 id;
  gint64 deleted_id;
  guint line;
  ClinchImportEntry *entry;
} ClinchImportDuplicate;

/* Where a function returns a gboolean, %FALSE means that the database failed or the work was
 * cancelled: the import ends. What is wrong with a row is a problem of the row. */

/**
 * clinch_import_session_new:
 * @shared: what the plans of this step share
 * @plan: a plan, which must outlive the session
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the plan at work, before its first row
 */
ClinchImportSession *clinch_import_session_new        (ClinchImportShared           *shared,
                                                       ClinchImportPlan             *plan,
                                                       GError                      **error)
                                                       G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_session_free:
 * @self: a session
 */
void                 clinch_import_session_free       (ClinchImportSession          *self);

/**
 * clinch_import_session_problem:
 * @self: a session
 * @column: column of the cell, -1 for the row
 * @verdict: what it does to the row
 * @message: (transfer full): what is wrong
 *
 * Notes a problem of the row at work.
 */
void                 clinch_import_session_problem    (ClinchImportSession          *self,
                                                       int                           column,
                                                       ClinchImportVerdict           verdict,
                                                       char                         *message);

/**
 * clinch_import_session_noon:
 * @self: a session
 * @date: a valid date
 *
 * Returns: noon of that day, Unix seconds
 */
gint64               clinch_import_session_noon       (ClinchImportSession          *self,
                                                       const char                   *date);

/**
 * clinch_import_session_cell:
 * @self: a session
 * @target: a target
 *
 * Returns: (transfer none): the cell of the row at work that becomes @target, "" without such a
 *   column
 */
const char          *clinch_import_session_cell       (ClinchImportSession          *self,
                                                       int                           target);

/**
 * clinch_import_session_read_row:
 * @self: a session
 * @error: where the reason goes
 *
 * Makes row @row the one at work and reads its cells into the record and the references.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_read_row   (ClinchImportSession          *self,
                                                       GError                      **error);

/**
 * clinch_import_session_complete:
 * @self: a session
 * @error: where the reason goes
 *
 * Fills in what the row leaves open, and complains about what it must not leave open.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_complete   (ClinchImportSession          *self,
                                                       GError                      **error);

/**
 * clinch_import_session_take_row:
 * @self: a session
 * @error: where the reason goes
 *
 * Decides what becomes of the row at work, does it, and counts it.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_take_row   (ClinchImportSession          *self,
                                                       GError                      **error);

/**
 * clinch_import_session_collect_own:
 * @self: a session
 * @error: where the reason goes
 *
 * Collects the names and identifiers of all rows, where rows may refer to each other.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_collect_own (ClinchImportSession         *self,
                                                        GError                     **error);

/**
 * clinch_import_session_read_ref:
 * @self: a session
 * @field: a field of references
 * @error: where the reason goes
 *
 * Finds out what the row at work names in @field.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_read_ref   (ClinchImportSession          *self,
                                                       const ClinchField            *field,
                                                       GError                      **error);

/**
 * clinch_import_session_ref_context:
 * @self: a session
 * @field: a field of references
 *
 * Returns: key of the record under which the names of the field's records are unique, as far as the
 *   row at work tells; 0 for none
 */
gint64               clinch_import_session_ref_context (ClinchImportSession         *self,
                                                        const ClinchField           *field);

/**
 * clinch_import_session_set_ref:
 * @self: a session
 * @field: a field of references
 * @entry: what it points at
 *
 * Returns: %TRUE
 */
gboolean             clinch_import_session_set_ref    (ClinchImportSession          *self,
                                                       int                           field,
                                                       ClinchImportEntry            *entry);

/**
 * clinch_import_session_make_refs:
 * @self: a session
 * @error: where the reason goes
 *
 * Makes the records that the row at work names and that are not there.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_make_refs  (ClinchImportSession          *self,
                                                       GError                      **error);

/**
 * clinch_import_session_make:
 * @self: a session
 * @kind: a kind
 * @ref: name and identifier
 * @context: the record it stands under, see ClinchImportEntry
 * @error: where the reason goes
 *
 * Makes a record of which little more than the name is known.
 *
 * Returns: (transfer none) (nullable): the record
 */
ClinchImportEntry   *clinch_import_session_make       (ClinchImportSession          *self,
                                                       ClinchKind                    kind,
                                                       const ClinchImportRef        *ref,
                                                       gint64                        context,
                                                       GError                      **error);

/**
 * clinch_import_session_defer_refs:
 * @self: a session
 * @id: key of the row's record
 *
 * Puts the references that wait for later rows or files on the list of those.
 */
void                 clinch_import_session_defer_refs (ClinchImportSession          *self,
                                                       gint64                        id);

/**
 * clinch_import_session_collect_managers:
 * @self: a session for members
 *
 * Collects who manages others.
 */
void                 clinch_import_session_collect_managers (ClinchImportSession    *self);

/**
 * clinch_import_session_manager:
 * @self: a session
 * @name: name of a person
 *
 * Returns: (transfer none) (nullable): what the rows say of @name as a manager, %NULL if nothing
 */
const ClinchImportManager *clinch_import_session_manager (ClinchImportSession       *self,
                                                          const char                *name);

/**
 * clinch_import_session_fill_team:
 * @self: a session for members
 * @team: a team that is being made
 * @manager_id: key of its manager, 0 for none
 *
 * Gives the team its manager and the region of the manager's people.
 */
void                 clinch_import_session_fill_team  (ClinchImportSession          *self,
                                                       ClinchRow                    *team,
                                                       gint64                        manager_id);

/**
 * clinch_import_session_team_of:
 * @self: a session for members
 * @manager: a member
 * @error: where the reason goes
 *
 * Returns: (transfer none) (nullable): the team that @manager leads; made where there is none, with
 *   the manager in it
 */
ClinchImportEntry   *clinch_import_session_team_of    (ClinchImportSession          *self,
                                                       ClinchImportEntry            *manager,
                                                       GError                      **error);

/**
 * clinch_import_session_find_duplicate:
 * @self: a session
 * @duplicate: (out caller-allocates): the record of the row at work, if there is one
 * @error: where the reason goes
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_find_duplicate (ClinchImportSession      *self,
                                                           ClinchImportDuplicate    *duplicate,
                                                           GError                  **error);

/**
 * clinch_import_session_describe_duplicate:
 * @self: a session
 * @duplicate: the record of the row at work
 *
 * Returns: (transfer full): where it is, in a sentence
 */
char *clinch_import_session_describe_duplicate (ClinchImportSession         *self,
                                                const ClinchImportDuplicate *duplicate)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_session_leave_duplicate:
 * @self: a session
 * @duplicate: the record of the row at work
 *
 * Leaves the row out, because there is nothing in it that the record takes.
 */
void                 clinch_import_session_leave_duplicate (ClinchImportSession         *self,
                                                            const ClinchImportDuplicate *duplicate);

/**
 * clinch_import_session_update:
 * @self: a session
 * @duplicate: the record of the row at work, in the workspace
 * @error: where the reason goes
 *
 * Lets the record take from the row what the plan allows.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_update     (ClinchImportSession          *self,
                                                       const ClinchImportDuplicate  *duplicate,
                                                       GError                      **error);

/**
 * clinch_import_session_give_reason:
 * @self: a session for customers
 * @by_profile: (nullable): the customer's grade by its profile
 * @changes: what the customer takes from the row, or all of a new one
 *
 * A grade that is not the profile's stays until somebody takes it back, and says why.
 */
void                 clinch_import_session_give_reason (ClinchImportSession         *self,
                                                        const char                  *by_profile,
                                                        ClinchRow                   *changes);

/**
 * clinch_import_session_replaces:
 * @self: a session
 * @duplicate: the record of the row at work
 *
 * A new workspace has pipelines already, which nobody uses yet. Where an export brings its own,
 * with all their stages, those take their place.
 *
 * Returns: %TRUE if the record gives way to the row
 */
gboolean             clinch_import_session_replaces   (ClinchImportSession          *self,
                                                       const ClinchImportDuplicate  *duplicate);

/**
 * clinch_import_session_replace:
 * @self: a session
 * @duplicate: a pipeline that gives way
 * @error: where the reason goes
 *
 * Moves it to the recycle bin, with its stages.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_replace    (ClinchImportSession          *self,
                                                       const ClinchImportDuplicate  *duplicate,
                                                       GError                      **error);

/**
 * clinch_import_session_count_sum:
 * @self: a session
 * @is_imported: whether the row at work is imported
 *
 * Counts its amount.
 */
void                 clinch_import_session_count_sum  (ClinchImportSession          *self,
                                                       gboolean                      is_imported);

/**
 * clinch_import_place_field:
 * @kind: a kind
 *
 * Returns: the field by which its records stand above each other, -1 for none
 */
int                  clinch_import_place_field        (ClinchKind                    kind);

/**
 * clinch_import_places_free:
 * @self: places
 */
void                 clinch_import_places_free        (ClinchImportPlaces           *self);

/**
 * clinch_import_session_check_place:
 * @self: a session
 * @id: key of the row's record, 0 for a new one
 * @error: where the reason goes
 *
 * Rejects the row at work if it would have its record stand above itself, by way of what the
 * workspace has and the rows before it brought.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_check_place (ClinchImportSession         *self,
                                                        gint64                       id,
                                                        GError                     **error);

/**
 * clinch_import_session_note_place:
 * @self: a session
 * @id: key of the record that the row at work means, 0 if the row is rejected
 * @is_moved: whether that record stands from now on where the row says
 * @error: where the reason goes
 *
 * Notes where a record stands, so that circles are noticed.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_session_note_place (ClinchImportSession          *self,
                                                       gint64                        id,
                                                       gboolean                      is_moved,
                                                       GError                      **error);

/**
 * clinch_import_later_settle_place:
 * @self: a reference that waited
 * @above_id: what it turned out to mean
 *
 * A name may mean something else in the end than the row that bears it.
 *
 * Returns: (transfer full) (nullable): why it cannot be that, in a sentence; %NULL if it can
 */
char                *clinch_import_later_settle_place (const ClinchImportLater      *self,
                                                       gint64                        above_id)
                                                       G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_later_rejected_line:
 * @self: a reference that waited, and for nothing
 *
 * Returns: the line of the rejected row that it speaks of, 0 for none
 */
guint                clinch_import_later_rejected_line (const ClinchImportLater     *self);

/**
 * clinch_import_shared_insert:
 * @self: what the plans of a step share
 * @row: a new record, which gets its key
 * @error: where the reason goes
 *
 * Inserts a record, or in a check pretends to.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_shared_insert      (ClinchImportShared           *self,
                                                       ClinchRow                    *row,
                                                       GError                      **error);

/**
 * clinch_import_shared_update:
 * @self: what the plans of a step share
 * @id: key of a record
 * @changes: fields to set
 * @error: where the reason goes
 *
 * Updates a record, or in a check pretends to.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_shared_update      (ClinchImportShared           *self,
                                                       gint64                        id,
                                                       const ClinchRow              *changes,
                                                       GError                      **error);

/**
 * clinch_import_shared_settle:
 * @self: what the plans of a step share
 * @error: where the reason goes
 *
 * Sets the references that waited, now that all rows are in.
 *
 * Returns: %TRUE on success
 */
gboolean             clinch_import_shared_settle      (ClinchImportShared           *self,
                                                       GError                      **error);

/**
 * clinch_import_shared_not_recorded:
 * @self: what the plans of a step share
 *
 * It stands in the data, so it is in the language of the workspace and not in that of the program.
 *
 * Returns: (transfer none): the reason of a loss that nobody gave
 */
const char          *clinch_import_shared_not_recorded (ClinchImportShared          *self);

/**
 * clinch_import_shared_imported:
 * @self: what the plans of a step share
 *
 * As clinch_import_shared_not_recorded(), in the language of the workspace.
 *
 * Returns: (transfer none): the reason of a grade that the profile does not give
 */
const char          *clinch_import_shared_imported     (ClinchImportShared          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchImportSession, clinch_import_session_free)

G_END_DECLS
