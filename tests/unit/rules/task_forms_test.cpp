// tasks.lua: how a locality's document of tasks is declared, and every way to get that wrong.
#include "rules/task_forms.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

struct Loaded {
  std::optional<TaskForm> form;
  std::vector<Diagnostic> findings;

  // "C-01@3 …": code and line.
  std::string codes() const {
    std::string out;
    for (const Diagnostic& d : findings)
      out += (out.empty() ? "" : " ") + d.code + "@" + std::to_string(d.place.row);
    return out;
  }
};

Loaded load(const PackFolder& folder, const std::string& locality) {
  Loaded loaded;
  Diagnostics diagnostics;
  loaded.form = load_task_form(folder.path(), locality, diagnostics);
  loaded.findings = diagnostics.sorted();
  return loaded;
}

Loaded load(const std::string& script) {
  const PackFolder folder;
  folder.add_pack("laiwu");
  folder.write("laiwu/tasks.lua", script);
  return load(folder, "laiwu");
}

const std::string kTable =
    "task_document {\n  form = \"table\",\n  heading = { \"工作任务\", \"责任单位\" },\n"
    "  columns = { \"具体要求\", \"责任单位\" },\n";
const std::string kItems =
    "task_document {\n  form = \"items\",\n  marks = { area = \"一、\", item = \"1.\" },\n";

TEST(TaskForms, ReadATable) {
  const Loaded l = load(
      kTable +
      "  carry = { \"具体要求\", { \"责任单位\", only_with = \"牵头部门\" } },\n  standing = { \"常抓\" },\n"
      "  document = { number = \"甲发〔2024〕1号\", issued = \"2024-06-26\", tasks = 3 },\n"
      "  separators = \"、\", names = { \"甲、乙\" }, furniture = { \"页\" }, preface_asks = true,\n"
      "  ends = \"附件\" }");
  EXPECT_EQ(l.codes(), "");
  ASSERT_TRUE(l.form);
  EXPECT_EQ(l.form->shape, TaskShape::table);
  EXPECT_EQ(l.form->columns, (std::vector<std::optional<TaskField>>{TaskField::text, TaskField::units}));
  ASSERT_EQ(l.form->carry.size(), 2U);
  EXPECT_FALSE(l.form->carry[0].only_with);
  EXPECT_EQ(l.form->carry[1].only_with, TaskField::leads);
  EXPECT_EQ(l.form->known.tasks, 3);
  EXPECT_EQ(l.form->known.issued, parse_date("2024-06-26"));
  EXPECT_EQ(l.form->units.separators, "、\n");
  EXPECT_TRUE(l.form->preface_asks);
}

TEST(TaskForms, ReadItems) {
  const Loaded l = load(kItems +
                        "  closing = { [\"牵头单位\"] = \"牵头部门\", [\"责任单位\"] = \"责任单位\" },\n"
                        "  title = true, deadline_in_text = true, begins = \"主要任务\" }");
  EXPECT_EQ(l.codes(), "");
  ASSERT_TRUE(l.form);
  EXPECT_EQ(l.form->shape, TaskShape::items);
  EXPECT_TRUE(l.form->marks.has(TaskLevel::area));
  EXPECT_FALSE(l.form->marks.has(TaskLevel::part));
  EXPECT_EQ(l.form->closing.size(), 2U);
  EXPECT_TRUE(l.form->has_title);
}

TEST(TaskForms, NameTheLineOfAnUnknownKeyAndTheNearest) {
  const Loaded l = load(kTable + "  -- carri = 1\n  carri = { \"责任单位\" },\n}");
  EXPECT_EQ(l.codes(), "C-01@6");
  EXPECT_FALSE(l.form);
  EXPECT_NE(l.findings.front().place.file.find("laiwu/tasks.lua"), std::string::npos);
  EXPECT_NE(l.findings.front().hint.find("carry"), std::string::npos);
}

TEST(TaskForms, SayWhatIsExpected) {
  const Loaded l = load(kTable + "  deadline_in_text = \"yes\",\n  from = \"一、\" }");
  const auto& found = l.findings;
  ASSERT_EQ(found.size(), 2U);
  for (const Diagnostic& fault : found) {
    if (fault.code == "C-02") {
      EXPECT_EQ(fault.message, "“deadline_in_text”应为 true 或 false");
    } else {
      EXPECT_EQ(fault.message, "task_document 不认识“from”这个键");
      EXPECT_NE(fault.hint.find("可用的键：form、"), std::string::npos) << fault.hint;
    }
  }
}

TEST(TaskForms, LookIntoTheInnerTables) {
  EXPECT_EQ(load(kTable + "  document = { numbr = \"1\" } }").codes(), "C-01@5");
  EXPECT_EQ(load(kItems + "  document = {\n  issued = \"六月\",\n  tasks = 0 } }").codes(), "C-02@5 C-02@6");
  EXPECT_EQ(load("task_document {\n form = \"items\",\n marks = { itme = \"1.\" } }").codes(),
            "C-01@3 C-02@3");
  EXPECT_EQ(load(kTable + "  carry = { { \"责任单位\", only_wiht = \"牵头部门\" } } }").codes(), "C-01@5");
}

