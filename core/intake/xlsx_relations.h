// Which part stands behind an id: the .rels files of the package. Writers differ in where they put parts and
// whether targets are absolute, so parts are only ever found through here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/xlsx_package.h"

namespace nianbao {

struct XlsxRelation {
  std::string id;
  std::string type;  // last word of the URI: "worksheet"; the same in transitional and strict workbooks
  std::string part;  // resolved; empty for targets outside the package
};

// Of `source`, a part name; empty stands for the package itself. Empty with L-09 reported when the .rels part
// is broken; without a .rels part there are none.
std::vector<XlsxRelation> read_relations(const XlsxPackage& package, const std::string& source,
                                         XlsxReport& report);

// The part of the first relation of that type; empty when there is none.
std::string find_related_part(const std::vector<XlsxRelation>& relations, std::string_view type);

// "xl/workbook.xml" and "../a/b.xml" give "a/b.xml"; a target with a leading slash counts from the root.
std::string resolve_target(std::string_view source, std::string_view target);

}  // namespace nianbao
