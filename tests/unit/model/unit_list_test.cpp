#include "model/unit_list.h"

#include <gtest/gtest.h>

#include "model/unit_group.h"

namespace nianbao {
namespace {

using Names = std::vector<std::string>;

void add(UnitRegister& units, const std::string& name, const std::string& kind, Names aliases = {}) {
  Unit unit;
  unit.name = name;
  unit.kind = kind;
  unit.aliases = std::move(aliases);
  units.add(unit);
}

// One unit or two of every class.
UnitRegister district() {
  UnitRegister units;
  add(units, "某区人民政府", "政府");
  add(units, "区政府办公室", "政府办公室");
  add(units, "区发展改革局", "部门", {"区发改局"});
  add(units, "区教育和体育局", "部门");
  add(units, "区农业农村局", "部门");
  add(units, "区大数据服务中心", "其他");
  add(units, "市生态环境局某分局", "垂直管理");
  add(units, "区招商派出局", "派出机构");
  add(units, "高新区管委会", "功能区管委会");
  add(units, "凤城街道办事处", "街道办事处");
  add(units, "牛泉镇人民政府", "镇政府", {"牛泉镇"});
  add(units, "山前乡人民政府", "乡政府");
  add(units, "区委宣传部", "党委机构（加挂牌子）");
  add(units, "区自来水公司", "公共企事业单位");
  return units;
}

const Names kStreets = {"凤城街道办事处"};
const Names kStreetsAndTowns = {"凤城街道办事处", "牛泉镇人民政府"};
const Names kTownsOfAllKinds = {"凤城街道办事处", "牛泉镇人民政府", "山前乡人民政府"};
const Names kDepartments = {"区政府办公室", "区发展改革局", "区教育和体育局", "区农业农村局"};
const Names kDepartmentsAndUnits = {"区政府办公室", "区发展改革局",     "区教育和体育局",
                                    "区农业农村局", "区大数据服务中心", "市生态环境局某分局",
                                    "区招商派出局"};

Names operator+(Names left, const Names& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

UnitList read(const std::string& text) {
  static const UnitRegister kUnits = district();
  return read_unit_list(text, kUnits);
}

void expect(const std::string& text, const Names& names, const Names& open = {}, const Names& unknown = {}) {
  const UnitList list = read(text);
  EXPECT_EQ(list.names, names) << text;
  EXPECT_EQ(list.open, open) << text;
  EXPECT_EQ(list.unknown, unknown) << text;
}

std::string kinds_of(const std::string& text) {
  const auto group = parse_unit_group(text);
  if (!group) return "no group";
  if (group->open) return "open";
  std::string joined;
  for (const std::string& kind : group->kinds) joined += (joined.empty() ? "" : " ") + kind;
  return joined;
}

TEST(UnitGroup, ReadsTheGroupsOfRealDocuments) {
  EXPECT_EQ(kinds_of("各街道（镇）"), "街道办事处 镇政府");  // 莱芜
  EXPECT_EQ(kinds_of("区政府各部门单位"), "部门 政府办公室 派出机构 垂直管理 其他");
  EXPECT_EQ(kinds_of("区政府有关部门单位"), "open");
  EXPECT_EQ(kinds_of("各功能区管委会"), "功能区管委会");
  EXPECT_EQ(kinds_of("各街道（镇）办事处（人民政府）"), "街道办事处 镇政府");
  EXPECT_EQ(kinds_of("区政府各部门"), "部门 政府办公室");
  EXPECT_EQ(kinds_of("区直各企事业单位"), "公共企事业单位");
  EXPECT_EQ(kinds_of("各乡镇（街道）人民政府（办事处）"), "乡政府 镇政府 街道办事处");  // 汶上
  EXPECT_EQ(kinds_of("县政府各部门、单位"), "部门 政府办公室 派出机构 垂直管理 其他");
  EXPECT_EQ(kinds_of("县政府有关部门、单位"), "open");
  EXPECT_EQ(kinds_of("各镇〈街〉"), "镇政府 街道办事处");  // 台儿庄
  EXPECT_EQ(kinds_of("区直有关部门单位"), "open");
  EXPECT_EQ(kinds_of("区有关部门"), "open");
  EXPECT_EQ(kinds_of("区政府各有关部门单位"), "open");
  EXPECT_EQ(kinds_of("各镇人民政府"), "镇政府");
  EXPECT_EQ(kinds_of("运河街道办事处"), "no group");
}

TEST(UnitGroup, DecidesByTheWordsInside) {
  EXPECT_EQ(kinds_of("各镇街"), "镇政府 街道办事处");
  EXPECT_EQ(kinds_of("各乡镇"), "乡政府 镇政府");
  EXPECT_EQ(kinds_of("各街道办事处"), "街道办事处");
  EXPECT_EQ(kinds_of("各级各部门"), "街道办事处 镇政府 乡政府 部门 政府办公室");
  EXPECT_EQ(kinds_of("各垂管单位"), "垂直管理");
  EXPECT_EQ(kinds_of("各派出机构"), "派出机构");
  EXPECT_EQ(kinds_of("各区直部门"), "部门 政府办公室");
  EXPECT_EQ(kinds_of("全体部门和单位"), "部门 政府办公室 派出机构 垂直管理 其他");
  EXPECT_EQ(kinds_of("各学校"), "open") << "the register has no such class";
  EXPECT_EQ(kinds_of("各责任单位"), "open");
  EXPECT_EQ(kinds_of("区委各部门"), "open");
  EXPECT_EQ(kinds_of("各"), "open");
  EXPECT_EQ(kinds_of("区财政局和区直有关部门"), "no group") << "a name and a group";
  EXPECT_EQ(kinds_of("部门单位"), "no group");
  EXPECT_EQ(kinds_of(std::string(1000, 'x')), "no group");
}

TEST(UnitList, ReadsTheListsOfRealDocuments) {
  expect("各街道（镇）、区政府各部门单位", kStreetsAndTowns + kDepartmentsAndUnits);
  expect("各街道（镇）、区发展改革局、市生态环境局某分局等有关部门单位",
         kStreetsAndTowns + Names{"区发展改革局", "市生态环境局某分局"}, {"有关部门单位"});
  expect("区政府办公室等有关部门单位", {"区政府办公室"}, {"有关部门单位"});
  expect("各街道（镇）、区政府办公室、区大数据服务中心等有关部门单位",
         kStreetsAndTowns + Names{"区政府办公室", "区大数据服务中心"}, {"有关部门单位"});
  expect("县政府各部门、单位\n\n各乡镇（街道）人民政府（办事处）", kDepartmentsAndUnits + kTownsOfAllKinds);
  expect("县政府有关部门、单位\n\n各乡镇（街道）人民政府（办事处）", kTownsOfAllKinds,
         {"县政府有关部门、单位"});
  expect("区教育和体育局\n区发展改革局   \n\n区农业农村局 ",
         {"区教育和体育局", "区发展改革局", "区农业农村局"});
  expect("各镇〈街〉；区发展改革局、区农业农村局、区大数据服务中心等部门单位",
         kStreetsAndTowns + Names{"区发展改革局", "区农业农村局", "区大数据服务中心"}, {"部门单位"});
  expect("各镇〈街〉、区政府办公室等区直各部门单位", kStreetsAndTowns + kDepartmentsAndUnits);
  expect("各镇〈街〉、区农业农村局等区有关部门单位", kStreetsAndTowns + Names{"区农业农村局"},
         {"区有关部门单位"});
  expect("各镇人民政府，凤城街道办事处，区政府各部门单位",
         Names{"牛泉镇人民政府", "凤城街道办事处"} + kDepartmentsAndUnits);
}

TEST(UnitList, NamesEachUnitOnce) {
  expect("区发改局、区政府各部门、区发展改革局、各 部门",
         {"区发展改革局", "区政府办公室", "区教育和体育局", "区农业农村局"});
  expect("牛泉镇、各镇街、各街道", Names{"牛泉镇人民政府"} + kStreets);
}

TEST(UnitList, KeepsANameWithASeparatorWhole) {
  UnitRegister units;
  add(units, "县招商、贸易促进中心", "其他");
  add(units, "甲中心（原乙、丙中心）", "其他");
  const UnitList list = read_unit_list("县招商、贸易促进中心、甲中心(原乙、丙中心)", units);
  EXPECT_EQ(list.names, (Names{"县招商、贸易促进中心", "甲中心（原乙、丙中心）"}));
  EXPECT_TRUE(list.unknown.empty());
}

TEST(UnitList, PartsAtAndOnlyWhereBothSidesAreUnits) {
  expect("区教育和体育局和区农业农村局", {"区教育和体育局", "区农业农村局"});
  expect("区发展改革局以及各镇街", Names{"区发展改革局"} + kStreetsAndTowns);
  expect("区发展改革局会同区直有关部门", {"区发展改革局"}, {"区直有关部门"});
  expect("区和谐发展局", {}, {}, {"区和谐发展局"});
}

TEST(UnitList, TellsWhetherOthersAreMeant) {
  expect("区发改局、区农业农村局等", {"区发展改革局", "区农业农村局"}, {"等"});
  expect("区发改局、区农业农村局等2个部门", {"区发展改革局", "区农业农村局"});
  expect("区发改局等五部门", {"区发展改革局"});
  expect("区中等职业学校", {}, {}, {"区中等职业学校"});
}

TEST(UnitList, LeavesOutHowAUnitTakesPart) {
  expect("牵头单位：区发改局；责任单位：各镇", {"区发展改革局", "牛泉镇人民政府"});
  expect("区发改局牵头，各街道配合，各有关部门按职责分工负责", Names{"区发展改革局"} + kStreets,
         {"各有关部门"});
}

TEST(UnitList, TellsUnknownNamesOnce) {
  expect("区财政局、区发改局、区财政局\n区审计局", {"区发展改革局"}, {}, {"区财政局", "区审计局"});
  expect("区财政局等有关部门", {}, {"有关部门"}, {"区财政局"});
}

TEST(UnitList, GroupWithoutAMemberStaysAsText) {
  UnitRegister units;
  add(units, "甲局", "部门");
  EXPECT_EQ(read_unit_list("各乡镇", units).open, Names{"各乡镇"});
}

TEST(UnitList, WithoutARegisterNothingIsExpanded) {
  const UnitList list = read_unit_list(
      "各街道（镇）、区政府办公室、县政府各部门、单位、区中等职业学校、区教育和体育局等有关部门单位", {});
  EXPECT_EQ(list.names, (Names{"各街道（镇）", "区政府办公室", "县政府各部门、单位", "区中等职业学校",
                               "区教育和体育局"}));
  EXPECT_EQ(list.open, Names{"有关部门单位"});
  EXPECT_TRUE(list.unknown.empty());
}

TEST(UnitList, AListOfNamesKeepsGroupsAndStrangersAsWritten) {
  UnitRegister units("plugins/x/units.csv");
  add(units, "区教育和体育局", "部门", {"区教体局"});
  add(units, "区农业农村局", "部门");
  const UnitList list =
      read_unit_list("区政府各部门、区教体局和区农业农村局（会同区统计局）、区财政局等有关部门单位", units);
  EXPECT_EQ(list.names, (Names{"区政府各部门", "区教育和体育局", "区农业农村局", "区统计局", "区财政局"}));
  EXPECT_EQ(list.unknown, (Names{"区统计局", "区财政局"}));
  EXPECT_EQ(list.open, Names{"有关部门单位"});
}

TEST(UnitList, SurvivesAnyText) {
  expect("", {});
  expect(" 、；\n，等、", {}, {}, {"等"});
  expect("区发改局（乙", {}, {}, {"区发改局（乙"});
  expect("（区发改局、区农业农村局", {"区农业农村局"}, {}, {"（区发改局"});
  for (const char* piece : {"等", "和", "(", "各", "各镇、", "等各", "区发改局和", "、", "负责"}) {
    std::string text;
    while (text.size() < (1 << 16)) text += piece;
    read(text);
    read_unit_list(text, {});
  }
}

TEST(UnitList, UnitsInABracketCountToo) {
  const Names both = {"区教育和体育局", "区农业农村局"};
  expect("区教育和体育局（会同区农业农村局）", both);
  expect("区教育和体育局（配合单位：区农业农村局、区发改局）", both + Names{"区发展改革局"});
  expect("区教育和体育局（区农业农村局、区财政局）", both, {"区财政局"});
  expect("区教育和体育局（会同区财政局）", {"区教育和体育局"}, {"区财政局"});
  expect("区教育和体育局（会同各镇街）、区发改局",
         Names{"区教育和体育局"} + kStreetsAndTowns + Names{"区发展改革局"});
  for (const char* remark : {"配合", "牵头", "挂区体育发展中心牌子"}) {
    expect("区教育和体育局（" + std::string(remark) + "）", {"区教育和体育局"});
  }
}

TEST(UnitList, AGroupWithOthersKeepsItsMembers) {
  expect("各街道（镇）等有关部门", kStreetsAndTowns, {"有关部门"});
  expect("各街道（镇）等有关部门、单位", kStreetsAndTowns, {"有关部门、单位"});
  expect("各部门等3个单位", kDepartments, {"等3个单位"});
  expect("各街道等", kStreets, {"等"});
  expect("有关部门等单位", {}, {"有关部门等单位"});
}

TEST(UnitList, KnowsPublicEnterprises) {
  expect("各公共企事业单位", {"区自来水公司"});
}

}  // namespace
}  // namespace nianbao
