#include "intake/ledger_request_events.h"

#include <algorithm>

#include "intake/ledger_requests.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

using Column = RequestColumn;

void read_consultations(LedgerRow& row, ClockEvents& events) {
  events.consultations.clear();
  if (row.has(Column::consultations)) read_periods(row, Column::consultations, events.consultations);
  if (!row.has(Column::consultation_begin)) return;
  const DateCell begin = read_date(row, Column::consultation_begin);
  const DateCell end = read_date(row, Column::consultation_end);
  if (begin.date && end.date && *end.date < *begin.date) {
    row.report("L-01", Column::consultation_end,
               "“" + row.heading(Column::consultation_end) + "”" + format_iso(*end.date) + "早于“" +
                   row.heading(Column::consultation_begin) + "”" + format_iso(*begin.date),
               "请核对这两个日期。");
  } else if (begin.date && (end.date || !end.given)) {
    events.consultations.push_back({*begin.date, end.date});
  }
}

void read_extension(LedgerRow& row, ClockEvents& events) {
  events.extended = false;
  events.extension_days.reset();
  if (row.has(Column::extended)) events.extended = read_yes_no(row, Column::extended).value_or(false);
  events.extension_told = read_date(row, Column::extension_told).date;
  if (!row.has(Column::extension_days) || is_not_applicable(row.text(Column::extension_days))) return;
  const Cell days = read_count(row, Column::extension_days);
  if (days.is_number()) events.extension_days = days.number;
}

using Dates = std::vector<Date>;

Dates dates_of(const std::optional<Date>& date) {
  return date ? Dates{*date} : Dates{};
}

Dates begins_of(const std::vector<Period>& periods) {
  Dates begins;
  for (const Period& period : periods) begins.push_back(period.begin);
  return begins;
}

// One warning a row and column, at the first date that cannot be.
class OrderCheck {
 public:
  OrderCheck(LedgerRow& row, Date received) : row_(row), received_(received) {}

  void not_before_receipt(int column, const Dates& dates) const {
    for (Date date : dates) {
      if (date < received_) return warn_early(column, date, Column::received, received_);
    }
  }

  // Every answer needs something asked on that day or before. A ledger without a column for what was asked
  // says nothing of it.
  void answered(int column, const Dates& answers, int asked_column, const Dates& asked) const {
    if (answers.empty()) return;
    const Date first = *std::min_element(answers.begin(), answers.end());
    if (!asked.empty()) {
      const Date earliest = *std::min_element(asked.begin(), asked.end());
      if (first < earliest) warn_early(column, first, asked_column, earliest);
    } else if (row_.has(asked_column) && says_nothing(asked_column)) {
      row_.warn("N-20", column,
                "有“" + row_.heading(column) + "”" + format_iso(first) + "，没有“" +
                    row_.heading(asked_column) + "”，期限从这一天的次日重新计算",
                "请补上“" + row_.heading(asked_column) + "”；没有通知过的请删去这个日期。");
    }
  }

 private:
  bool says_nothing(int column) const {
    return row_.is_blank(column) || is_not_applicable(row_.text(column));
  }

  void warn_early(int column, Date date, int before, Date earliest) const {
    row_.warn("N-20", column,
              "“" + row_.heading(column) + "”" + format_iso(date) + "早于“" + row_.heading(before) + "”" +
                  format_iso(earliest),
              "请核对这两个日期；期限按填写的日期计算。");
  }

  LedgerRow& row_;
  Date received_;
};

}  // namespace

void read_events(LedgerRow& row, ClockEvents& events) {
  read_dates(row, Column::correction_asked, events.corrections_asked);
  read_dates(row, Column::correction_received, events.corrections_received);
  read_consultations(row, events);
  read_extension(row, events);
  events.agreed_deadline = read_date(row, Column::agreed_deadline).date;
  events.fee_asked = read_date(row, Column::fee_asked).date;
  events.fee_paid = read_date(row, Column::fee_paid).date;
}

void warn_of_order(LedgerRow& row, Date received, const ClockEvents& events) {
  const OrderCheck check(row, received);
  check.not_before_receipt(Column::correction_asked, events.corrections_asked);
  check.answered(Column::correction_received, events.corrections_received, Column::correction_asked,
                 events.corrections_asked);
  const bool is_pair = !row.has(Column::consultations);
  check.not_before_receipt(is_pair ? Column::consultation_begin : Column::consultations,
                           begins_of(events.consultations));
  check.not_before_receipt(Column::extension_told, dates_of(events.extension_told));
  check.not_before_receipt(Column::agreed_deadline, dates_of(events.agreed_deadline));
  check.not_before_receipt(Column::fee_asked, dates_of(events.fee_asked));
  check.answered(Column::fee_paid, dates_of(events.fee_paid), Column::fee_asked, dates_of(events.fee_asked));
}

}  // namespace nianbao
