#include "intake/csv_reader.h"

#include <system_error>
#include <utility>

#include "intake/csv_records.h"
#include "intake/grid_cell.h"

namespace nianbao {

CsvReader::CsvReader(std::string path, std::string shown_name, TextFormat format)
    : path_(std::move(path)), shown_name_(std::move(shown_name)), format_(format), surveyed_(stamp()) {}

CsvReader::Stamp CsvReader::stamp() const {
  std::error_code error;
  Stamp stamp;
  stamp.size = std::filesystem::file_size(path_, error);
  stamp.time = std::filesystem::last_write_time(path_, error);
  return stamp;
}

bool CsvReader::read(GridSink& sink, Diagnostics& diagnostics) {
  if (const Stamp now = stamp(); now != surveyed_) {
    const std::optional<TextFormat> format = survey_text(path_, shown_name_, diagnostics);
    if (!format) return false;
    format_ = *format;
    surveyed_ = now;
  }
  TextDecoder decoder(path_, format_);
  CsvRecords records(decoder, shown_name_, diagnostics);
  sink.begin(sheet_, {});
  GridRow row;
  bool is_empty = true;
  while (records.next(row)) {
    is_empty = false;
    if (!sink.row(row)) return !records.has_failed();
  }
  if (is_empty && !records.has_failed()) {
    diagnostics.add(grid_fault("L-06", "文件里没有任何内容",
                               "请填入标题行和数据；没有数据的台账请从 report.toml 中去掉",
                               grid_place(shown_name_)));
    return false;
  }
  return !records.has_failed();
}

}  // namespace nianbao
