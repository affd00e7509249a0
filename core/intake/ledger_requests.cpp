#include "intake/ledger_requests.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/extra_cells.h"
#include "intake/ledger_request_events.h"
#include "intake/ledger_request_order.h"

namespace nianbao {

namespace {

using Column = RequestColumn;

const std::vector<std::string>& applicant_labels() {
  static const auto kLabels = labels_of(kApplicants, [](int i) { return table3_column(i).label; });
  return kLabels;
}

// "1", "4.", "（2）": a row of some group, but of which?
bool is_bare_number(std::string_view text) {
  const std::string key = name_key(text);
  const bool has_digit = key.find_first_of("0123456789") != std::string::npos;
  return has_digit && key.find_first_not_of("0123456789.()、") == std::string::npos;
}

// "不予公开", "（三）": a group of rows.
const Row3Group* find_group(std::string_view text) {
  const std::string key = name_key(text);
  for (const Row3Group& group : table3_groups()) {
    const std::string label = name_key(group.label);
    const std::size_t close = label.find(')') + 1;
    if (key == label || key == label.substr(close) || key == label.substr(0, close) || key == group.key) {
      return &group;
    }
  }
  return nullptr;
}

// The form has no row of its own for what another body is to answer.
bool is_not_ours(std::string_view text) {
  const std::string key = name_key(text.substr(0, kLongestName));
  static constexpr std::array<std::string_view, 8> kWords = {"非本机关",     "非本单位",     "不属于本机关",
                                                             "不属本机关",   "不属于本单位", "不属本单位",
                                                             "不属于本部门", "不属本部门"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&key](std::string_view word) { return key.find(word) != std::string::npos; });
}

// `is_like`: the text resembles what the column knows.
std::string outcome_hint(std::string_view text, NearestWord& nearest, bool& is_like) {
  is_like = true;
  if (is_bare_number(text)) {
    return "只有序号看不出属于哪一类，请写上类别，如“（三）1”，或者写全称“属于国家秘密”。";
  }
  if (is_not_ours(text)) {
    return "不属于本机关负责公开的，填“本机关不掌握相关政府信息”，即“（四）1”。";
  }
  if (const Row3Group* group = find_group(text)) {
    return std::string("请写到“") + group->label + "”下的具体情形，如“" + form_name(group->first).label +
           "”。";
  }
  const std::string* near = nearest(text);
  is_like = near != nullptr;
  return nearest_hint(near) + "请填表三“本年度办理结果”的行名，如“予以公开”“属于行政执法案卷”“（三）4”。";
}

// Numbers are compared as people read them: full width and blanks do not matter.
std::string comparable(std::string_view text) {
  std::string key = fold_width(text);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  return key;
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

// Words where a date is to stand that say there is none yet. The cell is at fault, the application is open.
DateCell read_closing_date(LedgerRow& row, int column) {
  static constexpr std::array<std::string_view, 12> kNotYet = {"尚未答复", "未答复", "没有答复", "待答复",
                                                               "尚未办结", "未办结", "办理中",   "正在办理",
                                                               "在办",     "未办理", "暂未答复", "无"};
  const std::string_view text = row.text(column);
  if (std::find(kNotYet.begin(), kNotYet.end(), text) == kNotYet.end()) return read_date(row, column);
  report_unreadable(row, column, "日期", "还没有答复、没有办结的，这一格请空着。");
  return {};
}

std::vector<LedgerColumn> request_columns() {
  return {{"申请编号", {}, {}},
          {"受理单位", {"单位", "承办单位", "办理单位"}, {}},
          {"申请人类型", {}, {}},
          {"收到日期", {}, {"申请日期", "登记日期"}},
          {"受理渠道", {}, {}},
          {"事项类别", {}, {}},
          {"补正告知日期", {}, {}},
          {"补正收到日期", {}, {}},
          {"征求意见时间", {}, {}},
          {"征求意见开始", {}, {}},
          {"征求意见结束", {}, {}},
          {"是否延期", {}, {}},
          {"延期告知日期", {}, {}},
          {"延长工作日数", {}, {}},
          {"另定答复期限", {}, {}},
          {"收费通知日期", {}, {}},
          {"缴费日期", {}, {}},
          {"答复日期", {}, {}},
          {"办结日期", {}, {}},
          {"办理结果", {}, {}},
          {"信息处理费(元)", {"信息处理费"}, {}},
          {"原申请编号", {}, {}},
          {"是否上年结转", {}, {}},
          {"申请人代号", {}, {}},
          {"申请人姓名", {}, {}}};
}

}  // namespace

const LedgerShape& requests_shape() {
  static const LedgerShape kShape = {"requests",
                                     "依申请公开台账",
                                     request_columns(),
                                     {{Column::id},
                                      {Column::unit},
                                      {Column::applicant},
                                      {Column::received},
                                      {Column::replied, Column::ended},
                                      {Column::outcome}},
                                     Column::id,
                                     {Column::unit, Column::applicant}};
  return kShape;
}

RequestBuilder::RequestBuilder(const UnitRegister& units, const std::vector<ExtraColumn>& extra,
                               const RequestTaker& take)
    : extra_(extra),
      take_(take),
      units_(units),
      nearest_outcome_([](std::string_view text) { return find_like(text, outcome_labels()); }),
      nearest_applicant_([](std::string_view text) { return find_like(text, applicant_labels()); }) {}

void RequestBuilder::build(LedgerRow& row) {
  read_identity(row);
  const Dates dates = read_dates(row);
  read_outcome(row);
  check_closing(row, dates);
  check_order(row, dates);
  read_rest(row);
  if (row.failed() || !dates.received.date) return;
  request_.received = *dates.received.date;
  request_.replied = dates.replied.date;
  request_.ended = dates.ended.date;
  request_.closed = dates.closing().date;
  take_(request_, row.place());
}

void RequestBuilder::read_identity(LedgerRow& row) {
  if (const UnitFinder::Found* found = units_.read(row, Column::unit)) request_.unit = found->name;
  if (row.require(Column::id)) request_.id = row.text(Column::id);
  if (!row.require(Column::applicant)) return;
  const auto& word = applicants_.get(row.text(Column::applicant), [this](std::string_view text) {
    Word<Applicant> made{find_applicant(text), "", false};
    if (!made.value) made.hint = nearest_hint(nearest_applicant_(text));
    return made;
  });
  if (word.value) {
    request_.applicant = *word.value;
  } else {
    row.report(
        "R-06", Column::applicant,
        "申请人类型" + cell_in_quotes(row.text(Column::applicant), !word.hint.empty()) + "不是表三的六类之一",
        word.hint + "请填：" + listed(applicant_labels()) + "。");
  }
}

RequestBuilder::Dates RequestBuilder::read_dates(LedgerRow& row) {
  Dates dates;
  if (row.require(Column::received)) {
    dates.received = read_date(row, Column::received);
    // "/" is no day, and this one is needed.
    if (!dates.received.given) {
      row.report("L-01", Column::received,
                 "“" + row.heading(Column::received) + "”写的是" + cell_in_quotes(row.text(Column::received)),
                 "收到申请的日期必须填写。");
    }
  }
  dates.replied = read_closing_date(row, Column::replied);
  dates.ended = read_closing_date(row, Column::ended);
  if (!dates.replied.given && row.has(Column::ended)) dates.closing_column = Column::ended;
  read_events(row, request_.events);
  return dates;
}

void RequestBuilder::read_outcome(LedgerRow& row) {
  request_.outcome.reset();
  const std::string_view text = row.text(Column::outcome);
  if (text.empty() || is_not_applicable(text)) return;
  const auto& word = outcomes_.get(text, [this](std::string_view written) {
    Word<Row3> made{find_outcome(written), "", false};
    if (!made.value) made.hint = outcome_hint(written, nearest_outcome_, made.is_like);
    return made;
  });
  request_.outcome = word.value;
  if (!word.value)
    row.report("R-05", Column::outcome,
               "办理结果" + cell_in_quotes(text, word.is_like) + "不是表三的办理结果", word.hint);
}

void RequestBuilder::check_closing(LedgerRow& row, const Dates& dates) {
  const std::string_view text = row.text(Column::outcome);
  const bool has_outcome = row.is_broken(Column::outcome) || (!text.empty() && !is_not_applicable(text));
  const DateCell& closing = dates.closing();
  const int column = dates.closing_column;
  if (has_outcome && !closing.given) {
    row.report("R-02", row.has(Column::replied) ? Column::replied : Column::ended,
               "有办理结果" + cell_in_quotes(text, request_.outcome.has_value()) +
                   "，但没有答复日期，也没有办结日期",
               "已办结的请补上日期；没有办结的请删去办理结果。");
  }
  if (!has_outcome && closing.given) {
    row.report("R-03", Column::outcome,
               "“" + row.heading(column) + "”是" + cell_in_quotes(row.text(column)) + "，但没有办理结果",
               "请补上办理结果；没有办结的请删去日期。");
  }
  if (closing.date && dates.received.date && *closing.date < *dates.received.date) {
    row.report("R-01", column,
               "“" + row.heading(column) + "”" + format_iso(*closing.date) + "早于“" +
                   row.heading(Column::received) + "”" + format_iso(*dates.received.date),
               "请核对这两个日期。");
  }
}

void RequestBuilder::check_order(LedgerRow& row, const Dates& dates) const {
  if (!dates.received.date) return;
  RequestSpan span{*dates.received.date, dates.closing().date, dates.closing_column, request_.outcome};
  if (span.closed && *span.closed < span.received) span.closed.reset();
  warn_of_order(row, span, request_.events);
  if (!dates.replied.date || !dates.ended.date || *dates.replied.date == *dates.ended.date) return;
  row.warn("N-20", Column::ended,
           "“" + row.heading(Column::ended) + "”" + format_iso(*dates.ended.date) + "与“" +
               row.heading(Column::replied) + "”" + format_iso(*dates.replied.date) + "不同，以答复日期为准",
           "答复了的只填答复日期；不经答复而结束的只填办结日期。");
}

void RequestBuilder::read_rest(LedgerRow& row) {
  request_.channel = row.text(Column::channel);
  request_.topic = row.text(Column::topic);
  request_.says_carried_in.reset();
  request_.processing_fee.reset();
  if (row.has(Column::carried_in)) request_.says_carried_in = read_yes_no(row, Column::carried_in);
  const int first_extra = static_cast<int>(requests_shape().columns.size());
  if (!extra_.empty()) read_extras(row, first_extra, extra_, request_.extra);
  if (!row.has(Column::processing_fee)) return;
  const Amount fee = read_money(row, Column::processing_fee);
  if (fee.is_number()) request_.processing_fee = fee.value;
}

std::optional<RecordKey> RequestBuilder::key_of(const LedgerRow& row) {
  const std::string_view number = row.text(Column::id);
  const std::string_view name = row.text(Column::unit);
  if (number.empty() || name.empty()) return std::nullopt;
  // Offices start anew each January: a number is unique within unit and year of receipt.
  const auto received = parse_date(row.text(Column::received));
  const int year = received ? static_cast<int>(received->year()) : 0;
  const UnitFinder::Found& found = units_.find(name);
  if (is_plain(number)) return record_key(found.name, number, year);
  return record_key(found.name, comparable(number), year);
}

namespace {

// The later passes of the search for numbers used twice: the same rows again, nothing else reported.
class DuplicateSearch {
 public:
  DuplicateSearch(RequestBuilder& builder, DuplicateFinder& finder, Diagnostics& diagnostics)
      : builder_(builder), finder_(finder), diagnostics_(diagnostics) {}

