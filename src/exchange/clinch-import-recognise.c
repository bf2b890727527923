// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rows of a file are and what its columns mean, told from its headings and, where these
// say nothing, from its cells.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-plan-private.h"
#include "clinch-table-column.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many cells of a column are looked at to tell what it holds, and how many of them must
 * agree. */
#define SAMPLE_CELLS 200
#define PERCENT_AGREEING 60

/* A heading that fits one of several words in it ("职务/岗位") says less than one that fits wholly. */
#define PERCENT_ALTERNATIVE 60

#define PENALTY_UNKNOWN_COLUMN 20
#define PENALTY_NO_IDENTITY 200
#define BONUS_FILE_NAME 50

typedef struct
{
  guint column;
  int target;
  int strength;
} Match;

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return first->target - second->target;
}

static gboolean
is_uid_column (ClinchImportPlan *self,
               guint             column)
{
  guint n_rows = MIN (clinch_table_get_n_rows (self->table), SAMPLE_CELLS);
  ClinchUid uid;

  for (guint row = 0; row < n_rows; row++)
    {
      const char *cell = clinch_table_get_cell (self->table, row, column);

      if (*cell != '\0' && !clinch_uid_parse (cell, &uid))
        return FALSE;
    }

  return TRUE;
}

/* Fields that only operations write are filled from our own exports alone, which have an identifier
 * in each row. Others' "position" or "code" is something else. */
static gboolean
is_acceptable (ClinchImportPlan *self,
               ClinchKind        kind,
               guint             column,
               int               target,
               gboolean          is_own)
{
  const ClinchField *field = clinch_import_target_field (kind, target);

  if (target == CLINCH_IMPORT_UID || target >= CLINCH_MAX_FIELDS)
    return target == CLINCH_IMPORT_CREATED || (is_own && is_uid_column (self, column));
  if (kind == CLINCH_KIND_OPPORTUNITY
      && (target == CLINCH_OPPORTUNITY_STAGE || target == CLINCH_OPPORTUNITY_PIPELINE))
    return TRUE;

  return is_own || clinch_field_is_editable (field);
}

static gboolean
is_own_export (ClinchImportPlan *self)
{
  int column = clinch_table_find_column (self->table, "uid");

  return column >= 0 && is_uid_column (self, column);
}

static gboolean
is_heading (ClinchImportPlan *self,
            guint             column,
            const char       *word)
{
  const char *name = clinch_table_get_column_name (self->table, column);

  return g_str_equal (name, word)
         || g_str_equal (name, g_dpgettext2 (GETTEXT_PACKAGE, "rejects", word));
}

/* The two columns that clinch_import_result_write_rejects() puts behind those of the file. */
static guint
count_reject_columns (ClinchImportPlan *self)
{
  guint n = self->n_columns;

  return n >= 3 && is_heading (self, n - 2, "line") && is_heading (self, n - 1, "reason") ? 2 : 0;
}

static void
add_matches (GArray     *matches,
             GHashTable *words,
             const char *plain,
             guint       column,
             int         percent)
{
  GArray *headings = g_hash_table_lookup (words, plain);

  for (guint i = 0; headings != NULL && i < headings->len; i++)
    {
      const ClinchImportHeading *heading = &g_array_index (headings, ClinchImportHeading, i);
      Match match = { column, heading->target, heading->strength * percent / 100 };

      g_array_append_val (matches, match);
    }
}

/* All that the headings could mean for @kind, the surest first. */
static GArray *
match_headings (ClinchImportPlan *self,
                ClinchKind        kind)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr(GHashTable) words = clinch_import_heading_words (kind);
  gboolean is_own = is_own_export (self);
  guint n_columns = clinch_table_has_names (self->table)
                    ? self->n_columns - count_reject_columns (self) : 0;

  for (guint column = 0; column < n_columns; column++)
    {
      const char *unit;
      g_autofree char *plain =
        clinch_import_heading_plain (clinch_table_get_column_name (self->table, column), &unit);
      guint before = matches->len;

      add_matches (matches, words, plain, column, 100);
      if (matches->len == before && strchr (plain, '/') != NULL)
        {
          g_auto(GStrv) alternatives = g_strsplit (plain, "/", -1);

          for (guint i = 0; alternatives[i] != NULL; i++)
            add_matches (matches, words, g_strstrip (alternatives[i]), column, PERCENT_ALTERNATIVE);
        }
    }

  for (guint i = matches->len; i > 0; i--)
    {
      const Match *match = &g_array_index (matches, Match, i - 1);

      if (!is_acceptable (self, kind, match->column, match->target, is_own))
        g_array_remove_index (matches, i - 1);
    }
  g_array_sort (matches, compare_matches);

  return matches;
}

