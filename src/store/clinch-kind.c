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
#define BIRTHDAY CLINCH_FIELD_BIRTHDAY
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
#define DERIVED CLINCH_FIELD_DERIVED
#define FOLLOWER CLINCH_FIELD_FOLLOWER
#define INDEXED CLINCH_FIELD_INDEXED
#define DEALS_COUNTED CLINCH_FIELD_DEALS_COUNTED

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
static ClinchField dimension_fields[] = { CLINCH_DIMENSION_FIELDS (F) };
static ClinchField tag_fields[] = { CLINCH_TAG_FIELDS (F) };
static ClinchField customer_tag_fields[] = { CLINCH_CUSTOMER_TAG_FIELDS (F) };
static ClinchField grade_rule_fields[] = { CLINCH_GRADE_RULE_FIELDS (F) };
static ClinchField assessment_fields[] = { CLINCH_ASSESSMENT_FIELDS (F) };
static ClinchField influence_fields[] = { CLINCH_INFLUENCE_FIELDS (F) };
static ClinchField fact_fields[] = { CLINCH_FACT_FIELDS (F) };
static ClinchField help_request_fields[] = { CLINCH_HELP_REQUEST_FIELDS (F) };
static ClinchField objective_fields[] = { CLINCH_OBJECTIVE_FIELDS (F) };
static ClinchField whitespace_fields[] = { CLINCH_WHITESPACE_FIELDS (F) };
static ClinchField requirement_fields[] = { CLINCH_REQUIREMENT_FIELDS (F) };
static ClinchField material_fields[] = { CLINCH_MATERIAL_FIELDS (F) };
static ClinchField target_fields[] = { CLINCH_TARGET_FIELDS (F) };
static ClinchField forecast_fields[] = { CLINCH_FORECAST_FIELDS (F) };

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
  guint64 integers;
} KindInfo;

