// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

#include "clinch-fields.h"

G_BEGIN_DECLS

/**
 * ClinchKind:
 *
 * The kinds of record. %CLINCH_KIND_NONE is no kind.
 */
typedef enum
{
  CLINCH_KIND_NONE,
#define K(KIND, table, word, code, singular, plural) CLINCH_KIND_##KIND = code,
  CLINCH_KINDS (K)
#undef K
  CLINCH_N_KINDS
} ClinchKind;

/**
 * ClinchFieldType:
 *
 * What a field holds. MONEY is minor units of the currency that the record's CURRENCY field names;
 * INSTANT is Unix seconds; DATE is ISO text; CHOICE is one of a fixed list, by its code; REFERENCE
 * is the id of another record.
 */
typedef enum
{
  CLINCH_FIELD_TEXT,
  CLINCH_FIELD_LONG_TEXT,
  CLINCH_FIELD_INTEGER,
  CLINCH_FIELD_MONEY,
  CLINCH_FIELD_CURRENCY,
  CLINCH_FIELD_PERCENT,
  CLINCH_FIELD_DATE,
  CLINCH_FIELD_BIRTHDAY, /* text as clinch_birthday_is_valid() has it */
  CLINCH_FIELD_INSTANT,
  CLINCH_FIELD_CHOICE,
  CLINCH_FIELD_REFERENCE,
} ClinchFieldType;

/**
 * ClinchFieldFlags:
 * @CLINCH_FIELD_REQUIRED: may not be empty
 * @CLINCH_FIELD_NAME: found by search as a name, also by pinyin; the first such field is what the
 *   record is called
 * @CLINCH_FIELD_PERSON: the name is a person's
 * @CLINCH_FIELD_SEARCH: found by search as text
 * @CLINCH_FIELD_PERSONAL: personal data, kept out of logs
 * @CLINCH_FIELD_COMPUTED: maintained by the schema's triggers or the derive function, never logged
 * @CLINCH_FIELD_SYSTEM: written by operations, not edited or imported as such
 * @CLINCH_FIELD_PARENT: the record goes to the recycle bin together with the one this field points
 *   at
 * @CLINCH_FIELD_PARENT_COUNTED: the record this field points at has computed fields that depend on
 *   this one
 * @CLINCH_FIELD_HISTORY: says what was, such as who wrote it: the record it points at may go to the
 *   recycle bin all the same
 * @CLINCH_FIELD_DERIVED: logged, but follows from other records: undo leaves it to the derive
 *   function
 * @CLINCH_FIELD_FOLLOWER: changed together with a derived field it followed that one, and is left
 *   to the derive function as well
 * @CLINCH_FIELD_INDEXED: an index begins with it: lists in its order are walked along that, and the
 *   records that refer to another one by it are found
 * @CLINCH_FIELD_DEALS_COUNTED: beside the customer this field points at, its opportunities have
 *   computed fields that depend on this record
 */
typedef enum
{
  CLINCH_FIELD_REQUIRED = 1 << 0,
  CLINCH_FIELD_NAME = 1 << 1,
  CLINCH_FIELD_PERSON = 1 << 2,
  CLINCH_FIELD_SEARCH = 1 << 3,
  CLINCH_FIELD_PERSONAL = 1 << 4,
  CLINCH_FIELD_COMPUTED = 1 << 5,
  CLINCH_FIELD_SYSTEM = 1 << 6,
  CLINCH_FIELD_PARENT = 1 << 7,
  CLINCH_FIELD_PARENT_COUNTED = 1 << 8,
  CLINCH_FIELD_HISTORY = 1 << 9,
  CLINCH_FIELD_DERIVED = 1 << 10,
  CLINCH_FIELD_FOLLOWER = 1 << 11,
  CLINCH_FIELD_INDEXED = 1 << 12,
  CLINCH_FIELD_DEALS_COUNTED = 1 << 13,
} ClinchFieldFlags;

/**
 * ClinchChoice:
 *
 * The fixed lists. Their codes are stored as text and never change.
 */
typedef enum
{
  CLINCH_CHOICE_NONE,
  CLINCH_CHOICE_ROLE,
  CLINCH_CHOICE_GRADE,
  CLINCH_CHOICE_STAGE_TYPE,
  CLINCH_CHOICE_FOLLOW_UP,
  CLINCH_CHOICE_YES_NO,
  CLINCH_CHOICE_CONFIDENCE,
  CLINCH_CHOICE_KNOWN_BY,
  CLINCH_CHOICE_MEASURE,
  CLINCH_CHOICE_LEVEL,
  CLINCH_CHOICE_BUYING_ROLE,
  CLINCH_CHOICE_POWER,
  CLINCH_CHOICE_SUPPORT,
  CLINCH_CHOICE_COVERAGE,
  CLINCH_CHOICE_ORIENTATION,
  CLINCH_CHOICE_INFLUENCE,
  CLINCH_CHOICE_HELP_STATE,
  CLINCH_CHOICE_OBJECTIVE_STATE,
  CLINCH_CHOICE_WHITESPACE,
  CLINCH_CHOICE_CHAIN,
  CLINCH_CHOICE_IMPORTANCE,
  CLINCH_CHOICE_MATERIAL,
  CLINCH_CHOICE_PERIOD,
  CLINCH_CHOICE_METRIC,
  CLINCH_N_CHOICES
} ClinchChoice;

