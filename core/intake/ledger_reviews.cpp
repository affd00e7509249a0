// 复议诉讼台账. One case may stand in several rows, one for each instance (审级); all are handed on.
#include <array>
#include <map>

#include "base/text.h"
#include "intake/ledger_readers.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

struct Column {
  enum Number : int { id, unit, kind, result, accepted, closed, instance, role, reason };
};

const LedgerShape& reviews_shape() {
  static const LedgerShape kShape = {"reviews",
                                     "复议诉讼台账",
                                     {{"案号", {}, {}},
                                      {"单位", {}, {}},
                                      {"类别", {}, {}},
                                      {"结果", {}, {}},
                                      {"受理日期", {}, {}},
                                      {"结案日期", {}, {}},
                                      {"审级", {}, {}},
                                      {"被告身份", {}, {}},
                                      {"原因", {}, {}}},
                                     {{Column::id}, {Column::unit}, {Column::kind}, {Column::result}},
                                     Column::id};
  return kShape;
}

std::vector<std::string> kind_labels() {
  return labels_of(kCaseKinds, [](int i) { return form_name(static_cast<CaseKind>(i)).label; });
}

std::vector<std::string> result_labels() {
  return labels_of(kTable4Total, [](int i) { return table4_column(i).label; });
}

constexpr std::array<std::string_view, 3> kInstances = {"一审", "二审", "再审"};

// 1 for 一审 and where nothing is said: a case begins there. 0 for a word that is no instance.
int rank_of(std::string_view instance) {
  if (instance.empty() || is_not_applicable(instance)) return 1;
  const std::string key = name_key(instance);
  for (std::size_t i = 0; i < kInstances.size(); ++i) {
    if (starts_with(key, kInstances[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

class ReviewBuilder {
 public:
  ReviewBuilder(const UnitRegister& units, std::vector<ReviewCase>& cases) : units_(units), cases_(cases) {}

  void build(LedgerRow& row) {
    ReviewCase review;
    review.place = row.place();
    if (const UnitFinder::Found* found = units_.read(row, Column::unit)) review.unit = found->name;
    if (row.require(Column::id)) review.id = row.text(Column::id);
    read_kind(row, review);
    const bool result_known = read_result(row, review);
    read_dates(row, review, result_known);
    read_instance(row, review);
    read_role(row, review);
    const std::string_view reason = row.text(Column::reason);
    if (!is_not_applicable(reason)) review.reason = reason;
    if (!row.failed()) keep(row, review);
  }

 private:
  static void read_kind(LedgerRow& row, ReviewCase& review) {
    if (!row.require(Column::kind)) return;
    const std::string_view text = row.text(Column::kind);
    if (const auto kind = find_case_kind(text)) {
      review.kind = *kind;
      return;
    }
    row.report(
        "L-01", Column::kind,
        "“" + row.heading(Column::kind) + "”写的是" +
            cell_in_quotes(text, find_like(text, kind_labels()) != nullptr) + "，不是表四的类别",
        nearest_hint(find_like(text, kind_labels())) + "请填：行政复议、未经复议直接起诉、复议后起诉。");
  }

  static bool read_result(LedgerRow& row, ReviewCase& review) {
    if (!row.require(Column::result)) return false;
    const std::string_view text = row.text(Column::result);
    if (const auto result = find_case_result(text)) {
      review.result = *result;
      return true;
    }
    row.report(
        "R-05", Column::result,
        "结果" + cell_in_quotes(text, find_like(text, result_labels()) != nullptr) + "不是表四的结果",
        nearest_hint(find_like(text, result_labels())) + "请填：结果维持、结果纠正、其他结果、尚未审结。");
    return false;
  }

  static void read_dates(LedgerRow& row, ReviewCase& review, bool result_known) {
    const DateCell accepted = read_date(row, Column::accepted);
    const DateCell closed = read_date(row, Column::closed);
    review.accepted = accepted.date;
    review.closed = closed.date;
    const bool pending = review.result == CaseResult::pending;
    if (result_known && !pending && !closed.given && row.has(Column::closed)) {
      row.report("R-02", Column::closed, "结果是" + in_quotes(row.text(Column::result)) + "，但没有结案日期",
                 "已结案的请补上结案日期；没有结案的，结果填“尚未审结”。");
    }
    if (result_known && pending && closed.given) {
      row.report("R-03", Column::result,
                 "有结案日期" + cell_in_quotes(row.text(Column::closed)) + "，结果却是“尚未审结”",
                 "请填结案的结果；没有结案的请删去结案日期。");
    }
    if (accepted.date && closed.date && *closed.date < *accepted.date) {
      row.report("R-01", Column::closed,
                 "结案日期" + format_iso(*closed.date) + "早于受理日期" + format_iso(*accepted.date),
                 "请核对这两个日期。");
    }
  }

  static void read_instance(LedgerRow& row, ReviewCase& review) {
    const std::string_view text = row.text(Column::instance);
    const int rank = rank_of(text);
    if (rank == 0) {
      row.report("L-01", Column::instance, "审级写的是" + cell_in_quotes(text),
                 "请填：一审、二审、再审；复议案件留空。");
    }
    review.instance_rank = rank;
  }

  static void read_role(LedgerRow& row, ReviewCase& review) {
    const std::string_view text = row.text(Column::role);
    if (text.empty() || is_not_applicable(text)) return;
    const std::string key = name_key(text);
    if (key == "复议共同被告" || key == "共同被告") {
      review.co_defendant = true;
    } else if (key != "原行为机关" && key != "被告") {
      row.report("L-01", Column::role, "被告身份写的是" + cell_in_quotes(text),
                 "请填：原行为机关、复议共同被告。");
    }
  }

  void keep(LedgerRow& row, ReviewCase& review) {
    const std::string key = name_key(review.id) + '\n' + review.unit + '\n' +
                            std::to_string(static_cast<int>(review.kind)) + '\n' +
                            std::to_string(review.instance_rank);
    const auto [first, is_new] = seen_.try_emplace(key, row.place());
    if (is_new) {
      cases_.push_back(std::move(review));
      return;
    }
    row.report("R-04", Column::id,
               "案号" + number_in_quotes(row.text(Column::id)) + "的同一审级重复，" +
                   place_text(first->second, row.place()) + "已经登记",
               "重复登记的请删去一行；不同审级请写明“一审”“二审”“再审”。");
  }

  UnitFinder units_;
  std::vector<ReviewCase>& cases_;
  std::map<std::string, Place> seen_;  // by case and instance
};

}  // namespace

LedgerOutcome read_reviews(const LedgerInput& input, const UnitRegister& units,
                           std::vector<ReviewCase>& cases) {
  ReviewBuilder builder(units, cases);
  return scan_ledger(input, reviews_shape(), [&builder](LedgerRow& row) { builder.build(row); });
}

}  // namespace nianbao
