// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-import-lookup.h"
#include "clinch-import-plan.h"

G_BEGIN_DECLS

/* What the user said about a value. @entry_id is the record it stands for in a column of
 * references, @text the text that is read in its place in others. */
typedef struct
{
  ClinchImportValueState state;
  gint64 entry_id;
  char *text;
} ClinchImportChosen;

typedef struct
{
  int target;
  const char *unit;
  ClinchDateOrder order;
  gboolean is_dates;
  gboolean is_proven; /* the values prove the order */
  gboolean is_open;   /* they do not, and some can be read in several ways */
  GHashTable *chosen; /* value to ClinchImportChosen */
} ClinchImportColumn;

struct _ClinchImportPlan
{
  ClinchTable *table;
  char *file_name;
  ClinchKind kind;
  ClinchImportColumn *columns;
  guint n_columns;
  ClinchImportLookup *lookup; /* as the workspace was when the plan was made, for proposals */
  char *currency;
  char *missing_customer;
  gint64 pipeline_id;
  ClinchImportDuplicates duplicates;
  ClinchDateOrder order;
};

/**
 * clinch_import_plan_find_target:
 * @self: a plan
 * @target: a target
 *
 * Returns: the column that becomes @target, or -1
 */
int                    clinch_import_plan_find_target  (ClinchImportPlan  *self,
                                                        int                target);

/**
 * clinch_import_plan_find_column:
 * @self: a plan
 * @heading: what the user calls a column
 * @error: MAPPING, listing the columns
 *
 * Returns: the column, or -1
 */
int                    clinch_import_plan_find_column  (ClinchImportPlan  *self,
                                                        const char        *heading,
                                                        GError           **error);

/**
 * clinch_import_recognise_kind:
 * @self: a plan
 *
 * Returns: the kind of rows that the headings fit best, %CLINCH_KIND_NONE if they fit none
 */
ClinchKind             clinch_import_recognise_kind    (ClinchImportPlan  *self);

/**
 * clinch_import_recognise_columns:
 * @self: a plan
 *
 * Proposes what the columns are for the kind of the plan, the order of their dates, and the
 * pipeline.
 */
void                   clinch_import_recognise_columns (ClinchImportPlan  *self);

/**
 * clinch_import_recognise_dates:
 * @self: a plan
 *
 * Looks for the order of dates in the columns that hold some.
 */
void                   clinch_import_recognise_dates   (ClinchImportPlan  *self);

/**
 * clinch_import_is_listed_kind:
 * @kind: a kind
 *
 * Returns: %TRUE if a name alone tells which record of @kind is meant, so that the names in a
 *   column can be listed
 */
gboolean               clinch_import_is_listed_kind    (ClinchKind         kind);

/**
 * clinch_import_unknown_state:
 * @target: a kind that a reference points at
 *
 * Returns: what becomes of a name that nobody knows, unless the user says otherwise
 */
ClinchImportValueState clinch_import_unknown_state     (ClinchKind         target);

G_END_DECLS
