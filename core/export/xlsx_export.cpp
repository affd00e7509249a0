#include "export/xlsx_export.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>

#include "base/text.h"
#include "export/xlsx_cells.h"
#include "export/xlsx_file.h"
#include "export/xlsx_sheets.h"
#include "export/xlsx_text.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestProperty = 255;

using Workbook = std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)>;

// Midnight UTC of an ISO date. libxlsxwriter takes 0 for "now", so 1970-01-01 and what is no date become the
// last day of `year`, or of 1980.
std::time_t created_at(const std::string& date, int year) {
  using namespace std::chrono;
  int y = 0;
  unsigned m = 0;
  unsigned d = 0;
  const bool iso = std::sscanf(date.c_str(), "%4d-%2u-%2u", &y, &m, &d) == 3;
  year_month_day day{std::chrono::year{y}, month{m}, std::chrono::day{d}};
  if (!iso || !day.ok()) day = std::chrono::year{year > 0 ? year : 1980} / December / 31;
  const auto seconds = duration_cast<std::chrono::seconds>(sys_days{day}.time_since_epoch()).count();
  return seconds == 0 ? 1 : static_cast<std::time_t>(seconds);
}

void set_properties(lxw_workbook* workbook, const Document& document) {
  const auto property = [](const std::string& text) {
    const std::u32string characters = to_utf32(cell_text(text));
    return to_utf8(std::u32string_view(characters).substr(0, kLongestProperty));
  };
  std::string title = property(document.title);
  std::string issuer = property(document.issuer);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = issuer.data();
  properties.company = issuer.data();
  properties.created = created_at(document.date, document.year);
  require_written(workbook_set_properties(workbook, &properties));
}

// Names that the whole workbook knows, each once; a repeated one is numbered.
class Names {
 public:
  explicit Names(lxw_workbook* workbook) : workbook_(workbook) {}

  void define(const PlacedTable& table, const std::string& sheet) {
    const std::string wanted = defined_name(table.name);
    if (wanted.empty()) return;
    std::string name = wanted;
    for (int copy = 2; !taken_.insert(small_letters(name)).second; ++copy)
      name = fmt::format("{}_{}", wanted, copy);
    const CellRange& range = table.range;
    char area[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range_abs(
        area, static_cast<lxw_row_t>(range.first_row), static_cast<lxw_col_t>(range.first_column),
        static_cast<lxw_row_t>(range.last_row), static_cast<lxw_col_t>(range.last_column));
    const std::string target = fmt::format("={}!{}", quoted_sheet(sheet), area);
    require_written(workbook_define_name(workbook_, name.c_str(), target.c_str()));
  }

 private:
  lxw_workbook* workbook_;
  std::set<std::string> taken_;
};

lxw_worksheet* add_sheet(lxw_workbook* workbook, const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, name.c_str());
  if (sheet == nullptr) throw std::runtime_error(fmt::format("无法在工作簿里建立工作表“{}”。", name));
  // The library leaves "2024" and "A1" bare in the names it defines for print titles and filters; Excel then
  // calls the file damaged.
  std::free(sheet->quoted_name);
  sheet->quoted_name = strdup(quoted_sheet(name).c_str());
  if (sheet->quoted_name == nullptr) throw std::bad_alloc();
  return sheet;
}

// A workbook needs a sheet: a document without any shows its title.
std::vector<Sheet> title_alone(const Document& document) {
  Sheet sheet;
  sheet.title = document.title;
  return {sheet};
}

void fill(lxw_workbook* workbook, const Document& document) {
  set_properties(workbook, document);
  StyleBook styles(workbook);
  Names defined(workbook);
  const std::vector<Sheet> only_title = title_alone(document);
  const std::vector<Sheet>& sheets = document.sheets.empty() ? only_title : document.sheets;
  const std::vector<std::string> names = sheet_names(sheets);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    lxw_worksheet* target = add_sheet(workbook, names[i]);
    set_up_page(sheets[i], document.draft, target);
    const auto write = sheets[i].data ? write_data_sheet : write_form_sheet;
    for (const PlacedTable& table : write(sheets[i], document.draft, {workbook, target}, styles)) {
      defined.define(table, names[i]);
    }
  }
}

// A folder for the library's temporary files: the system's, else the target's own.
std::string temporary_folder(const std::string& path) {
  std::error_code error;
  std::string usual = std::filesystem::temp_directory_path(error).string();
  if (!error && access(usual.c_str(), W_OK) == 0) return usual;
  const std::filesystem::path own = std::filesystem::path(path).parent_path();
  return own.empty() ? "." : own.string();
}

std::string assemble(const Document& document, const std::string& path) {
  const ScratchFile scratch;
  std::string folder = temporary_folder(path);
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  Workbook workbook(workbook_new_opt(scratch.path().c_str(), &options), &lxw_workbook_free);
  if (!workbook) throw std::bad_alloc();
  fill(workbook.get(), document);
  {
    // The library turns times into text in a buffer that all threads share.
    static std::mutex closing;
    const std::lock_guard<std::mutex> lock(closing);
    require_written(workbook_close(workbook.release()));
  }
  std::string bytes = scratch.read();
  require_complete_package(bytes);
  return bytes;
}

}  // namespace

void write_xlsx(const Document& document, const std::string& path) {
  write_whole_file(path, assemble(document, path));
}

}  // namespace nianbao
