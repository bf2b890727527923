// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"
#include "clinch-db.h"
#include "clinch-import-target.h"
#include "clinch-table.h"

G_BEGIN_DECLS

/**
 * ClinchImportPlan:
 *
 * How a table becomes records: what kind its rows are, what its columns mean, how its dates are
 * read, what its words for stages, people and customers stand for. A plan is made beside a reading
 * connection, proposes all of that, is changed by the user, then checked (clinch_import_check())
 * and carried out (clinch_import_run()). It is plain data for one thread at a time and holds
 * nothing of the connection.
 */
typedef struct _ClinchImportPlan ClinchImportPlan;

/**
 * ClinchImportDuplicates:
 * @CLINCH_IMPORT_DUPLICATES_SKIP: rows that are there already are left out
 * @CLINCH_IMPORT_DUPLICATES_UPDATE: they fill in what is empty; where the file names the very
 *   record by its identifier, they replace what differs
 * @CLINCH_IMPORT_DUPLICATES_CREATE: they become records of their own
 *
 * What becomes of a row whose record the workspace has already. Rows that repeat an earlier row of
 * the same file are left out except with @CLINCH_IMPORT_DUPLICATES_CREATE.
 */
typedef enum
{
  CLINCH_IMPORT_DUPLICATES_SKIP,
  CLINCH_IMPORT_DUPLICATES_UPDATE,
  CLINCH_IMPORT_DUPLICATES_CREATE,
} ClinchImportDuplicates;

/**
 * ClinchImportValueState:
 * @CLINCH_IMPORT_VALUE_FOUND: it names a record of the workspace or a value of the list, by itself
 *   or because the user said so
 * @CLINCH_IMPORT_VALUE_IN_FILE: it names a record that another row of the same file makes
 * @CLINCH_IMPORT_VALUE_CREATE: a record of that name will be made
 * @CLINCH_IMPORT_VALUE_SKIP: the field stays empty; rows that cannot be without it are left out
 * @CLINCH_IMPORT_VALUE_UNKNOWN: nobody knows what it means, and its rows are rejected
 * @CLINCH_IMPORT_VALUE_AMBIGUOUS: several records have that name, and its rows are rejected
 *
 * What becomes of a value.
 */
typedef enum
{
  CLINCH_IMPORT_VALUE_FOUND,
  CLINCH_IMPORT_VALUE_IN_FILE,
  CLINCH_IMPORT_VALUE_CREATE,
  CLINCH_IMPORT_VALUE_SKIP,
  CLINCH_IMPORT_VALUE_UNKNOWN,
  CLINCH_IMPORT_VALUE_AMBIGUOUS,
} ClinchImportValueState;

/**
 * ClinchImportValue:
 * @value: the text in the file; belongs to the table
 * @count: how many rows have it
 * @line: the first line with it
 * @state: what becomes of it
 * @is_chosen: whether the user said so
 * @target: (nullable): name of the record, or code of the value, that it stands for
 *
 * A value of a column that names records or values of a list.
 */
typedef struct
{
  const char *value;
  guint count;
  guint line;
  ClinchImportValueState state;
  gboolean is_chosen;
  char *target;
} ClinchImportValue;

/**
 * clinch_import_value_free:
 * @value: a value
 */
void               clinch_import_value_free            (ClinchImportValue        *value);

/**
 * clinch_import_plan_new:
 * @table: a finished table
 * @file_name: (nullable): name of the file for people, without its folder
 * @kind: what its rows are, %CLINCH_KIND_NONE to find out
 * @db: a connection
 * @error: where the reason goes
 *
 * Proposes how to import @table. Where the kind cannot be found out the plan has %CLINCH_KIND_NONE
 * and somebody must say it.
 *
 * Returns: (transfer full) (nullable): the plan
 */
ClinchImportPlan  *clinch_import_plan_new              (ClinchTable              *table,
                                                        const char               *file_name,
                                                        ClinchKind                kind,
                                                        ClinchDb                 *db,
                                                        GError                  **error)
                                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_plan_free:
 * @self: a plan
 */
