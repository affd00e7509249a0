// What the tests of grids share: a folder that goes away, workbooks built part by part, and grids read into
// plain values.
#pragma once

#include <Poco/DateTime.h>
#include <Poco/Path.h>
#include <Poco/Zip/Compress.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "intake/grid.h"

namespace nianbao::testing {

// A folder of its own for one test, removed at the end.
class TempFolder {
 public:
  TempFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("nianbao-grid-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string at(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(at(name), std::ios::binary) << bytes;
    return at(name);
  }

 private:
  std::filesystem::path path_;
};

inline std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// A zip of the parts; streamed: as writers do that cannot seek, sizes behind the data.
inline void write_zip(const std::string& path, const std::vector<std::pair<std::string, std::string>>& parts,
                      bool streamed = false) {
  std::ofstream file(path, std::ios::binary);
  Poco::Zip::Compress zip(file, !streamed);
  const Poco::DateTime time(2024, 1, 1);
  for (const auto& [name, content] : parts) {
    std::istringstream in(content);
    zip.addFile(in, time, Poco::Path(name, Poco::Path::PATH_UNIX));
  }
  zip.close();
}

// A workbook as its parts: one sheet "台账" until told otherwise.
struct XlsxBuilder {
  struct Sheet {
    std::string name;
    std::string state;  // "", "hidden", "veryHidden"
    std::string xml;    // inside <worksheet>
  };
  std::vector<Sheet> sheets;
  std::vector<std::string> strings;  // inside each <si>
  std::vector<std::string> formats;  // custom number format of style 1, 2 …; digits alone: a built-in id
  std::string workbook_properties;   // attributes of workbookPr
  std::map<std::string, std::string> replaced;  // part -> other content; "": left out

  static XlsxBuilder of(const std::string& sheet_data) {
    XlsxBuilder builder;
    builder.sheets.push_back({"台账", "", "<sheetData>" + sheet_data + "</sheetData>"});
    return builder;
  }

  std::vector<std::pair<std::string, std::string>> parts() const;
  std::string save(const TempFolder& folder, const std::string& name = "book.xlsx",
                   bool streamed = false) const {
    write_zip(folder.at(name), parts(), streamed);
    return folder.at(name);
  }

 private:
  std::string workbook() const;
  std::string relations() const;
  std::string styles() const;
};

inline constexpr const char* kXmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr const char* kMainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr const char* kRelationSpace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr const char* kPackageSpace = "http://schemas.openxmlformats.org/package/2006/relationships";

inline std::string XlsxBuilder::workbook() const {
  std::string xml = std::string(kXmlHead) + "<workbook xmlns=\"" + kMainSpace + "\" xmlns:r=\"" +
                    kRelationSpace + "\"><workbookPr " + workbook_properties + "/><sheets>";
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = std::to_string(i + 1);
    xml += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + id + "\"";
    if (!sheets[i].state.empty()) xml += " state=\"" + sheets[i].state + "\"";
    xml += " r:id=\"rId" + id + "\"/>";
  }
  return xml + "</sheets></workbook>";
}

inline std::string XlsxBuilder::relations() const {
  const std::string type = std::string("\" Type=\"") + kRelationSpace + "/";
  std::string xml = std::string(kXmlHead) + "<Relationships xmlns=\"" + kPackageSpace + "\">";
  for (std::size_t i = 1; i <= sheets.size(); ++i) {
    const std::string id = std::to_string(i);
    xml += "<Relationship Id=\"rId" + id + type + "worksheet\" Target=\"worksheets/sheet" + id + ".xml\"/>";
  }
  xml += "<Relationship Id=\"rIdStyles" + type + "styles\" Target=\"styles.xml\"/>";
  if (!strings.empty())
    xml += "<Relationship Id=\"rIdStrings" + type + "sharedStrings\" Target=\"sharedStrings.xml\"/>";
  return xml + "</Relationships>";
}

inline std::string XlsxBuilder::styles() const {
  std::string codes;
  std::string styles = "<xf numFmtId=\"0\"/>";
  for (std::size_t i = 0; i < formats.size(); ++i) {
    const bool is_builtin = formats[i].find_first_not_of("0123456789") == std::string::npos;
    const std::string id = is_builtin ? formats[i] : std::to_string(164 + i);
    if (!is_builtin) codes += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + formats[i] + "\"/>";
    styles += "<xf numFmtId=\"" + id + "\"/>";
  }
  // A named style and a conditional format, which must not be taken for cell styles.
  return std::string(kXmlHead) + "<styleSheet xmlns=\"" + kMainSpace + "\"><numFmts>" + codes +
         "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles +
         "</cellXfs><dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></dxf></dxfs></styleSheet>";
}

