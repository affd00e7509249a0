// Numbers of headings and items, brackets that close an item, and lists of units.
#include "intake/task_marks.h"

#include <gtest/gtest.h>

#include "intake/task_units_text.h"

namespace nianbao {
namespace {

TaskMarks three_levels() {
  TaskMarks marks;
  marks.set(TaskLevel::area, *parse_mark_style("一、"));
  marks.set(TaskLevel::part, *parse_mark_style("（一）"));
  marks.set(TaskLevel::item, *parse_mark_style("1."));
  return marks;
}

// "1 16 （十六） 落实": level, number, the mark as written, the rest; "odd" behind it; "-" for none.
std::string find(const std::string& line, const TaskMarks& marks = three_levels()) {
  const auto mark = marks.find(line);
  if (!mark) return "-";
  return std::to_string(static_cast<int>(mark->level)) + " " + std::to_string(mark->number) + " " +
         mark->written + " " + mark->rest + (mark->is_odd ? " odd" : "");
}

TEST(TaskMarks, ReadEveryLevelInEitherWidth) {
  EXPECT_EQ(find("一、深化公开"), "0 1 一、 深化公开");
  EXPECT_EQ(find("十二、 深化"), "0 12 十二、 深化");
  EXPECT_EQ(find("（十六）落实"), "1 16 （十六） 落实");
  EXPECT_EQ(find("(三) 围绕"), "1 3 （三） 围绕");
  EXPECT_EQ(find("（ 四 ）围绕"), "1 4 （四） 围绕");
  EXPECT_EQ(find("1. 抓好"), "2 1 1. 抓好");
  EXPECT_EQ(find("１２．抓好"), "2 12 12. 抓好");
  EXPECT_EQ(find("3、抓好"), "2 3 3. 抓好");
}

TEST(TaskMarks, LetBracketedDigitsStandForChineseOnes) {
  EXPECT_EQ(find("（2） 做好"), "1 2 （二） 做好 odd");
  TaskMarks both = three_levels();
  both.set(TaskLevel::item, *parse_mark_style("（1）"));
  EXPECT_EQ(find("（2）做好", both), "2 2 （2） 做好");
}

TEST(TaskMarks, PassOverWhatIsNoNumber) {
  for (const char* line :
       {"一是深化", "3.5亿元投入", "2022年9月底前", "（责任单位：区司法局）", "第一、甲", "十", "", "（一"}) {
    EXPECT_EQ(find(line), "-") << line;
  }
  EXPECT_EQ(find("3.2022年6月底前完成"), "2 3 3. 2022年6月底前完成");
  EXPECT_EQ(find("99999999999999999999.甲"), "-");
}

TEST(TaskMarks, RefuseExamplesWithoutANumber) {
  for (const char* sample : {"", "一", "1", "、", "甲、"}) EXPECT_FALSE(parse_mark_style(sample)) << sample;
}

using Names = std::vector<std::string>;

TEST(TaskUnits, AreParted) {
  EXPECT_EQ(split_units("各镇〈街〉；区财政局、区税务局", {}), (Names{"各镇〈街〉", "区财政局", "区税务局"}));
  EXPECT_EQ(split_units("县教育和体育局   \n县 水务局\n\n", {}), (Names{"县教育和体育局", "县水务局"}));
  EXPECT_EQ(split_units("甲局(乙、丙中心)、丁局。", {}), (Names{"甲局（乙、丙中心）", "丁局"}));
  EXPECT_EQ(split_units("甲局（乙、丙局", {}), (Names{"甲局（乙", "丙局"}));
  EXPECT_EQ(split_units(" 、，", {}), Names{});
}

TEST(TaskUnits, KeepNamesThatHoldASeparator) {
  UnitWriting writing;
  writing.names = {"县政府各部门、单位"};
  const Names names = split_units("县政府各部门、单位\n各乡镇（街道）", writing);
  EXPECT_EQ(names, (Names{"县政府各部门、单位", "各乡镇（街道）"}));
  EXPECT_EQ(join_units(names), "县政府各部门、单位；各乡镇（街道）");
  EXPECT_EQ(join_units({"甲局", "乙局"}), "甲局、乙局");
  EXPECT_EQ(join_units({}), "");
}

TEST(TaskClosing, IsTakenOffTheText) {
  const std::vector<std::string> labels = {"牵头单位", "责任单位"};
  const auto one = find_closing("做好规划（计划）公开。(责任单位: 甲局、乙局)", labels);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->text, "做好规划（计划）公开。");
  EXPECT_EQ(one->parts.at("责任单位"), "甲局、乙局");
  EXPECT_EQ(one->parts.count("牵头单位"), 0U);
  const auto two = find_closing("做好。（牵头单位：甲局、乙局；责任单位：各镇（街）、丙局）。", labels);
  ASSERT_TRUE(two);
  EXPECT_EQ(two->parts.at("牵头单位"), "甲局、乙局");
  EXPECT_EQ(two->parts.at("责任单位"), "各镇（街）、丙局");
  EXPECT_EQ(two->behind, "");
  EXPECT_FALSE(two->is_open);
}

TEST(TaskClosing, TellsWhatIsWrong) {
  const std::vector<std::string> labels = {"责任单位"};
  EXPECT_EQ(find_closing("做好。（责任单位：甲局）另外", labels)->behind, "另外");
  EXPECT_TRUE(find_closing("做好。（责任单位：甲局", labels)->is_open);
  EXPECT_FALSE(find_closing("责任单位：甲局", labels));
  EXPECT_FALSE(find_closing("（落实责任单位）", labels));
}

}  // namespace
}  // namespace nianbao
