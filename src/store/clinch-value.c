// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-value.h"

#include "clinch-birthday.h"
#include "clinch-clock.h"
#include "clinch-index.h"
#include "clinch-money.h"
#include "clinch-resolve.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A reference as it is written. */
typedef struct
{
  char *name;
  gboolean is_unique; /* no other living record has this name */
} KnownName;

static void
free_known_name (gpointer data)
{
  KnownName *known = data;

  g_free (known->name);
  g_free (known);
}

static ClinchValueDayFunc day_func;

void
clinch_value_set_day_func (ClinchValueDayFunc func)
{
  g_atomic_pointer_set (&day_func, func);
}

gboolean
clinch_value_read_day (const ClinchValueContext *self,
                       const char               *text,
                       gboolean                  is_past,
                       char                      date[CLINCH_DATE_SIZE])
{
  ClinchValueDayFunc func = g_atomic_pointer_get (&day_func);

  return clinch_date_parse (text, self->order, self->today, date)
         || (func != NULL && func (text, self->today, is_past, date));
}

ClinchValueContext *
clinch_value_context_new (ClinchDb *db)
{
  ClinchValueContext *self = g_new0 (ClinchValueContext, 1);
  g_autofree char *currency = clinch_db_get_setting (db, "currency");

  self->db = db;
  self->now = clinch_clock_now ();
  self->zone = clinch_clock_timezone ();
  clinch_date_from_instant (self->now, self->zone, self->today);
  g_strlcpy (self->currency, clinch_money_is_currency (currency) ? currency : "CNY",
             sizeof self->currency);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_known_name);

  return self;
}

void
clinch_value_context_free (ClinchValueContext *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

static const ClinchField *
find_type (ClinchKind      kind,
           ClinchFieldType type)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].type == type)
      return &fields[i];

  return NULL;
}

const char *
clinch_value_currency (ClinchValueContext *self,
                       const ClinchRow    *row)
{
  const ClinchField *field = find_type (row->kind, CLINCH_FIELD_CURRENCY);
  const char *currency = field != NULL ? clinch_row_text (row, field->index) : NULL;

  return currency != NULL ? currency : self->currency;
}

static gboolean
refuse (const ClinchField  *field,
        const char         *text,
        const char         *why,
        GError            **error)
{
  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               /* Translators: a field, what was given, what is wrong with it: “Founded”: “soon” is
                * no whole number. */
               _("“%1$s”: “%2$s” %3$s"), clinch_field_label (field), text, why);
  return FALSE;
}

/* Digits with separators of thousands, and the words that Chinese tables put behind them. */
static gboolean
read_integer (const char *folded,
              gint64     *value)
{
  static const char *const units[] = { "人", "名", "天", "年", "个", "位", "家" };
  g_autoptr(GString) digits = g_string_new (NULL);
  const char *p = folded;

  for (;
       g_ascii_isdigit (*p)
       || (digits->len > 0 && (*p == ',' || *p == ' ') && g_ascii_isdigit (p[1])); p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (digits->len > 0 && *p == '.')
    for (p++; *p == '0'; p++)
      ;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (p, units[i]))
      p += strlen (units[i]);

  return digits->len > 0 && *p == '\0'
         && g_ascii_string_to_signed (digits->str, 10, 0, G_MAXINT64 / 1000, value, NULL);
}

static gboolean
parse_integer (const ClinchField  *field,
               const char         *text,
               const char         *folded,
               ClinchRow          *row,
               GError            **error)
{
  gint64 value;

  if (!read_integer (folded, &value))
    return refuse (field, text, _("is no whole number."), error);

  clinch_row_set_int (row, field->index, value);
  return TRUE;
}

/* "40%", "40", "40.0"; with a decimal point and up to one, "0.4", a share of one. */
static gboolean
read_percent (const char *folded,
              int        *percent)
{
  g_autofree char *number = g_strdup (folded);
  gboolean has_sign = g_str_has_suffix (number, "%");
  gboolean has_point;
  gint64 hundredths = 0;
  int decimals = -1;

  if (has_sign)
    number[strlen (number) - 1] = '\0';
  g_strstrip (number);
  has_point = strchr (number, '.') != NULL;
  if (!g_ascii_isdigit (*number) || strlen (number) > 12)
    return FALSE;
  for (const char *p = number; *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0)
        decimals = 0;
      else if (!g_ascii_isdigit (*p))
        return FALSE;
      else if (decimals < 4)
        {
          hundredths = hundredths * 10 + (*p - '0');
          decimals += decimals >= 0;
        }
    }
  for (int i = MAX (decimals, 0); i < 4; i++)
    hundredths *= 10;

  /* Now in ten-thousandths of what was written. */
  if (has_point && !has_sign && hundredths <= 10000)
    hundredths *= 100;
  if (hundredths > 100 * 10000)
    return FALSE;
  *percent = (hundredths + 5000) / 10000;

  return TRUE;
}

