#include "intake/ledger_head.h"

#include <algorithm>

#include "base/text.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

constexpr std::size_t kListedHeadings = 12;
constexpr std::size_t kUnknownHeadings = 5;

std::string list(const std::vector<std::string>& names, const char* separator,
                 std::size_t most = kListedHeadings) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) {
    text += (i == 0 ? "" : separator) + in_quotes(names[i]);
  }
  return names.size() > most ? text + "等" : text;
}

// Where a heading was found, and how well it says what it is.
struct Claim {
  int cell = 0;
  int trust = 0;  // HeadingTrust, worse by kPartOnly when only the last part of a joined name is known
};
constexpr int kPartOnly = 10;

class HeadJudge {
 public:
  HeadJudge(HeadingNames& names, const std::vector<HeadRow>& rows, HeadingBlock block, const Place& sheet)
      : names_(names), shape_(names.shape()), block_(std::move(block)), place_(sheet) {
    place_.row = rows[block_.first + block_.depth - 1].number;
    head_.matched = block_.matched;
    head_.rows_used = block_.first + block_.depth;
  }

  SheetHead judge() {
    collect_claims();
    settle_claims();
    const std::vector<std::vector<int>> missing = missing_groups();
    head_.fits = is_head(missing.size()) && missing.empty() && !doubled_;
    head_.meant = head_.fits || is_meant(missing.size());
    if (head_.meant) note_seen();
    if (!is_head(missing.size())) {
      report_no_headings();
      return std::move(head_);
    }
    for (const std::vector<int>& group : missing) report_missing(group);
    report_resembling();
    return std::move(head_);
  }

 private:
  std::string title_of(int column) const { return shape_.columns[static_cast<std::size_t>(column)].heading; }

  void collect_claims() {
    claims_.resize(shape_.columns.size());
    for (std::size_t cell = 0; cell < block_.names.size(); ++cell) {
      const ColumnName& name = block_.names[cell];
      head_.fields.headings.push_back(name.empty() ? "" : shortened(name.front()));
      const auto found = find_meaning(names_, name);
      if (!found) {
        if (!name.empty()) unknown_.push_back(static_cast<int>(cell));
        continue;
      }
      const int trust = static_cast<int>(found->meaning.trust) + (found->whole ? 0 : kPartOnly);
      claims_[static_cast<std::size_t>(found->meaning.column)].push_back({static_cast<int>(cell), trust});
    }
  }

  void settle_claims() {
    head_.fields.cell_of.assign(shape_.columns.size(), -1);
    for (std::size_t column = 0; column < claims_.size(); ++column) {
      std::vector<Claim>& claims = claims_[column];
      if (claims.empty()) continue;
      std::stable_sort(claims.begin(), claims.end(),
                       [](const Claim& a, const Claim& b) { return a.trust < b.trust; });
      head_.fields.cell_of[column] = claims.front().cell;
      if (claims.size() > 1 && claims[1].trust == claims[0].trust) report_twice(static_cast<int>(column));
      const int trust = claims.front().trust % kPartOnly;
      if (trust == static_cast<int>(HeadingTrust::doubtful)) report_doubtful(static_cast<int>(column));
    }
  }

  // The needed groups of which no column is there.
  std::vector<std::vector<int>> missing_groups() const {
    std::vector<std::vector<int>> missing;
    for (const std::vector<int>& group : shape_.needed) {
      const bool has_one =
          std::any_of(group.begin(), group.end(), [this](int column) { return head_.fields.has(column); });
      if (!has_one) missing.push_back(group);
    }
    return missing;
  }

  // One recognised heading alone may be a label in a title row.
  bool is_head(std::size_t missing) const {
    return block_.matched >= 2 || (block_.matched == 1 && missing == 0);
  }

  bool is_meant(std::size_t missing) const {
    const std::size_t present = shape_.needed.size() - missing;
    const auto named = static_cast<std::size_t>(std::count_if(
        block_.names.begin(), block_.names.end(), [](const ColumnName& name) { return !name.empty(); }));
    const auto matched = static_cast<std::size_t>(block_.matched);
    return is_head(missing) && (present * 2 > shape_.needed.size() || (matched >= 3 && matched * 2 > named));
  }

  void note_seen() {
    std::vector<std::string> seen;
    for (const ColumnName& name : block_.names) seen.insert(seen.end(), name.begin(), name.end());
    names_.note_seen(seen);
  }

  void report(const char* code, Severity severity, int cell, std::string message, std::string hint) {
    Diagnostic d;
    d.code = code;
    d.severity = severity;
    d.message = std::move(message);
    d.hint = std::move(hint);
    d.place = place_;
    if (cell >= 0) {
      d.place.column = cell + 1;
      d.place.heading = head_.fields.headings[static_cast<std::size_t>(cell)];
    }
    head_.findings.push_back(std::move(d));
  }

  std::string heading_at(int cell) const {
    return in_quotes(head_.fields.headings[static_cast<std::size_t>(cell)]) + "（" +
           column_letters(cell + 1) + "列）";
  }