/* Gives each column the target that fits best and is still free. */
static int
assign_targets (ClinchImportPlan *self,
                ClinchKind        kind,
                int              *targets)
{
  g_autoptr(GArray) matches = match_headings (self, kind);
  gboolean taken[CLINCH_IMPORT_N_TARGETS] = { FALSE };
  int score = 0;

  for (guint column = 0; column < self->n_columns; column++)
    targets[column] = CLINCH_IMPORT_IGNORE;

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (targets[match->column] != CLINCH_IMPORT_IGNORE || taken[match->target])
        continue;
      targets[match->column] = match->target;
      taken[match->target] = TRUE;
      score += match->strength;
    }

  return score;
}

static gboolean
has_target (ClinchImportPlan *self,
            const int        *targets,
            int               target)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (targets[column] == target)
      return TRUE;

  return FALSE;
}

/* Whether the columns say which record a row is, as far as rows of @kind need it. */
static gboolean
has_identity (ClinchImportPlan *self,
              ClinchKind        kind,
              const int        *targets)
{
  switch ((int) kind)
    {
    case CLINCH_KIND_CONTACT:
      return has_target (self, targets, CLINCH_CONTACT_NAME)
             && has_target (self, targets, CLINCH_CONTACT_CUSTOMER);
    case CLINCH_KIND_OPPORTUNITY:
      return (has_target (self, targets, CLINCH_OPPORTUNITY_STAGE)
              || has_target (self, targets, CLINCH_OPPORTUNITY_AMOUNT)) &&
             (has_target (self, targets, CLINCH_OPPORTUNITY_NAME)
              || has_target (self, targets, CLINCH_OPPORTUNITY_NUMBER) ||
              has_target (self, targets, CLINCH_OPPORTUNITY_CUSTOMER));
    case CLINCH_KIND_FOLLOW_UP:
      return has_target (self, targets, CLINCH_FOLLOW_UP_TEXT) &&
             (has_target (self, targets, CLINCH_FOLLOW_UP_CUSTOMER) ||
              has_target (self, targets, CLINCH_FOLLOW_UP_OPPORTUNITY));
    case CLINCH_KIND_STAGE:
      return has_target (self, targets, CLINCH_STAGE_PIPELINE)
             && has_target (self, targets, CLINCH_STAGE_TYPE);
    case CLINCH_KIND_STAGE_MOVE:
      return has_target (self, targets, CLINCH_STAGE_MOVE_OPPORTUNITY)
             && has_target (self, targets, CLINCH_STAGE_MOVE_TO);
    default:
      {
        const ClinchField *name = clinch_kind_name_field (kind);

        return name == NULL || has_target (self, targets, name->index);
      }
    }
}

static gboolean
is_named_after (ClinchImportPlan *self,
                ClinchKind        kind)
{
  g_autofree char *folded = clinch_text_fold (self->file_name);
  g_autofree char *label = clinch_text_fold (clinch_kind_label (kind, TRUE));

  return strstr (folded, clinch_kind_word (kind)) != NULL || strstr (folded, label) != NULL;
}

static int
rate_kind (ClinchImportPlan *self,
           ClinchKind        kind)
{
  g_autofree int *targets = g_new (int, self->n_columns + 1);
  int score = assign_targets (self, kind, targets);

  if (score == 0)
    return 0;
  for (guint column = 0; column < self->n_columns; column++)
    if (targets[column] == CLINCH_IMPORT_IGNORE)
      score -= PENALTY_UNKNOWN_COLUMN;
  if (!has_identity (self, kind, targets))
    score -= PENALTY_NO_IDENTITY;
  if (is_named_after (self, kind))
    score += BONUS_FILE_NAME;

  return score;
}