static gboolean
parse_percent (const ClinchField  *field,
               const char         *text,
               const char         *folded,
               ClinchRow          *row,
               GError            **error)
{
  int percent;

  if (!read_percent (folded, &percent))
    return refuse (field, text, _("is no percentage from 0 to 100."), error);

  clinch_row_set_int (row, field->index, percent);
  return TRUE;
}

static gboolean
parse_money (ClinchValueContext  *self,
             const ClinchField   *field,
             const char          *text,
             ClinchRow           *row,
             GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  gint64 minor;

  if (!clinch_money_parse (text, clinch_value_currency (self, row), &minor, &local_error))
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   /* Translators: a field, and what is wrong with what was given, a sentence. */
                   _("“%1$s”: %2$s"), clinch_field_label (field), local_error->message);
      return FALSE;
    }

  clinch_row_set_int (row, field->index, minor);
  return TRUE;
}

static gboolean
parse_currency (const ClinchField  *field,
                const char         *text,
                const char         *folded,
                ClinchRow          *row,
                GError            **error)
{
  static const struct
  {
    const char *name;
    const char *currency;
  } names[] = {
    { "rmb", "CNY" }, { "人民币", "CNY" }, { "元", "CNY" }, { "¥", "CNY" }, { "美元", "USD" }, { "$", "USD" }, { "us$", "USD" },
    { "欧元", "EUR" }, { "€", "EUR" }, { "日元", "JPY" }, { "港币", "HKD" }, { "港元", "HKD" }, { "hk$", "HKD" },
    { "英镑", "GBP" }, { "£", "GBP" }, { "韩元", "KRW" }, { "新台币", "TWD" }, { "台币", "TWD" }, { "新加坡元", "SGD" },
  };
  g_autofree char *code = g_ascii_strup (folded, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (folded, names[i].name))
      g_set_str (&code, names[i].currency);
  if (!clinch_money_is_currency (code))
    return refuse (field, text, _("is no currency. Give its code, such as CNY or USD."), error);

  clinch_row_set_text (row, field->index, code);
  return TRUE;
}

static gboolean
parse_date (ClinchValueContext  *self,
            const ClinchField   *field,
            const char          *text,
            ClinchRow           *row,
            GError             **error)
{
  char date[CLINCH_DATE_SIZE];

  if (!clinch_value_read_day (self, text, clinch_field_is_past (field), date))
    return refuse (field, text, clinch_date_possible_orders (text) != 0
                   && self->order == CLINCH_DATE_ORDER_UNKNOWN
                                  ? _("could be several days. Write it as 2026-11-23.")
                                  : _("is no date. Write it as 2026-11-23."),
                   error);

  clinch_row_set_text (row, field->index, date);
  return TRUE;
}

static gboolean
parse_birthday (ClinchValueContext  *self,
                const ClinchField   *field,
                const char          *text,
                ClinchRow           *row,
                GError             **error)
{
  char birthday[CLINCH_BIRTHDAY_SIZE];

  if (!clinch_birthday_parse (text, self->order, self->today, birthday))
    return refuse (field, text, _("is no birthday. Write it as 1980-03-05 or, without the year, as "
                                  "03-05."), error);

  clinch_row_set_text (row, field->index, birthday);
  return TRUE;
}

/* A day in words is meant as a whole; its noon is that day in every zone. */
static gboolean
read_noon (const ClinchValueContext *self,
           const ClinchField        *field,
           const char               *text,
           gint64                   *instant)
{
  char date[CLINCH_DATE_SIZE];

  if (!clinch_value_read_day (self, text, clinch_field_is_past (field), date))
    return FALSE;
  *instant = clinch_date_to_instant (date, 12, self->zone);

  return TRUE;
}

static gboolean
parse_instant (ClinchValueContext  *self,
               const ClinchField   *field,
               const char          *text,
               ClinchRow           *row,
               GError             **error)
{
  gint64 instant;

  if (!clinch_instant_parse (text, self->order, self->today, self->zone, &instant)
      && !read_noon (self, field, text, &instant))
    return refuse (field, text, _("is no date and time. Write it as 2026-11-23 14:05."), error);

  clinch_row_set_int (row, field->index, instant);
  return TRUE;
}

