#include "reporter/workspace.h"

#include <gtest/gtest.h>

#include "unit/reporter/temp_folder.h"

namespace nianbao {

namespace {

const std::string kHead =
    "year = 2024\nissuer = \"样例区人民政府\"\nbody = \"政府\"\nlevel = \"县级\"\nscope = \"汇总\"\n";

struct Opened {
  std::optional<Workspace> workspace;
  std::vector<Diagnostic> findings;
};

Opened open(const TempFolder& folder, const std::string& toml) {
  folder.write("report.toml", toml);
  Diagnostics diagnostics;
  Opened opened;
  opened.workspace = open_workspace(folder.path(), diagnostics);
  opened.findings = diagnostics.sorted();
  return opened;
}

std::string summary(const std::vector<Diagnostic>& findings) {
  std::string all;
  for (const Diagnostic& d : findings) all += d.code + "@" + std::to_string(d.place.row) + " ";
  return all;
}

}  // namespace

TEST(Workspace, ReadsWhatTheContractNames) {
  const TempFolder folder;
  folder.write("data/a.csv", "x");
  folder.write("data/b.csv", "x");
  folder.write("data/book.xlsx", "x");
  folder.write("text/other.md", "x");
  const Opened opened = open(folder, kHead + R"(locality = "laiwu"
date = 2025-01-24
[ledgers]
requests = "data/*.csv"
reviews = ["data/a.csv", "data/book.xlsx#复议诉讼"]
[fields.requests]
"来件日期" = "收到日期"
[contact]
phone = "0000-0000000"
[text]
other = "text/other.md"
[[previous.corrections]]
cell = "table3.carried_out.natural_person"
old = 3
new = 4
reason = "漏计一件"
)");
  ASSERT_TRUE(opened.workspace.has_value()) << summary(opened.findings);
  EXPECT_EQ(summary(opened.findings), "");
  const Workspace& w = *opened.workspace;
  EXPECT_EQ(w.body.locality, "laiwu");
  EXPECT_EQ(format_iso(*w.body.date), "2025-01-24");
  ASSERT_EQ(w.ledger("requests")->files.size(), 2U);
  EXPECT_EQ(w.ledger("requests")->files[1].shown_name, "data/b.csv");
  EXPECT_EQ(w.ledger("requests")->fields.at("来件日期"), "收到日期");
  EXPECT_EQ(w.ledger("reviews")->files[1].sheet, "复议诉讼");
  EXPECT_EQ(w.ledger("disclosures"), nullptr);
  EXPECT_EQ(w.texts.at("other").shown_name, "text/other.md");
  ASSERT_EQ(w.body.corrections.size(), 1U);
  EXPECT_EQ(w.body.corrections[0].new_value, 4);
}

TEST(Workspace, ACorrectionOfNoCellIsAFault) {
  const TempFolder folder;
  const Opened opened =
      open(folder,
           "year = 2024\nissuer = \"甲\"\nbody = \"部门\"\nlevel = \"部门\"\nscope = \"本机关\"\n"
           "[[previous.corrections]]\ncell = \"table3.caried_out.natural_person\"\nold = 3\nnew = 4\n"
           "reason = \"漏计\"\n");
  EXPECT_FALSE(opened.workspace.has_value());
  EXPECT_EQ(summary(opened.findings), "C-02@7 ");
  EXPECT_NE(opened.findings.at(0).hint.find("table3.carried_out.natural_person"), std::string::npos)
      << opened.findings.at(0).hint;
}

TEST(Workspace, ReportsEveryFaultOfReportTomlByLine) {
  const TempFolder folder;
  const Opened opened =
      open(folder, "year = \"2024\"\nissure = \"甲\"\nbody = \"政俯\"\nlevel = \"县级\"\nscope = 3\n");
  EXPECT_FALSE(opened.workspace.has_value());
  EXPECT_EQ(summary(opened.findings), "C-02@1 C-02@1 C-01@2 C-02@3 C-02@5 ");
  for (const Diagnostic& d : opened.findings) {
    if (d.code == "C-01") {
      EXPECT_NE(d.hint.find("issuer"), std::string::npos);
    }
    if (d.place.row == 3) {
      EXPECT_NE(d.hint.find("街道办事处"), std::string::npos) << "names what can be written";
    }
  }
}

TEST(Workspace, NamesTheLineOfATomlSyntaxError) {
  const TempFolder folder;
  const Opened opened = open(folder, kHead + "locality = 莱芜\n");
  EXPECT_FALSE(opened.workspace.has_value());
  EXPECT_EQ(summary(opened.findings), "C-02@6 ");
}

TEST(Workspace, SaysWhenThereIsNoReportToml) {
  const TempFolder folder;
  Diagnostics diagnostics;
  EXPECT_FALSE(open_workspace(folder.path(), diagnostics).has_value());
  EXPECT_FALSE(open_workspace(folder.path("nowhere"), diagnostics).has_value());
  EXPECT_EQ(diagnostics.count(Severity::error), 2);
}

TEST(Workspace, GoesOnWithoutAMissingFileAndRemembersIt) {
  const TempFolder folder;
  folder.write("data/requests.csv", "x");
  const Opened opened =
      open(folder, kHead + "[ledgers]\nrequests = \"data/request.csv\"\nreviews = \"无*.csv\"\n");
  ASSERT_TRUE(opened.workspace.has_value());
  EXPECT_EQ(summary(opened.findings), "L-05@0 L-05@0 ");
  EXPECT_EQ(opened.findings[0].place.file, "data/request.csv");
  EXPECT_NE(opened.findings[0].hint.find("requests.csv"), std::string::npos);
  EXPECT_NE(opened.findings[0].hint.find("第 7 行"), std::string::npos);
  EXPECT_EQ(opened.workspace->lost_ledgers, (std::set<std::string>{"requests", "reviews"}));
}

TEST(Workspace, NeverReadsOutsideItself) {
  const TempFolder outside;
  outside.write("secret.csv", "x");
  const TempFolder folder;
  std::filesystem::create_symlink(outside.path("secret.csv"), folder.path("link.csv"));
  std::filesystem::create_directory_symlink(outside.path(), folder.path("linked"));
  const Opened opened = open(
      folder, kHead + "[ledgers]\nrequests = [\"../secret.csv\", \"link.csv\", \"linked/secret.csv\", \"" +
                  outside.path("secret.csv") + "\", \"a/../../x.csv\"]\n");
  ASSERT_TRUE(opened.workspace.has_value());
  EXPECT_EQ(summary(opened.findings), "L-11@0 L-11@0 L-11@0 L-11@0 L-11@0 ");
  EXPECT_EQ(opened.workspace->ledger("requests"), nullptr);
}

TEST(Workspace, TakesOnlyFilesForFiles) {
  const TempFolder folder;
  folder.write("data/a.csv", "x");
  const Opened opened =
      open(folder, kHead + "[ledgers]\nrequests = \"data\"\n[text]\nother = \"data/*.csv\"\n");
  ASSERT_TRUE(opened.workspace.has_value());
  EXPECT_EQ(summary(opened.findings), "L-12@0 L-05@0 ") << "a pattern is for ledgers";
}

TEST(Workspace, RefusesAnEmptyFileName) {
  const TempFolder folder;
  EXPECT_FALSE(open(folder, kHead + "[ledgers]\nrequests = \"\"\n").workspace.has_value());
}

TEST(Workspace, FindsLastYearsTextsInTheirFolder) {
  const TempFolder folder;
  folder.write("data/text/b.md", "x");
  folder.write("data/text/a.md", "x");
  folder.write("data/text/notes.txt", "x");
  folder.write("data/text/.hidden.md", "x");
  const Opened opened = open(folder, kHead + "[previous]\ntext = \"data/text\"\n");
  ASSERT_TRUE(opened.workspace.has_value());
  EXPECT_EQ(summary(opened.findings), "");
  ASSERT_TRUE(opened.workspace->previous_texts.has_value());
  std::string names;
  for (const NamedFile& file : *opened.workspace->previous_texts) names += file.shown_name + " ";
  EXPECT_EQ(names, "data/text/a.md data/text/b.md ");
}

TEST(Workspace, TakesOnlyAFolderWithTextsForLastYearsTexts) {
  const TempFolder folder;
  folder.write("data/text.md", "x");
  std::filesystem::create_directories(folder.path("data/empty"));
  std::string codes;
  for (const char* name : {"data/text.md", "data/none", "data/empty", "../elsewhere"}) {
    const Opened opened = open(folder, kHead + "[previous]\ntext = \"" + name + "\"\n");
    ASSERT_TRUE(opened.workspace.has_value()) << name;
    EXPECT_FALSE(opened.workspace->previous_texts.has_value()) << name;
    codes += summary(opened.findings);
  }
  EXPECT_EQ(codes, "L-12@0 L-05@0 L-05@0 L-11@0 ");
}

TEST(Workspace, KnowsWhenTheTasksWereIssued) {
  const TempFolder folder;
  folder.write("data/tasks.csv", "x");
  const Opened opened =
      open(folder, kHead + "[ledgers]\ntasks = \"data/tasks.csv\"\n[tasks]\nissued = 2024-06-26\n");
  ASSERT_TRUE(opened.workspace.has_value()) << summary(opened.findings);
  EXPECT_EQ(summary(opened.findings), "");
  EXPECT_EQ(opened.workspace->tasks_issued, parse_date("2024-06-26"));
  EXPECT_EQ(open(folder, kHead).workspace->tasks_issued, std::nullopt);
}

TEST(Workspace, RefusesATaskSettingOfTheWrongKind) {
  const TempFolder folder;
  for (const char* issued :
       {"issued = \"去年六月\"", "issued = 2024", "issued = 2024-13-01", "issuedd = 2024-06-26"}) {
    const Opened opened = open(folder, kHead + "[tasks]\n" + issued + "\n");
    EXPECT_FALSE(opened.workspace.has_value()) << issued;
    ASSERT_EQ(opened.findings.size(), 1U) << issued;
    EXPECT_EQ(opened.findings[0].place.row, 7) << issued;
  }
}

}  // namespace nianbao