/**
 * ClinchChoiceValue:
 * @code: what is stored
 * @label: (nullable): untranslated label, context "choice"
 * @synonyms: other words for it in imported files, folded, apart by "|"
 */
typedef struct
{
  const char *code;
  const char *label;
  const char *synonyms;
} ClinchChoiceValue;

/**
 * ClinchField:
 * @kind: the kind it belongs to
 * @index: its place in the kind's table
 * @column: column in the database; with "-" for "_" and without "_id" the name of the property and
 *   in the command line
 * @name: that name
 * @type: what it holds
 * @flags: what is special about it
 * @target: the kind a REFERENCE points at, else %CLINCH_KIND_NONE
 * @choice: the list of a CHOICE, else %CLINCH_CHOICE_NONE
 * @label: untranslated label, context "field"; see clinch_field_label()
 * @synonyms: headings in imported files, apart by "|"
 */
typedef struct
{
  ClinchKind kind;
  int index;
  const char *column;
  const char *name;
  ClinchFieldType type;
  ClinchFieldFlags flags;
  ClinchKind target;
  ClinchChoice choice;
  const char *label;
  const char *synonyms;
} ClinchField;

#define F(KIND, ID, column, type, flags, detail, label, synonyms) CLINCH_##KIND##_##ID,
typedef enum { CLINCH_MEMBER_FIELDS (F) CLINCH_MEMBER_N_FIELDS } ClinchMemberField;
typedef enum { CLINCH_TEAM_FIELDS (F) CLINCH_TEAM_N_FIELDS } ClinchTeamField;
typedef enum { CLINCH_CUSTOMER_FIELDS (F) CLINCH_CUSTOMER_N_FIELDS } ClinchCustomerField;
typedef enum { CLINCH_CONTACT_FIELDS (F) CLINCH_CONTACT_N_FIELDS } ClinchContactField;
typedef enum { CLINCH_PIPELINE_FIELDS (F) CLINCH_PIPELINE_N_FIELDS } ClinchPipelineField;
typedef enum { CLINCH_STAGE_FIELDS (F) CLINCH_STAGE_N_FIELDS } ClinchStageField;
typedef enum { CLINCH_OPPORTUNITY_FIELDS (F) CLINCH_OPPORTUNITY_N_FIELDS } ClinchOpportunityField;
typedef enum { CLINCH_FOLLOW_UP_FIELDS (F) CLINCH_FOLLOW_UP_N_FIELDS } ClinchFollowUpField;
typedef enum { CLINCH_STAGE_MOVE_FIELDS (F) CLINCH_STAGE_MOVE_N_FIELDS } ClinchStageMoveField;
typedef enum { CLINCH_SAVED_VIEW_FIELDS (F) CLINCH_SAVED_VIEW_N_FIELDS } ClinchSavedViewField;
typedef enum { CLINCH_SETTING_FIELDS (F) CLINCH_SETTING_N_FIELDS } ClinchSettingField;
typedef enum { CLINCH_DIMENSION_FIELDS (F) CLINCH_DIMENSION_N_FIELDS } ClinchDimensionField;
typedef enum { CLINCH_TAG_FIELDS (F) CLINCH_TAG_N_FIELDS } ClinchTagField;
typedef enum { CLINCH_CUSTOMER_TAG_FIELDS (F) CLINCH_CUSTOMER_TAG_N_FIELDS } ClinchCustomerTagField;
typedef enum { CLINCH_GRADE_RULE_FIELDS (F) CLINCH_GRADE_RULE_N_FIELDS } ClinchGradeRuleField;
typedef enum { CLINCH_ASSESSMENT_FIELDS (F) CLINCH_ASSESSMENT_N_FIELDS } ClinchAssessmentField;
typedef enum { CLINCH_INFLUENCE_FIELDS (F) CLINCH_INFLUENCE_N_FIELDS } ClinchInfluenceField;
typedef enum { CLINCH_FACT_FIELDS (F) CLINCH_FACT_N_FIELDS } ClinchFactField;
typedef enum { CLINCH_HELP_REQUEST_FIELDS (F) CLINCH_HELP_REQUEST_N_FIELDS } ClinchHelpRequestField;
typedef enum { CLINCH_OBJECTIVE_FIELDS (F) CLINCH_OBJECTIVE_N_FIELDS } ClinchObjectiveField;
typedef enum { CLINCH_WHITESPACE_FIELDS (F) CLINCH_WHITESPACE_N_FIELDS } ClinchWhitespaceField;
typedef enum { CLINCH_REQUIREMENT_FIELDS (F) CLINCH_REQUIREMENT_N_FIELDS } ClinchRequirementField;
typedef enum { CLINCH_MATERIAL_FIELDS (F) CLINCH_MATERIAL_N_FIELDS } ClinchMaterialField;
typedef enum { CLINCH_TARGET_FIELDS (F) CLINCH_TARGET_N_FIELDS } ClinchTargetField;
typedef enum { CLINCH_FORECAST_FIELDS (F) CLINCH_FORECAST_N_FIELDS } ClinchForecastField;
#undef F

