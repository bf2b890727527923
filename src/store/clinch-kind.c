// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-kind.h"

#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The shorthand of the field lines. */
#define TEXT CLINCH_FIELD_TEXT
#define LONG_TEXT CLINCH_FIELD_LONG_TEXT
#define INTEGER CLINCH_FIELD_INTEGER
#define MONEY CLINCH_FIELD_MONEY
#define CURRENCY CLINCH_FIELD_CURRENCY
#define PERCENT CLINCH_FIELD_PERCENT
#define DATE CLINCH_FIELD_DATE
#define INSTANT CLINCH_FIELD_INSTANT
#define CHOICE CLINCH_FIELD_CHOICE
#define REFERENCE CLINCH_FIELD_REFERENCE
#define REQUIRED CLINCH_FIELD_REQUIRED
#define NAME CLINCH_FIELD_NAME
#define PERSON CLINCH_FIELD_PERSON
#define SEARCH CLINCH_FIELD_SEARCH
#define PERSONAL CLINCH_FIELD_PERSONAL
#define COMPUTED CLINCH_FIELD_COMPUTED
#define SYSTEM CLINCH_FIELD_SYSTEM
#define PARENT CLINCH_FIELD_PARENT
#define PARENT_COUNTED CLINCH_FIELD_PARENT_COUNTED
#define HISTORY CLINCH_FIELD_HISTORY

#define F(KIND, ID, column, type, flags, detail, label, synonyms)                            \
  { CLINCH_KIND_##KIND, CLINCH_##KIND##_##ID, column, NULL, type, flags,                     \
    (type) == REFERENCE ? (ClinchKind) (detail) : CLINCH_KIND_NONE,                          \
    (type) == CHOICE ? (ClinchChoice) (detail) : CLINCH_CHOICE_NONE, label, synonyms },

static ClinchField member_fields[] = { CLINCH_MEMBER_FIELDS (F) };
static ClinchField team_fields[] = { CLINCH_TEAM_FIELDS (F) };
static ClinchField customer_fields[] = { CLINCH_CUSTOMER_FIELDS (F) };
static ClinchField contact_fields[] = { CLINCH_CONTACT_FIELDS (F) };
static ClinchField pipeline_fields[] = { CLINCH_PIPELINE_FIELDS (F) };
static ClinchField stage_fields[] = { CLINCH_STAGE_FIELDS (F) };
static ClinchField opportunity_fields[] = { CLINCH_OPPORTUNITY_FIELDS (F) };
static ClinchField follow_up_fields[] = { CLINCH_FOLLOW_UP_FIELDS (F) };
static ClinchField stage_move_fields[] = { CLINCH_STAGE_MOVE_FIELDS (F) };
static ClinchField saved_view_fields[] = { CLINCH_SAVED_VIEW_FIELDS (F) };
static ClinchField setting_fields[] = { CLINCH_SETTING_FIELDS (F) };

#undef F
#undef TEXT
#undef INTEGER
#undef CURRENCY
#undef DATE

typedef struct
{
  const char *table;
  const char *word;
  const char *singular;
  const char *plural;
  ClinchField *fields;
  int n_fields;
} KindInfo;

