#include "reporter/codebook.h"

#include "reporter/list_table.h"
#include "reporter/year_groups.h"

namespace nianbao {

namespace {

bool has_times(const Figures& figures) {
  return figures.requests && figures.requests->has_clock;
}

bool has_year(const Figures& figures) {
  return has_times(figures) || figures.tasks || figures.activities;
}

std::string tables_of(const Figures& figures) {
  std::string tables = "table2＝表二 table3＝表三 table4＝表四";
  if (has_times(figures)) tables += " requests＝申请办理时效";
  if (figures.tasks) tables += " tasks＝工作要点任务";
  if (figures.activities) tables += " activities＝公开活动";
  return tables;
}

// "requests 的列": key＝label, as the table has them.
void add_part(ListTable& list, const char* table, const YearPart& part) {
  std::string groups = "all＝全部";
  for (const FigureDivision& division : part.divisions) {
    groups += std::string(" ") + division.key + "＝按" + division.label;
  }
  list.row({"row_key", std::string(table) + " 的行：分组.名称", groups});
  std::string measures;
  for (const Measure& measure : part.all.measures) {
    measures += (measures.empty() ? "" : " ") + std::string(measure.key) + "＝" + measure.label;
  }
  list.row({"column_key", std::string(table) + " 的列", measures});
}

void add_times(ListTable& list, const RequestFigures& requests) {
  add_part(list, "requests", year_part(requests));
  list.row({"column_key", "requests 的列，只在 all 行；all 行的 closed 在 figures.json 里是 answered",
            "open＝12月31日尚未办结 overdue_open＝其中已超期 processing_fee＝信息处理费（元）"});
  list.row(
      {"value", "days.* 是办理用时，单位为工作日；中位数和第90百分位按名次取，平均保留两位小数", "数或空"});
  list.row({"days", "天数分布：办理用了多少个工作日", "整数"});
  list.row({"requests", "天数分布：用了这么多天的申请数，没有的天数不列", "整数"});
}

}  // namespace

Table codebook(const Figures& figures) {
  ListTable list("codebook", {"variable", "meaning", "values"});
  list.row({"year", "报告年度", "四位整数"});
  list.row({"issuer", "报告机关", "文字"});
  list.row({"unit", "单位；“全部”是全机关合计，不要与各单位相加", "“全部”或单位名称"});
  list.row({"table", has_year(figures) ? "官方表，或者年度数据的一部分" : "官方表", tables_of(figures)});
  list.row({"row_key", "行的代码，与 figures.json 一致", "如 refused.third_party"});
  list.row({"row_label", "行在官方表里的名称", "文字"});
  list.row({"column_key", "列的代码，与 figures.json 一致；表二的处理决定为 decisions，收费为 charge_wanyuan",
            "如 natural_person"});
  list.row({"column_label", "列在官方表里的名称", "文字"});
  list.row({"value",
            "数值；件数为整数，收费金额单位为万元，按原小数位；没有数时为空，没有定义的也为空（分母为 0 "
            "的比率，没有办结的中位数、平均）",
            "数或空"});
  list.row(
      {"state", "数值的状态",
       "number＝有数（0 也是数） blank＝空白，来源没有填或者没有定义 n/a＝不适用 invalid＝填了但不是数"});
  if (has_times(figures)) add_times(list, *figures.requests);
  if (figures.tasks) {
    add_part(list, "tasks", year_part(*figures.tasks));
    list.row(
        {"unit", "tasks 的 by_unit：一项任务有几个责任单位的，在每个单位各计一次，不能相加", "单位名称"});
  }
  if (figures.activities) {
    add_part(list, "activities", year_part(*figures.activities));
    list.row({"unit", "activities 的 by_unit：几个单位合办的活动在每个单位各计一次，不能相加", "单位名称"});
  }
  return list.take();
}

}  // namespace nianbao