  void run(const LedgerInput& input) {
    const int passes = finder_.passes();
    for (int pass = 0; pass < passes; ++pass) {
      finder_.begin_pass(pass);
      sheets_.clear();
      Diagnostics reported_before;
      const LedgerInput again{input.source, reported_before, input.open};
      scan_ledger(again, requests_shape(), [this](LedgerRow& row) { check(row); });
    }
  }

 private:
  void check(LedgerRow& row) {
    const auto key = builder_.key_of(row);
    if (!key) return;
    const Place& place = row.place();
    if (sheets_.empty() || sheets_.back().file != place.file || sheets_.back().sheet != place.sheet ||
        place.row <= last_row_) {
      sheets_.push_back(place);
    }
    last_row_ = place.row;
    const auto first = finder_.check(*key, {static_cast<std::int32_t>(sheets_.size() - 1), place.row});
    if (first) report(row, *first);
  }

  void report(const LedgerRow& row, const RecordOrigin& first) {
    Place before = sheets_[static_cast<std::size_t>(first.sheet)];
    before.row = first.row;
    const std::string where = place_text(before, row.place());
    diagnostics_.add(row.finding(
        "R-04", Column::id,
        "申请编号" + number_in_quotes(row.text(Column::id)) + "在同一单位同一年重复，" + where + "已经用过",
        "同一单位同一年收到的申请，编号不能重复：重复登记的请删去一行，编号写错的请改正。"));
  }

  RequestBuilder& builder_;
  DuplicateFinder& finder_;
  Diagnostics& diagnostics_;
  std::vector<Place> sheets_;  // in the order in which they are read
  std::int64_t last_row_ = 0;
};

}  // namespace

LedgerOutcome read_requests(const LedgerInput& input, const UnitRegister& units, const RequestTaker& take) {
  RequestBuilder builder(units, input.source.extra, take);
  DuplicateFinder finder;
  LedgerOutcome outcome = scan_ledger(input, requests_shape(), [&](LedgerRow& row) {
    builder.build(row);
    if (const auto key = builder.key_of(row)) finder.add(*key);
  });
  DuplicateSearch(builder, finder, input.diagnostics).run(input);
  return outcome;
}

void read_applicants(const LedgerInput& input, const ApplicantTaker& take) {
  scan_ledger(input, requests_shape(), [&](LedgerRow& row) {
    const ApplicantCells cells{row.text(Column::applicant_name), row.text(Column::applicant_ref)};
    if (!cells.name.empty() || !cells.reference.empty()) take(cells, row.place());
  });
}

}  // namespace nianbao
