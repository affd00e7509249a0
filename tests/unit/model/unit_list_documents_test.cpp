// Every way in which the annexes and brackets of three real documents name units, with the units' own names:
// 莱芜政办发〔2024〕2号, 台政办发〔2022〕4号 and 汶政办字〔2024〕8号. The other two name none.
#include <gtest/gtest.h>

#include "base/text.h"
#include "model/unit_list.h"

namespace nianbao {
namespace {

using Names = std::vector<std::string>;

std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

// One unit of each class that the groups need, and the departments that the document names.
UnitRegister register_of(const Names& departments) {
  UnitRegister units;
  const auto add = [&units](const std::string& name, const char* kind) {
    Unit unit;
    unit.name = name;
    unit.kind = kind;
    units.add(unit);
  };
  add("某街道办事处", "街道办事处");
  add("某镇人民政府", "镇政府");
  add("某乡人民政府", "乡政府");
  for (const std::string& name : departments) add(name, "部门");
  return units;
}

struct ListCase {
  const char* text;
  const char* names;  // G for the groups' streets and towns, * for all departments; others by name
  const char* open;
};

void expect_all(const Names& departments, const std::string& towns, const std::vector<ListCase>& cases) {
  const UnitRegister units = register_of(departments);
  for (const ListCase& c : cases) {
    std::string names = replace_all(c.names, "G", towns);
    names = replace_all(names, "*", joined(departments));
    const UnitList list = read_unit_list(c.text, units);
    EXPECT_EQ(joined(list.names), names) << c.text;
    EXPECT_EQ(joined(list.open), c.open) << c.text;
    EXPECT_EQ(joined(list.unknown), "") << c.text;
  }
}

TEST(UnitListDocuments, Laiwu) {
  const Names departments = {
      "区政府办公室", "区大数据服务中心", "区教育和体育局",     "区住房城乡建设局",
      "区水务局",     "区卫生健康局",     "区农业农村局",       "区人力资源社会保障局",
      "区发展改革局", "区文化和旅游局",   "区商务综合服务中心", "区财政局",
      "区城管局",     "区民政局",         "区行政审批服务局",   "市生态环境局莱芜分局"};
  expect_all(
      departments, "某街道办事处 某镇人民政府",
      {{"各街道（镇）、区政府各部门单位", "G *", ""},
       {"各街道（镇）、区政府有关部门单位", "G", "区政府有关部门单位"},
       {"各街道（镇）、区发展改革局、市生态环境局莱芜分局等有关部门单位",
        "G 区发展改革局 市生态环境局莱芜分局", "有关部门单位"},
       {"各街道（镇）、区发展改革局、区教育和体育局、区住房城乡建设局、区商务综合服务中心",
        "G 区发展改革局 区教育和体育局 区住房城乡建设局 区商务综合服务中心", ""},
       {"各街道（镇）、区发展改革局、区财政局等有关部门单位", "G 区发展改革局 区财政局", "有关部门单位"},
       {"各街道（镇）、区人力资源社会保障局", "G 区人力资源社会保障局", ""},
       {"各街道（镇）、区政府办公室、区大数据服务中心等有关部门单位", "G 区政府办公室 区大数据服务中心",
        "有关部门单位"},
       {"区教育和体育局、区住房城乡建设局、区水务局、区卫生健康局",
        "区教育和体育局 区住房城乡建设局 区水务局 区卫生健康局", ""},
       {"区政府办公室等有关部门单位", "区政府办公室", "有关部门单位"},
       {"各街道（镇）、市生态环境局莱芜分局", "G 市生态环境局莱芜分局", ""},
       {"区大数据服务中心", "区大数据服务中心", ""}});
}

TEST(UnitListDocuments, Taierzhuang) {
  const Names departments = {"区政府办公室",     "区发展改革局",       "区财政局",     "区工业和信息化局",
                             "区农业农村局",     "区商务和投资促进局", "区卫生健康局", "区文化和旅游局",
                             "区地方金融监管局", "区大数据中心",       "区税务局",     "区审批服务局",
                             "区司法局",         "区图书馆",           "区档案馆",     "区生态环境分局"};
  expect_all(
      departments, "某街道办事处 某镇人民政府",
      {{"各镇〈街〉；区发展改革局、区工业和信息化局、区地方金融监管局〈区金融服务中心〉、区大数据中心等部门单"
        "位",
        "G 区发展改革局 区工业和信息化局 区地方金融监管局 区大数据中心", "部门单位"},
       {"各镇〈街〉、区直有关部门单位", "G", "区直有关部门单位"},
       {"各镇〈街〉、区商务和投资促进局、区文化和旅游局等区有关部门单位",
        "G 区商务和投资促进局 区文化和旅游局", "区有关部门单位"},
       {"各镇〈街〉、区政府办公室等区直各部门单位", "G *", ""},
       {"各镇〈街〉、区审批服务局、区大数据中心等有关部门单位", "G 区审批服务局 区大数据中心",
        "有关部门单位"},
       {"区有关部门单位", "", "区有关部门单位"},
       {"区政府办公室、区司法局等区有关部门", "区政府办公室 区司法局", "区有关部门"},
       {"区政府有关部门", "", "区政府有关部门"},
       {"区政府各部门单位", "*", ""},
       {"各镇〈街〉、区政府各部门", "G *", ""},
       {"区政府办公室、区图书馆、区档案馆", "区政府办公室 区图书馆 区档案馆", ""}});
}

TEST(UnitListDocuments, Wenshang) {
  const Names departments = {"县政府办公室",           "县商务局",
                             "县投资促进服务中心",     "县发展和改革局",
                             "县文化和旅游局",         "县民政局",
                             "县住房和城乡建设局",     "县住房保障和房地产发展中心",
                             "市生态环境局汶上县分局", "县人力资源和社会保障局",
                             "县行政审批服务局"};
  expect_all(departments, "某街道办事处 某镇人民政府 某乡人民政府",
             {{"县商务局\n\n县投资促进服务中心", "县商务局 县投资促进服务中心", ""},
              {"各乡镇（街道）人民政府（办事处）", "G", ""},
              {"县政府有关部门、单位\n\n各乡镇（街道）人民政府（办事处）", "G", "县政府有关部门、单位"},
              {"县政府各部门、单位\n\n各乡镇（街道）人民政府（办事处）", "* G", ""},
              {"县政府各部门、单位", "*", ""},
              {"县住房和城乡建设局   \n\n县住房保障和房地产发展中心 \n\n县文化和旅游局",
               "县住房和城乡建设局 县住房保障和房地产发展中心 县文化和旅游局", ""},
              {"市生态环境局汶上县分局", "市生态环境局汶上县分局", ""},
              {"县政府办公室\n\n县行政审批服务局", "县政府办公室 县行政审批服务局", ""},
              {"县发展和改革局\n县民政局\n县人力资源和社会保障局",
               "县发展和改革局 县民政局 县人力资源和社会保障局", ""}});
}

TEST(UnitListDocuments, Salutations) {
  UnitRegister units = register_of({"区政府办公室"});
  Unit street;
  street.name = "运河街道办事处";
  street.kind = "街道办事处";
  units.add(street);
  EXPECT_EQ(joined(read_unit_list("各镇人民政府，运河街道办事处，区政府各部门单位", units).names),
            "某镇人民政府 运河街道办事处 区政府办公室");
  EXPECT_EQ(joined(read_unit_list("各街道（镇）办事处（人民政府），区政府各部门", units).names),
            "某街道办事处 某镇人民政府 运河街道办事处 区政府办公室");
}

}  // namespace
}  // namespace nianbao
