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
            "1.甲表 2.乙表 3.丙表 [附件1　甲表][附件3　丙表][没有丁表][附件2　乙表]M-02 error ");
}

TEST(Annex, ListsApartAreTwoLists) {
  EXPECT_EQ(written(R"(
section { id = "annex_list", run = function(doc, ctx, base)
  base() doc:heading(2, "另附") doc:attachments { "乙表" }
end })"),
            "甲表 [另附]乙表 [附件　甲表]M-02 error ")
      << "and 乙表 is not begun";
}

// The findings of writing it, each as "file:line message（hint）".
std::string faults_of(const std::string& place) {
  const PackFolder folder;
  folder.write("national/report.lua", kNational);
  folder.add_pack("place");
  folder.write("place/report.lua", place);
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "place", diagnostics);
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  book->report(input, diagnostics);
  std::string text;
  for (const Diagnostic& d : diagnostics.sorted()) {
    const std::string& file = d.place.file;
    text += file.substr(file.rfind('/', file.rfind('/') - 1) + 1) + ":" + std::to_string(d.place.row) + " " +
            d.message + "（" + d.hint + "）";
  }
  return text;
}

TEST(Annex, AMisspeltNameIsOneFaultAtItsLineWithTheNearest) {
  EXPECT_EQ(faults_of("section { id = 'annex_list.more', after = 'annex_list', run = function(doc)\n"
                      "  doc:attachments { '各乡镇情况' } end }\n"
                      "section { id = 'annex.more', after = 'annex.own', run = function(doc)\n"
                      "  doc:annex('各乡鎮情况') doc:paragraph('略') end }\n"),
            "place/report.lua:4 附件说明里没有附件“各乡鎮情况”（是不是“各乡镇情况”？doc:attachments 和 "
            "doc:annex 里的名称要相同）");
}

TEST(Annex, ANameThatIsListedAndNotBegunIsAFault) {
  EXPECT_EQ(faults_of("section { id = 'annex_list.more', after = 'annex_list', run = function(doc)\n"
                      "  doc:attachments { '乙表' } end }\n"),
            "place/report.lua:2 附件说明列了附件“乙表”，报告里没有这个附件（用 doc:annex "
            "写它的标题，没有内容的不要列出）");
}

TEST(Annex, ARewrittenAnnexWithoutItsHeadingIsTheFaultOfThatPack) {
  EXPECT_EQ(faults_of("\nsection { id = 'annex.own', run = function(doc) doc:paragraph('乙') end }\n"),
            "place/report.lua:2 附件说明列了附件“甲表”，报告里没有这个附件（重写章节 annex.own 时用 "
            "base()，或者用 doc:annex 写它的标题）");
}

TEST(Annex, ARewrittenListWithoutAnEarlierNameIsTheFaultOfThatPack) {
  EXPECT_EQ(faults_of("section { id = 'annex_list', run = function(doc) doc:attachments { '乙' } end }\n"
                      "section { id = 'annex.more', after = 'annex.own', run = function(doc)\n"
                      "  doc:annex('乙') end }\n"),
            "place/report.lua:1 附件说明里没有附件“甲表”（重写附件说明（annex_list）时用 "
            "base()，或者把它也写进 doc:attachments）");
}

TEST(Annex, AfterAFailedSectionOnlyThatIsSaid) {
  const std::string faults = faults_of(
      "section { id = 'annex_list', run = function(doc, ctx, base) base() error('坏了') end }\n"
      "section { id = 'annex.more', after = 'annex.own', run = function(doc) doc:annex('乙') end }\n");
  EXPECT_NE(faults.find("坏了"), std::string::npos) << faults;
  EXPECT_EQ(faults.find("附件说明"), std::string::npos) << faults;
}

}  // namespace
}  // namespace nianbao::test
