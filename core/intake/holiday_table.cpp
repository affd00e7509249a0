#include "intake/holiday_table.h"

#include "base/text.h"
#include "intake/grid.h"

namespace nianbao {

namespace {

class HolidaySink : public GridSink {
 public:
  HolidaySink(const std::string& file, std::vector<Holiday>& table, Diagnostics& diagnostics)
      : file_(file), table_(table), diagnostics_(diagnostics) {}

  bool row(const GridRow& row) override {
    const auto text = [&](std::size_t i) { return i < row.cells.size() ? trim(row.cells[i].text) : ""; };
    const bool is_heading = row.number == 1 && text(0) == "date";
    if (is_heading) return true;
    const auto date = parse_date(text(0));
    const bool is_flag = text(2) == "0" || text(2) == "1";
    if (date && !text(1).empty() && is_flag) {
      table_.push_back({*date, std::string(text(1)), text(2) == "1"});
    } else {
      report(row.number);
    }
    return true;
  }

 private:
  void report(std::int64_t line) {
    Diagnostic d;
    d.code = "M-01";
    d.place.file = file_;
    d.place.row = line;
    d.message = "放假安排的这一行读不出来";
    d.hint = "三列依次是日期、节日名称、是否放假：2024-10-01,国庆节,1；调休上班的写 0";
    diagnostics_.add(std::move(d));
  }

  const std::string& file_;
  std::vector<Holiday>& table_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_holidays(const std::string& path, const std::string& shown_name, std::vector<Holiday>& table,
                   Diagnostics& diagnostics) {
  const auto grid = open_grid(path, shown_name, "", diagnostics);
  if (!grid) return;
  HolidaySink sink(shown_name, table, diagnostics);
  grid->read(sink, diagnostics);
}

}  // namespace nianbao