TEST(TaskForms, RefuseWrongTypesAndValues) {
  EXPECT_EQ(load("task_document { form = \"表\" }").codes(), "C-02@1");
  EXPECT_EQ(load("task_document { form = \"table\",\n heading = \"a\",\n columns = { 1 } }").codes(),
            "C-02@2 C-02@2 C-02@3 C-02@3");
  const Loaded column = load(
      "task_document { form = \"table\", heading = { \"a\" },\n columns = { \"责任单位\", \"具体要球\" } }");
  EXPECT_EQ(column.codes(), "C-02@2 C-02@2");
  EXPECT_NE(column.findings.front().hint.find("具体要求"), std::string::npos);
  EXPECT_EQ(load(kTable + " preface_asks = \"是\" }").codes(), "C-02@5");
  EXPECT_EQ(load(kTable + " title = true }").codes(), "C-02@5");
  EXPECT_EQ(load(kItems + " columns = { \"具体要求\" } }").codes(), "C-02@4");
  EXPECT_EQ(load(kItems + " closing = { [\"责任单位\"] = \"备注\" } }").codes(), "C-02@4");
  EXPECT_EQ(load("task_document { form = \"items\",\n marks = { item = \"1.\", area = \"甲\", part = "
                 "\"（一）\" },\n title = true }")
                .codes(),
            "C-02@2 C-02@3");
  EXPECT_EQ(load(kTable + " \"没有名称\" }").codes(), "C-02@1");
  EXPECT_EQ(load(kTable + " ends = string.sub(\"附件\", 1, 2) }").codes(), "C-02@5");
}

TEST(TaskForms, RefuseWhatBelongsElsewhere) {
  EXPECT_EQ(load(kItems + "  closing = { \"责任单位\" },\n}\n").codes(), "C-02@4");
  for (const char* stray : {"check { code = 'LW-01', severity = 'note', title = '一', run = function() end }",
                            "section { id = 'other', run = function() end }", "convention '略'",
                            "field { ledger = 'tasks', heading = '甲', means = '备注' }",
                            "drop { rule = 'T3-04', reason = '略' }"}) {
    const Loaded l = load(kTable + "}\n" + stray + "\n");
    EXPECT_EQ(l.codes(), "M-02@6") << stray;
    EXPECT_FALSE(l.form);
    EXPECT_NE(l.findings.front().message.find("tasks.lua"), std::string::npos) << l.findings.front().message;
  }
}

TEST(TaskForms, AreNotDeclaredInOtherFiles) {
  const PackFolder folder;
  folder.add_pack("laiwu");
  folder.write("laiwu/checks.lua", "\ntask_document { form = \"table\" }\n");
  const auto found = with_code(run_checks(folder, "laiwu"), "M-02");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.row, 2);
}

TEST(TaskForms, RefuseFilesThatDoNotRun) {
  EXPECT_EQ(load("local a = 1").codes(), "C-02@0");
  EXPECT_EQ(load("task_document {").codes(), "M-01@1");
  EXPECT_EQ(load("\nerror('x')").codes(), "M-02@2");
  EXPECT_EQ(load(kItems + "}\ntask_document { form = \"items\" }").codes(), "M-02@5");
  EXPECT_EQ(load("task_document(1)").codes(), "M-02@1");
  EXPECT_EQ(load("while true do end").codes(), "M-03@1");
}

TEST(TaskForms, BelongToTheLastPackThatHasThem) {
  const PackFolder folder;
  folder.add_pack("shandong");
  folder.add_pack("laiwu", "extends = \"shandong\"\n");
  folder.write("shandong/tasks.lua", kItems + "}");
  EXPECT_EQ(load(folder, "laiwu").form->shape, TaskShape::items);
  folder.write("laiwu/tasks.lua", kTable + "}");
  EXPECT_EQ(load(folder, "laiwu").form->shape, TaskShape::table);
  EXPECT_EQ(load(folder, "national").form->shape, TaskShape::plain);
}

TEST(TaskForms, AreLeftAloneByReports) {
  const PackFolder folder;
  folder.add_pack("laiwu");
  folder.write("laiwu/tasks.lua", "error('x')");
  Diagnostics diagnostics;
  EXPECT_TRUE(RuleBook::load(folder.path(), "laiwu", diagnostics));
  EXPECT_TRUE(diagnostics.sorted().empty());
}

TEST(TaskForms, OfTheProjectAreSound) {
  for (const char* locality : {"laiwu", "zibo-hitech", "taierzhuang", "gumei", "wenshang"}) {
    const std::string folder = NIANBAO_SOURCE "/plugins";
    if (!std::filesystem::exists(folder + "/" + locality)) continue;
    Diagnostics diagnostics;
    const auto form = load_task_form(folder, locality, diagnostics);
    EXPECT_TRUE(form && form->shape != TaskShape::plain) << locality;
    EXPECT_TRUE(diagnostics.sorted().empty()) << locality;
  }
}

}  // namespace
}  // namespace nianbao::test
