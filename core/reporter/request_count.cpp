#include "reporter/request_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "reporter/clock_findings.h"

namespace nianbao {

namespace {

constexpr std::int64_t kProgressStep = 50000;
constexpr std::int64_t kListedRows = 3;

void name_row(std::string& rows, const Request& request, const Place& place) {
  rows += fmt::format("{}第 {} 行 {}", rows.empty() ? "" : "、", place.row, request.id);
}

Diagnostic note(const char* code, std::string message, std::int64_t count) {
  Diagnostic d;
  d.code = code;
  d.severity = Severity::note;
  d.message = std::move(message);
  d.count = count;
  return d;
}

std::vector<TimeFigures> time_figures(const TimeCube& cube, TimeDimension dimension) {
  std::vector<TimeFigures> figures;
  for (const auto& [key, group] : cube.by(dimension)) {
    TimeFigures& entry = figures.emplace_back();
    entry.key = key;
    if (dimension != TimeDimension::outcome) entry.received = group.received;
    entry.closed = group.closed;
    entry.in_time = group.in_time;
    entry.overdue = group.overdue;
    entry.days = group.days;
  }
  return figures;
}

// The order of 单位名录; units that it lacks by name behind them.
void put_in_order(const UnitRegister& units, std::vector<TimeFigures>& groups) {
  std::unordered_map<std::string, std::size_t> rank;
  for (const Unit& unit : units.units()) rank.emplace(unit.name, rank.size());
  const auto rank_of = [&](const TimeFigures& group) {
    const auto found = rank.find(group.key);
    return found == rank.end() ? rank.size() : found->second;
  };
  std::stable_sort(groups.begin(), groups.end(),
                   [&](const TimeFigures& a, const TimeFigures& b) { return rank_of(a) < rank_of(b); });
}

}  // namespace

void RequestCount::add(const Request& request, const Place& place) {
  if (++seen_ % kProgressStep == 0) progress_("读取依申请公开台账", seen_);
  if (!is_counted(request.unit)) {
    not_counted_[request.unit] += 1;
    return;
  }
  const auto standing = cube_.add(year_, request);
  if (!standing) return note_outside(request, place);
  const bool is_carried_in = standing->entry == Row3::carried_in;
  check_carried_in(request, place, is_carried_in);
  if (is_carried_in && keep_carried_in_) carried_in_.push_back({request.unit, request.id, place});
  if (standing->exit == Row3::carried_out) {
    open_.push_back({request.unit, request.id});
  } else if (const auto fee = collected_fee(request)) {
    add_fee(*fee);
  }
  read_the_clock(request, place, *standing);
}

bool RequestCount::is_counted(const std::string& unit) {
  if (unit != last_unit_) {
    last_unit_ = unit;
    last_unit_counts_ = units_.counts(unit);
  }
  return last_unit_counts_;
}

void RequestCount::note_outside(const Request& request, const Place& place) {
  Outside& outside = outside_year_[place.file];
  if (++outside.count <= kListedRows) name_row(outside.first, request, place);
  // A ledger that runs on holds next year's rows, too; a year beyond that is mistyped.
  const bool is_far = static_cast<int>(request.received.year()) > year_.value() + 1;
  if (is_far && ++outside.far <= kListedRows) name_row(outside.first_far, request, place);
}

void RequestCount::check_carried_in(const Request& request, const Place& place, bool is_carried_in) {
  if (!request.says_carried_in || *request.says_carried_in == is_carried_in) return;
  Diagnostic d;
  d.code = "N-03";
  d.severity = Severity::warning;
  d.place = place;
  d.message = fmt::format("申请 {} 的“是否上年结转”写的是“{}”，但收到日期是 {}，按日期计入{}", request.id,
                          *request.says_carried_in ? "是" : "否", format_iso(request.received),
                          is_carried_in ? "上年结转" : "本年新收");
  d.hint = "请核对收到日期与“是否上年结转”";
  of_records_.add(std::move(d));
}

void RequestCount::read_the_clock(const Request& request, const Place& place, const Standing& standing) {
  const bool is_open = standing.exit == Row3::carried_out;
  const Date until = is_open ? year_.last_day() : *request.closed;
  const ClockReading clock = read_clock(calendar_, request.received, request.events, until);
  times_.add(request, standing, is_open ? nullptr : &clock);
  report_clock(request, place, clock, until, of_records_);
  if (is_open) {
    overdue_open_ += clock.late ? 1 : 0;
    keep_if_old(request, clock);
  }
  for (int year = static_cast<int>(request.received.year()); year <= static_cast<int>(until.year()); ++year) {
    if (!calendar_.covers(year)) years_without_table_.insert(year);
  }
}

void RequestCount::keep_if_old(const Request& request, const ClockReading& clock) {
  const auto is_older = [](const OldestOpen& a, const OldestOpen& b) {
    return std::tie(a.received, a.unit, a.id) < std::tie(b.received, b.unit, b.id);
  };
  OldestOpen entry{request.unit, request.id, request.received, clock.days, clock.deadline, clock.late};
  if (oldest_.size() == kOldestOpen && !is_older(entry, oldest_.back())) return;
  oldest_.insert(std::upper_bound(oldest_.begin(), oldest_.end(), entry, is_older), std::move(entry));
  if (oldest_.size() > kOldestOpen) oldest_.pop_back();
}

std::optional<Decimal> collected_fee(const Request& request) {
  if (!request.processing_fee) return std::nullopt;
  const bool is_unpaid = request.events.fee_asked && !request.events.fee_paid;
  return is_unpaid || request.outcome == Row3::other_fee_overdue ? Decimal(0) : request.processing_fee;
}

void RequestCount::add_fee(const Decimal& fee) {
  fee_known_ = true;
  const auto sum = fee_.plus(fee);
  fee_overflow_ = fee_overflow_ || !sum;
  if (sum) fee_ = *sum;
}

// A ledger runs on over the years; one of which most is left out is more likely another year's.
bool RequestCount::is_mostly_outside() const {
  std::int64_t outside = 0;
  for (const auto& entry : outside_year_) outside += entry.second.count;
  return 2 * outside > seen_;
}

void RequestCount::report(Diagnostics& diagnostics) const {
  const bool is_mostly = is_mostly_outside();
  for (const auto& [file, outside] : outside_year_) {
    Diagnostic d = note(
        "N-01",
        fmt::format("有 {} 条申请不属于 {} 年（1 月 1 日前已办结，或 12 月 31 日后才收到），没有计入：{}{}",
                    outside.count, year_.value(), outside.first, outside.count > kListedRows ? "等" : ""),
        outside.count);
    if (is_mostly) d.severity = Severity::warning;
    d.hint = is_mostly ? "台账的一半以上没有计入，是不是 report.toml 的 year 写错了？"
                       : "跨年度的台账里会有这样的行；不对的，请核对日期和 report.toml 的 year";
    d.place.file = file;
    diagnostics.add(std::move(d));
    if (outside.far == 0) continue;
    Diagnostic far =
        note("N-01",
             fmt::format("有 {} 条申请的收到日期在 {} 年以后：{}{}", outside.far, year_.value() + 1,
                         outside.first_far, outside.far > kListedRows ? "等" : ""),
             outside.far);
    far.severity = Severity::warning;
    far.hint = "请核对收到日期的年份";
    far.place.file = file;
    diagnostics.add(std::move(far));
  }
  for (const auto& [unit, count] : not_counted_) {
    diagnostics.add(not_counted(units_, unit, fmt::format("{} 条申请", count), count));
  }
  for (Diagnostic& d : of_records_.sorted()) diagnostics.add(std::move(d));
  report_missing_years(years_without_table_, diagnostics);
}

RequestFigures RequestCount::figures(bool has_fee) const {
  RequestFigures figures;
  const TimeGroup& all = times_.all();
  figures.has_clock = true;
  figures.answered = all.closed;
  figures.in_time = all.in_time;
  figures.overdue = all.overdue;
  figures.days = all.days;
  figures.open = static_cast<std::int64_t>(open_.size());
  figures.overdue_open = overdue_open_;
  figures.oldest_open = oldest_;
  for (const auto& [dimension, target] : {std::pair{TimeDimension::unit, &figures.by_unit},
                                          {TimeDimension::month, &figures.by_month},
                                          {TimeDimension::topic, &figures.by_topic},
                                          {TimeDimension::channel, &figures.by_channel},
                                          {TimeDimension::applicant, &figures.by_applicant},
                                          {TimeDimension::outcome, &figures.by_outcome}}) {
    *target = time_figures(times_, dimension);
  }
  put_in_order(units_, figures.by_unit);
  if (has_fee && fee_known_)
    figures.processing_fee = fee_overflow_ ? Amount::invalid("合计超出范围") : Amount::of(fee_);
  figures.open_ids = open_;
  std::sort(figures.open_ids.begin(), figures.open_ids.end(), [](const OpenRequest& a, const OpenRequest& b) {
    return std::tie(a.unit, a.id) < std::tie(b.unit, b.id);
  });
  return figures;
}

}  // namespace nianbao
