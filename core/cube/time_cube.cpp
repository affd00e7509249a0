#include "cube/time_cube.h"

#include <algorithm>

#include "base/personal_data.h"
#include "base/text.h"

namespace nianbao {

namespace {

using Groups = std::vector<std::pair<std::string, TimeGroup>>;

bool is_empty(const TimeGroup& group) {
  return group.received == 0 && group.closed == 0;
}

template <typename Key>
void append(Groups& groups, const TimeGroup& group, Key key) {
  if (!is_empty(group)) groups.emplace_back(key(), group);
}

// "2024-03" for month 2, counted from 0.
std::string month_key(int year, std::size_t month) {
  return std::to_string(year) + (month < 9 ? "-0" : "-") + std::to_string(month + 1);
}

std::size_t month_of(Date date) {
  return static_cast<unsigned>(date.month()) - 1;
}

}  // namespace

std::string group_name(const std::string& text) {
  return text.empty() ? kNoGroup : without_personal_numbers(cut_text(text, kLongestGroup));
}

TimeGroup& TimeCube::Texts::at(const std::string& text) {
  if (text == kNoGroup) return at("");  // a ledger that writes the word itself
  if (text.size() > kLongestGroup) return at(cut_text(text, kLongestGroup));
  const auto found = groups.find(text);
  if (found != groups.end()) return found->second;
  // Names of groups are published: a number of a person that got into the column is not.
  const std::string shown = without_personal_numbers(text);
  if (shown != text) return at(shown);
  return groups[groups.size() < most ? text : kOtherGroups];
}

void TimeCube::count_closed(TimeGroup& group, const ClockReading& clock) {
  group.closed += 1;
  (clock.late ? group.overdue : group.in_time) += 1;
  group.days.add(clock.days);
}

void TimeCube::add(const Request& request, const Standing& standing, const ClockReading* clock) {
  TimeGroup* const groups[] = {&all_, &units_.at(request.unit), &topics_.at(request.topic),
                               &channels_.at(request.channel),
                               &applicants_[static_cast<std::size_t>(request.applicant)]};
  if (standing.entry == Row3::received) {
    for (TimeGroup* group : groups) group->received += 1;
    months_[month_of(request.received)].received += 1;
    year_ = static_cast<int>(request.received.year());
  }
  if (clock == nullptr) return;
  for (TimeGroup* group : groups) count_closed(*group, *clock);
  count_closed(months_[month_of(*request.closed)], *clock);
  count_closed(outcomes_[static_cast<std::size_t>(standing.exit)], *clock);
  year_ = static_cast<int>(request.closed->year());
}

TimeCube::Groups TimeCube::sorted(const Texts& texts) {
  Groups groups(texts.groups.begin(), texts.groups.end());
  // What has no name of its own stands last.
  const auto rank = [](const std::string& key) { return key.empty() ? 2 : key == kOtherGroups ? 1 : 0; };
  std::sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
    return std::pair(rank(a.first), a.first) < std::pair(rank(b.first), b.first);
  });
  if (!groups.empty() && groups.back().first.empty()) groups.back().first = kNoGroup;
  return groups;
}

TimeCube::Groups TimeCube::by(TimeDimension dimension) const {
  Groups groups;
  switch (dimension) {
    case TimeDimension::unit:
      return sorted(units_);
    case TimeDimension::topic:
      return sorted(topics_);
    case TimeDimension::channel:
      return sorted(channels_);
    case TimeDimension::month:
      for (std::size_t i = 0; i < months_.size(); ++i) {
        append(groups, months_[i], [&] { return month_key(year_, i); });
      }
      return groups;
    case TimeDimension::applicant:
      for (std::size_t i = 0; i < applicants_.size(); ++i) {
        append(groups, applicants_[i], [&] { return table3_column(static_cast<int>(i)).key; });
      }
      return groups;
    case TimeDimension::outcome:
      for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        append(groups, outcomes_[i], [&] { return form_name(static_cast<Row3>(i)).key; });
      }
  }
  return groups;
}

}  // namespace nianbao
