// Annexes of several packs: one list of names, one row of numbers.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

constexpr const char* kNational = R"(
section { id = "annex_list", run = function(doc) doc:attachments { "甲表" } end }
section { id = "annex.own", run = function(doc) doc:annex("甲表") doc:paragraph("甲") end }
)";

// The numbered names, then the headings.
std::string written(const PackFolder& folder) {
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "place", diagnostics);
  if (!book) return "not loaded";
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  std::string text;
  for (const Block& block : book->report(input, diagnostics)) {
    if (const auto* heading = std::get_if<Heading>(&block)) text += "[" + heading->text + "]";
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph != nullptr && paragraph->kind == ParagraphKind::attachment)
      text += paragraph->marker + plain_text(paragraph->spans) + " ";
  }
  for (const std::string& finding : brief(diagnostics)) text += finding;
  return text;
}

std::string written(const std::string& place) {
  const PackFolder folder;
  folder.write("national/report.lua", kNational);
  folder.add_pack("place");
  folder.write("place/report.lua", place);
  return written(folder);
}

TEST(Annex, OneAloneHasNoNumber) {
  EXPECT_EQ(written("convention '略'"), "甲表 [附件　甲表]");
}

TEST(Annex, ASecondListContinuesTheFirst) {
  EXPECT_EQ(written(R"(
section { id = "annex_list", run = function(doc, ctx, base) base() doc:attachments { "乙表", "丙表" } end }
section { id = "annex.more", after = "annex.own", run = function(doc)
  for _, name in ipairs { "丙表", "丁表", "乙表" } do
    if not doc:annex(name) then doc:heading(1, "没有" .. name) end
  end
end })"),
            "1.甲表 2.乙表 3.丙表 [附件1　甲表][附件3　丙表][没有丁表][附件2　乙表]");
}

TEST(Annex, ListsApartAreTwoLists) {
  EXPECT_EQ(written(R"(
section { id = "annex_list", run = function(doc, ctx, base)
  base() doc:heading(2, "另附") doc:attachments { "乙表" }
end })"),
            "甲表 [另附]乙表 [附件　甲表]");
}

}  // namespace
}  // namespace nianbao::test
