// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-test-charts.h"

#include <math.h>

static const char *const english_axes[] = {
  "Size", "Industry", "Fit of need", "Budget", "Purchase cycle", "Purchasing process", "Past orders",
  "Clarity of decision chain", "Key contacts", "Growth potential", "Competition", "Strategic value",
  "Payment behaviour", "Service cost", "References", "Technical depth", "Regional reach", "Contract length",
  "Innovation", "Integration effort", "Certification", "Sustainability", "Executive sponsor", "Data maturity",
};

static const char *const chinese_axes[] = {
  "规模", "行业", "需求匹配", "预算", "采购周期", "采购流程", "历史成交", "决策链清晰程度", "关键联系人", "增长潜力",
  "竞争态势", "战略价值", "回款情况", "服务成本", "标杆示范效应", "技术深度", "区域覆盖", "合同期限", "创新意愿", "集成难度",
  "资质认证", "可持续发展", "高层支持", "数据成熟度",
};

static const char *const names[2][CLINCH_RADAR_MAX_SERIES] = {
  { "Hangang Steel", "Grade A, median", "Three months ago" },
  { "汉钢集团", "A 级客户中位数", "三个月前" },
};

static const int values[CLINCH_RADAR_MAX_SERIES][CLINCH_RADAR_MAX_AXES] = {
  { 85, 70, 90, -1, 60, 45, 78, 30, 66, 92, 55, 80, 64, 38, 72, 88, -1, -1, 52, 47, 81, 69, 33, 58 },
  { 65, 62, 70, 58, 55, 60, 52, 61, 58, 64, 60, 57, 61, 55, 63, 58, 60, 62, 57, 54, 59, 61, 56, 60 },
  { 80, 70, 62, 40, 60, 30, 78, -1, 35, 70, 70, 60, 50, 38, 60, 70, 40, 44, -1, 47, 75, 60, 20, 40 },
};

ClinchRadarData *
clinch_test_radar_new (guint    n_axes,
                       guint    n_series,
                       gboolean chinese)
{
  ClinchRadarData *data = clinch_radar_data_new ();

  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), chinese ? "汉钢集团 · 客户画像"
                               : "Hangang Steel · Customer Profile");
  for (guint i = 0; i < n_axes; i++)
    clinch_radar_data_add_axis (data, (chinese ? chinese_axes : english_axes)[i]);
  for (guint i = 0; i < n_series; i++)
    {
      clinch_radar_data_add_series (data, names[chinese ? 1 : 0][i]);
      for (guint k = 0; k < n_axes; k++)
        if (values[i][k] >= 0)
          clinch_radar_data_set_value (data, i, k, values[i][k], i == 0 && k % 5 == 1,
                                       chinese ? "拜访记录，11月3日" : "Visit on November 3");
    }

  return data;
}

static char *
format_money (double   value,
              gpointer data)
{
  if (value >= 1e6)
    return g_strdup_printf ("¥%gM", value / 1e6);
  if (value >= 1e3)
    return g_strdup_printf ("¥%gK", round (value / 100) / 10);

  return g_strdup_printf ("¥%g", value);
}

ClinchQuadrantData *
clinch_test_quadrant_new (guint    n,
                          gboolean chinese)
{
  static const char *const corners[2][CLINCH_QUADRANT_N_CORNERS] = {
    { "Fine as it is", "Valuable, neglected", "Eating time", "Well looked after" },
    { "维持即可", "高价值低投入", "低价值高投入", "投入得当" },
  };
  ClinchQuadrantData *data = clinch_quadrant_data_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (ClinchQuadrantPoint));
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), chinese ? "价值与投入" : "Value and Attention");
  clinch_quadrant_data_set_axis (data, CLINCH_QUADRANT_X, chinese ? "在谈金额" : "Open value",
                                 TRUE, format_money, NULL, NULL);
  clinch_quadrant_data_set_axis (data, CLINCH_QUADRANT_Y,
                                 chinese ? "近 90 天跟进次数" : "Follow-ups in 90 days", FALSE, NULL,
                                 NULL, NULL);
  clinch_quadrant_data_set_threshold (data, CLINCH_QUADRANT_X, 400000, chinese ? "中位数" : "median");
  clinch_quadrant_data_set_threshold (data, CLINCH_QUADRANT_Y, 12, chinese ? "中位数" : "median");
  for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
    clinch_quadrant_data_set_corner (data, i, corners[chinese ? 1 : 0][i], i == 1 || i == 2);
  for (guint i = 0; i < n; i++)
    {
      char *label = g_strdup_printf (chinese ? "客户 %u" : "Customer %u", i + 1);
      double value = i % 11 == 10 ? 0 : pow (10, g_rand_double_range (random, 4.2, 7));
      ClinchQuadrantPoint point = { i + 1, label, value,
                                    floor (40 * pow (g_rand_double (random), 2)) };

      g_ptr_array_add (labels, label);
      g_array_append_val (points, point);
    }
  clinch_quadrant_data_set_points (data, (const ClinchQuadrantPoint *) points->data, n);

  return data;
}

