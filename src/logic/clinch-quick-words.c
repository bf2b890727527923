// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-words.h"

typedef struct
{
  const char         *word;
  ClinchQuickKind  kind;
  gboolean            weak;
} KindWord;

static const KindWord kind_words[] = {
  { "拜访", CLINCH_QUICK_KIND_VISIT, FALSE }, { "走访", CLINCH_QUICK_KIND_VISIT, FALSE },
  { "回访", CLINCH_QUICK_KIND_VISIT, FALSE }, { "上门", CLINCH_QUICK_KIND_VISIT, FALSE },
  { "登门", CLINCH_QUICK_KIND_VISIT, FALSE }, { "来访", CLINCH_QUICK_KIND_VISIT, FALSE },
  { "到访", CLINCH_QUICK_KIND_VISIT, FALSE }, { "拜会", CLINCH_QUICK_KIND_VISIT, FALSE },
  { "现场考察", CLINCH_QUICK_KIND_VISIT, FALSE }, { "去现场", CLINCH_QUICK_KIND_VISIT, FALSE },
  { "出差", CLINCH_QUICK_KIND_VISIT, TRUE }, { "考察", CLINCH_QUICK_KIND_VISIT, TRUE },
  { "visit", CLINCH_QUICK_KIND_VISIT, FALSE }, { "visited", CLINCH_QUICK_KIND_VISIT, FALSE },
  { "visiting", CLINCH_QUICK_KIND_VISIT, FALSE }, { "on-site", CLINCH_QUICK_KIND_VISIT, TRUE },
  { "onsite", CLINCH_QUICK_KIND_VISIT, TRUE }, { "site visit", CLINCH_QUICK_KIND_VISIT, FALSE },

  { "打电话", CLINCH_QUICK_KIND_CALL, FALSE }, { "通电话", CLINCH_QUICK_KIND_CALL, FALSE },
  { "电话", CLINCH_QUICK_KIND_CALL, FALSE }, { "致电", CLINCH_QUICK_KIND_CALL, FALSE },
  { "来电", CLINCH_QUICK_KIND_CALL, FALSE }, { "回电", CLINCH_QUICK_KIND_CALL, FALSE },
  { "打给", CLINCH_QUICK_KIND_CALL, FALSE }, { "通话", CLINCH_QUICK_KIND_CALL, FALSE },
  { "电联", CLINCH_QUICK_KIND_CALL, FALSE },
  { "call", CLINCH_QUICK_KIND_CALL, FALSE }, { "called", CLINCH_QUICK_KIND_CALL, FALSE },
  { "calling", CLINCH_QUICK_KIND_CALL, FALSE }, { "phone call", CLINCH_QUICK_KIND_CALL, FALSE },
  { "phoned", CLINCH_QUICK_KIND_CALL, FALSE }, { "phone", CLINCH_QUICK_KIND_CALL, FALSE },
  { "rang", CLINCH_QUICK_KIND_CALL, FALSE }, { "conference call", CLINCH_QUICK_KIND_MEETING, FALSE },

  { "开会", CLINCH_QUICK_KIND_MEETING, FALSE }, { "会议", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "电话会议", CLINCH_QUICK_KIND_MEETING, FALSE }, { "电话会", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "视频会", CLINCH_QUICK_KIND_MEETING, FALSE }, { "视频会议", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "线上会", CLINCH_QUICK_KIND_MEETING, FALSE }, { "腾讯会议", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "交流会", CLINCH_QUICK_KIND_MEETING, FALSE }, { "讨论会", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "评审会", CLINCH_QUICK_KIND_MEETING, FALSE }, { "研讨会", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "座谈", CLINCH_QUICK_KIND_MEETING, FALSE }, { "座谈会", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "启动会", CLINCH_QUICK_KIND_MEETING, FALSE }, { "汇报会", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "例会", CLINCH_QUICK_KIND_MEETING, FALSE }, { "碰头", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "会谈", CLINCH_QUICK_KIND_MEETING, FALSE }, { "会面", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "面谈", CLINCH_QUICK_KIND_MEETING, FALSE }, { "见面", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "见了", CLINCH_QUICK_KIND_MEETING, FALSE }, { "吃饭", CLINCH_QUICK_KIND_MEETING, TRUE },
  { "聚餐", CLINCH_QUICK_KIND_MEETING, TRUE }, { "宴请", CLINCH_QUICK_KIND_MEETING, TRUE },
  { "演示", CLINCH_QUICK_KIND_MEETING, TRUE }, { "交流", CLINCH_QUICK_KIND_MEETING, TRUE },
  { "meeting", CLINCH_QUICK_KIND_MEETING, FALSE }, { "met", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "meet", CLINCH_QUICK_KIND_MEETING, FALSE }, { "workshop", CLINCH_QUICK_KIND_MEETING, FALSE },
  { "video call", CLINCH_QUICK_KIND_MEETING, FALSE }, { "lunch", CLINCH_QUICK_KIND_MEETING, TRUE },
  { "dinner", CLINCH_QUICK_KIND_MEETING, TRUE }, { "demo", CLINCH_QUICK_KIND_MEETING, TRUE },

  { "微信", CLINCH_QUICK_KIND_MESSAGE, FALSE }, { "企业微信", CLINCH_QUICK_KIND_MESSAGE, FALSE },
  { "发消息", CLINCH_QUICK_KIND_MESSAGE, FALSE }, { "发信息", CLINCH_QUICK_KIND_MESSAGE, FALSE },
  { "短信", CLINCH_QUICK_KIND_MESSAGE, FALSE }, { "钉钉", CLINCH_QUICK_KIND_MESSAGE, FALSE },
  { "飞书", CLINCH_QUICK_KIND_MESSAGE, FALSE }, { "留言", CLINCH_QUICK_KIND_MESSAGE, FALSE },
  { "wechat", CLINCH_QUICK_KIND_MESSAGE, FALSE }, { "whatsapp", CLINCH_QUICK_KIND_MESSAGE, FALSE },
  { "texted", CLINCH_QUICK_KIND_MESSAGE, FALSE }, { "messaged", CLINCH_QUICK_KIND_MESSAGE, FALSE },
  { "message", CLINCH_QUICK_KIND_MESSAGE, FALSE }, { "sms", CLINCH_QUICK_KIND_MESSAGE, FALSE },

  { "邮件", CLINCH_QUICK_KIND_MAIL, FALSE }, { "电子邮件", CLINCH_QUICK_KIND_MAIL, FALSE },
  { "发邮箱", CLINCH_QUICK_KIND_MAIL, FALSE },
  { "email", CLINCH_QUICK_KIND_MAIL, FALSE }, { "emailed", CLINCH_QUICK_KIND_MAIL, FALSE },
  { "e-mail", CLINCH_QUICK_KIND_MAIL, FALSE }, { "e-mailed", CLINCH_QUICK_KIND_MAIL, FALSE },
  { "mail", CLINCH_QUICK_KIND_MAIL, FALSE }, { "mailed", CLINCH_QUICK_KIND_MAIL, FALSE },

  { "反馈", CLINCH_QUICK_KIND_FEEDBACK, TRUE }, { "回复", CLINCH_QUICK_KIND_FEEDBACK, TRUE },
  { "答复", CLINCH_QUICK_KIND_FEEDBACK, TRUE }, { "表示", CLINCH_QUICK_KIND_FEEDBACK, TRUE },
  { "feedback", CLINCH_QUICK_KIND_FEEDBACK, TRUE }, { "replied", CLINCH_QUICK_KIND_FEEDBACK, TRUE },
  { "reply", CLINCH_QUICK_KIND_FEEDBACK, TRUE }, { "responded", CLINCH_QUICK_KIND_FEEDBACK, TRUE },
};