#define K(KIND, table, word, code, singular, plural) \
  [CLINCH_KIND_##KIND] = { table, word, singular, plural, NULL, 0, 0 },
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

static const ClinchChoiceValue yes_no_values[] = {
  { "yes", NC_ ("choice", "Yes"), "y|true|1|是|对|有" },
  { "no", NC_ ("choice", "No"), "n|false|0|否|不|无" },
};

static const ClinchChoiceValue confidence_values[] = {
  { "low", NC_ ("choice", "Hearsay"), "low|rumour|低|听说|不确定" },
  { "medium", NC_ ("choice", "Likely"), "medium|中|较有把握" },
  { "high", NC_ ("choice", "Confirmed"), "high|certain|高|已核实|确定" },
};

static const ClinchChoiceValue known_by_values[] = {
  { "tags", NC_ ("choice", "Tags"), "tag|标签" },
  { "number", NC_ ("choice", "A Number"), "数值" },
  { "computed", NC_ ("choice", "Computed"), "自动计算" },
};

static const ClinchChoiceValue measure_values[] = {
  { "revenue", NC_ ("choice", "Annual Revenue"), "年收入|营收" },
  { "employees", NC_ ("choice", "Employees"), "员工数" },
  { "won-value", NC_ ("choice", "Won Value of Three Years"), "历史成交" },
  { "growth", NC_ ("choice", "Growth of Orders"), "订单增长" },
  { "chain", NC_ ("choice", "Decision Chain Covered"), "决策链覆盖" },
  { "warmth", NC_ ("choice", "Warmth of Contacts"), "联系热度" },
};

static const ClinchChoiceValue level_values[] = {
  { "executive", NC_ ("choice", "Executive"), "c-level|ceo|boss|董事长|总裁|总经理|高层|老板" },
  { "director", NC_ ("choice", "Director"), "vp|head|总监|副总|中高层" },
  { "manager", NC_ ("choice", "Middle Management"), "manager|经理|主管|主任|部长|科长|中层" },
  { "staff", NC_ ("choice", "Staff"), "specialist|engineer|员工|专员|工程师|基层" },
};

static const ClinchChoiceValue buying_role_values[] = {
  { "decision-maker", NC_ ("choice", "Decision Maker"), "economic buyer|决策者|拍板人" },
  { "approver", NC_ ("choice", "Approver"), "审批者" },
  { "influencer", NC_ ("choice", "Influencer"), "影响人" },
  { "evaluator", NC_ ("choice", "Evaluator"), "technical buyer|评估者|技术把关" },
  { "user", NC_ ("choice", "Hands-on User"), "user|操盘手|使用人|使用者" },
  { "gatekeeper", NC_ ("choice", "Gatekeeper"), "守门人|采购把关" },
};

static const ClinchChoiceValue power_values[] = {
  { "inner", NC_ ("choice", "Inner Circle"), "inner circle|核心" },
  { "strong", NC_ ("choice", "Has a Say"), "political structure|有话语权" },
  { "outside", NC_ ("choice", "Outside"), "没有话语权" },
};

static const ClinchChoiceValue support_values[] = {
  { "mentor", NC_ ("choice", "Mentor"), "coach|champion|内线|教练" },
  { "supporter", NC_ ("choice", "Supporter"), "支持" },
  { "neutral", NC_ ("choice", "Neutral"), "中间" },
  { "doubter", NC_ ("choice", "Doubter"), "non-supporter|怀疑" },
  { "opponent", NC_ ("choice", "Opponent"), "enemy|反对" },
};

static const ClinchChoiceValue coverage_values[] = {
  { "none", NC_ ("choice", "No Contact"), "未接触" },
  { "brief", NC_ ("choice", "Met Briefly"), "见过一面" },
  { "several", NC_ ("choice", "Met Several Times"), "多次见面" },
  { "deep", NC_ ("choice", "In Depth"), "深度" },
};

static const ClinchChoiceValue orientation_values[] = {
  { "financial", NC_ ("choice", "Financial"), "price|财务|价格" },
  { "technical", NC_ ("choice", "Technical"), "技术" },
  { "relationship", NC_ ("choice", "Relationship"), "关系" },
  { "business", NC_ ("choice", "Business"), "业务" },
};

static const ClinchChoiceValue influence_values[] = {
  { "influences", NC_ ("choice", "Influences"), "影响" },
  { "trusts", NC_ ("choice", "Trusts"), "信任" },
  { "rivals", NC_ ("choice", "Rivals"), "不和|对立" },
};

static const ClinchChoiceValue help_state_values[] = {
  { "asked", NC_ ("choice", "Asked"), "待回应" },
  { "accepted", NC_ ("choice", "Accepted"), "已接受" },
  { "declined", NC_ ("choice", "Declined"), "已谢绝" },
  { "done", NC_ ("choice", "Done"), "已完成" },
};

static const ClinchChoiceValue objective_state_values[] = {
  { "open", NC_ ("choice", "Under Way"), "进行中" },
  { "reached", NC_ ("choice", "Reached"), "已达成" },
  { "dropped", NC_ ("choice", "Dropped"), "已放弃" },
};

static const ClinchChoiceValue whitespace_values[] = {
  { "potential", NC_ ("choice", "Potential"), "潜在" },
  { "open", NC_ ("choice", "Opportunity Open"), "在跟" },
  { "won", NC_ ("choice", "Ours"), "已合作" },
  { "blocked", NC_ ("choice", "Blocked"), "受阻" },
};

static const ClinchChoiceValue chain_values[] = {
  { "empty", NC_ ("choice", "Nobody Known"), "尚无联系人" },
  { "no-decision-maker", NC_ ("choice", "Decision Maker Unknown"), "决策人未知" },
  { "decision-maker", NC_ ("choice", "Decision Maker Known"), "决策人明确" },
};

static const ClinchChoiceValue importance_values[] = {
  { "must", NC_ ("choice", "Must Have"), "must|必须|必需|刚需" },
  { "should", NC_ ("choice", "Should Have"), "should|重要|应该" },
  { "could", NC_ ("choice", "Nice to Have"), "could|可选|加分项" },
};

static const ClinchChoiceValue material_values[] = {
  { "news", NC_ ("choice", "Industry News"), "news|行业动态" },
  { "proposal", NC_ ("choice", "New Proposal"), "proposal|新方案" },
  { "case", NC_ ("choice", "Similar Case"), "case|case study|同类案例|案例" },
  { "product", NC_ ("choice", "Product News"), "product|产品更新" },
  { "event", NC_ ("choice", "Event"), "event|活动邀请|活动" },
};

static const ClinchChoiceValue period_values[] = {
  { "month", NC_ ("choice", "Month"), "monthly|月|月度" },
  { "quarter", NC_ ("choice", "Quarter"), "quarterly|季|季度" },
  { "year", NC_ ("choice", "Year"), "yearly|annual|年|年度" },
};

static const ClinchChoiceValue metric_values[] = {
  { "won", NC_ ("choice", "Amount Won"), "won|sales|revenue|赢单金额|签约额|业绩|销售额" },
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
  [CLINCH_CHOICE_YES_NO] = { yes_no_values, G_N_ELEMENTS (yes_no_values) },
  [CLINCH_CHOICE_CONFIDENCE] = { confidence_values, G_N_ELEMENTS (confidence_values) },
  [CLINCH_CHOICE_KNOWN_BY] = { known_by_values, G_N_ELEMENTS (known_by_values) },
  [CLINCH_CHOICE_MEASURE] = { measure_values, G_N_ELEMENTS (measure_values) },
  [CLINCH_CHOICE_LEVEL] = { level_values, G_N_ELEMENTS (level_values) },
  [CLINCH_CHOICE_BUYING_ROLE] = { buying_role_values, G_N_ELEMENTS (buying_role_values) },
  [CLINCH_CHOICE_POWER] = { power_values, G_N_ELEMENTS (power_values) },
  [CLINCH_CHOICE_SUPPORT] = { support_values, G_N_ELEMENTS (support_values) },
  [CLINCH_CHOICE_COVERAGE] = { coverage_values, G_N_ELEMENTS (coverage_values) },
  [CLINCH_CHOICE_ORIENTATION] = { orientation_values, G_N_ELEMENTS (orientation_values) },
  [CLINCH_CHOICE_INFLUENCE] = { influence_values, G_N_ELEMENTS (influence_values) },
  [CLINCH_CHOICE_HELP_STATE] = { help_state_values, G_N_ELEMENTS (help_state_values) },
  [CLINCH_CHOICE_OBJECTIVE_STATE] = { objective_state_values,
                                      G_N_ELEMENTS (objective_state_values) },
  [CLINCH_CHOICE_WHITESPACE] = { whitespace_values, G_N_ELEMENTS (whitespace_values) },
  [CLINCH_CHOICE_CHAIN] = { chain_values, G_N_ELEMENTS (chain_values) },
  [CLINCH_CHOICE_IMPORTANCE] = { importance_values, G_N_ELEMENTS (importance_values) },
  [CLINCH_CHOICE_MATERIAL] = { material_values, G_N_ELEMENTS (material_values) },
  [CLINCH_CHOICE_PERIOD] = { period_values, G_N_ELEMENTS (period_values) },
  [CLINCH_CHOICE_METRIC] = { metric_values, G_N_ELEMENTS (metric_values) },
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
      if (clinch_field_is_integer (&fields[i]))
        kinds[kind].integers |= G_GUINT64_CONSTANT (1) << i;
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
      fill_kind (CLINCH_KIND_DIMENSION, dimension_fields, G_N_ELEMENTS (dimension_fields));
      fill_kind (CLINCH_KIND_TAG, tag_fields, G_N_ELEMENTS (tag_fields));
      fill_kind (CLINCH_KIND_CUSTOMER_TAG, customer_tag_fields, G_N_ELEMENTS (customer_tag_fields));
      fill_kind (CLINCH_KIND_GRADE_RULE, grade_rule_fields, G_N_ELEMENTS (grade_rule_fields));
      fill_kind (CLINCH_KIND_ASSESSMENT, assessment_fields, G_N_ELEMENTS (assessment_fields));
      fill_kind (CLINCH_KIND_INFLUENCE, influence_fields, G_N_ELEMENTS (influence_fields));
      fill_kind (CLINCH_KIND_FACT, fact_fields, G_N_ELEMENTS (fact_fields));
      fill_kind (CLINCH_KIND_HELP_REQUEST, help_request_fields, G_N_ELEMENTS (help_request_fields));
      fill_kind (CLINCH_KIND_OBJECTIVE, objective_fields, G_N_ELEMENTS (objective_fields));
      fill_kind (CLINCH_KIND_WHITESPACE, whitespace_fields, G_N_ELEMENTS (whitespace_fields));
      fill_kind (CLINCH_KIND_REQUIREMENT, requirement_fields, G_N_ELEMENTS (requirement_fields));
      fill_kind (CLINCH_KIND_MATERIAL, material_fields, G_N_ELEMENTS (material_fields));
      fill_kind (CLINCH_KIND_TARGET, target_fields, G_N_ELEMENTS (target_fields));
      fill_kind (CLINCH_KIND_FORECAST, forecast_fields, G_N_ELEMENTS (forecast_fields));
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

guint64
clinch_kind_integers (ClinchKind kind)
{
  return kind_info (kind)->integers;
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
clinch_field_is_past (const ClinchField *field)
{
  return field->type == CLINCH_FIELD_INSTANT || g_str_equal (field->name, "started-date") ||
         g_str_equal (field->name, "closed-date");
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
    case CLINCH_FIELD_BIRTHDAY:
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
