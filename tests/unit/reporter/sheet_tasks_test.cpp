#include "reporter/sheet_tasks.h"

#include <gtest/gtest.h>

#include "unit/reporter/sheet_cells.h"

namespace nianbao {

namespace {

struct Row {
  const char* number;
  const char* area;
  TaskStatus status;
  const char* deadline;
  const char* done_on;
};

Compilation compiled(const std::vector<Row>& rows) {
  Compilation compilation;
  compilation.figures.year = 2024;
  compilation.figures.issuer = "样例区人民政府";
  compilation.tasks_as_of = *parse_date("2025-01-24");
  TaskCube cube(compilation.tasks_as_of);
  for (const Row& row : rows) {
    Task task;
    task.number = row.number;
    task.area = row.area;
    task.text = std::string("事") + row.number;
    task.units = {"甲局", "乙局"};
    task.units_text = "甲局、有关部门单位";
    task.status = row.status;
    task.deadline_text = row.deadline;
    task.deadline = parse_date(row.deadline);
    task.done_on = parse_date(row.done_on);
    cube.add(task);
    compilation.tasks.push_back(task);
  }
  compilation.figures.tasks = task_figures(cube);
  return compilation;
}

const std::vector<Row> kRows = {{"1", "一、某事", TaskStatus::done, "2024-12-31", "2024-12-31"},
                                {"2", "一、某事", TaskStatus::done, "2024-12-31", "2025-01-02"},
                                {"3-1", "二、另一事", TaskStatus::running, "2024-12-31", ""},
                                {"4", "二、另一事", TaskStatus::not_started, "2025-06-30", ""},
                                {"5", "二、另一事", TaskStatus::standing, "长期坚持", ""},
                                {"6", "二、另一事", TaskStatus::done, "2024-12-31", ""}};

}  // namespace

TEST(SheetTasks, IsAbsentWithoutALedger) {
  const Compilation compilation;
  EXPECT_FALSE(tasks_sheet(compilation));
  EXPECT_FALSE(unit_tasks_sheet(compilation));
  EXPECT_FALSE(task_list_sheet(compilation));
}

TEST(SheetTasks, AreasAddUp) {
  const auto sheet = tasks_sheet(compiled(kRows));
  const Table table = table_of(sheet, "tasks_by_area");
  EXPECT_EQ(row_named(table, "一、某事"),
            (Texts{"一、某事", "2", "2", "1", "1", "0", "0", "0", "0", "100.00"}));
  EXPECT_EQ(row_named(table, "合计"), (Texts{"合计", "6", "3", "1", "1", "1", "1", "1", "1", "60.00"}));
  const int total = find_row(table, "合计");
  EXPECT_EQ(find_cell(table, total, 1)->sum_of, (std::vector<CellRange>{{1, 1, 2, 1}}));
  EXPECT_TRUE(find_cell(table, total, 9)->sum_of.empty()) << "a rate";
}

TEST(SheetTasks, UnitsHaveNoTotal) {
  const auto sheet = unit_tasks_sheet(compiled(kRows));
  const Table table = table_of(sheet, "units_tasks");
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(row_of(table, 1)[1], "责任单位");
  EXPECT_EQ(row_of(table, 1)[2], "6");
  EXPECT_EQ(find_row(table, "合计"), -1);
  EXPECT_NE(sheet->notes.front().find("不能相加"), std::string::npos);
}

TEST(SheetTasks, NamesThePressingOnesFirstWithoutEmptyColumns) {
  const auto sheet = tasks_sheet(compiled(kRows));
  const Table table = table_of(sheet, "tasks_named");
  EXPECT_EQ(row_of(table, 0), (Texts{"序号", "具体要求", "责任单位", "完成时限", "完成日期", "判定"}));
  ASSERT_EQ(table.rows, 4);
  EXPECT_EQ(row_of(table, 1), (Texts{"3-1", "事3-1", "甲局、有关部门单位", "2024-12-31", "", "逾期未完成"}));
  EXPECT_EQ(row_of(table, 2).front(), "4");
  EXPECT_EQ(row_of(table, 3).back(), "逾期完成");
}

TEST(SheetTasks, SaysThatNothingIsLate) {
  const auto sheet = tasks_sheet(compiled({kRows[0], kRows[4]}));
  EXPECT_EQ(find_table(*sheet, "tasks_named"), nullptr);
  EXPECT_EQ(find_table(*sheet, "tasks_by_lead"), nullptr) << "no task has one";
  EXPECT_NE(sheet->notes.back().find("没有未完成的任务"), std::string::npos);
}

TEST(SheetTasks, TheListIsTheLedgerWithAVerdict) {
  Compilation compilation = compiled(kRows);
  compilation.tasks[0].leads = {"甲局", "丙局"};
  compilation.tasks[0].evidence = "=1+1";
  const auto sheet = task_list_sheet(compilation);
  const Table table = table_of(sheet, "tasks_list");
  EXPECT_TRUE(sheet->data);
  EXPECT_EQ(row_of(table, 1),
            (Texts{"1", "一、某事", "", "事1", "甲局、丙局", "甲局、有关部门单位", "2024-12-31", "已完成",
                   "2024-12-31", "=1+1", "", "2024-12-31", "按期完成"}));
  EXPECT_TRUE(std::holds_alternative<std::int64_t>(find_cell(table, 1, 0)->value)) << "sorts as a number";
  EXPECT_TRUE(std::holds_alternative<std::string>(find_cell(table, 3, 0)->value)) << "3-1 is none";
  EXPECT_EQ(row_of(table, 6).back(), "已完成");
}

}  // namespace nianbao