ClinchBarData *
clinch_test_bars_new (guint    n,
                      gboolean chinese)
{
  static const double sums[] = { 120000, 0, 860000, 2400000, 75000, 12500000 };
  ClinchBarData *data = clinch_bar_data_new ();
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (ClinchBar));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), chinese ? "汉钢集团 · 历年赢单"
                               : "Hangang Steel · Won by Year");
  for (guint i = 0; i < n; i++)
    {
      gboolean is_expected = i + 1 == n;
      double sum = sums[i % G_N_ELEMENTS (sums)];
      char *label = g_strdup_printf (chinese ? "%u 年" : "%u", 2027 - n + i);
      char *text = format_money (sum, NULL);
      char *full = g_strdup_printf (is_expected ? chinese ? "%s（预计）" : "%s expected" : "%s", text);
      ClinchBar bar = { label, sum, text, full, is_expected };

      g_ptr_array_add (texts, label);
      g_ptr_array_add (texts, text);
      g_ptr_array_add (texts, full);
      g_array_append_val (bars, bar);
    }
  clinch_bar_data_set_bars (data, (const ClinchBar *) bars->data, bars->len);

  return data;
}

static const char *const people_names[2][8] = {
  { "Chen Wei", "Li Na", "Wang Fang", "Zhao Lei", "Finance lead ?", "Sun Yue", "Alexander Konstantinopoulos", "Wu Min" },
  { "陈伟", "李娜", "王芳", "赵磊", "财务负责人 ?", "孙悦", "欧阳慧敏", "吴敏" },
};

static const char *const people_titles[2][8] = {
  { "Chief executive", "Head of purchasing", "Technical director", "Plant manager", "", "Engineer", "Head of information systems and data", "Assistant" },
  { "总经理", "采购总监", "技术总监", "厂长", "", "工程师", "信息化与数据管理部部长", "助理" },
};

ClinchChainMapData *
clinch_test_chain_new (guint    n,
                       gboolean chinese)
{
  static const char *const roles[2] = { "Decision maker", "决策人" };
  static const char *const stances[2][CLINCH_N_SUPPORTS] = {
    { "", "Mentor", "Supporter", "Neutral", "Doubter", "Opponent" },
    { "", "内线支持者", "支持者", "中立", "不支持", "反对者" },
  };
  int language = chinese ? 1 : 0;
  ClinchChainMapData *data = clinch_chain_map_data_new ();
  g_autofree ClinchChainMapNode *nodes = g_new0 (ClinchChainMapNode, MAX (n, 1));
  ClinchChainMapLine lines[] = {
    { 1, 2, 3, CLINCH_CHAIN_INFLUENCES }, { 2, 4, 6, CLINCH_CHAIN_TRUSTS },
    { 3, 3, 7, CLINCH_CHAIN_RIVALS },
  };

  for (guint i = 0; i < n; i++)
    nodes[i] = (ClinchChainMapNode) {
      .id = i + 1,
      .reports_to = i == 0 ? 0 : (i - 1) / 3 + 1,
      .name = people_names[language][i % 8],
      .title = people_titles[language][i % 8],
      .role = i == 0 ? roles[language] : "",
      .stance = stances[language][(i + 1) % CLINCH_N_SUPPORTS],
      .contact = i % 3 == 0 ? chinese ? "3天前" : "3 days ago" : "",
      .known = i % 8 != 4,
      .power = (i + 1) % CLINCH_N_POWERS,
      .support = (i + 1) % CLINCH_N_SUPPORTS,
      .coverage = i % CLINCH_N_COVERAGES,
    };
  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), chinese ? "汉钢集团 · 决策链"
                               : "Hangang Steel · Decision Chain");
  clinch_chain_map_data_fill (data, nodes, n, lines, G_N_ELEMENTS (lines));

  return data;
}
