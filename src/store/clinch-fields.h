// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* Every kind of record, described once. One line is one field: it is the column in the database,
 * the property of the object, the row of a form, the column of a table, the label in the history
 * and the target of an import. To add a field, add its line and a migration; a test compares these
 * tables with the schema.
 *
 * F (KIND, ID, column, TYPE, FLAGS, DETAIL, label, synonyms)
 *
 * DETAIL is the kind that a REFERENCE points at, or the ClinchChoice of a CHOICE. Synonyms are
 * other headings under which imported files carry the field, folded, apart by "|"; the label in
 * either language counts without being listed.
 *
 * clinch-kind.h makes the enumerations CLINCH_CUSTOMER_NAME, … from these lines. */

/* clang-format off */
#define CLINCH_MEMBER_FIELDS(F) \
  F (MEMBER, NAME, "name", TEXT, REQUIRED | NAME | PERSON | INDEXED, 0, NC_ ("field", "Full Name"), "name|sales agent|agent|sales rep|salesperson|employee|user|member|owner|姓名|成员|销售|销售人员|员工|业务员|负责人") \
  F (MEMBER, ROLE, "role", CHOICE, REQUIRED, CLINCH_CHOICE_ROLE, NC_ ("field", "Role"), "permission|rights|角色|权限") \
  F (MEMBER, TEAM, "team_id", REFERENCE, INDEXED, CLINCH_KIND_TEAM, NC_ ("field", "Team"), "department|group|团队|部门|小组") \
  F (MEMBER, MANAGER, "manager_id", REFERENCE, 0, CLINCH_KIND_MEMBER, NC_ ("field", "Manager"), "supervisor|boss|reports to|上级|主管|经理|直属上级") \
  F (MEMBER, REGION, "region", TEXT, 0, 0, NC_ ("field", "Region"), "regional office|office|area|区域|大区|办事处|片区") \
  F (MEMBER, EMAIL, "email", TEXT, PERSONAL, 0, NC_ ("field", "Email"), "e-mail|mail|邮箱|电子邮件|邮件") \
  F (MEMBER, PHONE, "phone", TEXT, PERSONAL, 0, NC_ ("field", "Phone"), "mobile|telephone|tel|手机|电话|联系电话") \
  F (MEMBER, NOTE, "note", LONG_TEXT, SEARCH, 0, NC_ ("field", "Note"), "notes|remark|comment|备注|说明")

#define CLINCH_TEAM_FIELDS(F) \
  F (TEAM, NAME, "name", TEXT, REQUIRED | NAME | INDEXED, 0, NC_ ("field", "Name"), "team|团队|部门") \
  F (TEAM, PARENT, "parent_id", REFERENCE, 0, CLINCH_KIND_TEAM, NC_ ("field", "Part of"), "parent|上级团队|上级部门") \
  F (TEAM, MANAGER, "manager_id", REFERENCE, 0, CLINCH_KIND_MEMBER, NC_ ("field", "Manager"), "lead|leader|主管|经理") \
  F (TEAM, REGION, "region", TEXT, 0, 0, NC_ ("field", "Region"), "office|area|区域|大区")

