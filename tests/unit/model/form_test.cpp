#include <gtest/gtest.h>

#include "model/official_form.h"
#include "model/unit_register.h"

namespace nianbao {

TEST(Outcomes, AreFoundInEveryWording) {
  for (const char* text :
       {"4.保护第三方合法权益", "保护第三方合法权益", "（三）4", "(三)4", "三4", "refused.third_party",
        "（三）不予公开/4.保护第三方合法权益", " 第三方合法权益 "}) {
    EXPECT_EQ(find_outcome(text), Row3::refused_third_party) << text;
  }
}

TEST(Outcomes, FindThemselvesByEveryOfficialName) {
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3 row = static_cast<Row3>(i);
    for (const char* text :
         {form_name(row).key, form_name(row).label, form_name(row).path, form_name(row).brief}) {
      EXPECT_EQ(find_row3(text), row) << text;
      EXPECT_EQ(find_outcome(text), is_outcome(row) ? std::optional<Row3>(row) : std::nullopt) << text;
    }
  }
}

TEST(Outcomes, RefuseABareNumber) {
  for (const char* text : {"1", "4", "", "（三）", "不予公开", "（三）9", "其他处理"})
    EXPECT_FALSE(find_outcome(text).has_value()) << text;
}

TEST(Applicants, TotalIsNone) {
  EXPECT_EQ(find_applicant("商业企业"), Applicant::enterprise);
  EXPECT_FALSE(find_applicant("总计").has_value());
  EXPECT_EQ(find_table3_column("总计"), kTotalColumn);
}

TEST(CaseResults, AreFoundByShortNames) {
  EXPECT_EQ(find_case_result("维持"), CaseResult::upheld);
  EXPECT_EQ(find_case_kind("复议"), CaseKind::review);
  EXPECT_FALSE(find_case_result("总计").has_value());
}

TEST(UnitRegister, FindsByAliasHoweverTyped) {
  UnitRegister units;
  Unit unit;
  unit.name = "区发展和改革局（粮食局）";
  unit.aliases = {"发改局"};
  EXPECT_FALSE(units.add(unit).has_value());
  ASSERT_NE(units.find("区发展和改革局(粮食局)"), nullptr);
  EXPECT_EQ(units.find("发改局")->name, unit.name);
  EXPECT_EQ(units.find("教育局"), nullptr);
}

TEST(UnitRegister, NamesWhatTwoUnitsShare) {
  UnitRegister units;
  units.add({"甲局", "", {"老局"}, "", true, true, "", false, 2});
  EXPECT_EQ(units.add({"乙局", "", {"老局"}, "", true, true, "", false, 3}), "老局");
}

TEST(UnitRegister, AListOfNamesTellsAMisspeltUnitFromAnotherOne) {
  UnitRegister units("plugins/x/units.csv");
  for (const char* name :
       {"示例县财政局", "县教育和体育局", "市生态环境局示例分局", "中都街道办事处", "某镇人民政府"}) {
    units.add({name, "", {}, "", true, true, "", false, 2});
  }
  const std::vector<std::pair<const char*, const char*>> cases = {{"示例县教育和体育局", "县教育和体育局"},
                                                                  {"县教育体育局", "县教育和体育局"},
                                                                  {"县财政居", "示例县财政局"},
                                                                  {"财政局", "示例县财政局"},
                                                                  {"县民政局", ""},
                                                                  {"县水利局", ""},
                                                                  {"示例县民政局", ""},
                                                                  {"汶上街道办事处", ""},
                                                                  {"县教体局", "县教育和体育局"},
                                                                  {"县教育局", "县教育和体育局"},
                                                                  {"示例县财政和国资局", "示例县财政局"},
                                                                  {"教体", ""},
                                                                  {"局", ""},
                                                                  {"示例县财镇人民政府", ""},
                                                                  {"县某局", ""},
                                                                  {"", ""}};
  for (const auto& [written, meant] : cases) {
    const std::string* found = units.likely_meant(written);
    EXPECT_EQ(found == nullptr ? "" : *found, meant) << written;
  }
}

TEST(UnitRegister, AListOfNamesLeavesNobodyOutAndExpectsNobody) {
  UnitRegister units("plugins/x/units.csv");
  units.add({"某县税务局", "垂直管理", {"县税务局"}, "", true, false, "垂直管理", true, 2});
  EXPECT_FALSE(units.is_whole());
  EXPECT_TRUE(UnitRegister().is_whole());
  EXPECT_TRUE(units.counts("某县税务局"));
  EXPECT_FALSE(units.units()[0].due);
  EXPECT_FALSE(units.units()[0].zero_report);
  units.set_due("某县财政局", true);
  EXPECT_FALSE(units.units()[0].due);
  units.set_due("县税务局", true);
  EXPECT_TRUE(units.units()[0].due);
}

}  // namespace nianbao
