#include "reporter/explain.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "calendar/clock.h"
#include "cube/disclosure_cube.h"
#include "cube/time_cube.h"
#include "reporter/request_count.h"

namespace nianbao {

namespace {

using Part = FigurePlace::Part;

const Amount kOne = Amount::of(Decimal(1));

// Whether one application counts for the figure, and with what.
class RequestFilter {
 public:
  RequestFilter(const ExplainInput& input, const FigurePlace& place)
      : year_(input.workspace.body.year), calendar_(input.calendar), place_(place) {
    if (place.key != kOtherGroups) return;
    for (std::string& key : group_keys(input.compilation.figures, place)) own_groups_.insert(std::move(key));
  }

  // Blank when the application is not counted there.
  Amount value(const Request& request) const {
    const auto standing = standing_in(year_, request);
    if (!standing) return {};
    if (place_.part == Part::table3) return is_in_cell(request, *standing) ? kOne : Amount{};
    return of_requests(request, *standing);
  }

 private:
  bool is_in_cell(const Request& request, const Standing& standing) const {
    const bool is_column =
        place_.column == kTotalColumn || place_.column == static_cast<int>(request.applicant);
    const auto row = static_cast<Row3>(place_.row);
    const bool is_row =
        row == Row3::total ? is_outcome(standing.exit) : row == standing.entry || row == standing.exit;
    return is_column && is_row;
  }

  Amount of_requests(const Request& request, const Standing& standing) const {
    const std::string& measure = place_.measure;
    const bool is_open = standing.exit == Row3::carried_out;
    if (!place_.group.empty() && !is_in_group(request, standing)) return {};
    if (measure == "received") return standing.entry == Row3::received ? kOne : Amount{};
    if (measure == "open") return is_open ? kOne : Amount{};
    if (measure == "overdue_open") return is_open && is_late(request, year_.last_day()) ? kOne : Amount{};
    if (is_open) return {};
    if (measure == "answered" || measure == "closed") return kOne;
    if (measure == "processing_fee") {
      const auto fee = collected_fee(request);
      return fee ? Amount::of(*fee) : Amount{};
    }
    return is_late(request, *request.closed) == (measure == "overdue") ? kOne : Amount{};
  }

  bool is_in_group(const Request& request, const Standing& standing) const {
    const std::string& group = place_.group;
    const auto named = [&](const std::string& text) {
      const std::string key = group_name(text);
      return key == place_.key || (place_.key == kOtherGroups && own_groups_.count(key) == 0);
    };
    if (group == "by_unit") return group_name(request.unit) == place_.key;
    if (group == "by_topic") return named(request.topic);
    if (group == "by_channel") return named(request.channel);
    if (group == "by_applicant") return place_.key == table3_column(static_cast<int>(request.applicant)).key;
    if (group == "by_outcome") return place_.key == form_name(standing.exit).key;
    const bool by_receipt = place_.measure == "received";
    if (!by_receipt && standing.exit == Row3::carried_out) return false;
    const Date date = by_receipt ? request.received : *request.closed;
    return format_iso(date).substr(0, 7) == place_.key;
  }

  bool is_late(const Request& request, Date until) const {
    return read_clock(calendar_, request.received, request.events, until).late;
  }

  ReportYear year_;
  const WorkingDays& calendar_;
  const FigurePlace& place_;
  std::set<std::string> own_groups_;  // of the figure that stands for those without a group of their own
};

class Explainer {
 public:
  Explainer(const ExplainInput& input, const FigurePlace& place, ExplainOutput& output)
      : input_(input), place_(place), output_(output), year_(input.workspace.body.year) {}

  void run() {
    value_ = value_at(input_.compilation.figures, place_);
    output_.begin(place_.name, figure_in_words(place_), value_);
    switch (place_.part) {
      case Part::table3:
      case Part::requests:
        list_requests();
        break;
      case Part::table2:
        list_disclosures();
        break;
      case Part::table4:
        list_cases();
        break;
      case Part::tasks:
        list_tasks();
        break;
      case Part::activities:
        list_activities();
    }
    if (place_.part <= Part::table4) list_filed_tables();
    output_.end();
  }