#define CLINCH_CUSTOMER_FIELDS(F) \
  F (CUSTOMER, NAME, "name", TEXT, REQUIRED | NAME | INDEXED, 0, NC_ ("field", "Name"), "account|account name|customer|customer name|company|company name|client|organization|organisation|客户|客户名称|公司|公司名称|企业名称|单位|单位名称|客户全称|名称") \
  F (CUSTOMER, SHORT_NAME, "short_name", TEXT, NAME, 0, NC_ ("field", "Short Name"), "abbreviation|alias|简称|客户简称|公司简称|别名") \
  F (CUSTOMER, OWNER, "owner_id", REFERENCE, REQUIRED | INDEXED, CLINCH_KIND_MEMBER, NC_ ("field", "Owner"), "account owner|account manager|sales agent|sales rep|负责人|客户负责人|客户经理|所属销售|业务员|归属人") \
  F (CUSTOMER, GRADE, "grade", CHOICE, FOLLOWER, CLINCH_CHOICE_GRADE, NC_ ("field", "Grade"), "tier|class|rating|分级|客户级别|客户等级|等级|级别") \
  F (CUSTOMER, GRADE_REASON, "grade_reason", TEXT, 0, 0, NC_ ("field", "Why This Grade"), "grade reason|分级理由|定级理由") \
  F (CUSTOMER, PARENT, "parent_id", REFERENCE, 0, CLINCH_KIND_CUSTOMER, NC_ ("field", "Subsidiary Of"), "subsidiary of|parent|parent account|parent company|母公司|上级公司|集团|所属集团|上级客户") \
  F (CUSTOMER, INDUSTRY, "industry", TEXT, SEARCH, 0, NC_ ("field", "Industry"), "sector|branch|行业|所属行业") \
  F (CUSTOMER, REGION, "region", TEXT, SEARCH, 0, NC_ ("field", "Region"), "office location|location|country|city|province|地区|区域|省份|城市|所在地|国家") \
  F (CUSTOMER, ADDRESS, "address", TEXT, 0, 0, NC_ ("field", "Address"), "street|地址|公司地址|详细地址") \
  F (CUSTOMER, PHONE, "phone", TEXT, 0, 0, NC_ ("field", "Phone"), "telephone|tel|电话|公司电话|总机") \
  F (CUSTOMER, WEBSITE, "website", TEXT, 0, 0, NC_ ("field", "Website"), "web|url|homepage|网站|网址|官网") \
  F (CUSTOMER, FOUNDED, "founded", INTEGER, 0, 0, NC_ ("field", "Founded"), "year established|established|year founded|成立年份|成立时间|成立") \
  F (CUSTOMER, EMPLOYEES, "employees", INTEGER, 0, 0, NC_ ("field", "Employees"), "number of employees|headcount|staff|员工数|人数|员工人数|规模") \
  F (CUSTOMER, REVENUE, "revenue", MONEY, 0, 0, NC_ ("field", "Annual Revenue"), "revenue|turnover|sales|年收入|营业额|营收|年营收") \
  F (CUSTOMER, CURRENCY, "currency", CURRENCY, REQUIRED, 0, NC_ ("field", "Currency"), "币种|货币") \
  F (CUSTOMER, SOURCE, "source", TEXT, 0, 0, NC_ ("field", "Source"), "lead source|channel|来源|客户来源|渠道") \
  F (CUSTOMER, NOTE, "note", LONG_TEXT, SEARCH, 0, NC_ ("field", "Note"), "notes|remark|description|comment|备注|说明|描述") \
  F (CUSTOMER, OPPORTUNITY_COUNT, "opportunity_count", INTEGER, COMPUTED, 0, NC_ ("field", "Opportunities"), "") \
  F (CUSTOMER, OPEN_COUNT, "open_count", INTEGER, COMPUTED, 0, NC_ ("field", "Open Opportunities"), "") \
  F (CUSTOMER, OPEN_VALUE, "open_value", MONEY, COMPUTED | INDEXED, 0, NC_ ("field", "Open Value"), "") \
  F (CUSTOMER, WON_VALUE, "won_value", MONEY, COMPUTED, 0, NC_ ("field", "Won Value"), "") \
  F (CUSTOMER, CONTACT_COUNT, "contact_count", INTEGER, COMPUTED, 0, NC_ ("field", "Contacts"), "") \
  F (CUSTOMER, LAST_FOLLOW_UP, "last_follow_up_at", INSTANT, COMPUTED | INDEXED, 0, NC_ ("field", "Last Follow-up"), "") \
  F (CUSTOMER, AUTO_GRADE, "auto_grade", CHOICE, SYSTEM | DERIVED, CLINCH_CHOICE_GRADE, NC_ ("field", "Grade by Profile"), "") \
  F (CUSTOMER, SCORE, "score", PERCENT, COMPUTED | INDEXED, 0, NC_ ("field", "Score"), "") \
  F (CUSTOMER, COMPLETENESS, "completeness", PERCENT, COMPUTED, 0, NC_ ("field", "Completeness"), "") \
  F (CUSTOMER, FILLED, "filled", INTEGER, COMPUTED, 0, NC_ ("field", "Dimensions Known"), "") \
  F (CUSTOMER, PRIORITY, "priority", INTEGER, COMPUTED | INDEXED, 0, NC_ ("field", "Priority"), "") \
  F (CUSTOMER, LAST_CONTACT, "last_contact_at", INSTANT, COMPUTED, 0, NC_ ("field", "Last Contact"), "") \
  F (CUSTOMER, SCORE_WAS, "score_was", PERCENT, COMPUTED, 0, NC_ ("field", "Score Before"), "") \
  F (CUSTOMER, SCORE_WAS_ON, "score_was_on", DATE, COMPUTED, 0, NC_ ("field", "Score Before On"), "") \
  F (CUSTOMER, WORKED_OUT, "worked_out_at", INSTANT, COMPUTED, 0, NC_ ("field", "Figures As Of"), "")

#define CLINCH_CONTACT_FIELDS(F) \
  F (CONTACT, NAME, "name", TEXT, REQUIRED | NAME | PERSON | PERSONAL | INDEXED, 0, NC_ ("field", "Full Name"), "name|contact|contact name|person|姓名|联系人|联系人姓名|客户联系人") \
  F (CONTACT, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT | PARENT_COUNTED | DEALS_COUNTED | INDEXED, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "account|company|客户|客户名称|公司|单位|所属客户") \
  F (CONTACT, TITLE, "title", TEXT, SEARCH, 0, NC_ ("field", "Job Title"), "title|position|job|职位|职务|岗位") \
  F (CONTACT, DEPARTMENT, "department", TEXT, SEARCH, 0, NC_ ("field", "Department"), "dept|部门|所在部门") \
  F (CONTACT, LEVEL, "level", CHOICE, 0, CLINCH_CHOICE_LEVEL, NC_ ("field", "Level"), "seniority|级别|层级") \
  F (CONTACT, REPORTS_TO, "reports_to_id", REFERENCE, 0, CLINCH_KIND_CONTACT, NC_ ("field", "Reports To"), "manager|supervisor|上级|汇报给|直属领导") \
  F (CONTACT, KNOWN, "known", CHOICE, 0, CLINCH_CHOICE_YES_NO, NC_ ("field", "Person Known"), "") \
  F (CONTACT, MOBILE, "mobile", TEXT, PERSONAL, 0, NC_ ("field", "Mobile"), "mobile phone|cell|手机|手机号|移动电话") \
  F (CONTACT, PHONE, "phone", TEXT, PERSONAL, 0, NC_ ("field", "Phone"), "telephone|tel|电话|座机|办公电话|联系电话") \
  F (CONTACT, EMAIL, "email", TEXT, PERSONAL, 0, NC_ ("field", "Email"), "e-mail|mail|邮箱|电子邮件") \
  F (CONTACT, WECHAT, "wechat", TEXT, PERSONAL, 0, NC_ ("field", "WeChat"), "weixin|微信|微信号") \
  F (CONTACT, BIRTHDAY, "birthday", BIRTHDAY, PERSONAL, 0, NC_ ("field", "Birthday"), "birth date|date of birth|bday|dob|生日|出生日期|出生年月日") \
  F (CONTACT, NOTE, "note", LONG_TEXT, SEARCH | PERSONAL, 0, NC_ ("field", "Note"), "notes|remark|comment|备注|说明") \
  F (CONTACT, LAST_FOLLOW_UP, "last_follow_up_at", INSTANT, COMPUTED, 0, NC_ ("field", "Last Follow-up"), "")

