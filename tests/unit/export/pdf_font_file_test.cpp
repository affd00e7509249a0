#include "export/pdf_font_file.h"

#include <algorithm>

#include "pdf_made_font.h"
#include "pdf_test_support.h"

namespace nianbao {
namespace {

bool has_name(const FontFace& face, const std::string& name) {
  return std::find(face.names.begin(), face.names.end(), name) != face.names.end();
}

std::vector<FontFace> faces_of(const std::string& bytes) {
  const TemporaryFolder folder;
  return read_font_faces(folder.write("some.otf", bytes));
}

TEST(PdfFontFile, ReadsFamilyFullAndPostScriptNames) {
  const auto faces =
      faces_of(made_font({.names = regular_names(u"仿宋_GB2312", u"FangSong-GB2312"), .characters = U"甲"}));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_EQ(faces[0].index, 0);
  EXPECT_EQ(faces[0].postscript, "FangSong-GB2312");
  EXPECT_TRUE(has_name(faces[0], "仿宋_gb2312"));
  EXPECT_TRUE(has_name(faces[0], "fangsong-gb2312"));
}

TEST(PdfFontFile, BoldFaceDoesNotAnswerToItsFamily) {
  const auto faces =
      faces_of(made_font({.names = {windows_name(1, u"Fan Song"), windows_name(2, u"Bold"),
                                    windows_name(4, u"Fan Song Bold"), windows_name(6, u"FanSong-Bold")},
                          .characters = U"甲"}));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_TRUE(has_name(faces[0], "fansongbold"));
  EXPECT_FALSE(has_name(faces[0], "fansong"));
}

TEST(PdfFontFile, ReadsGbNamesOfOldFonts) {
  const std::string hei = "\xBA\xDA\xCC\xE5";  // 黑体 in GB 2312
  std::string padded;
  for (const char c : hei) padded += std::string(1, '\0') + c;
  const auto macintosh = faces_of(made_font({.names = {{1, 25, 4, hei}}, .characters = U"甲"}));
  ASSERT_EQ(macintosh.size(), 1U);
  EXPECT_TRUE(has_name(macintosh[0], "黑体"));
  const auto windows = faces_of(made_font({.names = {{3, 3, 4, padded}}, .characters = U"甲"}));
  ASSERT_EQ(windows.size(), 1U);
  EXPECT_TRUE(has_name(windows[0], "黑体"));
}

TEST(PdfFontFile, ListsEveryFaceOfACollection) {
  const auto faces =
      faces_of(made_collection({.names = regular_names(u"SimSun", u"SimSun"), .characters = U"甲"},
                               {.names = regular_names(u"NSimSun", u"NSimSun"), .characters = U"甲"}));
  ASSERT_EQ(faces.size(), 2U);
  EXPECT_EQ(faces[1].index, 1);
  EXPECT_TRUE(has_name(faces[0], "simsun"));
  EXPECT_TRUE(has_name(faces[1], "nsimsun"));
  EXPECT_FALSE(has_name(faces[1], "simsun"));
}

TEST(PdfFontFile, BrokenFileHasNoFaces) {
  EXPECT_TRUE(faces_of("").empty());
  EXPECT_TRUE(faces_of("not a font at all, but long enough").empty());
  EXPECT_TRUE(faces_of("ttcf" + u32(0x00010000) + u32(0xFFFFFFFF) + u32(0xFFFFFFF0)).empty());
  EXPECT_TRUE(read_font_faces("/nowhere/none.ttf").empty());
}

// Cut anywhere, and with any one byte of the directory changed, it must neither crash nor hang.
TEST(PdfFontFile, SurvivesEveryCutAndEveryChangedByte) {
  const std::string whole =
      made_font({.names = regular_names(u"FangSong", u"FangSong"), .characters = U"甲乙"});
  const TemporaryFolder folder;
  for (std::size_t length = 0; length < whole.size(); length += length < 150 ? 1 : 17) {
    for (FontFace& face : read_font_faces(folder.write("cut.otf", whole.substr(0, length))))
      read_font_use(face);
  }
  for (std::size_t at = 0; at < 12 + 8 * 16; ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(0xFF);
    for (FontFace& face : read_font_faces(folder.write("changed.otf", changed))) read_font_use(face);
  }
}

FontUse use_of(int rights) {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "some.otf",
      made_font({.names = regular_names(u"FangSong", u"FangSong"), .characters = U"甲", .rights = rights}));
  return read_font_use(read_font_faces(path).at(0));
}

TEST(PdfFontFile, KnowsWhichLicencesAllowASubset) {
  EXPECT_EQ(use_of(0x0000), FontUse::embeddable);
  EXPECT_EQ(use_of(0x0004), FontUse::embeddable);
  EXPECT_EQ(use_of(0x0008), FontUse::embeddable);
  EXPECT_EQ(use_of(0x000A), FontUse::embeddable);  // of several, the mildest counts
  EXPECT_EQ(use_of(0x0002), FontUse::not_permitted);
  EXPECT_EQ(use_of(0x0104), FontUse::not_permitted);
  EXPECT_EQ(use_of(0x0200), FontUse::not_permitted);
}

TEST(PdfFontFile, RefusesFontsWithoutUsableOutlines) {
  MadeTables tables = made_tables({.names = regular_names(u"FangSong", u"FangSong"), .characters = U"甲"});
  const TemporaryFolder folder;
  MadeTables variable = tables;
  variable.emplace_back("fvar", "....");
  EXPECT_EQ(read_font_use(read_font_faces(folder.write("v.otf", sfnt(variable))).at(0)),
            FontUse::not_supported);
  tables.erase(tables.begin());  // CFF
  EXPECT_EQ(read_font_use(read_font_faces(folder.write("n.otf", sfnt(tables))).at(0)),
            FontUse::not_supported);
}

}  // namespace
}  // namespace nianbao