inline std::vector<std::pair<std::string, std::string>> XlsxBuilder::parts() const {
  std::vector<std::pair<std::string, std::string>> parts = {
      {"[Content_Types].xml", std::string(kXmlHead) + "<Types/>"},
      {"_rels/.rels", std::string(kXmlHead) + "<Relationships xmlns=\"" + kPackageSpace +
                          "\"><Relationship Id=\"rId1\" Type=\"" + kRelationSpace +
                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", workbook()},
      {"xl/_rels/workbook.xml.rels", relations()},
      {"xl/styles.xml", styles()}};
  for (std::size_t i = 0; i < sheets.size(); ++i)
    parts.emplace_back(
        "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml",
        std::string(kXmlHead) + "<worksheet xmlns=\"" + kMainSpace + "\">" + sheets[i].xml + "</worksheet>");
  if (!strings.empty()) {
    std::string xml = std::string(kXmlHead) + "<sst xmlns=\"" + kMainSpace + "\">";
    for (const std::string& string : strings) xml += "<si>" + string + "</si>";
    parts.emplace_back("xl/sharedStrings.xml", xml + "</sst>");
  }
  std::vector<std::pair<std::string, std::string>> kept;
  for (auto& [name, content] : parts) {
    const auto other = replaced.find(name);
    if (other == replaced.end())
      kept.emplace_back(name, content);
    else if (!other->second.empty())
      kept.emplace_back(name, other->second);
  }
  for (const auto& [name, content] : replaced) {
    const bool is_new = std::none_of(parts.begin(), parts.end(),
                                     [&name = name](const auto& part) { return part.first == name; });
    if (is_new && !content.empty()) kept.emplace_back(name, content);
  }
  return kept;
}

// A grid read whole. Texts by row number; kinds alike.
struct Grid : GridSink {
  std::string sheet;
  std::vector<MergedArea> merged;
  std::map<std::int64_t, std::vector<std::string>> rows;
  std::map<std::int64_t, std::vector<GridKind>> kinds;
  std::size_t stop_after = 0;  // rows; 0: never
  int begins = 0;

  void begin(const std::string& name, const std::vector<MergedArea>& areas) override {
    ++begins;
    sheet = name;
    merged = areas;
  }
  bool row(const GridRow& row) override {
    for (const GridCell& cell : row.cells) {
      rows[row.number].emplace_back(cell.text);
      kinds[row.number].push_back(cell.kind);
    }
    return stop_after == 0 || rows.size() < stop_after;
  }
  // "a|b|c" of one row; "-" for a row that is not there.
  std::string line(std::int64_t number) const {
    const auto found = rows.find(number);
    if (found == rows.end()) return "-";
    std::string text;
    for (std::size_t i = 0; i < found->second.size(); ++i) text += (i == 0 ? "" : "|") + found->second[i];
    return text;
  }
};

// What came of opening and reading a file.
struct Reading {
  Grid grid;
  bool opened = false;
  bool whole = false;
  std::vector<Diagnostic> findings;

  // "L-09@3:2": code, row and column of each finding.
  std::string codes() const {
    std::string text;
    for (const Diagnostic& finding : findings)
      text += (text.empty() ? "" : " ") + finding.code + "@" + std::to_string(finding.place.row) + ":" +
              std::to_string(finding.place.column);
    return text;
  }
};

inline Reading read_grid(const std::string& path, const std::string& sheet = {}, std::size_t stop_after = 0) {
  Reading reading;
  reading.grid.stop_after = stop_after;
  Diagnostics diagnostics;
  const std::unique_ptr<GridReader> reader =
      open_grid(path, "data/" + std::filesystem::path(path).filename().string(), sheet, diagnostics);
  reading.opened = reader != nullptr;
  if (reader) reading.whole = reader->read(reading.grid, diagnostics);
  reading.findings = diagnostics.sorted();
  return reading;
}

}  // namespace nianbao::testing
