// Table 二 by unit. Its cells are stated, not counted from cases: an item that no row names stays blank.
#pragma once

#include <map>
#include <string>

#include "model/official_tables.h"
#include "model/records.h"

namespace nianbao {

class DisclosureCube {
 public:
  void add(const Disclosure& disclosure);
  const std::map<std::string, Table2>& by_unit() const { return units_; }
  Table2 sum() const;

 private:
  std::map<std::string, Table2> units_;
};

}  // namespace nianbao