#define CLINCH_PIPELINE_FIELDS(F) \
  F (PIPELINE, NAME, "name", TEXT, REQUIRED | NAME, 0, NC_ ("field", "Name"), "pipeline|process|销售流程|流程") \
  F (PIPELINE, CODE, "code", TEXT, SYSTEM, 0, NC_ ("field", "Code"), "") \
  F (PIPELINE, DEFINITION, "definition", LONG_TEXT, 0, 0, NC_ ("field", "Definition"), "description|定义|说明") \
  F (PIPELINE, POSITION, "position", INTEGER, SYSTEM, 0, NC_ ("field", "Position"), "")

#define CLINCH_STAGE_FIELDS(F) \
  F (STAGE, NAME, "name", TEXT, REQUIRED | NAME, 0, NC_ ("field", "Name"), "stage|阶段|阶段名称") \
  F (STAGE, PIPELINE, "pipeline_id", REFERENCE, REQUIRED | PARENT | INDEXED, CLINCH_KIND_PIPELINE, NC_ ("field", "Pipeline"), "process|销售流程|流程") \
  F (STAGE, CODE, "code", TEXT, SYSTEM, 0, NC_ ("field", "Code"), "") \
  F (STAGE, TYPE, "type", CHOICE, REQUIRED, CLINCH_CHOICE_STAGE_TYPE, NC_ ("field", "Type"), "kind|类型") \
  F (STAGE, DEFINITION, "definition", LONG_TEXT, 0, 0, NC_ ("field", "Definition"), "description|定义|说明") \
  F (STAGE, DONE_PHRASE, "done_phrase", TEXT, 0, 0, NC_ ("field", "Said Once Passed"), "") \
  F (STAGE, PROBABILITY, "probability", PERCENT, 0, 0, NC_ ("field", "Default Probability"), "probability|win rate|概率|赢率|成功率") \
  F (STAGE, LIMIT, "limit_days", INTEGER, 0, 0, NC_ ("field", "Time Limit (Days)"), "time limit|limit|时限|停留上限") \
  F (STAGE, ROLE, "accountable_role", CHOICE, 0, CLINCH_CHOICE_ROLE, NC_ ("field", "Accountable Role"), "role|责任角色") \
  F (STAGE, POSITION, "position", INTEGER, SYSTEM | INDEXED, 0, NC_ ("field", "Position"), "") \
  F (STAGE, SYNONYMS, "synonyms", TEXT, SYSTEM, 0, NC_ ("field", "Other Names"), "")

#define CLINCH_OPPORTUNITY_FIELDS(F) \
  F (OPPORTUNITY, NAME, "name", TEXT, REQUIRED | NAME | INDEXED, 0, NC_ ("field", "Name"), "opportunity|opportunity name|deal|deal name|project|project name|商机|商机名称|项目|项目名称|名称") \
  F (OPPORTUNITY, NUMBER, "number", TEXT, SEARCH, 0, NC_ ("field", "Number"), "opportunity id|deal id|id|reference|编号|商机编号|项目编号|合同编号") \
  F (OPPORTUNITY, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT | PARENT_COUNTED | INDEXED, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "account|account name|company|client|客户|客户名称|公司|单位") \
  F (OPPORTUNITY, OWNER, "owner_id", REFERENCE, REQUIRED | INDEXED, CLINCH_KIND_MEMBER, NC_ ("field", "Owner"), "sales agent|agent|sales rep|salesperson|deal owner|opportunity owner|负责人|销售|业务员|跟进人|销售负责人") \
  F (OPPORTUNITY, PIPELINE, "pipeline_id", REFERENCE, REQUIRED | SYSTEM, CLINCH_KIND_PIPELINE, NC_ ("field", "Pipeline"), "process|销售流程|流程") \
  F (OPPORTUNITY, STAGE, "stage_id", REFERENCE, REQUIRED | SYSTEM | INDEXED, CLINCH_KIND_STAGE, NC_ ("field", "Stage"), "deal stage|sales stage|status|phase|阶段|商机阶段|销售阶段|状态|进展") \
  F (OPPORTUNITY, AMOUNT, "amount", MONEY, INDEXED, 0, NC_ ("field", "Amount"), "close value|value|deal value|deal size|price|expected revenue|金额|商机金额|预计金额|合同金额|成交金额") \
  F (OPPORTUNITY, CURRENCY, "currency", CURRENCY, REQUIRED, 0, NC_ ("field", "Currency"), "币种|货币") \
  F (OPPORTUNITY, PROBABILITY, "probability", PERCENT, 0, 0, NC_ ("field", "Own Probability"), "probability|win probability|概率|赢率|成交概率") \
  F (OPPORTUNITY, EXPECTED, "expected_date", DATE, INDEXED, 0, NC_ ("field", "Expected Signing"), "expected close date|expected close|expected date|forecast date|预计签约|预计签约日期|预计成交日期|预计签单日期") \
  F (OPPORTUNITY, STARTED, "started_date", DATE, 0, 0, NC_ ("field", "Started"), "engage date|engagement date|start date|created|create date|open date|开始日期|立项日期|接触日期|创建日期") \
  F (OPPORTUNITY, CLOSED, "closed_date", DATE, 0, 0, NC_ ("field", "Signed or Closed"), "closed date|close date|date closed|signed date|签约日期|成交日期|关闭日期|结束日期|签单日期") \
  F (OPPORTUNITY, PRODUCT, "product", TEXT, SEARCH | INDEXED, 0, NC_ ("field", "Product"), "offering|solution|product name|产品|产品名称|方案") \
  F (OPPORTUNITY, CONTACT, "contact_id", REFERENCE, 0, CLINCH_KIND_CONTACT, NC_ ("field", "Main Contact"), "contact|联系人|主要联系人|关键联系人") \
  F (OPPORTUNITY, NEXT_STEP, "next_step", TEXT, SEARCH, 0, NC_ ("field", "Next Step"), "next action|next|下一步|下步计划|下一步计划") \
  F (OPPORTUNITY, NEXT_DATE, "next_date", DATE, INDEXED, 0, NC_ ("field", "Next Step On"), "next step date|next action date|follow up date|下一步日期|下次跟进|下次跟进日期") \
  F (OPPORTUNITY, COMPETITOR, "competitor", TEXT, SEARCH, 0, NC_ ("field", "Competitor"), "competitors|lost to|竞争对手|对手") \
  F (OPPORTUNITY, LOST_REASON, "lost_reason", TEXT, SEARCH, 0, NC_ ("field", "Lost Reason"), "loss reason|reason|丢单原因|输单原因|失败原因") \
  F (OPPORTUNITY, SOURCE, "source", TEXT, 0, 0, NC_ ("field", "Source"), "lead source|channel|来源|商机来源|渠道") \
  F (OPPORTUNITY, NOTE, "note", LONG_TEXT, SEARCH, 0, NC_ ("field", "Note"), "notes|remark|description|comment|备注|说明|描述") \
  F (OPPORTUNITY, PREDICTED, "predicted", PERCENT, SYSTEM, 0, NC_ ("field", "Own Probability Before the End"), "") \
  F (OPPORTUNITY, WAITING_CONTACT, "waiting_contact_id", REFERENCE, 0, CLINCH_KIND_CONTACT, NC_ ("field", "Waiting For"), "waiting for|waiting on|等待对象|等谁|卡在谁") \
  F (OPPORTUNITY, WAITING_DEPARTMENT, "waiting_department", TEXT, SEARCH, 0, NC_ ("field", "Waiting For the Department"), "waiting department|等待部门|卡在哪个部门") \
  F (OPPORTUNITY, WAITING_SINCE, "waiting_since", DATE, 0, 0, NC_ ("field", "Waiting Since"), "waiting since|等待开始|开始等待日期") \
  F (OPPORTUNITY, STAGE_ENTERED, "stage_entered_at", INSTANT, REQUIRED | SYSTEM | INDEXED, 0, NC_ ("field", "In Stage Since"), "") \
  F (OPPORTUNITY, POSITION, "position", INTEGER, REQUIRED | SYSTEM, 0, NC_ ("field", "Position"), "") \
  F (OPPORTUNITY, FOLLOW_UP_COUNT, "follow_up_count", INTEGER, COMPUTED, 0, NC_ ("field", "Follow-ups"), "") \
  F (OPPORTUNITY, LAST_FOLLOW_UP, "last_follow_up_at", INSTANT, COMPUTED, 0, NC_ ("field", "Last Follow-up"), "") \
  F (OPPORTUNITY, CHAIN, "chain", CHOICE, COMPUTED, CLINCH_CHOICE_CHAIN, NC_ ("field", "Who Decides"), "")