/* Titles of two characters and more, and those single ones that are nearly always a title behind a
 * surname. */
static const char * const titles[] = {
  "总经理", "副总经理", "总监", "副总监", "总裁", "副总裁", "总工", "总工程师", "总助", "总", "副总",
  "董事长", "董事", "董", "经理", "副经理", "工程师", "高工", "处长", "副处长", "主任", "副主任", "科长", "副科长",
  "部长", "副部长", "局长", "副局长", "院长", "副院长", "校长", "书记", "主席", "老师", "教授", "博士", "医生", "大夫",
  "院士", "厂长", "副厂长", "行长", "副行长", "所长", "站长", "组长", "队长", "主管", "主任", "助理", "秘书", "会计", "师傅",
  "先生", "女士", "小姐", "老板", "哥", "姐", "站长", "店长", "省长", "市长", "区长", "社长", "台长", "顾问", "专员", NULL,
};

/* 施工, 万科, 何处: single characters that need somebody of that name to be believed. */
static const char * const weak_titles[] = { "工", "处", "局", "科", "部", "院", "所", "行", "校", "队",
                                            NULL };

static const char * const weak_followers = "程理室技门长员学序于地以部业务研究在";

static const char * const addresses[] = {
  "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "director", "manager", "president", "chairman", "chairwoman",
  "engineer", "general manager", "vp", "ceo", "cto", "cfo", "cio", NULL,
};