void               clinch_import_plan_free             (ClinchImportPlan         *self);

/**
 * clinch_import_plan_get_table:
 * @self: a plan
 *
 * Returns: (transfer none): the table
 */
ClinchTable       *clinch_import_plan_get_table        (ClinchImportPlan         *self);

/**
 * clinch_import_plan_get_file_name:
 * @self: a plan
 *
 * Returns: (transfer none): name of the file for people, "" if it has none
 */
const char        *clinch_import_plan_get_file_name    (ClinchImportPlan         *self);

/**
 * clinch_import_plan_get_kind:
 * @self: a plan
 *
 * Returns: what its rows become, %CLINCH_KIND_NONE as long as nobody knows
 */
ClinchKind         clinch_import_plan_get_kind         (ClinchImportPlan         *self);

/**
 * clinch_import_plan_set_kind:
 * @self: a plan
 * @kind: a kind
 *
 * Says what the rows become, and proposes anew what the columns mean.
 */
void               clinch_import_plan_set_kind         (ClinchImportPlan         *self,
                                                        ClinchKind                kind);

/**
 * clinch_import_plan_get_target:
 * @self: a plan
 * @column: a column of the table
 *
 * Returns: what the column becomes, see clinch-import-target.h
 */
int                clinch_import_plan_get_target       (ClinchImportPlan         *self,
                                                        guint                     column);

/**
 * clinch_import_plan_set_target:
 * @self: a plan
 * @column: a column of the table
 * @target: what it becomes; a column that was @target before is left out from now on
 *
 * Changes what a column means.
 *
 * Returns: %FALSE if @target is nothing that a column of the kind can become
 */
gboolean           clinch_import_plan_set_target       (ClinchImportPlan         *self,
                                                        guint                     column,
                                                        int                       target);

/**
 * clinch_import_plan_map_column:
 * @self: a plan
 * @column: heading of a column
 * @field: name of a target, "ignore" to leave the column out
 * @error: MAPPING, naming the columns or fields there are
 *
 * As clinch_import_plan_set_target(), in words.
 *
 * Returns: %TRUE on success
 */
gboolean           clinch_import_plan_map_column       (ClinchImportPlan         *self,
                                                        const char               *column,
                                                        const char               *field,
                                                        GError                  **error);

/**
 * clinch_import_plan_get_date_order:
 * @self: a plan
 * @column: a column of the table
 * @is_doubtful: (out) (optional): set to %TRUE if the column holds dates whose order neither its
 *   values nor the user told
 *
 * Returns: the order in which the dates of the column are read
 */
ClinchDateOrder    clinch_import_plan_get_date_order   (ClinchImportPlan         *self,
                                                        guint                     column,
                                                        gboolean                 *is_doubtful);

/**
 * clinch_import_plan_set_date_order:
 * @self: a plan
 * @column: a column of the table, -1 for all whose values prove no order
 * @order: the order
 */
void               clinch_import_plan_set_date_order   (ClinchImportPlan         *self,
                                                        int                       column,
                                                        ClinchDateOrder           order);

/**
 * clinch_import_plan_get_currency:
 * @self: a plan
 *
 * Returns: (transfer none): the currency of amounts whose row names none
 */
const char        *clinch_import_plan_get_currency     (ClinchImportPlan         *self);

/**
 * clinch_import_plan_set_currency:
 * @self: a plan
 * @currency: an ISO 4217 code
 *
 * Returns: %FALSE if @currency is none
 */
gboolean           clinch_import_plan_set_currency     (ClinchImportPlan         *self,
                                                        const char               *currency);

/**
 * clinch_import_plan_get_pipeline:
 * @self: a plan
 *
 * Returns: key of the pipeline that opportunities join whose row names none
 */
gint64             clinch_import_plan_get_pipeline     (ClinchImportPlan         *self);

/**
 * clinch_import_plan_set_pipeline:
 * @self: a plan
 * @pipeline_id: key of a pipeline
 *
 * Returns: %FALSE if there is no such pipeline
 */
