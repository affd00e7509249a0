// Whole files, made with fonts of the tests' own and read back by other programs (poppler, qpdf).
#include <regex>
#include <set>

#include "base/text.h"
#include "export/pdf_export.h"
#include "export/pdf_fonts.h"
#include "pdf_made_font.h"
#include "pdf_test_support.h"

namespace nianbao {
namespace {

// One font in every role: "BabelStone Han" closes every chain.
class PdfWrite : public testing::Test {
 protected:
  std::unique_ptr<FontChains> fonts(const std::u32string& characters, int width = 1000) const {
    const MadeFont font{
        .names = regular_names(u"BabelStone Han", u"Made Han"), .characters = characters, .width = width};
    return std::make_unique<FontChains>(std::vector{folder_.write("made.otf", made_font(font))});
  }
  // Writes the file and returns its path.
  std::string file(const PageSet& pages, const FontSet& set) const {
    return folder_.write("out.pdf", write_pdf(pages, set, some_info()));
  }
  // Uncompressed, for a look at operators and objects.
  static std::string plain(const std::string& path) {
    return run("qpdf --qdf --object-streams=disable " + path + " -").output;
  }
  static std::string extracted(const std::string& path) {
    return run("pdftotext -enc UTF-8 " + path + " -").output;
  }

  TemporaryFolder folder_;
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_F(PdfWrite, IsSoundAndSaysWhatWasWritten) {
  NEEDS_PROGRAM("qpdf");
  NEEDS_PROGRAM("pdftotext");
  const auto set = fonts(U"甲乙丙\U0002CB5A");
  const std::string path =
      file(one_page({placed_text(U"丙甲\U0002CB5A"), placed_text(U"乙乙甲", FontRole::hei, 600)}), *set);
  const Ran checked = run("qpdf --check " + path);
  EXPECT_EQ(checked.status, 0) << checked.output;
  EXPECT_EQ(extracted(path), "丙甲\U0002CB5A\n\n乙乙甲\n\n\f");
}

TEST_F(PdfWrite, EveryFontIsEmbeddedSubsetAndSearchable) {
  NEEDS_PROGRAM("pdffonts");
  const auto set = fonts(U"甲乙");
  const std::string listed =
      run("pdffonts " + file(one_page({placed_text(U"甲"), placed_text(U"乙", FontRole::kai)}), *set)).output;
  EXPECT_TRUE(
      std::regex_search(listed, std::regex("[A-Z]{6}\\+MadeHan\\S* +CID Type 0C +Identity-H +yes yes yes")))
      << listed;
}

TEST_F(PdfWrite, SameInputSameBytes) {
  const PageSet pages = one_page({placed_text(U"甲乙"), placed_text(U"乙", FontRole::fang_bold)});
  const std::string first = write_pdf(pages, *fonts(U"甲乙"), some_info());
  EXPECT_EQ(first, write_pdf(pages, *fonts(U"甲乙"), some_info()));
}

std::string id_of(const std::string& pdf) {
  std::smatch found;
  const std::string tail = pdf.substr(pdf.rfind("trailer"));
  return std::regex_search(tail, found, std::regex("/ID\\s*\\[\\s*<([0-9A-F]{32})>")) ? found[1].str() : "";
}

TEST_F(PdfWrite, DifferentContentHasADifferentId) {
  const auto set = fonts(U"甲乙");
  const std::string one = id_of(write_pdf(one_page({placed_text(U"甲")}), *set, some_info()));
  const std::string two = id_of(write_pdf(one_page({placed_text(U"乙")}), *set, some_info()));
  EXPECT_EQ(one.size(), 32U);
  EXPECT_NE(one, two);
}

TEST_F(PdfWrite, TitleAuthorAndDateComeFromTheInfoAlone) {
  NEEDS_PROGRAM("pdfinfo");
  const auto set = fonts(U"甲");
  const std::string facts = run("TZ=UTC pdfinfo " + file(one_page({placed_text(U"甲")}), *set)).output;
  EXPECT_TRUE(contains(facts, "某区人民政府2024年政府信息公开工作年度报告")) << facts;
  EXPECT_TRUE(contains(facts, "Jan 24 00:00:00 2025")) << facts;
  EXPECT_FALSE(contains(facts, "PoDoFo")) << facts;
  const std::string undated =
      folder_.write("b.pdf", write_pdf(one_page({placed_text(U"甲")}), *set, {"题", "人", "", "nianbao"}));
  EXPECT_FALSE(contains(run("pdfinfo " + undated).output, "CreationDate"));
}

TEST_F(PdfWrite, MetadataIsReadableAndEscaped) {
  const std::string pdf =
      write_pdf(one_page({placed_text(U"甲")}), *fonts(U"甲"), {"甲<乙>&丙", "丁", "2025-01-24", "nianbao"});
  EXPECT_TRUE(contains(pdf, "<rdf:li xml:lang=\"x-default\">甲&lt;乙&gt;&amp;丙</rdf:li>"));
  EXPECT_TRUE(contains(pdf, "<xmp:CreateDate>2025-01-24</xmp:CreateDate>"));
  EXPECT_TRUE(contains(pdf, "/DisplayDocTitle true"));
  EXPECT_TRUE(contains(pdf, "/Lang (zh-CN)"));
  EXPECT_TRUE(contains(pdf, "/PageLabels"));
}

TEST_F(PdfWrite, LetterSpacingIsSetOnceForTextsThatShareIt) {
  NEEDS_PROGRAM("qpdf");
  PlacedText one = placed_text(U"甲乙"), two = placed_text(U"乙甲", FontRole::fang, 600),
             three = placed_text(U"甲", FontRole::fang, 500);
  one.letter_spacing = two.letter_spacing = -0.21;
  const std::string shown = plain(file(one_page({one, two, three}), *fonts(U"甲乙")));
  const auto first = shown.find("-0.21 Tc");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(shown.find("-0.21 Tc", first + 1), std::string::npos);
  EXPECT_TRUE(contains(shown, "\n0 Tc"));
}

TEST_F(PdfWrite, WidthsAreThoseThatLayoutMeasured) {
  NEEDS_PROGRAM("qpdf");
  const auto set = fonts(U"甲乙", 612);
  EXPECT_EQ(set->advance(FontRole::fang, U'甲'), 612);
  const std::string shown = plain(file(one_page({placed_text(U"甲乙")}), *set));
  EXPECT_TRUE(std::regex_search(shown, std::regex("/W \\[\\s+0\\s+\\[\\s+612\\s+612\\s+612\\s+\\]")))
      << shown;
}

// U+2015 is drawn with the glyph of U+2014, and is still itself to a search.
TEST_F(PdfWrite, CharactersThatShareAGlyphStayApartInTheText) {
  NEEDS_PROGRAM("pdftotext");
  EXPECT_EQ(extracted(file(one_page({placed_text(U"甲\u2014\u2015甲")}), *fonts(U"\u2014甲"))),
            "甲—―甲\n\n\f");
}

TEST_F(PdfWrite, MissingGlyphIsABoxThatCanBeSearched) {
  NEEDS_PROGRAM("qpdf");
  NEEDS_PROGRAM("pdftotext");
  const auto set = fonts(U"甲乙");
  const std::string path = file(one_page({placed_text(U"甲丙乙")}), *set);
  EXPECT_EQ(extracted(path), "甲丙乙\n\n\f");
  EXPECT_TRUE(contains(plain(path), "97.28 699.04 13.44 13.44 re"));  // 甲 is 16 pt wide, from 80
}

TEST_F(PdfWrite, MissingGlyphBringsNoBlankIntoTheText) {
  NEEDS_PROGRAM("pdftotext");
  EXPECT_EQ(extracted(file(one_page({placed_text(U"甲丙乙丙丙甲")}), *fonts(U"甲乙", 400))),
            "甲丙乙丙丙甲\n\n\f");
}

TEST_F(PdfWrite, WithoutAnyFontEveryCharacterIsABox) {
  NEEDS_PROGRAM("qpdf");
  const std::string path = file(one_page({placed_text(U"甲乙")}), FontChains({}));
  EXPECT_EQ(run("qpdf --check " + path).status, 0);
  const std::string shown = plain(path);
  EXPECT_TRUE(contains(shown, "81.28 699.04 13.44 13.44 re"));
  EXPECT_TRUE(contains(shown, "97.28 699.04 13.44 13.44 re"));
}

TEST_F(PdfWrite, BoldBodyIsStrokedAndStillText) {
  NEEDS_PROGRAM("pdftotext");
  const std::string path =
      file(one_page({placed_text(U"甲乙", FontRole::fang_bold), placed_text(U"乙", FontRole::fang, 600)}),
           *fonts(U"甲乙"));
  EXPECT_EQ(extracted(path), "甲乙\n\n乙\n\n\f");
  const std::string shown = plain(path);
  EXPECT_LT(shown.find("2 Tr"), shown.find("0 Tr"));
  EXPECT_NE(shown.find("0 Tr"), std::string::npos);
}

TEST_F(PdfWrite, LinkLiesOverItsTextAndItsAddressIsEscaped) {
  NEEDS_PROGRAM("pdfinfo");
  PlacedText one = placed_text(U"甲乙"), two = placed_text(U"丙");
  one.link = two.link = "http://www.example.gov.cn/信 息?a=%41";
  two.x = one.x + 32;
  const std::string path = file(one_page({one, two}), *fonts(U"甲乙丙"));
  const std::string links = run("pdfinfo -url " + path).output;
  EXPECT_TRUE(contains(links, "http://www.example.gov.cn/%E4%BF%A1%20%E6%81%AF?a=%41")) << links;
  EXPECT_EQ(links.find("example"), links.rfind("example")) << "one area for both: " << links;
  EXPECT_TRUE(
      std::regex_search(plain(path), std::regex("/Rect \\[\\s+80\\s+698.080*\\s+128\\s+714.080*\\s+\\]")));
}

TEST_F(PdfWrite, BookmarksNestAndAreOpen) {
  NEEDS_PROGRAM("qpdf");
  PageSet pages = one_page({placed_text(U"甲")});
  pages.pages.push_back(pages.pages.front());
  pages.bookmarks = {{1, "一、总体情况", 0, 700},
                     {2, "（一）\U0002CB5A", 0, 600},
                     {2, "（二）", 1, 700},
                     {1, "二、主动公开", 1, 500}};
  const std::string path = file(pages, *fonts(U"甲"));
  EXPECT_EQ(run("qpdf --check " + path).status, 0);
  const std::string shown = plain(path);
  EXPECT_TRUE(contains(shown, "/Count 4"));
  EXPECT_TRUE(contains(shown, "/PageMode /UseOutlines"));
  EXPECT_TRUE(std::regex_search(shown, std::regex("/Dest \\[\\s+\\d+ 0 R\\s+/XYZ\\s+0\\s+600\\s+0\\s+\\]")))
      << shown;
}

TEST_F(PdfWrite, TurnedPageKeepsItsSheetAndIsShownAcross) {
  NEEDS_PROGRAM("qpdf");
  NEEDS_PROGRAM("pdftotext");
  PageSet pages = one_page({placed_text(U"甲乙丙", FontRole::song, 500)});
  pages.pages[0].rotated = true;
  pages.pages[0].texts[0].link = "http://x";
  pages.pages[0].number = placed_text(U"丙", FontRole::song, 60);
  const std::string path = file(pages, *fonts(U"甲乙丙"));
  const std::string shown = plain(path);
  EXPECT_TRUE(contains(shown, "/Rotate 90"));
  EXPECT_TRUE(contains(shown, "0 1 -1 0 595.276 0 cm"));
  EXPECT_LT(shown.find("\nQ\n"), shown.find("/Subtype /Footer")) << "the number is not turned";
  // Turned (80, 498.08)–(128, 514.08) lies on the sheet at (595.276 − y, x).
  EXPECT_TRUE(
      std::regex_search(shown, std::regex("/Rect \\[\\s+81.196\\d*\\s+80\\s+97.196\\d*\\s+128\\s+\\]")))
      << shown;
  EXPECT_TRUE(contains(extracted(path), "甲乙丙"));
}

TEST_F(PdfWrite, DraftIsMarkedOnEveryPageAndDoesNotBreakTheText) {
  NEEDS_PROGRAM("pdftotext");
  PageSet pages = one_page(
      {placed_text(U"甲甲甲甲", FontRole::fang, 430), placed_text(U"乙乙乙乙", FontRole::fang, 410)});
  pages.pages.push_back(pages.pages.front());
  pages.pages[1].rotated = true;
  pages.draft = true;
  const std::string path = file(pages, *fonts(U"乙甲稿草"));
  EXPECT_EQ(run("pdftotext -raw " + path + " -").output,
            "草稿\n甲甲甲甲\n乙乙乙乙\n\f草稿\n甲甲甲甲\n乙乙乙乙\n\f");
  const std::string shown = plain(path);
  EXPECT_TRUE(contains(shown, "/Draft Do"));
  EXPECT_TRUE(contains(shown, "/Subtype /Watermark"));
  pages.draft = false;
  EXPECT_FALSE(contains(plain(file(pages, *fonts(U"乙甲稿草"))), "Draft"));
}

TEST_F(PdfWrite, LinesAndPageNumberAreDrawn) {
  NEEDS_PROGRAM("qpdf");
  PageSet pages = one_page({placed_text(U"甲")});
  pages.pages[0].lines = {{80, 700, 500, 700, 1.0}, {80, 680.5, 500, 680.5, 0.5}, {80, 660, 500, 660, 0.5}};
  pages.pages[0].number = placed_text(U"乙", FontRole::song, 60);
  const std::string shown = plain(file(pages, *fonts(U"甲乙")));
  EXPECT_TRUE(
      contains(shown, "80 700 m 500 700 l S\n0.5 w\n80 680.5 m 500 680.5 l S\n80 660 m 500 660 l S\n"))
      << shown;
  EXPECT_TRUE(contains(shown, "/Artifact << /Type /Pagination /Subtype /Footer >> BDC"));
}

TEST_F(PdfWrite, BoxesAreFilledUnderLinesAndTexts) {
  NEEDS_PROGRAM("qpdf");
  PageSet pages = one_page({placed_text(U"甲"), placed_text(U"乙", FontRole::fang, 600)});
  pages.pages[0].texts[0].colour = kWhite;
  pages.pages[0].lines = {{80, 700, 500, 700, 1.0}};
  pages.pages[0].boxes = {
      {80, 690.25, 20, 30, {51, 102, 255}}, {90, 690, 5, 5, {51, 102, 255}}, {0, 0, 9, 9}};
  const std::string shown = plain(file(pages, *fonts(U"甲乙")));
  EXPECT_TRUE(contains(shown,
                       "0.2 0.4 1 rg\n80 690.25 20 30 re f\n90 690 5 5 re f\n0 0 0 rg\n0 0 9 9 re f\n"
                       "80 700 m 500 700 l S\n1 1 1 rg\nBT\n"))
      << shown;
  // The next text is black again.
  EXPECT_TRUE(contains(shown, "ET\n0 0 0 rg\nBT\n")) << shown;
}

TEST_F(PdfWrite, ColoursEndWithTheirPage) {
  NEEDS_PROGRAM("qpdf");
  PageSet pages = one_page({placed_text(U"甲")});
  pages.pages[0].texts[0].colour = kWhite;
  pages.pages[0].number = placed_text(U"乙", FontRole::song, 60);
  const std::string shown = plain(file(pages, *fonts(U"甲乙")));
  EXPECT_TRUE(contains(shown, "ET\nQ\n/Artifact")) << shown;
}

TEST_F(PdfWrite, BrokenFontIsRefusedInWords) {
  const MadeFont font{.names = regular_names(u"BabelStone Han", u"Made"), .characters = U"甲"};
  MadeTables tables = made_tables(font);
  tables[0].second.resize(8);  // CFF
  const FontChains broken({folder_.write("broken.otf", sfnt(tables))});
  try {
    write_pdf(one_page({placed_text(U"甲")}), broken, some_info());
    FAIL() << "a broken font was embedded";
  } catch (const std::runtime_error& error) {
    EXPECT_TRUE(contains(error.what(), "字体 Made 不能嵌入 PDF")) << error.what();
  }
}

TEST_F(PdfWrite, NoPagesAreRefused) {
  EXPECT_THROW(write_pdf({}, FontChains({}), some_info()), std::runtime_error);
}

// The fonts of the machine: CID-keyed CFF (Fandol) and TrueType (the fallback) in one line.
TEST_F(PdfWrite, RareCharactersOfNamesExtractFromRealFonts) {
  NEEDS_PROGRAM("pdftotext");
  NEEDS_PROGRAM("pdffonts");
  NEEDS_PROGRAM("qpdf");
  const auto set = FontSet::find({});
  if (!set->has_glyph(FontRole::fang, U'\U0002CB5A')) GTEST_SKIP() << "没有中文字体，请先运行 scripts/fonts";
  const std::string names =
      "李堃、王喆、赵㛃、孙䶮、钱\U0002CB5A、周頔、张珺玥、吴赟、陈镕、郑祎、冯翀旻昇犇：“公开”——〔2024〕1号"
      "。";
  std::vector<PlacedText> texts;
  texts.reserve(kFontRoles);
  for (int role = 0; role < kFontRoles; ++role)
    texts.push_back(placed_text(to_utf32(names), static_cast<FontRole>(role), 700 - 40 * role));
  for (PlacedText& text : texts) text.size = 10;
  const std::string path = file(one_page(texts), *set);
  const std::string text = extracted(path);
  std::size_t found = 0, lines = 0;
  while ((found = text.find(names, found)) != std::string::npos) ++found, ++lines;
  EXPECT_EQ(lines, static_cast<std::size_t>(kFontRoles)) << text;
  EXPECT_EQ(run("qpdf --check " + path).status, 0);
  const std::string listed = run("pdffonts " + path + " | tail -n +3").output;
  EXPECT_TRUE(contains(listed, "yes yes yes"));
  EXPECT_FALSE(std::regex_search(listed, std::regex("Identity-H +(no|yes no|yes yes no)"))) << listed;
}

}  // namespace
}  // namespace nianbao
