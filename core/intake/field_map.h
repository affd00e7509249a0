// From headings to columns: which column of a sheet is which column of a ledger. Headings are compared by
// heading_key; a workspace's own headings ([fields.LEDGER]) come before canonical ones, these before
// synonyms, these before doubtful ones. A heading that only resembles a known one is never a column.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "intake/ledger_shape.h"

namespace nianbao {

// name_key without the marks that forms put on headings: "*收到日期（必填）" -> "收到日期". A bracket with a
// unit of money stays, because 元 and 万元 are different columns.
std::string heading_key(std::string_view text);

// In order of trust.
enum class HeadingTrust : std::uint8_t { own, canonical, synonym, doubtful };

struct HeadingMeaning {
  int column = 0;  // of the ledger
  HeadingTrust trust = HeadingTrust::canonical;
};

class HeadingNames {
 public:
  // Own headings whose canonical name is unknown are reported (C-02) and not used.
  HeadingNames(const LedgerShape& shape, const std::map<std::string, std::string>& fields,
               Diagnostics& diagnostics);

  const LedgerShape& shape() const { return shape_; }
  std::optional<HeadingMeaning> find(std::string_view heading) const;

  // The headings of a sheet, for report_unused.
  void note_seen(const std::vector<std::string>& headings);
  // Whether one of the sheets had the heading.
  bool has_seen(std::string_view heading) const;
  // C-02 for own headings that none of the sheets had.
  void report_unused(Diagnostics& diagnostics) const;

 private:
  void add(const std::string& heading, int column, HeadingTrust trust);

  const LedgerShape& shape_;
  std::unordered_map<std::string, HeadingMeaning> by_key_;
  std::map<std::string, std::string> own_;  // own headings in use -> canonical
  std::set<std::string> seen_;
};

// The columns of one sheet.
struct FieldMap {
  std::vector<int> cell_of;           // by ledger column: index into GridRow::cells, -1 when there is none
  std::vector<std::string> headings;  // by cell index, as written; two rows of headings joined

  bool has(int column) const { return cell_of[static_cast<std::size_t>(column)] >= 0; }
};

}  // namespace nianbao
