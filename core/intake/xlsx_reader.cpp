#include "intake/xlsx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "intake/xlsx_merges.h"
#include "intake/xlsx_rows.h"

namespace nianbao {

namespace {

class FirstRowOnly : public GridSink {
 public:
  bool row(const GridRow&) override { return false; }
};

std::string join_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "“" : "、“") + name + "”";
  return text;
}

const XlsxSheet* find_sheet(const XlsxWorkbook& workbook, const std::string& name) {
  const auto& sheets = workbook.sheets();
  auto found = std::find_if(sheets.begin(), sheets.end(), [&](const XlsxSheet& s) { return s.name == name; });
  if (found == sheets.end()) {
    const std::string key = name_key(name);
    found = std::find_if(sheets.begin(), sheets.end(),
                         [&key](const XlsxSheet& s) { return name_key(s.name) == key; });
  }
  return found == sheets.end() ? nullptr : &*found;
}

void report_missing_sheet(const XlsxWorkbook& workbook, const std::string& name, XlsxReport& report) {
  std::vector<std::string> names;
  for (const XlsxSheet& sheet : workbook.sheets()) names.push_back(sheet.name);
  const std::string* nearest = find_nearest(name, names);
  report.fail("L-05", fmt::format("工作簿里没有名为“{}”的工作表", name),
              nearest != nullptr
                  ? fmt::format("是否指“{}”？请改正 # 后面的工作表名", *nearest)
                  : fmt::format("已有的工作表：{}；请改正 # 后面的工作表名", join_names(names)));
}

}  // namespace

XlsxReader::XlsxReader(std::shared_ptr<XlsxWorkbook> workbook, XlsxSheet sheet, std::string shown_name,
                       bool is_hidden)
    : workbook_(std::move(workbook)),
      sheet_(std::move(sheet)),
      shown_name_(std::move(shown_name)),
      is_hidden_(is_hidden) {}

bool XlsxReader::read(GridSink& sink, Diagnostics& diagnostics) {
  XlsxReport report(shown_name_, sheet_.name, diagnostics);
  std::vector<MergedArea> merged;
  if (!read_merged_areas(workbook_->package(), sheet_.part, merged, report)) return false;
  sink.begin(sheet_.name, merged);
  bool is_empty = true;
  if (!read_rows(sink, report, is_empty)) return false;
  if (!is_empty) return true;
  return report.fail("L-06", "工作表里没有任何内容",
                     "请填入标题行和数据；数据若在另一张工作表上，请在文件名后用“#工作表名”指明");
}

bool XlsxReader::read_rows(GridSink& sink, XlsxReport& report, bool& is_empty) {
  const XlsxStrings* strings = workbook_->strings(report);
  if (strings == nullptr) return false;
  const auto part = workbook_->package().open_part(sheet_.part, report);
  if (!part) return false;
  XlsxRows rows({*workbook_, *strings, *part, sink, report});
  const bool is_whole = parse_part(*part, rows, report);
  is_empty = rows.is_empty();
  return is_whole;
}

bool XlsxReader::is_empty() {
  Diagnostics ignored;
  XlsxReport report(shown_name_, sheet_.name, ignored);
  FirstRowOnly sink;
  bool is_empty = true;
  return read_rows(sink, report, is_empty) && is_empty;
}

std::unique_ptr<GridReader> open_sheet(const std::string& path, const std::string& shown_name,
                                       const std::string& sheet, Diagnostics& diagnostics) {
  XlsxReport report(shown_name, "", diagnostics);
  std::shared_ptr<XlsxWorkbook> workbook = XlsxWorkbook::open(path, report);
  if (!workbook) return nullptr;
  const XlsxSheet* found = find_sheet(*workbook, sheet);
  if (found == nullptr) {
    report_missing_sheet(*workbook, sheet, report);
    return nullptr;
  }
  return std::make_unique<XlsxReader>(std::move(workbook), *found, shown_name);
}

std::vector<std::unique_ptr<GridReader>> open_filled_sheets(const std::string& path,
                                                            const std::string& shown_name,
                                                            Diagnostics& diagnostics) {
  XlsxReport report(shown_name, "", diagnostics);
  std::vector<std::unique_ptr<GridReader>> readers;
  std::vector<std::unique_ptr<GridReader>> hidden;
  const std::shared_ptr<XlsxWorkbook> workbook = XlsxWorkbook::open(path, report);
  if (!workbook) return readers;
  const auto& sheets = workbook->sheets();
  const bool has_visible =
      std::any_of(sheets.begin(), sheets.end(), [](const XlsxSheet& sheet) { return sheet.is_visible; });
  for (const XlsxSheet& sheet : sheets) {
    const bool is_hidden = has_visible && !sheet.is_visible;
    auto reader = std::make_unique<XlsxReader>(workbook, sheet, shown_name, is_hidden);
    if (!reader->is_empty()) (is_hidden ? hidden : readers).push_back(std::move(reader));
  }
  if (readers.empty())
    report.fail("L-06", "工作簿的各张工作表里都没有任何内容", "请填入标题行和数据后再运行");
  if (!readers.empty()) std::move(hidden.begin(), hidden.end(), std::back_inserter(readers));
  return readers;
}

}  // namespace nianbao
