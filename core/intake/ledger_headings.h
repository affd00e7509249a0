// Where the headings of a sheet stand. Ledgers have titles above their headings, and headings of up to three
// rows: a group (征求意见) merged over its parts (开始, 结束), beside headings merged downwards. The rows
// that name most columns of the ledger are the headings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intake/field_map.h"
#include "intake/grid.h"

namespace nianbao {

// The first rows of a sheet are kept until its headings are known.
inline constexpr std::size_t kHeadRows = 20;

struct HeadRow {
  std::int64_t number = 0;
  std::vector<GridKind> kinds;
  std::vector<std::string> texts;  // trimmed
};

// The name of one column, longest first: "征求意见开始", then "开始". Empty when the column has no heading.
using ColumnName = std::vector<std::string>;

struct HeadingBlock {
  std::size_t first = 0;  // index into the head rows
  std::size_t depth = 1;
  std::vector<ColumnName> names;  // by cell index
  int matched = 0;                // columns of the ledger that it names
};

// What a name means; `whole` is false when only its last parts are known.
struct NameMeaning {
  HeadingMeaning meaning;
  bool whole = true;
};
std::optional<NameMeaning> find_meaning(const HeadingNames& names, const ColumnName& name);

// The block that names most columns: of equals the one with fewer rows, then the upper one. Empty without
// rows.
std::optional<HeadingBlock> find_headings(const HeadingNames& names, const std::vector<HeadRow>& rows,
                                          const std::vector<MergedArea>& merged);

}  // namespace nianbao
