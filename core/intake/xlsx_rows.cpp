#include "intake/xlsx_rows.h"

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/date_text.h"
#include "intake/grid_cell.h"
#include "intake/xlsx_number.h"
#include "intake/xlsx_reference.h"

namespace nianbao {

namespace {
constexpr const char* kRepair = "请用 Excel 或 WPS 打开修复后另存为 .xlsx，或重新取得完整的文件";
}  // namespace

void XlsxRows::open(std::string_view name, const XmlAttributes& attributes) {
  if (!in_data_) {
    in_data_ = name == "sheetData";
  } else if (name == "c") {
    open_cell(attributes);
  } else if (name == "v" || (name == "t" && phonetic_ == 0)) {
    collecting_ = has_value_ = true;
  } else if (name == "row") {
    open_row(attributes);
  } else if (name == "f") {
    has_formula_ = true;
  } else if (name == "rPh") {
    ++phonetic_;
  }
}

void XlsxRows::close(std::string_view name) {
  if (!in_data_) return;
  if (name == "v" || name == "t") {
    collecting_ = false;
  } else if (name == "c") {
    close_cell();
  } else if (name == "row") {
    close_row();
  } else if (name == "rPh") {
    --phonetic_;
  } else if (name == "sheetData") {
    in_data_ = false;
  }
}

void XlsxRows::text(std::string_view piece) {
  if (!collecting_) return;
  value_.append(piece);
  if (value_.size() > kMaxCellBytes)
    fail("L-10", fmt::format("第 {} 行 {} 列的单元格超过 1 MiB", row_.number, column_letters(column_)),
         "台账单元格最多 32,767 字；请删去该单元格中的多余内容");
}

// Some writers leave row numbers and cell references out: then each follows the one before.
void XlsxRows::open_row(const XmlAttributes& attributes) {
  const std::string_view given = attributes.get("r");
  const std::int64_t last = row_.number;
  row_.number = given.empty() ? last + 1 : parse_index(given).value_or(0);
  slots_.clear();
  row_text_.clear();
  column_ = 0;
  if (row_.number > kMaxSheetRows)
    fail("L-10", fmt::format("工作表超过 {} 行", kMaxSheetRows), "请把台账分成几个文件，或另存为 CSV");
  else if (row_.number <= last)
    fail("L-09", fmt::format("第 {} 行之后又出现了行号“{}”，工作表内容已损坏", last, given), kRepair);
}

void XlsxRows::open_cell(const XmlAttributes& attributes) {
  const std::string_view given = attributes.get("r");
  type_ = attributes.get("t");
  style_ = static_cast<std::size_t>(parse_index(attributes.get("s")).value_or(0));
  value_.clear();
  collecting_ = has_value_ = has_formula_ = false;
  phonetic_ = 0;
  ++column_;
  if (!given.empty()) {
    const std::optional<XlsxReference> reference = parse_reference(given);
    if (!reference)
      return fail("L-09", fmt::format("第 {} 行有无法识别的单元格位置“{}”", row_.number, given), kRepair);
    column_ = reference->column;
  }
  if (column_ > kMaxGridColumns)
    fail("L-10", fmt::format("第 {} 行超过 {} 列", row_.number, kMaxGridColumns), "请删去多余的列后再运行");
}

void XlsxRows::close_cell() {
  if (context_.part.is_stopped() || column_ < 1) return;
  if (!has_value_ && !has_formula_) return;
  if (slots_.size() < static_cast<std::size_t>(column_)) slots_.resize(static_cast<std::size_t>(column_));
  Slot& slot = slots_[static_cast<std::size_t>(column_) - 1];
  slot = {};
  if (has_formula_ && type_ != "str" && value_.empty()) {
    slot.kind = GridKind::error;
    slot.text = kNotCalculated;
  } else if (type_ == "s") {
    take_shared_string(slot);
  } else if (type_ == "str" || type_ == "inlineStr") {
    unescape_spreadsheet_text(value_, 0);
    if (!is_blank_text(value_)) keep(slot, GridKind::text, value_);
  } else if (type_ == "b") {
    slot.kind = GridKind::text;
    slot.text = trim(value_) == "1" || trim(value_) == "true" ? "TRUE" : "FALSE";
  } else if (type_ == "e") {
    keep(slot, GridKind::error, value_);
  } else if (type_ == "d") {
    take_date(slot);
  } else {
    take_number(slot);
  }
}

void XlsxRows::take_shared_string(Slot& slot) {
  const std::optional<std::int64_t> index = parse_index(trim(value_));
  if (!index || static_cast<std::size_t>(*index) >= context_.strings.size())
    return fail("L-09",
                fmt::format("第 {} 行 {} 列引用了第 {} 条共享文字，工作簿里只有 {} 条", row_.number,
                            column_letters(column_), value_, context_.strings.size()),
                kRepair);
  const GridCell cell = text_cell(context_.strings.at(static_cast<std::size_t>(*index)));
  slot.kind = cell.kind;
  slot.text = cell.text;
}

void XlsxRows::take_number(Slot& slot) {
  const std::string_view raw = trim(value_);
  if (raw.empty()) return;
  if (context_.workbook.styles().is_date(style_)) {
    const std::optional<double> serial = parse_double(raw);
    const auto date = serial ? date_from_serial(*serial, context_.workbook.has_epoch_1904()) : std::nullopt;
    if (date) return keep(slot, GridKind::date, format_iso(*date));
  }
  const std::optional<std::string_view> number = plain_number(raw, scratch_);
  keep(slot, number ? GridKind::number : GridKind::text, number.value_or(raw));
}

// ISO 8601, as strict workbooks have it.
void XlsxRows::take_date(Slot& slot) {
  const std::string_view raw = trim(value_);
  const std::optional<Date> date = parse_date(raw);
  if (date) return keep(slot, GridKind::date, format_iso(*date));
  if (!raw.empty()) keep(slot, GridKind::text, raw);
}

void XlsxRows::keep(Slot& slot, GridKind kind, std::string_view text) {
  slot.kind = kind;
  slot.begin = row_text_.size();
  slot.size = text.size();
  row_text_.append(text);
}

void XlsxRows::close_row() {
  if (context_.part.is_stopped()) return;
  bool has_content = false;
  row_.cells.resize(slots_.size());
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Slot& slot = slots_[i];
    const std::string_view own = std::string_view(row_text_).substr(slot.begin, slot.size);
    row_.cells[i] = {slot.kind, slot.text.empty() ? own : slot.text};
    has_content = has_content || slot.kind != GridKind::blank;
  }
  if (!has_content) return;
  has_rows_ = true;
  if (!context_.sink.row(row_)) context_.part.stop();
}

void XlsxRows::fail(std::string code, std::string message, std::string hint) {
  context_.report.fail(std::move(code), std::move(message), std::move(hint), row_.number, column_);
  context_.part.stop();
}

}  // namespace nianbao
