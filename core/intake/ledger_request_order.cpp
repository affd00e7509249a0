#include "intake/ledger_request_order.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "intake/ledger_requests.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

using Column = RequestColumn;
using Dates = std::vector<Date>;

constexpr const char* kCheckTwo = "请核对这两个日期；期限按填写的日期计算。";

Dates in_order(Dates dates) {
  std::sort(dates.begin(), dates.end());
  return dates;
}

Dates dates_of(const std::optional<Date>& date) {
  return date ? Dates{*date} : Dates{};
}

Dates begins_of(const std::vector<Period>& periods) {
  Dates begins;
  for (const Period& period : periods) begins.push_back(period.begin);
  return in_order(begins);
}

// What is asked of the applicant, and what comes of it.
struct Question {
  int asked_column, answer_column;
  Dates asked, answers;  // in order
};

class OrderCheck {
 public:
  OrderCheck(LedgerRow& row, const RequestSpan& span, const ClockEvents& events)
      : row_(row),
        span_(span),
        events_(events),
        correction_{Column::correction_asked, Column::correction_received, in_order(events.corrections_asked),
                    in_order(events.corrections_received)},
        fee_{Column::fee_asked, Column::fee_paid, dates_of(events.fee_asked), dates_of(events.fee_paid)},
        consultation_column_(row.has(Column::consultations) ? Column::consultations
                                                            : Column::consultation_begin) {}

  void check() {
    for (const Question* question : {&correction_, &fee_}) {
      within(question->asked_column, question->asked);
      pair(*question);
    }
    within(consultation_column_, begins_of(events_.consultations));
    within(Column::extension_told, dates_of(events_.extension_told));
    not_before_receipt(Column::agreed_deadline, dates_of(events_.agreed_deadline));
    check_extension();
    if (span_.closed && span_.outcome) check_ending();
  }

 private:
  void warn(int column, std::string message, std::string hint) {
    if (warned_.insert(column).second) row_.warn("N-20", column, std::move(message), std::move(hint));
  }

  std::string said(int column, Date date) const { return named(column) + format_iso(date); }
  // By the sheet's own heading; a column that it lacks by the canonical one.
  std::string named(int column) const {
    const std::string& own = row_.heading(column);
    return "“" + (own.empty() ? requests_shape().columns[static_cast<std::size_t>(column)].heading : own) +
           "”";
  }

  bool is_silent(int column) const { return row_.is_blank(column) || is_not_applicable(row_.text(column)); }
  // Something stands there of which no date was made.
  bool is_unread(int column, const Dates& dates) const {
    return row_.has(column) && dates.empty() && !is_silent(column);
  }

  void within(int column, const Dates& dates) {
    not_before_receipt(column, dates);
    if (!span_.closed || dates.empty() || dates.back() <= *span_.closed) return;
    warn(column, said(column, dates.back()) + "晚于" + said(span_.closing_column, *span_.closed),
         "请核对这两个日期；办结以后的事不影响期限。");
  }

  void not_before_receipt(int column, const Dates& dates) {
    if (!dates.empty() && dates.front() < span_.received) {
      warn_early(column, dates.front(), Column::received, span_.received);
    }
  }

  void warn_early(int column, Date date, int before, Date earliest) {
    warn(column, said(column, date) + "早于" + said(before, earliest), kCheckTwo);
  }

