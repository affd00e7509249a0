// The three official tables in the finished report: what a pack may not do to them, and what it may print
// beside.
#include "rules/official_check.h"

#include <gtest/gtest.h>

#include "rules/official_tables.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

std::vector<Block> sound_report(const Figures& figures) {
  return {Heading{1, "一、总体情况"},      Heading{1, "二、主动公开政府信息情况"},
          official_table2(figures.table2), Heading{1, "三、收到和处理政府信息公开申请情况"},
          official_table3(figures.table3), Heading{1, "四、政府信息公开行政复议、行政诉讼情况"},
          official_table4(figures.table4), Heading{1, "五、存在的主要问题及改进情况"}};
}

std::string faults(const std::vector<Block>& blocks, bool is_whole = true) {
  std::string text;
  for (const OfficialFault& fault : official_faults(sound_figures(), blocks, is_whole)) {
    text += std::to_string(fault.table) + fault.message + "\n";
  }
  return text;
}

Table& table_at(std::vector<Block>& blocks, std::size_t at) {
  return std::get<Table>(blocks[at]);
}

// Table 三 with other numbers, as a pack would draw it itself.
Table forged() {
  Figures figures = sound_figures();
  figures.table3->row(Row3::granted)[0] = Cell::of(1);
  Table table = official_table3(figures.table3);
  table.name = "own";
  return table;
}

TEST(OfficialCheck, ASoundReportHasNoFault) {
  EXPECT_EQ(faults(sound_report(sound_figures())), "");
  const Figures none;
  EXPECT_TRUE(official_faults(none, sound_report(none), true).empty()) << "blank tables, too";
}

TEST(OfficialCheck, AChangedOrMissingTableIsAFault) {
  std::vector<Block> blocks = sound_report(sound_figures());
  blocks[4] = forged();
  EXPECT_NE(faults(blocks).find("3报告里的表三"), std::string::npos) << faults(blocks);
  EXPECT_NE(faults(blocks).find("被改动了"), std::string::npos);
  blocks.erase(blocks.begin() + 4);
  EXPECT_NE(faults(blocks).find("3报告里没有表三"), std::string::npos);
  EXPECT_EQ(faults(blocks, false), "") << "why it is missing has been said";
  table_at(blocks, 2).cells.pop_back();
  EXPECT_NE(faults(blocks, false).find("2报告里的表二"), std::string::npos)
      << "half a table is a changed one";
}

TEST(OfficialCheck, ASecondTableOfTheSameKindIsAFaultWhereverItStands) {
  std::vector<Block> blocks = sound_report(sound_figures());
  blocks.insert(blocks.begin() + 1, Block(forged()));
  EXPECT_NE(faults(blocks).find("3报告里除了表三"), std::string::npos);
  blocks = sound_report(sound_figures());
  blocks.push_back(blocks[6]);
  EXPECT_NE(faults(blocks).find("印了 2 次"), std::string::npos);
  Table named;
  named.name = "table4";
  blocks.back() = named;
  EXPECT_NE(faults(blocks).find("4报告里除了表四"), std::string::npos) << "its name is taken";
}

TEST(OfficialCheck, AForgedTableWithoutItsCornerIsSeen) {
  std::vector<Block> blocks = sound_report(sound_figures());
  Table table = forged();
  table.cells.erase(table.cells.begin());
  blocks.push_back(table);
  EXPECT_NE(faults(blocks).find("3报告里除了表三"), std::string::npos);
}

TEST(OfficialCheck, EachTableStandsInItsOwnSection) {
  std::vector<Block> blocks = sound_report(sound_figures());
  std::swap(blocks[2], blocks[4]);
  EXPECT_NE(faults(blocks).find("没有印在“二、”"), std::string::npos);
  EXPECT_NE(faults(blocks).find("没有印在“三、”"), std::string::npos);
  blocks = sound_report(sound_figures());
  std::rotate(blocks.begin() + 1, blocks.begin() + 3, blocks.begin() + 5);
  EXPECT_NE(faults(blocks).find("3"), std::string::npos) << "三 before 二: " << faults(blocks);
}

TEST(OfficialCheck, ListsByApplicantOrResultAreNoDoubles) {
  std::vector<Block> blocks = sound_report(sound_figures());
  Table list;
  list.name = "by_unit";
  for (const char* title : {"单位", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他",
                            "总计", "结果维持", "结果纠正", "其他结果", "尚未审结", "行政复议"}) {
    TableCell cell;
    cell.value = std::string(title);
    list.cells.push_back(cell);
  }
  blocks.push_back(list);
  EXPECT_EQ(faults(blocks), "");
}

// What a chain says whose last pack writes these sections over those of the real national pack.
std::vector<Diagnostic> m05_of(const std::string& report_lua) {
  std::vector<Diagnostic> found;
  const PackFolder folder;
  folder.write("national/report.lua",
               "for i, name in ipairs { '二、甲', '三、乙', '四、丙' } do\n"
               "  section { id = 'table' .. i + 1, run = function(doc)\n"
               "    doc:heading(1, name) doc:official_table(i + 1) end }\nend\n");
  folder.add_pack("place", "prefix = \"PL\"\n");
  folder.write("place/report.lua", report_lua);
  folder.write("place/checks.lua", "nonsense(\n");
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "place", diagnostics);
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  const auto blocks = book->report(input, diagnostics);
  book->require_official_tables(figures, blocks, diagnostics);
  return with_code(diagnostics, "M-05");
}

TEST(OfficialCheck, AFaultInAnotherFileOfThePackHidesNothing) {
  EXPECT_TRUE(m05_of("convention '略'").empty());
  const auto found = m05_of("section { id = 'table3', run = function(doc) doc:heading(1, '三、乙') end }");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].place.file.find("place/report.lua"), std::string::npos);
}

TEST(OfficialCheck, TheFaultIsThePacksThatWroteTheTable) {
  const auto found = m05_of(
      "section { id = 'table4', run = function(doc, ctx, base)\n"
      "  base() doc:official_table(2) end }");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.find("印了 2 次"), std::string::npos) << found[0].message;
  EXPECT_NE(found[0].place.file.find("place/report.lua"), std::string::npos) << found[0].place.file;
}

}  // namespace
}  // namespace nianbao::test
