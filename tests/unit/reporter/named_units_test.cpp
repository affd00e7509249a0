#include "reporter/named_units.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "reporter/locality.h"
#include "unit/reporter/temp_folder.h"

namespace nianbao {

namespace {

const std::string kUnits =
    "单位名称,类别,别名\n示例县教育局,部门,县教育局\n示例县民政局,部门,\n示例县税务局,垂直管理,\n";

// national, county with a list of names, town without; a body with four cases, one of a misspelt unit and one
// of a unit that the list lacks.
class County {
 public:
  County() {
    pack("national", "");
    pack("county", "extends = \"national\"\n");
    pack("town", "extends = \"county\"\n");
    folder_.write("plugins/county/units.csv", kUnits);
    folder_.write(
        "work/data/reviews.csv",
        "案号,单位,类别,结果,受理日期,结案日期\n1,县教育局,行政复议,结果维持,2024-02-01,2024-03-01\n"
        "2,示例县教育据,行政复议,结果维持,2024-02-01,2024-03-01\n"
        "3,某镇人民政府,行政复议,结果纠正,2024-02-01,2024-03-01\n"
        "4,示例县税务局,行政复议,结果纠正,2024-02-01,2024-03-01\n");
    folder_.write("work/data/units.csv", "单位名称,简称\n县教育局,示例县教育据\n某镇人民政府,示例县税务局\n");
  }

  Compilation compile_under(const std::string& locality, const std::string& ledgers = "") {
    folder_.write("work/report.toml",
                  "year = 2024\nissuer = \"示例县人民政府\"\nbody = \"政府\"\nlevel = \"县级\"\n"
                  "scope = \"汇总\"\nlocality = \"" +
                      locality + "\"\n[ledgers]\nreviews = \"data/reviews.csv\"\n" + ledgers);
    diagnostics = Diagnostics();
    Workspace workspace = *open_workspace(folder_.path("work"), diagnostics);
    const RuleBook rules = *load_rules(folder_.path("plugins"), locality, diagnostics);
    take_units(rules, workspace);
    return compile(
        workspace, WorkingDays(), [](const std::string&, std::int64_t) {}, diagnostics);
  }

  // "U-01 warning@3 ".
  std::string found() const {
    std::string all;
    for (const Diagnostic& d : diagnostics.sorted()) {
      const char* severity = d.severity == Severity::error     ? "error"
                             : d.severity == Severity::warning ? "warning"
                                                               : "note";
      all += d.code + " " + severity + "@" + std::to_string(d.place.row) + " ";
    }
    return all;
  }

  const TempFolder& folder() const { return folder_; }

  Diagnostics diagnostics;

