// Text dumps, .docx and tables as one sequence of lines, and files that are none of them.
#include "intake/document_lines.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/docx_fixture.h"

namespace nianbao {
namespace {

using testing::cell;
using testing::paragraph;
using testing::save_docx;
using testing::TempFolder;
using testing::XlsxBuilder;

struct Read {
  std::vector<std::string> lines;  // "3:文字" a paragraph, "4|甲|乙" a row; “^甲” is merged from above
  std::string codes;
};

Read read(const std::string& path) {
  Diagnostics diagnostics;
  const auto found = read_document_lines(path, std::filesystem::path(path).filename().string(), diagnostics);
  Read result;
  for (const DocumentLine& line : found.value_or(std::vector<DocumentLine>())) {
    std::string text = std::to_string(line.number) + (line.is_row ? "" : ":");
    for (const DocumentCell& each : line.cells) {
      text += (line.is_row ? "|" : "") + each.text + (each.merged.empty() ? "" : "^" + each.merged);
    }
    result.lines.push_back(text);
  }
  for (const Diagnostic& finding : diagnostics.sorted())
    result.codes += (result.codes.empty() ? "" : " ") + finding.code;
  EXPECT_EQ(found.has_value(), !diagnostics.has_errors());
  return result;
}

using Lines = std::vector<std::string>;

Lines read_text(const std::string& text) {
  const TempFolder folder;
  return read(folder.write("要点.txt", text)).lines;
}

TEST(TextDocument, BeginsACellAtATabAndARowBehindABlankLine) {
  EXPECT_EQ(read_text("标题\n\n\t序号\n\t要求\n\n\t1\n\t甲\n\n\t2\n\t\n"),
            (Lines{"1:标题", "3|序号|要求", "6|1|甲", "9|2|"}));
}

TEST(TextDocument, KeepsSeveralParagraphsInOneCell) {
  EXPECT_EQ(read_text("\t甲局\n\n乙局\n\n丙局\n\t要求\n续\n\n\t丁局\n\t要求\n"),
            (Lines{"1|甲局\n乙局\n丙局|要求\n续", "9|丁局|要求"}));
}

TEST(TextDocument, EndsATableAtAParagraphThatNoCellFollows) {
  EXPECT_EQ(read_text("\t甲\n\t12月底前\n\n抄送：各局\n\n尾\n"),
            (Lines{"1|甲|12月底前", "4:抄送：各局", "6:尾"}));
}

TEST(TextDocument, ReadsRowsOfOneLine) {
  EXPECT_EQ(read_text("序号\t要求\t单位\n1\t甲\t\n一、\t标题\n"),
            (Lines{"1|序号|要求|单位", "2|1|甲|", "3:一、 标题"}));
}

TEST(TextDocument, DropsBoldMarksAndInvisibleCharacters) {
  EXPECT_EQ(read_text("\xEF\xBB\xBF"
                      "12. **夯实。**要求\xE2\x80\x8B\r\n\x01**\r\n"),
            Lines{"1:12. 夯实。要求"});
}

TEST(TextDocument, ReadsGb18030) {
  const TempFolder folder;
  const Read result = read(folder.write("要点.txt", "\xD2\xBB\xA1\xA2\xC8\xCE\xCE\xF1\r\n"));
  EXPECT_EQ(result.lines, Lines{"1:一、任务"});
}

TEST(TextDocument, RefusesALineOverTheLimitAndOneBelowPasses) {
  const TempFolder folder;
  EXPECT_EQ(read(folder.write("a.txt", std::string((1 << 20) + 1, 'a'))).codes, "L-10");
  EXPECT_EQ(read(folder.write("b.txt", std::string(1 << 20, 'a'))).codes, "");
}

TEST(TextDocument, RefusesAFileOverTheLimit) {
  const TempFolder folder;
  std::string text;
  for (int i = 0; i < 9000; ++i) text += std::string(1000, 'a') + "\n";
  EXPECT_EQ(read(folder.write("a.txt", text)).codes, "L-10");
  std::string lines;
  for (std::size_t i = 0; i <= kMaxDocumentLines; ++i) lines += "a\n";
  EXPECT_EQ(read(folder.write("b.txt", lines)).codes, "L-10");
}

TEST(DocumentFile, IsRefusedByWhatItIs) {
  const TempFolder folder;
  const std::string compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  std::string encryption;
  for (const char c : std::string("EncryptionInfo")) encryption.append(1, c).append(1, '\0');
  EXPECT_EQ(read(folder.at("没有.txt")).codes, "L-05");
  EXPECT_EQ(read(folder.write("a.txt", "")).codes, "L-06");
  EXPECT_EQ(read(folder.write("b.txt", " \n\t\n\n")).codes, "L-06");
  EXPECT_EQ(read(folder.write("c.txt", std::string("\x00\x01\x02\x03\x04\x05\x06\x07", 8))).codes, "L-07");
  EXPECT_EQ(read(folder.write("d.doc", compound + std::string(600, '\0'))).codes, "L-07");
  EXPECT_EQ(read(folder.write("e.docx", compound + encryption)).codes, "L-08");
  EXPECT_EQ(read(folder.write("f.pdf", "%PDF-1.7 x")).codes, "L-07");
  EXPECT_EQ(read(folder.write("g.docx", "纯文本")).codes, "L-07");
  EXPECT_EQ(read(folder.write("h.docx", "PK")).codes, "L-09");
  EXPECT_EQ(read(folder.write("i.txt", "\xFF\xFE\x00\x4E")).codes, "L-03");
  EXPECT_EQ(read(folder.write("j.txt", "好的文字，好的文字\xFF\xFF\n")).codes, "L-03");
  std::filesystem::create_directory(folder.at("k.txt"));
  EXPECT_EQ(read(folder.at("k.txt")).codes, "L-12");
}

TEST(DocxDocument, ReadsParagraphsAndRows) {
  const TempFolder folder;
  const std::string table = "<w:tbl><w:tr>" + cell({"序号"}) +
                            cell({"工作任务"}, "<w:gridSpan w:val=\"2\"/>") + cell({"单位"}) +
                            "</w:tr><w:tr>" + cell({"1"}) + cell({"一、"}, "<w:vMerge w:val=\"restart\"/>") +
                            cell({"（一）"}) + cell({"甲局", "乙局"}) + "</w:tr><w:tr>" + cell({"2"}) +
                            cell({""}, "<w:vMerge/>") + cell({"（二）"}) + cell({""}) + "</w:tr></w:tbl>";
  const Read result = read(save_docx(folder, paragraph("标题") + paragraph("") + table + paragraph("尾")));
  EXPECT_EQ(result.lines, (Lines{"1:标题", "3|序号|工作任务||单位", "4|1|一、|（一）|甲局\n乙局",
                                 "5|2|^一、|（二）|", "6:尾"}));
}

TEST(DocxDocument, LeavesOutWhatIsNoText) {
  const TempFolder folder;
  const std::string body =
      "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
      "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r>"
      "<w:r><w:br w:type=\"page\"/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>"
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></"
      "w:txbxContent></mc:Choice>"
      "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></"
      "mc:AlternateContent>"
      "<w:t>丁</w:t><w:br/><w:t>戊</w:t></w:r></w:p>";
  EXPECT_EQ(read(save_docx(folder, body)).lines, (Lines{"1:甲乙 丙", "2:框", "3:丁", "3:戊"}));
}

TEST(DocxDocument, PutsATableWithinACellIntoTheCell) {
  const TempFolder folder;
  const std::string inner = "<w:tbl><w:tr>" + cell({"里"}) + cell({"外"}) + "</w:tr></w:tbl>";
  const std::string body = "<w:tbl><w:tr><w:tc>" + paragraph("甲") + inner + paragraph("乙") + "</w:tc>" +
                           cell({"丙"}) + "</w:tr></w:tbl>";
  EXPECT_EQ(read(save_docx(folder, body)).lines, Lines{"1|甲\n里\n外\n乙|丙"});
}

constexpr const char* kNumbering =
    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText "
    "w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
    "w:val=\"（%2）\"/></w:lvl>"
    "<w:lvl w:ilvl=\"2\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
    "w:val=\"%3.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"3\"><w:start w:val=\"1\"/><w:numFmt w:val=\"hebrew1\"/><w:lvlText "
    "w:val=\"%4.\"/></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";

std::string numbered(const std::string& text, int level) {
  return paragraph(
      text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"5\"/></w:numPr>");
}

TEST(DocxDocument, WritesNumbersThatWordCounts) {
  const TempFolder folder;
  const std::string body = numbered("甲", 0) + numbered("乙", 1) + numbered("丙", 2) + numbered("丁", 2) +
                           numbered("戊", 1) + numbered("己", 2) + numbered("庚", 0) + paragraph("辛");
  EXPECT_EQ(
      read(save_docx(folder, body, {{"word/numbering.xml", kNumbering}})).lines,
      (Lines{"1:一、甲", "2:（一）乙", "3:3.丙", "4:4.丁", "5:（二）戊", "6:3.己", "7:二、庚", "8:辛"}));
}

TEST(DocxDocument, WritesNumbersOfStyles) {
  const TempFolder folder;
  const std::string styles =
      "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a1\"><w:pPr><w:numPr><w:numId "
      "w:val=\"5\"/></w:numPr></w:pPr></w:style></w:styles>";
  const std::string body =
      paragraph("甲", "<w:pStyle w:val=\"a1\"/>") +
      paragraph("乙", "<w:pStyle w:val=\"a1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
      paragraph("丙", "<w:pStyle w:val=\"a1\"/>");
  EXPECT_EQ(
      read(save_docx(folder, body, {{"word/numbering.xml", kNumbering}, {"word/styles.xml", styles}})).lines,
      (Lines{"1:一、甲", "2:乙", "3:二、丙"}));
}

TEST(DocxDocument, SaysWhichNumbersItCannotWrite) {
  const TempFolder folder;
  const Read result = read(save_docx(folder, numbered("甲", 3), {{"word/numbering.xml", kNumbering}}));
  EXPECT_EQ(result.lines, Lines{"1:甲"});
  EXPECT_EQ(result.codes, "N-34");
}

TEST(DocxDocument, IsRefusedWhenCutOffOrOfAnotherName) {
  const TempFolder folder;
  const std::string whole = testing::read_bytes(save_docx(folder, paragraph(std::string(3000, 'a'))));
  for (const std::size_t size : {whole.size() / 4, whole.size() / 2, whole.size() - 10}) {
    EXPECT_EQ(read(folder.write("断.docx", whole.substr(0, size))).codes, "L-09") << size;
  }
  EXPECT_EQ(read(folder.write("名.txt", whole)).codes, "L-07");
  EXPECT_EQ(read(save_docx(folder, "", {}, "空.docx")).codes, "L-06");
  EXPECT_EQ(read(save_docx(folder, "<w:p><w:r></w:p>", {}, "错.docx")).codes, "L-09");
}

TEST(DocxDocument, SpeaksOfDocumentsNotOfWorkbooks) {
  const TempFolder folder;
  Diagnostics diagnostics;
  read_document_lines(save_docx(folder, "<w:p><w:r></w:p>"), "要点.docx", diagnostics);
  ASSERT_EQ(diagnostics.sorted().size(), 1U);
  const Diagnostic fault = diagnostics.sorted().front();
  EXPECT_EQ((fault.message + fault.hint).find("工作簿"), std::string::npos) << fault.message;
  EXPECT_EQ(fault.hint.find(".xlsx"), std::string::npos) << fault.hint;
}

TEST(XlsxDocument, TellsMergedCellsWhatStandsAbove) {
  const TempFolder folder;
  auto row = [](int number, const std::vector<std::string>& texts) {
    std::string xml = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (!texts[i].empty())
        xml += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) + std::to_string(number) +
               "\" t=\"inlineStr\"><is><t>" + texts[i] + "</t></is></c>";
    }
    return xml + "</row>";
  };
  XlsxBuilder book = XlsxBuilder::of(row(1, {"任务", "单位"}) + row(2, {"甲", "一局"}) +
                                     row(3, {"", "二局"}) + row(5, {"乙", "三局"}));
  book.sheets.front().xml += "<mergeCells><mergeCell ref=\"A2:A4\"/></mergeCells>";
  EXPECT_EQ(read(book.save(folder)).lines, (Lines{"1|任务|单位", "2|甲|一局", "3|^甲|二局", "5|乙|三局"}));
}

}  // namespace
}  // namespace nianbao