static const char * const markers[] = {
  "下一步", "下步", "接下来", "后续", "待办", "下一步计划", "下一步工作", "下一步行动", "下次", "next step", "next steps", "next action",
  "todo", "to do", "to-do", "action", "action item", "next", NULL,
};

static const char * const intents[] = {
  "计划", "准备", "打算", "预计", "争取", "安排", "预约", "约好", "约了", "约定", "约", "下次", "到时", "记得", "提醒", "需要", "需",
  "将", "最迟", "最晚", "截止", "务必", "尽快", "承诺", "答应",
  "will", "'ll", "plan to", "plan", "plans to", "planning to", "going to", "need to", "needs to", "have to", "must",
  "should", "shall", "scheduled", "schedule", "arranged", "agreed to", "promised", "follow up", "due", NULL,
};

static const char * const done_words[] = {
  "已", "刚", "met", "had", "sent", "spoke", "talked", "saw", "was", "were", "went", "did", "got", "told", "said", "gave", NULL,
};

static const char * const leads[] = {
  "我们", "我方", "我", "咱们", "然后", "并且", "并", "再", "就", "于", "在", "到", "要", "会", "拟", "由我", "最好", "争取", "计划", "准备",
  "打算", "预计", "约好", "约了", "约定", "约", "将", "最迟", "最晚", "截止", "务必", "需要", "需", "记得", "提醒", "安排", "是", "为", "的",
  "and then", "and", "then", "will", "we'll", "i'll", "we", "i", "plan to", "plan", "planning to", "going to", "need to",
  "needs to", "have to", "must", "should", "shall", "to", "is", "'ll", "am", "are", NULL,
};

static const char * const stops[] = {
  "方案", "客户", "反馈", "报价", "项目", "合同", "价格", "需求", "签约", "签合同", "招标", "投标", "开标", "标书", "预算", "付款", "发票",
  "交付", "验收", "测试", "试用", "演示", "培训", "会议", "拜访", "沟通", "交流", "确认", "讨论", "了解", "介绍", "推进", "跟进", "继续", "准备",
  "安排", "计划", "时间", "下周", "上周", "本周", "今天", "明天", "昨天", "技术", "产品", "系统", "平台", "软件", "硬件", "升级", "改造",
  "实施", "上线", "部署", "采购", "部门", "领导", "老板", "负责", "负责人", "决策", "对方", "我们", "他们", "公司", "集团", "有限", "股份",
  "科技", "信息", "网络", "电子", "智能", "工业", "实业", "发展", "控股", "国际", "贸易", "投资", "咨询", "服务", "机械", "设备", "医疗",
  "器械", "制造", "自动化", "数据", "数字", "工程", "建设", "管理", "文化", "传媒", "能源", "环境", "材料", "生物", "医药", "汽车", "物流",
  "不错", "很好", "满意", "可以", "没有", "问题", "觉得", "认为", "希望", "表示", "同意", "不同意", "太高", "偏高", "太贵", "便宜", "竞争",
  "对手", "友商", "样品", "资料", "材料", "文件", "清单", "意见", "建议", "情况", "进展", "目前", "现在", "已经", "开始", "完成", "结束",
  "收到", "发送", "发给", "回复", "答复", "等待", "考虑", "研究", "评估", "审批", "流程", "立项", "上午", "下午", "晚上", "中午", "早上",
  "一期", "二期", "三期", "有限公司", "股份有限公司", NULL,
};

static const char * const english_stops[] = {
  "the", "a", "an", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "from", "about", "is", "are", "was", "were",
  "be", "it", "this", "that", "we", "i", "they", "he", "she", "you", "our", "their", "his", "her", "my", "not", "no", "good",
  "bad", "very", "will", "would", "should", "can", "could", "has", "have", "had", "do", "did", "send", "sent", "quote", "quoted",
  "proposal", "contract", "price", "pricing", "project", "feedback", "meeting", "met", "call", "called", "visit", "visited",
  "mail", "email", "next", "last", "step", "today", "tomorrow", "yesterday", "week", "month", "day", "days", "weeks", "mr", "mrs",
  "ms", "dr", "team", "customer", "client", "company", "inc", "ltd", "limited", "corp", "co", "llc", "gmbh", "group", "demo",
  "asked", "said", "wants", "needs", "please", "after", "before", "then", "there", "also", "but", "if", "so", "up", "out", "as",
  "discuss", "discussed", "new", "all", "any", "more", "positive", "negative", "ok", "yes", "am", "pm", "re", "fw", "fwd", NULL,
};

