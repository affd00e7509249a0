// What the sheets of the workbook have in common: lists for programs, forms for paper, and the table that
// compares groups.
#pragma once

#include <string>
#include <vector>

#include "model/unit_register.h"
#include "report/document.h"
#include "reporter/year_groups.h"

namespace nianbao {

// Lies on its side, for many columns. `notes` stand below the list.
Sheet data_sheet(std::string name, Table table, std::vector<std::string> notes = {});

// Entitled "…人民政府2024年…".
Sheet form_sheet(std::string name, const Figures& figures, const std::string& title);

// A row per group, a column per measure, and `total` as last row where it is given: only for groups that lie
// apart and leave nothing out. Without groups an empty table.
Table group_table(std::string name, const std::string& heading, const std::vector<FigureGroup>& groups,
                  const FigureGroup* total = nullptr);

// A list on paper: columns in which nothing stands are left out.
struct PaperColumn {
  const char* heading;
  double weight;
};
Table paper_table(std::string name, const std::vector<PaperColumn>& columns,
                  const std::vector<std::vector<CellValue>>& rows);

// With its caption, kept on one page where it is short; nothing happens for an empty one.
void add_table(Sheet& sheet, Table table, std::string caption);

// In the order of the register; those it does not know follow as they stood.
std::vector<FigureGroup> in_register_order(std::vector<FigureGroup> groups, const UnitRegister& units);

std::string joined_names(const std::vector<std::string>& names);  // 甲局、乙局
// As the ledger says where the list is long: 各部门单位 rather than all of them.
std::string shown_names(const std::vector<std::string>& names, const std::string& text);

}  // namespace nianbao
