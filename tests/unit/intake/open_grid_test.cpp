// Files that are not what their name says, or no files at all.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "support/xlsx_fixture.h"

namespace nianbao::testing {
namespace {

const std::string kCompound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

std::string utf16(const std::string& ascii) {
  std::string bytes;
  for (const char c : ascii) bytes.append(1, c).append(1, '\0');
  return bytes;
}

class OpenGrid : public ::testing::Test {
 protected:
  // The codes of opening a file of that name and content; every finding has its file, message and hint.
  std::string codes(const std::string& name, const std::string& bytes) {
    return codes_of(folder_.write(name, bytes));
  }
  std::string codes_of(const std::string& path, const std::string& sheet = {}) {
    const Reading reading = read_grid(path, sheet);
    std::string text;
    last_ = {};
    for (const Diagnostic& finding : reading.findings) {
      text += (text.empty() ? "" : " ") + finding.code;
      last_ = finding;
      EXPECT_EQ(finding.place.file, "data/" + std::filesystem::path(path).filename().string());
      EXPECT_FALSE(finding.message.empty());
      EXPECT_FALSE(finding.hint.empty());
      EXPECT_EQ(finding.severity, Severity::error);
    }
    // Opening all grids must find the same.
    Diagnostics diagnostics;
    if (sheet.empty()) {
      const auto grids = open_all_grids(path, "x", diagnostics);
      EXPECT_EQ(grids.empty(), !reading.opened);
    }
    return text;
  }
  bool says(const std::string& word) const {
    return last_.message.find(word) != std::string::npos || last_.hint.find(word) != std::string::npos;
  }
  TempFolder folder_;
  Diagnostic last_;
};

TEST_F(OpenGrid, ReportsMissingFileWithNearestName) {
  folder_.write("requests.csv", "a\n");
  EXPECT_EQ(codes_of(folder_.at("reqeusts.csv")), "L-05");
  EXPECT_TRUE(says("requests.csv"));
  EXPECT_EQ(codes_of(folder_.at("gone/away.csv")), "L-05");
  EXPECT_EQ(codes_of(folder_.at("requests.csv/x.csv")), "L-05");
  EXPECT_EQ(codes_of(folder_.at(std::string(300, 'x') + ".csv")), "L-05");
}

TEST_F(OpenGrid, RefusesFoldersPipesDevicesAndSocketsWithoutWaiting) {
  std::filesystem::create_directory(folder_.at("folder.csv"));
  EXPECT_EQ(codes_of(folder_.at("folder.csv")), "L-12");
  ASSERT_EQ(::mkfifo(folder_.at("pipe.csv").c_str(), 0600), 0);
  EXPECT_EQ(codes_of(folder_.at("pipe.csv")), "L-12");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  folder_.at("socket.csv").copy(address.sun_path, sizeof address.sun_path - 1);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  EXPECT_EQ(codes_of(folder_.at("socket.csv")), "L-12");
  ::close(socket);
  std::filesystem::create_symlink("/dev/zero", folder_.at("zero.csv"));
  EXPECT_EQ(codes_of(folder_.at("zero.csv")), "L-12");
  std::filesystem::create_symlink("loop.csv", folder_.at("loop.csv"));
  EXPECT_EQ(codes_of(folder_.at("loop.csv")), "L-05");
}

TEST_F(OpenGrid, FollowsLinksToFiles) {
  folder_.write("real.csv", "a\n");
  std::filesystem::create_symlink("real.csv", folder_.at("link.csv"));
  EXPECT_EQ(codes_of(folder_.at("link.csv")), "");
}

TEST_F(OpenGrid, ReportsEmptyFiles) {
  EXPECT_EQ(codes("a.csv", ""), "L-06");
  EXPECT_EQ(codes("a.xlsx", ""), "L-06");
}

TEST_F(OpenGrid, NamesWhatAStrangeFileIs) {
  const std::pair<std::string, const char*> cases[] = {
      {"\x89PNG\r\n\x1A\n....", "PNG"},
      {"\xFF\xD8\xFF\xE0....", "JPEG"},
      {"GIF89a....", "GIF"},
      {"%PDF-1.7\n", "PDF"},
      {"Rar!\x1A\x07", "RAR"},
      {std::string("BM\x10\x27\0\0\0\0\0\0\x36\0\0\0", 14), "BMP"},
      {"\n <!DOCTYPE HTML><html>", "HTML"},
      {"\xEF\xBB\xBF<?xml version=\"1.0\"?><Workbook/>", "XML"}};
  for (const auto& [bytes, word] : cases) {
    for (const char* name : {"a.xlsx", "a.csv", "a.xls", "a"}) {
      EXPECT_EQ(codes(name, bytes), "L-07") << name << word;
      EXPECT_TRUE(says(word)) << last_.message;
    }
  }
  EXPECT_EQ(codes("a.csv", "BM,编号\n"), "");
}

TEST_F(OpenGrid, TellsOldWorkbooksFromEncryptedOnes) {
  const std::string filler(100 * 1024, '\x01');
  EXPECT_EQ(codes("a.xls", kCompound + filler + utf16("Workbook")), "L-07");
  EXPECT_TRUE(says(".xlsx"));
  EXPECT_EQ(codes("a.xlsx", kCompound + filler + utf16("Workbook")), "L-07");
  EXPECT_EQ(codes("a.xlsx", kCompound + filler + utf16("EncryptionInfo") + filler), "L-08");
  // The name across the ends of the blocks in which the file is looked through.
  for (std::size_t back = 1; back < 28; ++back)
    EXPECT_EQ(
        codes("a.xlsx", kCompound + std::string(64 * 1024 - 8 - back, '\x01') + utf16("EncryptionInfo")),
        "L-08");
}

TEST_F(OpenGrid, RefusesNamesThatDisagreeWithTheContent) {
  const std::string book =
      read_bytes(XlsxBuilder::of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").save(folder_, "right.xlsx"));
  for (const char* name : {"a.xlsx", "a.XLSX", "a.xlsm", "a", "a.data"})
    EXPECT_EQ(codes(name, book), "") << name;
  for (const char* name : {"a.csv", "a.txt", "a.xls", "a.et"}) EXPECT_EQ(codes(name, book), "L-07") << name;
  for (const char* name : {"a.csv", "a.CSV", "a.txt", "a.tsv", "a"})
    EXPECT_EQ(codes(name, "x,y\n"), "") << name;
  for (const char* name : {"a.xlsx", "a.xls", "a.ods"}) EXPECT_EQ(codes(name, "x,y\n"), "L-07") << name;
  EXPECT_EQ(codes("a.xlsx", std::string("\x01\0\x02\0", 4)), "L-07");
  EXPECT_EQ(codes("a.csv", std::string("\x01\0\x02\0", 4)), "L-07");
}

TEST_F(OpenGrid, NamesPackagesThatAreNoWorkbooks) {
  const std::pair<std::vector<std::pair<std::string, std::string>>, const char*> cases[] = {
      {{{"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels",
         "<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/>"
         "</Relationships>"},
        {"word/document.xml", "<document/>"}},
       "Word"},
      {{{"[Content_Types].xml", "<Types/>"}, {"ppt/presentation.xml", "<p/>"}}, "PowerPoint"},
      {{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}},
       "OpenDocument"},
      {{{"[Content_Types].xml", "<Types/>"},
        {"xl/workbook.bin", "\x01"},
        {"xl/worksheets/sheet1.bin", "\x01"}},
       ".xlsb"},
      {{{"photo.jpg", "\xFF\xD8"}}, "zip"}};
  for (const auto& [parts, word] : cases) {
    write_zip(folder_.at("a.xlsx"), parts);
    EXPECT_EQ(codes_of(folder_.at("a.xlsx")), "L-07");
    EXPECT_TRUE(says(word)) << last_.message;
  }
}

TEST_F(OpenGrid, ReportsTruncatedPackages) {
  const std::string book =
      read_bytes(XlsxBuilder::of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").save(folder_, "whole.xlsx"));
  for (const std::size_t size : {std::size_t{2}, std::size_t{3}, std::size_t{4}, std::size_t{30},
                                 book.size() / 2, book.size() - 60, book.size() - 200}) {
    EXPECT_EQ(codes("cut.xlsx", book.substr(0, size)), "L-09") << size;
  }
  EXPECT_EQ(codes("no-parts.xlsx", std::string("PK\x05\x06", 4) + std::string(18, '\0')), "L-07");
}

TEST_F(OpenGrid, ReportsEncryptedPackageEntries) {
  std::string book =
      read_bytes(XlsxBuilder::of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").save(folder_, "open.xlsx"));
  for (std::size_t at = book.find("PK\x03\x04"); at != std::string::npos;
       at = book.find("PK\x03\x04", at + 4))
    book[at + 6] = static_cast<char>(book[at + 6] | 1);
  EXPECT_EQ(codes("locked.xlsx", book), "L-08");
}

TEST_F(OpenGrid, ReportsSheetOfACsv) {
  EXPECT_EQ(codes_of(folder_.write("a.csv", "x\n"), "台账"), "L-05");
  EXPECT_TRUE(says("#台账"));
}

TEST_F(OpenGrid, OpensNamesInAnyScript) {
  EXPECT_EQ(codes("依申请 台账（2024）.csv", "x\n"), "");
}

}  // namespace
}  // namespace nianbao::testing