static gboolean
parse_choice (const ClinchField  *field,
              const char         *text,
              ClinchRow          *row,
              GError            **error)
{
  const char *code = clinch_choice_find (field->choice, text);
  g_autoptr(GString) labels = NULL;
  const ClinchChoiceValue *values;
  int n_values;

  if (code != NULL)
    {
      clinch_row_set_text (row, field->index, code);
      return TRUE;
    }

  labels = g_string_new (NULL);
  values = clinch_choice_values (field->choice, &n_values);
  for (int i = 0; i < n_values; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? C_("between the items of a list", ", ") : "",
                            clinch_choice_label (field->choice, values[i].code));
  g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
               /* Translators: a field, what was given, what could be given. */
               _("“%1$s”: “%2$s” is none of these: %3$s."), clinch_field_label (field), text,
               labels->str);
  return FALSE;
}

/* The field of @row that narrows down what @field can point at, and the field of the target by
 * which. */
static gboolean
find_scope (const ClinchField  *field,
            const ClinchRow    *row,
            const ClinchField **scope,
            gint64             *scope_id)
{
  const ClinchField *fields;
  int n_fields;

  if (field->target != CLINCH_KIND_CONTACT && field->target != CLINCH_KIND_OPPORTUNITY
      && field->target != CLINCH_KIND_STAGE)
    return FALSE;

  fields = clinch_kind_fields (field->target, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      const ClinchField *own;
      int n_own;

      if (!(fields[i].flags & CLINCH_FIELD_PARENT))
        continue;
      own = clinch_kind_fields (row->kind, &n_own);
      for (int j = 0; j < n_own; j++)
        if (own[j].target == fields[i].target && (own[j].flags & CLINCH_FIELD_REQUIRED)
            && !clinch_row_is_null (row, j))
          {
            *scope = &fields[i];
            *scope_id = clinch_row_int (row, j);
            return TRUE;
          }
    }

  return FALSE;
}

/* A stage that is named without its pipeline is looked for in the first one before it is looked for
 * in all. */
static gboolean
resolve_stage (ClinchValueContext  *self,
               const char          *text,
               gint64              *id,
               GError             **error)
{
  const ClinchField *scope = clinch_kind_field (CLINCH_KIND_STAGE, CLINCH_STAGE_PIPELINE);
  gint64 first;

  if (!clinch_db_query_int (self->db, &first, NULL, error,
                            "SELECT id FROM pipeline WHERE deleted_at IS NULL ORDER BY position, id LIMIT 1", ""))
    return FALSE;

  return clinch_resolve_within (self->db, scope, first, text, id, NULL) ||
         clinch_resolve (self->db, CLINCH_KIND_STAGE, text, id, error);
}

static gboolean
parse_reference (ClinchValueContext  *self,
                 const ClinchField   *field,
                 const char          *text,
                 ClinchRow           *row,
                 GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  const ClinchField *scope;
  gint64 scope_id;
  gboolean found;
  gint64 id;

  if (find_scope (field, row, &scope, &scope_id))
    found = clinch_resolve_within (self->db, scope, scope_id, text, &id, &local_error);
  else if (field->target == CLINCH_KIND_STAGE)
    found = resolve_stage (self, text, &id, &local_error);
  else
    found = clinch_resolve (self->db, field->target, text, &id, &local_error);
  if (!found)
    {
      g_prefix_error (&local_error,
                      /* Translators: a field, before a sentence about its value. */ _("“%s”: "),
                      clinch_field_label (field));
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  clinch_row_set_int (row, field->index, id);
  return TRUE;
}

gboolean
clinch_value_parse (ClinchValueContext  *self,
                    const ClinchField   *field,
                    const char          *text,
                    ClinchRow           *row,
                    GError             **error)
{
  g_autofree char *clean = clinch_text_clean_line (text);
  g_autofree char *folded = NULL;

  g_return_val_if_fail (row->kind == field->kind, FALSE);

  if (clean == NULL)
    {
      clinch_row_set_null (row, field->index);
      return TRUE;
    }

  folded = clinch_text_fold (clean);
  switch (field->type)
    {
    case CLINCH_FIELD_INTEGER:
      return parse_integer (field, clean, folded, row, error);
    case CLINCH_FIELD_PERCENT:
      return parse_percent (field, clean, folded, row, error);
    case CLINCH_FIELD_MONEY:
      return parse_money (self, field, clean, row, error);
    case CLINCH_FIELD_CURRENCY:
      return parse_currency (field, clean, folded, row, error);
    case CLINCH_FIELD_DATE:
      return parse_date (self, field, clean, row, error);
    case CLINCH_FIELD_BIRTHDAY:
      return parse_birthday (self, field, clean, row, error);
    case CLINCH_FIELD_INSTANT:
      return parse_instant (self, field, clean, row, error);
    case CLINCH_FIELD_CHOICE:
      return parse_choice (field, clean, row, error);
    case CLINCH_FIELD_REFERENCE:
      return parse_reference (self, field, clean, row, error);
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
    default:
      clinch_row_set_text (row, field->index, text);
      return TRUE;
    }
}

static gboolean
count_namesakes (ClinchValueContext *self,
                 ClinchKind          kind,
                 const char         *name,
                 gint64             *count)
{
  g_autofree char *key = clinch_text_sort_key (name);
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM %s WHERE name_key = ? AND name = ? AND deleted_at IS "
                     "NULL",
                                          clinch_kind_table (kind));

  return clinch_db_query_int (self->db, count, NULL, NULL, sql, "tt", key, name);
}

