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

// Takes away what both begin and end with.
void drop_common(Lines& left, Lines& right) {
  const auto heads = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  left.erase(left.begin(), heads.first);
  right.erase(right.begin(), heads.second);
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left.pop_back();
    right.pop_back();
  }
}

std::vector<std::string> compare(const Lines& left, const Lines& right) {
  std::vector<std::string> changes;
  const auto take = [&](const char* mark, std::string_view line) {
    changes.push_back(mark + std::string(line));
  };
  std::size_t i = 0;
  std::size_t j = 0;
  if (left.size() <= kMostLines && right.size() <= kMostLines) {
    const Lengths lengths(left, right);
    while (i < left.size() && j < right.size()) {
      if (left[i] == right[j]) {
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

}  // namespace

std::vector<std::string> changed_lines(std::string_view expected, std::string_view found, std::size_t most) {
  Lines left = split(expected, '\n');
  Lines right = split(found, '\n');
  drop_common(left, right);
  std::vector<std::string> changes = compare(left, right);
  if (changes.size() <= most) return changes;
  const std::size_t more = changes.size() - most;
  changes.resize(most);
  changes.push_back(fmt::format("……还有 {} 行", more));
  return changes;
}

}  // namespace nianbao
