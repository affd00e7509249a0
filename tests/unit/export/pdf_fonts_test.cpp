#include "export/pdf_fonts.h"

#include <algorithm>
#include <thread>

#include "export/pdf_font_scan.h"
#include "pdf_made_font.h"
#include "pdf_test_support.h"

namespace nianbao {
namespace {

MadeFont named(const std::u16string& name, const std::u32string& characters, int width = 1000) {
  return {.names = regular_names(name, name), .characters = characters, .width = width};
}

std::string family_first_in(const FontChains& chains, FontRole role) {
  for (const FontChoice& choice : chains.choices()) {
    if (choice.role == role) return choice.family;
  }
  return "";
}

bool mentions(const std::vector<std::string>& lines, const std::string& part) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

TEST(PdfFonts, StandardTypefaceComesBeforeItsStandIn) {
  const TemporaryFolder folder;
  const FontChains chains({folder.write("a.otf", made_font(named(u"FandolFang-Regular", U"甲", 900))),
                           folder.write("b.otf", made_font(named(u"FangSong", U"甲", 800)))});
  EXPECT_EQ(family_first_in(chains, FontRole::fang), "FangSong");
  EXPECT_EQ(chains.advance(FontRole::fang, U'甲'), 800);
  EXPECT_TRUE(chains.choices().front().is_first_choice);
}

TEST(PdfFonts, OfTwoFilesOfOneNameTheFirstCounts) {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.otf", made_font(named(u"FangSong", U"甲", 900)));
  const std::string b = folder.write("b.otf", made_font(named(u"FangSong", U"甲", 800)));
  EXPECT_EQ(FontChains({a, b}).advance(FontRole::fang, U'甲'), 900);
  EXPECT_EQ(FontChains({b, a}).advance(FontRole::fang, U'甲'), 800);
}

TEST(PdfFonts, FaceOfACollectionIsFoundByName) {
  const TemporaryFolder folder;
  const FontChains chains({folder.write(
      "c.ttc", made_collection(named(u"SimSun-ExtB", U"乙", 700), named(u"SimSun", U"甲", 600)))});
  EXPECT_EQ(chains.advance(FontRole::song, U'甲'), 600);
  EXPECT_EQ(chains.advance(FontRole::song, U'乙'), 700);
}

TEST(PdfFonts, FallsBackCharacterByCharacter) {
  const TemporaryFolder folder;
  const FontChains chains({folder.write("a.otf", made_font(named(u"FangSong", U"甲", 900))),
                           folder.write("b.otf", made_font(named(u"BabelStone Han", U"乙\U0002CB5A", 800)))});
  for (const FontRole role :
       {FontRole::title, FontRole::song, FontRole::hei, FontRole::kai, FontRole::fang}) {
    EXPECT_EQ(chains.advance(role, U'乙'), 800);
    EXPECT_TRUE(chains.has_glyph(role, U'\U0002CB5A'));
  }
  EXPECT_EQ(chains.advance(FontRole::fang, U'甲'), 900);
  EXPECT_FALSE(chains.has_glyph(FontRole::fang, U'丙'));
  EXPECT_EQ(chains.advance(FontRole::fang, U'丙'), 1000);
}

TEST(PdfFonts, BoldBodyIsTheBodyWithAStroke) {
  const TemporaryFolder folder;
  const FontChains chains({folder.write("a.otf", made_font(named(u"FangSong", U"甲")))});
  const ShownGlyph plain = chains.show(FontRole::fang, U'甲'), bold = chains.show(FontRole::fang_bold, U'甲');
  EXPECT_EQ(plain.face, bold.face);
  EXPECT_EQ(plain.stroke, 0);
  EXPECT_GT(bold.stroke, 0);
}

TEST(PdfFonts, InvisibleCharactersNeedNoGlyph) {
  const TemporaryFolder folder;
  const FontChains chains({folder.write("a.otf", made_font(named(u"FangSong", U" -\u2014", 500)))});
  for (const char32_t c : {U'\uFEFF', U'\u200B', U'\uFE0F', U'\U000E0100'}) {
    EXPECT_TRUE(chains.has_glyph(FontRole::fang, c));
    EXPECT_EQ(chains.advance(FontRole::fang, c), 0);
  }
  for (const char32_t c : {U'\u00A0', U'\t', U'\u2011', U'\u2015'}) {
    EXPECT_TRUE(chains.has_glyph(FontRole::fang, c));
    EXPECT_EQ(chains.advance(FontRole::fang, c), 500);
  }
  EXPECT_FALSE(chains.has_glyph(FontRole::fang, U'\u0003'));
}

TEST(PdfFonts, PrivateCharactersAreTakenFromStandardTypefacesOnly) {
  const TemporaryFolder folder;
  const std::string fallback = folder.write("b.otf", made_font(named(u"BabelStone Han", U"\uE123")));
  EXPECT_FALSE(FontChains({fallback}).has_glyph(FontRole::fang, U'\uE123'));
  const std::string own = folder.write("a.otf", made_font(named(u"FangSong", U"\uE123")));
  EXPECT_TRUE(FontChains({own}).has_glyph(FontRole::fang, U'\uE123'));
}

TEST(PdfFonts, FontThatForbidsEmbeddingIsLeftOutAndNamed) {
  const TemporaryFolder folder;
  MadeFont forbidden = named(u"FangSong", U"甲", 800);
  forbidden.rights = 2;
  const FontChains chains({folder.write("simfang.otf", made_font(forbidden)),
                           folder.write("f.otf", made_font(named(u"FandolFang-Regular", U"甲", 900)))});
  EXPECT_EQ(family_first_in(chains, FontRole::fang), "FandolFang-Regular");
  EXPECT_TRUE(mentions(chains.missing(), "simfang.otf"));
  EXPECT_TRUE(mentions(chains.missing(), "授权不允许"));
}

TEST(PdfFonts, SaysWhenNoFontHoldsRareCharacters) {
  const TemporaryFolder folder;
  const std::string body = folder.write("a.otf", made_font(named(u"FangSong", U"甲")));
  const std::string full = folder.write("b.otf", made_font(named(u"BabelStone Han", U"\U0002CB5A")));
  EXPECT_TRUE(mentions(FontChains({body}).missing(), "后备字体"));
  EXPECT_FALSE(mentions(FontChains({body, full}).missing(), "后备字体"));
}

TEST(PdfFonts, WithoutFontsEveryRoleIsReported) {
  const FontChains chains({});
  EXPECT_TRUE(chains.choices().empty());
  EXPECT_EQ(chains.missing().size(), static_cast<std::size_t>(kFontRoles));
  EXPECT_TRUE(mentions(chains.missing(), "仿宋（正文）：没有可用的中文字体"));
  EXPECT_FALSE(chains.has_glyph(FontRole::fang, U'甲'));
}

TEST(PdfFonts, FileThatVanishesAfterTheScanHasNoGlyphs) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.otf", made_font(named(u"FangSong", U"甲")));
  const FontChains chains({path});
  std::filesystem::remove(path);
  EXPECT_FALSE(chains.has_glyph(FontRole::fang, U'甲'));
}

TEST(PdfFonts, SeveralThreadsMayMeasureAtOnce) {
  const TemporaryFolder folder;
  std::u32string characters;
  for (char32_t c = 0x4E00; c < 0x5200; ++c) characters += c;
  const FontChains chains({folder.write("a.otf", made_font(named(u"FangSong", characters, 700)))});
  std::array<int, 4> sums{};
  std::vector<std::thread> threads;
  threads.reserve(sums.size());
  for (int& sum : sums) {
    threads.emplace_back([&] {
      for (const char32_t c : characters) sum += chains.advance(FontRole::fang, c);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int sum : sums) EXPECT_EQ(sum, 700 * 0x400);
}

// The fonts of the machine: what scripts/fonts brings must show every name.
TEST(PdfFonts, RareCharactersOfNamesAreCovered) {
  const auto fonts = FontSet::find({});
  if (!fonts->has_glyph(FontRole::fang, U'政')) GTEST_SKIP() << "没有中文字体，请先运行 scripts/fonts";
  for (int role = 0; role < kFontRoles; ++role) {
    for (const char32_t c : U"堃喆㛃䶮𬭚頔珺玥赟镕祎翀旻昇犇政府〔〕“”—·（）《》…℃①¥〇～") {
      if (c == 0) continue;
      EXPECT_TRUE(fonts->has_glyph(static_cast<FontRole>(role), c))
          << std::hex << static_cast<std::uint32_t>(c);
    }
  }
}

}  // namespace
}  // namespace nianbao
