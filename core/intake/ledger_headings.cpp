#include "intake/ledger_headings.h"

#include <algorithm>
#include <set>

#include "intake/ledger_values.h"

namespace nianbao {

namespace {

constexpr std::size_t kMostDepth = 3;

// The head rows with every group heading repeated over the columns that it spans.
class HeadGrid {
 public:
  HeadGrid(const std::vector<HeadRow>& rows, const std::vector<MergedArea>& merged) : rows_(rows) {
    for (const HeadRow& row : rows) {
      own_.emplace_back();
      for (const std::string& text : row.texts) own_.back().push_back(as_heading(text));
      width_ = std::max(width_, row.texts.size());
    }
    for (std::vector<std::string>& texts : own_) texts.resize(width_);
    spread_ = own_;
    if (merged.empty()) {
      spread_groups();
    } else {
      spread_merged(merged);
    }
  }

  HeadingBlock block(std::size_t first, std::size_t depth) const {
    HeadingBlock block{first, depth, {}, 0};
    for (std::size_t column = 0; column < width_; ++column) {
      block.names.push_back(name(first, depth, column));
    }
    return block;
  }

 private:
  // The rows may be data, with cells of any length; no heading is as long as that.
  static std::string as_heading(const std::string& text) {
    return text.size() > kLongestName ? shortened(text) : text;
  }

  const std::string& own(std::size_t row, std::size_t column) const { return own_[row][column]; }

  void spread_merged(const std::vector<MergedArea>& merged) {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (const MergedArea& area : merged) {
        if (area.first_row != rows_[row].number || area.first_column < 1) continue;
        const auto first = static_cast<std::size_t>(area.first_column - 1);
        const std::size_t last = std::min(width_, static_cast<std::size_t>(std::max(area.last_column, 0)));
        for (std::size_t column = first + 1; column < last; ++column) spread_[row][column] = own(row, first);
      }
    }
  }

  // A csv knows no merged cells: there a blank belongs to the group on its left where both have a part below.
  void spread_groups() {
    for (std::size_t row = 0; row + 1 < rows_.size(); ++row) {
      for (std::size_t column = 1; column < width_; ++column) {
        const bool in_group = !own(row + 1, column).empty() && !own(row + 1, column - 1).empty();
        if (spread_[row][column].empty() && in_group) spread_[row][column] = spread_[row][column - 1];
      }
    }
  }

  ColumnName name(std::size_t first, std::size_t depth, std::size_t column) const {
    ColumnName joined;
    std::string last;
    for (std::size_t i = 0; i < depth; ++i) {
      const std::size_t row = first + i;
      const std::string& text = i + 1 < depth ? spread_[row][column] : own(row, column);
      if (text.empty() || text == last) continue;
      for (std::string& name : joined) name += text;
      joined.push_back(text);
      last = text;
    }
    return joined;
  }

  const std::vector<HeadRow>& rows_;
  std::vector<std::vector<std::string>> own_;
  std::vector<std::vector<std::string>> spread_;  // with the headings of groups repeated
  std::size_t width_ = 0;
};

int count_matched(const HeadingNames& names, const HeadingBlock& block) {
  std::set<int> columns;
  for (const ColumnName& name : block.names) {
    if (const auto found = find_meaning(names, name)) columns.insert(found->meaning.column);
  }
  return static_cast<int>(columns.size());
}

}  // namespace

std::optional<NameMeaning> find_meaning(const HeadingNames& names, const ColumnName& name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (const auto meaning = names.find(name[i])) return NameMeaning{*meaning, i == 0};
  }
  return std::nullopt;
}

std::optional<HeadingBlock> find_headings(const HeadingNames& names, const std::vector<HeadRow>& rows,
                                          const std::vector<MergedArea>& merged) {
  const HeadGrid grid(rows, merged);
  std::optional<HeadingBlock> best;
  for (std::size_t depth = 1; depth <= kMostDepth; ++depth) {
    for (std::size_t first = 0; first + depth <= rows.size(); ++first) {
      HeadingBlock block = grid.block(first, depth);
      block.matched = count_matched(names, block);
      if (!best || block.matched > best->matched) best = std::move(block);
    }
  }
  return best;
}

}  // namespace nianbao