  // The n-th answer needs an n-th question on that day or before.
  void pair(const Question& question) {
    if (!row_.has(question.asked_column) || is_unread(question.asked_column, question.asked)) return;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
      const Date answer = question.answers[i];
      if (i >= question.asked.size()) return warn_unasked(question, answer);
      if (answer < question.asked[i]) {
        return warn_early(question.answer_column, answer, question.asked_column, question.asked[i]);
      }
    }
  }

  void warn_unasked(const Question& question, Date answer) {
    const std::string asked = named(question.asked_column);
    const std::string lacks = question.asked.empty() ? "没有" + asked : "没有与它对应的" + asked;
    warn(question.answer_column,
         "有" + said(question.answer_column, answer) + "，" + lacks + "，期限从这一天的次日重新计算",
         "请补上" + asked + "；没有通知过的请删去这个日期。");
  }

  void check_extension() {
    const bool is_yes_or_no = row_.has(Column::extended) && !is_silent(Column::extended);
    const auto days = events_.extension_days;
    if (is_yes_or_no && events_.extended && days && *days == 0) {
      warn(Column::extension_days,
           named(Column::extended) + "写的是“是”，" + named(Column::extension_days) + "是 0",
           "请填延长的工作日数，不写为 20；没有延期的，“是否延期”请填“否”。");
    }
    if (!is_yes_or_no || events_.extended) return;
    std::string contrary;
    if (events_.extension_told) contrary = said(Column::extension_told, *events_.extension_told);
    if (contrary.empty() && days && *days > 0) {
      contrary = named(Column::extension_days) + " " + std::to_string(*days);
    }
    if (contrary.empty()) return;
    warn(Column::extended, named(Column::extended) + "写的是“否”，却有" + contrary + "，按已延期计算",
         "延了期的请改成“是”；没有延期的请删去告知日期和工作日数。");
  }

  // What the outcome says of the questions.
  void check_ending() {
    const Row3 outcome = *span_.outcome;
    if (outcome == Row3::other_correction_overdue) return check_overdue(correction_, "补正");
    if (outcome == Row3::other_fee_overdue) return check_overdue(fee_, "缴费");
    if (outcome == Row3::other_other) return;  // withdrawn: whatever was awaited
    answered_by_closing(correction_);
    answered_by_closing(fee_);
    for (const Period& period : events_.consultations) {
      if (period.begin <= *span_.closed && (!period.end || *period.end > *span_.closed))
        warn_consulting(period);
    }
  }

  void answered_by_closing(const Question& question) {
    const Dates asked = meanwhile(question.asked), answers = meanwhile(question.answers);
    if (asked.empty() || is_unread(question.answer_column, question.answers)) return;
    if (!answers.empty() && answers.back() >= asked.back()) return;
    const int column = row_.has(question.answer_column) ? question.answer_column : question.asked_column;
    const std::string closed = said(span_.closing_column, *span_.closed);
    const auto late = std::upper_bound(question.answers.begin(), question.answers.end(), *span_.closed);
    if (late != question.answers.end()) {
      return warn(column, said(question.answer_column, *late) + "晚于" + closed, kCheckTwo);
    }
    const std::string answer = named(question.answer_column);
    warn(column,
         "有" + said(question.asked_column, asked.back()) + "，之后没有" + answer + "，却已办结（" + closed +
             "），期限从通知起停止计算",
         "多半是漏填：请补上" + answer + "；没有通知过的，请删去通知日期。");
  }

  // From receipt until closing, as the clock sees them.
  Dates meanwhile(Dates dates) const {
    std::erase_if(dates, [this](Date date) { return date < span_.received || *span_.closed < date; });
    return dates;
  }

  void warn_consulting(const Period& period) {
    const bool is_pair = consultation_column_ == Column::consultation_begin;
    const int column =
        is_pair && row_.has(Column::consultation_end) ? Column::consultation_end : consultation_column_;
    const std::string begun = format_iso(period.begin) + "开始征求意见，";
    const std::string end =
        period.end ? "到" + format_iso(*period.end) + "才结束，晚于" : "没有结束的日期，却已办结：";
    warn(column, begun + end + said(span_.closing_column, *span_.closed),
         "请补上或核对收到意见的日期，如 2024-03-01~2024-03-12；从发出的次日起到办结都没有计入期限。");
  }

  // Closed because nothing came: something was asked, and nothing came.
  void check_overdue(const Question& question, const std::string& what) {
    const std::string says = "办理结果是“逾期不" + what + "”，";
    if (question.asked.empty()) {
      if (!row_.has(question.asked_column) || !is_silent(question.asked_column)) return;
      return warn(question.asked_column, says + "却没有" + named(question.asked_column),
                  "请补上" + named(question.asked_column) + "；没有通知过的，请改正办理结果。");
    }
    if (question.answers.empty() || question.answers.back() < question.asked.back()) return;
    warn(question.answer_column, says + "却有" + said(question.answer_column, question.answers.back()),
         "请核对办理结果和这个日期。");
  }

  LedgerRow& row_;
  const RequestSpan& span_;
  const ClockEvents& events_;
  Question correction_, fee_;
  int consultation_column_;
  std::set<int> warned_;
};

}  // namespace

void warn_of_order(LedgerRow& row, const RequestSpan& span, const ClockEvents& events) {
  OrderCheck(row, span, events).check();
}

}  // namespace nianbao
