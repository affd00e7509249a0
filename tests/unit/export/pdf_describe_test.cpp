#include <algorithm>

#include "export/pdf_export.h"
#include "export/pdf_fonts.h"
#include "pdf_made_font.h"
#include "pdf_test_support.h"

// PoDoFo itself loses sixteen bytes when it cannot set up a cipher; nothing of ours hangs on it.
extern "C" const char* __lsan_default_suppressions();  // NOLINT
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libpodofo.so\n";
}  // NOLINT

namespace nianbao {
namespace {

bool has_line(const std::vector<std::string>& lines, const std::string& start) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.rfind(start, 0) == 0; });
}

std::string small_pdf(const TemporaryFolder& folder) {
  const MadeFont font{.names = regular_names(u"BabelStone Han", u"Made"), .characters = U"甲"};
  const FontChains fonts({folder.write("made.otf", made_font(font))});
  PageSet pages = one_page({placed_text(U"甲")});
  pages.pages.push_back(pages.pages.front());
  pages.pages.push_back(pages.pages.front());
  pages.pages[2].rotated = true;
  pages.bookmarks = {{1, "一", 0, 700}, {2, "二", 1, 700}};
  return write_pdf(pages, fonts, some_info());
}

std::string refusal(const std::string& path) {
  try {
    describe_pdf(path);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(PdfDescribe, SaysWhatAFileHolds) {
  const TemporaryFolder folder;
  const auto lines = describe_pdf(folder.write("a.pdf", small_pdf(folder)));
  EXPECT_TRUE(has_line(lines, "PDF 版本：1.7"));
  EXPECT_TRUE(has_line(lines, "标题：某区人民政府2024年政府信息公开工作年度报告"));
  EXPECT_TRUE(has_line(lines, "作者：某区人民政府"));
  EXPECT_TRUE(has_line(lines, "加密：无"));
  EXPECT_TRUE(has_line(lines, "页数：3"));
  EXPECT_TRUE(has_line(lines, "第 1–2 页：A4 竖向（210 × 297 mm）"));
  EXPECT_TRUE(has_line(lines, "第 3 页：A4 竖向（210 × 297 mm），显示时转 90 度"));
  EXPECT_TRUE(has_line(lines, "书签：2 个"));
  EXPECT_TRUE(has_line(lines, "字体数：1"));
  ASSERT_FALSE(lines.empty());
  EXPECT_NE(lines.back().find("+Made"), std::string::npos);
  EXPECT_NE(lines.back().find("已嵌入，子集，文字可检索"), std::string::npos);
}

TEST(PdfDescribe, RefusesWhatIsNoPdfInWords) {
  const TemporaryFolder folder;
  EXPECT_NE(refusal(folder.path("none.pdf")).find("不存在"), std::string::npos);
  EXPECT_NE(refusal(folder.path()).find("不是文件"), std::string::npos);
  EXPECT_NE(refusal(folder.write("e.pdf", "")).find("是空文件"), std::string::npos);
  EXPECT_NE(refusal(folder.write("p.pdf", "\x89PNG and so on")).find("不是 PDF"), std::string::npos);
  EXPECT_NE(refusal(folder.write("h.pdf", "%PDF-1.7\nnothing else")).find("不能作为 PDF 读取"),
            std::string::npos);
}

// A file cut anywhere is described or refused; the program lives on.
TEST(PdfDescribe, SurvivesCutFiles) {
  const TemporaryFolder folder;
  const std::string whole = small_pdf(folder);
  int refused = 0;
  for (std::size_t length = 1; length < whole.size(); length += 61) {
    if (!refusal(folder.write("cut.pdf", whole.substr(0, length))).empty()) ++refused;
  }
  EXPECT_GT(refused, 0);
}

TEST(PdfDescribe, NamesAFontThatIsNotEmbedded) {
  const TemporaryFolder folder;
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 5\n0000000000 65535 f \n";
  int number = 0;
  for (const char* object : {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                             "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] >>",
                             "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}) {
    char entry[24];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf.size());
    table += entry;
    pdf += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  pdf += table + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
  const auto lines = describe_pdf(folder.write("a.pdf", pdf));
  EXPECT_TRUE(has_line(lines, "字体 Helvetica：没有嵌入，非子集"));
  EXPECT_TRUE(has_line(lines, "第 1 页：A4 横向"));
  EXPECT_TRUE(has_line(lines, "标题：（无）"));
}

TEST(PdfDescribe, LockedFileIsNamedAsSuch) {
  NEEDS_PROGRAM("qpdf");
  const TemporaryFolder folder;
  const std::string open = folder.write("a.pdf", small_pdf(folder)), locked = folder.path("locked.pdf");
  ASSERT_EQ(run("qpdf --encrypt geheim geheim 128 --use-aes=y -- " + open + " " + locked).status, 0);
  EXPECT_NE(refusal(locked).find("已加密"), std::string::npos) << refusal(locked);
  const std::string limited = folder.path("limited.pdf");
  ASSERT_EQ(run("qpdf --encrypt '' owner 256 -- " + open + " " + limited).status, 0);
  EXPECT_TRUE(has_line(describe_pdf(limited), "加密：有"));
}

}  // namespace
}  // namespace nianbao