/* More than any kind has; a set of fields is a guint64. */
#define CLINCH_MAX_FIELDS 64

/**
 * clinch_kind_table:
 * @kind: a kind
 *
 * Returns: (transfer none): the table in the database, "customer"
 */
const char              *clinch_kind_table        (ClinchKind         kind);

/**
 * clinch_kind_word:
 * @kind: a kind
 *
 * Returns: (transfer none): the word in the command line and the name of exported files,
 *   "customers"
 */
const char              *clinch_kind_word         (ClinchKind         kind);

/**
 * clinch_kind_from_word:
 * @word: (nullable): what the user wrote, in plural or singular
 *
 * Returns: the kind, or %CLINCH_KIND_NONE
 */
ClinchKind               clinch_kind_from_word    (const char        *word);

/**
 * clinch_kind_label:
 * @kind: a kind
 * @plural: whether many are meant
 *
 * Returns: (transfer none): the translated name, "Customer"
 */
const char              *clinch_kind_label        (ClinchKind         kind,
                                                   gboolean           plural);

/**
 * clinch_kind_fields:
 * @kind: a kind
 * @n_fields: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_fields): the kind's fields, in order
 */
const ClinchField       *clinch_kind_fields       (ClinchKind         kind,
                                                   int               *n_fields);

/**
 * clinch_kind_integers:
 * @kind: a kind
 *
 * Returns: bit set of its fields whose values are integers in the store, see
 *   clinch_field_is_integer()
 */
guint64                  clinch_kind_integers     (ClinchKind         kind);

/**
 * clinch_kind_field:
 * @kind: a kind
 * @index: place in the kind's table
 *
 * Returns: (transfer none): the field
 */
const ClinchField       *clinch_kind_field        (ClinchKind         kind,
                                                   int                index);

/**
 * clinch_kind_find_field:
 * @kind: a kind
 * @name: (nullable): name ("next-step", "owner") or column ("owner_id") of a field
 *
 * Returns: (transfer none) (nullable): the field
 */
const ClinchField       *clinch_kind_find_field   (ClinchKind         kind,
                                                   const char        *name);

/**
 * clinch_kind_name_field:
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): the field that a record of @kind is called by
 */
const ClinchField       *clinch_kind_name_field   (ClinchKind         kind);

/**
 * clinch_field_label:
 * @field: a field
 *
 * Returns: (transfer none): the translated label
 */
const char              *clinch_field_label       (const ClinchField *field);

/**
 * clinch_field_binds:
 * @field: a field
 *
 * Returns: %TRUE if it points at a record that must live for its own record to live
 */
gboolean                 clinch_field_binds       (const ClinchField *field);

/**
 * clinch_field_is_past:
 * @field: a field
 *
 * Returns: %TRUE if its days lie behind us where "Wednesday" leaves it open
 */
gboolean                 clinch_field_is_past     (const ClinchField *field);

/**
 * clinch_field_is_integer:
 * @field: a field
 *
 * Returns: %TRUE if the field's values are integers in the store, %FALSE if they are text
 */
gboolean                 clinch_field_is_integer  (const ClinchField *field);

/**
 * clinch_field_is_editable:
 * @field: a field
 *
 * Returns: %TRUE if a user edits and imports it directly
 */
gboolean                 clinch_field_is_editable (const ClinchField *field);

/**
 * clinch_choice_values:
 * @choice: a list
 * @n_values: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_values): its values, in order
 */
const ClinchChoiceValue *clinch_choice_values     (ClinchChoice       choice,
                                                   int               *n_values);

/**
 * clinch_choice_label:
 * @choice: a list
 * @code: (nullable): a code of it
 *
 * Returns: (transfer none): the translated label; @code itself where it is unknown, "" for none
 */
const char              *clinch_choice_label      (ClinchChoice       choice,
                                                   const char        *code);

/**
 * clinch_choice_find:
 * @choice: a list
 * @text: (nullable): a code, a label in the program's language or in English, or a synonym, in any
 *   case
 *
 * Returns: (transfer none) (nullable): the code
 */
const char              *clinch_choice_find       (ClinchChoice       choice,
                                                   const char        *text);

G_END_DECLS