static const char * const places[] = {
  "中国", "北京", "上海", "天津", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东",
  "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆",
  "香港", "澳门", "杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "衢州", "舟山", "台州", "丽水", "义乌", "慈溪", "余姚", "南京",
  "无锡", "徐州", "常州", "苏州", "南通", "连云港", "淮安", "盐城", "扬州", "镇江", "泰州", "宿迁", "昆山", "江阴", "张家港", "常熟",
  "太仓", "合肥", "芜湖", "蚌埠", "淮南", "马鞍山", "铜陵", "安庆", "黄山", "滁州", "阜阳", "宿州", "六安", "福州", "厦门", "莆田",
  "三明", "泉州", "漳州", "南平", "龙岩", "宁德", "南昌", "景德镇", "九江", "赣州", "宜春", "上饶", "济南", "青岛", "淄博", "枣庄", "东营",
  "烟台", "潍坊", "济宁", "泰安", "威海", "日照", "临沂", "德州", "聊城", "滨州", "菏泽", "郑州", "开封", "洛阳", "平顶山", "安阳", "鹤壁",
  "新乡", "焦作", "许昌", "南阳", "商丘", "信阳", "周口", "武汉", "黄石", "十堰", "宜昌", "襄阳", "荆州", "黄冈", "长沙", "株洲", "湘潭",
  "衡阳", "岳阳", "常德", "郴州", "广州", "韶关", "深圳", "珠海", "汕头", "佛山", "江门", "湛江", "茂名", "肇庆", "惠州", "梅州", "东莞",
  "中山", "潮州", "揭阳", "海口", "三亚", "成都", "自贡", "攀枝花", "泸州", "德阳", "绵阳", "乐山", "南充", "宜宾", "贵阳", "遵义",
  "昆明", "曲靖", "玉溪", "大理", "西安", "铜川", "宝鸡", "咸阳", "渭南", "汉中", "榆林", "兰州", "天水", "西宁", "银川", "乌鲁木齐",
  "石家庄", "唐山", "秦皇岛", "邯郸", "邢台", "保定", "张家口", "承德", "沧州", "廊坊", "衡水", "太原", "大同", "长治", "呼和浩特",
  "包头", "鄂尔多斯", "沈阳", "大连", "鞍山", "抚顺", "本溪", "丹东", "锦州", "营口", "盘锦", "长春", "吉林", "四平", "哈尔滨",
  "齐齐哈尔", "大庆", "牡丹江", "南宁", "柳州", "桂林", "北海", "拉萨", "西部", "华东", "华南", "华北", "华中", "西南", "东北", NULL,
};

guint
clinch_quick_word_kind (const ClinchQuickText *text,
                        guint                  at,
                        guint                  end,
                        ClinchQuickKind       *kind,
                        gboolean              *weak)
{
  guint longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kind_words); i++)
    {
      guint length = clinch_quick_text_match (text, at, end, kind_words[i].word);

      if (length > longest)
        {
          longest = length;
          *kind = kind_words[i].kind;
          *weak = kind_words[i].weak;
        }
    }

  return longest;
}

guint
clinch_quick_word_title (const ClinchQuickText *text,
                         guint                  at,
                         guint                  end,
                         gboolean              *weak)
{
  guint length = clinch_quick_text_match_any (text, at, end, titles);

  *weak = FALSE;
  /* 总部, 总结, 总体 and 董事会 are no people. */
  if (length == 1 && clinch_quick_text_is_at (text, at + 1, text->n, "部结体共计额量数价包承是"))
    return 0;
  if (length > 0)
    return length;

  *weak = TRUE;
  if (clinch_quick_text_is_at (text, at + 1, text->n, weak_followers))
    return 0;

  return clinch_quick_text_match_any (text, at, end, weak_titles);
}

guint
clinch_quick_word_address (const ClinchQuickText *text,
                           guint                  at,
                           guint                  end)
{
  guint length = clinch_quick_text_match_any (text, at, end, addresses);

  if (length > 0 && at + length < end && text->fold[at + length] == '.')
    length++;

  return length;
}

