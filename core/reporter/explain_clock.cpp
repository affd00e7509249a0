#include "reporter/explain_clock.h"

#include <fmt/format.h>

#include "base/text.h"
#include "figures/json_lines.h"
#include "reporter/clock_findings.h"

namespace nianbao {

namespace {

constexpr std::size_t kMostFound = 20;

const char* weekday_of(Date date) {
  static constexpr const char* kNames[] = {"周日", "周一", "周二", "周三", "周四", "周五", "周六"};
  return kNames[std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding()];
}

// A number may hold a slash itself: what stands before the slash counts as a unit only when it is one.
struct Wanted {
  std::string id, unit;
  bool fits(const Request& request, const std::string& whole) const {
    const std::string own = name_key(request.id);
    return own == name_key(whole) || (!unit.empty() && own == name_key(id) && request.unit == unit);
  }
};

Wanted parse_wanted(const UnitRegister& units, const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return {text, ""};
  const std::string name = text.substr(0, slash);
  const Unit* unit = units.find(name);
  return {text.substr(slash + 1), unit != nullptr ? unit->name : name};
}

struct Reading {
  ClockReading clock;
  std::vector<ClockDay> days;
  std::vector<Diagnostic> findings;  // K-01 … K-06
  bool is_open = false;
};

Reading read(const ExplainInput& input, const FoundRequest& found) {
  const Request& request = found.request;
  const Date last_day = ReportYear(input.workspace.body.year).last_day();
  Reading reading;
  reading.is_open = !request.closed || (*request.closed > last_day && request.received <= last_day);
  const Date until = reading.is_open ? std::max(last_day, request.received) : *request.closed;
  reading.clock = read_clock(input.calendar, request.received, request.events, until);
  reading.days = trace_clock(input.calendar, request.received, request.events, until);
  Diagnostics diagnostics;
  report_clock(request, found.place, reading.clock, until, diagnostics);
  reading.findings = diagnostics.sorted();
  for (ClockDay& day : reading.days) {
    if (reading.clock.deadline == day.date)
      day.event += day.event.empty() ? "期限最后一日" : "，期限最后一日";
  }
  return reading;
}

std::string state_text(const ExplainInput& input, const Request& request, const Reading& reading) {
  if (!reading.is_open) {
    return fmt::format("{} 办结，办理结果：{}", format_iso(*request.closed),
                       form_name(*request.outcome).brief);
  }
  if (ReportYear(input.workspace.body.year).is_after(request.received)) {
    return fmt::format("在 {} 年以后收到，尚未办结", input.workspace.body.year);
  }
  return fmt::format("到 {} 年 12 月 31 日尚未办结", input.workspace.body.year);
}

std::string deadline_text(const Request& request, const Reading& reading) {
  const ClockReading& clock = reading.clock;
  if (clock.state == ClockState::awaits_correction) {
    return fmt::format("已计 {} 个工作日，等待补正，期限中止", clock.days);
  }
  if (clock.state == ClockState::awaits_payment) {
    return fmt::format("已计 {} 个工作日，等待缴费，期限中止", clock.days);
  }
  const auto& agreed = request.events.agreed_deadline;
  const std::string how =
      agreed ? "另定答复期限 " + format_iso(*agreed) : fmt::format("{} 个工作日", clock.limit);
  std::string text =
      fmt::format("期限到 {}（{}），已计 {} 个工作日", format_iso(*clock.deadline), how, clock.days);
  if (!clock.late) return text + "，未超期";
  return text + (clock.late_days > 0 ? fmt::format("，超期 {} 个工作日", clock.late_days)
                                     : std::string("，在最后一日之后的休息日才答复，超期"));
}

std::string day_text(const ClockDay& day) {
  std::string text = fmt::format("{}  {}", format_iso(day.date), weekday_of(day.date));
  text += day.number ? fmt::format("  第 {:>2} 日", *day.number) : "         ";
  if (!day.reason.empty()) text += "  " + day.reason;
  if (!day.event.empty()) text += "  " + day.event;
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

const char* state_key(ClockState state) {
  return state == ClockState::running             ? "running"
         : state == ClockState::awaits_correction ? "awaits_correction"
                                                  : "awaits_payment";
}

std::string day_json(const ClockDay& day) {
  return fmt::format(R"({{"date": "{}", "number": {}, "reason": {}, "event": {}}})", format_iso(day.date),
                     day.number ? std::to_string(*day.number) : "null", json_quoted(day.reason),
                     json_quoted(day.event));
}

void print_json(const FoundRequest& found, const Reading& reading, const LineSink& line) {
  const ClockReading& clock = reading.clock;
  line(fmt::format(
      R"({{"unit": {}, "id": {}, "file": {}, "sheet": {}, "row": {}, "received": "{}", "closed": {},)",
      json_quoted(found.request.unit), json_quoted(found.request.id), json_quoted(found.place.file),
      json_quoted(found.place.sheet), found.place.row, format_iso(found.request.received),
      reading.is_open ? "null" : json_quoted(format_iso(*found.request.closed))));
  std::vector<std::string> codes;
  for (const Diagnostic& d : reading.findings) codes.push_back(json_quoted(d.code));
  line(fmt::format(
      R"( "state": "{}", "days": {}, "limit": {}, "deadline": {}, "late": {}, "late_days": {}, "findings": [{}],)",
      state_key(clock.state), clock.days, clock.limit,
      clock.deadline ? json_quoted(format_iso(*clock.deadline)) : "null", clock.late, clock.late_days,
      fmt::join(codes, ", ")));
  line(" \"trace\": [");
  for (std::size_t i = 0; i < reading.days.size(); ++i) {
    line((i == 0 ? "  " : "  ,") + day_json(reading.days[i]));
  }
  line("]}");
}

}  // namespace

RequestSearch find_request(const ExplainInput& input, const std::string& wanted) {
  RequestSearch search;
  const LedgerSource* source = input.workspace.ledger("requests");
  if (source == nullptr) return search;
  const Wanted wish = parse_wanted(input.compilation.units, wanted);
  Diagnostics ignored;
  read_requests(
      *source, input.compilation.units,
      [&](const Request& request, const Place& place) {
        if (wish.fits(request, wanted)) {
          if (search.found.size() < kMostFound) search.found.push_back({request, place});
        } else if (search.found.empty()) {
          const std::vector<std::string> both = {search.nearest, request.id};
          if (find_nearest(wish.id, both) == &both[1]) search.nearest = request.id;
        }
      },
      ignored);
  return search;
}

void explain_clock(const ExplainInput& input, const FoundRequest& found, bool as_json, const LineSink& line) {
  const Reading reading = read(input, found);
  if (as_json) return print_json(found, reading, line);
  line(fmt::format("申请 {}（{}，{} 第 {} 行）", found.request.id, found.request.unit, found.place.file,
                   found.place.row));
  line(fmt::format("{} 收到，{}", format_iso(found.request.received),
                   state_text(input, found.request, reading)));
  line(deadline_text(found.request, reading));
  for (const Diagnostic& d : reading.findings) {
    if (d.code != "K-01") line(d.code + " " + d.message);  // that it is late was said
  }
  for (const ClockDay& day : reading.days) line(day_text(day));
}

}  // namespace nianbao
