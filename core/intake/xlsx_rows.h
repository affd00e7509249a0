// The XML of one sheet as rows. Only the row that is being read is held.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/grid.h"
#include "intake/xlsx_workbook.h"
#include "intake/xlsx_xml.h"

namespace nianbao {

class XlsxRows : public XmlSink {
 public:
  // Where rows come from and go to; nothing is owned.
  struct Context {
    const XlsxWorkbook& workbook;
    const XlsxStrings& strings;
    XlsxPart& part;
    GridSink& sink;
    XlsxReport& report;
  };
  explicit XlsxRows(const Context& context) : context_(context) {}

  void open(std::string_view name, const XmlAttributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view piece) override;

  // No row with anything in it was handed on.
  bool is_empty() const { return !has_rows_; }

 private:
  // A cell of the row; its text lies in `text` (shared strings, constants) or, when that is empty, in
  // row_text_.
  struct Slot {
    GridKind kind = GridKind::blank;
    std::string_view text;
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  void open_row(const XmlAttributes& attributes);
  void close_row();
  void open_cell(const XmlAttributes& attributes);
  void close_cell();
  void take_shared_string(Slot& slot);
  void take_number(Slot& slot);
  void take_date(Slot& slot);
  void keep(Slot& slot, GridKind kind, std::string_view text);
  void fail(std::string code, std::string message, std::string hint);

  Context context_;
  GridRow row_;
  bool has_rows_ = false;
  bool in_data_ = false;
  std::vector<Slot> slots_;
  std::string row_text_;
  int column_ = 0;  // of the cell that is being read

  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  std::string scratch_;
  bool collecting_ = false;
  bool has_value_ = false;
  bool has_formula_ = false;
  int phonetic_ = 0;
};

}  // namespace nianbao
