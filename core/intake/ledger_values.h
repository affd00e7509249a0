// Cells of a ledger read as dates, numbers, 是/否 and unit names. Each function reports what it cannot read
// at the cell (L-01, U-01) and goes on; "/" and 不适用 in a cell that may be blank mean that there is
// nothing.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calendar/clock.h"
#include "calendar/date_text.h"
#include "intake/ledger_row.h"
#include "model/cell.h"
#include "model/unit_register.h"

namespace nianbao {

// Bytes; no name, outcome or heading is longer.
inline constexpr std::size_t kLongestName = 300;

// On one line, cut after 40 characters: what a cell holds may be of any length, and findings are kept.
std::string shortened(std::string_view text);
// “text”, shortened, for messages.
std::string in_quotes(std::string_view text);

// The same for what is no word that the column knows: a cell may have slipped into the wrong column, and what
// may be a person's name or identifier is quoted as its first character and stars (base/person_names.h).
// `is_like_known`: it resembles a word that the column knows, and is a typing error.
std::string cell_in_quotes(std::string_view text, bool is_like_known = false);
// For the number of a file, which mixes letters and digits itself.
std::string number_in_quotes(std::string_view text);

// find_nearest for what a cell says: a text too long to be a name is like none, and costs nothing.
const std::string* find_like(std::string_view text, const std::vector<std::string>& candidates);
// "是不是“nearest”？" or nothing.
std::string nearest_hint(const std::string* nearest);

// "甲、乙、丙".
std::string listed(const std::vector<std::string>& words);
// The names of an enumeration with `count` members, in order.
template <typename Label>
std::vector<std::string> labels_of(int count, Label label) {
  std::vector<std::string> labels;
  labels.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) labels.emplace_back(label(i));
  return labels;
}
// "第 12 行", with the sheet and the file where they are not those of `here`.
std::string place_text(const Place& place, const Place& here);

bool is_not_applicable(std::string_view text);

// L-01 at the cell: “栏目”写的是“……”，不是`what`.
void report_unreadable(LedgerRow& row, int column, const char* what, const char* forms);

// A date as text, or a day number of the 1900 date system: in a numeric cell, or five bare digits.
std::optional<Date> parse_ledger_date(GridKind kind, std::string_view text);

struct DateCell {
  std::optional<Date> date;
  bool given = false;  // something stands there, readable or not
};
// `more`: what else may stand there, for the hint.
DateCell read_date(LedgerRow& row, int column, const char* more = "");
// One or several dates, separated by ；.
void read_dates(LedgerRow& row, int column, std::vector<Date>& dates);
// Periods "2024-03-01~2024-03-12", separated by ；; one without an end, and a single day, still goes on.
void read_periods(LedgerRow& row, int column, std::vector<Period>& periods);

std::optional<bool> read_yes_no(LedgerRow& row, int column, const char* hint = "请填“是”或“否”。");
// Blank and 不适用 stay what they are; what is no count, or no amount, is L-01 and comes back invalid.
Cell read_count(LedgerRow& row, int column);
Amount read_money(LedgerRow& row, int column);

// What a text means, remembered: ledgers repeat the same few words in a million rows. Memory is bounded: one
// that is full starts anew, and long texts are not kept.
template <typename Value>
class TextMemory {
 public:
  // `make` is asked for texts not met before. The reference lives until the next call.
  template <typename Make>
  const Value& get(std::string_view text, Make make) {
    auto entry = values_.find(text);
    if (entry != values_.end()) return entry->second;
    if (text.size() > kLongestText) return long_one_ = make(text);
    if (values_.size() >= kMostTexts) values_.clear();
    return values_.emplace(std::string(text), make(text)).first->second;
  }

 private:
  static constexpr std::size_t kMostTexts = std::size_t{1} << 13;
  static constexpr std::size_t kLongestText = 600;
  struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the library asks for this name
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, Value, Hash, std::equal_to<>> values_;
  Value long_one_{};
};

// The nearest known word, for a bounded number of texts: likeness is costly, and a ledger may hold nothing
// but unknown words.
class NearestWord {
 public:
  explicit NearestWord(std::function<const std::string*(std::string_view)> find) : find_(std::move(find)) {}
  const std::string* operator()(std::string_view text) {
    return text.size() <= kLongestName && left_-- > 0 ? find_(text) : nullptr;
  }

 private:
  std::function<const std::string*(std::string_view)> find_;
  int left_ = 1000;
};

// The unit that somebody may have meant; by a list of names, who others may be besides, only when it is
// likely.
NearestWord nearest_of(const UnitRegister& units);

// Names that a list of names lacks but that are like one of it: perhaps misspelt, so a warning (U-01), each
// where it is met first. One that is like none is a unit that the documents do not name.
class UnlistedUnits {
 public:
  explicit UnlistedUnits(const UnitRegister& units) : units_(units) {}
  // Nothing without `nearest`.
  void warn(LedgerRow& row, int column, std::string_view name, const std::string* nearest);

 private:
  const UnitRegister& units_;
  std::set<std::string> told_;  // not more than NearestWord answers
};

class UnitFinder {
 public:
  explicit UnitFinder(const UnitRegister& units);

  struct Found {
    // The full name; as written when the unit is unknown, or unknown to a list of names, or there is neither.
    std::string name;
    bool known = true;    // to a list of names everybody is
    std::string nearest;  // of one that register or list lack, if any is like it
  };
  const Found& find(std::string_view text);
  // The unit in a needed cell, also given to the row for its other findings. Reports R-07 and U-01. Null
  // when the cell is blank or broken; the reference lives until the next call.
  const Found* read(LedgerRow& row, int column);

 private:
  const UnitRegister& units_;
  NearestWord nearest_;
  UnlistedUnits unlisted_;
  TextMemory<Found> memory_;
};

}  // namespace nianbao