ClinchKind
clinch_import_recognise_kind (ClinchImportPlan *self)
{
  /* What other programs' files hold comes first and wins a tie; the rest comes from our own
   * exports. */
  static const ClinchKind kinds[] = {
    CLINCH_KIND_CUSTOMER, CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_CONTACT, CLINCH_KIND_MEMBER,
    CLINCH_KIND_FOLLOW_UP,
    CLINCH_KIND_TEAM, CLINCH_KIND_PIPELINE, CLINCH_KIND_STAGE, CLINCH_KIND_STAGE_MOVE,
    CLINCH_KIND_DIMENSION, CLINCH_KIND_TAG, CLINCH_KIND_GRADE_RULE, CLINCH_KIND_CUSTOMER_TAG,
    CLINCH_KIND_ASSESSMENT, CLINCH_KIND_INFLUENCE, CLINCH_KIND_FACT, CLINCH_KIND_HELP_REQUEST,
    CLINCH_KIND_OBJECTIVE, CLINCH_KIND_WHITESPACE, CLINCH_KIND_REQUIREMENT, CLINCH_KIND_MATERIAL,
    CLINCH_KIND_TARGET, CLINCH_KIND_FORECAST, CLINCH_KIND_SAVED_VIEW, CLINCH_KIND_SETTING,
  };
  gsize n_kinds = is_own_export (self) ? G_N_ELEMENTS (kinds) : 5;
  ClinchKind best = CLINCH_KIND_NONE;
  int best_score = 0;

  for (gsize i = 0; i < n_kinds; i++)
    {
      int score = rate_kind (self, kinds[i]);

      if (score <= best_score)
        continue;
      best = kinds[i];
      best_score = score;
    }

  return best;
}

typedef gboolean (*CellTest) (ClinchImportPlan *self,
                              const char       *cell);

static gboolean
is_stage_name (ClinchImportPlan *self,
               const char       *cell)
{
  ClinchImportEntry *entry;

  return clinch_import_lookup_find (self->lookup, CLINCH_KIND_STAGE, self->pipeline_id, cell,
                                    &entry) == CLINCH_IMPORT_FOUND;
}

static gboolean
is_member_name (ClinchImportPlan *self,
                const char       *cell)
{
  ClinchImportEntry *entry;

  return clinch_import_lookup_find (self->lookup, CLINCH_KIND_MEMBER, 0, cell,
                                    &entry) == CLINCH_IMPORT_FOUND;
}

static gboolean
is_customer_name (ClinchImportPlan *self,
                  const char       *cell)
{
  ClinchImportEntry *entry;

  return clinch_import_lookup_find (self->lookup, CLINCH_KIND_CUSTOMER, 0, cell,
                                    &entry) == CLINCH_IMPORT_FOUND;
}

static gboolean
is_email (ClinchImportPlan *self,
          const char       *cell)
{
  const char *at = strchr (cell, '@');

  return at != NULL && at > cell && strchr (at, '.') != NULL && strchr (cell, ' ') == NULL;
}

static gboolean
is_mobile (ClinchImportPlan *self,
           const char       *cell)
{
  return strlen (cell) == 11 && *cell == '1' && strspn (cell, "0123456789") == 11;
}

static gboolean
holds (ClinchImportPlan *self,
       guint             column,
       CellTest          test)
{
  guint n_rows = clinch_table_get_n_rows (self->table);
  guint n_filled = 0;
  guint n_agreeing = 0;

  for (guint row = 0; row < n_rows && n_filled < SAMPLE_CELLS; row++)
    {
      const char *cell = clinch_table_get_cell (self->table, row, column);

      if (*cell == '\0')
        continue;
      n_filled++;
      n_agreeing += test (self, cell);
    }

  return n_filled > 0 && n_agreeing * 100 >= n_filled * PERCENT_AGREEING;
}

/* Columns whose heading nobody knows, by what stands in them. */
static void
recognise_cells (ClinchImportPlan *self)
{
  static const struct
  {
    ClinchKind kind;
    int target;
    CellTest test;
  } tests[] = {
    { CLINCH_KIND_OPPORTUNITY, CLINCH_OPPORTUNITY_STAGE, is_stage_name },
    { CLINCH_KIND_OPPORTUNITY, CLINCH_OPPORTUNITY_CUSTOMER, is_customer_name },
    { CLINCH_KIND_OPPORTUNITY, CLINCH_OPPORTUNITY_OWNER, is_member_name },
    { CLINCH_KIND_CUSTOMER, CLINCH_CUSTOMER_OWNER, is_member_name },
    { CLINCH_KIND_CONTACT, CLINCH_CONTACT_CUSTOMER, is_customer_name },
    { CLINCH_KIND_CONTACT, CLINCH_CONTACT_EMAIL, is_email },
    { CLINCH_KIND_CONTACT, CLINCH_CONTACT_MOBILE, is_mobile },
    { CLINCH_KIND_MEMBER, CLINCH_MEMBER_EMAIL, is_email },
    { CLINCH_KIND_MEMBER, CLINCH_MEMBER_PHONE, is_mobile },
    { CLINCH_KIND_FOLLOW_UP, CLINCH_FOLLOW_UP_CUSTOMER, is_customer_name },
    { CLINCH_KIND_FOLLOW_UP, CLINCH_FOLLOW_UP_AUTHOR, is_member_name },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      if (tests[i].kind != self->kind
          || clinch_import_plan_find_target (self, tests[i].target) >= 0)
        continue;
      for (guint column = 0; column < self->n_columns; column++)
        if (self->columns[column].target == CLINCH_IMPORT_IGNORE
            && holds (self, column, tests[i].test))
          {
            self->columns[column].target = tests[i].target;
            break;
          }
    }
}

