// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is left of a company's name when everything is dropped that one writer puts down and the
// next does not: the place, what it is in (科技, 实业), brackets, legal form.
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-match.h"

#include "clinch-pinyin.h"
#include "clinch-text.h"

#include <string.h>

/* A company of a province may be that of one of its cities. */
static const char * const provinces[] = {
  "中国", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南",
  "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "内蒙古", "广西",
  "西藏", "宁夏", "新疆", "台湾",
};

static const char * const cities[] = {
  "北京", "天津", "上海", "重庆", "香港", "澳门", "石家庄", "唐山", "太原", "沈阳", "大连", "长春",
  "哈尔滨", "南京", "苏州", "无锡", "常州", "南通", "徐州", "扬州", "杭州", "宁波", "温州", "嘉兴",
  "绍兴", "金华", "台州", "湖州", "合肥", "芜湖", "福州", "厦门", "泉州", "南昌", "济南", "青岛", "烟台",
  "潍坊", "郑州", "洛阳", "武汉", "宜昌", "长沙", "株洲", "广州", "深圳", "珠海", "佛山", "东莞",
  "中山", "惠州", "南宁", "柳州", "海口", "成都", "绵阳", "贵阳", "昆明", "西安", "兰州", "西宁", "银川",
  "乌鲁木齐", "呼和浩特",
};

static const char * const divisions[] = {
  "省", "市", "自治区",
};

/* What many companies are in, and some leave out. */
static const char * const branches[] = {
  "科技", "技术", "实业", "工贸", "贸易", "商贸", "发展", "信息技术", "信息科技", "电子科技", "网络科技",
  "智能科技", "科技发展", "实业发展", "控股集团", "企业", "工业",
};

/* Fewer characters name nobody: 北京 | 银行. */
#define MIN_CORE 2
#define MIN_AFTER_PLACE 3

static const char *
find_start (const char         *text,
            const char * const *list,
            gsize               n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (text, list[i]))
      return list[i];

  return NULL;
}

/* How many bytes at the start of @text name a place; @city: (inout) (nullable): the city, if it is
 * one. */
static gsize
place_length (const char  *text,
              const char **city)
{
  const char *found = find_start (text, cities, G_N_ELEMENTS (cities));
  const char *division;
  gsize length;

  if (found != NULL)
    *city = found;
  else
    found = find_start (text, provinces, G_N_ELEMENTS (provinces));
  if (found == NULL)
    return 0;
  length = strlen (found);
  division = find_start (text + length, divisions, G_N_ELEMENTS (divisions));

  return length + (division != NULL ? strlen (division) : 0);
}

/* @name without what stands in brackets; @city: (inout) (nullable): a city that does */
static char *
drop_brackets (const char  *name,
               const char **city)
{
  GString *out = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[' || c == 0xff08 || c == 0x3010)
        {
          depth++;
          place_length (g_utf8_next_char (p), city);
        }
      else if (depth > 0 && (c == ')' || c == ']' || c == 0xff09 || c == 0x3011))
        depth--;
      else if (depth == 0)
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

static const char *
drop_places (const char  *key,
             const char **city)
{
  const char *found = *city;
  gsize length = place_length (key, &found);

  while (length > 0 && g_utf8_strlen (key + length, -1) >= MIN_AFTER_PLACE)
    {
      *city = found;
      key += length;
      length = place_length (key, &found);
    }

  return key;
}

static void
drop_branch (char *core)
{
  const char *longest = NULL;
  const char *city = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (branches); i++)
    if (g_str_has_suffix (core, branches[i])
        && (longest == NULL || strlen (branches[i]) > strlen (longest))
        && g_utf8_strlen (core, strlen (core) - strlen (branches[i])) >= MIN_CORE
        && place_length (core, &city) != strlen (core) - strlen (branches[i]))
      longest = branches[i];
  if (longest != NULL)
    core[strlen (core) - strlen (longest)] = '\0';
}

char *
clinch_company_core (const char  *name,
                     const char **city)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  const char *found = NULL;
  g_autofree char *plain = drop_brackets (valid, &found);
  g_autofree char *key = clinch_company_key (plain);
  char *core;

  if (*key == '\0')
    {
      g_free (key);
      key = clinch_company_key (valid);
    }
  core = g_strdup (drop_places (key, &found));
  drop_branch (core);
  *city = found;

  return core;
}

char *
clinch_name_sound (const char *key)
{
  g_autoptr(GString) sound = g_string_new (NULL);
  int n_han = 0;

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *readings = clinch_pinyin_readings (c);

      if (readings == NULL)
        {
          g_string_append_unichar (sound, c);
          continue;
        }
      g_string_append_len (sound, readings, strcspn (readings, " "));
      g_string_append_c (sound, ' ');
      n_han++;
    }

  return n_han > 0 ? g_string_free (g_steal_pointer (&sound), FALSE) : NULL;
}
