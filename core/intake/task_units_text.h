// Units as a document lists them, taken apart and put together again for a ledger, and the brackets that
// close an item: （责任单位：…）, （牵头单位：…；责任单位：…）.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct UnitWriting {
  std::string separators = "、，,；;\n";
  std::vector<std::string> names;  // names that hold a separator: 县政府各部门、单位
};

// Names in order, without blanks and with full-width brackets. Separators inside brackets separate nothing;
// without a separator behind it, a closing 。 belongs to no name.
std::vector<std::string> split_units(std::string_view text, const UnitWriting& writing);

// For a cell of a ledger: by 、, or by ； where a name itself holds a separator.
std::string join_units(const std::vector<std::string>& names);

// An item and the brackets at its end.
struct ClosedText {
  std::string text;                          // without them
  std::map<std::string, std::string> parts;  // label -> what it names
  std::string behind;                        // what stands behind the bracket besides a full stop
  bool is_open = false;                      // the bracket is never closed
};

// “责任单位：甲局”, without a bracket.
bool begins_with_label(std::string_view text, const std::vector<std::string>& labels);

// `labels`: 责任单位, 牵头单位 …, each followed by a colon. Several such brackets may follow one another.
// Empty when no bracket begins with a label.
std::optional<ClosedText> find_closing(std::string_view text, const std::vector<std::string>& labels);

}  // namespace nianbao
