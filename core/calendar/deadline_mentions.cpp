#include "calendar/deadline_mentions.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongest = 60;   // bytes of one mention
constexpr std::size_t kCharacter = 3;  // bytes of a Chinese one

// What a mention may end with.
bool ends_mention(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kIssued = {"印发", "发布", "下发"};
  if (ends_with(text, "前")) return true;
  if (!ends_with(text, "内")) return false;
  return std::any_of(kIssued.begin(), kIssued.end(),
                     [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// What a mention may begin with; most of a text is passed over here.
bool begins_mention(std::string_view text) {
  static constexpr std::u32string_view kFirst =
      U"0123456789０１２３４５６７８９一二三四五六七八九十于在今本当年自从该《上下第印发";
  std::size_t at = 0;
  return kFirst.find(next_code_point(text, at)) != std::u32string_view::npos;
}

// A day by itself (8月31日) says no 前; what ends with it is more than that.
bool is_deadline(const TaskDeadline& deadline) {
  return deadline.kind == DeadlineKind::day || deadline.kind == DeadlineKind::needs_issue_date;
}

// The longest part of the text that ends at `end`, begins at or behind `begin` and is a deadline.
std::string_view longest_mention(std::string_view text, std::size_t begin, std::size_t end, int year,
                                 std::optional<Date> issued) {
  for (std::size_t at = std::max(begin, end - std::min(end, kLongest)); at + kCharacter < end; ++at) {
    const bool is_inside = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    const bool cuts_number =
        at > 0 && text[at] >= '0' && text[at] <= '9' && text[at - 1] >= '0' && text[at - 1] <= '9';
    if (is_inside || cuts_number || !begins_mention(text.substr(at))) continue;
    const std::string_view part = text.substr(at, end - at);
    if (ends_mention(part) && is_deadline(parse_task_deadline(part, year, issued))) return part;
  }
  return {};
}

}  // namespace

std::vector<DeadlineMention> find_deadlines(std::string_view text, int year, std::optional<Date> issued) {
  std::vector<DeadlineMention> mentions;
  std::size_t begin = 0;
  for (std::size_t end = kCharacter; end <= text.size(); ++end) {
    const std::string_view last = text.substr(end - kCharacter, kCharacter);
    if (last != "前" && last != "内") continue;
    std::string_view mention = longest_mention(text, begin, end, year, issued);
    if (mention.empty()) continue;
    const TaskDeadline deadline = parse_task_deadline(mention, year, issued);
    for (std::string_view word : {"于", "在"}) {
      if (starts_with(mention, word)) mention.remove_prefix(word.size());
    }
    mentions.push_back({std::string(trim(mention)), deadline});
    begin = end;
  }
  return mentions;
}

}  // namespace nianbao
