#include "reporter/line_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace nianbao {

namespace {

using Lines = std::vector<std::string_view>;

// Texts of more lines are compared by their beginnings and ends alone: a table of lengths would be too large.
constexpr std::size_t kMostLines = 4000;

// Of the common subsequence of left[i..] and right[j..].
class Lengths {
 public:
  Lengths(const Lines& left, const Lines& right)
      : width_(right.size() + 1), cells_((left.size() + 1) * width_) {
    for (std::size_t i = left.size(); i-- > 0;) {
      for (std::size_t j = right.size(); j-- > 0;) {
        cells_[i * width_ + j] = left[i] == right[j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                     : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  std::uint16_t at(std::size_t i, std::size_t j) const { return cells_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint16_t> cells_;
};

bool is_heading(std::string_view line) {
  return starts_with(line, "#") && line.find_first_not_of('#') != std::string_view::npos &&
         line[line.find_first_not_of('#')] == ' ';
}

// "四、…" for the line "# 四、…"; of what is no heading the line that was known.
std::string_view heading_after(std::string_view line, std::string_view known) {
  return is_heading(line) ? line.substr(line.find(' ') + 1) : known;
}

struct Change {
  std::string line;
  std::string_view heading;  // under which it stands; empty before the first
};

// Takes away what both begin and end with. Returns the last heading of what they begin with.
std::string_view drop_common(Lines& left, Lines& right) {
  const auto heads = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  std::string_view heading;
  for (auto line = left.begin(); line != heads.first; ++line) heading = heading_after(*line, heading);
  left.erase(left.begin(), heads.first);
  right.erase(right.begin(), heads.second);
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left.pop_back();
    right.pop_back();
  }
  return heading;
}

std::vector<Change> compare(const Lines& left, const Lines& right, std::string_view heading) {
  std::vector<Change> changes;
  std::string_view headings[2] = {heading, heading};  // of the left, of the right
  const auto take = [&](const char* mark, std::string_view line) {
    std::string_view& own = headings[*mark == '-' ? 0 : 1];
    changes.push_back({mark + std::string(line), own});
    own = heading_after(line, own);
  };
  std::size_t i = 0;
  std::size_t j = 0;
  if (left.size() <= kMostLines && right.size() <= kMostLines) {
    const Lengths lengths(left, right);
    while (i < left.size() && j < right.size()) {
      if (left[i] == right[j]) {
        for (std::string_view& own : headings) own = heading_after(left[i], own);
        ++i;
        ++j;
      } else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
        take("- ", left[i++]);
      } else {
        take("+ ", right[j++]);
      }
    }
  }
  while (i < left.size()) take("- ", left[i++]);
  while (j < right.size()) take("+ ", right[j++]);
  return changes;
}

std::vector<Change> changes_between(std::string_view expected, std::string_view found) {
  Lines left = split(expected, '\n');
  Lines right = split(found, '\n');
  const std::string_view heading = drop_common(left, right);
  return compare(left, right, heading);
}

std::vector<std::string> shown(const std::vector<Change>& changes, std::size_t most, bool with_headings) {
  std::vector<std::string> lines;
  std::string_view heading;
  for (std::size_t i = 0; i < std::min(changes.size(), most); ++i) {
    if (with_headings && changes[i].heading != heading) {
      heading = changes[i].heading;
      lines.push_back(fmt::format("  在“{}”", heading));
    }
    lines.push_back(changes[i].line);
  }
  if (changes.size() > most) lines.push_back(fmt::format("……还有 {} 行", changes.size() - most));
  return lines;
}

}  // namespace

std::vector<std::string> changed_lines(std::string_view expected, std::string_view found, std::size_t most) {
  return shown(changes_between(expected, found), most, false);
}

std::vector<std::string> changed_lines_under_headings(std::string_view expected, std::string_view found,
                                                      std::size_t most) {
  return shown(changes_between(expected, found), most, true);
}

}  // namespace nianbao
