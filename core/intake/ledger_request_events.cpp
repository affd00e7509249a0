#include "intake/ledger_request_events.h"

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
  const Cell days = read_cell(row.text(Column::extension_days));
  if (days.is_number()) events.extension_days = days.number;
  if (days.state == CellState::invalid) {
    report_unreadable(row, Column::extension_days, "整数",
                      "请填延长的工作日数，如 20；空着就是 20，没有延期的也空着。");
  }
}

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

}  // namespace nianbao
