// Cell styles by what they look like: one style of the workbook per look, made when it is first asked for.
#pragma once

#include <compare>
#include <map>
#include <string>

#include "report/document.h"

struct lxw_format;
struct lxw_workbook;

namespace nianbao {

struct CellLook {
  int type = 20;  // half points
  bool bold = false;
  bool border = false;
  bool shaded = false;
  bool wrap = true;
  bool top = false;  // at the top of the cell, else in its middle
  bool red = false;
  Align align = Align::left;
  std::string number_format = {};  // empty: General
  auto operator<=>(const CellLook&) const = default;
};

class StyleBook {
 public:
  explicit StyleBook(lxw_workbook* workbook) : workbook_(workbook) {}
  lxw_format* find(const CellLook& look);

 private:
  lxw_workbook* workbook_;
  std::map<CellLook, lxw_format*> formats_;
};

}  // namespace nianbao
