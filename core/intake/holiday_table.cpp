#include "intake/holiday_table.h"

#include <map>

#include "base/text.h"
#include "intake/grid.h"
#include "intake/ledger_values.h"

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
      take({*date, std::string(text(1)), text(2) == "1"}, row.number);
    } else {
      report(row.number, "放假安排的这一行读不出来：" + in_quotes(written(row)),
             "三列依次是日期、节日名称、是否放假：2024-10-01,国庆节,1；调休上班的写 0");
    }
    return true;
  }

 private:
  static std::string written(const GridRow& row) {
    std::string text;
    for (std::size_t i = 0; i < row.cells.size() && text.size() < kLongestName; ++i) {
      text += (i == 0 ? "" : ",") + std::string(row.cells[i].text);
    }
    return text;
  }

  // A later pack may overrule a day; one file that says two things of it is mistyped.
  void take(Holiday holiday, std::int64_t line) {
    const auto [first, is_new] = lines_.try_emplace(holiday.date, Line{line, holiday});
    const Holiday& before = first->second.holiday;
    if (!is_new && (before.name != holiday.name || before.day_off != holiday.day_off)) {
      return report(line,
                    "放假安排里 " + format_iso(holiday.date) + " 有两种说法：" + said(holiday) + "，第 " +
                        std::to_string(first->second.number) + " 行是" + said(before),
                    "一天只写一行，请删去写错的一行");
    }
    if (is_new) table_.push_back(std::move(holiday));
  }

  static std::string said(const Holiday& holiday) {
    return in_quotes(holiday.name + "," + (holiday.day_off ? "1" : "0"));
  }

  void report(std::int64_t line, std::string message, std::string hint) {
    Diagnostic d;
    d.code = "M-01";
    d.place.file = file_;
    d.place.row = line;
    d.message = std::move(message);
    d.hint = std::move(hint);
    diagnostics_.add(std::move(d));
  }

  struct Line {
    std::int64_t number = 0;
    Holiday holiday;
  };

  const std::string& file_;
  std::vector<Holiday>& table_;
  Diagnostics& diagnostics_;
  std::map<Date, Line> lines_;
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
