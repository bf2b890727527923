// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-test-charts.h"

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
