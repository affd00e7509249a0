// Merged cells under the headings: 一级任务 stands once over the ten rows that it is the task of. A
// spreadsheet keeps the value in the first cell and leaves the others blank; in the columns that the ledger's
// shape names, every row of the area gets it back. A blank cell outside a merged area is never filled.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intake/field_map.h"
#include "intake/grid.h"

namespace nianbao {

class MergedColumns {
 public:
  // `spread`: columns of the ledger.
  MergedColumns(const FieldMap& fields, const std::vector<int>& spread, const std::vector<MergedArea>& areas);

  bool empty() const { return areas_.empty(); }
  // The row with its blanks filled; lives until the next call. Rows come in the order of the sheet.
  const GridRow& fill(const GridRow& row);

 private:
  struct Area {
    std::int64_t first_row = 0, last_row = 0;
    GridKind kind = GridKind::blank;
    std::string text;  // of the first row, once it has come
  };
  std::map<std::size_t, std::vector<Area>> areas_;  // by cell index, the last row of the sheet first
  GridRow filled_;
};

}  // namespace nianbao