 private:
  void pack(const std::string& id, const std::string& more) {
    folder_.write("plugins/" + id + "/pack.toml",
                  "id = \"" + id + "\"\nname = \"包\"\nversion = \"1\"\napi = 1\n" + more);
  }
  TempFolder folder_;
};

std::vector<std::string> names(const Compilation& compilation) {
  std::vector<std::string> all;
  for (const auto& [unit, tables] : compilation.by_unit) all.push_back(unit);
  return all;
}

// The total of 行政复议.
std::int64_t cases_of(const Compilation& compilation) {
  return compilation.figures.table4->groups[0].back().number;
}

std::string conventions(const Compilation& compilation) {
  std::string all;
  for (const std::string& sentence : compilation.figures.provenance.conventions) all += sentence + "\n";
  return all;
}

TEST(NamedUnits, TellWhoIsTheSameAndLeaveNobodyOut) {
  County county;
  const Compilation c = county.compile_under("county");
  EXPECT_EQ(names(c),
            (std::vector<std::string>{"某镇人民政府", "示例县教育局", "示例县教育据", "示例县税务局"}));
  EXPECT_EQ(cases_of(c), 4);
  EXPECT_EQ(county.found(), "U-01 warning@3 U-01 note@0 ");
  EXPECT_NE(conventions(c).find("plugins/county/units.csv"), std::string::npos);
}

std::string due_units(const Compilation& compilation) {
  std::string all;
  for (const Unit& unit : compilation.units.units()) all += unit.due ? unit.name + " " : "";
  return all;
}

// Who reports may be asked what units are asked: the others may have sent nothing to this body. Of
// 示例县教育局 there may be more under 示例县教育据.
TEST(NamedUnits, AreDueWhenTheyReportUnderOneName) {
  County county;
  EXPECT_EQ(due_units(county.compile_under("county")), "示例县税务局 ");
  county.folder().write("plugins/county/units.csv", kUnits + "示例县某局,部门,示例县教育据\n");
  EXPECT_EQ(due_units(county.compile_under("county")), "示例县教育局 示例县税务局 示例县某局 ");
}

TEST(NamedUnits, AreNotDueWhereAGroupHeldWhatTheyAreAskedFor) {
  County county;
  county.folder().write("plugins/county/units.csv", kUnits + "示例县某局,部门,示例县教育据\n");
  county.folder().write("work/data/activities.csv",
                        "活动名称,类别,主办单位,举办日期\n培训,培训,县政府各部门,2024-05-06\n");
  const Compilation c = county.compile_under("county", "activities = \"data/activities.csv\"\n");
  EXPECT_EQ(due_units(c), "示例县税务局 ");
  EXPECT_EQ(c.figures.activities->by_unit.front().first, "县政府各部门");
}

TEST(NamedUnits, AreOfTheLastPackThatHasThem) {
  County county;
  EXPECT_EQ(county.compile_under("town").units.list_file(), "plugins/county/units.csv");
  county.folder().write("plugins/town/units.csv", "单位名称\n某镇人民政府\n");
  const Compilation c = county.compile_under("town");
  EXPECT_EQ(c.units.list_file(), "plugins/town/units.csv");
  EXPECT_EQ(c.units.units().size(), 1U);
  EXPECT_TRUE(county.compile_under("national").units.is_whole());
}

TEST(NamedUnits, AreNotReadBesideARegister) {
  County county;
  const Compilation c = county.compile_under("county", "units = \"data/units.csv\"\n");
  EXPECT_TRUE(c.units.is_whole());
  EXPECT_EQ(names(c), (std::vector<std::string>{"县教育局", "某镇人民政府"}));
  EXPECT_EQ(county.found(), "");
  EXPECT_EQ(conventions(c).find("units.csv"), std::string::npos);
}

// A register that cannot be found is a fault; another one in its place would hide it.
TEST(NamedUnits, DoNotStandInForALostRegister) {
  County county;
  const Compilation c = county.compile_under("county", "units = \"data/absent.csv\"\n");
  EXPECT_TRUE(c.units.empty());
  EXPECT_EQ(county.found(), "L-05 error@0 ");
}

TEST(NamedUnits, FaultsStandAtThePacksFileAndChangeNoFigure) {
  County county;
  county.folder().write("plugins/county/units.csv", "单位名称,别名\n示例县教育局,县局\n示例县民政局,县局\n");
  EXPECT_EQ(cases_of(county.compile_under("county")), 4);
  EXPECT_NE(county.found().find("U-02 error@3 "), std::string::npos) << county.found();
  for (const Diagnostic& d : county.diagnostics.sorted()) {
    EXPECT_EQ(d.place.file, d.code == "U-02"  ? "plugins/county/units.csv"
                            : d.place.row > 0 ? "data/reviews.csv"
                                              : "");
  }
  county.folder().write("plugins/county/units.csv", "名单\n");
  EXPECT_EQ(cases_of(county.compile_under("county")), 4);
  EXPECT_EQ(county.found(), "L-02 error@0 ");
}

TEST(NamedUnits, AreNotReadThroughALink) {
  County county;
  const std::string file = county.folder().path("plugins/county/units.csv");
  std::filesystem::rename(file, county.folder().path("elsewhere.csv"));
  std::filesystem::create_symlink(county.folder().path("elsewhere.csv"), file);
  EXPECT_TRUE(county.compile_under("county").units.empty());
  EXPECT_EQ(county.found(), "M-01 error@0 ");
}

}  // namespace
}  // namespace nianbao
