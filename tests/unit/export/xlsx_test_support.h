// Documents for the tests of workbooks, and openpyxl as the second program that reads them.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "export/xlsx_export.h"

namespace nianbao {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "nianbao-test-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline TableCell make_cell(int row, int column, CellRole role, CellValue value) {
  TableCell cell;
  cell.row = row;
  cell.column = column;
  cell.role = role;
  cell.value = std::move(value);
  return cell;
}

inline TableCell make_span(TableCell cell, int rows, int columns) {
  cell.row_span = rows;
  cell.column_span = columns;
  return cell;
}

// A list with one heading row; every column has the heading "列1" ….
inline Table make_list(const std::string& name, const std::vector<std::vector<CellValue>>& rows) {
  Table table;
  table.name = name;
  table.heading_rows = 1;
  table.rows = static_cast<int>(rows.size()) + 1;
  table.columns = rows.empty() ? 1 : static_cast<int>(rows.front().size());
  for (int column = 0; column < table.columns; ++column) {
    table.cells.push_back(make_cell(0, column, CellRole::heading, "列" + std::to_string(column + 1)));
  }
  int row = 1;
  for (const auto& values : rows) {
    int column = 0;
    for (const CellValue& value : values) {
      const bool text = std::holds_alternative<std::string>(value);
      table.cells.push_back(make_cell(row, column++, text ? CellRole::text : CellRole::number, value));
    }
    ++row;
  }
  return table;
}

// Of table 三's shape: a corner and three heading rows, a label over rows, rows with a total.
inline Table make_form() {
  Table table;
  table.name = "table3";
  table.columns = 10;
  table.heading_rows = 3;
  table.keep_whole = true;
  table.column_weights = {1.7, 2.3, 6.5, 1.55, 1.5, 1.5, 1.5, 1.5, 1.5, 1.55};
  auto& cells = table.cells;
  cells.push_back(make_span(make_cell(0, 0, CellRole::heading,
                                      "（本列数据的勾稽关系为：第一项加第二项之和，"
                                      "等于第三项加第四项之和）"),
                            3, 3));
  cells.push_back(make_span(make_cell(0, 3, CellRole::heading, "申请人情况"), 1, 7));
  cells.push_back(make_span(make_cell(1, 3, CellRole::heading, "自然人"), 2, 1));
  cells.push_back(make_span(make_cell(1, 4, CellRole::heading, "法人或其他组织"), 1, 5));
  cells.push_back(make_span(make_cell(1, 9, CellRole::heading, "总计"), 2, 1));
  const std::array<const char*, 5> groups = {"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"};
  for (int i = 0; i < 5; ++i) {
    cells.push_back(make_cell(2, 4 + i, CellRole::heading, groups[static_cast<std::size_t>(i)]));
  }
  const std::array<const char*, 3> labels = {
      "1.属于国家秘密", "2.其他法律行政法规禁止公开",
      "3.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"};
  cells.push_back(make_span(make_cell(3, 0, CellRole::label, "三、本年度办理结果"), 4, 1));
  cells.push_back(make_span(make_cell(3, 1, CellRole::label, "（三）不予公开"), 3, 1));
  for (int row = 3; row < 7; ++row) {
    if (row < 6) {
      cells.push_back(make_cell(row, 2, CellRole::label, labels[static_cast<std::size_t>(row - 3)]));
    } else {
      cells.push_back(make_span(make_cell(row, 1, CellRole::label, "（七）总计"), 1, 2));
    }
    std::int64_t sum = 0;
    for (int column = 3; column < 9; ++column) {
      const std::int64_t count = row < 6 ? row * column : (3 + 4 + 5) * column;
      sum += count;
      cells.push_back(make_cell(row, column, CellRole::number, count));
      if (row == 6) cells.back().sum_of = {{3, column, 5, column}};
    }
    cells.push_back(make_cell(row, 9, CellRole::number, sum));
    cells.back().sum_of = {{row, 3, row, 8}};
  }
  table.rows = 7;
  return table;
}

inline Document make_document(std::vector<Sheet> sheets) {
  Document document;
  document.title = "某市人民政府2024年政府信息公开工作年度报告";
  document.issuer = "某市人民政府";
  document.year = 2024;
  document.date = "2025-01-24";
  document.sheets = std::move(sheets);
  return document;
}

inline Sheet make_sheet(const std::string& name, std::vector<Table> tables, bool data = false) {
  Sheet sheet;
  sheet.name = name;
  sheet.tables = std::move(tables);
  sheet.data = data;
  return sheet;
}

class XlsxTest : public ::testing::Test {
 protected:
  // What openpyxl finds in the workbook; a line that begins with "Traceback" when it finds it broken.
  std::string seen(const Document& document) {
    write_xlsx(document, folder_.file("a.xlsx"));
    return run(std::string("/usr/bin/python3 " NIANBAO_SOURCE "/tests/unit/export/xlsx_dump.py ") +
               folder_.file("a.xlsx"));
  }

  static bool has_openpyxl() { return std::system("/usr/bin/python3 -c 'import openpyxl' 2>/dev/null") == 0; }

  static std::string run(const std::string& command) {
    std::string out;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return "popen failed";
    std::array<char, 4096> buffer{};
    while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe))
      out.append(buffer.data(), got);
    pclose(pipe);
    return out;
  }

  TemporaryFolder folder_;
};

}  // namespace nianbao
