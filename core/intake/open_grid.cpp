#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "intake/csv_reader.h"
#include "intake/grid.h"
#include "intake/grid_signature.h"
#include "intake/opening.h"
#include "intake/xlsx_reader.h"

namespace nianbao {

namespace {

constexpr std::size_t kMaxNeighbours = 2000;  // files of the same folder that are looked through for a name

enum class Format : std::uint8_t { csv, xlsx };

template <std::size_t N>
bool is_one_of(const std::string& extension, const std::array<const char*, N>& list) {
  return std::find(list.begin(), list.end(), extension) != list.end();
}

bool names_text(const std::string& extension) {
  return is_one_of(extension, std::array{".csv", ".txt", ".tsv", ".tab"});
}

bool names_workbook(const std::string& extension) {
  return is_one_of(extension, std::array{".xlsx", ".xlsm", ".xltx", ".xltm"});
}

bool names_other_table(const std::string& extension) {
  return is_one_of(extension, std::array{".xls", ".xlt", ".et", ".ett", ".ods", ".xlsb"});
}

// A file of the same folder with a name like the one that is not there.
std::string nearest_neighbour(const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path wanted(path);
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(wanted.parent_path().empty() ? fs::path(".") : wanted.parent_path(),
                                    error);
       !error && entry != fs::directory_iterator() && names.size() < kMaxNeighbours; entry.increment(error))
    names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  const std::string* nearest = find_nearest(wanted.filename().string(), names);
  return nearest != nullptr && is_valid_utf8(*nearest) ? *nearest : std::string();
}

std::nullopt_t report_missing(const Opening& opening) {
  const std::string nearest = nearest_neighbour(opening.path);
  return opening.fail(
      "L-05", fmt::format("找不到文件“{}”", opening.shown_name),
      nearest.empty() ? std::string("请核对 report.toml 中的路径和文件名")
                      : fmt::format("同一文件夹里有“{}”，是否指它？请核对 report.toml 中的文件名", nearest));
}

// The size of the file: a regular one with something in it that may be read. Nothing is opened before that is
// known: opening a pipe would wait for its writer.
std::optional<std::uintmax_t> require_file(const Opening& opening) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(opening.path, error);
  if (status.type() == fs::file_type::not_found) return report_missing(opening);
  if (status.type() == fs::file_type::directory)
    return opening.fail("L-12", fmt::format("“{}”是一个文件夹，不是文件", opening.shown_name),
                        "请写到具体的 .csv 或 .xlsx 文件");
  if (status.type() == fs::file_type::none)
    return opening.fail("L-05", fmt::format("无法访问文件“{}”：{}", opening.shown_name, error.message()),
                        "请检查文件和上级文件夹的权限");
  if (status.type() != fs::file_type::regular)
    return opening.fail("L-12",
                        fmt::format("“{}”是设备、管道一类的特殊文件，不能作为台账", opening.shown_name),
                        "请换成普通的 .csv 或 .xlsx 文件");
  if (!std::ifstream(opening.path, std::ios::binary).is_open())
    return opening.fail("L-05", fmt::format("文件“{}”存在，但没有读取权限", opening.shown_name),
                        "请检查文件的权限，或是否被其他程序独占");
  const std::uintmax_t size = fs::file_size(opening.path, error);
  if (size == 0)
    return opening.fail("L-06", "文件是空的，一个字节也没有", "请重新取得文件，或从 report.toml 中去掉它");
  return size;
}

std::optional<Format> check_package(const Opening& opening, const std::string& extension) {
  if (names_text(extension) || names_other_table(extension))
    return opening.fail("L-07",
                        fmt::format("文件名以 {} 结尾，内容却是压缩格式（.xlsx 工作簿即是）", extension),
                        "如果它确实是工作簿，请把扩展名改为 .xlsx，并相应修改 report.toml");
  return Format::xlsx;
}

std::optional<Format> check_text(const Opening& opening, const std::string& extension, bool has_zero_bytes) {
  if (!names_workbook(extension) && !names_other_table(extension)) return Format::csv;
  if (has_zero_bytes)
    return opening.fail("L-07", fmt::format("文件名以 {} 结尾，内容却不是工作簿，无法识别", extension),
                        "文件可能已损坏；请重新取得文件，用 Excel 或 WPS 打开后另存为 .xlsx");
  return opening.fail("L-07", fmt::format("文件名以 {} 结尾，内容却是纯文本", extension),
                      "如果它是 CSV，请把扩展名改为 .csv，并相应修改 report.toml；否则请另存为 .xlsx");
}

std::optional<Format> recognise(const Opening& opening) {
  if (!require_file(opening)) return std::nullopt;
  const std::string extension = opening.extension();
  const FileSignature signature = sign_file(opening.path);
  switch (signature.kind) {
    case FileKind::package:
      return check_package(opening, extension);
    case FileKind::cut_package:
      if (!names_workbook(extension)) break;
      return opening.fail("L-09", "文件只有开头的几个字节，其余都丢失了", "请重新取得完整的文件");
    case FileKind::encrypted_office:
      return opening.fail("L-08", "文件设有打开密码，没有密码不能读取",
                          "请用 Excel 或 WPS 打开，取消密码后另存为 .xlsx");
    case FileKind::old_office:
      return opening.fail("L-07", "文件的内容是旧版 Office 格式（.xls、.et、.doc 一类），只读取 .xlsx 和 CSV",
                          "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”");
    case FileKind::other:
      return opening.fail("L-07", fmt::format("文件的内容是{}，不是表格", signature.name),
                          "请换成真正的台账；网页或 XML 形式的表格请用 Excel 或 WPS 打开后另存为 .xlsx");
    case FileKind::text:
      break;
  }
  return check_text(opening, extension, signature.has_zero_bytes);
}

std::unique_ptr<GridReader> open_csv(const Opening& opening) {
  const std::optional<TextFormat> format = survey_text(opening.path, opening.shown_name, opening.diagnostics);
  if (!format) return nullptr;
  return std::make_unique<CsvReader>(opening.path, opening.shown_name, *format);
}

}  // namespace

std::unique_ptr<GridReader> open_grid(const std::string& path, const std::string& shown_name,
                                      const std::string& sheet, Diagnostics& diagnostics) {
  const Opening opening{path, shown_name, diagnostics};
  const std::optional<Format> format = recognise(opening);
  if (!format) return nullptr;
  if (*format == Format::xlsx && !sheet.empty()) return open_sheet(path, shown_name, sheet, diagnostics);
  if (*format == Format::xlsx) {
    std::vector<std::unique_ptr<GridReader>> sheets = open_filled_sheets(path, shown_name, diagnostics);
    return sheets.empty() ? nullptr : std::move(sheets.front());
  }
  if (!sheet.empty()) {
    opening.fail("L-05", fmt::format("CSV 文件没有工作表，找不到“{}”", sheet),
                 fmt::format("请去掉文件名后面的“#{}”", sheet));
    return nullptr;
  }
  return open_csv(opening);
}

std::vector<std::unique_ptr<GridReader>> open_all_grids(const std::string& path,
                                                        const std::string& shown_name,
                                                        Diagnostics& diagnostics) {
  const Opening opening{path, shown_name, diagnostics};
  const std::optional<Format> format = recognise(opening);
  if (!format) return {};
  if (*format == Format::xlsx) return open_filled_sheets(path, shown_name, diagnostics);
  std::vector<std::unique_ptr<GridReader>> grids;
  if (auto reader = open_csv(opening)) grids.push_back(std::move(reader));
  return grids;
}

}  // namespace nianbao