#define CLINCH_FOLLOW_UP_FIELDS(F) \
  F (FOLLOW_UP, TEXT, "text", LONG_TEXT, REQUIRED | SEARCH, 0, NC_ ("field", "What Was Said"), "text|content|note|notes|description|summary|跟进内容|内容|跟进记录|记录|沟通内容|备注") \
  F (FOLLOW_UP, TYPE, "type", CHOICE, REQUIRED, CLINCH_CHOICE_FOLLOW_UP, NC_ ("field", "Way"), "type|kind|channel|activity type|跟进方式|方式|类型|跟进类型") \
  F (FOLLOW_UP, HAPPENED, "happened_at", INSTANT, REQUIRED | INDEXED, 0, NC_ ("field", "When"), "date|time|date time|when|日期|时间|跟进时间|跟进日期") \
  F (FOLLOW_UP, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT | PARENT_COUNTED | INDEXED, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "account|company|客户|客户名称|公司|单位") \
  F (FOLLOW_UP, OPPORTUNITY, "opportunity_id", REFERENCE, PARENT | PARENT_COUNTED | INDEXED, CLINCH_KIND_OPPORTUNITY, NC_ ("field", "Opportunity"), "deal|project|商机|商机名称|项目") \
  F (FOLLOW_UP, CONTACT, "contact_id", REFERENCE, PARENT_COUNTED, CLINCH_KIND_CONTACT, NC_ ("field", "Contact"), "person|with|联系人|对接人") \
  F (FOLLOW_UP, AUTHOR, "author_id", REFERENCE, REQUIRED | HISTORY, CLINCH_KIND_MEMBER, NC_ ("field", "By"), "author|sales agent|owner|user|created by|跟进人|记录人|销售|负责人") \
  F (FOLLOW_UP, DURATION, "duration", INTEGER, 0, 0, NC_ ("field", "Minutes"), "duration|minutes|时长|用时|分钟") \
  F (FOLLOW_UP, NEXT_STEP, "next_step", TEXT, SEARCH, 0, NC_ ("field", "Next Step"), "next action|下一步|下一步计划") \
  F (FOLLOW_UP, NEXT_DATE, "next_date", DATE, 0, 0, NC_ ("field", "Next Step On"), "next step date|下次跟进|下次跟进日期|下一步日期") \
  F (FOLLOW_UP, MATERIAL, "material_id", REFERENCE, PARENT_COUNTED, CLINCH_KIND_MATERIAL, NC_ ("field", "Material Shared"), "material|shared|分享资料|资料")

#define CLINCH_STAGE_MOVE_FIELDS(F) \
  F (STAGE_MOVE, OPPORTUNITY, "opportunity_id", REFERENCE, REQUIRED | PARENT | INDEXED, CLINCH_KIND_OPPORTUNITY, NC_ ("field", "Opportunity"), "") \
  F (STAGE_MOVE, FROM, "from_stage_id", REFERENCE, HISTORY, CLINCH_KIND_STAGE, NC_ ("field", "From"), "") \
  F (STAGE_MOVE, TO, "to_stage_id", REFERENCE, REQUIRED | HISTORY, CLINCH_KIND_STAGE, NC_ ("field", "To"), "") \
  F (STAGE_MOVE, MOVED, "moved_at", INSTANT, REQUIRED, 0, NC_ ("field", "When"), "") \
  F (STAGE_MOVE, MEMBER, "member_id", REFERENCE, HISTORY, CLINCH_KIND_MEMBER, NC_ ("field", "By"), "") \
  F (STAGE_MOVE, REASON, "reason", TEXT, 0, 0, NC_ ("field", "Reason"), "")