gboolean           clinch_import_plan_set_pipeline     (ClinchImportPlan         *self,
                                                        gint64                    pipeline_id);

/**
 * clinch_import_plan_get_duplicates:
 * @self: a plan
 *
 * Returns: what becomes of rows that are there already
 */
ClinchImportDuplicates clinch_import_plan_get_duplicates (ClinchImportPlan       *self);

/**
 * clinch_import_plan_set_duplicates:
 * @self: a plan
 * @duplicates: what becomes of rows that are there already
 */
void               clinch_import_plan_set_duplicates   (ClinchImportPlan         *self,
                                                        ClinchImportDuplicates    duplicates);

/**
 * clinch_import_plan_get_missing_customer:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): see clinch_import_plan_set_missing_customer()
 */
const char        *clinch_import_plan_get_missing_customer (ClinchImportPlan     *self);

/**
 * clinch_import_plan_set_missing_customer:
 * @self: a plan
 * @name: (nullable): a customer, made where there is none of that name; %NULL to reject the rows
 *
 * Says under which customer rows come that name none.
 */
void               clinch_import_plan_set_missing_customer (ClinchImportPlan     *self,
                                                            const char           *name);

/**
 * clinch_import_plan_get_values:
 * @self: a plan
 * @column: a column
 * @only_open: whether only values are wanted that a user must or may decide on: those that nothing
 *   in the workspace has as its name (a stage's other names are no name), and those that the user
 *   decided on
 *
 * The distinct values of a column that names records or values of a list, the most frequent first;
 * at most 2,000. Contacts and opportunities are no such columns, because their names mean something
 * only under a customer.
 *
 * Returns: (transfer full) (element-type ClinchImportValue): the values, none for another column
 */
GPtrArray         *clinch_import_plan_get_values       (ClinchImportPlan         *self,
                                                        guint                     column,
                                                        gboolean                  only_open)
                                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_plan_set_value:
 * @self: a plan
 * @column: a column that becomes a field
 * @value: a value of it, as in the file
 * @state: %CLINCH_IMPORT_VALUE_FOUND, %CLINCH_IMPORT_VALUE_CREATE or %CLINCH_IMPORT_VALUE_SKIP
 * @target: (nullable): with %CLINCH_IMPORT_VALUE_FOUND what @value stands for: the name of a
 *   record, a value of the list, or in other columns text that is read in its place
 * @error: MAPPING if there is no such record or value, naming those there are
 *
 * Says what a value means.
 *
 * Returns: %TRUE on success
 */
gboolean           clinch_import_plan_set_value        (ClinchImportPlan         *self,
                                                        guint                     column,
                                                        const char               *value,
                                                        ClinchImportValueState    state,
                                                        const char               *target,
                                                        GError                  **error);

/**
 * clinch_import_plan_clear_value:
 * @self: a plan
 * @column: a column
 * @value: a value of it
 *
 * Takes back what was said about a value.
 */
void               clinch_import_plan_clear_value      (ClinchImportPlan         *self,
                                                        guint                     column,
                                                        const char               *value);

/**
 * clinch_import_plan_map_value:
 * @self: a plan
 * @column: heading of a column
 * @value: a value of it
 * @target: "create", "skip" or what the value stands for
 * @error: MAPPING
 *
 * As clinch_import_plan_set_value(), in words.
 *
 * Returns: %TRUE on success
 */
gboolean           clinch_import_plan_map_value        (ClinchImportPlan         *self,
                                                        const char               *column,
                                                        const char               *value,
                                                        const char               *target,
                                                        GError                  **error);

/**
 * clinch_import_plan_dup_problem:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): why nothing can be imported as long as the plan stays as it
 *   is (no kind, no column that says what the rows are called), in a sentence for the user
 */
char              *clinch_import_plan_dup_problem      (ClinchImportPlan         *self)
G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchImportPlan, clinch_import_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchImportValue, clinch_import_value_free)

G_END_DECLS