static const KnownName *
look_up_name (ClinchValueContext *self,
              ClinchKind          kind,
              gint64              id)
{
  gint64 key = CLINCH_INDEX_KEY (kind, id);
  KnownName *known = g_hash_table_lookup (self->names, &key);
  gint64 count = 0;

  if (known != NULL)
    return known;

  known = g_new0 (KnownName, 1);
  if (clinch_kind_name_field (kind) != NULL)
    {
      known->name = clinch_db_name_of (self->db, kind, id);
      known->is_unique = count_namesakes (self, kind, known->name, &count) && count <= 1;
    }
  g_hash_table_insert (self->names, g_memdup2 (&key, sizeof key), known);

  return known;
}

static char *
export_reference (ClinchValueContext *self,
                  const ClinchField  *field,
                  gint64              id)
{
  const KnownName *known = look_up_name (self, field->target, id);
  g_autoptr(ClinchRow) row = NULL;
  char uid[CLINCH_UID_STRING_SIZE];

  if (known->is_unique && *known->name != '\0')
    return g_strdup (known->name);

  row = clinch_db_load_row (self->db, field->target, id, NULL);
  if (row == NULL)
    return g_strdup ("");
  clinch_uid_to_string (&row->uid, uid);

  return g_strdup (uid);
}

char *
clinch_value_format (ClinchValueContext *self,
                     const ClinchRow    *row,
                     const ClinchField  *field,
                     gboolean            full)
{
  g_return_val_if_fail (row->kind == field->kind, g_strdup (""));

  if (clinch_row_is_null (row, field->index))
    return g_strdup ("");

  switch (field->type)
    {
    case CLINCH_FIELD_MONEY:
      if (full)
        return clinch_money_format_full (clinch_row_int (row, field->index),
                                         clinch_value_currency (self, row));
      return clinch_money_format (clinch_row_int (row, field->index),
                                  clinch_value_currency (self, row), clinch_money_style ());
    case CLINCH_FIELD_PERCENT:
      return g_strdup_printf ("%" G_GINT64_FORMAT "%%", clinch_row_int (row, field->index));
    case CLINCH_FIELD_DATE:
      if (full)
        return clinch_date_format_full (clinch_row_text (row, field->index));
      return clinch_date_format (clinch_row_text (row, field->index), self->today);
    case CLINCH_FIELD_BIRTHDAY:
      return clinch_birthday_format (clinch_row_text (row, field->index));
    case CLINCH_FIELD_INSTANT:
      return clinch_instant_format (clinch_row_int (row, field->index), self->now, self->zone);
    case CLINCH_FIELD_CHOICE:
      return g_strdup (clinch_choice_label (field->choice, clinch_row_text (row, field->index)));
    case CLINCH_FIELD_REFERENCE:
      {
        const KnownName *known = look_up_name (self, field->target,
                                               clinch_row_int (row, field->index));

        return g_strdup (known->name != NULL ? known->name : "");
      }
    case CLINCH_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, clinch_row_int (row, field->index));
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
    case CLINCH_FIELD_CURRENCY:
    default:
      return g_strdup (clinch_row_text (row, field->index));
    }
}

char *
clinch_value_export (ClinchValueContext *self,
                     const ClinchRow    *row,
                     const ClinchField  *field)
{
  g_return_val_if_fail (row->kind == field->kind, g_strdup (""));

  if (clinch_row_is_null (row, field->index))
    return g_strdup ("");

  switch (field->type)
    {
    case CLINCH_FIELD_MONEY:
      return clinch_money_format_plain (clinch_row_int (row, field->index),
                                        clinch_value_currency (self, row));
    case CLINCH_FIELD_INSTANT:
      return clinch_instant_to_iso (clinch_row_int (row, field->index));
    case CLINCH_FIELD_REFERENCE:
      return export_reference (self, field, clinch_row_int (row, field->index));
    case CLINCH_FIELD_INTEGER:
    case CLINCH_FIELD_PERCENT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, clinch_row_int (row, field->index));
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
    case CLINCH_FIELD_CURRENCY:
    case CLINCH_FIELD_DATE:
    case CLINCH_FIELD_BIRTHDAY:
    case CLINCH_FIELD_CHOICE:
    default:
      return g_strdup (clinch_row_text (row, field->index));
    }
}
