#include "reporter/request_count.h"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {

namespace {

constexpr std::int64_t kProgressStep = 50000;

Diagnostic note(const char* code, std::string message, std::int64_t count) {
  Diagnostic d;
  d.code = code;
  d.severity = Severity::note;
  d.message = std::move(message);
  d.count = count;
  return d;
}

}  // namespace

void RequestCount::add(const Request& request, const Place& place) {
  if (++seen_ % kProgressStep == 0) progress_("读取依申请公开台账", seen_);
  if (request.unit != last_unit_) {
    last_unit_ = request.unit;
    last_unit_counts_ = units_.counts(request.unit);
  }
  if (!last_unit_counts_) {
    not_counted_[request.unit] += 1;
    return;
  }
  const auto standing = cube_.add(year_, request);
  if (!standing) {
    Outside& outside = outside_year_[place.file];
    outside.count += 1;
    // A ledger that runs on holds next year's rows, too; a year beyond that is mistyped.
    const bool is_far = static_cast<int>(request.received.year()) > year_.value() + 1;
    if (is_far && ++outside.far <= 3) {
      outside.first_far += fmt::format("{}第 {} 行 {}", outside.far == 1 ? "" : "、", place.row, request.id);
    }
    return;
  }
  const bool is_carried_in = standing->entry == Row3::carried_in;
  if (request.says_carried_in && *request.says_carried_in != is_carried_in) {
    Diagnostic d;
    d.code = "N-03";
    d.severity = Severity::warning;
    d.place = place;
    d.message = fmt::format("申请 {} 的“是否上年结转”写的是“{}”，但收到日期是 {}，按日期计入{}", request.id,
                            *request.says_carried_in ? "是" : "否", format_iso(request.received),
                            is_carried_in ? "上年结转" : "本年新收");
    d.hint = "请核对收到日期与“是否上年结转”";
    contradictions_.add(std::move(d));
  }
  if (is_carried_in && keep_carried_in_) carried_in_.push_back({request.unit, request.id, place});
  if (standing->exit == Row3::carried_out) {
    open_.push_back({request.unit, request.id});
  } else if (request.processing_fee) {
    fee_known_ = true;
    const auto sum = fee_.plus(*request.processing_fee);
    fee_overflow_ = fee_overflow_ || !sum;
    if (sum) fee_ = *sum;
  }
}

void RequestCount::report(Diagnostics& diagnostics) const {
  for (const auto& [file, outside] : outside_year_) {
    Diagnostic d =
        note("N-01",
             fmt::format("有 {} 条申请不属于 {} 年（1 月 1 日前已办结，或 12 月 31 日后才收到），没有计入",
                         outside.count, year_.value()),
             outside.count);
    d.hint = "如果太多，请核对 report.toml 里的 year";
    d.place.file = file;
    diagnostics.add(std::move(d));
    if (outside.far == 0) continue;
    Diagnostic far = note("N-01",
                          fmt::format("有 {} 条申请的收到日期在 {} 年以后：{}{}", outside.far,
                                      year_.value() + 1, outside.first_far, outside.far > 3 ? "等" : ""),
                          outside.far);
    far.severity = Severity::warning;
    far.hint = "请核对收到日期的年份";
    far.place.file = file;
    diagnostics.add(std::move(far));
  }
  for (const auto& [unit, count] : not_counted_) {
    diagnostics.add(not_counted(units_, unit, fmt::format("{} 条申请", count), count));
  }
  for (Diagnostic& d : contradictions_.sorted()) diagnostics.add(std::move(d));
}

RequestFigures RequestCount::figures(bool has_fee) const {
  RequestFigures figures;
  for (const auto& [unit, counts] : cube_.by_unit()) {
    const Table3 table = to_table3(counts);
    const auto received = table.row(Row3::received)[kTotalColumn].number;
    const auto closed = table.row(Row3::total)[kTotalColumn].number;
    figures.by_unit.push_back({unit, received, closed});
    figures.answered += closed;
    figures.open += table.row(Row3::carried_out)[kTotalColumn].number;
  }
  if (has_fee && fee_known_)
    figures.processing_fee = fee_overflow_ ? Amount::invalid("合计超出范围") : Amount::of(fee_);
  figures.open_ids = open_;
  std::sort(figures.open_ids.begin(), figures.open_ids.end(), [](const OpenRequest& a, const OpenRequest& b) {
    return std::tie(a.unit, a.id) < std::tie(b.unit, b.id);
  });
  return figures;
}

}  // namespace nianbao
