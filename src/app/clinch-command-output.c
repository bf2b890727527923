// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-command-output.h"

#include "clinch-command-private.h"
#include "clinch-customer-totals.h"
#include "clinch-file-write.h"
#include "clinch-json.h"
#include "clinch-money.h"
#include "clinch-operations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cell of a table for people is cut here. */
#define MAX_CELL 60

static int
width_of (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

static int
text_width (const char *text)
{
  int width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    width += width_of (g_utf8_get_char (c));

  return width;
}

void
clinch_command_pad (GString    *out,
                    const char *text,
                    int         width)
{
  g_string_append (out, text);
  for (int i = text_width (text); i < width; i++)
    g_string_append_c (out, ' ');
}

/* One line of a terminal: no control characters, not too long. */
static char *
make_cell (const char *text)
{
  GString *cell = g_string_new (NULL);
  int width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character))
        character = ' ';
      width += width_of (character);
      if (width > MAX_CELL)
        {
          g_string_append (cell, "…");
          break;
        }
      g_string_append_unichar (cell, character);
    }

  return g_string_free (cell, FALSE);
}

void
clinch_command_table (GString   *out,
                      GPtrArray *rows,
                      int        n_columns)
{
  g_autofree int *widths = g_new0 (int, n_columns);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];

      for (int j = 0; j < n_columns; j++)
        {
          char *cell = make_cell (cells[j]);

          g_free (cells[j]);
          cells[j] = cell;
          widths[j] = MAX (widths[j], text_width (cell));
        }
    }

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];

      for (int j = 0; j < n_columns; j++)
        {
          clinch_command_pad (out, cells[j], widths[j]);
          g_string_append (out, "  ");
        }
      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }
}

void
clinch_command_pairs (GString   *out,
                      GPtrArray *pairs)
{
  int width = 0;

  for (guint i = 0; i < pairs->len; i++)
    width = MAX (width, text_width (((char **) pairs->pdata[i])[0]));

  for (guint i = 0; i < pairs->len; i++)
    {
      char **pair = pairs->pdata[i];
      g_auto(GStrv) lines = g_strsplit (pair[1], "\n", -1);

      for (int j = 0; lines[j] != NULL; j++)
        {
          g_string_append (out, "  ");
          clinch_command_pad (out, j == 0 ? pair[0] : "", width);
          g_string_append_printf (out, "  %s\n", lines[j]);
        }
    }
}

void
clinch_command_json_text (GString    *out,
                          const char *text)
{
  clinch_json_append_string (out, text);
}

void
clinch_command_json_uid (GString         *out,
                         const ClinchUid *uid)
{
  static const ClinchUid none;
  char text[CLINCH_UID_STRING_SIZE];

  if (memcmp (uid, &none, sizeof none) == 0)
    {
      g_string_append (out, "null");
      return;
    }
  clinch_uid_to_string (uid, text);
  g_string_append_printf (out, "\"%s\"", text);
}

void
clinch_command_json_instant (GString *out,
                             gint64   instant)
{
  g_autofree char *text = clinch_instant_to_iso (instant);

  clinch_json_append_string (out, text);
}

void
clinch_command_json_reference (GString    *out,
                               ClinchDb   *db,
                               ClinchKind  kind,
                               gint64      id)
{
  g_autoptr(ClinchRow) row = id != 0 ? clinch_db_load_row (db, kind, id, NULL) : NULL;
  g_autofree char *name = row != NULL ? clinch_operation_name (db, row) : NULL;

  if (row == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append (out, "{\"uid\":");
  clinch_command_json_uid (out, &row->uid);
  g_string_append (out, ",\"name\":");
  clinch_json_append_string (out, name);
  g_string_append_c (out, '}');
}

void
clinch_command_json_value (GString            *out,
                           ClinchValueContext *context,
                           const ClinchRow    *row,
                           const ClinchField  *field)
{
  g_autofree char *text = NULL;

  if (clinch_row_is_null (row, field->index))
    {
      g_string_append (out, "null");
      return;
    }
  if (field->type == CLINCH_FIELD_REFERENCE)
    {
      clinch_command_json_reference (out, context->db, field->target,
                                     clinch_row_int (row, field->index));
      return;
    }
  if (field->type == CLINCH_FIELD_INTEGER || field->type == CLINCH_FIELD_PERCENT)
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, clinch_row_int (row, field->index));
      return;
    }
  if (field->type == CLINCH_FIELD_INSTANT)
    {
      clinch_command_json_instant (out, clinch_row_int (row, field->index));
      return;
    }
  if (field->type == CLINCH_FIELD_MONEY)
    text = clinch_money_format_plain (clinch_row_int (row, field->index),
                                      clinch_value_currency (context, row));
  else
    text = g_strdup (clinch_row_text (row, field->index));
  clinch_json_append_string (out, text);
}

/* What a customer comes to in each currency; its own columns know one. */
static void
append_totals (GString  *out,
               ClinchDb *db,
               gint64    customer_id)
{
  g_autoptr(GArray) totals = clinch_customer_totals (db, customer_id, NULL);

  g_string_append (out, ",\"totals\":[");
  for (guint i = 0; totals != NULL && i < totals->len; i++)
    {
      const ClinchCustomerTotal *total = &g_array_index (totals, ClinchCustomerTotal, i);
      g_autofree char *open = clinch_money_format_plain (total->open, total->currency);
      g_autofree char *won = clinch_money_format_plain (total->won, total->currency);

      g_string_append (out, i > 0 ? ",{\"currency\":" : "{\"currency\":");
      clinch_json_append_string (out, total->currency);
      g_string_append_printf (out, ",\"open\":\"%s\",\"won\":\"%s\"}", open, won);
    }
  g_string_append_c (out, ']');
}

void
clinch_command_json_record (GString            *out,
                            ClinchValueContext *context,
                            const ClinchRow    *row)
{
  const ClinchField *fields;
  int n_fields;

  g_string_append (out, "{\"kind\":");
  clinch_json_append_string (out, clinch_kind_word (row->kind));
  g_string_append (out, ",\"uid\":");
  clinch_command_json_uid (out, &row->uid);
  g_string_append (out, ",\"created\":");
  clinch_command_json_instant (out, row->created_at);
  if (row->deleted_at != 0)
    {
      g_string_append (out, ",\"deleted\":");
      clinch_command_json_instant (out, row->deleted_at);
    }
  fields = clinch_kind_fields (row->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      g_string_append_printf (out, ",\"%s\":", fields[i].name);
      clinch_command_json_value (out, context, row, &fields[i]);
    }
  if (row->kind == CLINCH_KIND_CUSTOMER)
    append_totals (out, context->db, row->id);
  g_string_append_c (out, '}');
}

gboolean
clinch_command_write_file (ClinchCommandRun  *run,
                           const char        *path,
                           GBytes            *bytes,
                           GError           **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!clinch_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return FALSE;

  if (run->json)
    {
      g_string_append (run->out, "{\"file\":");
      clinch_command_json_text (run->out, name);
      g_string_append (run->out, "}\n");
    }
  else
    /* Translators: the name of a file. */
    g_string_append_printf (run->out, _("Written to %s\n"), name);

  return TRUE;
}
