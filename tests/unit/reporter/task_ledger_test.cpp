// A document of tasks becomes a ledger that the program reads again.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <sstream>

#include "intake/ledgers.h"
#include "reporter/reporter.h"
#include "unit/reporter/temp_folder.h"

namespace nianbao {
namespace {

constexpr const char* kDocument =
    "某政办发〔2024〕3号\n\n2024年6月26日\n\n序号\t一级任务\t二级任务\t具体要求\t牵头单位\t责任单位\t完成时限"
    "\n"
    "1\t一、甲\t（一）乙\t做好“公开”，\"含引号\"\t区司法局\t区财政局、各镇（街）\t印发30日内\n"
    "2\t\t\t持续做好\t\t区司法局\t长期坚持\n"
    "3\t\t（二）丙\t公开\t\t区司法局\t9月底前\n";

struct LedgerRun {
  TempFolder folder;
  Setup setup;
  LedgerRun() { setup.plugins_folder = NIANBAO_SOURCE "/plugins"; }

  TaskLedger write(const std::string& document, const std::string& locality = "national",
                   const std::string& issued = {}) {
    return write_task_ledger({document, locality, issued, folder.path("tasks.csv")}, setup);
  }
  TaskLedger write_text(const std::string& text) {
    folder.write("要点.txt", text);
    return write(folder.path("要点.txt"));
  }
  std::string ledger() const {
    std::ifstream file(folder.path("tasks.csv"), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }
};

TEST(TaskLedger, IsWrittenLikeEveryOtherTable) {
  LedgerRun run;
  const TaskLedger result = run.write_text(kDocument);
  EXPECT_EQ(result.outcome.status, 0);
  EXPECT_EQ(result.tasks, 3U);
  EXPECT_EQ(
      run.ledger(),
      "\xEF\xBB\xBF序号,一级任务,二级任务,具体要求,牵头部门,责任单位,完成时限,状态,完成日期,佐证,备注\r\n"
      "1,一、甲,（一）乙,\"做好“公开”，\"\"含引号\"\"\",区司法局,区财政局、各镇（街）,印发30日内,未开始,,,"
      "时限至2024-07-26\r\n"
      "2,一、甲,（一）乙,持续做好,,区司法局,长期坚持,长期坚持,,,\r\n"
      "3,一、甲,（二）丙,公开,,区司法局,9月底前,未开始,,,时限至2024-09-30\r\n");
}

// The document's units are those of the pack's list: what is not in it was misspelt, or badly taken apart.
TEST(TaskLedger, UnitsAreComparedWithTheListOfThePack) {
  LedgerRun run;
  run.folder.write("plugins/national/pack.toml",
                   "id = \"national\"\nname = \"包\"\nversion = \"1\"\napi = 1\n");
  run.folder.write("plugins/national/units.csv", "单位名称\n区司法局\n区审计局\n");
  run.setup.plugins_folder = run.folder.path("plugins");
  const TaskLedger result = run.write_text(kDocument);
  EXPECT_EQ(result.outcome.status, 0);
  std::vector<std::string> told;
  for (const Diagnostic& d : result.outcome.findings) {
    if (d.code == "N-35") told.push_back(d.message);
  }
  EXPECT_EQ(told, std::vector<std::string>{"规则包的单位名单（plugins/national/units.csv）里没有“区财政局”"});
}

TEST(TaskLedger, FaultOfTheListIsAFaultOfThePack) {
  LedgerRun run;
  run.folder.write("plugins/national/pack.toml",
                   "id = \"national\"\nname = \"包\"\nversion = \"1\"\napi = 1\n");
  run.folder.write("plugins/national/units.csv", "单位名称,别名\n区司法局,甲\n区财政局,甲\n");
  run.setup.plugins_folder = run.folder.path("plugins");
  const TaskLedger result = run.write_text(kDocument);
  EXPECT_EQ(result.outcome.status, 1);
  EXPECT_TRUE(run.ledger().empty());
}

TEST(TaskLedger, IsReadAgain) {
  LedgerRun run;
  run.write_text(kDocument);
  const UnitRegister units;
  Diagnostics diagnostics;
  std::vector<Task> tasks;
  LedgerSource source;
  source.files = {{run.folder.path("tasks.csv"), "tasks.csv", ""}};
  read_tasks(source, {units, ReportYear(2024), parse_date("2024-06-26")}, tasks, diagnostics);
  EXPECT_TRUE(diagnostics.sorted().empty());
  ASSERT_EQ(tasks.size(), 3U);
  EXPECT_EQ(tasks[0].deadline, parse_date("2024-07-26"));
  EXPECT_EQ(tasks[0].leads, std::vector<std::string>{"区司法局"});
  EXPECT_EQ(tasks[0].units, (std::vector<std::string>{"区财政局", "各镇（街）"}));
  EXPECT_EQ(tasks[1].status, TaskStatus::standing);
  EXPECT_EQ(tasks[2].part, "（二）丙");
}

TEST(TaskLedger, HasTheSameBytesEveryTime) {
  LedgerRun run;
  run.write_text(kDocument);
  const std::string first = run.ledger();
  run.write_text(kDocument);
  EXPECT_EQ(run.ledger(), first);
}

TEST(TaskLedger, IsNotWrittenWhenNothingCanBeRead) {
  LedgerRun run;
  run.folder.write("tasks.csv", "旧的");
  EXPECT_EQ(run.write_text("没有任务").outcome.status, 2);
  EXPECT_EQ(run.write_text("").outcome.status, 2);
  EXPECT_EQ(run.write(run.folder.path("没有.txt")).outcome.status, 2);
  EXPECT_EQ(run.ledger(), "旧的");
}

TEST(TaskLedger, NeedsALocalityThatIsThere) {
  LedgerRun run;
  run.folder.write("要点.txt", kDocument);
  const TaskLedger result = run.write(run.folder.path("要点.txt"), "natoinal");
  EXPECT_EQ(result.outcome.status, 2);
  EXPECT_NE(result.outcome.failure.find("“national”"), std::string::npos);
  EXPECT_EQ(run.write(run.folder.path("要点.txt"), "../plugins/national").outcome.status, 2);
  EXPECT_EQ(run.ledger(), "");
}

TEST(TaskLedger, NeedsADayThatIsOne) {
  LedgerRun run;
  run.folder.write("要点.txt", kDocument);
  EXPECT_EQ(run.write(run.folder.path("要点.txt"), "national", "六月").outcome.status, 2);
  EXPECT_EQ(run.write(run.folder.path("要点.txt"), "national", "2024-06-31").outcome.status, 2);
  EXPECT_EQ(run.write(run.folder.path("要点.txt"), "national", "2024-06-26").outcome.status, 0);
}

TEST(TaskLedger, NeverTakesThePlaceOfTheDocument) {
  LedgerRun run;
  run.folder.write("要点.csv", kDocument);
  const std::string path = run.folder.path("要点.csv");
  EXPECT_EQ(write_task_ledger({path, "national", "", path}, run.setup).outcome.status, 2);
  EXPECT_EQ(write_task_ledger({path, "national", "", run.folder.path()}, run.setup).outcome.status, 2);
  EXPECT_EQ(write_task_ledger({path, "national", "", path + "/x.csv"}, run.setup).outcome.status, 2);
  ASSERT_EQ(mkfifo(run.folder.path("管道").c_str(), 0600), 0);
  EXPECT_EQ(write_task_ledger({path, "national", "", run.folder.path("管道")}, run.setup).outcome.status, 2);
}

TEST(TaskLedger, IsNotWrittenUnderAFormThatIsWrong) {
  LedgerRun run;
  run.folder.write("要点.txt", kDocument);
  run.folder.write("plugins/national/pack.toml",
                   "id = \"national\"\nname = \"全国\"\nversion = \"1\"\napi = 1\n");
  run.folder.write("plugins/national/tasks.lua", "task_document { form = \"table\",\n  colums = {} }");
  run.setup.plugins_folder = run.folder.path("plugins");
  const TaskLedger result = run.write(run.folder.path("要点.txt"));
  EXPECT_EQ(result.outcome.status, 1);
  EXPECT_EQ(result.outcome.findings.front().code, "C-02");  // in order of the lines: heading is missing
  EXPECT_EQ(result.outcome.findings.back().code, "C-01");
  EXPECT_EQ(run.ledger(), "");
}

}  // namespace
}  // namespace nianbao