 private:
  const UnitRegister& units() const { return input_.compilation.units; }
  const LedgerSource* ledger(const char* name) const { return input_.workspace.ledger(name); }

  void list_requests() {
    const LedgerSource* source = ledger("requests");
    if (source == nullptr) return;
    const RequestFilter filter(input_, place_);
    read_requests_again(*source, units(), [&](const Request& r, const Place& p) { list(filter, r, p); });
  }

  void list(const RequestFilter& filter, const Request& request, const Place& place) {
    if (!units().counts(request.unit)) return;
    const Amount value = filter.value(request);
    if (value.is_blank()) return;
    const bool is_closed = request.closed && request.outcome;
    output_.record(place,
                   {{"unit", "", request.unit},
                    {"id", "", request.id},
                    {"applicant", "", table3_column(static_cast<int>(request.applicant)).label},
                    {"received", "收到", format_iso(request.received)},
                    {"closed", "办结", is_closed ? format_iso(*request.closed) : ""},
                    {"outcome", "", is_closed ? form_name(*request.outcome).brief : ""}},
                   value);
  }

  void list_disclosures() {
    const LedgerSource* source = ledger("disclosures");
    if (source == nullptr) return;
    std::vector<Disclosure> rows;
    read_disclosures(*source, units(), rows, ignored_);
    for (const Disclosure& row : rows) {
      if (!units().counts(row.unit) || static_cast<int>(row.item) != place_.row) continue;
      DisclosureCube cube;
      cube.add(row);
      Figures own;
      own.table2 = cube.sum();
      list_if_counted(own, row.place, {{"unit", "", row.unit}, {"item", "", form_name(row.item).label}});
    }
  }

  void list_cases() {
    const LedgerSource* source = ledger("reviews");
    if (source == nullptr) return;
    std::vector<ReviewCase> cases;
    read_reviews(*source, units(), cases, ignored_);
    for (const ReviewCase& review : latest_instances(year_, cases)) {
      const auto result = result_in(year_, review);
      const bool is_row = static_cast<int>(review.kind) == place_.row;
      if (!result || !is_row || !units().counts(review.unit)) continue;
      if (place_.column != kTable4Total && place_.column != static_cast<int>(*result)) continue;
      output_.record(review.place,
                     {{"unit", "", review.unit},
                      {"id", "", review.id},
                      {"accepted", "受理", iso_or_blank(review.accepted)},
                      {"closed", "结案", iso_or_blank(review.closed)},
                      {"result", "", table4_column(static_cast<int>(*result)).label}},
                     kOne);
    }
  }

  void list_tasks() {
    for (const Task& task : input_.compilation.tasks) {
      TaskCube cube(report_day(input_.workspace.body));
      cube.add(task);
      Figures own;
      own.tasks = task_figures(cube);
      list_if_counted(own, task.place,
                      {{"number", "", task.number},
                       {"area", "", task.area},
                       {"text", "", task.text},
                       {"units", "", task.units_text},
                       {"deadline", "时限", task.deadline_text},
                       {"status", "", task_status_label(task.status)},
                       {"done_on", "完成", iso_or_blank(task.done_on)}});
    }
  }

  void list_activities() {
    for (const Activity& activity : input_.compilation.activities) {
      ActivityCube cube(year_);
      cube.add(activity);
      Figures own;
      own.activities = activity_figures(cube);
      list_if_counted(own, activity.place,
                      {{"name", "", activity.name},
                       {"class", "", activity.kind},
                       {"unit", "", fmt::format("{}", fmt::join(activity.units, "、"))},
                       {"planned", "计划", iso_or_blank(activity.planned)},
                       {"held", "举办", iso_or_blank(activity.held)}});
    }
  }

  // `own`: the figures of this record alone. What says “/” adds nothing to a number.
  void list_if_counted(const Figures& own, const Place& place, const std::vector<Fact>& facts) {
    const Amount value = value_at(own, place_);
    const bool is_nothing =
        value.is_number() ? value.value.is_zero() : value.is_blank() || value_.is_number();
    if (!is_nothing) output_.record(place, facts, value);
  }

