#include "export/pdf_font_scan.h"

#include "pdf_test_support.h"

namespace nianbao {
namespace {

TEST(PdfFontScan, ListsFontsByFolderAndName) {
  const TemporaryFolder folder;
  const std::string b = folder.write("b/two.TTF", "2"), a = folder.write("b/One.otf", "1");
  const std::string c = folder.write("a/x/three.ttc", "3");
  folder.write("a/readme.txt", "no font");
  folder.write("a/.hidden/four.ttf", "4");
  folder.write("a/x/.fetch.otf", "5");
  EXPECT_EQ(find_font_files({folder.path("b"), folder.path("a")}), (std::vector<std::string>{a, b, c}));
  EXPECT_EQ(find_font_files({folder.path("a"), folder.path("b")}), (std::vector<std::string>{c, a, b}));
}

TEST(PdfFontScan, TakesAFileByName) {
  const TemporaryFolder folder;
  const std::string font = folder.write("some.otf", "1");
  EXPECT_EQ(find_font_files({font, folder.path()}), (std::vector<std::string>{font}));
}

TEST(PdfFontScan, EndsOnACircleAndListsAFileOnce) {
  const TemporaryFolder folder;
  const std::string font = folder.write("a/some.otf", "1");
  std::filesystem::create_directory_symlink(folder.path(), folder.path("a/z"));
  std::filesystem::create_symlink(font, folder.path("a/the-same.otf"));
  const auto files = find_font_files({folder.path(), folder.path("a")});
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(read_whole(files[0]), "1");
}

TEST(PdfFontScan, MissingFolderIsNoFault) {
  EXPECT_TRUE(find_font_files({"/nowhere/at/all"}).empty());
}

TEST(PdfFontScan, DefaultFoldersExist) {
  for (const std::string& folder : default_font_folders())
    EXPECT_TRUE(std::filesystem::is_directory(folder)) << folder;
}

}  // namespace
}  // namespace nianbao