#define CLINCH_SAVED_VIEW_FIELDS(F) \
  F (SAVED_VIEW, NAME, "name", TEXT, REQUIRED | NAME, 0, NC_ ("field", "Name"), "") \
  F (SAVED_VIEW, PAGE, "page", TEXT, REQUIRED | SYSTEM, 0, NC_ ("field", "Page"), "") \
  F (SAVED_VIEW, QUERY, "query", TEXT, REQUIRED | SYSTEM, 0, NC_ ("field", "Filter"), "") \
  F (SAVED_VIEW, MEMBER, "member_id", REFERENCE, 0, CLINCH_KIND_MEMBER, NC_ ("field", "Owner"), "")

#define CLINCH_SETTING_FIELDS(F) \
  F (SETTING, NAME, "name", TEXT, REQUIRED | SYSTEM, 0, NC_ ("field", "Name"), "") \
  F (SETTING, VALUE, "value", TEXT, 0, 0, NC_ ("field", "Value"), "")

/* What is worth knowing about a customer, and the ladder of each dimension. */
#define CLINCH_DIMENSION_FIELDS(F) \
  F (DIMENSION, NAME, "name", TEXT, REQUIRED | NAME, 0, NC_ ("field", "Name"), "dimension|维度|维度名称") \
  F (DIMENSION, CODE, "code", TEXT, SYSTEM, 0, NC_ ("field", "Code"), "") \
  F (DIMENSION, DEFINITION, "definition", LONG_TEXT, 0, 0, NC_ ("field", "Definition"), "description|定义|说明") \
  F (DIMENSION, WEIGHT, "weight", INTEGER, REQUIRED, 0, NC_ ("field", "Weight"), "权重") \
  F (DIMENSION, HALF_LIFE, "half_life_days", INTEGER, 0, 0, NC_ ("field", "Half-life (Days)"), "half-life|半衰期|有效期") \
  F (DIMENSION, KNOWN_BY, "known_by", CHOICE, REQUIRED, CLINCH_CHOICE_KNOWN_BY, NC_ ("field", "Known By"), "source|取值方式") \
  F (DIMENSION, MEASURE, "measure", CHOICE, 0, CLINCH_CHOICE_MEASURE, NC_ ("field", "Measure"), "指标") \
  F (DIMENSION, SEVERAL, "several", CHOICE, 0, CLINCH_CHOICE_YES_NO, NC_ ("field", "Several Tags"), "多选") \
  F (DIMENSION, REQUIRED, "required", CHOICE, 0, CLINCH_CHOICE_YES_NO, NC_ ("field", "Must Be Known"), "必填") \
  F (DIMENSION, RETIRED, "retired", CHOICE, 0, CLINCH_CHOICE_YES_NO, NC_ ("field", "Retired"), "停用") \
  F (DIMENSION, POSITION, "position", INTEGER, SYSTEM, 0, NC_ ("field", "Position"), "")

