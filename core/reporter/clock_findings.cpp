#include "reporter/clock_findings.h"

#include <fmt/format.h>

namespace nianbao {

namespace {

struct Words {
  const char* code;
  std::string message;
  const char* hint;
  const char* article;
};

constexpr const char* kRegulation = "《中华人民共和国政府信息公开条例》";

std::string lateness(const Request& request, const ClockReading& clock, Date until) {
  const std::string by = clock.late_days > 0 ? fmt::format("超过 {} 个工作日", clock.late_days)
                                             : std::string("在最后一日之后的休息日才答复");
  const std::string deadline = format_iso(*clock.deadline);
  if (request.closed && *request.closed <= until) {
    return fmt::format("申请 {} 于 {} 办结，期限到 {}，{}", request.id, format_iso(*request.closed), deadline,
                       by);
  }
  return fmt::format("申请 {} 到 {} 尚未办结，期限到 {}，{}", request.id, format_iso(until), deadline, by);
}

Words words_for(ClockFault fault, const Request& request, const ClockReading& clock, Date until) {
  const std::string& id = request.id;
  switch (fault) {
    case ClockFault::late:
      return {"K-01", lateness(request, clock, until),
              "确有延期、补正、征求意见、另定期限的，请在台账里补上日期；逐日计算见 nianbao explain",
              "第三十三条"};
    case ClockFault::extension_told_late:
      return {"K-02",
              fmt::format("申请 {} 于 {} 告知延期，已过第 {} 个工作日，延期不计", id,
                          format_iso(*request.events.extension_told), kReplyDays),
              "请核对延期告知日期；延期应当在原期限届满前告知申请人", "第三十三条"};
    case ClockFault::extension_not_told:
      return {"K-02", fmt::format("申请 {} 延期答复，但没有延期告知日期；期限按已延期计算", id),
              "请补上告知申请人延期的日期", "第三十三条"};
    case ClockFault::extension_too_long:
      return {"K-03",
              fmt::format("申请 {} 延长 {} 个工作日，超过 {} 个；期限按延长 {} 个计算", id,
                          request.events.extension_days.value_or(0), kMostExtraDays, kMostExtraDays),
              "请核对延长工作日数", "第三十三条"};
    case ClockFault::correction_late:
      return {"K-04", fmt::format("申请 {} 收到 {} 个工作日以后才告知补正", id, kCorrectionDays),
              "请核对补正告知日期；需要补正的应当自收到申请之日起 7 个工作日内一次性告知", "第三十条"};
    case ClockFault::consultation_long:
      return {"K-05", fmt::format("申请 {} 征求意见超过 {} 个工作日", id, kLongConsultation),
              "请核对征求意见的起止日期；第三方和有关机关应当自收到征求意见书之日起 15 个工作日内提出意见",
              "第三十二条、第三十四条"};
    case ClockFault::correction_again:
      break;
  }
  return {"K-06", fmt::format("申请 {} 要求补正不止一次", id), "请核对补正告知日期；补正应当一次性告知",
          "第三十条"};
}

}  // namespace

void report_clock(const Request& request, const Place& place, const ClockReading& clock, Date until,
                  Diagnostics& diagnostics) {
  for (const ClockFault fault : clock.faults) {
    Words words = words_for(fault, request, clock, until);
    Diagnostic d;
    d.code = words.code;
    d.severity = Severity::warning;
    d.place = place;
    d.message = std::move(words.message);
    d.hint = words.hint;
    d.basis = std::string(kRegulation) + words.article;
    diagnostics.add(std::move(d));
  }
}

void report_missing_years(const std::set<int>& years, Diagnostics& diagnostics) {
  for (auto year = years.begin(); year != years.end();) {
    const int first = *year;
    int last = first;
    while (++year != years.end() && *year == last + 1) last = *year;
    const std::string span =
        first == last ? fmt::format("{} 年", first) : fmt::format("{}—{} 年", first, last);
    Diagnostic d;
    d.code = "K-07";
    d.severity = Severity::warning;
    d.message = fmt::format("没有 {}的放假安排，工作日只按周一至周五计算", span);
    d.hint = "请在规则包的 holidays.csv 里补上国务院办公厅公布的放假、调休日期；收到日期写错年份的请改正";
    diagnostics.add(std::move(d));
  }
}

}  // namespace nianbao