#define K(KIND, table, word, code, singular, plural) \
  [CLINCH_KIND_##KIND] = { table, word, singular, plural, NULL, 0 },
static KindInfo kinds[CLINCH_N_KINDS] = { CLINCH_KINDS (K) };
#undef K

static const ClinchChoiceValue role_values[] = {
  { "admin", NC_ ("choice", "Administrator"), "administrator|管理员|系统管理员" },
  { "manager", NC_ ("choice", "Manager"), "sales manager|head|lead|经理|主管|销售经理|总监|销售总监" },
  { "owner", NC_ ("choice", "Account Manager"), "sales agent|agent|sales|rep|account manager|销售|客户经理|负责人|业务员" },
  { "collaborator", NC_ ("choice", "Collaborator"), "presales|technical|support|marketing|协作人|协作者|售前|技术|市场|研发" },
  { "reader", NC_ ("choice", "Reader"), "viewer|read only|只读|查看者|只读成员" },
};

static const ClinchChoiceValue grade_values[] = {
  { "S", NC_ ("choice", "S"), "s级|战略" },
  { "A", NC_ ("choice", "A"), "a级|重点" },
  { "B", NC_ ("choice", "B"), "b级|普通" },
  { "C", NC_ ("choice", "C"), "c级|一般" },
};

static const ClinchChoiceValue stage_type_values[] = {
  { "open", NC_ ("choice", "Open"), "进行中" },
  { "won", NC_ ("choice", "Won"), "赢单|成交" },
  { "lost", NC_ ("choice", "Lost"), "丢单|输单|流失" },
};

static const ClinchChoiceValue follow_up_values[] = {
  { "visit", NC_ ("choice", "Visit"), "site visit|拜访|上门|走访|现场拜访" },
  { "call", NC_ ("choice", "Call"), "phone|phone call|telephone|电话|致电|通话" },
  { "meeting", NC_ ("choice", "Meeting"), "conference|会议|开会|会谈" },
  { "message", NC_ ("choice", "Message"), "wechat|sms|chat|微信|短信|消息|qq" },
  { "mail", NC_ ("choice", "Mail"), "email|e-mail|邮件|邮箱" },
  { "feedback", NC_ ("choice", "Customer Feedback"), "feedback|反馈|客户反馈" },
  { "note", NC_ ("choice", "Note"), "memo|other|备注|笔记|其他|其它|记录" },
};

static const struct
{
  const ClinchChoiceValue *values;
  int n_values;
} choices[CLINCH_N_CHOICES] = {
  [CLINCH_CHOICE_ROLE] = { role_values, G_N_ELEMENTS (role_values) },
  [CLINCH_CHOICE_GRADE] = { grade_values, G_N_ELEMENTS (grade_values) },
  [CLINCH_CHOICE_STAGE_TYPE] = { stage_type_values, G_N_ELEMENTS (stage_type_values) },
  [CLINCH_CHOICE_FOLLOW_UP] = { follow_up_values, G_N_ELEMENTS (follow_up_values) },
};

static void
fill_kind (ClinchKind   kind,
           ClinchField *fields,
           int          n_fields)
{
  g_assert (n_fields <= CLINCH_MAX_FIELDS);

  kinds[kind].fields = fields;
  kinds[kind].n_fields = n_fields;

  for (int i = 0; i < n_fields; i++)
    {
      const char *column = fields[i].column;
      gsize length = strlen (column);
      char *name;

      g_assert (fields[i].index == i);
      if (fields[i].type == CLINCH_FIELD_REFERENCE && g_str_has_suffix (column, "_id"))
        length -= 3;
      else if (fields[i].type == CLINCH_FIELD_INSTANT && g_str_has_suffix (column, "_at"))
        length -= 3;
      name = g_strndup (column, length);
      fields[i].name = g_intern_string (g_strdelimit (name, "_", '-'));
      g_free (name);
    }
}

/* The names are derived from the columns once, so that a field stays one line. */
static const KindInfo *
kind_info (ClinchKind kind)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      fill_kind (CLINCH_KIND_MEMBER, member_fields, G_N_ELEMENTS (member_fields));
      fill_kind (CLINCH_KIND_TEAM, team_fields, G_N_ELEMENTS (team_fields));
      fill_kind (CLINCH_KIND_CUSTOMER, customer_fields, G_N_ELEMENTS (customer_fields));
      fill_kind (CLINCH_KIND_CONTACT, contact_fields, G_N_ELEMENTS (contact_fields));
      fill_kind (CLINCH_KIND_PIPELINE, pipeline_fields, G_N_ELEMENTS (pipeline_fields));
      fill_kind (CLINCH_KIND_STAGE, stage_fields, G_N_ELEMENTS (stage_fields));
      fill_kind (CLINCH_KIND_OPPORTUNITY, opportunity_fields, G_N_ELEMENTS (opportunity_fields));
      fill_kind (CLINCH_KIND_FOLLOW_UP, follow_up_fields, G_N_ELEMENTS (follow_up_fields));
      fill_kind (CLINCH_KIND_STAGE_MOVE, stage_move_fields, G_N_ELEMENTS (stage_move_fields));
      fill_kind (CLINCH_KIND_SAVED_VIEW, saved_view_fields, G_N_ELEMENTS (saved_view_fields));
      fill_kind (CLINCH_KIND_SETTING, setting_fields, G_N_ELEMENTS (setting_fields));
      g_once_init_leave (&ready, 1);
    }

  g_assert (kind > CLINCH_KIND_NONE && kind < CLINCH_N_KINDS);
  return &kinds[kind];
}

const char *
clinch_kind_table (ClinchKind kind)
{
  return kind_info (kind)->table;
}

const char *
clinch_kind_word (ClinchKind kind)
{
  return kind_info (kind)->word;
}