  void report_twice(int column) {
    doubled_ = true;
    const std::vector<Claim>& claims = claims_[static_cast<std::size_t>(column)];
    report("L-02", Severity::error, claims[1].cell,
           "标题行里有两列都是“" + title_of(column) + "”：" + heading_at(claims[0].cell) + "和" +
               heading_at(claims[1].cell) + "，无法确定用哪一列",
           "请改名或删去其中一列；也可以在 report.toml 的 [fields." + shape_.key + "] 里指明用哪个标题。");
  }

  void report_doubtful(int column) {
    const int cell = claims_[static_cast<std::size_t>(column)].front().cell;
    report("L-04", Severity::warning, cell,
           "没有“" + title_of(column) + "”列，用" + heading_at(cell) + "代替",
           "两者含义只是相近，会影响期限和年度。请补上“" + title_of(column) +
               "”；确属同一含义时，在 report.toml 的 " + "[fields." + shape_.key + "] 里写明 \"" +
               head_.fields.headings[static_cast<std::size_t>(cell)] + "\" = \"" + title_of(column) + "\"。");
  }

  std::vector<std::string> unknown_headings() const {
    std::vector<std::string> texts;
    texts.reserve(unknown_.size());
    for (int cell : unknown_) texts.push_back(head_.fields.headings[static_cast<std::size_t>(cell)]);
    return texts;
  }

  void report_missing(const std::vector<int>& group) {
    const std::vector<std::string> unknown = unknown_headings();
    std::vector<std::string> titles;
    titles.reserve(group.size());
    const std::string* nearest = nullptr;
    for (int column : group) {
      titles.push_back(title_of(column));
      if (nearest == nullptr) nearest = find_nearest(titles.back(), unknown);
    }
    std::string hint = nearest ? "最接近的标题是" + in_quotes(*nearest) + "。" : "";
    if (!nearest && !unknown.empty()) {
      hint = "有 " + std::to_string(unknown.size()) + " 个标题没有认出：" +
             list(unknown, "、", kUnknownHeadings) + "。";
    }
    report("L-02", Severity::error, -1, shape_.title + "缺少必需的列：" + list(titles, "或"),
           hint + "请补上这一列；标题叫法不同的，在 report.toml 的 [fields." + shape_.key + "] 里对应。");
  }

  void report_no_headings() {
    place_.row = 0;
    std::vector<std::string> wanted;
    wanted.reserve(shape_.needed.size());
    for (const std::vector<int>& group : shape_.needed) wanted.push_back(title_of(group.front()));
    // Only what resembles a heading is quoted: without headings the cells are somebody's data.
    std::vector<std::string> known;
    known.reserve(shape_.columns.size());
    for (const LedgerColumn& column : shape_.columns) known.push_back(column.heading);
    std::vector<std::string> found;
    found.reserve(block_.names.size());
    for (const ColumnName& name : block_.names) {
      if (!name.empty() && find_like(name.front(), known) != nullptr)
        found.push_back(shortened(name.front()));
    }
    const std::string alike = found.empty() ? "" : "；相近的有" + list(found, "、");
    report("L-02", Severity::error, -1,
           "前 " + std::to_string(kHeadRows) + " 行里没有找到" + shape_.title + "的标题行",
           "标题行应当有" + list(wanted, "、") + alike + "。标题叫法不同的，在 report.toml 的 [fields." +
               shape_.key + "] 里对应。");
  }

  // Every unknown heading that is like one of a column that is not there.
  void report_resembling() {
    std::vector<std::string> candidates;
    std::vector<int> columns;
    for (std::size_t i = 0; i < shape_.columns.size(); ++i) {
      if (head_.fields.cell_of[i] >= 0) continue;
      const LedgerColumn& column = shape_.columns[i];
      std::vector<std::string> names = {column.heading};
      names.insert(names.end(), column.synonyms.begin(), column.synonyms.end());
      names.insert(names.end(), column.doubtful.begin(), column.doubtful.end());
      for (std::string& name : names) {
        candidates.push_back(std::move(name));
        columns.push_back(static_cast<int>(i));
      }
    }
    for (int cell : unknown_) {
      const std::string& heading = head_.fields.headings[static_cast<std::size_t>(cell)];
      const std::string* nearest = find_nearest(heading, candidates);
      if (nearest == nullptr) continue;
      const int column = columns[static_cast<std::size_t>(nearest - candidates.data())];
      report("L-04", Severity::warning, cell,
             "标题" + heading_at(cell) + "与“" + title_of(column) + "”相近但不相同，没有读取这一列",
             "如果就是“" + title_of(column) + "”，请改标题，或者在 report.toml 的 [fields." + shape_.key +
                 "] 里写明 \"" + heading + "\" = \"" + title_of(column) + "\"；如果不是，可以不管。");
    }
  }

  HeadingNames& names_;
  const LedgerShape& shape_;
  HeadingBlock block_;
  Place place_;
  SheetHead head_;
  std::vector<std::vector<Claim>> claims_;  // by column of the ledger
  std::vector<int> unknown_;                // cells whose heading means nothing here
  bool doubled_ = false;
};

}  // namespace

SheetHead judge_head(HeadingNames& names, const std::vector<HeadRow>& rows,
                     const std::vector<MergedArea>& merged, const Place& sheet) {
  auto block = find_headings(names, rows, merged);
  if (!block) return {};
  return HeadJudge(names, rows, std::move(*block), sheet).judge();
}

}  // namespace nianbao