#define CLINCH_TAG_FIELDS(F) \
  F (TAG, NAME, "name", TEXT, REQUIRED | NAME, 0, NC_ ("field", "Name"), "tag|标签|标签名称") \
  F (TAG, DIMENSION, "dimension_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_DIMENSION, NC_ ("field", "Dimension"), "维度") \
  F (TAG, CODE, "code", TEXT, SYSTEM, 0, NC_ ("field", "Code"), "") \
  F (TAG, SCORE, "score", INTEGER, REQUIRED, 0, NC_ ("field", "Score"), "points|分值|得分") \
  F (TAG, LEAST, "least", INTEGER, 0, 0, NC_ ("field", "From"), "threshold|minimum|下限|起始值") \
  F (TAG, DEFINITION, "definition", LONG_TEXT, 0, 0, NC_ ("field", "Definition"), "description|定义|说明") \
  F (TAG, RETIRED, "retired", CHOICE, 0, CLINCH_CHOICE_YES_NO, NC_ ("field", "Retired"), "停用") \
  F (TAG, POSITION, "position", INTEGER, SYSTEM, 0, NC_ ("field", "Position"), "")

#define CLINCH_CUSTOMER_TAG_FIELDS(F) \
  F (CUSTOMER_TAG, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT | PARENT_COUNTED, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "account|company|客户|客户名称|公司") \
  F (CUSTOMER_TAG, TAG, "tag_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_TAG, NC_ ("field", "Tag"), "标签") \
  F (CUSTOMER_TAG, SINCE, "since", DATE, REQUIRED, 0, NC_ ("field", "As Of"), "date|日期|截至") \
  F (CUSTOMER_TAG, SOURCE, "source", TEXT, 0, 0, NC_ ("field", "Source"), "来源|信息来源") \
  F (CUSTOMER_TAG, CONFIDENCE, "confidence", CHOICE, 0, CLINCH_CHOICE_CONFIDENCE, NC_ ("field", "Confidence"), "把握|可信度") \
  F (CUSTOMER_TAG, MEMBER, "member_id", REFERENCE, HISTORY, CLINCH_KIND_MEMBER, NC_ ("field", "Set By"), "设置人|记录人") \
  F (CUSTOMER_TAG, NOTE, "note", LONG_TEXT, SEARCH, 0, NC_ ("field", "Note"), "备注|说明")

/* The grades: what each asks of a profile, and the attention it deserves. */
#define CLINCH_GRADE_RULE_FIELDS(F) \
  F (GRADE_RULE, GRADE, "grade", CHOICE, REQUIRED, CLINCH_CHOICE_GRADE, NC_ ("field", "Grade"), "分级|等级") \
  F (GRADE_RULE, LEAST_SCORE, "least_score", INTEGER, REQUIRED, 0, NC_ ("field", "Least Score"), "最低得分") \
  F (GRADE_RULE, LEAST_COMPLETENESS, "least_completeness", PERCENT, 0, 0, NC_ ("field", "Least Completeness"), "最低完整度") \
  F (GRADE_RULE, CADENCE, "cadence_days", INTEGER, 0, 0, NC_ ("field", "Visit Every (Days)"), "拜访周期|回访周期") \
  F (GRADE_RULE, CHANNEL, "channel", CHOICE, 0, CLINCH_CHOICE_FOLLOW_UP, NC_ ("field", "Way"), "方式") \
  F (GRADE_RULE, SILENT, "silent_days", INTEGER, 0, 0, NC_ ("field", "Warn After (Days)"), "静默预警") \
  F (GRADE_RULE, TOPICS, "topics", LONG_TEXT, 0, 0, NC_ ("field", "Topics"), "话题|沟通话题")

/* How a contact stands: in an opportunity, or without one wherever nothing else is said. */
#define CLINCH_ASSESSMENT_FIELDS(F) \
  F (ASSESSMENT, CONTACT, "contact_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_CONTACT, NC_ ("field", "Contact"), "person|联系人|姓名") \
  F (ASSESSMENT, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT | PARENT_COUNTED | DEALS_COUNTED, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "account|客户") \
  F (ASSESSMENT, OPPORTUNITY, "opportunity_id", REFERENCE, PARENT, CLINCH_KIND_OPPORTUNITY, NC_ ("field", "Opportunity"), "deal|商机|项目") \
  F (ASSESSMENT, ROLE, "role", CHOICE, 0, CLINCH_CHOICE_BUYING_ROLE, NC_ ("field", "Role in the Decision"), "role|决策角色|角色") \
  F (ASSESSMENT, POWER, "power", CHOICE, 0, CLINCH_CHOICE_POWER, NC_ ("field", "Power"), "影响力|话语权") \
  F (ASSESSMENT, SUPPORT, "support", CHOICE, 0, CLINCH_CHOICE_SUPPORT, NC_ ("field", "Support"), "立场|支持度|态度") \
  F (ASSESSMENT, COVERAGE, "coverage", CHOICE, 0, CLINCH_CHOICE_COVERAGE, NC_ ("field", "Coverage"), "覆盖|接触程度") \
  F (ASSESSMENT, ORIENTATION, "orientation", CHOICE, 0, CLINCH_CHOICE_ORIENTATION, NC_ ("field", "Looks At"), "关注点|决策倾向") \
  F (ASSESSMENT, SOURCE, "source", TEXT, 0, 0, NC_ ("field", "Source"), "来源|信息来源") \
  F (ASSESSMENT, CONFIDENCE, "confidence", CHOICE, 0, CLINCH_CHOICE_CONFIDENCE, NC_ ("field", "Confidence"), "把握|可信度") \
  F (ASSESSMENT, NOTE, "note", LONG_TEXT, SEARCH | PERSONAL, 0, NC_ ("field", "Note"), "备注|说明")

#define CLINCH_INFLUENCE_FIELDS(F) \
  F (INFLUENCE, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "客户") \
  F (INFLUENCE, FROM, "from_contact_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_CONTACT, NC_ ("field", "From"), "从") \
  F (INFLUENCE, TO, "to_contact_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_CONTACT, NC_ ("field", "To"), "到") \
  F (INFLUENCE, TYPE, "type", CHOICE, REQUIRED, CLINCH_CHOICE_INFLUENCE, NC_ ("field", "Line"), "kind|类型|关系") \
  F (INFLUENCE, NOTE, "note", LONG_TEXT, SEARCH | PERSONAL, 0, NC_ ("field", "Note"), "备注|说明")

/* What is known of a person, and from where. */
#define CLINCH_FACT_FIELDS(F) \
  F (FACT, TEXT, "text", LONG_TEXT, REQUIRED | SEARCH | PERSONAL, 0, NC_ ("field", "What Is Known"), "fact|内容|信息") \
  F (FACT, CONTACT, "contact_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_CONTACT, NC_ ("field", "Contact"), "person|联系人|姓名") \
  F (FACT, SOURCE, "source", TEXT, 0, 0, NC_ ("field", "Source"), "来源|信息来源") \
  F (FACT, CONFIDENCE, "confidence", CHOICE, 0, CLINCH_CHOICE_CONFIDENCE, NC_ ("field", "Confidence"), "把握|可信度") \
  F (FACT, SINCE, "since", DATE, 0, 0, NC_ ("field", "As Of"), "date|日期") \
  F (FACT, MEMBER, "member_id", REFERENCE, HISTORY, CLINCH_KIND_MEMBER, NC_ ("field", "By"), "记录人")

/* An executive or expert of ours who is asked to join. */
#define CLINCH_HELP_REQUEST_FIELDS(F) \
  F (HELP_REQUEST, BRIEF, "brief", LONG_TEXT, REQUIRED | SEARCH, 0, NC_ ("field", "Brief"), "背景|说明") \
  F (HELP_REQUEST, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "客户") \
  F (HELP_REQUEST, OPPORTUNITY, "opportunity_id", REFERENCE, PARENT, CLINCH_KIND_OPPORTUNITY, NC_ ("field", "Opportunity"), "商机") \
  F (HELP_REQUEST, CONTACT, "contact_id", REFERENCE, 0, CLINCH_KIND_CONTACT, NC_ ("field", "To Meet"), "联系人") \
  F (HELP_REQUEST, ASKED, "asked_id", REFERENCE, REQUIRED | HISTORY, CLINCH_KIND_MEMBER, NC_ ("field", "Asked"), "求助对象") \
  F (HELP_REQUEST, ASKER, "asker_id", REFERENCE, HISTORY, CLINCH_KIND_MEMBER, NC_ ("field", "Asked By"), "求助人") \
  F (HELP_REQUEST, STATE, "state", CHOICE, REQUIRED, CLINCH_CHOICE_HELP_STATE, NC_ ("field", "State"), "状态") \
  F (HELP_REQUEST, DUE, "due", DATE, 0, 0, NC_ ("field", "Needed By"), "期限") \
  F (HELP_REQUEST, OUTCOME, "outcome", LONG_TEXT, SEARCH, 0, NC_ ("field", "Outcome"), "结果")

/* The plan of a customer: what we want to reach there, and what could be sold where. */
#define CLINCH_OBJECTIVE_FIELDS(F) \
  F (OBJECTIVE, NAME, "name", TEXT, REQUIRED | NAME, 0, NC_ ("field", "Objective"), "目标") \
  F (OBJECTIVE, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "客户") \
  F (OBJECTIVE, DUE, "due", DATE, 0, 0, NC_ ("field", "Due"), "期限|截止日期") \
  F (OBJECTIVE, STATE, "state", CHOICE, REQUIRED, CLINCH_CHOICE_OBJECTIVE_STATE, NC_ ("field", "State"), "状态") \
  F (OBJECTIVE, OWNER, "owner_id", REFERENCE, 0, CLINCH_KIND_MEMBER, NC_ ("field", "Owner"), "负责人") \
  F (OBJECTIVE, NOTE, "note", LONG_TEXT, SEARCH, 0, NC_ ("field", "Note"), "备注|说明")

#define CLINCH_WHITESPACE_FIELDS(F) \
  F (WHITESPACE, CUSTOMER, "customer_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_CUSTOMER, NC_ ("field", "Customer"), "客户") \
  F (WHITESPACE, UNIT, "unit", TEXT, REQUIRED | SEARCH, 0, NC_ ("field", "Unit"), "部门|单位|事业部") \
  F (WHITESPACE, OFFERING, "offering", TEXT, REQUIRED | SEARCH, 0, NC_ ("field", "Offering"), "产品|方案") \
  F (WHITESPACE, STATE, "state", CHOICE, REQUIRED, CLINCH_CHOICE_WHITESPACE, NC_ ("field", "State"), "状态") \
  F (WHITESPACE, SPEND, "spend", MONEY, 0, 0, NC_ ("field", "Yearly Spend"), "年采购额") \
  F (WHITESPACE, REACH, "reach", PERCENT, 0, 0, NC_ ("field", "Within Reach"), "可争取比例") \
  F (WHITESPACE, CURRENCY, "currency", CURRENCY, REQUIRED, 0, NC_ ("field", "Currency"), "币种") \
  F (WHITESPACE, OPPORTUNITY, "opportunity_id", REFERENCE, 0, CLINCH_KIND_OPPORTUNITY, NC_ ("field", "Opportunity"), "商机") \
  F (WHITESPACE, BLOCKED, "blocked_reason", TEXT, 0, 0, NC_ ("field", "Blocked Because"), "受阻原因") \
  F (WHITESPACE, RECHECK, "recheck", DATE, 0, 0, NC_ ("field", "Look Again On"), "复查日期")

/* What the customer asks for in an opportunity, and the part of our proposal that answers it. */
#define CLINCH_REQUIREMENT_FIELDS(F) \
  F (REQUIREMENT, NAME, "name", TEXT, REQUIRED | NAME, 0, NC_ ("field", "Requirement"), "需求|需求点|要求") \
  F (REQUIREMENT, OPPORTUNITY, "opportunity_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_OPPORTUNITY, NC_ ("field", "Opportunity"), "deal|商机|项目") \
  F (REQUIREMENT, IMPORTANCE, "importance", CHOICE, REQUIRED, CLINCH_CHOICE_IMPORTANCE, NC_ ("field", "Importance"), "priority|重要程度|优先级") \
  F (REQUIREMENT, CONTACT, "contact_id", REFERENCE, 0, CLINCH_KIND_CONTACT, NC_ ("field", "Asked For By"), "asked by|提出人") \
  F (REQUIREMENT, PART, "proposal_part", TEXT, SEARCH, 0, NC_ ("field", "Answered In"), "covered by|proposal part|方案对应部分|对应方案") \
  F (REQUIREMENT, NOTE, "note", LONG_TEXT, SEARCH, 0, NC_ ("field", "Note"), "备注|说明")

/* What is worth showing to a customer: a reason to be in touch. */
#define CLINCH_MATERIAL_FIELDS(F) \
  F (MATERIAL, NAME, "name", TEXT, REQUIRED | NAME | INDEXED, 0, NC_ ("field", "Title"), "material|资料|资料名称|标题") \
  F (MATERIAL, TYPE, "type", CHOICE, REQUIRED, CLINCH_CHOICE_MATERIAL, NC_ ("field", "Kind"), "type|类型") \
  F (MATERIAL, INDUSTRY, "industry", TEXT, SEARCH, 0, NC_ ("field", "For the Industry"), "industry|适用行业|行业") \
  F (MATERIAL, PRODUCT, "product", TEXT, SEARCH, 0, NC_ ("field", "Product"), "offering|产品|方案") \
  F (MATERIAL, LINK, "link", TEXT, 0, 0, NC_ ("field", "Link"), "url|file|链接|文件") \
  F (MATERIAL, SINCE, "since", DATE, 0, 0, NC_ ("field", "As Of"), "date|日期") \
  F (MATERIAL, NOTE, "note", LONG_TEXT, SEARCH, 0, NC_ ("field", "Note"), "summary|摘要|备注|说明") \
  F (MATERIAL, LAST_USED, "last_used_at", INSTANT, COMPUTED, 0, NC_ ("field", "Last Used"), "")

/* What is to be won in a period by a member, a team or, with neither, the company. */
#define CLINCH_TARGET_FIELDS(F) \
  F (TARGET, MEMBER, "member_id", REFERENCE, PARENT, CLINCH_KIND_MEMBER, NC_ ("field", "Member"), "sales agent|owner|person|成员|销售|负责人") \
  F (TARGET, TEAM, "team_id", REFERENCE, PARENT, CLINCH_KIND_TEAM, NC_ ("field", "Team"), "department|group|团队|部门") \
  F (TARGET, PERIOD, "period", CHOICE, REQUIRED, CLINCH_CHOICE_PERIOD, NC_ ("field", "Period"), "周期|考核周期") \
  F (TARGET, START, "start", DATE, REQUIRED, 0, NC_ ("field", "First Day"), "start|from|开始日期|起始日期") \
  F (TARGET, METRIC, "metric", CHOICE, REQUIRED, CLINCH_CHOICE_METRIC, NC_ ("field", "Measured By"), "metric|指标") \
  F (TARGET, AMOUNT, "amount", MONEY, REQUIRED, 0, NC_ ("field", "Target"), "target|quota|goal|目标|目标金额|任务额|指标值") \
  F (TARGET, CURRENCY, "currency", CURRENCY, REQUIRED, 0, NC_ ("field", "Currency"), "币种|货币")

/* What was expected of a member's period when it was kept, and what they say themselves. */
#define CLINCH_FORECAST_FIELDS(F) \
  F (FORECAST, MEMBER, "member_id", REFERENCE, REQUIRED | PARENT, CLINCH_KIND_MEMBER, NC_ ("field", "Member"), "sales agent|owner|person|成员|销售|负责人") \
  F (FORECAST, PERIOD, "period", CHOICE, REQUIRED, CLINCH_CHOICE_PERIOD, NC_ ("field", "Period"), "周期") \
  F (FORECAST, START, "start", DATE, REQUIRED, 0, NC_ ("field", "First Day"), "start|from|开始日期|起始日期") \
  F (FORECAST, EXPECTED, "expected", MONEY, REQUIRED | SYSTEM, 0, NC_ ("field", "Forecast"), "") \
  F (FORECAST, CALLED, "called", MONEY, 0, 0, NC_ ("field", "Own Call"), "commit|call|承诺|承诺金额") \
  F (FORECAST, CURRENCY, "currency", CURRENCY, REQUIRED, 0, NC_ ("field", "Currency"), "币种|货币") \
  F (FORECAST, KEPT, "kept_on", DATE, REQUIRED | SYSTEM, 0, NC_ ("field", "Kept On"), "")

/* K (KIND, table, command-line word, number in files, singular, plural). The number is stored: append only. */
#define CLINCH_KINDS(K) \
  K (MEMBER, "member", "members", 1, NC_ ("kind", "Member"), NC_ ("kind", "Members")) \
  K (TEAM, "team", "teams", 2, NC_ ("kind", "Team"), NC_ ("kind", "Teams")) \
  K (CUSTOMER, "customer", "customers", 3, NC_ ("kind", "Customer"), NC_ ("kind", "Customers")) \
  K (CONTACT, "contact", "contacts", 4, NC_ ("kind", "Contact"), NC_ ("kind", "Contacts")) \
  K (PIPELINE, "pipeline", "pipelines", 5, NC_ ("kind", "Pipeline"), NC_ ("kind", "Pipelines")) \
  K (STAGE, "stage", "stages", 6, NC_ ("kind", "Stage"), NC_ ("kind", "Stages")) \
  K (OPPORTUNITY, "opportunity", "opportunities", 7, NC_ ("kind", "Opportunity"), NC_ ("kind", "Opportunities")) \
  K (FOLLOW_UP, "follow_up", "follow-ups", 8, NC_ ("kind", "Follow-up"), NC_ ("kind", "Follow-ups")) \
  K (STAGE_MOVE, "stage_move", "stage-moves", 9, NC_ ("kind", "Stage Move"), NC_ ("kind", "Stage Moves")) \
  K (SAVED_VIEW, "saved_view", "saved-views", 10, NC_ ("kind", "Saved View"), NC_ ("kind", "Saved Views")) \
  K (SETTING, "setting", "settings", 11, NC_ ("kind", "Setting"), NC_ ("kind", "Settings")) \
  K (DIMENSION, "dimension", "dimensions", 12, NC_ ("kind", "Dimension"), NC_ ("kind", "Dimensions")) \
  K (TAG, "tag", "tags", 13, NC_ ("kind", "Tag"), NC_ ("kind", "Tags")) \
  K (CUSTOMER_TAG, "customer_tag", "customer-tags", 14, NC_ ("kind", "Profile Entry"), NC_ ("kind", "Profile Entries")) \
  K (GRADE_RULE, "grade_rule", "grade-rules", 15, NC_ ("kind", "Grade Rule"), NC_ ("kind", "Grade Rules")) \
  K (ASSESSMENT, "assessment", "assessments", 16, NC_ ("kind", "Assessment"), NC_ ("kind", "Assessments")) \
  K (INFLUENCE, "influence", "influences", 17, NC_ ("kind", "Line of Influence"), NC_ ("kind", "Lines of Influence")) \
  K (FACT, "fact", "facts", 18, NC_ ("kind", "Fact"), NC_ ("kind", "Facts")) \
  K (HELP_REQUEST, "help_request", "help-requests", 19, NC_ ("kind", "Request for Help"), NC_ ("kind", "Requests for Help")) \
  K (OBJECTIVE, "objective", "objectives", 20, NC_ ("kind", "Objective"), NC_ ("kind", "Objectives")) \
  K (WHITESPACE, "whitespace", "whitespaces", 21, NC_ ("kind", "Whitespace"), NC_ ("kind", "Whitespaces")) \
  K (REQUIREMENT, "requirement", "requirements", 22, NC_ ("kind", "Requirement"), NC_ ("kind", "Requirements")) \
  K (MATERIAL, "material", "materials", 23, NC_ ("kind", "Material"), NC_ ("kind", "Materials")) \
  K (TARGET, "target", "targets", 24, NC_ ("kind", "Target"), NC_ ("kind", "Targets")) \
  K (FORECAST, "forecast", "forecasts", 25, NC_ ("kind", "Forecast"), NC_ ("kind", "Forecasts"))
/* clang-format on */