ClinchKind
clinch_kind_from_word (const char *word)
{
  if (word == NULL)
    return CLINCH_KIND_NONE;

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_autofree char *singular = g_strdelimit (g_strdup (clinch_kind_table (kind)), "_", '-');

      if (g_ascii_strcasecmp (word, kinds[kind].word) == 0
          || g_ascii_strcasecmp (word, singular) == 0)
        return kind;
    }

  return CLINCH_KIND_NONE;
}

const char *
clinch_kind_label (ClinchKind kind,
                   gboolean   plural)
{
  const KindInfo *info = kind_info (kind);

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", plural ? info->plural : info->singular);
}

const ClinchField *
clinch_kind_fields (ClinchKind  kind,
                    int        *n_fields)
{
  const KindInfo *info = kind_info (kind);

  *n_fields = info->n_fields;
  return info->fields;
}

const ClinchField *
clinch_kind_field (ClinchKind kind,
                   int        index)
{
  const KindInfo *info = kind_info (kind);

  g_assert (index >= 0 && index < info->n_fields);
  return &info->fields[index];
}

const ClinchField *
clinch_kind_find_field (ClinchKind  kind,
                        const char *name)
{
  const KindInfo *info = kind_info (kind);

  for (int i = 0; name != NULL && i < info->n_fields; i++)
    if (g_strcmp0 (info->fields[i].name, name) == 0
        || g_strcmp0 (info->fields[i].column, name) == 0)
      return &info->fields[i];

  return NULL;
}

const ClinchField *
clinch_kind_name_field (ClinchKind kind)
{
  const KindInfo *info = kind_info (kind);

  for (int i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & CLINCH_FIELD_NAME)
      return &info->fields[i];

  return NULL;
}

const char *
clinch_field_label (const ClinchField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label);
}

gboolean
clinch_field_binds (const ClinchField *field)
{
  return field->target != CLINCH_KIND_NONE
         && (field->flags & (CLINCH_FIELD_REQUIRED | CLINCH_FIELD_PARENT)) &&
         !(field->flags & CLINCH_FIELD_HISTORY);
}

gboolean
clinch_field_is_integer (const ClinchField *field)
{
  switch (field->type)
    {
    case CLINCH_FIELD_INTEGER:
    case CLINCH_FIELD_MONEY:
    case CLINCH_FIELD_PERCENT:
    case CLINCH_FIELD_INSTANT:
    case CLINCH_FIELD_REFERENCE:
      return TRUE;
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
    case CLINCH_FIELD_CURRENCY:
    case CLINCH_FIELD_DATE:
    case CLINCH_FIELD_CHOICE:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

gboolean
clinch_field_is_editable (const ClinchField *field)
{
  return (field->flags & (CLINCH_FIELD_COMPUTED | CLINCH_FIELD_SYSTEM)) == 0;
}

const ClinchChoiceValue *
clinch_choice_values (ClinchChoice  choice,
                      int          *n_values)
{
  g_assert (choice < CLINCH_N_CHOICES);

  *n_values = choices[choice].n_values;
  return choices[choice].values;
}

const char *
clinch_choice_label (ClinchChoice  choice,
                     const char   *code)
{
  g_assert (choice < CLINCH_N_CHOICES);

  if (code == NULL)
    return "";

  for (int i = 0; i < choices[choice].n_values; i++)
    if (g_strcmp0 (choices[choice].values[i].code, code) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "choice", choices[choice].values[i].label);

  return code;
}

static gboolean
matches_value (const ClinchChoiceValue *value,
               const char              *folded)
{
  const char *forms[] = { value->code, value->label,
                          g_dpgettext2 (GETTEXT_PACKAGE, "choice", value->label) };
  g_auto(GStrv) synonyms = g_strsplit (value->synonyms, "|", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *form = clinch_text_fold (forms[i]);

      if (g_str_equal (form, folded))
        return TRUE;
    }

  return g_strv_contains ((const char *const *) synonyms, folded);
}

const char *
clinch_choice_find (ClinchChoice  choice,
                    const char   *text)
{
  g_autofree char *folded = NULL;

  g_assert (choice < CLINCH_N_CHOICES);

  if (text == NULL)
    return NULL;

  folded = clinch_text_fold (text);
  g_strstrip (folded);
  for (int i = 0; i < choices[choice].n_values; i++)
    if (matches_value (&choices[choice].values[i], folded))
      return choices[choice].values[i].code;

  return NULL;
}