/* The pipeline whose stages the file speaks of: the one that knows the most of its words, of
 * several the first. */
static void
recognise_pipeline (ClinchImportPlan *self)
{
  g_autoptr(GPtrArray) pipelines = clinch_import_lookup_all (self->lookup, CLINCH_KIND_PIPELINE, 0);
  int column = self->kind == CLINCH_KIND_OPPORTUNITY
               ? clinch_import_plan_find_target (self, CLINCH_OPPORTUNITY_STAGE) : -1;
  g_autoptr(GArray) values = column >= 0
                             ? clinch_table_column_values (self->table, column, SAMPLE_CELLS, NULL)
                             : NULL;
  guint best = 0;

  self->pipeline_id = pipelines->len > 0 ? ((ClinchImportEntry *) pipelines->pdata[0])->id : 0;
  for (guint i = 0; values != NULL && i < pipelines->len; i++)
    {
      const ClinchImportEntry *pipeline = pipelines->pdata[i];
      guint n_known = 0;

      for (guint j = 0; j < values->len; j++)
        {
          const ClinchColumnValue *value = &g_array_index (values, ClinchColumnValue, j);
          ClinchImportEntry *stage;

          if (clinch_import_lookup_find (self->lookup, CLINCH_KIND_STAGE, pipeline->id,
                                         value->value, &stage) ==
              CLINCH_IMPORT_FOUND)
            n_known += value->count;
        }
      if (n_known <= best)
        continue;
      best = n_known;
      self->pipeline_id = pipeline->id;
    }
}

/* Whether @column holds a date that can be read in several ways. */
static gboolean
holds_open_dates (ClinchImportPlan *self,
                  guint             column)
{
  guint n_rows = clinch_table_get_n_rows (self->table);

  for (guint row = 0; row < n_rows; row++)
    {
      const char *cell = clinch_table_get_cell (self->table, row, column);
      guint orders = *cell != '\0' ? clinch_date_possible_orders (cell) : 0;

      if ((orders & (orders - 1)) != 0)
        return TRUE;
    }

  return FALSE;
}

void
clinch_import_recognise_dates (ClinchImportPlan *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      ClinchImportColumn *info = &self->columns[column];
      const ClinchField *field = clinch_import_target_field (self->kind, info->target);
      gboolean contradicts;

      info->is_dates = info->target == CLINCH_IMPORT_CREATED ||
                       (field != NULL && info->target < CLINCH_MAX_FIELDS &&
                        (field->type == CLINCH_FIELD_DATE || field->type == CLINCH_FIELD_BIRTHDAY
                         || field->type == CLINCH_FIELD_INSTANT));
      info->order = CLINCH_DATE_ORDER_UNKNOWN;
      info->is_proven = FALSE;
      info->is_open = FALSE;
      if (!info->is_dates)
        continue;
      info->order = clinch_table_column_date_order (self->table, column, &contradicts);
      info->is_proven = info->order != CLINCH_DATE_ORDER_UNKNOWN;
      info->is_open = !info->is_proven && holds_open_dates (self, column);
    }
}

void
clinch_import_recognise_columns (ClinchImportPlan *self)
{
  g_autofree int *targets = g_new (int, self->n_columns + 1);

  if (self->kind != CLINCH_KIND_NONE)
    assign_targets (self, self->kind, targets);
  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autofree char *plain = NULL;
      ClinchImportColumn *info = &self->columns[column];

      info->target = self->kind != CLINCH_KIND_NONE ? targets[column] : CLINCH_IMPORT_IGNORE;
      g_hash_table_remove_all (info->chosen);
      plain = clinch_import_heading_plain (clinch_table_get_column_name (self->table, column),
                                           &info->unit);
    }

  recognise_pipeline (self);
  recognise_cells (self);
  recognise_pipeline (self);
  clinch_import_recognise_dates (self);
}