  void list_filed_tables() {
    for (const UnitTables& filed : input_.compilation.unit_tables) {
      Figures own;
      own.table2 = filed.table2;
      if (filed.table3 && !filed.table3->form_2019) own.table3 = filed.table3;
      own.table4 = filed.table4;
      list_if_counted(own, filed.place, {{"unit", "", filed.unit}, {"id", "", "单位报表"}});
    }
  }

  const ExplainInput& input_;
  const FigurePlace& place_;
  ExplainOutput& output_;
  ReportYear year_;
  Amount value_;         // what the report says
  Diagnostics ignored_;  // told by check
};

// "一、", "（一）", "（三）4."
std::string separator(std::string_view path) {
  if (ends_with(path, "）")) return "";
  return path.back() >= '0' && path.back() <= '9' ? "." : "、";
}

// Applicants and outcomes by the words of the form.
std::string key_in_words(const FigurePlace& place) {
  for (int i = 0; place.group == "by_applicant" && i < kApplicants; ++i) {
    if (place.key == table3_column(i).key) return table3_column(i).label;
  }
  for (int i = 0; place.group == "by_outcome" && i < kTable3Rows; ++i) {
    if (place.key == form_name(static_cast<Row3>(i)).key) return form_name(static_cast<Row3>(i)).brief;
  }
  return place.key;
}

std::string counted_in_words(const FigurePlace& place) {
  static const std::pair<const char*, const char*> kWords[] = {{"answered", "本年度办结"},
                                                               {"closed", "本年度办结"},
                                                               {"received", "本年新收"},
                                                               {"open", "年末未办结"},
                                                               {"overdue_open", "年末未办结且已超期"},
                                                               {"processing_fee", "信息处理费（元）"},
                                                               {"total", "任务总数"},
                                                               {"done", "已完成"},
                                                               {"late", "逾期完成"},
                                                               {"running", "进行中"},
                                                               {"not_started", "未开始"},
                                                               {"standing", "长期坚持"},
                                                               {"planned", "计划举办"},
                                                               {"held", "已举办"},
                                                               {"not_held", "未举办"},
                                                               {"participants", "参与人次"},
                                                               {"opinions", "收集意见数"},
                                                               {"adopted", "采纳意见数"},
                                                               {"published_feedback", "已公开反馈"}};
  std::string words;
  for (const auto& [key, label] : kWords) {
    if (place.measure == key) words = label;
  }
  const bool is_tasks = place.part == Part::tasks;
  if (place.measure == "in_time") words = is_tasks ? "按期完成" : "按期办结";
  if (place.measure == "overdue") words = is_tasks ? "逾期未完成" : "超期办结";
  const char* part = is_tasks ? "任务" : place.part == Part::requests ? "依申请公开" : "公开活动";
  return fmt::format("{} {}{}", part, place.key.empty() ? "" : "“" + key_in_words(place) + "” ", words);
}

}  // namespace

std::string figure_in_words(const FigurePlace& place) {
  switch (place.part) {
    case Part::table2: {
      const auto item = static_cast<DisclosureItem>(place.row);
      const bool is_document = place.row < 2;
      return fmt::format(
          "表二 {}{}", form_name(item).label,
          is_document ? std::string(" ") + form_name(static_cast<DocumentCount>(place.column)).label : "");
    }
    case Part::table3: {
      const Row3Name& row = form_name(static_cast<Row3>(place.row));
      return fmt::format("表三 {}{} {}", row.path + separator(row.path), row.brief,
                         table3_column(place.column).label);
    }
    case Part::table4:
      return fmt::format("表四 {} {}", form_name(static_cast<CaseKind>(place.row)).label,
                         table4_column(place.column).label);
    default:
      return counted_in_words(place);
  }
}

void explain_figure(const ExplainInput& input, const FigurePlace& place, ExplainOutput& output) {
  Explainer(input, place, output).run();
}

}  // namespace nianbao