guint
clinch_quick_word_marker (const ClinchQuickText *text,
                          guint                  at,
                          guint                  end)
{
  guint length = clinch_quick_text_match_any (text, at, end, markers);
  guint i = at + length;
  gboolean colon;

  if (length == 0)
    return 0;
  i += clinch_quick_text_match (text, i, end, "是");
  i += clinch_quick_text_match (text, clinch_quick_text_skip_space (text, i, end), end, "is");
  colon = clinch_quick_text_is_at (text, i, text->n, ":") && i < end;
  if (colon)
    i++;

  /* These are common words: only a colon makes an announcement of them. */
  if (!colon &&
      (clinch_quick_text_match (text, at, end, "next") == length
       || clinch_quick_text_match (text, at, end, "action") == length ||
       clinch_quick_text_match (text, at, end, "后续") == length
       || clinch_quick_text_match (text, at, end, "下次") == length ||
       clinch_quick_text_match (text, at, end, "to do") == length))
    return 0;

  return i - at;
}

guint
clinch_quick_word_intent (const ClinchQuickText *text,
                          guint                  at,
                          guint                  end)
{
  guint length = clinch_quick_text_match_any (text, at, end, intents);

  if (length != 1)
    return length;
  /* 大约, 合约, 约50万, 必需, 需求, 将来, 将近 */
  if (at > 0 && clinch_quick_text_is_at (text, at - 1, text->n, "大合签条违节邀必主急刚"))
    return 0;
  if (clinch_quick_text_is_at (text, at + 1, text->n, "占为有束0123456789求近来军"))
    return 0;

  return length;
}

static gboolean
is_english_past (const ClinchQuickText *text,
                 guint                  at,
                 guint                  end)
{
  guint i = at;

  if (at > 0 && clinch_quick_is_latin (text->fold[at - 1]))
    return FALSE;
  while (i < end && clinch_quick_is_latin (text->fold[i]))
    i++;

  return i - at >= 4 && text->fold[i - 1] == 'd' && text->fold[i - 2] == 'e'
         && text->fold[i - 3] != 'e';
}

guint
clinch_quick_word_done (const ClinchQuickText *text,
                        guint                  at,
                        guint                  end)
{
  if (at >= end)
    return 0;
  /* 为了, 除了, 了解 and 通过, 过程, 过几天 tell nothing. */
  if (at > 0 && clinch_quick_text_is_at (text, at, end, "了"))
    return !clinch_quick_text_is_at (text, at - 1, end, "为除")
           && !clinch_quick_text_is_at (text, at + 1, end, "解不");
  if (at > 0 && clinch_quick_text_is_at (text, at, end, "过"))
    return !clinch_quick_text_is_at (text, at - 1, end, "通经超不再") &&
           !clinch_quick_text_is_at (text, at + 1, end, "程来去几两一二三年段渡目期高低");
  if (is_english_past (text, at, end))
    return 1;

  return clinch_quick_text_match_any (text, at, end, done_words);
}

guint
clinch_quick_word_lead (const ClinchQuickText *text,
                        guint                  at,
                        guint                  end)
{
  guint length = clinch_quick_text_match_any (text, at, end, leads);

  /* 会议, 需求, 到访, 约谈, 在线, 要求 begin like a small word. */
  if (length == 1 && clinch_quick_text_is_at (text, at + 1, text->n, "议面谈见求访货场线来近期"))
    return 0;

  return length;
}

guint
clinch_quick_word_stop (const ClinchQuickText *text,
                        guint                  at,
                        guint                  end)
{
  guint length = clinch_quick_text_match_any (text, at, end, stops);

  return length > 0 ? length : clinch_quick_text_match_any (text, at, end, english_stops);
}

guint
clinch_quick_word_place (const ClinchQuickText *text,
                         guint                  at,
                         guint                  end)
{
  guint length = clinch_quick_text_match_any (text, at, end, places);

  if (length > 0 && at + length < end && clinch_quick_text_is_at (text, at + length, text->n, "省市"))
    length++;

  return length;
}

gboolean
clinch_quick_word_is_function (gunichar c)
{
  return g_utf8_strchr ("的了吗呢吧啊们跟给被把很就也都去到说聊谈问请我你他她这那还又却但没不", -1, c) != NULL;
}

gboolean
clinch_quick_word_is_particle (gunichar c)
{
  return g_utf8_strchr ("和向同从于与由及应有能都是者过后前为在让单等便又", -1, c) != NULL;
}
