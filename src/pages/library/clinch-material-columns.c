// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-material-columns.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-field-text.h"
#include "clinch-table-copy.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const ClinchTableColumn columns[] = {
  { "name", "name", CLINCH_MATERIAL_NAME, FALSE, FALSE, TRUE, 300 },
  { "type", "type", CLINCH_MATERIAL_TYPE, FALSE, FALSE, TRUE, 120 },
  { "industry", "industry", CLINCH_MATERIAL_INDUSTRY, FALSE, FALSE, TRUE, 140 },
  { "product", "product", CLINCH_MATERIAL_PRODUCT, FALSE, FALSE, TRUE, 140 },
  { "since", "since", CLINCH_MATERIAL_SINCE, FALSE, FALSE, TRUE, 110 },
  { "last-used", "last-used", CLINCH_MATERIAL_LAST_USED, FALSE, FALSE, TRUE, 110 },
  { "link", "link", CLINCH_MATERIAL_LINK, FALSE, FALSE, TRUE, 200 },
  { "note", "note", CLINCH_MATERIAL_NOTE, FALSE, FALSE, FALSE, 220 },
};
/* clang-format on */

const char *const clinch_material_narrow_columns[] = { "name", "last-used", NULL };

static const char *
column_title (const ClinchTableColumn *column)
{
  return clinch_field_label (clinch_kind_field (CLINCH_KIND_MATERIAL, column->field));
}

/* The day is enough. */
static char *
show_last_used (const ClinchRow *row,
                gint64           now)
{
  char date[CLINCH_DATE_SIZE];
  char today[CLINCH_DATE_SIZE];

  if (clinch_row_is_null (row, CLINCH_MATERIAL_LAST_USED))
    return g_strdup (C_("material", "never"));
  clinch_date_from_instant (clinch_row_int (row, CLINCH_MATERIAL_LAST_USED),
                            clinch_clock_timezone (), date);
  clinch_date_from_instant (now, clinch_clock_timezone (), today);

  return clinch_date_format (date, today);
}

static char *
show_column (const ClinchTableColumn *column,
             ClinchRecord            *material,
             gint64                   now)
{
  const ClinchRow *row = clinch_record_get_row (material);

  if (row == NULL)
    return g_strdup ("");
  if (column->field == CLINCH_MATERIAL_LAST_USED)
    return show_last_used (row, now);

  return clinch_field_text_show (row, column->field, NULL, NULL);
}

static char *
show_hint (const ClinchTableColumn *column,
           ClinchRecord            *material)
{
  const ClinchRow *row = clinch_record_get_row (material);

  if (row == NULL)
    return NULL;
  /* A title that is cut off can be read whole. */
  if (column->field == CLINCH_MATERIAL_NAME || column->field == CLINCH_MATERIAL_LINK)
    return g_strdup (clinch_row_text (row, column->field));

  return clinch_field_text_hint (row, column->field, NULL);
}

static char *
copy_column (const ClinchTableColumn *column,
             const ClinchLoadedRow   *material,
             const char              *currency,
             gint64                   now)
{
  return clinch_table_copy_field (material, column->field, currency);
}

const ClinchTableInfo clinch_material_table_info = {
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .title = column_title,
  .show = show_column,
  .hint = show_hint,
  .copy = copy_column,
  .order_key = "library-columns",
  .widths_key = "library-widths",
};
