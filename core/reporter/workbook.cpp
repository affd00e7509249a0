#include "reporter/workbook.h"

#include <fmt/format.h>

#include "reporter/codebook.h"
#include "reporter/list_table.h"
#include "reporter/sheet_activities.h"
#include "reporter/sheet_parts.h"
#include "reporter/sheet_tasks.h"
#include "reporter/sheet_times.h"
#include "rules/official_tables.h"

namespace nianbao {

namespace {

// One sheet per official table: their columns differ, and on one sheet every figure would be a merged cell.
Sheet official_sheet(std::string name, const char* heading, const Figures& figures, Table table) {
  Sheet sheet = form_sheet(std::move(name), figures, "政府信息公开工作年度报告");
  sheet.notes.emplace_back(heading);
  sheet.tables.push_back(std::move(table));
  return sheet;
}

Table table2_by_unit(const Compilation& compilation) {
  ListTable list("units_table2",
                 {"单位", "规章制发", "规章废止", "规章现行有效", "规范性文件制发", "规范性文件废止",
                  "规范性文件现行有效", "行政许可", "行政处罚", "行政强制", "行政事业性收费（万元）"});
  for (const auto& [unit, tables] : units_in_order(compilation)) {
    if (!tables.table2) continue;
    std::vector<CellValue> values{unit};
    for (const auto& counts : tables.table2->documents) {
      for (const Cell& cell : counts) values.push_back(value_of(cell));
    }
    for (const Cell& cell : tables.table2->decisions) values.push_back(value_of(cell));
    values.push_back(value_of(tables.table2->administrative_charge));
    list.row(std::move(values));
  }
  list.sum_row("合计", 1);
  return list.take();
}

// Units × the 25 rows, the total column of each unit.
Table table3_by_unit(const Compilation& compilation) {
  std::vector<std::string> headings{"单位"};
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3Name& row = form_name(static_cast<Row3>(i));
    headings.push_back(is_outcome(static_cast<Row3>(i)) ? std::string(row.path) + row.brief : row.brief);
  }
  ListTable list("units_table3", headings);
  for (const auto& [unit, tables] : units_in_order(compilation)) {
    if (!tables.table3) continue;
    std::vector<CellValue> values{unit};
    for (const auto& row : tables.table3->rows) values.push_back(value_of(row[kTotalColumn]));
    list.row(std::move(values));
  }
  list.sum_row("合计", 1);
  return list.take();
}

Table table4_by_unit(const Compilation& compilation) {
  std::vector<std::string> headings{"单位"};
  for (int kind = 0; kind < kCaseKinds; ++kind) {
    for (int column = 0; column < kTable4Columns; ++column) {
      headings.push_back(
          fmt::format("{}：{}", form_name(static_cast<CaseKind>(kind)).label, table4_column(column).label));
    }
  }
  ListTable list("units_table4", headings);
  for (const auto& [unit, tables] : units_in_order(compilation)) {
    if (!tables.table4) continue;
    std::vector<CellValue> values{unit};
    for (const auto& group : tables.table4->groups) {
      for (const Cell& cell : group) values.push_back(value_of(cell));
    }
    list.row(std::move(values));
  }
  list.sum_row("合计", 1);
  return list.take();
}

CellValue number_or_text(const std::optional<std::string>& text) {
  if (!text) return std::monostate{};
  const Cell cell = read_cell(*text);
  return cell.is_number() ? CellValue(cell.number) : CellValue(*text);
}

Table problems(const std::vector<Diagnostic>& findings) {
  ListTable list("problems", {"级别", "代码", "文件", "工作表", "行", "列", "栏目", "单位", "数据项", "问题",
                              "怎么办", "左", "右", "依据", "处数"});
  for (const Diagnostic& d : findings) {
    const CellValue row = d.place.row > 0 ? CellValue(d.place.row) : CellValue();
    list.row({std::string(severity_label(d.severity)), d.code, d.place.file, d.place.sheet, row,
              column_letters(d.place.column), d.place.heading, d.place.unit, d.place.cell, d.message, d.hint,
              number_or_text(d.left), number_or_text(d.right), d.basis, d.count});
  }
  return list.take();
}

Table provenance(const Compilation& compilation) {
  const Provenance& provenance = compilation.figures.provenance;
  ListTable list("provenance", {"类别", "名称", "内容"});
  list.row({"程序", "nianbao", provenance.tool});
  for (const auto& pack : provenance.packs)
    list.row({"规则包", pack.id + " " + pack.version, "SHA-256 " + pack.sha256});
  for (const auto& input : provenance.inputs) list.row({"输入文件", input.file, "SHA-256 " + input.sha256});
  for (const std::string& note : compilation.notes) list.row({"读入", "", note});
  for (const std::string& convention : provenance.conventions) list.row({"统计口径", "", convention});
  for (const std::string& exception : provenance.exceptions) list.row({"例外", "", exception});
  return list.take();
}

}  // namespace

std::vector<Sheet> workbook_sheets(const Compilation& compilation, const std::vector<Diagnostic>& findings) {
  std::vector<Sheet> sheets;
  const auto add = [&](std::optional<Sheet> sheet) {
    if (sheet) sheets.push_back(std::move(*sheet));
  };
  const Figures& figures = compilation.figures;
  add(official_sheet("表二 主动公开", "二、主动公开政府信息情况", figures, official_table2(figures.table2)));
  add(official_sheet("表三 依申请公开", "三、收到和处理政府信息公开申请情况", figures,
                     official_table3(figures.table3)));
  add(official_sheet("表四 复议诉讼", "四、政府信息公开行政复议、行政诉讼情况", figures,
                     official_table4(figures.table4)));
  add(times_sheet(compilation));
  add(tasks_sheet(compilation));
  add(activities_sheet(compilation));
  add(data_sheet("分单位表三", table3_by_unit(compilation)));
  add(data_sheet("分单位表二", table2_by_unit(compilation)));
  add(data_sheet("分单位表四", table4_by_unit(compilation)));
  add(unit_times_sheet(compilation));
  add(unit_tasks_sheet(compilation));
  add(unit_activities_sheet(compilation));
  add(task_list_sheet(compilation));
  add(activity_list_sheet(compilation));
  add(data_sheet("长表", long_table(compilation)));
  add(days_sheet(compilation));
  add(data_sheet("编码表", codebook(figures)));
  add(data_sheet("问题", problems(findings)));
  add(data_sheet("来源", provenance(compilation)));
  return sheets;
}

}  // namespace nianbao
